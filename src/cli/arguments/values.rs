//! Values of options, as they are read; what is wrong with one is said by naming those that can be.

use crate::model::activity::{Consent, Direction};
use crate::model::condition::Condition;
use crate::model::custom;
use crate::model::data_map::{Category, Origin};
use crate::model::import::OnDuplicate;
use crate::transfer::Format;

pub(super) fn direction(key: &str) -> Result<Direction, &'static str> {
    Direction::from_key(key).ok_or("in, out")
}

pub(super) fn consent(key: &str) -> Result<Consent, &'static str> {
    Consent::from_key(key).ok_or("agreed, refused, not-asked")
}

pub(super) fn kind(key: &str) -> Result<custom::Kind, String> {
    custom::Kind::from_key(key).ok_or_else(|| custom::Kind::ALL.map(custom::Kind::key).join(", "))
}

pub(super) fn condition(key: &str) -> Result<Condition, String> {
    Condition::from_key(key).ok_or_else(|| Condition::ALL.map(Condition::key).join(", "))
}

pub(super) fn category(key: &str) -> Result<Category, String> {
    Category::from_key(key).ok_or_else(|| Category::ALL.map(Category::key).join(", "))
}

pub(super) fn origin(key: &str) -> Result<Origin, String> {
    Origin::from_key(key).ok_or_else(|| Origin::ALL.map(Origin::key).join(", "))
}

pub(super) fn yes_no(word: &str) -> Result<bool, &'static str> {
    match word {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err("yes, no"),
    }
}

pub(super) fn format(key: &str) -> Result<Format, &'static str> {
    match key {
        "auto" => Ok(Format::Auto),
        "csv" => Ok(Format::Csv),
        "xlsx" => Ok(Format::Xlsx),
        "vcard" => Ok(Format::Vcard),
        _ => Err("auto, csv, xlsx, vcard"),
    }
}

pub(super) fn on_duplicate(key: &str) -> Result<OnDuplicate, &'static str> {
    OnDuplicate::from_key(key).ok_or("skip, fill, replace, add")
}
