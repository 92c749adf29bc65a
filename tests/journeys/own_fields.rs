//! The office's own fields: one of each kind, changed, and no longer used.

use kartotek::i18n::Lang;
use kartotek::model::custom::Kind;
use kartotek::office::fields;
use kartotek::theme::Theme;

use super::desk::{On, start};

#[test]
fn a_field_of_each_kind_is_made() {
    let mut app = start(On::OwnFields, Lang::En, Theme::Light);
    app.expect("No own fields yet.").shot("own-fields-empty");
    for (name, kind) in
        [("Terms", "Text"), ("Boats", "Number"), ("Next visit", "Date"), ("Fair guest", "Yes/no"), ("Grade", "List")]
    {
        app.click("New field").expect_focus("own-field-name").type_text(name);
        app.key("tab").key("tab").expect_focus("own-field-kind").type_text(kind).key("enter");
        if kind == "List" {
            app.click("Save").expect("This is needed.");
            app.click_id("own-field-choices").type_text("A\nB").shot("own-fields-list");
        }
        app.click("Save").expect(name);
    }
    app.expect("custom:next-visit · Date").expect("custom:grade · List (A, B)").shot("own-fields");
    let own = app.state().scene.office.read(|desk| fields::all(desk)).wait().unwrap();
    assert_eq!(own.iter().map(|field| field.kind).collect::<Vec<_>>(), Kind::ALL);
}

#[test]
fn a_field_keeps_its_key_and_can_rest() {
    let mut app = start(On::OwnFields, Lang::Nb, Theme::Dark);
    app.click("Nytt felt").type_text("Størrelse på båt").key("ctrl+s").expect("custom:storrelse-pa-bat · Tekst");
    app.click("Rediger").expect("Nøkkel og type står fast: Det som alt er fylt inn, avhenger av dem.");
    app.key("end").type_text("en").shot("own-fields-edit-nb-dark");
    app.click("Lagre").expect("Størrelse på båten");
    app.expect("custom:storrelse-pa-bat · Tekst").click("Slutt å bruke").expect("Ikke i bruk");
    app.shot("own-fields-nb-dark");
    app.click("Bruk igjen").expect_none("Ikke i bruk");
    // A key that is taken is said under the key.
    app.click("Nytt felt")
        .type_text("Størrelse på båt")
        .key("enter")
        .expect("Et annet felt har denne nøkkelen allerede.");
}
