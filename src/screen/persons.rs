//! The persons: the list at the left, the card of one of them beside it.
//!
//! What one does most here, and what it takes:
//! 1. Find somebody: type in the search field (Ctrl+K), Enter opens whom the words mean.
//! 2. Call or write to them: one click on the number or address on the card.
//! 3. Correct something: Edit (F2), type, Ctrl+S.

mod card;
mod draft;
mod edit;
mod leaving;
mod listed;
mod picture;
mod texts;
mod view;

use std::cell::Cell;

use iced::widget::{Space, column, operation, responsive};
use iced::{Subscription, Task};

use leaving::{Focus, Next};
use listed::{List, Persons};
use texts::Texts;

use super::bookmarks::{mark, marked};
use super::card::number_in;
use super::columns::{Change, Columns, chooser};
use super::list::{Ask, Kind as _, Which};
use super::{Action, Activities, ActivitiesAsk, ActivitiesMessage, Answer, Command, Lost, Scene, SelectionAsk, Step};
use crate::model::change::Changes;
use crate::model::criteria::Of as Records;
use crate::model::draft::{Draft, Place};
use crate::model::person;
use crate::office::activities::Of;
use crate::office::bookmarks::Record;
use crate::office::exporting::Who;
use crate::office::finding::Column;
use crate::office::problem::Problem;
use crate::office::subject::Subject;
use crate::theme::measure::RAIL;
use crate::theme::{self, Element, Theme};
use crate::widget::dialog::Card;
use crate::widget::inert::inert;
use crate::widget::split::{self, split};

/// Below this width of the window the card covers the list.
const COVERED: f32 = 1100.0 - RAIL;
/// How wide the list is beside a card, at first.
const LEFT: f32 = 480.0;
/// How narrow it can be made.
const NARROWEST: f32 = 360.0;
/// What a card needs beside the list.
const CARD: f32 = 560.0;

/// The screen's state.
#[derive(Debug)]
pub struct State {
    list: List,
    /// What is found in notes and activities.
    texts: Texts,
    card: Option<card::State>,
    activities: Activities,
    left: f32,
    /// What waits until the question about unsaved changes is answered.
    next: Option<Next>,
    is_asking: bool,
    /// Whether the columns are being chosen.
    chooses_columns: bool,
    /// Whether the list lies over the card where there is room for one of them: somebody else is looked for.
    seeks: bool,
    /// Whether there was room for one of them only when they were drawn last.
    is_tight: Cell<bool>,
    /// Whether something typed on the card is not saved.
    is_unsaved: bool,
}

/// What happens on the screen.
#[derive(Debug, Clone)]
pub enum Message {
    /// Something about the list.
    List(listed::Message),
    /// Something about the card.
    Card(card::Message),
    /// Something about activities.
    Activities(ActivitiesMessage),
    /// Something about what was found in texts.
    Texts(texts::Message),
    /// The divider was moved.
    Divider(f32),
    /// The question about unsaved changes was answered.
    Unsaved(Answer),
    /// The columns are changed.
    Columns(Change<Column>),
    /// The columns are chosen.
    ColumnsChosen,
    /// A person became a favourite, or is one no longer.
    Marked(bool, Result<(), Problem>),
}

fn lift<M: Send + 'static>(step: Step<M>, wrap: fn(M) -> Message) -> Step<Message> {
    let actions = step.actions.into_iter().map(|action| action.map(wrap)).collect();
    Step { task: step.task.map(wrap), actions }
}

fn together(first: Step<Message>, second: Step<Message>) -> Step<Message> {
    let mut actions = first.actions;
    actions.extend(second.actions);
    Step { task: Task::batch([first.task, second.task]), actions }
}

impl State {
    /// Returns the screen with everybody in the list and no card open.
    pub fn new(scene: &Scene) -> (Self, Task<Message>) {
        let (list, task) = List::new(scene);
        let state = Self {
            list,
            texts: Texts::default(),
            card: None,
            activities: Activities::default(),
            left: LEFT,
            next: None,
            is_asking: false,
            chooses_columns: false,
            seeks: false,
            is_tight: Cell::new(false),
            is_unsaved: false,
        };
        (state, task.map(Message::List))
    }

