//! One template, filled in for many: each text is read once.

use super::filling::Filler;
use super::values::{self, Extra, Needs, Shared};
use super::{Statement, check_text, holding, shipped, signature, signed};
use crate::i18n::Lang;
use crate::model::person;
use crate::model::template::{Key, Part, Text};
use crate::office::{Desk, Error};

/// A template in every language it is needed in.
pub(in crate::office) struct Writer {
    texts: Vec<Written>,
}

/// What stands for a template in a language.
struct Written {
    /// For whom.
    wanted: Lang,
    /// In which language it is.
    lang: Lang,
    filler: Filler,
    missing: Vec<Part>,
    signature: String,
    /// What it names of each person, and what is the same for all of them.
    needs: Needs,
    shared: Shared,
}

/// A message, filled in.
pub(in crate::office) struct Words {
    /// The language it is in.
    pub lang: Lang,
    /// What it is about.
    pub subject: String,
    /// What it says, with the office's signature.
    pub body: String,
    /// Where the privacy statement is.
    pub statement: Option<Statement>,
}

impl Writer {
    /// Reads a template. Where the office wrote an own one not in every language, the office's own language stands in,
    /// and then any.
    ///
    /// # Errors
    /// [`Error::NoSuch`]; [`Error::Template`]; or the database's.
    pub fn new(desk: &Desk<'_>, key: &Key) -> Result<Self, Error> {
        let office = desk.office_lang()?;
        let mut texts = Vec::new();
        for wanted in Lang::ALL {
            let (lang, text) = text_for(desk, key, [wanted, office].into_iter().chain(Lang::ALL))?;
            let filler = Filler::new(key.base, &text).map_err(Error::Template)?;
            let missing = check_text(desk, key.base, lang, &text)?.missing;
            let (needs, shared) = (Needs::of(|name| filler.names(name)), Shared::read(desk, lang)?);
            texts.push(Written { wanted, lang, filler, missing, signature: signature(desk, lang)?, needs, shared });
        }
        Ok(Self { texts })
    }

    /// Writes to somebody in their language, or to a person who is made up.
    ///
    /// # Errors
    /// [`Error::NoPerson`]; [`Error::Template`]; or the database's.
    pub fn write(&self, desk: &Desk<'_>, to: Option<person::Id>, lang: Lang, extra: &Extra) -> Result<Words, Error> {
        let text = self.text(lang)?;
        let values = match to {
            Some(id) => values::needed(desk, text.lang, id, extra, &text.shared, text.needs)?,
            None => values::sample(desk, text.lang, true, extra)?,
        };
        let (subject, body) = text.filler.words(&values).map_err(Error::Template)?;
        let statement = Statement::among(&values);
        Ok(Words { lang: text.lang, subject, body: signed(body, &text.signature), statement })
    }

    /// Returns the language of the text that stands for one.
    ///
    /// # Errors
    /// [`Error::NoSuch`].
    pub fn lang(&self, wanted: Lang) -> Result<Lang, Error> {
        Ok(self.text(wanted)?.lang)
    }

    /// Returns the parts that the law asks for and the text in a language lacks.
    ///
    /// # Errors
    /// [`Error::NoSuch`].
    pub fn missing(&self, lang: Lang) -> Result<&[Part], Error> {
        Ok(&self.text(lang)?.missing)
    }

    /// Returns whether the text in any language names something.
    pub fn names(&self, name: &str) -> bool {
        self.texts.iter().any(|text| text.filler.names(name))
    }

    fn text(&self, lang: Lang) -> Result<&Written, Error> {
        self.texts.iter().find(|text| text.wanted == lang).ok_or(Error::NoSuch("template"))
    }
}

fn text_for(desk: &Desk<'_>, key: &Key, langs: impl Iterator<Item = Lang>) -> Result<(Lang, Text), Error> {
    for lang in langs {
        if let Some(holds) = holding(desk, key, lang)? {
            return Ok((lang, holds.text));
        }
        if key.own.is_none() {
            return Ok((lang, shipped(key.base, lang)));
        }
    }
    Err(Error::NoSuch("template"))
}
