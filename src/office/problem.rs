//! What went wrong, in words a person can act on: what happened, that nothing was lost, what to do.
//!
//! Windows and commands say the same; commands add the kind, which scripts rely on.

use super::Error;
use crate::i18n::{self, Lang};
use crate::model::field::Field;
use crate::model::import::Rejection;
use crate::model::setting::{Setting, Shape};
use crate::model::template::Fault;
use crate::model::user::Right;
use crate::model::{Invalid, Reason};
use crate::{store, t, transfer, vault};

/// What went wrong, for people and scripts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What kind of problem it is.
    pub kind: Kind,
    /// What happened, that nothing was lost, and what to do.
    pub message: String,
}

/// Kinds of problems, as far as somebody can do something different about each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Something typed or asked for cannot be taken.
    Invalid,
    /// A right is missing.
    Forbidden,
    /// A rule refuses it.
    Refused,
    /// It is not there (any more).
    NotFound,
    /// It was changed meanwhile.
    Changed,
    /// The passphrase or recovery key is wrong.
    WrongKey,
    /// There is no such user.
    UnknownUser,
    /// The card file is open elsewhere.
    InUse,
    /// There is no card file.
    NoVault,
    /// The place is taken.
    Occupied,
    /// The card file or one of its parts is damaged or missing.
    Damaged,
    /// A newer version of the program wrote it.
    Newer,
    /// The disk is full.
    DiskFull,
    /// A file or folder cannot be read or written.
    File,
    /// The user asked to stop.
    Cancelled,
    /// A newer question took its place, or the card file was locked; nobody needs to be told.
    Dropped,
    /// The program itself failed.
    Failed,
}

impl Kind {
    /// Returns the kind as scripts know it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Invalid => "invalid",
            Self::Forbidden => "forbidden",
            Self::Refused => "refused",
            Self::NotFound => "not-found",
            Self::Changed => "changed",
            Self::WrongKey => "wrong-passphrase",
            Self::UnknownUser => "unknown-user",
            Self::InUse => "in-use",
            Self::NoVault => "no-vault",
            Self::Occupied => "occupied",
            Self::Damaged => "damaged",
            Self::Newer => "newer-version",
            Self::DiskFull => "disk-full",
            Self::File => "file",
            Self::Cancelled => "cancelled",
            Self::Dropped => "dropped",
            Self::Failed => "failed",
        }
    }
}

impl Problem {
    /// Returns what `error` means to people who read `lang`.
    pub fn new(error: &Error, lang: Lang) -> Self {
        let (kind, message) = match error {
            Error::Invalid(wrong) => (Kind::Invalid, invalid(wrong, lang)),
            Error::InvalidSetting { setting, reason: wrong } => {
                let wrong = range(setting, *wrong, lang).unwrap_or_else(|| reason(lang, *wrong));
                (Kind::Invalid, t!(lang, "problem-setting", setting = setting.as_str(), reason = wrong))
            }
            Error::Criteria(misread) => {
                let wrong = i18n::text(lang, &format!("criteria-wrong-{}", misread.wrong.key()));
                (Kind::Invalid, t!(lang, "problem-criteria", place = misread.place.as_str(), wrong = wrong))
            }
            Error::Forbidden(right) => {
                (Kind::Forbidden, format!("{} {}", lacks(lang, *right), t!(lang, "problem-nothing-changed")))
            }
            Error::Refused(rule) => (Kind::Refused, i18n::text(lang, &format!("rule-{}", rule.key()))),
            Error::NoPerson(_) | Error::NoCompany(_) | Error::NoSuch(_) => {
                (Kind::NotFound, t!(lang, "problem-not-found"))
            }
            Error::NotAtWork => (Kind::UnknownUser, t!(lang, "problem-user-not-at-work")),
            Error::ChangedMeanwhile(_) | Error::CompanyChanged(_) | Error::ActivityChanged(_) => {
                (Kind::Changed, t!(lang, "problem-changed-elsewhere"))
            }
            Error::FileChanged => (Kind::Changed, t!(lang, "problem-file-changed")),
            Error::File { source, .. } => (Kind::File, file(source.kind(), lang)),
            Error::FileTooLarge => {
                let limit = i18n::file_size(lang, crate::model::attachment::LIMIT);
                (Kind::Invalid, t!(lang, "problem-attachment-too-large", limit = limit))
            }
            Error::NotSettings => (Kind::Invalid, t!(lang, "problem-not-settings")),
            Error::NotAPicture => (Kind::Invalid, t!(lang, "problem-not-a-picture")),
            Error::Template(fault) => (Kind::Invalid, of_template(fault, lang)),
            Error::Cancelled => (Kind::Cancelled, t!(lang, "problem-cancelled")),
            Error::Transfer(error) => (Kind::File, of_transfer(error, lang)),
            // The card file is open by then; before, the vault says it.
            Error::Store(store::Error::NotADatabase | store::Error::Damaged) => {
                (Kind::Damaged, t!(lang, "problem-damaged-open"))
            }
            Error::Store(error) => of_store(error, lang),
            Error::Vault(error) => of_vault(error, lang),
            Error::Unreadable(error) => of_vault(error, lang),
            Error::Gone => (Kind::Dropped, t!(lang, "problem-locked")),
            Error::Failed => (Kind::Failed, t!(lang, "problem-unexpected")),
        };
        Self { kind, message }
    }

