//! What the two tables of the dialog share.

use iced::widget::{column, container, row, space, stack};
use iced::{Alignment, Length};

use super::Loaded;
use crate::i18n::Lang;
use crate::model::basis::Entry;
use crate::model::wording::Wording;
use crate::office::lists::condition_name;
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::{BODY, SMALL, TINY};
use crate::theme::{Element, Icon, Theme, Tone, style};
use crate::widget::line::line;
use crate::widget::table::colored;
pub use crate::widget::table::{cell, panel, state, table};
use crate::widget::text;

/// Returns a cell with a line through it, for what no longer counts.
pub fn struck<'a, Message: 'a>(words: impl Into<String>) -> Element<'a, Message> {
    let line_through = container(space().width(Length::Fill).height(1)).style(|theme: &Theme| container::Style {
        background: Some(theme.roles().muted.into()),
        ..container::Style::default()
    });
    let through = container(line_through).center_y(Length::Fill);
    let words = line(words.into()).size(BODY).style(colored(Tone::Muted));
    row![text::icon_sized(Icon::Ban, 14.0).style(style::muted), stack![words, through]]
        .spacing(TINY + 2.0)
        .align_y(Alignment::Center)
        .into()
}

/// Returns the cell that marks a comment and evidence.
pub fn marks<'a, Message: 'a>(entry: &Entry) -> Element<'a, Message> {
    let sign = |icon, shown: bool| shown.then(|| text::icon_sized(icon, 14.0).style(style::muted));
    row![]
        .push(sign(Icon::Message, !entry.comment.is_empty()))
        .push(sign(Icon::File, entry.evidence.is_some()))
        .push((!entry.comment.is_empty()).then(|| cell(entry.comment.clone(), Tone::Ink)))
        .spacing(TINY)
        .align_y(Alignment::Center)
        .into()
}

/// Returns a language's name as lists show it.
pub fn language(scene: &Scene, key: &str) -> String {
    let known = scene.lists.find(crate::model::list::List::Language, key);
    known.map_or_else(|| key.to_owned(), |id| scene.lists.name(id, scene.lang).to_owned())
}

/// Returns the wording an entry names.
pub fn wording<'a>(loaded: &'a Loaded, entry: &Entry) -> Option<&'a Wording> {
    let id = entry.wording?;
    loaded.wordings.iter().find(|wording| wording.id == id)
}

/// Returns what an entry says, with the wording shown: "Consent (wording 2, nb)".
pub fn basis(loaded: &Loaded, entry: &Entry, scene: &Scene) -> String {
    let name = scene.lists.name(entry.item, scene.lang).to_owned();
    match wording(loaded, entry) {
        Some(wording) => t!(
            scene.lang,
            "basis-with-wording",
            basis = name,
            version = wording.version.to_string(),
            language = wording.language.clone()
        ),
        None => name,
    }
}

/// Returns a label at the left, and at the right what may be several lines.
fn said<'a>(label: String, value: impl Into<Element<'a, super::Message>>) -> Element<'a, super::Message> {
    let label = text::body(label).style(style::muted).width(128);
    row![label, container(value).width(Length::Fill)].spacing(SMALL).into()
}

/// Returns the lines that say all of an entry: comment, condition, wording, evidence.
pub fn particulars<'a>(loaded: &'a Loaded, entry: &Entry, scene: &Scene) -> Vec<Element<'a, super::Message>> {
    let lang: Lang = scene.lang;
    let mut lines: Vec<Element<'a, super::Message>> = Vec::new();
    if !entry.comment.is_empty() {
        let words = text::body(entry.comment.clone());
        lines.push(said(t!(lang, "basis-column-comment"), words));
    }
    if let Some(condition) = entry.condition {
        let words = text::body(condition_name(lang, condition));
        lines.push(said(t!(lang, "field-condition"), words));
    }
    if let Some(wording) = wording(loaded, entry) {
        let which = t!(
            lang,
            "basis-edit-wording-version",
            version = wording.version.to_string(),
            language = language(scene, &wording.language)
        );
        let words = column![text::body(wording.text.clone()), text::caption(which)];
        lines.push(said(t!(lang, "basis-edit-wording"), words));
    }
    if let Some(file) = entry.evidence.and_then(|id| loaded.evidence.get(&id)) {
        let size = crate::i18n::file_size(lang, file.size);
        let name = text::body(t!(lang, "basis-evidence-is", name = file.name.clone(), size = size));
        let save = crate::widget::button::plain(t!(lang, "basis-evidence-save"))
            .small()
            .id("basis-evidence-save")
            .on_press(super::Message::Evidence(file.id));
        let file_line = row![name, Element::from(save)].spacing(SMALL).align_y(Alignment::Center);
        let read = loaded.texts.get(&file.id).map(|words| text::body(words.clone()));
        let words = column![file_line].push(read).spacing(TINY);
        lines.push(crate::widget::field::key_value(t!(lang, "basis-edit-evidence"), words));
    }
    lines
}
