//! Whom nobody deletes or erases, and why: legal holds and the books (art. 17(3)), and restrictions (art. 18).
//!
//! [`of`] is the one place that knows every reason to keep somebody. Whatever deletes or erases asks it, and holds those
//! people back with the reasons it gives. The trash asks as well, also for a single card: what is put there is erased on
//! its day by itself, so who may not be erased then is told at once, and stays where everybody finds them.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Desk, Error, Rule, retention, states};
use crate::i18n::{self, Lang};
use crate::model::field::Field;
use crate::model::hold::{Content, Ground, Hold, Id, Lifted};
use crate::model::journal::{Kind, Subject};
use crate::model::retention::Books;
use crate::model::user::Right;
use crate::model::{Reason, person, text};
use crate::{store, t};

/// A reason to keep somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Held {
    /// The processing of their data is restricted (art. 18): nothing is done with it, and it is not erased either.
    Restricted,
    /// The law on bookkeeping asks to keep what the books rest on (art. 17(3)(b)).
    Books {
        /// Whose law.
        books: Books,
        /// The last day.
        until: NaiveDate,
    },
    /// Somebody entered that the law wants them kept.
    Hold {
        /// Why.
        ground: Ground,
        /// The statute.
        statute: String,
        /// The last day; none while that is not known.
        until: Option<NaiveDate>,
    },
}

impl Held {
    /// Returns the reason that a hold is.
    pub fn of_hold(hold: &Hold) -> Self {
        let Content { ground, statute, until, .. } = &hold.content;
        Self::Hold { ground: *ground, statute: statute.clone(), until: *until }
    }

    /// Returns the reason's key, as scripts know it.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Restricted => "restricted",
            Self::Books { .. } => "bookkeeping",
            Self::Hold { .. } => "legal-hold",
        }
    }

    /// Returns the letter of art. 17(3) that keeps them; none for a restriction, which is no exception from erasure.
    pub fn exception(&self) -> Option<&'static str> {
        match self {
            Self::Restricted => None,
            Self::Books { .. } | Self::Hold { ground: Ground::Bookkeeping, .. } => Some(Ground::Obligation.key()),
            Self::Hold { ground, .. } => Some(ground.key()),
        }
    }

    /// Returns the last day; none where nobody knows it.
    pub fn until(&self) -> Option<NaiveDate> {
        match self {
            Self::Restricted => None,
            Self::Books { until, .. } => Some(*until),
            Self::Hold { until, .. } => *until,
        }
    }

    /// Returns the reason in words.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Self::Restricted => t!(lang, "held-restricted"),
            Self::Books { books, until } => {
                let ground = i18n::text(lang, &format!("hold-ground-{}", Ground::Bookkeeping.key()));
                let (statute, day) = (retention::words::statute(lang, *books), i18n::date(lang, *until));
                t!(lang, "held-hold-until", ground = ground, statute = statute, day = day)
            }
            Self::Hold { ground, statute, until } => {
                let ground = i18n::text(lang, &format!("hold-ground-{}", ground.key()));
                match until {
                    Some(day) => {
                        let day = i18n::date(lang, *day);
                        t!(lang, "held-hold-until", ground = ground, statute = statute.as_str(), day = day)
                    }
                    None => t!(lang, "held-hold", ground = ground, statute = statute.as_str()),
                }
            }
        }
    }
}

/// Returns which of some persons are kept today, each with every reason.
///
/// # Errors
/// The database's.
pub(super) fn of(desk: &Desk<'_>, ids: &[person::Id]) -> Result<HashMap<person::Id, Vec<Held>>, Error> {
    let (restricted, standing) = (states::restricted(desk)?, store::holds::standing(desk.db(), desk.today())?);
    let booked = retention::kept_by_books(desk, ids, desk.today())?;
    let mut kept: HashMap<person::Id, Vec<Held>> = HashMap::new();
    if restricted.is_empty() && standing.is_empty() && booked.is_empty() {
        return Ok(kept);
    }
    for id in ids {
        let holds = standing.get(id).into_iter().flatten().map(Held::of_hold);
        let books = booked.get(id).map(|(books, until)| Held::Books { books: *books, until: *until });
        let closed = restricted.contains(id).then_some(Held::Restricted);
        let reasons: Vec<Held> = closed.into_iter().chain(books).chain(holds).collect();
        if !reasons.is_empty() {
            kept.insert(*id, reasons);
        }
    }
    Ok(kept)
}

