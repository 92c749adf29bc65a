//! Puts two panes side by side with a divider between them that can be dragged.

use std::ops::RangeInclusive;

use iced::advanced::widget::operation::Focusable;
use iced::advanced::widget::{Id, Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Renderer as _, Shell, Widget, layout, mouse, overlay, renderer};
use iced::keyboard::key::Named;
use iced::keyboard::{self, Key};
use iced::{Border, Color, Element, Event, Length, Point, Rectangle, Renderer, Size, Vector};

/// The width of what is drawn, and of what the mouse can take, in logical pixels.
const DIVIDER: f32 = 1.0;
const HIT: f32 = 8.0;
/// How far one arrow key moves the divider.
const KEY_STEP: f32 = 16.0;

/// The colours of a divider.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// The line at rest.
    pub line: Color,
    /// The line under the mouse, while dragged, or while the keyboard is on it.
    pub active: Color,
}

/// Two panes and the divider between them.
pub struct Split<'a, Message, Theme> {
    panes: [Element<'a, Message, Theme, Renderer>; 2],
    left: f32,
    limits: RangeInclusive<f32>,
    on_resize: Box<dyn Fn(f32) -> Message + 'a>,
    style: Box<dyn Fn(&Theme) -> Style + 'a>,
    id: Option<Id>,
    is_fixed: bool,
}

/// Creates two panes, the left one of a width within limits, both in logical pixels.
///
/// The caller holds the width: dragging only says which one is wished for.
pub fn split<'a, Message, Theme>(
    left: impl Into<Element<'a, Message, Theme, Renderer>>,
    right: impl Into<Element<'a, Message, Theme, Renderer>>,
    width: f32,
    limits: RangeInclusive<f32>,
    on_resize: impl Fn(f32) -> Message + 'a,
    style: impl Fn(&Theme) -> Style + 'a,
) -> Split<'a, Message, Theme> {
    Split {
        panes: [left.into(), right.into()],
        left: width,
        limits,
        on_resize: Box::new(on_resize),
        style: Box::new(style),
        id: None,
        is_fixed: false,
    }
}

#[derive(Default)]
struct State {
    /// How far right of the divider's middle the mouse took it.
    grab: Option<f32>,
    is_hovered: bool,
    is_focused: bool,
}

impl Focusable for State {
    fn is_focused(&self) -> bool {
        self.is_focused
    }

    fn focus(&mut self) {
        self.is_focused = true;
    }

    fn unfocus(&mut self) {
        self.is_focused = false;
    }
}

impl<Message, Theme> Split<'_, Message, Theme> {
    /// Makes the divider a tab stop that the arrow keys move.
    #[must_use]
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Takes the divider away, such as while one pane has all the room; both panes keep their state.
    #[must_use]
    pub fn fixed(mut self, is_fixed: bool) -> Self {
        self.is_fixed = is_fixed;
        self
    }

    fn divider(&self) -> f32 {
        if self.is_fixed { 0.0 } else { DIVIDER }
    }

    fn fitted(&self, wished: f32, total: f32) -> f32 {
        wished.min(*self.limits.end()).max(*self.limits.start()).min(total - self.divider()).max(0.0).round()
    }

    /// Returns the strip that the mouse can take.
    fn hit(&self, bounds: Rectangle) -> Rectangle {
        if self.is_fixed {
            return Rectangle { width: 0.0, ..bounds };
        }
        let middle = bounds.x + self.fitted(self.left, bounds.width) + DIVIDER / 2.0;

        Rectangle { x: middle - HIT / 2.0, width: HIT, ..bounds }
    }

    fn resize(&self, wished: f32, total: f32, shell: &mut Shell<'_, Message>) {
        let width = self.fitted(wished, total);
        if width != self.fitted(self.left, total) {
            shell.publish((self.on_resize)(width));
        }
        shell.capture_event();
    }

    /// Returns whether the event was about the divider and must not reach the panes.
    fn update_divider(
        &self,
        state: &mut State,
        event: &Event,
        bounds: Rectangle,
        cursor: mouse::Cursor,
        shell: &mut Shell<'_, Message>,
    ) -> bool {
        if self.is_fixed {
            *state = State::default();
            return false;
        }
        let hit = self.hit(bounds);
        match event {
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)) => {
                state.is_focused = false;
                let Some(at) = cursor.position_over(hit) else {
                    return false;
                };
                state.grab = Some(at.x - hit.center_x());
                shell.capture_event();
                shell.request_redraw();
                true
            }
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left)) => {
                let was_held = state.grab.take().is_some();
                if was_held {
                    shell.capture_event();
                    shell.request_redraw();
                }
                was_held
            }
            Event::Mouse(mouse::Event::CursorMoved { .. }) => {
                if let (Some(grab), Some(at)) = (state.grab, cursor.position()) {
                    self.resize(at.x - grab - bounds.x - DIVIDER / 2.0, bounds.width, shell);
                    return true;
                }
                if state.is_hovered != cursor.is_over(hit) {
                    state.is_hovered = !state.is_hovered;
                    shell.request_redraw();
                }
                false
            }
            Event::Keyboard(keyboard::Event::KeyPressed {
                key: Key::Named(named @ (Named::ArrowLeft | Named::ArrowRight)),
                modifiers,
                ..
            }) if state.is_focused && modifiers.is_empty() => {
                let step = if *named == Named::ArrowLeft { -KEY_STEP } else { KEY_STEP };
                self.resize(self.fitted(self.left, bounds.width) + step, bounds.width, shell);
                true
            }
            Event::Mouse(_) | Event::Keyboard(_) | Event::Window(_) | Event::Touch(_) | Event::InputMethod(_) => false,
        }
    }
}

