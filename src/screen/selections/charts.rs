//! How the members divide up, as bars with their numbers beside them. A press on a bar begins a selection of those in it.

use iced::widget::text::Wrapping;
use iced::widget::{Column, Space, column, container, responsive, row};
use iced::{Alignment, Length, Padding};

use super::Message;
use crate::i18n;
use crate::model::list;
use crate::office::selections::charts::{Bar, Charts, Month, Stands};
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::{BODY, CONTROL, HUGE, LARGE, MEDIUM, SMALL, TINY};
use crate::theme::{Element, Icon, Theme, Tone, style};
use crate::widget::button::hinted;
use crate::widget::empty_state::empty_state;
use crate::widget::line::line;
use crate::widget::tab_stop::TabStop;
use crate::widget::{surface, text};

/// How wide the names beside the bars are, in pixels.
const NAMES: f32 = 148.0;
/// How wide the numbers are.
const NUMBERS: f32 = 92.0;
/// How high the tallest month is.
const TALLEST: f32 = 116.0;
/// From this width on, in pixels, charts stand side by side.
const TWO: f32 = 820.0;

/// Shows the charts.
pub fn view<'a>(charts: &'a Charts, scene: &'a Scene, may: bool) -> Element<'a, Message> {
    let lang = scene.lang;
    if charts.total == 0 {
        return empty_state(Icon::Users, t!(lang, "selections-nobody"), t!(lang, "selections-charts-none"), None);
    }
    responsive(move |size| {
        let mut cards: Vec<Element<'a, Message>> = Vec::new();
        if let Some(bars) = &charts.categories {
            let title = t!(lang, "selections-by-category");
            cards.push(chart(title, bars, charts, scene, may, Stands::Category, |_| Tone::Accent));
        }
        for (purpose, bars) in &charts.bases {
            let purpose = *purpose;
            let title = t!(lang, "selections-by-basis", purpose = scene.lists.name(purpose, lang));
            let tone = move |item: Option<list::Id>| match item.and_then(|item| scene.lists.basis(item)) {
                Some(named) if named.basis.is_refusal() => Tone::Danger,
                Some(_) => Tone::Good,
                None => Tone::Attention,
            };
            cards.push(chart(title, bars, charts, scene, may, move |item| Stands::Basis(purpose, item), tone));
        }
        if let Some(bars) = &charts.sources {
            let stands = |item: Option<list::Id>| item.map_or(Stands::Category(None), Stands::Source);
            cards.push(chart(t!(lang, "selections-by-source"), bars, charts, scene, may, stands, |_| Tone::Accent));
        }
        let months = months(charts, scene, may);
        let held = (charts.held > 0).then(|| text::caption(t!(lang, "selections-charts-held", count = charts.held)));
        let body = column![months, beside(cards, size.width >= TWO)].push(held).spacing(LARGE);
        surface::scroll(container(body).padding(LARGE))
    })
    .into()
}

/// Returns cards in one column or two, each put where there is most room.
fn beside<'a>(cards: Vec<Element<'a, Message>>, are_two: bool) -> Element<'a, Message> {
    if !are_two {
        return Column::with_children(cards).spacing(LARGE).into();
    }
    let (mut left, mut right) = (Column::new().spacing(LARGE), Column::new().spacing(LARGE));
    for (place, card) in cards.into_iter().enumerate() {
        if place % 2 == 0 {
            left = left.push(card);
        } else {
            right = right.push(card);
        }
    }
    row![left.width(Length::Fill), right.width(Length::Fill)].spacing(LARGE).into()
}

/// Returns a chart of bars: a name, a bar, and how many that are.
fn chart<'a>(
    title: String,
    bars: &'a [Bar],
    charts: &'a Charts,
    scene: &'a Scene,
    may: bool,
    stands: impl Fn(Option<list::Id>) -> Stands + 'a,
    tone: impl Fn(Option<list::Id>) -> Tone + 'a,
) -> Element<'a, Message> {
    let lang = scene.lang;
    let most = bars.iter().map(|bar| bar.count).max().unwrap_or(1).max(1);
    let rows = bars.iter().map(|bar| -> Element<'a, Message> {
        let name = match (bar.item, stands(bar.item)) {
            (Some(item), _) => scene.lists.name(item, lang).to_owned(),
            (None, Stands::Basis(..)) => t!(lang, "list-no-basis"),
            (None, Stands::Category(_) | Stands::Source(_) | Stands::Month(_)) => t!(lang, "selections-without"),
        };
        let ink = line(name).size(BODY).width(NAMES);
        let numbers = row![
            container(text::body(number(lang, bar.count))).align_right(52),
            container(text::caption(percent(bar.count, charts.total)).wrapping(Wrapping::None))
                .align_right(NUMBERS - 52.0 - TINY)
        ]
        .spacing(TINY)
        .align_y(Alignment::Center);
        let content = row![ink, filled(bar.count, most, tone(bar.item)), container(numbers).width(NUMBERS)]
            .spacing(SMALL)
            .align_y(Alignment::Center);
        TabStop::new(content)
            .on_press(may.then(|| Message::Narrow(stands(bar.item))))
            .size(Length::Fill, CONTROL - 4.0)
            .padding(Padding::ZERO.horizontal(TINY))
            .into()
    });
    let rows = Column::with_children(rows).spacing(2);
    surface::card(column![text::section(title), rows].spacing(SMALL))
}

