//! Selections: looking into them, building one of ten criteria, combining two, and keeping who was ticked.

use iced::Program;
use kartotek::app::{App, Launch, Message};
use kartotek::i18n::Lang;
use kartotek::theme::Theme;

use super::harness::Harness;
use super::start::World;

type Window<P> = Harness<P>;

fn demo(world: &World, lang: Lang) -> Window<impl Program<State = App, Message = Message, Theme = Theme> + use<>> {
    let launch = Launch { vault: None, lang: Some(lang), demo: true };
    let mut app = world.start_with(launch);
    app.resize(1440.0, 900.0).expect_part("2");
    app
}

/// Chooses what a row asks about, and how.
fn ask<P>(app: &mut Window<P>, what: &'static str, name: &str, op: &'static str, way: Option<&str>)
where
    P: Program<State = App, Message = Message, Theme = Theme> + 'static,
{
    app.click_id(what).type_text(name).key("enter");
    if let Some(way) = way {
        app.click_id(op).type_text(way).key("enter");
    }
}

#[test]
fn one_looks_into_selections() {
    let world = World::new();
    let mut app = demo(&world, Lang::En);
    app.click("Selections").expect("Ready-made").expect("Not yet informed").expect_focus("selections-list");
    app.expect_none("\u{2026}").shot("selections-1-list");
    app.click("Not yet informed").expect("Members").expect_part("in it").expect_part("found");
    app.shot("selections-2-members");
    app.click("Criteria").expect("In words").expect_part("has not been informed").shot("selections-3-criteria");
    app.click("Consent older than two years").expect_part("All persons of whom").shot("selections-3b-criteria");
    app.click("Details").expect("About this selection").shot("selections-4-details");
    app.click("Settings")
        .click("Dark")
        .click("Selections")
        .click("Members")
        .expect_part("found")
        .shot("selections-dark");
}

#[test]
fn a_selection_of_ten_criteria_is_built() {
    let world = World::new();
    let mut app = demo(&world, Lang::En);
    app.click("Selections").expect("Ready-made").key("ctrl+n").expect_focus("selection-name");
    app.type_text("Spring fair").shot("selections-build-1-new");
    app.click_id("builder-op-1").type_text("is not").key("enter");
    ask(&mut app, "builder-what-1", "City", "builder-op-1", Some("contains"));
    app.click_id("builder-text-1").type_text("o").expect_part("City contains");
    let add = |app: &mut Window<_>| {
        app.click_id("builder-add-0");
    };
    add(&mut app);
    ask(&mut app, "builder-what-2", "E-mail addresses", "builder-op-2", Some("is not empty"));
    app.shot("selections-build-2");
}
