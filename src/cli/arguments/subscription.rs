//! The arguments of `subscription`.

use clap::Subcommand;

use super::yes_no;

#[derive(Debug, Subcommand)]
pub enum Subscription {
    Set {
        id: String,
        #[arg(id = "subscription-type", value_name = "TYPE")]
        kind: String,
        #[arg(value_name = "yes|no", value_parser = yes_no, action = clap::ArgAction::Set)]
        wanted: bool,
        #[arg(id = "subscription-source", long = "source", value_name = "SOURCE")]
        source: Option<String>,
        #[arg(long, value_name = "TEXT")]
        comment: Option<String>,
    },
    List {
        id: String,
    },
}
