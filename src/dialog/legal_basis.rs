//! On which legal basis a person is kept, for which purpose, and how that came about.
//!
//! What is done most, each one key or one click: Enter on a purpose edits its basis; *Withdraw consent* and *Objects*
//! take effect at once.

mod edit;
mod history;
mod purposes;
mod table;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use iced::Task;
use iced::widget::operation::focus;

use crate::model::attachment::{self, Attachment};
use crate::model::basis::{self, Basis, Decision};
use crate::model::change::Changes;
use crate::model::draft::{Draft, Place};
use crate::model::objection::Reach;
use crate::model::user::Right;
use crate::model::wording::Wording;
use crate::model::{Invalid, list, person};
use crate::office::attached::Incoming;
use crate::office::legal_basis::{self as office, Overview, Standing};
use crate::office::problem::{Kind, Problem};
use crate::office::{Error, attached, wordings};
use crate::screen::states::StateAsk;
use crate::screen::{Action, Answer, Command, Scene, Step};
use crate::t;
use crate::theme::Tone;
use crate::widget::dialog::{Card, card};
use crate::widget::long_list::Event;
use crate::widget::{button, surface};

/// The widest the dialog gets, in pixels.
const WIDTH: f32 = 960.0;
/// Evidence in words that is smaller than this can be read in the dialog, in bytes.
const READABLE: u64 = 64 * 1024;
/// The button that goes on with the form, for the focus.
const STAY: &str = "basis-stay";

/// The dialog of one person.
#[derive(Debug)]
pub struct State {
    person: person::Id,
    loaded: Option<Arc<Loaded>>,
    mode: Mode,
    /// The purpose that the keyboard is on.
    cursor: usize,
    /// The line of the history that the keyboard is on.
    line: usize,
    /// A decision is on its way: a second press must not enter it twice.
    busy: bool,
}

#[derive(Debug)]
enum Mode {
    Purposes,
    History,
    Edit(Box<edit::Form>),
}

/// What was read for the dialog.
#[derive(Debug)]
pub struct Loaded {
    overview: Overview,
    wordings: Vec<Wording>,
    evidence: HashMap<attachment::Id, Attachment>,
    /// The words of evidence that is a short text.
    texts: HashMap<attachment::Id, String>,
}

impl Loaded {
    fn name(&self) -> String {
        let content = &self.overview.person.content;
        match content.company.as_str() {
            "" => content.full_name(),
            company => format!("{}, {company}", content.full_name()),
        }
    }
}

/// Why something was not entered: words, and the fields they belong to.
#[derive(Debug, Clone)]
pub struct Refusal {
    problem: Problem,
    wrong: Vec<Invalid>,
}

/// What happens in the dialog.
#[derive(Debug, Clone)]
pub enum Message {
    /// The person's decisions were read.
    Loaded(Result<Arc<Loaded>, Problem>),
    /// Something was done to the list of purposes.
    Purposes(Event),
    /// The basis of the purpose is to be edited.
    Edit,
    /// The person takes the consent back.
    Withdraw,
    /// The person objects.
    Object,
    /// A decision was entered; the text says so.
    Decided(Result<String, Refusal>),
    /// Shows the whole ledger.
    History,
    /// Something was done to the list of the ledger.
    Lines(Event),
    /// The line is to be corrected.
    Correct,
    /// The line was entered by mistake.
    Void,
    /// Writes the evidence of a line to a file.
    Evidence(attachment::Id),
    /// The place for the evidence was chosen.
    EvidenceTo(attachment::Id, PathBuf),
    /// Writes what is shown to a workbook.
    Export,
    /// The place for the workbook was chosen.
    ExportTo(PathBuf),
    /// A file was written; the text says so.
    Written(Result<String, Problem>),
    /// Something was done in the form.
    Form(edit::Message),
    /// Goes back by one step: from the form or the history to the purposes, from there out.
    Back,
    /// Goes back although something in the form is not saved.
    Discard,
    /// The dialog is done.
    Close,
}

impl State {
    /// Opens the dialog of a person.
    pub fn new(person: person::Id, scene: &Scene) -> (Self, Task<Message>) {
        let state = Self { person, loaded: None, mode: Mode::Purposes, cursor: 0, line: 0, busy: false };
        let task = state.load(scene);
        (state, task)
    }

