//! How the page of a list looks.

use iced::widget::{Row, column, container, row, space};
use iced::{Alignment, Length};

use super::super::rows::{self, Rows};
use super::super::{Message as Outer, words};
use super::{Message, NAME, OTHERS, State, UNDER, Way, is_shipped, setting, updated};
use crate::model::list::{Item, List};
use crate::office::lists;
use crate::office::settings::{ItemPart, Setting, Tongue};
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::{HUGE, LARGE, MEDIUM, SMALL, TINY};
use crate::theme::{Element, Icon, Tone};
use crate::widget::choice::choice;
use crate::widget::field::{field, text_field};
use crate::widget::long_list::columns::Column as Cell;
use crate::widget::tabs::{Tab, tabs};
use crate::widget::{button, surface, table, text};

/// The columns of a list: name, key, in use, updated, by.
static COLUMNS: [Cell; 5] = [Cell::fill(5), Cell::fill(4), Cell::fixed(64.0), Cell::fixed(100.0), Cell::fixed(44.0)];
/// Those of the purposes, with the legal bases that are expected.
static PURPOSES: [Cell; 6] =
    [Cell::fill(6), Cell::fill(3), Cell::fixed(64.0), Cell::fill(3), Cell::fixed(100.0), Cell::fixed(44.0)];

