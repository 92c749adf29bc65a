//! What the cards of persons and companies are made of: rows to read and to edit, and how somebody is reached.

mod contacts;
mod editing;
pub mod exported;
pub mod history;
mod place;
mod rows;
mod sheet;

pub use contacts::{number_in, web_link};
pub use editing::{Check, Draft, Editing, Failure, Reader, Subject, Taken};
pub use place::{Part, Place, RowEdit, Rows, Wrong};
pub use rows::{labelled, nothing, rows, short};
pub use sheet::{Sheet, Told, Value, countries};
