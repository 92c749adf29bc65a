//! Selections: looking into them, building one of ten criteria, combining two, and keeping who was ticked.

use iced::Program;
use kartotek::app::{App, Launch, Message};
use kartotek::i18n::Lang;
use kartotek::theme::Theme;

use super::harness::Harness;
use super::start::World;

fn demo(world: &World, lang: Lang) -> Harness<impl Program<State = App, Message = Message, Theme = Theme> + use<>> {
    let launch = Launch { vault: None, lang: Some(lang), demo: true };
    let mut app = world.start_with(launch);
    app.resize(1440.0, 900.0).expect_focus("persons-list");
    app
}

/// Returns the name of a control of the builder.
fn id(part: &str, key: u64) -> &'static str {
    Box::leak(format!("builder-{part}-{key}").into_boxed_str())
}

#[test]
fn one_looks_into_selections() {
    let world = World::new();
    let mut app = demo(&world, Lang::En);
    app.click("Selections").expect("Ready-made").expect("Not yet informed").expect_focus("selections-list");
    app.expect("347").expect("Duplicates").shot("selections-1-list");
    app.click("Objecting").expect("Members").expect_part(" in it").expect_part("Objected").shot("selections-2-members");
    // What closes a card that was opened here leads back here.
    app.double_click("Aaltonen, Mika").expect("Edit").key("escape").expect("Ready-made").expect_part(" in it");
    app.click_id("members-search").type_text("aaltonen").expect("1 found").key("ctrl+a").key("backspace");
    app.click("Criteria").expect("In words").expect_part("the status is objecting").shot("selections-3-criteria");
    app.click("Consent older than two years").expect_part("entered before").shot("selections-4-consents");
    app.click("Details").expect("About this selection").expect_part("comes with Kartotek").shot("selections-5-details");
    app.click("Settings").click("Dark").click("Selections").click("No legal basis").click_nth("Members", 1);
    app.expect_part(" in it").expect("Not documented").shot("selections-6-dark");
    app.click("Criteria").expect("In words").shot("selections-7-dark-criteria");
    // In a narrow window the open selection covers the list.
    app.resize(980.0, 640.0).expect("In words").shot("selections-8-narrow");
    app.key("escape").expect("Ready-made").shot("selections-9-narrow-list");
}

#[test]
fn a_selection_of_ten_criteria_is_built() {
    let world = World::new();
    let mut app = demo(&world, Lang::En);
    app.click("Selections").expect("Ready-made").key("ctrl+n").expect_focus("selection-name");
    app.type_text("Spring fair").expect_part("is left out").shot("selections-build-1-new");
    // Nothing is saved that is not complete.
    app.key("ctrl+s").expect_part("not complete yet").shot("selections-build-2-incomplete");
    app.click_id(id("items", 1)).type_text("Customer").key("enter").expect_part("Category is Customer");
    app.click_id(id("items", 1)).type_text("Prospect").key("enter").expect_part("Category is Customer or Prospect");
    let mut key = 1;
    let mut add = |app: &mut Harness<_>, what: &str, op: Option<&str>| {
        key += 1;
        app.click_id("builder-add-0").click_id(id("what", key)).type_text(what).key("enter");
        if let Some(op) = op {
            app.click_id(id("op", key)).type_text(op).key("enter");
        }
        key
    };
    let row = add(&mut app, "City", Some("contains"));
    app.click_id(id("text", row)).type_text("o");
    add(&mut app, "E-mails", Some("is not empty"));
    let row = add(&mut app, "Title", Some("does not contain"));
    app.click_id(id("text", row)).type_text("regnskap");
    let row = add(&mut app, "Created", Some("is before"));
    app.click_id(id("first", row)).type_text("1.1.2026").expect_part("Created is before 1 Jan 2026");
    let row = add(&mut app, "Status", Some("is not"));
    app.click_id(id("statuses", row)).type_text("objecting").key("enter").expect_part("not (the status is objecting)");
    let row = add(&mut app, "Legal basis: Sales", None);
    app.click_id(id("items", row)).type_text("Legitimate").key("enter");
    app.click_id(id("items", row)).type_text("Contract").key("enter").shot("selections-build-3-basis");
    let row = add(&mut app, "Activity", Some("there is none"));
    app.click_id(id("first", row)).type_text("1.11.2026").expect_part("there is no activity after 1 Nov 2026");
    // Two more in a group of their own: one of them will do.
    app.click_id("builder-add-group-0");
    let (group, inner) = (row + 1, row + 2);
    app.click_id(id("what", inner)).type_text("Interests").key("enter");
    app.click_id(id("items", inner)).type_text("fairs").key("enter").expect_part("is interested in Trade fairs");
    app.click_id(id("add", group)).click_id(id("what", inner + 1)).type_text("Country").key("enter");
    app.click_id(id("text", inner + 1))
        .type_text("Norway")
        .key("enter")
        .expect_part("or Country is")
        .expect_none("is left out");
    app.shot("selections-build-4-ten");
    app.key("ctrl+s")
        .expect("Saved: Spring fair")
        .expect("Ready-made")
        .expect("Members")
        .shot("selections-build-5-saved");
    // Opened again it is as it was.
    app.click("Criteria").expect_part("is interested in Trade fairs").expect_none("Save criteria");
    app.click_id(id("op", 5)).type_text("is empty").key("enter").expect("Save criteria").key("escape");
    app.expect("Save the changes to Spring fair?").shot("selections-build-6-unsaved");
    app.click("Discard changes");
    app.expect("The office\u{2019}s own").expect("Spring fair").expect_focus("selections-list");
    app.shot("selections-build-7-list");
}

