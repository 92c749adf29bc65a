//! Bringing in the contacts somebody has today: looking at a file, planning what each row becomes, doing it in one
//! transaction, and taking it back.

mod ahead;
mod carrying;
mod file;
mod kept;
mod known;
mod reading;
mod undoing;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

pub use carrying::carry_out;
pub use undoing::undo;

use self::ahead::ahead;
use self::kept::Kept;
use self::known::{Known, Signs};
use self::reading::{Candidate, Reader};
use super::erasure::suppression::{self, Recogniser};
use super::rules::Required;
use super::{Desk, Error, Progress, Rule, sight, states};
use crate::model::basis::{Basis, Decision};
use crate::model::field::{Field, OF_ACTIVITIES};
use crate::model::import::{Counts, Fate, Id, OnDuplicate, Rejection, Target, Terms, Twin};
use crate::model::list::{self, List};
use crate::model::user::Right;
use crate::model::{Reason, person, user};
use crate::store;
use crate::transfer::{self, Format, Origin, Parser, Recognised, RowError};

/// What looking into a file told.
#[derive(Debug, Clone)]
pub struct Opened {
    /// Where it lies.
    pub path: PathBuf,
    /// The format it was opened as.
    pub format: Format,
    /// What it is: separator, encoding, version.
    pub recognised: Recognised,
    /// The program that wrote it, as far as its headings tell.
    pub origin: Origin,
    /// Whether the headings stand in the file; otherwise they are made up.
    pub has_headings: bool,
    /// The columns' headings.
    pub headings: Vec<String>,
    /// What each column seems to mean.
    pub guesses: Vec<Target>,
    /// The first rows.
    pub sample: Vec<Vec<String>>,
    /// How many rows there are, where that is known without reading all.
    pub rows: Option<u64>,
}

/// How many rows a preview shows.
const SAMPLE: usize = 20;

/// Looks into a file. Takes a moment: not on the thread that draws.
///
/// # Errors
/// [`Error::Transfer`] where it cannot be read or is of no known kind; [`Error::Cancelled`].
pub fn open(parser: &Parser, path: &Path, format: Format, progress: &Progress) -> Result<Opened, Error> {
    let reading = file::read(parser, path, format, progress)?;
    let head = reading.head;
    let mut sample = Vec::with_capacity(SAMPLE);
    for row in reading.rows {
        match row {
            Ok(row) => sample.push(row),
            Err(error) => drop(file::unless_lost(error)?),
        }
        if sample.len() == SAMPLE {
            break;
        }
    }
    let recognition = transfer::recognise(&head.headings, &sample);
    Ok(Opened {
        path: path.to_owned(),
        format,
        recognised: head.recognised,
        origin: recognition.origin,
        has_headings: head.has_heading_row,
        headings: head.headings,
        guesses: recognition.columns.into_iter().map(|guess| guess.target).collect(),
        sample: sample.into_iter().map(|row| row.cells).collect(),
        rows: head.row_count_hint,
    })
}

impl Opened {
    /// Leaves out the columns that were taken for own fields which the office does not have, and returns their headings.
    ///
    /// # Errors
    /// The database's.
    pub fn without_unknown(&mut self, desk: &Desk<'_>) -> Result<Vec<String>, Error> {
        let own = desk.fields()?;
        let mut left = Vec::new();
        for (place, guess) in self.guesses.iter_mut().enumerate() {
            if let Target::Field(Field::Custom(key)) = guess
                && !own.iter().any(|field| field.key == *key)
            {
                *guess = Target::Ignore;
                left.extend(self.headings.get(place).cloned());
            }
        }
        Ok(left)
    }
}

