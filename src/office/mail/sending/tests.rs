#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::wildcard_enum_match_arm)]

mod interrupted;

use std::time::Instant;

use mail_parser::MessageParser;

use super::*;
use crate::i18n::Lang;
use crate::model::outbox::{File, Kind, Message};
use crate::model::setting::{Plain, Setting};
use crate::office::mail::outbox::{New, queue};
use crate::office::mail::{handling, testing};
use crate::office::tests::{add, named, office};
use crate::office::{journal, settings};
use crate::transfer::smtp::Why;
use crate::transfer::smtp::server::{At, Manner, PASSWORD, Server, USER};

/// What only the message says.
const SAYS: &str = "geheimtekst";

pub(in crate::office) fn set_up(office: &Office, server: &Server, is_implicit: bool) -> Way {
    let port = server.port.to_string();
    let tls = if is_implicit { "implicit" } else { "starttls" };
    let values: [(Plain, &str); 6] = [
        (Plain::MailHost, "localhost"),
        (Plain::MailPort, &port),
        (Plain::MailTls, tls),
        (Plain::MailUser, USER),
        (Plain::MailPassword, PASSWORD),
        (Plain::MailName, "Fjordfisk AS"),
    ];
    let values = values.map(|(setting, value)| (Setting::Plain(setting), value.to_owned()));
    let set = office.write(move |desk| {
        values.iter().try_for_each(|(setting, value)| settings::set(desk, setting, value).map(|_| ()))
    });
    set.wait().unwrap();
    Way { trust: Trust::Also(server.authority.clone()), longest: Duration::from_secs(20) }
}

pub(super) fn new(to: &str) -> New {
    New {
        kind: Kind::Notice,
        person: None,
        recipient: "Åse Ødegård".to_owned(),
        address: to.to_owned(),
        language: "nb".to_owned(),
        subject: "Hva vi vet om deg".to_owned(),
        body: format!("Hei.\n.\n{SAYS} æøå\n"),
        html: String::new(),
        token: None,
        subscription: None,
        mailing: None,
        due: None,
        files: Vec::new(),
    }
}

pub(super) fn queued(office: &Office, message: New) -> Id {
    office.write(move |desk| queue(desk, message)).wait().unwrap()
}

pub(super) fn message(office: &Office, id: Id) -> Message {
    office.read(move |desk| Ok(store::outbox::get(desk.db(), id)?.unwrap())).wait().unwrap()
}

fn go(office: &Office, way: &Way) -> Done {
    send_by(office, way, None, &Progress::default()).unwrap()
}

