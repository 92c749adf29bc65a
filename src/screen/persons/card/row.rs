//! The rows of a card: a label, and beside it the value to read or the field to edit, in the same place.

use iced::widget::{Column, Space, column, container, row};
use iced::{Alignment, Length};

use super::{Message, Page};
use crate::i18n;
use crate::model::list::{self, List};
use crate::model::person::Origin;
use crate::office::lists;
use crate::screen::persons::edit::{Edit, Item, Place, Text};
use crate::t;
use crate::theme::measure::{BODY, CAPTION, CONTROL, SMALL, TINY};
use crate::theme::{Element, Icon, Theme, style};
use crate::widget::button;
use crate::widget::choice::choice;
use crate::widget::field::{complaint, text_field};
use crate::widget::line::{self, line};
use crate::widget::tab_stop::TabStop;
use crate::widget::text;

/// The width of labels.
pub const LABEL: f32 = 128.0;

/// Returns a label with something beside it, and under that what is wrong.
pub fn labelled<'a>(
    label: impl Into<String>,
    control: impl Into<Element<'a, Message>>,
    wrong: Option<String>,
) -> Element<'a, Message> {
    let label = line(label.into()).size(BODY).style(muted).width(LABEL);
    let beside = column![control.into()].push(wrong.map(complaint)).spacing(TINY).width(Length::Fill);
    row![container(label).center_y(CONTROL), beside].spacing(SMALL).into()
}

/// Keeps a control from growing wider than what is ever in it.
pub fn short<'a>(control: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    container(control).max_width(380).into()
}

fn muted(theme: &Theme) -> line::Style {
    line::Style { color: Some(theme.roles().muted), mark: None }
}

/// A value to read.
pub struct Value<'a> {
    words: String,
    outside: Option<String>,
    caption: String,
    is_copied: bool,
    scene: &'a crate::screen::Scene,
}

impl<'a> Page<'a> {
    /// Returns a value to read; an empty one shows as a dash.
    pub fn value(&self, words: impl Into<String>) -> Value<'a> {
        Value { words: words.into(), outside: None, caption: String::new(), is_copied: false, scene: self.scene }
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

    /// Returns a field of one line with its label.
    pub fn text_row(&self, text: Text, typed: &str) -> Element<'a, Message> {
        let field = text.field();
        let label = i18n::text(self.scene.lang, &format!("field-{}", field.key()));
        let place = Place::Field(field);
        let wrong = self.wrong(&place);
        labelled(label, short(self.input(place, typed, "", move |typed| Edit::Text(text, typed))), wrong)
    }

    /// Returns a field of one line.
    pub fn input(
        &self,
        place: Place,
        typed: &str,
        placeholder: &str,
        edit: impl Fn(String) -> Edit + 'a,
    ) -> Element<'a, Message> {
        text_field(placeholder, typed)
            .id(place.id())
            .invalid(self.state.wrong.contains_key(&place))
            .on_input(move |typed| Message::Change(edit(typed)))
            .on_focus(Message::Entered(place.clone()))
            .on_blur(Message::Left(place))
            .on_submit(Message::Save)
            .into()
    }

    /// Returns a field that chooses from a list, with its label.
    pub fn item_row(&self, item: Item, chosen: Option<list::Id>) -> Element<'a, Message> {
        let field = item.field();
        let label = i18n::text(self.scene.lang, &format!("field-{}", field.key()));
        let Some(list) = lists::list_of(&field) else { return Space::new().into() };
        let place = Place::Field(field);
        let wrong = self.wrong(&place);
        labelled(label, short(self.items(list, chosen, place, move |id| Edit::Item(item, id))), wrong)
    }

    /// Returns a field that chooses from a list; an item no longer offered stays while it is chosen.
    pub fn items(
        &self,
        list: List,
        chosen: Option<list::Id>,
        place: Place,
        edit: impl Fn(Option<list::Id>) -> Edit + 'a,
    ) -> Element<'a, Message> {
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
            .invalid(self.state.wrong.contains_key(&place))
            .id(place.id())
            .on_choose(move |id| Message::Change(edit(id)))
            .into()
    }

    /// Returns a field that chooses a country.
    pub fn countries(
        &self,
        code: &str,
        id: String,
        edit: impl Fn(Option<String>) -> Edit + 'a,
    ) -> Element<'a, Message> {
        let lang = self.scene.lang;
        let mut options = self.state.countries.clone();
        if !code.is_empty() && !options.iter().any(|(known, _)| known == code) {
            options.push((code.to_owned(), i18n::country_name(lang, code)));
        }
        choice(options, (!code.is_empty()).then(|| code.to_owned()))
            .none(t!(lang, "not-stated"))
            .placeholder(t!(lang, "field-country"))
            .nothing(t!(lang, "choice-nothing"))
            .id(id)
            .on_choose(move |code| Message::Change(edit(code)))
            .into()
    }
}

impl<'a> Value<'a> {
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

    /// Returns the row with a label.
    pub fn row(self, label: impl Into<String>) -> Element<'a, Message> {
        let lang = self.scene.lang;
        let copy = (self.is_copied && !self.words.is_empty()).then(|| -> Element<'a, Message> {
            let what = Message::Copy(self.words.clone());
            button::icon(Icon::Copy, t!(lang, "copy")).small().on_press(what).into()
        });
        let value: Element<'a, Message> = match self.outside {
            Some(address) => TabStop::new(line(self.words).size(BODY))
                .on_press(Some(Message::Outside(address)))
                .style(style::link_button)
                .into(),
            None if self.words.is_empty() => line(t!(lang, "empty-value")).size(BODY).style(muted).into(),
            None => line(self.words).size(BODY).into(),
        };
        let caption = line(self.caption).size(CAPTION).style(muted).width(Length::Fill);
        let beside = row![value, caption].push(copy).spacing(SMALL + TINY).align_y(Alignment::Center).height(CONTROL);
        labelled(label, beside, None)
    }
}

/// Returns rows under each other; fields need more air than values.
pub fn rows<'a>(rows: Vec<Element<'a, Message>>, is_editing: bool) -> Element<'a, Message> {
    Column::with_children(rows).spacing(if is_editing { SMALL } else { 0.0 }).width(Length::Fill).into()
}

/// Returns a quiet sentence where there is nothing to show.
pub fn nothing<'a>(words: String) -> Element<'a, Message> {
    container(text::body(words).style(style::muted)).padding(iced::Padding::from([SMALL, 0.0])).into()
}