/// Returns what a column becomes by the key of a field, as scripts write it; several columns of e-mails, phones or
/// addresses are told apart by `nth`.
///
/// # Errors
/// [`Reason::NoSuchField`] as [`Error::Invalid`].
pub fn target(key: &str, nth: usize) -> Result<Target, Error> {
    use crate::model::import::AddressPart;
    let part = |part| Target::Address { nth, part, label: None };
    Ok(match key {
        "ignore" => Target::Ignore,
        "full_name" | "name" => Target::FullName,
        "basis" | "legal_basis" => Target::Basis,
        "source" => Target::Source,
        "comment" => Target::Comment,
        "email" | "emails" => Target::Email { nth, label: None },
        "mobile" => Target::Phone { nth, label: Some("mobile") },
        "phone" | "phones" => Target::Phone { nth, label: None },
        "address" | "addresses" => part(AddressPart::Street),
        "postcode" => part(AddressPart::Postcode),
        "city" => part(AddressPart::City),
        _ => match key.parse::<Field>() {
            Ok(field) if OF_ACTIVITIES.contains(&field) => {
                return Err(Error::invalid(field, Reason::NoSuchField));
            }
            Ok(
                Field::Picture
                | Field::Relation
                | Field::LegalBasis
                | Field::Purpose
                | Field::Name
                | Field::OrgNumber
                | Field::OfCompany(_),
            )
            | Err(_) => {
                return Err(Error::invalid(Field::Custom(key.to_owned()), Reason::NoSuchField));
            }
            Ok(field) => Target::Field(field),
        },
    })
}

/// What is to be imported, and how.
#[derive(Debug, Clone)]
pub struct Request {
    /// The file.
    pub path: PathBuf,
    /// Its format.
    pub format: Format,
    /// Who reads it.
    pub parser: Parser,
    /// What each column means.
    pub mapping: Vec<Target>,
    /// What holds for everybody in the file.
    pub terms: Terms,
    /// Why people who were erased may come in again; without it, their rows are left out.
    pub overrule: Option<String>,
}

/// What will happen, or happened, with one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The row's number in the file, from 1.
    pub row: u64,
    /// The name it gives.
    pub name: String,
    /// What happens with it.
    pub fate: Fate,
    /// Who the row is about, where a second card is made all the same.
    pub like: Option<Twin>,
    /// Whether a row that is left out says that the person withdrew or objects, as their card does not say yet: that is
    /// entered all the same, and the row counts among those that change a card.
    pub notes_refusal: bool,
}

impl Planned {
    fn rejected(row: u64, name: String, rejection: Rejection) -> Self {
        Self { row, name, fate: Fate::Reject(rejection), like: None, notes_refusal: false }
    }
}

/// What was read of a row.
#[allow(clippy::large_enum_variant, reason = "nearly all rows are of the large one, and each would be allocated apart")]
enum Read {
    /// The row is empty.
    Nothing,
    /// It cannot be read.
    Unreadable(RowError),
    /// Who it is about, or the name it gives and why it cannot be taken.
    Row(u64, Result<(Signs, Candidate), (String, Rejection)>),
}

/// What an import would do. The same value is then carried out.
#[derive(Debug, Clone)]
pub struct Plan {
    /// What was asked for.
    pub request: Request,
    /// How many rows meet which fate.
    pub counts: Counts,
    /// Every row of the file that holds anything.
    pub rows: Vec<Planned>,
    /// The fields of columns that are left out because they are not collected, or not to be filled by the user.
    pub left_out: Vec<Field>,
    /// Who else a row may be about, by its number: a refusal of any of them counts.
    others: HashMap<u64, Vec<Twin>>,
    /// The rows that can be taken.
    kept: Arc<Kept>,
    /// The file's size and time of change when it was read.
    file: (u64, Option<SystemTime>),
}

/// What an import did.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// The import, by which it can be undone.
    pub id: Id,
    /// How many rows met which fate.
    pub counts: Counts,
    /// Every row of the file that held anything.
    pub rows: Vec<Planned>,
    /// The cards that were made or changed, in the order of the file.
    pub persons: Vec<person::Id>,
    /// The fields of columns that were left out because they are not collected, or not to be filled by the user.
    pub left_out: Vec<Field>,
}

/// What undoing an import did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Undone {
    /// Cards that the import had made and that are gone again.
    pub removed: Vec<person::Id>,
    /// Cards that hold again what they held before.
    pub restored: Vec<person::Id>,
    /// Cards that were left alone: somebody changed them since, or they cannot hold any more what they held before.
    pub held: Vec<person::Id>,
    /// Cards that wait: they are restricted, or the user may not see them. Undoing the import again reaches them once
    /// that is over.
    pub waiting: Vec<person::Id>,
}

/// Returns the size and time of change of a file.
fn fingerprint(path: &Path) -> Result<(u64, Option<SystemTime>), Error> {
    let data = std::fs::metadata(path).map_err(|source| Error::File { path: path.to_owned(), source })?;
    Ok((data.len(), data.modified().ok()))
}

