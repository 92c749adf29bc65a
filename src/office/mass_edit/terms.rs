//! An edit as it can be carried out: every row checked once, against rights, fields, lists and rules, before it is
//! applied to thousands.

use std::collections::HashMap;

use super::kept::{Kept, Record, whole};
use super::replacing::Replacer;
use crate::i18n;
use crate::model::basis::{Basis, Decision};
use crate::model::contact::Labelled;
use crate::model::custom::{self, Definition};
use crate::model::field::{COMPANY, Field, PLAIN};
use crate::model::list::{self, List};
use crate::model::mass_edit::{Action, Edit, Grant, Of, ROWS, Row, Value};
use crate::model::person::Content;
use crate::model::restriction::Ground;
use crate::model::subscription::Said;
use crate::model::user::{self, Right};
use crate::model::{Invalid, Reason, text};
use crate::office::{Desk, Error, Rule, contacts, erasure, legal_basis, lists, subscriptions};
use crate::{search, store};

/// What a field of an edit holds, as far as the actions on it depend on that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// A line of text.
    Line,
    /// A text of several lines.
    Text,
    /// One item of a list.
    Item(List),
    /// Several items of a list.
    Items(List),
    /// Somebody who works here.
    User,
    /// A day.
    Day,
    /// Yes or no.
    Yes,
    /// A country.
    Country,
    /// The company somebody works for.
    Company,
    /// A number that no two cards have.
    Number,
    /// The first e-mail, phone or part of an address.
    First,
    /// All e-mails, phones or addresses.
    All,
    /// An own field.
    Own(custom::Kind),
    /// Whether something is done.
    Done,
    /// Which types of mailings are wanted.
    Subscriptions,
}

/// The actions, without what they do it with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verb {
    /// [`Action::Set`].
    Set,
    /// [`Action::Clear`].
    Clear,
    /// [`Action::Add`].
    Add,
    /// [`Action::Remove`].
    Remove,
    /// [`Action::Replace`].
    Replace,
    /// [`Action::Exchange`].
    Exchange,
}

impl Verb {
    /// All that there are.
    pub const ALL: [Self; 6] = [Self::Set, Self::Clear, Self::Add, Self::Remove, Self::Replace, Self::Exchange];

    /// Returns the key; its text is `mass-edit-verb-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Set => "set",
            Self::Clear => "clear",
            Self::Add => "add",
            Self::Remove => "remove",
            Self::Replace => "replace",
            Self::Exchange => "exchange",
        }
    }

    fn of(action: &Action) -> Self {
        match action {
            Action::Set(_) => Self::Set,
            Action::Clear => Self::Clear,
            Action::Add(_) => Self::Add,
            Action::Remove(_) => Self::Remove,
            Action::Replace(_) => Self::Replace,
            Action::Exchange(..) => Self::Exchange,
        }
    }
}

impl Sort {
    /// Returns what can be done to a field.
    pub fn verbs(self) -> &'static [Verb] {
        use Verb::{Add, Clear, Exchange, Remove, Replace, Set};
        match self {
            Self::Line | Self::Text | Self::First | Self::Own(custom::Kind::Text) => &[Set, Clear, Replace],
            Self::Item(List::Activity) => &[Set, Exchange],
            Self::Item(_) | Self::User | Self::Country | Self::Own(custom::Kind::List) => &[Set, Clear, Exchange],
            Self::Items(_) => &[Add, Remove, Exchange, Set, Clear],
            Self::Day | Self::Company | Self::Own(custom::Kind::Number | custom::Kind::Date | custom::Kind::YesNo) => {
                &[Set, Clear]
            }
            Self::Yes | Self::Done => &[Set],
            Self::Subscriptions => &[Add, Remove],
            Self::Number => &[Replace],
            Self::All => &[Clear, Replace],
        }
    }
}

