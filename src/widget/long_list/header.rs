//! Names the columns of a long list, and lets a person choose which one it is sorted by.

use std::borrow::Cow;

use iced::advanced::widget::operation::Focusable;
use iced::advanced::widget::{Id, Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Renderer as _, Shell, Widget, layout, mouse, renderer};
use iced::keyboard::key::Named;
use iced::keyboard::{self, Key};
use iced::{Color, Element, Event, Length, Pixels, Point, Rectangle, Renderer, Size, alignment, border};

use super::GUTTER;
use super::columns::{Columns, GAP, cells};
use crate::widget::line::{self, Line, line};

/// The width and height of the arrow, and the space between it and the label.
const ARROW: Size = Size::new(7.0, 4.0);
const ARROW_GAP: f32 = 6.0;
/// How wide the strip is by which the mouse takes an edge.
const EDGE: f32 = 10.0;

/// Says which way a list is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Small to large; the arrow points up.
    Ascending,
    /// Large to small; the arrow points down.
    Descending,
}

/// The colours of a header.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// The labels.
    pub text: Color,
    /// The label and arrow of the column the list is sorted by.
    pub sorted: Color,
    /// Behind a heading under the mouse.
    pub hovered: Color,
    /// Around a heading that the keyboard is on.
    pub ring: Color,
}

/// The heading of one column.
pub struct Heading<'a, Message> {
    label: Cow<'a, str>,
    sort: Option<Direction>,
    on_press: Option<Message>,
    id: Option<Id>,
    size: Option<Pixels>,
    on_resize: Option<Resize<'a, Message>>,
}

type Resize<'a, Message> = Box<dyn Fn(f32) -> Message + 'a>;

/// Creates a heading. It is a tab stop once it has something to do; see [`Heading::on_press`].
pub fn heading<'a, Message>(label: impl Into<Cow<'a, str>>) -> Heading<'a, Message> {
    Heading { label: label.into(), sort: None, on_press: None, id: None, size: None, on_resize: None }
}

impl<'a, Message> Heading<'a, Message> {
    /// Lets the mouse drag the column's right edge; the message is told how wide the column is wished for, in pixels.
    #[must_use]
    pub fn on_resize(mut self, message: impl Fn(f32) -> Message + 'a) -> Self {
        self.on_resize = Some(Box::new(message));
        self
    }

    /// Sets whether the list is sorted by this column, and which way.
    #[must_use]
    pub fn sort(mut self, sort: Option<Direction>) -> Self {
        self.sort = sort;
        self
    }

    /// Sets the message for a click, Enter or Space.
    #[must_use]
    pub fn on_press(mut self, message: Message) -> Self {
        self.on_press = Some(message);
        self
    }

    /// Sets the size of the label in logical pixels.
    #[must_use]
    pub fn size(mut self, size: impl Into<Pixels>) -> Self {
        self.size = Some(size.into());
        self
    }

    /// Sets the id of its tab stop.
    #[must_use]
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.id = Some(id.into());
        self
    }
}

/// Creates the row of headings over a long list with the same columns, as wide as the list and its scrollbar.
///
/// It fills the height it is given.
pub fn header<'a, Message: Clone + 'a, Theme: 'a>(
    columns: impl Into<Columns<'a>>,
    headings: impl IntoIterator<Item = Heading<'a, Message>>,
    style: impl Fn(&Theme) -> Style + Clone + 'a,
) -> Element<'a, Message, Theme, Renderer> {
    let columns = columns.into();
    let aligned: Vec<_> = columns.iter().map(|column| column.align).collect();
    let headings = headings.into_iter().zip(aligned).map(|(heading, align)| {
        let (look, is_sorted) = (style.clone(), heading.sort.is_some());
        let mut label = line(heading.label.clone()).style(move |theme| {
            let style = look(theme);
            line::Style { color: Some(if is_sorted { style.sorted } else { style.text }), mark: None }
        });
        if let Some(size) = heading.size {
            label = label.size(size);
        }
        Element::new(Button { label, heading, align, style: Box::new(style.clone()) })
    });

    cells(columns, headings).gutter(GUTTER).into()
}

