//! Cards as files, and the register of what was handed out.
//!
//! What leaves the card file is a selection, or records that were picked. Those the processing of whose data is
//! restricted are held back, whom the user may not see is left out, and a field that the user does not see is refused.
//! The file, its row in the register, whom it is about and the entry in the journal are made together: where one
//! cannot be, none is. One thread reads the cards while another writes the file, so that an export of any size takes
//! little memory.

mod cards;
mod cells;
mod columns;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::sync_channel;
use std::thread;

pub(super) use columns::labels;
pub use columns::{Column, Offered, named, offered};

use self::cells::Cells;
use super::subject::{self, Subject};
use super::{Desk, Error, Progress, sight};
use crate::i18n::Lang;
use crate::model::criteria::Of;
use crate::model::export::{Export, Format, Id};
use crate::model::field::Field;
use crate::model::journal::{Kind, Subject as About};
use crate::model::user::Right;
use crate::model::{Reason, person, text};
use crate::store;
use crate::store::feed::cards::Wanted as Pass;
use crate::t;
use crate::transfer::outgoing::{Batch, Outgoing, Shape};

/// Up to so many records are written in the order of lists. More, which nobody reads from top to bottom, stand in the
/// order in which their cards were made, as they are read.
const IN_ORDER: usize = 20_000;
/// Cells are handed over when they take so many bytes.
const BATCH: usize = 64 * 1_024;
/// So many batches wait at most.
const WAITING: usize = 4;

/// Whose cards are exported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// Those of a selection, or that were picked.
    Subject(Subject),
    /// All that the user may see.
    Everybody(Of),
}

/// What is to be exported, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Whose cards.
    pub who: Who,
    /// Where the file is to lie; what lies there before is replaced.
    pub path: PathBuf,
    /// What kind of file it is.
    pub format: Format,
    /// The columns in their order; none for the usual ones.
    pub columns: Vec<Column>,
    /// Whether it is made for programs: columns go by their keys, and nothing keeps spreadsheets from running a cell.
    pub raw: bool,
    /// What it is for; may be empty.
    pub purpose: String,
    /// To whom it goes; may be empty.
    pub recipient: String,
}

/// What an export would hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// What is exported.
    pub of: Of,
    /// What the selection is called; empty where records were picked.
    pub name: String,
    /// How many records.
    pub rows: u64,
    /// Persons who are held back, because the processing of their data is restricted (art. 18).
    pub held: Vec<person::Id>,
    /// Of those who were picked, those who lie in the trash.
    pub in_trash: Vec<i64>,
}

/// What an export made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// Its row in the register.
    pub entry: Export,
    /// Persons who were held back, because the processing of their data is restricted (art. 18).
    pub held: Vec<person::Id>,
    /// Of those who were picked, those who lie in the trash.
    pub in_trash: Vec<i64>,
}

/// Whom an export is about, in the order in which they are to stand.
struct Whom {
    of: Of,
    name: String,
    ids: Vec<i64>,
    held: Vec<person::Id>,
    in_trash: Vec<i64>,
}

fn whom(desk: &Desk<'_>, who: &Who) -> Result<Whom, Error> {
    match who {
        Who::Subject(subject) => {
            let subject::Whom { of, name, ids, held, in_trash } = subject::resolve(desk, subject)?;
            Ok(Whom { of, name, ids, held, in_trash })
        }
        Who::Everybody(Of::Persons) => {
            let mut whom = Whom {
                of: Of::Persons,
                name: t!(desk.lang(), "export-everybody"),
                ids: store::feed::by_name(desk.db())?.into_iter().map(|id| id.0).collect(),
                held: Vec::new(),
                in_trash: Vec::new(),
            };
            let out = sight::out_of_reach(desk)?;
            if !out.is_empty() {
                let hidden = sight::hidden(desk)?;
                let mut held: Vec<person::Id> = out.iter().filter(|id| !hidden.contains(id)).copied().collect();
                held.sort_unstable();
                whom.held = held;
                whom.ids.retain(|id| !out.contains(&person::Id(*id)));
            }
            Ok(whom)
        }
        Who::Everybody(Of::Companies) => Ok(Whom {
            of: Of::Companies,
            name: t!(desk.lang(), "export-all-companies"),
            ids: store::feed::companies::by_name(desk.db())?.into_iter().map(|id| id.0).collect(),
            held: Vec::new(),
            in_trash: Vec::new(),
        }),
    }
}

