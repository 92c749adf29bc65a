//! From step to step: when one can go on, what going back keeps, and what an answer does.

use std::path::PathBuf;
use std::sync::Arc;

use super::work::Kind;
use super::{Message, Question, Stage, State, pick, targets};
use crate::office::import::{Opened, Outcome, Plan, Planned, Undone};
use crate::office::problem::{self, Problem};
use crate::screen::{Action, Scene, Step};

impl State {
    /// Goes on, where the step is finished; where not, says what is missing.
    pub(super) fn go_on(&mut self, scene: &Scene) -> Step<Message> {
        if self.question.is_some() || self.work.is_some() {
            return Step::none();
        }
        match self.stage {
            Stage::File => match (self.typed_path(), &self.file) {
                (Some(path), Some(file)) if file.path == path && self.problem.is_none() => self.enter(Stage::Columns),
                (Some(path), _) => return Step::task(self.open(path, scene)),
                (None, Some(_)) if self.problem.is_none() => self.enter(Stage::Columns),
                (None, _) => return pick(scene),
            },
            Stage::Columns if targets::faults(&self.mapping).is_empty() => self.enter(Stage::Terms),
            Stage::Terms if self.terms.terms().is_some() => {
                self.enter(Stage::Plan);
                if self.plan.is_none() {
                    return Step::task(self.make_plan(scene));
                }
            }
            Stage::Columns | Stage::Terms => self.hurried = true,
            Stage::Plan if self.can_import() => return Step::task(self.carry_out(scene)),
            Stage::Plan => {}
            Stage::Result if self.undone.is_some() => return Step::ask(Action::Close),
            Stage::Result => return self.list_persons(scene),
        }
        Step::none()
    }

    /// Goes back a step; from the first one, out.
    pub(super) fn go_back(&mut self) -> Step<Message> {
        if self.question.take().is_some() || self.is_busy(Kind::Importing) || self.is_busy(Kind::Undoing) {
            return Step::none();
        }
        match self.stage {
            Stage::Result => return Step::ask(Action::Close),
            Stage::File if self.file.is_none() => return Step::ask(Action::Close),
            Stage::File => self.question = Some(Question::Leave),
            Stage::Columns | Stage::Terms | Stage::Plan => self.return_to(self.stage.before()),
        }
        Step::none()
    }

    /// Goes back to a step that was there before.
    pub(super) fn return_to(&mut self, stage: Stage) {
        let fixed = self.outcome.is_some() || self.is_busy(Kind::Importing);
        if stage >= self.stage || fixed {
            return;
        }
        self.work = None;
        self.problem = None;
        self.enter(stage);
    }

    fn enter(&mut self, stage: Stage) {
        self.stage = stage;
        self.hurried = false;
    }

    /// Returns the path in the field, without the quotation marks that file managers copy with it.
    fn typed_path(&self) -> Option<PathBuf> {
        let path = self.typed.trim().trim_matches('"');
        (!path.is_empty()).then(|| PathBuf::from(path))
    }

    /// Returns how many people the import makes or changes.
    pub(super) fn people(&self) -> u64 {
        self.plan.as_ref().map_or(0, |plan| plan.counts.added + plan.counts.updated)
    }

    pub(super) fn can_import(&self) -> bool {
        self.people() > 0 && self.work.is_none() && !self.recovery_needed
    }

    pub(super) fn opened(&mut self, found: Result<Arc<Opened>, Problem>) {
        self.work = None;
        match found {
            Ok(file) => {
                // The same file once more, corrected: what was chosen for its columns still holds.
                if self.file.as_ref().is_none_or(|before| before.headings != file.headings) {
                    self.mapping.clone_from(&file.guesses);
                    self.all_columns = false;
                }
                self.plan = None;
                // A reason was given for the people of one file.
                self.overruled = None;
                self.file = Some(file);
                self.enter(Stage::Columns);
            }
            Err(problem) => self.problem = Some(problem),
        }
    }

    pub(super) fn planned(&mut self, plan: Result<Arc<Plan>, Problem>) {
        self.work = None;
        match plan {
            Ok(plan) => {
                self.rows.reset(&plan.rows);
                self.plan = Some(plan);
            }
            Err(problem) => self.failed(problem),
        }
    }

    pub(super) fn imported(&mut self, outcome: Result<Arc<Outcome>, Problem>) -> Step<Message> {
        self.work = None;
        match outcome {
            Ok(outcome) => {
                self.rows.done(&outcome.rows);
                self.outcome = Some(outcome);
                self.plan = None;
                self.enter(Stage::Result);
            }
            Err(problem) => self.failed(problem),
        }
        Step::none()
    }

    pub(super) fn undone(&mut self, undone: Result<Arc<Undone>, Problem>) -> Step<Message> {
        self.work = None;
        match undone {
            Ok(undone) => self.undone = Some(undone),
            Err(problem) => self.failed(problem),
        }
        Step::none()
    }

    /// Shows what went wrong; a file that has changed has to be read again.
    fn failed(&mut self, problem: Problem) {
        match problem.kind {
            problem::Kind::Dropped => {}
            problem::Kind::Changed if self.outcome.is_none() => {
                self.plan = None;
                self.enter(Stage::File);
                self.problem = Some(problem);
            }
            problem::Kind::Changed
            | problem::Kind::Invalid
            | problem::Kind::Forbidden
            | problem::Kind::Refused
            | problem::Kind::NotFound
            | problem::Kind::WrongKey
            | problem::Kind::UnknownUser
            | problem::Kind::InUse
            | problem::Kind::NoVault
            | problem::Kind::Occupied
            | problem::Kind::Damaged
            | problem::Kind::Newer
            | problem::Kind::DiskFull
            | problem::Kind::File
            | problem::Kind::Cancelled
            | problem::Kind::Failed => self.problem = Some(problem),
        }
    }
}

/// Returns the rows that the list shows: those of the result, or of the plan.
pub(super) fn listed<'a>(outcome: &'a Option<Arc<Outcome>>, plan: &'a Option<Arc<Plan>>) -> &'a [Planned] {
    match (outcome, plan) {
        (Some(outcome), _) => &outcome.rows,
        (None, Some(plan)) => &plan.rows,
        (None, None) => &[],
    }
}
