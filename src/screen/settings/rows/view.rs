//! How a row looks: words at the left; the control, what is wrong with it, and by whom it was decided at the right.

use iced::widget::{Column, column, container, row};
use iced::{Alignment, Length, Padding};

use super::super::words;
use super::{Message, Rows, may_set};
use crate::office::settings::{Setting, Standing};
use crate::screen::Scene;
use crate::t;
use crate::theme::Element;
use crate::theme::measure::{HUGE, SMALL, TINY};
use crate::widget::field::complaint;
use crate::widget::{button, surface, text};

impl Rows {
    /// Shows settings under each other, with lines between them.
    pub fn list<'a>(&'a self, settings: impl IntoIterator<Item = Setting>, scene: &'a Scene) -> Element<'a, Message> {
        let mut rows = Column::new().spacing(super::view::BETWEEN);
        let mut is_first = true;
        for setting in settings {
            if !is_first {
                rows = rows.push(surface::line());
            }
            is_first = false;
            rows = rows.push(self.row(&setting, None, scene));
        }
        rows.into()
    }

    /// Shows one setting, under a name of its own where one is given.
    pub fn row<'a>(&'a self, setting: &Setting, name: Option<String>, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let Some(standing) = self.get(setting) else { return column![].into() };
        let name = name.unwrap_or_else(|| words::name(setting, lang));
        let says = column![text::strong(name), text::caption(words::says(setting, lang))]
            .spacing(TINY)
            .padding(Padding::ZERO.top(TINY))
            .width(Length::FillPortion(2));
        let control = column![self.control(standing, may_set(setting, scene), scene)]
            .push(self.error(setting).map(complaint))
            .push(self.decided(standing, scene))
            .spacing(TINY + 2.0)
            .width(Length::FillPortion(3));
        row![says, control].spacing(HUGE).into()
    }

    /// Shows the control of a setting and what is wrong with it, for tables that say elsewhere what it is.
    pub fn bare<'a>(&'a self, setting: &Setting, scene: &'a Scene) -> Element<'a, Message> {
        let Some(standing) = self.get(setting) else { return column![].into() };
        column![self.control(standing, may_set(setting, scene), scene)]
            .push(self.error(setting).map(complaint))
            .spacing(TINY)
            .into()
    }

    /// Returns what is wrong with a setting, if its last change could not be taken.
    pub fn error(&self, setting: &Setting) -> Option<String> {
        self.drafts.get(setting).and_then(|draft| draft.error.clone())
    }

    /// Says by whom a setting was decided when, and what it is shipped with.
    fn decided<'a>(&'a self, standing: &'a Standing, scene: &'a Scene) -> Option<Element<'a, Message>> {
        let lang = scene.lang;
        let shipped = standing.shipped.as_ref();
        let Some((at, by)) = standing.decided else {
            // An empty field that nobody filled speaks for itself.
            let is_said = shipped.is_some_and(|shipped| !shipped.is_empty());
            return is_said.then(|| text::caption(t!(lang, "settings-as-shipped")).into());
        };
        let mut said = t!(lang, "settings-decided", by = scene.by(by), date = scene.day(at));
        if let Some(shipped) = shipped {
            let shipped = words::value(&standing.setting, shipped, scene);
            said = format!("{said} {}", t!(lang, "settings-shipped", value = shipped));
        }
        let back = (shipped.is_some() && may_set(&standing.setting, scene)).then(|| {
            let back = button::link(t!(lang, "settings-reset")).small();
            container(back.on_press(Message::Reset(standing.setting.clone())))
        });
        let said = container(text::caption(said)).width(Length::Shrink).max_width(300);
        Some(row![said].push(back).spacing(SMALL).align_y(Alignment::Center).into())
    }
}

/// The room between rows and the lines between them.
pub const BETWEEN: f32 = 16.0;
