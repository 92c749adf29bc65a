//! Companies' cards: reading, adding, editing and removing, and who works there.

mod text;

pub use text::{add_from_text, edit};

use super::selections::alerts::{self, Alert};
use super::undo::{Done, Inverse, Way};
use super::{Desk, Error, Rule, contacts, sight};
use crate::model::company::{Company, Content, Id, Line, Member, Warning};
use crate::model::field::Field;
use crate::model::journal::{Kind, Subject};
use crate::model::list::List;
use crate::model::user::Right;
use crate::model::{Invalid, Moment, Reason, field_value, person};
use crate::search;
use crate::store;
use crate::store::companies::Stamp;

/// With more people than this, a company's new name has everything read anew.
const WORTH_NAMING: usize = 500;

/// What a company's card shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The card.
    pub company: Company,
    /// Who works and who worked there: those whose cards name it, then those whose cards did.
    pub members: Vec<Member>,
    /// What looks wrong.
    pub warnings: Vec<Warning>,
    /// Whether nothing hangs on it, so that it can be removed: see [`remove`].
    pub is_unused: bool,
    /// What selections that the company is in warn of.
    pub alerts: Vec<Alert>,
}

/// Returns a company's card, as far as the user sees its fields.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NoCompany`], or the database's.
pub fn get(desk: &Desk<'_>, id: Id) -> Result<Company, Error> {
    let mut company = whole(desk, id)?;
    desk.rules()?.company_fields.hide(&mut company.content, &[]);
    Ok(company)
}

/// Returns a company's card with every field, for changes: what the user does not see must not get lost.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NoCompany`], or the database's.
pub(super) fn whole(desk: &Desk<'_>, id: Id) -> Result<Company, Error> {
    desk.require(Right::See)?;
    desk.require_company(id)?;
    store::companies::get(desk.db(), id)?.ok_or(Error::NoCompany(id))
}

/// Returns a company's card with its people.
///
/// # Errors
/// Those of [`get`].
pub fn card(desk: &Desk<'_>, id: Id) -> Result<Card, Error> {
    let company = get(desk, id)?;
    let mut members = store::companies::members(desk.db(), id)?;
    desk.keep_seen(&mut members, |member| member.person)?;
    for member in &mut members {
        member.marks = super::states::marks(desk, member.person)?;
    }
    // Where they work is not shown of those whose cards are closed.
    members.retain(|member| !member.marks.restricted);
    let fields = &desk.rules()?.fields;
    members.retain(|_| fields.is_shown(&Field::Company));
    for member in &mut members {
        if !fields.is_shown(&Field::Title) {
            member.title.clear();
        }
        member.position = member.position.filter(|_| fields.is_shown(&Field::Position));
    }
    let warnings = warnings(desk, &company.content, Some(id))?;
    let is_unused = store::companies::is_unused(desk.db(), id)?;
    let alerts = alerts::of_company(desk, id)?;
    Ok(Card { company, members, warnings, is_unused, alerts })
}

/// Returns what a list shows of the companies, in the order asked for; those that are gone are left out.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn lines(desk: &Desk<'_>, ids: &[Id]) -> Result<Vec<Line>, Error> {
    desk.require(Right::See)?;
    let mut seen = ids.to_vec();
    sight::keep(&mut seen, |id| desk.sees_company(*id))?;
    let mut lines = store::companies::lines(desk.db(), &seen, desk.viewer())?;
    let fields = &desk.rules()?.company_fields;
    lines.iter_mut().for_each(|line| fields.hide_company_line(line));
    Ok(lines)
}

/// Returns up to `limit` names of companies that begin as `start`.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn names_like(desk: &Desk<'_>, start: &str, limit: usize) -> Result<Vec<String>, Error> {
    desk.require(Right::See)?;
    Ok(store::companies::names_starting(desk.db(), &search::fold(start.trim()), limit)?)
}

/// Returns what looks wrong with a card but does not keep it from being saved; `but` is the company itself.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn warnings(desk: &Desk<'_>, content: &Content, but: Option<Id>) -> Result<Vec<Warning>, Error> {
    desk.require(Right::See)?;
    let implausible = (!content.has_plausible_number()).then_some(Warning::ImplausibleNumber);
    let is_seen = desk.rules()?.company_fields.is_shown(&Field::OrgNumber);
    let number = if is_seen { content.org_number.as_str() } else { "" };
    let same = store::companies::by_org_number(desk.db(), number, but)?;
    Ok(implausible.into_iter().chain(same.map(|(id, name)| Warning::SameNumber { id, name })).collect())
}

