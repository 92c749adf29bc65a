#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::Path;

use super::*;
use crate::i18n::Lang;
use crate::model::basis::{Basis, Decision};
use crate::model::field::Field;
use crate::model::list::{self, List};
use crate::model::outbox::{self, Message};
use crate::model::person::Labelled;
use crate::model::reply::BOUNCES;
use crate::model::restriction::Ground;
use crate::model::{Moment, report, subscription, user};
use crate::office::mail::allowed::Judge;
use crate::office::mail::{consents, letters, stopped};
use crate::office::tests::{add, named, office};
use crate::office::{
    Office, Progress, activities, legal_basis, persons, settings, states, subscriptions, trash, wordings,
};
use crate::transfer::{Parser, Stop};

fn ase(office: &Office) -> person::Id {
    let mut content = named("Åse", "Ødegård");
    content.emails.push(Labelled::new(Some(list::LABEL_WORK), "ase@example.org".into()));
    let id = add(office, content).id;
    let yes = Decision::new(list::MARKETING, Basis::Consent, list::SOURCE_USER);
    office.write(move |desk| legal_basis::decide(desk, id, &yes, None)).wait().unwrap();
    id
}

fn kind(key: &str) -> list::Id {
    list::shipped_id(List::Subscription, key).unwrap()
}

fn code(office: &Office, id: person::Id, purpose: Purpose) -> String {
    office.write(move |desk| tokens::issue(desk, id, purpose)).wait().unwrap()
}

/// When the examples were written.
const WRITTEN: &str = "Tue, 3 Mar 2026 10:00:00 +0100";

/// Returns a message of the examples with some of its words replaced; written today, unless those say otherwise.
fn came(name: &str, words: &[(&str, &str)]) -> Came {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/mail").join(name);
    let mut text = std::fs::read_to_string(path).unwrap();
    if !words.iter().any(|(word, _)| *word == WRITTEN) {
        // What says to be of tomorrow is of today.
        text = text.replace(WRITTEN, "Fri, 3 Mar 2090 10:00:00 +0100");
    }
    for (word, with) in words {
        text = text.replace(word, with);
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, text).unwrap();
    read(&Parser::Here, &[path], &Stop::default()).unwrap().remove(0)
}

fn taken(office: &Office, came: Came) -> Taken {
    office.write(move |desk| take_in(desk, &[came], Strangers::Left)).wait().unwrap()
}

fn only(office: &Office, came: Came) -> Recognised {
    let mut taken = taken(office, came);
    assert!(taken.left.is_empty(), "{:?}", taken.left);
    taken.recognised.remove(0)
}

fn left(office: &Office, came: Came) -> Why {
    let mut taken = taken(office, came);
    assert!(taken.recognised.is_empty(), "{:?}", taken.recognised);
    taken.left.remove(0).why
}

fn proposed(office: &Office) -> Vec<(String, String, String)> {
    let all = office.read(|desk| proposals::list(desk, true)).wait().unwrap();
    let one = |one: proposals::Proposed| (one.kind.to_owned(), one.before, one.value);
    all.into_iter().flat_map(|came| came.proposed).map(one).collect()
}

fn accept_all(office: &Office) {
    office
        .write(|desk| {
            let all = proposals::list(desk, true)?;
            let ids: Vec<_> = all.iter().flat_map(|came| came.proposed.iter().map(|one| one.id)).collect();
            proposals::accept(desk, &ids)
        })
        .wait()
        .unwrap();
}

fn marketing(office: &Office, id: person::Id) -> Option<crate::model::basis::Entry> {
    office.read(move |desk| legal_basis::standing(desk, id, list::MARKETING)).wait().unwrap()
}

fn wants(office: &Office, id: person::Id, key: &str) -> Option<subscription::Entry> {
    let kind = kind(key);
    let all = office.read(move |desk| subscriptions::of(desk, id)).wait().unwrap();
    all.types.into_iter().find(|standing| standing.kind == kind).and_then(|standing| standing.said)
}

#[test]
fn an_unsubscription_with_its_code_is_carried_out_at_once_and_once() {
    let (_dir, office) = office();
    let id = ase(&office);
    let code = code(&office, id, Purpose::Unsubscribe { mailing: None, kind: Some(kind("news")) });
    // Whoever forwards it, and from whichever address: the code says whose it is.
    let mail = came("unsubscribe.eml", &[("CODE", &code), ("ase@example.org", "private@example.net")]);
    let done = only(&office, mail.clone());
    assert_eq!((done.kind, done.proof, done.person, done.open, done.done), (Kind::Unsubscribe, Proof::Token, id, 0, 1));
    let said = wants(&office, id, "news").unwrap();
    assert_eq!(Some(said.source), list::shipped_id(List::Source, "request"));
    assert_eq!(said.wanted, Some(false));
    assert_eq!(left(&office, mail), Why::TakenBefore);
    // The message is kept with the card.
    let all = office.read(|desk| proposals::list(desk, false)).wait().unwrap();
    let evidence = all[0].reply.evidence.unwrap();
    let (_, bytes) = office.read(move |desk| attached::get(desk, evidence)).wait().unwrap();
    assert!(String::from_utf8_lossy(&bytes).contains("Melde_seg_av"));
    // One that was made up says nothing, and a stranger's own words neither.
    let forged = came("unsubscribe.eml", &[("CODE", &code.replace(&code[4..6], "zz")), ("u1@", "u2@")]);
    assert_eq!(only(&office, forged).done, 0, "proposed at most");
}

