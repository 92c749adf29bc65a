//! Objections (art. 21): how far one reaches, and what was decided about it.

use super::basis::{self, Basis};
use super::{Moment, list, person, user};

crate::id_type! {
    /// Identifies an objection.
    Id
}

/// How far an objection reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reach {
    /// Direct marketing stops at once and for good (art. 21(2) and (3)).
    Absolute,
    /// The purpose stops while it is weighed whose interests come first (art. 21(1)).
    Weighed,
    /// Art. 21 does not reach the legal basis: the wish is kept, and answered.
    None,
}

impl Reach {
    /// All that there are.
    pub const ALL: [Self; 3] = [Self::Absolute, Self::Weighed, Self::None];

    /// Returns how far an objection to a purpose reaches that is done on the given legal basis. `is_direct_marketing`
    /// says whether that is what the purpose is for.
    ///
    /// Where nothing is documented, there is nothing to hold against it: it takes effect.
    pub fn of(is_direct_marketing: bool, standing: Option<Basis>) -> Self {
        if is_direct_marketing {
            return Self::Absolute;
        }
        match standing {
            Some(Basis::Consent | Basis::Contract | Basis::LegalObligation | Basis::VitalInterests) => Self::None,
            Some(Basis::PublicTask | Basis::LegitimateInterests | Basis::Withdrawn | Basis::Objected | Basis::Void)
            | None => Self::Weighed,
        }
    }

    /// Returns the key that scripts and the file use.
    pub fn key(self) -> &'static str {
        match self {
            Self::Absolute => "absolute",
            Self::Weighed => "weighed",
            Self::None => "none",
        }
    }

    /// Returns the reach that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reach| reach.key() == key)
    }
}

/// What was decided about an objection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The person's interests come first: the purpose stays stopped.
    Upheld,
    /// There are compelling grounds, or legal claims: what held before holds again.
    Overruled,
    /// The person was answered that art. 21 does not reach the legal basis.
    Answered,
}

impl Verdict {
    /// All that there are.
    pub const ALL: [Self; 3] = [Self::Upheld, Self::Overruled, Self::Answered];

    /// Returns the key that scripts and the file use.
    pub fn key(self) -> &'static str {
        match self {
            Self::Upheld => "upheld",
            Self::Overruled => "overruled",
            Self::Answered => "answered",
        }
    }

    /// Returns the verdict that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.key() == key)
    }

    /// Returns whether the verdict answers an objection of that reach.
    pub fn fits(self, reach: Reach) -> bool {
        match self {
            Self::Upheld | Self::Overruled => reach == Reach::Weighed,
            Self::Answered => reach == Reach::None,
        }
    }
}

/// An objection that somebody made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objection {
    /// Its identity.
    pub id: Id,
    /// Who objects.
    pub person: person::Id,
    /// To what.
    pub purpose: list::Id,
    /// How far it reaches.
    pub reach: Reach,
    /// What the person said.
    pub comment: String,
    /// The row of the ledger that stops the purpose, if one does.
    pub entry: Option<basis::Id>,
    /// When it was entered.
    pub at: Moment,
    /// By whom.
    pub by: user::Id,
    /// What was decided; none while it is open.
    pub decided: Option<Decided>,
}

/// What was decided about an objection, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// What was decided.
    pub verdict: Verdict,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: user::Id,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reach_follows_from_purpose_and_legal_basis() {
        let table = [
            (true, Some(Basis::Contract), Reach::Absolute),
            (true, None, Reach::Absolute),
            (false, Some(Basis::LegitimateInterests), Reach::Weighed),
            (false, Some(Basis::PublicTask), Reach::Weighed),
            (false, Some(Basis::Objected), Reach::Weighed),
            (false, None, Reach::Weighed),
            (false, Some(Basis::Contract), Reach::None),
            (false, Some(Basis::LegalObligation), Reach::None),
            (false, Some(Basis::VitalInterests), Reach::None),
            (false, Some(Basis::Consent), Reach::None),
        ];
        for (is_direct, basis, reach) in table {
            assert_eq!(Reach::of(is_direct, basis), reach, "{basis:?}");
        }
    }

    #[test]
    fn keys_name_what_they_are_of() {
        assert!(Reach::ALL.into_iter().all(|reach| Reach::from_key(reach.key()) == Some(reach)));
        assert!(Verdict::ALL.into_iter().all(|verdict| Verdict::from_key(verdict.key()) == Some(verdict)));
    }

    #[test]
    fn nothing_overrules_an_objection_to_marketing() {
        assert!(!Verdict::ALL.into_iter().any(|verdict| verdict.fits(Reach::Absolute)));
    }
}
