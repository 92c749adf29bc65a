//! What one sees: one file per screen, each with its state, its messages, what it does on them, and how it looks.
//!
//! A screen knows neither the others nor the window. What it cannot do itself it asks for with an [`Action`], and the
//! window does it: opens another screen or a dialog, lets the user choose a file, shows a toast.

mod activities;
mod allowed;
mod answer;
pub mod bookmarks;
pub mod card;
pub mod columns;
pub mod companies;
pub mod import;
pub mod letters;
pub mod list;
mod mail_status;
pub mod mailings;
mod new_passphrase;
mod note_warning;
pub mod outbox;
mod page;
pub mod persons;
mod recovery_key;
mod selecting;
pub mod selections;
pub mod settings;
pub mod start;
pub mod states;
pub mod today;
pub mod trash;
pub mod written;

pub use activities::{Activities, ActivitiesAsk, ActivitiesMessage};
pub use answer::{Answer, Lost};
pub use new_passphrase::{Message as NewPassphraseMessage, State as NewPassphrase};
pub use page::Page;
pub use recovery_key::{Message as KeySheetMessage, State as KeySheet};
pub use selecting::{Mass, SelectionAsk};

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;
use iced::Task;

use crate::i18n::Lang;
use crate::model::user::User;
use crate::model::wording::Wording;
use crate::model::{Moment, Zone, company, custom, field::Field, person, selection, user};
use crate::office::exporting::Who;
use crate::office::lists::Lists;
use crate::office::preparation::Point;
use crate::office::problem::Problem;
use crate::office::rules::Rules;
use crate::office::subject::Subject;
use crate::office::{Error, Office};

/// What every screen and dialog of an open card file can see. Cheap to clone; replaced as a whole when lists or
/// settings change.
#[derive(Clone)]
pub struct Scene {
    /// The open card file.
    pub office: Office,
    /// The language of the screen.
    pub lang: Lang,
    /// The lists that fields choose from.
    pub lists: Arc<Lists>,
    /// The office's own fields, in their order, also those no longer shown.
    pub fields: Arc<Vec<custom::Definition>>,
    /// The wordings that people were shown, by purpose, language and version.
    pub wordings: Arc<Vec<Wording>>,
    /// The people who work here.
    pub users: Arc<Vec<User>>,
    /// What the office decided, as far as cards and decisions obey it.
    pub rules: Arc<Rules>,
    /// Where the user is, as far as clocks care.
    pub zone: Zone,
}

impl Scene {
    /// Returns a moment as the user reads it: day and time, where the user is.
    pub fn time(&self, moment: Moment) -> String {
        crate::i18n::date_time(self.lang, self.zone.at(moment))
    }

    /// Returns the day of a moment as the user reads it.
    pub fn day(&self, moment: Moment) -> String {
        crate::i18n::date(self.lang, self.zone.day(moment))
    }

    /// Returns the day it is where the user is.
    pub fn today(&self) -> NaiveDate {
        self.zone.day(Moment::now())
    }

    /// Returns a user's name as others read it. The one who made the card file has none: that is "me" for themselves.
    pub fn user(&self, id: user::Id) -> String {
        let known = self.users.iter().find(|user| user.id == id);
        match known {
            Some(user) if user.name == user::FIRST && self.is_here(id) => crate::t!(self.lang, "user-me"),
            Some(user) if user.name == user::FIRST => crate::t!(self.lang, "user-first"),
            Some(user) => user.name.clone(),
            None => String::new(),
        }
    }

    /// Returns a user's name as it stands after "by": "by me".
    pub fn by(&self, id: user::Id) -> String {
        let is_first = self.users.iter().any(|user| user.id == id && user.name == user::FIRST);
        if is_first && self.is_here(id) { crate::t!(self.lang, "user-by-me") } else { self.user(id) }
    }

    fn is_here(&self, id: user::Id) -> bool {
        self.office.user().id == id
    }

    /// Returns the letters that stand for who did something; none where only one person works here.
    pub fn initials(&self, id: user::Id) -> Option<String> {
        let user = self.users.iter().find(|user| user.id == id).filter(|_| self.users.len() > 1)?;
        let name = if user.name == user::FIRST { self.user(id) } else { user.name.clone() };
        Some(user::initials(&name))
    }

    /// Returns a field's label: of an own field its name.
    pub fn field(&self, field: &Field) -> String {
        if let Field::Custom(key) = field {
            let known = self.fields.iter().find(|known| known.key == *key);
            return known.map_or_else(|| key.clone(), |known| known.name.clone());
        }
        crate::office::problem::field_name(self.lang, field)
    }

