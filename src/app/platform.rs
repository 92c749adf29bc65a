//! The port to what lies outside the window: the system's dialogs and folders, its clock, its clipboard and keychain,
//! what it tells of sleep and of its screen being locked, and other programs.
//!
//! [`System`] is the computer; [`Fake`] answers as a test tells it to, and opens nothing.

mod anew;
mod clipboard;
mod fake;
mod signals;

use std::ffi::{OsStr, OsString};
use std::future::Future;
use std::io;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use iced::futures::stream::BoxStream;

use crate::model::{Moment, Zone};
use crate::office::mail::sending::Way;
use crate::vault::keychain::{self, Keychain};

pub use fake::Fake;

/// How often the window looks at the clock.
const TICK: Duration = Duration::from_secs(1);

use super::doorbell::Doorbell;
use crate::transfer::Parser;

/// What the user chose in a dialog of the system; nothing when they changed their mind, or there is no such dialog.
pub type Choice = Pin<Box<dyn Future<Output = Option<PathBuf>> + Send>>;

/// Returns who reads files from outside: this program, started once more. Where the system does not tell where it lies,
/// reading fails and says so.
pub fn parser() -> Parser {
    // What runs, even where a newer version was installed over its file meanwhile.
    let itself = Path::new("/proc/self/exe");
    let is_there = cfg!(target_os = "linux") && itself.exists();
    Parser::apart(if is_there { itself.to_path_buf() } else { std::env::current_exe().unwrap_or_default() })
}

/// Kinds of files: what they are called, and their endings without the dot.
pub type Kinds = Vec<(String, Vec<&'static str>)>;

/// What the window needs of the world outside.
pub trait Platform: Send + Sync {
    /// Returns the folder for what the window remembers.
    fn settings_folder(&self) -> PathBuf;

    /// Returns the folder where a card file is kept unless another is chosen.
    fn usual_place(&self) -> PathBuf;

    /// Returns the folder that is proposed for files the user saves.
    fn documents(&self) -> PathBuf;

    /// Returns a new name for a folder of sample people, where nothing is kept.
    fn sample_place(&self) -> PathBuf;

    /// Lets the user choose a file to read.
    fn pick_file(&self, title: &str, kinds: Kinds) -> Choice;

    /// Lets the user choose a folder.
    fn pick_folder(&self, title: &str) -> Choice;

    /// Lets the user choose where to write a file.
    fn save_file(&self, title: &str, suggested: &str) -> Choice;

    /// Opens an address or a file with the system's own program.
    ///
    /// # Errors
    /// That the system has no such program, or the address is of a kind we do not open.
    fn open_outside(&self, address: &str) -> io::Result<()>;

    /// Returns where the user is, as far as clocks care.
    fn zone(&self) -> Zone;

    /// Answers whether the system asks for high contrast. May take 0.2 s.
    fn wants_contrast(&self) -> bool;

    /// Returns the doorbell of the window that shows the card file in a folder.
    fn doorbell(&self, vault: &Path) -> Doorbell;

    /// Returns who reads files from outside.
    fn parser(&self) -> Parser;

    /// Returns in which way mail is sent.
    fn mail(&self) -> Way {
        Way::default()
    }

    /// Returns the time. It goes on while the computer sleeps.
    fn now(&self) -> Moment;

    /// Ends when it is worth looking at the clock again: after a second.
    fn tick(&self) -> Pin<Box<dyn Future<Output = ()> + Send>>;

    /// Returns what the system tells: that the card file is to be locked now, as the computer goes to sleep, its screen
    /// is locked, or another user comes. Silent where the system tells nothing.
    fn calls_to_lock(&self) -> BoxStream<'static, ()>;

    /// Starts the program once more in the place of this process, so that nothing of what this one held is left.
    ///
    /// # Errors
    /// The system's. The caller must then end this process, or what it holds stays in memory.
    fn start_anew(&self, called_with: Vec<OsString>) -> io::Result<Anew>;

    /// Copies a text so that the system's history of what was copied leaves it out; answers whether it could. May
    /// take a while.
    fn copy(&self, text: &str) -> bool;

    /// Empties the clipboard if it still holds what was copied with [`Platform::copy`]; answers whether it could look.
    /// May take a while.
    fn clear_copied(&self, text: &str) -> bool;

    /// Returns the keychain of the user of this computer.
    fn keychain(&self) -> Arc<dyn Keychain>;
}

/// How the program was started anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anew {
    /// Beside this process, which is to end.
    Beside,
    /// Not at all, but what would be shown then is to be shown here: a test goes on.
    Here,
}

/// The computer that the program runs on.
#[derive(Default)]
pub struct System {
    clipboard: clipboard::Copying,
}

impl System {
    fn folders() -> Option<directories::ProjectDirs> {
        directories::ProjectDirs::from("", "", "Kartotek")
    }

    /// Asks with one of the system's dialogs, whose connection to the system is made only when it is needed.
    fn ask(
        title: &str,
        question: impl FnOnce(rfd::AsyncFileDialog) -> Pin<Box<dyn Future<Output = Option<rfd::FileHandle>> + Send>>,
    ) -> Choice {
        let answer = question(rfd::AsyncFileDialog::new().set_title(title));
        Box::pin(async { answer.await.map(|file| file.path().to_path_buf()) })
    }
}

