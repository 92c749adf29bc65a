//! The palette: everything the window can do, found by its name; and people and companies, by theirs.
//!
//! Words may stand anywhere in a name, letters folded. What cannot be done now is listed with the reason.

use iced::keyboard::{Key, key::Named};
use iced::widget::{Space, column, container, mouse_area, row};
use iced::{Alignment, Length, Padding, Task};

use crate::i18n::Lang;
use crate::model::company;
use crate::model::person::{self, Line};
use crate::office::finding::Found;
use crate::office::{Office, companies, persons};
use crate::search;
use crate::t;
use crate::theme::measure::{BODY, CAPTION, LARGE, MEDIUM, SMALL};
use crate::theme::{Element, Icon, Theme, style};
use crate::vault::Slot;
use crate::widget::dialog::{Card, card};
use crate::widget::empty_state::empty_state;
use crate::widget::field::text_field;
use crate::widget::hotkeys::hotkeys;
use crate::widget::line::{self, highlight, line};
use crate::widget::long_list::position::ROW_HEIGHT;
use crate::widget::long_list::{Event, long_list, look};
use crate::widget::text;

/// The id of the search field.
pub const SEARCH: &str = "palette-search";
const ROWS: &str = "palette-rows";

/// How many rows are seen at once.
const SEEN: u8 = 11;
/// How many people, and how many companies, are named at most.
const PEOPLE: usize = 6;

/// Something that can be done.
#[derive(Debug, Clone)]
pub struct Item {
    /// What it is called.
    pub label: String,
    /// The keys for it, empty where it has none.
    pub keys: String,
    /// Why it cannot be done now.
    pub hindrance: Option<String>,
}

/// The palette's state.
#[derive(Debug)]
pub struct State {
    typed: String,
    items: Vec<Item>,
    /// The items that match, by their places.
    matching: Vec<usize>,
    people: Vec<Line>,
    companies: Vec<company::Line>,
    cursor: usize,
    question: u64,
}

/// What happens in the palette.
#[derive(Debug, Clone)]
pub enum Message {
    /// The text to look for changed.
    Typed(String),
    /// People and companies were found.
    Found(u64, Vec<Line>, Vec<company::Line>),
    /// Companies can be found from now on.
    Ready,
    /// The cursor moves by so many rows.
    Move(isize),
    /// The row under the cursor is chosen.
    Choose,
    /// Something was done to the rows.
    Rows(Event),
    /// A row was clicked.
    Clicked(usize),
    /// Nothing is chosen.
    Close,
}

/// What was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// An item, by its place among those given.
    Item(usize),
    /// A person's card.
    Person(person::Id),
    /// A company's card.
    Company(company::Id),
    /// Nothing.
    Nothing,
}

