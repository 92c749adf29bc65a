//! Deleting, the trash, and asking for deletion.

use iced::Program;
use kartotek::app::{App, Launch, Message};
use kartotek::i18n::Lang;
use kartotek::model::activity::Content as Doing;
use kartotek::model::basis::{Basis, Decision};
use kartotek::model::hold::{Content as Hold, Ground};
use kartotek::model::person::{Content, Labelled};
use kartotek::model::trash::Record;
use kartotek::model::{Moment, list};
use kartotek::office::{Office, activities, holding, persons, trash};
use kartotek::theme::Theme;
use kartotek::vault::{Passphrase, Proof};

use super::harness::Harness;
use super::start::{GOOD, World};

const HERS: &str = "seven quiet herons crossed";

/// Makes a card file with four people of two companies, of whom one must be kept and one is asked to be deleted.
fn furnish(world: &World, brightness: &str) {
    std::fs::create_dir_all(world.path().join("settings")).unwrap();
    std::fs::write(world.path().join("settings/window.json"), format!(r#"{{"brightness": "{brightness}"}}"#)).unwrap();
    world.make("Kartotek");
    let office = Office::open(&world.path().join("Kartotek"), "me", &Passphrase::new(GOOD), Lang::En).unwrap();
    office
        .write(|desk| {
            let contract = Decision::new(list::SALES, Basis::Contract, list::SOURCE_USER);
            let mut ids = Vec::new();
            for (first, last, company) in [
                ("Åse", "Ødegård", "Fjordfisk AS"),
                ("Kari", "Østby", "Fjordfisk AS"),
                ("Tor", "Berg", "Skog AB"),
                ("Lille", "Åmot", ""),
            ] {
                let content = Content {
                    first_name: first.into(),
                    last_name: last.into(),
                    company: company.into(),
                    emails: vec![Labelled::new(
                        Some(list::LABEL_WORK),
                        format!("{}@example.org", first.to_lowercase()),
                    )],
                    ..Content::default()
                };
                let id = persons::add(desk, content, Some(&contract), list::SOURCE_USER)?.id;
                let doing = Doing { person: Some(id), ..Doing::new(list::ACTIVITY_TASK, Moment::now()) };
                activities::add(desk, Doing { text: format!("Ring {first}"), due: Some(desk.today()), ..doing })?;
                ids.push(id);
            }
            let statute = "bokføringsloven § 13".to_owned();
            let kept = Hold { ground: Ground::Bookkeeping, statute, comment: String::new(), until: None };
            holding::add(desk, ids[2], kept)?;
            trash::ask_for_deletion(desk, Record::Person(ids[3]), "Har flyttet fra landet").map(drop)
        })
        .wait()
        .unwrap();
    office.close();
}

/// Lets Kari Nordmann work here, who may not delete.
fn employ(world: &World) {
    let office = Office::open(&world.path().join("Kartotek"), "me", &Passphrase::new(GOOD), Lang::En).unwrap();
    let proof = Proof::Passphrase(Passphrase::new(GOOD));
    office.add_user(proof, "Kari Nordmann", "assistant", Passphrase::new(HERS)).wait().unwrap();
    office.close();
}

fn open(
    world: &World,
    lang: Lang,
    brightness: &str,
) -> Harness<impl Program<State = App, Message = Message, Theme = Theme> + use<>> {
    furnish(world, brightness);
    let launch = Launch { vault: Some(world.path().join("Kartotek")), lang: Some(lang), demo: false };
    let mut app = world.start_with(launch);
    app.resize(1400.0, 900.0);
    app.expect_focus("unlock-passphrase").type_text(GOOD).key("enter").settle();
    app
}

#[test]
fn a_person_goes_to_the_trash_and_comes_back() {
    let world = World::new();
    let mut app = open(&world, Lang::En, "light");
    app.expect("4 persons").key("ctrl+k").type_text("odegard").key("enter").expect("Åse Ødegård");
    app.click_id("card-more").expect("Delete…").shot("trash-more");
    app.click_id("card-delete").expect("Delete — Åse Ødegård").expect("Activities and tasks").shot("trash-delete-one");
    app.click_id("deleting-reason").type_text("Has retired").click("Move to the trash");
    app.expect("In the trash: Åse Ødegård").expect_none("ase@example.org").shot("trash-toast");
    app.key("escape").key("escape").expect("3 persons");
    app.key("ctrl+z").expect("4 persons").expect("Taken back: the deletion of Åse Ødegård");
    app.key("ctrl+y").expect("3 persons");
    app.click("Today").expect("Ring Kari").expect_none("Ring Åse");
    app.click("Trash").expect("Has retired").expect_focus("trash-search").shot("trash-list");
    app.click("Åse Ødegård").expect("Restore 1").shot("trash-selected");
    app.click("Restore 1").expect("1 card is restored.").expect("The trash is empty.").shot("trash-empty");
    app.click("Persons").expect("4 persons");
}

#[test]
fn many_go_with_those_who_must_be_kept_held_back() {
    let world = World::new();
    let mut app = open(&world, Lang::En, "light");
    app.expect("4 persons").click("Berg, Tor").key("ctrl+a").expect("4 selected").shot("trash-many-selected");
    app.key("delete").expect("1 card is held back").expect("Tor Berg").expect_part("bokføringsloven § 13");
    app.shot("trash-delete-many");
    app.click("Move 3 cards to the trash").expect("In the trash: 3 cards").expect("1 person");
    app.click("Trash").expect("Kari Østby").click("Kari Østby").key("ctrl+a").click("Erase 3 now");
    app.expect("Erase for good?").shot("trash-erase");
    app.key("escape").expect_none("Erase for good?").click("Erase 3 now").expect_focus("trash-stay");
    app.key("tab").key("enter").expect("3 cards are erased.").expect("The trash is empty.");
}

#[test]
fn a_company_goes_alone_or_with_its_people() {
    let world = World::new();
    let mut app = open(&world, Lang::En, "light");
    app.click("Companies").click("Fjordfisk AS").click_id("company-delete").expect("Delete — Fjordfisk AS");
    app.expect("2 persons stay, without the company.").shot("trash-company");
    app.click("The company with its people").expect("Move 3 cards to the trash").shot("trash-company-people");
    app.click("The company alone: its people stay, without it").click("Move to the trash");
    app.expect("In the trash: Fjordfisk AS").expect("1 company").shot("trash-company-gone");
    app.click("Persons").expect("4 persons").expect_none("Fjordfisk AS");
    app.key("ctrl+z").expect_part("Fjordfisk AS");
}

#[test]
fn who_may_not_delete_asks_and_is_answered_in_norwegian_and_in_the_dark() {
    let world = World::new();
    furnish(&world, "dark");
    employ(&world);
    let launch = || Launch { vault: Some(world.path().join("Kartotek")), lang: Some(Lang::Nb), demo: false };
    {
        let mut app = world.start_with(launch());
        app.resize(1400.0, 900.0);
        app.expect_focus("unlock-user").type_text("Kari").key("enter");
        app.expect_focus("unlock-passphrase").type_text(HERS).key("enter").settle();
        app.key("ctrl+k").type_text("odegard").key("enter").expect("Åse Ødegård").key("delete");
        app.expect("Be om sletting – Åse Ødegård").type_text("Har sluttet").shot("trash-ask-nb");
        app.key("enter").expect("De som kan slette, er spurt.");
        app.click("Papirkurv").expect("Har sluttet").shot("trash-own-nb");
        app.key("ctrl+shift+l").settle();
    }
    let mut app = world.start_with(launch());
    app.resize(1400.0, 900.0);
    app.expect_focus("unlock-user").type_text("F").key("enter");
    app.expect_focus("unlock-passphrase").type_text(GOOD).key("enter").settle();
    app.click("Papirkurv").click("Bedt om sletting (2)").expect("Har flyttet fra landet").expect("Har sluttet");
    app.shot("trash-asked-nb");
    app.click_nth("Slett", 1).expect("I papirkurven: Åse Ødegård");
    app.click("Avslå…").expect_focus("trash-answer").type_text("Fortsatt kunde").shot("trash-refusing-nb");
    app.key("enter").expect("Ingen har bedt om sletting");
    app.click("Slettet").expect("Har sluttet").shot("trash-list-nb");
}
