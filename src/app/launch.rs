//! Opening the window.

use std::io::Write;
use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use iced::{Application, Point, Program, Size, Task, window};

use super::platform::{Platform, System};
use super::preferences::Preferences;
use super::{App, Message, display};
use crate::i18n::Lang;
use crate::t;
use crate::theme::{Theme, font, mark};

/// The smallest window that everything fits in.
const SMALLEST: Size = Size::new(960.0, 600.0);
/// How the window is opened.
#[derive(Debug, Clone, Default)]
pub struct Launch {
    /// The folder of the card file to open; the last one when `None`.
    pub vault: Option<PathBuf>,
    /// The language; the one chosen last when `None`.
    pub lang: Option<Lang>,
    /// Whether to go straight to sample people.
    pub demo: bool,
}

impl Launch {
    /// Returns the card file that the window begins with.
    pub(super) fn vault_to_open<'a>(&'a self, preferences: &'a Preferences) -> Option<&'a PathBuf> {
        self.vault.as_ref().or(preferences.vault.as_ref()).filter(|_| !self.demo)
    }
}

/// Opens the window, and returns when it is closed. Without a display it says so in one sentence.
///
/// Where a window shows the card file already, that one comes to the front instead. Locked, it asks for the passphrase
/// even where this computer remembers the key. A backup is offered to be restored, which somebody opened by its file.
pub fn run(launch: Launch, locked: bool, backup: Option<PathBuf>) -> ExitCode {
    static STARTED: AtomicBool = AtomicBool::new(false);

    let platform = Arc::new(System::default());
    let preferences = Preferences::read(&platform.settings_folder());
    let lang = launch.lang.or(preferences.lang).unwrap_or_else(Lang::from_system);
    // A window that locks is replaced by this one, and may not be gone everywhere yet.
    if !locked
        && backup.is_none()
        && let Some(vault) = launch.vault_to_open(&preferences)
        && platform.doorbell(vault).ring()
    {
        let _ = writeln!(std::io::stderr(), "{}", t!(lang, "start-raised"));
        return ExitCode::SUCCESS;
    }
    if let Some(_reached) = display::reach() {
        let before = panic::take_hook();
        // The library panics where the display answers but lets nobody in; our sentence is what the user needs then.
        panic::set_hook(Box::new(move |about| {
            if STARTED.load(Ordering::Relaxed) {
                before(about);
            }
        }));
        let program = open(launch, locked, backup, platform, || STARTED.store(true, Ordering::Relaxed));
        match panic::catch_unwind(AssertUnwindSafe(|| program.run())) {
            Ok(Ok(())) => return ExitCode::SUCCESS,
            Ok(Err(error)) => tracing::error!(%error, "the window could not be opened"),
            Err(_) if STARTED.load(Ordering::Relaxed) => return ExitCode::FAILURE,
            Err(_) => {}
        }
    }
    // Where even this cannot be written, there is nobody to tell.
    let _ = writeln!(std::io::stderr(), "{}", t!(lang, "start-no-display"));
    ExitCode::FAILURE
}

/// Returns the program that [`run`] runs, for a world outside.
pub fn program(
    launch: Launch,
    platform: Arc<dyn Platform>,
) -> Application<impl Program<State = App, Message = Message, Theme = Theme>> {
    open(launch, false, None, platform, || {})
}

/// Returns the program that [`run`] runs where somebody opened a backup by its file, for a world outside.
pub fn program_to_restore(
    launch: Launch,
    backup: PathBuf,
    platform: Arc<dyn Platform>,
) -> Application<impl Program<State = App, Message = Message, Theme = Theme>> {
    open(launch, false, Some(backup), platform, || {})
}

fn open(
    launch: Launch,
    locked: bool,
    backup: Option<PathBuf>,
    platform: Arc<dyn Platform>,
    started: fn(),
) -> Application<impl Program<State = App, Message = Message, Theme = Theme>> {
    let preferences = Preferences::read(&platform.settings_folder());
    let place = preferences.window;
    let window = window::Settings {
        icon: icon(),
        size: Size::new(place.width, place.height),
        position: place
            .position
            .map_or(window::Position::Default, |(x, y)| window::Position::Specific(Point::new(x, y))),
        min_size: Some(SMALLEST),
        exit_on_close_request: false,
        #[cfg(target_os = "linux")]
        platform_specific: window::settings::PlatformSpecific {
            application_id: "kartotek".to_owned(),
            ..window::settings::PlatformSpecific::default()
        },
        ..window::Settings::default()
    };
    let boot = move || {
        started();
        let (app, task) = App::boot(&launch, locked || backup.is_some(), preferences.clone(), Arc::clone(&platform));
        let to_restore = backup.clone().map(|backup| {
            let last = launch.vault_to_open(&preferences).cloned();
            Message::ClosedToRestore(last.unwrap_or_else(|| platform.usual_place()), backup)
        });
        (app, Task::batch([task, to_restore.map_or_else(Task::none, Task::done)]))
    };
    iced::application(boot, App::update, App::view)
        .settings(font::settings())
        .window(window)
        .title(App::title)
        .theme(App::theme)
        .scale_factor(App::scale_factor)
        .subscription(App::subscription)
}

/// Returns the icon that the window shows where the system does not take it from the launcher: X11 and Windows.
fn icon() -> Option<window::Icon> {
    let (width, height, pixels) = mark::pixels()?;
    window::icon::from_rgba(pixels, width, height).ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_window_has_an_icon() {
        assert!(super::icon().is_some());
    }
}
