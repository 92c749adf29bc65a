//! People who work here, as the window shows them: added, unlocking, what they may not do, removed.

use iced::Program;
use kartotek::app::{App, Launch, Message};
use kartotek::i18n::Lang;
use kartotek::model::user::Right;
use kartotek::office::Office;
use kartotek::theme::Theme;
use kartotek::vault::{Passphrase, Proof};

use super::harness::Harness;
use super::start::{GOOD, World};

const HERS: &str = "seven quiet herons crossed";

fn launch(world: &World, lang: Lang) -> Launch {
    Launch { vault: Some(world.path().join("Kartotek")), lang: Some(lang), demo: false }
}

fn enter(world: &World, user: &str, passphrase: &str) -> Option<Office> {
    Office::open(&world.path().join("Kartotek"), user, &Passphrase::new(passphrase), Lang::En).ok()
}

/// Makes a card file in which Kari Nordmann is a seller.
fn with_kari(world: &World) {
    world.make("Kartotek");
    let office = enter(world, "me", GOOD).unwrap();
    let proof = Proof::Passphrase(Passphrase::new(GOOD));
    office.add_user(proof, "Kari Nordmann", "seller", Passphrase::new(HERS)).wait().unwrap();
    office.close();
}

/// Unlocks as somebody, where several can.
fn unlock<P: Program + 'static>(app: &mut Harness<P>, name: &str, passphrase: &str) {
    app.expect_focus("unlock-user").type_text(name).key("enter");
    app.expect_focus("unlock-passphrase").type_text(passphrase).key("enter").expect("Persons");
}

fn start(world: &World, lang: Lang) -> Harness<impl Program<State = App, Message = Message, Theme = Theme> + use<>> {
    let mut app = world.start_with(launch(world, lang));
    app.resize(1300.0, 1250.0);
    app
}

#[test]
fn somebody_is_added_works_and_is_removed() {
    let world = World::new();
    world.make("Kartotek");
    let mut app = start(&world, Lang::En);
    // As long as nobody else works here, nobody is asked who they are.
    app.expect_focus("unlock-passphrase").expect_none("Who are you?").type_text(GOOD).key("enter").expect("Persons");
    app.key("ctrl+,").click("People who work here").expect("Me").shot("people-alone");
    // Locking does not ask, whatever is typed here, nor where it was just asked.
    app.click("Add somebody…").expect_focus("people-name").type_text("Kari").key("ctrl+shift+l");
    app.expect_focus("unlock-passphrase").type_text(GOOD).key("enter").expect("Persons");
    app.key("ctrl+,").click("People who work here").click("Add somebody…").expect_focus("people-name");
    app.type_text("Kari").key("escape").expect("Leave the form?").key("ctrl+shift+l");
    app.expect_focus("unlock-passphrase").expect_none("Leave the form?").type_text(GOOD).key("enter").expect("Persons");
    app.key("ctrl+,").click("People who work here");
    app.click("Add somebody…").expect_focus("people-name").type_text("Kari Nordmann").shot("people-add-empty");
    app.click_id("passphrase-new").type_text(HERS).key("tab").expect_focus("passphrase-again");
    app.type_text(HERS)
        .key("tab")
        .expect_focus("people-proof")
        .type_text("wrong")
        .key("enter")
        .expect_part("This is not the passphrase.");
    app.key("escape").expect("Leave the form?").shot("people-leave-form");
    app.click_id("unsaved-stay");
    app.expect("Kari Nordmann").expect_focus("people-proof");
    app.shot("people-add");
    app.key("ctrl+a").type_text(GOOD).key("enter");
    app.expect("Kari Nordmann works here now.").expect("Has not unlocked the card file yet").shot("people-two");

    // She says who she is, and does what a seller may.
    app.key("ctrl+shift+l").expect_focus("unlock-user").shot("people-unlock");
    app.key("tab").type_text(HERS).key("enter").expect("Choose your name first.").expect_focus("unlock-user");
    app.type_text("Kari").key("enter").expect_focus("unlock-passphrase").key("ctrl+a").type_text(HERS).key("enter");
    app.expect("Persons").key("ctrl+,").click("People who work here");
    app.expect("You lack the right “Manage users and roles”. It can be granted by: First user.").shot("people-seller");
    app.click("Add somebody…").expect_none("Their own passphrase");
    app.click("Roles and rights").expect("By the program only").shot("people-roles-seller");
    app.key("escape");
    app.close().expect_end();
    let office = enter(&world, "Kari Nordmann", HERS).unwrap();
    assert!(office.user().may(Right::Edit) && !office.user().may(Right::Users));
    office.close();

    let mut app = start(&world, Lang::En);
    unlock(&mut app, "First", GOOD);
    app.key("ctrl+,").click("People who work here").expect("Kari Nordmann").expect_part("Last unlocked ");
    app.click_id("people-remove-Kari Nordmann").expect("Remove Kari Nordmann?").shot("people-leave");
    app.expect_focus("people-leave-proof").type_text("wrong").key("enter").expect_part("This is not the passphrase.");
    app.key("ctrl+a").type_text(GOOD).key("enter");
    app.expect("Kari Nordmann no longer works here. The key was changed and a backup made.");
    app.expect_part("No longer here: Kari Nordmann (until ").shot("people-left");
    // The window goes on with the new key.
    app.key("escape").expect("Persons");
    app.close().expect_end();
    assert!(enter(&world, "Kari Nordmann", HERS).is_none());
    enter(&world, "me", GOOD).unwrap().close();
}

