//! The commands, for scripts and schedulers: the same rights, rules and journal as the window.
//!
//! Scripts rely on names, keys and exit codes: add to them, but never change one. A command gives an [`Answer`] or a
//! [`Failure`]; only this file prints them. What has to be said whatever comes of it, the session says.

mod activity;
mod answer;
mod arguments;
mod backup;
mod basis;
mod bookmarks;
mod card;
mod check;
mod columns;
mod company;
mod contacts;
mod create;
mod erasing;
mod export;
mod failure;
mod fields;
mod find;
mod guide;
mod holds;
mod import;
mod intake;
mod journal;
mod keys;
mod letters;
mod lists;
mod mailing;
mod mass_edit;
mod may_mail;
mod merging;
mod notices;
mod outbox;
mod pages;
mod preparation;
mod progress;
mod relations;
mod report;
mod retention;
mod round;
mod selection;
mod session;
mod settings;
mod states;
mod subscriptions;
mod templates;
mod trash;
mod upkeep;
mod users;
mod wordings;
mod words;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use answer::Answer;
use arguments::{
    Arguments, Backup, Basis, Command, Duplicates, EraseCommand, Favourite, Job, Journal, MappingSheet, MergeCommand,
    OwnField, Picture, RecoveryKey, Relation, Settings, Users, Wording,
};
use failure::Failure;
use session::Session;

use tracing_subscriber::Layer as _;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

use crate::app::{self, Launch};
use crate::i18n::Lang;
use crate::t;
use crate::transfer::parser;

/// The setting that says what is logged.
const LOG: &str = "KARTOTEK_LOG";

/// Does what the program was called for and returns its exit code: 0 done, 1 could not, 2 wrong usage, 3 not opened
/// (passphrase, user, in use), 4 refused.
pub fn run(called_with: Vec<OsString>) -> ExitCode {
    // Nothing else may run in the process that reads a file.
    if let Some(code) = parser::child::run(&called_with) {
        return code;
    }
    app::harden();
    let json = called_with.iter().any(|argument| argument == "--json");
    let lang = arguments::spoken(&called_with);
    match arguments::read(called_with) {
        Ok(arguments) => {
            let lang = arguments.everywhere.lang();
            log(arguments.command.is_none());
            if arguments.command.is_none() {
                let session = Session::new(arguments.everywhere, lang);
                let launch = Launch { vault: session.named_folder(), lang: session.named_lang(), demo: arguments.demo };
                return app::run(launch, arguments.locked, arguments.restore);
            }
            ExitCode::from(print(dispatch(arguments, lang), json, lang))
        }
        Err(error) if error.use_stderr() && json => {
            ExitCode::from(print(Err(Failure::usage(arguments::message(&error, lang))), json, lang))
        }
        Err(error) => {
            // Help and version go to standard output, wrong usage to standard error.
            let _ = match arguments::misuse(&error, lang) {
                Some(words) => write!(io::stderr(), "{words}"),
                None => error.print(),
            };
            ExitCode::from(if error.use_stderr() { failure::USAGE } else { failure::DONE })
        }
    }
}

/// Writes what goes wrong inside the program to standard error, where `KARTOTEK_LOG` asks for it: `error` or `warn`.
///
/// Only what the program itself says: libraries would tell what it reads and writes.
fn log(is_window: bool) {
    let asked = std::env::var(LOG).ok();
    let level = level(asked.as_deref(), is_window);
    let layer = tracing_subscriber::fmt::layer().with_writer(io::stderr).with_ansi(false);
    let only_ours = Targets::new().with_target(env!("CARGO_PKG_NAME"), level);
    // Whoever called this as a library may have a log already.
    let _ = tracing_subscriber::registry().with(layer.with_filter(only_ours)).try_init();
}

/// Returns from which level on is logged. Without being asked, a window tells errors, and a command nothing but its own
/// messages, which scripts rely on.
fn level(asked: Option<&str>, is_window: bool) -> LevelFilter {
    match asked.filter(|asked| !asked.is_empty()).and_then(|asked| asked.trim().parse::<LevelFilter>().ok()) {
        Some(level) => level.min(LevelFilter::WARN),
        None if is_window => LevelFilter::ERROR,
        None => LevelFilter::OFF,
    }
}

