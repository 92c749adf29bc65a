//! What each message of a mailing says: the template, filled in for the person in their language, and how to say no.

use super::{Wanted, tidied};
use crate::i18n::Lang;
use crate::model::mailing::{Id, Sort};
use crate::model::person;
use crate::model::template::Part;
use crate::model::token::Purpose;
use crate::office::mail::account::{Account, account};
use crate::office::mail::templates::{Extra, Writer};
use crate::office::mail::{html, tokens};
use crate::office::{Desk, Error};
use crate::t;

/// Whatever stands for a code where nothing is sent.
const SAMPLE: &str = "ktxxxxxxxxxxxxxxxxxxxxxxxxxx";

/// What writes the messages of a mailing.
pub(super) struct Pen<'a> {
    wanted: &'a Wanted,
    writer: Writer,
    account: Option<Account>,
    /// The language of those who chose none.
    office: Lang,
}

/// A message, as it is queued.
pub(super) struct Message {
    pub lang: Lang,
    pub subject: String,
    pub body: String,
    pub html: String,
    pub token: Option<String>,
}

/// A message, as it is shown before it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The language it is in.
    pub lang: Lang,
    /// What it is about.
    pub subject: String,
    /// What it says, as plain text.
    pub body: String,
    /// The parts that the law asks for and the template lacks.
    pub missing: Vec<Part>,
    /// Whether the template has a place for a text, and none was given.
    pub lacks_text: bool,
}

impl<'a> Pen<'a> {
    pub(super) fn new(desk: &Desk<'_>, wanted: &'a Wanted) -> Result<Self, Error> {
        let writer = Writer::new(desk, &wanted.template)?;
        Ok(Self { wanted, writer, account: account(desk)?, office: desk.office_lang()? })
    }

    /// Writes to somebody, with codes of their own.
    pub(super) fn write(
        &self,
        desk: &Desk<'_>,
        mailing: Id,
        to: person::Id,
        lang: Option<Lang>,
    ) -> Result<Message, Error> {
        let token = match self.wanted.sort {
            Sort::Marketing(kind) => {
                let purpose = Purpose::Unsubscribe { mailing: Some(mailing), kind: Some(kind) };
                Some(tokens::issue(desk, to, purpose)?)
            }
            Sort::Breach => None,
        };
        self.written(desk, Some(to), lang, token)
    }

    /// Writes to somebody, or to a person who is made up, with codes that stand for nothing.
    pub(super) fn sample(&self, desk: &Desk<'_>, to: Option<person::Id>, lang: Option<Lang>) -> Result<Message, Error> {
        let token = self.wanted.sort.subscription().map(|_| SAMPLE.to_owned());
        self.written(desk, to, lang, token)
    }

    fn written(
        &self,
        desk: &Desk<'_>,
        to: Option<person::Id>,
        lang: Option<Lang>,
        token: Option<String>,
    ) -> Result<Message, Error> {
        let (lang, words) = (lang.unwrap_or(self.office), &self.wanted.words);
        let link = self.link(token.as_deref());
        let mut extra = Extra::default()
            .with("breach.what", words.what.as_str())
            .with("breach.consequences", words.consequences.as_str())
            .with("breach.measures", words.measures.as_str())
            .with("content", words.content.as_str())
            .with("links.unsubscribe", link.as_str());
        for empty in ["links.stop", "links.preferences", "links.access", "links.confirm"] {
            extra = extra.with(empty, "");
        }
        if let Some(kind) = self.wanted.sort.subscription() {
            extra = extra.with("subscription", desk.lists()?.name(kind, lang));
        }
        let filled = self.writer.write(desk, to, lang, &extra)?;
        let mut body = filled.body;
        if token.is_some() && self.writer.missing(lang)?.contains(&Part::Unsubscribe) {
            let line = match link.as_str() {
                "" => t!(filled.lang, "mailing-unsubscribe-answer"),
                link => t!(filled.lang, "mailing-unsubscribe", link = link),
            };
            body.push_str(&format!("\n\n{line}"));
        }
        let subject = if words.subject.is_empty() { filled.subject } else { words.subject.clone() };
        let html = html::of(filled.lang.code(), &subject, &body);
        Ok(Message { lang: filled.lang, subject, body, html, token })
    }

    /// Returns where somebody goes to get no more of it: the office's page, where it has one.
    fn link(&self, token: Option<&str>) -> String {
        let links = self.account.as_ref().zip(token).map(|(account, token)| account.unsubscribe_links(token));
        links.and_then(|mut links| links.pop()).unwrap_or_default()
    }

    fn preview(&self, message: Message, lang: Option<Lang>) -> Result<Preview, Error> {
        let missing = self.writer.missing(lang.unwrap_or(self.office))?.to_vec();
        let lacks_text = self.wanted.words.content.is_empty() && self.writer.names("content");
        Ok(Preview { lang: message.lang, subject: message.subject, body: message.body, missing, lacks_text })
    }
}

/// Shows what a mailing says to somebody, or to a person who is made up.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoPerson`]; [`Error::NoSuch`] or [`Error::Template`] for the template;
/// [`Rule::Restricted`](crate::office::Rule::Restricted).
pub fn preview(desk: &Desk<'_>, wanted: &Wanted, to: Option<person::Id>) -> Result<Preview, Error> {
    let wanted = tidied(desk, wanted.clone())?;
    let pen = Pen::new(desk, &wanted)?;
    let lang = match to {
        Some(id) => {
            desk.require_open(id)?;
            desk.language_to(&crate::office::persons::get(desk, id)?.content)?
        }
        None => Some(desk.lang()),
    };
    pen.preview(pen.sample(desk, to, lang)?, lang)
}