    /// Returns what the vault's error means to people who read `lang`.
    pub fn of_vault(error: &vault::Error, lang: Lang) -> Self {
        let (kind, message) = of_vault(error, lang);
        Self { kind, message }
    }
}

/// Returns what is wrong with a value, in words that stand under its field.
pub fn reason(lang: Lang, reason: Reason) -> String {
    i18n::text(lang, &format!("invalid-{}", reason.key()))
}

/// Returns which numbers a setting takes, where a value is none of them.
fn range(setting: &str, reason: Reason, lang: Lang) -> Option<String> {
    let (Shape::Number(least, most) | Shape::NumberOrNone(least, most)) = Setting::from_key(setting)?.shape() else {
        return None;
    };
    (reason == Reason::NotANumber).then(|| t!(lang, "invalid-number-range", least = least, most = most))
}

/// Returns a field's name; own fields go by their key.
pub fn field_name(lang: Lang, field: &Field) -> String {
    if let Field::OfCompany(field) = field {
        return t!(lang, "field-of-company", field = field_name(lang, field));
    }
    field.label_key().map_or_else(|| field.to_string(), |key| i18n::text(lang, &key))
}

fn invalid(wrong: &[Invalid], lang: Lang) -> String {
    let mut message = t!(lang, "problem-invalid");
    for one in wrong {
        message.push_str(&format!(" {}: {}", field_name(lang, &one.field), reason(lang, one.reason)));
    }
    message
}

/// Returns why a text cannot be a template.
pub fn of_template(fault: &Fault, lang: Lang) -> String {
    match fault {
        Fault::Empty => t!(lang, "template-fault-empty"),
        Fault::TooLong => t!(lang, "template-fault-too-long"),
        Fault::NotHere => t!(lang, "template-fault-not-here"),
        Fault::Syntax(line) => t!(lang, "template-fault-syntax", line = line.to_string()),
        Fault::Unknown(names) if names.is_empty() => t!(lang, "template-fault-inner"),
        Fault::Unknown(names) => t!(lang, "template-fault-unknown", names = names.join(", ")),
    }
}

