//! Cards go out as files: from the list, with the columns of last time, into the register, and onto the card.

use kartotek::app::{App, Launch, Message};
use kartotek::i18n::Lang;
use kartotek::model::basis::{Basis, Decision};
use kartotek::model::person::{Content, Labelled};
use kartotek::model::restriction::Ground;
use kartotek::model::{list, person};
use kartotek::office::{Office, persons, states};
use kartotek::theme::Theme;
use kartotek::vault::Passphrase;

use super::harness::Harness;
use super::start::{GOOD, World};

/// Makes a card file with four people, one of them restricted.
fn people(world: &World) {
    world.make("Kartotek");
    let office = Office::open(&world.path().join("Kartotek"), "me", &Passphrase::new(GOOD), Lang::En).unwrap();
    let add = |first: &str, last: &str| -> person::Id {
        let name = format!("{}@example.org", last.to_lowercase());
        let content = Content {
            first_name: first.into(),
            last_name: last.into(),
            company: "Fjordfisk AS".into(),
            emails: vec![Labelled::new(None, name)],
            phones: vec![Labelled::new(Some(list::LABEL_MOBILE), "+47 900 11 222".into())],
            ..Content::default()
        };
        let contract = Decision::new(list::SALES, Basis::Contract, list::SOURCE_USER);
        office.write(move |desk| persons::add(desk, content, Some(&contract), list::SOURCE_USER)).wait().unwrap().id
    };
    add("Kari", "Nordmann");
    add("Ola", "Nordmann");
    add("Gry", "Berg");
    let closed = add("Tor", "Dahl");
    office.write(move |desk| states::restrict(desk, closed, Ground::Accuracy, "")).wait().unwrap();
    office.close();
}

fn start(
    world: &World,
    lang: Lang,
    brightness: &str,
) -> Harness<impl iced::Program<State = App, Message = Message, Theme = Theme> + use<>> {
    std::fs::create_dir_all(world.path().join("settings")).unwrap();
    let file = world.path().join("settings/window.json");
    if !file.exists() {
        std::fs::write(file, format!(r#"{{"brightness": "{brightness}"}}"#)).unwrap();
    }
    let launch = Launch { vault: Some(world.path().join("Kartotek")), lang: Some(lang), demo: false };
    let mut app = world.start_with(launch);
    app.expect_focus("unlock-passphrase").type_text(GOOD).key("enter");
    app.expect(if lang == Lang::En { "Persons" } else { "Personer" });
    app.resize(1280.0, 800.0).settle();
    app
}

#[test]
fn a_list_goes_out_and_stands_in_the_register() {
    let world = World::new();
    people(&world);
    let mut app = start(&world, Lang::En, "light");
    // What the search finds is what goes out; who is restricted stays.
    app.key("ctrl+k").type_text("fjordfisk").settle();
    app.click_id("list-export").expect_part("3 persons").shot("export-dialog");
    app.click("None").click_id("export-column-last_name").click_id("export-column-email");
    app.expect("Columns (2)").click("Text for spreadsheets (.csv)");
    app.click_id("export-purpose").type_text("A call in May").key("tab").type_text("The call centre");
    app.shot("export-dialog-filled");
    let file = world.path().join("list.csv");
    world.outside.answer(file.clone());
    app.key("ctrl+s").expect_part("3 cards were written to “list.csv”.").shot("export-done");
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.starts_with("\u{feff}Last name,E-mail\r\nBerg,berg@example.org\r\n"), "{text}");
    assert!(!text.contains("Dahl"), "{text}");
    // The register, of all and of one person.
    app.key("ctrl+shift+p").type_text("register of exports").key("enter").expect_part("For: A call in May");
    app.expect_part("To: The call centre").shot("export-register");
    app.click_id("exports-person").type_text("dahl").settle().key("down").key("enter").settle();
    app.expect("This person is in no export").shot("export-register-nobody");
    app.close().expect_end();
    drop(app);
    // The columns are those of last time.
    let mut app = start(&world, Lang::En, "light");
    app.click_id("list-export").expect("Columns (2)").key("escape").expect_none("Columns (2)");
    app.key("ctrl+k").type_text("gry").key("enter").expect("Gry Berg").click("History").settle();
    app.expect("Handed out in exports").expect("list.csv").shot("export-on-card");
}

#[test]
fn the_dialog_and_the_register_are_seen_in_the_dark_in_norwegian() {
    let world = World::new();
    people(&world);
    let mut app = start(&world, Lang::Nb, "dark");
    app.click_id("list-export").expect_part("3 personer").shot("export-dialog-nb-dark");
    // What is typed is asked for before it is lost.
    app.click_id("export-purpose").type_text("Julekort").key("escape").expect_part("3 personer");
    app.shot("export-leaving-nb-dark");
    app.key("escape").click("Adressebok (.vcf)").shot("export-vcard-nb-dark");
    let file = world.path().join("Liste");
    world.outside.answer(file.clone());
    app.click_id("export-do").expect_part("3 kort ble skrevet til «Liste.vcf».");
    assert!(std::fs::read_to_string(file.with_extension("vcf")).unwrap().contains("FN:Gry Berg"));
    app.key("ctrl+shift+p").type_text("eksportregister").key("enter").expect_part("Til: Julekort");
    app.shot("export-register-nb-dark");
}
