//! Persons' cards: reading, adding, editing, and who seems to be here already.

use super::attached::{self, Incoming};
use super::undo::{Done, Inverse, Way};
use super::{Desk, Error, fields, legal_basis, lists};
use crate::i18n;
use crate::model::basis::Decision;
use crate::model::duplicate::{self, Likeness};
use crate::model::field::Field;
use crate::model::journal::Kind;
use crate::model::list::{self, List};
use crate::model::person::{Content, Id, Labelled, Line, Person};
use crate::model::user::Right;
use crate::model::{Invalid, Moment, Reason, attachment, company, custom, email, import, phone, text};
use crate::search;
use crate::store;
use crate::store::persons::Stamp;

/// Returns a person's card.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NoPerson`], or the database's.
pub fn get(desk: &Desk<'_>, id: Id) -> Result<Person, Error> {
    desk.require(Right::See)?;
    store::persons::get(desk.db(), id)?.ok_or(Error::NoPerson(id))
}

/// Returns what a list shows of the persons, in the order asked for; those that are gone are left out.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn lines(desk: &Desk<'_>, ids: &[Id]) -> Result<Vec<Line>, Error> {
    desk.require(Right::See)?;
    Ok(store::persons::lines(desk.db(), ids)?)
}

/// Adds a card with its first decision on a legal basis, and returns it.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Invalid`] with everything that is wrong; those of [`legal_basis::decide`].
pub fn add(
    desk: &mut Desk<'_>,
    content: Content,
    decision: Option<&Decision>,
    source: list::Id,
) -> Result<Person, Error> {
    desk.require(Right::Create)?;
    let id = put_new(desk, content, source, None)?;
    desk.note_person(Kind::PersonAdded, id, Vec::new())?;
    if let Some(decision) = decision {
        legal_basis::enter(desk, id, decision, None)?;
        desk.note_person(Kind::BasisSet, id, vec![Field::LegalBasis])?;
    }
    desk.changes.person(id);
    get(desk, id)
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
    let (sort_key, company) = placed(desk, &content)?;
    let (at, by) = (desk.now(), desk.user().id);
    let stamp = Stamp { sort_key: &sort_key, company, source, import, at, by, restoring: false };
    store::persons::insert(desk.db(), id, &content, random_ref()?, &stamp)?;
    Ok(id)
}

/// Saves an edited card, and returns it with the fields that changed.
///
/// `seen` is when the card was last changed as the editor knew it, so that nobody overwrites what they have not seen.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoPerson`]; [`Error::Invalid`] with everything that is wrong;
/// [`Error::ChangedMeanwhile`].
pub fn save(desk: &mut Desk<'_>, id: Id, content: Content, seen: Moment) -> Result<(Person, Vec<Field>), Error> {
    desk.require(Right::Edit)?;
    let before = get(desk, id)?;
    if before.updated_at != seen {
        return Err(Error::ChangedMeanwhile(id));
    }
    let changed = put(desk, &before, content, list::SOURCE_USER)?;
    let after = get(desk, id)?;
    if !changed.is_empty() {
        desk.note_person(Kind::PersonEdited, id, changed.clone())?;
        desk.changes.person(id);
        let done = Done { kind: Kind::PersonEdited, name: before.content.full_name(), fields: changed.clone() };
        let seen = after.updated_at;
        let inverse = Inverse::Person { id, before: Box::new(before.content), seen, left: before.updated_at };
        desk.can_be_taken_back(done, inverse);
    }
    Ok((after, changed))
}

/// Writes a card as it was before the last change of the session, or after it, and answers what takes that back.
///
/// # Errors
/// [`Error::ChangedMeanwhile`] where somebody changed the card since `seen`; those of [`save`].
pub(super) fn write_back(
    desk: &mut Desk<'_>,
    id: Id,
    content: Content,
    seen: Moment,
    way: Way,
) -> Result<Inverse, Error> {
    desk.require(Right::Edit)?;
    let now = get(desk, id)?;
    if now.updated_at != seen {
        return Err(Error::ChangedMeanwhile(id));
    }
    // A picture that was replaced is gone.
    let content = Content { picture: now.content.picture, ..content };
    let changed = put_back(desk, &now, content)?;
    desk.note_person(way.kind(), id, changed)?;
    desk.changes.person(id);
    let seen = get(desk, id)?.updated_at;
    Ok(Inverse::Person { id, before: Box::new(now.content), seen, left: now.updated_at })
}

/// Writes an edited card and returns what changed. Part of a larger change, as [`put_new`].
pub(super) fn put(
    desk: &mut Desk<'_>,
    before: &Person,
    content: Content,
    source: list::Id,
) -> Result<Vec<Field>, Error> {
    write(desk, before, content, source, false)
}

