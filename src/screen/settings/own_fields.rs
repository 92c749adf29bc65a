//! Stands in for the section.

#![allow(missing_docs)]

use crate::screen::{Scene, Step};
use crate::theme::Element;

#[derive(Debug)]
pub struct State;

#[derive(Debug, Clone)]
pub enum Message {}

impl State {
    pub fn new(_scene: &Scene) -> Self {
        Self
    }

    pub fn update(&mut self, message: Message, _scene: &Scene) -> Step<Message> {
        match message {}
    }

    pub fn view<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        crate::widget::text::body(crate::t!(scene.lang, "settings-fields-empty")).into()
    }
}
