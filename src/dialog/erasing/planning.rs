//! What erasing somebody would do, table by table and text by text, and what is to be decided.

use iced::widget::text::Span;
use iced::widget::{Column, Row, column, container, rich_text, row};
use iced::{Alignment, Length};

use super::{Form, Message, WIDTH, Way};
use crate::i18n::{self, Lang};
use crate::model::erasure::{Exception, Ground};
use crate::model::outbox::Channel;
use crate::office::erasure::{Action, Hit, Record, Why, table_name};
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::{BODY, LARGE, MEDIUM, SMALL, TINY};
use crate::theme::{Element, Theme, Tone, style};
use crate::widget::banner::banner;
use crate::widget::checkbox::{checkbox, radio};
use crate::widget::choice::choice;
use crate::widget::dialog::{Card, card};
use crate::widget::field::{field, text_field};
use crate::widget::{button, surface, text};

/// The first field, for the focus.
pub const GROUND: &str = "erasing-ground";

/// Shows the plan.
pub fn view<'a>(form: &'a Form, scene: &'a Scene) -> Card<'a, Message> {
    let lang = scene.lang;
    let name = form.plan.persons.first().map(|(_, name)| name.as_str());
    let title = match name {
        Some(name) => t!(lang, "erasing-title-of", name = name),
        None => t!(lang, "erasing-title"),
    };
    let mut body = column![].spacing(LARGE);
    for held in &form.plan.held {
        let words = held.words(lang);
        let tone = match held.why {
            Why::Restricted | Why::Kept => Tone::Danger,
            Why::Named => Tone::Attention,
        };
        body = body.push(banner(tone, t!(lang, "erasing-held", name = held.name.as_str()), Some(words), Vec::new()));
    }
    let back = button::plain(t!(lang, "cancel")).on_press(Message::Close);
    if form.plan.persons.is_empty() {
        return card(title, body).max_width(WIDTH).button(back).on_escape(Message::Close);
    }
    body = body.push(text::body(t!(lang, "erasing-says"))).push(why(form, lang));
    if !form.plan.hits.is_empty() {
        body = body.push(hits(form, lang));
    }
    if form.plan.unread > 0 {
        body = body.push(text::caption(t!(lang, "erasing-unread", count = form.plan.unread)));
    }
    body = body.push(tables(form, lang)).push(telling(form, lang)).push(backups(form, scene));
    let erase = button::danger(t!(lang, "erasing-do", persons = form.plan.persons.len())).id("erasing-do");
    let card = card(title, body).max_width(WIDTH);
    let card = if form.is_decided() {
        card
    } else {
        card.side_button(text::caption(t!(lang, "erasing-undecided")).style(style::tone(Tone::Attention)))
    };
    card.button(back)
        .button(erase.on_press_maybe(form.is_decided().then_some(Message::Erase)))
        .on_escape(Message::Close)
}

fn why(form: &Form, lang: Lang) -> Element<'_, Message> {
    let grounds = Ground::OF_ARTICLE.map(|ground| (ground, ground_words(lang, ground)));
    let ground = choice(grounds, Some(form.ground)).id(GROUND).on_choose(Message::Ground);
    let reason = text_field("", form.reason.as_str()).id("erasing-reason").on_input(Message::Reason);
    row![
        Element::from(field(t!(lang, "erasing-ground"), ground).width(Length::FillPortion(1))),
        Element::from(
            field(t!(lang, "erasing-reason"), reason)
                .hint(t!(lang, "erasing-reason-hint"))
                .width(Length::FillPortion(1))
        ),
    ]
    .spacing(MEDIUM)
    .into()
}

fn ground_words(lang: Lang, ground: Ground) -> String {
    let words = i18n::text(lang, &format!("erasure-ground-{}", ground.key()));
    t!(lang, "erasing-letter-of", letter = ground.letter(), words = words)
}

