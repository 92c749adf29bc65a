//! Cases 8 and 9: exporting everybody with 26 columns, as text or as a workbook, with its row in the register and
//! whom it is about.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use kartotek::model::criteria::Of;
use kartotek::model::export::Format;
use kartotek::office::Progress;
use kartotek::office::exporting::{self, Wanted, Who};
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator as _;
use rusqlite::{Connection, Row, Rows};

use super::measure::Cost;
use super::{limit, measure, people, vaults};

const COLUMNS: [&str; 26] = [
    "number",
    "first_name",
    "last_name",
    "company",
    "title",
    "position",
    "email",
    "mobile",
    "phone",
    "address",
    "postcode",
    "city",
    "country",
    "birth_date",
    "language",
    "category",
    "business",
    "our_contact",
    "website",
    "note",
    "former_employee",
    "no_mailings",
    "interests",
    "basis:sales",
    "basis:marketing",
    "created_at",
];

pub fn run(count: u64) {
    compare("8 export, CSV of 26 columns", count, "csv");
}

pub fn run_xlsx(count: u64) {
    // A sheet has 1 048 576 rows.
    if count < 1_000_000 {
        compare("9 export, XLSX of 26 columns", count, "xlsx");
    }
}

fn compare(name: &str, count: u64, ending: &str) {
    let kept = vaults::imported(count);
    let place = people::folder("export");
    let (vault, bare) = (place.path().join("vault"), place.path().join("limit.db"));
    vaults::copy(&kept.vault(), &vault);
    std::fs::copy(kept.bare(), &bare).unwrap();
    let (mut ours, mut theirs): (Vec<Cost>, Vec<Cost>) = (Vec::new(), Vec::new());
    let mut idle = Vec::new();
    for round in 0..measure::rounds(count) + 1 {
        let arguments = |from: &Path, file: &str| {
            let out = place.path().join(format!("{file}.{ending}"));
            vec![from.display().to_string(), out.display().to_string()]
        };
        let (limit, _) = measure::child("export-limit", &arguments(&bare, "limit"));
        let (cost, marks) = measure::child("export-ours", &arguments(&vault, "ours"));
        if round > 0 {
            theirs.push(limit);
            ours.push(cost);
            idle.extend(marks.iter().filter_map(|(word, _)| word.strip_prefix("idle ")?.parse::<f64>().ok()));
        }
    }
    let of = |costs: &[Cost], what: fn(&Cost) -> f64| costs.iter().map(what).collect::<Vec<_>>();
    let note = format!(
        "cpu {:.0} and {:.0} ms, {:.0} MB over idle",
        measure::median(&of(&ours, |cost| cost.cpu)),
        measure::median(&of(&theirs, |cost| cost.cpu)),
        measure::median(&of(&ours, |cost| cost.peak)) - measure::median(&idle)
    );
    measure::line(name, count, &of(&ours, |cost| cost.wall), &of(&theirs, |cost| cost.wall), &note);
}

pub fn ours(arguments: &[String]) {
    let office = vaults::open(Path::new(&arguments[0]));
    let path = Path::new(&arguments[1]).to_owned();
    let columns = office.read(|desk| exporting::named(desk, Of::Persons, &COLUMNS.map(str::to_owned))).wait().unwrap();
    println!("idle {}", measure::memory("VmRSS"));
    // Unlocking took more than what is measured here: the peak counts from now on, where the system allows it.
    let _ = std::fs::write("/proc/self/clear_refs", "5");
    let wanted = Wanted {
        who: Who::Everybody(Of::Persons),
        format: Format::of(&path).unwrap(),
        path,
        columns,
        raw: false,
        purpose: String::new(),
        recipient: String::new(),
    };
    measure::report(|| {
        let done = office.write(move |desk| exporting::export(desk, &wanted, &Progress::default())).wait().unwrap();
        assert!(done.entry.rows > 0);
    });
    office.close();
}

/// The same tables read side by side, the same rows written, and those of the register.
pub fn limit(arguments: &[String]) {
    let connection = limit::open(Path::new(&arguments[0]));
    let path = Path::new(&arguments[1]);
    measure::report(|| {
        connection.execute_batch("BEGIN IMMEDIATE").unwrap();
        if path.extension().is_some_and(|end| end == "xlsx") {
            workbook(&connection, path)
        } else {
            text(&connection, path)
        }
        register(&connection);
        connection.execute_batch("COMMIT").unwrap();
    });
}

fn text(connection: &Connection, path: &Path) {
    let file = BufWriter::with_capacity(256 * 1_024, File::create(path).unwrap());
    let mut out = csv::WriterBuilder::new().delimiter(b';').from_writer(file);
    out.write_record(COLUMNS).unwrap();
    pass(connection, |cells| out.write_record(cells).unwrap());
    let mut file = out.into_inner().unwrap();
    file.flush().unwrap();
    file.get_ref().sync_all().unwrap();
}

