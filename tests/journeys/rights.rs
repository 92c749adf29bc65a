//! What somebody sees who may do little here: every action is in its place and says which right it takes and who can
//! grant it, and whom others look after is nowhere.

use iced::Program;
use kartotek::app::{App, Launch, Message};
use kartotek::i18n::Lang;
use kartotek::model::person::{Content, Labelled};
use kartotek::model::{list, user};
use kartotek::office::settings::{self, Setting};
use kartotek::office::{Office, persons};
use kartotek::theme::Theme;
use kartotek::vault::{Passphrase, Proof};

use super::harness::Harness;
use super::start::{GOOD, World};

const HERS: &str = "seven quiet herons crossed";

/// Opens a card file for Kari Nordmann, who may see those whom she looks after, or nobody, and no more.
fn as_kari(
    world: &World,
    lang: Lang,
    brightness: &str,
) -> Harness<impl Program<State = App, Message = Message, Theme = Theme> + use<>> {
    std::fs::create_dir_all(world.path().join("settings")).unwrap();
    std::fs::write(world.path().join("settings/window.json"), format!(r#"{{"brightness": "{brightness}"}}"#)).unwrap();
    world.make("Kartotek");
    let office = Office::open(&world.path().join("Kartotek"), "me", &Passphrase::new(GOOD), Lang::En).unwrap();
    office
        .write(|desk| {
            settings::set(desk, &Setting::from_key("role.trainee.rights").unwrap(), "see")?;
            for (first, last, contact) in [
                ("Åse", "Ødegård", None),
                ("Aase", "Ødegaard", None),
                ("Tor", "Berg", None),
                ("Gry", "Hauk", Some(user::FIRST_ID)),
            ] {
                let content = Content {
                    first_name: first.into(),
                    last_name: last.into(),
                    company: "Fjordfisk AS".into(),
                    emails: vec![Labelled::new(None, "post@example.org".into())],
                    our_contact: contact,
                    ..Content::default()
                };
                persons::add(desk, content, None, list::SOURCE_USER)?;
            }
            Ok(())
        })
        .wait()
        .unwrap();
    let proof = Proof::Passphrase(Passphrase::new(GOOD));
    office.add_user(proof, "Kari Nordmann", "trainee", Passphrase::new(HERS)).wait().unwrap();
    office.close();
    let launch = Launch { vault: Some(world.path().join("Kartotek")), lang: Some(lang), demo: false };
    let mut app = world.start_with(launch);
    app.resize(1280.0, 720.0);
    app.expect_focus("unlock-user").type_text("Kari").key("enter");
    app.expect_focus("unlock-passphrase").type_text(HERS).key("enter").settle();
    app
}

#[test]
fn whom_others_look_after_is_nowhere() {
    let world = World::new();
    let mut app = as_kari(&world, Lang::En, "light");
    app.expect("3 people").expect_none("Hauk, Gry").shot("rights-persons");
    app.key("ctrl+k").type_text("hauk").expect("Nobody found").expect_none("Hauk, Gry").key("escape");
    app.click("Companies").expect_none("4").click("Fjordfisk AS").expect("Berg, Tor").expect_none("Hauk, Gry");
    app.shot("rights-company");
    app.key("ctrl+shift+p").type_text("hauk").expect_none("Hauk, Gry").shot("rights-palette");
}

#[test]
fn every_action_says_which_right_it_takes() {
    for (lang, brightness, name) in [(Lang::En, "light", "en"), (Lang::Nb, "dark", "nb")] {
        let world = World::new();
        let mut app = as_kari(&world, lang, brightness);
        let lacks = |english: &str, norwegian: &str| match lang {
            Lang::Nb => format!("Rollen din mangler rettigheten «{norwegian}». Eier kan gi den."),
            Lang::En | Lang::Sv => format!("Your role lacks the right “{english}”. Owner can grant it."),
        };
        let word = |english: &'static str, norwegian: &'static str| match lang {
            Lang::Nb => norwegian,
            Lang::En | Lang::Sv => english,
        };
        // The people.
        app.hover(word("New person", "Ny person")).expect(&lacks("Create cards", "Opprette kort"));
        app.shot(&format!("rights-new-{name}"));
        app.hover(word("Import", "Importer")).expect(&lacks("Import files", "Importere filer"));
        app.click("Berg, Tor").hover(word("Edit", "Rediger")).expect(&lacks("Edit cards", "Redigere kort"));
        app.shot(&format!("rights-card-{name}"));
        // Two that may be one.
        app.key("escape").key("ctrl+k").type_text("fjordfisk").key("down").key("ctrl+a");
        app.key("escape").key("ctrl+k").type_text("degaard").settle();
        app.shot(&format!("rights-two-{name}"));
        // The journal.
        app.key("ctrl+,").click("Journal").expect_part(&lacks("Read the journal", "Lese journalen"));
        app.shot(&format!("rights-journal-{name}"));
        app.click(word("Check the journal", "Kontroller journalen"));
        app.shot(&format!("rights-journal-checked-{name}"));
        app.click(word("People who work here", "De som arbeider her")).shot(&format!("rights-people-{name}"));
    }
}
