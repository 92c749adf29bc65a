//! Pages that are settings of the office as a whole, one under the other.

use iced::Length;
use iced::widget::{Column, column};

use super::rows::Rows;
use super::view::narrow;
use super::{Message, Page, words};
use crate::model::list::List;
use crate::office::lists;
use crate::office::settings::{ItemPart, Plain, Setting};
use crate::screen::Scene;
use crate::t;
use crate::theme::Element;
use crate::theme::measure::{HUGE, LARGE};
use crate::widget::{surface, text};

/// Returns the settings of the office as a whole that stand on a page.
pub fn of(page: Page) -> &'static [Plain] {
    match page {
        Page::Business => &[
            Plain::OfficeName,
            Plain::OfficeAddress,
            Plain::OfficeCountry,
            Plain::OfficeContact,
            Plain::OfficePrivacyContact,
            Plain::OfficeAuthority,
        ],
        Page::NewPeople => &[Plain::BasisRequired, Plain::MinorsAge, Plain::NotesWarn],
        Page::Mailings => &[
            Plain::CustomerRule,
            Plain::CustomerCategories,
            Plain::CustomerSources,
            Plain::CustomerMonths,
            Plain::CustomerOffered,
        ],
        Page::Keeping => &[Plain::TrashDays],
        Page::Keys => &[Plain::LockMinutes],
        Page::Backups => &[Plain::BackupKeep, Plain::BackupDir],
        Page::Look
        | Page::Purposes
        | Page::Bases
        | Page::Sources
        | Page::Categories
        | Page::Subscriptions
        | Page::Lists
        | Page::Fields
        | Page::Changes
        | Page::Journal => &[],
    }
}

/// Shows the page of them, under a sentence.
pub fn view<'a>(page: Page, sentence: Option<String>, rows: &'a Rows, scene: &'a Scene) -> Element<'a, Message> {
    let list = rows.list(of(page).iter().map(|plain| Setting::Plain(*plain)), scene).map(Message::Row);
    narrow(column![].push(sentence.map(text::caption)).push(list).spacing(LARGE))
}

/// Shows how long things are kept: what is in the trash, people of each category, data of each purpose.
pub fn keeping<'a>(rows: &'a Rows, scene: &'a Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let of_list = |list: List, parts: &'static [ItemPart]| {
        let mut column = Column::new().spacing(LARGE);
        for item in scene.lists.of(list) {
            for part in parts {
                let setting = Setting::Item { list, item: item.key.clone(), part: *part };
                let name = format!("{} · {}", lists::name(item, lang), words::name(&setting, lang));
                column = column.push(surface::line()).push(rows.row(&setting, Some(name), scene).map(Message::Row));
            }
        }
        column![text::section(words::list_name(list, lang)), column].spacing(LARGE)
    };
    let plain = rows.list(of(Page::Keeping).iter().map(|plain| Setting::Plain(*plain)), scene).map(Message::Row);
    let content = column![
        plain,
        of_list(List::Category, &[ItemPart::KeepMonths, ItemPart::KeepFrom]),
        of_list(List::Purpose, &[ItemPart::KeepMonths, ItemPart::ConsentMonths]),
    ];
    narrow(
        column![text::caption(t!(lang, "settings-keeping-text")), content.spacing(HUGE)]
            .spacing(LARGE)
            .width(Length::Fill),
    )
}