    /// Returns whether exactly two are selected in the list.
    pub fn has_two_selected(&self) -> bool {
        self.list.selected() == 2
    }

    /// Returns those who are selected, where several are, or else all that are listed; none where nobody is.
    pub fn subject(&self) -> Option<Subject> {
        self.list.picked_if_known().map(|ids| Subject::Persons(ids.into()))
    }

    /// Returns whom a key deletes: those who are selected, or else whose card is open, or whom the keyboard is on; none
    /// while something is typed.
    pub fn deletable(&self) -> Option<Subject> {
        if self.is_unsaved || self.is_card_edited() || self.list.is_typing() {
            return None;
        }
        // Those who are selected come first, where one sees them.
        let covers = self.card.is_some() && self.is_tight.get();
        let several = self.list.several().filter(|_| !covers);
        several.or_else(|| Some(vec![self.current()?])).map(|ids| Subject::Persons(ids.into()))
    }

    /// Compares the two who are selected, to make them one.
    pub fn merge_selected(&mut self, scene: &Scene) -> Step<Message> {
        self.update(Message::List(listed::Message::Merge), scene)
    }

    /// Returns how wide the list is beside a card, in pixels.
    pub fn width(&self) -> f32 {
        self.left
    }

    /// Makes the list as wide beside a card as it was before, in pixels; not narrower than it can be read.
    pub fn set_width(&mut self, width: f32) {
        self.left = width.max(NARROWEST);
    }

    /// Returns the columns of the list, to remember.
    pub fn columns(&self) -> Vec<(String, Option<u16>)> {
        self.list.columns().to_remember()
    }

    /// Shows the columns that were remembered.
    pub fn set_columns(&mut self, names: &[(String, Option<u16>)]) {
        *self.list.columns_mut() = Columns::remembered(names);
    }

    /// Returns whether rows of the newest answer are still being read, so that the list shows what was there before.
    pub fn is_reading_rows(&self) -> bool {
        self.list.is_reading_rows()
    }

    /// Returns whether something typed would be lost if the screen went away.
    pub fn unsaved(&self) -> bool {
        self.is_unsaved
    }

    /// Returns whether the screen asks what to do with what is not saved; nothing else may be asked meanwhile.
    pub fn is_asking(&self) -> bool {
        self.is_asking || self.chooses_columns
    }

    /// Takes the question about what is not saved back, because a larger one takes its place.
    pub fn stop_asking(&mut self) {
        self.is_asking = false;
        self.chooses_columns = false;
        self.next = None;
    }

    /// Returns what is typed and not saved, to be kept while the card file is locked.
    pub fn drafts(&self, scene: &Scene) -> Vec<Draft> {
        let card = self.card.as_ref();
        let card = card.and_then(|card| Some(Draft { place: Place::Person(card.id()), content: card.typed(scene)? }));
        // A call comes first: its card is opened before the one in front.
        let mut drafts = self.activities.drafts();
        drafts.extend(card);
        drafts
    }

    /// Opens the card of a person with what was typed there before the card file was locked.
    pub fn go_on_with(&mut self, draft: &Draft, scene: &Scene) -> Step<Message> {
        let Some(id) = draft.place.person() else { return Step::none() };
        let list = self.list.go_to(id).map(Message::List);
        let step = together(self.leave(Next::Open(id, Focus::Card), scene), Step::task(list));
        match (draft.place, &mut self.card) {
            (Place::Person(_), Some(card)) => card.go_on_with(draft.content.clone()),
            (_, _) => self.activities.go_on_with(draft),
        }
        self.look(scene);
        step
    }

    /// Returns what leaving would lose, where something is not saved: the card where both are.
    pub fn lost(&self, scene: &Scene) -> Lost {
        let is_card = self.card.as_ref().is_some_and(|card| card.is_unsaved(scene));
        if is_card { Lost::Card } else { Lost::Activity }
    }

