//! A round through what an admin does on a Friday, in Swedish and in high contrast: every screen and dialog is opened,
//! looked at and left again.

use iced::Program;
use kartotek::app::{App, Launch, Message};
use kartotek::i18n::{self, Lang};
use kartotek::model::activity::Content as Doing;
use kartotek::model::criteria::Of;
use kartotek::model::hold::{Content as Hold, Ground};
use kartotek::model::list::{self, List};
use kartotek::model::person::{Content, Labelled};
use kartotek::model::selection::{Operation, Ready};
use kartotek::model::trash::Record;
use kartotek::model::{Moment, restriction};
use kartotek::office::selections::{self, New};
use kartotek::office::settings::Setting;
use kartotek::office::subject::Subject;
use kartotek::office::{Office, Progress, activities, holding, persons, settings, states, trash};
use kartotek::theme::Theme;
use kartotek::vault::Passphrase;

use super::harness::Harness;
use super::start::{GOOD, World};

const PEOPLE: [(&str, &str, &str, i32); 9] = [
    ("Åsa", "Ödegård", "Fjordfisk AS", 2019),
    ("Märta", "Nyström", "Aurora Resor AB", 2020),
    ("Björn", "Lindqvist", "Skånes Bryggeri AB", 2021),
    ("Kari", "Østby", "Fjordfisk AS", 2025),
    ("Tor", "Dahl", "", 2020),
    ("Gry", "Berg", "Nordlys Kraft", 2023),
    ("Lars", "Hansen", "Nordlys Kraft", 2022),
    ("Sigrid", "Årdal", "Skånes Bryggeri AB", 2019),
    ("Ola", "Nordmann", "", 2024),
];

/// Makes a card file in which there is something of everything.
pub(super) fn furnish(world: &World) {
    world.make("Kartotek");
    let office = Office::open(&world.path().join("Kartotek"), "me", &Passphrase::new(GOOD), Lang::En).unwrap();
    for (key, value) in [
        ("office.country", "SE"),
        ("category.prospect.keep_months", "36"),
        ("category.customer.keep_months", "12"),
        ("category.customer.keep_from", "year-end"),
        ("trash.days", "5"),
    ] {
        office.write(move |desk| settings::set(desk, &Setting::from_key(key).unwrap(), value)).wait().unwrap();
    }
    office
        .write(|desk| {
            let mut ids = Vec::new();
            for (number, (first, last, company, year)) in PEOPLE.into_iter().enumerate() {
                let key = if number == 5 { "customer" } else { "prospect" };
                let category = desk.lists()?.find(List::Category, key);
                let email = format!("{}@example.org", i18n::fold::fold(first));
                let content = Content {
                    first_name: first.into(),
                    last_name: last.into(),
                    company: company.into(),
                    title: if number % 2 == 0 { "Säljchef".into() } else { String::new() },
                    emails: vec![Labelled::new(Some(list::LABEL_WORK), email)],
                    phones: vec![Labelled::new(Some(list::LABEL_MOBILE), format!("+46 70 123 45 6{number}"))],
                    category,
                    ..Content::default()
                };
                let id = persons::add(desk, content, None, list::SOURCE_USER)?.id;
                let at = Moment::beginning(chrono::NaiveDate::from_ymd_opt(year, 3, 12).unwrap());
                let doing = Doing { person: Some(id), ..Doing::new(list::ACTIVITY_NOTE, at) };
                activities::add(desk, Doing { text: format!("{first} frågade efter ett pris"), ..doing })?;
                ids.push(id);
            }
            let statute = "bokföringslagen 7 kap. 2 §".to_owned();
            let kept = Hold { ground: Ground::Bookkeeping, statute, comment: String::new(), until: None };
            holding::add(desk, ids[1], kept)?;
            states::restrict(desk, ids[4], restriction::Ground::Claims, "")?;
            trash::ask_for_deletion(desk, Record::Person(ids[6]), "Har flyttat utomlands")?;
            trash::put(desk, &[Subject::Persons([ids[7]].into())], false, "Har slutat", &Progress::default())?;
            let new = New { name: "Mässan i Malmö".into(), ..New::default() };
            let numbers: Vec<i64> = ids[..4].iter().map(|id| id.0).collect();
            let fair = selections::create_of(desk, &new, &numbers)?.selection.id;
            let new = New { name: "Mässan, ej informerade".into(), of: Of::Persons, ..New::default() };
            selections::combine(desk, &new, Operation::Intersect, fair, Ready::NotInformed.id()).map(drop)
        })
        .wait()
        .unwrap();
    office.close();
}

