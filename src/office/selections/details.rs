//! What is said of a selection beside who is in it: its name, what it is for, who sees it, what it warns of.

use super::{Id, changed, described, fit, get, made_of, note, own, require_shared};
use crate::model::journal::Kind as Entry;
use crate::model::selection::{Ready, Selection, Visible};
use crate::model::text;
use crate::model::user::Right;
use crate::office::{Desk, Error, Rule};
use crate::store;

/// What becomes of a selection's details; what is not given stays.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Details {
    /// Its name.
    pub name: Option<String>,
    /// What it is for.
    pub description: Option<String>,
    /// Who sees it.
    pub visible: Option<Visible>,
    /// What the cards of its members warn of; empty for no warning.
    pub alert: Option<String>,
}

/// Changes what is said of a selection. Of one that comes with the program, only what it warns of can be changed.
///
/// # Errors
/// [`Error::Forbidden`], also for what is somebody else's; [`Error::NoSuch`]; [`Error::Refused`] for a name that cannot
/// be taken, for anything but the warning where the selection comes with the program, and where more would see it than
/// what it is made of, or fewer than what is made of it.
pub fn describe(desk: &mut Desk<'_>, id: Id, details: &Details) -> Result<Selection, Error> {
    desk.require(Right::Selections)?;
    if let Some(ready) = Ready::from_id(id) {
        return warn_of_ready(desk, ready, details);
    }
    let before = own(desk, id)?;
    let (name, key) = fit(desk, details.name.as_deref().unwrap_or(&before.name), Some(id))?;
    let description = details.description.as_deref().map_or_else(|| before.description.clone(), described);
    let visible = details.visible.unwrap_or(before.visible);
    let alert = details.alert.as_deref().map_or_else(|| before.alert.clone(), warning);
    if visible != before.visible {
        match visible {
            Visible::All => require_shared(desk, visible, &super::members_of(desk, id)?.depends_on())?,
            Visible::Own => {
                if made_of(desk, id)?.iter().any(|other| other.visible == Visible::All || other.owner != before.owner) {
                    return Err(Error::Refused(Rule::SelectionPrivate));
                }
            }
        }
    }
    let after = Selection { name, description, visible, alert, ..changed(desk, before) };
    store::selections::describe(desk.db(), &after, &key)?;
    note(desk, Entry::SelectionChanged, id)?;
    Ok(after)
}

/// Lets a selection that comes with the program warn of something, or of nothing any more.
fn warn_of_ready(desk: &mut Desk<'_>, ready: Ready, details: &Details) -> Result<Selection, Error> {
    let before = get(desk, ready.id())?;
    let says_more = details.name.as_ref().is_some_and(|name| *name != before.name)
        || details.description.as_ref().is_some_and(|description| !description.is_empty())
        || details.visible.is_some_and(|visible| visible != before.visible);
    if says_more {
        return Err(Error::Refused(Rule::SelectionReady));
    }
    // It is everybody's.
    desk.require(Right::Settings)?;
    let alert = details.alert.as_deref().map_or_else(|| before.alert.clone(), warning);
    let after = Selection { alert, ..changed(desk, before) };
    store::selections::warn_of_ready(desk.db(), &after, ready.key())?;
    note(desk, Entry::SelectionChanged, ready.id())?;
    Ok(after)
}

/// Gives a selection another name, or another description where one is given.
///
/// # Errors
/// Those of [`describe`].
pub fn rename(desk: &mut Desk<'_>, id: Id, name: &str, description: Option<&str>) -> Result<Selection, Error> {
    let (name, description) = (Some(name.to_owned()), description.map(str::to_owned));
    describe(desk, id, &Details { name, description, ..Details::default() })
}

/// Returns a warning as it is kept: one line, at most as long as a banner can show.
fn warning(alert: &str) -> String {
    text::single_line(alert).chars().take(text::LONG_LINE).collect()
}
