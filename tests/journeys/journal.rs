//! The journal in the window: read by person and kind, checked in words, its end copied and compared; and the history
//! of a card.

use kartotek::app::Launch;
use kartotek::i18n::Lang;
use kartotek::model::list;
use kartotek::model::person::Content;
use kartotek::office::{Office, journal, persons};
use kartotek::vault::Passphrase;

use super::start::{GOOD, World};

impl World {
    fn opened_in(&self, lang: Lang) -> Launch {
        Launch { vault: Some(self.path().join("Kartotek")), lang: Some(lang), demo: false }
    }

    /// Makes a card file in which something was done to people.
    fn with_history(&self) {
        self.make("Kartotek");
        let office = Office::open(&self.path().join("Kartotek"), "me", &Passphrase::new(GOOD), Lang::En).unwrap();
        for (first, last) in [("Kari", "Nordli"), ("Åse", "Ødegård"), ("Tor", "Berg")] {
            let company = "Fjordfisk AS".to_owned();
            let content = Content { first_name: first.into(), last_name: last.into(), company, ..Content::default() };
            let added = office.write(move |desk| persons::add(desk, content, None, list::SOURCE_USER)).wait().unwrap();
            for title in ["Buyer", "Head of purchasing"] {
                let id = added.id;
                let save = office.write(move |desk| {
                    let seen = persons::get(desk, id)?;
                    let mut content = seen.content;
                    (content.title, content.website) = (title.to_owned(), format!("https://{}.example", title.len()));
                    persons::save(desk, id, content, seen.updated_at).map(drop)
                });
                save.wait().unwrap();
            }
        }
        office.close();
    }

    fn end(&self) -> String {
        let office = Office::open(&self.path().join("Kartotek"), "me", &Passphrase::new(GOOD), Lang::En).unwrap();
        let end = office.read(|desk| Ok(journal::code(&journal::end(desk)?))).wait().unwrap();
        office.close();
        end
    }

    fn looks(&self, brightness: &str) {
        std::fs::create_dir_all(self.path().join("settings")).unwrap();
        let window = format!(r#"{{"brightness": "{brightness}"}}"#);
        std::fs::write(self.path().join("settings/window.json"), window).unwrap();
    }
}

#[test]
fn the_journal_is_read_by_person_and_kind_and_checked() {
    let world = World::new();
    world.with_history();
    let noted = world.end();
    let mut app = world.start_with(world.opened_in(Lang::En));
    app.type_text(GOOD).key("enter").expect("Persons").key("ctrl+,").wheel("Keeping", 9.0).click("Journal");
    app.expect("Person added").expect("Kari Nordli").expect("Title, Website").shot("journal-all");
    app.resize(960.0, 600.0).shot("journal-small");
    app.resize(1100.0, 720.0);
    // By person: a name is typed, and whom it means chosen.
    app.click_id("journal-person").type_text("nord").expect_part("Nordli").key("down").key("enter");
    app.expect("3 entries").expect_none("Tor Berg").shot("journal-person");
    // By kind as well: nothing of it was looked up or handed out.
    app.click_id("journal-kind").type_text("looked").key("enter").expect("No entries").shot("journal-nothing");
    app.click_id("journal-kind").type_text("persons").key("enter").expect("3 entries");
    app.click_id("journal-from").type_text("1.1.2100").expect("No entries").click("Show all entries");
    app.expect("Tor Berg").expect("11 entries");
    // Checked, in words.
    app.click("Check the journal").expect("The journal is intact").shot("journal-checked");
    // The end is copied, and one that was noted earlier is found again.
    app.click_id("journal-copy");
    let copied = app.clipboard().unwrap().to_owned();
    assert_eq!(copied.split('-').count(), 17, "{copied}");
    app.click_id("journal-noted").type_text(&noted).click("Compare").expect_part("the journal goes on from there");
    app.shot("journal-compared");
    app.click_id("journal-noted").key("ctrl+a").type_text("3-0000-0000-0000-0000").key("enter");
    app.expect_part("is not the one that was noted");
    // The card an entry is about is a click away, with what was done to it.
    app.click("Tor Berg").expect("Fjordfisk AS").key("ctrl+6").expect("Person changed").expect("Title, Website");
    app.shot("card-history");
}

#[test]
fn the_journal_and_a_history_in_norwegian_and_in_the_dark() {
    for (brightness, lang, name) in
        [("light", Lang::Nb, "nb"), ("dark", Lang::En, "dark"), ("dark", Lang::Sv, "sv-dark")]
    {
        let world = World::new();
        world.looks(brightness);
        world.with_history();
        let mut app = world.start_with(world.opened_in(lang));
        let (check, keeping) = match lang {
            Lang::En => ("Check the journal", "Keeping"),
            Lang::Nb => ("Kontroller journalen", "Oppbevaring"),
            Lang::Sv => ("Kontrollera journalen", "Lagring"),
        };
        app.type_text(GOOD).key("enter").key("ctrl+,").wheel(keeping, 9.0).click("Journal").expect("Tor Berg");
        app.click(check).shot(&format!("journal-all-{name}"));
        app.click("Tor Berg").expect("Fjordfisk AS").key("ctrl+6").shot(&format!("card-history-{name}"));
    }
}
