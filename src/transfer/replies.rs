//! What comes back by mail: messages one by one or in a mailbox (mbox, RFC 4155), and the answer files of sealed copies.
//!
//! Such a file is foreign, and may be made to break whoever reads it: messages in messages without end, for one. So they
//! are read in the process of their own that reads imports too ([`super::parser`]), which sends of each message what is
//! asked of it: [`Mail`]. The message itself is cut out here, as it came.

mod answer;
mod mailbox;
mod message;

use std::io::Read;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::model::Moment;

pub use answer::{Answer, Correction, ENDING, FORMAT, Said, VERSION};
pub(super) use mailbox::Mailbox;
pub use message::words;

use super::{Error, Format, Input, Limits, Parser, Part, Problem, Stop};

/// The most bytes of a file.
pub const FILE: u64 = 100 * 1024 * 1024;
/// The most bytes of one message.
pub const MESSAGE: usize = 20 * 1024 * 1024;
/// The most messages of a file.
pub const MESSAGES: u64 = 10_000;

/// What of a message matters here; every text is cut to a length that fits.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Mail {
    /// The address it says to come from.
    pub sender: String,
    /// The name beside it.
    pub sender_name: String,
    /// The addresses it went to.
    pub to: Vec<String>,
    /// What it says to be about.
    pub subject: String,
    /// What it says, as plain text.
    pub text: String,
    /// The answer files in it.
    pub answers: Vec<Answer>,
    /// The message of ours that it brings back.
    pub returned: Option<Returned>,
    /// Its identity, without the brackets (RFC 5322, 3.6.4).
    pub message_id: Option<String>,
    /// The identities of the messages it answers, without the brackets: the one it answers, and then those before it,
    /// the latest first.
    pub answers_to: Vec<String>,
    /// When it was written, as it says itself.
    pub date: Option<Moment>,
}

/// A message that is brought back: it did not arrive (RFC 3464), or somebody complained about it (RFC 5965).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Returned {
    /// Whether somebody complained.
    pub is_complaint: bool,
    /// The addresses at which it did not arrive, and whether for good; or those that it was sent to.
    pub recipients: Vec<(String, bool)>,
    /// Its identity, without the brackets.
    pub message_id: Option<String>,
    /// What may be codes in its head.
    pub codes: Vec<String>,
}

/// One thing out of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Came {
    /// The name of the file, without its folder.
    pub file: String,
    /// Its place in the file, from 1.
    pub number: u64,
    /// The bytes as they came.
    pub bytes: Vec<u8>,
    /// What they say; none where that is no mail, or it cannot be read.
    pub mail: Option<Mail>,
}

/// Reads a file: a message, a mailbox, or an answer file.
///
/// # Errors
/// Those of [`Parser::read`]; [`Error::TooLarge`] past [`FILE`].
pub fn read(parser: &Parser, path: &Path, stop: &Stop) -> Result<Vec<Came>, Error> {
    let input = Input::open(path)?;
    if input.length() > FILE {
        return Err(Error::TooLarge { part: Part::File, most: FILE });
    }
    let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let limits = Limits { rows: MESSAGES, ..Limits::default() };
    let reading = parser.read_input(&input, Format::Mail, &limits, stop)?;
    let mut bytes = Vec::new();
    input.reader().read_to_end(&mut bytes)?;
    let mut all = Vec::new();
    for (number, row) in (1..).zip(reading.rows) {
        match row {
            Ok(row) => {
                let place = |at: usize| row.cells.get(at).and_then(|cell| cell.parse::<usize>().ok());
                let (Some(from), Some(length)) = (place(0), place(1)) else { return Err(Error::Damaged) };
                let part = bytes.get(from..).and_then(|rest| rest.get(..length)).ok_or(Error::Damaged)?;
                let mail = row.cells.get(2).and_then(|json| serde_json::from_str(json).ok());
                all.push(Came { file: file.clone(), number: row.number, bytes: part.to_vec(), mail });
            }
            Err(error) => {
                if let Problem::Lost(lost) = error.problem {
                    return Err(Error::Lost(lost));
                }
                if error.ends_reading() {
                    return Err(Error::Damaged);
                }
                all.push(Came { file: file.clone(), number, bytes: Vec::new(), mail: None });
            }
        }
    }
    Ok(all)
}

/// Returns what `bytes` say, as the process that reads them finds it; none where they are neither mail nor an answer.
pub(super) fn recognised(bytes: &[u8]) -> Option<Mail> {
    if let Some(answer) = Answer::read(bytes) {
        return Some(Mail { answers: vec![answer], ..Mail::default() });
    }
    message::read(bytes)
}

#[cfg(test)]
mod tests;
