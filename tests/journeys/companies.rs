//! Companies: the list, the card, its people, and people who move from one to another.

use iced::Program;
use kartotek::app::{App, Launch, Message};
use kartotek::i18n::Lang;
use kartotek::model::basis::{Basis, Decision};
use kartotek::model::contact::{Address, Labelled};
use kartotek::model::person::Content;
use kartotek::model::{company, list};
use kartotek::office::settings::{self, Setting};
use kartotek::office::{Office, companies, persons};
use kartotek::theme::Theme;
use kartotek::vault::Passphrase;

use super::harness::Harness;
use super::start::{GOOD, World};

/// Puts a few companies with people into a card file.
fn furnish(world: &World) {
    world.make("Kartotek");
    let office = Office::open(&world.path().join("Kartotek"), "me", &Passphrase::new(GOOD), Lang::En).unwrap();
    let label = |key| list::shipped_id(list::List::Label, key);
    let fish = company::Content {
        org_number: "123 456 785".into(),
        category: list::shipped_id(list::List::Category, "customer"),
        country: "NO".into(),
        website: "https://www.fjordfisk.example".into(),
        note: "Deliveries at the back, before noon.".into(),
        emails: vec![Labelled::new(label("work"), "post@fjordfisk.example".into())],
        phones: vec![Labelled::new(label("switchboard"), "+47 00 40 00 01".into())],
        addresses: vec![Labelled::new(
            label("visiting"),
            Address {
                street: "Skarvveien 12".into(),
                postcode: "8006".into(),
                city: "Bodø".into(),
                country: "NO".into(),
            },
        )],
        ..company::Content::named("Fjordfisk AS")
    };
    office.write(move |desk| companies::add(desk, fish)).wait().unwrap();
    for (first, last, title, company) in [
        ("Åse", "Ødegård", "Innkjøper", "Fjordfisk AS"),
        ("Tor", "Øverland", "Daglig leder", "Fjordfisk AS"),
        ("Kari", "Østby", "Regnskapssjef", "Fjordfisk AS"),
        ("Björn", "Björk", "Inköpare", "Skogsbolaget AB"),
        ("Ola", "Berg", "Driftsleder", "Nordlys Kraft AS"),
    ] {
        let content = Content {
            first_name: first.into(),
            last_name: last.into(),
            title: title.into(),
            company: company.into(),
            ..Content::default()
        };
        let decision = Decision::new(list::SALES, Basis::Contract, list::SOURCE_USER);
        let add = move |desk: &mut kartotek::office::Desk<'_>| {
            persons::add(desk, content, Some(&decision), list::SOURCE_USER)
        };
        office.write(add).wait().unwrap();
    }
    office.close();
}

fn open(world: &World, lang: Lang) -> Harness<impl Program<State = App, Message = Message, Theme = Theme> + use<>> {
    let launch = Launch { vault: Some(world.path().join("Kartotek")), lang: Some(lang), demo: false };
    let mut app = world.start_with(launch);
    app.resize(1280.0, 800.0).type_text(GOOD).key("enter").expect_part("5 ");
    app
}

