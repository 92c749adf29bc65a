//! The state of a person, as far as it says what may be done with their data: restricted (art. 18), objecting
//! (art. 21), a minor (art. 8), or gone from their job.

use chrono::NaiveDate;

use super::objection::Objection;
use super::restriction::Restriction;
use super::{country, list};

/// The one word for a person's state: the first that is so, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// The processing of the data is restricted.
    Restricted,
    /// The person objects to a purpose.
    Objected,
    /// The person has left the company.
    Former,
    /// None of these.
    Active,
}

impl Status {
    /// All that there are.
    pub const ALL: [Self; 4] = [Self::Restricted, Self::Objected, Self::Former, Self::Active];

    /// Returns the key that scripts use.
    pub fn key(self) -> &'static str {
        match self {
            Self::Restricted => "restricted",
            Self::Objected => "objected",
            Self::Former => "former",
            Self::Active => "active",
        }
    }
}

/// What lists mark about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Marks {
    /// The processing of the data is restricted.
    pub restricted: bool,
    /// The person objects to a purpose.
    pub objects: bool,
    /// The person is a minor.
    pub minor: bool,
}

/// Somebody too young to consent alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Minor {
    /// The age, in whole years.
    pub age: u32,
    /// From which age on somebody consents alone here.
    pub limit: u32,
}

impl Minor {
    /// Returns the minor whom a birth date makes, if it does.
    pub fn born(birth_date: Option<NaiveDate>, today: NaiveDate, limit: u32) -> Option<Self> {
        let age = today.years_since(birth_date?)?;
        (age < limit).then_some(Self { age, limit })
    }
}

/// From which age on people consent alone (art. 8): that of their own country, and never less than the office wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfAge {
    /// The day it is.
    pub today: NaiveDate,
    /// The least age, in years, and that of people whose country sets none or is not known.
    pub least: u32,
}

impl OfAge {
    /// Returns the age for the people of a country, ISO 3166 alpha-2, in years.
    pub fn of(self, country: &str) -> u32 {
        country::age_of_consent(country).unwrap_or_default().max(self.least)
    }

    /// Returns the minor that somebody is, if they are.
    pub fn minor(self, birth_date: Option<NaiveDate>, country: &str) -> Option<Minor> {
        Minor::born(birth_date, self.today, self.of(country))
    }
}

/// Everything that is known about the state of a person.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct States {
    /// The restriction that stands.
    pub restriction: Option<Restriction>,
    /// What the person objected to, oldest first.
    pub objections: Vec<Objection>,
    /// The purposes that an objection stops now.
    pub objects_to: Vec<list::Id>,
    /// That the person is a minor.
    pub minor: Option<Minor>,
    /// Whether the person has left the company.
    pub former: bool,
}

impl States {
    /// Returns the one word for it.
    pub fn status(&self) -> Status {
        if self.restriction.is_some() {
            Status::Restricted
        } else if !self.objects_to.is_empty() {
            Status::Objected
        } else if self.former {
            Status::Former
        } else {
            Status::Active
        }
    }

    /// Returns the objections that wait for a decision or an answer.
    pub fn open(&self) -> impl Iterator<Item = &Objection> {
        self.objections.iter().filter(|objection| objection.decided.is_none())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_minor_is_one_until_the_birthday() {
        for (born, today, age) in [
            ("2012-11-22", "2026-11-22", None),
            ("2013-11-23", "2026-11-22", Some(12)),
            ("2013-11-22", "2026-11-22", None),
            ("2012-02-29", "2025-02-28", Some(12)),
            ("2012-02-29", "2025-03-01", None),
            ("2026-11-22", "2026-11-22", Some(0)),
        ] {
            let minor = Minor::born(Some(day(born)), day(today), 13);
            assert_eq!(minor.map(|minor| minor.age), age, "{born} {today}");
        }
        assert_eq!(Minor::born(None, day("2026-11-22"), 13), None);
    }

    #[test]
    fn the_age_is_the_countrys_and_never_less_than_the_offices() {
        let ages = |least| {
            let of_age = OfAge { today: day("2026-11-22"), least };
            ["NO", "SE", "AT", "FR", "DE", "US", ""].map(|country| of_age.of(country))
        };
        assert_eq!(ages(13), [13, 13, 14, 15, 16, 13, 13]);
        assert_eq!(ages(15), [15, 15, 15, 15, 16, 15, 15]);
    }
}
