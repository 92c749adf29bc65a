//! Words that name items of lists: a key, or a name in any of the three languages.

use super::failure::Failure;
use crate::i18n::Lang;
use crate::model::basis::Named;
use crate::model::field::Field;
use crate::model::list::{self, List};
use crate::model::wording;
use crate::office::lists::Lists;

/// Returns the purpose that a word names.
pub fn purpose(lists: &Lists, word: &str, lang: Lang) -> Result<list::Id, Failure> {
    item(lists, List::Purpose, &Field::Purpose, word, lang)
}

/// Returns the source that a word names.
pub fn source(lists: &Lists, word: &str, lang: Lang) -> Result<list::Id, Failure> {
    item(lists, List::Source, &Field::Source, word, lang)
}

/// Returns the language that a word names.
pub fn language(lists: &Lists, word: &str, lang: Lang) -> Result<list::Id, Failure> {
    item(lists, List::Language, &Field::Language, word, lang)
}

/// Returns the kind of activity that a word names.
pub fn activity(lists: &Lists, word: &str, lang: Lang) -> Result<list::Id, Failure> {
    item(lists, List::Activity, &Field::Activity, word, lang)
}

/// Returns the type of mailings that a word names, also one that is switched off: it can still be refused.
pub fn subscription(lists: &Lists, word: &str, lang: Lang) -> Result<list::Id, Failure> {
    let unknown = || unknown(lists, List::Subscription, &Field::Subscriptions, word, lang);
    lists.find(List::Subscription, word).ok_or_else(unknown)
}

/// Returns the legal basis that a word names.
pub fn basis(lists: &Lists, word: &str, lang: Lang) -> Result<Named, Failure> {
    let id = item(lists, List::Basis, &Field::LegalBasis, word, lang)?;
    lists.basis(id).ok_or_else(|| unknown(lists, List::Basis, &Field::LegalBasis, word, lang))
}

/// Returns the wording that an identity names, where one is given.
pub fn wording(word: Option<&str>, lang: Lang) -> Result<Option<wording::Id>, Failure> {
    word.map(str::parse::<wording::Id>).transpose().map_err(|_| Failure::not_found(lang))
}

fn item(lists: &Lists, list: List, field: &Field, word: &str, lang: Lang) -> Result<list::Id, Failure> {
    let known = lists.find(list, word).filter(|id| lists.is_active(*id));
    known.ok_or_else(|| unknown(lists, list, field, word, lang))
}

fn unknown(lists: &Lists, list: List, field: &Field, word: &str, lang: Lang) -> Failure {
    let known: Vec<&str> = lists.of(list).map(|item| item.key.as_str()).collect();
    Failure::unknown_word(lang, field, word, &known)
}
