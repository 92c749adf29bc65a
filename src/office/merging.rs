//! Two cards about one person: finding them, and making them one.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::undo::{Done, Inverse, Way};
use super::{Desk, Error, Progress, Rule, companies, legal_basis, persons};
use crate::i18n;
use crate::model::basis::{self, Basis, Decision, Entry};
use crate::model::duplicate::{self, Likeness};
use crate::model::field::Field;
use crate::model::journal::Kind;
use crate::model::list::{self, List};
use crate::model::merge::{Id, Side, stricter};
use crate::model::person::{self, Content, Labelled, Line, Person};
use crate::model::user::Right;
use crate::model::{Moment, company, custom, email, phone};
use crate::search;
use crate::store::merges::Merge;
use crate::store::packed::{self, Packed};
use crate::store::{self};

/// Groups larger than this are not compared name by name: each with each takes too long, and says little.
const GROUP: usize = 300;

/// Two cards that may be about the same person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The older card.
    pub first: Line,
    /// The younger card.
    pub second: Line,
    /// How they resemble each other.
    pub likeness: Likeness,
}

/// Returns pairs of cards that may be about the same person, the surest first, and how many there are altogether.
///
/// Pairs that somebody has found to be two people are left out.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Cancelled`]; the database's.
pub fn duplicates(desk: &Desk<'_>, limit: usize, progress: &Progress) -> Result<(Vec<Pair>, usize), Error> {
    desk.require(Right::See)?;
    let db = desk.db();
    let mut found: HashMap<(person::Id, person::Id), Likeness> = HashMap::new();
    let mut note = |pair: (person::Id, person::Id), likeness: Likeness| {
        let known = found.entry((pair.0.min(pair.1), pair.0.max(pair.1))).or_insert(likeness);
        *known = (*known).min(likeness);
    };
    progress.at(0, 4)?;
    for pair in store::merges::same_email(db)? {
        note(pair, Likeness::Email);
    }
    progress.at(1, 4)?;
    let mut names: HashMap<person::Id, String> = HashMap::new();
    let mut groups: HashMap<String, Vec<person::Id>> = HashMap::new();
    store::merges::each_name(db, |id, first, last, company| {
        names.insert(id, search::fold(&person::full_name(&first, &last)));
        if let Some(company) = company {
            groups.entry(format!("company {company}")).or_default().push(id);
        }
    })?;
    for pair in store::merges::same_phone(db)? {
        let alike = names.get(&pair.0) == names.get(&pair.1);
        note(pair, if alike { Likeness::PhoneAndName } else { Likeness::Phone });
    }
    progress.at(2, 4)?;
    store::merges::each_city(db, |id, city| {
        groups.entry(format!("city {}", search::fold(&city))).or_default().push(id);
    })?;
    progress.at(3, 4)?;
    for group in groups.values_mut() {
        progress.at(3, 4)?;
        group.dedup();
        for pair in alike(group, &names) {
            note(pair, Likeness::Name);
        }
    }
    let apart = store::merges::distinct(db)?;
    found.retain(|pair, _| !apart.contains(pair));
    let total = found.len();
    let mut pairs: Vec<((person::Id, person::Id), Likeness)> = found.into_iter().collect();
    pairs.sort_by_key(|(pair, likeness)| (*likeness, *pair));
    pairs.truncate(limit);
    let mut ids: Vec<person::Id> = pairs.iter().flat_map(|((a, b), _)| [*a, *b]).collect();
    ids.sort_unstable();
    ids.dedup();
    let lines: HashMap<person::Id, Line> =
        persons::lines(desk, &ids)?.into_iter().map(|line| (line.id, line)).collect();
    let pair = |((a, b), likeness): ((person::Id, person::Id), Likeness)| {
        Some(Pair { first: lines.get(&a)?.clone(), second: lines.get(&b)?.clone(), likeness })
    };
    progress.at(4, 4)?;
    Ok((pairs.into_iter().filter_map(pair).collect(), total))
}

