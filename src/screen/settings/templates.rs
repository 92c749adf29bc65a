//! The texts of letters: which there are, what each lacks, and an editor with everything that can be named.
//!
//! What one does most here, and what it takes:
//! 1. See whether a text has all that the law asks for: the list says it, one click shows the checklist.
//! 2. Change a text: click into it and type; the checklist follows, Save keeps it.
//! 3. See how it comes out: one click on *Preview*.
//!
//! Another text of a kind begins as the shipped one, in every language.

use std::sync::Arc;

use iced::widget::operation::focus;
use iced::widget::text_editor::{self, Content, Edit};
use iced::widget::{Column, column, container, row, space};
use iced::{Alignment, Length, Task};

use super::words;
use crate::i18n::{self, Lang};
use crate::model::change::Changes;
use crate::model::list::List;
use crate::model::person;
use crate::model::template::{Base, Key, Part, Text};
use crate::model::user::Right;
use crate::office::mail::templates::{self, Checked, Listed, Rendered, Template};
use crate::office::problem::{self, Kind, Problem};
use crate::office::{bookmarks, persons};
use crate::screen::written::written;
use crate::screen::{Action, Scene, Step};
use crate::t;
use crate::theme::measure::{LARGE, MEDIUM, SMALL, TINY};
use crate::theme::{Element, Icon, Tone, style};
use crate::vault::Slot;
use crate::widget::choice::choice;
use crate::widget::field::{field, text_area, text_field};
use crate::widget::long_list::Event;
use crate::widget::long_list::columns::Column as Cell;
use crate::widget::{button, surface, table, text};

/// How high the editor is.
const EDITOR: f32 = 360.0;
/// How wide the checklist beside it is.
const SIDE: f32 = 280.0;
const NEW_NAME: &str = "template-new-name";

static COLUMNS: [Cell; 3] = [Cell::fill(3), Cell::fixed(110.0), Cell::fill(3)];

/// The page.
#[derive(Debug, Default)]
pub struct State {
    lang: Option<Lang>,
    all: Vec<Listed>,
    cursor: usize,
    open: Option<Open>,
    new: Option<New>,
    /// The template that is to be opened once the list is read.
    wanted: Option<Key>,
    /// Whom a preview can be of besides somebody who is made up.
    people: Vec<(person::Id, String)>,
}

/// Another template of the office's own, before there is one.
#[derive(Debug)]
struct New {
    base: Base,
    name: String,
}

/// The template that is open.
#[derive(Debug)]
struct Open {
    key: Key,
    lang: Lang,
    stored: Text,
    is_own: bool,
    subject: String,
    body: Content,
    checked: Checked,
    preview: Option<Rendered>,
    of: Option<person::Id>,
    is_saving: bool,
}

impl Open {
    fn text(&self) -> Text {
        Text { subject: self.subject.clone(), body: self.body.text().trim_end().to_owned() }
    }

    fn is_changed(&self) -> bool {
        self.text() != self.stored
    }
}

/// Whom the user looked at last, and their names.
type LookedAt = Vec<(person::Id, String)>;

