//! How the outbox looks: three tabs, a list, and the message that is chosen beside it.

use iced::widget::{Space, column, container, row};
use iced::{Alignment, Length, Padding};

use super::{Message, Part, ROWS, STAY, State};
use crate::i18n;
use crate::model::outbox::State as How;
use crate::model::user::Right;
use crate::office::mail::handling::Line;
use crate::office::mail::sending;
use crate::screen::Scene;
use crate::screen::written::written;
use crate::t;
use crate::theme::measure::{CAPTION, HIT, HUGE, LARGE, MEDIUM, SMALL, TINY};
use crate::theme::{Element, Icon, Tone, style};
use crate::widget::badge::badge;
use crate::widget::banner::banner;
use crate::widget::dialog::{Card, card};
use crate::widget::empty_state::empty_state;
use crate::widget::long_list::columns::{Column as Wide, cells};
use crate::widget::long_list::header::{header, heading};
use crate::widget::long_list::{long_list, look};
use crate::widget::table::cell;
use crate::widget::tabs::{Tab, tabs};
use crate::widget::{button, surface, text};

/// To whom, about what, since when.
const COLUMNS: [Wide; 3] = [Wide::fill(4), Wide::fill(5), Wide::fixed(146.0)];
/// How wide the message beside the list is.
const BESIDE: f32 = 420.0;

