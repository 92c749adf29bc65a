//! Taking changes back and doing them again, and in which words they are spoken of.

use iced::Task;

use super::{Ask, Message, Session, Turn};
use crate::model::activity::Activity;
use crate::model::field::Field;
use crate::model::journal::Kind;
use crate::office::problem::Problem;
use crate::office::undo::{Done, Way};
use crate::screen::{Action, Scene};
use crate::t;

/// The most letters of a subject that a note quotes.
const QUOTED: usize = 48;

impl Session {
    /// Takes a change back, or does it again: the next one, or only the one of a number. What is being typed is not
    /// saved, and no change yet.
    pub(super) fn step(&self, way: Way, only: Option<u64>) -> Turn {
        let lang = self.scene.lang;
        if self.card_is_unsaved() {
            return Turn::ask(Ask::Act(Action::Hint(t!(lang, "undo-unsaved"))));
        }
        let office = &self.scene.office;
        let step = only.map_or_else(|| office.step(way), |number| office.step_only(way, number));
        Turn::task(Task::perform(step, move |done| {
            Message::Stepped(way, only, done.map_err(|error| Problem::new(&error, lang)))
        }))
    }

    /// Takes the change of that number back, or does it again, where a note offers it; never another one.
    pub fn step_only(&self, way: Way, number: u64) -> Turn {
        if self.covers_notes() { Turn::none() } else { self.step(way, Some(number)) }
    }

    /// Answers whether something in front must be finished before a button on a note can be pressed.
    pub fn covers_notes(&self) -> bool {
        // What was done in a dialog is taken back in it, where it is a list of what was done.
        self.dialog.as_ref().is_some_and(|dialog| !dialog.takes_steps()) || self.is_asking()
    }

    /// Says what was taken back or done again.
    pub(super) fn stepped(&self, way: Way, only: Option<u64>, done: Option<Done>) -> Turn {
        let lang = self.scene.lang;
        let Some(done) = done else {
            let words = match (only, way) {
                (Some(_), _) => t!(lang, "undo-not-next"),
                (None, Way::Back) => t!(lang, "undo-nothing"),
                (None, Way::Again) => t!(lang, "redo-nothing"),
            };
            return Turn::ask(Ask::Act(Action::Hint(words)));
        };
        let what = words(&done, &self.scene);
        match way {
            Way::Back => Turn::ask(Ask::Stepped(t!(lang, "undo-done", what = what), Way::Again, done.number)),
            Way::Again => Turn::ask(Ask::Stepped(t!(lang, "redo-done", what = what), Way::Back, done.number)),
        }
    }

    /// Returns what was done, as the note beside the button that takes it back says it: "Saved: mobile and title".
    pub fn said(&self, done: &Done) -> String {
        let (scene, lang) = (&self.scene, self.scene.lang);
        if let Some(activity) = &done.activity {
            let (kind, what) = (kind_of(activity, scene), quoted(activity, scene));
            return match ticked(done) {
                Some(true) => t!(lang, "said-done", what = what),
                Some(false) => t!(lang, "said-open", what = what),
                None if done.kind == Kind::ActivityRemoved => t!(lang, "said-removed", what = what),
                None if done.kind == Kind::ActivityEdited => t!(lang, "said-saved", what = what),
                None if what == inside(&kind) => t!(lang, "said-activity", kind = kind),
                None => t!(lang, "said-activity-about", kind = kind, what = what),
            };
        }
        let (kind, name) = (done.kind, done.name.as_str());
        if [Kind::PersonAdded, Kind::CompanyAdded].contains(&kind) {
            return t!(lang, "new-created", name = name);
        }
        if [Kind::PersonRemoved, Kind::CompanyRemoved].contains(&kind) {
            return t!(lang, "said-removed", what = name);
        }
        if kind == Kind::Trashed {
            return t!(lang, "said-trashed", what = name);
        }
        if kind == Kind::MassEdited {
            return t!(lang, "said-mass-edit", what = name);
        }
        let is_edited = [Kind::PersonEdited, Kind::CompanyEdited].contains(&kind);
        let fields = listed(&done.fields, scene).filter(|_| is_edited);
        t!(lang, "said-saved", what = fields.unwrap_or_else(|| words(done, scene)))
    }
}

/// Returns what a change was: "title and note of Åse Ødegård".
fn words(done: &Done, scene: &Scene) -> String {
    let (lang, name) = (scene.lang, done.name.clone());
    if let Some(activity) = &done.activity {
        let what = quoted(activity, scene);
        return match ticked(done) {
            Some(_) => t!(lang, "undo-tick", what = what, name = name),
            None => t!(lang, "undo-activity", what = what, name = name),
        };
    }
    if done.kind == Kind::Merged {
        return t!(lang, "undo-merge", name = name);
    }
    if done.kind == Kind::Trashed {
        return t!(lang, "undo-trashed", name = name);
    }
    if done.kind == Kind::SubscriptionSet {
        return t!(lang, "undo-subscription", name = name);
    }
    if done.kind == Kind::MassEdited {
        return t!(lang, "undo-mass-edit", what = name);
    }
    if done.kind == Kind::BasisSet {
        return t!(lang, "undo-basis", name = name);
    }
    match listed(&done.fields, scene) {
        Some(fields) => t!(lang, "undo-fields", fields = fields, name = name),
        None => t!(lang, "undo-card", name = name),
    }
}

/// Returns whether an activity was ticked off, or the tick taken away; none where something else was done to it.
fn ticked(done: &Done) -> Option<bool> {
    let activity = done.activity.as_ref()?;
    (done.fields == [Field::DoneAt]).then(|| activity.done_at.is_some())
}

fn kind_of(activity: &Activity, scene: &Scene) -> String {
    scene.lists.name(activity.content.kind, scene.lang).to_owned()
}

/// Returns the beginning of what an activity is about, or else what kind of activity it is.
fn quoted(activity: &Activity, scene: &Scene) -> String {
    let headline = activity.content.headline();
    if headline.is_empty() {
        return inside(&kind_of(activity, scene));
    }
    match headline.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", headline[..end].trim_end()),
        None => headline.to_owned(),
    }
}

/// Returns the labels of some fields as they stand inside a sentence; none where they are too many to be read.
fn listed(fields: &[Field], scene: &Scene) -> Option<String> {
    let labels = fields.iter().map(|field| {
        let label = scene.field(field);
        // The name of an own field is the office's.
        if let Field::Custom(_) = field { label } else { inside(&label) }
    });
    let mut labels: Vec<String> = labels.collect();
    let last = labels.pop().filter(|_| fields.len() <= 3)?;
    Some(if labels.is_empty() { last } else { t!(scene.lang, "and-last", list = labels.join(", "), last = last) })
}

/// Returns a label as it stands inside a sentence: "E-mail" as "e-mail", but "VAT number" as it is.
fn inside(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.next()) {
        (Some(first), second) if !second.is_some_and(char::is_uppercase) => {
            first.to_lowercase().chain(second).chain(letters).collect()
        }
        (_, _) => label.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_stand_in_a_sentence_as_words_do() {
        for (label, wanted) in [
            ("Title", "title"),
            ("E-mail", "e-mail"),
            ("Økonomi", "økonomi"),
            ("VAT number", "VAT number"),
            ("X", "x"),
            ("", ""),
        ] {
            assert_eq!(inside(label), wanted);
        }
    }
}