/// Returns the pairs of a group with similar names; of a large group, only those with the same.
fn alike(group: &[person::Id], names: &HashMap<person::Id, String>) -> Vec<(person::Id, person::Id)> {
    let mut pairs = Vec::new();
    if group.len() > GROUP {
        let mut by_name: HashMap<&str, Vec<person::Id>> = HashMap::new();
        for id in group {
            by_name.entry(names.get(id).map_or("", String::as_str)).or_default().push(*id);
        }
        for same in by_name.into_iter().filter(|(name, _)| name.chars().count() >= 4).map(|(_, same)| same) {
            pairs.extend(same.windows(2).map(|two| (two[0], two[1])));
        }
        return pairs;
    }
    for (at, a) in group.iter().enumerate() {
        let Some(name) = names.get(a).filter(|name| name.chars().count() >= 4) else { continue };
        for b in &group[at + 1..] {
            if b != a && names.get(b).is_some_and(|other| duplicate::is_similar_name(name, other)) {
                pairs.push((*a, *b));
            }
        }
    }
    pairs
}

/// Notes that two cards that look alike are about two people, so that they are not proposed again.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NoPerson`].
pub fn keep_apart(desk: &mut Desk<'_>, a: person::Id, b: person::Id) -> Result<(), Error> {
    desk.require(Right::Edit)?;
    persons::get(desk, a)?;
    persons::get(desk, b)?;
    store::merges::keep_apart(desk.db(), a, b, desk.now(), desk.user().id)?;
    desk.note_person(Kind::PersonEdited, a, Vec::new())?;
    desk.note_person(Kind::PersonEdited, b, Vec::new())
}

/// What making two cards one would do.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The card that stays.
    pub kept: Person,
    /// The card that goes.
    pub gone: Person,
    /// The fields in which the two differ.
    pub differing: Vec<Difference>,
    /// What holds afterwards for each purpose that one of them has an answer to.
    pub answers: Vec<Answer>,
    /// What hangs on the card that goes and follows: the table and how many rows.
    pub following: Vec<(String, usize)>,
}

/// A field in which two cards differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The field.
    pub field: Field,
    /// What the card that stays says, in the user's language.
    pub kept: String,
    /// What the card that goes says.
    pub gone: String,
    /// Whose value is proposed.
    pub side: Side,
}

/// What two cards answer to one purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The purpose.
    pub purpose: list::Id,
    /// What the card that stays says.
    pub kept: Option<Entry>,
    /// What the card that goes says.
    pub gone: Option<Entry>,
    /// Which of the two holds afterwards.
    pub holds: Side,
}

/// Returns what making two cards one would do.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoPerson`]; [`Error::Refused`] for a card with itself.
pub fn plan(desk: &Desk<'_>, kept: person::Id, gone: person::Id) -> Result<Plan, Error> {
    desk.require(Right::Merge)?;
    if kept == gone {
        return Err(Error::Refused(Rule::MergeWithItself));
    }
    let packed = packed::pack(desk.db(), gone)?;
    let (kept, gone) = (persons::get(desk, kept)?, persons::get(desk, gone)?);
    let mut differences = Vec::new();
    for (field, side) in differing(desk.fields()?, &kept.content, &gone.content) {
        let (here, there) = (words(desk, &kept.content, &field)?, words(desk, &gone.content, &field)?);
        differences.push(Difference { field, kept: here, gone: there, side });
    }
    let answers = answers(desk, kept.id, gone.id)?;
    let following = packed::counts(&packed)
        .into_iter()
        .filter(|(table, _)| ["activity", "ledger", "attachment", "relation", "employment"].contains(table))
        .map(|(table, count)| (table.to_owned(), count))
        .collect();
    Ok(Plan { kept, gone, differing: differences, answers, following })
}

/// The fields with one value each, of which one is chosen.
const CHOSEN: [Field; 18] = [
    Field::Number,
    Field::FirstName,
    Field::LastName,
    Field::Company,
    Field::Title,
    Field::Position,
    Field::Country,
    Field::BirthDate,
    Field::Language,
    Field::Category,
    Field::Business,
    Field::OurContact,
    Field::Website,
    Field::FormerEmployee,
    Field::Picture,
    Field::Note,
    Field::NoMailings,
    Field::Interests,
];

/// Returns the fields in which two cards differ and of which one value is chosen; both notes, all interests, addresses
/// and numbers are kept, and *no mailings* holds if either says so.
fn differing(own: &[custom::Definition], kept: &Content, gone: &Content) -> Vec<(Field, Side)> {
    let mut fields = Vec::new();
    for field in CHOSEN {
        if matches!(field, Field::Note | Field::NoMailings | Field::Interests) {
            continue;
        }
        let mut taken = kept.clone();
        take(&mut taken, gone, &field);
        if taken == *kept {
            continue;
        }
        let mut emptied = kept.clone();
        take(&mut emptied, &Content::default(), &field);
        // What only the other card has is taken along; what only this one has stays.
        let mut other_empty = gone.clone();
        take(&mut other_empty, &Content::default(), &field);
        let side = match (emptied == *kept, other_empty == *gone) {
            (true, false) => Side::Gone,
            (true, true) | (false, true | false) => Side::Kept,
        };
        fields.push((field, side));
    }
    for field in own {
        let (here, there) = (kept.custom.get(&field.id), gone.custom.get(&field.id));
        if here != there && there.is_some() {
            fields.push((Field::Custom(field.key.clone()), if here.is_none() { Side::Gone } else { Side::Kept }));
        }
    }
    fields
}

