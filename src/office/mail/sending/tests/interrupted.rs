//! Sending that is stopped in the middle: nothing is sent twice by itself, nothing is lost, and what is uncertain is told
//! to be. Real kills, and many, are among the tests of endurance.

use std::path::Path;
use std::sync::Arc;
use std::sync::Mutex;

use super::*;
use crate::office::tests::passphrase;

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else if entry.file_name() != "vault.lock" && entry.file_name() != "ballast" {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Sends `count` messages, and keeps the files as they are while the `which`th is at a step; returns how the messages
/// stand when those files are opened, and how often each arrived after all was sent from there.
fn interrupted(at: At, count: usize, which: usize) -> Vec<(State, State, usize)> {
    let kept = tempfile::tempdir().unwrap();
    let (dir, office) = office();
    let vault = dir.path().join("vault");
    let image = kept.path().join("image");
    let seen = Mutex::new(0);
    let keep = {
        let (vault, image) = (vault.clone(), image.clone());
        move |step: At| {
            let mut seen = seen.lock().unwrap();
            if step == at {
                *seen += 1;
                if *seen == which && !image.exists() {
                    copy(&vault, &image);
                }
            }
        }
    };
    let server = Server::start_with(true, Manner::Good, Arc::new(keep));
    let way = set_up(&office, &server, true);
    let ids: Vec<Id> = (0..count).map(|number| queued(&office, new(&format!("p{number}@example.org")))).collect();
    go(&office, &way);
    // What the server had by then arrived, whatever became of the sender.
    let arrived: Vec<String> = {
        let all = server.messages();
        let before = match at {
            At::Taken => which,
            At::Text => which,
            At::From | At::To | At::Data => which - 1,
            At::Connected | At::Greeted | At::SignedIn => 0,
        };
        all.iter().take(before).map(|message| message.to.clone()).collect()
    };
    office.close();
    let office = Office::open(&image, "me", &passphrase(), Lang::Nb).unwrap();
    let found: Vec<State> = ids.iter().map(|id| message(&office, *id).state).collect();
    let again = Server::start(true, Manner::Good);
    let way = set_up(&office, &again, true);
    go(&office, &way);
    let later = again.messages();
    let all = ids.iter().enumerate().map(|(number, id)| {
        let to = format!("p{number}@example.org");
        let times = arrived.iter().filter(|known| **known == to).count()
            + later.iter().filter(|message| message.to == to).count();
        (found[number], message(&office, *id).state, times)
    });
    all.collect()
}

fn holds(at: At, count: usize, which: usize) {
    for (number, (found, ended, times)) in interrupted(at, count, which).into_iter().enumerate() {
        let what = format!("{at:?} {which} of {count}, message {number}: {found:?}, {ended:?}, {times} times");
        assert!(matches!(found, State::Queued | State::Sent | State::Unknown), "{what}");
        match ended {
            State::Sent => assert_eq!(times, 1, "{what}"),
            // Not sent again by itself, and shown as such.
            State::Unknown => assert!(times <= 1, "{what}"),
            _ => panic!("{what}"),
        }
    }
}

#[test]
fn what_stops_at_any_step_is_neither_sent_twice_nor_lost() {
    for at in At::ALL {
        holds(at, 2, 1);
    }
    // Before its text was on the way, a message just waits on; after that, nobody knows.
    let state = |at| interrupted(at, 1, 1)[0].0;
    assert_eq!(state(At::To), State::Queued);
    assert_eq!(state(At::Text), State::Unknown);
}