    /// Returns what went wrong in words.
    pub fn problem(&self, error: &Error) -> Problem {
        Problem::new(error, self.lang)
    }
}

/// What a screen did with a message: work that goes on, and what it asks of the window.
pub struct Step<M> {
    /// Work that goes on; its messages come back to the screen.
    pub task: Task<M>,
    /// What the window is asked for, in order.
    pub actions: Vec<Action<M>>,
}

impl<M> Step<M> {
    /// Returns the step that leads nowhere.
    pub fn none() -> Self {
        Self { task: Task::none(), actions: Vec::new() }
    }

    /// Returns the step that starts work.
    pub fn task(task: Task<M>) -> Self {
        Self { task, actions: Vec::new() }
    }

    /// Returns the step that asks for something.
    pub fn ask(action: Action<M>) -> Self {
        Self { task: Task::none(), actions: vec![action] }
    }

    /// Returns the same step, with its messages wrapped.
    pub fn map<N: Send + 'static>(self, wrap: impl Fn(M) -> N + Clone + Send + 'static) -> Step<N>
    where
        M: Send + 'static,
    {
        let actions = self.actions.into_iter().map(|action| action.map(wrap.clone())).collect();
        Step { task: self.task.map(wrap), actions }
    }

    /// Returns the step that also asks for something.
    #[must_use]
    pub fn and(mut self, action: Action<M>) -> Self {
        self.actions.push(action);
        self
    }
}