/// Returns what a field holds; none where a mass edit cannot change it.
pub fn sort(of: Of, field: &Field, own: &[Definition]) -> Option<Sort> {
    let is = |some: &[Field]| some.contains(field);
    match of {
        Of::Activities => {
            if is(&[Field::Activity]) {
                return Some(Sort::Item(List::Activity));
            }
            let sorts = [
                (Field::Subject, Sort::Line),
                (Field::Note, Sort::Text),
                (Field::Due, Sort::Day),
                (Field::DoneAt, Sort::Done),
            ];
            return sorts.into_iter().find(|(known, _)| known == field).map(|(_, sort)| sort);
        }
        Of::Companies if !COMPANY.contains(field) && *field == whole(field) && !is(&LISTS) => return None,
        Of::Persons | Of::Companies => {}
    }
    if let Field::Custom(key) = field {
        let known = own.iter().find(|known| known.key == *key && known.active)?;
        return Some(Sort::Own(known.kind));
    }
    if of == Of::Persons && is(&[Field::Subscriptions]) {
        return Some(Sort::Subscriptions);
    }
    if !PLAIN.contains(field) && !COMPANY.contains(field) && !is(&LISTS) && !is(&[Field::Interests]) {
        return None;
    }
    if of == Of::Persons && is(&[Field::Name, Field::OrgNumber]) {
        return None;
    }
    if let Some(list) = lists::list_of(field) {
        return Some(if is(&[Field::Interests]) { Sort::Items(list) } else { Sort::Item(list) });
    }
    let sorts = [
        (Field::Number, Sort::Number),
        (Field::Company, Sort::Company),
        (Field::Country, Sort::Country),
        (Field::BirthDate, Sort::Day),
        (Field::OurContact, Sort::User),
        (Field::Note, Sort::Text),
        (Field::FormerEmployee, Sort::Yes),
        (Field::NoMailings, Sort::Yes),
    ];
    if let Some((_, sort)) = sorts.into_iter().find(|(known, _)| known == field) {
        return Some(sort);
    }
    if is(&LISTS) {
        return Some(Sort::All);
    }
    Some(if whole(field) == *field { Sort::Line } else { Sort::First })
}

/// The fields that are whole lists.
const LISTS: [Field; 3] = [Field::Emails, Field::Phones, Field::Addresses];

/// Returns the fields that the user can change on many at once, in the order in which a card shows them.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn fields(desk: &Desk<'_>, of: Of) -> Result<Vec<(Field, Sort)>, Error> {
    desk.require(Right::MassEdit)?;
    let own = desk.fields()?;
    let plain: Vec<Field> = match of {
        Of::Persons => {
            let own = own.iter().map(|known| Field::Custom(known.key.clone()));
            PLAIN.into_iter().chain([Field::Interests, Field::Subscriptions]).chain(LISTS).chain(own).collect()
        }
        Of::Companies => COMPANY.into_iter().chain(LISTS).collect(),
        Of::Activities => vec![Field::Activity, Field::Subject, Field::Note, Field::Due, Field::DoneAt],
    };
    let mut fields = Vec::new();
    for field in plain {
        if let Some(sort) = sort(of, &field, own)
            && allow(desk, of, &field).is_ok()
        {
            fields.push((field, sort));
        }
    }
    Ok(fields)
}

/// Allows to change a field.
pub(super) fn allow(desk: &Desk<'_>, of: Of, field: &Field) -> Result<(), Error> {
    let rules = desk.rules()?;
    let policy = match of {
        Of::Persons => &rules.fields,
        Of::Companies => &rules.company_fields,
        Of::Activities => return Ok(()),
    };
    if *field == Field::Subscriptions {
        return desk.require(Right::Subscriptions);
    }
    if *field == Field::Phones {
        policy.allow(&Field::Mobile)?;
        return policy.allow(&Field::Phone);
    }
    policy.allow(field)
}

/// One step of an edit.
#[derive(Debug, Clone)]
pub(super) struct Step {
    /// The field.
    pub field: Field,
    /// What is done to it.
    pub act: Act,
}

/// What is done to a field.
#[derive(Debug, Clone)]
pub(super) enum Act {
    /// It holds this from now on.
    Put(Kept),
    /// Its first value is this from now on; an empty text removes it.
    First(String),
    /// It holds this item as well.
    Add(list::Id),
    /// It no longer holds this item.
    Remove(list::Id),
    /// A text in it becomes another.
    Replace(Replacer),
    /// Where it holds the one, it holds the other from now on.
    Exchange(Kept, Kept),
    /// It is done from now on, if it is not yet.
    Done,
}

