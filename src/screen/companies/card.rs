//! The card of a company: reading it, and editing it in place. A new one is a card that is edited from the start.

mod editing;
mod page;
mod people;

use iced::Task;
use iced::widget::operation;

use super::draft::{Draft, Edit};
use crate::model::change::Changes;
use crate::model::company::{Company, Content, Id};
use crate::model::contact::Labelled;
use crate::model::field::Field;
use crate::model::{Moment, person, selection};
use crate::office::companies::{self, Card};
use crate::office::field_policy::Policy;
use crate::office::problem::{Kind, Problem};
use crate::office::subject::Subject as Deleted;
use crate::screen::card::history::{self, History, Whose};
use crate::screen::card::{Draft as _, Editing, Failure, Place, RowEdit, Subject, Taken, Told, countries};
use crate::screen::{Action, ActivitiesMessage, Scene, Step};
use crate::t;
use crate::vault::Slot;

/// The id of the row of tabs, where the keyboard goes when a card is opened.
const TABS: &str = "company-tabs";
const BODY: &str = "company-body";

/// The tabs of a card, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// E-mails, phones, addresses, country.
    Contact,
    /// Organisation number, category, business and what else the office knows.
    Details,
    /// The free note.
    Note,
    /// What was done to the card.
    History,
}

impl Tab {
    const ALL: [Self; 4] = [Self::Contact, Self::Details, Self::Note, Self::History];

    /// Returns the tabs there are where the office and the user's role leave the note to be seen, or not.
    fn shown(fields: &Policy) -> Vec<Self> {
        let is_shown = |tab: &Self| *tab != Self::Note || fields.is_shown(&Field::Note);
        Self::ALL.into_iter().filter(is_shown).collect()
    }
}

/// An open card.
#[derive(Debug)]
pub struct State {
    /// None while the card is new and not saved.
    id: Option<Id>,
    card: Editing<Card>,
    tab: Tab,
    history: History,
}

impl Subject for Card {
    type Id = Id;
    type Draft = Draft;

    fn id(&self) -> Id {
        self.company.id
    }

    fn updated_at(&self) -> Moment {
        self.company.updated_at
    }

    fn content(&self) -> &Content {
        &self.company.content
    }
}

/// What happens to the card.
#[derive(Debug, Clone)]
pub enum Message {
    /// The card was read.
    Read(u64, Result<Box<Card>, Problem>),
    /// A selection is to be opened.
    OpenSelection(selection::Id),
    /// A tab was chosen, counted from 0.
    Tab(usize),
    /// The card is to be edited.
    Edit,
    /// What was typed is to be saved.
    Save,
    /// The office answered to saving.
    Saved(Result<Box<Company>, Failure>),
    /// Something was typed or chosen.
    Change(Edit),
    /// The keyboard left a field.
    Left(Place),
    /// The keyboard entered a field of one line.
    Entered(Place),
    /// A text is to be copied.
    Copy(String),
    /// A link is to be opened.
    Outside(String),
    /// The version somebody else saved is to be looked at, or what was typed again.
    ShowNewer(bool),
    /// Something about what was done to the card.
    History(history::Message),
    /// Another company's card is to be shown.
    OpenCompany(Id),
    /// Somebody's card is to be shown.
    OpenPerson(person::Id),
    /// All people who work or worked here are to be listed.
    ListPeople,
    /// Somebody new works here.
    NewPerson,
    /// The company is to be deleted.
    Delete,
    /// The company is to be removed.
    Remove,
    /// The office answered to removing.
    Removed(Result<(), Problem>),
    /// Something about activities; the screen sees to it.
    Activities(ActivitiesMessage),
    /// The company is to be a favourite, or one no longer.
    Favourite,
    /// Editing is to end without saving.
    Cancel,
    /// The card is to be closed.
    Close,
}

/// What the card asks of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// Editing is to end.
    StopEditing,
    /// The card is to be closed.
    Close,
    /// Another company's card is to be shown.
    Open(Id),
    /// What was to be done after saving can be done.
    Saved,
    /// It could not be saved.
    NotSaved,
    /// The company is to be a favourite, or one no longer.
    Favourite,
}