fn file(kind: std::io::ErrorKind, lang: Lang) -> String {
    use std::io::ErrorKind;
    if kind == ErrorKind::NotFound {
        t!(lang, "problem-missing")
    } else if kind == ErrorKind::PermissionDenied || kind == ErrorKind::ReadOnlyFilesystem {
        t!(lang, "problem-read-only")
    } else if kind == ErrorKind::StorageFull {
        t!(lang, "problem-disk-full")
    } else if kind == ErrorKind::AlreadyExists {
        t!(lang, "problem-file-is-there")
    } else if kind == ErrorKind::IsADirectory {
        t!(lang, "problem-is-a-folder")
    } else {
        t!(lang, "problem-io")
    }
}

fn of_store(error: &store::Error, lang: Lang) -> (Kind, String) {
    use store::Error as E;
    match error {
        E::Missing => (Kind::Damaged, t!(lang, "problem-database-missing")),
        E::Empty => (Kind::Damaged, t!(lang, "problem-empty-file")),
        E::Foreign | E::NotADatabase | E::Damaged => (Kind::Damaged, t!(lang, "problem-damaged")),
        E::OtherVault => (Kind::Damaged, t!(lang, "problem-keys-mismatch")),
        E::Newer { .. } => (Kind::Newer, t!(lang, "problem-newer-version")),
        E::Full => (Kind::DiskFull, t!(lang, "problem-disk-full")),
        E::Busy => (Kind::InUse, t!(lang, "problem-busy")),
        E::ReadOnly => (Kind::File, t!(lang, "problem-read-only")),
        E::Interrupted => (Kind::Dropped, t!(lang, "problem-cancelled")),
        E::Io(kind) => (Kind::File, file(*kind, lang)),
        E::Migration { .. } | E::Dangling { .. } => (Kind::Failed, t!(lang, "problem-migration")),
        E::Criteria => (Kind::Invalid, t!(lang, "problem-criteria-too-much")),
        E::Nested | E::RolledBack | E::NoRow | E::Constraint { .. } | E::Denied | E::Statement { .. } => {
            (Kind::Failed, t!(lang, "problem-database"))
        }
    }
}

fn of_vault(error: &vault::Error, lang: Lang) -> (Kind, String) {
    use vault::Error as E;
    match error {
        E::NoVault => (Kind::NoVault, t!(lang, "problem-not-a-vault")),
        E::AlreadyAVault => (Kind::Occupied, t!(lang, "problem-vault-exists")),
        E::FolderNotEmpty => (Kind::Occupied, t!(lang, "problem-folder-not-empty")),
        E::WrongPassphrase => (Kind::WrongKey, t!(lang, "problem-wrong-passphrase")),
        E::UnknownUser => (Kind::UnknownUser, t!(lang, "problem-user-unknown")),
        E::WrongRecoveryKey => (Kind::WrongKey, t!(lang, "problem-wrong-recovery-key")),
        E::KeychainSilent => (Kind::Failed, t!(lang, "problem-keychain-silent")),
        E::NotRemembered => (Kind::WrongKey, t!(lang, "problem-not-remembered")),
        E::RememberedTooLong => (Kind::WrongKey, t!(lang, "problem-remembered-too-long")),
        E::EmptyPassphrase => (Kind::Invalid, t!(lang, "problem-empty-passphrase")),
        E::KeysMissing => (Kind::Damaged, t!(lang, "problem-keys-missing")),
        E::KeysDamaged | E::CostRefused => (Kind::Damaged, t!(lang, "problem-keys-damaged")),
        E::DatabaseMissing => (Kind::Damaged, t!(lang, "problem-database-missing")),
        E::DatabaseEmpty => (Kind::Damaged, t!(lang, "problem-empty-file")),
        E::DatabaseForeign | E::DatabaseDamaged => (Kind::Damaged, t!(lang, "problem-damaged")),
        E::OtherVault => (Kind::Damaged, t!(lang, "problem-keys-mismatch")),
        E::KeysOutdated => (Kind::Damaged, t!(lang, "problem-keys-outdated")),
        E::LogMissing => (Kind::Damaged, t!(lang, "problem-log-missing")),
        E::Newer => (Kind::Newer, t!(lang, "problem-newer-version")),
        E::InUse => (Kind::InUse, t!(lang, "problem-in-use")),
        E::DiskFull => (Kind::DiskFull, t!(lang, "problem-disk-full")),
        E::NotWritable => (Kind::File, t!(lang, "problem-read-only")),
        E::AttachmentMissing | E::AttachmentDamaged => (Kind::Damaged, t!(lang, "problem-attachment")),
        E::BackupForeign => (Kind::Damaged, t!(lang, "problem-backup-foreign")),
        E::BackupCut => (Kind::Damaged, t!(lang, "problem-backup-cut")),
        E::BackupDamaged => (Kind::Damaged, t!(lang, "problem-backup-damaged")),
        E::BackupNewer => (Kind::Newer, t!(lang, "problem-backup-newer")),
        E::BackupTargetTaken => (Kind::Occupied, t!(lang, "problem-backup-target")),
        E::BackupUnsound => (Kind::Damaged, t!(lang, "problem-backup-unsound")),
        E::NoRandomness => (Kind::Failed, t!(lang, "problem-unexpected")),
        E::Closed => (Kind::Dropped, t!(lang, "problem-locked")),
        E::Io(kind) => (Kind::File, file(*kind, lang)),
        E::Store(error) => of_store(error, lang),
    }
}

