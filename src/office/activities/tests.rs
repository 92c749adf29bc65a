#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use chrono::Days;

use super::super::tests::{add as add_person, named, office};
use super::super::{Office, journal, persons};
use super::*;
use crate::model::activity::{Consent, Direction};
use crate::office::long_texts::Kinds;

fn with(person: person::Id, kind: list::Id, text: &str) -> Content {
    let now = Moment::now();
    Content { person: Some(person), text: text.to_owned(), ..Content::new(kind, now) }
}

fn put(office: &Office, content: Content) -> Activity {
    office.write(move |desk| add(desk, content)).wait().unwrap()
}

fn all(office: &Office, of: Of) -> Vec<Activity> {
    let page = office.read(move |desk| page(desk, of, &Filter::default(), 100, 0)).wait().unwrap();
    page.lines.into_iter().map(|line| line.activity).collect()
}

fn found(office: &Office, text: &str) -> Vec<String> {
    let hits = office.find_text(text, Kinds::All, Filter::default(), 10).wait().unwrap();
    let count = office.count_text(text).wait().unwrap();
    assert_eq!(count, hits.len());
    hits.into_iter().map(|hit| hit.snippet).collect()
}

/// Nothing is left of a text, and nothing is missing of the others.
fn index_is_current(office: &Office) {
    assert!(office.write(|desk| Ok(store::long_texts::is_current(desk.db())?)).wait().unwrap());
}

#[test]
fn an_activity_is_added_edited_ticked_off_and_removed_and_each_step_is_in_the_journal() {
    let (_dir, office) = office();
    let person = add_person(&office, named("Åse", "Ødegård")).id;
    let call = Content {
        seconds: Some(360),
        direction: Some(Direction::Out),
        recorded: true,
        consent: Consent::Agreed,
        ..with(person, list::ACTIVITY_CALL, "Wants the price list.")
    };
    let added = put(&office, call.clone());
    assert_eq!(added.content, call);
    let edited = Content { text: "Wants cod.".into(), ..call };
    let (id, seen) = (added.id, added.updated_at);
    let again = edited.clone();
    let saved = office.write(move |desk| save(desk, id, edited, seen)).wait().unwrap();
    assert_eq!(saved.content.text, "Wants cod.");
    let old = office.write(move |desk| save(desk, id, again, seen)).wait();
    assert!(matches!(old, Err(Error::ActivityChanged(_))), "what one has not seen is not overwritten");
    let done = office.write(move |desk| set_done(desk, id, true)).wait().unwrap();
    assert!(done.done_at.is_some() && done.done_by == Some(office.user().id));
    office.write(move |desk| remove(desk, id)).wait().unwrap();
    assert_eq!(all(&office, Of::Person(person)), []);
    assert!(matches!(office.read(move |desk| get(desk, id)).wait(), Err(Error::NoSuch("activity"))));

    let entries = office.read(|desk| journal::entries(desk.db())).wait().unwrap();
    let kinds: Vec<Kind> = entries.iter().map(|entry| entry.kind).filter(|kind| *kind != Kind::PersonAdded).collect();
    let wanted = [Kind::ActivityAdded, Kind::ActivityEdited, Kind::ActivityEdited, Kind::ActivityRemoved];
    assert!(kinds.ends_with(&wanted), "{kinds:?}");
    let fields: Vec<&[Field]> = entries.iter().map(|entry| entry.fields.as_slice()).collect();
    assert!(fields.contains(&&[Field::Note][..]) && fields.contains(&&[Field::DoneAt][..]));
}

#[test]
fn an_old_odd_date_may_stay_where_something_else_is_put_right() {
    let (_dir, office) = office();
    let person = add_person(&office, named("Åse", "Ødegård")).id;
    let odd = NaiveDate::from_ymd_opt(1826, 5, 17).unwrap();
    let task = put(&office, with(person, list::ACTIVITY_TASK, "Wants the price list."));
    let old = Content { at: Moment::beginning(odd), due: Some(odd), ..task.content.clone() };
    let old = Activity { content: old, ..task };
    let kept = old.clone();
    office.write(move |desk| Ok(store::activities::put(desk.db(), &kept)?)).wait().unwrap();
    let (id, seen) = (old.id, old.updated_at);
    let write = |content: Content| office.write(move |desk| save(desk, id, content, seen)).wait();
    let other = odd.succ_opt().unwrap();
    for (at, due, wrong) in [(other, odd, Field::At), (odd, other, Field::Due)] {
        let content = Content { at: Moment::beginning(at), due: Some(due), ..old.content.clone() };
        match write(content) {
            Err(Error::Invalid(found)) => assert_eq!(found, [Invalid::new(wrong, Reason::ImpossibleDate)]),
            other => panic!("{other:?}"),
        }
    }
    let saved = write(Content { text: "Wants cod.".into(), ..old.content.clone() }).unwrap();
    assert_eq!((saved.content.text.as_str(), saved.content.due), ("Wants cod.", Some(odd)));
}

