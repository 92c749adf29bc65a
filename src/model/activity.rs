//! Activities: what was said, written, agreed and is to be done, with a person, a company, or both.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::field::Field;
use super::invalid::{Invalid, Reason};
use super::state::Marks;
use super::{Moment, company, list, person, text, user};

crate::id_type! {
    /// Identifies an activity.
    Id
}

/// The longest an activity can take, in seconds: a week.
pub const LONGEST: u32 = 7 * 24 * 3_600;

/// Which way a call or an e-mail went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Direction {
    /// From the other side to us.
    In,
    /// From us to the other side.
    Out,
}

impl Direction {
    /// Both directions.
    pub const ALL: [Self; 2] = [Self::Out, Self::In];

    /// Returns the direction's key in the file and for scripts.
    pub fn key(self) -> &'static str {
        match self {
            Self::In => "in",
            Self::Out => "out",
        }
    }

    /// Returns the direction that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|direction| direction.key() == key)
    }
}

/// What the other side said to being recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Consent {
    /// Nobody asked.
    #[default]
    NotAsked,
    /// They were asked and agreed.
    Agreed,
    /// They were asked and refused.
    Refused,
}

impl Consent {
    /// All answers.
    pub const ALL: [Self; 3] = [Self::NotAsked, Self::Agreed, Self::Refused];

    /// Returns the answer's key for scripts; its text is `activity-consent-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::NotAsked => "not-asked",
            Self::Agreed => "agreed",
            Self::Refused => "refused",
        }
    }

    /// Returns the answer that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.key() == key)
    }

    /// Returns the answer as the file holds it: yes, no, or none where nobody asked.
    pub fn answer(self) -> Option<bool> {
        match self {
            Self::NotAsked => None,
            Self::Agreed => Some(true),
            Self::Refused => Some(false),
        }
    }

    /// Returns what the file holds as an answer.
    pub fn from_answer(answer: Option<bool>) -> Self {
        match answer {
            None => Self::NotAsked,
            Some(true) => Self::Agreed,
            Some(false) => Self::Refused,
        }
    }
}

/// Everything about an activity that can be edited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    /// With whom.
    pub person: Option<person::Id>,
    /// With which company; of a person, the one they worked for then.
    pub company: Option<company::Id>,
    /// Note, call, meeting, task, e-mail.
    pub kind: list::Id,
    /// What it is about, in a line.
    pub subject: String,
    /// What was said, written or agreed.
    pub text: String,
    /// When it took place or begins; of a task, when it was thought of.
    pub at: Moment,
    /// How long it took, in seconds, up to [`LONGEST`].
    pub seconds: Option<u32>,
    /// Which way a call or an e-mail went.
    pub direction: Option<Direction>,
    /// Whether a call was recorded.
    pub recorded: bool,
    /// What the other side said to that.
    pub consent: Consent,
    /// The day it is due, where it is still to be done.
    pub due: Option<NaiveDate>,
}

impl Content {
    /// Returns an empty activity of a kind, beginning at a moment.
    pub fn new(kind: list::Id, at: Moment) -> Self {
        Self {
            person: None,
            company: None,
            kind,
            subject: String::new(),
            text: String::new(),
            at,
            seconds: None,
            direction: None,
            recorded: false,
            consent: Consent::NotAsked,
            due: None,
        }
    }

    /// Brings the texts into shape, and drops what does not belong to the kind.
    pub fn tidy(&mut self) {
        self.subject = text::single_line(&self.subject);
        self.text = text::multi_line(&self.text).trim_start_matches('\n').to_owned();
        if !has_direction(self.kind) {
            self.direction = None;
        }
        if self.kind != list::ACTIVITY_CALL {
            self.recorded = false;
            self.consent = Consent::NotAsked;
        }
        if !has_length(self.kind) {
            self.seconds = None;
        }
    }

    /// Returns everything that is wrong with a tidied activity.
    ///
    /// A call may stand without words: that it took place is worth knowing. Anything else has to say something.
    pub fn check(&self) -> Vec<Invalid> {
        let mut wrong = Vec::new();
        if self.person.is_none() && self.company.is_none() {
            wrong.push(Invalid::new(Field::Activity, Reason::Missing));
        }
        if text::is_longer(&self.subject, text::LINE) {
            wrong.push(Invalid::new(Field::Subject, Reason::TooLong));
        }
        if text::is_longer(&self.text, text::NOTE) {
            wrong.push(Invalid::new(Field::Note, Reason::TooLong));
        }
        if self.subject.is_empty() && self.text.is_empty() && self.kind != list::ACTIVITY_CALL {
            let field = if has_subject(self.kind) { Field::Subject } else { Field::Note };
            wrong.push(Invalid::new(field, Reason::Missing));
        }
        if self.seconds.is_some_and(|seconds| seconds > LONGEST) {
            wrong.push(Invalid::new(Field::Length, Reason::TooLong));
        }
        wrong
    }

