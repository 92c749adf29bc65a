//! Stands in for the dialog.

#![allow(missing_docs)]

use iced::Task;

use crate::screen::{Action, Command, Scene, Step};
use crate::widget::dialog::{Card, card};
use crate::widget::text;

#[derive(Debug)]
pub struct State;

#[derive(Debug, Clone)]
pub enum Message {
    Close,
}

impl State {
    pub fn new(_scene: &Scene) -> (Self, Task<Message>) {
        (Self, Task::none())
    }

    pub fn update(&mut self, message: Message, _scene: &Scene) -> Step<Message> {
        match message {
            Message::Close => Step::ask(Action::Close),
        }
    }

    pub fn command(&mut self, _command: Command, _scene: &Scene) -> Step<Message> {
        Step::none()
    }

    pub fn view<'a>(&'a self, scene: &'a Scene) -> Card<'a, Message> {
        card(crate::t!(scene.lang, "frame-new-person"), text::body("")).on_escape(Message::Close)
    }
}
