//! Writes messages (RFC 5322, 2045 to 2047, 2183).
//!
//! What comes from cards and templates is cleaned first: a name with a line break in it would end the program in the
//! library that writes headers, and a long one would make a line that no server takes (RFC 5322, 2.1.1). Nothing in a
//! message tells which computer it was written on.

use std::time::{Duration, SystemTime};

use lettre::Message;
use lettre::message::header::{ContentDisposition, ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};

use crate::model::Moment;
use crate::model::outbox::File;

/// How long a name in a header may be, in characters.
pub const NAME: usize = 200;
/// How long a subject may be, in characters.
pub const SUBJECT: usize = 300;
/// How long a file's name may be, in characters.
const FILE_NAME: usize = 150;
/// How long an address of the web or of mail in a header may be, in characters: with the header's name, it is one line.
const LINK: usize = 900;

/// A message to be written: one sender, one recipient.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Letter<'a> {
    /// The sender's name; may be empty.
    pub from_name: &'a str,
    /// The sender's address.
    pub from: &'a str,
    /// Where answers go; the sender's address where it is empty.
    pub reply_to: &'a str,
    /// The recipient's name; may be empty.
    pub to_name: &'a str,
    /// The recipient's address.
    pub to: &'a str,
    /// What it is about.
    pub subject: &'a str,
    /// What it says.
    pub text: &'a str,
    /// The same as HTML; empty where there is only text.
    pub html: &'a str,
    /// Its Message-ID, without the brackets.
    pub id: &'a str,
    /// When it was written.
    pub at: Moment,
    /// Whether nobody wrote it by hand (RFC 3834, 5).
    pub is_automatic: bool,
    /// Where to go to get no more of it (RFC 2369), the address of mail first.
    pub unsubscribe: &'a [String],
    /// What goes with it.
    pub files: &'a [File],
}

/// What keeps a message from being written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotWritten {
    /// The sender's address, or the one for answers, is none.
    #[error("the sender's address cannot be used")]
    Sender,
    /// The recipient's address is none.
    #[error("the recipient's address cannot be used")]
    Recipient,
    /// It could not be put together.
    #[error("the message cannot be put together")]
    Parts,
}

/// Writes a message.
///
/// # Errors
/// [`NotWritten`].
pub fn build(letter: &Letter<'_>) -> Result<Vec<u8>, NotWritten> {
    let from = mailbox(letter.from_name, letter.from).ok_or(NotWritten::Sender)?;
    let to = mailbox(letter.to_name, letter.to).ok_or(NotWritten::Recipient)?;
    let at = SystemTime::UNIX_EPOCH + Duration::from_millis(u64::try_from(letter.at.0).unwrap_or_default());
    let id: String = letter.id.chars().filter(char::is_ascii_graphic).filter(|sign| !"<>".contains(*sign)).collect();
    let mut message = Message::builder()
        .from(from)
        .to(to)
        .subject(one_line(letter.subject, SUBJECT))
        .message_id(Some(format!("<{id}>")))
        .date(at);
    if !letter.reply_to.is_empty() {
        message = message.reply_to(mailbox("", letter.reply_to).ok_or(NotWritten::Sender)?);
    }
    if letter.is_automatic {
        message = message.raw_header(header("Auto-Submitted", "auto-generated"));
    }
    let links: Vec<&String> = letter.unsubscribe.iter().filter(|link| is_link(link)).collect();
    if !links.is_empty() {
        let all: Vec<String> = links.iter().map(|link| format!("<{link}>")).collect();
        message = message.raw_header(header("List-Unsubscribe", &all.join(", ")));
    }
    // One click is one over the web (RFC 8058); a reader that finds the word without such an address would do nothing.
    if links.iter().any(|link| link.starts_with("https://")) {
        message = message.raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
    }
    let plain = SinglePart::plain(clean_text(letter.text));
    let written = if letter.html.is_empty() && letter.files.is_empty() {
        message.singlepart(plain)
    } else if letter.files.is_empty() {
        message.multipart(alternative(plain, letter.html))
    } else {
        let mixed = MultiPart::mixed();
        let mut mixed = match letter.html {
            "" => mixed.singlepart(plain),
            html => mixed.multipart(alternative(plain, html)),
        };
        for file in letter.files {
            mixed = mixed.singlepart(attached(file));
        }
        message.multipart(mixed)
    };
    Ok(written.map_err(|_| NotWritten::Parts)?.formatted())
}

fn alternative(plain: SinglePart, html: &str) -> MultiPart {
    MultiPart::alternative().singlepart(plain).singlepart(SinglePart::html(clean_text(html)))
}

fn attached(file: &File) -> SinglePart {
    let mut media = one_line(&file.media, NAME);
    // Without it, text is ASCII (RFC 2046, 4.1.2).
    if media.starts_with("text/") && !media.contains("charset") && std::str::from_utf8(&file.content).is_ok() {
        media.push_str("; charset=utf-8");
    }
    let media = ContentType::parse(&media).ok();
    let media = media.filter(|media| !is_composite(media));
    SinglePart::builder()
        .header(media.unwrap_or(OCTETS.clone()))
        .header(ContentDisposition::attachment(&file_name(&file.name)))
        .header(ContentTransferEncoding::Base64)
        .body(file.content.clone())
}

/// Text of no known kind is shown by no reader of mail as its own.
static OCTETS: std::sync::LazyLock<ContentType> =
    std::sync::LazyLock::new(|| ContentType::parse("application/octet-stream").unwrap_or(ContentType::TEXT_PLAIN));

/// A part that is made of parts would have to be one.
fn is_composite(media: &ContentType) -> bool {
    let name = format!("{media:?}").to_lowercase();
    name.contains("multipart/") || name.contains("message/")
}

/// Returns a name of a file that lies in no folder.
fn file_name(name: &str) -> String {
    let name: String = one_line(name, FILE_NAME).replace(['/', '\\', '"'], "_");
    if name.is_empty() { "file".to_owned() } else { name }
}

fn mailbox(name: &str, address: &str) -> Option<Mailbox> {
    let name = one_line(name, NAME);
    Some(Mailbox::new((!name.is_empty()).then_some(name), super::address(address)?))
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    // The names are our own, of letters and dashes.
    let name = HeaderName::new_from_ascii_str(name);
    HeaderValue::new(name, value.to_owned())
}

fn is_link(link: &str) -> bool {
    let is_known = ["mailto:", "https://"].iter().any(|start| link.starts_with(start));
    is_known && link.len() <= LINK && link.chars().all(|sign| sign.is_ascii_graphic() && !"<>,\"".contains(sign))
}

/// Returns a text as one line of bounded length, without signs that break or turn lines.
pub fn one_line(text: &str, most: usize) -> String {
    let is_break = |sign: char| sign.is_control() || sign.is_whitespace() || "\u{2028}\u{2029}".contains(sign);
    let is_hidden = |sign: char| matches!(sign, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    let words = text.split(is_break).map(|word| word.chars().filter(|sign| !is_hidden(*sign)).collect::<String>());
    let line = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    line.chars().take(most).collect::<String>().trim_end().to_owned()
}

/// Returns a text of lines without other control characters.
fn clean_text(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars().filter(|sign| !sign.is_control() || matches!(sign, '\n' | '\t')).collect()
}

#[cfg(test)]
mod tests;