#[test]
fn a_company_is_found_opened_and_corrected() {
    let world = World::new();
    furnish(&world);
    let mut app = open(&world, Lang::En);
    app.click("Companies").expect("3 companies").expect("Nordlys Kraft AS").shot("companies-1-list");
    app.key("ctrl+k").expect_focus("companies-search").type_text("bodo").expect("1 found").shot("companies-2-found");
    app.key("enter").expect_focus("company-tabs").expect("Persons (3)").expect("post@fjordfisk.example");
    app.expect("Innkjøper").shot("companies-3-card");
    app.click("Details").expect("https://www.fjordfisk.example").shot("companies-4-details");

    // A number that cannot be one of the register's is said, and kept.
    app.key("f2").expect_focus("card-name").click_id("card-org_number").key("ctrl+a").type_text("123 456 784");
    app.shot("companies-5-edit");
    app.key("ctrl+s").expect_part("Is it typed right?").shot("companies-6-warning");
    app.key("ctrl+z").expect("Taken back: organisation number of Fjordfisk AS").expect_none("123 456 784");
    app.expect("123 456 785").key("ctrl+shift+z").expect("123 456 784").key("ctrl+z").expect("123 456 785");

    // What does not belong in a note is said while it is typed, and never keeps it from being saved.
    app.click("Note").key("f2").expect_focus("card-note").key("ctrl+end").type_text(" Ask for 4111 1111 1111 1111.");
    app.expect_part("the number of a payment card").shot("companies-note-warning");
    app.key("ctrl+s").expect("Edit").key("ctrl+z").click("Details");

    // A new name is there wherever the company is named.
    app.key("f2").expect_focus("card-name").key("ctrl+a").type_text("Nordfisk AS").key("enter").expect("Edit");
    app.click("Persons").expect("Nordfisk AS").expect_none("Fjordfisk AS");

    app.click("Settings").click("Dark").click("Companies").expect("Persons (3)").shot("companies-dark");
}

#[test]
fn what_is_typed_on_a_company_is_not_lost_by_mistake() {
    let world = World::new();
    furnish(&world);
    let mut app = open(&world, Lang::En);
    app.click("Companies").click("Skogsbolaget AB").expect("Persons (1)").key("f2").expect_focus("card-name");
    app.key("end").type_text(" Nord").key("escape").expect("Save the changes to Skogsbolaget AB?");
    app.shot("companies-unsaved");
    app.click("Keep editing").key("ctrl+1").click("Add address").type_text("Storgatan 1");
    app.shot("companies-edit-address");
    app.click("Persons").expect("Save the changes to Skogsbolaget AB?").click("Save changes");
    app.expect_part("Skogsbolaget AB Nord");
    app.click("Companies").expect_part("Storgatan 1");
    // A name that is taken is said at the field.
    app.key("f2").expect_focus("card-name").key("ctrl+a").type_text("fjordfisk as").key("ctrl+s");
    app.expect("Another card has this already.").shot("companies-taken");
    app.key("escape").click("Discard changes");
    app.expect_part("Skogsbolaget AB Nord");
}

#[test]
fn somebody_moves_and_the_history_stays() {
    let world = World::new();
    furnish(&world);
    let mut app = open(&world, Lang::En);
    app.click("Companies").click("Fjordfisk AS").expect("Persons (3)").click("Åse Ødegård").expect("Edit");
    app.expect_focus("card-tabs").shot("companies-move-1-person");
    app.key("f2").expect_focus("card-first_name").click_id("card-company").key("ctrl+a");
    app.type_text("Nordlys Kraft AS").key("escape").key("ctrl+s").expect("Edit");
    app.click("Details")
        .expect("Before")
        .expect("Fjordfisk AS")
        .expect_part("Innkjøper, ")
        .shot("companies-move-2-before");

    // Both companies know: the old one among its former people, the new one among its people.
    // Two rows of the list name the company, too.
    app.click_nth("Fjordfisk AS", 2)
        .expect("Persons (2)")
        .expect("Former persons")
        .expect_part(" to ")
        .shot("companies-move-3-old");
    app.click("Nordlys Kraft AS").expect("Persons (2)").expect("Ola Berg").shot("companies-move-4-new");
    app.key("ctrl+z").expect("Taken back: company of Åse Ødegård").expect("Persons (1)");
    app.click("Fjordfisk AS").expect("Persons (3)").expect_none("Former persons");

    // Somebody new works there.
    app.click("New person here").expect("Fjordfisk AS").type_text("Solveig").key("tab").type_text("Vik");
    app.shot("companies-new-person");
}

