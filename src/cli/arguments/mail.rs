//! The arguments of what has to do with writing to people.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Subcommand};

use crate::i18n::Lang;

#[derive(Debug, Args)]
pub struct MayMail {
    pub id: String,
    #[arg(id = "may-mail-type", long = "type", value_name = "SUBSCRIPTION", conflicts_with = "may-mail-kind")]
    pub kind_of_mailing: Option<String>,
    #[arg(id = "may-mail-kind", long = "kind", value_name = "KIND")]
    pub kind: Option<String>,
}

/// What is chosen about a letter to one person.
#[derive(Debug, Args)]
pub struct Letter {
    #[arg(id = "letter-to", long = "to", value_name = "ADDRESS")]
    pub to: Option<String>,
    #[arg(id = "letter-template", long = "template", value_name = "KEY")]
    pub template: Option<String>,
    #[arg(id = "letter-language", long = "language", value_name = "en|nb|sv")]
    pub language: Option<Lang>,
    #[arg(id = "letter-subject", long = "subject", value_name = "TEXT")]
    pub subject: Option<String>,
}

#[derive(Debug, Args)]
pub struct Notice {
    #[arg(id = "notice-id", value_name = "ID")]
    pub id: Vec<String>,
    #[arg(id = "notice-selection", long = "selection", value_name = "NAME", conflicts_with = "notice-id")]
    pub selection: Option<String>,
    #[arg(
        id = "notice-due",
        long = "due",
        value_name = "DAYS",
        conflicts_with_all = ["notice-id", "notice-selection", "notice-told", "letter-to", "letter-template",
            "letter-language", "letter-subject"]
    )]
    pub due: Option<u64>,
    #[command(flatten)]
    pub letter: Letter,
    #[arg(
        id = "notice-told",
        long = "told",
        value_name = "WAY",
        conflicts_with_all = ["letter-to", "letter-template", "letter-language", "letter-subject"]
    )]
    pub told: Option<String>,
    #[arg(id = "notice-on", long = "on", value_name = "DATE", requires = "notice-told")]
    pub on: Option<NaiveDate>,
    #[arg(id = "notice-comment", long = "comment", value_name = "TEXT")]
    pub comment: Option<String>,
    #[arg(id = "notice-incomplete", long = "incomplete", conflicts_with = "notice-told")]
    pub incomplete: bool,
    #[arg(long, conflicts_with = "notice-told")]
    pub dry_run: bool,
}

#[derive(Debug, Args)]
pub struct AskConsent {
    pub id: String,
    #[arg(id = "consent-purpose", long = "purpose", value_name = "KEY", default_value = "marketing")]
    pub purpose: String,
    #[command(flatten)]
    pub letter: Letter,
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, Subcommand)]
pub enum Template {
    List,
    Create {
        #[arg(id = "template-base", value_name = "KIND")]
        base: String,
        #[arg(id = "template-new-name", value_name = "NAME")]
        name: String,
    },
    Show {
        #[arg(id = "template-key", value_name = "KEY")]
        key: String,
        #[arg(id = "template-language", long = "language", value_name = "en|nb|sv")]
        language: Option<Lang>,
    },
    Set {
        #[arg(id = "template-key", value_name = "KEY")]
        key: String,
        #[arg(id = "template-file", value_name = "FILE")]
        file: PathBuf,
        #[arg(id = "template-language", long = "language", value_name = "en|nb|sv")]
        language: Option<Lang>,
        #[arg(id = "template-name", long = "name", value_name = "NAME")]
        name: Option<String>,
    },
    Check {
        #[arg(id = "template-key", value_name = "KEY")]
        key: String,
        #[arg(id = "template-file", value_name = "FILE")]
        file: Option<PathBuf>,
        #[arg(id = "template-language", long = "language", value_name = "en|nb|sv")]
        language: Option<Lang>,
    },
    Reset {
        #[arg(id = "template-key", value_name = "KEY")]
        key: String,
        #[arg(id = "template-language", long = "language", value_name = "en|nb|sv")]
        language: Option<Lang>,
    },
    Preview {
        #[arg(id = "template-key", value_name = "KEY")]
        key: String,
        #[arg(id = "template-person", long = "person", value_name = "ID")]
        person: Option<String>,
        #[arg(id = "template-language", long = "language", value_name = "en|nb|sv")]
        language: Option<Lang>,
    },
}
