//! The list of companies.

use crate::model::change::Changes;
use crate::model::company::{Id, Line};
use crate::office::finding::{CompanyColumn, Found, Order};
use crate::office::{Answer, Desk, Error, Office, companies};
use crate::screen::list::{self, Kind};
use crate::vault::Slot;

/// Companies, as what is listed.
#[derive(Debug, Clone, Copy, Default)]
pub struct Companies;

/// The list's state.
pub type List = list::State<Companies>;
/// What happens to the list.
pub type Message = list::Message<Companies>;

impl Kind for Companies {
    type Id = Id;
    type Line = Line;
    type Column = CompanyColumn;
    const SEARCH: &'static str = "companies-search";
    const ROWS: &'static str = "companies-list";
    const SLOTS: (Slot, Slot) = (Slot("arriving companies"), Slot("company lines"));

    fn id(line: &Line) -> Id {
        line.id
    }

    fn prepare(office: &Office) -> Answer<()> {
        office.prepare_company_search()
    }

    fn find(office: &Office, typed: &str, order: Order<CompanyColumn>) -> Answer<Found<Id>> {
        office.find_companies(typed, order)
    }

    fn find_first(office: &Office, typed: &str) -> Option<Found<Id>> {
        office.find_first_companies(typed)
    }

    fn lines(desk: &Desk<'_>, ids: &[Id]) -> Result<Vec<Line>, Error> {
        companies::lines(desk, ids)
    }

    fn touched(changes: &Changes) -> (Vec<Id>, &[Id]) {
        // One that is gone is read and not found.
        (changes.companies.clone(), &[])
    }
}
