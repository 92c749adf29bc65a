//! A card over a dimmed desk. While it is open, what lies under it gets no keys, no clicks, no focus, and is not found.

use super::focus;
use super::shadow;
use super::surface;
use super::text;
use crate::theme::measure::{CARD_RADIUS, HUGE, LARGE, MEDIUM, SMALL, VAST};
use crate::theme::{Element, Theme, style};
use iced::advanced::layout::{self, Layout};
use iced::advanced::renderer::{self, Quad};
use iced::advanced::widget::{Operation, Tree, Widget, tree};
use iced::advanced::{Clipboard, Renderer as _, Shell, mouse, overlay};
use iced::keyboard::{self, Key, key::Named};
use iced::widget::{Row, column, container, row, space};
use iced::{Alignment, Color, Event, Length, Point, Rectangle, Size, Vector};

/// What a dialog shows.
#[must_use]
pub struct Card<'a, Message> {
    title: String,
    aside: Option<String>,
    body: Element<'a, Message>,
    start: Vec<Element<'a, Message>>,
    end: Vec<Element<'a, Message>>,
    width: f32,
    on_escape: Option<Message>,
}

/// Returns a dialog's card, at most 480 px wide unless said.
pub fn card<'a, Message>(title: impl Into<String>, body: impl Into<Element<'a, Message>>) -> Card<'a, Message> {
    Card {
        title: title.into(),
        aside: None,
        body: body.into(),
        start: Vec::new(),
        end: Vec::new(),
        width: 480.0,
        on_escape: None,
    }
}

impl<'a, Message> Card<'a, Message> {
    /// Puts a caption at the right of the title.
    pub fn aside(mut self, caption: impl Into<String>) -> Self {
        self.aside = Some(caption.into());
        self
    }

    /// Adds a button at the right; the last one is the main one.
    pub fn button(mut self, button: impl Into<Element<'a, Message>>) -> Self {
        self.end.push(button.into());
        self
    }

    /// Adds a button at the left, for side roads.
    pub fn side_button(mut self, button: impl Into<Element<'a, Message>>) -> Self {
        self.start.push(button.into());
        self
    }

    /// Sets how wide the card may get, in pixels.
    pub fn max_width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Says what Escape sends.
    pub fn on_escape(mut self, message: Message) -> Self {
        self.on_escape = Some(message);
        self
    }

    /// Returns the same card, with its messages wrapped.
    pub fn map<N: 'a>(self, wrap: impl Fn(Message) -> N + Clone + 'a) -> Card<'a, N>
    where
        Message: 'a,
    {
        let each = |parts: Vec<Element<'a, Message>>| parts.into_iter().map(|part| part.map(wrap.clone())).collect();
        Card {
            title: self.title,
            aside: self.aside,
            start: each(self.start),
            end: each(self.end),
            width: self.width,
            on_escape: self.on_escape.map(wrap.clone()),
            body: self.body.map(wrap),
        }
    }
}

/// Lays a card over a base, if there is one.
///
/// Call it always, with `None` while nothing is open: the base then keeps its state (what is typed, scrolled, focused)
/// when the card comes and goes. The focus moves into the card when it opens, to the first tab stop of its body.
#[must_use]
pub fn dialog<'a, Message: Clone + 'a>(
    base: impl Into<Element<'a, Message>>,
    card: Option<Card<'a, Message>>,
) -> Element<'a, Message> {
    let mut layers = Layers { parts: vec![base.into()], title: None, width: 0.0, on_escape: None };
    if let Some(card) = card {
        let head = row![text::section(card.title.clone()), space().width(Length::Fill)]
            .push(card.aside.map(text::caption))
            .spacing(LARGE)
            .align_y(Alignment::Center);
        // Room for focus rings, which the scrolling area would cut off.
        let body = surface::scroll(container(card.body).padding(RIM).width(Length::Fill));
        let foot = row![
            Row::with_children(card.start).spacing(SMALL),
            space().width(Length::Fill),
            Row::with_children(card.end).spacing(SMALL)
        ]
        .spacing(SMALL);
        layers.parts.push(body);
        layers.parts.push(column![foot].into());
        layers.parts.push(head.into());
        layers.title = Some(card.title);
        layers.width = card.width;
        layers.on_escape = card.on_escape;
    }
    Element::new(layers)
}

