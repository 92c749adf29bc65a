//! The types of mailings on a person's card: one click an answer, and Ctrl+Z takes it back.

use kartotek::app::Launch;
use kartotek::i18n::Lang;
use kartotek::model::basis::{Basis, Decision};
use kartotek::model::list::{self, List};
use kartotek::model::person::Content;
use kartotek::model::subscription::Said;
use kartotek::office::{Office, legal_basis, persons, subscriptions};
use kartotek::vault::Passphrase;

use super::start::{GOOD, World};

/// Makes a card file with somebody who consented and refused a type, and somebody who objected.
fn furnish(world: &World) {
    world.make("Kartotek");
    let office = Office::open(&world.path().join("Kartotek"), "me", &Passphrase::new(GOOD), Lang::En).unwrap();
    office
        .write(|desk| {
            for (first, last, basis) in [("Kari", "Aas", Basis::Consent), ("Ola", "Berg", Basis::Objected)] {
                let content = Content {
                    first_name: first.into(),
                    last_name: last.into(),
                    no_mailings: basis == Basis::Objected,
                    interests: list::shipped_id(List::Interest, List::Interest.shipped()[0]).into_iter().collect(),
                    ..Content::default()
                };
                let id = persons::add(desk, content, None, list::SOURCE_USER)?.id;
                legal_basis::decide(desk, id, &Decision::new(list::MARKETING, basis, list::SOURCE_USER), None)?;
                let kind = list::shipped_id(List::Subscription, "promotions").unwrap();
                let source = list::shipped_id(List::Source, "phone").unwrap();
                let said = Said { source, comment: "Ringte på mandag".into(), ..Said::new(kind, false) };
                subscriptions::set(desk, id, &said)?;
            }
            Ok(())
        })
        .wait()
        .unwrap();
    office.close();
}

fn launch(world: &World, lang: Lang) -> Launch {
    Launch { vault: Some(world.path().join("Kartotek")), lang: Some(lang), demo: false }
}

#[test]
fn answers_are_given_with_one_click_and_taken_back() {
    let world = World::new();
    furnish(&world);
    let mut app = world.start_with(launch(&world, Lang::En));
    app.type_text(GOOD).key("enter").expect("2 persons").double_click("Aas, Kari").key("ctrl+4");
    app.expect("Subscriptions").expect_part("Ringte på mandag").shot("subscriptions-en");
    app.click_id("card-subscription-news-no").expect_part("Created by user");
    app.expect_part("Saved: subscriptions of Kari Aas").shot("subscriptions-refused");
    app.key("ctrl+z").expect_part("Taken back: subscriptions of Kari Aas");
    app.key("ctrl+k").type_text("ola").key("enter").expect("Ola Berg").key("ctrl+4");
    app.expect("No mailings: the person objected to direct marketing.").shot("subscriptions-stopped");
}

#[test]
fn the_block_reads_well_in_every_language_and_in_the_dark() {
    let seen = [(Lang::Nb, "nb-dark", "dark", "2 personer"), (Lang::Sv, "sv", "light", "2 personer")];
    for (lang, name, brightness, people) in seen {
        let world = World::new();
        furnish(&world);
        std::fs::create_dir_all(world.path().join("settings")).unwrap();
        let kept = format!(r#"{{"brightness": "{brightness}"}}"#);
        std::fs::write(world.path().join("settings/window.json"), kept).unwrap();
        let mut app = world.start_with(launch(&world, lang));
        app.type_text(GOOD).key("enter").expect(people).double_click("Berg, Ola").key("ctrl+4");
        app.shot(&format!("subscriptions-{name}"));
    }
}
