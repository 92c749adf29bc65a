//! Case 7: the privacy report of one person, in each format, beside the bare reading of the same rows written by the
//! library that writes the format; then many small ones, and a card with thousands of activities.

use std::time::Instant;

use kartotek::i18n::Lang;
use kartotek::model::activity::Content as Activity;
use kartotek::model::person::Id;
use kartotek::model::report::{Choice, Document, Format, Kind};
use kartotek::model::{Moment, list};
use kartotek::office::report::{self, Several, Wanted};
use kartotek::office::subject::Subject;
use kartotek::office::{Office, Progress, activities};
use kartotek::transfer::report::rendered;
use rusqlite::{Connection, params};

use super::{limit, measure, people, vaults};

/// What was done with the person that is told of.
const ACTIVITIES: usize = 60;
/// Reports in a round.
const TIMES: usize = 10;
/// How many small ones, and how many activities a full card has.
const MANY: usize = 1_000;
const FULL: usize = 10_000;
const TEXT: &str = "Talked about the offer of last week, and what it would take to deliver before the summer.";

pub fn run(count: u64) {
    let kept = vaults::imported(count);
    let place = people::folder("report");
    vaults::copy(&kept.vault(), &place.path().join("vault"));
    std::fs::copy(kept.bare(), place.path().join("limit.db")).unwrap();
    let office = vaults::open(&place.path().join("vault"));
    office.prepare_search().wait().unwrap();
    let bare = limit::open(&place.path().join("limit.db"));
    let all = office.find("", Default::default()).wait().unwrap().ids;
    let (id, bare_id) = (all[all.len() / 2], limit::by_name(&bare)[all.len() / 2]);
    fill(&office, id, ACTIVITIES);
    fill_bare(&bare, bare_id, ACTIVITIES);
    // The last one is the draft itself.
    let mut times: [[Vec<f64>; 2]; 5] = Default::default();
    for round in 0..=measure::rounds(count) {
        for _ in 0..TIMES {
            let clock = Instant::now();
            let document = told(&office, id);
            let draft = measure::ms(clock.elapsed());
            let clock = Instant::now();
            let rows = read(&bare, bare_id);
            let read = measure::ms(clock.elapsed());
            for (place, format) in [Format::Json, Format::Xlsx, Format::Pdf, Format::Html].into_iter().enumerate() {
                let clock = Instant::now();
                assert!(rendered(&document, format).unwrap().unwrap().len() > 1_000);
                let ours = measure::ms(clock.elapsed());
                let clock = Instant::now();
                assert!(bare_file(&rows, format) > 1_000);
                let bare = measure::ms(clock.elapsed());
                if round > 0 {
                    times[place][0].push(ours);
                    times[place][1].push(bare);
                }
            }
            if round > 0 {
                times[4][0].push(draft);
                times[4][1].push(read);
            }
        }
    }
    let names =
        ["report: as JSON", "report: as XLSX", "report: as PDF (limit: JSON)", "report: as HTML", "report: read"];
    for (name, [ours, bare]) in names.into_iter().zip(&times) {
        measure::line(name, count, ours, bare, &format!("p95 {:.2} ms", measure::quantile(ours, 0.95)));
    }
    many(&office, &bare, &all, place.path(), count);
    office.close();
    drop(bare);
    full(&place.path().join("vault"), id);
}

/// Writes reports about many people as JSON.
fn many(office: &Office, bare: &Connection, all: &[Id], place: &std::path::Path, count: u64) {
    let picked: Vec<Id> = all.iter().copied().step_by((all.len() / MANY).max(1)).take(MANY).collect();
    let wanted = Several {
        who: Subject::Persons(picked.clone().into()),
        kind: Kind::Access,
        lang: Some(Lang::Nb),
        otherwise: Lang::Nb,
        folder: place.join("many"),
        formats: vec![Format::Json],
        identity: String::new(),
        letter: false,
        files: true,
        names_staff: false,
        keeps_others: false,
    };
    let clock = Instant::now();
    let made = report::hand_out_several(office, &wanted, &Progress::default()).unwrap();
    let ours = measure::ms(clock.elapsed());
    assert_eq!(made.written.len(), picked.len());
    let clock = Instant::now();
    for (nth, id) in limit::by_name(bare).into_iter().take(picked.len()).enumerate() {
        let folder = place.join(format!("bare-{nth}"));
        std::fs::create_dir(&folder).unwrap();
        let text = serde_json::to_string_pretty(&read(bare, id)).unwrap();
        for name in ["report.json", "manifest.json"] {
            let file = std::fs::File::create(folder.join(name)).unwrap();
            std::io::Write::write_all(&mut &file, text.as_bytes()).unwrap();
            file.sync_all().unwrap();
        }
        limit::save(bare, id, "told");
    }
    let bare = measure::ms(clock.elapsed());
    measure::line("report: 1000 small ones", count, &[ours], &[bare], "each with its folder, manifest and entry");
}

