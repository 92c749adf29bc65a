//! Editing a card: checking while one types, saving, and the little things that are saved at once.

use std::path::PathBuf;

use iced::Task;
use iced::widget::operation;

use super::{Ask, Done, Failure, Message, State, failure, picture, quietly, reader};
use crate::model::employment;
use crate::model::list::List;
use crate::model::person::Person;
use crate::model::user::Right;
use crate::office::attached::Incoming;
use crate::office::problem::Problem;
use crate::office::{Error, companies, lists, persons};
use crate::screen::card::{Place, RowEdit, Wrong};
use crate::screen::persons::draft::Draft;
use crate::screen::persons::edit::{Edit, Flag, Tab, Text, tab_of};
use crate::screen::{Action, Scene, Step};
use crate::t;
use crate::vault::Slot;

impl State {
    pub(super) fn edit(&mut self, scene: &Scene) -> Task<Message> {
        let Some(shown) = &self.shown else { return Task::none() };
        let is_there = self.draft.is_none() && !self.is_gone && shown.person.id == self.id;
        if !is_there || self.is_saving || !scene.office.user().may(Right::Edit) {
            return Task::none();
        }
        self.relating = None;
        self.draft = Some(Draft::new(&shown.person.content, reader(scene)));
        operation::focus(if self.tab == Tab::Note { "card-note" } else { "card-first_name" })
    }

    pub(super) fn change(&mut self, edit: Edit, scene: &Scene) -> Task<Message> {
        let Some(draft) = &mut self.draft else { return Task::none() };
        let mut task = Task::none();
        let mut moves_rows = false;
        if let Edit::Text(Text::Company, typed) = &edit {
            let (typed, start) = (typed.clone(), typed.clone());
            if typed.trim().is_empty() {
                self.companies.clear();
            } else {
                let names = scene.office.latest(Slot("companies"), move |desk| companies::names_like(desk, &start, 6));
                // Suggestions help; where they fail, one types on.
                task = Task::perform(names, move |names| Message::Companies(typed, names.unwrap_or_default()));
            }
        } else if let Edit::Rows(RowEdit::Add(rows)) = &edit {
            task = operation::focus(Place::Row(*rows, rows.count(draft.content.contacts())).id());
        } else if let Edit::Rows(RowEdit::Remove(..) | RowEdit::Up(..)) = &edit {
            moves_rows = true;
        }
        draft.apply(edit);
        if moves_rows {
            let wrong = draft.wrong(reader(scene));
            self.wrong.retain(|place, _| !matches!(place, Place::Row(..)) || wrong.contains_key(place));
        } else if !self.wrong.is_empty() {
            for place in self.wrong.keys().cloned().collect::<Vec<_>>() {
                self.check(&place, scene, false);
            }
        }
        task
    }

    /// Looks whether a place is (still) wrong; only `newly` brings up a complaint that was not there.
    pub(super) fn check(&mut self, place: &Place, scene: &Scene, newly: bool) {
        let Some(draft) = &self.draft else { return };
        let wrong = draft.wrong(reader(scene));
        let known = self.wrong.contains_key(place);
        match wrong.get(place) {
            Some(reason) if known || newly => {
                self.wrong.insert(place.clone(), *reason);
            }
            Some(_) => {}
            // What only the office can see stays until the next saving, or until the field is left changed.
            None => {
                self.wrong.remove(place);
            }
        }
    }

    /// Saves what was typed.
    pub fn save(&mut self, scene: &Scene) -> Done {
        let (Some(draft), Some(shown)) = (&self.draft, &self.shown) else {
            return (Step::none(), Some(Ask::Saved));
        };
        if self.is_saving {
            return quietly(Step::none());
        }
        if !draft.is_changed(reader(scene)) {
            self.discard();
            return (Step::none(), Some(Ask::Saved));
        }
        let wrong = draft.wrong(reader(scene));
        if !wrong.is_empty() {
            return self.complain(wrong);
        }
        self.wrong.clear();
        self.is_saving = true;
        self.sent = Some(draft.typed());
        let mut content = draft.to_content(reader(scene));
        let mut interests = draft.new_interests.clone();
        interests.push(draft.new_interest.clone());
        let (id, seen, lang) = (shown.person.id, shown.person.updated_at, scene.lang);
        let saved = scene.office.write(move |desk| {
            for name in interests {
                content.interests.extend(lists::find_or_add(desk, List::Interest, &name)?);
            }
            persons::save(desk, id, content, seen)
        });
        quietly(Step::task(Task::perform(saved, move |saved| {
            Message::Saved(saved.map(|(person, _)| Box::new(person)).map_err(|error| failure(&error, lang)))
        })))
    }

