//! Who is in a selection, as a list like those of all persons and all companies.

use iced::widget::{Row, Space, column, container, row};
use iced::{Alignment, Length, Padding, Task};

use crate::model::change::Changes;
use crate::model::criteria::Of;
use crate::model::user::Right;
use crate::model::{company, person};
use crate::office::exporting::Who;
use crate::office::finding::{Column, CompanyColumn, Found, Order};
use crate::office::subject::Subject;
use crate::office::{Answer, Desk, Error, Office, bookmarks, companies, persons};
use crate::screen::list::{
    self, Ask, Kind, company_cell, is_company_column_shown, is_person_column_shown, person_cell, rows,
};
use crate::screen::{Action, Scene, SelectionAsk, Step};
use crate::t;
use crate::theme::measure::{CAPTION, CONTROL, MEDIUM, SMALL, TINY};
use crate::theme::{Element, Icon, style};
use crate::vault::Slot;
use crate::widget::empty_state::empty_state;
use crate::widget::field::text_field;
use crate::widget::{button, text};

/// The members of a selection of persons.
#[derive(Debug, Clone, Copy, Default)]
pub struct Persons;

/// The members of a selection of companies.
#[derive(Debug, Clone, Copy, Default)]
pub struct Companies;

/// Who is in a selection.
#[derive(Debug)]
pub enum Members {
    /// Persons.
    Persons(Box<list::State<Persons>>),
    /// Companies.
    Companies(Box<list::State<Companies>>),
}

/// What happens in the list.
#[derive(Debug, Clone)]
pub enum Message {
    /// In a list of persons.
    Persons(list::Message<Persons>),
    /// In a list of companies.
    Companies(list::Message<Companies>),
}

impl Members {
    /// Returns the list of a selection of persons or of companies, with nobody in it yet.
    pub fn new(of: Of) -> Self {
        match of {
            Of::Persons => Self::Persons(Box::default()),
            Of::Companies => Self::Companies(Box::default()),
        }
    }

    /// Shows these.
    pub fn show(&mut self, ids: Vec<i64>, scene: &Scene) -> Task<Message> {
        match self {
            Self::Persons(list) => {
                list.show_members(ids.into_iter().map(person::Id).collect(), scene).map(Message::Persons)
            }
            Self::Companies(list) => {
                list.show_members(ids.into_iter().map(company::Id).collect(), scene).map(Message::Companies)
            }
        }
    }

    /// Reads the rows anew that a write changed.
    pub fn changed(&mut self, changes: &Changes, scene: &Scene) -> Task<Message> {
        match self {
            Self::Persons(list) => list.changed(changes, scene).map(Message::Persons),
            Self::Companies(list) => list.changed(changes, scene).map(Message::Companies),
        }
    }

    /// Returns those who were ticked, where they are several.
    pub fn ticked(&self) -> Option<Subject> {
        match self {
            Self::Persons(list) if list.selected() > 1 => Some(Subject::Persons(list.picked().into())),
            Self::Companies(list) if list.selected() > 1 => Some(Subject::Companies(list.picked().into())),
            Self::Persons(_) | Self::Companies(_) => None,
        }
    }

    /// Returns those who are selected, also where it is one.
    pub fn chosen(&self) -> Subject {
        match self {
            Self::Persons(list) => Subject::Persons(list.chosen().into()),
            Self::Companies(list) => Subject::Companies(list.chosen().into()),
        }
    }

