//! The window: what is in front, the keys that work everywhere, the port to the outside, and what is remembered.
//!
//! [`run`] opens it. [`program`] returns the same as a value, which journeys drive without a display.

pub mod actions;
mod display;
pub mod doorbell;
mod frame;
mod guiding;
mod hardening;
pub mod keys;
mod launch;
mod leaving;
mod locking;
mod notes;
mod outside;
mod palette;
pub mod platform;
pub mod preferences;
mod presence;
mod second_start;
pub mod session;
mod upkeep;

use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Instant;

use iced::theme::Mode;
use iced::widget::container;
use iced::{Length, Subscription, Task, system, window};
use zeroize::Zeroizing;

use crate::dialog::palette as dialog_palette;
use crate::dialog::unsaved::Matter;
use crate::dialog::{about, guide, help, path, unsaved};
use crate::i18n::Lang;
use crate::model::criteria::Of;
use crate::office::Office;
use crate::office::problem::Problem;
use crate::screen::settings::look::{Brightness, Contrast, Zoom};
use crate::screen::settings::{Choices, Wish};
use crate::screen::start;
use crate::screen::{Answer, Lost};
use crate::t;
use crate::theme::{Element, Theme, style};
use crate::transfer::guide::chapters;
use crate::widget::dialog::{Card, card, dialog};
use crate::widget::hotkeys::{Step as Tab, hotkeys};
use crate::widget::repaint::repaint;
use crate::widget::{button, focus, text, toast};
use actions::Deed;
pub use hardening::harden;
use keys::shortcut;
pub use launch::{Launch, program, program_to_restore, run};
use notes::Notes;
pub use outside::Then;
use platform::Platform;
use preferences::Preferences;
use presence::{Calls, Due, Presence};
use second_start::to_the_front;
use session::{Ask, Furniture, Leaving, Session, Turn};

/// Returns the place in the preferences where the columns of exports are.
fn exported(of: Of) -> String {
    format!("export-{}", of.key())
}

/// The places in the preferences where the columns of the lists are.
const PERSONS: &str = "persons";
const COMPANIES: &str = "companies";

/// The window.
pub struct App {
    lang: Lang,
    platform: Arc<dyn Platform>,
    preferences: Preferences,
    /// The number of the last preferences that were written.
    written: Arc<Mutex<u64>>,
    to_write: u64,
    mode: Mode,
    wants_contrast: bool,
    stage: Stage,
    /// The card file that is open and being read for the first time, and whether it holds sample people.
    entering: Option<(Office, bool)>,
    over: Option<Over>,
    notes: Notes,
    /// The newest change for which a button to take it back was offered.
    offered: u64,
    presence: Arc<Presence>,
    /// What was copied with a button and has to leave the clipboard.
    copied: Option<Arc<Zeroizing<String>>>,
    sessions: u64,
    /// Whether the window closes as soon as what runs has stopped.
    quitting: bool,
}

/// What is on the stage.
enum Stage {
    /// No card file is open.
    Start(Box<start::State>),
    /// One is open.
    Inside(Box<Session>),
    /// One is being closed.
    Closing,
}

/// What lies over everything.
enum Over {
    Help(help::Topic),
    Shortcuts,
    Palette(dialog_palette::State, Vec<Deed>),
    About,
    Guide(Box<guide::State>),
    Problem(Problem),
    Unsaved(Leaving, Matter),
    /// Saved changes are awaited; then this is left.
    Saving(Leaving),
    Path(path::State, Then),
}

