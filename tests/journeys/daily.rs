//! What one does all day: the palette, keys, taking changes back, favourites, and the columns of the list.

use iced::{Point, Program};
use kartotek::app::{App, Launch, Message};
use kartotek::i18n::Lang;
use kartotek::model::basis::{Basis, Decision};
use kartotek::model::list;
use kartotek::model::person::{Content, Labelled};
use kartotek::office::{Office, persons, setup};
use kartotek::theme::Theme;
use kartotek::vault::Passphrase;

use super::harness::Harness;
use super::start::{GOOD, World};

const PEOPLE: [(&str, &str, &str, &str); 8] = [
    ("Åse", "Ødegård", "Fjordfisk AS", "Innkjøper"),
    ("Tor", "Øverland", "Nordlys Kraft", "Daglig leder"),
    ("Kari", "Østby", "Havbruk Nord AS", "Markedssjef"),
    ("Björn", "Lindqvist", "Skåne Bryggeri AB", "Inköpschef"),
    ("Ingrid", "Dahl", "Fjordfisk AS", "Økonomisjef"),
    ("Märta", "Nyström", "Aurora Reiser", ""),
    ("Lars", "Hansen", "", "Rådgiver"),
    ("Sigrid", "Årdal", "Nordlys Kraft", "Prosjektleder"),
];

/// Makes a card file with eight people, and opens it in a window.
pub(super) fn open(
    world: &World,
    lang: Lang,
) -> Harness<impl Program<State = App, Message = Message, Theme = Theme> + use<>> {
    let folder = world.path().join("Kartotek");
    let (office, _) = Office::create(&folder, &Passphrase::new(GOOD), lang).unwrap();
    office.write(setup::confirm_recovery).wait().unwrap();
    for (index, (first, last, company, title)) in PEOPLE.into_iter().enumerate() {
        let content = Content {
            first_name: first.into(),
            last_name: last.into(),
            company: company.into(),
            title: title.into(),
            emails: vec![Labelled::new(Some(list::LABEL_WORK), format!("person{index}@example.org"))],
            phones: vec![Labelled::new(Some(list::LABEL_MOBILE), format!("+47 900 10 20{index}"))],
            ..Content::default()
        };
        let decision = Decision::new(list::SALES, Basis::Contract, list::SOURCE_USER);
        office.write(move |desk| persons::add(desk, content, Some(&decision), list::SOURCE_USER)).wait().unwrap();
    }
    office.close();
    again(world, lang)
}

/// Opens it once more.
pub(super) fn again(
    world: &World,
    lang: Lang,
) -> Harness<impl Program<State = App, Message = Message, Theme = Theme> + use<>> {
    let launch = Launch { vault: Some(world.path().join("Kartotek")), lang: Some(lang), demo: false };
    let mut app = world.start_with(launch);
    app.type_text(GOOD).key("enter").expect_part("Ødegård, Åse");
    app
}

