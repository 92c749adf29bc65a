//! `settings`: what the office decided, by key.

use std::path::Path;

use serde_json::{Map, Value};

use super::answer::{Answer, aligned};
use super::failure::Failure;
use super::session::Session;
use crate::office::settings::{self, Setting};
use crate::t;

/// Answers the value of one setting, or of all.
pub fn get(session: &Session, key: Option<&str>) -> Result<Answer, Failure> {
    let wanted = match key {
        Some(key) => vec![setting(session, key)?],
        None => Setting::ALL.to_vec(),
    };
    let values = session.read(move |desk| {
        wanted.into_iter().map(|setting| Ok((setting, settings::get(desk, setting)?))).collect::<Result<Vec<_>, _>>()
    })?;
    Ok(answer(&values))
}

/// Changes a setting, to a value or to what a file holds, and answers the value as it is stored.
pub fn set(session: &Session, key: &str, value: Option<&str>, file: Option<&Path>) -> Result<Answer, Failure> {
    let setting = setting(session, key)?;
    let value = match (value, file) {
        (Some(value), _) => value.to_owned(),
        (None, Some(path)) => std::fs::read_to_string(path)
            .map_err(|source| session.failure(&crate::office::Error::File { path: path.to_owned(), source }))?,
        (None, None) => String::new(),
    };
    let stored =
        session.in_office(|office| session.wait(office.write(move |desk| settings::set(desk, setting, &value))))?;
    Ok(answer(&[(setting, stored)]))
}

fn setting(session: &Session, key: &str) -> Result<Setting, Failure> {
    let known = || Setting::ALL.map(Setting::key).join(", ");
    Setting::from_key(key)
        .ok_or_else(|| Failure::usage(t!(session.lang, "cli-unknown-setting", key = key, known = known())))
}

fn answer(values: &[(Setting, String)]) -> Answer {
    let json: Map<String, Value> =
        values.iter().map(|(setting, value)| (setting.key().to_owned(), Value::from(value.as_str()))).collect();
    let rows: Vec<Vec<String>> =
        values.iter().map(|(setting, value)| vec![setting.key().to_owned(), value.clone()]).collect();
    Answer::new(Value::Object(json), aligned(&rows))
}