#[test]
fn roles_are_given_made_and_filled() {
    let world = World::new();
    with_kari(&world);
    let mut app = start(&world, Lang::En);
    unlock(&mut app, "First", GOOD);
    app.key("ctrl+,").click("People who work here").expect("Kari Nordmann");
    app.click_id("people-role-Kari Nordmann").type_text("Assis").key("enter");
    app.expect("Kari Nordmann has another role now.").shot("people-role");
    app.click("Roles and rights").expect("Change legal bases").shot("people-roles");
    app.click_id("role-assistant-legal-basis");
    app.click("New role").type_text("Intern").key("enter").expect("Intern").shot("people-roles-own");
    app.click_id("role-intern-edit");
    app.close().expect_end();
    let office = enter(&world, "Kari Nordmann", HERS).unwrap();
    assert!(office.user().may(Right::LegalBasis) && office.user().role == "assistant");
    office.close();
}

#[test]
fn the_pages_in_norwegian_and_in_the_dark() {
    let world = World::new();
    std::fs::create_dir_all(world.path().join("settings")).unwrap();
    std::fs::write(world.path().join("settings/window.json"), r#"{"brightness": "dark"}"#).unwrap();
    with_kari(&world);
    let mut app = start(&world, Lang::Nb);
    app.expect_focus("unlock-user").expect("Hvem er du?").shot("people-unlock-nb-dark");
    app.type_text("Første").key("enter").type_text(GOOD).key("enter").expect("Personer");
    app.key("ctrl+,").click("De som arbeider her").expect("Kari Nordmann").shot("people-nb-dark");
    app.click("Legg til noen…").expect("Din egen passfrase").shot("people-add-nb-dark");
    app.key("escape").click_id("people-remove-Kari Nordmann").expect("Fjerne Kari Nordmann?");
    app.shot("people-leave-nb-dark");
    app.key("escape");
    app.click("Roller og rettigheter").expect("Bare av programmet").shot("people-roles-nb-dark");
}

#[test]
fn cards_say_who_changed_them_by_their_initials() {
    let world = World::new();
    with_kari(&world);
    let mut app = start(&world, Lang::En);
    unlock(&mut app, "Kari", HERS);
    app.key("ctrl+n").settle();
    app.type_text("Ola").key("tab").type_text("Aas").settle();
    app.key("ctrl+s").settle();
    app.expect_part("Kari Nordmann").expect("KN").shot("people-initials");
}
