//! What is removed by itself once the office keeps it no longer: entries of the journal from its beginning, certificates
//! of erasures, marks of erased e-mails and phones that have had their time, and codes by which nobody can answer any more.
//!
//! The journal holds all the same. That entries were removed, and up to which, is entered in it first, which only who
//! has its key can do; what ties the next entry to the last of them is noted. So entries that anybody else takes away
//! are found out, at the beginning as anywhere; see [`super::journal`]. An erasure's certificate goes, and what brings an
//! older copy of the card file up to date about it stays.

use chrono::{Days, Months, NaiveDate};

use super::settings::{self, Plain};
use super::{Desk, Error};
use crate::model::Moment;
use crate::model::journal::{Kind, Subject};
use crate::model::user::Right;
use crate::store;

/// How long nobody may have worked with a card file before a clock is not believed.
const AWAY: Days = Days::new(90);
/// How long it is still told of a code that it is over, before it is not known any more.
const CODES: Days = Days::new(90);

/// What was removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Removed {
    /// Entries of the journal.
    pub entries: u64,
    /// Certificates of erasures.
    pub certificates: u64,
    /// Marks of erased e-mails and phones.
    pub marks: u64,
    /// Codes by which an answer was known, and that are taken no more.
    pub codes: u64,
}

/// Removes what is older than the office keeps.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn round(desk: &mut Desk<'_>) -> Result<Removed, Error> {
    desk.require(Right::Purge)?;
    let marks = store::erasure::forget_expired(desk.db(), &desk.today().to_string())?;
    let codes = store::tokens::remove_over(desk.db(), Moment::beginning(desk.today() - CODES))?;
    let mut removed = Removed { marks: marks as u64, codes: codes as u64, ..Removed::default() };
    if removed.codes > 0 {
        desk.note(Kind::OldRemoved, Subject::None, Vec::new())?;
    }
    if removed.marks > 0 {
        desk.note(Kind::OldRemoved, Subject::None, Vec::new())?;
    }
    if let Some(before) = before(desk, Plain::CertificatesKeep)? {
        removed.certificates = store::erasure::remove_certificates(desk.db(), before)? as u64;
        if removed.certificates > 0 {
            desk.note(Kind::OldRemoved, Subject::None, Vec::new())?;
        }
    }
    if let Some(before) = before(desk, Plain::JournalKeep)?
        && let Some(last) = store::journal::last_before(desk.db(), before.0)?
    {
        // Entered before anything goes: what is removed without an entry that says so counts as tampered with.
        desk.note(Kind::OldRemoved, Subject::Record(last), Vec::new())?;
        removed.entries = store::journal::remove_up_to(desk.db(), last)? as u64;
    }
    Ok(removed)
}

/// Returns the time before which things are older than a setting keeps them; none where it keeps all.
fn before(desk: &Desk<'_>, keep: Plain) -> Result<Option<Moment>, Error> {
    let years: Option<u32> = settings::plain(desk, keep)?.parse().ok();
    let Some(years) = years else { return Ok(None) };
    let day = counted_from(desk)?.checked_sub_months(Months::new(years.saturating_mul(12)));
    Ok(day.map(Moment::beginning))
}

