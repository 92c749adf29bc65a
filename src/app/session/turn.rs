//! What a session does with a message, and what it asks of the window.

use std::path::PathBuf;

use iced::Task;

use super::Message;
use crate::dialog::help;
use crate::office::undo::Way;
use crate::screen::Action;
use crate::screen::settings::Wish;

/// Where to go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// What is due.
    Today,
    /// The persons.
    Persons,
    /// The companies.
    Companies,
    /// The selections.
    Selections,
    /// The import, with a file where one was dropped.
    Import(Option<PathBuf>),
    /// The mailings.
    Mailings,
    /// The outbox.
    Outbox,
    /// The trash.
    Trash,
    /// The settings.
    Settings,
}

/// What leaving means, as far as it may lose changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leaving {
    /// Another screen.
    Go(Destination),
    /// The card file is locked.
    Lock,
    /// The card file is closed, and a backup restored into another place.
    Restore(PathBuf),
    /// The window closes.
    Quit,
}

/// What a session asks of the window.
pub enum Ask {
    /// One of the actions that need the world outside, or a note.
    Act(Action<Message>),
    /// A setting of the window.
    Wish(Wish),
    /// May this be left, with the changes that are not saved?
    Leave(Leaving),
    /// Help on something.
    Help(help::Topic),
    /// The guide, at a chapter.
    Guide(&'static str),
    /// A note that a step was taken, which one takes it back, and the number of the change it was over.
    Stepped(String, Way, u64),
}

/// What a session did: work that goes on, and what it asks for.
pub struct Turn {
    /// Work that goes on.
    pub task: Task<Message>,
    /// What it asks for, in order.
    pub asks: Vec<Ask>,
}

impl Turn {
    /// Returns the turn that leads nowhere.
    pub(super) fn none() -> Self {
        Self::task(Task::none())
    }

    /// Returns the turn that starts work.
    pub(super) fn task(task: Task<Message>) -> Self {
        Self { task, asks: Vec::new() }
    }

    /// Returns the turn that asks for something.
    pub(super) fn ask(ask: Ask) -> Self {
        Self { task: Task::none(), asks: vec![ask] }
    }

    /// Returns both turns as one.
    pub(super) fn and(mut self, other: Self) -> Self {
        self.asks.extend(other.asks);
        Self { task: Task::batch([self.task, other.task]), asks: self.asks }
    }
}
