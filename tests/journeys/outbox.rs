//! Setting up the account for mail, trying it, and the outbox.

use std::time::Duration;

use iced::Program;
use kartotek::app::{App, Launch, Message};
use kartotek::i18n::Lang;
use kartotek::model::outbox::Channel;
use kartotek::model::person::{Content, Labelled};
use kartotek::model::setting::{Plain, Setting};
use kartotek::office::erasure::{self, Telling, Wanted};
use kartotek::office::mail::sending::Way;
use kartotek::office::{Office, persons, settings};
use kartotek::theme::Theme;
use kartotek::transfer::smtp::Trust;
use kartotek::vault::Passphrase;

use super::harness::Harness;
use super::mail_server::{At, Manner, PASSWORD, Server, USER};
use super::start::{GOOD, World};

/// Erases somebody who is to be told by mail.
fn erase(office: &Office, first: &str) {
    let content = Content {
        first_name: first.into(),
        last_name: "Nordmann".into(),
        emails: vec![Labelled::new(None, format!("{}@example.com", first.to_lowercase()))],
        ..Content::default()
    };
    let id = office
        .write(move |desk| Ok(persons::add(desk, content, None, kartotek::model::list::SOURCE_USER)?.id))
        .wait()
        .unwrap();
    let telling = Telling::Wait(Channel::Mail);
    let wanted = Wanted { telling, ..Wanted::new(vec![id]) };
    erasure::carry_out(office, wanted, &std::sync::Arc::default()).unwrap();
}

fn world(server: &Server) -> World {
    World::with_mail(Way { trust: Trust::Also(server.authority.clone()), longest: Duration::from_secs(20) })
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

#[test]
fn the_account_is_set_up_and_tried_and_what_waits_leaves() {
    let server = Server::start(true, Manner::Good);
    let world = world(&server);
    world.make("Kartotek");
    let office = Office::open(&world.path().join("Kartotek"), "me", &Passphrase::new(GOOD), Lang::En).unwrap();
    erase(&office, "Kari");
    office.close();
    let mut app = open(&world, Lang::En, "light");
    app.click("Outbox").expect("Nothing leaves yet").expect("Waiting (1)").expect("Kari Nordmann");
    app.shot("outbox-no-account");
    app.click("Set up the account").expect("Choose who runs the mailbox");
    app.shot("outbox-account-empty");
    // In the order in which they are asked for: who signs in, the server, the limits; the test comes last.
    app.resize(1400.0, 2600.0);
    let tops = ["Choose who runs the mailbox", "Address and password", "Server", "Limits", "In every message", "Test"]
        .map(|heading| app.find_place(heading).y);
    assert!(tops.is_sorted(), "{tops:?}");
    for (field, typed) in [
        ("setting-mail.user", USER),
        ("setting-mail.password", PASSWORD),
        ("setting-mail.host", "localhost"),
        ("setting-mail.port", &server.port.to_string()),
    ] {
        app.click_id(field).type_text(typed).key("enter").settle();
    }
    // What is tried is what was saved.
    app.expect_times("Reset", 4).shot("outbox-account-typed");
    app.click_id("mail-try").expect("The server has accepted the message. Look in your inbox.");
    app.expect("You are signed in.").shot("outbox-account-tried");
    assert!(server.messages().iter().any(|message| message.to == USER));
    // What waited has left meanwhile, and is kept nowhere.
    app.click("Outbox").click("Send now").settle();
    app.expect("Waiting (0)").shot("outbox-sent");
    assert!(server.messages().iter().any(|message| message.to == "kari@example.com"));
}

fn account(office: &Office, server: &Server) {
    let port = server.port.to_string();
    let values =
        [(Plain::MailHost, "localhost".to_owned()), (Plain::MailPort, port), (Plain::MailFrom, USER.to_owned())];
    let set = office.write(move |desk| {
        values.iter().try_for_each(|(plain, value)| settings::set(desk, &Setting::Plain(*plain), value).map(|_| ()))
    });
    set.wait().unwrap();
}

#[test]
fn what_did_not_go_is_shown_with_its_reason() {
    for (manner, lang, brightness, name) in [
        (Manner::Drops(At::Text), Lang::En, "light", "unknown"),
        (Manner::Refuses(At::To, 550), Lang::Nb, "dark", "failed"),
        (Manner::OtherName, Lang::Sv, "light", "stuck"),
    ] {
        let server = Server::start(true, manner);
        let world = world(&server);
        world.make("Kartotek");
        let office = Office::open(&world.path().join("Kartotek"), "me", &Passphrase::new(GOOD), Lang::En).unwrap();
        account(&office, &server);
        erase(&office, "Kari");
        erase(&office, "Ola");
        office.close();
        let mut app = open(&world, lang, brightness);
        app.settle().shot(&format!("outbox-{name}-note"));
        app.click_nth(
            if lang == Lang::En {
                "Outbox"
            } else if lang == Lang::Nb {
                "Utboks"
            } else {
                "Utkorg"
            },
            0,
        );
        app.settle().shot(&format!("outbox-{name}"));
        match name {
            "unknown" => {
                app.expect("To look at (2)").expect("May have been sent");
                app.expect_part("Look in your Sent folder").click("Send again").settle();
            }
            "failed" => _ = app.expect_part("serveren avviste det (550)"),
            _ => _ = app.expect_part("Väntar (2)").expect_part("certifikatet är inte ett"),
        }
    }
}
