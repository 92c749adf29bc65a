//! What a committed write changed, so that open screens can reload what they show.

use super::{company, person};

/// What one write changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// Cards that were added or changed, in order, without repeats.
    pub persons: Vec<person::Id>,
    /// Cards that are gone.
    pub removed: Vec<person::Id>,
    /// Companies that were added, changed or removed, in order, without repeats.
    pub companies: Vec<company::Id>,
    /// Activities were added, changed or removed.
    pub activities: bool,
    /// Favourites were added or removed.
    pub bookmarks: bool,
    /// Selections were made, changed or removed.
    pub selections: bool,
    /// Cards went to the trash or left it, or somebody asked for deletion.
    pub trash: bool,
    /// Something was queued to be sent, or what was queued is further.
    pub outbox: bool,
    /// So many cards changed that everything should be read anew.
    pub everything: bool,
    /// Of these, so many changed in what they are found and named by.
    pub every_name: bool,
    /// Lists, own fields or settings changed.
    pub settings: bool,
}

impl Changes {
    /// Returns whether nothing changed.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Notes that the card of `id` was added or changed.
    pub fn person(&mut self, id: person::Id) {
        if !self.every_name && !self.persons.contains(&id) {
            self.persons.push(id);
        }
    }

    /// Notes that a company was added, changed or removed.
    pub fn company(&mut self, id: company::Id) {
        if !self.every_name && !self.companies.contains(&id) {
            self.companies.push(id);
        }
    }

    /// Notes that so much changed that it is quicker to read everything anew.
    pub fn everything(&mut self) {
        self.persons.clear();
        self.removed.clear();
        self.companies.clear();
        self.everything = true;
        self.every_name = true;
    }

    /// Notes that so many cards changed that everything should be read anew, but not in what they are found and named by.
    pub fn everything_but_names(&mut self) {
        self.everything = true;
    }
}
