//! Reading a call, and explaining in the user's language what can be called.

use std::ffi::{OsStr, OsString};

use clap::{Arg, ArgAction, CommandFactory, FromArgMatches};

use super::{Arguments, misuse};
use crate::i18n::{self, Lang};
use crate::t;

/// Reads what the program was called with.
///
/// # Errors
/// What is wrong with it, or the help that was asked for.
pub fn read(called_with: Vec<OsString>) -> Result<Arguments, clap::Error> {
    let command = explained(spoken(&called_with));
    Arguments::from_arg_matches(&command.try_get_matches_from(shielded(called_with))?)
}

/// Returns what is wrong with a call, as one line without decoration.
pub fn message(error: &clap::Error, lang: Lang) -> String {
    if let Some(words) = misuse::words(error, lang) {
        return words;
    }
    let text = error.render().to_string();
    let text = text.strip_prefix("error: ").unwrap_or(&text);
    text.split("\n\n").next().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the language in which a call is answered.
pub fn spoken(called_with: &[OsString]) -> Lang {
    language(called_with).unwrap_or_else(Lang::from_system)
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

/// Returns what can be called, without explanations.
#[cfg(test)]
pub fn command() -> clap::Command {
    Arguments::command()
}

/// Returns the command with its explanations in the user's language.
pub fn explained(lang: Lang) -> clap::Command {
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
        let here = i18n::text_if_known(lang, &format!("cli-option-{path}-{}", id.replace('_', "-")));
        argument.help(here.unwrap_or_else(|| option_text(lang, &id)))
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
    use super::super::{Command, ImportCommand};
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
    fn a_backup_opens_the_window_and_nothing_else_does_then() {
        let arguments = call("kartotek --restore one.kartotek-backup").unwrap();
        assert!(arguments.command.is_none() && arguments.restore == Some("one.kartotek-backup".into()));
        for line in ["kartotek --restore", "kartotek --demo --restore a", "kartotek --locked --restore a"] {
            assert!(call(line).is_err(), "{line}");
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
