//! The texts of letters: those that come with the program, and what the office writes in their place.
//!
//! What a text names is looked at when it is kept, never first when it is sent; which parts the law asks for and a text
//! lacks, it says of itself. Versions are only ever added, so that one can go back.

mod filling;
mod many;
mod values;

use super::html;
use crate::i18n::{self, Lang};
use crate::model::field::Field;
use crate::model::journal::{Kind as Noted, Subject};
use crate::model::person;
use crate::model::setting::{Plain, Tongue};
use crate::model::template::{Base, Fault, Key, Part, Text};
use crate::model::text;
use crate::model::user::Right;
use crate::model::{Moment, Reason, list, user};
use crate::office::{Desk, Error, settings};
use crate::store;
use crate::store::templates::Version;

pub(in crate::office) use many::Writer;
pub use values::Extra;
pub(in crate::office) use values::{Gap, Statement, gaps, statement};

/// The longest body, in characters.
const LONGEST: usize = 50_000;

/// Returns the text that comes with the program.
pub fn shipped(base: Base, lang: Lang) -> Text {
    macro_rules! of {
        ($code:literal) => {
            match base {
                Base::Notice => include_str!(concat!("../../../assets/templates/", $code, "/notice.txt")),
                Base::NoticeOtherSource => {
                    include_str!(concat!("../../../assets/templates/", $code, "/notice-other-source.txt"))
                }
                Base::ConsentRequest => {
                    include_str!(concat!("../../../assets/templates/", $code, "/consent-request.txt"))
                }
                Base::ConsentConfirmation => {
                    include_str!(concat!("../../../assets/templates/", $code, "/consent-confirmation.txt"))
                }
                Base::Corrected => include_str!(concat!("../../../assets/templates/", $code, "/corrected.txt")),
                Base::Erased => include_str!(concat!("../../../assets/templates/", $code, "/erased.txt")),
                Base::Report => include_str!(concat!("../../../assets/templates/", $code, "/report.txt")),
                Base::Breach => include_str!(concat!("../../../assets/templates/", $code, "/breach.txt")),
                Base::Newsletter => include_str!(concat!("../../../assets/templates/", $code, "/newsletter.txt")),
            }
        };
    }
    let file = match lang {
        Lang::En => of!("en"),
        Lang::Nb => of!("nb"),
        Lang::Sv => of!("sv"),
    };
    let (first, body) = file.split_once('\n').unwrap_or((file, ""));
    Text { subject: first.trim_start_matches("Subject:").trim().to_owned(), body: body.trim().to_owned() }
}

/// A template in a language, as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its key.
    pub key: Key,
    /// What it is called.
    pub name: String,
    /// The language.
    pub lang: Lang,
    /// When and by whom the office wrote its own text; none where the shipped one holds.
    pub written: Option<(Moment, user::Id)>,
    /// The parts that the law asks for and it lacks.
    pub missing: Vec<Part>,
}

/// What holds for a template in a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// Its key.
    pub key: Key,
    /// What it is called.
    pub name: String,
    /// What it says.
    pub text: Text,
    /// When and by whom the office wrote it; none where it is the shipped text.
    pub written: Option<(Moment, user::Id)>,
    /// The office's versions, the newest first.
    pub versions: Vec<Version>,
}

/// What is to be said of a text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checked {
    /// Why it cannot be kept; none where it can.
    pub fault: Option<Fault>,
    /// The parts it has.
    pub present: Vec<Part>,
    /// The parts that the law asks for and it lacks.
    pub missing: Vec<Part>,
}

/// A message, filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The template it came of.
    pub key: Key,
    /// The language it is in.
    pub lang: Lang,
    /// What it is about.
    pub subject: String,
    /// What it says, laid out as [`layout`](crate::model::template::layout) reads it.
    pub body: String,
    /// The same as HTML.
    pub html: String,
    /// The parts that the law asks for and it lacks.
    pub missing: Vec<Part>,
    /// Where the privacy statement is, whether the text names it or not.
    pub(in crate::office) statement: Option<Statement>,
}

/// Returns the templates, the shipped ones first, each in every language; own ones in those they are written in.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn list(desk: &Desk<'_>) -> Result<Vec<Listed>, Error> {
    desk.require(Right::See)?;
    let mut keys: Vec<Key> = Base::ALL.map(Key::from).into();
    for version in store::templates::all(desk.db())?.iter().rev() {
        if let Some(key) = Key::read(&version.key).filter(|key| !keys.contains(key)) {
            keys.push(key);
        }
    }
    let mut all = Vec::new();
    for key in keys {
        for lang in Lang::ALL {
            let Some(holds) = holding(desk, &key, lang)? else { continue };
            let missing = check_text(desk, key.base, lang, &holds.text)?.missing;
            all.push(Listed { key: key.clone(), name: holds.name, lang, written: holds.written, missing });
        }
    }
    Ok(all)
}

