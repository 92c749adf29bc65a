//! From one card to the next: nothing typed is lost on the way without a question.

use iced::Task;
use iced::widget::operation;

use super::listed::Persons;
use super::{Message, State, card};
use crate::model::person::Id;
use crate::office::activities::Of;
use crate::office::bookmarks::Record;
use crate::screen::bookmarks::note_opened;
use crate::screen::list::Kind as _;
use crate::screen::{Answer, Scene, Step};

/// Something that leaves the card as it is being edited.
#[derive(Debug, Clone)]
pub(super) enum Next {
    Open(Id, Focus),
    StopEditing,
    Close,
    List(Vec<Id>, String),
}

/// Where the keyboard goes when a card is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Focus {
    Card,
    Stays,
    /// It stays, and the card only follows it: nobody opened it.
    Follows,
}

impl State {
    /// Goes on to something else, once what was typed is saved or given up.
    pub(super) fn leave(&mut self, next: Next, scene: &Scene) -> Step<Message> {
        let stays = matches!((&next, self.shown()), (Next::Open(id, _), Some(shown)) if *id == shown);
        let is_unsaved = self.card.as_ref().is_some_and(|card| card.is_unsaved(scene));
        // Ending the edit of the card leaves what is written under it.
        let is_written = self.activities.is_unsaved() && !matches!(next, Next::StopEditing);
        if !stays && (is_unsaved || is_written) {
            self.next = Some(next);
            self.is_asking = true;
            // What loses something is never the default.
            return Step::task(operation::focus(Answer::STAY));
        }
        self.go(next, scene)
    }

    pub(super) fn go(&mut self, next: Next, scene: &Scene) -> Step<Message> {
        let leaves = match &next {
            Next::Open(id, _) => self.shown() != Some(*id),
            Next::StopEditing => false,
            Next::Close | Next::List(..) => true,
        };
        // Who only follows the keyboard through the list stays in the list.
        self.seeks &= matches!(next, Next::Open(_, Focus::Follows));
        if leaves {
            // Who wants to read a restricted card again gives a reason again.
            scene.office.close_card();
        }
        let step = match next {
            Next::Open(id, focus) => {
                let task = match &mut self.card {
                    Some(card) if card.id() == id => Task::none(),
                    Some(card) => card.go_to(id, scene),
                    None => {
                        let (card, task) = card::State::open(id, scene);
                        self.card = Some(card);
                        task
                    }
                };
                let noted = match focus {
                    Focus::Card | Focus::Stays => note_opened(Record::Person(id), scene),
                    Focus::Follows => Task::none(),
                };
                let activities = self.activities.show(Of::Person(id), String::new(), scene).map(Message::Activities);
                let focus = match focus {
                    Focus::Card => self.focus_card(),
                    Focus::Stays | Focus::Follows => Task::none(),
                };
                Step::task(Task::batch([task.map(Message::Card), activities, focus, noted]))
            }
            Next::StopEditing => {
                if let Some(card) = &mut self.card {
                    card.discard();
                }
                Step::task(self.focus_card())
            }
            Next::Close => {
                self.card = None;
                self.activities.hide();
                Step::task(operation::focus(Persons::ROWS))
            }
            Next::List(ids, heading) => {
                self.card = None;
                self.activities.hide();
                self.texts.forget();
                Step::task(self.list.show_only(ids, heading, scene).map(Message::List))
            }
        };
        self.look(scene);
        step
    }

    /// Puts the keyboard on the card.
    pub fn focus_card(&mut self) -> Task<Message> {
        self.list.leave_keys();
        self.card.as_mut().map_or_else(Task::none, card::State::focus).map(Message::Card)
    }

    pub(super) fn answered(&mut self, answer: Answer, scene: &Scene) -> Step<Message> {
        self.is_asking = false;
        match answer {
            Answer::Save if self.activities.is_unsaved() => {
                let done = self.activities.save(scene);
                self.after(done, scene)
            }
            Answer::Save => self.tell_card(card::Message::Save, scene),
            Answer::Discard => {
                if let Some(card) = &mut self.card {
                    card.discard();
                }
                self.activities.discard();
                self.next.take().map_or_else(Step::none, |next| self.go(next, scene))
            }
            Answer::Stay => {
                self.next = None;
                // The list goes back to whom the card shows.
                let back = self.shown().map_or_else(Task::none, |id| self.list.go_to(id));
                Step::task(back.map(Message::List))
            }
        }
    }
}