/// What happens in the window.
#[derive(Clone)]
pub enum Message {
    /// On the start page.
    Start(start::Message),
    /// A card file was opened and read, or not.
    Entered(Box<Result<Entered, Problem>>),
    /// In an open card file, by the number of its session.
    Inside(u64, session::Message),
    /// A key that works everywhere.
    Key(Deed),
    /// Tab and Shift+Tab.
    Tab(Tab),
    /// In the palette.
    Palette(dialog_palette::Message),
    /// In the guide.
    Guide(guide::Message),
    /// The guide is to be read, at a chapter.
    OpenGuide(&'static str),
    /// The steps to prepare the office are to be shown.
    OpenSteps,
    /// The guide is to be written to a file.
    WriteGuide(PathBuf),
    /// The guide was written there, or not.
    GuideWritten(Option<PathBuf>),
    /// Closes what lies over everything.
    CloseOver,
    /// What to do with changes that are not saved.
    Answered(Answer),
    /// Saving is done, well or not.
    Saved,
    /// The system has no dialog for this; the path is asked for in writing.
    NoDialog(Then),
    /// In the dialog that asks for a path.
    Path(path::Message),
    /// The user changed their mind.
    Nothing,
    /// What the window tells.
    Window(window::Id, window::Event),
    /// The system turned light or dark.
    Mode(Mode),
    /// Whether the system asks for high contrast.
    Contrast(bool),
    /// Something falls due while time passes.
    Due(Due),
    /// The system calls to lock the card file.
    CallToLock,
    /// Time passes.
    Tick(Instant),
    /// The program was started a second time with this card file.
    Rung,
    /// A note was taken away.
    Dismiss(u64),
    /// The button on a note was pressed.
    Offered(u64),
    /// The card file is closed; the place of the next start page.
    Locked(Option<PathBuf>),
    /// It is closed, so that a backup can be restored: the folder, and the backup.
    ClosedToRestore(PathBuf, PathBuf),
    /// Everything is closed.
    Closed,
}

/// A card file that was opened and read.
#[derive(Clone)]
pub struct Entered {
    office: Office,
    sample: bool,
    furniture: Furniture,
}

impl App {
    fn boot(
        launch: &Launch,
        locked: bool,
        preferences: Preferences,
        platform: Arc<dyn Platform>,
    ) -> (Self, Task<Message>) {
        let lang = launch.lang.or(preferences.lang).unwrap_or_else(Lang::from_system);
        let places = places(platform.as_ref());
        let last = launch.vault_to_open(&preferences).cloned();
        let (start, task) = if launch.demo {
            start::State::sample(lang, places)
        } else {
            match last {
                Some(folder) if locked => start::State::locked(lang, places, folder),
                Some(folder) => start::State::unlock(lang, places, folder),
                None => (start::State::welcome(lang, places), Task::none()),
            }
        };
        let presence = Arc::new(Presence::new(Arc::clone(&platform)));
        let asked = Arc::clone(&platform);
        let contrast =
            async move { tokio::task::spawn_blocking(move || asked.wants_contrast()).await.unwrap_or(false) };
        let app = Self {
            lang,
            platform,
            preferences,
            written: Arc::default(),
            to_write: 0,
            mode: Mode::None,
            wants_contrast: false,
            stage: Stage::Start(Box::new(start)),
            entering: None,
            over: None,
            notes: Notes::default(),
            offered: 0,
            presence,
            copied: None,
            sessions: 0,
            quitting: false,
        };
        let look = Task::batch([system::theme().map(Message::Mode), Task::perform(contrast, Message::Contrast)]);
        (app, Task::batch([task.map(Message::Start), look]))
    }

    fn title(&self) -> String {
        t!(self.lang, "app-name")
    }

    fn theme(&self) -> Theme {
        let dark = match self.preferences.brightness {
            Brightness::System => self.mode == Mode::Dark,
            Brightness::Light => false,
            Brightness::Dark => true,
        };
        let contrast = match self.preferences.contrast {
            Contrast::System => self.wants_contrast,
            Contrast::On => true,
            Contrast::Off => false,
        };
        Theme::of(dark, contrast)
    }

    fn scale_factor(&self) -> f32 {
        self.preferences.zoom.factor()
    }

    fn subscription(&self) -> Subscription<Message> {
        let stage = match &self.stage {
            Stage::Start(start) => start.subscription().map(Message::Start),
            Stage::Inside(session) => {
                session.subscription().with(session.id).map(|(id, message)| Message::Inside(id, message))
            }
            Stage::Closing => Subscription::none(),
        };
        let calls = match &self.stage {
            Stage::Inside(_) => Calls::subscription(&self.platform).map(|()| Message::CallToLock),
            Stage::Start(_) | Stage::Closing => Subscription::none(),
        };
        Subscription::batch([
            window::events().map(|(id, event)| Message::Window(id, event)),
            system::theme_changes().map(Message::Mode),
            self.notes.subscription().map(Message::Tick),
            self.doorbell().map(|()| Message::Rung),
            self.presence.subscription().map(Message::Due),
            calls,
            stage,
        ])
    }

