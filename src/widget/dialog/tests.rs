#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use crate::widget::button;
use crate::widget::field::text_field;
use crate::widget::gallery::{Stage, focused, press, redraw, stage, write};
use iced::advanced::clipboard;
use iced::advanced::widget::Id;
use iced::advanced::widget::operation::{self, Outcome, focusable};
use iced::widget::Column;
use iced::window;
use iced_test::runtime::UserInterface;
use iced_test::runtime::user_interface::Cache;

#[derive(Debug, Clone, PartialEq, Eq)]
enum Message {
    Under(String),
    Over(String),
    Closed,
    Saved,
}

fn page<'a>(open: bool) -> Element<'a, Message> {
    let under = text_field("under", "").id("under").on_input(Message::Under);
    let over = text_field("over", "").id("over").on_input(Message::Over);
    let card =
        card("Card", over).on_escape(Message::Closed).button(button::main("Save").id("save").on_press(Message::Saved));
    dialog(container(under), open.then_some(card))
}

#[test]
fn without_card_the_base_works() {
    let mut stage = stage(page(false));
    stage.click("under").unwrap();
    write(&mut stage, "a");
    let sent: Vec<_> = stage.into_messages().collect();
    assert_eq!(sent, [Message::Under("a".into())]);
}

#[test]
fn typing_goes_to_the_card_and_never_to_what_it_covers() {
    let mut stage = stage(page(true));
    redraw(&mut stage);
    assert!(stage.find("under").is_err(), "covered texts are not found");
    write(&mut stage, "a");
    for _ in 0..3 {
        press(&mut stage, Named::Tab);
        let focused = focused(&mut stage);
        assert_ne!(focused, Some(Id::new("under")));
        assert!(focused.is_some());
    }
    stage.point_at(Point::new(10.0, 10.0));
    stage.simulate(iced_test::simulator::click());
    write(&mut stage, "b");
    let sent: Vec<_> = stage.into_messages().collect();
    assert_eq!(sent, [Message::Over("a".into())]);
}

#[test]
fn escape_closes_at_once_though_a_field_has_the_focus() {
    let mut stage = stage(page(true));
    redraw(&mut stage);
    assert_eq!(focused(&mut stage), Some(Id::new("over")));
    press(&mut stage, Named::Escape);
    assert_eq!(stage.into_messages().collect::<Vec<_>>(), [Message::Closed]);
}

#[test]
fn tab_scrolls_to_a_field_out_of_sight() {
    let rows = (0..20).map(|row| text_field("", "").id(Id::from(format!("row {row}"))).on_input(Message::Over).into());
    let body = Column::with_children(rows).spacing(SMALL);
    let mut stage = stage(dialog(space(), Some(card("Long", body))));
    redraw(&mut stage);
    for _ in 0..19 {
        press(&mut stage, Named::Tab);
    }
    assert_eq!(focused(&mut stage), Some(Id::new("row 19")));
    stage.click(iced_test::selector::id("row 19")).unwrap();
    press(&mut stage, Named::Tab);
    assert_eq!(focused(&mut stage), Some(Id::new("row 0")));
    stage.click(iced_test::selector::id("row 0")).unwrap();
}

/// As [`page`], with a card without tab stops.
fn plain<'a>(open: bool) -> Element<'a, Message> {
    let under = text_field("under", "").id("under").on_input(Message::Under);
    dialog(container(under), open.then(|| card("Card", text::body("Wait"))))
}

