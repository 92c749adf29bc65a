//! A page for a list: its items in a table, and under it what is decided about the chosen one.
//!
//! What is done most, each one click: choose an item; rename it; stop using it.

mod view;

use std::collections::BTreeMap;

use iced::Task;
use iced::widget::operation::focus;

use super::rows::Rows;
use super::{wordings, words};
use crate::model::list::{self, Item, List};
use crate::model::{Reason, change::Changes};
use crate::office::problem::{self, Problem};
use crate::office::settings::{self, Document, ItemPart, Setting, Tongue};
use crate::screen::{Action, Scene, Step};
use crate::t;
use crate::widget::long_list::Event;

/// The page.
#[derive(Debug)]
pub struct State {
    list: List,
    /// The key of the item shown; the first one where it is not on the list.
    chosen: Option<String>,
    /// The language that texts are shown in.
    tongue: Tongue,
    adding: Option<Adding>,
    is_busy: bool,
    wordings: wordings::State,
}

/// The form of a new item.
#[derive(Debug, Clone, Default)]
struct Adding {
    name: String,
    /// The one of art. 6(1) it stands under, or the kind of activity.
    under: Option<String>,
    /// What is wrong with what it stands under.
    under_error: Option<String>,
    error: Option<String>,
}

/// What happens on the page.
#[derive(Debug, Clone)]
pub enum Message {
    /// In the table.
    Table(Event),
    /// Shows another list.
    List(Option<List>),
    /// Shows the texts in another language.
    Tongue(usize),
    /// A new item is to be made.
    New,
    /// Its name was typed.
    Name(String),
    /// What it stands under was chosen.
    Under(Option<String>),
    /// Makes it.
    Add,
    /// No new item after all.
    Cancel,
    /// The item of this key was made, or not.
    Added(Result<String, Problem>),
    /// Moves the item up or down.
    Move(Way),
    /// Lets it be chosen, or no longer.
    Use(bool),
    /// Takes it off the list.
    Remove,
    /// That was done, or not; some words say so.
    Done(Result<Option<String>, Problem>),
    /// In the versions of a wording.
    Wordings(wordings::Message),
}

/// Where an item goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Towards the beginning.
    Up,
    /// Towards the end.
    Down,
}

/// The id of the field for the name of a new item.
const NAME: &str = "item-new-name";
/// The id of the choice of what a new item stands under.
const UNDER: &str = "item-new-under";

impl State {
    /// Returns the page of a list.
    pub fn new(list: List, scene: &Scene) -> Self {
        Self {
            list,
            chosen: None,
            tongue: words::tongue_of(scene.lang),
            adding: None,
            is_busy: false,
            wordings: wordings::State::default(),
        }
    }

    /// Answers whether something typed would be lost if the screen went away.
    pub fn unsaved(&self) -> bool {
        self.adding.as_ref().is_some_and(|adding| !adding.name.is_empty())
    }

    /// Answers whether the form of a new item is open.
    pub fn is_adding(&self) -> bool {
        self.adding.is_some()
    }

    /// Shows an item.
    pub fn choose(&mut self, list: List, item: &str, scene: &Scene) -> Task<Message> {
        (self.list, self.chosen) = (list, Some(item.to_owned()));
        self.arrive(scene)
    }

    /// Reads what the page needs besides the settings.
    pub fn arrive(&mut self, scene: &Scene) -> Task<Message> {
        let purpose = self.item(scene).filter(|item| item.list == List::Purpose).map(|item| item.id);
        self.wordings.show(purpose, scene).map(Message::Wordings)
    }

    /// Reads anew what a committed write may have changed; for what is on the lists, see [`State::arrive`].
    pub fn changed(&mut self, changes: &Changes, scene: &Scene) -> Task<Message> {
        if changes.everything || !changes.persons.is_empty() {
            return self.wordings.read(scene).map(Message::Wordings);
        }
        Task::none()
    }

