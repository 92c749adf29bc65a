//! What shows that somebody was erased: a certificate for the office's files, and a confirmation for the person. Neither
//! holds anything about them.

use std::path::Path;

use serde_json::{Value as Json, json};

use super::rewriting::{Older, older_backups};
use crate::i18n::{self, Lang};
use crate::model::data_map;
use crate::model::erasure::{Erasure, Id, State};
use crate::model::outbox::Channel;
use crate::model::report::{Letter, Party, Print, Value};
use crate::model::setting::{Plain, Setting};
use crate::model::user::Right;
use crate::model::{Moment, Zone, user};
use crate::office::{Desk, Error, Office, attached, report, settings};
use crate::transfer::report::letters;
use crate::{store, t};

/// What a certificate says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// The erasure.
    pub erasure: Erasure,
    /// Who made it, by the name they work here under.
    pub by: String,
    /// The office's name.
    pub office: String,
    /// Backups made before, and the day by which each is gone.
    pub backups: Vec<Older>,
}

/// Returns what the certificate of an erasure says.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NoSuch`].
pub fn certificate(office: &Office, id: Id) -> Result<Certificate, Error> {
    let (erasure, by, name) = office
        .read(move |desk| {
            desk.require(Right::Erase)?;
            let erasure = store::erasure::get(desk.db(), id)?;
            let erasure = erasure.filter(|known| known.state != State::Removed).ok_or(Error::NoSuch("erasure"))?;
            let users = store::users::all(desk.db())?;
            let by = users.into_iter().find(|user| user.id == erasure.by).map(|user| user.name).unwrap_or_default();
            // A stranger reads it: the name that the program gave says nothing to them.
            let by = if by == user::FIRST { t!(desk.lang(), "user-first") } else { by };
            Ok((erasure, by, settings::get(desk, &Setting::Plain(Plain::OfficeName))?))
        })
        .wait()?;
    let mut backups = older_backups(office)?;
    let made = erasure.finished_at.unwrap_or(erasure.at);
    backups.retain(|older| older.kept.manifest.made_at < made);
    Ok(Certificate { erasure, by, office: name, backups })
}

/// Allows to write a certificate, or a letter about an erasure, to a place where no file of that name is.
///
/// # Errors
/// [`Error::Forbidden`], [`Rule::InsideVault`](crate::office::Rule::InsideVault); [`Error::File`] where there is no such
/// folder, or such a file already.
pub fn may_certify(desk: &Desk<'_>, path: &Path) -> Result<(), Error> {
    may_write(desk, path)?;
    attached::require_new(path)
}

/// As [`may_certify`], where whoever chose the file was asked whether it may be replaced.
pub(super) fn may_write(desk: &Desk<'_>, path: &Path) -> Result<(), Error> {
    desk.require(Right::Erase)?;
    desk.require_outside(path)?;
    // Said before anybody is erased: afterwards, "nothing was changed" would not be true.
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let wrong = |kind: std::io::ErrorKind| Err(Error::File { path: path.to_owned(), source: kind.into() });
    if !folder.is_dir() {
        return wrong(std::io::ErrorKind::NotFound);
    }
    if path.is_dir() { wrong(std::io::ErrorKind::IsADirectory) } else { Ok(()) }
}

/// Writes the certificate of an erasure to a file that only its owner can read: JSON or PDF where its name ends so, else
/// a page. What lies there is replaced: who may not want that asks [`may_certify`] first.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NoSuch`], [`Rule::InsideVault`](crate::office::Rule::InsideVault), [`Error::File`].
pub fn save_certificate(office: &Office, id: Id, path: &Path) -> Result<(), Error> {
    let certificate = certificate(office, id)?;
    let path = path.to_owned();
    office
        .write(move |desk| {
            desk.require(Right::Erase)?;
            desk.require_outside(&path)?;
            // Entered first, so that the entry is among those the file vouches for.
            desk.note(crate::model::journal::Kind::Exported, crate::model::journal::Subject::Record(id.0), Vec::new())?;
            let is_json = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
            let bytes = if is_json {
                format!("{:#}\n", certificate.document()).into_bytes()
            } else {
                letters(&[certificate.letter(desk)?], Print::of(&path))?
            };
            attached::write_private(&path, &bytes)?;
            desk.has_written(&path);
            Ok(())
        })
        .wait()
}

