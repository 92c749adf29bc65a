//! Answers criteria from columns. What each of them means is said by SQL; tests hold the two beside each other.

use std::ops::{Bound, RangeBounds};

use super::super::Asking;
use super::comparing::{Compared, Span};
use super::reading::Phone;
use super::values::Texts;
use super::{Columns, How, ITEMS, Item, Marks, Rows, Said, TEXTS, Text};
use crate::i18n::fold::fold;
use crate::model::basis::Basis as Legal;
use crate::model::condition::Condition;
use crate::model::criteria::{
    Activity, Asked, Basis, BasisAsks, Comparison, Day, Node, OneOf, Row, Status, Test, Text as Wanted, Type,
};
use crate::model::custom;
use crate::model::field::Field;
use crate::model::{list, phone, user};
use crate::store::criteria::set::Set;
use crate::store::{Db, Error, array};

/// Where the values of a field are.
enum Held<'a> {
    Text(&'a Text, How),
    Item(&'a Item),
    Moments(&'a [i64]),
    Lines(&'a Rows, &'a Text),
    /// Those that are mobile phones, those that are not, or all.
    Phones(Option<bool>),
    WholeAddresses,
    Marks(&'a Rows, &'a Item),
    LastActivity,
    Restricted,
    Own(custom::Id),
}

impl Columns {
    /// Returns whether a criterion is answered from here.
    pub fn can(&self, node: &Node) -> bool {
        match node {
            Node::Field(asked, test) => is_comparable(asked, test) && self.held(asked).is_some(),
            Node::Basis(_) => !self.ledger.rows.too_many,
            Node::Subscription(_) => !self.ledger.rows.too_many && !self.answers.rows.too_many,
            Node::Interest(_) => !self.interests.rows.too_many,
            Node::Activity(activity) => activity.kind.is_none() && !self.activities.rows.too_many,
            Node::Status(_) => !self.ledger.rows.too_many,
            Node::Informed(_) => true,
            Node::All(_) | Node::Any(_) | Node::Not(_) | Node::Selection(_) | Node::Duplicate(_) => false,
        }
    }

    /// Returns of whom a criterion is true; none where that is to be asked of the file.
    pub fn answer(&self, db: &Db, asking: &Asking<'_>, node: &Node) -> Result<Option<Set>, Error> {
        if !self.can(node) {
            return Ok(None);
        }
        Ok(match node {
            Node::Field(asked, test) => self.field(asking, asked, test),
            Node::Basis(basis) => Some(self.basis(db, asking, basis)?),
            Node::Subscription(kind) => Some(self.subscribed(db, asking, *kind)?),
            Node::Interest(items) => Some(marked(&self.interests, items)),
            Node::Activity(activity) => Some(self.met(asking, activity)),
            Node::Status(statuses) => {
                let each = statuses.as_slice().iter().map(|status| self.status(*status));
                Some(each.fold(Set::default(), |all, one| all.or(&one)))
            }
            Node::Informed(true) => Some(self.informed.clone()),
            Node::Informed(false) => Some(self.informed.others(self.len)),
            Node::All(_) | Node::Any(_) | Node::Not(_) | Node::Selection(_) | Node::Duplicate(_) => None,
        })
    }

    /// Returns whom somebody sees.
    pub fn seen(&self, viewer: Option<user::Id>) -> Set {
        let outside = self.trashed.others(self.len);
        let contact = Asked::Card(Field::OurContact);
        match (viewer, self.item(&contact)) {
            (Some(viewer), Some(contacts)) => {
                let others = contacts.values.meant(|contact| *contact != viewer.0);
                outside.and(&contacts.codes.places(&others).others(self.len))
            }
            (None, _) => outside,
            // There is such a column.
            (Some(_), None) => Set::default(),
        }
    }

    fn item(&self, asked: &Asked) -> Option<&Item> {
        ITEMS.iter().zip(&self.items).find(|((held, _), _)| held == asked).map(|(_, item)| item)
    }

    fn held(&self, asked: &Asked) -> Option<Held<'_>> {
        match asked {
            Asked::Card(field) => self.of_card(field).or_else(|| self.item(asked).map(Held::Item)),
            Asked::LastActivity => (!self.activities.rows.too_many).then_some(Held::LastActivity),
            Asked::Restricted => Some(Held::Restricted),
            Asked::CreatedAt => Some(Held::Moments(&self.created_at)),
            Asked::UpdatedAt => Some(Held::Moments(&self.updated_at)),
            Asked::CreatedBy | Asked::UpdatedBy => self.item(asked).map(Held::Item),
            Asked::Own(id, ..) => {
                (!self.own.rows.too_many && !self.own.value.texts.is_left_out()).then_some(Held::Own(*id))
            }
            Asked::FormerCompany => None,
        }
    }

    fn of_card(&self, field: &Field) -> Option<Held<'_>> {
        let text = || {
            let found = TEXTS.iter().zip(&self.texts).find(|((held, ..), _)| held == field);
            found.filter(|(_, text)| !text.texts.is_left_out()).map(|((.., how), text)| Held::Text(text, *how))
        };
        let line = |rows, text| is_held(rows, text).then_some(Held::Lines(rows, text));
        let phones = |which| {
            let [text] = &self.phones.parts;
            is_held(&self.phones.rows, text).then_some(Held::Phones(which))
        };
        let ([email], [street, postcode, city]) = (&self.emails.parts, &self.addresses.parts);
        let (emails, addresses) = (&self.emails.rows, &self.addresses.rows);
        match field {
            Field::Email | Field::Emails => line(emails, email),
            Field::Mobile => phones(Some(true)),
            Field::Phone => phones(Some(false)),
            Field::Phones => phones(None),
            Field::Address => line(addresses, street),
            Field::Postcode => line(addresses, postcode),
            Field::City => line(addresses, city),
            Field::Addresses => {
                let are_held = [street, postcode, city].into_iter().all(|part| is_held(addresses, part));
                are_held.then_some(Held::WholeAddresses)
            }
            Field::Interests => self.interests.held(),
            Field::Relation => self.relations.held(),
            Field::Number
            | Field::FirstName
            | Field::LastName
            | Field::Company
            | Field::Title
            | Field::Country
            | Field::BirthDate
            | Field::Website
            | Field::Note => text(),
            Field::Position
            | Field::Language
            | Field::Category
            | Field::Business
            | Field::OurContact
            | Field::FormerEmployee
            | Field::NoMailings
            | Field::Picture
            | Field::Source
            | Field::LegalBasis
            | Field::Subscriptions
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
            | Field::DoneAt
            | Field::Name
            | Field::OrgNumber
            | Field::OfCompany(_)
            | Field::Custom(_) => None,
        }
    }

    fn field(&self, asking: &Asking<'_>, asked: &Asked, test: &Test) -> Option<Set> {
        let none = *test == Test::Null;
        Some(match self.held(asked)? {
            Held::Text(text, how) => {
                let is = if none { vec![true] } else { meant(asking, asked, test, how, &text.texts)? };
                text.codes.places(&is)
            }
            Held::Item(item) => {
                let is = if none { vec![true] } else { item.values.meant(|value| is_one(test, *value)) };
                item.codes.places(&is)
            }
            // None of these is ever empty.
            Held::Moments(_) if none => Set::default(),
            Held::Moments(moments) => {
                let wanted = Span::of(asking, test)?;
                Set::of(moments.iter().map(|at| wanted.holds(*at)))
            }
            Held::Lines(rows, text) if none => rows.any(|row| text.codes.get(row) != 0).others(self.len),
            Held::Lines(rows, text) => {
                let is = meant(asking, asked, test, How::Folded, &text.texts)?;
                rows.any(|row| is_meant(&is, text.codes.get(row)))
            }
            Held::Phones(which) => self.phones(which, test)?,
            Held::WholeAddresses if none => self.addresses.rows.places(|rows| rows.is_empty()),
            Held::WholeAddresses => {
                let wanted = Compared::of(test)?;
                let [street, postcode, city] = &self.addresses.parts;
                let mut whole = super::Kept::default();
                self.addresses.rows.any(|row| {
                    whole.clear();
                    for (before, part) in [(&b""[..], street), (b" ", postcode), (b" ", city)] {
                        whole.extend(before);
                        whole.extend(part.texts.get(part.codes.get(row)));
                    }
                    wanted.fits(&whole)
                })
            }
            Held::Marks(rows, _) if none => rows.places(|rows| rows.is_empty()),
            Held::Marks(rows, item) => {
                let is = item.values.meant(|value| is_one(test, *value));
                rows.any(|row| is_meant(&is, item.codes.get(row)))
            }
            Held::LastActivity => {
                let at = |row: usize| self.activities.at.get(row).copied().filter(|at| *at <= asking.now.0);
                if none {
                    self.activities.rows.places(|mut rows| rows.all(|row| at(row).is_none()))
                } else {
                    let wanted = Span::of(asking, test)?;
                    self.activities.rows.places(|rows| rows.filter_map(at).max().is_some_and(|at| wanted.holds(at)))
                }
            }
            Held::Restricted => match test {
                Test::YesNo(true) => self.restricted.clone(),
                Test::YesNo(false) => self.restricted.others(self.len),
                // It is always the one or the other.
                Test::Null | Test::Text(_) | Test::Number(_) | Test::Day(_) | Test::Items(_) | Test::Users(_) => {
                    Set::default()
                }
            },
            Held::Own(id) => self.own(asking, asked, test, id)?,
        })
    }

    fn phones(&self, which: Option<bool>, test: &Test) -> Option<Set> {
        let [text] = &self.phones.parts;
        let is_asked = |phone: &Phone<'_>| which.is_none_or(|mobile| phone.is_mobile == mobile);
        let places = |is: &dyn Fn(&Phone<'_>) -> bool| {
            let is = text.texts.meant(|text| Phone::read(text).is_some_and(|phone| is_asked(&phone) && is(&phone)));
            self.phones.rows.any(|row| is_meant(&is, text.codes.get(row)))
        };
        Some(match test {
            Test::Null => places(&|phone| !phone.is_empty).others(self.len),
            Test::Text(Wanted::Is(numbers)) => {
                let numbers: Vec<(Option<String>, String)> =
                    numbers.as_slice().iter().map(|number| (phone::key(number), phone::digits(number))).collect();
                places(&|phone| {
                    numbers.iter().any(|(key, digits)| match key {
                        Some(key) => phone.key == Some(key.as_bytes()),
                        None => phone.digits == digits.as_bytes(),
                    })
                })
            }
            Test::Text(text) => {
                let wanted = Compared::by(text, phone::digits);
                places(&|phone| wanted.fits(phone.digits))
            }
            Test::Number(_) | Test::Day(_) | Test::YesNo(_) | Test::Items(_) | Test::Users(_) => return None,
        })
    }

    fn own(&self, asking: &Asking<'_>, asked: &Asked, test: &Test, id: custom::Id) -> Option<Set> {
        let own = &self.own;
        let field = own.field.values.meant(|field| *field == id.0);
        let of_field = |row: usize| is_meant(&field, own.field.codes.get(row));
        if *test == Test::Null {
            let is_text = asked.holds() == Type::Text;
            let is_there = own.value.texts.meant(|value| !(is_text && value.is_empty()));
            let some = own.rows.any(|row| of_field(row) && is_meant(&is_there, own.value.codes.get(row)));
            return Some(some.others(self.len));
        }
        let is = meant(asking, asked, test, How::Plain, &own.value.texts)?;
        Some(own.rows.any(|row| of_field(row) && is_meant(&is, own.value.codes.get(row))))
    }

    fn basis(&self, db: &Db, asking: &Asking<'_>, basis: &Basis) -> Result<Set, Error> {
        let purpose = basis.purpose.0;
        match &basis.asks {
            BasisAsks::None(none) => {
                let some = self.holding(|said| said.purpose == purpose, Span::ALL);
                Ok(if *none { some.others(self.len) } else { some })
            }
            BasisAsks::Row(row) => {
                let wanted = Decision::of(db, purpose, row)?;
                Ok(self.holding(
                    |said| said.purpose == purpose && wanted.fits(said),
                    Span::between(asking, row.after, row.before),
                ))
            }
        }
    }

    /// Returns of whom a row of the ledger holds that says this, entered within a time.
    fn holding(&self, is: impl Fn(&Said) -> bool, within: Span) -> Set {
        let ledger = &self.ledger;
        let is = ledger.said.meant(is);
        let in_time = |row: usize| within == Span::ALL || ledger.at.get(row).is_some_and(|at| within.holds(*at));
        ledger.rows.any(|row| is_meant(&is, ledger.codes.get(row)) && in_time(row))
    }

    fn objecting(&self, purposes: Option<&[list::Id]>) -> Set {
        let objected = Legal::Objected.item().0;
        let is_meant = |purpose: i64| purposes.is_none_or(|purposes| purposes.contains(&list::Id(purpose)));
        self.holding(|said| said.basis == objected && is_meant(said.purpose), Span::ALL)
    }

    fn subscribed(&self, db: &Db, asking: &Asking<'_>, kind: list::Id) -> Result<Set, Error> {
        let holding = |basis: Legal| {
            let items = meanings(db, &[basis.item()])?;
            Ok::<_, Error>(
                self.holding(|said| said.purpose == list::MARKETING.0 && items.contains(&said.basis), Span::ALL),
            )
        };
        let answered = |wanted: bool| {
            let is = self.answers.answers.meant(|answer| *answer == (kind.0, wanted));
            self.answers.rows.any(|row| is_meant(&is, self.answers.codes.get(row)))
        };
        let consents = holding(Legal::Consent)?.and(&answered(false).others(self.len));
        let asked_for = answered(true).and(&holding(Legal::Withdrawn)?.others(self.len));
        let stopped = self.yes(Field::NoMailings).or(&self.restricted).or(&self.objecting(Some(asking.direct)));
        Ok(consents.or(&asked_for).and(&stopped.others(self.len)))
    }

    fn met(&self, asking: &Asking<'_>, activity: &Activity) -> Set {
        let wanted = Span::between(asking, activity.after, activity.before);
        let at = &self.activities.at;
        let met = self.activities.rows.any(|row| at.get(row).is_some_and(|at| wanted.holds(*at)));
        if activity.none { met.others(self.len) } else { met }
    }

    fn status(&self, status: Status) -> Set {
        match status {
            Status::Restricted => self.restricted.clone(),
            Status::Objected => self.objecting(None),
            Status::Former => self.yes(Field::FormerEmployee),
            Status::Trashed => Set::default(),
            Status::Active => {
                self.yes(Field::FormerEmployee).or(&self.restricted).or(&self.objecting(None)).others(self.len)
            }
        }
    }

    fn yes(&self, field: Field) -> Set {
        let item = self.item(&Asked::Card(field));
        item.map_or_else(Set::default, |item| item.codes.places(&item.values.meant(|value| *value != 0)))
    }
}