    /// Returns the settings whose rows the page shows.
    pub fn shown(&self, scene: &Scene) -> Vec<Setting> {
        let Some(item) = self.item(scene) else { return Vec::new() };
        self.parts(item, scene).into_iter().map(|part| setting(item, part)).collect()
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        let lang = scene.lang;
        match message {
            Message::Table(Event::Select { row, .. } | Event::Activate(row)) => {
                self.chosen = scene.lists.all_of(self.list).nth(row).map(|item| item.key.clone());
                return Step::task(self.arrive(scene));
            }
            Message::Table(Event::All | Event::Visible(_)) => {}
            Message::List(list) => {
                self.list = list.unwrap_or(self.list);
                (self.chosen, self.adding) = (None, None);
            }
            Message::Tongue(index) => self.tongue = Tongue::ALL.get(index).copied().unwrap_or(self.tongue),
            Message::New => {
                self.adding = Some(Adding::default());
                return Step::task(focus(NAME));
            }
            Message::Name(name) => {
                if let Some(adding) = &mut self.adding {
                    (adding.name, adding.error) = (name, None);
                }
            }
            Message::Under(under) => {
                if let Some(adding) = &mut self.adding {
                    (adding.under, adding.under_error) = (under, None);
                }
            }
            Message::Add => return self.add(scene),
            Message::Cancel => self.adding = None,
            Message::Added(Ok(key)) => {
                (self.is_busy, self.adding, self.chosen) = (false, None, Some(key));
                return Step::task(self.arrive(scene));
            }
            Message::Added(Err(problem)) => {
                self.is_busy = false;
                if let Some(adding) = &mut self.adding {
                    adding.error = Some(problem.message);
                }
            }
            Message::Move(way) => {
                let values = self.moved(way, scene);
                return self.write(values, None, scene);
            }
            Message::Use(active) => {
                let Some(item) = self.item(scene) else { return Step::none() };
                let active = if active { "yes" } else { "no" }.to_owned();
                return self.write(vec![(setting(item, ItemPart::Active), active)], None, scene);
            }
            Message::Remove => {
                let Some(item) = self.item(scene) else { return Step::none() };
                let words = t!(lang, "settings-item-removed", name = words::item_name(self.list, &item.key, scene));
                return self.write(vec![(setting(item, ItemPart::Present), "no".to_owned())], Some(words), scene);
            }
            Message::Done(done) => {
                self.is_busy = false;
                match done {
                    Ok(Some(words)) => return Step::ask(Action::Toast(words)),
                    Ok(None) => {}
                    Err(problem) => return Step::ask(Action::Problem(problem)),
                }
            }
            Message::Wordings(message) => return self.wordings.update(message, scene).map(Message::Wordings),
        }
        Step::none()
    }

