//! What the office decided: read, changed, kept with what it decided before, and carried from one machine to another.
//!
//! Names, places and use of list items are the items' own rows, wordings have versions of their own; everything else
//! is a text by its key. Whatever is changed here leaves a row that says what held before.

mod document;
mod history;
mod items;
mod overview;
mod sets;
pub mod sheet;

use std::collections::HashMap;
use std::time::Duration;

pub use crate::model::setting::{FieldPart, ItemPart, Later, Own, Plain, RolePart, Setting, Shape, Tongue};
pub use document::{Document, OwnField, Plan, PlannedChange, Refusal, apply, document, export, plan, rehearse};
pub use history::{Change, Returned, history, take_back};
pub use overview::{Standing, later, overview};
pub use sets::Set;

use super::{Desk, Error, Rule, backup};
use crate::model::Reason;
use crate::model::field::{self, Field};
use crate::model::journal::{Kind, Subject};
use crate::model::list::List;
use crate::model::setting;
use crate::model::user::{Access, Right, Role, User};
use crate::store;

/// What was decided, by key; what is as shipped has no entry.
pub(super) type Decided = HashMap<String, String>;

/// Returns the value of a setting.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`] where it is of an item, a field or a role that is not there; or the
/// database's.
pub fn get(desk: &Desk<'_>, setting: &Setting) -> Result<String, Error> {
    desk.require(Right::See)?;
    value(desk, setting)?.ok_or(Error::NoSuch("setting"))
}

/// Returns the value of a setting; none where it is of something that is not there.
fn value(desk: &Desk<'_>, setting: &Setting) -> Result<Option<String>, Error> {
    match setting {
        Setting::Item { list, item, part } => items::value(desk, *list, item, *part),
        Setting::Role { role, .. } if !roles(desk)?.contains(role) => Ok(None),
        Setting::Role { role, part: RolePart::Rights } if role == Role::Owner.key() => Ok(Some(setting.shipped())),
        Setting::Default { source, purpose } => {
            let known = desk.lists()?.has_key(List::Source, source) && desk.lists()?.has_key(List::Purpose, purpose);
            if known { stored(desk, setting).map(Some) } else { Ok(None) }
        }
        Setting::Field { field, .. } if !is_field(desk, field)? => Ok(None),
        Setting::Role { part: RolePart::Field(field), .. } if !is_field(desk, field)? => Ok(None),
        Setting::Plain(plain) if plain.is_secret() => Ok(Some(masked(&stored(desk, setting)?))),
        Setting::Plain(_) | Setting::Field { .. } | Setting::Role { .. } => stored(desk, setting).map(Some),
    }
}

/// Returns what is shown in the place of a secret.
fn masked(secret: &str) -> String {
    if secret.is_empty() { String::new() } else { setting::MASK.to_owned() }
}

/// Returns the value of a setting that is kept as a text by its key. For the office's own rules: asks for no right.
pub(super) fn stored(desk: &Desk<'_>, setting: &Setting) -> Result<String, Error> {
    Ok(desk.decided()?.get(&setting.key()).cloned().unwrap_or_else(|| setting.shipped()))
}

/// Returns the value of a setting of the office as a whole. For the office's own rules: asks for no right.
pub(super) fn plain(desk: &Desk<'_>, setting: Plain) -> Result<String, Error> {
    stored(desk, &Setting::Plain(setting))
}

fn is_field(desk: &Desk<'_>, field: &Field) -> Result<bool, Error> {
    if let Field::Custom(key) = field {
        return Ok(desk.fields()?.iter().any(|known| known.key == *key));
    }
    if let Field::OfCompany(field) = field {
        return Ok(field::COMPANY.contains(field));
    }
    Ok(field::PLAIN.contains(field) || [Field::Interests, Field::Picture].contains(field))
}

/// Returns the fields that can be decided about: those of a person's card, own ones, and those of a company's card.
///
/// # Errors
/// The database's.
pub fn decidable(desk: &Desk<'_>) -> Result<Vec<Field>, Error> {
    let own = desk.fields()?.iter().map(|known| Field::Custom(known.key.clone()));
    let of_companies = field::COMPANY.into_iter().map(Field::of_company);
    Ok(field::PLAIN.into_iter().chain([Field::Interests, Field::Picture]).chain(own).chain(of_companies).collect())
}

/// Returns the keys of the roles there are, the shipped ones first.
///
/// # Errors
/// The database's.
pub fn roles(desk: &Desk<'_>) -> Result<Vec<String>, Error> {
    let mut roles: Vec<String> = Role::ALL.iter().map(|role| role.key().to_owned()).collect();
    let mut own: Vec<String> =
        desk.decided()?
            .keys()
            .filter_map(|key| match Setting::from_key(key) {
                Some(Setting::Role { role, .. }) => Some(role),
                Some(Setting::Plain(_) | Setting::Item { .. } | Setting::Default { .. } | Setting::Field { .. })
                | None => None,
            })
            .filter(|role| Role::from_key(role).is_none())
            .collect();
    own.sort();
    own.dedup();
    roles.extend(own);
    Ok(roles)
}

