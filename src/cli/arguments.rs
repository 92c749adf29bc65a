//! What the program can be called with. The words that explain it are texts: `cli-help-<command>` and
//! `cli-option-<argument>`.

mod activity;
mod export;
mod holds;
mod intake;
mod mail;
mod mailing;
mod mass_edit;
mod misuse;
mod outbox;
mod reading;
mod report;
mod retention;
mod selection;
mod steps;
mod subscription;
mod trash;
mod values;

pub use activity::{Activity, ActivityDetails, NewActivity};
pub use export::{Export, Exports};
pub use holds::Hold;
pub use intake::Replies;
pub use mail::{AskConsent, Letter, MayMail, Notice, Template};
pub use mailing::{BreachNotice, Mailing, NewMailing, Sending};
pub use mass_edit::{MassEdit, MassEditCommand};
pub use misuse::text as misuse;
pub use outbox::Mail;
#[cfg(test)]
pub use reading::command;
pub use reading::{MINUS, explained, message, read, spoken};
pub use report::{Confirm, Report};
pub use retention::Retention;
pub use selection::Selection;
pub use steps::{Guide, Steps};
pub use subscription::Subscription;
pub use trash::Trash;
use values::{category, condition, format, kind, on_duplicate, origin, yes_no};

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use super::erasing;
use crate::i18n::Lang;
use crate::model::condition::Condition;
use crate::model::custom;
use crate::model::data_map::{Category, Origin};
use crate::model::erasure;
use crate::model::import::OnDuplicate;
use crate::model::objection::Verdict;
use crate::model::outbox::Channel;
use crate::model::restriction::Ground;
use crate::office::sample::SEED;
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
    #[arg(long, value_name = "FILE", conflicts_with_all = ["demo", "locked"])]
    pub restore: Option<PathBuf>,
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
        #[arg(long, value_name = "REASON")]
        override_suppression: Option<String>,
    },
    Interest {
        id: String,
        #[arg(required = true, value_name = "+KEY|-KEY")]
        changes: Vec<String>,
    },
    Restrict {
        id: String,
        #[arg(long, value_name = "a|b|c|d", value_parser = ground)]
        ground: Ground,
        #[arg(long, value_name = "TEXT")]
        comment: Option<String>,
    },
    Unrestrict {
        id: String,
        #[arg(long, required = true, value_name = "TEXT")]
        reason: String,
        #[arg(long)]
        told: bool,
    },
    Mail {
        #[command(subcommand)]
        command: Mail,
    },
    Trash {
        #[command(subcommand)]
        command: Trash,
    },
    Hold {
        #[command(subcommand)]
        command: Hold,
    },
    Object(Object),
    Erase(Erase),
    Report(Report),
    Confirm(Confirm),
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
    Selection {
        #[command(subcommand)]
        command: Selection,
    },
    Export(Export),
    Retention {
        #[command(subcommand)]
        command: Retention,
    },
    Exports {
        #[command(subcommand)]
        command: Exports,
    },
    MassEdit(MassEdit),
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
    Subscription {
        #[command(subcommand)]
        command: Subscription,
    },
    Mailing {
        #[command(subcommand)]
        command: Mailing,
    },
    MayMail(MayMail),
    Template {
        #[command(subcommand)]
        command: Template,
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
    Users {
        #[command(subcommand)]
        command: Users,
    },
    Backup {
        #[command(subcommand)]
        command: Backup,
    },
    Journal {
        #[command(subcommand)]
        command: Journal,
    },
    Steps {
        #[command(subcommand)]
        command: Option<Steps>,
    },
    Guide(Guide),
    Check,
    Run,
    #[command(hide = true)]
    Pages {
        #[arg(id = "pages")]
        dir: PathBuf,
    },
}

#[derive(Debug, Subcommand)]
pub enum Users {
    List,
    Add {
        #[arg(id = "user-name", value_name = "NAME")]
        name: String,
        #[arg(long, value_name = "ROLE")]
        role: String,
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: PathBuf,
    },
    Remove {
        #[arg(id = "user-name", value_name = "NAME")]
        name: String,
    },
    SetRole {
        #[arg(id = "user-name", value_name = "NAME")]
        name: String,
        role: String,
    },
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
    Verify {
        #[arg(long, value_name = "HEAD")]
        noted: Option<String>,
    },
}

