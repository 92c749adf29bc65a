//! Pages that are settings of the office as a whole, one under the other.

use iced::widget::{Column, column, container, row};
use iced::{Alignment, Length};

use super::rows::Rows;
use super::view::narrow;
use super::{Message, Page, words};
use crate::i18n;
use crate::model::list::List;
use crate::office::lists;
use crate::office::settings::{self, ItemPart, Plain, Setting, Tongue};
use crate::screen::Scene;
use crate::t;
use crate::theme::Element;
use crate::theme::measure::{HUGE, LARGE, MEDIUM, SMALL};
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
            Plain::OfficeTransfers,
            Plain::OfficeLanguages,
        ],
        Page::NewPeople => &[Plain::BasisRequired, Plain::MinorsAge, Plain::NotesWarn],
        Page::Mailings => &[
            Plain::CustomerRule,
            Plain::CustomerCategories,
            Plain::CustomerSources,
            Plain::CustomerMonths,
            Plain::CustomerOffered,
        ],
        Page::Mail => &[
            Plain::MailHost,
            Plain::MailTls,
            Plain::MailPort,
            Plain::MailUser,
            Plain::MailPassword,
            Plain::MailTokenCommand,
            Plain::MailFrom,
            Plain::MailName,
            Plain::MailReplyTo,
            Plain::MailPerHour,
            Plain::MailPerDay,
            Plain::MailSignature(Tongue::En),
            Plain::MailSignature(Tongue::Nb),
            Plain::MailSignature(Tongue::Sv),
            Plain::MailUnsubscribe,
        ],
        Page::Keeping => &[
            Plain::TrashDays,
            Plain::RetentionAutomatic,
            Plain::JournalKeep,
            Plain::CertificatesKeep,
            Plain::SuppressionYears,
            Plain::AnswersDays,
        ],
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
        | Page::Templates
        | Page::Changes
        | Page::Due
        | Page::People
        | Page::Roles
        | Page::Journal
        | Page::Exports
        | Page::Erasures => &[],
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
    let of_list = |list: List, parts: [(ItemPart, u16); 2]| {
        let at = |item: &str, part| Setting::Item { list, item: item.to_owned(), part };
        let name = |part| i18n::text(lang, &format!("setting-{}", at("any", part).words()));
        let mut head = row![cell(text::caption(""), 3)];
        for (part, share) in parts {
            head = head.push(cell(text::caption(name(part)), share));
        }
        let mut table = column![head.spacing(MEDIUM)].spacing(SMALL);
        for item in scene.lists.of(list) {
            let mut line = row![cell(text::body(lists::name(item, lang).to_owned()), 3)].align_y(Alignment::Center);
            for (part, share) in parts {
                line = line.push(cell(rows.bare(&at(&item.key, part), scene).map(Message::Row), share));
            }
            table = table.push(surface::line()).push(line.spacing(MEDIUM));
        }
        let mut said: Vec<String> = Vec::new();
        for words in parts.iter().filter_map(|(part, _)| settings::later(&at("any", *part), lang)) {
            if !said.contains(&words) {
                said.push(words);
            }
        }
        let said = said.into_iter().fold(Column::new(), |said, words| said.push(text::caption(words)));
        column![text::section(words::list_name(list, lang)), said, table].spacing(SMALL)
    };
    let plain = rows.list(of(Page::Keeping).iter().map(|plain| Setting::Plain(*plain)), scene).map(Message::Row);
    let content = column![
        plain,
        of_list(List::Category, [(ItemPart::KeepMonths, 3), (ItemPart::KeepFrom, 8)]),
        of_list(List::Purpose, [(ItemPart::KeepMonths, 3), (ItemPart::ConsentMonths, 8)]),
    ];
    column![text::caption(t!(lang, "settings-keeping-text")), content.spacing(HUGE)].spacing(LARGE).into()
}

fn cell<'a>(content: impl Into<Element<'a, Message>>, share: u16) -> Element<'a, Message> {
    container(content).width(Length::FillPortion(share)).into()
}
