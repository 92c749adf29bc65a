//! The bare minimum: the same rows into the same tables and indexes of an encrypted file with the same connection
//! profile, prepared beforehand, indexes last, without rules, rights or history of who may do what.

use std::collections::HashMap;
use std::path::Path;

use kartotek::i18n::{Lang, SortKeys};
use kartotek::model::list::{self, List};
use kartotek::model::{email, phone};
use kartotek::search::{self, Builder, Index};
use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, params};

use super::people;

/// A person as the tables take them.
pub struct Ready {
    cells: [String; 26],
    sort_key: Vec<u8>,
    company: usize,
    items: [Option<i64>; 4],
    interests: Vec<i64>,
    emails: Vec<(String, String)>,
    phones: Vec<(String, Option<String>)>,
    texts: Vec<String>,
}

/// Everything that is written, worked out before the clock starts.
pub struct Rows {
    people: Vec<Ready>,
    companies: Vec<(String, String, Vec<u8>)>,
}

/// Works out the rows.
pub fn prepare(count: u64) -> Rows {
    let keys = SortKeys::new(Lang::Nb);
    let (mut companies, mut known) = (Vec::new(), HashMap::new());
    let item = |list, key: &str| list::shipped_id(list, key).map(|id| id.0);
    let people = (0..count)
        .map(|place| {
            let cells = people::row(place);
            let company = *known.entry(cells[3].clone()).or_insert_with(|| {
                companies.push((cells[3].clone(), search::fold(&cells[3]), keys.key(&cells[3])));
                companies.len() - 1
            });
            let some = |columns: &[usize]| -> Vec<String> {
                columns.iter().map(|column| cells[*column].clone()).filter(|cell| !cell.is_empty()).collect()
            };
            let emails = some(&[9, 10]);
            let phones = some(&[11, 12, 13]);
            let mut texts = vec![cells[2].clone(), cells[1].clone(), cells[3].clone(), cells[0].clone()];
            texts.extend(emails.iter().cloned());
            texts.extend(phones.iter().map(|number| search::phone_digits(number)));
            Ready {
                sort_key: keys.name_key(&cells[2], &cells[1]),
                company,
                items: [
                    item(List::Position, &cells[5]),
                    item(List::Category, &cells[6]),
                    item(List::Business, &cells[7]),
                    item(List::Language, &cells[8]),
                ],
                interests: cells[23].split(", ").filter_map(|key| item(List::Interest, key)).collect(),
                emails: emails.into_iter().map(|address| (email::key(&address), address)).map(swap).collect(),
                phones: phones.into_iter().map(|number| (phone::key(&number), number)).map(swap).collect(),
                texts,
                cells,
            }
        })
        .collect();
    Rows { people, companies }
}

fn swap<A, B>((a, b): (A, B)) -> (B, A) {
    (b, a)
}

/// Opens the file as the program does: raw key, and the same profile.
pub fn open(path: &Path) -> Connection {
    let connection = Connection::open(path).unwrap();
    connection.execute_batch("PRAGMA cipher_log_level = NONE;").unwrap();
    connection.execute_batch(&format!("PRAGMA key = \"x'{}{}'\";", "07".repeat(32), "09".repeat(16))).unwrap();
    connection
        .execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON;
             PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;
             PRAGMA cell_size_check = ON; PRAGMA cache_size = -16000;",
        )
        .unwrap();
    connection.set_prepared_statement_cache_capacity(64);
    // What the triggers of the long texts call.
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    connection.create_scalar_function("folded", 1, flags, |call| Ok(search::fold(call.get_raw(0).as_str()?))).unwrap();
    connection
}

/// Returns the statements that make the tables, as the program's own sources have them.
pub fn schema() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store/schema");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|end| end == "sql"));
    files.sort();
    files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect()
}

/// Makes the tables, and what every new vault holds.
pub fn create(path: &Path) -> Connection {
    let connection = open(path);
    connection.execute_batch(&schema()).unwrap();
    connection.execute_batch("INSERT INTO user (id, name, role, created_at) VALUES (1, 'me', 'owner', 0)").unwrap();
    for list in List::ALL {
        for (rank, key) in (1..).zip(list.shipped()) {
            let id = list::shipped_id(list, key).unwrap().0;
            connection
                .execute(
                    "INSERT INTO list_item (id, list, key, name_en, name_nb, name_sv, rank, created_at, created_by, updated_at, updated_by)
                     VALUES (?1, ?2, ?3, ?3, ?3, ?3, ?4, 0, 1, 0, 1)",
                    params![id, list.key(), key, rank],
                )
                .unwrap();
        }
    }
    connection
}