/// Returns every setting there is now whose key begins with `start`, with its value.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn listed(desk: &Desk<'_>, start: &str) -> Result<Vec<(Setting, String)>, Error> {
    desk.require(Right::See)?;
    let mut found = Vec::new();
    for setting in known(desk)? {
        if setting.key().starts_with(start)
            && let Some(value) = value(desk, &setting)?
        {
            found.push((setting, value));
        }
    }
    Ok(found)
}

/// Returns every setting there is now, in the order in which they are shown and carried out.
fn known(desk: &Desk<'_>) -> Result<Vec<Setting>, Error> {
    let mut known: Vec<Setting> = Plain::ALL.map(Setting::Plain).to_vec();
    let lists = desk.lists()?;
    for list in List::ALL {
        for item in lists.all_of(list) {
            let setting = |part| Setting::Item { list, item: item.key.clone(), part };
            known.extend(ItemPart::of(list).into_iter().map(setting));
        }
    }
    for source in lists.of(List::Source) {
        for purpose in lists.of(List::Purpose) {
            known.push(Setting::Default { source: source.key.clone(), purpose: purpose.key.clone() });
        }
    }
    let fields = decidable(desk)?;
    for field in &fields {
        known.extend(FieldPart::ALL.map(|part| Setting::Field { field: field.clone(), part }));
    }
    for role in roles(desk)? {
        let own = |part| Setting::Role { role: role.clone(), part };
        known.extend(Tongue::ALL.map(RolePart::Name).map(own));
        known.push(own(RolePart::Rights));
        known.extend(fields.iter().map(|field| own(RolePart::Field(field.clone()))));
    }
    Ok(known)
}

/// Changes a setting, and returns the value as it is stored. An item or a role that is not there yet is made.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::InvalidSetting`] for a value that the setting does not take; [`Error::Refused`]; or
/// the database's.
pub fn set(desk: &mut Desk<'_>, setting: &Setting, value: &str) -> Result<String, Error> {
    change(desk, setting, Some(value))?;
    // An item that was taken off its list has nothing more to say.
    Ok(self::value(desk, setting)?.unwrap_or_else(|| "no".to_owned()))
}

/// Leaves a setting as shipped; an own item, or an own role, is removed, if nothing uses it.
///
/// # Errors
/// Those of [`set`].
pub fn unset(desk: &mut Desk<'_>, setting: &Setting) -> Result<(), Error> {
    change(desk, setting, None)
}

fn change(desk: &mut Desk<'_>, setting: &Setting, value: Option<&str>) -> Result<(), Error> {
    if put(desk, setting, value)? {
        desk.note(Kind::SettingsChanged, Subject::None, Vec::new())?;
    }
    Ok(())
}

/// Changes a setting without an entry in the journal, and answers whether that changed anything.
fn put(desk: &mut Desk<'_>, setting: &Setting, wanted: Option<&str>) -> Result<bool, Error> {
    desk.require(if matches!(setting, Setting::Role { .. }) { Right::Users } else { Right::Settings })?;
    let wrong = |reason| Error::InvalidSetting { setting: setting.key(), reason };
    let parsed = match wanted {
        Some(wanted) => {
            let lists = desk.lists()?;
            let find =
                |list, name: &str| lists.find(list, name).and_then(|id| lists.get(id)).map(|item| item.key.clone());
            Some(setting.shape().parse(wanted, find).map_err(wrong)?)
        }
        None => None,
    };
    let before = value(desk, setting)?;
    if wanted.is_some() && before == parsed {
        return Ok(false);
    }
    match setting {
        Setting::Item { list, item, part } => return items::put(desk, *list, item, *part, parsed.as_deref()),
        Setting::Role { role, part: RolePart::Rights } if role == Role::Owner.key() => {
            return Err(Error::Refused(Rule::OwnerHasAllRights));
        }
        Setting::Role { role, part: RolePart::Field(_) } if role == Role::Owner.key() => {
            return Err(Error::Refused(Rule::OwnerHasAllRights));
        }
        Setting::Role { role, part: RolePart::Rights } if parsed.is_none() && Role::from_key(role).is_none() => {
            return remove_role(desk, role);
        }
        Setting::Default { .. } | Setting::Field { .. } if before.is_none() => return Err(wrong(Reason::Unknown)),
        Setting::Role { part: RolePart::Field(field), .. } if !is_field(desk, field)? => {
            return Err(wrong(Reason::NoSuchField));
        }
        Setting::Field { field, part: FieldPart::Collect } | Setting::Role { part: RolePart::Field(field), .. }
            if field.is_always() && parsed.as_deref().is_some_and(|value| ["no", "hidden"].contains(&value)) =>
        {
            return Err(wrong(Reason::ReadOnly));
        }
        Setting::Default { purpose, .. } => check_default(desk, purpose, parsed.as_deref()).map_err(wrong)?,
        // A form that hands back what it was shown leaves the secret as it is.
        Setting::Plain(plain) if plain.is_secret() && parsed.as_deref() == Some(setting::MASK) => return Ok(false),
        Setting::Plain(Plain::BackupDir) => backup::leave_folder(desk, parsed.as_deref().unwrap_or_default())?,
        Setting::Plain(_) | Setting::Field { .. } | Setting::Role { .. } => {}
    }
    keep(desk, setting, parsed)
}

