//! The list that opens under a field, shared by `choice` and `lookup`.

#![allow(clippy::wildcard_enum_match_arm)] // Keys and events are the toolkit's; what is not named is for others.

use super::shadow;
use crate::theme::measure::{BODY, CARD_RADIUS, CONTROL, ICON, LINE_HEIGHT, SMALL, TINY};
use crate::theme::{Icon, Theme, font, icon, style};
use iced::advanced::layout::{self, Layout};
use iced::advanced::renderer::{self, Quad};
use iced::advanced::text::{self, Renderer as _, Text};
use iced::advanced::{Clipboard, Overlay, Renderer as _, Shell, mouse, overlay};
use iced::keyboard::{self, Key, key::Named};
use iced::{Border, Color, Event, Font, Point, Rectangle, Size, alignment, border, touch};

/// Rows shown at once before the list scrolls.
const ROWS: f32 = 8.0;
/// Room around the list for its shadow.
const MARGIN: f32 = 24.0;
const GAP: f32 = 6.0;

/// What a list remembers while its field stands.
#[derive(Debug, Default)]
pub(super) struct State {
    pub open: bool,
    pub highlighted: Option<usize>,
    scroll: f32,
    reveal: bool,
}

impl State {
    pub fn open_at(&mut self, highlighted: Option<usize>) {
        *self = Self { open: true, highlighted, scroll: 0.0, reveal: true };
    }

    pub fn close(&mut self) {
        *self = Self::default();
    }

    /// Moves the highlight as an arrow key says; tells whether the key was one.
    pub fn step(&mut self, key: &Key, rows: usize) -> bool {
        let Key::Named(named) = key else {
            return false;
        };
        let last = rows.saturating_sub(1);
        let now = self.highlighted;
        let page = ROWS as usize - 1;
        let target = match named {
            Named::ArrowDown => now.map_or(0, |row| if row >= last { 0 } else { row + 1 }),
            Named::ArrowUp => now.map_or(last, |row| row.checked_sub(1).unwrap_or(last)),
            Named::PageDown => now.map_or(0, |row| (row + page).min(last)),
            Named::PageUp => now.map_or(0, |row| row.saturating_sub(page)),
            _ => return false,
        };
        self.highlighted = (rows > 0).then_some(target);
        self.reveal = true;
        true
    }
}

/// The open list.
pub(super) struct Menu<'b, Message> {
    pub field: Rectangle,
    pub state: &'b mut State,
    pub labels: Vec<&'b str>,
    pub checked: Option<usize>,
    /// Said instead of rows when there are none.
    pub nothing: &'b str,
    pub choose: Box<dyn Fn(usize) -> Message + 'b>,
}

impl<'b, Message: 'b> Menu<'b, Message> {
    pub fn overlay(self) -> overlay::Element<'b, Message, Theme, iced::Renderer> {
        overlay::Element::new(Box::new(self))
    }
}

impl<Message> Menu<'_, Message> {
    fn content_height(&self) -> f32 {
        self.labels.len() as f32 * CONTROL
    }

    fn row_at(&self, list: Rectangle, cursor: mouse::Cursor) -> Option<usize> {
        let position = cursor.position_over(list)?;
        let row = ((position.y - list.y + self.state.scroll) / CONTROL) as usize;
        (row < self.labels.len()).then_some(row)
    }
}

/// Returns the frame of the list and, inside it, where rows are.
fn parts(layout: Layout<'_>) -> (Rectangle, Rectangle) {
    let frame = layout.bounds().shrink(MARGIN);
    (frame, frame.shrink(TINY))
}