#[test]
fn no_mailings_at_all_takes_a_consent_back_or_objects() {
    let (_dir, office) = office();
    let id = ase(&office);
    let code_of = |id| code(&office, id, Purpose::Unsubscribe { mailing: None, kind: None });
    only(&office, came("unsubscribe.eml", &[("CODE", &code_of(id))]));
    let entry = marketing(&office, id).unwrap();
    assert!(entry.basis == Basis::Withdrawn && entry.evidence.is_some());
    let other = add(&office, named("Kari", "Nordli")).id;
    only(&office, came("unsubscribe.eml", &[("CODE", &code_of(other)), ("u1@", "u2@")]));
    assert_eq!(marketing(&office, other).unwrap().basis, Basis::Objected);
}

#[test]
fn a_refusal_is_heard_of_a_closed_card_which_tells_nothing() {
    let (_dir, office) = office();
    let id = ase(&office);
    let code = code(&office, id, Purpose::Unsubscribe { mailing: None, kind: Some(kind("news")) });
    office.write(move |desk| states::restrict(desk, id, Ground::Accuracy, "")).wait().unwrap();
    assert_eq!(only(&office, came("unsubscribe.eml", &[("CODE", &code)])).done, 1);
    only(&office, came("request.eml", &[]));
    let all = office.read(|desk| proposals::list(desk, true)).wait().unwrap();
    assert!(all[0].is_closed && all[0].reply.subject.is_empty());
    assert!(all[0].proposed.iter().all(|one| one.value.is_empty()));
}

#[test]
fn the_same_message_exported_again_is_the_same() {
    let (_dir, office) = office();
    let id = ase(&office);
    sent(&office, id);
    let hard = came("bounce-hard.eml", &[]);
    let again = |head: &str, tail: &str| {
        let bytes = [head.as_bytes(), hard.bytes.trim_ascii_end(), tail.as_bytes()].concat();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("again.eml");
        std::fs::write(&path, bytes).unwrap();
        read(&Parser::Here, &[path], &Stop::default()).unwrap().remove(0)
    };
    only(&office, hard.clone());
    for (head, tail) in
        [("", ""), ("", "\n\n"), ("X-Mozilla-Status: 0001\n", "\n"), ("X-Gmail-Labels: Inbox\n", "\r\n")]
    {
        assert_eq!(left(&office, again(head, tail)), Why::TakenBefore, "{head:?} {tail:?}");
    }
    // Another of the same words is another.
    let other = |head: &str| came("bounce-hard.eml", &[("Message-ID: <bounce-1@mx.example.net>", head)]);
    only(&office, other("Message-ID: <bounce-2@mx.example.net>"));
    // Without an identity, what it says is it.
    only(&office, other("X-Nothing: 1"));
    let mut nameless = other("X-Nothing: 1");
    nameless.bytes.truncate(nameless.bytes.trim_ascii_end().len());
    assert_eq!(left(&office, nameless), Why::TakenBefore);
    only(&office, other("X-Nothing: 2"));
}

#[test]
fn an_old_no_does_not_undo_a_later_yes() {
    let (_dir, office) = office();
    let id = ase(&office);
    let said = |wanted| {
        let said = subscription::Said::new(kind("news"), wanted);
        office.write(move |desk| subscriptions::set(desk, id, &said)).wait().unwrap();
    };
    let stop = |kind| code(&office, id, Purpose::Unsubscribe { mailing: None, kind });
    let (news, all) = (stop(Some(kind("news"))), stop(None));
    std::thread::sleep(std::time::Duration::from_millis(5));
    let mail =
        |code: &str, name: &str, date: &str| came("unsubscribe.eml", &[("CODE", code), ("u1@", name), (WRITTEN, date)]);
    said(true);
    for code in [&news, &all] {
        let done = only(&office, mail(code, &format!("{code}@"), WRITTEN));
        assert_eq!((done.done, done.open), (0, 1), "she answered since");
    }
    assert_eq!(wants(&office, id, "news").unwrap().wanted, Some(true));
    let waiting = office.read(|desk| proposals::list(desk, true)).wait().unwrap();
    let hints: Vec<_> = waiting.iter().flat_map(|came| came.proposed.iter().map(|one| one.hints.clone())).collect();
    assert_eq!(hints, [[proposals::Hint::Overtaken], [proposals::Hint::Overtaken]]);
    // Somebody who looks at it decides.
    accept_all(&office);
    assert_eq!(wants(&office, id, "news").unwrap().wanted, Some(false));
    // A yes that was written before a no is old too, whichever is taken in first.
    let wording = office.write(|desk| wordings::add(desk, list::MARKETING, "nb", "Kan vi skrive?")).wait().unwrap();
    let yes = code(&office, id, Purpose::Confirm { purpose: list::MARKETING, wording });
    assert_eq!(only(&office, mail(&yes, "yes@", WRITTEN)).done, 0);
    assert_eq!(marketing(&office, id).unwrap().basis, Basis::Withdrawn);
    let kari = add(&office, named("Kari", "Nordli")).id;
    let yes = code(&office, kari, Purpose::Confirm { purpose: list::MARKETING, wording });
    assert_eq!(only(&office, mail(&yes, "early@", WRITTEN)).done, 1);
    let no = code(&office, kari, Purpose::Unsubscribe { mailing: None, kind: None });
    let a_day_later = only(&office, mail(&no, "late@", "Wed, 4 Mar 2026 10:00:00 +0100"));
    assert_eq!(a_day_later.done, 1, "what counts is when it was written");
    assert_eq!(marketing(&office, kari).unwrap().basis, Basis::Withdrawn);
}

