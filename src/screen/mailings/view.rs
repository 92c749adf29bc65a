//! How mailings look: the list, and beside it the one that is chosen, with how it stands with everybody.

use iced::widget::{Column as Stack, Space, column, container, row};
use iced::{Alignment, Length, Padding};

use super::{Asks, Message, ROWS, STAY, State};
use crate::i18n;
use crate::model::mailing::{Recipient, Sort, Stage, Status};
use crate::model::user::Right;
use crate::office::mail::mailings::{Listed, status_text};
use crate::screen::{Answer, Scene};
use crate::t;
use crate::theme::measure::{BODY, CAPTION, CONTROL, HIT, HUGE, LARGE, MEDIUM, SMALL, TINY};
use crate::theme::{Element, Icon, Theme, Tone, style};
use crate::widget::badge::badge;
use crate::widget::dialog::{Card, card};
use crate::widget::empty_state::empty_state;
use crate::widget::line::line;
use crate::widget::long_list::columns::{Column as Wide, cells};
use crate::widget::long_list::header::{header, heading};
use crate::widget::long_list::{long_list, look};
use crate::widget::tab_stop::TabStop;
use crate::widget::table::cell;
use crate::widget::{button, surface, text};

/// What it is called, to whom, when, how far.
const COLUMNS: [Wide; 4] = [Wide::fill(4), Wide::fill(3), Wide::fixed(146.0), Wide::fixed(150.0)];
/// How wide the mailing beside the list is.
const BESIDE: f32 = 440.0;
/// Who, and how it stands with them.
pub(super) const PEOPLE: [Wide; 2] = [Wide::fill(3), Wide::fill(2)];
/// How wide the names and numbers beside the bars are.
const NAMES: f32 = 148.0;
const NUMBERS: f32 = 56.0;

