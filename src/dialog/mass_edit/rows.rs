//! What is to be changed: rows of field, action and value, with choosers that fit the field.

use iced::widget::{Column, column, container, row};
use iced::{Alignment, Length};

use super::{State, WIDTH};
use crate::i18n;
use crate::model::custom;
use crate::model::field::Field;
use crate::model::list::{self, List};
use crate::model::mass_edit::{Action, Grant, Replace, Row, Value};
use crate::model::restriction::Ground;
use crate::model::user::{self, Right};
use crate::office::mass_edit::{Sort, Verb};
use crate::office::problem;
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::{MEDIUM, SMALL, TINY};
use crate::theme::{Element, Icon, Tone, style};
use crate::widget::banner::banner;
use crate::widget::checkbox::{checkbox, radio};
use crate::widget::choice::choice;
use crate::widget::dialog::{Card, card};
use crate::widget::field::{field, text_field};
use crate::widget::{button, surface, text};

/// The first field, for the focus.
pub const FIRST: &str = "mass-edit-field-0";
/// The rows scroll from this height on, in pixels.
const HEIGHT: f32 = 380.0;

/// Returns the identity of the last row's field.
pub fn last(count: usize) -> String {
    format!("mass-edit-field-{}", count.saturating_sub(1))
}

/// What is changed in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A field, by its place among those that can be changed.
    Field(usize),
    /// The legal basis of a purpose.
    Basis,
    /// That the processing is restricted.
    Restrict,
}

/// What was chosen for a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// An item of a list.
    Item(list::Id),
    /// An item that the list does not have yet; it is typed.
    New,
    /// Somebody who works here.
    User(user::Id),
    /// Yes or no.
    Yes(bool),
    /// A country, by its place.
    Country(usize),
    /// One of an own field's choices, by its place.
    Choice(usize),
}

/// A row as far as it has been filled in.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    target: Option<Target>,
    verb: Option<Verb>,
    text: String,
    with: String,
    pick: Option<Pick>,
    other: Option<Pick>,
    case: bool,
    whole_word: bool,
    regex: bool,
    purpose: Option<list::Id>,
    basis: Option<list::Id>,
    source: Option<list::Id>,
    ground: Option<Ground>,
}

/// What happens in a row.
#[derive(Debug, Clone)]
pub enum Message {
    /// What is changed was chosen.
    Target(Option<Target>),
    /// What is done to it was chosen.
    Verb(Option<Verb>),
    /// A text was typed.
    Text(String),
    /// What takes its place was typed.
    With(String),
    /// A value was chosen.
    Pick(Option<Pick>),
    /// What takes its place was chosen.
    Other(Option<Pick>),
    /// Whether capitals and small letters differ.
    Case(bool),
    /// Whether only whole words count.
    WholeWord(bool),
    /// Whether it is a regular expression.
    Regex(bool),
    /// A purpose was chosen.
    Purpose(Option<list::Id>),
    /// A legal basis was chosen.
    Basis(Option<list::Id>),
    /// A source was chosen.
    Source(Option<list::Id>),
    /// A ground of restriction was chosen.
    Ground(Option<Ground>),
}

type Fields = [(Field, Sort)];

impl Draft {
    /// Answers whether anything was said.
    pub fn is_begun(&self) -> bool {
        self.target.is_some()
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, fields: &Fields) {
        match message {
            Message::Target(target) => {
                *self = Self { target, source: Some(list::SOURCE_USER), ..Self::default() };
                self.verb = self.sort(fields).and_then(|sort| sort.verbs().first().copied());
            }
            Message::Verb(verb) => {
                self.verb = verb.or(self.verb);
                (self.pick, self.other) = (None, None);
            }
            Message::Text(text) => self.text = text,
            Message::With(text) => self.with = text,
            Message::Pick(pick) => self.pick = pick,
            Message::Other(pick) => self.other = pick,
            Message::Case(yes) => self.case = yes,
            Message::WholeWord(yes) => self.whole_word = yes,
            Message::Regex(yes) => self.regex = yes,
            Message::Purpose(purpose) => self.purpose = purpose,
            Message::Basis(basis) => self.basis = basis,
            Message::Source(source) => self.source = source,
            Message::Ground(ground) => self.ground = ground,
        }
    }

