//! The work as it goes on, and what shows afterwards that nothing is left.

use std::sync::Arc;

use iced::Length;
use iced::widget::{Column, column, row};

use super::{Message, Outcome, WIDTH};
use crate::i18n;
use crate::model::outbox::Channel;
use crate::office::erasure::{self, Residue, Step as Deed, Work};
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::{LARGE, SMALL, TINY};
use crate::theme::{Element, Tone, style};
use crate::widget::banner::banner;
use crate::widget::dialog::{Card, card};
use crate::widget::progress::progress;
use crate::widget::{button, text};

/// The button that saves the certificate, for the focus.
pub const SAVE: &str = "erasing-save";

/// Shows how far it is.
pub fn working<'a>(work: &Arc<Work>, scene: &'a Scene) -> Card<'a, Message> {
    let lang = scene.lang;
    let step = work.step();
    let place = Deed::ALL.iter().position(|one| *one == step).unwrap_or(0);
    let what = i18n::text(lang, &format!("erasure-step-{}", step.key()));
    let done = (place + 1) as f32 / (Deed::ALL.len() + 1) as f32;
    let numbers = t!(lang, "erasing-step", step = (place + 1), steps = Deed::ALL.len());
    let can_stop = step == Deed::Removing;
    let stop = button::plain(t!(lang, "cancel")).on_press_maybe(can_stop.then_some(Message::Stop));
    let stop = if can_stop { stop } else { stop.tooltip(t!(lang, "erasing-no-stop")) };
    card(t!(lang, "erasing-title"), progress(what, done, numbers, Some(stop))).max_width(WIDTH).on_escape(Message::Stop)
}

/// Shows what came of it.
pub fn view<'a>(outcome: &'a Outcome, scene: &'a Scene) -> Card<'a, Message> {
    let lang = scene.lang;
    let done = &outcome.done;
    let close = button::plain(t!(lang, "close")).id("erasing-close").on_press(Message::Close);
    let mut body = column![].spacing(LARGE);
    if done.persons.is_empty() {
        for held in &done.held {
            let words = held.words(lang);
            let headline = t!(lang, "erasing-held", name = held.name.as_str());
            body = body.push(banner(Tone::Attention, headline, Some(words), Vec::new()));
        }
        return card(t!(lang, "erasing-title"), body).max_width(WIDTH).button(close).on_escape(Message::Close);
    }
    let residue = done.residue.as_ref().map(Residue::count);
    body = body.push(match (&done.put_off, residue) {
        (Some(why), _) => banner(Tone::Attention, t!(lang, "erasing-put-off"), Some(why.clone()), Vec::new()),
        // What waits holds them: the banner for that says so.
        (None, Some(0) | None) if done.waiting > 0 => {
            let (what, says) = match outcome.waits {
                Some(Channel::Mail) => (t!(lang, "erasing-tell-mail"), t!(lang, "erasing-waits-mail-says")),
                Some(Channel::Letter) | None => (t!(lang, "erasing-tell-letter"), t!(lang, "erasing-waits-says")),
            };
            banner(Tone::Attention, what, Some(says), Vec::new())
        }
        (None, Some(0) | None) => {
            banner(Tone::Good, t!(lang, "erasing-nothing-left"), Some(t!(lang, "certificate-no-residue")), Vec::new())
        }
        (None, Some(count)) => banner(Tone::Danger, t!(lang, "certificate-residue", count = count), None, Vec::new()),
    });
    if outcome.removed_backups > 0 {
        body = body.push(text::body(t!(lang, "cli-erase-backups-removed", count = outcome.removed_backups)));
    }
    if let Some(certificate) = &outcome.certificate {
        let lines = certificate.lines(lang).into_iter().map(|(what, about)| -> Element<'a, Message> {
            row![text::body(what).style(style::muted).width(220), text::body(about).width(Length::Fill)]
                .spacing(SMALL)
                .into()
        });
        body = body.push(Column::with_children(lines).spacing(TINY));
        // Whoever is told by what waits needs no second letter.
        if outcome.waits.is_none() {
            let letter = erasure::confirmation(certificate, lang);
            body = body.push(
                column![
                    text::section(t!(lang, "erasing-letter")),
                    text::caption(t!(lang, "erasing-letter-says")),
                    crate::widget::surface::card(text::body(letter))
                ]
                .spacing(SMALL),
            );
        }
    }
    let saved = outcome.saved.is_some();
    let save = if saved { t!(lang, "erasing-save-again") } else { t!(lang, "erasing-save") };
    let save = if saved { button::plain(save) } else { button::main(save) };
    let copy = button::plain(t!(lang, "erasing-copy")).id("erasing-copy").on_press(Message::Copy);
    let title = match outcome.waits {
        Some(Channel::Mail) => t!(lang, "erasing-done-but-mail"),
        Some(Channel::Letter) => t!(lang, "erasing-done-but-letter"),
        None => t!(lang, "erasing-done"),
    };
    let mut done = card(title, body).max_width(WIDTH);
    if outcome.waits.is_none() {
        done = done.side_button(copy);
    }
    done.button(close).button(save.id(SAVE).on_press(Message::Certificate)).on_escape(Message::Close)
}
