//! Cases 1 and 2: importing a file of 26 columns, text or workbook, into the encrypted vault, with ledger and journal,
//! until a search finds everybody and nothing is left in the log.

use std::path::Path;
use std::sync::Arc;

use calamine::{Reader, Xlsx};
use kartotek::i18n::Lang;
use kartotek::model::basis::Basis;
use kartotek::model::import::{OnDuplicate, Terms};
use kartotek::model::list;
use kartotek::office::finding::Order;
use kartotek::office::import::{Request, carry_out, plan, target};
use kartotek::office::{Office, Progress};
use kartotek::transfer::{Format, Parser};
use kartotek::vault::Passphrase;
use rusqlite::Connection;

use super::measure::Cost;
use super::{limit, measure, people, vaults};

pub const PASSPHRASE: &str = "four words of a bench";

pub fn run(count: u64) {
    let folder = people::folder("csv");
    let file = folder.path().join("people.csv");
    people::write(&file, count);
    compare("1 import, 26 columns, searchable", count, &file, "import-limit");
}

/// The limit reads every cell of the workbook, then writes rows that lie ready.
pub fn run_xlsx(count: u64) {
    // Its rows are numbered to 1 048 576.
    if count < 1_000_000 {
        compare("2 import from XLSX, searchable", count, &vaults::workbook(count), "xlsx-limit");
    }
}

fn compare(name: &str, count: u64, file: &Path, limit: &str) {
    let (mut ours, mut bare): (Vec<Cost>, Vec<Cost>) = (Vec::new(), Vec::new());
    let warm_up = usize::from(count <= 200_000);
    for round in 0..measure::rounds(count) + warm_up {
        let place = people::folder("import");
        let arguments = |name: &str| {
            let at = place.path().join(name);
            vec![at.display().to_string(), file.display().to_string(), count.to_string()]
        };
        let (limit, _) = measure::child(limit, &arguments("limit.db"));
        let (cost, _) = measure::child("import-ours", &arguments("vault"));
        if round >= warm_up {
            bare.push(limit);
            ours.push(cost);
        }
    }
    let of = |costs: &[Cost], what: fn(&Cost) -> f64| costs.iter().map(what).collect::<Vec<_>>();
    let (cpu, bare_cpu) = (of(&ours, |cost| cost.cpu), of(&bare, |cost| cost.cpu));
    let note = format!(
        "cpu {:.0} and {:.0} ms, peak {:.0} MB",
        measure::median(&cpu),
        measure::median(&bare_cpu),
        measure::median(&of(&ours, |cost| cost.peak))
    );
    measure::line(name, count, &of(&ours, |cost| cost.wall), &of(&bare, |cost| cost.wall), &note);
}

pub fn limit(arguments: &[String]) {
    let rows = limit::prepare(arguments[2].parse().unwrap());
    let connection = limit::create(Path::new(&arguments[0]));
    measure::report(|| write_limit(&connection, &rows));
}

pub fn xlsx_limit(arguments: &[String]) {
    let count: u64 = arguments[2].parse().unwrap();
    let rows = limit::prepare(count);
    let connection = limit::create(Path::new(&arguments[0]));
    measure::report(|| {
        assert!(read_workbook(Path::new(&arguments[1])) > count);
        write_limit(&connection, &rows);
    });
}

fn write_limit(connection: &Connection, rows: &limit::Rows) {
    limit::write(connection, rows);
    assert!(!limit::index(rows).is_empty());
}

/// Reads every cell of a workbook, and returns how many hold something.
fn read_workbook(file: &Path) -> u64 {
    let mut book: Xlsx<_> = calamine::open_workbook(file).unwrap();
    let sheet = book.sheet_names()[0].clone();
    let mut cells = book.worksheet_cells_reader(&sheet).unwrap();
    let mut count = 0;
    while let Some(cell) = cells.next_cell().unwrap() {
        std::hint::black_box(cell.get_value());
        count += 1;
    }
    count
}

pub fn ours(arguments: &[String]) {
    let office = new_office(Path::new(&arguments[0]));
    let count: u64 = arguments[2].parse().unwrap();
    let file = Path::new(&arguments[1]);
    measure::report(|| {
        import(&office, file, count);
        let found = office.find("odegard", Order::default()).wait().unwrap();
        assert!(!found.ids.is_empty());
        office.close();
    });
}

/// Makes a vault and imports a file into it.
pub fn into_new_vault(place: &Path, file: &Path, count: u64) {
    let office = new_office(place);
    import(&office, file, count);
    office.close();
}

fn import(office: &Office, file: &Path, count: u64) {
    let request = Request {
        path: file.to_owned(),
        format: if file.extension().is_some_and(|end| end == "xlsx") { Format::Xlsx } else { Format::Csv },
        parser: Parser::apart(env!("CARGO_BIN_EXE_kartotek").into()),
        mapping: people::COLUMNS.iter().map(|(_, key, nth)| target(key, *nth).unwrap()).collect(),
        terms: Terms {
            purpose: list::SALES,
            basis: Basis::LegitimateInterests.into(),
            condition: None,
            source: list::SOURCE_IMPORT,
            comment: String::new(),
            on_duplicate: OnDuplicate::Skip,
        },
        overrule: None,
    };
    let progress = Arc::new(Progress::default());
    let while_planning = Arc::clone(&progress);
    let plan = office.read(move |desk| plan(desk, &request, &while_planning)).wait().unwrap();
    assert_eq!(plan.counts.rejected, 0, "{:?}", plan.rows.first());
    let outcome = office.write(move |desk| carry_out(desk, &plan, &progress)).wait().unwrap();
    assert!(outcome.counts.added > count * 9 / 10);
}

pub fn new_office(place: &Path) -> Office {
    Office::create(place, &Passphrase::new(PASSPHRASE), Lang::Nb).unwrap().0
}
