//! Locking: by hand, by itself and when the system calls; and what was typed is there again.

use std::ffi::OsString;
use std::time::Duration;

use iced::Program;
use kartotek::app::{App, Launch, Message};
use kartotek::i18n::Lang;
use kartotek::model::user;
use kartotek::office::settings::{self, Plain, Setting};
use kartotek::office::{Office, drafts};
use kartotek::theme::{Icon, Theme};
use kartotek::vault::Passphrase;

use super::harness::Harness;
use super::start::{GOOD, World};

fn settings_of(world: &World, brightness: &str) {
    std::fs::create_dir_all(world.path().join("settings")).unwrap();
    let text = format!(r#"{{"brightness": "{brightness}"}}"#);
    std::fs::write(world.path().join("settings/window.json"), text).unwrap();
}

/// Opens a card file with Kari Nordli in it, in front.
fn open(world: &World, lang: Lang) -> Harness<impl Program<State = App, Message = Message, Theme = Theme> + use<>> {
    world.make("Kartotek");
    let launch = Launch { vault: Some(world.path().join("Kartotek")), lang: Some(lang), demo: false };
    let mut app = world.start_with(launch);
    app.expect_focus("unlock-passphrase").type_text(GOOD).key("enter").settle();
    app.expect_part("Ctrl").key("ctrl+n").expect_focus("new-first-name");
    app.type_text("Kari").key("tab").type_text("Nordli").click_id("new-email").type_text("kari@example.org");
    app.key("ctrl+s").expect("Kari Nordli");
    app
}

fn unlock<P: Program + 'static>(app: &mut Harness<P>) {
    app.expect_focus("unlock-passphrase").type_text(GOOD).key("enter");
}

/// Lets seconds pass until all of them are gone.
fn pass<P: Program<State = App> + 'static>(app: &mut Harness<P>, world: &World, seconds: usize) {
    world.outside.pass(seconds);
    let outside = world.outside.clone();
    app.expect_state("the time has passed", move |_| outside.has_passed());
}

#[test]
fn what_is_typed_on_a_card_is_there_again_after_the_lock() {
    let world = World::new();
    let mut app = open(&world, Lang::En);
    app.click_id("card-edit").key("ctrl+a").type_text("Karianne");
    app.click("Lock").expect("Open the card file").expect_none("Karianne").shot("lock-locked");
    let folder = world.path().join("Kartotek").into_os_string();
    let called_with: [OsString; 5] = ["--locked".into(), "--vault".into(), folder, "--lang".into(), "en".into()];
    assert_eq!(world.outside.started_anew(), [called_with]);

    unlock(&mut app);
    app.expect("Karianne").expect("What you had typed and not saved is back.").shot("lock-draft-back");
    app.key("ctrl+s").expect("Karianne Nordli");
    // It was saved, so there is nothing to show again.
    app.key("ctrl+shift+l");
    unlock(&mut app);
    app.expect("Nordli, Karianne").expect_none("What you had typed and not saved is back.");
    assert_eq!(world.outside.started_anew().len(), 2);
}

#[test]
fn what_was_given_up_is_not_kept_until_the_end() {
    let world = World::new();
    let mut app = open(&world, Lang::En);
    app.click_id("card-edit").key("ctrl+a").type_text("Karianne").key("ctrl+shift+l");
    unlock(&mut app);
    app.expect("Karianne").key("escape").click("Discard changes").expect("Kari Nordli");
    app.close().expect_end();
    let office = Office::open(&world.path().join("Kartotek"), user::FIRST, &Passphrase::new(GOOD), Lang::En).unwrap();
    assert_eq!(office.read(|desk| drafts::all(desk)).wait().unwrap(), []);
    office.close();
}

#[test]
fn a_form_for_a_new_person_is_there_again() {
    let world = World::new();
    settings_of(&world, "dark");
    let mut app = open(&world, Lang::Nb);
    app.key("ctrl+n").expect_focus("new-first-name").type_text("Åse").key("tab").type_text("Ødegård");
    app.key("escape");
    world.outside.call_to_lock();
    app.expect("Åpne kartoteket").expect_none("Ødegård").shot("lock-locked-nb-dark");
    unlock(&mut app);
    app.expect("Ødegård").expect_part("er tilbake").shot("lock-form-back-nb-dark");
    app.key("ctrl+s").expect("Åse Ødegård");
}

#[test]
fn nobody_there_for_five_minutes_locks() {
    let world = World::new();
    let mut app = open(&world, Lang::En);
    pass(&mut app, &world, 200);
    // Whoever moves the mouse is there.
    app.hover("Kari Nordli");
    pass(&mut app, &world, 299);
    app.expect("Kari Nordli");
    assert_eq!(world.outside.started_anew().len(), 0);
    pass(&mut app, &world, 1);
    app.expect("Open the card file").expect_none("Kari Nordli");
    assert_eq!(world.outside.started_anew().len(), 1);
    // Nothing happens to a card file that is locked.
    pass(&mut app, &world, 400);
    app.expect("Open the card file");
    assert_eq!(world.outside.started_anew().len(), 1);
}

#[test]
fn the_time_is_a_setting_and_sleep_locks_whatever_it_is() {
    let world = World::new();
    let mut app = open(&world, Lang::En);
    app.key("ctrl+shift+l").expect("Open the card file");
    let folder = world.path().join("Kartotek");
    let office = Office::open(&folder, user::FIRST, &Passphrase::new(GOOD), Lang::En).unwrap();
    office.write(|desk| settings::set(desk, &Setting::Plain(Plain::LockMinutes), "0")).wait().unwrap();
    office.close();
    unlock(&mut app);
    app.expect("Nordli, Kari");
    pass(&mut app, &world, 1000);
    app.expect("Nordli, Kari");
    world.outside.sleep(Duration::from_secs(600));
    app.expect("Open the card file");
}

#[test]
fn what_was_copied_with_a_button_leaves_the_clipboard() {
    let world = World::new();
    let mut app = open(&world, Lang::En);
    let copy = Icon::Copy.code_point().to_string();
    app.click(&copy);
    assert_eq!(app.clipboard(), Some("kari@example.org"));
    pass(&mut app, &world, 29);
    assert_eq!(app.settle().clipboard(), Some("kari@example.org"));
    pass(&mut app, &world, 2);
    assert_eq!(app.settle().clipboard(), Some(""));
    // What somebody else copied since is theirs.
    app.click(&copy).set_clipboard("a shopping list");
    pass(&mut app, &world, 31);
    assert_eq!(app.settle().clipboard(), Some("a shopping list"));
    app.click(&copy).key("ctrl+shift+l").expect("Open the card file");
    assert_eq!(app.clipboard(), Some(""));
}
