//! Lists that fields choose from.

use std::collections::HashMap;

use super::{Desk, Error};
use crate::i18n::{self, Lang};
use crate::model::basis::{Basis, Named};
use crate::model::condition::Condition;
use crate::model::field::Field;
use crate::model::journal::{Kind, Subject};
use crate::model::list::{self, Id, Item, List};
use crate::model::{Reason, text};
use crate::search;
use crate::store::{self};

/// Returns what a condition of art. 9(2) is called, with its letter.
pub fn condition_name(lang: Lang, condition: Condition) -> String {
    i18n::text(lang, &format!("condition-{}", condition.key()))
}

/// All items of all lists, looked up by identity, key or name.
#[derive(Debug, Clone, Default)]
pub struct Lists {
    items: Vec<Item>,
    by_id: HashMap<Id, usize>,
    /// Folded names and keys, per list.
    by_name: HashMap<(List, String), usize>,
}

impl Lists {
    /// Returns the lists made of `items`, which are in the order of their ranks.
    pub fn new(items: Vec<Item>) -> Self {
        let mut lists = Self { by_id: HashMap::with_capacity(items.len()), ..Self::default() };
        for item in items {
            lists.add(item);
        }
        lists
    }

    /// Returns the same lists with more items at their ends.
    #[must_use]
    pub fn with(&self, more: impl IntoIterator<Item = Item>) -> Self {
        let mut lists = self.clone();
        for item in more {
            lists.add(item);
        }
        lists
    }

    fn add(&mut self, item: Item) {
        let place = self.items.len();
        self.by_id.insert(item.id, place);
        for name in item.names.iter().chain([&item.key]) {
            self.by_name.entry((item.list, search::fold(name))).or_insert(place);
        }
        self.items.push(item);
    }

    /// Returns an item.
    pub fn get(&self, id: Id) -> Option<&Item> {
        self.by_id.get(&id).map(|place| &self.items[*place])
    }

    /// Returns the items of a list that can be chosen, in their order.
    pub fn of(&self, list: List) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(move |item| item.list == list && item.active)
    }

    /// Returns all items of a list in their order, and those that can no longer be chosen.
    pub fn all_of(&self, list: List) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(move |item| item.list == list)
    }

    /// Returns the item of that key.
    pub fn by_key(&self, list: List, key: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.list == list && item.key == key)
    }

    /// Returns whether a list has an item of that key.
    pub fn has_key(&self, list: List, key: &str) -> bool {
        self.items.iter().any(|item| item.list == list && item.key == key)
    }

    /// Returns an item's name in a language; an unknown item has none.
    pub fn name(&self, id: Id, lang: Lang) -> &str {
        self.get(id).map_or("", |item| name(item, lang))
    }

    /// Returns an item's key; an unknown item has none.
    pub fn key(&self, id: Id) -> &str {
        self.get(id).map_or("", |item| &item.key)
    }

    /// Returns the legal basis that an item is: one of art. 6(1), or an own one under it, or what ends one.
    pub fn basis(&self, item: Id) -> Option<Named> {
        let under = || self.get(item).filter(|known| known.list == List::Basis)?.under;
        let basis = Basis::from_item(item).or_else(|| Basis::from_item(under()?))?;
        Some(Named { item, basis })
    }

    /// Returns the legal bases that can be chosen, in their order.
    pub fn lawful(&self) -> Vec<Named> {
        self.of(List::Basis).filter_map(|item| self.basis(item.id)).filter(|named| named.basis.gives()).collect()
    }

    /// Returns whether an item can be chosen: it is on its list, and was not switched off.
    pub fn is_active(&self, id: Id) -> bool {
        self.get(id).is_some_and(|item| item.active)
    }

    /// Returns the item that a text names: by key, or by name in any language, letters folded; also one that can no
    /// longer be chosen, see [`Lists::is_active`].
    pub fn find(&self, list: List, text: &str) -> Option<Id> {
        self.by_name.get(&(list, search::fold(&text::single_line(text)))).map(|place| self.items[*place].id)
    }
}