type Done = (Step<Message>, Option<Ask>);

fn quietly(step: Step<Message>) -> Done {
    (step, None)
}

impl State {
    fn with(id: Option<Id>, scene: &Scene) -> Self {
        Self { id, card: Editing::new(scene), tab: Tab::Contact, history: History::default() }
    }

    /// Opens the card of a company.
    pub fn open(id: Id, scene: &Scene) -> (Self, Task<Message>) {
        let mut state = Self::with(Some(id), scene);
        let task = state.read(scene);
        (state, task)
    }

    /// Opens an empty card to be filled in.
    pub fn new(scene: &Scene) -> (Self, Task<Message>) {
        let mut state = Self::with(None, scene);
        state.card.draft = Some(Draft::new(&Content::default(), scene.into()));
        (state, operation::focus("card-name"))
    }

    /// Shows another company; what is shown stays until the other card has been read.
    pub fn go_to(&mut self, id: Id, scene: &Scene) -> Task<Message> {
        self.discard();
        self.id = Some(id);
        self.read(scene)
    }

    /// Puts the keyboard on the card, now or when it has been read.
    pub fn focus(&mut self) -> Task<Message> {
        self.card.focus(TABS)
    }

    /// Returns which company is shown, or will be in a moment; none while it is new.
    pub fn id(&self) -> Option<Id> {
        self.id
    }

    /// Returns the phone numbers on the card.
    pub fn phones(&self) -> &[Labelled<String>] {
        self.card.shown.as_ref().map_or(&[], |shown| &shown.company.content.phones)
    }

    /// Returns the name on the card.
    pub fn name(&self) -> String {
        match (&self.card.draft, &self.card.shown) {
            (Some(draft), None) => draft.content.name.clone(),
            (_, Some(shown)) => shown.company.content.name.clone(),
            (None, None) => String::new(),
        }
    }

    /// Returns whether the card is being edited.
    pub fn is_editing(&self) -> bool {
        self.card.draft.is_some()
    }

    /// Returns whether something was typed that is not saved.
    pub fn is_unsaved(&self, scene: &Scene) -> bool {
        self.card.is_unsaved(scene)
    }

    /// Returns what was typed and is not saved, as a text.
    pub fn typed(&self, scene: &Scene) -> Option<String> {
        self.card.typed(scene)
    }

    /// Goes on with what was typed before, as soon as the card has been read; a new one at once.
    pub fn go_on_with(&mut self, typed: String, scene: &Scene) {
        match self.id {
            Some(_) => self.card.go_on_with(typed),
            None => {
                self.card.draft = Draft::from_text(&typed, &Content::default(), scene.into()).or(self.card.draft.take())
            }
        }
    }

    /// Ends editing, and forgets what was typed.
    pub fn discard(&mut self) {
        self.card.discard();
    }

    fn read(&mut self, scene: &Scene) -> Task<Message> {
        let Some(id) = self.id else { return Task::none() };
        let (reading, lang) = (self.card.begin_reading(), scene.lang);
        let card = scene.office.latest(Slot("company card"), move |desk| companies::card(desk, id));
        Task::perform(card, move |card| {
            Message::Read(reading, card.map(Box::new).map_err(|error| Problem::new(&error, lang)))
        })
    }

    /// Reads the card anew where a write changed it, or its people.
    pub fn changed(&mut self, changes: &Changes, scene: &Scene) -> Task<Message> {
        let Some(shown) = &self.card.shown else { return Task::none() };
        let people = |id: &person::Id| shown.members.iter().any(|member| member.person == *id);
        let touched = changes.everything
            || changes.activities
            || changes.selections
            || self.id.is_some_and(|id| changes.companies.contains(&id))
            || changes.persons.iter().chain(&changes.removed).any(people);
        let history = if touched { self.read_history(scene) } else { Task::none() };
        // While saving, the change is most likely our own, and the answer is on its way.
        if touched && !self.card.is_saving { Task::batch([self.read(scene), history]) } else { history }
    }

    /// Reads what was done to the card, if that is looked at.
    fn read_history(&mut self, scene: &Scene) -> Task<Message> {
        match self.id {
            Some(id) if self.tab == Tab::History => self.history.read(Whose::Company(id), scene).map(Message::History),
            Some(_) | None => Task::none(),
        }
    }

