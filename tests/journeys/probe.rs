//! Tries the harness itself, and the long list in a whole program, on a small program made for it.

use std::collections::BTreeSet;
use std::time::Duration;

use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};
use iced::widget::{button, column, container, mouse_area, operation, row, stack, text, text_input};
use iced::{Color, Element, Fill, Length, Point, Program, Size, Task, Theme};
use kartotek::widget::focus;
use kartotek::widget::hotkeys::{Step, hotkeys};
use kartotek::widget::inert::inert;
use kartotek::widget::line::{self, highlight, line};
use kartotek::widget::long_list::columns::{Column, cells};
use kartotek::widget::long_list::header::{self, Direction, header, heading};
use kartotek::widget::long_list::{self, Event, Mode, long_list};
use kartotek::widget::split::{self, split};

use super::harness::{Harness, Setup};

const ROWS: usize = 1_000_000;
const COLUMNS: [Column; 3] = [Column::fill(3), Column::fill(2), Column::fixed(70.0).right()];

#[derive(Default)]
struct Probe {
    name: String,
    answer: String,
    len: usize,
    cursor: Option<usize>,
    anchor: usize,
    selected: BTreeSet<usize>,
    visible: std::ops::Range<usize>,
    opened: Option<usize>,
    sort: Option<Direction>,
    left: f32,
    has_dialog: bool,
    dropped: usize,
    ticked: bool,
}

#[derive(Debug, Clone)]
enum Message {
    Name(String),
    Ask,
    Answered(String),
    List(Event),
    Sort,
    Left(f32),
    Tab(Step),
    Saved,
    Dialog(bool),
    Jump(usize),
    Len(usize),
    Dropped,
    Tick,
    Ticked,
}

fn boot() -> (Probe, Task<Message>) {
    let probe = Probe { len: ROWS, left: 420.0, ..Probe::default() };
    (probe, operation::focus("name"))
}

fn update(probe: &mut Probe, message: Message) -> Task<Message> {
    match message {
        Message::Name(name) => probe.name = name,
        Message::Ask => {
            let (answer, reply) = tokio::sync::oneshot::channel();
            let name = probe.name.clone();
            std::thread::spawn(move || {
                std::thread::sleep(Duration::from_millis(60));
                let _ = answer.send(format!("Hello, {name}"));
            });
            return Task::perform(reply, |reply| Message::Answered(reply.unwrap()));
        }
        Message::Answered(answer) => probe.answer = answer,
        Message::List(Event::Select { row, mode }) => {
            match mode {
                Mode::Replace => {
                    probe.selected = BTreeSet::from([row]);
                    probe.anchor = row;
                }
                Mode::Toggle => {
                    if !probe.selected.remove(&row) {
                        probe.selected.insert(row);
                    }
                    probe.anchor = row;
                }
                Mode::Extend => {
                    probe.selected = (probe.anchor.min(row)..=probe.anchor.max(row)).collect();
                }
            }
            probe.cursor = Some(row);
        }
        Message::List(Event::Activate(row)) => probe.opened = Some(row),
        Message::List(Event::All) => probe.selected = (0..probe.len).collect(),
        Message::List(Event::Visible(rows)) => probe.visible = rows,
        Message::Sort => probe.sort = Some(Direction::Descending),
        Message::Left(width) => probe.left = width,
        Message::Tab(step) => return focus::step(step == Step::Next),
        Message::Saved => probe.answer = "Saved".to_owned(),
        Message::Dialog(is_open) => probe.has_dialog = is_open,
        Message::Jump(row) => return long_list::scroll_to("people", row),
        Message::Len(len) => probe.len = len,
        Message::Dropped => probe.dropped += 1,
        Message::Tick => {
            return Task::perform(tokio::time::sleep(Duration::from_millis(700)), |()| Message::Ticked);
        }
        Message::Ticked => probe.ticked = true,
    }
    Task::none()
}

fn accent(alpha: f32) -> Color {
    Color::from_rgba8(0x0F, 0x6B, 0x63, alpha)
}

fn grey(level: u8) -> Color {
    Color::from_rgb8(level, level, level)
}

fn list_style(_theme: &Theme) -> long_list::Style {
    long_list::Style {
        selected: accent(0.12),
        bar: accent(1.0),
        hovered: Color::from_rgba8(0, 0, 0, 0.04),
        ring: accent(1.0),
        thumb: grey(0xC4),
        thumb_hovered: grey(0x8A),
    }
}

fn header_style(_theme: &Theme) -> header::Style {
    header::Style { text: grey(0x5B), sorted: grey(0x1F), hovered: Color::from_rgba8(0, 0, 0, 0.05), ring: accent(1.0) }
}

