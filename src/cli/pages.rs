//! `pages`: what a package puts beside the program, written by the program itself, so that it says what is there.
//!
//! The manual page in each language, and what lets shells complete commands and options. Packages and whoever unpacked
//! an archive call it; nobody else needs it, so the help does not list it.

mod manual;

use std::fs;
use std::io;
use std::path::Path;

use clap_complete::Shell;
use serde_json::json;

use super::answer::Answer;
use super::arguments;
use super::failure::Failure;
use super::session::Session;
use crate::i18n::Lang;
use crate::office::problem::Kind;
use crate::t;

/// Writes all pages into a folder that is laid out as `/usr/share` is.
pub fn run(session: &Session, dir: &Path) -> Result<Answer, Failure> {
    let mut written = Vec::new();
    for (place, content) in all() {
        write(&dir.join(&place), &content)
            .map_err(|_| Failure::could_not(Kind::File.key(), t!(session.lang, "cli-pages-not-written")))?;
        written.push(place);
    }
    let text = written.iter().map(|place| format!("{place}\n")).collect();
    Ok(Answer::new(json!({ "files": written }), text))
}

/// Returns each page: its place, and what it says.
fn all() -> Vec<(String, String)> {
    let mut pages = Vec::new();
    for lang in Lang::ALL {
        let place = match lang {
            Lang::En => "man/man1/kartotek.1".to_owned(),
            Lang::Nb | Lang::Sv => format!("man/{}/man1/kartotek.1", lang.code()),
        };
        pages.push((place, manual::page(&arguments::explained(lang), lang)));
    }
    for (shell, place) in [
        (Shell::Bash, "bash-completion/completions/kartotek"),
        (Shell::Zsh, "zsh/vendor-completions/_kartotek"),
        (Shell::Fish, "fish/vendor_completions.d/kartotek.fish"),
    ] {
        // What is typed is English in every language, and one file serves all users of a computer.
        let mut command = arguments::explained(Lang::En);
        let mut script = Vec::new();
        clap_complete::generate(shell, &mut command, "kartotek", &mut script);
        pages.push((place.to_owned(), String::from_utf8_lossy(&script).into_owned()));
    }
    pages
}

fn write(file: &Path, content: &str) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, content)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn every_command_stands_on_every_page() {
        fn paths(command: &clap::Command, above: &str, into: &mut Vec<(String, String)>) {
            for inner in command.get_subcommands().filter(|inner| !inner.is_hide_set()) {
                into.push((above.to_owned(), inner.get_name().to_owned()));
                paths(inner, &format!("{above} {}", inner.get_name()), into);
            }
        }
        let mut commands = Vec::new();
        paths(&arguments::explained(Lang::En), "kartotek", &mut commands);
        assert!(commands.len() > 60, "only {} commands found", commands.len());
        let pages = all();
        assert_eq!(pages.len(), Lang::ALL.len() + 3);
        for (place, content) in pages {
            for (above, name) in &commands {
                let wanted = if place.starts_with("man/") {
                    format!("{above} {name}").replace('-', "\\-")
                } else {
                    name.clone()
                };
                assert!(content.contains(&wanted), "{place} lacks {above} {name}");
            }
        }
    }

    #[test]
    fn a_page_speaks_its_language() {
        for (lang, heading) in [(Lang::En, ".SH NAME"), (Lang::Nb, ".SH NAVN"), (Lang::Sv, ".SH NAMN")] {
            let page = manual::page(&arguments::explained(lang), lang);
            assert!(page.contains(heading), "{lang:?}");
            assert!(page.contains(&t!(lang, "cli-help-check")), "{lang:?}");
            assert!(!page.lines().any(|line| line.contains("cli-")), "{lang:?}: a key instead of a text");
        }
    }
}
