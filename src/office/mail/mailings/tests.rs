#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, HashSet};

use mail_parser::MessageParser;

use super::*;
use crate::model::basis::{Basis, Decision};
use crate::model::list::{self, List};
use crate::model::outbox::{Kind, Message};
use crate::model::person::{Content, Id, Labelled};
use crate::model::restriction::Ground;
use crate::model::setting::Setting;
use crate::model::subscription::Said;
use crate::model::template::Text;
use crate::office::mail::allowed::{Judge, What};
use crate::office::mail::sending::tests::set_up;
use crate::office::mail::sending::{self, Way};
use crate::office::mail::templates;
use crate::office::tests::{named, office};
use crate::office::{Office, activities, erasure, legal_basis, persons, selections, settings, states, subscriptions};
use crate::transfer::smtp::server::{Manner, Server};

fn news() -> list::Id {
    list::shipped_id(List::Subscription, "news").unwrap()
}

/// Somebody who consented and was informed.
fn willing(office: &Office, last: &'static str, email: &'static str) -> Id {
    office
        .write(move |desk| {
            let mut content = named("Gry", last);
            if !email.is_empty() {
                content.emails.push(Labelled::new(None, email.into()));
            }
            content.country = "NO".into();
            let id = persons::add(desk, content, None, list::SOURCE_USER)?.id;
            legal_basis::decide(desk, id, &Decision::new(list::MARKETING, Basis::Consent, list::SOURCE_USER), None)?;
            inform(desk, id);
            Ok(id)
        })
        .wait()
        .unwrap()
}

fn inform(desk: &Desk<'_>, id: Id) {
    let sql = format!(
        "INSERT INTO notice (id, person, way, template, told_at, comment, at, by)
         VALUES ({0}, {0}, 'oral', '', 1, '', 1, 1)",
        id.0
    );
    desk.db().sql_for_tests().execute_batch(&sql).unwrap();
}

fn change(office: &Office, id: Id, change: impl FnOnce(&mut Content) + Send + 'static) {
    let save = office.write(move |desk| {
        let person = persons::get(desk, id)?;
        let mut content = person.content;
        change(&mut content);
        persons::save(desk, id, content, person.updated_at).map(drop)
    });
    save.wait().unwrap();
}

fn decide(office: &Office, id: Id, basis: Basis) {
    let decision = Decision::new(list::MARKETING, basis, list::SOURCE_USER);
    office.write(move |desk| legal_basis::decide(desk, id, &decision, None)).wait().unwrap();
}

