//! What people are to each other: on the second tab, each a link to the other's card, added and removed at once.

use iced::widget::operation::focus;
use iced::widget::{Column, column, container, row};
use iced::{Alignment, Length, Task};

use super::{Ask, Done, Message as CardMessage, Page, State, quietly};
use crate::model::list;
use crate::model::person::{self, Line, full_name};
use crate::model::relation;
use crate::model::user::Right;
use crate::office::problem::Problem;
use crate::office::relations::{self, Seen};
use crate::screen::card::nothing;
use crate::screen::persons::edit::Tab;
use crate::screen::{Action, Scene, Step};
use crate::t;
use crate::theme::measure::{BODY, CAPTION, CONTROL, MEDIUM, SMALL};
use crate::theme::{Element, Icon, Theme, style};
use crate::vault::Slot;
use crate::widget::choice::choice;
use crate::widget::field::{complaint, text_field};
use crate::widget::line::{self, line};
use crate::widget::lookup::lookup;
use crate::widget::tab_stop::TabStop;
use crate::widget::{button, surface};

const BEGIN: &str = "card-relation";
const WHAT: &str = "card-relation-what";
const OWN: &str = "card-relation-own";
const WHO: &str = "card-relation-who";
const COMMENT: &str = "card-relation-comment";

/// How many people are suggested at once.
const SUGGESTED: usize = 6;
/// How wide the words for a kind are.
const WORDS: f32 = 228.0;

/// What the other one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A kind, forth (`true`): the other one is that; or back: they are that to the other one.
    Kind(list::Id, bool),
    /// A kind of its own, which is typed.
    Own,
}

/// A relation that is being added.
#[derive(Debug, Default)]
pub struct Adding {
    what: Option<What>,
    own: String,
    typed: String,
    who: Option<person::Id>,
    suggested: Vec<Line>,
    comment: String,
    /// The number of the newest question for people.
    question: u64,
    /// Whether what is missing is said.
    complains: bool,
    is_saving: bool,
}

/// What happens to the relations.
#[derive(Debug, Clone)]
pub enum Message {
    /// One is to be added.
    Begin,
    /// What the other one is was chosen.
    What(Option<What>),
    /// A kind of its own was typed.
    Own(String),
    /// A name was typed.
    Who(String),
    /// People of that name were found.
    Found(u64, Vec<Line>),
    /// One of them was chosen.
    Chosen(usize),
    /// It is to be added as it stands.
    Add,
    /// A comment was typed.
    Comment(String),
    /// The people who are suggested are to go, or else the form.
    Escape,
    /// None is to be added after all.
    Leave,
    /// The office answered to adding.
    Added(Result<(), Problem>),
    /// One is to be taken away.
    Remove(relation::Id),
    /// The office answered to that.
    Removed(Result<(), Problem>),
}

/// Returns a name for the field, and for what is suggested.
fn name(line: &Line, scene: &Scene) -> String {
    let name = full_name(&line.first_name, &line.last_name);
    if name.is_empty() { t!(scene.lang, "list-no-name") } else { name }
}

impl Adding {
    /// Returns whom a press of Enter means: who was chosen, or the only one found.
    fn who(&self) -> Option<person::Id> {
        let only = || if let [only] = self.suggested.as_slice() { Some(only.id) } else { None };
        self.who.or_else(only)
    }

    /// Returns whether something would be lost if the form went away.
    pub(super) fn is_begun(&self) -> bool {
        let typed = [&self.own, &self.typed, &self.comment].into_iter().any(|typed| !typed.trim().is_empty());
        typed || self.what.is_some()
    }

    fn is_what_missing(&self) -> bool {
        match self.what {
            None => true,
            Some(What::Own) => self.own.trim().is_empty(),
            Some(What::Kind(..)) => false,
        }
    }

    fn find(&mut self, of: person::Id, scene: &Scene) -> Task<Message> {
        self.question += 1;
        self.who = None;
        let found = Some(self.typed.trim()).filter(|typed| !typed.is_empty());
        let found = found.and_then(|typed| scene.office.find_first(typed)).map(|found| found.ids);
        let others = found.iter().flat_map(|ids| ids.iter().copied()).filter(|id| *id != of);
        let ids: Vec<person::Id> = others.take(SUGGESTED).collect();
        if ids.is_empty() {
            self.suggested.clear();
            return Task::none();
        }
        let question = self.question;
        let lines = scene.office.latest(Slot("relation"), move |desk| crate::office::persons::lines(desk, &ids));
        // Suggestions help; where they fail, one types on.
        Task::perform(lines, move |lines| Message::Found(question, lines.unwrap_or_default()))
    }
}

impl CardMessage {
    /// A relation is to be added.
    pub const RELATE: Self = Self::Relations(Message::Begin);
}

impl State {
    /// Returns the task that puts the keyboard on what is being added, once there is something to see.
    pub(super) fn focus_relation(&self) -> Task<CardMessage> {
        if self.relating.is_some() { focus(WHAT) } else { Task::none() }
    }

