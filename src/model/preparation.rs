//! What an office does before it keeps people: five steps, and the points that each is made of.

/// A step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Step {
    /// Saying what is held, and what for.
    Map,
    /// Deciding what of it is needed, and for how long.
    Keep,
    /// Seeing to it that it is allowed, and that people know.
    Comply,
    /// Keeping it safe.
    Secure,
    /// Being ready for what people ask.
    Procedures,
}

impl Step {
    /// All, in their order.
    pub const ALL: [Self; 5] = [Self::Map, Self::Keep, Self::Comply, Self::Secure, Self::Procedures];

    /// Returns its key.
    pub fn key(self) -> &'static str {
        match self {
            Self::Map => "map",
            Self::Keep => "keep",
            Self::Comply => "comply",
            Self::Secure => "secure",
            Self::Procedures => "procedures",
        }
    }

    /// Returns the points it is made of.
    pub fn points(self) -> Vec<Point> {
        Point::ALL.into_iter().filter(|point| point.step() == self).collect()
    }
}

/// A point of a step: the state of the card file says whether it is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Point {
    /// Name, address, country and contact of the controller are filled in (art. 4(7)).
    Business,
    /// Each category says what its people are kept for.
    Mapping,
    /// The fields that are collected were looked through (art. 5(1)(c)).
    Fields,
    /// Each category says how long its people are kept (art. 5(1)(e)).
    Keeping,
    /// Each purpose says which legal bases are expected (art. 6).
    Bases,
    /// Each purpose names the privacy statement.
    Statement,
    /// Some source sends the notice by itself (art. 13, 14).
    Informing,
    /// The recovery key was typed back.
    Recovery,
    /// The card file locks by itself.
    Lock,
    /// A backup was made within a week (art. 32(1)(c)).
    Backup,
    /// Backups are kept on another disk as well.
    Elsewhere,
    /// Everybody unlocks the card file as themselves.
    People,
    /// Who answers people's questions, and where they can complain.
    Contact,
    /// The texts of letters were looked through, and lack nothing.
    Templates,
    /// There is an account that mail leaves by.
    Account,
}

impl Point {
    /// All, in the order of the steps.
    pub const ALL: [Self; 15] = [
        Self::Business,
        Self::Mapping,
        Self::Fields,
        Self::Keeping,
        Self::Bases,
        Self::Statement,
        Self::Informing,
        Self::Recovery,
        Self::Lock,
        Self::Backup,
        Self::Elsewhere,
        Self::People,
        Self::Contact,
        Self::Templates,
        Self::Account,
    ];

    /// Returns its key.
    pub fn key(self) -> &'static str {
        match self {
            Self::Business => "business",
            Self::Mapping => "mapping",
            Self::Fields => "fields",
            Self::Keeping => "keeping",
            Self::Bases => "bases",
            Self::Statement => "statement",
            Self::Informing => "informing",
            Self::Recovery => "recovery",
            Self::Lock => "lock",
            Self::Backup => "backup",
            Self::Elsewhere => "elsewhere",
            Self::People => "people",
            Self::Contact => "contact",
            Self::Templates => "templates",
            Self::Account => "account",
        }
    }

    /// Returns the point that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|point| point.key() == key)
    }

    /// Returns the step it belongs to.
    pub fn step(self) -> Step {
        match self {
            Self::Business | Self::Mapping => Step::Map,
            Self::Fields | Self::Keeping => Step::Keep,
            Self::Bases | Self::Statement | Self::Informing => Step::Comply,
            Self::Recovery | Self::Lock | Self::Backup | Self::Elsewhere | Self::People => Step::Secure,
            Self::Contact | Self::Templates | Self::Account => Step::Procedures,
        }
    }

    /// Returns whether it can be right as it is, so that somebody may say so: what was looked through and not changed
    /// leaves no trace.
    pub fn is_judged(self) -> bool {
        match self {
            Self::Mapping
            | Self::Fields
            | Self::Keeping
            | Self::Bases
            | Self::Statement
            | Self::Informing
            | Self::Elsewhere
            | Self::People
            | Self::Templates
            | Self::Account => true,
            Self::Business | Self::Recovery | Self::Lock | Self::Backup | Self::Contact => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_point_stands_in_one_step_in_order() {
        let in_steps: Vec<Point> = Step::ALL.into_iter().flat_map(Step::points).collect();
        assert_eq!(in_steps, Point::ALL);
        for point in Point::ALL {
            assert_eq!(Point::from_key(point.key()), Some(point));
        }
        assert!(Step::ALL.into_iter().all(|step| step.points().len() > 1));
    }
}
