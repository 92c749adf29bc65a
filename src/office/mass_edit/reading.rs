//! Rows of an edit from texts, as scripts give them.

use super::terms::{Sort, Verb, sort};
use crate::i18n;
use crate::model::custom;
use crate::model::field::Field;
use crate::model::list::List;
use crate::model::mass_edit::{Action, Grant, Of, Replace, Row, Value};
use crate::model::user::Right;
use crate::model::{Reason, text};
use crate::office::{Desk, Error};
use crate::store;

/// Returns the row that sets, clears, adds to or takes from a field what a text says.
///
/// List fields take a key or a name; an unknown one becomes a new item where the list grows.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Invalid`] where a text is none of what the field takes.
pub fn row_from_text(desk: &Desk<'_>, of: Of, field: &Field, verb: Verb, text: &str) -> Result<Row, Error> {
    desk.require(Right::MassEdit)?;
    let sort = known(desk, of, field)?;
    let value = || value(desk, field, sort, text);
    let action = match verb {
        Verb::Set => Action::Set(value()?),
        Verb::Clear => Action::Clear,
        Verb::Add => Action::Add(value()?),
        Verb::Remove => Action::Remove(value()?),
        Verb::Replace | Verb::Exchange => {
            let (old, new) = text.split_once("=>").ok_or(Error::invalid(field.clone(), Reason::NotExpected))?;
            return replacing_from_text(
                desk,
                of,
                field,
                &Replace { find: old.into(), with: new.into(), ..Replace::default() },
            );
        }
    };
    Ok(Row::Field { field: field.clone(), action })
}

/// Returns the row that replaces a text by another, or, in a field that chooses, one choice by another.
///
/// # Errors
/// Those of [`row_from_text`].
pub fn replacing_from_text(desk: &Desk<'_>, of: Of, field: &Field, replace: &Replace) -> Result<Row, Error> {
    desk.require(Right::MassEdit)?;
    let sort = known(desk, of, field)?;
    let action = if sort.verbs().contains(&Verb::Exchange) {
        let value = |text: &str| value(desk, field, sort, text.trim());
        Action::Exchange(value(&replace.find)?, value(&replace.with)?)
    } else {
        Action::Replace(replace.clone())
    };
    Ok(Row::Field { field: field.clone(), action })
}

fn known(desk: &Desk<'_>, of: Of, field: &Field) -> Result<Sort, Error> {
    sort(of, field, desk.fields()?).ok_or(Error::invalid(field.clone(), Reason::NoSuchField))
}

fn value(desk: &Desk<'_>, field: &Field, sort: Sort, typed: &str) -> Result<Value, Error> {
    let line = text::single_line(typed);
    let wrong = |reason| Error::invalid(field.clone(), reason);
    Ok(match sort {
        Sort::Item(list) | Sort::Items(list) => match desk.lists()?.find(list, &line) {
            Some(item) => Value::Item(item),
            None if list.grows() && !line.is_empty() => Value::NewItem(line),
            None => return Err(wrong(Reason::Unknown)),
        },
        Sort::Subscriptions => {
            Value::Item(desk.lists()?.find(List::Subscription, &line).ok_or(wrong(Reason::Unknown))?)
        }
        Sort::User => {
            let user = store::users::by_name(desk.db(), &line)?;
            Value::User(user.ok_or(wrong(Reason::Unknown))?.id)
        }
        Sort::Day => {
            let day = custom::date(&line).or_else(|| i18n::parse_date(desk.lang(), &line, desk.today()));
            Value::Day(day.ok_or(wrong(Reason::NotADate))?)
        }
        Sort::Yes | Sort::Done => Value::Yes(custom::yes_no(&line).ok_or(wrong(Reason::NotYesNo))?),
        Sort::Text => Value::Text(typed.to_owned()),
        Sort::Line | Sort::Country | Sort::Company | Sort::Number | Sort::First | Sort::All | Sort::Own(_) => {
            Value::Text(line)
        }
    })
}

/// Returns the row that enters a decision for each: purpose, legal basis, source and comment, by keys or names.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Invalid`] for a word that names none.
pub fn basis_from_text(desk: &Desk<'_>, purpose: &str, basis: &str, source: &str, comment: &str) -> Result<Row, Error> {
    desk.require(Right::MassEdit)?;
    let item = |list: List, field: Field, word: &str| {
        desk.lists()?.find(list, word).ok_or(Error::invalid(field, Reason::Unknown))
    };
    Ok(Row::Basis(Grant {
        purpose: item(List::Purpose, Field::Purpose, purpose)?,
        basis: item(List::Basis, Field::LegalBasis, basis)?,
        source: item(List::Source, Field::Source, source)?,
        comment: text::single_line(comment),
    }))
}
