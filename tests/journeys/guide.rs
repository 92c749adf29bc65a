//! The guide, the steps to prepare the office, and the pictures that the guide shows.

use std::path::Path;

use iced::Program;
use kartotek::app::{App, Launch, Message};
use kartotek::i18n::{self, Lang};
use kartotek::model::activity::Content as Doing;
use kartotek::model::basis::{Basis, Decision};
use kartotek::model::list::{self, List};
use kartotek::model::person::{Address, Content, Labelled};
use kartotek::model::setting::Setting;
use kartotek::model::{Moment, journal};
use kartotek::office::journal::Wanted;
use kartotek::office::{Desk, Error, Office, activities, legal_basis, persons, preparation, settings, setup};
use kartotek::theme::Theme;
use kartotek::vault::Passphrase;

use super::harness::Harness;
use super::start::{GOOD, World};

/// The pictures of the guide; each is the end of a part of [`draw`].
const PICTURES: [&str; 5] = ["import", "card", "basis", "steps", "report"];

fn decide(desk: &mut Desk<'_>, key: &str, value: &str) -> Result<(), Error> {
    settings::set(desk, &Setting::from_key(key).unwrap(), value).map(drop)
}

/// Returns what was said on the phone, met about, and written down.
fn words(lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::En => [
            "Asked about the offer for the season, will decide on Friday",
            "Season meeting at the trade fair",
            "Kari Nordli takes over the orders in June",
        ],
        Lang::Nb => [
            "Spurte om tilbudet for sesongen, bestemmer seg på fredag",
            "Sesongmøte på messen",
            "Kari Nordli tar over bestillingene i juni",
        ],
        Lang::Sv => [
            "Frågade om offerten för säsongen, bestämmer sig på fredag",
            "Säsongsmöte på mässan",
            "Kari Nordli tar över beställningarna i juni",
        ],
    }
}

/// Makes a card file with four invented people.
fn furnish(world: &World, lang: Lang) {
    let (office, _) = Office::create(&world.path().join("Kartotek"), &Passphrase::new(GOOD), lang).unwrap();
    office
        .write(move |desk| {
            setup::confirm_recovery(desk)?;
            for (key, value) in [
                ("office.name", "Nordlys Kontor AS"),
                ("office.address", "Kaigata 4\n9008 Tromsø"),
                ("office.country", "NO"),
                ("office.contact", "post@example.org"),
            ] {
                decide(desk, key, value)?;
            }
            let fair = list::shipped_id(List::Source, "fair").unwrap();
            let contract = Decision::new(list::SALES, Basis::Contract, fair);
            let mut first = None;
            for (given, family, company) in [
                ("Åse", "Ødegård", "Fjordfisk AS"),
                ("Kari", "Nordli", "Fjordfisk AS"),
                ("Lars", "Lindqvist", "Skånes Bryggeri AB"),
                ("Märta", "Nyström", "Aurora Resor AB"),
            ] {
                let mail = format!("{}@example.org", i18n::fold::fold(given));
                let note = if first.is_none() { words(lang)[2] } else { "" };
                let content = Content {
                    first_name: given.into(),
                    last_name: family.into(),
                    company: company.into(),
                    emails: vec![Labelled::new(Some(list::LABEL_WORK), mail)],
                    phones: vec![Labelled::new(Some(list::LABEL_MOBILE), "+47 900 10 200".into())],
                    addresses: vec![Labelled::new(
                        None,
                        Address {
                            street: "Kaia 7".into(),
                            postcode: "6002".into(),
                            city: "Ålesund".into(),
                            ..Address::default()
                        },
                    )],
                    country: "NO".into(),
                    note: note.into(),
                    ..Content::default()
                };
                let id = persons::add(desk, content, Some(&contract), fair)?.id;
                first.get_or_insert(id);
            }
            let ase = first.unwrap();
            let comment = i18n::text(lang, "item-source-fair");
            let consent = Decision { comment, ..Decision::new(list::MARKETING, Basis::Consent, fair) };
            legal_basis::decide(desk, ase, &consent, None)?;
            let texts = words(lang);
            for (kind, text) in
                [list::ACTIVITY_CALL, list::ACTIVITY_MEETING, list::ACTIVITY_NOTE].into_iter().zip(texts)
            {
                let doing = Doing { person: Some(ase), ..Doing::new(kind, Moment::now()) };
                activities::add(desk, Doing { text: text.into(), ..doing })?;
            }
            Ok(())
        })
        .wait()
        .unwrap();
    office.close();
}

fn open(world: &World, lang: Lang) -> Harness<impl Program<State = App, Message = Message, Theme = Theme> + use<>> {
    let launch = Launch { vault: Some(world.path().join("Kartotek")), lang: Some(lang), demo: false };
    let mut app = world.start_with(launch);
    app.resize(1280.0, 760.0);
    app.type_text(GOOD).key("enter").expect(&say(lang, "frame-today"));
    app
}