    /// Returns the name on the card that is open, empty where none is.
    pub fn name(&self) -> String {
        self.card.as_ref().map(card::State::name).unwrap_or_default()
    }

    /// Forgets what was typed on the card and not saved.
    pub fn discard(&mut self, scene: &Scene) {
        if let Some(card) = &mut self.card {
            card.discard();
        }
        self.activities.discard();
        self.look(scene);
    }

    /// Returns whether a call runs or is being written down.
    pub fn is_calling(&self) -> bool {
        self.activities.is_calling()
    }

    /// Returns what moves the clock of a call.
    pub fn subscription(&self) -> Subscription<Message> {
        self.activities.subscription().map(Message::Activities)
    }

    /// Returns whose card is open.
    pub fn shown(&self) -> Option<person::Id> {
        self.card.as_ref().map(card::State::id)
    }

    /// Returns whom a key is about: whose card is open, or whom the keyboard is on.
    pub fn current(&self) -> Option<person::Id> {
        self.shown().or_else(|| self.list.current())
    }

    /// Opens a person's card, and puts the keyboard on it.
    pub fn open(&mut self, id: person::Id, scene: &Scene) -> Step<Message> {
        let list = self.list.go_to(id).map(Message::List);
        let step = self.leave(Next::Open(id, Focus::Card), scene);
        together(step, Step::task(list))
    }

    /// Closes a restricted card that was opened for a reason, because another screen is gone to.
    pub fn away(&mut self, scene: &Scene) -> Step<Message> {
        let Some(card) = self.card.as_mut().filter(|card| card.is_read_only()) else { return Step::none() };
        scene.office.close_card();
        Step::task(card.read(scene).map(Message::Card))
    }

    /// Lists exactly these persons, under a heading, until the search field is used.
    pub fn list(&mut self, ids: Vec<person::Id>, heading: String, scene: &Scene) -> Step<Message> {
        self.leave(Next::List(ids, heading), scene)
    }

    /// Reads anew what a write changed.
    pub fn changed(&mut self, changes: &Changes, scene: &Scene) -> Step<Message> {
        let list = self.list.changed(changes, scene).map(Message::List);
        // Deleted, it can be restored from the trash.
        if changes.trash && !self.is_unsaved {
            let gone = self.card.take_if(|card| changes.removed.contains(&card.id()));
            if gone.is_some() {
                self.activities.hide();
            }
        }
        let card = self.card.as_mut().map_or_else(Task::none, |card| card.changed(changes, scene));
        let activities = self.activities.changed(changes, scene).map(Message::Activities);
        let texts = if changes.is_empty() { Task::none() } else { self.texts.renew(scene).map(Message::Texts) };
        Step::task(Task::batch([list, card.map(Message::Card), activities, texts]))
    }

    /// Takes over other lists, settings or another language.
    pub fn scene_changed(&mut self, scene: &Scene) -> Step<Message> {
        // What the office no longer collects, or shows to others only, is on the card until it is read anew.
        let card = self.card.as_mut().map_or_else(Task::none, |card| card.scene_changed(scene).map(Message::Card));
        Step::task(Task::batch([self.list.scene_changed(scene).map(Message::List), card]))
    }

    /// Does what a key asks for.
    pub fn command(&mut self, command: Command, scene: &Scene) -> Step<Message> {
        if self.is_asking() {
            return Step::none();
        }
        // What is about the card shows it.
        self.seeks &= !matches!(command, Command::Edit | Command::Tab(_));
        let step = self.follow(command, scene);
        self.look(scene);
        step
    }

