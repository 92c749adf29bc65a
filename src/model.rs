//! The words of the trade: plain types with their rules, which know nothing of files, windows or SQL.

pub mod activity;
pub mod attachment;
pub mod basis;
pub mod change;
pub mod company;
pub mod contact;
pub mod country;
pub mod custom;
pub mod data_map;
pub mod draft;
pub mod duplicate;
pub mod email;
pub mod employment;
pub mod field;
pub mod id;
pub mod import;
pub mod invalid;
pub mod journal;
pub mod list;
pub mod merge;
pub mod moment;
pub mod org_number;
pub mod person;
pub mod phone;
pub mod relation;
pub mod setting;
pub mod text;
pub mod user;
pub mod wording;
pub mod zone;

pub use invalid::{Invalid, Reason};
pub use moment::Moment;
pub use zone::Zone;
