//! The list of the rows that were not taken, as a file one can work through in the old system.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::Path;

use crate::i18n::Lang;
use crate::model::import::Fate;
use crate::office::import::Planned;
use crate::office::problem;
use crate::t;

/// Writes row number, name and reason of every row that was not taken, readable by its owner alone.
///
/// # Errors
/// The system's.
pub(super) fn save(path: &Path, rows: &[Planned], lang: Lang) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
        options.mode(0o600);
        if path.exists() {
            // The file that is replaced may have been open to all.
            std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600))?;
        }
    }
    let mut file = options.open(path)?;
    file.write_all(table(rows, lang)?.as_slice())?;
    file.sync_all()
}

fn table(rows: &[Planned], lang: Lang) -> io::Result<Vec<u8>> {
    // Spreadsheets take a file without this mark for one in the system's old encoding.
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record([t!(lang, "import-row"), t!(lang, "field-name"), t!(lang, "import-reason")])?;
    for planned in rows {
        if let Fate::Reject(rejection) = &planned.fate {
            let why = problem::rejection(lang, rejection);
            writer.write_record([planned.row.to_string(), harmless(&planned.name), why])?;
        }
    }
    writer.into_inner().map_err(|error| io::Error::other(error.to_string()))
}

/// Returns a text that no spreadsheet takes for a formula.
fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::field::Field;
    use crate::model::import::Rejection;

    #[test]
    fn only_rows_that_were_not_taken_are_listed_and_nothing_runs() {
        let row =
            |row, name: &str, fate| Planned { row, name: name.to_owned(), fate, like: None, notes_refusal: false };
        let reject = |field, reason| Fate::Reject(Rejection { field, reason });
        let rows = [
            row(2, "Åse", Fate::New),
            row(3, "=1+1", reject(Some(Field::Email), "not-an-email")),
            row(4, "Tor; B", reject(None, "damaged")),
        ];
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rows.csv");
        std::fs::write(&path, "a longer text that was there before, and that must be gone").unwrap();
        save(&path, &rows, Lang::Nb).unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
        assert_eq!(lines.len(), 3, "{text}");
        assert!(lines[0].starts_with("Rad;Navn;"));
        assert!(lines[1].starts_with("3;'=1+1;E-post: "));
        assert!(lines[2].starts_with("4;\"Tor; B\";"));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }
}
