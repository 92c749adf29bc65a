//! Remembers between frames where a list is and what the mouse does to it.

use std::ops::Range;

use iced::advanced::mouse::{self, ScrollDelta};
use iced::advanced::widget::operation::scrollable::{AbsoluteOffset, RelativeOffset};
use iced::advanced::widget::operation::{Focusable, Scrollable};
use iced::keyboard::{self, Modifiers};
use iced::{Event, Point, Rectangle};

use super::position::{Extent, Position, ROW_HEIGHT};
use super::scrollbar;

pub use super::scrollbar::GUTTER;

/// How many rows one notch of a mouse wheel scrolls.
const ROWS_PER_NOTCH: f32 = 3.0;

/// Says what is under the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hovered {
    Row(usize),
    Thumb,
}

/// The state of one list.
#[derive(Debug, Default)]
pub struct State {
    pub position: Position,
    len: usize,
    height: f32,
    /// The rows that exist, and the position they were laid out for.
    pub built: Range<usize>,
    placed: Position,
    published: Option<Range<usize>>,
    known_cursor: Option<usize>,
    to_reveal: Option<usize>,
    pub is_focused: bool,
    /// Whether the focus came by keyboard, which must then be seen.
    pub shows_ring: bool,
    pub hovered: Option<Hovered>,
    /// How far below the thumb's top the mouse holds it.
    pub grab: Option<f32>,
    pub click: Option<(usize, mouse::Click)>,
    pub modifiers: Modifiers,
}

impl State {
    /// Returns the size of the list and its window.
    pub fn extent(&self) -> Extent {
        Extent { len: self.len, height: self.height }
    }

    /// Settles the position for a new layout and returns the rows to build.
    pub fn place(&mut self, len: usize, height: f32, cursor: Option<usize>) -> Range<usize> {
        self.len = len;
        self.height = height;

        if cursor != self.known_cursor {
            self.known_cursor = cursor;
            self.to_reveal = self.to_reveal.or(cursor);
        }
        self.position = match self.to_reveal.take() {
            Some(row) if len > 0 => self.position.revealing(row.min(len - 1), self.extent()),
            Some(_) | None => self.position.clamped(self.extent()),
        };
        self.placed = self.position;
        self.built = self.position.visible(self.extent());
        self.built.clone()
    }

    /// Asks for a row to be in view from the next layout on.
    pub fn reveal(&mut self, row: usize) {
        self.to_reveal = Some(row);
    }

    /// Returns whether the rows that exist are no longer those in view.
    pub fn is_outdated(&self) -> bool {
        self.placed != self.position || self.to_reveal.is_some()
    }

    /// Returns the rows in view if the caller has not been told of them.
    pub fn newly_visible(&mut self) -> Option<Range<usize>> {
        // What is to be revealed is told of once it is.
        if self.to_reveal.is_some() {
            return None;
        }
        let visible = self.position.visible(self.extent());
        if self.published.as_ref() == Some(&visible) {
            return None;
        }
        self.published = Some(visible.clone());
        Some(visible)
    }

    /// Returns the row under a point of the window.
    pub fn row_at(&self, at: Point, bounds: Rectangle) -> Option<usize> {
        if at.x >= bounds.x + bounds.width - GUTTER {
            return None;
        }
        self.position.row_at(at.y - bounds.y, self.extent())
    }

    /// Returns what is under a point of the window.
    pub fn hover_at(&self, at: Point, bounds: Rectangle) -> Option<Hovered> {
        match self.thumb(bounds) {
            Some(thumb) if scrollbar::hit(thumb).contains(at) => Some(Hovered::Thumb),
            Some(_) | None => self.row_at(at, bounds).map(Hovered::Row),
        }
    }

    /// Returns where the scrollbar's thumb is, if the list needs one.
    pub fn thumb(&self, bounds: Rectangle) -> Option<Rectangle> {
        let extent = self.extent();

        extent.overflows().then(|| {
            scrollbar::thumb(bounds, extent.thumb(scrollbar::track(bounds).height), self.position.fraction(extent))
        })
    }

    /// Takes the thumb or turns a page, and returns whether the point is on the scrollbar.
    pub fn press_scrollbar(&mut self, at: Point, bounds: Rectangle) -> bool {
        if at.x < bounds.x + bounds.width - GUTTER {
            return false;
        }
        if let Some(thumb) = self.thumb(bounds) {
            let page = (self.height - ROW_HEIGHT).max(ROW_HEIGHT);
            if at.y < thumb.y {
                self.position = self.position.moved(-page, self.extent());
            } else if at.y > thumb.y + thumb.height {
                self.position = self.position.moved(page, self.extent());
            } else {
                self.grab = Some(at.y - thumb.y);
            }
        }
        true
    }

    /// Scrolls so that the thumb's top comes to a height in the window.
    pub fn drag_scrollbar(&mut self, top: f32, bounds: Rectangle) {
        let track = scrollbar::track(bounds);
        let room = track.height - self.extent().thumb(track.height);
        if room > 0.0 {
            let fraction = f64::from((top - track.y) / room);
            self.position = Position::at_fraction(fraction, self.extent());
        }
    }

    /// Scrolls by the wheel or touchpad, and returns whether this list is one that scrolls.
    pub fn wheel(&mut self, delta: ScrollDelta) -> bool {
        let down = match delta {
            ScrollDelta::Lines { y, .. } => -y * ROWS_PER_NOTCH * ROW_HEIGHT,
            ScrollDelta::Pixels { y, .. } => -y,
        };
        let extent = self.extent();
        self.position = self.position.moved(down, extent);
        extent.overflows() && down != 0.0
    }

    /// Takes note of what concerns the list even where another widget has used the event, and returns whether that
    /// changes how the list looks.
    pub fn notice(&mut self, event: &Event, is_over: bool) -> bool {
        match event {
            Event::Keyboard(
                keyboard::Event::ModifiersChanged(modifiers)
                | keyboard::Event::KeyPressed { modifiers, .. }
                | keyboard::Event::KeyReleased { modifiers, .. },
            ) => {
                self.modifiers = *modifiers;
                false
            }
            Event::Mouse(mouse::Event::ButtonPressed(_)) if !is_over => {
                let was_focused = self.is_focused;
                self.blur();
                was_focused
            }
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left)) => self.grab.take().is_some(),
            Event::Mouse(_) | Event::Window(_) | Event::Touch(_) | Event::InputMethod(_) => false,
        }
    }

    /// Takes the focus without a ring: the mouse shows where it is.
    pub fn focus_by_mouse(&mut self) {
        self.is_focused = true;
        self.shows_ring = false;
    }

    /// Gives the focus away.
    pub fn blur(&mut self) {
        self.is_focused = false;
        self.shows_ring = false;
    }
}

impl Focusable for State {
    fn is_focused(&self) -> bool {
        self.is_focused
    }

    fn focus(&mut self) {
        self.is_focused = true;
        self.shows_ring = true;
    }

    fn unfocus(&mut self) {
        self.blur();
    }
}

impl Scrollable for State {
    fn snap_to(&mut self, offset: RelativeOffset<Option<f32>>) {
        if let Some(y) = offset.y {
            self.position = Position::at_fraction(f64::from(y), self.extent());
        }
    }

    fn scroll_to(&mut self, offset: AbsoluteOffset<Option<f32>>) {
        if let Some(y) = offset.y {
            self.position = Position::default().moved(y, self.extent());
        }
    }

    fn scroll_by(&mut self, offset: AbsoluteOffset, _bounds: Rectangle, _content_bounds: Rectangle) {
        self.position = self.position.moved(offset.y, self.extent());
    }
}