/// Lets choose how the person is told.
fn telling(form: &Form, lang: Lang) -> Element<'_, Message> {
    let ways = [
        (Way::Otherwise, t!(lang, "erasing-tell-otherwise")),
        (Way::File, t!(lang, "erasing-tell-file")),
        (Way::Wait(Channel::Letter), t!(lang, "erasing-tell-letter")),
        (Way::Wait(Channel::Mail), t!(lang, "erasing-tell-mail")),
    ];
    let way = choice(ways, Some(form.telling)).id("erasing-tell").on_choose(Message::Telling);
    Element::from(field(t!(lang, "erasing-tell"), way).hint(t!(lang, "erasing-tell-hint")).width(Length::Fixed(360.0)))
}

/// Shows every text of others that names the person, in its place.
fn hits(form: &Form, lang: Lang) -> Element<'_, Message> {
    let all: Vec<Element<'_, Message>> = vec![
        button::link(t!(lang, "erasing-scrub-all")).small().on_press(Message::ScrubAll(true)).into(),
        button::link(t!(lang, "erasing-keep-all")).small().on_press(Message::ScrubAll(false)).into(),
    ];
    let head = row![text::section(t!(lang, "erasing-hits", count = form.plan.hits.len()))]
        .push(Row::with_children(all).spacing(SMALL))
        .spacing(LARGE)
        .align_y(Alignment::Center);
    let rows = form.plan.hits.iter().zip(&form.scrubbed).enumerate();
    let rows = rows.map(|(place, (hit, scrubbed))| one_hit(place, hit, *scrubbed, lang));
    let kept = form.keeps_any().then(|| kept(form, lang));
    column![head, text::caption(t!(lang, "erasing-hits-says"))]
        .push(Column::with_children(rows).spacing(SMALL))
        .push(kept)
        .spacing(SMALL)
        .into()
}

fn one_hit(place: usize, hit: &Hit, scrubbed: Option<bool>, lang: Lang) -> Element<'_, Message> {
    let where_it_is = match hit.name.as_str() {
        "" => t!(lang, "erasing-hit-elsewhere", table = table_name(lang, hit.address.place.table)),
        name => t!(lang, "erasing-hit-of", name = name, field = i18n::text(lang, hit.label())),
    };
    let is_open = matches!(hit.opens, Record::Person(_) | Record::Company(_));
    let open = is_open.then(|| -> Element<'_, Message> {
        button::link(t!(lang, "erasing-open")).small().on_press(Message::Open(place)).into()
    });
    let choose = row![
        Element::from(radio(t!(lang, "erasing-scrub"), scrubbed == Some(true)).on_select(Message::Scrub(place, true))),
        Element::from(radio(t!(lang, "erasing-keep"), scrubbed == Some(false)).on_select(Message::Scrub(place, false))),
    ]
    .push(open)
    .spacing(LARGE)
    .align_y(Alignment::Center);
    let snippet: Element<'_, Message> =
        if hit.snippet.is_empty() { text::caption(t!(lang, "erasing-hit-closed")).into() } else { marked(hit) };
    surface::card(column![text::strong(where_it_is), snippet, choose].spacing(SMALL).width(Length::Fill))
}

/// Returns the part of the text, with the names marked.
fn marked(hit: &Hit) -> Element<'_, Message> {
    let mut spans: Vec<Span<'_, (), iced::Font>> = Vec::new();
    let mut at = 0;
    for mark in &hit.snippet_marks {
        spans.push(Span::new(&hit.snippet[at..mark.start]));
        spans.push(Span::new(&hit.snippet[mark.clone()]).underline(true).font(crate::theme::font::SEMIBOLD));
        at = mark.end;
    }
    spans.push(Span::new(&hit.snippet[at..]));
    let text: iced::widget::text::Rich<'_, (), Message, Theme, iced::Renderer> = rich_text(spans);
    container(text.size(BODY)).width(Length::Fill).into()
}

