//! Settings and their values in the user's words.

use crate::i18n::{self, Lang};
use crate::model::list::List;
use crate::model::user::{Right, Role};
use crate::office::lists;
use crate::office::settings::{self, ItemPart, Plain, RolePart, Setting, Shape, Tongue};
use crate::screen::Scene;
use crate::t;

/// Returns what a setting is called: for the texts of an item, with the language they are in.
pub fn name(setting: &Setting, lang: Lang) -> String {
    let name = i18n::text(lang, &format!("setting-{}", setting.words()));
    match tongue(setting) {
        Some(tongue) => t!(lang, "settings-in-language", name = name, language = own_name(tongue)),
        None => name,
    }
}

/// Returns the sentence that says what a setting changes, and the one that says that it has no effect yet.
pub fn says(setting: &Setting, lang: Lang) -> String {
    let says = i18n::text(lang, &format!("setting-{}-says", setting.words()));
    settings::later(setting, lang).map_or_else(|| says.clone(), |later| format!("{says} {later}"))
}

/// Returns what a setting is called with what it belongs to: "Purposes · E-marketing · Months to keep".
pub fn whole(setting: &Setting, scene: &Scene) -> String {
    let lang = scene.lang;
    let parts = match setting {
        Setting::Plain(_) => vec![name(setting, lang)],
        Setting::Item { list, item, part: ItemPart::Present } => {
            vec![list_name(*list, lang), item_name(*list, item, scene)]
        }
        Setting::Item { list, item, .. } => {
            vec![list_name(*list, lang), item_name(*list, item, scene), name(setting, lang)]
        }
        Setting::Default { source, purpose } => {
            vec![name(setting, lang), item_name(List::Source, source, scene), item_name(List::Purpose, purpose, scene)]
        }
        Setting::Field { field, .. } => vec![scene.field(field), name(setting, lang)],
        Setting::Role { role, part: RolePart::Field(field) } => {
            vec![role_name(role, lang), name(setting, lang), scene.field(field)]
        }
        Setting::Role { role, .. } => vec![role_name(role, lang), name(setting, lang)],
    };
    parts.join(" · ")
}

/// Returns a value as the user reads it; nothing is said as such.
pub fn value(setting: &Setting, value: &str, scene: &Scene) -> String {
    let lang = scene.lang;
    if value.is_empty() {
        return t!(lang, "settings-nothing");
    }
    let each = |word: &dyn Fn(&str) -> String| value.split(' ').map(word).collect::<Vec<_>>().join(", ");
    match setting.shape() {
        Shape::Line
        | Shape::Web
        | Shape::SafeWeb
        | Shape::Email
        | Shape::Secret
        | Shape::Folder
        | Shape::Number(..)
        | Shape::NumberOrNone(..) => value.to_owned(),
        Shape::Lines => value.lines().collect::<Vec<_>>().join(" / "),
        Shape::YesNo => yes_no(value == "yes", lang),
        Shape::Choice(_) => choice(value, lang),
        Shape::Day => day(value, lang),
        Shape::Country => i18n::country_name(lang, value),
        Shape::Key(list) => item_name(list, value, scene),
        Shape::Keys(list) => each(&|key| item_name(list, key, scene)),
        Shape::Rights => {
            each(&|key| Right::from_key(key).map_or_else(|| key.to_owned(), |right| right_name(right, lang)))
        }
        Shape::Default => match value.split_once(',') {
            Some((basis, source)) => {
                format!("{} · {}", item_name(List::Basis, basis, scene), item_name(List::Source, source, scene))
            }
            None => t!(lang, "settings-ask"),
        },
    }
}

/// Returns "Yes" or "No".
pub fn yes_no(is_so: bool, lang: Lang) -> String {
    if is_so { t!(lang, "yes") } else { t!(lang, "no") }
}

/// Returns one of some words that can be chosen.
pub fn choice(word: &str, lang: Lang) -> String {
    i18n::text(lang, &format!("setting-choice-{word}"))
}

/// Returns a stored day as the user reads it.
pub fn day(stored: &str, lang: Lang) -> String {
    stored.parse().map_or_else(|_| stored.to_owned(), |day| i18n::date(lang, day))
}

/// Returns what a right is called.
pub fn right_name(right: Right, lang: Lang) -> String {
    i18n::text(lang, &format!("right-{}", right.key()))
}

/// Returns what a list is called.
pub fn list_name(list: List, lang: Lang) -> String {
    i18n::text(lang, &format!("settings-list-{}", list.key()))
}

/// Returns what an item is called; its key where it is gone or still to come.
pub fn item_name(list: List, key: &str, scene: &Scene) -> String {
    let known = scene.lists.by_key(list, key);
    known.map_or_else(|| key.to_owned(), |item| lists::name(item, scene.lang).to_owned())
}

/// Returns what a language is called in itself.
pub fn own_name(tongue: Tongue) -> String {
    let lang = Lang::ALL.into_iter().find(|lang| lang.code() == tongue.code());
    lang.map_or_else(String::new, |lang| lang.own_name().to_owned())
}

/// Returns the language that texts are written in where somebody reads `lang`.
pub fn tongue_of(lang: Lang) -> Tongue {
    Tongue::ALL.into_iter().find(|tongue| tongue.code() == lang.code()).unwrap_or(Tongue::En)
}

fn role_name(role: &str, lang: Lang) -> String {
    Role::from_key(role).map_or_else(|| role.to_owned(), |role| i18n::text(lang, &format!("role-{}", role.key())))
}

fn tongue(setting: &Setting) -> Option<Tongue> {
    match setting {
        Setting::Item { part, .. } => part.tongue(),
        Setting::Role { part: RolePart::Name(tongue), .. } | Setting::Plain(Plain::MailSignature(tongue)) => {
            Some(*tongue)
        }
        Setting::Plain(_) | Setting::Default { .. } | Setting::Field { .. } | Setting::Role { .. } => None,
    }
}
