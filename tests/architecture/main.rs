//! Reads every path in the sources and fails where a floor of the house looks up.
//!
//! Not only `use` lines count: a path in the middle of a function couples two floors just as well. Comments and texts
//! are left out, `super` is followed, and every planted violation below has to be found.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(missing_docs, reason = "tests say in their names what they are about")]

mod paths;
mod texts;

use std::fs;
use std::path::{Path, PathBuf};

/// Each module at the top of the tree, and what it may name besides itself.
const FLOORS: [(&str, &[&str]); 14] = [
    ("main", &["cli", "app"]),
    ("cli", &["app", "office", "vault", "search", "transfer", "model", "i18n"]),
    ("app", &["screen", "dialog", "office", "vault", "search", "transfer", "widget", "theme", "model", "i18n"]),
    ("screen", &["office", "vault", "search", "transfer", "widget", "theme", "model", "i18n"]),
    ("dialog", &["screen", "office", "vault", "search", "transfer", "widget", "theme", "model", "i18n"]),
    ("office", &["vault", "store", "search", "transfer", "model", "i18n"]),
    ("vault", &["store", "model", "i18n"]),
    ("store", &["model", "i18n"]),
    ("search", &["model", "i18n"]),
    ("transfer", &["model", "i18n"]),
    ("widget", &["theme"]),
    ("theme", &[]),
    ("model", &[]),
    ("i18n", &[]),
];

/// Macros stand at the root of the crate, whichever floor they belong to.
const MACROS: [(&str, &str); 2] = [("t", "i18n"), ("id_type", "model")];

/// Modules of the screens' floor that are no screens: what several of them are made of.
const SHARED: [&str; 8] = ["bookmarks", "card", "columns", "letters", "list", "note_warning", "states", "written"];

/// Libraries that only some floors may name: the beginning of their names, and those floors.
const LIBRARIES: [(&str, &[&str]); 2] =
    [("rusqlite", &["store", "vault"]), ("iced", &["app", "screen", "dialog", "widget", "theme"])];

fn floor_of(module: &[String]) -> &str {
    module.first().map_or("lib", String::as_str)
}

/// Returns the module that a file under `src` is.
fn module_of(file: &Path) -> Vec<String> {
    let mut parts: Vec<String> =
        file.components().skip(1).map(|part| part.as_os_str().to_str().unwrap().to_owned()).collect();
    let last = parts.pop().unwrap();
    let stem = last.strip_suffix(".rs").unwrap();
    if !(parts.is_empty() && stem == "lib") {
        parts.push(stem.to_owned());
    }
    parts
}

/// Returns what a file does that its floor may not do.
fn violations(file: &Path, source: &str) -> Vec<String> {
    let module = module_of(file);
    let floor = floor_of(&module);
    let found = paths::read(source, &module);
    let mut wrong = Vec::new();
    if floor != "lib" && !FLOORS.iter().any(|(name, _)| *name == floor) {
        wrong.push(format!("{} is on no floor", file.display()));
        return wrong;
    }
    for path in &found.own {
        let first = path.first().map_or("", String::as_str);
        let target = MACROS.iter().find(|(name, _)| *name == first).map_or(first, |(_, floor)| floor);
        let known = FLOORS.iter().find(|(name, _)| *name == floor);
        if target.is_empty() || target == floor || floor == "lib" {
            // Only the table below can still object.
        } else if !known.is_some_and(|(_, allowed)| allowed.contains(&target)) {
            wrong.push(format!("{} names {}", file.display(), path.join("::")));
            continue;
        }
        if matches!(floor, "screen" | "dialog") && matches!(target, "screen" | "dialog") && path.len() > 1 {
            // What starts in capitals is what all screens share.
            let is_module = path[1].starts_with(|c: char| c.is_lowercase());
            let is_own = target == floor && module.get(1) == path.get(1);
            let is_shared = target == "screen" && SHARED.contains(&path[1].as_str());
            if is_module && !is_own && !is_shared {
                wrong.push(format!("{} knows {}", file.display(), path.join("::")));
            }
        }
    }
    for name in &found.libraries {
        for (library, floors) in LIBRARIES {
            let is_it = name == library || name.starts_with(&format!("{library}_"));
            let may = floors.contains(&floor);
            if is_it && !may {
                wrong.push(format!("{} names the library {name}", file.display()));
            }
        }
    }
    if found.has_unsafe {
        wrong.push(format!("{} is unsafe", file.display()));
    }
    wrong.dedup();
    wrong
}

fn sources(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|end| end == "rs") {
            into.push(path);
        }
    }
}

