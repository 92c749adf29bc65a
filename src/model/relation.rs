//! What people are to each other.

use super::{Moment, list, person, user};

crate::id_type! {
    /// Identifies a relation.
    Id
}

/// That `other` is the `kind` of `person`: their assistant, their superior.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// Its identity.
    pub id: Id,
    /// Whose card it was entered on.
    pub person: person::Id,
    /// Who is something to them.
    pub other: person::Id,
    /// What.
    pub kind: list::Id,
    /// More about it.
    pub comment: String,
    /// When it was entered.
    pub at: Moment,
    /// Who entered it.
    pub by: user::Id,
}

/// Shipped kinds that are the same from both sides.
const MUTUAL: [&str; 3] = ["decides-with", "colleague", "family"];

/// Returns whether a kind, by its key, is the same from both sides.
pub fn is_mutual(key: &str) -> bool {
    MUTUAL.contains(&key)
}
