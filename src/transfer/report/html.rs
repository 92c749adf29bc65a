//! A report as one page that any browser shows, also on a phone and on paper: no script, nothing from elsewhere.

use crate::model::report::{
    Block, CellKind, Document, Fact, Facts, Header, Held, Letter, List, Party, Run, Section, Table, Text, Value, Words,
};
use crate::transfer::markup::escape_to;

/// What the page looks like. The colours are those of the program.
const STYLE: &str = include_str!("html/style.css");
/// Nothing is loaded and nothing runs, whatever a text holds.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// With more columns, they are set smaller, and where that is not enough they are moved along.
const MANY: usize = 7;

/// Returns the document as a page.
pub(super) fn rendered(document: &Document) -> String {
    let header = &document.header;
    let mut page = Page { out: String::new(), words: &document.words };
    page.begin(&header.language, &header.title);
    page.head(header);
    page.contents(&document.sections);
    page.raw("<main>\n");
    for section in &document.sections {
        page.section(section);
    }
    page.raw("</main>\n</body>\n</html>\n");
    page.out
}

/// Returns letters as one page in a browser, and each as one of its own on paper.
pub(super) fn letters(letters: &[Letter]) -> String {
    let Some(first) = letters.first() else { return String::new() };
    let mut page = Page { out: String::new(), words: &first.words };
    page.begin(&first.language, &first.title);
    for letter in letters {
        page.raw("<article lang=\"");
        page.text(&letter.language);
        page.raw("\">\n");
        page.addressed(&letter.from, &letter.to, &letter.title, &letter.facts);
        page.raw("<div>\n");
        for paragraph in &letter.paragraphs {
            page.raw("<p>");
            page.lines(paragraph);
            page.raw("</p>\n");
        }
        page.raw("</div>\n</article>\n");
    }
    page.raw("</body>\n</html>\n");
    page.out
}

struct Page<'d> {
    out: String,
    words: &'d Words,
}

