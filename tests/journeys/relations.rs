//! What people are to each other: seen from both cards, added, opened, taken away and taken back.

use iced::Program;
use kartotek::i18n::Lang;

use super::daily::open;
use super::harness::Harness;
use super::start::World;

/// Opens the second tab of somebody's card.
fn details<P: Program + 'static>(app: &mut Harness<P>, typed: &str, name: &str) {
    app.key("ctrl+k").type_text(typed).key("enter").expect(name).expect_focus("card-tabs").key("ctrl+2");
}

#[test]
fn somebody_is_somebodys_assistant_on_both_cards() {
    let world = World::new();
    let mut app = open(&world, Lang::En);
    app.resize(1400.0, 900.0);
    details(&mut app, "odegard", "Åse Ødegård");
    app.expect("Relations").expect("No relations to other persons yet").shot("relations-none");

    // By keyboard: what, who, Enter.
    app.click("Add relation").expect_focus("card-relation-what").shot("relations-adding");
    app.key("enter").shot("relations-kinds");
    app.type_text("assistant").key("enter").expect_focus("card-relation-who");
    app.type_text("tor").shot("relations-found");
    app.key("enter").expect_none("Cancel").expect("Assistant").expect("Tor Øverland").expect("Undo");
    app.expect_focus("card-relation").shot("relations-light");

    // What is missing is said, and Escape leaves the form and not the card.
    app.key("enter").click("Add").expect("Choose or type what they are.").expect_focus("card-relation-what");
    app.shot("relations-missing");
    app.key("escape").expect_none("Cancel").expect("Åse Ødegård").expect_focus("card-relation");
    app.key("enter").key("enter").type_text("another").key("enter").type_text("Neighbour").key("escape");
    app.expect("Save the changes to Åse Ødegård?").key("escape").expect("Neighbour").expect("Cancel");
    app.click("Cancel").expect_none("Neighbour").expect_focus("card-relation");

    // A kind of its own.
    app.key("enter").key("enter").type_text("another").key("enter").expect_focus("card-relation-own");
    app.type_text("Golf partner").key("tab").expect_focus("card-relation-who").type_text("hansen");
    app.key("down").key("enter").key("ctrl+s").expect("Golf partner").expect("Lars Hansen");

    // The other one's card shows it from the other side.
    app.click("Tor Øverland").expect("Daglig leder").expect("Assistant of").shot("relations-back");
    app.click("Åse Ødegård").expect("Innkjøper").expect("Golf partner");

    app.key("ctrl+z").expect("Taken back: relation of Åse Ødegård").expect_none("Golf partner");
    app.click_id("card-relation-remove-0").expect("Relation removed").expect("No relations to other persons yet");
    app.click("Undo").expect("Assistant").expect("Tor Øverland");

    app.key("ctrl+shift+p").type_text("dark").key("enter").shot("relations-dark");

    // From the list, by the palette.
    app.key("escape").key("escape").key("ctrl+k").type_text("hansen").expect("1 found").key("down");
    app.key("ctrl+shift+p").type_text("relation").key("enter").expect("Lars Hansen").expect_focus("card-relation-what");
    app.shot("relations-palette");
    app.key("escape").key("escape");
    details(&mut app, "odegard", "Åse Ødegård");
    app.resize(960.0, 600.0).shot("relations-small");
}

#[test]
fn relations_are_entered_from_either_side_in_norwegian() {
    let world = World::new();
    let mut app = open(&world, Lang::Nb);
    app.resize(1280.0, 800.0);
    details(&mut app, "overland", "Tor Øverland");
    app.click("Legg til relasjon").key("enter").type_text("assistent for").key("enter").type_text("degaard");
    app.key("ctrl+a").type_text("ødegård").key("enter");
    app.expect("Assistent for").expect("Åse Ødegård");
    app.key("enter").key("enter").type_text("bestemmer").key("enter").type_text("østby");
    app.shot("relations-norwegian-form");
    app.key("enter").expect("Bestemmer sammen med").expect("Kari Østby").shot("relations-norwegian");
    app.click("Kari Østby").expect("Markedssjef").expect("Bestemmer sammen med").expect("Tor Øverland");
}

#[test]
fn a_relation_has_a_comment_and_is_not_lost_on_the_way() {
    let world = World::new();
    let mut app = open(&world, Lang::En);
    app.resize(1400.0, 900.0);
    details(&mut app, "odegard", "Åse Ødegård");
    app.click("Add relation").key("enter").type_text("assistant").key("enter").expect_focus("card-relation-who");
    // Escape first takes away who is suggested, then the form.
    app.type_text("tor").shot("relations-suggested");
    app.key("escape").expect("Cancel").expect_focus("card-relation-who");
    app.shot("relations-comment");
    app.key("ctrl+a").type_text("nobody");
    // Half of a relation is asked about before the card is left.
    app.key("ctrl+k").type_text("hansen").key("enter").expect("Save changes").shot("relations-leaving");
    app.click("Save changes").expect("Choose a person who is found.").expect_focus("card-relation-who");
    app.key("ctrl+a").type_text("overland").key("down").key("enter");
    app.click_id("card-relation-comment").type_text("Mondays only").key("enter");
    app.expect_none("Cancel").expect_part("Mondays only").shot("relations-commented");
}
