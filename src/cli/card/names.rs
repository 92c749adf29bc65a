//! Names of what cards refer to: items of lists and the people who work here.

use crate::i18n::{self, Lang};
use crate::model::user::{self, User};
use crate::model::{Moment, Zone, list};
use crate::office::lists::Lists;
use crate::office::{Desk, Error, setup};
use crate::t;

/// What is needed to name things for people and scripts.
pub struct Names {
    /// The lists that fields choose from.
    pub lists: Lists,
    /// The language of the answer.
    pub lang: Lang,
    users: Vec<User>,
}

impl Names {
    /// Reads the names.
    pub fn read(desk: &Desk<'_>) -> Result<Self, Error> {
        Ok(Self { lists: desk.lists()?.clone(), lang: desk.lang(), users: setup::users(desk)? })
    }

    /// Returns the name of an item of a list.
    pub fn list_name(&self, id: list::Id) -> String {
        self.lists.name(id, self.lang).to_owned()
    }

    /// Returns the key of an item, where there is one.
    pub fn key(&self, id: Option<list::Id>) -> Option<&str> {
        id.map(|id| self.lists.key(id))
    }

    /// Returns the name somebody unlocks the card file with.
    pub fn user_key(&self, id: user::Id) -> Option<&str> {
        self.users.iter().find(|user| user.id == id).map(|user| user.name.as_str())
    }

    /// Returns somebody's name for people: the first user is "me" in their language.
    pub fn user_name(&self, id: user::Id) -> String {
        match self.user_key(id) {
            Some(user::FIRST) => t!(self.lang, "user-me"),
            Some(name) => name.to_owned(),
            None => String::new(),
        }
    }

    /// Returns a moment for people: day and time where they are.
    pub fn time(&self, moment: Moment) -> String {
        i18n::date_time(self.lang, Zone::local().at(moment))
    }
}
