//! Puts cells beside each other with widths that every row, and the header above them, shares.

use std::ops::Deref;
use std::rc::Rc;

use iced::advanced::widget::{Operation, Tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer};
use iced::{Element, Event, Length, Point, Rectangle, Renderer, Size, Vector, alignment};

use super::GUTTER;

/// The space before the first column, which keeps text off the bar of a selected row.
const LEFT: f32 = 12.0;
const RIGHT: f32 = 10.0;
pub(super) const GAP: f32 = 12.0;

/// The columns of a list, its own or lent.
#[derive(Debug, Clone)]
pub enum Columns<'a> {
    /// Lent.
    Lent(&'a [Column]),
    /// Shared with others that show the same.
    Shared(Rc<[Column]>),
}

impl Deref for Columns<'_> {
    type Target = [Column];

    fn deref(&self) -> &[Column] {
        match self {
            Self::Lent(columns) => columns,
            Self::Shared(columns) => columns,
        }
    }
}

impl<'a> From<&'a [Column]> for Columns<'a> {
    fn from(columns: &'a [Column]) -> Self {
        Self::Lent(columns)
    }
}

impl<'a, const N: usize> From<&'a [Column; N]> for Columns<'a> {
    fn from(columns: &'a [Column; N]) -> Self {
        Self::Lent(columns)
    }
}

impl From<Rc<[Column]>> for Columns<'_> {
    fn from(columns: Rc<[Column]>) -> Self {
        Self::Shared(columns)
    }
}

/// Says how wide a column is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Width {
    /// This many logical pixels.
    Fixed(f32),
    /// A share, by weight, of what the fixed columns leave.
    Fill(u16),
}

/// One column of a list.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Column {
    /// How wide it is.
    pub width: Width,
    /// Where its cells stand.
    pub align: alignment::Horizontal,
}

impl Column {
    /// Returns a column of a number of logical pixels.
    pub const fn fixed(width: f32) -> Self {
        Self { width: Width::Fixed(width), align: alignment::Horizontal::Left }
    }

    /// Returns a column that takes a share of the spare width.
    pub const fn fill(weight: u16) -> Self {
        Self { width: Width::Fill(weight), align: alignment::Horizontal::Left }
    }

    /// Lets its cells stand at the right, as numbers should.
    #[must_use]
    pub const fn right(mut self) -> Self {
        self.align = alignment::Horizontal::Right;
        self
    }
}

/// Returns how wide columns are in a list of a width, with its scrollbar, all in pixels.
#[must_use]
pub fn widths(columns: &[Column], list: f32) -> Vec<f32> {
    spans(columns, list - GUTTER).into_iter().map(|(_, width)| width).collect()
}

/// Returns the left edge and the width of every column, in whole pixels.
fn spans(columns: &[Column], available: f32) -> Vec<(f32, f32)> {
    let gaps = GAP * columns.len().saturating_sub(1) as f32;
    let (fixed, weights) = columns.iter().fold((0.0, 0.0), |(fixed, weights), column| match column.width {
        Width::Fixed(width) => (fixed + width, weights),
        Width::Fill(weight) => (fixed, weights + f32::from(weight)),
    });
    let spare = (available - LEFT - RIGHT - gaps - fixed).max(0.0);
    let mut x = LEFT;

    columns
        .iter()
        .map(|column| {
            let width = match column.width {
                Width::Fixed(width) => width,
                Width::Fill(weight) => (spare * f32::from(weight) / f32::max(weights, 1.0)).floor(),
            };
            let span = (x, width.min((available - RIGHT - x).max(0.0)));
            x += width + GAP;
            span
        })
        .collect()
}

/// A row of cells, cut at the edges of their columns.
pub struct Cells<'a, Message, Theme> {
    columns: Columns<'a>,
    gutter: f32,
    children: Vec<Element<'a, Message, Theme, Renderer>>,
}

