//! Making two cards of one person one.

use super::basis::{Basis, Entry};

crate::id_type! {
    /// Identifies a merge.
    Id
}

/// Which of the two cards a value is taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// The card that stays.
    Kept,
    /// The card that goes.
    Gone,
}

/// How little an answer allows: of two answers to a purpose, the one that allows less holds.
///
/// An objection (art. 21) weighs most, then a withdrawal (art. 7(3)). Among answers that allow something, consent allows
/// least: it can be taken back at any time.
fn restriction(basis: Basis) -> u8 {
    match basis {
        Basis::Objected => 4,
        Basis::Withdrawn => 3,
        Basis::Consent => 2,
        Basis::LegitimateInterests => 1,
        Basis::Contract | Basis::LegalObligation | Basis::VitalInterests | Basis::PublicTask | Basis::Void => 0,
    }
}

/// Returns which of two answers to the same purpose holds when their cards become one: the more restrictive one, and of
/// two alike the newer.
pub fn stricter<'a>(a: Option<&'a Entry>, b: Option<&'a Entry>) -> Option<&'a Entry> {
    match (a, b) {
        (Some(a), Some(b)) => {
            let weight = |entry: &Entry| (restriction(entry.basis), entry.at, entry.id);
            Some(if weight(b) > weight(a) { b } else { a })
        }
        (one, other) => one.or(other),
    }
}
