//! Shows a list of any length by building only the rows in view.
//!
//! `iced` lays out every child it is given, so the rows are created inside `layout`, where the height of the window
//! is known. The list holds where it is scrolled to; what is selected, the caller holds.

pub mod columns;
pub mod header;
mod input;
mod keys;
pub mod look;
pub mod position;
mod scrollbar;
mod state;

use std::ops::Range;

use iced::advanced::widget::{Id, Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Renderer as _, Shell, Widget, layout, mouse, overlay, renderer};
use iced::{Color, Element, Length, Point, Rectangle, Renderer, Size, Task, Vector, border};

use position::ROW_HEIGHT;
pub use state::GUTTER;
use state::State;

/// Says what a person did to a list, or what the list needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A row becomes the cursor, and the selection changes around it.
    Select {
        /// The row.
        row: usize,
        /// How the selection changes.
        mode: Mode,
    },
    /// A row is to be opened (double click, Enter).
    Activate(usize),
    /// Every row is to be selected (Ctrl+A).
    All,
    /// Other rows came into view. Sent once for each change, so that the caller can load them.
    Visible(Range<usize>),
}

/// Says how a selection changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// The row becomes the only one selected.
    Replace,
    /// The row changes sides; the others stay.
    Toggle,
    /// Everything from the row last replaced or toggled to this one is selected.
    Extend,
}

/// The colours of a list.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// Behind a selected row.
    pub selected: Color,
    /// The bar at the left of a selected row.
    pub bar: Color,
    /// Behind the row under the mouse.
    pub hovered: Color,
    /// Around the cursor's row while the keyboard is here, or around the list where that row is not in view.
    pub ring: Color,
    /// The scrollbar's thumb.
    pub thumb: Color,
    /// The scrollbar's thumb under the mouse or while dragged.
    pub thumb_hovered: Color,
}

type Rows<'a, Message, Theme> = Box<dyn Fn(usize) -> Element<'a, Message, Theme, Renderer> + 'a>;

/// A windowed list.
pub struct LongList<'a, Message, Theme> {
    id: Option<Id>,
    len: usize,
    row: Rows<'a, Message, Theme>,
    selected: Box<dyn Fn(usize) -> bool + 'a>,
    cursor: Option<usize>,
    on_event: Box<dyn Fn(Event) -> Message + 'a>,
    style: Box<dyn Fn(&Theme) -> Style + 'a>,
    built: Vec<Element<'a, Message, Theme, Renderer>>,
}

/// Creates a list of `len` rows, built by `row` when they come into view.
///
/// Rows are [`ROW_HEIGHT`] high and as wide as the list without its scrollbar.
pub fn long_list<'a, Message, Theme, Row>(
    len: usize,
    row: impl Fn(usize) -> Row + 'a,
    on_event: impl Fn(Event) -> Message + 'a,
    style: impl Fn(&Theme) -> Style + 'a,
) -> LongList<'a, Message, Theme>
where
    Row: Into<Element<'a, Message, Theme, Renderer>>,
{
    LongList {
        id: None,
        len,
        row: Box::new(move |index| row(index).into()),
        selected: Box::new(|_| false),
        cursor: None,
        on_event: Box::new(on_event),
        style: Box::new(style),
        built: Vec::new(),
    }
}

/// Scrolls the list with this id until a row is in view.
pub fn scroll_to<T: Send + 'static>(id: impl Into<Id>, row: usize) -> Task<T> {
    struct ScrollTo {
        id: Id,
        row: usize,
    }

    impl<T> Operation<T> for ScrollTo {
        fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<T>)) {
            operate(self);
        }

        fn custom(&mut self, id: Option<&Id>, _bounds: Rectangle, state: &mut dyn std::any::Any) {
            if id == Some(&self.id)
                && let Some(state) = state.downcast_mut::<State>()
            {
                state.reveal(self.row);
            }
        }
    }

    iced::advanced::widget::operate(ScrollTo { id: id.into(), row })
}