fn person<'a>(row: usize) -> Element<'a, Message> {
    let name = format!("Ødegård, Åse {row}");
    let found = name.find("deg").map(|start| start..start + 3);
    cells(
        &COLUMNS,
        [
            highlight(name, found)
                .style(|_| line::Style { color: None, mark: Some(Color::from_rgba8(0xE5, 0xB2, 0x5D, 0.45)) })
                .size(14)
                .into(),
            line("Fjordfisk og Sønner Eftf. AS").size(14).into(),
            line(row.to_string()).size(14).into(),
        ],
    )
    .into()
}

fn view(probe: &Probe) -> Element<'_, Message> {
    let list = long_list(probe.len, person, Message::List, list_style)
        .id("people")
        .cursor(probe.cursor)
        .selected(|row| probe.selected.contains(&row));
    let headings = header(
        &COLUMNS,
        [
            heading("Name")
                .size(13)
                .id("sort-name")
                .sort(probe.sort.or(Some(Direction::Ascending)))
                .on_press(Message::Sort),
            heading("Company").size(13).id("sort-company").on_press(Message::Sort),
            heading("No.").size(13).on_press(Message::Sort),
        ],
        header_style,
    );
    let left = column![container(headings).height(32), container(list).height(Fill).width(Fill),];
    let right = column![
        text_input("Your name", &probe.name).id("name").on_input(Message::Name),
        button("Ask").on_press(Message::Ask),
        mouse_area(text("Menu")).on_right_press(Message::Saved),
        text(&probe.answer),
        text(format!("{} chosen", probe.selected.len())),
        text(format!("opened {:?}", probe.opened)),
    ]
    .spacing(12)
    .padding(16);
    let desk = split(left, right, probe.left, 200.0..=520.0, Message::Left, |_| split::Style {
        line: grey(0xDE),
        active: accent(1.0),
    })
    .id("divider");

    let mut layers = stack![inert(desk, probe.has_dialog)];
    if probe.has_dialog {
        layers = layers.push(
            container(
                row![
                    text_input("Reason", "").id("reason").on_input(Message::Name),
                    button("Close").on_press(Message::Dialog(false)),
                ]
                .width(Length::Fixed(300.0)),
            )
            .center(Fill),
        );
    }

    hotkeys(layers, |key, modifiers| match key {
        Key::Character(letter) if modifiers == Modifiers::CTRL && letter == "s" => Some(Message::Saved),
        Key::Character(letter) if letter == "?" => Some(Message::Dialog(true)),
        _ => None,
    })
    .before(|key, _| match key {
        Key::Named(Named::Escape) if probe.has_dialog => Some(Message::Dialog(false)),
        _ => None,
    })
    .on_tab(Message::Tab)
    .into()
}

fn program() -> impl Program<State = Probe, Message = Message> + 'static {
    iced::application(boot, update, view).theme(|_: &Probe| Theme::Light).subscription(|_| {
        iced::event::listen_with(|event, _, _| match event {
            iced::Event::Window(iced::window::Event::FileDropped(_)) => Some(Message::Dropped),
            _ => None,
        })
    })
}

fn start() -> Harness<impl Program<State = Probe, Message = Message>> {
    let setup = Setup { size: Size::new(900.0, 500.0), ..Setup::default() };
    Harness::start_with(program(), setup)
}

#[test]
fn a_worker_thread_answers_before_the_next_step() {
    let mut app = start();
    app.expect("Your name")
        .expect_focus("name")
        .type_text("Åse Ødegård")
        .expect("Åse Ødegård")
        .click("Ask")
        .expect("Hello, Åse Ødegård")
        .expect_part("Ødegård, Åse 0")
        .expect_none("Your name");
}

#[test]
fn a_timer_holds_nobody_up_but_can_be_waited_for() {
    let setup = Setup { quiet: Duration::from_millis(30), ..Setup::default() };
    let mut app = Harness::start_with(program(), setup);
    app.message(Message::Tick);
    assert!(!app.state().ticked);
    app.message(Message::Ask).expect_part("Hello");
}

#[test]
#[should_panic(expected = "Your name")]
fn a_failure_says_what_is_on_the_screen() {
    start().expect("Nobody wrote this");
}

#[test]
fn the_keyboard_reaches_the_last_of_a_million_rows() {
    let mut app = start();
    app.click("Ødegård, Åse 3").key("end");
    app.expect("Ødegård, Åse 999999").expect("1 chosen");
    assert_eq!(app.state().visible.end, ROWS);

    app.key("shift+pageup").key("enter");
    let page = app.state().selected.len();
    assert!(page > 5, "a page is {page} rows");
    let cursor = app.state().cursor;
    assert_eq!(app.state().opened, cursor);

    app.key("home").expect("Ødegård, Åse 0").key("ctrl+a");
    app.expect("1000000 chosen");
    app.shot("probe-all");
}

