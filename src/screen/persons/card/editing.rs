//! Editing a card: checking while one types, saving, and the little things that are saved at once.

use std::path::PathBuf;

use iced::Task;
use iced::widget::operation;

use super::overruling::OVERRULE;
use super::{Ask, Done, Message, State, picture, quietly};
use crate::model::employment;
use crate::model::list::List;
use crate::model::person::Person;
use crate::office::attached::Incoming;
use crate::office::erasure::suppression;
use crate::office::problem::Problem;
use crate::office::{Error, companies, lists, persons};
use crate::screen::card::{Check, Failure, Place, Wrong};
use crate::screen::persons::edit::{Edit, Flag, Tab, Text, tab_of};
use crate::screen::{Action, Scene, Step};
use crate::vault::Slot;

impl State {
    pub(super) fn edit(&mut self, scene: &Scene) -> Task<Message> {
        if self.is_read_only() {
            return Task::none();
        }
        if !self.card.edit(Some(self.id), scene) {
            return Task::none();
        }
        self.relating = None;
        operation::focus(if self.tab == Tab::Note { "card-note" } else { "card-first_name" })
    }

    pub(super) fn change(&mut self, edit: Edit, scene: &Scene) -> Task<Message> {
        let mut suggest = Task::none();
        if let (Edit::Text(Text::Company, typed), Some(_)) = (&edit, &self.card.draft) {
            suggest = self.suggest(typed, scene);
        }
        let rows = if let Edit::Rows(edit) = &edit { Some(edit.clone()) } else { None };
        Task::batch([suggest, self.card.change(rows.as_ref(), |draft| draft.apply(edit), scene)])
    }

    /// Looks for companies whose name begins as typed.
    fn suggest(&mut self, typed: &str, scene: &Scene) -> Task<Message> {
        if typed.trim().is_empty() {
            self.companies.clear();
            return Task::none();
        }
        let (typed, start) = (typed.to_owned(), typed.to_owned());
        let names = scene.office.latest(Slot("companies"), move |desk| companies::names_like(desk, &start, 6));
        // Suggestions help; where they fail, one types on.
        Task::perform(names, move |names| Message::Companies(typed, names.unwrap_or_default()))
    }

    /// Saves what was typed.
    pub fn save(&mut self, scene: &Scene) -> Done {
        match self.card.begin_saving(false, scene) {
            Check::Saved => {
                self.discard();
                return (Step::none(), Some(Ask::Saved));
            }
            Check::Wait => return quietly(Step::none()),
            Check::Wrong(wrong) => return self.complain(wrong),
            Check::Right => {}
        }
        let (Some(draft), Some(shown)) = (&self.card.draft, &self.card.shown) else { return quietly(Step::none()) };
        let mut content = draft.to_content(scene.into());
        let mut interests = draft.new_interests.clone();
        interests.push(draft.new_interest.clone());
        let (id, seen, lang) = (shown.person.id, shown.person.updated_at, scene.lang);
        // Without a reason, it is refused again.
        let overrule = self.overruling.clone().filter(|reason| !reason.trim().is_empty());
        let saved = scene.office.write(move |desk| {
            if let Some(reason) = overrule {
                suppression::overrule(desk, &content, &reason)?;
            }
            for name in interests {
                content.interests.extend(lists::find_or_add(desk, List::Interest, &name)?);
            }
            persons::save(desk, id, content, seen)
        });
        quietly(Step::task(Task::perform(saved, move |saved| {
            Message::Saved(saved.map(|(person, _)| Box::new(person)).map_err(|error| Failure::new(&error, lang)))
        })))
    }

