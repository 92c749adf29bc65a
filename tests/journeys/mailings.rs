//! A mailing to a selection of people of whom only some may get it: planned, sent, looked at, and stopped.

use std::time::Duration;

use iced::Program;
use kartotek::app::{App, Launch, Message};
use kartotek::i18n::Lang;
use kartotek::model::basis::{Basis, Decision};
use kartotek::model::list::{self, List};
use kartotek::model::notice::Way as Told;
use kartotek::model::person::{Content, Id, Labelled};
use kartotek::model::restriction::Ground;
use kartotek::model::setting::{Plain, Setting};
use kartotek::model::subscription::Said;
use kartotek::office::mail::notices;
use kartotek::office::mail::sending::Way;
use kartotek::office::subject::Subject;
use kartotek::office::{Office, legal_basis, persons, selections, settings, states, subscriptions};
use kartotek::theme::Theme;
use kartotek::transfer::smtp::Trust;
use kartotek::vault::Passphrase;

use super::harness::Harness;
use super::mail_server::{Manner, Server, USER};
use super::start::{GOOD, World};

fn add(office: &Office, first: &str, last: &str, email: &str, consents: bool) -> Id {
    let mut content = Content { first_name: first.into(), last_name: last.into(), ..Content::default() };
    content.country = "NO".into();
    if !email.is_empty() {
        content.emails.push(Labelled::new(None, email.into()));
    }
    let add = office.write(move |desk| {
        let id = persons::add(desk, content, None, list::SOURCE_USER)?.id;
        if consents {
            legal_basis::decide(desk, id, &Decision::new(list::MARKETING, Basis::Consent, list::SOURCE_USER), None)?;
        }
        notices::note(desk, &Subject::Persons([id].into()), Told::Oral, None, "")?;
        Ok(id)
    });
    add.wait().unwrap()
}

/// Lets people of seven kinds stand in a selection.
fn people(office: &Office) {
    let kari = add(office, "Kari", "Nordmann", "kari@example.com", true);
    let ola = add(office, "Ola", "Nordmann", "ola@example.com", true);
    let same = add(office, "Olaf", "Nordmann", "OLA@example.com", true);
    let none = add(office, "Åse", "Ødegård", "", true);
    let silent = add(office, "Tor", "Øverland", "tor@example.com", false);
    let objects = add(office, "Liv", "Berg", "liv@example.com", true);
    let refuses = add(office, "Nils", "Havn", "nils@example.com", true);
    let closed = add(office, "Geir", "Strand", "geir@example.com", true);
    let ids: Vec<i64> = [kari, ola, same, none, silent, objects, refuses, closed].iter().map(|id| id.0).collect();
    let done = office.write(move |desk| {
        let new = selections::New { name: "Sommerkunder".into(), ..selections::New::default() };
        selections::create_of(desk, &new, &ids)?;
        states::object(desk, objects, list::MARKETING, "", None)?;
        let news = list::shipped_id(List::Subscription, "news").unwrap();
        for kind in ["invitations", "news", "promotions", "urgent"] {
            let kind = list::shipped_id(List::Subscription, kind).unwrap_or(news);
            subscriptions::set(desk, refuses, &Said::new(kind, false))?;
        }
        states::restrict(desk, closed, Ground::Accuracy, "").map(drop)
    });
    done.wait().unwrap();
}

fn account(office: &Office, port: u16) {
    let values = [
        (Plain::MailHost, "localhost".to_owned()),
        (Plain::MailPort, port.to_string()),
        (Plain::MailFrom, USER.to_owned()),
        (Plain::OfficeName, "Fjordfisk AS".to_owned()),
    ];
    let set = office.write(move |desk| {
        values.iter().try_for_each(|(plain, value)| settings::set(desk, &Setting::Plain(*plain), value).map(|_| ()))
    });
    set.wait().unwrap();
}