    fn follow(&mut self, command: Command, scene: &Scene) -> Step<Message> {
        match command {
            Command::FocusSearch => {
                self.seeks = true;
                Step::task(self.list.focus_search().map(Message::List))
            }
            Command::Escape if self.seeks && self.is_tight.get() && self.card.is_some() => {
                self.seeks = false;
                Step::task(self.focus_card())
            }
            Command::Save if !self.is_card_edited() && self.activities.is_writing() => {
                let done = self.activities.save(scene);
                self.after(done, scene)
            }
            Command::Save => self.tell_card(card::Message::Save, scene),
            Command::Escape if self.card.is_some() && !self.is_card_edited() && self.activities.is_writing() => {
                let done = self.activities.leave(scene);
                self.after(done, scene)
            }
            Command::Escape if self.card.is_none() && self.texts.is_shown() => {
                self.texts.hide();
                Step::task(operation::focus(Persons::SEARCH))
            }
            Command::Activity => match self.current() {
                Some(id) => {
                    let step = self.leave(Next::Open(id, Focus::Stays), scene);
                    let choose = self.tell_activities(ActivitiesMessage::Choose, scene);
                    together(step, choose)
                }
                None => Step::none(),
            },
            Command::Relation => match self.current() {
                Some(id) => {
                    let step = self.leave(Next::Open(id, Focus::Stays), scene);
                    if self.is_asking {
                        return step;
                    }
                    let begin = self.tell_card(card::Message::RELATE, scene);
                    together(step, begin)
                }
                None => Step::none(),
            },
            Command::Tab(tab) => self.tell_card(card::Message::Tab(tab), scene),
            Command::Escape => match &self.card {
                Some(card) if card.is_editing() => self.leave(Next::StopEditing, scene),
                Some(_) => self.leave(Next::Close, scene),
                None if self.list.is_narrowed() => Step::task(self.list.clear(scene).map(Message::List)),
                None => Step::none(),
            },
            Command::Open => match self.list.current() {
                Some(id) => self.leave(Next::Open(id, Focus::Card), scene),
                None => Step::none(),
            },
            Command::Edit => self.tell_card(card::Message::Edit, scene),
            Command::Favourite => self.switch_favourite(scene),
            Command::Favourites => {
                self.seeks = true;
                Step::task(self.list.show_which(Which::Favourites, scene).map(Message::List))
            }
            Command::Recent => {
                self.seeks = true;
                Step::task(self.list.show_which(Which::Recent, scene).map(Message::List))
            }
            Command::Columns => {
                self.chooses_columns = true;
                Step::none()
            }
            Command::Passage(_) => Step::none(),
            Command::LegalBasis => match self.current() {
                Some(id) => Step::ask(Action::LegalBasis(id)),
                None => Step::none(),
            },
        }
    }

