//! The card of a person: reading it, and editing it in place.

mod closed;
mod contact;
mod details;
mod editing;
mod foot;
mod head;
mod interests;
mod more;
mod note;
mod overruling;
mod received;
mod relations;
mod row;
mod subscriptions;

use std::path::PathBuf;

use iced::keyboard::{Key, key::Named};
use iced::widget::image::Handle;
use iced::widget::{Space, column, container, mouse_area, scrollable};
use iced::{Length, Padding, Task};

use super::draft::Draft;
use super::edit::{Edit, Flag, Tab, Text};
use super::picture;
use crate::i18n::fold::fold;
use crate::model::change::Changes;
use crate::model::contact::Labelled;
use crate::model::list::{self, List};
use crate::model::person::{Content, Id, Person};
use crate::model::user::Right;
use crate::model::{Moment, attachment, company, employment, selection};
use crate::office::Error;
use crate::office::attached;
use crate::office::legal_basis::{self, Overview};
use crate::office::lists;
use crate::office::problem::Problem;
use crate::office::states::{self, Closed};
use crate::office::subject::Subject as Deleted;
use crate::screen::card::history::{self, History, Whose};
use crate::screen::card::{Editing, Failure, Place, RowEdit, Sheet, Subject, Taken, Told, countries};
use crate::screen::letters::LetterAsk;
use crate::screen::states::StateAsk;
use crate::screen::{Action, ActivitiesMessage, Scene, Step};
use crate::t;
use crate::theme::measure::{HUGE, MEDIUM, SMALL, TEXT_COLUMN, TINY};
use crate::theme::{Element, Icon, style};
use crate::vault::Slot;
use crate::widget::empty_state::empty_state;
use crate::widget::hotkeys::hotkeys;
use crate::widget::surface;

/// The id of the row of tabs, where the keyboard goes when a card is opened.
const TABS: &str = "card-tabs";
const BODY: &str = "card-body";
/// How many titles are suggested at most.
const TITLES: usize = 6;

/// An open card.
#[derive(Debug)]
pub struct State {
    id: Id,
    card: Editing<Overview>,
    picture: Option<(attachment::Id, Handle)>,
    tab: Tab,
    companies: Vec<String>,
    /// What is shown instead, while the card is closed.
    closed: Option<Closed>,
    /// Whether everything that can be done with the person is shown.
    shows_more: bool,
    /// A relation that is being added.
    relating: Option<relations::Adding>,
    history: History,
    /// Why what belongs to somebody who was erased is typed again, once that was refused.
    overruling: Option<String>,
}

impl Subject for Overview {
    type Id = Id;
    type Draft = Draft;

    fn id(&self) -> Id {
        self.person.id
    }

    fn updated_at(&self) -> Moment {
        self.person.updated_at
    }

    fn content(&self) -> &Content {
        &self.person.content
    }
}

/// What happens to the card.
#[derive(Debug, Clone)]
pub enum Message {
    /// The card was read.
    Read(u64, Result<Box<Overview>, Problem>),
    /// The card is closed.
    Closed(u64, Box<Closed>),
    /// Everything that can be done with the person is to be shown, or no longer.
    More,
    /// The state of the person is to be changed.
    State(StateAsk),
    /// The person is to be deleted.
    Delete,
    /// A selection is to be opened.
    OpenSelection(selection::Id),
    /// The person is to be erased for good.
    Erase,
    /// A privacy report about the person is to be made.
    Report,
    /// A picture was read and made round.
    Pictured(attachment::Id, Option<Handle>),
    /// A tab was chosen, counted from 0.
    Tab(usize),
    /// The card is to be edited.
    Edit,
    /// Why what belongs to somebody who was erased is typed again.
    Overrule(String),
    /// What was typed is to be saved.
    Save,
    /// The office answered to saving.
    Saved(Result<Box<Person>, Failure>),
    /// Something was typed or chosen.
    Change(Edit),
    /// The keyboard left a field.
    Left(Place),
    /// The keyboard entered a field of one line.
    Entered(Place),
    /// Companies whose name begins as typed.
    Companies(String, Vec<String>),
    /// A suggested company was chosen.
    Company(usize),
    /// A suggested title was chosen.
    Title(usize),
    /// A yes-or-no field was switched.
    Flag(Flag, bool),
    /// The office answered to a switch.
    Flagged(Result<Box<Person>, Failure>),
    /// A text is to be copied.
    Copy(String),
    /// A link is to be opened.
    Outside(String),
    /// A picture is to be chosen.
    ChoosePicture,
    /// A picture was chosen.
    PictureChosen(PathBuf),
    /// The picture is to be removed.
    RemovePicture,
    /// The office answered to a new picture.
    PictureSaved(Result<Box<Person>, Problem>),
    /// The version somebody else saved is to be looked at, or what was typed again.
    ShowNewer(bool),
    /// The person is to be a favourite, or one no longer.
    Favourite,
    /// Somebody wants a type of mailings, or refuses it.
    Subscribe(list::Id, bool),
    /// A letter is to be written to the person.
    Letter(LetterAsk),
    /// The office answered to an answer about mailings.
    Subscribed(Result<(), Problem>),
    /// Something about activities; the screen sees to it.
    Activities(ActivitiesMessage),
    /// The legal bases are to be shown.
    LegalBasis,
    /// The settings are to be shown.
    Settings,
    /// The company's card is to be shown.
    OpenCompany(company::Id),
    /// A former job is to be taken off the card.
    ForgetJob(employment::Id),
    /// Something about what people are to each other.
    Relations(relations::Message),
    /// Something about what was done to the card.
    History(history::Message),
    /// Another person's card is to be shown.
    OpenPerson(Id),
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
    /// What was to be done after saving can be done.
    Saved,
    /// So it can after a relation was added, unless more is to be saved.
    Related,
    /// It could not be saved.
    NotSaved,
    /// The person is to be a favourite, or one no longer.
    Favourite,
}

