//! The fourth tab: what the person is interested in.

use iced::widget::{Row, column, row};
use iced::{Alignment, Length};

use super::{Message, Page};
use crate::model::field::Field;
use crate::model::list::{self, List};
use crate::office::lists;
use crate::screen::card::{Place, nothing};
use crate::screen::persons::draft::Draft;
use crate::screen::persons::edit::Edit;
use crate::t;
use crate::theme::measure::{LARGE, MEDIUM, SMALL};
use crate::theme::{Element, Icon, Tone, style};
use crate::widget::checkbox::checkbox;
use crate::widget::field::text_field;
use crate::widget::{button, text};

impl<'a> Page<'a> {
    /// Returns the tab.
    pub fn interests(&self) -> Element<'a, Message> {
        match self.draft.filter(|_| self.scene.rules.fields.may_edit(&Field::Interests)) {
            Some(draft) => self.interest_fields(draft),
            None => self.interest_values(),
        }
    }

    fn interest_values(&self) -> Element<'a, Message> {
        let interests = &self.person().content.interests;
        if interests.is_empty() {
            return nothing(t!(self.scene.lang, "card-interests-none"));
        }
        let names = interests.iter().map(|id| -> Element<'a, Message> {
            row![
                text::icon_sized(Icon::Check, 14.0).style(style::tone(Tone::Accent)),
                text::body(self.sheet().item(Some(*id)))
            ]
            .spacing(SMALL)
            .align_y(Alignment::Center)
            .height(crate::theme::measure::CONTROL)
            .into()
        });
        iced::widget::Column::with_children(names).into()
    }

    fn interest_fields(&self, draft: &'a Draft) -> Element<'a, Message> {
        let lang = self.scene.lang;
        let chosen = &draft.content.interests;
        let known = |item: &&list::Item| item.list == List::Interest;
        let old = chosen.iter().filter_map(|id| self.scene.lists.get(*id)).filter(|item| !item.active).filter(known);
        let boxes = self.scene.lists.of(List::Interest).chain(old).map(|item| -> Element<'a, Message> {
            let id = item.id;
            checkbox(lists::name(item, lang), chosen.contains(&id))
                .on_toggle(move |on| Message::Change(Edit::Interest(id, on)))
                .into()
        });
        let new = draft.new_interests.iter().enumerate().map(|(row, name)| -> Element<'a, Message> {
            checkbox(name, true).on_toggle(move |_| Message::Change(Edit::DropInterest(row))).into()
        });
        let boxes = Row::with_children(boxes.chain(new)).spacing(LARGE).wrap().vertical_spacing(SMALL);
        let place = Place::Field(Field::Interests);
        let typed = text_field(t!(lang, "card-new-interest"), draft.new_interest.as_str())
            .id("card-new-interest")
            .on_input(|typed| Message::Change(Edit::NewInterest(typed)))
            .on_submit(Message::Change(Edit::AddInterest))
            .on_focus(Message::Entered(place.clone()))
            .on_blur(Message::Left(place))
            .width(260);
        let can_add = !draft.new_interest.trim().is_empty();
        let add = button::plain(t!(lang, "add"))
            .icon(Icon::Plus)
            .on_press_maybe(can_add.then_some(Message::Change(Edit::AddInterest)));
        let add = row![Element::from(typed), Element::from(add)].spacing(SMALL).align_y(Alignment::Center);
        column![boxes, add].spacing(MEDIUM).width(Length::Fill).into()
    }
}