/// What a screen asks the window for.
pub enum Action<M> {
    /// Opens the card of a person.
    OpenPerson(person::Id),
    /// Opens the card of a company.
    OpenCompany(company::Id),
    /// Lists exactly these persons, under the given heading, until the search field is used.
    ListPersons(Vec<person::Id>, String),
    /// Opens the dialog for a new person.
    NewPerson,
    /// Opens it for somebody who works at the company of that name.
    NewPersonAt(String),
    /// Opens the legal-basis dialog of a person.
    LegalBasis(person::Id),
    /// Opens the dialog that changes the state of a person.
    State(states::StateAsk),
    /// Opens the dialog that erases a person for good.
    Erase(person::Id),
    /// Opens the dialog that makes a privacy report about a person.
    Report(person::Id),
    /// Opens the dialog that writes a letter to a person.
    Letter(letters::LetterAsk),
    /// Opens the dialog that informs everybody who is due.
    InformDue,
    /// Opens the dialog of what came back.
    CameBack,
    /// Looks for cards that may be about the same person.
    Duplicates,
    /// Opens the dialog that moves cards to the trash.
    Delete(Subject),
    /// Compares two cards, to make them one: the one that stays, and the one that goes.
    Merge(person::Id, person::Id),
    /// Opens the dialog that makes a selection.
    Selection(SelectionAsk),
    /// Opens a selection.
    OpenSelection(selection::Id),
    /// Begins a mailing to a selection.
    Mailing(selection::Id),
    /// Opens the dialog that reports about several people.
    Reports(Subject),
    /// Opens the dialog that hands cards out as a file.
    Export(Who),
    /// Opens the dialog that changes many cards at once.
    MassEdit(Subject),
    /// Opens the import, with a file where one was dropped.
    Import(Option<PathBuf>),
    /// Opens the settings.
    Settings,
    /// Opens the page of who is due.
    Due,
    /// Opens the page where a point of preparing the office is seen to.
    Prepare(Point),
    /// Shows the steps to prepare the office.
    Steps,
    /// Opens the guide at a chapter.
    Guide(&'static str),
    /// Opens the page of the account that mail leaves by.
    MailAccount,
    /// Shows in the trash what is erased soon.
    TrashSoon,
    /// Closes the card file, and restores this backup into another place.
    Restore(PathBuf),
    /// Lets the user type the recovery key back, which must be done before the first import.
    ConfirmRecovery,
    /// Lets the user choose a file to read. Nothing comes back where the user changes their mind.
    PickFile {
        /// What the dialog says it is for.
        title: String,
        /// What the kinds of file are called, and their endings without the dot.
        kinds: Vec<(String, Vec<&'static str>)>,
        /// The message that brings the choice.
        then: Box<dyn FnOnce(PathBuf) -> M + Send>,
    },
    /// Lets the user choose a folder.
    PickFolder {
        /// What the dialog says it is for.
        title: String,
        /// The message that brings the choice.
        then: Box<dyn FnOnce(PathBuf) -> M + Send>,
    },
    /// Lets the user choose where to write a file.
    SaveFile {
        /// What the dialog says it is for.
        title: String,
        /// A name to begin with; no personal data, for it may end up in the system's list of recent files.
        suggested: String,
        /// The message that brings the choice.
        then: Box<dyn FnOnce(PathBuf) -> M + Send>,
    },
    /// Puts a text on the clipboard.
    Copy(String),
    /// Opens a web address, a mail or phone link, or a file the user asked for, with the system's own program.
    OpenOutside(String),
    /// Says that something is done.
    Toast(String),
    /// Says why nothing was done.
    Hint(String),
    /// Says that something is saved; it can be taken back if the office keeps how.
    Saved(String),
    /// Says what was changed, in the words in which it can be taken back.
    Changed,
    /// Says what went wrong.
    Problem(Problem),
    /// This screen or dialog is done.
    Close,
}

impl<M: 'static> Action<M> {
    /// Returns the same action, with the message that comes back wrapped.
    pub fn map<N>(self, wrap: impl Fn(M) -> N + Send + 'static) -> Action<N> {
        match self {
            Self::OpenPerson(id) => Action::OpenPerson(id),
            Self::OpenCompany(id) => Action::OpenCompany(id),
            Self::ListPersons(ids, heading) => Action::ListPersons(ids, heading),
            Self::NewPerson => Action::NewPerson,
            Self::NewPersonAt(company) => Action::NewPersonAt(company),
            Self::LegalBasis(id) => Action::LegalBasis(id),
            Self::State(ask) => Action::State(ask),
            Self::Erase(id) => Action::Erase(id),
            Self::Report(id) => Action::Report(id),
            Self::Letter(ask) => Action::Letter(ask),
            Self::InformDue => Action::InformDue,
            Self::CameBack => Action::CameBack,
            Self::Mailing(id) => Action::Mailing(id),
            Self::Reports(subject) => Action::Reports(subject),
            Self::Duplicates => Action::Duplicates,
            Self::Delete(subject) => Action::Delete(subject),
            Self::Merge(kept, gone) => Action::Merge(kept, gone),
            Self::Selection(ask) => Action::Selection(ask),
            Self::OpenSelection(id) => Action::OpenSelection(id),
            Self::Export(who) => Action::Export(who),
            Self::MassEdit(subject) => Action::MassEdit(subject),
            Self::Import(path) => Action::Import(path),
            Self::Settings => Action::Settings,
            Self::Due => Action::Due,
            Self::Prepare(point) => Action::Prepare(point),
            Self::Steps => Action::Steps,
            Self::Guide(chapter) => Action::Guide(chapter),
            Self::MailAccount => Action::MailAccount,
            Self::TrashSoon => Action::TrashSoon,
            Self::Restore(backup) => Action::Restore(backup),
            Self::ConfirmRecovery => Action::ConfirmRecovery,
            Self::PickFile { title, kinds, then } => {
                Action::PickFile { title, kinds, then: Box::new(move |path| wrap(then(path))) }
            }
            Self::PickFolder { title, then } => {
                Action::PickFolder { title, then: Box::new(move |path| wrap(then(path))) }
            }
            Self::SaveFile { title, suggested, then } => {
                Action::SaveFile { title, suggested, then: Box::new(move |path| wrap(then(path))) }
            }
            Self::Copy(text) => Action::Copy(text),
            Self::OpenOutside(address) => Action::OpenOutside(address),
            Self::Toast(words) => Action::Toast(words),
            Self::Hint(words) => Action::Hint(words),
            Self::Saved(words) => Action::Saved(words),
            Self::Changed => Action::Changed,
            Self::Problem(problem) => Action::Problem(problem),
            Self::Close => Action::Close,
        }
    }
}

/// What a key asks of the screen or dialog in front; the window knows the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Moves the keyboard to the search field.
    FocusSearch,
    /// Saves what is being edited.
    Save,
    /// Closes what is on top, or goes one step back.
    Escape,
    /// Opens what the keyboard is on.
    Open,
    /// Opens the legal bases of the person shown, or closes them.
    LegalBasis,
    /// Adds an activity to the card shown.
    Activity,
    /// Adds a relation to somebody to the card shown.
    Relation,
    /// Shows a tab of the card, counted from 0.
    Tab(usize),
    /// Edits the card.
    Edit,
    /// Makes whom the card shows, or the keyboard is on, a favourite, or one no longer.
    Favourite,
    /// Lists the favourites.
    Favourites,
    /// Lists who was looked at last.
    Recent,
    /// Lets the user choose the columns of the list.
    Columns,
    /// Goes to the next passage that wants to be looked at, or to the one before.
    Passage(bool),
}