#[test]
fn the_mouse_selects_as_everywhere() {
    let mut app = start();
    app.click("Ødegård, Åse 2").expect("1 chosen");
    app.click_with("shift", "Ødegård, Åse 5").expect("4 chosen");
    app.click_with("ctrl", "Ødegård, Åse 4").expect("3 chosen").hover("Ødegård, Åse 9");
    app.shot("probe-mouse");
    app.double_click("Ødegård, Åse 7").expect("opened Some(7)").expect("1 chosen");
    app.wheel("Ødegård, Åse 7", 2.0).expect_none("Ødegård, Åse 5").expect("Ødegård, Åse 6");
}

#[test]
fn the_scrollbar_drags_to_the_end_and_turns_pages() {
    let mut app = start();
    let list = app.bounds("people").unwrap();
    let x = list.x + list.width - 6.0;
    app.click_at(Point::new(x, list.y + list.height / 2.0));
    let first = app.state().visible.start;
    assert!((10..20).contains(&first), "one page further is row {first}");

    app.drag(Point::new(x, list.y + 8.0), Point::new(x, 900.0));
    app.expect("Ødegård, Åse 999999");
    app.drag(Point::new(x, list.y + list.height - 12.0), Point::new(x, list.y + list.height / 2.0));
    let middle = app.state().visible.start;
    assert!((450_000..550_000).contains(&middle), "row {middle}");
}

#[test]
fn the_list_follows_tasks_and_clamps_when_it_shrinks() {
    let mut app = start();
    app.message(Message::Jump(500_000)).expect("Ødegård, Åse 500000");
    app.message(Message::Len(3)).expect("Ødegård, Åse 2");
    assert_eq!(app.state().visible, 0..3);
    app.message(Message::Len(0)).expect_none("Ødegård, Åse 2");
    assert_eq!(app.state().visible, 0..0);
}

#[test]
fn tab_visits_every_stop_and_enter_sorts() {
    let mut app = start();
    for stop in ["sort-name", "sort-company"] {
        app.key("tab").expect_focus(stop);
    }
    app.key("enter");
    assert_eq!(app.state().sort, Some(Direction::Descending));
    app.shot("probe-header-focus");
    app.key("tab").key("tab").expect_focus("people");
    app.key("down").key("down").key("shift+down");
    app.shot("probe-list-focus");
    app.key("tab").expect_focus("divider").key("left");
    assert_eq!(app.state().left, 404.0);
    app.key("shift+tab").expect_focus("people");
}

#[test]
fn hotkeys_know_what_a_field_has_used() {
    let mut app = start();
    app.key("?").expect("?");
    assert!(!app.state().has_dialog);
    app.key("ctrl+s").expect("Saved");
    app.key("escape").key("?").expect("Close");
}

#[test]
fn a_covered_desk_takes_neither_focus_nor_keys() {
    let mut app = start();
    app.click("Ødegård, Åse 3");
    app.message(Message::Dialog(true));
    app.expect("Close").expect_none("Ask").key("down");
    assert_eq!(app.state().cursor, Some(3));
    app.key("tab").expect_focus("reason").key("tab").expect_focus("reason");
    app.shot("probe-dialog");
    app.key("escape").expect_none("Close").key("down");
    assert_eq!(app.state().cursor, Some(4));
}

#[test]
fn the_divider_stays_within_its_limits() {
    let mut app = start();
    app.drag(Point::new(422.0, 300.0), Point::new(302.0, 300.0));
    assert_eq!(app.state().left, 300.0);
    app.drag(Point::new(298.0, 300.0), Point::new(890.0, 300.0));
    assert_eq!(app.state().left, 520.0);
    app.drag(Point::new(520.0, 300.0), Point::new(20.0, 300.0));
    assert_eq!(app.state().left, 200.0);
    app.shot("probe-narrow");
}

#[test]
fn events_without_a_widget_reach_subscriptions() {
    let mut app = start();
    app.drop_file("people.csv")
        .expect_state("one file was dropped", |probe| probe.dropped == 1)
        .resize(700.0, 400.0)
        .expect("Ask");
}

#[test]
fn the_clipboard_works_both_ways() {
    let mut app = Harness::start(program());
    app.click_id("name").type_text("Åse").key("ctrl+a").key("ctrl+c");
    assert_eq!(app.clipboard(), Some("Åse"));
    app.set_clipboard("Tor").key("ctrl+v").expect("Tor");
}

#[test]
fn the_right_button_and_the_title_bar_work() {
    let mut app = start();
    app.right_click("Menu").expect("Saved").close();
    assert!(app.has_exited());
}

#[test]
fn pictures_come_at_twice_the_size_too() {
    let setup = Setup { size: Size::new(440.0, 200.0), scale: 2.0, ..Setup::default() };
    let path = Harness::start_with(program(), setup).shot("probe-twice");
    let (width, height) = image::image_dimensions(path).unwrap();
    assert_eq!((width, height), (880, 400));
}