/// An edit as it can be carried out.
#[derive(Debug, Clone)]
pub(super) struct Terms {
    /// What is changed.
    pub of: Of,
    /// What is done to fields, in this order.
    pub steps: Vec<Step>,
    /// The fields that are read and compared: whole lists.
    pub fields: Vec<Field>,
    /// What is entered in the ledger of each.
    pub grants: Vec<Decision>,
    /// What is entered as the answer of each to types of mailings, each type once.
    pub answers: Vec<Said>,
    /// Why everybody is restricted.
    pub restrict: Option<(Ground, String)>,
    /// What items are called that their lists do not have yet.
    pub new_items: HashMap<list::Id, String>,
}

impl Terms {
    /// Checks an edit.
    ///
    /// # Errors
    /// [`Error::Forbidden`]; [`Error::Invalid`] with what cannot be taken; [`Error::Refused`] where a field is not
    /// changed here, or the office or the law refuses a decision.
    pub(super) fn read(desk: &Desk<'_>, of: Of, edit: &Edit) -> Result<Self, Error> {
        desk.require(Right::MassEdit)?;
        if edit.rows.is_empty() || edit.rows.len() > ROWS {
            return Err(Error::Refused(Rule::MassEditEmpty));
        }
        if of == Of::Persons && brings_back(desk, edit)? {
            return Err(Error::Refused(Rule::Suppressed));
        }
        let mut terms = Self {
            of,
            steps: Vec::new(),
            fields: Vec::new(),
            grants: Vec::new(),
            answers: Vec::new(),
            restrict: None,
            new_items: HashMap::new(),
        };
        for row in &edit.rows {
            if row.is_about_rights() {
                desk.require(Right::LegalBasis)?;
                if of != Of::Persons {
                    return Err(Error::invalid(Field::LegalBasis, Reason::NoSuchField));
                }
            }
            match row {
                Row::Field { field, action } => terms.add(desk, field, action)?,
                Row::Basis(grant) => terms.grants.push(decision(desk, grant)?),
                Row::Restrict { ground, comment } => {
                    let comment = text::single_line(comment);
                    if text::is_longer(&comment, text::LONG_LINE) {
                        return Err(Error::invalid(Field::Comment, Reason::TooLong));
                    }
                    terms.restrict = Some((*ground, comment));
                }
            }
        }
        Ok(terms)
    }

    fn add(&mut self, desk: &Desk<'_>, field: &Field, action: &Action) -> Result<(), Error> {
        let wrong = |reason| Err(Error::invalid(field.clone(), reason));
        let Some(sort) = sort(self.of, field, desk.fields()?) else { return wrong(Reason::NoSuchField) };
        allow(desk, self.of, field)?;
        if !sort.verbs().contains(&Verb::of(action)) {
            return wrong(Reason::ReadOnly);
        }
        if sort == Sort::Subscriptions {
            return self.answer(desk, action);
        }
        let act = match action {
            Action::Set(value) if sort == Sort::First => Act::First(line(field, value)?),
            Action::Set(Value::Yes(true)) if sort == Sort::Done => Act::Done,
            Action::Set(value) => Act::Put(chosen(desk, field, self.kept(desk, field, sort, value)?)?),
            Action::Clear if sort == Sort::First => Act::First(String::new()),
            Action::Clear => Act::Put(nothing(field, sort)),
            Action::Add(value) | Action::Remove(value) => {
                let Sort::Items(list) = sort else { return wrong(Reason::ReadOnly) };
                let item = self.item(desk, field, list, value)?;
                if let Action::Add(_) = action { Act::Add(active(desk, field, item)?) } else { Act::Remove(item) }
            }
            Action::Replace(replace) => Act::Replace(Replacer::new(field, replace)?),
            Action::Exchange(from, to) => {
                let (from, to) = (self.kept(desk, field, sort, from)?, self.kept(desk, field, sort, to)?);
                Act::Exchange(from, chosen(desk, field, to)?)
            }
        };
        let whole = whole(field);
        // A name is put in order by both of its parts, and a former job keeps the title that somebody had there.
        let with: &[Field] = if [Field::FirstName, Field::LastName].contains(field) {
            &[Field::FirstName, Field::LastName]
        } else if *field == Field::Company {
            &[Field::Company, Field::Title]
        } else if *field == Field::Activity {
            // What does not belong to the new kind is dropped.
            &[Field::Activity, Field::Length, Field::Direction, Field::Recorded, Field::RecordConsent]
        } else {
            std::slice::from_ref(&whole)
        };
        for field in with {
            if !self.fields.contains(field) {
                self.fields.push(field.clone());
            }
        }
        self.steps.push(Step { field: field.clone(), act });
        Ok(())
    }