    /// Returns what the list of activities shows where there is only one line: the subject, or how the text begins.
    pub fn headline(&self) -> &str {
        if self.subject.is_empty() { self.text.lines().next().unwrap_or_default().trim() } else { &self.subject }
    }

    /// Returns whether a call was recorded without the other side's yes, which the user has to hear of.
    pub fn is_recorded_unasked(&self) -> bool {
        self.recorded && self.consent != Consent::Agreed
    }

    /// Returns which fields differ from another activity's.
    pub fn changed(&self, other: &Self) -> Vec<Field> {
        [
            (Field::Activity, self.kind != other.kind),
            (Field::Company, self.company != other.company),
            (Field::Subject, self.subject != other.subject),
            (Field::Note, self.text != other.text),
            (Field::At, self.at != other.at),
            (Field::Length, self.seconds != other.seconds),
            (Field::Direction, self.direction != other.direction),
            (Field::Recorded, self.recorded != other.recorded),
            (Field::RecordConsent, self.consent != other.consent),
            (Field::Due, self.due != other.due),
        ]
        .into_iter()
        .filter_map(|(field, differs)| differs.then_some(field))
        .collect()
    }
}

/// Returns whether activities of a kind go one way or the other.
pub fn has_direction(kind: list::Id) -> bool {
    kind == list::ACTIVITY_CALL || kind == list::ACTIVITY_EMAIL
}

/// Returns whether activities of a kind take time that is worth noting.
pub fn has_length(kind: list::Id) -> bool {
    kind != list::ACTIVITY_NOTE && kind != list::ACTIVITY_EMAIL
}

/// Returns whether activities of a kind have a subject of their own beside the text.
pub fn has_subject(kind: list::Id) -> bool {
    kind != list::ACTIVITY_NOTE && kind != list::ACTIVITY_CALL
}

/// An activity, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activity {
    /// Its identity.
    pub id: Id,
    /// What can be edited.
    pub content: Content,
    /// When it was done, where it was to be done.
    pub done_at: Option<Moment>,
    /// Who did it.
    pub done_by: Option<user::Id>,
    /// Where it came from.
    pub source: list::Id,
    /// When it was entered.
    pub created_at: Moment,
    /// Who entered it.
    pub created_by: user::Id,
    /// When it was last changed.
    pub updated_at: Moment,
    /// Who changed it.
    pub updated_by: user::Id,
}

impl Activity {
    /// Returns whether it is something to do: a task, or anything with a day on which it is due.
    pub fn is_to_do(&self) -> bool {
        self.content.kind == list::ACTIVITY_TASK || self.content.due.is_some()
    }
}

/// An activity with the names of whom it is with, as lists of several people's activities show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The activity.
    pub activity: Activity,
    /// The person's name, as it is said; empty where it is with a company only.
    pub person: String,
    /// The company's name; empty where there is none.
    pub company: String,
    /// What must be known about the person before anything is done.
    pub marks: Marks,
}

/// Which activities are asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Only of this kind.
    pub kind: Option<list::Id>,
    /// Not before this moment.
    pub since: Option<Moment>,
    /// Before this moment.
    pub until: Option<Moment>,
}

/// Reads a length as people type it, in seconds: `6` and `6 min` are minutes, `1:30` hours and minutes, `1 h 30`,
/// `1.5 h`, `90 s`. `None` when it is no length, or longer than [`LONGEST`].
///
/// A number with decimals needs its unit: `1.30` alone may be meant as hours and minutes.
pub fn parse_length(typed: &str) -> Option<u32> {
    let typed = typed.trim().to_lowercase();
    if let Some((hours, minutes)) = typed.split_once(':') {
        let minutes: u32 = minutes.trim().parse().ok().filter(|minutes| *minutes < 60)?;
        return in_range(hours.trim().parse::<u32>().ok()?.checked_mul(60)?.checked_add(minutes)?.checked_mul(60)?);
    }
    let (mut rest, mut seconds, mut last) = (typed.as_str(), 0_u32, None);
    loop {
        let (number, after) = split_before(rest, |sign| !sign.is_ascii_digit() && !['.', ','].contains(&sign));
        let (unit, after) = split_before(after.trim_start(), |sign| !sign.is_alphabetic());
        if unit.is_empty() {
            let one = if last.is_none_or(|last| last == 3_600) { 60 } else { 1 };
            let number = number.parse::<u32>().ok().filter(|_| after.is_empty())?;
            return in_range(seconds.checked_add(number.checked_mul(one)?)?);
        }
        let unit = unit_of(unit)?;
        seconds = seconds.checked_add(times(number, unit)?)?;
        last = Some(unit);
        // Units may be written short, with a point.
        rest = after.strip_prefix('.').unwrap_or(after).trim_start();
        if rest.is_empty() {
            return in_range(seconds);
        }
    }
}

fn split_before(text: &str, ends: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(ends).unwrap_or(text.len()))
}