/// Adds a card, and returns it.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Invalid`] with everything that is wrong, also where a company has that name: people's
/// cards know theirs by its name; [`Error::Refused`] for a field that is not collected or can only be read here.
pub fn add(desk: &mut Desk<'_>, mut content: Content) -> Result<Company, Error> {
    desk.require(Right::Create)?;
    content.tidy();
    desk.rules()?.company_fields.complete(&mut content, &Content::default(), &[])?;
    prepare(desk, &mut content, None)?;
    let id = insert(desk, &content)?;
    note_added(desk, id)?;
    let company = get(desk, id)?;
    let added = Inverse::CompanyAdded { id, seen: company.updated_at };
    desk.can_be_taken_back(done(Kind::CompanyAdded, &company), added);
    Ok(company)
}

fn done(kind: Kind, company: &Company) -> Done {
    Done::new(kind, company.content.name.clone(), Vec::new())
}

fn note_added(desk: &mut Desk<'_>, id: Id) -> Result<(), Error> {
    desk.note(Kind::CompanyAdded, Subject::Record(id.0), Vec::new())?;
    desk.changes.company(id);
    Ok(())
}

/// Writes a new card. Part of a larger change, which knows that nobody has the name yet.
pub(super) fn insert(desk: &Desk<'_>, content: &Content) -> Result<Id, Error> {
    let id = Id(desk.db().new_id());
    let (key, sort_key) = (search::fold(&content.name), desk.sort_keys()?.key(&content.name));
    let stamp = Stamp { key: &key, sort_key: &sort_key, at: desk.now(), by: desk.user().id, restoring: false };
    store::companies::insert(desk.db(), id, content, &stamp)?;
    Ok(id)
}

/// Returns the company of that name, letters folded; one that nobody has yet is added, and noted in the journal.
pub(super) fn named(desk: &mut Desk<'_>, name: &str) -> Result<Id, Error> {
    let (id, is_new) = find_or_insert(desk, name)?;
    if is_new {
        note_added(desk, id)?;
    }
    Ok(id)
}

/// Returns the company of that name, and whether it was added just now. Part of a larger change, which notes it.
pub(super) fn find_or_insert(desk: &Desk<'_>, name: &str) -> Result<(Id, bool), Error> {
    match store::companies::by_key(desk.db(), &search::fold(name))? {
        Some(id) => Ok((id, false)),
        None => Ok((insert(desk, &Content::named(name))?, true)),
    }
}

/// Saves an edited card, and returns it with the fields that changed.
///
/// `seen` is when the card was last changed as the editor knew it, so that nobody overwrites what they have not seen.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoCompany`]; [`Error::CompanyChanged`]; those of [`add`].
pub fn save(desk: &mut Desk<'_>, id: Id, mut content: Content, seen: Moment) -> Result<(Company, Vec<Field>), Error> {
    desk.require(Right::Edit)?;
    let before = whole(desk, id)?;
    if before.updated_at != seen {
        return Err(Error::CompanyChanged(id));
    }
    content.tidy();
    desk.rules()?.company_fields.complete(&mut content, &before.content, &[])?;
    let changed = write(desk, &before, content, Kind::CompanyEdited, false)?;
    let after = get(desk, id)?;
    if !changed.is_empty() {
        let done = Done::new(Kind::CompanyEdited, before.content.name.clone(), changed.clone());
        let (seen, left) = (after.updated_at, before.updated_at);
        desk.can_be_taken_back(done, Inverse::Company { id, before: Box::new(before.content), seen, left });
    }
    Ok((after, changed))
}