/// Somebody of each status, and what the status is.
fn everybody(office: &Office) -> Vec<(Id, &'static str)> {
    let set = |key: &'static str, value: &'static str| {
        office.write(move |desk| settings::set(desk, &Setting::from_key(key).unwrap(), value)).wait().unwrap()
    };
    set("purpose.marketing.consent_months", "12");
    let ready = willing(office, "Ready", "ready@example.org");
    let second = willing(office, "Second", "second@example.org");
    let twin = willing(office, "Twin", "READY@example.org");
    let addressless = willing(office, "Addressless", "");
    let restricted = willing(office, "Restricted", "restricted@example.org");
    let objects = willing(office, "Objects", "objects@example.org");
    office.write(move |desk| states::object(desk, objects, list::MARKETING, "", None).map(drop)).wait().unwrap();
    let withdrawn = willing(office, "Withdrawn", "withdrawn@example.org");
    decide(office, withdrawn, Basis::Withdrawn);
    let refused = willing(office, "Refused", "refused@example.org");
    office.write(move |desk| subscriptions::set(desk, refused, &Said::new(news(), false))).wait().unwrap();
    let no_mailings = willing(office, "Nomailings", "no-mailings@example.org");
    change(office, no_mailings, |content| content.no_mailings = true);
    let minor = willing(office, "Minor", "minor@example.org");
    change(office, minor, |content| {
        content.birth_date = chrono::Local::now().date_naive().checked_sub_months(chrono::Months::new(14 * 12));
    });
    let no_consent = willing(office, "Noconsent", "no-consent@example.org");
    decide(office, no_consent, Basis::Void);
    let uninformed = willing(office, "Uninformed", "uninformed@example.org");
    let bounced = willing(office, "Bounced", "bounced@example.org");
    let gone = willing(office, "Gone", "suppressed@example.org");
    let suppressed = willing(office, "Suppressed", "");
    office
        .write(move |desk| {
            let sql = format!("DELETE FROM notice WHERE person = {}", uninformed.0);
            desk.db().sql_for_tests().execute_batch(&sql).unwrap();
            let sql = format!(
                "INSERT INTO stopped_address VALUES (1, {}, 'bounced@example.org', 5, 'bounced', 1, 1)",
                bounced.0
            );
            desk.db().sql_for_tests().execute_batch(&sql).unwrap();
            erasure::erase(desk, &erasure::Wanted::new(vec![gone]), &Progress::default())?;
            // As it stands where a card had the address before.
            desk.lets_erased_in = true;
            let person = persons::get(desk, suppressed)?;
            let mut content = person.content;
            content.emails.push(Labelled::new(None, "suppressed@example.org".into()));
            persons::save(desk, suppressed, content, person.updated_at).map(drop)
        })
        .wait()
        .unwrap();
    vec![
        (ready, "ready"),
        (second, "ready"),
        (twin, "duplicate"),
        (addressless, "no-address"),
        (restricted, "restricted"),
        (objects, "objects"),
        (withdrawn, "withdrawn"),
        (refused, "refused"),
        (no_mailings, "no-mailings"),
        (minor, "minor"),
        (no_consent, "no-consent"),
        (uninformed, "ready"),
        (bounced, "bounced"),
        (suppressed, "suppressed"),
    ]
}

fn selection(office: &Office, people: &[(Id, &'static str)]) -> Subject {
    let ids: Vec<i64> = people.iter().map(|(id, _)| id.0).collect();
    let new = selections::New { name: "Alle".into(), ..selections::New::default() };
    let made = office.write(move |desk| selections::create_of(desk, &new, &ids)).wait().unwrap().selection.id;
    // Whoever is closed goes into no new list.
    let restricted = people.iter().find(|(_, status)| *status == "restricted").unwrap().0;
    office.write(move |desk| states::restrict(desk, restricted, Ground::Accuracy, "")).wait().unwrap();
    Subject::Selection(made)
}

fn mailing(subject: Subject) -> Wanted {
    let words = Words { content: "Vi har nye fisker.".into(), ..Words::default() };
    Wanted { words, ..Wanted::new("Nytt i mai", subject, Sort::Marketing(news())) }
}

fn planned(office: &Office, wanted: &Wanted) -> BTreeMap<Id, &'static str> {
    let wanted = wanted.clone();
    let plan = office.read(move |desk| plan(desk, &wanted, &Progress::default())).wait().unwrap();
    plan.recipients.iter().map(|one| (one.person, one.status.key())).collect()
}

fn queued(office: &Office, wanted: &Wanted) -> Done {
    let wanted = wanted.clone();
    office.write(move |desk| carry_out(desk, &wanted, &Progress::default())).wait().unwrap()
}

fn messages(office: &Office) -> Vec<Message> {
    office.read(|desk| Ok(store::outbox::mail(desk.db(), &[], 1_000, 0)?)).wait().unwrap()
}

fn statuses(office: &Office, id: mailing::Id) -> BTreeMap<Id, &'static str> {
    let all = office.read(move |desk| recipients(desk, id)).wait().unwrap();
    all.iter().map(|one| (one.person, one.status.key())).collect()
}

fn sent_by(office: &Office, way: &Way) -> sending::Done {
    sending::send_by(office, way, None, &Progress::default()).unwrap()
}

