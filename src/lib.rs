//! Kartotek keeps a seller's card file on the seller's own computer.

pub mod theme;
pub mod widget;
