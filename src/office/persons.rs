//! Persons' cards: reading, adding and editing.

mod added;
mod moving;
mod resembling;
mod text;

pub use added::Card;
pub(super) use added::{bring_back, take_away};
pub(super) use moving::note_move;
pub use moving::{Job, forget_job, jobs};
pub use resembling::{Resembling, resembling};
pub(super) use text::edit_from;
pub use text::{add_from_text, change_interests, edit, own_fields};

use std::collections::BTreeSet;

use super::attached::{self, Incoming};
use super::rules::Required;
use super::undo::{Done, Inverse, Way};
use super::{Desk, Error, Rule, companies, contacts, legal_basis, mail, states};
use crate::model::basis::Decision;
use crate::model::employment::Employment;
use crate::model::field::Field;
use crate::model::journal::Kind;
use crate::model::list::{self, List};
use crate::model::person::{Content, Id, Line, Person};
use crate::model::user::Right;
use crate::model::{Invalid, Moment, Reason, attachment, company, custom, field_value, import};
use crate::store;
use crate::store::persons::Stamp;

/// Returns a person's card, as far as the user sees its fields.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NoPerson`], [`Rule::Restricted`](super::Rule::Restricted), or the database's.
pub fn get(desk: &Desk<'_>, id: Id) -> Result<Person, Error> {
    let mut person = whole(desk, id)?;
    desk.rules()?.fields.hide_person(&mut person, desk.fields()?);
    Ok(person)
}

/// Returns a person's card with every field, for changes: what the user does not see must not get lost.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NoPerson`], or the database's.
pub(super) fn whole(desk: &Desk<'_>, id: Id) -> Result<Person, Error> {
    desk.require(Right::See)?;
    desk.require_open(id)?;
    store::persons::get(desk.db(), id)?.ok_or(Error::NoPerson(id))
}

/// Returns what a list shows of the persons, in the order asked for; those that are gone are left out, and those whom the
/// user may not see; of those the processing of whose data is restricted there is only the name.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn lines(desk: &Desk<'_>, ids: &[Id]) -> Result<Vec<Line>, Error> {
    desk.require(Right::See)?;
    let mut seen = Vec::with_capacity(ids.len());
    for id in ids {
        if desk.sees(*id)? {
            seen.push(*id);
        }
    }
    let lines = store::persons::lines(desk.db(), &seen, states::of_age(desk)?)?;
    let mut lines: Vec<_> =
        lines.into_iter().map(|line| if line.marks.restricted { line.closed() } else { line }).collect();
    let fields = &desk.rules()?.fields;
    lines.iter_mut().for_each(|line| fields.hide_line(line));
    Ok(lines)
}

/// Makes sure that cards are there, and may be seen.
///
/// # Errors
/// [`Error::NoPerson`] with the first that is not.
pub fn require_known(desk: &Desk<'_>, ids: &[Id]) -> Result<(), Error> {
    let there = store::persons::existing(desk.db(), ids)?;
    for id in ids {
        if !there.contains(id) || !(desk.sees(*id)? || desk.is_seen_in_trash(*id)?) {
            return Err(Error::NoPerson(*id));
        }
    }
    Ok(())
}

