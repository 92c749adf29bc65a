//! The guide: its chapters at the left, what the chosen one says at the right.
//!
//! What one does most here, and what it takes:
//! 1. Read another chapter: one click, or Up and Down.
//! 2. Follow a word to where it is explained: one click.
//! 3. Take it along, to read in a browser or on paper: one button.

#![allow(clippy::wildcard_enum_match_arm)] // Keys are the toolkit's; what is not named is for others.

use std::collections::HashMap;

use iced::keyboard::{Key, key::Named};
use iced::widget::button::Style;
use iced::widget::image::Handle;
use iced::widget::text::Wrapping;
use iced::widget::{Column, Row, column, container, image as picture, operation, rich_text, row, scrollable, span};
use iced::{Alignment, ContentFit, Length, Padding, Task};

use crate::i18n::Lang;
use crate::t;
use crate::theme::measure::{BODY, CARD_RADIUS, HUGE, LARGE, LINE_HEIGHT, MEDIUM, SMALL, TEXT_COLUMN, TINY};
use crate::theme::{Element, Theme, font, style};
use crate::transfer::guide::{Block, Chapter, Guide, Look, Words, picture as drawn};
use crate::widget::dialog::{Card, card};
use crate::widget::navigation::{Group, navigation};
use crate::widget::tab_stop::TabStop;
use crate::widget::{button, surface, text};

/// The ids of the list of chapters and of the text.
const LIST: &str = "guide-chapters";
const PAGE: &str = "guide-page";
/// The width of the list of chapters.
const CHAPTERS: f32 = 288.0;
/// How far the arrow keys move the text, Page Up and Page Down, and Home and End: past any end.
const LINE: f32 = 3.0 * BODY * LINE_HEIGHT;
const PAGEFUL: f32 = 400.0;
const ALL: f32 = 1_000_000.0;
/// How wide the number of a line is.
const NUMBER: f32 = 20.0;

/// The guide while it is read.
pub struct State {
    guide: Guide,
    chapter: usize,
    /// The pictures of the chapter, by their names.
    pictures: HashMap<String, Handle>,
}

/// What happens in the guide.
#[derive(Debug, Clone)]
pub enum Message {
    /// A chapter is to be read, counted from 0.
    Chapter(usize),
    /// A chapter is to be read, by its key.
    Follow(&'static str),
    /// The text is to be moved by so many pixels.
    Scroll(f32),
    /// The guide is to be written to a file.
    Save,
    /// It is closed.
    Close,
}

/// What the window is to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// The guide is closed.
    Closed,
    /// It is to be written to a file.
    Save,
}

impl State {
    /// Opens the guide at a chapter, by its key.
    pub fn new(guide: Guide, chapter: &str) -> (Self, Task<Message>) {
        let place = guide.chapters.iter().position(|known| known.key == chapter).unwrap_or_default();
        let mut state = Self { guide, chapter: place, pictures: HashMap::new() };
        state.draw();
        (state, operation::focus(LIST))
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message) -> (Task<Message>, Option<Done>) {
        let place = match message {
            Message::Close => return (Task::none(), Some(Done::Closed)),
            Message::Save => return (Task::none(), Some(Done::Save)),
            Message::Scroll(by) => {
                let by = scrollable::AbsoluteOffset { x: 0.0, y: by };
                return (operation::scroll_by(PAGE, by), None);
            }
            Message::Chapter(place) => place,
            Message::Follow(key) => self.guide.chapters.iter().position(|known| known.key == key).unwrap_or_default(),
        };
        self.chapter = place;
        self.draw();
        (operation::snap_to(PAGE, scrollable::RelativeOffset::START), None)
    }

    fn shown(&self) -> Option<&Chapter> {
        self.guide.chapters.get(self.chapter)
    }

    /// Makes the pictures of the chapter ready to be shown.
    fn draw(&mut self) {
        let names = self.shown().into_iter().flat_map(|chapter| &chapter.blocks).filter_map(|block| match block {
            Block::Picture { name, .. } => Some(name.clone()),
            Block::Heading(_)
            | Block::Smaller(_)
            | Block::Paragraph(_)
            | Block::Note(_)
            | Block::Dots(_)
            | Block::Numbers(_)
            | Block::Table { .. } => None,
        });
        let read = |name: String| {
            let rgba = image::load_from_memory(drawn(self.guide.lang, &name)?).ok()?.into_rgba8();
            let (width, height) = rgba.dimensions();
            Some((name, Handle::from_rgba(width, height, rgba.into_raw())))
        };
        self.pictures = names.filter_map(read).collect();
    }