#[test]
fn wishes_are_heard_no_at_once_and_yes_when_somebody_says_so() {
    let (_dir, office) = office();
    let id = ase(&office);
    let code = code(&office, id, Purpose::Preferences);
    let list = |news: &str, invitations: &str| format!("<p>[{news}] Nyheter<br>[{invitations}] Invitasjoner</p>");
    let wish = |id: &str, list: &str| {
        let words = [("CODE", code.as_str()), ("w1@", id), ("<p>[x] Nyheter<br>[ ] Invitasjoner</p>", list)];
        only(&office, came("wishes.eml", &words))
    };
    // What the link holds, sent back as it is, changes nothing, and nothing is kept of it.
    let types = move |desk: &mut Desk<'_>| {
        let gets = Judge::new(desk)?.types_of_many(desk, &[id])?.remove(&id).unwrap();
        tokens::types(desk, Lang::Nb, &gets)
    };
    let sent = office.write(types).wait().unwrap();
    assert!(sent.contains("[x] Nyheter\r\n") && sent.contains("[x] Invitasjoner\r\n"), "a consent covers them: {sent}");
    let done = wish("w0@", &sent.replace("\r\n", "<br>"));
    assert_eq!((done.kind, done.done, done.open), (Kind::Preferences, 0, 0));
    assert!(proposed(&office).is_empty() && wants(&office, id, "news").is_none());
    let done = wish("w1@", &list("x", " "));
    assert_eq!((done.kind, done.done, done.open), (Kind::Preferences, 1, 0));
    assert_eq!(wants(&office, id, "invitations").unwrap().wanted, Some(false), "what is quoted below says nothing");
    let sent = office.write(types).wait().unwrap();
    assert!(sent.contains("[x] Nyheter\r\n") && sent.contains("[ ] Invitasjoner\r\n"), "{sent}");
    assert_eq!(wish("w2@", &list("x", " ")).done, 0, "as it is already");
    let done = wish("w3@", &list(" ", "x"));
    assert_eq!((done.done, done.open), (1, 1));
    assert_eq!(wants(&office, id, "news").unwrap().wanted, Some(false));
    accept_all(&office);
    assert_eq!(wants(&office, id, "invitations").unwrap().wanted, Some(true));
    for (wish, kind, done) in [("about", "access", 0), ("nothing", "no-mailings", 1)] {
        let mail = came("wishes.eml", &[("CODE types", &format!("{code} {wish}")), ("w1@", &format!("{wish}@"))]);
        assert_eq!(only(&office, mail).done, done, "{kind}");
    }
    assert_eq!(marketing(&office, id).unwrap().basis, Basis::Withdrawn);
}

#[test]
fn an_old_list_takes_nothing_away_that_was_wanted_since_and_words_beside_it_are_heard() {
    let (_dir, office) = office();
    let id = ase(&office);
    let code = code(&office, id, Purpose::Preferences);
    let wish = |id: &str, text: &str| {
        let words = [("CODE", code.as_str()), ("w1@", id), ("<p>[x] Nyheter<br>[ ] Invitasjoner</p>", text)];
        only(&office, came("wishes.eml", &words))
    };
    let done = wish("b1@", "<p>Slett meg, takk.<br>[x] Nyheter<br>[x] Invitasjoner</p>");
    assert_eq!((done.done, done.open), (0, 1), "the list is as it was sent, and something stands above it");
    assert!(proposed(&office).iter().any(|(kind, ..)| kind == "erase"));
    let done = wish("b2@", "<p>Ring meg heller.<br>[x] Nyheter<br>[x] Invitasjoner</p>");
    assert_eq!((done.done, done.open), (0, 1));
    assert!(proposed(&office).iter().any(|(kind, ..)| kind == "message"));
    // What was wanted after the list was sent is not taken away by a line that nobody touched.
    let later = || std::thread::sleep(std::time::Duration::from_millis(5));
    later();
    let wanted = subscription::Said::new(kind("invitations"), true);
    office.write(move |desk| subscriptions::set(desk, id, &wanted)).wait().unwrap();
    later();
    let done = wish("b3@", "<p>[ ] Nyheter<br>[ ] Invitasjoner</p>");
    assert_eq!((done.done, done.open), (1, 1));
    assert_eq!(wants(&office, id, "invitations").unwrap().wanted, Some(true));
    assert_eq!(wants(&office, id, "news").unwrap().wanted, Some(false));
}

#[test]
fn a_confirmation_enters_the_consent_with_what_was_shown_and_what_proves_it() {
    let (_dir, office) = office();
    let id = add(&office, named("Åse", "Ødegård")).id;
    let wording = office.write(|desk| wordings::add(desk, list::MARKETING, "nb", "Kan vi skrive?")).wait().unwrap();
    let code = code(&office, id, Purpose::Confirm { purpose: list::MARKETING, wording });
    let late = came("unsubscribe.eml", &[("CODE", &code), ("u1@", "late@")]);
    let why = office.write(move |desk| {
        desk.pass_days_for_tests(40);
        take_in(desk, &[late], Strangers::Left)
    });
    assert_eq!(why.wait().unwrap().left[0].why, Why::TooLate);
    assert_eq!(only(&office, came("unsubscribe.eml", &[("CODE", &code)])).done, 1);
    let entry = marketing(&office, id).unwrap();
    assert_eq!((entry.basis, entry.wording), (Basis::Consent, Some(wording)));
    assert!(entry.evidence.is_some());
}