struct Button<'a, Message, Theme> {
    heading: Heading<'a, Message>,
    label: Line<'a, Theme>,
    align: alignment::Horizontal,
    style: Box<dyn Fn(&Theme) -> Style + 'a>,
}

#[derive(Default)]
struct State {
    is_focused: bool,
    shows_ring: bool,
    is_pressed: bool,
    is_hovered: bool,
    /// How far right of the column's edge the mouse took it.
    grab: Option<f32>,
    is_over_edge: bool,
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
        self.is_focused = false;
        self.shows_ring = false;
    }
}

impl<Message: Clone, Theme> Button<'_, Message, Theme> {
    fn press(&self, shell: &mut Shell<'_, Message>) {
        if let Some(message) = &self.heading.on_press {
            shell.publish(message.clone());
            shell.capture_event();
        }
    }

    /// Returns the strip at the right edge that the mouse can take.
    fn edge(&self, bounds: Rectangle) -> Option<Rectangle> {
        self.heading.on_resize.as_ref()?;
        let middle = bounds.x + bounds.width + GAP / 2.0;
        Some(Rectangle { x: middle - EDGE / 2.0, width: EDGE, ..bounds })
    }

    /// Returns whether the event was about the edge.
    fn update_edge(
        &self,
        state: &mut State,
        event: &Event,
        bounds: Rectangle,
        cursor: mouse::Cursor,
        shell: &mut Shell<'_, Message>,
    ) -> bool {
        let (Some(edge), Some(on_resize)) = (self.edge(bounds), &self.heading.on_resize) else { return false };
        match event {
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)) => {
                let Some(at) = cursor.position_over(edge) else { return false };
                state.grab = Some(at.x - bounds.x - bounds.width);
            }
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left)) => {
                if state.grab.take().is_none() {
                    return false;
                }
            }
            Event::Mouse(mouse::Event::CursorMoved { .. }) => {
                if let (Some(grab), Some(at)) = (state.grab, cursor.position()) {
                    shell.publish(on_resize(at.x - grab - bounds.x));
                } else {
                    if state.is_over_edge != cursor.is_over(edge) {
                        state.is_over_edge = !state.is_over_edge;
                        shell.request_redraw();
                    }
                    return false;
                }
            }
            Event::Mouse(_) | Event::Keyboard(_) | Event::Window(_) | Event::Touch(_) | Event::InputMethod(_) => {
                return false;
            }
        }
        shell.capture_event();
        shell.request_redraw();
        true
    }

    fn label(&self) -> &dyn Widget<Message, Theme, Renderer> {
        &self.label
    }
}

