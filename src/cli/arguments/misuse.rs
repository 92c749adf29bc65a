//! What is wrong with a call, in the user's language.

use std::error::Error as _;
use std::num::ParseIntError;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::i18n::{Lang, UnknownLang};
use crate::t;

/// Returns what is wrong with a call, in one sentence; none of what users do not meet, which the library says in English.
pub fn words(error: &clap::Error, lang: Lang) -> Option<String> {
    let given = |kind: ContextKind| error.get(kind).map(joined).unwrap_or_default();
    let argument = given(ContextKind::InvalidArg);
    let value = given(ContextKind::InvalidValue);
    Some(match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let words = t!(lang, "cli-usage-command", command = given(ContextKind::InvalidSubcommand));
            with_suggestion(words, &given(ContextKind::SuggestedSubcommand), lang)
        }
        ErrorKind::UnknownArgument => {
            let words = t!(lang, "cli-usage-argument", argument = argument);
            with_suggestion(words, &given(ContextKind::SuggestedArg), lang)
        }
        ErrorKind::InvalidValue if value.is_empty() => t!(lang, "cli-usage-no-value", argument = argument),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let known = match error.source() {
                // Of numbers and languages, the library and the system say no more than that it is none.
                Some(source) if source.is::<ParseIntError>() => String::new(),
                Some(source) if source.is::<UnknownLang>() => Lang::ALL.map(Lang::code).join(", "),
                Some(source) => source.to_string(),
                None => given(ContextKind::ValidValue),
            };
            let words = t!(lang, "cli-usage-value", value = value, argument = argument);
            if known.is_empty() { words } else { format!("{words} {}", t!(lang, "cli-usage-known", known = known)) }
        }
        ErrorKind::MissingRequiredArgument => t!(lang, "cli-usage-missing", arguments = argument),
        ErrorKind::MissingSubcommand => t!(lang, "cli-usage-no-command", known = given(ContextKind::ValidSubcommand)),
        ErrorKind::ArgumentConflict => {
            t!(lang, "cli-usage-conflict", argument = argument, other = given(ContextKind::PriorArg))
        }
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            t!(lang, "cli-usage-values", argument = argument)
        }
        ErrorKind::NoEquals
        | ErrorKind::InvalidUtf8
        | ErrorKind::DisplayHelp
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
        | ErrorKind::DisplayVersion
        | ErrorKind::Io
        | ErrorKind::Format
        | _ => return None,
    })
}

/// Returns the same for people, with how it is called.
pub fn text(error: &clap::Error, lang: Lang) -> Option<String> {
    let words = words(error, lang)?;
    let usage = error.get(ContextKind::Usage).map(joined).unwrap_or_default();
    let usage = usage.split_once(": ").map_or(usage.as_str(), |(_, usage)| usage).trim().to_owned();
    let usage = if usage.is_empty() { usage } else { format!("{}\n", t!(lang, "cli-usage-call", usage = usage)) };
    Some(format!("{words}\n{usage}{}\n", t!(lang, "cli-usage-help")))
}

fn with_suggestion(words: String, suggested: &str, lang: Lang) -> String {
    if suggested.is_empty() { words } else { format!("{words} {}", t!(lang, "cli-usage-meant", word = suggested)) }
}

fn joined(value: &ContextValue) -> String {
    match value {
        ContextValue::String(word) => word.clone(),
        ContextValue::Strings(words) => words.join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::StyledStrs(texts) => texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        ContextValue::Number(number) => number.to_string(),
        ContextValue::None | ContextValue::Bool(_) | _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::ffi::OsString;

    use super::*;

    #[test]
    fn what_users_meet_is_said_in_every_language() {
        let table = [
            ("serch x", "serch", "“serch” is no command. Did you mean “search”?"),
            ("check --nothing", "--nothing", "“--nothing” is not known here."),
            ("find x --limit many", "many", "“many” cannot be the value of “--limit <N>”."),
            ("restrict 7 --ground x", "a, b, c, d", ""),
            ("restrict 7 --ground", "--ground", ""),
            ("restrict 7", "--ground", "Missing: --ground <a|b|c|d>."),
            ("mass-edit x --ids f --set title=y", "--ids", ""),
        ];
        for (line, part, english) in table {
            for lang in Lang::ALL {
                let call = ["kartotek", "--lang", lang.code()].into_iter().chain(line.split(' ')).map(OsString::from);
                let error = super::super::read(call.collect()).unwrap_err();
                let said = words(&error, lang).unwrap_or_default();
                assert!(said.contains(part), "{line}: {said}");
                if lang == Lang::En && english.starts_with("“serch") {
                    assert!(said.starts_with("“serch” is no command."), "{said}");
                } else if lang == Lang::En {
                    assert!(said.starts_with(english), "{line}: {said}");
                }
                let text = text(&error, lang).unwrap();
                assert!(text.contains("--help") && !text.contains("cli-"), "{text}");
            }
        }
    }
}
