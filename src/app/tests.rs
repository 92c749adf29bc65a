//! What happens between two messages: closing while something is under way.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::wildcard_enum_match_arm)]

use std::sync::mpsc::Sender;

use iced::futures::StreamExt;
use iced_test::runtime::{Action, task};

use super::platform::Fake;
use super::*;
use crate::model::basis::Basis;
use crate::office::finding::Order;
use crate::office::{Answer as Written, Error, setup};
use crate::screen::Step;
use crate::screen::import;
use crate::screen::start::Outcome;
use crate::vault::Passphrase;

const PASSPHRASE: &str = "fjellrev spiser stille lapskaus";

/// A window, and a card file in a folder of its own.
struct Desk {
    app: App,
    office: Office,
    folder: tempfile::TempDir,
    runtime: tokio::runtime::Runtime,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let launch = Launch { lang: Some(Lang::En), ..Launch::default() };
        let (app, _) = App::boot(&launch, false, Preferences::default(), Arc::new(Fake::new(folder.path())));
        let place = folder.path().join("people");
        let (office, _) = Office::create(&place, &Passphrase::new(PASSPHRASE), Lang::En).unwrap();
        office.write(setup::confirm_recovery).wait().unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        Self { app, office, folder, runtime }
    }

    /// Returns a window in which the card file is open.
    fn inside() -> Self {
        let mut desk = Self::new();
        let entering = desk.opened(false);
        desk.run(entering);
        assert!(matches!(desk.app.stage, Stage::Inside(_)));
        desk
    }

    /// Tells the window that the start page has opened the card file.
    fn opened(&mut self, sample: bool) -> Task<Message> {
        let office = self.office.clone();
        self.app.at_start(|_| Outcome { step: Step::none(), done: Some(start::Done::Opened { office, sample }) })
    }

    /// Does what a task does, and what follows from it.
    fn run(&mut self, task: Task<Message>) {
        let mut tasks = vec![task];
        while let Some(mut stream) = tasks.pop().and_then(task::into_stream) {
            while let Some(action) = self.runtime.block_on(stream.next()) {
                if let Action::Output(message) = action {
                    tasks.push(self.app.update(message));
                }
            }
            tasks.retain(|task| task.units() > 0);
        }
    }

    fn tell(&mut self, message: import::Message) {
        let task = self.import(message);
        self.run(task);
    }

    fn import(&mut self, message: import::Message) -> Task<Message> {
        self.app.update(Message::Inside(1, session::Message::Import(message)))
    }

    fn close(&mut self) -> Task<Message> {
        self.app.update(Message::Window(window::Id::unique(), window::Event::CloseRequested))
    }

    /// Begins something else that is written, which ends when the sender says so.
    fn hold(&self) -> (Sender<()>, Written<()>) {
        let (release, released) = std::sync::mpsc::channel::<()>();
        let held = self.office.write(move |_| {
            let _ = released.recv();
            Ok(())
        });
        (release, held)
    }

    fn asked(&self) -> Option<Matter> {
        match &self.app.over {
            Some(Over::Unsaved(_, matter)) => Some(*matter),
            _ => None,
        }
    }

    /// Begins an import up to the plan.
    fn plan(&mut self) {
        let file = self.folder.path().join("people.csv");
        std::fs::write(&file, "First name,Last name\nÅse,Ødegård\nTor,Øverland\n").unwrap();
        let arriving = self.app.inside(|session| Some(session.arrive(session::Destination::Import(None))));
        self.run(arriving);
        self.tell(import::Message::Picked(file));
        self.tell(import::Message::Next);
        self.tell(import::Message::Basis(Basis::Contract.into()));
        self.tell(import::Message::Next);
    }
}

#[test]
fn a_card_file_that_is_being_read_is_closed_with_the_window() {
    let mut desk = Desk::new();
    let reading = desk.opened(true);
    let closing = desk.close();
    assert!(matches!(desk.app.stage, Stage::Closing));
    desk.run(closing);
    assert!(!desk.folder.path().join("people").exists());
    desk.run(reading);
    assert!(matches!(desk.app.stage, Stage::Closing));
}

#[test]
fn a_card_file_that_cannot_be_read_is_closed() {
    let mut desk = Desk::new();
    let _reading = desk.opened(true);
    let failed = desk.app.update(Message::Entered(Box::new(Err(Problem::new(&Error::Failed, Lang::En)))));
    desk.run(failed);
    assert!(!desk.folder.path().join("people").exists());
    assert!(matches!(desk.app.stage, Stage::Start(_)) && matches!(desk.app.over, Some(Over::Problem(_))));
}

