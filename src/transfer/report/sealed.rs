//! A sealed copy: one page that opens in any browser without a network, and asks for the passphrase told by phone.
//!
//! - **The seal.** AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits; its key comes from the passphrase by
//!   PBKDF2 with HMAC-SHA-256 (RFC 8018, 5.2), a random salt of 128 bits, and 600 000 rounds, which is what OWASP's
//!   Password Storage Cheat Sheet asks for. All of it is WebCrypto's own, so that the page needs no code from elsewhere.
//!   The header (how it is sealed, the number of the report) is bound as additional data: whoever changes a sign of it
//!   has a page that no passphrase opens.
//! - **The passphrase** is compared as people type it: in compatibility form (NFKC), without white space around it.
//! - **The form** below the report is made by the same script from what is sealed, and saves an answer file that is mailed
//!   back ([`crate::transfer::replies::Answer`]); nothing of it stands outside the seal.
//! - **The page** loads nothing and runs one script, named by its hash in the policy (Content Security Policy 3); the
//!   report itself is put in as elements, in which nothing can run. What does not run scripts, as the preview of a mail
//!   program, shows only what to do: save the file and open it in a browser.

mod form;

use std::io;

use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Nonce};
use data_encoding::BASE64;
use pbkdf2::pbkdf2_hmac;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::i18n::Lang;
use crate::t;
use crate::transfer::Error;
use crate::transfer::markup::escaped;

pub use form::{Field, Form, Purpose};

/// How often the passphrase is stirred.
pub const ROUNDS: u32 = 600_000;
/// The shape of the file; a later one gets another number.
const VERSION: u32 = 1;
const SCRIPT: &str = include_str!("sealed/open.js");
const STYLE: &str = include_str!("sealed/page.css");

/// What is sealed.
#[derive(Debug, Clone, Copy)]
pub struct Content<'a> {
    /// The language of the page that asks.
    pub lang: Lang,
    /// What the page that asks is called; everybody can read it, so it names nobody.
    pub title: &'a str,
    /// Who sends it; everybody can read it.
    pub from: &'a str,
    /// The number of the report; everybody can read it.
    pub number: i64,
    /// The report as a page.
    pub page: &'a str,
    /// The report in other formats, to save.
    pub files: &'a [Enclosed<'a>],
    /// What can be answered; none where nothing is asked.
    pub form: Option<&'a Form>,
}

/// A file inside.
#[derive(Debug, Clone, Copy)]
pub struct Enclosed<'a> {
    /// What it is called when it is saved.
    pub name: &'a str,
    /// Its media type.
    pub media: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
}

/// How it is sealed, as it stands in the file.
#[derive(Debug, Serialize, Deserialize)]
struct Header {
    format: String,
    version: u32,
    cipher: String,
    key: String,
    rounds: u32,
    salt: String,
    nonce: String,
    report: String,
}

/// One part of what is sealed, in the list before them.
#[derive(Debug, Serialize, Deserialize)]
struct Part {
    name: String,
    #[serde(rename = "type")]
    media: String,
    length: usize,
}

/// Returns a page that gives `content` to whoever knows the passphrase.
///
/// Two copies of the same are never equal: salt and nonce are new for each.
///
/// # Errors
/// [`Error::Io`] where the system gives no random numbers.
pub fn sealed(content: &Content<'_>, passphrase: &str) -> Result<String, Error> {
    let mut salt = [0; 16];
    let mut nonce = [0; 12];
    for random in [salt.as_mut_slice(), nonce.as_mut_slice()] {
        getrandom::fill(random).map_err(|_| failed("no random numbers"))?;
    }
    let header = Header {
        format: "kartotek-sealed".to_owned(),
        version: VERSION,
        cipher: "AES-256-GCM".to_owned(),
        key: "PBKDF2-HMAC-SHA-256".to_owned(),
        rounds: ROUNDS,
        salt: BASE64.encode(&salt),
        nonce: BASE64.encode(&nonce),
        report: content.number.to_string(),
    };
    let header = serde_json::to_string(&header).map_err(|error| failed(error.to_string()))?;
    let plain = packed(content)?;
    let payload = Payload { msg: &plain, aad: header.as_bytes() };
    let sealed = cipher(passphrase, &salt, ROUNDS).encrypt(&Nonce::from(nonce), payload);
    let sealed = sealed.map_err(|_| failed("too large to be sealed"))?;
    Ok(page(content, &header, &BASE64.encode(&sealed)))
}

fn failed(why: impl Into<String>) -> Error {
    Error::Io(io::Error::other(why.into()))
}

fn cipher(passphrase: &str, salt: &[u8], rounds: u32) -> Aes256Gcm {
    let typed: Zeroizing<String> = Zeroizing::new(passphrase.nfkc().collect());
    let mut key = Zeroizing::new([0; 32]);
    pbkdf2_hmac::<Sha256>(typed.trim().as_bytes(), salt, rounds, key.as_mut_slice());
    Aes256Gcm::new(&(*key).into())
}

