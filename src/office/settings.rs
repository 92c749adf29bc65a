//! The office's settings: each has a key for scripts, a value it is shipped with, and values it takes.

use std::path::Path;
use std::time::Duration;

use super::{Desk, Error, backup};
use crate::model::Reason;
use crate::model::journal::{Kind, Subject};
use crate::model::user::Right;
use crate::store;

/// A setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Setting {
    /// After how many minutes without a key or a move of the mouse the window locks, from 0 (never) to 1 440.
    LockMinutes,
    /// The folder backups are kept in, by its full path; nothing for the folder `backups` of the card file.
    BackupDir,
    /// For how many days one backup each is kept, from 1 to 35.
    BackupKeep,
}

/// The longest time without a key that can be set, in minutes: a day.
const LONGEST: u64 = 24 * 60;

impl Setting {
    /// All settings.
    pub const ALL: [Self; 3] = [Self::LockMinutes, Self::BackupDir, Self::BackupKeep];

    /// Returns the setting's key for scripts.
    pub fn key(self) -> &'static str {
        match self {
            Self::LockMinutes => "lock.minutes",
            Self::BackupDir => "backup.dir",
            Self::BackupKeep => "backup.keep",
        }
    }

    /// Returns the setting that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|setting| setting.key() == key)
    }

    /// Returns the value the setting has as long as nobody set another.
    fn shipped(self) -> &'static str {
        match self {
            Self::LockMinutes => "5",
            Self::BackupDir => "",
            Self::BackupKeep => "7",
        }
    }

    /// Returns a value in its one stored spelling.
    fn parse(self, value: &str) -> Result<String, Reason> {
        match self {
            Self::LockMinutes => {
                let minutes = value.trim().parse::<u64>().ok().filter(|minutes| *minutes <= LONGEST);
                minutes.map(|minutes| minutes.to_string()).ok_or(Reason::NotANumber)
            }
            Self::BackupDir => {
                let folder = value.trim_end_matches(['\n', '\r']);
                let is_one = Path::new(folder).is_absolute() && Path::new(folder).is_dir();
                if folder.is_empty() || is_one { Ok(folder.to_owned()) } else { Err(Reason::NotAFolder) }
            }
            Self::BackupKeep => {
                let days = value.trim().parse::<i64>().ok().filter(|days| (1..=backup::LONGEST_DAYS).contains(days));
                days.map(|days| days.to_string()).ok_or(Reason::NotANumber)
            }
        }
    }
}

/// Returns the value of a setting.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn get(desk: &Desk<'_>, setting: Setting) -> Result<String, Error> {
    desk.require(Right::See)?;
    Ok(store::settings::get(desk.db(), setting.key())?.unwrap_or_else(|| setting.shipped().to_owned()))
}

/// Sets a setting, and returns the value as it is stored.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::InvalidSetting`] for a value that the setting does not take; or the database's.
pub fn set(desk: &mut Desk<'_>, setting: Setting, value: &str) -> Result<String, Error> {
    desk.require(Right::Settings)?;
    let wrong = |reason| Error::InvalidSetting { setting: setting.key(), reason };
    let value = setting.parse(value).map_err(wrong)?;
    if get(desk, setting)? == value {
        return Ok(value);
    }
    match setting {
        Setting::BackupDir => backup::leave_folder(desk, &value)?,
        Setting::LockMinutes | Setting::BackupKeep => {}
    }
    store::settings::set(desk.db(), setting.key(), &value, desk.now(), desk.user().id)?;
    desk.changes.settings = true;
    desk.note(Kind::SettingsChanged, Subject::None, Vec::new())?;
    Ok(value)
}

/// Returns after which time without a key or a move of the mouse the window locks; none for never.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn lock_after(desk: &Desk<'_>) -> Result<Option<Duration>, Error> {
    let minutes = get(desk, Setting::LockMinutes)?.parse::<u64>().unwrap_or_default();
    Ok((minutes > 0).then(|| Duration::from_secs(minutes * 60)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::office::journal;
    use crate::office::tests::office;

    #[test]
    fn the_lock_takes_minutes_of_a_day() {
        for (typed, stored) in [("0", "0"), (" 10 ", "10"), ("007", "7"), ("1440", "1440")] {
            assert_eq!(Setting::LockMinutes.parse(typed), Ok(stored.to_owned()), "{typed}");
        }
        for typed in ["", "-1", "1441", "five", "2.5", "99999999999999999999"] {
            assert_eq!(Setting::LockMinutes.parse(typed), Err(Reason::NotANumber), "{typed}");
        }
    }

    #[test]
    fn backups_take_a_folder_that_is_there_and_days_up_to_35() {
        let folder = std::env::temp_dir().to_str().unwrap().to_owned();
        assert_eq!(Setting::BackupDir.parse(&format!("{folder}\n")), Ok(folder));
        assert_eq!(Setting::BackupDir.parse(""), Ok(String::new()));
        for typed in ["backups", "./backups", "/no/such/folder"] {
            assert_eq!(Setting::BackupDir.parse(typed), Err(Reason::NotAFolder), "{typed}");
        }
        for (typed, stored) in [("1", Some("1")), (" 35", Some("35")), ("0", None), ("36", None), ("", None)] {
            assert_eq!(Setting::BackupKeep.parse(typed).ok().as_deref(), stored, "{typed}");
        }
    }

    #[test]
    fn what_is_set_is_kept_and_noted_once() {
        let (_folder, office) = office();
        let after = || office.read(|desk| lock_after(desk)).wait().unwrap();
        assert_eq!(after(), Some(Duration::from_secs(300)));
        for value in ["10", "10", "0"] {
            office.write(move |desk| set(desk, Setting::LockMinutes, value)).wait().unwrap();
        }
        assert_eq!(after(), None);
        assert!(office.write(|desk| set(desk, Setting::LockMinutes, "soon")).wait().is_err());
        assert_eq!(after(), None);
        let entries = office.read(|desk| journal::entries(desk.db())).wait().unwrap();
        assert_eq!(entries.iter().filter(|entry| entry.kind == Kind::SettingsChanged).count(), 2);
    }
}
