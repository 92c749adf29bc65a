//! Taking files in beside everything else: they are read before any desk is taken, and what is in them in parts, so that
//! saving a card never waits long.

use std::path::Path;
use std::sync::Arc;

use super::{Strangers, Taken, allow, take_in};
use crate::office::{Error, Office, Progress};
use crate::transfer::replies::{self, Came};
use crate::transfer::{Parser, Stop};

/// How many messages one transaction takes in.
const PART: usize = 100;

/// Reads files; that may last, so no desk is taken meanwhile.
///
/// # Errors
/// [`Error::Transfer`] where one cannot be read at all.
pub fn read(parser: &Parser, files: &[impl AsRef<Path>], stop: &Stop) -> Result<Vec<Came>, Error> {
    let mut all = Vec::new();
    for file in files {
        all.extend(replies::read(parser, file.as_ref(), stop)?);
    }
    Ok(all)
}

/// Reads files and takes in what is in them, and returns both. Not to be called at a desk, nor on a thread that draws.
///
/// Whoever stops it keeps what was taken in until then; taken in again, the rest follows.
///
/// # Errors
/// Those of [`read`] and [`take_in`]; [`Error::Cancelled`] where it was stopped before anything was taken in.
pub fn run(
    office: &Office,
    parser: &Parser,
    files: &[impl AsRef<Path>],
    strangers: Strangers,
    progress: &Progress,
) -> Result<(Taken, Arc<Vec<Came>>), Error> {
    // Said before anything is read.
    office.read(move |desk| allow(desk, strangers)).wait()?;
    let all = Arc::new(read(parser, files, progress.stop())?);
    let mut taken = Taken::default();
    for from in (0..all.len().max(1)).step_by(PART) {
        match progress.at(from as u64, all.len() as u64) {
            Err(Error::Cancelled) if from > 0 => {
                taken.untaken = all.len() - from;
                break;
            }
            other => other?,
        }
        let came = Arc::clone(&all);
        let part = office.write(move |desk| {
            let part = came.get(from..came.len().min(from + PART)).unwrap_or_default();
            take_in(desk, part, strangers)
        });
        let mut part = part.wait()?;
        part.left.iter_mut().for_each(|left| left.place += from);
        taken.recognised.append(&mut part.recognised);
        taken.left.append(&mut part.left);
    }
    Ok((taken, all))
}
