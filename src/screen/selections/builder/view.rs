//! How the builder looks: groups with a line at their left, a criterion a row, and below what they say and of how many
//! they are true.

use iced::widget::{Column, Row as Line, Space, column, container, row};
use iced::{Alignment, Length, Padding};

use super::row::{Op, Row, What};
use super::tree::{Group, Item, Mode};
use super::values::values;
use super::{Builder, Message, reader, ways};
use crate::i18n;
use crate::model::criteria::{Asked, Of, Type};
use crate::model::list::List;
use crate::model::selection::Selection;
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::{CONTROL, LARGE, MEDIUM, SMALL};
use crate::theme::{Element, Icon, Theme, Tone, style};
use crate::widget::choice::choice;
use crate::widget::{badge, button, surface, text};

/// Below this width, in pixels, values stand under what is asked.
const TIGHT: f32 = 660.0;

pub(super) fn view<'a>(
    builder: &'a Builder,
    scene: &'a Scene,
    others: &'a [Selection],
    width: f32,
) -> Element<'a, Message> {
    let frame = Frame { builder, scene, others };
    let root = frame.group(&builder.root, width - 2.0 * LARGE, 0);
    let body = surface::scroll_named(super::BODY, container(root).padding(LARGE));
    column![container(body).height(Length::Fill), surface::line(), foot(builder, scene)].into()
}

/// Returns what the criteria say, and of how many they are true.
fn foot<'a>(builder: &'a Builder, scene: &'a Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let (_, missing) = builder.root.rows(reader(scene));
    let count = match builder.count {
        Some(count) => {
            let count = i64::try_from(count).unwrap_or(i64::MAX);
            let words = text::name(i18n::number(lang, count));
            if builder.is_counting { words.style(style::muted) } else { words.style(style::accent) }
        }
        None if builder.is_counting => text::name("\u{2026}").style(style::muted),
        None => text::name(t!(lang, "empty-value")).style(style::muted),
    };
    let what = match builder.of {
        Of::Persons => t!(lang, "builder-count-persons", count = builder.count.unwrap_or(0)),
        Of::Companies => t!(lang, "builder-count-companies", count = builder.count.unwrap_or(0)),
    };
    let count = column![count, text::caption(what)].align_x(Alignment::End).width(Length::Shrink);
    let says: Element<'a, Message> = match &builder.problem {
        Some(problem) => badge::status(Tone::Danger, problem.clone()),
        None if builder.sentence.is_empty() => text::body(t!(lang, "builder-says-nothing")).style(style::muted).into(),
        None => text::body(builder.sentence.as_str()).into(),
    };
    let missing = (missing > 0).then(|| -> Element<'a, Message> {
        if builder.is_checked {
            return badge::status(Tone::Danger, t!(lang, "selections-incomplete"));
        }
        text::caption(t!(lang, "builder-incomplete", count = missing)).into()
    });
    let says = column![text::caption(t!(lang, "builder-says")), says].push(missing).spacing(2).width(Length::Fill);
    let says = surface::scroll(container(says).padding(Padding::ZERO.right(SMALL)));
    container(row![container(says).max_height(112), count].spacing(LARGE).align_y(Alignment::Center))
        .padding(Padding::from([MEDIUM, LARGE]))
        .style(style::surface)
        .width(Length::Fill)
        .into()
}

/// What every part of the builder is drawn with.
#[derive(Clone, Copy)]
struct Frame<'a> {
    builder: &'a Builder,
    scene: &'a Scene,
    others: &'a [Selection],
}

