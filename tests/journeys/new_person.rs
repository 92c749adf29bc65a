//! A new person: from an empty form to a card with its legal basis, and who is here already.

use kartotek::dialog::new_person;
use kartotek::i18n::Lang;
use kartotek::model::basis::Basis;
use kartotek::model::list;
use kartotek::office::legal_basis;
use kartotek::theme::Theme;

use super::desk::{Message, On, start};

#[test]
fn a_new_card_has_its_basis_from_the_start() {
    let mut app = start(On::NewPerson, Lang::En, Theme::Light);
    // What nobody decided is asked: no legal basis is proposed.
    app.expect_focus("new-first-name").expect("Created by user").expect("Choose");
    app.expect_none("Legitimate interests").expect_part("No legal basis is documented").shot("new-empty");
    app.click_id("new-basis")
        .type_text("Legit")
        .key("enter")
        .expect("Legitimate interests")
        .expect_none("Choose")
        .shot("new-basis");
    app.click_id("new-first-name");
    app.type_text("Kari").key("tab").type_text("Nordli").key("tab").type_text("Fjor");
    app.shot("new-company");
    app.key("down").key("enter").key("tab").type_text("kari@example.org");
    app.key("enter").expect_state("the card is open", |desk| desk.opened.is_some());
    assert!(!app.state().is_open());
    assert!(app.state().said("Kari Nordli was added."));
    let id = app.state().opened.unwrap();
    let overview = app.state().scene.office.read(move |desk| legal_basis::overview(desk, id)).wait().unwrap();
    assert_eq!(overview.person.content.company, "Fjordfisk AS");
    let row = overview.purposes.iter().find(|row| row.purpose == list::SALES).unwrap();
    let entry = row.current.as_ref().unwrap();
    assert_eq!((entry.basis, entry.source), (Basis::LegitimateInterests, list::SOURCE_USER));
}

#[test]
fn who_is_here_already_is_said_while_one_types() {
    let mut app = start(On::NewPerson, Lang::En, Theme::Light);
    app.type_text("Aase").key("tab").type_text("Ødegard").key("tab").type_text("Fjordfisk AS");
    app.expect("Åse Ødegård").expect("Similar name").shot("new-similar");
    app.click_id("new-email").type_text("ASE@example.org").expect("Same e-mail address");
    // The same e-mail is the same person: a second press is needed, and Enter in a field is not one.
    app.key("enter").expect_part("This seems to be the same person.").expect_focus("new-open").shot("new-same");
    assert_eq!(app.state().opened, None);
    app.click_id("new-email").key("enter").expect("Add anyway");
    assert_eq!(app.state().opened, None);
    app.click("Add anyway").expect_state("the card is open", |desk| desk.opened.is_some());
}

#[test]
fn the_card_of_who_is_here_already_opens() {
    let mut app = start(On::NewPerson, Lang::Nb, Theme::Dark);
    app.click_id("new-phone").type_text("90011222").expect("Åse Ødegård").shot("new-twin-nb-dark");
    app.click("Åpne det kortet").expect_state("the card is open", |desk| desk.opened.is_some());
    assert!(!app.state().is_open());
}

#[test]
fn nobody_goes_out_while_the_card_is_being_added() {
    let mut app = start(On::NewPerson, Lang::En, Theme::Light);
    app.type_text("Kari");
    // Something else is being written, so that the card has to wait.
    let (release, released) = std::sync::mpsc::channel::<()>();
    let busy = app.state().scene.office.write(move |_| {
        let _ = released.recv();
        Ok(())
    });
    app.key("ctrl+s").key("escape").click("Cancel").expect("New person").expect_none("Discard changes");
    release.send(()).unwrap();
    busy.wait().unwrap();
    app.expect_state("the card is open", |desk| desk.opened.is_some());
}

#[test]
fn without_a_source_it_says_what_is_missing() {
    let mut app = start(On::NewPerson, Lang::En, Theme::Light);
    app.message(Message::NewPerson(new_person::Message::Source(None)));
    app.type_text("Kari").key("enter").expect("Choose where the card comes from.").expect_focus("new-source");
    app.shot("new-no-source");
    app.key("down").key("enter").expect_none("Choose where the card comes from.").click("Add person");
    app.expect_state("the card is open", |desk| desk.opened.is_some());
}

#[test]
fn what_is_wrong_stands_under_its_field_and_nothing_typed_is_lost() {
    let mut app = start(On::NewPerson, Lang::En, Theme::Light);
    app.click_id("new-email").type_text("nobody").key("ctrl+s");
    app.expect("This is not an e-mail address (name@example.com).").expect("A first or a last name is needed.");
    app.expect("nobody").expect_focus("new-last-name").shot("new-wrong");
    app.key("escape").expect("What you typed is not saved yet.").shot("new-leaving");
    app.click("Keep editing");
    app.expect("nobody").key("escape").click("Discard changes");
    assert!(!app.state().is_open());
}
