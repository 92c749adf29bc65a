//! Arguments of `report`.

use std::path::PathBuf;

use clap::Args;

use crate::model::report::Format;

#[derive(Debug, Args)]
pub struct Report {
    pub id: String,
    #[arg(long = "out", id = "report-out", value_name = "DIR")]
    pub out: PathBuf,
    #[arg(long, value_name = "xlsx,pdf,html,json,csv,vcf", value_delimiter = ',', value_parser = format)]
    pub formats: Vec<Format>,
    #[arg(long)]
    pub portable: bool,
    #[arg(long, value_name = "TEXT")]
    pub identity: Option<String>,
    #[arg(long, value_name = "black-out|keep", value_parser = ["black-out", "keep"], default_value = "black-out")]
    pub third_party: String,
    #[arg(long)]
    pub name_staff: bool,
    #[arg(long, value_name = "FILE")]
    pub seal_passphrase_file: Option<PathBuf>,
}

fn format(key: &str) -> Result<Format, &'static str> {
    Format::from_key(key.trim()).ok_or("xlsx, pdf, html, json, csv, vcf")
}
