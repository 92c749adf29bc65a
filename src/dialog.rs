//! What lies over a screen until it is answered: one file per dialog, built as screens are.
//!
//! A dialog's `view` returns the card that [`crate::widget::dialog::dialog`] lays over the screen.

pub mod about;
pub mod came_back;
pub mod deleting;
pub mod erasing;
pub mod exporting;
pub mod guide;
pub mod help;
pub mod informing;
pub mod legal_basis;
pub mod letter;
pub mod mass_edit;
pub mod merging;
pub mod new_person;
pub mod palette;
pub mod path;
pub mod recovery;
pub mod reporting;
pub mod reports;
pub mod selection;
pub mod states;
pub mod unsaved;