/// Returns what is sealed: the length of a list, the list, and one after the other what it names, the page first.
fn packed(content: &Content<'_>) -> Result<Zeroizing<Vec<u8>>, Error> {
    let page = Enclosed { name: "", media: "text/html", bytes: content.page.as_bytes() };
    let form = content.form.map(|form| Zeroizing::new(form.document(content.lang)));
    let form = form.as_ref().map(|form| Enclosed { name: "", media: form::MEDIA, bytes: form.as_bytes() });
    let all: Vec<&Enclosed<'_>> = std::iter::once(&page).chain(content.files).chain(&form).collect();
    let part = |file: &&Enclosed<'_>| Part {
        name: file.name.to_owned(),
        media: file.media.to_owned(),
        length: file.bytes.len(),
    };
    let list: Vec<Part> = all.iter().map(part).collect();
    let list = serde_json::to_vec(&list).map_err(|error| failed(error.to_string()))?;
    let length = u32::try_from(list.len()).map_err(|_| failed("too many files"))?;
    let size = 4 + list.len() + all.iter().map(|file| file.bytes.len()).sum::<usize>();
    let mut plain = Zeroizing::new(Vec::with_capacity(size));
    plain.extend_from_slice(&length.to_be_bytes());
    plain.extend_from_slice(&list);
    for file in all {
        plain.extend_from_slice(file.bytes);
    }
    Ok(plain)
}

/// Returns the page that asks.
fn page(content: &Content<'_>, header: &str, sealed: &str) -> String {
    let lang = content.lang;
    let hash = |text: &str| format!("'sha256-{}'", BASE64.encode(&Sha256::digest(text)));
    let styles: Vec<String> = std::iter::once(STYLE).chain(styles(content.page)).map(hash).collect();
    let policy = format!(
        "default-src 'none'; script-src {}; style-src {}; base-uri 'none'; form-action 'none'",
        hash(SCRIPT),
        styles.join(" ")
    );
    let [title, from] = [content.title, content.from].map(escaped);
    let text = |words: String| escaped(&words);
    let from = if from.is_empty() { String::new() } else { format!("<p class=\"from\">{from}</p>\n") };
    format!(
        "<!DOCTYPE html>\n\
         <html lang=\"{lang}\">\n\
         <head>\n\
         <meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{title}</title>\n\
         <style>{STYLE}</style>\n\
         </head>\n\
         <body class=\"locked\">\n\
         <div id=\"save\" role=\"group\" aria-label=\"{save_group}\" data-label=\"{save}\" hidden></div>\n\
         <main id=\"lock\">\n\
         <h1>{title}</h1>\n\
         {from}\
         <div class=\"says\" id=\"asleep\"><p>{asleep}</p></div>\n\
         <form id=\"ask\" hidden data-wrong=\"{wrong}\" data-opening=\"{opening}\" data-cannot=\"{cannot}\">\n\
         <label for=\"passphrase\">{passphrase}</label>\n\
         <input id=\"passphrase\" type=\"password\" required autocomplete=\"off\" autocapitalize=\"none\" spellcheck=\"false\" \
         aria-describedby=\"hint wrong\">\n\
         <p class=\"hint\" id=\"hint\">{hint}</p>\n\
         <button id=\"open\" type=\"submit\">{open}</button>\n\
         <p role=\"alert\" id=\"wrong\"></p>\n\
         <p role=\"status\" id=\"state\"></p>\n\
         </form>\n\
         <p>{how}</p>\n\
         </main>\n\
         <script type=\"application/json\" id=\"header\">{header}</script>\n\
         <script type=\"text/plain\" id=\"sealed\">{sealed}</script>\n\
         <script>{SCRIPT}</script>\n\
         </body>\n\
         </html>\n",
        lang = lang.code(),
        save_group = text(t!(lang, "sealed-save-all")),
        save = text(t!(lang, "sealed-save", file = "{file}")),
        asleep = text(t!(lang, "sealed-asleep")),
        wrong = text(t!(lang, "sealed-wrong")),
        opening = text(t!(lang, "sealed-opening")),
        cannot = text(t!(lang, "sealed-cannot")),
        passphrase = text(t!(lang, "sealed-passphrase")),
        hint = text(t!(lang, "sealed-hint")),
        open = text(t!(lang, "sealed-open")),
        how = text(t!(lang, "sealed-how")),
    )
}

/// Returns what stands in each element `style` of a page, to the sign, as the policy hashes it.
fn styles(page: &str) -> impl Iterator<Item = &str> {
    page.split("<style>").skip(1).filter_map(|rest| rest.split("</style>").next())
}

#[cfg(test)]
pub(crate) mod tests;