#[derive(Debug, Args)]
pub struct JournalList {
    #[arg(long, value_name = "ID")]
    pub person: Option<String>,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub since: Option<String>,
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub until: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    #[arg(long, value_name = "KEY")]
    pub kind: Vec<String>,
    #[arg(long, value_name = "NUMBER")]
    pub before: Option<i64>,
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
        #[arg(value_name = "FILE", required_unless_present = "set")]
        file: Option<PathBuf>,
        #[arg(long, value_name = "SET", conflicts_with = "file")]
        set: Option<String>,
        #[arg(long)]
        dry_run: bool,
    },
    Sets,
    Sheet {
        #[command(subcommand)]
        command: MappingSheet,
    },
}

#[derive(Debug, Subcommand)]
pub enum MappingSheet {
    Write {
        #[arg(value_name = "FILE.xlsx")]
        file: PathBuf,
    },
    Read {
        #[arg(value_name = "FILE.xlsx")]
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
    #[arg(long, value_name = "SOURCE")]
    pub source: Option<String>,
    #[arg(long, value_name = "TEXT", requires = "basis")]
    pub comment: Option<String>,
    #[arg(long, value_name = "a-j", value_parser = condition, requires = "basis")]
    pub condition: Option<Condition>,
    #[arg(long, value_name = "ID", requires = "basis")]
    pub wording: Option<String>,
    #[arg(long, value_name = "REASON")]
    pub override_suppression: Option<String>,
}

#[derive(Debug, Args)]
#[command(subcommand_negates_reqs = true)]
pub struct Object {
    #[arg(required = true)]
    pub id: Option<String>,
    #[arg(long, required = true, value_name = "PURPOSE")]
    pub purpose: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub comment: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub answer: Option<String>,
    #[command(subcommand)]
    pub command: Option<ObjectCommand>,
}

#[derive(Debug, Subcommand)]
pub enum ObjectCommand {
    Decide {
        id: String,
        objection: String,
        #[arg(value_name = "upheld|overruled|answered", value_parser = verdict)]
        verdict: Verdict,
        #[arg(long, required = true, value_name = "TEXT")]
        reason: String,
    },
}

#[derive(Debug, Args)]
#[command(subcommand_negates_reqs = true)]
pub struct Erase {
    #[arg(required = true, value_name = "ID")]
    pub ids: Vec<String>,
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
    #[arg(long, value_name = "a-f", value_parser = erasing::ground, default_value = "a")]
    pub ground: erasure::Ground,
    #[arg(long, value_name = "scrub|keep|hold", value_parser = ["scrub", "keep", "hold"], default_value = "hold")]
    pub hits: String,
    #[arg(long, value_name = "TEXT")]
    pub keep_reason: Option<String>,
    #[arg(long, value_name = "a-e", value_parser = erasing::exception)]
    pub exception: Option<erasure::Exception>,
    #[arg(long, value_name = "FILE")]
    pub certificate: Option<PathBuf>,
    #[arg(long, value_name = "FILE", conflicts_with = "tell")]
    pub letter: Option<PathBuf>,
    #[arg(long, value_name = "letter|mail", value_parser = erasing::channel)]
    pub tell: Option<Channel>,
    #[arg(long)]
    pub delete_backups: bool,
    #[arg(long)]
    pub dry_run: bool,
    #[command(subcommand)]
    pub command: Option<EraseCommand>,
}

#[derive(Debug, Subcommand)]
pub enum EraseCommand {
    Letters,
    Letter { message: String, file: PathBuf },
    Sent { message: String },
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
    List,
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
        #[arg(long)]
        new_kind: bool,
        #[arg(long, value_name = "TEXT")]
        comment: Option<String>,
    },
    Remove {
        id: String,
        relation: String,
    },
}

fn ground(letter: &str) -> Result<Ground, &'static str> {
    Ground::from_letter(letter).ok_or("a, b, c, d")
}

fn verdict(key: &str) -> Result<Verdict, &'static str> {
    Verdict::from_key(key).ok_or("upheld, overruled, answered")
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
    #[arg(long, value_name = "a-j", value_parser = condition)]
    pub condition: Option<Condition>,
    #[arg(long, value_name = "REASON")]
    pub override_suppression: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub into: Option<String>,
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
    #[arg(long, value_name = "a-j", value_parser = condition)]
    pub condition: Option<Condition>,
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
    Answers {
        id: String,
    },
}

#[derive(Debug, Subcommand)]
pub enum OwnField {
    List,
    Add(NewField),
    Edit(FieldChange),
    Empty {
        key: String,
        #[arg(long)]
        dry_run: bool,
    },
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