    fn field<'f>(&self, fields: &'f Fields) -> Option<&'f (Field, Sort)> {
        match self.target? {
            Target::Field(place) => fields.get(place),
            Target::Basis | Target::Restrict => None,
        }
    }

    fn sort(&self, fields: &Fields) -> Option<Sort> {
        self.field(fields).map(|(_, sort)| *sort)
    }

    /// Returns the row; none where something is not said yet.
    pub fn row(&self, fields: &Fields, scene: &Scene) -> Option<Row> {
        match self.target? {
            Target::Basis => Some(Row::Basis(Grant {
                purpose: self.purpose?,
                basis: self.basis?,
                source: self.source?,
                comment: self.text.clone(),
            })),
            Target::Restrict => Some(Row::Restrict { ground: self.ground?, comment: self.text.clone() }),
            Target::Field(_) => {
                let (field, sort) = self.field(fields)?;
                let action = match self.verb? {
                    Verb::Set => Action::Set(self.value(field, *sort, self.pick, scene)?),
                    Verb::Clear => Action::Clear,
                    Verb::Add => Action::Add(self.value(field, *sort, self.pick, scene)?),
                    Verb::Remove => Action::Remove(self.value(field, *sort, self.pick, scene)?),
                    Verb::Exchange => Action::Exchange(
                        self.value(field, *sort, self.pick, scene)?,
                        self.value(field, *sort, self.other, scene)?,
                    ),
                    Verb::Replace if self.text.is_empty() => return None,
                    Verb::Replace => Action::Replace(Replace {
                        find: self.text.clone(),
                        with: self.with.clone(),
                        case: self.case,
                        whole_word: self.whole_word,
                        regex: self.regex,
                    }),
                };
                Some(Row::Field { field: field.clone(), action })
            }
        }
    }

    fn value(&self, field: &Field, sort: Sort, pick: Option<Pick>, scene: &Scene) -> Option<Value> {
        let typed = || Some(self.text.trim()).filter(|text| !text.is_empty()).map(|text| Value::Text(text.to_owned()));
        let day = || i18n::parse_date(scene.lang, self.text.trim(), scene.today()).map(Value::Day);
        match (sort, pick) {
            (_, Some(Pick::Item(item))) => Some(Value::Item(item)),
            (_, Some(Pick::New)) => {
                let name = self.text.trim();
                (!name.is_empty()).then(|| Value::NewItem(name.to_owned()))
            }
            (_, Some(Pick::User(user))) => Some(Value::User(user)),
            (_, Some(Pick::Yes(yes))) => Some(Value::Yes(yes)),
            (_, Some(Pick::Country(place))) => {
                i18n::countries(scene.lang).get(place).map(|(code, _)| Value::Text((*code).to_owned()))
            }
            (_, Some(Pick::Choice(place))) => choices(field, scene).get(place).cloned().map(Value::Text),
            (Sort::Day | Sort::Own(custom::Kind::Date), None) => day(),
            (Sort::Line | Sort::Text | Sort::Company | Sort::First | Sort::Number | Sort::All, None) => typed(),
            (Sort::Own(custom::Kind::Text | custom::Kind::Number), None) => typed(),
            (
                Sort::Item(_)
                | Sort::Items(_)
                | Sort::Subscriptions
                | Sort::User
                | Sort::Yes
                | Sort::Done
                | Sort::Country
                | Sort::Own(custom::Kind::List | custom::Kind::YesNo),
                None,
            ) => None,
        }
    }
}

fn choices(field: &Field, scene: &Scene) -> Vec<String> {
    let Field::Custom(key) = field else { return Vec::new() };
    scene.fields.iter().find(|known| known.key == *key).map(|known| known.choices.clone()).unwrap_or_default()
}