/// What happens on the page.
#[derive(Debug, Clone)]
pub enum Message {
    /// The templates were read, or not, and whom the user looked at last.
    Read(Result<(Vec<Listed>, LookedAt), Problem>),
    /// Templates in another language are to be shown.
    Language(Option<Lang>),
    /// In the list.
    List(Event),
    /// A template was read, or not.
    Opened(Lang, Result<Box<(Template, Checked)>, Problem>),
    /// The subject was typed.
    Subject(String),
    /// In the text.
    Body(text_editor::Action),
    /// What can be named is to be put where the cursor is.
    Insert(&'static str),
    /// What is to be said of the text is known.
    Checked(Result<Checked, Problem>),
    /// Whom a preview is of.
    Of(Option<person::Id>),
    /// How it comes out is to be shown.
    Preview,
    /// It came out, or not.
    Previewed(Result<Box<Rendered>, Problem>),
    /// The text is to be kept.
    Save,
    /// The shipped text is to hold again.
    Reset,
    /// What was typed is to be forgotten.
    Revert,
    /// Another template is wanted, or no longer.
    New(bool),
    /// Of which kind it is.
    NewBase(Option<Base>),
    /// What it is called was typed.
    NewName(String),
    /// It is to be made.
    Create,
    /// It was made, or not.
    Created(Result<Key, Problem>),
    /// The text was kept or reset, or not.
    Saved(Result<(), Problem>),
}

impl State {
    /// Reads the templates.
    pub fn arrive(&mut self, scene: &Scene) -> Task<Message> {
        let lang = scene.lang;
        let read = scene.office.read(|desk| {
            let recent: Vec<person::Id> = bookmarks::recent(desk)?.into_iter().take(8).collect();
            let lines = persons::lines(desk, &recent)?;
            let people = lines.into_iter().map(|line| (line.id, person::full_name(&line.first_name, &line.last_name)));
            Ok((templates::list(desk)?, people.collect()))
        });
        Task::perform(read, move |read| Message::Read(read.map_err(|error| Problem::new(&error, lang))))
    }

    /// Reads anew what a committed write may have changed.
    pub fn changed(&mut self, changes: &Changes, scene: &Scene) -> Task<Message> {
        let touched = !self.all.is_empty() && (changes.settings || changes.everything);
        if touched { self.arrive(scene) } else { Task::none() }
    }

    /// Answers whether something typed would be lost if the screen went away.
    pub fn unsaved(&self) -> bool {
        self.open.as_ref().is_some_and(Open::is_changed)
    }

    /// Forgets what was typed.
    pub fn forget(&mut self) {
        self.open = None;
    }

    fn lang(&self, scene: &Scene) -> Lang {
        self.lang.unwrap_or(scene.lang)
    }

    fn listed(&self, scene: &Scene) -> Vec<&Listed> {
        let lang = self.lang(scene);
        self.all.iter().filter(|one| one.lang == lang).collect()
    }

    fn read(&self, scene: &Scene) -> Task<Message> {
        let Some(listed) = self.listed(scene).get(self.cursor).copied().cloned() else { return Task::none() };
        let (lang, key) = (scene.lang, listed.key);
        let read = scene.office.read(move |desk| {
            let template = templates::get(desk, &key, listed.lang)?;
            let checked = templates::check(desk, key.base, listed.lang, &template.text)?;
            Ok(Box::new((template, checked)))
        });
        Task::perform(read, move |read| Message::Opened(listed.lang, read.map_err(|error| Problem::new(&error, lang))))
    }

