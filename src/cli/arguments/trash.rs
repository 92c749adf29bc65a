//! The arguments of `trash`.

use clap::Subcommand;

use crate::model::trash::Verdict;

#[derive(Debug, Subcommand)]
pub enum Trash {
    Add {
        id: Vec<String>,
        #[arg(long, value_name = "NAME", conflicts_with = "id")]
        selection: Option<String>,
        #[arg(long)]
        with_people: bool,
        #[arg(long, value_name = "TEXT")]
        reason: Option<String>,
        #[arg(long)]
        dry_run: bool,
    },
    List {
        text: Vec<String>,
        #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
        by: Option<String>,
        #[arg(long, value_name = "N", default_value_t = 1_000)]
        limit: usize,
        #[arg(long, value_name = "N", default_value_t = 0)]
        offset: usize,
    },
    Restore {
        #[arg(required = true)]
        id: Vec<String>,
    },
    Purge {
        id: Vec<String>,
        #[arg(long, conflicts_with_all = ["id", "all"])]
        due: bool,
        #[arg(long, conflicts_with = "id")]
        all: bool,
        #[arg(long)]
        dry_run: bool,
    },
    Ask {
        id: String,
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    Requests {
        #[arg(long)]
        all: bool,
    },
    Answer {
        request: String,
        #[arg(value_name = "deleted|refused", value_parser = verdict)]
        verdict: Verdict,
        #[arg(long, value_name = "TEXT")]
        answer: Option<String>,
    },
}

fn verdict(key: &str) -> Result<Verdict, String> {
    Verdict::from_key(key).ok_or_else(|| Verdict::ALL.map(Verdict::key).join(", "))
}
