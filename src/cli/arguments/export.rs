//! What `export` and `exports` can be called with.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::selection::of;
use crate::model::criteria::Of;

#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("whose").required(true).args(["selection", "ids", "all"]))]
pub struct Export {
    #[arg(value_name = "NAME")]
    pub selection: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub ids: Option<PathBuf>,
    #[arg(long)]
    pub all: bool,
    #[arg(long, value_name = "persons|companies", value_parser = of, default_value = "persons", conflicts_with = "selection")]
    pub of: Of,
    #[arg(long, value_name = "FILE.xlsx|.csv|.vcf")]
    pub out: PathBuf,
    #[arg(long, value_name = "FIELD,…", value_delimiter = ',')]
    pub fields: Vec<String>,
    #[arg(long = "for", value_name = "TEXT")]
    pub purpose: Option<String>,
    #[arg(long = "to", value_name = "TEXT")]
    pub recipient: Option<String>,
    #[arg(long)]
    pub raw: bool,
}

#[derive(Debug, Subcommand)]
pub enum Exports {
    List {
        #[arg(long, value_name = "N", default_value_t = 50)]
        limit: usize,
    },
    Of {
        id: String,
    },
}
