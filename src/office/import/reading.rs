//! What a row of a file says about a person.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use super::Request;
use crate::i18n::{self, Lang};
use crate::model::basis::Named;
use crate::model::custom::{self, Definition};
use crate::model::field::Field;
use crate::model::import::{AddressPart, OnDuplicate, Rejection, Target};
use crate::model::list::{self, List};
use crate::model::person::{Address, Content, Labelled};
use crate::model::{Reason, email, phone, text, user};
use crate::office::lists::Lists;
use crate::office::rules::Rules;
use crate::office::{Desk, Error, contacts};
use crate::t;
use crate::transfer::{self, recognise};

/// Where a value from a list goes, once the item is known. New items are made only when the import is carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pick {
    /// A field of the card.
    Position,
    /// A field of the card.
    Category,
    /// A field of the card.
    Business,
    /// A field of the card.
    Language,
    /// One more interest.
    Interest,
    /// The label of an e-mail address, by its place.
    Email(usize),
    /// The label of a phone number, by its place.
    Phone(usize),
    /// The label of an address, by its place.
    Address(usize),
}

impl Pick {
    /// Returns the list that the value is looked for in.
    pub fn list(self) -> List {
        match self {
            Self::Position => List::Position,
            Self::Category => List::Category,
            Self::Business => List::Business,
            Self::Language => List::Language,
            Self::Interest => List::Interest,
            Self::Email(_) | Self::Phone(_) | Self::Address(_) => List::Label,
        }
    }

    /// Returns the field of the card; none for the label of an address.
    fn field(self) -> Option<Field> {
        match self {
            Self::Position => Some(Field::Position),
            Self::Category => Some(Field::Category),
            Self::Business => Some(Field::Business),
            Self::Language => Some(Field::Language),
            Self::Interest => Some(Field::Interests),
            Self::Email(_) | Self::Phone(_) | Self::Address(_) => None,
        }
    }

    /// Puts the item in its place.
    pub fn put(self, content: &mut Content, item: list::Id) {
        match self {
            Self::Position => content.position = Some(item),
            Self::Category => content.category = Some(item),
            Self::Business => content.business = Some(item),
            Self::Language => content.language = Some(item),
            Self::Interest => content.interests.push(item),
            Self::Email(place) => content.emails[place].label = Some(item),
            Self::Phone(place) => content.phones[place].label = Some(item),
            Self::Address(place) => content.addresses[place].label = Some(item),
        }
    }
}

/// A person as a row describes them.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    /// The card, but for what has to be looked up in lists.
    pub content: Content,
    /// What has to be looked up.
    pub picks: Vec<(Pick, String)>,
    /// The row's own legal basis.
    pub basis: Option<Named>,
    /// The row's own source.
    pub source: Option<list::Id>,
    /// The row's own comment.
    pub comment: Option<String>,
}

/// Reads rows by a mapping of columns.
pub(super) struct Reader {
    mapping: Vec<Target>,
    lists: Lists,
    own: HashMap<String, Definition>,
    own_fields: Vec<Definition>,
    /// Users by their names in small letters, and by the words for oneself.
    users: HashMap<String, user::Id>,
    /// Whether what a row holds takes the place of what a known card holds.
    replaces: bool,
    /// What the office decided about fields and legal bases.
    rules: Rules,
    purpose: list::Id,
    today: NaiveDate,
    lang: Lang,
}

/// One of several values of a kind, gathered from its columns.
#[derive(Default)]
struct Several {
    values: Vec<String>,
    label: String,
}

#[derive(Default)]
struct Place {
    address: Address,
    label: String,
}

type Reject = (Field, Reason);

/// Returns what becomes of a column: nothing where files may not fill its field.
fn taken(rules: &Rules, target: &Target) -> Target {
    let fields = &rules.fields;
    // Which of two kinds of number a column holds, a column of labels may say: it is read while one is taken.
    let is_phone = matches!(target, Target::Phone { .. } | Target::Field(Field::Phone | Field::Phones | Field::Mobile));
    let takes_phones = fields.takes_from_files(&Field::Phone) || fields.takes_from_files(&Field::Mobile);
    if fields.left_out(target).is_none() || (is_phone && takes_phones) { target.clone() } else { Target::Ignore }
}

