//! A thing that can be pressed: by mouse, or by Enter and Space once Tab has reached it.
//!
//! The toolkit's own buttons cannot be focused, so everything that is pressed is built on this.

#![allow(clippy::wildcard_enum_match_arm)] // Keys and events are the toolkit's; what is not named is for others.

use super::focus::{self, Focus};
use super::wrapper::hands_on;
use crate::theme::measure::RADIUS;
use crate::theme::{Element, Theme};
use iced::advanced::layout::{self, Layout};
use iced::advanced::renderer::{self, Quad};
use iced::advanced::widget::{Id, Operation, Tree, Widget, tree};
use iced::advanced::{Clipboard, Renderer as _, Shell, mouse, overlay};
use iced::keyboard::{self, Key, key::Named};
use iced::widget::button::{Status, Style};
use iced::{Alignment, Background, Color, Event, Length, Padding, Rectangle, Size, Vector, touch, window};

type OnKey<'a, Message> = Box<dyn Fn(&Key) -> Option<Message> + 'a>;
type StyleFn<'a> = Box<dyn Fn(&Theme, Status) -> Style + 'a>;

/// A thing that can be pressed.
pub struct TabStop<'a, Message> {
    content: Element<'a, Message>,
    id: Option<Id>,
    on_press: Option<Message>,
    on_key: Option<OnKey<'a, Message>>,
    focusable: bool,
    enter: bool,
    width: Length,
    height: Length,
    padding: Padding,
    align_x: Alignment,
    style: StyleFn<'a>,
    ring_at: Option<usize>,
    status: Option<Status>,
}

#[derive(Debug, Default)]
struct State {
    focus: Focus,
    pressed: bool,
}

impl<'a, Message> TabStop<'a, Message> {
    /// Makes a content pressable; without `on_press` or `on_key` it is disabled.
    pub fn new(content: impl Into<Element<'a, Message>>) -> Self {
        Self {
            content: content.into(),
            id: None,
            on_press: None,
            on_key: None,
            focusable: true,
            enter: true,
            width: Length::Shrink,
            height: Length::Shrink,
            padding: Padding::ZERO,
            align_x: Alignment::Center,
            style: Box::new(crate::theme::style::quiet_button),
            ring_at: None,
            status: None,
        }
    }

    /// Names the widget, so that the focus can be sent to it.
    #[must_use]
    pub fn id(mut self, id: Option<Id>) -> Self {
        self.id = id;
        self
    }

    /// Says what a press sends.
    #[must_use]
    pub fn on_press(mut self, message: Option<Message>) -> Self {
        self.on_press = message;
        self
    }

    /// Answers keys other than Enter and Space while focused; `None` leaves the key to others.
    #[must_use]
    pub fn on_key(mut self, answer: impl Fn(&Key) -> Option<Message> + 'a) -> Self {
        self.on_key = Some(Box::new(answer));
        self
    }

    /// Leaves the widget out of the tab order; it can still be clicked.
    #[must_use]
    pub fn mouse_only(mut self) -> Self {
        self.focusable = false;
        self
    }

    /// Leaves Enter to others: in a form it goes on, and only Space changes what has the focus.
    #[must_use]
    pub fn space_only(mut self) -> Self {
        self.enter = false;
        self
    }

    /// Sets the size.
    #[must_use]
    pub fn size(mut self, width: impl Into<Length>, height: impl Into<Length>) -> Self {
        self.width = width.into();
        self.height = height.into();
        self
    }

    /// Sets the space between the edge and the content.
    #[must_use]
    pub fn padding(mut self, padding: impl Into<Padding>) -> Self {
        self.padding = padding.into();
        self
    }

    /// Sets where the content stands when there is more room than it needs.
    #[must_use]
    pub fn align_x(mut self, align: impl Into<Alignment>) -> Self {
        self.align_x = align.into();
        self
    }

    /// Sets the look.
    #[must_use]
    pub fn style(mut self, style: impl Fn(&Theme, Status) -> Style + 'a) -> Self {
        self.style = Box::new(style);
        self
    }

    /// Draws the focus ring around one child of the content instead of the whole.
    #[must_use]
    pub fn ring_at(mut self, child: Option<usize>) -> Self {
        self.ring_at = child;
        self
    }