/// Writes a card as it was before, with the sources, times and authors that its values had then. As [`put`].
pub(super) fn put_back(desk: &mut Desk<'_>, before: &Person, content: Content) -> Result<Vec<Field>, Error> {
    write(desk, before, content, list::SOURCE_USER, true)
}

/// Writes an edited card. Where that is [`Error::Invalid`], nothing was written.
fn write(
    desk: &mut Desk<'_>,
    before: &Person,
    mut content: Content,
    source: list::Id,
    restoring: bool,
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
    let (sort_key, company) = placed(desk, &content)?;
    // Two changes within one millisecond must still be told apart: an editor who saw the first has not seen the second.
    let at = Moment(desk.now().0.max(before.updated_at.0 + 1));
    let stamp = Stamp { sort_key: &sort_key, company, source, import: None, at, by: desk.user().id, restoring };
    store::persons::update(desk.db(), before, &content, &stamp)?;
    if let Some(left) = before.company.filter(|left| Some(*left) != company) {
        store::companies::remove_if_unused(desk.db(), left)?;
    }
    Ok(changed)
}

/// Tidies and checks a card before it is written; `before` is what it holds so far.
pub(super) fn prepare(desk: &Desk<'_>, content: &mut Content, before: Option<&Content>) -> Result<(), Error> {
    content.tidy();
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
    let labels = content
        .emails
        .iter()
        .map(|row| (Field::Emails, row.label))
        .chain(content.phones.iter().map(|row| (Field::Phones, row.label)))
        .chain(content.addresses.iter().map(|row| (Field::Addresses, row.label)));
    for (field, label) in labels {
        if label.is_some_and(|id| known.get(id).is_none_or(|item| item.list != List::Label)) {
            wrong.push(Invalid::new(field, Reason::Unknown));
        }
    }
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
    for row in &mut content.emails {
        if let Ok(address) = email::parse(&row.value) {
            row.value = address;
        }
    }
    for row in &mut content.phones {
        if let Ok(number) = phone::parse(&row.value) {
            row.value = number;
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(Error::Invalid(wrong)) }
}

/// Returns the name's sort key and the company that is named, which is added where nobody has it yet.
fn placed(desk: &Desk<'_>, content: &Content) -> Result<(Vec<u8>, Option<company::Id>), Error> {
    let sort_key = desk.sort_keys()?.name_key(&content.last_name, &content.first_name);
    if content.company.is_empty() {
        return Ok((sort_key, None));
    }
    Ok((sort_key, Some(company(desk, &content.company)?)))
}

/// Returns the company of that name, letters folded; one that nobody has yet is added.
pub(super) fn company(desk: &Desk<'_>, name: &str) -> Result<company::Id, Error> {
    let key = search::fold(name);
    if let Some(id) = store::companies::by_key(desk.db(), &key)? {
        return Ok(id);
    }
    let id = company::Id(desk.db().new_id());
    let order = desk.sort_keys()?.key(name);
    store::companies::insert(desk.db(), id, name, &key, &order, desk.now(), desk.user().id)?;
    Ok(id)
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
    fn values<T: PartialEq>(before: &[Labelled<T>], after: &[Labelled<T>]) -> bool {
        before.len() != after.len()
            || before.iter().zip(after).any(|(a, b)| a.value != b.value || a.label != b.label || a.id != b.id)
    }
    let mut changed: Vec<Field> = [
        (Field::Number, before.number != after.number),
        (Field::FirstName, before.first_name != after.first_name),
        (Field::LastName, before.last_name != after.last_name),
        (Field::Company, before.company != after.company),
        (Field::Title, before.title != after.title),
        (Field::Position, before.position != after.position),
        (Field::Emails, values(&before.emails, &after.emails)),
        (Field::Phones, values(&before.phones, &after.phones)),
        (Field::Addresses, values(&before.addresses, &after.addresses)),
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
    for field in own {
        if before.custom.get(&field.id) != after.custom.get(&field.id) {
            changed.push(Field::Custom(field.key.clone()));
        }
    }
    changed
}

/// Sets or removes the picture on a card. PNG and JPEG are taken.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NoPerson`], [`Error::NotAPicture`], [`Error::FileTooLarge`].
pub fn set_picture(desk: &mut Desk<'_>, id: Id, picture: Option<&Incoming>) -> Result<Person, Error> {
    desk.require(Right::Edit)?;
    let before = get(desk, id)?;
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
    get(desk, id)
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

/// Somebody whose card resembles another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resembling {
    /// Who.
    pub line: Line,
    /// How.
    pub likeness: Likeness,
}

/// Returns up to ten persons that `content` may be about, the surest first; `but` is left out.
///
/// Same e-mail, same number, same phone, or a similar name within the same company or city.
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
            let same_name = other
                .is_some_and(|(first, last, _)| search::fold(&crate::model::person::full_name(&first, &last)) == name);
            found.push((if same_name { Likeness::PhoneAndName } else { Likeness::Phone }, id));
        }
    }
    for id in neighbours(desk, content, &name)? {
        found.push((Likeness::Name, id));
    }
    found.retain(|(_, id)| Some(*id) != but);
    found.sort_by_key(|(likeness, id)| (*id, *likeness));
    found.dedup_by_key(|(_, id)| *id);
    found.sort_by_key(|(likeness, id)| (*likeness, *id));
    found.truncate(10);
    let ids: Vec<Id> = found.iter().map(|(_, id)| *id).collect();
    let lines = lines(desk, &ids)?;
    Ok(lines
        .into_iter()
        .filter_map(|line| {
            let likeness = found.iter().find(|(_, id)| *id == line.id)?.0;
            Some(Resembling { line, likeness })
        })
        .collect())
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
            let other = search::fold(&crate::model::person::full_name(&first, &last));
            if duplicate::is_similar_name(name, &other) {
                similar.push(id);
            }
        }
    }
    Ok(similar)
}