#[test]
fn exactly_those_who_may_get_it_do_and_it_stands_with_everybody_as_the_plan_says() {
    let server = Server::start(true, Manner::Good);
    let (_dir, office) = office();
    let way = set_up(&office, &server, true);
    let people = everybody(&office);
    let file = File { name: "pris.txt".into(), media: "text/plain".into(), content: b"12 kr".to_vec() };
    let wanted = Wanted { files: vec![file], marks: true, ..mailing(selection(&office, &people)) };
    let said: BTreeMap<Id, &str> = people.iter().copied().collect();
    assert_eq!(planned(&office, &wanted), said);
    assert!(messages(&office).is_empty(), "a plan queues nothing");

    let done = queued(&office, &wanted);
    let id = done.mailing.unwrap();
    assert_eq!((done.queued, done.held.len()), (3, 11));
    let waiting = messages(&office);
    assert_eq!(waiting.len(), 3);
    let tokens: HashSet<_> = waiting.iter().map(|message| message.token.clone().unwrap()).collect();
    assert_eq!(tokens.len(), 3, "each has a code of its own");
    for message in &waiting {
        assert_eq!((message.kind, message.mailing, message.subscription), (Kind::Marketing, Some(id), Some(news())));
        assert!(message.body.contains("Vi har nye fisker.") && message.body.contains(message.token.as_ref().unwrap()));
        assert!(message.html.contains("Vi har nye fisker."));
    }
    // Who was not told yet what is kept of them is told with it, and nobody else again.
    let informs = |message: &&Message| message.body.contains("* * *");
    let told: Vec<&str> = waiting.iter().filter(informs).map(|message| message.address.as_str()).collect();
    assert_eq!(told, ["uninformed@example.org"]);
    let uninformed = waiting.iter().find(informs).unwrap().person.unwrap();
    let is_informed = move |desk: &Desk<'_>| Ok(store::notices::is_informed(desk.db(), uninformed)?);
    assert!(!office.read(move |desk| is_informed(desk)).wait().unwrap(), "not before it was sent");
    let told = statuses(&office, id);
    assert_eq!(told.values().filter(|key| **key == "queued").count(), 3);

    let sent = sent_by(&office, &way);
    assert_eq!((sent.sent, sent.held.len()), (3, 0), "{sent:?}");
    assert!(office.read(move |desk| is_informed(desk)).wait().unwrap());
    let mut to = HashSet::new();
    for received in server.messages() {
        let message = MessageParser::default().parse(&received.data).unwrap();
        let address = message.to().unwrap().first().unwrap().address().unwrap().to_owned();
        assert_eq!(message.to().unwrap().iter().count(), 1, "never a list of addresses");
        to.insert(address);
        assert_eq!(message.attachment(0).unwrap().contents(), b"12 kr");
        assert!(message.header("List-Unsubscribe").is_some() && message.header("List-Unsubscribe-Post").is_none());
    }
    let wanted = ["ready", "second", "uninformed"].map(|name| format!("{name}@example.org"));
    assert_eq!(to, HashSet::from(wanted));
    let listed = office.read(move |desk| get(desk, id)).wait().unwrap();
    assert_eq!((listed.stage.key(), listed.sent(), listed.queued(), listed.held()), ("done", 3, 3, 11));
    // It stands on the card, and in the mailing as long as the card does.
    let ready = people[0].0;
    let (received, lines) = office
        .read(move |desk| {
            let page = activities::page(desk, activities::Of::Person(ready), &Default::default(), 10, 0)?;
            Ok((of_person(desk, ready)?, page.lines.len()))
        })
        .wait()
        .unwrap();
    assert_eq!((received[0].name.as_str(), received[0].status.key(), lines), ("Nytt i mai", "sent", 1));
    office
        .write(move |desk| erasure::erase(desk, &erasure::Wanted::new(vec![ready]), &Progress::default()))
        .wait()
        .unwrap();
    assert_eq!(statuses(&office, id).len(), people.len() - 1);
}

