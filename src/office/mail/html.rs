//! Plain text as HTML: paragraphs, headings, lists, and addresses one can click.

use crate::model::template::layout::{self, Block, Word};
use crate::transfer::markup::escaped;

/// Returns a text as an HTML document. Lines that begin with `- ` are a list, one that begins with `## ` is a heading.
pub fn of(language: &str, title: &str, text: &str) -> String {
    let body: String = layout::blocks(text).into_iter().map(block).collect();
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head><meta charset=\"utf-8\"><title>{}</title></head>\n\
         <body style=\"font-family: sans-serif; line-height: 1.5; max-width: 40em\">\n{body}</body>\n</html>\n",
        escaped(language),
        escaped(title)
    )
}

fn block(block: Block<'_>) -> String {
    match block {
        Block::Heading(words) => format!("<h2 style=\"font-size: 1.1em\">{}</h2>\n", linked(words)),
        Block::Points(points) => {
            let points: String = points.into_iter().map(|point| format!("<li>{}</li>\n", linked(point))).collect();
            format!("<ul>\n{points}</ul>\n")
        }
        Block::Lines(lines) => {
            let lines: Vec<String> = lines.into_iter().map(linked).collect();
            format!("<p>{}</p>\n", lines.join("<br>\n"))
        }
    }
}

/// Returns a line with what begins like an address as a link.
fn linked(line: &str) -> String {
    let mut html = String::new();
    for (nth, word) in layout::words(line).enumerate() {
        if nth > 0 {
            html.push(' ');
        }
        match word {
            Word::Plain(word) => html.push_str(&escaped(word)),
            Word::Link { address, shown, rest } => {
                html.push_str(&format!("<a href=\"{}\">{}</a>{}", escaped(address), escaped(shown), escaped(rest)));
            }
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_becomes_paragraphs_lists_and_links() {
        let html = of("nb", "A & B", "Hei <b>\nto\n\n## Mer\n\nSe:\n- ett\n- https://example.org/?a=1&b=2.\n\nslutt");
        for part in [
            "<html lang=\"nb\">",
            "<title>A &amp; B</title>",
            "<p>Hei &lt;b&gt;<br>\nto</p>",
            "<h2 style=\"font-size: 1.1em\">Mer</h2>",
            "<p>Se:</p>\n<ul>\n<li>ett</li>\n",
            "<li><a href=\"https://example.org/?a=1&amp;b=2\">https://example.org/?a=1&amp;b=2</a>.</li>\n</ul>",
            "<p>slutt</p>",
        ] {
            assert!(html.contains(part), "{part} in {html}");
        }
        let mail = of("en", "", "mailto:a@example.org?subject=\"><script>");
        assert!(mail.contains(">a@example.org</a>") && !mail.contains("<script>"), "{mail}");
        assert!(!of("en", "", "javascript:alert(1)").contains("<a "));
    }
}