/// Returns a template with its versions.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`].
pub fn get(desk: &Desk<'_>, key: &Key, lang: Lang) -> Result<Template, Error> {
    desk.require(Right::See)?;
    let mut holds = holding(desk, key, lang)?.ok_or(Error::NoSuch("template"))?;
    let is_of = |version: &Version| version.key == key.to_string() && version.language == lang.code();
    holds.versions = store::templates::all(desk.db())?.into_iter().filter(is_of).collect();
    Ok(holds)
}

/// Returns what holds for a template in a language; none for an own one that is not written in it.
fn holding(desk: &Desk<'_>, key: &Key, lang: Lang) -> Result<Option<Template>, Error> {
    let own = store::templates::newest(desk.db(), &key.to_string(), lang.code())?.filter(|own| !own.withdrawn);
    let plain_name = || i18n::text(desk.lang(), &format!("template-name-{}", key.base.key()));
    let (name, text, written) = match (own, &key.own) {
        (Some(own), named) => {
            let name = if named.is_some() && !own.name.is_empty() { own.name } else { plain_name() };
            (name, own.text, Some((own.at, own.by)))
        }
        (None, Some(_)) => return Ok(None),
        (None, None) => (plain_name(), shipped(key.base, lang), None),
    };
    Ok(Some(Template { key: key.clone(), name, text, written, versions: Vec::new() }))
}

/// Returns what can be named in a template.
pub fn variables(base: Base) -> Vec<&'static str> {
    base.variables().collect()
}

/// Returns what is to be said of a text: whether it can be kept, and what the law asks for that it lacks.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn check(desk: &Desk<'_>, base: Base, lang: Lang, of: &Text) -> Result<Checked, Error> {
    desk.require(Right::See)?;
    check_text(desk, base, lang, of)
}

fn check_text(desk: &Desk<'_>, base: Base, lang: Lang, of: &Text) -> Result<Checked, Error> {
    // Of a text that cannot be read nobody can say what it lacks.
    let faulty = |fault| Checked { fault: Some(fault), ..Checked::default() };
    if of.subject.trim().is_empty() || of.body.trim().is_empty() {
        return Ok(faulty(Fault::Empty));
    }
    if text::is_longer(&of.subject, text::LONG_LINE) || text::is_longer(&of.body, LONGEST) {
        return Ok(faulty(Fault::TooLong));
    }
    match filling::unknown(base, of) {
        Err(fault) => return Ok(faulty(fault)),
        Ok(unknown) if !unknown.is_empty() => return Ok(faulty(Fault::Unknown(unknown))),
        Ok(_) => {}
    }
    // Both ways of every condition: nothing may come up first when it is sent.
    let sparse = values::sample(desk, lang, false, &Extra::default())?;
    if let Err(fault) = filling::fill(base, of, &sparse) {
        return Ok(faulty(fault));
    }
    let full = values::sample(desk, lang, true, &Extra::default())?;
    Ok(match filling::fill(base, of, &full) {
        Err(fault) => faulty(fault),
        Ok(filled) => {
            let missing = base.parts().iter().copied().filter(|part| !filled.parts.contains(part)).collect();
            Checked { fault: None, present: filled.parts, missing }
        }
    })
}

/// Keeps the office's own text of a template in a language, and answers what is to be said of it.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Template`] where it cannot be read, or names what nobody knows.
pub fn set(desk: &mut Desk<'_>, key: &Key, lang: Lang, name: &str, new: &Text) -> Result<Checked, Error> {
    desk.require(Right::Settings)?;
    let new = Text { subject: text::single_line(&new.subject), body: text::multi_line(&new.body) };
    let checked = check_text(desk, key.base, lang, &new)?;
    if let Some(fault) = checked.fault {
        return Err(Error::Template(fault));
    }
    keep(desk, key, lang, text::single_line(name), new, false)?;
    Ok(checked)
}

/// Makes another template of a kind, which begins as the shipped one in every language; answers its key.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Invalid`] for a name that is missing or too long.
pub fn create(desk: &mut Desk<'_>, base: Base, name: &str) -> Result<Key, Error> {
    desk.require(Right::Settings)?;
    let name = text::single_line(name);
    if name.is_empty() {
        return Err(Error::invalid(Field::Name, Reason::Missing));
    }
    if text::is_longer(&name, text::LINE) {
        return Err(Error::invalid(Field::Name, Reason::TooLong));
    }
    let known: Vec<String> = store::templates::all(desk.db())?.into_iter().map(|version| version.key).collect();
    let own = list::key_from(&name);
    let own = if own.is_empty() { base.key().to_owned() } else { own.chars().take(36).collect() };
    // One that was there before and is no more keeps its versions for itself.
    let keys = (1..).map(|number| if number == 1 { own.clone() } else { format!("{own}-{number}") });
    let mut keys = keys.map(|own| Key { base, own: Some(own) });
    let key = keys.find(|key| !known.contains(&key.to_string())).ok_or(Error::Failed)?;
    for lang in Lang::ALL {
        keep(desk, &key, lang, name.clone(), shipped(base, lang), false)?;
    }
    Ok(key)
}

