//! Restoring a backup into a new place: pick the file, type what opens it, and go on.

use std::path::PathBuf;

use iced::Task;
use iced::widget::{column, row};
use zeroize::Zeroizing;

use super::{Outcome, Step, aside, foot, head};
use crate::i18n::{self, Lang};
use crate::model::Zone;
use crate::office::Office;
use crate::office::backup::{self, ENDING, Kept};
use crate::office::problem::{self, Problem};
use crate::screen::Action;
use crate::t;
use crate::theme::measure::{LARGE, MEDIUM, SMALL};
use crate::theme::{Element, Icon, Tone};
use crate::vault::{Passphrase, Proof, RecoveryKey};
use crate::widget::banner::banner;
use crate::widget::button;
use crate::widget::checkbox::checkbox;
use crate::widget::field::{complaint, field, text_field};

/// The id of the field for the passphrase or the recovery key.
pub const SECRET: &str = "restore-secret";
/// The id of the field for the folder.
pub const FOLDER: &str = "restore-folder";

/// What was chosen and typed so far.
pub struct State {
    backup: Option<Kept>,
    secret: Zeroizing<String>,
    with_key: bool,
    folder: String,
    /// The card file that cannot be opened, where this began with one.
    damaged: Option<PathBuf>,
    /// Whether to put that aside and restore in its place.
    in_place: bool,
    is_busy: bool,
    problem: Option<String>,
}

/// What happens on the page.
#[derive(Clone)]
pub enum Message {
    /// Asks for the backup.
    Pick,
    /// A file was picked.
    Picked(PathBuf),
    /// What it is, or why it is none.
    Looked(Result<Kept, Problem>),
    /// The passphrase or the recovery key was typed.
    Secret(String),
    /// Opens with the recovery key, or with the passphrase.
    WithKey(bool),
    /// The folder was typed.
    Folder(String),
    /// Asks for a folder.
    Choose,
    /// A folder was chosen.
    Chosen(PathBuf),
    /// Whether to restore in the place of the damaged one.
    InPlace(bool),
    /// Restores it.
    Restore,
    /// It is restored and open, or not.
    Restored(Result<(Office, Option<PathBuf>), Problem>),
    /// To the three choices.
    Back,
}

impl State {
    /// Asks for a backup, and proposes a place for what comes of it.
    pub fn new(usual: PathBuf, lang: Lang) -> (Self, Step<Message>) {
        let mut state = Self::with(backup::proposed_folder(&usual, lang));
        let outcome = state.update(Message::Pick, lang);
        (state, outcome.step)
    }

    /// Restores a backup that was chosen already beside the card file in `folder`.
    pub fn of(backup: PathBuf, folder: &std::path::Path, lang: Lang) -> (Self, Task<Message>) {
        let mut state = Self::with(backup::proposed_folder(folder, lang));
        let outcome = state.update(Message::Picked(backup), lang);
        (state, outcome.step.task)
    }

    /// Proposes a backup of a card file that cannot be opened.
    pub fn instead_of(damaged: PathBuf, newest: Kept, lang: Lang) -> (Self, Task<Message>) {
        let mut state = Self::with(backup::proposed_folder(&damaged, lang));
        state.damaged = Some(damaged);
        state.backup = Some(newest);
        (state, iced::widget::operation::focus(SECRET))
    }

    fn with(folder: PathBuf) -> Self {
        Self {
            backup: None,
            secret: Zeroizing::default(),
            with_key: false,
            folder: folder.to_string_lossy().into_owned(),
            damaged: None,
            in_place: false,
            is_busy: false,
            problem: None,
        }
    }

    /// Answers whether a backup is being restored just now.
    pub fn is_busy(&self) -> bool {
        self.is_busy
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, lang: Lang) -> Outcome<Message> {
        if self.is_busy && !matches!(message, Message::Restored(_)) {
            return Outcome::nothing();
        }
        match message {
            Message::Pick => Outcome::step(Step::ask(Action::PickFile {
                title: t!(lang, "restore-pick-title"),
                kinds: vec![(t!(lang, "restore-kind"), vec![ENDING])],
                then: Box::new(Message::Picked),
            })),
            Message::Picked(path) => {
                let looked = aside(move || Ok(backup::peek(&path)?));
                Outcome::step(Step::task(Task::perform(looked, move |looked| {
                    Message::Looked(looked.map_err(|error| Problem::new(&error, lang)))
                })))
            }
            Message::Looked(Ok(backup)) => {
                self.backup = Some(backup);
                self.problem = None;
                Outcome::step(Step::task(iced::widget::operation::focus(SECRET)))
            }
            Message::Looked(Err(problem)) => {
                self.backup = None;
                self.problem = Some(problem.message);
                Outcome::nothing()
            }
            Message::Secret(typed) => {
                self.secret = Zeroizing::new(typed);
                self.problem = None;
                Outcome::nothing()
            }
            Message::WithKey(with_key) => {
                self.with_key = with_key;
                self.secret = Zeroizing::default();
                self.problem = None;
                Outcome::step(Step::task(iced::widget::operation::focus(SECRET)))
            }
            Message::Folder(typed) => {
                self.folder = typed;
                self.problem = None;
                Outcome::nothing()
            }
            Message::Choose => Outcome::step(Step::ask(Action::PickFolder {
                title: t!(lang, "restore-folder-title"),
                then: Box::new(Message::Chosen),
            })),
            Message::Chosen(folder) => {
                self.folder = backup::proposed_folder(&folder, lang).to_string_lossy().into_owned();
                self.problem = None;
                Outcome::nothing()
            }
            Message::InPlace(in_place) => {
                self.in_place = in_place;
                Outcome::nothing()
            }
            Message::Restore => self.restore(lang),
            Message::Restored(Ok((office, aside))) => {
                let mut outcome = Outcome::opened(office);
                let words = match aside {
                    Some(aside) => t!(lang, "restore-done-aside", folder = aside.display().to_string()),
                    None => t!(lang, "restore-done"),
                };
                outcome.step = Step::ask(Action::Toast(words));
                outcome
            }
            Message::Restored(Err(problem)) => {
                self.is_busy = false;
                self.problem = Some(problem.message);
                let focus = iced::widget::operation::focus(SECRET);
                Outcome::step(Step::task(focus.chain(iced::widget::operation::select_all(SECRET))))
            }
            Message::Back => Outcome::step(Step::ask(Action::Close)),
        }
    }

