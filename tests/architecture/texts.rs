//! Every text is used: what nobody shows any more is taken out, so that translators do not polish what is never read.

use std::collections::HashSet;
use std::path::Path;

/// The beginnings of keys that are put together when the program runs, from a list's key, a field's, a reason's.
const FAMILIES: [&str; 80] = [
    "mailing-stage-",
    "mailing-status-",
    "mailing-why-",
    "activity-consent-",
    "backup-reason-",
    "basis-article-",
    "basis-explain-",
    "check-",
    "cli-help-",
    "cli-option-",
    "cli-page-exit-",
    "condition-",
    "country-",
    "create-strength-",
    "criteria-status-",
    "criteria-wrong-",
    "data-category-",
    "data-origin-",
    "erasure-",
    "field-",
    "import-basis-",
    "invalid-",
    "item-",
    "journal-kind-",
    "likeness-",
    "month-",
    "relation-back-",
    "report-",
    "right-",
    "role-",
    "row-",
    "ground-",
    "hold-ground-",
    "outbox-channel-",
    "outbox-kind-",
    "outbox-state-",
    "token-purpose-",
    "reply-kind-",
    "reply-proof-",
    "proposal-hint-",
    "proposal-kind-",
    "came-back-do-",
    "proposal-state-",
    "stop-why-",
    "mail-step-",
    "mail-done-",
    "mail-why-",
    "mail-not-written-",
    "mail-provider-",
    "token-wish-",
    "answer-form-",
    "intake-left-",
    "mass-edit-verb-",
    "may-mail-",
    "notice-exemption-",
    "notice-held-",
    "notice-way-",
    "template-name-",
    "template-part-",
    "objection-decided-",
    "rule-",
    "selection-kind-",
    "selection-ready-",
    "setting-",
    "steps-",
    "sheet-column-",
    "settings-field-type-",
    "settings-list-",
    "settings-page-",
    "settings-set-",
    "help-",
    "journal-group-",
    "trash-becomes-",
    "trash-missing-",
    "trash-thing-",
    "selection-visible-",
    "selection-operation-",
    "builder-mode-",
    "builder-day-",
    "warning-",
];

/// Returns the texts between quotation marks in a source file.
fn quoted(source: &str) -> impl Iterator<Item = &str> {
    source
        .split('"')
        .filter(|text| text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_".contains(&b)))
}

fn sources(folder: &Path, into: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            into.push(std::fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn every_text_is_used() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    sources(&root.join("src"), &mut files);
    let used: HashSet<&str> = files.iter().flat_map(|file| quoted(file)).collect();
    let texts = std::fs::read_to_string(root.join("assets/i18n/en/kartotek.ftl")).unwrap();
    let keys = texts.lines().filter_map(|line| line.split_once(" =").map(|(key, _)| key));
    let keys = keys.filter(|key| !key.is_empty() && !key.starts_with([' ', '#', '-', '.']));
    let unused: Vec<&str> =
        keys.filter(|key| !used.contains(key) && !FAMILIES.iter().any(|family| key.starts_with(family))).collect();
    assert!(unused.is_empty(), "{} texts are shown nowhere: {}", unused.len(), unused.join(" "));
}

/// A button whose name ends in an ellipsis opens something, in every language: the sign follows its word, as it does on
/// the platforms the window runs on.
#[test]
fn no_space_stands_before_an_ellipsis_at_the_end() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for lang in ["en", "nb", "sv"] {
        let texts = std::fs::read_to_string(root.join(format!("assets/i18n/{lang}/kartotek.ftl"))).unwrap();
        let wrong: Vec<&str> = texts
            .lines()
            .filter(|line| line.trim_end().strip_suffix('…').is_some_and(|line| line.ends_with(char::is_whitespace)))
            .collect();
        assert!(wrong.is_empty(), "{lang}: {wrong:#?}");
    }
}