/// Returns up to `limit` companies whose name begins as `start`.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn companies_like(desk: &Desk<'_>, start: &str, limit: usize) -> Result<Vec<String>, Error> {
    desk.require(Right::See)?;
    Ok(store::companies::names_starting(desk.db(), &search::fold(start.trim()), limit)?)
}

/// Adds a card whose fields are given as text, as [`edit`] takes them, and returns it.
///
/// # Errors
/// Those of [`add`].
pub fn add_from_text(
    desk: &mut Desk<'_>,
    fields: &[(Field, String)],
    decision: Option<&Decision>,
    source: list::Id,
) -> Result<Person, Error> {
    desk.require(Right::Create)?;
    let mut content = Content::default();
    for (field, value) in fields {
        set_text(desk, &mut content, field, value)?;
    }
    add(desk, content, decision, source)
}

/// Changes fields of a card that are given as text, as scripts do, and returns the card.
///
/// List fields take a key or a name; an unknown one becomes a new item. An empty text empties the field.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NoPerson`], [`Error::Invalid`].
pub fn edit(desk: &mut Desk<'_>, id: Id, changes: &[(Field, String)]) -> Result<Person, Error> {
    desk.require(Right::Edit)?;
    let before = get(desk, id)?;
    let mut content = before.content.clone();
    for (field, value) in changes {
        set_text(desk, &mut content, field, value)?;
    }
    Ok(save(desk, id, content, before.updated_at)?.0)
}