/// Writes a card as it was before the last change of the session, or after it, and answers what takes that back.
///
/// # Errors
/// [`Error::CompanyChanged`] where somebody changed the card since `seen`; those of [`save`].
pub(super) fn write_back(
    desk: &mut Desk<'_>,
    id: Id,
    mut content: Content,
    seen: Moment,
    way: Way,
) -> Result<Inverse, Error> {
    desk.require(Right::Edit)?;
    let now = whole(desk, id)?;
    if now.updated_at != seen {
        return Err(Error::CompanyChanged(id));
    }
    // What is not edited any more is not given back either: it may have been emptied since.
    desk.rules()?.company_fields.keep(&mut content, &now.content, &[]);
    write(desk, &now, content, way.kind(), true)?;
    let (seen, left) = (get(desk, id)?.updated_at, now.updated_at);
    Ok(Inverse::Company { id, before: Box::new(now.content), seen, left })
}

/// Writes an edited card, notes it as `kind`, and returns what changed. Part of a larger change, as [`insert`].
pub(super) fn write(
    desk: &mut Desk<'_>,
    before: &Company,
    mut content: Content,
    kind: Kind,
    restoring: bool,
) -> Result<Vec<Field>, Error> {
    prepare(desk, &mut content, Some(before))?;
    let changed = changed_fields(&before.content, &content);
    if changed.is_empty() {
        return Ok(changed);
    }
    let (key, sort_key) = (search::fold(&content.name), desk.sort_keys()?.key(&content.name));
    let at = desk.after(before.updated_at);
    let stamp = Stamp { key: &key, sort_key: &sort_key, at, by: desk.user().id, restoring };
    store::companies::update(desk.db(), before, &content, &stamp)?;
    desk.note(kind, Subject::Record(before.id.0), changed.clone())?;
    desk.changes.company(before.id);
    if changed.contains(&Field::Name) {
        let people = store::persons::at_company(desk.db(), before.id, WORTH_NAMING + 1)?;
        if people.len() > WORTH_NAMING {
            desk.changes.everything();
        } else {
            people.into_iter().for_each(|id| desk.changes.person(id));
        }
    }
    Ok(changed)
}

/// Takes what a card holds in a field off it. Part of a larger change, as [`insert`].
pub(super) fn empty_field(desk: &mut Desk<'_>, id: Id, field: &Field) -> Result<(), Error> {
    // Also of one that lies in the trash: restored, it would have it again.
    let before = store::companies::get(desk.db(), id)?.ok_or(Error::NoCompany(id))?;
    let mut content = before.content.clone();
    field_value::put(&mut content, field, &Content::default(), &[]);
    let (key, sort_key) = (search::fold(&content.name), desk.sort_keys()?.key(&content.name));
    let (at, by) = (desk.after(before.updated_at), desk.user().id);
    // What stays of a list stays from where it came.
    let stamp = Stamp { key: &key, sort_key: &sort_key, at, by, restoring: true };
    Ok(store::companies::update(desk.db(), &before, &content, &stamp)?)
}

/// Tidies and checks a card before it is written; `before` is the card as it is.
pub(super) fn prepare(desk: &Desk<'_>, content: &mut Content, before: Option<&Company>) -> Result<(), Error> {
    content.tidy();
    let mut wrong = content.check();
    let known = desk.lists()?;
    for (field, list, id) in
        [(Field::Category, List::Category, content.category), (Field::Business, List::Business, content.business)]
    {
        if id.is_some_and(|id| known.get(id).is_none_or(|item| item.list != list)) {
            wrong.push(Invalid::new(field, Reason::Unknown));
        }
    }
    wrong.extend(contacts::unknown_labels(known, content.contacts()));
    let key = search::fold(&content.name);
    // Companies that had the same name before there was this rule can be saved as they are.
    let is_same = before.is_some_and(|before| search::fold(&before.content.name) == key);
    if !is_same && !key.is_empty() && store::companies::by_key(desk.db(), &key)?.is_some() {
        wrong.push(Invalid::new(Field::Name, Reason::Taken));
    }
    content.contacts_mut().spell();
    contacts::refuse(wrong)
}

/// Returns which fields differ between two contents.
fn changed_fields(before: &Content, after: &Content) -> Vec<Field> {
    let mut changed: Vec<Field> = [
        (Field::Name, before.name != after.name),
        (Field::OrgNumber, before.org_number != after.org_number),
        (Field::Category, before.category != after.category),
        (Field::Business, before.business != after.business),
        (Field::OurContact, before.our_contact != after.our_contact),
        (Field::Country, before.country != after.country),
        (Field::Website, before.website != after.website),
        (Field::Note, before.note != after.note),
    ]
    .into_iter()
    .filter_map(|(field, differs)| differs.then_some(field))
    .collect();
    changed.extend(before.contacts().changed(&after.contacts()));
    changed
}

