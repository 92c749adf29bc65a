//! Stages widgets for tests, and paints every widget in every look.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::button::{self, Kind};
use super::checkbox::{checkbox, radio, switch};
use super::choice::choice;
use super::dialog::{card as dialog_card, dialog};
use super::field::{field, key_value, text_area, text_field};
use super::lookup::lookup;
use super::tabs::{Tab, tabs};
use super::toast::{self, toast};
use super::{avatar, badge, banner, empty_state, progress, surface, text};
use crate::theme::measure::{HUGE, LARGE, MEDIUM, SMALL};
use crate::theme::{Element, Icon, Theme, Tone, font, style};
use iced::advanced::widget::Id;
use iced::keyboard::key::{Code, Physical};
use iced::keyboard::{self, Key, Location, Modifiers, key::Named};
use iced::widget::image::Handle;
use iced::widget::text_editor::Content;
use iced::widget::{column, container, row, scrollable, space};
use iced::{Alignment, Event, Length, Size, window};
use iced_test::Simulator;
use iced_test::selector::{self, Target};
use std::path::PathBuf;

pub(super) type Stage<'a, Message> = Simulator<'a, Message, Theme, iced::Renderer>;

/// Puts a widget on a stage of 800 × 600 with the fonts of the house.
pub(super) fn stage<'a, Message>(element: impl Into<Element<'a, Message>>) -> Stage<'a, Message> {
    Simulator::with_size(font::settings(), Size::new(800.0, 600.0), element)
}

/// Puts a form on a stage inside a dialog, which handles Tab, and lets it take the focus.
pub(super) fn form<'a, Message: Clone + 'a>(body: impl Into<Element<'a, Message>>) -> Stage<'a, Message> {
    let mut stage = stage(dialog(space().width(Length::Fill).height(Length::Fill), Some(dialog_card("Form", body))));
    redraw(&mut stage);
    stage
}

/// Sends what the window sends before it draws.
pub(super) fn redraw<Message>(stage: &mut Stage<'_, Message>) {
    let now = iced::time::Instant::now();
    stage.simulate([Event::Window(window::Event::RedrawRequested(now))]);
}

/// Presses a key that types nothing.
pub(super) fn press<Message>(stage: &mut Stage<'_, Message>, key: Named) {
    press_with(stage, key, Modifiers::empty());
}

pub(super) fn press_with<Message>(stage: &mut Stage<'_, Message>, key: Named, modifiers: Modifiers) {
    stage.simulate([Event::Keyboard(keyboard::Event::KeyPressed {
        key: Key::Named(key),
        modified_key: Key::Named(key),
        physical_key: Physical::Code(Code::Help),
        location: Location::Standard,
        modifiers,
        repeat: false,
        text: None,
    })]);
    redraw(stage);
}

/// Types one letter after the other.
pub(super) fn write<Message>(stage: &mut Stage<'_, Message>, words: &str) {
    for letter in words.chars() {
        stage.typewrite(&letter.to_string());
        redraw(stage);
    }
}

/// Returns the id of what has the focus.
pub(super) fn focused<Message>(stage: &mut Stage<'_, Message>) -> Option<Id> {
    match stage.find(selector::is_focused()).ok()? {
        Target::Focusable { id, .. } | Target::TextInput { id, .. } => id,
        Target::Container { .. } | Target::Scrollable { .. } | Target::Text { .. } | Target::Custom { .. } => None,
    }
}

#[derive(Debug, Clone)]
enum Nothing {
    Happened,
}

fn buttons<'a>() -> Element<'a, Nothing> {
    let press = Nothing::Happened;
    column![
        row![
            button::main("Change 214 persons").on_press(press.clone()),
            button::plain("Cancel").on_press(press.clone()),
            button::danger("Delete").icon(Icon::Trash).on_press(press.clone()),
            button::link("Open the law").on_press(press.clone()),
            button::button(Kind::Quiet, "Note").icon(Icon::Plus).on_press(press.clone()),
            button::icon(Icon::More, "More").on_press(press.clone()),
        ]
        .spacing(SMALL)
        .align_y(Alignment::Center),
        row![
            button::main("Disabled"),
            button::plain("Disabled").icon(Icon::Lock),
            button::danger("Disabled"),
            button::link("Disabled"),
            button::plain("Name").trailing(Icon::ChevronDown).small().on_press(press.clone()),
            button::icon(Icon::Copy, "Copy").small().on_press(press),
        ]
        .spacing(SMALL)
        .align_y(Alignment::Center),
    ]
    .spacing(MEDIUM)
    .into()
}

fn fields<'a>(note: &'a Content, choices: Vec<(u8, String)>) -> Element<'a, Nothing> {
    let typed = |_: String| Nothing::Happened;
    let choice = |chosen| choice(choices.clone(), chosen).placeholder("Choose…").on_choose(|_| Nothing::Happened);
    let eye = button::icon(Icon::Eye, "Show").small().on_press(Nothing::Happened);
    column![
        row![
            field("First name", text_field("", "Åse").on_input(typed)),
            field("Last name", text_field("", "Ødegård").on_input(typed)),
            field("Number", text_field("", "1 204 331").on_input(typed)),
        ]
        .spacing(MEDIUM),
        row![
            field("E-mail", text_field("", "ase@example").invalid(true).on_input(typed))
                .error(Some("An address has an @ and a dot after it.")),
            field("Passphrase", text_field("", "correct horse").secure(true).on_input(typed).trailing(eye))
                .hint("At least three words."),
            field("Locked", text_field("", "Not yours to change")),
        ]
        .spacing(MEDIUM),
        row![
            field("Relation", choice(Some(2))),
            field("Language", choice(None)),
            field(
                "Company",
                lookup(
                    text_field("Type a name", "").icon(Icon::Building).on_input(typed),
                    vec!["Fjordfisk AS".into()],
                    |_| Nothing::Happened
                )
            ),
        ]
        .spacing(MEDIUM),
        text_field("Search persons", "").icon(Icon::Search).on_input(typed),
        field("Note", text_area(note, "What should not be forgotten").on_action(|_| Nothing::Happened)),
    ]
    .spacing(MEDIUM)
    .into()
}