#[test]
fn each_step_is_taken_back_and_done_again() {
    let (_dir, office) = office();
    let person = add_person(&office, named("Åse", "Ødegård")).id;
    let first = put(&office, with(person, list::ACTIVITY_TASK, "one"));
    let (id, seen) = (first.id, first.updated_at);
    let two = Content { text: "two".into(), ..first.content.clone() };
    office.write(move |desk| save(desk, id, two, seen)).wait().unwrap();
    office.write(move |desk| set_done(desk, id, true)).wait().unwrap();
    office.write(move |desk| remove(desk, id)).wait().unwrap();
    let state = || all(&office, Of::Person(person)).pop().map(|now| (now.content.text, now.done_at.is_some()));
    let states = [None, Some(("one".to_owned(), false)), Some(("two".into(), false)), Some(("two".into(), true)), None];
    for _ in 0..2 {
        for wanted in states.iter().rev().skip(1) {
            assert!(office.step(Way::Back).wait().unwrap().is_some());
            assert_eq!(state(), *wanted);
            index_is_current(&office);
        }
        for wanted in states.iter().skip(1) {
            assert!(office.step(Way::Again).wait().unwrap().is_some());
            assert_eq!(state(), *wanted);
        }
    }
    assert!(office.step(Way::Again).wait().unwrap().is_none());
    let verdict = office.read(|desk| journal::verify(desk.db(), desk.keys())).wait().unwrap();
    assert_eq!(verdict.broken_at, None);
}

#[test]
fn lists_are_filtered_paged_and_newest_first() {
    let (_dir, office) = office();
    let person = add_person(&office, named("Åse", "Ødegård")).id;
    let other = add_person(&office, named("Tor", "Øverland")).id;
    for (hour, kind) in [(3, list::ACTIVITY_NOTE), (1, list::ACTIVITY_CALL), (2, list::ACTIVITY_NOTE)] {
        let at = Moment(hour * 3_600_000);
        put(&office, Content { at, ..with(person, kind, &hour.to_string()) });
    }
    put(&office, with(other, list::ACTIVITY_NOTE, "other"));
    let texts = |filter: Filter, limit, offset| {
        let page = office.read(move |desk| page(desk, Of::Person(person), &filter, limit, offset)).wait().unwrap();
        let texts: Vec<String> = page.lines.into_iter().map(|line| line.activity.content.text).collect();
        (texts.join(" "), page.total, page.all)
    };
    assert_eq!(texts(Filter::default(), 2, 0), ("3 2".into(), 3, 3));
    assert_eq!(texts(Filter::default(), 2, 2), ("1".into(), 3, 3));
    let calls = Filter { kind: Some(list::ACTIVITY_CALL), ..Filter::default() };
    assert_eq!(texts(calls, 9, 0), ("1".into(), 1, 3));
    let period = Filter { since: Some(Moment(2 * 3_600_000)), until: Some(Moment(3 * 3_600_000)), kind: None };
    assert_eq!(texts(period, 9, 0), ("2".into(), 1, 3));
    let last = office.read(move |desk| last(desk, Of::Person(person))).wait().unwrap();
    assert_eq!(last, Some(Moment(3 * 3_600_000)));
}

#[test]
fn what_is_planned_is_no_last_activity() {
    let (_dir, office) = office();
    let person = add_person(&office, named("Åse", "Ødegård")).id;
    let at = Moment(Moment::now().0 + 86_400_000);
    put(&office, Content { at, ..with(person, list::ACTIVITY_MEETING, "Planned") });
    assert_eq!(office.read(move |desk| last(desk, Of::Person(person))).wait().unwrap(), None);
}

