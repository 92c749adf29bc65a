#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::super::integrity::Check;
use super::*;
use tempfile::TempDir;

fn key() -> RawKey {
    RawKey::new([42; 32], [5; 16])
}

/// Returns a folder with a closed file of some 20 pages.
fn filled() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("vault.db");
    let db = Db::create(&path, &key()).unwrap();
    db.sql().execute_batch("CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)").unwrap();
    db.transaction(|db| {
        for id in 0..300 {
            db.sql().execute("INSERT INTO t VALUES (?1, ?2)", (id, format!("{id} {}", "word ".repeat(25))))?;
        }
        Ok::<_, Error>(())
    })
    .unwrap();
    db.close().unwrap();
    (folder, path)
}

fn open(path: &Path) -> Result<Db, Error> {
    Db::open(path, &key(), Mode::ReadWrite)
}

fn count(db: &Db) -> i64 {
    db.sql().query_row("SELECT count(*) FROM t", [], |row| row.get(0)).unwrap()
}

#[test]
fn every_connection_has_the_profile() {
    let (_folder, path) = filled();
    let writer = open(&path).unwrap();
    let reader = Db::open(&path, &key(), Mode::ReadOnly).unwrap();
    for (name, db) in [("writer", &writer), ("reader", &reader)] {
        for (pragma, value) in [
            ("synchronous", 2),
            ("fullfsync", 1),
            ("secure_delete", 1),
            ("temp_store", 2),
            ("foreign_keys", 1),
            ("trusted_schema", 0),
            ("cache_size", -16_000),
            ("busy_timeout", 5_000),
            ("application_id", i64::from(APPLICATION_ID)),
        ] {
            assert_eq!(db.pragma::<i64>(pragma).unwrap(), value, "{pragma} of the {name}");
        }
        assert_eq!(db.pragma::<String>("journal_mode").unwrap(), "wal");
        assert_eq!(db.pragma::<String>("cipher_log_level").unwrap(), "NONE");
    }
    assert_eq!(reader.pragma::<i64>("query_only").unwrap(), 1);
    assert!(matches!(Error::from(reader.sql().execute("DELETE FROM t", []).unwrap_err()), Error::ReadOnly));
}

