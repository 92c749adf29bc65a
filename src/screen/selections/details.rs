//! What is said of a selection beside who is in it: its name, what it is for, who sees it, what it warns of.

use iced::widget::{Column, column, container, row};
use iced::{Alignment, Length, Padding};

use crate::i18n;
use crate::model::selection::{Selection, Visible};
use crate::office::selections::Details;
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::{HUGE, LARGE, MEDIUM, SMALL, TEXT_COLUMN, TINY};
use crate::theme::{Element, style};
use crate::widget::checkbox::radio;
use crate::widget::field::{field, text_field};
use crate::widget::{button, surface, text};

/// The id of the field for the name.
pub const NAME: &str = "selection-name";

/// The form.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Form {
    pub name: String,
    description: String,
    visible: Visible,
    alert: String,
    /// What is wrong with the name.
    pub wrong: Option<String>,
}

/// What happens in the form.
#[derive(Debug, Clone)]
pub enum Message {
    /// The name is typed.
    Name(String),
    /// What it is for is typed.
    Description(String),
    /// Who sees it is chosen.
    Visible(Visible),
    /// What it warns of is typed.
    Alert(String),
    /// It is to be saved.
    Save,
    /// It is to be as it was.
    Discard,
}

impl Form {
    /// Returns the form with what is kept.
    pub fn of(selection: &Selection) -> Self {
        Self {
            name: selection.name.clone(),
            description: selection.description.clone(),
            visible: selection.visible,
            alert: selection.alert.clone(),
            wrong: None,
        }
    }

    /// Returns whether something differs from what is kept.
    pub fn is_changed(&self, selection: &Selection) -> bool {
        Self { wrong: None, ..self.clone() } != Self::of(selection)
    }

    /// Takes what was typed.
    pub fn apply(&mut self, message: Message) {
        match message {
            Message::Name(name) => (self.name, self.wrong) = (name, None),
            Message::Description(description) => self.description = description,
            Message::Visible(visible) => self.visible = visible,
            Message::Alert(alert) => self.alert = alert,
            Message::Save | Message::Discard => {}
        }
    }

    /// Returns what is to be kept.
    pub fn details(&self) -> Details {
        Details {
            name: Some(self.name.clone()),
            description: Some(self.description.clone()),
            visible: Some(self.visible),
            alert: Some(self.alert.clone()),
        }
    }

    /// Shows the form of a selection, and what else is known of it.
    pub fn view<'a>(
        &'a self,
        selection: &'a Selection,
        used_by: &'a [String],
        scene: &'a Scene,
    ) -> Element<'a, Message> {
        let lang = scene.lang;
        let is_ready = selection.owner.is_none();
        let may = super::may_change(selection, scene);
        let fact = |label: String, value: String| -> Element<'a, Message> {
            row![container(text::caption(label)).width(140), text::body(value)].spacing(SMALL).into()
        };
        let mut facts = vec![fact(
            t!(lang, "selections-kind"),
            i18n::text(lang, &format!("selection-kind-{}-says", selection.kind.key())),
        )];
        if let Some(owner) = selection.owner {
            let by = |at, by| t!(lang, "selections-at-by", at = scene.time(at), by = scene.by(by));
            facts.push(fact(t!(lang, "selections-owner"), scene.user(owner)));
            facts.push(fact(t!(lang, "field-created_at"), scene.time(selection.created_at)));
            facts.push(fact(t!(lang, "field-updated_at"), by(selection.updated_at, selection.updated_by)));
        }
        let used = if used_by.is_empty() { t!(lang, "selections-used-by-none") } else { used_by.join(", ") };
        facts.push(fact(t!(lang, "selections-used-by"), used));
        let facts = surface::section(t!(lang, "selections-about"), None, Column::with_children(facts).spacing(TINY));
        let form = may.then(|| self.form(selection, scene));
        let ready = is_ready.then(|| text::body(t!(lang, "selections-ready-says")).style(style::muted));
        let all = column![].push(ready).push(form).push(facts).spacing(HUGE).max_width(TEXT_COLUMN + 40.0);
        surface::scroll(container(all).padding(LARGE))
    }

    fn form<'a>(&'a self, selection: &Selection, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let is_ready = selection.owner.is_none();
        let name = text_field("", self.name.as_str())
            .id(NAME)
            .invalid(self.wrong.is_some())
            .on_input(Message::Name)
            .on_submit(Message::Save);
        let name = field(t!(lang, "selections-name"), name).error(self.wrong.as_ref());
        let description = text_field(t!(lang, "selections-description-hint"), self.description.as_str())
            .id("selection-description")
            .on_input(Message::Description)
            .on_submit(Message::Save);
        let description = field(t!(lang, "selections-description"), description);
        let alert = text_field(t!(lang, "selections-alert-hint"), self.alert.as_str())
            .id("selection-alert")
            .on_input(Message::Alert)
            .on_submit(Message::Save);
        let alert = field(t!(lang, "selections-alert"), alert).hint(t!(lang, "selections-alert-says"));
        let visible = Visible::ALL.map(|visible| -> Element<'a, Message> {
            let words = i18n::text(lang, &format!("selection-visible-{}", visible.key()));
            radio(words, self.visible == visible).on_select(Message::Visible(visible)).into()
        });
        let visible =
            column![text::caption(t!(lang, "selections-visible")), Column::with_children(visible).spacing(TINY)]
                .spacing(TINY);
        let is_changed = self.is_changed(selection);
        let buttons = is_changed.then(|| {
            row![
                Element::from(button::plain(t!(lang, "unsaved-discard")).on_press(Message::Discard)),
                Element::from(button::main(t!(lang, "save")).on_press(Message::Save))
            ]
            .spacing(SMALL)
            .align_y(Alignment::Center)
        });
        // Of those that come with the program, only what they warn of is the office's to say.
        let own = (!is_ready).then(|| column![Element::from(name), Element::from(description), visible]);
        column![]
            .push(own.map(|own| own.spacing(MEDIUM + TINY)))
            .push(Element::from(alert))
            .push(buttons)
            .spacing(MEDIUM + TINY)
            .width(Length::Fill)
            .padding(Padding::ZERO.right(TINY))
            .into()
    }
}
