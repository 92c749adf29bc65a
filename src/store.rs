//! Asks and changes the encrypted database: SQL on one connection.
//!
//! [`Db`] is a connection with the profile every connection has; the modules beside it hold the queries. Only this
//! floor and the vault know that the database is SQLite.

pub mod activities;
pub mod attachments;
pub mod bookmarks;
pub mod companies;
pub mod connection;
pub mod contacts;
pub mod criteria;
pub mod custom;
pub mod deletion_requests;
pub mod drafts;
pub mod employment;
pub mod erasure;
pub mod error;
pub mod exports;
pub mod feed;
pub mod held;
pub mod holds;
pub mod ids;
pub mod imports;
pub mod integrity;
pub mod journal;
pub mod kept_values;
pub mod ledger;
pub mod lists;
pub mod long_texts;
pub mod mailings;
pub mod mass_edits;
pub mod may_write;
pub mod merges;
pub mod migrate;
pub mod notices;
pub mod outbox;
pub mod packed;
pub mod persons;
pub mod relations;
pub mod replies;
pub mod reports;
pub mod retention;
pub mod schema;
pub mod selections;
pub mod settings;
pub mod states;
pub mod stopped;
pub mod subscriptions;
pub mod templates;
pub mod tokens;
pub mod trash;
pub mod users;
pub mod wordings;

pub use connection::Db;
pub use error::Error;

/// Returns numbers as SQLite takes a list of them (`json_each`).
fn array(numbers: impl IntoIterator<Item = i64>) -> String {
    use std::fmt::Write;
    let mut list = String::from("[");
    for (place, number) in numbers.into_iter().enumerate() {
        let comma = if place == 0 { "" } else { "," };
        // Writing to a text cannot fail.
        let _ = write!(list, "{comma}{number}");
    }
    list.push(']');
    list
}