    fn check(&self, scene: &Scene) -> Task<Message> {
        let Some(open) = &self.open else { return Task::none() };
        let (lang, base, of, text) = (scene.lang, open.key.base, open.lang, open.text());
        let checked = scene.office.latest(Slot("template"), move |desk| templates::check(desk, base, of, &text));
        Task::perform(checked, move |checked| Message::Checked(checked.map_err(|error| Problem::new(&error, lang))))
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        let lang = scene.lang;
        match message {
            Message::Read(Ok((all, people))) => {
                (self.all, self.people) = (all, people);
                let wanted = self.wanted.take();
                let at = wanted.and_then(|key| self.listed(scene).iter().position(|one| one.key == key));
                self.cursor = at.unwrap_or(self.cursor);
                let is_new = self.open.is_none() || at.is_some();
                return if is_new { Step::task(self.read(scene)) } else { Step::none() };
            }
            Message::Language(chosen) => {
                if self.unsaved() {
                    return Step::ask(Action::Toast(t!(lang, "template-save-first")));
                }
                (self.lang, self.cursor) = (chosen, 0);
                return Step::task(self.read(scene));
            }
            Message::List(Event::Select { row, .. } | Event::Activate(row)) => {
                if self.unsaved() {
                    return Step::ask(Action::Toast(t!(lang, "template-save-first")));
                }
                self.cursor = row;
                return Step::task(self.read(scene));
            }
            Message::List(Event::All | Event::Visible(_)) => {}
            Message::Opened(of, Ok(read)) => {
                let (template, checked) = *read;
                self.open = Some(Open {
                    key: template.key,
                    lang: of,
                    is_own: template.written.is_some(),
                    subject: template.text.subject.clone(),
                    body: Content::with_text(&template.text.body),
                    stored: template.text,
                    checked,
                    preview: None,
                    of: None,
                    is_saving: false,
                });
            }
            Message::Subject(subject) => {
                if let Some(open) = &mut self.open {
                    open.subject = subject;
                }
                return Step::task(self.check(scene));
            }
            Message::Body(action) => {
                let is_edit = action.is_edit();
                if let Some(open) = &mut self.open {
                    open.body.perform(action);
                }
                return if is_edit { Step::task(self.check(scene)) } else { Step::none() };
            }
            Message::Insert(name) => {
                if let Some(open) = &mut self.open {
                    let named = Arc::new(format!("{{{{ {name} }}}}"));
                    open.body.perform(text_editor::Action::Edit(Edit::Paste(named)));
                }
                return Step::task(self.check(scene));
            }
            Message::Checked(Ok(checked)) => {
                if let Some(open) = &mut self.open {
                    open.checked = checked;
                }
            }
            Message::Of(of) => {
                if let Some(open) = &mut self.open {
                    open.of = of;
                }
                return self.update(Message::Preview, scene);
            }
            Message::Preview => {
                let Some(open) = &self.open else { return Step::none() };
                let (key, of, text, person) = (open.key.clone(), open.lang, open.text(), open.of);
                let shown = scene.office.read(move |desk| templates::preview(desk, &key, of, Some(&text), person));
                return Step::task(Task::perform(shown, move |shown| {
                    Message::Previewed(shown.map(Box::new).map_err(|error| Problem::new(&error, lang)))
                }));
            }
            Message::Previewed(Ok(shown)) => {
                if let Some(open) = &mut self.open {
                    open.preview = Some(*shown);
                }
            }
            Message::Save => {
                let Some(open) = &mut self.open else { return Step::none() };
                open.is_saving = true;
                let (key, of, text) = (open.key.clone(), open.lang, open.text());
                let name = self.all.iter().find(|one| one.key == key).map(|one| one.name.clone()).unwrap_or_default();
                let saved = scene.office.write(move |desk| templates::set(desk, &key, of, &name, &text).map(drop));
                return Step::task(Task::perform(saved, move |saved| {
                    Message::Saved(saved.map_err(|error| Problem::new(&error, lang)))
                }));
            }
            Message::Reset => {
                let Some(open) = &mut self.open else { return Step::none() };
                open.is_saving = true;
                let (key, of) = (open.key.clone(), open.lang);
                let saved = scene.office.write(move |desk| templates::reset(desk, &key, of));
                return Step::task(Task::perform(saved, move |saved| {
                    Message::Saved(saved.map_err(|error| Problem::new(&error, lang)))
                }));
            }
            Message::New(_) if self.unsaved() => return Step::ask(Action::Toast(t!(lang, "template-save-first"))),
            Message::New(false) => self.new = None,
            Message::New(true) => {
                self.new = Some(New { base: Base::Newsletter, name: String::new() });
                return Step::task(focus(NEW_NAME));
            }
            Message::NewBase(base) => {
                if let (Some(new), Some(base)) = (&mut self.new, base) {
                    new.base = base;
                }
            }
            Message::NewName(name) => {
                if let Some(new) = &mut self.new {
                    new.name = name;
                }
            }
            Message::Create => {
                let Some(new) = self.new.as_ref().filter(|new| !new.name.trim().is_empty()) else {
                    return Step::none();
                };
                let (base, name) = (new.base, new.name.clone());
                let made = scene.office.write(move |desk| templates::create(desk, base, &name));
                return Step::task(Task::perform(made, move |made| {
                    Message::Created(made.map_err(|error| Problem::new(&error, lang)))
                }));
            }
            Message::Created(Ok(key)) => {
                (self.new, self.wanted) = (None, Some(key));
                return Step::task(self.arrive(scene));
            }
            Message::Created(Err(problem)) => return Step::ask(Action::Problem(problem)),
            Message::Revert => return Step::task(self.read(scene)),
            Message::Saved(Ok(())) => {
                return Step::task(Task::batch([self.arrive(scene), self.read(scene)]))
                    .and(Action::Toast(t!(lang, "template-saved")));
            }
            Message::Saved(Err(problem)) => {
                if let Some(open) = &mut self.open {
                    open.is_saving = false;
                }
                return Step::ask(Action::Problem(problem));
            }
            Message::Read(Err(problem))
            | Message::Opened(_, Err(problem))
            | Message::Checked(Err(problem))
            | Message::Previewed(Err(problem)) => {
                if problem.kind != Kind::Dropped {
                    return Step::ask(Action::Problem(problem));
                }
            }
        }
        Step::none()
    }

