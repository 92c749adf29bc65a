//! Activities, from the card to the list of what is due, through the whole window.

use chrono::{Days, NaiveDate};
use kartotek::app::{App, Launch, Message};
use kartotek::i18n::Lang;
use kartotek::model::activity::{Content as Said, Direction, Filter};
use kartotek::model::person::{Content, Id, Labelled};
use kartotek::model::{Moment, list};
use kartotek::office::activities::{self, Of};
use kartotek::office::{Office, drafts, persons};
use kartotek::vault::Passphrase;

use super::harness::Harness;
use super::start::{GOOD, World};

/// A card file with three people and what was done with them.
struct Desk {
    world: World,
}

fn person(first: &str, last: &str, company: &str, phone: &str, note: &str) -> Content {
    Content {
        first_name: first.into(),
        last_name: last.into(),
        company: company.into(),
        emails: vec![Labelled::new(Some(list::LABEL_WORK), format!("{}@example.org", first.to_lowercase()))],
        phones: vec![Labelled::new(Some(list::LABEL_MOBILE), phone.into())],
        note: note.into(),
        ..Content::default()
    }
}

impl Desk {
    fn new() -> Self {
        let world = World::new();
        world.make("Kartotek");
        let desk = Self { world };
        desk.work(|office| {
            let add = |content: Content| {
                let added = office.write(move |desk| persons::add(desk, content, None, list::SOURCE_USER));
                added.wait().unwrap().id
            };
            let ase = add(person("Åse", "Ødegård", "Fjordfisk AS", "+47 900 11 222", "Likes smoked trout."));
            let tor = add(person("Tor", "Øverland", "Nordlys Kraft", "+47 900 22 333", ""));
            add(person("Kari", "Østby", "", "", ""));
            let today = office.read(|desk| Ok(desk.today())).wait().unwrap();
            for said in past(ase, tor, today) {
                office.write(move |desk| activities::add(desk, said)).wait().unwrap();
            }
        });
        desk
    }

    fn work<T>(&self, act: impl FnOnce(&Office) -> T) -> T {
        let folder = self.world.path().join("Kartotek");
        let office = Office::open(&folder, "me", &Passphrase::new(GOOD), Lang::En).unwrap();
        let done = act(&office);
        office.close();
        done
    }

    fn start(&self, lang: Lang) -> Harness<impl iced::Program<State = App, Message = Message> + use<>> {
        let vault = Some(self.world.path().join("Kartotek"));
        let mut app = self.world.start_with(Launch { vault, lang: Some(lang), demo: false });
        app.resize(1440.0, 900.0).type_text(GOOD).key("enter").expect_focus("persons-list");
        app
    }

    /// Returns the headlines of somebody's activities, the newest first.
    fn said(&self, of: &str) -> Vec<String> {
        let of = of.to_owned();
        self.work(move |office| {
            let id = office.find(&of, Default::default()).wait().unwrap().ids[0];
            let page = office.read(move |desk| activities::page(desk, Of::Person(id), &Filter::default(), 99, 0));
            page.wait().unwrap().lines.iter().map(|line| line.activity.content.headline().to_owned()).collect()
        })
    }
}

fn past(ase: Id, tor: Id, today: NaiveDate) -> Vec<Said> {
    let at = |days: u64, hour: i64| Moment(Moment::beginning(today - Days::new(days)).0 + hour * 3_600_000);
    let with = |person, kind, at, text: &str| Said { person: Some(person), text: text.into(), ..Said::new(kind, at) };
    let due = |days: i64| {
        let days_of = Days::new(days.unsigned_abs());
        Some(if days < 0 { today - days_of } else { today + days_of })
    };
    let task = |person, days, subject: &str| Said {
        subject: subject.into(),
        due: due(days),
        ..with(person, list::ACTIVITY_TASK, at(9, 10), "")
    };
    vec![
        Said {
            direction: Some(Direction::Out),
            seconds: Some(372),
            ..with(ase, list::ACTIVITY_CALL, at(12, 9), "Wants the price list for cod before Easter.")
        },
        Said {
            subject: "Fair in Bergen".into(),
            seconds: Some(5_400),
            ..with(
                ase,
                list::ACTIVITY_MEETING,
                at(40, 13),
                "Talked about trout and packaging.\nBring samples next time.",
            )
        },
        Said {
            direction: Some(Direction::In),
            ..with(ase, list::ACTIVITY_EMAIL, at(3, 8), "Asks for the terms of delivery.")
        },
        with(ase, list::ACTIVITY_NOTE, at(2, 15), "Holiday until the end of the month."),
        task(ase, -3, "Send the price list"),
        task(tor, 0, "Ask about the framework agreement"),
        task(tor, 2, "Send an offer for 40 trout"),
        Said {
            subject: "Meeting about the budget".into(),
            ..with(tor, list::ACTIVITY_MEETING, Moment(at(0, 14).0 + 86_400_000), "")
        },
        with(tor, list::ACTIVITY_CALL, Moment(at(0, 15).0 + 86_400_000), "Hear whether the budget holds"),
        Said { subject: "Find a new supplier of ice".into(), ..with(tor, list::ACTIVITY_TASK, at(1, 9), "") },
    ]
}

