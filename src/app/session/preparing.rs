//! Preparing the office: where each point is seen to, and the list taken out again.

use iced::Task;

use super::{Destination, Message, Session, Turn};
use crate::office::preparation::{self, Point};
use crate::screen::settings::Page;
use crate::screen::today;

/// Returns the page of the settings where a point is seen to.
pub(super) fn page(point: Point) -> Page {
    match point {
        Point::Business | Point::Contact => Page::Business,
        Point::Mapping => Page::Categories,
        Point::Fields => Page::Fields,
        Point::Keeping => Page::Keeping,
        Point::Bases | Point::Statement => Page::Purposes,
        Point::Informing => Page::Sources,
        Point::Recovery | Point::Lock => Page::Keys,
        Point::Backup | Point::Elsewhere => Page::Backups,
        Point::People => Page::People,
        Point::Templates => Page::Templates,
        Point::Account => Page::Mail,
    }
}

impl Session {
    /// Shows the list of steps, taken out again where it was put away.
    pub(super) fn prepare(&mut self) -> Turn {
        let lang = self.scene.lang;
        let written = self.scene.office.write(|desk| preparation::put_away(desk, false));
        let task = Task::perform(written, move |written| Message::Today(today::Message::prepared(written, lang)));
        Turn::task(task).and(self.go(Destination::Today))
    }
}