const RIM: f32 = 4.0;

/// The base and, while a card is open, its body, foot and head: in the order in which Tab visits them.
struct Layers<'a, Message> {
    parts: Vec<Element<'a, Message>>,
    title: Option<String>,
    width: f32,
    on_escape: Option<Message>,
}

#[derive(Debug, Default)]
struct State {
    /// The title of the card that has been given the focus.
    entered: Option<String>,
}

impl<Message> Layers<'_, Message> {
    fn is_open(&self) -> bool {
        self.title.is_some()
    }

    /// Shows an operation to what can be reached: the card, or else the base.
    fn reachable(
        &mut self,
        trees: &mut [Tree],
        layout: Layout<'_>,
        renderer: &iced::Renderer,
        operation: &mut dyn Operation,
    ) {
        let skipped = usize::from(self.is_open());
        let parts = self.parts.iter_mut().zip(trees).zip(layout.children());
        for ((part, tree), layout) in parts.skip(skipped) {
            part.as_widget_mut().operate(tree, layout, renderer, operation);
        }
    }
}

/// Tells whether an event must reach the base although a card covers it.
fn is_for_all(event: &Event) -> bool {
    matches!(event, Event::Window(_) | Event::Keyboard(keyboard::Event::ModifiersChanged(_)))
}

/// Returns the frame of the card around its parts.
fn frame(layout: Layout<'_>) -> Option<Rectangle> {
    let mut parts = layout.children().skip(1).map(|part| part.bounds());
    let body = parts.next()?;
    let foot = parts.next()?;
    let head = parts.next()?;
    let inside = head.union(&body).union(&foot);
    Some(Rectangle {
        x: head.x - HUGE,
        width: head.width + 2.0 * HUGE,
        y: inside.y - HUGE,
        height: inside.height + 2.0 * HUGE,
    })
}

