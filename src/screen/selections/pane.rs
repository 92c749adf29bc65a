//! The selection that is open: its name and what can be done with it, and the tabs under that.

use iced::widget::{Row, Space, column, container, row};
use iced::{Alignment, Length, Padding};

use super::charts;
use super::listed::{kind_icon, of_words};
use super::{Message, Open, SOON, State, Tab, Target, lacking, may_change};
use crate::i18n;
use crate::model::selection::{Id, Kind, Members as Made, Ready};
use crate::model::user::Right;
use crate::screen::{Mass, Scene};
use crate::t;
use crate::theme::measure::{HUGE, LARGE, MEDIUM, SMALL, TINY};
use crate::theme::{Element, Icon, Tone, style};
use crate::widget::field::{complaint, text_field};
use crate::widget::overlap::overlap;
use crate::widget::tabs::{Tab as Label, tabs};
use crate::widget::{badge, button, surface, text};

/// The id of the tabs.
pub const TABS: &str = "selection-tabs";

impl State {
    /// Shows the selection that is open in a width, in pixels.
    pub(super) fn pane<'a>(&'a self, open: &'a Open, scene: &'a Scene, width: f32) -> Element<'a, Message> {
        if open.target == Target::Known(SOON) {
            return self.soon(scene);
        }
        let head = match &open.target {
            Target::Known(_) => self.head(open, scene),
            Target::New(_) => new_head(open, scene),
        };
        let labels = open.tabs().into_iter().map(|tab| Label::new(tab.name(scene.lang)));
        let shown = open.tabs();
        let selected = shown.iter().position(|tab| *tab == open.tab).unwrap_or(0);
        let labels = (shown.len() > 1).then(|| {
            let tabs = tabs(labels, selected, Some(TABS.into()), move |place| {
                Message::Tab(shown.get(place).copied().unwrap_or(Tab::Members))
            });
            container(tabs).padding(Padding::ZERO.horizontal(SMALL))
        });
        let body = match (open.tab, &open.target) {
            (_, Target::New(_)) | (Tab::Criteria, _) => self.criteria(open, scene, width),
            (Tab::Members, _) => {
                let is_kept =
                    |known: &super::Known| known.selection.kind == Kind::Static && may_change(&known.selection, scene);
                open.members.view(scene, width, self.shown().is_some_and(is_kept)).map(Message::Members)
            }
            (Tab::Charts, _) => {
                let may = scene.office.user().may(Right::Selections);
                match (&open.charts, &open.problem) {
                    (Some(charts), _) => charts::view(charts, scene, may),
                    (None, Some(problem)) => container(complaint(problem.clone())).padding(HUGE).into(),
                    (None, None) => charts::counting(scene),
                }
            }
            (Tab::Details, Target::Known(_)) => match self.shown() {
                Some(known) => open.form.view(&known.selection, &known.used_by, scene).map(Message::Details),
                None => Space::new().into(),
            },
        };
        let everything = column![head].push(labels).push(surface::line()).push(body);
        container(everything).style(style::surface).width(Length::Fill).height(Length::Fill).into()
    }

    fn head<'a>(&'a self, open: &'a Open, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let Some(known) = self.shown() else { return Space::new().into() };
        let selection = &known.selection;
        let name = text::name(selection.name.as_str());
        let close = button::icon(Icon::Close, t!(lang, "close")).on_press(Message::Close);
        let count = match known.count {
            Some(Some(count)) => t!(lang, "selections-in-it", count = count),
            Some(None) => t!(lang, "selections-unknown"),
            None => t!(lang, "selections-counting"),
        };
        let kind = i18n::text(lang, &format!("selection-kind-{}", selection.kind.key()));
        let facts = row![
            text::icon_sized(kind_icon(selection.kind), 14.0).style(style::muted),
            text::caption(format!("{kind} · {}", of_words(selection.of, scene))),
            text::strong(count),
        ]
        .spacing(SMALL)
        .align_y(Alignment::Center);
        let description =
            (!selection.description.is_empty()).then(|| text::body(selection.description.as_str()).style(style::muted));
        let alert = (!selection.alert.is_empty()).then(|| badge::status(Tone::Attention, selection.alert.clone()));
        let is_own = Ready::from_id(selection.id).is_none();
        let mut buttons = Row::new().spacing(SMALL);
        let is_of_persons = selection.of == crate::model::criteria::Of::Persons;
        for what in Mass::ALL.into_iter().filter(|what| is_of_persons || *what != Mass::Report) {
            let act = button::plain(what.label(lang)).icon(what.icon()).small();
            buttons = buttons.push(Element::from(scene.allowed(act, what.right(), Message::Mass(what))));
        }
        if is_of_persons {
            let mailing = button::plain(t!(lang, "selections-mailing")).icon(Icon::Megaphone).small();
            let mailing = mailing.id("selection-mailing");
            buttons = buttons.push(Element::from(scene.allowed(mailing, Right::SendMail, Message::Mailing)));
        }
        let copy = button::plain(t!(lang, "selections-copy")).icon(Icon::Copy).small();
        buttons = buttons.push(Element::from(scene.allowed(copy, Right::Selections, Message::Copy)));
        let combine = button::plain(t!(lang, "selections-combine")).icon(Icon::Layers).small();
        buttons = buttons.push(Element::from(scene.allowed(combine, Right::Selections, Message::Combine)));
        if selection.kind == Kind::Dynamic {
            let words = t!(lang, "selections-like-this");
            let like = button::plain(words).icon(Icon::Plus).small();
            let may = open.made.is_some().then_some(Message::Like);
            buttons = buttons.push(Element::from(scene.allowed(like, Right::Selections, may)));
        }
        if is_own {
            let remove = button::plain(t!(lang, "selections-remove")).icon(Icon::Close).small().id("selection-remove");
            let right = lacking(selection, scene);
            buttons = buttons.push(Element::from(scene.allowed(remove, right, Message::Remove)));
        }
        let first =
            row![container(name).width(Length::Fill), Element::from(close)].spacing(SMALL).align_y(Alignment::Center);
        let facts = column![facts, Element::from(buttons.wrap().vertical_spacing(SMALL))].spacing(SMALL);
        column![first]
            .push(description)
            .push(alert)
            .push(facts)
            .spacing(TINY + 2.0)
            .padding(Padding { top: LARGE, right: LARGE, bottom: SMALL, left: LARGE })
            .into()
    }

    /// Returns the two that a combined one is made of, each a way to it.
    fn parts<'a>(&'a self, open: &'a Open, scene: &'a Scene) -> Option<Element<'a, Message>> {
        let lang = scene.lang;
        let Some(Made::Combined(_, first, second)) = open.made else { return None };
        let part = |label: String, id: Id| {
            let known = self.known.iter().find(|known| known.selection.id == id)?;
            let link = button::link(known.selection.name.as_str()).small().on_press(Message::Show(id));
            let label = container(text::caption(label).style(style::muted)).width(72);
            Some(row![label, Element::from(link)].align_y(Alignment::Center))
        };
        let first = part(t!(lang, "selections-first"), first);
        let second = part(t!(lang, "selections-second"), second);
        Some(column![].push(first).push(second).spacing(TINY).into())
    }

    /// Returns what is shown of what goes from the trash soon: the way there.
    fn soon<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let close = button::icon(Icon::Close, t!(lang, "close")).on_press(Message::Close);
        let name = container(text::name(t!(lang, "selections-soon"))).width(Length::Fill);
        let first = row![name, Element::from(close)].spacing(SMALL).align_y(Alignment::Center);
        let count = self.shown().and_then(|known| known.count.flatten()).unwrap_or(0);
        let show = button::main(t!(lang, "selections-soon-show")).icon(Icon::Trash).id("selection-soon");
        let body = column![
            first,
            text::strong(t!(lang, "selections-in-it", count = count)),
            container(text::body(t!(lang, "selections-soon-says"))).max_width(620),
            Element::from(show.on_press(Message::Soon)),
        ]
        .spacing(MEDIUM)
        .padding(LARGE);
        container(body).style(style::surface).width(Length::Fill).height(Length::Fill).into()
    }

    /// Returns what decides who is in it: the builder, or what it is made of.
    fn criteria<'a>(&'a self, open: &'a Open, scene: &'a Scene, width: f32) -> Element<'a, Message> {
        let lang = scene.lang;
        let is_new = matches!(open.target, Target::New(_));
        let may_change = self.shown().is_some_and(|known| may_change(&known.selection, scene));
        let may = if is_new { scene.office.user().may(Right::Selections) } else { open.is_own() && may_change };
        if let Some(builder) = open.builder.as_ref().filter(|_| may) {
            let body = builder.view(scene, &self.others, width).map(Message::Builder);
            let is_changed = !is_new && builder.is_changed(scene);
            let save = is_changed.then(|| {
                let buttons = row![
                    Space::new().width(Length::Fill),
                    Element::from(button::plain(t!(lang, "unsaved-discard")).on_press(Message::Discard)),
                    Element::from(
                        button::main(t!(lang, "selections-save-criteria")).id("selection-save").on_press(Message::Save)
                    )
                ]
                .spacing(SMALL);
                container(buttons).padding(Padding::from([SMALL, LARGE]))
            });
            return column![].push(body).push(save).into();
        }
        // What cannot be changed here is said in words, and does not look as if it could.
        let is_asked = open.builder.is_some();
        let note = is_asked.then(|| {
            text::caption(match (self.shown(), open.is_own()) {
                (Some(known), true) => crate::office::problem::lacks(lang, lacking(&known.selection, scene)),
                (Some(_) | None, _) => t!(lang, "selections-ready-criteria"),
            })
        });
        let label = is_asked.then(|| text::caption(t!(lang, "builder-says")).style(style::muted));
        let says = column![].push(label).push(text::body(open.sentence.as_str())).spacing(TINY);
        let picture = match open.made {
            Some(Made::Combined(operation, ..)) => {
                let parts = [(true, false), (true, true), (false, true)].map(|(a, b)| operation.holds(a, b));
                Some(container(overlap(parts, 40.0)).padding(Padding::ZERO.bottom(SMALL)))
            }
            Some(Made::Dynamic(_) | Made::Static) | None => None,
        };
        let problem = open.problem.as_ref().map(|problem| complaint(problem.clone()));
        container(
            column![]
                .push(note)
                .push(picture)
                .push(says)
                .push(self.parts(open, scene))
                .push(problem)
                .spacing(MEDIUM)
                .max_width(620),
        )
        .padding(HUGE)
        .into()
    }
}

fn new_head<'a>(open: &'a Open, scene: &'a Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let name = text_field(t!(lang, "selections-name-hint"), open.form.name.as_str())
        .id(super::details::NAME)
        .invalid(open.form.wrong.is_some())
        .on_input(|name| Message::Details(super::details::Message::Name(name)))
        .on_submit(Message::Save);
    let save = button::main(t!(lang, "selections-save-new")).id("selection-save").on_press(Message::Save);
    let cancel = button::plain(t!(lang, "cancel")).on_press(Message::Close);
    let title = match open.of() {
        crate::model::criteria::Of::Persons => t!(lang, "selections-new-title"),
        crate::model::criteria::Of::Companies => t!(lang, "selections-new-title-companies"),
    };
    let wrong = open.form.wrong.as_ref().map(|wrong| complaint(wrong.clone()));
    let line = row![container(name).width(Length::Fill), Element::from(cancel), Element::from(save)].spacing(SMALL);
    column![text::name(title), line]
        .push(wrong)
        .spacing(SMALL)
        .padding(Padding { top: LARGE, right: LARGE, bottom: MEDIUM, left: LARGE })
        .into()
}
