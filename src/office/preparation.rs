//! Preparing the office in five steps: what is done, read from the state of the card file, and what somebody said is
//! right as it is.

use std::collections::BTreeSet;

pub use crate::model::preparation::{Point, Step};

use super::settings::{self, ItemPart, Plain, Setting, Tongue};
use super::{Desk, Error, backup, mail, setup};
use crate::model::journal::{Kind, Subject};
use crate::model::list::List;
use crate::model::user::Right;
use crate::store;

/// Which points somebody said are right as they are, by their keys.
const CONFIRMED: &str = "preparation.confirmed";
/// Whether the list was put away.
const AWAY: &str = "preparation.away";
/// For how many days a backup is a recent one.
const RECENT: i64 = 7;

/// How a point stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The point.
    pub point: Point,
    /// Whether it is done.
    pub done: bool,
    /// Whether somebody said that it is right as it is.
    pub confirmed: bool,
}

/// How far the office is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preparation {
    /// The points, in their order.
    pub points: Vec<Standing>,
    /// Whether the list was put away.
    pub away: bool,
    /// Whether the people here are made up, so that there is nothing to prepare.
    pub sample: bool,
}

impl Preparation {
    /// Returns the points of a step.
    pub fn of(&self, step: Step) -> impl Iterator<Item = &Standing> {
        self.points.iter().filter(move |standing| standing.point.step() == step)
    }

    /// Returns whether all points of a step are done.
    pub fn is_done(&self, step: Step) -> bool {
        self.of(step).all(|standing| standing.done)
    }

    /// Returns how many steps are done.
    pub fn done(&self) -> usize {
        Step::ALL.into_iter().filter(|step| self.is_done(*step)).count()
    }

    /// Returns whether the list is offered: something is left to do, and nobody put it away.
    pub fn is_offered(&self) -> bool {
        !self.away && !self.sample && self.done() < Step::ALL.len()
    }
}

/// Returns how far the office is.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn state(desk: &Desk<'_>) -> Result<Preparation, Error> {
    desk.require(Right::See)?;
    let confirmed = confirmed(desk)?;
    let standing = |point: Point| {
        let confirmed = point.is_judged() && confirmed.contains(point.key());
        Ok(Standing { point, done: is_done(desk, point, confirmed)?, confirmed })
    };
    let points = Point::ALL.into_iter().map(standing).collect::<Result<Vec<_>, Error>>()?;
    let away = desk.db().vault_info(AWAY)?.as_deref() == Some("yes");
    Ok(Preparation { points, away, sample: setup::is_sample(desk)? })
}

/// Notes that a point is right as it is, or no longer says so.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`] for what the card file itself tells; or the database's.
pub fn confirm(desk: &mut Desk<'_>, point: Point, is_right: bool) -> Result<Preparation, Error> {
    desk.require(Right::Settings)?;
    if !point.is_judged() {
        return Err(Error::NoSuch("point"));
    }
    let mut keys = confirmed(desk)?;
    let is_changed = if is_right { keys.insert(point.key().to_owned()) } else { keys.remove(point.key()) };
    if is_changed {
        let keys: Vec<String> = keys.into_iter().collect();
        desk.db().set_vault_info(CONFIRMED, &keys.join(" "))?;
        desk.changes.settings = true;
        desk.note(Kind::PreparationChanged, Subject::None, Vec::new())?;
    }
    state(desk)
}

/// Puts the list away, or takes it out again.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn put_away(desk: &mut Desk<'_>, away: bool) -> Result<Preparation, Error> {
    desk.require(Right::Settings)?;
    if (desk.db().vault_info(AWAY)?.as_deref() == Some("yes")) != away {
        desk.db().set_vault_info(AWAY, if away { "yes" } else { "no" })?;
        desk.changes.settings = true;
        desk.note(Kind::PreparationChanged, Subject::None, Vec::new())?;
    }
    state(desk)
}

fn confirmed(desk: &Desk<'_>) -> Result<BTreeSet<String>, Error> {
    let keys = desk.db().vault_info(CONFIRMED)?.unwrap_or_default();
    Ok(keys.split_whitespace().map(str::to_owned).collect())
}

/// Returns whether a point is done: what somebody said of it counts where the card file does not know better.
fn is_done(desk: &Desk<'_>, point: Point, confirmed: bool) -> Result<bool, Error> {
    if confirmed && point != Point::Templates {
        return Ok(true);
    }
    let all_filled = |settings: &[Plain]| {
        settings.iter().try_fold(true, |filled, setting| Ok::<_, Error>(filled && !plain(desk, *setting)?.is_empty()))
    };
    Ok(match point {
        Point::Business => {
            all_filled(&[Plain::OfficeName, Plain::OfficeAddress, Plain::OfficeCountry, Plain::OfficeContact])?
        }
        Point::Mapping => every(desk, List::Category, &[ItemPart::Purposes])?,
        Point::Fields => !store::settings::history(desk.db(), "field.", 1)?.is_empty(),
        Point::Keeping => every(desk, List::Category, &[ItemPart::KeepMonths])?,
        Point::Bases => every(desk, List::Purpose, &[ItemPart::Expected])?,
        Point::Statement => every(desk, List::Purpose, &Tongue::ALL.map(ItemPart::StatementUrl))?,
        Point::Informing => {
            let sends = |key: &str| Ok::<_, Error>(item(desk, List::Source, key, ItemPart::Notice)? == "yes");
            any(desk.lists()?.of(List::Source).map(|source| sends(&source.key)))?
        }
        Point::Recovery => setup::recovery_confirmed(desk)?,
        Point::Lock => settings::lock_after(desk)?.is_some(),
        Point::Backup => {
            backup::last(desk)?.is_some_and(|last| (desk.today() - last.local_date()).num_days() <= RECENT)
        }
        Point::Elsewhere => backup::is_elsewhere(desk)?,
        Point::People => setup::users(desk)?.iter().filter(|user| user.removed_at.is_none()).count() > 1,
        Point::Contact => all_filled(&[Plain::OfficePrivacyContact, Plain::OfficeAuthority])?,
        Point::Templates => {
            let texts = mail::templates::list(desk)?;
            let are_whole = texts.iter().all(|text| text.missing.is_empty());
            are_whole && (confirmed || texts.iter().any(|text| text.written.is_some()))
        }
        Point::Account => mail::account::is_set_up(desk)?,
    })
}

fn plain(desk: &Desk<'_>, setting: Plain) -> Result<String, Error> {
    settings::plain(desk, setting)
}

fn item(desk: &Desk<'_>, list: List, key: &str, part: ItemPart) -> Result<String, Error> {
    settings::stored(desk, &Setting::Item { list, item: key.to_owned(), part })
}

/// Returns whether each item of a list that is in use says one of these.
fn every(desk: &Desk<'_>, list: List, parts: &[ItemPart]) -> Result<bool, Error> {
    for found in desk.lists()?.of(list) {
        let says = |part: &ItemPart| Ok(!item(desk, list, &found.key, *part)?.is_empty());
        if !any(parts.iter().map(says))? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn any(answers: impl Iterator<Item = Result<bool, Error>>) -> Result<bool, Error> {
    for answer in answers {
        if answer? {
            return Ok(true);
        }
    }
    Ok(false)
}

#[cfg(test)]
mod tests;