impl Reader {
    pub fn new(desk: &Desk<'_>, request: &Request) -> Result<Self, Error> {
        let mut users: HashMap<String, user::Id> =
            crate::store::users::all(desk.db())?.into_iter().map(|user| (user.name.to_lowercase(), user.id)).collect();
        let me = Lang::ALL.map(|lang| t!(lang, "user-me").to_lowercase());
        for word in me.into_iter().chain(["me", "meg", "jeg", "mig", "jag"].map(str::to_owned)) {
            users.entry(word).or_insert(user::FIRST_ID);
        }
        let rules = desk.rules()?.clone();
        Ok(Self {
            mapping: request.mapping.iter().map(|target| taken(&rules, target)).collect(),
            lists: desk.lists()?.clone(),
            own: desk.fields()?.iter().map(|field| (field.key.clone(), field.clone())).collect(),
            users,
            replaces: request.terms.on_duplicate == OnDuplicate::Replace,
            own_fields: desk.fields()?.to_vec(),
            rules,
            purpose: request.terms.purpose,
            today: desk.today(),
            lang: desk.lang(),
        })
    }

    /// Returns the person a row describes, or the name it gives and why it cannot be taken.
    pub fn read(&self, cells: &[String]) -> Result<Candidate, (String, Rejection)> {
        let mut candidate =
            Candidate { content: Content::default(), picks: Vec::new(), basis: None, source: None, comment: None };
        let filled = self.fill(&mut candidate, cells).and_then(|()| {
            candidate.content.tidy();
            self.leave_out(&mut candidate);
            candidate
                .content
                .check(self.today)
                .into_iter()
                .next()
                .map_or(Ok(()), |wrong| Err((wrong.field, wrong.reason)))
        });
        match filled {
            Ok(()) => Ok(candidate),
            Err((field, reason)) => {
                // A name that is too long is told by its beginning: a file can have a million of them.
                let name = candidate.content.full_name().chars().take(text::LINE).collect();
                Err((name, rejection(field, reason)))
            }
        }
    }

    /// Takes off what files may not fill: some of it is known only once the whole row has been read.
    fn leave_out(&self, candidate: &mut Candidate) {
        let Candidate { content, picks, .. } = candidate;
        let many = |content: &Content| (content.emails.len(), content.phones.len(), content.addresses.len());
        let before = many(content);
        self.rules.fields.leave_out(content, &self.own_fields);
        let after = many(content);
        let takes = |field| self.rules.fields.takes_from_files(&field);
        picks.retain(|(pick, _)| match pick {
            Pick::Position => takes(Field::Position),
            Pick::Category => takes(Field::Category),
            Pick::Business => takes(Field::Business),
            Pick::Language => takes(Field::Language),
            Pick::Interest => takes(Field::Interests),
            // A label belongs to a place in its list.
            Pick::Email(_) => before.0 == after.0,
            Pick::Phone(_) => before.1 == after.1,
            Pick::Address(_) => before.2 == after.2,
        });
    }

