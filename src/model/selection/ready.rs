//! The selections that come with the program.

use super::Id;
use crate::model::basis::Basis as Legal;
use crate::model::criteria::day::Unit;
use crate::model::criteria::{Activity, Asked, Basis, BasisAsks, Comparison, Day, Node, OneOf, Row, Status, Test};
use crate::model::list;

/// A selection of persons that every office has. Nobody can change or remove it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ready {
    /// Persons for whom sales and service has no legal basis, or no longer.
    NoBasis,
    /// Persons who consented to anything longer than two years ago.
    OldConsents,
    /// Persons with whom nothing was done for three years.
    Inactive,
    /// Persons who were not told what is kept about them.
    NotInformed,
    /// Persons who object to anything.
    Objecting,
    /// Persons the processing of whose data is restricted.
    Restricted,
    /// Persons of whom there seems to be another card.
    Duplicates,
}

impl Ready {
    /// All of them. The place in this array is their identity: only ever add at the end.
    pub const ALL: [Self; 7] = [
        Self::NoBasis,
        Self::OldConsents,
        Self::Inactive,
        Self::NotInformed,
        Self::Objecting,
        Self::Restricted,
        Self::Duplicates,
    ];

    /// Returns the key, by which scripts name it; its name is `selection-ready-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::NoBasis => "no-legal-basis",
            Self::OldConsents => "old-consents",
            Self::Inactive => "inactive",
            Self::NotInformed => "not-informed",
            Self::Objecting => "objecting",
            Self::Restricted => "restricted",
            Self::Duplicates => "duplicates",
        }
    }

    /// Returns the identity it has in every card file: a small number, which no other record gets.
    pub fn id(self) -> Id {
        Id(match self {
            Self::NoBasis => 1,
            Self::OldConsents => 2,
            Self::Inactive => 3,
            Self::NotInformed => 4,
            Self::Objecting => 5,
            Self::Restricted => 6,
            Self::Duplicates => 7,
        })
    }

    /// Returns the one with an identity.
    pub fn from_id(id: Id) -> Option<Self> {
        Self::ALL.into_iter().find(|ready| ready.id() == id)
    }

    /// Returns what it asks for; `purposes` are all that the office has.
    pub fn criteria(self, purposes: &[list::Id]) -> Node {
        let ago = |years: i32| Day::From(-years, Unit::Years);
        let says = |purpose, bases: &[Legal], before| {
            let is_in = Some(bases.iter().map(|basis| basis.item()).collect());
            let row = Row { is_in, before, ..Row::default() };
            Node::Basis(Basis { purpose, asks: BasisAsks::Row(Box::new(row)) })
        };
        match self {
            Self::NoBasis => Node::Any(vec![
                Node::Basis(Basis { purpose: list::SALES, asks: BasisAsks::None(true) }),
                says(list::SALES, &[Legal::Withdrawn, Legal::Objected], None),
            ]),
            Self::OldConsents => {
                Node::Any(purposes.iter().map(|purpose| says(*purpose, &[Legal::Consent], Some(ago(2)))).collect())
            }
            // Whose card is new had no time for it.
            Self::Inactive => Node::All(vec![
                Node::Field(Asked::CreatedAt, Test::Day(Comparison::Before(ago(3)))),
                Node::Activity(Activity { after: Some(ago(3)), none: true, ..Activity::default() }),
            ]),
            Self::NotInformed => Node::Informed(false),
            Self::Objecting => Node::Status(OneOf::One(Status::Objected)),
            Self::Restricted => Node::Status(OneOf::One(Status::Restricted)),
            Self::Duplicates => Node::Duplicate(true),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::criteria::{Of, Shipped, read};

    #[test]
    fn each_has_its_identity_and_criteria_that_can_be_written() {
        for (place, ready) in (1..).zip(Ready::ALL) {
            assert_eq!((ready.id(), Ready::from_id(Id(place))), (Id(place), Some(ready)));
            let criteria = ready.criteria(&[list::SALES, list::MARKETING]);
            let json = criteria.to_json(&Shipped).unwrap();
            assert_eq!(read(&json.to_string(), Of::Persons, &Shipped).unwrap(), criteria, "{json}");
        }
    }
}