impl Page<'_> {
    fn raw(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    /// Writes a text, in which nothing is taken for markup.
    fn text(&mut self, text: &str) {
        escape_to(&mut self.out, text);
    }

    fn begin(&mut self, language: &str, title: &str) {
        self.raw("<!DOCTYPE html>\n<html lang=\"");
        self.text(language);
        self.raw("\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"");
        self.raw(POLICY);
        self.raw("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        self.raw("<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
        self.text(title);
        self.raw("</title>\n<style>\n");
        self.raw(STYLE);
        self.raw("</style>\n</head>\n<body>\n");
    }

    fn head(&mut self, header: &Header) {
        self.addressed(&header.controller, &header.about, &header.title, &header.facts);
    }

    /// Writes who writes to whom about what.
    fn addressed(&mut self, from: &Party, to: &Party, title: &str, facts: &[Fact]) {
        self.raw("<header>\n<div class=\"parties\">\n");
        self.party(from);
        self.party(to);
        self.raw("</div>\n<h1>");
        self.text(title);
        self.raw("</h1>\n<dl class=\"head\">\n");
        for fact in facts {
            self.element("dt", &fact.label);
            for held in &fact.values {
                self.raw("<dd>");
                self.value(&held.value);
                self.raw("</dd>\n");
            }
        }
        self.raw("</dl>\n</header>\n");
    }

    fn element(&mut self, name: &str, text: &str) {
        self.raw(&format!("<{name}>"));
        self.text(text);
        self.raw(&format!("</{name}>\n"));
    }

    fn party(&mut self, party: &Party) {
        if *party == Party::default() {
            return;
        }
        self.raw("<div>\n");
        if !party.label.is_empty() {
            self.raw("<p class=\"label\">");
            self.text(&party.label);
            self.raw("</p>\n");
        }
        self.raw("<p><strong>");
        self.text(&party.name);
        self.raw("</strong>");
        for line in party.address.iter().chain(&party.contact) {
            self.raw("<br>");
            self.text(line);
        }
        self.raw("</p>\n</div>\n");
    }

    fn contents(&mut self, sections: &[Section]) {
        if sections.len() < 3 {
            return;
        }
        self.raw("<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">");
        self.text(&self.words.contents.clone());
        self.raw("</h2>\n<ol>\n");
        for section in sections {
            self.raw("<li><a href=\"#");
            self.text(section.key);
            self.raw("\">");
            self.text(&section.title);
            self.raw("</a></li>\n");
        }
        self.raw("</ol>\n</nav>\n");
    }

    fn section(&mut self, section: &Section) {
        self.raw("<section aria-labelledby=\"");
        self.text(section.key);
        self.raw("\">\n<h2 id=\"");
        self.text(section.key);
        self.raw("\">");
        self.text(&section.title);
        self.raw("</h2>\n");
        for paragraph in &section.introduction {
            self.raw("<p class=\"says\">");
            self.text(paragraph);
            self.raw("</p>\n");
        }
        for block in &section.blocks {
            match block {
                Block::Paragraph(text) => {
                    self.raw("<p>");
                    self.runs(text);
                    self.raw("</p>\n");
                }
                Block::List(list) => self.list(list),
                Block::Facts(facts) => self.facts(facts),
                Block::Table(table) => self.table(table),
            }
        }
        self.raw("</section>\n");
    }

    fn list(&mut self, list: &List) {
        self.title(&list.title);
        self.raw("<ul>\n");
        for point in &list.points {
            self.raw("<li>");
            self.runs(point);
            self.raw("</li>\n");
        }
        self.raw("</ul>\n");
    }

    fn title(&mut self, title: &str) {
        if !title.is_empty() {
            self.element("h3", title);
        }
    }

    fn facts(&mut self, facts: &Facts) {
        self.title(&facts.title);
        self.raw("<table class=\"facts\">\n<thead><tr><th scope=\"col\">");
        let Words { field, value, came_from, .. } = self.words;
        self.text(field);
        self.raw("</th><th scope=\"col\">");
        self.text(value);
        self.raw("</th><th scope=\"col\">");
        self.text(came_from);
        self.raw("</th></tr></thead>\n<tbody>\n");
        for fact in &facts.facts {
            self.fact(fact);
        }
        self.raw("</tbody>\n</table>\n");
    }

    fn fact(&mut self, fact: &Fact) {
        let rows = fact.values.len();
        for (place, held) in fact.values.iter().enumerate() {
            self.raw("<tr>");
            if place == 0 {
                self.raw(&format!("<th scope=\"row\" rowspan=\"{rows}\">"));
                self.text(&fact.label);
                self.raw("</th>");
            }
            self.held(held);
            self.raw("</tr>\n");
        }
    }

    fn held(&mut self, held: &Held) {
        self.raw("<td data-label=\"");
        self.text(&self.words.value.clone());
        self.raw("\">");
        self.value(&held.value);
        if !held.label.is_empty() {
            self.raw(" <span class=\"kind\">");
            self.text(&held.label);
            self.raw("</span>");
        }
        self.raw("</td><td data-label=\"");
        self.text(&self.words.came_from.clone());
        self.raw("\">");
        if let Some(came) = &held.came {
            self.text(&came.words);
        }
        self.raw("</td>");
    }

    fn table(&mut self, table: &Table) {
        self.title(&table.title);
        let is_wide = table.columns.len() > MANY;
        self.raw(if is_wide { "<div class=\"wide\">\n<table class=\"many\">" } else { "<table>" });
        self.raw("\n<thead><tr>");
        for column in &table.columns {
            self.raw("<th scope=\"col\">");
            self.text(&column.title);
            self.raw("</th>");
        }
        self.raw("</tr></thead>\n<tbody>\n");
        for row in &table.rows {
            self.raw("<tr>");
            for (column, cell) in table.columns.iter().zip(row) {
                let number = if column.kind == CellKind::Number { " class=\"number\"" } else { "" };
                self.raw(&format!("<td{number} data-label=\""));
                self.text(&column.title);
                self.raw("\">");
                self.value(cell);
                self.raw("</td>");
            }
            self.raw("</tr>\n");
        }
        self.raw("</tbody>\n</table>\n");
        if is_wide {
            self.raw("</div>\n");
        }
    }

    fn value(&mut self, value: &Value) {
        match value {
            Value::Text(text) => self.runs(text),
            Value::BlackedOut(_) => self.hidden(),
            Value::Date { day, words } => self.time(&day.to_string(), words),
            Value::Moment { at, words } => self.time(&at.rfc3339(), words),
            Value::Empty | Value::Item { .. } | Value::Number { .. } | Value::YesNo { .. } => {
                let words = value.words(self.words);
                self.text(&words);
            }
        }
    }

    fn time(&mut self, machine: &str, words: &str) {
        self.raw(&format!("<time datetime=\"{machine}\">"));
        self.text(words);
        self.raw("</time>");
    }

    fn runs(&mut self, text: &Text) {
        for run in &text.0 {
            match run {
                Run::Words(words) => self.lines(words),
                Run::Reworded(words) => {
                    self.raw("<em>");
                    self.lines(words);
                    self.raw("</em>");
                }
                Run::BlackedOut { .. } => self.hidden(),
            }
        }
    }

    /// Writes what stands in place of what is not told; the words are there for whoever does not see the bar.
    fn hidden(&mut self) {
        let Words { blacked_out, blacked_out_why, .. } = self.words;
        self.raw("<span class=\"hidden\" title=\"");
        self.text(blacked_out_why);
        self.raw("\">");
        self.text(blacked_out);
        self.raw("</span>");
    }

    fn lines(&mut self, text: &str) {
        for (place, line) in text.split('\n').enumerate() {
            if place > 0 {
                self.raw("<br>");
            }
            self.text(line);
        }
    }
}