type Done = (Step<Message>, Option<Ask>);

fn quietly(step: Step<Message>) -> Done {
    (step, None)
}

impl State {
    /// Opens the card of a person.
    pub fn open(id: Id, scene: &Scene) -> (Self, Task<Message>) {
        let card = Editing::new(scene);
        let mut state = Self {
            id,
            card,
            picture: None,
            tab: Tab::Contact,
            companies: Vec::new(),
            closed: None,
            shows_more: false,
            relating: None,
            history: History::default(),
            overruling: None,
        };
        let task = state.read(scene);
        (state, task)
    }

    /// Shows another person; what is shown stays until the other card has been read.
    pub fn go_to(&mut self, id: Id, scene: &Scene) -> Task<Message> {
        self.discard();
        self.id = id;
        self.read(scene)
    }

    /// Puts the keyboard on the card, now or when it has been read.
    pub fn focus(&mut self) -> Task<Message> {
        self.card.focus(TABS)
    }

    /// Returns what was typed and is not saved, as a text.
    pub fn typed(&self, scene: &Scene) -> Option<String> {
        self.card.typed(scene)
    }

    /// Goes on with what was typed before, as soon as the card has been read.
    pub fn go_on_with(&mut self, typed: String) {
        self.card.go_on_with(typed);
    }

    /// Returns who is shown, or will be in a moment.
    pub fn id(&self) -> Id {
        self.id
    }

    /// Returns the phone numbers on the card.
    pub fn phones(&self) -> &[Labelled<String>] {
        self.card.shown.as_ref().map_or(&[], |shown| &shown.person.content.phones)
    }

    /// Returns the name on the card.
    pub fn name(&self) -> String {
        let closed = self.closed.as_ref().map(|closed| closed.name.clone());
        self.card.shown.as_ref().map(|shown| shown.person.content.full_name()).or(closed).unwrap_or_default()
    }

    /// Returns whether the card can only be read: it is closed, or was opened for a reason.
    pub fn is_read_only(&self) -> bool {
        self.closed.is_some() || self.card.shown.as_ref().is_some_and(|shown| shown.states.restriction.is_some())
    }

    /// Returns the name of a person, where it is known.
    pub fn name_of(&self, id: Id) -> String {
        let known = self.card.shown.as_ref().filter(|shown| shown.person.id == id);
        known.map(|shown| shown.person.content.full_name()).unwrap_or_default()
    }

    /// Returns whether the card is being edited.
    pub fn is_editing(&self) -> bool {
        self.card.draft.is_some()
    }

    /// Returns whether something was typed that is not saved.
    pub fn is_unsaved(&self, scene: &Scene) -> bool {
        self.card.is_unsaved(scene) || self.relating.as_ref().is_some_and(relations::Adding::is_begun)
    }

    /// Ends editing, and forgets what was typed.
    pub fn discard(&mut self) {
        self.card.discard();
        self.overruling = None;
        self.relating = None;
        self.companies.clear();
    }

