//! Kartotek keeps a seller's card file on the seller's own computer.

pub mod i18n;
pub mod search;
