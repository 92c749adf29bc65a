//! The companies: the list at the left, the card of one of them beside it.
//!
//! What one does most here, and what it takes:
//! 1. Find a company: type in the search field (Ctrl+K), Enter opens the one that is meant.
//! 2. See who works there, and go to one of them: one click on the name.
//! 3. Correct something: Edit (F2), type, Ctrl+S.

mod card;
mod draft;
mod listed;
mod view;

use std::cell::Cell;

use iced::widget::{Space, column, operation, responsive};
use iced::{Subscription, Task};

use listed::{Companies, List};

use super::bookmarks::{mark, marked, note_opened};
use super::card::number_in;
use super::columns::{Change, Columns, chooser};
use super::list::{Ask, Kind as _, Which};
use super::{Action, Activities, ActivitiesAsk, ActivitiesMessage, Answer, Command, Lost, Scene, SelectionAsk, Step};
use crate::model::change::Changes;
use crate::model::company::Id;
use crate::model::criteria::Of as Records;
use crate::model::draft::{Draft, Place};
use crate::office::activities::Of;
use crate::office::bookmarks::Record;
use crate::office::exporting::Who;
use crate::office::finding::CompanyColumn;
use crate::office::problem::Problem;
use crate::office::subject::Subject;
use crate::theme::measure::RAIL;
use crate::theme::{Element, Theme};
use crate::widget::dialog::Card;
use crate::widget::inert::inert;
use crate::widget::split::{self, split};

/// Below this width of the window the card covers the list.
const COVERED: f32 = 1100.0 - RAIL;
/// How wide the list is beside a card, at first.
const LEFT: f32 = 440.0;
/// How narrow it can be made.
const NARROWEST: f32 = 360.0;
/// What a card needs beside the list.
const CARD: f32 = 560.0;

/// The screen's state.
#[derive(Debug)]
pub struct State {
    list: List,
    /// Whether the list was asked for: it is when the screen is first gone to.
    is_listed: bool,
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
}

/// Something that leaves the card as it is being edited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    /// Another card, and where the keyboard goes.
    Open(Id, Focus),
    New,
    StopEditing,
    Close,
}

