//! Locking: nothing of the content stays on the screen or in memory, and nothing typed about anybody is lost.
//!
//! What is typed on a card, about an activity, or in a dialog is kept in the card file; what is typed in a form of the
//! settings is dropped, for it may be a passphrase. Then the card file is closed, and
//! the program starts anew in the place of this process, which is the only way to be sure that nothing is left: what a
//! library has freed stays in memory as it was. The new one asks for the passphrase, and after it shows what was typed.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use iced::Task;
use zeroize::Zeroizing;

use super::platform::Anew;
use super::preferences::Preferences;
use super::presence::Due;
use super::session::Leaving;
use super::{App, Message, Stage};
use crate::i18n::Lang;
use crate::office::drafts;

impl App {
    /// Does what falls due while time passes.
    pub(super) fn due(&mut self, due: Due) -> Task<Message> {
        match (due, &self.stage) {
            (Due::Copied, _) => self.clear_copied(),
            // What is being imported is finished first: somebody waits for it.
            (Due::Idle, Stage::Inside(session)) if session.is_working() => Task::none(),
            (Due::Idle | Due::Slept, _) => self.lock_unasked(),
        }
    }

    /// Locks without a question, for nobody may be there to answer. Sample people are not locked.
    pub(super) fn lock_unasked(&mut self) -> Task<Message> {
        match &self.stage {
            Stage::Inside(session) if !session.sample => self.lock(),
            Stage::Inside(_) | Stage::Start(_) | Stage::Closing => Task::none(),
        }
    }

    /// Closes the card file, and keeps in it what was typed and not saved.
    pub(super) fn lock(&mut self) -> Task<Message> {
        self.close_with_drafts(|folder, sample| Message::Locked((!sample).then_some(folder)))
    }

    /// Closes the card file in the same way, so that a backup can be restored.
    pub(super) fn close_to_restore(&mut self, backup: PathBuf) -> Task<Message> {
        self.close_with_drafts(|folder, _| Message::ClosedToRestore(folder, backup))
    }

    fn close_with_drafts(&mut self, then: impl FnOnce(PathBuf, bool) -> Message) -> Task<Message> {
        let Stage::Inside(session) = std::mem::replace(&mut self.stage, Stage::Closing) else {
            return Task::none();
        };
        self.over = None;
        self.notes = super::Notes::default();
        let (office, sample) = (session.office().clone(), session.sample);
        let kept = session.drafts();
        drop(session);
        let keeping = office.clone();
        // In line behind what is being saved just now, before the card file closes.
        let keep = office.write(move |desk| drafts::keep(desk, &kept));
        let kept = async move {
            if let Err(error) = keep.await {
                tracing::error!(%error, "what was typed was not kept");
            }
            drop(keeping);
        };
        let cleared = self.clear_copied();
        let then = then(office.folder().to_path_buf(), sample);
        Task::future(kept).discard().chain(cleared).chain(self.close(office, sample, then))
    }

    /// Starts the program anew, locked; a test goes on here with what it would show.
    pub(super) fn start_anew(&mut self, folder: &Path) -> Task<Message> {
        match self.platform.start_anew(called_with(folder, self.lang)) {
            Ok(Anew::Beside) => iced::exit(),
            Ok(Anew::Here) => {
                let preferences = Preferences::read(&self.platform.settings_folder());
                let launch = super::Launch { vault: Some(folder.to_owned()), lang: Some(self.lang), demo: false };
                let (mut app, task) = Self::boot(&launch, true, preferences, Arc::clone(&self.platform));
                // Late answers to the session that was locked must find nobody.
                app.sessions = self.sessions;
                app.presence = Arc::clone(&self.presence);
                app.mode = self.mode;
                *self = app;
                task
            }
            Err(error) => {
                tracing::error!(kind = ?error.kind(), "the program could not be started anew, and ends");
                iced::exit()
            }
        }
    }

    /// Copies a text, for half a minute.
    pub(super) fn copy(&mut self, text: String) -> Task<Message> {
        let text = Arc::new(Zeroizing::new(text));
        self.copied = Some(Arc::clone(&text));
        self.presence.copied();
        let (platform, copied) = (Arc::clone(&self.platform), Arc::clone(&text));
        beside(move || platform.copy(&copied)).then(move |could| match could {
            true => Task::none(),
            false => iced::clipboard::write(text.to_string()),
        })
    }

    /// Empties the clipboard if it still holds what was copied with a button.
    pub(super) fn clear_copied(&mut self) -> Task<Message> {
        let Some(text) = self.copied.take() else { return Task::none() };
        let (platform, copied) = (Arc::clone(&self.platform), Arc::clone(&text));
        beside(move || platform.clear_copied(&copied)).then(move |could| {
            if could {
                return Task::none();
            }
            let text = Arc::clone(&text);
            iced::clipboard::read().then(move |found| {
                let is_ours = found.is_some_and(|found| found == **text);
                if is_ours { iced::clipboard::write(String::new()) } else { Task::none() }
            })
        })
    }
}

impl Leaving {
    /// Answers whether what is typed on a card or in a form on top of it is kept, and not asked about.
    pub(super) fn keeps_drafts(&self) -> bool {
        matches!(self, Self::Lock | Self::Restore(_))
    }
}

/// Runs something that may block, beside the window.
fn beside(work: impl FnOnce() -> bool + Send + 'static) -> Task<bool> {
    Task::future(async move { tokio::task::spawn_blocking(work).await.unwrap_or(false) })
}

/// Returns what the program is called with to show a locked card file.
fn called_with(folder: &Path, lang: Lang) -> Vec<OsString> {
    let folder = PathBuf::from(folder).into_os_string();
    vec!["--locked".into(), "--vault".into(), folder, "--lang".into(), lang.code().into()]
}