/// Returns the day from which years are counted back: today, but no more than [`AWAY`] after the last day before on
/// which anything was entered. A clock that runs ahead must not remove what is young.
fn counted_from(desk: &Desk<'_>) -> Result<NaiveDate, Error> {
    let today = desk.today();
    let yesterday = Moment::beginning(today - Days::new(1));
    let newest = store::journal::newest_before(desk.db(), yesterday.0)?;
    Ok(newest.map_or(today, |at| today.min(Moment(at).local_date() + AWAY)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;
    use crate::model::setting::Setting;
    use crate::office::journal::{self, Departure};
    use crate::office::tests::{add, named, office, passphrase};
    use crate::office::{Office, erasure};

    fn keep(office: &Office, key: &'static str, years: &'static str) {
        let setting = Setting::from_key(key).unwrap();
        office.write(move |desk| settings::set(desk, &setting, years)).wait().unwrap();
    }

    /// Lets so many years go by in which somebody worked until two days before: what was there is that much older.
    fn years_of_work_later(office: &Office, years: u32) -> Removed {
        office
            .write(move |desk| {
                desk.pass_years_for_tests(years);
                desk.note(Kind::Exported, Subject::None, Vec::new())
            })
            .wait()
            .unwrap();
        office
            .write(move |desk| {
                desk.pass_years_for_tests(years);
                desk.pass_days_for_tests(2);
                round(desk)
            })
            .wait()
            .unwrap()
    }

    /// Lets the clock have gone on by so many years.
    fn years_later(office: &Office, years: u32) -> Removed {
        office
            .write(move |desk| {
                desk.pass_years_for_tests(years);
                round(desk)
            })
            .wait()
            .unwrap()
    }

    fn run(office: &Office, sql: &'static str) {
        office
            .write(move |desk| desk.db().sql_for_tests().execute_batch(sql).map_err(|_| Error::Failed))
            .wait()
            .unwrap();
    }

    #[test]
    fn entries_older_than_the_office_keeps_go_and_the_chain_holds() {
        let (dir, office) = office();
        for name in ["Aas", "Berg", "Dal"] {
            add(&office, named("Kari", name));
        }
        let noted = office.read(|desk| journal::end(desk)).wait().unwrap();
        assert_eq!(years_later(&office, 30), Removed::default(), "nothing is removed unless the office says so");
        keep(&office, "journal.keep_years", "5");
        let before = office.read(|desk| journal::end(desk)).wait().unwrap().count;
        assert_eq!(years_later(&office, 4).entries, 0);
        assert_eq!(years_later(&office, 40).entries, 0, "a clock that runs ahead is not believed");
        assert_eq!(years_of_work_later(&office, 6).entries, u64::try_from(before).unwrap());
        let verdict = journal::examine(&office).unwrap();
        assert!(verdict.is_intact(), "{verdict:?}");
        assert_eq!((verdict.entries, verdict.removed), (before + 2, before));
        assert_eq!(years_later(&office, 6).entries, 0, "what is there is younger");
        let code = journal::code(&noted);
        let compared = office.read(move |desk| journal::compare(desk, &code)).wait().unwrap();
        assert_eq!(compared, journal::Compared::Removed { entry: noted.count });
        add(&office, named("Ola", "Eik"));
        office.close();
        let office = Office::open(&dir.path().join("vault"), "me", &passphrase(), crate::i18n::Lang::Nb).unwrap();
        assert!(office.journal_at_unlock().is_none());
        assert!(journal::examine(&office).unwrap().is_intact());
    }

    #[test]
    fn codes_that_are_over_go_after_a_while_and_a_no_is_never_too_late() {
        use crate::model::token::Purpose;
        use crate::office::mail::tokens;
        let (_dir, office) = office();
        let id = add(&office, named("Kari", "Aas")).id;
        let codes = office.write(move |desk| {
            let shown = crate::office::wordings::add(desk, crate::model::list::MARKETING, "nb", "Kan vi skrive?")?;
            let confirm = Purpose::Confirm { purpose: crate::model::list::MARKETING, wording: shown };
            let stop = Purpose::Unsubscribe { mailing: None, kind: None };
            Ok([tokens::issue(desk, id, confirm)?, tokens::issue(desk, id, stop)?])
        });
        let codes = codes.wait().unwrap();
        let known = || {
            codes.clone().map(|code| office.read(move |desk| Ok(tokens::read(desk, &code)?.is_some())).wait().unwrap())
        };
        let later = |days: u64| {
            let done = office.write(move |desk| {
                desk.pass_days_for_tests(days);
                round(desk)
            });
            done.wait().unwrap().codes
        };
        // It is over, and that is still told.
        assert_eq!((later(60), known()), (0, [true, true]));
        assert_eq!((later(130), known()), (1, [false, true]));
        assert_eq!(later(130), 0);
        assert!(journal::examine(&office).unwrap().is_intact());
    }

    #[test]
    fn what_anybody_else_removes_is_found() {
        const OPEN: &str = "DROP TRIGGER journal_is_not_removed;";
        let (_dir, office) = office();
        for name in ["Aas", "Berg", "Dal", "Eik"] {
            add(&office, named("Kari", name));
        }
        let broken = || {
            let verdict = journal::examine(&office).unwrap();
            assert!(!verdict.is_intact() && verdict.departs != Some(Departure::Shorter { noted: 1 }), "{verdict:?}");
            verdict.broken_at
        };
        run(&office, OPEN);
        // The beginning is cut off, and the note of it made up.
        run(
            &office,
            "INSERT INTO vault_info SELECT 'journal.removed', '2 ' || lower(hex(mac)) FROM journal WHERE seq = 2;
             DELETE FROM journal WHERE seq <= 2;",
        );
        assert_eq!(broken(), Some(3));
        // An entry that says so cannot be made up; where there is one, no more than it says goes.
        keep(&office, "journal.keep_years", "5");
        let (_dir, office) = self::office();
        add(&office, named("Kari", "Aas"));
        keep(&office, "journal.keep_years", "5");
        years_of_work_later(&office, 6);
        add(&office, named("Kari", "Berg"));
        run(&office, OPEN);
        run(
            &office,
            "UPDATE vault_info SET value = (SELECT seq || ' ' || lower(hex(mac)) FROM journal ORDER BY seq LIMIT 1)
                 WHERE key = 'journal.removed';
             DELETE FROM journal WHERE seq = (SELECT min(seq) FROM journal);",
        );
        assert!(!journal::examine(&office).unwrap().is_intact());
    }

    #[test]
    fn nothing_removes_entries_that_are_not_noted_to_be() {
        let (_dir, office) = office();
        add(&office, named("Kari", "Aas"));
        let cut = "DELETE FROM journal WHERE seq = 1";
        let refused =
            office.write(move |desk| desk.db().sql_for_tests().execute_batch(cut).map_err(|_| Error::Failed)).wait();
        assert!(refused.is_err());
    }

    #[test]
    fn a_certificate_goes_and_an_older_copy_is_brought_up_to_date_all_the_same() {
        let (_dir, office) = office();
        let id = add(&office, named("Kari", "Aas")).id;
        let wanted = erasure::Wanted { hits: erasure::Hits::Scrub, ..erasure::Wanted::new(vec![id]) };
        erasure::carry_out(&office, wanted, &std::sync::Arc::default()).unwrap();
        keep(&office, "certificates.keep_years", "3");
        let all = || office.read(|desk| erasure::all(desk)).wait().unwrap();
        assert_eq!((years_later(&office, 2).certificates, all().len()), (0, 1));
        let known = || office.read(|desk| Ok(store::erasure::remembered(desk.db())?)).wait().unwrap();
        let before = known();
        assert_eq!((years_of_work_later(&office, 4).certificates, all().len()), (1, 0));
        let after = known();
        assert_eq!((after.cards, after.suppressed, after.erasures.len()), (before.cards, before.suppressed, 1));
        assert_eq!((after.erasures[0].persons, after.erasures[0].tables.as_str()), (0, "[]"));
        assert_eq!(years_later(&office, 4).certificates, 0);
    }
}
