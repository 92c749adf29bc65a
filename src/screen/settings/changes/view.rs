//! How the page "Changes and files" looks.

use std::sync::Arc;

use iced::widget::{Column, Row, column, container, row, space};
use iced::{Alignment, Length};

use super::super::{rows, words};
use super::{Message, Origin, Planned, State};
use crate::i18n;
use crate::model::list::{Id, Item};
use crate::office::lists::Lists;
use crate::office::settings::{ItemPart, Plan, Set, Setting, Tongue};
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::{HUGE, MEDIUM, SMALL, TINY};
use crate::theme::{Element, Icon, Tone};
use crate::widget::banner::banner;
use crate::widget::long_list::columns::Column as Cell;
use crate::widget::{button, surface, table, text};

static HISTORY: [Cell; 5] = [Cell::fixed(146.0), Cell::fixed(64.0), Cell::fill(5), Cell::fill(3), Cell::fill(3)];

impl State {
    /// Shows the page; a plan stands in its place until it is answered.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        match &self.plan {
            Some(planned) => self.planned(planned, scene),
            None => column![self.sets(scene), self.files(scene), self.sheet(scene), self.history(scene)]
                .spacing(HUGE)
                .into(),
        }
    }

    fn sets<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let may = rows::may(scene);
        let each = Set::ALL.map(|set| -> Element<'a, Message> {
            let name = i18n::text(lang, &format!("settings-set-{}", set.key()));
            let says = i18n::text(lang, &format!("settings-set-{}-says", set.key()));
            let show = button::plain(t!(lang, "settings-set-plan", name = name.clone()));
            let show = show.on_press_maybe(may.then_some(Message::Set(set)));
            let words = column![text::strong(name), text::caption(says)].spacing(TINY).width(Length::Fill);
            row![words, Element::from(show)].spacing(MEDIUM).align_y(Alignment::Center).into()
        });
        let mut list = Column::new().spacing(MEDIUM);
        for (index, set) in each.into_iter().enumerate() {
            list = list.push((index > 0).then(surface::line)).push(set);
        }
        let content = column![text::caption(t!(lang, "settings-sets-text")), surface::card(list)].spacing(MEDIUM);
        surface::section(t!(lang, "settings-sets"), None, content)
    }

    fn files<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let may = rows::may(scene);
        let export = button::plain(t!(lang, "settings-export")).icon(Icon::Download);
        let import = button::plain(t!(lang, "settings-import")).icon(Icon::Upload);
        let buttons = row![
            Element::from(export.on_press_maybe(may.then_some(Message::Export))),
            Element::from(import.on_press_maybe(may.then_some(Message::Import))),
        ];
        let content = column![text::caption(t!(lang, "settings-files-text")), buttons.spacing(SMALL)].spacing(MEDIUM);
        surface::section(t!(lang, "settings-files"), None, content)
    }

    fn sheet<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let may = rows::may(scene) && !self.is_busy();
        let write = button::plain(t!(lang, "settings-sheet-write")).icon(Icon::Download);
        let read = button::plain(t!(lang, "settings-sheet-read")).icon(Icon::Upload);
        let buttons = row![
            Element::from(write.on_press_maybe(may.then_some(Message::WriteSheet))),
            Element::from(read.on_press_maybe(may.then_some(Message::ReadSheet))),
        ];
        let stop = self.is_reading().then(|| button::plain(t!(lang, "cancel")).on_press(Message::Cancel));
        let buttons = buttons.push(stop.map(Element::from));
        let content = column![text::caption(t!(lang, "settings-sheet-text")), buttons.spacing(SMALL)].spacing(MEDIUM);
        surface::section(t!(lang, "settings-sheet"), None, content)
    }

    fn history<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        if self.history.is_empty() {
            let none = text::body(t!(lang, "settings-history-none"));
            return surface::section(t!(lang, "settings-history"), None, none);
        }
        let may = rows::may(scene) && !self.is_busy();
        let back = button::plain(t!(lang, "settings-back")).icon(Icon::Undo);
        let back = back.on_press_maybe(may.then_some(Message::Back));
        let headings = vec![
            t!(lang, "settings-column-when"),
            t!(lang, "settings-column-by"),
            t!(lang, "settings-column-setting"),
            t!(lang, "settings-column-before"),
            t!(lang, "settings-column-after"),
        ];
        let row = move |index: usize| {
            let Some(change) = self.history.get(index) else { return Vec::new() };
            let setting = Setting::from_key(&change.key);
            let name = setting.as_ref().map_or_else(|| change.key.clone(), |setting| words::whole(setting, scene));
            let value = |value: &Option<String>| match (&setting, value) {
                (Some(setting), Some(value)) => words::value(setting, value, scene),
                (None, Some(value)) => value.clone(),
                (_, None) => t!(lang, "settings-as-shipped"),
            };
            vec![
                table::cell(scene.time(change.at), Tone::Ink),
                table::cell(scene.user(change.by), Tone::Ink),
                table::cell(name, Tone::Ink),
                table::cell(value(&change.before), Tone::Muted),
                table::cell(value(&change.after), Tone::Ink),
            ]
        };
        let (len, cursor) = (self.history.len(), self.cursor);
        let list = table::table("settings-history", &HISTORY, headings, len, cursor, row, Message::History);
        let content = column![text::caption(t!(lang, "settings-history-text")), list].spacing(MEDIUM);
        surface::section(t!(lang, "settings-history"), Some(Element::from(back)), content)
    }

    fn planned<'a>(&'a self, planned: &'a Planned, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let plan = &planned.plan;
        let (count, refused) = (plan.count(), &plan.refused);
        // What the plan adds goes by the name it will have.
        let then = Scene { lists: Arc::new(scene.lists.with(new_items(plan, &scene.lists))), ..scene.clone() };
        let title = match planned.origin {
            Origin::Set(set) => i18n::text(lang, &format!("settings-set-{}", set.key())),
            Origin::File => t!(lang, "settings-import"),
            Origin::Sheet => t!(lang, "settings-sheet"),
        };
        let said = t!(lang, "settings-plan-text", count = count, unchanged = plan.unchanged);
        let notes = (!refused.is_empty()).then(|| {
            let reasons: Vec<String> =
                refused.iter().map(|(key, reason)| format!("{key}: {}", reason.words(lang))).collect();
            let headline = t!(lang, "settings-plan-refused", count = refused.len());
            banner(Tone::Danger, headline, Some(reasons.join("\n")), vec![])
        });
        let untaken = (!planned.untaken.is_empty()).then(|| {
            let headline = t!(lang, "settings-sheet-untaken", count = planned.untaken.len());
            let mut lines = vec![t!(lang, "settings-sheet-untaken-text")];
            lines.extend(planned.untaken.iter().map(|untaken| untaken.words(lang)));
            banner(Tone::Attention, headline, Some(lines.join("\n")), vec![])
        });
        let advice = matches!(planned.origin, Origin::Set(_)).then(|| {
            banner(Tone::Accent, t!(lang, "settings-set-advice"), Some(t!(lang, "settings-set-advice-text")), vec![])
        });
        let mut lines: Column<'_, Message, crate::theme::Theme, iced::Renderer> = Column::new();
        lines = lines.push(heads(scene));
        for field in &plan.fields {
            let line = Row::new()
                .push(part(text::body(field.name.clone()), 5))
                .push(part(text::body(t!(lang, "empty-value")).style(crate::theme::style::muted), 4))
                .push(part(text::body(format!("custom:{}", field.key)), 4));
            lines = lines.push(surface::line()).push(line.spacing(MEDIUM));
        }
        for change in &plan.changes {
            let value = |value: Option<&String>| match value {
                Some(value) => words::value(&change.setting, value, &then),
                None => t!(lang, "empty-value"),
            };
            let name = words::whole(&change.setting, &then);
            let line = Row::new()
                .push(part(text::body(name), 5))
                .push(part(text::body(value(change.before.as_ref())).style(crate::theme::style::muted), 4))
                .push(part(text::body(value(Some(&change.after))), 4));
            lines = lines.push(surface::line()).push(line.spacing(MEDIUM));
        }
        let waiting = plan.changes.iter().filter(|change| change.setting.waits_for().is_some()).count();
        let waiting = (waiting > 0).then(|| text::caption(t!(lang, "settings-plan-later", count = waiting)));
        let go = button::main(t!(lang, "settings-plan-go", count = count)).id("settings-plan-go");
        let possible = count > 0 && plan.is_possible() && !self.is_busy();
        let buttons = row![
            text::body(said),
            space().width(Length::Fill),
            Element::from(button::plain(t!(lang, "cancel")).on_press(Message::Cancel)),
            Element::from(go.on_press_maybe(possible.then_some(Message::Apply))),
        ]
        .spacing(SMALL)
        .align_y(Alignment::Center);
        let table = (count > 0).then(|| surface::card(lines.spacing(SMALL)));
        column![text::section(title)]
            .push(advice)
            .push(notes)
            .push(untaken)
            .push(buttons)
            .push(waiting)
            .push(table)
            .spacing(MEDIUM)
            .into()
    }
}