#[test]
fn nothing_is_created_on_opening_and_nothing_overwritten_on_creating() {
    let (folder, path) = filled();
    let missing = folder.path().join("other.db");
    assert!(matches!(open(&missing), Err(Error::Missing)));
    assert!(!missing.exists());
    let before = fs::read(&path).unwrap();
    assert!(matches!(Db::create(&path, &key()), Err(Error::Io(std::io::ErrorKind::AlreadyExists))));
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn what_is_not_ours_is_told_apart_and_left_alone() {
    let (folder, path) = filled();
    let whole = fs::read(&path).unwrap();
    let plain = folder.path().join("plain.db");
    Connection::open(&plain).unwrap().execute_batch("CREATE TABLE t (id)").unwrap();
    let plain = fs::read(plain).unwrap();
    let mut torn = whole.clone();
    torn[100] ^= 1;

    type Expected = fn(&Error) -> bool;
    let cases: [(&str, &[u8], Expected); 7] = [
        ("no bytes", b"", |error| matches!(error, Error::Empty)),
        ("another database", &plain, |error| matches!(error, Error::Foreign)),
        ("a short text", b"Dear reader, this is a letter.", |error| matches!(error, Error::Damaged)),
        ("a long text", &[b'x'; 9_000], |error| matches!(error, Error::OtherVault)),
        ("a damaged first page", &torn, |error| matches!(error, Error::NotADatabase)),
        ("3 bytes", &whole[..3], |error| matches!(error, Error::Damaged)),
        ("half a page", &whole[..2_048], |error| matches!(error, Error::Damaged)),
    ];
    for (name, bytes, expected) in cases {
        fs::write(&path, bytes).unwrap();
        let error = open(&path).err().unwrap_or_else(|| panic!("{name} was opened"));
        assert!(expected(&error), "{name}: {error:?}");
        assert_eq!(fs::read(&path).unwrap(), bytes, "{name} was changed");
    }
}

#[test]
fn a_wrong_key_and_the_file_of_another_vault_are_told_apart() {
    let (_folder, path) = filled();
    let wrong = RawKey::new([1; 32], [5; 16]);
    assert!(matches!(Db::open(&path, &wrong, Mode::ReadWrite), Err(Error::NotADatabase)));
    let other = RawKey::new([1; 32], [6; 16]);
    assert!(matches!(Db::open(&path, &other, Mode::ReadWrite), Err(Error::OtherVault)));
}

#[test]
fn a_file_without_our_mark_is_foreign() {
    let (_folder, path) = filled();
    let db = open(&path).unwrap();
    db.sql().pragma_update(None, "application_id", 1).unwrap();
    db.close().unwrap();
    assert!(matches!(open(&path), Err(Error::Foreign)));
}

#[test]
fn a_newer_file_is_not_opened() {
    let (_folder, path) = filled();
    let db = open(&path).unwrap();
    db.sql().pragma_update(None, "user_version", 999).unwrap();
    db.close().unwrap();
    for mode in [Mode::ReadWrite, Mode::ReadOnly] {
        assert!(matches!(Db::open(&path, &key(), mode), Err(Error::Newer { found: 999, .. })));
    }
}

/// Answers whether damage is noticed: on opening, or by the check.
fn noticed(path: &Path) -> bool {
    match Db::open(path, &key(), Mode::ReadOnly) {
        Ok(db) => !db.integrity().unwrap().is_empty(),
        Err(error) => matches!(error, Error::NotADatabase | Error::Damaged | Error::OtherVault | Error::Foreign),
    }
}

#[test]
fn a_sound_file_has_no_findings() {
    let (_folder, path) = filled();
    assert!(!noticed(&path));
    let db = open(&path).unwrap();
    db.sql().execute("DELETE FROM t WHERE id < 50", []).unwrap();
    assert_eq!(db.integrity().unwrap(), []);
}

/// Long texts that fill the index, so that its segments are merged.
fn write_notes(db: &Db, ids: std::ops::Range<i64>) {
    for id in ids {
        db.sql()
            .execute("INSERT INTO note VALUES (?1)", [format!("words {id} that nobody has used before ").repeat(200)])
            .unwrap();
    }
}

#[test]
fn an_index_that_another_connection_has_merged_is_not_found_damaged() {
    let (_folder, path) = filled();
    let writer = open(&path).unwrap();
    writer.sql().execute_batch("CREATE VIRTUAL TABLE note USING fts5 (text)").unwrap();
    write_notes(&writer, 0..10);
    let reader = Db::open(&path, &key(), Mode::ReadOnly).unwrap();
    let found: i64 =
        reader.sql().query_row("SELECT count(*) FROM note WHERE note MATCH 'nobody'", [], |row| row.get(0)).unwrap();
    assert_eq!(found, 10);
    write_notes(&writer, 10..40);
    assert_eq!(reader.integrity().unwrap(), []);
    let inside = reader.snapshot(|db| {
        write_notes(&writer, 40..80);
        db.integrity()
    });
    assert_eq!(inside.unwrap(), []);
}

#[test]
fn a_damaged_index_is_found() {
    let (_folder, path) = filled();
    let db = open(&path).unwrap();
    db.sql().execute_batch("CREATE VIRTUAL TABLE note USING fts5 (text)").unwrap();
    write_notes(&db, 0..10);
    db.sql().execute("UPDATE note_data SET block = zeroblob(40) WHERE id > 10", []).unwrap();
    let damaged = Db::open(&path, &key(), Mode::ReadOnly).unwrap();
    assert_eq!(damaged.integrity().unwrap()[0].check, Check::Structure);
}

#[test]
fn every_flipped_bit_is_noticed() {
    let (_folder, path) = filled();
    let whole = fs::read(&path).unwrap();
    // An odd stride reaches every part of the pages: header, content, initialisation vector, authentication code.
    for place in (0..50).map(|n| (n * 7_919 + n * n * 31) % whole.len()) {
        let mut bytes = whole.clone();
        bytes[place] ^= 1 << (place % 8);
        fs::write(&path, &bytes).unwrap();
        assert!(noticed(&path), "bit {} of byte {place} of {}", place % 8, whole.len());
    }
}

#[test]
fn every_truncation_is_noticed() {
    let (_folder, path) = filled();
    let whole = fs::read(&path).unwrap();
    for part in 1..20 {
        fs::write(&path, &whole[..whole.len() * part / 20]).unwrap();
        assert!(noticed(&path), "{part} twentieths");
    }
}

#[test]
fn a_damaged_mark_is_found_and_does_not_lock_out() {
    let (_folder, path) = filled();
    let mut bytes = fs::read(&path).unwrap();
    bytes[3] ^= 4;
    fs::write(&path, bytes).unwrap();
    let db = open(&path).unwrap();
    assert_eq!(count(&db), 300);
    assert_eq!(db.integrity().unwrap()[0].check, Check::Header);
}

#[test]
fn a_transaction_is_all_or_nothing() {
    let (_folder, path) = filled();
    let db = open(&path).unwrap();
    let refused: Result<(), Error> = db.transaction(|db| {
        db.sql().execute("DELETE FROM t", [])?;
        Err(Error::NoRow)
    });
    assert!(matches!(refused, Err(Error::NoRow)));
    assert_eq!(count(&db), 300);

    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        db.transaction(|db| -> Result<(), Error> {
            db.sql().execute("DELETE FROM t", [])?;
            panic!("on purpose")
        })
    }));
    assert!(panicked.is_err());
    assert_eq!(count(&db), 300);

    db.transaction(|db| Ok::<_, Error>(db.sql().execute("DELETE FROM t WHERE id = 1", [])?)).unwrap();
    assert_eq!(count(&db), 299);
}

