//! Opening selections and beginning new ones, and reading what is shown of them.

use iced::Task;
use iced::widget::operation;

use super::builder::Builder;
use super::details::{self, Form};
use super::{Asks, Message, Next, Open, SOON, Shown, State, Tab, Target, listed};
use crate::model::criteria::{Node, Of};
use crate::model::selection::{Id, Members as Made};
use crate::office::problem::{Kind as Trouble, Problem};
use crate::office::selections::{self, sentence};
use crate::screen::{Action, Answer, Scene, Step};
use crate::vault::Slot;

impl State {
    /// Goes on to something else, once it is said what becomes of what is typed.
    pub(super) fn leave(&mut self, next: Next, scene: &Scene) -> Step<Message> {
        let stays = match (next, self.open.as_ref().map(|open| open.target)) {
            (Next::Open(id, _), Some(Target::Known(shown))) => id == shown,
            (Next::Open(..) | Next::New(_) | Next::Like | Next::Narrow(_) | Next::Close, _) => false,
        };
        if !stays && self.unsaved(scene) {
            self.asks = Some(Asks::Leave(next));
            return Step::task(operation::focus(Answer::STAY));
        }
        self.go(next, scene)
    }

    pub(super) fn go(&mut self, next: Next, scene: &Scene) -> Step<Message> {
        match next {
            Next::Open(id, takes_keys) => {
                self.cursor = Some(id);
                if self.open.as_ref().is_some_and(|open| open.target == Target::Known(id)) {
                    return Step::task(self.focus_members(takes_keys));
                }
                let known = self.known.iter().find(|known| known.selection.id == id);
                let of = known.map_or(Of::Persons, |known| known.selection.of);
                let form = known.map_or_else(Form::default, |known| Form::of(&known.selection));
                let tab = self.open.as_ref().map_or(Tab::Members, |open| open.tab);
                let mut open = Open::new(Target::Known(id), of, form);
                open.tab = tab;
                self.open = Some(open);
                self.others = self.those_for(id);
                self.turn += 1;
                let read = Task::batch([self.read_open(id, scene), self.read_members(id, scene), self.count(0, scene)]);
                Step::task(Task::batch([read, self.focus_members(takes_keys)]))
            }
            Next::New(of) => self.begin(of, Builder::new(of), scene),
            Next::Like => {
                let Some(open) = &self.open else { return Step::none() };
                let Some(Made::Dynamic(node)) = &open.made else { return Step::none() };
                let of = open.of();
                let builder = Builder::of(of, node, scene.lang);
                self.begin(of, builder, scene)
            }
            Next::Narrow(stands) => {
                let Some(Open { target: Target::Known(id), .. }) = self.open else { return Step::none() };
                let of = self.open.as_ref().map_or(Of::Persons, Open::of);
                let node = Node::All(vec![Node::Selection(id), stands.criteria()]);
                self.begin(of, Builder::of(of, &node, scene.lang), scene)
            }
            Next::Close => {
                self.open = None;
                Step::task(operation::focus(listed::ROWS))
            }
        }
    }

    pub(super) fn begin(&mut self, of: Of, builder: Builder, scene: &Scene) -> Step<Message> {
        let mut open = Open::new(Target::New(of), of, Form::default());
        open.tab = Tab::Criteria;
        let mut builder = builder;
        let asked = builder.ask(scene).map(Message::Builder);
        open.builder = Some(builder);
        self.open = Some(open);
        self.others = self.those_of(of, None);
        Step::task(Task::batch([asked, operation::focus(details::NAME)]))
    }

    pub(super) fn focus_members(&self, takes_keys: bool) -> Task<Message> {
        match &self.open {
            Some(open) if takes_keys && open.tab == Tab::Members => operation::focus(open.members.rows()),
            Some(_) | None => Task::none(),
        }
    }

    pub(super) fn read_open(&self, id: Id, scene: &Scene) -> Task<Message> {
        let (turn, lang) = (self.turn, scene.lang);
        if id == SOON {
            return Task::none();
        }
        let read = scene.office.read(move |desk| {
            // What a selection asks for can be gone, or hidden from the user: the rest of it is shown all the same.
            let (made, problem) = match selections::members_of(desk, id) {
                Ok(made) => (Some(made), None),
                Err(error) => (None, Some(Problem::new(&error, lang).message)),
            };
            let sentence = if made.is_some() { sentence::explain(desk, id)? } else { String::new() };
            Ok(Box::new(Shown { made, sentence, problem }))
        });
        Task::perform(read, move |read| Message::Opened(turn, read.map_err(|error| Problem::new(&error, lang))))
    }

    pub(super) fn read_members(&self, id: Id, scene: &Scene) -> Task<Message> {
        let (turn, lang) = (self.turn, scene.lang);
        if id == SOON {
            return Task::none();
        }
        let found =
            scene.office.latest(Slot("selection members"), move |desk| selections::page(desk, id, usize::MAX, 0));
        let found =
            Task::perform(found, move |found| Message::Found(turn, found.map_err(|error| Problem::new(&error, lang))));
        let has_charts = self.open.as_ref().is_some_and(|open| open.tab == Tab::Charts);
        if has_charts { Task::batch([found, self.read_charts(id, scene)]) } else { found }
    }

    pub(super) fn read_charts(&self, id: Id, scene: &Scene) -> Task<Message> {
        let (turn, lang) = (self.turn, scene.lang);
        if id == SOON {
            return Task::none();
        }
        let charts = scene
            .office
            .latest(Slot("selection charts"), move |desk| Ok(Box::new(selections::charts::charts(desk, id)?)));
        Task::perform(charts, move |charts| Message::Charted(turn, charts.map_err(|error| Problem::new(&error, lang))))
    }

    pub(super) fn opened(&mut self, turn: u64, shown: Result<Box<Shown>, Problem>, scene: &Scene) -> Step<Message> {
        if turn != self.turn {
            return Step::none();
        }
        let selection = self.shown().map(|known| known.selection.clone());
        let unsaved = self.unsaved(scene);
        let Some(open) = &mut self.open else { return Step::none() };
        match shown {
            Ok(shown) => {
                let Shown { made, sentence, problem } = *shown;
                (open.sentence, open.problem) = (sentence, problem);
                let is_same = open.made == made;
                open.made = made;
                // What is being changed stays as it is typed.
                if unsaved && open.builder.is_some() {
                    return Step::none();
                }
                if let Some(selection) = selection {
                    open.form = Form::of(&selection);
                }
                match &open.made {
                    Some(Made::Dynamic(node)) if !is_same || open.builder.is_none() => {
                        let of = open.of();
                        let mut builder = Builder::of(of, node, scene.lang);
                        builder.settle(scene);
                        let asked = if open.tab == Tab::Criteria {
                            builder.ask(scene).map(Message::Builder)
                        } else {
                            Task::none()
                        };
                        open.builder = Some(builder);
                        Step::task(asked)
                    }
                    Some(Made::Dynamic(_)) => Step::none(),
                    Some(Made::Static | Made::Combined(..)) | None => {
                        open.builder = None;
                        Step::none()
                    }
                }
            }
            Err(problem) if problem.kind == Trouble::Dropped => Step::none(),
            Err(problem) => Step::ask(Action::Problem(problem)),
        }
    }
}
