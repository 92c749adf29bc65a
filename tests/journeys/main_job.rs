//! The main job, on a real address book: it goes in through the window, one card is edited, its legal basis is set, and
//! after closing and opening everything is as it was.

use std::path::Path;

use kartotek::app::Launch;
use kartotek::i18n::Lang;
use kartotek::model::basis::Basis;
use kartotek::model::list;
use kartotek::office::finding::Order;
use kartotek::office::{Office, legal_basis, persons};
use kartotek::vault::Passphrase;

use super::start::{GOOD, World};

#[test]
fn an_address_book_becomes_a_card_file_that_is_as_one_left_it() {
    let world = World::new();
    world.make("Kartotek");
    let folder = world.path().join("Kartotek");
    let launch = || Launch { vault: Some(folder.clone()), lang: Some(Lang::En), demo: false };
    let mut app = world.start_with(launch());
    app.type_text(GOOD).key("enter").expect("Persons").shot("main-job-1-empty");

    // The address book of Outlook, in Norwegian and in Windows-1252.
    world.outside.answer(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/import/outlook_nb.csv"));
    app.key("ctrl+i").click("Choose a file…").expect("Column in the file").shot("main-job-2-columns");
    app.click("Continue").click("Contract").shot("main-job-3-basis");
    app.click("Continue").expect("Rows in the file").shot("main-job-4-plan");
    app.click("Import 5 persons").expect("Undo import").shot("main-job-5-result");
    app.click("Show these persons").expect_part("Ødegård, Åse").shot("main-job-6-people");

    // One card is edited and saved.
    app.key("ctrl+k").type_text("odegard").key("enter").expect("Åse Ødegård").expect_focus("card-tabs");
    app.key("f2").expect_focus("card-first_name").click_id("card-title").key("ctrl+a").type_text("Innkjøpssjef");
    app.key("ctrl+s").expect("Edit").expect_part("Innkjøpssjef").shot("main-job-7-card");

    // Its legal basis is set in the dialog.
    app.key("ctrl+l").expect("Legal basis — Åse Ødegård, Nordlys Fisk AS").double_click("E-marketing");
    app.click("Consent – art. 6(1)(a)").click_id("basis-comment").type_text("Stand 12").click("Save legal basis");
    app.expect("Consent (wording 1, en)").expect("Stand 12").shot("main-job-8-basis");
    app.key("escape").expect_none("Stand 12");

    app.close().expect_end();
    drop(app);

    // Opened again with the passphrase, everything is as it was.
    let mut app = world.start_with(launch());
    app.expect("Open the card file").type_text(GOOD).key("enter").expect("5 persons");
    app.key("ctrl+k").type_text("odegard").key("enter").expect("Åse Ødegård").expect_part("Innkjøpssjef");
    app.key("ctrl+l").expect("Consent (wording 1, en)").expect("Stand 12").expect("Contract").key("escape");
    app.close().expect_end();
    drop(app);

    let office = Office::open(&folder, "me", &Passphrase::new(GOOD), Lang::En).unwrap();
    let id = office.find("odegard", Order::default()).wait().unwrap().ids[0];
    let card = office.read(move |desk| persons::get(desk, id)).wait().unwrap();
    assert_eq!(card.content.title, "Innkjøpssjef");
    let mut emails: Vec<&str> = card.content.emails.iter().map(|row| row.value.as_str()).collect();
    emails.sort_unstable();
    assert_eq!(emails, ["ase@example.org", "privat.ase@example.net"]);
    let overview = office.read(move |desk| legal_basis::overview(desk, id)).wait().unwrap();
    let now = |purpose| {
        let row = overview.purposes.iter().find(|row| row.purpose == purpose);
        row.and_then(|row| row.current.as_ref()).map(|entry| entry.basis)
    };
    assert_eq!((now(list::SALES), now(list::MARKETING)), (Some(Basis::Contract), Some(Basis::Consent)));
    office.close();
}
