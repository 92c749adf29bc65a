//! Phone numbers.

use super::Reason;

/// Returns the number as it is kept: as typed, but one line and trimmed.
///
/// # Errors
/// [`Reason::NotAPhone`] where there are fewer than 3 or more than 20 digits, or letters other than an extension.
pub fn parse(text: &str) -> Result<String, Reason> {
    let text = super::text::single_line(text);
    let text = text.strip_prefix("tel:").unwrap_or(&text);
    // Only ASCII letters change, so that places in the two texts are the same.
    let lower = text.to_ascii_lowercase();
    let number = ["ext", "linje", "ankn", "x"].iter().find_map(|mark| lower.find(mark)).map_or(text, |at| &text[..at]);
    let count = number.chars().filter(char::is_ascii_digit).count();
    let plain = number.chars().all(|c| c.is_ascii_digit() || " +-()/.\u{a0}\u{202f}".contains(c));
    if (3..=20).contains(&count) && plain && text.chars().count() <= 50 {
        Ok(text.to_owned())
    } else {
        Err(Reason::NotAPhone)
    }
}

/// Returns the digits that numbers are found and compared by.
///
/// The international prefix is dropped (`+` or `00`), as is the zero in brackets of `+46 (0)8`. Two spellings of one
/// number compare with [`same`], because one may carry the country's code and the other not.
pub fn digits(number: &str) -> String {
    let number = number.replace("(0)", "");
    let all: String = number.chars().take_while(|c| !c.is_alphabetic()).filter(char::is_ascii_digit).collect();
    if number.trim_start().starts_with('+') { all } else { all.strip_prefix("00").map_or(all.clone(), str::to_owned) }
}

/// The number of closing digits by which two spellings of one number are matched.
///
/// Norwegian numbers have eight; a Swedish number without its leading zero seven to nine.
pub const TAIL: usize = 8;

/// Returns the digits that an index looks numbers up by: the last [`TAIL`] of them, without leading zeros.
///
/// Numbers of fewer than five digits have none: they are too short to identify anybody.
pub fn key(number: &str) -> Option<String> {
    let digits = digits(number);
    let national = digits.trim_start_matches('0');
    (national.len() >= 5).then(|| national[national.len().saturating_sub(TAIL)..].to_owned())
}

/// Returns whether two spellings may mean the same line.
pub fn same(a: &str, b: &str) -> bool {
    key(a).is_some_and(|a| key(b) == Some(a))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_from_other_text() {
        for good in [
            "+47 22 33 44 55",
            "22334455",
            "08-123 456 78",
            "(02) 1234.5678",
            "+46 (0)8 12 34 56 ext 12",
            "112",
            "tel:+4722334455",
        ] {
            assert!(parse(good).is_ok(), "{good}");
        }
        for bad in [
            "ø\u{212A}x",
            "İ1x",
            "",
            "ø\u{212A}x",
            "İ1x",
            "12",
            "call me",
            "ase@example.org",
            "123456789012345678901",
            "12a34",
        ] {
            assert_eq!(parse(bad), Err(Reason::NotAPhone), "{bad}");
        }
    }

    #[test]
    fn spellings_of_one_number_are_the_same() {
        for (a, b, same_number) in [
            ("+47 22 33 44 55", "22334455", true),
            ("0047 22334455", "+4722334455", true),
            ("+46 (0)8 123 456 78", "08-123 456 78", true),
            ("22334455", "22334456", false),
            ("1234", "1234", false),
        ] {
            assert_eq!(same(a, b), same_number, "{a} {b}");
        }
        assert_eq!(digits("0047 22 33 44 55"), "4722334455");
    }
}
