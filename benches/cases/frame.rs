//! Case 4: from a key in the search field to the drawn frame: event, search, update, view, layout and draw in software,
//! with the real screen of persons at 1280 × 800.
//!
//! Two moments count: the frame that shows the key and its hits, with rows known from before and skeletons for the
//! others; and the frame in which every row in view has been read and all hits are counted.

use std::time::Instant;

use iced::advanced::renderer::{Headless, Style};
use iced::advanced::{clipboard, mouse};
use iced::keyboard::{self, Key, Location, Modifiers, key};
use iced::{Event, Size, Task, window};
use iced_test::runtime::futures::futures::StreamExt;
use iced_test::runtime::user_interface::Cache;
use iced_test::runtime::{Action, UserInterface, task};
use kartotek::i18n::Lang;
use kartotek::office::{Office, fields, sample, setup, wordings};
use kartotek::screen::Scene;
use kartotek::screen::persons::{Message, State};
use kartotek::theme::{Theme, font};

use super::{import, measure, people};

/// What somebody types, letter by letter.
const TYPED: [&str; 6] = ["hansen", "ødegård", "kari ber", "fjord", "bygg as", "4700"];
/// Search, then the rows in view, then what they say when they are drawn: more is not waited for.
const FOLLOW_UPS: usize = 4;
const SIZE: Size = Size::new(1280.0, 800.0);

/// The screen, and what draws it.
struct Bench {
    state: State,
    scene: Scene,
    renderer: iced::Renderer,
    cache: Option<Cache>,
    runtime: tokio::runtime::Runtime,
}

