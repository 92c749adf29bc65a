//! The control of a setting, as the shape of its value asks for it.

use iced::widget::{Row, column, row};
use iced::{Alignment, Length};

use super::super::words;
use super::{Message, Rows};
use crate::i18n;
use crate::model::basis::Basis;
use crate::model::list::{self, List};
use crate::model::user::Right;
use crate::office::lists;
use crate::office::settings::{Setting, Shape, Standing};
use crate::screen::Scene;
use crate::t;
use crate::theme::Element;
use crate::theme::measure::{LARGE, SMALL, TINY};
use crate::widget::checkbox::{checkbox, radio, switch};
use crate::widget::choice::choice;
use crate::widget::field::{text_area, text_field};
use crate::widget::{button, text};

/// How wide the field of a number is.
const NUMBER: f32 = 104.0;
/// How wide the field of a day is.
const DAY: f32 = 160.0;
/// How wide a field to choose from is.
const CHOICE: f32 = 320.0;

impl Rows {
    /// Shows the control of a setting; inert where the user may not change it.
    pub(super) fn control<'a>(&'a self, standing: &'a Standing, may: bool, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let (setting, value) = (&standing.setting, standing.value.as_str());
        match setting.shape() {
            Shape::Line | Shape::Web | Shape::SafeWeb | Shape::Email | Shape::Folder => {
                self.line(setting, value.to_owned(), Length::Fill, may, scene)
            }
            Shape::Secret => self.secret(setting, value, may, scene),
            Shape::Number(..) | Shape::NumberOrNone(..) => {
                self.line(setting, value.to_owned(), Length::Fixed(NUMBER), may, scene)
            }
            Shape::Day => {
                let shown = if value.is_empty() { String::new() } else { words::day(value, lang) };
                self.line(setting, shown, Length::Fixed(DAY), may, scene)
            }
            Shape::Lines => self.lines(setting, value, may, scene),
            Shape::YesNo => {
                let is_on = value == "yes";
                let put = |on: bool| put(setting, if on { "yes" } else { "no" });
                switch(words::yes_no(is_on, lang), is_on).id(id(setting)).on_toggle_if(may, put).into()
            }
            Shape::Choice(choices) => {
                let each = choices.iter().map(|word| {
                    let sign = radio(words::choice(word, lang), *word == value);
                    if may { sign.on_select(put(setting, word)) } else { sign }.into()
                });
                Row::with_children(each).spacing(LARGE).wrap().into()
            }
            Shape::Country => {
                let countries = i18n::countries(lang).into_iter().map(|(code, name)| (code.to_owned(), name));
                pick(setting, countries.collect(), value, may, Some(t!(lang, "settings-nothing")))
            }
            Shape::Key(list) => pick(setting, items(list, value, scene), value, may, None),
            // The first one is the usual one.
            Shape::Keys(List::Language) => ranked(setting, items(List::Language, value, scene), value, may),
            Shape::Keys(list) => several(setting, items(list, value, scene), value, may),
            Shape::Rights => {
                let rights = Right::ALL.map(|right| (right.key().to_owned(), words::right_name(right, lang)));
                several(setting, rights.into(), value, may)
            }
            Shape::Default => default(setting, value, may, scene),
        }
    }

    /// One line: Enter saves it, or the button that appears once it is another.
    fn line<'a>(
        &'a self,
        setting: &'a Setting,
        shown: String,
        width: Length,
        may: bool,
        scene: &'a Scene,
    ) -> Element<'a, Message> {
        let draft = self.drafts.get(setting);
        let text = draft.and_then(|draft| draft.text.clone());
        let is_dirty = text.as_ref().is_some_and(|text| *text != shown);
        let mut field = text_field("", text.unwrap_or(shown))
            .id(id(setting))
            .invalid(draft.is_some_and(|draft| draft.error.is_some()))
            .width(width);
        if may {
            let typed = setting.clone();
            field = field
                .on_input(move |text| Message::Typed(typed.clone(), text))
                .on_submit(Message::Save(setting.clone()));
        }
        row![Element::from(field)].push(save(setting, is_dirty, scene)).spacing(SMALL).align_y(Alignment::Center).into()
    }

    /// A secret: what is kept is only told to be there, and what is typed takes its place.
    fn secret<'a>(&'a self, setting: &'a Setting, kept: &'a str, may: bool, scene: &'a Scene) -> Element<'a, Message> {
        let draft = self.drafts.get(setting);
        let text = draft.and_then(|draft| draft.text.clone());
        let is_dirty = text.is_some();
        let mut field = text_field(kept, text.unwrap_or_default())
            .id(id(setting))
            .secure(true)
            .invalid(draft.is_some_and(|draft| draft.error.is_some()))
            .width(Length::Fill);
        if may {
            let typed = setting.clone();
            field = field
                .on_input(move |text| Message::Typed(typed.clone(), text))
                .on_submit(Message::Save(setting.clone()));
        }
        row![Element::from(field)].push(save(setting, is_dirty, scene)).spacing(SMALL).align_y(Alignment::Center).into()
    }

    /// Some lines, saved by the button that appears once they are others.
    fn lines<'a>(&'a self, setting: &'a Setting, value: &'a str, may: bool, scene: &'a Scene) -> Element<'a, Message> {
        let Some(draft) = self.drafts.get(setting) else { return text::body(value).into() };
        let Some(lines) = &draft.lines else { return text::body(value).into() };
        let mut area = text_area(lines, "").id(id(setting)).invalid(draft.error.is_some());
        if may {
            let edited = setting.clone();
            area = area.on_action(move |action| Message::Edited(edited.clone(), action));
        }
        let save = save(setting, self.is_dirty(setting), scene).map(|save| row![save]);
        column![Element::from(area)].push(save).spacing(SMALL).into()
    }
}

