//! The office's own fields: what each is called, what it holds, and where its data belongs.
//!
//! What is done most, each one click: make a new field; rename one; stop using one.

use iced::keyboard::{Key, key::Named};
use iced::widget::operation::focus;
use iced::widget::text_editor::{self, Content};
use iced::widget::{Column, column, container, row, space};
use iced::{Alignment, Length, Task};

use crate::i18n::{self, Lang};
use crate::model::change::Changes;
use crate::model::custom::{Definition, Id, Kind};
use crate::model::data_map::{Category, Origin};
use crate::model::field::Field;
use crate::model::user::Right;
use crate::model::{Invalid, Reason, list};
use crate::office::problem::{self, Problem};
use crate::office::{Error, fields};
use crate::screen::{Action, Command, Scene, Step};
use crate::t;
use crate::theme::measure::{LARGE, MEDIUM, SMALL, TEXT_COLUMN, TINY};
use crate::theme::{Element, Icon, Tone};
use crate::widget::checkbox::checkbox;
use crate::widget::choice::choice;
use crate::widget::empty_state::empty_state;
use crate::widget::field::{field, text_area, text_field};
use crate::widget::hotkeys::hotkeys;
use crate::widget::{badge, button, surface, text};

/// The section.
#[derive(Debug)]
pub struct State {
    fields: Vec<Definition>,
    form: Option<Form>,
    busy: bool,
}

/// The form of a field.
#[derive(Debug)]
struct Form {
    /// The field that is edited; none for a new one.
    known: Option<Definition>,
    name: String,
    key: String,
    /// The key was typed; until then it follows the name.
    own_key: bool,
    kind: Kind,
    choices: Content,
    category: Category,
    origin: Origin,
    in_report: bool,
    wrong: Vec<Invalid>,
}

/// What happens in the section.
#[derive(Debug, Clone)]
pub enum Message {
    /// The fields were read.
    Loaded(Result<Vec<Definition>, Problem>),
    /// A new field is to be made.
    New,
    /// A field is to be edited.
    Edit(Id),
    /// A field is to be shown on cards, or no longer.
    Use(Id, bool),
    /// The name was typed.
    Name(String),
    /// The key was typed.
    Key(String),
    /// What the field holds was chosen.
    Kind(Option<Kind>),
    /// What can be chosen was typed.
    Choices(text_editor::Action),
    /// The kind of data was chosen.
    Category(Option<Category>),
    /// Who the data comes from was chosen.
    Origin(Option<Origin>),
    /// Whether the data belongs in the access report was chosen.
    InReport(bool),
    /// Saves the form.
    Save,
    /// The field was saved, and the text says so; or it was not, and these are the reasons.
    Saved(Result<String, (Problem, Vec<Invalid>)>),
    /// No change after all.
    Cancel,
}

const NAME: &str = "own-field-name";
const NEW: &str = "own-field-new";

impl State {
    /// Opens the section.
    pub fn new(scene: &Scene) -> (Self, Task<Message>) {
        (Self { fields: scene.fields.to_vec(), form: None, busy: false }, load(scene))
    }

