//! What `activity` can be called with.

use clap::{Args, Subcommand};

use super::values::{consent, direction, yes_no};
use crate::model::activity::{Consent, Direction};

#[derive(Debug, Subcommand)]
pub enum Activity {
    Add(NewActivity),
    List {
        id: String,
        #[arg(long, value_name = "KIND")]
        kind: Option<String>,
        #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
        since: Option<String>,
        #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
        until: Option<String>,
        #[arg(long, value_name = "N", default_value_t = 50)]
        limit: usize,
        #[arg(long, value_name = "N", default_value_t = 0)]
        offset: usize,
    },
    Edit {
        id: String,
        #[arg(long, value_name = "KIND")]
        kind: Option<String>,
        #[command(flatten)]
        details: ActivityDetails,
    },
    Done {
        id: String,
        #[arg(long)]
        undone: bool,
    },
    Remove {
        id: String,
    },
}

#[derive(Debug, Args)]
pub struct NewActivity {
    pub id: String,
    #[arg(long, value_name = "note|call|meeting|task|email")]
    pub kind: String,
    #[arg(long)]
    pub done: bool,
    #[command(flatten)]
    pub details: ActivityDetails,
}

/// What an activity says, as far as it is named.
#[derive(Debug, Clone, Args)]
pub struct ActivityDetails {
    #[arg(long = "text", value_name = "TEXT", allow_hyphen_values = true)]
    pub words: Option<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub subject: Option<String>,
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    pub at: Option<String>,
    #[arg(long, value_name = "in|out", value_parser = direction)]
    pub direction: Option<Direction>,
    #[arg(long, value_name = "N")]
    pub minutes: Option<u32>,
    #[arg(long, value_name = "N", conflicts_with = "minutes")]
    pub seconds: Option<u32>,
    #[arg(long, value_name = "yes|no", value_parser = yes_no, num_args = 0..=1, default_missing_value = "yes")]
    pub recorded: Option<bool>,
    #[arg(long, value_name = "agreed|refused|not-asked", value_parser = consent)]
    pub record_consent: Option<Consent>,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub due: Option<String>,
}
