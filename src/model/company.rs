//! Companies.

crate::id_type! {
    /// Identifies a company.
    Id
}

/// A company, as far as a person's card names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Company {
    /// Its identity.
    pub id: Id,
    /// Its name.
    pub name: String,
}
