//! What the program can be called with. The words that explain it are texts: `cli-help-<command>` and
//! `cli-option-<argument>`.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Arg, ArgAction, Args, CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::i18n::{self, Lang};
use crate::model::activity::{Consent, Direction};
use crate::model::custom;
use crate::model::data_map::{Category, Origin};
use crate::model::import::OnDuplicate;
use crate::office::sample::SEED;
use crate::t;
use crate::transfer::Format;

/// Everything the program was called with.
#[derive(Debug, Parser)]
#[command(name = "kartotek", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true)]
pub struct Arguments {
    #[command(flatten)]
    pub everywhere: Everywhere,
    #[arg(long)]
    pub demo: bool,
    #[arg(long)]
    pub locked: bool,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What can stand before and after every command.
#[derive(Debug, Args)]
pub struct Everywhere {
    #[arg(long, global = true, value_name = "DIR")]
    pub vault: Option<PathBuf>,
    #[arg(long, global = true, value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
    #[arg(long, global = true, value_name = "FILE")]
    pub recovery_key_file: Option<PathBuf>,
    #[arg(long, global = true, value_name = "NAME")]
    pub user: Option<String>,
    #[arg(long, global = true, value_name = "en|nb|sv")]
    pub lang: Option<Lang>,
    #[arg(long, global = true)]
    pub json: bool,
}

impl Everywhere {
    /// Returns the language of the answers: the one asked for, or the system's.
    pub fn lang(&self) -> Lang {
        self.lang.unwrap_or_else(Lang::from_system)
    }
}

#[derive(Debug, Subcommand)]
pub enum Command {
    Init {
        dir: PathBuf,
    },
    Demo {
        dir: PathBuf,
        #[arg(long, value_name = "N")]
        persons: u64,
        #[arg(long, value_name = "S", default_value_t = SEED)]
        seed: u64,
    },
    Import(Import),
    Find {
        #[arg(required = true)]
        text: Vec<String>,
        #[arg(long)]
        in_texts: bool,
        #[arg(long, value_name = "KIND", requires = "in_texts")]
        kind: Option<String>,
        #[arg(long, value_name = "DATE", allow_hyphen_values = true, requires = "in_texts")]
        since: Option<String>,
        #[arg(long, value_name = "N", default_value_t = 50)]
        limit: usize,
        #[arg(long, value_name = "N", default_value_t = 0)]
        offset: usize,
    },
    Show {
        id: String,
        #[arg(long, value_name = "TEXT")]
        reason: Option<String>,
    },
    Add(Add),
    Edit {
        id: String,
        #[arg(required = true, value_name = "FIELD=VALUE")]
        changes: Vec<String>,
    },
    Interest {
        id: String,
        #[arg(required = true, value_name = "+KEY|-KEY")]
        changes: Vec<String>,
    },
    Merge(Merge),
    Duplicates {
        #[arg(long, value_name = "N", default_value_t = 50)]
        limit: usize,
        #[command(subcommand)]
        command: Option<Duplicates>,
    },
    Relation {
        #[command(subcommand)]
        command: Relation,
    },
    Activity {
        #[command(subcommand)]
        command: Activity,
    },
    Today {
        #[arg(long)]
        mine: bool,
    },
    Picture {
        #[command(subcommand)]
        command: Picture,
    },
    Company {
        #[command(subcommand)]
        command: Company,
    },
    Job {
        #[command(subcommand)]
        command: Job,
    },
    Basis {
        #[command(subcommand)]
        command: Basis,
    },
    Wording {
        #[command(subcommand)]
        command: Wording,
    },
    Field {
        #[command(subcommand)]
        command: OwnField,
    },
    Favourite {
        #[command(subcommand)]
        command: Favourite,
    },
    Recent,
    Lists {
        list: Option<String>,
    },
    Language {
        #[arg(value_name = "en|nb|sv")]
        code: Lang,
    },
    Passphrase {
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: PathBuf,
    },
    RecoveryKey {
        #[command(subcommand)]
        command: RecoveryKey,
    },
    Remember {
        #[command(subcommand)]
        command: Remember,
    },
    Settings {
        #[command(subcommand)]
        command: Settings,
    },
    Backup {
        #[command(subcommand)]
        command: Backup,
    },
    Journal {
        #[command(subcommand)]
        command: Journal,
    },
    Check,
    Run,
}

#[derive(Debug, Subcommand)]
pub enum Backup {
    Create {
        #[arg(value_name = "FILE")]
        backup: PathBuf,
    },
    Restore {
        #[arg(value_name = "FILE")]
        backup: PathBuf,
        dir: PathBuf,
    },
    List,
}

#[derive(Debug, Subcommand)]
pub enum Journal {
    List(JournalList),
    Verify,
}

#[derive(Debug, Args)]
pub struct JournalList {
    #[arg(long, value_name = "ID")]
    pub person: Option<String>,
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub since: Option<NaiveDate>,
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
}

#[derive(Debug, Subcommand)]
pub enum RecoveryKey {
    New,
}

#[derive(Debug, Subcommand)]
pub enum Remember {
    On,
    Off,
    Status,
}

#[derive(Debug, Subcommand)]
pub enum Settings {
    Get {
        #[arg(value_name = "KEY")]
        setting: Option<String>,
    },
    Set {
        #[arg(value_name = "KEY")]
        setting: String,
        #[arg(required_unless_present = "value_file")]
        value: Option<String>,
        #[arg(long, value_name = "FILE", conflicts_with = "value")]
        value_file: Option<PathBuf>,
    },
    Unset {
        #[arg(value_name = "KEY")]
        setting: String,
    },
    History {
        #[arg(value_name = "KEY")]
        setting: Option<String>,
        #[arg(long, value_name = "N", default_value_t = 50)]
        limit: usize,
    },
    Back {
        id: String,
    },
    Export {
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    Import {
        #[arg(value_name = "FILE")]
        file: PathBuf,
        #[arg(long)]
        dry_run: bool,
    },
}

#[derive(Debug, Args)]
pub struct Add {
    #[arg(required = true, value_name = "FIELD=VALUE")]
    pub fields: Vec<String>,
    #[arg(long, value_name = "PURPOSE", requires = "basis")]
    pub purpose: Option<String>,
    #[arg(long, value_name = "BASIS", requires_all = ["purpose", "source"])]
    pub basis: Option<String>,
    #[arg(long, value_name = "SOURCE", requires = "basis")]
    pub source: Option<String>,
    #[arg(long, value_name = "TEXT", requires = "basis")]
    pub comment: Option<String>,
}

#[derive(Debug, Args)]
#[command(subcommand_negates_reqs = true)]
pub struct Merge {
    #[arg(required = true, value_name = "ID")]
    pub kept: Option<String>,
    #[arg(required = true, value_name = "OTHER")]
    pub gone: Option<String>,
    #[arg(long, value_name = "FIELD")]
    pub take: Vec<String>,
    #[arg(long)]
    pub dry_run: bool,
    #[command(subcommand)]
    pub command: Option<MergeCommand>,
}

#[derive(Debug, Subcommand)]
pub enum MergeCommand {
    Undo { id: String },
}

#[derive(Debug, Subcommand)]
pub enum Duplicates {
    Apart { id: String, other: String },
}

#[derive(Debug, Subcommand)]
pub enum Relation {
    List {
        id: String,
    },
    Add {
        id: String,
        other: String,
        #[arg(long, value_name = "KIND")]
        kind: String,
        #[arg(long, value_name = "TEXT")]
        comment: Option<String>,
    },
    Remove {
        id: String,
        relation: String,
    },
}

#[derive(Debug, Subcommand)]
pub enum Activity {
    Add(NewActivity),
    List {
        id: String,
        #[arg(long, value_name = "KIND")]
        kind: Option<String>,
        #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
        since: Option<String>,
        #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
        until: Option<String>,
        #[arg(long, value_name = "N", default_value_t = 50)]
        limit: usize,
        #[arg(long, value_name = "N", default_value_t = 0)]
        offset: usize,
    },
    Edit {
        id: String,
        #[arg(long, value_name = "KIND")]
        kind: Option<String>,
        #[command(flatten)]
        details: ActivityDetails,
    },
    Done {
        id: String,
        #[arg(long)]
        undone: bool,
    },
    Remove {
        id: String,
    },
}

#[derive(Debug, Args)]
pub struct NewActivity {
    pub id: String,
    #[arg(long, value_name = "note|call|meeting|task|email")]
    pub kind: String,
    #[arg(long)]
    pub done: bool,
    #[command(flatten)]
    pub details: ActivityDetails,
}

/// What an activity says, as far as it is named.
#[derive(Debug, Clone, Args)]
pub struct ActivityDetails {
    #[arg(long = "text", value_name = "TEXT", allow_hyphen_values = true)]
    pub words: Option<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub subject: Option<String>,
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    pub at: Option<String>,
    #[arg(long, value_name = "in|out", value_parser = direction)]
    pub direction: Option<Direction>,
    #[arg(long, value_name = "N")]
    pub minutes: Option<u32>,
    #[arg(long, value_name = "N", conflicts_with = "minutes")]
    pub seconds: Option<u32>,
    #[arg(long, value_name = "yes|no", value_parser = yes_no, num_args = 0..=1, default_missing_value = "yes")]
    pub recorded: Option<bool>,
    #[arg(long, value_name = "agreed|refused|not-asked", value_parser = consent)]
    pub record_consent: Option<Consent>,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub due: Option<String>,
}

fn direction(key: &str) -> Result<Direction, &'static str> {
    Direction::from_key(key).ok_or("in, out")
}

fn consent(key: &str) -> Result<Consent, &'static str> {
    Consent::from_key(key).ok_or("agreed, refused, not-asked")
}