#[test]
fn an_answer_proposes_and_what_is_accepted_is_done_with_its_source() {
    let (_dir, office) = office();
    let id = ase(&office);
    let code = code(&office, id, Purpose::Answer { report: report::Id(77) });
    let wrong = came("answer.eml", &[("CODE", &code), ("REPORT", "78")]);
    assert_eq!(left(&office, wrong), Why::UnknownCode, "the code is that of one report");
    assert_eq!(left(&office, came("answer.eml", &[("REPORT", "77")])), Why::UnknownCode);
    let mail = came("answer.eml", &[("CODE", &code), ("REPORT", "77")]);
    let done = only(&office, mail.clone());
    assert_eq!((done.kind, done.open, done.done), (Kind::Answer, 3, 0));
    let row = |kind: &str, before: &str, value: &str| (kind.to_owned(), before.to_owned(), value.to_owned());
    let wanted = [row("correct", "", "Innkjøpssjef"), row("withdraw", "", ""), row("message", "", "Takk")];
    assert_eq!(proposed(&office), wanted);
    // The file by itself is the same answer.
    let answer = mail.mail.unwrap().answers.remove(0);
    let alone = Came {
        file: "answer.json".into(),
        number: 1,
        bytes: serde_json::to_vec(&answer).unwrap(),
        mail: Some(Mail { answers: vec![answer], ..Mail::default() }),
    };
    assert_eq!(left(&office, alone), Why::TakenBefore);
    accept_all(&office);
    let card = office.read(move |desk| persons::get(desk, id)).wait().unwrap();
    assert_eq!(card.content.title, "Innkjøpssjef");
    assert_eq!(Some(marketing(&office, id).unwrap().source), list::shipped_id(List::Source, "portal"));
    assert!(proposed(&office).is_empty());
}

#[test]
fn a_field_that_may_not_be_changed_is_for_somebody_to_read() {
    let (_dir, office) = office();
    let id = ase(&office);
    office
        .write(|desk| {
            let setting = crate::office::settings::Setting::from_key("field.title.answer").unwrap();
            crate::office::settings::set(desk, &setting, "no")
        })
        .wait()
        .unwrap();
    let code = code(&office, id, Purpose::Answer { report: report::Id(77) });
    only(&office, came("answer.eml", &[("CODE", &code), ("REPORT", "77")]));
    let all = proposed(&office);
    assert!(all.iter().all(|one| one.0 != "correct"));
    assert!(all.iter().any(|one| one.0 == "message" && one.2.contains("Innkjøpssjef") && one.2.contains("Takk")));
    // Rejected, nothing happens, and nothing is decided twice.
    let ids: Vec<_> =
        office.read(|desk| proposals::list(desk, true)).wait().unwrap()[0].proposed.iter().map(|one| one.id).collect();
    let again = ids.clone();
    office.write(move |desk| proposals::reject(desk, &ids)).wait().unwrap();
    assert_eq!(marketing(&office, id).unwrap().basis, Basis::Consent);
    let twice = office.write(move |desk| proposals::accept(desk, &again)).wait();
    assert!(matches!(twice, Err(Error::Refused(Rule::ProposalDecided))));
}

fn sent(office: &Office, id: person::Id) {
    office
        .write(move |desk| {
            let message = Message {
                id: outbox::Id(desk.db().new_id()),
                kind: outbox::Kind::Marketing,
                channel: outbox::Channel::Mail,
                recipient: String::new(),
                address: "ase@example.org".into(),
                language: "nb".into(),
                subject: "Nyheter".into(),
                body: "Hei".into(),
                html: String::new(),
                state: outbox::State::Sent,
                person: Some(id),
                erasure: None,
                at: Moment::now(),
                by: desk.user().id,
                message_id: Some("sent-1@example.org".into()),
                token: None,
                subscription: None,
                mailing: None,
                tries: 1,
                due: None,
                state_at: None,
                said: String::new(),
            };
            Ok(store::outbox::insert(desk.db(), &message)?)
        })
        .wait()
        .unwrap();
}

#[test]
fn five_messages_that_come_back_for_good_stop_an_address() {
    let (_dir, office) = office();
    let id = ase(&office);
    assert_eq!(left(&office, came("bounce-hard.eml", &[])), Why::NotOurs, "anybody can write a report");
    sent(&office, id);
    let stop = |address: &'static str| office.read(move |desk| stopped::why(desk, address)).wait().unwrap();
    assert_eq!(only(&office, came("bounce-soft.eml", &[])).kind, Kind::Bounce);
    for number in 1..=BOUNCES {
        assert_eq!(stop("ase@example.org"), None, "{number}");
        only(&office, came("bounce-hard.eml", &[("bounce-1@", &format!("bounce-{number}@"))]));
    }
    let stopped = stop("Ase@Example.org").unwrap();
    assert_eq!((stopped.why, stopped.bounces), (crate::model::reply::Why::Bounced, BOUNCES));
    assert_eq!(marketing(&office, id).unwrap().basis, Basis::Consent);
    office.write(move |desk| stopped::free(desk, id, "ase@example.org")).wait().unwrap();
    assert_eq!(stop("ase@example.org"), None);
}

