//! How the trash looks: two tabs, a list of what lies there, and the requests.

use iced::widget::text::Wrapping;
use iced::widget::{Column, Row, Space, column, container, row};
use iced::{Alignment, Length, Padding};

use super::{ANSWER, Message, ROWS, SEARCH, SHOWN, STAY, State, decides};
use crate::i18n;
use crate::model::trash::{Line, Record, Verdict};
use crate::model::user::Right;
use crate::office::trash::Asked;
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::{BODY, CAPTION, CONTROL, HIT, HUGE, LARGE, MEDIUM, SMALL, TEXT_COLUMN, TINY};
use crate::theme::{Element, Icon, Tone, style};
use crate::widget::checkbox::switch;
use crate::widget::dialog::{Card, card};
use crate::widget::empty_state::empty_state;
use crate::widget::field::text_field;
use crate::widget::line::line;
use crate::widget::long_list::columns::{Column as Wide, cells};
use crate::widget::long_list::header::{header, heading};
use crate::widget::long_list::{long_list, look};
use crate::widget::tab_stop::TabStop;
use crate::widget::table::cell;
use crate::widget::tabs::{Tab, tabs};
use crate::widget::{button, surface, text};

/// Name, when, by whom, why, until when.
const COLUMNS: [Wide; 5] = [Wide::fill(5), Wide::fixed(146.0), Wide::fill(2), Wide::fill(4), Wide::fixed(120.0)];

