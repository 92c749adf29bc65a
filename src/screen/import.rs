//! Stands in for the screen.

#![allow(missing_docs)]

use std::path::PathBuf;

use iced::Task;

use crate::model::change::Changes;
use crate::screen::{Command, Scene, Step};
use crate::theme::{Element, Icon};

#[derive(Debug)]
pub struct State;

#[derive(Debug, Clone)]
pub enum Message {}

impl State {
    pub fn new(_file: Option<PathBuf>, _scene: &Scene) -> (Self, Task<Message>) {
        (Self, Task::none())
    }

    pub fn update(&mut self, message: Message, _scene: &Scene) -> Step<Message> {
        match message {}
    }

    pub fn changed(&mut self, _changes: &Changes, _scene: &Scene) -> Step<Message> {
        Step::none()
    }

    pub fn command(&mut self, _command: Command, _scene: &Scene) -> Step<Message> {
        Step::none()
    }

    pub fn dropped(&mut self, _file: PathBuf, _scene: &Scene) -> Step<Message> {
        Step::none()
    }

    pub fn view<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let words = crate::t!(scene.lang, "frame-import");
        crate::widget::empty_state::empty_state(Icon::Upload, words, "", None)
    }
}