#[test]
fn a_running_import_is_asked_about_and_stopped() {
    let mut desk = Desk::inside();
    desk.plan();
    let (release, held) = desk.hold();
    let importing = desk.import(import::Message::Next);
    let _ = desk.close();
    assert_eq!(desk.asked(), Some(Matter::Running));
    let _ = desk.app.answered(Answer::Stay);
    assert!(matches!(desk.app.stage, Stage::Inside(_)) && desk.app.over.is_none());
    let _ = desk.close();
    let closing = desk.app.answered(Answer::Discard);
    assert!(matches!(desk.app.stage, Stage::Closing));
    release.send(()).unwrap();
    held.wait().unwrap();
    desk.run(importing);
    desk.run(closing);
    let again = Office::open(&desk.folder.path().join("people"), "me", &Passphrase::new(PASSPHRASE), Lang::En).unwrap();
    assert_eq!(again.find("", Order::default()).wait().unwrap().ids.len(), 0);
}

#[test]
fn the_answer_to_an_earlier_import_is_not_taken_for_this_one() {
    let mut desk = Desk::inside();
    desk.plan();
    let (release, held) = desk.hold();
    let earlier = desk.import(import::Message::Next);
    let Stage::Inside(session) = &mut desk.app.stage else { panic!("the card file is closed") };
    session.import = None;
    release.send(()).unwrap();
    held.wait().unwrap();

    desk.plan();
    let importing = desk.import(import::Message::Next);
    desk.run(earlier);
    let Stage::Inside(session) = &desk.app.stage else { panic!("the card file is closed") };
    assert!(session.import.as_ref().unwrap().is_running());
    desk.run(importing);
    assert_eq!(desk.office.find("", Order::default()).wait().unwrap().ids.len(), 2);
}

#[test]
fn a_second_press_on_save_changes_nothing() {
    let mut desk = Desk::inside();
    desk.app.over = Some(Over::Saving(Leaving::Lock));
    for answer in [Answer::Save, Answer::Discard, Answer::Stay] {
        let _ = desk.app.answered(answer);
        assert!(matches!(desk.app.over, Some(Over::Saving(Leaving::Lock))));
    }
    let locked = desk.app.update(Message::Saved);
    desk.run(locked);
    assert!(matches!(desk.app.stage, Stage::Start(_)));
}

#[test]
fn the_list_is_as_wide_as_it_was() {
    let mut desk = Desk::inside();
    let divided = session::Message::Persons(crate::screen::persons::Message::Divider(400.0));
    let moved = desk.app.update(Message::Inside(1, divided));
    desk.run(moved);
    let closing = desk.close();
    desk.run(closing);

    let remembered = Preferences::read(&desk.folder.path().join("settings"));
    assert_eq!(remembered.list_width, Some(400.0));
    let place = desk.folder.path().join("people");
    desk.office = Office::open(&place, "me", &Passphrase::new(PASSPHRASE), Lang::En).unwrap();
    let launch = Launch { lang: Some(Lang::En), ..Launch::default() };
    (desk.app, _) = App::boot(&launch, false, remembered, Arc::new(Fake::new(desk.folder.path())));
    let entering = desk.opened(false);
    desk.run(entering);
    let Stage::Inside(session) = &desk.app.stage else { panic!("the card file is closed") };
    assert!((session.persons.width() - 400.0).abs() < f32::EPSILON);
}

#[test]
fn the_backup_of_the_day_is_made_as_soon_as_nobody_works() {
    let mut desk = Desk::inside();
    let backups = desk.folder.path().join("people/backups");
    let count = || std::fs::read_dir(&backups).unwrap().count();
    let minute = |desk: &mut Desk, seconds| {
        let later = Instant::now() + std::time::Duration::from_secs(seconds);
        let task = desk.app.update(Message::Inside(1, session::Message::Upkeep(upkeep::Message::Minute(later))));
        desk.run(task);
    };
    minute(&mut desk, 30);
    assert_eq!(count(), 0, "somebody has just been working");
    minute(&mut desk, 61);
    assert_eq!(count(), 1);
    minute(&mut desk, 200);
    assert_eq!(count(), 1, "one a day is enough");
}

#[test]
fn a_window_left_open_over_midnight_shows_what_is_due_on_the_new_day() {
    use crate::model::Zone;
    use chrono::{FixedOffset, Local, Offset, Timelike};

    let mut desk = Desk::inside();
    let minute = |desk: &mut Desk| {
        let minute = super::upkeep::Message::Minute(std::time::Instant::now());
        desk.app.update(Message::Inside(1, session::Message::Upkeep(minute)))
    };
    let live_in = |desk: &mut Desk, zone| {
        if let Stage::Inside(session) = &mut desk.app.stage {
            session.scene.zone = zone;
        }
    };
    live_in(&mut desk, Zone::local());
    // Whether something is to be sent is looked up each minute.
    let same_day = minute(&mut desk).units();
    // Half a day on, or back: either way another day.
    let other_day = Zone::new(|moment| {
        let here = moment.with_timezone(&Local);
        let half = if here.hour() < 12 { -43_200 } else { 43_200 };
        FixedOffset::east_opt(here.offset().fix().local_minus_utc() + half).unwrap()
    });
    live_in(&mut desk, other_day);
    assert!(minute(&mut desk).units() > same_day, "not read again on another day");
}
