//! Leaving: another screen, the lock, the end; with nothing lost on the way.

use std::sync::{Arc, PoisonError};

use iced::Task;
use iced::widget::operation;

use super::session::Leaving;
use super::{App, Message, Over, Stage};
use crate::dialog::unsaved::Matter;
use crate::office::{Office, drafts};
use crate::screen::Answer;
use crate::screen::start;

impl App {
    /// Leaves something, and asks first where changes would be lost.
    pub(super) fn leave(&mut self, leaving: Leaving) -> Task<Message> {
        self.leave_after(leaving, None)
    }

    /// Leaves something, and asks first about what comes after a matter that was decided.
    fn leave_after(&mut self, leaving: Leaving, decided: Option<Matter>) -> Task<Message> {
        let matter = match &self.stage {
            Stage::Start(start) if start.holds_key() && !self.quitting => Some(Matter::Key),
            Stage::Start(_) | Stage::Closing => None,
            Stage::Inside(session) => session.unsaved(&leaving, decided),
        };
        match matter.filter(|matter| Some(*matter) > decided) {
            Some(matter) => {
                if let Stage::Inside(session) = &mut self.stage {
                    session.persons.stop_asking();
                    session.companies.stop_asking();
                    session.settings.stop_asking();
                }
                self.over = Some(Over::Unsaved(leaving, matter));
                if matter == Matter::Card { operation::focus(Answer::STAY) } else { Task::none() }
            }
            None => self.left(leaving),
        }
    }

    fn left(&mut self, leaving: Leaving) -> Task<Message> {
        match leaving {
            Leaving::Go(destination) => self.inside(|session| Some(session.arrive(destination))),
            Leaving::Quit => self.quit(),
            Leaving::Lock => self.lock(),
            Leaving::Restore(backup) => self.close_to_restore(backup),
        }
    }

    pub(super) fn answered(&mut self, answer: Answer) -> Task<Message> {
        let Some(Over::Unsaved(leaving, matter)) = &self.over else {
            return Task::none();
        };
        let (leaving, matter) = (leaving.clone(), *matter);
        self.over = None;
        match answer {
            Answer::Stay => Task::none(),
            Answer::Discard => {
                let discarded = if matches!(leaving, Leaving::Go(_)) {
                    self.inside(|session| Some(session.discard()))
                } else {
                    Task::none()
                };
                Task::batch([discarded, self.leave_after(leaving, Some(matter))])
            }
            Answer::Save => {
                self.over = Some(Over::Saving(leaving));
                self.inside(|session| Some(session.save())).chain(Task::done(Message::Saved))
            }
        }
    }

    /// Leaves what was to be left, if everything is saved by now; a problem with it is in front otherwise.
    pub(super) fn saved(&mut self) -> Task<Message> {
        match self.over.take() {
            Some(Over::Saving(leaving)) => match &self.stage {
                Stage::Inside(session) if session.unsaved(&leaving, None) == Some(Matter::Card) => Task::none(),
                Stage::Inside(_) | Stage::Start(_) | Stage::Closing => self.leave_after(leaving, Some(Matter::Card)),
            },
            other => {
                self.over = other;
                Task::none()
            }
        }
    }

    /// Closes the window, after the card file is closed and what is to be remembered is written.
    pub(super) fn quit(&mut self) -> Task<Message> {
        if let Stage::Start(start) = &mut self.stage
            && start.is_busy()
            && !self.quitting
        {
            self.quitting = true;
            return self.at_start(start::State::escape);
        }
        self.over = None;
        let (office, sample) = match std::mem::replace(&mut self.stage, Stage::Closing) {
            Stage::Start(start) => match self.entering.take() {
                Some((office, sample)) => (Some(office), sample),
                None => (start.into_office(), false),
            },
            Stage::Inside(session) => {
                let office = session.office().clone();
                if session.had_drafts {
                    // Whoever closes has been asked; in line before the card file closes.
                    drop(office.write(|desk| drafts::keep(desk, &[])));
                }
                (Some(office), session.sample)
            }
            Stage::Closing => {
                self.quitting = true;
                return Task::none();
            }
        };
        let cleared = self.clear_copied();
        let closed = match office {
            Some(office) => self.close(office, sample, Message::Closed),
            None => self.remember().chain(Task::done(Message::Closed)),
        };
        cleared.chain(closed)
    }

    /// Closes a card file beside the window, and says so.
    pub(super) fn close(&mut self, office: Office, sample: bool, then: Message) -> Task<Message> {
        self.stage = Stage::Closing;
        let closed = async move {
            let closed = tokio::task::spawn_blocking(move || {
                let folder = office.folder().to_path_buf();
                office.close();
                if sample && let Err(error) = std::fs::remove_dir_all(folder) {
                    tracing::warn!(kind = ?error.kind(), "sample people were left behind");
                }
            });
            if closed.await.is_err() {
                tracing::error!("the card file was not closed in the ordinary way");
            }
        };
        let closed = Task::perform(closed, move |()| then);
        self.remember().chain(closed)
    }

    /// Writes what is to be remembered, beside the window.
    pub(super) fn remember(&mut self) -> Task<Message> {
        self.to_write += 1;
        let (number, written) = (self.to_write, Arc::clone(&self.written));
        let (preferences, folder) = (self.preferences.clone(), self.platform.settings_folder());
        let write = async move {
            let done = tokio::task::spawn_blocking(move || {
                let mut last = written.lock().unwrap_or_else(PoisonError::into_inner);
                if *last < number
                    && let Err(error) = preferences.write(&folder)
                {
                    tracing::warn!(kind = ?error.kind(), "the settings of the window were not written");
                }
                *last = number.max(*last);
            });
            let _ = done.await;
        };
        Task::future(write).discard()
    }
}
