//! What was typed and not saved when the card file was locked: kept in it, and shown again to whoever typed it.

use super::{Desk, Error};
use crate::model::draft::Draft;
use crate::model::journal::{Kind, Subject};
use crate::model::user::Right;
use crate::store;

/// Returns what the user had typed and not saved.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn all(desk: &Desk<'_>) -> Result<Vec<Draft>, Error> {
    desk.require(Right::See)?;
    Ok(store::drafts::of_user(desk.db(), desk.user().id)?)
}

/// Keeps what the user has typed and not saved, in place of what was kept before; with nothing, nothing is kept.
///
/// What was typed on a card that is gone by now goes with it.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn keep(desk: &mut Desk<'_>, drafts: &[Draft]) -> Result<(), Error> {
    desk.require(Right::See)?;
    let (db, user, now) = (desk.db(), desk.user().id, desk.now());
    let removed = store::drafts::clear(db, user)?;
    if removed > 0 {
        desk.note(Kind::DraftsRemoved, Subject::None, Vec::new())?;
    }
    for draft in drafts {
        let subject = match draft.person {
            None => Subject::None,
            Some(person) => match store::persons::journal_ref(db, person)? {
                Some(reference) => Subject::Person(reference),
                None => continue,
            },
        };
        store::drafts::put(db, draft, user, now)?;
        desk.note(Kind::DraftKept, subject, Vec::new())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::model::basis::{Basis, Decision};
    use crate::model::draft;
    use crate::model::person::{self, Content};
    use crate::model::{list, person::Id};
    use crate::office::tests::office;
    use crate::office::{journal, persons};

    fn of(person: Option<Id>, content: &str) -> Draft {
        let kind = if person.is_some() { draft::Kind::Person } else { draft::Kind::NewPerson };
        Draft { kind, person, content: content.to_owned() }
    }

    #[test]
    fn what_was_typed_is_kept_until_something_else_is() {
        let (_folder, office) = office();
        let id = office
            .write(|desk| {
                let decision = Decision::new(list::SALES, Basis::Contract, list::SOURCE_USER);
                let content = Content { last_name: "Ødegård".into(), ..Content::default() };
                Ok(persons::add(desk, content, Some(&decision), list::SOURCE_USER)?.id)
            })
            .wait()
            .unwrap();
        let drafts = [of(Some(id), "a"), of(None, "b"), of(Some(person::Id(7)), "a card that is gone")];
        office.write(move |desk| keep(desk, &drafts)).wait().unwrap();
        assert_eq!(office.read(|desk| all(desk)).wait().unwrap(), [of(None, "b"), of(Some(id), "a")]);

        office.write(move |desk| store::persons::erase(desk.db(), id).map_err(Error::from)).wait().unwrap();
        assert_eq!(office.read(|desk| all(desk)).wait().unwrap(), [of(None, "b")]);
        office.write(|desk| keep(desk, &[])).wait().unwrap();
        office.write(|desk| keep(desk, &[])).wait().unwrap();
        assert_eq!(office.read(|desk| all(desk)).wait().unwrap(), []);
        let entries = office.read(|desk| journal::entries(desk.db())).wait().unwrap();
        let noted = |kind| entries.iter().filter(|entry| entry.kind == kind).count();
        assert_eq!((noted(Kind::DraftKept), noted(Kind::DraftsRemoved)), (2, 1));
    }
}
