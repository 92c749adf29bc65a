//! What is being written about an activity, as it is kept while the card file is locked.

use std::collections::BTreeMap;

use iced::widget::text_editor;
use serde::{Deserialize, Serialize};

use super::form::{Form, Typed};
use super::{Activities, Sheet};
use crate::model::activity::{self, Consent, Direction};
use crate::model::draft::{Draft, Place};
use crate::model::{Moment, list};
use crate::office::activities::Of;

#[derive(Serialize, Deserialize)]
struct Kept {
    edits: Option<(activity::Id, Moment)>,
    name: String,
    kind: list::Id,
    subject: String,
    text: String,
    date: String,
    time: String,
    length: String,
    direction: Option<Direction>,
    recorded: bool,
    consent: Consent,
    due: String,
    running: Option<(Moment, String)>,
    begun: Typed,
    at: Moment,
}

impl Form {
    fn to_text(&self) -> Option<String> {
        let kept = Kept {
            edits: self.edits,
            name: self.name.clone(),
            kind: self.kind,
            subject: self.subject.clone(),
            text: self.text.text(),
            date: self.date.clone(),
            time: self.time.clone(),
            length: self.length.clone(),
            direction: self.direction,
            recorded: self.recorded,
            consent: self.consent,
            due: self.due.clone(),
            running: self.running.clone(),
            begun: self.begun.clone(),
            at: self.at,
        };
        serde_json::to_string(&kept).ok()
    }

    fn from_text(text: &str, of: Of) -> Option<Self> {
        let kept: Kept = serde_json::from_str(text).ok()?;
        Some(Self {
            edits: kept.edits,
            of,
            name: kept.name,
            kind: kept.kind,
            subject: kept.subject,
            text: text_editor::Content::with_text(&kept.text),
            date: kept.date,
            time: kept.time,
            length: kept.length,
            direction: kept.direction,
            recorded: kept.recorded,
            consent: kept.consent,
            due: kept.due,
            running: kept.running,
            wrong: BTreeMap::new(),
            is_leaving: false,
            sent: None,
            begun: kept.begun,
            at: kept.at,
        })
    }
}

impl Activities {
    /// Returns what is being written and is not saved: the call first, for it may be with somebody else. What the office
    /// is saving just now is left out, for it would be there twice.
    pub fn drafts(&self) -> Vec<Draft> {
        let form = self.form.as_ref().filter(|form| form.is_changed() && !form.is_sent());
        let form = form.map(|form| (Sheet::Form, form));
        let call = self.call.as_ref().filter(|call| !call.is_sent()).map(|call| (Sheet::Call, call));
        let draft = |(sheet, form): (Sheet, &Form)| {
            let place = match (sheet, form.of) {
                (Sheet::Form, Of::Person(id)) => Place::PersonActivity(id),
                (Sheet::Form, Of::Company(id)) => Place::CompanyActivity(id),
                (Sheet::Call, Of::Person(id)) => Place::PersonCall(id),
                (Sheet::Call, Of::Company(id)) => Place::CompanyCall(id),
            };
            Some(Draft { place, content: form.to_text()? })
        };
        call.into_iter().chain(form).filter_map(draft).collect()
    }

    /// Goes on with what was being written before, as far as it can be read. A call has been running all the while.
    pub fn go_on_with(&mut self, draft: &Draft) {
        let (sheet, of) = match draft.place {
            Place::PersonActivity(id) => (Sheet::Form, Of::Person(id)),
            Place::CompanyActivity(id) => (Sheet::Form, Of::Company(id)),
            Place::PersonCall(id) => (Sheet::Call, Of::Person(id)),
            Place::CompanyCall(id) => (Sheet::Call, Of::Company(id)),
            Place::Person(_)
            | Place::NewPerson
            | Place::Company(_)
            | Place::NewCompany
            | Place::LegalBasis(_)
            | Place::Mailing => return,
        };
        self.now = Moment::now();
        *self.sheet(sheet) = Form::from_text(&draft.content, of);
    }
}
