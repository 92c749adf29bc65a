//! What criteria mean, read card by card without SQL.

use super::world::{Card, Firm, OWN_BASIS, OWN_KIND, World, wording_table};
use crate::i18n::fold::fold;
use crate::model::basis::{self, Basis as Legal};
use crate::model::contact::{Address, Labelled};
use crate::model::criteria::{
    Activity, Asked, Basis, BasisAsks, Comparison, Day, Node, OneOf, Row, Status, Test, Text,
};
use crate::model::custom::Kind;
use crate::model::field::Field;
use crate::model::selection::{Id, Members};
use crate::model::{Moment, list, person, phone, subscription, user};

#[derive(Clone, Copy)]
pub enum Record<'a> {
    Person(&'a Card),
    Company(&'a Firm),
}

/// What a field can hold.
enum Value {
    Text(String),
    Phone(String),
    Number(f64),
    Day(chrono::NaiveDate),
    Moment(Moment),
    YesNo(bool),
    Item(list::Id),
    User(user::Id),
    There,
}

pub fn is_true(node: &Node, record: Record<'_>, world: &World) -> bool {
    match node {
        Node::All(nodes) => nodes.iter().all(|node| is_true(node, record, world)),
        Node::Any(nodes) => nodes.iter().any(|node| is_true(node, record, world)),
        Node::Not(node) => !is_true(node, record, world),
        Node::Field(asked, Test::Null) => values(asked, record, world).is_empty(),
        Node::Field(asked, test) => values(asked, record, world).iter().any(|value| fits(value, test, world)),
        Node::Basis(basis) => holds(basis, card(record), world),
        Node::Subscription(kind) => {
            let card = card(record);
            let said = subscription::current(&card.answers, *kind).and_then(|answer| answer.wanted);
            let holds = basis::current(&card.ledger, list::MARKETING).map(|entry| entry.basis);
            let may = match holds {
                Some(Legal::Consent) => said != Some(false),
                Some(Legal::Withdrawn | Legal::Objected) => false,
                _ => said == Some(true),
            };
            may && card.restriction.is_none() && !card.person.content.no_mailings
        }
        Node::Interest(items) => {
            card(record).person.content.interests.iter().any(|interest| items.as_slice().contains(interest))
        }
        Node::Activity(activity) => met(activity, record, world) != activity.none,
        Node::Selection(id) => is_in(*id, record, world),
        Node::Status(statuses) => statuses.as_slice().iter().any(|status| has(*status, card(record))),
        Node::Informed(informed) => card(record).is_informed == *informed,
        Node::Duplicate(duplicate) => card(record).is_duplicate == *duplicate,
    }
}

fn card(record: Record<'_>) -> &Card {
    match record {
        Record::Person(card) => card,
        Record::Company(_) => panic!("companies are not asked that"),
    }
}

fn is_in(id: Id, record: Record<'_>, world: &World) -> bool {
    let lists = match record {
        Record::Person(card) => &card.lists,
        Record::Company(firm) => &firm.lists,
    };
    match world.selections.get(&id) {
        None | Some(Members::Static) => lists.contains(&id),
        Some(Members::Dynamic(node)) => is_true(node, record, world),
        Some(Members::Combined(operation, first, second)) => {
            operation.holds(is_in(*first, record, world), is_in(*second, record, world))
        }
    }
}

fn has(status: Status, card: &Card) -> bool {
    let restricted = card.restriction.is_some();
    let objects = [list::SALES, list::MARKETING]
        .into_iter()
        .any(|purpose| basis::current(&card.ledger, purpose).is_some_and(|entry| entry.basis == Legal::Objected));
    let former = card.person.content.former_employee;
    match status {
        Status::Active => !restricted && !objects && !former,
        Status::Restricted => restricted,
        Status::Objected => objects,
        Status::Trashed => false,
        Status::Former => former,
    }
}

fn holds(basis: &Basis, card: &Card, world: &World) -> bool {
    let standing = basis::current(&card.ledger, basis.purpose);
    match (&basis.asks, standing) {
        (BasisAsks::None(none), standing) => standing.is_none() == *none,
        (BasisAsks::Row(_), None) => false,
        (BasisAsks::Row(row), Some(entry)) => says(row, entry, world),
    }
}

fn says(row: &Row, entry: &basis::Entry, world: &World) -> bool {
    let meant = |items: &Vec<list::Id>| {
        items.contains(&entry.item) || (entry.item == OWN_BASIS && items.contains(&Legal::Consent.item()))
    };
    let version = entry.wording.map(|id| wording_table().into_iter().find(|known| known.0 == id).unwrap().2);
    let day = entry.at.local_date();
    row.is_in.as_ref().is_none_or(meant)
        && row.source.as_ref().is_none_or(|sources| sources.as_slice().contains(&entry.source))
        && row.before.is_none_or(|before| day < before.on(world.today))
        && row.after.is_none_or(|after| day > after.on(world.today))
        && row.by.as_ref().is_none_or(|by| by.as_slice().contains(&entry.by))
        && row.wording.is_none_or(|wanted| wanted == version)
        && row.condition.is_none_or(|wanted| wanted == entry.condition)
}

fn met(activity: &Activity, record: Record<'_>, world: &World) -> bool {
    activities(record).iter().any(|(kind, at)| {
        let meant = |kinds: &OneOf<list::Id>| {
            let kinds = kinds.as_slice();
            kinds.contains(kind) || (*kind == OWN_KIND && kinds.contains(&list::ACTIVITY_CALL))
        };
        let day = at.local_date();
        activity.kind.as_ref().is_none_or(meant)
            && activity.after.is_none_or(|after| day > after.on(world.today))
            && activity.before.is_none_or(|before| day < before.on(world.today))
    })
}

fn activities(record: Record<'_>) -> &[(list::Id, Moment)] {
    match record {
        Record::Person(card) => &card.activities,
        Record::Company(firm) => &firm.activities,
    }
}

fn fits(value: &Value, test: &Test, world: &World) -> bool {
    match (value, test) {
        (Value::Text(value), Test::Text(text)) => {
            let value = fold(value);
            match text {
                Text::Is(texts) => texts.as_slice().iter().any(|text| fold(text) == value),
                Text::StartsWith(text) => value.starts_with(&fold(text)),
                Text::EndsWith(text) => value.ends_with(&fold(text)),
                Text::Contains(text) => value.contains(&fold(text)),
            }
        }
        (Value::Phone(number), Test::Text(text)) => {
            let digits = phone::digits(number);
            match text {
                Text::Is(numbers) => numbers.as_slice().iter().any(|other| match phone::key(other) {
                    Some(key) => phone::key(number) == Some(key),
                    None => phone::digits(other) == digits,
                }),
                Text::StartsWith(text) => digits.starts_with(&phone::digits(text)),
                Text::EndsWith(text) => digits.ends_with(&phone::digits(text)),
                Text::Contains(text) => digits.contains(&phone::digits(text)),
            }
        }
        (Value::Number(value), Test::Number(comparison)) => compares(comparison, value, |number| *number),
        (Value::Day(day), Test::Day(comparison)) => compares(comparison, day, |day: &Day| day.on(world.today)),
        (Value::Moment(at), Test::Day(comparison)) => {
            compares(comparison, &at.local_date(), |day: &Day| day.on(world.today))
        }
        (Value::YesNo(value), Test::YesNo(wanted)) => value == wanted,
        (Value::Item(item), Test::Items(items)) => items.as_slice().contains(item),
        (Value::User(user), Test::Users(users)) => users.as_slice().contains(user),
        (_, _) => panic!("the comparison does not fit"),
    }
}

fn compares<T, V: PartialOrd>(comparison: &Comparison<T>, value: &V, wanted: impl Fn(&T) -> V) -> bool {
    match comparison {
        Comparison::Is(one) => *value == wanted(one),
        Comparison::Before(one) => *value < wanted(one),
        Comparison::After(one) => *value > wanted(one),
        Comparison::Between(first, last) => *value >= wanted(first) && *value <= wanted(last),
    }
}

fn values(asked: &Asked, record: Record<'_>, world: &World) -> Vec<Value> {
    match asked {
        Asked::Card(field) => match record {
            Record::Person(card) => of_person(field, card),
            Record::Company(firm) => of_company(field, firm),
        },
        Asked::Own(id, kind, _) => {
            let Some(value) = card(record).person.content.custom.get(id) else { return Vec::new() };
            vec![match kind {
                Kind::Text | Kind::List => Value::Text(value.clone()),
                Kind::Number => Value::Number(value.parse().unwrap()),
                Kind::Date => Value::Day(value.parse().unwrap()),
                Kind::YesNo => Value::YesNo(value == "yes"),
            }]
        }
        Asked::FormerCompany => card(record).former.iter().cloned().map(Value::Text).collect(),
        Asked::LastActivity => {
            let past = activities(record).iter().map(|(_, at)| *at).filter(|at| *at <= world.now);
            past.max().map(Value::Moment).into_iter().collect()
        }
        Asked::Restricted => vec![Value::YesNo(card(record).restriction.is_some())],
        Asked::CreatedAt => vec![Value::Moment(match record {
            Record::Person(card) => card.person.created_at,
            Record::Company(firm) => firm.company.created_at,
        })],
        Asked::CreatedBy => vec![Value::User(match record {
            Record::Person(card) => card.person.created_by,
            Record::Company(firm) => firm.company.created_by,
        })],
        Asked::UpdatedAt => vec![Value::Moment(match record {
            Record::Person(card) => card.person.updated_at,
            Record::Company(firm) => firm.company.updated_at,
        })],
        Asked::UpdatedBy => vec![Value::User(match record {
            Record::Person(card) => card.person.updated_by,
            Record::Company(firm) => firm.company.updated_by,
        })],
    }
}

fn text(text: &str) -> Vec<Value> {
    if text.is_empty() { Vec::new() } else { vec![Value::Text(text.to_owned())] }
}

fn item(item: Option<list::Id>) -> Vec<Value> {
    item.map(Value::Item).into_iter().collect()
}

fn user(user: Option<user::Id>) -> Vec<Value> {
    user.map(Value::User).into_iter().collect()
}

fn emails(emails: &[Labelled<String>]) -> Vec<Value> {
    emails.iter().flat_map(|email| text(&email.value)).collect()
}

fn phones(phones: &[Labelled<String>], is: fn(Option<list::Id>) -> bool) -> Vec<Value> {
    phones.iter().filter(|phone| is(phone.label)).map(|phone| Value::Phone(phone.value.clone())).collect()
}

fn is_mobile(label: Option<list::Id>) -> bool {
    label == Some(list::LABEL_MOBILE)
}

fn addresses(addresses: &[Labelled<Address>], field: &Field) -> Vec<Value> {
    let part = |address: &Labelled<Address>| {
        let Address { street, postcode, city, .. } = &address.value;
        match field {
            Field::Address => text(street),
            Field::Postcode => text(postcode),
            Field::City => text(city),
            _ => vec![Value::Text(format!("{street} {postcode} {city}"))],
        }
    };
    addresses.iter().flat_map(part).collect()
}

fn of_person(field: &Field, card: &Card) -> Vec<Value> {
    let content = &card.person.content;
    match field {
        Field::Number => text(&content.number),
        Field::FirstName => text(&content.first_name),
        Field::LastName => text(&content.last_name),
        Field::Company => text(&content.company),
        Field::Title => text(&content.title),
        Field::Position => item(content.position),
        Field::Email | Field::Emails => emails(&content.emails),
        Field::Mobile => phones(&content.phones, is_mobile),
        Field::Phone => phones(&content.phones, |label| !is_mobile(label)),
        Field::Phones => phones(&content.phones, |_| true),
        Field::Address | Field::Addresses | Field::Postcode | Field::City => addresses(&content.addresses, field),
        Field::Country => text(&content.country),
        Field::BirthDate => content.birth_date.map(Value::Day).into_iter().collect(),
        Field::Language => item(content.language),
        Field::Category => item(content.category),
        Field::Business => item(content.business),
        Field::OurContact => user(content.our_contact),
        Field::Website => text(&content.website),
        Field::Note => text(&content.note),
        Field::FormerEmployee => vec![Value::YesNo(content.former_employee)],
        Field::NoMailings => vec![Value::YesNo(content.no_mailings)],
        Field::Interests => content.interests.iter().copied().map(Value::Item).collect(),
        Field::Picture => content.picture.map(|_| Value::There).into_iter().collect(),
        Field::Relation => card.relations.iter().copied().map(Value::Item).collect(),
        Field::Source => vec![Value::Item(card.person.source)],
        _ => panic!("{field} is not asked of persons"),
    }
}

fn of_company(field: &Field, firm: &Firm) -> Vec<Value> {
    let content = &firm.company.content;
    match field {
        Field::Name => text(&content.name),
        Field::OrgNumber => text(&content.org_number),
        Field::Email | Field::Emails => emails(&content.emails),
        Field::Mobile => phones(&content.phones, is_mobile),
        Field::Phone => phones(&content.phones, |label| !is_mobile(label)),
        Field::Phones => phones(&content.phones, |_| true),
        Field::Address | Field::Addresses | Field::Postcode | Field::City => addresses(&content.addresses, field),
        Field::Country => text(&content.country),
        Field::Category => item(content.category),
        Field::Business => item(content.business),
        Field::OurContact => user(content.our_contact),
        Field::Website => text(&content.website),
        Field::Note => text(&content.note),
        _ => panic!("{field} is not asked of companies"),
    }
}

/// Returns whether another card seems to be about the same person.
pub fn is_twice(card: &Card, all: &[Card], apart: &[(person::Id, person::Id)]) -> bool {
    let keys = |card: &Card| -> Vec<String> {
        card.person.content.emails.iter().map(|email| email.value.to_lowercase()).collect()
    };
    let numbers = |card: &Card| -> Vec<String> {
        card.person.content.phones.iter().filter_map(|number| phone::key(&number.value)).collect()
    };
    let name = |card: &Card| fold(&format!("{} {}", card.person.content.first_name, card.person.content.last_name));
    let (one, mine, called) = (card.person.id, keys(card), numbers(card));
    all.iter().filter(|other| other.person.id != one).any(|other| {
        let two = other.person.id;
        let same_email = keys(other)
            .iter()
            .any(|key| mine.contains(key) && all.iter().filter(|any| keys(any).contains(key)).count() <= 5);
        let same_call = numbers(other).iter().any(|number| called.contains(number)) && name(other) == name(card);
        (same_email || same_call) && !apart.contains(&(one, two)) && !apart.contains(&(two, one))
    })
}
