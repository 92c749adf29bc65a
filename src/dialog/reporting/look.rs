//! The sections at the left, and the one that is chosen at the right, as it will read.

use iced::widget::{Column, Row, column, container, row, space};
use iced::{Alignment, Length, Padding};

use super::marked::{asked, told, value};
use super::sheet::{self, Item, Sheet, Way};
use super::{BODY, Message, SECTIONS};
use crate::i18n;
use crate::model::report::{Block, CellKind, Fact, Party, Section, Table, Value, Words};
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::{BODY as LETTERS, HIT, LARGE, MEDIUM, SMALL, TINY};
use crate::theme::{Element, Icon, Tone, font, style};
use crate::widget::checkbox::checkbox;
use crate::widget::line::line;
use crate::widget::long_list::position::ROW_HEIGHT;
use crate::widget::long_list::{long_list, look};
use crate::widget::{badge, button, surface, text};

/// How wide labels of facts are, in pixels.
const LABEL: f32 = 168.0;
/// The most columns that stand beside each other; the rows of a wider table are told one under the other.
const ACROSS: usize = 5;

/// Shows a draft.
pub fn view<'a>(sheet: &'a Sheet, scene: &'a Scene, identity: &'a str) -> Element<'a, Message> {
    let sections = &sheet.draft.document.sections;
    let list = long_list(sections.len(), move |place| line_of(sheet, place, scene), Message::Section, look::rows)
        .id(SECTIONS)
        .cursor(Some(sheet.section))
        .selected(move |place| place == sheet.section);
    let list = container(list).width(Length::FillPortion(5)).height(Length::Fill);
    let shown = column![head(sheet, scene), page(sheet, scene, identity)].spacing(SMALL);
    let shown = shown.width(Length::FillPortion(8)).height(Length::Fill);
    column![bar(sheet, scene), row![list, shown].spacing(LARGE).height(Length::Fill)].spacing(SMALL).into()
}

fn line_of<'a>(sheet: &'a Sheet, place: usize, scene: &'a Scene) -> Element<'a, Message> {
    let Some(section) = sheet.draft.document.sections.get(place) else { return space().into() };
    let count = sheet.passages_of(place);
    let passages = (count > 0).then(|| {
        let sign = text::icon_sized(Icon::EyeOff, 14.0).style(style::tone(Tone::Attention));
        row![sign, text::caption(count.to_string())].spacing(TINY).align_y(Alignment::Center)
    });
    let rows = i64::try_from(section.rows()).unwrap_or(i64::MAX);
    // A section of nothing but words has no rows to tell of.
    let rows = (rows > 0).then(|| text::caption(i18n::number(scene.lang, rows)));
    row![line(section.title.as_str()).size(LETTERS).width(Length::Fill)]
        .push(passages)
        .push(rows)
        .spacing(LARGE)
        .padding(Padding::ZERO.left(MEDIUM).right(SMALL))
        .height(ROW_HEIGHT)
        .align_y(Alignment::Center)
        .into()
}

/// Says how many passages are about others and what becomes of them, with the way to the next.
fn bar<'a>(sheet: &'a Sheet, scene: &'a Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let (count, [blacked_out, kept, reworded]) = sheet.count();
    if count == 0 {
        // As high as with buttons, so that nothing jumps.
        return container(badge::status(Tone::Good, t!(lang, "reporting-nobody-named"))).center_y(HIT).into();
    }
    let ways = [
        (blacked_out, t!(lang, "reporting-count-blacked-out", count = blacked_out)),
        (kept, t!(lang, "reporting-count-kept", count = kept)),
        (reworded, t!(lang, "reporting-count-reworded", count = reworded)),
    ];
    let ways: Vec<String> = ways.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect();
    let says = t!(lang, "reporting-count", count = count, ways = ways.join(", "));
    let next = button::plain(t!(lang, "reporting-next")).icon(Icon::ArrowDown).small().id("reporting-next");
    let previous = button::plain(t!(lang, "reporting-previous")).icon(Icon::ArrowUp).small().id("reporting-previous");
    row![
        badge::status(Tone::Attention, says),
        space().width(Length::Fill),
        Element::from(previous.on_press(Message::Step(false))),
        Element::from(next.on_press(Message::Step(true))),
    ]
    .spacing(SMALL)
    .align_y(Alignment::Center)
    .into()
}