impl Platform for System {
    fn settings_folder(&self) -> PathBuf {
        if let Some(folder) = std::env::var_os("KARTOTEK_CONFIG_DIR").filter(|folder| !folder.is_empty()) {
            return folder.into();
        }
        Self::folders().map_or_else(|| PathBuf::from("."), |folders| folders.config_dir().to_path_buf())
    }

    fn usual_place(&self) -> PathBuf {
        crate::vault::default_folder().unwrap_or_else(|| PathBuf::from("Kartotek"))
    }

    fn documents(&self) -> PathBuf {
        let user = directories::UserDirs::new();
        let documents = user.as_ref().and_then(directories::UserDirs::document_dir);
        documents.map_or_else(std::env::temp_dir, Path::to_path_buf)
    }

    fn sample_place(&self) -> PathBuf {
        let mut number = [0; 8];
        // Without random numbers the name may be taken; making the vault then says so.
        let _ = getrandom::fill(&mut number);
        std::env::temp_dir().join(format!(
            "{}{:016x}",
            crate::screen::start::sample::PREFIX,
            u64::from_ne_bytes(number)
        ))
    }

    fn pick_file(&self, title: &str, kinds: Kinds) -> Choice {
        Self::ask(title, |dialog| {
            let dialog = kinds.iter().fold(dialog, |dialog, (name, endings)| dialog.add_filter(name, endings));
            Box::pin(dialog.pick_file())
        })
    }

    fn pick_folder(&self, title: &str) -> Choice {
        Self::ask(title, |dialog| Box::pin(dialog.set_can_create_directories(true).pick_folder()))
    }

    fn save_file(&self, title: &str, suggested: &str) -> Choice {
        Self::ask(title, |dialog| Box::pin(dialog.set_file_name(suggested).save_file()))
    }

    fn open_outside(&self, address: &str) -> io::Result<()> {
        if !may_be_opened(address) {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        let (program, before) = opener();
        let mut child = Command::new(program)
            .args(before)
            .arg(OsStr::new(address))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        // Somebody has to take note of its end, or it stays in the system's list.
        std::thread::Builder::new().name("opened".into()).spawn(move || child.wait())?;
        Ok(())
    }

    fn zone(&self) -> Zone {
        Zone::local()
    }

    fn wants_contrast(&self) -> bool {
        let asked = mundy::Preferences::once_blocking(mundy::Interest::Contrast, Duration::from_millis(200));
        asked.is_some_and(|answer| answer.contrast.is_more())
    }

    fn doorbell(&self, vault: &Path) -> Doorbell {
        let folders = Self::folders();
        // Gone when the user leaves, where the system has such a folder; never where tests keep their settings.
        let runtime = folders.as_ref().and_then(directories::ProjectDirs::runtime_dir);
        let place = match runtime.filter(|_| std::env::var_os("KARTOTEK_CONFIG_DIR").is_none()) {
            Some(folder) => folder.to_path_buf(),
            None => self.settings_folder().join("run"),
        };
        Doorbell::new(&place, vault)
    }

    fn parser(&self) -> Parser {
        parser()
    }

    fn now(&self) -> Moment {
        Moment::now()
    }

    fn tick(&self) -> Pin<Box<dyn Future<Output = ()> + Send>> {
        Box::pin(tokio::time::sleep(TICK))
    }

    fn calls_to_lock(&self) -> BoxStream<'static, ()> {
        signals::listen()
    }

    fn start_anew(&self, called_with: Vec<OsString>) -> io::Result<Anew> {
        anew::start(&called_with)
    }

    fn copy(&self, text: &str) -> bool {
        self.clipboard.copy(text)
    }

    fn clear_copied(&self, text: &str) -> bool {
        self.clipboard.clear(text)
    }

    fn keychain(&self) -> Arc<dyn Keychain> {
        keychain::of_system()
    }
}

/// Returns the program that opens an address, and what stands before it. Never a shell: an address may hold anything.
fn opener() -> (&'static str, &'static [&'static str]) {
    if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("rundll32", &["url.dll,FileProtocolHandler"])
    } else {
        ("xdg-open", &[])
    }
}

/// Answers whether an address is of a kind we hand to the system: the web, mail, phone, or a file with its full path.
fn may_be_opened(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    ["https://", "http://", "mailto:", "tel:"].iter().any(|kind| lower.starts_with(kind))
        || Path::new(address).is_absolute()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_known_kinds_of_addresses_are_opened() {
        for yes in ["https://example.org", "HTTP://example.org", "mailto:ase@example.org", "tel:+4790000000"] {
            assert!(may_be_opened(yes), "{yes}");
        }
        for no in ["", "javascript:alert(1)", "example.org", "-e", "smb://example.org/share", "calc.exe"] {
            assert!(!may_be_opened(no), "{no}");
        }
        assert!(may_be_opened(&std::env::temp_dir().join("list.xlsx").to_string_lossy()));
    }
}