    /// Returns the id of the rows.
    pub fn rows(&self) -> &'static str {
        match self {
            Self::Persons(_) => Persons::ROWS,
            Self::Companies(_) => Companies::ROWS,
        }
    }

    /// Does what a message says.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        match (self, message) {
            (Self::Persons(list), Message::Persons(message)) => {
                let (step, ask) = list.update(message, scene);
                let step = step.map(Message::Persons);
                match ask {
                    Some(Ask::Open(id)) => step.and(Action::OpenPerson(id)),
                    Some(Ask::Keep) => {
                        step.and(Action::Selection(SelectionAsk::Keep(Subject::Persons(list.picked().into()))))
                    }
                    Some(Ask::Export) => step.and(Action::Export(Who::Subject(Subject::Persons(list.picked().into())))),
                    Some(Ask::Reports) => step.and(Action::Reports(Subject::Persons(list.picked().into()))),
                    Some(Ask::Delete) => step.and(Action::Delete(Subject::Persons(list.picked().into()))),
                    Some(Ask::MassEdit) => step.and(Action::MassEdit(Subject::Persons(list.picked().into()))),
                    Some(Ask::Merge(kept, gone)) => step.and(Action::Merge(kept, gone)),
                    Some(Ask::Beside(_) | Ask::Follow(_) | Ask::Columns | Ask::New | Ask::Import | Ask::Prepare)
                    | None => step,
                }
            }
            (Self::Companies(list), Message::Companies(message)) => {
                let (step, ask) = list.update(message, scene);
                let step = step.map(Message::Companies);
                match ask {
                    Some(Ask::Open(id)) => step.and(Action::OpenCompany(id)),
                    Some(Ask::Keep) => {
                        step.and(Action::Selection(SelectionAsk::Keep(Subject::Companies(list.picked().into()))))
                    }
                    Some(Ask::Export) => {
                        step.and(Action::Export(Who::Subject(Subject::Companies(list.picked().into()))))
                    }
                    Some(Ask::Delete) => step.and(Action::Delete(Subject::Companies(list.picked().into()))),
                    Some(Ask::MassEdit) => step.and(Action::MassEdit(Subject::Companies(list.picked().into()))),
                    Some(
                        Ask::Beside(_)
                        | Ask::Follow(_)
                        | Ask::Columns
                        | Ask::New
                        | Ask::Import
                        | Ask::Prepare
                        | Ask::Merge(..)
                        | Ask::Reports,
                    )
                    | None => step,
                }
            }
            // The selection whose list it was is no longer shown.
            (Self::Persons(_), Message::Companies(_)) | (Self::Companies(_), Message::Persons(_)) => Step::none(),
        }
    }

    /// Returns the list in a width, in pixels; `is_kept` where it is a list of which the user may take somebody out.
    pub fn view<'a>(&'a self, scene: &'a Scene, width: f32, is_kept: bool) -> Element<'a, Message> {
        match self {
            Self::Persons(list) => view(list, scene, width, is_kept).map(Message::Persons),
            Self::Companies(list) => view(list, scene, width, is_kept).map(Message::Companies),
        }
    }
}

fn view<'a, K: Kind>(
    list: &'a list::State<K>,
    scene: &'a Scene,
    width: f32,
    is_kept: bool,
) -> Element<'a, list::Message<K>> {
    let lang = scene.lang;
    if list.count() == Some(0) && list.typed().is_empty() {
        return empty_state(Icon::Users, t!(lang, "selections-nobody"), t!(lang, "selections-nobody-text"), None);
    }
    let search = text_field(t!(lang, "selections-search-members"), list.typed())
        .id(K::SEARCH)
        .icon(Icon::Search)
        .on_input(list::Message::Typed)
        .on_submit(list::Message::Submit)
        .on_focus(list::Message::Typing(true))
        .on_blur(list::Message::Typing(false));
    let count = match list.count() {
        Some(count) if !list.typed().is_empty() => t!(lang, "list-found", count = count),
        Some(_) | None => String::new(),
    };
    let selected = list.selected();
    let ticked = (selected > 1).then(|| {
        let words = text::strong(t!(lang, "selections-only-ticked", count = selected)).size(CAPTION);
        let clear = button::link(t!(lang, "list-select-clear")).small().on_press(list::Message::Deselect);
        let keep = button::link(t!(lang, "selections-keep")).small();
        let keep = scene.allowed(keep, Right::Selections, list::Message::Keep);
        row![words.style(style::accent), Element::from(clear), Element::from(keep)]
            .spacing(TINY)
            .align_y(Alignment::Center)
    });
    let take = (is_kept && selected > 0).then(|| -> Element<'a, list::Message<K>> {
        let words = t!(lang, "selections-take-out", count = selected);
        button::link(words).small().id("selection-take-out").on_press(list::Message::TakeOut).into()
    });
    let hint = (ticked.is_none() && take.is_none()).then(|| text::caption(t!(lang, "selections-tick-hint")));
    let space = (selected < 2 || width >= 900.0).then(|| Space::new().width(Length::Fill));
    let head = Row::new()
        .push(container(search).width(Length::Fill).max_width(280))
        .push(text::caption(count))
        .push(space)
        .push(ticked)
        .push(take)
        .push(hint.filter(|_| width >= 640.0))
        .spacing(MEDIUM)
        .align_y(Alignment::Center)
        .height(CONTROL + 8.0);
    let head = container(head).padding(Padding { top: SMALL, right: MEDIUM, bottom: SMALL, left: MEDIUM });
    column![head, rows(list, scene, width, false)].into()
}

