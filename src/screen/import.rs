//! The import of people from a file, in five steps: file, columns, legal basis, what will happen, result.
//!
//! What one does most here: choose a file (Enter, or drop it on the window), go on (Enter), go back (Esc). Nothing is
//! written before the last Enter, and what one has chosen stays when one goes back.

mod cards;
mod columns;
mod file;
mod frame;
mod going_on;
mod overruling;
mod plan;
mod rejects;
mod result;
mod rows;
mod targets;
mod terms;
mod tiles;
mod work;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use iced::Task;

use super::{Action, Command, Scene, Step};
use crate::model::basis::Named;
use crate::model::change::Changes;
use crate::model::condition::Condition;
use crate::model::field::Field;
use crate::model::import::{OnDuplicate, Target};
use crate::model::list;
use crate::office::import::{Opened, Outcome, Plan, Undone};
use crate::office::problem::Problem;
use crate::transfer::Parser;
use crate::widget::long_list;
use crate::{t, theme};

use rows::{Rows, Show};
use terms::Draft;
use work::{Kind, Work};

/// The import, from the choice of a file to its result.
pub struct State {
    /// Who reads files.
    parser: Parser,
    stage: Stage,
    /// Where the file is, as typed or chosen.
    typed: String,
    file: Option<Arc<Opened>>,
    /// What went wrong last, shown on the step where it did.
    problem: Option<Problem>,
    /// What each column of the file becomes.
    mapping: Vec<Target>,
    /// Whether columns that are left out and empty are listed as well.
    all_columns: bool,
    terms: Draft,
    /// Whether somebody wanted to go on from a step that is not finished, which is then said in red.
    hurried: bool,
    plan: Option<Arc<Plan>>,
    /// Why people who were erased come in again, as it is typed, and as it holds for the plan.
    overrule: String,
    overruled: Option<String>,
    outcome: Option<Arc<Outcome>>,
    undone: Option<Arc<Undone>>,
    rows: Rows,
    work: Option<Work>,
    question: Option<Question>,
    /// Whether the recovery key has to be typed back before anything can be imported.
    recovery_needed: bool,
}

/// The steps of an import, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Which file.
    File,
    /// What its columns are.
    Columns,
    /// Why the people in it may be kept.
    Terms,
    /// What will happen.
    Plan,
    /// What happened.
    Result,
}

impl Stage {
    const ALL: [Self; 5] = [Self::File, Self::Columns, Self::Terms, Self::Plan, Self::Result];

    fn before(self) -> Self {
        match self {
            Self::File | Self::Columns => Self::File,
            Self::Terms => Self::Columns,
            Self::Plan => Self::Terms,
            Self::Result => Self::Plan,
        }
    }
}

/// What is asked before it is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Question {
    /// Leaves an import that was begun.
    Leave,
    /// Takes an import back.
    Undo,
}

/// What happens on the screen.
#[derive(Debug, Clone)]
pub enum Message {
    /// The path was typed.
    Typed(String),
    /// A file is to be chosen in the system's dialog.
    Pick,
    /// A file was chosen.
    Picked(PathBuf),
    /// A file was looked at.
    Opened(u64, Result<Arc<Opened>, Problem>),
    /// Goes on.
    Next,
    /// Goes back.
    Back,
    /// Goes back to a step.
    To(Stage),
    /// A column gets a meaning; none leaves it out.
    Map(usize, Option<Target>),
    /// An e-mail, phone or address column gets a label.
    Label(usize, Option<&'static str>),
    /// Lists the empty columns, or no longer.
    AllColumns(bool),
    /// A purpose was chosen.
    Purpose(Option<list::Id>),
    /// A legal basis was chosen.
    Basis(Named),
    /// A condition of art. 9(2) was chosen.
    Condition(Option<Condition>),
    /// A source was chosen.
    Source(Option<list::Id>),
    /// The comment was typed.
    Comment(String),
    /// What happens with people who are here already.
    OnDuplicate(OnDuplicate),
    /// It is known what will happen.
    Planned(u64, Result<Arc<Plan>, Problem>),
    /// Time has passed during long work.
    Tick(u64),
    /// Stops the work.
    Cancel,
    /// The import ended.
    Imported(u64, Result<Arc<Outcome>, Problem>),
    /// Why people who were erased come in again.
    Overrule(String),
    /// They are to come in again for that reason.
    LetIn,
    /// Which rows are listed.
    Show(Show),
    /// Something happened in the list of rows.
    List(long_list::Event),
    /// Lists the people who came in.
    ListPersons,
    /// Saves the list of the rows that were not taken.
    SaveRejects,
    /// It is known where to.
    SaveTo(PathBuf),
    /// It is saved, or not.
    Saved(Result<(), Problem>),
    /// Asks whether the import is to be undone.
    AskUndo,
    /// Takes the import back.
    Undo,
    /// It was taken back.
    Undone(u64, Result<Arc<Undone>, Problem>),
    /// Answers a question with no.
    Stay,
    /// Leaves the import.
    Leave,
    /// Starts with another file.
    Another,
    /// Types the recovery key back.
    ConfirmRecovery,
    /// Whether that has been done.
    Recovery(bool),
}

impl State {
    /// Returns the first step, and, where there is a file already, the task that looks at it; `parser` reads files.
    pub fn new(file: Option<PathBuf>, parser: Parser, scene: &Scene) -> (Self, Task<Message>) {
        let mut state = Self {
            parser,
            stage: Stage::File,
            typed: String::new(),
            file: None,
            problem: None,
            mapping: Vec::new(),
            all_columns: false,
            terms: Draft::default(),
            hurried: false,
            plan: None,
            outcome: None,
            undone: None,
            rows: Rows::default(),
            work: None,
            question: None,
            recovery_needed: false,
            overrule: String::new(),
            overruled: None,
        };
        state.terms.offer(&scene.rules);
        let open = match file {
            Some(path) => state.open(path, scene),
            None => state.focus(),
        };
        let task = Task::batch([open, work::ask_recovery(scene)]);
        (state, task)
    }

