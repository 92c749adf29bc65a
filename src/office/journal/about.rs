//! Whom entries are about, by name.

use std::collections::HashMap;

use super::{Line, Wanted, lines, list};
use crate::model::journal::{Group, Kind};
use crate::model::{company, person};
use crate::office::{Desk, Error, persons, selections};
use crate::store;

/// Whose card an entry is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// None in particular.
    Nothing,
    /// A person's.
    Person(person::Id, String),
    /// A company's.
    Company(company::Id, String),
    /// None, but these settings, by their keys.
    Settings(Vec<String>),
    /// None, but this selection.
    Selection(String),
    /// That of somebody who is no longer here, or of a company that is not.
    Erased,
    /// That of somebody whom the user may not see.
    Unseen,
    /// That of somebody who lies in the trash, whom nothing but the trash names.
    InTrash,
}

/// An entry, with the name on the card it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The entry.
    pub line: Line,
    /// Whom it is about.
    pub about: About,
}

/// Returns the entries at places, the newest first, with the names on the cards they are about.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn seen(desk: &Desk<'_>, places: &[i64]) -> Result<Vec<Seen>, Error> {
    with_names(desk, lines(desk, places)?)
}

/// Returns the wanted entries, the newest first, as [`seen`] does.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoPerson`]; or the database's.
pub fn history(desk: &Desk<'_>, wanted: &Wanted) -> Result<Vec<Seen>, Error> {
    with_names(desk, list(desk, wanted)?)
}

fn with_names(desk: &Desk<'_>, lines: Vec<Line>) -> Result<Vec<Seen>, Error> {
    let mut ids: Vec<person::Id> = lines.iter().filter_map(|line| line.person).collect();
    ids.sort_unstable();
    ids.dedup();
    let known = persons::lines(desk, &ids)?;
    let names: HashMap<person::Id, String> =
        known.into_iter().map(|line| (line.id, person::full_name(&line.first_name, &line.last_name))).collect();
    let selections = match selections::all(desk) {
        Err(Error::Forbidden(_)) => Vec::new(),
        all => all?,
    };
    let about = |line: &Line| -> Result<About, Error> {
        if let Some(id) = line.person {
            return Ok(names.get(&id).map_or(About::Unseen, |name| About::Person(id, name.clone())));
        }
        if line.is_unseen {
            return Ok(if line.is_in_trash { About::InTrash } else { About::Unseen });
        }
        if line.is_erased {
            return Ok(About::Erased);
        }
        let group = line.kind.map(Kind::group);
        if line.kind == Some(Kind::SettingsChanged) {
            let keys = store::settings::changed_at(desk.db(), line.at, line.by)?;
            return Ok(if keys.is_empty() { About::Nothing } else { About::Settings(keys) });
        }
        let Some(record) = line.record else { return Ok(About::Nothing) };
        if group == Some(Group::Selections) {
            let selection = selections.iter().find(|known| known.id.0 == record);
            return Ok(selection.map_or(About::Nothing, |known| About::Selection(known.name.clone())));
        }
        Ok(match store::companies::name(desk.db(), company::Id(record))? {
            Some(name) => About::Company(company::Id(record), name),
            None if group == Some(Group::Companies) => About::Erased,
            None => About::Nothing,
        })
    };
    let seen = lines.into_iter().map(|line| Ok(Seen { about: about(&line)?, line }));
    seen.collect::<Result<_, Error>>()
}
