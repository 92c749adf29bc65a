//! Opening a card file with its passphrase, or with its recovery key and then a new passphrase.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use iced::widget::{Column, column};
use iced::{Subscription, Task};
use zeroize::Zeroizing;

use super::{Outcome, Step, aside, foot, head};
use crate::i18n::{self, Lang};
use crate::model::{Zone, user};
use crate::office::backup::{self, Kept};
use crate::office::problem::{self, Kind, Problem};
use crate::office::{Office, setup};
use crate::screen::{Action, NewPassphrase, NewPassphraseMessage};
use crate::t;
use crate::theme::measure::{LARGE, SMALL};
use crate::theme::{Element, Icon, Tone};
use crate::vault::keychain::Keychain;
use crate::vault::{Passphrase, Peek, Proof, RecoveryKey, Vault};
use crate::widget::banner::banner;
use crate::widget::choice::choice;
use crate::widget::field::{field, text_field};
use crate::widget::{button, surface, text};

/// The id of the field for the passphrase.
pub const PASSPHRASE: &str = "unlock-passphrase";
/// The id of the field for the recovery key.
pub const KEY: &str = "unlock-key";
/// The id of the choice of who opens it.
const USER: &str = "unlock-user";

/// The longest anybody is kept waiting after wrong passphrases, in seconds.
const LONGEST_WAIT: u64 = 30;

/// What was typed so far.
pub struct State {
    folder: PathBuf,
    page: Page,
    /// Who works with the card file, as far as that is known.
    users: Vec<String>,
    /// Who of them unlocks it.
    user: Option<String>,
    /// Whether it was locked, and not closed.
    locked: bool,
    /// Whether the keychain of this computer has not answered yet.
    asks: bool,
    /// Whether what was typed is to be tried as soon as it has.
    waits: bool,
    busy: bool,
    problem: Option<String>,
    failures: u32,
    /// Seconds until the next attempt.
    wait: u64,
    /// Whether it cannot be opened because it is damaged.
    is_damaged: bool,
    /// The newest backup, where it is.
    backup: Option<Box<Kept>>,
}

enum Page {
    Passphrase(Zeroizing<String>),
    Key(Zeroizing<String>),
    /// Opened with the recovery key; the passphrase is forgotten.
    New {
        office: Office,
        key: RecoveryKey,
        passphrase: NewPassphrase,
    },
}

/// What happens on the page.
#[derive(Clone)]
pub enum Message {
    /// Who works with the card file.
    Users(Vec<String>),
    /// Who unlocks it was chosen.
    User(Option<String>),
    /// The passphrase or the recovery key was typed.
    Typed(String),
    /// Opens the card file.
    Open,
    /// It is open, or not.
    Opened(Result<Office, Problem>),
    /// It is open with a key that this computer remembers; or there is none; or it does not open.
    Remembered(Result<Option<Office>, Problem>),
    /// It is open with the recovery key, or not.
    Recovered(Result<(Office, RecoveryKey), Problem>),
    /// A second has passed.
    Second,
    /// Asks for the recovery key.
    WithKey,
    /// Asks for the passphrase.
    WithPassphrase,
    /// In the fields for a new passphrase.
    New(NewPassphraseMessage),
    /// Takes the new passphrase.
    Change,
    /// It was taken, or not.
    Changed(Result<(), Problem>),
    /// To the three choices, for another card file.
    Another,
    /// Which backup of the damaged card file is the newest.
    Found(Option<Box<Kept>>),
    /// Restores it into a new place.
    Restore(Box<Kept>),
    /// Restores a backup that is to be picked.
    RestoreOther,
}

