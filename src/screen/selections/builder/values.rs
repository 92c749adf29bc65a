//! The controls for the values of a criterion, as they fit what it asks about.

use iced::widget::{Column, Row as Line, Space, column, row};
use iced::{Alignment, Length, Padding};

use super::row::{DayKind, DayText, Op, Row, What};
use super::{Edit, Message, reader};
use crate::i18n;
use crate::model::condition::Condition;
use crate::model::criteria::{Asked, Status, Type};
use crate::model::field::Field;
use crate::model::list::{self, List};
use crate::model::selection::Selection;
use crate::office::lists::condition_name;
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::{MEDIUM, SMALL, TINY};
use crate::theme::{Element, Icon};
use crate::widget::choice::choice;
use crate::widget::field::text_field;
use crate::widget::{button, text};

/// What another kind of day, and another text of it, change.
type Edits = (fn(DayKind) -> Edit, fn(String) -> Edit);

/// The widest one control gets, in pixels.
const WIDEST: f32 = 320.0;
/// How wide a choice is that adds to others.
const ADD: f32 = 168.0;

/// Returns the controls; none where nothing more is asked.
pub(super) fn values<'a>(
    asked: &'a Row,
    scene: &'a Scene,
    others: &'a [Selection],
    invalid: bool,
    width: f32,
) -> Option<Element<'a, Message>> {
    let key = asked.key;
    let edit = move |edit: Edit| Message::Edit(key, edit);
    Some(match &asked.what {
        What::Field(field) => {
            if asked.op == Op::Empty {
                return None;
            }
            match field.holds() {
                Type::Text if asked.op == Op::Is && *field == Asked::Card(Field::Country) => {
                    countries(asked, scene, invalid)
                }
                Type::Text | Type::Phone if asked.op == Op::Is => texts(asked, scene, invalid),
                Type::Text | Type::Phone => typed(asked, scene, invalid, "builder-text"),
                Type::Number => numbers(asked, scene, invalid),
                Type::Date | Type::Moment => {
                    let first = day(key, &asked.first, true, scene, invalid);
                    if asked.op == Op::Between {
                        let last = day(key, &asked.last, false, scene, invalid);
                        column![first, last].spacing(TINY).into()
                    } else {
                        first
                    }
                }
                Type::Item(list) => items(key, list, &asked.items, scene, ("items", Edit::Item), invalid),
                Type::User => users(asked, scene, invalid),
                Type::YesNo | Type::Presence => return None,
            }
        }
        What::Basis(purpose) => {
            if asked.op != Op::Is {
                return None;
            }
            basis(asked, *purpose, scene, invalid, width)
        }
        What::Subscription => {
            let all = scene
                .lists
                .of(List::Subscription)
                .map(|item| (item.id, scene.lists.name(item.id, scene.lang).to_owned()));
            choice(all, asked.items.first().copied())
                .id(format!("builder-items-{key}"))
                .placeholder(t!(scene.lang, "builder-choose"))
                .invalid(invalid)
                .width(WIDEST)
                .on_choose(move |item| edit(Edit::Only(item)))
                .into()
        }
        What::Interest => items(key, List::Interest, &asked.items, scene, ("items", Edit::Item), invalid),
        What::Activity => {
            let kinds = items(key, List::Activity, &asked.items, scene, ("items", Edit::Item), false);
            grid(
                vec![
                    (t!(scene.lang, "builder-activity-kind"), kinds),
                    (t!(scene.lang, "builder-activity-after"), day(key, &asked.first, true, scene, false)),
                    (t!(scene.lang, "builder-activity-before"), day(key, &asked.last, false, scene, false)),
                ],
                width,
            )
        }
        What::Selection => {
            let all = others.iter().map(|one| (one.id, one.name.clone()));
            choice(all, asked.selection)
                .id(format!("builder-selection-{key}"))
                .placeholder(t!(scene.lang, "builder-choose"))
                .invalid(invalid)
                .width(WIDEST)
                .on_choose(move |id| edit(Edit::Selection(id)))
                .into()
        }
        What::Status => {
            let name = |status: Status| i18n::text(scene.lang, &format!("criteria-status-{}", status.key()));
            let all = Status::ALL.into_iter().map(|status| (status, name(status))).collect();
            several(format!("builder-statuses-{key}"), all, &asked.statuses, scene, invalid, move |status| {
                edit(Edit::Status(status))
            })
        }
        What::Informed | What::Duplicate => return None,
    })
}

