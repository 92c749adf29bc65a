//! How the text of a letter is laid out: what its lines begin with says what they are.
//!
//! A line that begins with `## ` is a heading, lines that begin with `- ` are points, an empty line ends a paragraph. What
//! is sent as HTML, and what screens show, is built of these; as plain text it reads as people write it.

/// The most signs that a heading is underlined with.
const UNDERLINED: usize = 60;

/// A part of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block<'a> {
    /// What follows is about this.
    Heading(&'a str),
    /// Points of a list.
    Points(Vec<&'a str>),
    /// The lines of a paragraph.
    Lines(Vec<&'a str>),
}

/// Returns the parts of a letter.
pub fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut all = Vec::new();
    for line in text.lines() {
        match (heading(line), line.strip_prefix("- "), all.last_mut()) {
            (Some(words), ..) => all.push(Block::Heading(words)),
            (None, Some(point), Some(Block::Points(points))) => points.push(point),
            (None, Some(point), _) => all.push(Block::Points(vec![point])),
            // What ends a paragraph; it is taken out below.
            (None, None, _) if line.trim().is_empty() => all.push(Block::Lines(Vec::new())),
            (None, None, Some(Block::Lines(lines))) if !lines.is_empty() => lines.push(line),
            (None, None, _) => all.push(Block::Lines(vec![line])),
        }
    }
    all.retain(|block| *block != Block::Lines(Vec::new()));
    all
}

/// Returns a letter as plain text: each heading is underlined, points stay as they are.
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len() + 64);
    for (nth, line) in text.split('\n').enumerate() {
        if nth > 0 {
            plain.push('\n');
        }
        match heading(line) {
            Some(words) => {
                plain.push_str(words);
                plain.push('\n');
                plain.extend(std::iter::repeat_n('=', words.chars().count().min(UNDERLINED)));
            }
            None => plain.push_str(line),
        }
    }
    plain
}

fn heading(line: &str) -> Option<&str> {
    line.strip_prefix("## ").map(str::trim).filter(|words| !words.is_empty())
}

/// A word of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word<'a> {
    /// A word like others.
    Plain(&'a str),
    /// An address one can go to: what it leads to, what is shown of it, and the signs behind it that are not part of it.
    Link {
        /// What it leads to.
        address: &'a str,
        /// What is shown of it: of a prepared message, only to whom.
        shown: &'a str,
        /// What stands behind it.
        rest: &'a str,
    },
}

/// Returns what stands between the blanks of a line.
pub fn words(line: &str) -> impl Iterator<Item = Word<'_>> {
    line.split(' ').map(|word| {
        let address = word.trim_end_matches(['.', ',', ';', ':', ')', '!', '?']);
        if !["https://", "http://", "mailto:"].iter().any(|start| address.starts_with(start)) {
            return Word::Plain(word);
        }
        let shown = address.strip_prefix("mailto:").map_or(address, |to| to.split('?').next().unwrap_or(to));
        Word::Link { address, shown, rest: word.get(address.len()..).unwrap_or_default() }
    })
}

/// Returns a line as it is read: prepared messages by whom they go to.
pub fn read(line: &str) -> String {
    let mut all = String::with_capacity(line.len());
    for (nth, word) in words(line).enumerate() {
        if nth > 0 {
            all.push(' ');
        }
        match word {
            Word::Plain(word) => all.push_str(word),
            Word::Link { shown, rest, .. } => {
                all.push_str(shown);
                all.push_str(rest);
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    const LETTER: &str = "Hei\nder\n\n## Hvor lenge\n\n- ett\n- to\nslutt\n## \n\n\n#Nei";

    #[test]
    fn lines_say_what_they_are() {
        let lines = Block::Lines;
        let wanted = [
            lines(vec!["Hei", "der"]),
            Block::Heading("Hvor lenge"),
            Block::Points(vec!["ett", "to"]),
            lines(vec!["slutt", "## "]),
            lines(vec!["#Nei"]),
        ];
        assert_eq!(blocks(LETTER), wanted);
        assert_eq!(blocks("- a\n\n- b"), [Block::Points(vec!["a"]), Block::Points(vec!["b"])]);
    }

    #[test]
    fn plain_text_reads_as_people_write_it() {
        assert_eq!(plain(LETTER), "Hei\nder\n\nHvor lenge\n==========\n\n- ett\n- to\nslutt\n## \n\n\n#Nei");
        assert_eq!(plain("## Æøå"), "Æøå\n===");
        for same in ["", "\n", "a\n", "-- \nÅse", "mailto:a@example.org?subject=x%20y"] {
            assert_eq!(plain(same), same);
        }
    }

    #[test]
    fn a_prepared_message_is_read_by_whom_it_goes_to() {
        let line = "Skriv til mailto:post@example.org?subject=Nei%20takk, eller se https://example.org/a?b=1.";
        assert_eq!(read(line), "Skriv til post@example.org, eller se https://example.org/a?b=1.");
    }
}
