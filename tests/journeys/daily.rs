//! What one does all day: the palette, keys, taking changes back, favourites, and the columns of the list.

use iced::Program;
use iced::keyboard::key::Named;
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
fn open(world: &World, lang: Lang) -> Harness<impl Program<State = App, Message = Message, Theme = Theme> + use<>> {
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

fn again(world: &World, lang: Lang) -> Harness<impl Program<State = App, Message = Message, Theme = Theme> + use<>> {
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

    // A question in front is answered first: no palette over it.
    app.key("f2").click_id("card-title").type_text("x").key("escape").key("ctrl+shift+p").expect_none("Kommandoer");
    drop(app);
    let mut app = again(&world, Lang::Nb);
    app.key("ctrl+shift+p").expect("Kommandoer");
    let texts = app.texts();
    let place = |text: &str| texts.iter().position(|known| known == text).unwrap();
    assert!(place("Språk: norsk bokmål") < place("Lyse farger"));
    assert!(place("Lyse farger") < place("Gå til I dag"));
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
    app.key("ctrl+k")
        .type_text("odegard")
        .key("enter")
        .expect("Åse Ødegård")
        .key("ctrl+d")
        .expect("Added to favourites");
    app.key("ctrl+k").type_text("hansen").key("enter").expect("Lars Hansen").click_id("card-favourite");
    app.expect("Added to favourites").shot("favourite-card");
    app.key("escape").key("ctrl+k").key("escape").expect("8 people");
    app.key("ctrl+shift+p")
        .type_text("favourites")
        .key("down")
        .key("up")
        .key("enter")
        .expect("2 people")
        .shot("favourites");
    app.expect_none("Dahl, Ingrid");
    // One that is taken off leaves the list at once.
    app.click("Hansen, Lars").expect("Lars Hansen").key("ctrl+d").expect("Removed from favourites").expect("1 person");

    app.key("ctrl+shift+p").type_text("recently").key("enter").expect("Recently seen").expect("2 people");
    app.shot("recently-seen");
    let order = |app: &mut Harness<_>| {
        let texts: Vec<String> = app.texts();
        texts.into_iter().filter(|text| text.contains(", ")).collect::<Vec<_>>()
    };
    assert_eq!(order(&mut app), ["Hansen, Lars", "Ødegård, Åse"]);
    drop(app);
    let mut app = again(&world, Lang::Nb);
    app.key("ctrl+shift+p").type_text("favoritter").key("enter").expect("1 person").shot("favourites-norwegian");
    let _ = Named::Enter;
}
