//! A mailing as it is kept while the card file is locked.

use data_encoding::BASE64;
use iced::widget::text_editor::Content;
use serde::{Deserialize, Serialize};

use super::composing::{State, said};
use crate::model::draft::{Draft, Place};
use crate::model::outbox::File;
use crate::model::{list, selection};

#[derive(Serialize, Deserialize)]
struct Kept {
    name: String,
    is_breach: bool,
    selection: Option<selection::Id>,
    kind: Option<list::Id>,
    template: Option<String>,
    subject: String,
    text: String,
    consequences: String,
    measures: String,
    /// Name, media type, and content in Base64.
    files: Vec<(String, String, String)>,
    marks: bool,
    lets_past: bool,
    why: String,
    day: String,
    time: String,
}

impl State {
    /// Returns what is written and not sent.
    pub fn draft(&self) -> Option<Draft> {
        let file = |file: &File| (file.name.clone(), file.media.clone(), BASE64.encode(&file.content));
        let kept = Kept {
            name: self.name.clone(),
            is_breach: self.is_breach,
            selection: self.selection,
            kind: self.kind,
            template: self.template.clone(),
            subject: self.subject.clone(),
            text: said(&self.text),
            consequences: said(&self.consequences),
            measures: said(&self.measures),
            files: self.files.iter().map(file).collect(),
            marks: self.marks,
            lets_past: self.lets_past,
            why: self.why.clone(),
            day: self.day.clone(),
            time: self.time.clone(),
        };
        // What is being queued just now is no draft any more.
        let is_unsaved = self.is_written() && !self.is_running();
        let content = serde_json::to_string(&kept).ok().filter(|_| is_unsaved)?;
        Some(Draft { place: Place::Mailing, content })
    }

    /// Fills the page with what was written before, as far as it can be read.
    pub fn go_on_with(&mut self, written: &str) {
        let Ok(kept) = serde_json::from_str::<Kept>(written) else { return };
        self.name = kept.name;
        self.is_breach = kept.is_breach;
        self.selection = kept.selection;
        self.kind = kept.kind;
        self.template = kept.template;
        self.subject = kept.subject;
        self.text = Content::with_text(&kept.text);
        self.consequences = Content::with_text(&kept.consequences);
        self.measures = Content::with_text(&kept.measures);
        let file = |(name, media, content): (String, String, String)| {
            let content = BASE64.decode(content.as_bytes()).ok()?;
            Some(File { name, media, content })
        };
        self.files = kept.files.into_iter().filter_map(file).collect();
        self.marks = kept.marks;
        self.lets_past = kept.lets_past;
        self.why = kept.why;
        self.day = kept.day;
        self.time = kept.time;
    }
}
