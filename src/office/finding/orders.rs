//! The orders of a list: all persons by one column.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::{Column, Ordered};
use crate::model::basis::Basis;
use crate::model::person::Id;
use crate::model::{list, user};
use crate::office::{Desk, Error, lists};
use crate::store;

/// Returns all persons in the order of a column.
pub(super) fn order(desk: &Desk<'_>, column: Column) -> Result<Ordered, Error> {
    let db = desk.db();
    let by_name = store::feed::by_name(db)?;
    match column {
        Column::Name => Ok(Ordered { with_value: by_name.len(), ids: Arc::new(by_name) }),
        Column::Company => Ok(sorted(by_name, store::feed::company_places(db)?)),
        Column::Email => Ok(sorted(by_name, store::feed::first_emails(db)?)),
        Column::Mobile => Ok(sorted(by_name, store::feed::first_mobiles(db)?)),
        Column::Title => Ok(sorted(by_name, in_places(desk, store::feed::titles(db)?)?)),
        Column::City => Ok(sorted(by_name, in_places(desk, store::feed::first_cities(db)?)?)),
        Column::OurContact => {
            let users: Vec<user::Id> = store::users::all(db)?.into_iter().map(|user| user.id).collect();
            let place = |id| users.iter().position(|known| *known == id);
            let keys = store::feed::contacts(db)?.into_iter().map(|(id, user)| (id, place(user))).collect();
            Ok(sorted(by_name, keys))
        }
        Column::LastActivity => Ok(sorted(by_name, store::feed::last_activities(db)?)),
        Column::Updated => Ok(sorted(by_name, store::feed::updated(db)?)),
        Column::Category => {
            let places = places(desk)?;
            let keys = store::feed::categories(db)?.into_iter().map(|(id, item)| (id, place(&places, item))).collect();
            Ok(sorted(by_name, keys))
        }
        Column::Basis => {
            let places = places(desk)?;
            let mut keys = Vec::new();
            store::ledger::each_current(db, list::SALES, |id, basis: Basis| {
                keys.push((id, place(&places, basis.item())))
            })?;
            Ok(sorted(by_name, keys))
        }
    }
}

/// Returns the place of every list item among all items' names in the user's language.
fn places(desk: &Desk<'_>) -> Result<HashMap<list::Id, usize>, Error> {
    let lists = desk.lists()?;
    let mut items: Vec<(Vec<u8>, list::Id)> = Vec::new();
    for list in [list::List::Category, list::List::Basis] {
        for item in lists.of(list) {
            items.push((desk.sort_keys()?.key(lists::name(item, desk.lang())), item.id));
        }
    }
    items.sort();
    Ok(items.into_iter().enumerate().map(|(place, (_, id))| (id, place)).collect())
}

fn place(places: &HashMap<list::Id, usize>, id: list::Id) -> usize {
    places.get(&id).copied().unwrap_or(usize::MAX)
}

/// Orders persons by a key that some have; equal ones, and those without, stay in the order of names.
///
/// `keys` is in the order of identities.
fn sorted<K: Ord>(by_name: Vec<Id>, keys: Vec<(Id, K)>) -> Ordered {
    let key = |id: &Id| keys.binary_search_by_key(id, |(known, _)| *known).ok();
    let mut with: Vec<(usize, Id)> = Vec::with_capacity(keys.len());
    let mut without = Vec::new();
    for id in &by_name {
        match key(id) {
            Some(place) => with.push((place, *id)),
            None => without.push(*id),
        }
    }
    with.sort_by(|(a, _), (b, _)| keys[*a].1.cmp(&keys[*b].1));
    let with_value = with.len();
    Ordered { ids: Arc::new(with.into_iter().map(|(_, id)| id).chain(without).collect()), with_value }
}

/// Returns texts as their places in the office's order: there are few different ones, and many who have them.
fn in_places(desk: &Desk<'_>, texts: Vec<(Id, String)>) -> Result<Vec<(Id, usize)>, Error> {
    let keys = desk.sort_keys()?;
    let different: HashSet<&str> = texts.iter().map(|(_, text)| text.as_str()).collect();
    let mut ordered: Vec<(Vec<u8>, &str)> = different.into_iter().map(|text| (keys.key(text), text)).collect();
    ordered.sort();
    let places: HashMap<&str, usize> = ordered.iter().enumerate().map(|(place, (_, text))| (*text, place)).collect();
    Ok(texts.iter().map(|(id, text)| (*id, places.get(text.as_str()).copied().unwrap_or_default())).collect())
}
