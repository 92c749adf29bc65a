//! `check`: whether everything is as it should be.

use std::sync::Arc;

use serde_json::{Value, json};

use super::answer::Answer;
use super::failure::Failure;
use super::progress;
use super::session::Session;
use crate::i18n::{self, Arg, Lang};
use crate::office::Progress;
use crate::office::check::{self, Finding};
use crate::office::journal::Departure;
use crate::t;

/// Checks the card file.
pub fn run(session: &Session) -> Result<Answer, Failure> {
    let findings = session.in_office(|office| {
        let progress = Arc::new(Progress::default());
        let theirs = Arc::clone(&progress);
        progress::shown(&progress, || check::everything(office, theirs).map_err(|error| session.failure(&error)))
    })?;
    Ok(answer(&findings, session.lang))
}

fn answer(findings: &[Finding], lang: Lang) -> Answer {
    let fine = findings.is_empty();
    let messages: Vec<String> = findings.iter().map(|finding| message(finding, lang)).collect();
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

/// Returns a finding in words.
pub fn message(finding: &Finding, lang: Lang) -> String {
    let count = |count: u64| vec![("count", Arg::Number(i64::try_from(count).unwrap_or(i64::MAX)))];
    let arguments = match finding {
        Finding::Header => Vec::new(),
        Finding::Cipher(text) | Finding::Structure(text) => vec![("detail", Arg::from(text.as_str()))],
        Finding::SortKeys(rows) | Finding::AttachmentsWithoutFile(rows) | Finding::FilesWithoutAttachment(rows) => {
            count(*rows)
        }
        Finding::Journal(entry) => vec![("entry", Arg::Number(*entry))],
        Finding::JournalDeparts(Departure::Shorter { noted } | Departure::Other { noted }) => {
            vec![("noted", Arg::Number(*noted))]
        }
        Finding::NoBackup(since) => vec![("date", Arg::from(i18n::date(lang, since.local_date())))],
        Finding::UnmappedColumn(column) | Finding::MissingColumn(column) => {
            vec![("column", Arg::from(column.as_str()))]
        }
        Finding::Dangling { table, rows } => {
            let mut arguments = count(*rows);
            arguments.push(("table", Arg::from(table.as_str())));
            arguments
        }
    };
    i18n::text_with(lang, &format!("check-{}", finding.key()), &arguments)
}

#[cfg(test)]
mod tests {
    use super::*;

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
            Finding::FilesWithoutAttachment(1),
            Finding::Dangling { table: "email".into(), rows: 3 },
        ];
        for lang in Lang::ALL {
            for finding in &findings {
                let text = message(finding, lang);
                assert!(!text.contains("check-") && !text.contains('{'), "{lang}: {text}");
            }
            let answer = answer(&findings, lang);
            assert!(!answer.fine);
            assert_eq!(answer.json["findings"].as_array().map(Vec::len), Some(findings.len()));
        }
    }
}