    /// Puts the keyboard on the button that chooses a file, where that is the step.
    pub fn focus(&self) -> Task<Message> {
        if self.stage == Stage::File { iced::widget::operation::focus(file::CHOOSE) } else { Task::none() }
    }

    /// Does what a message asks for.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        match message {
            Message::Typed(path) => self.typed = path,
            Message::Pick => return pick(scene),
            Message::Picked(path) => return Step::task(self.open(path, scene)),
            Message::Opened(run, found) if self.is_awaited(run) => self.opened(found),
            Message::Next => return self.go_on(scene),
            Message::Back => return self.go_back(),
            Message::To(stage) => self.return_to(stage),
            Message::Map(column, target) => self.map(column, target.unwrap_or(Target::Ignore)),
            Message::Label(column, label) => self.label(column, label),
            Message::AllColumns(all) => self.all_columns = all,
            Message::Purpose(purpose) => self.change_terms(|terms| {
                terms.purpose = purpose;
                terms.offer(&scene.rules);
            }),
            Message::Condition(condition) => self.change_terms(|terms| terms.condition = condition),
            Message::Basis(basis) => self.change_terms(|terms| terms.basis = Some(basis)),
            Message::Source(source) => self.change_terms(|terms| terms.source = source),
            Message::Comment(comment) => self.change_terms(|terms| terms.comment = comment),
            Message::OnDuplicate(choice) => self.change_terms(|terms| terms.on_duplicate = choice),
            Message::Planned(run, plan) if self.is_awaited(run) => self.planned(plan),
            Message::Tick(run) => return Step::task(self.tick(run)),
            Message::Cancel => return self.cancel(),
            Message::Imported(run, outcome) if self.is_awaited(run) => return self.imported(outcome),
            Message::Overrule(reason) => self.overrule = reason,
            Message::LetIn if self.overrule.trim().is_empty() || self.work.is_some() => {}
            Message::LetIn => {
                self.overruled = Some(self.overrule.trim().to_owned());
                self.plan = None;
                return Step::task(self.make_plan(scene));
            }
            Message::Show(show) => self.rows.show(show, going_on::listed(&self.outcome, &self.plan)),
            Message::List(event) => self.rows.update(&event),
            Message::ListPersons => return self.list_persons(scene),
            Message::SaveRejects => return save_rejects(scene),
            Message::SaveTo(path) => return self.save_rejects_to(path, scene),
            Message::Saved(Ok(())) => return Step::ask(Action::Toast(t!(scene.lang, "saved"))),
            Message::Saved(Err(problem)) => return Step::ask(Action::Problem(problem)),
            Message::AskUndo => self.question = Some(Question::Undo),
            Message::Undo => return Step::task(self.undo(scene)),
            Message::Undone(run, undone) if self.is_awaited(run) => return self.undone(undone),
            Message::Stay => self.question = None,
            Message::Leave => return Step::ask(Action::Close),
            Message::Another => {
                let (state, task) = Self::new(None, self.parser.clone(), scene);
                *self = state;
                return Step::task(task);
            }
            Message::ConfirmRecovery => return Step::ask(Action::ConfirmRecovery),
            Message::Recovery(confirmed) => self.recovery_needed = !confirmed,
            Message::Opened(..) | Message::Planned(..) | Message::Imported(..) | Message::Undone(..) => {}
        }
        Step::none()
    }

    /// Returns how the screen looks.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> theme::Element<'a, Message> {
        let body = match self.stage {
            _ if self.is_shown(Kind::Importing) || self.is_shown(Kind::Undoing) => result::working(self, scene),
            Stage::File => file::view(self, scene),
            Stage::Columns => columns::view(self, scene),
            Stage::Terms => terms::view(self, scene),
            Stage::Plan => plan::view(self, scene),
            Stage::Result => result::view(self, scene),
        };
        frame::view(self, scene, body)
    }

    /// Takes note of what somebody changed: a plan that may no longer hold is made anew.
    pub fn changed(&mut self, changes: &Changes, scene: &Scene) -> Step<Message> {
        let recovery = if changes.settings && self.recovery_needed { work::ask_recovery(scene) } else { Task::none() };
        let cards = changes.everything || !changes.persons.is_empty() || !changes.removed.is_empty();
        let waits = self.work.as_ref().is_none_or(|work| work.kind == Kind::Planning);
        let plan = if self.stage == Stage::Plan && cards && waits { self.make_plan(scene) } else { Task::none() };
        Step::task(Task::batch([recovery, plan]))
    }

    /// Takes over other lists, own fields or another language: a column cannot become a field that is no longer used.
    pub fn scene_changed(&mut self, scene: &Scene) -> Step<Message> {
        let gone = |target: &Target| match target {
            Target::Field(Field::Custom(key)) => !scene.fields.iter().any(|own| own.active && own.key == *key),
            Target::Ignore
            | Target::FullName
            | Target::Field(_)
            | Target::Email { .. }
            | Target::EmailLabel { .. }
            | Target::Phone { .. }
            | Target::PhoneLabel { .. }
            | Target::Address { .. }
            | Target::AddressLabel { .. }
            | Target::Basis
            | Target::Source
            | Target::Comment => false,
        };
        let fixed = self.outcome.is_some() || self.is_running();
        if fixed || !self.mapping.iter().any(gone) {
            return Step::none();
        }
        for target in self.mapping.iter_mut().filter(|target| gone(target)) {
            *target = Target::Ignore;
        }
        self.plan = None;
        if self.stage == Stage::Plan { Step::task(self.make_plan(scene)) } else { Step::none() }
    }

    /// Does what the window tells every screen in front.
    pub fn command(&mut self, command: Command, scene: &Scene) -> Step<Message> {
        match command {
            Command::Escape => self.go_back(),
            Command::Save | Command::Open => self.go_on(scene),
            Command::FocusSearch
            | Command::LegalBasis
            | Command::Activity
            | Command::Relation
            | Command::Tab(_)
            | Command::Edit
            | Command::Favourite
            | Command::Favourites
            | Command::Recent
            | Command::Columns
            | Command::Passage(_) => Step::none(),
        }
    }

    /// Takes a file that was dropped on the window: it replaces the one chosen before.
    pub fn dropped(&mut self, path: PathBuf, scene: &Scene) -> Step<Message> {
        if self.is_running() {
            return Step::none();
        }
        if self.outcome.is_some() {
            let (state, task) = Self::new(Some(path), self.parser.clone(), scene);
            *self = state;
            return Step::task(task);
        }
        self.question = None;
        Step::task(self.open(path, scene))
    }

    fn change_terms(&mut self, change: impl FnOnce(&mut Draft)) {
        change(&mut self.terms);
        self.plan = None;
    }

    fn map(&mut self, column: usize, target: Target) {
        // The label that the heading named stays with the column, as long as it can have one.
        let label = self.mapping.get(column).and_then(targets::label);
        if let Some(place) = self.mapping.get_mut(column) {
            *place = targets::with_label(target, label);
            self.plan = None;
        }
    }

    fn label(&mut self, column: usize, label: Option<&'static str>) {
        let Some(changed) = self.mapping.get(column).map(targets::group) else { return };
        // All parts of an address are parts of one address.
        for target in self.mapping.iter_mut().filter(|target| targets::group(target) == changed) {
            *target = targets::with_label(target.clone(), label);
        }
        self.plan = None;
    }
}

