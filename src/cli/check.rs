//! `check`: whether everything is as it should be.

use std::sync::Arc;

use serde_json::{Value, json};

use super::answer::Answer;
use super::failure::Failure;
use super::progress;
use super::session::Session;
use crate::i18n::Lang;
use crate::office::Progress;
use crate::office::check::{self, Finding};
use crate::t;

/// Checks the card file.
pub fn run(session: &Session) -> Result<Answer, Failure> {
    let findings = session.in_office_to_check(|office| {
        let progress = Arc::new(Progress::default());
        let theirs = Arc::clone(&progress);
        progress::shown(&progress, || check::everything(office, theirs).map_err(|error| session.failure(&error)))
    })?;
    Ok(answer(&findings, session.lang))
}

fn answer(findings: &[Finding], lang: Lang) -> Answer {
    let fine = findings.is_empty();
    let messages: Vec<String> = findings.iter().map(|finding| finding.words(lang)).collect();
    let listed: Vec<Value> = findings
        .iter()
        .zip(&messages)
        .map(|(finding, message)| json!({ "code": finding.key(), "message": message }))
        .collect();
    let text = if fine {
        format!("{}\n", t!(lang, "cli-check-ok"))
    } else {
        format!("{}\n  {}\n", t!(lang, "cli-check-findings", count = findings.len()), messages.join("\n  "))
    };
    Answer { json: json!({ "ok": fine, "findings": listed }), text, warnings: Vec::new(), fine }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::office::journal::Departure;

    #[test]
    fn every_finding_has_words_in_every_language() {
        let findings = [
            Finding::Header,
            Finding::Cipher("page 3".into()),
            Finding::Structure("tree 2".into()),
            Finding::SortKeys(1),
            Finding::Journal(7),
            Finding::JournalDeparts(Departure::Shorter { noted: 7 }),
            Finding::JournalDeparts(Departure::Other { noted: 7 }),
            Finding::NoBackup(crate::model::Moment(0)),
            Finding::UnmappedColumn("a.b".into()),
            Finding::MissingColumn("a.b".into()),
            Finding::AttachmentsWithoutFile(2),
            Finding::AttachmentsDamaged(2),
            Finding::FilesWithoutAttachment(1),
            Finding::ErasureUnfinished,
            Finding::ErasureResidue(2),
            Finding::Dangling { table: "email".into(), rows: 3 },
        ];
        for lang in Lang::ALL {
            for finding in &findings {
                let text = finding.words(lang);
                assert!(!text.contains("check-") && !text.contains('{'), "{lang}: {text}");
            }
            let answer = answer(&findings, lang);
            assert!(!answer.fine);
            assert_eq!(answer.json["findings"].as_array().map(Vec::len), Some(findings.len()));
        }
    }
}
