//! Text in a page: the one place that makes it safe.

/// Returns a text in which nothing is taken for markup, neither between tags nor in an attribute in quotes.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape_to(&mut out, text);
    out
}

/// Writes a text in which nothing is taken for markup, neither between tags nor in an attribute in quotes.
///
/// Control characters other than tab and line end are left out: no browser shows them, and some stop at them.
pub fn escape_to(out: &mut String, text: &str) {
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' => out.push(sign),
            sign if sign.is_control() => {}
            sign => out.push(sign),
        }
    }
}

/// Returns a text of several lines as it stands between tags, with a break after each but the last.
pub fn lines(text: &str) -> String {
    escaped(text).replace('\n', "<br>\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_taken_for_markup() {
        for (text, wanted) in [
            ("Ola & Kari", "Ola &amp; Kari"),
            ("<b>\"'", "&lt;b&gt;&quot;&#39;"),
            ("a\0b\u{1b}c\u{85}d\u{7f}e\tf\ng\r", "abcde\tf\ng"),
        ] {
            assert_eq!(escaped(text), wanted);
        }
        assert_eq!(lines("<\n>"), "&lt;<br>\n&gt;");
    }
}
