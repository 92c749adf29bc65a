//! Mailings: one message to each person of a selection who may get it.

crate::id_type! {
    /// Identifies a mailing.
    Id
}