#[derive(Debug, Subcommand)]
pub enum Picture {
    Set { id: String, file: PathBuf },
    Remove { id: String },
}

#[derive(Debug, Subcommand)]
pub enum Favourite {
    Add { id: String },
    Remove { id: String },
    List,
}

#[derive(Debug, Subcommand)]
pub enum Company {
    Find {
        #[arg(required = true)]
        text: Vec<String>,
        #[arg(long, value_name = "N", default_value_t = 50)]
        limit: usize,
        #[arg(long, value_name = "N", default_value_t = 0)]
        offset: usize,
    },
    Show {
        id: String,
    },
    Edit {
        id: String,
        #[arg(required = true, value_name = "FIELD=VALUE")]
        changes: Vec<String>,
    },
    Add {
        #[arg(required = true, value_name = "FIELD=VALUE")]
        fields: Vec<String>,
    },
    Remove {
        id: String,
    },
}

#[derive(Debug, Subcommand)]
pub enum Job {
    Remove { id: String, job: String },
}

#[derive(Debug, Args)]
#[command(subcommand_negates_reqs = true)]
pub struct Import {
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    #[arg(long, required = true, value_name = "PURPOSE")]
    pub purpose: Option<String>,
    #[arg(long, required = true, value_name = "BASIS")]
    pub basis: Option<String>,
    #[arg(long, required = true, value_name = "SOURCE")]
    pub source: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub comment: Option<String>,
    #[arg(long, value_name = "auto|csv|xlsx|vcard", value_parser = format, default_value = "auto")]
    pub format: Format,
    #[arg(long, value_name = "COLUMN=FIELD")]
    pub map: Vec<String>,
    #[arg(long, value_name = "skip|fill|replace|add", value_parser = on_duplicate, default_value = "skip")]
    pub on_duplicate: OnDuplicate,
    #[arg(long, value_name = "REASON")]
    pub override_suppression: Option<String>,
    #[arg(long)]
    pub dry_run: bool,
    #[command(subcommand)]
    pub command: Option<ImportCommand>,
}