impl State {
    /// Shows the screen.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let waiting = self.open().count();
        let titles = [Tab::new(t!(lang, "trash-tab-deleted")), Tab::new(t!(lang, "trash-tab-asked", count = waiting))];
        let titles = tabs(titles, usize::from(self.shows_requests), Some("trash-tabs".into()), Message::Tab);
        let head = column![text::name(t!(lang, "trash-title")), titles].spacing(MEDIUM);
        let body = if self.shows_requests { self.asked(scene) } else { self.deleted(scene) };
        let page =
            column![head, body].spacing(MEDIUM).padding(Padding { top: HUGE, right: HUGE, bottom: LARGE, left: HUGE });
        container(page).width(Length::Fill).height(Length::Fill).style(style::paper).into()
    }

    /// Returns what asks before something is erased.
    pub fn question<'a>(&'a self, scene: &'a Scene) -> Option<Card<'a, Message>> {
        let lang = scene.lang;
        self.asks_to_erase.then(|| {
            let count = self.selected.len();
            let says = text::body(t!(lang, "trash-erase-says"));
            let erase = button::danger(t!(lang, "trash-erase-count", count = count)).on_press(Message::EraseNow);
            card(t!(lang, "trash-erase-title"), says)
                .button(button::plain(t!(lang, "cancel")).id(STAY).on_press(Message::Stay))
                .button(erase)
                .on_escape(Message::Stay)
                .max_width(480.0)
        })
    }

    fn deleted<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let Some(page) = &self.page else {
            let words = crate::office::problem::lacks(lang, Right::Delete);
            return empty_state(Icon::Lock, t!(lang, "trash-closed"), words, None);
        };
        let search = text_field(t!(lang, "trash-search"), self.typed.as_str())
            .id(SEARCH)
            .icon(Icon::Search)
            .on_input(Message::Typed);
        let soon = switch(t!(lang, "trash-soon"), self.only_soon).on_toggle(Message::Soon);
        let count = self.selected.len();
        let can = count > 0 && !self.busy;
        let mut restore = button::main(t!(lang, "trash-restore-count", count = count)).icon(Icon::Restore);
        if self.may_restore(scene) {
            restore = restore.on_press_maybe(can.then_some(Message::Restore));
        } else {
            restore = restore.tooltip(crate::office::problem::lacks(lang, Right::Restore));
        }
        let erase = button::danger(t!(lang, "trash-erase-count", count = count)).icon(Icon::Trash).id("trash-erase");
        let erase = scene.allowed(erase, Right::Purge, can.then_some(Message::Erase));
        let tools = row![
            container(search).width(Length::Fill).max_width(420),
            Element::from(soon),
            Space::new().width(Length::Fill),
            Element::from(restore.id("trash-restore")),
            Element::from(erase),
            Element::from(
                button::icon(Icon::More, t!(lang, "card-more"))
                    .id("trash-more")
                    .marked(self.shows_more)
                    .on_press(Message::More)
            ),
        ]
        .spacing(MEDIUM)
        .align_y(Alignment::Center);
        let more_deeds = self.shows_more.then(|| {
            let report = button::plain(t!(lang, "reporting-ask")).small().id("trash-report");
            let report = match self.only_person() {
                Some(_) => scene.allowed(report, Right::Report, Message::Report),
                None => report.tooltip(t!(lang, "trash-report-whom")),
            };
            row![Space::new().width(Length::Fill), Element::from(report)]
        });
        if page.lines.is_empty() {
            let is_narrowed = !self.typed.trim().is_empty() || self.only_soon;
            let (headline, sentence) = if is_narrowed {
                (t!(lang, "trash-nothing-found"), t!(lang, "trash-nothing-found-text"))
            } else {
                (t!(lang, "trash-empty"), t!(lang, "trash-empty-text"))
            };
            let empty = empty_state(Icon::Trash, headline, sentence, None);
            return column![].push(is_narrowed.then_some(tools)).push(empty).spacing(MEDIUM).into();
        }
        let more = (page.total > SHOWN).then(|| text::caption(t!(lang, "trash-more", count = SHOWN)));
        let headings = [
            t!(lang, "list-column-name"),
            t!(lang, "trash-column-deleted"),
            t!(lang, "trash-column-by"),
            t!(lang, "trash-column-reason"),
            t!(lang, "trash-column-until"),
        ];
        let headings = header(&COLUMNS, headings.into_iter().map(|label| heading(label).size(CAPTION)), look::headings);
        let rows = long_list(page.lines.len(), move |index| self.row(index, scene), Message::Rows, look::rows)
            .id(ROWS)
            .cursor(self.cursor)
            .selected(move |index| self.lines().get(index).is_some_and(|line| self.selected.contains(&line.record)));
        let rows = container(rows).height(Length::Fill).style(style::surface);
        let table = column![container(headings).height(HIT), surface::line(), rows].height(Length::Fill);
        column![tools].push(more_deeds).push(more).push(table).spacing(MEDIUM).height(Length::Fill).into()
    }

    fn row<'a>(&'a self, index: usize, scene: &'a Scene) -> Element<'a, Message> {
        let Some(shown) = self.lines().get(index) else { return Space::new().into() };
        let until = i18n::date(scene.lang, shown.put.purge_on);
        let is_today = shown.put.purge_on <= scene.today();
        let all = [
            name(shown, scene),
            cell(scene.time(shown.put.at), Tone::Muted),
            cell(scene.user(shown.put.by), Tone::Muted),
            cell(shown.put.reason.as_str(), Tone::Muted),
            cell(until, if is_today { Tone::Danger } else { Tone::Muted }),
        ];
        cells(&COLUMNS, all).into()
    }

    fn asked<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        if self.requests.is_empty() {
            let text =
                if decides(scene) { t!(lang, "trash-asked-none-text") } else { t!(lang, "trash-asked-own-text") };
            return empty_state(Icon::CircleCheck, t!(lang, "trash-asked-none"), text, None);
        }
        let requests = self.requests.iter().map(|asked| self.request(asked, scene));
        let requests = Column::with_children(requests).spacing(SMALL).max_width(TEXT_COLUMN + 160.0);
        surface::scroll(container(requests).padding(Padding::ZERO.right(MEDIUM)))
    }

    fn request<'a>(&'a self, asked: &'a Asked, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let request = &asked.request;
        let sign = text::icon_sized(icon(request.record), 16.0).style(style::muted);
        let link = TabStop::new(line(asked.name.as_str()).size(BODY).font(crate::theme::font::MEDIUM))
            .on_press(Some(Message::Open(request.record)))
            .style(style::link_button);
        let when = t!(lang, "trash-asked-by", who = scene.by(request.by), when = scene.time(request.at));
        let reason = text::body(request.reason.as_str());
        let words = column![
            row![sign, Element::from(link), text::caption(when)].spacing(SMALL).align_y(Alignment::Center),
            reason
        ]
        .spacing(TINY)
        .width(Length::Fill);
        let decided = match &request.decided {
            None if decides(scene) => None,
            None => Some(t!(lang, "trash-asked-open")),
            Some(decided) => Some(match decided.verdict {
                Verdict::Deleted => t!(lang, "deletion-deleted"),
                Verdict::Refused if decided.answer.is_empty() => t!(lang, "deletion-refused"),
                Verdict::Refused => t!(lang, "trash-refused-because", answer = decided.answer.as_str()),
            }),
        };
        let decided = decided.map(text::caption);
        let may = decides(scene) && request.decided.is_none();
        let (id, free) = (request.id, !self.busy);
        let refusing = self.refusing.as_ref().filter(|(refused, _)| *refused == id);
        let buttons = (may && refusing.is_none()).then(|| {
            let refuse =
                button::plain(t!(lang, "trash-refuse-ask")).on_press_maybe(free.then_some(Message::Refuse(Some(id))));
            let delete = button::danger(t!(lang, "trash-delete"))
                .on_press_maybe(free.then_some(Message::Decide(id, Verdict::Deleted)));
            row![Element::from(refuse), Element::from(delete)].spacing(SMALL)
        });
        let answer = refusing.map(|(_, answer)| {
            let input = text_field(t!(lang, "trash-answer"), answer.as_str())
                .id(ANSWER)
                .on_input(Message::Answer)
                .on_submit(Message::Decide(id, Verdict::Refused));
            let refuse = button::main(t!(lang, "trash-refuse")).on_press(Message::Decide(id, Verdict::Refused));
            let back = button::plain(t!(lang, "cancel")).on_press(Message::Refuse(None));
            row![Element::from(input), Element::from(back), Element::from(refuse)]
                .spacing(SMALL)
                .align_y(Alignment::Center)
        });
        let first = Row::new().push(words).push(decided).push(buttons).spacing(MEDIUM).align_y(Alignment::Center);
        container(column![first].push(answer).spacing(SMALL))
            .padding(MEDIUM)
            .width(Length::Fill)
            .style(style::card)
            .into()
    }
}

fn icon(record: Record) -> Icon {
    match record {
        Record::Person(_) => Icon::User,
        Record::Company(_) => Icon::Building,
    }
}

/// Returns the name of a person or a company, with its sign and where the person works.
fn name<'a>(shown: &'a Line, scene: &Scene) -> Element<'a, Message> {
    let name = if shown.name.is_empty() { t!(scene.lang, "list-no-name") } else { shown.name.clone() };
    let company = (!shown.company.is_empty()).then(|| text::caption(shown.company.as_str()).wrapping(Wrapping::None));
    row![text::icon_sized(icon(shown.record), 14.0).style(style::muted), line(name).size(BODY)]
        .push(company)
        .spacing(SMALL)
        .height(CONTROL)
        .align_y(Alignment::Center)
        .into()
}