/// Keeps a value that is a text by its key.
fn keep(desk: &mut Desk<'_>, setting: &Setting, value: Option<String>) -> Result<bool, Error> {
    let key = setting.key();
    let before = desk.decided()?.get(&key).cloned();
    // What is decided the way it is shipped is decided: a later version may ship something else.
    if before == value {
        return Ok(false);
    }
    store::settings::set(desk.db(), &key, value.as_deref(), desk.now(), desk.user().id)?;
    let is_secret = matches!(setting, Setting::Plain(plain) if plain.is_secret());
    let told = |value: Option<String>| if is_secret { value.map(|secret| masked(&secret)) } else { value };
    note(desk, key, told(before), told(value))?;
    desk.decided_changed();
    Ok(true)
}

/// Keeps in mind what held before.
fn note(desk: &Desk<'_>, key: String, before: Option<String>, after: Option<String>) -> Result<(), Error> {
    let (at, by) = (desk.now(), desk.user().id);
    let change = Change { id: desk.db().new_id(), key, before, after, at, by };
    Ok(store::settings::note(desk.db(), &change)?)
}

/// An own role goes with everything decided about it, if nobody has it.
fn remove_role(desk: &mut Desk<'_>, role: &str) -> Result<bool, Error> {
    let has_it = |user: &User| user.role == role && user.removed_at.is_none();
    if store::users::all(desk.db())?.iter().any(has_it) {
        return Err(Error::Refused(Rule::RoleInUse));
    }
    let removed = store::settings::remove_under(desk.db(), &format!("role.{role}."))?;
    let is_changed = !removed.is_empty();
    for (key, before) in removed {
        note(desk, key, Some(before), None)?;
    }
    desk.decided_changed();
    Ok(is_changed)
}

/// A default must be a legal basis that the purpose expects, and none that ends a permission.
fn check_default(desk: &Desk<'_>, purpose: &str, value: Option<&str>) -> Result<(), Reason> {
    let Some((key, _)) = value.and_then(|value| value.split_once(',')) else { return Ok(()) };
    let lists = desk.lists().map_err(|_| Reason::Unknown)?;
    let named = lists.find(List::Basis, key).and_then(|item| lists.basis(item)).ok_or(Reason::Unknown)?;
    let purpose = lists.find(List::Purpose, purpose).ok_or(Reason::Unknown)?;
    let rules = desk.rules().map_err(|_| Reason::Unknown)?;
    let may = named.basis.gives() && rules.refuses(purpose, named).is_none();
    if may { Ok(()) } else { Err(Reason::NotExpected) }
}

/// Returns after which time without a key or a move of the mouse the window locks; none for never.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn lock_after(desk: &Desk<'_>) -> Result<Option<Duration>, Error> {
    desk.require(Right::See)?;
    let minutes = plain(desk, Plain::LockMinutes)?.parse::<u64>().unwrap_or_default();
    Ok((minutes > 0).then(|| Duration::from_secs(minutes * 60)))
}

/// Returns what the user may do with a field, by their role, by what is collected, and by where the field is kept.
///
/// # Errors
/// The database's.
pub fn access(desk: &Desk<'_>, field: &Field) -> Result<Access, Error> {
    let rules = desk.rules()?;
    Ok(match field.company_field() {
        Some(field) => rules.company_fields.access(field),
        None => rules.fields.access(field),
    })
}

/// Returns what the user's role allows with a field.
pub(super) fn by_role(desk: &Desk<'_>, field: &Field) -> Result<Access, Error> {
    let role = Setting::Role { role: desk.user().role.clone(), part: RolePart::Field(field.clone()) };
    Ok(desk.decided()?.get(&role.key()).and_then(|key| Access::from_key(key)).unwrap_or(Access::Edit))
}

#[cfg(test)]
mod tests;