    /// Shows the page.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let languages = Lang::ALL.map(|one| (one, words::item_name(List::Language, one.code(), scene)));
        let language = choice(languages, Some(self.lang(scene))).on_choose(Message::Language).id("template-language");
        let new = button::plain(t!(lang, "template-new")).icon(Icon::Plus).id("template-new");
        let new = scene.allowed(new, Right::Settings, self.new.is_none().then_some(Message::New(true)));
        let language = container(field(t!(lang, "field-language"), language.width(180.0))).width(180.0);
        let head = column![
            text::body(t!(lang, "settings-templates-text")).style(style::muted),
            row![language, space().width(Length::Fill), Element::from(new)].align_y(Alignment::End)
        ]
        .push(self.new.as_ref().map(|new| form(new, lang)))
        .spacing(MEDIUM);
        let listed: Vec<Listed> = self.listed(scene).into_iter().cloned().collect();
        let headings =
            vec![t!(lang, "field-template"), t!(lang, "template-column-state"), t!(lang, "template-column-lacks")];
        let len = listed.len();
        let row_of = move |index: usize| {
            let Some(one) = listed.get(index) else { return Vec::new() };
            let is = if one.written.is_some() { t!(lang, "template-own") } else { t!(lang, "template-shipped") };
            let lacks = if one.missing.is_empty() {
                table::cell(String::new(), Tone::Muted)
            } else {
                table::state(parts(lang, &one.missing), Tone::Attention)
            };
            vec![table::cell(one.name.clone(), Tone::Ink), table::cell(is, Tone::Muted), lacks]
        };
        let list = table::table("settings-templates", &COLUMNS, headings, len, self.cursor, row_of, Message::List);
        column![head, list].push(self.open.as_ref().map(|open| self.editor(open, scene))).spacing(LARGE).into()
    }

    fn editor<'a>(&'a self, open: &'a Open, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let may = scene.office.user().may(Right::Settings);
        let subject = text_field("", open.subject.as_str()).id("template-subject");
        let subject = if may { subject.on_input(Message::Subject) } else { subject };
        let area = text_area(&open.body, "").id("template-body").height(EDITOR);
        let area = if may { area.on_action(Message::Body) } else { area };
        let fault = open.checked.fault.as_ref().map(|fault| problem::of_template(fault, lang));
        let body = field(t!(lang, "template-body"), area).error(fault);
        let is_changed = open.is_changed();
        let can_save = is_changed && open.checked.fault.is_none() && !open.is_saving;
        let save = button::main(t!(lang, "save")).id("template-save");
        let save = Element::from(scene.allowed(save, Right::Settings, can_save.then_some(Message::Save)));
        let revert =
            is_changed.then(|| Element::from(button::plain(t!(lang, "template-revert")).on_press(Message::Revert)));
        let reset = (open.is_own && !is_changed).then(|| {
            let reset = button::plain(t!(lang, "template-reset")).id("template-reset");
            Element::from(scene.allowed(reset, Right::Settings, (!open.is_saving).then_some(Message::Reset)))
        });
        let preview = button::plain(t!(lang, "template-preview")).icon(Icon::Eye).id("template-preview");
        let preview = Element::from(preview.on_press(Message::Preview));
        let people = self.people.iter().map(|(id, name)| (*id, name.clone()));
        let of = choice(people, open.of)
            .none(t!(lang, "template-sample"))
            .placeholder(t!(lang, "template-sample"))
            .on_choose(Message::Of)
            .id("template-of")
            .width(220.0);
        let buttons = row![save].push(revert).push(reset).push(preview).push(Element::from(of));
        let buttons = buttons.spacing(SMALL).align_y(Alignment::Center).wrap().vertical_spacing(SMALL);
        let shown = open.preview.as_ref().map(|shown| {
            let words = column![text::section(shown.subject.clone()), written(&shown.body)].spacing(SMALL);
            surface::section(t!(lang, "template-preview"), None, surface::card(words))
        });
        let written = column![field(t!(lang, "field-subject"), subject), body, buttons].push(shown).spacing(MEDIUM);
        let side = column![checklist(open, lang), variables(open.key.base, may, lang)].spacing(LARGE).width(SIDE);
        row![written.width(Length::Fill), side].spacing(LARGE).into()
    }
}

