//! Who seems to be here already.

use super::lines;
use crate::model::duplicate::{self, Likeness};
use crate::model::person::{Content, Id, Line, full_name};
use crate::model::state::Marks;
use crate::model::user::Right;
use crate::model::{email, phone};
use crate::office::{Desk, Error, states};
use crate::search;
use crate::store;

/// Somebody whose card resembles another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resembling {
    /// Who.
    pub line: Line,
    /// How.
    pub likeness: Likeness,
    /// Whether the card lies in the trash: then only the name is told, and it can be restored there.
    pub is_in_trash: bool,
}

/// Returns up to ten persons that `content` may be about, the surest first; `but` is left out.
///
/// Same e-mail, same number, same phone, or a similar name within the same company or city. Who lies in the trash is
/// among them if it is the same person, by name alone: otherwise a second card would be made of them.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn resembling(desk: &Desk<'_>, content: &Content, but: Option<Id>) -> Result<Vec<Resembling>, Error> {
    desk.require(Right::See)?;
    let db = desk.db();
    let mut found: Vec<(Likeness, Id)> = Vec::new();
    for row in &content.emails {
        found.extend(
            store::persons::with_email(db, &email::key(row.value.trim()))?.into_iter().map(|id| (Likeness::Email, id)),
        );
    }
    if !content.number.is_empty() {
        found.extend(store::persons::with_number(db, &content.number)?.map(|id| (Likeness::Number, id)));
    }
    let name = search::fold(&content.full_name());
    for key in content.phones.iter().filter_map(|row| phone::key(&row.value)) {
        for id in store::persons::with_phone(db, &key)? {
            let other = store::persons::name_and_cities(db, id)?;
            let same_name = other.is_some_and(|(first, last, _)| search::fold(&full_name(&first, &last)) == name);
            found.push((if same_name { Likeness::PhoneAndName } else { Likeness::Phone }, id));
        }
    }
    for id in neighbours(desk, content, &name)? {
        found.push((Likeness::Name, id));
    }
    found.retain(|(_, id)| Some(*id) != but);
    found.sort_by_key(|(likeness, id)| (*id, *likeness));
    found.dedup_by_key(|(_, id)| *id);
    let trashed = in_trash(desk, &found)?;
    desk.keep_seen(&mut found, |(_, id)| *id)?;
    found.sort_by_key(|(likeness, id)| (*likeness, *id));
    found.truncate(10);
    let ids: Vec<Id> = found.iter().map(|(_, id)| *id).collect();
    let lines = lines(desk, &ids)?.into_iter().filter_map(|line| {
        let likeness = found.iter().find(|(_, id)| *id == line.id)?.0;
        Some(Resembling { line, likeness, is_in_trash: false })
    });
    Ok(lines.chain(trashed).collect())
}

/// Returns who of those found lies in the trash and is the same person.
fn in_trash(desk: &Desk<'_>, found: &[(Likeness, Id)]) -> Result<Vec<Resembling>, Error> {
    let mut trashed = Vec::new();
    for (likeness, id) in found.iter().filter(|(likeness, _)| likeness.is_same_person()) {
        if !store::trash::holds_person(desk.db(), *id)? || !desk.is_seen_in_trash(*id)? {
            continue;
        }
        for line in store::persons::lines(desk.db(), &[*id], states::of_age(desk)?)? {
            let line = Line { marks: Marks::default(), ..line.closed() };
            trashed.push(Resembling { line, likeness: *likeness, is_in_trash: true });
        }
    }
    Ok(trashed)
}

/// Returns people of a similar name in the company or the cities that `content` names.
fn neighbours(desk: &Desk<'_>, content: &Content, name: &str) -> Result<Vec<Id>, Error> {
    let mut near: Vec<Id> = Vec::new();
    if name.chars().count() < 4 {
        return Ok(near);
    }
    let company = search::fold(&content.company);
    if !company.is_empty()
        && let Some(id) = store::companies::by_key(desk.db(), &company)?
    {
        near.extend(store::persons::at_company(desk.db(), id, 500)?);
    }
    for row in &content.addresses {
        near.extend(store::persons::in_city(desk.db(), row.value.city.trim(), 2_000)?);
    }
    near.sort_unstable();
    near.dedup();
    let mut similar = Vec::new();
    for id in near {
        if let Some((first, last, _)) = store::persons::name_and_cities(desk.db(), id)? {
            let other = search::fold(&full_name(&first, &last));
            if duplicate::is_similar_name(name, &other) {
                similar.push(id);
            }
        }
    }
    Ok(similar)
}
