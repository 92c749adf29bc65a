//! Kartotek keeps a seller's card file on the seller's own computer, encrypted, and can answer for every person in it.
//!
//! The house has seven floors, and each knows only those below it:
//!
//! | floor | module | what lives there |
//! |---|---|---|
//! | 7 | `main`, [`cli`] | arguments, and the commands for scripts |
//! | 6 | [`app`] | the window: session, shortcuts, the port to the outside |
//! | 5 | [`screen`], [`dialog`] | one file a screen: state, message, update, view |
//! | 4 | [`office`] | what a person can do: rights, rules, journal |
//! | 3 | [`vault`] | the encrypted file: keys, worker threads |
//! | 2 | [`store`], [`search`], [`transfer`], [`widget`], [`theme`] | SQL; the index in memory; file formats; what screens are made of |
//! | 1 | [`model`], [`i18n`] | the words of the trade; texts and sorting in three languages |
//!
//! A key or a click becomes a message; the screen's `update` asks the office for one capability; the office works in
//! one transaction of the store and notes in the journal what it did; the reply comes back as a message, the state
//! changes, and the view shows it.

pub mod app;
pub mod cli;
pub mod dialog;
pub mod i18n;
pub mod model;
pub mod office;
pub mod screen;
pub mod search;
pub mod store;
pub mod theme;
pub mod transfer;
pub mod vault;
pub mod widget;