#[test]
fn a_company_is_added_on_its_own() {
    let world = World::new();
    furnish(&world);
    let mut app = open(&world, Lang::Nb);
    app.click("Firmaer").expect("3 firmaer").shot("companies-nb-1-list");
    app.click("Nytt firma").expect_focus("card-name");
    app.shot("companies-nb-2-new");
    app.key("ctrl+s").expect("Dette må fylles ut.").type_text("Øyvinds Verksted");
    app.click("Legg til e-post").type_text("post@verksted.example").key("ctrl+s").expect("Rediger");
    app.expect("Ingens kort nevner dette firmaet.").expect("4 firmaer").shot("companies-nb-3-card");
    app.key("ctrl+z").expect("Angret: kortet til Øyvinds Verksted").expect("3 firmaer");
    app.key("ctrl+shift+z").expect("4 firmaer").expect("post@verksted.example");

    // One on which nothing hangs can go, and come back.
    app.click("Fjern firmaet").expect("Fjernet: Øyvinds Verksted").expect("3 firmaer").expect_none("Rediger");
    app.click("Angre").expect("4 firmaer").click("Øyvinds Verksted").expect("post@verksted.example");
    app.key("ctrl+j").key("n").expect_focus("activity-text").type_text("Ringte").key("ctrl+s").expect("Ringte");
    app.expect_none("Fjern firmaet").key("escape").expect_none("Rediger");
    app.click("Fjordfisk AS").expect("Personer (3)").expect_none("Fjern firmaet").shot("companies-nb-4-people");
}

#[test]
fn a_company_shows_what_the_office_collects_and_says_where_the_rest_is_kept() {
    let world = World::new();
    furnish(&world);
    let office = Office::open(&world.path().join("Kartotek"), "me", &Passphrase::new(GOOD), Lang::En).unwrap();
    for (key, value) in [
        ("field.company:note.collect", "no"),
        ("field.company:city.collect", "no"),
        ("field.company:website.collect", "no"),
        ("field.company:org_number.master", "the accounts"),
        ("field.company:email.master", "the accounts"),
    ] {
        let setting = Setting::from_key(key).unwrap();
        office.write(move |desk| settings::set(desk, &setting, value)).wait().unwrap();
    }
    office.close();
    let mut app = open(&world, Lang::En);
    app.click("Companies")
        .expect("3 companies")
        .expect_none("Bodø")
        .expect_none("City")
        .shot("companies-fields-1-list");
    app.click("Fjordfisk AS").expect("Persons (3)").expect_none("8006 Bodø");
    app.click("Details").expect("123 456 785").expect("Kept in the accounts").expect_none("Website");
    app.shot("companies-fields-2-details");
    app.key("f2").expect_focus("card-name").expect("123 456 785").expect("Category").shot("companies-fields-3-edit");
    app.key("ctrl+1").expect("post@fjordfisk.example").expect_none("Add e-mail").expect("Add phone");
    app.shot("companies-fields-4-edit-contact");
    app.click_id("card-name").key("ctrl+a").type_text("Nordfisk AS").key("ctrl+s").expect("Edit");
    app.close().expect_end();
    drop(app);
    let office = Office::open(&world.path().join("Kartotek"), "me", &Passphrase::new(GOOD), Lang::En).unwrap();
    let setting = Setting::from_key("field.company:note.collect").unwrap();
    let note = move |desk: &mut kartotek::office::Desk<'_>| {
        settings::set(desk, &setting, "yes")?;
        let ids = kartotek::office::companies::names_like(desk, "Nordfisk", 1)?;
        Ok(ids.len())
    };
    assert_eq!(office.write(note).wait().unwrap(), 1);
    let found = office.find_companies("nordfisk", Default::default()).wait().unwrap().ids[0];
    let card = office.read(move |desk| companies::get(desk, found)).wait().unwrap();
    assert_eq!(card.content.note, "Deliveries at the back, before noon.", "what was not shown is not lost");
    office.close();
}
