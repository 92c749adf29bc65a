//! Asks and changes the encrypted database: SQL on one connection.
//!
//! [`Db`] is a connection with the profile every connection has; the modules beside it hold the queries. Only this
//! floor and the vault know that the database is SQLite.

pub mod connection;
pub mod error;
pub mod ids;
pub mod integrity;
pub mod migrate;
pub mod schema;

pub use connection::Db;
pub use error::Error;
