//! Settings as rows: each its name, the sentence that says what it changes, a control as its value has it, and by whom
//! it was decided when, with a way back to what is shipped.
//!
//! All pages share one set of rows, so that what is typed on one is still there after a look at another.

mod control;
mod view;

use std::collections::HashMap;

use iced::Task;
use iced::widget::text_editor::{self, Content};

use crate::i18n;
use crate::model::Reason;
use crate::model::user::Right;
use crate::office::problem::{self, Kind, Problem};
use crate::office::settings::{self, Setting, Shape, Standing};
use crate::office::{Desk, Error};
use crate::screen::{Action, Scene, Step};
use crate::t;

/// The settings there are, and what is typed in their rows.
#[derive(Debug, Default)]
pub struct Rows {
    all: Vec<Standing>,
    places: HashMap<Setting, usize>,
    drafts: HashMap<Setting, Draft>,
}

/// What is typed and not saved, or why it cannot be.
#[derive(Debug, Default)]
struct Draft {
    text: Option<String>,
    lines: Option<Content>,
    error: Option<String>,
}

/// What happens in a row.
#[derive(Debug, Clone)]
pub enum Message {
    /// The settings were read, or not.
    Read(Result<Vec<Standing>, Problem>),
    /// One line was typed.
    Typed(Setting, String),
    /// Some lines were edited.
    Edited(Setting, text_editor::Action),
    /// What was typed is to be saved.
    Save(Setting),
    /// A value was chosen.
    Put(Setting, String),
    /// The setting is to be as shipped.
    Reset(Setting),
    /// It was saved, or the words say why not.
    Done(Setting, Result<(), Problem>),
}

impl Rows {
    /// Reads the settings.
    pub fn read(scene: &Scene) -> Task<Message> {
        let lang = scene.lang;
        Task::perform(scene.office.read(|desk| settings::overview(desk)), move |read| {
            Message::Read(read.map_err(|error| Problem::new(&error, lang)))
        })
    }

    /// Answers whether they were read.
    pub fn is_read(&self) -> bool {
        !self.all.is_empty()
    }

    /// Returns all settings in their order.
    pub fn all(&self) -> &[Standing] {
        &self.all
    }

    /// Returns a setting as it stands.
    pub fn get(&self, setting: &Setting) -> Option<&Standing> {
        self.places.get(setting).and_then(|place| self.all.get(*place))
    }

    /// Returns the value of a setting; nothing where there is no such setting.
    pub fn value(&self, setting: &Setting) -> &str {
        self.get(setting).map_or("", |standing| &standing.value)
    }

    /// Answers whether something typed would be lost if the screen went away.
    pub fn unsaved(&self) -> bool {
        self.drafts.keys().any(|setting| self.is_dirty(setting))
    }

