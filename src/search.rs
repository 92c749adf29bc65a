//! Holds what the search field searches: one folded text per person, in memory, in list order.
//!
//! * [`fold`](fold::fold) brings texts to the form in which they are compared: no marks, no case.
//! * [`Query`] is what was typed, folded and split into words.
//! * [`Index`] holds the texts and answers which persons contain every word.
//!
//! The texts are personal data: every buffer is wiped when it is dropped.

mod fold;
mod index;
mod likeliest;
mod overlay;
mod query;
mod scan;

pub use fold::{find_matches, fold, phone_digits};
pub use index::{Builder, Change, Index};
pub use query::Query;
pub use scan::Matches;

#[cfg(test)]
mod tests;
