//! Removing somebody: what that does, and the passphrase of who removes them.

use iced::Task;
use iced::widget::operation::focus;
use iced::widget::{Column, column, row};
use zeroize::Zeroizing;

use super::{Acted, Message as Section};
use crate::office::backup::LONGEST_DAYS;
use crate::office::problem::{Kind, Problem};
use crate::screen::{Page as Sheet, Scene};
use crate::t;
use crate::theme::measure::{LARGE, SMALL};
use crate::theme::{Element, Icon};
use crate::vault::{Passphrase, Proof};
use crate::widget::field::{field, text_field};
use crate::widget::{button, text};

/// The id of the field for the passphrase of who removes somebody.
pub const PROOF: &str = "people-leave-proof";

/// Who is to be removed, and what was typed so far.
pub struct State {
    name: String,
    proof: Zeroizing<String>,
    problem: Option<String>,
}

/// What happens on the page.
#[derive(Clone)]
pub enum Message {
    /// The passphrase of who removes them was typed.
    Proof(String),
    /// Removes them.
    Go,
    /// No, after all.
    Back,
}

impl State {
    /// Asks whether somebody is to be removed.
    pub fn new(name: &str) -> Self {
        Self { name: name.to_owned(), proof: Zeroizing::default(), problem: None }
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
        let lang = scene.lang;
        match message {
            Message::Proof(typed) => (self.proof, self.problem) = (Zeroizing::new(typed), None),
            Message::Go if busy => {}
            Message::Go if self.proof.is_empty() => {
                self.problem = Some(t!(lang, "create-passphrase-empty"));
                return Acted::Nothing(focus(PROOF));
            }
            Message::Go => {
                let proof = Proof::Passphrase(Passphrase::new(self.proof.as_str()));
                let name = self.name.clone();
                let (done, without) = (
                    t!(lang, "people-removed", name = name.as_str()),
                    t!(lang, "people-removed-no-backup", name = name.as_str()),
                );
                let removed = scene.office.remove_user_aside(proof, name);
                return Acted::Waits(Task::perform(removed, move |removed| {
                    let words = removed.map(|removed| Some(if removed.backup.is_some() { done } else { without }));
                    Section::Done(words.map_err(|error| Problem::new(&error, lang)))
                }));
            }
            Message::Back => return Acted::Back,
        }
        Acted::Nothing(Task::none())
    }

    /// Shows the page.
    pub fn view<'a>(&'a self, busy: bool, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let points = [
            t!(lang, "people-leave-key"),
            t!(lang, "people-leave-backup"),
            t!(lang, "people-leave-older", days = LONGEST_DAYS),
            t!(lang, "people-leave-recovery", name = self.name.as_str()),
            t!(lang, "people-leave-name"),
        ];
        let points = points.map(|point| {
            let dot = text::strong(t!(lang, "separator-dot"));
            row![dot, text::body(point)].spacing(SMALL).into()
        });
        let proof = text_field("", self.proof.as_str())
            .id(PROOF)
            .icon(Icon::Lock)
            .secure(true)
            .invalid(self.problem.is_some())
            .on_input(Message::Proof)
            .on_submit(Message::Go);
        let go = if busy { t!(lang, "people-leave-busy") } else { t!(lang, "people-leave-go") };
        column![
            Sheet::head(
                t!(lang, "people-leave-title", name = self.name.as_str()),
                t!(lang, "people-leave-text", name = self.name.as_str())
            ),
            Column::with_children(points).spacing(SMALL),
            field(t!(lang, "people-your-passphrase"), proof)
                .hint(t!(lang, "keys-proof-why"))
                .error(self.problem.as_ref()),
            Sheet::foot(
                Some(button::plain(t!(lang, "cancel")).on_press(Message::Back)),
                vec![button::danger(go).on_press_maybe((!busy).then_some(Message::Go))],
            ),
        ]
        .spacing(LARGE)
        .into()
    }
}