/// Adds a card with its first decision on a legal basis, and returns it. For the other purposes, what the office decided
/// for everybody who comes in by `source` is entered.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Invalid`] with everything that is wrong; [`Error::Refused`] for a field that is not
/// filled here, or where the office asks for a legal basis; those of [`legal_basis::decide`].
pub fn add(
    desk: &mut Desk<'_>,
    mut content: Content,
    decision: Option<&Decision>,
    source: list::Id,
) -> Result<Person, Error> {
    desk.require(Right::Create)?;
    let mut decisions = desk.rules()?.usual_decisions(source);
    if let Some(decision) = decision {
        decisions.retain(|usual| usual.purpose != decision.purpose);
        decisions.insert(0, legal_basis::checked(desk, decision)?);
    }
    let rules = desk.rules()?;
    if rules.required == Required::Refuse && !decisions.iter().any(|decision| decision.purpose == list::SALES) {
        return Err(Error::Refused(Rule::BasisRequired));
    }
    content.tidy();
    // Whoever is entered by hand and states no language is written to in the office's first.
    if content.language.is_none() && rules.fields.may_edit(&Field::Language) {
        content.language = rules.usual_language();
    }
    rules.fields.complete(&mut content, &Content::default(), desk.fields()?)?;
    let id = put_new(desk, content, source, None)?;
    desk.note_person(Kind::PersonAdded, id, Vec::new())?;
    let mut entries = Vec::new();
    for decision in &decisions {
        entries.push(legal_basis::enter(desk, id, decision, None)?.id);
        desk.note_person(Kind::BasisSet, id, vec![Field::LegalBasis])?;
    }
    mail::notices::on_registration(desk, id, source)?;
    desk.changes.person(id);
    let person = get(desk, id)?;
    let done = Done::new(Kind::PersonAdded, person.content.full_name(), Vec::new());
    desk.can_be_taken_back(done, Inverse::PersonAdded { id, seen: person.updated_at, entries });
    Ok(person)
}

/// Writes a new card. Part of a larger change, which has checked the right and notes it in the journal.
pub(super) fn put_new(
    desk: &mut Desk<'_>,
    mut content: Content,
    source: list::Id,
    import: Option<import::Id>,
) -> Result<Id, Error> {
    prepare(desk, &mut content, None)?;
    if content.number.is_empty() {
        content.number = next_number(desk)?;
    } else if store::persons::with_number(desk.db(), &content.number)?.is_some() {
        return Err(Error::invalid(Field::Number, Reason::Taken));
    }
    let id = Id(desk.db().new_id());
    let sort_key = desk.sort_keys()?.name_key(&content.last_name, &content.first_name);
    let company = at_company(desk, &content)?;
    let (at, by) = (desk.now(), desk.user().id);
    let stamp = Stamp { sort_key: &sort_key, company, source, import, at, by, restoring: false };
    store::persons::insert(desk.db(), id, &content, random_ref()?, &stamp)?;
    if let Some(company) = company {
        desk.changes.company(company);
    }
    Ok(id)
}

/// Saves an edited card, and returns it with the fields that changed.
///
/// `seen` is when the card was last changed as the editor knew it, so that nobody overwrites what they have not seen.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoPerson`]; [`Error::Invalid`] with everything that is wrong;
/// [`Error::ChangedMeanwhile`]; [`Error::Refused`] for a field that is not collected or can only be read here.
pub fn save(desk: &mut Desk<'_>, id: Id, content: Content, seen: Moment) -> Result<(Person, Vec<Field>), Error> {
    save_from(desk, id, content, seen, list::SOURCE_USER)
}

/// As [`save`], of what came by `source`.
fn save_from(
    desk: &mut Desk<'_>,
    id: Id,
    mut content: Content,
    seen: Moment,
    source: list::Id,
) -> Result<(Person, Vec<Field>), Error> {
    desk.require(Right::Edit)?;
    let before = whole(desk, id)?;
    if before.updated_at != seen {
        return Err(Error::ChangedMeanwhile(id));
    }
    content.tidy();
    desk.rules()?.fields.complete(&mut content, &before.content, desk.fields()?)?;
    let jobs = store::employment::of_person(desk.db(), id)?;
    let changed = put(desk, &before, content, source)?;
    let after = get(desk, id)?;
    if !changed.is_empty() {
        desk.note_person(Kind::PersonEdited, id, changed.clone())?;
        desk.changes.person(id);
        let done = Done::new(Kind::PersonEdited, before.content.full_name(), changed.clone());
        let (seen, left) = (after.updated_at, before.updated_at);
        desk.can_be_taken_back(done, Inverse::Person { id, before: Box::new(Held::new(before, jobs)), seen, left });
    }
    Ok((after, changed))
}

/// What was known of a person at one moment, as far as undoing gives it back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// What the card held.
    pub content: Content,
    /// The company; it may have another name by now.
    pub company: Option<company::Id>,
    /// Where the person had worked before.
    pub jobs: Vec<Employment>,
}