/// What is shown in a row.
enum Row<'a> {
    Item(usize, &'a Item),
    Person(&'a Line),
    Company(&'a company::Line),
}

impl State {
    /// Returns a palette of items, in the order in which they are listed.
    pub fn new(items: Vec<Item>) -> Self {
        let matching = (0..items.len()).collect();
        Self {
            typed: String::new(),
            items,
            matching,
            people: Vec::new(),
            companies: Vec::new(),
            cursor: 0,
            question: 0,
        }
    }

    /// Has the companies made ready to be found, which the program does when somebody looks for one.
    pub fn prepare(office: &Office) -> Task<Message> {
        Task::perform(office.prepare_company_search(), |_| Message::Ready)
    }

    /// Does what a message says, and answers what was chosen.
    pub fn update(&mut self, message: Message, office: &Office) -> (Task<Message>, Option<Done>) {
        match message {
            Message::Typed(typed) => {
                self.typed = typed;
                self.cursor = 0;
                self.narrow();
                return (self.find_people(office), None);
            }
            Message::Found(question, people, companies) => {
                if question == self.question {
                    (self.people, self.companies) = (people, companies);
                }
            }
            Message::Ready => return (self.find_people(office), None),
            Message::Move(rows) => {
                // From the last row on to the first, and back.
                let len = isize::try_from(self.len()).unwrap_or(isize::MAX).max(1);
                let now = isize::try_from(self.cursor).unwrap_or(0);
                let next = if rows.abs() == 1 { (now + rows).rem_euclid(len) } else { (now + rows).clamp(0, len - 1) };
                self.cursor = usize::try_from(next).unwrap_or(0);
            }
            Message::Choose => return (Task::none(), self.chosen(self.cursor)),
            Message::Rows(Event::Activate(row)) | Message::Clicked(row) => return (Task::none(), self.chosen(row)),
            Message::Rows(Event::Select { row, .. }) => self.cursor = row,
            Message::Rows(Event::All | Event::Visible(_)) => {}
            Message::Close => return (Task::none(), Some(Done::Nothing)),
        }
        (Task::none(), None)
    }

    fn len(&self) -> usize {
        self.matching.len() + self.people.len() + self.companies.len()
    }

    fn row(&self, row: usize) -> Option<Row<'_>> {
        if let Some(place) = self.matching.get(row) {
            return self.items.get(*place).map(|item| Row::Item(*place, item));
        }
        let row = row - self.matching.len();
        match self.people.get(row) {
            Some(line) => Some(Row::Person(line)),
            None => self.companies.get(row - self.people.len()).map(Row::Company),
        }
    }

    fn chosen(&self, row: usize) -> Option<Done> {
        match self.row(row)? {
            Row::Item(place, item) if item.hindrance.is_none() => Some(Done::Item(place)),
            Row::Item(..) => None,
            Row::Person(line) => Some(Done::Person(line.id)),
            Row::Company(line) => Some(Done::Company(line.id)),
        }
    }

    /// Keeps the items that have every word, those that begin with what is typed first.
    fn narrow(&mut self) {
        let wanted = search::fold(&self.typed);
        let words: Vec<&str> = wanted.split_whitespace().collect();
        let labels: Vec<String> = self.items.iter().map(|item| search::fold(&item.label)).collect();
        self.matching =
            (0..labels.len()).filter(|place| words.iter().all(|word| labels[*place].contains(word))).collect();
        self.matching.sort_by_key(|place| !labels[*place].starts_with(wanted.trim()));
    }

    fn find_people(&mut self, office: &Office) -> Task<Message> {
        self.question += 1;
        self.people.clear();
        self.companies.clear();
        // "Open" may be said, as it stands before the names.
        let verb = search::fold(&t!(office.lang(), "palette-open-verb"));
        let typed = self.typed.trim();
        let name = match typed.split_once(' ') {
            Some((first, rest)) if search::fold(first) == verb => rest.trim(),
            Some(_) | None => typed,
        };
        if name.is_empty() {
            return Task::none();
        }
        let people = office.find_first(name).map(|found| first(&found, office.likeliest(name)));
        let companies = office.find_first_companies(name).map(|found| first(&found, office.likeliest_company(name)));
        let (people, companies) = (people.unwrap_or_default(), companies.unwrap_or_default());
        if people.is_empty() && companies.is_empty() {
            return Task::none();
        }
        let question = self.question;
        let lines = office.latest(Slot("palette"), move |desk| {
            Ok((persons::lines(desk, &people)?, companies::lines(desk, &companies)?))
        });
        // Where they cannot be read, there are the actions.
        Task::perform(lines, move |lines| {
            let (people, companies) = lines.unwrap_or_default();
            Message::Found(question, people, companies)
        })
    }

    /// Returns the card of the palette.
    pub fn view(&self, lang: Lang) -> Card<'_, Message> {
        let search = text_field(t!(lang, "palette-search"), self.typed.as_str())
            .id(SEARCH)
            .icon(Icon::Search)
            .on_input(Message::Typed)
            .on_submit(Message::Choose);
        let rows: Element<'_, Message> = if self.len() == 0 {
            let headline = t!(lang, "palette-none", text = self.typed.trim());
            empty_state(Icon::Search, headline, t!(lang, "palette-nothing"), None)
        } else {
            long_list(
                self.len(),
                move |row| -> Element<'_, Message> {
                    mouse_area(self.line(row, lang)).on_release(Message::Clicked(row)).into()
                },
                Message::Rows,
                look::rows,
            )
            .id(ROWS)
            .cursor(Some(self.cursor))
            .selected(|row| row == self.cursor)
            .into()
        };
        let rows = container(rows).height(ROW_HEIGHT * f32::from(SEEN));
        let page = isize::from(i16::from(SEEN)) - 1;
        let body = hotkeys(column![search, rows].spacing(MEDIUM), |_, _| None).before(move |key, held| match key {
            Key::Named(Named::ArrowDown) if held.is_empty() => Some(Message::Move(1)),
            Key::Named(Named::ArrowUp) if held.is_empty() => Some(Message::Move(-1)),
            Key::Named(Named::PageDown) if held.is_empty() => Some(Message::Move(page)),
            Key::Named(Named::PageUp) if held.is_empty() => Some(Message::Move(-page)),
            Key::Named(_) | Key::Character(_) | Key::Unidentified => None,
        });
        card(t!(lang, "palette-title"), body).aside(t!(lang, "palette-keys")).on_escape(Message::Close).max_width(600.0)
    }

    fn line(&self, row: usize, lang: Lang) -> Element<'_, Message> {
        let muted = |theme: &Theme| line::Style { color: Some(theme.roles().muted), mark: None };
        let (icon, name, end, possible) = match self.row(row) {
            Some(Row::Item(_, item)) => {
                let end = item.hindrance.as_ref().unwrap_or(&item.keys).clone();
                (Icon::ChevronRight, item.label.clone(), end, item.hindrance.is_none())
            }
            Some(Row::Person(line)) => {
                let name = person::full_name(&line.first_name, &line.last_name);
                (Icon::User, t!(lang, "palette-open", name = name), line.company.clone(), true)
            }
            Some(Row::Company(line)) => {
                (Icon::Building, t!(lang, "palette-open", name = line.name.as_str()), line.city.clone(), true)
            }
            None => return Space::new().into(),
        };
        let marks = if self.typed.is_empty() { Vec::new() } else { crate::office::finding::marks(&self.typed, &name) };
        let name = highlight(name, marks).size(BODY).width(Length::Fill).style(move |theme: &Theme| {
            let roles = theme.roles();
            let color = if possible { roles.ink } else { roles.muted };
            line::Style { color: Some(color), mark: Some(roles.attention.scale_alpha(0.24)) }
        });
        let end = line(end).size(CAPTION).style(muted);
        row![text::icon_sized(icon, 14.0).style(style::muted), name, end]
            .spacing(SMALL)
            .padding(Padding::ZERO.left(MEDIUM).right(LARGE))
            .align_y(Alignment::Center)
            .into()
    }
}

