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
    let mut drafts = store::drafts::of_user(desk.db(), desk.user().id)?;
    super::sight::keep(&mut drafts, |draft| draft.place.person().map_or(Ok(true), |person| desk.reaches(person)))?;
    Ok(drafts)
}

/// Keeps what the user has typed and not saved, in place of what was kept before; with nothing, nothing is kept.
///
/// What was typed on a card that is gone by now, restricted, or another's, goes with it.
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
    for (rank, draft) in drafts.iter().enumerate() {
        let subject = match (draft.place.person(), draft.place.company()) {
            (Some(person), _) if !desk.reaches(person)? => continue,
            (Some(person), _) => match store::persons::journal_ref(db, person)? {
                Some(reference) => Subject::Person(reference),
                None => continue,
            },
            (None, Some(company)) if desk.sees_company(company)? => Subject::Record(company.0),
            (None, Some(_)) => continue,
            (None, None) => Subject::None,
        };
        store::drafts::put(db, draft, rank, user, now)?;
        desk.note(Kind::DraftKept, subject, Vec::new())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::model::basis::{Basis, Decision};
    use crate::model::draft::Place;
    use crate::model::person::Content;
    use crate::model::{company, list, person};
    use crate::office::tests::office;
    use crate::office::{companies, journal, persons};

    fn at(place: Place, content: &str) -> Draft {
        Draft { place, content: content.to_owned() }
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
        let firm =
            office.write(|desk| companies::add(desk, company::Content::named("Fjordfisk AS"))).wait().unwrap().id;
        let of_person = [Place::PersonCall(id), Place::Person(id), Place::PersonActivity(id), Place::LegalBasis(id)];
        let of_company = [Place::CompanyCall(firm), Place::Company(firm), Place::CompanyActivity(firm)];
        let drafts = |places: &[Place]| places.iter().map(|place| at(*place, place.key())).collect::<Vec<_>>();
        let [of_person, of_company] = [drafts(&of_person), drafts(&of_company)];
        let new = [at(Place::NewCompany, "b"), at(Place::Mailing, "d"), at(Place::NewPerson, "c")];
        let gone = [at(Place::Person(person::Id(7)), "gone"), at(Place::Company(company::Id(7)), "gone")];
        let typed = [&of_person[..], &gone, &of_company, &new].concat();
        office.write(move |desk| keep(desk, &typed)).wait().unwrap();
        let kept = [&of_person[..], &of_company, &new].concat();
        assert_eq!(office.read(|desk| all(desk)).wait().unwrap(), kept);

        office.write(move |desk| store::persons::erase(desk.db(), id).map_err(Error::from)).wait().unwrap();
        assert_eq!(office.read(|desk| all(desk)).wait().unwrap(), [&of_company[..], &new].concat());
        office.write(move |desk| companies::remove(desk, firm)).wait().unwrap();
        assert_eq!(office.read(|desk| all(desk)).wait().unwrap(), new);
        office.write(|desk| keep(desk, &[])).wait().unwrap();
        office.write(|desk| keep(desk, &[])).wait().unwrap();
        assert_eq!(office.read(|desk| all(desk)).wait().unwrap(), []);
        let entries = office.read(|desk| journal::entries(desk.db())).wait().unwrap();
        let noted = |kind| entries.iter().filter(|entry| entry.kind == kind).count();
        assert_eq!((noted(Kind::DraftKept), noted(Kind::DraftsRemoved)), (10, 1));
    }
}
