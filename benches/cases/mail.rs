//! Case 9: a mailing to everybody is queued, each message with its codes, and sent to a server in this process over TLS.
//! The limit of sending is the bare client in the same run: the same messages, as they arrived, over one connection, with
//! nothing noted in between.
//!
//! Twice: to a server in the same process, where what is noted on the disk before and after each text is most of the
//! time; and to one that is as far away as real ones are, so that each answer takes a while. What counts is the rate beside
//! the bare client's: at least 0.8 of it at the second. A small trial: `KARTOTEK_BENCH=300 KARTOTEK_ROUNDS=1 cargo bench
//! --profile dev --bench cases -- mail`.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use kartotek::model::list::{self, List};
use kartotek::model::mailing::Sort;
use kartotek::model::person;
use kartotek::model::setting::{Plain, Setting};
use kartotek::office::mail::mailings::{self, Wanted, Words};
use kartotek::office::mail::sending::{self, Way};
use kartotek::office::subject::Subject;
use kartotek::office::{Office, Progress, settings};
use kartotek::transfer::smtp::{Account, Connection, Secret, Security, Trust};

use super::mail_server::{At, Manner, PASSWORD, Received, Server, USER};
use super::{measure, people, vaults};

/// How many messages are enough to tell.
const MOST: u64 = 10_000;
/// How many are, where each takes its time.
const MOST_FAR: u64 = 1_000;
/// How long an answer of a server far away takes, in milliseconds.
const TAKES: u64 = 5;

pub fn run(count: u64) {
    let count = count.min(MOST);
    let kept = vaults::readers(count);
    let place = people::folder("mail");
    vaults::copy(&kept.vault(), &place.path().join("vault"));
    let office = vaults::open(&place.path().join("vault"));
    let takes = Arc::new(AtomicU64::new(0));
    let step = {
        let takes = Arc::clone(&takes);
        move |at: At| {
            let wait = takes.load(Ordering::Relaxed);
            if matches!(at, At::From | At::To | At::Data | At::Text) && wait > 0 {
                std::thread::sleep(Duration::from_millis(wait));
            }
        }
    };
    let server = Server::start_with(true, Manner::Good, Arc::new(step));
    set_up(&office, server.port);
    let everybody = everybody(&office);
    assert_eq!(everybody.len() as u64, count);
    let mut queued = Vec::new();
    for (wait, count) in [(0, count), (TAKES, count.min(MOST_FAR))] {
        takes.store(wait, Ordering::Relaxed);
        let some: Arc<[person::Id]> = everybody.iter().copied().take(count as usize).collect();
        let (mut ours, mut bare) = (Vec::new(), Vec::new());
        for round in 0..measure::rounds(count).min(3) {
            let wanted = mailing(&format!("Mailing {wait} {round}"), &some);
            let clock = Instant::now();
            let done = office.write(move |desk| mailings::carry_out(desk, &wanted, &Progress::default()));
            assert_eq!(done.wait().unwrap().queued, count);
            if wait == 0 {
                queued.push(measure::ms(clock.elapsed()));
            }

            let way = Way { trust: Trust::Also(server.authority.clone()), longest: Duration::from_secs(60) };
            let clock = Instant::now();
            let done = sending::send_by(&office, &way, None, &Progress::default()).unwrap();
            ours.push(measure::ms(clock.elapsed()));
            assert_eq!((done.sent, done.waiting), (count, 0));
            let messages = forget(&server);
            assert_eq!(messages.len() as u64, count);

            let clock = Instant::now();
            send_bare(&server, &messages);
            bare.push(measure::ms(clock.elapsed()));
            assert_eq!(forget(&server).len() as u64, count);
        }
        let rates: Vec<f64> = ours.iter().zip(&bare).map(|(ours, bare)| bare / ours).collect();
        let note =
            format!("rate {:.2} of the bare client's; goal 0.8 at {TAKES} ms an answer", measure::median(&rates));
        measure::line(&format!("9 mail sent, {wait} ms an answer"), count, &ours, &bare, &note);
    }
    let goal = "goal at 10 000: 2 000 ms";
    println!(
        "{:<34} {count:>8}  ours {:>9.2} ms ({:.2}–{:.2})  {goal}",
        "9 mailing queued",
        measure::median(&queued),
        measure::quantile(&queued, 0.0),
        measure::quantile(&queued, 1.0),
    );
    office.close();
}

fn set_up(office: &Office, port: u16) {
    let values = [
        (Plain::MailHost, "localhost".to_owned()),
        (Plain::MailPort, port.to_string()),
        (Plain::MailUser, USER.to_owned()),
        (Plain::MailPassword, PASSWORD.to_owned()),
        (Plain::OfficeName, "Fjordfisk AS".to_owned()),
    ];
    let set = office.write(move |desk| {
        values.iter().try_for_each(|(setting, value)| settings::set(desk, &Setting::Plain(*setting), value).map(|_| ()))
    });
    set.wait().unwrap();
}

fn everybody(office: &Office) -> Arc<[person::Id]> {
    office.prepare_search().wait().unwrap();
    let found = office.find("", kartotek::office::finding::Order::default()).wait().unwrap();
    found.ids.as_slice().into()
}

fn mailing(name: &str, everybody: &Arc<[person::Id]>) -> Wanted {
    let kind = list::shipped_id(List::Subscription, "news").unwrap();
    let content = "We have cod, haddock and saithe this week.\n\nCome by, or answer this letter.\n".repeat(6);
    Wanted {
        words: Words { subject: "Fish of the week".to_owned(), content, ..Words::default() },
        ..Wanted::new(name, Subject::Persons(Arc::clone(everybody)), Sort::Marketing(kind))
    }
}

/// Returns what the server took, and lets it forget what it heard.
fn forget(server: &Server) -> Vec<Received> {
    let mut heard = server.heard.lock().unwrap();
    heard.safe = Vec::new();
    std::mem::take(&mut heard.messages)
}

fn send_bare(server: &Server, messages: &[Received]) {
    let account = Account {
        host: "localhost".to_owned(),
        port: server.port,
        security: Security::Implicit,
        user: USER.to_owned(),
        secret: Secret::Password(PASSWORD.to_owned().into()),
        trust: Trust::Also(server.authority.clone()),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let by = tokio::time::Instant::now() + Duration::from_secs(3_600);
        let mut connection = Connection::open(&account, by, &|_| {}).await.unwrap();
        for message in messages {
            connection.offer(USER, &message.to, &message.data, by).await.unwrap();
            connection.announce(by).await.unwrap();
            connection.body(&message.data, by).await.unwrap();
        }
        connection.leave(by).await;
    });
}
