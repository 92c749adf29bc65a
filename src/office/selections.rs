//! Selections: named sets of persons or companies, and the questions about who is in them.
//!
//! Everybody who sees persons sees the selections, but for those that only their owner sees, and who may change settings
//! (somebody must be able to tidy up after a colleague who left). What only some see, nothing is made of that more see.
//! The right to make selections makes them, and changes and removes what one made oneself; what somebody else made
//! takes the right to change settings as well. Those that come with the program stay as they are, but for what they warn
//! of, which takes the same two. Nobody who lies in the trash is in a selection: the trash lists them. Who is
//! restricted (art. 18) counts and is listed by name, but is put into no static selection, and [`subjects`] holds them
//! back from whatever is done to a selection. Criteria about a field that the user does not see are no criteria for
//! them, whoever made them: they would tell what the field holds. Whom the user may not see, the store leaves out of
//! every answer: [`ask`] is the one place that says for whom.

pub mod alerts;
pub mod charts;
mod details;
pub mod preparing;
mod putting;
pub mod sentence;
mod uses;
mod words;

use std::collections::HashMap;

use super::subject::{self, Subject as Meant};
use super::{Desk, Error, Rule, states};
use crate::model::criteria::{self, Node, Of, Vocabulary};
use crate::model::journal::{Kind as Entry, Subject};
use crate::model::list::{self, List};
use crate::model::selection::{Id, Kind, Members, NAME, Operation, Ready, Selection, Visible};
use crate::model::user::{self, Right};
use crate::model::{Moment, company, person, text};
use crate::store::criteria::{Asking, Who};
use crate::store::selections::Kept;
use crate::{i18n, search, store};
pub use details::{Details, describe, rename};
pub use putting::{Moved, put_into, take_out};
use uses::made_of;
pub use uses::{Used, catalogue, users};
use words::Words;

/// What a new selection is called.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct New {
    /// Its name.
    pub name: String,
    /// What it is for; may be empty.
    pub description: String,
    /// What it is of.
    pub of: Of,
    /// Who sees it.
    pub visible: Visible,
}

/// A selection and how many are in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The selection.
    pub selection: Selection,
    /// How many are in it; none where the user may not ask, or what it asks for is no more.
    pub count: Option<u64>,
    /// The names of those that are made of it, as far as the user sees them.
    pub used_by: Vec<String>,
}

/// What came of putting records into a static selection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Put {
    /// The selection.
    pub selection: Selection,
    /// How many are in it now.
    pub count: u64,
    /// Persons who were not put into it, because the processing of their data is restricted.
    pub held: Vec<person::Id>,
}

/// Whom something is done to that is done to a selection of persons.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Subjects {
    /// Those to whom it can be done, in the order of lists.
    pub ids: Vec<person::Id>,
    /// Those who are held back, because the processing of their data is restricted.
    pub held: Vec<person::Id>,
}

/// Returns all selections that the user sees, by name: those that come with the program, and the office's own.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn all(desk: &Desk<'_>) -> Result<Vec<Selection>, Error> {
    let mut all = every(desk)?;
    all.retain(|selection| is_seen(desk, selection));
    Ok(all)
}

fn is_seen(desk: &Desk<'_>, selection: &Selection) -> bool {
    let user = desk.user();
    selection.visible == Visible::All || selection.owner == Some(user.id) || user.may(Right::Settings)
}

/// Returns all selections, also those that the user does not see.
fn every(desk: &Desk<'_>) -> Result<Vec<Selection>, Error> {
    desk.require(Right::See)?;
    let (said, own): (Vec<Selection>, Vec<Selection>) =
        store::selections::all(desk.db())?.into_iter().partition(|kept| Ready::from_id(kept.id).is_some());
    let ready = Ready::ALL.map(|ready| {
        // Of these, the file only keeps what the office lets them warn of.
        let said = said.iter().find(|kept| kept.id == ready.id());
        Selection {
            id: ready.id(),
            name: i18n::text(desk.lang(), &format!("selection-ready-{}", ready.key())),
            description: String::new(),
            kind: Kind::Dynamic,
            of: Of::Persons,
            owner: None,
            visible: Visible::All,
            alert: said.map(|said| said.alert.clone()).unwrap_or_default(),
            created_at: Moment::default(),
            updated_at: said.map(|said| said.updated_at).unwrap_or_default(),
            updated_by: said.map_or(user::FIRST_ID, |said| said.updated_by),
        }
    });
    Ok(ready.into_iter().chain(own).collect())
}