#[test]
fn transactions_do_not_nest() {
    let (_folder, path) = filled();
    let db = open(&path).unwrap();
    let inner = db.transaction(|db| {
        db.sql().execute("DELETE FROM t WHERE id = 1", [])?;
        let inner = db.transaction(|_| Ok::<_, Error>(()));
        assert!(matches!(inner, Err(Error::Nested)));
        Ok::<_, Error>(())
    });
    inner.unwrap();
    assert_eq!(count(&db), 299, "the outer one is committed");
}

#[test]
fn a_transaction_that_sqlite_gave_up_is_not_called_committed() {
    let (_folder, path) = filled();
    let db = open(&path).unwrap();
    let done: Result<(), Error> = db.transaction(|db| {
        db.sql().execute("DELETE FROM t", [])?;
        db.sql().execute_batch("ROLLBACK")?;
        Ok(())
    });
    assert!(matches!(done, Err(Error::RolledBack)));
    assert!(!db.abandon());
}

#[test]
fn attach_is_refused_and_vacuum_is_not() {
    let (folder, path) = filled();
    let db = open(&path).unwrap();
    let other = folder.path().join("other.db");
    let attach = db.sql().execute("ATTACH ?1 AS other", [other.to_str().unwrap()]);
    assert!(matches!(Error::from(attach.unwrap_err()), Error::Denied));
    db.sql().execute("DELETE FROM t WHERE id > 20", []).unwrap();
    assert!(db.page_statistics().unwrap().free > 0);
    db.vacuum().unwrap();
    assert_eq!(db.page_statistics().unwrap().free, 0);
    assert!(db.sql().execute("ATTACH ?1 AS other", [other.to_str().unwrap()]).is_err());
    assert_eq!(count(&db), 21);
}

#[test]
fn a_copy_is_encrypted_with_the_same_key_and_never_overwrites() {
    let (folder, path) = filled();
    let db = open(&path).unwrap();
    let copy = folder.path().join("copy.db");
    db.copy_to(&copy).unwrap();
    assert!(matches!(db.copy_to(&copy), Err(Error::Io(std::io::ErrorKind::AlreadyExists))));
    assert!(!noticed(&copy));
    assert_eq!(count(&Db::open(&copy, &key(), Mode::ReadOnly).unwrap()), 300);
    assert!(matches!(Db::open(&copy, &RawKey::new([1; 32], [5; 16]), Mode::ReadOnly), Err(Error::NotADatabase)));
    assert!(db.copy_to(&folder.path().join("missing/copy.db")).is_err());
}

#[test]
fn a_checkpoint_empties_the_log_unless_a_reader_is_in_the_way() {
    let (_folder, path) = filled();
    let db = open(&path).unwrap();
    let reader = Db::open(&path, &key(), Mode::ReadOnly).unwrap();
    let log = path.with_extension("db-wal");
    db.sql().execute("DELETE FROM t WHERE id = 1", []).unwrap();
    assert!(fs::metadata(&log).unwrap().len() > 0);

    reader.sql().execute_batch("BEGIN").unwrap();
    count(&reader);
    db.sql().execute("DELETE FROM t WHERE id = 2", []).unwrap();
    assert!(matches!(db.checkpoint_if_free(), Err(Error::Busy)));
    reader.abandon();
    db.checkpoint().unwrap();
    assert_eq!(fs::metadata(&log).unwrap().len(), 0);
    assert_eq!(db.pragma::<i64>("busy_timeout").unwrap(), 5_000);
}

