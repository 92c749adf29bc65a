//! Marking and noting what screens of cards show, for the user's favourites and what was seen last.

use iced::Task;

use super::Scene;
use crate::office::bookmarks::{self, Record};
use crate::office::problem::Problem;
use crate::t;

/// Makes a record a favourite, or takes that back.
pub fn mark(record: Record, favourite: bool, scene: &Scene) -> Task<Result<(), Problem>> {
    let lang = scene.lang;
    let done = scene.office.write(move |desk| bookmarks::mark(desk, record, favourite));
    Task::perform(done, move |done| done.map_err(|error| Problem::new(&error, lang)))
}

/// Returns the words for a record that became a favourite, or is one no longer.
pub fn marked(favourite: bool, scene: &Scene) -> String {
    if favourite { t!(scene.lang, "favourite-added") } else { t!(scene.lang, "favourite-removed") }
}

/// Notes beside everything else that a card was opened. Where that fails, nobody misses it.
pub fn note_opened<M: Send + 'static>(record: Record, scene: &Scene) -> Task<M> {
    let noted = scene.office.write(move |desk| bookmarks::opened(desk, record));
    Task::future(async move {
        let _ = noted.await;
    })
    .discard()
}