#[test]
fn what_was_said_is_written_down_with_two_keys_edited_ticked_off_and_removed() {
    let desk = Desk::new();
    let mut app = desk.start(Lang::En);
    app.key("ctrl+k").type_text("odegard").key("enter").expect("Activities").expect_focus("card-tabs");
    app.expect("Call out, 6 min").expect("3 days overdue").shot("activities-card");
    app.key("ctrl+j").expect_focus("activity-chooser").shot("activities-chooser");
    app.key("n").expect_focus("activity-text").type_text("Prefers mornings.").shot("activities-note");
    // A time that is none is not said of the day.
    app.click_id("activity-time").key("ctrl+a").type_text("25:70").key("ctrl+enter");
    app.expect_part("This is not a time.").shot("activities-time");
    assert!(!app.texts().iter().any(|text| text.contains("not a date")));
    app.click_id("activity-time").key("ctrl+a").type_text("9:30");
    app.key("ctrl+enter")
        .expect_focus("card-tabs")
        .expect("Prefers mornings.")
        .expect("Note entered: Prefers mornings.");
    app.key("ctrl+j").key("t").expect_focus("activity-subject").type_text("Ring about ice");
    app.click_id("activity-due").key("ctrl+a").type_text("nonsense").key("ctrl+s").expect_part("This is not a date.");
    app.click_id("activity-due").key("ctrl+a").type_text("+3d").shot("activities-task");
    app.key("ctrl+s").expect("Ring about ice").expect("Task entered: Ring about ice");
    app.key("ctrl+j").key("m").type_text("Not yet").key("escape").expect("Throw away what you wrote?");
    app.shot("activities-leave");
    app.click("Keep writing").expect_focus("activity-subject");
    for _ in 0..2 {
        app.key("escape").expect("Throw away what you wrote?").key("escape").expect_focus("activity-subject");
    }
    // Another screen asks about what is written, and not about the card.
    app.key("ctrl+,").expect("Save what you wrote about Åse Ødegård?").shot("unsaved-activity");
    app.key("escape");
    app.expect_none("Save what you wrote about Åse Ødegård?").expect("Not yet").click_id("activity-subject");
    app.key("escape").click("Throw away").expect_none("Not yet");

    app.click("Holiday until the end of the month.").expect("Remove").shot("activities-open");
    app.click("Remove").expect_none("Holiday until the end of the month.");
    app.expect("Removed: Holiday until the end of the month.").key("ctrl+z");
    app.expect("Holiday until the end of the month.");
    app.expect("Taken back: Holiday until the end of the month. (Åse Ødegård)");
    app.close().expect_end();
    drop(app);
    let said = desk.said("odegard");
    assert!(said.contains(&"Ring about ice".to_owned()) && said.contains(&"Prefers mornings.".to_owned()), "{said:?}");
    assert!(!said.contains(&"Not yet".to_owned()), "{said:?}");
}

#[test]
fn kinds_and_periods_narrow_the_list() {
    let desk = Desk::new();
    let mut app = desk.start(Lang::En);
    app.key("ctrl+k").type_text("odegard").key("enter").expect("Call out, 6 min").expect("Fair in Bergen");
    // A sixth makes the choices worth their room.
    app.key("ctrl+j").key("n").type_text("Sixth").key("ctrl+enter").expect("6 activities");
    app.click_id("activities-period").type_text("30").key("enter").expect("5 activities").expect_none("Fair in Bergen");
    app.click_id("activities-kind")
        .type_text("call")
        .key("enter")
        .expect("1 activity")
        .expect_none("Sixth")
        .shot("activities-filter");
}

#[test]
fn a_click_on_a_number_begins_a_call_that_goes_on_while_other_cards_are_looked_at() {
    let desk = Desk::new();
    let mut app = desk.start(Lang::En);
    app.key("ctrl+k").type_text("odegard").key("enter").click("+47 900 11 222").expect("Stop");
    app.expect_focus("call-text").type_text("Wants ice as well.").shot("activities-call");
    app.click("Recorded").expect("Recorded, but nobody asked. Nothing shows that the other side agreed.");
    app.shot("activities-call-recorded");
    app.key("ctrl+k").type_text("overland").key("enter").expect("Tor Øverland").expect_part("Åse Ødegård, 0");
    app.shot("activities-call-elsewhere");
    app.click("Show").expect("Åse Ødegård").click("Stop").expect("Length (minutes)");
    app.shot("activities-call-stopped");
    app.click("Save").expect_none("Stop").expect("Wants ice as well.");
    app.close().expect_end();
    drop(app);
    assert_eq!(desk.said("odegard")[0], "Wants ice as well.");
}