impl Held {
    fn new(person: Person, jobs: Vec<Employment>) -> Self {
        Self { content: person.content, company: person.company, jobs }
    }
}

/// Writes a card as it was before the last change of the session, or after it, and answers what takes that back.
///
/// # Errors
/// [`Error::ChangedMeanwhile`] where somebody changed the card since `seen`; those of [`save`].
pub(super) fn write_back(
    desk: &mut Desk<'_>,
    id: Id,
    mut held: Held,
    seen: Moment,
    way: Way,
) -> Result<Inverse, Error> {
    desk.require(Right::Edit)?;
    let now = whole(desk, id)?;
    if now.updated_at != seen {
        return Err(Error::ChangedMeanwhile(id));
    }
    // A picture that was replaced is gone.
    held.content.picture = now.content.picture;
    // What is not edited any more is not given back either: it may have been emptied since.
    desk.rules()?.fields.keep(&mut held.content, &now.content, desk.fields()?);
    if !desk.rules()?.fields.may_edit(&Field::Company) {
        held.company = now.company;
    }
    let jobs = store::employment::of_person(desk.db(), id)?;
    let mut changed = put_back(desk, &now, &held)?;
    if changed.is_empty() && held.jobs != jobs {
        moving::set_jobs(desk, id, &held.jobs)?;
        store::persons::set_updated(desk.db(), id, desk.after(now.updated_at), desk.user().id)?;
        changed.push(Field::Company);
    }
    desk.note_person(way.kind(), id, changed)?;
    desk.changes.person(id);
    let (seen, left) = (get(desk, id)?.updated_at, now.updated_at);
    Ok(Inverse::Person { id, before: Box::new(Held::new(now, jobs)), seen, left })
}

/// Writes an edited card and returns what changed. Part of a larger change, as [`put_new`].
pub(super) fn put(
    desk: &mut Desk<'_>,
    before: &Person,
    content: Content,
    source: list::Id,
) -> Result<Vec<Field>, Error> {
    write(desk, before, content, source, None)
}

/// Writes a card as it was before, with the sources, times and authors that its values had then. As [`put`].
pub(super) fn put_back(desk: &mut Desk<'_>, before: &Person, held: &Held) -> Result<Vec<Field>, Error> {
    let mut content = held.content.clone();
    if let Some(company) = held.company
        && let Some(name) = store::companies::name(desk.db(), company)?
    {
        content.company = name;
    }
    write(desk, before, content, list::SOURCE_USER, Some(&held.jobs))
}

/// Takes what a card holds in a field off it, with what former jobs hold of it. Part of a larger change, as [`put_new`].
pub(super) fn empty_field(desk: &mut Desk<'_>, id: Id, field: &Field) -> Result<(), Error> {
    // Also of who lies in the trash: restored, they would have it again.
    let before = store::persons::get(desk.db(), id)?.ok_or(Error::NoPerson(id))?;
    let mut content = before.content.clone();
    field_value::put(&mut content, field, &Content::default(), desk.fields()?);
    let sort_key = desk.sort_keys()?.name_key(&content.last_name, &content.first_name);
    let is_company = *field == Field::Company;
    let company = before.company.filter(|_| !is_company);
    let (at, by) = (desk.after(before.updated_at), desk.user().id);
    // What stays of a list stays from where it came.
    let stamp = Stamp { sort_key: &sort_key, company, source: before.source, import: None, at, by, restoring: true };
    store::persons::update(desk.db(), &before, &content, &stamp)?;
    if let (Field::Picture, Some(picture)) = (field, before.content.picture) {
        attached::drop(desk, picture)?;
    }
    if *field == Field::Title {
        store::kept_values::empty_former_titles(desk.db(), id)?;
    }
    if is_company {
        let jobs = store::employment::of_person(desk.db(), id)?;
        moving::set_jobs(desk, id, &[])?;
        let left = jobs.into_iter().map(|job| job.company).chain(before.company);
        left.collect::<BTreeSet<_>>().into_iter().try_for_each(|left| companies::remove_if_unused(desk, left))?;
    }
    Ok(())
}

