//! What the office decides, in the window: found, changed, left as shipped again.

use iced::Program;
use kartotek::app::{App, Launch, Message};
use kartotek::i18n::Lang;
use kartotek::theme::Theme;

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
    app.expect_focus("unlock-passphrase").type_text(GOOD).key("enter").settle();
    app.resize(1280.0, 800.0).key("ctrl+,").settle();
    app
}

#[test]
fn every_page_is_seen() {
    for (brightness, lang, name) in
        [("light", Lang::En, "en"), ("dark", Lang::Nb, "nb-dark"), ("light", Lang::Sv, "sv")]
    {
        let world = World::new();
        world.make("Kartotek");
        let mut app = settings(&world, lang, brightness);
        app.click_id("settings-pages");
        app.key("home");
        for page in 0..16 {
            app.shot(&format!("page-{name}-{page:02}"));
            app.key("down").settle();
        }
    }
}
