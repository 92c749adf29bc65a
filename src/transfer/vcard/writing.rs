//! Writes vCard 3.0 (RFC 2426), which every address book reads, and 4.0 (RFC 6350).

/// How many bytes a line has at most, its end not counted (RFC 2425, 5.8.1).
const LINE: usize = 75;

/// What an address, number or e-mail address is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use<'a> {
    /// Nothing in particular.
    Any,
    /// Work.
    Work,
    /// Home.
    Home,
    /// A mobile.
    Mobile,
    /// Something else, in words, or in those of address books, such as [`MAIN`].
    Other(&'a str),
}

/// A switchboard, as Apple's address book calls it, and others by its example.
pub const MAIN: &str = "_$!<Main>!$_";

/// Writes cards onto the end of a text.
#[derive(Debug)]
pub struct CardOut<'a> {
    out: &'a mut String,
    line: String,
    /// How many values have a name of their own.
    groups: usize,
    /// Whether it is vCard 4.0.
    is_4: bool,
}

impl<'a> CardOut<'a> {
    /// Begins a card about somebody, or about a company where it has no other name.
    pub fn begin(out: &'a mut String, first: &str, last: &str, company: &str) -> Self {
        Self { out, line: String::new(), groups: 0, is_4: false }.named(first, last, company)
    }

    /// Begins a card of vCard 4.0.
    pub fn begin_4(out: &'a mut String, first: &str, last: &str, company: &str) -> Self {
        Self { out, line: String::new(), groups: 0, is_4: true }.named(first, last, company)
    }

    fn named(mut self, first: &str, last: &str, company: &str) -> Self {
        let card = &mut self;
        card.plain("BEGIN", "VCARD");
        card.plain("VERSION", if card.is_4 { "4.0" } else { "3.0" });
        card.parts("N", &[last, first, "", "", ""]);
        let full = format!("{first} {last}");
        let full = full.trim();
        card.text("FN", if full.is_empty() { company } else { full });
        if full.is_empty() {
            // What address books of before 4.0 know a company by.
            card.plain(if card.is_4 { "KIND" } else { "X-ABShowAs" }, if card.is_4 { "org" } else { "COMPANY" });
        }
        self
    }