    /// Takes over what follows from another language, or from what the office collects now.
    pub fn scene_changed(&mut self, scene: &Scene) -> Task<Message> {
        if !Tab::shown(&scene.rules.company_fields).contains(&self.tab) {
            self.tab = Tab::Contact;
        }
        self.card.countries = countries(scene);
        self.read(scene)
    }

    /// Does what a message says.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Done {
        match message {
            // It was moved to the trash.
            Message::Read(_, Err(problem)) if problem.kind == Kind::Refused => (Step::none(), Some(Ask::Close)),
            Message::Read(reading, card) => {
                quietly(match self.card.take(reading, card, self.id, (BODY, TABS), scene) {
                    Taken::Shown { task, is_other, .. } => {
                        let history = if is_other { self.read_history(scene) } else { Task::none() };
                        Step::task(Task::batch([task, history]))
                    }
                    Taken::Nothing => Step::none(),
                    Taken::Problem(problem) => Step::ask(Action::Problem(problem)),
                })
            }
            Message::Tab(tab) => {
                self.tab = Tab::shown(&scene.rules.company_fields).get(tab).copied().unwrap_or(self.tab);
                quietly(Step::task(self.read_history(scene)))
            }
            Message::History(message) => quietly(self.history.update(message, scene).map(Message::History)),
            Message::Edit => quietly(Step::task(self.edit(scene))),
            Message::Save => self.save(scene),
            Message::Saved(answer) => self.saved(answer, scene),
            Message::Change(edit) => quietly(Step::task(self.change(edit, scene))),
            Message::Left(place) => {
                self.card.left(&place, scene);
                quietly(Step::none())
            }
            Message::Entered(place) => {
                self.card.typing = Some(place);
                quietly(Step::none())
            }
            Message::Copy(what) => {
                let toast = Action::Toast(t!(scene.lang, "toast-copied", what = what.as_str()));
                quietly(Step::ask(Action::Copy(what)).and(toast))
            }
            Message::Outside(address) => quietly(Step::ask(Action::OpenOutside(address))),
            Message::ShowNewer(shows) => {
                self.card.show_newer(shows, scene);
                quietly(Step::none())
            }
            Message::OpenCompany(id) => (Step::none(), Some(Ask::Open(id))),
            Message::OpenSelection(id) => (Step::ask(Action::OpenSelection(id)), None),
            Message::OpenPerson(id) => quietly(Step::ask(Action::OpenPerson(id))),
            Message::ListPeople => {
                let Some(shown) = &self.card.shown else { return quietly(Step::none()) };
                let people = shown.members.iter().map(|member| member.person).collect();
                quietly(Step::ask(Action::ListPersons(people, self.name())))
            }
            Message::NewPerson => quietly(Step::ask(Action::NewPersonAt(self.name()))),
            Message::Delete => quietly(match self.id {
                Some(id) => Step::ask(Action::Delete(Deleted::Companies([id].into()))),
                None => Step::none(),
            }),
            Message::Remove => quietly(Step::task(self.remove(scene))),
            Message::Removed(Ok(())) => (Step::ask(Action::Changed), Some(Ask::Close)),
            Message::Removed(Err(problem)) => quietly(Step::task(self.read(scene)).and(Action::Problem(problem))),
            Message::Activities(_) => quietly(Step::none()),
            Message::Favourite => (Step::none(), Some(Ask::Favourite)),
            Message::Cancel => (Step::none(), Some(Ask::StopEditing)),
            Message::Close => (Step::none(), Some(Ask::Close)),
        }
    }
}

impl Told for Message {
    fn rows(edit: RowEdit) -> Self {
        Self::Change(Edit::Rows(edit))
    }

    fn entered(place: Place) -> Self {
        Self::Entered(place)
    }

    fn left(place: Place) -> Self {
        Self::Left(place)
    }

    fn save() -> Self {
        Self::Save
    }

    fn copy(words: String) -> Self {
        Self::Copy(words)
    }

    fn outside(address: String) -> Self {
        Self::Outside(address)
    }
}
