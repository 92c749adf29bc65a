//! Keeping no longer than needed (art. 5(1)(e)): from when a period counts, when it is over, and what the books ask for.

use chrono::{Datelike, Months, NaiveDate};

use super::{Moment, list, person, user};

/// What the months of a period count from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Event {
    /// The last activity; the day the card was made where there was none.
    LastActivity,
    /// The day the card was made.
    Created,
    /// The day somebody left the company.
    Left,
    /// The end of the year of the last activity.
    YearEnd,
    /// The day on which what permitted a purpose ended.
    BasisEnded,
}

impl Event {
    /// All.
    pub const ALL: [Self; 5] = [Self::LastActivity, Self::Created, Self::Left, Self::YearEnd, Self::BasisEnded];

    /// Returns its key, as settings and scripts know it.
    pub fn key(self) -> &'static str {
        match self {
            Self::LastActivity => "last-activity",
            Self::Created => "created",
            Self::Left => "left",
            Self::YearEnd => "year-end",
            Self::BasisEnded => "basis-ended",
        }
    }

    /// Returns the event that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|event| event.key() == key)
    }
}

/// What says how long somebody is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rule {
    /// The period of their category.
    Category(list::Id),
    /// The period of the last purpose they are kept for.
    Purpose(list::Id),
}

/// Whose law on bookkeeping asks to keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Books {
    /// Norway: five years after the end of the year (bokføringsloven § 13).
    Norway,
    /// Sweden: seven years after the end of the year (bokföringslagen 7 kap. 2 §).
    Sweden,
}

impl Books {
    /// Returns the law of a country (ISO 3166 alpha-2), where it is known.
    pub fn of(country: &str) -> Option<Self> {
        [Self::Norway, Self::Sweden].into_iter().find(|books| books.key() == country.to_ascii_lowercase())
    }

    /// Returns the country's code in small letters.
    pub fn key(self) -> &'static str {
        match self {
            Self::Norway => "no",
            Self::Sweden => "se",
        }
    }

    /// Returns the last day on which what was entered in a year has to be kept.
    pub fn until(self, year: i32) -> Option<NaiveDate> {
        let years = match self {
            Self::Norway => 5,
            Self::Sweden => 7,
        };
        NaiveDate::from_ymd_opt(year.checked_add(years)?, 12, 31)
    }
}

/// What keeps somebody although their period is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeptBy {
    /// The processing of their data is restricted (art. 18): it is not erased either.
    Restricted,
    /// A legal hold (art. 17(3)).
    Hold {
        /// The statute.
        statute: String,
        /// The last day; none while that is not known.
        until: Option<NaiveDate>,
    },
    /// The law on bookkeeping.
    Books {
        /// Whose.
        books: Books,
        /// The last day.
        until: NaiveDate,
    },
    /// Somebody decided so.
    Longer {
        /// The last day.
        until: NaiveDate,
        /// Why.
        reason: String,
    },
}

impl KeptBy {
    /// Returns its key, as scripts know it.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Restricted => "restricted",
            Self::Hold { .. } => "legal-hold",
            Self::Books { .. } => "bookkeeping",
            Self::Longer { .. } => "kept-longer",
        }
    }

    /// Returns the last day; none where nobody knows it.
    pub fn until(&self) -> Option<NaiveDate> {
        match self {
            Self::Restricted => None,
            Self::Hold { until, .. } => *until,
            Self::Books { until, .. } | Self::Longer { until, .. } => Some(*until),
        }
    }
}

/// Somebody whose period is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// Who.
    pub person: person::Id,
    /// What says so.
    pub rule: Rule,
    /// What the period counts from.
    pub event: Event,
    /// When that was.
    pub since: NaiveDate,
    /// For how many months they are kept after it.
    pub months: u32,
    /// The day on which the period is over.
    pub due_on: NaiveDate,
    /// What keeps them all the same.
    pub kept_by: Option<KeptBy>,
}

/// A decision to keep somebody longer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Longer {
    /// Whom.
    pub person: person::Id,
    /// Until which day, that included.
    pub until: NaiveDate,
    /// Why.
    pub reason: String,
    /// When it was decided.
    pub at: Moment,
    /// By whom.
    pub by: user::Id,
}

/// Returns the day on which so many months after another are over.
pub fn over(since: NaiveDate, months: u32) -> NaiveDate {
    since.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

/// Returns the last day of a day's year.
pub fn year_end(day: NaiveDate) -> NaiveDate {
    NaiveDate::from_ymd_opt(day.year(), 12, 31).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn periods_end_and_books_are_kept() {
        for (since, months, wanted) in
            [("2024-01-31", 1, "2024-02-29"), ("2023-12-31", 36, "2026-12-31"), ("2020-02-29", 12, "2021-02-28")]
        {
            assert_eq!(over(day(since), months), day(wanted), "{since}");
        }
        assert_eq!(year_end(day("2024-03-01")), day("2024-12-31"));
        assert_eq!(Books::of("NO").unwrap().until(2024), Some(day("2029-12-31")));
        assert_eq!(Books::of("SE").unwrap().until(2024), Some(day("2031-12-31")));
        assert_eq!(Books::of("DE"), None);
        for event in Event::ALL {
            assert_eq!(Event::from_key(event.key()), Some(event));
        }
    }
}
