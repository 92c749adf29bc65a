//! What is said of a row of the register of exports, or of that of reports, on cards and on its page.

use crate::i18n::{self, Lang};
use crate::model::criteria::Of;
use crate::model::export::Export;
use crate::model::report::HandedOut;
use crate::screen::Scene;
use crate::t;

/// Returns what was exported, and how many.
pub fn summary(export: &Export, scene: &Scene) -> String {
    let count = match export.of {
        Of::Persons => t!(scene.lang, "export-count-persons", count = export.rows),
        Of::Companies => t!(scene.lang, "export-count-companies", count = export.rows),
    };
    if export.name.is_empty() { count } else { format!("{} {} {count}", export.name, t!(scene.lang, "separator-dot")) }
}

/// Returns what it is for and to whom it went, as far as that was said.
pub fn said(export: &Export, scene: &Scene) -> String {
    let lang = scene.lang;
    let word = |text: &str| if text.is_empty() { t!(lang, "export-not-stated") } else { text.to_owned() };
    t!(lang, "exports-for-to", purpose = word(&export.purpose), recipient = word(&export.recipient))
}

/// Returns what was handed out to somebody about themselves, with the language it is in.
pub fn handed(entry: &HandedOut, scene: &Scene) -> String {
    let what = i18n::text(scene.lang, &format!("report-kind-{}", entry.kind.key()));
    let language = entry.language.parse::<Lang>().map(Lang::own_name).unwrap_or_default();
    format!("{what} {} {language}", t!(scene.lang, "separator-dot"))
}

/// Returns as how many files it was handed out, and how the asker was known.
pub fn handed_how(entry: &HandedOut, scene: &Scene) -> String {
    let lang = scene.lang;
    let identity = if entry.identity.is_empty() { t!(lang, "not-stated") } else { entry.identity.clone() };
    t!(lang, "reporting-entry", count = entry.files.len(), identity = identity)
}