/// Returns an item's name in a language.
pub fn name(item: &Item, lang: Lang) -> &str {
    let [en, nb, sv] = &item.names;
    match lang {
        Lang::En => en,
        Lang::Nb => nb,
        Lang::Sv => sv,
    }
}

/// Returns the item that a text names; an unknown one becomes a new item where the list grows.
///
/// Returns none where the list does not grow, or the text is empty.
///
/// # Errors
/// [`Reason::Deactivated`] for an item that can no longer be chosen; or the database's.
pub fn find_or_add(desk: &mut Desk<'_>, list: List, text: &str) -> Result<Option<Id>, Error> {
    find_or_keep(desk, list, text, &[])
}

/// As [`find_or_add`], for a card that has these items already: what can no longer be chosen stays where it is.
///
/// # Errors
/// Those of [`find_or_add`].
pub fn find_or_keep(desk: &mut Desk<'_>, list: List, text: &str, held: &[Id]) -> Result<Option<Id>, Error> {
    let text = text::single_line(text);
    if text.is_empty() {
        return Ok(None);
    }
    let lists = desk.lists()?;
    if let Some(id) = lists.find(list, &text) {
        if !lists.is_active(id) && !held.contains(&id) {
            return Err(Error::invalid(field_of(list), Reason::Deactivated));
        }
        return Ok(Some(id));
    }
    if !list.grows() {
        return Ok(None);
    }
    let name: String = text.chars().take(text::LINE).collect();
    let taken = |key: &str, lists: &Lists| lists.items.iter().any(|item| item.list == list && item.key == key);
    let base = match list::key_from(&name) {
        key if key.is_empty() => "item".to_owned(),
        key => key,
    };
    let mut key = base.clone();
    for n in 2.. {
        if !taken(&key, desk.lists()?) {
            break;
        }
        key = format!("{base}-{n}");
    }
    let rank = desk.lists()?.items.iter().filter(|item| item.list == list).map(|item| item.rank).max().unwrap_or(0) + 1;
    let item = Item {
        id: Id(desk.db().new_id()),
        list,
        key,
        names: [name.clone(), name.clone(), name],
        rank,
        active: true,
        under: None,
    };
    store::lists::insert(desk.db(), &item, desk.now(), desk.user().id)?;
    desk.lists_changed();
    desk.note(Kind::SettingsChanged, Subject::Record(item.id.0), Vec::new())?;
    Ok(Some(item.id))
}

/// The fields that choose from a list.
const CHOOSING: [(Field, List); 8] = [
    (Field::Category, List::Category),
    (Field::Business, List::Business),
    (Field::Position, List::Position),
    (Field::Language, List::Language),
    (Field::Interests, List::Interest),
    (Field::Source, List::Source),
    (Field::Purpose, List::Purpose),
    (Field::LegalBasis, List::Basis),
];

/// Returns the list that a field chooses from.
pub fn list_of(field: &Field) -> Option<List> {
    CHOOSING.into_iter().find(|(known, _)| known == field).map(|(_, list)| list)
}

/// Returns the field that chooses from a list.
fn field_of(list: List) -> Field {
    match list {
        List::Category => Field::Category,
        List::Business => Field::Business,
        List::Position => Field::Position,
        List::Language => Field::Language,
        // What an e-mail address is for is part of it.
        List::Label => Field::Email,
        List::Interest => Field::Interests,
        List::Source => Field::Source,
        List::Purpose => Field::Purpose,
        List::Basis => Field::LegalBasis,
        List::Activity => Field::Activity,
        List::Subscription => Field::Subscriptions,
        List::Relation => Field::Relation,
        List::Title => Field::Title,
    }
}

/// Returns the shipped items of every list, with their names in the three languages.
pub(super) fn shipped() -> Vec<Item> {
    let mut items = Vec::new();
    for list in List::ALL {
        for (rank, key) in (1..).zip(list.shipped()) {
            let Some(id) = list::shipped_id(list, key) else { continue };
            let text = |lang| i18n::text(lang, &format!("item-{}-{key}", list.key()));
            let names = [text(Lang::En), text(Lang::Nb), text(Lang::Sv)];
            items.push(Item { id, list, key: (*key).to_owned(), names, rank, active: true, under: None });
        }
    }
    items
}
