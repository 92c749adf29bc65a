//! Editing a card: checking while one types, and saving.

use iced::Task;
use iced::widget::operation;

use super::{Ask, Done, Failure, Message, State, Tab, quietly};
use crate::i18n::Lang;
use crate::model::company::Company;
use crate::model::field::Field;
use crate::model::user::Right;
use crate::office::problem::Problem;
use crate::office::{Error, companies};
use crate::screen::card::{Place, RowEdit, Wrong};
use crate::screen::companies::draft::{Draft, Edit};
use crate::screen::{Action, Scene, Step};
use crate::t;

fn failure(error: &Error, lang: Lang) -> Failure {
    if let Error::Invalid(wrong) = error {
        Failure::Invalid(wrong.clone())
    } else if let Error::CompanyChanged(_) = error {
        Failure::Changed
    } else {
        Failure::Problem(Problem::new(error, lang))
    }
}

/// Returns the tab that a place stands on; none for what is in the head.
fn tab_of(place: &Place) -> Option<Tab> {
    match place {
        Place::Field(Field::Name) => None,
        Place::Field(Field::Note) => Some(Tab::Note),
        Place::Field(Field::Country | Field::Emails | Field::Phones | Field::Addresses) | Place::Row(..) => {
            Some(Tab::Contact)
        }
        Place::Field(_) | Place::Custom(_) => Some(Tab::Details),
    }
}

impl State {
    pub(super) fn edit(&mut self, scene: &Scene) -> Task<Message> {
        let Some(shown) = &self.shown else { return Task::none() };
        let is_there = self.draft.is_none() && !self.is_gone && self.id == Some(shown.company.id);
        if !is_there || self.is_saving || !scene.office.user().may(Right::Edit) {
            return Task::none();
        }
        self.draft = Some(Draft::new(&shown.company.content));
        operation::focus(if self.tab == Tab::Note { "card-note" } else { "card-name" })
    }

    pub(super) fn change(&mut self, edit: Edit) -> Task<Message> {
        let Some(draft) = &mut self.draft else { return Task::none() };
        let mut task = Task::none();
        let mut moves_rows = false;
        if let Edit::Rows(RowEdit::Add(rows)) = &edit {
            task = operation::focus(Place::Row(*rows, rows.count(draft.content.contacts())).id());
        } else if let Edit::Rows(RowEdit::Remove(..) | RowEdit::Up(..)) = &edit {
            moves_rows = true;
        }
        draft.apply(edit);
        if moves_rows {
            let wrong = draft.wrong();
            self.wrong.retain(|place, _| !matches!(place, Place::Row(..)) || wrong.contains_key(place));
        } else {
            for place in self.wrong.keys().cloned().collect::<Vec<_>>() {
                self.check(&place, false);
            }
        }
        task
    }

    /// Looks whether a place is (still) wrong; only `newly` brings up a complaint that was not there.
    pub(super) fn check(&mut self, place: &Place, newly: bool) {
        let Some(draft) = &self.draft else { return };
        let known = self.wrong.contains_key(place);
        match draft.wrong().get(place) {
            Some(reason) if known || newly => {
                self.wrong.insert(place.clone(), *reason);
            }
            Some(_) => {}
            None => {
                self.wrong.remove(place);
            }
        }
    }

    /// Saves what was typed.
    pub(super) fn save(&mut self, scene: &Scene) -> Done {
        let Some(draft) = &self.draft else { return (Step::none(), Some(Ask::Saved)) };
        if self.is_saving {
            return quietly(Step::none());
        }
        if !draft.is_changed() && self.id.is_some() {
            self.discard();
            return (Step::none(), Some(Ask::Saved));
        }
        let wrong = draft.wrong();
        if !wrong.is_empty() {
            return self.complain(wrong);
        }
        self.wrong.clear();
        self.is_saving = true;
        let content = draft.to_content();
        self.sent = Some(content.clone());
        let seen = self.shown.as_ref().map(|shown| shown.company.updated_at);
        let (id, lang) = (self.id, scene.lang);
        let saved = scene.office.write(move |desk| match (id, seen) {
            (Some(id), Some(seen)) => Ok(companies::save(desk, id, content, seen)?.0),
            (Some(id), None) => companies::get(desk, id),
            (None, _) => companies::add(desk, content),
        });
        quietly(Step::task(Task::perform(saved, move |saved| {
            Message::Saved(saved.map(Box::new).map_err(|error| failure(&error, lang)))
        })))
    }

    pub(super) fn saved(&mut self, answer: Result<Box<Company>, Failure>, scene: &Scene) -> Done {
        self.is_saving = false;
        let sent = self.sent.take();
        match answer {
            Ok(company) => {
                self.newer = None;
                self.id = Some(company.id);
                let saved = Action::Saved(t!(scene.lang, "toast-saved"));
                let typed_on = match (&mut self.draft, sent) {
                    (Some(draft), Some(sent)) if draft.to_content() != sent => {
                        draft.rebase_since(&sent, &company.content);
                        draft.is_changed()
                    }
                    (Some(_) | None, _) => false,
                };
                if let Some(shown) = &mut self.shown {
                    shown.company = *company;
                }
                if typed_on {
                    // What was typed while the card was being saved is not saved yet.
                    return (Step::task(self.read(scene)).and(saved), Some(Ask::NotSaved));
                }
                self.discard();
                // Its people and what looks wrong are read with it.
                (Step::task(self.read(scene)).and(saved), Some(Ask::Saved))
            }
            Err(Failure::Invalid(wrong)) => {
                let places = self.draft.as_ref().map(|draft| draft.places(wrong));
                self.complain(places.unwrap_or_default())
            }
            Err(Failure::Changed) => (Step::task(self.read(scene)), Some(Ask::NotSaved)),
            Err(Failure::Problem(problem)) => (Step::ask(Action::Problem(problem)), Some(Ask::NotSaved)),
        }
    }

    /// Removes the company at once: it can be taken back.
    pub(super) fn remove(&mut self, scene: &Scene) -> Task<Message> {
        let Some(id) = self.id.filter(|_| !self.is_saving && self.draft.is_none()) else { return Task::none() };
        let lang = scene.lang;
        let removed = scene.office.write(move |desk| companies::remove(desk, id));
        Task::perform(removed, move |removed| Message::Removed(removed.map_err(|error| Problem::new(&error, lang))))
    }

    /// Shows what is wrong, and puts the keyboard on the first of it.
    fn complain(&mut self, wrong: Wrong) -> Done {
        let order = |place: &&Place| tab_of(place).map(|tab| Tab::ALL.iter().position(|known| *known == tab));
        let task = wrong.keys().min_by_key(order).map_or_else(Task::none, |first| {
            self.tab = tab_of(first).unwrap_or(self.tab);
            operation::focus(first.id())
        });
        self.wrong = wrong;
        (Step::task(task), Some(Ask::NotSaved))
    }
}