    fn fill(&self, candidate: &mut Candidate, cells: &[String]) -> Result<(), Reject> {
        let mut emails: BTreeMap<usize, Several> = BTreeMap::new();
        let mut phones: BTreeMap<usize, Several> = BTreeMap::new();
        let mut places: BTreeMap<usize, Place> = BTreeMap::new();
        let mut full = None;
        let mut colleague = None;
        let mut wrong = None;
        for (column, (target, cell)) in self.mapping.iter().zip(cells).enumerate() {
            let line = text::single_line(cell);
            if line.is_empty() {
                continue;
            }
            // A field mapped as a plain one, by a script, is one more of its kind.
            let nth_plain = 1_000 + column;
            match target {
                Target::Ignore => {}
                Target::FullName => full = Some(transfer::split_name(&line)),
                Target::Email { nth, label } => {
                    let slot = emails.entry(*nth).or_default();
                    slot.values.extend(transfer::split_values(cell).map(str::to_owned));
                    preset(&mut slot.label, *label);
                }
                Target::Field(Field::Email | Field::Emails) => {
                    emails.entry(nth_plain).or_default().values.extend(transfer::split_values(cell).map(str::to_owned));
                }
                Target::EmailLabel { nth } => emails.entry(*nth).or_default().label = recognise::label(&line),
                Target::Phone { nth, label } => {
                    let slot = phones.entry(*nth).or_default();
                    slot.values.extend(transfer::split_values(cell).map(str::to_owned));
                    preset(&mut slot.label, *label);
                }
                Target::Field(field @ (Field::Phone | Field::Phones | Field::Mobile)) => {
                    let slot = phones.entry(nth_plain).or_default();
                    slot.values.extend(transfer::split_values(cell).map(str::to_owned));
                    preset(&mut slot.label, (*field == Field::Mobile).then_some("mobile"));
                }
                Target::PhoneLabel { nth } => phones.entry(*nth).or_default().label = recognise::label(&line),
                Target::Address { nth, part, label } => {
                    let place = places.entry(*nth).or_default();
                    preset(&mut place.label, *label);
                    // The name is read first to the end, so that a rejected row can be told by it.
                    wrong = wrong.or(self.address(&mut place.address, *part, cell).err());
                }
                Target::Field(Field::Address | Field::Addresses) => {
                    let address = &mut places.entry(0).or_default().address;
                    wrong = wrong.or(self.address(address, AddressPart::Street, cell).err());
                }
                Target::Field(Field::Postcode) => places.entry(0).or_default().address.postcode = line,
                Target::Field(Field::City) => places.entry(0).or_default().address.city = line,
                Target::AddressLabel { nth } => places.entry(*nth).or_default().label = recognise::label(&line),
                Target::Basis if recognise::says_nothing(cell) => {}
                Target::Basis => {
                    // The office's own names come before other words for what is shipped.
                    let named = self.lists.find(List::Basis, &line).and_then(|item| self.lists.basis(item));
                    candidate.basis = named.or_else(|| recognise::basis(&line).map(Named::from));
                    match candidate.basis {
                        Some(named) if !self.lists.is_active(named.item) => {
                            wrong = wrong.or(Some((Field::LegalBasis, Reason::Deactivated)));
                        }
                        None => wrong = wrong.or(Some((Field::LegalBasis, Reason::Unknown))),
                        Some(named) if self.rules.refuses(self.purpose, named).is_some() => {
                            wrong = wrong.or(Some((Field::LegalBasis, Reason::NotExpected)));
                        }
                        Some(_) => {}
                    }
                }
                Target::Source => match self.lists.find(List::Source, &line) {
                    Some(source) if self.lists.is_active(source) => candidate.source = Some(source),
                    // A source nobody knows is still worth keeping, in words.
                    Some(_) | None => note(&mut candidate.comment, &line),
                },
                Target::Comment => note(&mut candidate.comment, &line),
                Target::Field(Field::OurContact) => match self.users.get(&line.to_lowercase()) {
                    Some(user) => candidate.content.our_contact = Some(*user),
                    // The colleague's name in the other program need not be one here.
                    None if recognise::says_nothing(&line) => {}
                    None => colleague = Some(line),
                },
                Target::Field(field) => wrong = wrong.or(self.field(candidate, field, cell, line).err()),
            }
        }
        let content = &mut candidate.content;
        if let Some(name) = full
            && content.first_name.is_empty()
            && content.last_name.is_empty()
        {
            content.first_name = name.first;
            content.last_name = name.last;
        }
        if let Some(wrong) = wrong {
            return Err(wrong);
        }
        // A note of the row takes the place of the card's where rows replace; for one line alone that is too dear.
        if let Some(name) = colleague
            && !(self.replaces && content.note.is_empty())
        {
            if !content.note.is_empty() {
                content.note.push('\n');
            }
            content.note.push_str(&format!("{}: {name}", t!(self.lang, "field-our_contact")));
        }
        for slot in emails.into_values() {
            for value in &slot.values {
                let address = email::parse(value).map_err(|reason| (Field::Email, reason))?;
                if content.emails.iter().all(|row| email::key(&row.value) != email::key(&address)) {
                    content.emails.push(Labelled::new(None, address));
                    label(&self.lists, &mut candidate.picks, Pick::Email(content.emails.len() - 1), &slot.label);
                }
            }
        }
        for slot in phones.into_values() {
            let field = if slot.label == "mobile" { Field::Mobile } else { Field::Phone };
            for value in &slot.values {
                let number = phone::parse(value).map_err(|reason| (field.clone(), reason))?;
                if content.phones.iter().all(|row| row.value != number) {
                    content.phones.push(Labelled::new(None, number));
                    label(&self.lists, &mut candidate.picks, Pick::Phone(content.phones.len() - 1), &slot.label);
                }
            }
        }
        for place in places.into_values() {
            if !place.address.is_empty() {
                content.addresses.push(Labelled::new(None, place.address));
                label(&self.lists, &mut candidate.picks, Pick::Address(content.addresses.len() - 1), &place.label);
            }
        }
        if content.country.is_empty()
            && let Some(first) = content.addresses.first()
        {
            content.country.clone_from(&first.value.country);
        }
        let mut gone = None;
        candidate.picks.retain(|(pick, value)| match self.item(*pick, value) {
            // What kind of address it is says little; the rest of the row does not wait for it.
            Some(item) if !self.lists.is_active(item) => {
                gone = gone.take().or(pick.field());
                false
            }
            Some(item) => {
                pick.put(content, item);
                false
            }
            None => true,
        });
        gone.map_or(Ok(()), |field| Err((field, Reason::Deactivated)))
    }

