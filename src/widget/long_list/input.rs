//! Says what the mouse and the keyboard do to a long list.

use iced::advanced::{Shell, mouse};
use iced::{Point, Rectangle, keyboard};

use super::state::State;
use super::{Event, LongList, Mode, keys};

impl<Message, Theme> LongList<'_, Message, Theme> {
    fn press(&self, state: &mut State, at: Point, bounds: Rectangle, shell: &mut Shell<'_, Message>) {
        state.focus_by_mouse();
        shell.capture_event();
        shell.request_redraw();

        if state.press_scrollbar(at, bounds) {
            return;
        }
        let Some(row) = state.row_at(at, bounds) else {
            state.click = None;
            return;
        };
        let previous = match state.click {
            Some((last, click)) if last == row => Some(click),
            Some(_) | None => None,
        };
        let click = mouse::Click::new(at, mouse::Button::Left, previous);
        state.click = Some((row, click));

        let mode = if state.modifiers.shift() {
            Mode::Extend
        } else if state.modifiers.command() {
            Mode::Toggle
        } else {
            Mode::Replace
        };
        // Only a plain double click opens; with Ctrl or Shift held, two clicks are just that.
        let event = match click.kind() {
            mouse::click::Kind::Double if mode == Mode::Replace => Event::Activate(row),
            mouse::click::Kind::Single | mouse::click::Kind::Double | mouse::click::Kind::Triple => {
                Event::Select { row, mode }
            }
        };
        shell.publish((self.on_event)(event));
    }

    pub(super) fn update_mouse(
        &self,
        state: &mut State,
        event: mouse::Event,
        bounds: Rectangle,
        cursor: mouse::Cursor,
        shell: &mut Shell<'_, Message>,
    ) {
        match event {
            mouse::Event::ButtonPressed(mouse::Button::Left) => {
                if let Some(at) = cursor.position_over(bounds) {
                    self.press(state, at, bounds, shell);
                }
            }
            mouse::Event::CursorMoved { .. } => {
                if let (Some(grab), Some(at)) = (state.grab, cursor.position()) {
                    state.drag_scrollbar(at.y - grab, bounds);
                    shell.capture_event();
                }
                let hovered = cursor.position_over(bounds).and_then(|at| state.hover_at(at, bounds));
                if hovered != state.hovered {
                    state.hovered = hovered;
                    shell.request_redraw();
                }
            }
            mouse::Event::WheelScrolled { delta } if cursor.is_over(bounds) => {
                if state.wheel(delta) {
                    shell.capture_event();
                }
            }
            mouse::Event::CursorEntered
            | mouse::Event::CursorLeft
            | mouse::Event::ButtonPressed(_)
            | mouse::Event::ButtonReleased(_)
            | mouse::Event::WheelScrolled { .. } => {}
        }
    }

    pub(super) fn update_keyboard(&self, state: &mut State, event: &keyboard::Event, shell: &mut Shell<'_, Message>) {
        let keyboard::Event::KeyPressed { key, physical_key, modifiers, .. } = event else {
            return;
        };
        let place = keys::Place {
            cursor: self.cursor.filter(|cursor| *cursor < self.len),
            len: self.len,
            page: state.extent().page(),
            first: state.position.first,
        };
        let event = keys::event(key, *physical_key, *modifiers, place);
        let Some(event) = event.filter(|_| state.is_focused) else {
            return;
        };
        if let Event::Select { row, .. } = event {
            state.reveal(row);
        }
        state.shows_ring = true;
        shell.publish((self.on_event)(event));
        shell.capture_event();
        shell.request_redraw();
    }
}