impl<'a> Frame<'a> {
    fn group(self, group: &'a Group, width: f32, depth: u8) -> Element<'a, Message> {
        let lang = self.scene.lang;
        let key = group.key;
        let modes = Mode::ALL.map(|mode| (mode, i18n::text(lang, &format!("builder-mode-{}", mode.key()))));
        let current = group.mode;
        let mode = choice(modes, Some(current))
            .id(format!("builder-mode-{key}"))
            .width(230)
            .on_choose(move |mode| Message::Mode(key, mode.unwrap_or(current)));
        let remove = (depth > 0).then(|| {
            button::icon(Icon::Close, t!(lang, "builder-remove-group")).small().on_press(Message::Remove(key))
        });
        let head = Line::new()
            .push(Element::from(mode))
            .push(Space::new().width(Length::Fill))
            .push(remove.map(Element::from))
            .align_y(Alignment::Center);
        let word = match group.mode {
            Mode::All | Mode::NotAll => t!(lang, "builder-and"),
            Mode::Any | Mode::None => t!(lang, "builder-or-word"),
        };
        let inner = width - 24.0;
        let items = group.items.iter().enumerate().map(|(place, item)| -> Element<'a, Message> {
            let joint = container(text::caption(if place == 0 { String::new() } else { word.clone() }))
                .width(32)
                .center_y(CONTROL);
            let content = match item {
                Item::Row(asked) => self.criterion(asked, inner - 40.0),
                Item::Group(inside) => self.group(inside, inner - 40.0, depth + 1),
            };
            row![joint, container(content).width(Length::Fill)].spacing(SMALL).into()
        });
        let items = Column::with_children(items).spacing(SMALL);
        let add = button::link(t!(lang, "builder-add")).icon(Icon::Plus).id(format!("builder-add-{key}"));
        let more =
            button::link(t!(lang, "builder-add-group")).icon(Icon::Layers).id(format!("builder-add-group-{key}"));
        let foot = row![
            Space::new().width(32),
            Element::from(add.on_press(Message::Add(key))),
            Element::from(more.on_press(Message::AddGroup(key)))
        ]
        .spacing(SMALL);
        let content = column![head, items, foot].spacing(SMALL);
        let edge = container(Space::new().width(3).height(Length::Fill)).style(move |theme: &Theme| {
            let roles = theme.roles();
            container::Style {
                background: Some(if depth == 0 { roles.accent } else { roles.field_border }.into()),
                border: iced::border::rounded(2),
                ..container::Style::default()
            }
        });
        let inside = container(content).padding(Padding { top: 0.0, right: 0.0, bottom: 0.0, left: MEDIUM + 3.0 });
        // The line is as high as what stands beside it.
        iced::widget::stack![inside].push_under(edge).into()
    }