/// Returns all selections with how many are in each, and what is made of them.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn list(desk: &Desk<'_>) -> Result<Vec<Listed>, Error> {
    let listed = |Used { selection, by }: Used| {
        let count = count_if_it_can(desk, selection.id)?;
        Ok(Listed { selection, count, used_by: by })
    };
    catalogue(desk)?.into_iter().map(listed).collect()
}

/// Returns how many are in a selection; none where the user may not ask, or what it asks for is no more.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`]; the database's.
pub fn count_if_it_can(desk: &Desk<'_>, id: Id) -> Result<Option<u64>, Error> {
    match count(desk, id) {
        Ok(count) => Ok(Some(count)),
        Err(Error::Criteria(_) | Error::Store(store::Error::Criteria)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Returns the selection that a name, or an identity, names; one that comes with the program also goes by its key.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`].
pub fn find(desk: &Desk<'_>, word: &str) -> Result<Selection, Error> {
    let all = all(desk)?;
    named(&all, word).cloned().ok_or(Error::NoSuch("selection"))
}

fn named<'s>(all: &'s [Selection], word: &str) -> Option<&'s Selection> {
    let folded = search::fold(word.trim());
    let by_id = word.parse::<Id>().ok();
    let ready = Ready::ALL.into_iter().find(|ready| ready.key() == word).map(Ready::id);
    all.iter()
        .find(|known| Some(known.id) == by_id)
        .or_else(|| all.iter().find(|known| search::fold(&known.name) == folded))
        .or_else(|| all.iter().find(|known| Some(known.id) == ready))
}

fn get(desk: &Desk<'_>, id: Id) -> Result<Selection, Error> {
    all(desk)?.into_iter().find(|known| known.id == id).ok_or(Error::NoSuch("selection"))
}

/// Returns a selection of the office's own, which the user may change: their own, or with the right to change settings
/// anybody's.
fn own(desk: &Desk<'_>, id: Id) -> Result<Selection, Error> {
    if Ready::from_id(id).is_some() {
        return Err(Error::Refused(Rule::SelectionReady));
    }
    let selection = get(desk, id)?;
    if selection.owner != Some(desk.user().id) {
        desk.require(Right::Settings)?;
    }
    Ok(selection)
}

/// Reads criteria as the user may ask them.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Criteria`].
pub fn read(desk: &Desk<'_>, of: Of, criteria: &str) -> Result<Node, Error> {
    desk.require(Right::See)?;
    Ok(criteria::read(criteria, of, &Words::of(desk)?)?)
}

/// Returns criteria as JSON, as people write them.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`] where something they name is no more.
pub fn written(desk: &Desk<'_>, criteria: &Node) -> Result<serde_json::Value, Error> {
    desk.require(Right::See)?;
    criteria.to_json(&Words::of(desk)?).ok_or(Error::NoSuch("criterion"))
}

/// Makes a selection of whoever criteria are true of.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Refused`] for a name that cannot be taken; [`Error::Criteria`].
pub fn create(desk: &mut Desk<'_>, new: &New, criteria: &Node) -> Result<Selection, Error> {
    let kept = kept(desk, new.of, criteria)?;
    require_shared(desk, new.visible, &criteria.selections())?;
    insert(desk, new, &kept)
}

/// Asks something else of whoever is to be in a dynamic selection.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`] where it is no dynamic one; [`Error::Criteria`];
/// [`Rule::SelectionOfItself`].
pub fn change(desk: &mut Desk<'_>, id: Id, criteria: &Node) -> Result<Selection, Error> {
    desk.require(Right::Selections)?;
    let before = own(desk, id)?;
    if before.kind != Kind::Dynamic {
        return Err(Error::NoSuch("dynamic selection"));
    }
    let kept = kept(desk, before.of, criteria)?;
    require_shared(desk, before.visible, &criteria.selections())?;
    if reachable(desk, before.of, criteria.selections())?.contains_key(&id) {
        return Err(Error::Refused(Rule::SelectionOfItself));
    }
    let after = changed(desk, before);
    store::selections::change(desk.db(), &after, &kept)?;
    note(desk, Entry::SelectionChanged, id)?;
    Ok(after)
}

/// Returns criteria as they are kept, if they can be asked.
fn kept(desk: &Desk<'_>, of: Of, criteria: &Node) -> Result<Kept, Error> {
    desk.require(Right::Selections)?;
    let json = allow(desk, of, criteria)?;
    ask(desk, of, criteria.selections(), |asking| Ok(store::criteria::check(&asking, Who::Criteria(criteria))?))?;
    let mut items = criteria.items();
    items.sort_unstable();
    items.dedup();
    Ok(Kept::Dynamic(json, items))
}

/// Makes a selection of these records.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Refused`] for a name that cannot be taken; [`Error::NoPerson`] or
/// [`Error::NoCompany`] for one that is not there; [`Right::SeeOthers`] for one whom the user may not see.
pub fn create_of(desk: &mut Desk<'_>, new: &New, ids: &[i64]) -> Result<Put, Error> {
    let selection = insert(desk, new, &Kept::Static)?;
    let closed = states::restricted(desk)?;
    let mut held = Vec::new();
    let stamp = (desk.now(), desk.user().id);
    for id in ids {
        match new.of {
            Of::Persons => {
                let id = person::Id(*id);
                if store::persons::updated_at(desk.db(), id)?.is_none() {
                    return Err(Error::NoPerson(id));
                }
                desk.require_visible(id)?;
                if closed.contains(&id) {
                    if !held.contains(&id) {
                        held.push(id);
                    }
                    continue;
                }
            }
            Of::Companies => {
                let id = company::Id(*id);
                desk.require_company(id)?;
            }
        }
        store::selections::put(desk.db(), new.of, selection.id, *id, stamp)?;
    }
    let count = count(desk, selection.id)?;
    Ok(Put { selection, count, held })
}

/// Makes a selection of those whom a subject means now: a list that stays as it is. Whom the user may not see is left
/// out of it.
///
/// # Errors
/// Those of [`create_of`] and [`subject::resolve`].
pub fn keep(desk: &mut Desk<'_>, new: &New, subject: &Meant) -> Result<Put, Error> {
    desk.require(Right::Selections)?;
    let whom = subject::resolve(desk, subject)?;
    let all: Vec<i64> = whom.ids.iter().copied().chain(whom.held.iter().map(|id| id.0)).collect();
    create_of(desk, &New { of: whom.of, ..new.clone() }, &all)
}

/// Makes sure that the user can make a selection of a name, before something is done that is to be kept as one.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Refused`].
pub fn require_name(desk: &Desk<'_>, name: &str) -> Result<(), Error> {
    desk.require(Right::Selections)?;
    fit(desk, name, None).map(|_| ())
}

/// Makes a selection of what two others have.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`]; [`Error::Refused`] for a name that cannot be taken, and where one is of
/// persons and one of companies.
pub fn combine(
    desk: &mut Desk<'_>,
    new: &New,
    operation: Operation,
    first: Id,
    second: Id,
) -> Result<Selection, Error> {
    desk.require(Right::Selections)?;
    let (one, other) = (get(desk, first)?, get(desk, second)?);
    if one.of != other.of {
        return Err(Error::Refused(Rule::SelectionsDiffer));
    }
    require_shared(desk, new.visible, &[first, second])?;
    let new = New { of: one.of, ..new.clone() };
    let selection = insert(desk, &new, &Kept::Combined(operation, first, second))?;
    ask(desk, new.of, vec![selection.id], |asking| Ok(store::criteria::check(&asking, Who::Selection(selection.id))?))?;
    Ok(selection)
}

/// Makes a static selection of whoever is in another one now.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`]; [`Error::Refused`] for a name that cannot be taken; [`Error::Criteria`].
pub fn copy(desk: &mut Desk<'_>, id: Id, new: &New) -> Result<Put, Error> {
    desk.require(Right::Selections)?;
    let from = get(desk, id)?;
    let held = match from.of {
        Of::Persons => subjects(desk, id)?.held,
        Of::Companies => Vec::new(),
    };
    let selection = insert(desk, &New { of: from.of, ..new.clone() }, &Kept::Static)?;
    let stamp = (desk.now(), desk.user().id);
    let put = ask(desk, from.of, vec![id], |asking| {
        Ok(store::criteria::put_into(desk.db(), &asking, Who::Selection(id), selection.id, stamp)?)
    })?;
    Ok(Put { selection, count: u64::try_from(put).unwrap_or(u64::MAX), held })
}

fn changed(desk: &Desk<'_>, before: Selection) -> Selection {
    Selection { updated_at: desk.after(before.updated_at), updated_by: desk.user().id, ..before }
}

/// Removes a selection. Who was in it stays.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`]; [`Error::Refused`] where others are made of it, or it comes with the program.
pub fn remove(desk: &mut Desk<'_>, id: Id) -> Result<(), Error> {
    desk.require(Right::Selections)?;
    own(desk, id)?;
    if !made_of(desk, id)?.is_empty() {
        return Err(Error::Refused(Rule::SelectionInUse));
    }
    store::selections::remove(desk.db(), id)?;
    note(desk, Entry::SelectionRemoved, id)
}

/// Makes sure that what everybody sees is made of nothing that only some see.
fn require_shared(desk: &Desk<'_>, visible: Visible, named: &[Id]) -> Result<(), Error> {
    let is_private = |known: &Selection| known.visible == Visible::Own && named.contains(&known.id);
    if visible == Visible::All && every(desk)?.iter().any(is_private) {
        return Err(Error::Refused(Rule::SelectionPrivate));
    }
    Ok(())
}

/// Returns how many are in a selection: also those the processing of whose data is restricted.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`]; [`Error::Criteria`].
pub fn count(desk: &Desk<'_>, id: Id) -> Result<u64, Error> {
    let selection = get(desk, id)?;
    ask(desk, selection.of, vec![id], |asking| Ok(store::criteria::count(desk.db(), &asking, Who::Selection(id))?))
}

/// Returns of how many criteria are true, for whoever puts them together.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Criteria`].
pub fn count_of(desk: &Desk<'_>, of: Of, criteria: &Node) -> Result<u64, Error> {
    desk.require(Right::See)?;
    allow(desk, of, criteria)?;
    let who = Who::Criteria(criteria);
    ask(desk, of, criteria.selections(), |asking| Ok(store::criteria::count(desk.db(), &asking, who)?))
}

/// Returns how many two selections would have as a combined one.
///
/// # Errors
/// Those of [`count`]; [`Rule::SelectionsDiffer`].
pub fn count_combined(desk: &Desk<'_>, operation: Operation, first: Id, second: Id) -> Result<u64, Error> {
    let (one, other) = (get(desk, first)?, get(desk, second)?);
    if one.of != other.of {
        return Err(Error::Refused(Rule::SelectionsDiffer));
    }
    let (is, is_not) = (Node::Selection, |id| Node::Not(Box::new(Node::Selection(id))));
    let node = match operation {
        Operation::Union => Node::Any(vec![is(first), is(second)]),
        Operation::Intersect => Node::All(vec![is(first), is(second)]),
        Operation::OnlyFirst => Node::All(vec![is(first), is_not(second)]),
        Operation::OnlySecond => Node::All(vec![is(second), is_not(first)]),
        Operation::Difference => {
            Node::Any(vec![Node::All(vec![is(first), is_not(second)]), Node::All(vec![is(second), is_not(first)])])
        }
    };
    count_of(desk, one.of, &node)
}

/// Returns who is in a selection, in the order of lists: at most `limit` of them after the first `offset`.
///
/// # Errors
/// Those of [`count`].
pub fn page(desk: &Desk<'_>, id: Id, limit: usize, offset: usize) -> Result<Vec<i64>, Error> {
    let selection = get(desk, id)?;
    ask(desk, selection.of, vec![id], |asking| {
        Ok(store::criteria::ids(desk.db(), &asking, Who::Selection(id), limit, offset)?)
    })
}

/// Returns whom something is done to that is done to a selection of persons: everybody in it but those the processing
/// of whose data is restricted.
///
/// # Errors
/// Those of [`count`]; [`Error::NoSuch`] where the selection is not of persons.
pub fn subjects(desk: &Desk<'_>, id: Id) -> Result<Subjects, Error> {
    if get(desk, id)?.of != Of::Persons {
        return Err(Error::NoSuch("selection of persons"));
    }
    let closed = states::restricted(desk)?;
    let everybody = page(desk, id, usize::MAX, 0)?.into_iter().map(person::Id);
    let (held, ids) = everybody.partition(|id| closed.contains(id));
    Ok(Subjects { ids, held })
}

/// Returns who would be in a selection of persons if they did not lie in the trash, in the order of lists. For what
/// concerns everybody whose data is kept.
///
/// # Errors
/// Those of [`subjects`].
pub(in crate::office) fn in_trash(desk: &Desk<'_>, id: Id) -> Result<Vec<person::Id>, Error> {
    let selection = get(desk, id)?;
    if selection.of != Of::Persons {
        return Err(Error::NoSuch("selection of persons"));
    }
    ask(desk, selection.of, vec![id], |asking| Ok(store::criteria::in_trash(desk.db(), &asking, Who::Selection(id))?))
}

/// Returns what decides who is in a selection.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`]; [`Error::Criteria`] where it names what is no more, or what the user does
/// not see.
pub fn members_of(desk: &Desk<'_>, id: Id) -> Result<Members, Error> {
    let selection = get(desk, id)?;
    members(desk, &Words::of(desk)?, id, selection.of)?.ok_or(Error::NoSuch("selection"))
}

fn members(desk: &Desk<'_>, words: &dyn Vocabulary, id: Id, of: Of) -> Result<Option<Members>, Error> {
    if let Some(ready) = Ready::from_id(id) {
        let purposes: Vec<list::Id> = desk.lists()?.all_of(List::Purpose).map(|item| item.id).collect();
        return Ok(Some(Members::Dynamic(ready.criteria(&purposes))));
    }
    Ok(match store::selections::kept(desk.db(), id)? {
        Some(Kept::Dynamic(json, _)) => Some(Members::Dynamic(criteria::read(&json, of, words)?)),
        Some(Kept::Static) => Some(Members::Static),
        Some(Kept::Combined(operation, first, second)) => Some(Members::Combined(operation, first, second)),
        None => None,
    })
}

/// Returns what decides who is in these selections, and in those that they are made of.
fn reachable(desk: &Desk<'_>, of: Of, mut wanted: Vec<Id>) -> Result<HashMap<Id, Members>, Error> {
    let mut known = HashMap::new();
    if wanted.is_empty() {
        return Ok(known);
    }
    let words = Words::of(desk)?.of_others(desk)?;
    while let Some(id) = wanted.pop() {
        if known.contains_key(&id) {
            continue;
        }
        if let Some(members) = members(desk, &words, id, of)? {
            wanted.extend(members.depends_on());
            known.insert(id, members);
        }
    }
    Ok(known)
}

/// Asks the store about records, with everything that criteria and selections need.
fn ask<T>(
    desk: &Desk<'_>,
    of: Of,
    named: Vec<Id>,
    question: impl FnOnce(Asking<'_>) -> Result<T, Error>,
) -> Result<T, Error> {
    let selections = reachable(desk, of, named)?;
    // The one place where it is said whom an answer leaves out.
    let viewer = desk.viewer();
    let direct = desk.rules()?.direct_marketing();
    question(Asking { of, today: desk.today(), now: desk.now(), viewer, selections: &selections, direct: &direct })
}

/// Allows criteria only about what the user sees, and such as could have been written elsewhere: the same limits hold.
fn allow(desk: &Desk<'_>, of: Of, criteria: &Node) -> Result<String, Error> {
    let words = Words::of(desk)?.stored();
    let json = criteria.to_json(&words).ok_or(Error::NoSuch("criterion"))?.to_string();
    criteria::read(&json, of, &words)?;
    Ok(json)
}

fn insert(desk: &mut Desk<'_>, new: &New, kept: &Kept) -> Result<Selection, Error> {
    desk.require(Right::Selections)?;
    let (name, key) = fit(desk, &new.name, None)?;
    let kind = match kept {
        Kept::Dynamic(..) => Kind::Dynamic,
        Kept::Static => Kind::Static,
        Kept::Combined(..) => Kind::Combined,
    };
    let (now, by) = (desk.now(), desk.user().id);
    let selection = Selection {
        id: Id(desk.db().new_id()),
        name,
        description: described(&new.description),
        kind,
        of: new.of,
        owner: Some(by),
        visible: new.visible,
        alert: String::new(),
        created_at: now,
        updated_at: now,
        updated_by: by,
    };
    store::selections::insert(desk.db(), &selection, &key, kept)?;
    note(desk, Entry::SelectionAdded, selection.id)?;
    Ok(selection)
}

fn note(desk: &mut Desk<'_>, kind: Entry, id: Id) -> Result<(), Error> {
    desk.changes.selections = true;
    desk.note(kind, Subject::Record(id.0), Vec::new())
}

/// Returns a name as it is kept, and folded, if no other selection goes by it. What comes with the program goes by its
/// names in all languages.
fn fit(desk: &Desk<'_>, name: &str, but: Option<Id>) -> Result<(String, String), Error> {
    let name = text::single_line(name);
    let key = search::fold(&name);
    let ready = |ready: Ready| {
        let names = i18n::Lang::ALL.map(|lang| i18n::text(lang, &format!("selection-ready-{}", ready.key())));
        names.iter().any(|name| search::fold(name) == key) || ready.key() == key
    };
    let taken = Ready::ALL.into_iter().any(ready)
        || store::selections::all(desk.db())?
            .iter()
            .any(|known| Some(known.id) != but && search::fold(&known.name) == key);
    // A number would be taken for the identity of another.
    let fits = !key.trim().is_empty() && !text::is_longer(&name, NAME) && name.parse::<i64>().is_err();
    if fits && !taken { Ok((name, key)) } else { Err(Error::Refused(Rule::SelectionNameUnfit)) }
}

fn described(description: &str) -> String {
    text::multi_line(description).chars().take(text::LONG_LINE).collect()
}

#[cfg(test)]
mod tests;