/// Returns the name of the file alone, as it is shown.
fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

fn pick(scene: &Scene) -> Step<Message> {
    let lang = scene.lang;
    Step::ask(Action::PickFile {
        title: t!(lang, "import-title"),
        kinds: vec![(t!(lang, "import-file-types"), vec!["csv", "txt", "tsv", "xlsx", "vcf"])],
        then: Box::new(Message::Picked),
    })
}

fn save_rejects(scene: &Scene) -> Step<Message> {
    Step::ask(Action::SaveFile {
        title: t!(scene.lang, "import-save-rejects"),
        suggested: format!("{}.csv", t!(scene.lang, "import-rejects-file")),
        then: Box::new(Message::SaveTo),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::i18n::Lang;
    use crate::office::Office;
    use crate::vault::Passphrase;

    #[test]
    fn a_column_does_not_become_a_field_that_is_no_longer_used() {
        let folder = tempfile::tempdir().unwrap();
        let passphrase = Passphrase::new("correct horse battery staple");
        let (office, _) = Office::create(&folder.path().join("vault"), &passphrase, Lang::En).unwrap();
        let scene = Scene {
            lists: Arc::new(office.read(|desk| Ok(desk.lists()?.clone())).wait().unwrap()),
            office,
            lang: Lang::En,
            fields: Arc::default(),
            wordings: Arc::default(),
            users: Arc::default(),
            rules: Arc::default(),
            zone: crate::model::Zone::utc(),
        };
        let (mut state, _) = State::new(None, Parser::Here, &scene);
        state.mapping = vec![Target::FullName, Target::Field(Field::Custom("boats".into()))];
        let _ = state.scene_changed(&scene);
        assert_eq!(state.mapping, [Target::FullName, Target::Ignore]);
    }
}
