//! Mail: what is queued for people, what leaves, and what comes back.

pub mod account;
pub mod allowed;
pub mod answers;
pub mod consents;
pub mod corrections;
pub mod form;
pub mod handling;
pub(in crate::office) mod html;
pub mod intake;
pub mod letters;
mod links;
pub mod mailings;
pub mod notices;
pub mod outbox;
pub mod sending;
pub mod stopped;
pub mod templates;
pub mod testing;
pub mod tokens;
