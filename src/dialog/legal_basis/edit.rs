//! The form for one decision: basis, source, comment, the wording shown, and what proves it.

mod kept;
mod look;

use std::path::PathBuf;
use std::sync::Arc;

use iced::Task;
use iced::widget::operation::focus;
use iced::widget::text_editor::{self, Content};

use super::Loaded;
use crate::i18n::{self, Lang};
use crate::model::basis::{self, Basis, Decision, Entry, Named};
use crate::model::condition::Condition;
use crate::model::field::Field;
use crate::model::list::{self, List};
use crate::model::{Invalid, Reason, attachment, wording};
use crate::office::attached::Incoming;
use crate::office::problem::Problem;
use crate::office::{Error, Rule, wordings};
use crate::screen::{Action, Scene, Step};
use crate::t;

/// The form of one decision.
#[derive(Debug)]
pub struct Form {
    /// The purpose it is about.
    pub purpose: list::Id,
    /// The row it corrects.
    pub corrects: Option<basis::Id>,
    basis: Option<Named>,
    condition: Option<Condition>,
    source: Option<list::Id>,
    comment: String,
    wording: Option<wording::Id>,
    evidence: Evidence,
    pasted: Content,
    draft: Option<Draft>,
    wrong: Vec<Invalid>,
    /// What kept something beside the decision from being done: a file that cannot be read, a wording.
    trouble: Option<String>,
    /// Something was changed that leaving would lose.
    touched: bool,
    /// The user was asked whether to leave all the same.
    leaving: bool,
    /// The decision was to be entered without the condition it needs.
    hurried: bool,
}

/// What proves the decision.
#[derive(Debug)]
enum Evidence {
    Nothing,
    /// What an earlier row already keeps.
    Kept(attachment::Id),
    File(Arc<Incoming>),
    Pasted,
}

/// A wording that is being written.
#[derive(Debug)]
struct Draft {
    language: Option<list::Id>,
    words: Content,
    empty: bool,
}

/// What happens in the form.
#[derive(Debug, Clone)]
pub enum Message {
    /// A basis was chosen.
    Basis(Named),
    /// A condition of art. 9(2) was chosen.
    Condition(Option<Condition>),
    /// A source was chosen.
    Source(Option<list::Id>),
    /// The comment was typed.
    Comment(String),
    /// A wording was chosen.
    Wording(Option<wording::Id>),
    /// A new wording is to be written, or not after all.
    Draft(bool),
    /// The language of the new wording was chosen.
    DraftLanguage(Option<list::Id>),
    /// The new wording was typed.
    DraftWords(text_editor::Action),
    /// The new wording is done.
    AddWording,
    /// The new wording was added.
    WordingAdded(Result<wording::Id, Problem>),
    /// A file is to be chosen as evidence.
    ChooseFile,
    /// A file was chosen.
    File(PathBuf),
    /// The file was read.
    Read(Result<Arc<Incoming>, Problem>),
    /// A text is to be pasted as evidence.
    Paste,
    /// The pasted text changed.
    Pasted(text_editor::Action),
    /// No evidence after all.
    RemoveEvidence,
    /// Enters the decision.
    Save,
    /// Goes on with the form after all.
    Stay,
}

/// What the dialog is to do.
pub enum Outcome {
    /// Goes on in the form.
    Step(Step<super::Message>),
    /// Reads the dialog's data anew.
    Reload,
    /// Enters the decision.
    Decide {
        /// The decision.
        decision: Decision,
        /// What proves it, where it is new.
        evidence: Option<Arc<Incoming>>,
    },
}

fn basis_id(named: Named, scene: &Scene) -> String {
    format!("basis-{}", scene.lists.key(named.item))
}

/// Returns a basis with its article.
fn with_article(scene: &Scene, named: Named) -> String {
    let article = i18n::text(scene.lang, &format!("basis-article-{}", named.basis.key()));
    t!(scene.lang, "basis-with-article", basis = scene.lists.name(named.item, scene.lang).to_owned(), article = article)
}

/// Returns what a basis means, in a line.
fn meaning(lang: Lang, basis: Basis) -> String {
    i18n::text(lang, &format!("basis-explain-{}", basis.key()))
}

/// Returns what a basis is and means, with its article.
pub fn explained(scene: &Scene, named: Named) -> String {
    format!("{}. {}", with_article(scene, named), meaning(scene.lang, named.basis))
}

