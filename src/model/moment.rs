//! Points in time.

use chrono::{DateTime, Local, NaiveDate, NaiveTime, SecondsFormat, TimeDelta, TimeZone, Utc};

/// A point in time, in milliseconds since 1970-01-01 UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Moment(pub i64);

impl Moment {
    /// Returns the present moment by the computer's clock.
    pub fn now() -> Self {
        Self(Utc::now().timestamp_millis())
    }

    /// Returns the moment as a date and time in UTC; moments beyond what a calendar can say become the epoch.
    pub fn utc(self) -> DateTime<Utc> {
        Utc.timestamp_millis_opt(self.0).single().unwrap_or_default()
    }

    /// Returns the moment as scripts read it: RFC 3339, UTC, with milliseconds.
    pub fn rfc3339(self) -> String {
        self.utc().to_rfc3339_opts(SecondsFormat::Millis, true)
    }

    /// Returns the day on which the moment falls where the user is.
    pub fn local_date(self) -> NaiveDate {
        super::Zone::local().day(self)
    }

    /// Returns when a day begins where the user is.
    pub fn beginning(day: NaiveDate) -> Self {
        Self::beginning_in(&Local, day)
    }

    fn beginning_in(place: &impl TimeZone, day: NaiveDate) -> Self {
        let midnight = day.and_time(NaiveTime::MIN);
        // Where summer time begins at midnight, there is none: the day begins at one.
        let hours = [midnight, midnight + TimeDelta::hours(1)];
        let begins = hours.iter().find_map(|hour| place.from_local_datetime(hour).earliest());
        Self(begins.map_or_else(|| midnight.and_utc().timestamp_millis(), |time| time.timestamp_millis()))
    }
}

impl serde::Serialize for Moment {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.rfc3339())
    }
}

impl<'de> serde::Deserialize<'de> for Moment {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        DateTime::parse_from_rfc3339(&text).map(|time| Self(time.timestamp_millis())).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use chrono::{FixedOffset, MappedLocalTime, NaiveDateTime};

    use super::*;

    /// An hour west of Greenwich, and at Greenwich's time from the midnight on which 2 April 2026 would begin.
    #[derive(Clone)]
    struct SummerAtMidnight;

    impl SummerAtMidnight {
        fn offset(is_summer: bool) -> FixedOffset {
            FixedOffset::east_opt(if is_summer { 0 } else { -3_600 }).unwrap()
        }

        fn day(day: u32) -> NaiveDate {
            NaiveDate::from_ymd_opt(2026, 4, day).unwrap()
        }
    }

    impl TimeZone for SummerAtMidnight {
        type Offset = FixedOffset;

        fn from_offset(_: &FixedOffset) -> Self {
            Self
        }

        fn offset_from_local_date(&self, day: &NaiveDate) -> MappedLocalTime<FixedOffset> {
            self.offset_from_local_datetime(&day.and_time(NaiveTime::MIN))
        }

        fn offset_from_local_datetime(&self, time: &NaiveDateTime) -> MappedLocalTime<FixedOffset> {
            let midnight = Self::day(2).and_time(NaiveTime::MIN);
            if *time < midnight {
                MappedLocalTime::Single(Self::offset(false))
            } else if *time < midnight + TimeDelta::hours(1) {
                MappedLocalTime::None
            } else {
                MappedLocalTime::Single(Self::offset(true))
            }
        }

        fn offset_from_utc_date(&self, day: &NaiveDate) -> FixedOffset {
            self.offset_from_utc_datetime(&day.and_time(NaiveTime::MIN))
        }

        fn offset_from_utc_datetime(&self, time: &NaiveDateTime) -> FixedOffset {
            Self::offset(*time >= Self::day(2).and_time(NaiveTime::MIN) + TimeDelta::hours(1))
        }
    }

    #[test]
    fn a_day_begins_at_midnight_or_where_there_is_none_at_one() {
        for (day, wanted) in
            [(1, "2026-04-01T01:00:00.000Z"), (2, "2026-04-02T01:00:00.000Z"), (3, "2026-04-03T00:00:00.000Z")]
        {
            let begins = Moment::beginning_in(&SummerAtMidnight, SummerAtMidnight::day(day));
            assert_eq!(begins.rfc3339(), wanted);
        }
        assert_eq!(Moment::beginning(SummerAtMidnight::day(2)).local_date(), SummerAtMidnight::day(2));
    }

    #[test]
    fn moments_read_as_rfc_3339() {
        assert_eq!(Moment(0).rfc3339(), "1970-01-01T00:00:00.000Z");
        assert_eq!(Moment(1_772_700_060_123).rfc3339(), "2026-03-05T08:41:00.123Z");
    }
}