/// Returns a field's value as the user reads it.
fn words(desk: &Desk<'_>, content: &Content, field: &Field) -> Result<String, Error> {
    let lang = desk.lang();
    let lists = desk.lists()?;
    let item = |id: Option<list::Id>| id.map(|id| lists.name(id, lang).to_owned()).unwrap_or_default();
    let yes = |is: bool| if is { crate::t!(lang, "yes") } else { crate::t!(lang, "no") };
    Ok(match field {
        Field::Number => content.number.clone(),
        Field::FirstName => content.first_name.clone(),
        Field::LastName => content.last_name.clone(),
        Field::Company => content.company.clone(),
        Field::Title => content.title.clone(),
        Field::Position => item(content.position),
        Field::Country if content.country.is_empty() => String::new(),
        Field::Country => i18n::text(lang, &format!("country-{}", content.country)),
        Field::BirthDate => content.birth_date.map(|day| i18n::date(lang, day)).unwrap_or_default(),
        Field::Language => item(content.language),
        Field::Category => item(content.category),
        Field::Business => item(content.business),
        Field::OurContact => {
            let users = store::users::all(desk.db())?;
            let known = users.into_iter().find(|user| Some(user.id) == content.our_contact);
            known.map(|user| user.name).unwrap_or_default()
        }
        Field::Website => content.website.clone(),
        Field::Note => content.note.clone(),
        Field::FormerEmployee => yes(content.former_employee),
        Field::NoMailings => yes(content.no_mailings),
        Field::Picture => yes(content.picture.is_some()),
        Field::Custom(key) => {
            let own = desk.fields()?.iter().find(|own| own.key == *key);
            own.and_then(|own| content.custom.get(&own.id)).cloned().unwrap_or_default()
        }
        // These have several values, which are all kept, or are no fields of a card's content.
        Field::Email
        | Field::Emails
        | Field::Mobile
        | Field::Phone
        | Field::Phones
        | Field::Address
        | Field::Addresses
        | Field::Postcode
        | Field::City
        | Field::Interests
        | Field::Relation
        | Field::Activity
        | Field::Subject
        | Field::At
        | Field::Length
        | Field::Direction
        | Field::Recorded
        | Field::RecordConsent
        | Field::Due
        | Field::DoneAt
        | Field::LegalBasis
        | Field::Source
        | Field::Comment
        | Field::Purpose
        | Field::Name
        | Field::OrgNumber => String::new(),
    })
}

/// Takes one plain value from another card.
fn take(content: &mut Content, from: &Content, field: &Field) {
    match field {
        Field::Number => content.number.clone_from(&from.number),
        Field::FirstName => content.first_name.clone_from(&from.first_name),
        Field::LastName => content.last_name.clone_from(&from.last_name),
        Field::Company => content.company.clone_from(&from.company),
        Field::Title => content.title.clone_from(&from.title),
        Field::Position => content.position = from.position,
        Field::Country => content.country.clone_from(&from.country),
        Field::BirthDate => content.birth_date = from.birth_date,
        Field::Language => content.language = from.language,
        Field::Category => content.category = from.category,
        Field::Business => content.business = from.business,
        Field::OurContact => content.our_contact = from.our_contact,
        Field::Website => content.website.clone_from(&from.website),
        Field::FormerEmployee => content.former_employee = from.former_employee,
        Field::Picture => content.picture = from.picture,
        Field::Note => content.note.clone_from(&from.note),
        Field::NoMailings => content.no_mailings = from.no_mailings,
        Field::Interests => content.interests.clone_from(&from.interests),
        // These have several values, which are all kept, or are no fields of a card's content.
        Field::Email
        | Field::Emails
        | Field::Mobile
        | Field::Phone
        | Field::Phones
        | Field::Address
        | Field::Addresses
        | Field::Postcode
        | Field::City
        | Field::Relation
        | Field::Activity
        | Field::Subject
        | Field::At
        | Field::Length
        | Field::Direction
        | Field::Recorded
        | Field::RecordConsent
        | Field::Due
        | Field::DoneAt
        | Field::LegalBasis
        | Field::Source
        | Field::Comment
        | Field::Purpose
        | Field::Name
        | Field::OrgNumber
        | Field::Custom(_) => {}
    }
}