impl<'a, Message, Theme> LongList<'a, Message, Theme> {
    /// Sets the id, for [`scroll_to`] and for focusing.
    #[must_use]
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Sets which rows are drawn as selected.
    #[must_use]
    pub fn selected(mut self, selected: impl Fn(usize) -> bool + 'a) -> Self {
        self.selected = Box::new(selected);
        self
    }

    /// Sets the row the keyboard is on. Whenever it changes, the list scrolls until it is in view.
    #[must_use]
    pub fn cursor(mut self, cursor: Option<usize>) -> Self {
        self.cursor = cursor;
        self
    }

    fn draw_row_background(
        &self,
        row: usize,
        state: &State,
        style: &Style,
        bounds: Rectangle,
        renderer: &mut Renderer,
        is_hovered: bool,
    ) {
        let mut fill = |bounds: Rectangle, color: Color| {
            renderer.fill_quad(renderer::Quad { bounds, ..renderer::Quad::default() }, color);
        };
        if is_hovered {
            fill(bounds, style.hovered);
        }
        if (self.selected)(row) {
            fill(bounds, style.selected);
            fill(Rectangle { width: 3.0, ..bounds }, style.bar);
        }
        if self.cursor == Some(row) && state.is_focused && state.shows_ring {
            renderer.fill_quad(
                renderer::Quad {
                    bounds: bounds.shrink([1.0, 4.0]),
                    border: border::rounded(4).width(2).color(style.ring),
                    ..renderer::Quad::default()
                },
                Color::TRANSPARENT,
            );
        }
    }
}

