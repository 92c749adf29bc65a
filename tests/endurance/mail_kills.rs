//! The program is killed while it sends, at every step of the conversation with the server: nothing is sent twice by
//! itself, nothing is lost, and what nobody can know is shown as such.

use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::time::{Duration, Instant};

use kartotek::model::list;
use kartotek::model::outbox::State;
use kartotek::model::person::{Content, Labelled};
use kartotek::model::setting::{Plain, Setting};
use kartotek::office::mail::letters::Choice;
use kartotek::office::mail::sending::{self, Way};
use kartotek::office::mail::{handling, notices};
use kartotek::office::subject::Subject;
use kartotek::office::{Office, Progress, persons, settings};
use kartotek::transfer::smtp::Trust;

use super::child::{AUTHORITY, Part, READY, Running, command};
use super::ground::{Ground, assert_sound};
use super::mail_server::{At, Manner, PASSWORD, Server, USER};

/// How many messages wait in each run.
const MESSAGES: usize = 3;
/// How long a child or a server may take for what is waited for.
const LONGEST: Duration = Duration::from_secs(60);

/// What the kills came to.
#[derive(Debug, Default, PartialEq, Eq)]
struct Tally {
    kills: usize,
    messages: usize,
    /// Messages that arrived more than once though nobody asked for it.
    twice: usize,
    /// Messages that count as sent and never arrived, or that neither wait nor are shown.
    lost: usize,
    /// Messages that are shown as uncertain; of those, how many had arrived.
    uncertain: usize,
    uncertain_and_arrived: usize,
}

#[test]
fn a_kill_at_each_step_sends_nothing_twice_and_loses_nothing() {
    let tally = kill(1);
    assert_eq!((tally.kills, tally.twice, tally.lost), (8, 0, 0), "{tally:?}");
}

#[test]
#[ignore = "takes some minutes"]
fn four_hundred_kills_send_nothing_twice_and_lose_nothing() {
    let tally = kill(50);
    assert_eq!((tally.kills, tally.twice, tally.lost), (400, 0, 0), "{tally:?}");
}

fn address(number: usize) -> String {
    format!("p{number}@example.com")
}

/// Makes an account, and queues messages to as many people.
fn furnish(office: &Office, port: u16) {
    account(office, port);
    let queued = office.write(|desk| {
        let mut ids = Vec::new();
        for number in 0..MESSAGES {
            let mut content = Content { last_name: format!("Person {number}"), ..Content::default() };
            content.emails.push(Labelled::new(None, address(number)));
            ids.push(persons::add(desk, content, None, list::SOURCE_USER)?.id);
        }
        let whom = Subject::Persons(ids.into());
        let done = notices::send_to(
            desk,
            &whom,
            &Choice { incomplete: true, ..Choice::default() },
            true,
            &Progress::default(),
        )?;
        Ok(done.persons.len())
    });
    assert_eq!(queued.wait().unwrap(), MESSAGES);
}

fn account(office: &Office, port: u16) {
    let values = [
        (Plain::MailHost, "localhost".to_owned()),
        (Plain::MailPort, port.to_string()),
        (Plain::MailUser, USER.to_owned()),
        (Plain::MailPassword, PASSWORD.to_owned()),
    ];
    let set = office.write(move |desk| {
        values.iter().try_for_each(|(plain, value)| settings::set(desk, &Setting::Plain(*plain), value).map(|_| ()))
    });
    set.wait().unwrap();
}

/// Sends what is due; what a child does until it is killed.
pub fn send(office: &Office, authority: &Path) {
    let trust = Trust::Also(std::fs::read(authority).unwrap());
    sending::send_by(office, &Way { trust, longest: LONGEST }, None, &Progress::default()).unwrap();
}

