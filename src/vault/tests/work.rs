//! Jobs, their order, their answers, and what happens when they go wrong.

use super::*;
use std::sync::mpsc::channel;

const ENDLESS: &str = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";

fn run_forever(work: &Work<'_>) -> Result<i64, crate::store::Error> {
    Ok(work.db.sql_for_tests().query_row(ENDLESS, [], |row| row.get(0))?)
}

/// Keeps both reading threads busy until the senders are dropped.
fn occupy_readers(vault: &Vault) -> Vec<(std::sync::mpsc::Sender<()>, Reply<()>)> {
    (0..2)
        .map(|_| {
            let (release, wait) = channel::<()>();
            let (started, begun) = channel();
            let reply = vault.read(move |_| {
                started.send(()).unwrap();
                let _ = wait.recv();
            });
            begun.recv().unwrap();
            (release, reply)
        })
        .collect()
}

#[test]
fn writes_are_done_in_the_order_they_were_sent() {
    let (_place, _path, vault, _) = new_vault();
    let replies: Vec<_> = (0..200)
        .map(|number: i64| {
            vault.write(move |work| {
                let before = work.db.vault_info("count").unwrap().map_or(0, |text| text.parse::<i64>().unwrap());
                work.db.set_vault_info("count", &(number + 1).to_string()).unwrap();
                before
            })
        })
        .collect();
    for (number, reply) in (0..).zip(replies) {
        assert_eq!(reply.wait().unwrap(), number);
    }
    assert_eq!(vault.read(|work| work.db.vault_info("count")).wait().unwrap().unwrap().as_deref(), Some("200"));
}

#[test]
fn readers_cannot_write() {
    let (_place, _path, vault, _) = new_vault();
    let refused = vault.read(|work| work.db.set_vault_info("note", "x")).wait().unwrap();
    assert!(matches!(refused, Err(crate::store::Error::ReadOnly)), "{refused:?}");
}

#[test]
fn a_reply_is_a_future() {
    let (_place, _path, vault, _) = new_vault();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let found = runtime.block_on(async {
        vault.write(|work| work.db.set_vault_info("note", "async")).await.unwrap().unwrap();
        vault.read(|work| work.db.vault_info("note")).await.unwrap().unwrap()
    });
    assert_eq!(found.as_deref(), Some("async"));
}

#[test]
fn a_panic_fails_its_own_job_only_and_is_rolled_back() {
    let (_place, _path, vault, _) = new_vault();
    note(&vault, "before");
    let failed: Result<(), Gone> = vault
        .write(|work| {
            work.db.sql_for_tests().execute_batch("BEGIN IMMEDIATE").unwrap();
            work.db.set_vault_info("note", "half").unwrap();
            panic!("on purpose")
        })
        .wait();
    assert!(matches!(failed, Err(Gone::Failed)));
    assert_eq!(noted(&vault).as_deref(), Some("before"));
    note(&vault, "after");
    for _ in 0..3 {
        let failed: Result<(), Gone> = vault.read(|_| panic!("on purpose")).wait();
        assert!(matches!(failed, Err(Gone::Failed)));
    }
    assert_eq!(noted(&vault).as_deref(), Some("after"));
}

#[test]
fn a_transaction_left_open_is_rolled_back() {
    let (_place, _path, vault, _) = new_vault();
    vault
        .write(|work| {
            work.db.sql_for_tests().execute_batch("BEGIN IMMEDIATE").unwrap();
            work.db.set_vault_info("note", "forgotten").unwrap();
        })
        .wait()
        .unwrap();
    assert_eq!(noted(&vault), None);
}

