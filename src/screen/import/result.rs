//! The fifth step: how far the import is, what came of it, and what came of taking it back.

use iced::widget::{column, container, row, space};
use iced::{Alignment, Length};

use super::work::Kind;
use super::{Message, State, tiles};
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::{HUGE, MEDIUM};
use crate::theme::{Element, Icon, Tone, style};
use crate::widget::progress::progress;
use crate::widget::{banner, button, surface, text};

/// Returns how far the import, or taking it back, is.
pub(super) fn working<'a>(state: &State, scene: &Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let Some(work) = &state.work else { return space().into() };
    let (share, numbers) = work.done(lang);
    let what = match work.kind {
        _ if work.stopping => t!(lang, "import-cancelling"),
        Kind::Undoing => t!(lang, "import-undoing"),
        Kind::Importing | Kind::Planning | Kind::Opening => {
            t!(lang, "import-go-on", count = state.people())
        }
    };
    let stop = button::plain(t!(lang, "cancel")).small().id("import-cancel");
    let stop = stop.on_press_maybe((!work.stopping).then_some(Message::Cancel));
    let note = text::caption(t!(lang, "import-cancel-note"));
    let card = surface::card(column![progress(what, share, numbers, Some(stop)), note].spacing(MEDIUM));
    container(container(card).max_width(560)).center_x(Length::Fill).padding(HUGE).into()
}

/// Returns what came of the import.
pub(super) fn view<'a>(state: &'a State, scene: &'a Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let Some(outcome) = &state.outcome else { return space().into() };
    let counts = &outcome.counts;
    let dot = format!(" {} ", t!(lang, "separator-dot"));
    let mut more = Vec::new();
    let updated = t!(lang, "import-result-updated", count = counts.updated);
    let headline = if counts.added == 0 && counts.updated > 0 {
        updated
    } else {
        more.extend((counts.updated > 0).then_some(updated));
        t!(lang, "import-result", count = counts.added)
    };
    if counts.skipped > 0 {
        more.push(t!(lang, "import-result-skipped", count = counts.skipped));
    }
    if counts.rejected > 0 {
        more.push(t!(lang, "import-result-rejected", count = counts.rejected));
    }
    let more = (!more.is_empty()).then(|| more.join(&dot));
    let done = match &state.undone {
        Some(undone) => {
            let words = t!(
                lang,
                "import-undone",
                removed = undone.removed.len(),
                restored = undone.restored.len(),
                held = undone.held.len()
            );
            let waiting =
                (!undone.waiting.is_empty()).then(|| t!(lang, "import-undone-waiting", count = undone.waiting.len()));
            banner::banner(Tone::Accent, words, waiting, Vec::new())
        }
        None => banner::banner(Tone::Good, headline, more, Vec::new()),
    };
    let kept = (counts.refusals_kept > 0 && state.undone.is_none()).then(|| {
        banner::banner(Tone::Accent, t!(lang, "import-refusals", count = counts.refusals_kept), None, Vec::new())
    });
    let left_out = super::plan::left_out(&outcome.left_out, scene);
    let page = column![done].push(kept).push(left_out).spacing(MEDIUM).height(Length::Fill);
    if state.undone.is_some() {
        return page.into();
    }
    let tiles = tiles::view(counts, state.rows.shown, state.terms.on_duplicate, lang);
    let save = (counts.rejected > 0).then(|| {
        let save = button::plain(t!(lang, "import-save-rejects")).icon(Icon::Save).small();
        row![
            text::body(t!(lang, "import-rejects-text")).style(style::muted).width(Length::Fill),
            Element::from(save.on_press(Message::SaveRejects))
        ]
        .spacing(MEDIUM)
        .align_y(Alignment::Center)
    });
    page.push(tiles).push(save).push(state.rows.view(&outcome.rows, scene)).into()
}
