//! What the edit would do: how many, who is held back and why, and what changes, before and after.

use iced::widget::{column, container, row, space};
use iced::{Alignment, Length};

use super::{Message, PAGE, Planned, WIDTH};
use crate::model::mass_edit::Of;
use crate::model::user::Right;
use crate::office::mass_edit::{Held, What};
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::{MEDIUM, SMALL};
use crate::theme::{Element, Icon, Tone, style};
use crate::widget::banner::banner;
use crate::widget::dialog::{Card, card};
use crate::widget::long_list::Event;
use crate::widget::long_list::columns::Column as Cell;
use crate::widget::{button, table, text};

/// The button that carries it out, for the focus.
pub const GO: &str = "mass-edit-go";
/// The button back to the rows, for the focus.
pub const BACK: &str = "mass-edit-back";
const SAMPLE: &str = "mass-edit-sample";
const HELD: &str = "mass-edit-held";

static COLUMNS: [Cell; 4] = [Cell::fill(3), Cell::fill(2), Cell::fill(3), Cell::fill(3)];
static HELD_COLUMNS: [Cell; 2] = [Cell::fill(3), Cell::fill(7)];

/// Shows the plan.
pub fn view<'a>(planned: &'a Planned, scene: &'a Scene) -> Card<'a, Message> {
    let lang = scene.lang;
    let plan = &planned.plan;
    let count = plan.changing.len();
    let back = button::plain(t!(lang, "back")).id(BACK).on_press(Message::Back);
    let numbers = t!(lang, "mass-edit-numbers", changed = count, unchanged = plan.unchanged, held = plan.held.len());
    let mut body = column![].spacing(MEDIUM);
    if count == 0 {
        let says = t!(lang, "mass-edit-nothing-text");
        body = body.push(banner(Tone::Accent, t!(lang, "mass-edit-nothing"), Some(says), Vec::new()));
    } else {
        body = body.push(sample(planned, numbers, scene));
    }
    if !plan.held.is_empty() {
        body = body.push(held(&plan.held, &planned.names, planned.held_cursor, Message::Held, scene));
    }
    let words = match plan.of {
        Of::Persons => t!(lang, "mass-edit-go-persons", count = count),
        Of::Companies => t!(lang, "mass-edit-go-companies", count = count),
        Of::Activities => t!(lang, "mass-edit-go-activities", count = count),
    };
    let card = card(t!(lang, "mass-edit-plan"), body).max_width(WIDTH).on_escape(Message::Back).button(back);
    if count == 0 {
        return card;
    }
    let go = button::main(words).id(GO);
    card.button(scene.allowed(go, Right::MassEdit, Message::Go))
}

/// Shows the numbers with the way through the sample beside them, where it never scrolls away, and the sample.
fn sample<'a>(planned: &'a Planned, numbers: String, scene: &'a Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let headings = vec![
        t!(lang, "mass-edit-who"),
        t!(lang, "mass-edit-field"),
        t!(lang, "mass-edit-before"),
        t!(lang, "mass-edit-after"),
    ];
    let row_of = move |index: usize| {
        let Some(shown) = planned.sample.get(index) else { return Vec::new() };
        // Several lines of one record name it once.
        let is_first = index
            .checked_sub(1)
            .and_then(|before| planned.sample.get(before))
            .is_none_or(|before| before.id != shown.id);
        let name = if is_first { shown.name.clone() } else { String::new() };
        let what = match &shown.what {
            What::Field(field) => scene.field(field),
            What::Basis(item) | What::Subscription(item) => scene.lists.name(*item, lang).to_owned(),
            What::Restriction => t!(lang, "state-restricted"),
        };
        let words = |words: &str, tone| match words {
            "" => table::cell(t!(lang, "mass-edit-empty"), Tone::Muted),
            words => table::cell(words.replace('\n', " "), tone),
        };
        vec![
            table::cell(name, Tone::Ink),
            table::cell(what, Tone::Muted),
            words(&shown.before, Tone::Muted),
            words(&shown.after, Tone::Ink),
        ]
    };
    let list = table::table(SAMPLE, &COLUMNS, headings, planned.sample.len(), planned.cursor, row_of, Message::Sample);
    let (from, total) = (planned.offset, planned.plan.changing.len());
    let (first, until) = (from + 1, (from + PAGE).min(total));
    let page = text::caption(t!(lang, "mass-edit-page", from = first, until = until, total = total));
    let earlier = button::plain(t!(lang, "mass-edit-earlier")).icon(Icon::ChevronLeft).small();
    let earlier = earlier.on_press_maybe((from > 0).then(|| Message::Page(from.saturating_sub(PAGE))));
    let later = button::plain(t!(lang, "mass-edit-later")).trailing(Icon::ChevronRight).small();
    let later = later.on_press_maybe((until < total).then_some(Message::Page(until)));
    let pages = (total > PAGE).then(|| {
        row![page.style(style::muted), Element::from(earlier), Element::from(later)]
            .spacing(SMALL)
            .align_y(Alignment::Center)
    });
    let head = row![text::body(numbers), space().width(Length::Fill)].push(pages).align_y(Alignment::Center);
    // The last page is as high as the others, so that nothing jumps.
    let list = container(list).width(Length::Fill);
    let list = if total > PAGE { list.height(table::height(PAGE)) } else { list };
    column![head, list].spacing(SMALL).into()
}

/// Lists those that are held back, with the reason of each.
pub fn held<'a>(
    held: &'a [Held],
    names: &'a [Option<String>],
    cursor: usize,
    on_event: impl Fn(Event) -> Message + 'a,
    scene: &'a Scene,
) -> Element<'a, Message> {
    let lang = scene.lang;
    let headings = vec![t!(lang, "mass-edit-held"), t!(lang, "mass-edit-why")];
    let row_of = move |index: usize| {
        let (Some(held), Some(name)) = (held.get(index), names.get(index)) else { return Vec::new() };
        let name = name.clone().unwrap_or_else(|| t!(lang, "mass-edit-unseen"));
        vec![table::cell(name, Tone::Ink), table::state(held.why.words(lang), Tone::Attention)]
    };
    let list = table::table(HELD, &HELD_COLUMNS, headings, names.len(), cursor, row_of, on_event);
    let more = held.len().saturating_sub(names.len());
    let more = (more > 0).then(|| text::caption(t!(lang, "mass-edit-more-held", count = more)).style(style::muted));
    column![container(list).width(Length::Fill)].push(more).spacing(SMALL).into()
}
