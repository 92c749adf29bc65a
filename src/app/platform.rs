//! The port to what lies outside the window: the system's dialogs and folders, its clock, and other programs.
//!
//! [`System`] is the computer; [`Fake`] answers as a test tells it to, and opens nothing.

use std::collections::VecDeque;
use std::ffi::OsStr;
use std::future::{Future, ready};
use std::io;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use chrono::{FixedOffset, Offset};

use super::doorbell::Doorbell;

/// What the user chose in a dialog of the system; nothing when they changed their mind, or there is no such dialog.
pub type Choice = Pin<Box<dyn Future<Output = Option<PathBuf>> + Send>>;

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

    /// Returns the difference of local time from UTC now.
    fn offset(&self) -> FixedOffset;

    /// Answers whether the system asks for high contrast. May take 0.2 s.
    fn wants_contrast(&self) -> bool;

    /// Returns the doorbell of the window that shows the card file in a folder.
    fn doorbell(&self, vault: &Path) -> Doorbell;
}

/// The computer that the program runs on.
#[derive(Debug, Clone, Copy, Default)]
pub struct System;

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
        let base = directories::BaseDirs::new();
        base.map_or_else(|| PathBuf::from("Kartotek"), |folders| folders.data_dir().join("Kartotek"))
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

    fn offset(&self) -> FixedOffset {
        chrono::Local::now().offset().fix()
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

/// A world outside that answers as it was told to.
#[derive(Debug)]
pub struct Fake {
    folder: PathBuf,
    answers: Mutex<VecDeque<PathBuf>>,
    opened: Mutex<Vec<String>>,
}

impl Fake {
    /// Returns a world whose folders all lie in one folder.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into(), answers: Mutex::default(), opened: Mutex::default() }
    }

    /// Says what the next dialog answers. One that was told nothing answers nothing.
    pub fn answer(&self, path: impl Into<PathBuf>) {
        self.answers.lock().unwrap_or_else(PoisonError::into_inner).push_back(path.into());
    }

    /// Returns what was to be opened outside.
    pub fn opened(&self) -> Vec<String> {
        self.opened.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn next(&self) -> Choice {
        Box::pin(ready(self.answers.lock().unwrap_or_else(PoisonError::into_inner).pop_front()))
    }
}

impl Platform for Fake {
    fn settings_folder(&self) -> PathBuf {
        self.folder.join("settings")
    }

    fn usual_place(&self) -> PathBuf {
        self.folder.join("Kartotek")
    }

    fn documents(&self) -> PathBuf {
        self.folder.clone()
    }

    fn sample_place(&self) -> PathBuf {
        self.folder.join("sample")
    }

    fn pick_file(&self, _title: &str, _kinds: Kinds) -> Choice {
        self.next()
    }

    fn pick_folder(&self, _title: &str) -> Choice {
        self.next()
    }

    fn save_file(&self, _title: &str, _suggested: &str) -> Choice {
        self.next()
    }

    fn open_outside(&self, address: &str) -> io::Result<()> {
        self.opened.lock().unwrap_or_else(PoisonError::into_inner).push(address.to_owned());
        Ok(())
    }

    fn offset(&self) -> FixedOffset {
        chrono::Utc.fix()
    }

    fn wants_contrast(&self) -> bool {
        false
    }

    fn doorbell(&self, vault: &Path) -> Doorbell {
        Doorbell::new(&self.settings_folder().join("run"), vault)
    }
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
