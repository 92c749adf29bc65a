//! What cards hold, read into memory while one builds criteria, so that the count of even the first question is there at
//! once. The file is read part by part, and whatever somebody asks comes in between.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::super::{Desk, Error, Office};
use crate::model::user::Right;
use crate::store;
pub use crate::store::criteria::Filled;

/// With fewer persons than this, a pass over the file is quick enough.
const LEAST: usize = 20_000;
/// How long one waits while somebody else asks.
const PATIENCE: Duration = Duration::from_millis(50);

/// Whether somebody reads.
#[derive(Debug, Default)]
pub(in crate::office) struct Preparing(AtomicBool);

/// Whoever reads, until they end.
struct Turn<'a>(&'a Preparing);

impl Preparing {
    fn take_turn(&self) -> Option<Turn<'_>> {
        (!self.0.swap(true, Ordering::AcqRel)).then_some(Turn(self))
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.0.0.store(false, Ordering::Release);
    }
}

/// Reads a part of what cards hold into memory, from which counts are answered once all of it is there.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn prepare(desk: &Desk<'_>) -> Result<Filled, Error> {
    part(desk, LEAST)
}

fn part(desk: &Desk<'_>, least: usize) -> Result<Filled, Error> {
    desk.require(Right::See)?;
    Ok(store::criteria::prepare(desk.db(), least)?)
}

/// Returns how many bytes are held in memory of what is on the cards; none where nothing is, or not everybody was read.
///
/// # Errors
/// [`Error::Forbidden`].
pub fn held(desk: &Desk<'_>) -> Result<Option<usize>, Error> {
    desk.require(Right::See)?;
    Ok(store::criteria::held(desk.db()))
}

impl Office {
    /// Reads into memory what criteria ask for, and ends when everything is there, or cannot be read: then every question
    /// is asked of the file.
    pub async fn prepare_selections(self) {
        self.prepare_from(LEAST).await;
    }

    pub(super) async fn prepare_from(self, least: usize) {
        let Some(_turn) = self.0.preparing.take_turn() else { return };
        loop {
            match self.read(move |desk| part(desk, least)).await {
                Ok(Filled::More) => {}
                Ok(Filled::Busy) => tokio::time::sleep(PATIENCE).await,
                Ok(Filled::Done) | Err(Error::Gone) => return,
                Err(error) => {
                    tracing::warn!(%error, "what criteria ask for was not read into memory");
                    return;
                }
            }
        }
    }
}
