//! A report that leaves by mail: through the outbox, in the transaction that enters it in the register.
//!
//! It is sealed unless somebody wants otherwise, and the passphrase goes another way: it is in no message, and nowhere in
//! the card file.

use serde_json::json;

use super::handing::{HandOut, made, register};
use super::{allow, note};
use crate::i18n::Lang;
use crate::model::field::Field;
use crate::model::journal::Kind as Noted;
use crate::model::outbox::{File, Id, Kind};
use crate::model::report::{Document, HandedOut};
use crate::model::template::Base;
use crate::model::user::Right;
use crate::model::{Reason, person};
use crate::office::mail::allowed::{Judge, What};
use crate::office::mail::letters;
use crate::office::mail::outbox::{New, queue};
use crate::office::mail::templates::{self, Extra};
use crate::office::{Desk, Error};
use crate::store;

/// How much goes with a message at most: many a server takes no more.
const MOST_FILES: usize = 10 * 1024 * 1024;

/// Where a report would go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// The address it goes to; empty where there is none.
    pub to: String,
    /// Those of the card.
    pub all: Vec<String>,
    /// What keeps it from the person, in words; nothing where it can be sent.
    pub stops: Vec<String>,
}

/// A report that waits to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posted {
    /// Its row in the register.
    pub entry: HandedOut,
    /// The message.
    pub message: Id,
    /// Where it goes.
    pub to: String,
    /// Whether only a passphrase opens it.
    pub is_sealed: bool,
}

fn what(to: Option<&str>) -> What {
    What { to: to.map(str::to_owned), ..What::new(Kind::Report) }
}

/// Returns where a report about somebody would go, to one of their addresses or else the first, and what keeps it from
/// them.
///
/// # Errors
/// Those of [`draft`](super::draft).
pub fn address(desk: &Desk<'_>, id: person::Id, to: Option<&str>) -> Result<Address, Error> {
    desk.require(Right::SendMail)?;
    allow(desk, id)?;
    let person = store::persons::get(desk.db(), id)?.ok_or(Error::NoPerson(id))?;
    let verdict = Judge::new(desk)?.of(desk, id, &what(to))?;
    let stops = verdict.reasons.into_iter().filter(|reason| reason.stop.is_some()).map(|reason| reason.text);
    Ok(Address { to: verdict.address, all: letters::addresses(&person), stops: stops.collect() })
}

/// Queues a message with a document in the wanted formats, and enters it in the register and the journal. The folder
/// that is wanted, and to whom else it goes, play no part.
///
/// # Errors
/// Those of [`hand_out`](super::hand_out), but for files; [`Error::Invalid`] where there is no address or nothing arrives
/// there; [`Error::FileTooLarge`] where it is too much for a message; [`Error::Template`].
pub fn mail(desk: &mut Desk<'_>, document: &Document, wanted: &HandOut, to: Option<&str>) -> Result<Posted, Error> {
    desk.require(Right::SendMail)?;
    let person = document.header.person;
    let wanted = HandOut { transfer: None, ..wanted.clone() };
    let ready = made(desk, document, &wanted)?;
    let verdict = Judge::new(desk)?.of(desk, person, &what(to))?;
    if !verdict.allowed {
        return Err(Error::invalid(Field::Email, Reason::Missing));
    }
    if ready.contents.iter().map(|(.., bytes)| bytes.len()).sum::<usize>() > MOST_FILES {
        return Err(Error::FileTooLarge);
    }
    let lang: Lang = document.header.language.parse().unwrap_or_default();
    let names: Vec<&str> = ready.contents.iter().map(|(_, name, _)| name.as_str()).collect();
    let is_sealed = wanted.seal.is_some();
    let extra = Extra::default().with("files", json!(names)).with("sealed", is_sealed);
    let letter = templates::render(desk, &Base::Report.into(), lang, person, &extra)?.signed(desk)?;
    let files = ready.contents.into_iter().map(|(format, name, content)| File {
        name,
        media: format.media().to_owned(),
        content: content.to_vec(),
    });
    let new = New {
        kind: Kind::Report,
        person: Some(person),
        recipient: document.header.about.name.clone(),
        address: verdict.address.clone(),
        language: letter.lang.code().to_owned(),
        subject: letter.subject,
        body: letter.body,
        html: letter.html,
        token: None,
        subscription: None,
        mailing: None,
        due: None,
        files: files.collect(),
    };
    let message = queue(desk, new)?;
    register(desk, &document.header, &ready.entry)?;
    note(desk, Noted::ReportQueued, person, Some(message.0))?;
    desk.changes.outbox = true;
    Ok(Posted { entry: ready.entry, message, to: verdict.address, is_sealed })
}
