#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use crate::model::basis::{Basis, Decision};
use crate::model::notice::Exemption;
use crate::model::outbox::State;
use crate::model::person::Labelled;
use crate::model::restriction::Ground;
use crate::model::selection::Ready;
use crate::office::Rule;
use crate::office::tests::{named, office};
use crate::office::undo::Way as Step;
use crate::office::{Office, legal_basis, persons, selections, states};

fn set(office: &Office, key: &'static str, value: &'static str) {
    office.write(move |desk| settings::set(desk, &Setting::from_key(key).unwrap(), value)).wait().unwrap();
}

fn add(office: &Office, name: &'static str, source: &'static str) -> person::Id {
    let source = list::shipped_id(List::Source, source).unwrap();
    office
        .write(move |desk| {
            let mut content = named("Kari", name);
            content.emails.push(Labelled::new(None, format!("{}@example.org", name.to_lowercase())));
            let contract = Decision::new(list::SALES, Basis::Contract, list::SOURCE_USER);
            Ok(persons::add(desk, content, Some(&contract), source)?.id)
        })
        .wait()
        .unwrap()
}

fn told(office: &Office, id: person::Id) -> Clock {
    office.read(move |desk| clock(desk, id)).wait().unwrap()
}

fn messages(office: &Office, id: person::Id) -> Vec<waiting::Message> {
    office
        .read(move |desk| {
            let rows = store::notices::of_person(desk.db(), id)?.into_iter().filter_map(|notice| notice.outbox);
            rows.map(|id| Ok(store::outbox::get(desk.db(), id)?.unwrap())).collect()
        })
        .wait()
        .unwrap()
}

fn becomes(office: &Office, message: waiting::Id, state: State) {
    let sql = format!("UPDATE outbox SET state = '{}', state_at = 77 WHERE id = {}", state.key(), message.0);
    office
        .write(move |desk| {
            desk.db().sql_for_tests().execute_batch(&sql).unwrap();
            Ok(())
        })
        .wait()
        .unwrap();
}

fn not_informed(office: &Office) -> Vec<i64> {
    office.read(|desk| selections::page(desk, Ready::NotInformed.id(), 10, 0)).wait().unwrap()
}

#[test]
fn who_comes_in_by_a_source_that_says_so_is_told_by_itself() {
    let (_dir, office) = office();
    set(&office, "source.fair.notice", "yes");
    set(&office, "office.name", "Fjord AS");
    let quiet = add(&office, "Alm", "user");
    let id = add(&office, "Berg", "fair");
    assert!(messages(&office, quiet).is_empty() && !told(&office, quiet).waiting);
    let clock = told(&office, id);
    assert!(clock.waiting && clock.told_at.is_none());
    let message = messages(&office, id).remove(0);
    assert_eq!((message.address.as_str(), message.recipient.as_str()), ("berg@example.org", "Kari Berg"));
    assert!(message.body.contains("Fjord AS") && message.html.contains("<p>"), "{}", message.body);
    assert_eq!(not_informed(&office), [quiet.0, id.0]);
    becomes(&office, message.id, State::Unknown);
    assert_eq!(told(&office, id).told_at, None, "it may have been lost");
    becomes(&office, message.id, State::Sent);
    let clock = told(&office, id);
    assert_eq!((clock.told_at, clock.due, clock.waiting), (Some(Moment(77)), None, false));
    assert_eq!(not_informed(&office), [quiet.0]);
    let (due, all) = office.read(|desk| due(desk, 40, 10)).wait().unwrap();
    assert_eq!((due.len(), all, due[0].person), (1, 1, quiet));
    assert_eq!(office.read(|desk| super::due(desk, 3, 10)).wait().unwrap().1, 0, "there is a month");
}

#[test]
fn a_new_card_can_be_taken_back_with_its_notice_until_that_has_left() {
    for has_account in [false, true] {
        taken_back_with_its_notice(has_account);
    }
}