    /// Does what a message about relations says.
    pub(super) fn relate(&mut self, message: Message, scene: &Scene) -> Done {
        let lang = scene.lang;
        match message {
            Message::Begin if self.card.draft.is_some() => quietly(Step::none()),
            Message::Begin if self.relating.is_some() => quietly(Step::task(focus(WHAT))),
            Message::Begin => {
                self.tab = Tab::Details;
                self.relating = Some(Adding::default());
                quietly(Step::task(focus(WHAT)))
            }
            Message::Escape => match &mut self.relating {
                Some(adding) if !adding.suggested.is_empty() => {
                    adding.suggested.clear();
                    adding.question += 1;
                    quietly(Step::task(focus(WHO)))
                }
                // What is typed is not thrown away by a key.
                Some(adding) if adding.is_begun() => (Step::none(), Some(Ask::StopEditing)),
                Some(_) | None => self.relate(Message::Leave, scene),
            },
            Message::Leave => {
                self.relating = None;
                quietly(Step::task(focus(BEGIN)))
            }
            Message::Add => self.add_relation(scene),
            Message::Added(answer) => {
                if let Some(adding) = &mut self.relating {
                    adding.is_saving = false;
                }
                match answer {
                    Ok(()) => {
                        self.relating = None;
                        let step = Step::task(focus(BEGIN)).and(Action::Saved(t!(lang, "card-relation-added")));
                        (step, Some(Ask::Related))
                    }
                    Err(problem) => (Step::ask(Action::Problem(problem)), Some(Ask::NotSaved)),
                }
            }
            Message::Remove(relation) => {
                let id = self.id;
                let removed = scene.office.write(move |desk| relations::remove(desk, id, relation));
                quietly(Step::task(Task::perform(removed, move |removed| {
                    let removed = removed.map_err(|error| Problem::new(&error, lang));
                    CardMessage::Relations(Message::Removed(removed))
                })))
            }
            Message::Removed(Ok(())) => {
                quietly(Step::task(focus(BEGIN)).and(Action::Saved(t!(lang, "card-relation-removed"))))
            }
            Message::Removed(Err(problem)) => quietly(Step::ask(Action::Problem(problem))),
            Message::What(what) => {
                self.type_relation(|adding| adding.what = what);
                let next = if what == Some(What::Own) { OWN } else { WHO };
                quietly(Step::task(focus(next)))
            }
            Message::Own(typed) => {
                self.type_relation(|adding| adding.own = typed);
                quietly(Step::none())
            }
            Message::Comment(typed) => {
                self.type_relation(|adding| adding.comment = typed);
                quietly(Step::none())
            }
            Message::Who(typed) => {
                let id = self.id;
                let Some(adding) = &mut self.relating else { return quietly(Step::none()) };
                adding.typed = typed;
                adding.complains = false;
                quietly(Step::task(adding.find(id, scene).map(CardMessage::Relations)))
            }
            Message::Found(question, lines) => {
                if let Some(adding) = self.relating.as_mut().filter(|adding| adding.question == question) {
                    adding.suggested = lines;
                }
                quietly(Step::none())
            }
            Message::Chosen(row) => {
                self.type_relation(|adding| {
                    if let Some(line) = adding.suggested.get(row) {
                        (adding.who, adding.typed) = (Some(line.id), name(line, scene));
                        adding.suggested.clear();
                        adding.question += 1;
                    }
                });
                quietly(Step::none())
            }
        }
    }

    fn type_relation(&mut self, change: impl FnOnce(&mut Adding)) {
        if let Some(adding) = &mut self.relating {
            change(adding);
            adding.complains = false;
        }
    }

    pub(super) fn add_relation(&mut self, scene: &Scene) -> Done {
        let (id, lang) = (self.id, scene.lang);
        let Some(adding) = self.relating.as_mut().filter(|adding| !adding.is_saving) else {
            return quietly(Step::none());
        };
        let (what, other) = match (adding.what.filter(|_| !adding.is_what_missing()), adding.who()) {
            (Some(what), Some(other)) => (what, other),
            (what, _) => {
                adding.complains = true;
                let own = adding.what == Some(What::Own);
                let missing = if what.is_some() { WHO } else { [WHAT, OWN][usize::from(own)] };
                return (Step::task(focus(missing)), Some(Ask::NotSaved));
            }
        };
        adding.is_saving = true;
        // From the other one's side, it is entered on the other one's card.
        let (kind, of, other) = match what {
            What::Kind(kind, true) => (scene.lists.key(kind).to_owned(), id, other),
            What::Kind(kind, false) => (scene.lists.key(kind).to_owned(), other, id),
            What::Own => (adding.own.clone(), id, other),
        };
        let comment = adding.comment.clone();
        let added = scene.office.write(move |desk| relations::add(desk, of, other, &kind, &comment).map(drop));
        quietly(Step::task(Task::perform(added, move |added| {
            CardMessage::Relations(Message::Added(added.map_err(|error| Problem::new(&error, lang))))
        })))
    }
}

