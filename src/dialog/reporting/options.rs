//! What is handed out, in which language and formats, and how the asker is known; and the two halves below it.

use iced::widget::{Row, column, row, space};
use iced::{Alignment, Length};

use super::{IDENTITY, Message, State};
use crate::i18n::{self, Lang};
use crate::model::report::{Format, Kind};
use crate::office::report::format_name;
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::{LARGE, MEDIUM};
use crate::theme::{Element, Tone};
use crate::widget::banner::banner;
use crate::widget::checkbox::{checkbox, radio};
use crate::widget::choice::choice;
use crate::widget::field::text_field;
use crate::widget::{badge, surface, text};

/// How wide the field of the language is, in pixels.
const LANGUAGE: f32 = 150.0;

impl State {
    /// Shows what can be chosen above what is looked through.
    pub fn form<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let below: Element<'a, Message> = match (&self.sheet, &self.refused) {
            (Some(sheet), _) => super::look::view(sheet, scene, &self.identity),
            (None, Some(problem)) => {
                let words = Some(problem.message.clone());
                column![banner(Tone::Attention, t!(lang, "reporting-nothing-portable"), words, Vec::new())].into()
            }
            (None, None) => surface::skeleton(8),
        };
        column![self.what(scene), self.known(scene)]
            .extend(self.state_of(scene))
            .push(surface::line())
            .push(below)
            .spacing(MEDIUM)
            .into()
    }

    fn what<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let kind = |kind: Kind, words: String| -> Element<'a, Message> {
            radio(words, self.kind == kind).on_select(Message::Kind(kind)).into()
        };
        let kinds = row![
            kind(Kind::Access, t!(lang, "reporting-kind-access")),
            kind(Kind::Portable, t!(lang, "reporting-kind-portable")),
        ]
        .spacing(MEDIUM);
        let shown = self.sheet.as_ref().map(|sheet| sheet.lang).or(self.lang);
        let languages = Lang::ALL.map(|one| (one, one.own_name().to_owned()));
        let language = choice(languages, shown).id("reporting-language").on_choose(Message::Language).width(LANGUAGE);
        let formats = Format::of(self.kind).iter().map(|format| -> Element<'a, Message> {
            let (format, on) = (*format, !self.left_out.contains(&(self.kind, *format)));
            checkbox(format_name(lang, format), on)
                .id(format!("reporting-format-{}", format.key()))
                .on_toggle(move |on| Message::Format(format, on))
                .into()
        });
        let formats = Row::with_children(formats).spacing(MEDIUM);
        row![kinds, Element::from(language), formats].spacing(LARGE).align_y(Alignment::Center).into()
    }

    fn known<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let input = text_field(t!(lang, "reporting-identity-hint"), self.identity.as_str())
            .id(IDENTITY)
            .on_input(Message::Identity)
            .on_submit(Message::Place);
        let seal = checkbox(t!(lang, "reporting-seal"), self.is_sealed).id("reporting-seal").on_toggle(Message::Seal);
        let letter = checkbox(t!(lang, "reporting-letter"), self.letter || self.is_transfer())
            .id("reporting-letter")
            .on_toggle(Message::Letter);
        // A sealed report can be answered by a form in it.
        let no_answer = (self.kind == Kind::Access && self.is_sealed).then(|| -> Element<'a, Message> {
            checkbox(t!(lang, "reporting-no-answer"), self.no_answer)
                .id("reporting-no-answer")
                .on_toggle(Message::NoAnswer)
                .into()
        });
        let known = row![
            text::body(t!(lang, "reporting-identity")),
            Element::from(input),
            Element::from(letter),
            Element::from(seal)
        ]
        .push(no_answer)
        .spacing(MEDIUM)
        .align_y(Alignment::Center);
        if self.kind == Kind::Access {
            return known.into();
        }
        let to = text_field(t!(lang, "reporting-transfer-hint"), self.transfer.as_str())
            .id("reporting-transfer")
            .on_input(Message::Transfer)
            .on_submit(Message::Place);
        let transfer = row![text::body(t!(lang, "reporting-transfer")), Element::from(to)];
        column![known, transfer.spacing(MEDIUM).align_y(Alignment::Center)].spacing(MEDIUM).into()
    }

    /// Says what is particular about the person.
    fn state_of<'a>(&'a self, scene: &'a Scene) -> Vec<Element<'a, Message>> {
        let lang = scene.lang;
        let Some(sheet) = &self.sheet else { return Vec::new() };
        let restricted =
            sheet.about.is_restricted.then(|| badge::status(Tone::Danger, t!(lang, "reporting-restricted")));
        let trashed = sheet
            .about
            .purge_on
            .map(|day| badge::status(Tone::Attention, t!(lang, "reporting-in-trash", date = i18n::date(lang, day))));
        let is_nameless = sheet.draft.document.header.controller.name.is_empty();
        let nameless = is_nameless.then(|| badge::status(Tone::Attention, t!(lang, "reporting-no-controller")));
        restricted.into_iter().chain(trashed).chain(nameless).collect()
    }

    /// Says why nothing can be written yet; nothing where it can.
    pub fn hindrance<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let without = self.sheet.as_ref().map_or(0, super::Sheet::without_words);
        let says = if without > 0 {
            Some(t!(lang, "reporting-without-words", count = without))
        } else if self.formats().is_empty() {
            Some(t!(lang, "reporting-no-format"))
        } else {
            None
        };
        match says {
            Some(says) => badge::status(Tone::Attention, says),
            None => space().width(Length::Shrink).into(),
        }
    }
}