    /// Takes an item that is added as wanted, and one that is removed as refused.
    fn answer(&mut self, desk: &Desk<'_>, action: &Action) -> Result<(), Error> {
        let (value, wanted) = match action {
            Action::Add(value) => (value, true),
            Action::Remove(value) => (value, false),
            Action::Set(_) | Action::Clear | Action::Replace(_) | Action::Exchange(..) => {
                return Err(Error::invalid(Field::Subscriptions, Reason::ReadOnly));
            }
        };
        let kind = self.item(desk, &Field::Subscriptions, List::Subscription, value)?;
        let said = subscriptions::checked(desk, &Said::new(kind, wanted))?;
        self.answers.retain(|known| known.kind != kind);
        self.answers.push(said);
        Ok(())
    }

    fn item(&mut self, desk: &Desk<'_>, field: &Field, list: List, value: &Value) -> Result<list::Id, Error> {
        let lists = desk.lists()?;
        let unknown = || Error::invalid(field.clone(), Reason::Unknown);
        match value {
            Value::Item(id) => lists.get(*id).filter(|item| item.list == list).map(|item| item.id).ok_or_else(unknown),
            Value::NewItem(name) => {
                let name = text::single_line(name);
                if let Some(id) = lists.find(list, &name) {
                    return Ok(id);
                }
                if name.is_empty() || !list.grows() {
                    return Err(unknown());
                }
                // It has no identity before it is made: nothing on a card can have this one.
                let known = self.new_items.iter().find(|(_, known)| **known == name).map(|(id, _)| *id);
                let id = known.unwrap_or(list::Id(-1 - i64::try_from(self.new_items.len()).unwrap_or_default()));
                self.new_items.insert(id, name);
                Ok(id)
            }
            Value::Text(_) | Value::User(_) | Value::Day(_) | Value::Yes(_) => Err(unknown()),
        }
    }

    /// Returns what a field is to hold.
    fn kept(&mut self, desk: &Desk<'_>, field: &Field, sort: Sort, value: &Value) -> Result<Kept, Error> {
        let wrong = |reason| Error::invalid(field.clone(), reason);
        let kept = match (sort, value) {
            (Sort::Line, value) => Kept::Text(line(field, value)?),
            (Sort::Text, Value::Text(words)) => Kept::Text(text::multi_line(words)),
            (Sort::Item(list), value) => Kept::Item(Some(self.item(desk, field, list, value)?)),
            (Sort::Items(list), value) => Kept::Items(vec![self.item(desk, field, list, value)?]),
            (Sort::User, Value::User(id)) => Kept::User(Some(somebody(desk, field, *id)?)),
            (Sort::Day, Value::Day(day)) => Kept::Day(Some(*day)),
            (Sort::Yes, Value::Yes(yes)) => Kept::Yes(*yes),
            (Sort::Done, Value::Yes(false)) => Kept::Done(None),
            (Sort::Country, Value::Text(words)) => {
                let code = contacts::country(&text::single_line(words)).ok_or(wrong(Reason::NotACountry))?;
                Kept::Text(code)
            }
            (Sort::Company, Value::Text(words)) => {
                let name = text::single_line(words);
                Kept::Company(store::companies::by_key(desk.db(), &search::fold(&name))?, name)
            }
            (Sort::Own(_), value) => {
                let words = match value {
                    Value::Text(words) => words.clone(),
                    Value::Day(day) => day.to_string(),
                    Value::Yes(yes) => (if *yes { "yes" } else { "no" }).to_owned(),
                    Value::Item(_) | Value::NewItem(_) | Value::User(_) => return Err(wrong(Reason::Unknown)),
                };
                let own = desk.fields()?.iter().find(|known| Field::Custom(known.key.clone()) == *field);
                let own = own.ok_or(wrong(Reason::NoSuchField))?;
                Kept::Text(own.parse(&words).map_err(wrong)?.unwrap_or_default())
            }
            (_, _) => return Err(wrong(Reason::Unknown)),
        };
        let is_empty = matches!(&kept, Kept::Text(words) | Kept::Company(_, words) if words.is_empty());
        if is_empty { Err(wrong(Reason::Missing)) } else { Ok(kept) }
    }