fn dispatch(arguments: Arguments, lang: Lang) -> Result<Answer, Failure> {
    let session = Session::new(arguments.everywhere, lang);
    let Some(command) = arguments.command else { return Err(Failure::usage(t!(lang, "cli-demo-is-the-window"))) };
    if arguments.demo || arguments.locked || arguments.restore.is_some() {
        return Err(Failure::usage(t!(lang, "cli-demo-is-the-window")));
    }
    match command {
        Command::Init { dir } => create::init(&session, &dir),
        Command::Demo { dir, persons, seed } => create::demo(&session, &dir, persons, seed),
        Command::Import(import) => import::run(&session, &import),
        Command::Find { text, in_texts: true, kind, since, limit, .. } => {
            find::texts(&session, &text.join(" "), kind.as_deref(), since.as_deref(), limit)
        }
        Command::Find { text, limit, offset, .. } => find::run(&session, &text.join(" "), limit, offset),
        Command::Activity { command } => activity::run(&session, &command),
        Command::Today { mine } => activity::today(&session, mine),
        Command::Show { id, reason } => card::show(&session, &id, reason.as_deref()),
        Command::Restrict { id, ground, comment } => states::restrict(&session, &id, ground, comment.as_deref()),
        Command::Unrestrict { id, reason, told } => states::lift(&session, &id, &reason, told),
        Command::Mail { command } => outbox::run(&session, command),
        Command::Trash { command } => trash::run(&session, command),
        Command::Hold { command } => holds::run(&session, command),
        Command::Report(call) => report::run(&session, &call),
        Command::Confirm(call) => report::confirm(&session, call),
        Command::Erase(erase) => match &erase.command {
            Some(EraseCommand::Letters) => letters::list(&session),
            Some(EraseCommand::Letter { message, file }) => letters::write(&session, message, file),
            Some(EraseCommand::Sent { message }) => letters::sent(&session, message),
            None => erasing::run(&session, &erase),
        },
        Command::Object(object) => states::object(&session, &object),
        Command::Add(add) => card::add(&session, &add),
        Command::Edit { id, changes, override_suppression } => {
            card::edit(&session, &id, &changes, override_suppression)
        }
        Command::Interest { id, changes } => card::interest(&session, &id, &changes),
        Command::Subscription { command } => subscriptions::run(&session, command),
        Command::Mailing { command } => mailing::run(&session, command),
        Command::MayMail(call) => may_mail::run(&session, call),
        Command::Template { command } => templates::run(&session, command),
        Command::Basis { command: Basis::Set(set) } => basis::set(&session, &set),
        Command::Basis { command: Basis::History { id } } => basis::history(&session, &id),
        Command::Basis { command: Basis::Evidence { id, entry, out } } => basis::evidence(&session, &id, &entry, &out),
        Command::Basis { command: Basis::Export { id, out } } => basis::export(&session, &id, &out),
        Command::Merge(merge) => match &merge.command {
            Some(MergeCommand::List) => merging::earlier(&session),
            Some(MergeCommand::Undo { id }) => merging::undo(&session, id),
            None => merging::run(&session, &merge),
        },
        Command::Duplicates { command: Some(Duplicates::Apart { id, other }), .. } => {
            merging::keep_apart(&session, &id, &other)
        }
        Command::Duplicates { limit, command: None } => merging::duplicates(&session, limit),
        Command::Relation { command: Relation::List { id } } => relations::list(&session, &id),
        Command::Relation { command: Relation::Add { id, other, kind, new_kind, comment } } => {
            relations::add(&session, (&id, &other), (&kind, new_kind), comment.as_deref())
        }
        Command::Relation { command: Relation::Remove { id, relation } } => relations::remove(&session, &id, &relation),
        Command::Picture { command: Picture::Set { id, file } } => card::set_picture(&session, &id, &file),
        Command::Picture { command: Picture::Remove { id } } => card::remove_picture(&session, &id),
        Command::Company { command } => company::run(&session, command),
        Command::Job { command: Job::Remove { id, job } } => card::forget_job(&session, &id, &job),
        Command::Wording { command: Wording::List { purpose } } => wordings::list(&session, purpose.as_deref()),
        Command::Wording { command: Wording::Answers { id } } => wordings::answers(&session, &id),
        Command::Wording { command: Wording::Add { purpose, language, text_file } } => {
            wordings::add(&session, &purpose, &language, &text_file)
        }
        Command::Field { command: OwnField::List } => fields::list(&session),
        Command::Field { command: OwnField::Add(field) } => fields::add(&session, field),
        Command::Field { command: OwnField::Edit(change) } => fields::edit(&session, change),
        Command::Field { command: OwnField::Empty { key, dry_run } } => fields::empty(&session, &key, dry_run),
        Command::Favourite { command: Favourite::Add { id } } => bookmarks::mark(&session, &id, true),
        Command::Favourite { command: Favourite::Remove { id } } => bookmarks::mark(&session, &id, false),
        Command::Favourite { command: Favourite::List } => bookmarks::list(&session),
        Command::Recent => bookmarks::recent(&session),
        Command::Selection { command } => selection::run(&session, command),
        Command::Export(export) => export::run(&session, export),
        Command::Retention { command } => retention::run(&session, command),
        Command::Exports { command } => export::register(&session, &command),
        Command::MassEdit(call) => mass_edit::run(&session, call),
        Command::Lists { list } => lists::run(&session, list.as_deref()),
        Command::Language { code } => upkeep::language(&session, code),
        Command::Passphrase { new_passphrase_file } => keys::passphrase(&session, &new_passphrase_file),
        Command::RecoveryKey { command: RecoveryKey::New } => keys::new_recovery_key(&session),
        Command::Remember { command } => keys::remember(&session, &command),
        Command::Settings { command: Settings::Get { setting } } => settings::get(&session, setting.as_deref()),
        Command::Settings { command: Settings::Set { setting, value, value_file } } => {
            settings::set(&session, &setting, value.as_deref(), value_file.as_deref())
        }
        Command::Settings { command: Settings::Unset { setting } } => settings::unset(&session, &setting),
        Command::Settings { command: Settings::History { setting, limit } } => {
            settings::history(&session, setting.as_deref(), limit)
        }
        Command::Settings { command: Settings::Back { id } } => settings::back(&session, &id),
        Command::Settings { command: Settings::Export { file } } => settings::export(&session, &file),
        Command::Users { command: Users::List } => users::list(&session),
        Command::Users { command: Users::Add { name, role, new_passphrase_file } } => {
            users::add(&session, &name, &role, &new_passphrase_file)
        }
        Command::Users { command: Users::Remove { name } } => users::remove(&session, &name),
        Command::Users { command: Users::SetRole { name, role } } => users::set_role(&session, &name, &role),
        Command::Settings { command: Settings::Import { file, set, dry_run } } => {
            settings::import(&session, file.as_deref(), set.as_deref(), dry_run)
        }
        Command::Settings { command: Settings::Sets } => Ok(settings::sets(&session)),
        Command::Settings { command: Settings::Sheet { command: MappingSheet::Write { file } } } => {
            settings::sheet::write(&session, &file)
        }
        Command::Settings { command: Settings::Sheet { command: MappingSheet::Read { file, dry_run } } } => {
            settings::sheet::read(&session, &file, dry_run)
        }
        Command::Backup { command: Backup::Create { backup: file } } => backup::create(&session, &file),
        Command::Backup { command: Backup::Restore { backup: file, dir } } => backup::restore(&session, &file, &dir),
        Command::Backup { command: Backup::List } => backup::list(&session),
        Command::Journal { command: Journal::List(list) } => journal::list(&session, &list),
        Command::Journal { command: Journal::Verify { noted } } => journal::verify(&session, noted),
        Command::Steps { command } => preparation::run(&session, command),
        Command::Guide(call) => guide::run(&session, &call),
        Command::Check => check::run(&session),
        Command::Run => round::run(&session),
        Command::Pages { dir } => pages::run(&session, &dir),
    }
}