pub(super) fn start(
    world: &World,
    lang: Lang,
    look: &str,
) -> Harness<impl Program<State = App, Message = Message, Theme = Theme> + use<>> {
    std::fs::create_dir_all(world.path().join("settings")).unwrap();
    std::fs::write(world.path().join("settings/window.json"), look).unwrap();
    let launch = Launch { vault: Some(world.path().join("Kartotek")), lang: Some(lang), demo: false };
    let mut app = world.start_with(launch);
    app.expect_focus("unlock-passphrase").type_text(GOOD).key("enter");
    app.expect(&i18n::text(lang, "frame-persons"));
    app.resize(1280.0, 800.0).settle();
    app
}

/// Opens everything, and looks at it.
fn round(name: &str, lang: Lang, look: &str) {
    let world = World::new();
    furnish(&world);
    let mut app = start(&world, lang, look);
    let say = |key: &str| i18n::text(lang, key);
    let mut number = 0;
    let mut shot = |app: &mut Harness<_>, what: &str| {
        number += 1;
        app.shot(&format!("friday-{name}-{number:02}-{what}"));
    };
    // Selections.
    app.click(&say("frame-selections")).expect("Mässan i Malmö");
    shot(&mut app, "selections");
    app.click("Mässan i Malmö").expect("Lindqvist, Björn");
    shot(&mut app, "static");
    app.click_with("ctrl", "Lindqvist, Björn").click_with("ctrl", "Nyström, Märta");
    shot(&mut app, "static-ticked");
    app.click(&say("card-tab-details")).settle();
    shot(&mut app, "details");
    app.click(&say("selections-charts")).settle();
    shot(&mut app, "charts");
    app.click("Mässan, ej informerade").click(&say("selections-criteria")).settle();
    shot(&mut app, "combined");
    app.click(&say("selection-ready-old-consents")).settle();
    shot(&mut app, "ready-criteria");
    app.key("ctrl+n").expect_focus("selection-name").key("ctrl+s").settle();
    shot(&mut app, "new-incomplete");
    app.key("escape").settle();
    app.click("Mässan i Malmö").click(&say("selections-combine")).expect(&say("selections-combine-title"));
    shot(&mut app, "combine");
    app.key("escape").click_id("selection-remove").settle();
    shot(&mut app, "remove");
    app.key("escape").settle();
    // Changing many.
    app.key("ctrl+shift+e").expect_focus("mass-edit-field-0");
    shot(&mut app, "mass-edit");
    app.key("enter").type_text(&say("field-title")).key("enter").settle();
    app.key("tab").key("tab").type_text("Inköpare").key("ctrl+s").settle();
    shot(&mut app, "mass-edit-plan");
    app.key("escape").settle().key("escape").settle();
    // Handing out.
    app.click(&say("frame-persons")).click_id("list-export").settle();
    shot(&mut app, "export");
    app.key("escape").settle();
    // Deleting, asking, erasing.
    app.click("Hansen, Lars").key("ctrl+a").key("delete").settle();
    shot(&mut app, "delete-many");
    app.key("escape").settle().double_click("Nyström, Märta").settle();
    shot(&mut app, "card-held");
    app.click_id("card-more").settle();
    shot(&mut app, "card-more");
    app.click_id("card-erase").settle();
    shot(&mut app, "erase-held");
    app.key("escape").settle().key("escape").settle();
    app.double_click("Ödegård, Åsa").settle().click_id("card-more").click_id("card-erase").settle();
    shot(&mut app, "erase-plan");
    app.key("escape").settle().key("escape").settle();
    // The trash.
    app.click(&say("frame-trash")).expect("Har slutat").click("Har slutat").settle();
    shot(&mut app, "trash");
    app.click(&i18n::text_with(lang, "trash-tab-asked", &[("count", i18n::Arg::Number(1))])).settle();
    shot(&mut app, "trash-asked");
    // Settings: who is due, what was handed out.
    app.key("ctrl+,").settle();
    shot(&mut app, "settings");
    app.click(&say("frame-today")).settle();
    shot(&mut app, "today");
    app.click(&say("today-due-show")).settle();
    shot(&mut app, "due");
    app.click_id("due-approve").settle();
    shot(&mut app, "due-plan");
    app.resize(1100.0, 720.0).settle();
    shot(&mut app, "due-small");
    app.key("escape").settle();
    // Somebody new.
    app.click(&say("frame-persons")).key("ctrl+n").settle();
    shot(&mut app, "new-person");
}

