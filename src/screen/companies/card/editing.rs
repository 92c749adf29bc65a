//! Editing a card: checking while one types, and saving.

use iced::Task;
use iced::widget::operation;

use super::{Ask, Done, Message, State, Tab, quietly};
use crate::model::company::Company;
use crate::model::field::Field;
use crate::office::companies;
use crate::office::problem::Problem;
use crate::screen::card::{Check, Failure, Place, Wrong};
use crate::screen::companies::draft::{Draft, Edit};
use crate::screen::{Action, Scene, Step};

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
        if !self.card.edit(self.id, scene) {
            return Task::none();
        }
        operation::focus(if self.tab == Tab::Note { "card-note" } else { "card-name" })
    }

    pub(super) fn change(&mut self, edit: Edit, scene: &Scene) -> Task<Message> {
        let rows = if let Edit::Rows(edit) = &edit { Some(edit.clone()) } else { None };
        self.card.change(rows.as_ref(), |draft| draft.apply(edit), scene)
    }

    /// Saves what was typed.
    pub(super) fn save(&mut self, scene: &Scene) -> Done {
        match self.card.begin_saving(self.id.is_none(), scene) {
            Check::Saved => return (Step::none(), Some(Ask::Saved)),
            Check::Wait => return quietly(Step::none()),
            Check::Wrong(wrong) => return self.complain(wrong),
            Check::Right => {}
        }
        let Some(content) = self.card.draft.as_ref().map(Draft::to_content) else { return quietly(Step::none()) };
        let seen = self.card.shown.as_ref().map(|shown| shown.company.updated_at);
        let (id, lang) = (self.id, scene.lang);
        let saved = scene.office.write(move |desk| match (id, seen) {
            (Some(id), Some(seen)) => Ok(companies::save(desk, id, content, seen)?.0),
            (Some(id), None) => companies::get(desk, id),
            (None, _) => companies::add(desk, content),
        });
        quietly(Step::task(Task::perform(saved, move |saved| {
            Message::Saved(saved.map(Box::new).map_err(|error| Failure::new(&error, lang)))
        })))
    }

    pub(super) fn saved(&mut self, answer: Result<Box<Company>, Failure>, scene: &Scene) -> Done {
        let failure = match answer {
            Ok(company) => {
                self.id = Some(company.id);
                let typed_on = self.card.saved(&company.content, scene);
                if let Some(shown) = &mut self.card.shown {
                    shown.company = *company;
                }
                // Its people and what looks wrong are read with it.
                let saved = Step::task(self.read(scene)).and(Action::Changed);
                return (saved, Some(if typed_on { Ask::NotSaved } else { Ask::Saved }));
            }
            Err(failure) => failure,
        };
        self.card.not_saved();
        match failure {
            Failure::Invalid(wrong) => self.complain(self.card.places(wrong, scene)),
            Failure::Changed => (Step::task(self.read(scene)), Some(Ask::NotSaved)),
            Failure::Problem(problem) | Failure::Suppressed(problem) => {
                (Step::ask(Action::Problem(problem)), Some(Ask::NotSaved))
            }
        }
    }

    /// Removes the company at once: it can be taken back.
    pub(super) fn remove(&mut self, scene: &Scene) -> Task<Message> {
        let Some(id) = self.id.filter(|_| !self.card.is_saving && self.card.draft.is_none()) else {
            return Task::none();
        };
        let lang = scene.lang;
        let removed = scene.office.write(move |desk| companies::remove(desk, id));
        Task::perform(removed, move |removed| Message::Removed(removed.map_err(|error| Problem::new(&error, lang))))
    }

    /// Shows what is wrong, and puts the keyboard on the first of it.
    fn complain(&mut self, wrong: Wrong) -> Done {
        let order = |place: &Place| tab_of(place).and_then(|tab| Tab::ALL.iter().position(|known| *known == tab));
        let (first, task) = self.card.complain(wrong, order);
        self.tab = first.as_ref().and_then(tab_of).unwrap_or(self.tab);
        (Step::task(task), Some(Ask::NotSaved))
    }
}
