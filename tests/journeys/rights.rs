//! What somebody sees who may do little here: every action is in its place and says which right it takes and who can
//! grant it, and whom others look after is nowhere.

use std::time::Duration;

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
    app.expect("3 persons").expect_none("Hauk, Gry").shot("rights-persons");
    app.key("ctrl+k").type_text("hauk").expect("Nobody matches “hauk”").key("escape");
    app.click("Companies").click("Fjordfisk AS").expect_part("Tor").expect_none("Gry Hauk").expect_none("Hauk, Gry");
    app.shot("rights-company");
    app.key("ctrl+shift+p").type_text("hauk").expect_none("Hauk, Gry").expect_none("Gry Hauk").shot("rights-palette");
}

#[test]
fn every_action_is_in_its_place_and_says_which_right_it_takes() {
    for (lang, brightness, name) in [(Lang::En, "light", "en"), (Lang::Nb, "dark", "nb")] {
        let world = World::new();
        let mut app = as_kari(&world, lang, brightness);
        let word = |english: &'static str, norwegian: &'static str| match lang {
            Lang::Nb => norwegian,
            Lang::En | Lang::Sv => english,
        };
        // What a button says while the mouse rests on it comes after half a second, for the pictures.
        let rest = || std::thread::sleep(Duration::from_millis(600));
        // The people.
        let new = word("New person", "Ny person");
        app.click(new).expect_none(word("Possible duplicates", "Mulige duplikater")).hover(new);
        rest();
        app.settle().shot(&format!("rights-new-{name}"));
        app.click("Berg, Tor").settle().hover(word("Meeting", "Møte"));
        rest();
        app.settle().shot(&format!("rights-card-{name}"));
        let report = word("Privacy report…", "Personvernrapport…");
        app.click_id("card-more")
            .click(report)
            .expect_none(word("Report (art. 15)", "Rapport (art. 15)"))
            .hover(report);
        rest();
        app.settle().shot(&format!("rights-report-{name}"));
        app.key("ctrl+shift+p").type_text(report).settle();
        app.expect(word("Takes the right “Make privacy reports”", "Krever rettigheten «Lage personvernrapporter»"));
        app.key("escape").key("escape");
        // Two that may be one.
        app.key("ctrl+k").type_text("odeg").key("down").key("ctrl+a").settle();
        let merge = word("Merge…", "Slå sammen…");
        app.click(merge).expect_none(word("Stays", "Blir")).hover(merge);
        rest();
        app.settle().shot(&format!("rights-merge-{name}"));
        // What the palette offers.
        app.key("ctrl+shift+p").type_text(word("person", "person")).settle();
        app.expect(word("Takes the right “Create cards”", "Krever rettigheten «Opprette kort»"));
        app.shot(&format!("rights-palette-{name}"));
        app.key("escape");
        // Files.
        app.click_nth(word("Import", "Import"), 0).expect_part(word("“Import files”", "«Importere filer»"));
        app.shot(&format!("rights-import-{name}"));
        // The journal: who may not read it can still check it.
        app.key("ctrl+,").wheel(word("Keeping", "Oppbevaring"), 9.0).click("Journal");
        app.expect_part(word("“Read the journal”. Owner can grant it.", "«Lese journalen». Eier kan gi den."));
        app.shot(&format!("rights-journal-{name}"));
        app.click(word("Check the journal", "Kontroller journalen"));
        app.expect(word("The journal is intact", "Journalen er hel"));
        app.click(word("People who work here", "De som arbeider her")).shot(&format!("rights-people-{name}"));
        app.click(word("Purposes", "Formål")).expect_part(word("“Change settings”", "«Endre innstillinger»"));
        app.shot(&format!("rights-purposes-{name}"));
    }
}