/// Writes the rows in one transaction, the indexes last, and empties the log.
pub fn write(connection: &Connection, rows: &Rows) {
    let now = 1_794_787_200_000_i64;
    connection.execute_batch("BEGIN IMMEDIATE").unwrap();
    let mut indexes =
        connection.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL").unwrap();
    let indexes: Vec<(String, String)> =
        indexes.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect();
    for (name, _) in &indexes {
        connection.execute_batch(&format!("DROP INDEX {name}")).unwrap();
    }
    connection
        .execute(
            "INSERT INTO import (id, at, by, purpose, basis, source, comment, rows, added, updated, skipped, rejected, refusals_kept)
             VALUES (1, ?, 1, 8001, 9006, 7007, '', 0, 0, 0, 0, 0, 0)",
            [now],
        )
        .unwrap();
    {
        let sql = |text| connection.prepare(text).unwrap();
        let mut company =
            sql("INSERT INTO company (id, name, key, sort_key, created_at, created_by, updated_at, updated_by)
             VALUES (?1, ?2, ?3, ?4, ?5, 1, ?5, 1)");
        let mut person = sql(
            "INSERT INTO person (id, number, first_name, last_name, sort_key, company, title, position, category, business, country,
                 language, birth_date, website, note, no_mailings, source, import, journal_ref, created_at, created_by,
                 updated_at, updated_by)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, 7007, 1, ?1, ?17, 1, ?17, 1)",
        );
        let mut email = sql(
            "INSERT INTO email (person, id, rank, label, address, key, source, at, by) VALUES (?, ?, ?, 5001, ?, ?, 7007, ?, 1)",
        );
        let mut phone = sql(
            "INSERT INTO phone (person, id, rank, label, number, key, source, at, by) VALUES (?, ?, ?, 5003, ?, ?, 7007, ?, 1)",
        );
        let mut address = sql("INSERT INTO address (person, id, rank, street, postcode, city, country, source, at, by)
             VALUES (?, ?, ?, ?, ?, ?, ?, 7007, ?, 1)");
        let mut interest = sql("INSERT INTO person_interest (person, interest, at, by) VALUES (?, ?, ?, 1)");
        let mut ledger = sql("INSERT INTO ledger (person, id, purpose, basis, source, at, by, comment, import)
             VALUES (?, ?, 8001, 9006, 7007, ?, 1, '', 1)");
        let mut touched = sql("INSERT INTO import_row (import, person, kind, after_at) VALUES (1, ?, 'added', ?)");
        let mut journal = sql(
            "INSERT INTO journal (seq, at, by, kind, person_ref, fields, mac) VALUES (?, ?, 1, 2, ?, 'legal_basis', ?)",
        );
        for (id, (name, key, sort_key)) in (1_i64..).zip(&rows.companies) {
            company.execute(params![id, name, key, sort_key, now]).unwrap();
        }
        // Identities as the program makes them: large, and growing.
        let mut next = 1_i64 << 50;
        let mut new_id = || {
            next += 1;
            next
        };
        for (seq, ready) in (1_i64..).zip(&rows.people) {
            let (id, cells) = (new_id(), &ready.cells);
            let birth_date = (!cells[21].is_empty()).then_some(&cells[21]);
            person
                .execute(params![
                    id,
                    cells[0],
                    cells[1],
                    cells[2],
                    ready.sort_key,
                    ready.company as i64 + 1,
                    cells[4],
                    ready.items[0],
                    ready.items[1],
                    ready.items[2],
                    cells[17],
                    ready.items[3],
                    birth_date,
                    cells[22],
                    cells[25],
                    !cells[24].is_empty(),
                    now
                ])
                .unwrap();
            for (rank, (address, key)) in (0_i64..).zip(&ready.emails) {
                email.execute(params![id, new_id(), rank, address, key, now]).unwrap();
            }
            for (rank, (number, key)) in (0_i64..).zip(&ready.phones) {
                phone.execute(params![id, new_id(), rank, number, key, now]).unwrap();
            }
            for (rank, at) in [(0_i64, 14), (1, 18)] {
                if !cells[at].is_empty() {
                    address
                        .execute(params![id, new_id(), rank, cells[at], cells[at + 1], cells[at + 2], "NO", now])
                        .unwrap();
                }
            }
            for item in &ready.interests {
                interest.execute(params![id, item, now]).unwrap();
            }
            ledger.execute(params![id, new_id(), now]).unwrap();
            touched.execute(params![id, now]).unwrap();
            journal.execute(params![seq, now, id, [7_u8; 32]]).unwrap();
        }
    }
    for (_, text) in &indexes {
        connection.execute_batch(text).unwrap();
    }
    connection.execute_batch("COMMIT").unwrap();
    checkpoint(connection);
}

fn checkpoint(connection: &Connection) {
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0)).unwrap();
}