impl<Message, Theme> Widget<Message, Theme, Renderer> for LongList<'_, Message, Theme> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn diff(&self, _tree: &mut Tree) {
        // The rows do not exist before `layout`, which compares them.
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Fill)
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let size = limits.resolve(Length::Fill, Length::Fill, Size::ZERO);
        let state = tree.state.downcast_mut::<State>();
        let before = state.built.clone();
        let rows = state.place(self.len, size.height, self.cursor);
        let offset = state.position.offset.round();

        // A row that stays in view keeps its state, so that scrolling shapes only the text of new rows.
        let mut kept: Vec<Option<Tree>> = tree.children.drain(..).map(Some).collect();
        tree.children = rows
            .clone()
            .map(|row| {
                row.checked_sub(before.start).and_then(|index| kept.get_mut(index)?.take()).unwrap_or_else(Tree::empty)
            })
            .collect();
        self.built = rows.clone().map(&self.row).collect();
        tree.diff_children(&self.built);

        let room = Size::new((size.width - GUTTER).max(0.0), ROW_HEIGHT);
        let limits = layout::Limits::new(Size::ZERO, room);
        let nodes = self
            .built
            .iter_mut()
            .zip(&mut tree.children)
            .enumerate()
            .map(|(index, (row, tree))| {
                let node = row.as_widget_mut().layout(tree, renderer, &limits);
                let spare = ((ROW_HEIGHT - node.size().height) / 2.0).round();
                node.move_to(Point::new(0.0, index as f32 * ROW_HEIGHT - offset + spare))
            })
            .collect();

        layout::Node::with_children(size, nodes)
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &iced::Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        viewport: &Rectangle,
    ) {
        let bounds = layout.bounds();
        let state = tree.state.downcast_mut::<State>();
        if state.grab.is_none() {
            let over_rows = Rectangle { width: (bounds.width - GUTTER).max(0.0), ..bounds };
            let row_cursor = if cursor.is_over(over_rows) { cursor } else { mouse::Cursor::Unavailable };
            for ((row, tree), layout) in self.built.iter_mut().zip(&mut tree.children).zip(layout.children()) {
                row.as_widget_mut().update(tree, event, layout, row_cursor, renderer, clipboard, shell, viewport);
            }
        }

        if state.notice(event, cursor.is_over(bounds)) {
            shell.request_redraw();
        }
        if !shell.is_event_captured() {
            match event {
                iced::Event::Mouse(event) => self.update_mouse(state, *event, bounds, cursor, shell),
                iced::Event::Keyboard(event) => self.update_keyboard(state, event, shell),
                iced::Event::Window(_) | iced::Event::InputMethod(_) | iced::Event::Touch(_) => {}
            }
        }

        if state.is_outdated() {
            shell.invalidate_layout();
            shell.request_redraw();
        }
        if let Some(visible) = state.newly_visible() {
            shell.publish((self.on_event)(Event::Visible(visible)));
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
        let Some(clip) = bounds.intersection(viewport) else {
            return;
        };
        let state = tree.state.downcast_ref::<State>();
        let style = (self.style)(theme);
        let hovered = match state.grab {
            Some(_) => None,
            None => cursor.position_over(clip).and_then(|at| state.hover_at(at, bounds)),
        };
        let width = (bounds.width - GUTTER).max(0.0);
        let top = bounds.y - state.position.offset.round();

        renderer.with_layer(clip, |renderer| {
            for (index, row) in state.built.clone().enumerate() {
                let row_bounds =
                    Rectangle { x: bounds.x, y: top + index as f32 * ROW_HEIGHT, width, height: ROW_HEIGHT };
                let is_hovered = hovered == Some(state::Hovered::Row(row));
                self.draw_row_background(row, state, &style, row_bounds, renderer, is_hovered);
            }
            let clip = Rectangle { width: clip.width.min(width), ..clip };
            for ((row, tree), layout) in self.built.iter().zip(&tree.children).zip(layout.children()) {
                row.as_widget().draw(tree, renderer, theme, defaults, layout, cursor, &clip);
            }
        });

        let is_held = state.grab.is_some() || hovered == Some(state::Hovered::Thumb);
        if let Some(thumb) = state.thumb(bounds) {
            scrollbar::draw(renderer, thumb, if is_held { style.thumb_hovered } else { style.thumb });
        }
        // One ring says where the keyboard is: around the cursor's row, or around the list where that is not in view.
        let has_row = self.cursor.is_some_and(|row| state.built.contains(&row));
        if state.is_focused && state.shows_ring && !has_row {
            renderer.with_layer(clip, |renderer| {
                renderer.fill_quad(
                    renderer::Quad {
                        bounds,
                        border: border::rounded(4).width(2).color(style.ring),
                        ..renderer::Quad::default()
                    },
                    Color::TRANSPARENT,
                );
            });
        }
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &Renderer,
    ) -> mouse::Interaction {
        self.built
            .iter()
            .zip(&tree.children)
            .zip(layout.children())
            .map(|((row, tree), layout)| row.as_widget().mouse_interaction(tree, layout, cursor, viewport, renderer))
            .max()
            .unwrap_or_default()
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        let bounds = layout.bounds();
        let state = tree.state.downcast_mut::<State>();
        let id = self.id.as_ref();

        operation.focusable(id, bounds, state);
        operation.custom(id, bounds, state);
        // Named as scrollable so that whoever looks for a row knows that its edges are cut.
        operation.scrollable(id, bounds, bounds, Vector::ZERO, state);
        operation.traverse(&mut |operation| {
            for ((row, tree), layout) in self.built.iter_mut().zip(&mut tree.children).zip(layout.children()) {
                row.as_widget_mut().operate(tree, layout, renderer, operation);
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
        overlay::from_children(&mut self.built, tree, layout, renderer, viewport, translation)
    }
}

impl<'a, Message: 'a, Theme: 'a> From<LongList<'a, Message, Theme>> for Element<'a, Message, Theme, Renderer> {
    fn from(list: LongList<'a, Message, Theme>) -> Self {
        Self::new(list)
    }
}

#[cfg(test)]
mod tests;