impl Kind for Persons {
    type Id = person::Id;
    type Line = person::Line;
    type Column = Column;
    const REPORTS: bool = true;
    const MANY: &'static str = "members-mass-edit";
    const SEARCH: &'static str = "members-search";
    const ROWS: &'static str = "members-list";
    const FIRST: &'static str = "members-first";
    const CHOOSER: &'static str = "members-columns";
    const HEADINGS: &'static str = "members";
    const WITHIN: bool = true;
    const SLOTS: (Slot, Slot) = (Slot("arriving members"), Slot("member lines"));

    fn id(line: &Self::Line) -> Self::Id {
        line.id
    }

    fn prepare(office: &Office) -> Answer<()> {
        office.prepare_search()
    }

    fn find(office: &Office, typed: &str, order: Order) -> Answer<Found> {
        office.find(typed, order)
    }

    fn find_first(_: &Office, _: &str) -> Option<Found> {
        None
    }

    fn likeliest(office: &Office, typed: &str) -> Option<Self::Id> {
        office.likeliest(typed)
    }

    fn lines(desk: &Desk<'_>, ids: &[Self::Id]) -> Result<Vec<Self::Line>, Error> {
        persons::lines(desk, ids)
    }

    fn favourites(desk: &Desk<'_>) -> Result<Vec<Self::Id>, Error> {
        bookmarks::favourites(desk)
    }

    fn recent(desk: &Desk<'_>) -> Result<Vec<Self::Id>, Error> {
        bookmarks::recent(desk)
    }

    fn touched(changes: &Changes) -> (Vec<Self::Id>, &[Self::Id]) {
        (changes.persons.clone(), &changes.removed)
    }

    fn is_shown(column: Column, scene: &Scene) -> bool {
        is_person_column_shown(column, scene)
    }

    fn cell<'a>(
        list: &'a list::State<Self>,
        line: &'a Self::Line,
        column: Column,
        scene: &'a Scene,
    ) -> Element<'a, list::Message<Self>> {
        person_cell(list, line, column, scene)
    }
}

impl Kind for Companies {
    type Id = company::Id;
    type Line = company::Line;
    type Column = CompanyColumn;
    const MANY: &'static str = "member-companies-mass-edit";
    const SEARCH: &'static str = "member-companies-search";
    const ROWS: &'static str = "member-companies-list";
    const FIRST: &'static str = "member-companies-first";
    const CHOOSER: &'static str = "member-companies-columns";
    const HEADINGS: &'static str = "member-companies";
    const WITHIN: bool = true;
    const SLOTS: (Slot, Slot) = (Slot("arriving member companies"), Slot("member company lines"));

    fn id(line: &Self::Line) -> Self::Id {
        line.id
    }

    fn prepare(office: &Office) -> Answer<()> {
        office.prepare_company_search()
    }

    fn find(office: &Office, typed: &str, order: Order<CompanyColumn>) -> Answer<Found<Self::Id>> {
        office.find_companies(typed, order)
    }

    fn find_first(_: &Office, _: &str) -> Option<Found<Self::Id>> {
        None
    }

    fn likeliest(office: &Office, typed: &str) -> Option<Self::Id> {
        office.likeliest_company(typed)
    }

    fn lines(desk: &Desk<'_>, ids: &[Self::Id]) -> Result<Vec<Self::Line>, Error> {
        companies::lines(desk, ids)
    }

    fn favourites(desk: &Desk<'_>) -> Result<Vec<Self::Id>, Error> {
        bookmarks::favourite_companies(desk)
    }

    fn recent(desk: &Desk<'_>) -> Result<Vec<Self::Id>, Error> {
        bookmarks::recent_companies(desk)
    }

    fn touched(changes: &Changes) -> (Vec<Self::Id>, &[Self::Id]) {
        (changes.companies.clone(), &[])
    }

    fn is_shown(column: CompanyColumn, scene: &Scene) -> bool {
        is_company_column_shown(column, scene)
    }

    fn cell<'a>(
        list: &'a list::State<Self>,
        line: &'a Self::Line,
        column: CompanyColumn,
        scene: &'a Scene,
    ) -> Element<'a, list::Message<Self>> {
        company_cell(list, line, column, scene)
    }
}
