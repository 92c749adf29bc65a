//! The clock on the wall: which time of day it is where the user is, at any moment.

use chrono::{DateTime, Days, FixedOffset, NaiveDate, NaiveDateTime, Offset, TimeZone, Utc};

use super::Moment;

/// Where the user is, as far as clocks care. The difference from UTC is asked for anew for every moment, for it is
/// another in summer than in winter.
#[derive(Debug, Clone, Copy)]
pub struct Zone(fn(DateTime<Utc>) -> FixedOffset);

impl Zone {
    /// Returns the zone of this computer.
    pub fn local() -> Self {
        Self(|moment| moment.with_timezone(&chrono::Local).offset().fix())
    }

    /// Returns the zone of UTC, whatever the computer is set to.
    pub fn utc() -> Self {
        Self(|_| Utc.fix())
    }

    /// Returns the zone whose difference from UTC at each moment is what `offset` says.
    pub fn new(offset: fn(DateTime<Utc>) -> FixedOffset) -> Self {
        Self(offset)
    }

    /// Returns what calendar and clock show at a moment.
    pub fn at(self, moment: Moment) -> NaiveDateTime {
        let moment = moment.utc();
        moment.with_timezone(&(self.0)(moment)).naive_local()
    }

    /// Returns the day on which a moment falls.
    pub fn day(self, moment: Moment) -> NaiveDate {
        self.at(moment).date()
    }

    /// Returns the moment at which calendar and clock show a time: the first, where the clock is set back and shows it
    /// twice; none, where the clock is set forward over it.
    pub fn moment(self, shown: NaiveDateTime) -> Option<Moment> {
        // Clocks are set by hours, so one of these two differences holds.
        let around = [shown.checked_sub_days(Days::new(1))?, shown.checked_add_days(Days::new(1))?];
        let moments = around.into_iter().filter_map(|near| {
            let there = (self.0)(near.and_utc()).from_local_datetime(&shown).single()?;
            Some(Moment(there.timestamp_millis()))
        });
        moments.filter(|moment| self.at(*moment) == shown).min()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// Oslo in 2026: an hour before UTC, and two from 29 March to 25 October, 01:00 UTC.
    fn oslo() -> Zone {
        Zone::new(|moment| {
            let summer = 1_774_746_000_000..1_792_890_000_000_i64;
            let hours = if summer.contains(&moment.timestamp_millis()) { 2 } else { 1 };
            FixedOffset::east_opt(hours * 3_600).unwrap()
        })
    }

    #[test]
    fn a_time_is_that_of_its_own_day_in_summer_and_in_winter() {
        for (shown, utc) in [
            ("2026-07-01T10:00:00", Some("2026-07-01T08:00:00.000Z")),
            ("2026-11-12T10:00:00", Some("2026-11-12T09:00:00.000Z")),
            ("2026-03-29T01:59:00", Some("2026-03-29T00:59:00.000Z")),
            ("2026-03-29T02:30:00", None),
            ("2026-03-29T03:00:00", Some("2026-03-29T01:00:00.000Z")),
            // Twice that night: the first is meant.
            ("2026-10-25T02:30:00", Some("2026-10-25T00:30:00.000Z")),
            ("2026-10-25T03:00:00", Some("2026-10-25T02:00:00.000Z")),
        ] {
            let time: NaiveDateTime = shown.parse().unwrap();
            let moment = oslo().moment(time);
            assert_eq!(moment.map(Moment::rfc3339).as_deref(), utc, "{shown}");
            if let Some(moment) = moment {
                assert_eq!(oslo().at(moment), time);
            }
        }
    }

    #[test]
    fn a_day_begins_at_midnight_where_the_user_is() {
        let late = Moment(1_796_080_800_000); // 2026-11-30, 23:20 UTC
        assert_eq!(late.rfc3339(), "2026-11-30T23:20:00.000Z");
        assert_eq!(oslo().day(late), NaiveDate::from_ymd_opt(2026, 12, 1).unwrap());
        assert_eq!(Zone::utc().day(late), NaiveDate::from_ymd_opt(2026, 11, 30).unwrap());
    }
}
