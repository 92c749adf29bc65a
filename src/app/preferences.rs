//! What the window remembers for the person at this computer: language, look, size, and which card file was open last.
//!
//! One small JSON file in the system's folder for settings, or in the folder that `KARTOTEK_CONFIG_DIR` names. It holds
//! no personal data but the path of the card file, and only its owner can read it.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::i18n::Lang;
use crate::screen::settings::look::{Brightness, Contrast, Zoom};

const FILE: &str = "window.json";
const SET_ASIDE: &str = "window.json.damaged";

/// What is remembered. Everything has a default, and what a file does not say has it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// The language; none as long as nobody chose one.
    pub lang: Option<Lang>,
    /// Light or dark.
    pub brightness: Brightness,
    /// High contrast or not.
    pub contrast: Contrast,
    /// How large everything is.
    pub zoom: Zoom,
    /// Where the window was, and how large.
    pub window: Window,
    /// How wide the list is beside a card, in the system's logical pixels, from 1 to 16 000.
    pub list_width: Option<f32>,
    /// The columns of lists, by place: their names, and how wide the user made them beside each other, in pixels.
    pub columns: BTreeMap<String, Vec<(String, Option<u16>)>>,
    /// What was chosen last in the palette, by the keys of the texts; the newest first.
    pub recent_actions: Vec<String>,
    /// The folder of the card file that was open last.
    pub vault: Option<PathBuf>,
}

/// Where the window is, in the system's logical pixels.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Window {
    /// From 320 to 16 000.
    pub width: f32,
    /// From 240 to 16 000.
    pub height: f32,
    /// The upper left corner, where the system tells it.
    pub position: Option<(f32, f32)>,
}

impl Default for Window {
    fn default() -> Self {
        Self { width: 1280.0, height: 800.0, position: None }
    }
}

impl Window {
    /// Returns the same place, within what a window can have.
    #[must_use]
    fn sensible(self) -> Self {
        let usual = Self::default();
        let within = |value: f32, least: f32, otherwise: f32| {
            if (least..=16_000.0).contains(&value) { value } else { otherwise }
        };
        let position = self.position.filter(|(x, y)| x.abs() < 32_000.0 && y.abs() < 32_000.0);
        Self {
            width: within(self.width, 320.0, usual.width),
            height: within(self.height, 240.0, usual.height),
            position,
        }
    }
}

impl Preferences {
    /// Reads what is remembered in a folder. A damaged file is put aside under another name, and the defaults hold.
    pub fn read(folder: &Path) -> Self {
        let path = folder.join(FILE);
        let Ok(bytes) = fs::read(&path) else {
            return Self::default();
        };
        match serde_json::from_slice::<Self>(&bytes) {
            Ok(read) => Self {
                window: read.window.sensible(),
                list_width: read.list_width.filter(|width| (1.0..=16_000.0).contains(width)),
                ..read
            },
            Err(_) => {
                if let Err(error) = fs::rename(&path, folder.join(SET_ASIDE)) {
                    tracing::warn!(kind = ?error.kind(), "damaged settings could not be put aside");
                }
                Self::default()
            }
        }
    }

    /// Writes what is to be remembered: a new file first, which then takes the place of the old one.
    ///
    /// # Errors
    /// The file system's; the old file is then still there.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        make_private(folder)?;
        let new = folder.join(format!("{FILE}.new"));
        let mut file = create_private(&new)?;
        file.write_all(&serde_json::to_vec_pretty(self)?)?;
        file.sync_all()?;
        drop(file);
        fs::rename(&new, folder.join(FILE))
    }
}

/// Makes a folder that only its owner can enter, if there is none.
fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Creates a file that only its owner can read, in place of an old one.
fn create_private(path: &Path) -> io::Result<File> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        Ok(()) | Err(_) => {}
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn what_was_written_is_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("deep").join("down");
        let mut preferences = Preferences {
            lang: Some(Lang::Sv),
            brightness: Brightness::Dark,
            contrast: Contrast::On,
            zoom: Zoom::from(130),
            window: Window { width: 1000.0, height: 700.0, position: Some((-20.0, 40.0)) },
            list_width: Some(400.0),
            columns: BTreeMap::from([("persons".to_owned(), vec![("name".to_owned(), None)])]),
            recent_actions: vec!["action-lock".to_owned()],
            vault: Some(PathBuf::from("/somewhere/Kartotek")),
        };
        preferences.write(&place).unwrap();
        assert_eq!(Preferences::read(&place), preferences);
        preferences.lang = None;
        preferences.write(&place).unwrap();
        assert_eq!(Preferences::read(&place), preferences);
        assert_eq!(fs::read_dir(&place).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_reads_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("settings");
        Preferences::default().write(&place).unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&place), mode(&place.join(FILE))), (0o700, 0o600));
    }

    #[test]
    fn a_damaged_file_is_put_aside() {
        for damaged in ["", "{", "7", r#"{"zoom": "large"}"#, "\u{0}\u{0}"] {
            let folder = tempfile::tempdir().unwrap();
            fs::write(folder.path().join(FILE), damaged).unwrap();
            assert_eq!(Preferences::read(folder.path()), Preferences::default());
            assert_eq!(fs::read_to_string(folder.path().join(SET_ASIDE)).unwrap(), damaged);
            assert!(!folder.path().join(FILE).exists());
        }
    }

    #[test]
    fn what_is_missing_unknown_or_senseless_does_not_matter() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(Preferences::read(folder.path()), Preferences::default());
        let text = r#"{"lang": "nb", "zoom": 900, "list_width": -1, "later": 1, "window": {"width": 3, "height": 1e30, "position": [1e9, 0]}}"#;
        fs::write(folder.path().join(FILE), text).unwrap();
        let expected = Preferences { lang: Some(Lang::Nb), zoom: Zoom::from(200), ..Preferences::default() };
        assert_eq!(Preferences::read(folder.path()), expected);
    }
}
