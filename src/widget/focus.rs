//! Focus: the ring that shows it, and Tab in a circle.

use crate::theme::Theme;
use crate::theme::measure::{MEDIUM, RING, RING_GAP};
use iced::advanced::Renderer as _;
use iced::advanced::renderer::Quad;
use iced::advanced::widget::operation::focusable::Count;
use iced::advanced::widget::operation::scrollable::{AbsoluteOffset, Scrollable};
use iced::advanced::widget::operation::{self, Focusable, Operation, Outcome};
use iced::advanced::widget::{Id, operate};
use iced::{Color, Rectangle, Task, Vector, border};

/// Draws the focus ring around the bounds of a widget.
pub(crate) fn draw_ring(renderer: &mut iced::Renderer, theme: &Theme, bounds: Rectangle, radius: f32) {
    let out = RING + RING_GAP;
    renderer.fill_quad(
        Quad {
            bounds: bounds.expand(out),
            border: border::rounded(radius + out).width(RING).color(theme.roles().accent),
            ..Quad::default()
        },
        Color::TRANSPARENT,
    );
}

/// What a widget of ours remembers about its focus.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Focus {
    /// Whether keys go to the widget.
    pub held: bool,
    /// Whether the ring is drawn: not after a click, where the mouse shows the place.
    pub shown: bool,
}

impl Focus {
    /// Takes the focus because of a click.
    pub fn by_mouse(&mut self) {
        self.held = true;
        self.shown = false;
    }

    /// Gives the focus away.
    pub fn leave(&mut self) {
        *self = Self::default();
    }
}

impl Focusable for Focus {
    fn is_focused(&self) -> bool {
        self.held
    }

    fn focus(&mut self) {
        self.held = true;
        self.shown = true;
    }

    fn unfocus(&mut self) {
        self.leave();
    }
}

/// Returns an operation that moves the focus one tab stop on, from the last to the first.
pub fn next<T: Send + 'static>() -> impl Operation<T> {
    operation::then(operation::focusable::count(), |count| Move::to(count, true))
}

/// Returns an operation that moves the focus one tab stop back, from the first to the last.
pub fn previous<T: Send + 'static>() -> impl Operation<T> {
    operation::then(operation::focusable::count(), |count| Move::to(count, false))
}

/// Returns an operation that scrolls what has the focus into view.
pub fn reveal<T: Send + 'static>() -> impl Operation<T> {
    operation::then(Search::default(), |hidden| Reveal { hidden, seen: 0 })
}

/// Returns a task that scrolls a tab stop into view, or what is chosen in it, wherever the focus is.
pub fn show<T: Send + 'static>(id: impl Into<Id>) -> Task<T> {
    let search = Search { wanted: Some(id.into()), ..Search::default() };
    operate(operation::then(search, |hidden| Reveal { hidden, seen: 0 }))
}

/// Returns a task that moves the focus as Tab (`forward`) or Shift+Tab do, and scrolls it into view.
pub fn step<T: Send + 'static>(forward: bool) -> Task<T> {
    let moved = if forward { operate(next()) } else { operate(previous()) };
    moved.chain(operate(reveal()))
}

struct Move {
    target: Option<usize>,
    seen: usize,
}

impl Move {
    fn to(count: Count, forward: bool) -> Self {
        let target = match (count.total, count.focused) {
            (0, _) => None,
            (_, None) if forward => Some(0),
            (total, None) => Some(total - 1),
            (total, Some(now)) if forward => Some((now + 1) % total),
            (total, Some(now)) => Some((now + total - 1) % total),
        };
        Self { target, seen: 0 }
    }
}

impl<T> Operation<T> for Move {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<T>)) {
        operate(self);
    }

    fn focusable(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Focusable) {
        let here = self.target == Some(self.seen);
        if here && !state.is_focused() {
            state.focus();
        } else if !here && state.is_focused() {
            state.unfocus();
        }
        self.seen += 1;
    }
}

/// Says by how much the scrolling area with a number, in tree order, must be scrolled to show what has the focus.
#[derive(Debug, Clone, Copy)]
struct Hidden {
    area: usize,
    to: f32,
}

/// Looks for what has the focus, or for the tab stop that is wanted, and for the innermost area that scrolls it.
#[derive(Debug, Default)]
struct Search {
    wanted: Option<Id>,
    areas: usize,
    /// The area that the next children belong to.
    entered: Option<(usize, Rectangle, f32)>,
    around: Option<(usize, Rectangle, f32)>,
    hidden: Option<Hidden>,
}

impl Operation<Option<Hidden>> for Search {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<Option<Hidden>>)) {
        let outside = self.around;
        self.around = self.entered.take().or(outside);
        operate(self);
        self.around = outside;
    }

    fn container(&mut self, _id: Option<&Id>, _bounds: Rectangle) {
        self.entered = None;
    }

    fn scrollable(
        &mut self,
        _id: Option<&Id>,
        bounds: Rectangle,
        _content_bounds: Rectangle,
        translation: Vector,
        _state: &mut dyn Scrollable,
    ) {
        self.entered = Some((self.areas, bounds, translation.y));
        self.areas += 1;
    }

    fn focusable(&mut self, id: Option<&Id>, bounds: Rectangle, state: &mut dyn Focusable) {
        let is_meant = self.wanted.as_ref().map_or(state.is_focused(), |wanted| id == Some(wanted));
        let Some((area, window, scrolled)) = self.around.filter(|_| is_meant) else {
            return;
        };
        let top = bounds.y - window.y - MEDIUM;
        let bottom = top + bounds.height + 2.0 * MEDIUM;
        let to = if top < scrolled {
            top.max(0.0)
        } else if bottom > scrolled + window.height {
            bottom - window.height
        } else {
            return;
        };
        self.hidden = Some(Hidden { area, to });
    }

    fn finish(&self) -> Outcome<Option<Hidden>> {
        Outcome::Some(self.hidden)
    }
}

struct Reveal {
    hidden: Option<Hidden>,
    seen: usize,
}

impl<T> Operation<T> for Reveal {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<T>)) {
        operate(self);
    }

    fn scrollable(
        &mut self,
        _id: Option<&Id>,
        _bounds: Rectangle,
        _content_bounds: Rectangle,
        _translation: Vector,
        state: &mut dyn Scrollable,
    ) {
        if let Some(hidden) = self.hidden.filter(|hidden| hidden.area == self.seen) {
            state.scroll_to(AbsoluteOffset { x: None, y: Some(hidden.to) });
        }
        self.seen += 1;
    }
}

/// Carries an operation through a widget to its end, chained parts included.
pub(crate) fn run(first: impl Operation<()> + 'static, mut apply: impl FnMut(&mut dyn Operation)) {
    let mut operation: Box<dyn Operation> = Box::new(first);
    loop {
        apply(operation.as_mut());
        match operation.finish() {
            Outcome::Chain(next) => operation = next,
            Outcome::None | Outcome::Some(()) => return,
        }
    }
}

/// Counts the tab stops that `apply` shows it.
pub(crate) fn count(apply: impl FnOnce(&mut dyn Operation)) -> Count {
    let mut counter = Counter(Count::default());
    apply(&mut counter);
    counter.0
}

struct Counter(Count);

impl Operation for Counter {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn focusable(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Focusable) {
        if state.is_focused() {
            self.0.focused = Some(self.0.total);
        }
        self.0.total += 1;
    }
}