fn signs<'a>() -> Element<'a, Nothing> {
    let toggle = |_| Nothing::Happened;
    column![
        tabs(
            [
                Tab::new("Contact").filled(true),
                Tab::new("Details").filled(true),
                Tab::new("More"),
                Tab::new("Interests"),
                Tab::new("Note").filled(true),
            ],
            1,
            None,
            |_| Nothing::Happened
        ),
        row![
            checkbox("Former employee", true).on_toggle(toggle),
            checkbox("No mailings", false).on_toggle(toggle),
            checkbox("Not yours", true),
            switch("Lock when idle", true).on_toggle(toggle),
            switch("Large print", false).on_toggle(toggle),
            radio("A year", true).on_select(Nothing::Happened),
            radio("Ever", false).on_select(Nothing::Happened),
        ]
        .spacing(LARGE),
        row![
            badge::badge(Tone::Good, "Informed"),
            badge::badge(Tone::Attention, "9 days left"),
            badge::badge(Tone::Danger, "Restricted"),
            badge::badge(Tone::Muted, "Archived"),
            badge::badge(Tone::Accent, "New"),
            badge::status(Tone::Good, "Consent, 12 March 2026"),
            badge::status(Tone::Attention, "Not informed yet, 9 days left"),
        ]
        .spacing(MEDIUM)
        .align_y(Alignment::Center),
        banner::banner(
            Tone::Danger,
            "Åse objected to marketing on 12 March 2026.",
            Some("Mailings leave her out. What she has bought stays.".into()),
            vec![button::plain("Show why").small().on_press(Nothing::Happened).into()]
        ),
        banner::banner(Tone::Attention, "Write the recovery key down.", None, vec![]),
        banner::banner(Tone::Accent, "A newer version can be had.", None, vec![]),
        banner::banner(Tone::Good, "The journal is whole.", None, vec![]),
        progress::progress(
            "Reading people.xlsx",
            0.21,
            "412 of 2 000",
            Some(button::plain("Cancel").small().on_press(Nothing::Happened))
        ),
    ]
    .spacing(MEDIUM)
    .into()
}

fn person<'a>() -> Element<'a, Nothing> {
    let shades = (0..64 * 64u32).flat_map(|pixel| [(pixel % 64 * 4) as u8, (pixel / 64 * 4) as u8, 120, 255]);
    let mut pixels: Vec<u8> = shades.collect();
    avatar::cut_round(&mut pixels, 64);
    let picture = Handle::from_rgba(64, 64, pixels);
    let copy = || button::icon(Icon::Copy, "Copy").small().on_press(Nothing::Happened);
    surface::card(
        column![
            row![
                avatar::avatar("ÅØ", None, 48.0),
                avatar::avatar("ÅØ", Some(picture), 48.0),
                column![text::name("Åse Ødegård"), text::body("Innkjøper · Fjordfisk AS").style(style::muted)]
                    .width(Length::Fill),
                button::plain("Edit").icon(Icon::Pencil).on_press(Nothing::Happened)
            ]
            .spacing(MEDIUM),
            surface::line(),
            key_value(
                "E-mail",
                row![text::body("ase@example.org"), text::caption("work"), copy()]
                    .spacing(SMALL)
                    .align_y(Alignment::Center)
            ),
            key_value("Mobile", text::body("+47 900 11 222")),
            surface::section(
                "Activities",
                Some(button::button(Kind::Quiet, "Call").icon(Icon::Plus).on_press(Nothing::Happened).into()),
                surface::skeleton(2)
            ),
        ]
        .spacing(SMALL),
    )
}

