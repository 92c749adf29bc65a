//! Mass edits: changing many cards at once, with a plan first, in one transaction, and taking it back, also next week.
//!
//! An edit is read once ([`terms`]), each record is judged by it alone ([`judging`]), and what is judged is what is
//! written ([`carrying`]): so a plan says what happens. Only the columns that an edit is about are read and written.
//! Before anything is written, what stood there is kept with the edit; taking it back ([`undoing`]) gives back what
//! nobody has changed since. A restricted person (art. 18) is held back, and whom the user may not see is left out.

mod carrying;
mod judging;
mod kept;
mod reading;
mod replacing;
mod sample;
mod terms;
mod undoing;

pub use carrying::carry_out;
pub use reading::{basis_from_text, replacing_from_text, row_from_text};
pub use sample::{Shown, What, held, sample};
pub use terms::{Sort, Verb, fields, sort};
pub use undoing::undo;
pub(super) use undoing::{do_again, take_back};

use std::collections::HashSet;

use super::subject::{self, Subject};
use super::{Desk, Error, Progress, Rule, problem, sight, states};
use crate::i18n::{self, Lang};
use crate::model::criteria;
use crate::model::field::Field;
use crate::model::mass_edit::{Edit, Id, Of, Past};
use crate::model::user::Right;
use crate::model::{Reason, person};
use crate::store;
use judging::{Judge, Verdict};
use terms::Terms;

/// How many records are read at a time.
const STEP: usize = 1_024;
/// With more changed records than this, screens read everything anew.
const WORTH_NAMING: usize = 500;

/// Why a record is held back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The processing of the person's data is restricted (art. 18).
    Restricted,
    /// Somebody changed it since.
    Changed,
    /// The user lacks a right to what it would become.
    Lacks(Right),
    /// A rule of the office or of the law is against it.
    Rule(Rule),
    /// A field would hold what it cannot.
    Invalid(Field, Reason),
}

impl Why {
    /// Returns the key that scripts see.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Restricted => "restricted",
            Self::Changed => "changed",
            Self::Lacks(right) => right.key(),
            Self::Rule(rule) => rule.key(),
            Self::Invalid(_, reason) => reason.key(),
        }
    }

    /// Returns the reason in words.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Self::Restricted => i18n::text(lang, "mass-edit-why-restricted"),
            Self::Changed => i18n::text(lang, "mass-edit-why-changed"),
            Self::Lacks(right) => problem::lacks(lang, *right),
            // The rule itself speaks to somebody who enters something on one card.
            Self::Rule(Rule::RefusalStands) => i18n::text(lang, "mass-edit-why-refusal-stands"),
            Self::Rule(Rule::InTrash) => i18n::text(lang, "mass-edit-why-in-trash"),
            Self::Rule(Rule::TypeRefused) => i18n::text(lang, "mass-edit-why-type-refused"),
            Self::Rule(rule) => i18n::text(lang, &format!("rule-{}", rule.key())),
            Self::Invalid(field, reason) => {
                format!("{}: {}", problem::field_name(lang, field), problem::reason(lang, *reason))
            }
        }
    }
}

/// A record that is held back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Its identity: a person's, a company's or an activity's.
    pub id: i64,
    /// Why.
    pub why: Why,
}

/// What an edit would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// What it changes.
    pub of: Of,
    /// What the selection is called; empty where they were picked.
    pub name: String,
    /// The edit.
    pub edit: Edit,
    /// The records that change, in the order of lists, or as they were picked.
    pub changing: Vec<i64>,
    /// How many are so already.
    pub unchanged: u64,
    /// Those that are held back.
    pub held: Vec<Held>,
}

/// What came of an edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// The edit, by which it is taken back; none where nothing was changed.
    pub edit: Option<Id>,
    /// What it changed.
    pub of: Of,
    /// How many were changed.
    pub changed: u64,
    /// How many were so already.
    pub unchanged: u64,
    /// Those that were held back.
    pub held: Vec<Held>,
}

