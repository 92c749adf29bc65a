//! What is said of a row of the register of exports, on cards and on its page.

use crate::model::criteria::Of;
use crate::model::export::Export;
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