/// Returns what a field can be set to, where it is chosen; `all` also names what is no longer in use.
fn options(field: &Field, sort: Sort, all: bool, scene: &Scene) -> Option<Vec<(Pick, String)>> {
    let lang = scene.lang;
    Some(match sort {
        Sort::Subscriptions => options(field, Sort::Items(List::Subscription), all, scene)?,
        Sort::Item(list) | Sort::Items(list) => {
            let item = |item: &list::Item| (Pick::Item(item.id), scene.lists.name(item.id, lang).to_owned());
            if all { scene.lists.all_of(list).map(item).collect() } else { scene.lists.of(list).map(item).collect() }
        }
        Sort::User => {
            let here = scene.users.iter().filter(|user| all || user.removed_at.is_none());
            here.map(|user| (Pick::User(user.id), scene.user(user.id))).collect()
        }
        Sort::Yes | Sort::Done | Sort::Own(custom::Kind::YesNo) => {
            vec![(Pick::Yes(true), t!(lang, "yes")), (Pick::Yes(false), t!(lang, "no"))]
        }
        Sort::Country => {
            let countries = i18n::countries(lang).into_iter().enumerate();
            countries.map(|(place, (_, name))| (Pick::Country(place), name)).collect()
        }
        Sort::Own(custom::Kind::List) => {
            choices(field, scene).into_iter().enumerate().map(|(place, name)| (Pick::Choice(place), name)).collect()
        }
        Sort::Line
        | Sort::Text
        | Sort::Day
        | Sort::Company
        | Sort::Number
        | Sort::First
        | Sort::All
        | Sort::Own(custom::Kind::Text | custom::Kind::Number | custom::Kind::Date) => return None,
    })
}

/// Shows what is to be changed.
pub fn view<'a>(state: &'a State, scene: &'a Scene) -> Card<'a, super::Message> {
    let lang = scene.lang;
    let title = t!(lang, "mass-edit-title");
    let cancel = button::plain(t!(lang, "cancel")).on_press(super::Message::Back);
    let Some(about) = &state.about else {
        return card(title, surface::skeleton(4)).max_width(WIDTH).on_escape(super::Message::Back).button(cancel);
    };
    let persons = about.of == crate::model::criteria::Of::Persons;
    let count = if persons {
        t!(lang, "mass-edit-persons", count = about.count)
    } else {
        t!(lang, "mass-edit-companies", count = about.count)
    };
    let aside = if about.name.is_empty() { count } else { format!("{} · {count}", about.name) };
    let of_activities = state.activities.is_some();
    let cards = if persons { t!(lang, "mass-edit-of-persons") } else { t!(lang, "mass-edit-of-companies") };
    let what = row![
        Element::from(radio(cards, !of_activities).on_select(super::Message::Activities(false))),
        Element::from(
            radio(t!(lang, "mass-edit-of-activities"), of_activities).on_select(super::Message::Activities(true))
        )
    ]
    .spacing(MEDIUM * 2.0);
    let fields = about.fields(of_activities);
    let about_rights = persons && !of_activities;
    let rows = state.drafts.iter().enumerate().map(|(place, draft)| {
        let line = draft_row(place, draft, fields, about_rights, scene)
            .map(move |message| super::Message::Row(place, message));
        let remove = (state.drafts.len() > 1).then(|| {
            let remove = button::icon(Icon::Close, t!(lang, "mass-edit-remove-row"));
            Element::from(remove.on_press(super::Message::Remove(place)))
        });
        row![container(line).width(Length::Fill)].push(remove).spacing(SMALL).align_y(Alignment::Start).into()
    });
    let rows = Column::with_children(rows).spacing(MEDIUM);
    let add = button::plain(t!(lang, "mass-edit-add-row")).icon(Icon::Plus).on_press(super::Message::Add);
    let mut body = column![what].spacing(MEDIUM);
    if let Some(asked) = &state.activities {
        let kinds: Vec<(list::Id, String)> =
            scene.lists.of(List::Activity).map(|item| (item.id, scene.lists.name(item.id, lang).to_owned())).collect();
        let kind = choice(kinds, asked.kind).none(t!(lang, "mass-edit-any-kind")).on_choose(super::Message::Kind);
        let kind = kind.placeholder(t!(lang, "mass-edit-any-kind"));
        let day = |typed: &str, message: fn(String) -> super::Message| {
            let is_wrong = !typed.trim().is_empty() && i18n::parse_date(lang, typed.trim(), scene.today()).is_none();
            text_field("", typed.to_owned()).invalid(is_wrong).on_input(message)
        };
        body = body.push(
            row![
                Element::from(field(t!(lang, "field-activity"), kind)),
                Element::from(field(t!(lang, "mass-edit-since"), day(&asked.since, super::Message::Since))),
                Element::from(field(t!(lang, "mass-edit-until"), day(&asked.until, super::Message::Until)))
            ]
            .spacing(MEDIUM),
        );
    }
    let body = body
        .push(container(surface::scroll(container(rows).padding(TINY))).max_height(HEIGHT))
        .push(Element::from(add))
        .push(state.problem.as_ref().map(|problem| banner(Tone::Danger, problem.clone(), None, Vec::new())));
    let can = state.edit(scene).is_some();
    let next = button::main(t!(lang, "mass-edit-next"));
    card(title, body)
        .aside(aside)
        .max_width(WIDTH)
        .on_escape(super::Message::Back)
        .side_button(button::plain(t!(lang, "mass-edit-past")).icon(Icon::History).on_press(super::Message::List))
        .button(cancel)
        .button(scene.allowed(next, Right::MassEdit, can.then_some(super::Message::Plan)))
}

