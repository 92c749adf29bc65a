//! What is said under a note that seems to hold what does not belong there.

use iced::Alignment;
use iced::widget::{Column, row};

use super::Scene;
use crate::theme::measure::{SMALL, TINY};
use crate::theme::{Element, Tone, style};
use crate::widget::badge::shape;
use crate::widget::text;

/// Returns the warnings about a text; nothing where there are none. They never keep it from being saved.
pub fn note_warning<'a, Message: 'a>(typed: &str, scene: &Scene) -> Option<Element<'a, Message>> {
    let warnings = scene.rules.of_note(typed);
    if warnings.is_empty() {
        return None;
    }
    let lines = warnings.into_iter().map(|warning| -> Element<'a, Message> {
        let sign = text::icon_sized(shape(Tone::Attention), 14.0).style(style::tone(Tone::Attention));
        let words = text::caption(warning.words(scene.lang)).style(style::tone(Tone::Attention));
        row![sign, words].spacing(SMALL).align_y(Alignment::Center).into()
    });
    Some(Column::with_children(lines).spacing(TINY).into())
}