#[test]
fn a_complaint_stops_the_address_and_takes_the_consent_back() {
    let (_dir, office) = office();
    let id = ase(&office);
    // Without the message, the code in its head says whose it was.
    let code = code(&office, id, Purpose::Unsubscribe { mailing: None, kind: None });
    let done = only(&office, came("complaint.eml", &[("CODE", &code)]));
    assert_eq!((done.kind, done.proof), (Kind::Complaint, Proof::Token));
    let all = office.read(move |desk| stopped::of_person(desk, id)).wait().unwrap();
    assert_eq!(all.len(), 1);
    assert_eq!(marketing(&office, id).unwrap().basis, Basis::Withdrawn);
}

#[test]
fn an_answer_is_due_a_month_after_the_question_came() {
    let (_dir, office) = office();
    let id = ase(&office);
    only(&office, came("request.eml", &[(WRITTEN, WRITTEN)]));
    accept_all(&office);
    let due = |id| {
        let of = activities::Of::Person(id);
        let page = office.read(move |desk| activities::page(desk, of, &Default::default(), 10, 0)).wait().unwrap();
        page.lines[0].activity.content.due.unwrap()
    };
    assert_eq!(due(id).to_string(), "2026-04-03");
    // Nothing comes from tomorrow.
    let mut content = named("Kari", "Nordli");
    content.emails.push(Labelled::new(None, "kari@example.org".into()));
    let id = add(&office, content).id;
    only(&office, came("request.eml", &[("r1@", "r2@"), ("ase@", "kari@")]));
    accept_all(&office);
    let today = office.read(|desk| Ok(desk.today())).wait().unwrap();
    assert_eq!(due(id), today + chrono::Months::new(1));
}

#[test]
fn what_is_asked_of_a_closed_card_waits_until_somebody_opened_it() {
    let (_dir, office) = office();
    let id = ase(&office);
    only(&office, came("request.eml", &[]));
    only(&office, came("request.eml", &[("r1@", "r2@"), ("Hva har dere om meg? Og slett", "Please correct")]));
    let all = office.read(|desk| proposals::list(desk, true)).wait().unwrap();
    let proposal = |kind| {
        let mut all = all.iter().flat_map(|came| &came.proposed);
        all.find(|one| one.kind == kind).unwrap_or_else(|| panic!("{all:?}")).id
    };
    let (access, message) = (proposal("access"), proposal("message"));
    office.write(move |desk| states::restrict(desk, id, Ground::Accuracy, "")).wait().unwrap();
    for one in [access, message] {
        let refused = office.write(move |desk| proposals::accept(desk, &[one])).wait();
        assert!(matches!(refused, Err(Error::Refused(Rule::Restricted))), "{refused:?}");
        let reader = office.write(move |desk| {
            desk.become_role(user::Role::ReadOnly);
            proposals::accept(desk, &[one])
        });
        assert!(matches!(reader.wait(), Err(Error::Forbidden(Right::Edit))));
    }
    assert_eq!(proposed(&office).len(), 3, "all of it waits");
    // They may ask for access also while their data is restricted.
    let lines = office.write(move |desk| {
        desk.open(id);
        proposals::accept(desk, &[access])?;
        Ok(activities::page(desk, activities::Of::Person(id), &Default::default(), 10, 0)?.lines)
    });
    let lines = lines.wait().unwrap();
    assert!(lines.len() == 1 && lines[0].activity.content.due.is_some());
    assert_eq!(proposed(&office).len(), 2);
}

#[test]
fn requests_in_plain_words_are_only_proposed() {
    let (_dir, office) = office();
    let id = ase(&office);
    let done = only(&office, came("request.eml", &[]));
    assert_eq!((done.kind, done.proof, done.person, done.done, done.open), (Kind::Request, Proof::Address, id, 0, 2));
    assert_eq!(proposed(&office).iter().map(|one| one.0.as_str()).collect::<Vec<_>>(), ["access", "erase"]);
    accept_all(&office);
    let asked = office.read(|desk| trash::deletion_requests(desk, true)).wait().unwrap();
    assert!(asked[0].request.reason.starts_with("Hei. Hva har dere om meg?"), "{}", asked[0].request.reason);
    let due = office
        .read(move |desk| activities::page(desk, activities::Of::Person(id), &Default::default(), 10, 0))
        .wait()
        .unwrap();
    assert!(format!("{due:?}").contains("due: Some("));
}

#[test]
fn of_a_stranger_nothing_is_kept_until_somebody_says_so() {
    let (_dir, office) = office();
    let stranger = came("stranger.eml", &[]);
    assert_eq!(left(&office, stranger.clone()), Why::Stranger);
    let known = office.read(|desk| Ok(store::persons::count(desk.db())?)).wait().unwrap();
    assert_eq!(known, 0);
    let new = office.write(move |desk| take_up(desk, &stranger)).wait().unwrap();
    let card = office.read(move |desk| persons::get(desk, new.person)).wait().unwrap();
    assert_eq!((card.content.first_name.as_str(), card.content.emails[0].value.as_str()), ("Lars", "lars@example.net"));
    assert_eq!(Some(card.source), list::shipped_id(List::Source, "email"));

    let wording = office.write(|desk| wordings::add(desk, list::MARKETING, "nb", "Kan vi skrive?")).wait().unwrap();
    let words = [("WORDING", wording.to_string()), ("lars@", "lise@".to_owned()), ("Lars", "Lise".to_owned())];
    let words: Vec<(&str, &str)> = words.iter().map(|(word, with)| (*word, with.as_str())).collect();
    let form = came("form.eml", &words);
    assert_eq!(left(&office, form.clone()), Why::Stranger);
    let new = office.write(move |desk| take_up(desk, &form)).wait().unwrap();
    assert_eq!((new.kind, new.open), (Kind::Form, 1));
    accept_all(&office);
    let entry = marketing(&office, new.person).unwrap();
    assert_eq!((entry.basis, entry.wording, entry.evidence.is_some()), (Basis::Consent, Some(wording), true));
    assert_eq!(Some(entry.source), list::shipped_id(List::Source, "web-form"));
}

