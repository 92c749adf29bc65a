//! A selection is made: of records that were picked, of who is in another one now, or of what two others have. Who was
//! picked can be added to a list that is there as well.

use iced::Task;
use iced::widget::operation::focus;
use iced::widget::{Column, Space, column, container, row};
use iced::{Alignment, Length};

use crate::i18n;
use crate::model::criteria::Of;
use crate::model::selection::{Id, Kind as How, Operation, Selection, Visible};
use crate::model::user::Right;
use crate::office::Error;
use crate::office::problem::{Kind, Problem};
use crate::office::selections::{self, Moved, New, Put};
use crate::office::subject::Subject;
use crate::screen::{Action, Command, Scene, SelectionAsk, Step};
use crate::t;
use crate::theme::measure::{MEDIUM, SMALL, TINY};
use crate::theme::{Element, style};
use crate::vault::Slot;
use crate::widget::checkbox::radio;
use crate::widget::choice::choice;
use crate::widget::dialog::{Card, card};
use crate::widget::field::{field, text_field};
use crate::widget::overlap::overlap;
use crate::widget::{button, text};

/// The widest the dialog gets, in pixels.
const WIDTH: f32 = 620.0;
const NAME: &str = "new-selection-name";
const FIRST: &str = "new-selection-first";

/// The dialog.
#[derive(Debug)]
pub struct State {
    ask: SelectionAsk,
    all: Vec<Selection>,
    name: String,
    description: String,
    visible: Visible,
    first: Option<Id>,
    second: Option<Id>,
    operation: Operation,
    /// Whether those who were picked are added to a list that is there.
    is_added: bool,
    question: u64,
    count: Option<u64>,
    problem: Option<String>,
    is_busy: bool,
}

/// What happens in the dialog.
#[derive(Debug, Clone)]
pub enum Message {
    /// All selections were read.
    Read(Result<Vec<Selection>, Problem>),
    /// The name is typed.
    Name(String),
    /// What it is for is typed.
    Description(String),
    /// Who sees it is chosen.
    Visible(Visible),
    /// The first of two is chosen.
    First(Option<Id>),
    /// The second.
    Second(Option<Id>),
    /// What of the two is to be in it is chosen.
    Operation(Operation),
    /// How many that would be was answered.
    Counted(u64, Result<u64, Problem>),
    /// Those who were picked are added to a list that is there, or not.
    Adds(bool),
    /// They are in it.
    Joined(Result<Box<Moved>, Problem>),
    /// It is to be made.
    Make,
    /// It was made.
    Made(Result<Box<Put>, Problem>),
    /// The dialog is to be left.
    Close,
}

impl State {
    /// Opens the dialog.
    pub fn new(ask: SelectionAsk, scene: &Scene) -> (Self, Task<Message>) {
        let lang = scene.lang;
        let (first, operation) = match &ask {
            SelectionAsk::Combine(first, operation) => (*first, *operation),
            SelectionAsk::Keep(_) | SelectionAsk::Copy(..) => (None, Operation::Intersect),
        };
        let name = match &ask {
            SelectionAsk::Copy(_, name) => {
                t!(lang, "selections-copy-name", name = name.as_str(), date = i18n::date(lang, scene.today()))
            }
            SelectionAsk::Keep(_) | SelectionAsk::Combine(..) => String::new(),
        };
        let read = scene.office.read(|desk| selections::all(desk));
        let read = Task::perform(read, move |read| Message::Read(read.map_err(|error| Problem::new(&error, lang))));
        let start = if let SelectionAsk::Combine(..) = &ask { FIRST } else { NAME };
        let state = Self {
            ask,
            all: Vec::new(),
            name,
            description: String::new(),
            visible: Visible::All,
            first,
            second: None,
            operation,
            is_added: false,
            question: 0,
            count: None,
            problem: None,
            is_busy: false,
        };
        (state, Task::batch([read, focus(start)]))
    }

    /// Answers whether something typed would be lost if the dialog went away.
    pub fn unsaved(&self) -> bool {
        !self.description.trim().is_empty()
    }

    /// Does what a key means here.
    pub fn command(&mut self, command: Command, scene: &Scene) -> Step<Message> {
        if command == Command::Save {
            self.update(Message::Make, scene)
        } else if command == Command::Escape {
            self.update(Message::Close, scene)
        } else {
            Step::none()
        }
    }