fn open(
    world: &World,
    lang: Lang,
    brightness: &str,
) -> Harness<impl Program<State = App, Message = Message, Theme = Theme> + use<>> {
    std::fs::create_dir_all(world.path().join("settings")).unwrap();
    std::fs::write(world.path().join("settings/window.json"), format!(r#"{{"brightness": "{brightness}"}}"#)).unwrap();
    let launch = Launch { vault: Some(world.path().join("Kartotek")), lang: Some(lang), demo: false };
    let mut app = world.start_with(launch);
    app.resize(1400.0, 900.0);
    app.expect_focus("unlock-passphrase").type_text(GOOD).key("enter").settle();
    app
}

fn prepared(server: &Server, lang: Lang) -> World {
    let way = Way { trust: Trust::Also(server.authority.clone()), longest: Duration::from_secs(20) };
    let world = World::with_mail(way);
    world.make("Kartotek");
    let office = Office::open(&world.path().join("Kartotek"), "me", &Passphrase::new(GOOD), lang).unwrap();
    account(&office, server.port);
    people(&office);
    office.close();
    world
}

#[test]
fn exactly_those_get_a_mailing_who_may() {
    let server = Server::start(true, Manner::Good);
    let world = prepared(&server, Lang::En);
    let mut app = open(&world, Lang::En, "light");
    app.click("Mailings").expect("No mailings yet").shot("mailings-none");
    app.click_nth("New mailing", 0).expect_focus("mailing-name").type_text("Summer letter");
    app.expect("Choose a selection to see who gets it.");
    app.click_id("mailing-selection").type_text("Sommer").key("enter").settle();
    app.expect("2 of 8 get it").expect("Same address").expect("No e-mail address").expect("No consent");
    app.expect("Objects").expect("Refused this type").expect("Restricted").shot("mailing-new");
    app.click_id("mailing-subject").type_text("New fish in May");
    app.click_id("mailing-text").type_text("We have cod and haddock.").settle();
    app.expect_part("We have cod and haddock.").shot("mailing-written");
    // What is written is not lost by a slip of the finger.
    app.key("escape").expect("Keep editing").key("escape").settle();
    app.expect("Send 2 messages").click("Send 2 messages").settle();
    app.expect("Done").shot("mailing-sent");
    let mut to: Vec<String> = server.messages().iter().map(|message| message.to.to_lowercase()).collect();
    to.sort();
    assert_eq!(to, ["kari@example.com", "ola@example.com"]);
    for message in server.messages() {
        let text = String::from_utf8_lossy(&message.data);
        assert!(text.contains("List-Unsubscribe") && text.contains("Subject: New fish in May"), "{text}");
    }
    // One click lists those of a kind, and another opens the card.
    app.click("Objects").settle();
    app.expect("Liv Berg").expect_none("Kari Nordmann").double_click("Liv Berg").settle();
    app.expect_part("liv@example.com");
}

#[test]
fn a_mailing_waits_and_ends() {
    let server = Server::start(true, Manner::Good);
    for (lang, brightness) in [(Lang::Nb, "dark"), (Lang::Sv, "light")] {
        let world = prepared(&server, lang);
        let mut app = open(&world, lang, brightness);
        let code = lang.code();
        let (rail, new, stop, remove, stopped) = match lang {
            Lang::Sv => ("Utskick", "Nytt utskick", "Stoppa", "Ta bort 2 meddelanden", "Stoppat"),
            Lang::Nb | Lang::En => ("Utsendelse", "Ny utsendelse", "Stopp", "Fjern 2 meldinger", "Stoppet"),
        };
        app.click_nth(rail, 0).click_nth(new, 0).expect_focus("mailing-name").type_text("Sommerbrev");
        app.click_id("mailing-selection").type_text("Sommer").key("enter").settle();
        app.click_id("mailing-text").type_text("Vi har fisk.");
        app.click_id("mailing-day").type_text("+3d").settle();
        app.shot(&format!("mailing-{code}-new"));
        app.click_id("mailing-send").settle();
        app.shot(&format!("mailing-{code}-planned"));
        app.click_id("mailing-pause").settle();
        app.shot(&format!("mailing-{code}-paused"));
        app.click(stop).settle();
        app.shot(&format!("mailing-{code}-stop"));
        app.click(remove).settle();
        app.expect(stopped).shot(&format!("mailing-{code}-stopped"));
    }
    assert!(server.messages().is_empty(), "nothing of it left");
}

#[test]
fn a_mailing_that_is_being_written_is_there_again_after_the_lock_and_is_asked_for_at_the_end() {
    let server = Server::start(true, Manner::Good);
    let world = prepared(&server, Lang::En);
    let mut app = open(&world, Lang::En, "dark");
    app.click("Mailings").click_nth("New mailing", 0).expect_focus("mailing-name").type_text("Summer letter");
    app.click_id("mailing-selection").type_text("Sommer").key("enter").settle();
    app.click_id("mailing-text").type_text("We have cod and haddock.").settle();
    app.key("ctrl+shift+l").expect("Open the card file").expect_none("Summer letter");
    app.expect_focus("unlock-passphrase").type_text(GOOD).key("enter").settle();
    app.expect("What you had typed and not saved is back.").expect("2 of 8 get it");
    app.expect_part("We have cod and haddock.").shot("mailing-back-after-the-lock");
    app.close().expect("Leave the form?").key("escape").settle();
    app.click("Send 2 messages").settle().expect("Done");
    assert_eq!(server.messages().len(), 2);
    // What the person was in stands on the card.
    app.click("Persons").settle().double_click("Nordmann, Kari").settle();
    app.click("Interests")
        .settle()
        .expect("Mailings to this person")
        .expect("Summer letter")
        .shot("mailing-on-the-card");
}

#[test]
fn a_breach_concerns_those_in_the_trash_too() {
    let server = Server::start(true, Manner::Good);
    let world = prepared(&server, Lang::Nb);
    let office = Office::open(&world.path().join("Kartotek"), "me", &Passphrase::new(GOOD), Lang::Nb).unwrap();
    office
        .write(|desk| {
            let found = selections::all(desk)?.into_iter().find(|one| one.name == "Sommerkunder").unwrap();
            let first = selections::page(desk, found.id, 1, 0)?;
            let whom = Subject::Persons([Id(first[0])].into());
            kartotek::office::trash::put(desk, &[whom], false, "", &kartotek::office::Progress::default())
        })
        .wait()
        .unwrap();
    office.close();
    let mut app = open(&world, Lang::Nb, "light");
    app.click("Utsendelse").click_nth("Ny utsendelse", 0).expect_focus("mailing-name").type_text("Brudd");
    app.click("Varsel om brudd (art. 34)").settle();
    app.click_id("mailing-selection").type_text("Sommer").key("enter").settle();
    app.expect_part("Én av dem ligger i papirkurven").shot("mailing-breach-in-trash");
}
