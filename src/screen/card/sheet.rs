//! A card as it is drawn, as far as every card is drawn alike.

use std::marker::PhantomData;

use iced::Alignment;
use iced::Length;
use iced::widget::row;

use super::rows::{labelled, muted};
use super::{Place, RowEdit, Wrong};
use crate::i18n;
use crate::model::contact::Origin;
use crate::model::field::Field;
use crate::model::list::{self, List};
use crate::model::user;
use crate::office::field_policy::Policy;
use crate::office::lists;
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::{BODY, CAPTION, CONTROL, SMALL, TINY};
use crate::theme::{Element, Icon, style};
use crate::widget::button;
use crate::widget::choice::choice;
use crate::widget::field::text_field;
use crate::widget::line::line;
use crate::widget::tab_stop::TabStop;

/// What every card is told by its rows.
pub trait Told: Clone + 'static {
    /// The rows of values change.
    fn rows(edit: RowEdit) -> Self;
    /// The keyboard entered a field of one line.
    fn entered(place: Place) -> Self;
    /// The keyboard left a field.
    fn left(place: Place) -> Self;
    /// What was typed is to be saved.
    fn save() -> Self;
    /// A text is to be copied.
    fn copy(words: String) -> Self;
    /// A link is to be opened.
    fn outside(address: String) -> Self;
}

/// A card as it is drawn.
pub struct Sheet<'a, M> {
    scene: &'a Scene,
    wrong: &'a Wrong,
    countries: &'a [(String, String)],
    message: PhantomData<M>,
}

/// A value to read.
pub struct Value<'a, M> {
    words: String,
    outside: Option<String>,
    caption: String,
    is_copied: bool,
    /// Something else to do with it, behind it.
    extra: Option<Element<'a, M>>,
    press: Option<M>,
    scene: &'a Scene,
}

impl<'a, M: Told> Sheet<'a, M> {
    /// Returns the sheet of a card with what is wrong on it and the countries by name.
    pub fn new(scene: &'a Scene, wrong: &'a Wrong, countries: &'a [(String, String)]) -> Self {
        Self { scene, wrong, countries, message: PhantomData }
    }

