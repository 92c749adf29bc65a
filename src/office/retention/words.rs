//! Why somebody is due, or kept all the same, in words.

use crate::i18n::{self, Lang};
use crate::model::retention::{Books, Due, Event, KeptBy, Rule};
use crate::office::lists::Lists;
use crate::t;

/// Returns the rule that says so: of which category or purpose.
pub fn rule(lang: Lang, lists: &Lists, rule: Rule) -> String {
    match rule {
        Rule::Category(id) => t!(lang, "retention-rule-category", name = lists.name(id, lang)),
        Rule::Purpose(id) => t!(lang, "retention-rule-purpose", name = lists.name(id, lang)),
    }
}

/// Returns how long, and from when that counts: "36 months after the last activity, 3 May 2021".
pub fn period(lang: Lang, due: &Due) -> String {
    let (months, day) = (due.months, i18n::date(lang, due.since));
    match due.event {
        Event::LastActivity => t!(lang, "retention-after-last-activity", months = months, day = day),
        Event::Created => t!(lang, "retention-after-created", months = months, day = day),
        Event::Left => t!(lang, "retention-after-left", months = months, day = day),
        Event::YearEnd => t!(lang, "retention-after-year-end", months = months, day = day),
        Event::BasisEnded => t!(lang, "retention-after-basis-ended", months = months, day = day),
    }
}

/// Returns what keeps somebody all the same.
pub fn kept(lang: Lang, kept_by: &KeptBy) -> String {
    match kept_by {
        KeptBy::Restricted => t!(lang, "retention-kept-restricted"),
        KeptBy::Hold { statute, until: Some(until) } => {
            let day = i18n::date(lang, *until);
            t!(lang, "retention-kept-hold-until", statute = statute.as_str(), day = day)
        }
        KeptBy::Hold { statute, until: None } => t!(lang, "retention-kept-hold", statute = statute.as_str()),
        KeptBy::Books { books, until } => {
            t!(lang, "retention-kept-books", statute = statute(lang, *books), day = i18n::date(lang, *until))
        }
        KeptBy::Longer { until, reason } => {
            t!(lang, "retention-kept-longer", day = i18n::date(lang, *until), reason = reason.as_str())
        }
    }
}

/// Returns the statute that asks to keep the books.
pub fn statute(lang: Lang, books: Books) -> String {
    match books {
        Books::Norway => t!(lang, "retention-books-no"),
        Books::Sweden => t!(lang, "retention-books-se"),
    }
}
