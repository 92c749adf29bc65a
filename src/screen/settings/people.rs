//! People who work here: who, with which role, and what each role allows.
//!
//! What one does most here: see who works here and when they last unlocked; add somebody; give somebody a role. Adding
//! and removing stand on pages of their own in place of the settings.

mod add;
mod fields;
mod leave;
pub mod table;
mod view;

use iced::Task;
use iced::widget::operation::focus;

use crate::model::change::Changes;
use crate::model::user::{Id, Right, User};
use crate::office::problem::Problem;
use crate::office::users::{self, roles};
use crate::office::{Desk, Error, setup};
use crate::screen::{Action, Command, Scene, Step};
use crate::t;

/// The section, and the page that is shown in its place.
#[derive(Default)]
pub struct State {
    people: People,
    table: table::State,
    fields: fields::State,
    page: Option<Page>,
    /// Whether something is being written.
    busy: bool,
}

/// What there is to show.
#[derive(Debug, Clone, Default)]
pub struct People {
    users: Vec<User>,
    roles: Vec<roles::Known>,
    /// Who can grant rights.
    granters: Vec<String>,
}

/// What is asked for in place of the settings.
enum Page {
    Add(add::State),
    Leave(leave::State),
}

/// What happens in the section.
#[derive(Clone)]
pub enum Message {
    /// Who works here was read, or not.
    Read(Result<People, Problem>),
    /// Somebody is to be added.
    New,
    /// Somebody is to be removed.
    Remove(Id),
    /// Somebody gets a role.
    Role(Id, Option<String>),
    /// On the page on which somebody is added.
    Adding(add::Message),
    /// On the page on which somebody is removed.
    Leaving(leave::Message),
    /// In the table of roles.
    Table(table::Message),
    /// In the table of fields.
    Fields(fields::Message),
    /// What was wanted is done, and the text says so; or it is not.
    Done(Result<Option<String>, Problem>),
    /// Back to the settings.
    Back,
}

impl State {
    /// Opens the section.
    pub fn new(scene: &Scene) -> (Self, Task<Message>) {
        (Self::default(), read(scene))
    }

    /// Answers whether a role is being named.
    pub fn is_naming(&self) -> bool {
        self.table.is_naming()
    }

    /// Answers whether a page stands in place of the settings.
    pub fn is_asking(&self) -> bool {
        self.page.is_some()
    }

    /// Answers whether something would be lost if the page went away.
    pub fn unsaved(&self) -> bool {
        match &self.page {
            Some(Page::Add(form)) => form.unsaved(),
            Some(Page::Leave(_)) | None => false,
        }
    }

    /// Reads anew what a committed write may have changed.
    pub fn changed(&mut self, changes: &Changes, scene: &Scene) -> Step<Message> {
        if changes.settings || changes.everything { Step::task(read(scene)) } else { Step::none() }
    }

    /// Does what a key means on the page.
    pub fn command(&mut self, command: Command, scene: &Scene) -> Step<Message> {
        match command {
            Command::Escape => self.update(Message::Back, scene),
            Command::Save => match &self.page {
                Some(Page::Add(_)) => self.update(Message::Adding(add::Message::Go), scene),
                Some(Page::Leave(_)) | None => Step::none(),
            },
            Command::FocusSearch
            | Command::Open
            | Command::LegalBasis
            | Command::Activity
            | Command::Relation
            | Command::Tab(_)
            | Command::Edit
            | Command::Favourite
            | Command::Favourites
            | Command::Recent
            | Command::Columns
            | Command::Passage(_) => Step::none(),
        }
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        match message {
            Message::Read(Ok(people)) => self.people = people,
            Message::Read(Err(problem)) => return Step::ask(Action::Problem(problem)),
            Message::New => {
                self.page = Some(Page::Add(add::State::default()));
                return Step::task(focus(add::NAME));
            }
            Message::Remove(id) => {
                if let Some(user) = self.people.users.iter().find(|user| user.id == id) {
                    self.page = Some(Page::Leave(leave::State::new(&user.name)));
                    return Step::task(focus(leave::PROOF));
                }
            }
            Message::Role(id, Some(role)) => return self.give(id, role, scene),
            Message::Role(_, None) => {}
            Message::Adding(message) => {
                if let Some(Page::Add(form)) = &mut self.page {
                    return form.update(message, self.busy, scene).answered(&mut self.busy);
                }
            }
            Message::Leaving(message) => {
                if let Some(Page::Leave(form)) = &mut self.page {
                    return form.update(message, self.busy, scene).answered(&mut self.busy);
                }
            }
            Message::Table(message) => {
                return self.table.update(message, self.busy, &self.people.roles, scene).answered(&mut self.busy);
            }
            Message::Fields(message) => self.fields.update(message),
            Message::Done(Ok(words)) => {
                self.busy = false;
                self.table.done();
                self.page = None;
                let step = Step::task(read(scene));
                return match words {
                    Some(words) => step.and(Action::Toast(words)),
                    None => step,
                };
            }
            Message::Done(Err(problem)) => {
                self.busy = false;
                let field = match &mut self.page {
                    Some(Page::Add(form)) => form.takes(&problem).then_some(add::PROOF),
                    Some(Page::Leave(form)) => form.takes(&problem).then_some(leave::PROOF),
                    None => None,
                };
                return match field {
                    Some(field) => Step::task(focus(field)),
                    None => Step::task(read(scene)).and(Action::Problem(problem)),
                };
            }
            Message::Back => {
                if !self.busy {
                    self.page = None;
                }
            }
        }
        Step::none()
    }

    fn give(&mut self, id: Id, role: String, scene: &Scene) -> Step<Message> {
        let Some(user) = self.people.users.iter_mut().find(|user| user.id == id).filter(|_| !self.busy) else {
            return Step::none();
        };
        if user.role == role {
            return Step::none();
        }
        self.busy = true;
        user.role.clone_from(&role);
        let (lang, name) = (scene.lang, user.name.clone());
        let words = t!(lang, "people-role-given", name = name.as_str());
        let given = scene.office.write(move |desk| users::set_role(desk, &name, &role));
        Step::task(Task::perform(given, move |given| {
            Message::Done(given.map(|_| Some(words)).map_err(|error| Problem::new(&error, lang)))
        }))
    }
}

/// What a page did: nothing but with itself, or something that is waited for.
enum Acted {
    Nothing(Task<Message>),
    Waits(Task<Message>),
    Back,
}

impl Acted {
    fn answered(self, busy: &mut bool) -> Step<Message> {
        match self {
            Self::Nothing(task) => Step::task(task),
            Self::Waits(task) => {
                *busy = true;
                Step::task(task)
            }
            Self::Back => Step::task(Task::done(Message::Back)),
        }
    }
}

fn read(scene: &Scene) -> Task<Message> {
    let lang = scene.lang;
    let read = |desk: &mut Desk<'_>| -> Result<People, Error> {
        // Anybody may know who works here and whom to ask; who did, and when they were here, is for those who manage it.
        let users = if desk.user().may(Right::Users) { users::list(desk)? } else { setup::users(desk)? };
        Ok(People { users, roles: roles::roles(desk)?, granters: users::who_can_grant(desk)? })
    };
    Task::perform(scene.office.read(read), move |read| Message::Read(read.map_err(|error| Problem::new(&error, lang))))
}

/// Returns whether whoever is here may manage users and roles.
fn may(scene: &Scene) -> bool {
    scene.office.user().may(Right::Users)
}
