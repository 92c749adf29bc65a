//! Case 4: from a key in the search field to the drawn frame: event, search, update, view, layout and draw in software,
//! with the real screen of persons at 1280 × 800 and scale 1.
//!
//! A frame is drawn as a window draws it: into pixels that stay, and only where it differs from the frame before.
//! Handing the pixels to the system is not in it. Two moments count: the frame that shows the key, and the frame in
//! which every row in view is one of the answer's. That all hits are counted may come later.

use std::time::Instant;

use iced::advanced::renderer::{Headless, Style};
use iced::advanced::widget::operation::{Operation, Outcome};
use iced::advanced::{clipboard, mouse};
use iced::keyboard::{self, Key, Location, Modifiers, key};
use iced::theme::Base;
use iced::{Event, Rectangle, Size, Task, window};
use iced_test::renderer::graphics::{Viewport, damage};
use iced_test::runtime::futures::futures::StreamExt;
use iced_test::runtime::futures::futures::stream::SelectAll;
use iced_test::runtime::user_interface::Cache;
use iced_test::runtime::{Action, UserInterface, task};
use iced_tiny_skia::Layer;
use kartotek::i18n::Lang;
use kartotek::office::{Office, fields, setup, wordings};
use kartotek::screen::Scene;
use kartotek::screen::persons::{Message, State};
use kartotek::theme::{Element, Theme, font};
use kartotek::widget::long_list;
use kartotek::widget::repaint::repaint;
use tiny_skia::{Mask, PixmapMut};

use super::{measure, vaults};

/// What somebody types, letter by letter.
const TYPED: [&str; 6] = ["hansen", "ødegård", "kari ber", "fjord", "bygg as", "4700"];
const SIZE: Size = Size::new(1280.0, 800.0);
/// Places that are scrolled to in a round.
const PLACES: usize = 20;

/// What a frame drew the last time, and where.
struct Canvas {
    pixels: Vec<u8>,
    mask: Mask,
    viewport: Viewport,
    before: Vec<Layer>,
}

/// The screen, and what draws it.
struct Bench {
    state: State,
    scene: Scene,
    renderer: iced::Renderer,
    canvas: Canvas,
    cache: Option<Cache>,
    runtime: tokio::runtime::Runtime,
}

/// The milliseconds until the frame that shows the key, and until the frame that shows the answer.
#[derive(Default)]
struct Times {
    first: Vec<f64>,
    answer: Vec<f64>,
}

impl Times {
    fn print(&self, name: &str, count: u64) {
        let quantiles = |values: &[f64]| {
            [0.5, 0.95, 0.99].map(|part| format!("{:.2}", measure::quantile(values, part))).join(" / ")
        };
        println!(
            "{name:<34} {count:>8}  median / p95 / p99: first frame {} ms, frame with the answer {} ms",
            quantiles(&self.first),
            quantiles(&self.answer)
        );
    }
}

pub fn run(count: u64) {
    let office = vaults::open(&vaults::sample(count).vault());
    office.prepare_search().wait().unwrap();
    let (mut bench, task) = Bench::new(&office);
    bench.draw();
    bench.finish(vec![task], Instant::now(), || {});
    let (mut keys, mut places) = (Times::default(), Times::default());
    let mut place = 7_usize;
    for round in 0..=measure::rounds(count) {
        bench.focus_search();
        for typed in TYPED {
            for letter in typed.chars() {
                let (first, answer) = bench.press(Key::Character(letter.to_string().into()), Some(letter));
                if round > 0 {
                    keys.first.push(first);
                    keys.answer.push(answer);
                }
            }
            for _ in typed.chars() {
                bench.press(Key::Named(key::Named::Backspace), None);
            }
        }
        for _ in 0..PLACES {
            place = place.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let (first, answer) = bench.scroll((place >> 33) % count as usize);
            if round > 0 {
                places.first.push(first);
                places.answer.push(answer);
            }
        }
    }
    keys.print("4 key to frame (persons, 1280×800)", count);
    places.print("  scrolling to a random place", count);
    drop(bench);
    office.close();
}

/// Draws the list of a card file that was just opened, and calls `painted` once its rows are drawn. Returns when the
/// search answers as well.
pub fn first(office: &Office, painted: impl FnOnce()) {
    let (mut bench, task) = Bench::new(office);
    let mut tasks = bench.draw();
    tasks.push(task);
    bench.finish(tasks, Instant::now(), painted);
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
        rules: std::sync::Arc::default(),
        zone: kartotek::model::Zone::utc(),
    }
}

impl Bench {
    fn new(office: &Office) -> (Self, Task<Message>) {
        for bytes in font::BYTES {
            iced_test::renderer::graphics::text::font_system().write().unwrap().load_font((*bytes).into());
        }
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        let renderer = <iced::Renderer as Headless>::new(font::REGULAR, 14.0.into(), None);
        let renderer = runtime.block_on(renderer).expect("a renderer without a display");
        let scene = scene(office);
        let (state, task) = State::new(&scene);
        let canvas = Canvas {
            pixels: vec![0; 1280 * 800 * 4],
            mask: Mask::new(1280, 800).unwrap(),
            viewport: Viewport::with_physical_size(Size::new(1280, 800), 1.0),
            before: Vec::new(),
        };
        (Self { state, scene, renderer, canvas, cache: Some(Cache::new()), runtime }, task)
    }

