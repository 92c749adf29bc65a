//! What each message of a mailing says: the template, filled in for the person in their language, and how to say no.

use std::collections::HashMap;

use super::{Wanted, tidied};
use crate::i18n::Lang;
use crate::model::mailing::{Id, Sort};
use crate::model::template::Part;
use crate::model::token::Purpose;
use crate::model::{list, person};
use crate::office::mail::links::{Codes, Linker, Links};
use crate::office::mail::templates::{Extra, Rendered, Writer};
use crate::office::mail::{html, tokens};
use crate::office::{Desk, Error};

/// Whatever stands for a code where nothing is sent.
const SAMPLE: &str = "ktxxxxxxxxxxxxxxxxxxxxxxxxxx";

/// What writes the messages of a mailing.
pub(super) struct Pen<'a> {
    wanted: &'a Wanted,
    writer: Writer,
    linker: Linker,
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
    /// What it says, laid out as [`layout`](crate::model::template::layout) reads it.
    pub body: String,
    /// The parts that the law asks for and the template lacks.
    pub missing: Vec<Part>,
    /// Whether the template has a place for a text, and none was given.
    pub lacks_text: bool,
}

impl<'a> Pen<'a> {
    pub(super) fn new(desk: &Desk<'_>, wanted: &'a Wanted) -> Result<Self, Error> {
        let writer = Writer::new(desk, &wanted.template)?;
        Ok(Self { wanted, writer, linker: Linker::new(desk)?, office: desk.office_lang()? })
    }

    /// Returns which types of mailings each of some persons gets, for what they are written.
    pub(super) fn types(
        &self,
        desk: &Desk<'_>,
        ids: &[person::Id],
    ) -> Result<HashMap<person::Id, Vec<list::Id>>, Error> {
        match self.wanted.sort {
            Sort::Marketing(_) => self.linker.types(desk, ids),
            Sort::Breach => Ok(HashMap::new()),
        }
    }

    /// Writes to somebody who gets some types of mailings, with codes of their own.
    pub(super) fn write(
        &self,
        desk: &Desk<'_>,
        mailing: Id,
        (to, gets): (person::Id, &[list::Id]),
        lang: Option<Lang>,
        notice: Option<&Rendered>,
    ) -> Result<Message, Error> {
        let codes = match self.wanted.sort {
            Sort::Marketing(kind) => {
                let purpose = Purpose::Unsubscribe { mailing: Some(mailing), kind: Some(kind) };
                let stop = Some(tokens::issue(desk, to, purpose)?);
                Some(Codes { stop, wishes: tokens::issue(desk, to, Purpose::Preferences)? })
            }
            Sort::Breach => None,
        };
        self.written(desk, Some(to), lang, (codes, gets), notice)
    }

    /// Writes to somebody, or to a person who is made up, with codes that stand for nothing.
    pub(super) fn sample(&self, desk: &Desk<'_>, to: Option<person::Id>, lang: Option<Lang>) -> Result<Message, Error> {
        let codes = self.wanted.sort.subscription();
        let codes = codes.map(|_| Codes { stop: Some(SAMPLE.to_owned()), wishes: SAMPLE.to_owned() });
        let gets = match to {
            Some(to) => self.types(desk, &[to])?.remove(&to).unwrap_or_default(),
            None => Linker::every_type(desk)?,
        };
        self.written(desk, to, lang, (codes, &gets), None)
    }

    fn written(
        &self,
        desk: &Desk<'_>,
        to: Option<person::Id>,
        lang: Option<Lang>,
        (codes, gets): (Option<Codes>, &[list::Id]),
        notice: Option<&Rendered>,
    ) -> Result<Message, Error> {
        let (lang, words) = (lang.unwrap_or(self.office), &self.wanted.words);
        let links = match &codes {
            Some(codes) => self.linker.links(desk, self.writer.lang(lang)?, codes, gets)?,
            None => Links::default(),
        };
        let mut extra = links.named(Extra::default());
        for (name, value) in [
            ("breach.what", words.what.as_str()),
            ("breach.consequences", &words.consequences),
            ("breach.measures", &words.measures),
            ("content", &words.content),
        ] {
            extra = extra.with(name, value);
        }
        if let Some(kind) = self.wanted.sort.subscription() {
            extra = extra.with("subscription", desk.lists()?.name(kind, lang));
        }
        let filled = self.writer.write(desk, to, lang, &extra)?;
        let (lang, mut body) = (filled.lang, filled.body);
        if codes.is_some() {
            // Whatever the template says: how to say no stands in every message.
            if self.writer.missing(lang)?.contains(&Part::Unsubscribe) {
                links.add_unsubscribe(lang, &mut body);
            }
            links.complete(lang, &mut body, filled.statement.as_ref());
        }
        if let Some(notice) = notice {
            body.push_str(&format!("\n\n{}\n\n{}\n\n{}", "* * *", notice.subject, notice.body));
        }
        let subject = if words.subject.is_empty() { filled.subject } else { words.subject.clone() };
        let html = html::of(lang.code(), &subject, &body);
        Ok(Message { lang, subject, body, html, token: codes.and_then(|codes| codes.stop) })
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