pub fn run(count: u64) {
    let place = people::folder("frame");
    let office = import::new_office(&place.path().join("vault"));
    sample::make(&office, count, sample::SEED, Default::default()).wait().unwrap();
    office.prepare_search().wait().unwrap();
    for bytes in font::BYTES {
        iced_test::renderer::graphics::text::font_system().write().unwrap().load_font((*bytes).into());
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
    let renderer = <iced::Renderer as Headless>::new(font::REGULAR, 14.0.into(), None);
    let renderer = runtime.block_on(renderer).expect("a renderer without a display");
    let scene = scene(&office);
    let (state, task) = State::new(&scene);
    let mut bench = Bench { state, scene, renderer, cache: Some(Cache::new()), runtime };
    bench.finish(vec![task]);
    bench.focus_search();
    let (mut first, mut whole) = (Vec::new(), Vec::new());
    for round in 0..=measure::rounds(count) {
        for typed in TYPED {
            for letter in typed.chars() {
                let clock = Instant::now();
                let tasks = bench.press(letter);
                let messages = bench.draw();
                let at_once = measure::ms(clock.elapsed());
                let more: Vec<Task<Message>> = messages.into_iter().map(|message| bench.update(message)).collect();
                bench.finish(tasks.into_iter().chain(more).collect());
                if round > 0 {
                    first.push(at_once);
                    whole.push(measure::ms(clock.elapsed()));
                }
            }
            bench.clear();
        }
    }
    let quantiles = |values: &[f64]| [0.5, 0.95, 0.99].map(|part| format!("{:.2}", measure::quantile(values, part)));
    let name = "4 key to frame (persons, 1280 × 800)";
    println!(
        "{name:<34} {count:>8}  median, p95, p99: {:?} ms; with every row {:?} ms",
        quantiles(&first),
        quantiles(&whole)
    );
    drop(bench);
    office.close();
}

fn scene(office: &Office) -> Scene {
    let read =
        office.read(|desk| Ok((desk.lists()?.clone(), fields::all(desk)?, wordings::all(desk)?, setup::users(desk)?)));
    let (lists, fields, wordings, users) = read.wait().unwrap();
    Scene {
        office: office.clone(),
        lang: Lang::Nb,
        lists: lists.into(),
        fields: fields.into(),
        wordings: wordings.into(),
        users: users.into(),
        offset: chrono::FixedOffset::east_opt(0).unwrap(),
    }
}

impl Bench {
    /// Sends events to the screen and returns what they mean.
    fn send(&mut self, events: &[Event]) -> Vec<Message> {
        let cache = self.cache.take().unwrap_or_default();
        let mut interface = UserInterface::build(self.state.view(&self.scene), SIZE, cache, &mut self.renderer);
        let mut messages = Vec::new();
        let cursor = mouse::Cursor::Unavailable;
        let _ = interface.update(events, cursor, &mut self.renderer, &mut clipboard::Null, &mut messages);
        self.cache = Some(interface.into_cache());
        messages
    }

    fn update(&mut self, message: Message) -> Task<Message> {
        self.state.update(message, &self.scene).task
    }

    /// Presses a key in the search field, and returns the work that goes on.
    fn press(&mut self, letter: char) -> Vec<Task<Message>> {
        let messages = self.send(&[pressed(Key::Character(letter.to_string().into()), Some(letter))]);
        messages.into_iter().map(|message| self.update(message)).collect()
    }

    /// Draws a frame, and returns what the widgets say on the way.
    fn draw(&mut self) -> Vec<Message> {
        let cache = self.cache.take().unwrap_or_default();
        let mut interface = UserInterface::build(self.state.view(&self.scene), SIZE, cache, &mut self.renderer);
        let redraw = Event::Window(window::Event::RedrawRequested(Instant::now()));
        let cursor = mouse::Cursor::Unavailable;
        let mut messages = Vec::new();
        let _ = interface.update(&[redraw], cursor, &mut self.renderer, &mut clipboard::Null, &mut messages);
        let roles = Theme::Light.roles();
        interface.draw(&mut self.renderer, &Theme::Light, &Style { text_color: roles.ink }, cursor);
        let pixels = self.renderer.screenshot(Size::new(1280, 800), 1.0, roles.paper);
        assert_eq!(std::hint::black_box(pixels).len(), 1280 * 800 * 4);
        self.cache = Some(interface.into_cache());
        messages
    }

    /// Does all work that goes on and what follows from it, and draws.
    fn finish(&mut self, mut tasks: Vec<Task<Message>>) {
        for _ in 0..FOLLOW_UPS {
            if tasks.is_empty() {
                break;
            }
            let stream = task::into_stream(Task::batch(std::mem::take(&mut tasks)));
            if let Some(mut stream) = stream {
                while let Some(action) = self.runtime.block_on(stream.next()) {
                    if let Action::Output(message) = action {
                        tasks.push(self.update(message));
                    }
                }
            }
            for message in self.draw() {
                tasks.push(self.update(message));
            }
        }
    }

    fn focus_search(&mut self) {
        let cache = self.cache.take().unwrap_or_default();
        let mut interface = UserInterface::build(self.state.view(&self.scene), SIZE, cache, &mut self.renderer);
        let mut focus = iced::advanced::widget::operation::focusable::focus::<()>("persons-search".into());
        interface.operate(&self.renderer, &mut focus);
        self.cache = Some(interface.into_cache());
    }

    /// Empties the search field.
    fn clear(&mut self) {
        loop {
            let messages = self.send(&[pressed(Key::Named(key::Named::Backspace), None)]);
            if messages.is_empty() {
                break;
            }
            let tasks = messages.into_iter().map(|message| self.update(message)).collect();
            self.finish(tasks);
        }
    }
}

fn pressed(key: Key, letter: Option<char>) -> Event {
    Event::Keyboard(keyboard::Event::KeyPressed {
        modified_key: key.clone(),
        key,
        physical_key: key::Physical::Unidentified(key::NativeCode::Unidentified),
        location: Location::Standard,
        modifiers: Modifiers::empty(),
        text: letter.map(|letter| letter.to_string().into()),
        repeat: false,
    })
}