    pub(super) fn saved(&mut self, answer: Result<Box<Person>, Failure>, scene: &Scene) -> Done {
        let failure = match answer {
            Ok(person) => {
                let mut saved = Step::ask(Action::Changed);
                if self.card.shown.as_ref().is_some_and(|shown| shown.person.company != person.company) {
                    // Where the person worked before is read with the card.
                    saved.task = self.read(scene);
                }
                self.overruling = None;
                let typed_on = self.card.saved(&person.content, scene);
                if !typed_on {
                    self.companies.clear();
                }
                self.accept(*person);
                return (saved, Some(if typed_on { Ask::NotSaved } else { Ask::Saved }));
            }
            Err(failure) => failure,
        };
        self.card.not_saved();
        match failure {
            Failure::Invalid(wrong) => self.complain(self.card.places(wrong, scene)),
            Failure::Changed => (Step::task(self.read(scene)), Some(Ask::NotSaved)),
            Failure::Suppressed(_) => {
                self.overruling.get_or_insert_default();
                (Step::task(operation::focus(OVERRULE)), Some(Ask::NotSaved))
            }
            Failure::Problem(problem) => (Step::ask(Action::Problem(problem)), Some(Ask::NotSaved)),
        }
    }

    /// Shows what is wrong, and puts the keyboard on the first of it.
    fn complain(&mut self, wrong: Wrong) -> Done {
        let order = |place: &Place| tab_of(place).and_then(|tab| Tab::ALL.iter().position(|known| *known == tab));
        let (first, task) = self.card.complain(wrong, order);
        self.tab = first.as_ref().and_then(tab_of).unwrap_or(self.tab);
        (Step::task(task), Some(Ask::NotSaved))
    }

    pub(super) fn switch(&mut self, flag: Flag, on: bool, scene: &Scene) -> Done {
        if self.card.draft.is_some() {
            return quietly(Step::task(self.change(Edit::Flag(flag, on), scene)));
        }
        let Some(shown) = &mut self.card.shown else { return quietly(Step::none()) };
        if self.card.is_saving || shown.person.id != self.id {
            return quietly(Step::none());
        }
        self.card.is_saving = true;
        let content = &mut shown.person.content;
        match flag {
            Flag::FormerEmployee => content.former_employee = on,
            Flag::NoMailings => content.no_mailings = on,
        }
        let (id, content, seen, lang) = (self.id, content.clone(), shown.person.updated_at, scene.lang);
        let saved = scene.office.write(move |desk| persons::save(desk, id, content, seen));
        quietly(Step::task(Task::perform(saved, move |saved| {
            Message::Flagged(saved.map(|(person, _)| Box::new(person)).map_err(|error| Failure::new(&error, lang)))
        })))
    }

    /// Takes a former job off the card at once.
    pub(super) fn forget_job(&mut self, job: employment::Id, scene: &Scene) -> Task<Message> {
        if self.card.is_saving || self.card.draft.is_some() {
            return Task::none();
        }
        let (id, lang) = (self.id, scene.lang);
        let done = scene.office.write(move |desk| persons::forget_job(desk, id, job));
        Task::perform(done, move |done| {
            Message::Flagged(done.map(Box::new).map_err(|error| Failure::new(&error, lang)))
        })
    }

    pub(super) fn set_picture(&mut self, path: Option<PathBuf>, scene: &Scene) -> Task<Message> {
        self.card.is_saving = true;
        let (office, id, lang) = (scene.office.clone(), self.id, scene.lang);
        let work = async move {
            let file = match path {
                Some(path) => {
                    let file = Incoming::read(&path)?;
                    // Looked at before it is kept: a damaged picture would never show.
                    picture::round(&file.bytes).ok_or(Error::NotAPicture)?;
                    Some(file)
                }
                None => None,
            };
            office.write(move |desk| persons::set_picture(desk, id, file.as_ref())).await
        };
        Task::perform(work, move |saved| {
            Message::PictureSaved(saved.map(Box::new).map_err(|error| Problem::new(&error, lang)))
        })
    }

    pub(super) fn accept(&mut self, person: Person) {
        self.card.is_saving = false;
        self.accept_kept(person);
    }

    pub(super) fn accept_kept(&mut self, person: Person) {
        if let Some(shown) = self.card.shown.as_mut().filter(|shown| shown.person.id == person.id) {
            shown.person = person;
        }
    }
}
