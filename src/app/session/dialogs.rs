//! The dialogs over the screen, in one table: a new one is a line here, and an [`Action`](crate::screen::Action) that
//! opens it.
//!
//! Only one is open at a time. What is said to one that was closed meanwhile is not heard.

use crate::dialog::{
    came_back, deleting, erasing, exporting, help::Topic, informing, legal_basis, letter, mass_edit, merging,
    new_person, recovery, reporting, reports, selection as selecting, states,
};
use crate::model::change::Changes;
use crate::model::draft::Draft;
use crate::screen::{Command, Scene, Step};
use crate::widget::dialog::Card;

/// Takes the first where something is so, or else the second.
macro_rules! either {
    (yes, $one:expr, $other:expr) => {
        $one
    };
    (no, $one:expr, $other:expr) => {
        $other
    };
}

/// Lists the dialogs: where each lives, which help belongs to it, whether it takes commands, whether leaving it could
/// lose something, whether work may go on in it that must come to its end before the card file is locked by itself, whether
/// what is typed in it is kept then, and whether it keeps something of what all screens see, or of what writes change.
macro_rules! dialogs {
    ($($(#[$about:meta])+ $name:ident($module:ident), $help:ident,
        command: $command:ident, unsaved: $unsaved:ident, running: $running:ident, draft: $draft:ident, scene: $scene:ident,
        changes: $changes:ident;)+) => {
        /// The dialog over the screen.
        pub(in crate::app) enum Dialog {
            $($(#[$about])+ $name(Box<$module::State>),)+
        }

        /// What happens in a dialog.
        #[derive(Clone)]
        pub enum Message {
            $($(#[$about])+ $name($module::Message),)+
        }

        impl Dialog {
            pub fn view<'a>(&'a self, scene: &'a Scene) -> Card<'a, Message> {
                match self {
                    $(Self::$name(dialog) => dialog.view(scene).map(Message::$name),)+
                }
            }

            pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
                match (self, message) {
                    $((Self::$name(dialog), Message::$name(message)) => {
                        dialog.update(message, scene).map(Message::$name)
                    })+
                    ($(Self::$name(_))|+, $(Message::$name(_))|+) => Step::none(),
                }
            }

            pub fn command(&mut self, command: Command, scene: &Scene) -> Step<Message> {
                match self {
                    $(Self::$name(_dialog) => either!(
                        $command,
                        _dialog.command(command, scene).map(Message::$name),
                        Step::none()
                    ),)+
                }
            }

            /// Returns whether leaving it would lose something.
            pub fn unsaved(&self) -> bool {
                match self {
                    $(Self::$name(_dialog) => either!($unsaved, _dialog.unsaved(), false),)+
                }
            }

            /// Answers whether work goes on in it.
            pub fn is_running(&self) -> bool {
                match self {
                    $(Self::$name(_dialog) => either!($running, _dialog.is_running(), false),)+
                }
            }

            /// Tells it that what all screens see has changed.
            pub fn scene_changed(&mut self, scene: &Scene) {
                match self {
                    $(Self::$name(_dialog) => either!($scene, _dialog.scene_changed(scene), {}),)+
                }
            }

            /// Tells it what a write changed.
            pub fn changed(&mut self, changes: &Changes, scene: &Scene) -> Step<Message> {
                match self {
                    $(Self::$name(_dialog) => either!(
                        $changes,
                        _dialog.changed(changes, scene).map(Message::$name),
                        Step::none()
                    ),)+
                }
            }

            /// Returns what is typed in it and not saved, to be kept while the card file is locked.
            pub fn draft(&self) -> Option<Draft> {
                match self {
                    $(Self::$name(_dialog) => either!($draft, _dialog.draft(), None),)+
                }
            }

            /// Returns which help belongs to it.
            pub fn topic(&self) -> Topic {
                match self {
                    $(Self::$name(_) => Topic::$help,)+
                }
            }
        }
    };
}

dialogs! {
    /// On which legal bases a person is kept.
    LegalBasis(legal_basis), Basis, command: yes, unsaved: yes, running: no,
        draft: yes, scene: no, changes: yes;
    /// A new person.
    NewPerson(new_person), New, command: yes, unsaved: yes, running: no,
        draft: yes, scene: yes, changes: no;
    /// The recovery key, typed back.
    Recovery(recovery), Create, command: no, unsaved: no, running: no,
        draft: no, scene: no, changes: no;
    /// Two cards that become one.
    Merging(merging), Merging, command: yes, unsaved: no, running: no,
        draft: no, scene: no, changes: no;
    /// Many changed at once.
    MassEdit(mass_edit), MassEdit, command: yes, unsaved: yes, running: yes,
        draft: no, scene: no, changes: no;
    /// The state of a person.
    State(states), Card, command: yes, unsaved: yes, running: no,
        draft: no, scene: no, changes: no;
    /// A selection that is made.
    Selecting(selecting), Selections, command: yes, unsaved: yes, running: no,
        draft: no, scene: no, changes: no;
    /// Cards that are handed out.
    Exporting(exporting), Persons, command: yes, unsaved: yes, running: no,
        draft: no, scene: no, changes: no;
    /// What goes to the trash.
    Deleting(deleting), Trash, command: yes, unsaved: no, running: yes,
        draft: no, scene: no, changes: no;
    /// Who is erased.
    Erasing(erasing), Card, command: yes, unsaved: yes, running: no,
        draft: no, scene: no, changes: no;
    /// A privacy report.
    Reporting(reporting), Report, command: yes, unsaved: yes, running: yes,
        draft: no, scene: no, changes: no;
    /// The reports of several people.
    Reports(reports), Report, command: yes, unsaved: yes, running: yes,
        draft: no, scene: no, changes: no;
    /// What came back to mails.
    CameBack(came_back), Card, command: yes, unsaved: no, running: no,
        draft: no, scene: no, changes: no;
    /// A letter to one person.
    Letter(letter), Card, command: yes, unsaved: no, running: no,
        draft: no, scene: no, changes: no;
    /// Everybody who is due is informed.
    Informing(informing), Today, command: yes, unsaved: no, running: yes,
        draft: no, scene: no, changes: no;
}

impl Dialog {
    /// Returns whether what was done in it is taken back in it, and can be now.
    pub fn takes_steps(&self) -> bool {
        if let Self::LegalBasis(dialog) = self { !dialog.unsaved() } else { false }
    }
}
