//! A card over a dimmed desk. While it is open, what lies under it gets no keys, no clicks, and is not found; the focus
//! that is meant for something there waits there until the card is gone.

mod keeping;
#[cfg(test)]
mod tests;

use super::focus;
use super::shadow;
use super::surface;
use super::text;
use crate::theme::measure::{CARD_RADIUS, CLEAR, HUGE, LARGE, MEDIUM, SMALL, VAST};
use crate::theme::{Element, Theme, style};
use iced::advanced::layout::{self, Layout};
use iced::advanced::renderer::{self, Quad};
use iced::advanced::widget::{Operation, Tree, Widget, tree};
use iced::advanced::{Clipboard, Renderer as _, Shell, mouse, overlay};
use iced::keyboard::{self, Key, key::Named};
use iced::widget::{Row, column, container, row, space};
use iced::{Alignment, Color, Event, Length, Point, Rectangle, Size, Vector};
use keeping::{Keeping, Kept};

/// What a dialog shows.
#[must_use]
pub struct Card<'a, Message> {
    title: String,
    aside: Option<String>,
    body: Element<'a, Message>,
    start: Vec<Element<'a, Message>>,
    end: Vec<Element<'a, Message>>,
    width: f32,
    fills: bool,
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
        fills: false,
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

    /// Lets the card be as high as the window allows; its body does not scroll as a whole, and can fill what there is.
    pub fn filling(mut self) -> Self {
        self.fills = true;
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
            fills: self.fills,
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
        let body = container(card.body).padding(RIM).width(Length::Fill);
        let body = if card.fills { body.height(Length::Fill).into() } else { surface::scroll(body) };
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

    /// Moves the focus into a card that was just opened, unless it is there already.
    fn enter(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &iced::Renderer) -> bool {
        let state: &mut State = tree.state.downcast_mut();
        if state.entered == self.title {
            return false;
        }
        state.entered.clone_from(&self.title);
        if !self.is_open() {
            return false;
        }
        let trees = &mut tree.children;
        let count = focus::count(|operation| self.reachable(trees, layout, renderer, operation));
        if count.focused.is_none() {
            focus::run(focus::next(), |operation| self.reachable(trees, layout, renderer, operation));
        }
        true
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
        let room = (size.height - HUGE - CLEAR - 2.0 * HUGE).max(0.0);
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
        // In the middle, unless it is so high that it would reach into the room for messages.
        let lowest = size.height - CLEAR - HUGE - height;
        let top = ((size.height - height) / 2.0).min(lowest).round();
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
        if !self.is_open() {
            operation.traverse(&mut |operation| self.reachable(&mut tree.children, layout, renderer, operation));
            return;
        }
        // What is under the card may be answered late, and send the focus to something of its own. The card has it as
        // long as it is open, whichever of the two comes last.
        self.enter(tree, layout, renderer);
        let mut kept = Kept::default();
        operation.traverse(&mut |operation| {
            let mut keeping = Keeping::new(operation, &mut kept);
            self.reachable(&mut tree.children, layout, renderer, &mut keeping);
            keeping.ask_alone();
        });
        if !kept.is_meant_elsewhere() {
            self.reachable(&mut tree.children, layout, renderer, &mut kept.letting_go());
        } else if let (Some(base), Some(tree), Some(layout)) =
            (self.parts.first_mut(), tree.children.first_mut(), layout.children().next())
        {
            operation.traverse(&mut |operation| base.as_widget_mut().operate(tree, layout, renderer, operation));
        }
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
        if self.enter(tree, layout, renderer) {
            shell.request_redraw();
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
