//! The state of a person, as far as it says what may be done with their data: restricted (art. 18), objecting
//! (art. 21), a minor (art. 8), or gone from their job.

use chrono::{Datelike, NaiveDate};

use super::list;
use super::objection::Objection;
use super::restriction::Restriction;

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

/// Returns the day on or before which those were born who are `limit` years old today.
pub fn born_until(today: NaiveDate, limit: u32) -> NaiveDate {
    let year = today.year() - i32::try_from(limit).unwrap_or(i32::MAX / 2);
    // Who was born on the last day of February of a leap year is a year older on the first of March.
    let day = NaiveDate::from_ymd_opt(year, today.month(), today.day());
    day.or_else(|| NaiveDate::from_ymd_opt(year, 2, 28)).unwrap_or(NaiveDate::MIN)
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
            assert_eq!(day(born) > born_until(day(today), 13), age.is_some(), "{born} {today}, in lists");
        }
        assert_eq!(Minor::born(None, day("2026-11-22"), 13), None);
    }
}
