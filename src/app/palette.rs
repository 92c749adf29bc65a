//! The palette over an open card file: what it lists, and what happens with what is chosen.

use iced::Task;

use super::actions::{self, Deed};
use super::{App, Message, Over, Stage};
use crate::dialog::palette::{self, Done, Item, State};

impl App {
    /// Opens the palette.
    pub(super) fn open_palette(&mut self) -> Task<Message> {
        let Stage::Inside(session) = &self.stage else { return Task::none() };
        if session.is_occupied() {
            return Task::none();
        }
        let entries = actions::listed(&self.preferences.recent_actions);
        let items = entries.iter().map(|entry| Item {
            label: entry.name(self.lang),
            keys: entry.keys(self.lang),
            hindrance: session.hindrance(entry.deed),
        });
        let (state, task) = (State::new(items.collect()), State::prepare(session.office()));
        self.over = Some(Over::Palette(state, entries.iter().map(|entry| entry.deed).collect()));
        task.map(Message::Palette)
    }

    pub(super) fn palette(&mut self, message: palette::Message) -> Task<Message> {
        let (Some(Over::Palette(state, deeds)), Stage::Inside(session)) = (&mut self.over, &self.stage) else {
            return Task::none();
        };
        let (task, done) = state.update(message, session.office());
        let task = task.map(Message::Palette);
        let done = match done {
            None => return task,
            Some(Done::Nothing) => None,
            Some(Done::Item(place)) => deeds.get(place).copied().map(Chosen::Deed),
            Some(Done::Person(person)) => Some(Chosen::Person(person)),
            Some(Done::Company(company)) => Some(Chosen::Company(company)),
        };
        self.over = None;
        match done {
            None => task,
            Some(Chosen::Deed(deed)) => {
                actions::chosen(deed, &mut self.preferences.recent_actions);
                self.key(deed)
            }
            Some(Chosen::Person(person)) => self.inside(|session| Some(session.open_person(person))),
            Some(Chosen::Company(company)) => self.inside(|session| Some(session.open_company(company))),
        }
    }
}

enum Chosen {
    Deed(Deed),
    Person(crate::model::person::Id),
    Company(crate::model::company::Id),
}
