//! The first step: which file.

use iced::widget::{column, container, row, space};
use iced::{Alignment, Length, border};

use super::work::Kind;
use super::{Message, State, file_name};
use crate::i18n::Lang;
use crate::model::user::Right;
use crate::office::problem;
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::{CARD_RADIUS, HUGE, LARGE, MEDIUM, SMALL, TINY};
use crate::theme::{Element, Icon, Theme, Tone, style};
use crate::widget::banner::banner;
use crate::widget::button;
use crate::widget::field::{field, text_field};
use crate::widget::{surface, text};

/// The id of the button that chooses a file.
pub(super) const CHOOSE: &str = "import-choose";

/// Returns the step: a place to drop a file on, a button to choose one, a field to type where it is.
pub(super) fn view<'a>(state: &'a State, scene: &'a Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let typed = text_field(t!(lang, "import-path-hint"), &state.typed)
        .id("import-path")
        .icon(Icon::File)
        .on_input(Message::Typed)
        .on_submit(Message::Next);
    let next = (!state.typed.trim().is_empty()).then_some(Message::Next);
    let read = scene.allowed(button::plain(t!(lang, "import-read")), Right::Import, next);
    let lacks = (!scene.office.user().may(Right::Import))
        .then(|| banner(Tone::Attention, problem::lacks(lang, Right::Import), None, vec![]));
    let path = row![field(t!(lang, "import-or-type"), typed), read].spacing(SMALL).align_y(Alignment::End);
    let page = column![].push(lacks).push(drop_area(state, scene)).push(path).push(kinds(lang));
    let page = page.spacing(HUGE).max_width(760).padding(TINY);
    surface::scroll(container(page).center_x(Length::Fill))
}

fn drop_area<'a>(state: &State, scene: &Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let reading = state.is_shown(Kind::Opening);
    let chosen = state.file.as_ref().map(|file| t!(lang, "import-chosen", file = file_name(&file.path)));
    let headline = if reading {
        t!(lang, "import-reading", file = file_name(std::path::Path::new(&state.typed)))
    } else {
        chosen.unwrap_or_else(|| t!(lang, "import-drop"))
    };
    let choose = button::button(
        if state.file.is_some() { button::Kind::Plain } else { button::Kind::Main },
        t!(lang, "import-choose"),
    );
    let choose = choose.icon(Icon::FolderOpen).id(CHOOSE);
    let choose = scene.allowed(choose, Right::Import, Message::Pick);
    let words = column![
        text::icon_sized(Icon::FileUp, 32.0).style(style::muted),
        space().height(SMALL),
        text::section(headline).align_x(Alignment::Center),
        text::body(t!(lang, "import-drop-text")).style(style::muted).align_x(Alignment::Center),
        space().height(MEDIUM),
        Element::from(choose)
    ]
    .spacing(TINY)
    .max_width(460)
    .align_x(Alignment::Center);
    container(words)
        .center_x(Length::Fill)
        .padding(HUGE + SMALL)
        .style(|theme: &Theme| {
            let roles = theme.roles();
            let border = border::rounded(CARD_RADIUS).width(roles.line_width).color(roles.field_border);
            container::Style { border, ..style::surface(theme) }
        })
        .into()
}

/// Says which files are taken.
fn kinds<'a>(lang: Lang) -> Element<'a, Message> {
    let kind = |icon: Icon, name: String, words: String| {
        row![
            text::icon(icon).style(style::muted),
            text::strong(name).width(72),
            text::body(words).style(style::muted).width(Length::Fill)
        ]
        .spacing(MEDIUM)
    };
    column![
        text::section(t!(lang, "import-takes")),
        kind(Icon::FileText, t!(lang, "import-format-csv"), t!(lang, "import-takes-csv")),
        kind(Icon::Columns, t!(lang, "import-format-xlsx"), t!(lang, "import-takes-xlsx")),
        kind(Icon::User, t!(lang, "import-format-vcard"), t!(lang, "import-takes-vcard")),
        row![
            text::icon(Icon::Lock).style(style::muted),
            text::caption(t!(lang, "import-stays-here")).width(Length::Fill)
        ]
        .spacing(MEDIUM)
    ]
    .spacing(SMALL)
    .padding(iced::Padding::ZERO.bottom(LARGE))
    .into()
}