    /// Does what a message says.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        match message {
            Message::Read(Ok(all)) => self.all = all,
            Message::Read(Err(problem)) => return Step::ask(Action::Problem(problem)).and(Action::Close),
            Message::Name(name) => (self.name, self.problem) = (name, None),
            Message::Description(description) => self.description = description,
            Message::Visible(visible) => (self.visible, self.problem) = (visible, None),
            Message::First(first) => {
                self.first = first;
                if self.of(self.second) != self.of(first) {
                    self.second = None;
                }
                return Step::task(self.ask(scene));
            }
            Message::Second(second) => {
                self.second = second;
                return Step::task(self.ask(scene));
            }
            Message::Operation(operation) => {
                self.operation = operation;
                return Step::task(self.ask(scene));
            }
            Message::Counted(question, count) => {
                if question == self.question {
                    self.count = count.ok();
                }
            }
            Message::Adds(is_added) => {
                (self.is_added, self.problem) = (is_added, None);
                return Step::task(focus(if is_added { FIRST } else { NAME }));
            }
            Message::Joined(Ok(done)) => {
                let Moved { selection, moved, count, .. } = *done;
                let name = selection.name.as_str();
                let words = t!(scene.lang, "selections-joined", name = name, moved = moved, count = count);
                return Step::ask(Action::Close).and(Action::Toast(words));
            }
            Message::Make if self.can() => {
                self.is_busy = true;
                return Step::task(if self.is_added { self.add(scene) } else { self.make(scene) });
            }
            Message::Make => {}
            Message::Made(Ok(put)) => {
                let lang = scene.lang;
                let name = put.selection.name.as_str();
                let words = if put.held.is_empty() {
                    t!(lang, "selections-made", name = name, count = put.count)
                } else {
                    t!(lang, "selections-made-held", name = name, count = put.count, held = put.held.len())
                };
                let step = Step::ask(Action::Close).and(Action::Toast(words));
                return match self.ask {
                    // Who picked them goes on where they are.
                    SelectionAsk::Keep(_) => step,
                    SelectionAsk::Copy(..) | SelectionAsk::Combine(..) => {
                        step.and(Action::OpenSelection(put.selection.id))
                    }
                };
            }
            Message::Made(Err(problem)) | Message::Joined(Err(problem)) => {
                self.is_busy = false;
                if problem.kind == Kind::Invalid || problem.kind == Kind::Refused {
                    self.problem = Some(problem.message);
                } else {
                    return Step::ask(Action::Problem(problem));
                }
            }
            Message::Close if self.is_busy => {}
            Message::Close => return Step::ask(Action::Close),
        }
        Step::none()
    }

    fn of(&self, id: Option<Id>) -> Option<Of> {
        self.all.iter().find(|known| Some(known.id) == id).map(|known| known.of)
    }

    fn can(&self) -> bool {
        let is_named = !self.is_busy && !self.name.trim().is_empty();
        match self.ask {
            SelectionAsk::Keep(_) if self.is_added => !self.is_busy && self.first.is_some(),
            SelectionAsk::Combine(..) => is_named && self.first.is_some() && self.second.is_some(),
            SelectionAsk::Keep(_) | SelectionAsk::Copy(..) => is_named,
        }
    }

    /// Asks how many would be in the combined one.
    fn ask(&mut self, scene: &Scene) -> Task<Message> {
        self.question += 1;
        self.count = None;
        let (Some(first), Some(second)) = (self.first, self.second) else { return Task::none() };
        let (question, operation, lang) = (self.question, self.operation, scene.lang);
        let counted = scene
            .office
            .latest(Slot("combined counted"), move |desk| selections::count_combined(desk, operation, first, second));
        Task::perform(counted, move |counted| {
            Message::Counted(question, counted.map_err(|error| Problem::new(&error, lang)))
        })
    }

    /// Returns the lists that those who were picked can be added to.
    fn lists<'a>(&'a self, scene: &Scene) -> impl Iterator<Item = &'a Selection> + use<'a> {
        let of = match &self.ask {
            SelectionAsk::Keep(Subject::Companies(_)) => Of::Companies,
            SelectionAsk::Keep(_) | SelectionAsk::Copy(..) | SelectionAsk::Combine(..) => Of::Persons,
        };
        let user = scene.office.user();
        let (id, anybodys) = (user.id, user.may(Right::Settings));
        let mine = move |one: &&Selection| anybodys || one.owner == Some(id);
        self.all.iter().filter(move |one| one.kind == How::Static && one.of == of).filter(mine)
    }

    fn add(&self, scene: &Scene) -> Task<Message> {
        let lang = scene.lang;
        let (SelectionAsk::Keep(picked), Some(id)) = (self.ask.clone(), self.first) else { return Task::none() };
        let done = scene.office.write(move |desk| Ok(Box::new(selections::put_into(desk, id, &picked)?)));
        Task::perform(done, move |done| Message::Joined(done.map_err(|error| Problem::new(&error, lang))))
    }

    fn make(&self, scene: &Scene) -> Task<Message> {
        let lang = scene.lang;
        let new = New {
            name: self.name.clone(),
            description: self.description.clone(),
            visible: self.visible,
            ..New::default()
        };
        let (ask, operation, first, second) = (self.ask.clone(), self.operation, self.first, self.second);
        let made = scene.office.write(move |desk| {
            let put = match ask {
                SelectionAsk::Keep(picked) => selections::keep(desk, &new, &picked)?,
                SelectionAsk::Copy(id, _) => selections::copy(desk, id, &new)?,
                SelectionAsk::Combine(..) => {
                    let (Some(first), Some(second)) = (first, second) else { return Err(Error::NoSuch("selection")) };
                    let selection = selections::combine(desk, &new, operation, first, second)?;
                    let count = selections::count(desk, selection.id)?;
                    Put { selection, count, held: Vec::new() }
                }
            };
            Ok(Box::new(put))
        });
        Task::perform(made, move |made| Message::Made(made.map_err(|error| Problem::new(&error, lang))))
    }

    /// Returns the dialog's card.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> Card<'a, Message> {
        let lang = scene.lang;
        let (title, says) = match &self.ask {
            SelectionAsk::Keep(Subject::Persons(ids)) => {
                (t!(lang, "selections-keep-title"), t!(lang, "selections-keep-persons", count = ids.len()))
            }
            SelectionAsk::Keep(Subject::Companies(ids)) => {
                (t!(lang, "selections-keep-title"), t!(lang, "selections-keep-companies", count = ids.len()))
            }
            SelectionAsk::Keep(Subject::Selection(_)) | SelectionAsk::Copy(..) => {
                (t!(lang, "selections-copy"), t!(lang, "selections-copy-says"))
            }
            SelectionAsk::Combine(..) => (t!(lang, "selections-combine-title"), t!(lang, "selections-combine-says")),
        };
        let combined = matches!(self.ask, SelectionAsk::Combine(..)).then(|| self.two(scene));
        let name = text_field(t!(lang, "selections-name-hint"), self.name.as_str())
            .id(NAME)
            .invalid(self.problem.is_some())
            .on_input(Message::Name)
            .on_submit(Message::Make);
        let name = field(t!(lang, "selections-name"), name).error(self.problem.as_ref());
        let description = text_field(t!(lang, "selections-description-hint"), self.description.as_str())
            .on_input(Message::Description)
            .on_submit(Message::Make);
        let description = field(t!(lang, "selections-description"), description);
        let visible = Visible::ALL.map(|visible| -> Element<'a, Message> {
            let words = i18n::text(lang, &format!("selection-visible-{}", visible.key()));
            radio(words, self.visible == visible).on_select(Message::Visible(visible)).into()
        });
        let visible =
            column![text::caption(t!(lang, "selections-visible")), row(visible).spacing(MEDIUM)].spacing(TINY);
        let added = matches!(self.ask, SelectionAsk::Keep(_)).then(|| self.new_or_known(scene));
        if self.is_added {
            return self.adding(column![text::body(says)].push(added).spacing(MEDIUM), title, scene);
        }
        let body = column![text::body(says)]
            .push(added)
            .push(combined)
            .push(Element::from(name))
            .push(Element::from(description))
            .push(visible)
            .spacing(MEDIUM);
        let picked = match &self.ask {
            SelectionAsk::Keep(subject) => count_of(subject),
            SelectionAsk::Copy(..) | SelectionAsk::Combine(..) => None,
        };
        let words = match self.count.or(picked) {
            Some(count) => t!(lang, "selections-make-count", count = count),
            None => t!(lang, "selections-make"),
        };
        card(title, body)
            .max_width(WIDTH)
            .button(button::plain(t!(lang, "cancel")).on_press(Message::Close))
            .button(button::main(words).id("new-selection-make").on_press_maybe(self.can().then_some(Message::Make)))
            .on_escape(Message::Close)
    }

    /// Returns whether a new one is made, or one is added to; only where there is one that can be.
    fn new_or_known<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        // Something always stands there: a field that moves up a place is another one, and loses the keyboard.
        if self.lists(scene).next().is_none() {
            return Space::new().into();
        }
        let new = radio(t!(lang, "selections-keep-new"), !self.is_added).on_select(Message::Adds(false));
        let known = radio(t!(lang, "selections-keep-known"), self.is_added).on_select(Message::Adds(true));
        let known = known.id("selection-add");
        row![Element::from(new), Element::from(known)].spacing(MEDIUM).into()
    }

    /// Returns the card that adds to a list.
    fn adding<'a>(
        &'a self,
        body: Column<'a, Message, crate::theme::Theme>,
        title: String,
        scene: &'a Scene,
    ) -> Card<'a, Message> {
        let lang = scene.lang;
        let all: Vec<(Id, String)> = self.lists(scene).map(|one| (one.id, one.name.clone())).collect();
        let into = choice(all, self.first)
            .id(FIRST)
            .placeholder(t!(lang, "builder-choose"))
            .nothing(t!(lang, "choice-nothing"))
            .on_choose(Message::First);
        let into = field(t!(lang, "selections-keep-into"), into).error(self.problem.as_ref());
        let count = if let SelectionAsk::Keep(subject) = &self.ask { count_of(subject) } else { None };
        let add = button::main(t!(lang, "selections-keep-add", count = count.unwrap_or(0))).id("new-selection-make");
        card(title, body.push(Element::from(into)))
            .max_width(WIDTH)
            .button(button::plain(t!(lang, "cancel")).on_press(Message::Close))
            .button(add.on_press_maybe(self.can().then_some(Message::Make)))
            .on_escape(Message::Close)
    }

    /// Returns the choice of two selections and of what they have.
    fn two<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let named = |selection: &Selection| (selection.id, selection.name.clone());
        let first = choice(self.all.iter().map(named), self.first)
            .id(FIRST)
            .placeholder(t!(lang, "builder-choose"))
            .nothing(t!(lang, "choice-nothing"))
            .on_choose(Message::First);
        let of = self.of(self.first);
        let fits = self.all.iter().filter(|one| of.is_none_or(|of| one.of == of) && Some(one.id) != self.first);
        let second = choice(fits.map(named), self.second)
            .id("new-selection-second")
            .placeholder(t!(lang, "builder-choose"))
            .nothing(t!(lang, "choice-nothing"))
            .on_choose(Message::Second);
        let both = row![
            Element::from(field(t!(lang, "selections-first"), first)),
            Element::from(field(t!(lang, "selections-second"), second))
        ]
        .spacing(MEDIUM);
        let operations = Operation::ALL.map(|operation| -> Element<'a, Message> {
            let words = i18n::text(lang, &format!("selection-operation-{}", operation.key()));
            let sign = radio(words, self.operation == operation).on_select(Message::Operation(operation));
            let parts = [(true, false), (true, true), (false, true)].map(|(a, b)| operation.holds(a, b));
            row![overlap(parts, 20.0), container(Element::from(sign)).width(Length::Fill)]
                .spacing(SMALL)
                .align_y(Alignment::Center)
                .into()
        });
        let operations = Column::with_children(operations).spacing(TINY);
        let label = text::caption(t!(lang, "selections-operation")).style(style::muted);
        column![both, label, operations].spacing(SMALL).into()
    }
}

/// Returns how many were picked.
fn count_of(subject: &Subject) -> Option<u64> {
    match subject {
        Subject::Persons(ids) => u64::try_from(ids.len()).ok(),
        Subject::Companies(ids) => u64::try_from(ids.len()).ok(),
        Subject::Selection(_) => None,
    }
}