    fn update(&mut self, message: Message) -> Task<Message> {
        match message {
            Message::Start(message) => self.at_start(|start| start.update(message)),
            Message::Entered(entered) => self.enter(*entered),
            Message::Inside(id, message) => {
                self.inside(|session| if session.id == id { Some(session.update(message)) } else { None })
            }
            Message::Key(key) => {
                let key = self.meant(key);
                self.key(key)
            }
            Message::Tab(step) => focus::step(step == Tab::Next),
            Message::Palette(message) => self.palette(message),
            Message::Guide(message) => self.in_guide(message),
            Message::OpenGuide(chapter) => self.guide(chapter),
            Message::OpenSteps => {
                self.over = None;
                self.key(Deed::Steps)
            }
            Message::WriteGuide(path) => self.write_guide(path),
            Message::GuideWritten(written) => self.guide_written(written),
            Message::CloseOver => {
                self.over = None;
                Task::none()
            }
            Message::Answered(answer) => self.answered(answer),
            Message::Saved => self.saved(),
            Message::NoDialog(then) => {
                let (state, task) = path::State::new(then.title.clone(), then.suggested.clone());
                self.over = Some(Over::Path(state, then));
                task.map(Message::Path)
            }
            Message::Path(message) => self.path(message),
            Message::Nothing => Task::none(),
            Message::Window(_, event) => self.window(event),
            Message::Mode(mode) => {
                self.mode = mode;
                Task::none()
            }
            Message::Contrast(wanted) => {
                self.wants_contrast = wanted;
                Task::none()
            }
            Message::Due(due) => self.due(due),
            Message::CallToLock => self.lock_unasked(),
            Message::Tick(now) => {
                if self.covers_notes() {
                    self.notes.hold(now);
                }
                self.notes.pass(now);
                Task::none()
            }
            Message::Rung => to_the_front(),
            Message::Dismiss(id) => {
                self.notes.dismiss(id);
                Task::none()
            }
            Message::Offered(id) => self.take_offer(id),
            Message::Locked(_) | Message::ClosedToRestore(..) if self.quitting => {
                self.remember().chain(Task::done(Message::Closed))
            }
            Message::Locked(Some(folder)) => self.start_anew(&folder),
            Message::Locked(None) => self.show_start(),
            Message::ClosedToRestore(folder, backup) => {
                let places = places(self.platform.as_ref());
                let (start, task) = start::State::restore(self.lang, places, folder, backup);
                self.stage = Stage::Start(Box::new(start));
                task.map(Message::Start)
            }
            Message::Closed => iced::exit(),
        }
    }

    /// Shows the start page with the three choices.
    fn show_start(&mut self) -> Task<Message> {
        let places = places(self.platform.as_ref());
        self.stage = Stage::Start(Box::new(start::State::welcome(self.lang, places)));
        Task::none()
    }

    fn at_start(&mut self, act: impl FnOnce(&mut start::State) -> start::Outcome<start::Message>) -> Task<Message> {
        let Stage::Start(start) = &mut self.stage else {
            return Task::none();
        };
        if self.entering.is_some() {
            // The page is done; it is only still to be seen.
            return Task::none();
        }
        let outcome = act(start);
        if self.quitting && !start.is_busy() {
            // What ran has stopped; whatever came of it is closed again.
            return match outcome.done {
                Some(start::Done::Opened { office, sample }) => self.close(office, sample, Message::Closed),
                Some(start::Done::Lang(_)) | None => self.quit(),
            };
        }
        let mut tasks = vec![outcome.step.task.map(Message::Start)];
        for action in outcome.step.actions {
            tasks.push(self.act(action.map(Message::Start)));
        }
        match outcome.done {
            Some(start::Done::Opened { office, sample }) => {
                let lang = self.lang;
                // The language may have changed while the card file was being opened.
                office.set_lang(lang);
                self.entering = Some((office.clone(), sample));
                let read = Furniture::read(office.clone());
                tasks.push(Task::perform(read, move |read| {
                    let entered = read.map(|furniture| Entered { office, sample, furniture });
                    Message::Entered(Box::new(entered.map_err(|error| Problem::new(&error, lang))))
                }));
            }
            Some(start::Done::Lang(lang)) => tasks.push(self.speak(lang)),
            None => {}
        }
        Task::batch(tasks)
    }