    /// Returns where the focus is shown: around all of it, or the part of it that arrow keys move.
    fn ringed(&self, layout: Layout<'_>) -> Rectangle {
        let part = self.ring_at.and_then(|child| inner(layout).children().nth(child));
        part.map_or(layout.bounds(), |child| child.bounds())
    }

    fn enabled(&self) -> bool {
        self.on_press.is_some() || self.on_key.is_some()
    }
}

fn inner(layout: Layout<'_>) -> Layout<'_> {
    layout.child(0)
}

impl<Message: Clone> Widget<Message, Theme, iced::Renderer> for TabStop<'_, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    hands_on!(children);

    fn size(&self) -> Size<Length> {
        Size::new(self.width, self.height)
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &iced::Renderer, limits: &layout::Limits) -> layout::Node {
        layout::positioned(
            limits,
            self.width,
            self.height,
            self.padding,
            |limits| {
                let limits = limits.loose();
                let content = self.content.as_widget_mut();
                content.layout(&mut tree.children[0], renderer, &limits)
            },
            |content, size| content.align(self.align_x, Alignment::Center, size),
        )
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &iced::Renderer,
        operation: &mut dyn Operation,
    ) {
        let state: &mut State = tree.state.downcast_mut();
        operation.container(self.id.as_ref(), layout.bounds());
        if self.focusable && self.enabled() {
            operation.focusable(self.id.as_ref(), self.ringed(layout), &mut state.focus);
        } else {
            state.focus.leave();
        }
        operation.traverse(&mut |operation| {
            self.content.as_widget_mut().operate(&mut tree.children[0], inner(layout), renderer, operation);
        });
    }

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
        let bounds = layout.bounds();
        let over = cursor.is_over(bounds);
        let enabled = self.enabled();
        let state: &mut State = tree.state.downcast_mut();
        if !enabled {
            *state = State::default();
        }

        // The focus follows the mouse even where the content takes the click itself.
        if let Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left))
        | Event::Touch(touch::Event::FingerPressed { .. }) = event
        {
            if over && enabled && self.focusable {
                state.focus.by_mouse();
            } else {
                state.focus.leave();
            }
        }

        self.content.as_widget_mut().update(
            &mut tree.children[0],
            event,
            inner(layout),
            cursor,
            renderer,
            clipboard,
            shell,
            viewport,
        );
        if shell.is_event_captured() {
            return;
        }

        let state: &mut State = tree.state.downcast_mut();
        match event {
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left))
            | Event::Touch(touch::Event::FingerPressed { .. })
                if over && self.on_press.is_some() =>
            {
                state.pressed = true;
                shell.capture_event();
            }
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left))
            | Event::Touch(touch::Event::FingerLifted { .. })
                if state.pressed =>
            {
                state.pressed = false;
                if over && let Some(message) = &self.on_press {
                    shell.publish(message.clone());
                }
                shell.capture_event();
            }
            Event::Touch(touch::Event::FingerLost { .. }) => state.pressed = false,
            Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, repeat, .. })
                if state.focus.held && !modifiers.command() && !modifiers.alt() =>
            {
                // The ring comes back when the keyboard does.
                let press = match key {
                    Key::Named(Named::Space) => true,
                    Key::Named(Named::Enter) => self.enter,
                    _ => false,
                };
                if press && let Some(message) = &self.on_press {
                    // A held key must not confirm twice.
                    if !repeat {
                        state.focus.shown = true;
                        shell.publish(message.clone());
                    }
                    shell.capture_event();
                } else if let Some(message) = self.on_key.as_ref().and_then(|answer| answer(key)) {
                    state.focus.shown = true;
                    shell.publish(message);
                    shell.capture_event();
                }
            }
            _ => {}
        }

        let status = if !enabled {
            Status::Disabled
        } else if self.on_press.is_none() || !over {
            Status::Active
        } else if state.pressed {
            Status::Pressed
        } else {
            Status::Hovered
        };
        if let Event::Window(window::Event::RedrawRequested(_)) = event {
            self.status = Some(status);
        } else if self.status.is_some_and(|last| last != status) {
            shell.request_redraw();
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut iced::Renderer,
        theme: &Theme,
        _style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let bounds = layout.bounds();
        let state: &State = tree.state.downcast_ref();
        let fallback = if self.enabled() { Status::Active } else { Status::Disabled };
        let style = (self.style)(theme, self.status.unwrap_or(fallback));
        if style.background.is_some() || style.border.width > 0.0 {
            renderer.fill_quad(
                Quad { bounds, border: style.border, shadow: style.shadow, snap: style.snap },
                style.background.unwrap_or(Background::Color(Color::TRANSPARENT)),
            );
        }
        self.content.as_widget().draw(
            &tree.children[0],
            renderer,
            theme,
            &renderer::Style { text_color: style.text_color },
            inner(layout),
            cursor,
            viewport,
        );
        if state.focus.shown {
            focus::draw_ring(renderer, theme, self.ringed(layout), RADIUS);
        }
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &iced::Renderer,
    ) -> mouse::Interaction {
        let inside =
            self.content.as_widget().mouse_interaction(&tree.children[0], inner(layout), cursor, viewport, renderer);
        if inside == mouse::Interaction::None && self.on_press.is_some() && cursor.is_over(layout.bounds()) {
            mouse::Interaction::Pointer
        } else {
            inside
        }
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &iced::Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, iced::Renderer>> {
        self.content.as_widget_mut().overlay(&mut tree.children[0], inner(layout), renderer, viewport, translation)
    }
}