impl State {
    /// Shows the screen.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        if let Some(new) = &self.new {
            return new.view(scene).map(Message::Writing);
        }
        let new = button::main(t!(lang, "mailings-new")).icon(Icon::Plus).id("mailings-new");
        let new = scene.allowed(new, Right::SendMail, Message::New);
        let title = row![text::name(t!(lang, "mailings-title")), Space::new().width(Length::Fill), Element::from(new)]
            .align_y(Alignment::Center);
        let page = column![title, self.body(scene)].spacing(MEDIUM).padding(Padding {
            top: HUGE,
            right: HUGE,
            bottom: LARGE,
            left: HUGE,
        });
        container(page).width(Length::Fill).height(Length::Fill).style(style::paper).into()
    }

    /// Returns what asks before something is lost.
    pub fn question<'a>(&'a self, scene: &'a Scene) -> Option<Card<'a, Message>> {
        let lang = scene.lang;
        Some(match self.asks? {
            Asks::Discard => Answer::about_form(lang, Message::Answered),
            Asks::Stop => {
                let waiting = self.chosen().map_or(0, Listed::waiting);
                let stop = button::danger(t!(lang, "mailing-stop-now", count = waiting)).on_press(Message::StopNow);
                card(t!(lang, "mailing-stop-title"), text::body(t!(lang, "mailing-stop-says")))
                    .button(button::plain(t!(lang, "cancel")).id(STAY).on_press(Message::Stay))
                    .button(stop)
                    .on_escape(Message::Stay)
                    .max_width(480.0)
            }
        })
    }

    fn body<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        if !scene.office.user().may(Right::SendMail) {
            let words = crate::office::problem::lacks(lang, Right::SendMail);
            return empty_state(Icon::Lock, t!(lang, "mailings-closed"), words, None);
        }
        let Some(shown) = &self.shown else { return surface::skeleton(8) };
        if shown.is_empty() {
            let first = button::main(t!(lang, "mailings-new")).icon(Icon::Plus).on_press(Message::New);
            return empty_state(
                Icon::Megaphone,
                t!(lang, "mailings-none"),
                t!(lang, "mailings-none-text"),
                Some(first),
            );
        }
        let headings = [
            t!(lang, "mailings-column-name"),
            t!(lang, "mailings-column-to"),
            t!(lang, "mailings-column-when"),
            t!(lang, "mailings-column-how"),
        ];
        let headings = header(&COLUMNS, headings.into_iter().map(|label| heading(label).size(CAPTION)), look::headings);
        let rows = long_list(shown.len(), move |index| self.row(index, scene), Message::Rows, look::rows)
            .id(ROWS)
            .cursor(self.cursor)
            .selected(move |index| self.cursor == Some(index));
        let rows = container(rows).height(Length::Fill).style(style::surface);
        let table = column![container(headings).height(HIT), surface::line(), rows].height(Length::Fill);
        let beside = self.chosen().map(|one| self.beside(one, scene));
        row![container(table).width(Length::Fill)].push(beside).spacing(LARGE).height(Length::Fill).into()
    }

    fn row<'a>(&'a self, index: usize, scene: &'a Scene) -> Element<'a, Message> {
        let Some(one) = self.all().get(index) else { return Space::new().into() };
        let when = scene.time(one.mailing.send_at.unwrap_or(one.mailing.at));
        let (sent, queued) = (one.sent(), one.queued());
        let far = row![
            container(share(sent, one.failed(), queued)).width(64),
            cell(far(one, scene), if one.failed() > 0 { Tone::Danger } else { Tone::Muted })
        ]
        .spacing(SMALL)
        .align_y(Alignment::Center);
        let all = [
            cell(one.mailing.name.as_str(), Tone::Ink),
            cell(one.mailing.selection_name.as_str(), Tone::Muted),
            cell(when, Tone::Muted),
            far.into(),
        ];
        cells(&COLUMNS, all).into()
    }

    /// Shows the mailing that is chosen.
    fn beside<'a>(&'a self, one: &'a Listed, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let stage = i18n::text(lang, &format!("mailing-stage-{}", one.stage.key()));
        let tone = match one.stage {
            Stage::Planned | Stage::Sending => Tone::Accent,
            Stage::Paused | Stage::Stopped => Tone::Attention,
            Stage::Done => Tone::Good,
        };
        let what = match one.mailing.sort {
            Sort::Marketing(kind) => scene.lists.name(kind, lang).to_owned(),
            Sort::Breach => i18n::text(lang, "outbox-kind-breach"),
        };
        let head = row![badge(tone, stage), text::caption(what)].spacing(SMALL).align_y(Alignment::Center);
        let by = t!(lang, "mailing-by", time = scene.time(one.mailing.at), user = scene.by(one.mailing.by));
        let later = one.mailing.send_at.map(|at| text::caption(t!(lang, "mailing-not-before", time = scene.time(at))));
        let counts = t!(lang, "mailing-counts", sent = one.sent(), queued = one.queued(), held = one.held());
        let top = column![head, text::section(one.mailing.name.as_str()), text::caption(by)]
            .push(later)
            .push(text::body(counts))
            .push((one.gone() > 0).then(|| text::caption(t!(lang, "mailing-gone", count = one.gone()))))
            .push(self.buttons(one, scene))
            .spacing(SMALL);
        let bars = bars(&one.counts, self.only.as_deref(), scene);
        let listed = self.listed();
        let count = listed.len();
        let people =
            long_list(count, move |index| person(listed.get(index).copied(), scene), Message::People, look::rows)
                .id("mailing-people")
                .cursor(self.at)
                .selected(move |index| self.at == Some(index));
        let people = container(people).height(Length::Fill).style(style::surface);
        let all = column![top, surface::line(), bars, surface::line(), people].spacing(MEDIUM);
        container(all).padding(LARGE).width(BESIDE).height(Length::Fill).style(style::card).into()
    }

    fn buttons<'a>(&'a self, one: &'a Listed, scene: &'a Scene) -> Option<Element<'a, Message>> {
        let lang = scene.lang;
        let free = |message: Message| (!self.busy).then_some(message);
        let first = match one.stage {
            Stage::Planned | Stage::Sending => {
                button::plain(t!(lang, "mailing-pause")).icon(Icon::Pause).on_press_maybe(free(Message::Pause))
            }
            Stage::Paused => button::main(t!(lang, "mailing-resume")).on_press_maybe(free(Message::Resume)),
            Stage::Stopped | Stage::Done => return None,
        };
        let stop = button::danger(t!(lang, "mailing-stop")).id("mailing-stop").on_press_maybe(free(Message::Stop));
        Some(row![Element::from(first.id("mailing-pause")), Element::from(stop)].spacing(SMALL).into())
    }
}

