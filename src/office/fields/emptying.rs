//! Emptying a field that is no longer collected, on every card and wherever else its values are kept.

use serde_json::Value;

use super::super::{Desk, Error, Progress, Rule, attached, companies, merging, persons, states};
use crate::model::draft::Place;
use crate::model::field::Field;
use crate::model::journal::{Kind, Subject};
use crate::model::person::Content;
use crate::model::user::Right;
use crate::model::{company, custom, field_value, person};
use crate::store::{self, kept_values};

/// What emptying a field would do, or did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Emptying {
    /// The field.
    pub field: Field,
    /// How many cards are emptied of it.
    pub cards: usize,
    /// How many more hold something in it and keep it: nothing is taken off while the processing of somebody's data is
    /// restricted (art. 18(2)).
    pub held: usize,
}

/// Says what emptying a field would do, and changes nothing. As no card keeps what it held there, it takes the right to
/// see all of them.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`] where cards have no such field; [`Error::Refused`] for one that is collected.
pub fn emptying_plan(desk: &Desk<'_>, field: &Field) -> Result<Emptying, Error> {
    desk.require(Right::Settings)?;
    desk.require(Right::MassEdit)?;
    desk.require(Right::SeeOthers)?;
    plan(desk, field)
}

/// Returns what could be emptied: the fields that are no longer collected and of which cards still hold something.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn left_behind(desk: &Desk<'_>) -> Result<Vec<Emptying>, Error> {
    desk.require(Right::Settings)?;
    desk.require(Right::SeeOthers)?;
    let mut left = Vec::new();
    for field in super::super::settings::decidable(desk)? {
        if !field.is_always() && !is_collected(desk, &field, own(desk, &field)?.as_ref())? {
            left.push(plan(desk, &field)?);
        }
    }
    left.retain(|emptying| emptying.cards + emptying.held > 0);
    Ok(left)
}

/// Says what emptying a field would do.
fn plan(desk: &Desk<'_>, field: &Field) -> Result<Emptying, Error> {
    let own = can_be_emptied(desk, field)?;
    let (all, held) = kept_values::count(desk.db(), field, own)?;
    Ok(Emptying { field: field.clone(), cards: all - held, held })
}

/// Returns the cards to empty of a field.
fn cards(desk: &Desk<'_>, field: &Field) -> Result<Vec<i64>, Error> {
    let own = can_be_emptied(desk, field)?;
    let mut cards = kept_values::having(desk.db(), field, own)?;
    if !matches!(field, Field::OfCompany(_)) {
        let restricted = states::restricted(desk)?;
        cards.retain(|card| !restricted.contains(&person::Id(*card)));
    }
    Ok(cards)
}

/// Allows only fields that cards have and that are no longer collected; returns the identity of an own one.
fn can_be_emptied(desk: &Desk<'_>, field: &Field) -> Result<Option<custom::Id>, Error> {
    let known = super::super::settings::decidable(desk)?;
    if !known.contains(field) || field.is_always() {
        return Err(Error::NoSuch("field"));
    }
    let own = own(desk, field)?;
    if is_collected(desk, field, own.as_ref())? {
        return Err(Error::Refused(Rule::FieldCollected));
    }
    Ok(own.map(|own| own.id))
}

/// Returns whether a field is still filled.
fn is_collected(desk: &Desk<'_>, field: &Field, own: Option<&custom::Definition>) -> Result<bool, Error> {
    let rules = desk.rules()?;
    Ok(match field.company_field() {
        Some(field) => rules.company_fields.is_collected(field),
        None => own.is_none_or(|own| own.active) && rules.fields.is_collected(field),
    })
}

