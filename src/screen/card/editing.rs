//! A card that is read and edited in place: what was read, what is typed on it, and what others make of it meanwhile.
//! Every card keeps one [`Editing`] and adds what only it has.

use std::fmt::Debug;

use chrono::NaiveDate;
use iced::Task;
use iced::widget::{operation, scrollable};

use super::{Place, RowEdit, Rows, Wrong, countries};
use crate::i18n::Lang;
use crate::model::contact::Contacts;
use crate::model::field::Field;
use crate::model::{Invalid, Moment, custom};
use crate::office::problem::{Kind, Problem};
use crate::office::{Error, Rule};
use crate::screen::Scene;

/// What helps to read what is typed.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a> {
    /// The language of the screen.
    pub lang: Lang,
    /// Today.
    pub today: NaiveDate,
    /// The office's own fields of persons.
    pub fields: &'a [custom::Definition],
}

impl<'a> From<&'a Scene> for Reader<'a> {
    fn from(scene: &'a Scene) -> Self {
        Self { lang: scene.lang, today: scene.today(), fields: &scene.fields }
    }
}

/// A card while it is being edited.
pub trait Draft: Debug + Sized {
    /// What is saved.
    type Content;
    /// What was typed at one moment.
    type Typed: Debug + PartialEq;

    /// Returns the draft of a card as it is.
    fn new(content: &Self::Content, reader: Reader<'_>) -> Self;
    /// Returns the draft that a text of [`Draft::to_text`] holds, on top of what the card holds now.
    fn from_text(text: &str, now: &Self::Content, reader: Reader<'_>) -> Option<Self>;
    /// Returns the draft as a text; none where that cannot be.
    fn to_text(&self) -> Option<String>;
    /// Returns how somebody is reached, as typed.
    fn contacts(&self) -> Contacts<'_>;
    /// Returns what is typed now.
    fn typed(&self) -> Self::Typed;
    /// Returns whether anything was changed.
    fn is_changed(&self, reader: Reader<'_>) -> bool;
    /// Returns everything that keeps the card from being saved.
    fn wrong(&self, reader: Reader<'_>) -> Wrong;
    /// Takes over what somebody else saved meanwhile, but for the fields that were changed here.
    fn rebase(&mut self, newer: &Self::Content, reader: Reader<'_>);
    /// Takes over what became of something typed earlier, but for the fields that were changed since.
    fn rebase_since(&mut self, old: &Self::Typed, newer: &Self::Content, reader: Reader<'_>);

    /// Returns where what the office complains about stands.
    fn places(&self, complaints: Vec<Invalid>, reader: Reader<'_>) -> Wrong {
        let mut wrong = self.wrong(reader);
        for Invalid { field, reason } in complaints {
            // The complaint is about the whole list; the row in question may be known already.
            let rows = Rows::of(&field);
            let is_in = |place: &Place| matches!(place, Place::Row(known, _) if Some(*known) == rows);
            if wrong.keys().any(is_in) {
                continue;
            }
            let own = reader.fields.iter().find(|own| field == Field::Custom(own.key.clone()));
            wrong.insert(own.map_or(Place::Field(field), |own| Place::Custom(own.id)), reason);
        }
        wrong
    }
}

/// What a card shows.
pub trait Subject: Debug {
    /// Identifies it.
    type Id: Copy + PartialEq;
    /// The card while it is being edited.
    type Draft: Draft;

    /// Returns which one it is.
    fn id(&self) -> Self::Id;
    /// Returns when it was last changed.
    fn updated_at(&self) -> Moment;
    /// Returns what is edited.
    fn content(&self) -> &<Self::Draft as Draft>::Content;
}

/// Why a card was not saved.
#[derive(Debug, Clone)]
pub enum Failure {
    /// Fields are wrong.
    Invalid(Vec<Invalid>),
    /// Somebody else saved it meanwhile.
    Changed,
    /// It would bring somebody in again who was erased.
    Suppressed(Problem),
    /// Anything else.
    Problem(Problem),
}

impl Failure {
    /// Returns what an error of the office is to a card.
    pub fn new(error: &Error, lang: Lang) -> Self {
        if let Error::Invalid(wrong) = error {
            Self::Invalid(wrong.clone())
        } else if let Error::ChangedMeanwhile(_) | Error::CompanyChanged(_) = error {
            Self::Changed
        } else if let Error::Refused(Rule::Suppressed) = error {
            Self::Suppressed(Problem::new(error, lang))
        } else {
            Self::Problem(Problem::new(error, lang))
        }
    }
}

/// What became of a card that was read.
#[derive(Debug)]
pub enum Taken<M> {
    /// It is shown.
    Shown {
        /// Shows its beginning, where it is another one, and moves the keyboard there, where it was called.
        task: Task<M>,
        /// Whether it is another card than before.
        is_other: bool,
        /// Whether the keyboard was called.
        has_keys: bool,
    },
    /// It is kept beside what is being edited, or there is nothing to show.
    Nothing,
    /// It could not be read.
    Problem(Problem),
}

/// Whether a card can be saved.
#[derive(Debug)]
pub enum Check {
    /// There is nothing to save.
    Saved,
    /// It is being saved already.
    Wait,
    /// Something is wrong.
    Wrong(Wrong),
    /// It can be saved, and is being saved from now on.
    Right,
}

/// An open card, as far as every card is the same.
#[derive(Debug)]
pub struct Editing<S: Subject> {
    /// The number of the newest reading.
    reading: u64,
    /// What the office knew when it was last read; of the card before while the next one is being read.
    pub shown: Option<S>,
    /// Whether it is no longer in the card file.
    pub is_gone: bool,
    /// What is typed.
    pub draft: Option<S::Draft>,
    /// What is wrong with it.
    pub wrong: Wrong,
    /// Whether the office is saving.
    pub is_saving: bool,
    /// What was typed when saving began.
    sent: Option<<S::Draft as Draft>::Typed>,
    /// What somebody else made of the card while it is being edited here.
    pub newer: Option<S>,
    /// Whether that is looked at.
    pub shows_newer: bool,
    /// The field of one line that the keyboard is in.
    pub typing: Option<Place>,
    /// Whether the keyboard goes to the card once there is one to see.
    wants_keys: bool,
    /// What was typed before the card file was locked, until the card has been read.
    kept: Option<String>,
    /// The countries by name, with their codes.
    pub countries: Vec<(String, String)>,
}

impl<S: Subject> Editing<S> {
    /// Returns a card of which nothing is known yet.
    pub fn new(scene: &Scene) -> Self {
        Self {
            reading: 0,
            shown: None,
            is_gone: false,
            draft: None,
            wrong: Wrong::new(),
            is_saving: false,
            sent: None,
            newer: None,
            shows_newer: false,
            typing: None,
            wants_keys: false,
            kept: None,
            countries: countries(scene),
        }
    }

    /// Puts the keyboard on the card's `tabs`, now or when it has been read.
    pub fn focus<M: Send + 'static>(&mut self, tabs: &'static str) -> Task<M> {
        self.wants_keys = self.shown.is_none();
        if self.wants_keys { Task::none() } else { operation::focus(tabs) }
    }

    /// Returns what is drawn: what was read, or what somebody else saved since, where that is looked at; and what is
    /// typed, where that is.
    pub fn drawn(&self) -> (Option<&S>, Option<&S::Draft>) {
        match (&self.newer, self.shows_newer) {
            (Some(newer), true) => (Some(newer), None),
            (Some(_) | None, _) => (self.shown.as_ref(), self.draft.as_ref().filter(|_| !self.shows_newer)),
        }
    }

    /// Returns whether something was typed that is not saved.
    pub fn is_unsaved(&self, scene: &Scene) -> bool {
        self.draft.as_ref().is_some_and(|draft| draft.is_changed(scene.into()))
    }

    /// Returns what was typed and is not saved, as a text.
    pub fn typed(&self, scene: &Scene) -> Option<String> {
        let unsaved = self.draft.as_ref().filter(|_| self.is_unsaved(scene));
        unsaved.and_then(Draft::to_text).or_else(|| self.kept.clone())
    }

    /// Goes on with what was typed before, as soon as the card has been read.
    pub fn go_on_with(&mut self, typed: String) {
        self.kept = Some(typed);
    }

    /// Ends editing, and forgets what was typed.
    pub fn discard(&mut self) {
        if let Some(newer) = self.newer.take() {
            self.shown = Some(newer);
        }
        self.draft = None;
        self.kept = None;
        self.sent = None;
        self.wrong.clear();
        self.shows_newer = false;
        self.typing = None;
    }

    /// Shows nothing, because the card is closed; answers whether that is what was asked for last.
    pub fn close(&mut self, reading: u64) -> bool {
        let is_newest = reading == self.reading;
        if is_newest {
            self.discard();
            self.shown = None;
            self.is_gone = false;
        }
        is_newest
    }

    /// Returns whether the keyboard waits for the card, and lets it wait no longer.
    pub fn takes_keys(&mut self) -> bool {
        std::mem::take(&mut self.wants_keys)
    }

    /// Returns the number of a reading that begins now.
    pub fn begin_reading(&mut self) -> u64 {
        self.reading += 1;
        self.reading
    }

    /// Takes what was read of the card `wanted`, unless it is not what was asked for last.
    pub fn take<M: Send + 'static>(
        &mut self,
        reading: u64,
        read: Result<Box<S>, Problem>,
        wanted: Option<S::Id>,
        (body, tabs): (&'static str, &'static str),
        scene: &Scene,
    ) -> Taken<M> {
        let read = match read {
            _ if reading != self.reading => return Taken::Nothing,
            Ok(read) => *read,
            Err(problem) if problem.kind == Kind::NotFound => {
                self.is_gone = true;
                return Taken::Nothing;
            }
            Err(problem) if problem.kind == Kind::Dropped => return Taken::Nothing,
            Err(problem) => return Taken::Problem(problem),
        };
        self.is_gone = false;
        let before = self.shown.as_ref().map(|shown| (shown.id(), shown.updated_at()));
        if let Some(draft) = &mut self.draft {
            if before != Some((read.id(), read.updated_at())) {
                self.newer = Some(read);
                return Taken::Nothing;
            }
            // A company may have another name by now, of which its people's cards themselves know nothing.
            draft.rebase(read.content(), scene.into());
        }
        if let Some(kept) = self.kept.take_if(|_| wanted == Some(read.id())) {
            let draft = S::Draft::from_text(&kept, read.content(), scene.into());
            // Somebody may have saved the same meanwhile.
            self.draft = draft.filter(|draft| draft.is_changed(scene.into()));
        }
        let is_other = before.is_none_or(|(id, _)| id != read.id());
        self.shown = Some(read);
        let top = if is_other { operation::snap_to(body, scrollable::RelativeOffset::START) } else { Task::none() };
        let has_keys = self.wants_keys;
        let keys = if has_keys { self.focus(tabs) } else { Task::none() };
        Taken::Shown { task: Task::batch([top, keys]), is_other, has_keys }
    }

    /// Looks at what somebody else saved, or at what was typed again, which stands on it from then on.
    pub fn show_newer(&mut self, shows: bool, scene: &Scene) {
        self.shows_newer = shows && self.newer.is_some();
        if !shows && let Some(newer) = self.newer.take() {
            self.rebase(newer.content(), scene);
            self.shown = Some(newer);
        }
    }

    /// Puts what is typed on what the card holds now.
    pub fn rebase(&mut self, newer: &<S::Draft as Draft>::Content, scene: &Scene) {
        if let Some(draft) = &mut self.draft {
            draft.rebase(newer, scene.into());
        }
    }

    /// Begins to edit the card `id`, if that is what is shown; returns whether it did.
    pub fn edit(&mut self, id: Option<S::Id>, scene: &Scene) -> bool {
        let Some(shown) = self.shown.as_ref().filter(|shown| Some(shown.id()) == id) else { return false };
        let may = scene.office.user().may(crate::model::user::Right::Edit);
        if self.draft.is_some() || self.is_gone || self.is_saving || !may {
            return false;
        }
        self.draft = Some(S::Draft::new(shown.content(), scene.into()));
        true
    }

    /// Changes what is typed; of a change to rows says which.
    pub fn change<M: Send + 'static>(
        &mut self,
        rows: Option<&RowEdit>,
        change: impl FnOnce(&mut S::Draft),
        scene: &Scene,
    ) -> Task<M> {
        let Some(draft) = &mut self.draft else { return Task::none() };
        let added = match rows {
            Some(RowEdit::Add(rows)) => Some(Place::Row(*rows, rows.count(draft.contacts())).id()),
            Some(_) | None => None,
        };
        change(draft);
        if let Some(RowEdit::Remove(..) | RowEdit::Up(..)) = rows {
            let wrong = draft.wrong(scene.into());
            self.wrong.retain(|place, _| !matches!(place, Place::Row(..)) || wrong.contains_key(place));
        } else {
            for place in self.wrong.keys().cloned().collect::<Vec<_>>() {
                self.check(&place, false, scene);
            }
        }
        added.map_or_else(Task::none, operation::focus)
    }

    /// Notes that the keyboard left a field.
    pub fn left(&mut self, place: &Place, scene: &Scene) {
        // The next field may have been entered before this one was left.
        self.typing.take_if(|typing| typing == place);
        self.check(place, true, scene);
    }

    /// Looks whether a place is (still) wrong; only `newly` brings up a complaint that was not there.
    fn check(&mut self, place: &Place, newly: bool, scene: &Scene) {
        let Some(draft) = &self.draft else { return };
        let known = self.wrong.contains_key(place);
        match draft.wrong(scene.into()).get(place) {
            Some(reason) if known || newly => {
                self.wrong.insert(place.clone(), *reason);
            }
            Some(_) => {}
            // What only the office can see stays until the next saving, or until the field is left changed.
            None => {
                self.wrong.remove(place);
            }
        }
    }

    /// Looks whether what is typed can be saved, and notes that it is being saved; a new card always has something.
    pub fn begin_saving(&mut self, is_new: bool, scene: &Scene) -> Check {
        let Some(draft) = &self.draft else { return Check::Saved };
        if self.is_saving {
            return Check::Wait;
        }
        if !is_new && !draft.is_changed(scene.into()) {
            self.discard();
            return Check::Saved;
        }
        let wrong = draft.wrong(scene.into());
        if !wrong.is_empty() {
            return Check::Wrong(wrong);
        }
        self.sent = Some(draft.typed());
        self.wrong.clear();
        self.is_saving = true;
        Check::Right
    }

    /// Notes what was saved; returns whether more was typed meanwhile, which is not saved yet.
    pub fn saved(&mut self, content: &<S::Draft as Draft>::Content, scene: &Scene) -> bool {
        self.is_saving = false;
        self.newer = None;
        if let (Some(draft), Some(sent)) = (&mut self.draft, self.sent.take())
            && draft.typed() != sent
        {
            draft.rebase_since(&sent, content, scene.into());
            if draft.is_changed(scene.into()) {
                return true;
            }
        }
        self.discard();
        false
    }

    /// Notes that nothing was saved.
    pub fn not_saved(&mut self) {
        self.is_saving = false;
        self.sent = None;
    }

    /// Returns where what the office complains about stands.
    pub fn places(&self, complaints: Vec<Invalid>, scene: &Scene) -> Wrong {
        self.draft.as_ref().map(|draft| draft.places(complaints, scene.into())).unwrap_or_default()
    }

    /// Shows what is wrong, and puts the keyboard on the first of it; returns that. `order` is the place among the
    /// tabs; none for what is in the head.
    pub fn complain<M: Send + 'static>(
        &mut self,
        wrong: Wrong,
        order: impl Fn(&Place) -> Option<usize>,
    ) -> (Option<Place>, Task<M>) {
        let first = wrong.keys().min_by_key(|place| order(place)).cloned();
        let task = first.as_ref().map_or_else(Task::none, |first| operation::focus(first.id()));
        self.wrong = wrong;
        (first, task)
    }
}
