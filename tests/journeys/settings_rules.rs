//! What the office decides, and what comes of it on cards: own legal bases with what the law asks for, purposes with data
//! of special categories, warnings under notes, and the mapping sheet.

use iced::Program;
use kartotek::i18n::Lang;
use kartotek::model::basis::{Basis, Decision};
use kartotek::model::list;
use kartotek::model::person::Content;
use kartotek::office::settings::{self, Setting};
use kartotek::office::{Office, persons};
use kartotek::transfer::xlsx::{CellOut, ColumnOut, Kind, TableOut, write_table};
use kartotek::vault::Passphrase;

use super::harness::Harness;
use super::settings_office::settings;
use super::start::{GOOD, World};

/// Opens the card file without the window.
fn office(world: &World) -> Office {
    Office::open(&world.path().join("Kartotek"), "me", &Passphrase::new(GOOD), Lang::En).unwrap()
}

fn decided(world: &World, keys: &[&str]) -> Vec<String> {
    let office = office(world);
    let value = |key: &&str| {
        let setting = Setting::from_key(key).unwrap();
        office.read(move |desk| settings::get(desk, &setting)).wait().unwrap()
    };
    let values = keys.iter().map(value).collect();
    office.close();
    values
}

/// Makes a card file with one person in it.
fn with_person(world: &World) {
    world.make("Kartotek");
    let office = office(world);
    let content = Content { first_name: "Åse".into(), last_name: "Ødegård".into(), ..Content::default() };
    let decision = Decision::new(list::SALES, Basis::Contract, list::SOURCE_USER);
    office.write(move |desk| persons::add(desk, content, Some(&decision), list::SOURCE_USER)).wait().unwrap();
    office.close();
}

/// The warning about a legal obligation.
const STATUTE: &str = "No statute is named for this legal obligation. Name it in the settings, under Legal bases.";

/// Goes from the settings to the only card.
fn card<P: Program + 'static>(app: &mut Harness<P>) {
    app.key("escape").key("ctrl+k").type_text("odegard").key("enter").expect("Åse Ødegård");
}

/// Makes an own legal basis under one of the six.
fn add_basis<P: Program + 'static>(app: &mut Harness<P>, name: &str, under: &str) {
    app.click_id("settings-item-new").expect_focus("item-new-name").type_text(name);
    app.click_id("item-new-under").type_text(under).key("enter").click_id("item-new-name").key("enter");
}

#[test]
fn own_legal_bases_say_what_the_law_asks_of_them() {
    let world = World::new();
    with_person(&world);
    let mut app = settings(&world, Lang::En, "light");
    app.resize(1280.0, 1500.0).click("Legal bases");
    // Without the one it stands under it means nothing.
    app.click_id("settings-item-new").type_text("Fair trade").key("enter").settle();
    app.expect_focus("item-new-under").shot("settings-basis-no-meaning");
    app.click("Cancel").click("Discard it");

    add_basis(&mut app, "Bookkeeping", "Legal obl");
    app.expect("bookkeeping").expect("Statute").expect_none("The interest").shot("settings-basis-statute");
    add_basis(&mut app, "Network", "Legitimate");
    app.expect("network").expect("The interest (English)").expect_none("Statute");
    for (field, words) in [
        ("setting-basis.network.interest.en", "To keep in touch with people we met."),
        ("setting-basis.network.necessity.en", "A name and a number."),
        ("setting-basis.network.balance.en", "They gave us their card themselves."),
    ] {
        app.click_id(field).type_text(words);
    }
    app.key("ctrl+s").settle();
    app.shot("settings-basis-balance");
    // Each language has its own words.
    app.click_nth("Norsk bokmål", 1).expect("The interest (Norsk bokmål)").click_id("setting-basis.network.balance.nb");
    app.type_text("De ga oss kortet sitt selv.").key("ctrl+s").settle();
    app.shot("settings-basis-balance-nb");

    // On cards, the one whose statute nobody named is warned about until somebody does.
    card(&mut app);
    app.key("ctrl+l").double_click("Sales and service").click("Bookkeeping – art. 6(1)(c)");
    app.expect(STATUTE).shot("basis-statute-missing");
    app.key("escape").click("Discard changes").key("escape").key("ctrl+,").click("Legal bases").click("Bookkeeping");
    app.click_id("setting-basis.bookkeeping.statute").type_text("Bokføringsloven § 13").key("enter").settle();
    // The first Esc leaves the field.
    app.key("escape");
    card(&mut app);
    app.key("ctrl+l").double_click("Sales and service").click("Bookkeeping – art. 6(1)(c)").settle();
    app.expect_none(STATUTE).click("Save legal basis").expect("Bookkeeping").shot("basis-own");
    app.close().expect_end();
    drop(app);
    assert_eq!(
        decided(&world, &["basis.network.balance.en", "basis.network.balance.nb", "basis.network.balance.sv"]),
        ["They gave us their card themselves.", "De ga oss kortet sitt selv.", ""]
    );
}

