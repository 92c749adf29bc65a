//! One letter to one person: what is chosen about it, what it would say, and how it is queued.

use super::allowed::{Judge, What};
use super::links::Links;
use super::outbox::{self, New};
use super::templates::{self, Extra, Rendered};
use crate::i18n::Lang;
use crate::model::field::Field;
use crate::model::may_write::Rule as Stop;
use crate::model::person::{self, Person};
use crate::model::template::{Fault, Key};
use crate::model::{Reason, email, outbox as waiting, text};
use crate::office::{Desk, Error, Rule};

/// What is chosen about a letter; what is not, the office or the card says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    /// The template.
    pub template: Option<Key>,
    /// The language.
    pub lang: Option<Lang>,
    /// The address; one of the card's.
    pub to: Option<String>,
    /// What stands as the subject.
    pub subject: Option<String>,
    /// Whether a notice goes out also where it cannot say all it should.
    pub incomplete: bool,
}

impl Choice {
    /// Returns what is asked about the letter before it may go.
    pub(super) fn of(&self, what: What) -> What {
        What { to: self.to.clone(), ..what }
    }
}

/// A letter, before it is queued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prepared {
    /// The address.
    pub to: String,
    /// What it says.
    pub rendered: Rendered,
    /// What keeps it from the person; nothing where it can be sent.
    pub stops: Vec<Held>,
    /// What it cannot say, as the office documented it nowhere: it goes out only where somebody says so.
    pub gaps: Vec<Held>,
}

/// What came of writing to one or several people.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Done {
    /// To whom it goes, or of whom it is noted.
    pub persons: Vec<person::Id>,
    /// Who is held back, and why.
    pub held: Vec<(person::Id, Held)>,
    /// To whom it goes although it cannot say all it should, and what it lacks.
    pub lacking: Vec<(person::Id, Held)>,
}

/// Why somebody is held back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The key, for scripts.
    pub key: String,
    /// It in a sentence.
    pub text: String,
}

/// Returns what a letter to somebody says, by the template that is chosen or the usual one, in the language that is chosen
/// or theirs; without the signature of mail.
///
/// # Errors
/// [`Error::NoSuch`] for a template of another kind; [`Error::Template`]; or the database's.
pub(super) fn written(
    desk: &Desk<'_>,
    person: &Person,
    usual: Key,
    choice: &Choice,
    extra: impl FnOnce(Lang) -> Result<Extra, Error>,
) -> Result<Rendered, Error> {
    let key = match &choice.template {
        Some(key) if key.base.kind() != usual.base.kind() => return Err(Error::NoSuch("template")),
        Some(key) => key.clone(),
        None => usual,
    };
    let lang = language(desk, person, choice)?;
    let mut rendered = templates::render(desk, &key, lang, person.id, &extra(lang)?)?;
    if let Some(subject) = &choice.subject {
        Fault::of_plain(subject).map_err(Error::Template)?;
        rendered.subject = text::single_line(subject);
    }
    Ok(rendered)
}

/// As [`written`], of a letter that somebody answers: with the links for it and the privacy statement, in the text where it
/// names them, else below it.
pub(super) fn linked(
    desk: &Desk<'_>,
    person: &Person,
    usual: Key,
    choice: &Choice,
    links: impl FnOnce(Lang) -> Result<(Links, Extra), Error>,
) -> Result<Rendered, Error> {
    let mut made = Links::default();
    let mut rendered = written(desk, person, usual, choice, |lang| {
        let (links, extra) = links(lang)?;
        made = links;
        Ok(made.named(extra))
    })?;
    made.complete(rendered.lang, &mut rendered.body, rendered.statement.as_ref());
    Ok(rendered)
}

/// Returns the language of a letter to somebody: the one that is chosen, theirs, or the office's usual one.
pub(in crate::office) fn language(desk: &Desk<'_>, person: &Person, choice: &Choice) -> Result<Lang, Error> {
    if let Some(lang) = choice.lang {
        return Ok(lang);
    }
    if let Some(lang) = desk.language_to(&person.content)? {
        return Ok(lang);
    }
    let usual = person::Content { language: desk.rules()?.usual_language(), ..person::Content::default() };
    desk.language_to(&usual)?.map_or_else(|| desk.office_lang(), Ok)
}

/// Returns a letter as it would leave, and what keeps it from the person.
pub(super) fn prepared(desk: &Desk<'_>, id: person::Id, what: &What, written: Rendered) -> Result<Prepared, Error> {
    let (to, stops) = judged(desk, id, what)?;
    Ok(Prepared { to, rendered: written.signed(desk)?, stops, gaps: Vec::new() })
}

/// Returns the address a letter would go to, and what keeps it from the person.
pub(super) fn judged(desk: &Desk<'_>, id: person::Id, what: &What) -> Result<(String, Vec<Held>), Error> {
    let verdict = Judge::new(desk)?.of(desk, id, what)?;
    let stops = verdict.reasons.into_iter().filter(|reason| reason.stop.is_some());
    let stops = stops.map(|reason| Held { key: reason.key.to_owned(), text: reason.text }).collect();
    Ok((verdict.address, stops))
}

/// Returns the address a letter goes to.
///
/// # Errors
/// [`Error::Invalid`] where there is none; [`Rule::NothingArrives`] where mail to it came back.
pub(super) fn address(desk: &Desk<'_>, id: person::Id, what: &What) -> Result<String, Error> {
    let (to, stops) = judged(desk, id, what)?;
    if stops.iter().any(|stop| stop.key == Stop::Bounced.key()) {
        return Err(Error::Refused(Rule::NothingArrives));
    }
    if stops.is_empty() { Ok(to) } else { Err(Error::invalid(Field::Email, Reason::Missing)) }
}

/// Queues a letter. Part of a larger change, which has asked whether it may go and notes it in the journal.
pub(super) fn queue(
    desk: &Desk<'_>,
    person: &Person,
    to: String,
    letter: Rendered,
    token: Option<String>,
) -> Result<waiting::Id, Error> {
    let letter = letter.signed(desk)?;
    let new = New {
        kind: letter.key.base.kind(),
        person: Some(person.id),
        recipient: person.content.full_name(),
        address: to,
        language: letter.lang.code().to_owned(),
        subject: letter.subject,
        body: letter.body,
        html: letter.html,
        token,
        subscription: None,
        mailing: None,
        due: None,
        files: Vec::new(),
    };
    outbox::queue(desk, new)
}

/// Returns the addresses of a card that a letter can go to.
pub fn addresses(person: &Person) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for row in &person.content.emails {
        if !all.iter().any(|known| email::key(known) == email::key(&row.value)) {
            all.push(row.value.clone());
        }
    }
    all
}
