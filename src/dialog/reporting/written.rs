//! What was written, and where it lies.

use iced::Length;
use iced::widget::{Column, column, row};

use super::Message;
use crate::model::report::{Format, Kind};
use crate::office::report::{Written, format_name};
use crate::screen::Scene;
use crate::t;
use crate::theme::Element;
use crate::theme::Tone;
use crate::theme::measure::{LARGE, SMALL, TINY};
use crate::widget::banner::banner;
use crate::widget::dialog::{Card, card};
use crate::widget::{button, text};

/// The button that shows the folder, for the focus.
pub const SHOW: &str = "reporting-show";
/// How wide the dialog is then, in pixels.
const WIDTH: f32 = 680.0;
/// How many signs of a hash are shown; the file beside the others has all.
const HASH: usize = 16;

/// Shows what was written.
pub fn view<'a>(written: &'a Written, scene: &'a Scene) -> Card<'a, Message> {
    let lang = scene.lang;
    let entry = &written.entry;
    let headline = match entry.kind {
        Kind::Access => t!(lang, "reporting-done-access", count = written.files.len()),
        Kind::Portable => t!(lang, "reporting-done-portable", count = written.files.len()),
    };
    let is_sealed = written.files.iter().any(|out| out.file.format == Format::Sealed);
    let says = if is_sealed { t!(lang, "reporting-done-sealed") } else { t!(lang, "reporting-done-says") };
    let said = banner(Tone::Good, headline, Some(says), Vec::new());
    let files = written.files.iter().map(|out| -> Element<'a, Message> {
        let hash = out.file.sha256.get(..HASH).unwrap_or_default();
        row![
            text::body(format_name(lang, out.file.format)).width(96),
            text::body(out.file.name.as_str()).width(Length::Fill),
            text::caption(t!(lang, "exports-hash", hash = hash)),
        ]
        .spacing(SMALL)
        .into()
    });
    let folder = written.manifest.parent().map(|folder| text::caption(folder.display().to_string()));
    let manifest = text::caption(t!(lang, "reporting-manifest"));
    let body = column![said, Column::with_children(files).spacing(TINY)].push(folder).push(manifest).spacing(LARGE);
    card(t!(lang, "reporting-title"), body)
        .max_width(WIDTH)
        .button(button::plain(t!(lang, "close")).id("reporting-close").on_press(Message::Close))
        .button(button::main(t!(lang, "reporting-show")).id(SHOW).on_press(Message::Show))
        .on_escape(Message::Close)
}
