//! Finding a setting by words of its name or its sentence.

use iced::widget::{Column, column, row, space};
use iced::{Alignment, Length};

use super::rows::Rows;
use super::view::narrow;
use super::{Message, Page, words};
use crate::i18n::fold::fold;
use crate::i18n::{Lang, text as text_of};
use crate::office::settings::{ItemPart, Setting};
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::{HUGE, LARGE, SMALL};
use crate::theme::{Element, Icon};
use crate::widget::empty_state::empty_state;
use crate::widget::{button, surface, text};

/// How many settings are shown at once.
const SHOWN: usize = 20;

/// What was found.
#[derive(Debug, Default)]
pub struct Found {
    /// The pages.
    pub pages: Vec<Page>,
    /// The settings that are shown.
    pub settings: Vec<Setting>,
    /// How many there are.
    pub count: usize,
}

/// Finds pages and settings in which every word occurs, letters folded as in every search.
pub fn find(wanted: &str, pages: &[Page], rows: &Rows, scene: &Scene) -> Found {
    let wanted = fold(wanted);
    let asked: Vec<&str> = wanted.split_whitespace().collect();
    let fits = |text: &str| {
        let text = fold(text);
        asked.iter().all(|word| text.contains(word))
    };
    if asked.is_empty() {
        return Found::default();
    }
    let lang = scene.lang;
    let pages = pages.iter().copied().filter(|page| fits(&told(*page, lang))).collect();
    let (mut by_name, mut by_sentence) = (Vec::new(), Vec::new());
    for standing in rows.all() {
        let setting = &standing.setting;
        // Places in a list are moved on its page; that there is an item, its name says.
        if matches!(setting, Setting::Item { part: ItemPart::Present | ItemPart::Rank | ItemPart::Under, .. }) {
            continue;
        }
        let name = words::whole(setting, scene);
        if fits(&name) {
            by_name.push(setting.clone());
        } else if fits(&format!("{name} {}", words::says(setting, lang))) {
            by_sentence.push(setting.clone());
        }
    }
    by_name.append(&mut by_sentence);
    let (count, mut settings) = (by_name.len(), by_name);
    settings.truncate(SHOWN);
    Found { pages, settings, count }
}

/// Returns what a page says of itself: its title and its headings.
fn told(page: Page, lang: Lang) -> String {
    page.topics().iter().fold(page.title(lang), |told, key| format!("{told} {}", text_of(lang, key)))
}

/// Shows what was found: pages to open, settings to change in place.
pub fn view<'a>(found: &'a Found, rows: &'a Rows, scene: &'a Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    if found.pages.is_empty() && found.settings.is_empty() {
        let (headline, words) = (t!(lang, "settings-found-none"), t!(lang, "settings-found-none-text"));
        return empty_state(Icon::Search, headline, words, None);
    }
    let pages = found
        .pages
        .iter()
        .map(|page| row![button::link(page.title(lang)).icon(Icon::ArrowRight).on_press(Message::Show(*page))].into());
    let mut settings = Column::new().spacing(LARGE);
    for setting in &found.settings {
        let open = super::pages::of(setting).map(|page| {
            let message = Message::Open(Box::new(setting.clone()));
            button::link(t!(lang, "settings-open-page", page = page.title(lang))).small().on_press(message)
        });
        let head = row![space().width(Length::Fill)].push(open.map(Element::from)).align_y(Alignment::Center);
        let row = rows.row(setting, Some(words::whole(setting, scene)), scene).map(Message::Row);
        settings = settings.push(surface::line()).push(column![row, head].spacing(SMALL));
    }
    let said = t!(lang, "settings-found", shown = found.settings.len(), count = found.count);
    narrow(
        column![]
            .push((!found.pages.is_empty()).then(|| Column::with_children(pages).spacing(SMALL)))
            .push((found.count > 0).then(|| column![text::caption(said), settings].spacing(LARGE)))
            .spacing(HUGE),
    )
}
