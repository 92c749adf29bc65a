//! Names of what the program ships: list items and countries.

use std::sync::LazyLock;

use i18n_embed::LanguageLoader;

use super::{Lang, SortKeys, loader, text, text_if_known};

/// The keys of all names, without reading the texts anew each time.
static KEYS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let english = loader(Lang::En);
    english.with_message_iter(english.fallback_language(), |messages| {
        messages
            .map(|message| message.id.name)
            .filter(|key| key.starts_with("item-") || key.starts_with("country-"))
            .map(str::to_owned)
            .collect()
    })
});

/// Other names of countries that stand in address books: lower case, and the code.
const OTHER_COUNTRY_NAMES: [(&str, &str); 22] = [
    ("america", "US"),
    ("belgien", "BE"),
    ("czech republic", "CZ"),
    ("deutschland", "DE"),
    ("eesti", "EE"),
    ("england", "GB"),
    ("españa", "ES"),
    ("great britain", "GB"),
    ("holland", "NL"),
    ("ísland", "IS"),
    ("italia", "IT"),
    ("noreg", "NO"),
    ("österreich", "AT"),
    ("polska", "PL"),
    ("schweiz", "CH"),
    ("scotland", "GB"),
    ("suomi", "FI"),
    ("turkey", "TR"),
    ("u.k.", "GB"),
    ("u.s.a.", "US"),
    ("uk", "GB"),
    ("united states of america", "US"),
];

/// Returns the name of a shipped list item; `None` for the office's own, whose names are data.
pub fn item_name(lang: Lang, list: &str, key: &str) -> Option<String> {
    text_if_known(lang, &format!("item-{list}-{key}"))
}

/// Returns the key of the shipped list item with this key, or with this name in any language
/// (capital and small letters are the same).
pub fn item_key(list: &str, typed: &str) -> Option<&'static str> {
    key_of(&format!("item-{list}-"), typed)
}

/// Returns the keys of a list's shipped items, in the order in which they are offered.
pub fn item_keys(list: &str) -> Vec<&'static str> {
    let prefix = format!("item-{list}-");
    keys_after(&prefix).collect()
}

/// Returns the name of a country by its code (ISO 3166-1 alpha-2); an unknown code as it is.
pub fn country_name(lang: Lang, code: &str) -> String {
    text_if_known(lang, &format!("country-{code}")).unwrap_or_else(|| code.to_owned())
}

/// Returns the code of the country with this code, or with this name in any language.
pub fn country_code(typed: &str) -> Option<&'static str> {
    key_of("country-", typed).or_else(|| {
        let typed = typed.trim().to_lowercase();
        OTHER_COUNTRY_NAMES.into_iter().find(|(name, _)| *name == typed).map(|(_, code)| code)
    })
}

/// Returns codes and names of the countries the program knows, sorted by name.
pub fn countries(lang: Lang) -> Vec<(&'static str, String)> {
    let sort_keys = SortKeys::new(lang);
    let mut countries: Vec<_> = keys_after("country-").map(|code| (code, country_name(lang, code))).collect();
    countries.sort_by_cached_key(|(_, name)| sort_keys.key(name));
    countries
}

fn keys_after(prefix: &str) -> impl Iterator<Item = &'static str> {
    KEYS.iter().filter_map(move |key| key.strip_prefix(prefix))
}

fn key_of(prefix: &str, typed: &str) -> Option<&'static str> {
    let typed = typed.trim().to_lowercase();
    let named =
        |key: &&str| Lang::ALL.into_iter().any(|lang| text(lang, &format!("{prefix}{key}")).to_lowercase() == typed);
    keys_after(prefix).find(|key| key.to_lowercase() == typed).or_else(|| keys_after(prefix).find(named))
}