/// Checks what holds for the whole file.
fn check(desk: &Desk<'_>, request: &Request) -> Result<(), Error> {
    let Terms { purpose, basis, condition, source, .. } = &request.terms;
    let lists = desk.lists()?;
    if lists.get(*purpose).is_none_or(|item| item.list != List::Purpose) {
        return Err(Error::invalid(Field::Purpose, Reason::Unknown));
    }
    if lists.get(*source).is_none_or(|item| item.list != List::Source) {
        return Err(Error::invalid(Field::Source, Reason::Unknown));
    }
    if basis.basis == Basis::Void {
        return Err(Error::Refused(Rule::ImportNeedsBasis));
    }
    let decision = Decision { condition: *condition, ..Decision::new(*purpose, *basis, *source) };
    super::legal_basis::checked(desk, &decision)?;
    let own = desk.fields()?;
    for target in &request.mapping {
        if let Target::Field(Field::Custom(key)) = target
            && !own.iter().any(|field| field.key == *key)
        {
            return Err(Error::invalid(Field::Custom(key.clone()), Reason::NoSuchField));
        }
    }
    Ok(())
}

/// Says what an import would do, row by row, and changes nothing.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Transfer`] for the file; [`Error::Invalid`] for an unknown purpose, source or own
/// field; [`Error::Cancelled`].
pub fn plan(desk: &mut Desk<'_>, request: &Request, progress: &Progress) -> Result<Plan, Error> {
    desk.require(Right::Import)?;
    if request.overrule.is_some() {
        desk.require(Right::Override)?;
    }
    check(desk, request)?;
    let file = fingerprint(&request.path)?;
    let reading = file::of(request, progress)?;
    let total = reading.head.row_count_hint.unwrap_or(0);
    let reader = Reader::new(desk, request)?;
    let mut known = Known::new(desk.db(), total)?;
    let marker = known.marker();
    let rows = reading.rows;
    let read = move |each: &mut dyn FnMut(Read) -> bool| {
        let mut kept = Kept::default();
        for row in rows {
            let ends = row.as_ref().is_err_and(RowError::ends_reading);
            let read = match row {
                Err(error) => Read::Unreadable(error),
                Ok(row) if row.cells.iter().all(|cell| cell.trim().is_empty()) => Read::Nothing,
                Ok(row) => {
                    let read = reader.read(&row.cells);
                    if read.is_ok() {
                        kept.push(&row);
                    }
                    Read::Row(row.number, read.map(|candidate| (marker.signs(&candidate.content), candidate)))
                }
            };
            if !each(read) || ends {
                break;
            }
        }
        kept
    };
    if let Some(reason) = &request.overrule {
        suppression::stated(reason)?;
    }
    let recogniser = Recogniser::new(desk)?;
    let (kept, planned) = ahead(read, |read| -> Result<_, Error> {
        let mut rows = Vec::new();
        let mut others = HashMap::new();
        // The refusals that rows of this file bring.
        let mut refusals: HashMap<Twin, Basis> = HashMap::new();
        let (closed, hidden) = (states::restricted(desk)?, sight::of_others(desk)?);
        let trashed = store::trash::persons(desk.db())?;
        for (done, read) in (1..).zip(read) {
            progress.at(done, total.max(done))?;
            let (number, (signs, candidate)) = match read {
                Read::Nothing => continue,
                Read::Unreadable(error) => {
                    let error = file::unless_lost(error)?;
                    let rejection = Rejection { field: None, reason: reading::row_key(error.problem) };
                    rows.push(Planned::rejected(error.row, String::new(), rejection));
                    continue;
                }
                Read::Row(number, Err((name, rejection))) => {
                    rows.push(Planned::rejected(number, name, rejection));
                    continue;
                }
                Read::Row(number, Ok(read)) => (number, read),
            };
            let twins = known.find(desk.db(), &signs)?;
            if twins.iter().any(|twin| matches!(twin, Twin::Card(id) if closed.contains(id))) {
                rows.push(Planned::rejected(number, candidate.content.full_name(), reading::restricted()));
                continue;
            }
            if twins.iter().any(|twin| matches!(twin, Twin::Card(id) if hidden.contains(id))) {
                rows.push(Planned::rejected(number, candidate.content.full_name(), reading::unseen()));
                continue;
            }
            if twins.iter().any(|twin| matches!(twin, Twin::Card(id) if trashed.contains(id))) {
                rows.push(Planned::rejected(number, candidate.content.full_name(), reading::in_trash()));
                continue;
            }
            if request.overrule.is_none() && recogniser.knows(desk, &candidate.content)? {
                rows.push(Planned::rejected(number, candidate.content.full_name(), reading::suppressed()));
                continue;
            }
            let twin = twins.first().copied();
            if gives_away(desk, candidate.content.our_contact, twin, request.terms.on_duplicate)? {
                rows.push(Planned::rejected(number, candidate.content.full_name(), reading::given_away()));
                continue;
            }
            let fate = match (twin, request.terms.on_duplicate) {
                (None, _) | (Some(_), OnDuplicate::Add) => Fate::New,
                (Some(twin), OnDuplicate::Skip) => Fate::Skip(twin),
                (Some(twin), OnDuplicate::Fill) => Fate::Fill(twin),
                (Some(twin), OnDuplicate::Replace) => Fate::Replace(twin),
            };
            let about = match fate {
                Fate::Fill(twin) | Fate::Replace(twin) | Fate::Skip(twin) => twin,
                Fate::New | Fate::Reject(_) => Twin::Row(number),
            };
            let is_left_out = matches!(fate, Fate::Skip(_));
            if !is_left_out {
                known.add(&signs, about);
            }
            if twins.len() > 1 {
                others.insert(number, twins[1..].to_vec());
            }
            let basis = candidate.basis.unwrap_or(request.terms.basis).basis;
            let mut notes_refusal = false;
            if basis.is_refusal() {
                let stands = match (refusals.insert(about, basis), about) {
                    (None, Twin::Card(id)) => {
                        store::ledger::current(desk.db(), id, request.terms.purpose)?.map(|named| named.basis)
                    }
                    (earlier, Twin::Card(_) | Twin::Row(_)) => earlier,
                };
                notes_refusal = is_left_out && stands != Some(basis);
            }
            let like = twin.filter(|_| fate == Fate::New);
            rows.push(Planned { row: number, name: candidate.content.full_name(), fate, like, notes_refusal });
        }
        Ok((rows, others))
    })?;
    let (rows, others) = planned?;
    let counts = count(&rows);
    let rules = desk.rules()?;
    // The file says why its people are kept for its own purpose only.
    if rules.required == Required::Refuse && request.terms.purpose != list::SALES && counts.added > 0 {
        return Err(Error::Refused(Rule::BasisRequired));
    }
    let left_out = request.mapping.iter().filter_map(|target| rules.fields.left_out(target)).collect();
    Ok(Plan { request: request.clone(), counts, rows, left_out, others, kept: Arc::new(kept), file })
}

