//! What is wrong with something that was typed, read or asked for.

use super::field::Field;

/// Says which field is wrong and how.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{field}: {reason}")]
pub struct Invalid {
    /// The field that cannot be taken as it is.
    pub field: Field,
    /// What is wrong with it.
    pub reason: Reason,
}

impl Invalid {
    /// Returns the complaint that `field` is wrong for `reason`.
    pub fn new(field: Field, reason: Reason) -> Self {
        Self { field, reason }
    }
}

/// What can be wrong with a value. Each has a text in every language under `invalid-<key>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Reason {
    /// Nothing is there, and something must be.
    #[error("is missing")]
    Missing,
    /// Neither first nor last name is given.
    #[error("a first or a last name is needed")]
    NoName,
    /// It is longer than the field can hold.
    #[error("is too long")]
    TooLong,
    /// It is no e-mail address.
    #[error("is not an e-mail address")]
    NotAnEmail,
    /// It is no phone number.
    #[error("is not a phone number")]
    NotAPhone,
    /// It is no date.
    #[error("is not a date")]
    NotADate,
    /// It is no time of day.
    #[error("is not a time of day")]
    NotATime,
    /// It is a date that cannot be, such as a birth date to come.
    #[error("is a date that cannot be")]
    ImpossibleDate,
    /// It is no number.
    #[error("is not a number")]
    NotANumber,
    /// It is neither yes nor no.
    #[error("is neither yes nor no")]
    NotYesNo,
    /// It is no country code of ISO 3166 alpha-2.
    #[error("is not a country")]
    NotACountry,
    /// It is no web address.
    #[error("is not a web address")]
    NotAWebsite,
    /// It is none of the values that can be chosen.
    #[error("is none of the known values")]
    Unknown,
    /// Another card has it already.
    #[error("is taken by another card")]
    Taken,
    /// It may hold letters, digits and hyphens only.
    #[error("may hold only letters, digits and hyphens")]
    NotAKey,
    /// It is none that the purpose takes.
    #[error("is not expected there")]
    NotExpected,
    /// The item is on the list no more: it can be kept where it is, and not chosen anew.
    #[error("can no longer be chosen")]
    Deactivated,
    /// It is no pattern that can be looked for.
    #[error("is not a search pattern")]
    NotAPattern,
    /// It is no full path of a folder that is there.
    #[error("is not a folder")]
    NotAFolder,
    /// It can be read but not changed.
    #[error("cannot be changed")]
    ReadOnly,
    /// There is no such field.
    #[error("there is no such field")]
    NoSuchField,
}

impl Reason {
    /// Returns the key under which the reason is found in the texts and in answers to scripts.
    pub fn key(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::NoName => "no-name",
            Self::TooLong => "too-long",
            Self::NotAnEmail => "not-an-email",
            Self::NotAPhone => "not-a-phone",
            Self::NotADate => "not-a-date",
            Self::NotATime => "not-a-time",
            Self::ImpossibleDate => "impossible-date",
            Self::NotANumber => "not-a-number",
            Self::NotYesNo => "not-yes-no",
            Self::NotACountry => "not-a-country",
            Self::NotAWebsite => "not-a-website",
            Self::Unknown => "unknown",
            Self::Taken => "taken",
            Self::NotAKey => "not-a-key",
            Self::NotExpected => "not-expected",
            Self::Deactivated => "deactivated",
            Self::NotAPattern => "not-a-pattern",
            Self::NotAFolder => "not-a-folder",
            Self::ReadOnly => "read-only",
            Self::NoSuchField => "no-such-field",
        }
    }

    /// Every reason, for tests of the texts.
    pub const ALL: [Self; 21] = [
        Self::Missing,
        Self::NoName,
        Self::TooLong,
        Self::NotAnEmail,
        Self::NotAPhone,
        Self::NotADate,
        Self::NotATime,
        Self::ImpossibleDate,
        Self::NotANumber,
        Self::NotYesNo,
        Self::NotACountry,
        Self::NotAWebsite,
        Self::Unknown,
        Self::Taken,
        Self::NotAKey,
        Self::NotExpected,
        Self::Deactivated,
        Self::NotAPattern,
        Self::NotAFolder,
        Self::ReadOnly,
        Self::NoSuchField,
    ];
}
