//! Mail: what is queued for people, and what leaves.

pub mod account;
pub mod allowed;
pub mod handling;
pub mod outbox;
pub mod sending;
pub mod testing;