/// Shows the pages one after the other, each with what is to have the focus then, and returns what has it in the end.
fn after(pages: &[(bool, Option<&'static str>)]) -> Option<Id> {
    after_all(page, pages)
}

/// Stands for a click on a blank place.
const BLANK: &str = "";

fn after_all(page: fn(bool) -> Element<'static, Message>, pages: &[(bool, Option<&'static str>)]) -> Option<Id> {
    use iced::advanced::renderer::Headless;
    let (font, size) = (crate::theme::font::REGULAR, Size::new(800.0, 600.0));
    let made = <iced::Renderer as Headless>::new(font, 14.into(), None);
    let mut renderer = iced_test::futures::futures::executor::block_on(made).unwrap();
    let mut cache = Cache::default();
    let mut found = None;
    for (open, wanted) in pages {
        let mut ui = UserInterface::build(page(*open), size, cache, &mut renderer);
        if *wanted == Some(BLANK) {
            let cursor = mouse::Cursor::Available(Point::new(1.0, 1.0));
            let clicks: Vec<Event> = iced_test::simulator::click().collect();
            let _ = ui.update(&clicks, cursor, &mut renderer, &mut clipboard::Null, &mut Vec::new());
        } else if let Some(wanted) = wanted {
            ui.operate(&renderer, &mut focusable::focus(Id::new(wanted)));
        }
        let redraw = Event::Window(window::Event::RedrawRequested(iced::time::Instant::now()));
        let cursor = mouse::Cursor::Unavailable;
        let _ = ui.update(&[redraw], cursor, &mut renderer, &mut clipboard::Null, &mut Vec::new());
        let mut find = focusable::find_focused();
        ui.operate(&renderer, &mut operation::black_box(&mut find));
        found = if let Outcome::Some(id) = find.finish() { Some(id) } else { None };
        cache = ui.into_cache();
    }
    found
}

#[test]
fn the_card_has_the_focus_whichever_answer_comes_last() {
    let [below, above] = [(true, Some("under")), (true, Some("save"))];
    for order in [[below, above], [above, below]] {
        assert_eq!(after(&order), Some(Id::new("save")), "{order:?}");
    }
    assert_eq!(after(&[below]), Some(Id::new("over")), "a card has it before it was ever drawn");
}

#[test]
fn what_lies_under_a_card_has_the_focus_that_was_meant_for_it_once_the_card_is_gone() {
    for before in [None, Some("save")] {
        let pages = [(true, before), (true, Some("under")), (false, None)];
        assert_eq!(after(&pages), Some(Id::new("under")), "{before:?}");
    }
}

#[test]
fn what_lies_under_a_card_without_the_focus_gets_what_was_meant_for_it_once_the_card_is_gone() {
    let pages = [(true, None), (true, Some("under")), (true, None), (false, None)];
    assert_eq!(after_all(plain, &pages[..3]), None, "the card is open still");
    assert_eq!(after_all(plain, &pages), Some(Id::new("under")), "a card without tab stops");

    let pages = [(true, None), (true, Some(BLANK)), (true, Some("under")), (false, None)];
    assert_eq!(after(&pages[..2]), None, "a click on a blank place takes the focus away");
    assert_eq!(after(&pages), Some(Id::new("under")), "after such a click");
    let pages = [(true, None), (true, Some(BLANK)), (true, Some("save"))];
    assert_eq!(after(&pages), Some(Id::new("save")));
}

/// However much a dialog says, and however low the window is: what is said meanwhile stands below it.
#[test]
fn a_note_never_lies_over_a_dialog() {
    use crate::theme::Tone;
    use crate::widget::toast::{toast, under_dialog};
    for size in [Size::new(1280.0, 800.0), Size::new(960.0, 600.0)] {
        let rows = (0..60).map(|row| text::body(format!("row {row}")).into());
        let body = Column::with_children(rows).spacing(SMALL);
        let card = card("Long", body).button(button::main("Save").id("save").on_press(Message::Saved));
        let said = toast(Tone::Good, "What was done ".repeat(30)).dismiss("Close", Message::Closed);
        let page = under_dialog(dialog(space(), Some(card)), Some(said));
        let mut stage: Stage<'_, Message> = Stage::with_size(crate::theme::font::settings(), size, page);
        redraw(&mut stage);
        let save = stage.find(iced_test::selector::id("save")).unwrap().bounds();
        let note = stage.find("What was done ".repeat(30).as_str()).unwrap().bounds();
        assert!(note.y >= save.y + save.height + HUGE, "{save:?} {note:?}");
        assert!(note.y + note.height <= size.height && note.x >= 0.0 && note.x + note.width <= size.width, "{note:?}");
    }
}
