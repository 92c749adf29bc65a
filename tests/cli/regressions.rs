//! The files that fuzzing begins with and those that it found: whatever is in them, what has to hold holds.

#[path = "../fuzz/src/lib.rs"]
pub mod fuzz;

use std::path::Path;

fn try_all(target: &str, check: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus").join(target);
    let files = super::files_below(&folder);
    assert!(!files.is_empty());
    for file in files {
        check(&std::fs::read(file).unwrap());
    }
}

#[test]
fn tables() {
    try_all("csv", fuzz::csv);
}

#[test]
fn address_books() {
    try_all("vcard", fuzz::vcard);
}

#[test]
fn workbooks() {
    try_all("xlsx", fuzz::xlsx);
}

#[test]
fn key_files() {
    try_all("keys", fuzz::keys);
}

#[test]
fn saved_criteria() {
    try_all("criteria", fuzz::criteria);
}
