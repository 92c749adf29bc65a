//! Keeps the focus in a card while something else asks for it.

use iced::advanced::widget::Id;
use iced::advanced::widget::operation::{Focusable, Operation, Outcome, Scrollable, TextInput};
use iced::{Rectangle, Vector};
use std::any::Any;

/// What an operation wanted with the focus of the tab stops it was shown, in their order.
#[derive(Debug, Default)]
pub struct Kept {
    seen: usize,
    /// Whether any of them was asked to be without the focus, which it may not even have.
    is_asked: bool,
    /// Those that were to let the focus go, and did not yet.
    leaving: Vec<usize>,
    /// Whether another one took it.
    is_taken: bool,
}

impl Kept {
    /// Returns whether the focus was to go away, and to nothing that was shown.
    pub fn is_meant_elsewhere(&self) -> bool {
        self.is_asked && !self.is_taken
    }

    /// Returns the operation that carries out what was put off.
    pub fn letting_go(self) -> impl Operation {
        LetGo { leaving: self.leaving, seen: 0 }
    }
}

/// An operation that lets nobody lose the focus before it is known whether somebody gets it.
pub struct Keeping<'a, T> {
    operation: &'a mut dyn Operation<T>,
    kept: &'a mut Kept,
}

impl<'a, T> Keeping<'a, T> {
    /// Returns `operation`, which leaves the focus where it is and notes in `kept` what it wanted.
    pub fn new(operation: &'a mut dyn Operation<T>, kept: &'a mut Kept) -> Self {
        Self { operation, kept }
    }

    /// Asks the operation about a tab stop that is not there, where it was shown none: what sends the focus to something
    /// tells all others to be without it.
    pub fn ask_alone(&mut self) {
        if self.kept.seen == 0 {
            self.focusable(None, Rectangle::default(), &mut Nobody);
        }
    }
}

/// A tab stop that never has the focus.
struct Nobody;

impl Focusable for Nobody {
    fn is_focused(&self) -> bool {
        false
    }

    fn focus(&mut self) {}

    fn unfocus(&mut self) {}
}

impl<T> Operation<T> for Keeping<'_, T> {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<T>)) {
        let kept = &mut *self.kept;
        self.operation.traverse(&mut |operation| operate(&mut Keeping { operation, kept }));
    }

    fn container(&mut self, id: Option<&Id>, bounds: Rectangle) {
        self.operation.container(id, bounds);
    }

    fn scrollable(
        &mut self,
        id: Option<&Id>,
        bounds: Rectangle,
        content_bounds: Rectangle,
        translation: Vector,
        state: &mut dyn Scrollable,
    ) {
        self.operation.scrollable(id, bounds, content_bounds, translation, state);
    }

    fn focusable(&mut self, id: Option<&Id>, bounds: Rectangle, state: &mut dyn Focusable) {
        let mut stop = Stop { state, is_asked: false, lets_go: false, takes: false };
        self.operation.focusable(id, bounds, &mut stop);
        self.kept.is_asked |= stop.is_asked;
        self.kept.is_taken |= stop.takes;
        if stop.lets_go {
            self.kept.leaving.push(self.kept.seen);
        }
        self.kept.seen += 1;
    }

    fn text_input(&mut self, id: Option<&Id>, bounds: Rectangle, state: &mut dyn TextInput) {
        self.operation.text_input(id, bounds, state);
    }

    fn text(&mut self, id: Option<&Id>, bounds: Rectangle, text: &str) {
        self.operation.text(id, bounds, text);
    }

    fn custom(&mut self, id: Option<&Id>, bounds: Rectangle, state: &mut dyn Any) {
        self.operation.custom(id, bounds, state);
    }

    fn finish(&self) -> Outcome<T> {
        self.operation.finish()
    }
}

/// A tab stop that lets the focus go later.
struct Stop<'a> {
    state: &'a mut dyn Focusable,
    is_asked: bool,
    lets_go: bool,
    takes: bool,
}

impl Focusable for Stop<'_> {
    fn is_focused(&self) -> bool {
        !self.lets_go && self.state.is_focused()
    }

    fn focus(&mut self) {
        self.takes = true;
        self.lets_go = false;
        self.state.focus();
    }

    fn unfocus(&mut self) {
        self.is_asked = true;
        self.lets_go = self.state.is_focused();
    }
}

/// Lets the focus go at the tab stops with these numbers.
struct LetGo {
    leaving: Vec<usize>,
    seen: usize,
}

impl Operation for LetGo {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn focusable(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Focusable) {
        if self.leaving.contains(&self.seen) {
            state.unfocus();
        }
        self.seen += 1;
    }
}