impl State {
    /// Shows the page.
    pub fn view<'a>(&'a self, rows: &'a Rows, wrap: fn(Message) -> Outer, scene: &'a Scene) -> Element<'a, Outer> {
        let lang = scene.lang;
        let others = OTHERS.contains(&self.list).then(|| {
            let lists = OTHERS.map(|list| (list, words::list_name(list, lang)));
            let lists = choice(lists, Some(self.list)).id("settings-list").width(280.0).on_choose(Message::List);
            Element::from(lists).map(wrap)
        });
        let item = self.item(scene);
        column![]
            .push(others)
            .push(self.table(rows, scene).map(wrap))
            .push(self.tools(item, scene).map(wrap))
            .push(self.adding.as_ref().map(|_| self.form(scene).map(wrap)))
            .push(item.map(|item| self.card(item, rows, wrap, scene)))
            .spacing(MEDIUM)
            .width(Length::Fill)
            .into()
    }

    fn table<'a>(&'a self, rows: &'a Rows, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let items: Vec<&Item> = scene.lists.all_of(self.list).collect();
        let cursor = self.item(scene).and_then(|item| items.iter().position(|other| other.id == item.id)).unwrap_or(0);
        let is_purposes = self.list == List::Purpose;
        let mut headings = vec![
            t!(lang, "settings-column-name"),
            t!(lang, "settings-column-key"),
            t!(lang, "settings-column-active"),
            t!(lang, "settings-column-updated"),
            t!(lang, "settings-column-by"),
        ];
        if is_purposes {
            headings.insert(3, t!(lang, "settings-column-expected"));
        }
        let (updated, len) = (updated(rows, self.list), items.len());
        let cells = move |index: usize| {
            let Some(item) = items.get(index) else { return Vec::new() };
            let ink = if item.active { Tone::Ink } else { Tone::Muted };
            let (tone, active) =
                if item.active { (Tone::Good, t!(lang, "yes")) } else { (Tone::Muted, t!(lang, "no")) };
            let (when, who) = match updated.get(item.key.as_str()) {
                Some((at, by)) => (scene.day(*at), scene.user(*by)),
                None => (t!(lang, "settings-as-shipped"), String::new()),
            };
            let mut cells = vec![
                table::cell(lists::name(item, lang), ink),
                table::cell(item.key.clone(), Tone::Muted),
                table::state(active, tone),
                table::cell(when, Tone::Muted),
                table::cell(who, Tone::Muted),
            ];
            if is_purposes {
                let expected = setting(item, ItemPart::Expected);
                let value = rows.value(&expected);
                let any = value.is_empty();
                let said = if any { t!(lang, "settings-any") } else { words::value(&expected, value, scene) };
                cells.insert(3, table::cell(said, ink));
            }
            cells
        };
        let columns: &'static [Cell] = if is_purposes { &PURPOSES } else { &COLUMNS };
        table::table("settings-items", columns, headings, len, cursor, cells, Message::Table)
    }

    fn tools<'a>(&'a self, item: Option<&'a Item>, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let may = rows::may(scene) && !self.is_busy;
        let all: Vec<&Item> = scene.lists.all_of(self.list).collect();
        let place = item.and_then(|item| all.iter().position(|other| other.id == item.id));
        let new = button::main(t!(lang, "settings-item-new")).icon(Icon::Plus).id("settings-item-new");
        let new = new.on_press_maybe((may && self.adding.is_none()).then_some(Message::New));
        let step = |icon, words, way, possible: bool| {
            button::icon(icon, words).on_press_maybe((may && possible).then_some(Message::Move(way)))
        };
        let up = step(Icon::ArrowUp, t!(lang, "settings-item-up"), Way::Up, place.is_some_and(|place| place > 0));
        let is_above = place.is_some_and(|place| place + 1 < all.len());
        let down = step(Icon::ArrowDown, t!(lang, "settings-item-down"), Way::Down, is_above);
        let active = item.is_none_or(|item| item.active);
        let words = if active { t!(lang, "settings-item-stop") } else { t!(lang, "settings-item-use") };
        let switch = button::plain(words).on_press_maybe((may && item.is_some()).then_some(Message::Use(!active)));
        let mut remove = button::danger(t!(lang, "remove"));
        if item.is_some_and(|item| !is_shipped(item)) {
            remove = remove.on_press_maybe(may.then_some(Message::Remove));
        } else {
            remove = remove.tooltip(t!(lang, "settings-item-shipped"));
        }
        row![
            Element::from(new),
            space().width(Length::Fill),
            Element::from(up),
            Element::from(down),
            Element::from(switch),
            Element::from(remove)
        ]
        .spacing(SMALL)
        .align_y(Alignment::Center)
        .into()
    }

    fn form<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let Some(adding) = &self.adding else { return column![].into() };
        let key = crate::model::list::key_from(&adding.name);
        let no_key = key.is_empty();
        let hint = if no_key { t!(lang, "settings-item-key-hint") } else { t!(lang, "settings-item-key", key = key) };
        let name = field(
            t!(lang, "settings-column-name"),
            text_field("", adding.name.clone())
                .id(NAME)
                .invalid(adding.error.is_some())
                .on_input(Message::Name)
                .on_submit(Message::Add),
        )
        .hint(hint)
        .error(adding.error.clone());
        let meanings = meanings(self.list);
        let under = (!meanings.is_empty()).then(|| {
            let options = meanings.iter().map(|key| ((*key).to_owned(), words::item_name(self.list, key, scene)));
            let options = choice(options.collect::<Vec<_>>(), adding.under.clone()).id(UNDER);
            let options = options.invalid(adding.under_error.is_some()).on_choose(Message::Under);
            Element::from(field(t!(lang, "setting-item-under"), options).error(adding.under_error.clone()))
        });
        let add = button::main(t!(lang, "add")).on_press_maybe((!self.is_busy).then_some(Message::Add));
        let buttons = row![
            space().width(Length::Fill),
            Element::from(button::plain(t!(lang, "cancel")).on_press(Message::Cancel)),
            Element::from(add),
        ]
        .spacing(SMALL);
        let fields = row![Element::from(name)].push(under).spacing(MEDIUM);
        surface::card(column![text::strong(t!(lang, "settings-item-new")), fields, buttons].spacing(MEDIUM))
    }

    /// Shows what is decided about the chosen item.
    fn card<'a>(
        &'a self,
        item: &'a Item,
        rows: &'a Rows,
        wrap: fn(Message) -> Outer,
        scene: &'a Scene,
    ) -> Element<'a, Outer> {
        let lang = scene.lang;
        let under = item.under.map(|id| {
            let meaning = scene.lists.name(id, lang).to_owned();
            text::caption(t!(lang, "settings-item-under", name = meaning))
        });
        let head = column![text::section(lists::name(item, lang).to_owned())].push(under).spacing(TINY);
        let names = Tongue::ALL.map(|tongue| {
            let control = rows.bare(&setting(item, ItemPart::Name(tongue)), scene).map(Outer::Row);
            Element::from(field(words::own_name(tongue), control))
        });
        let names = Row::with_children(names).spacing(MEDIUM);
        let parts = self.parts(item, scene).into_iter().filter(|part| !matches!(part, ItemPart::Name(_)));
        // What is only noted stands by itself, at the end.
        let (noted, parts): (Vec<ItemPart>, Vec<ItemPart>) =
            parts.partition(|part| setting(item, *part).waits_for().is_some());
        let parts = parts.into_iter();
        let (texts, settings): (Vec<ItemPart>, Vec<ItemPart>) = parts.partition(|part| part.tongue().is_some());
        let each = |parts: Vec<ItemPart>| parts.into_iter().map(|part| setting(item, part)).collect::<Vec<Setting>>();
        let settings = (!settings.is_empty()).then(|| rows.list(each(settings), scene).map(Outer::Row));
        let texts = (!texts.is_empty()).then(|| {
            let languages = Tongue::ALL.map(|tongue| Tab::new(words::own_name(tongue)));
            let here = Tongue::ALL.iter().position(|tongue| *tongue == self.tongue).unwrap_or(0);
            let languages = tabs(languages, here, Some("settings-tongue".into()), Message::Tongue).map(wrap);
            let list = rows.list(each(texts), scene).map(Outer::Row);
            column![text::section(t!(lang, "settings-texts")), languages, list].spacing(LARGE).into()
        });
        let noted = (!noted.is_empty()).then(|| {
            let list = rows.list(each(noted), scene).map(Outer::Row);
            column![text::section(t!(lang, "settings-noted")), list].spacing(LARGE).into()
        });
        let versions = (item.list == List::Purpose).then(|| self.wordings.view(scene).map(Message::Wordings).map(wrap));
        let names = column![text::strong(t!(lang, "settings-names")), names].spacing(SMALL);
        let mut content = column![head, names].spacing(HUGE);
        for section in [settings, texts, versions, noted].into_iter().flatten() {
            content = content.push(surface::line()).push(section);
        }
        container(surface::card(content)).width(Length::Fill).into()
    }
}

/// Returns the shipped items of which an own one of the list must be one.
pub(super) fn meanings(list: List) -> &'static [&'static str] {
    match list {
        // What ends a legal basis is no meaning.
        List::Basis => list.shipped().get(..6).unwrap_or_default(),
        List::Activity => list.shipped(),
        List::Category
        | List::Business
        | List::Position
        | List::Language
        | List::Label
        | List::Interest
        | List::Source
        | List::Purpose
        | List::Subscription
        | List::Relation
        | List::Title => &[],
    }
}
