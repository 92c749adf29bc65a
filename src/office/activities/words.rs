//! Activities in words, the same in the window and for commands.

use crate::i18n::Lang;
use crate::model::activity::{Activity, Consent, Content, Direction};
use crate::model::list;
use crate::office::lists::Lists;
use crate::{i18n, t};

/// Returns what kind of activity it is, which way it went and how long it took: "Call out, 6 min".
pub fn what(lang: Lang, lists: &Lists, content: &Content) -> String {
    let is_call = content.kind == list::ACTIVITY_CALL;
    let kind = match content.direction {
        Some(Direction::Out) if is_call => t!(lang, "activity-call-out"),
        Some(Direction::In) if is_call => t!(lang, "activity-call-in"),
        Some(Direction::Out) => t!(lang, "activity-email-out"),
        Some(Direction::In) => t!(lang, "activity-email-in"),
        None => lists.name(content.kind, lang).to_owned(),
    };
    match content.seconds {
        Some(seconds) => format!("{kind}, {}", length(lang, seconds)),
        None => kind,
    }
}

/// Returns a length in its two largest units: "45 s", "6 min", "1 h 30 min".
pub fn length(lang: Lang, seconds: u32) -> String {
    let minutes = (seconds + 30) / 60;
    if seconds < 60 {
        t!(lang, "length-seconds", count = seconds)
    } else if minutes < 60 {
        t!(lang, "length-minutes", count = minutes)
    } else if minutes.is_multiple_of(60) {
        t!(lang, "length-hours", count = (minutes / 60))
    } else {
        let hours = t!(lang, "length-hours", count = (minutes / 60));
        format!("{hours} {}", t!(lang, "length-minutes", count = (minutes % 60)))
    }
}

/// Returns what is to be said about a call that was recorded: that they agreed, or that nobody can show that they did.
pub fn recording(lang: Lang, content: &Content) -> Option<String> {
    if !content.recorded {
        return None;
    }
    Some(match content.consent {
        Consent::Agreed => t!(lang, "activity-recorded-agreed"),
        Consent::Refused => t!(lang, "activity-recorded-refused"),
        Consent::NotAsked => t!(lang, "activity-recorded-not-asked"),
    })
}

/// Returns how many days something is overdue, or when it is due, in words; empty where it has no day.
pub fn due(lang: Lang, activity: &Activity, today: chrono::NaiveDate) -> String {
    let Some(due) = activity.content.due else { return String::new() };
    let days = (today - due).num_days();
    if activity.done_at.is_none() && days > 0 {
        t!(lang, "activity-overdue", count = days)
    } else if days == 0 {
        t!(lang, "activity-due-today")
    } else if days == -1 {
        t!(lang, "activity-due-tomorrow")
    } else {
        t!(lang, "activity-due", date = i18n::date(lang, due))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_said_in_its_two_largest_units() {
        for (seconds, words) in [
            (0, "0 s"),
            (59, "59 s"),
            (60, "1 min"),
            (89, "1 min"),
            (90, "2 min"),
            (3_540, "59 min"),
            (3_599, "1 h"),
            (3_600, "1 h"),
            (5_400, "1 h 30 min"),
        ] {
            assert_eq!(length(Lang::En, seconds).replace('\u{a0}', " "), words, "{seconds}");
        }
    }
}