    /// Reads the card.
    pub fn read(&mut self, scene: &Scene) -> Task<Message> {
        let (reading, id, lang) = (self.card.begin_reading(), self.id, scene.lang);
        let read = scene.office.latest(Slot("card"), move |desk| match states::closed(desk, id)? {
            Some(closed) => Ok(Err(closed)),
            None => legal_basis::overview(desk, id).map(Ok),
        });
        Task::perform(read, move |read| match read {
            Ok(Ok(overview)) => Message::Read(reading, Ok(Box::new(overview))),
            Ok(Err(closed)) => Message::Closed(reading, Box::new(closed)),
            Err(error) => Message::Read(reading, Err(Problem::new(&error, lang))),
        })
    }

    /// Reads the card anew where a write changed it.
    pub fn changed(&mut self, changes: &Changes, scene: &Scene) -> Task<Message> {
        if changes.removed.contains(&self.id) {
            self.card.is_gone = true;
            return Task::none();
        }
        let touched = changes.everything || changes.selections || changes.persons.contains(&self.id);
        let history = if touched || changes.activities { self.read_history(scene) } else { Task::none() };
        // While saving, the change is most likely our own, and the answer is on its way.
        if touched && !self.card.is_saving { Task::batch([self.read(scene), history]) } else { history }
    }

    /// Takes over what follows from another language.
    pub fn scene_changed(&mut self, scene: &Scene) -> Task<Message> {
        if !Tab::shown(&scene.rules.fields).contains(&self.tab) {
            self.tab = Tab::Contact;
        }
        self.card.countries = countries(scene);
        self.read(scene)
    }

