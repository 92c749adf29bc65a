//! A person's picture, or initials where there is none.

use crate::theme::{Element, font, style};
use iced::widget::{Image, Text, container, image};
use iced::{ContentFit, border};

/// Returns a round picture, or the initials; `edge` is its width in pixels.
#[must_use]
pub fn avatar<'a, Message: 'a>(
    initials: impl Into<String>,
    picture: Option<image::Handle>,
    edge: f32,
) -> Element<'a, Message> {
    if let Some(handle) = picture {
        return Image::new(handle)
            .width(edge)
            .height(edge)
            .content_fit(ContentFit::Cover)
            .border_radius(border::radius(edge / 2.0))
            .into();
    }
    let letters = Text::new(initials.into())
        .size((edge * 0.38).max(11.0).round())
        .line_height(1.0)
        .font(font::SEMIBOLD)
        .style(style::accent);
    container(letters)
        .center(edge)
        .style(move |theme| container::Style {
            border: border::rounded(edge / 2.0),
            ..style::selected(theme)
        })
        .into()
}