    /// Applies the steps to a record, and returns which of the fields it changed.
    ///
    /// # Errors
    /// What keeps the record from being changed so.
    pub(super) fn apply(
        &self,
        own: &[Definition],
        before: &mut Record,
        done: (crate::model::Moment, user::Id),
    ) -> Result<(Record, Vec<Field>), Invalid> {
        let mut after = before.clone();
        for step in &self.steps {
            step.apply(&mut after, own, done)?;
        }
        if self.fields.iter().any(|field| LISTS.contains(field))
            && let Some(mut contacts) = after.contacts()
        {
            contacts.tidy();
            contacts.spell();
        }
        if let Record::Activity(activity) = &mut after {
            activity.content.tidy();
        }
        let differs = |field: &&Field| before.kept(field, own) != after.kept(field, own);
        let changed = self.fields.iter().filter(differs).cloned().collect();
        Ok((after, changed))
    }
}

impl Step {
    fn apply(
        &self,
        record: &mut Record,
        own: &[Definition],
        done: (crate::model::Moment, user::Id),
    ) -> Result<(), Invalid> {
        let field = &self.field;
        match &self.act {
            Act::Put(kept) => record.put(field, kept.clone(), own),
            Act::First(line) => {
                if let Some(lists) = record.contacts() {
                    contacts::set_text(lists, field, line);
                }
            }
            Act::Add(item) => {
                if let Some(Kept::Items(mut items)) = record.kept(field, own) {
                    items.push(*item);
                    record.put(field, Kept::Items(items), own);
                }
            }
            Act::Remove(item) => {
                if let Some(Kept::Items(mut items)) = record.kept(field, own) {
                    items.retain(|known| known != item);
                    record.put(field, Kept::Items(items), own);
                }
            }
            Act::Done => {
                if record.kept(field, own) == Some(Kept::Done(None)) {
                    record.put(field, Kept::Done(Some(done)), own);
                }
            }
            Act::Exchange(Kept::Items(from), Kept::Items(to)) => {
                if let Some(Kept::Items(mut items)) = record.kept(field, own)
                    && from.iter().all(|item| items.contains(item))
                {
                    items.retain(|item| !from.contains(item));
                    items.extend(to);
                    record.put(field, Kept::Items(items), own);
                }
            }
            Act::Exchange(from, to) => {
                if record.kept(field, own).as_ref() == Some(from) {
                    record.put(field, to.clone(), own);
                }
            }
            Act::Replace(replacer) => replace(record, field, replacer, own)?,
        }
        Ok(())
    }
}

/// Replaces a text in a field, or in the values of a list that the field means.
fn replace(record: &mut Record, field: &Field, replacer: &Replacer, own: &[Definition]) -> Result<(), Invalid> {
    if let Some(lists) = record.contacts() {
        let is_mobile = |row: &Labelled<String>| row.label == Some(list::LABEL_MOBILE);
        let rows: Vec<&mut String> = if *field == Field::Email {
            lists.emails.iter_mut().take(1).map(|row| &mut row.value).collect()
        } else if *field == Field::Emails {
            lists.emails.iter_mut().map(|row| &mut row.value).collect()
        } else if *field == Field::Mobile {
            lists.phones.iter_mut().filter(|row| is_mobile(row)).take(1).map(|row| &mut row.value).collect()
        } else if *field == Field::Phone {
            lists.phones.iter_mut().filter(|row| !is_mobile(row)).take(1).map(|row| &mut row.value).collect()
        } else if *field == Field::Phones {
            lists.phones.iter_mut().map(|row| &mut row.value).collect()
        } else if *field == Field::Address {
            lists.addresses.iter_mut().take(1).map(|row| &mut row.value.street).collect()
        } else if *field == Field::Postcode {
            lists.addresses.iter_mut().take(1).map(|row| &mut row.value.postcode).collect()
        } else if *field == Field::City {
            lists.addresses.iter_mut().take(1).map(|row| &mut row.value.city).collect()
        } else if *field == Field::Addresses {
            lists
                .addresses
                .iter_mut()
                .flat_map(|row| [&mut row.value.street, &mut row.value.postcode, &mut row.value.city])
                .collect()
        } else {
            Vec::new()
        };
        for row in rows {
            if let Some(after) = replacer.apply(row) {
                *row = after;
            }
        }
    }
    let Some(Kept::Text(before)) = record.kept(field, own) else { return Ok(()) };
    let Some(after) = replacer.apply(&before) else { return Ok(()) };
    let after = if *field == Field::Note { text::multi_line(&after) } else { text::single_line(&after) };
    let after = match own.iter().find(|known| Field::Custom(known.key.clone()) == *field) {
        Some(known) => known.parse(&after).map_err(|reason| Invalid::new(field.clone(), reason))?.unwrap_or_default(),
        None => after,
    };
    record.put(field, Kept::Text(after), own);
    Ok(())
}

