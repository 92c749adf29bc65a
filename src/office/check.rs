//! Looks whether everything is as it should be: the file, what is derived from it, and what lies beside it.

use std::sync::Arc;

use super::{Desk, Error, Office, Progress, backup, journal, setup};
use crate::i18n::{self, Arg, Lang, SortKeys};
use crate::model::user::Right;
use crate::model::{Moment, data_map};
use crate::store::{self, integrity};
use crate::vault;

/// One thing that is not as it should be. None of them holds personal data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// The file does not begin with the mark of its vault.
    Header,
    /// An encrypted page was changed by somebody without the key, or by the disk.
    Cipher(String),
    /// The database's structures do not fit together.
    Structure(String),
    /// So many names would stand in another place of the list.
    SortKeys(u64),
    /// The journal does not fit together from this entry on.
    Journal(i64),
    /// The journal is not the one that was noted at the last closing or in a backup.
    JournalDeparts(journal::Departure),
    /// The note of where the journal ended at the last closing is missing.
    JournalNoteMissing,
    /// No backup could be made since this time.
    NoBackup(Moment),
    /// The file has a column that the data map does not know.
    UnmappedColumn(String),
    /// The data map has a column that the file does not know.
    MissingColumn(String),
    /// So many attachments have no file.
    AttachmentsWithoutFile(u64),
    /// So many attachments cannot be opened: their files have another content than was put there.
    AttachmentsDamaged(u64),
    /// So many files in the folder of attachments belong to nothing.
    FilesWithoutAttachment(u64),
    /// People were erased, and the file is still to be rewritten.
    ErasureUnfinished,
    /// After an erasure, so many traces were found.
    ErasureResidue(u64),
    /// So many rows of a table name a row that is not there.
    Dangling {
        /// The table.
        table: String,
        /// How many rows.
        rows: u64,
    },
}

impl Finding {
    /// Returns the finding's key for scripts; its text is `check-<key>`.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Cipher(_) => "cipher",
            Self::Structure(_) => "structure",
            Self::SortKeys(_) => "sort-keys",
            Self::Journal(_) => "journal",
            Self::JournalDeparts(journal::Departure::Shorter { .. }) => "journal-shorter",
            Self::JournalDeparts(journal::Departure::Other { .. }) => "journal-other",
            Self::JournalNoteMissing => "journal-note-missing",
            Self::NoBackup(_) => "no-backup",
            Self::UnmappedColumn(_) => "unmapped-column",
            Self::MissingColumn(_) => "missing-column",
            Self::AttachmentsWithoutFile(_) => "attachments-without-file",
            Self::AttachmentsDamaged(_) => "attachments-damaged",
            Self::FilesWithoutAttachment(_) => "files-without-attachment",
            Self::ErasureUnfinished => "erasure-unfinished",
            Self::ErasureResidue(_) => "erasure-residue",
            Self::Dangling { .. } => "dangling",
        }
    }

    /// Returns the finding in words.
    pub fn words(&self, lang: Lang) -> String {
        let count = |count: u64| vec![("count", Arg::Number(i64::try_from(count).unwrap_or(i64::MAX)))];
        let arguments = match self {
            Self::Header | Self::JournalNoteMissing | Self::ErasureUnfinished => Vec::new(),
            Self::Cipher(text) | Self::Structure(text) => vec![("detail", Arg::from(text.as_str()))],
            Self::SortKeys(rows)
            | Self::AttachmentsWithoutFile(rows)
            | Self::AttachmentsDamaged(rows)
            | Self::FilesWithoutAttachment(rows)
            | Self::ErasureResidue(rows) => count(*rows),
            Self::Journal(entry) => vec![("entry", Arg::Number(*entry))],
            Self::JournalDeparts(journal::Departure::Shorter { noted } | journal::Departure::Other { noted }) => {
                vec![("noted", Arg::Number(*noted))]
            }
            Self::NoBackup(since) => vec![("date", Arg::from(i18n::date(lang, since.local_date())))],
            Self::UnmappedColumn(column) | Self::MissingColumn(column) => {
                vec![("column", Arg::from(column.as_str()))]
            }
            Self::Dangling { table, rows } => {
                let mut arguments = count(*rows);
                arguments.push(("table", Arg::from(table.as_str())));
                arguments
            }
        };
        i18n::text_with(lang, &format!("check-{}", self.key()), &arguments)
    }
}