    /// Does what a message says.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        let step = match message {
            Message::List(listed::Message::Clear) if self.texts.is_shown() => {
                // One step back: the people with that name again.
                self.texts.hide();
                Step::none()
            }
            Message::List(message) => {
                let mut texts = Task::none();
                if let listed::Message::Typed(typed) = &message {
                    texts = self.texts.ask(typed).map(Message::Texts);
                } else if let listed::Message::Clear | listed::Message::Show(_) = &message {
                    self.texts.forget();
                }
                let (step, ask) = self.list.update(message, scene);
                let step = together(lift(step, Message::List), Step::task(texts));
                match ask {
                    Some(Ask::Open(id)) => together(step, self.leave(Next::Open(id, Focus::Card), scene)),
                    Some(Ask::Beside(id)) => together(step, self.leave(Next::Open(id, Focus::Stays), scene)),
                    Some(Ask::Follow(id)) if self.shown().is_some_and(|shown| shown != id) => {
                        together(step, self.leave(Next::Open(id, Focus::Follows), scene))
                    }
                    Some(Ask::Columns) => {
                        self.chooses_columns = true;
                        step
                    }
                    Some(Ask::Delete) => match self.list.several() {
                        Some(ids) => step.and(Action::Delete(Subject::Persons(ids.into()))),
                        None => step,
                    },
                    Some(Ask::Merge(kept, gone)) => step.and(Action::Merge(kept, gone)),
                    Some(Ask::MassEdit) => match self.subject() {
                        Some(subject) => step.and(Action::MassEdit(subject)),
                        None => step,
                    },
                    Some(Ask::Reports) => match self.subject() {
                        Some(subject) => step.and(Action::Reports(subject)),
                        None => step,
                    },
                    Some(Ask::New) => step.and(Action::NewPerson),
                    Some(Ask::Import) => step.and(Action::Import(None)),
                    Some(Ask::Prepare) => step.and(Action::Steps),
                    Some(Ask::Keep) => {
                        let picked = Subject::Persons(self.list.picked().into());
                        step.and(Action::Selection(SelectionAsk::Keep(picked)))
                    }
                    Some(Ask::Export) => step.and(Action::Export(match self.list.meant() {
                        Some(ids) => Who::Subject(Subject::Persons(ids.into())),
                        None => Who::Everybody(Records::Persons),
                    })),
                    Some(Ask::Follow(_)) | None => step,
                }
            }
            Message::Texts(message) => self.tell_texts(message, scene),
            Message::Card(card::Message::Activities(message)) | Message::Activities(message) => {
                self.tell_activities(message, scene)
            }
            Message::Card(card::Message::Outside(address)) => {
                let phones = self.card.as_ref().map(card::State::phones).unwrap_or_default();
                let call = match number_in(&address, phones) {
                    Some(number) => lift(self.activities.call(number.to_owned(), scene), Message::Activities),
                    None => Step::none(),
                };
                together(Step::ask(Action::OpenOutside(address)), call)
            }
            Message::Card(message) => self.tell_card(message, scene),
            Message::Divider(width) => {
                self.left = width;
                Step::none()
            }
            Message::Unsaved(answer) => self.answered(answer, scene),
            Message::Columns(change) => {
                self.list.columns_mut().change(change);
                Step::none()
            }
            Message::ColumnsChosen => {
                self.chooses_columns = false;
                Step::none()
            }
            Message::Marked(favourite, Ok(())) => Step::ask(Action::Toast(marked(favourite, scene))),
            Message::Marked(_, Err(problem)) => Step::ask(Action::Problem(problem)),
        };
        self.look(scene);
        step
    }

    /// Looks whether something on the card is not saved.
    fn look(&mut self, scene: &Scene) {
        self.is_unsaved = self.card.as_ref().is_some_and(|card| card.is_unsaved(scene)) || self.activities.is_unsaved();
        if let Some(card) = &self.card {
            self.activities.set_name(Of::Person(card.id()), &card.name_of(card.id()));
            self.activities.set_read_only(card.is_read_only());
        }
    }

    fn is_card_edited(&self) -> bool {
        self.card.as_ref().is_some_and(card::State::is_editing)
    }

    fn tell_activities(&mut self, message: ActivitiesMessage, scene: &Scene) -> Step<Message> {
        let done = self.activities.update(message, scene);
        self.after(done, scene)
    }

    fn after(&mut self, (step, ask): (Step<ActivitiesMessage>, Option<ActivitiesAsk>), scene: &Scene) -> Step<Message> {
        let step = lift(step, Message::Activities);
        match ask {
            Some(ActivitiesAsk::Saved) => match self.next.take() {
                // The card may have something to save as well.
                Some(next) => together(step, self.leave(next, scene)),
                None => together(step, Step::task(self.focus_card())),
            },
            Some(ActivitiesAsk::NotSaved) => {
                self.next = None;
                step
            }
            Some(ActivitiesAsk::Left) => together(step, Step::task(self.focus_card())),
            None => step,
        }
    }

    fn tell_texts(&mut self, message: texts::Message, scene: &Scene) -> Step<Message> {
        let (step, at) = self.texts.update(message, scene);
        let step = lift(step, Message::Texts);
        let Some((id, activity)) = at else { return step };
        let step = together(step, self.leave(Next::Open(id, Focus::Card), scene));
        match activity.filter(|_| self.shown() == Some(id)) {
            Some(activity) => {
                let task = self.activities.point_at(activity, scene).map(Message::Activities);
                together(step, Step::task(task))
            }
            None => step,
        }
    }

    /// Makes the person a favourite, or takes that back.
    fn switch_favourite(&mut self, scene: &Scene) -> Step<Message> {
        let Some(id) = self.current() else { return Step::none() };
        let favourite = !self.list.is_favourite(id);
        let task = mark(Record::Person(id), favourite, scene);
        Step::task(task.map(move |done| Message::Marked(favourite, done)))
    }

    fn tell_card(&mut self, message: card::Message, scene: &Scene) -> Step<Message> {
        let Some(card) = &mut self.card else { return Step::none() };
        let (step, ask) = card.update(message, scene);
        let step = lift(step, Message::Card);
        match ask {
            Some(card::Ask::StopEditing) => together(step, self.leave(Next::StopEditing, scene)),
            Some(card::Ask::Close) => together(step, self.leave(Next::Close, scene)),
            Some(card::Ask::Saved) => match self.next.take() {
                Some(next) => together(step, self.go(next, scene)),
                None => together(step, Step::task(self.focus_card())),
            },
            Some(card::Ask::Related) => match self.next.take() {
                Some(next) => together(step, self.leave(next, scene)),
                None => step,
            },
            Some(card::Ask::Favourite) => together(step, self.switch_favourite(scene)),
            Some(card::Ask::NotSaved) => {
                self.next = None;
                step
            }
            None => step,
        }
    }

    /// Returns the screen as it looks.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> theme::Element<'a, Message> {
        responsive(move |size| self.panes(scene, size.width)).into()
    }

    /// Returns what the screen asks, which lies over the whole window.
    pub fn question<'a>(&'a self, scene: &'a Scene) -> Option<Card<'a, Message>> {
        let lang = scene.lang;
        let question = self.is_asking.then(|| Answer::about(self.lost(scene), &self.name(), lang, Message::Unsaved));
        let sees = |column| Persons::is_shown(column, scene);
        let choosing = self
            .chooses_columns
            .then(|| chooser(self.list.columns(), lang, sees, Message::Columns, Message::ColumnsChosen));
        question.or(choosing)
    }

    /// Returns list and card side by side, or whichever has all the room. Both keep what they remember: focus, and
    /// where they are scrolled to.
    fn panes<'a>(&'a self, scene: &'a Scene, width: f32) -> Element<'a, Message> {
        let has_room = width >= COVERED;
        self.is_tight.set(!has_room);
        let is_covered = self.card.is_some() && !has_room && !self.seeks;
        let is_alone = self.card.is_none() || !has_room;
        let widest = (width - CARD).max(NARROWEST);
        let left = match &self.card {
            Some(_) if is_covered => 0.0,
            Some(_) if has_room => self.left.clamp(NARROWEST, widest),
            Some(_) | None => width,
        };
        let limits = if is_alone { left..=left } else { NARROWEST..=widest };
        let seen = self.card.as_ref().filter(|_| has_room || is_covered);
        let list = self.list.view(scene, &self.texts, if is_covered { width } else { left }, has_room);
        let card: Element<'a, Message> = match seen {
            Some(card) => {
                let section = self.activities.section(scene).map(card::Message::Activities);
                card.view(scene, self.list.is_favourite(card.id()), section).map(Message::Card)
            }
            None => Space::new().into(),
        };
        let bar = self.activities.call_bar(scene).map(|bar| bar.map(Message::Activities));
        let (list, card): (Element<'a, Message>, Element<'a, Message>) = match (seen, bar) {
            (_, None) => (list, card),
            (Some(_), Some(bar)) => (list, column![bar, card].into()),
            (None, Some(bar)) => (column![bar, list].into(), card),
        };
        let style = |theme: &Theme| split::Style { line: theme.roles().line, active: theme.roles().accent };
        split(inert(list, is_covered), card, left, limits, Message::Divider, style)
            .id("persons-divider")
            .fixed(is_alone)
            .into()
    }
}