#[test]
fn the_time_of_a_call_runs_on_while_the_card_file_is_locked() {
    let desk = Desk::new();
    let mut app = desk.start(Lang::En);
    app.key("ctrl+k").type_text("odegard").key("enter").click("+47 900 11 222").expect_focus("call-text");
    app.type_text("Wants ice.").key("ctrl+shift+l").expect_focus("unlock-passphrase");
    // As if it had begun 42 seconds before it was locked.
    desk.work(|office| {
        let mut kept = office.read(|desk| drafts::all(desk)).wait().unwrap();
        let mut form: serde_json::Value = serde_json::from_str(&kept[0].content).unwrap();
        let since: Moment = serde_json::from_value(form["running"][0].take()).unwrap();
        form["running"][0] = serde_json::to_value(Moment(since.0 - 42_000)).unwrap();
        kept[0].content = form.to_string();
        office.write(move |desk| drafts::keep(desk, &kept)).wait().unwrap();
    });
    app.type_text(GOOD).key("enter").expect("Stop").shot("activities-call-running");
    let shown = app.texts();
    assert!(!shown.iter().any(|text| text.starts_with("00:0")), "{shown:?}");
    app.click("Stop").expect("Length (minutes)");
}

#[test]
fn the_day_begins_with_what_is_due() {
    let desk = Desk::new();
    let mut app = desk.start(Lang::En);
    app.expect("2").click("Today").expect("Overdue").expect("3 days overdue").expect("Without a date");
    app.expect("Send the price list").expect("Meeting about the budget").expect("Hear whether the budget holds");
    app.shot("today");
    app.click("Send the price list").expect_focus("card-tabs").expect("Åse Ødegård");
    // Escape goes back to the day; who came another way stays where they are.
    app.key("escape").expect("Overdue").expect_none("Ødegård, Åse");
    app.click("Send the price list").expect("Åse Ødegård").click("Persons").key("escape").expect_none("Overdue");
}

/// Ticks the line with this text: the box is at its left.
fn tick<P: iced::Program<State = App> + 'static>(app: &mut Harness<P>, text: &str) {
    let words = app.find_place(text);
    app.click_at(iced::Point::new(words.x - 18.0, words.center_y()));
}

#[test]
fn a_tick_says_which_task_and_is_taken_back_alone() {
    let desk = Desk::new();
    let mut app = desk.start(Lang::En);
    app.click("Today").expect("Overdue");
    tick(&mut app, "Send the price list");
    app.expect("Task done: Send the price list").expect("Undo").shot("today-ticked");
    tick(&mut app, "Ask about the framework agreement");
    // The button is about the newest, and takes back no other.
    app.expect("Task done: Ask about the framework agreement").expect("Task done: Send the price list");
    assert_eq!(app.texts().iter().filter(|text| *text == "Undo").count(), 1);
    app.shot("today-ticked-twice");
    app.click("Undo").expect("Taken back: tick at Ask about the framework agreement (Tor Øverland)").expect("Redo");
    app.click("Redo").expect("Done again: tick at Ask about the framework agreement (Tor Øverland)");
    app.key("ctrl+z").key("ctrl+z").expect("Taken back: tick at Send the price list (Åse Ødegård)");
    app.expect("3 days overdue").shot("today-untouched");
}

#[test]
fn notes_and_activities_are_found_from_the_search_field() {
    let desk = Desk::new();
    let mut app = desk.start(Lang::En);
    app.key("ctrl+k").type_text("trout").expect("3 notes or activities have these words.").shot("texts-link");
    app.expect("Nobody matches “trout”").expect_none("0 found");
    app.click("Show what was found").expect("Found in 3 texts").expect_part("smoked trout").expect_none("0 found");
    app.shot("texts-found");
    app.click("Tor Øverland · Nordlys Kraft").expect("Tor Øverland").expect("Send an offer for 40 trout");
    app.shot("texts-opened");
    app.click("Back to persons").expect("Nobody matches “trout”");
}

#[test]
fn it_looks_right_in_dark_and_in_norwegian() {
    let desk = Desk::new();
    for (name, lang, theme) in [("norwegian", Lang::Nb, None), ("dark", Lang::En, Some("Dark"))] {
        let mut app = desk.start(lang);
        if let Some(theme) = theme {
            app.key("ctrl+,").click(theme).key("escape");
        }
        app.click(if lang == Lang::Nb { "I dag" } else { "Today" }).shot(&format!("today-{name}"));
        app.key("escape").key("ctrl+k").type_text("trout").expect_part("3 ").click_id("texts-only");
        app.shot(&format!("texts-{name}"));
        app.key("escape").key("escape").key("ctrl+k").type_text("odegard").key("enter").expect("Åse Ødegård");
        app.shot(&format!("activities-card-{name}"));
        app.key("ctrl+j").key(if lang == Lang::Nb { "s" } else { "c" }).expect_focus("activity-text");
        app.shot(&format!("activities-form-{name}"));
        app.key("escape");
        app.click("+47 900 11 222").expect_focus("call-text").shot(&format!("activities-call-{name}"));
    }
}
