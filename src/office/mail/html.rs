//! Plain text as HTML: paragraphs, headings, lists, and addresses one can click.

use crate::transfer::markup::escaped;

/// Returns a text as an HTML document. Lines that begin with `- ` are a list, one that begins with `## ` is a heading.
pub fn of(language: &str, title: &str, text: &str) -> String {
    let body: String = text.split("\n\n").map(block).collect();
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head><meta charset=\"utf-8\"><title>{}</title></head>\n\
         <body style=\"font-family: sans-serif; line-height: 1.5; max-width: 40em\">\n{body}</body>\n</html>\n",
        escaped(language),
        escaped(title)
    )
}

fn block(text: &str) -> String {
    let mut html = String::new();
    let mut lines: Vec<&str> = Vec::new();
    let mut points: Vec<&str> = Vec::new();
    for line in text.lines() {
        match (line.strip_prefix("- "), line.strip_prefix("## ")) {
            (Some(point), _) => {
                paragraph(&mut html, &mut lines);
                points.push(point);
            }
            (None, Some(heading)) => {
                list(&mut html, &mut points);
                paragraph(&mut html, &mut lines);
                html.push_str(&format!("<h2 style=\"font-size: 1.1em\">{}</h2>\n", linked(heading)));
            }
            (None, None) => {
                list(&mut html, &mut points);
                lines.push(line);
            }
        }
    }
    list(&mut html, &mut points);
    paragraph(&mut html, &mut lines);
    html
}

fn paragraph(html: &mut String, lines: &mut Vec<&str>) {
    if !lines.is_empty() {
        let lines: Vec<String> = lines.drain(..).map(linked).collect();
        html.push_str(&format!("<p>{}</p>\n", lines.join("<br>\n")));
    }
}

fn list(html: &mut String, points: &mut Vec<&str>) {
    if !points.is_empty() {
        let points: String = points.drain(..).map(|point| format!("<li>{}</li>\n", linked(point))).collect();
        html.push_str(&format!("<ul>\n{points}</ul>\n"));
    }
}

/// Returns a line with what begins like an address as a link.
fn linked(line: &str) -> String {
    let mut html = String::new();
    for (nth, word) in line.split(' ').enumerate() {
        if nth > 0 {
            html.push(' ');
        }
        let address = word.trim_end_matches(['.', ',', ';', ':', ')', '!', '?']);
        if ["https://", "http://", "mailto:"].iter().any(|start| address.starts_with(start)) {
            let rest = word.get(address.len()..).unwrap_or_default();
            let shown = address.strip_prefix("mailto:").map_or(address, |to| to.split('?').next().unwrap_or(to));
            html.push_str(&format!("<a href=\"{}\">{}</a>{}", escaped(address), escaped(shown), escaped(rest)));
        } else {
            html.push_str(&escaped(word));
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