fn line(field: &Field, value: &Value) -> Result<String, Error> {
    match value {
        Value::Text(words) => {
            let line = text::single_line(words);
            if line.is_empty() { Err(Error::invalid(field.clone(), Reason::Missing)) } else { Ok(line) }
        }
        Value::Item(_) | Value::NewItem(_) | Value::User(_) | Value::Day(_) | Value::Yes(_) => {
            Err(Error::invalid(field.clone(), Reason::Unknown))
        }
    }
}

/// Returns an item that can be chosen, or that is made.
fn active(desk: &Desk<'_>, field: &Field, item: list::Id) -> Result<list::Id, Error> {
    let lists = desk.lists()?;
    let is_off = lists.get(item).is_some() && !lists.is_active(item);
    if is_off { Err(Error::invalid(field.clone(), Reason::Deactivated)) } else { Ok(item) }
}

/// Returns what a field is to hold, if it can be chosen.
fn chosen(desk: &Desk<'_>, field: &Field, kept: Kept) -> Result<Kept, Error> {
    let items = match &kept {
        Kept::Item(Some(item)) => std::slice::from_ref(item),
        Kept::Items(items) => items,
        Kept::Item(None)
        | Kept::Text(_)
        | Kept::User(_)
        | Kept::Day(_)
        | Kept::Yes(_)
        | Kept::Company(..)
        | Kept::Lines(_)
        | Kept::Places(_)
        | Kept::Done(_)
        | Kept::Length(_)
        | Kept::Direction(_)
        | Kept::Consent(_) => &[],
    };
    items.iter().try_for_each(|item| active(desk, field, *item).map(drop))?;
    Ok(kept)
}

/// Returns what a field holds that is empty.
fn nothing(field: &Field, sort: Sort) -> Kept {
    match sort {
        Sort::Line | Sort::Text | Sort::Country | Sort::Number | Sort::First | Sort::Own(_) => {
            Kept::Text(String::new())
        }
        Sort::Item(_) => Kept::Item(None),
        Sort::Items(_) | Sort::Subscriptions => Kept::Items(Vec::new()),
        Sort::User => Kept::User(None),
        Sort::Day => Kept::Day(None),
        Sort::Yes => Kept::Yes(false),
        Sort::Company => Kept::Company(None, String::new()),
        Sort::All if *field == Field::Addresses => Kept::Places(Vec::new()),
        Sort::All => Kept::Lines(Vec::new()),
        Sort::Done => Kept::Done(None),
    }
}

/// Returns somebody who works here and to whom the user may give cards: who does not see those of others gives none
/// away.
fn somebody(desk: &Desk<'_>, field: &Field, id: user::Id) -> Result<user::Id, Error> {
    let users = store::users::all(desk.db())?;
    if !users.iter().any(|user| user.id == id && user.removed_at.is_none()) {
        return Err(Error::invalid(field.clone(), Reason::Unknown));
    }
    if desk.is_unseen_with(Some(id)) { Err(Error::Forbidden(Right::SeeOthers)) } else { Ok(id) }
}

