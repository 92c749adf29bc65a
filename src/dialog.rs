//! What lies over a screen for a while: one file per dialog, built as screens are. `view` returns the card that
//! [`crate::widget::dialog::dialog`] lays over the desk.

pub mod legal_basis;
pub mod new_person;