type Step = fn(&Desk<'_>) -> Result<Vec<Finding>, Error>;

/// The checks, each a step of the progress.
const STEPS: [Step; 7] = [file, sort_keys, journal_chain, columns, attachments, dangling, erasures];

/// Looks through everything and returns what is wrong. Reads the whole file: seconds where there are a million cards.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::Cancelled`], or the database's where it cannot be read at all.
pub fn run(desk: &Desk<'_>, progress: &Progress) -> Result<Vec<Finding>, Error> {
    desk.require(Right::See)?;
    let mut findings = Vec::new();
    for (done, step) in (0..).zip(STEPS) {
        progress.at(done, STEPS.len() as u64)?;
        match step(desk) {
            Ok(found) => findings.extend(found),
            // What is damaged cannot be read; that it is damaged has been found then.
            Err(Error::Store(store::Error::Damaged | store::Error::NotADatabase)) if !findings.is_empty() => break,
            Err(error) => return Err(error),
        }
    }
    Ok(findings)
}

/// As [`run`], and looks also at what lies beside the file: the ends of the journal that were noted, and the backups.
///
/// Waits for threads of the vault.
///
/// # Errors
/// As [`run`].
pub fn everything(office: &Office, progress: Arc<Progress>) -> Result<Vec<Finding>, Error> {
    let mut findings = office.read(move |desk| run(desk, &progress)).wait()?;
    let is_readable = !findings.iter().any(|finding| matches!(finding, Finding::Cipher(_) | Finding::Structure(_)));
    if is_readable {
        findings.extend(journal::examine(office)?.departs.map(Finding::JournalDeparts));
    }
    if office.notices().contains(&vault::Notice::HeadMissing) {
        findings.push(Finding::JournalNoteMissing);
    }
    findings.extend(backup::state(office)?.failed.map(Finding::NoBackup));
    Ok(findings)
}

fn file(desk: &Desk<'_>) -> Result<Vec<Finding>, Error> {
    let findings = desk.db().integrity()?.into_iter().map(|found| match found.check {
        integrity::Check::Header => Finding::Header,
        integrity::Check::Cipher => Finding::Cipher(found.text),
        integrity::Check::Structure => Finding::Structure(found.text),
    });
    Ok(findings.collect())
}

fn sort_keys(desk: &Desk<'_>) -> Result<Vec<Finding>, Error> {
    let keys = SortKeys::new(setup::language(desk.db())?.unwrap_or(desk.lang()));
    let wrong =
        store::feed::wrong_sort_keys(desk.db(), |first, last| keys.name_key(last, first), |name| keys.key(name))?;
    Ok(some(wrong, Finding::SortKeys))
}

fn journal_chain(desk: &Desk<'_>) -> Result<Vec<Finding>, Error> {
    Ok(journal::verify(desk.db(), desk.keys())?.broken_at.map(Finding::Journal).into_iter().collect())
}

fn columns(desk: &Desk<'_>) -> Result<Vec<Finding>, Error> {
    let present = store::feed::columns(desk.db())?;
    let mapped: Vec<(&str, &str)> = data_map::COLUMNS
        .iter()
        .map(|column| (column.table, column.column))
        .chain(data_map::NOT_PERSONAL.iter().copied())
        .collect();
    let is_mapped = |(table, column): &(String, String)| mapped.contains(&(table.as_str(), column.as_str()));
    let is_present = |(table, column): &(&str, &str)| present.iter().any(|(t, c)| t == table && c == column);
    let name = |table: &str, column: &str| format!("{table}.{column}");
    let unmapped = present.iter().filter(|column| !is_mapped(column));
    let missing = mapped.iter().filter(|column| !is_present(column));
    Ok(unmapped
        .map(|(table, column)| Finding::UnmappedColumn(name(table, column)))
        .chain(missing.map(|(table, column)| Finding::MissingColumn(name(table, column))))
        .collect())
}

/// Opens every attachment, as nothing else tells that it can be opened.
pub(super) fn attachments(desk: &Desk<'_>) -> Result<Vec<Finding>, Error> {
    let places = store::attachments::all(desk.db())?;
    let (mut missing, mut damaged) = (0, 0);
    for place in &places {
        if desk.cancel().is_cancelled() {
            return Err(Error::Cancelled);
        }
        match desk.attachments().get(&place.file, &place.wrapped_key) {
            Ok(_) => {}
            Err(vault::Error::AttachmentMissing) => missing += 1,
            // One that the disk does not give is as good as damaged.
            Err(_) => damaged += 1,
        }
    }
    let files = desk.attachments().list()?;
    // The places are in the order of their files.
    let is_known = |file: &String| places.binary_search_by(|place| place.file.cmp(file)).is_ok();
    let unknown = files.iter().filter(|file| !is_known(file)).count() as u64;
    let mut findings = some(missing, Finding::AttachmentsWithoutFile);
    findings.extend(some(damaged, Finding::AttachmentsDamaged));
    findings.extend(some(unknown, Finding::FilesWithoutAttachment));
    Ok(findings)
}

fn dangling(desk: &Desk<'_>) -> Result<Vec<Finding>, Error> {
    Ok(desk.db().dangling()?.into_iter().map(|(table, rows)| Finding::Dangling { table, rows }).collect())
}

/// What the last erasures left.
fn erasures(desk: &Desk<'_>) -> Result<Vec<Finding>, Error> {
    let erasures = store::erasure::all(desk.db())?;
    let mut findings = Vec::new();
    if store::erasure::is_unfinished(desk.db())? {
        findings.push(Finding::ErasureUnfinished);
    }
    let residue = erasures.iter().filter_map(|erasure| erasure.residue).sum();
    findings.extend(some(residue, Finding::ErasureResidue));
    Ok(findings)
}

fn some(count: u64, finding: fn(u64) -> Finding) -> Vec<Finding> {
    if count == 0 { Vec::new() } else { vec![finding(count)] }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::tests::{named, office};
    use super::super::{Office, attached, inspection, persons};
    use super::*;
    use crate::model::list;

    fn findings(office: &Office) -> Vec<Finding> {
        office.read(|desk| run(desk, &Progress::default())).wait().unwrap()
    }

    fn break_with(office: &Office, sql: &'static str) {
        office.write(move |desk| Ok(store::schema::try_sql(desk.db(), sql)?)).wait().unwrap();
    }

    #[test]
    fn a_sound_vault_has_no_findings_and_each_damage_its_own() {
        let (dir, office) = office();
        let person = office.write(|desk| persons::add(desk, named("Åse", "Ødegård"), None, list::SOURCE_USER));
        let person = person.wait().unwrap();
        assert_eq!(findings(&office), []);
        office
            .write(move |desk| {
                let file = attached::Incoming::from_text("mail", "yes");
                attached::keep(desk, person.id, crate::model::attachment::Kind::Evidence, &file)
            })
            .wait()
            .unwrap();
        assert_eq!(findings(&office), []);

        let folder = dir.path().join("vault").join("attachments");
        let file = std::fs::read_dir(&folder).unwrap().next().unwrap().unwrap().path();
        std::fs::rename(&file, folder.join("0".repeat(file.file_name().unwrap().len()))).unwrap();
        assert_eq!(findings(&office), [Finding::AttachmentsWithoutFile(1), Finding::FilesWithoutAttachment(1)]);
        std::fs::rename(folder.join("0".repeat(file.file_name().unwrap().len())), &file).unwrap();

        let whole = std::fs::read(&file).unwrap();
        let mut flipped = whole.clone();
        flipped[30] ^= 1;
        for damaged in [Vec::new(), flipped] {
            std::fs::write(&file, damaged).unwrap();
            assert_eq!(findings(&office), [Finding::AttachmentsDamaged(1)]);
            assert_eq!(inspection::run(&office).unwrap().attachments, [Finding::AttachmentsDamaged(1)]);
        }
        std::fs::write(&file, whole).unwrap();

        break_with(&office, "UPDATE person SET sort_key = x'00'");
        assert_eq!(findings(&office), [Finding::SortKeys(1)]);
        break_with(&office, "CREATE TABLE more (secret TEXT) STRICT");
        assert_eq!(findings(&office)[1..], [Finding::UnmappedColumn("more.secret".into())]);
        break_with(&office, "DROP TABLE more; UPDATE person SET picture = 7; INSERT INTO erasing VALUES (3)");
        let dangling = |table: &str| Finding::Dangling { table: table.into(), rows: 1 };
        assert_eq!(findings(&office)[1..], [dangling("erasing"), dangling("person")]);
        break_with(&office, "DROP TRIGGER journal_is_not_changed; UPDATE journal SET by = 2 WHERE seq = 2");
        assert_eq!(findings(&office)[1], Finding::Journal(2));
    }
}
