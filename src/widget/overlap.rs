//! A small picture of two things that overlap: which of the three parts are meant is filled.

use crate::theme::{Element, Theme};
use iced::border::Radius;
use iced::widget::{Space, container, row};
use iced::{Border, border};

/// Returns the picture of a height, in pixels: the first alone, both, the second alone.
#[must_use]
pub fn overlap<'a, Message: 'a>(is_meant: [bool; 3], height: f32) -> Element<'a, Message> {
    let part = |is_meant: bool, radius: Radius, width: f32| -> Element<'a, Message> {
        container(Space::new().width(width).height(height))
            .style(move |theme: &Theme| {
                let roles = theme.roles();
                container::Style {
                    background: Some(if is_meant { roles.accent } else { roles.surface }.into()),
                    border: Border { color: roles.field_border, width: roles.line_width, radius },
                    ..container::Style::default()
                }
            })
            .into()
    };
    let [first, both, second] = is_meant;
    let round = height / 2.0;
    row![
        part(first, border::left(round), height * 0.9),
        part(both, Radius::default(), height * 0.7),
        part(second, border::right(round), height * 0.9),
    ]
    .into()
}