#[test]
fn the_palette_runs_what_is_named_and_opens_people() {
    let world = World::new();
    let mut app = open(&world, Lang::En);
    app.key("ctrl+shift+p")
        .expect("Commands")
        .expect_focus("palette-search")
        .expect("Go to Today")
        .shot("palette-light");
    // What cannot be done says why, and Enter does not do it.
    app.type_text("undo")
        .expect("Nothing to undo")
        .key("enter")
        .expect("Commands")
        .key("escape")
        .expect_none("Commands");

    app.key("ctrl+shift+p").type_text("COLOURS dark").key("enter").expect_none("Commands");
    app.key("ctrl+shift+p").expect("Commands").shot("palette-dark");
    // What was chosen last comes first.
    app.key("enter").expect_none("Commands");
    app.key("ctrl+shift+p").type_text("light").key("enter").key("ctrl+shift+p").key("down").key("up").key("enter");

    app.key("ctrl+shift+p").type_text("open odegard").expect("Open Åse Ødegård").shot("palette-people");
    app.key("enter").expect("Åse Ødegård").expect_focus("card-tabs");
    app.key("ctrl+shift+p").type_text("tor").click("Open Tor Øverland").expect("Tor Øverland");
    app.key("ctrl+shift+p").type_text("norsk").key("enter").expect("Personer");
    app.key("ctrl+shift+p").expect("Kommandoer").shot("palette-norwegian");
    app.key("escape");
    app.key("shift+f1").expect("Hurtigtaster").expect("Flytt i en liste").shot("shortcuts-norwegian");
    app.key("escape").expect_none("Hurtigtaster");

    app.key("ctrl+shift+p")
        .type_text("fjordfisk")
        .expect("Åpne Fjordfisk AS")
        .click("Åpne Fjordfisk AS")
        .expect_none("Kommandoer");
    app.key("ctrl+shift+p").type_text("odegard").click("Åpne Åse Ødegård").expect_focus("card-tabs");
    // A question in front is answered first: no palette over it.
    app.key("f2").click_id("card-title").type_text("x").key("escape").key("ctrl+shift+p").expect_none("Kommandoer");
    app.click("Forkast endringene");
    app.close().expect_end();
    drop(app);
    let mut app = again(&world, Lang::Nb);
    app.key("ctrl+shift+p").expect("Kommandoer");
    let texts = app.texts();
    let place = |text: &str| texts.iter().position(|known| known == text).unwrap();
    assert!(place("Språk: norsk bokmål") < place("Lyse farger"));
    assert!(place("Lyse farger") < place("Gå til I dag"));
}

#[test]
fn the_palette_leads_to_every_page_of_the_settings_and_to_what_is_done_there() {
    let world = World::new();
    let mut app = open(&world, Lang::En);
    app.resize(1280.0, 900.0);
    for (typed, shown) in [
        ("settings keys", "Lock by itself"),
        ("settings journal", "Check the journal"),
        ("check journal", "The journal is intact"),
        ("change passphrase", "Change the passphrase"),
    ] {
        app.key("ctrl+shift+p").type_text(typed).key("enter").expect_none("Commands").expect(shown);
    }
    app.key("escape").key("ctrl+shift+p").type_text("recovery").key("enter").expect("Your passphrase");
    app.key("escape").key("ctrl+shift+p").type_text("remember").key("enter");
    app.expect("Remember the key on this computer").key("escape");
    app.key("ctrl+shift+p").type_text("merge").expect("Select two persons in the list first").shot("palette-settings");
    app.key("escape").click("Persons").key("ctrl+k").type_text("a").key("down").key("shift+down");
    app.expect_part("2 selected").key("ctrl+shift+p").type_text("merge").key("enter").expect_part("Merge into");
}

#[test]
fn all_keys_are_on_one_page() {
    let world = World::new();
    let mut app = open(&world, Lang::En);
    app.key("f1").expect("Help: Persons").shot("help-persons");
    app.click("Shortcuts").expect("Undo and redo typing in a field").expect("Ctrl+Shift+L").shot("shortcuts-light");
    app.key("escape").expect_none("Shortcuts");
    app.key("ctrl+shift+p").type_text("dark").key("enter").key("shift+f1").shot("shortcuts-dark");
}

