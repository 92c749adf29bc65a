//! The guide as one page for a browser, on a screen, a phone and paper.

use super::{Block, Chapter, Guide, Look, Words, picture};
use crate::i18n::Lang;
use crate::t;
use crate::transfer::markup::escape_to;
use data_encoding::BASE64;

/// What the page looks like. The colours are those of the program.
const STYLE: &str = include_str!("page.css");
/// Nothing is loaded and nothing runs; the pictures stand in the page.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/// Returns the page.
pub(super) fn rendered(guide: &Guide) -> String {
    let lang = guide.lang;
    let mut page = Page { out: String::new(), lang };
    let title = t!(lang, "guide-title");
    page.raw(&format!("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n", lang.code()));
    page.raw(&format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n"));
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    page.text(&title);
    page.raw("</title>\n<style>\n");
    page.raw(STYLE);
    page.raw("</style>\n</head>\n<body>\n<header>\n<h1>");
    page.text(&title);
    page.raw("</h1>\n<p>");
    page.text(&t!(lang, "about-version", version = env!("CARGO_PKG_VERSION")));
    page.raw("</p>\n</header>\n<nav>\n<ol>\n");
    for chapter in &guide.chapters {
        page.raw(&format!("<li><a href=\"#{}\">", chapter.key));
        page.text(&chapter.title);
        page.raw("</a></li>\n");
    }
    page.raw("</ol>\n</nav>\n<main>\n");
    for chapter in &guide.chapters {
        page.chapter(chapter);
    }
    page.raw("</main>\n</body>\n</html>\n");
    page.out
}

struct Page {
    out: String,
    lang: Lang,
}

impl Page {
    fn raw(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    /// Writes a text, in which nothing is taken for markup.
    fn text(&mut self, text: &str) {
        escape_to(&mut self.out, text);
    }

    fn chapter(&mut self, chapter: &Chapter) {
        self.raw(&format!("<section id=\"{}\">\n<h2>", chapter.key));
        self.text(&chapter.title);
        self.raw("</h2>\n");
        for block in &chapter.blocks {
            self.block(block);
        }
        self.raw("</section>\n");
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(words) => self.element("h3", words),
            Block::Smaller(words) => self.element("h4", words),
            Block::Paragraph(words) => self.element("p", words),
            Block::Note(words) => {
                self.raw("<blockquote>");
                self.element("p", words);
                self.raw("</blockquote>\n");
            }
            Block::Dots(items) => self.list("ul", items),
            Block::Numbers(items) => self.list("ol", items),
            Block::Table { head, rows } => {
                self.raw("<table>\n<thead><tr>");
                head.iter().for_each(|cell| self.element("th", cell));
                self.raw("</tr></thead>\n<tbody>\n");
                for row in rows {
                    self.raw("<tr>");
                    row.iter().for_each(|cell| self.element("td", cell));
                    self.raw("</tr>\n");
                }
                self.raw("</tbody>\n</table>\n");
            }
            Block::Picture { name, says } => {
                let Some(bytes) = picture(self.lang, name) else { return };
                self.raw("<figure><img alt=\"");
                self.text(says);
                self.raw("\" src=\"data:image/png;base64,");
                BASE64.encode_append(bytes, &mut self.out);
                self.raw("\"><figcaption>");
                self.text(says);
                self.raw("</figcaption></figure>\n");
            }
        }
    }

    fn list(&mut self, name: &str, items: &[Words]) {
        self.raw(&format!("<{name}>\n"));
        items.iter().for_each(|item| self.element("li", item));
        self.raw(&format!("</{name}>\n"));
    }

    fn element(&mut self, name: &str, words: &Words) {
        self.raw(&format!("<{name}>"));
        for piece in words {
            let (before, after) = match piece.look {
                Look::Plain => (String::new(), ""),
                Look::Strong => ("<strong>".to_owned(), "</strong>"),
                Look::Said => ("<em>".to_owned(), "</em>"),
                Look::Window => ("<b>".to_owned(), "</b>"),
                Look::Typed => ("<code>".to_owned(), "</code>"),
                Look::Chapter(key) => (format!("<a href=\"#{key}\">"), "</a>"),
            };
            self.raw(&before);
            self.text(&piece.text);
            self.raw(after);
        }
        self.raw(&format!("</{name}>\n"));
    }
}