#[test]
fn whoever_says_no_before_it_leaves_gets_none() {
    let server = Server::start(true, Manner::Good);
    let (_dir, office) = office();
    let way = set_up(&office, &server, true);
    let [stays, goes] =
        [("A", "a@example.org"), ("B", "b@example.org")].map(|(last, email)| willing(&office, last, email));
    let id = queued(&office, &mailing(Subject::Persons([stays, goes].into()))).mailing.unwrap();
    decide(&office, goes, Basis::Withdrawn);
    let sent = sent_by(&office, &way);
    assert_eq!((sent.sent, sent.held.len()), (1, 1));
    assert_eq!(statuses(&office, id), BTreeMap::from([(stays, "sent"), (goes, "held")]));
}

#[test]
fn it_waits_goes_on_and_ends() {
    let server = Server::start(true, Manner::Good);
    let (_dir, office) = office();
    let way = set_up(&office, &server, true);
    let ids = [("A", "a@example.org"), ("B", "b@example.org")].map(|(last, email)| willing(&office, last, email));
    let id = queued(&office, &mailing(Subject::Persons(ids.into()))).mailing.unwrap();
    let stage = || office.read(move |desk| get(desk, id)).wait().unwrap().stage.key();
    assert_eq!(stage(), "sending");
    office.write(move |desk| pause(desk, id)).wait().unwrap();
    assert_eq!(stage(), "paused");
    assert!(matches!(office.write(move |desk| pause(desk, id)).wait(), Err(Error::Refused(Rule::MailingState))));
    assert_eq!(sent_by(&office, &way).sent, 0, "what is paused does not leave");
    office.write(move |desk| resume(desk, id)).wait().unwrap();
    let one = sending::send_by(&office, &way, Some(1), &Progress::default()).unwrap();
    assert_eq!(one.sent, 1);
    assert_eq!(office.write(move |desk| stop(desk, id)).wait().unwrap(), 1);
    assert_eq!((stage(), sent_by(&office, &way).sent), ("stopped", 0));
    let told = statuses(&office, id);
    assert_eq!(told.values().copied().collect::<HashSet<_>>(), HashSet::from(["sent", "removed"]));
    assert_eq!(messages(&office).len(), 1, "what was sent is proof, and stays");
    let none = office.read(|desk| find(desk, "Nytt i juni")).wait();
    assert!(matches!(none, Err(Error::NoSuch("mailing"))));
    assert_eq!(office.read(|desk| find(desk, "Nytt i mai")).wait().unwrap(), id);
}

#[test]
fn it_waits_for_its_time() {
    let server = Server::start(true, Manner::Good);
    let (_dir, office) = office();
    let way = set_up(&office, &server, true);
    let id = willing(&office, "A", "a@example.org");
    let later = Moment(Moment::now().0 + 3_600_000);
    let wanted = Wanted { send_at: Some(later), ..mailing(Subject::Persons([id].into())) };
    let id = queued(&office, &wanted).mailing.unwrap();
    assert_eq!(sent_by(&office, &way).sent, 0);
    assert_eq!(office.read(move |desk| get(desk, id)).wait().unwrap().stage.key(), "planned");
}

#[test]
fn a_stop_is_overridden_for_a_reason_and_never_what_the_person_said() {
    let (_dir, office) = office();
    let people = everybody(&office);
    let wanted = Wanted { why: "De har bedt om det på telefon".into(), ..mailing(selection(&office, &people)) };
    let plan = planned(&office, &wanted);
    let past = ["no-mailings", "no-consent"];
    for (id, status) in &people {
        let now = if past.contains(status) { "let-past" } else { status };
        assert_eq!(plan[id], now, "{status}");
    }
    let done = queued(&office, &wanted);
    assert_eq!(done.queued, 5);
    let rows = office.read(|desk| {
        let sql = "SELECT count(DISTINCT outbox) FROM overridden WHERE why LIKE '%telefon'";
        Ok(desk.db().sql_for_tests().query_row(sql, [], |row| row.get::<_, u64>(0)).unwrap())
    });
    assert_eq!(rows.wait().unwrap(), 2);
    let seller = office.write(move |desk| {
        desk.become_role(crate::model::user::Role::Seller);
        carry_out(desk, &Wanted { name: "To".into(), ..wanted }, &Progress::default())
    });
    assert!(matches!(seller.wait(), Err(Error::Forbidden(Right::Override))));
}

