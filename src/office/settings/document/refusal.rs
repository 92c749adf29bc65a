//! Why a setting of a document cannot be taken.

use crate::i18n::{self, Lang};
use crate::model::Reason;
use crate::model::user::Right;
use crate::office::{Error, Rule, problem};

/// Why a setting of a document cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The value.
    Value(Reason),
    /// A rule.
    Rule(Rule),
    /// The user's rights.
    Right(Right),
}

impl Refusal {
    /// Returns the reason that scripts know it by.
    pub fn key(self) -> &'static str {
        match self {
            Self::Value(reason) => reason.key(),
            Self::Rule(rule) => rule.key(),
            Self::Right(_) => "forbidden",
        }
    }

    /// Returns the reason in words.
    pub fn words(self, lang: Lang) -> String {
        match self {
            Self::Value(reason) => problem::reason(lang, reason),
            Self::Rule(rule) => i18n::text(lang, &format!("rule-{}", rule.key())),
            Self::Right(right) => problem::lacks(lang, right),
        }
    }

    /// Returns what an error refuses; one that refuses nothing is handed back.
    pub(super) fn of(error: Error) -> Result<Self, Error> {
        match error {
            Error::InvalidSetting { reason, .. } => Ok(Self::Value(reason)),
            Error::Refused(rule) => Ok(Self::Rule(rule)),
            Error::Forbidden(right) => Ok(Self::Right(right)),
            Error::NoSuch(_) => Ok(Self::Value(Reason::Unknown)),
            error @ (Error::Invalid(_)
            | Error::Criteria(_)
            | Error::NoPerson(_)
            | Error::NoCompany(_)
            | Error::CompanyChanged(_)
            | Error::NotAtWork
            | Error::ChangedMeanwhile(_)
            | Error::ActivityChanged(_)
            | Error::FileChanged
            | Error::File { .. }
            | Error::FileTooLarge
            | Error::NotSettings
            | Error::NotAPicture
            | Error::Template(_)
            | Error::Cancelled
            | Error::Transfer(_)
            | Error::Store(_)
            | Error::Vault(_)
            | Error::Unreadable(_)
            | Error::Gone
            | Error::Failed) => Err(error),
        }
    }

    /// Returns the error that says it of a setting.
    pub(super) fn error(self, setting: &str) -> Error {
        match self {
            Self::Value(reason) => Error::InvalidSetting { setting: setting.to_owned(), reason },
            Self::Rule(rule) => Error::Refused(rule),
            Self::Right(right) => Error::Forbidden(right),
        }
    }
}
