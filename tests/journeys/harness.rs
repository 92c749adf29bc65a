//! Drives a whole program without a display: clicks and types what a user sees, waits for what it sets off, and saves
//! a picture when something is not as expected.
//!
//! It is an event loop of its own over `UserInterface`, because the emulator of `iced_test` takes neither modifiers
//! nor arrow keys, tells no subscription about events, and loads no fonts.

mod events;
mod screen;

use std::collections::HashSet;
use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use iced::advanced::clipboard::Kind;
use iced::advanced::renderer::Headless;
use iced::advanced::subscription::into_recipes;
use iced::advanced::{Clipboard, mouse};
use iced::keyboard::Modifiers;
use iced::theme::{self, Base as _};
use iced::{Event, Executor, Font, Point, Program, Size, Task, window};
use iced_test::renderer::graphics::text::font_system;
use iced_test::runtime::futures::Runtime;
use iced_test::runtime::futures::futures::StreamExt;
use iced_test::runtime::futures::futures::channel::mpsc;
use iced_test::runtime::futures::futures::stream;
use iced_test::runtime::futures::subscription;
use iced_test::runtime::user_interface::Cache;
use iced_test::runtime::{self, Action, UserInterface, task};

/// How a program is started. All of it has defaults.
pub struct Setup {
    /// The size of the window in logical pixels.
    pub size: Size,
    /// How many physical pixels of a picture make a logical one.
    pub scale: f32,
    /// Fonts to load besides those in the program's settings.
    pub fonts: Vec<&'static [u8]>,
    /// The name of the preset to boot; the program's own boot when `None`.
    pub preset: Option<&'static str>,
    /// How long an expectation may take to come true while work is under way.
    pub patience: Duration,
    /// How long a task may be silent before it counts as a timer that nobody waits for.
    pub quiet: Duration,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            size: Size::new(1280.0, 800.0),
            scale: 1.0,
            fonts: Vec::new(),
            preset: None,
            patience: Duration::from_secs(20),
            quiet: Duration::from_secs(2),
        }
    }
}

/// What the executor reports back.
enum Report<Message> {
    Action(Action<Message>),
    /// What a subscription says.
    Heard(Message),
    Ended(u64),
}

type Reports<Message> = mpsc::UnboundedSender<Report<Message>>;

/// A running program.
pub struct Harness<P: Program> {
    program: P,
    state: P::State,
    runtime: Runtime<P::Executor, Reports<P::Message>, Report<P::Message>>,
    reports: mpsc::UnboundedReceiver<Report<P::Message>>,
    renderer: P::Renderer,
    cache: Option<Cache>,
    setup: Setup,
    window: window::Id,
    cursor: mouse::Cursor,
    modifiers: Modifiers,
    clipboard: Memory,
    last_click: Option<(Instant, Point)>,
    next_task: u64,
    /// Tasks that are waited for, and those that turned out to be timers.
    pending: HashSet<u64>,
    lingering: HashSet<u64>,
    has_exited: bool,
    times_in_front: usize,
    /// Whether the program subscribes to anything, and how much its subscriptions have said.
    listens: bool,
    heard: usize,
}

#[derive(Default)]
struct Memory(Option<String>);

impl Clipboard for Memory {
    fn read(&self, _kind: Kind) -> Option<String> {
        self.0.clone()
    }

    fn write(&mut self, _kind: Kind, contents: String) {
        self.0 = Some(contents);
    }
}

