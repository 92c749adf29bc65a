//! Bringing in the contacts somebody has today: looking at a file, planning what each row becomes, doing it in one
//! transaction, and taking it back.

mod carrying;
mod known;
mod reading;
mod undoing;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

pub use carrying::carry_out;
pub use undoing::undo;

use self::known::Known;
use self::reading::Reader;
use super::{Desk, Error, Progress, Rule};
use crate::model::basis::Basis;
use crate::model::field::{Field, OF_ACTIVITIES};
use crate::model::import::{Counts, Fate, Id, OnDuplicate, Rejection, Target, Terms, Twin};
use crate::model::list::List;
use crate::model::user::Right;
use crate::model::{Reason, person};
use crate::store;
use crate::transfer::{self, Format, Limits, Origin, Recognised};

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
/// [`Error::Transfer`] where it cannot be read or is of no known kind.
pub fn open(path: &Path, format: Format) -> Result<Opened, Error> {
    let source = transfer::open(path, format, &Limits::default())?;
    let sample = source.sample(SAMPLE)?;
    let recognition = transfer::recognise(source.headings(), &sample);
    Ok(Opened {
        path: path.to_owned(),
        format,
        recognised: source.format(),
        origin: recognition.origin,
        has_headings: source.has_heading_row(),
        headings: source.headings().to_vec(),
        guesses: recognition.columns.into_iter().map(|guess| guess.target).collect(),
        sample: sample.into_iter().map(|row| row.cells).collect(),
        rows: source.row_count_hint(),
    })
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
                Field::Picture | Field::Relation | Field::LegalBasis | Field::Purpose | Field::Name | Field::OrgNumber,
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
    /// What each column means.
    pub mapping: Vec<Target>,
    /// What holds for everybody in the file.
    pub terms: Terms,
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

/// What an import would do. The same value is then carried out.
#[derive(Debug, Clone)]
pub struct Plan {
    /// What was asked for.
    pub request: Request,
    /// How many rows meet which fate.
    pub counts: Counts,
    /// Every row of the file that holds anything.
    pub rows: Vec<Planned>,
    /// Who else a row may be about, by its number: a refusal of any of them counts.
    others: HashMap<u64, Vec<Twin>>,
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
}

/// Returns the size and time of change of a file.
fn fingerprint(path: &Path) -> Result<(u64, Option<SystemTime>), Error> {
    let data = std::fs::metadata(path).map_err(|source| Error::File { path: path.to_owned(), source })?;
    Ok((data.len(), data.modified().ok()))
}

/// Checks what holds for the whole file.
fn check(desk: &Desk<'_>, request: &Request) -> Result<(), Error> {
    let Terms { purpose, basis, source, .. } = &request.terms;
    let lists = desk.lists()?;
    if lists.get(*purpose).is_none_or(|item| item.list != List::Purpose) {
        return Err(Error::invalid(Field::Purpose, Reason::Unknown));
    }
    if lists.get(*source).is_none_or(|item| item.list != List::Source) {
        return Err(Error::invalid(Field::Source, Reason::Unknown));
    }
    if *basis == Basis::Void {
        return Err(Error::Refused(Rule::ImportNeedsBasis));
    }
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
    check(desk, request)?;
    let file = fingerprint(&request.path)?;
    let source = transfer::open(&request.path, request.format, &Limits::default())?;
    let total = source.row_count_hint().unwrap_or(0);
    let reader = Reader::new(desk, request)?;
    let mut known = Known::new(desk.db(), total)?;
    let mut rows = Vec::new();
    let mut others = HashMap::new();
    // The refusals that rows of this file bring.
    let mut refusals: HashMap<Twin, Basis> = HashMap::new();
    for (done, row) in (1..).zip(source.rows()?) {
        progress.at(done, total.max(done))?;
        let row = match row {
            Ok(row) => row,
            Err(error) => {
                let reason = reading::row_key(error.problem);
                let fate = Fate::Reject(Rejection { field: None, reason });
                rows.push(Planned { row: error.row, name: String::new(), fate, like: None, notes_refusal: false });
                if error.ends_reading() {
                    break;
                }
                continue;
            }
        };
        if row.cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let planned = match reader.read(&row.cells) {
            Err((name, rejection)) => {
                let fate = Fate::Reject(rejection);
                Planned { row: row.number, name, fate, like: None, notes_refusal: false }
            }
            Ok(candidate) => {
                let content = &candidate.content;
                let twins = known.find(desk.db(), content)?;
                let twin = twins.first().copied();
                let fate = match (twin, request.terms.on_duplicate) {
                    (None, _) | (Some(_), OnDuplicate::Add) => Fate::New,
                    (Some(twin), OnDuplicate::Skip) => Fate::Skip(twin),
                    (Some(twin), OnDuplicate::Fill) => Fate::Fill(twin),
                    (Some(twin), OnDuplicate::Replace) => Fate::Replace(twin),
                };
                let about = match fate {
                    Fate::Fill(twin) | Fate::Replace(twin) | Fate::Skip(twin) => twin,
                    Fate::New | Fate::Reject(_) => Twin::Row(row.number),
                };
                let is_left_out = matches!(fate, Fate::Skip(_));
                if !is_left_out {
                    known.add(content, about);
                }
                if twins.len() > 1 {
                    others.insert(row.number, twins[1..].to_vec());
                }
                let basis = candidate.basis.unwrap_or(request.terms.basis);
                let mut notes_refusal = false;
                if basis.is_refusal() {
                    let stands = match (refusals.insert(about, basis), about) {
                        (None, Twin::Card(id)) => store::ledger::current(desk.db(), id, request.terms.purpose)?,
                        (earlier, Twin::Card(_) | Twin::Row(_)) => earlier,
                    };
                    notes_refusal = is_left_out && stands != Some(basis);
                }
                let like = twin.filter(|_| fate == Fate::New);
                Planned { row: row.number, name: content.full_name(), fate, like, notes_refusal }
            }
        };
        rows.push(planned);
    }
    Ok(Plan { request: request.clone(), counts: count(&rows), rows, others, file })
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
