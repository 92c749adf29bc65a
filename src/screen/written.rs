//! A letter as it will be read: headings, points and paragraphs.

use iced::Length;
use iced::widget::{Column, row};

use crate::model::template::layout::{self, Block};
use crate::theme::Element;
use crate::theme::measure::{SMALL, TINY};
use crate::widget::text;

/// Shows what a letter says, laid out as whoever gets it sees it.
pub fn written<'a, Message: 'a>(body: &str) -> Element<'a, Message> {
    let blocks = layout::blocks(body).into_iter().map(|block| -> Element<'a, Message> {
        match block {
            Block::Heading(words) => text::strong(layout::read(words)).width(Length::Fill).into(),
            Block::Points(points) => Column::with_children(points.into_iter().map(point)).spacing(TINY).into(),
            Block::Lines(lines) => {
                let lines: Vec<String> = lines.into_iter().map(layout::read).collect();
                text::body(lines.join("\n")).width(Length::Fill).into()
            }
        }
    });
    Column::with_children(blocks).spacing(SMALL).width(Length::Fill).into()
}

fn point<'a, Message: 'a>(words: &str) -> Element<'a, Message> {
    row![text::body("•"), text::body(layout::read(words)).width(Length::Fill)].spacing(SMALL).into()
}
