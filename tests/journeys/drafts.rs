//! Nothing typed is lost at the lock: wherever it stood, it stands there again.

use iced::Program;
use kartotek::app::{App, Launch, Message};
use kartotek::i18n::Lang;
use kartotek::model::user;
use kartotek::office::{Office, drafts};
use kartotek::theme::Theme;
use kartotek::vault::Passphrase;

use super::harness::Harness;
use super::start::{GOOD, World};

const BACK: &str = "What you had typed and not saved is back.";

/// Opens a card file with Kari Nordli of Fjordfisk AS in it, in front.
fn open(world: &World) -> Harness<impl Program<State = App, Message = Message, Theme = Theme> + use<>> {
    world.make("Kartotek");
    let launch = Launch { vault: Some(world.path().join("Kartotek")), lang: Some(Lang::En), demo: false };
    let mut app = world.start_with(launch);
    app.resize(1280.0, 800.0).expect_focus("unlock-passphrase").type_text(GOOD).key("enter").settle();
    app.expect_part("Ctrl").key("ctrl+n").expect_focus("new-first-name");
    app.type_text("Kari").key("tab").type_text("Nordli").click_id("new-company").type_text("Fjordfisk AS");
    app.click_id("new-phone").type_text("900 11 222").key("ctrl+s").expect("Kari Nordli").expect("Edit");
    app
}

fn lock_and_unlock<P: Program<State = App> + 'static>(app: &mut Harness<P>) {
    // Nobody is asked: whoever locks may be gone already.
    app.key("ctrl+shift+l").expect("Open the card file");
    app.expect_focus("unlock-passphrase").type_text(GOOD).key("enter");
}

/// Returns how many drafts are kept in the card file, which nobody has open.
fn kept(world: &World) -> usize {
    let office = Office::open(&world.path().join("Kartotek"), user::FIRST, &Passphrase::new(GOOD), Lang::En).unwrap();
    let kept = office.read(|desk| drafts::all(desk)).wait().unwrap().len();
    office.close();
    kept
}

#[test]
fn a_company_stands_there_again_as_it_was_being_edited() {
    let world = World::new();
    let mut app = open(&world);
    app.click("Companies").expect("1 company").click("Fjordfisk AS").expect("Persons (1)").key("f2");
    app.expect_focus("card-name").key("end").type_text(" Nord").key("ctrl+3").click_id("card-note").type_text("Gate 4");
    lock_and_unlock(&mut app);
    app.expect(BACK).expect("Fjordfisk AS Nord").expect("1 company").shot("drafts-company");
    app.key("ctrl+s").expect("Edit").expect("Fjordfisk AS Nord").click("Note").expect("Gate 4");
    // It was saved, so there is nothing to show again.
    lock_and_unlock(&mut app);
    app.expect("Nordli, Kari").expect_none(BACK);
    app.close().expect_end();
    assert_eq!(kept(&world), 0);
}

#[test]
fn a_new_company_is_there_again_to_be_saved() {
    let world = World::new();
    let mut app = open(&world);
    app.click("Companies").click("New company").expect_focus("card-name").type_text("Nordlys Kraft AS");
    app.click("Add e-mail").type_text("post@nordlys");
    lock_and_unlock(&mut app);
    app.expect(BACK).expect("Nordlys Kraft AS").expect("post@nordlys").shot("drafts-new-company");
    app.click_id("card-email-0").key("end").type_text(".example").key("ctrl+s");
    app.expect("Edit").expect("post@nordlys.example").expect("2 companies");
}

#[test]
fn what_is_written_under_a_card_is_there_again() {
    let world = World::new();
    let mut app = open(&world);
    app.key("ctrl+j").key("m").expect_focus("activity-subject").type_text("Fair in Bergen").key("tab");
    app.click_id("activity-text").type_text("Bring the samples.").key("ctrl+shift+l").expect("Open the card file");
    app.expect_none("Bring the samples.");
    app.expect_focus("unlock-passphrase").type_text(GOOD).key("enter");
    app.expect(BACK).expect("Kari Nordli").expect("Fair in Bergen").shot("drafts-activity");
    app.click_id("activity-subject").key("ctrl+s").expect_none("Subject").click("Fair in Bergen");
    app.expect_part("Bring the samples.");

    // The same under a company's card, while a task is changed that is there already.
    app.click("Companies").click("Fjordfisk AS").expect("Persons (1)").key("ctrl+j").key("t");
    app.expect_focus("activity-subject").type_text("Send offer").key("ctrl+s").expect("Send offer");
    app.click("Send offer").click_nth("Edit", 1).expect_focus("activity-subject").key("end").type_text(" again");
    lock_and_unlock(&mut app);
    app.expect(BACK).expect("Send offer again").expect("Persons (1)").shot("drafts-company-activity");
    app.click_id("activity-subject").key("ctrl+s").expect_part("Send offer again").expect_none("Send offer");
}

#[test]
fn a_call_goes_on_behind_the_lock_beside_a_card_being_edited() {
    let world = World::new();
    let mut app = open(&world);
    app.click("900 11 222").expect_focus("call-text").type_text("Wants herring.").key("f2");
    app.expect_focus("card-first_name").key("end").type_text("anne");
    lock_and_unlock(&mut app);
    app.expect(BACK).expect("Karianne").shot("drafts-call");
    app.key("ctrl+s").expect("Edit").expect("Karianne Nordli").click("Stop");
    app.click_id("call-text").key("ctrl+enter").expect("Wants herring.");
}

#[test]
fn a_legal_basis_is_entered_where_it_was_left() {
    let world = World::new();
    let mut app = open(&world);
    app.key("ctrl+l").double_click("E-marketing").expect("Legal basis for E-marketing");
    app.click("Consent – art. 6(1)(a)").click_id("basis-comment").type_text("Stand 12");
    app.click("Add text").expect_focus("basis-pasted").type_text("Yes, please.");
    lock_and_unlock(&mut app);
    app.expect(BACK).expect("Legal basis for E-marketing").expect("Stand 12");
    app.expect_focus("basis-consent").shot("drafts-legal-basis");
    app.click("Save legal basis").expect("Stand 12").expect("Yes, please.").click("Close").expect("Kari Nordli");
}