/// Shows which section it is, what can be decided for all of it, and its pages.
fn head<'a>(sheet: &'a Sheet, scene: &'a Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let title = sheet.shown().map(|section| section.title.as_str()).unwrap_or_default();
    let all = (sheet.passages_of(sheet.section) > 0).then(|| {
        let link = |words: String, way: Way| -> Element<'a, Message> {
            button::link(words).small().on_press(Message::All(way)).into()
        };
        row![
            text::caption(t!(lang, "reporting-all")),
            link(t!(lang, "reporting-all-black-out"), Way::BlackOut),
            link(t!(lang, "reporting-all-keep"), Way::Keep),
        ]
        .spacing(TINY)
        .align_y(Alignment::Center)
    });
    let (page, count) = (sheet.page, sheet.page_count());
    let pages = (count > 1).then(|| {
        let earlier =
            button::icon(Icon::ChevronLeft, t!(lang, "reporting-page-before")).small().id("reporting-earlier");
        let later = button::icon(Icon::ChevronRight, t!(lang, "reporting-page-after")).small().id("reporting-later");
        row![
            Element::from(earlier.on_press_maybe(page.checked_sub(1).map(Message::Page))),
            text::caption(t!(lang, "reporting-page", page = (page + 1), pages = count)),
            Element::from(later.on_press_maybe((page + 1 < count).then_some(Message::Page(page + 1)))),
        ]
        .spacing(TINY)
        .align_y(Alignment::Center)
    });
    row![container(text::section(title)).width(Length::Fill)]
        .push(all)
        .push(pages)
        .spacing(LARGE)
        .padding(Padding::ZERO.left(TINY))
        .height(HIT)
        .align_y(Alignment::Center)
        .into()
}

fn page<'a>(sheet: &'a Sheet, scene: &'a Scene, identity: &'a str) -> Element<'a, Message> {
    let Some(section) = sheet.shown() else { return space().into() };
    let mut shown = Column::new().spacing(SMALL);
    let mut headed = None;
    for (place, item) in sheet.on_page() {
        // Each page names the columns again.
        if let Item::Row(block, _) = item
            && headed != Some(block)
        {
            headed = Some(block);
            shown = shown.push(headings(section, block));
        }
        shown = shown.push(piece(sheet, section, item, scene, identity));
        shown = shown.push(file_of(sheet, section, item, scene));
        for passage in sheet::passages(&sheet.draft.document, sheet.section, item) {
            shown = shown.push(asked(sheet, passage, sheet.begins_in(passage, place), scene));
        }
    }
    let shown = container(shown).padding(Padding::new(TINY).right(MEDIUM)).width(Length::Fill);
    container(surface::scroll_named(BODY, shown)).height(Length::Fill).into()
}

/// Asks of a file of the card whether a copy of it goes along.
fn file_of<'a>(sheet: &'a Sheet, section: &'a Section, item: Item, scene: &'a Scene) -> Option<Element<'a, Message>> {
    let Item::Row(block, row) = item else { return None };
    let Block::Table(table) = section.blocks.get(block)? else { return None };
    let file = sheet.draft.document.files.get(row).filter(|_| table.key == "attachment")?;
    let (id, goes) = (file.id, !sheet.left_out.contains(&file.id));
    let tick = checkbox(t!(scene.lang, "reporting-file-along"), goes)
        .id(format!("reporting-file-{row}"))
        .on_toggle(move |goes| Message::File(id, goes));
    let why = file.names_others.then(|| badge::status(Tone::Attention, t!(scene.lang, "reporting-file-names-others")));
    Some(Row::new().push(Element::from(tick)).push(why).spacing(MEDIUM).align_y(Alignment::Center).into())
}

fn piece<'a>(
    sheet: &'a Sheet,
    section: &'a Section,
    item: Item,
    scene: &'a Scene,
    identity: &'a str,
) -> Option<Element<'a, Message>> {
    let words = &sheet.draft.document.words;
    Some(match item {
        Item::Head => front(sheet, scene, identity),
        Item::Says(place) => text::body(section.introduction.get(place)?.as_str()).style(style::muted).into(),
        Item::Heading(place) => {
            let title = match section.blocks.get(place)? {
                Block::Paragraph(_) => return None,
                Block::List(list) => list.title.as_str(),
                Block::Facts(facts) => facts.title.as_str(),
                Block::Table(table) => table.title.as_str(),
            };
            container(text::strong(title)).padding(Padding::ZERO.top(SMALL)).into()
        }
        Item::Paragraph(place) => match section.blocks.get(place)? {
            Block::Paragraph(paragraph) => told(paragraph, sheet),
            Block::List(_) | Block::Facts(_) | Block::Table(_) => return None,
        },
        Item::Point(place, point) => match section.blocks.get(place)? {
            Block::List(list) => {
                row![text::body("•").style(style::muted), told(list.points.get(point)?, sheet)].spacing(SMALL).into()
            }
            Block::Paragraph(_) | Block::Facts(_) | Block::Table(_) => return None,
        },
        Item::Fact(place, fact) => match section.blocks.get(place)? {
            Block::Facts(facts) => fact_of(facts.facts.get(fact)?, sheet),
            Block::Paragraph(_) | Block::List(_) | Block::Table(_) => return None,
        },
        Item::Row(place, row) => match section.blocks.get(place)? {
            Block::Table(table) => row_of(table, table.rows.get(row)?, sheet, words),
            Block::Paragraph(_) | Block::List(_) | Block::Facts(_) => return None,
        },
    })
}

