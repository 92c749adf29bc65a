//! What `retention` can be called with.

use chrono::NaiveDate;
use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub enum Retention {
    Due {
        #[arg(long, value_name = "DATE", value_parser = day)]
        on: Option<NaiveDate>,
        #[arg(long, value_name = "N", default_value_t = 1_000)]
        limit: usize,
    },
    Keep {
        id: String,
        #[arg(long, value_name = "DATE", value_parser = day)]
        until: NaiveDate,
        #[arg(long, required = true, value_name = "TEXT")]
        reason: String,
    },
    #[command(group = clap::ArgGroup::new("whom").required(true).args(["id", "all"]))]
    Approve {
        #[arg(value_name = "ID")]
        id: Vec<String>,
        #[arg(long)]
        all: bool,
        #[arg(long, value_name = "DATE", value_parser = day)]
        on: Option<NaiveDate>,
        #[arg(long)]
        dry_run: bool,
    },
}

fn day(text: &str) -> Result<NaiveDate, &'static str> {
    text.parse().map_err(|_| "2026-12-31")
}