/// What came of taking an edit back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undone {
    /// What it had changed.
    pub of: Of,
    /// How many hold again what they held before, as far as nobody changed it since.
    pub restored: u64,
    /// Those that keep something of it, because somebody changed it since or it cannot be given back.
    pub held: Vec<Held>,
}

/// Returns what an edit would do, and changes nothing.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Invalid`] with what cannot be taken; [`Error::Refused`] where the edit as a whole
/// goes against a rule; [`Error::NoSuch`] for the selection; [`Error::Cancelled`].
pub fn plan(desk: &Desk<'_>, subject: &Subject, edit: &Edit, progress: &Progress) -> Result<Plan, Error> {
    let whom = whom(desk, subject, edit)?;
    let terms = Terms::read(desk, whom.of, edit)?;
    let mut judge = Judge::new(desk, &terms)?;
    let order = order(&whom.ids);
    let mut changes = vec![false; whom.ids.len()];
    let (mut unchanged, mut held) = (0, whom.held);
    let total = order.len() as u64;
    for (step, places) in order.chunks(STEP).enumerate() {
        progress.at((step * STEP) as u64, total)?;
        for (place, found) in judge.read(desk, places)? {
            match judge.judge(desk, found)? {
                Verdict::Same => unchanged += 1,
                Verdict::Held(id, why) => held.push(Held { id, why }),
                Verdict::Change(_) => changes[place] = true,
            }
        }
    }
    progress.at(total, total)?;
    let changing = whom.ids.iter().zip(&changes).filter(|(_, changes)| **changes).map(|(id, _)| *id).collect();
    Ok(Plan { of: whom.of, name: whom.name, edit: edit.clone(), changing, unchanged, held })
}

/// Returns all mass edits, the newest first.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn list(desk: &Desk<'_>) -> Result<Vec<Past>, Error> {
    desk.require(Right::MassEdit)?;
    Ok(store::mass_edits::all(desk.db())?)
}

/// Whom an edit is about.
struct Whom {
    of: Of,
    name: String,
    /// The records, each once, in the order of lists or as they were picked.
    ids: Vec<i64>,
    held: Vec<Held>,
}

fn whom(desk: &Desk<'_>, subject: &Subject, edit: &Edit) -> Result<Whom, Error> {
    desk.require(Right::MassEdit)?;
    let whom = subject::resolve(desk, subject)?;
    let restricted = |id: i64| Held { id, why: Why::Restricted };
    let in_trash = |id: i64| Held { id, why: Why::Rule(Rule::InTrash) };
    let Some(which) = &edit.activities else {
        let of = match whom.of {
            criteria::Of::Persons => Of::Persons,
            criteria::Of::Companies => Of::Companies,
        };
        let held =
            whom.held.iter().map(|id| restricted(id.0)).chain(whom.in_trash.iter().copied().map(in_trash)).collect();
        return Ok(Whom { of, name: whom.name, ids: whom.ids, held });
    };
    let (closed, hidden) = (states::restricted(desk)?, sight::hidden(desk)?);
    let mut all = Whom { of: Of::Activities, name: whom.name, ids: Vec::new(), held: Vec::new() };
    let everybody: Vec<i64> = whom.ids.iter().copied().chain(whom.held.iter().map(|id| id.0)).collect();
    for some in everybody.chunks(STEP) {
        for (id, person) in store::mass_edits::activities(desk.db(), whom.of, some, which)? {
            let is = |some: &HashSet<person::Id>| person.is_some_and(|person| some.contains(&person));
            if is(&hidden) {
                continue;
            }
            if is(&closed) { all.held.push(restricted(id)) } else { all.ids.push(id) }
        }
    }
    for some in whom.in_trash.chunks(STEP) {
        let theirs = store::mass_edits::activities(desk.db(), whom.of, some, which)?;
        all.held.extend(theirs.into_iter().map(|(id, _)| in_trash(id)));
    }
    Ok(all)
}

/// Returns identities in the order in which they lie in the file, each with its place.
fn order(ids: &[i64]) -> Vec<(i64, usize)> {
    let mut order: Vec<(i64, usize)> = ids.iter().copied().zip(0..).collect();
    order.sort_unstable();
    order
}

#[cfg(test)]
mod tests;