    fn criterion(self, asked: &'a Row, width: f32) -> Element<'a, Message> {
        let Self { builder, scene, others } = self;
        let lang = scene.lang;
        let key = asked.key;
        let is_missing = builder.is_checked && asked.node(reader(scene)).is_none();
        let mut options = whats(builder.of, scene);
        if !options.iter().any(|(what, _)| *what == asked.what) {
            options.push((asked.what.clone(), what_name(&asked.what, scene)));
        }
        let is_large =
            matches!(asked.what, What::Activity) || (matches!(asked.what, What::Basis(_)) && asked.op == Op::Is);
        let is_wide = is_large || matches!(asked.what, What::Basis(_) | What::Informed | What::Duplicate);
        let now = asked.what.clone();
        let what = choice(options, Some(asked.what.clone()))
            .id(format!("builder-what-{key}"))
            .nothing(t!(lang, "choice-nothing"))
            .width(if is_wide { 300 } else { 204 })
            .on_choose(move |what| Message::What(key, what.unwrap_or_else(|| now.clone())));
        let current = (asked.op, asked.negated);
        let ops = ways(asked).into_iter().map(|way| (way, op_name(asked, way, scene)));
        let op = choice(ops, Some(current))
            .id(format!("builder-op-{key}"))
            .width(164)
            .on_choose(move |way| Message::Op(key, way.unwrap_or(current)));
        let remove = button::icon(Icon::Close, t!(lang, "builder-remove")).small().on_press(Message::Remove(key));
        let values = values(asked, scene, others, is_missing, width);
        let head = row![Element::from(what), Element::from(op)].spacing(SMALL);
        let remove = container(Element::from(remove)).center_y(CONTROL);
        match values {
            Some(values) if is_large || width < TIGHT => {
                let head = row![head, Space::new().width(Length::Fill), remove];
                column![head, values].spacing(SMALL).into()
            }
            Some(values) => row![head, container(values).width(Length::Fill), remove].spacing(SMALL).into(),
            None => row![head, Space::new().width(Length::Fill), remove].spacing(SMALL).into(),
        }
    }
}

/// Returns what can be asked about, with its names: fields of the card, then everything else.
fn whats(of: Of, scene: &Scene) -> Vec<(What, String)> {
    let rules = match of {
        Of::Persons => &scene.rules.fields,
        Of::Companies => &scene.rules.company_fields,
    };
    let mut whats: Vec<What> = Vec::new();
    if of == Of::Persons {
        whats.extend(scene.lists.of(List::Purpose).map(|item| What::Basis(item.id)));
        whats.extend([What::Interest, What::Subscription]);
    }
    whats.extend([What::Activity, What::Selection]);
    if of == Of::Persons {
        whats.extend([What::Status, What::Informed, What::Duplicate]);
    }
    let mut fields: Vec<Asked> = Asked::all(of);
    if of == Of::Persons {
        let own = scene.fields.iter().filter(|own| own.active);
        fields.extend(own.map(|own| Asked::Own(own.id, own.kind, own.key.clone())));
        // It is asked about by itself.
        fields.retain(|asked| *asked != Asked::Card(crate::model::field::Field::Interests));
    }
    fields.retain(|asked| asked.field().is_none_or(|field| rules.is_shown(&field)));
    let mut named: Vec<(What, String)> = whats
        .into_iter()
        .chain(fields.into_iter().map(What::Field))
        .map(|what| {
            let name = what_name(&what, scene);
            (what, name)
        })
        .collect();
    named.sort_by_cached_key(|(_, name)| i18n::fold::fold(name));
    named
}

fn what_name(what: &What, scene: &Scene) -> String {
    let lang = scene.lang;
    match what {
        What::Field(Asked::Own(_, _, key)) => {
            scene.fields.iter().find(|own| own.key == *key).map_or_else(|| key.clone(), |own| own.name.clone())
        }
        What::Field(asked) => asked.label_key().map_or_else(|| asked.to_string(), |key| i18n::text(lang, &key)),
        What::Basis(purpose) => t!(lang, "builder-what-basis", purpose = scene.lists.name(*purpose, lang)),
        What::Subscription => t!(lang, "builder-what-subscription"),
        What::Interest => t!(lang, "builder-what-interest"),
        What::Activity => t!(lang, "builder-what-activity"),
        What::Selection => t!(lang, "builder-what-selection"),
        What::Status => t!(lang, "builder-what-status"),
        What::Informed => t!(lang, "builder-what-informed"),
        What::Duplicate => t!(lang, "builder-what-duplicate"),
    }
}

fn op_name(asked: &Row, (op, negated): (Op, bool), scene: &Scene) -> String {
    let lang = scene.lang;
    let holds = if let What::Field(field) = &asked.what { Some(field.holds()) } else { None };
    let name = match op {
        Op::Is => match (&asked.what, negated) {
            (What::Selection, false) => t!(lang, "builder-op-in"),
            (What::Selection, true) => return t!(lang, "builder-op-not-in"),
            (What::Interest, false) => t!(lang, "builder-op-one-of"),
            (What::Interest, true) => return t!(lang, "builder-op-none-of"),
            (What::Basis(_), false) => t!(lang, "builder-op-documented"),
            (What::Basis(_), true) => return t!(lang, "builder-op-not-documented"),
            (What::Subscription, false) => t!(lang, "builder-op-may"),
            (What::Subscription, true) => return t!(lang, "builder-op-may-not"),
            (What::Field(_) | What::Activity | What::Status | What::Informed | What::Duplicate, false) => {
                t!(lang, "builder-op-is")
            }
            (What::Field(_) | What::Activity | What::Status | What::Informed | What::Duplicate, true) => {
                return t!(lang, "builder-op-is-not");
            }
        },
        Op::Starts if negated => return t!(lang, "builder-op-starts-not"),
        Op::Starts => t!(lang, "builder-op-starts"),
        Op::Ends if negated => return t!(lang, "builder-op-ends-not"),
        Op::Ends => t!(lang, "builder-op-ends"),
        Op::Contains if negated => return t!(lang, "builder-op-contains-not"),
        Op::Contains => t!(lang, "builder-op-contains"),
        Op::Before if holds == Some(Type::Number) => t!(lang, "builder-op-less"),
        Op::Before => t!(lang, "builder-op-before"),
        Op::After if holds == Some(Type::Number) => t!(lang, "builder-op-more"),
        Op::After => t!(lang, "builder-op-after"),
        Op::Between => t!(lang, "builder-op-between"),
        Op::Empty if negated => return t!(lang, "builder-op-filled"),
        Op::Empty => t!(lang, "builder-op-empty"),
        Op::Yes => t!(lang, "builder-op-yes"),
        Op::No => t!(lang, "builder-op-no"),
        Op::Some => t!(lang, "builder-op-some"),
        Op::None => t!(lang, "builder-op-none"),
    };
    if negated { t!(lang, "builder-op-not", op = name) } else { name }
}