/// Returns what the card holds afterwards.
fn joined(own: &[custom::Definition], kept: &Content, gone: &Content, from_gone: &[Field]) -> Content {
    let mut content = kept.clone();
    for field in from_gone {
        if let Field::Custom(key) = field {
            if let Some(id) = own.iter().find(|field| field.key == *key).map(|field| field.id) {
                match gone.custom.get(&id) {
                    Some(value) => content.custom.insert(id, value.clone()),
                    None => content.custom.remove(&id),
                };
            }
        } else {
            take(&mut content, gone, field);
        }
    }
    add_new(&mut content.emails, &gone.emails, |value| Some(email::key(value)));
    add_new(&mut content.phones, &gone.phones, |value| phone::key(value));
    add_new(&mut content.addresses, &gone.addresses, |value| {
        Some(search::fold(&format!("{} {} {}", value.street, value.postcode, value.city)))
    });
    content.interests.extend(&gone.interests);
    content.no_mailings |= gone.no_mailings;
    if !gone.note.is_empty() && !content.note.contains(&gone.note) {
        content.note = [content.note.as_str(), gone.note.as_str()].join("\n\n").trim().to_owned();
    }
    content
}

/// Adds what is not there yet, compared by its key.
fn add_new<T: Clone + PartialEq>(all: &mut Vec<Labelled<T>>, more: &[Labelled<T>], key: impl Fn(&T) -> Option<String>) {
    let known: HashSet<String> = all.iter().filter_map(|row| key(&row.value)).collect();
    for row in more {
        let is_known = match key(&row.value) {
            Some(key) => known.contains(&key),
            None => all.iter().any(|other| other.value == row.value),
        };
        if !is_known {
            all.push(row.clone());
        }
    }
}

fn answers(desk: &Desk<'_>, kept: person::Id, gone: person::Id) -> Result<Vec<Answer>, Error> {
    let (here, there) = (store::ledger::of_person(desk.db(), kept)?, store::ledger::of_person(desk.db(), gone)?);
    let mut purposes: Vec<list::Id> = desk.lists()?.of(List::Purpose).map(|item| item.id).collect();
    for entry in here.iter().chain(&there) {
        if !purposes.contains(&entry.purpose) {
            purposes.push(entry.purpose);
        }
    }
    let answer = |purpose| {
        let (kept, gone) = (basis::current(&here, purpose), basis::current(&there, purpose));
        let holds = stricter(kept, gone)?;
        let holds = if kept.is_some_and(|kept| kept.id == holds.id) { Side::Kept } else { Side::Gone };
        Some(Answer { purpose, kept: kept.cloned(), gone: gone.cloned(), holds })
    };
    Ok(purposes.into_iter().filter_map(answer).collect())
}

/// What was merged.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// The merge, to take it back with.
    pub id: Id,
    /// The card that stayed, as it is now.
    pub person: Person,
}

/// What is kept of a merge, to take it back.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Before {
    kept: Content,
    /// Its company, which may have another name by the time it is given back.
    #[serde(default)]
    company: Option<company::Id>,
    gone: Packed,
    /// The name of the company of the card that went.
    #[serde(default)]
    gone_company: String,
    joined: Packed,
    /// Rows of the ledger that the card that stayed did not have before.
    entries: Vec<basis::Id>,
    from_gone: Vec<String>,
}

/// Makes two cards one: `from_gone` names the fields whose value is the other card's. Everything that hangs on the card
/// that goes follows; of two answers to a purpose, the more restrictive one holds, and both ledgers are kept.
///
/// A company that nobody names any more goes as it does when a card is edited: if no more is known of it than its name.
///
/// # Errors
/// Those of [`plan`]; [`Error::Invalid`] where the values do not go together.
pub fn merge(desk: &mut Desk<'_>, kept: person::Id, gone: person::Id, from_gone: &[Field]) -> Result<Merged, Error> {
    let left = persons::get(desk, kept)?.updated_at;
    let merged = carry_out(desk, kept, gone, from_gone, Kind::Merged)?;
    let name = merged.person.content.full_name();
    let done = Done { kind: Kind::Merged, name, fields: Vec::new() };
    let inverse = Inverse::Merge { id: merged.id, kept, seen: merged.person.updated_at, left };
    desk.can_be_taken_back(done, inverse);
    Ok(merged)
}