/// Says how many records an export would hold, and who is held back.
///
/// # Errors
/// [`Error::Forbidden`]; those of [`subject::resolve`].
pub fn plan(desk: &Desk<'_>, who: &Who) -> Result<Plan, Error> {
    desk.require(Right::Export)?;
    let Whom { of, name, ids, held, in_trash } = whom(desk, who)?;
    Ok(Plan { of, name, rows: ids.len() as u64, held, in_trash })
}

/// Writes cards to a file, and enters it in the register.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Refused`] for a field that the user does not see, or a place among the card file's
/// own; [`Error::Invalid`] where what it is for, or to whom, is too long; [`Error::Transfer`] where the file cannot be
/// written; [`Error::Cancelled`]. There is no file then, and what was there before stays.
pub fn export(desk: &mut Desk<'_>, wanted: &Wanted, progress: &Progress) -> Result<Exported, Error> {
    desk.require(Right::Export)?;
    desk.require_outside(&wanted.path)?;
    let [purpose, recipient] = [&wanted.purpose, &wanted.recipient].map(|said| text::single_line(said));
    if [&purpose, &recipient].into_iter().any(|said| text::is_longer(said, text::LONG_LINE)) {
        return Err(Error::invalid(Field::Purpose, Reason::TooLong));
    }
    let whom = whom(desk, &wanted.who)?;
    let columns = columns::chosen(desk, whom.of, wanted.format, &wanted.columns)?;
    let sha256 = write(desk, wanted, &whom, &columns, progress)?;
    desk.has_written(&wanted.path);
    let name = wanted.path.file_name().unwrap_or_default().to_string_lossy();
    let entry = Export {
        id: Id(desk.db().new_id()),
        name: whom.name,
        of: whom.of,
        file: text::single_line(&name),
        format: wanted.format,
        sha256,
        fields: columns.iter().map(Column::to_string).collect(),
        rows: whom.ids.len() as u64,
        purpose,
        recipient,
        at: desk.now(),
        by: desk.user().id,
    };
    store::exports::insert(desk.db(), &entry, if entry.of == Of::Persons { &whom.ids } else { &[] })?;
    desk.note(Kind::Exported, About::Record(entry.id.0), columns.iter().filter_map(Column::field).collect())?;
    Ok(Exported { entry, held: whom.held, in_trash: whom.in_trash })
}

/// Returns the register of exports, the newest first.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn register(desk: &Desk<'_>, limit: usize) -> Result<Vec<Export>, Error> {
    desk.require(Right::Export)?;
    Ok(store::exports::list(desk.db(), limit)?)
}