/// Returns so many units in seconds, rounded; the number may have up to three decimals after a point or a comma.
fn times(number: &str, unit: u32) -> Option<u32> {
    let Some((whole, decimals)) = number.split_once(['.', ',']) else {
        return number.parse::<u32>().ok()?.checked_mul(unit);
    };
    if decimals.is_empty() || decimals.len() > 3 {
        return None;
    }
    let thousandths: u32 = format!("{decimals:0<3}").parse().ok()?;
    whole.parse::<u32>().ok()?.checked_mul(unit)?.checked_add((thousandths * unit + 500) / 1_000)
}

fn in_range(seconds: u32) -> Option<u32> {
    (seconds <= LONGEST).then_some(seconds)
}

fn unit_of(unit: &str) -> Option<u32> {
    match unit {
        "s" | "sec" | "sek" | "second" | "seconds" | "sekunder" => Some(1),
        "m" | "min" | "minute" | "minutes" | "minutter" | "minuter" | "mins" => Some(60),
        "h" | "t" | "hour" | "hours" | "time" | "timer" | "tim" | "timmar" | "timme" => Some(3_600),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(kind: list::Id) -> Content {
        Content { person: Some(person::Id(1)), ..Content::new(kind, Moment(0)) }
    }

    #[test]
    fn lengths_are_read_as_people_type_them() {
        for (typed, seconds) in [
            ("6", Some(360)),
            ("6 min", Some(360)),
            (" 6min. ", Some(360)),
            ("90 s", Some(90)),
            ("1:30", Some(5_400)),
            ("0:05", Some(300)),
            ("1 h 30", Some(5_400)),
            ("1t 30 min", Some(5_400)),
            ("2 timer", Some(7_200)),
            ("2 min 5", Some(125)),
            ("1.5 h", Some(5_400)),
            ("1,5 t", Some(5_400)),
            ("0,25 timer", Some(900)),
            ("1.5 min", Some(90)),
            ("1.25 h 30 s", Some(4_530)),
            ("1 t. 30 min.", Some(5_400)),
            ("5 min.30 s.", Some(330)),
            ("1h30", Some(5_400)),
            ("0", Some(0)),
            ("10", Some(600)),
            ("", None),
            ("long", None),
            ("5 x", None),
            ("h", None),
            ("1 h min", None),
            ("1.30", None),
            ("1 h 1.5", None),
            ("1.5.5 h", None),
            (".5 h", None),
            ("1. h", None),
            ("1.3333 h", None),
            ("6.", None),
            ("6 min..", None),
            ("6 5", None),
            ("6 5 min", None),
            ("400.5 h", None),
            ("-5", None),
            ("1:75", None),
            ("400 h", None),
            ("99999999999", None),
        ] {
            assert_eq!(parse_length(typed), seconds, "{typed:?}");
        }
    }

    #[test]
    fn what_does_not_belong_to_the_kind_goes() {
        let mut note = Content {
            text: "\n  Said yes.\r\n".into(),
            direction: Some(Direction::In),
            recorded: true,
            consent: Consent::Agreed,
            seconds: Some(60),
            ..of(list::ACTIVITY_NOTE)
        };
        note.tidy();
        assert_eq!(note, Content { text: "  Said yes.".into(), ..of(list::ACTIVITY_NOTE) });
        let call = Content { direction: Some(Direction::In), recorded: true, ..of(list::ACTIVITY_CALL) };
        let mut tidied = call.clone();
        tidied.tidy();
        assert_eq!(tidied, call);
        assert!(call.is_recorded_unasked());
        assert!(!Content { consent: Consent::Agreed, ..call }.is_recorded_unasked());
    }

    #[test]
    fn only_a_call_may_stand_without_words() {
        for (content, wrong) in [
            (of(list::ACTIVITY_CALL), vec![]),
            (of(list::ACTIVITY_NOTE), vec![Field::Note]),
            (of(list::ACTIVITY_TASK), vec![Field::Subject]),
            (Content { text: "Ring".into(), ..of(list::ACTIVITY_TASK) }, vec![]),
            (Content { subject: "x".repeat(201), ..of(list::ACTIVITY_MEETING) }, vec![Field::Subject]),
            (Content { seconds: Some(LONGEST + 1), ..of(list::ACTIVITY_CALL) }, vec![Field::Length]),
            (Content { person: None, ..of(list::ACTIVITY_CALL) }, vec![Field::Activity]),
        ] {
            let found: Vec<Field> = content.check().into_iter().map(|invalid| invalid.field).collect();
            assert_eq!(found, wrong);
        }
    }

    #[test]
    fn keys_name_what_they_stand_for() {
        for direction in Direction::ALL {
            assert_eq!(Direction::from_key(direction.key()), Some(direction));
        }
        for consent in Consent::ALL {
            assert_eq!(Consent::from_key(consent.key()), Some(consent));
            assert_eq!(Consent::from_answer(consent.answer()), consent);
        }
    }
}
