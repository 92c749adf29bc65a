//! When things happened in a sample vault: at work, in the years before one fixed day.

use super::dice::Dice;
use crate::model::Moment;

const SECOND: i64 = 1_000;
const DAY: i64 = 86_400 * SECOND;

/// 2026-11-16 in milliseconds since 1970: the last day on which anything happened.
const REFERENCE: i64 = 1_794_787_200_000;

/// The days before one that everything is counted from.
#[derive(Debug, Clone, Copy)]
pub struct Calendar {
    last_midnight: i64,
}

impl Calendar {
    /// Returns the calendar that ends on the fixed day, or where that lies ahead of `now`, the day before `now`:
    /// nothing may lie in the future, because what is decided now has to come after it.
    pub fn before(now: Moment) -> Self {
        Self { last_midnight: REFERENCE.min(now.0.div_euclid(DAY) * DAY - DAY) }
    }

    /// Returns how many days lie between a moment and the end of the calendar.
    pub fn days_since(self, moment: Moment) -> u64 {
        u64::try_from((self.last_midnight - moment.0) / DAY).unwrap_or(0)
    }

    /// Returns a moment on the working day `days_ago`, or on the Friday before where that is a weekend.
    pub fn at(self, days_ago: u64, dice: &mut Dice) -> Moment {
        let day = self.last_midnight / DAY - i64::try_from(days_ago).unwrap_or(0);
        // 1970-01-01 was a Thursday.
        let weekend = match (day + 4).rem_euclid(7) {
            0 => 2,
            6 => 1,
            _ => 0,
        };
        let second = 7 * 3_600 + i64::try_from(dice.below(9 * 3_600)).unwrap_or(0);
        Moment((day - weekend) * DAY + second * SECOND + i64::try_from(dice.below(1_000)).unwrap_or(0))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use chrono::{Datelike, Timelike, Weekday};

    #[test]
    fn everything_happens_at_work_and_in_the_past() {
        let mut dice = Dice::new(3);
        for now in [Moment(REFERENCE + 90 * DAY), Moment(REFERENCE - 500 * DAY)] {
            let calendar = Calendar::before(now);
            for days_ago in 0..1_500 {
                let moment = calendar.at(days_ago, &mut dice);
                let time = moment.utc();
                assert!(moment < now);
                assert!(!matches!(time.weekday(), Weekday::Sat | Weekday::Sun), "{time}");
                assert!((7..16).contains(&time.hour()), "{time}");
            }
        }
        assert_eq!(Moment(REFERENCE).rfc3339(), "2026-11-16T00:00:00.000Z");
    }
}