impl<Message> Overlay<Message, Theme, iced::Renderer> for Menu<'_, Message> {
    fn layout(&mut self, _renderer: &iced::Renderer, bounds: Size) -> layout::Node {
        let rows = (self.labels.len().max(1) as f32).min(ROWS + 0.5);
        let wanted = rows * CONTROL + 2.0 * TINY;
        let below = bounds.height - (self.field.y + self.field.height) - GAP - SMALL;
        let above = self.field.y - GAP - SMALL;
        let flipped = below < wanted && above > below;
        let room = if flipped { above } else { below };
        let height = wanted.min(room.max(CONTROL + 2.0 * TINY));
        let y = if flipped { self.field.y - GAP - height } else { self.field.y + self.field.height + GAP };
        let width = self.field.width.max(160.0);
        let x = self.field.x.min(bounds.width - width - SMALL).max(0.0);

        let shown = height - 2.0 * TINY;
        let furthest = (self.content_height() - shown).max(0.0);
        if std::mem::take(&mut self.state.reveal)
            && let Some(row) = self.state.highlighted
        {
            let top = row as f32 * CONTROL;
            self.state.scroll = self.state.scroll.clamp((top + CONTROL - shown).max(0.0), top);
        }
        self.state.scroll = self.state.scroll.clamp(0.0, furthest);

        layout::Node::new(Size::new(width, height).expand(Size::new(2.0 * MARGIN, 2.0 * MARGIN)))
            .move_to(Point::new(x - MARGIN, y - MARGIN))
    }

    fn update(
        &mut self,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _renderer: &iced::Renderer,
        _clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
    ) {
        let (frame, list) = parts(layout);
        match event {
            // Before a dialog around the field takes Escape for itself.
            Event::Keyboard(keyboard::Event::KeyPressed { key: Key::Named(Named::Escape), .. }) => {
                self.state.close();
                shell.capture_event();
                shell.request_redraw();
            }
            Event::Mouse(mouse::Event::CursorMoved { .. }) => {
                if let Some(row) = self.row_at(list, cursor)
                    && self.state.highlighted != Some(row)
                {
                    self.state.highlighted = Some(row);
                    shell.request_redraw();
                }
            }
            Event::Mouse(mouse::Event::WheelScrolled { delta }) if cursor.is_over(frame) => {
                let down = match delta {
                    mouse::ScrollDelta::Lines { y, .. } => -y * CONTROL,
                    mouse::ScrollDelta::Pixels { y, .. } => -y,
                };
                let furthest = (self.content_height() - list.height).max(0.0);
                self.state.scroll = (self.state.scroll + down).clamp(0.0, furthest);
                shell.capture_event();
                shell.request_redraw();
            }
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left))
            | Event::Touch(touch::Event::FingerPressed { .. })
                if cursor.is_over(frame) =>
            {
                if let Some(row) = self.row_at(list, cursor) {
                    shell.publish((self.choose)(row));
                    self.state.close();
                }
                shell.capture_event();
                shell.request_redraw();
            }
            _ => {}
        }
    }

    fn mouse_interaction(
        &self,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _renderer: &iced::Renderer,
    ) -> mouse::Interaction {
        let (frame, list) = parts(layout);
        if self.row_at(list, cursor).is_some() {
            mouse::Interaction::Pointer
        } else if cursor.is_over(frame) {
            mouse::Interaction::Idle
        } else {
            mouse::Interaction::None
        }
    }

    fn draw(
        &self,
        renderer: &mut iced::Renderer,
        theme: &Theme,
        _style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
    ) {
        let roles = theme.roles();
        let (frame, list) = parts(layout);
        let look = style::floating(theme);
        shadow::draw(renderer, frame, CARD_RADIUS, roles.shadow);
        fill(renderer, frame, roles.surface, look.border);
        if self.labels.is_empty() {
            let row = Rectangle { height: CONTROL, ..list };
            label(renderer, self.nothing, row.shrink([0.0, SMALL]), roles.muted, list);
            return;
        }
        renderer.with_layer(list, |renderer| {
            for (index, text) in self.labels.iter().enumerate() {
                let row = Rectangle { y: list.y + index as f32 * CONTROL - self.state.scroll, height: CONTROL, ..list };
                if row.y + row.height < list.y || row.y > list.y + list.height {
                    continue;
                }
                if self.state.highlighted == Some(index) {
                    fill(renderer, row, roles.selected, border::rounded(TINY));
                }
                let mut words = row.shrink([0.0, SMALL]);
                if self.checked == Some(index) {
                    let at = Point::new(words.x + words.width - ICON / 2.0, row.center_y());
                    sign(renderer, Icon::Check, at, roles.accent, list);
                    words.width -= ICON + SMALL;
                }
                label(renderer, text, words, roles.ink, list);
            }
        });
        let content = self.content_height();
        if content > list.height {
            let height = (list.height * list.height / content).max(24.0);
            let travel = (list.height - height) * self.state.scroll / (content - list.height);
            let bar = Rectangle { x: list.x + list.width - TINY, y: list.y + travel, width: TINY, height };
            // In a layer of its own, or the rows would cover it.
            renderer.with_layer(bar, |renderer| {
                fill(renderer, bar, roles.field_border, border::rounded(2));
            });
        }
    }
}

fn fill(renderer: &mut iced::Renderer, bounds: Rectangle, color: Color, border: Border) {
    let quad = Quad { bounds, border, ..Quad::default() };
    renderer.fill_quad(quad, color);
}

/// Draws one line of text, vertically centred, cut off at the end of its bounds.
pub(super) fn label(
    renderer: &mut iced::Renderer,
    content: &str,
    bounds: Rectangle,
    color: Color,
    viewport: Rectangle,
) {
    let at = Point::new(bounds.x, bounds.center_y());
    let size = Size::new(f32::INFINITY, bounds.height);
    let line = one_line(content, font::REGULAR, BODY, LINE_HEIGHT, size, text::Alignment::Left);
    clipped(renderer, line, at, color, bounds.intersection(&viewport));
}

/// Draws an icon around a point.
pub(super) fn sign(renderer: &mut iced::Renderer, icon: Icon, at: Point, color: Color, viewport: Rectangle) {
    let content = icon.code_point().to_string();
    let size = Size::new(ICON, ICON);
    let line = one_line(&content, icon::FONT, ICON, 1.0, size, text::Alignment::Center);
    clipped(renderer, line, at, color, Some(viewport));
}

/// Draws a text in a layer of its own: the software renderer cuts texts off at the edge of their layer, and only if
/// their own bounds reach over it.
fn clipped(renderer: &mut iced::Renderer, line: Text, at: Point, color: Color, clip: Option<Rectangle>) {
    if let Some(clip) = clip {
        renderer.with_layer(clip, |renderer| {
            renderer.fill_text(line, at, color, clip.expand(1.0));
        });
    }
}

fn one_line(content: &str, font: Font, size: f32, line_height: f32, bounds: Size, align_x: text::Alignment) -> Text {
    Text {
        content: content.to_owned(),
        bounds,
        size: size.into(),
        line_height: line_height.into(),
        font,
        align_x,
        align_y: alignment::Vertical::Center,
        shaping: text::Shaping::Advanced,
        wrapping: text::Wrapping::None,
    }
}