/// Returns a choice of several: those chosen, each with a button that takes it out, and a choice that adds one.
fn several<'a, T: Copy + PartialEq + 'static>(
    id: String,
    all: Vec<(T, String)>,
    chosen: &[T],
    scene: &Scene,
    invalid: bool,
    message: impl Fn(T) -> Message + Clone + 'static,
) -> Element<'a, Message> {
    let name = |value: &T| {
        all.iter().find(|(known, _)| known == value).map_or_else(|| "?".to_owned(), |(_, name)| name.clone())
    };
    let mut line = Line::new().spacing(TINY).align_y(Alignment::Center);
    for value in chosen {
        line = line.push(chip(name(value), scene, message(*value)));
    }
    let rest: Vec<(T, String)> = all.iter().filter(|(value, _)| !chosen.contains(value)).cloned().collect();
    let words = if chosen.is_empty() { t!(scene.lang, "builder-choose") } else { t!(scene.lang, "builder-or") };
    let nobody: Option<T> = None;
    let add = choice(rest, nobody)
        .id(id)
        .placeholder(words)
        .nothing(t!(scene.lang, "choice-nothing"))
        .invalid(invalid)
        .width(if chosen.is_empty() { ADD + 40.0 } else { ADD })
        .on_choose(move |value: Option<T>| value.map_or(Message::Nothing, &message));
    line.push(Element::from(add)).wrap().vertical_spacing(TINY).into()
}

fn chip<'a>(name: String, scene: &Scene, message: Message) -> Element<'a, Message> {
    let hint = t!(scene.lang, "builder-drop", name = name.as_str());
    button::plain(name).small().trailing(Icon::Close).tooltip(hint).on_press(message).into()
}

fn items<'a>(
    key: u64,
    list: List,
    chosen: &[list::Id],
    scene: &Scene,
    (part, edit): (&str, fn(list::Id) -> Edit),
    invalid: bool,
) -> Element<'a, Message> {
    // What can no longer be chosen can still be asked for: cards may have it.
    let all =
        scene.lists.all_of(list).map(|item| (item.id, scene.lists.name(item.id, scene.lang).to_owned())).collect();
    several(format!("builder-{part}-{key}"), all, chosen, scene, invalid, move |item| Message::Edit(key, edit(item)))
}

fn users<'a>(asked: &Row, scene: &Scene, invalid: bool) -> Element<'a, Message> {
    let key = asked.key;
    let all = scene.users.iter().map(|user| (user.id, scene.user(user.id))).collect();
    several(format!("builder-users-{key}"), all, &asked.users, scene, invalid, move |user| {
        Message::Edit(key, Edit::User(user))
    })
}

/// Returns the choice of countries, as the card has it.
fn countries<'a>(asked: &Row, scene: &Scene, invalid: bool) -> Element<'a, Message> {
    let key = asked.key;
    let all = i18n::countries(scene.lang);
    let is_chosen = |code: &str| {
        asked.text.trim().eq_ignore_ascii_case(code) || asked.texts.iter().any(|text| text.eq_ignore_ascii_case(code))
    };
    let chosen: Vec<&'static str> = all.iter().map(|(code, _)| *code).filter(|code| is_chosen(code)).collect();
    several(format!("builder-text-{key}"), all, &chosen, scene, invalid, move |code| {
        Message::Edit(key, Edit::Country(code))
    })
}

fn typed<'a>(asked: &'a Row, scene: &Scene, invalid: bool, hint: &'static str) -> Element<'a, Message> {
    let key = asked.key;
    text_field(i18n::text(scene.lang, hint), asked.text.as_str())
        .id(format!("builder-text-{key}"))
        .invalid(invalid)
        .width(WIDEST)
        .on_input(move |text| Message::Edit(key, Edit::Text(text)))
        .on_submit(Message::Edit(key, Edit::Keep))
        .into()
}

/// Returns the texts of which any will do, and the field for another one.
fn texts<'a>(asked: &'a Row, scene: &Scene, invalid: bool) -> Element<'a, Message> {
    let key = asked.key;
    if asked.texts.is_empty() {
        return typed(asked, scene, invalid, "builder-text-or");
    }
    let chips = asked
        .texts
        .iter()
        .enumerate()
        .map(|(place, words)| chip(words.clone(), scene, Message::Edit(key, Edit::DropText(place))));
    let chips = Line::with_children(chips).spacing(TINY).wrap().vertical_spacing(TINY);
    column![Element::from(chips), typed(asked, scene, invalid, "builder-text-or")].spacing(TINY).into()
}

fn numbers<'a>(asked: &'a Row, scene: &Scene, invalid: bool) -> Element<'a, Message> {
    let key = asked.key;
    let first = text_field(t!(scene.lang, "builder-number"), asked.text.as_str())
        .id(format!("builder-text-{key}"))
        .invalid(invalid)
        .width(140)
        .on_input(move |text| Message::Edit(key, Edit::Text(text)));
    let second = (asked.op == Op::Between).then(|| {
        let second = text_field(t!(scene.lang, "builder-number"), asked.second.as_str())
            .invalid(invalid)
            .width(140)
            .on_input(move |text| Message::Edit(key, Edit::Second(text)));
        row![text::body(t!(scene.lang, "builder-to")), Element::from(second)].spacing(SMALL).align_y(Alignment::Center)
    });
    Line::new().push(Element::from(first)).push(second).spacing(SMALL).align_y(Alignment::Center).into()
}

