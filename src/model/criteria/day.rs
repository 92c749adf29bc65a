//! Days in criteria: a date, or so long before or after the day on which it is asked.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate};

/// A day that criteria name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Day {
    /// A date.
    Date(NaiveDate),
    /// The day on which it is asked.
    Today,
    /// So many days, months or years from the day on which it is asked; less than none before it.
    From(i32, Unit),
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Days.
    Days,
    /// Months.
    Months,
    /// Years.
    Years,
}

impl Unit {
    /// All units.
    pub const ALL: [Self; 3] = [Self::Days, Self::Months, Self::Years];

    fn letter(self) -> char {
        match self {
            Self::Days => 'd',
            Self::Months => 'm',
            Self::Years => 'y',
        }
    }

    /// Returns the most that can be counted: nothing is asked about times before the calendar.
    fn most(self) -> i32 {
        match self {
            Self::Days => 99_999,
            Self::Months => 9_999,
            Self::Years => 999,
        }
    }
}

impl Day {
    /// Returns the date it is when asked on `today`. A month before 31 March is the last of February.
    pub fn on(self, today: NaiveDate) -> NaiveDate {
        match self {
            Self::Date(date) => date,
            Self::Today => today,
            Self::From(count, unit) => {
                let size = count.unsigned_abs();
                let moved = match (unit, count < 0) {
                    (Unit::Days, true) => today.checked_sub_days(Days::new(size.into())),
                    (Unit::Days, false) => today.checked_add_days(Days::new(size.into())),
                    (Unit::Months, true) => today.checked_sub_months(Months::new(size)),
                    (Unit::Months, false) => today.checked_add_months(Months::new(size)),
                    (Unit::Years, true) => today.checked_sub_months(Months::new(size * 12)),
                    (Unit::Years, false) => today.checked_add_months(Months::new(size * 12)),
                };
                moved.unwrap_or(today)
            }
        }
    }
}

impl fmt::Display for Day {
    /// Writes what criteria have: `2026-03-12`, `today`, `-18m`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => write!(f, "{date}"),
            Self::Today => f.write_str("today"),
            Self::From(count, unit) => write!(f, "{count:+}{}", unit.letter()),
        }
    }
}

/// The text names no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no day")]
pub struct NoDay;

impl FromStr for Day {
    type Err = NoDay;

    fn from_str(text: &str) -> Result<Self, NoDay> {
        if text == "today" {
            return Ok(Self::Today);
        }
        if let Some(unit) = Unit::ALL.into_iter().find(|unit| text.ends_with(unit.letter())) {
            let number = &text[..text.len() - 1];
            let digits = number.strip_prefix(['-', '+']).ok_or(NoDay)?;
            if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
                return Err(NoDay);
            }
            let count: i32 = number.parse().map_err(|_| NoDay)?;
            return if count.abs() <= unit.most() { Ok(Self::From(count, unit)) } else { Err(NoDay) };
        }
        let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| NoDay)?;
        // Days are compared as texts, of which each must have the one spelling.
        let is_plain = (0..=9_999).contains(&date.year()) && date.to_string() == text;
        if is_plain { Ok(Self::Date(date)) } else { Err(NoDay) }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn days_are_read_counted_and_written() {
        for (text, today, wanted) in [
            ("2026-03-12", "2026-11-22", "2026-03-12"),
            ("today", "2026-11-22", "2026-11-22"),
            ("-30d", "2026-03-01", "2026-01-30"),
            ("-1m", "2026-03-31", "2026-02-28"),
            ("-18m", "2026-11-22", "2025-05-22"),
            ("-3y", "2024-02-29", "2021-02-28"),
            ("+14d", "2026-12-25", "2027-01-08"),
        ] {
            let day: Day = text.parse().unwrap();
            assert_eq!(day.on(date(today)), date(wanted), "{text}");
            assert_eq!(day.to_string(), text);
        }
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in [
            "",
            "d",
            "-d",
            "30d",
            "-3w",
            "--3d",
            "-+3d",
            "- 3d",
            "-999999d",
            "-99999999999d",
            "yesterday",
            "2026-2-3",
            "2026-02-30",
            "12.03.2026",
            "-3y ",
            "+99999m",
            "10000-01-01",
            "-0001-01-01",
            "-3å",
        ] {
            assert_eq!(text.parse::<Day>(), Err(NoDay), "{text}");
        }
    }
}
