#![allow(clippy::unwrap_used, clippy::panic)]

use iced::advanced::mouse::ScrollDelta;
use iced::keyboard::key::Named;
use iced::widget::{column, text_input};
use iced::{Settings, Theme};
use iced_test::Simulator;

use super::columns::{Column, cells};
use super::*;
use crate::widget::line::{highlight, line};

const MILLION: usize = 1_000_000;
const COLUMNS: [Column; 6] =
    [Column::fill(3), Column::fill(2), Column::fill(2), Column::fixed(80.0), Column::fixed(60.0), Column::fixed(60.0)];

fn style(_theme: &Theme) -> Style {
    Style {
        selected: Color::BLACK,
        bar: Color::BLACK,
        hovered: Color::BLACK,
        ring: Color::BLACK,
        thumb: Color::BLACK,
        thumb_hovered: Color::BLACK,
    }
}

fn list(len: usize) -> LongList<'static, Event, Theme> {
    long_list(len, |row| line(format!("row {row}")), |event| event, style).id("list")
}

fn simulator(list: LongList<'static, Event, Theme>) -> Simulator<'static, Event> {
    Simulator::with_size(Settings::default(), Size::new(300.0, 320.0), list)
}

fn wheel(delta: ScrollDelta) -> [iced::Event; 1] {
    [iced::Event::Mouse(mouse::Event::WheelScrolled { delta })]
}

fn redraw() -> [iced::Event; 1] {
    let now = iced::time::Instant::now();
    [iced::Event::Window(iced::window::Event::RedrawRequested(now))]
}

fn events(ui: Simulator<'_, Event>) -> Vec<Event> {
    ui.into_messages().collect()
}

#[test]
fn only_the_rows_in_view_exist() {
    let mut ui = simulator(list(MILLION));
    assert!(ui.find("row 0").is_ok());
    assert!(ui.find("row 9").is_ok());
    assert!(ui.find("row 10").is_err());
}

#[test]
fn a_cursor_set_from_outside_is_scrolled_to() {
    let mut ui = simulator(list(MILLION).cursor(Some(MILLION - 1)));
    assert!(ui.find("row 999999").is_ok());
    assert!(ui.find("row 0").is_err());
}

#[test]
fn the_rows_in_view_are_told_once_for_each_change() {
    let mut ui = simulator(list(MILLION));
    ui.point_at(Point::new(50.0, 50.0));
    for _ in 0..3 {
        ui.simulate(redraw());
    }
    ui.simulate(wheel(ScrollDelta::Pixels { x: 0.0, y: -10.0 }));
    ui.simulate(wheel(ScrollDelta::Pixels { x: 0.0, y: -10.0 }));
    ui.simulate(redraw());
    assert_eq!(events(ui), [Event::Visible(0..10), Event::Visible(0..11)]);
}

#[test]
fn one_notch_scrolls_three_rows_and_never_past_the_ends() {
    let mut ui = simulator(list(12));
    ui.point_at(Point::new(50.0, 50.0));
    ui.simulate(wheel(ScrollDelta::Lines { x: 0.0, y: -1.0 }));
    assert!(ui.find("row 11").is_ok());
    assert!(ui.find("row 1").is_err());
    ui.simulate(wheel(ScrollDelta::Lines { x: 0.0, y: 50.0 }));
    assert!(ui.find("row 0").is_ok());
}

#[test]
fn a_list_without_overflow_leaves_the_wheel_to_others() {
    let mut ui = simulator(list(5));
    ui.point_at(Point::new(50.0, 50.0));
    let status = ui.simulate(wheel(ScrollDelta::Lines { x: 0.0, y: -1.0 }));
    assert_eq!(status, [iced::event::Status::Ignored]);
}

#[test]
fn keys_work_only_with_the_focus_and_typing_passes_by() {
    let mut ui = simulator(list(MILLION).cursor(Some(3)));
    assert_eq!(ui.tap_key(Named::ArrowDown), iced::event::Status::Ignored);
    ui.click("row 2").unwrap();
    assert_eq!(ui.tap_key(Named::ArrowDown), iced::event::Status::Captured);
    assert_eq!(ui.typewrite("x"), iced::event::Status::Ignored);
    assert_eq!(ui.tap_key(Named::Escape), iced::event::Status::Ignored);

    let select = |row| Event::Select { row, mode: Mode::Replace };
    assert_eq!(events(ui), [Event::Visible(0..10), select(2), select(4)]);
}

#[test]
fn a_click_elsewhere_takes_the_focus_away() {
    let field = text_input("field", "").on_input(|_| Event::All);
    let mut ui = Simulator::with_size(Settings::default(), Size::new(300.0, 320.0), column![field, list(100)]);
    ui.click("row 2").unwrap();
    ui.click("field").unwrap();
    assert_eq!(ui.tap_key(Named::ArrowDown), iced::event::Status::Ignored);
}

#[test]
fn a_row_that_is_cut_is_clicked_where_it_shows() {
    // 300 pixels show nine rows and 12 pixels of the tenth.
    let mut ui = Simulator::with_size(Settings::default(), Size::new(300.0, 300.0), list(MILLION));
    ui.point_at(Point::new(50.0, 299.0));
    ui.simulate(iced_test::simulator::click());
    let row = Event::Select { row: 9, mode: Mode::Replace };
    assert!(events(ui).contains(&row));
}

/// Prints what a layout costs; nothing is asserted, machines differ.
#[test]
#[ignore = "measures"]
#[allow(clippy::print_stdout)]
fn measure_layout() {
    use iced_test::core::renderer::Headless;
    use iced_test::futures::futures::executor::block_on;
    use iced_test::runtime::{UserInterface, user_interface};

    let font = iced::Font::with_name("Fira Sans");
    let mut renderer = block_on(<Renderer as Headless>::new(font, 14.into(), None)).unwrap();
    for len in [10_000, MILLION, 100 * MILLION] {
        for is_marked in [false, true] {
            let mut cache = user_interface::Cache::new();
            let mut costs = Vec::new();
            for step in 0..200 {
                let jump = step < 100;
                let target = if jump { step * len / 100 } else { len / 2 + (step - 100) };
                let row = move |row: usize| {
                    let cell = |column: usize| {
                        let content = format!("{row}. Ødegård {column}");
                        let marks = is_marked.then_some(3..6);
                        highlight(content, marks).into()
                    };
                    cells(&COLUMNS, (0..6).map(cell))
                };
                let list = long_list(len, row, |event: Event| event, style).cursor(Some(target));
                let size = Size::new(1000.0, 800.0);
                let start = std::time::Instant::now();
                let ui = UserInterface::build(list, size, cache, &mut renderer);
                costs.push((jump, start.elapsed()));
                cache = ui.into_cache();
            }
            for (name, kind) in [("jump", true), ("one row", false)] {
                let mut times: Vec<_> = costs.iter().filter(|cost| cost.0 == kind).collect();
                times.sort_by_key(|cost| cost.1);
                println!("{len} rows, marked {is_marked}, {name}: {:?}", times[times.len() / 2].1);
            }
        }
    }
}
