//! The fifth tab: the free note.

use iced::widget::column;
use iced::{Length, Padding};

use super::{Message, Page};
use crate::model::field::Field;
use crate::screen::card::{Place, nothing};
use crate::screen::note_warning::note_warning;
use crate::screen::persons::edit::Edit;
use crate::t;
use crate::theme::Element;
use crate::theme::measure::SMALL;
use crate::widget::field::{complaint, text_area};
use crate::widget::text;

impl<'a> Page<'a> {
    /// Returns the tab.
    pub fn note(&self) -> Element<'a, Message> {
        let lang = self.scene.lang;
        let may = self.scene.rules.fields.may_edit(&Field::Note);
        let Some(draft) = self.draft.filter(|_| may) else {
            let note = &self.person().content.note;
            return if note.is_empty() {
                nothing(t!(lang, "card-note-none"))
            } else {
                iced::widget::container(text::body(note)).padding(Padding::from([SMALL, 0.0])).into()
            };
        };
        let place = Place::Field(Field::Note);
        let wrong = self.wrong(&place);
        let area = text_area(&draft.note, "")
            .id(place.id())
            .invalid(wrong.is_some())
            .on_action(|action| Message::Change(Edit::Note(action)))
            .on_blur(Message::Left(place))
            .height(220);
        let below: Element<'a, Message> = match wrong {
            Some(wrong) => complaint(wrong),
            None => text::caption(t!(lang, "card-note-hint")).into(),
        };
        let warning = note_warning(&draft.note.text(), self.scene);
        column![Element::from(area), below].push(warning).spacing(SMALL).width(Length::Fill).into()
    }
}