impl State {
    /// Asks for the passphrase, and meanwhile asks the keychain of this computer, which may have the key.
    pub fn new(folder: PathBuf, keychain: &Arc<dyn Keychain>, lang: Lang) -> (Self, Task<Message>) {
        let (place, keychain) = (folder.clone(), Arc::clone(keychain));
        let (state, task) = Self::locked(folder);
        let opened = aside(move || Office::open_remembered(&place, &keychain, lang));
        let opened = Task::perform(opened, move |opened| {
            Message::Remembered(opened.map_err(|error| Problem::new(&error, lang)))
        });
        (Self { locked: false, asks: true, ..state }, Task::batch([task, opened]))
    }

    /// Asks for the passphrase of a card file that was locked, whatever this computer remembers.
    pub fn locked(folder: PathBuf) -> (Self, Task<Message>) {
        let page = Page::Passphrase(Zeroizing::default());
        let state = Self {
            folder,
            page,
            users: Vec::new(),
            user: None,
            locked: true,
            asks: false,
            waits: false,
            busy: false,
            problem: None,
            failures: 0,
            wait: 0,
            is_damaged: false,
            backup: None,
        };
        let folder = state.folder.clone();
        let users = Task::perform(aside(move || Ok(Vault::peek(&folder)?)), |found| match found {
            Ok(Peek::Vault { users }) => Message::Users(users),
            // What is wrong with it is said when it is opened.
            Ok(Peek::NoFolder | Peek::Empty | Peek::OtherFiles) | Err(_) => Message::Users(Vec::new()),
        });
        (state, Task::batch([iced::widget::operation::focus(PASSPHRASE), users]))
    }

    /// Returns the folder of the card file.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Returns the card file, where it is open but has no new passphrase yet.
    pub fn into_office(self) -> Option<Office> {
        match self.page {
            Page::Passphrase(_) | Page::Key(_) => None,
            Page::New { office, .. } => Some(office),
        }
    }

    /// Returns the seconds that pass while one has to wait.
    pub fn subscription(&self) -> Subscription<Message> {
        if self.wait == 0 {
            return Subscription::none();
        }
        iced::time::every(Duration::from_secs(1)).map(|_| Message::Second)
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, lang: Lang) -> Outcome<Message> {
        match message {
            Message::Users(users) => {
                self.users = users;
                let has_begun = matches!(&self.page, Page::Passphrase(typed) if typed.is_empty());
                if self.asks_who() && has_begun {
                    return Outcome::step(Step::task(iced::widget::operation::focus(USER)));
                }
                Outcome::nothing()
            }
            Message::User(user) => {
                self.user = user;
                self.problem = None;
                let field = match self.page {
                    Page::Passphrase(_) => PASSPHRASE,
                    Page::Key(_) | Page::New { .. } => KEY,
                };
                Outcome::step(Step::task(iced::widget::operation::focus(field)))
            }
            Message::Typed(typed) => {
                if let Page::Passphrase(field) | Page::Key(field) = &mut self.page {
                    *field = Zeroizing::new(typed);
                }
                if self.wait == 0 {
                    self.problem = None;
                }
                Outcome::nothing()
            }
            // Both at once would be in each other's way.
            Message::Open if self.asks => {
                self.waits = true;
                Outcome::nothing()
            }
            Message::Open => self.open(lang),
            Message::Remembered(Ok(Some(office))) => Outcome::opened(office),
            Message::Remembered(answer) => {
                self.asks = false;
                if let Err(problem) = answer
                    && matches!(problem.kind, Kind::WrongKey | Kind::Failed)
                {
                    self.problem = Some(problem.message);
                }
                if std::mem::take(&mut self.waits) { self.open(lang) } else { Outcome::nothing() }
            }
            Message::Opened(Ok(office)) => Outcome::opened(office),
            Message::Opened(Err(problem)) => self.fail(problem, PASSPHRASE),
            Message::Recovered(Ok((office, key))) => {
                self.busy = false;
                self.page = Page::New { office, key, passphrase: NewPassphrase::default() };
                Outcome::step(Step::task(iced::widget::operation::focus(NewPassphrase::FIRST)))
            }
            Message::Recovered(Err(problem)) => self.fail(problem, KEY),
            Message::Second => {
                self.wait = self.wait.saturating_sub(1);
                Outcome::nothing()
            }
            Message::WithKey => self.turn_to(Page::Key(Zeroizing::default()), KEY),
            Message::WithPassphrase => match self.page {
                Page::Key(_) => self.turn_to(Page::Passphrase(Zeroizing::default()), PASSPHRASE),
                Page::Passphrase(_) | Page::New { .. } => Outcome::nothing(),
            },
            Message::New(NewPassphraseMessage::Done) | Message::Change => self.change(lang),
            Message::New(message) => match &mut self.page {
                Page::New { passphrase, .. } => Outcome::step(Step::task(passphrase.update(message).map(Message::New))),
                Page::Passphrase(_) | Page::Key(_) => Outcome::nothing(),
            },
            Message::Changed(Ok(())) => match &self.page {
                Page::New { office, .. } => Outcome::opened(office.clone()),
                Page::Passphrase(_) | Page::Key(_) => Outcome::nothing(),
            },
            Message::Changed(Err(problem)) => {
                self.busy = false;
                Outcome::step(Step::ask(Action::Problem(problem)))
            }
            Message::Found(backup) => {
                self.backup = backup;
                Outcome::nothing()
            }
            // The page around turns to restoring.
            Message::Restore(_) | Message::RestoreOther => Outcome::nothing(),
            Message::Another => Outcome::step(Step::ask(Action::Close)),
        }
    }