fn carry_out(
    desk: &mut Desk<'_>,
    kept: person::Id,
    gone: person::Id,
    from_gone: &[Field],
    kind: Kind,
) -> Result<Merged, Error> {
    let plan = plan(desk, kept, gone)?;
    let content = joined(desk.fields()?, &plan.kept.content, &plan.gone.content, from_gone);
    let fields: Vec<Field> = plan.differing.into_iter().map(|difference| difference.field).collect();
    desk.note_person(kind, gone, Vec::new())?;
    desk.note_person(kind, kept, fields)?;

    let packed = packed::pack(desk.db(), gone)?;
    let before: HashSet<basis::Id> =
        store::ledger::of_person(desk.db(), kept)?.into_iter().map(|entry| entry.id).collect();
    let moved = packed::join(desk.db(), &packed, gone, kept)?;
    store::persons::erase(desk.db(), gone)?;
    // Former jobs of both are on the card by now, and stay.
    let jobs = store::employment::of_person(desk.db(), kept)?;
    persons::put_back(desk, &plan.kept, &persons::Held { content, company: None, jobs })?;
    for answer in &plan.answers {
        hold(desk, kept, answer)?;
    }
    if let Some(left) = plan.gone.company {
        companies::remove_if_unused(desk, left)?;
    }
    let person = touched(desk, kept, &plan.kept)?;
    let new = store::ledger::of_person(desk.db(), kept)?.into_iter().map(|entry| entry.id);
    let kept_of_it = Before {
        company: plan.kept.company,
        kept: plan.kept.content,
        gone: packed,
        gone_company: plan.gone.content.company,
        joined: moved,
        entries: new.filter(|id| !before.contains(id)).collect(),
        from_gone: from_gone.iter().map(ToString::to_string).collect(),
    };
    let merge = Merge {
        id: Id(desk.db().new_id()),
        kept,
        gone,
        before: serde_json::to_string(&kept_of_it).map_err(|_| Error::Failed)?,
        after_at: person.updated_at,
        at: desk.now(),
        by: desk.user().id,
        undone_at: None,
    };
    store::merges::insert(desk.db(), &merge)?;
    desk.changes.person(kept);
    desk.changes.removed.push(gone);
    desk.changes.activities = true;
    Ok(Merged { id: merge.id, person })
}

/// Makes the answer that holds the newest row of its purpose, where it is not.
fn hold(desk: &mut Desk<'_>, kept: person::Id, answer: &Answer) -> Result<(), Error> {
    let wanted = match answer.holds {
        Side::Kept => &answer.kept,
        Side::Gone => &answer.gone,
    };
    let Some(wanted) = wanted else { return Ok(()) };
    let ledger = store::ledger::of_person(desk.db(), kept)?;
    if basis::current(&ledger, answer.purpose).is_some_and(|now| now.id == wanted.id) {
        return Ok(());
    }
    let decision = Decision {
        comment: wanted.comment.clone(),
        wording: wanted.wording,
        evidence: wanted.evidence,
        ..Decision::new(answer.purpose, wanted.basis, wanted.source)
    };
    legal_basis::enter(desk, kept, &decision, None)?;
    Ok(())
}

/// Returns the card with a new time of change, also where its content is what it was before.
fn touched(desk: &Desk<'_>, id: person::Id, before: &Person) -> Result<Person, Error> {
    let person = persons::get(desk, id)?;
    if person.updated_at != before.updated_at {
        return Ok(person);
    }
    let at = Moment(desk.now().0.max(before.updated_at.0 + 1));
    store::persons::set_updated(desk.db(), id, at, desk.user().id)?;
    persons::get(desk, id)
}

/// Takes a merge back: the card that went is there again with everything that was its own, and the card that stayed is as
/// it was. Rows that the ledger of the latter got are declared void; the ledger is only added to.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`]; [`Error::Refused`] where it was taken back before;
/// [`Error::ChangedMeanwhile`] where somebody changed the card since: nothing is taken back then.
pub fn undo(desk: &mut Desk<'_>, id: Id) -> Result<(person::Id, person::Id), Error> {
    let seen = store::merges::get(desk.db(), id)?.ok_or(Error::NoSuch("merge"))?.after_at;
    take_back(desk, id, seen, Kind::MergeUndone).map(|(kept, gone, _)| (kept, gone))
}