fn set(office: &Office, key: &'static str, value: &'static str) {
    let setting = crate::office::settings::Setting::from_key(key).unwrap();
    office.write(move |desk| crate::office::settings::set(desk, &setting, value)).wait().unwrap();
}

fn queued(office: &Office) -> Vec<Message> {
    office.read(|desk| Ok(store::outbox::mail(desk.db(), &outbox::State::ALL, 100, 0)?)).wait().unwrap()
}

#[test]
fn what_a_form_ticks_is_asked_to_be_confirmed_and_counts_once_it_is() {
    let (_dir, office) = office();
    let wording = office.write(|desk| wordings::add(desk, list::MARKETING, "nb", "Kan vi skrive?")).wait().unwrap();
    let form = |name: &str, more: &str| {
        let (lower, wording) = (format!("{}@", name.to_lowercase()), wording.to_string());
        let id = format!("{more}@example.net");
        let words =
            [("f1@example.net", &*id), ("WORDING", &wording), ("lars@", &lower), ("Lars", name), ("Nytt fra", more)];
        came("form.eml", &words)
    };
    let take_up = |form: Came| office.write(move |desk| super::take_up(desk, &form)).wait().unwrap();
    take_up(form("Lise", "A"));
    assert!(queued(&office).is_empty(), "nothing leaves without an account");
    set(&office, "mail.host", "localhost");
    set(&office, "mail.from", "post@example.org");
    let new = take_up(form("Lars", "A"));
    let message = queued(&office).remove(0);
    assert_eq!(
        (message.kind, message.address.as_str(), message.person),
        (outbox::Kind::ConsentConfirmation, "lars@example.net", Some(new.person))
    );
    assert!(message.body.contains("Kan vi skrive?") && message.language == "nb", "{}", message.body);
    let token = message.token.clone().unwrap();
    assert!(message.body.contains(&token), "{}", message.body);
    assert_eq!(only(&office, form("Lars", "B")).open, 1);
    assert_eq!(queued(&office).len(), 1, "nobody is asked twice, however often somebody fills the form in");
    assert!(marketing(&office, new.person).is_none(), "it waits");
    assert_eq!(only(&office, came("unsubscribe.eml", &[("CODE", &token)])).done, 1);
    let entry = marketing(&office, new.person).unwrap();
    assert_eq!((entry.basis, entry.wording), (Basis::Consent, Some(wording)));
    let all = office.read(|desk| proposals::list(desk, true)).wait().unwrap();
    assert!(all.iter().all(|came| came.reply.person != new.person), "nothing is left to decide");
}

#[test]
fn what_is_taken_back_waits_again_and_is_accepted_again() {
    let (_dir, office) = office();
    let id = ase(&office);
    let code = code(&office, id, Purpose::Answer { report: report::Id(77) });
    only(&office, came("answer.eml", &[("CODE", &code), ("REPORT", "77")]));
    let before = proposed(&office);
    accept_all(&office);
    let title = || office.read(move |desk| persons::get(desk, id)).wait().unwrap().content.title;
    assert_eq!((title().as_str(), proposed(&office).len()), ("Innkjøpssjef", 0));
    office.step(crate::office::undo::Way::Back).wait().unwrap();
    assert_eq!((title().as_str(), proposed(&office)), ("", before));
    office.step(crate::office::undo::Way::Again).wait().unwrap();
    assert_eq!((title().as_str(), proposed(&office).len()), ("Innkjøpssjef", 0));
    office.step(crate::office::undo::Way::Back).wait().unwrap();
    accept_all(&office);
    assert!(proposed(&office).is_empty(), "it can be decided anew");
}

/// Returns a mailbox in a folder of its own.
fn mailbox(folder: &Path, name: &str, messages: &[String]) -> std::path::PathBuf {
    std::fs::create_dir_all(folder).unwrap();
    let path = folder.join(name);
    let text: String = messages.iter().map(|message| format!("From x\n{message}\n\n")).collect();
    std::fs::write(&path, text).unwrap();
    path
}

fn letter(number: usize, sender: &str, words: &str) -> String {
    format!("From: {sender}\nSubject: Hei\nMessage-ID: <{number}@example.net>\n\n{words}\n")
}