    /// Answers what happened.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        match message {
            Message::Loaded(Ok(fields)) => self.fields = fields,
            Message::Loaded(Err(problem)) => return Step::ask(Action::Problem(problem)),
            Message::New => {
                self.form = Some(Form::empty());
                return Step::task(focus(NAME));
            }
            Message::Edit(id) => {
                self.form = self.fields.iter().find(|field| field.id == id).map(Form::of);
                return Step::task(focus(NAME));
            }
            Message::Use(id, active) => return self.switch(id, active, scene),
            Message::Save => return self.save(scene),
            Message::Saved(Ok(words)) => {
                self.busy = false;
                self.form = None;
                return Step::task(load(scene)).and(Action::Toast(words));
            }
            Message::Saved(Err((problem, wrong))) => {
                self.busy = false;
                match &mut self.form {
                    Some(form) if !wrong.is_empty() => form.wrong = wrong,
                    Some(_) | None => return Step::ask(Action::Problem(problem)),
                }
            }
            Message::Cancel => {
                self.form = None;
                return Step::task(focus(NEW));
            }
            Message::Name(_)
            | Message::Key(_)
            | Message::Kind(_)
            | Message::Choices(_)
            | Message::Category(_)
            | Message::Origin(_)
            | Message::InReport(_) => {
                if let Some(form) = &mut self.form {
                    form.fill(message);
                }
            }
        }
        Step::none()
    }

    /// Answers a key of the window: Ctrl+S saves the form, Escape closes it.
    pub fn command(&mut self, command: Command, scene: &Scene) -> Step<Message> {
        if self.form.is_none() {
            Step::none()
        } else if command == Command::Save {
            self.save(scene)
        } else if command == Command::Escape {
            self.update(Message::Cancel, scene)
        } else {
            Step::none()
        }
    }

    /// Returns whether a field is being added or changed.
    pub fn is_editing(&self) -> bool {
        self.form.is_some()
    }

    /// Answers whether something typed would be lost if the form went away.
    pub fn unsaved(&self) -> bool {
        self.form.as_ref().is_some_and(Form::is_changed)
    }

    /// Reads anew what a committed write may have changed.
    pub fn changed(&mut self, changes: &Changes, scene: &Scene) -> Step<Message> {
        if changes.settings || changes.everything { Step::task(load(scene)) } else { Step::none() }
    }

    fn switch(&mut self, id: Id, active: bool, scene: &Scene) -> Step<Message> {
        let Some(known) = self.fields.iter().find(|field| field.id == id) else { return Step::none() };
        let words = if active {
            t!(scene.lang, "own-field-restored", name = known.name.clone())
        } else {
            t!(scene.lang, "own-field-stopped", name = known.name.clone())
        };
        let field = Definition { active, ..known.clone() };
        self.put(Some(id), field, words, scene)
    }

    fn save(&mut self, scene: &Scene) -> Step<Message> {
        let Some(form) = &mut self.form else { return Step::none() };
        form.wrong.clear();
        let field = form.definition();
        let (id, words) = (
            form.known.as_ref().map(|known| known.id),
            t!(scene.lang, "settings-field-saved", name = field.name.clone()),
        );
        self.put(id, field, words, scene)
    }

    fn put(&mut self, id: Option<Id>, field: Definition, words: String, scene: &Scene) -> Step<Message> {
        if self.busy {
            return Step::none();
        }
        self.busy = true;
        let lang = scene.lang;
        let answer = scene.office.write(move |desk| fields::save(desk, id, field));
        Step::task(Task::perform(answer, move |saved| {
            Message::Saved(saved.map(|_| words).map_err(|error| {
                let problem = Problem::new(&error, lang);
                let wrong = if let Error::Invalid(wrong) = error { wrong } else { Vec::new() };
                (problem, wrong)
            }))
        }))
    }

    /// Shows the section.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let allowed = scene.office.user().may(Right::Settings);
        let new = || {
            let button = button::main(t!(lang, "settings-field-new")).icon(Icon::Plus).id(NEW);
            if allowed { button.on_press(Message::New) } else { button.tooltip(no_right(lang)) }
        };
        let content: Element<'a, Message> = match &self.form {
            Some(form) => hotkeys(form.view(self.busy, lang), |_, _| None)
                .before(|key, modifiers| {
                    // A field would take the key only to lose the focus.
                    let back = matches!(key, Key::Named(Named::Escape)) && modifiers.is_empty();
                    back.then_some(Message::Cancel)
                })
                .into(),
            None if self.fields.is_empty() => {
                empty_state(Icon::Tag, t!(lang, "settings-fields-empty"), t!(lang, "own-field-empty-text"), Some(new()))
            }
            None => {
                let rows = self.fields.iter().map(|field| view_row(field, allowed && !self.busy, lang));
                surface::card(Column::with_children(with_lines(rows)).spacing(SMALL))
            }
        };
        let aside = (self.form.is_none() && !self.fields.is_empty()).then(|| new().into());
        container(surface::section(
            t!(lang, "settings-section-fields"),
            aside,
            column![text::caption(t!(lang, "settings-fields-text")), content].spacing(MEDIUM),
        ))
        .max_width(TEXT_COLUMN)
        .into()
    }
}

fn load(scene: &Scene) -> Task<Message> {
    let lang = scene.lang;
    Task::perform(scene.office.read(|desk| fields::all(desk)), move |read| {
        Message::Loaded(read.map_err(|error| Problem::new(&error, lang)))
    })
}

fn no_right(lang: Lang) -> String {
    problem::lacks(lang, Right::Settings)
}

fn kind_name(lang: Lang, kind: Kind) -> String {
    i18n::text(lang, &format!("settings-field-type-{}", kind.key()))
}

fn category_name(lang: Lang, category: Category) -> String {
    i18n::text(lang, &format!("data-category-{}", category.key()))
}