impl Form {
    /// Returns the form for a new decision about a purpose, filled with what holds now.
    pub fn new(purpose: list::Id, current: Option<&Entry>, scene: &Scene) -> Self {
        let current = current.filter(|entry| !entry.basis.is_refusal());
        let known = |id: list::Id| scene.lists.get(id).is_some_and(|item| item.active);
        Self {
            purpose,
            corrects: None,
            basis: current.map(Entry::named),
            condition: current.and_then(|entry| entry.condition),
            source: Some(current.map_or(list::SOURCE_USER, |entry| entry.source)).filter(|id| known(*id)),
            comment: current.map_or_else(String::new, |entry| entry.comment.clone()),
            wording: current.and_then(|entry| entry.wording),
            evidence: current.and_then(|entry| entry.evidence).map_or(Evidence::Nothing, Evidence::Kept),
            pasted: Content::new(),
            draft: None,
            wrong: Vec::new(),
            trouble: None,
            touched: false,
            leaving: false,
            hurried: false,
        }
    }

    /// Returns the form for a row that corrects `entry`.
    pub fn correcting(entry: &Entry, scene: &Scene) -> Self {
        let mut form = Self::new(entry.purpose, Some(entry), scene);
        form.corrects = Some(entry.id);
        form.basis = Some(entry.named());
        form.source = Some(entry.source);
        form
    }

    /// Returns what gets the focus first.
    pub fn first(&self, scene: &Scene) -> iced::widget::Id {
        basis_id(self.reachable(), scene).into()
    }

    /// Says what keeps the decision from being entered.
    pub fn refuse(&mut self, wrong: Vec<Invalid>) {
        self.wrong = wrong;
    }

    /// Returns what can be chosen: a correction may also say that somebody had said no.
    fn offered(&self, scene: &Scene) -> Vec<Named> {
        let mut offered = scene.lists.lawful();
        // One that is no longer offered stays while it is chosen.
        offered.extend(self.basis.filter(|chosen| chosen.basis.gives() && !offered.contains(chosen)));
        if self.corrects.is_some() {
            offered.extend([Basis::Withdrawn, Basis::Objected].map(Named::from));
        }
        offered
    }

    /// Returns the basis that Tab reaches.
    fn reachable(&self) -> Named {
        self.basis.unwrap_or(Basis::Consent.into())
    }

    /// Returns whether a decision that gives a permission is being made on data of special categories.
    fn asks_condition(&self, scene: &Scene) -> bool {
        scene.rules.asks_condition(self.purpose) && self.basis.is_none_or(|named| named.basis.gives())
    }

    /// Returns whether the wording that was shown belongs to what is decided.
    fn has_wording(&self) -> bool {
        let is_consent = self.basis.is_some_and(|named| named.basis == Basis::Consent);
        is_consent
            || (self.condition == Some(Condition::Explicit) && self.basis.is_some_and(|named| named.basis.gives()))
    }

    /// Answers whether something was changed that leaving would lose.
    pub fn unsaved(&self) -> bool {
        self.touched
    }

    /// Returns whether the user must be asked before the form is left, and asks.
    pub fn asks(&mut self) -> bool {
        self.leaving |= self.touched;
        self.leaving
    }

    /// Returns whether the user is asked whether to leave.
    pub fn is_leaving(&self) -> bool {
        self.leaving
    }

    /// Answers what happened.
    pub fn update(&mut self, message: Message, loaded: &Loaded, scene: &Scene) -> Outcome {
        self.leaving = false;
        self.touched |= !matches!(message, Message::Stay | Message::Save | Message::ChooseFile);
        let step = match message {
            Message::Basis(basis) => {
                self.basis = Some(basis);
                self.wrong.retain(|wrong| wrong.field != Field::LegalBasis);
                if self.has_wording() && self.wording.is_none() {
                    self.wording = self.newest(loaded, scene);
                }
                Step::task(focus(basis_id(basis, scene)))
            }
            Message::Condition(condition) => {
                self.condition = condition;
                (self.hurried, self.trouble) = (false, None);
                if self.has_wording() && self.wording.is_none() {
                    self.wording = self.newest(loaded, scene);
                }
                Step::none()
            }
            Message::Source(source) => {
                self.source = source;
                self.wrong.retain(|wrong| wrong.field != Field::Source);
                Step::none()
            }
            Message::Comment(comment) => {
                self.comment = comment;
                self.wrong.retain(|wrong| wrong.field != Field::Comment);
                Step::none()
            }
            Message::Wording(wording) => {
                self.wording = wording;
                self.trouble = None;
                Step::none()
            }
            Message::Draft(open) => {
                let own = || scene.lists.find(List::Language, scene.lang.code());
                let language = scene.rules.usual_language().or_else(own);
                self.draft = open.then(|| Draft { language, words: Content::new(), empty: false });
                Step::task(if open { focus("basis-draft") } else { Task::none() })
            }
            Message::DraftLanguage(language) => {
                if let Some(draft) = &mut self.draft {
                    draft.language = language;
                }
                Step::none()
            }
            Message::DraftWords(action) => {
                if let Some(draft) = &mut self.draft {
                    draft.words.perform(action);
                    draft.empty = false;
                }
                Step::none()
            }
            Message::AddWording => self.add_wording(scene),
            Message::WordingAdded(Ok(id)) => {
                self.wording = Some(id);
                (self.draft, self.trouble) = (None, None);
                return Outcome::Reload;
            }
            Message::WordingAdded(Err(problem)) | Message::Read(Err(problem)) => {
                self.trouble = Some(problem.message);
                Step::none()
            }
            Message::ChooseFile => Step::ask(Action::PickFile {
                title: t!(scene.lang, "basis-evidence-choose-title"),
                kinds: vec![(t!(scene.lang, "basis-evidence-kinds"), vec!["*"])],
                then: Box::new(|path| super::Message::Form(Message::File(path))),
            }),
            Message::File(path) => read(path, scene.lang),
            Message::Read(Ok(file)) => {
                self.evidence = Evidence::File(file);
                self.trouble = None;
                Step::none()
            }
            Message::Paste => {
                self.evidence = Evidence::Pasted;
                Step::task(focus("basis-pasted"))
            }
            Message::Pasted(action) => {
                self.pasted.perform(action);
                Step::none()
            }
            Message::RemoveEvidence => {
                self.evidence = Evidence::Nothing;
                self.pasted = Content::new();
                Step::task(focus("basis-evidence-file"))
            }
            Message::Stay => Step::task(focus(self.first(scene))),
            Message::Save => return self.save(scene),
        };
        Outcome::Step(step)
    }