    /// Does what a message says.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Done {
        match message {
            Message::Read(reading, overview) => self.take(reading, overview, scene),
            Message::Closed(reading, closed) => quietly(Step::task(self.close(reading, *closed))),
            Message::More => {
                self.shows_more = !self.shows_more;
                quietly(Step::none())
            }
            Message::Erase => {
                self.shows_more = false;
                quietly(Step::ask(Action::Erase(self.id())))
            }
            Message::Report => {
                self.shows_more = false;
                quietly(Step::ask(Action::Report(self.id())))
            }
            Message::State(ask) => {
                self.shows_more = false;
                quietly(Step::ask(Action::State(ask)))
            }
            Message::Pictured(id, handle) => {
                let wanted = self.card.shown.as_ref().and_then(|shown| shown.person.content.picture);
                if wanted == Some(id) {
                    self.picture = handle.map(|handle| (id, handle));
                }
                quietly(Step::none())
            }
            Message::Tab(tab) => {
                self.tab = Tab::shown(&scene.rules.fields).get(tab).copied().unwrap_or(self.tab);
                quietly(Step::task(self.read_history(scene)))
            }
            Message::History(message) => quietly(self.history.update(message, scene).map(Message::History)),
            Message::Edit => quietly(Step::task(self.edit(scene))),
            Message::Save if self.relating.is_some() => self.add_relation(scene),
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
            Message::Companies(typed, companies) => {
                if self.card.draft.as_ref().is_some_and(|draft| draft.content.company == typed) {
                    self.companies = companies;
                }
                quietly(Step::none())
            }
            Message::Company(row) => {
                if let (Some(name), Some(draft)) = (self.companies.get(row), &mut self.card.draft) {
                    draft.content.company.clone_from(name);
                    self.companies.clear();
                }
                quietly(Step::none())
            }
            Message::Title(row) => {
                let chosen =
                    self.card.draft.as_ref().and_then(|draft| titles(scene, &draft.content.title).into_iter().nth(row));
                quietly(Step::task(
                    chosen.map_or_else(Task::none, |title| self.change(Edit::Text(Text::Title, title), scene)),
                ))
            }
            Message::Flag(flag, on) => self.switch(flag, on, scene),
            Message::Flagged(Ok(person)) => {
                self.accept(*person);
                quietly(Step::ask(Action::Changed))
            }
            Message::Flagged(Err(failure)) => {
                self.card.is_saving = false;
                let step = Step::task(self.read(scene));
                quietly(match failure {
                    Failure::Problem(problem) | Failure::Suppressed(problem) => step.and(Action::Problem(problem)),
                    Failure::Changed => step.and(Action::Problem(scene.problem(&Error::ChangedMeanwhile(self.id)))),
                    Failure::Invalid(wrong) => step.and(Action::Problem(scene.problem(&Error::Invalid(wrong)))),
                })
            }
            Message::Overrule(reason) => {
                self.overruling = Some(reason);
                quietly(Step::none())
            }
            Message::Copy(what) => {
                let toast = Action::Toast(t!(scene.lang, "toast-copied", what = what.as_str()));
                quietly(Step::ask(Action::Copy(what)).and(toast))
            }
            Message::Outside(address) => quietly(Step::ask(Action::OpenOutside(address))),
            Message::ChoosePicture => quietly(Step::ask(Action::PickFile {
                title: t!(scene.lang, "card-picture-choose"),
                kinds: vec![(t!(scene.lang, "card-picture"), vec!["png", "jpg", "jpeg"])],
                then: Box::new(Message::PictureChosen),
            })),
            Message::PictureChosen(path) => quietly(Step::task(self.set_picture(Some(path), scene))),
            Message::RemovePicture => quietly(Step::task(self.set_picture(None, scene))),
            Message::PictureSaved(Ok(person)) => {
                self.card.is_saving = false;
                self.card.rebase(&person.content, scene);
                self.accept_kept(*person);
                let toast = Action::Toast(t!(scene.lang, "card-picture-saved"));
                quietly(Step::task(self.read_picture(scene)).and(toast))
            }
            Message::PictureSaved(Err(problem)) => {
                self.card.is_saving = false;
                quietly(Step::task(self.read(scene)).and(Action::Problem(problem)))
            }
            Message::ShowNewer(shows) => {
                self.card.show_newer(shows, scene);
                quietly(Step::none())
            }
            Message::Subscribe(kind, wanted) => quietly(Step::task(self.subscribe(kind, wanted, scene))),
            Message::Letter(ask) => {
                self.shows_more = false;
                quietly(Step::ask(Action::Letter(ask)))
            }
            Message::Subscribed(Ok(())) => quietly(Step::ask(Action::Changed)),
            Message::Subscribed(Err(problem)) => quietly(Step::ask(Action::Problem(problem))),
            Message::Activities(_) => quietly(Step::none()),
            Message::Delete => quietly(Step::ask(Action::Delete(Deleted::Persons([self.id].into())))),
            Message::LegalBasis => quietly(Step::ask(Action::LegalBasis(self.id))),
            Message::Settings => quietly(Step::ask(Action::Settings)),
            Message::OpenCompany(id) => quietly(Step::ask(Action::OpenCompany(id))),
            Message::OpenSelection(id) => quietly(Step::ask(Action::OpenSelection(id))),
            Message::ForgetJob(job) => quietly(Step::task(self.forget_job(job, scene))),
            Message::Relations(message) => self.relate(message, scene),
            Message::OpenPerson(id) => quietly(Step::ask(Action::OpenPerson(id))),
            Message::Favourite => (Step::none(), Some(Ask::Favourite)),
            Message::Cancel => (Step::none(), Some(Ask::StopEditing)),
            Message::Close => (Step::none(), Some(Ask::Close)),
        }
    }

    /// Takes what was read.
    fn take(&mut self, reading: u64, overview: Result<Box<Overview>, Problem>, scene: &Scene) -> Done {
        quietly(match self.card.take(reading, overview, Some(self.id), (BODY, TABS), scene) {
            Taken::Shown { task, is_other, has_keys } => {
                self.closed = None;
                self.shows_more &= !is_other;
                let relation = if is_other && !has_keys { self.focus_relation() } else { Task::none() };
                let history = if is_other { self.read_history(scene) } else { Task::none() };
                Step::task(Task::batch([self.read_picture(scene), task, relation, history]))
            }
            Taken::Nothing => Step::none(),
            Taken::Problem(problem) => Step::ask(Action::Problem(problem)),
        })
    }

    /// Shows that the card is closed, and nothing of what it holds.
    fn close(&mut self, reading: u64, closed: Closed) -> Task<Message> {
        if !self.card.close(reading) {
            return Task::none();
        }
        self.discard();
        self.picture = None;
        self.history = History::default();
        self.closed = Some(closed);
        if self.card.takes_keys() { iced::widget::operation::focus(closed::OPEN) } else { Task::none() }
    }

    /// Reads what was done to the card, if that is looked at.
    fn read_history(&mut self, scene: &Scene) -> Task<Message> {
        if self.tab != Tab::History {
            return Task::none();
        }
        self.history.read(Whose::Person(self.id), scene).map(Message::History)
    }

    fn read_picture(&mut self, scene: &Scene) -> Task<Message> {
        let wanted = self.card.shown.as_ref().and_then(|shown| shown.person.content.picture);
        if self.picture.as_ref().map(|(id, _)| *id) == wanted {
            return Task::none();
        }
        self.picture = None;
        let Some(id) = wanted else { return Task::none() };
        let file = scene.office.latest(Slot("picture"), move |desk| attached::get(desk, id));
        let round = async move { file.await.ok().and_then(|(_, bytes)| picture::round(&bytes)) };
        Task::perform(round, move |handle| Message::Pictured(id, handle))
    }

    /// Returns the card as it looks, with the section of activities under the tab.
    pub fn view<'a>(
        &'a self,
        scene: &'a Scene,
        is_favourite: bool,
        activities: Element<'a, Message>,
    ) -> Element<'a, Message> {
        let lang = scene.lang;
        if self.card.is_gone {
            let close = crate::widget::button::plain(t!(lang, "close")).on_press(Message::Close);
            let gone = empty_state(Icon::UserX, t!(lang, "card-gone"), "", Some(close));
            return container(gone).style(style::surface).into();
        }
        if let Some(closed) = &self.closed {
            return closed::view(closed, scene);
        }
        let (Some(shown), draft) = self.card.drawn() else {
            return container(Space::new()).width(Length::Fill).height(Length::Fill).style(style::surface).into();
        };
        let page = Page { state: self, shown, draft, scene, is_favourite };
        let tab = match self.tab {
            Tab::Contact => page.contact(),
            Tab::Details => page.details(),
            Tab::More => page.more(),
            Tab::Interests => page.interests_and_subscriptions(),
            Tab::Note => page.note(),
            Tab::History => self.history.view(Whose::Person(shown.person.id), scene).map(Message::History),
        };
        let tab = container(tab).max_width(TEXT_COLUMN);
        // Room for focus rings, which the scrolling area would cut off.
        let tab = container(tab).padding(Padding { top: TINY, right: TINY, bottom: MEDIUM, left: TINY });
        let tab: Element<'a, Message> = if draft.is_some() {
            tab.width(Length::Fill).into()
        } else {
            mouse_area(tab.width(Length::Fill)).on_double_click(Message::Edit).into()
        };
        let bar = scrollable::Scrollbar::new().width(6).scroller_width(6).spacing(TINY);
        // While the card is edited, there is one thing to save.
        let activities = draft.is_none().then(|| {
            let activities = column![surface::line(), activities].spacing(SMALL).max_width(TEXT_COLUMN);
            container(activities).padding(Padding { top: 0.0, right: TINY, bottom: HUGE, left: TINY })
        });
        let body = scrollable(column![tab].push(activities))
            .id(BODY)
            .direction(scrollable::Direction::Vertical(bar))
            .width(Length::Fill)
            .height(Length::Fill);
        let body = container(body).padding(Padding::ZERO.horizontal(HUGE - TINY)).height(Length::Fill);
        let card = column![page.head(), page.tabs(), surface::line()]
            .push(page.overruling())
            .push(Space::new().height(SMALL))
            .push(body)
            .push(page.foot());
        let card = container(card).width(Length::Fill).height(Length::Fill).style(style::surface);
        let (is_typing, is_relating) = (self.card.typing.is_some(), self.relating.is_some());
        hotkeys(card, |_, _| None)
            .before(move |key, _| match key {
                // The field would only give up the keyboard, and the next Escape would be needed to mean it.
                Key::Named(Named::Escape) if is_typing => Some(Message::Cancel),
                Key::Named(Named::Escape) if is_relating => Some(Message::Relations(relations::Message::Escape)),
                Key::Named(_) | Key::Character(_) | Key::Unidentified => None,
            })
            .into()
    }
}

/// Returns the titles that the office suggests for what is typed.
fn titles(scene: &Scene, typed: &str) -> Vec<String> {
    let start = fold(typed.trim());
    if start.is_empty() {
        return Vec::new();
    }
    let names = scene.lists.of(List::Title).map(|item| lists::name(item, scene.lang).to_owned());
    names.filter(|name| fold(name).starts_with(&start) && name != typed).take(TITLES).collect()
}

/// A card as it is drawn: what is known, what is typed, and what helps to say it.
struct Page<'a> {
    state: &'a State,
    shown: &'a Overview,
    draft: Option<&'a Draft>,
    scene: &'a Scene,
    is_favourite: bool,
}

impl<'a> Page<'a> {
    fn person(&self) -> &'a Person {
        &self.shown.person
    }

    /// Returns whether the user may edit the card.
    fn may_edit(&self) -> bool {
        self.scene.office.user().may(Right::Edit) && !self.state.is_read_only()
    }

    fn sheet(&self) -> Sheet<'a, Message> {
        Sheet::new(self.scene, &self.state.card.wrong, &self.state.card.countries)
    }

    /// Returns what is wrong with a place, in words.
    fn wrong(&self, place: &Place) -> Option<String> {
        self.sheet().wrong(place)
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
