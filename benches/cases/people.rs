//! Invented people for the file that is imported: 26 columns, always the same.

use std::path::Path;

/// What the columns are, as keys of fields; several of a kind are told apart by their number.
pub const COLUMNS: [(&str, &str, usize); 26] = [
    ("Number", "number", 0),
    ("First name", "first_name", 0),
    ("Last name", "last_name", 0),
    ("Company", "company", 0),
    ("Title", "title", 0),
    ("Position", "position", 0),
    ("Category", "category", 0),
    ("Business", "business", 0),
    ("Language", "language", 0),
    ("E-mail", "email", 0),
    ("E-mail 2", "email", 1),
    ("Mobile", "mobile", 0),
    ("Phone", "phone", 1),
    ("Phone 2", "phone", 2),
    ("Address", "address", 0),
    ("Postcode", "postcode", 0),
    ("City", "city", 0),
    ("Country", "country", 0),
    ("Address 2", "address", 1),
    ("Postcode 2", "postcode", 1),
    ("City 2", "city", 1),
    ("Birth date", "birth_date", 0),
    ("Website", "website", 0),
    ("Interests", "interests", 0),
    ("No mailings", "no_mailings", 0),
    ("Note", "note", 0),
];

/// Returns the cells of a row.
pub fn row(place: u64) -> [String; 26] {
    let mut throws = Throws(place.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x5EED);
    let first = throws.of(&FIRST);
    let last = format!("{}{}", throws.of(&LAST_STEMS), throws.of(&LAST_ENDS));
    // A quarter as many companies as people.
    let company_place = throws.below(1 + place / 4 + 200);
    let mut from = Throws(company_place ^ 0xC0);
    let company = format!("{}{} {} {company_place} AS", from.of(&LAST_STEMS), from.of(&LAST_ENDS), from.of(&TRADES));
    let ascii = |text: &str| text.replace(['å', 'ä'], "a").replace(['ø', 'ö'], "o").replace('æ', "ae").to_lowercase();
    let mail = format!("{}.{}{place}", ascii(first), ascii(&last));
    let sometimes = |yes: bool, text: String| if yes { text } else { String::new() };
    let note = sometimes(throws.below(3) == 0, "Wants offers in writing, and a call before ten.".to_owned());
    [
        (place + 1).to_string(),
        first.to_owned(),
        last,
        company,
        throws.of(&["Buyer", "Sales manager", "Owner", "Accountant"]).to_owned(),
        throws.of(&["buyer", "sales", "owner", "finance"]).to_owned(),
        throws.of(&["customer", "prospect", "supplier"]).to_owned(),
        throws.of(&["trade", "seafood", "construction", "it"]).to_owned(),
        throws.of(&["nb", "sv", "da", "en"]).to_owned(),
        format!("{mail}@work.example"),
        sometimes(throws.below(4) == 0, format!("{mail}@example.org")),
        format!("+47 00 {:08}", place % 100_000_000),
        sometimes(throws.below(2) == 0, format!("+46 00 {:08}", place % 100_000_000)),
        sometimes(throws.below(8) == 0, format!("+45 00 {:08}", place % 100_000_000)),
        format!("{}veien {}", throws.of(&LAST_STEMS), 1 + throws.below(150)),
        format!("{:04}", 100 + throws.below(9_800)),
        throws.of(&["Oslo", "Bergen", "Tromsø", "Umeå", "Malmö", "Aarhus"]).to_owned(),
        throws.of(&["NO", "SE", "DK"]).to_owned(),
        sometimes(throws.below(5) == 0, format!("{}gata {}", throws.of(&LAST_STEMS), 1 + throws.below(90))),
        String::new(),
        String::new(),
        sometimes(
            throws.below(3) == 0,
            format!("{}-{:02}-{:02}", 1950 + throws.below(55), 1 + throws.below(12), 1 + throws.below(28)),
        ),
        sometimes(throws.below(2) == 0, "https://www.work.example".to_owned()),
        sometimes(throws.below(2) == 0, "offers, events".to_owned()),
        sometimes(throws.below(12) == 0, "yes".to_owned()),
        note,
    ]
}

/// Writes the file that is imported.
pub fn write(path: &Path, count: u64) {
    let mut writer = csv::Writer::from_path(path).unwrap();
    writer.write_record(COLUMNS.map(|column| column.0)).unwrap();
    for place in 0..count {
        writer.write_record(row(place)).unwrap();
    }
    writer.flush().unwrap();
}

/// Returns a folder for one round's files, which is gone afterwards.
pub fn folder(name: &str) -> tempfile::TempDir {
    tempfile::Builder::new().prefix(&format!("kartotek-bench-{name}-")).tempdir().unwrap()
}

struct Throws(u64);

impl Throws {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }

    fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len() as u64) as usize]
    }
}

const FIRST: [&str; 16] = [
    "Åse", "Björn", "Kari", "Ola", "Ingrid", "Lars", "Sven", "Märta", "Øyvind", "Jürgen", "Anna", "Per", "Signe",
    "Håkon", "Zoë", "Nils",
];
const LAST_STEMS: [&str; 20] = [
    "Øde", "Berg", "Lind", "Sand", "Fjell", "Haug", "Nord", "Vest", "Sjö", "Ström", "Myr", "Dal", "Skog", "Ås", "Bråt",
    "Eng", "Holm", "Lund", "Stor", "Grøn",
];
const LAST_ENDS: [&str; 16] = [
    "gård", "strøm", "qvist", "vik", "nes", "heim", "sen", "sson", "rud", "land", "holt", "stad", "mo", "bakken", "by",
    "lie",
];
const TRADES: [&str; 8] = ["Fisk", "Bygg", "Data", "Handel", "Transport", "Industri", "Energi", "Møbler"];
