//! What was done with sample people: calls, e-mails, meetings, notes, and what is still to be done.

use chrono::{Days, NaiveDate};

use super::calendar::Calendar;
use super::country;
use super::dice::Dice;
use crate::model::activity::{Consent, Content, Direction};
use crate::model::{Moment, list};

/// So many of the first people have a past with the office; of the others one in [`RARELY`] has.
const WELL_KNOWN: u64 = 2_000;
const RARELY: u64 = 10;
/// Something is still to be done with so many of the first people.
const OPEN: u64 = 48;

/// Something that was done, or is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// What it says; whom it is with is for the writer to fill in.
    pub content: Content,
    /// When it was ticked off.
    pub done: Option<Moment>,
}

/// Tells what was done with the person in the given place, who has been here since `created`.
///
/// It depends on the seed and the place alone, so that the people themselves stay the same whatever they did. Only what
/// is still to be done lies around `today`: a list of what is due would otherwise age.
pub fn tell(
    seed: u64,
    place: u64,
    created: Moment,
    calendar: Calendar,
    today: NaiveDate,
    words: &'static str,
) -> Vec<Deed> {
    let mut dice = Dice::new(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ place.wrapping_add(1));
    if place >= WELL_KNOWN && !place.is_multiple_of(RARELY) {
        return Vec::new();
    }
    let count = dice.weighted(&[(20, 0), (25, 1), (20, 2), (15, 3), (12, 5), (8, 9)]);
    let mut deeds: Vec<Deed> = (0..count).map(|_| past(created, calendar, words, &mut dice)).collect();
    if place < OPEN && place.is_multiple_of(3) {
        deeds.push(open(created, calendar, today, words, &mut dice));
    }
    deeds
}

fn past(created: Moment, calendar: Calendar, words: &'static str, dice: &mut Dice) -> Deed {
    let days_ago = dice.below(calendar.days_since(created) + 1);
    let at = Moment(calendar.at(days_ago, dice).0.max(created.0 + 60_000));
    let (kind, section) = dice.weighted(&[
        (35, (list::ACTIVITY_CALL, "act-call")),
        (25, (list::ACTIVITY_EMAIL, "act-email")),
        (15, (list::ACTIVITY_MEETING, "act-meeting")),
        (15, (list::ACTIVITY_NOTE, "act-note")),
        (10, (list::ACTIVITY_TASK, "act-task")),
    ]);
    let mut content = said(kind, section, at, words, dice);
    let way = if dice.chance(60) { Direction::Out } else { Direction::In };
    let small = |number: u64| u32::try_from(number).ok();
    match kind {
        list::ACTIVITY_CALL => {
            content.direction = Some(way);
            content.seconds = small(30 + dice.below(1_500));
            content.recorded = dice.chance(4);
            content.consent = if content.recorded { Consent::Agreed } else { Consent::NotAsked };
        }
        list::ACTIVITY_EMAIL => content.direction = Some(way),
        list::ACTIVITY_MEETING => content.seconds = small(1_800 * (1 + dice.below(4))),
        _ => {}
    }
    let done = (kind == list::ACTIVITY_TASK).then(|| Moment(at.0 + 3_600_000));
    Deed { content, done }
}

fn open(created: Moment, calendar: Calendar, today: NaiveDate, words: &'static str, dice: &mut Dice) -> Deed {
    let at = Moment(calendar.at(0, dice).0.max(created.0 + 60_000));
    let mut content = said(list::ACTIVITY_TASK, "act-task", at, words, dice);
    let first = today.checked_sub_days(Days::new(4)).unwrap_or(today);
    content.due = first.checked_add_days(Days::new(dice.below(12)));
    Deed { content, done: None }
}

/// Makes up what an activity says: a line of the section, whose first part is the subject where there are two.
fn said(kind: list::Id, section: &str, at: Moment, words: &'static str, dice: &mut Dice) -> Content {
    let lines: Vec<&str> = country::lines(words, section).collect();
    let line = dice.word(&lines);
    let mut content = Content::new(kind, at);
    match line.split_once("\\n") {
        Some((subject, text)) => {
            content.subject = subject.to_owned();
            content.text = text.to_owned();
        }
        None if kind == list::ACTIVITY_TASK => content.subject = line.to_owned(),
        None => content.text = line.to_owned(),
    }
    content
}