/// Returns whether a row makes or leaves a card that somebody else looks after, whom the user could not see then.
fn gives_away(
    desk: &Desk<'_>,
    contact: Option<user::Id>,
    twin: Option<Twin>,
    on_duplicate: OnDuplicate,
) -> Result<bool, Error> {
    if !desk.is_unseen_with(contact) {
        return Ok(false);
    }
    Ok(match (twin, on_duplicate) {
        (None | Some(_), OnDuplicate::Add) | (None, _) | (Some(_), OnDuplicate::Replace) => true,
        (Some(_), OnDuplicate::Skip) => false,
        // The contact that a card names stays.
        (Some(Twin::Card(id)), OnDuplicate::Fill) => !store::persons::is_looked_after(desk.db(), id)?,
        (Some(Twin::Row(_)), OnDuplicate::Fill) => true,
    })
}

/// Counts fates. A row that is left out but for a refusal counts as an update. Rows that fill or replace count as updates, though some may turn out to change nothing.
fn count(rows: &[Planned]) -> Counts {
    let mut counts = Counts { rows: rows.len() as u64, ..Counts::default() };
    for row in rows {
        match row.fate {
            Fate::New => counts.added += 1,
            Fate::Skip(_) if row.notes_refusal => counts.updated += 1,
            Fate::Fill(_) | Fate::Replace(_) => counts.updated += 1,
            Fate::Skip(_) => counts.skipped += 1,
            Fate::Reject(_) => counts.rejected += 1,
        }
    }
    counts
}

#[cfg(test)]
mod tests;