/// Returns the items that a plan would add, with the names it gives them.
fn new_items(plan: &Plan, lists: &Lists) -> Vec<Item> {
    let mut new: Vec<Item> = Vec::new();
    for change in &plan.changes {
        let Setting::Item { list, item, part: ItemPart::Name(tongue) } = &change.setting else { continue };
        if lists.has_key(*list, item) {
            continue;
        }
        let known = new.iter().position(|known| known.list == *list && known.key == *item);
        let place = known.unwrap_or_else(|| {
            // No item has such an identity: nothing but names is looked up in these lists.
            let id = Id(-1 - i64::try_from(new.len()).unwrap_or_default());
            let names = [(); 3].map(|()| item.clone());
            new.push(Item { id, list: *list, key: item.clone(), names, rank: 0, active: true, under: None });
            new.len() - 1
        });
        let at = Tongue::ALL.iter().position(|known| known == tongue);
        if let Some(name) = new.get_mut(place).zip(at).and_then(|(item, at)| item.names.get_mut(at)) {
            name.clone_from(&change.after);
        }
    }
    new
}

fn heads<'a>(scene: &Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    Row::new()
        .push(part(text::caption(t!(lang, "settings-column-setting")), 5))
        .push(part(text::caption(t!(lang, "settings-column-before")), 4))
        .push(part(text::caption(t!(lang, "settings-column-after")), 4))
        .spacing(MEDIUM)
        .into()
}

fn part<'a>(content: impl Into<Element<'a, Message>>, share: u16) -> Element<'a, Message> {
    container(content).width(Length::FillPortion(share)).into()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::i18n::Lang;
    use crate::model::list::List;
    use crate::office::lists;
    use crate::office::settings::PlannedChange;

    #[test]
    fn what_a_plan_adds_goes_by_its_name_and_not_by_its_key() {
        let change = |key: &str, after: &str| PlannedChange {
            setting: Setting::from_key(key).unwrap(),
            before: None,
            after: after.to_owned(),
            returns: false,
        };
        let changes = vec![
            change("category.job-applicant.name.en", "Job applicant"),
            change("category.job-applicant.name.nb", "Jobbsøker"),
            change("category.job-applicant.keep_months", "12"),
        ];
        let plan = Plan { changes, ..Plan::default() };
        let known = Lists::default();
        let then = known.with(new_items(&plan, &known));
        let item = then.by_key(List::Category, "job-applicant").unwrap();
        assert_eq!(Lang::ALL.map(|lang| lists::name(item, lang)), ["Job applicant", "Jobbsøker", "job-applicant"]);
    }
}
