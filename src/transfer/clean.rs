//! Takes out of a cell what nobody typed: controls, line separators, and signs that turn the direction of writing.

use std::borrow::Cow;

use crate::model::text;

/// Cleans a cell, which may have several lines, before anybody knows what it means: lines end in LF, unwanted signs but
/// tab and LF are gone, and so is space around the whole.
///
/// A date of zeros (`0.0.00`, `0/0/00`) is what Outlook writes where there is none, so it is nothing.
///
/// Fields of one line are made so by [`crate::model::text::single_line`] once it is known that they are.
#[must_use]
pub fn cell(raw: &str) -> String {
    let plain = |sign: char| sign.is_ascii() && (!sign.is_ascii_control() || sign == '\n');
    if raw.chars().all(plain) {
        let cell = raw.trim();
        return if is_no_date(cell) { String::new() } else { cell.to_owned() };
    }
    text::multi_line(raw).trim().to_owned()
}

fn is_no_date(cell: &str) -> bool {
    (5..=10).contains(&cell.len())
        && ['.', '/', '-'].iter().any(|&separator| {
            let mut parts = cell.split(separator);
            let zeros =
                parts.by_ref().take(3).filter(|part| !part.is_empty() && part.bytes().all(|digit| digit == b'0'));
            zeros.count() == 3 && parts.next().is_none()
        })
}

/// What a cell begins with that spreadsheets take for a formula, also in full width (OWASP ASVS 5, 1.2.10).
const FORMULA: [char; 12] = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];

/// Returns whether a spreadsheet might take a cell for a formula.
#[must_use]
pub fn looks_like_formula(text: &str) -> bool {
    text.starts_with(FORMULA)
}

fn looks_guarded(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(FORMULA)
}

/// Returns a cell as spreadsheets show it and do not run it: one that begins like a formula has an apostrophe before it.
/// One that has an apostrophe there already gets another, so that [`without_guard`] gives back what went out.
#[must_use]
pub fn guarded(text: &str) -> Cow<'_, str> {
    if looks_guarded(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// Takes off the apostrophe that a "safe for spreadsheets" export puts before a cell that begins like a formula, so that
/// what went out comes back in as it was.
#[must_use]
pub fn without_guard(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| looks_guarded(rest)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_cleaned() {
        for (given, wanted) in [
            ("Åse", "Åse"),
            ("  Åse  ", "Åse"),
            ("  a ", "a"),
            ("a\r\nb\rc", "a\nb\nc"),
            ("a\0b\u{7}c\u{7f}", "abc"),
            ("a\u{2028}b", "a\nb"),
            ("\u{202E}gro.elpmaxe\u{202C}", "gro.elpmaxe"),
            ("\u{2066}x\u{2069}", "x"),
            ("tab\there", "tab\there"),
            ("\u{feff}Name", "Name"),
            ("0.0.00", ""),
            ("0/0/00", ""),
            ("0000-00-00", ""),
            ("0.0.01", "0.0.01"),
            ("0.0", "0.0"),
            ("0", "0"),
            ("00 00 00", "00 00 00"),
        ] {
            assert_eq!(cell(given), wanted, "{given:?}");
        }
    }

    #[test]
    fn only_the_guard_is_taken_off() {
        for (given, wanted) in [
            ("'+47 22 00 00 00", "+47 22 00 00 00"),
            ("'=1+1", "=1+1"),
            ("'t Hooft", "'t Hooft"),
            ("'", "'"),
            ("+47", "+47"),
            ("''=1+1", "'=1+1"),
        ] {
            assert_eq!(without_guard(given), wanted);
        }
        for text in ["=1+1", "'=1+1", "''+1", "+47 22", "'t Hooft", "a=1", "", "＠x"] {
            assert_eq!(without_guard(&guarded(text)), text);
            assert!(!guarded(text).starts_with(FORMULA), "{text}");
        }
    }
}