/// Kills a sender at each step, so many times.
fn kill(times: usize) -> Tally {
    let (reached, is_reached) = mpsc::channel::<()>();
    let (killed, is_killed) = mpsc::channel::<()>();
    let (reached, is_killed) = (Mutex::new(reached), Mutex::new(is_killed));
    let wanted = Arc::new(Mutex::new(None::<At>));
    let left = Arc::new(AtomicUsize::new(0));
    let is_armed = Arc::new(AtomicBool::new(false));
    let step = {
        let (wanted, left, is_armed) = (Arc::clone(&wanted), Arc::clone(&left), Arc::clone(&is_armed));
        move |at: At| {
            let is_here = is_armed.load(Ordering::SeqCst) && *wanted.lock().unwrap() == Some(at);
            if is_here && left.fetch_sub(1, Ordering::SeqCst) == 1 {
                is_armed.store(false, Ordering::SeqCst);
                reached.lock().unwrap().send(()).unwrap();
                // Nothing more is said to whoever is gone by then.
                is_killed.lock().unwrap().recv().unwrap();
            }
        }
    };
    let server = Server::start_with(true, Manner::Good, Arc::new(step));
    let ground = Ground::new(|office| furnish(office, server.port));
    let authority = ground.path("authority.der");
    std::fs::write(&authority, &server.authority).unwrap();
    let mut tally = Tally::default();
    for at in At::ALL {
        for round in 0..times {
            // Each of the messages in turn, where the step is one of every message.
            let which = if matches!(at, At::Connected | At::Greeted | At::SignedIn) { 1 } else { 1 + round % MESSAGES };
            let vault = ground.copy("copy");
            server.heard.lock().unwrap().messages.clear();
            *wanted.lock().unwrap() = Some(at);
            left.store(which, Ordering::SeqCst);
            is_armed.store(true, Ordering::SeqCst);
            let mut child = Running::start(command(&ground, &vault, Part::Send).env(AUTHORITY, &authority));
            assert_eq!(child.line().as_deref(), Some(READY));
            is_reached.recv_timeout(LONGEST).unwrap();
            drop(child.kill());
            killed.send(()).unwrap();
            if at == At::Text {
                // The whole text is there, and is kept by whoever runs the server.
                let until = Instant::now() + LONGEST;
                while server.messages().len() < which && Instant::now() < until {
                    std::thread::sleep(Duration::from_millis(2));
                }
            }
            count(&ground, &vault, &server, &authority, &mut tally, &format!("{at:?} {round}"));
        }
    }
    println!("{tally:?}");
    tally
}

/// Opens what the one who was killed left, sends on, and counts.
fn count(ground: &Ground, vault: &Path, server: &Server, authority: &Path, tally: &mut Tally, what: &str) {
    let arrived = |number: usize| server.messages().iter().filter(|message| message.to == address(number)).count();
    let before: Vec<usize> = (0..MESSAGES).map(arrived).collect();
    let office = ground.open(vault).unwrap();
    let states = || -> Vec<State> {
        let page = office.read(|desk| handling::page(desk, &[], 100, 0)).wait().unwrap();
        let of = |number: usize| page.iter().find(|line| line.message.address == address(number)).unwrap();
        (0..MESSAGES).map(|number| of(number).message.state).collect()
    };
    // Already when the card file is opened, what is uncertain is shown as that.
    let found = states();
    send(&office, authority);
    let ended = states();
    for number in 0..MESSAGES {
        let times = arrived(number);
        let words = format!("{what}, message {number}: {:?}, {:?}, {times} times", found[number], ended[number]);
        assert!(matches!(found[number], State::Queued | State::Sent | State::Unknown), "{words}");
        tally.messages += 1;
        tally.twice += usize::from(times > 1);
        match ended[number] {
            State::Sent => tally.lost += usize::from(times == 0),
            State::Unknown => {
                assert_eq!((found[number], times), (State::Unknown, before[number]), "{words}");
                tally.uncertain += 1;
                tally.uncertain_and_arrived += times;
            }
            State::Queued | State::Held | State::Connecting | State::Data | State::Failed => tally.lost += 1,
        }
    }
    assert_sound(&office, what);
    office.close();
    tally.kills += 1;
}