    pub(super) fn saved(&mut self, answer: Result<Box<Person>, Failure>, scene: &Scene) -> Done {
        self.is_saving = false;
        let sent = self.sent.take();
        match answer {
            Ok(person) => {
                self.newer = None;
                let mut saved = Step::ask(Action::Saved(t!(scene.lang, "toast-saved")));
                if self.shown.as_ref().is_some_and(|shown| shown.person.company != person.company) {
                    // Where the person worked before is read with the card.
                    saved.task = self.read(scene);
                }
                if let (Some(draft), Some(sent)) = (&mut self.draft, sent)
                    && draft.typed() != sent
                {
                    draft.rebase_since(&sent, &person.content, reader(scene));
                    if draft.is_changed(reader(scene)) {
                        // What was typed while the card was being saved is not saved yet.
                        self.accept(*person);
                        return (saved, Some(Ask::NotSaved));
                    }
                }
                self.discard();
                self.accept(*person);
                (saved, Some(Ask::Saved))
            }
            Err(Failure::Invalid(wrong)) => {
                let places = self.draft.as_ref().map(|draft| draft.places(wrong, reader(scene)));
                self.complain(places.unwrap_or_default())
            }
            Err(Failure::Changed) => (Step::task(self.read(scene)), Some(Ask::NotSaved)),
            Err(Failure::Problem(problem)) => (Step::ask(Action::Problem(problem)), Some(Ask::NotSaved)),
        }
    }

    /// Shows what is wrong, and puts the keyboard on the first of it.
    pub(super) fn complain(&mut self, wrong: Wrong) -> Done {
        let first = wrong
            .keys()
            .min_by_key(|place| tab_of(place).map(|tab| Tab::ALL.iter().position(|known| *known == tab)))
            .cloned();
        let task = first.map_or_else(Task::none, |first| {
            self.tab = tab_of(&first).unwrap_or(self.tab);
            operation::focus(first.id())
        });
        self.wrong = wrong;
        (Step::task(task), Some(Ask::NotSaved))
    }

    pub(super) fn switch(&mut self, flag: Flag, on: bool, scene: &Scene) -> Done {
        if self.draft.is_some() {
            return quietly(Step::task(self.change(Edit::Flag(flag, on), scene)));
        }
        let Some(shown) = &mut self.shown else { return quietly(Step::none()) };
        if self.is_saving || shown.person.id != self.id {
            return quietly(Step::none());
        }
        self.is_saving = true;
        let content = &mut shown.person.content;
        match flag {
            Flag::FormerEmployee => content.former_employee = on,
            Flag::NoMailings => content.no_mailings = on,
        }
        let (id, content, seen, lang) = (self.id, content.clone(), shown.person.updated_at, scene.lang);
        let saved = scene.office.write(move |desk| persons::save(desk, id, content, seen));
        quietly(Step::task(Task::perform(saved, move |saved| {
            Message::Flagged(saved.map(|(person, _)| Box::new(person)).map_err(|error| failure(&error, lang)))
        })))
    }

    /// Takes a former job off the card at once.
    pub(super) fn forget_job(&mut self, job: employment::Id, scene: &Scene) -> Task<Message> {
        if self.is_saving || self.draft.is_some() {
            return Task::none();
        }
        let (id, lang) = (self.id, scene.lang);
        let done = scene.office.write(move |desk| persons::forget_job(desk, id, job));
        Task::perform(done, move |done| Message::Flagged(done.map(Box::new).map_err(|error| failure(&error, lang))))
    }

    pub(super) fn set_picture(&mut self, path: Option<PathBuf>, scene: &Scene) -> Task<Message> {
        self.is_saving = true;
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

    pub(super) fn rebase(&mut self, newer: &Person, scene: &Scene) {
        if let Some(draft) = &mut self.draft {
            draft.rebase(&newer.content, reader(scene));
        }
    }

    pub(super) fn accept(&mut self, person: Person) {
        self.is_saving = false;
        self.accept_kept(person);
    }

    pub(super) fn accept_kept(&mut self, person: Person) {
        if let Some(shown) = self.shown.as_mut().filter(|shown| shown.person.id == person.id) {
            shown.person = person;
        }
    }
}
