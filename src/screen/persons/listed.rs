//! The list of persons.

use crate::i18n::Lang;
use crate::model::change::Changes;
use crate::model::person::{Id, Line};
use crate::office::finding::{Column, Found, Order};
use crate::office::{Answer, Desk, Error, Office, bookmarks, persons};
use crate::screen::Scene;
use crate::screen::columns;
use crate::screen::list::{self, Kind, is_person_column_shown, person_cell};
use crate::t;
use crate::theme::Element;
use crate::vault::Slot;
use crate::widget::long_list::columns as widget;

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
    const FIRST: &'static str = "persons-first";
    const CHOOSER: &'static str = "persons-columns";
    const HEADINGS: &'static str = "persons";
    const REPORTS: bool = true;
    const MANY: &'static str = "persons-mass-edit";
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

    fn likeliest(office: &Office, typed: &str) -> Option<Id> {
        office.likeliest(typed)
    }

    fn lines(desk: &Desk<'_>, ids: &[Id]) -> Result<Vec<Line>, Error> {
        persons::lines(desk, ids)
    }

    fn favourites(desk: &Desk<'_>) -> Result<Vec<Id>, Error> {
        bookmarks::favourites(desk)
    }

    fn recent(desk: &Desk<'_>) -> Result<Vec<Id>, Error> {
        bookmarks::recent(desk)
    }

    fn touched(changes: &Changes) -> (Vec<Id>, &[Id]) {
        (changes.persons.clone(), &changes.removed)
    }

    fn is_shown(column: Column, scene: &Scene) -> bool {
        is_person_column_shown(column, scene)
    }

    fn cell<'a>(list: &'a List, line: &'a Line, column: Column, scene: &'a Scene) -> Element<'a, Message> {
        person_cell(list, line, column, scene)
    }
}

impl columns::Kind for Column {
    const ALL: &'static [Self] = &[
        Self::Name,
        Self::Company,
        Self::Email,
        Self::Mobile,
        Self::Category,
        Self::Basis,
        Self::Updated,
        Self::Title,
        Self::City,
        Self::OurContact,
        Self::LastActivity,
    ];
    const SHOWN: usize = 7;
    const FEW: &'static [Self] = &[Self::Name, Self::Company, Self::Basis];

    fn key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Company => "company",
            Self::Email => "email",
            Self::Mobile => "mobile",
            Self::Category => "category",
            Self::Basis => "basis",
            Self::Updated => "updated",
            Self::Title => "title",
            Self::City => "city",
            Self::OurContact => "our-contact",
            Self::LastActivity => "last-activity",
        }
    }

    fn name(self, lang: Lang) -> String {
        match self {
            Self::Name => t!(lang, "list-column-name"),
            Self::Company => t!(lang, "list-column-company"),
            Self::Email => t!(lang, "list-column-email"),
            Self::Mobile => t!(lang, "list-column-mobile"),
            Self::Category => t!(lang, "list-column-category"),
            Self::Basis => t!(lang, "list-column-basis"),
            Self::Updated => t!(lang, "list-column-updated"),
            Self::Title => t!(lang, "field-title"),
            Self::City => t!(lang, "field-city"),
            Self::OurContact => t!(lang, "field-our_contact"),
            Self::LastActivity => t!(lang, "field-last_activity"),
        }
    }

    fn usual(self, tight: bool) -> widget::Column {
        let fixed = |wide, narrow| widget::Column::fixed(if tight { narrow } else { wide });
        match self {
            Self::Name => widget::Column::fill(5),
            Self::Company | Self::Title => widget::Column::fill(if tight { 4 } else { 5 }),
            Self::Email => widget::Column::fill(if tight { 5 } else { 6 }),
            Self::Mobile => fixed(140.0, 122.0),
            Self::Category => fixed(130.0, 84.0),
            Self::Basis => fixed(168.0, 152.0),
            Self::Updated => fixed(100.0, 96.0),
            Self::City | Self::OurContact => fixed(120.0, 96.0),
            Self::LastActivity => fixed(112.0, 108.0),
        }
    }
}
