//! The entries: the rows in view, and what is known of those near them.

use std::collections::HashMap;
use std::ops::Range;

use iced::widget::{column, container, row};
use iced::{Alignment, Length};

use super::super::words;
use super::Message;
use crate::i18n;
use crate::office::journal::{About, Listing, Seen};
use crate::office::settings::Setting;
use crate::screen::Scene;
use crate::screen::card::history;
use crate::t;
use crate::theme::measure::{BODY, CAPTION, HIT, SMALL};
use crate::theme::{Element, Icon, Tone, style};
use crate::widget::avatar::avatar;
use crate::widget::empty_state::empty_state;
use crate::widget::line::line;
use crate::widget::long_list::columns::{Column, cells};
use crate::widget::long_list::header::{header, heading};
use crate::widget::long_list::{long_list, look};
use crate::widget::surface;
use crate::widget::tab_stop::TabStop;
use crate::widget::table::{cell, colored};

/// The id of the list.
pub const LIST: &str = "journal-entries";
/// How many rows are read beyond the window on each side.
const MARGIN: usize = 24;
/// How many rows are remembered before those far from the window are let go.
const LIMIT: usize = 4_000;
/// The width of the initials of who did something.
const WHO: f32 = 22.0;

/// Number, when, who, what, whose card, which fields.
const COLUMNS: [Column; 6] = [
    Column::fixed(56.0).right(),
    Column::fixed(146.0),
    Column::fill(2),
    Column::fill(6),
    Column::fill(4),
    Column::fill(3),
];

/// What is listed, and what is known of it.
#[derive(Debug, Default)]
pub struct Rows {
    listing: Listing,
    known: HashMap<i64, Seen>,
    /// Whether names may have changed since they were read.
    is_doubted: bool,
    /// Which rows are in view.
    pub visible: Range<usize>,
    /// The row the keyboard is on.
    pub cursor: Option<usize>,
}

impl Rows {
    /// Returns how many entries are listed.
    pub fn len(&self) -> usize {
        self.listing.len()
    }

    /// Notes that cards changed whose names are shown.
    pub fn doubt(&mut self) {
        self.is_doubted = true;
    }

    /// Lists other entries. What is known of them stays known: entries never change.
    pub fn list(&mut self, listing: Listing, first: Vec<Seen>) {
        if std::mem::take(&mut self.is_doubted) {
            self.known.clear();
        }
        self.listing = listing;
        let len = self.len();
        self.cursor = self.cursor.filter(|row| *row < len);
        self.visible = self.visible.start.min(len)..self.visible.end.min(len);
        self.learn(first);
    }

    /// Remembers rows as they were read.
    pub fn learn(&mut self, rows: Vec<Seen>) {
        self.known.extend(rows.into_iter().map(|seen| (seen.line.number, seen)));
    }

    /// Returns the places that must be read of the rows near the window.
    pub fn missing(&mut self) -> Vec<i64> {
        let near = self.visible.start.saturating_sub(MARGIN)..(self.visible.end + MARGIN).min(self.len());
        let near = self.listing.places(near);
        if self.known.len() > LIMIT {
            self.known.retain(|place, _| near.contains(place));
        }
        near.into_iter().filter(|place| !self.known.contains_key(place)).collect()
    }

    /// Returns what is known of a row.
    pub fn get(&self, row: usize) -> Option<&Seen> {
        self.listing.place(row).and_then(|place| self.known.get(&place))
    }

    /// Shows the list.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        if self.len() == 0 {
            return empty_state(Icon::History, t!(lang, "journal-none"), t!(lang, "journal-none-text"), None);
        }
        let headings = [
            t!(lang, "journal-column-number"),
            t!(lang, "journal-column-when"),
            t!(lang, "journal-column-who"),
            t!(lang, "journal-column-what"),
            t!(lang, "journal-column-card"),
            t!(lang, "journal-column-fields"),
        ];
        let headings = headings.into_iter().map(|label| heading(label).size(CAPTION));
        let headings = header(&COLUMNS, headings, look::headings);
        let list = long_list(self.len(), move |index| self.row(index, scene), Message::List, look::rows)
            .id(LIST)
            .cursor(self.cursor)
            .selected(move |index| self.cursor == Some(index));
        let list = container(list).height(Length::Fill);
        column![container(headings).height(HIT), surface::line(), list].height(Length::Fill).into()
    }

    fn row<'a>(&'a self, index: usize, scene: &'a Scene) -> Element<'a, Message> {
        let number = self.listing.place(index).unwrap_or_default();
        let number = cell(i18n::number(scene.lang, number), Tone::Muted);
        let Some(seen) = self.get(index) else {
            let empty = || cell(String::new(), Tone::Muted);
            return cells(&COLUMNS, [number, empty(), empty(), empty(), empty(), empty()]).into();
        };
        let entry = &seen.line;
        let who = row![avatar(initials(scene, entry.by), None, WHO), line(scene.user(entry.by)).size(BODY)]
            .spacing(SMALL)
            .align_y(Alignment::Center);
        let all = [
            number,
            cell(scene.time(entry.at), Tone::Muted),
            who.into(),
            line(history::words(seen, scene)).size(BODY).into(),
            card(&seen.about, scene),
            cell(history::fields(seen, scene), Tone::Muted),
        ];
        cells(&COLUMNS, all).into()
    }
}

/// Returns the letters that stand for a user.
fn initials(scene: &Scene, id: crate::model::user::Id) -> String {
    let known = scene.users.iter().find(|user| user.id == id);
    known.map(crate::model::user::User::initials).unwrap_or_default()
}

fn card<'a>(about: &'a About, scene: &Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let name = match about {
        About::Nothing => String::new(),
        About::Erased => t!(lang, "journal-erased"),
        About::Unseen => t!(lang, "journal-unseen"),
        About::InTrash => t!(lang, "journal-in-trash"),
        About::Settings(keys) => {
            let named =
                |key: &String| Setting::from_key(key).map_or_else(|| key.clone(), |known| words::whole(&known, scene));
            let more = keys.len().saturating_sub(1);
            match keys.first().map(named) {
                Some(first) if more > 0 => t!(lang, "journal-settings", first = first, more = more),
                first => first.unwrap_or_default(),
            }
        }
        About::Selection(name) => name.clone(),
        About::Person(_, name) if name.is_empty() => t!(lang, "list-no-name"),
        About::Person(_, name) | About::Company(_, name) => name.clone(),
    };
    if matches!(about, About::Person(..) | About::Company(..)) {
        let link = TabStop::new(line(name).size(BODY)).on_press(Some(Message::Open(about.clone())));
        // One reaches the row by the arrow keys, and opens the card by Enter.
        return link.mouse_only().style(style::link_button).into();
    }
    line(name).size(BODY).style(colored(Tone::Muted)).into()
}
