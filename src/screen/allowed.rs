//! What a button says to whom it is not allowed.

use super::Scene;
use crate::model::user::Right;
use crate::office::problem;
use crate::widget::button::Button;

impl Scene {
    /// Returns a button with what a press of it does, if anything. Who lacks the right to that reads on the button which
    /// right it takes, and who can grant it.
    pub fn allowed<M>(&self, button: Button<M>, right: Right, message: impl Into<Option<M>>) -> Button<M> {
        if self.office.user().may(right) {
            button.on_press_maybe(message.into())
        } else {
            button.tooltip(problem::lacks(self.lang, right))
        }
    }
}
