//! Case 6: erasing a tenth of everybody, with journal and index of the long texts, until the file and its log hold
//! nothing of them. The limit deletes the same rows from the same tables, writes as many entries, and rewrites the file.

use std::time::Instant;

use kartotek::model::data_map::TABLES;
use kartotek::model::person;
use kartotek::office::Progress;
use kartotek::office::erasure::{self, Hits, Wanted};
use rusqlite::Connection;

use super::{limit, measure, people, vaults};

pub fn run(count: u64) {
    let kept = vaults::imported(count);
    let (mut rows, mut bare_rows, mut whole, mut bare_whole) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for round in 0..=measure::rounds(count) {
        let place = people::folder("erasing");
        let (vault, file) = (place.path().join("vault"), place.path().join("limit.db"));
        vaults::copy(&kept.vault(), &vault);
        std::fs::copy(kept.bare(), &file).unwrap();

        let bare = limit::open(&file);
        let ids: Vec<i64> = limit::by_name(&bare).into_iter().step_by(10).collect();
        let clock = Instant::now();
        delete(&bare, &ids);
        let deleted = measure::ms(clock.elapsed());
        rewrite(&bare);
        let rewritten = measure::ms(clock.elapsed());

        let office = vaults::open(&vault);
        let found = office.find("", Default::default()).wait().unwrap();
        let ids: Vec<person::Id> = found.ids.iter().copied().step_by(10).collect();
        let wanted = Wanted { hits: Hits::Scrub, ..Wanted::new(ids.clone()) };
        let clock = Instant::now();
        let erased = office.write(move |desk| {
            let erased = erasure::erase(desk, &wanted, &Progress::default())?;
            Ok(erased.persons.len())
        });
        assert_eq!(erased.wait().unwrap(), ids.len());
        let took = measure::ms(clock.elapsed());
        erasure::rewrite(&office).unwrap();
        let done = measure::ms(clock.elapsed());
        office.close();
        if round > 0 {
            rows.push(took);
            bare_rows.push(deleted);
            whole.push(done);
            bare_whole.push(rewritten);
        }
    }
    measure::line("6 erase a tenth: rows, journal", count, &rows, &bare_rows, "");
    measure::line("6 erase a tenth: file rewritten", count, &whole, &bare_whole, "");
}

fn delete(bare: &Connection, ids: &[i64]) {
    let array = format!("[{}]", ids.iter().map(i64::to_string).collect::<Vec<_>>().join(","));
    bare.execute_batch("BEGIN IMMEDIATE").unwrap();
    bare.execute("INSERT INTO erasing (person) SELECT value FROM json_each(?)", [&array]).unwrap();
    for table in TABLES {
        let sql = format!("DELETE FROM {} WHERE {} IN (SELECT value FROM json_each(?))", table.table, table.person);
        bare.execute(&sql, [&array]).unwrap();
    }
    bare.execute("DELETE FROM erasing", []).unwrap();
    let last: i64 = bare.query_row("SELECT coalesce(max(seq), 0) FROM journal", [], |row| row.get(0)).unwrap();
    let mut entry = bare
        .prepare("INSERT INTO journal (seq, at, by, kind, person_ref, fields, mac) VALUES (?, 0, 1, 70, ?, '', ?)")
        .unwrap();
    for (seq, id) in (last + 1..).zip(ids) {
        entry.execute(rusqlite::params![seq, id, [7_u8; 32]]).unwrap();
    }
    bare.execute_batch("COMMIT").unwrap();
    checkpoint(bare);
}

fn rewrite(bare: &Connection) {
    bare.execute_batch("INSERT INTO long_text (long_text) VALUES ('rebuild'); VACUUM;").unwrap();
    checkpoint(bare);
}

fn checkpoint(bare: &Connection) {
    bare.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0)).unwrap();
}