/// Returns a bar whose length is a share of the longest one's.
fn filled<'a>(count: u64, most: u64, tone: Tone) -> Element<'a, Message> {
    // The longest bar is a thousand parts; whoever is there at all is seen.
    let parts =
        u16::try_from(count.saturating_mul(1_000) / most).unwrap_or(1_000).clamp(u16::from(count > 0) * 8, 1_000);
    let bar =
        container(Space::new().height(12)).width(Length::FillPortion(parts.max(1))).style(move |theme: &Theme| {
            let roles = theme.roles();
            container::Style {
                background: Some(roles.tone(tone).into()),
                border: iced::border::rounded(3),
                ..container::Style::default()
            }
        });
    let rest = 1_000 - parts.min(999);
    row![bar, Space::new().width(Length::FillPortion(rest))].width(Length::Fill).into()
}

/// Returns the chart of the months in which cards were made.
fn months<'a>(charts: &'a Charts, scene: &'a Scene, may: bool) -> Element<'a, Message> {
    let lang = scene.lang;
    let most = charts.months.iter().map(|month| month.count).max().unwrap_or(1).max(1);
    let bar = |month: &'a Month| -> Element<'a, Message> {
        use chrono::Datelike;
        let height = (month.count as f32 / most as f32 * TALLEST).max(if month.count > 0 { 3.0 } else { 1.0 });
        let tone = if month.count > 0 { Tone::Accent } else { Tone::Muted };
        let quad =
            container(Space::new().width(Length::Fill).height(height)).style(move |theme: &Theme| container::Style {
                background: Some(theme.roles().tone(tone).into()),
                border: iced::border::rounded(iced::border::top(3)),
                ..container::Style::default()
            });
        let name = i18n::month_name(lang, month.first.month());
        let words = t!(
            lang,
            "selections-month",
            month = name.as_str(),
            year = month.first.year().to_string(),
            count = month.count
        );
        let label = if month.first.month() == 1 { month.first.year().to_string() } else { short(&name) };
        let label = iced::widget::Text::new(label).size(12).line_height(1.2).style(style::muted);
        let count = if month.count > 0 { compact(month.count) } else { String::new() };
        let count = iced::widget::Text::new(count).size(12).line_height(1.2);
        let stack = column![Space::new().height(Length::Fill), count, quad, label]
            .spacing(2)
            .align_x(Alignment::Center)
            .height(TALLEST + 40.0)
            .width(Length::Fill);
        let press = TabStop::new(stack)
            .on_press((may && month.count > 0).then_some(Message::Narrow(Stands::Month(month.first))))
            .size(Length::Fill, TALLEST + 44.0);
        container(hinted(press, words)).width(Length::FillPortion(1)).into()
    };
    let bars = row(charts.months.iter().map(bar)).spacing(3).align_y(Alignment::End);
    let earlier = (charts.earlier > 0).then(|| text::caption(t!(lang, "selections-earlier", count = charts.earlier)));
    let title = row![text::section(t!(lang, "selections-by-month")), Space::new().width(Length::Fill)].push(earlier);
    surface::card(column![title.align_y(Alignment::Center), bars].spacing(MEDIUM))
}

/// Returns the first letters of a month's name.
fn short(name: &str) -> String {
    name.chars().take(3).collect()
}

/// Returns a number as short as a column is narrow.
fn compact(count: u64) -> String {
    if count < 10_000 { count.to_string() } else { format!("{}k", count / 1_000) }
}

fn number(lang: crate::i18n::Lang, count: u64) -> String {
    i18n::number(lang, i64::try_from(count).unwrap_or(i64::MAX))
}

/// Returns a share of a whole, in percent; what is there at all is never 0.
fn percent(count: u64, total: u64) -> String {
    // Rounded, not cut off: shares are added up by who reads them.
    let whole = total.max(1);
    let share = (count.saturating_mul(200) + whole) / whole.saturating_mul(2);
    if count > 0 && share == 0 { "<\u{2009}1\u{2009}%".to_owned() } else { format!("{share}\u{2009}%") }
}

/// Returns what stands while the charts are counted.
pub fn counting<'a>(scene: &'a Scene) -> Element<'a, Message> {
    container(text::caption(t!(scene.lang, "selections-counting"))).padding(HUGE).into()
}