/// Puts a text into a field of a card.
pub(super) fn set_text(desk: &mut Desk<'_>, content: &mut Content, field: &Field, value: &str) -> Result<(), Error> {
    let line = text::single_line(value);
    let wrong = |reason| Err(Error::invalid(field.clone(), reason));
    match field {
        Field::Number => content.number = line,
        Field::FirstName => content.first_name = line,
        Field::LastName => content.last_name = line,
        Field::Company => content.company = line,
        Field::Title => content.title = line,
        Field::Website => content.website = line,
        Field::Note => value.clone_into(&mut content.note),
        Field::Position | Field::Category | Field::Business | Field::Language => {
            let Some(list) = lists::list_of(field) else { return wrong(Reason::NoSuchField) };
            let item = lists::find_or_add(desk, list, &line)?;
            if let Field::Position = field {
                content.position = item;
            } else if let Field::Category = field {
                content.category = item;
            } else if let Field::Business = field {
                content.business = item;
            } else {
                content.language = item;
            }
        }
        Field::Email => set_first(&mut content.emails, |_| true, line, Some(list::LABEL_WORK)),
        Field::Mobile => {
            set_first(&mut content.phones, |row| row.label == Some(list::LABEL_MOBILE), line, Some(list::LABEL_MOBILE));
        }
        Field::Phone => {
            set_first(&mut content.phones, |row| row.label != Some(list::LABEL_MOBILE), line, Some(list::LABEL_WORK));
        }
        Field::Address | Field::Postcode | Field::City => {
            if content.addresses.is_empty() {
                content.addresses.push(Labelled::default());
            }
            let Some(first) = content.addresses.first_mut() else { return wrong(Reason::NoSuchField) };
            if let Field::Address = field {
                first.value.street = line;
            } else if let Field::Postcode = field {
                first.value.postcode = line;
            } else {
                first.value.city = line;
            }
        }
        Field::Country => match country(&line) {
            Some(code) => content.country = code,
            None => return wrong(Reason::NotACountry),
        },
        Field::BirthDate => match (line.is_empty(), date(desk, &line)) {
            (true, _) => content.birth_date = None,
            (false, Some(day)) => content.birth_date = Some(day),
            (false, None) => return wrong(Reason::NotADate),
        },
        Field::OurContact => {
            let user = store::users::by_name(desk.db(), &line)?;
            if user.is_none() && !line.is_empty() {
                return wrong(Reason::Unknown);
            }
            content.our_contact = user.map(|user| user.id);
        }
        Field::FormerEmployee | Field::NoMailings => {
            let Some(yes) = custom::yes_no(&line) else { return wrong(Reason::NotYesNo) };
            if let Field::FormerEmployee = field {
                content.former_employee = yes;
            } else {
                content.no_mailings = yes;
            }
        }
        Field::Interests => {
            let mut all = Vec::new();
            for name in line.split([',', ';', '|']) {
                all.extend(lists::find_or_add(desk, List::Interest, name)?);
            }
            content.interests = all;
        }
        Field::Custom(key) => {
            let own = desk.fields()?.iter().find(|own| own.key == *key).cloned();
            let Some(own) = own else { return wrong(Reason::NoSuchField) };
            match own.parse(&line) {
                Ok(Some(value)) => {
                    content.custom.insert(own.id, value);
                }
                Ok(None) => {
                    content.custom.remove(&own.id);
                }
                Err(reason) => return wrong(reason),
            }
        }
        Field::Emails
        | Field::Phones
        | Field::Addresses
        | Field::Picture
        | Field::Relation
        | Field::LegalBasis
        | Field::Source
        | Field::Comment
        | Field::Purpose
        | Field::Activity
        | Field::Subject
        | Field::At
        | Field::Length
        | Field::Direction
        | Field::Recorded
        | Field::RecordConsent
        | Field::Due
        | Field::DoneAt => return wrong(Reason::ReadOnly),
    }
    Ok(())
}

/// Sets the first of several values; an empty one removes it.
fn set_first(
    rows: &mut Vec<Labelled<String>>,
    is_meant: impl Fn(&Labelled<String>) -> bool,
    value: String,
    label: Option<list::Id>,
) {
    match (rows.iter().position(is_meant), value.is_empty()) {
        (Some(place), true) => {
            rows.remove(place);
        }
        (Some(place), false) => rows[place].value = value,
        (None, true) => {}
        (None, false) => rows.push(Labelled::new(label, value)),
    }
}

/// Returns the country that a code or a name in any of the three languages means; an empty text stays empty.
pub(super) fn country(text: &str) -> Option<String> {
    if text.is_empty() {
        return Some(String::new());
    }
    let code = text.to_uppercase();
    if code.len() == 2 && crate::model::person::is_country(&code) {
        return Some(code);
    }
    i18n::country_code(text).map(str::to_owned)
}

/// Returns the day that a text names: ISO 8601, day.month.year, or as the user's language writes it.
pub(super) fn date(desk: &Desk<'_>, text: &str) -> Option<chrono::NaiveDate> {
    custom::date(text).or_else(|| i18n::parse_date(desk.lang(), text, desk.today()))
}

/// Adds and removes interests, named by key or name, and returns the card.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NoPerson`]; [`Error::Invalid`] where one to be removed is unknown.
pub fn change_interests(desk: &mut Desk<'_>, id: Id, add: &[String], remove: &[String]) -> Result<Person, Error> {
    desk.require(Right::Edit)?;
    let before = get(desk, id)?;
    let mut content = before.content.clone();
    for name in add {
        content.interests.extend(lists::find_or_add(desk, List::Interest, name)?);
    }
    for name in remove {
        let item = desk.lists()?.find(List::Interest, name);
        let item = item.ok_or(Error::invalid(Field::Interests, Reason::Unknown))?;
        content.interests.retain(|interest| *interest != item);
    }
    Ok(save(desk, id, content, before.updated_at)?.0)
}

/// Returns the own fields that a card shows, with what this card has in them.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn own_fields(desk: &Desk<'_>, content: &Content) -> Result<Vec<(custom::Definition, Option<String>)>, Error> {
    let own = fields::all(desk)?;
    Ok(own
        .into_iter()
        .filter(|field| field.active || content.custom.contains_key(&field.id))
        .map(|field| {
            let value = content.custom.get(&field.id).cloned();
            (field, value)
        })
        .collect())
}