#[test]
fn an_activity_stays_with_the_company_it_was_with() {
    let (_dir, office) = office();
    let content = persons_content("Fjordfisk AS");
    let person = add_person(&office, content.clone());
    let company = person.company.unwrap();
    put(&office, with(person.id, list::ACTIVITY_NOTE, "then"));
    let moved = crate::model::person::Content { company: "Nordlys AS".into(), ..person.content };
    let (id, seen) = (person.id, person.updated_at);
    office.write(move |desk| persons::save(desk, id, moved, seen)).wait().unwrap();
    put(&office, with(person.id, list::ACTIVITY_NOTE, "now"));
    let texts = |of| all(&office, of).into_iter().map(|one| one.content.text).collect::<Vec<_>>();
    assert_eq!(texts(Of::Company(company)), ["then"]);
    assert_eq!(texts(Of::Person(person.id)), ["now", "then"]);
    let only = Content { person: None, company: Some(company), ..with(person.id, list::ACTIVITY_NOTE, "firm") };
    put(&office, only);
    assert_eq!(texts(Of::Company(company)), ["firm", "then"]);
    let nobody = Content { company: Some(company::Id(5)), person: None, ..with(person.id, list::ACTIVITY_NOTE, "x") };
    assert!(matches!(office.write(move |desk| add(desk, nobody)).wait(), Err(Error::NoSuch("company"))));
}

fn persons_content(company: &str) -> crate::model::person::Content {
    crate::model::person::Content { company: company.to_owned(), ..named("Åse", "Ødegård") }
}

#[test]
fn the_agenda_sorts_by_day() {
    let (_dir, office) = office();
    let person = add_person(&office, named("Åse", "Ødegård")).id;
    let today = office.read(|desk| Ok(desk.today())).wait().unwrap();
    let day = |days: i64| {
        if days < 0 { today - Days::new(days.unsigned_abs()) } else { today + Days::new(days.unsigned_abs()) }
    };
    for (text, days) in [("late", -3), ("later", -1), ("now", 0), ("soon", 7), ("far", 8)] {
        put(&office, Content { due: Some(day(days)), ..with(person, list::ACTIVITY_TASK, text) });
    }
    put(&office, with(person, list::ACTIVITY_TASK, "some day"));
    let noon = |days: i64| Moment(Moment::beginning(day(days)).0 + 12 * 3_600_000);
    for (text, days) in [("was", -2), ("meet", 0), ("meet soon", 2)] {
        put(&office, Content { at: noon(days), ..with(person, list::ACTIVITY_MEETING, text) });
    }
    let done = put(&office, Content { due: Some(day(-9)), ..with(person, list::ACTIVITY_TASK, "done") }).id;
    office.write(move |desk| set_done(desk, done, true)).wait().unwrap();
    let agenda = office.read(|desk| agenda(desk, None, DUE)).wait().unwrap();
    let texts = |part: &Listed| part.lines.iter().map(|line| line.activity.content.text.clone()).collect::<Vec<_>>();
    assert_eq!(texts(&agenda.overdue), ["late", "later"]);
    assert_eq!(texts(&agenda.now), ["now", "meet"]);
    assert_eq!(texts(&agenda.coming), ["meet soon", "soon"]);
    assert_eq!(texts(&agenda.undated), ["some day"]);
    assert_eq!(texts(&agenda.done), ["done"]);
    assert_eq!(agenda.now.lines[0].person, "Åse Ødegård");
    assert_eq!(agenda.waiting(), 4);
    let of = |user| office.read(move |desk| super::agenda(desk, Some(user), DUE)).wait().unwrap();
    assert_eq!(of(office.user().id), agenda);
    assert_eq!(of(user::Id(99)).waiting(), 0);
}

#[test]
fn much_that_is_overdue_hides_nothing_that_is_due_today() {
    let (_dir, office) = office();
    let person = add_person(&office, named("Åse", "Ødegård")).id;
    let fill = move |desk: &mut Desk<'_>| {
        let due = |days: u64| Some(desk.today() - Days::new(days));
        let (yesterday, today) = (due(1), due(0));
        for number in 0..=DUE {
            add(desk, Content { due: yesterday, ..with(person, list::ACTIVITY_TASK, &format!("late {number}")) })?;
        }
        add(desk, Content { due: today, ..with(person, list::ACTIVITY_TASK, "now") })
    };
    office.write(fill).wait().unwrap();
    let agenda = office.read(|desk| agenda(desk, None, DUE)).wait().unwrap();
    assert_eq!((agenda.overdue.lines.len(), agenda.overdue.total), (DUE, DUE + 1));
    assert_eq!((agenda.now.lines.len(), agenda.now.total, agenda.coming.total), (1, 1, 0));
    assert_eq!(agenda.waiting(), DUE + 2);
}

