//! What is typed and not saved: kept while the card file is locked, and shown again after.

use super::{Dialog, From, Message, Session, Turn};
use crate::app::session::Ask;
use crate::model::draft::{Draft, Kind};
use crate::screen::Action;
use crate::t;

impl Session {
    /// Returns what is typed and not saved, to be kept while the card file is locked.
    pub fn drafts(&self) -> Vec<Draft> {
        let form = match &self.dialog {
            Some(Dialog::NewPerson(dialog)) => dialog.draft(),
            Some(Dialog::LegalBasis(_) | Dialog::Recovery(_) | Dialog::Merging(_)) | None => None,
        };
        self.persons.draft(&self.scene).into_iter().chain(form).collect()
    }

    /// Shows again what was typed when the card file was locked, and says so.
    pub(super) fn go_on_with(&mut self, drafts: Vec<Draft>) -> Turn {
        let mut turn = Turn::none();
        for draft in drafts {
            let next = match (draft.kind, draft.person) {
                (Kind::Person, Some(person)) => {
                    let step = self.persons.go_on_with(person, draft.content, &self.scene);
                    self.follow(step.map(Message::Persons), From::Persons)
                }
                (Kind::NewPerson, _) => {
                    let opened = self.new_person();
                    if let Some(Dialog::NewPerson(dialog)) = &mut self.dialog {
                        dialog.go_on_with(&draft.content);
                    }
                    opened
                }
                (Kind::Person, None) => continue,
            };
            let said = Action::Toast(t!(self.scene.lang, "lock-draft-back"));
            turn = turn.and(next).and(Turn::ask(Ask::Act(said)));
        }
        turn
    }
}
