//! States of a person: restricted and opened for a reason, objecting, a minor.

use chrono::{Days, Months, Utc};
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

/// Opens a card file with a customer, a prospect kept on legitimate interests, a colleague of theirs, and a minor.
fn open(world: &World, lang: Lang) -> Harness<impl Program<State = App, Message = Message, Theme = Theme> + use<>> {
    let folder = world.path().join("Kartotek");
    let (office, _) = Office::create(&folder, &Passphrase::new(GOOD), lang).unwrap();
    office.write(setup::confirm_recovery).wait().unwrap();
    let people = [
        ("Åse", "Ødegård", "Fjordfisk AS", Basis::Contract, 41),
        ("Kari", "Østby", "Fjordfisk AS", Basis::LegitimateInterests, 35),
        ("Tor", "Øverland", "Fjordfisk AS", Basis::Contract, 50),
        ("Lille", "Åmot", "Ungdomslaget", Basis::Consent, 12),
    ];
    for (first, last, company, basis, age) in people {
        let content = Content {
            first_name: first.into(),
            last_name: last.into(),
            company: company.into(),
            title: "Innkjøper".into(),
            birth_date: Utc::now().date_naive().checked_sub_months(Months::new(12 * age)),
            emails: vec![Labelled::new(Some(list::LABEL_WORK), format!("{}@example.org", last.to_lowercase()))],
            phones: vec![Labelled::new(Some(list::LABEL_MOBILE), "+47 900 10 200".into())],
            ..Content::default()
        };
        let decision = Decision::new(list::SALES, basis, list::SOURCE_USER);
        office
            .write(move |desk| {
                let id = persons::add(desk, content, Some(&decision), list::SOURCE_USER)?.id;
                let doing = Doing { person: Some(id), ..Doing::new(list::ACTIVITY_TASK, Moment::now()) };
                let due = desk.today().checked_sub_days(Days::new(1));
                activities::add(desk, Doing { text: format!("Ring {first} om tilbudet"), due, ..doing })
            })
            .wait()
            .unwrap();
    }
    office.close();
    let mut app = again(world, lang);
    app.resize(1400.0, 900.0);
    app
}

fn card<P: Program + 'static>(app: &mut Harness<P>, typed: &str, name: &str) {
    app.key("ctrl+k").type_text(typed).key("enter").expect(name);
}

fn command<P: Program + 'static>(app: &mut Harness<P>, typed: &str) {
    app.key("ctrl+shift+p").type_text(typed).key("enter");
}

#[test]
fn a_restricted_card_is_closed_opened_for_a_reason_and_lifted() {
    let world = World::new();
    let mut app = open(&world, Lang::En);
    card(&mut app, "odegard", "Åse Ødegård");
    app.click_id("card-more").expect("Restrict…").shot("states-more");
    app.click("Restrict…").expect("Restrict — Åse Ødegård").expect_part("18(1)(d)").shot("states-restrict");
    app.click_id("state-words").type_text("She says the address is wrong");
    for _ in 0..2 {
        app.key("escape").expect("What you typed is not saved yet.").expect_focus("state-stay");
        app.key("escape").expect_none("What you typed is not saved yet.").expect("She says the address is wrong");
    }
    app.click("Restrict");
    app.expect_part("Restricted since").expect_none("ødegård@example.org").expect_none("Fjordfisk AS");
    app.expect_none("She says the address is wrong").shot("states-closed");

    // Nobody finds more than the name.
    app.key("escape").key("ctrl+k").type_text("ødegård@example").expect_part("Nobody matches").key("escape");
    app.expect("Restricted").shot("states-list");
    command(&mut app, "go to today");
    app.expect("Ring Kari om tilbudet").expect_none("Ring Åse om tilbudet").shot("states-today");
    app.key("ctrl+shift+p").type_text("fjordfisk").click("Open Fjordfisk AS");
    app.expect("Tor Øverland").expect_none("Åse Ødegård").shot("states-company");

    // For a reason it is opened, and can only be read.
    command(&mut app, "open odegard");
    app.expect("Open anyway…").click("Open anyway…").expect_part("art. 18(2)").expect_focus("state-words");
    app.shot("states-open");
    app.type_text("Her lawyer asks")
        .key("enter")
        .expect("ødegård@example.org")
        .expect_part("She says the address is wrong");
    app.expect("Ring Åse om tilbudet").shot("states-opened");
    app.key("f2").expect_none("Save").key("escape");
    card(&mut app, "overland", "Tor Øverland");
    card(&mut app, "odegard", "Open anyway…");
    app.expect_none("ødegård@example.org");

    app.click("Lift…").expect_part("18(3)").shot("states-lift");
    app.type_text("Corrected").click("The person has been told").click("Lift the restriction");
    app.expect("ødegård@example.org").expect_none("Open anyway…").shot("states-lifted");
}

#[test]
fn objections_stop_marketing_are_weighed_or_answered() {
    let world = World::new();
    let mut app = open(&world, Lang::En);
    card(&mut app, "odegard", "Åse Ødegård");
    app.click_id("card-more").click("Objects…").expect("Objects — Åse Ødegård").expect_part("nothing overrules it");
    app.click_id("state-words").type_text("Said so by phone").shot("states-object-marketing");
    app.click("Note the objection").expect_part("Objects to E-marketing since").expect("Said so by phone");
    app.shot("states-objects");

    // A contract is not reached.
    app.key("ctrl+l").expect_focus("basis-purposes").click("Objects").expect_part("does not reach this legal basis");
    app.shot("states-object-contract");
    app.click("Note the objection").expect_part("is not answered yet").shot("states-wish");
    app.click("Answer…").type_text("There is a contract until May").shot("states-answer");
    app.key("ctrl+s").expect_none("Answer…");

    // Legitimate interests are weighed.
    card(&mut app, "ostby", "Kari Østby");
    app.key("ctrl+l").expect_focus("basis-purposes").click("Objects").expect("Objected").key("escape");
    app.expect_part("Objects to Sales and service since").expect("Decide…").shot("states-weighing");
    app.click("Decide…").expect_part("compelling grounds").click("There are compelling grounds: the purpose goes on");
    app.click_id("state-words").type_text("Claims are pending").shot("states-decide");
    app.click("Save").expect_none("Decide…").expect_part("Legal basis: Legitimate");
    app.key("escape").key("ctrl+k").key("escape").expect("Åmot, Lille").shot("states-marks");
}

#[test]
fn a_minor_is_told_in_norwegian_and_in_the_dark() {
    let world = World::new();
    let mut app = open(&world, Lang::Nb);
    command(&mut app, "mørke");
    card(&mut app, "amot", "Lille Åmot");
    app.expect_part("Mindreårig: 12 år").shot("states-minor-nb-dark");
    card(&mut app, "odegard", "Åse Ødegård");
    command(&mut app, "begrens behandlingen");
    app.expect("Begrens – Åse Ødegård").shot("states-restrict-nb-dark");
    app.click("Begrens").expect_part("Begrenset siden").shot("states-closed-nb-dark");
    app.click("Åpne likevel…").type_text("Rettskrav").shot("states-open-nb-dark");
    app.key("enter").expect("ødegård@example.org").shot("states-opened-nb-dark");
    command(&mut app, "opphev begrensningen");
    app.expect_part("art. 18 nr. 3").shot("states-lift-nb-dark");
    app.key("escape").key("escape").expect("Begrenset").shot("states-list-nb-dark");
}