fn origin_name(lang: Lang, origin: Origin) -> String {
    i18n::text(lang, &format!("data-origin-{}", origin.key()))
}

/// Puts a line between rows.
fn with_lines<'a>(rows: impl Iterator<Item = Element<'a, Message>>) -> Vec<Element<'a, Message>> {
    let mut all: Vec<Element<'a, Message>> = Vec::new();
    for row in rows {
        if !all.is_empty() {
            all.push(surface::line());
        }
        all.push(row);
    }
    all
}

fn view_row<'a>(own: &'a Definition, allowed: bool, lang: Lang) -> Element<'a, Message> {
    let name = if own.active { text::strong(own.name.clone()) } else { text::body(own.name.clone()) };
    let head = row![name]
        .push((!own.active).then(|| badge::badge(Tone::Muted, t!(lang, "own-field-unused"))))
        .spacing(SMALL)
        .align_y(Alignment::Center);
    let place = t!(
        lang,
        "own-field-place",
        category = category_name(lang, own.category),
        origin = origin_name(lang, own.origin)
    );
    let report = if own.in_report { t!(lang, "own-field-in-report") } else { t!(lang, "own-field-not-in-report") };
    let holds = match own.kind {
        Kind::List => format!("{} ({})", kind_name(lang, own.kind), own.choices.join(", ")),
        Kind::Text | Kind::Number | Kind::Date | Kind::YesNo => kind_name(lang, own.kind),
    };
    let words = column![
        head,
        text::caption(format!("{} · {holds}", Field::Custom(own.key.clone()))),
        text::caption(format!("{place} · {report}")),
    ]
    .spacing(2)
    .width(Length::Fill);
    let act = |button: button::Button<Message>, message: Message| -> Element<'a, Message> {
        if allowed { button.on_press(message).into() } else { button.tooltip(no_right(lang)).into() }
    };
    let switch = if own.active { t!(lang, "settings-field-archive") } else { t!(lang, "settings-field-restore") };
    row![
        words,
        act(button::plain(t!(lang, "edit")).small(), Message::Edit(own.id)),
        act(button::button(button::Kind::Quiet, switch).small(), Message::Use(own.id, !own.active)),
    ]
    .spacing(SMALL)
    .align_y(Alignment::Center)
    .into()
}

impl Form {
    fn empty() -> Self {
        Self {
            known: None,
            name: String::new(),
            key: String::new(),
            own_key: false,
            kind: Kind::Text,
            choices: Content::new(),
            category: Category::Relation,
            // The strictest: nothing the person did not give slips into the portable copy.
            origin: Origin::Derived,
            in_report: true,
            wrong: Vec::new(),
        }
    }

    fn of(known: &Definition) -> Self {
        Self {
            known: Some(known.clone()),
            name: known.name.clone(),
            key: known.key.clone(),
            own_key: true,
            kind: known.kind,
            choices: Content::with_text(&known.choices.join("\n")),
            category: known.category,
            origin: known.origin,
            in_report: known.in_report,
            wrong: Vec::new(),
        }
    }

    fn fill(&mut self, message: Message) {
        self.wrong.clear();
        if let Message::Name(name) = message {
            if !self.own_key {
                self.key = list::key_from(&name);
            }
            self.name = name;
        } else if let Message::Key(key) = message {
            self.own_key = !key.is_empty();
            self.key = key;
        } else if let Message::Kind(Some(kind)) = message {
            self.kind = kind;
        } else if let Message::Choices(action) = message {
            self.choices.perform(action);
        } else if let Message::Category(Some(category)) = message {
            self.category = category;
        } else if let Message::Origin(Some(origin)) = message {
            self.origin = origin;
        } else if let Message::InReport(in_report) = message {
            self.in_report = in_report;
        }
    }

    fn is_changed(&self) -> bool {
        let begun = self.known.as_ref().map_or_else(Self::empty, Self::of);
        self.definition() != begun.definition()
    }

    fn definition(&self) -> Definition {
        let choices = match self.kind {
            Kind::List => self.choices.text().lines().map(str::to_owned).collect(),
            Kind::Text | Kind::Number | Kind::Date | Kind::YesNo => Vec::new(),
        };
        Definition {
            id: self.known.as_ref().map_or(Id(0), |known| known.id),
            key: self.key.clone(),
            name: self.name.clone(),
            kind: self.kind,
            choices,
            category: self.category,
            origin: self.origin,
            in_report: self.in_report,
            rank: self.known.as_ref().map_or(0, |known| known.rank),
            active: self.known.as_ref().is_none_or(|known| known.active),
        }
    }