/// A hold, and whom it keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The hold.
    pub hold: Hold,
    /// The name of who is kept.
    pub name: String,
    /// Whether it holds today.
    pub stands: bool,
}

/// Returns the holds on a person, or on everybody, oldest first: those that stand, and also those that do not any more
/// where `past`.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoPerson`].
pub fn list(desk: &Desk<'_>, person: Option<person::Id>, past: bool) -> Result<Vec<Listed>, Error> {
    desk.require(Right::See)?;
    let mut holds = match person {
        Some(id) => {
            name(desk, id)?;
            store::holds::of(desk.db(), id)?
        }
        None => store::holds::all(desk.db())?,
    };
    let today = desk.today();
    holds.retain(|hold| past || hold.stands(today));
    desk.keep_seen(&mut holds, |hold| hold.person)?;
    let listed = |hold: Hold| {
        let stands = hold.stands(today);
        Ok(Listed { name: name(desk, hold.person)?, hold, stands })
    };
    holds.into_iter().map(listed).collect()
}

fn name(desk: &Desk<'_>, id: person::Id) -> Result<String, Error> {
    desk.require_visible(id)?;
    store::persons::name(desk.db(), id)?.ok_or(Error::NoPerson(id))
}

/// Returns somebody's name, also from the trash, to whoever sees them there.
fn name_in_trash(desk: &Desk<'_>, id: person::Id) -> Result<String, Error> {
    if !desk.is_seen_in_trash(id)? {
        return Err(Error::Forbidden(Right::SeeOthers));
    }
    store::persons::name(desk.db(), id)?.ok_or(Error::NoPerson(id))
}

/// Enters in the journal what was done about a person, wherever their card lies.
fn note(desk: &mut Desk<'_>, kind: Kind, id: person::Id) -> Result<(), Error> {
    let reference = store::persons::journal_ref(desk.db(), id)?.ok_or(Error::NoPerson(id))?;
    desk.note(kind, Subject::Person(reference), Vec::new())?;
    desk.changes.person(id);
    desk.changes.trash = true;
    Ok(())
}

/// Keeps somebody, also one whose card is closed or lies in the trash: they are not erased from there then. It is for
/// those to say who could erase them.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoPerson`]; [`Error::Invalid`] without a statute, for a long text, and for a last day
/// that is past.
pub fn add(desk: &mut Desk<'_>, id: person::Id, content: Content) -> Result<Listed, Error> {
    desk.require(Right::Erase)?;
    let name = name_in_trash(desk, id)?;
    let content = Content {
        statute: line(&content.statute, Field::LegalBasis)?,
        comment: line(&content.comment, Field::Comment)?,
        ..content
    };
    if content.statute.is_empty() {
        return Err(Error::invalid(Field::LegalBasis, Reason::Missing));
    }
    if content.until.is_some_and(|day| day < desk.today()) {
        return Err(Error::invalid(Field::Due, Reason::ImpossibleDate));
    }
    let (at, by) = (desk.now(), desk.user().id);
    let hold = Hold { id: Id(desk.db().new_id()), person: id, content, at, by, lifted: None };
    store::holds::insert(desk.db(), &hold)?;
    note(desk, Kind::HoldAdded, id)?;
    Ok(Listed { hold, name, stands: true })
}

/// Keeps somebody no longer, for a reason.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoPerson`]; [`Error::NoSuch`]; [`Rule::HoldEnded`] where it does not stand any more;
/// [`Error::Invalid`] without a reason.
pub fn lift(desk: &mut Desk<'_>, id: person::Id, hold: Id, why: &str) -> Result<Listed, Error> {
    desk.require(Right::Erase)?;
    let name = name_in_trash(desk, id)?;
    let known = store::holds::of(desk.db(), id)?.into_iter().find(|known| known.id == hold);
    let mut hold = known.ok_or(Error::NoSuch("hold"))?;
    if !hold.stands(desk.today()) {
        return Err(Error::Refused(Rule::HoldEnded));
    }
    let why = line(why, Field::Comment)?;
    if why.is_empty() {
        return Err(Error::invalid(Field::Comment, Reason::Missing));
    }
    let lifted = Lifted { at: desk.now(), by: desk.user().id, why };
    store::holds::lift(desk.db(), id, hold.id, &lifted)?;
    note(desk, Kind::HoldLifted, id)?;
    hold.lifted = Some(lifted);
    Ok(Listed { hold, name, stands: false })
}

