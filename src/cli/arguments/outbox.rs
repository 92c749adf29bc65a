//! The arguments of `mail`.

use clap::Subcommand;

use super::intake::Replies;
use super::mail::{AskConsent, Notice};
use crate::model::outbox::State;

#[derive(Debug, Subcommand)]
pub enum Mail {
    Send {
        #[arg(long)]
        dry_run: bool,
        #[arg(long, value_name = "N")]
        limit: Option<u64>,
    },
    List {
        #[arg(long, value_name = "STATE", value_parser = state)]
        state: Option<State>,
        #[arg(long, value_name = "N", default_value_t = 1_000)]
        limit: u64,
        #[arg(long, value_name = "N", default_value_t = 0)]
        offset: u64,
    },
    Hold {
        id: String,
    },
    Release {
        id: String,
    },
    Resend {
        id: String,
    },
    Remove {
        id: String,
    },
    Test,
    Notice(Notice),
    Consent(AskConsent),
    #[command(flatten)]
    Back(Replies),
}

fn state(key: &str) -> Result<State, String> {
    State::from_key(key).ok_or_else(|| State::ALL.map(State::key).join(", "))
}