    /// Returns the complaint that belongs under the name, the key and the choices.
    fn errors(&self, lang: Lang) -> [Option<String>; 3] {
        let mut errors = [None, None, None];
        for wrong in &self.wrong {
            let place = match wrong.reason {
                Reason::NotAKey | Reason::Taken => 1,
                Reason::Missing if !self.name.trim().is_empty() => 2,
                Reason::Missing
                | Reason::NoName
                | Reason::TooLong
                | Reason::NotAnEmail
                | Reason::NotAPhone
                | Reason::NotADate
                | Reason::NotATime
                | Reason::ImpossibleDate
                | Reason::NotANumber
                | Reason::NotYesNo
                | Reason::NotACountry
                | Reason::NotAWebsite
                | Reason::Unknown
                | Reason::NotExpected
                | Reason::Deactivated
                | Reason::NotAPattern
                | Reason::NotAFolder
                | Reason::ReadOnly
                | Reason::NoSuchField => 0,
            };
            errors[place] = Some(if wrong.reason == Reason::Taken {
                t!(lang, "own-field-taken")
            } else {
                problem::reason(lang, wrong.reason)
            });
        }
        errors
    }

    fn view(&self, busy: bool, lang: Lang) -> Element<'_, Message> {
        let [name_error, key_error, choices_error] = self.errors(lang);
        let fixed = self.known.is_some();
        let name = field(
            t!(lang, "settings-field-name"),
            text_field("", &self.name)
                .id(NAME)
                .invalid(name_error.is_some())
                .on_input(Message::Name)
                .on_submit(Message::Save),
        )
        .error(name_error);
        let mut key_field = text_field("", &self.key).id("own-field-key").invalid(key_error.is_some());
        let kinds = Kind::ALL.map(|kind| (kind, kind_name(lang, kind)));
        let mut kind_field = choice(kinds, Some(self.kind)).id("own-field-kind");
        if !fixed {
            key_field = key_field.on_input(Message::Key).on_submit(Message::Save);
            kind_field = kind_field.on_choose(Message::Kind);
        }
        let hint = if fixed { t!(lang, "own-field-fixed") } else { t!(lang, "settings-field-key-hint") };
        let key = field(t!(lang, "settings-field-key"), key_field).hint(hint).error(key_error);
        let kind = field(t!(lang, "settings-field-type"), kind_field);
        let choices = (self.kind == Kind::List).then(|| {
            field(
                t!(lang, "settings-field-items"),
                text_area(&self.choices, "")
                    .id("own-field-choices")
                    .invalid(choices_error.is_some())
                    .on_action(Message::Choices),
            )
            .hint(t!(lang, "own-field-items-hint"))
            .error(choices_error)
        });
        let categories = Category::ALL.map(|category| (category, category_name(lang, category)));
        let origins = Origin::ALL.map(|origin| (origin, origin_name(lang, origin)));
        let title = if fixed { t!(lang, "settings-field-edit") } else { t!(lang, "settings-field-new") };
        let report = checkbox(t!(lang, "settings-field-in-report"), self.in_report).on_toggle(Message::InReport);
        let buttons = row![
            space().width(Length::Fill),
            Element::from(button::plain(t!(lang, "cancel")).on_press(Message::Cancel)),
            Element::from(
                button::main(t!(lang, "save")).id("own-field-save").on_press_maybe((!busy).then_some(Message::Save))
            ),
        ]
        .spacing(SMALL);
        surface::card(
            column![
                text::strong(title),
                row![Element::from(name), Element::from(key)].spacing(MEDIUM),
                Element::from(kind),
            ]
            .push(choices)
            .push(surface::line())
            .push(
                row![
                    Element::from(field(
                        t!(lang, "settings-field-data-category"),
                        choice(categories, Some(self.category)).id("own-field-category").on_choose(Message::Category)
                    )),
                    Element::from(field(
                        t!(lang, "settings-field-origin"),
                        choice(origins, Some(self.origin)).id("own-field-origin").on_choose(Message::Origin)
                    )),
                ]
                .spacing(MEDIUM),
            )
            .push(column![Element::from(report), text::caption(t!(lang, "own-field-law"))].spacing(TINY))
            .push(buttons)
            .spacing(LARGE),
        )
    }
}
