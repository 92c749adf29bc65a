//! The office's own fields, and emptying fields of every kind.

mod emptying;

pub use emptying::{Emptying, empty, emptying_plan, left_behind};

use super::{Desk, Error};
use crate::model::custom::{Definition, Id, Kind};
use crate::model::field::Field;
use crate::model::journal::{self, Subject};
use crate::model::user::Right;
use crate::model::{Reason, list, text};
use crate::store;

/// Returns the own fields in their order.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn all(desk: &Desk<'_>) -> Result<Vec<Definition>, Error> {
    desk.require(Right::See)?;
    Ok(desk.fields()?.to_vec())
}

/// Adds an own field, or changes one that has the same identity. Returns it as it is kept.
///
/// Key and kind of a field that exists stay as they are: values already entered depend on them.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Invalid`] where key, name or choices cannot be taken.
pub fn save(desk: &mut Desk<'_>, id: Option<Id>, mut field: Definition) -> Result<Definition, Error> {
    desk.require(Right::Settings)?;
    tidy(&mut field).map_err(|reason| Error::invalid(Field::Custom(field.key.clone()), reason))?;
    let known = desk.fields()?.to_vec();
    match id.map(|id| known.iter().find(|known| known.id == id).ok_or(Error::NoSuch("field"))).transpose()? {
        Some(before) => {
            field = Definition { id: before.id, key: before.key.clone(), kind: before.kind, ..field };
            store::custom::update(desk.db(), &field)?;
        }
        None => {
            if field.key.is_empty() {
                field.key = list::key_from(&field.name);
            }
            if !list::is_key(&field.key) {
                return Err(Error::invalid(Field::Custom(field.key), Reason::NotAKey));
            }
            if known.iter().any(|known| known.key == field.key) {
                return Err(Error::invalid(Field::Custom(field.key), Reason::Taken));
            }
            field.id = Id(desk.db().new_id());
            field.rank = known.iter().map(|known| known.rank).max().unwrap_or(0) + 1;
            store::custom::insert(desk.db(), &field, desk.now(), desk.user().id)?;
        }
    }
    desk.fields_changed();
    desk.note(journal::Kind::SettingsChanged, Subject::Record(field.id.0), vec![Field::Custom(field.key.clone())])?;
    Ok(field)
}

/// Spells what a field is called and what can be chosen as it is kept.
///
/// # Errors
/// What keeps it from being a field.
pub(super) fn tidy(field: &mut Definition) -> Result<(), Reason> {
    field.name = text::single_line(&field.name);
    field.key = field.key.trim().to_lowercase();
    for choice in &mut field.choices {
        *choice = text::single_line(choice);
    }
    field.choices.retain(|choice| !choice.is_empty());
    if field.name.is_empty() || (field.kind == Kind::List && field.choices.is_empty()) {
        return Err(Reason::Missing);
    }
    if text::is_longer(&field.name, 60) { Err(Reason::TooLong) } else { Ok(()) }
}