fn taken_back_with_its_notice(has_account: bool) {
    let (_dir, office) = office();
    if has_account {
        set(&office, "mail.host", "mail.example.org");
        set(&office, "mail.from", "office@example.org");
    }
    set(&office, "source.fair.notice", "yes");
    let id = add(&office, "Berg", "fair");
    assert_eq!(messages(&office, id)[0].token.is_some(), has_account);
    office.step(Step::Back).wait().unwrap();
    let left = office.read(move |desk| Ok(store::outbox::has_left(desk.db(), id)?)).wait();
    assert!(!left.unwrap() && !not_informed(&office).contains(&id.0));
    office.step(Step::Again).wait().unwrap();
    let message = messages(&office, id).remove(0);
    becomes(&office, message.id, State::Sent);
    assert!(matches!(office.step(Step::Back).wait(), Err(Error::Refused(Rule::CardInUse))));
}

#[test]
fn a_notice_that_may_leave_later_keeps_none_from_going_along() {
    let (_dir, office) = office();
    let id = add(&office, "Berg", "user");
    let is_needed = |due: Option<i64>| {
        let due = due.map(Moment);
        office.read(move |desk| Ok(to_go_along(desk, id, due)?.is_some())).wait().unwrap()
    };
    let change = |sql: String| {
        office
            .write(move |desk| {
                desk.db().sql_for_tests().execute_batch(&sql).unwrap();
                Ok(())
            })
            .wait()
            .unwrap();
    };
    assert!(is_needed(None));
    let message = office.write(move |desk| send(desk, id, &Choice::default())).wait().unwrap().0;
    assert!(!is_needed(None));
    let later = Moment::now().0 + 86_400_000;
    change(format!("UPDATE outbox SET due = {later} WHERE id = {message}"));
    assert!(is_needed(None) && is_needed(Some(later - 1)) && !is_needed(Some(later)));
    change(format!("UPDATE outbox SET state = 'held' WHERE id = {message}"));
    assert!(is_needed(Some(later)), "whether it is ever released, nobody knows");
    change(format!(
        "INSERT INTO mailing VALUES (7, 'a', NULL, '', 'marketing', NULL, 'newsletter', 'paused', 0, NULL, 1, {}, 1);
         UPDATE outbox SET state = 'queued', due = NULL, mailing = 7 WHERE id = {message}",
        user_id(&office)
    ));
    assert!(is_needed(None));
    change("UPDATE mailing SET state = 'running'".to_owned());
    assert!(!is_needed(None));
}

fn user_id(office: &Office) -> i64 {
    office.read(|desk| Ok(desk.user().id.0)).wait().unwrap()
}

#[test]
fn what_keeps_a_notice_from_somebody_is_said() {
    let (_dir, office) = office();
    let id = add(&office, "Berg", "user");
    let send = move |office: &Office| office.write(move |desk| send(desk, id, &Choice::default())).wait();
    office
        .write(move |desk| {
            let row = store::stopped::Row {
                id: desk.db().new_id(),
                person: id,
                address: "berg@example.org".into(),
                bounces: 5,
                why: Some(crate::model::reply::Why::Bounced),
                at: desk.now(),
                stopped_at: Some(desk.now()),
            };
            Ok(store::stopped::put(desk.db(), &row)?)
        })
        .wait()
        .unwrap();
    assert!(matches!(send(&office), Err(Error::Refused(Rule::NothingArrives))));
    let whom = [Subject::Persons([id].into())];
    office.write(move |desk| crate::office::trash::put(desk, &whom, false, "", &Progress::default())).wait().unwrap();
    assert!(matches!(send(&office), Err(Error::Refused(Rule::InTrash))));
}

#[test]
fn the_template_is_that_of_the_source_and_where_the_data_is_from() {
    let (_dir, office) = office();
    let (here, elsewhere) = (add(&office, "Alm", "meeting"), add(&office, "Berg", "import"));
    let key = |id| {
        let prepared = office.read(move |desk| prepare(desk, id, &Choice::default())).wait().unwrap();
        prepared.rendered.key.to_string()
    };
    assert_eq!((key(here).as_str(), key(elsewhere).as_str()), ("notice", "notice-other-source"));
    set(&office, "source.meeting.template", "notice.meeting");
    assert_eq!(key(here), "notice.meeting");
    set(&office, "source.meeting.template", "newsletter");
    assert_eq!(key(here), "notice", "what is no notice cannot be one");
}