    /// Returns what the sheet sees.
    pub fn scene(&self) -> &'a Scene {
        self.scene
    }

    /// Returns what is wrong with a place, in words.
    pub fn wrong(&self, place: &Place) -> Option<String> {
        let reason = self.wrong.get(place)?;
        Some(i18n::text(self.scene.lang, &format!("invalid-{}", reason.key())))
    }

    /// Returns the name of a list's item.
    pub fn item(&self, id: Option<list::Id>) -> &'a str {
        id.map_or("", |id| self.scene.lists.name(id, self.scene.lang))
    }

    /// Returns a country's name; an empty code has none.
    pub fn country(&self, code: &str) -> String {
        if code.is_empty() { String::new() } else { i18n::country_name(self.scene.lang, code) }
    }

    /// Returns a field that chooses one of us, with the id of its control.
    pub fn our_contact(
        &self,
        chosen: Option<user::Id>,
        id: &'static str,
        change: impl Fn(Option<user::Id>) -> M + 'a,
    ) -> Element<'a, M> {
        let lang = self.scene.lang;
        let users = self
            .scene
            .users
            .iter()
            .filter(|user| user.removed_at.is_none())
            .map(|user| (user.id, self.scene.user(user.id)));
        choice(users, chosen)
            .none(t!(lang, "not-stated"))
            .placeholder(t!(lang, "not-stated"))
            .nothing(t!(lang, "choice-nothing"))
            .id(id)
            .on_choose(change)
            .into()
    }

    /// Returns a value to read; an empty one shows as a dash.
    pub fn value(&self, words: impl Into<String>) -> Value<'a, M> {
        Value {
            words: words.into(),
            outside: None,
            caption: String::new(),
            is_copied: false,
            extra: None,
            press: None,
            scene: self.scene,
        }
    }

    /// Returns where a field is kept that can only be read here, in words. `fields` is what the user may do with them.
    pub fn kept_in(&self, fields: &Policy, field: &Field) -> Option<String> {
        let place = fields.kept_in(field)?;
        Some(t!(self.scene.lang, "card-kept-in", place = place))
    }

    /// Returns the row of a value to read; nothing where the user does not see the field.
    pub fn told(&self, fields: &Policy, field: &Field, value: Value<'a, M>) -> Option<Element<'a, M>> {
        self.told_as(self.scene.field(field), fields, field, value)
    }

    /// As [`Sheet::told`], under another label.
    pub fn told_as(
        &self,
        label: String,
        fields: &Policy,
        field: &Field,
        value: Value<'a, M>,
    ) -> Option<Element<'a, M>> {
        if !fields.is_shown(field) {
            return None;
        }
        let value = match self.kept_in(fields, field) {
            Some(place) => value.caption(place),
            None => value,
        };
        Some(value.row(label))
    }

    /// Returns what a value is for, and when and from where it came.
    pub fn origin(&self, label: Option<list::Id>, origin: Option<&Origin>) -> String {
        let label = self.item(label).to_owned();
        let Some(origin) = origin else { return label };
        let lang = self.scene.lang;
        let source = self.scene.lists.name(origin.source, lang);
        let date = self.scene.day(origin.at);
        let from = t!(lang, "card-origin", source = source, date = date);
        if label.is_empty() { from } else { format!("{label} {} {from}", t!(lang, "separator-dot")) }
    }

    /// Returns a field of one line.
    pub fn input(
        &self,
        place: Place,
        typed: &str,
        placeholder: &str,
        change: impl Fn(String) -> M + 'a,
    ) -> Element<'a, M> {
        text_field(placeholder, typed)
            .id(place.id())
            .invalid(self.wrong.contains_key(&place))
            .on_input(change)
            .on_focus(M::entered(place.clone()))
            .on_blur(M::left(place))
            .on_submit(M::save())
            .into()
    }

    /// Returns a field that chooses from a list; an item no longer offered stays while it is chosen.
    pub fn items(
        &self,
        list: List,
        chosen: Option<list::Id>,
        place: Place,
        change: impl Fn(Option<list::Id>) -> M + 'a,
    ) -> Element<'a, M> {
        let (lists, lang) = (&self.scene.lists, self.scene.lang);
        let name = |item: &list::Item| (item.id, lists::name(item, lang).to_owned());
        let mut options: Vec<_> = lists.of(list).map(name).collect();
        if let Some(old) = chosen.and_then(|id| lists.get(id)).filter(|item| !item.active) {
            options.push(name(old));
        }
        choice(options, chosen)
            .none(t!(lang, "not-stated"))
            .placeholder(t!(lang, "not-stated"))
            .nothing(t!(lang, "choice-nothing"))
            .invalid(self.wrong.contains_key(&place))
            .id(place.id())
            .on_choose(change)
            .into()
    }

    /// Returns a field that chooses a country.
    pub fn countries(&self, code: &str, id: String, change: impl Fn(Option<String>) -> M + 'a) -> Element<'a, M> {
        let lang = self.scene.lang;
        let mut options = self.countries.to_vec();
        if !code.is_empty() && !options.iter().any(|(known, _)| known == code) {
            options.push((code.to_owned(), i18n::country_name(lang, code)));
        }
        choice(options, (!code.is_empty()).then(|| code.to_owned()))
            .none(t!(lang, "not-stated"))
            .placeholder(t!(lang, "field-country"))
            .nothing(t!(lang, "choice-nothing"))
            .id(id)
            .on_choose(change)
            .into()
    }
}

impl<'a, M: Told> Value<'a, M> {
    /// Makes the value a link to something outside the program.
    pub fn outside(mut self, address: String) -> Self {
        self.outside = Some(address);
        self
    }

    /// Says beside the value what it is for and where it came from.
    pub fn caption(mut self, caption: String) -> Self {
        self.caption = caption;
        self
    }

    /// Adds a button that copies the value.
    pub fn copied(mut self) -> Self {
        self.is_copied = true;
        self
    }

    /// Puts a small control behind the value.
    pub fn with(mut self, control: impl Into<Element<'a, M>>) -> Self {
        self.extra = Some(control.into());
        self
    }

    /// Makes the value a link within the program.
    pub fn link(mut self, message: M) -> Self {
        self.press = Some(message);
        self
    }

    /// Returns the row with a label.
    pub fn row(self, label: impl Into<String>) -> Element<'a, M> {
        let lang = self.scene.lang;
        let copy = (self.is_copied && !self.words.is_empty()).then(|| -> Element<'a, M> {
            let what = M::copy(self.words.clone());
            button::icon(Icon::Copy, t!(lang, "copy")).small().on_press(what).into()
        });
        let press = self.press.or(self.outside.map(M::outside));
        let value: Element<'a, M> = match press {
            Some(press) => {
                TabStop::new(line(self.words).size(BODY)).on_press(Some(press)).style(style::link_button).into()
            }
            None if self.words.is_empty() => line(t!(lang, "empty-value")).size(BODY).style(muted).into(),
            None => line(self.words).size(BODY).into(),
        };
        let caption = line(self.caption).size(CAPTION).style(muted).width(Length::Fill);
        let beside = row![value, caption]
            .push(copy)
            .push(self.extra)
            .spacing(SMALL + TINY)
            .align_y(Alignment::Center)
            .height(CONTROL);
        labelled(label, beside, None)
    }
}

/// Returns the countries by name in the user's language, with their codes.
pub fn countries(scene: &Scene) -> Vec<(String, String)> {
    i18n::countries(scene.lang).into_iter().map(|(code, name)| (code.to_owned(), name)).collect()
}