fn workbook(connection: &Connection, path: &Path) {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.set_tempdir(path.parent().unwrap()).unwrap();
    let sheet = book.add_worksheet_with_constant_memory().unwrap();
    for (column, heading) in (0..).zip(COLUMNS) {
        sheet.write_string(0, column, heading).unwrap();
    }
    let mut row = 0;
    pass(connection, |cells| {
        row += 1;
        for (column, cell) in (0..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            sheet.write_string(row, column, cell.as_str()).unwrap();
        }
    });
    let file = File::create(path).unwrap();
    book.save_to_writer(&file).unwrap();
    file.sync_all().unwrap();
}

fn register(connection: &Connection) {
    connection
        .execute(
            "INSERT INTO export (name, subject, file, format, sha256, fields, rows, at, by) VALUES ('', 'persons', '', '', '', '', 0, 0, 1)",
            [],
        )
        .unwrap();
    let export = connection.last_insert_rowid();
    connection.execute("INSERT INTO export_person (person, export) SELECT id, ? FROM person", [export]).unwrap();
}

/// Rows that belong to people, in the order of those.
struct Side<'s>(Rows<'s>);

impl Side<'_> {
    fn of(&mut self, id: i64, mut take: impl FnMut(&Row<'_>)) {
        while let Some(row) = self.0.get() {
            let owner: i64 = row.get(0).unwrap();
            if owner > id {
                break;
            }
            if owner == id {
                take(row);
            }
            self.0.advance().unwrap();
        }
    }
}

/// Calls `each` with the cells of everybody.
fn pass(connection: &Connection, mut each: impl FnMut(&[String])) {
    let map = |sql: &str| -> HashMap<i64, String> {
        let mut statement = connection.prepare(sql).unwrap();
        statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect()
    };
    let companies = map("SELECT id, name FROM company");
    let items = map("SELECT id, name_nb FROM list_item");
    let users = map("SELECT id, name FROM user");
    let prepare = |sql: &str| connection.prepare(sql).unwrap();
    let mut emails = prepare("SELECT person, address FROM email ORDER BY person");
    let mut phones = prepare("SELECT person, number, label FROM phone ORDER BY person");
    let mut addresses = prepare("SELECT person, street, postcode, city FROM address ORDER BY person");
    let mut interests = prepare("SELECT person, interest FROM person_interest ORDER BY person");
    let mut ledger = prepare("SELECT person, purpose, basis FROM ledger ORDER BY person");
    let side = |statement| {
        let mut rows: Rows<'_> = rusqlite::Statement::query(statement, []).unwrap();
        rows.advance().unwrap();
        Side(rows)
    };
    let (mut emails, mut phones, mut addresses) = (side(&mut emails), side(&mut phones), side(&mut addresses));
    let (mut interests, mut ledger) = (side(&mut interests), side(&mut ledger));
    let mut persons = prepare(
        "SELECT id, number, first_name, last_name, company, title, position, country, birth_date, language, category, business,
             our_contact, website, note, former_employee, no_mailings, created_at FROM person ORDER BY id",
    );
    let mut rows = persons.query([]).unwrap();
    let mut cells: Vec<String> = vec![String::new(); COLUMNS.len()];
    while let Some(row) = rows.next().unwrap() {
        cells.iter_mut().for_each(String::clear);
        let id: i64 = row.get(0).unwrap();
        for (place, column) in [(0, 1), (1, 2), (2, 3), (4, 5), (12, 7), (13, 8), (18, 13), (19, 14)] {
            cells[place].push_str(row.get_ref(column).unwrap().as_str_or_null().unwrap().unwrap_or_default());
        }
        for (place, column, names) in
            [(3, 4, &companies), (5, 6, &items), (14, 9, &items), (15, 10, &items), (16, 11, &items), (17, 12, &users)]
        {
            let name = row.get::<_, Option<i64>>(column).unwrap().and_then(|id| names.get(&id));
            cells[place].push_str(name.map_or("", String::as_str));
        }
        for (place, column) in [(20, 15), (21, 16)] {
            cells[place].push_str(if row.get(column).unwrap() { "Ja" } else { "" });
        }
        let at = kartotek::model::Moment(row.get(17).unwrap());
        cells[25].push_str(&kartotek::model::Zone::local().at(at).format("%Y-%m-%d %H:%M").to_string());
        let first = |cell: &mut String, text: &str| {
            if cell.is_empty() {
                cell.push_str(text);
            }
        };
        emails.of(id, |row| first(&mut cells[6], row.get_ref(1).unwrap().as_str().unwrap()));
        phones.of(id, |row| {
            let place = if row.get::<_, Option<i64>>(2).unwrap() == Some(5_003) { 7 } else { 8 };
            first(&mut cells[place], row.get_ref(1).unwrap().as_str().unwrap());
        });
        addresses.of(id, |row| {
            for (place, column) in [(9, 1), (10, 2), (11, 3)] {
                first(&mut cells[place], row.get_ref(column).unwrap().as_str().unwrap());
            }
        });
        interests.of(id, |row| {
            if !cells[22].is_empty() {
                cells[22].push_str(", ");
            }
            cells[22].push_str(&items[&row.get(1).unwrap()]);
        });
        ledger.of(id, |row| {
            let place = if row.get::<_, i64>(1).unwrap() == 8_001 { 23 } else { 24 };
            cells[place].clear();
            cells[place].push_str(&items[&row.get(2).unwrap()]);
        });
        each(&cells);
    }
}
