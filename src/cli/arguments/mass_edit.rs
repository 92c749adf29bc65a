//! What `mass-edit` can be called with.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::ground;
use crate::model::restriction::Ground;

#[derive(Debug, Args)]
#[command(subcommand_negates_reqs = true)]
pub struct MassEdit {
    #[arg(value_name = "NAME", required_unless_present = "ids")]
    pub selection: Option<String>,
    #[arg(long, value_name = "FILE", conflicts_with = "selection")]
    pub ids: Option<PathBuf>,
    #[arg(long, value_name = "FIELD=VALUE")]
    pub set: Vec<String>,
    #[arg(long, value_name = "FIELD")]
    pub clear: Vec<String>,
    #[arg(long, value_name = "FIELD=ITEM")]
    pub add: Vec<String>,
    #[arg(long, value_name = "FIELD=ITEM")]
    pub remove: Vec<String>,
    #[arg(long, value_name = "FIELD=OLD=>NEW")]
    pub replace: Vec<String>,
    #[arg(long)]
    pub case: bool,
    #[arg(long)]
    pub whole_word: bool,
    #[arg(long)]
    pub regex: bool,
    #[arg(long, value_name = "P=B,S[,COMMENT]")]
    pub basis: Vec<String>,
    #[arg(long, value_name = "a|b|c|d", value_parser = ground)]
    pub restrict: Option<Ground>,
    #[arg(long)]
    pub activities: bool,
    #[arg(long, value_name = "KIND", requires = "activities")]
    pub kind: Option<String>,
    #[arg(long, value_name = "DATE", requires = "activities")]
    pub since: Option<String>,
    #[arg(long, value_name = "DATE", requires = "activities")]
    pub until: Option<String>,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub limit: usize,
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub offset: usize,
    #[command(subcommand)]
    pub command: Option<MassEditCommand>,
}

#[derive(Debug, Subcommand)]
pub enum MassEditCommand {
    Undo { id: String },
    List,
}
