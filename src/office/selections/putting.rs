//! Who is put into a static selection and taken out of it afterwards.

use super::{Id, changed, note, own};
use crate::model::journal::Kind as Entry;
use crate::model::person;
use crate::model::selection::{Kind, Selection};
use crate::model::user::Right;
use crate::office::subject::{self, Subject as Meant};
use crate::office::{Desk, Error, Rule};
use crate::store;

/// What putting somebody into a selection, or taking them out, came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// The selection.
    pub selection: Selection,
    /// How many came in, or went out.
    pub moved: usize,
    /// How many are in it now.
    pub count: u64,
    /// Persons who stayed where they were, because the processing of their data is restricted.
    pub held: Vec<person::Id>,
}

/// Puts those whom a subject means now into a static selection. Whom the user may not see is left out.
///
/// # Errors
/// [`Error::Forbidden`], also where it is somebody else's; [`Rule::SelectionNotStatic`]; [`Rule::SelectionsDiffer`]
/// where one is of persons and the other of companies; [`Error::NoPerson`] for somebody who is not there; those of
/// [`subject::resolve`].
pub fn put_into(desk: &mut Desk<'_>, id: Id, subject: &Meant) -> Result<Moved, Error> {
    carry_out(desk, id, subject, Entry::SelectionJoined)
}

/// Takes those whom a subject means now out of a static selection.
///
/// # Errors
/// Those of [`put_into`].
pub fn take_out(desk: &mut Desk<'_>, id: Id, subject: &Meant) -> Result<Moved, Error> {
    carry_out(desk, id, subject, Entry::SelectionLeft)
}

fn carry_out(desk: &mut Desk<'_>, id: Id, subject: &Meant, kind: Entry) -> Result<Moved, Error> {
    desk.require(Right::Selections)?;
    let before = own(desk, id)?;
    if before.kind != Kind::Static {
        return Err(Error::Refused(Rule::SelectionNotStatic));
    }
    // Who was named and is not there is a mistake of whoever named them.
    if let Meant::Persons(picked) = subject {
        for id in picked.iter() {
            store::persons::updated_at(desk.db(), *id)?.ok_or(Error::NoPerson(*id))?;
        }
    }
    let whom = subject::resolve(desk, subject)?;
    if whom.of != before.of {
        return Err(Error::Refused(Rule::SelectionsDiffer));
    }
    let stamp = (desk.now(), desk.user().id);
    let mut moved = 0;
    for record in whom.ids {
        let has_moved = if kind == Entry::SelectionJoined {
            store::selections::put(desk.db(), before.of, id, record, stamp)?
        } else {
            store::selections::take(desk.db(), before.of, id, record)?
        };
        moved += usize::from(has_moved);
    }
    let mut selection = before;
    if moved > 0 {
        selection = changed(desk, selection);
        store::selections::touch(desk.db(), &selection)?;
        note(desk, kind, id)?;
    }
    let count = super::count(desk, id)?;
    Ok(Moved { selection, moved, count, held: whom.held })
}