/// Returns the identity of a setting's control, for the focus.
pub fn id(setting: &Setting) -> String {
    format!("setting-{}", setting.key())
}

fn put(setting: &Setting, value: &str) -> Message {
    Message::Put(setting.clone(), value.to_owned())
}

fn save<'a>(setting: &Setting, is_dirty: bool, scene: &Scene) -> Option<Element<'a, Message>> {
    let save = || button::main(t!(scene.lang, "save")).on_press(Message::Save(setting.clone()));
    is_dirty.then(|| save().into())
}

/// Returns the items that can be chosen, and the one that is chosen although it no longer can be.
fn items(list: List, chosen: &str, scene: &Scene) -> Vec<(String, String)> {
    // What ends a legal basis is none that could be expected.
    let ends =
        |item: &list::Item| Basis::from_item(item.id).is_some_and(|basis| basis.is_refusal() || basis == Basis::Void);
    let is_shown = |item: &&list::Item| (item.active && !ends(item)) || chosen.split(' ').any(|key| key == item.key);
    let named = |item: &list::Item| (item.key.clone(), lists::name(item, scene.lang).to_owned());
    scene.lists.all_of(list).filter(is_shown).map(named).collect()
}

fn pick<'a>(
    setting: &'a Setting,
    entries: Vec<(String, String)>,
    value: &str,
    may: bool,
    none: Option<String>,
) -> Element<'a, Message> {
    let chosen = (!value.is_empty()).then(|| value.to_owned());
    let mut field = choice(entries, chosen).id(id(setting)).width(CHOICE);
    if let Some(none) = none {
        field = field.none(none);
    }
    if may {
        field = field.on_choose(|key: Option<String>| put(setting, &key.unwrap_or_default()));
    }
    field.into()
}

/// Check boxes; what is checked is stored in the order of the boxes.
fn several<'a>(setting: &Setting, entries: Vec<(String, String)>, value: &str, may: bool) -> Element<'a, Message> {
    let chosen: Vec<&str> = value.split(' ').filter(|key| !key.is_empty()).collect();
    let with = |key: &str, on: bool| {
        let is_in = |known: &str| if known == key { on } else { chosen.contains(&known) };
        let keys: Vec<&str> = entries.iter().map(|(key, _)| key.as_str()).filter(|known| is_in(known)).collect();
        put(setting, &keys.join(" "))
    };
    let boxes = entries.iter().map(|(key, name)| {
        let is_on = chosen.contains(&key.as_str());
        checkbox(name.clone(), is_on).on_toggle_if(may, |on| with(key, on)).into()
    });
    Row::with_children(boxes).spacing(LARGE).wrap().vertical_spacing(TINY).into()
}

/// Check boxes; what is checked is stored in the order in which it was, and numbered.
fn ranked<'a>(setting: &Setting, entries: Vec<(String, String)>, value: &str, may: bool) -> Element<'a, Message> {
    let chosen: Vec<&str> = value.split(' ').filter(|key| !key.is_empty()).collect();
    let boxes = entries.iter().map(|(key, name)| {
        let place = chosen.iter().position(|known| known == key);
        let label = place.map_or_else(|| name.clone(), |place| format!("{}. {name}", place + 1));
        let with = |on: bool| {
            let mut keys = chosen.clone();
            keys.retain(|known| known != key);
            keys.extend(on.then_some(key.as_str()));
            put(setting, &keys.join(" "))
        };
        checkbox(label, place.is_some()).on_toggle_if(may, with).into()
    });
    Row::with_children(boxes).spacing(LARGE).wrap().vertical_spacing(TINY).into()
}

/// A legal basis, or "ask"; and once there is one, the source that is entered with it.
fn default<'a>(setting: &'a Setting, value: &str, may: bool, scene: &'a Scene) -> Element<'a, Message> {
    let own = match setting {
        Setting::Default { source, .. } => source.clone(),
        Setting::Plain(_) | Setting::Item { .. } | Setting::Field { .. } | Setting::Role { .. } => String::new(),
    };
    let (basis, source) = value.split_once(',').map_or((None, own), |(basis, source)| (Some(basis), source.to_owned()));
    let bases = items(List::Basis, basis.unwrap_or_default(), scene);
    let entered = source.clone();
    let mut first = choice(bases, basis.map(str::to_owned)).id(id(setting)).none(t!(scene.lang, "settings-ask"));
    first = first.placeholder(t!(scene.lang, "settings-ask")).width(Length::Fill);
    if may {
        first = first.on_choose(move |basis| match basis {
            Some(basis) => put(setting, &format!("{basis},{entered}")),
            None => put(setting, "ask"),
        });
    }
    let second = basis.map(|basis| {
        let (basis, sources) = (basis.to_owned(), items(List::Source, &source, scene));
        let mut second = choice(sources, Some(source)).width(Length::Fill);
        if may {
            second = second.on_choose(move |source| put(setting, &format!("{basis},{}", source.unwrap_or_default())));
        }
        Element::from(second)
    });
    column![Element::from(first)].push(second).spacing(TINY).into()
}
