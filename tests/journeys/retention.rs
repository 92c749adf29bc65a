//! Keeping no longer than needed, in the window: from what is due today to the list with its reasons, and one is kept.

use kartotek::app::{App, Launch, Message};
use kartotek::i18n::Lang;
use kartotek::model::activity::Content as Doing;
use kartotek::model::list::{self, List};
use kartotek::model::person::Content;
use kartotek::model::restriction::Ground;
use kartotek::model::{Moment, person};
use kartotek::office::settings::Setting;
use kartotek::office::{Office, activities, persons, settings, states};
use kartotek::theme::Theme;
use kartotek::vault::Passphrase;

use super::harness::Harness;
use super::start::{GOOD, World};

/// Makes a card file in which prospects are kept for three years, with three of them of whom nobody heard for longer;
/// one of those is restricted, and a customer is kept for the books.
fn office(world: &World) {
    world.make("Kartotek");
    let office = Office::open(&world.path().join("Kartotek"), "me", &Passphrase::new(GOOD), Lang::En).unwrap();
    for (key, value) in [
        ("office.country", "NO"),
        ("category.prospect.keep_months", "36"),
        ("category.customer.keep_months", "12"),
        ("category.customer.keep_from", "year-end"),
    ] {
        office.write(move |desk| settings::set(desk, &Setting::from_key(key).unwrap(), value)).wait().unwrap();
    }
    let add = |first: &str, last: &str, category: &'static str, year: i32| -> person::Id {
        let content = Content { first_name: first.into(), last_name: last.into(), ..Content::default() };
        let at = Moment::beginning(chrono::NaiveDate::from_ymd_opt(year, 3, 12).unwrap());
        let made = office.write(move |desk| {
            let category = desk.lists()?.find(List::Category, category);
            let id = persons::add(desk, Content { category, ..content }, None, list::SOURCE_USER)?.id;
            let doing =
                Doing { person: Some(id), text: "Asked for a price".into(), ..Doing::new(list::ACTIVITY_NOTE, at) };
            activities::add(desk, doing)?;
            Ok(id)
        });
        made.wait().unwrap()
    };
    add("Kari", "Nordmann", "prospect", 2019);
    add("Ola", "Nordmann", "prospect", 2021);
    let closed = add("Tor", "Dahl", "prospect", 2020);
    add("Gry", "Berg", "customer", 2023);
    office.write(move |desk| states::restrict(desk, closed, Ground::Claims, "")).wait().unwrap();
    office.close();
}

fn start(
    world: &World,
    lang: Lang,
    brightness: &str,
) -> Harness<impl iced::Program<State = App, Message = Message, Theme = Theme> + use<>> {
    std::fs::create_dir_all(world.path().join("settings")).unwrap();
    std::fs::write(world.path().join("settings/window.json"), format!(r#"{{"brightness": "{brightness}"}}"#)).unwrap();
    let launch = Launch { vault: Some(world.path().join("Kartotek")), lang: Some(lang), demo: false };
    let mut app = world.start_with(launch);
    app.expect_focus("unlock-passphrase").type_text(GOOD).key("enter");
    app.expect(if lang == Lang::En { "Persons" } else { "Personer" });
    app.resize(1280.0, 800.0).settle();
    app
}

#[test]
fn who_is_due_is_seen_from_today_and_one_is_kept() {
    let world = World::new();
    office(&world);
    let mut app = start(&world, Lang::En, "light");
    app.click("Today").expect("2 persons are kept longer than needed.").shot("due-today");
    app.click("Show who").expect("2 persons due, 2 kept").shot("due-page");
    app.expect_part("Kept: the processing is restricted (art. 18)");
    app.expect_part("Kept for the books until 31 Dec 2028: bokføringsloven § 13");
    // One is kept, for a reason.
    app.click("Keep…").expect_focus("due-reason").type_text("An offer is still open").shot("due-keeping");
    app.key("enter").expect("One person due, 3 kept").expect_part("An offer is still open").shot("due-kept");
    // The rest is a plan first.
    app.click("One to the trash…").expect_part("To the trash: 1. Kept: 3.").shot("due-plan");
    app.key("escape").expect_none("Move one to the trash");
    app.click("One to the trash…").click("Move one to the trash").expect_part("One person was moved to the trash.");
    app.expect_part("Nobody due, 3 kept").shot("due-moved");
    // Another day: on one that is to come, one only looks ahead.
    app.click_id("due-day").type_text("2040-01-01").expect("2 persons due, 1 kept");
    app.expect("A day to come: only to look at").expect_none("All 2 to the trash…").shot("due-later");
}

#[test]
fn the_page_is_seen_in_the_dark_in_norwegian() {
    let world = World::new();
    office(&world);
    let mut app = start(&world, Lang::Nb, "dark");
    app.click("I dag").expect("2 personer er beholdt lenger enn nødvendig.").shot("due-today-nb-dark");
    app.click("Vis hvem").expect_part("2 personer skal slettes").shot("due-page-nb-dark");
    app.click("Alle 2 til papirkurven…").expect_part("Til papirkurven: 2").shot("due-plan-nb-dark");
}
