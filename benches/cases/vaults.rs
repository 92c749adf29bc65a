//! Card files that take long to make, kept in the target's folder for the next run.
//!
//! Each is named after the schema it was made with, so a changed schema makes it anew; whoever changes how sample people
//! are made removes `tmp/bench` in the target folder.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use kartotek::i18n::Lang;
use kartotek::model::basis::{Basis, Decision};
use kartotek::model::list;
use kartotek::model::notice::Way;
use kartotek::model::person::{Content, Labelled};
use kartotek::office::mail::notices;
use kartotek::office::subject::Subject;
use kartotek::office::{Office, persons, sample};
use kartotek::vault::Passphrase;

use super::{import, limit, people};

/// Where the parts of a kept folder lie.
pub struct Kept(PathBuf);

impl Kept {
    /// Returns the vault's folder.
    pub fn vault(&self) -> PathBuf {
        self.0.join("vault")
    }

    /// Returns the bare program's file.
    pub fn bare(&self) -> PathBuf {
        self.0.join("limit.db")
    }
}

/// Returns a vault of sample people, as `--demo` makes them.
pub fn sample(count: u64) -> Kept {
    kept("sample", count, |place| {
        let office = import::new_office(&place.vault());
        sample::make(&office, count, sample::SEED, Arc::default()).wait().unwrap();
        office.close();
    })
}

/// Returns a vault with imported people, and the bare program's file with the same ones.
pub fn imported(count: u64) -> Kept {
    kept("imported", count, |place| {
        let file = place.0.join("people.csv");
        people::write(&file, count);
        import::into_new_vault(&place.vault(), &file, count);
        std::fs::remove_file(&file).unwrap();
        limit::write(&limit::create(&place.bare()), &limit::prepare(count));
    })
}

/// Returns a vault with people who all get mailings: they consented, were told, and have an address each.
pub fn readers(count: u64) -> Kept {
    kept("readers", count, |place| {
        let office = import::new_office(&place.vault());
        let added = office.write(move |desk| {
            let consent = Decision::new(list::MARKETING, Basis::Consent, list::SOURCE_USER);
            let mut ids = Vec::new();
            for number in 0..count {
                let [_, first, last, ..] = people::row(number);
                let mut content = Content { first_name: first, last_name: last, ..Content::default() };
                content.emails.push(Labelled::new(None, format!("reader{number}@example.org")));
                ids.push(persons::add(desk, content, Some(&consent), list::SOURCE_USER)?.id);
            }
            notices::note(desk, &Subject::Persons(ids.into()), Way::Oral, None, "").map(drop)
        });
        added.wait().unwrap();
        office.close();
    })
}

/// Returns a workbook of people.
pub fn workbook(count: u64) -> PathBuf {
    let kept = kept("workbook", count, |place| {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        for (row, cells) in (0..).zip(std::iter::once(headings()).chain((0..count).map(people::row))) {
            for (column, cell) in (0..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
                sheet.write_string(row, column, cell).unwrap();
            }
        }
        book.save(place.0.join("people.xlsx")).unwrap();
    });
    kept.0.join("people.xlsx")
}

fn headings() -> [String; 26] {
    people::COLUMNS.map(|column| column.0.to_owned())
}

/// Opens a kept vault.
pub fn open(place: &Path) -> Office {
    Office::open(place, "me", &Passphrase::new(import::PASSPHRASE), Lang::Nb).unwrap()
}

/// Copies a folder, so that what is written does not last.
pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to);
        } else {
            std::fs::copy(entry.path(), to).unwrap();
        }
    }
}

fn kept(name: &str, count: u64, make: impl FnOnce(&Kept)) -> Kept {
    let mut hasher = DefaultHasher::new();
    limit::schema().hash(&mut hasher);
    let (kind, schema) = (format!("{name}-{count}-"), hasher.finish());
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench");
    let place = folder.join(format!("{kind}{schema:016x}"));
    let whole = place.join("whole");
    if !whole.exists() {
        std::fs::create_dir_all(&folder).unwrap();
        for old in std::fs::read_dir(&folder).unwrap().map(Result::unwrap) {
            if old.file_name().to_string_lossy().starts_with(&kind) {
                std::fs::remove_dir_all(old.path()).unwrap();
            }
        }
        std::fs::create_dir_all(&place).unwrap();
        make(&Kept(place.clone()));
        std::fs::write(&whole, "").unwrap();
    }
    Kept(place)
}