/// Lets the shipped text hold again; an own template is there no more in that language.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`] where no own text holds.
pub fn reset(desk: &mut Desk<'_>, key: &Key, lang: Lang) -> Result<(), Error> {
    desk.require(Right::Settings)?;
    let holds = holding(desk, key, lang)?.filter(|holds| holds.written.is_some());
    let holds = holds.ok_or(Error::NoSuch("template"))?;
    keep(desk, key, lang, holds.name, Text::default(), true)
}

fn keep(desk: &mut Desk<'_>, key: &Key, lang: Lang, name: String, text: Text, withdrawn: bool) -> Result<(), Error> {
    let (key, language) = (key.to_string(), lang.code().to_owned());
    // The newest holds, also where the clock was set back.
    let last = store::templates::newest(desk.db(), &key, &language)?.map(|last| last.at);
    let at = last.map_or(desk.now(), |last| desk.after(last));
    let id = desk.db().new_id();
    let version = Version { id, key, name, language, text, withdrawn, at, by: desk.user().id };
    store::templates::insert(desk.db(), &version)?;
    desk.changes.settings = true;
    desk.note(Noted::TemplateChanged, Subject::Record(id), Vec::new())
}

/// Fills a template in for somebody, without the signature of mail. Part of a larger change, which has asked whether they
/// may be written to; where the office has no such own template in the language, the shipped one of the kind stands in.
///
/// # Errors
/// [`Error::NoPerson`]; [`Error::Template`]; or the database's.
pub(in crate::office) fn render(
    desk: &Desk<'_>,
    key: &Key,
    lang: Lang,
    id: person::Id,
    extra: &Extra,
) -> Result<Rendered, Error> {
    let text = match holding(desk, key, lang)? {
        Some(holds) => holds.text,
        None => shipped(key.base, lang),
    };
    rendered(key, lang, &text, &values::of(desk, lang, id, extra)?)
}

fn rendered(key: &Key, lang: Lang, text: &Text, values: &serde_json::Value) -> Result<Rendered, Error> {
    let filled = filling::fill(key.base, text, values).map_err(Error::Template)?;
    let html = html::of(lang.code(), &filled.subject, &filled.body);
    let mut missing: Vec<Part> = key.base.parts().iter().copied().filter(|part| !filled.parts.contains(part)).collect();
    // A text that names nobody as its sender says nothing of who it is from, however well it is written.
    let has_name =
        values.pointer("/office/name").and_then(serde_json::Value::as_str).is_some_and(|name| !name.is_empty());
    if !has_name && key.base.parts().contains(&Part::Who) && !missing.contains(&Part::Who) {
        missing.insert(0, Part::Who);
    }
    let (subject, body, statement) = (filled.subject, filled.body, Statement::among(values));
    Ok(Rendered { key: key.clone(), lang, subject, body, html, missing, statement })
}

impl Rendered {
    /// Returns the message as it leaves by mail: with the office's signature below it.
    ///
    /// # Errors
    /// The database's.
    pub(in crate::office) fn signed(mut self, desk: &Desk<'_>) -> Result<Self, Error> {
        self.body = signed(self.body, &signature(desk, self.lang)?);
        self.html = html::of(self.lang.code(), &self.subject, &self.body);
        Ok(self)
    }
}

/// Returns what stands below messages in a language; nothing where the office wrote nothing.
fn signature(desk: &Desk<'_>, lang: Lang) -> Result<String, Error> {
    let tongue = match lang {
        Lang::En => Tongue::En,
        Lang::Nb => Tongue::Nb,
        Lang::Sv => Tongue::Sv,
    };
    Ok(settings::plain(desk, Plain::MailSignature(tongue))?.trim().to_owned())
}

fn signed(body: String, signature: &str) -> String {
    if signature.is_empty() { body } else { format!("{body}\n\n{signature}") }
}

/// Shows how a template comes out, for somebody or for a person who is made up; `text` is what is being written.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoPerson`]; [`Error::NoSuch`]; [`Error::Template`];
/// [`Rule::Restricted`](crate::office::Rule::Restricted).
pub fn preview(
    desk: &Desk<'_>,
    key: &Key,
    lang: Lang,
    text: Option<&Text>,
    person: Option<person::Id>,
) -> Result<Rendered, Error> {
    desk.require(Right::See)?;
    let text = match text {
        Some(text) => text.clone(),
        None => holding(desk, key, lang)?.ok_or(Error::NoSuch("template"))?.text,
    };
    let values = match person {
        Some(id) => {
            desk.require_open(id)?;
            values::of(desk, lang, id, &Extra::default())?
        }
        None => values::sample(desk, lang, true, &Extra::default())?,
    };
    rendered(key, lang, &text, &values)?.signed(desk)
}

#[cfg(test)]
mod tests;
