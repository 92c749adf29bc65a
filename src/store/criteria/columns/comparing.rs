//! What texts and moments are compared with.

use memchr::memmem::Finder;

use super::super::{Asking, next};
use crate::i18n::fold::fold;
use crate::model::Moment;
use crate::model::criteria::{Comparison, Day, Test, Text as Wanted};

/// What a text is compared with, without marks and case.
pub(super) enum Compared {
    /// In order.
    Is(Vec<Vec<u8>>),
    Starts(Vec<u8>),
    Ends(Vec<u8>),
    Contains(Box<Finder<'static>>),
}

impl Compared {
    pub fn of(test: &Test) -> Option<Self> {
        match test {
            Test::Text(text) => Some(Self::by(text, fold)),
            Test::Null | Test::Number(_) | Test::Day(_) | Test::YesNo(_) | Test::Items(_) | Test::Users(_) => None,
        }
    }

    pub fn by(text: &Wanted, fold: fn(&str) -> String) -> Self {
        match text {
            Wanted::Is(texts) => {
                let mut texts: Vec<Vec<u8>> = texts.as_slice().iter().map(|text| fold(text).into_bytes()).collect();
                texts.sort_unstable();
                Self::Is(texts)
            }
            Wanted::StartsWith(text) => Self::Starts(fold(text).into_bytes()),
            Wanted::EndsWith(text) => Self::Ends(fold(text).into_bytes()),
            Wanted::Contains(text) => Self::Contains(Box::new(Finder::new(&fold(text)).into_owned())),
        }
    }

    pub fn fits(&self, value: &[u8]) -> bool {
        match self {
            Self::Is(texts) => texts.binary_search_by(|text| text.as_slice().cmp(value)).is_ok(),
            Self::Starts(text) => value.starts_with(text),
            Self::Ends(text) => value.ends_with(text),
            Self::Contains(text) => text.find(value).is_some(),
        }
    }
}

/// A time, from the first moment to the last one that belongs to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    first: i64,
    last: i64,
}

impl Span {
    pub const ALL: Self = Self { first: i64::MIN, last: i64::MAX };

    pub fn holds(self, at: i64) -> bool {
        self.first <= at && at <= self.last
    }

    /// Returns the time after one day and before another.
    pub fn between(asking: &Asking<'_>, after: Option<Day>, before: Option<Day>) -> Self {
        let first = after.map_or(i64::MIN, |day| Moment::beginning(next(day.on(asking.today))).0);
        let last = before.map_or(i64::MAX, |day| Moment::beginning(day.on(asking.today)).0 - 1);
        Self { first, last }
    }

    pub fn of(asking: &Asking<'_>, test: &Test) -> Option<Self> {
        let days = |first: Day, last: Day| Self {
            first: Moment::beginning(first.on(asking.today)).0,
            last: Moment::beginning(next(last.on(asking.today))).0 - 1,
        };
        match test {
            Test::Day(Comparison::Is(day)) => Some(days(*day, *day)),
            Test::Day(Comparison::Between(first, last)) => Some(days(*first, *last)),
            Test::Day(Comparison::Before(day)) => Some(Self::between(asking, None, Some(*day))),
            Test::Day(Comparison::After(day)) => Some(Self::between(asking, Some(*day), None)),
            Test::Null | Test::Text(_) | Test::Number(_) | Test::YesNo(_) | Test::Items(_) | Test::Users(_) => None,
        }
    }
}
