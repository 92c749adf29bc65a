//! What criteria can name: the office's lists, own fields, users and selections.

use super::{Asked, Of};
use crate::model::custom::Definition;
use crate::model::list::{self, List};
use crate::model::{selection, user};

/// What the words of criteria mean in an office.
///
/// What no longer exists has no word any more, so criteria that name it are not written or read wrongly: they are
/// refused.
pub trait Vocabulary {
    /// Returns the item of a list that a key or a name names.
    fn item(&self, list: List, word: &str) -> Option<list::Id>;
    /// Returns the key of an item.
    fn item_key(&self, id: list::Id) -> Option<String>;
    /// Returns who works here, or did, by name.
    fn user(&self, name: &str) -> Option<user::Id>;
    /// Returns the name of who works here, or did.
    fn user_name(&self, id: user::Id) -> Option<String>;
    /// Returns the own field with a key.
    fn own(&self, key: &str) -> Option<&Definition>;
    /// Returns the selection that a name or an identity names, and what it is of.
    fn selection(&self, word: &str) -> Option<(selection::Id, Of)>;
    /// Returns the word for a selection.
    fn selection_word(&self, id: selection::Id) -> Option<String>;
    /// Returns whether the reader of the answer sees what a field holds: by what is true of whom, one learns it.
    fn may_ask(&self, _of: Of, _asked: &Asked) -> bool {
        true
    }
}

/// The words that every office has: shipped items, the first user, no own fields and no selections.
#[derive(Debug, Clone, Copy, Default)]
pub struct Shipped;

impl Vocabulary for Shipped {
    fn item(&self, list: List, word: &str) -> Option<list::Id> {
        list::shipped_id(list, word)
    }

    fn item_key(&self, id: list::Id) -> Option<String> {
        let keys = List::ALL.into_iter().flat_map(|list| list.shipped().iter().map(move |key| (list, *key)));
        let mut keys = keys.filter(|(list, key)| list::shipped_id(*list, key) == Some(id));
        keys.next().map(|(_, key)| key.to_owned())
    }

    fn user(&self, name: &str) -> Option<user::Id> {
        (name == user::FIRST).then_some(user::FIRST_ID)
    }

    fn user_name(&self, id: user::Id) -> Option<String> {
        (id == user::FIRST_ID).then(|| user::FIRST.to_owned())
    }

    fn own(&self, _key: &str) -> Option<&Definition> {
        None
    }

    fn selection(&self, _word: &str) -> Option<(selection::Id, Of)> {
        None
    }

    fn selection_word(&self, _id: selection::Id) -> Option<String> {
        None
    }
}
