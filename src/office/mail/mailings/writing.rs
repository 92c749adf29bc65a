//! What each message of a mailing says: the template, filled in for the person in their language, and how to say no.

use super::{Wanted, tidied};
use crate::i18n::Lang;
use crate::model::mailing::{Id, Sort};
use crate::model::person;
use crate::model::template::Part;
use crate::model::token::{Purpose, Wish};
use crate::office::mail::account::{Account, account};
use crate::office::mail::templates::{Extra, Rendered, Writer};
use crate::office::mail::{form, html, tokens};
use crate::office::{Desk, Error, Rule};
use crate::t;

/// Whatever stands for a code where nothing is sent.
const SAMPLE: &str = "ktxxxxxxxxxxxxxxxxxxxxxxxxxx";

/// What writes the messages of a mailing.
pub(super) struct Pen<'a> {
    wanted: &'a Wanted,
    writer: Writer,
    account: Option<Account>,
    /// Where answers go.
    address: Option<String>,
    /// The language of those who chose none.
    office: Lang,
}

/// The codes of a message.
struct Codes {
    /// By which they get no more of it.
    stop: String,
    /// By which they say what they want.
    wishes: String,
}

/// Where somebody answers a message.
#[derive(Default)]
struct Links {
    unsubscribe: String,
    types: String,
    nothing: String,
    about: String,
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
        let account = account(desk)?;
        let address = match &account {
            Some(account) => Some(account.answers().to_owned()),
            None => match form::address(desk) {
                Err(Error::Refused(Rule::FormNeedsAddress)) => None,
                other => Some(other?),
            },
        };
        Ok(Self { wanted, writer, account, address, office: desk.office_lang()? })
    }

    /// Writes to somebody, with codes of their own.
    pub(super) fn write(
        &self,
        desk: &Desk<'_>,
        mailing: Id,
        to: person::Id,
        lang: Option<Lang>,
        notice: Option<&Rendered>,
    ) -> Result<Message, Error> {
        let codes = match self.wanted.sort {
            Sort::Marketing(kind) => {
                let purpose = Purpose::Unsubscribe { mailing: Some(mailing), kind: Some(kind) };
                let stop = tokens::issue(desk, to, purpose)?;
                Some(Codes { stop, wishes: tokens::issue(desk, to, Purpose::Preferences)? })
            }
            Sort::Breach => None,
        };
        self.written(desk, Some(to), lang, codes, notice)
    }

    /// Writes to somebody, or to a person who is made up, with codes that stand for nothing.
    pub(super) fn sample(&self, desk: &Desk<'_>, to: Option<person::Id>, lang: Option<Lang>) -> Result<Message, Error> {
        let codes = self.wanted.sort.subscription();
        let codes = codes.map(|_| Codes { stop: SAMPLE.to_owned(), wishes: SAMPLE.to_owned() });
        self.written(desk, to, lang, codes, None)
    }

    fn written(
        &self,
        desk: &Desk<'_>,
        to: Option<person::Id>,
        lang: Option<Lang>,
        codes: Option<Codes>,
        notice: Option<&Rendered>,
    ) -> Result<Message, Error> {
        let (lang, words) = (lang.unwrap_or(self.office), &self.wanted.words);
        let links = match &codes {
            Some(codes) => self.links(desk, self.writer.lang(lang)?, codes)?,
            None => Links::default(),
        };
        let mut extra = Extra::default();
        for (name, value) in [
            ("breach.what", words.what.as_str()),
            ("breach.consequences", &words.consequences),
            ("breach.measures", &words.measures),
            ("content", &words.content),
            ("links.unsubscribe", &links.unsubscribe),
            ("links.preferences", &links.types),
            ("links.stop", &links.nothing),
            ("links.access", &links.about),
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
                body.push_str("\n\n");
                body.push_str(&match links.unsubscribe.as_str() {
                    "" => t!(lang, "mailing-unsubscribe-answer"),
                    link => t!(lang, "mailing-unsubscribe", link = link),
                });
            }
            let more = [
                (&links.types, t!(lang, "mailing-wish-types")),
                (&links.nothing, t!(lang, "mailing-wish-nothing")),
                (&links.about, t!(lang, "mailing-wish-about")),
            ];
            let more = more.iter().filter(|(link, _)| !link.is_empty() && !body.contains(link.as_str()));
            let more: Vec<String> = more.map(|(link, words)| format!("- {words}: {link}")).collect();
            if !more.is_empty() {
                body.push_str(&format!("\n\n{}\n{}", t!(lang, "mailing-wishes"), more.join("\n")));
            }
        }
        if let Some(notice) = notice {
            body.push_str(&format!("\n\n{}\n\n{}\n\n{}", "* * *", notice.subject, notice.body));
        }
        let subject = if words.subject.is_empty() { filled.subject } else { words.subject.clone() };
        let html = html::of(lang.code(), &subject, &body);
        Ok(Message { lang, subject, body, html, token: codes.map(|codes| codes.stop) })
    }

    /// Returns where somebody answers; nothing where the office named no address for it.
    fn links(&self, desk: &Desk<'_>, lang: Lang, codes: &Codes) -> Result<Links, Error> {
        let Some(address) = &self.address else { return Ok(Links::default()) };
        let stop = Purpose::Unsubscribe { mailing: None, kind: None };
        let mail = |purpose, wish, code: &str, body: &str| {
            tokens::mailto(address, &tokens::subject(lang, purpose, wish, code), body)
        };
        let wish = |wish, body: &str| mail(Purpose::Preferences, Some(wish), &codes.wishes, body);
        // The office's page, where it has one; else mail.
        let pages = self.account.as_ref().map(|account| account.unsubscribe_links(&codes.stop)).unwrap_or_default();
        let page = pages.into_iter().find(|link| link.starts_with("http"));
        Ok(Links {
            unsubscribe: page.unwrap_or_else(|| mail(stop, None, &codes.stop, "")),
            types: wish(Wish::Types, &tokens::types(desk, lang)?),
            nothing: wish(Wish::Nothing, ""),
            about: wish(Wish::About, ""),
        })
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
/// [`Rule::Restricted`].
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