    fn turn_to(&mut self, page: Page, focus: &'static str) -> Outcome<Message> {
        if self.busy {
            return Outcome::nothing();
        }
        self.page = page;
        self.problem = None;
        Outcome::step(Step::task(iced::widget::operation::focus(focus)))
    }

    fn open(&mut self, lang: Lang) -> Outcome<Message> {
        if self.busy || self.wait > 0 {
            return Outcome::nothing();
        }
        let folder = self.folder.clone();
        let user = self.user.clone();
        let task = match &self.page {
            Page::Passphrase(_) if self.asks_who() && user.is_none() => {
                self.problem = Some(t!(lang, "unlock-user-missing"));
                return Outcome::step(Step::task(iced::widget::operation::focus(USER)));
            }
            Page::Passphrase(typed) if typed.is_empty() => {
                self.problem = Some(t!(lang, "create-passphrase-empty"));
                return Outcome::nothing();
            }
            Page::Passphrase(typed) => {
                let passphrase = Passphrase::new(typed.as_str());
                let user = user.or_else(|| self.users.first().cloned()).unwrap_or_else(|| user::FIRST.to_owned());
                let opened = aside(move || Office::open(&folder, &user, &passphrase, lang));
                Task::perform(opened, move |opened| Message::Opened(opened.map_err(|error| Problem::new(&error, lang))))
            }
            Page::Key(typed) => {
                let key = match RecoveryKey::parse(typed) {
                    Ok(key) => key,
                    Err(misread) => {
                        self.problem = Some(problem::misread(misread, lang));
                        return Outcome::nothing();
                    }
                };
                let opened = aside(move || {
                    let proof = Proof::Recovery(key.clone());
                    let office = Office::open_with(&folder, user.as_deref(), &proof, lang)?;
                    // Whoever opens with it has it written down.
                    office.write(setup::confirm_recovery).wait()?;
                    Ok((office, key))
                });
                Task::perform(opened, move |opened| {
                    Message::Recovered(opened.map_err(|error| Problem::new(&error, lang)))
                })
            }
            Page::New { .. } => return Outcome::nothing(),
        };
        self.busy = true;
        self.problem = None;
        Outcome::step(Step::task(task))
    }

    /// Answers whether there are several who may unlock it.
    fn asks_who(&self) -> bool {
        self.users.len() > 1
    }