    /// Returns the item shown.
    fn item<'a>(&self, scene: &'a Scene) -> Option<&'a Item> {
        let chosen = self.chosen.as_ref().and_then(|key| scene.lists.by_key(self.list, key));
        chosen.or_else(|| scene.lists.all_of(self.list).next())
    }

    /// Returns what can be decided about an item beyond what the table does, in the order in which it is shown.
    fn parts(&self, item: &Item, scene: &Scene) -> Vec<ItemPart> {
        let meaning = item.under.map_or(item.key.as_str(), |id| scene.lists.key(id));
        let is_told = |part: &ItemPart| match part {
            ItemPart::Present | ItemPart::Under | ItemPart::Active | ItemPart::Rank => false,
            ItemPart::Statute => meaning == "legal-obligation",
            ItemPart::Interest(_) | ItemPart::Necessity(_) | ItemPart::Balance(_) | ItemPart::ReviewOn => {
                meaning == "legitimate-interests"
            }
            ItemPart::Name(_)
            | ItemPart::Description(_)
            | ItemPart::StatementTitle(_)
            | ItemPart::StatementUrl(_)
            | ItemPart::Wording(_)
            | ItemPart::Expected
            | ItemPart::KeepMonths
            | ItemPart::KeepFrom
            | ItemPart::ConsentMonths
            | ItemPart::Special
            | ItemPart::DirectMarketing
            | ItemPart::Notice
            | ItemPart::Template
            | ItemPart::Purposes
            | ItemPart::Comment
            | ItemPart::Permission => true,
        };
        // Names are shown in all languages side by side, longer texts in one.
        let is_here = |part: &ItemPart| {
            matches!(part, ItemPart::Name(_)) || part.tongue().is_none_or(|tongue| tongue == self.tongue)
        };
        ItemPart::of(item.list).into_iter().filter(is_told).filter(is_here).collect()
    }

    /// Makes the new item, with the name in all languages until it is renamed.
    fn add(&mut self, scene: &Scene) -> Step<Message> {
        let Some(adding) = &mut self.adding else { return Step::none() };
        if self.is_busy {
            return Step::none();
        }
        let name = adding.name.trim().to_owned();
        let key = list::key_from(&name);
        let reason = if key.is_empty() {
            Some(Reason::Missing)
        } else if scene.lists.has_key(self.list, &key) || scene.lists.find(self.list, &name).is_some() {
            Some(Reason::Taken)
        } else {
            None
        };
        if let Some(reason) = reason {
            adding.error = Some(problem::reason(scene.lang, reason));
            return Step::task(focus(NAME));
        }
        if adding.under.is_none() && !view::meanings(self.list).is_empty() {
            adding.under_error = Some(problem::reason(scene.lang, Reason::Missing));
            return Step::task(focus(UNDER));
        }
        let of = |part| Setting::Item { list: self.list, item: key.clone(), part }.key();
        let mut values: BTreeMap<String, String> =
            Tongue::ALL.into_iter().map(|tongue| (of(ItemPart::Name(tongue)), name.clone())).collect();
        if let Some(under) = &adding.under {
            values.insert(of(ItemPart::Under), under.clone());
        }
        self.is_busy = true;
        let (lang, document) = (scene.lang, Document::new(values));
        let added = scene.office.write(move |desk| settings::apply(desk, &document));
        Step::task(Task::perform(added, move |added| {
            Message::Added(added.map(|_| key.clone()).map_err(|error| Problem::new(&error, lang)))
        }))
    }

    /// Returns the ranks that move the item one place.
    fn moved(&self, way: Way, scene: &Scene) -> Vec<(Setting, String)> {
        let mut items: Vec<&Item> = scene.lists.all_of(self.list).collect();
        let Some(here) = self.item(scene).and_then(|item| items.iter().position(|other| other.id == item.id)) else {
            return Vec::new();
        };
        let there = match way {
            Way::Up => here.checked_sub(1),
            Way::Down => (here + 1 < items.len()).then_some(here + 1),
        };
        let Some(there) = there else { return Vec::new() };
        let ranks: Vec<i64> = items.iter().map(|item| item.rank).collect();
        items.swap(here, there);
        // Places that are the same are told apart on the way.
        let mut last = i64::MIN;
        let each = items.into_iter().zip(ranks).map(|(item, rank)| {
            last = rank.max(last.saturating_add(1));
            (item, last)
        });
        each.filter(|(item, rank)| item.rank != *rank)
            .map(|(item, rank)| (setting(item, ItemPart::Rank), rank.to_string()))
            .collect()
    }

    fn write(&mut self, values: Vec<(Setting, String)>, words: Option<String>, scene: &Scene) -> Step<Message> {
        if self.is_busy || values.is_empty() {
            return Step::none();
        }
        self.is_busy = true;
        let lang = scene.lang;
        let document = Document::new(values.into_iter().map(|(setting, value)| (setting.key(), value)).collect());
        let done = scene.office.write(move |desk| settings::apply(desk, &document));
        Step::task(Task::perform(done, move |done| {
            Message::Done(done.map(|_| words).map_err(|error| Problem::new(&error, lang)))
        }))
    }
}

fn setting(item: &Item, part: ItemPart) -> Setting {
    Setting::Item { list: item.list, item: item.key.clone(), part }
}

/// Returns whether an item came with the program.
fn is_shipped(item: &Item) -> bool {
    list::shipped_id(item.list, &item.key).is_some()
}

/// Returns the lists that have no page of their own.
pub const OTHERS: [List; 8] = [
    List::Interest,
    List::Business,
    List::Position,
    List::Label,
    List::Language,
    List::Activity,
    List::Relation,
    List::Title,
];

/// Returns when the items of a list were last changed, and by whom.
fn updated(rows: &Rows, list: List) -> BTreeMap<&str, (crate::model::Moment, crate::model::user::Id)> {
    let mut all = BTreeMap::new();
    for standing in rows.all() {
        let Setting::Item { list: of, item, .. } = &standing.setting else { continue };
        let Some(decided) = standing.decided.filter(|_| *of == list) else { continue };
        let known = all.entry(item.as_str()).or_insert(decided);
        *known = (*known).max(decided);
    }
    all
}