/// Shows how far a mailing is, in a few words.
fn far(one: &Listed, scene: &Scene) -> String {
    match one.stage {
        Stage::Planned | Stage::Paused | Stage::Stopped => {
            i18n::text(scene.lang, &format!("mailing-stage-{}", one.stage.key()))
        }
        Stage::Sending | Stage::Done => format!("{}/{}", one.sent(), one.queued()),
    }
}

/// Shows somebody, and how it stands with them.
pub(super) fn person<'a, M: 'a>(one: Option<&Recipient>, scene: &Scene) -> Element<'a, M> {
    let Some(one) = one else { return Space::new().into() };
    let name = match one.name.as_str() {
        "" => t!(scene.lang, "cli-mail-closed"),
        name => name.to_owned(),
    };
    let words = i18n::text(scene.lang, &status_text(one.status));
    cells(&PEOPLE, [cell(name, Tone::Ink), cell(words, Scene::tone_of(one.status))]).into()
}

/// Shows how many it stands with in each way, as bars; a press on one lists only those.
fn bars<'a>(counts: &[(Status, u64)], only: Option<&str>, scene: &Scene) -> Element<'a, Message> {
    charted(counts, only, scene, Message::Only)
}

/// As [`bars`], for whoever lists them.
pub(super) fn charted<'a, M: Clone + 'a>(
    counts: &[(Status, u64)],
    only: Option<&str>,
    scene: &Scene,
    message: fn(Option<String>) -> M,
) -> Element<'a, M> {
    let mut counts: Vec<(Status, u64)> = counts.to_vec();
    // Who gets one first, then what keeps most from it.
    counts.sort_by_key(|(status, count)| (!status.gets_one(), std::cmp::Reverse(*count)));
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(1).max(1);
    let rows = counts.into_iter().map(|(status, count)| -> Element<'a, M> {
        let is_only = only == Some(status.key());
        let name = line(i18n::text(scene.lang, &status_text(status))).size(BODY).width(NAMES);
        let number = i18n::number(scene.lang, i64::try_from(count).unwrap_or(i64::MAX));
        let number = container(text::body(number)).align_right(NUMBERS);
        let content =
            row![name, part(count, most, Scene::tone_of(status)), number].spacing(SMALL).align_y(Alignment::Center);
        let key = (!is_only).then(|| status.key().to_owned());
        let content = container(content).padding(Padding::ZERO.horizontal(TINY)).style(move |theme: &Theme| {
            let chosen = theme.roles().accent.scale_alpha(0.12);
            container::Style {
                background: is_only.then(|| chosen.into()),
                border: iced::border::rounded(6),
                ..container::Style::default()
            }
        });
        TabStop::new(content).on_press(Some(message(key))).size(Length::Fill, CONTROL - 4.0).into()
    });
    Stack::with_children(rows).spacing(2).into()
}

/// Returns a bar whose length is a share of the longest one's.
fn part<'a, M: 'a>(count: u64, most: u64, tone: Tone) -> Element<'a, M> {
    let parts = u16::try_from(count.saturating_mul(1_000) / most.max(1)).unwrap_or(1_000).clamp(8, 1_000);
    row![quad(parts, tone, 12.0), Space::new().width(Length::FillPortion(1_001 - parts))].width(Length::Fill).into()
}

/// Returns a small bar of what was sent, what failed, and what is left.
fn share<'a, M: 'a>(sent: u64, failed: u64, all: u64) -> Element<'a, M> {
    let parts = |count: u64| u16::try_from(count.saturating_mul(1_000) / all.max(1)).unwrap_or(1_000).min(1_000);
    let (sent, failed) = (parts(sent), parts(failed));
    let left = 1_000u16.saturating_sub(sent).saturating_sub(failed);
    let mut bar = row![].width(Length::Fill);
    for (parts, tone) in [(sent, Tone::Good), (failed, Tone::Danger), (left, Tone::Muted)] {
        if parts > 0 {
            bar = bar.push(quad(parts, tone, 6.0));
        }
    }
    bar.into()
}

fn quad<'a, M: 'a>(parts: u16, tone: Tone, height: f32) -> Element<'a, M> {
    container(Space::new().height(height))
        .width(Length::FillPortion(parts.max(1)))
        .style(move |theme: &Theme| container::Style {
            background: Some(theme.roles().tone(tone).into()),
            border: iced::border::rounded(3),
            ..container::Style::default()
        })
        .into()
}