    /// Returns the choice of who unlocks it, where there are several.
    fn who(&self, lang: Lang) -> Option<Element<'_, Message>> {
        let names = self.users.iter().map(|name| {
            let shown = if name == user::FIRST { t!(lang, "user-first") } else { name.clone() };
            (name.clone(), shown)
        });
        let names = choice(names, self.user.clone()).id(USER).placeholder(t!(lang, "unlock-user-choose"));
        let names = if self.busy { names } else { names.on_choose(Message::User) };
        self.asks_who().then(|| field(t!(lang, "unlock-user"), names).into())
    }

    fn fail(&mut self, problem: Problem, focus: &'static str) -> Outcome<Message> {
        self.busy = false;
        if problem.kind == Kind::WrongKey {
            self.wait = pause(self.failures);
            self.failures += 1;
        }
        self.is_damaged = problem.kind == Kind::Damaged;
        let found = if self.is_damaged {
            let folder = self.folder.clone();
            let found = aside(move || Ok(backup::newest_beside(&folder)));
            Task::perform(found, |found| Message::Found(found.ok().flatten().map(Box::new)))
        } else {
            Task::none()
        };
        self.problem = Some(problem.message);
        let task = iced::widget::operation::focus(focus).chain(iced::widget::operation::select_all(focus));
        Outcome::step(Step::task(Task::batch([task, found])))
    }

    fn change(&mut self, lang: Lang) -> Outcome<Message> {
        let Page::New { office, key, passphrase } = &mut self.page else {
            return Outcome::nothing();
        };
        let Some(new) = passphrase.take().filter(|_| !self.busy) else {
            return Outcome::nothing();
        };
        self.busy = true;
        let changed = office.set_passphrase(Proof::Recovery(key.clone()), new);
        Outcome::step(Step::task(Task::perform(changed, move |changed| {
            Message::Changed(changed.map_err(|error| Problem::new(&error, lang)))
        })))
    }

    /// Shows the page.
    pub fn view(&self, lang: Lang) -> Element<'_, Message> {
        let ready = !self.busy && self.wait == 0;
        let waiting = (self.wait > 0).then(|| text::caption(t!(lang, "unlock-wait", count = self.wait)));
        let open = if self.busy || self.waits { t!(lang, "unlock-busy") } else { t!(lang, "unlock-open") };
        let open = button::main(open).on_press_maybe(ready.then_some(Message::Open));
        let place = self.folder.to_string_lossy().into_owned();
        match &self.page {
            Page::Passphrase(typed) => {
                let input = text_field("", typed.as_str())
                    .id(PASSPHRASE)
                    .icon(Icon::Lock)
                    .secure(true)
                    .invalid(self.problem.is_some())
                    .on_input(Message::Typed)
                    .on_submit(Message::Open);
                let another = button::link(t!(lang, "start-another")).on_press(Message::Another);
                let key = button::link(t!(lang, "unlock-recovery")).on_press(Message::WithKey);
                let other = (!self.busy).then_some(Message::RestoreOther);
                let short = t!(lang, "restore-short");
                // A damaged card file does not open by being asked again: what helps is a backup.
                let retry = || button::plain(t!(lang, "unlock-retry")).on_press_maybe(ready.then_some(Message::Open));
                let (roads, last) = match (self.is_damaged, &self.backup) {
                    (false, _) => (vec![key, button::link(short).on_press_maybe(other), another], vec![open]),
                    (true, Some(_)) => (vec![button::link(short).on_press_maybe(other), another], vec![retry()]),
                    (true, None) => (vec![another], vec![retry(), button::main(short).on_press_maybe(other)]),
                };
                // One under the other: side by side they have no room in every language.
                let roads = Column::with_children(roads.into_iter().map(|road| road.small().into()));
                let locked = self.locked.then(|| text::caption(t!(lang, "lock-is-locked")));
                column![column![head(t!(lang, "unlock-title"), place)].push(locked).spacing(SMALL),]
                    .push(self.who(lang))
                    .push(
                        column![field(t!(lang, "unlock-passphrase"), input).error(self.problem.as_ref())]
                            .push(waiting)
                            .spacing(SMALL),
                    )
                    .push(self.backup.as_ref().map(|backup| instead(backup, lang)))
                    .push(foot(None, last))
                    .push(surface::line())
                    .push(roads)
                    .spacing(LARGE)
                    .into()
            }
            Page::Key(typed) => {
                let input = text_field("", typed.as_str())
                    .id(KEY)
                    .icon(Icon::KeyRound)
                    .invalid(self.problem.is_some())
                    .on_input(Message::Typed)
                    .on_submit(Message::Open);
                let back = button::link(t!(lang, "unlock-with-passphrase")).on_press(Message::WithPassphrase);
                let key = field(t!(lang, "create-recovery-key"), input).error(self.problem.as_ref());
                column![head(t!(lang, "unlock-recovery"), t!(lang, "unlock-recovery-text"))]
                    .push(self.who(lang))
                    .push(column![key].push(waiting).spacing(SMALL))
                    .push(foot(Some(back), vec![open]))
                    .spacing(LARGE)
                    .into()
            }
            Page::New { passphrase, .. } => {
                let on = (!self.busy).then_some(Message::Change);
                column![
                    head(t!(lang, "unlock-new-title"), t!(lang, "unlock-new-text")),
                    passphrase.view(lang).map(Message::New),
                    foot(None, vec![button::main(t!(lang, "continue")).on_press_maybe(on)]),
                ]
                .spacing(LARGE)
                .into()
            }
        }
    }
}