impl Marks {
    fn held(&self) -> Option<Held<'_>> {
        (!self.rows.too_many).then_some(Held::Marks(&self.rows, &self.item))
    }
}

fn is_held(rows: &Rows, text: &Text) -> bool {
    !rows.too_many && !text.texts.is_left_out()
}

fn is_meant(meant: &[bool], code: usize) -> bool {
    meant.get(code).copied().unwrap_or(false)
}

fn marked(marks: &Marks, items: &OneOf<list::Id>) -> Set {
    let is = marks.item.values.meant(|value| items.as_slice().contains(&list::Id(*value)));
    marks.rows.any(|row| is_meant(&is, marks.item.codes.get(row)))
}

/// Returns whether a comparison means the same here and there: SQL has its own answers to empty texts and to zeros in
/// them, and its own way to read numbers.
fn is_comparable(asked: &Asked, test: &Test) -> bool {
    match test {
        Test::Number(_) => false,
        Test::Text(text) => {
            let is_phone = asked.holds() == Type::Phone;
            let is_some = |text: &String| {
                let text = if is_phone { phone::digits(text) } else { fold(text) };
                !text.is_empty() && !text.contains('\0')
            };
            match text {
                Wanted::Is(texts) => texts.as_slice().iter().all(is_some),
                Wanted::StartsWith(text) | Wanted::EndsWith(text) | Wanted::Contains(text) => is_some(text),
            }
        }
        Test::Null | Test::Day(_) | Test::YesNo(_) | Test::Items(_) | Test::Users(_) => true,
    }
}