    fn restore(&mut self, lang: Lang) -> Outcome<Message> {
        let Some(backup) = self.backup.clone() else { return Outcome::nothing() };
        let proof = if self.with_key {
            match RecoveryKey::parse(&self.secret) {
                Ok(key) => Proof::Recovery(key),
                Err(misread) => {
                    self.problem = Some(problem::misread(misread, lang));
                    return Outcome::nothing();
                }
            }
        } else if self.secret.is_empty() {
            self.problem = Some(t!(lang, "create-passphrase-empty"));
            return Outcome::nothing();
        } else {
            Proof::Passphrase(Passphrase::new(self.secret.as_str()))
        };
        let folder = PathBuf::from(self.folder.trim().trim_matches('"'));
        let in_place = self.damaged.clone().filter(|_| self.in_place);
        self.is_busy = true;
        self.problem = None;
        let restored = aside(move || match in_place {
            Some(damaged) => {
                let (restored, aside) = backup::restore_in_place(&backup.path, &damaged, None, &proof, lang)?;
                Ok((restored.office, Some(aside)))
            }
            None => Ok((backup::restore(&backup.path, &folder, None, &proof, lang)?.office, None)),
        });
        Outcome::step(Step::task(Task::perform(restored, move |restored| {
            Message::Restored(restored.map_err(|error| Problem::new(&error, lang)))
        })))
    }

    /// Shows the page.
    pub fn view(&self, lang: Lang) -> Element<'_, Message> {
        let back = button::plain(t!(lang, "back")).on_press_maybe((!self.is_busy).then_some(Message::Back));
        let Some(kept) = &self.backup else {
            let pick = button::main(t!(lang, "restore-pick")).icon(Icon::FolderOpen).on_press(Message::Pick);
            return column![head(t!(lang, "restore-title"), t!(lang, "restore-text"))]
                .push(self.problem.clone().map(complaint))
                .push(foot(Some(back), vec![pick]))
                .spacing(LARGE)
                .into();
        };
        let manifest = &kept.manifest;
        let what = t!(
            lang,
            "restore-what",
            persons = manifest.persons,
            reason = i18n::text(lang, &format!("backup-reason-{}", manifest.reason.key())),
            size = i18n::file_size(lang, kept.size)
        );
        let date = t!(lang, "restore-of", date = i18n::date_time(lang, Zone::local().at(manifest.made_at)));
        let other = Element::from(button::link(t!(lang, "restore-other")).small().on_press(Message::Pick));
        let secret = text_field("", self.secret.as_str())
            .id(SECRET)
            .icon(if self.with_key { Icon::KeyRound } else { Icon::Lock })
            .secure(!self.with_key)
            .invalid(self.problem.is_some())
            .on_input(Message::Secret)
            .on_submit(Message::Restore);
        let label = if self.with_key { t!(lang, "create-recovery-key") } else { t!(lang, "unlock-passphrase") };
        let (switch, to) = if self.with_key { ("unlock-with-passphrase", false) } else { ("unlock-recovery", true) };
        let switch = button::link(i18n::text(lang, switch)).small().on_press(Message::WithKey(to));
        let go = button::main(t!(lang, "restore-go")).on_press_maybe((!self.is_busy).then_some(Message::Restore));
        column![
            head(t!(lang, "restore-title"), t!(lang, "restore-safe")),
            banner(Tone::Accent, date, Some(what), vec![other]),
            column![field(label, secret).error(self.problem.clone()), row![switch]].spacing(SMALL),
            self.place(lang),
            foot(Some(back), vec![go]),
        ]
        .spacing(LARGE)
        .into()
    }

    fn place(&self, lang: Lang) -> Element<'_, Message> {
        let in_place = self
            .damaged
            .as_ref()
            .map(|_| Element::from(checkbox(t!(lang, "restore-in-place"), self.in_place).on_toggle(Message::InPlace)));
        let folder = (!(self.in_place && self.damaged.is_some())).then(|| {
            let input = text_field("", self.folder.as_str())
                .id(FOLDER)
                .icon(Icon::FolderOpen)
                .on_input(Message::Folder)
                .on_submit(Message::Restore);
            let choose = row![button::plain(t!(lang, "choose-folder")).on_press(Message::Choose)];
            column![field(t!(lang, "restore-folder"), input), choose].spacing(SMALL)
        });
        column![].push(in_place).push(folder).spacing(MEDIUM).into()
    }
}
