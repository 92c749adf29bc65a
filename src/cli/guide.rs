//! `guide`: the guide as one page for a browser.

use serde_json::json;

use super::answer::Answer;
use super::arguments::Guide;
use super::failure::Failure;
use super::session::Session;
use crate::app;
use crate::office::problem::Kind;
use crate::t;
use crate::transfer::guide;

/// Writes the guide to a file. It takes no card file: nothing in it is of anybody.
pub fn run(session: &Session, call: &Guide) -> Result<Answer, Failure> {
    let lang = session.lang;
    let page = guide::page(&guide::guide(lang, &app::actions::guide_keys(lang)));
    let failed = |_| Failure::could_not(Kind::File.key(), t!(lang, "problem-export-file"));
    std::fs::write(&call.out, &page).map_err(failed)?;
    let json = json!({ "file": call.out, "lang": lang.code() });
    Ok(Answer::new(json, format!("{}\n", t!(lang, "cli-written", file = call.out.display().to_string()))))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::super::arguments::command;
    use crate::app;
    use crate::i18n::Lang;
    use crate::transfer::guide;

    /// Fails where a call names a command or an option that there is not.
    fn check(call: &str) {
        let root = command();
        let mut at = &root;
        let mut words = call.split_whitespace().skip(1).peekable();
        while let Some(next) = words.peek().and_then(|word| at.find_subcommand(word)) {
            at = next;
            words.next();
        }
        assert!(!std::ptr::eq(at, &root), "{call}");
        for word in words {
            match word.strip_prefix("--") {
                Some(option) => {
                    assert!(at.get_arguments().any(|known| known.get_long() == Some(option)), "{call}: {word}");
                }
                None => assert!(at.get_subcommands().count() == 0 || at.get_arguments().count() > 0, "{call}: {word}"),
            }
        }
    }

    #[test]
    fn the_guide_names_commands_there_are() {
        let mut calls = 0;
        for lang in Lang::ALL {
            let page = guide::page(&guide::guide(lang, &app::actions::guide_keys(lang)));
            for call in page.split("<code>").skip(1).filter_map(|rest| rest.split("</code>").next()) {
                if call.starts_with("kartotek ") {
                    check(call);
                    calls += 1;
                }
            }
        }
        assert!(calls > 60, "{calls}");
        for wrong in ["kartotek reprot ID", "kartotek report ID --ot DIR"] {
            assert!(std::panic::catch_unwind(|| check(wrong)).is_err(), "{wrong}");
        }
    }
}
