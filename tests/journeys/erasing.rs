//! Somebody is erased for good, with a text that names them, and comes in again.

use iced::Program;
use kartotek::app::{App, Message};
use kartotek::i18n::Lang;
use kartotek::model::activity::Content as Doing;
use kartotek::model::basis::{Basis, Decision};
use kartotek::model::person::{Content, Labelled};
use kartotek::model::{Moment, list};
use kartotek::office::{Office, activities, persons, setup};
use kartotek::theme::Theme;
use kartotek::vault::Passphrase;

use super::daily::again;
use super::harness::Harness;
use super::start::{GOOD, World};

/// Opens a card file with somebody whom two texts of others name.
fn open(world: &World, lang: Lang) -> Harness<impl Program<State = App, Message = Message, Theme = Theme> + use<>> {
    let folder = world.path().join("Kartotek");
    let (office, _) = Office::create(&folder, &Passphrase::new(GOOD), lang).unwrap();
    office.write(setup::confirm_recovery).wait().unwrap();
    office
        .write(|desk| {
            let contract = Decision::new(list::SALES, Basis::Contract, list::SOURCE_USER);
            let ase = Content {
                first_name: "Åse".into(),
                last_name: "Ødegård".into(),
                company: "Fjordfisk AS".into(),
                title: "Innkjøper".into(),
                emails: vec![Labelled::new(Some(list::LABEL_WORK), "ase@example.org".into())],
                phones: vec![Labelled::new(Some(list::LABEL_MOBILE), "+47 900 10 200".into())],
                note: "Kjøper torsk.".into(),
                ..Content::default()
            };
            let ase = persons::add(desk, ase, Some(&contract), list::SOURCE_USER)?.id;
            let kari = Content {
                first_name: "Kari".into(),
                last_name: "Nordli".into(),
                company: "Fjordfisk AS".into(),
                note: "Tok over etter Åse Ødegård (ase@example.org). Åse var der i ti år, og kjente alle kundene."
                    .into(),
                ..Content::default()
            };
            let kari = persons::add(desk, kari, Some(&contract), list::SOURCE_USER)?.id;
            for (person, text) in
                [(ase, "Ring om tilbudet"), (kari, "Kari vil ha nummeret til Ødegård, Åse: 900 10 200")]
            {
                let call = Doing { person: Some(person), ..Doing::new(list::ACTIVITY_CALL, Moment::now()) };
                activities::add(desk, Doing { text: text.into(), ..call })?;
            }
            Ok(())
        })
        .wait()
        .unwrap();
    office.close();
    let mut app = again(world, lang);
    app.resize(1300.0, 900.0);
    app
}

fn ask<P: Program + 'static>(app: &mut Harness<P>, words: &str) {
    app.key("ctrl+k").type_text("odegard").key("enter").expect("Åse Ødegård");
    app.click_id("card-more").click(words);
}

#[test]
fn somebody_is_erased_with_what_others_texts_say_of_them() {
    let world = World::new();
    let mut app = open(&world, Lang::En);
    ask(&mut app, "Erase for good…");
    app.expect("Erase Åse Ødegård for good")
        .expect("Named in 2 texts elsewhere")
        .expect("Kari Nordli · Note")
        .expect("Kari Nordli · Activity");
    app.expect_focus("erasing-ground").shot("erasing-plan");
    // Not before each text is decided.
    app.click("Erase 1 person").expect("Named in 2 texts elsewhere");
    app.click("Keep everywhere").expect("Why it is kept").shot("erasing-keep");
    app.click("Take out everywhere").click_id("erasing-reason").type_text("Asked for it");
    app.click("Erase 1 person").expect("Nothing is left").expect_focus("erasing-save").shot("erasing-done");
    let paper = world.path().join("certificate.html");
    world.outside.answer(&paper);
    app.click("Save certificate…").expect("The certificate was saved.");
    let written = std::fs::read_to_string(&paper).unwrap();
    assert!(written.contains("17(1)(a)") && !written.contains("Ødegård"), "{written}");
    app.click_id("erasing-copy");
    assert!(app.clipboard().unwrap().contains("we erased all the personal data"), "{:?}", app.clipboard());
    app.click_id("erasing-close").expect("0 found");
    app.key("ctrl+k").type_text("nordli").key("enter").expect("Kari Nordli").click("Note");
    app.expect_part("[erased] ([erased]). [erased] var der");
    app.shot("erasing-after");
}

#[test]
fn who_was_erased_is_recognised_while_they_are_typed() {
    let world = World::new();
    let mut app = open(&world, Lang::En);
    ask(&mut app, "Erase for good…");
    app.click("Take out everywhere").click("Erase 1 person").expect("Nothing is left").click_id("erasing-close");
    app.key("ctrl+n").click_id("new-last-name").type_text("Ødegård").click_id("new-email").type_text("ase@example.org");
    app.settle().expect("This e-mail address belongs to somebody who was erased").shot("erasing-typed-again");
    app.key("ctrl+s").expect_focus("new-overrule").type_text("She is a customer again");
    app.key("ctrl+s").expect_part("Ødegård");
    app.expect("1 found").shot("erasing-entered-again");
}