#[derive(Debug, Subcommand)]
pub enum ImportCommand {
    Undo { id: String },
}

#[derive(Debug, Subcommand)]
pub enum Basis {
    Set(Set),
    History {
        id: String,
    },
    Evidence {
        id: String,
        entry: String,
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    Export {
        id: String,
        #[arg(long, value_name = "FILE.xlsx")]
        out: PathBuf,
    },
}

#[derive(Debug, Args)]
pub struct Set {
    pub id: String,
    #[arg(long, value_name = "PURPOSE")]
    pub purpose: String,
    #[arg(long, value_name = "BASIS")]
    pub basis: String,
    #[arg(long, value_name = "SOURCE")]
    pub source: String,
    #[arg(long, value_name = "TEXT")]
    pub comment: Option<String>,
    #[arg(long, value_name = "ID")]
    pub wording: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub evidence: Option<PathBuf>,
    #[arg(long, value_name = "ENTRY")]
    pub corrects: Option<String>,
}

#[derive(Debug, Subcommand)]
pub enum Wording {
    List {
        #[arg(long, value_name = "PURPOSE")]
        purpose: Option<String>,
    },
    Add {
        #[arg(long, value_name = "PURPOSE")]
        purpose: String,
        #[arg(long, value_name = "LANGUAGE")]
        language: String,
        #[arg(long, value_name = "FILE")]
        text_file: PathBuf,
    },
}

#[derive(Debug, Subcommand)]
pub enum OwnField {
    List,
    Add(NewField),
    Edit(FieldChange),
}

#[derive(Debug, Args)]
pub struct NewField {
    pub key: String,
    #[arg(long, value_name = "NAME")]
    pub name: String,
    #[arg(long = "type", id = "type", value_name = "text|number|date|yes-no|list", value_parser = kind)]
    pub kind: custom::Kind,
    #[arg(long, value_name = "CHOICE")]
    pub choice: Vec<String>,
    #[arg(long, value_name = "CATEGORY", value_parser = category, default_value = "relation")]
    pub category: Category,
    #[arg(long, value_name = "ORIGIN", value_parser = origin, default_value = "derived")]
    pub origin: Origin,
    #[arg(long)]
    pub no_report: bool,
}

#[derive(Debug, Args)]
pub struct FieldChange {
    pub key: String,
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
    #[arg(long, value_name = "CHOICE")]
    pub choice: Vec<String>,
    #[arg(long, value_name = "CATEGORY", value_parser = category)]
    pub category: Option<Category>,
    #[arg(long, value_name = "ORIGIN", value_parser = origin)]
    pub origin: Option<Origin>,
    #[arg(long, value_name = "yes|no", value_parser = yes_no)]
    pub report: Option<bool>,
    #[arg(long, value_name = "yes|no", value_parser = yes_no)]
    pub active: Option<bool>,
}

fn date(text: &str) -> Result<NaiveDate, &'static str> {
    text.parse().map_err(|_| "YYYY-MM-DD")
}

