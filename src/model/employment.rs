//! Where somebody worked before. Where they work now stands on their card.

use super::{Moment, company, user};

crate::id_type! {
    /// Identifies a former job among those of a person.
    Id
}

/// A company that a card named once, and no longer does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Employment {
    /// Its identity among those of the person.
    pub id: Id,
    /// The company.
    pub company: company::Id,
    /// The title there, as it stood on the card.
    pub title: String,
    /// When the card began to name the company, where that is known.
    pub since: Option<Moment>,
    /// When it ceased to.
    pub until: Moment,
    /// Who changed the card then.
    pub by: user::Id,
}