/// Where the keyboard goes when a card is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Focus {
    Card,
    Stays,
    /// It stays, and the card only follows it: nobody opened it.
    Follows,
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
    /// The divider was moved.
    Divider(f32),
    /// The question about unsaved changes was answered.
    Unsaved(Answer),
    /// The columns are changed.
    Columns(Change<CompanyColumn>),
    /// The columns are chosen.
    ColumnsChosen,
    /// A company became a favourite, or is one no longer.
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
    /// Returns the screen; it asks for nothing before it is gone to.
    pub fn new(_scene: &Scene) -> (Self, Task<Message>) {
        let state = Self {
            list: List::default(),
            is_listed: false,
            card: None,
            activities: Activities::default(),
            left: LEFT,
            next: None,
            is_asking: false,
            chooses_columns: false,
            seeks: false,
            is_tight: Cell::new(false),
        };
        (state, Task::none())
    }

    /// Gets ready to be shown: asks for the list, if that has not been done.
    pub fn enter(&mut self, scene: &Scene) -> Step<Message> {
        if self.is_listed {
            return Step::none();
        }
        self.is_listed = true;
        let (mut list, task) = List::new(scene);
        *list.columns_mut() = self.list.columns().clone();
        self.list = list;
        if self.card.is_some() {
            // A card was opened from elsewhere, and has the keyboard.
            self.list.leave_keys();
        }
        let wanted = self.shown().map_or_else(Task::none, |id| self.list.go_to(id));
        Step::task(Task::batch([task, wanted]).map(Message::List))
    }

    /// Returns those that are selected, where several are, or else all that are listed; none where there is none.
    pub fn subject(&self) -> Option<Subject> {
        self.list.picked_if_known().map(|ids| Subject::Companies(ids.into()))
    }

    /// Returns the columns of the list, to remember.
    pub fn columns(&self) -> Vec<(String, Option<u16>)> {
        self.list.columns().to_remember()
    }

    /// Shows the columns that were remembered.
    pub fn set_columns(&mut self, names: &[(String, Option<u16>)]) {
        *self.list.columns_mut() = Columns::remembered(names);
    }

    /// Returns which company a key is about: whose card is open, or which one the keyboard is on.
    pub fn current(&self) -> Option<Id> {
        self.shown().or_else(|| self.list.current())
    }

    /// Returns which companies a key deletes: those that are selected, or else the one whose card is open, or the one the
    /// keyboard is on; none while something is typed.
    pub fn deletable(&self) -> Option<Subject> {
        if self.is_card_edited() || self.activities.is_unsaved() || self.list.is_typing() {
            return None;
        }
        // Those who are selected come first, where one sees them.
        let covers = self.card.is_some() && self.is_tight.get();
        let several = self.list.several().filter(|_| !covers);
        several.or_else(|| Some(vec![self.current()?])).map(|ids| Subject::Companies(ids.into()))
    }

    /// Returns which company's card is open.
    pub fn shown(&self) -> Option<Id> {
        self.card.as_ref().and_then(card::State::id)
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

    /// Opens a company's card, and puts the keyboard on it.
    pub fn open(&mut self, id: Id, scene: &Scene) -> Step<Message> {
        let list = self.list.go_to(id).map(Message::List);
        let step = self.leave(Next::Open(id, Focus::Card), scene);
        together(step, Step::task(list))
    }

    /// Opens an empty card to be filled in.
    pub fn add(&mut self, scene: &Scene) -> Step<Message> {
        self.leave(Next::New, scene)
    }

    /// Returns whether something typed would be lost if the screen went away.
    pub fn unsaved(&self, scene: &Scene) -> bool {
        self.card.as_ref().is_some_and(|card| card.is_unsaved(scene)) || self.activities.is_unsaved()
    }

    /// Returns what is typed and not saved, to be kept while the card file is locked.
    pub fn drafts(&self, scene: &Scene) -> Vec<Draft> {
        let place = |card: &card::State| card.id().map_or(Place::NewCompany, Place::Company);
        let card = self.card.as_ref();
        let card = card.and_then(|card| Some(Draft { place: place(card), content: card.typed(scene)? }));
        // A call comes first: its card is opened before the one in front.
        let mut drafts = self.activities.drafts();
        drafts.extend(card);
        drafts
    }

    /// Opens the card of a company, or a new one, with what was typed there before the card file was locked.
    pub fn go_on_with(&mut self, draft: &Draft, scene: &Scene) -> Step<Message> {
        let step = match draft.place.company() {
            Some(id) => self.open(id, scene),
            None => self.add(scene),
        };
        match (draft.place, &mut self.card) {
            (Place::Company(_) | Place::NewCompany, Some(card)) => card.go_on_with(draft.content.clone(), scene),
            (_, _) => self.activities.go_on_with(draft),
        }
        step
    }

    /// Returns whether a call runs or is being written down.
    pub fn is_calling(&self) -> bool {
        self.activities.is_calling()
    }

    /// Returns what moves the clock of a call.
    pub fn subscription(&self) -> Subscription<Message> {
        self.activities.subscription().map(Message::Activities)
    }

    /// Returns whether the screen asks what to do with what is not saved.
    pub fn is_asking(&self) -> bool {
        self.is_asking || self.chooses_columns
    }

    /// Takes the question about what is not saved back, because a larger one takes its place.
    pub fn stop_asking(&mut self) {
        self.is_asking = false;
        self.chooses_columns = false;
        self.next = None;
    }

    /// Throws away what is changed on the card.
    pub fn discard(&mut self, _scene: &Scene) {
        if let Some(card) = &mut self.card {
            card.discard();
        }
        self.activities.discard();
        self.drop_new();
    }

    /// A card that is new and not edited any more is none.
    fn drop_new(&mut self) {
        self.card.take_if(|card| card.id().is_none() && !card.is_editing());
    }

    /// Reads anew what a committed write may have changed.
    pub fn changed(&mut self, changes: &Changes, scene: &Scene) -> Step<Message> {
        let list = if self.is_listed { self.list.changed(changes, scene) } else { Task::none() };
        let card = self.card.as_mut().map_or_else(Task::none, |card| card.changed(changes, scene));
        let activities = self.activities.changed(changes, scene).map(Message::Activities);
        Step::task(Task::batch([list.map(Message::List), card.map(Message::Card), activities]))
    }

    /// Takes up lists, settings or a language that changed.
    pub fn scene_changed(&mut self, scene: &Scene) -> Step<Message> {
        let card = self.card.as_mut().map_or_else(Task::none, |card| card.scene_changed(scene));
        let list = if self.is_listed { self.list.scene_changed(scene) } else { Task::none() };
        Step::task(Task::batch([list.map(Message::List), card.map(Message::Card)]))
    }

    /// Does what a key means here.
    pub fn command(&mut self, command: Command, scene: &Scene) -> Step<Message> {
        if self.is_asking() {
            return Step::none();
        }
        // What is about the card shows it.
        self.seeks &= !matches!(command, Command::Edit | Command::Tab(_));
        match command {
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
            Command::Activity => match self.current() {
                Some(id) => {
                    let step = self.leave(Next::Open(id, Focus::Stays), scene);
                    let choose = self.tell_activities(ActivitiesMessage::Choose, scene);
                    together(step, choose)
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
            Command::LegalBasis | Command::Relation => Step::none(),
        }
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        match message {
            Message::List(message) => {
                let (step, ask) = self.list.update(message, scene);
                let step = lift(step, Message::List);
                match ask {
                    Some(Ask::Open(id)) => together(step, self.leave(Next::Open(id, Focus::Card), scene)),
                    Some(Ask::Beside(id)) => together(step, self.leave(Next::Open(id, Focus::Stays), scene)),
                    Some(Ask::Follow(id)) if self.card.is_some() && self.shown() != Some(id) => {
                        together(step, self.leave(Next::Open(id, Focus::Follows), scene))
                    }
                    Some(Ask::Columns) => {
                        self.chooses_columns = true;
                        step
                    }
                    Some(Ask::MassEdit) => match self.subject() {
                        Some(subject) => step.and(Action::MassEdit(subject)),
                        None => step,
                    },
                    Some(Ask::New) => together(step, self.add(scene)),
                    Some(Ask::Import) => step.and(Action::Import(None)),
                    Some(Ask::Prepare) => step.and(Action::Steps),
                    Some(Ask::Keep) => {
                        let picked = Subject::Companies(self.list.picked().into());
                        step.and(Action::Selection(SelectionAsk::Keep(picked)))
                    }
                    Some(Ask::Export) => step.and(Action::Export(match self.list.meant() {
                        Some(ids) => Who::Subject(Subject::Companies(ids.into())),
                        None => Who::Everybody(Records::Companies),
                    })),
                    Some(Ask::Delete) => match self.list.several() {
                        Some(ids) => step.and(Action::Delete(Subject::Companies(ids.into()))),
                        None => step,
                    },
                    Some(Ask::Follow(_) | Ask::Merge(..) | Ask::Reports) | None => step,
                }
            }
            Message::Card(card::Message::Activities(message)) | Message::Activities(message) => {
                self.tell_activities(message, scene)
            }
            Message::Card(card::Message::Outside(address)) => {
                self.name_activities();
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
        }
    }

    fn is_card_edited(&self) -> bool {
        self.card.as_ref().is_some_and(card::State::is_editing)
    }

    /// Tells the activities the name on the card, which is known only once it has been read.
    fn name_activities(&mut self) {
        if let Some(id) = self.shown() {
            let name = self.name();
            self.activities.set_name(Of::Company(id), &name);
        }
    }

    fn tell_activities(&mut self, message: ActivitiesMessage, scene: &Scene) -> Step<Message> {
        self.name_activities();
        let done = self.activities.update(message, scene);
        self.after(done, scene)
    }

    fn after(&mut self, (step, ask): (Step<ActivitiesMessage>, Option<ActivitiesAsk>), scene: &Scene) -> Step<Message> {
        let step = lift(step, Message::Activities);
        match ask {
            Some(ActivitiesAsk::Saved) => match self.next.take() {
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

    /// Makes the company a favourite, or takes that back.
    fn switch_favourite(&mut self, scene: &Scene) -> Step<Message> {
        let Some(id) = self.current() else { return Step::none() };
        let favourite = !self.list.is_favourite(id);
        let task = mark(Record::Company(id), favourite, scene);
        Step::task(task.map(move |done| Message::Marked(favourite, done)))
    }

    fn tell_card(&mut self, message: card::Message, scene: &Scene) -> Step<Message> {
        let Some(card) = &mut self.card else { return Step::none() };
        let was_new = card.id().is_none();
        let (step, ask) = card.update(message, scene);
        let made = card.id().filter(|_| was_new);
        let mut step = lift(step, Message::Card);
        if let Some(id) = made {
            step = together(step, Step::task(self.list.go_to(id).map(Message::List)));
        }
        match ask {
            Some(card::Ask::StopEditing) => together(step, self.leave(Next::StopEditing, scene)),
            Some(card::Ask::Close) => together(step, self.leave(Next::Close, scene)),
            Some(card::Ask::Open(id)) => together(step, self.open(id, scene)),
            Some(card::Ask::Saved) => match self.next.take() {
                Some(next) => together(step, self.go(next, scene)),
                None => together(step, Step::task(self.focus_card())),
            },
            Some(card::Ask::Favourite) => together(step, self.switch_favourite(scene)),
            Some(card::Ask::NotSaved) => {
                self.next = None;
                step
            }
            None => step,
        }
    }

    /// Goes on to something else, once what was typed is saved or given up.
    fn leave(&mut self, next: Next, scene: &Scene) -> Step<Message> {
        let stays = matches!((next, self.shown()), (Next::Open(id, _), Some(shown)) if id == shown);
        let is_edited = self.card.as_ref().is_some_and(|card| card.is_unsaved(scene));
        // Ending the edit of the card leaves what is written under it.
        let is_written = self.activities.is_unsaved() && next != Next::StopEditing;
        if !stays && (is_edited || is_written) {
            self.next = Some(next);
            self.is_asking = true;
            // What loses something is never the default.
            return Step::task(operation::focus(Answer::STAY));
        }
        self.go(next, scene)
    }

    fn go(&mut self, next: Next, scene: &Scene) -> Step<Message> {
        // Who only follows the keyboard through the list stays in the list.
        self.seeks &= matches!(next, Next::Open(_, Focus::Follows));
        match next {
            Next::Open(id, focus) => {
                let task = match &mut self.card {
                    Some(card) if card.id() == Some(id) => Task::none(),
                    Some(card) => card.go_to(id, scene),
                    None => {
                        let (card, task) = card::State::open(id, scene);
                        self.card = Some(card);
                        task
                    }
                };
                let noted = match focus {
                    Focus::Card | Focus::Stays => note_opened(Record::Company(id), scene),
                    Focus::Follows => Task::none(),
                };
                let activities = self.activities.show(Of::Company(id), String::new(), scene).map(Message::Activities);
                let focus = match focus {
                    Focus::Card => self.focus_card(),
                    Focus::Stays | Focus::Follows => Task::none(),
                };
                Step::task(Task::batch([task.map(Message::Card), activities, focus, noted]))
            }
            Next::New => {
                self.activities.hide();
                self.list.leave_keys();
                let (card, task) = card::State::new(scene);
                self.card = Some(card);
                Step::task(task.map(Message::Card))
            }
            Next::StopEditing => {
                if let Some(card) = &mut self.card {
                    card.discard();
                }
                self.drop_new();
                match self.card {
                    Some(_) => Step::task(self.focus_card()),
                    None => Step::task(operation::focus(Companies::ROWS)),
                }
            }
            Next::Close => {
                self.card = None;
                self.activities.hide();
                Step::task(operation::focus(Companies::ROWS))
            }
        }
    }

    fn focus_card(&mut self) -> Task<Message> {
        self.list.leave_keys();
        self.card.as_mut().map_or_else(Task::none, card::State::focus).map(Message::Card)
    }

    fn answered(&mut self, answer: Answer, scene: &Scene) -> Step<Message> {
        self.is_asking = false;
        match answer {
            Answer::Save if self.activities.is_unsaved() => {
                let done = self.activities.save(scene);
                self.after(done, scene)
            }
            Answer::Save => self.tell_card(card::Message::Save, scene),
            Answer::Discard => {
                self.discard(scene);
                self.next.take().map_or_else(Step::none, |next| self.go(next, scene))
            }
            Answer::Stay => {
                self.next = None;
                // The list goes back to the company the card shows.
                let back = self.shown().map_or_else(Task::none, |id| self.list.go_to(id));
                Step::task(back.map(Message::List))
            }
        }
    }

    /// Shows the screen.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        responsive(move |size| self.panes(scene, size.width)).into()
    }

    /// Returns what the screen asks, which lies over the whole window.
    pub fn question<'a>(&'a self, scene: &'a Scene) -> Option<Card<'a, Message>> {
        let lang = scene.lang;
        let question = self.is_asking.then(|| Answer::about(self.lost(scene), &self.name(), lang, Message::Unsaved));
        let sees = |column| Companies::is_shown(column, scene);
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
        let list = self.list.view(scene, if is_covered { width } else { left }, has_room).map(Message::List);
        let card: Element<'a, Message> = match seen {
            Some(card) => {
                let is_favourite = card.id().is_some_and(|id| self.list.is_favourite(id));
                let section = card.id().map(|_| self.activities.section(scene).map(card::Message::Activities));
                card.view(scene, is_favourite, section).map(Message::Card)
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
            .id("companies-divider")
            .fixed(is_alone)
            .into()
    }
}