#[test]
fn notes_and_activities_are_found_by_how_their_words_begin() {
    let (_dir, office) = office();
    let person = crate::model::person::Content { note: "Likes smoked trout.".into(), ..named("Åse", "Ødegård") };
    let person = add_person(&office, person);
    let task =
        Content { subject: "Ring Ødegård".into(), ..with(person.id, list::ACTIVITY_TASK, "about cod, ørret") };
    let task = put(&office, task);
    assert_eq!(found(&office, "orret ODEG"), ["Ring Ødegård about cod, ørret"]);
    assert_eq!(found(&office, "trout").len(), 1);
    assert_eq!(found(&office, "rout"), [""; 0], "words are found by how they begin");
    assert_eq!(found(&office, "\"cod\" OR -x*"), [""; 0], "signs mean nothing of their own");
    assert_eq!(found(&office, "  "), [""; 0]);
    let filtered = |kinds| office.find_text("r", kinds, Filter::default(), 9).wait().unwrap().len();
    assert_eq!((filtered(Kinds::All), filtered(Kinds::Notes)), (1, 0));
    assert_eq!(filtered(Kinds::Activity(list::ACTIVITY_TASK)), 1);
    assert_eq!(filtered(Kinds::Activity(list::ACTIVITY_CALL)), 0);
    let hit = office.find_text("cod", Kinds::All, Filter::default(), 9).wait().unwrap().remove(0);
    assert_eq!((hit.person, hit.activity, hit.name.as_str()), (Some(person.id), Some(task.id), "Åse Ødegård"));
    assert_eq!(&hit.snippet[hit.marks[0].clone()], "cod");

    let (id, seen) = (person.id, person.updated_at);
    let content = crate::model::person::Content { note: "Now likes herring.".into(), ..person.content };
    office.write(move |desk| persons::save(desk, id, content, seen)).wait().unwrap();
    assert_eq!((found(&office, "trout").len(), found(&office, "herring").len()), (0, 1));
    index_is_current(&office);
}

#[test]
fn what_is_erased_is_not_found_and_leaves_no_word_in_the_index() {
    let (_dir, office) = office();
    let keeper = crate::model::person::Content { note: "stays".into(), ..named("Tor", "Øverland") };
    add_person(&office, keeper);
    let gone = crate::model::person::Content { note: "xylophone".into(), ..named("Åse", "Ødegård") };
    let gone = add_person(&office, gone).id;
    put(&office, with(gone, list::ACTIVITY_NOTE, "zymurgy"));
    assert_eq!((found(&office, "xylo").len(), found(&office, "zymu").len()), (1, 1));
    office.write(move |desk| Ok(store::persons::erase(desk.db(), gone)?)).wait().unwrap();
    assert_eq!((found(&office, "xylo").len(), found(&office, "zymu").len()), (0, 0));
    assert_eq!(found(&office, "stays").len(), 1);
    index_is_current(&office);
    let blocks = office.read(|desk| Ok(store::long_texts::blocks(desk.db())?)).wait().unwrap();
    for word in ["xylo", "zymu"] {
        let is_in = |block: &Vec<u8>| block.windows(word.len()).any(|part| part == word.as_bytes());
        assert!(!blocks.iter().any(is_in), "{word} is still in the index");
    }
    assert!(blocks.iter().any(|block| block.windows(4).any(|part| part == b"stay")), "the test would find a word");
}

#[test]
fn who_may_only_look_changes_nothing() {
    let (_dir, office) = office();
    let person = add_person(&office, named("Åse", "Ødegård")).id;
    let task = put(&office, with(person, list::ACTIVITY_TASK, "one")).id;
    let content = with(person, list::ACTIVITY_NOTE, "two");
    let refused = office.write(move |desk| {
        desk.become_role(user::Role::ReadOnly);
        let refusals = [
            add(desk, content.clone()).is_err(),
            save(desk, task, content, Moment(0)).is_err(),
            set_done(desk, task, true).is_err(),
            remove(desk, task).is_err(),
        ];
        assert!(page(desk, Of::Person(person), &Filter::default(), 1, 0).is_ok());
        Ok(refusals)
    });
    assert_eq!(refused.wait().unwrap(), [true; 4]);
    assert_eq!(all(&office, Of::Person(person)).len(), 1);
}