impl State {
    /// Shows the screen.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let [look, waits, sent] = self.shown.as_ref().map_or([0; 3], |shown| shown.counts);
        let titles = [
            Tab::new(t!(lang, "outbox-tab-look", count = look)),
            Tab::new(t!(lang, "outbox-tab-waits", count = waits)),
            Tab::new(t!(lang, "outbox-tab-sent", count = sent)),
        ];
        let part = Part::ALL.iter().position(|part| *part == self.part).unwrap_or_default();
        let titles = tabs(titles, part, Some("outbox-tabs".into()), Message::Part);
        let label = if self.sending { t!(lang, "outbox-sending") } else { t!(lang, "outbox-send") };
        let can = !self.sending && waits > 0 && self.way.is_some() && self.has_account();
        let send = button::main(label).icon(Icon::Mail).id("outbox-send");
        let send = scene.allowed(send, Right::SendMail, can.then_some(Message::Send));
        let title = row![text::name(t!(lang, "outbox-title")), Space::new().width(Length::Fill), Element::from(send)]
            .align_y(Alignment::Center);
        let page = column![title, titles]
            .push(self.said(scene))
            .push(self.body(scene))
            .spacing(MEDIUM)
            .padding(Padding { top: HUGE, right: HUGE, bottom: LARGE, left: HUGE });
        container(page).width(Length::Fill).height(Length::Fill).style(style::paper).into()
    }

    fn has_account(&self) -> bool {
        self.shown.as_ref().is_some_and(|shown| shown.has_account)
    }

    /// Returns what asks before a message is removed.
    pub fn question<'a>(&'a self, scene: &'a Scene) -> Option<Card<'a, Message>> {
        let lang = scene.lang;
        self.asks_to_remove.map(|_| {
            let remove = button::danger(t!(lang, "outbox-remove")).on_press(Message::RemoveNow);
            card(t!(lang, "outbox-remove-title"), text::body(t!(lang, "outbox-remove-says")))
                .button(button::plain(t!(lang, "cancel")).id(STAY).on_press(Message::Stay))
                .button(remove)
                .on_escape(Message::Stay)
                .max_width(480.0)
        })
    }

    /// Says what keeps mail from leaving.
    fn said<'a>(&'a self, scene: &'a Scene) -> Option<Element<'a, Message>> {
        let lang = scene.lang;
        let shown = self.shown.as_ref()?;
        if !shown.has_account {
            let set_up = button::main(t!(lang, "outbox-account-set-up")).on_press(Message::Account);
            let (head, says) = (t!(lang, "outbox-no-account"), t!(lang, "outbox-no-account-text"));
            return Some(banner(Tone::Attention, head, Some(says), vec![set_up.into()]));
        }
        let last = self.last.as_ref()?;
        if let Some(failure) = &last.problem {
            let look = button::plain(t!(lang, "outbox-account")).on_press(Message::Account);
            let (head, says) = (t!(lang, "outbox-stuck"), sending::words(lang, failure));
            return Some(banner(Tone::Attention, head, Some(says), vec![look.into()]));
        }
        let time = last.limited.filter(|_| shown.counts[1] > 0)?;
        let says = t!(lang, "cli-mail-limited", time = scene.time(time));
        Some(banner(Tone::Accent, t!(lang, "outbox-limited"), Some(says), vec![]))
    }

    fn body<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        if !scene.office.user().may(Right::SendMail) {
            let words = crate::office::problem::lacks(lang, Right::SendMail);
            return empty_state(Icon::Lock, t!(lang, "outbox-closed"), words, None);
        }
        if self.lines().is_empty() {
            let (icon, headline, sentence) = match self.part {
                Part::Look => (Icon::CircleCheck, t!(lang, "outbox-none-look"), t!(lang, "outbox-none-look-text")),
                Part::Waits => (Icon::Mail, t!(lang, "outbox-none-waits"), t!(lang, "outbox-none-waits-text")),
                Part::Sent => (Icon::Mail, t!(lang, "outbox-none-sent"), t!(lang, "outbox-none-sent-text")),
            };
            return empty_state(icon, headline, sentence, None);
        }
        let headings = [t!(lang, "outbox-column-to"), t!(lang, "outbox-column-about"), t!(lang, "outbox-column-since")];
        let headings = header(&COLUMNS, headings.into_iter().map(|label| heading(label).size(CAPTION)), look::headings);
        let rows = long_list(self.lines().len(), move |index| self.row(index, scene), Message::Rows, look::rows)
            .id(ROWS)
            .cursor(self.cursor)
            .selected(move |index| self.cursor == Some(index));
        let rows = container(rows).height(Length::Fill).style(style::surface);
        let table = column![container(headings).height(HIT), surface::line(), rows].height(Length::Fill);
        let beside = self.chosen().map(|line| self.beside(line, scene));
        row![container(table).width(Length::Fill)].push(beside).spacing(LARGE).height(Length::Fill).into()
    }

    fn row<'a>(&'a self, index: usize, scene: &'a Scene) -> Element<'a, Message> {
        let Some(line) = self.lines().get(index) else { return Space::new().into() };
        let message = &line.message;
        let since = scene.time(message.state_at.unwrap_or(message.at));
        let all = [
            cell(to(line, scene), Tone::Ink),
            cell(about(line, scene), Tone::Muted),
            cell(since, if message.state.needs_a_look() { Tone::Danger } else { Tone::Muted }),
        ];
        cells(&COLUMNS, all).into()
    }

    /// Shows the message that is chosen, why it is where it is, and what can be done.
    fn beside<'a>(&'a self, line: &'a Line, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let message = &line.message;
        let state = i18n::text(lang, &format!("outbox-state-{}", message.state.key()));
        let tone = match message.state {
            How::Queued | How::Connecting | How::Data => Tone::Accent,
            How::Held => Tone::Attention,
            How::Sent => Tone::Good,
            How::Failed | How::Unknown => Tone::Danger,
        };
        let kind = i18n::text(lang, &format!("outbox-kind-{}", message.kind.key()));
        let head = row![badge(tone, state), text::caption(kind)].spacing(SMALL).align_y(Alignment::Center);
        let explained = match message.state {
            How::Unknown => Some(t!(lang, "outbox-unknown-says")),
            How::Held if message.said.is_empty() => Some(t!(lang, "outbox-held-says")),
            How::Queued if message.tries > 0 => Some(match message.due {
                Some(due) => t!(lang, "outbox-again", time = scene.time(due)),
                None => t!(lang, "outbox-again-soon"),
            }),
            How::Queued => message.due.map(|due| t!(lang, "outbox-not-before", time = scene.time(due))),
            How::Failed => Some(t!(lang, "outbox-failed-says")),
            How::Held | How::Connecting | How::Data | How::Sent => None,
        };
        let said = (!message.said.is_empty()).then(|| text::body(message.said.as_str()));
        let why = (said.is_some() || explained.is_some())
            .then(|| column![].push(said).push(explained.map(text::caption)).spacing(TINY));
        let content = if line.is_closed {
            column![text::caption(t!(lang, "outbox-closed-says"))]
        } else {
            let address = (message.recipient != message.address).then(|| text::caption(message.address.as_str()));
            column![text::section(message.subject.as_str()), text::strong(to(line, scene))]
                .push(address)
                .push(surface::line())
                .push(written(&message.body))
                .spacing(SMALL)
        };
        let content = surface::scroll(container(content).padding(Padding::ZERO.right(MEDIUM)).width(Length::Fill));
        let all = column![head].push(why).push(self.buttons(line, scene)).push(surface::line()).push(content);
        let all = all.spacing(MEDIUM);
        container(all).padding(LARGE).width(BESIDE).height(Length::Fill).style(style::card).into()
    }

    fn buttons<'a>(&'a self, line: &'a Line, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let free = |message: Message| (!self.busy).then_some(message);
        let mut buttons = row![].spacing(SMALL);
        match line.message.state {
            How::Queued => {
                let hold = button::plain(t!(lang, "outbox-hold")).id("outbox-hold");
                buttons = buttons.push(Element::from(hold.on_press_maybe(free(Message::Hold))));
            }
            How::Held => {
                let release = button::main(t!(lang, "outbox-release")).id("outbox-release");
                buttons = buttons.push(Element::from(release.on_press_maybe(free(Message::Release))));
            }
            How::Failed | How::Unknown => {
                let resend = button::main(t!(lang, "outbox-resend")).id("outbox-resend");
                buttons = buttons.push(Element::from(resend.on_press_maybe(free(Message::Resend))));
            }
            How::Connecting | How::Data | How::Sent => {}
        }
        let is_removable = matches!(line.message.state, How::Queued | How::Held | How::Failed | How::Unknown);
        if is_removable && line.message.erasure.is_none() {
            let remove = button::danger(t!(lang, "outbox-remove")).icon(Icon::Trash).id("outbox-remove");
            buttons = buttons.push(Element::from(remove.on_press_maybe(free(Message::Remove))));
        }
        if line.message.person.is_some() && !line.is_closed {
            let card = button::link(t!(lang, "outbox-card")).on_press(Message::Open);
            buttons = buttons.push(Element::from(card));
        }
        buttons.wrap().into()
    }
}

fn to(line: &Line, scene: &Scene) -> String {
    match (line.is_closed, line.message.recipient.as_str()) {
        (true, _) => t!(scene.lang, "cli-mail-closed"),
        (false, "") => line.message.address.clone(),
        (false, name) => name.to_owned(),
    }
}

fn about(line: &Line, scene: &Scene) -> String {
    if line.is_closed {
        return i18n::text(scene.lang, &format!("outbox-kind-{}", line.message.kind.key()));
    }
    line.message.subject.clone()
}
