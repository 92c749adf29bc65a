//! The fields an office collects: switched off, emptied of what is there, and hidden from a role.

use kartotek::i18n::Lang;
use kartotek::model::basis::{Basis, Decision};
use kartotek::model::field::Field;
use kartotek::model::list;
use kartotek::model::person::Content;
use kartotek::office::settings::{self, Setting};
use kartotek::office::{Desk, Office, companies, persons};
use kartotek::vault::{Passphrase, Proof};

use super::settings_office::settings as open;
use super::start::{GOOD, World};

const HERS: &str = "seven quiet herons crossed";

/// Makes a card file with three people who have a title, and one who has none.
fn furnish(world: &World) {
    world.make("Kartotek");
    let office = enter(world);
    for (last, title) in [("Aas", "Buyer"), ("Berg", "Seller"), ("Dahl", "Buyer"), ("Eide", "")] {
        let content = Content { last_name: last.into(), title: title.into(), ..Content::default() };
        let decision = Decision::new(list::SALES, Basis::Contract, list::SOURCE_USER);
        let add = move |desk: &mut Desk<'_>| persons::add(desk, content, Some(&decision), list::SOURCE_USER);
        office.write(add).wait().unwrap();
    }
    let firm = kartotek::model::company::Content {
        note: "Back door".into(),
        ..kartotek::model::company::Content::named("Fjordfisk AS")
    };
    office.write(move |desk| companies::add(desk, firm)).wait().unwrap();
    office.close();
}

fn enter(world: &World) -> Office {
    Office::open(&world.path().join("Kartotek"), "me", &Passphrase::new(GOOD), Lang::En).unwrap()
}

fn get(office: &Office, key: &str) -> String {
    let setting = Setting::from_key(key).unwrap();
    office.read(move |desk| settings::get(desk, &setting)).wait().unwrap()
}

#[test]
fn a_field_that_is_switched_off_is_offered_to_be_emptied() {
    let world = World::new();
    furnish(&world);
    let mut app = open(&world, Lang::En, "light");
    // So high that every row is in view.
    app.resize(1280.0, 2600.0).click("Fields").expect("Fields we collect");
    app.click_id("setting-field.title.collect").expect("3 cards have something here, which nobody sees.");
    app.click_id("setting-field.company:note.collect").expect("One card has something here, which nobody sees.");
    app.click_id("setting-field.website.collect").shot("fields-off");
    // No, after all.
    app.click_id("field-emptying-title").expect("Empty “Title” on 3 cards?").expect_focus("field-emptying-cancel");
    app.expect_part("This cannot be taken back.").shot("fields-empty-ask");
    app.key("escape")
        .expect_none("Empty “Title” on 3 cards?")
        .expect("3 cards have something here, which nobody sees.");
    app.click_id("field-emptying-title").click_id("field-emptying-go");
    app.expect("Title: 3 cards were emptied of it.").expect_none("3 cards have something here, which nobody sees.");
    app.expect("One card has something here, which nobody sees.").shot("fields-emptied");
    app.click_id("field-emptying-company:note").expect("Empty “Note (companies)” on one card?");
    app.resize(960.0, 2700.0).shot("fields-empty-small");
    app.resize(1280.0, 2600.0).click_id("field-emptying-go").expect("Note (companies): one card was emptied of it.");
    // Switched on again, there is nothing.
    app.click_id("setting-field.title.collect").settle();
    app.close().expect_end();
    drop(app);
    let office = enter(&world);
    let ids = office.find("", Default::default()).wait().unwrap().ids;
    let cards: Vec<_> = office.read(move |desk| ids.iter().map(|id| persons::get(desk, *id)).collect()).wait().unwrap();
    assert_eq!((cards.len(), get(&office, "field.title.collect").as_str()), (4, "yes"));
    assert!(cards.iter().all(|card| card.content.title.is_empty()));
    office.close();
}

#[test]
fn what_a_role_may_do_with_a_field_is_decided_in_a_table() {
    let world = World::new();
    furnish(&world);
    let office = enter(&world);
    let off = Setting::from_key("field.birth_date.collect").unwrap();
    let master = Setting::from_key("field.company:org_number.master").unwrap();
    let decide = move |desk: &mut Desk<'_>| {
        settings::set(desk, &off, "no")?;
        settings::set(desk, &master, "the accounts")
    };
    office.write(decide).wait().unwrap();
    office.close();
    let mut app = open(&world, Lang::En, "light");
    app.resize(1280.0, 2600.0).click("Roles and rights").expect("Change legal bases").click("Fields by role");
    app.expect("Not collected").expect("Kept in the accounts").shot("role-fields");
    app.click_id("people-role-fields-of").type_text("Assis").key("enter").settle();
    app.click_id("role-field-title-hidden").settle();
    app.click_id("role-field-number-read").settle();
    app.click_id("role-field-company:note-read").settle();
    app.resize(960.0, 600.0).shot("role-fields-small");
    app.close().expect_end();
    drop(app);
    let office = enter(&world);
    for (key, value) in [
        ("role.assistant.field.title", "hidden"),
        ("role.assistant.field.number", "read"),
        ("role.assistant.field.company:note", "read"),
        ("role.assistant.field.email", "edit"),
        ("role.seller.field.title", "edit"),
    ] {
        assert_eq!(get(&office, key), value, "{key}");
    }
    let proof = Proof::Passphrase(Passphrase::new(GOOD));
    office.add_user(proof, "Kari", "assistant", Passphrase::new(HERS)).wait().unwrap();
    office.close();
    let hers = Passphrase::new(HERS);
    let office = Office::open(&world.path().join("Kartotek"), "Kari", &hers, Lang::En).unwrap();
    let shown = office
        .read(|desk| {
            let rules = desk.rules()?;
            Ok((rules.fields.is_shown(&Field::Title), rules.company_fields.may_edit(&Field::Note)))
        })
        .wait();
    assert_eq!(shown.unwrap(), (false, false));
    office.close();
}

#[test]
fn fields_by_role_in_norwegian_and_in_the_dark() {
    let world = World::new();
    furnish(&world);
    let mut app = open(&world, Lang::Nb, "dark");
    app.resize(1280.0, 1200.0).click("Roller og rettigheter").click("Felt etter rolle").expect("Redigere");
    app.shot("role-fields-nb-dark");
}