impl Certificate {
    fn array(text: &str) -> Vec<Json> {
        serde_json::from_str(text).unwrap_or_default()
    }

    /// Returns the certificate for scripts.
    pub fn document(&self) -> Json {
        let erasure = &self.erasure;
        json!({
            "erasure": erasure.id.to_string(),
            "office": self.office,
            "at": erasure.at,
            "finished_at": erasure.finished_at,
            "by": self.by,
            "ground": { "article": format!("17(1)({})", erasure.ground.letter()), "key": erasure.ground.key() },
            "reason": erasure.reason,
            "persons": erasure.persons,
            "companies": erasure.companies,
            "tables": Self::array(&erasure.tables),
            "kept": Self::array(&erasure.kept),
            "state": erasure.state.key(),
            "residue": erasure.residue,
            "told": erasure.told.map(Channel::key),
            "told_at": erasure.told_at,
            "backups": self.backups.iter().map(older).collect::<Vec<_>>(),
            "journal_head": erasure.journal_head,
        })
    }

    /// Returns the lines of the certificate: what, and what about it.
    pub fn lines(&self, lang: Lang) -> Vec<(String, String)> {
        let erasure = &self.erasure;
        let time = |at: Moment| i18n::date_time(lang, Zone::local().at(at));
        let ground = i18n::text(lang, &format!("erasure-ground-{}", erasure.ground.key()));
        let mut lines = vec![
            (t!(lang, "certificate-at"), time(erasure.at)),
            (t!(lang, "certificate-by"), self.by.clone()),
            (t!(lang, "certificate-persons"), i18n::number(lang, i64::try_from(erasure.persons).unwrap_or(i64::MAX))),
            (
                t!(lang, "certificate-ground"),
                t!(lang, "certificate-article", letter = erasure.ground.letter(), ground = ground),
            ),
        ];
        if !self.office.is_empty() {
            lines.insert(0, (t!(lang, "certificate-office"), self.office.clone()));
        }
        if !erasure.reason.is_empty() {
            lines.push((t!(lang, "certificate-reason"), erasure.reason.clone()));
        }
        for row in Self::array(&erasure.tables) {
            let table = table_name(lang, row["table"].as_str().unwrap_or_default());
            let action = i18n::text(lang, &format!("erasure-action-{}", row["action"].as_str().unwrap_or_default()));
            let rows = row["rows"].as_i64().unwrap_or_default();
            lines.push((table, t!(lang, "certificate-rows", action = action, rows = rows)));
        }
        for row in Self::array(&erasure.kept) {
            let says = row["reason"].as_str().filter(|reason| !reason.is_empty());
            let reason = says.map_or_else(|| t!(lang, "certificate-not-stated"), str::to_owned);
            let texts = row["texts"].as_i64().unwrap_or_default();
            let kept = match row["exception"].as_str() {
                Some(letter) => {
                    let exception = i18n::text(lang, &format!("erasure-exception-{letter}"));
                    let (letter, exception) = (letter, exception.as_str());
                    t!(
                        lang,
                        "certificate-kept-texts",
                        texts = texts,
                        letter = letter,
                        exception = exception,
                        reason = reason
                    )
                }
                None => t!(lang, "certificate-kept-unstated", texts = texts, reason = reason),
            };
            lines.push((t!(lang, "certificate-kept"), kept));
        }
        let residue = match (erasure.state, erasure.residue) {
            (State::Rewriting, _) => t!(lang, "certificate-finishing"),
            (State::Finishing, Some(0)) => t!(lang, "certificate-waiting"),
            (State::Finishing, _) => t!(lang, "certificate-waiting-residue", count = erasure.residue.unwrap_or(0)),
            (State::Done, Some(0)) if erasure.kept != "[]" => t!(lang, "certificate-no-residue-but-kept"),
            (State::Done, Some(0)) => t!(lang, "certificate-no-residue"),
            (State::Done | State::Removed, Some(count)) => t!(lang, "certificate-residue", count = count),
            (State::Done | State::Removed, None) => t!(lang, "certificate-not-looked"),
        };
        if let Some(channel) = erasure.told {
            let told = i18n::text(lang, &format!("outbox-channel-{}", channel.key()));
            let told = match erasure.told_at {
                Some(at) => t!(lang, "certificate-told-at", how = told, time = time(at)),
                None => t!(lang, "certificate-told-waits", how = told),
            };
            lines.push((t!(lang, "certificate-told"), told));
        }
        lines.push((t!(lang, "certificate-looked"), residue));
        for older in &self.backups {
            lines.push((t!(lang, "certificate-backup"), older.words(lang, time(older.kept.manifest.made_at))));
        }
        lines.push((t!(lang, "certificate-journal"), erasure.journal_head.clone()));
        lines
    }

