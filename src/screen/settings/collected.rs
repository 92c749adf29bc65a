//! The fields of persons' and companies' cards: which are collected, which hold special categories, and which are kept
//! elsewhere.

use iced::widget::{Column, Row, column, container};
use iced::{Alignment, Length};

use super::rows::Rows;
use super::{Message, emptying};
use crate::model::field::Field;
use crate::model::setting::THEIRS;
use crate::office::settings::{self, FieldPart, Setting};
use crate::screen::Scene;
use crate::t;
use crate::theme::Element;
use crate::theme::measure::{MEDIUM, SMALL};
use crate::widget::{surface, text};

/// Shows the table of fields.
pub fn view<'a>(rows: &'a Rows, emptying: &'a emptying::State, scene: &'a Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let heading = |words: String, part: u16| wide(text::caption(words), part);
    let headings = Row::new()
        .push(heading(t!(lang, "settings-column-field"), 4))
        .push(heading(t!(lang, "setting-field-collect"), 2))
        .push(heading(t!(lang, "setting-field-answer"), 2))
        .push(heading(t!(lang, "setting-field-master"), 4))
        .push(heading(t!(lang, "setting-field-special"), 2));
    let mut table = Column::new().spacing(SMALL).push(headings.spacing(MEDIUM));
    let fields = rows.all().iter().filter_map(|standing| match &standing.setting {
        Setting::Field { field, part: FieldPart::Collect } => Some(field),
        Setting::Plain(_)
        | Setting::Item { .. }
        | Setting::Default { .. }
        | Setting::Field { .. }
        | Setting::Role { .. } => None,
    });
    let (of_companies, of_persons): (Vec<_>, Vec<_>) = fields.partition(|field| matches!(field, Field::OfCompany(_)));
    for (kind, fields) in [(t!(lang, "frame-persons"), of_persons), (t!(lang, "frame-companies"), of_companies)] {
        table = table.push(surface::line()).push(text::strong(kind));
        for field in fields {
            let of = |part| rows.bare(&Setting::Field { field: field.clone(), part }, scene).map(Message::Row);
            // Under its heading, a field of companies needs no further name.
            let name = if let Field::OfCompany(of) = field { scene.field(of.as_ref()) } else { scene.field(field) };
            let line = Row::new()
                .push(wide(text::body(name), 4))
                .push(wide(of(FieldPart::Collect), 2))
                .push(wide(Row::new().push(answered(field).then(|| of(FieldPart::Answer))), 2))
                .push(wide(of(FieldPart::Master), 4))
                .push(wide(of(FieldPart::Special), 2));
            table = table
                .push(surface::line())
                .push(line.spacing(MEDIUM).align_y(Alignment::Center))
                .push(emptying.view(field, scene).map(|left| left.map(Message::Emptying)));
        }
    }
    // The mark is a column of the table: what it waits for stands above.
    let special = Setting::Field { field: Field::Note, part: FieldPart::Special };
    let special = settings::later(&special, lang).map(|later| {
        text::caption(t!(lang, "settings-column-later", column = t!(lang, "setting-field-special"), later = later))
    });
    let words =
        column![text::section(t!(lang, "settings-collected")), text::caption(t!(lang, "settings-collected-text"))]
            .push(special);
    column![words, table].spacing(MEDIUM).into()
}

/// Returns whether the answer to a report can say something about a field.
fn answered(field: &Field) -> bool {
    THEIRS.contains(field) || matches!(field, Field::Custom(_))
}

fn wide<'a>(content: impl Into<Element<'a, Message>>, part: u16) -> Element<'a, Message> {
    container(content).width(Length::FillPortion(part)).into()
}
