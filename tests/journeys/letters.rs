//! Texts of letters, notices, and whom one may write to.

use std::sync::Arc;

use kartotek::app::Launch;
use kartotek::i18n::Lang;
use kartotek::model::basis::{Basis, Decision};
use kartotek::model::field::Field;
use kartotek::model::list::{self, List};
use kartotek::model::person::{Content, Labelled};
use kartotek::office::mail::letters::Choice;
use kartotek::office::mail::{notices, templates};
use kartotek::office::settings::{self, Setting};
use kartotek::office::{Office, Progress, legal_basis, persons, sample};
use kartotek::vault::Passphrase;

use super::settings_office;
use super::start::{GOOD, World};

fn office(world: &World) -> Office {
    Office::open(&world.path().join("Kartotek"), "me", &Passphrase::new(GOOD), Lang::En).unwrap()
}

/// Makes a card file whose fairs send a notice, with somebody met there and somebody who consented.
fn furnish(world: &World) {
    world.make("Kartotek");
    let office = office(world);
    office
        .write(|desk| {
            for (key, value) in [("source.fair.notice", "yes"), ("office.name", "Fjord AS"), ("office.country", "NO")] {
                settings::set(desk, &Setting::from_key(key).unwrap(), value)?;
            }
            let content = |first: &str, last: &str| Content {
                first_name: first.into(),
                last_name: last.into(),
                country: "NO".into(),
                emails: vec![Labelled::new(None, format!("{}@example.org", first.to_lowercase()))],
                ..Content::default()
            };
            let contract = Decision::new(list::SALES, Basis::Contract, list::SOURCE_USER);
            let fair = list::shipped_id(List::Source, "fair").unwrap();
            persons::add(desk, content("Kari", "Aas"), Some(&contract), fair)?;
            let ola = persons::add(desk, content("Ola", "Berg"), Some(&contract), list::SOURCE_USER)?.id;
            let yes = Decision::new(list::MARKETING, Basis::Consent, list::SOURCE_USER);
            legal_basis::decide(desk, ola, &yes, None)
        })
        .wait()
        .unwrap();
    office.close();
}

fn launch(world: &World, lang: Lang) -> Launch {
    Launch { vault: Some(world.path().join("Kartotek")), lang: Some(lang), demo: false }
}

#[test]
fn a_notice_waits_by_itself_and_the_card_says_whom_one_may_write_to() {
    let world = World::new();
    furnish(&world);
    let mut app = world.start_with(launch(&world, Lang::En));
    app.resize(1280.0, 900.0);
    app.type_text(GOOD).key("enter").expect("2 persons").double_click("Aas, Kari").key("ctrl+4");
    app.expect_part("The privacy notice waits in the outbox").expect_part("No: No consent to e-marketing");
    app.shot("letters-card-waiting");
    app.click("Outbox").expect("Kari Aas").shot("letters-outbox");
    app.click("Persons").key("escape").settle();
    app.key("ctrl+k").type_text("ola").key("enter").expect("Ola Berg").key("ctrl+4");
    app.expect_part("Inform by").expect_part("Yes: The person consented on").shot("letters-card-due");
    // The badge under the name leads to the letter.
    app.click_id("card-due").expect("Privacy notice: Ola Berg").expect_part("Fjord AS").shot("letters-notice");
    app.click_id("letter-first").type_text("word of mouth").key("enter");
    app.expect_none("To").shot("letters-notice-told");
    app.click("Record").expect("Ola Berg: recorded as informed.");
    app.expect_part("Told what you keep").shot("letters-card-told");
    // Who was told can be sent it again.
    app.click_id("card-notice").expect("Send again").click("Send again").expect_part("the message waits in the outbox");
}

#[test]
fn a_correction_is_confirmed_and_a_consent_is_not_asked_for_where_that_advertises() {
    let world = World::new();
    furnish(&world);
    let office = office(&world);
    let kari = office.find("aas", Default::default()).wait().unwrap().ids[0];
    let title = [(Field::Title, "Buyer".to_owned())];
    office.write(move |desk| persons::edit(desk, kari, &title).map(drop)).wait().unwrap();
    office.close();
    let mut app = world.start_with(launch(&world, Lang::En));
    app.resize(1280.0, 900.0);
    app.type_text(GOOD).key("enter").expect("2 persons").double_click("Aas, Kari");
    app.click_id("card-more").click_id("card-confirm").expect("Confirm a correction: Kari Aas");
    app.expect_part("Title: Buyer").shot("letters-corrected");
    app.click("Send").expect("Kari Aas: the message waits in the outbox.");
    app.key("ctrl+4").click_id("card-ask-consent").expect("Ask for consent: Kari Aas");
    app.expect_part("is marketing itself in Norway and Sweden").shot("letters-consent");
    app.click("Cancel").expect_none("Ask for consent: Kari Aas");
}