/// Reports about a full card in all formats, in a process of its own: its memory is told as well.
fn full(vault: &std::path::Path, id: Id) {
    let (cost, marks) = measure::child("report-full", &[vault.display().to_string(), id.to_string()]);
    let marks: Vec<String> = marks.into_iter().map(|(word, _)| word).collect();
    println!(
        "report: {FULL} activities, all formats  {:.0} ms, peak {:.0} MB  {}",
        cost.wall,
        cost.peak,
        marks.join(" ")
    );
}

/// The part of [`full`] that is measured.
pub fn full_ours(arguments: &[String]) {
    let office = vaults::open(std::path::Path::new(&arguments[0]));
    let id: Id = arguments[1].parse().unwrap();
    fill(&office, id, FULL);
    measure::report(|| {
        let document = told(&office, id);
        for format in [Format::Json, Format::Xlsx, Format::Pdf, Format::Html] {
            let clock = Instant::now();
            let bytes = rendered(&document, format).unwrap().unwrap();
            println!("{}={:.0}ms/{}kB", format.key(), measure::ms(clock.elapsed()), bytes.len() / 1_024);
        }
    });
    office.close();
}

fn told(office: &Office, id: Id) -> Document {
    let draft = office.write(move |desk| report::draft(desk, id, &Wanted::new(Lang::Nb))).wait().unwrap();
    report::settled(&draft, |_, _| Choice::BlackOut)
}

fn fill(office: &Office, id: Id, count: usize) {
    office
        .write(move |desk| {
            for nth in 0..count {
                let call = Activity { person: Some(id), ..Activity::new(list::ACTIVITY_CALL, Moment::now()) };
                activities::add(desk, Activity { text: format!("{TEXT} {nth}"), ..call })?;
            }
            Ok(())
        })
        .wait()
        .unwrap();
}

fn fill_bare(bare: &Connection, id: i64, count: usize) {
    bare.execute_batch("BEGIN").unwrap();
    for nth in 0..count {
        bare.execute(
            "INSERT INTO activity (id, person, kind, text, at, source, created_at, created_by, updated_at, updated_by)
             VALUES (?, ?, 11002, ?, 0, 7001, 0, 1, 0, 1)",
            params![(1_i64 << 53) + nth as i64, id, format!("{TEXT} {nth}")],
        )
        .unwrap();
    }
    bare.execute_batch("COMMIT").unwrap();
}

/// Reads the rows of one person from the tables that a report tells most of.
fn read(bare: &Connection, id: i64) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for sql in [
        "SELECT * FROM person WHERE id = ?",
        "SELECT * FROM email WHERE person = ?",
        "SELECT * FROM phone WHERE person = ?",
        "SELECT * FROM address WHERE person = ?",
        "SELECT * FROM person_interest WHERE person = ?",
        "SELECT * FROM ledger WHERE person = ?",
        "SELECT * FROM activity WHERE person = ? ORDER BY at",
        "SELECT * FROM journal WHERE person_ref = ?",
    ] {
        let mut statement = bare.prepare_cached(sql).unwrap();
        let columns = statement.column_count();
        let mut found = statement.query([id]).unwrap();
        while let Some(row) = found.next().unwrap() {
            let cell = |place: usize| match row.get_ref(place).unwrap() {
                rusqlite::types::ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
                rusqlite::types::ValueRef::Integer(number) => number.to_string(),
                _ => String::new(),
            };
            rows.push((0..columns).map(cell).collect());
        }
    }
    rows
}

/// Writes the rows without anything around them, and returns how long that is.
fn bare_file(rows: &[Vec<String>], format: Format) -> usize {
    match format {
        Format::Xlsx => {
            let mut book = rust_xlsxwriter::Workbook::new();
            let sheet = book.add_worksheet();
            for (place, cells) in (0..).zip(rows) {
                for (column, cell) in (0..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
                    sheet.write_string(place, column, cell).unwrap();
                }
            }
            book.save_to_buffer().unwrap().len()
        }
        _ => serde_json::to_string_pretty(rows).unwrap().len(),
    }
}
