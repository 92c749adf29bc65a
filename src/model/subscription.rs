//! What somebody answered to the types of mailings: wanted, refused, or nothing said.

use super::basis::Basis;
use super::{Moment, list, person, user};

crate::id_type! {
    /// Identifies a row of the answers.
    Id
}

/// An answer before it is entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The type of mailings.
    pub kind: list::Id,
    /// Whether it is wanted.
    pub wanted: bool,
    /// How the office came to know.
    pub source: list::Id,
    /// More about it, in free words.
    pub comment: String,
}

impl Said {
    /// Returns an answer that somebody who works here enters.
    pub fn new(kind: list::Id, wanted: bool) -> Self {
        Self { kind, wanted, source: list::SOURCE_USER, comment: String::new() }
    }
}

/// A row of the answers: they are only ever added to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its identity.
    pub id: Id,
    /// Whose answer it is.
    pub person: person::Id,
    /// The type of mailings.
    pub kind: list::Id,
    /// Whether it is wanted; none in a row that takes another one back.
    pub wanted: Option<bool>,
    /// The row that it takes back.
    pub corrects: Option<Id>,
    /// How the office came to know.
    pub source: list::Id,
    /// More about it, in free words.
    pub comment: String,
    /// When it was entered.
    pub at: Moment,
    /// By whom.
    pub by: user::Id,
}

/// Returns the answer that holds for a type: the latest that was not taken back; none where nothing was said.
pub fn current(rows: &[Entry], kind: list::Id) -> Option<&Entry> {
    let is_taken_back = |row: &Entry| rows.iter().any(|other| other.corrects == Some(row.id));
    rows.iter()
        .filter(|row| row.kind == kind && row.wanted.is_some() && !is_taken_back(row))
        .max_by_key(|row| (row.at, row.id))
}

/// Returns whether a type is covered for somebody: `marketing` is what holds for e-marketing, `wanted` what they answered
/// to the type.
///
/// A consent covers every type that was not refused. Without one, only what was asked for counts; and where the consent
/// was taken back or e-marketing was objected to, no answer to a type says otherwise (art. 7(3), 21(3)).
fn subscribes(marketing: Option<Basis>, wanted: Option<bool>) -> bool {
    match marketing {
        Some(basis) if basis.is_refusal() => false,
        Some(Basis::Consent) => wanted != Some(false),
        Some(_) | None => wanted == Some(true),
    }
}

/// What somebody answered in general, whatever the type of mailings: the one rule that cards, criteria, exports and what
/// is sent follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Answering {
    /// Whether the processing of their data is restricted (art. 18).
    pub restricted: bool,
    /// Whether they object to a purpose that is direct marketing (art. 21(3)).
    pub objects: bool,
    /// Whether their card says that they want no mailings.
    pub no_mailings: bool,
    /// What holds for e-marketing.
    pub marketing: Option<Basis>,
}

impl Answering {
    /// Returns what keeps mailings from them, whatever they subscribe to.
    pub fn stops(&self) -> Vec<Stop> {
        let holds = |stop: &Stop| match stop {
            Stop::Restricted => self.restricted,
            Stop::Objection => self.objects,
            Stop::Withdrawn => self.marketing == Some(Basis::Withdrawn),
            Stop::NoMailings => self.no_mailings,
        };
        Stop::ALL.into_iter().filter(holds).collect()
    }

    /// Returns whether they asked for a type, or a consent covers it; `wanted` is what they answered to it.
    pub fn covers(&self, wanted: Option<bool>) -> bool {
        subscribes(self.marketing, wanted)
    }

    /// Returns whether they subscribe to a type: it is covered, and nothing keeps all mailings from them.
    pub fn subscribes(&self, wanted: Option<bool>) -> bool {
        self.covers(wanted) && self.stops().is_empty()
    }
}

/// What keeps mailings from somebody, whatever they subscribe to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stop {
    /// The processing of their data is restricted (art. 18).
    Restricted,
    /// They objected to direct marketing (art. 21(3)).
    Objection,
    /// They took their consent to e-marketing back (art. 7(3)).
    Withdrawn,
    /// Their card says that they want no mailings.
    NoMailings,
}

impl Stop {
    /// All that there are.
    pub const ALL: [Self; 4] = [Self::Restricted, Self::Objection, Self::Withdrawn, Self::NoMailings];

    /// Returns the key for scripts.
    pub fn key(self) -> &'static str {
        match self {
            Self::Restricted => "restricted",
            Self::Objection => "objection",
            Self::Withdrawn => "withdrawn",
            Self::NoMailings => "no-mailings",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEWS: list::Id = list::Id(10_002);

    fn row(id: i64, at: i64, wanted: Option<bool>, corrects: Option<i64>) -> Entry {
        Entry {
            id: Id(id),
            person: person::Id(1),
            kind: NEWS,
            wanted,
            corrects: corrects.map(Id),
            source: list::SOURCE_USER,
            comment: String::new(),
            at: Moment(at),
            by: user::FIRST_ID,
        }
    }

    #[test]
    fn the_latest_answer_that_was_not_taken_back_holds() {
        let (yes, no) = (row(1, 10, Some(true), None), row(2, 20, Some(false), None));
        let back = row(3, 30, None, Some(2));
        let said = |rows: &[Entry]| current(rows, NEWS).and_then(|row| row.wanted);
        assert_eq!(said(&[]), None);
        assert_eq!(said(&[yes.clone(), no.clone()]), Some(false));
        assert_eq!(said(&[no.clone(), yes.clone()]), Some(false), "what came last, not what stands last");
        assert_eq!(said(&[yes, no.clone(), back.clone()]), Some(true));
        assert_eq!(said(&[no, back]), None);
    }

    #[test]
    fn a_consent_covers_what_was_not_refused_and_a_refusal_everything() {
        use Basis::{Consent, LegitimateInterests, Objected, Withdrawn};
        for (marketing, subscribed) in [
            (Some(Consent), [true, true, false]),
            (Some(LegitimateInterests), [false, true, false]),
            (None, [false, true, false]),
            (Some(Withdrawn), [false; 3]),
            (Some(Objected), [false; 3]),
        ] {
            assert_eq!([None, Some(true), Some(false)].map(|said| subscribes(marketing, said)), subscribed);
        }
    }
}
