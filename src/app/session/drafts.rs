//! What is typed and not saved: kept while the card file is locked, and shown again after.

use super::{Dialog, From, Message, Session, Turn};
use crate::app::session::Ask;
use crate::model::draft::{Draft, Place};
use crate::screen::Action;
use crate::t;

impl Session {
    /// Returns what is typed and not saved, to be kept while the card file is locked: what is in front comes last.
    pub fn drafts(&self) -> Vec<Draft> {
        let (persons, companies) = (self.persons.drafts(&self.scene), self.companies.drafts(&self.scene));
        let in_front = self.place == super::Place::Companies;
        let screens = if in_front { [persons, companies] } else { [companies, persons] };
        let mailing = self.mailings.draft();
        let form = self.dialog.as_ref().and_then(Dialog::draft);
        screens.into_iter().flatten().chain(mailing).chain(form).collect()
    }

    /// Shows again what was typed when the card file was locked, and says so.
    pub(super) fn go_on_with(&mut self, drafts: Vec<Draft>) -> Turn {
        let mut turn = Turn::none();
        for draft in drafts {
            let next = match draft.place {
                Place::Person(_) | Place::PersonActivity(_) | Place::PersonCall(_) => {
                    let step = self.persons.go_on_with(&draft, &self.scene);
                    let there = self.arrive(super::Destination::Persons);
                    there.and(self.follow(step.map(Message::Persons), From::Persons))
                }
                Place::Company(_) | Place::NewCompany | Place::CompanyActivity(_) | Place::CompanyCall(_) => {
                    let step = self.companies.go_on_with(&draft, &self.scene);
                    let there = self.arrive(super::Destination::Companies);
                    there.and(self.follow(step.map(Message::Companies), From::Companies))
                }
                Place::Mailing => {
                    let step = self.mailings.go_on_with(&draft.content, &self.scene);
                    let there = self.arrive(super::Destination::Mailings);
                    there.and(self.follow(step.map(Message::Mailings), From::Mailings))
                }
                Place::NewPerson => {
                    let opened = self.new_person();
                    if let Some(Dialog::NewPerson(dialog)) = &mut self.dialog {
                        dialog.go_on_with(&draft.content, &self.scene);
                    }
                    opened
                }
                Place::LegalBasis(person) => {
                    let card = self.persons.go_on_with(&draft, &self.scene);
                    let card = self.follow(card.map(Message::Persons), From::Persons);
                    let opened = self.act(Action::LegalBasis(person), From::Persons);
                    if let Some(Dialog::LegalBasis(dialog)) = &mut self.dialog {
                        dialog.go_on_with(&draft.content);
                    }
                    card.and(opened)
                }
            };
            turn = turn.and(next);
        }
        if self.had_drafts {
            let said = Action::Toast(t!(self.scene.lang, "lock-draft-back"));
            turn = turn.and(Turn::ask(Ask::Act(said)));
        }
        turn
    }
}