/// Returns which of the texts meet a test.
fn meant(asking: &Asking<'_>, asked: &Asked, test: &Test, how: How, texts: &Texts) -> Option<Vec<bool>> {
    Some(match test {
        Test::Text(Wanted::Is(countries)) if *asked == Asked::Card(Field::Country) => {
            let codes: Vec<String> = countries.as_slice().iter().map(|code| fold(code).to_uppercase()).collect();
            texts.meant(|value| codes.iter().any(|code| code.as_bytes() == value))
        }
        Test::Text(_) => {
            let wanted = Compared::of(test)?;
            match how {
                How::Folded => texts.meant(|value| wanted.fits(value)),
                How::Plain => texts
                    .meant(|value| std::str::from_utf8(value).is_ok_and(|value| wanted.fits(fold(value).as_bytes()))),
            }
        }
        Test::Day(comparison) => {
            let day = |day: &Day| day.on(asking.today).to_string().into_bytes();
            // Days are written so that their order is that of the texts.
            let (first, last) = match comparison {
                Comparison::Is(one) => (Bound::Included(day(one)), Bound::Included(day(one))),
                Comparison::Before(one) => (Bound::Unbounded, Bound::Excluded(day(one))),
                Comparison::After(one) => (Bound::Excluded(day(one)), Bound::Unbounded),
                Comparison::Between(first, last) => (Bound::Included(day(first)), Bound::Included(day(last))),
            };
            let days = (first.as_ref().map(Vec::as_slice), last.as_ref().map(Vec::as_slice));
            texts.meant(|value| RangeBounds::<[u8]>::contains(&days, value))
        }
        Test::YesNo(yes) => {
            let word = if *yes { "yes" } else { "no" };
            texts.meant(|value| value == word.as_bytes())
        }
        Test::Null | Test::Number(_) | Test::Items(_) | Test::Users(_) => return None,
    })
}