#[test]
fn what_is_due_is_sent_once_with_its_parts_and_kept_as_proof() {
    for is_implicit in [true, false] {
        let server = Server::start(is_implicit, Manner::Good);
        let (_dir, office) = office();
        let way = set_up(&office, &server, is_implicit);
        let mut content = named("Åse", "Ødegård");
        content.emails.push(crate::model::person::Labelled::new(None, "ase@example.org".into()));
        let person = add(&office, content);
        let file = File { name: "å/b\"c.txt".into(), media: "text/plain".into(), content: b"fil".to_vec() };
        let with_parts = New {
            person: Some(person.id),
            html: "<p>Hei <b>æøå</b></p>".into(),
            files: vec![file],
            ..new("ase@example.org")
        };
        let first = queued(&office, with_parts);
        let second = queued(&office, new("ole@example.org"));
        let later = New { due: Some(Moment(Moment::now().0 + 3_600_000)), ..new("per@example.org") };
        let third = queued(&office, later);
        let planned = office.read(|desk| plan(desk, None)).wait().unwrap();
        assert_eq!((planned.due.len(), planned.waiting), (2, 1));
        let done = go(&office, &way);
        assert_eq!((done.sent, done.failed, done.unknown, done.waiting), (2, 0, 0, 1), "{done:?}");
        assert!(done.next.is_some());
        // Nothing is sent twice.
        assert_eq!(go(&office, &way).sent, 0);
        let messages = server.messages();
        assert_eq!(messages.len(), 2);
        assert_eq!(server.heard.lock().unwrap().connections, 1, "one connection for all");
        assert_eq!((messages[0].from.as_str(), messages[0].to.as_str()), (USER, "ase@example.org"));
        let read = MessageParser::default().parse(&messages[0].data).unwrap();
        assert_eq!(read.subject(), Some("Hva vi vet om deg"));
        assert_eq!(read.from().unwrap().first().unwrap().name(), Some("Fjordfisk AS"));
        assert_eq!(read.to().unwrap().first().unwrap().name(), Some("Åse Ødegård"));
        assert_eq!(read.body_text(0).unwrap().replace("\r\n", "\n"), format!("Hei.\n.\n{SAYS} æøå\n"));
        assert!(read.body_html(0).unwrap().contains("<b>æøå</b>"));
        assert_eq!(read.header("Auto-Submitted").unwrap().as_text(), Some("auto-generated"));
        assert!(read.header("List-Unsubscribe").is_none());
        let attached = read.attachment(0).unwrap();
        assert_eq!(attached.contents(), b"fil");
        let sent = message(&office, first);
        assert_eq!((sent.state, sent.said.as_str()), (State::Sent, "2.0.0 taken as 42"));
        assert_eq!(read.message_id(), sent.message_id.as_deref());
        assert!(sent.message_id.unwrap().ends_with("@example.org"));
        assert_eq!(message(&office, second).state, State::Sent);
        assert_eq!(message(&office, third).state, State::Queued);
        let heard = String::from_utf8_lossy(&server.heard.lock().unwrap().safe).into_owned();
        assert!(heard.contains("EHLO [127.0.0.1]"), "{heard}");
        assert!(!server.leaked(SAYS));
        // The journal says so of the person.
        let count = office.read(move |desk| Ok(store::persons::journal_ref(desk.db(), person.id)?.unwrap())).wait();
        assert!(count.is_ok());
        assert!(office.read(|desk| journal::verify(desk.db(), desk.keys())).wait().unwrap().is_intact());
    }
}

