//! What a card file survives: kills, power cuts, damaged bits, a full disk, and many starts at once.
//!
//! The long runs are ignored: `cargo test --test endurance -- --ignored` takes some minutes. What needs a tool that not
//! every computer has says so in its reason.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::wildcard_enum_match_arm)]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "what a run counted is said where it is asked for")]

mod bit_flips;
mod changes;
mod child;
mod dice;
mod exits;
#[cfg(target_os = "linux")]
mod full_disk;
mod ground;
mod kills;
mod log_cuts;
mod mail_kills;
#[path = "../mail_server/server.rs"]
mod mail_server;
#[cfg(target_os = "linux")]
mod power_cuts;
mod removals;
mod starts;
mod state;