#[test]
fn a_purpose_with_special_data_asks_for_the_condition_and_an_explicit_consent_for_its_wording() {
    let world = World::new();
    with_person(&world);
    let mut app = settings(&world, Lang::En, "dark");
    app.resize(1280.0, 1500.0).click("Purposes").click_id("settings-item-new").type_text("Allergies").key("enter");
    app.expect("allergies").click_id("setting-purpose.allergies.special").settle();
    app.shot("settings-purpose-special");
    card(&mut app);
    app.key("ctrl+l").double_click("Allergies").click("Consent – art. 6(1)(a)").expect("Condition of art. 9(2)");
    app.click("Save legal basis").expect_part("Choose the condition").shot("basis-condition-missing");
    app.click_id("basis-condition").type_text("Explicit").key("enter").click("Save legal basis").settle();
    app.expect_part("names the wording").shot("basis-condition-explicit");
    app.click("New wording…").click_id("basis-draft").type_text("Yes, note my allergies for the dinner.");
    app.click("Add wording").expect("Version 1, English").click("Save legal basis");
    app.expect("Consent (wording 1, en)").shot("basis-condition-kept");
    app.close().expect_end();
}

#[test]
fn a_note_that_does_not_belong_there_is_warned_about_gently() {
    for (brightness, lang, name) in [("light", Lang::En, "en"), ("dark", Lang::Nb, "nb-dark")] {
        let world = World::new();
        with_person(&world);
        let mut app = settings(&world, lang, brightness);
        let (number, health, tab, people, pages) = if lang == Lang::En {
            (
                "This looks like a national identity number. It does not belong in a note.",
                "This seems to be about somebody’s health, which the law protects specially. Leave it out unless you need it.",
                "Note",
                "New persons",
                "Warn of sensitive words in notes",
            )
        } else {
            (
                "Dette ligner et fødselsnummer. Det hører ikke hjemme i et notat.",
                "Dette ser ut til å gjelde noens helse, som loven verner særskilt. Utelat det om du ikke trenger det.",
                "Notat",
                "Nye personer",
                "Advar mot sensitive ord i notater",
            )
        };
        card(&mut app);
        app.click(tab).key("f2").expect_focus("card-note").type_text("Call after four, 11077941012.").settle();
        app.expect(number).expect_none(health).shot(&format!("note-warning-{name}"));
        app.key("ctrl+a").type_text("She is on sick leave (sykmeldt) because of diabetes.").settle();
        app.expect(health).expect_none(number).shot(&format!("note-warning-health-{name}"));
        // It is a warning: the note is saved all the same, and who wants none has none.
        app.key("ctrl+s").expect_part("sykmeldt");
        app.key("ctrl+,").click(people).expect(pages).click_id("setting-notes.warn").settle();
        card(&mut app);
        app.click(tab).key("f2").key("ctrl+a").type_text("11077941012").settle();
        app.expect_none(number);
    }
}

#[test]
fn a_mapping_sheet_goes_out_comes_back_filled_in_and_is_taken_as_a_plan() {
    for (brightness, lang, name) in [("light", Lang::En, "en"), ("dark", Lang::Nb, "nb-dark")] {
        let world = World::new();
        world.make("Kartotek");
        let mut app = settings(&world, lang, brightness);
        let (page, save, read, untaken) = if lang == Lang::En {
            ("Changes and files", "Save mapping sheet…", "Read mapping sheet…", "“Shoe size”")
        } else {
            ("Endringer og filer", "Lagre kartleggingsark…", "Les kartleggingsark…", "«Shoe size»")
        };
        let path = world.path().join("mapping.xlsx");
        app.click(page).shot(&format!("settings-sheet-{name}"));
        world.outside.answer(path.clone());
        app.click(save).settle();
        assert!(path.exists());
        // As it is, it changes nothing.
        world.outside.answer(path.clone());
        app.click(read).settle();
        app.shot(&format!("settings-sheet-unchanged-{name}"));
        app.key("escape").expect(save);

        let columns = ["category", "data", "purpose", "basis", "keep", "event", "comment"]
            .map(|heading| ColumnOut { heading: heading.to_owned(), kind: Kind::Text });
        let table = TableOut { sheet: "Sheet", titles: &[], columns: &columns, foot: &[] };
        let rows = [
            ["Customer", "", "Sales and service", "Contract", "5 years", "the end of the year", "The accountant"],
            ["Job applicant", "", "", "", "12", "registration", "Until the place is filled"],
            ["Partner", "Shoe size", "Sales and service", "Legitimate interests", "soon", "", ""],
        ];
        let rows = rows.map(|row| row.map(|cell| CellOut::Text(cell.to_owned())).to_vec());
        write_table(&path, &table, rows).unwrap();
        world.outside.answer(path.clone());
        app.click(read).settle();
        app.expect_part(untaken).shot(&format!("settings-sheet-plan-{name}"));
        app.click_id("settings-plan-go").settle();
        app.close().expect_end();
        drop(app);
        let keys = ["category.customer.keep_months", "category.customer.keep_from", "category.job-applicant.comment"];
        assert_eq!(decided(&world, &keys), ["60", "year-end", "Until the place is filled"]);
    }
}