/// Returns the decision that is entered for each. An objection is what a person says: it is entered with them.
fn decision(desk: &Desk<'_>, grant: &Grant) -> Result<Decision, Error> {
    let lists = desk.lists()?;
    let is_in = |id, list| lists.is_active(id) && lists.get(id).is_some_and(|item| item.list == list);
    if !is_in(grant.purpose, List::Purpose) {
        return Err(Error::invalid(Field::Purpose, Reason::Unknown));
    }
    if !is_in(grant.source, List::Source) {
        return Err(Error::invalid(Field::Source, Reason::Unknown));
    }
    let named = lists.basis(grant.basis).ok_or(Error::invalid(Field::LegalBasis, Reason::Unknown))?;
    if named.basis == Basis::Objected {
        return Err(Error::invalid(Field::LegalBasis, Reason::NotExpected));
    }
    let comment = text::single_line(&grant.comment);
    if text::is_longer(&comment, text::LONG_LINE) {
        return Err(Error::invalid(Field::Comment, Reason::TooLong));
    }
    let decision = Decision { comment, ..Decision::new(grant.purpose, named, grant.source) };
    legal_basis::checked(desk, &decision)
}

/// Makes the items that an edit names and their lists do not have yet, and returns the edit with them.
///
/// # Errors
/// The database's.
pub(super) fn with_items(desk: &mut Desk<'_>, of: Of, edit: &Edit) -> Result<Edit, Error> {
    let mut edit = edit.clone();
    for row in &mut edit.rows {
        let Row::Field { field, action } = row else { continue };
        let list = match sort(of, field, desk.fields()?) {
            Some(Sort::Item(list) | Sort::Items(list)) => list,
            Some(_) | None => continue,
        };
        let values = match action {
            Action::Set(value) | Action::Add(value) => vec![value],
            // What no list has, nobody has either.
            Action::Exchange(_, value) => vec![value],
            Action::Clear | Action::Remove(_) | Action::Replace(_) => Vec::new(),
        };
        for value in values {
            if let Value::NewItem(name) = value
                && let Some(item) = lists::find_or_add(desk, list, name)?
            {
                *value = Value::Item(item);
            }
        }
    }
    Ok(edit)
}

/// Returns what a field of a record holds, in words.
pub(super) fn words(desk: &Desk<'_>, terms: &Terms, field: &Field, kept: &Kept) -> Result<String, Error> {
    let lang = desk.lang();
    let lists = desk.lists()?;
    let item = |id: &list::Id| match terms.new_items.get(id) {
        Some(name) => name.clone(),
        None => lists.name(*id, lang).to_owned(),
    };
    Ok(match kept {
        Kept::Text(words) if *field == Field::Country && !words.is_empty() => i18n::country_name(lang, words),
        Kept::Text(words) | Kept::Company(_, words) => words.clone(),
        Kept::Item(id) => id.as_ref().map(item).unwrap_or_default(),
        Kept::Items(ids) => ids.iter().map(item).collect::<Vec<_>>().join(", "),
        Kept::User(id) => match id {
            Some(id) => {
                let users = store::users::all(desk.db())?;
                users.into_iter().find(|user| user.id == *id).map(|user| user.name).unwrap_or_default()
            }
            None => String::new(),
        },
        Kept::Day(day) => day.map(|day| i18n::date(lang, day)).unwrap_or_default(),
        Kept::Yes(yes) => i18n::text(lang, if *yes { "yes" } else { "no" }),
        Kept::Lines(lines) => lines.iter().map(|row| row.value.as_str()).collect::<Vec<_>>().join(", "),
        Kept::Places(places) => {
            let place = |row: &Labelled<crate::model::contact::Address>| {
                let address = &row.value;
                let parts = [&address.street, &address.postcode, &address.city];
                parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ")
            };
            places.iter().map(place).collect::<Vec<_>>().join(" · ")
        }
        Kept::Length(_) | Kept::Direction(_) | Kept::Consent(_) => String::new(),
        Kept::Done(done) => done.map(|(at, _)| i18n::date(lang, at.local_date())).unwrap_or_default(),
    })
}

/// Returns whether an edit enters an e-mail or a phone of somebody who was erased.
fn brings_back(desk: &Desk<'_>, edit: &Edit) -> Result<bool, Error> {
    let mut content = Content::default();
    for row in &edit.rows {
        let Row::Field { field, action: Action::Set(Value::Text(text)) | Action::Add(Value::Text(text)) } = row else {
            continue;
        };
        if matches!(field, Field::Email | Field::Emails) {
            content.emails.push(Labelled::new(None, text.clone()));
        } else if matches!(field, Field::Mobile | Field::Phone | Field::Phones) {
            content.phones.push(Labelled::new(None, text.clone()));
        }
    }
    Ok(erasure::suppression::recognised(desk, &content)?.is_some())
}