fn kind(key: &str) -> Result<custom::Kind, String> {
    custom::Kind::from_key(key).ok_or_else(|| custom::Kind::ALL.map(custom::Kind::key).join(", "))
}

fn category(key: &str) -> Result<Category, String> {
    Category::from_key(key).ok_or_else(|| Category::ALL.map(Category::key).join(", "))
}

fn origin(key: &str) -> Result<Origin, String> {
    Origin::from_key(key).ok_or_else(|| Origin::ALL.map(Origin::key).join(", "))
}

fn yes_no(word: &str) -> Result<bool, &'static str> {
    match word {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err("yes, no"),
    }
}

fn format(key: &str) -> Result<Format, &'static str> {
    match key {
        "auto" => Ok(Format::Auto),
        "csv" => Ok(Format::Csv),
        "xlsx" => Ok(Format::Xlsx),
        "vcard" => Ok(Format::Vcard),
        _ => Err("auto, csv, xlsx, vcard"),
    }
}

fn on_duplicate(key: &str) -> Result<OnDuplicate, &'static str> {
    OnDuplicate::from_key(key).ok_or("skip, fill, replace, add")
}

/// Reads what the program was called with.
///
/// # Errors
/// What is wrong with it, or the help that was asked for.
pub fn read(called_with: Vec<OsString>) -> Result<Arguments, clap::Error> {
    let command = explained(language(&called_with).unwrap_or_else(Lang::from_system));
    Arguments::from_arg_matches(&command.try_get_matches_from(shielded(called_with))?)
}

/// Returns what is wrong with a call, as one line without decoration.
pub fn message(error: &clap::Error) -> String {
    let text = error.render().to_string();
    let text = text.strip_prefix("error: ").unwrap_or(&text);
    text.split("\n\n").next().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the language that was asked for, before anything else is understood.
fn language(called_with: &[OsString]) -> Option<Lang> {
    let mut rest = called_with.iter().filter_map(|argument| argument.to_str());
    while let Some(argument) = rest.next() {
        if argument == "--lang" {
            return rest.next()?.parse().ok();
        }
        if let Some(code) = argument.strip_prefix("--lang=") {
            return code.parse().ok();
        }
    }
    None
}

/// Stands for the hyphen of `-KEY` until the call is understood: a hyphen would begin an option.
pub const MINUS: char = '\u{2212}';

/// Returns the call with the hyphens of `interest ID -KEY` replaced.
fn shielded(called_with: Vec<OsString>) -> Vec<OsString> {
    const WITH_VALUE: [&str; 5] = ["--vault", "--passphrase-file", "--recovery-key-file", "--user", "--lang"];
    let is = |argument: &OsStr, start: &str| argument.to_str().is_some_and(|text| text.starts_with(start));
    let mut is_interest = None;
    let mut is_value = true;
    let mut shielded = Vec::with_capacity(called_with.len());
    for argument in called_with {
        let next_is_value = WITH_VALUE.iter().any(|option| argument == *option);
        if is_value || is(&argument, "--") || argument == "-h" || argument == "-V" {
            shielded.push(argument);
        } else if is_interest == Some(true) && is(&argument, "-") {
            let key = argument.to_string_lossy().into_owned();
            shielded.push(format!("{MINUS}{}", key.trim_start_matches('-')).into());
        } else {
            is_interest.get_or_insert(argument == "interest");
            shielded.push(argument);
        }
        is_value = next_is_value;
    }
    shielded
}

/// Returns the command with its explanations in the user's language.
fn explained(lang: Lang) -> clap::Command {
    let flag = |id: &'static str, short, action| {
        Arg::new(id).short(short).long(id).display_order(101).action(action).help(option_text(lang, id))
    };
    explain(Arguments::command(), lang, "")
        .about(t!(lang, "cli-about"))
        .arg(flag("help", 'h', ArgAction::Help).global(true))
        .arg(flag("version", 'V', ArgAction::Version))
}