/// Prints an answer or a failure where it belongs, and returns the exit code.
fn print(outcome: Result<Answer, Failure>, json: bool, lang: Lang) -> u8 {
    let (code, out, errors) = match outcome {
        Ok(answer) => {
            let code = if answer.fine { failure::DONE } else { failure::COULD_NOT };
            if json { (code, answer.document(), Vec::new()) } else { (code, answer.text, answer.warnings) }
        }
        Err(failure) if json => (failure.code, failure.document(), Vec::new()),
        Err(failure) => {
            (failure.code, failure.shown.map(|shown| shown.text).unwrap_or_default(), vec![failure.message])
        }
    };
    for line in errors {
        // Where standard error is closed there is nobody left to tell.
        let _ = writeln!(io::stderr(), "{line}");
    }
    let mut stdout = io::stdout().lock();
    match stdout.write_all(out.as_bytes()).and_then(|()| stdout.flush()) {
        Ok(()) => code,
        // Who reads only the first lines has what they wanted.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => code,
        Err(_) => {
            let _ = writeln!(io::stderr(), "{}", t!(lang, "cli-output"));
            failure::COULD_NOT
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_silent_unless_asked() {
        for (asked, is_window, wanted) in [
            (None, false, LevelFilter::OFF),
            (None, true, LevelFilter::ERROR),
            (Some("warn"), false, LevelFilter::WARN),
            (Some("ERROR"), false, LevelFilter::ERROR),
            (Some("off"), true, LevelFilter::OFF),
            (Some("trace"), true, LevelFilter::WARN),
            (Some(""), false, LevelFilter::OFF),
            (Some("loud"), true, LevelFilter::ERROR),
        ] {
            assert_eq!(level(asked, is_window), wanted, "{asked:?} {is_window}");
        }
    }
}