#[test]
fn the_round_in_swedish() {
    round("sv", Lang::Sv, r#"{"brightness": "light"}"#);
}

#[test]
fn the_round_in_high_contrast() {
    round("contrast", Lang::En, r#"{"brightness": "light", "contrast": "on"}"#);
}

#[test]
fn the_round_in_norwegian_in_high_contrast_and_in_the_dark() {
    round("nb-dark-contrast", Lang::Nb, r#"{"brightness": "dark", "contrast": "on"}"#);
}

#[test]
fn a_list_takes_in_and_lets_go_whom_one_picks() {
    let world = World::new();
    furnish(&world);
    let mut app = start(&world, Lang::En, "{}");
    app.click_with("ctrl", "Hansen, Lars").click_with("ctrl", "Nordmann, Ola").click("Add to selection…");
    app.click_id("selection-add").click_id("new-selection-first").type_text("Mässan").key("enter");
    app.shot("friday-list-add");
    app.click("Add 3").expect("Mässan i Malmö: 3 added, 7 in it");
    app.click("Selections").click("Mässan i Malmö").expect("7 in it").click("Hansen, Lars");
    app.click_id("selection-take-out").expect("Mässan i Malmö: one taken out, 6 in it").expect_none("Hansen, Lars");
    // What two are made of leads to each of them.
    app.click("Mässan, ej informerade").click("Criteria").expect("First").click_nth("Mässan i Malmö", 1);
    app.expect("6 in it");
    // A ready one can warn of something.
    app.click("Not yet informed")
        .click("Details")
        .click_id("selection-alert")
        .type_text("Send the notice")
        .key("ctrl+s");
    app.expect("Saved: Not yet informed").shot("friday-ready-alert");
}

#[test]
fn what_goes_from_the_trash_soon_is_shown_there() {
    let world = World::new();
    furnish(&world);
    let mut app = start(&world, Lang::En, "{}");
    app.click("Selections").click("In trash soon to be erased").expect_part("erased within 7 days");
    app.shot("friday-soon");
    app.click_id("selection-soon").expect("Sigrid Årdal").expect("Erased within a week");
}

#[test]
fn somebody_is_kept_by_law_and_no_longer() {
    let world = World::new();
    furnish(&world);
    let mut app = start(&world, Lang::En, "{}");
    app.resize(1280.0, 1200.0);
    app.double_click("Østby, Kari").expect("Kari Østby").click_id("card-more").click_id("card-hold");
    app.expect("Legal hold on Kari Østby").click_id("state-words").type_text("Claim 12");
    app.click_id("hold-until").type_text("soon").key("enter").expect("This is no day.").shot("friday-hold");
    app.key("ctrl+a").type_text("31.12.2099").key("enter").expect("Kari Østby must be kept.");
    app.expect_part("Claim 12, until 31 Dec 2099").shot("friday-hold-card");
    app.key("ctrl+shift+p").type_text("Settings: Due").key("enter").expect("Legal holds").expect_part("Claim 12");
    app.shot("friday-holds");
    app.click("Persons").click_id("card-hold-lift").expect_focus("state-words").type_text("Settled").key("enter");
    app.expect("The legal hold is lifted.").expect_none("Must be kept");
}