    fn enter(&mut self, entered: Result<Entered, Problem>) -> Task<Message> {
        let Some(entering) = self.entering.take() else {
            // The window is being closed, and the card file with it.
            return Task::none();
        };
        match entered {
            Ok(Entered { office, sample, furniture }) => {
                self.sessions += 1;
                self.offered = 0;
                if !sample {
                    self.preferences.vault = Some(office.folder().to_path_buf());
                }
                let platform = self.platform.as_ref();
                let (mut session, turn) = Session::new(self.sessions, office, furniture, platform, sample);
                if let Some(width) = self.preferences.list_width {
                    session.persons.set_width(width);
                }
                if let Some(columns) = self.preferences.columns.get(PERSONS) {
                    session.persons.set_columns(columns);
                }
                if let Some(columns) = self.preferences.columns.get(COMPANIES) {
                    session.companies.set_columns(columns);
                }
                for of in Of::ALL {
                    if let Some(columns) = self.preferences.columns.get(&exported(of)) {
                        let keys = columns.iter().map(|(key, _)| key.clone()).collect();
                        session.export_columns.insert(of.key(), keys);
                    }
                }
                self.stage = Stage::Inside(Box::new(session));
                self.presence.note();
                Task::batch([self.inside(|_| Some(turn)), self.remember()])
            }
            Err(problem) => {
                let (office, sample) = entering;
                self.over = Some(Over::Problem(problem));
                self.close(office, sample, Message::Locked(None))
            }
        }
    }

    /// Lets the session act, and does what it asks for.
    fn inside(&mut self, act: impl FnOnce(&mut Session) -> Option<Turn>) -> Task<Message> {
        let Stage::Inside(session) = &mut self.stage else {
            return Task::none();
        };
        let id = session.id;
        let Some(turn) = act(session) else {
            return Task::none();
        };
        self.presence.set_limit(session.lock_after.filter(|_| !session.sample));
        self.preferences.list_width = Some(session.persons.width());
        for (place, columns) in [(PERSONS, session.persons.columns()), (COMPANIES, session.companies.columns())] {
            if self.preferences.columns.get(place) != Some(&columns) {
                self.preferences.columns.insert(place.to_owned(), columns);
            }
        }
        for of in Of::ALL {
            if let Some(keys) = session.export_columns.get(of.key()) {
                let columns: Vec<_> = keys.iter().map(|key| (key.clone(), None)).collect();
                if self.preferences.columns.get(&exported(of)) != Some(&columns) {
                    self.preferences.columns.insert(exported(of), columns);
                }
            }
        }
        let wrap = move |message| Message::Inside(id, message);
        let mut tasks = vec![turn.task.map(wrap)];
        for ask in turn.asks {
            tasks.push(match ask {
                Ask::Act(action) => self.act(action.map(wrap)),
                Ask::Wish(wish) => self.wish(wish),
                Ask::Leave(leaving) => self.leave(leaving),
                Ask::Help(topic) => {
                    self.over = Some(Over::Help(topic));
                    Task::none()
                }
                Ask::Guide(chapter) => self.guide(chapter),
                Ask::Stepped(words, back, change) => {
                    self.notes.offer(words, back, change, Instant::now());
                    Task::none()
                }
            });
        }
        if let Stage::Inside(session) = &self.stage {
            self.notes.withdraw(|way| session.office().next_step(way));
        }
        Task::batch(tasks)
    }

    /// Returns what a key means where one is: the one for something new makes what belongs there.
    fn meant(&self, deed: Deed) -> Deed {
        match &self.stage {
            Stage::Inside(session) if deed == Deed::NewPerson => session.new_here(),
            Stage::Inside(_) | Stage::Start(_) | Stage::Closing => deed,
        }
    }

