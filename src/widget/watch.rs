//! Notices when the focus enters or leaves a field, which the toolkit's fields do not tell, draws the ring around it, and
//! keeps what was typed, so that it can be taken back.

use super::focus;
use super::hotkeys::pressed;
use super::typing::{self, History, Typing};
use super::wrapper::hands_on;
use crate::theme::measure::RADIUS;
use crate::theme::{Element, Theme};
use iced::advanced::layout::Layout;
use iced::advanced::renderer;
use iced::advanced::widget::operation::TextInput;
use iced::advanced::widget::{Id, Operation, Tree, Widget, tree};
use iced::advanced::{Clipboard, Shell, mouse};
use iced::time::Instant;
use iced::{Event, Rectangle, keyboard, window};

/// A field whose focus is watched.
pub struct Watch<'a, Message> {
    content: Element<'a, Message>,
    on_focus: Option<Message>,
    on_blur: Option<Message>,
    typing: Option<Typing<'a, Message>>,
}

#[derive(Debug, Default)]
struct State {
    focused: bool,
    history: History,
}

impl<'a, Message> Watch<'a, Message> {
    /// Watches a field and draws the focus ring around it.
    pub fn new(content: impl Into<Element<'a, Message>>) -> Self {
        Self { content: content.into(), on_focus: None, on_blur: None, typing: None }
    }

    /// Says what is sent when the focus enters.
    #[must_use]
    pub fn on_focus(mut self, message: Option<Message>) -> Self {
        self.on_focus = message;
        self
    }

    /// Says what is sent when the focus has left, which is when forms check what was typed.
    #[must_use]
    pub fn on_blur(mut self, message: Option<Message>) -> Self {
        self.on_blur = message;
        self
    }

    /// Says how what was typed is taken back; not for what nobody may read.
    #[must_use]
    pub(super) fn typing(mut self, typing: Option<Typing<'a, Message>>) -> Self {
        self.typing = typing;
        self
    }

    /// Keeps what is typed, and answers the keys that take it back; tells whether this was one, and where the cursor
    /// goes then.
    fn follow_typing(&self, state: &mut State, event: &Event, shell: &mut Shell<'_, Message>) -> Option<usize> {
        let typing = self.typing.as_ref()?;
        let way = pressed(event).and_then(|(key, held)| typing::way(&key, held)).filter(|_| state.focused);
        // What was typed is in the field by the next frame, or the next key.
        let is_time = match event {
            Event::Window(window::Event::RedrawRequested(_)) => true,
            Event::Keyboard(keyboard::Event::KeyPressed { .. }) => state.focused,
            Event::Keyboard(_) | Event::Window(_) | Event::Mouse(_) | Event::Touch(_) | Event::InputMethod(_) => false,
        };
        if !is_time {
            return None;
        }
        state.history.saw(&(typing.text)(), state.focused, Instant::now());
        let (text, cursor) = state.history.step(way?)?;
        for message in (typing.restore)(text, cursor) {
            shell.publish(message);
        }
        shell.capture_event();
        shell.request_redraw();
        Some(cursor)
    }
}

/// Puts the cursor of a field of one line before a character.
struct PutCursor(usize);

impl Operation for PutCursor {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn text_input(&mut self, _: Option<&Id>, _: Rectangle, state: &mut dyn TextInput) {
        state.move_cursor_to(self.0);
    }
}

impl<Message: Clone> Widget<Message, Theme, iced::Renderer> for Watch<'_, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    hands_on!(children);

    hands_on!(measures);

    hands_on!(operations);

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &iced::Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        viewport: &Rectangle,
    ) {
        let taken_back = self.follow_typing(tree.state.downcast_mut(), event, shell);
        let content = self.content.as_widget_mut();
        if let Some(cursor) = taken_back {
            content.operate(&mut tree.children[0], layout, renderer, &mut PutCursor(cursor));
            return;
        }
        content.update(&mut tree.children[0], event, layout, cursor, renderer, clipboard, shell, viewport);
        // The focus may also have been moved by an operation since the last event.
        let focused = focus::count(|operation| {
            content.operate(&mut tree.children[0], layout, renderer, operation);
        })
        .focused
        .is_some();
        let state: &mut State = tree.state.downcast_mut();
        if state.focused != focused {
            state.focused = focused;
            let message = if focused { &self.on_focus } else { &self.on_blur };
            if let Some(message) = message {
                shell.publish(message.clone());
            }
            shell.request_redraw();
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut iced::Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        self.content.as_widget().draw(&tree.children[0], renderer, theme, style, layout, cursor, viewport);
        if tree.state.downcast_ref::<State>().focused {
            focus::draw_ring(renderer, theme, layout.bounds(), RADIUS);
        }
    }

    hands_on!(pointer);

    hands_on!(overlays Theme);
}

impl<'a, Message: Clone + 'a> From<Watch<'a, Message>> for Element<'a, Message> {
    fn from(watch: Watch<'a, Message>) -> Self {
        Self::new(watch)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use crate::widget::field::text_field;
    use crate::widget::gallery::{form, press, redraw};
    use iced::Point;
    use iced::keyboard::key::Named;
    use iced::widget::column;
    use iced_test::simulator::click;

    #[derive(Debug, Clone, PartialEq, Eq)]
    enum Message {
        Entered(&'static str),
        Left(&'static str),
        Typed(String),
    }

    fn two<'a>() -> crate::theme::Element<'a, Message> {
        let field =
            |id| text_field(id, "").on_input(Message::Typed).on_focus(Message::Entered(id)).on_blur(Message::Left(id));
        column![field("one"), field("two")].into()
    }

    #[test]
    fn leaving_by_tab_is_told_once() {
        let mut stage = form(two());
        press(&mut stage, Named::Tab);
        redraw(&mut stage);
        let sent: Vec<_> = stage.into_messages().collect();
        let wanted = [Message::Entered("one"), Message::Left("one"), Message::Entered("two")];
        assert_eq!(sent, wanted);
    }

    #[test]
    fn leaving_by_a_click_elsewhere_is_told() {
        let mut stage = form(two());
        stage.point_at(Point::new(5.0, 5.0));
        stage.simulate(click());
        stage.click("one").unwrap();
        stage.point_at(Point::new(400.0, 305.0));
        stage.click("two").unwrap();
        let sent: Vec<_> = stage.into_messages().collect();
        assert_eq!(sent.last(), Some(&Message::Entered("two")));
        assert!(sent.contains(&Message::Left("one")));
    }
}