fn kept(form: &Form, lang: Lang) -> Element<'_, Message> {
    let exceptions = Exception::ALL.map(|exception| {
        let words = i18n::text(lang, &format!("erasure-exception-{}", exception.letter()));
        (exception, t!(lang, "erasing-letter-of", letter = exception.letter(), words = words))
    });
    let exception = choice(exceptions, Some(form.exception)).id("erasing-exception").on_choose(Message::Exception);
    let why = text_field("", form.kept_why.as_str()).id("erasing-kept-why").on_input(Message::KeptWhy);
    row![
        Element::from(field(t!(lang, "erasing-exception-label"), exception).width(Length::FillPortion(1))),
        Element::from(field(t!(lang, "erasing-kept-why"), why).width(Length::FillPortion(1))),
    ]
    .spacing(MEDIUM)
    .into()
}

/// Shows what goes, in words.
fn tables(form: &Form, lang: Lang) -> Element<'_, Message> {
    let lines =
        form.plan.tables.iter().filter(|row| row.action == Action::Delete).map(|line| -> Element<'_, Message> {
            row![
                text::body(table_name(lang, line.table)).width(Length::Fill),
                text::body(i18n::number(lang, i64::try_from(line.rows).unwrap_or(i64::MAX))).style(style::muted)
            ]
            .into()
        });
    // Two columns: most tables hold a row or two.
    let mut left = Column::new().spacing(TINY).width(Length::Fill);
    let mut right = Column::new().spacing(TINY).width(Length::Fill);
    let lines: Vec<Element<'_, Message>> = lines.collect();
    let half = lines.len().div_ceil(2);
    for (place, line) in lines.into_iter().enumerate() {
        if place < half { left = left.push(line) } else { right = right.push(line) }
    }
    let marks =
        (form.plan.suppressed > 0).then(|| text::caption(t!(lang, "erasing-marks", count = form.plan.suppressed)));
    let companies = form.plan.companies.iter().map(|(_, name)| -> Element<'_, Message> {
        text::caption(t!(lang, "erasing-company", name = name.as_str())).into()
    });
    column![text::section(t!(lang, "erasing-tables")), row![left, right].spacing(LARGE * 2.0)]
        .extend(companies)
        .push(marks)
        .spacing(SMALL)
        .into()
}

/// Shows which of the backups that are known still hold the person afterwards.
fn backups<'a>(form: &'a Form, scene: &'a Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let there = &form.backups.there;
    let unseen = (form.backups.unseen > 0)
        .then(|| text::caption(t!(lang, "erasing-backups-unseen", count = form.backups.unseen)));
    if there.is_empty() {
        return column![text::caption(t!(lang, "erasing-no-backups"))].push(unseen).spacing(TINY).into();
    }
    let lines = there.iter().map(|older| -> Element<'a, Message> {
        let line = older.words(lang, scene.time(older.kept.manifest.made_at));
        match older.expires {
            Some(_) => text::caption(line).into(),
            None => column![text::caption(line), text::caption(older.kept.path.display().to_string())].into(),
        }
    });
    let last = there.iter().filter_map(|older| older.expires).max();
    let says = match last {
        Some(last) if there.iter().all(|older| older.expires.is_some()) => {
            t!(lang, "erasing-backups", count = there.len(), date = i18n::date(lang, last))
        }
        Some(_) | None => t!(lang, "erasing-backups-stay", count = there.len()),
    };
    let remove = checkbox(t!(lang, "erasing-remove-backups"), form.removes_backups).on_toggle(Message::RemoveBackups);
    column![text::section(t!(lang, "erasing-backups-title")), text::body(says)]
        .push(Column::with_children(lines).spacing(TINY))
        .push(unseen)
        .push(text::caption(t!(lang, "erasing-backups-copies")))
        .push(Element::from(remove.id("erasing-remove-backups")))
        .spacing(SMALL)
        .into()
}