#[test]
fn long_mailboxes_are_taken_in_part_by_part() {
    let (dir, office) = office();
    let id = ase(&office);
    let mut messages: Vec<String> = (0..230).map(|number| letter(number, "who@example.net", "Hei")).collect();
    messages[205] = letter(205, "ase@example.org", "Slett meg");
    let path = mailbox(dir.path(), "in.mbox", &messages);
    let progress = Progress::default();
    let (taken, came) = run(&office, &Parser::Here, &[&path], Strangers::Left, &progress).unwrap();
    assert_eq!((taken.recognised.len(), taken.recognised[0].person, taken.untaken), (1, id, 0));
    assert_eq!((taken.left.len(), came.len()), (229, 230));
    assert!(taken.left.iter().all(|left| came[left.place].number == left.number), "each is found again");
    assert_eq!(progress.get(), (200, 230));
    // Whoever asked to stop before is heard, and who may not is told before anything is read.
    progress.cancel();
    let stopped = run(&office, &Parser::Here, &[&path], Strangers::Left, &progress);
    assert!(matches!(stopped, Err(Error::Cancelled)));
}

#[test]
fn strangers_are_taken_up_once_each_and_who_cannot_be_is_left() {
    let (dir, office) = office();
    let files = [
        mailbox(
            &dir.path().join("a"),
            "in.mbox",
            &[letter(1, "Lars <lars@example.net>", "Slett meg"), letter(2, "Ingen <ingen>", "Slett meg")],
        ),
        // Of the same name elsewhere.
        mailbox(
            &dir.path().join("b"),
            "in.mbox",
            &[letter(3, "Liv <liv@example.net>", "Hei"), letter(4, "Lars <lars@example.net>", "Meld meg av")],
        ),
    ];
    let (taken, _) = run(&office, &Parser::Here, &files, Strangers::TakenUp, &Progress::default()).unwrap();
    let names: Vec<&str> = taken.recognised.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["Lars", "Liv", "Lars"]);
    assert_eq!(taken.recognised[0].person, taken.recognised[2].person);
    let left: Vec<_> = taken.left.iter().map(|left| (left.place, left.why, left.sender.as_str())).collect();
    assert_eq!(left, [(1, Why::Stranger, "ingen")]);
    let known = office.read(|desk| Ok(store::persons::count(desk.db())?)).wait().unwrap();
    assert_eq!(known, 2);
}

#[test]
fn a_form_is_about_the_address_that_was_typed() {
    let (_dir, office) = office();
    let id = ase(&office);
    let mut content = named("Lars", "Larsen");
    content.emails.push(Labelled::new(None, "lars@example.net".into()));
    let sender = add(&office, content).id;
    let wording = office.write(|desk| wordings::add(desk, list::MARKETING, "nb", "Kan vi skrive?")).wait().unwrap();
    let form = |typed: &str, name: &str| {
        let typed = format!("email: {typed}");
        let words = [("WORDING", &*wording.to_string()), ("email: lars@example.net", &typed), ("f1@", name)];
        came("form.eml", &words)
    };
    let hints = |office: &Office| {
        let all = office.read(|desk| proposals::list(desk, true)).wait().unwrap();
        all.last().unwrap().proposed[0].hints.clone()
    };
    // Sent from where Lars writes, for Åse: nothing of it is his.
    assert_eq!(only(&office, form("ase@example.org", "a@")).person, id);
    assert_eq!(hints(&office), [proposals::Hint::OtherSender]);
    assert_eq!(only(&office, form("lars@example.net", "b@")).person, sender);
    assert_eq!(hints(&office), []);
    let new = form("new@example.org", "c@");
    assert_eq!(left(&office, new.clone()), Why::Stranger);
    let made = office.write(move |desk| take_up(desk, &new)).wait().unwrap();
    assert!(made.person != sender && hints(&office) == [proposals::Hint::OtherSender]);
    // What was typed may stand on a card by the time somebody says so.
    let known = form("ase@example.org", "d@");
    assert_eq!(office.write(move |desk| take_up(desk, &known)).wait().unwrap().person, id);
}

/// Hands a sealed report out, and returns its page.
fn sealed_report(office: &Office, id: person::Id, folder: &Path, no_answer: bool) -> String {
    let folder = folder.to_owned();
    let written = office.write(move |desk| {
        let wanted = crate::office::report::Wanted::new(crate::i18n::Lang::Nb);
        let draft = crate::office::report::draft(desk, id, &wanted)?;
        let document = crate::office::report::settled(&draft, |_, _| crate::model::report::Choice::BlackOut);
        let hand_out = crate::office::report::HandOut {
            folder,
            formats: vec![crate::model::report::Format::Json],
            seal: Some(crate::vault::Passphrase::new("tolv grønne epler i kurven")),
            no_answer,
            ..crate::office::report::HandOut::default()
        };
        crate::office::report::hand_out(desk, &document, &hand_out)
    });
    std::fs::read_to_string(&written.wait().unwrap().files[0].path).unwrap()
}

fn tokens_of(office: &Office) -> usize {
    let all = office.read(|desk| Ok(store::schema::contents(desk.db())?)).wait().unwrap();
    all.iter().find(|(table, _)| table == "token").map_or(0, |(_, rows)| rows.len())
}

#[test]
fn a_sealed_report_can_be_answered_unless_somebody_says_otherwise() {
    let (dir, office) = office();
    let id = ase(&office);
    sealed_report(&office, id, &dir.path().join("without"), true);
    assert_eq!(tokens_of(&office), 0);
    sealed_report(&office, id, &dir.path().join("with"), false);
    assert_eq!(tokens_of(&office), 1);
}