    fn update(&mut self, message: Message) -> Task<Message> {
        // Screens may ask for a moment's rest, which needs the clock of the runtime.
        let _entered = self.runtime.enter();
        self.state.update(message, &self.scene).task
    }

    /// Presses a key in the search field and does what follows from it. Returns when it and the answer were drawn.
    fn press(&mut self, key: Key, letter: Option<char>) -> (f64, f64) {
        let cache = self.cache.take().unwrap_or_default();
        // A window has its widgets ready when a key comes.
        let mut interface = UserInterface::build(view(&self.state, &self.scene), SIZE, cache, &mut self.renderer);
        let mut messages = Vec::new();
        let clock = Instant::now();
        let event = pressed(key, letter);
        let cursor = mouse::Cursor::Unavailable;
        let _ = interface.update(&[event], cursor, &mut self.renderer, &mut clipboard::Null, &mut messages);
        self.cache = Some(interface.into_cache());
        let mut tasks: Vec<_> = messages.into_iter().map(|message| self.update(message)).collect();
        tasks.extend(self.draw());
        (measure::ms(clock.elapsed()), self.finish(tasks, clock, || {}))
    }

    /// Moves the list as its scrollbar does.
    fn scroll(&mut self, row: usize) -> (f64, f64) {
        let clock = Instant::now();
        let there: Task<Message> = long_list::scroll_to("persons-list", row);
        if let Some(mut stream) = task::into_stream(there)
            && let Some(Action::Widget(operation)) = self.runtime.block_on(stream.next())
        {
            self.operate(operation);
        }
        let tasks = self.draw();
        (measure::ms(clock.elapsed()), self.finish(tasks, clock, || {}))
    }

    /// Draws a frame, and returns the work that the widgets ask for on the way.
    fn draw(&mut self) -> Vec<Task<Message>> {
        let cache = self.cache.take().unwrap_or_default();
        let mut interface = UserInterface::build(view(&self.state, &self.scene), SIZE, cache, &mut self.renderer);
        let redraw = Event::Window(window::Event::RedrawRequested(Instant::now()));
        let cursor = mouse::Cursor::Unavailable;
        let mut messages = Vec::new();
        let _ = interface.update(&[redraw], cursor, &mut self.renderer, &mut clipboard::Null, &mut messages);
        let colors = Theme::Light.base();
        interface.draw(&mut self.renderer, &Theme::Light, &Style { text_color: colors.text_color }, cursor);
        self.canvas.present(&mut self.renderer, colors.background_color);
        self.cache = Some(interface.into_cache());
        messages.into_iter().map(|message| self.update(message)).collect()
    }

    /// Does all work that goes on and what follows from it, with a frame after each answer. Returns the milliseconds
    /// until the frame with the answer, when `painted` is called.
    fn finish(&mut self, mut tasks: Vec<Task<Message>>, clock: Instant, painted: impl FnOnce()) -> f64 {
        let mut painted = Some(painted);
        let mut answer = move |state: &State| {
            let painted = painted.take_if(|_| !state.is_reading_rows())?;
            painted();
            Some(measure::ms(clock.elapsed()))
        };
        let mut answered = answer(&self.state);
        // What follows from an answer is begun at once, whatever else is still waited for, as in a window.
        let mut streams = SelectAll::new();
        loop {
            streams.extend(tasks.drain(..).filter_map(task::into_stream));
            let Some(action) = self.runtime.block_on(streams.next()) else { break };
            match action {
                Action::Output(message) => {
                    tasks.push(self.update(message));
                    tasks.extend(self.draw());
                }
                Action::Widget(operation) => {
                    self.operate(operation);
                    tasks.extend(self.draw());
                }
                _ => {}
            }
            answered = answered.or_else(|| answer(&self.state));
        }
        answered.unwrap_or_else(|| measure::ms(clock.elapsed()))
    }

    fn operate(&mut self, operation: Box<dyn Operation>) {
        let cache = self.cache.take().unwrap_or_default();
        let mut interface = UserInterface::build(view(&self.state, &self.scene), SIZE, cache, &mut self.renderer);
        let mut next = Some(operation);
        while let Some(mut operation) = next.take() {
            interface.operate(&self.renderer, operation.as_mut());
            if let Outcome::Chain(more) = operation.finish() {
                next = Some(more);
            }
        }
        self.cache = Some(interface.into_cache());
    }

    fn focus_search(&mut self) {
        let focus = iced::advanced::widget::operation::focusable::focus::<()>("persons-search".into());
        self.operate(Box::new(focus));
        let tasks = self.draw();
        self.finish(tasks, Instant::now(), || {});
    }
}

impl Canvas {
    /// Draws what differs from the frame before, as the window's compositor does.
    fn present(&mut self, renderer: &mut iced::Renderer, background: iced::Color) {
        let whole = Rectangle::with_size(SIZE);
        let layers = renderer.layers();
        let damage = if self.before.is_empty() {
            vec![whole]
        } else {
            damage::diff(&self.before, layers, |layer| vec![layer.bounds], Layer::damage)
        };
        if damage.is_empty() {
            return;
        }
        self.before = layers.to_vec();
        let damage = damage::group(damage, whole);
        let mut pixels = PixmapMut::from_bytes(&mut self.pixels, 1280, 800).unwrap();
        renderer.draw(&mut pixels, &mut self.mask, &self.viewport, &damage, background);
    }
}

/// The screen within what every window has around it.
fn view<'a>(state: &'a State, scene: &'a Scene) -> Element<'a, Message> {
    repaint(state.view(scene)).into()
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
