//! Arguments of `report`.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;

use super::Letter;
use crate::model::report::Format;

#[derive(Debug, Args)]
pub struct Report {
    #[arg(value_name = "ID", required_unless_present = "selection")]
    pub ids: Vec<String>,
    #[arg(long, value_name = "NAME", conflicts_with = "ids")]
    pub selection: Option<String>,
    #[arg(long = "out", id = "report-out", value_name = "DIR", required_unless_present = "report-mail")]
    pub out: Option<PathBuf>,
    #[arg(long = "mail", id = "report-mail", conflicts_with_all = ["report-out", "selection", "transfer_to"])]
    pub mail: bool,
    #[arg(long = "to", id = "report-to", value_name = "ADDRESS", requires = "report-mail")]
    pub to: Option<String>,
    #[arg(
        long = "unsealed",
        id = "report-unsealed",
        requires = "report-mail",
        conflicts_with = "seal_passphrase_file"
    )]
    pub unsealed: bool,
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
    #[arg(long, value_name = "FILE", conflicts_with = "selection")]
    pub seal_passphrase_file: Option<PathBuf>,
    #[arg(long, requires = "seal_passphrase_file")]
    pub no_answer: bool,
    #[arg(long)]
    pub letter: bool,
    #[arg(long, value_name = "NAME", requires = "portable", conflicts_with = "selection")]
    pub transfer_to: Option<String>,
    #[arg(long, value_name = "LINE", requires = "transfer_to")]
    pub transfer_address: Vec<String>,
    #[arg(long, conflicts_with = "leave_out")]
    pub no_files: bool,
    #[arg(long, value_name = "FILE-ID")]
    pub leave_out: Vec<String>,
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, Args)]
pub struct Confirm {
    pub id: String,
    #[arg(
        long,
        value_name = "FILE.pdf|.html",
        required_unless_present = "confirm-mail",
        conflicts_with_all = ["letter-to", "letter-template", "letter-language", "letter-subject"]
    )]
    pub out: Option<PathBuf>,
    #[arg(id = "confirm-mail", long = "mail", conflicts_with = "out")]
    pub mail: bool,
    #[arg(long, value_name = "DATE")]
    pub since: Option<NaiveDate>,
    #[arg(id = "confirm-reason", long = "reason", value_name = "TEXT")]
    pub reason: Option<String>,
    #[command(flatten)]
    pub letter: Letter,
    #[arg(long, requires = "confirm-mail")]
    pub dry_run: bool,
}

fn format(key: &str) -> Result<Format, &'static str> {
    Format::from_key(key.trim()).ok_or("xlsx, pdf, html, json, csv, vcf")
}