/// Returns what is asked of another template before there is one.
fn form<'a>(new: &'a New, lang: Lang) -> Element<'a, Message> {
    let bases = Base::ALL.map(|base| (base, i18n::text(lang, &format!("template-name-{}", base.key()))));
    let base = choice(bases, Some(new.base)).on_choose(Message::NewBase).id("template-new-base").width(260.0);
    let name = text_field("", new.name.as_str()).id(NEW_NAME);
    let name = name.on_input(Message::NewName).on_submit(Message::Create);
    let can = !new.name.trim().is_empty();
    let create = button::main(t!(lang, "template-create")).id("template-create");
    let buttons = row![
        Element::from(create.on_press_maybe(can.then_some(Message::Create))),
        Element::from(button::plain(t!(lang, "cancel")).on_press(Message::New(false)))
    ];
    let fields = row![
        container(field(t!(lang, "template-new-base"), base)).width(260.0),
        container(field(t!(lang, "template-new-name"), name)).width(Length::Fill)
    ];
    surface::card(
        column![fields.spacing(MEDIUM), text::caption(t!(lang, "template-new-says")), buttons.spacing(SMALL)]
            .spacing(MEDIUM),
    )
}

fn parts(lang: Lang, parts: &[Part]) -> String {
    let words: Vec<String> =
        parts.iter().map(|part| i18n::text(lang, &format!("template-part-{}", part.key()))).collect();
    words.join(", ")
}

/// Returns what the law asks for, with a tick at what the text has.
fn checklist<'a>(open: &Open, lang: Lang) -> Element<'a, Message> {
    if open.checked.fault.is_some() {
        let words = text::caption(t!(lang, "template-checklist-fault"));
        return surface::section(t!(lang, "template-checklist"), None, words);
    }
    let rows = open.key.base.parts().iter().map(|part| -> Element<'a, Message> {
        let is_there = open.checked.present.contains(part);
        let (icon, tone) = if is_there { (Icon::CircleCheck, Tone::Good) } else { (Icon::Warning, Tone::Attention) };
        let words = i18n::text(lang, &format!("template-part-{}", part.key()));
        row![text::icon_sized(icon, 14.0).style(style::tone(tone)), text::body(words)]
            .spacing(SMALL)
            .align_y(Alignment::Center)
            .into()
    });
    let rows = Column::with_children(rows).spacing(TINY);
    let hint = text::caption(t!(lang, "template-block-hint"));
    surface::section(t!(lang, "template-checklist"), None, column![rows, hint].spacing(SMALL))
}

/// Returns what can be named: one click puts it where the cursor is.
fn variables<'a>(base: Base, may: bool, lang: Lang) -> Element<'a, Message> {
    let names = base.variables().map(|name| -> Element<'a, Message> {
        button::link(name).small().on_press_maybe(may.then_some(Message::Insert(name))).into()
    });
    let names = iced::widget::Row::with_children(names).spacing(TINY).wrap().vertical_spacing(TINY);
    surface::section(t!(lang, "template-variables"), None, names)
}
