//! What is done with what was looked through: it is written as files, or queued as a message.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use iced::Task;

use super::{Message, State, posting};
use crate::model::report::{Choice, Document, Format};
use crate::model::user::Right;
use crate::office::problem::Problem;
use crate::office::report::{self, HandOut, Transfer};
use crate::screen::{Action, NewPassphraseMessage, Scene, Step};
use crate::vault::Passphrase;

/// When it is said that it is being done.
const LONG: Duration = Duration::from_millis(500);

impl State {
    /// Answers whether it can be sent to the person; what somebody else gets is no message of ours.
    pub(super) fn can_post(&self, scene: &Scene) -> bool {
        self.can(scene) && scene.office.user().may(Right::SendMail) && !self.is_transfer()
    }

    /// Finds out where it would go.
    pub(super) fn ask_address(&self, to: Option<String>, scene: &Scene) -> Task<Message> {
        let (id, lang) = (self.id, scene.lang);
        let address = scene.office.read(move |desk| report::address(desk, id, to.as_deref()));
        Task::perform(address, move |address| {
            Message::Address(Box::new(address.map_err(|error| Problem::new(&error, lang))))
        })
    }

    /// Does what is chosen of how it is sent.
    pub(super) fn post(&mut self, message: posting::Message, scene: &Scene) -> Step<Message> {
        let Some(posting) = &mut self.posting else {
            return if matches!(message, posting::Message::Close) { Step::ask(Action::Close) } else { Step::none() };
        };
        match message {
            posting::Message::To(to) => return Step::task(self.ask_address(to, scene)),
            posting::Message::Open(is_open) => posting.open(is_open),
            posting::Message::Passphrase(NewPassphraseMessage::Done) => {
                return self.post(posting::Message::Send, scene);
            }
            posting::Message::Passphrase(message) => {
                return Step::task(
                    posting.typed(message).map(|message| Message::Posting(posting::Message::Passphrase(message))),
                );
            }
            posting::Message::Send if posting.can() => {
                let (to, Some(seal)) = (posting.to(), posting.seal()) else { return Step::none() };
                if self.can_post(scene) {
                    return Step::task(self.send(to, seal, scene));
                }
            }
            posting::Message::Send => {}
            posting::Message::Back => return self.update(Message::Back, scene),
            posting::Message::Close => return Step::ask(Action::Close),
        }
        Step::none()
    }

    fn send(&mut self, to: Option<String>, seal: Option<Passphrase>, scene: &Scene) -> Task<Message> {
        let lang = scene.lang;
        let Some((settle, wanted)) = self.wanted(PathBuf::new(), seal) else { return Task::none() };
        let posted = scene.office.write(move |desk| report::mail(desk, &settle(), &wanted, to.as_deref()));
        self.running = Some(false);
        let posted = Task::perform(posted, move |posted| {
            Message::Posted(Box::new(posted.map_err(|error| Problem::new(&error, lang))))
        });
        Task::batch([posted, slow()])
    }

    /// Returns what makes the document as it was decided, and how it is handed out.
    fn wanted(
        &self,
        folder: PathBuf,
        seal: Option<Passphrase>,
    ) -> Option<(impl FnOnce() -> Document + Send + 'static, HandOut)> {
        let sheet = self.sheet.as_ref()?;
        let (draft, choices, left_out) = (Arc::clone(&sheet.draft), sheet.choices(), sheet.left_out.clone());
        let transfer =
            self.is_transfer().then(|| Transfer { name: self.transfer.trim().to_owned(), ..Transfer::default() });
        let identity = self.identity.trim().to_owned();
        let wanted = HandOut {
            folder,
            formats: self.formats(),
            identity: identity.clone(),
            seal,
            letter: self.letter,
            transfer,
            no_answer: self.no_answer,
        };
        let settle = move || {
            let choose = |passage: usize| choices.get(passage).cloned().unwrap_or(Choice::BlackOut);
            let mut document =
                report::settled_with(&draft, |passage, _| choose(passage), |file| !left_out.contains(&file.id));
            report::identified(&mut document, &identity);
            document
        };
        Some((settle, wanted))
    }

    /// Writes the files.
    pub(super) fn write(&mut self, folder: PathBuf, scene: &Scene) -> Task<Message> {
        let Some(sheet) = &self.sheet else { return Task::none() };
        let (number, lang) = (sheet.draft.document.header.number, scene.lang);
        // A folder of its own: the files of two reports never get mixed up.
        let folder = folder.join(PathBuf::from(report::file_name(self.kind, number, Format::Json)).with_extension(""));
        let seal = self.seal.clone().filter(|_| self.is_sealed);
        let Some((settle, wanted)) = self.wanted(folder, seal) else { return Task::none() };
        let written = scene.office.write(move |desk| report::hand_out(desk, &settle(), &wanted));
        self.running = Some(false);
        let written = Task::perform(written, move |written| {
            Message::Written(Box::new(written.map_err(|error| Problem::new(&error, lang))))
        });
        Task::batch([written, slow()])
    }
}

fn slow() -> Task<Message> {
    Task::perform(async { tokio::time::sleep(LONG).await }, |()| Message::Slow)
}
