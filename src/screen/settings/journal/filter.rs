//! Which entries are listed: about whom, by whom, of what kind, from when to when.

use chrono::NaiveDate;
use iced::widget::row;
use iced::{Alignment, Length, Task};

use crate::i18n;
use crate::model::journal::Group;
use crate::model::{person, user};
use crate::office::journal::Wanted;
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::{MEDIUM, SMALL};
use crate::theme::{Element, Icon};
use crate::vault::Slot;
use crate::widget::choice::choice;
use crate::widget::field::{field, text_field};
use crate::widget::lookup::lookup;
use crate::widget::{button, text};

/// How many people are suggested.
const SUGGESTED: usize = 8;

/// What was typed and chosen.
#[derive(Debug, Default)]
pub struct State {
    typed: String,
    person: Option<person::Id>,
    suggested: Vec<person::Line>,
    question: u64,
    user: Option<user::Id>,
    group: Option<Group>,
    from: String,
    to: String,
}

/// What happens to the choice.
#[derive(Debug, Clone)]
pub enum Message {
    /// A name was typed.
    Who(String),
    /// People of that name were found.
    Found(u64, Vec<person::Line>),
    /// One of them was chosen.
    Chosen(usize),
    /// The only one found is meant.
    Submit,
    /// A user was chosen, or all.
    User(Option<user::Id>),
    /// A group of kinds was chosen, or all.
    Group(Option<Group>),
    /// The first day was typed.
    From(String),
    /// The last day was typed.
    To(String),
    /// All entries are to be listed.
    Clear,
}

fn name(line: &person::Line, scene: &Scene) -> String {
    let name = person::full_name(&line.first_name, &line.last_name);
    if name.is_empty() { t!(scene.lang, "list-no-name") } else { name }
}

impl State {
    /// Chooses a person.
    pub fn choose(&mut self, person: person::Id, name: String) {
        *self = Self { person: Some(person), typed: name, question: self.question + 1, ..Self::default() };
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Task<Message> {
        match message {
            Message::Who(typed) => {
                (self.typed, self.person) = (typed, None);
                return self.find(scene);
            }
            Message::Found(question, lines) => {
                if question == self.question {
                    self.suggested = lines;
                }
            }
            Message::Chosen(row) => {
                if let Some(line) = self.suggested.get(row) {
                    self.choose_in_place(line.id, name(line, scene));
                }
            }
            Message::Submit => {
                if let [only] = self.suggested.as_slice() {
                    self.choose_in_place(only.id, name(only, scene));
                }
            }
            Message::User(user) => self.user = user,
            Message::Group(group) => self.group = group,
            Message::From(typed) => self.from = typed,
            Message::To(typed) => self.to = typed,
            Message::Clear => *self = Self { question: self.question + 1, ..Self::default() },
        }
        Task::none()
    }

    fn choose_in_place(&mut self, person: person::Id, name: String) {
        (self.person, self.typed) = (Some(person), name);
        self.suggested.clear();
        self.question += 1;
    }

    fn find(&mut self, scene: &Scene) -> Task<Message> {
        self.question += 1;
        let found = Some(self.typed.trim()).filter(|typed| !typed.is_empty());
        let found = found.and_then(|typed| scene.office.find_first(typed)).map(|found| found.ids);
        let ids: Vec<person::Id> = found.iter().flat_map(|ids| ids.iter().copied()).take(SUGGESTED).collect();
        if ids.is_empty() {
            self.suggested.clear();
            return Task::none();
        }
        let question = self.question;
        let lines = scene.office.latest(Slot("journal person"), move |desk| crate::office::persons::lines(desk, &ids));
        // Suggestions help; where they fail, one types on.
        Task::perform(lines, move |lines| Message::Found(question, lines.unwrap_or_default()))
    }

    fn day(typed: &str, scene: &Scene) -> Option<NaiveDate> {
        i18n::parse_date(scene.lang, typed, scene.today())
    }

    /// Returns which entries are meant.
    pub fn wanted(&self, scene: &Scene) -> Wanted {
        Wanted {
            person: self.person,
            user: self.user,
            kinds: self.group.map(Group::kinds).unwrap_or_default(),
            since: Self::day(&self.from, scene),
            until: Self::day(&self.to, scene),
            ..Wanted::default()
        }
    }

    fn is_empty(&self, scene: &Scene) -> bool {
        self.wanted(scene) == Wanted::default() && self.typed.is_empty() && self.from.is_empty() && self.to.is_empty()
    }

    /// Shows the choice, and how many entries that are.
    pub fn view<'a>(&'a self, count: usize, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let is_nobody = self.person.is_none() && !self.typed.is_empty();
        let who = text_field(t!(lang, "journal-filter-everybody"), &self.typed)
            .id("journal-person")
            .icon(Icon::Search)
            .invalid(is_nobody && self.suggested.is_empty())
            .on_input(Message::Who)
            .on_submit(Message::Submit);
        let suggested = self.suggested.iter().map(|line| match line.company.as_str() {
            "" => name(line, scene),
            company => format!("{} {} {company}", name(line, scene), t!(lang, "separator-dot")),
        });
        let who = lookup(who, suggested.collect(), Message::Chosen);
        let everybody = t!(lang, "journal-filter-all-users");
        let users = choice(scene.users.iter().map(|user| (user.id, scene.user(user.id))), self.user)
            .none(everybody.clone())
            .placeholder(everybody)
            .nothing(t!(lang, "choice-nothing"))
            .id("journal-user")
            .on_choose(Message::User);
        let everything = t!(lang, "journal-filter-all-kinds");
        let words = |group: Group| i18n::text(lang, &format!("journal-group-{}", group.key()));
        let kinds = choice(Group::ALL.map(|group| (group, words(group))), self.group)
            .none(everything.clone())
            .placeholder(everything)
            .nothing(t!(lang, "choice-nothing"))
            .id("journal-kind")
            .on_choose(Message::Group);
        let day = |label: String, typed: &str, id: &'static str, on: fn(String) -> Message| {
            let is_wrong = !typed.trim().is_empty() && Self::day(typed, scene).is_none();
            let day = text_field(t!(lang, "journal-filter-any-day"), typed).id(id).invalid(is_wrong).on_input(on);
            Element::from(field(label, day).width(Length::Fixed(96.0)))
        };
        let fields = row![
            Element::from(field(t!(lang, "journal-filter-person"), who).width(Length::Fill)),
            Element::from(field(t!(lang, "journal-column-who"), users).width(Length::Fill)),
            Element::from(field(t!(lang, "journal-column-what"), kinds).width(Length::Fill)),
            day(t!(lang, "journal-filter-from"), &self.from, "journal-from", Message::From),
            day(t!(lang, "journal-filter-to"), &self.to, "journal-to", Message::To),
        ]
        .spacing(SMALL)
        .align_y(Alignment::End);
        let count = text::caption(t!(lang, "journal-count", count = i64::try_from(count).unwrap_or(i64::MAX)));
        let clear = (!self.is_empty(scene)).then(|| -> Element<'a, Message> {
            button::link(t!(lang, "journal-filter-clear")).small().on_press(Message::Clear).into()
        });
        let below = row![count].push(clear).spacing(MEDIUM).align_y(Alignment::Center).height(28);
        iced::widget::column![fields, below].spacing(SMALL).into()
    }
}