    /// Returns whose dialog it is.
    pub fn person(&self) -> person::Id {
        self.person
    }

    fn load(&self, scene: &Scene) -> Task<Message> {
        let (id, lang) = (self.person, scene.lang);
        let answer = scene.office.read(move |desk| {
            let overview = office::overview(desk, id)?;
            let files = overview.ledger.iter().filter_map(|entry| entry.evidence);
            let evidence =
                files.map(|id| Ok((id, attached::about(desk, id)?))).collect::<Result<HashMap<_, _>, Error>>()?;
            let texts = evidence.values().filter(|file| file.media_type == "text/plain" && file.size < READABLE);
            let texts = texts
                .map(|file| Ok((file.id, String::from_utf8_lossy(&attached::get(desk, file.id)?.1).into_owned())))
                .collect::<Result<_, Error>>()?;
            Ok(Arc::new(Loaded { overview, wordings: wordings::all(desk)?, evidence, texts }))
        });
        Task::perform(answer, move |read| Message::Loaded(read.map_err(|error| Problem::new(&error, lang))))
    }

    /// Answers what happened.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        match message {
            Message::Loaded(Ok(loaded)) => {
                let first = self.loaded.is_none();
                match &self.mode {
                    Mode::Edit(form) if first => {
                        let is_edited = |standing: &Standing| standing.purpose == form.purpose;
                        self.cursor = loaded.overview.purposes.iter().position(is_edited).unwrap_or(0);
                        self.loaded = Some(loaded);
                        Step::task(focus(form.first(scene)))
                    }
                    Mode::Edit(_) | Mode::Purposes | Mode::History => {
                        self.loaded = Some(loaded);
                        if first { Step::task(focus(purposes::LIST)) } else { Step::none() }
                    }
                }
            }
            Message::Loaded(Err(problem)) if problem.kind == Kind::Dropped => Step::none(),
            Message::Loaded(Err(problem)) if problem.kind == Kind::NotFound || self.loaded.is_none() => {
                Step::ask(Action::Problem(problem)).and(Action::Close)
            }
            Message::Loaded(Err(problem)) => Step::ask(Action::Problem(problem)),
            Message::Purposes(event) => match event {
                Event::Select { row, .. } => {
                    self.cursor = row;
                    Step::none()
                }
                Event::Activate(row) => {
                    self.cursor = row;
                    self.edit(scene)
                }
                Event::All | Event::Visible(_) => Step::none(),
            },
            Message::Edit => self.edit(scene),
            Message::Withdraw => self.end(Basis::Withdrawn, scene),
            Message::Object => match self.standing() {
                // What art. 21 does not reach is explained before anything is noted.
                Some(standing) if reach(standing, scene) == Reach::None => {
                    Step::ask(Action::State(StateAsk::Object(self.person, Some(standing.purpose))))
                }
                Some(_) | None => self.end(Basis::Objected, scene),
            },
            Message::Decided(result) => self.decided(result, scene),
            Message::History => {
                self.mode = Mode::History;
                self.line = 0;
                Step::task(focus(history::LIST))
            }
            Message::Lines(event) => match event {
                Event::Select { row, .. } | Event::Activate(row) => {
                    self.line = row;
                    Step::none()
                }
                Event::All | Event::Visible(_) => Step::none(),
            },
            Message::Correct => self.correct(scene),
            Message::Void => self.void(scene),
            Message::Evidence(id) => self.save_evidence(id, scene),
            Message::EvidenceTo(id, path) => {
                let person = self.person;
                let words = t!(scene.lang, "basis-evidence-saved", file = file_name(&path));
                write_file(scene, words, move |desk| office::save_evidence(desk, person, id, &path))
            }
            Message::Export => Step::ask(Action::SaveFile {
                title: t!(scene.lang, "basis-export-dialog"),
                suggested: t!(scene.lang, "basis-export-suggested"),
                then: Box::new(Message::ExportTo),
            }),
            Message::ExportTo(path) => {
                let person = self.person;
                let words = t!(scene.lang, "basis-exported", file = file_name(&path));
                write_file(scene, words, move |desk| office::export(desk, person, &path))
            }
            Message::Written(Ok(words)) => Step::ask(Action::Toast(words)),
            Message::Written(Err(problem)) => Step::ask(Action::Problem(problem)),
            Message::Form(message) => self.form(message, scene),
            Message::Back if self.is_leaving() => self.form(edit::Message::Stay, scene),
            Message::Back if self.asks() => Step::task(focus(STAY)),
            Message::Back | Message::Discard => match &self.mode {
                Mode::Purposes => Step::ask(Action::Close),
                Mode::History => self.show_purposes(),
                Mode::Edit(form) if form.corrects.is_some() => {
                    self.mode = Mode::History;
                    Step::task(focus(history::LIST))
                }
                Mode::Edit(_) => self.show_purposes(),
            },
            Message::Close if self.asks() => Step::task(focus(STAY)),
            Message::Close => Step::ask(Action::Close),
        }
    }

    /// Answers a key of the window: Ctrl+S saves, Escape goes back, Ctrl+L closes.
    pub fn command(&mut self, command: Command, scene: &Scene) -> Step<Message> {
        if command == Command::Save && matches!(self.mode, Mode::Edit(_)) {
            self.form(edit::Message::Save, scene)
        } else if command == Command::Escape {
            self.update(Message::Back, scene)
        } else if command == Command::LegalBasis {
            self.update(Message::Close, scene)
        } else {
            Step::none()
        }
    }

    /// Reads anew what a committed write may have changed.
    pub fn changed(&mut self, changes: &Changes, scene: &Scene) -> Step<Message> {
        if changes.removed.contains(&self.person) {
            return Step::ask(Action::Close);
        }
        if changes.everything || changes.settings || changes.persons.contains(&self.person) {
            return Step::task(self.load(scene));
        }
        Step::none()
    }

    /// Answers whether something typed would be lost if the dialog went away.
    pub fn unsaved(&self) -> bool {
        match &self.mode {
            Mode::Edit(form) => form.unsaved(),
            Mode::Purposes | Mode::History => false,
        }
    }

    /// Returns what is entered and not saved, to be kept while the card file is locked.
    pub fn draft(&self) -> Option<Draft> {
        match &self.mode {
            Mode::Edit(form) => Some(Draft { place: Place::LegalBasis(self.person), content: form.to_text()? }),
            Mode::Purposes | Mode::History => None,
        }
    }

    /// Goes on with the form as it was before the card file was locked, as far as it can be read.
    pub fn go_on_with(&mut self, typed: &str) {
        if let Some(form) = edit::Form::from_text(typed) {
            self.mode = Mode::Edit(Box::new(form));
        }
    }

    /// Returns whether a form is open that would lose something, and asks about it.
    fn asks(&mut self) -> bool {
        match &mut self.mode {
            Mode::Edit(form) => form.asks(),
            Mode::Purposes | Mode::History => false,
        }
    }

    fn is_leaving(&self) -> bool {
        matches!(&self.mode, Mode::Edit(form) if form.is_leaving())
    }

    fn show_purposes(&mut self) -> Step<Message> {
        self.mode = Mode::Purposes;
        Step::task(focus(purposes::LIST))
    }

    fn standing(&self) -> Option<&Standing> {
        self.loaded.as_ref()?.overview.purposes.get(self.cursor)
    }

    fn edit(&mut self, scene: &Scene) -> Step<Message> {
        if !may(scene, Right::LegalBasis) {
            return Step::none();
        }
        let Some(standing) = self.standing() else { return Step::none() };
        let form = edit::Form::new(standing.purpose, standing.current.as_ref(), scene);
        let first = form.first(scene);
        self.mode = Mode::Edit(Box::new(form));
        Step::task(focus(first))
    }

    /// Ends a permission, at once.
    fn end(&mut self, basis: Basis, scene: &Scene) -> Step<Message> {
        let Some(standing) = self.standing() else { return Step::none() };
        let purpose = standing.purpose;
        let name = scene.lists.name(purpose, scene.lang).to_owned();
        let words = if basis == Basis::Withdrawn {
            t!(scene.lang, "basis-withdrawn-toast", purpose = name)
        } else {
            t!(scene.lang, "basis-objected-toast", purpose = name)
        };
        self.decide(Decision::new(purpose, basis, list::SOURCE_USER), None, words, scene)
    }

    fn told(&self) -> Option<basis::Entry> {
        let loaded = self.loaded.as_ref()?;
        basis::history(&loaded.overview.ledger).get(self.line).map(|told| told.entry.clone())
    }

    fn correct(&mut self, scene: &Scene) -> Step<Message> {
        let Some(entry) = self.told() else { return Step::none() };
        let form = edit::Form::correcting(&entry, scene);
        let first = form.first(scene);
        self.mode = Mode::Edit(Box::new(form));
        Step::task(focus(first))
    }

    fn void(&mut self, scene: &Scene) -> Step<Message> {
        let Some(entry) = self.told() else { return Step::none() };
        let mut decision = Decision::new(entry.purpose, Basis::Void, list::SOURCE_USER);
        decision.corrects = Some(entry.id);
        self.decide(decision, None, t!(scene.lang, "basis-voided-toast"), scene)
    }

    fn decide(
        &mut self,
        decision: Decision,
        evidence: Option<Arc<Incoming>>,
        words: String,
        scene: &Scene,
    ) -> Step<Message> {
        if self.busy {
            return Step::none();
        }
        self.busy = true;
        let (id, lang) = (self.person, scene.lang);
        let basis = decision.basis;
        let answer = scene.office.write(move |desk| office::decide(desk, id, &decision, evidence.as_deref()));
        Step::task(Task::perform(answer, move |done| {
            // An objection may not reach what it is about, or take consent back.
            let said = |holds: basis::Entry| {
                if holds.basis == basis {
                    words
                } else if holds.basis == Basis::Withdrawn {
                    t!(lang, "objection-says-consent")
                } else {
                    t!(lang, "objection-says-none")
                }
            };
            Message::Decided(done.map(said).map_err(|error| {
                let problem = Problem::new(&error, lang);
                let wrong = if let Error::Invalid(wrong) = error { wrong } else { Vec::new() };
                Refusal { problem, wrong }
            }))
        }))
    }

    fn decided(&mut self, result: Result<String, Refusal>, scene: &Scene) -> Step<Message> {
        self.busy = false;
        match result {
            Ok(words) => {
                let corrected = matches!(&self.mode, Mode::Edit(form) if form.corrects.is_some());
                let focused = match &self.mode {
                    Mode::Edit(_) if corrected => {
                        self.mode = Mode::History;
                        focus(history::LIST)
                    }
                    Mode::Edit(_) => {
                        self.mode = Mode::Purposes;
                        focus(purposes::LIST)
                    }
                    Mode::Purposes => focus(purposes::LIST),
                    Mode::History => focus(history::LIST),
                };
                // What was just entered stands on top.
                self.line = 0;
                Step::task(Task::batch([focused, self.load(scene)])).and(Action::Saved(words))
            }
            Err(refusal) => match &mut self.mode {
                Mode::Edit(form) if !refusal.wrong.is_empty() => {
                    form.refuse(refusal.wrong);
                    Step::none()
                }
                Mode::Edit(_) | Mode::Purposes | Mode::History => Step::ask(Action::Problem(refusal.problem)),
            },
        }
    }

    fn form(&mut self, message: edit::Message, scene: &Scene) -> Step<Message> {
        let (Mode::Edit(form), Some(loaded)) = (&mut self.mode, &self.loaded) else { return Step::none() };
        match form.update(message, loaded, scene) {
            edit::Outcome::Step(step) => step,
            edit::Outcome::Reload => Step::task(self.load(scene)),
            edit::Outcome::Decide { decision, evidence } => {
                let words = t!(
                    scene.lang,
                    "basis-saved-toast",
                    purpose = scene.lists.name(decision.purpose, scene.lang).to_owned(),
                    basis = scene.lists.name(decision.item, scene.lang).to_owned()
                );
                self.decide(decision, evidence, words, scene)
            }
        }
    }

    fn save_evidence(&self, id: attachment::Id, scene: &Scene) -> Step<Message> {
        let known = self.loaded.as_ref().and_then(|loaded| loaded.evidence.get(&id));
        let ending = match known.map(|file| file.media_type.as_str()) {
            Some("application/pdf") => ".pdf",
            Some("image/png") => ".png",
            Some("image/jpeg") => ".jpg",
            Some("text/plain") => ".txt",
            Some(_) | None => "",
        };
        Step::ask(Action::SaveFile {
            title: t!(scene.lang, "basis-evidence-save-title"),
            suggested: format!("{}{ending}", t!(scene.lang, "basis-evidence-suggested")),
            then: Box::new(move |path| Message::EvidenceTo(id, path)),
        })
    }

    /// Returns the dialog's card.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> Card<'a, Message> {
        let lang = scene.lang;
        let close = || button::plain(t!(lang, "close")).on_press(Message::Close);
        let Some(loaded) = &self.loaded else {
            return card(t!(lang, "loading"), surface::skeleton(4))
                .max_width(WIDTH)
                .button(button::plain(t!(lang, "close")))
                .on_escape(Message::Close);
        };
        let person = &loaded.overview.person;
        let created = t!(
            lang,
            "basis-created",
            when = scene.time(person.created_at),
            who = scene.by(person.created_by),
            source = scene.lists.name(person.source, lang).to_owned()
        );
        match &self.mode {
            Mode::Purposes => {
                let mut card =
                    card(t!(lang, "basis-title", name = loaded.name()), purposes::view(loaded, self.cursor, scene))
                        .aside(created);
                for button in purposes::buttons(loaded, self.cursor, self.busy, scene) {
                    card = card.side_button(button);
                }
                card.button(close())
            }
            Mode::History => {
                let mut card = card(
                    t!(lang, "basis-history-title", name = loaded.name()),
                    history::view(loaded, self.line, scene),
                )
                .aside(created);
                for button in history::buttons(loaded, self.line, self.busy, scene) {
                    card = card.side_button(button);
                }
                card.button(button::plain(t!(lang, "basis-current")).on_press(Message::Back)).button(close())
            }
            Mode::Edit(form) => {
                let purpose = scene.lists.name(form.purpose, lang).to_owned();
                let title = t!(lang, "basis-edit-title", purpose = purpose);
                let card = card(title, form.view(loaded, scene).map(Message::Form)).aside(loaded.name());
                if form.is_leaving() {
                    let stay = Message::Form(edit::Message::Stay);
                    Answer::in_foot(card, lang, STAY, stay, Message::Discard)
                } else {
                    let save = (!self.busy).then_some(Message::Form(edit::Message::Save));
                    card.button(button::plain(t!(lang, "cancel")).on_press(Message::Back))
                        .button(button::main(t!(lang, "basis-edit-save")).on_press_maybe(save))
                }
            }
        }
        .max_width(WIDTH)
        .on_escape(Message::Back)
    }
}

