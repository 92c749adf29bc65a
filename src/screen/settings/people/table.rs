//! The table of rights and roles: what each role allows, own roles, and which protections hold against whom.

use iced::widget::operation::focus;
use iced::widget::scrollable::{Direction, Scrollbar};
use iced::widget::text::Wrapping;
use iced::widget::{Column, Row, column, container, row, scrollable, space};
use iced::{Alignment, Length, Padding, Task};

use super::{Acted, Message as Section};
use crate::i18n::{self, Lang};
use crate::model::user::Right;
use crate::office::Desk;
use crate::office::problem::Problem;
use crate::office::users::roles::{self, Known};
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::{CAPTION, CONTROL, LARGE, MEDIUM, SMALL, TEXT_COLUMN, TINY};
use crate::theme::{Element, Icon, Tone, style};
use crate::widget::banner::banner;
use crate::widget::checkbox::checkbox;
use crate::widget::field::{field, text_field};
use crate::widget::{button, surface, text};

/// The width of the column with the rights.
const RIGHTS: f32 = 196.0;
/// The width of the column of a role: five of them fit into the smallest window.
const ROLE: f32 = 78.0;
/// The id of the field for the name of a role.
const NAME: &str = "people-role-name";

/// What is being named, if anything is.
#[derive(Default)]
pub struct State {
    naming: Option<Naming>,
}

struct Naming {
    /// The role; none for a new one.
    key: Option<String>,
    name: String,
}

/// What happens in the table.
#[derive(Debug, Clone)]
pub enum Message {
    /// A role allows something from now on, or no longer.
    Allow(String, Right, bool),
    /// A role is to be made.
    New,
    /// A role is to be named.
    Rename(String),
    /// Its name was typed.
    Name(String),
    /// Takes the name.
    Take,
    /// Removes a role.
    Remove(String),
    /// No name after all.
    Back,
}

impl State {
    /// Answers whether a name is being typed.
    pub fn is_naming(&self) -> bool {
        self.naming.is_some()
    }

    /// Something was written.
    pub fn done(&mut self) {
        self.naming = None;
    }

    /// Does what a message asks.
    pub(super) fn update(&mut self, message: Message, busy: bool, known: &[Known], scene: &Scene) -> Acted {
        match message {
            Message::Allow(..) | Message::Take | Message::Remove(_) if busy => {}
            Message::Allow(key, right, allowed) => {
                return write(scene, move |desk| roles::allow(desk, &key, right, allowed));
            }
            Message::New => {
                self.naming = Some(Naming { key: None, name: String::new() });
                return Acted::Nothing(focus(NAME));
            }
            Message::Rename(key) => {
                let name = known.iter().find(|role| role.key == key).map(|role| role.name.clone()).unwrap_or_default();
                self.naming = Some(Naming { key: Some(key), name });
                return Acted::Nothing(focus(NAME));
            }
            Message::Name(name) => {
                if let Some(naming) = &mut self.naming {
                    naming.name = name;
                }
            }
            Message::Take => {
                let Some(naming) = self.naming.as_ref().filter(|naming| !naming.name.trim().is_empty()) else {
                    return Acted::Nothing(focus(NAME));
                };
                let (key, name) = (naming.key.clone(), naming.name.trim().to_owned());
                return write(scene, move |desk| match key {
                    Some(key) => roles::rename(desk, &key, &name),
                    None => roles::create(desk, &name).map(|_| ()),
                });
            }
            Message::Remove(key) => return write(scene, move |desk| roles::remove(desk, &key)),
            Message::Back => self.naming = None,
        }
        Acted::Nothing(Task::none())
    }