#[test]
fn several_are_told_at_once_and_none_twice_by_itself() {
    let (_dir, office) = office();
    let ids = ["Alm", "Berg", "Dal"].map(|name| add(&office, name, "user"));
    let silent = office.write(|desk| Ok(persons::add(desk, named("Liv", "Eng"), None, list::SOURCE_USER)?.id));
    let silent = silent.wait().unwrap();
    let closed = ids[2];
    office.write(move |desk| states::restrict(desk, closed, Ground::Accuracy, "")).wait().unwrap();
    let send = |whom: Subject, is_kept: bool| {
        let done = office.write(move |desk| send_to(desk, &whom, &Choice::default(), is_kept, &Progress::default()));
        done.wait().unwrap()
    };
    let all = Subject::Selection(Ready::NotInformed.id());
    let plan = send(all.clone(), false);
    assert!(messages(&office, ids[0]).is_empty(), "a plan sends nothing");
    let done = send(all.clone(), true);
    assert_eq!(plan, done);
    let held: Vec<(person::Id, &str)> = done.held.iter().map(|(id, why)| (*id, why.key.as_str())).collect();
    assert_eq!(done.persons, [ids[0], ids[1]]);
    assert!(held.contains(&(silent, "no-address")) && held.contains(&(closed, "restricted")), "{held:?}");
    assert!(send(all, true).persons.is_empty(), "it waits already");
    becomes(&office, messages(&office, ids[0])[0].id, State::Sent);
    let named = Subject::Persons([ids[0]].into());
    assert_eq!(send(named, true).persons, [ids[0]], "who is named gets it again");
    assert_eq!(messages(&office, ids[0]).len(), 2);
}

#[test]
fn a_letter_a_word_or_the_law_informs_as_well() {
    let (_dir, office) = office();
    for (name, way) in [("Alm", Way::Letter), ("Berg", Way::Oral), ("Dal", Way::Exempt(Exemption::Disproportionate))] {
        let id = add(&office, name, "user");
        assert!(told(&office, id).due.is_some());
        let whom = Subject::Persons([id].into());
        office.write(move |desk| note(desk, &whom, way, None, "på messen")).wait().unwrap();
        let clock = told(&office, id);
        assert!(clock.told_at.is_some() && clock.due.is_none() && clock.history[0].way == way);
    }
    assert!(not_informed(&office).is_empty());
    let id = add(&office, "Eng", "user");
    let seller = office.write(move |desk| {
        desk.become_role(crate::model::user::Role::Assistant);
        note(desk, &Subject::Persons([id].into()), Way::Oral, None, "")
    });
    assert!(matches!(seller.wait(), Err(Error::Forbidden(Right::LegalBasis))));
}

#[test]
fn what_was_told_on_another_day_counts_from_then() {
    let (_dir, office) = office();
    let id = add(&office, "Alm", "user");
    let noted = |day: NaiveDate| {
        let whom = Subject::Persons([id].into());
        office.write(move |desk| note(desk, &whom, Way::Oral, Some(day), "")).wait()
    };
    let today = Moment::now().local_date();
    let tomorrow = noted(today + chrono::Days::new(1));
    assert!(matches!(tomorrow, Err(Error::Invalid(_))) && told(&office, id).due.is_some());
    let before = today - chrono::Days::new(3);
    noted(before).unwrap();
    assert_eq!(told(&office, id).told_at, Some(Moment::beginning(before)));
}

#[test]
fn everybody_who_is_due_is_told_at_once() {
    let (_dir, office) = office();
    let ids = ["Alm", "Berg"].map(|name| add(&office, name, "user"));
    let waits = ids[0];
    office.write(move |desk| send(desk, waits, &Choice::default())).wait().unwrap();
    let due = |days: u64, is_kept: bool| {
        office
            .write(move |desk| send_due(desk, days, &Choice::default(), is_kept, &Progress::default()))
            .wait()
            .unwrap()
    };
    assert_eq!(due(3, true), Done::default(), "there is a month");
    let plan = due(40, false);
    assert_eq!((plan.persons.as_slice(), plan.held[0].1.key.as_str()), ([ids[1]].as_slice(), "waiting"));
    assert!(messages(&office, ids[1]).is_empty(), "a plan sends nothing");
    assert_eq!(due(40, true), plan);
    assert_eq!(messages(&office, ids[1]).len(), 1);
    assert!(due(40, true).persons.is_empty(), "it waits already");
}