    fn key(&mut self, deed: Deed) -> Task<Message> {
        match deed {
            Deed::Larger => return self.wish(Wish::Zoom(self.preferences.zoom.larger())),
            Deed::Smaller => return self.wish(Wish::Zoom(self.preferences.zoom.smaller())),
            Deed::NormalSize => return self.wish(Wish::Zoom(Zoom::default())),
            Deed::Light => return self.wish(Wish::Brightness(Brightness::Light)),
            Deed::Dark => return self.wish(Wish::Brightness(Brightness::Dark)),
            Deed::SystemColours => return self.wish(Wish::Brightness(Brightness::System)),
            Deed::Language(lang) => return self.wish(Wish::Lang(lang)),
            Deed::Help => return self.help(),
            Deed::Shortcuts => return self.shortcuts(),
            Deed::Palette if self.over.is_none() => return self.open_palette(),
            Deed::Guide => return self.guide(chapters::FIRST_HOUR),
            Deed::Today
            | Deed::Steps
            | Deed::Persons
            | Deed::Companies
            | Deed::Import
            | Deed::CameBack
            | Deed::Settings
            | Deed::Search
            | Deed::Favourites
            | Deed::Recent
            | Deed::Palette
            | Deed::NewPerson
            | Deed::NewCompany
            | Deed::Selections
            | Deed::NewSelection
            | Deed::CombineSelections
            | Deed::Duplicates
            | Deed::Restrict
            | Deed::LiftRestriction
            | Deed::Object
            | Deed::Inform
            | Deed::ConfirmCorrection
            | Deed::AskConsent
            | Deed::Report
            | Deed::NextPassage
            | Deed::PreviousPassage
            | Deed::Open
            | Deed::Edit
            | Deed::Save
            | Deed::LegalBasis
            | Deed::Activity
            | Deed::Relation
            | Deed::Favourite
            | Deed::Undo
            | Deed::Redo
            | Deed::Tab(_)
            | Deed::Escape
            | Deed::Columns
            | Deed::Backup
            | Deed::BackupElsewhere
            | Deed::Restore
            | Deed::CheckJournal
            | Deed::NewPassphrase
            | Deed::NewRecoveryKey
            | Deed::Remember
            | Deed::MergeSelected
            | Deed::MassEdit
            | Deed::MassEdits
            | Deed::Delete
            | Deed::Mailings
            | Deed::Outbox
            | Deed::SendMail
            | Deed::Trash
            | Deed::Page(_)
            | Deed::Lock => {}
        }
        // What lies over everything takes Escape itself, and lets nothing through.
        match (&self.over, &self.stage) {
            (None, Stage::Inside(_)) => self.inside(|session| Some(session.act_on(deed))),
            (None, Stage::Start(_)) if deed == Deed::Escape => self.at_start(start::State::escape),
            (None | Some(_), Stage::Inside(_) | Stage::Start(_) | Stage::Closing) => Task::none(),
        }
    }

    /// Shows all keys, where nothing is in front that must be answered first.
    fn shortcuts(&mut self) -> Task<Message> {
        match (&self.over, &self.stage) {
            (None | Some(Over::Help(_) | Over::About | Over::Problem(_)), Stage::Inside(_) | Stage::Start(_)) => {
                self.over = Some(Over::Shortcuts);
            }
            (_, Stage::Inside(_) | Stage::Start(_) | Stage::Closing) => {}
        }
        Task::none()
    }

    fn help(&mut self) -> Task<Message> {
        let topic = match (&self.over, &self.stage) {
            (Some(Over::Help(_)), _) | (_, Stage::Closing) => None,
            (Some(Over::Unsaved(..) | Over::Saving(_) | Over::Path(..)), _) => return Task::none(),
            (_, Stage::Inside(session)) => Some(session.topic()),
            (_, Stage::Start(start)) => Some(match start.topic() {
                start::Topic::Start => help::Topic::Start,
                start::Topic::Create => help::Topic::Create,
                start::Topic::Unlock => help::Topic::Unlock,
            }),
        };
        self.over = topic.map(Over::Help);
        Task::none()
    }

    fn wish(&mut self, wish: Wish) -> Task<Message> {
        match wish {
            Wish::Lang(lang) => return self.speak(lang),
            Wish::Brightness(brightness) => self.preferences.brightness = brightness,
            Wish::Contrast(contrast) => self.preferences.contrast = contrast,
            Wish::Zoom(zoom) if zoom == self.preferences.zoom => return Task::none(),
            Wish::Zoom(zoom) => self.preferences.zoom = zoom,
            Wish::About => {
                self.over = Some(Over::About);
                return Task::none();
            }
        }
        self.remember()
    }

    fn speak(&mut self, lang: Lang) -> Task<Message> {
        self.lang = lang;
        self.preferences.lang = Some(lang);
        Task::batch([self.inside(|session| Some(session.speak(lang))), self.remember()])
    }

    fn window(&mut self, event: window::Event) -> Task<Message> {
        // The toolkit counts the zoom in, but takes a position without it.
        let zoom = self.preferences.zoom.factor();
        if let window::Event::Resized(size) = event {
            self.preferences.window.width = size.width;
            self.preferences.window.height = size.height;
        } else if let window::Event::Moved(position) = event {
            self.preferences.window.position = Some((position.x * zoom, position.y * zoom));
        } else if let window::Event::FileDropped(file) = event {
            if self.over.is_none() {
                return self.inside(|session| Some(session.dropped(file)));
            }
        } else if matches!(event, window::Event::CloseRequested) {
            return self.leave(Leaving::Quit);
        }
        Task::none()
    }