/// Writes an edited card. Where that is [`Error::Invalid`], nothing was written.
///
/// Who changes to another company has a former job from then on; a card that is given back has those it had.
fn write(
    desk: &mut Desk<'_>,
    before: &Person,
    mut content: Content,
    source: list::Id,
    given_back: Option<&[Employment]>,
) -> Result<Vec<Field>, Error> {
    prepare(desk, &mut content, Some(&before.content))?;
    if content.number.is_empty() {
        content.number.clone_from(&before.content.number);
    }
    if content.number != before.content.number
        && store::persons::with_number(desk.db(), &content.number)?.is_some_and(|other| other != before.id)
    {
        return Err(Error::invalid(Field::Number, Reason::Taken));
    }
    let changed = changed_fields(desk.fields()?, &before.content, &content);
    if changed.is_empty() {
        return Ok(changed);
    }
    let sort_key = desk.sort_keys()?.name_key(&content.last_name, &content.first_name);
    let company = if content.company == before.content.company { before.company } else { at_company(desk, &content)? };
    let (at, by) = (desk.after(before.updated_at), desk.user().id);
    let restoring = given_back.is_some();
    let stamp = Stamp { sort_key: &sort_key, company, source, import: None, at, by, restoring };
    store::persons::update(desk.db(), before, &content, &stamp)?;
    match given_back {
        Some(jobs) => moving::set_jobs(desk, before.id, jobs)?,
        None => drop(moving::note_move(desk, before, company, at)?),
    }
    if company != before.company {
        if let Some(new) = company {
            desk.changes.company(new);
        }
        if let Some(left) = before.company {
            companies::remove_if_unused(desk, left)?;
        }
    }
    Ok(changed)
}

/// Tidies and checks a card before it is written; `before` is what it holds so far.
pub(super) fn prepare(desk: &Desk<'_>, content: &mut Content, before: Option<&Content>) -> Result<(), Error> {
    content.tidy();
    super::erasure::suppression::refuse(desk, content, before)?;
    let mut wrong = content.check(desk.today());
    let known = desk.lists()?;
    for (field, list, id) in [
        (Field::Position, List::Position, content.position),
        (Field::Category, List::Category, content.category),
        (Field::Business, List::Business, content.business),
        (Field::Language, List::Language, content.language),
    ] {
        if id.is_some_and(|id| known.get(id).is_none_or(|item| item.list != list)) {
            wrong.push(Invalid::new(field, Reason::Unknown));
        }
    }
    if content.interests.iter().any(|id| known.get(*id).is_none_or(|item| item.list != List::Interest)) {
        wrong.push(Invalid::new(Field::Interests, Reason::Unknown));
    }
    wrong.extend(contacts::unknown_labels(known, content.contacts()));
    let own = desk.fields()?;
    for (id, value) in &mut content.custom {
        // A choice that was taken off its list since may stay on the cards that have it.
        if before.is_some_and(|before| before.custom.get(id) == Some(&*value)) {
            continue;
        }
        match own.iter().find(|field| field.id == *id) {
            None => wrong.push(Invalid::new(Field::Custom(id.to_string()), Reason::NoSuchField)),
            Some(field) => match field.parse(value) {
                Ok(parsed) => *value = parsed.unwrap_or_default(),
                Err(reason) => wrong.push(Invalid::new(Field::Custom(field.key.clone()), reason)),
            },
        }
    }
    content.custom.retain(|_, value| !value.is_empty());
    content.contacts_mut().spell();
    if wrong.is_empty() { Ok(()) } else { Err(Error::Invalid(wrong)) }
}

/// Returns the company that is named, which is added where nobody has it yet.
fn at_company(desk: &mut Desk<'_>, content: &Content) -> Result<Option<company::Id>, Error> {
    if content.company.is_empty() { Ok(None) } else { companies::named(desk, &content.company).map(Some) }
}

const NEXT_NUMBER: &str = "next_number";

/// Returns the number from which to look for a free one.
pub(super) fn first_free_number(desk: &Desk<'_>) -> Result<u64, Error> {
    Ok(desk.db().vault_info(NEXT_NUMBER)?.and_then(|text| text.parse().ok()).unwrap_or(1))
}

