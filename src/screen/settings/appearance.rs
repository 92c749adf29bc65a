//! The page "Language and look": what belongs to the person at the screen, not to the card file.

use iced::widget::{Row, column, row, space};
use iced::{Alignment, Length};

use super::look::{Brightness, Contrast, Zoom};
use super::{Choices, Message, Wish, section};
use crate::i18n::Lang;
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::{HUGE, LARGE, MEDIUM, SMALL, TEXT_COLUMN};
use crate::theme::{Element, Icon};
use crate::widget::checkbox::radio;
use crate::widget::{button, text};

/// Shows the page.
pub fn view<'a>(scene: &'a Scene, choices: Choices) -> Element<'a, Message> {
    let lang = scene.lang;
    let about = button::plain(t!(lang, "frame-about")).icon(Icon::Info).on_press(Message::Wish(Wish::About));
    column![
        section(t!(lang, "settings-section-language"), t!(lang, "settings-language-hint"), languages(lang)),
        section(
            t!(lang, "settings-theme"),
            t!(lang, "settings-theme-hint"),
            options(
                [
                    (Brightness::System, t!(lang, "settings-theme-system")),
                    (Brightness::Light, t!(lang, "settings-theme-light")),
                    (Brightness::Dark, t!(lang, "settings-theme-dark")),
                ],
                choices.brightness,
                Wish::Brightness,
            )
        ),
        section(
            t!(lang, "settings-theme-contrast"),
            t!(lang, "settings-contrast-hint"),
            options(
                [
                    (Contrast::System, t!(lang, "settings-theme-system")),
                    (Contrast::On, t!(lang, "settings-contrast-on")),
                    (Contrast::Off, t!(lang, "settings-contrast-off")),
                ],
                choices.contrast,
                Wish::Contrast,
            )
        ),
        section(t!(lang, "settings-zoom"), t!(lang, "settings-zoom-hint"), zoom(lang, choices.zoom)),
        section(t!(lang, "about-title"), t!(lang, "settings-about-hint"), row![about].into()),
    ]
    .spacing(HUGE)
    .max_width(TEXT_COLUMN)
    .width(Length::Fill)
    .into()
}

/// Shows where the card file lies, and what looks after it.
pub fn file<'a>(scene: &'a Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    column![
        section(t!(lang, "settings-section-file"), t!(lang, "settings-file-hint"), place(scene)),
        section(t!(lang, "merge-find-title"), t!(lang, "settings-duplicates-hint"), duplicates(lang)),
    ]
    .spacing(HUGE)
    .into()
}

fn languages<'a>(spoken: Lang) -> Element<'a, Message> {
    options(Lang::ALL.map(|lang| (lang, lang.own_name().to_owned())), spoken, Wish::Lang)
}

fn options<'a, T: Copy + PartialEq>(
    choices: impl IntoIterator<Item = (T, String)>,
    chosen: T,
    wish: fn(T) -> Wish,
) -> Element<'a, Message> {
    let each = choices
        .into_iter()
        .map(|(value, label)| radio(label, value == chosen).on_select(Message::Wish(wish(value))).into());
    Row::with_children(each).spacing(LARGE).wrap().into()
}

fn zoom<'a>(lang: Lang, zoom: Zoom) -> Element<'a, Message> {
    let step = |icon, words, to: Zoom| {
        let message = (to != zoom).then_some(Message::Wish(Wish::Zoom(to)));
        button::icon(icon, words).on_press_maybe(message)
    };
    let normal = (zoom != Zoom::default()).then_some(Message::Wish(Wish::Zoom(Zoom::default())));
    row![
        step(Icon::Minus, t!(lang, "frame-zoom-out"), zoom.smaller()),
        text::body(t!(lang, "settings-zoom-percent", percent = zoom.percent())),
        step(Icon::Plus, t!(lang, "frame-zoom-in"), zoom.larger()),
        space().width(SMALL),
        button::link(t!(lang, "frame-zoom-reset")).on_press_maybe(normal),
    ]
    .spacing(SMALL)
    .align_y(Alignment::Center)
    .into()
}

fn duplicates<'a>(lang: Lang) -> Element<'a, Message> {
    let find = button::plain(t!(lang, "settings-duplicates")).icon(Icon::Users);
    row![find.on_press(Message::Duplicates)].into()
}

fn place<'a>(scene: &Scene) -> Element<'a, Message> {
    let folder = scene.office.folder().to_string_lossy().into_owned();
    let open = button::plain(t!(scene.lang, "settings-open-folder")).icon(Icon::FolderOpen);
    column![text::body(folder), row![open.on_press(Message::OpenFolder)]].spacing(MEDIUM).into()
}