/// Removes a company's card.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoCompany`]; [`Rule::CompanyInUse`] where anybody works or worked there, or anything
/// was done with it.
pub fn remove(desk: &mut Desk<'_>, id: Id) -> Result<(), Error> {
    desk.require(Right::Edit)?;
    let company = whole(desk, id)?;
    remove_unused(desk, id, Kind::CompanyRemoved)?;
    let done = done(Kind::CompanyRemoved, &company);
    desk.can_be_taken_back(done, Inverse::CompanyRemoved { company: Box::new(company) });
    Ok(())
}

/// Removes a card that was added, and answers what brings it back.
///
/// # Errors
/// [`Error::CompanyChanged`] where somebody changed it since `seen`; those of [`remove`].
pub(super) fn take_away(desk: &mut Desk<'_>, id: Id, seen: Moment, way: Way) -> Result<Inverse, Error> {
    desk.require(Right::Edit)?;
    let company = whole(desk, id)?;
    if company.updated_at != seen {
        return Err(Error::CompanyChanged(id));
    }
    remove_unused(desk, id, way.kind())?;
    Ok(Inverse::CompanyRemoved { company: Box::new(company) })
}

/// Brings a removed card back as it was, and answers what takes it away again.
///
/// # Errors
/// [`Error::Invalid`] where another company has the name by now.
pub(super) fn bring_back(desk: &mut Desk<'_>, mut company: Company, way: Way) -> Result<Inverse, Error> {
    desk.require(Right::Edit)?;
    prepare(desk, &mut company.content, None)?;
    let name = &company.content.name;
    let (key, sort_key) = (search::fold(name), desk.sort_keys()?.key(name));
    store::companies::put_back(desk.db(), &company, &key, &sort_key)?;
    desk.note(way.kind(), Subject::Record(company.id.0), Vec::new())?;
    desk.changes.company(company.id);
    Ok(Inverse::CompanyAdded { id: company.id, seen: company.updated_at })
}

fn remove_unused(desk: &mut Desk<'_>, id: Id, kind: Kind) -> Result<(), Error> {
    if !store::companies::is_unused(desk.db(), id)? {
        return Err(Error::Refused(Rule::CompanyInUse));
    }
    erase(desk, id, kind)
}

/// Returns the companies that go with these people, as [`remove_if_unused`] lets them go, and their names.
pub(super) fn only_of(desk: &Desk<'_>, ids: &[person::Id]) -> Result<Vec<(Id, String)>, Error> {
    let mut all = Vec::new();
    for id in store::erasure::companies_only_of(desk.db(), ids)? {
        if let Some(company) = nothing_but_a_name(desk, id)? {
            all.push((id, company.content.name));
        }
    }
    Ok(all)
}

/// Returns a company outside the trash of which no more is known than its name; none where there is more.
fn nothing_but_a_name(desk: &Desk<'_>, id: Id) -> Result<Option<Company>, Error> {
    // What lies in the trash can be restored, whatever is known of it.
    if !desk.sees_company(id)? {
        return Ok(None);
    }
    let company = store::companies::get(desk.db(), id)?;
    Ok(company.filter(|company| company.content == Content::named(&company.content.name)))
}

/// Removes a company of which no more is known than a name that nobody has any more. One with a card of its own, a
/// history or activities stays.
pub(super) fn remove_if_unused(desk: &mut Desk<'_>, id: Id) -> Result<(), Error> {
    desk.changes.company(id);
    if !store::companies::is_unused(desk.db(), id)? {
        return Ok(());
    }
    match nothing_but_a_name(desk, id)? {
        Some(_) => erase(desk, id, Kind::CompanyRemoved),
        None => Ok(()),
    }
}

fn erase(desk: &mut Desk<'_>, id: Id, kind: Kind) -> Result<(), Error> {
    store::companies::remove(desk.db(), id)?;
    desk.note(kind, Subject::Record(id.0), Vec::new())?;
    desk.changes.company(id);
    Ok(())
}

#[cfg(test)]
mod tests;