fn draft_row<'a>(
    place: usize,
    draft: &'a Draft,
    fields: &'a Fields,
    about_rights: bool,
    scene: &'a Scene,
) -> Element<'a, Message> {
    let lang = scene.lang;
    let mut targets: Vec<(Target, String)> =
        (0..).zip(fields).map(|(place, (field, _))| (Target::Field(place), scene.field(field))).collect();
    // Who lacks the right does not decide on what data is kept.
    if about_rights && scene.office.user().may(Right::LegalBasis) {
        targets.push((Target::Basis, problem::field_name(lang, &Field::LegalBasis)));
        targets.push((Target::Restrict, t!(lang, "mass-edit-restrict")));
    }
    let target = choice(targets, draft.target)
        .id(format!("mass-edit-field-{place}"))
        .placeholder(t!(lang, "mass-edit-field"))
        .on_choose(Message::Target)
        .width(210);
    let line = row![Element::from(target)].spacing(SMALL).align_y(Alignment::Start);
    match draft.target {
        None => line.into(),
        Some(Target::Basis) => {
            let items = |list: List| -> Vec<(list::Id, String)> {
                scene.lists.of(list).map(|item| (item.id, scene.lists.name(item.id, lang).to_owned())).collect()
            };
            let objected = crate::model::basis::Basis::Objected.item();
            let bases = items(List::Basis).into_iter().filter(|(id, _)| *id != objected);
            let purpose = choice(items(List::Purpose), draft.purpose)
                .placeholder(t!(lang, "field-purpose"))
                .on_choose(Message::Purpose);
            let basis = choice(bases, draft.basis).placeholder(t!(lang, "field-legal_basis")).on_choose(Message::Basis);
            let source = choice(items(List::Source), draft.source)
                .placeholder(t!(lang, "field-source"))
                .on_choose(Message::Source);
            let comment = text_field(t!(lang, "field-comment"), draft.text.as_str()).on_input(Message::Text);
            let first = row![Element::from(purpose), Element::from(basis), Element::from(source)].spacing(SMALL);
            line.push(column![first, Element::from(comment)].spacing(SMALL).width(Length::Fill)).into()
        }
        Some(Target::Restrict) => {
            let grounds = Ground::ALL.map(|ground| (ground, i18n::text(lang, &format!("ground-{}", ground.letter()))));
            let ground =
                choice(grounds, draft.ground).placeholder(t!(lang, "mass-edit-ground")).on_choose(Message::Ground);
            let comment = text_field(t!(lang, "field-comment"), draft.text.as_str()).on_input(Message::Text);
            let says = text::caption(t!(lang, "state-restrict-says")).style(style::muted);
            line.push(column![Element::from(ground), Element::from(comment), says].spacing(SMALL).width(Length::Fill))
                .into()
        }
        Some(Target::Field(_)) => {
            let Some((field, sort)) = draft.field(fields) else { return line.into() };
            let verbs = sort.verbs().iter().map(|verb| (*verb, words(*sort, *verb, lang)));
            let verb = choice(verbs, draft.verb).on_choose(Message::Verb).width(170);
            line.push(Element::from(verb)).push(value(draft, field, *sort, scene)).into()
        }
    }
}