#[test]
fn the_plan_reads_well_in_norwegian_and_in_the_dark() {
    for (name, lang, words, theme) in
        [("norwegian", Lang::Nb, "Slett for godt…", None), ("dark", Lang::En, "Erase for good…", Some("Dark"))]
    {
        let world = World::new();
        let mut app = open(&world, lang);
        if let Some(theme) = theme {
            app.click("Settings").click(theme).click("Persons");
        }
        ask(&mut app, words);
        app.expect_part("Kari Nordli").shot(&format!("erasing-plan-{name}"));
        let (all, erase, done) = match lang {
            Lang::Nb => ("Ta ut overalt", "Slett 1 person", "Ingenting er igjen"),
            Lang::En | Lang::Sv => ("Take out everywhere", "Erase 1 person", "Nothing is left"),
        };
        app.click(all).click(erase).expect(done).shot(&format!("erasing-done-{name}"));
    }
}

#[test]
fn a_letter_waits_and_is_kept_no_longer_once_it_was_sent() {
    for (name, lang, words) in [
        ("en", Lang::En, ["Erase for good…", "Take out everywhere", "Erase 1 person"]),
        ("nb", Lang::Nb, ["Slett for godt…", "Ta ut overalt", "Slett 1 person"]),
    ] {
        let world = World::new();
        let mut app = open(&world, lang);
        ask(&mut app, words[0]);
        app.click(words[1]).click_id("erasing-tell").key("down").key("down").key("down");
        app.shot(&format!("erasing-telling-{name}"));
        app.key("enter").click(words[2]).settle().expect_focus("erasing-save").shot(&format!("erasing-waits-{name}"));
        // It is not said to be done while the e-mail waits, nor that another letter is to be sent.
        let (title, other) = match lang {
            Lang::En => ("Erased, but for the e-mail that tells it", "Confirmation for the person"),
            Lang::Nb | Lang::Sv => ("Slettet, bortsett fra e-posten som forteller det", "Bekreftelse til personen"),
        };
        app.expect(title).expect_none(other);
        app.click_id("erasing-close");
        let (page, sent, done, left) = match lang {
            Lang::En => ("Erasures", "It was sent", "The letter is kept no longer.", "Nothing left"),
            Lang::Nb | Lang::Sv => ("Slettinger", "Det er sendt", "Brevet bevares ikke lenger.", "Ingenting igjen"),
        };
        app.key("ctrl+shift+p").type_text(page).key("enter").expect("Åse Ødegård").expect("ase@example.org");
        app.shot(&format!("erasures-waiting-{name}"));
        let paper = world.path().join("letter.html");
        world.outside.answer(&paper);
        app.click_id("erasures-save").settle();
        assert!(std::fs::read_to_string(&paper).unwrap().contains("Åse Ødegård"));
        app.click(sent).expect(done).expect_none("ase@example.org").expect(left);
        app.shot(&format!("erasures-done-{name}"));
    }
}

#[test]
fn a_letter_in_a_file_is_written_first() {
    let world = World::new();
    let mut app = open(&world, Lang::En);
    ask(&mut app, "Erase for good…");
    app.click("Take out everywhere").click_id("erasing-tell").key("down").key("enter").expect("Letter in a file, now");
    let paper = world.path().join("letter.html");
    world.outside.answer(&paper);
    app.click("Erase 1 person").expect("Nothing is left").expect_focus("erasing-save");
    assert!(std::fs::read_to_string(&paper).unwrap().contains("Åse Ødegård"));
    app.expect_none("A letter waits to be sent").expect("Confirmation for the person").click_id("erasing-close");
    app.key("ctrl+shift+p").type_text("erasures").key("enter").expect("Nothing left").expect_none("It was sent");
}

#[test]
fn who_was_erased_comes_in_again_on_a_card_for_a_reason() {
    let world = World::new();
    let mut app = open(&world, Lang::En);
    ask(&mut app, "Erase for good…");
    app.click("Take out everywhere").click("Erase 1 person").expect("Nothing is left").click_id("erasing-close");
    app.key("ctrl+k").type_text("nordli").key("enter").expect("Kari Nordli");
    app.key("f2").click("Add e-mail").type_text("ase@example.org").key("ctrl+s");
    app.expect("An e-mail address or a phone number here belongs to somebody who was erased");
    app.expect_focus("card-overrule").shot("card-suppressed");
    app.type_text("It is hers by now").key("ctrl+s").expect("Edit").expect("ase@example.org");
    app.expect_none("Why they are entered again");
}
