//! Keys and lock in the settings: the time, a new passphrase, a new recovery key, and what the computer remembers.

use iced::Program;
use kartotek::app::{App, Launch, Message};
use kartotek::i18n::Lang;
use kartotek::office::Office;
use kartotek::theme::Theme;
use kartotek::vault::{Passphrase, RecoveryKey};

use super::harness::Harness;
use super::start::{GOOD, World, type_back};

const NEW: &str = "tre grønne hester danser sakte";

fn launch(world: &World, lang: Lang) -> Launch {
    Launch { vault: Some(world.path().join("Kartotek")), lang: Some(lang), demo: false }
}

/// Opens the settings of a card file, at the page of keys and lock.
fn settings(world: &World, lang: Lang) -> Harness<impl Program<State = App, Message = Message, Theme = Theme> + use<>> {
    let mut app = world.start_with(launch(world, lang));
    app.expect_focus("unlock-passphrase").type_text(GOOD).key("enter").expect_part("Ctrl");
    app.resize(1100.0, 1500.0).key("ctrl+,").click(if lang == Lang::En { "Keys and lock" } else { "Nøkler og lås" });
    app
}

fn dark(world: &World) {
    std::fs::create_dir_all(world.path().join("settings")).unwrap();
    std::fs::write(world.path().join("settings/window.json"), r#"{"brightness": "dark"}"#).unwrap();
}

#[test]
fn the_time_of_the_lock_is_chosen() {
    let world = World::new();
    world.make("Kartotek");
    let mut app = settings(&world, Lang::En);
    app.expect("Keys and lock").expect("After 5 minutes without a key").shot("keys-settings");
    app.click_id("keys-minutes").type_text("After one").key("enter");
    app.expect_none("After 5 minutes without a key");
    world.outside.pass(60);
    app.expect("Open the card file");
    assert_eq!(world.outside.started_anew().len(), 1);
}

#[test]
fn the_settings_in_the_dark_and_in_norwegian() {
    let world = World::new();
    dark(&world);
    world.make("Kartotek");
    let mut app = settings(&world, Lang::Nb);
    app.expect("Nøkler og lås").shot("keys-settings-nb-dark");
    app.click("Endre passfrase…").expect("Endre passfrasen").shot("keys-passphrase-nb-dark");
    app.key("escape").click("Ny gjenopprettingsnøkkel…").expect("Passfrasen din").shot("keys-recovery-nb-dark");
    app.key("escape").click("Husk…").expect("Husk nøkkelen på denne maskinen").shot("keys-remember-nb-dark");
    app.key("escape").expect("Nøkler og lås");
}

#[test]
fn a_new_passphrase_is_taken_with_the_old_one() {
    let world = World::new();
    world.make("Kartotek");
    let mut app = settings(&world, Lang::En);
    app.click("Change passphrase…").expect_focus("keys-proof").type_text("wrong").key("tab");
    app.click_id("passphrase-new").type_text(NEW).key("enter").type_text(NEW).shot("keys-passphrase");
    app.key("enter").expect_part("This is not the passphrase.").expect_focus("keys-proof");
    // Escape asks, and once more keeps what is typed, with the keyboard where it was.
    app.key("escape").expect("Leave the form?").expect_focus("unsaved-stay").shot("keys-leave");
    app.key("escape").expect_none("Leave the form?").expect("Change the passphrase").expect_focus("keys-proof");
    app.key("ctrl+a").type_text(GOOD).key("enter");
    app.expect("The passphrase was changed. The old one no longer opens the card file.").expect("Keys and lock");
    app.key("ctrl+shift+l").expect_focus("unlock-passphrase").type_text(GOOD).key("enter");
    app.expect_part("This is not the passphrase.").key("ctrl+a").type_text(NEW).key("enter").expect("Persons");
}

#[test]
fn a_new_recovery_key_works_once_it_is_typed_back() {
    let world = World::new();
    let old = world.make("Kartotek");
    let folder = world.path().join("Kartotek");
    let mut app = settings(&world, Lang::En);
    app.click("New recovery key…").expect_focus("keys-proof").shot("keys-recovery-proof");
    app.type_text("wrong").key("enter").expect_part("This is not the passphrase.");
    app.key("ctrl+a").type_text(GOOD).key("enter").expect("Write down the recovery key").shot("keys-recovery");
    // Not typed back, it changes nothing; and it is not lost without a question.
    app.close().expect("Leave the form?").key("escape");
    app.click("Cancel").expect("Keys and lock");
    app.click("New recovery key…").type_text(GOOD).key("enter").expect("Write down the recovery key");
    let groups: Vec<String> = app.texts().into_iter().filter(|text| is_group(text)).collect();
    app.click("I have written it down").expect_focus("recovery-1").shot("keys-recovery-type-back");
    type_back(&mut app, &groups);
    app.expect("The new recovery key works; the old one no longer does.").expect("Keys and lock");
    app.close().expect_end();

    let open = |key: &str| Office::open_with_recovery(&folder, &key.parse::<RecoveryKey>().unwrap(), Lang::En);
    assert!(open(&old).is_err());
    open(&groups.join("-")).unwrap().close();
}

fn is_group(text: &str) -> bool {
    text.len() == 4 && text.chars().all(|sign| sign.is_ascii_digit() || sign.is_ascii_uppercase())
}

#[test]
fn the_computer_remembers_until_it_is_told_to_forget() {
    let world = World::new();
    world.make("Kartotek");
    let mut app = settings(&world, Lang::En);
    app.expect("Not remembered").click("Remember…").expect_focus("keys-proof");
    app.expect("Not on a computer that others use, too").shot("keys-remember");
    app.type_text(GOOD).key("enter").expect("This computer remembers the key.").expect_part("Remembered until ");
    app.shot("keys-remembered");
    // After a lock the passphrase is asked for all the same, also by way of another card file.
    app.key("ctrl+shift+l").expect_focus("unlock-passphrase").expect("Open the card file");
    world.outside.answer(world.path().join("Kartotek"));
    app.click("Open another…").click("Open").click("Choose folder…").expect_focus("unlock-passphrase");
    app.expect("Open the card file").close().expect_end();

    let mut app = world.start_with(launch(&world, Lang::En));
    app.expect("Persons").key("ctrl+,").click("Keys and lock").click("Forget");
    app.expect("This computer no longer remembers the key.").expect("Not remembered");
    assert!(world.outside.fake_keychain().entries().is_empty());
    app.close().expect_end();
    let mut app = world.start_with(launch(&world, Lang::En));
    app.expect_focus("unlock-passphrase").expect("Open the card file");
}

#[test]
fn a_keychain_that_does_not_answer_keeps_nobody_out() {
    let world = World::new();
    world.make("Kartotek");
    let folder = world.path().join("Kartotek");
    let office = Office::open(&folder, "me", &Passphrase::new(GOOD), Lang::En).unwrap();
    let keychain = kartotek::app::platform::Platform::keychain(world.outside.as_ref());
    office.remember(kartotek::vault::Proof::Passphrase(Passphrase::new(GOOD)), &keychain).unwrap();
    office.close();
    world.outside.fake_keychain().refuse(true);
    let mut app = world.start_with(launch(&world, Lang::En));
    app.expect_part("The keychain of this computer did not answer.").shot("keys-keychain-silent");
    app.type_text(GOOD).key("enter").expect("Persons").key("ctrl+,").click("Keys and lock");
    app.expect("The keychain of this computer does not answer").shot("keys-settings-silent");
    app.click("Forget").expect("Not remembered");
}
