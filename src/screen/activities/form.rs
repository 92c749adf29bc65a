//! An activity as it is being written: what was typed, and what is wrong with it.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};
use iced::widget::text_editor;
use serde::{Deserialize, Serialize};

use super::Sheet;
use crate::i18n;
use crate::model::activity::{self, Activity, Consent, Content, Direction};
use crate::model::field::Field;
use crate::model::{Invalid, Moment, Reason, list};
use crate::office::activities::{Of, words};
use crate::screen::Scene;

/// An activity as it is being written.
#[derive(Debug)]
pub struct Form {
    /// The activity that is edited and when it was last changed; none for a new one.
    pub edits: Option<(activity::Id, Moment)>,
    /// With whom.
    pub of: Of,
    /// Their name.
    pub name: String,
    /// Note, call, meeting, task, e-mail.
    pub kind: list::Id,
    pub subject: String,
    pub text: text_editor::Content,
    pub date: String,
    pub time: String,
    pub length: String,
    pub direction: Option<Direction>,
    pub recorded: bool,
    pub consent: Consent,
    pub due: String,
    /// Since when the call runs, and the number that was dialled.
    pub running: Option<(Moment, String)>,
    /// What is wrong, by field.
    pub wrong: BTreeMap<Field, Reason>,
    /// Whether it is asked if what was typed may be lost.
    pub is_leaving: bool,
    /// What the office is saving of it.
    pub sent: Option<Sent>,
    /// What stood in the fields when the form was opened.
    pub begun: Typed,
    /// The moment it was about then.
    pub at: Moment,
}

/// What was typed, to tell whether anything was.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Typed {
    texts: [String; 6],
    choices: Option<(list::Id, Option<Direction>, bool, Consent)>,
}

/// What was sent to be saved: the number of the saving, which no other has, and what stood in the form then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    number: u64,
    typed: Typed,
}

/// One change to a form.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub enum Edit {
    Subject(String),
    Text(text_editor::Action),
    Date(String),
    Time(String),
    Length(String),
    Direction(Option<Direction>),
    Recorded(bool),
    Consent(Consent),
    Due(String),
}

impl Form {
    /// Returns an empty form.
    pub fn new(of: Of, name: String, kind: list::Id, scene: &Scene) -> Self {
        let now = Moment::now();
        let mut content = Content::new(kind, now);
        if activity::has_direction(kind) {
            content.direction = Some(Direction::Out);
        }
        if kind == list::ACTIVITY_TASK {
            content.due = Some(local(now, scene).date());
        }
        Self::filled(None, of, name, &content, scene)
    }

    /// Returns a form that edits an activity.
    pub fn of(activity: &Activity, of: Of, name: String, scene: &Scene) -> Self {
        Self::filled(Some((activity.id, activity.updated_at)), of, name, &activity.content, scene)
    }

    fn filled(edits: Option<(activity::Id, Moment)>, of: Of, name: String, content: &Content, scene: &Scene) -> Self {
        let (lang, at) = (scene.lang, local(content.at, scene));
        let mut form = Self {
            edits,
            of,
            name,
            kind: content.kind,
            subject: content.subject.clone(),
            text: text_editor::Content::with_text(&content.text),
            date: i18n::date_numeric(lang, at.date()),
            time: i18n::time_of_day(lang, at.time()),
            length: content.seconds.map(|seconds| exact(lang, seconds)).unwrap_or_default(),
            direction: content.direction,
            recorded: content.recorded,
            consent: content.consent,
            due: content.due.map(|day| i18n::date_numeric(lang, day)).unwrap_or_default(),
            running: None,
            wrong: BTreeMap::new(),
            is_leaving: false,
            sent: None,
            begun: Typed::default(),
            at: content.at,
        };
        form.begun = form.typed();
        form
    }

    fn typed(&self) -> Typed {
        let texts = [&self.subject, &self.date, &self.time, &self.length, &self.due].map(Clone::clone);
        let [subject, date, time, length, due] = texts;
        let text = self.text.text().trim_end().to_owned();
        let choices = Some((self.kind, self.direction, self.recorded, self.consent));
        Typed { texts: [subject, date, time, length, due, text], choices }
    }

    /// Returns whether something would be lost if the form went away.
    pub fn is_changed(&self) -> bool {
        self.running.is_some() || self.typed() != self.begun
    }

    /// Returns whether the office is saving it.
    pub fn is_saving(&self) -> bool {
        self.sent.is_some()
    }

    /// Returns whether the office is saving it as it stands, so that nothing of it has to be kept elsewhere.
    pub fn is_sent(&self) -> bool {
        self.sent.as_ref().is_some_and(|sent| sent.typed == self.typed())
    }

    /// Returns whether it was sent with that saving, and no answer has come yet.
    pub fn was_sent_as(&self, number: u64) -> bool {
        self.sent.as_ref().is_some_and(|sent| sent.number == number)
    }

    /// Notes that it is being saved as it stands.
    pub fn send(&mut self, number: u64) {
        self.sent = Some(Sent { number, typed: self.typed() });
    }

    /// Notes what was saved; returns whether more was typed meanwhile, which then is a change to that.
    pub fn saved(&mut self, activity: &Activity) -> bool {
        let Some(sent) = self.sent.take().filter(|sent| sent.typed != self.typed()) else { return false };
        self.edits = Some((activity.id, activity.updated_at));
        self.at = activity.content.at;
        self.begun = sent.typed;
        true
    }

