//! What may stand in a text field.

/// The most characters a single-line field holds.
pub const LINE: usize = 200;
/// The most characters a website or a comment holds.
pub const LONG_LINE: usize = 1_000;
/// The most characters a note holds.
pub const NOTE: usize = 100_000;

/// Returns the text as a single line: control signs, line breaks and signs that reorder text become spaces or vanish,
/// runs of white space become one space, and the ends are trimmed.
///
/// Every way in uses it, because a name with a line break in it can break a mail header or a table, and a name with a
/// bidirectional override can pose as another.
pub fn single_line(text: &str) -> String {
    if is_single_line(text) {
        return text.trim_matches(' ').to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        if c.is_whitespace() || matches!(c, '\u{2028}' | '\u{2029}') {
            gap = true;
        } else if !is_unwanted(c) {
            if gap && !out.is_empty() {
                out.push(' ');
            }
            gap = false;
            out.push(c);
        }
    }
    out
}

/// Returns whether [`single_line`] would only trim the text. One pass: every cell of every file goes through it.
fn is_single_line(text: &str) -> bool {
    let mut after_space = false;
    text.chars().all(|c| match c {
        ' ' => !std::mem::replace(&mut after_space, true),
        _ => {
            after_space = false;
            if c.is_ascii() { !c.is_ascii_control() } else { !c.is_whitespace() && !is_unwanted(c) }
        }
    })
}

/// Makes the text a single line, as [`single_line`] does, in place.
pub fn make_single_line(text: &mut String) {
    if text.starts_with(' ') || text.ends_with(' ') || !is_single_line(text) {
        *text = single_line(text);
    }
}

/// Returns the text with its line breaks as `\n` and without control signs, for notes.
pub fn multi_line(text: &str) -> String {
    if !text
        .chars()
        .any(|c| matches!(c, '\r' | '\u{2028}' | '\u{2029}') || (!matches!(c, '\n' | '\t') && is_unwanted(c)))
    {
        return text.trim_end().to_owned();
    }
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    text.chars().filter(|c| matches!(c, '\n' | '\t') || !is_unwanted(*c)).collect::<String>().trim_end().to_owned()
}

fn is_unwanted(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// Returns whether the text has more than `limit` characters.
pub fn is_longer(text: &str, limit: usize) -> bool {
    text.len() > limit && text.chars().count() > limit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_stays_one_line() {
        for (raw, clean) in [
            ("  Åse  ", "Åse"),
            ("Bob\r\nBcc: x", "Bob Bcc: x"),
            ("a\u{0}b", "ab"),
            ("a\tb", "a b"),
            ("\u{202E}evil", "evil"),
            ("a \u{2028} b", "a b"),
            ("\u{FEFF}Name", "Name"),
            ("Anne  Marie", "Anne Marie"),
            ("Anne Marie", "Anne Marie"),
            (" Åse\u{A0}Marie ", "Åse Marie"),
            ("Åse  Marie", "Åse Marie"),
            ("", ""),
            (" ", ""),
        ] {
            assert_eq!(single_line(raw), clean, "{raw:?}");
            let mut made = raw.to_owned();
            make_single_line(&mut made);
            assert_eq!(made, clean, "{raw:?}");
        }
    }

    #[test]
    fn notes_keep_their_lines() {
        assert_eq!(multi_line("a\r\nb\rc\u{0}\td\n\n"), "a\nb\nc\td");
    }

    #[test]
    fn length_is_counted_in_characters() {
        assert!(!is_longer(&"å".repeat(200), 200));
        assert!(is_longer(&"å".repeat(201), 200));
    }
}