#[test]
fn closing_does_not_wait_for_a_question_that_nobody_waits_for() {
    let (_place, _path, vault, _) = new_vault();
    let (started, begun) = channel();
    let (ended, end) = channel();
    drop(vault.read(|_| ()).wait());
    let endless = vault.read(move |work| {
        started.send(()).unwrap();
        ended.send(matches!(run_forever(work), Err(crate::store::Error::Interrupted))).unwrap();
    });
    begun.recv().unwrap();
    // One that somebody waits for is answered.
    let (release, wait) = channel::<()>();
    let waited_for = vault.read(move |work| {
        let _ = wait.recv();
        work.db.vault_info("note")
    });
    drop(endless);
    let closing = std::thread::spawn(move || vault.close_and_wait());
    assert!(end.recv_timeout(std::time::Duration::from_secs(60)).unwrap());
    drop(release);
    assert_eq!(waited_for.wait().unwrap().unwrap(), None);
    closing.join().unwrap();
}

#[test]
fn a_newer_question_replaces_one_that_waits() {
    let (_place, _path, vault, _) = new_vault();
    let busy = occupy_readers(&vault);
    let first = vault.latest(Slot("search"), |_| 1);
    let other = vault.latest(Slot("list"), |_| 10);
    let plain = vault.read(|_| 100);
    let second = vault.latest(Slot("search"), |_| 2);
    let third = vault.latest(Slot("search"), |_| 3);
    for older in [first, second] {
        assert!(matches!(older.wait(), Err(Gone::Replaced)), "answered although the readers are busy");
    }
    drop(busy);
    assert_eq!(third.wait().unwrap(), 3);
    assert_eq!(other.wait().unwrap(), 10);
    assert_eq!(plain.wait().unwrap(), 100);
}

#[test]
fn a_newer_question_interrupts_one_that_runs() {
    let (_place, _path, vault, _) = new_vault();
    let (started, begun) = channel();
    let endless = vault.latest(Slot("search"), move |work| {
        started.send(()).unwrap();
        run_forever(work)
    });
    let (started, other_begun) = channel();
    let other = vault.latest(Slot("list"), move |work| {
        started.send(()).unwrap();
        run_forever(work)
    });
    begun.recv().unwrap();
    other_begun.recv().unwrap();
    // Both threads are busy, so this one is answered only if the first is really interrupted.
    let newer = vault.latest(Slot("search"), |work| work.db.vault_info("device").unwrap());
    assert!(matches!(endless.wait(), Err(Gone::Replaced)));
    assert_eq!(newer.wait().unwrap().as_deref(), Some("1"));

    other.canceller().cancel();
    let stopped = other.wait().unwrap();
    assert!(matches!(stopped, Err(crate::store::Error::Interrupted)), "{stopped:?}");
}

#[test]
fn an_interruption_never_hits_the_next_question() {
    let (_place, _path, vault, _) = new_vault();
    let replies: Vec<_> = (0..300)
        .map(|number| {
            let search = vault.latest(Slot("search"), |work| work.db.page_statistics());
            let plain = vault.read(|work| work.db.vault_info("device"));
            (number, search, plain)
        })
        .collect();
    for (number, search, plain) in replies {
        assert_eq!(plain.wait().unwrap().unwrap().as_deref(), Some("1"), "{number}");
        match search.wait() {
            Ok(found) => assert!(found.is_ok(), "{number}: {found:?}"),
            Err(gone) => assert!(matches!(gone, Gone::Replaced), "{number}: {gone:?}"),
        }
    }
}

#[test]
fn a_question_whose_reply_was_dropped_is_not_asked_but_a_write_is_done() {
    let (_place, _path, vault, _) = new_vault();
    let busy = occupy_readers(&vault);
    let (asked, was_asked) = channel();
    drop(vault.read(move |_| asked.send(()).unwrap()));
    drop(busy);
    assert!(was_asked.recv().is_err());
    drop(vault.write(|work| work.db.set_vault_info("note", "done").unwrap()));
    vault.write(|_| ()).wait().unwrap();
    assert_eq!(noted(&vault).as_deref(), Some("done"));
}

#[test]
fn a_long_write_can_be_called_off() {
    let (_place, _path, vault, _) = new_vault();
    let (started, begun) = channel();
    let reply = vault.write(move |work| {
        started.send(()).unwrap();
        while !work.cancel.is_cancelled() {
            std::thread::yield_now();
        }
        "stopped in order"
    });
    begun.recv().unwrap();
    reply.canceller().cancel();
    assert_eq!(reply.wait().unwrap(), "stopped in order");
}