#[test]
fn a_breach_is_told_to_whoever_it_concerns() {
    let (_dir, office) = office();
    let people = everybody(&office);
    let subject = selection(&office, &people);
    let bare = Wanted::new("Brudd", subject, Sort::Breach);
    let refused = {
        let bare = bare.clone();
        office.write(move |desk| carry_out(desk, &bare, &Progress::default())).wait()
    };
    assert!(matches!(refused, Err(Error::Refused(Rule::BreachWords))));
    let words = Words {
        what: "En PC ble stjålet.".into(),
        consequences: "Noen kan lese adressen din.".into(),
        measures: "Vi har sperret den.".into(),
        ..Words::default()
    };
    let wanted = Wanted { words, ..bare };
    let plan = planned(&office, &wanted);
    for (id, status) in &people {
        let now = match *status {
            stays @ ("no-address" | "bounced") => stays,
            // Each is told by name, also who shares an address.
            _ => "ready",
        };
        assert_eq!(plan[id], now, "{status}");
    }
    assert_eq!(queued(&office, &wanted).queued, 12);
    for message in messages(&office) {
        for part in ["En PC ble stjålet.", "Noen kan lese adressen din.", "Vi har sperret den."] {
            assert!(message.body.contains(part), "{}", message.body);
        }
        assert_eq!((message.kind, message.token), (Kind::Breach, None));
    }
}

#[test]
fn each_is_written_to_in_their_language_and_the_line_that_says_no_never_lacks() {
    let (_dir, office) = office();
    let [norwegian, swedish] = ["nb", "sv"].map(|lang| {
        let id = willing(&office, lang, if lang == "nb" { "nb@example.org" } else { "sv@example.org" });
        let item = list::shipped_id(List::Language, lang);
        change(&office, id, move |content| content.language = item);
        id
    });
    let key = Key::read("newsletter.fair").unwrap();
    office
        .write(|desk| {
            let text = |subject: &str, body: &str| Text { subject: subject.into(), body: body.into() };
            for (lang, word) in [(crate::i18n::Lang::Nb, "Hei"), (crate::i18n::Lang::Sv, "Hej")] {
                let key = Key::read("newsletter.fair").unwrap();
                templates::set(desk, &key, lang, "Messe", &text(word, "{{ person.name }}: {{ content }}"))?;
            }
            Ok(())
        })
        .wait()
        .unwrap();
    let wanted = Wanted { template: key, ..mailing(Subject::Persons([norwegian, swedish].into())) };
    queued(&office, &wanted);
    for message in messages(&office) {
        let (subject, no) = if message.person == Some(norwegian) { ("Hei", "Vil du ikke") } else { ("Hej", "Vill du") };
        assert_eq!(message.subject, subject);
        assert!(message.body.contains(no) && message.html.contains(no), "{}", message.body);
        assert_eq!(message.language, if subject == "Hei" { "nb" } else { "sv" });
    }
    let shown = office.read(move |desk| preview(desk, &wanted, Some(swedish))).wait().unwrap();
    assert!(shown.subject == "Hej" && shown.missing.contains(&crate::model::template::Part::Unsubscribe));
}