#[test]
fn one_that_cannot_name_a_basis_is_for_somebody_to_decide_and_what_else_lacks_is_told() {
    let (_dir, office) = office();
    set(&office, "source.fair.notice", "yes");
    let new = |name: &'static str, basis: Option<Basis>| {
        let fair = list::shipped_id(List::Source, "fair").unwrap();
        office
            .write(move |desk| {
                let mut content = named("Kari", name);
                content.emails.push(Labelled::new(None, format!("{name}@example.org")));
                let decision = basis.map(|basis| Decision::new(list::SALES, basis, list::SOURCE_USER));
                Ok(persons::add(desk, content, decision.as_ref(), fair)?.id)
            })
            .wait()
            .unwrap()
    };
    let [bare, interest, fine] =
        [("alm", None), ("berg", Some(Basis::LegitimateInterests)), ("dal", Some(Basis::Contract))]
            .map(|(n, b)| new(n, b));
    let queued = |id| !messages(&office, id).is_empty();
    assert_eq!([queued(bare), queued(interest), queued(fine)], [false, true, true]);
    let gaps = |id| {
        let shown = office.read(move |desk| prepare(desk, id, &Choice::default())).wait().unwrap();
        shown.gaps.into_iter().map(|gap| gap.key).collect::<Vec<_>>()
    };
    assert_eq!([gaps(bare), gaps(interest), gaps(fine)], [vec!["no-basis"], vec!["no-interest"], vec![]]);
    let refused = office.write(move |desk| send(desk, bare, &Choice::default())).wait();
    assert!(matches!(refused, Err(Error::Refused(Rule::NoticeIncomplete))));
    let plan = |incomplete: bool| {
        let choice = Choice { incomplete, ..Choice::default() };
        let whom = Subject::Persons([bare, interest].into());
        office.write(move |desk| send_to(desk, &whom, &choice, false, &Progress::default())).wait().unwrap()
    };
    let named = |all: Vec<(person::Id, Held)>| all.into_iter().map(|(id, why)| (id, why.key)).collect::<Vec<_>>();
    assert_eq!(named(plan(false).held), [(bare, "no-basis".to_owned()), (interest, "waiting".to_owned())]);
    assert_eq!(plan(true).persons, [bare]);
    // One that only cannot say which interest goes out, and it is told.
    let other = new("eik", None);
    office
        .write(move |desk| {
            let decision = Decision::new(list::SALES, Basis::LegitimateInterests, list::SOURCE_USER);
            legal_basis::decide(desk, other, &decision, None)
        })
        .wait()
        .unwrap();
    let done = office
        .write(move |desk| {
            let whom = Subject::Persons([other].into());
            send_to(desk, &whom, &Choice::default(), false, &Progress::default())
        })
        .wait()
        .unwrap();
    assert_eq!((done.persons, named(done.lacking)), (vec![other], vec![(other, "no-interest".to_owned())]));
    // Once it is described, nothing lacks.
    set(&office, "basis.legitimate-interests.interest.sv", "Att hålla kontakten.");
    assert!(gaps(interest).is_empty());
}

#[test]
fn a_notice_and_a_question_say_where_one_answers_and_reads_more() {
    let (_dir, office) = office();
    set(&office, "office.contact", "post@fjord.example");
    set(&office, "purpose.marketing.statement_url.nb", "https://fjord.example/personvern");
    let id = add(&office, "Berg", "user");
    office.write(|desk| crate::office::wordings::add(desk, list::MARKETING, "nb", "Kan vi skrive?")).wait().unwrap();
    let notice = office.read(move |desk| prepare(desk, id, &Choice::default())).wait().unwrap().rendered.body;
    let question = office
        .read(move |desk| crate::office::mail::consents::prepare(desk, id, list::MARKETING, &Choice::default()))
        .wait()
        .unwrap()
        .rendered
        .body;
    for body in [notice, question] {
        for wish in crate::model::token::Wish::ALL {
            let code = format!("kt%E2%80%A6%20{}%5D", wish.key());
            assert_eq!(body.matches(&code).count(), 1, "{} in {body}", wish.key());
        }
        assert_eq!(body.matches("https://fjord.example/personvern").count(), 1, "{body}");
        assert!(body.contains("mailto:post@fjord.example?"));
    }
}
