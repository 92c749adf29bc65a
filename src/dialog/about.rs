//! What the program is, and what it is not.

use iced::Alignment;
use iced::widget::{column, image, row};

use crate::i18n::Lang;
use crate::t;
use crate::theme::mark;
use crate::theme::measure::{MEDIUM, TINY};
use crate::widget::banner::banner;
use crate::widget::dialog::{Card, card};
use crate::widget::{button, text};

/// The icon's edge.
const SIGN: u32 = 48;

/// Shows what the program is.
pub fn view<'a, M: Clone + 'a>(lang: Lang, close: M) -> Card<'a, M> {
    let body = column![
        row![
            image(mark::handle()).width(SIGN).height(SIGN),
            column![
                text::name(t!(lang, "app-name")),
                text::caption(t!(lang, "about-version", version = env!("CARGO_PKG_VERSION"))),
            ]
            .spacing(TINY),
        ]
        .spacing(MEDIUM)
        .align_y(Alignment::Center),
        text::body(t!(lang, "about-text")),
        text::body(t!(lang, "about-network")),
        banner(crate::theme::Tone::Attention, t!(lang, "about-no-advice"), None, vec![]),
        column![text::caption(t!(lang, "about-licence")), text::caption(t!(lang, "about-fonts"))].spacing(TINY),
    ]
    .spacing(MEDIUM);
    let done = button::main(t!(lang, "close")).on_press(close.clone());
    card(t!(lang, "about-title"), body).button(done).on_escape(close)
}
