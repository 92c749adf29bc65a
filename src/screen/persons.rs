//! Stands in for the screen.

#![allow(missing_docs)]

use iced::Task;

use crate::model::change::Changes;
use crate::model::person;
use crate::screen::{Action, Command, Scene, Step};
use crate::theme::{Element, Icon};
use crate::widget::button;
use crate::widget::empty_state::empty_state;

#[derive(Debug, Default)]
pub struct State {
    unsaved: bool,
    shown: Option<person::Id>,
}

#[derive(Debug, Clone)]
pub enum Message {
    Change,
    Saved,
    Basis,
}

impl State {
    pub fn new(_scene: &Scene) -> (Self, Task<Message>) {
        (Self::default(), Task::none())
    }

    pub fn update(&mut self, message: Message, _scene: &Scene) -> Step<Message> {
        match message {
            Message::Change => self.unsaved = true,
            Message::Saved => self.unsaved = false,
            Message::Basis => return Step::ask(Action::LegalBasis(person::Id(1))),
        }
        Step::none()
    }

    pub fn open(&mut self, person: person::Id, _scene: &Scene) -> Step<Message> {
        self.shown = Some(person);
        Step::none()
    }

    pub fn list(&mut self, _persons: Vec<person::Id>, _heading: String, _scene: &Scene) -> Step<Message> {
        Step::none()
    }

    pub fn changed(&mut self, _changes: &Changes, _scene: &Scene) -> Step<Message> {
        Step::none()
    }

    pub fn scene_changed(&mut self, _scene: &Scene) -> Step<Message> {
        Step::none()
    }

    pub fn command(&mut self, command: Command, _scene: &Scene) -> Step<Message> {
        if command == Command::Save {
            return Step::task(Task::done(Message::Saved));
        }
        Step::none()
    }

    pub fn unsaved(&self) -> bool {
        self.unsaved
    }

    pub fn shown(&self) -> Option<person::Id> {
        self.shown
    }

    pub fn view<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let words = crate::t!(scene.lang, "frame-search");
        empty_state(Icon::Users, words, "", Some(button::main("change").on_press(Message::Change)))
    }
}
