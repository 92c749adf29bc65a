//! The form as it is kept while the card file is locked.

use serde::{Deserialize, Serialize};

use super::State;
use crate::model::draft::{Draft, Place};
use crate::model::list;
use crate::screen::Scene;

#[derive(Serialize, Deserialize)]
struct Kept {
    first_name: String,
    last_name: String,
    company: String,
    email: String,
    phone: String,
    label: Option<list::Id>,
    /// A legal basis, by its item.
    basis: Option<list::Id>,
    source: Option<list::Id>,
    comment: String,
}

impl State {
    /// Returns what is typed and not saved.
    pub fn draft(&self) -> Option<Draft> {
        let kept = Kept {
            first_name: self.first_name.clone(),
            last_name: self.last_name.clone(),
            company: self.company.clone(),
            email: self.email.clone(),
            phone: self.phone.clone(),
            label: self.label,
            basis: self.basis.map(|named| named.item),
            source: self.source,
            comment: self.comment.clone(),
        };
        let content = serde_json::to_string(&kept).ok().filter(|_| self.unsaved())?;
        Some(Draft { place: Place::NewPerson, content })
    }

    /// Fills the form with what was typed before, as far as it can be read.
    pub fn go_on_with(&mut self, typed: &str, scene: &Scene) {
        let Ok(kept) = serde_json::from_str::<Kept>(typed) else { return };
        self.first_name = kept.first_name;
        self.last_name = kept.last_name;
        self.company = kept.company;
        self.email = kept.email;
        self.phone = kept.phone;
        self.label = kept.label;
        self.basis = kept.basis.and_then(|item| scene.lists.basis(item)).filter(|named| named.basis.gives());
        self.source = kept.source;
        self.comment = kept.comment;
    }
}