#[test]
fn what_is_blacked_out_is_not_in_the_form_of_a_sealed_report_either() {
    let (dir, office) = office();
    let id = ase(&office);
    add(&office, named("Per", "Hemmelig"));
    let edit = [(Field::Title, "Kone til Per Hemmelig".to_owned())];
    office.write(move |desk| persons::edit(desk, id, &edit)).wait().unwrap();
    let page = sealed_report(&office, id, &dir.path().join("report"), false);
    let parts = crate::transfer::report::sealed::tests::opened(&page, "tolv grønne epler i kurven").unwrap();
    let form = parts.iter().map(|(_, bytes)| String::from_utf8_lossy(bytes)).find(|text| text.contains("\"may\""));
    let form = form.expect("the form");
    assert!(form.contains("\"title\"") && !form.contains("Kone til Per"), "{form}");
    for (name, bytes) in &parts {
        assert!(memchr::memmem::find(bytes, b"Hemmelig").is_none(), "{name}");
    }
}

#[test]
#[ignore = "needs chromium; cargo test --lib a_browser_saves_an_answer -- --ignored"]
fn a_browser_saves_an_answer_that_is_taken_in_and_accepted() {
    let (dir, office) = office();
    let id = ase(&office);
    let page = sealed_report(&office, id, &dir.path().join("report"), false);
    let saved = crate::transfer::report::sealed::tests::answered(&page, "tolv grønne epler i kurven");
    let path = dir.path().join("answer-1.kartotek.json");
    std::fs::write(&path, saved).unwrap();
    let came = read(&Parser::Here, &[path], &Stop::default()).unwrap().remove(0);
    let done = only(&office, came);
    assert_eq!((done.kind, done.person, done.open), (Kind::Answer, id, 2));
    accept_all(&office);
    let card = office.read(move |desk| persons::get(desk, id)).wait().unwrap();
    assert_eq!(card.content.title, "Innkjøpssjef");
    assert_eq!(marketing(&office, id).unwrap().basis, Basis::Withdrawn);
}

#[test]
fn whoever_answers_a_message_of_ours_is_known_by_it_and_nothing_is_done_by_itself() {
    let (_dir, office) = office();
    for (key, value) in [("mail.host", "mail.example.org"), ("mail.from", "post@example.org")] {
        let set = move |desk: &mut Desk<'_>| {
            settings::set(desk, &crate::model::setting::Setting::from_key(key).unwrap(), value).map(drop)
        };
        office.write(set).wait().unwrap();
    }
    let mut content = named("Kari", "Nordli");
    content.emails.push(Labelled::new(None, "post@nordli.example".into()));
    let kari = add(&office, content).id;
    let other = ase(&office);
    let sent = office.write(move |desk| {
        crate::office::wordings::add(desk, list::MARKETING, "nb", "Kan vi skrive?")?;
        let whom = crate::office::subject::Subject::Persons([kari].into());
        crate::office::mail::notices::note(desk, &whom, crate::model::notice::Way::Oral, None, "")?;
        let asked = consents::ask(desk, kari, list::MARKETING, &letters::Choice::default(), true)?;
        assert_eq!(asked.persons, [kari], "{:?}", asked.held);
        desk.db().sql_for_tests().execute_batch("UPDATE outbox SET message_id = 'sent-9@example.org'").unwrap();
        Ok(())
    });
    sent.wait().unwrap();
    let mail = |from: &str, id: &str, head: &str, text: &str| {
        let bytes = format!(
            "From: {from}\r\nTo: post@example.org\r\nSubject: Sv: Kan vi skrive til deg?\r\nMessage-ID: <{id}>\r\n{head}\
             Date: Fri, 3 Mar 2090 10:00:00 +0100\r\n\r\n{text}\r\n"
        );
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("svar.eml");
        std::fs::write(&path, bytes).unwrap();
        read(&Parser::Here, &[path], &Stop::default()).unwrap().remove(0)
    };
    let thread = "References: <x@example.net>\r\n <sent-9@example.org>\r\n";
    // From an address on no card: known by the message it answers, and only proposed.
    assert_eq!(left(&office, mail("k@private.example", "a0@x", "", "Slett meg")), Why::Stranger);
    let done = only(&office, mail("k@private.example", "a1@x", thread, "Slett meg"));
    assert_eq!((done.person, done.proof, done.done, done.open), (kari, Proof::Message, 0, 1));
    let all = office.read(|desk| proposals::list(desk, true)).wait().unwrap();
    assert_eq!(all[0].proposed[0].hints, [proposals::Hint::OtherSender]);
    // A plain yes to the question proposes the consent; it is not entered by itself.
    let reply = "In-Reply-To: <sent-9@example.org>\r\n";
    let done = only(&office, mail("post@nordli.example", "a2@x", reply, "Ja, takk!"));
    assert_eq!((done.person, done.proof, done.done, done.open), (kari, Proof::Message, 0, 1));
    assert_eq!(marketing(&office, kari).map(|entry| entry.basis), None);
    assert!(proposed(&office).iter().any(|(kind, ..)| kind == "consent"));
    assert_eq!(left(&office, mail("post@nordli.example", "a3@x", "", "Ja, takk!")), Why::NothingAsked);
    // Nobody consents for her: the question may have been forwarded.
    assert_eq!(left(&office, mail("k@private.example", "a5@x", reply, "Ja, takk!")), Why::NothingAsked);
    // Somebody else who answers it speaks for themselves.
    let done = only(&office, mail("ase@example.org", "a4@x", reply, "Slett meg"));
    assert_eq!((done.person, done.proof), (other, Proof::Address));
}
