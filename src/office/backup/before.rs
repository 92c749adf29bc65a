//! The backup before an import.

use super::{Kept, Reason, State, make, state};
use crate::model::Moment;
use crate::model::journal::Kind;
use crate::model::user::Right;
use crate::office::{Error, Office, journal, setup};
use crate::store;

/// Makes a backup before a file is imported, unless there are no cards yet or nothing changed since the newest one.
///
/// # Errors
/// As [`make`]. An import may go on then: that no backup could be made is kept and shown.
pub fn before_import(office: &Office) -> Result<Option<Kept>, Error> {
    let counts = office.read(|desk| {
        // Who may not import has nothing to be backed up before.
        desk.require(Right::Import)?;
        setup::counts(desk)
    });
    let (persons, companies) = counts.wait()?;
    if persons == 0 && companies == 0 || is_unchanged(office, &state(office)?)? {
        return Ok(None);
    }
    make(office, Reason::BeforeImport).map(Some)
}

/// Answers whether all that happened since the newest backup was that backups were made and the card file unlocked.
fn is_unchanged(office: &Office, state: &State) -> Result<bool, Error> {
    let now = Moment::now();
    let is_of_today = |kept: &&Kept| kept.manifest.made_at.local_date() == now.local_date();
    let Some(newest) = state.newest(now).filter(is_of_today) else { return Ok(false) };
    let head = newest.manifest.head();
    office
        .read(move |desk| {
            if !head.is_in(desk.db())? || journal::head(desk.db())?.count < head.count {
                return Ok(false);
            }
            let mut only_backups = true;
            store::journal::each_after(desk.db(), head.count, |row| {
                only_backups = [Kind::BackupMade, Kind::Unlocked].iter().any(|kind| row.kind == kind.code());
                only_backups
            })?;
            Ok(only_backups)
        })
        .wait()
}
