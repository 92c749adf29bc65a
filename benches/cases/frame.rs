//! Case 4: from a key in the search field to the drawn frame: search, reading the rows in view, view, layout and draw
//! in software at 1280 × 800.
//!
//! The desk is the list with its search field and count; a card beside it does not change while one types.

use std::sync::Arc;
use std::time::Instant;

use iced::advanced::renderer::{Headless, Style};
use iced::advanced::{clipboard, mouse};
use iced::widget::{column, container, text};
use iced::{Event, Fill, Size, window};
use iced_test::renderer::graphics::text::font_system;
use iced_test::runtime::UserInterface;
use iced_test::runtime::futures::futures::executor::block_on;
use iced_test::runtime::user_interface::Cache;
use kartotek::model::person::{Id, Line, listed_name};
use kartotek::office::{Office, finding, persons, sample};
use kartotek::theme::{self, Theme, font};
use kartotek::widget::field::text_field;
use kartotek::widget::line::{self, highlight, line};
use kartotek::widget::long_list::columns::{Column, cells};
use kartotek::widget::long_list::{self, long_list};

use super::{import, measure, people};

/// What somebody types, letter by letter.
const TYPED: [&str; 6] = ["hansen", "ødegård", "kari ber", "fjord", "bygg as", "4700"];
const SIZE: Size = Size::new(1280.0, 800.0);
const ROWS: usize = 25;
const COLUMNS: [Column; 4] = [Column::fill(3), Column::fill(3), Column::fill(4), Column::fixed(140.0)];

struct Desk {
    typed: String,
    ids: Arc<Vec<Id>>,
    lines: Vec<Line>,
}

pub fn run(count: u64) {
    let place = people::folder("frame");
    let office = import::new_office(&place.path().join("vault"));
    sample::make(&office, count, sample::SEED, Arc::default()).wait().unwrap();
    office.prepare_search().wait().unwrap();
    for bytes in font::BYTES {
        font_system().write().unwrap().load_font((*bytes).into());
    }
    let renderer = <iced::Renderer as Headless>::new(font::REGULAR, 14.0.into(), None);
    let mut renderer = block_on(renderer).expect("a renderer without a display");
    let mut cache = Cache::new();
    let (mut frames, mut draws) = (Vec::new(), Vec::new());
    for round in 0..=measure::rounds(count) {
        for typed in TYPED {
            for end in typed.char_indices().map(|(at, letter)| at + letter.len_utf8()) {
                let clock = Instant::now();
                let desk = look(&office, &typed[..end]);
                let drawing = Instant::now();
                cache = draw(&desk, &mut renderer, cache);
                if round > 0 {
                    frames.push(measure::ms(clock.elapsed()));
                    draws.push(measure::ms(drawing.elapsed()));
                }
            }
        }
    }
    let quantiles = |values: &[f64]| [0.5, 0.95, 0.99].map(|part| format!("{:.2}", measure::quantile(values, part)));
    println!(
        "{:<34} {count:>8}  median, p95, p99: {:?} ms; of it drawing {:?} ms",
        "4 key to frame (list, 1280 × 800)",
        quantiles(&frames),
        quantiles(&draws)
    );
    office.close();
}

fn look(office: &Office, typed: &str) -> Desk {
    let ids = office.find_first(typed).expect("the index is ready").ids;
    let wanted: Vec<Id> = ids.iter().take(ROWS).copied().collect();
    let lines = office.read(move |desk| persons::lines(desk, &wanted)).wait().unwrap();
    Desk { typed: typed.to_owned(), ids, lines }
}

fn draw(desk: &Desk, renderer: &mut iced::Renderer, cache: Cache) -> Cache {
    let mut interface = UserInterface::build(view(desk), SIZE, cache, renderer);
    let redraw = Event::Window(window::Event::RedrawRequested(Instant::now()));
    let cursor = mouse::Cursor::Unavailable;
    let _ = interface.update(&[redraw], cursor, renderer, &mut clipboard::Null, &mut Vec::new());
    let roles = Theme::Light.roles();
    interface.draw(renderer, &Theme::Light, &Style { text_color: roles.ink }, cursor);
    let pixels = renderer.screenshot(Size::new(1280, 800), 1.0, roles.paper);
    assert_eq!(std::hint::black_box(pixels).len(), 1280 * 800 * 4);
    interface.into_cache()
}

fn view(desk: &Desk) -> theme::Element<'_, ()> {
    let row = |place: usize| -> theme::Element<'_, ()> {
        let Some(person) = desk.lines.get(place) else { return line("").into() };
        let name = listed_name(&person.first_name, &person.last_name);
        let marks = finding::marks(&desk.typed, &name);
        let mark = Theme::Light.roles().selected;
        let name = highlight(name, marks).style(move |_: &Theme| line::Style { color: None, mark: Some(mark) });
        let others = [&person.company, &person.email, &person.mobile].map(|text| line(text.as_str()).into());
        let [company, email, mobile] = others;
        cells(&COLUMNS, [name.into(), company, email, mobile]).into()
    };
    let style = |theme: &Theme| {
        let roles = theme.roles();
        long_list::Style {
            selected: roles.selected,
            bar: roles.accent,
            hovered: roles.hover,
            ring: roles.accent,
            thumb: roles.field_border,
            thumb_hovered: roles.ink,
        }
    };
    let list = long_list(desk.ids.len(), row, |_| (), style);
    let search = text_field("", desk.typed.as_str()).on_input(|_| ());
    let count = text(desk.ids.len().to_string()).size(13);
    container(column![search, count, list].spacing(8)).padding(16).width(Fill).height(Fill).into()
}