#[test]
fn what_cannot_be_a_mailing_is_refused() {
    let (_dir, office) = office();
    let id = willing(&office, "A", "a@example.org");
    let wanted = mailing(Subject::Persons([id].into()));
    let refused = |wanted: Wanted| match office.write(move |desk| carry_out(desk, &wanted, &Progress::default())).wait()
    {
        Err(Error::Refused(rule)) => rule,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(Wanted { name: " ".into(), ..wanted.clone() }), Rule::MailingName);
    let past = Moment(Moment::now().0 - 3_600_000);
    assert_eq!(refused(Wanted { send_at: Some(past), ..wanted.clone() }), Rule::MailingTime);
    assert_eq!(refused(Wanted { template: Base::Breach.into(), ..wanted.clone() }), Rule::MailingTemplate);
    let companies = Subject::Companies([crate::model::company::Id(1)].into());
    assert_eq!(refused(Wanted { subject: companies, ..wanted.clone() }), Rule::MailingOfPersons);
    queued(&office, &wanted);
    assert_eq!(refused(wanted.clone()), Rule::MailingName);
    let nobody = queued(&office, &Wanted { name: "B".into(), subject: Subject::Persons([].into()), ..wanted.clone() });
    assert_eq!((nobody.mailing, nobody.queued), (None, 0));
    let file = File { name: "a".into(), media: "a/b".into(), content: vec![0; MOST_FILES + 1] };
    let large = Wanted { name: "C".into(), files: vec![file], ..wanted.clone() };
    let large = office.write(move |desk| carry_out(desk, &large, &Progress::default())).wait();
    assert!(matches!(large, Err(Error::FileTooLarge)));
    let stopped = Progress::default();
    stopped.cancel();
    let stopped = office.write(move |desk| carry_out(desk, &Wanted { name: "D".into(), ..wanted }, &stopped)).wait();
    assert!(matches!(stopped, Err(Error::Cancelled)));
    assert_eq!(messages(&office).len(), 1);
}

#[test]
fn of_many_the_same_is_said_as_of_each() {
    let (_dir, office) = office();
    let people = everybody(&office);
    selection(&office, &people);
    let ids: Vec<Id> = people.iter().map(|(id, _)| *id).collect();
    let same = office.read(move |desk| {
        let judge = Judge::new(desk)?;
        for what in [What::mailing(news()), What::new(Kind::Breach), What::new(Kind::ConsentRequest)] {
            let many = judge.of_many(desk, &ids, &what)?;
            assert_eq!(many.len(), ids.len());
            for judged in many {
                let one = judge.of(desk, judged.person, &what)?;
                assert_eq!((one.stops(), one.address), (judged.stops, judged.address));
            }
        }
        Ok(())
    });
    same.wait().unwrap();
}

/// A selection of these people, as a list.
fn listed(office: &Office, ids: &[Id]) -> Subject {
    let ids: Vec<i64> = ids.iter().map(|id| id.0).collect();
    let new = selections::New { name: "Berørt".into(), ..selections::New::default() };
    let made = office.write(move |desk| selections::create_of(desk, &new, &ids)).wait().unwrap();
    Subject::Selection(made.selection.id)
}

fn put_away(office: &Office, id: Id) {
    let put = office.write(move |desk| {
        crate::office::trash::put(desk, &[Subject::Persons([id].into())], false, "", &Progress::default())
    });
    put.wait().unwrap();
}

