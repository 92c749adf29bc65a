//! Many changed at once: rows, the plan with who is held back, carrying it out, and taking it back.

use kartotek::app::Launch;
use kartotek::i18n::Lang;
use kartotek::model::list::{self, List};
use kartotek::model::person::{Content, Labelled};
use kartotek::model::restriction::Ground;
use kartotek::office::{Office, persons, states};
use kartotek::vault::Passphrase;

use super::start::{GOOD, World};

/// Makes a card file with fifteen people, one of them restricted.
fn furnish(world: &World) {
    world.make("Kartotek");
    let office = Office::open(&world.path().join("Kartotek"), "me", &Passphrase::new(GOOD), Lang::En).unwrap();
    office
        .write(|desk| {
            for (number, last) in ["Aas", "Berg", "Dahl", "Eide", "Foss"].into_iter().cycle().take(15).enumerate() {
                let content = Content {
                    first_name: ["Kari", "Ola", "Åse"][number % 3].into(),
                    last_name: last.into(),
                    title: if number % 2 == 0 { "Salgssjef".into() } else { "Selger".into() },
                    category: list::shipped_id(List::Category, "prospect"),
                    emails: vec![Labelled::new(Some(list::LABEL_WORK), format!("p{number}@gammel.example"))],
                    ..Content::default()
                };
                let id = persons::add(desk, content, None, list::SOURCE_USER)?.id;
                if number == 3 {
                    states::restrict(desk, id, Ground::Accuracy, "")?;
                }
            }
            Ok(())
        })
        .wait()
        .unwrap();
    office.close();
}

fn launch(world: &World, lang: Lang) -> Launch {
    Launch { vault: Some(world.path().join("Kartotek")), lang: Some(lang), demo: false }
}

#[test]
fn many_are_changed_as_planned_and_taken_back() {
    let world = World::new();
    furnish(&world);
    let mut app = world.start_with(launch(&world, Lang::En));
    app.type_text(GOOD).key("enter").expect("15 persons").key("ctrl+shift+e");
    app.expect("Their cards").expect_focus("mass-edit-field-0").shot("mass-edit-empty");
    app.key("enter")
        .type_text("Category")
        .key("enter")
        .expect("Set to")
        .click("New value")
        .type_text("Customer")
        .key("enter");
    app.click("Add a row").expect_focus("mass-edit-field-1").key("enter").type_text("Title").key("enter");
    app.click_nth("Set to", 1).type_text("Replace").key("enter").click("Look for").type_text("salg");
    app.click("Put in its place").type_text("kjøp").shot("mass-edit-rows");
    app.key("ctrl+s").expect("14 to change, 0 already so, 1 held back.").expect("Kari Aas");
    app.expect("kjøpssjef")
        .expect("1 to 10 of 14")
        .expect("Kari Eide")
        .expect_focus("mass-edit-go")
        .shot("mass-edit-plan");
    app.click("Next").expect("11 to 14 of 14").shot("mass-edit-plan-next");
    app.click("Change 14 persons").expect("14 changed, 0 already so, 1 held back.").shot("mass-edit-done");
    app.key("enter").expect_none("14 changed, 0 already so, 1 held back.").expect("15 persons").expect("Customer");
    // The last change is taken back as any other, and done again.
    app.expect("Changed: 14 persons")
        .key("ctrl+z")
        .expect("Taken back: the change of 14 persons")
        .expect_none("Customer");
    app.key("ctrl+y").expect("Customer");
    app.key("ctrl+shift+p").type_text("Changes of many").key("enter");
    app.expect("Can be taken back").expect("Category, Title").shot("mass-edit-past");
    app.click("Take back all 14")
        .expect("14 given back what they held, 0 left as changed since.")
        .shot("mass-edit-back");
    app.click("Close").expect("15 persons").expect_none("Customer");
}

#[test]
fn a_legal_basis_for_those_found_in_norwegian_and_dark() {
    let world = World::new();
    std::fs::create_dir_all(world.path().join("settings")).unwrap();
    std::fs::write(world.path().join("settings/window.json"), r#"{"brightness": "dark"}"#).unwrap();
    furnish(&world);
    let mut app = world.start_with(launch(&world, Lang::Nb));
    app.type_text(GOOD).key("enter").expect("15 personer").key("ctrl+k").type_text("berg").expect("3 funnet");
    app.click_id("persons-mass-edit").expect("3 personer").key("enter").type_text("Rettslig grunnlag").key("enter");
    app.expect("Formål").shot("mass-edit-basis-nb");
    app.click("Avbryt").expect_none("Formål");
}