fn is_one(test: &Test, value: i64) -> bool {
    match test {
        Test::YesNo(yes) => value == i64::from(*yes),
        Test::Items(items) => items.as_slice().contains(&list::Id(value)),
        Test::Users(users) => users.as_slice().contains(&user::Id(value)),
        Test::Null | Test::Text(_) | Test::Number(_) | Test::Day(_) => false,
    }
}

/// What is asked of the row of the ledger that holds, but for when it was entered.
struct Decision<'a> {
    bases: Option<Vec<i64>>,
    row: &'a Row,
    /// Those of the version that is asked for.
    wordings: Vec<i64>,
}

impl<'a> Decision<'a> {
    fn of(db: &Db, purpose: i64, row: &'a Row) -> Result<Self, Error> {
        let mut wordings = Vec::new();
        if let Some(Some(version)) = row.wording {
            let mut statement = db.sql().prepare_cached("SELECT id FROM wording WHERE purpose = ? AND version = ?")?;
            let ids = statement.query_map([purpose, i64::from(version)], |row| row.get(0))?;
            wordings = ids.collect::<Result<_, _>>()?;
        }
        let bases = row.is_in.as_ref().map(|items| meanings(db, items)).transpose()?;
        Ok(Self { bases, row, wordings })
    }

    fn fits(&self, said: &Said) -> bool {
        let Self { bases, row, wordings } = self;
        bases.as_ref().is_none_or(|bases| bases.contains(&said.basis))
            && row.source.as_ref().is_none_or(|sources| sources.as_slice().contains(&list::Id(said.source)))
            && row.by.as_ref().is_none_or(|by| by.as_slice().contains(&user::Id(said.by)))
            && match row.wording {
                Some(Some(_)) => said.wording.is_some_and(|wording| wordings.contains(&wording)),
                Some(None) => said.wording.is_none(),
                None => true,
            }
            && row.condition.is_none_or(|condition| condition.map(Condition::key) == said.condition.as_deref())
    }
}

/// Returns the items and the office's own ones under them.
fn meanings(db: &Db, items: &[list::Id]) -> Result<Vec<i64>, Error> {
    let sql = "SELECT id FROM list_item WHERE id IN (SELECT value FROM json_each(?1))
        OR under IN (SELECT value FROM json_each(?1))";
    let mut statement = db.sql().prepare_cached(sql)?;
    let ids = statement.query_map([array(items.iter().map(|item| item.0))], |row| row.get(0))?;
    Ok(ids.collect::<Result<_, _>>()?)
}
