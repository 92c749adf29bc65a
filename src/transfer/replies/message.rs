//! One message (RFC 5322, MIME).

use mail_parser::{Address, DateTime, HeaderValue, Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::{Answer, Mail, Returned};
use crate::model::{Moment, text, token};

/// The most signs that are taken of what a message says.
const LONG: usize = 20_000;
/// The most addresses, parts and codes that are looked at.
const MANY: usize = 100;
/// The most messages of a thread that are looked at.
const THREAD: usize = 20;
/// The most answer files of a message.
const ANSWERS: usize = 3;
/// The most signs of an identity (RFC 5322, 2.1.1).
const IDENTITY: usize = 998;

/// Reads a message; none where nothing in its head is one's.
pub(super) fn read(bytes: &[u8]) -> Option<Mail> {
    let message = MessageParser::default().parse(bytes)?;
    let sender = message.from().or(message.sender()).and_then(Address::first);
    // Any text with a colon in its first line has a header.
    if sender.is_none() && message.message_id().is_none() && message.date().is_none() {
        return None;
    }
    let text = message.body_text(0).unwrap_or_default();
    let line = |words: &str| cut(&text::single_line(words), text::LINE);
    let answers = message.parts.iter().take(MANY).filter_map(answer).take(ANSWERS).collect();
    Some(Mail {
        sender: sender.and_then(|sender| sender.address()).map(line).unwrap_or_default(),
        sender_name: sender.and_then(|sender| sender.name()).map(line).unwrap_or_default(),
        to: addresses(&message).into_iter().map(|address| line(&address)).collect(),
        subject: line(message.subject().unwrap_or_default()),
        text: cut(&text::multi_line(&text), LONG),
        answers,
        returned: returned(&message),
        message_id: message.message_id().map(|id| cut(id.trim(), IDENTITY)).filter(|id| !id.is_empty()),
        answers_to: answers_to(&message),
        date: message.date().and_then(written_at),
    })
}

/// Returns what an encoded message says, head and text, as it is read; none for what is no message, or is written as it
/// is read.
pub fn words(bytes: &[u8]) -> Option<String> {
    let is_encoded = [&b"base64"[..], b"quoted-printable", b"=?"]
        .iter()
        .any(|sign| bytes.windows(sign.len()).any(|part| part.eq_ignore_ascii_case(sign)));
    if !is_encoded {
        return None;
    }
    let message = MessageParser::default().parse(bytes)?;
    let sender = message.from().or(message.sender()).and_then(Address::first)?;
    let mut words = String::new();
    for part in [sender.name(), sender.address(), message.subject()].into_iter().flatten() {
        words.push_str(part);
        words.push('\n');
    }
    for address in [message.to(), message.cc()].into_iter().flatten().flat_map(Address::iter) {
        let both = [address.name(), address.address()];
        words.push_str(&both.into_iter().flatten().collect::<Vec<_>>().join(" "));
        words.push('\n');
    }
    for place in 0..message.text_body_count() {
        words.push('\n');
        words.push_str(&message.body_text(place)?);
    }
    Some(words)
}

/// Returns which messages a message answers.
fn answers_to(message: &Message<'_>) -> Vec<String> {
    let all = |value: &HeaderValue<'_>| {
        let ids = value.as_text_list().unwrap_or_default();
        let ids = ids.iter().rev().take(THREAD).map(|id| cut(id.trim(), IDENTITY));
        ids.filter(|id| !id.is_empty()).collect::<Vec<_>>()
    };
    let mut ids = all(message.in_reply_to());
    for id in all(message.references()) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids
}

/// Returns when a message says it was written; none where that is no day, or lies before there was mail.
fn written_at(date: &DateTime) -> Option<Moment> {
    let seconds = date.is_valid().then(|| date.to_timestamp()).filter(|seconds| *seconds > 0)?;
    Some(Moment(seconds.saturating_mul(1_000)))
}