fn say(lang: Lang, key: &str) -> String {
    i18n::text(lang, key)
}

/// Draws the pictures of the guide in a language.
fn draw(lang: Lang) -> Vec<(&'static str, std::path::PathBuf)> {
    let world = World::new();
    furnish(&world, lang);
    let mut app = open(&world, lang);
    let mut drawn = Vec::new();
    let mut shot = |name: &'static str, path| drawn.push((name, path));
    let of = |name: &str| format!("guide-{name}-{}", lang.code());

    app.key("ctrl+k").type_text("odegard").key("enter").expect("Åse Ødegård");
    shot("card", app.shot(&of("card")));
    app.key("ctrl+l").expect(&say(lang, "basis-withdraw"));
    shot("basis", app.shot(&of("basis")));
    app.key("escape").click_id("card-more").click_id("card-report").expect_focus("reporting-sections");
    app.key("f8").expect_focus("reporting-passage-0");
    shot("report", app.shot(&of("report")));
    app.key("escape").key("escape").click(&say(lang, "frame-today")).expect(&say(lang, "steps-title"));
    shot("steps", app.shot(&of("steps")));
    app.key("ctrl+i").expect(&say(lang, "import-drop"));
    app.drop_file(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/import/outlook_nb.csv"));
    app.expect(&say(lang, "continue")).click(&say(lang, "continue"));
    app.click(&say(lang, "item-basis-contract")).click(&say(lang, "continue")).expect(&say(lang, "import-tile-all"));
    shot("import", app.shot(&of("import")));
    drawn
}

#[test]
fn every_picture_of_the_guide_can_be_drawn() {
    let drawn: Vec<&str> = draw(Lang::En).into_iter().map(|(name, _)| name).collect();
    assert!(drawn.len() == PICTURES.len() && PICTURES.iter().all(|name| drawn.contains(name)), "{drawn:?}");
}

/// Draws the pictures of the README, in the window of sample persons.
fn draw_readme() -> [(&'static str, std::path::PathBuf); 3] {
    let world = World::new();
    let mut app = world.start_with(Launch { vault: None, lang: Some(Lang::En), demo: true });
    app.resize(1280.0, 800.0).expect_focus("persons-list");
    app.key("ctrl+k").type_text("odeg").expect("8 found").key("enter").expect("Anne Lise Ødegaard").expect("Edit");
    let card = app.shot("readme-card");
    app.key("ctrl+l").expect("Withdraw consent");
    let basis = app.shot("readme-legal-basis");
    app.key("escape").key("ctrl+i").expect(&say(Lang::En, "import-drop"));
    app.drop_file(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/import/outlook_nb.csv"));
    app.expect("Continue").click("Continue").click("Contract").click("Continue").expect("Import 5 persons");
    let import = app.shot("readme-import");
    [("card", card), ("legal-basis", basis), ("import", import)]
}

#[test]
fn every_picture_of_the_readme_can_be_drawn() {
    let readme = include_str!("../../README.md");
    for (name, _) in draw_readme() {
        assert!(readme.contains(&format!("assets/pictures/{name}.png")), "{name}");
    }
}

/// Takes the pictures over into the guide and the README: `.ci/guide-pictures`.
#[test]
#[ignore = "writes into the sources"]
fn pictures_are_taken_over() {
    let into = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/guide/pictures");
    for lang in Lang::ALL {
        for (name, path) in draw(lang) {
            let picture = image::open(path).unwrap().into_rgb8();
            std::fs::write(into.join(lang.code()).join(format!("{name}.png")), squeezed(&picture)).unwrap();
        }
    }
    let into = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/pictures");
    for (name, path) in draw_readme() {
        let picture = image::open(path).unwrap().into_rgb8();
        std::fs::write(into.join(format!("{name}.png")), squeezed(&picture)).unwrap();
    }
}

/// Returns a picture with no more than 256 colours: what a window shows has few, and takes a quarter of the room then.
///
/// One after the other, the colour is taken that is farthest from those that were taken, counted by how often it is
/// seen: what is rare and shouts stays as well.
fn squeezed(picture: &image::RgbImage) -> Vec<u8> {
    let mut counts = std::collections::BTreeMap::new();
    for pixel in picture.pixels() {
        *counts.entry(pixel.0).or_insert(0_u32) += 1;
    }
    let far = |one: &[u8; 3], other: &[u8; 3]| -> f64 {
        one.iter().zip(other).map(|(one, other)| f64::from(one.abs_diff(*other)).powi(2)).sum()
    };
    let mut left: Vec<([u8; 3], f64, f64)> =
        counts.into_iter().map(|(colour, count)| (colour, f64::from(count).sqrt(), f64::MAX)).collect();
    let mut colours: Vec<[u8; 3]> = Vec::new();
    while colours.len() < 256 {
        let next = left.iter().max_by(|one, other| (one.1 * one.2).total_cmp(&(other.1 * other.2))).unwrap();
        if next.2 == 0.0 {
            break;
        }
        let next = next.0;
        colours.push(next);
        left.iter_mut().for_each(|one| one.2 = one.2.min(far(&one.0, &next)));
    }
    let mut places = std::collections::HashMap::new();
    let place = |pixel: &[u8; 3]| {
        let nearer = |one: &usize, other: &usize| far(&colours[*one], pixel).total_cmp(&far(&colours[*other], pixel));
        let nearest = || (0..colours.len()).min_by(nearer).unwrap();
        *places.entry(*pixel).or_insert_with(|| u8::try_from(nearest()).unwrap())
    };
    let pixels: Vec<u8> = picture.pixels().map(|pixel| pixel.0).collect::<Vec<_>>().iter().map(place).collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, picture.width(), picture.height());
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(colours.concat());
    encoder.set_compression(png::Compression::High);
    encoder.write_header().unwrap().write_image_data(&pixels).unwrap();
    bytes
}

#[test]
fn the_guide_opens_from_help_and_is_taken_along() {
    let world = World::new();
    furnish(&world, Lang::En);
    let mut app = open(&world, Lang::En);
    app.key("f1").click_id("help-guide").expect("Your first hour").shot("guide-open");
    app.expect("Look around first").key("down").expect_none("Look around first");
    app.shot("guide-office");
    let page = world.path().join("guide.txt");
    world.outside.answer(&page);
    app.click_id("guide-save").expect("The guide was saved. The browser shows it.");
    // Whatever the name that is chosen, what is written is a page.
    let page = page.with_extension("html");
    assert!(std::fs::read_to_string(&page).unwrap().contains("<section id=\"rights\">"));
    assert_eq!(world.outside.opened(), [page.to_string_lossy()]);
    app.key("escape").expect_none("Your first hour");
}

#[test]
fn the_guide_can_be_read_before_there_is_a_card_file() {
    let world = World::new();
    let launch = Launch { lang: Some(Lang::Nb), ..Launch::default() };
    let mut app = world.start_with(launch);
    app.key("f1").click_id("help-guide").expect("Den første timen").shot("guide-start-nb");
    app.key("escape").expect_none("Den første timen");
}

#[test]
fn the_steps_tick_themselves_off_and_lead_to_where_it_is_done() {
    let world = World::new();
    furnish(&world, Lang::En);
    let mut app = open(&world, Lang::En);
    app.click("Today").expect("Prepare the office in five steps").expect("0 of 5 steps are done");
    // The business is filled in; which purposes the categories have is not.
    app.click_id("steps-go-mapping").expect("Categories").click("Today");
    app.click_id("steps-confirm-mapping").expect("1 of 5 steps are done").shot("steps-one");
    app.click_id("steps-secure").expect("The card file locks by itself").shot("steps-secure");
    app.click_id("steps-guide").expect("Five steps to prepare the office").key("escape");
    app.click_id("steps-away").expect("The list is put away. Help brings it back.");
    app.expect_none("Prepare the office in five steps").shot("steps-away");
    app.click("Persons").key("f1").click_id("help-steps").expect("1 of 5 steps are done");
    app.key("ctrl+shift+l").expect_part("Passphrase");
    let office = Office::open(&world.path().join("Kartotek"), "me", &Passphrase::new(GOOD), Lang::En).unwrap();
    let (state, entries) = office
        .read(|desk| {
            let wanted = Wanted { kinds: vec![journal::Kind::PreparationChanged], ..Wanted::default() };
            Ok((preparation::state(desk)?, kartotek::office::journal::list(desk, &wanted)?.len()))
        })
        .wait()
        .unwrap();
    assert_eq!((state.done(), state.away, entries), (1, false, 3));
    office.close();
}

#[test]
fn the_steps_look_right_in_norwegian_and_dark() {
    let world = World::new();
    furnish(&world, Lang::Nb);
    let mut app = open(&world, Lang::Nb);
    app.key("ctrl+shift+p").type_text("mørke").key("enter").click("I dag").expect("Forbered virksomheten i fem steg");
    app.shot("steps-nb-dark");
    app.key("f1").shot("help-today-nb-dark");
    app.click_id("help-guide").expect("Den første timen").shot("guide-nb-dark");
    app.key("down").key("down").expect("Når noen spør: åtte rettigheter").shot("guide-rights-nb-dark");
}
