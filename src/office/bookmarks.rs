//! Favourites, and what was looked at last: each user's own.
//!
//! Neither is a change to a card, so neither goes to the journal: it tells what happened to the data about a person,
//! and a mark says only where a user likes to go. Noting in it who looked at whose card would make a record of its own
//! about the people who work here. Erasure of a person removes both.

use super::{Desk, Error};
use crate::model::user::Right;
use crate::model::{company, person};
use crate::store::{self, bookmarks};

/// How many records are remembered as looked at last, of each user.
pub const SEEN: u32 = 50;

/// A card that is looked at again within this time, in milliseconds, is not noted again.
const MINUTE: i64 = 60_000;

/// What can be marked and looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Record {
    /// A person.
    Person(person::Id),
    /// A company.
    Company(company::Id),
}

impl Record {
    fn id(self) -> i64 {
        match self {
            Self::Person(id) => id.0,
            Self::Company(id) => id.0,
        }
    }

    fn must_be_there(self, desk: &Desk<'_>) -> Result<(), Error> {
        match self {
            Self::Person(id) => {
                store::persons::updated_at(desk.db(), id)?.ok_or(Error::NoPerson(id))?;
                desk.require_unrestricted(id)?;
            }
            Self::Company(id) => match desk.require_company(id) {
                Err(Error::NoCompany(_)) => return Err(Error::NoSuch("company")),
                there => there?,
            },
        }
        Ok(())
    }
}

/// Makes a record a favourite of the user, or takes that back.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoPerson`] or [`Error::NoSuch`] where there is no such card.
pub fn mark(desk: &mut Desk<'_>, record: Record, favourite: bool) -> Result<(), Error> {
    desk.require(Right::See)?;
    record.must_be_there(desk)?;
    let user = desk.user().id;
    if favourite {
        bookmarks::mark(desk.db(), user, record.id(), desk.now())?;
    } else {
        bookmarks::unmark(desk.db(), user, record.id())?;
    }
    desk.changes.bookmarks = true;
    Ok(())
}

/// Returns the persons the user marked, by name.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn favourites(desk: &Desk<'_>) -> Result<Vec<person::Id>, Error> {
    desk.require(Right::See)?;
    unrestricted(desk, bookmarks::marked_persons(desk.db(), desk.user().id)?)
}

/// Leaves those out whom the user may not see, or the processing of whose data is restricted.
fn unrestricted(desk: &Desk<'_>, mut ids: Vec<person::Id>) -> Result<Vec<person::Id>, Error> {
    super::sight::keep(&mut ids, |id| desk.reaches(*id))?;
    Ok(ids)
}

/// Leaves those out that lie in the trash.
fn seen_companies(desk: &Desk<'_>, mut ids: Vec<company::Id>) -> Result<Vec<company::Id>, Error> {
    super::sight::keep(&mut ids, |id| desk.sees_company(*id))?;
    Ok(ids)
}

/// Returns the companies the user marked, by name.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn favourite_companies(desk: &Desk<'_>) -> Result<Vec<company::Id>, Error> {
    desk.require(Right::See)?;
    seen_companies(desk, bookmarks::marked_companies(desk.db(), desk.user().id)?)
}

/// Notes that the user opened a card, at most once a minute for each card.
///
/// Nothing is told to open screens: who looks up what was seen asks when it is to be shown.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoPerson`] or [`Error::NoSuch`] where there is no such card.
pub fn opened(desk: &mut Desk<'_>, record: Record) -> Result<(), Error> {
    desk.require(Right::See)?;
    record.must_be_there(desk)?;
    let (user, now) = (desk.user().id, desk.now());
    let last = bookmarks::looked_at(desk.db(), user, record.id())?;
    // A clock that was set back must not stop it for good.
    if last.is_some_and(|last| (0..MINUTE).contains(&(now.0 - last.0))) {
        return Ok(());
    }
    Ok(bookmarks::look(desk.db(), user, record.id(), now, SEEN)?)
}

/// Returns the persons the user looked at, the last one first.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn recent(desk: &Desk<'_>) -> Result<Vec<person::Id>, Error> {
    desk.require(Right::See)?;
    unrestricted(desk, bookmarks::seen_persons(desk.db(), desk.user().id)?)
}