#[test]
fn closing_does_what_was_sent_and_takes_no_more() {
    let (_place, path, vault, _) = new_vault();
    let other = vault.clone();
    let busy = occupy_readers(&vault);
    let last_write = vault.write(|work| work.db.set_vault_info("note", "last"));
    let last_read = vault.read(|_| "read");
    vault.close();
    assert!(matches!(other.write(|_| ()).wait(), Err(Gone::Closed)));
    assert!(matches!(other.read(|_| ()).wait(), Err(Gone::Closed)));
    drop(busy);
    last_write.wait().unwrap().unwrap();
    assert_eq!(last_read.wait().unwrap(), "read");
    other.close_and_wait();
    let vault = open(&path).unwrap();
    assert_eq!(noted(&vault).as_deref(), Some("last"));
}

#[test]
fn the_last_handle_closes_even_inside_a_job() {
    let (_place, path, vault, _) = new_vault();
    let writer = vault.0.writer.lock().unwrap().take().unwrap();
    let held = vault.clone();
    drop(vault.write(move |_| drop(held)));
    drop(vault);
    writer.join().unwrap();
    open(&path).unwrap().close_and_wait();
}

#[test]
fn the_log_is_emptied_when_the_time_has_come() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("office");
    let at_once = Settings { checkpoint_after: Duration::ZERO, ..Settings::default() };
    let (vault, _) = opening::create(&path, &passphrase(), FIRST_USER, at_once).unwrap();
    let length = || fs::metadata(path.join("vault.db-wal")).unwrap().len();
    // The thread looks at the log between jobs: after the third, it has looked twice since the first.
    note(&vault, "kept");
    vault.write(|_| ()).wait().unwrap();
    vault.write(|_| ()).wait().unwrap();
    assert_eq!(length(), 0);
    assert_eq!(fs::read(path.join("vault.lock")).unwrap(), b"");
    vault.close_and_wait();

    let vault = open(&path).unwrap();
    note(&vault, "changed");
    vault.write(|_| ()).wait().unwrap();
    assert!(length() > 0, "30 seconds have not passed");
    assert_ne!(fs::read(path.join("vault.lock")).unwrap(), b"");
    vault.checkpoint().wait().unwrap().unwrap();
    assert_eq!(length(), 0);
}

#[test]
fn the_vaults_keys_vouch_for_messages() {
    let (_place, path, vault, _) = new_vault();
    let codes = |vault: &Vault| {
        vault.read(|work| (work.keys.journal().code(b"x"), work.keys.suppression().code(b"x"))).wait().unwrap()
    };
    let (journal, suppression) = codes(&vault);
    assert_ne!(journal, suppression);
    vault.close_and_wait();
    let vault = open(&path).unwrap();
    assert_eq!(codes(&vault), (journal, suppression), "the same after opening again");
    assert!(vault.read(move |work| work.keys.journal().vouches(b"x", &journal)).wait().unwrap());
}

#[test]
fn the_last_handle_waits_until_the_vault_is_closed() {
    let (_place, path, vault, _) = new_vault();
    let reading = vault.read(|_| std::thread::sleep(Duration::from_millis(50)));
    drop(vault);
    assert!(matches!(reading.wait(), Ok(()) | Err(Gone::Closed)));
    assert!(!path.join("vault.db-wal").exists());
    open(&path).unwrap();
}

#[test]
fn a_job_may_hold_the_last_handle() {
    let (_place, path, vault, _) = new_vault();
    let (go, wait) = channel::<()>();
    let handle = vault.clone();
    let read = vault.read(move |_| {
        let _ = wait.recv();
        drop(handle);
    });
    drop(vault);
    drop(go);
    read.wait().unwrap();
    while matches!(open(&path), Err(Error::InUse)) {
        std::thread::yield_now();
    }
}