impl<'a> Page<'a> {
    /// Returns the section.
    pub(super) fn relations(&self) -> Element<'a, CardMessage> {
        let lang = self.scene.lang;
        let may = self.may_edit();
        let adding = self.state.relating.as_ref().filter(|_| may);
        let begin = (!self.state.is_read_only() && adding.is_none()).then(|| -> Element<'a, CardMessage> {
            let begin = button::link(t!(lang, "card-relation-add")).icon(Icon::UserPlus).small().id(BEGIN);
            self.scene.allowed(begin, Right::Edit, CardMessage::Relations(Message::Begin)).into()
        });
        let seen = &self.shown.relations;
        let rows = seen.iter().enumerate().map(|(index, seen)| self.relation(index, seen, may));
        let rows = (!seen.is_empty()).then(|| Column::with_children(rows).width(Length::Fill));
        let form = match adding {
            Some(adding) => Some(self.relation_form(adding)),
            None => seen.is_empty().then(|| nothing(t!(lang, "card-relations-none"))),
        };
        surface::section(t!(lang, "card-relations"), begin, column![].push(rows).push(form).spacing(SMALL))
    }

    fn relation(&self, index: usize, seen: &'a Seen, may: bool) -> Element<'a, CardMessage> {
        let (scene, lang) = (self.scene, self.scene.lang);
        let relation = &seen.relation;
        let quiet = |theme: &Theme| line::Style { color: Some(theme.roles().muted), mark: None };
        let words = relations::words(&scene.lists, relation.kind, relation.person == self.person().id, lang);
        let words = container(line(words).size(BODY).style(quiet)).width(WORDS);
        let link = TabStop::new(line(name(&seen.who, scene)).size(BODY))
            .on_press(Some(CardMessage::OpenPerson(seen.who.id)))
            .style(style::link_button);
        let about = [seen.who.company.as_str(), relation.comment.as_str()];
        let about: Vec<&str> = about.into_iter().filter(|words| !words.is_empty()).collect();
        let about = line(about.join(&format!(" {} ", t!(lang, "separator-dot")))).size(CAPTION).style(quiet);
        let remove = may.then(|| -> Element<'a, CardMessage> {
            let remove = CardMessage::Relations(Message::Remove(relation.id));
            let cross = button::icon(Icon::Close, t!(lang, "card-relation-remove")).small();
            cross.id(format!("card-relation-remove-{index}")).on_press(remove).into()
        });
        row![words, Element::from(link), about.width(Length::Fill)]
            .push(remove)
            .spacing(MEDIUM)
            .align_y(Alignment::Center)
            .height(CONTROL)
            .into()
    }

    fn relation_form(&self, adding: &'a Adding) -> Element<'a, CardMessage> {
        let (scene, lang) = (self.scene, self.scene.lang);
        let no_what = adding.complains && adding.is_what_missing();
        let no_who = adding.complains && adding.who().is_none();
        let what: Element<'a, Message> = if adding.what == Some(What::Own) {
            text_field(t!(lang, "card-relation-own-name"), &adding.own)
                .id(OWN)
                .invalid(no_what)
                .on_input(Message::Own)
                .on_submit(Message::Add)
                .into()
        } else {
            let kinds = relations::choices(&scene.lists, lang);
            let kinds = kinds.into_iter().map(|(kind, forth, words)| (What::Kind(kind, forth), words));
            choice(kinds.chain([(What::Own, t!(lang, "card-relation-own"))]), adding.what)
                .placeholder(t!(lang, "card-relation-what"))
                .nothing(t!(lang, "choice-nothing"))
                .id(WHAT)
                .invalid(no_what)
                .on_choose(Message::What)
                .into()
        };
        let who = text_field(t!(lang, "frame-search"), &adding.typed)
            .id(WHO)
            .icon(Icon::Search)
            .invalid(no_who)
            .on_input(Message::Who)
            .on_submit(Message::Add);
        let dot = t!(lang, "separator-dot");
        let suggestion = |line: &Line| match line.company.as_str() {
            "" => name(line, scene),
            company => format!("{} {dot} {company}", name(line, scene)),
        };
        let who = lookup(who, adding.suggested.iter().map(suggestion).collect(), Message::Chosen);
        let missing = if no_what {
            Some(t!(lang, "card-relation-what-missing"))
        } else {
            no_who.then(|| t!(lang, "card-relation-who-missing"))
        };
        let add = button::main(t!(lang, "add")).on_press_maybe((!adding.is_saving).then_some(Message::Add));
        let leave = button::plain(t!(lang, "cancel")).on_press(Message::Leave);
        let comment = text_field(t!(lang, "card-relation-comment"), &adding.comment)
            .id(COMMENT)
            .on_input(Message::Comment)
            .on_submit(Message::Add);
        let fields = row![container(what).width(WORDS), who].spacing(SMALL).align_y(Alignment::Center);
        let rest = row![Element::from(comment), Element::from(add), Element::from(leave)];
        let rest = rest.spacing(SMALL).align_y(Alignment::Center);
        let form: Element<'a, Message> = column![fields].push(missing.map(complaint)).push(rest).spacing(SMALL).into();
        form.map(CardMessage::Relations)
    }
}