/// Creates a row with one cell for each column.
pub fn cells<'a, Message, Theme>(
    columns: impl Into<Columns<'a>>,
    children: impl IntoIterator<Item = Element<'a, Message, Theme, Renderer>>,
) -> Cells<'a, Message, Theme> {
    let columns = columns.into();
    let children = children.into_iter().take(columns.len()).collect();
    Cells { columns, gutter: 0.0, children }
}

impl<Message, Theme> Cells<'_, Message, Theme> {
    /// Keeps a width free at the right, where the rows below have their scrollbar.
    pub(super) fn gutter(mut self, gutter: f32) -> Self {
        self.gutter = gutter;
        self
    }

    /// Returns the part of a row that belongs to a cell, for clipping.
    fn cell(bounds: Rectangle, (x, width): (f32, f32)) -> Rectangle {
        Rectangle { x: bounds.x + x, width, ..bounds }
    }
}

impl<Message, Theme> Widget<Message, Theme, Renderer> for Cells<'_, Message, Theme> {
    fn children(&self) -> Vec<Tree> {
        self.children.iter().map(Tree::new).collect()
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(&self.children);
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Fill)
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let size = limits.resolve(Length::Fill, Length::Fill, Size::ZERO);
        let nodes = self
            .children
            .iter_mut()
            .zip(&mut tree.children)
            .zip(self.columns.iter())
            .zip(spans(&self.columns, size.width - self.gutter))
            .map(|(((child, tree), column), (x, width))| {
                let limits = layout::Limits::new(Size::ZERO, Size::new(width, size.height));
                let node = child.as_widget_mut().layout(tree, renderer, &limits);
                let spare = Size::new((width - node.size().width).max(0.0), size.height - node.size().height);
                let shift = match column.align {
                    alignment::Horizontal::Left => 0.0,
                    alignment::Horizontal::Center => (spare.width / 2.0).round(),
                    alignment::Horizontal::Right => spare.width.floor(),
                };
                node.move_to(Point::new(x + shift, (spare.height / 2.0).round()))
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
        for ((child, tree), layout) in self.children.iter_mut().zip(&mut tree.children).zip(layout.children()) {
            child.as_widget_mut().update(tree, event, layout, cursor, renderer, clipboard, shell, viewport);
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
        let spans = spans(&self.columns, bounds.width - self.gutter);

        for (((child, tree), layout), span) in
            self.children.iter().zip(&tree.children).zip(layout.children()).zip(spans)
        {
            // Texts clip to the viewport they are given, which is much cheaper than a layer for every cell.
            if let Some(clip) = Self::cell(bounds, span).intersection(viewport) {
                child.as_widget().draw(tree, renderer, theme, style, layout, cursor, &clip);
            }
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
        self.children
            .iter()
            .zip(&tree.children)
            .zip(layout.children())
            .map(|((child, tree), layout)| {
                child.as_widget().mouse_interaction(tree, layout, cursor, viewport, renderer)
            })
            .max()
            .unwrap_or_default()
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        operation.container(None, layout.bounds());
        operation.traverse(&mut |operation| {
            for ((child, tree), layout) in self.children.iter_mut().zip(&mut tree.children).zip(layout.children()) {
                child.as_widget_mut().operate(tree, layout, renderer, operation);
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
        overlay::from_children(&mut self.children, tree, layout, renderer, viewport, translation)
    }
}

impl<'a, Message: 'a, Theme: 'a> From<Cells<'a, Message, Theme>> for Element<'a, Message, Theme, Renderer> {
    fn from(cells: Cells<'a, Message, Theme>) -> Self {
        Self::new(cells)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fill_columns_share_what_the_fixed_ones_leave() {
        let columns = [Column::fill(2), Column::fixed(100.0), Column::fill(1)];
        assert_eq!(spans(&columns, 446.0), [(12.0, 200.0), (224.0, 100.0), (336.0, 100.0)]);
    }

    #[test]
    fn columns_that_do_not_fit_are_cut_at_the_edge() {
        let columns = [Column::fixed(100.0), Column::fill(1), Column::fixed(100.0)];
        assert_eq!(spans(&columns, 156.0), [(12.0, 100.0), (124.0, 0.0), (136.0, 10.0)]);
    }
}
