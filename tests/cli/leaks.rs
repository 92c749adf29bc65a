//! No file that the program writes tells who is in the card file.

use std::path::{Path, PathBuf};

use kartotek::i18n::Lang;
use kartotek::office::{Office, persons};
use kartotek::vault::Passphrase;

use super::{Home, PASSPHRASE, files_below};

/// What every marker begins with; it stands nowhere else.
const MARK: &str = "Qvjxwzk";

/// Returns the files below a folder that hold the mark, in letters of any size, as UTF-8 or UTF-16.
fn telling(folder: &Path) -> Vec<PathBuf> {
    let mark = MARK.to_lowercase();
    let wide = |order: fn(u16) -> [u8; 2]| mark.encode_utf16().flat_map(order).collect::<Vec<u8>>();
    let needles = [mark.clone().into_bytes(), wide(u16::to_le_bytes), wide(u16::to_be_bytes)];
    let mut files = files_below(folder);
    files.retain(|file| {
        let mut bytes = std::fs::read(file).unwrap();
        bytes.make_ascii_lowercase();
        needles.iter().any(|needle| memchr::memmem::find(&bytes, needle).is_some())
    });
    files
}

#[test]
fn a_thousand_names_leave_no_trace() {
    let home = Home::with_vault();
    let mut csv = "First name,Last name,Company,E-mail,Note\n".to_owned();
    for n in 0..1_000 {
        csv.push_str(&format!("{MARK}A{n},{MARK}B{n},{MARK}C{n} AS,{MARK}D{n}@example.org,{MARK}E{n}\n"));
    }
    assert_eq!(home.import(&csv)["added"], 1_000);
    let id = home.only(&format!("{MARK}B777"));
    home.call(&["edit", &id, &format!("title={MARK}"), &format!("category={MARK}")]).answer();
    home.call(&["interest", &id, &format!("+{MARK}")]).answer();
    let proof = home.file(&format!("{MARK}.txt"), &MARK.repeat(10_000));
    let comment = format!("{MARK} said so");
    let basis = ["--purpose", "marketing", "--basis", "consent", "--source", "email"];
    let more = ["--comment", &comment, "--evidence", &proof];
    home.call(&[&["basis", "set", &id], basis.as_slice(), &more].concat()).answer();
    // What fails may not tell either.
    assert_eq!(home.call(&["edit", &id, &format!("email={MARK}")]).code, 1);
    home.call(&["check"]).answer();

    assert_eq!(telling(&home.path("input")).len(), 2, "what was given to the program does tell");
    assert!(files_below(&home.path("vault")).len() >= 4);
    for folder in ["vault", "home", "tmp"] {
        assert!(telling(&home.path(folder)).is_empty(), "{folder}: {:?}", telling(&home.path(folder)));
    }
    // Names of files tell nothing either.
    let files = files_below(&home.path("vault"));
    assert!(!files.iter().any(|file| file.to_string_lossy().contains(MARK)), "{files:?}");

    // Nor does the log, while it holds the latest changes.
    let office = Office::open(&home.path("vault"), "me", &Passphrase::new(PASSPHRASE), Lang::En).unwrap();
    let id = id.parse().unwrap();
    let note = (kartotek::model::field::Field::Note, MARK.repeat(1_000));
    office.write(move |desk| persons::edit(desk, id, &[note])).wait().unwrap();
    let log = home.path("vault").join("vault.db-wal");
    assert!(std::fs::metadata(&log).unwrap().len() > 0, "the log holds the change");
    assert!(telling(&home.path("vault")).is_empty());
    office.close();
}
