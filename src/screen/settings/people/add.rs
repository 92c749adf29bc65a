//! Adding somebody: a name, a role, a passphrase of their own, and the passphrase of who adds them.

use iced::Task;
use iced::widget::column;
use iced::widget::operation::focus;
use zeroize::Zeroizing;

use super::{Acted, Message as Section};
use crate::model::user::Role;
use crate::office::problem::{Kind, Problem};
use crate::office::users::roles::Known;
use crate::screen::{NewPassphrase, NewPassphraseMessage, Page as Sheet, Scene};
use crate::t;
use crate::theme::measure::LARGE;
use crate::theme::{Element, Icon};
use crate::vault::{Passphrase, Proof};
use crate::widget::button;
use crate::widget::choice::choice;
use crate::widget::field::{field, text_field};

/// The id of the field for the name.
pub const NAME: &str = "people-name";
/// The id of the field for the passphrase of who adds somebody.
pub const PROOF: &str = "people-proof";

/// What was typed so far.
pub struct State {
    name: String,
    role: String,
    new: NewPassphrase,
    proof: Zeroizing<String>,
    /// Whether somebody wanted to go on without a name.
    lacks_name: bool,
    problem: Option<String>,
}

/// What happens on the page.
#[derive(Clone)]
pub enum Message {
    /// The name was typed.
    Name(String),
    /// The role was chosen.
    Role(Option<String>),
    /// In the fields for the passphrase.
    New(NewPassphraseMessage),
    /// The passphrase of who adds them was typed.
    Proof(String),
    /// Adds them.
    Go,
    /// No, after all.
    Back,
}

impl Default for State {
    fn default() -> Self {
        Self {
            name: String::new(),
            role: Role::Seller.key().to_owned(),
            new: NewPassphrase::default(),
            proof: Zeroizing::default(),
            lacks_name: false,
            problem: None,
        }
    }
}

impl State {
    /// Answers whether something would be lost.
    pub fn unsaved(&self) -> bool {
        !self.name.is_empty() || !self.new.is_empty()
    }

    /// Shows a problem where it belongs; answers whether it belongs here.
    pub fn takes(&mut self, problem: &Problem) -> bool {
        let is_ours = problem.kind == Kind::WrongKey;
        if is_ours {
            self.problem = Some(problem.message.clone());
        }
        is_ours
    }

    /// Does what a message asks.
    pub(super) fn update(&mut self, message: Message, busy: bool, scene: &Scene) -> Acted {
        match message {
            Message::Name(name) => (self.name, self.lacks_name) = (name, false),
            Message::Role(Some(role)) => self.role = role,
            Message::Role(None) => {}
            Message::New(NewPassphraseMessage::Done) => return Acted::Nothing(focus(PROOF)),
            Message::New(message) => {
                let typed = |message| Section::Adding(Message::New(message));
                return Acted::Nothing(self.new.update(message).map(typed));
            }
            Message::Proof(typed) => (self.proof, self.problem) = (Zeroizing::new(typed), None),
            Message::Go if busy => {}
            Message::Go => return self.go(scene),
            Message::Back => return Acted::Back,
        }
        Acted::Nothing(Task::none())
    }

    fn go(&mut self, scene: &Scene) -> Acted {
        let lang = scene.lang;
        if self.name.trim().is_empty() {
            self.lacks_name = true;
            return Acted::Nothing(focus(NAME));
        }
        let Some(new) = self.new.take() else { return Acted::Nothing(focus(NewPassphrase::FIRST)) };
        if self.proof.is_empty() {
            self.problem = Some(t!(lang, "create-passphrase-empty"));
            return Acted::Nothing(focus(PROOF));
        }
        let proof = Proof::Passphrase(Passphrase::new(self.proof.as_str()));
        let words = t!(lang, "people-added", name = self.name.trim());
        let added = scene.office.add_user(proof, &self.name, &self.role, new);
        Acted::Waits(Task::perform(added, move |added| {
            Section::Done(added.map(|_| Some(words)).map_err(|error| Problem::new(&error, lang)))
        }))
    }

    /// Shows the page.
    pub fn view<'a>(&'a self, roles: &'a [Known], busy: bool, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let name = text_field("", self.name.as_str())
            .id(NAME)
            .icon(Icon::User)
            .invalid(self.lacks_name)
            .on_input(Message::Name)
            .on_submit(Message::Go);
        let lacks = self.lacks_name.then(|| t!(lang, "people-name-missing"));
        let options = roles.iter().map(|role| (role.key.clone(), role.name.clone()));
        let role = choice(options, Some(self.role.clone())).id("people-new-role").on_choose(Message::Role);
        let proof = text_field("", self.proof.as_str())
            .id(PROOF)
            .icon(Icon::Lock)
            .secure(true)
            .invalid(self.problem.is_some())
            .on_input(Message::Proof)
            .on_submit(Message::Go);
        let go = if busy { t!(lang, "keys-busy") } else { t!(lang, "people-add-go") };
        column![
            Sheet::head(t!(lang, "people-add-title"), t!(lang, "people-add-text")),
            field(t!(lang, "people-name"), name).hint(t!(lang, "people-name-hint")).error(lacks),
            field(t!(lang, "people-role"), role).hint(t!(lang, "people-role-hint")),
            self.new.view(lang).map(Message::New),
            field(t!(lang, "people-your-passphrase"), proof)
                .hint(t!(lang, "keys-proof-why"))
                .error(self.problem.as_ref()),
            Sheet::foot(
                Some(button::plain(t!(lang, "cancel")).on_press(Message::Back)),
                vec![button::main(go).on_press_maybe((!busy).then_some(Message::Go))],
            ),
        ]
        .spacing(LARGE)
        .into()
    }
}
