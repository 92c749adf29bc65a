//! The arguments of `mailing`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

#[derive(Debug, Subcommand)]
pub enum Mailing {
    Create(NewMailing),
    Breach(BreachNotice),
    List,
    Show {
        #[arg(id = "mailing-which", value_name = "NAME|ID")]
        which: String,
        #[arg(long, value_name = "N", default_value_t = 1_000)]
        limit: usize,
        #[arg(long, value_name = "N", default_value_t = 0)]
        offset: usize,
    },
    Pause {
        #[arg(id = "mailing-which", value_name = "NAME|ID")]
        which: String,
    },
    Resume {
        #[arg(id = "mailing-which", value_name = "NAME|ID")]
        which: String,
    },
    Stop {
        #[arg(id = "mailing-which", value_name = "NAME|ID")]
        which: String,
    },
    Test(NewMailing),
}

/// What goes to whom, whatever it is.
#[derive(Debug, Args)]
pub struct Sending {
    #[arg(id = "mailing-name", value_name = "NAME")]
    pub name: String,
    #[arg(id = "mailing-selection", long = "selection", value_name = "NAME", required_unless_present = "mailing-ids")]
    pub selection: Option<String>,
    #[arg(id = "mailing-ids", long = "ids", value_name = "FILE", conflicts_with = "mailing-selection")]
    pub ids: Option<PathBuf>,
    #[arg(id = "mailing-subject", long = "subject", value_name = "TEXT")]
    pub subject: Option<String>,
    #[arg(id = "mailing-at", long = "at", value_name = "TIME")]
    pub at: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub attach: Vec<PathBuf>,
    #[arg(long)]
    pub mark: bool,
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, Args)]
pub struct NewMailing {
    #[command(flatten)]
    pub sending: Sending,
    #[arg(id = "mailing-template", long = "template", value_name = "KEY", default_value = "newsletter")]
    pub template: String,
    #[arg(id = "mailing-type", long = "type", value_name = "SUBSCRIPTION")]
    pub kind: String,
    #[arg(id = "mailing-text-file", long = "text-file", value_name = "FILE")]
    pub text_file: Option<PathBuf>,
    #[arg(id = "mailing-override", long = "override", value_name = "REASON")]
    pub why: Option<String>,
}

#[derive(Debug, Args)]
pub struct BreachNotice {
    #[command(flatten)]
    pub sending: Sending,
    #[arg(id = "mailing-template", long = "template", value_name = "KEY", default_value = "breach")]
    pub template: String,
    #[arg(long, value_name = "TEXT")]
    pub what: String,
    #[arg(long, value_name = "TEXT")]
    pub consequences: String,
    #[arg(long, value_name = "TEXT")]
    pub measures: String,
}