/// Builds the index of the search field from texts that lie ready.
pub fn index(rows: &Rows) -> Index {
    let mut order: Vec<usize> = (0..rows.people.len()).collect();
    order.sort_by(|a, b| rows.people[*a].sort_key.cmp(&rows.people[*b].sort_key));
    let mut builder = Builder::with_capacity(order.len());
    for place in order {
        let fields: Vec<&str> = rows.people[place].texts.iter().map(String::as_str).collect();
        builder.push(place as i64, &fields);
    }
    builder.build()
}

/// Reads the first page: fifty persons by name, with what a list shows of them.
pub fn first_page(connection: &Connection) -> usize {
    let mut statement = connection
        .prepare(
            "SELECT p.first_name, p.last_name, c.name, p.updated_at,
                 (SELECT address FROM email WHERE person = p.id ORDER BY rank, id LIMIT 1),
                 (SELECT number FROM phone WHERE person = p.id AND label = 5003 ORDER BY rank, id LIMIT 1),
                 (SELECT basis FROM ledger WHERE person = p.id AND purpose = 8001 ORDER BY at DESC, id DESC LIMIT 1)
             FROM person p LEFT JOIN company c ON c.id = p.company ORDER BY p.sort_key, p.id LIMIT 50",
        )
        .unwrap();
    let mut rows = statement.query([]).unwrap();
    let mut count = 0;
    while let Some(row) = rows.next().unwrap() {
        std::hint::black_box(row.get::<_, Option<String>>(4).unwrap());
        count += 1;
    }
    count
}

/// Returns everybody in the order of names.
pub fn by_name(connection: &Connection) -> Vec<i64> {
    let mut statement = connection.prepare("SELECT id FROM person ORDER BY sort_key, id").unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

/// Reads what a list shows of persons, and returns how many there are.
pub fn lines(connection: &Connection, ids: &[i64]) -> usize {
    let mut statement = connection
        .prepare_cached(
            "SELECT p.first_name, p.last_name, c.name, p.category, p.updated_at, p.former_employee,
                 (SELECT address FROM email WHERE person = p.id ORDER BY rank, id LIMIT 1),
                 (SELECT number FROM phone WHERE person = p.id AND label = 5003 ORDER BY rank, id LIMIT 1),
                 (SELECT basis FROM ledger WHERE person = p.id AND purpose = 8001 ORDER BY at DESC, id DESC LIMIT 1)
             FROM person p LEFT JOIN company c ON c.id = p.company WHERE p.id = ?1",
        )
        .unwrap();
    let mut count = 0;
    for id in ids {
        let texts: [Option<String>; 5] = statement
            .query_row([id], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(6)?, row.get(7)?]))
            .unwrap();
        count += usize::from(std::hint::black_box(texts)[1].is_some());
    }
    count
}

/// Reads everything that a card shows, and returns how many rows that is.
pub fn card(connection: &Connection, id: i64) -> usize {
    let mut count = 0;
    for sql in [
        "SELECT p.*, c.name FROM person p LEFT JOIN company c ON c.id = p.company WHERE p.id = ?",
        "SELECT id, label, source, at, by, address FROM email WHERE person = ? ORDER BY rank, id",
        "SELECT id, label, source, at, by, number FROM phone WHERE person = ? ORDER BY rank, id",
        "SELECT id, label, source, at, by, street, postcode, city, country FROM address WHERE person = ? ORDER BY rank, id",
        "SELECT interest FROM person_interest WHERE person = ? ORDER BY interest",
        "SELECT field, value FROM custom_value WHERE person = ? ORDER BY field",
        "SELECT * FROM ledger WHERE person = ? ORDER BY at, id",
    ] {
        let mut statement = connection.prepare_cached(sql).unwrap();
        let columns = statement.column_count();
        let mut rows = statement.query([id]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for column in 0..columns {
                std::hint::black_box(row.get::<_, rusqlite::types::Value>(column).unwrap());
            }
            count += 1;
        }
    }
    count
}