fn take_back(desk: &mut Desk<'_>, id: Id, seen: Moment, kind: Kind) -> Result<(person::Id, person::Id, Before), Error> {
    desk.require(Right::Merge)?;
    let merge = store::merges::get(desk.db(), id)?.ok_or(Error::NoSuch("merge"))?;
    if merge.undone_at.is_some() {
        return Err(Error::Refused(Rule::MergeUndoneBefore));
    }
    let (kept, gone) = (merge.kept, merge.gone);
    let now = persons::get(desk, kept)?;
    if now.updated_at != seen {
        return Err(Error::ChangedMeanwhile(kept));
    }
    let before: Before = serde_json::from_str(&merge.before).map_err(|_| Error::Failed)?;
    let jobs = store::employment::of_person(desk.db(), kept)?;
    let held = persons::Held { content: before.kept.clone(), company: before.company, jobs };
    persons::put_back(desk, &now, &held)?;
    for entry in store::ledger::of_person(desk.db(), kept)?.iter().filter(|entry| before.entries.contains(&entry.id)) {
        if entry.basis != Basis::Void {
            let void =
                Decision { corrects: Some(entry.id), ..Decision::new(entry.purpose, Basis::Void, list::SOURCE_USER) };
            legal_basis::enter(desk, kept, &void, None)?;
        }
    }
    let gone_again = at_its_company(desk, &before)?;
    packed::part(desk.db(), &gone_again, &before.joined, gone, kept)?;
    touched(desk, kept, &now)?;
    store::merges::mark_undone(desk.db(), id, desk.now(), desk.user().id)?;
    desk.note_person(kind, kept, Vec::new())?;
    desk.note_person(kind, gone, Vec::new())?;
    desk.changes.person(kept);
    desk.changes.person(gone);
    desk.changes.activities = true;
    Ok((kept, gone, before))
}

/// Returns the card that went, to be given back; where its company is no more, at the one that has its name now.
fn at_its_company(desk: &mut Desk<'_>, before: &Before) -> Result<Packed, Error> {
    let mut packed = before.gone.clone();
    let Some(company) = packed.company() else { return Ok(packed) };
    desk.changes.company(company);
    if store::companies::name(desk.db(), company)?.is_none() {
        let name = &before.gone_company;
        let now = if name.is_empty() { None } else { Some(companies::named(desk, name)?) };
        packed.set_company(now);
        now.into_iter().for_each(|now| desk.changes.company(now));
    }
    Ok(packed)
}

/// Takes the last merge of the session back, and answers what does it again.
pub(super) fn step_back(desk: &mut Desk<'_>, id: Id, seen: Moment, way: Way) -> Result<Inverse, Error> {
    let (kept, gone, before) = take_back(desk, id, seen, way.kind())?;
    let from_gone = before.from_gone.iter().filter_map(|key| key.parse().ok()).collect();
    let now = persons::get(desk, kept)?.updated_at;
    Ok(Inverse::MergeAgain { kept, gone, from_gone, seen: now, left: seen })
}

/// Does a merge again that was taken back, and answers what takes it back.
pub(super) fn step_again(
    desk: &mut Desk<'_>,
    (kept, gone): (person::Id, person::Id),
    from_gone: &[Field],
    seen: Moment,
    way: Way,
) -> Result<Inverse, Error> {
    if persons::get(desk, kept)?.updated_at != seen {
        return Err(Error::ChangedMeanwhile(kept));
    }
    let merged = carry_out(desk, kept, gone, from_gone, way.kind())?;
    Ok(Inverse::Merge { id: merged.id, kept, seen: merged.person.updated_at, left: seen })
}

/// A merge into a card, for its history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Past {
    /// The merge.
    pub id: Id,
    /// When it was done.
    pub at: Moment,
    /// Who did it.
    pub by: crate::model::user::Id,
    /// Whether it can still be taken back.
    pub can_be_undone: bool,
}

/// Returns the merges into a card, the newest first.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NoPerson`].
pub fn past(desk: &Desk<'_>, id: person::Id) -> Result<Vec<Past>, Error> {
    let person = persons::get(desk, id)?;
    let merges = store::merges::into(desk.db(), id)?;
    let past = |merge: Merge| Past {
        id: merge.id,
        at: merge.at,
        by: merge.by,
        can_be_undone: merge.undone_at.is_none() && merge.after_at == person.updated_at,
    };
    Ok(merges.into_iter().map(past).collect())
}

#[cfg(test)]
mod tests;
