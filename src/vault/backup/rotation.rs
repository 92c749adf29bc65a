//! Which backups have had their time.

use std::collections::BTreeSet;

use chrono::{Datelike, Duration, NaiveDate};

use super::Reason;
use crate::model::Moment;

/// No backup is kept longer than this, in days: who was erased is to be gone from the last of them by then.
pub const LONGEST_DAYS: i64 = 35;
/// How many weeks are kept beyond the days.
const WEEKS: usize = 4;
/// How many of those made before an import or a migration are kept.
const BEFORE: usize = 3;

/// Answers whether a backup may not be kept any longer, whatever is in it.
pub fn is_too_old(made_at: Moment, now: Moment) -> bool {
    made_at.0 < now.0 - Duration::days(LONGEST_DAYS).num_milliseconds()
}

/// Returns which of the backups (in any order) have had their time, by their places.
///
/// Kept are the newest of each of the last `days` days that have one, then the newest of each of four weeks before
/// those, and the last three made before an import or a migration; none longer than 35 days. `day` tells on which day
/// a moment falls.
pub fn expired(
    backups: &[(Moment, Reason)],
    now: Moment,
    days: usize,
    day: impl Fn(Moment) -> NaiveDate,
) -> Vec<usize> {
    let mut order: Vec<usize> = (0..backups.len()).collect();
    order.sort_by_key(|place| std::cmp::Reverse((backups[*place].0, *place)));
    let (mut kept_days, mut kept_weeks, mut kept_before) = (BTreeSet::new(), BTreeSet::new(), 0);
    let mut keep = |place: usize| {
        let (at, reason) = backups[place];
        if is_too_old(at, now) {
            return false;
        }
        match reason {
            Reason::BeforeImport | Reason::BeforeMigration => {
                kept_before += 1;
                kept_before <= BEFORE
            }
            Reason::Daily | Reason::OnRequest | Reason::KeyChanged | Reason::AfterErasure => {
                let day = day(at);
                let week = (day.iso_week().year(), day.iso_week().week());
                if kept_days.contains(&day) {
                    false
                } else if kept_days.len() < days.max(1) {
                    kept_days.insert(day)
                } else {
                    kept_weeks.len() < WEEKS && kept_weeks.insert(week)
                }
            }
        }
    };
    order.into_iter().filter(|place| !keep(*place)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 24 * 60 * 60 * 1_000;
    const HOUR: i64 = DAY / 24;

    fn utc(at: Moment) -> NaiveDate {
        at.utc().date_naive()
    }

    /// Makes a backup at every moment and rotates after each; returns those left, the newest first.
    fn simulate(moments: impl Iterator<Item = (i64, Reason)>, days: usize) -> Vec<(Moment, Reason)> {
        let mut kept: Vec<(Moment, Reason)> = Vec::new();
        for (at, reason) in moments {
            let now = Moment(at);
            kept.push((now, reason));
            let gone: BTreeSet<usize> = expired(&kept, now, days, utc).into_iter().collect();
            kept = kept.into_iter().enumerate().filter(|(place, _)| !gone.contains(place)).map(|(_, b)| b).collect();
            assert!(kept.contains(&(now, reason)), "the newest is always kept");
            assert!(kept.iter().all(|(at, _)| now.0 - at.0 <= LONGEST_DAYS * DAY), "none is older than 35 days");
        }
        kept.sort_by_key(|kept| std::cmp::Reverse(kept.0));
        kept
    }

    fn ages(kept: &[(Moment, Reason)], now: i64) -> Vec<i64> {
        kept.iter().map(|(at, _)| (now - at.0) / DAY).collect()
    }

    #[test]
    fn seven_days_and_four_weeks_stay_whenever_one_looks() {
        let start = 20_000 * DAY + 9 * HOUR;
        for length in 1..=120 {
            let kept = simulate((0..length).map(|day| (start + day * DAY, Reason::Daily)), 7);
            let now = start + (length - 1) * DAY;
            let ages = ages(&kept, now);
            assert_eq!(ages[..ages.len().min(7)], (0..length.min(7)).collect::<Vec<_>>(), "{ages:?}");
            assert!(ages.len() <= 11, "{ages:?}");
            if length > 35 {
                assert_eq!(ages.len(), 11, "{ages:?}");
                // No gap is longer than two weeks, and the oldest goes back four weeks.
                assert!(ages.windows(2).all(|pair| pair[1] - pair[0] <= 13), "{ages:?}");
                assert!(ages[10] >= 22, "{ages:?}");
            }
        }
    }

    #[test]
    fn of_one_day_the_newest_stays() {
        let start = 20_000 * DAY;
        let kept = simulate((0..20).map(|hour| (start + hour * HOUR, Reason::OnRequest)), 7);
        assert_eq!(kept, [(Moment(start + 19 * HOUR), Reason::OnRequest)]);
    }

    #[test]
    fn those_before_an_import_are_counted_for_themselves() {
        let start = 20_000 * DAY;
        let moments = (0..10).flat_map(|hour| {
            [(start + hour * HOUR, Reason::BeforeImport), (start + hour * HOUR + 1, Reason::OnRequest)]
        });
        let kept = simulate(moments, 7);
        assert_eq!(kept.iter().filter(|(_, reason)| *reason == Reason::BeforeImport).count(), 3);
        assert_eq!(kept.len(), 4);
    }

    #[test]
    fn after_a_long_absence_only_the_new_one_stays() {
        let start = 20_000 * DAY;
        let moments = (0..10).map(|day| (start + day * DAY, Reason::Daily)).chain([(start + 90 * DAY, Reason::Daily)]);
        assert_eq!(simulate(moments, 7), [(Moment(start + 90 * DAY), Reason::Daily)]);
    }

    #[test]
    fn as_many_days_are_kept_as_were_asked_for() {
        let start = 20_000 * DAY;
        for days in [1, 3, 14, 35] {
            let kept = simulate((0..100).map(|day| (start + day * DAY, Reason::Daily)), days as usize);
            let ages = ages(&kept, start + 99 * DAY);
            assert_eq!(ages[..days as usize], (0..days).collect::<Vec<_>>());
        }
    }
}