    /// Makes the rows of settings that are about to be shown ready for typing several lines.
    pub fn prepare<'a>(&mut self, shown: impl IntoIterator<Item = &'a Setting>) {
        for setting in shown {
            if setting.shape() == Shape::Lines && self.drafts.get(setting).is_none_or(|draft| draft.lines.is_none()) {
                let lines = Content::with_text(self.value(setting));
                self.drafts.entry(setting.clone()).or_default().lines = Some(lines);
            }
        }
    }

    /// Saves everything that is typed.
    pub fn save_all(&mut self, scene: &Scene) -> Step<Message> {
        let dirty: Vec<Setting> = self.drafts.keys().filter(|setting| self.is_dirty(setting)).cloned().collect();
        let tasks =
            dirty.into_iter().map(|setting| self.update(Message::Save(setting), scene).task).collect::<Vec<_>>();
        Step::task(Task::batch(tasks))
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        match message {
            Message::Read(Ok(all)) => self.take(all),
            Message::Read(Err(problem)) if problem.kind == Kind::Dropped => {}
            Message::Read(Err(problem)) => return Step::ask(Action::Problem(problem)),
            Message::Typed(setting, text) => {
                let draft = self.drafts.entry(setting).or_default();
                (draft.text, draft.error) = (Some(text), None);
            }
            Message::Edited(setting, action) => {
                let draft = self.drafts.entry(setting).or_default();
                if action.is_edit() {
                    draft.error = None;
                }
                if let Some(lines) = &mut draft.lines {
                    lines.perform(action);
                }
            }
            Message::Save(setting) => return self.save(setting, scene),
            Message::Put(setting, value) => return self.put(setting, value, scene),
            Message::Reset(setting) => {
                self.drafts.remove(&setting);
                let reset = setting.clone();
                return self.write(setting, scene, move |desk| settings::unset(desk, &reset));
            }
            Message::Done(setting, Ok(())) => {
                if let Some(draft) = self.drafts.get_mut(&setting) {
                    (draft.text, draft.error) = (None, None);
                }
            }
            Message::Done(setting, Err(problem)) => {
                self.drafts.entry(setting).or_default().error = Some(problem.message);
                // What was shown as chosen is not.
                return Step::task(Self::read(scene));
            }
        }
        Step::none()
    }

    fn take(&mut self, all: Vec<Standing>) {
        self.places = all.iter().enumerate().map(|(place, standing)| (standing.setting.clone(), place)).collect();
        let (before, places) = (std::mem::replace(&mut self.all, all), &self.places);
        // What was typed stays; what only showed the value shows the new one.
        let all = &self.all;
        let value = |setting: &Setting| places.get(setting).map(|place| all[*place].value.as_str());
        let before: HashMap<&Setting, &str> =
            before.iter().map(|standing| (&standing.setting, standing.value.as_str())).collect();
        self.drafts.retain(|setting, draft| {
            let Some(now) = value(setting) else { return false };
            if let Some(lines) = &draft.lines {
                let text = lines.text();
                let was_shown = before.get(setting).is_some_and(|before| text.trim_end() == before.trim_end());
                if was_shown && text.trim_end() != now.trim_end() {
                    draft.lines = None;
                }
            }
            draft.text.is_some() || draft.lines.is_some() || draft.error.is_some()
        });
    }

    /// Returns what is typed in a row, as far as it is another than what holds.
    fn typed(&self, setting: &Setting) -> Option<String> {
        let draft = self.drafts.get(setting)?;
        let text = match (&draft.text, &draft.lines) {
            (Some(text), _) => text.clone(),
            (None, Some(lines)) => lines.text().trim_end().to_owned(),
            (None, None) => return None,
        };
        (text != self.value(setting).trim_end()).then_some(text)
    }

    fn is_dirty(&self, setting: &Setting) -> bool {
        self.typed(setting).is_some()
    }

    fn save(&mut self, setting: Setting, scene: &Scene) -> Step<Message> {
        let Some(typed) = self.typed(&setting) else {
            self.drafts.remove(&setting);
            return Step::none();
        };
        if setting.shape() != Shape::Day || typed.trim().is_empty() {
            return self.put(setting, typed, scene);
        }
        match i18n::parse_date(scene.lang, &typed, scene.today()) {
            Some(day) => self.put(setting, day.to_string(), scene),
            None => {
                let words = problem::reason(scene.lang, Reason::NotADate);
                self.drafts.entry(setting).or_default().error = Some(words);
                Step::none()
            }
        }
    }

    fn put(&mut self, setting: Setting, value: String, scene: &Scene) -> Step<Message> {
        let is_typed = self.drafts.get(&setting).is_some_and(|draft| draft.text.is_some() || draft.lines.is_some());
        if let (false, Some(place)) = (is_typed, self.places.get(&setting)) {
            // The next click builds on this one, whether it is stored already or not.
            self.all[*place].value.clone_from(&value);
        }
        if let Some(draft) = self.drafts.get_mut(&setting) {
            draft.error = None;
        }
        let put = setting.clone();
        self.write(setting, scene, move |desk| settings::set(desk, &put, &value).map(|_| ()))
    }

    fn write(
        &self,
        setting: Setting,
        scene: &Scene,
        work: impl FnOnce(&mut Desk<'_>) -> Result<(), Error> + Send + 'static,
    ) -> Step<Message> {
        let lang = scene.lang;
        Step::task(Task::perform(scene.office.write(work), move |done| {
            let done = done.map_err(|error| said(&error, &setting, lang));
            Message::Done(setting.clone(), done)
        }))
    }
}

/// Returns what went wrong, as it stands under the row: its own name need not be said.
fn said(error: &Error, setting: &Setting, lang: i18n::Lang) -> Problem {
    let problem = Problem::new(error, lang);
    let message = match (error, setting.shape()) {
        (Error::InvalidSetting { .. }, Shape::Number(least, most) | Shape::NumberOrNone(least, most)) => {
            t!(lang, "settings-number", least = least, most = most)
        }
        (Error::InvalidSetting { reason, .. }, _) => problem::reason(lang, *reason),
        _ => return problem,
    };
    Problem { message, ..problem }
}

/// Returns whether the user may change settings.
pub fn may(scene: &Scene) -> bool {
    scene.office.user().may(Right::Settings)
}

/// Returns whether the user may change this one.
pub fn may_set(setting: &Setting, scene: &Scene) -> bool {
    let needed = if matches!(setting, Setting::Role { .. }) { Right::Users } else { Right::Settings };
    scene.office.user().may(needed)
}
