//! The fourth step: what will happen, row by row, before anything does.

use iced::Length;
use iced::widget::{column, space};

use super::work::Kind;
use super::{Message, State, file_name, tiles};
use crate::model::field::Field;
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::MEDIUM;
use crate::theme::{Element, Tone, style};
use crate::widget::progress::progress;
use crate::widget::{badge, surface, text};

/// Returns the step: the numbers, each of which shows its rows, and the rows.
pub(super) fn view<'a>(state: &'a State, scene: &'a Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let Some(plan) = &state.plan else { return waiting(state, scene) };
    let counts = &plan.counts;
    let tiles = tiles::view(counts, state.rows.shown, state.terms.on_duplicate, lang);
    let file = state.file.as_ref().map_or_else(String::new, |file| file_name(&file.path));
    column![text::body(t!(lang, "import-plan-text", file = file)).style(style::muted)]
        .push(left_out(&plan.left_out, scene))
        .push(super::overruling::view(state, scene))
        .push(tiles)
        .push(state.rows.view(&plan.rows, scene))
        .spacing(MEDIUM)
        .height(Length::Fill)
        .into()
}

/// Says which columns are left out although they were recognised; nothing where there are none.
pub(super) fn left_out<'a>(fields: &[Field], scene: &Scene) -> Option<Element<'a, Message>> {
    if fields.is_empty() {
        return None;
    }
    let names: Vec<String> = fields.iter().map(|field| scene.field(field)).collect();
    let words = t!(scene.lang, "import-left-out", count = fields.len(), fields = names.join(", "));
    Some(badge::status(Tone::Accent, words))
}

fn waiting<'a>(state: &State, scene: &Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    match state.work.as_ref().filter(|work| work.kind == Kind::Planning && work.shown) {
        Some(work) => {
            let (share, numbers) = work.done(lang);
            column![progress(t!(lang, "import-planning"), share, numbers, None), surface::skeleton(5)]
                .spacing(MEDIUM)
                .into()
        }
        None => space().into(),
    }
}
