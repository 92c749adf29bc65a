//! What is due today and overdue.

use iced::Task;

use super::{Command, Scene, Step};
use crate::model::change::Changes;

use crate::t;
use crate::theme::Element;
use crate::widget::text;

/// The screen's state.
#[derive(Debug)]
pub struct State;

/// What happens on the screen.
#[derive(Debug, Clone)]
pub enum Message {}

impl State {
    /// Returns the screen.
    pub fn new(_scene: &Scene) -> (Self, Task<Message>) {
        (Self, Task::none())
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, _scene: &Scene) -> Step<Message> {
        match message {}
    }

    /// Does what a key means here.
    pub fn command(&mut self, _command: Command, _scene: &Scene) -> Step<Message> {
        Step::none()
    }

    /// Reads anew what a committed write may have changed.
    pub fn changed(&mut self, _changes: &Changes, _scene: &Scene) -> Step<Message> {
        Step::none()
    }

    /// Takes up lists, settings or a language that changed.
    pub fn scene_changed(&mut self, _scene: &Scene) -> Step<Message> {
        Step::none()
    }

    /// Shows the screen.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        text::name(t!(scene.lang, "today-title")).into()
    }
}