/// Reads the journal, and returns how many entries it has.
pub fn read_journal(connection: &Connection) -> u64 {
    let mut statement = connection
        .prepare("SELECT seq, at, by, kind, person_ref, record, fields, mac FROM journal ORDER BY seq")
        .unwrap();
    let mut rows = statement.query([]).unwrap();
    let mut count = 0;
    while let Some(row) = rows.next().unwrap() {
        std::hint::black_box(row.get_ref(7).unwrap().as_blob().unwrap());
        count += 1;
    }
    count
}

/// Writes a field of a card, with an entry in the journal, in one transaction that is on the disk afterwards.
pub fn save(connection: &Connection, id: i64, title: &str) {
    connection.execute_batch("BEGIN IMMEDIATE").unwrap();
    connection
        .prepare_cached("UPDATE person SET title = ?2, updated_at = updated_at + 1 WHERE id = ?1")
        .unwrap()
        .execute(params![id, title])
        .unwrap();
    connection
        .prepare_cached(
            "INSERT INTO journal (seq, at, by, kind, person_ref, fields, mac)
             VALUES ((SELECT max(seq) FROM journal) + 1, 0, 1, 3, ?, 'title', ?)",
        )
        .unwrap()
        .execute(params![id, [7_u8; 32]])
        .unwrap();
    connection.execute_batch("COMMIT").unwrap();
}

/// Changes a column of many cards, with a row in the ledger, an entry in the journal and what the card held before.
pub fn mass_edit(connection: &Connection, ids: &[i64], edit: i64) {
    connection.execute_batch("BEGIN IMMEDIATE").unwrap();
    {
        let sql = |text| connection.prepare(text).unwrap();
        let mut seq: i64 = sql("SELECT max(seq) FROM journal").query_row([], |row| row.get(0)).unwrap();
        let mut next = (1_i64 << 52) + edit * ids.len() as i64;
        sql("INSERT INTO mass_edit (id, subject, name, terms, changed, unchanged, held, at, by)
             VALUES (?, 'persons', '', '{}', 0, 0, 0, 0, 1)")
        .execute([edit])
        .unwrap();
        let mut person =
            sql("UPDATE person SET category = ?2, updated_at = updated_at + 1, updated_by = 1 WHERE id = ?1");
        let mut ledger = sql("INSERT INTO ledger (person, id, purpose, basis, source, at, by, comment)
             VALUES (?, ?, 8001, 9002, 7001, 1794787200000, 1, '')");
        let mut journal = sql("INSERT INTO journal (seq, at, by, kind, person_ref, record, fields, mac)
             VALUES (?, 1794787200000, 1, 60, ?, ?, 'category legal_basis', ?)");
        let mut before = sql("INSERT INTO mass_edit_person (edit, person, before, after_at) VALUES (?, ?, ?, 0)");
        let mut ids = ids.to_vec();
        ids.sort_unstable();
        for id in ids {
            seq += 1;
            next += 1;
            person.execute(params![id, 1_004 + edit % 2]).unwrap();
            ledger.execute(params![id, next]).unwrap();
            journal.execute(params![seq, id, edit, [7_u8; 32]]).unwrap();
            let kept = r#"{"f":[["category",{"i":1001}]],"l":[912333669929062400]}"#;
            before.execute(params![edit, id, kept]).unwrap();
        }
    }
    connection.execute_batch("COMMIT").unwrap();
}

/// Passes once over every text that the search field searches.
pub fn read_texts(connection: &Connection) -> usize {
    let mut bytes = 0;
    for sql in [
        "SELECT last_name, first_name, number FROM person ORDER BY sort_key",
        "SELECT name FROM company",
        "SELECT address FROM email",
        "SELECT number FROM phone",
    ] {
        let mut statement = connection.prepare(sql).unwrap();
        let columns = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for column in 0..columns {
                bytes += row.get_ref(column).unwrap().as_str().map_or(0, str::len);
            }
        }
    }
    bytes
}