/// Empties a field that is no longer collected, in one transaction: on every card, in what imports and merges keep to
/// give back, in what was typed and not saved, and in what could be taken back in this session. Nothing of a person the
/// processing of whose data is restricted is touched (art. 18(2)).
///
/// # Errors
/// Those of [`emptying_plan`]; [`Error::Cancelled`].
pub fn empty(desk: &mut Desk<'_>, field: &Field, progress: &Progress) -> Result<Emptying, Error> {
    desk.require(Right::Settings)?;
    desk.require(Right::MassEdit)?;
    desk.require(Right::SeeOthers)?;
    let (plan, cards) = (plan(desk, field)?, cards(desk, field)?);
    let own = own(desk, field)?.map(|own| own.id);
    let total = cards.len() as u64;
    for (done, card) in (1..).zip(cards) {
        progress.at(done, total)?;
        match field.company_field() {
            Some(field) => companies::empty_field(desk, company::Id(card), field)?,
            None => persons::empty_field(desk, person::Id(card), field)?,
        }
    }
    if let Field::OfCompany(of_company) = field {
        let places = [Place::NewCompany, Place::Company(company::Id(0))];
        kept_values::change_drafts(desk.db(), &places, |_, kept| forget_of_company(kept, of_company))?;
        return emptied(desk, plan);
    }
    let restricted = states::restricted(desk)?;
    if *field == Field::Picture {
        // Those on cards went with the cards; what is left is of merges and imports, and of who keeps theirs.
        for (picture, person) in kept_values::pictures(desk.db())? {
            if !restricted.contains(&person) {
                attached::drop(desk, picture)?;
            }
        }
    }
    let fields = desk.fields()?.to_vec();
    let is_open = |person: &person::Id| !restricted.contains(person);
    let forget = |kept: &str| forget(kept, field, own, &fields);
    kept_values::change_imports(desk.db(), |person, kept| if is_open(&person) { forget(kept) } else { None })?;
    let places = [Place::NewPerson, Place::Person(person::Id(0))];
    kept_values::change_drafts(desk.db(), &places, |place, kept| {
        if place.person().as_ref().is_none_or(is_open) { forget(kept) } else { None }
    })?;
    kept_values::change_merges(desk.db(), |person, kept| {
        if is_open(&person) { merging::without(kept, field, own, &fields) } else { None }
    })?;
    emptied(desk, plan)
}

/// Notes what was done, and lets go of what could give it back.
fn emptied(desk: &mut Desk<'_>, plan: Emptying) -> Result<Emptying, Error> {
    desk.note(Kind::FieldEmptied, Subject::None, vec![plan.field.clone()])?;
    desk.changes.everything();
    desk.forget_history();
    Ok(plan)
}

fn own(desk: &Desk<'_>, field: &Field) -> Result<Option<custom::Definition>, Error> {
    let Field::Custom(key) = field else { return Ok(None) };
    Ok(store::custom::all(desk.db())?.into_iter().find(|own| own.key == *key))
}

/// Returns what was kept without what it holds in a field; none where that is nothing, or cannot be read.
fn forget(kept: &str, field: &Field, own: Option<custom::Id>, fields: &[custom::Definition]) -> Option<String> {
    let before: Value = serde_json::from_str(kept).ok()?;
    let mut after = before.clone();
    strip(&mut after, field, own, fields);
    (after != before).then(|| after.to_string())
}

/// As [`forget`], of what was typed on companies' cards.
fn forget_of_company(kept: &str, field: &Field) -> Option<String> {
    fn strip(value: &mut Value, field: &Field) {
        if let Ok(mut content) = serde_json::from_value::<company::Content>(value.clone()) {
            field_value::put(&mut content, field, &company::Content::default(), &[]);
            if let Ok(content) = serde_json::to_value(content) {
                *value = content;
            }
        } else if let Value::Object(parts) = value {
            parts.values_mut().for_each(|part| strip(part, field));
        }
    }
    let before: Value = serde_json::from_str(kept).ok()?;
    let mut after = before.clone();
    strip(&mut after, field);
    (after != before).then(|| after.to_string())
}

/// Takes what stands in a field out of a JSON value: of every card in it, and of what forms keep beside one.
fn strip(value: &mut Value, field: &Field, own: Option<custom::Id>, fields: &[custom::Definition]) {
    if let Ok(mut content) = serde_json::from_value::<Content>(value.clone()) {
        field_value::put(&mut content, field, &Content::default(), fields);
        if let Ok(content) = serde_json::to_value(content) {
            *value = content;
        }
        return;
    }
    let Value::Object(parts) = value else { return };
    let is_phone = matches!(field, Field::Mobile | Field::Phone);
    for (key, part) in parts {
        let is_typed = key == field.key() || (is_phone && key == "phone") || (*field == Field::Email && key == "email");
        match part {
            Value::String(typed) if is_typed => typed.clear(),
            // The company that goes with a card's content.
            Value::Number(_) if *field == Field::Company && (key == "company_id" || key == "company") => {
                *part = Value::Null;
            }
            Value::String(typed) if *field == Field::Interests && key == "new_interest" => typed.clear(),
            Value::Array(new) if *field == Field::Interests && key == "new_interests" => new.clear(),
            Value::Object(values) if key == "custom" => {
                if let Some(own) = own {
                    values.remove(&own.to_string());
                }
            }
            Value::Object(_) => strip(part, field, own, fields),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => {}
        }
    }
}