/// Offers the newest backup of a card file that is damaged.
fn instead<'a>(backup: &Kept, lang: Lang) -> Element<'a, Message> {
    let at = Zone::local().at(backup.manifest.made_at);
    let words = t!(lang, "restore-instead-text", date = i18n::date_time(lang, at));
    let restore = button::main(t!(lang, "restore-instead")).on_press(Message::Restore(Box::new(backup.clone())));
    banner(Tone::Attention, t!(lang, "restore-title"), Some(words), vec![restore.into()])
}

/// Returns the seconds to wait after one more failure: none after the first, then 1, 2, 4… up to 30.
fn pause(failures_before: u32) -> u64 {
    match failures_before.checked_sub(1) {
        None => 0,
        Some(doublings) => {
            1_u64.checked_shl(doublings).filter(|_| doublings < 63).unwrap_or(u64::MAX).min(LONGEST_WAIT)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pause_grows_and_ends_at_half_a_minute() {
        let pauses: Vec<u64> = (0..8).map(pause).collect();
        assert_eq!(pauses, [0, 1, 2, 4, 8, 16, 30, 30]);
        assert_eq!(pause(u32::MAX), 30);
    }

    #[test]
    fn nobody_tries_again_before_the_pause_is_over() {
        let (mut state, _) = State::locked(PathBuf::from("nowhere"));
        let wrong = Problem { kind: Kind::WrongKey, message: "wrong".to_owned() };
        let typed = || Message::Typed("a".to_owned());
        for expected in [0, 1, 2] {
            let _ = state.update(typed(), Lang::En);
            let _ = state.update(Message::Opened(Err(wrong.clone())), Lang::En);
            assert_eq!((state.wait, state.problem.as_deref()), (expected, Some("wrong")));
        }
        let _ = state.update(Message::Open, Lang::En);
        assert!(!state.busy);
        let _ = state.update(Message::Second, Lang::En);
        let _ = state.update(Message::Second, Lang::En);
        let _ = state.update(Message::Open, Lang::En);
        assert!(state.busy);
    }

    #[test]
    fn a_card_file_in_use_costs_no_pause() {
        let (mut state, _) = State::locked(PathBuf::from("nowhere"));
        for _ in 0..3 {
            let busy = Problem { kind: Kind::InUse, message: "in use".to_owned() };
            let _ = state.update(Message::Opened(Err(busy)), Lang::En);
            assert_eq!(state.wait, 0);
        }
    }
}