impl<P: Program + 'static> Harness<P> {
    /// Starts a program, which is what `iced::application(…)` returns, with the default setup.
    pub fn start(program: P) -> Self {
        Self::start_with(program, Setup::default())
    }

    /// Starts a program.
    pub fn start_with(program: P, setup: Setup) -> Self {
        let settings = program.settings();
        for font in &settings.fonts {
            load_font(font.clone());
        }
        for font in &setup.fonts {
            load_font(*font);
        }
        // Without a named font the pictures would depend on the machine.
        let font = match settings.default_font {
            Font::DEFAULT => Font::with_name("Fira Sans"),
            named => named,
        };

        let executor = P::Executor::new().expect("an executor");
        let renderer = executor
            .block_on(P::Renderer::new(font, settings.default_text_size, None))
            .expect("a renderer without a display");
        let (sender, reports) = mpsc::unbounded();
        let runtime = Runtime::new(executor, sender);

        let (state, task) = runtime.enter(|| match setup.preset {
            Some(name) => program
                .presets()
                .iter()
                .find(|preset| preset.name() == name)
                .unwrap_or_else(|| panic!("no preset is called {name:?}"))
                .boot(),
            None => program.boot(),
        });

        let mut harness = Self {
            program,
            state,
            runtime,
            reports,
            renderer,
            cache: Some(Cache::new()),
            setup,
            window: window::Id::unique(),
            cursor: mouse::Cursor::Unavailable,
            modifiers: Modifiers::NONE,
            clipboard: Memory::default(),
            last_click: None,
            next_task: 0,
            pending: HashSet::new(),
            lingering: HashSet::new(),
            has_exited: false,
            times_in_front: 0,
            listens: false,
            heard: 0,
        };
        harness.resubscribe();
        harness.spawn(task);
        harness.settle();
        harness
    }

    /// Returns the program's state.
    pub fn state(&self) -> &P::State {
        &self.state
    }

    /// Returns whether the program asked to end, or to close its window.
    pub fn has_exited(&self) -> bool {
        self.has_exited
    }

    /// Returns what the program copied.
    pub fn clipboard(&self) -> Option<&str> {
        self.clipboard.0.as_deref()
    }

    /// Sets what the program will paste.
    pub fn set_clipboard(&mut self, contents: impl Into<String>) -> &mut Self {
        self.clipboard.0 = Some(contents.into());
        self
    }

    /// Sends the program a message, as if a widget had published it.
    pub fn message(&mut self, message: P::Message) -> &mut Self {
        self.apply(message);
        self.settle();
        self
    }

    /// Changes the size of the window, in logical pixels.
    pub fn resize(&mut self, width: f32, height: f32) -> &mut Self {
        self.setup.size = Size::new(width, height);
        self.window_event(window::Event::Resized(self.setup.size));
        self.settle();
        self
    }

    /// Drops a file on the window.
    pub fn drop_file(&mut self, path: impl AsRef<Path>) -> &mut Self {
        let path = path.as_ref().to_path_buf();
        self.window_event(window::Event::FileHovered(path.clone()));
        self.window_event(window::Event::FileDropped(path));
        self.settle();
        self
    }

    /// Waits until the program has brought its window to the front so many times.
    #[track_caller]
    pub fn expect_in_front(&mut self, times: usize) -> &mut Self {
        if !self.eventually(|harness| harness.times_in_front == times) {
            self.fail(format!("the window did not come to the front {times} times"));
        }
        self
    }

    /// Asks the program to close its window, as the title bar does.
    pub fn close(&mut self) -> &mut Self {
        self.window_event(window::Event::CloseRequested);
        let settings = self.program.window().unwrap_or_default();
        self.has_exited |= settings.exit_on_close_request;
        self.settle();
        self
    }

    /// Feeds an event of the window and waits until the program's subscriptions have said what they make of it.
    ///
    /// They do so from another thread: what a test does next would otherwise sometimes come first.
    fn window_event(&mut self, event: window::Event) {
        let before = self.heard;
        self.feed(Event::Window(event));
        let start = Instant::now();
        while self.listens && self.heard == before && start.elapsed() < Duration::from_secs(1) {
            self.wait(Duration::from_millis(50));
        }
    }

    /// Waits until everything that was set off has ended: tasks, the answers of worker threads, and what follows them.
    ///
    /// A task that stays silent for [`Setup::quiet`] is taken for a timer and no longer waited for.
    pub fn settle(&mut self) -> &mut Self {
        let deadline = Instant::now() + self.setup.patience;
        loop {
            while let Ok(report) = self.reports.try_recv() {
                self.perform(report);
            }
            if self.redraw() {
                // Widgets had something to say about their new layout.
            } else if self.pending.is_empty() {
                return self;
            } else if !self.wait(self.setup.quiet) {
                let silent = self.pending.drain();
                self.lingering.extend(silent);
            }
            if Instant::now() > deadline {
                self.fail("the program never comes to rest");
            }
        }
    }

    /// Waits for a condition, which may come true by what a worker or a subscription reports.
    fn eventually(&mut self, mut condition: impl FnMut(&mut Self) -> bool) -> bool {
        self.settle();
        let start = Instant::now();
        loop {
            if condition(self) {
                return true;
            }
            // Only subscriptions can still report once no task is left, and they are quick.
            let limit = if self.lingering.is_empty() && self.pending.is_empty() {
                self.setup.patience.min(Duration::from_secs(1))
            } else {
                self.setup.patience
            };
            if start.elapsed() > limit {
                return false;
            }
            if self.wait(Duration::from_millis(50)) {
                self.settle();
            }
        }
    }

    /// Waits for one report and acts on it, and returns whether there was one.
    fn wait(&mut self, limit: Duration) -> bool {
        let reports = &mut self.reports;
        let report = self.runtime.block_on(async {
            // The timer must be made where the executor's clock is known.
            tokio::time::timeout(limit, reports.next()).await
        });
        match report {
            Ok(Some(report)) => {
                self.perform(report);
                true
            }
            Ok(None) | Err(_) => false,
        }
    }

    fn spawn(&mut self, task: Task<P::Message>) {
        let Some(stream) = task::into_stream(task) else {
            return;
        };
        let id = self.next_task;
        self.next_task += 1;
        self.pending.insert(id);
        let ended = stream::once(async move { Report::Ended(id) });
        self.runtime.run(stream.map(Report::Action).chain(ended).boxed());
    }

    fn resubscribe(&mut self) {
        let subscription = self.runtime.enter(|| self.program.subscription(&self.state)).map(Report::Heard);
        let recipes = into_recipes(subscription);
        self.listens = !recipes.is_empty();
        self.runtime.track(recipes);
    }

    fn apply(&mut self, message: P::Message) {
        let Self { runtime, program, state, .. } = self;
        let task = runtime.enter(|| program.update(state, message));
        self.resubscribe();
        self.spawn(task);
    }

    fn with_interface<T>(
        &mut self,
        act: impl FnOnce(&mut UserInterface<'_, P::Message, P::Theme, P::Renderer>, &mut P::Renderer, &mut Memory) -> T,
    ) -> T {
        let mut interface = UserInterface::build(
            self.program.view(&self.state, self.window),
            self.setup.size,
            self.cache.take().unwrap_or_default(),
            &mut self.renderer,
        );
        let result = act(&mut interface, &mut self.renderer, &mut self.clipboard);
        self.cache = Some(interface.into_cache());
        result
    }

    /// Lets the widgets see an event, and returns whether they published anything.
    fn feed(&mut self, event: Event) -> bool {
        if let Event::Mouse(mouse::Event::CursorMoved { position }) = event {
            self.cursor = mouse::Cursor::Available(position);
        }
        let cursor = self.cursor;
        let mut messages = Vec::new();
        let statuses = self.with_interface(|interface, renderer, clipboard| {
            let events = std::slice::from_ref(&event);
            let (_, statuses) = interface.update(events, cursor, renderer, clipboard, &mut messages);
            statuses
        });

        let has_messages = !messages.is_empty();
        for message in messages {
            self.apply(message);
        }
        for status in statuses {
            self.runtime.broadcast(subscription::Event::Interaction {
                window: self.window,
                event: event.clone(),
                status,
            });
        }
        has_messages
    }

    fn redraw(&mut self) -> bool {
        self.feed(Event::Window(window::Event::RedrawRequested(Instant::now())))
    }

    fn perform(&mut self, report: Report<P::Message>) {
        let action = match report {
            Report::Action(action) => action,
            Report::Heard(message) => {
                self.heard += 1;
                return self.apply(message);
            }
            Report::Ended(id) => {
                self.pending.remove(&id);
                self.lingering.remove(&id);
                return;
            }
        };
        match action {
            Action::Output(message) => self.apply(message),
            Action::Widget(operation) => self.operate(operation),
            Action::LoadFont { bytes, channel } => {
                load_font(bytes);
                let _ = channel.send(Ok(()));
            }
            Action::Clipboard(runtime::clipboard::Action::Read { channel, .. }) => {
                let _ = channel.send(self.clipboard.0.clone());
            }
            Action::Clipboard(runtime::clipboard::Action::Write { contents, .. }) => {
                self.clipboard.0 = Some(contents);
            }
            Action::Window(action) => self.perform_window(action),
            Action::System(runtime::system::Action::GetTheme(channel)) => {
                let _ = channel.send(theme::Mode::Light);
            }
            Action::Exit => self.has_exited = true,
            Action::System(_) | Action::Image(_) | Action::Reload => {}
        }
    }

    fn perform_window(&mut self, action: runtime::window::Action) {
        use runtime::window::Action;

        match action {
            Action::Open(id, _, channel) => {
                self.window = id;
                let _ = channel.send(id);
            }
            Action::Close(_) => self.has_exited = true,
            Action::GainFocus(_) => self.times_in_front += 1,
            Action::GetOldest(channel) | Action::GetLatest(channel) => {
                let _ = channel.send(Some(self.window));
            }
            Action::Resize(_, size) => {
                self.resize(size.width, size.height);
            }
            Action::GetSize(_, channel) => {
                let _ = channel.send(self.setup.size);
            }
            Action::GetMaximized(_, channel) => {
                let _ = channel.send(false);
            }
            Action::GetMinimized(_, channel) => {
                let _ = channel.send(None);
            }
            Action::GetPosition(_, channel) => {
                let _ = channel.send(Some(Point::ORIGIN));
            }
            Action::GetScaleFactor(_, channel) => {
                let _ = channel.send(self.setup.scale);
            }
            Action::GetMode(_, channel) => {
                let _ = channel.send(window::Mode::Windowed);
            }
            // The rest has no meaning without a display.
            _ => {}
        }
    }

    /// Draws what a user sees into a PNG file called `name` in the folder for pictures, and returns where it is.
    ///
    /// The folder is `KARTOTEK_SHOTS`, or `shots` in the build's folder for temporary files.
    pub fn shot(&mut self, name: &str) -> PathBuf {
        let theme =
            self.program.theme(&self.state, self.window).unwrap_or_else(|| P::Theme::default(theme::Mode::Light));
        let style = self.program.style(&self.state, &theme);
        let (cursor, scale, size) = (self.cursor, self.setup.scale, self.setup.size);
        let zoom = self.program.scale_factor(&self.state, self.window) * scale;
        let pixels = Size::new((size.width * scale).round() as u32, (size.height * scale).round() as u32);

        self.redraw();
        let rgba = self.with_interface(|interface, renderer, clipboard| {
            let redraw = Event::Window(window::Event::RedrawRequested(Instant::now()));
            let _ = interface.update(&[redraw], cursor, renderer, clipboard, &mut Vec::new());
            let text = iced::advanced::renderer::Style { text_color: style.text_color };
            interface.draw(renderer, &theme, &text, cursor);
            renderer.screenshot(pixels, zoom, style.background_color)
        });

        let folder = std::env::var_os("KARTOTEK_SHOTS")
            .map_or_else(|| Path::new(env!("CARGO_TARGET_TMPDIR")).join("shots"), PathBuf::from);
        std::fs::create_dir_all(&folder).expect("a folder for pictures");
        let path = folder.join(format!("{name}.png"));
        image::save_buffer(&path, &rgba, pixels.width, pixels.height, image::ColorType::Rgba8).expect("a picture");
        path
    }

    /// Saves a picture, and ends the test with what is wrong and the texts that are to be seen.
    #[track_caller]
    pub fn fail(&mut self, problem: impl Display) -> ! {
        let test = std::thread::current().name().unwrap_or("journey").replace("::", "-");
        let picture = self.shot(&format!("failed-{test}"));
        let texts = self.texts().join("\n  ");
        panic!("{problem}\npicture: {}\ntexts on the screen:\n  {texts}", picture.display());
    }
}

fn load_font(bytes: impl Into<std::borrow::Cow<'static, [u8]>>) {
    font_system().write().expect("the font system").load_font(bytes.into());
}
