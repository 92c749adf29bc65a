//! Grounds and what stands on them: cards, sections, lines, rows that wait for data.

use super::text;
use crate::theme::measure::{CONTROL, LARGE, MEDIUM, TINY};
use crate::theme::{Element, Theme, style};
use iced::advanced::layout::{self, Layout};
use iced::advanced::renderer::{self, Quad};
use iced::advanced::widget::{Tree, Widget};
use iced::advanced::{Renderer as _, mouse};
use iced::widget::scrollable::{Direction, Scrollbar};
use iced::widget::{Column, Scrollable, column, container, row, scrollable, space};
use iced::{Alignment, Length, Rectangle, Size, border};

/// The room a line takes: as much as the thickest, so that nothing moves when the look changes.
const LINE: f32 = 2.0;

/// Returns a card around a content.
#[must_use]
pub fn card<'a, Message: 'a>(content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    container(content).padding(LARGE).style(style::card).into()
}

/// Returns an area that scrolls up and down, with a thin bar beside its content while there is more than fits.
///
/// What can be focused in it wants 4 px of padding around, or its focus ring is cut off.
#[must_use]
pub fn scroll<'a, Message: 'a>(content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    scrolling(content).into()
}

/// Returns the same area with a name, so that a screen can scroll it.
#[must_use]
pub fn scroll_named<'a, Message: 'a>(
    id: &'static str,
    content: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    scrolling(content).id(id).into()
}

fn scrolling<'a, Message: 'a>(content: impl Into<Element<'a, Message>>) -> Scrollable<'a, Message, Theme> {
    let bar = Scrollbar::new().width(6).scroller_width(6).spacing(TINY);
    scrollable(content).direction(Direction::Vertical(bar)).width(Length::Fill)
}

/// Returns a line across, as thick as lines are in the look.
#[must_use]
pub fn line<'a, Message: 'a>() -> Element<'a, Message> {
    Element::new(Line)
}

/// A line across: the toolkit's own cannot take its thickness from the theme.
struct Line;

impl<Message> Widget<Message, Theme, iced::Renderer> for Line {
    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Fixed(LINE))
    }

    fn layout(&mut self, _tree: &mut Tree, _renderer: &iced::Renderer, limits: &layout::Limits) -> layout::Node {
        layout::atomic(limits, Length::Fill, LINE)
    }

    fn draw(
        &self,
        _tree: &Tree,
        renderer: &mut iced::Renderer,
        theme: &Theme,
        _style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        _viewport: &Rectangle,
    ) {
        let roles = theme.roles();
        let bounds = Rectangle { height: roles.line_width, ..layout.bounds() };
        let quad = Quad { bounds, ..Quad::default() };
        renderer.fill_quad(quad, roles.line);
    }
}

/// Returns a section: its heading, buttons at the right of it, and the content under it.
#[must_use]
pub fn section<'a, Message: 'a>(
    heading: impl Into<String>,
    buttons: impl Into<Option<Element<'a, Message>>>,
    content: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    let head = row![text::section(heading), space().width(Length::Fill)]
        .push(buttons.into())
        .align_y(Alignment::Center)
        .height(CONTROL);
    column![head, content.into()].spacing(MEDIUM).into()
}

/// Returns rows that stand for data on its way; show them only after 300 ms.
#[must_use]
pub fn skeleton<'a, Message: 'a>(rows: usize) -> Element<'a, Message> {
    // Lengths that differ look like words; they must not change between frames.
    const LENGTHS: [f32; 5] = [180.0, 132.0, 208.0, 156.0, 120.0];
    let bar = |width: f32| {
        container(space().width(width).height(10)).style(|theme: &Theme| container::Style {
            background: Some(theme.roles().pressed.into()),
            border: border::rounded(5),
            ..container::Style::default()
        })
    };
    Column::with_children((0..rows).map(|index| {
        let first = LENGTHS.iter().cycle().nth(index).copied().unwrap_or(160.0);
        row![bar(first), bar(300.0 - first)].spacing(LARGE).align_y(Alignment::Center).height(CONTROL).into()
    }))
    .into()
}