    /// Returns the certificate as it is printed.
    fn letter(&self, desk: &Desk<'_>) -> Result<Letter, Error> {
        let lang = desk.lang();
        let lines = self.lines(lang).into_iter();
        let mut letter = report::letter(desk, lang, Party::default(), t!(lang, "certificate-title"))?;
        letter.number = self.erasure.id.0;
        letter.facts = lines.map(|(what, about)| report::fact("certificate", what, Value::text(about))).collect();
        letter.paragraphs = vec![t!(lang, "certificate-says"), crate::office::journal::head_words(desk)?];
        Ok(letter)
    }
}

/// Returns a backup for scripts.
pub fn older(older: &Older) -> Json {
    json!({ "file": older.kept.path, "made_at": older.kept.manifest.made_at, "expires": older.expires })
}

impl Older {
    /// Returns when it was made, given in words, and how long it is there.
    pub fn words(&self, lang: Lang, made: String) -> String {
        match self.expires {
            Some(day) => t!(lang, "certificate-backup-expires", made = made, expires = i18n::date(lang, day)),
            None => t!(lang, "certificate-backup-stays", made = made),
        }
    }
}

/// Returns what a table is called: the words of the data it holds.
pub fn table_name(lang: Lang, table: &str) -> String {
    let text = i18n::text(lang, &format!("erasure-table-{}", table.replace('_', "-")));
    debug_assert!(data_map::COLUMNS.iter().any(|column| column.table == table) || !text.is_empty());
    text
}

/// Returns the confirmation for the person who was erased (art. 12(3), 17, 19), to be sent before the address is
/// forgotten elsewhere; it holds nothing about them.
pub fn confirmation(certificate: &Certificate, lang: Lang) -> String {
    let mut parts = erased_words(lang, &certificate.erasure, &certificate.backups);
    parts.push(t!(lang, "erased-letter-complaint"));
    if !certificate.office.is_empty() {
        parts.push(certificate.office.clone());
    }
    parts.join("\n\n")
}

/// Returns what was erased, on which ground, and what is left of it, paragraph by paragraph.
pub(super) fn erased_words(lang: Lang, erasure: &Erasure, backups: &[Older]) -> Vec<String> {
    let ground = i18n::text(lang, &format!("erasure-ground-{}", erasure.ground.key()));
    let mut parts = vec![t!(
        lang,
        "erased-letter",
        date = i18n::date(lang, erasure.at.local_date()),
        letter = erasure.ground.letter(),
        ground = ground
    )];
    if let Some(last) = backups.iter().filter_map(|older| older.expires).max() {
        parts.push(t!(lang, "erased-letter-backups", date = i18n::date(lang, last)));
    }
    if backups.iter().any(|older| older.expires.is_none()) {
        parts.push(t!(lang, "erased-letter-backups-stay"));
    }
    for row in Certificate::array(&erasure.kept) {
        parts.push(match row["exception"].as_str() {
            Some(letter) => {
                let exception = i18n::text(lang, &format!("erasure-exception-{letter}"));
                t!(lang, "erased-letter-kept", letter = letter, exception = exception)
            }
            None => t!(lang, "erased-letter-kept-unstated"),
        });
    }
    parts.push(t!(lang, "erased-letter-mark"));
    parts
}
