//! What was taken back or done again, in words.

use crate::model::journal::Kind;
use crate::office::undo::Done;
use crate::screen::Scene;
use crate::t;

/// Returns what a change was: "Title and note of Åse Ødegård".
pub(super) fn words(done: &Done, scene: &Scene) -> String {
    let lang = scene.lang;
    let labels: Vec<String> = done.fields.iter().map(|field| scene.field(field)).collect();
    let name = done.name.clone();
    if let Kind::ActivityAdded | Kind::ActivityEdited | Kind::ActivityRemoved = done.kind {
        return t!(lang, "undo-activity", name = name);
    }
    if done.kind == Kind::Merged {
        return t!(lang, "undo-merge", name = name);
    }
    if labels.is_empty() || labels.len() > 3 {
        return t!(lang, "undo-card", name = name);
    }
    let fields = labels.join(", ");
    if done.kind == Kind::BasisSet {
        return t!(lang, "undo-basis", name = name);
    }
    t!(lang, "undo-fields", fields = fields, name = name)
}