fn cut(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

/// Returns where a message went: those it names, and where it was delivered, as some providers keep what stands after a
/// plus sign only there.
fn addresses(message: &Message<'_>) -> Vec<String> {
    let mut all: Vec<String> = message
        .all_to()
        .chain(message.all_cc())
        .flat_map(Address::iter)
        .filter_map(|address| address.address().map(str::to_owned))
        .take(MANY)
        .collect();
    for name in ["Delivered-To", "X-Original-To", "Envelope-To"] {
        all.extend(message.header_raw(name).map(|address| address.trim().to_owned()));
    }
    all
}

/// Returns the answer file that a part is.
fn answer(part: &MessagePart<'_>) -> Option<Answer> {
    let is_named = part.attachment_name().is_some_and(|name| name.to_ascii_lowercase().ends_with(".json"));
    if !is_named && !part.is_content_type("application", "json") {
        return None;
    }
    Answer::read(part.contents())
}

/// Returns the message of ours that is brought back.
fn returned(message: &Message<'_>) -> Option<Returned> {
    let parts = || message.parts.iter().take(MANY);
    let of = |kind| parts().find(|part| part.is_content_type("message", kind));
    let mut returned = Returned::default();
    if let Some(report) = of("feedback-report") {
        // RFC 5965: what is not spam, such as a sign that it was none, is no complaint.
        let fields = fields(report.contents());
        let value = |name: &'static str| fields.iter().filter(move |(known, _)| known == name).map(|(_, value)| value);
        let is_abuse =
            value("feedback-type").any(|kind| ["abuse", "fraud", "opt-out"].contains(&kind.to_lowercase().as_str()));
        if !is_abuse {
            return None;
        }
        returned.is_complaint = true;
        returned.recipients = value("original-rcpt-to").take(MANY).map(|address| (bare(address), false)).collect();
    } else {
        let report = of("delivery-status")?;
        returned.recipients = recipients(report.contents());
        if returned.recipients.is_empty() {
            return None;
        }
    }
    for part in parts() {
        let head = match &part.body {
            PartType::Message(inner) => {
                returned.message_id = returned.message_id.or(inner.message_id().map(str::to_owned));
                if returned.is_complaint && returned.recipients.is_empty() {
                    let to = inner.all_to().flat_map(Address::iter).filter_map(|address| address.address());
                    returned.recipients = to.take(MANY).map(|address| (address.to_owned(), false)).collect();
                }
                inner.headers_raw().map(|(name, value)| format!("{name}:{value}\n")).collect::<String>()
            }
            PartType::Text(_) | PartType::Html(_) | PartType::Binary(_) | PartType::InlineBinary(_)
                if part.is_content_type("text", "rfc822-headers") =>
            {
                let inner = MessageParser::default().parse_headers(part.contents());
                let id = inner.and_then(|inner| inner.message_id().map(str::to_owned));
                returned.message_id = returned.message_id.or(id);
                String::from_utf8_lossy(part.contents()).into_owned()
            }
            PartType::Text(_)
            | PartType::Html(_)
            | PartType::Binary(_)
            | PartType::InlineBinary(_)
            | PartType::Multipart(_) => continue,
        };
        returned.codes.extend(token::found(&head).map(token::text));
    }
    returned.codes.truncate(MANY);
    returned.message_id = returned.message_id.map(|id| cut(&id, IDENTITY));
    Some(returned)
}

/// Returns for whom a message did not arrive, and whether for good: class 5 of RFC 3463; a delay is none.
fn recipients(report: &[u8]) -> Vec<(String, bool)> {
    let text = String::from_utf8_lossy(report).replace("\r\n", "\n");
    let mut all = Vec::new();
    // The first group is about the message, each other about a recipient (RFC 3464, 2.1).
    for group in text.split("\n\n").take(MANY) {
        let fields = fields(group.as_bytes());
        let value = |name: &str| fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
        let Some(address) = value("final-recipient").or(value("original-recipient")) else { continue };
        let action = value("action").unwrap_or_default().to_ascii_lowercase();
        let status = value("status").unwrap_or_default();
        let is_failed = action == "failed" || action.is_empty() && status.starts_with('5');
        if is_failed || action == "delayed" || status.starts_with('4') {
            all.push((bare(address), is_failed && !status.starts_with('4')));
        }
    }
    all
}

/// Returns an address without its type (RFC 3464, 2.3.2) and brackets.
fn bare(address: &str) -> String {
    let address = address.split_once(';').map_or(address, |(_, address)| address);
    cut(address.trim().trim_start_matches('<').trim_end_matches('>'), text::LINE)
}

/// Returns the fields of a head, their names in small letters, folded lines joined.
fn fields(head: &[u8]) -> Vec<(String, String)> {
    let text = String::from_utf8_lossy(head).replace("\r\n", "\n").replace("\n ", " ").replace("\n\t", " ");
    let field = |line: &str| {
        line.split_once(':').map(|(name, value)| (name.trim().to_ascii_lowercase(), value.trim().to_owned()))
    };
    text.lines().take(1_000).filter_map(field).collect()
}
