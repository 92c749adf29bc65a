//! What the office decides, in the window: found, changed, left as shipped again.

use iced::Program;
use kartotek::app::{App, Launch, Message};
use kartotek::i18n::Lang;
use kartotek::model::basis::{Basis, Decision};
use kartotek::model::list::{self, List};
use kartotek::model::person::Content;
use kartotek::office::{Office, persons, wordings};
use kartotek::theme::Theme;
use kartotek::vault::Passphrase;

use super::harness::Harness;
use super::start::{GOOD, World};

/// Opens the settings of a card file.
pub fn settings(
    world: &World,
    lang: Lang,
    brightness: &str,
) -> Harness<impl Program<State = App, Message = Message, Theme = Theme> + use<>> {
    std::fs::create_dir_all(world.path().join("settings")).unwrap();
    std::fs::write(world.path().join("settings/window.json"), format!(r#"{{"brightness": "{brightness}"}}"#)).unwrap();
    let launch = Launch { vault: Some(world.path().join("Kartotek")), lang: Some(lang), demo: false };
    let mut app = world.start_with(launch);
    app.expect_focus("unlock-passphrase").type_text(GOOD).key("enter");
    app.expect(if lang == Lang::En { "Persons" } else { "Personer" });
    app.resize(1280.0, 800.0).key("ctrl+,").settle();
    app
}

#[test]
fn every_page_is_seen() {
    for (brightness, lang, (width, height), name) in [
        ("light", Lang::En, (1280.0, 720.0), "en"),
        ("dark", Lang::Nb, (1280.0, 720.0), "nb-dark"),
        ("light", Lang::Nb, (960.0, 600.0), "nb-small"),
        ("light", Lang::Sv, (1280.0, 800.0), "sv"),
    ] {
        let world = World::new();
        world.make("Kartotek");
        let mut app = settings(&world, lang, brightness);
        app.resize(width, height).click_id("settings-pages");
        app.key("home");
        for page in 0..20 {
            app.shot(&format!("page-{name}-{page:02}"));
            app.key("down").settle();
        }
    }
}

/// Fails where a page's name in the list of pages is not in view.
#[test]
fn the_page_in_front_is_in_view_in_the_list_of_pages() {
    let world = World::new();
    world.make("Kartotek");
    let mut app = settings(&world, Lang::En, "light");
    app.resize(960.0, 600.0);
    let is_in_view = |app: &mut Harness<_>| {
        let place = app.bounds("navigation-here");
        assert!(place.is_some_and(|place| place.height >= 28.0), "{place:?}");
    };
    is_in_view(&mut app);
    // By keyboard, down and up again.
    app.click_id("settings-pages").key("end").settle();
    app.expect("Check the journal");
    is_in_view(&mut app);
    app.shot("settings-pages-end");
    app.key("home").settle();
    is_in_view(&mut app);
    // By the command that opens a page.
    app.key("ctrl+shift+p").type_text("roles").key("enter").expect_part("What each role allows.");
    is_in_view(&mut app);
    app.shot("settings-pages-roles");
    // By Tab: the focus comes to the page in front, not to the end of the list.
    app.click_id("settings-search").key("tab").settle();
    is_in_view(&mut app);
    // Left and come back to.
    app.key("escape").key("ctrl+,").settle();
    is_in_view(&mut app);
}

#[test]
fn an_office_begins_with_the_norwegian_set_and_goes_back() {
    for (brightness, lang, name) in [("light", Lang::En, "en"), ("dark", Lang::Nb, "nb-dark")] {
        let world = World::new();
        world.make("Kartotek");
        let mut app = settings(&world, lang, brightness);
        let (page, plan, back) = if lang == Lang::En {
            ("Changes and files", "See what Norway changes", "Go back")
        } else {
            ("Endringer og filer", "Se hva Norge endrer", "Gå tilbake")
        };
        app.click(page).shot(&format!("settings-sets-{name}"));
        app.click(plan).settle();
        app.shot(&format!("settings-plan-{name}"));
        app.click_id("settings-plan-go").settle();
        app.shot(&format!("settings-applied-{name}"));
        let business = if lang == Lang::En { "Our business" } else { "Virksomheten vår" };
        app.click(business).expect("Datatilsynet, www.datatilsynet.no").shot(&format!("settings-business-{name}"));
        app.click(page).click(back).settle();
        app.click(business).expect_none("Datatilsynet, www.datatilsynet.no");
    }
}

#[test]
fn a_setting_is_found_changed_in_place_and_left_as_shipped_again() {
    for (brightness, lang, name) in [("light", Lang::En, "en"), ("dark", Lang::Nb, "nb-dark")] {
        let world = World::new();
        world.make("Kartotek");
        let mut app = settings(&world, lang, brightness);
        let (word, title, reset, save) = if lang == Lang::En {
            ("trash", "Days in the trash", "Reset", "Save")
        } else {
            ("papirkurv", "Dager i papirkurven", "Tilbakestill", "Lagre")
        };
        app.key("ctrl+k").expect_focus("settings-search").type_text(word).expect(title);
        app.shot(&format!("settings-found-{name}"));
        app.click_id("setting-trash.days").key("ctrl+a").type_text("400").key("enter").settle();
        app.shot(&format!("settings-wrong-{name}"));
        app.click_id("setting-trash.days").key("ctrl+a").type_text("90").expect(save).key("enter").expect(reset);
        app.expect_none(save).shot(&format!("settings-decided-{name}"));
        app.click(reset).expect_none(reset).expect("30");
        app.key("escape").expect_none(title).key("ctrl+k").type_text("no such words").settle();
        app.shot(&format!("settings-found-none-{name}"));
    }
}

#[test]
fn a_purpose_is_added_with_a_wording_and_who_answered_which_version_is_seen() {
    let world = World::new();
    world.make("Kartotek");
    let mut app = settings(&world, Lang::En, "light");
    app.resize(1280.0, 2000.0).click("Purposes").click("Add").expect_focus("item-new-name").type_text("Events");
    app.shot("settings-purpose-new");
    app.key("enter").expect("events");
    app.expect("There is no wording yet. Write one above in the language people are asked in.");
    app.click_id("setting-purpose.events.wording.en").type_text("Yes, invite me.").key("ctrl+s");
    app.expect("Nobody has answered this version yet.").shot("settings-purpose-wording");
    app.close().expect_end();
    drop(app);
    answer(&world, "Kari", "Nordli");

    let mut app = settings(&world, Lang::En, "dark");
    app.resize(1280.0, 2000.0).click("Purposes").click("Events").expect("1 answer").expect("Kari Nordli");
    app.click_id("setting-purpose.events.wording.en").key("ctrl+a").type_text("Yes, invite me to events in Bergen.");
    app.click("Save").expect_none("Save").expect("Nobody has answered this version yet.");
    app.close().expect_end();
    drop(app);
    answer(&world, "Ola", "Berg");

    let mut app = settings(&world, Lang::Nb, "light");
    app.resize(1280.0, 2000.0).click("Formål").click("Events").expect("Ola Berg").expect_none("Kari Nordli");
    app.shot("settings-purpose-answers-nb");
    app.click("Yes, invite me.").expect("Kari Nordli").expect_none("Ola Berg");
    // A purpose that somebody answered about stays; it can only be put out of use.
    app.click("Fjern").settle();
    app.shot("settings-purpose-in-use-nb");
    app.click("Lukk").click("Slutt å bruke").expect("Bruk igjen");
    app.click("Kari Nordli").expect_none("Versjoner av samtykketeksten");
}

/// Enters that somebody new agreed to the newest wording for events.
fn answer(world: &World, first: &str, last: &str) {
    let office = Office::open(&world.path().join("Kartotek"), "me", &Passphrase::new(GOOD), Lang::En).unwrap();
    let content = Content { first_name: first.into(), last_name: last.into(), ..Content::default() };
    office
        .write(move |desk| {
            let purpose = desk.lists()?.find(List::Purpose, "events").unwrap();
            let newest = wordings::versions(desk, purpose)?.remove(0).wording.id;
            let decision = Decision::new(purpose, Basis::Consent, list::SOURCE_USER);
            let decision = Decision { wording: Some(newest), ..decision };
            persons::add(desk, content, Some(&decision), list::SOURCE_USER)
        })
        .wait()
        .unwrap();
    office.close();
}