    fn view(&self) -> Element<'_, Message> {
        let lang = self.lang;
        let (base, first): (Element<'_, Message>, Option<Card<'_, Message>>) = match &self.stage {
            Stage::Start(start) => (start.view().map(Message::Start), None),
            Stage::Inside(session) => {
                let id = session.id;
                let choices = Choices {
                    brightness: self.preferences.brightness,
                    contrast: self.preferences.contrast,
                    zoom: self.preferences.zoom,
                };
                let wrap = move |message| Message::Inside(id, message);
                (frame::view(session, choices).map(wrap), frame::dialog(session).map(|card| card.map(wrap)))
            }
            Stage::Closing => {
                let words = text::body(t!(lang, "closing")).style(style::muted);
                (container(words).center(Length::Fill).into(), None)
            }
        };
        let paper = container(base).width(Length::Fill).height(Length::Fill).style(style::paper);
        let over = self.over.as_ref().map(|over| self.over(over));
        let at_start = self.over.is_none() && matches!(self.stage, Stage::Start(_));
        let lift = match &self.stage {
            Stage::Inside(session) => frame::lift(session),
            Stage::Start(_) | Stage::Closing => 0.0,
        };
        let aside = match &self.stage {
            Stage::Inside(session) => frame::aside(session),
            Stage::Start(_) | Stage::Closing => 0.0,
        };
        // What is offered about the desk waits under a dialog; what was said last is for whoever is in it, and stands
        // in the room below it: no note ever lies over a dialog.
        let offers = !self.covers_notes();
        let last = self.is_dialog_open().then(|| self.notes.last(offers)).flatten();
        let mut notes = self.notes.view(lang, Message::Dismiss, Message::Offered, last);
        let said = last.and_then(|_| notes.pop());
        let desk = toast::stack(paper, notes, lift, aside);
        let layers = toast::under_dialog(dialog(dialog(desk, first), over), said);
        let presence = Arc::clone(&self.presence);
        let everything = hotkeys(layers, |key, modifiers| shortcut(key, modifiers).map(Message::Key))
            .on_activity(move || presence.note())
            .before(move |key, modifiers| {
                // A field would take the key only to lose the focus.
                let back = at_start && shortcut(key, modifiers) == Some(Deed::Escape);
                back.then_some(Message::Key(Deed::Escape))
            })
            .on_tab(Message::Tab);
        repaint(everything).into()
    }

    /// Answers whether a dialog or a question is in front.
    fn is_dialog_open(&self) -> bool {
        let in_session = match &self.stage {
            Stage::Inside(session) => session.is_occupied(),
            Stage::Start(_) | Stage::Closing => false,
        };
        self.over.is_some() || in_session
    }

    /// Answers whether something lies over the notes, so that no button on them can be pressed.
    fn covers_notes(&self) -> bool {
        let in_session = match &self.stage {
            Stage::Inside(session) => session.covers_notes(),
            Stage::Start(_) | Stage::Closing => false,
        };
        self.over.is_some() || in_session
    }

    fn over<'a>(&self, over: &'a Over) -> Card<'a, Message> {
        let lang = self.lang;
        match over {
            Over::Help(topic) => {
                let keys = actions::keys_of(*topic, lang);
                let ways = help::Ways {
                    keys: Message::Key(Deed::Shortcuts),
                    guide: Message::OpenGuide(guiding::chapter(*topic)),
                    steps: self.can_prepare().then_some(Message::OpenSteps),
                    close: Message::CloseOver,
                };
                help::view(*topic, keys, lang, ways)
            }
            Over::Shortcuts => help::shortcuts(actions::all_keys(lang), lang, Message::CloseOver),
            Over::Palette(state, _) => state.view(lang).map(Message::Palette),
            Over::About => about::view(lang, Message::CloseOver),
            Over::Guide(state) => state.view(lang).map(Message::Guide),
            Over::Problem(problem) => {
                let close = button::main(t!(lang, "close")).on_press(Message::CloseOver);
                card(t!(lang, "problem-title"), text::body(problem.message.clone()))
                    .button(close)
                    .on_escape(Message::CloseOver)
            }
            Over::Unsaved(_, matter) => {
                let card_of = match &self.stage {
                    Stage::Inside(session) => session.lost(),
                    Stage::Start(_) | Stage::Closing => (Lost::Card, String::new()),
                };
                unsaved::view(*matter, &card_of, lang, Message::Answered)
            }
            Over::Saving(_) => unsaved::saving(lang),
            Over::Path(state, _) => state.view(lang).map(Message::Path),
        }
    }
}

fn places(platform: &dyn Platform) -> start::Places {
    start::Places { usual: platform.usual_place(), sample: platform.sample_place(), keychain: platform.keychain() }
}

#[cfg(test)]
mod tests;
