//! In which colour it is told how it stands with a message of a mailing: in the list of mailings, and on cards.

use super::Scene;
use crate::model::mailing::Status;
use crate::model::outbox::State;
use crate::theme::Tone;

impl Scene {
    /// Returns the tone in which it is told how it stands with a message.
    pub fn tone_of(status: Status) -> Tone {
        match status {
            Status::Ready => Tone::Good,
            Status::LetPast => Tone::Attention,
            Status::Left(_) | Status::Removed => Tone::Muted,
            Status::Outbox(state) => match state {
                State::Sent => Tone::Good,
                State::Queued | State::Connecting | State::Data => Tone::Accent,
                State::Held => Tone::Attention,
                State::Failed | State::Unknown => Tone::Danger,
            },
        }
    }
}
