//! Titles that the office suggests: chosen as one types, or typed as before.

use kartotek::app::Launch;
use kartotek::i18n::Lang;
use kartotek::model::list;
use kartotek::model::person::Content;
use kartotek::model::setting::Setting;
use kartotek::office::{Office, persons, settings};
use kartotek::vault::Passphrase;

use super::start::{GOOD, World};

#[test]
fn a_title_is_suggested_as_one_types() {
    let world = World::new();
    world.make("Kartotek");
    let office = Office::open(&world.path().join("Kartotek"), "me", &Passphrase::new(GOOD), Lang::En).unwrap();
    office
        .write(|desk| {
            let content = Content { first_name: "Kari".into(), last_name: "Aas".into(), ..Content::default() };
            persons::add(desk, content, None, list::SOURCE_USER)?;
            for (key, name) in [("sales", "Salgssjef"), ("buyer", "Salgskonsulent"), ("old", "Salgsguru")] {
                let setting = Setting::from_key(&format!("title.{key}.name.en")).unwrap();
                settings::set(desk, &setting, name)?;
            }
            settings::set(desk, &Setting::from_key("title.old.active").unwrap(), "no")?;
            Ok(())
        })
        .wait()
        .unwrap();
    office.close();
    let launch = Launch { vault: Some(world.path().join("Kartotek")), lang: Some(Lang::En), demo: false };
    let mut app = world.start_with(launch);
    app.type_text(GOOD)
        .key("enter")
        .expect("1 person")
        .double_click("Aas, Kari")
        .click_id("card-edit")
        .click_id("card-title");
    app.type_text("salgs").shot("titles");
    app.key("down").key("enter").key("ctrl+s").expect_part("Saved").expect("Salgssjef");
}