/// Returns a day: what is typed, and what kind of day that is.
fn day<'a>(key: u64, day: &'a DayText, is_first: bool, scene: &Scene, invalid: bool) -> Element<'a, Message> {
    let lang = scene.lang;
    let kinds = DayKind::ALL.map(|kind| (kind, i18n::text(lang, &format!("builder-day-{}", kind.key()))));
    let is_wrong = invalid || (!day.text.trim().is_empty() && day.day(reader(scene)).is_none());
    let (kind, typed): Edits =
        if is_first { (Edit::FirstKind, Edit::FirstText) } else { (Edit::LastKind, Edit::LastText) };
    let current = day.kind;
    let kinds = choice(kinds, Some(day.kind))
        .width(150)
        .on_choose(move |chosen| Message::Edit(key, kind(chosen.unwrap_or(current))));
    let hint = if day.kind == DayKind::Date { t!(lang, "builder-day-hint") } else { t!(lang, "builder-number") };
    let input = (day.kind != DayKind::Today).then(|| {
        text_field(hint, day.text.as_str())
            .id(format!("builder-{}-{key}", if is_first { "first" } else { "last" }))
            .invalid(is_wrong)
            .width(130)
            .on_input(move |text| Message::Edit(key, typed(text)))
    });
    Line::new().push(input.map(Element::from)).push(Element::from(kinds)).spacing(SMALL).into()
}

/// Returns what is asked of the row of the ledger that holds: whatever is left open is not asked.
fn basis<'a>(asked: &'a Row, purpose: list::Id, scene: &'a Scene, invalid: bool, width: f32) -> Element<'a, Message> {
    let (key, lang) = (asked.key, scene.lang);
    let edit = move |edit: Edit| Message::Edit(key, edit);
    let versions: std::collections::BTreeSet<u32> =
        scene.wordings.iter().filter(|wording| wording.purpose == purpose).map(|wording| wording.version).collect();
    let mut wordings: Vec<(Option<u32>, String)> = vec![(None, t!(lang, "builder-wording-none"))];
    wordings.extend(
        versions
            .iter()
            .map(|version| (Some(*version), t!(lang, "builder-wording-version", version = version.to_string()))),
    );
    let wording = choice(wordings, asked.wording)
        .none(t!(lang, "builder-any"))
        .placeholder(t!(lang, "builder-any"))
        .width(WIDEST - 40.0)
        .on_choose(move |wording| edit(Edit::Wording(wording)));
    let mut conditions: Vec<(Option<Condition>, String)> = vec![(None, t!(lang, "builder-condition-none"))];
    conditions.extend(Condition::ALL.into_iter().map(|one| (Some(one), condition_name(lang, one))));
    let condition = choice(conditions, asked.condition)
        .none(t!(lang, "builder-any"))
        .placeholder(t!(lang, "builder-any"))
        .width(WIDEST - 40.0)
        .on_choose(move |condition| edit(Edit::Condition(condition)));
    grid(
        vec![
            (
                t!(lang, "builder-basis-is"),
                items(key, List::Basis, &asked.items, scene, ("items", Edit::Item), invalid),
            ),
            (
                t!(lang, "field-source"),
                items(key, List::Source, &asked.sources, scene, ("sources", Edit::Source), false),
            ),
            (t!(lang, "builder-basis-after"), day(key, &asked.first, true, scene, false)),
            (t!(lang, "builder-basis-before"), day(key, &asked.last, false, scene, false)),
            (t!(lang, "builder-basis-by"), users(asked, scene, false)),
            (t!(lang, "builder-wording"), wording.into()),
            (t!(lang, "builder-condition"), condition.into()),
        ],
        width,
    )
}

/// Below this width, in pixels, controls with labels stand in one column.
const TWO: f32 = 740.0;

/// Returns controls with their labels above, two beside each other where there is room.
fn grid<'a>(controls: Vec<(String, Element<'a, Message>)>, width: f32) -> Element<'a, Message> {
    let mut cells = controls.into_iter().map(|(label, control)| -> Element<'a, Message> {
        column![text::caption(label), control].spacing(2).width(Length::Fill).into()
    });
    let mut rows = Column::new().spacing(SMALL).padding(Padding::ZERO.left(MEDIUM).bottom(TINY));
    if width < TWO {
        return rows.extend(cells).into();
    }
    while let Some(first) = cells.next() {
        let second = cells.next().unwrap_or_else(|| Space::new().width(Length::Fill).into());
        rows = rows.push(row![first, second].spacing(MEDIUM));
    }
    rows.into()
}