#[test]
fn a_row_that_is_not_finished_counts_nobody_and_a_selection_is_written_to() {
    let world = World::new();
    let mut app = demo(&world, Lang::En);
    app.click("Selections").key("ctrl+n").expect_focus("selection-name").settle();
    app.expect("Nothing is asked yet. Fill in the row above.")
        .expect("1 criterion is not complete yet and is left out.");
    app.expect("—").expect_none("All persons.").shot("selections-build-0-nothing");
    app.click("Cancel").click("Objecting").expect("Members").expect_part(" in it").shot("selections-mailing-1");
    app.click("New mailing…").expect_focus("mailing-name").expect_part(" get it").shot("selections-mailing-2");
    // One that is being written is not lost to another.
    app.type_text("Spring").click("Selections").click("Objecting").click("New mailing…").settle();
    app.expect_part("being written here already").expect("Spring");
}

#[test]
fn selections_are_combined_copied_renamed_and_removed() {
    let world = World::new();
    let mut app = demo(&world, Lang::Nb);
    app.click("Utvalg").expect("Medfølgende").click("Kombiner").expect("Kombiner to utvalg");
    app.click_id("new-selection-first").type_text("Uten").key("enter");
    app.click_id("new-selection-second").type_text("Ikke informert").key("enter");
    app.click_id("new-selection-name").type_text("Må ryddes").expect_part("Lag utvalg av ");
    app.shot("selections-combine-1");
    app.click_id("new-selection-make").expect("Må ryddes").expect_part("er med").click("Kriterier");
    app.expect_part("Alle som er både i").shot("selections-combine-2");
    app.click("Kopier som liste").expect_part("Kopien er en liste").shot("selections-copy");
    app.key("ctrl+s").expect_part("Må ryddes, ").expect("Statisk · Personer");
    // F2 goes to the name.
    app.key("f2").expect_focus("selection-name").key("ctrl+a").type_text("Ryddelisten");
    app.click_id("selection-description").type_text("Ringes før påske").shot("selections-details-nb");
    app.key("ctrl+s").expect("Lagret: Ryddelisten").expect_part("Ringes før påske");
    app.click_id("selection-remove").expect("Fjerne Ryddelisten?").shot("selections-remove");
    app.click_id("selection-remove-now").expect("Utvalget er fjernet").expect_none("Ryddelisten");
}

#[test]
fn who_was_ticked_becomes_a_selection() {
    let world = World::new();
    let mut app = demo(&world, Lang::En);
    app.click_with("ctrl", "Aas, Cathrine")
        .click_with("ctrl", "Aas, Kim")
        .expect("3 selected")
        .expect("Add to selection…")
        .shot("selections-keep-1-ticked");
    app.click("Add to selection…").expect_part("3 persons, as a list").type_text("Lunch").shot("selections-keep-2");
    app.key("enter").expect("Lunch: 3 in it");
    app.click("Selections").expect("Lunch").click("Lunch").expect("Aas, Kim").shot("selections-keep-3-members");
    // What was found can be kept as well.
    app.click("Persons").key("ctrl+k").type_text("aas").expect_part("found").click("Add to selection…");
    app.expect_part("persons, as a list").type_text("All Aas").key("enter").expect_part("All Aas: ");
}

#[test]
fn members_cards_warn_of_what_the_selection_says() {
    let world = World::new();
    let mut app = demo(&world, Lang::En);
    app.click_with("ctrl", "Aas, Cathrine").click("Add to selection…");
    app.expect_part("2 persons, as a list").type_text("Unpaid").key("enter").expect("Unpaid: 2 in it");
    app.click("Selections").expect("Unpaid").click("Unpaid").expect("Aas, Cathrine").click("Details");
    app.click_id("selection-alert").type_text("Invoice 4711 is unpaid: ask accounts first").key("ctrl+s");
    app.expect("Saved: Unpaid").shot("selections-alert-1-details");
    app.click_nth("Members", 1).double_click("Aas, Cathrine").expect("Invoice 4711 is unpaid: ask accounts first");
    app.shot("selections-alert-2-card");
    // The banner leads to the selection.
    app.click("Unpaid").expect("Copy as list").expect("Aaltonen, Kalevi");
    app.double_click("Aaltonen, Kalevi").expect("Invoice 4711 is unpaid: ask accounts first");
}

#[test]
fn charts_are_looked_at_and_a_bar_leads_on() {
    let world = World::new();
    let mut app = demo(&world, Lang::Nb);
    app.click("Utvalg").expect("Medfølgende").click("Ikke informert ennå").expect("Diagrammer").click("Diagrammer");
    app.expect("Registrert per måned").expect("Etter kategori").shot("selections-charts-1");
    app.click("Innstil-\nlinger")
        .click("Mørk")
        .click("Utvalg")
        .expect("Etter kategori")
        .shot("selections-charts-2-dark");
    app.click("Kunde").expect("Nytt utvalg").expect_part("Kategori er Kunde").shot("selections-charts-3-bar");
}