/// Returns a text as one line, if it is not too long.
fn line(typed: &str, field: Field) -> Result<String, Error> {
    let line = text::single_line(typed);
    if text::is_longer(&line, text::LONG_LINE) { Err(Error::invalid(field, Reason::TooLong)) } else { Ok(line) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]

    use chrono::Days;

    use super::*;
    use crate::model::basis::{Basis, Decision};
    use crate::model::list::{self, List};
    use crate::model::person::Content as Card;
    use crate::model::restriction;
    use crate::model::setting::Setting;
    use crate::office::subject::Subject;
    use crate::office::tests::{add as person, named, office};
    use crate::office::{Progress, erasure, legal_basis, persons, settings, trash};

    fn books(until: Option<NaiveDate>) -> Content {
        Content { ground: Ground::Bookkeeping, statute: "bokføringsloven § 13".into(), comment: String::new(), until }
    }

    #[test]
    fn who_is_kept_is_told_and_nobody_else() {
        let (_dir, office) = office();
        let ids = ["Alm", "Berg"].map(|name| person(&office, named("Åse", name)).id);
        let kept = || office.read(move |desk| of(desk, &ids)).wait().unwrap();
        assert!(kept().is_empty());
        office.write(move |desk| add(desk, ids[0], books(None))).wait().unwrap();
        let statute = "bokføringsloven § 13".to_owned();
        let reason = Held::Hold { ground: Ground::Bookkeeping, statute, until: None };
        assert_eq!(kept(), HashMap::from([(ids[0], vec![reason])]));
    }

    #[test]
    fn a_hold_needs_a_statute_and_a_day_to_come_and_is_lifted_once_for_a_reason() {
        let (_dir, office) = office();
        let id = person(&office, named("Åse", "Alm")).id;
        let today = crate::model::Moment::now().local_date();
        let past = today.checked_sub_days(Days::new(2)).unwrap();
        for (content, field, reason) in [
            (Content { statute: " ".into(), ..books(None) }, Field::LegalBasis, Reason::Missing),
            (Content { comment: "x".repeat(1_001), ..books(None) }, Field::Comment, Reason::TooLong),
            (books(Some(past)), Field::Due, Reason::ImpossibleDate),
        ] {
            let Err(Error::Invalid(wrong)) = office.write(move |desk| add(desk, id, content)).wait() else { panic!() };
            assert_eq!((&wrong[0].field, wrong[0].reason), (&field, reason));
        }
        let made = office.write(move |desk| add(desk, id, books(Some(today)))).wait().unwrap().hold;
        office.write(move |desk| states::restrict(desk, id, restriction::Ground::Claims, "")).wait().unwrap();
        let reasons = office.read(move |desk| of(desk, &[id])).wait().unwrap().remove(&id).unwrap();
        assert_eq!(reasons.iter().map(Held::key).collect::<Vec<_>>(), ["restricted", "legal-hold"]);
        assert!(reasons[1].words(Lang::En).contains("bokføringsloven § 13"), "{}", reasons[1].words(Lang::En));
        let lifting = |why: &'static str| office.write(move |desk| lift(desk, id, made.id, why)).wait();
        assert!(matches!(lifting(" "), Err(Error::Invalid(_))));
        lifting("five years are over").unwrap();
        assert!(matches!(lifting("again"), Err(Error::Refused(Rule::HoldEnded))));
        let left = office.read(move |desk| Ok((list(desk, None, false)?, list(desk, Some(id), true)?))).wait().unwrap();
        assert_eq!((left.0.len(), left.1.len(), left.1[0].stands), (0, 1, false));
        assert_eq!(left.1[0].hold.lifted.as_ref().unwrap().why, "five years are over");
        let reasons = office.read(move |desk| of(desk, &[id])).wait().unwrap().remove(&id).unwrap();
        assert_eq!(reasons, [Held::Restricted]);
    }

    #[test]
    fn the_books_hold_back_trash_and_erasure_and_never_a_prospect() {
        let (_dir, office) = office();
        let set = |key: &'static str, value: &'static str| {
            let setting = Setting::from_key(key).unwrap();
            office.write(move |desk| settings::set(desk, &setting, value).map(drop)).wait().unwrap();
        };
        let of_category = |name: &str, key: &'static str| {
            let content = named(name, "Alm");
            office
                .write(move |desk| {
                    let category = desk.lists()?.find(List::Category, key);
                    persons::add(desk, Card { category, ..content }, None, list::SOURCE_USER)
                })
                .wait()
                .unwrap()
                .id
        };
        let [customer, prospect, partner, nobody] =
            ["customer", "prospect", "partner", "supplier"].map(|key| of_category(key, key));
        let obliged = Decision::new(list::SALES, Basis::LegalObligation, list::SOURCE_USER);
        office.write(move |desk| legal_basis::decide(desk, partner, &obliged, None)).wait().unwrap();
        let all = [customer, prospect, partner, nobody];
        let kept = |ids: Vec<person::Id>| office.read(move |desk| of(desk, &ids)).wait().unwrap();
        for key in ["customer", "prospect"] {
            set(
                if key == "customer" { "category.customer.keep_months" } else { "category.prospect.keep_months" },
                "12",
            );
            set(
                if key == "customer" { "category.customer.keep_from" } else { "category.prospect.keep_from" },
                "year-end",
            );
        }
        set("office.country", "DE");
        assert!(kept(all.into()).is_empty(), "no law is known");
        let year = chrono::Datelike::year(&crate::model::Moment::now().local_date());
        for (country, books, years) in [("NO", Books::Norway, 5), ("SE", Books::Sweden, 7)] {
            set("office.country", country);
            let until = NaiveDate::from_ymd_opt(year + years, 12, 31).unwrap();
            let reason = vec![Held::Books { books, until }];
            assert_eq!(kept(all.into()), HashMap::from([(customer, reason.clone()), (partner, reason)]), "{country}");
        }
        // By name, statute and day, whatever would be done to them.
        let subjects = [Subject::Persons(all.into())];
        let plan = office.read(move |desk| trash::plan(desk, &subjects, false)).wait().unwrap();
        assert_eq!(plan.persons, [prospect, nobody]);
        let words = plan.held[0].reasons[0].words(Lang::En);
        assert!(words.contains("17(3)(b)") && words.contains("7 kap. 2 §") && words.contains("31"), "{words}");
        let plan = office
            .read(move |desk| erasure::plan(desk, &erasure::Wanted::new(all.into()), &Progress::default()))
            .wait()
            .unwrap();
        assert_eq!(plan.persons.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [prospect, nobody]);
        assert_eq!((plan.held[0].why.key(), plan.held[0].reasons[0].exception()), ("kept", Some("b")));
        assert!(plan.held[0].words(Lang::Sv).contains("bokföringslagen"), "{}", plan.held[0].words(Lang::Sv));
        // Who lay in the trash when the office decided so.
        set("office.country", "DE");
        let put = move |desk: &mut Desk<'_>| {
            trash::put(desk, &[Subject::Persons([customer].into())], false, "", &Progress::default())
        };
        assert_eq!(office.write(put).wait().unwrap().persons, [customer]);
        set("office.country", "NO");
        let purged = office.write(|desk| trash::purge(desk, &trash::Which::All, false, &Progress::default()));
        let purged = purged.wait().unwrap();
        assert_eq!((purged.count(), purged.held[0].reasons[0].key()), (0, "bookkeeping"));
        // A basis that no longer holds keeps nobody.
        let withdrawn = Decision::new(list::SALES, Basis::Contract, list::SOURCE_USER);
        office.write(move |desk| legal_basis::decide(desk, partner, &withdrawn, None)).wait().unwrap();
        assert!(kept(vec![partner]).is_empty());
    }
}