#[test]
fn marketing_says_where_to_end_it_and_one_click_only_where_there_is_a_page() {
    let server = Server::start(true, Manner::Good);
    let (_dir, office) = office();
    let way = set_up(&office, &server, true);
    let mailing =
        || New { kind: Kind::Marketing, token: Some("ktabc".into()), html: "<p>x</p>".into(), ..new("a@example.org") };
    let first = queued(&office, mailing());
    go(&office, &way);
    let page = Setting::Plain(Plain::MailUnsubscribe);
    office.write(move |desk| settings::set(desk, &page, "https://example.org/no?{token}")).wait().unwrap();
    queued(&office, mailing());
    go(&office, &way);
    let header = |at: usize, name: &str| {
        let data = server.messages()[at].data.clone();
        let read = MessageParser::default().parse(&data).unwrap();
        read.header_raw(name).map(|value| value.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    let mailto = "<mailto:office@example.org?subject=unsubscribe%20ktabc>";
    assert_eq!(header(0, "List-Unsubscribe").as_deref(), Some(mailto));
    assert_eq!(header(0, "List-Unsubscribe-Post"), None);
    assert_eq!(header(1, "List-Unsubscribe"), Some(format!("{mailto}, <https://example.org/no?ktabc>")));
    assert_eq!(header(1, "List-Unsubscribe-Post").as_deref(), Some("List-Unsubscribe=One-Click"));
    assert_eq!(header(1, "Auto-Submitted"), None);
    // What it looked like is not kept a thousand times; what it said is.
    let kept = message(&office, first);
    assert!(kept.html.is_empty() && kept.body.contains(SAYS));
}

/// Nothing secret and nothing of a message leaves but over TLS to the server meant, whatever the server does, and it ends.
#[test]
fn hostile_servers_get_nothing_and_everything_ends() {
    use Manner::*;
    let longest = Duration::from_secs(2);
    // The manner, whether TLS begins at once, what is said of it, and how the message stands.
    let table: &[(Manner, bool, Option<Why>, State)] = &[
        (NoStartTls, false, Some(Why::NoTls), State::Queued),
        (NoStartTlsButSignIn, false, Some(Why::NoTls), State::Queued),
        (StartTlsRefused, false, Some(Why::RefusedNow(454)), State::Queued),
        (Injects, false, Some(Why::Garbled), State::Queued),
        (Plain, true, Some(Why::TlsFailed), State::Queued),
        (Silent, true, Some(Why::TimedOut), State::Queued),
        (Silent, false, Some(Why::TimedOut), State::Queued),
        (EndlessGreeting, true, Some(Why::Garbled), State::Queued),
        (EndlessGreeting, false, Some(Why::Garbled), State::Queued),
        (EndlessAnswer, true, None, State::Queued),
        (Drips, true, Some(Why::TimedOut), State::Queued),
        (Drips, false, Some(Why::TimedOut), State::Queued),
        (Garbage, false, Some(Why::Garbled), State::Queued),
        (Garbage, true, Some(Why::TlsFailed), State::Queued),
        (OtherName, true, Some(Why::Certificate), State::Queued),
        (OtherName, false, Some(Why::Certificate), State::Queued),
        (Expired, true, Some(Why::Certificate), State::Queued),
        (SelfSigned, true, Some(Why::Certificate), State::Queued),
        (SelfSigned, false, Some(Why::Certificate), State::Queued),
        (Hangs(At::Text), true, None, State::Unknown),
        (Drops(At::Text), true, None, State::Unknown),
        (Hangs(At::Data), true, None, State::Queued),
        (Refuses(At::To, 550), true, None, State::Failed),
        (Refuses(At::To, 450), true, None, State::Queued),
        (Refuses(At::Text, 554), true, None, State::Failed),
        (Refuses(At::Text, 451), true, None, State::Queued),
    ];
    let (_dir, office) = office();
    for (manner, is_implicit, why, state) in table {
        let server = Server::start(*is_implicit, *manner);
        let way = Way { longest, ..set_up(&office, &server, *is_implicit) };
        let id = queued(&office, new("ase@example.org"));
        let begun = Instant::now();
        let done = go(&office, &way);
        let what = format!("{manner:?} {is_implicit} {done:?}");
        assert!(begun.elapsed() < longest * 4, "{what}");
        assert_eq!(done.problem.as_ref().map(|failure| failure.why), *why, "{what}");
        assert!(!server.leaked(SAYS), "{what}");
        let message = message(&office, id);
        assert_eq!(message.state, *state, "{what}");
        assert!(!message.said.is_empty(), "{what}");
        // What is nobody's message's fault does not wear it out.
        assert_eq!(message.tries, u32::from(why.is_none() && *state != State::Unknown), "{what}");
        office.write(move |desk| Ok(store::outbox::remove(desk.db(), id)?)).wait().unwrap();
    }
}

#[test]
fn who_does_not_prove_who_they_are_sends_nothing_and_loses_nothing() {
    let server = Server::start(true, Manner::Good);
    let (_dir, office) = office();
    let way = set_up(&office, &server, true);
    office.write(|desk| settings::set(desk, &Setting::Plain(Plain::MailPassword), "wrong")).wait().unwrap();
    let ids = [queued(&office, new("a@example.org")), queued(&office, new("b@example.org"))];
    let done = go(&office, &way);
    assert_eq!(done.problem.as_ref().map(|failure| failure.why), Some(Why::Refused(535)));
    assert_eq!((done.sent, done.failed, done.waiting), (0, 0, 2));
    for id in ids {
        assert_eq!((message(&office, id).state, message(&office, id).tries), (State::Queued, 0));
    }
    assert!(server.messages().is_empty());
}

#[test]
fn what_is_refused_for_now_is_tried_again_later_and_in_the_end_no_more() {
    let server = Server::start(true, Manner::Refuses(At::To, 450));
    let (_dir, office) = office();
    let way = set_up(&office, &server, true);
    let id = queued(&office, new("a@example.org"));
    let mut waits = Vec::new();
    for _ in 0..6 {
        assert_eq!(go(&office, &way).sent, 0);
        let now = message(&office, id);
        if let Some(due) = now.due {
            waits.push((due.0 - now.state_at.unwrap().0) / 60_000);
            // Not before.
            assert_eq!(go(&office, &way).put_off, 0);
        }
        office
            .write(move |desk| {
                let mut message = store::outbox::get(desk.db(), id)?.unwrap();
                message.due = None;
                Ok(store::outbox::note(desk.db(), &message)?)
            })
            .wait()
            .unwrap();
    }
    assert_eq!(waits, [1, 5, 30, 120, 480]);
    let failed = message(&office, id);
    assert_eq!(failed.state, State::Failed);
    office.write(move |desk| handling::resend(desk, id)).wait().unwrap();
    let again = message(&office, id);
    assert_eq!((again.state, again.tries), (State::Queued, 0));
    assert_eq!(again.message_id, failed.message_id, "the same for ever");
}

#[test]
fn what_the_server_puts_off_does_not_leave_once_its_mailing_was_ended() {
    use crate::transfer::smtp::{Failure, Step, Why};
    let (_dir, office) = office();
    for (state, then) in [("running", State::Queued), ("stopped", State::Failed)] {
        let settled = office.write(move |desk| {
            let mailing = desk.db().new_id();
            let sql = format!(
                "INSERT INTO mailing VALUES ({mailing}, 'M', NULL, '', 'marketing', NULL, 'newsletter', '{state}', 0, NULL, 1, 1, 1)"
            );
            desk.db().sql_for_tests().execute_batch(&sql).unwrap();
            let new = New { mailing: Some(crate::model::mailing::Id(mailing)), ..new("a@example.org") };
            let id = queue(desk, new)?;
            let mut message = store::outbox::get(desk.db(), id)?.unwrap();
            message.state = State::Data;
            store::outbox::note(desk.db(), &message)?;
            let failure = Failure { step: Step::To, why: Why::RefusedNow(450), said: String::new() };
            steps::settle(desk, id, steps::Outcome::Failed(failure))?;
            Ok(store::outbox::get(desk.db(), id)?.unwrap())
        });
        let settled = settled.wait().unwrap();
        assert_eq!((settled.state, settled.due.is_some()), (then, then == State::Queued), "{state}");
    }
}

#[test]
fn an_address_that_the_server_knows_nobody_at_is_stopped_after_a_few_times() {
    use crate::model::reply::BOUNCES;
    use crate::transfer::smtp::{Failure, Step, Why};
    let (_dir, office) = office();
    let mut content = crate::office::tests::named("Kari", "Nordli");
    content.emails.push(crate::model::contact::Labelled::new(None, "kari@example.org".into()));
    let person = crate::office::tests::add(&office, content).id;
    let refused = |said: &'static str| {
        let stopped = office.write(move |desk| {
            let id = queue(desk, New { person: Some(person), ..new("kari@example.org") })?;
            let failure = Failure { step: Step::To, why: Why::Refused(550), said: said.to_owned() };
            steps::settle(desk, id, steps::Outcome::Failed(failure))?;
            Ok(store::stopped::of_address(desk.db(), "kari@example.org")?.iter().any(|row| row.why.is_some()))
        });
        stopped.wait().unwrap()
    };
    for _ in 0..10 {
        assert!(!refused("5.7.1 we take nothing from 10.5.1.2"), "that is not about the address");
    }
    for _ in 1..BOUNCES {
        assert!(!refused("5.1.1 no such user"));
    }
    assert!(refused("5.1.1 no such user"));
}

#[test]
fn limits_are_kept_and_what_people_wait_for_goes_before_mailings() {
    let server = Server::start(true, Manner::Good);
    let (_dir, office) = office();
    let way = set_up(&office, &server, true);
    office.write(|desk| settings::set(desk, &Setting::Plain(Plain::MailPerHour), "2")).wait().unwrap();
    let mailing = queued(&office, New { kind: Kind::Marketing, ..new("a@example.org") });
    let notices = [queued(&office, new("b@example.org")), queued(&office, new("c@example.org"))];
    let done = go(&office, &way);
    assert_eq!((done.sent, done.waiting), (2, 1));
    assert!(done.limited.is_some());
    assert!(notices.iter().all(|id| message(&office, *id).state == State::Sent));
    assert_eq!(message(&office, mailing).state, State::Queued);
    assert_eq!(go(&office, &way).sent, 0);
    let most = send_by(&office, &way, Some(0), &Progress::default()).unwrap();
    assert_eq!(most.sent, 0);
}

#[test]
fn held_messages_wait_and_only_what_was_not_sent_goes_again() {
    let server = Server::start(true, Manner::Good);
    let (_dir, office) = office();
    let way = set_up(&office, &server, true);
    let (held, sent) = (queued(&office, new("a@example.org")), queued(&office, new("b@example.org")));
    office.write(move |desk| handling::hold(desk, held)).wait().unwrap();
    assert_eq!(go(&office, &way).sent, 1);
    let refused = |result: Result<(), Error>| assert!(matches!(result, Err(Error::Refused(Rule::MailState))));
    refused(office.write(move |desk| handling::hold(desk, sent)).wait());
    refused(office.write(move |desk| handling::resend(desk, sent)).wait());
    refused(office.write(move |desk| handling::remove(desk, sent)).wait());
    refused(office.write(move |desk| handling::resend(desk, held)).wait());
    office.write(move |desk| handling::release(desk, held)).wait().unwrap();
    assert_eq!(go(&office, &way).sent, 1);
    let gone = queued(&office, new("c@example.org"));
    office.write(move |desk| handling::remove(desk, gone)).wait().unwrap();
    assert_eq!(go(&office, &way).sent, 0);
    let all = office.read(|desk| handling::page(desk, &[], 10, 0)).wait().unwrap();
    assert_eq!(all.len(), 2);
    assert_eq!(office.read(|desk| handling::count(desk, |state| state == State::Sent)).wait().unwrap(), 2);
}

#[test]
fn nothing_is_sent_without_an_account_or_the_right_to() {
    let (_dir, office) = office();
    assert_eq!(go(&office, &Way::default()), Done::default());
    queued(&office, new("a@example.org"));
    let refused = send_by(&office, &Way::default(), None, &Progress::default());
    assert!(matches!(refused, Err(Error::Refused(Rule::NoMailAccount))));
    assert!(matches!(testing::try_account(&office), Err(Error::Refused(Rule::NoMailAccount))));
}

#[test]
fn a_test_tells_of_every_step() {
    let server = Server::start(false, Manner::Good);
    let (_dir, office) = office();
    let way = set_up(&office, &server, false);
    let tried = testing::try_by(&office, &way).unwrap();
    assert_eq!(tried.failure, None);
    assert_eq!(tried.done, crate::transfer::smtp::Step::ALL);
    assert_eq!(server.messages()[0].to, USER);
    for lang in Lang::ALL {
        assert_eq!(tried.words(lang).len(), 9);
    }
    let server = Server::start(false, Manner::OtherName);
    let way = set_up(&office, &server, false);
    let tried = testing::try_by(&office, &way).unwrap();
    assert_eq!(tried.done.len(), 2, "{tried:?}");
    assert_eq!(tried.failure.as_ref().map(|failure| failure.why), Some(Why::Certificate));
    assert!(tried.words(Lang::En).last().is_some_and(|(is_done, _)| !is_done));
}

#[test]
fn who_was_erased_is_told_and_then_forgotten() {
    use crate::office::erasure::{self, Telling, Wanted};
    let server = Server::start(true, Manner::Good);
    let (_dir, office) = office();
    let way = set_up(&office, &server, true);
    let mut content = named("Geheim", "Geheimsen");
    content.emails.push(crate::model::person::Labelled::new(None, "geheim@example.org".into()));
    let person = add(&office, content);
    let telling = Telling::Wait(crate::model::outbox::Channel::Mail);
    let wanted = Wanted { telling, ..Wanted::new(vec![person.id]) };
    let done = erasure::carry_out(&office, wanted, &std::sync::Arc::default()).unwrap();
    assert_eq!(done.waiting, 1);
    let done = go(&office, &way);
    assert_eq!((done.sent, done.waiting), (1, 0), "{done:?}");
    assert_eq!(server.messages()[0].to, "geheim@example.org");
    assert!(office.read(|desk| erasure::letters(desk)).wait().unwrap().is_empty());
    assert!(!erasure::is_unfinished(&office).unwrap());
    let erasure = office.read(|desk| Ok(store::erasure::all(desk.db())?.remove(0))).wait().unwrap();
    assert_eq!(erasure.residue, Some(0));
}
