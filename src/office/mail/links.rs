//! What stands in every mailing, notice and question for a consent: where the privacy statement is, and how somebody
//! answers without a server. Each link opens a prepared message with a code in its subject.
//!
//! A text names a link where it wants it; what it does not name is added below it, so that none is missing whatever the
//! office wrote.

use std::collections::HashMap;

use super::account::{self, Account};
use super::allowed::Judge;
use super::templates::{Extra, Statement};
use super::{answers, tokens};
use crate::i18n::Lang;
use crate::model::list::{self, List};
use crate::model::person;
use crate::model::token::{Purpose, Wish};
use crate::office::{Desk, Error};
use crate::t;

/// What stands for a code where nothing is sent.
pub(super) const NO_CODE: &str = "kt…";

/// What writes the links of messages, to one person or to many.
pub(super) struct Linker {
    account: Option<Account>,
    /// Where answers go; none where the office named no address.
    to: Option<String>,
    judge: Judge,
}

/// The codes of a message.
#[derive(Debug, Clone)]
pub(super) struct Codes {
    /// By which they get no more of a mailing.
    pub stop: Option<String>,
    /// By which they say what they want.
    pub wishes: String,
}

/// Where somebody answers a message; what is empty, they cannot.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Links {
    /// Where they get no more of this mailing.
    unsubscribe: String,
    /// Where they say which types of mailings they want.
    types: String,
    /// Where they say that they want none.
    nothing: String,
    /// Where they ask what is held about them.
    about: String,
}

impl Linker {
    /// Reads where answers go.
    pub fn new(desk: &Desk<'_>) -> Result<Self, Error> {
        Self::with(desk, Judge::new(desk)?)
    }

    /// As [`new`](Self::new), with what the office decided about who may be written to.
    pub fn with(desk: &Desk<'_>, judge: Judge) -> Result<Self, Error> {
        let account = account::account(desk)?;
        let to = match &account {
            Some(account) => Some(account.answers().to_owned()),
            None => answers::address(desk)?,
        };
        Ok(Self { account, to, judge })
    }

    /// Returns what decides who may be written to.
    pub fn judge(&self) -> &Judge {
        &self.judge
    }

    /// Returns which types of mailings each of some persons gets.
    pub fn types(&self, desk: &Desk<'_>, ids: &[person::Id]) -> Result<HashMap<person::Id, Vec<list::Id>>, Error> {
        self.judge.types_of_many(desk, ids)
    }

    /// Makes a code for somebody's wishes, and returns it with the links that carry it; none of either where answers
    /// could come nowhere. Part of a larger change, which sends them.
    pub fn issue(&self, desk: &Desk<'_>, id: person::Id, lang: Lang) -> Result<(Links, Option<String>), Error> {
        if self.to.is_none() {
            return Ok((Links::default(), None));
        }
        let code = tokens::issue(desk, id, Purpose::Preferences)?;
        let gets = self.types(desk, &[id])?.remove(&id).unwrap_or_default();
        let codes = Codes { stop: None, wishes: code.clone() };
        Ok((self.links(desk, lang, &codes, &gets)?, Some(code)))
    }

    /// Returns the links as they would look in a message to somebody.
    pub fn sample(&self, desk: &Desk<'_>, id: person::Id, lang: Lang) -> Result<Links, Error> {
        let gets = self.types(desk, &[id])?.remove(&id).unwrap_or_default();
        self.links(desk, lang, &Codes { stop: None, wishes: NO_CODE.to_owned() }, &gets)
    }

    /// Returns the links that carry some codes, to somebody who gets some types of mailings.
    pub fn links(&self, desk: &Desk<'_>, lang: Lang, codes: &Codes, gets: &[list::Id]) -> Result<Links, Error> {
        let Some(to) = &self.to else { return Ok(Links::default()) };
        let mail = |purpose, wish, code: &str, body: &str| {
            tokens::mailto(to, &tokens::subject(lang, purpose, wish, code), body)
        };
        let wish = |wish, body: &str| mail(Purpose::Preferences, Some(wish), &codes.wishes, body);
        let unsubscribe = codes.stop.as_deref().map(|code| {
            // The office's page, where it has one; else mail.
            let pages = self.account.as_ref().map(|account| account.unsubscribe_links(code)).unwrap_or_default();
            let page = pages.into_iter().find(|link| link.starts_with("http"));
            page.unwrap_or_else(|| mail(Purpose::Unsubscribe { mailing: None, kind: None }, None, code, ""))
        });
        let types = tokens::types(desk, lang, gets)?;
        Ok(Links {
            unsubscribe: unsubscribe.unwrap_or_default(),
            types: if types.is_empty() { String::new() } else { wish(Wish::Types, &types) },
            nothing: wish(Wish::Nothing, ""),
            about: wish(Wish::About, ""),
        })
    }

    /// Returns the link by which somebody confirms a consent; none where answers could come nowhere.
    pub fn confirm(&self, lang: Lang, purpose: Purpose, code: &str) -> Option<String> {
        let to = self.to.as_ref()?;
        Some(tokens::mailto(to, &tokens::subject(lang, purpose, None, code), ""))
    }

    /// Returns every type of mailings that is in use.
    pub fn every_type(desk: &Desk<'_>) -> Result<Vec<list::Id>, Error> {
        Ok(desk.lists()?.of(List::Subscription).map(|item| item.id).collect())
    }
}

impl Links {
    /// Adds the links to what a text can name.
    pub fn named(&self, extra: Extra) -> Extra {
        extra
            .with("links.unsubscribe", self.unsubscribe.as_str())
            .with("links.preferences", self.types.as_str())
            .with("links.stop", self.nothing.as_str())
            .with("links.access", self.about.as_str())
    }

    /// Adds how somebody gets no more of a mailing, whatever its template says.
    pub fn add_unsubscribe(&self, lang: Lang, body: &mut String) {
        body.push_str("\n\n");
        body.push_str(&match self.unsubscribe.as_str() {
            "" => t!(lang, "mailing-unsubscribe-answer"),
            link => t!(lang, "mailing-unsubscribe", link = link),
        });
    }

    /// Adds below a message what it does not say itself: how they answer, and where the privacy statement is.
    pub fn complete(&self, lang: Lang, body: &mut String, statement: Option<&Statement>) {
        let links = [
            (&self.types, t!(lang, "mailing-wish-types")),
            (&self.nothing, t!(lang, "mailing-wish-nothing")),
            (&self.about, t!(lang, "mailing-wish-about")),
        ];
        let lacking = links.iter().filter(|(link, _)| !link.is_empty() && !body.contains(link.as_str()));
        let lines: Vec<String> = lacking.map(|(link, words)| format!("- {words}: {link}")).collect();
        if !lines.is_empty() {
            body.push_str(&format!("\n\n{}\n{}", t!(lang, "mailing-wishes"), lines.join("\n")));
        }
        if let Some(statement) = statement.filter(|statement| !body.contains(&statement.url)) {
            let (label, value) = (statement.title.as_str(), statement.url.as_str());
            body.push_str(&format!("\n\n{}", t!(lang, "label-colon", label = label, value = value)));
        }
    }
}