    /// Shows the table; without the right to change it, it says who can.
    pub fn view<'a>(&'a self, known: &'a [Known], denied: Option<String>, lang: Lang) -> Element<'a, Message> {
        let may = denied.is_none();
        let banner = denied.map(|words| banner(Tone::Attention, words, None, vec![]));
        let rows = Right::ALL.map(|right| self.row(right, known, may, lang));
        let lines = rows.into_iter().flat_map(|row| [surface::line(), row]);
        let table = Column::with_children(std::iter::once(heads(known, may, lang)).chain(lines));
        let new = button::plain(t!(lang, "people-role-new")).icon(Icon::Plus).id("people-role-new");
        let new: Element<'a, Message> = match &self.naming {
            Some(naming) => name_form(naming, lang),
            None => row![new.on_press_maybe(may.then_some(Message::New))].into(),
        };
        let bar = Scrollbar::new().width(6).scroller_width(6).spacing(TINY);
        let table = scrollable(table).direction(Direction::Horizontal(bar));
        column![text::caption(t!(lang, "people-roles-text"))]
            .push(banner)
            .push(new)
            .push(table)
            .push(container(protections(lang)).max_width(TEXT_COLUMN))
            .spacing(LARGE)
            .into()
    }

    fn row<'a>(&'a self, right: Right, known: &'a [Known], may: bool, lang: Lang) -> Element<'a, Message> {
        let name = text::body(i18n::text(lang, &format!("right-{}", right.key())));
        let boxes = known.iter().map(|role| {
            let key = role.key.clone();
            let sign = checkbox("", role.rights.contains(right))
                .id(format!("role-{}-{}", role.key, right.key()))
                .on_toggle_if(may && role.can_change(), move |on| Message::Allow(key, right, on));
            // The sign stands in the middle, and not the sign with its empty label.
            container(sign).padding(Padding::ZERO.left(SMALL)).center_x(ROLE).into()
        });
        Row::with_children(std::iter::once(container(name).width(RIGHTS).into()).chain(boxes))
            .align_y(Alignment::Center)
            .padding([2.0, 0.0])
            .into()
    }
}

/// Returns what the roles are called; under an own one, what can be done with it.
fn heads<'a>(known: &'a [Known], may: bool, lang: Lang) -> Element<'a, Message> {
    let heads = known.iter().map(|role| {
        let name =
            text::strong(role.name.as_str()).size(CAPTION).align_x(Alignment::Center).wrapping(Wrapping::WordOrGlyph);
        let acts = (role.is_own() && may).then(|| {
            let act = |icon, words, message: Message| button::icon(icon, words).small().on_press(message);
            row![
                act(Icon::Pencil, t!(lang, "people-role-rename"), Message::Rename(role.key.clone())),
                act(Icon::Trash, t!(lang, "people-role-remove"), Message::Remove(role.key.clone())),
            ]
        });
        container(column![name].push(acts).align_x(Alignment::Center)).center_x(ROLE).padding([TINY, 0.0]).into()
    });
    let first = container(space()).width(RIGHTS).height(CONTROL).into();
    Row::with_children(std::iter::once(first).chain(heads)).align_y(Alignment::End).into()
}

fn name_form<'a>(naming: &'a Naming, lang: Lang) -> Element<'a, Message> {
    let label = if naming.key.is_some() { t!(lang, "people-role-rename") } else { t!(lang, "people-role-new") };
    let input = text_field("", naming.name.as_str()).id(NAME).on_input(Message::Name).on_submit(Message::Take);
    row![
        field(label, input).width(RIGHTS),
        button::main(t!(lang, "save")).on_press_maybe((!naming.name.trim().is_empty()).then_some(Message::Take)),
        button::plain(t!(lang, "cancel")).on_press(Message::Back),
    ]
    .spacing(SMALL)
    .align_y(Alignment::End)
    .into()
}

/// Says which protections are by encryption and which by the program: with one key for all, whoever can open the card
/// file can, with other tools, read all of it.
fn protections<'a>(lang: Lang) -> Element<'a, Message> {
    let kind = |icon, heading: String, sentence: String| -> Element<'a, Message> {
        let words = column![text::strong(heading), text::body(sentence).style(style::muted)].spacing(TINY);
        row![text::icon(icon), words.width(Length::Fill)].spacing(MEDIUM).into()
    };
    let kinds = column![
        kind(Icon::Lock, t!(lang, "people-by-encryption"), t!(lang, "people-by-encryption-text")),
        kind(Icon::Eye, t!(lang, "people-by-program"), t!(lang, "people-by-program-text")),
    ];
    surface::section(t!(lang, "people-protection"), None, kinds.spacing(LARGE))
}

fn write(
    scene: &Scene,
    change: impl FnOnce(&mut Desk<'_>) -> Result<(), crate::office::Error> + Send + 'static,
) -> Acted {
    let lang = scene.lang;
    Acted::Waits(Task::perform(scene.office.write(change), move |done| {
        Section::Done(done.map(|()| None).map_err(|error| Problem::new(&error, lang)))
    }))
}
