//! The list of companies.

use crate::i18n::Lang;
use crate::model::change::Changes;
use crate::model::company::{Id, Line};
use crate::office::finding::{CompanyColumn, Found, Order};
use crate::office::{Answer, Desk, Error, Office, bookmarks, companies};
use crate::screen::Scene;
use crate::screen::columns;
use crate::screen::list::{self, Kind, company_cell, is_company_column_shown};
use crate::t;
use crate::theme::Element;
use crate::vault::Slot;
use crate::widget::long_list::columns as widget;

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
    const FIRST: &'static str = "companies-first";
    const CHOOSER: &'static str = "companies-columns";
    const HEADINGS: &'static str = "companies";
    const MANY: &'static str = "companies-mass-edit";
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

    fn likeliest(office: &Office, typed: &str) -> Option<Id> {
        office.likeliest_company(typed)
    }

    fn lines(desk: &Desk<'_>, ids: &[Id]) -> Result<Vec<Line>, Error> {
        companies::lines(desk, ids)
    }

    fn favourites(desk: &Desk<'_>) -> Result<Vec<Id>, Error> {
        bookmarks::favourite_companies(desk)
    }

    fn recent(desk: &Desk<'_>) -> Result<Vec<Id>, Error> {
        bookmarks::recent_companies(desk)
    }

    fn touched(changes: &Changes) -> (Vec<Id>, &[Id]) {
        // One that is gone is read and not found.
        (changes.companies.clone(), &[])
    }

    fn is_shown(column: CompanyColumn, scene: &Scene) -> bool {
        is_company_column_shown(column, scene)
    }

    fn cell<'a>(list: &'a List, line: &'a Line, column: CompanyColumn, scene: &'a Scene) -> Element<'a, Message> {
        company_cell(list, line, column, scene)
    }
}

impl columns::Kind for CompanyColumn {
    const ALL: &'static [Self] =
        &[Self::Name, Self::OrgNumber, Self::City, Self::Category, Self::People, Self::Updated];
    const SHOWN: usize = 6;
    const FEW: &'static [Self] = &[Self::Name, Self::City, Self::People];

    fn key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::OrgNumber => "org-number",
            Self::City => "city",
            Self::Category => "category",
            Self::People => "people",
            Self::Updated => "updated",
        }
    }

    fn name(self, lang: Lang) -> String {
        match self {
            Self::Name => t!(lang, "list-column-name"),
            Self::OrgNumber => t!(lang, "companies-column-number"),
            Self::City => t!(lang, "field-city"),
            Self::Category => t!(lang, "list-column-category"),
            Self::People => t!(lang, "company-people"),
            Self::Updated => t!(lang, "list-column-updated"),
        }
    }

    fn usual(self, tight: bool) -> widget::Column {
        let fixed = |wide, narrow| widget::Column::fixed(if tight { narrow } else { wide });
        match self {
            Self::Name => widget::Column::fill(7),
            Self::City => widget::Column::fill(4),
            Self::OrgNumber | Self::Category => fixed(150.0, 130.0),
            Self::People => fixed(90.0, 80.0),
            Self::Updated => fixed(110.0, 100.0),
        }
    }
}
