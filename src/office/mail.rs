//! Mail: what is queued for people, and what leaves.

pub mod allowed;
pub mod outbox;
pub mod stopped;
pub mod tokens;
