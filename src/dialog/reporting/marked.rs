//! Texts with their passages about other people marked, and what is asked about each.

use iced::widget::text::Span;
use iced::widget::{Row, column, container, rich_text, row};
use iced::{Alignment, Length};

use super::Message;
use super::sheet::{Sheet, Way};
use crate::model::report::{Run, Text, Value};
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::{BODY, LARGE, LINE_HEIGHT, MEDIUM, RADIUS, SMALL, TINY};
use crate::theme::{Element, Icon, Theme, Tone, font, style};
use crate::widget::checkbox::radio;
use crate::widget::field::text_field;
use crate::widget::text;

/// Returns the id of what is asked first about a passage.
pub fn first_of(passage: usize) -> String {
    format!("reporting-passage-{passage}")
}

/// Returns the id of the field for the other words of a passage.
pub fn words_of(passage: usize) -> String {
    format!("reporting-words-{passage}")
}

/// Returns a value as it will read.
pub fn value<'a>(value: &'a Value, sheet: &'a Sheet) -> Element<'a, Message> {
    match value {
        Value::Text(text) => told(text, sheet),
        Value::Empty
        | Value::Item { .. }
        | Value::Number { .. }
        | Value::Date { .. }
        | Value::Moment { .. }
        | Value::YesNo { .. }
        | Value::BlackedOut(_) => text::body(value.words(&sheet.draft.document.words)).into(),
    }
}

/// Returns a text in which what is taken out is struck through, and what is kept or said otherwise is underlined.
pub fn told<'a>(text: &'a Text, sheet: &'a Sheet) -> Element<'a, Message> {
    let words = &sheet.draft.document.words;
    if !text.0.iter().any(|run| matches!(run, Run::BlackedOut { .. })) {
        return text::body(text.words(words)).into();
    }
    let mut spans: Vec<Span<'a, (), iced::Font>> = Vec::new();
    for run in &text.0 {
        let Run::BlackedOut { passage, .. } = run else {
            spans.push(Span::new(run.words(words)));
            continue;
        };
        let found = sheet.draft.passages.get(*passage).map(|found| found.words.as_str()).unwrap_or_default();
        let other = sheet.words.get(*passage).map(String::as_str).unwrap_or_default();
        let way = sheet.ways.get(*passage).copied().unwrap_or_default();
        let marked = |words: &'a str| Span::new(words).font(font::SEMIBOLD);
        spans.push(match way {
            Way::BlackOut => marked(found).strikethrough(true),
            Way::Keep => marked(found).underline(true),
            Way::Reword if other.trim().is_empty() => marked(found).strikethrough(true),
            Way::Reword => marked(other).underline(true),
        });
    }
    let text: iced::widget::text::Rich<'a, (), Message, Theme, iced::Renderer> = rich_text(spans);
    text.size(BODY).line_height(LINE_HEIGHT).into()
}

/// Asks what becomes of a passage: who else it names, and the three ways.
pub fn asked<'a>(sheet: &'a Sheet, passage: usize, is_first: bool, scene: &'a Scene) -> Option<Element<'a, Message>> {
    let lang = scene.lang;
    let found = sheet.draft.passages.get(passage)?;
    let (way, name) = (*sheet.ways.get(passage)?, sheet.names.get(passage)?);
    let whose = match name.as_str() {
        "" => t!(lang, "reporting-names-somebody", words = found.words.as_str()),
        name => t!(lang, "reporting-names", words = found.words.as_str(), name = name),
    };
    let sign = |words: String, one: Way| radio(words, way == one).on_select(Message::Way(passage, one));
    let first = sign(t!(lang, "reporting-black-out"), Way::BlackOut);
    let first = if is_first { first.id(first_of(passage)) } else { first };
    let other = (way == Way::Reword).then(|| -> Element<'a, Message> {
        let field = text_field(t!(lang, "reporting-words"), sheet.words.get(passage).map_or("", String::as_str));
        let field = field.on_input(move |typed| Message::Words(passage, typed)).on_submit(Message::Step(true));
        if is_first { field.id(words_of(passage)).into() } else { field.into() }
    });
    let ways = Row::new()
        .push(Element::from(first))
        .push(Element::from(sign(t!(lang, "reporting-keep"), Way::Keep)))
        .push(Element::from(sign(t!(lang, "reporting-reword"), Way::Reword)))
        .push(other)
        .spacing(LARGE)
        .align_y(Alignment::Center);
    let icon = match way {
        Way::BlackOut => Icon::EyeOff,
        Way::Keep => Icon::Eye,
        Way::Reword => Icon::Pencil,
    };
    let tone = if sheet.looked_at() == Some(passage) { Tone::Accent } else { Tone::Attention };
    let says = row![text::icon_sized(icon, 14.0).style(style::tone(tone)), text::body(whose)]
        .spacing(SMALL)
        .align_y(Alignment::Center);
    let asked = container(column![says, ways].spacing(TINY))
        .padding([SMALL, MEDIUM])
        .width(Length::Fill)
        .style(style::tinted(tone, RADIUS));
    Some(asked.into())
}
