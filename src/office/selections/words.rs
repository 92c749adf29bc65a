//! What the words of criteria mean in this office.

use super::{Selection, all, every, named};
use crate::model::criteria::{Asked, Of, Vocabulary};
use crate::model::custom::Definition;
use crate::model::field::Field;
use crate::model::list::{self, List};
use crate::model::user::User;
use crate::model::{selection, user};
use crate::office::field_policy::Policy;
use crate::office::lists::Lists;
use crate::office::{Desk, Error};
use crate::store;

/// The words of this office, as far as the user sees what they are about.
pub(super) struct Words<'d> {
    lists: &'d Lists,
    own: &'d [Definition],
    /// What is seen of persons' and of companies' cards; none for everything.
    policies: Option<(&'d Policy, &'d Policy)>,
    users: Vec<User>,
    selections: Vec<Selection>,
    /// Whether other selections are written by their identities, which stay.
    stored: bool,
}

impl<'d> Words<'d> {
    pub fn of(desk: &'d Desk<'_>) -> Result<Self, Error> {
        let rules = desk.rules()?;
        Ok(Self {
            lists: desk.lists()?,
            own: desk.fields()?,
            policies: Some((&rules.fields, &rules.company_fields)),
            users: store::users::all(desk.db())?,
            selections: all(desk)?,
            stored: false,
        })
    }

    /// Returns the words that are kept.
    pub fn stored(self) -> Self {
        Self { stored: true, ..self }
    }

    /// Returns the words of what others made, which may be made of what the user does not see.
    pub fn of_others(self, desk: &Desk<'_>) -> Result<Self, Error> {
        Ok(Self { selections: every(desk)?, ..self })
    }

    /// Returns the words whatever the user sees: to know what depends on what.
    pub fn all_seeing(self) -> Self {
        Self { policies: None, ..self }
    }
}

impl Vocabulary for Words<'_> {
    fn item(&self, list: List, word: &str) -> Option<list::Id> {
        self.lists.find(list, word)
    }

    fn item_key(&self, id: list::Id) -> Option<String> {
        self.lists.get(id).map(|item| item.key.clone())
    }

    fn user(&self, name: &str) -> Option<user::Id> {
        self.users.iter().find(|user| user.name == name).map(|user| user.id)
    }

    fn user_name(&self, id: user::Id) -> Option<String> {
        self.users.iter().find(|user| user.id == id).map(|user| user.name.clone())
    }

    fn own(&self, key: &str) -> Option<&Definition> {
        self.own.iter().find(|own| own.key == key)
    }

    fn selection(&self, word: &str) -> Option<(selection::Id, Of)> {
        named(&self.selections, word).map(|selection| (selection.id, selection.of))
    }

    fn selection_word(&self, id: selection::Id) -> Option<String> {
        let selection = self.selections.iter().find(|selection| selection.id == id)?;
        Some(if self.stored { id.to_string() } else { selection.name.clone() })
    }

    fn may_ask(&self, of: Of, asked: &Asked) -> bool {
        let (Some((persons, companies)), Some(field)) = (self.policies, asked.field()) else { return true };
        let policy = match of {
            Of::Persons => persons,
            Of::Companies => companies,
        };
        // Of a list of which a part is not seen, that part could be learnt.
        let parts: &[Field] = if field == Field::Phones {
            &[Field::Mobile, Field::Phone]
        } else if field == Field::Addresses {
            &[Field::Address, Field::Postcode, Field::City]
        } else {
            std::slice::from_ref(&field)
        };
        parts.iter().all(|part| policy.is_shown(part))
    }
}