/// Returns how far an objection to a purpose would reach.
fn reach(standing: &Standing, scene: &Scene) -> Reach {
    Reach::of(scene.rules.is_direct_marketing(standing.purpose), standing.current.as_ref().map(|entry| entry.basis))
}

fn may(scene: &Scene, right: Right) -> bool {
    scene.office.user().may(right)
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Has the office write a file, and then says so.
fn write_file(
    scene: &Scene,
    words: String,
    job: impl FnOnce(&mut crate::office::Desk<'_>) -> Result<(), Error> + Send + 'static,
) -> Step<Message> {
    let lang = scene.lang;
    Step::task(Task::perform(scene.office.write(job), move |done| {
        Message::Written(done.map(|()| words).map_err(|error| Problem::new(&error, lang)))
    }))
}

/// Returns the tone that a state of a purpose has in lists.
fn tone(purpose: list::Id, basis: Option<Basis>) -> Tone {
    match basis {
        Some(Basis::Withdrawn | Basis::Objected) => Tone::Danger,
        Some(
            Basis::Consent
            | Basis::Contract
            | Basis::LegalObligation
            | Basis::VitalInterests
            | Basis::PublicTask
            | Basis::LegitimateInterests,
        ) => Tone::Good,
        Some(Basis::Void) => Tone::Muted,
        None if purpose == list::SALES => Tone::Attention,
        None => Tone::Muted,
    }
}
