//! What is looked at by itself after a card file was opened: whether it is whole, and whether its journal is.

use super::backup::State;
use super::check::Finding;
use super::journal::Verdict;
use super::{Error, Office, backup, check, journal};
use crate::model::user::Right;
use crate::vault::Notice;

/// What was found.
#[derive(Debug, Clone)]
pub struct Report {
    /// What happened on opening.
    pub notices: Vec<Notice>,
    /// What is damaged in the file.
    pub damage: Vec<Finding>,
    /// Which attachments are damaged or missing.
    pub attachments: Vec<Finding>,
    /// Whether the journal holds.
    pub journal: Verdict,
    /// What there is of backups.
    pub backups: State,
}

/// Reads the whole file, every attachment and the whole journal. Some 3 s for a gigabyte, on a thread of the vault that only reads.
///
/// # Errors
/// The vault's, where it cannot be read at all.
pub fn run(office: &Office) -> Result<Report, Error> {
    let (damage, attachments) = office.wait_in_background(office.read(|desk| {
        desk.require(Right::See)?;
        let found = desk.db().cipher_integrity()?;
        let damage: Vec<Finding> = found.into_iter().map(|found| Finding::Cipher(found.text)).collect();
        let mut attachments = if damage.is_empty() { check::attachments(desk)? } else { Vec::new() };
        // A file that belongs to nothing is left over, and nothing is lost by it.
        attachments.retain(|one| !matches!(one, Finding::FilesWithoutAttachment(_)));
        Ok((damage, attachments))
    }))?;
    let journal = journal::examine(office)?;
    Ok(Report { notices: office.notices(), damage, attachments, journal, backups: backup::state(office)? })
}