impl<Message: Clone, Theme> Widget<Message, Theme, Renderer> for Button<'_, Message, Theme> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(self.label())]
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(&[self.label()]);
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Fill)
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let size = limits.resolve(Length::Fill, Length::Fill, Size::ZERO);
        let arrow = match self.heading.sort {
            Some(_) => ARROW.width + ARROW_GAP,
            None => 0.0,
        };
        let room = layout::Limits::new(Size::ZERO, Size::new((size.width - arrow).max(0.0), size.height));
        let label: &mut dyn Widget<Message, Theme, Renderer> = &mut self.label;
        let node = label.layout(&mut tree.children[0], renderer, &room);
        let x = match self.align {
            alignment::Horizontal::Left => 0.0,
            alignment::Horizontal::Center => ((size.width - node.size().width - arrow) / 2.0).round(),
            alignment::Horizontal::Right => (size.width - node.size().width).floor(),
        };
        let y = ((size.height - node.size().height) / 2.0).round();

        layout::Node::with_children(size, vec![node.move_to(Point::new(x, y))])
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _renderer: &Renderer,
        _clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        _viewport: &Rectangle,
    ) {
        let state = tree.state.downcast_mut::<State>();
        if self.update_edge(state, event, layout.bounds(), cursor, shell) || self.heading.on_press.is_none() {
            return;
        }
        let is_over = cursor.is_over(layout.bounds());

        match event {
            Event::Mouse(mouse::Event::CursorMoved { .. } | mouse::Event::CursorLeft) => {
                if state.is_hovered != is_over {
                    state.is_hovered = is_over;
                    shell.request_redraw();
                }
            }
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)) => {
                state.is_pressed = is_over;
                if state.is_focused || is_over {
                    shell.request_redraw();
                }
                state.is_focused = is_over;
                state.shows_ring = false;
                if is_over {
                    shell.capture_event();
                }
            }
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left)) => {
                if std::mem::take(&mut state.is_pressed) && is_over {
                    self.press(shell);
                }
            }
            Event::Keyboard(keyboard::Event::KeyPressed {
                key: Key::Named(Named::Enter | Named::Space),
                modifiers,
                ..
            }) if state.is_focused && modifiers.is_empty() => {
                state.shows_ring = true;
                self.press(shell);
            }
            Event::Mouse(_) | Event::Keyboard(_) | Event::Window(_) | Event::Touch(_) | Event::InputMethod(_) => {}
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        defaults: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let bounds = layout.bounds();
        let state = tree.state.downcast_ref::<State>();
        let style = (self.style)(theme);
        let face = Rectangle { x: bounds.x - 6.0, width: bounds.width + 12.0, ..bounds }.shrink([2.0, 0.0]);

        if self.heading.on_press.is_some() && cursor.is_over(bounds) {
            fill(renderer, face, style.hovered, border::rounded(6));
        }
        if state.shows_ring {
            let ring = border::rounded(6).width(2).color(style.ring);
            fill(renderer, face, Color::TRANSPARENT, ring);
        }
        if let Some(edge) = self.edge(bounds).filter(|edge| state.grab.is_some() || cursor.is_over(*edge)) {
            let line = Rectangle { x: edge.center_x().round() - 1.0, width: 2.0, ..edge }.shrink([4.0, 0.0]);
            fill(renderer, line, style.ring, border::rounded(1));
        }
        for label in layout.children() {
            self.label().draw(&tree.children[0], renderer, theme, defaults, label, cursor, viewport);
            if let Some(direction) = self.heading.sort {
                let label = label.bounds();
                let x = match self.align {
                    alignment::Horizontal::Right => label.x - ARROW_GAP - ARROW.width,
                    alignment::Horizontal::Left | alignment::Horizontal::Center => label.x + label.width + ARROW_GAP,
                };
                let at = Point::new(x.round(), (bounds.center_y() - ARROW.height / 2.0).round());
                draw_arrow(renderer, at, direction, style.sorted);
            }
        }
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _viewport: &Rectangle,
        _renderer: &Renderer,
    ) -> mouse::Interaction {
        let is_held = tree.state.downcast_ref::<State>().grab.is_some();
        if self.edge(layout.bounds()).is_some_and(|edge| is_held || cursor.is_over(edge)) {
            return mouse::Interaction::ResizingColumn;
        }
        if self.heading.on_press.is_some() && cursor.is_over(layout.bounds()) {
            mouse::Interaction::Pointer
        } else {
            mouse::Interaction::None
        }
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, _renderer: &Renderer, operation: &mut dyn Operation) {
        if self.heading.on_press.is_some() {
            let state = tree.state.downcast_mut::<State>();
            operation.focusable(self.heading.id.as_ref(), layout.bounds(), state);
        }
        operation.text(None, layout.bounds(), &self.heading.label);
    }
}

fn fill(renderer: &mut Renderer, bounds: Rectangle, color: Color, border: iced::Border) {
    renderer.fill_quad(renderer::Quad { bounds, border, ..renderer::Quad::default() }, color);
}

/// Draws a triangle from bars one pixel high: no font need have it, and it is sharp.
fn draw_arrow(renderer: &mut Renderer, at: Point, direction: Direction, color: Color) {
    for bar in 0..4_u8 {
        let inset = f32::from(bar);
        let y = match direction {
            Direction::Descending => inset,
            Direction::Ascending => ARROW.height - 1.0 - inset,
        };
        let bounds = Rectangle { x: at.x + inset, y: at.y + y, width: ARROW.width - 2.0 * inset, height: 1.0 };
        fill(renderer, bounds, color, iced::Border::default());
    }
}