/// Returns what a verb is called for a field.
fn words(sort: Sort, verb: Verb, lang: i18n::Lang) -> String {
    match (sort, verb) {
        (Sort::Subscriptions, Verb::Add) => t!(lang, "subscription-wants"),
        (Sort::Subscriptions, _) => t!(lang, "subscription-refuses"),
        (_, verb) => i18n::text(lang, &format!("mass-edit-verb-{}", verb.key())),
    }
}

/// Shows what is chosen or typed for a field.
fn value<'a>(draft: &'a Draft, field: &Field, sort: Sort, scene: &'a Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let Some(verb) = draft.verb else { return column![].into() };
    match verb {
        Verb::Clear => column![].width(Length::Fill).into(),
        Verb::Replace => {
            let find = text_field(t!(lang, "mass-edit-find"), draft.text.as_str()).on_input(Message::Text);
            let with = text_field(t!(lang, "mass-edit-with"), draft.with.as_str()).on_input(Message::With);
            let case = checkbox(t!(lang, "mass-edit-case"), draft.case).on_toggle(Message::Case);
            let whole = checkbox(t!(lang, "mass-edit-whole-word"), draft.whole_word).on_toggle(Message::WholeWord);
            let regex = checkbox(t!(lang, "mass-edit-regex"), draft.regex).on_toggle(Message::Regex);
            column![
                row![Element::from(find), Element::from(with)].spacing(SMALL),
                row![Element::from(case), Element::from(whole), Element::from(regex)].spacing(MEDIUM)
            ]
            .spacing(SMALL)
            .width(Length::Fill)
            .into()
        }
        Verb::Exchange => {
            let all = options(field, sort, true, scene).unwrap_or_default();
            let from = choice(all, draft.pick).placeholder(t!(lang, "mass-edit-from")).on_choose(Message::Pick);
            let new = options(field, sort, false, scene).unwrap_or_default();
            let to = choice(new, draft.other).placeholder(t!(lang, "mass-edit-to")).on_choose(Message::Other);
            row![Element::from(from), Element::from(to)].spacing(SMALL).width(Length::Fill).into()
        }
        Verb::Set | Verb::Add | Verb::Remove => match options(field, sort, verb == Verb::Remove, scene) {
            Some(mut options) => {
                // What was never there cannot be taken away.
                if matches!(sort, Sort::Item(list) | Sort::Items(list) if list.grows()) && verb != Verb::Remove {
                    options.push((Pick::New, t!(lang, "mass-edit-new-item")));
                }
                let value =
                    choice(options, draft.pick).placeholder(t!(lang, "mass-edit-value")).on_choose(Message::Pick);
                let new = (draft.pick == Some(Pick::New)).then(|| -> Element<'a, Message> {
                    text_field(t!(lang, "mass-edit-new-item-name"), draft.text.as_str())
                        .id("mass-edit-new-item")
                        .on_input(Message::Text)
                        .into()
                });
                row![Element::from(value)].push(new).spacing(SMALL).width(Length::Fill).into()
            }
            None => {
                let is_day = matches!(sort, Sort::Day | Sort::Own(custom::Kind::Date));
                let typed = draft.text.trim();
                let is_wrong = is_day && !typed.is_empty() && i18n::parse_date(lang, typed, scene.today()).is_none();
                text_field(t!(lang, "mass-edit-value"), draft.text.as_str())
                    .invalid(is_wrong)
                    .on_input(Message::Text)
                    .into()
            }
        },
    }
}