#[test]
fn favourites_and_recently_seen() {
    let world = World::new();
    let mut app = open(&world, Lang::En);
    app.resize(1400.0, 800.0);
    app.key("ctrl+k")
        .type_text("odegard")
        .key("enter")
        .expect("Åse Ødegård")
        .key("ctrl+d")
        .expect("Added to favourites");
    app.key("escape").key("ctrl+k").type_text("hansen").key("enter").expect("Lars Hansen").click_id("card-favourite");
    app.expect("Added to favourites").shot("favourite-card");
    app.key("escape").key("ctrl+k").key("escape").expect("8 persons");
    app.key("ctrl+shift+p")
        .type_text("favourites")
        .key("down")
        .key("up")
        .key("enter")
        .expect("2 persons")
        .shot("favourites");
    app.expect_none("Dahl, Ingrid");
    // One that is taken off leaves the list at once.
    app.double_click("Hansen, Lars")
        .expect("Lars Hansen")
        .key("ctrl+d")
        .expect("Removed from favourites")
        .expect("1 person");

    app.key("ctrl+shift+p").type_text("recently").key("enter").expect("Recently seen").expect("2 persons");
    app.shot("recently-seen");
    app.key("escape");
    assert_eq!(listed(&mut app), ["Hansen, Lars", "Ødegård, Åse"]);
    app.close().expect_end();
    drop(app);
    let mut app = again(&world, Lang::Nb);
    app.key("ctrl+shift+p").type_text("favoritter").key("enter").expect("1 person").shot("favourites-norwegian");
}

/// Opens the card of somebody.
fn card<P: Program + 'static>(app: &mut Harness<P>, typed: &str, name: &str) {
    app.key("ctrl+k").type_text(typed).key("enter").expect(name).expect_focus("card-tabs");
}

#[test]
fn enter_opens_who_is_called_so_though_others_stand_before_them() {
    let world = World::new();
    let mut app = open(&world, Lang::En);
    // Sigrid Årdal works at Nordlys Kraft, and stands above Lars Hansen.
    app.key("ctrl+k").type_text("l").expect_part("Årdal, Sigrid");
    let listed = listed(&mut app);
    assert_eq!(listed[0], "Årdal, Sigrid", "{listed:?}");
    card(&mut app, "l", "Lars Hansen");
    // The card covers the list in a window of this size; the search comes to the front, and goes again.
    app.key("ctrl+k").expect_focus("persons-search").expect_part("Årdal, Sigrid").shot("search-over-card");
    app.key("escape").key("escape").expect_focus("card-tabs").expect("Lars Hansen").expect_none("Årdal, Sigrid");
    card(&mut app, "nordlys kraft", "Sigrid Årdal");
    app.key("ctrl+shift+p").type_text("open l").expect("Open Lars Hansen").key("escape");
    app.key("ctrl+shift+p").type_text("make coffee").expect("Nothing matches “make coffee”").shot("palette-nothing");
}

#[test]
fn what_was_saved_is_taken_back_and_done_again() {
    let world = World::new();
    let mut app = open(&world, Lang::En);
    app.key("ctrl+z").expect("Nothing to take back.");
    card(&mut app, "odegard", "Åse Ødegård");
    app.key("f2").click_id("card-title").key("ctrl+a").type_text("Innkjøpssjef").key("ctrl+s");
    app.expect("Innkjøpssjef").expect("Saved: title").expect("Undo").shot("undo-toast");
    // Under a dialog it waits.
    app.key("ctrl+n").expect_focus("new-first-name").expect_none("Undo").key("escape");
    app.click("Undo").expect("Innkjøper").expect("Taken back: title of Åse Ødegård").expect("Redo");
    app.expect_none("Saved: title").shot("undo-done");
    app.key("ctrl+y").expect("Innkjøpssjef").expect("Done again: title of Åse Ødegård");
    app.key("ctrl+z").expect("Innkjøper").key("ctrl+shift+z").expect("Innkjøpssjef");
    app.key("ctrl+z");

    // What is typed and not saved is no change yet.
    app.key("f2").click_id("card-title").key("end").type_text("x").click_id("card-last_name");
    app.key("ctrl+z").expect("What is typed is not saved yet. Save it, or press Esc.");
    app.key("escape").click("Discard changes");

    // A switch, and a legal basis in its dialog.
    app.click("No mailings")
        .expect("Saved: no mailings")
        .key("ctrl+z")
        .expect("Taken back: no mailings of Åse Ødegård");
    app.key("ctrl+l").double_click("E-marketing").click("Consent – art. 6(1)(a)").click("Save legal basis");
    app.expect("Consent (wording 1, en)").expect("Undo").shot("undo-basis");
    app.key("ctrl+z").expect_none("Consent (wording 1, en)").expect("Taken back: legal basis of Åse Ødegård");
    app.key("escape");
    app.key("ctrl+shift+p").type_text("dark").key("enter").key("ctrl+y").expect("Undo").shot("undo-toast-dark");
}

