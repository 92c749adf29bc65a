//! The arguments of `hold`.

use clap::Subcommand;

use crate::model::hold::Ground;

#[derive(Debug, Subcommand)]
pub enum Hold {
    Add {
        id: String,
        #[arg(long, value_name = "bookkeeping|a|b|c|d|e", value_parser = ground)]
        ground: Ground,
        #[arg(long, value_name = "TEXT")]
        statute: String,
        #[arg(long, value_name = "DATE")]
        until: Option<String>,
        #[arg(long, value_name = "TEXT")]
        comment: Option<String>,
    },
    Lift {
        id: String,
        hold: String,
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    List {
        id: Option<String>,
        #[arg(long)]
        past: bool,
    },
}

fn ground(key: &str) -> Result<Ground, String> {
    Ground::from_key(key).ok_or_else(|| Ground::ALL.map(Ground::key).join(", "))
}