#[test]
fn no_floor_looks_up() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    sources(&root.join("src"), &mut files);
    assert!(files.len() > 100, "only {} sources found", files.len());
    let mut wrong: Vec<String> = Vec::new();
    let mut paths = 0;
    for file in &files {
        let source = fs::read_to_string(file).unwrap();
        let file = file.strip_prefix(root).unwrap();
        paths += paths::read(&source, &module_of(file)).own.len();
        wrong.extend(violations(file, &source));
    }
    assert!(paths > 1_000, "only {paths} paths found");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn modules_have_a_file_of_their_name() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    sources(&root.join("src"), &mut files);
    for file in files {
        let stem = file.file_stem().unwrap().to_str().unwrap().to_owned();
        assert!(!["mod", "utils", "common", "helpers", "types"].contains(&stem.as_str()), "{}", file.display());
    }
}

#[test]
fn planted_violations_are_found() {
    for (file, source) in [
        ("src/model/person.rs", "use crate::store::Db;"),
        ("src/model/person.rs", "fn f() { let x = crate::i18n::text(); }"),
        ("src/model/person.rs", "fn f() { crate::t!(lang, \"key\") }"),
        ("src/store/persons.rs", "use crate::{model::{person, list}, office::{Desk, Error}};"),
        ("src/store/persons.rs", "use super::super::vault;"),
        ("src/store/persons.rs", "fn f() { super::super::vault::open() }"),
        ("src/store/persons.rs", "mod tests { mod inner { use super::super::super::super::office; } }"),
        ("src/vault.rs", "use super::office;"),
        ("src/vault.rs", "use self::super::office;"),
        ("src/search/index.rs", "use rusqlite::Connection;"),
        ("src/office/persons.rs", "fn f(db: &rusqlite::Connection) {}"),
        ("src/office/persons.rs", "use iced::Task;"),
        ("src/office/persons.rs", "use iced_test as x;"),
        ("src/office/persons.rs", "use {std::fmt, rusqlite as sql};"),
        ("src/office/persons.rs", "extern crate rusqlite;"),
        ("src/office/persons.rs", "use crate as root;"),
        ("src/office/persons.rs", "use super::super::*;"),
        ("src/office/persons.rs", "const Q: char = '\"'; use crate::widget; const R: char = '\"';"),
        ("src/widget/field.rs", "use crate::i18n::t;"),
        ("src/screen/card.rs", "use crate::store;"),
        ("src/screen/card.rs", "use super::persons::State;"),
        ("src/screen/import/tab.rs", "fn f() { crate::screen::persons::open() }"),
        ("src/screen/card.rs", "use crate::dialog::new_person;"),
        ("src/dialog/new_person.rs", "use super::legal_basis;"),
        ("src/dialog/new_person.rs", "use crate::screen::{Scene, persons};"),
        ("src/cli/show.rs", "use crate::screen::Scene;"),
        ("src/cli/show.rs", "use iced::Task;"),
        ("src/main.rs", "fn main() { kartotek::store::open() }"),
        ("src/elsewhere.rs", ""),
        ("src/theme.rs", "fn f() { unsafe { g() } }"),
    ] {
        assert!(!violations(Path::new(file), source).is_empty(), "not found in {file}: {source}");
    }
}

#[test]
fn what_is_allowed_is_not_complained_about() {
    for (file, source) in [
        ("src/model/person.rs", "// use crate::store;\n/* crate::office::x /* crate::app */ */ use super::field;"),
        ("src/model/person.rs", "const A: &str = \"crate::store::Db\"; const B: &str = r#\"\"crate::store\"#;"),
        ("src/model/person.rs", "crate::id_type! { Id } fn f<'a>(x: &'a str) -> char { '\\'' }"),
        ("src/store/persons.rs", "use crate::model::{self, person::{Id, Content}}; use rusqlite::params;"),
        ("src/store/persons.rs", "mod tests { use super::*; use super::super::Db; }"),
        ("src/office.rs", "pub(crate) fn f() {} pub(in crate::office) fn g() { crate::t!(lang, \"unsafe\") }"),
        ("src/office/persons.rs", "use super::{Desk, Error}; struct S { iced: bool } fn f(s: S) { s.iced; }"),
        ("src/screen/card/tab.rs", "use crate::screen::{Scene, Step}; use super::super::card::State; use iced::Task;"),
        ("src/screen/persons.rs", "use crate::screen::card::Place; use super::list::State;"),
        ("src/dialog/new_person.rs", "use crate::screen::{Action, Scene}; use super::new_person::State;"),
        ("src/app/port.rs", "use iced::Task; use crate::screen::persons;"),
        ("src/lib.rs", "pub mod store; #![forbid(unsafe_code)]"),
        ("src/main.rs", "fn main() { kartotek::cli::run() }"),
    ] {
        assert_eq!(violations(Path::new(file), source), Vec::<String>::new(), "{source}");
    }
}
