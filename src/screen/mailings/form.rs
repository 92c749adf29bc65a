//! How the page looks that a mailing is written on: who, what, and the check.

use iced::widget::{Space, column, container, row};
use iced::{Alignment, Length, Padding};

use super::composing::{FIRST, Message, State};
use super::view::{charted, person};
use crate::model::list::List;
use crate::model::mailing::Status;
use crate::model::user::Right;
use crate::screen::Scene;
use crate::screen::written::written;
use crate::t;
use crate::theme::measure::{CONTROL, HUGE, LARGE, MEDIUM, SMALL};
use crate::theme::{Element, Icon, Tone, style};
use crate::widget::banner::banner;
use crate::widget::checkbox::{checkbox, radio};
use crate::widget::choice::choice;
use crate::widget::field::{field, text_area, text_field};
use crate::widget::long_list::{long_list, look};
use crate::widget::progress::progress;
use crate::widget::{button, surface, text};

/// How wide what is chosen and written is.
const LEFT: f32 = 420.0;
/// How high those a mailing reaches are shown.
const PEOPLE: f32 = 232.0;

impl State {
    /// Shows the page.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let back = button::plain(t!(lang, "back")).icon(Icon::ChevronLeft).on_press(Message::Back);
        let title =
            row![Element::from(back), text::name(t!(lang, "mailings-new"))].spacing(MEDIUM).align_y(Alignment::Center);
        let body: Element<'a, Message> = match &self.running {
            Some(running) => {
                let (done, total) = running.get();
                let numbers = t!(lang, "export-numbers", done = done, total = total);
                #[allow(clippy::cast_precision_loss, reason = "a bar is a few hundred pixels long")]
                let share = if total == 0 { 0.0 } else { done as f32 / total as f32 };
                let stop = button::plain(t!(lang, "cancel")).on_press(Message::Cancel);
                surface::card(progress(t!(lang, "mailing-running"), share, numbers, Some(stop)))
            }
            None => {
                let left = column![self.who(scene), self.what(scene)].spacing(LARGE);
                let left = container(surface::scroll(container(left).padding(Padding::ZERO.right(MEDIUM)))).width(LEFT);
                row![left, container(self.check(scene)).width(Length::Fill)].spacing(LARGE).height(Length::Fill).into()
            }
        };
        let page =
            column![title, body].spacing(MEDIUM).padding(Padding { top: HUGE, right: HUGE, bottom: LARGE, left: HUGE });
        container(page).width(Length::Fill).height(Length::Fill).style(style::paper).into()
    }

    fn who<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let kinds = row![
            Element::from(radio(t!(lang, "mailing-is-mailing"), !self.is_breach).on_select(Message::Breach(false))),
            Element::from(radio(t!(lang, "mailing-is-breach"), self.is_breach).on_select(Message::Breach(true)))
        ]
        .spacing(LARGE);
        let selections = self.choices.as_ref().map(|choices| choices.selections.clone()).unwrap_or_default();
        let selections = choice(selections, self.selection)
            .placeholder(t!(lang, "mailing-choose-selection"))
            .nothing(t!(lang, "mailing-no-selection"))
            .on_choose(Message::Selection)
            .id("mailing-selection");
        let mut body = column![kinds, Element::from(field(t!(lang, "mailing-selection"), selections))].spacing(MEDIUM);
        if self.is_breach {
            body = body.push(text::caption(t!(lang, "mailing-breach-says")));
        } else {
            let kinds =
                scene.lists.of(List::Subscription).map(|item| (item.id, scene.lists.name(item.id, lang).to_owned()));
            let kinds = choice(kinds.collect::<Vec<_>>(), self.kind).on_choose(Message::Type).id("mailing-type");
            body = body.push(Element::from(field(t!(lang, "mailing-type"), kinds)));
            body = body.push(self.past(scene));
        }
        part("1", t!(lang, "mailing-who"), body.into())
    }

    /// Offers to let messages past what stops them, where there is somebody and the user may.
    fn past<'a>(&'a self, scene: &'a Scene) -> Option<Element<'a, Message>> {
        let lang = scene.lang;
        let count = self.plan.as_ref().map_or(0, |plan| plan.could_be_let_past());
        if !scene.office.user().may(Right::Override) || (count == 0 && !self.lets_past) {
            return None;
        }
        let tick = checkbox(t!(lang, "mailing-let-past", count = count), self.lets_past).on_toggle(Message::LetPast);
        let why = self.lets_past.then(|| {
            let why = text_field("", self.why.as_str()).id("mailing-why").on_input(Message::Why);
            Element::from(field(t!(lang, "mailing-why"), why).hint(t!(lang, "mailing-why-hint")))
        });
        Some(column![Element::from(tick)].push(why).spacing(SMALL).into())
    }

    fn what<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let name = text_field("", self.name.as_str()).id(FIRST).on_input(Message::Name);
        let name = field(t!(lang, "mailing-name"), name).hint(t!(lang, "mailing-name-hint"));
        let templates = self.choices.iter().flat_map(|choices| &choices.templates);
        let templates = templates.filter(|(.., is_breach)| *is_breach == self.is_breach);
        let templates: Vec<(String, String)> = templates.map(|(key, name, _)| (key.clone(), name.clone())).collect();
        let templates = choice(templates, self.template.clone()).on_choose(Message::Template).id("mailing-template");
        let from = self.preview.as_ref().map(|preview| preview.subject.clone()).unwrap_or_default();
        let subject = text_field(from, self.subject.as_str()).id("mailing-subject").on_input(Message::Subject);
        let mut body = column![
            Element::from(name),
            Element::from(field(t!(lang, "field-template"), templates)),
            Element::from(field(t!(lang, "field-subject"), subject))
        ]
        .spacing(MEDIUM);
        let area = |content, id: &'static str, message: fn(iced::widget::text_editor::Action) -> Message, rows: f32| {
            text_area(content, "").id(id).on_action(message).height(CONTROL * rows)
        };
        if self.is_breach {
            for (label, content, id, message) in [
                (t!(lang, "mailing-what-happened"), &self.text, "mailing-text", Message::Text as fn(_) -> _),
                (t!(lang, "mailing-consequences"), &self.consequences, "mailing-consequences", Message::Consequences),
                (t!(lang, "mailing-measures"), &self.measures, "mailing-measures", Message::Measures),
            ] {
                body = body.push(Element::from(field(label, area(content, id, message, 2.5))));
            }
        } else {
            body = body.push(Element::from(field(
                t!(lang, "mailing-text"),
                area(&self.text, "mailing-text", Message::Text, 6.0),
            )));
        }
        let files = self.files.iter().enumerate().map(|(at, file)| -> Element<'a, Message> {
            let away = button::icon(Icon::Close, t!(lang, "mailing-detach")).on_press(Message::Detach(at));
            row![text::icon(Icon::File), text::body(file.name.as_str()).width(Length::Fill), Element::from(away)]
                .spacing(SMALL)
                .align_y(Alignment::Center)
                .into()
        });
        let attach = button::plain(t!(lang, "mailing-attach")).icon(Icon::File).on_press(Message::Attach);
        let mark = checkbox(t!(lang, "mailing-mark"), self.marks).on_toggle(Message::Mark);
        let mut files = column(files).spacing(SMALL);
        files = files.push(Element::from(attach));
        body = body.push(files).push(Element::from(mark));
        part("2", t!(lang, "mailing-what"), body.into())
    }

    fn check<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let mut body = column![].spacing(MEDIUM);
        if self.choices.as_ref().is_some_and(|choices| !choices.has_account) {
            let set_up = button::plain(t!(lang, "outbox-account-set-up")).on_press(Message::Account);
            let says = t!(lang, "mailing-no-account");
            body = body.push(banner(Tone::Attention, t!(lang, "outbox-no-account"), Some(says), vec![set_up.into()]));
        }
        body = body.push(match &self.plan {
            None => Element::from(text::body(t!(lang, "mailing-nobody-yet")).style(style::muted)),
            Some(plan) if plan.recipients.is_empty() => text::body(t!(lang, "selections-nobody")).into(),
            Some(plan) => {
                let mut counts: Vec<(Status, u64)> = Vec::new();
                for one in &plan.recipients {
                    match counts.iter_mut().find(|(status, _)| status.key() == one.status.key()) {
                        Some((_, count)) => *count += 1,
                        None => counts.push((one.status, 1)),
                    }
                }
                let reached = t!(lang, "mailing-reaches", count = plan.queued(), all = plan.recipients.len());
                let chart = charted(&counts, self.only.as_deref(), scene, Message::Only);
                let listed = self.listed();
                let people = long_list(
                    listed.len(),
                    move |index| person(listed.get(index).copied(), scene),
                    Message::People,
                    look::rows,
                )
                .id("mailing-reach")
                .cursor(self.cursor)
                .selected(move |index| self.cursor == Some(index));
                let people = container(people).height(PEOPLE).style(style::surface);
                let in_trash =
                    (plan.in_trash > 0).then(|| text::caption(t!(lang, "mailing-in-trash", count = plan.in_trash)));
                column![text::strong(reached)].push(in_trash).push(chart).push(people).spacing(SMALL).into()
            }
        });
        body = body.push(self.shown(scene));
        let body = surface::scroll(container(body).padding(Padding::ZERO.right(MEDIUM)).width(Length::Fill));
        let content = column![container(body).height(Length::Fill), surface::line(), self.foot(scene)].spacing(MEDIUM);
        let content = column![head("3", t!(lang, "mailing-check")), content].spacing(MEDIUM);
        container(content).padding(LARGE).width(Length::Fill).height(Length::Fill).style(style::card).into()
    }

    /// Shows the message for whoever is chosen, and what it lacks.
    fn shown<'a>(&'a self, scene: &'a Scene) -> Option<Element<'a, Message>> {
        let lang = scene.lang;
        let preview = self.preview.as_ref()?;
        let mut said = column![].spacing(SMALL);
        if !preview.missing.is_empty() {
            let parts: Vec<String> = preview
                .missing
                .iter()
                .map(|part| crate::i18n::text(lang, &format!("template-part-{}", part.key())))
                .collect();
            let says = t!(lang, "mailing-lacks-parts", parts = parts.join(", "));
            said = said.push(banner(Tone::Attention, t!(lang, "mailing-lacks"), Some(says), Vec::new()));
        }
        if preview.lacks_text && !self.is_breach {
            said = said.push(banner(Tone::Attention, t!(lang, "mailing-lacks-text"), None, Vec::new()));
        }
        let to = self.cursor.and_then(|at| self.listed().get(at).map(|one| one.name.clone())).unwrap_or_default();
        let title = if to.is_empty() {
            t!(lang, "mailing-preview", lang = preview.lang.own_name())
        } else {
            t!(lang, "mailing-preview-to", name = to, lang = preview.lang.own_name())
        };
        let letter = column![text::section(preview.subject.as_str()), written(&preview.body)].spacing(SMALL);
        let letter = container(letter).padding(MEDIUM).width(Length::Fill).style(style::surface);
        Some(said.push(text::caption(title)).push(letter).into())
    }

    fn foot<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let is_wrong = self.is_time_wrong(scene);
        let day = text_field(t!(lang, "mailing-now"), self.day.as_str())
            .id("mailing-day")
            .invalid(is_wrong)
            .on_input(Message::Day)
            .width(120);
        let time = text_field("08:00", self.time.as_str())
            .id("mailing-time")
            .invalid(is_wrong)
            .on_input(Message::Time)
            .width(76);
        let has_account = self.choices.as_ref().is_some_and(|choices| choices.has_account);
        let test = button::plain(t!(lang, "mailing-test"))
            .id("mailing-test")
            .on_press_maybe((has_account && self.selection.is_some()).then_some(Message::Test));
        let count = self.plan.as_ref().map_or(0, |plan| plan.queued());
        let words = if self.is_later(scene) {
            t!(lang, "mailing-send-later", count = count)
        } else {
            t!(lang, "mailing-send", count = count)
        };
        let send = button::main(words).icon(Icon::Mail).id("mailing-send");
        let send = scene.allowed(send, Right::SendMail, self.can_send(scene).then_some(Message::Send));
        row![
            text::body(t!(lang, "mailing-when")),
            Element::from(day),
            Element::from(time),
            Space::new().width(Length::Fill),
            Element::from(test),
            Element::from(send)
        ]
        .spacing(SMALL)
        .align_y(Alignment::Center)
        .wrap()
        .into()
    }
}

fn part<'a>(number: &'static str, title: String, body: Element<'a, Message>) -> Element<'a, Message> {
    surface::card(column![head(number, title), body].spacing(MEDIUM))
}

fn head<'a>(number: &'static str, title: String) -> Element<'a, Message> {
    row![text::section(number).style(style::muted), text::section(title)].spacing(SMALL).into()
}