impl<Message, Theme> Widget<Message, Theme, Renderer> for Split<'_, Message, Theme> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn children(&self) -> Vec<Tree> {
        self.panes.iter().map(Tree::new).collect()
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(&self.panes);
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Fill)
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let size = limits.resolve(Length::Fill, Length::Fill, Size::ZERO);
        let left = self.fitted(self.left, size.width);
        let spans = [(0.0, left), (left + self.divider(), (size.width - left - self.divider()).max(0.0))];
        let nodes = self
            .panes
            .iter_mut()
            .zip(&mut tree.children)
            .zip(spans)
            .map(|((pane, tree), (x, width))| {
                let limits = layout::Limits::new(Size::ZERO, Size::new(width, size.height));
                pane.as_widget_mut().layout(tree, renderer, &limits).move_to(Point::new(x, 0.0))
            })
            .collect();

        layout::Node::with_children(size, nodes)
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        viewport: &Rectangle,
    ) {
        let bounds = layout.bounds();
        let state = tree.state.downcast_mut::<State>();
        if self.update_divider(state, event, bounds, cursor, shell) {
            return;
        }
        let cursor = if cursor.is_over(self.hit(bounds)) { mouse::Cursor::Unavailable } else { cursor };
        for ((pane, tree), layout) in self.panes.iter_mut().zip(&mut tree.children).zip(layout.children()) {
            pane.as_widget_mut().update(tree, event, layout, cursor, renderer, clipboard, shell, viewport);
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let bounds = layout.bounds();
        let hit = self.hit(bounds);
        let state = tree.state.downcast_ref::<State>();
        let is_over = cursor.is_over(hit);
        let is_active = is_over || state.grab.is_some() || state.is_focused;
        let pane_cursor = if is_over || state.grab.is_some() { mouse::Cursor::Unavailable } else { cursor };

        for ((pane, tree), layout) in self.panes.iter().zip(&tree.children).zip(layout.children()) {
            if let Some(clip) = layout.bounds().intersection(viewport) {
                pane.as_widget().draw(tree, renderer, theme, style, layout, pane_cursor, &clip);
            }
        }

        if self.is_fixed {
            return;
        }
        let colors = (self.style)(theme);
        let width = if is_active { 3.0 } else { DIVIDER };
        let line = Rectangle { x: hit.center_x() - width / 2.0, width, ..bounds };
        renderer.with_layer(line, |renderer| {
            renderer.fill_quad(
                renderer::Quad { bounds: line, border: Border::default(), ..renderer::Quad::default() },
                if is_active { colors.active } else { colors.line },
            );
        });
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &Renderer,
    ) -> mouse::Interaction {
        let state = tree.state.downcast_ref::<State>();
        if state.grab.is_some() || cursor.is_over(self.hit(layout.bounds())) {
            return mouse::Interaction::ResizingHorizontally;
        }
        self.panes
            .iter()
            .zip(&tree.children)
            .zip(layout.children())
            .map(|((pane, tree), layout)| pane.as_widget().mouse_interaction(tree, layout, cursor, viewport, renderer))
            .max()
            .unwrap_or_default()
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        operation.container(None, layout.bounds());
        let Tree { state, children, .. } = tree;
        let state = state.downcast_mut::<State>();
        let hit = self.hit(layout.bounds());
        let (id, is_fixed) = (self.id.clone(), self.is_fixed);
        operation.traverse(&mut |operation| {
            let mut panes = self.panes.iter_mut().zip(children.iter_mut()).zip(layout.children());
            if let Some(((pane, tree), layout)) = panes.next() {
                pane.as_widget_mut().operate(tree, layout, renderer, operation);
            }
            // Between the panes, as the eye meets it.
            if id.is_some() && !is_fixed {
                operation.focusable(id.as_ref(), hit, state);
            }
            for ((pane, tree), layout) in panes {
                pane.as_widget_mut().operate(tree, layout, renderer, operation);
            }
        });
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        overlay::from_children(&mut self.panes, tree, layout, renderer, viewport, translation)
    }
}

impl<'a, Message: 'a, Theme: 'a> From<Split<'a, Message, Theme>> for Element<'a, Message, Theme, Renderer> {
    fn from(split: Split<'a, Message, Theme>) -> Self {
        Self::new(split)
    }
}