fn explain(command: clap::Command, lang: Lang, above: &str) -> clap::Command {
    let name = command.get_name().to_owned();
    let path = match (above, name.as_str()) {
        (_, "kartotek") => String::new(),
        ("", _) => name,
        _ => format!("{above}-{name}"),
    };
    let command = command.about(i18n::text(lang, &format!("cli-help-{path}"))).mut_args(|argument| {
        let id = argument.get_id().as_str().to_owned();
        // What every command takes stands behind what this one takes.
        let argument = if EVERYWHERE.contains(&id.as_str()) { argument.display_order(100) } else { argument };
        argument.help(option_text(lang, &id))
    });
    command.mut_subcommands(|inner| explain(inner, lang, &path))
}

fn option_text(lang: Lang, id: &str) -> String {
    let id = id.replace('_', "-");
    i18n::text_if_known(lang, &format!("cli-help-{id}"))
        .filter(|_| EXPLAINED_AS_HELP.contains(&id.as_str()))
        .unwrap_or_else(|| i18n::text(lang, &format!("cli-option-{id}")))
}

/// The options that every command takes.
const EVERYWHERE: [&str; 6] = ["vault", "passphrase_file", "recovery_key_file", "user", "lang", "json"];

/// The options whose texts stand beside those of the commands.
const EXPLAINED_AS_HELP: [&str; 6] = ["vault", "passphrase-file", "user", "lang", "json", "dry-run"];

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;

    fn call(line: &str) -> Result<Arguments, clap::Error> {
        read(line.split(' ').map(OsString::from).collect())
    }

    #[test]
    fn everything_is_explained_in_every_language() {
        fn visit(command: &clap::Command) {
            let name = command.get_name();
            let about = command.get_about().map(ToString::to_string).unwrap_or_default();
            assert!(!about.is_empty() && !about.starts_with("cli-"), "{name}: {about}");
            for argument in command.get_arguments() {
                let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
                assert!(!help.is_empty() && !help.starts_with("cli-"), "{name} {}: {help}", argument.get_id());
            }
            command.get_subcommands().for_each(visit);
        }
        for lang in Lang::ALL {
            let command = explained(lang);
            command.clone().debug_assert();
            visit(&command);
        }
    }

    #[test]
    fn options_stand_before_or_after_the_command() {
        for line in ["kartotek --json --vault v --lang sv check", "kartotek check --lang=sv --vault v --json"] {
            let everywhere = call(line).unwrap().everywhere;
            assert!(everywhere.json && everywhere.vault == Some("v".into()) && everywhere.lang() == Lang::Sv, "{line}");
        }
    }

    #[test]
    fn an_interest_may_begin_with_a_hyphen() {
        for line in [
            "kartotek interest 7 +a -h-and-m --json",
            "kartotek --user interest interest --json 7 +a -h-and-m",
            "kartotek interest --lang nb 7 +a -h-and-m --json",
        ] {
            let arguments = call(line).unwrap();
            let Some(Command::Interest { id, changes }) = arguments.command else { panic!("{line}") };
            assert_eq!((id.as_str(), changes.len()), ("7", 2), "{line}");
            assert_eq!(changes[1], format!("{MINUS}h-and-m"), "{line}");
            assert!(arguments.everywhere.json, "{line}");
        }
        assert!(call("kartotek find -x").is_err());
    }

    #[test]
    fn an_import_is_undone_with_a_word_of_its_own() {
        for line in ["kartotek import undo 7", "kartotek import --json undo 7"] {
            let Some(Command::Import(import)) = call(line).unwrap().command else { panic!("{line}") };
            assert!(matches!(import.command, Some(ImportCommand::Undo { id }) if id == "7"), "{line}");
        }
        let line = "kartotek import a.csv undo --purpose sales --basis contract --source user";
        let Some(Command::Import(import)) = call(line).unwrap().command else { panic!("{line}") };
        assert_eq!(import.files.len(), 2);
        for line in ["kartotek import a.csv", "kartotek import --purpose sales --basis contract --source user"] {
            assert!(call(line).is_err(), "{line}");
        }
    }
}
