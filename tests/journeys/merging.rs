//! Two cards about one person: found, compared value by value, made one, and taken back with Ctrl+Z.

use kartotek::app::Launch;
use kartotek::i18n::Lang;
use kartotek::model::basis::{Basis, Decision};
use kartotek::model::list;
use kartotek::model::person::{Content, Labelled};
use kartotek::office::{Office, legal_basis, persons};
use kartotek::vault::Passphrase;

use super::start::{GOOD, World};

/// Makes a card file with two cards of one person, and two people with similar names.
fn furnish(world: &World) {
    world.make("Kartotek");
    let office = Office::open(&world.path().join("Kartotek"), "me", &Passphrase::new(GOOD), Lang::En).unwrap();
    office
        .write(|desk| {
            let card = |first: &str, last: &str, company: &str, email: &str| Content {
                first_name: first.into(),
                last_name: last.into(),
                company: company.into(),
                emails: Some(email)
                    .filter(|email| !email.is_empty())
                    .map(|email| Labelled::new(Some(list::LABEL_WORK), email.to_owned()))
                    .into_iter()
                    .collect(),
                ..Content::default()
            };
            let contract = Decision::new(list::SALES, Basis::Contract, list::SOURCE_USER);
            let mut first = card("Åse", "Ødegård", "Fjordfisk AS", "ase@example.org");
            first.title = "Innkjøper".into();
            let mut second = card("Aase", "Ødegaard", "Fjordfisk AS", "ase@example.org");
            second.website = "https://example.org".into();
            let first = persons::add(desk, first, Some(&contract), list::SOURCE_USER)?.id;
            let second = persons::add(desk, second, Some(&contract), list::SOURCE_USER)?.id;
            let consent = Decision::new(list::MARKETING, Basis::Consent, list::SOURCE_USER);
            legal_basis::decide(desk, first, &consent, None)?;
            let withdrawn = Decision::new(list::MARKETING, Basis::Withdrawn, list::SOURCE_USER);
            legal_basis::decide(desk, second, &withdrawn, None)?;
            persons::add(
                desk,
                card("Kari", "Nordli", "Skog AB", "kari@example.org"),
                Some(&contract),
                list::SOURCE_USER,
            )?;
            persons::add(desk, card("Kari", "Nordlie", "Skog AB", ""), Some(&contract), list::SOURCE_USER)
        })
        .wait()
        .unwrap();
    office.close();
}

fn launch(world: &World, lang: Lang) -> Launch {
    Launch { vault: Some(world.path().join("Kartotek")), lang: Some(lang), demo: false }
}

#[test]
fn duplicates_are_compared_merged_and_taken_back() {
    let world = World::new();
    furnish(&world);
    let mut app = world.start_with(launch(&world, Lang::En));
    app.type_text(GOOD).key("enter").expect("4 persons").key("ctrl+,");
    app.click("Card file and backups")
        .click("Look for duplicates…")
        .expect("2 pairs")
        .expect_focus("merge-pairs")
        .shot("merge-pairs");
    app.key("enter").expect_part("Merge into Åse Ødegård").expect_focus("merge-merge").shot("merge-compare");
    app.click("Aase").click("Merge 2 cards").expect("one pair").shot("merge-one-left");
    app.click("They are two persons").expect("No duplicates found").shot("merge-none");
    app.key("escape").click("Persons").expect("3 persons").expect_part("Ødegård, Aase");
    app.key("ctrl+z")
        .expect("4 persons")
        .expect_part("Ødegård, Åse")
        .expect("Taken back: merging two cards into Aase Ødegård")
        .shot("merge-undone");
    app.key("ctrl+y").expect("3 persons").expect_part("Ødegård, Aase");
    app.key("ctrl+,").click("Card file and backups").click("Look for duplicates…").expect("No duplicates found");
    app.click("Earlier merges…")
        .expect_focus("merge-earlier")
        .expect("Aase Ødegård, Fjordfisk AS")
        .expect("Can be taken back")
        .shot("merge-earlier");
    app.click("Take back").expect("No cards were merged").shot("merge-earlier-none");
    app.key("escape").expect("one pair").key("escape").click("Persons").expect("4 persons");
}

#[test]
fn two_that_are_selected_become_one_in_norwegian_and_dark() {
    let world = World::new();
    furnish(&world);
    let mut app = world.start_with(launch(&world, Lang::Nb));
    app.type_text(GOOD).key("enter").expect("4 personer").key("ctrl+k").type_text("fjordfisk");
    app.key("down").key("ctrl+a").click("Slå sammen…");
    app.expect_part("Slå sammen til").expect("Blir").expect("Blir del av det").shot("merge-compare-nb");
    app.click("Bytt om").expect("Slå sammen til Åse Ødegård").shot("merge-swapped-nb");
    app.key("escape").expect_none("Blir");
}