    /// Returns the newest wording of the purpose, in the user's language if there is one.
    fn newest(&self, loaded: &Loaded, scene: &Scene) -> Option<wording::Id> {
        let own = loaded.wordings.iter().filter(|wording| wording.purpose == self.purpose);
        own.max_by_key(|wording| (wording.language == scene.lang.code(), wording.at, wording.version))
            .map(|wording| wording.id)
    }

    fn add_wording(&mut self, scene: &Scene) -> Step<super::Message> {
        let Some(draft) = &mut self.draft else { return Step::none() };
        let words = draft.words.text();
        if words.trim().is_empty() {
            draft.empty = true;
            return Step::task(focus("basis-draft"));
        }
        let language = draft.language.map_or_else(String::new, |id| scene.lists.key(id).to_owned());
        let (purpose, lang) = (self.purpose, scene.lang);
        let answer = scene.office.write(move |desk| wordings::add(desk, purpose, &language, &words));
        Step::task(Task::perform(answer, move |added| {
            let added = added.map_err(|error| Problem::new(&error, lang));
            super::Message::Form(Message::WordingAdded(added))
        }))
    }

    fn save(&mut self, scene: &Scene) -> Outcome {
        self.wrong.clear();
        if self.basis.is_none() {
            self.wrong.push(Invalid::new(Field::LegalBasis, Reason::Missing));
        }
        if self.source.is_none() {
            self.wrong.push(Invalid::new(Field::Source, Reason::Missing));
        }
        let (Some(basis), Some(source)) = (self.basis, self.source) else {
            return Outcome::Step(Step::task(focus(self.first(scene))));
        };
        if self.asks_condition(scene) && self.condition.is_none() {
            self.hurried = true;
            return Outcome::Step(Step::task(focus("basis-condition")));
        }
        let mut decision = Decision::new(self.purpose, basis, source);
        decision.comment.clone_from(&self.comment);
        decision.wording = self.wording.filter(|_| self.has_wording());
        decision.condition = self.condition.filter(|_| self.asks_condition(scene));
        decision.corrects = self.corrects;
        if scene.rules.refuses_decision(&decision) == Some(Rule::ExplicitNeedsWording) {
            self.trouble = Some(i18n::text(scene.lang, "rule-explicit-needs-wording"));
            return Outcome::Step(Step::task(focus("basis-wording")));
        }
        let evidence = match &self.evidence {
            Evidence::Nothing => None,
            Evidence::Kept(id) => {
                decision.evidence = Some(*id);
                None
            }
            Evidence::File(file) => Some(Arc::clone(file)),
            Evidence::Pasted => {
                let words = self.pasted.text();
                let name = t!(scene.lang, "basis-evidence-pasted");
                (!words.trim().is_empty()).then(|| Arc::new(Incoming::from_text(&name, &words)))
            }
        };
        Outcome::Decide { decision, evidence }
    }
}

/// Reads a file on a thread of its own: it may lie on a slow drive.
fn read(path: PathBuf, lang: Lang) -> Step<super::Message> {
    let (answer, reply) = tokio::sync::oneshot::channel();
    std::thread::spawn(move || {
        // Nobody waits any more where the dialog is gone.
        let _ = answer.send(Incoming::read(&path));
    });
    Step::task(Task::perform(reply, move |read| {
        let read = read.unwrap_or(Err(Error::Failed)).map(Arc::new).map_err(|error| Problem::new(&error, lang));
        super::Message::Form(Message::Read(read))
    }))
}
