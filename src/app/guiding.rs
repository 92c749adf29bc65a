//! The guide in the window: opened where it matters, read, and written to a file that a browser shows.

use std::path::PathBuf;
use std::time::Instant;

use iced::Task;

use super::actions::guide_keys;
use super::{App, Message, Over, Stage};
use crate::dialog::guide::{self, Done};
use crate::dialog::help::Topic;
use crate::model::user::Right;
use crate::screen::Action;
use crate::t;
use crate::transfer::guide as pages;
use crate::transfer::guide::chapters;

/// Returns the chapter that is about what the help is about.
pub(super) fn chapter(topic: Topic) -> &'static str {
    match topic {
        Topic::Settings => chapters::OFFICE,
        Topic::Basis | Topic::Report | Topic::Trash => chapters::RIGHTS,
        Topic::Unlock => chapters::BACKUP,
        Topic::Start
        | Topic::Create
        | Topic::Persons
        | Topic::Today
        | Topic::Companies
        | Topic::Selections
        | Topic::Mailings
        | Topic::Outbox
        | Topic::Card
        | Topic::Merging
        | Topic::MassEdit
        | Topic::New
        | Topic::Import => chapters::FIRST_HOUR,
    }
}

impl App {
    /// Returns whether the steps to prepare the office can be shown.
    pub(super) fn can_prepare(&self) -> bool {
        match &self.stage {
            Stage::Inside(session) => {
                !session.sample && !session.is_occupied() && session.office().user().may(Right::Settings)
            }
            Stage::Start(_) | Stage::Closing => false,
        }
    }

    /// Opens the guide, where nothing is in front that must be answered first.
    pub(super) fn guide(&mut self, chapter: &str) -> Task<Message> {
        match (&self.over, &self.stage) {
            (None | Some(Over::Help(_) | Over::Shortcuts | Over::About), Stage::Inside(_) | Stage::Start(_)) => {
                let (state, task) = guide::State::new(pages::guide(self.lang, &guide_keys(self.lang)), chapter);
                self.over = Some(Over::Guide(Box::new(state)));
                task.map(Message::Guide)
            }
            (_, Stage::Inside(_) | Stage::Start(_) | Stage::Closing) => Task::none(),
        }
    }

    pub(super) fn in_guide(&mut self, message: guide::Message) -> Task<Message> {
        let Some(Over::Guide(state)) = &mut self.over else { return Task::none() };
        let (task, done) = state.update(message);
        match done {
            None => task.map(Message::Guide),
            Some(Done::Closed) => {
                self.over = None;
                Task::none()
            }
            Some(Done::Save) => self.act(Action::SaveFile {
                title: t!(self.lang, "guide-save-title"),
                suggested: t!(self.lang, "guide-file"),
                then: Box::new(Message::WriteGuide),
            }),
        }
    }

    /// Writes the guide, under a name that ends as pages do: another file may be one that is needed.
    pub(super) fn write_guide(&mut self, path: PathBuf) -> Task<Message> {
        let lang = self.lang;
        let path = path.with_extension("html");
        let write = async move {
            let page = pages::page(&pages::guide(lang, &guide_keys(lang)));
            let file = path.clone();
            let written = tokio::task::spawn_blocking(move || std::fs::write(file, page)).await;
            written.is_ok_and(|written| written.is_ok()).then_some(path)
        };
        Task::perform(write, Message::GuideWritten)
    }

    pub(super) fn guide_written(&mut self, written: Option<PathBuf>) -> Task<Message> {
        let Some(path) = written else {
            self.notes.hint(t!(self.lang, "problem-export-file"), Instant::now());
            return Task::none();
        };
        self.notes.add(t!(self.lang, "guide-saved"), Instant::now());
        self.act(Action::OpenOutside(path.to_string_lossy().into_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use crate::transfer::guide::{Block, Words};

    fn all_words(block: &Block) -> Vec<&Words> {
        match block {
            Block::Heading(words) | Block::Smaller(words) | Block::Paragraph(words) | Block::Note(words) => vec![words],
            Block::Dots(items) | Block::Numbers(items) => items.iter().collect(),
            Block::Table { head, rows } => head.iter().chain(rows.iter().flatten()).collect(),
            Block::Picture { .. } => Vec::new(),
        }
    }

    #[test]
    fn the_guide_names_nothing_that_the_window_has_not() {
        for lang in Lang::ALL {
            for chapter in pages::guide(lang, &guide_keys(lang)).chapters {
                for words in chapter.blocks.iter().flat_map(all_words) {
                    for piece in words {
                        // A text with something to fill in is none of a button.
                        let is_whole = !piece.text.contains(['{', '}', '[', ']', '$', '\n']);
                        assert!(is_whole, "{lang} {}: {}", chapter.key, piece.text);
                    }
                }
            }
        }
    }

    #[test]
    fn the_guide_has_all_keys() {
        for lang in Lang::ALL {
            let page = pages::page(&pages::guide(lang, &guide_keys(lang)));
            for (_, lines) in guide_keys(lang) {
                for (does, keys) in lines {
                    let row = format!("<td>{}</td>\n<td><strong>{}</strong></td>", does.replace('\'', "&#39;"), keys);
                    assert!(page.contains(&row), "{does}: {keys}");
                }
            }
        }
    }

    #[test]
    fn help_leads_to_chapters_there_are() {
        let guide = pages::guide(Lang::En, &guide_keys(Lang::En));
        let is_there = |key: &str| guide.chapters.iter().any(|chapter| chapter.key == key);
        assert!(Topic::ALL.into_iter().all(|topic| is_there(chapter(topic))));
    }
}
