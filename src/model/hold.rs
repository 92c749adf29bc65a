//! Legal holds: people who are kept although somebody asks to erase them, because the law or the office's books want it.

use chrono::NaiveDate;

use super::{Moment, person, user};

crate::id_type! {
    /// Identifies a legal hold.
    Id
}

/// Why somebody is kept: the letters of art. 17(3), and bookkeeping, which is the case of (b) that every office has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ground {
    /// The accounts rest on the data for as long as the law on bookkeeping says (art. 17(3)(b)).
    Bookkeeping,
    /// (a): freedom of expression and information.
    Expression,
    /// (b): a legal obligation, or a task in the public interest.
    Obligation,
    /// (c): public health.
    Health,
    /// (d): archiving in the public interest, research or statistics.
    Archiving,
    /// (e): legal claims.
    Claims,
}

impl Ground {
    /// All grounds, the most usual first.
    pub const ALL: [Self; 6] =
        [Self::Bookkeeping, Self::Expression, Self::Obligation, Self::Health, Self::Archiving, Self::Claims];

    /// Returns the ground's key: the letter in art. 17(3), or a word; its text is `hold-ground-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Bookkeeping => "bookkeeping",
            Self::Expression => "a",
            Self::Obligation => "b",
            Self::Health => "c",
            Self::Archiving => "d",
            Self::Claims => "e",
        }
    }

    /// Returns the ground that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ground| ground.key() == key)
    }
}

/// What a hold says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    /// Why.
    pub ground: Ground,
    /// The statute, or what the claim is.
    pub statute: String,
    /// More about it.
    pub comment: String,
    /// The last day on which it holds; none while that is not known.
    pub until: Option<NaiveDate>,
}

/// A hold on somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hold {
    /// Its identity.
    pub id: Id,
    /// Who is kept.
    pub person: person::Id,
    /// What it says.
    pub content: Content,
    /// Since when.
    pub at: Moment,
    /// Who entered it.
    pub by: user::Id,
    /// That it was lifted; none while it was not.
    pub lifted: Option<Lifted>,
}

impl Hold {
    /// Returns whether it holds on a day.
    pub fn stands(&self, day: NaiveDate) -> bool {
        self.lifted.is_none() && self.content.until.is_none_or(|until| until >= day)
    }
}

/// The end of a hold before its time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lifted {
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: user::Id,
    /// Why.
    pub why: String,
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_hold_stands_to_the_end_of_its_last_day() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        let content =
            Content { ground: Ground::Claims, statute: "§ 1".into(), comment: String::new(), until: Some(day(22)) };
        let (at, by) = (Moment(0), user::FIRST_ID);
        let hold = Hold { id: Id(1), person: person::Id(1), content, at, by, lifted: None };
        assert!(hold.stands(day(21)) && hold.stands(day(22)) && !hold.stands(day(23)));
        let content = Content { until: None, ..hold.content.clone() };
        let open = Hold { content, ..hold.clone() };
        assert!(open.stands(day(23)));
        let lifted = Hold { lifted: Some(Lifted { at, by, why: "settled".into() }), ..open };
        assert!(!lifted.stands(day(23)));
    }

    #[test]
    fn every_ground_is_known_by_its_key() {
        for ground in Ground::ALL {
            assert_eq!(Ground::from_key(ground.key()), Some(ground));
        }
        assert_eq!(Ground::from_key("f"), None);
    }
}