/// Returns the companies the user looked at, the last one first.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn recent_companies(desk: &Desk<'_>) -> Result<Vec<company::Id>, Error> {
    desk.require(Right::See)?;
    seen_companies(desk, bookmarks::seen_companies(desk.db(), desk.user().id)?)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::super::tests::{add, named, office};
    use super::super::{Office, journal};
    use super::*;

    fn look(office: &Office, id: person::Id) {
        office.write(move |desk| opened(desk, Record::Person(id))).wait().unwrap();
    }

    #[test]
    fn favourites_are_marked_listed_by_name_and_taken_back() {
        let (_dir, office) = office();
        let ase = add(&office, named("Åse", "Ødegård")).id;
        let kari = add(&office, named("Kari", "Dahl")).id;
        let mark = |id, on| office.write(move |desk| super::mark(desk, Record::Person(id), on)).wait();
        let listed = || office.read(|desk| favourites(desk)).wait().unwrap();
        mark(ase, true).unwrap();
        mark(ase, true).unwrap();
        mark(kari, true).unwrap();
        assert_eq!(listed(), [kari, ase]);
        mark(ase, false).unwrap();
        mark(ase, false).unwrap();
        assert_eq!(listed(), [kari]);
        assert!(matches!(mark(person::Id(1), true), Err(Error::NoPerson(_))));
        let nothing = office.write(|desk| super::mark(desk, Record::Company(company::Id(1)), true)).wait();
        assert!(matches!(nothing, Err(Error::NoSuch(_))));
    }

    #[test]
    fn a_mark_is_no_change_to_a_card() {
        let (_dir, office) = office();
        let ase = add(&office, named("Åse", "Ødegård"));
        let entries = || office.read(|desk| journal::entries(desk.db())).wait().unwrap().len();
        let before = entries();
        office.write(move |desk| mark(desk, Record::Person(ase.id), true)).wait().unwrap();
        look(&office, ase.id);
        assert_eq!(entries(), before);
        let now = office.read(move |desk| super::super::persons::get(desk, ase.id)).wait().unwrap();
        assert_eq!(now.updated_at, ase.updated_at);
    }

    #[test]
    fn the_last_fifty_are_remembered_and_each_at_most_once_a_minute() {
        let (_dir, office) = office();
        let ids: Vec<person::Id> = (0..52).map(|n| add(&office, named("A", &n.to_string())).id).collect();
        let recent = || office.read(|desk| super::recent(desk)).wait().unwrap();
        let noted = |id: person::Id, at: i64| {
            office.write(move |desk| {
                Ok(bookmarks::look(desk.db(), desk.user().id, id.0, crate::model::Moment(at), SEEN)?)
            })
        };
        for (at, id) in (0..).zip(&ids) {
            noted(*id, at).wait().unwrap();
        }
        assert_eq!(recent().len(), 50);
        assert_eq!(recent()[0], ids[51]);
        // It was long ago: now it is the newest. Again within the minute, its time stays.
        look(&office, ids[10]);
        assert_eq!(recent()[0], ids[10]);
        let at = |id: person::Id| {
            office.read(move |desk| Ok(bookmarks::looked_at(desk.db(), desk.user().id, id.0)?)).wait().unwrap()
        };
        let before = at(ids[10]);
        look(&office, ids[10]);
        assert_eq!(at(ids[10]), before);
    }

    #[test]
    fn erasure_takes_both_away() {
        let (_dir, office) = office();
        let ase = add(&office, named("Åse", "Ødegård")).id;
        office.write(move |desk| mark(desk, Record::Person(ase), true)).wait().unwrap();
        look(&office, ase);
        office.write(move |desk| Ok(store::persons::erase(desk.db(), ase)?)).wait().unwrap();
        let left = office.read(|desk| Ok((favourites(desk)?, recent(desk)?))).wait().unwrap();
        assert_eq!(left, (Vec::new(), Vec::new()));
        let rows = office.read(move |desk| Ok(bookmarks::looked_at(desk.db(), desk.user().id, ase.0)?)).wait().unwrap();
        assert_eq!(rows, None);
    }
}
