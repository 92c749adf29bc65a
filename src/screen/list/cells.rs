//! What the columns show of a person and of a company, in every list of them.

use iced::Alignment;
use iced::widget::{Space, row};

use super::table::{cell_marks, quiet, star};
use super::{Kind, Message, State};
use crate::i18n;
use crate::model::person::listed_name;
use crate::model::{basis, company, person};
use crate::office::finding::{Column, CompanyColumn};
use crate::screen::{Scene, states};
use crate::t;
use crate::theme::measure::{BODY, TINY};
use crate::theme::{Element, Icon, Theme, Tone, style};
use crate::widget::badge::shape;
use crate::widget::line::{self, line};
use crate::widget::text;

/// Returns whether the user sees what a column of persons shows.
pub fn is_person_column_shown(column: Column, scene: &Scene) -> bool {
    column.field().is_none_or(|field| scene.rules.fields.is_shown(&field))
}

/// Returns whether the user sees what a column of companies shows.
pub fn is_company_column_shown(column: CompanyColumn, scene: &Scene) -> bool {
    column.field().is_none_or(|field| scene.rules.company_fields.is_shown(&field))
}

/// Returns what a column shows of a person.
pub fn person_cell<'a, K: Kind<Id = person::Id>>(
    list: &'a State<K>,
    known: &'a person::Line,
    by: Column,
    scene: &'a Scene,
) -> Element<'a, Message<K>> {
    let marked = |words: String| cell_marks(list.typed(), words);
    match by {
        Column::Name => {
            let name = listed_name(&known.first_name, &known.last_name);
            let name = if name.is_empty() { t!(scene.lang, "list-no-name") } else { name };
            star(marked(name), list.is_favourite(known.id), states::marks(known.marks, scene))
        }
        Column::Company => marked(known.company.clone()).style(quiet).into(),
        Column::Email => marked(known.email.clone()).style(quiet).into(),
        Column::Mobile => line(known.mobile.as_str()).size(BODY).style(quiet).into(),
        Column::Category => {
            let category = known.category.map_or("", |id| scene.lists.name(id, scene.lang));
            line(category).size(BODY).style(quiet).into()
        }
        Column::Title => line(known.title.as_str()).size(BODY).style(quiet).into(),
        Column::City => line(known.city.as_str()).size(BODY).style(quiet).into(),
        Column::OurContact => {
            line(known.our_contact.map_or_else(String::new, |id| scene.user(id))).size(BODY).style(quiet).into()
        }
        Column::LastActivity => {
            line(known.last_activity.map_or_else(String::new, |at| scene.day(at))).size(BODY).style(quiet).into()
        }
        Column::Basis if known.marks.restricted => restricted(scene),
        Column::Updated if known.marks.restricted => Space::new().into(),
        Column::Basis => legal_basis(known.basis, scene),
        Column::Updated => line(scene.day(known.updated_at)).size(BODY).style(quiet).into(),
    }
}

/// Returns what a column shows of a company.
pub fn company_cell<'a, K: Kind<Id = company::Id>>(
    list: &'a State<K>,
    known: &'a company::Line,
    by: CompanyColumn,
    scene: &'a Scene,
) -> Element<'a, Message<K>> {
    let marked = |words: &str| cell_marks(list.typed(), words.to_owned());
    match by {
        CompanyColumn::Name => star(marked(&known.name), list.is_favourite(known.id), None),
        CompanyColumn::OrgNumber => marked(&known.org_number).style(quiet).into(),
        CompanyColumn::City => marked(&known.city).style(quiet).into(),
        CompanyColumn::Category => {
            let category = known.category.map_or("", |id| scene.lists.name(id, scene.lang));
            line(category).size(BODY).style(quiet).into()
        }
        CompanyColumn::People => line(i18n::number(scene.lang, i64::try_from(known.people).unwrap_or(i64::MAX)))
            .size(BODY)
            .style(quiet)
            .into(),
        CompanyColumn::Updated => line(scene.day(known.updated_at)).size(BODY).style(quiet).into(),
    }
}

/// Returns what stands for everything else about somebody the processing of whose data is restricted.
fn restricted<'a, Message: 'a>(scene: &'a Scene) -> Element<'a, Message> {
    let words = line(t!(scene.lang, "state-restricted"))
        .size(BODY)
        .style(|theme: &Theme| line::Style { color: Some(theme.roles().tone(Tone::Danger)), mark: None });
    row![text::icon_sized(Icon::Lock, 14.0).style(style::tone(Tone::Danger)), words]
        .spacing(TINY + 2.0)
        .align_y(Alignment::Center)
        .into()
}

/// Returns what holds for sales and service: a shape and words; only what needs somebody to act has a colour.
fn legal_basis<'a, Message: 'a>(named: Option<basis::Named>, scene: &'a Scene) -> Element<'a, Message> {
    let (tone, words) = match named {
        Some(named) if named.basis.is_refusal() => (Tone::Danger, scene.lists.name(named.item, scene.lang).to_owned()),
        Some(named) => (Tone::Good, scene.lists.name(named.item, scene.lang).to_owned()),
        None => (Tone::Attention, t!(scene.lang, "list-no-basis")),
    };
    let ink = if tone == Tone::Good { Tone::Muted } else { tone };
    let words = line(words)
        .size(BODY)
        .style(move |theme: &Theme| line::Style { color: Some(theme.roles().tone(ink)), mark: None });
    row![text::icon_sized(shape(tone), 14.0).style(style::tone(tone)), words]
        .spacing(TINY + 2.0)
        .align_y(Alignment::Center)
        .into()
}