fn rail<'a>() -> Element<'a, Nothing> {
    let item =
        |icon, label: &'static str, selected| button::rail(icon, label, selected, false, Some(Nothing::Happened));
    container(
        column![
            item(Icon::Users, "Persons", true),
            item(Icon::Building, "Companies", false),
            item(Icon::List, "Selections", false),
            item(Icon::Mail, "Mail", false),
            item(Icon::Trash, "Bin", false),
            item(Icon::Settings, "Settings", false),
        ]
        .spacing(4),
    )
    .padding(4)
    .into()
}

fn everything<'a>(note: &'a Content, choices: Vec<(u8, String)>) -> Element<'a, Nothing> {
    let empty = empty_state::empty_state(
        Icon::Users,
        "Nobody here yet",
        "People you import or write down stand here.",
        Some(button::main("Import persons").on_press(Nothing::Happened)),
    );
    let page = row![
        rail(),
        column![buttons(), fields(note, choices), signs(), row![container(person()).width(420), empty].spacing(LARGE)]
            .spacing(HUGE)
    ]
    .spacing(LARGE);
    let long = "The card file could not be saved, for the disk is full. Nothing was lost: what you typed is still here. \
                Make room on the disk, and save again.";
    let toasts = [(Tone::Danger, long), (Tone::Good, "214 persons changed.")]
        .map(|(tone, words)| toast(tone, words).action("Undo", Nothing::Happened).dismiss("Close", Nothing::Happened));
    container(toast::stack(container(page).padding(HUGE).height(Length::Fill), toasts, 0.0, 0.0))
        .style(style::paper)
        .into()
}

fn paint(stage: &mut Stage<'_, Nothing>, name: &str, theme: Theme) {
    let folder = std::env::var_os("CARGO_TARGET_DIR").map_or("target".into(), PathBuf::from);
    let path = folder.join("gallery").join(format!("{name}-{}", iced::theme::Base::name(&theme)));
    let _ =
        std::fs::remove_file(path.with_file_name(format!("{name}-{}-tiny-skia.png", iced::theme::Base::name(&theme))));
    stage.snapshot(&theme).unwrap().matches_image(path).unwrap();
}

fn choices() -> Vec<(u8, String)> {
    ["Customer", "Supplier", "Partner", "Press", "Applicant"]
        .into_iter()
        .zip(1..)
        .map(|(label, key)| (key, label.to_owned()))
        .collect()
}

/// Paints pictures into the target folder, to be looked at.
#[test]
#[ignore = "paints pictures to look at"]
fn gallery() {
    for theme in Theme::ALL {
        let note = Content::new();
        let mut page: Stage<'_, Nothing> =
            Simulator::with_size(font::settings(), Size::new(1000.0, 1260.0), everything(&note, choices()));
        paint(&mut page, "widgets", theme);

        let body = column![
            text::body("This cannot be taken back. 12 persons lose their cards, notes and activities."),
            field("Reason", choice(choices(), Some(2)).on_choose(|_| Nothing::Happened)),
            field(
                "Company",
                lookup(
                    text_field("", "").on_input(|_| Nothing::Happened),
                    vec!["Fjordfisk AS".into(), "Fjordland Bakeri".into()],
                    |_| Nothing::Happened
                )
            ),
            checkbox("I have told them", false).on_toggle(|_| Nothing::Happened),
        ]
        .spacing(MEDIUM);
        let card = dialog_card("Erase 12 persons", body)
            .aside("Article 17")
            .side_button(button::link("History").on_press(Nothing::Happened))
            .button(button::plain("Cancel").on_press(Nothing::Happened))
            .button(button::danger("Erase 12 persons").on_press(Nothing::Happened));
        let long =
            column((0..14).map(|index| {
                field(format!("Field {index}"), text_field("", "").on_input(|_| Nothing::Happened)).into()
            }))
            .push(choice((0..30).map(|key| (key, format!("Choice {key}"))), Some(20)).on_choose(|_| Nothing::Happened))
            .spacing(MEDIUM);
        let save = button::main("Save").on_press(Nothing::Happened);
        let long = dialog_card("A long form", long).button(save);
        let mut tall = stage(dialog(space(), Some(long)));
        redraw(&mut tall);
        for _ in 0..14 {
            press(&mut tall, Named::Tab);
        }
        press(&mut tall, Named::ArrowDown);
        paint(&mut tall, "dialog-long", theme);

        let behind = container(scrollable(fields(&note, choices())))
            .padding(HUGE)
            .width(Length::Fill)
            .height(Length::Fill)
            .style(style::paper);
        let mut stage = stage(dialog(behind, Some(card)));
        redraw(&mut stage);
        press(&mut stage, Named::ArrowDown);
        paint(&mut stage, "dialog-choice", theme);
        press(&mut stage, Named::Escape);
        press(&mut stage, Named::Tab);
        press(&mut stage, Named::ArrowDown);
        paint(&mut stage, "dialog-lookup", theme);
        press(&mut stage, Named::Escape);
        press(&mut stage, Named::Tab);
        press(&mut stage, Named::Tab);
        press(&mut stage, Named::Tab);
        paint(&mut stage, "dialog-button", theme);
    }
}
