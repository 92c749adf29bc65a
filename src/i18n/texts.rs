//! The texts: one loader for each language.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use fluent_bundle::FluentValue;
use i18n_embed::fluent::FluentLanguageLoader;
use i18n_embed::{I18nAssets, LanguageLoader};
use unic_langid::LanguageIdentifier;

use super::{Lang, number};

/// Returns a text in a language. Key and arguments are checked at compile time.
///
/// ```
/// use kartotek::{i18n::Lang, t};
///
/// assert_eq!(t!(Lang::Nb, "cancel"), "Avbryt");
/// assert_eq!(t!(Lang::Sv, "list-count", count = 2000), "2\u{202f}000 personer");
/// ```
///
/// Whole numbers are shown with thousands separators; a number that is a name (a year, a version)
/// is given as text. An argument that is a calculation needs parentheses: `count = (a + b)`.
#[macro_export]
macro_rules! t {
    ($lang:expr, $($key_and_arguments:tt)+) => {
        ::i18n_embed_fl::fl!($crate::i18n::loader($lang), $($key_and_arguments)+)
    };
}

/// The texts, compiled in. Naming the files here has them compiled, and so checked, anew when
/// they change.
struct Assets;

impl Assets {
    const FILES: [(&'static str, &'static str); 3] = [
        ("en/kartotek.ftl", include_str!("../../assets/i18n/en/kartotek.ftl")),
        ("nb/kartotek.ftl", include_str!("../../assets/i18n/nb/kartotek.ftl")),
        ("sv/kartotek.ftl", include_str!("../../assets/i18n/sv/kartotek.ftl")),
    ];
}

impl I18nAssets for Assets {
    fn get_files(&self, path: &str) -> Vec<Cow<'_, [u8]>> {
        Self::FILES.iter().filter(|(name, _)| *name == path).map(|(_, text)| Cow::Borrowed(text.as_bytes())).collect()
    }

    fn filenames_iter(&self) -> Box<dyn Iterator<Item = String> + '_> {
        Box::new(Self::FILES.iter().map(|(name, _)| (*name).to_owned()))
    }
}

static EN: LazyLock<FluentLanguageLoader> = LazyLock::new(|| load(Lang::En));
static NB: LazyLock<FluentLanguageLoader> = LazyLock::new(|| load(Lang::Nb));
static SV: LazyLock<FluentLanguageLoader> = LazyLock::new(|| load(Lang::Sv));

/// Returns the texts of a language; [`t!`](crate::t) asks for them.
pub fn loader(lang: Lang) -> &'static FluentLanguageLoader {
    match lang {
        Lang::En => &EN,
        Lang::Nb => &NB,
        Lang::Sv => &SV,
    }
}

fn load(lang: Lang) -> FluentLanguageLoader {
    let loader = FluentLanguageLoader::new("kartotek", identifier(Lang::En));
    if let Err(error) = loader.load_languages(&Assets, &[identifier(lang)]) {
        tracing::error!(%lang, %error, "texts could not be loaded");
    }
    // All three languages run from left to right: isolating marks would only show up in copies.
    loader.set_use_isolating(false);
    loader.with_bundles_mut(|bundle| {
        bundle.set_formatter(Some(match lang {
            Lang::En => |value, _| whole_number(Lang::En, value),
            Lang::Nb => |value, _| whole_number(Lang::Nb, value),
            Lang::Sv => |value, _| whole_number(Lang::Sv, value),
        }));
    });
    loader
}

fn identifier(lang: Lang) -> LanguageIdentifier {
    lang.code().parse().unwrap_or_default()
}

/// Writes whole numbers as the language does; everything else is left to Fluent.
fn whole_number(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    if let FluentValue::Number(found) = value
        && found.value.fract() == 0.0
        && found.value.abs() < 9e15
    {
        Some(number(lang, found.value as i64))
    } else {
        None
    }
}

/// An argument of a text whose key is known only at run time.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// A text, put in as it is.
    Text(String),
    /// A whole number, which can choose between singular and plural.
    Number(i64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

/// Returns the text of a key that was put together at run time; the key itself when there is none.
pub fn text(lang: Lang, key: &str) -> String {
    text_if_known(lang, key).unwrap_or_else(|| key.to_owned())
}

/// Returns the text of a key, if there is one: names of list items are texts for the items
/// shipped with the program and data for the office's own.
pub fn text_if_known(lang: Lang, key: &str) -> Option<String> {
    let loader = loader(lang);
    loader.has(key).then(|| loader.get(key))
}

/// Returns the text of a key with its arguments filled in; the key itself when there is none.
pub fn text_with(lang: Lang, key: &str, arguments: &[(&str, Arg)]) -> String {
    let loader = loader(lang);
    if !loader.has(key) {
        return key.to_owned();
    }
    let values: HashMap<&str, FluentValue<'_>> = arguments
        .iter()
        .map(|(name, value)| {
            let value = match value {
                Arg::Text(text) => FluentValue::from(text.as_str()),
                Arg::Number(number) => FluentValue::from(*number),
            };
            (*name, value)
        })
        .collect();
    loader.get_args_concrete(key, values)
}
