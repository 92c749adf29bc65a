//! The list of persons.

use crate::model::change::Changes;
use crate::model::person::{Id, Line};
use crate::office::finding::{Column, Found, Order};
use crate::office::{Answer, Desk, Error, Office, persons};
use crate::screen::list::{self, Kind};
use crate::vault::Slot;

/// Persons, as what is listed.
#[derive(Debug, Clone, Copy, Default)]
pub struct Persons;

/// The list's state.
pub type List = list::State<Persons>;
/// What happens to the list.
pub type Message = list::Message<Persons>;

impl Kind for Persons {
    type Id = Id;
    type Line = Line;
    type Column = Column;
    const SEARCH: &'static str = "persons-search";
    const ROWS: &'static str = "persons-list";
    const SLOTS: (Slot, Slot) = (Slot("arriving lines"), Slot("lines"));

    fn id(line: &Line) -> Id {
        line.id
    }

    fn prepare(office: &Office) -> Answer<()> {
        office.prepare_search()
    }

    fn find(office: &Office, typed: &str, order: Order) -> Answer<Found> {
        office.find(typed, order)
    }

    fn find_first(office: &Office, typed: &str) -> Option<Found> {
        office.find_first(typed)
    }

    fn lines(desk: &Desk<'_>, ids: &[Id]) -> Result<Vec<Line>, Error> {
        persons::lines(desk, ids)
    }

    fn touched(changes: &Changes) -> (Vec<Id>, &[Id]) {
        (changes.persons.clone(), &changes.removed)
    }
}