    /// Returns the item that a value names; the office's own names come before other words for what is shipped.
    fn item(&self, pick: Pick, value: &str) -> Option<list::Id> {
        let other_words = || (pick == Pick::Category).then(|| recognise::category(value)).flatten();
        let list = pick.list();
        self.lists.find(list, value).or_else(|| self.lists.find(list, other_words()?))
    }

    fn address(&self, address: &mut Address, part: AddressPart, cell: &str) -> Result<(), Reject> {
        let line = text::single_line(&text::multi_line(cell).replace('\n', ", "));
        match part {
            AddressPart::Street => address.street = line,
            AddressPart::Postcode => address.postcode = line,
            AddressPart::City => address.city = line,
            AddressPart::Country => {
                address.country = contacts::country(&line).ok_or((Field::Country, Reason::NotACountry))?;
            }
        }
        Ok(())
    }

    fn field(&self, candidate: &mut Candidate, field: &Field, cell: &str, line: String) -> Result<(), Reject> {
        let content = &mut candidate.content;
        let wrong = |reason| Err((field.clone(), reason));
        match field {
            Field::Number => content.number = line,
            Field::FirstName => content.first_name = line,
            Field::LastName => content.last_name = line,
            Field::Company => content.company = line,
            Field::Title => content.title = line,
            Field::Website => content.website = line,
            Field::Note => content.note = text::multi_line(cell),
            Field::Position => candidate.picks.push((Pick::Position, line)),
            Field::Category => candidate.picks.push((Pick::Category, line)),
            Field::Business => candidate.picks.push((Pick::Business, line)),
            Field::Language => candidate.picks.push((Pick::Language, line)),
            Field::Interests => {
                let names = line.split([',', ';', '|']).map(str::trim).filter(|name| !name.is_empty());
                candidate.picks.extend(names.map(|name| (Pick::Interest, name.to_owned())));
            }
            Field::Country => match contacts::country(&line) {
                Some(code) => content.country = code,
                None => return wrong(Reason::NotACountry),
            },
            // Address books keep birthdays without a year; that is no birth date, and no mistake either.
            Field::BirthDate if line.starts_with("--") => {}
            Field::BirthDate => match self.date(&line) {
                Some(day) => content.birth_date = Some(day),
                None => return wrong(Reason::NotADate),
            },
            Field::FormerEmployee => {
                content.former_employee = custom::yes_no(&line).ok_or((field.clone(), Reason::NotYesNo))?
            }
            Field::NoMailings => {
                content.no_mailings = recognise::no_mailings(&line).ok_or((field.clone(), Reason::NotYesNo))?
            }
            Field::Custom(key) => {
                let Some(own) = self.own.get(key) else { return wrong(Reason::NoSuchField) };
                match own.parse(&line) {
                    Ok(Some(value)) => {
                        content.custom.insert(own.id, value);
                    }
                    Ok(None) => {}
                    Err(reason) => return wrong(reason),
                }
            }
            Field::Source
            | Field::Comment
            | Field::OurContact
            | Field::Email
            | Field::Emails
            | Field::Mobile
            | Field::Phone
            | Field::Phones
            | Field::Address
            | Field::Addresses
            | Field::Postcode
            | Field::City
            | Field::Picture
            | Field::Relation
            | Field::LegalBasis
            | Field::Subscriptions
            | Field::Purpose
            | Field::Name
            | Field::OrgNumber
            | Field::OfCompany(_)
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

    /// Returns the day a cell names; where day and month can only be the other way round, that is meant.
    fn date(&self, line: &str) -> Option<NaiveDate> {
        custom::date(line)
            .or_else(|| NaiveDate::parse_from_str(line, "%m/%d/%Y").ok())
            .or_else(|| i18n::parse_date(self.lang, line, self.today))
    }
}

/// Sets a label that the heading names, unless a cell named one.
fn preset(label: &mut String, heading: Option<&'static str>) {
    if let Some(heading) = heading
        && label.is_empty()
    {
        heading.clone_into(label);
    }
}

fn label(lists: &Lists, picks: &mut Vec<(Pick, String)>, pick: Pick, label: &str) {
    let name: String = label.chars().take(40).collect();
    // Labels such as "*" or "Other:" of address books are no labels.
    if lists.find(List::Label, &name).is_some() || name.chars().any(char::is_alphabetic) {
        picks.push((pick, name));
    }
}

fn note(comment: &mut Option<String>, words: &str) {
    match comment {
        Some(comment) => {
            comment.push_str("; ");
            comment.push_str(words);
        }
        None => *comment = Some(words.to_owned()),
    }
}

/// Returns why a row is not taken.
pub(super) fn rejection(field: Field, reason: Reason) -> Rejection {
    // Scripts know the first of several by the singular.
    let singular = [(Field::Emails, Field::Email), (Field::Phones, Field::Phone), (Field::Addresses, Field::Address)];
    let field = singular.into_iter().find(|(all, _)| *all == field).map_or(field, |(_, first)| first);
    Rejection { field: Some(field), reason: reason.key() }
}

/// Returns why a row cannot be taken that is about somebody the processing of whose data is restricted.
pub(super) fn restricted() -> Rejection {
    Rejection { field: None, reason: "restricted" }
}

/// Returns why a row cannot be taken that is about somebody whom the user may not see.
pub(super) fn unseen() -> Rejection {
    Rejection { field: None, reason: "unseen" }
}

/// Returns why a row cannot be taken that is about somebody who lies in the trash.
pub(super) fn in_trash() -> Rejection {
    Rejection { field: None, reason: "in-trash" }
}

/// Returns why a row cannot be taken that is about somebody who was erased.
pub(super) fn suppressed() -> Rejection {
    Rejection { field: None, reason: "suppressed" }
}

/// Returns why a row cannot be taken that names somebody else as the contact, whose card the user could not see.
pub(super) fn given_away() -> Rejection {
    Rejection { field: None, reason: "given-away" }
}

/// Returns the key of the text that says why a row cannot be read: `row-<key>`.
pub(super) fn row_key(problem: transfer::Problem) -> &'static str {
    use transfer::Problem as P;
    match problem {
        P::TooManyCells { .. } => "too-many-cells",
        P::CellTooLong { .. } => "cell-too-long",
        P::RowTooLong => "row-too-long",
        P::UnclosedQuote => "unclosed-quote",
        P::NotAPerson => "not-a-person",
        P::UnfinishedCard => "unfinished-card",
        P::NotACard => "not-a-card",
        P::TooManyRows { .. } => "too-many-rows",
        P::Unreadable => "unreadable",
        P::Damaged => "damaged",
        P::BrokenText { .. } => "broken-text",
        // This is no row's fault, and the import has ended.
        P::Lost(_) => "unreadable",
    }
}

#[cfg(test)]
mod tests;
