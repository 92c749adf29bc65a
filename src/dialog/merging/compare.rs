//! Two cards beside each other: which stays, whose value is taken, which answer holds.

use iced::widget::{Column, column, container, row};
use iced::{Alignment, Length};

use super::{Compared, Message};
use crate::model::basis::Entry;
use crate::model::contact::Address;
use crate::model::field::Field;
use crate::model::merge::Side;
use crate::model::person::Person;
use crate::model::user::Right;
use crate::office::merging::{Answer, Difference};
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::{LARGE, MEDIUM, SMALL, TINY};
use crate::theme::{Element, Icon, Tone, style};
use crate::widget::badge::badge;
use crate::widget::checkbox::radio;
use crate::widget::dialog::{Card, card};
use crate::widget::line::line;
use crate::widget::{button, surface, text};

/// The identity of the button that makes the two one, for the focus.
pub const MERGE: &str = "merge-merge";
/// How wide the names of fields are, in pixels.
const LABEL: f32 = 152.0;

/// Shows the two cards.
pub fn view<'a>(compared: &'a Compared, busy: bool, only_two: bool, scene: &'a Scene) -> Card<'a, Message> {
    let lang = scene.lang;
    let plan = &compared.plan;
    let heads =
        row![text::body("").width(LABEL), head(&plan.kept, Side::Kept, scene), head(&plan.gone, Side::Gone, scene)]
            .spacing(MEDIUM);
    let mut body = vec![heads.into(), surface::line()];
    if plan.differing.is_empty() {
        body.push(text::body(t!(lang, "merge-no-difference")).style(style::muted).into());
    }
    body.extend(plan.differing.iter().map(|known| difference(known, compared, scene)));
    let both = in_both(&plan.kept, &plan.gone, scene);
    if !both.is_empty() {
        body.push(surface::line());
        body.push(text::strong(t!(lang, "merge-all-kept-title")).into());
        body.extend(both);
    }
    if !plan.answers.is_empty() {
        body.push(surface::line());
        body.push(text::strong(t!(lang, "merge-bases")).into());
        body.extend(plan.answers.iter().map(|answer| basis(answer, scene)));
        body.push(text::caption(t!(lang, "merge-bases-text")).into());
    }
    body.push(surface::line());
    body.push(text::body(following(compared, scene)).style(style::muted).into());
    let name = plan.kept.content.full_name();
    let back = if only_two { t!(lang, "cancel") } else { t!(lang, "back") };
    let free = !busy;
    let merge = button::main(t!(lang, "merge-merge")).id(MERGE);
    card(t!(lang, "merge-title", name = name), Column::with_children(body).spacing(SMALL))
        .max_width(880.0)
        .on_escape(Message::Back)
        .side_button(
            button::plain(t!(lang, "merge-swap")).icon(Icon::Refresh).on_press_maybe(free.then_some(Message::Swap)),
        )
        .side_button(scene.allowed(button::plain(t!(lang, "merge-apart")), Right::Edit, free.then_some(Message::Apart)))
        .button(button::plain(back).on_press(Message::Back))
        .button(scene.allowed(merge, Right::Merge, free.then_some(Message::Merge)))
}

fn head<'a>(person: &'a Person, side: Side, scene: &Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let (tone, word) = match side {
        Side::Kept => (Tone::Good, t!(lang, "merge-stays")),
        Side::Gone => (Tone::Attention, t!(lang, "merge-goes")),
    };
    let name = line(person.content.full_name()).font(crate::theme::font::MEDIUM);
    let created = t!(lang, "merge-created", day = scene.day(person.created_at));
    let words = row![name, badge(tone, word)].spacing(SMALL).align_y(Alignment::Center);
    column![words, text::caption(created)].spacing(TINY).width(Length::FillPortion(1)).into()
}