/// Shows what stands before the first section: the title, who tells whom, and the facts about the document itself.
fn front<'a>(sheet: &'a Sheet, scene: &'a Scene, identity: &'a str) -> Element<'a, Message> {
    let header = &sheet.draft.document.header;
    let party = |party: &'a Party| {
        let lines = std::iter::once(&party.name).chain(&party.address).chain(&party.contact);
        let lines = lines.filter(|line| !line.is_empty()).map(|line| text::body(line.as_str()).into());
        let is_known = !party.name.is_empty() || !party.address.is_empty() || !party.contact.is_empty();
        is_known.then(|| column![text::caption(party.label.as_str())].extend(lines).width(Length::Fill))
    };
    let facts = header.facts.iter().map(|fact| -> Element<'a, Message> {
        let said = fact.values.first().map(|held| match fact.key.as_str() {
            // Typed above, after it was drafted.
            "identity" if !identity.trim().is_empty() => identity.trim().to_owned(),
            "identity" => t!(sheet.lang, "not-stated"),
            _ => held.value.words(&sheet.draft.document.words),
        });
        labelled(fact.label.as_str(), text::body(said.unwrap_or_default()))
    });
    let lang = scene.lang;
    column![
        text::caption(t!(lang, "reporting-front")),
        text::strong(header.title.as_str()),
        Row::new().push(party(&header.controller)).push(party(&header.about)).spacing(LARGE),
        Column::with_children(facts).spacing(TINY),
        surface::line(),
    ]
    .spacing(SMALL)
    .into()
}

fn labelled<'a>(label: &'a str, value: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    let label = container(text::body(label).style(style::muted)).width(LABEL);
    row![label, container(value).width(Length::Fill)].spacing(SMALL).into()
}

fn fact_of<'a>(fact: &'a Fact, sheet: &'a Sheet) -> Element<'a, Message> {
    let words = &sheet.draft.document.words;
    let held = fact.values.iter().map(|held| -> Element<'a, Message> {
        let kind = (!held.label.is_empty()).then(|| text::caption(held.label.as_str()));
        let came = held.came.as_ref().map(|came| text::caption(came.words.as_str()));
        let first = Row::new().push(value(&held.value, sheet)).push(kind).spacing(SMALL).align_y(Alignment::Center);
        column![first].push(came).into()
    });
    let held: Element<'a, Message> = if fact.values.is_empty() {
        text::body(words.nothing.as_str()).style(style::muted).into()
    } else {
        Column::with_children(held).spacing(TINY).into()
    };
    labelled(fact.label.as_str(), held)
}

/// Returns how much of the width a column takes.
fn share(table: &Table, column: usize) -> u16 {
    let is_long = table.columns.get(column).is_some_and(|column| column.kind == CellKind::LongText);
    if is_long { 2 } else { 1 }
}

fn headings<'a>(section: &'a Section, block: usize) -> Option<Element<'a, Message>> {
    let Some(Block::Table(table)) = section.blocks.get(block) else { return None };
    if table.columns.len() > ACROSS {
        return None;
    }
    let titles = table.columns.iter().enumerate().map(|(place, column)| -> Element<'a, Message> {
        let title = text::caption(column.title.as_str()).font(font::MEDIUM);
        container(title).width(Length::FillPortion(share(table, place))).into()
    });
    Some(column![Row::with_children(titles).spacing(MEDIUM), surface::line()].spacing(TINY).into())
}

fn row_of<'a>(table: &'a Table, row: &'a [Value], sheet: &'a Sheet, words: &'a Words) -> Element<'a, Message> {
    if table.columns.len() <= ACROSS {
        let cells = row.iter().enumerate().map(|(place, cell)| -> Element<'a, Message> {
            container(value(cell, sheet)).width(Length::FillPortion(share(table, place))).into()
        });
        return column![Row::with_children(cells).spacing(MEDIUM), surface::line()].spacing(TINY).into();
    }
    // Short ones beside each other, each with its heading; long ones below.
    let filled = || table.columns.iter().zip(row).filter(|(_, cell)| !cell.is_empty());
    let is_long = |kind: CellKind| kind == CellKind::LongText;
    let short = filled().filter(|(column, _)| !is_long(column.kind)).map(|(column, cell)| -> Element<'a, Message> {
        row![text::caption(column.title.as_str()), text::body(cell.words(words))]
            .spacing(TINY + 2.0)
            .align_y(Alignment::Center)
            .into()
    });
    let short = Row::with_children(short).spacing(LARGE).wrap().vertical_spacing(TINY);
    let long = filled()
        .filter(|(column, _)| is_long(column.kind))
        .map(|(column, cell)| -> Element<'a, Message> { labelled(column.title.as_str(), value(cell, sheet)) });
    column![short].extend(long).push(surface::line()).spacing(TINY).into()
}
