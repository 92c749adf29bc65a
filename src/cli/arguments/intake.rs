//! The arguments of `mail` for what comes back.

use std::path::PathBuf;

use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub enum Replies {
    Intake {
        #[arg(required = true, value_name = "FILE")]
        file: Vec<PathBuf>,
        #[arg(long)]
        new_people: bool,
    },
    Proposals {
        #[arg(long)]
        all: bool,
    },
    Accept {
        #[arg(required = true)]
        id: Vec<String>,
    },
    Reject {
        #[arg(required = true)]
        id: Vec<String>,
    },
    Form {
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        #[arg(long, value_name = "ADDRESS")]
        to: Option<String>,
        #[arg(long, value_name = "URL")]
        statement: Option<String>,
    },
}