fn difference<'a>(known: &'a Difference, compared: &Compared, scene: &Scene) -> Element<'a, Message> {
    let taken = if compared.from_gone.contains(&known.field) { Side::Gone } else { Side::Kept };
    let value = |side: Side, words: &str| -> Element<'a, Message> {
        let words = if words.is_empty() { t!(scene.lang, "empty-value") } else { words.to_owned() };
        let choice = radio(words, taken == side).on_select(Message::Take(known.field.clone(), side));
        container(Element::from(choice)).width(Length::FillPortion(1)).clip(true).into()
    };
    let label = text::body(scene.field(&known.field)).style(style::muted).width(LABEL);
    row![label, value(Side::Kept, &known.kept), value(Side::Gone, &known.gone)]
        .spacing(MEDIUM)
        .align_y(Alignment::Center)
        .into()
}

/// Shows how each of the two is reached: all of it is kept.
fn in_both<'a>(kept: &Person, gone: &Person, scene: &Scene) -> Vec<Element<'a, Message>> {
    let values = |person: &Person, field: &Field| -> Vec<String> {
        let content = &person.content;
        if *field == Field::Emails {
            content.emails.iter().map(|row| row.value.clone()).collect()
        } else if *field == Field::Phones {
            content.phones.iter().map(|row| row.value.clone()).collect()
        } else if *field == Field::Addresses {
            content.addresses.iter().map(|row| one_line(&row.value)).collect()
        } else {
            content.interests.iter().map(|item| scene.lists.name(*item, scene.lang).to_owned()).collect()
        }
    };
    let shown = |field: Field| {
        let (here, there) = (values(kept, &field), values(gone, &field));
        let side = |values: &[String]| -> Element<'a, Message> {
            let words = if values.is_empty() { t!(scene.lang, "empty-value") } else { values.join(", ") };
            text::body(words).width(Length::FillPortion(1)).into()
        };
        let label = text::body(scene.field(&field)).style(style::muted).width(LABEL);
        let line = row![label, side(&here), side(&there)].spacing(MEDIUM);
        (!here.is_empty() || !there.is_empty()).then(|| line.into())
    };
    [Field::Emails, Field::Phones, Field::Addresses, Field::Interests].into_iter().filter_map(shown).collect()
}

fn one_line(address: &Address) -> String {
    let city = [address.postcode.as_str(), &address.city].join(" ");
    let parts = [address.street.as_str(), city.trim()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn basis<'a>(answer: &'a Answer, scene: &Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let said = |side: Side, entry: &Option<Entry>| -> Element<'a, Message> {
        let holds = answer.holds == side && entry.is_some();
        let words = match entry {
            Some(entry) => format!("{}, {}", scene.lists.name(entry.item, lang), scene.day(entry.at)),
            None => t!(lang, "basis-not-documented"),
        };
        let words = line(words).style(move |theme: &crate::theme::Theme| crate::widget::line::Style {
            color: Some(theme.roles().tone(if holds { Tone::Ink } else { Tone::Muted })),
            mark: None,
        });
        let mark = holds.then(|| badge(Tone::Good, t!(lang, "merge-holds")));
        let said = row![words].push(mark).spacing(SMALL).align_y(Alignment::Center);
        container(said).width(Length::FillPortion(1)).into()
    };
    let label = text::body(scene.lists.name(answer.purpose, lang)).style(style::muted).width(LABEL);
    row![label, said(Side::Kept, &answer.kept), said(Side::Gone, &answer.gone)]
        .spacing(MEDIUM)
        .align_y(Alignment::Center)
        .height(LARGE + SMALL)
        .into()
}

/// Says what follows from the card that goes.
fn following(compared: &Compared, scene: &Scene) -> String {
    let lang = scene.lang;
    let parts = compared.plan.following_words(lang);
    let mut words = vec![t!(lang, "merge-all-kept")];
    if !parts.is_empty() {
        words.push(t!(lang, "merge-follows", what = parts.join(", ")));
    }
    words.push(t!(lang, "merge-can-be-undone"));
    words.join(" ")
}
