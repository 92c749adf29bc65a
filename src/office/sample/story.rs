//! How it came about that somebody is kept: the rows of a sample person's ledger.

use super::calendar::Calendar;
use super::country;
use super::dice::Dice;
use crate::model::Moment;
use crate::model::basis::Basis;
use crate::model::list::{self, List};

/// A row of the ledger before it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The purpose.
    pub purpose: list::Id,
    /// What was decided.
    pub basis: Basis,
    /// Where the decision came from.
    pub source: list::Id,
    /// When.
    pub at: Moment,
    /// Why.
    pub comment: &'static str,
    /// Whether the person was shown the wording.
    pub worded: bool,
    /// Whether something proves it.
    pub proven: bool,
    /// The row that this one corrects, by its place.
    pub corrects: Option<usize>,
}

/// What happened between somebody and the office, as far as sales and service go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Story {
    Undocumented,
    Interest,
    Contract,
    Consent,
    Obligation,
    Vital,
    PublicTask,
    Withdrawn,
    Objected,
    Mistake,
    Corrected,
    Customer,
}

/// The stories in the order in which the first people of every vault have them, so that none is missing anywhere.
const STORIES: [(u64, Story); 12] = [
    (400, Story::Interest),
    (190, Story::Contract),
    (110, Story::Consent),
    (80, Story::Undocumented),
    (45, Story::Withdrawn),
    (40, Story::Objected),
    (20, Story::Mistake),
    (20, Story::Corrected),
    (70, Story::Customer),
    (15, Story::Obligation),
    (4, Story::Vital),
    (6, Story::PublicTask),
];

/// Writes down what happened to one person.
struct Teller<'a> {
    dice: &'a mut Dice,
    calendar: Calendar,
    words: &'static str,
    days_ago: u64,
    rows: Vec<Row>,
}

impl Teller<'_> {
    /// Adds a row, later than all before it.
    fn tell(&mut self, purpose: list::Id, basis: Basis, corrects: Option<usize>) {
        let after = self.rows.iter().map(|row| row.at.0).max();
        let at = self.calendar.at(self.days_ago, self.dice);
        let at = Moment(after.map_or(at.0, |after| at.0.max(after + 60_000)));
        self.days_ago = self.dice.below(self.days_ago + 1);
        let source = source(basis, purpose, self.dice);
        let comment = match corrects {
            Some(_) if basis != Basis::Void => "corrected",
            Some(_) | None => basis.key(),
        };
        let comment = if self.dice.chance(45) || corrects.is_some() {
            let lines: Vec<&str> = country::lines(self.words, &format!("comment-{comment}")).collect();
            self.dice.word(&lines)
        } else {
            ""
        };
        let worded = basis == Basis::Consent && self.dice.chance(80);
        self.rows.push(Row { purpose, basis, source, at, comment, worded, proven: worded, corrects });
    }

    fn sales(&mut self, story: Story) {
        use Basis::{
            Consent, Contract, LegalObligation, LegitimateInterests, Objected, PublicTask, VitalInterests, Void,
            Withdrawn,
        };
        let told: &[(Basis, Option<usize>)] = match story {
            Story::Undocumented => &[],
            Story::Interest => &[(LegitimateInterests, None)],
            Story::Contract => &[(Contract, None)],
            Story::Consent => &[(Consent, None)],
            Story::Obligation => &[(LegalObligation, None)],
            Story::Vital => &[(VitalInterests, None)],
            Story::PublicTask => &[(PublicTask, None)],
            Story::Withdrawn => &[(Consent, None), (Withdrawn, None)],
            Story::Objected => &[(LegitimateInterests, None), (Objected, None)],
            Story::Mistake => &[(LegitimateInterests, None), (Withdrawn, None), (Void, Some(1))],
            Story::Corrected => &[(Consent, None), (Contract, Some(0))],
            Story::Customer => &[(LegitimateInterests, None), (Contract, None)],
        };
        for (basis, corrects) in told {
            self.tell(list::SALES, *basis, *corrects);
        }
    }

    fn marketing(&mut self) {
        let told: &[Basis] = self.dice.weighted(&[
            (52, &[] as &[Basis]),
            (36, &[Basis::Consent]),
            (7, &[Basis::Consent, Basis::Withdrawn]),
            (5, &[Basis::Objected]),
        ]);
        for basis in told {
            self.tell(list::MARKETING, *basis, None);
        }
    }
}

/// Returns the ledger of the person in the given place, who has been here for `days_ago` days.
pub fn tell(place: u64, days_ago: u64, calendar: Calendar, words: &'static str, dice: &mut Dice) -> Vec<Row> {
    let chosen = dice.weighted(&STORIES);
    let early = usize::try_from(place).ok().and_then(|place| STORIES.get(place));
    let story = early.map_or(chosen, |story| story.1);
    let mut teller = Teller { dice, calendar, words, days_ago, rows: Vec::new() };
    teller.sales(story);
    if story != Story::Undocumented {
        teller.marketing();
    }
    teller.rows
}

/// Returns whether a mailing would be unwelcome.
pub fn refuses_mailings(rows: &[Row]) -> bool {
    rows.iter().any(|row| row.purpose == list::MARKETING && row.basis.is_refusal())
}

fn source(basis: Basis, purpose: list::Id, dice: &mut Dice) -> list::Id {
    let keys: &[&'static str] = match basis {
        Basis::Consent if purpose == list::MARKETING => &["web-form", "web-form", "fair", "email", "portal"],
        Basis::Consent => &["web-form", "phone", "meeting", "fair", "email"],
        Basis::Contract => &["user", "email", "integration", "meeting"],
        Basis::LegalObligation | Basis::VitalInterests | Basis::PublicTask => &["user", "integration"],
        Basis::LegitimateInterests => {
            &["business-card", "business-card", "meeting", "phone", "fair", "social-media", "request", "import"]
        }
        Basis::Withdrawn | Basis::Objected => &["email", "phone", "web-form", "chat"],
        Basis::Void => &["user"],
    };
    list::shipped_id(List::Source, dice.word(keys)).unwrap_or(list::SOURCE_USER)
}
