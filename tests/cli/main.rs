//! The real program on real card files, as scripts call it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod cards;
mod files;
mod keys;
mod leaks;
#[cfg(target_os = "linux")]
mod memory;
mod merging;