#[test]
fn an_interrupted_statement_says_so() {
    let (_folder, path) = filled();
    let db = open(&path).unwrap();
    let handle = db.interrupt_handle();
    let (started, wait) = std::sync::mpsc::channel();
    let interrupter = std::thread::spawn(move || {
        wait.recv().unwrap();
        for _ in 0..2_000 {
            handle.interrupt();
            std::thread::sleep(Duration::from_millis(1));
        }
    });
    started.send(()).unwrap();
    let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";
    let error = db.sql().query_row(endless, [], |row| row.get::<_, i64>(0)).unwrap_err();
    assert!(matches!(Error::from(error), Error::Interrupted));
    drop(db);
    interrupter.join().unwrap();
}

#[test]
fn a_full_disk_says_so() {
    let (_folder, path) = filled();
    let db = open(&path).unwrap();
    let pages: i64 = db.pragma("page_count").unwrap();
    db.sql().pragma_update(None, "max_page_count", pages).unwrap();
    let done: Result<(), Error> = db.transaction(|db| {
        for id in 1_000..2_000 {
            db.sql().execute("INSERT INTO t VALUES (?1, ?2)", (id, format!("{id} {}", "more ".repeat(50))))?;
        }
        Ok(())
    });
    assert!(matches!(done, Err(Error::Full)), "{done:?}");
    assert_eq!(count(&db), 300);
}

#[test]
fn a_broken_rule_names_the_column_and_no_value() {
    let (_folder, path) = filled();
    let db = open(&path).unwrap();
    db.sql().execute("INSERT INTO t VALUES (1000, 'Kari Nordmann')", []).unwrap();
    let error = Error::from(db.sql().execute("INSERT INTO t VALUES (1001, 'Kari Nordmann')", []).unwrap_err());
    assert!(matches!(error, Error::Constraint { code: 2067, .. }), "{error:?}");
    assert!(error.to_string().contains("t.text"));
    assert!(!format!("{error} {error:?}").contains("Kari"));
}

#[test]
fn a_failed_full_text_query_does_not_quote_itself() {
    let (_folder, path) = filled();
    let db = open(&path).unwrap();
    db.sql().execute_batch("CREATE VIRTUAL TABLE f USING fts5(text)").unwrap();
    for query in ["\"Kari", "Kari AND", "kari:nordmann", "(Kari"] {
        let error = db.sql().query_row("SELECT text FROM f WHERE f MATCH ?1", [query], |_| Ok(())).unwrap_err();
        let error = Error::from(error);
        assert!(!format!("{error} {error:?}").to_lowercase().contains("kari"), "{error:?}");
    }
}

#[test]
fn vault_info_keeps_texts() {
    let (_folder, path) = filled();
    let db = open(&path).unwrap();
    db.sql().execute_batch(include_str!("../schema/0001.sql")).unwrap();
    assert_eq!(db.vault_info("device").unwrap(), None);
    db.set_vault_info("device", "3").unwrap();
    db.set_vault_info("device", "4").unwrap();
    assert_eq!(db.vault_info("device").unwrap().as_deref(), Some("4"));
}

#[test]
fn a_snapshot_does_not_see_what_is_written_meanwhile() {
    let (_folder, path) = filled();
    let writer = open(&path).unwrap();
    let reader = Db::open(&path, &key(), Mode::ReadOnly).unwrap();
    let seen = reader.snapshot(|reader| {
        let before = count(reader);
        writer.sql().execute("DELETE FROM t WHERE id < 10", [])?;
        assert!(matches!(reader.snapshot(|_| Ok::<_, Error>(())), Err(Error::Nested)));
        Ok::<_, Error>((before, count(reader)))
    });
    assert_eq!(seen.unwrap(), (300, 300));
    assert_eq!(count(&reader), 290);
}

#[test]
fn a_statement_stops_when_asked_to_and_the_next_one_runs() {
    let (_folder, path) = filled();
    let mut db = open(&path).unwrap();
    let stop = Arc::new(AtomicBool::new(true));
    let asked = Arc::clone(&stop);
    db.interrupt_when(move || asked.load(Ordering::Relaxed)).unwrap();
    let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";
    let error = db.sql().query_row(endless, [], |row| row.get::<_, i64>(0)).unwrap_err();
    assert!(matches!(Error::from(error), Error::Interrupted));
    stop.store(false, Ordering::Relaxed);
    assert_eq!(count(&db), 300);
}
