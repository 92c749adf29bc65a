//! Saving what is typed, or letting it go.

use iced::Task;
use iced::widget::operation;

use super::builder::Builder;
use super::details::{self, Form};
use super::listed::Known;
use super::{Asks, Message, Next, Open, State, Tab, Target};
use crate::model::selection::{Members as Made, Selection};
use crate::office::problem::{Kind as Trouble, Problem};
use crate::office::selections::{self, New};
use crate::screen::{Action, Answer, Scene, Step};
use crate::t;

impl State {
    /// Saves what is typed: criteria and details in one.
    pub(super) fn save(&mut self, scene: &Scene) -> Step<Message> {
        if !self.unsaved(scene) && !matches!(self.open, Some(Open { target: Target::New(_), .. })) {
            return Step::none();
        }
        let selection = self.shown().map(|known| known.selection.clone());
        let lang = scene.lang;
        let Some(open) = self.open.as_mut().filter(|open| !open.is_busy) else { return Step::none() };
        let criteria = match &mut open.builder {
            Some(builder) if builder.is_changed(scene) || matches!(open.target, Target::New(_)) => {
                match builder.finished(scene) {
                    Some(node) => Some(node),
                    // The foot of the builder says so, and what is not complete is marked.
                    None => return Step::none(),
                }
            }
            Some(_) | None => None,
        };
        let form = open.form.clone();
        if form.name.trim().is_empty() {
            open.form.wrong = Some(t!(lang, "selections-name-missing"));
            return Step::task(operation::focus(details::NAME));
        }
        let job = match (open.target, selection) {
            (Target::New(of), _) => {
                let Some(node) = criteria else { return Step::none() };
                let new = New { name: form.name, of, ..New::default() };
                scene.office.write(move |desk| selections::create(desk, &new, &node))
            }
            (Target::Known(id), Some(before)) => {
                let details = form.is_changed(&before).then(|| form.details());
                scene.office.write(move |desk| {
                    let mut after = before;
                    if let Some(node) = criteria {
                        after = selections::change(desk, id, &node)?;
                    }
                    if let Some(details) = details {
                        after = selections::describe(desk, id, &details)?;
                    }
                    Ok(after)
                })
            }
            (Target::Known(_), None) => return Step::none(),
        };
        open.is_busy = true;
        Step::task(Task::perform(job, move |saved| Message::Saved(saved.map_err(|error| Problem::new(&error, lang)))))
    }

    pub(super) fn saved(&mut self, saved: Result<Selection, Problem>, scene: &Scene) -> Step<Message> {
        let Some(open) = &mut self.open else { return Step::none() };
        open.is_busy = false;
        match saved {
            Ok(selection) => {
                if let Some(builder) = &mut open.builder {
                    builder.settle(scene);
                }
                let was_new = matches!(open.target, Target::New(_));
                let id = selection.id;
                let words = t!(scene.lang, "selections-saved", name = selection.name.as_str());
                open.form = Form::of(&selection);
                match self.known.iter_mut().find(|known| known.selection.id == id) {
                    Some(known) => known.selection = selection,
                    None => self.known.push(Known { selection, used_by: Vec::new(), count: None }),
                }
                let mut step = Step::none();
                if let Some(Asks::Leave(next)) = self.asks.take() {
                    step = self.go(next, scene);
                } else if was_new {
                    self.open = None;
                    step = self.go(Next::Open(id, false), scene);
                }
                step.and(Action::Toast(words))
            }
            Err(problem) => {
                self.asks = None;
                if problem.kind == Trouble::Refused || problem.kind == Trouble::Invalid {
                    open.form.wrong = Some(problem.message.clone());
                    if open.tab == Tab::Details {
                        return Step::task(operation::focus(details::NAME));
                    }
                }
                Step::ask(Action::Problem(problem))
            }
        }
    }

    pub(super) fn discard(&mut self, scene: &Scene) -> Step<Message> {
        let known = self.shown().map(|known| known.selection.clone());
        let Some(open) = &mut self.open else { return Step::none() };
        let Some(known) = known else {
            self.open = None;
            return Step::none();
        };
        open.form = Form::of(&known);
        let of = open.of();
        if let Some(Made::Dynamic(node)) = &open.made {
            let mut builder = Builder::of(of, node, scene.lang);
            builder.settle(scene);
            let asked = builder.ask(scene).map(Message::Builder);
            open.builder = Some(builder);
            return Step::task(asked);
        }
        Step::none()
    }

    pub(super) fn answered(&mut self, answer: Answer, scene: &Scene) -> Step<Message> {
        match (answer, self.asks.clone()) {
            (Answer::Save, Some(Asks::Leave(next))) => {
                self.asks = None;
                let step = self.save(scene);
                if self.open.as_ref().is_some_and(|open| open.is_busy) {
                    // It goes on once that is saved.
                    self.asks = Some(Asks::Leave(next));
                }
                step
            }
            (Answer::Discard, Some(Asks::Leave(next))) => {
                self.asks = None;
                let step = self.discard(scene);
                let next = self.go(next, scene);
                Step { task: Task::batch([step.task, next.task]), actions: next.actions }
            }
            (Answer::Save | Answer::Discard | Answer::Stay, _) => {
                self.asks = None;
                // The list goes back to what is shown.
                if let Some(known) = self.shown() {
                    self.cursor = Some(known.selection.id);
                }
                Step::none()
            }
        }
    }
}
