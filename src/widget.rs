//! Holds the generic widgets of the house: they know only `iced`, and take texts, messages and looks as arguments.

pub mod hotkeys;
pub mod inert;
pub mod line;
pub mod long_list;
pub mod split;