    /// Shows the guide.
    pub fn view<'a>(&'a self, lang: Lang) -> Card<'a, Message> {
        let items = self.guide.chapters.iter().map(|chapter| chapter.title.clone()).collect();
        let groups = vec![Group { heading: t!(lang, "guide-chapters"), items }];
        let chapters = navigation(groups, Some(self.chapter), LIST, Message::Chapter);
        let chapters = container(surface::scroll(container(chapters).padding(TINY))).width(CHAPTERS);
        let blocks = self.shown().map(|chapter| chapter.blocks.as_slice()).unwrap_or_default();
        let title = self.shown().map(|chapter| text::name(chapter.title.as_str()));
        let page = column![].push(title).extend(blocks.iter().map(|block| self.block(block))).spacing(MEDIUM);
        let page = container(page.max_width(TEXT_COLUMN)).padding(Padding::from(TINY).right(LARGE));
        let page = TabStop::new(surface::scroll_named(PAGE, page))
            .id(Some("guide-text".into()))
            .on_key(|key| scrolled(key).map(Message::Scroll))
            .size(Length::Fill, Length::Fill)
            .align_x(Alignment::Start)
            .style(|theme, _| Style { text_color: theme.roles().ink, ..Style::default() });
        let save = button::plain(t!(lang, "guide-save")).id("guide-save").on_press(Message::Save);
        let done = button::main(t!(lang, "close")).on_press(Message::Close);
        card(t!(lang, "guide-title"), row![chapters, page].spacing(HUGE).height(Length::Fill))
            .filling()
            .max_width(CHAPTERS + TEXT_COLUMN + 4.0 * HUGE)
            .side_button(save)
            .button(done)
            .on_escape(Message::Close)
    }

    fn block<'a>(&'a self, block: &'a Block) -> Element<'a, Message> {
        match block {
            // Headings can be found as plain texts.
            Block::Heading(words) => container(text::section(plain(words))).padding(Padding::ZERO.top(SMALL)).into(),
            Block::Smaller(words) => text::strong(plain(words)).into(),
            Block::Paragraph(words) => rich(words),
            Block::Note(words) => {
                let tone = style::tinted(crate::theme::Tone::Accent, CARD_RADIUS);
                container(rich(words)).padding([SMALL + 2.0, MEDIUM]).width(Length::Fill).style(tone).into()
            }
            Block::Dots(items) => list(items.iter().map(|item| ("\u{2022}".to_owned(), item))),
            Block::Numbers(items) => list((1..).map(|number: usize| format!("{number}.")).zip(items)),
            Block::Table { head, rows } => table(head, rows),
            Block::Picture { name, says } => {
                let shown = self.pictures.get(name).map(|handle| {
                    container(picture(handle.clone()).width(Length::Fill).content_fit(ContentFit::Contain))
                        .padding(1)
                        .style(style::card)
                });
                column![].push(shown).push(text::caption(says.as_str())).spacing(TINY).into()
            }
        }
    }
}

/// Returns by how many pixels a key moves the text.
fn scrolled(key: &Key) -> Option<f32> {
    match key {
        Key::Named(Named::ArrowUp) => Some(-LINE),
        Key::Named(Named::ArrowDown) => Some(LINE),
        Key::Named(Named::PageUp) => Some(-PAGEFUL),
        Key::Named(Named::PageDown | Named::Space) => Some(PAGEFUL),
        Key::Named(Named::Home) => Some(-ALL),
        Key::Named(Named::End) => Some(ALL),
        _ => None,
    }
}

fn plain(words: &Words) -> String {
    words.iter().map(|piece| piece.text.as_str()).collect()
}

fn rich<'a>(words: &'a Words) -> Element<'a, Message> {
    let pieces: Vec<_> = words
        .iter()
        .map(|piece| {
            let piece_of = span(piece.text.as_str());
            match piece.look {
                Look::Plain | Look::Said => piece_of,
                Look::Strong | Look::Window => piece_of.font(font::SEMIBOLD),
                Look::Typed => piece_of.font(font::MEDIUM),
                Look::Chapter(key) => piece_of.underline(true).link(key),
            }
        })
        .collect();
    rich_text(pieces)
        .on_link_click(Message::Follow)
        .size(BODY)
        .line_height(LINE_HEIGHT)
        .font(font::REGULAR)
        .width(Length::Fill)
        .wrapping(Wrapping::Word)
        .style(|_: &Theme| Default::default())
        .into()
}

fn list<'a>(items: impl Iterator<Item = (String, &'a Words)>) -> Element<'a, Message> {
    let item = |(sign, words)| row![text::body(sign).width(NUMBER), rich(words)].spacing(TINY).into();
    Column::with_children(items.map(item)).spacing(TINY + 2.0).into()
}

fn table<'a>(head: &'a [Words], rows: &'a [Vec<Words>]) -> Element<'a, Message> {
    let line = |cells: Vec<Element<'a, Message>>| {
        let cells = cells.into_iter().map(|cell| container(cell).width(Length::FillPortion(1)).into());
        Row::with_children(cells).spacing(MEDIUM).align_y(Alignment::Start)
    };
    let head = line(head.iter().map(|cell| text::caption(plain(cell)).into()).collect());
    let rows = rows.iter().flat_map(|row| {
        let row: Element<'a, Message> = line(row.iter().map(rich).collect()).into();
        [surface::line(), row]
    });
    column![head].extend(rows).spacing(TINY + 2.0).into()
}