    /// Writes a property with one text; an empty one is left out.
    pub fn text(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.line.clear();
            self.line.push_str(name);
            self.line.push(':');
            escape(&mut self.line, text);
            self.fold();
        }
    }

    /// Writes a property whose text has nothing to escape.
    pub fn plain(&mut self, name: &str, text: &str) {
        self.line.clear();
        self.line.push_str(name);
        self.line.push(':');
        self.line.push_str(&text.replace(['\r', '\n'], " "));
        self.fold();
    }

    /// Writes a property that is made of parts.
    pub fn parts(&mut self, name: &str, parts: &[&str]) {
        self.joined(name, parts, ';');
    }

    /// Writes a property that is a list; an empty one is left out.
    pub fn list(&mut self, name: &str, values: &[&str]) {
        if !values.is_empty() {
            self.joined(name, values, ',');
        }
    }

    fn joined(&mut self, name: &str, parts: &[&str], separator: char) {
        self.line.clear();
        self.line.push_str(name);
        self.line.push(':');
        for (place, part) in parts.iter().enumerate() {
            if place > 0 {
                self.line.push(separator);
            }
            escape(&mut self.line, part);
        }
        self.fold();
    }

    /// Writes an e-mail address.
    pub fn email(&mut self, of: Use<'_>, address: &str) {
        let group = self.group(of);
        let name = if self.is_4 { self.kind_4("EMAIL", of) } else { format!("EMAIL;TYPE=INTERNET{}", kind(of)) };
        self.text(&format!("{group}{name}"), address);
    }

    /// Writes a phone number.
    pub fn phone(&mut self, of: Use<'_>, number: &str) {
        let group = self.group(of);
        let name = if self.is_4 { self.kind_4("TEL", of) } else { format!("TEL;TYPE=VOICE{}", kind(of)) };
        self.text(&format!("{group}{name}"), number);
    }

    /// Writes an address: street, city, postcode, country.
    pub fn address(&mut self, of: Use<'_>, [street, city, postcode, country]: [&str; 4]) {
        let name = format!("{}ADR{}", self.group(of), kind(of).replace(',', ";TYPE="));
        self.parts(&name, &["", "", street, city, "", postcode, country]);
    }

    /// Returns a property with what it is for, as 4.0 writes that.
    fn kind_4(&self, name: &str, of: Use<'_>) -> String {
        let kind = kind(of).trim_start_matches(',').to_lowercase();
        if kind.is_empty() { name.to_owned() } else { format!("{name};TYPE={kind}") }
    }

    /// Names a value in words of its own, where it needs any, and returns what its property begins with.
    fn group(&mut self, of: Use<'_>) -> String {
        let Use::Other(words) = of else { return String::new() };
        self.groups += 1;
        let group = format!("item{}.", self.groups);
        self.text(&format!("{group}X-ABLabel"), words);
        group
    }

    /// Ends the card.
    pub fn end(mut self) {
        self.plain("END", "VCARD");
    }

    /// Breaks the line where it is too long, never within a sign.
    fn fold(&mut self) {
        let mut rest = self.line.as_str();
        let mut room = LINE;
        while rest.len() > room {
            let at = rest.floor_char_boundary(room);
            self.out.push_str(&rest[..at]);
            self.out.push_str("\r\n ");
            rest = &rest[at..];
            // The space that begins a line counts.
            room = LINE - 1;
        }
        self.out.push_str(rest);
        self.out.push_str("\r\n");
    }
}

fn kind(of: Use<'_>) -> &'static str {
    match of {
        Use::Any | Use::Other(_) => "",
        Use::Work => ",WORK",
        Use::Home => ",HOME",
        Use::Mobile => ",CELL",
    }
}

fn escape(onto: &mut String, text: &str) {
    for sign in text.chars() {
        match sign {
            '\\' | ',' | ';' => {
                onto.push('\\');
                onto.push(sign);
            }
            '\n' => onto.push_str("\\n"),
            '\r' => {}
            _ => onto.push(sign),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_too_long_and_no_text_ends_the_card() {
        let mut out = String::new();
        let mut card = CardOut::begin(&mut out, "Åse", "Ødegård; junior", "");
        card.text("NOTE", &format!("END:VCARD\nBEGIN:VCARD, {}", "ø".repeat(200)));
        card.text("TITLE", "");
        card.email(Use::Home, "ase@example.org");
        card.phone(Use::Other(MAIN), "22 00 00 01");
        card.phone(Use::Mobile, "+47 22 00 00 00");
        card.address(Use::Work, ["Storgata 1, 2. etg", "Ås", "1430", "NO"]);
        card.end();
        assert!(out.split("\r\n").all(|line| line.len() <= LINE));
        assert_eq!(out.matches("\r\nEND:VCARD").count(), 1);
        let whole = out.replace("\r\n ", "");
        for wanted in [
            "N:Ødegård\\; junior;Åse;;;\r\n",
            "FN:Åse Ødegård\\; junior\r\n",
            "NOTE:END:VCARD\\nBEGIN:VCARD\\, øø",
            "EMAIL;TYPE=INTERNET,HOME:ase@example.org\r\n",
            "item1.X-ABLabel:_$!<Main>!$_\r\nitem1.TEL;TYPE=VOICE:22 00 00 01\r\n",
            "TEL;TYPE=VOICE,CELL:+47 22 00 00 00\r\n",
            "ADR;TYPE=WORK:;;Storgata 1\\, 2. etg;Ås;;1430;NO\r\n",
        ] {
            assert!(whole.contains(wanted), "{wanted}: {whole}");
        }
    }
}