fn of_transfer(error: &transfer::Error, lang: Lang) -> String {
    use transfer::{Error as E, Lost, Unsupported};
    match error {
        E::Io(error) => file(error.kind(), lang),
        E::Empty => t!(lang, "import-error-empty-file"),
        E::NoTable => t!(lang, "import-error-no-table"),
        E::Unsupported { kind: Unsupported::PasswordProtected } => t!(lang, "import-error-encrypted"),
        E::Unsupported { kind: Unsupported::OldExcel | Unsupported::BinaryExcel } => {
            t!(lang, "import-error-old-workbook")
        }
        E::Unsupported { kind: Unsupported::Folder | Unsupported::NoFile } => t!(lang, "import-error-no-file"),
        E::Unsupported { .. } | E::OtherFormat { .. } => t!(lang, "import-error-format"),
        E::Damaged => t!(lang, "import-error-damaged"),
        E::TooLarge { .. } | E::Lost(Lost::TooMuch) => t!(lang, "import-error-too-large"),
        E::Lost(Lost::TooSlow) => t!(lang, "import-error-too-slow"),
        E::Lost(Lost::BrokenDown) => t!(lang, "import-error-broken-down"),
        E::Lost(Lost::Stopped) => t!(lang, "problem-cancelled"),
        E::NoParser(_) => t!(lang, "import-error-no-parser"),
        E::Workbook(_) | E::Pdf(_) => t!(lang, "problem-export-file"),
    }
}

/// Returns what is wrong with a recovery key as typed, in words.
pub fn misread(misread: vault::recovery::Misread, lang: Lang) -> String {
    use vault::recovery::Misread;
    match misread {
        Misread::Length { found } => t!(lang, "recovery-length", found = found),
        Misread::Sign { place } => t!(lang, "problem-recovery-key-typo", group = ((place - 1) / 4 + 1)),
        Misread::Checksum => t!(lang, "recovery-typo"),
    }
}

/// Returns which right a user lacks for something, and who can grant it.
pub fn lacks(lang: Lang, right: Right) -> String {
    let name = i18n::text(lang, &format!("right-{}", right.key()));
    t!(lang, "problem-lacks-right", right = name, role = i18n::text(lang, "role-owner"))
}

/// Returns why a row of a file cannot be taken, in words.
pub fn rejection(lang: Lang, rejection: &Rejection) -> String {
    match &rejection.field {
        Some(field) => {
            format!("{}: {}", field_name(lang, field), i18n::text(lang, &format!("invalid-{}", rejection.reason)))
        }
        None => i18n::text(lang, &format!("row-{}", rejection.reason)),
    }
}
