//! What sample people answered to the types of mailings.

use super::calendar::Calendar;
use super::dice::Dice;
use super::people::Sample;
use crate::model::Moment;
use crate::model::basis::Basis;
use crate::model::list::{self, List};

/// An answer before it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// The type.
    pub kind: list::Id,
    /// Whether it is wanted.
    pub wanted: bool,
    /// How it came.
    pub source: list::Id,
    /// When.
    pub at: Moment,
}

/// Tells what the person in the given place answered, who has been asked since they consented to e-marketing.
///
/// It depends on the seed and the place alone, so that the people themselves stay the same.
pub fn tell(seed: u64, place: u64, sample: &Sample, calendar: Calendar) -> Vec<Answered> {
    let consent = sample.ledger.iter().find(|row| row.purpose == list::MARKETING && row.basis == Basis::Consent);
    let Some(consent) = consent else { return Vec::new() };
    let mut dice = Dice::new(seed.wrapping_mul(0xD1B5_4A32_D192_ED03) ^ place.wrapping_add(1));
    let mut answers = Vec::new();
    for key in List::Subscription.shipped() {
        let Some(kind) = list::shipped_id(List::Subscription, key) else { continue };
        if !dice.chance(35) {
            continue;
        }
        let source = dice.word(&["portal", "email", "phone", "web-form"]);
        let days_ago = dice.below(calendar.days_since(consent.at) + 1);
        answers.push(Answered {
            kind,
            wanted: dice.chance(40),
            source: list::shipped_id(List::Source, source).unwrap_or(list::SOURCE_USER),
            at: Moment(calendar.at(days_ago, &mut dice).0.max(consent.at.0 + 60_000)),
        });
    }
    answers.sort_by_key(|answer| answer.at);
    answers
}