#[test]
fn today_says_who_is_due_and_informs_them_all() {
    for (lang, brightness) in [(Lang::En, "light"), (Lang::Nb, "dark")] {
        let world = World::new();
        world.look(brightness);
        world.make("Kartotek");
        let office = office(&world);
        sample::make(&office, 600, sample::SEED, Arc::default()).wait().unwrap();
        let (first, plan, without) = office
            .write(|desk| {
                let (due, _) = notices::due(desk, notices::SOON, usize::MAX)?;
                let plan = notices::send_due(desk, notices::SOON, &Choice::default(), false, &Progress::default())?;
                let without = due.iter().find(|due| plan.held.iter().any(|(id, _)| *id == due.person));
                Ok((due[0].name.clone(), plan, without.unwrap().name.clone()))
            })
            .wait()
            .unwrap();
        office.close();
        let count = plan.persons.len();
        assert!(count > 1, "the sample has some who are due");
        let mut app = world.start_with(launch(&world, lang));
        let text = |en: &'static str, nb: &'static str| if lang == Lang::En { en } else { nb };
        app.resize(1280.0, 900.0);
        app.type_text(GOOD).key("enter").expect(text("600 persons", "600 personer"));
        app.click(text("Today", "I dag")).expect(&first);
        app.expect_part(text("are to be informed within 7 days", "skal informeres innen 7 dager"));
        app.shot(&format!("letters-today-{lang}"));
        app.click(&first).settle().shot(&format!("letters-from-today-{lang}"));
        // Who is not among the first five is one click away.
        app.click(text("Today", "I dag")).click_id("today-inform-more").expect(&first);
        app.expect_part(text("are to be informed within 7 days", "skal informeres innen 7 dager"));
        app.shot(&format!("letters-due-{lang}"));
        app.click(text("Today", "I dag")).click_id("today-inform");
        let send = text("Send to", "Send til");
        let send = format!("{send} {count} {}", text("persons", "personer"));
        app.expect(&send).shot(&format!("letters-inform-{lang}"));
        app.click(&send);
        app.expect(&format!("{} {count}", text("Notices in the outbox:", "Informasjon lagt i utboksen:")));
        // Whom nothing could be sent to comes first now: those without a legal basis.
        app.expect(&without);
        app.shot(&format!("letters-informed-{lang}"));
    }
}

#[test]
fn the_card_says_it_in_norwegian() {
    let world = World::new();
    furnish(&world);
    let mut app = world.start_with(launch(&world, Lang::Nb));
    app.resize(1280.0, 900.0);
    app.type_text(GOOD).key("enter").expect("2 personer").double_click("Berg, Ola").key("ctrl+4");
    app.expect_part("Informer innen").expect("E-postmarkedsføring").shot("letters-card-nb");
}

#[test]
fn a_template_without_its_objection_says_so() {
    let world = World::new();
    furnish(&world);
    {
        // Left out in the text itself, as somebody does who finds it long.
        let office = office(&world);
        let text = templates::shipped(kartotek::model::template::Base::Notice, Lang::En);
        let start = text.body.find("{% block objection %}").unwrap();
        let end = start + text.body[start..].find("{% endblock %}").unwrap() + "{% endblock %}".len();
        let body = format!("{}{}", &text.body[..start], &text.body[end..]);
        let text = kartotek::model::template::Text { body, ..text };
        office
            .write(move |desk| {
                let key = kartotek::model::template::Base::Notice.into();
                templates::set(desk, &key, Lang::En, "", &text)
            })
            .wait()
            .unwrap();
        office.close();
    }
    let mut app = settings_office::settings(&world, Lang::En, "light");
    app.resize(1280.0, 1400.0);
    app.click("Templates").expect("That one can object, by itself").expect("own text").shot("letters-templates");
    app.click_id("template-subject").key("ctrl+a").type_text("About {{ persn.name }}").settle();
    app.expect_part("The text names what nobody knows: persn.name").shot("letters-template-wrong");
    app.key("ctrl+a").type_text("About you").settle().click_id("template-preview").settle();
    app.expect_part("Fjord AS").shot("letters-template-preview");
    app.click_id("template-save").expect("Saved");
    app.click_id("template-reset").settle().expect_none("own text").shot("letters-template-reset");
}

#[test]
fn templates_in_the_dark_and_in_norwegian() {
    let world = World::new();
    furnish(&world);
    let mut app = settings_office::settings(&world, Lang::Nb, "dark");
    app.resize(1280.0, 1100.0);
    app.click("Maler").expect("Informasjon: opplysninger fra personen selv").shot("letters-templates-nb");
}

#[test]
fn another_text_of_a_kind_and_a_form_for_the_web_site() {
    for (lang, brightness) in [(Lang::En, "light"), (Lang::Nb, "dark")] {
        let world = World::new();
        furnish(&world);
        let before = office(&world);
        let words = before.write(|desk| {
            settings::set(desk, &Setting::from_key("office.contact").unwrap(), "post@example.org")?;
            for language in ["en", "nb"] {
                kartotek::office::wordings::add(desk, list::MARKETING, language, "May we write to you?")?;
            }
            Ok(())
        });
        words.wait().unwrap();
        before.close();
        let mut app = settings_office::settings(&world, lang, brightness);
        app.resize(1280.0, 1000.0);
        let (templates, mail, title, code) = match lang {
            Lang::Nb => ("Maler", "E-postkonto", "Leverandør", "nb"),
            Lang::En | Lang::Sv => ("Templates", "E-mail account", "Provider", "en"),
        };
        app.click(templates).settle();
        app.click_id("template-new").expect_focus("template-new-name").type_text("Fish of the month");
        app.shot(&format!("letters-template-new-{code}"));
        app.click_id("template-create").settle().expect("Fish of the month");
        app.shot(&format!("letters-template-made-{code}"));
        app.click(mail).settle().wheel(title, 40.0).shot(&format!("letters-web-form-{code}"));
        let out = world.path().join("form.html");
        world.outside.answer(&out);
        app.click_id("mail-form-write").settle();
        let page = std::fs::read_to_string(&out).unwrap();
        assert!(page.contains(&format!("lang=\"{code}\"")) && page.contains("May we write to you?"), "{page}");
        app.shot(&format!("letters-web-form-{code}-done"));
    }
}