/// Returns the exports that a person is in, the newest first: who received their data. That they are restricted closes
/// it to nobody, as those who received the data are to be told of that as well (art. 19).
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NoPerson`], or the database's.
pub fn of_person(desk: &Desk<'_>, id: person::Id) -> Result<Vec<Export>, Error> {
    desk.require(Right::See)?;
    desk.require_visible(id)?;
    store::persons::updated_at(desk.db(), id)?.ok_or(Error::NoPerson(id))?;
    Ok(store::exports::of_person(desk.db(), id)?)
}

/// Writes the file and returns its hash.
fn write(
    desk: &Desk<'_>,
    wanted: &Wanted,
    whom: &Whom,
    columns: &[Column],
    progress: &Progress,
) -> Result<String, Error> {
    let mut ids = whom.ids.clone();
    ids.sort_unstable();
    let pass = Pass { of: whom.of, ids: &ids, parts: columns::parts(columns, wanted.format), now: desk.now() };
    let cells = Cells::new(desk, wanted, columns, &pass)?;
    let out = Outgoing::create(&wanted.path, &shape(desk.lang(), wanted, whom.of), &cells.headings())?;
    // Both ends of the pipe are here: when one goes, the other stops.
    let written = thread::scope(|scope| {
        let (sender, receiver) = sync_channel::<Batch>(WAITING);
        let mut out = out;
        let writing = move || {
            for batch in receiver {
                out.rows(&batch)?;
            }
            Ok::<_, crate::transfer::Error>(out)
        };
        let writer = thread::Builder::new().name("export-writer".to_owned());
        let writer = writer.spawn_scoped(scope, writing).map_err(|_| Error::Failed)?;
        let mut send = |batch: Batch| sender.send(batch).map_err(|_| Error::Failed);
        let read = read(desk, &pass, whom, &cells, progress, &mut send);
        drop(sender);
        let out = writer.join().map_err(|_| Error::Failed)??;
        read.map(|()| out)
    });
    progress.at(ids.len() as u64, ids.len() as u64)?;
    Ok(written?.finish(&wanted.path)?)
}

/// Reads the cards and hands over their rows.
fn read(
    desk: &Desk<'_>,
    pass: &Pass<'_>,
    whom: &Whom,
    cells: &Cells<'_>,
    progress: &Progress,
    send: &mut dyn FnMut(Batch) -> Result<(), Error>,
) -> Result<(), Error> {
    let total = pass.ids.len() as u64;
    let mut done = 0;
    let mut step = || {
        done += 1;
        progress.at(done, total)
    };
    if pass.ids.len() > IN_ORDER {
        let mut batch = Batch::default();
        store::feed::cards::each(desk.db(), pass, |card| {
            step()?;
            cells.row(card, &mut batch);
            if batch.bytes() >= BATCH { send(std::mem::take(&mut batch)) } else { Ok(()) }
        })?;
        return send(batch);
    }
    let places: HashMap<i64, usize> = (0..).zip(&whom.ids).map(|(place, id)| (*id, place)).collect();
    let mut rows: Vec<Batch> = whom.ids.iter().map(|_| Batch::default()).collect();
    store::feed::cards::each(desk.db(), pass, |card| {
        step()?;
        if let Some(row) = places.get(&card.id).and_then(|place| rows.get_mut(*place)) {
            cells.row(card, row);
        }
        Ok::<_, Error>(())
    })?;
    rows.into_iter().try_for_each(send)
}

fn shape(lang: Lang, wanted: &Wanted, of: Of) -> Shape {
    match wanted.format {
        Format::Csv if wanted.raw => Shape::Raw,
        // What spreadsheets take for the end of a cell where a comma is the decimal sign.
        Format::Csv => Shape::Csv { separator: if lang == Lang::En { b',' } else { b';' } },
        Format::Xlsx => Shape::Xlsx {
            sheet: match of {
                Of::Persons => t!(lang, "export-sheet-persons"),
                Of::Companies => t!(lang, "export-sheet-companies"),
            },
        },
        Format::Vcard | Format::Copy => Shape::Plain,
    }
}

/// Returns a name for the file of an export, which says nothing of the people in it.
pub fn file_name(lang: Lang, of: Of, format: Format, day: chrono::NaiveDate) -> String {
    let what = match of {
        Of::Persons => t!(lang, "export-sheet-persons"),
        Of::Companies => t!(lang, "export-sheet-companies"),
    };
    format!("{} {day}.{}", what.to_lowercase(), format.key())
}

/// Returns where a file lies that is named without its ending.
pub fn with_ending(path: &Path, format: Format) -> PathBuf {
    if Format::of(path).is_some() { path.to_owned() } else { path.with_added_extension(format.key()) }
}

#[cfg(test)]
mod tests;
