//! The sections of the settings.

pub mod own_fields;