#[test]
fn a_field_takes_back_what_was_typed_before_the_card_does() {
    let world = World::new();
    let mut app = open(&world, Lang::En);
    // The search field.
    app.key("ctrl+k").type_text("nordlys kraft").expect("2 found").key("ctrl+z").expect_part("nordlys ");
    app.key("ctrl+z").expect("8 persons").key("ctrl+y").key("ctrl+y").expect("nordlys kraft").expect("2 found");
    app.key("ctrl+z").key("ctrl+z").expect("8 persons");
    // With nothing left in the field, the key is for the last change of a card.
    app.key("ctrl+z").expect("Nothing to take back.");

    card(&mut app, "odegard", "Åse Ødegård");
    app.key("f2").click_id("card-title").key("end").type_text(" og kokk").expect("Innkjøper og kokk");
    app.key("ctrl+z").expect("Innkjøper og ").type_text("sjef").expect("Innkjøper og sjef");
    app.key("ctrl+z").key("ctrl+z").key("ctrl+z").expect("Innkjøper").key("ctrl+s").expect_none("Saved: title");

    // The note, of several lines; the cursor stands where it was.
    app.key("ctrl+5").key("f2").expect_focus("card-note").type_text("one two\nthree four");
    app.key("ctrl+z").key("ctrl+z").key("ctrl+z").type_text("!").key("ctrl+s").expect("one !").expect("Saved: note");
    app.key("f2").expect_focus("card-note").key("home").type_text("a").key("ctrl+z").type_text("b").key("ctrl+s");
    app.expect("bone !");
}

/// Returns where the edge between the first two columns is.
fn edge<P: Program + 'static>(app: &mut Harness<P>) -> f32 {
    app.bounds("persons-heading-company").unwrap().x - 6.0
}

/// Returns the people in the list, from above.
fn listed<P: Program + 'static>(app: &mut Harness<P>) -> Vec<String> {
    app.texts().into_iter().filter(|text| text.contains(", ")).collect()
}

#[test]
fn columns_are_chosen_moved_resized_and_remembered() {
    let world = World::new();
    let mut app = open(&world, Lang::En);
    app.click_id("persons-columns").expect("Columns").shot("columns-light");
    app.click("City").click_id("column-category").click_id("column-title");
    app.shot("columns-chosen");
    app.key("escape").expect_none("Further left").expect("Title").expect("Innkjøper").expect_none("Category");
    app.shot("columns-list");
    // Every column orders the list.
    app.click("Title").expect_part("Daglig leder");
    assert_eq!(listed(&mut app)[0], "Øverland, Tor");
    app.click("Name");

    // The edge of the first column goes where the mouse takes it.
    let from = edge(&mut app);
    app.drag(Point::new(from, 113.0), Point::new(from + 40.0, 113.0));
    assert!((edge(&mut app) - from - 40.0).abs() <= 2.0, "{} {from}", edge(&mut app));
    app.shot("columns-resized");
    // And by keyboard in the dialog.
    app.key("ctrl+shift+p").type_text("columns").key("enter").expect("Columns");
    app.key("escape");
    let wide = edge(&mut app);
    app.close().expect_end();
    drop(app);
    let mut app = again(&world, Lang::Nb);
    app.expect("Tittel").expect("Innkjøper");
    assert_eq!(edge(&mut app), wide);
    app.click_id("persons-columns").expect("Kolonner").shot("columns-norwegian");
    app.click("Som først").key("escape").expect("Kategori").expect_none("Tittel");
    // Beside a card there are three.
    app.resize(1500.0, 800.0).click("Ødegård, Åse").expect("Åse Ødegård").shot("columns-beside-card");
}
