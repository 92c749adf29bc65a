//! What was decided before, and going back to it.

use super::{FieldPart, ItemPart, Setting, put, value};
use crate::model::field::Field;
use crate::model::journal::{Kind, Subject};
use crate::model::user::Right;
use crate::office::{Desk, Error};
use crate::store;

pub use crate::store::settings::Change;

/// What going back did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Returned {
    /// The settings that are as they were.
    pub restored: Vec<String>,
    /// The settings that somebody decided anew since; they stay.
    pub held: Vec<String>,
}

/// Returns what was decided about the settings whose key begins with `start`, the newest first.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn history(desk: &Desk<'_>, start: &str, limit: usize) -> Result<Vec<Change>, Error> {
    desk.require(Right::See)?;
    Ok(store::settings::history(desk.db(), start, limit)?)
}

/// Takes back everything that was decided together with a change. What was decided anew since stays, and is named.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`] where there is no such change; [`Error::Refused`] where a setting cannot be
/// as it was, such as an item that cards name by now.
pub fn take_back(desk: &mut Desk<'_>, id: i64) -> Result<Returned, Error> {
    desk.require(Right::Settings)?;
    let one = store::settings::change(desk.db(), id)?.ok_or(Error::NoSuch("setting"))?;
    let mut together = store::settings::history(desk.db(), "", usize::MAX)?;
    together.retain(|change| change.at == one.at && change.by == one.by);
    // What was decided twice in one go is taken back to what held first.
    let mut changes: Vec<Change> = Vec::new();
    for change in together {
        match changes.iter_mut().find(|later| later.key == change.key) {
            Some(later) => later.before = change.before,
            None => changes.push(change),
        }
    }
    // Items come back before what was decided about them, and go after it.
    changes.sort_by_key(|change| {
        let depth = change.key.matches('.').count();
        if change.before.is_some() { (0, depth) } else { (1, usize::MAX - depth) }
    });
    let mut returned = Returned::default();
    let mut wanted: Vec<(Setting, Change)> = Vec::new();
    for change in changes {
        let Some(setting) = Setting::from_key(&change.key) else { continue };
        // What a secret was before is kept nowhere.
        if matches!(&setting, Setting::Plain(plain) if plain.is_secret()) && change.before.is_some() {
            returned.held.push(change.key);
            continue;
        }
        let now = value(desk, &setting)?;
        let as_left = match &change.after {
            Some(after) => now.as_ref() == Some(after),
            None => now.is_none_or(|now| now == setting.shipped()),
        };
        if as_left { wanted.push((setting, change)) } else { returned.held.push(change.key) }
    }
    let leaves: Vec<String> = wanted
        .iter()
        .filter(|(setting, change)| is_item(setting) && change.before.is_none())
        .map(|(setting, _)| setting.key())
        .collect();
    let mut made: Vec<(String, Change)> = Vec::new();
    for (setting, change) in wanted {
        if is_part_of_its_item(&setting) && change.before.is_none() {
            // A meaning or a first wording goes with its item, and with nothing else.
            if !leaves.iter().any(|item| change.key.starts_with(&format!("{item}."))) {
                returned.held.push(change.key);
            }
            continue;
        }
        if let Some(field) = made_with(&setting, &change) {
            made.push((field.clone(), change));
            continue;
        }
        put(desk, &setting, change.before.as_deref())?;
        returned.restored.push(change.key);
    }
    // Own fields go after what was decided about them.
    for (field, change) in made {
        if store::custom::remove_made_at(desk.db(), &field, change.at)? {
            desk.fields_changed();
            returned.restored.push(change.key);
        } else {
            returned.held.push(change.key);
        }
    }
    if !returned.restored.is_empty() {
        desk.note(Kind::SettingsChanged, Subject::None, Vec::new())?;
    }
    Ok(returned)
}

/// Returns the key of the own field that was made by a change, where one was: it was decided, as shipped, that the field
/// is collected, which was nothing to decide of a field that had been there.
fn made_with<'s>(setting: &'s Setting, change: &Change) -> Option<&'s String> {
    let Setting::Field { field: Field::Custom(key), part: FieldPart::Collect } = setting else { return None };
    (change.before.is_none() && change.after.as_deref() == Some(setting.shipped().as_str())).then_some(key)
}

fn is_item(setting: &Setting) -> bool {
    matches!(setting, Setting::Item { part: ItemPart::Present, .. })
}

fn is_part_of_its_item(setting: &Setting) -> bool {
    matches!(setting, Setting::Item { part: ItemPart::Under | ItemPart::Wording(_), .. })
}
