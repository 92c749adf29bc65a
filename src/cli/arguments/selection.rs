//! What `selection` can be called with.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::model::criteria::Of;
use crate::model::selection::{Operation, Visible};

#[derive(Debug, Subcommand)]
pub enum Selection {
    #[command(group = clap::ArgGroup::new("members").required(true).args(["criteria", "ids"]))]
    Create {
        #[command(flatten)]
        new: NewSelection,
        #[arg(long, value_name = "FILE")]
        criteria: Option<PathBuf>,
        #[arg(long, value_name = "FILE")]
        ids: Option<PathBuf>,
    },
    Combine {
        #[arg(value_name = "NAME")]
        new_name: String,
        first: String,
        second: String,
        #[arg(long, value_name = "union|intersect|only-first|only-second|difference", value_parser = operation)]
        op: Operation,
        #[arg(long, value_name = "TEXT")]
        description: Option<String>,
    },
    Change {
        #[arg(value_name = "NAME")]
        selection: String,
        #[arg(long, value_name = "FILE")]
        criteria: PathBuf,
    },
    List,
    Show {
        #[arg(value_name = "NAME")]
        selection: String,
        #[arg(long, value_name = "N", default_value_t = 50)]
        limit: usize,
        #[arg(long, value_name = "N", default_value_t = 0)]
        offset: usize,
    },
    Explain {
        #[arg(value_name = "NAME")]
        selection: String,
    },
    Charts {
        #[arg(value_name = "NAME")]
        selection: String,
    },
    #[command(group = clap::ArgGroup::new("whom").required(true).args(["id", "ids"]))]
    Add {
        #[arg(value_name = "NAME")]
        selection: String,
        #[arg(value_name = "ID")]
        id: Vec<String>,
        #[arg(long, value_name = "FILE")]
        ids: Option<PathBuf>,
    },
    #[command(group = clap::ArgGroup::new("whom").required(true).args(["id", "ids"]))]
    Take {
        #[arg(value_name = "NAME")]
        selection: String,
        #[arg(value_name = "ID")]
        id: Vec<String>,
        #[arg(long, value_name = "FILE")]
        ids: Option<PathBuf>,
    },
    Copy {
        #[arg(value_name = "NAME")]
        selection: String,
        new_name: String,
        #[arg(long, value_name = "TEXT")]
        description: Option<String>,
    },
    Rename {
        #[arg(value_name = "NAME")]
        selection: String,
        new_name: String,
        #[arg(long, value_name = "TEXT")]
        description: Option<String>,
    },
    Visible {
        #[arg(value_name = "NAME")]
        selection: String,
        #[arg(value_name = "all|own", value_parser = visible)]
        to: Visible,
    },
    Alert {
        #[arg(value_name = "NAME")]
        selection: String,
        #[arg(value_name = "TEXT", required_unless_present = "none", conflicts_with = "none")]
        alert: Option<String>,
        #[arg(long)]
        none: bool,
    },
    Remove {
        #[arg(value_name = "NAME")]
        selection: String,
    },
}

/// What a new selection is called, and what it is of.
#[derive(Debug, Args)]
pub struct NewSelection {
    #[arg(value_name = "NAME")]
    pub new_name: String,
    #[arg(long, value_name = "persons|companies", value_parser = of, default_value = "persons")]
    pub of: Of,
    #[arg(long, value_name = "TEXT")]
    pub description: Option<String>,
}

pub(super) fn of(key: &str) -> Result<Of, &'static str> {
    Of::from_key(key).ok_or("persons, companies")
}

fn visible(key: &str) -> Result<Visible, &'static str> {
    Visible::from_key(key).ok_or("all, own")
}

fn operation(key: &str) -> Result<Operation, &'static str> {
    Operation::from_key(key).ok_or("union, intersect, only-first, only-second, difference")
}