impl<'a, Message: Clone + 'a> From<TabStop<'a, Message>> for Element<'a, Message> {
    fn from(stop: TabStop<'a, Message>) -> Self {
        Self::new(stop)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use crate::widget::button;
    use crate::widget::field::text_field;
    use crate::widget::gallery::{focused, form, press, press_with, stage};
    use iced::advanced::widget::Id;
    use iced::keyboard::{Modifiers, key::Named};
    use iced::widget::column;

    #[derive(Debug, Clone, PartialEq, Eq)]
    enum Message {
        Pressed(&'static str),
        Typed(String),
    }

    fn body<'a>() -> crate::theme::Element<'a, Message> {
        column![
            text_field("", "").id("name").on_input(Message::Typed),
            button::plain("Copy").id("copy").on_press(Message::Pressed("copy")),
            button::plain("Off").id("off"),
            button::main("Save").id("save").on_press(Message::Pressed("save")),
        ]
        .into()
    }

    #[test]
    fn tab_visits_fields_and_buttons_in_a_circle_and_skips_what_is_disabled() {
        let mut stage = form(body());
        let mut visited = Vec::new();
        for _ in 0..4 {
            visited.push(focused(&mut stage).unwrap());
            press(&mut stage, Named::Tab);
        }
        assert_eq!(visited, ["name", "copy", "save", "name"].map(Id::new));
        press_with(&mut stage, Named::Tab, Modifiers::SHIFT);
        press_with(&mut stage, Named::Tab, Modifiers::SHIFT);
        assert_eq!(focused(&mut stage), Some(Id::new("save")));
    }

    #[test]
    fn enter_and_space_press_the_focused_button_only() {
        let mut stage = form(body());
        press(&mut stage, Named::Tab);
        press(&mut stage, Named::Enter);
        press(&mut stage, Named::Tab);
        press(&mut stage, Named::Space);
        let sent: Vec<_> = stage.into_messages().collect();
        assert_eq!(sent, [Message::Pressed("copy"), Message::Pressed("save")]);
    }

    #[test]
    fn a_shortcut_is_not_a_press() {
        let mut stage = form(body());
        press(&mut stage, Named::Tab);
        press_with(&mut stage, Named::Enter, Modifiers::COMMAND);
        assert_eq!(stage.into_messages().count(), 0);
    }

    #[test]
    fn a_click_presses_and_a_disabled_button_does_nothing() {
        let mut stage = stage(body());
        stage.click("Copy").unwrap();
        stage.click("Off").unwrap();
        let sent: Vec<_> = stage.into_messages().collect();
        assert_eq!(sent, [Message::Pressed("copy")]);
    }
}
