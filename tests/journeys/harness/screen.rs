//! Reads what a user would see.

use iced::advanced::widget::Operation;
use iced::advanced::widget::operation::{Outcome, black_box};
use iced::{Point, Program, Rectangle, Size};
use iced_test::selector::{self, Candidate, Selector};

use super::Harness;

/// A text on the screen.
#[derive(Debug, Clone)]
struct Seen {
    content: String,
    visible: Rectangle,
}

impl<P: Program + 'static> Harness<P> {
    /// Waits until a text, or a field with that content or placeholder, that reads exactly so is to be seen.
    #[track_caller]
    pub fn expect(&mut self, text: &str) -> &mut Self {
        if !self.eventually(|harness| harness.seen().iter().any(|seen| seen.content == text)) {
            self.fail(format!("nothing reads {text:?}"));
        }
        self
    }

    /// Waits until some text contains a part.
    #[track_caller]
    pub fn expect_part(&mut self, part: &str) -> &mut Self {
        if !self.eventually(|harness| harness.seen().iter().any(|seen| seen.content.contains(part))) {
            self.fail(format!("nothing contains {part:?}"));
        }
        self
    }

    /// Waits until so many texts read exactly so.
    #[track_caller]
    pub fn expect_times(&mut self, text: &str, times: usize) -> &mut Self {
        let count = |harness: &mut Self| harness.seen().iter().filter(|seen| seen.content == text).count();
        if !self.eventually(|harness| count(harness) == times) {
            let found = count(self);
            self.fail(format!("{found} read {text:?}, and not {times}"));
        }
        self
    }

    /// Waits until no text reads exactly so.
    #[track_caller]
    pub fn expect_none(&mut self, text: &str) -> &mut Self {
        if !self.eventually(|harness| harness.seen().iter().all(|seen| seen.content != text)) {
            self.fail(format!("something still reads {text:?}"));
        }
        self
    }

    /// Waits until the widget with an id has the keyboard.
    #[track_caller]
    pub fn expect_focus(&mut self, id: &'static str) -> &mut Self {
        if !self.eventually(|harness| harness.is_focused(id)) {
            self.fail(format!("the keyboard is not on {id:?}"));
        }
        self
    }

    /// Waits until something holds for the program's state. What subscriptions report needs this: nothing else says
    /// when they have.
    #[track_caller]
    pub fn expect_state(&mut self, what: &str, holds: impl Fn(&P::State) -> bool) -> &mut Self {
        if !self.eventually(|harness| holds(&harness.state)) {
            self.fail(format!("it does not hold that {what}"));
        }
        self
    }

    /// Waits until the program has ended.
    #[track_caller]
    pub fn expect_end(&mut self) {
        if !self.eventually(|harness| harness.has_exited()) {
            self.fail("it does not end");
        }
    }

    /// Returns the texts that are to be seen, in the order of the widgets.
    pub fn texts(&mut self) -> Vec<String> {
        self.seen().into_iter().map(|seen| seen.content).collect()
    }

    /// Returns where a text stands, once it is to be seen.
    #[track_caller]
    pub fn find_place(&mut self, text: &str) -> Rectangle {
        self.expect(text);
        self.seen().into_iter().find(|seen| seen.content == text).map(|seen| seen.visible).unwrap_or_default()
    }

    /// Returns the bounds of a widget with an id, if there is one.
    pub fn bounds(&mut self, id: &'static str) -> Option<Rectangle> {
        self.select(selector::id(id)).first().and_then(selector::Target::visible_bounds)
    }

    /// Runs an operation on the widgets, as a task can.
    pub(super) fn operate(&mut self, operation: Box<dyn Operation>) {
        self.with_interface(|interface, renderer, _| {
            let mut next = Some(operation);
            while let Some(mut operation) = next.take() {
                interface.operate(renderer, operation.as_mut());
                next = match operation.finish() {
                    Outcome::Chain(chained) => Some(chained),
                    Outcome::None | Outcome::Some(()) => None,
                };
            }
        });
    }

    fn is_focused(&mut self, id: &'static str) -> bool {
        let id = iced::widget::Id::from(id);
        !self
            .select(move |candidate: Candidate<'_>| match &candidate {
                Candidate::Focusable { state, .. } => (state.is_focused() && candidate.id() == Some(&id)).then_some(()),
                _ => None,
            })
            .is_empty()
    }

    #[track_caller]
    pub(super) fn find_text(&mut self, text: &str, n: usize) -> Point {
        let find = |harness: &mut Self| {
            let mut same = harness.seen().into_iter().filter(|it| it.content == text);
            same.nth(n).map(|seen| seen.visible.center())
        };
        let mut at = None;
        self.eventually(|harness| {
            at = find(harness);
            at.is_some()
        });
        at.unwrap_or_else(|| self.fail(format!("nothing to click reads {text:?}")))
    }

    #[track_caller]
    pub(super) fn find_id(&mut self, id: &'static str) -> Point {
        let mut at = None;
        self.eventually(|harness| {
            at = harness.bounds(id).map(|bounds| bounds.center());
            at.is_some()
        });
        at.unwrap_or_else(|| self.fail(format!("nothing to be seen has the id {id:?}")))
    }

    fn seen(&mut self) -> Vec<Seen> {
        let window = Rectangle::with_size(self.setup.size);

        self.select(move |candidate: Candidate<'_>| {
            let content = match &candidate {
                Candidate::Text { content, .. } => (*content).to_owned(),
                Candidate::TextInput { state, .. } => state.text().to_owned(),
                _ => return None,
            };
            let visible = candidate.visible_bounds()?.intersection(&window)?;
            (visible.size() != Size::ZERO && !content.is_empty()).then_some(Seen { content, visible })
        })
    }

    fn select<S>(&mut self, selector: S) -> Vec<S::Output>
    where
        S: Selector + Send,
        S::Output: Clone + Send,
    {
        self.with_interface(|interface, renderer, _| {
            let mut operation = selector.find_all();
            interface.operate(renderer, &mut black_box(&mut operation));
            match operation.finish() {
                Outcome::Some(found) => found,
                Outcome::None | Outcome::Chain(_) => Vec::new(),
            }
        })
    }
}
