//! What an edit would change, before and after, a page at a time; and whom it holds back, by name.

use super::judging::{Judge, Verdict};
use super::terms::{Terms, words};
use super::{Held, Plan};
use crate::model::field::Field;
use crate::model::list;
use crate::model::mass_edit::Of;
use crate::model::user::Right;
use crate::model::{activity, company, person, subscription};
use crate::office::{Desk, Error};
use crate::t;
use crate::{i18n, store};

/// What of a record changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A field.
    Field(Field),
    /// The legal basis of a purpose.
    Basis(list::Id),
    /// What was answered to a type of mailings.
    Subscription(list::Id),
    /// That the processing is restricted.
    Restriction,
}

/// One thing that an edit would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The record.
    pub id: i64,
    /// Its name, or what an activity says and with whom.
    pub name: String,
    /// What changes.
    pub what: What,
    /// What it is, in the user's language; may be empty.
    pub before: String,
    /// What it will be; may be empty.
    pub after: String,
}

/// Returns what a plan changes of at most `limit` records after the first `offset`, a line for each thing.
///
/// Nothing is shown of whom the user may not see, or whose card was closed since the plan was made.
///
/// # Errors
/// [`Error::Forbidden`]; those of [`super::plan`].
pub fn sample(desk: &Desk<'_>, plan: &Plan, limit: usize, offset: usize) -> Result<Vec<Shown>, Error> {
    desk.require(Right::MassEdit)?;
    let ids: Vec<i64> = plan.changing.iter().skip(offset).take(limit).copied().collect();
    let terms = Terms::read(desk, plan.of, &plan.edit)?;
    let own = desk.fields()?.to_vec();
    let mut judge = Judge::new(desk, &terms)?;
    let places = super::order(&ids);
    let mut shown: Vec<Vec<Shown>> = vec![Vec::new(); ids.len()];
    for (place, found) in judge.read(desk, &places)? {
        let Verdict::Change(mut change) = judge.judge(desk, found)? else { continue };
        let id = change.before.id();
        let Some(name) = name(desk, plan.of, id)? else { continue };
        let mut add = |what, before, after| shown[place].push(Shown { id, name: name.clone(), what, before, after });
        for field in &change.fields {
            let text = |kept: Option<super::kept::Kept>| match kept {
                Some(kept) => words(desk, &terms, field, &kept),
                None => Ok(String::new()),
            };
            let (before, after) = (text(change.before.kept(field, &own))?, text(change.after.kept(field, &own))?);
            add(What::Field(field.clone()), before, after);
        }
        for (place, _) in &change.grants {
            let Some(decision) = terms.grants.get(*place) else { continue };
            let lists = desk.lists()?;
            let now = store::ledger::current(desk.db(), person::Id(id), decision.purpose)?;
            let before = now.map(|named| lists.name(named.item, desk.lang()).to_owned()).unwrap_or_default();
            let after = lists.name(decision.item, desk.lang()).to_owned();
            add(What::Basis(decision.purpose), before, after);
        }
        for said in change.answers.iter().filter_map(|place| terms.answers.get(*place)) {
            let now = subscription::current(&change.answered, said.kind).and_then(|row| row.wanted);
            let words =
                |wanted| i18n::text(desk.lang(), if wanted { "subscription-wanted" } else { "subscription-refused" });
            add(What::Subscription(said.kind), now.map(words).unwrap_or_default(), words(said.wanted));
        }
        if let Some((ground, _)) = &terms.restrict {
            let after = t!(desk.lang(), "mass-edit-restricted", letter = ground.letter());
            add(What::Restriction, String::new(), after);
        }
    }
    Ok(shown.into_iter().flatten().collect())
}

/// Returns the names of records that are held back, in their order; none for those that are gone, and those whom the
/// user may not see.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn held(desk: &Desk<'_>, of: Of, held: &[Held]) -> Result<Vec<Option<String>>, Error> {
    desk.require(Right::MassEdit)?;
    held.iter().map(|one| name_of_held(desk, of, one.id)).collect()
}

/// Returns what a record is called, if it may be said.
fn name(desk: &Desk<'_>, of: Of, id: i64) -> Result<Option<String>, Error> {
    match of {
        Of::Persons if !desk.reaches(person::Id(id))? => Ok(None),
        Of::Persons => Ok(store::persons::name(desk.db(), person::Id(id))?),
        Of::Companies => Ok(store::companies::name(desk.db(), company::Id(id))?),
        Of::Activities => {
            let Some(activity) = store::activities::get(desk.db(), activity::Id(id))? else { return Ok(None) };
            let content = &activity.content;
            let whose = match (content.person, content.company) {
                (Some(person), _) => name(desk, Of::Persons, person.0)?,
                (None, Some(company)) => name(desk, Of::Companies, company.0)?,
                (None, None) => Some(String::new()),
            };
            Ok(whose.map(|whose| format!("{whose}: {}", content.headline())))
        }
    }
}

/// As [`name`]; of a closed card the name is shown and nothing more.
fn name_of_held(desk: &Desk<'_>, of: Of, id: i64) -> Result<Option<String>, Error> {
    let person = match of {
        Of::Persons => Some(person::Id(id)),
        Of::Companies => None,
        Of::Activities => {
            store::activities::get(desk.db(), activity::Id(id))?.and_then(|activity| activity.content.person)
        }
    };
    match person {
        Some(person) if !desk.sees(person)? => Ok(None),
        Some(person) if !desk.reaches(person)? => Ok(store::persons::name(desk.db(), person)?),
        Some(_) | None => name(desk, of, id),
    }
}
