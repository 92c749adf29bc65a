//! Mail: what is queued for people, what leaves, and what comes back.

pub mod account;
pub mod allowed;
pub mod handling;
pub mod outbox;
pub mod sending;
pub mod stopped;
pub mod testing;
pub mod tokens;