    /// Returns the id of the field the keyboard goes to.
    pub fn first(&self, sheet: Sheet) -> &'static str {
        if activity::has_subject(self.kind) { SUBJECT } else { text_id(sheet) }
    }

    /// Takes a change.
    pub fn apply(&mut self, edit: Edit) {
        self.is_leaving = false;
        match edit {
            Edit::Subject(typed) => self.subject = typed,
            Edit::Text(action) => self.text.perform(action),
            Edit::Date(typed) => self.date = typed,
            Edit::Time(typed) => self.time = typed,
            Edit::Length(typed) => self.length = typed,
            Edit::Direction(direction) => self.direction = direction,
            Edit::Recorded(recorded) => self.recorded = recorded,
            Edit::Consent(consent) => self.consent = consent,
            Edit::Due(typed) => self.due = typed,
        }
    }

    /// Returns whether the moment the form was opened is the moment it is about: a call begins then.
    fn at_matters(&self) -> bool {
        self.kind == list::ACTIVITY_CALL
    }

    /// Returns how long the call has been running, in seconds.
    pub fn elapsed(&self, now: Moment) -> Option<u32> {
        let (since, _) = self.running.as_ref()?;
        u32::try_from((now.0 - since.0).max(0) / 1_000).ok()
    }

    /// Ends the call and fills in how long it took.
    pub fn stop(&mut self, now: Moment, scene: &Scene) {
        if let Some(seconds) = self.elapsed(now) {
            self.length = exact(scene.lang, seconds);
            self.running = None;
        }
    }

    /// Returns the activity as it was typed.
    ///
    /// # Errors
    /// The fields that cannot be read.
    pub fn content(&self, scene: &Scene) -> Result<Content, Vec<Invalid>> {
        let mut wrong = Vec::new();
        let today = local(Moment::now(), scene).date();
        let mut content = Content::new(self.kind, Moment::now());
        match self.of {
            Of::Person(person) => content.person = Some(person),
            Of::Company(company) => content.company = Some(company),
        }
        content.subject.clone_from(&self.subject);
        content.text = self.text.text();
        content.direction = self.direction;
        content.recorded = self.recorded;
        content.consent = self.consent;
        let is_moved = self.date != self.begun.texts[1] || self.time != self.begun.texts[2];
        if is_moved {
            match self.moment(today, scene) {
                Ok(at) => content.at = at,
                Err(reason) => wrong.push(Invalid::new(Field::At, reason)),
            }
        } else if self.edits.is_some() || self.at_matters() {
            content.at = self.at;
        }
        if !self.length.trim().is_empty() {
            match activity::parse_length(&self.length) {
                Some(seconds) => content.seconds = Some(seconds),
                None => wrong.push(Invalid::new(Field::Length, Reason::NotANumber)),
            }
        }
        if !self.due.trim().is_empty() {
            match i18n::parse_date(scene.lang, &self.due, today) {
                Some(day) => content.due = Some(day),
                None => wrong.push(Invalid::new(Field::Due, Reason::NotADate)),
            }
        }
        content.tidy();
        wrong.extend(content.check());
        if wrong.is_empty() { Ok(content) } else { Err(wrong) }
    }

    /// Returns the moment that day and time say, or which of the two cannot be read.
    fn moment(&self, today: NaiveDate, scene: &Scene) -> Result<Moment, Reason> {
        let day = i18n::parse_date(scene.lang, &self.date, today).ok_or(Reason::NotADate)?;
        let time = time_of_day(&self.time).ok_or(Reason::NotATime)?;
        // An hour that is left out in spring is none either.
        scene.zone.moment(day.and_time(time)).ok_or(Reason::NotATime)
    }

    /// Returns how a typed day is understood, in words.
    pub fn understood(&self, typed: &str, scene: &Scene) -> Option<String> {
        let today = local(Moment::now(), scene).date();
        i18n::parse_date(scene.lang, typed, today).map(|day| i18n::date(scene.lang, day))
    }
}

/// The id of the field for the subject.
pub const SUBJECT: &str = "activity-subject";

/// Returns the id of the field for the text; both sheets can be on one screen.
pub fn text_id(sheet: Sheet) -> &'static str {
    match sheet {
        Sheet::Form => "activity-text",
        Sheet::Call => "call-text",
    }
}

fn local(moment: Moment, scene: &Scene) -> chrono::NaiveDateTime {
    scene.zone.at(moment)
}

/// Returns a length as it can be typed again, to the second.
fn exact(lang: i18n::Lang, seconds: u32) -> String {
    let rest = seconds % 60;
    if seconds < 60 || rest == 0 {
        return words::length(lang, seconds);
    }
    format!("{} {}", words::length(lang, seconds - rest), words::length(lang, rest))
}

/// Reads a time of day: `9`, `9:30`, `09.30`, `0930`.
fn time_of_day(typed: &str) -> Option<NaiveTime> {
    let typed = typed.trim();
    let (hour, minute) = match typed.split_once([':', '.']) {
        Some((hour, minute)) => (hour.to_owned(), minute.to_owned()),
        None if typed.len() == 4 && typed.is_ascii() => (typed[..2].to_owned(), typed[2..].to_owned()),
        None => (typed.to_owned(), "0".to_owned()),
    };
    NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn times_of_day_are_read_as_people_type_them() {
        for (typed, read) in [
            ("9", Some((9, 0))),
            ("9:30", Some((9, 30))),
            ("09.05", Some((9, 5))),
            ("0930", Some((9, 30))),
            ("24:00", None),
            ("noon", None),
            ("", None),
        ] {
            let read = read.map(|(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0).unwrap());
            assert_eq!(time_of_day(typed), read, "{typed:?}");
        }
    }

    #[test]
    fn a_stopped_call_can_be_read_again_to_the_second() {
        for lang in i18n::Lang::ALL {
            for seconds in [0, 5, 60, 61, 372, 3_600, 5_400, 5_432] {
                assert_eq!(activity::parse_length(&exact(lang, seconds)), Some(seconds), "{}", exact(lang, seconds));
            }
        }
    }
}