impl<Message: Clone> Widget<Message, Theme, iced::Renderer> for Layers<'_, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn children(&self) -> Vec<Tree> {
        self.parts.iter().map(Tree::new).collect()
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(&self.parts);
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Fill)
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &iced::Renderer, limits: &layout::Limits) -> layout::Node {
        let size = limits.max();
        let mut parts = self.parts.iter_mut().zip(&mut tree.children);
        let mut place = |limits: layout::Limits| {
            parts.next().map(|(part, tree)| {
                let node = part.as_widget_mut().layout(tree, renderer, &limits);
                (node, part, tree)
            })
        };
        let Some((base, ..)) = place(layout::Limits::new(Size::ZERO, size)) else {
            return layout::Node::new(size);
        };
        let width = (self.width.min(size.width - 2.0 * VAST) - 2.0 * HUGE).max(0.0);
        let room = (size.height - 2.0 * VAST - 2.0 * HUGE).max(0.0);
        let limits = layout::Limits::new(Size::ZERO, Size::new(width, room));
        // The body comes first in the order of Tab, but gets the height that head and foot leave.
        let body = parts.next();
        let mut rest = parts.map(|(part, tree)| part.as_widget_mut().layout(tree, renderer, &limits));
        let (Some((body, tree)), Some(foot), Some(head)) = (body, rest.next(), rest.next()) else {
            return layout::Node::with_children(size, vec![base]);
        };
        let gaps = MEDIUM - RIM + LARGE - RIM;
        let left = (room - head.size().height - foot.size().height - gaps).max(0.0);
        let limits = layout::Limits::new(Size::ZERO, Size::new(width + 2.0 * RIM, left));
        let body = body.as_widget_mut().layout(tree, renderer, &limits);

        let height = head.size().height + body.size().height + foot.size().height + gaps;
        let x = ((size.width - width) / 2.0).round();
        let top = ((size.height - height) / 2.0).round();
        let under_head = top + head.size().height + MEDIUM - RIM;
        let under_body = under_head + body.size().height + LARGE - RIM;
        layout::Node::with_children(
            size,
            vec![
                base,
                body.move_to(Point::new(x - RIM, under_head)),
                foot.move_to(Point::new(x, under_body)),
                head.move_to(Point::new(x, top)),
            ],
        )
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &iced::Renderer,
        operation: &mut dyn Operation,
    ) {
        operation.container(None, layout.bounds());
        operation.traverse(&mut |operation| {
            self.reachable(&mut tree.children, layout, renderer, operation);
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
        let state: &mut State = tree.state.downcast_mut();
        if state.entered != self.title {
            state.entered.clone_from(&self.title);
            if self.is_open() {
                let trees = &mut tree.children;
                let count = focus::count(|operation| {
                    self.reachable(trees, layout, renderer, operation);
                });
                if count.focused.is_none() {
                    focus::run(focus::next(), |operation| {
                        self.reachable(trees, layout, renderer, operation);
                    });
                }
                shell.request_redraw();
            }
        }

        if self.is_open()
            && let Event::Keyboard(keyboard::Event::KeyPressed { key: Key::Named(Named::Escape), .. }) = event
        {
            // A text field would take the first Escape for itself.
            if let Some(message) = &self.on_escape {
                shell.publish(message.clone());
            }
            shell.capture_event();
            return;
        }

        let open = self.is_open();
        let parts = self.parts.iter_mut().zip(&mut tree.children);
        for (index, ((part, tree), layout)) in parts.zip(layout.children()).enumerate() {
            let covered = open && index == 0;
            if covered && !is_for_all(event) {
                continue;
            }
            let cursor = if covered { mouse::Cursor::Unavailable } else { cursor };
            part.as_widget_mut().update(tree, event, layout, cursor, renderer, clipboard, shell, viewport);
        }

        if open
            && !shell.is_event_captured()
            && let Event::Keyboard(keyboard::Event::KeyPressed { key: Key::Named(Named::Tab), modifiers, .. }) = event
            && !modifiers.command()
        {
            let trees = &mut tree.children;
            let mut apply = |operation: &mut dyn Operation| {
                self.reachable(trees, layout, renderer, operation);
            };
            if modifiers.shift() {
                focus::run(focus::previous(), &mut apply);
            } else {
                focus::run(focus::next(), &mut apply);
            }
            focus::run(focus::reveal(), &mut apply);
            shell.capture_event();
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
        let roles = theme.roles();
        let style = renderer::Style { text_color: roles.ink };
        let frame = frame(layout);
        let mut parts = self.parts.iter().zip(&tree.children).zip(layout.children());
        if let Some(((base, tree), layout)) = parts.next() {
            let cursor = if frame.is_some() { mouse::Cursor::Unavailable } else { cursor };
            base.as_widget().draw(tree, renderer, theme, &style, layout, cursor, viewport);
        }
        let Some(frame) = frame else {
            return;
        };
        renderer.with_layer(bounds, |renderer| {
            renderer.fill_quad(Quad { bounds, ..Quad::default() }, roles.dim);
        });
        renderer.with_layer(bounds, |renderer| {
            let look = style::floating(theme);
            shadow::draw(renderer, frame, CARD_RADIUS, roles.shadow);
            renderer.fill_quad(
                Quad { bounds: frame, border: look.border, ..Quad::default() },
                look.background.unwrap_or(Color::TRANSPARENT.into()),
            );
            for ((part, tree), layout) in parts {
                part.as_widget().draw(tree, renderer, theme, &style, layout, cursor, viewport);
            }
        });
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &iced::Renderer,
    ) -> mouse::Interaction {
        let open = self.is_open();
        let parts = self.parts.iter().zip(&tree.children).zip(layout.children());
        let interaction = parts
            .skip(usize::from(open))
            .map(|((part, tree), layout)| part.as_widget().mouse_interaction(tree, layout, cursor, viewport, renderer))
            .find(|interaction| *interaction != mouse::Interaction::None);
        match interaction {
            Some(interaction) => interaction,
            None if open => mouse::Interaction::Idle,
            None => mouse::Interaction::None,
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
        let skipped = usize::from(self.is_open());
        let parts = self.parts.iter_mut().zip(&mut tree.children);
        let overlays: Vec<_> = parts
            .zip(layout.children())
            .skip(skipped)
            .filter_map(|((part, tree), layout)| {
                part.as_widget_mut().overlay(tree, layout, renderer, viewport, translation)
            })
            .collect();
        (!overlays.is_empty()).then(|| overlay::Group::with_children(overlays).overlay())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use super::*;
    use crate::widget::button;
    use crate::widget::field::text_field;
    use crate::widget::gallery::{focused, press, redraw, stage, write};
    use iced::advanced::widget::Id;
    use iced::widget::Column;

    #[derive(Debug, Clone, PartialEq, Eq)]
    enum Message {
        Under(String),
        Over(String),
        Closed,
        Saved,
    }

    fn page<'a>(open: bool) -> Element<'a, Message> {
        let under = text_field("under", "").id("under").on_input(Message::Under);
        let over = text_field("over", "").id("over").on_input(Message::Over);
        let card = card("Card", over)
            .on_escape(Message::Closed)
            .button(button::main("Save").id("save").on_press(Message::Saved));
        dialog(container(under), open.then_some(card))
    }

    #[test]
    fn without_card_the_base_works() {
        let mut stage = stage(page(false));
        stage.click("under").unwrap();
        write(&mut stage, "a");
        let sent: Vec<_> = stage.into_messages().collect();
        assert_eq!(sent, [Message::Under("a".into())]);
    }

    #[test]
    fn typing_goes_to_the_card_and_never_to_what_it_covers() {
        let mut stage = stage(page(true));
        redraw(&mut stage);
        assert!(stage.find("under").is_err(), "covered texts are not found");
        write(&mut stage, "a");
        for _ in 0..3 {
            press(&mut stage, Named::Tab);
            let focused = focused(&mut stage);
            assert_ne!(focused, Some(Id::new("under")));
            assert!(focused.is_some());
        }
        stage.point_at(Point::new(10.0, 10.0));
        stage.simulate(iced_test::simulator::click());
        write(&mut stage, "b");
        let sent: Vec<_> = stage.into_messages().collect();
        assert_eq!(sent, [Message::Over("a".into())]);
    }

    #[test]
    fn escape_closes_at_once_though_a_field_has_the_focus() {
        let mut stage = stage(page(true));
        redraw(&mut stage);
        assert_eq!(focused(&mut stage), Some(Id::new("over")));
        press(&mut stage, Named::Escape);
        assert_eq!(stage.into_messages().collect::<Vec<_>>(), [Message::Closed]);
    }

    #[test]
    fn tab_scrolls_to_a_field_out_of_sight() {
        let rows =
            (0..20).map(|row| text_field("", "").id(Id::from(format!("row {row}"))).on_input(Message::Over).into());
        let body = Column::with_children(rows).spacing(SMALL);
        let mut stage = stage(dialog(space(), Some(card("Long", body))));
        redraw(&mut stage);
        for _ in 0..19 {
            press(&mut stage, Named::Tab);
        }
        assert_eq!(focused(&mut stage), Some(Id::new("row 19")));
        stage.click(iced_test::selector::id("row 19")).unwrap();
        press(&mut stage, Named::Tab);
        assert_eq!(focused(&mut stage), Some(Id::new("row 0")));
        stage.click(iced_test::selector::id("row 0")).unwrap();
    }
}