/// Returns what was most likely meant, and the first of what was found.
fn first<I: Copy + PartialEq>(found: &Found<I>, meant: Option<I>) -> Vec<I> {
    let others = found.ids.iter().copied().filter(|id| Some(*id) != meant);
    meant.into_iter().chain(others).take(PEOPLE).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::vault::Passphrase;

    fn item(label: &str, hindrance: Option<&str>) -> Item {
        Item { label: label.to_owned(), keys: String::new(), hindrance: hindrance.map(str::to_owned) }
    }

    fn office() -> (tempfile::TempDir, Office) {
        let folder = tempfile::tempdir().unwrap();
        let passphrase = Passphrase::new("correct horse battery staple");
        let (office, _) = Office::create(&folder.path().join("vault"), &passphrase, Lang::En).unwrap();
        (folder, office)
    }

    #[test]
    fn words_are_found_anywhere_and_folded() {
        let (_folder, office) = office();
        let items = vec![item("Gå til Dagens", None), item("Lås", Some("no")), item("Ny person", None)];
        let mut state = State::new(items);
        let mut shown = |typed: &str| {
            let _ = state.update(Message::Typed(typed.to_owned()), &office);
            state.matching.clone()
        };
        assert_eq!(shown("las"), [1]);
        assert_eq!(shown("son NY"), [2]);
        assert_eq!(shown("a"), [0, 1]);
        assert_eq!(shown("n"), [2, 0]);
        assert!(shown("x").is_empty());
        assert_eq!(shown(" "), [0, 1, 2]);
    }

    #[test]
    fn only_what_is_possible_is_chosen_and_the_cursor_goes_round() {
        let (_folder, office) = office();
        let mut state = State::new(vec![item("One", None), item("Two", Some("no")), item("Three", None)]);
        let mut press = |message| state.update(message, &office).1;
        assert_eq!(press(Message::Move(-1)), None);
        assert_eq!(press(Message::Choose), Some(Done::Item(2)));
        assert_eq!(press(Message::Move(1)), None);
        assert_eq!(press(Message::Choose), Some(Done::Item(0)));
        press(Message::Move(1));
        assert_eq!(press(Message::Choose), None);
        assert_eq!(press(Message::Clicked(2)), Some(Done::Item(2)));
        assert_eq!(press(Message::Close), Some(Done::Nothing));
    }
}