#[test]
fn a_breach_reaches_also_those_in_the_trash_and_a_mailing_does_not() {
    let server = Server::start(true, Manner::Good);
    let (_dir, office) = office();
    let way = set_up(&office, &server, true);
    let [stays, away] =
        [("A", "a@example.org"), ("B", "b@example.org")].map(|(last, email)| willing(&office, last, email));
    let subject = listed(&office, &[stays, away]);
    put_away(&office, away);
    let words = Words { what: "En PC".into(), consequences: "Nei".into(), measures: "Ja".into(), ..Words::default() };
    let breach = Wanted { words, ..Wanted::new("Brudd", subject.clone(), Sort::Breach) };
    let reached = |wanted: &Wanted| {
        let wanted = wanted.clone();
        office.read(move |desk| plan(desk, &wanted, &Progress::default())).wait().unwrap()
    };
    let plan = reached(&breach);
    assert_eq!((plan.queued(), plan.in_trash, plan.recipients.len()), (2, 1, 2));
    let of_away = plan.recipients.iter().find(|one| one.person == away).unwrap();
    assert!(of_away.name.is_empty() && of_away.address.is_empty(), "no more is told of who lies there");
    let plan = reached(&mailing(subject));
    assert_eq!((plan.queued(), plan.in_trash, plan.recipients.len()), (1, 0, 1));
    assert_eq!(queued(&office, &breach).queued, 2);
    assert_eq!(sent_by(&office, &way).sent, 2);
    let to: HashSet<String> = server.messages().into_iter().map(|message| message.to).collect();
    assert_eq!(to, HashSet::from(["a@example.org".to_owned(), "b@example.org".to_owned()]));
}

#[test]
fn two_cards_made_one_stand_in_a_mailing_once_and_apart_again_as_before() {
    for (kept_gets_one, gone_gets_one, after) in
        [(true, true, "queued"), (false, true, "queued"), (true, false, "queued"), (false, false, "no-consent")]
    {
        let (_dir, office) = office();
        let [kept, gone] =
            [("A", "a@example.org"), ("B", "b@example.org")].map(|(last, email)| willing(&office, last, email));
        for (id, gets_one) in [(kept, kept_gets_one), (gone, gone_gets_one)] {
            if !gets_one {
                decide(&office, id, Basis::Void);
            }
        }
        // Of a mailing that nobody gets, nothing is kept: somebody else gets this one.
        let other = willing(&office, "C", "c@example.org");
        let wanted = mailing(Subject::Persons([kept, gone, other].into()));
        let id = queued(&office, &wanted).mailing.unwrap();
        let before = statuses(&office, id);
        let merged = office.write(move |desk| crate::office::merging::merge(desk, kept, gone, &[])).wait().unwrap().id;
        let now = statuses(&office, id);
        assert_eq!((now.len(), now[&kept]), (2, after), "{kept_gets_one} {gone_gets_one}");
        let rows = move |desk: &Desk<'_>| {
            let sql = "SELECT count(*) FROM mailing_recipient WHERE mailing = ?";
            Ok(desk.db().sql_for_tests().query_row(sql, [id.0], |row| row.get::<_, u64>(0)).unwrap())
        };
        assert_eq!(office.read(move |desk| rows(desk)).wait().unwrap(), 2);
        office.write(move |desk| crate::office::merging::undo(desk, merged).map(drop)).wait().unwrap();
        assert_eq!(statuses(&office, id), before, "{kept_gets_one} {gone_gets_one}");
    }
}

#[test]
fn whoever_lies_in_the_trash_or_was_erased_since_counts() {
    let (_dir, office) = office();
    let [stays, trashed, gone] =
        [("A", "a@example.org"), ("B", "b@example.org"), ("C", "c@example.org")].map(|(n, a)| willing(&office, n, a));
    let id = queued(&office, &mailing(Subject::Persons([stays, trashed, gone].into()))).mailing.unwrap();
    office
        .write(move |desk| {
            let whom = [Subject::Persons([trashed].into())];
            crate::office::trash::put(desk, &whom, false, "", &Progress::default())?;
            erasure::erase(desk, &erasure::Wanted::new(vec![gone]), &Progress::default())
        })
        .wait()
        .unwrap();
    let (listed, people) = office.read(move |desk| Ok((get(desk, id)?, recipients(desk, id)?))).wait().unwrap();
    assert_eq!(people.iter().map(|one| one.person).collect::<Vec<_>>(), [stays]);
    assert_eq!((listed.mailing.persons, listed.count(|_| true), listed.gone()), (3, 2, 1));
}