/// Keeps the number from which to look for the next free one.
pub(super) fn set_next_number(desk: &Desk<'_>, next: u64) -> Result<(), Error> {
    Ok(desk.db().set_vault_info(NEXT_NUMBER, &next.to_string())?)
}

/// Returns the next free card number, and counts on.
fn next_number(desk: &Desk<'_>) -> Result<String, Error> {
    let mut next = first_free_number(desk)?;
    while store::persons::with_number(desk.db(), &next.to_string())?.is_some() {
        next += 1;
    }
    set_next_number(desk, next + 1)?;
    Ok(next.to_string())
}

/// Returns the random number by which the journal knows a person.
pub(super) fn random_ref() -> Result<i64, Error> {
    let bytes = getrandom::u64().map_err(|_| Error::Failed)?;
    Ok(i64::from_le_bytes((bytes >> 1).to_le_bytes()))
}

/// Returns which fields differ between two contents.
fn changed_fields(own: &[custom::Definition], before: &Content, after: &Content) -> Vec<Field> {
    let mut changed: Vec<Field> = [
        (Field::Number, before.number != after.number),
        (Field::FirstName, before.first_name != after.first_name),
        (Field::LastName, before.last_name != after.last_name),
        (Field::Company, before.company != after.company),
        (Field::Title, before.title != after.title),
        (Field::Position, before.position != after.position),
        (Field::Country, before.country != after.country),
        (Field::BirthDate, before.birth_date != after.birth_date),
        (Field::Language, before.language != after.language),
        (Field::Category, before.category != after.category),
        (Field::Business, before.business != after.business),
        (Field::OurContact, before.our_contact != after.our_contact),
        (Field::Website, before.website != after.website),
        (Field::Note, before.note != after.note),
        (Field::FormerEmployee, before.former_employee != after.former_employee),
        (Field::NoMailings, before.no_mailings != after.no_mailings),
        (Field::Interests, before.interests != after.interests),
        (Field::Picture, before.picture != after.picture),
    ]
    .into_iter()
    .filter_map(|(field, differs)| differs.then_some(field))
    .collect();
    changed.extend(before.contacts().changed(&after.contacts()));
    for field in own {
        if before.custom.get(&field.id) != after.custom.get(&field.id) {
            changed.push(Field::Custom(field.key.clone()));
        }
    }
    changed
}

/// Sets or removes the picture on a card. PNG and JPEG are taken. That cannot be taken back, as a picture that was
/// replaced is gone; what was changed before can.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NoPerson`], [`Error::NotAPicture`], [`Error::FileTooLarge`].
pub fn set_picture(desk: &mut Desk<'_>, id: Id, picture: Option<&Incoming>) -> Result<Person, Error> {
    desk.require(Right::Edit)?;
    let before = whole(desk, id)?;
    desk.rules()?.fields.allow(&Field::Picture)?;
    let new = match picture {
        Some(file) => {
            if !is_picture(&file.bytes) {
                return Err(Error::NotAPicture);
            }
            Some(attached::keep(desk, id, attachment::Kind::Picture, file)?)
        }
        None => None,
    };
    if let Some(old) = before.content.picture {
        attached::drop(desk, old)?;
    }
    let content = Content { picture: new, ..before.content.clone() };
    put(desk, &before, content, list::SOURCE_USER)?;
    desk.note_person(Kind::PersonEdited, id, vec![Field::Picture])?;
    desk.changes.person(id);
    let after = get(desk, id)?;
    desk.collected.follow(id.0, before.updated_at, after.updated_at);
    Ok(after)
}

/// Returns whether the bytes are a picture that can be unpacked to its last line.
fn is_picture(bytes: &[u8]) -> bool {
    let Ok(mut reader) = image::ImageReader::new(std::io::Cursor::new(bytes)).with_guessed_format() else {
        return false;
    };
    // A small file can claim a huge picture. What memory the unpacking may take is bounded by default.
    let mut limits = image::Limits::default();
    limits.max_image_width = Some(8_000);
    limits.max_image_height = Some(8_000);
    reader.limits(limits);
    reader.decode().is_ok()
}
