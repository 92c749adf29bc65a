//! A privacy report or a portable copy: looked through section by section before it leaves, and written as files.
//!
//! What is done most, each one click or one key: the report about whoever's card is open is there at once; F8 goes to
//! the next passage about somebody else, which is blacked out, kept or said otherwise; Ctrl+S writes the files. Beside
//! that, one click asks to which address it goes by mail, sealed.

mod handing;
mod look;
mod marked;
mod options;
mod posting;
mod sheet;
mod written;

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

use iced::Task;
use iced::widget::operation::{focus, scroll_to};
use iced::widget::scrollable::AbsoluteOffset;

use crate::i18n::Lang;
use crate::model::report::{Format, Kind, Place};
use crate::model::user::Right;
use crate::model::{attachment, person};
use crate::office::problem::{Kind as Trouble, Problem};
use crate::office::report::{self, Address, Posted, Wanted, Written};
use crate::office::{Desk, Error, persons};
use crate::screen::{Action, Answer, Command, NewPassphrase, NewPassphraseMessage, Scene, Step};
use crate::t;
use crate::theme::Icon;
use crate::theme::measure::LARGE;
use crate::vault::Passphrase;
use crate::widget::dialog::{Card, card};
use crate::widget::long_list::{Event, Mode};
use crate::widget::{button, focus as keys, surface, text};
use sheet::{Sheet, Way};

/// The widest the dialog gets, in pixels.
const WIDTH: f32 = 1400.0;
const SECTIONS: &str = "reporting-sections";
const BODY: &str = "reporting-body";
const IDENTITY: &str = "reporting-identity";
const STAY: &str = "reporting-stay";

/// The dialog of one person.
pub struct State {
    id: person::Id,
    kind: Kind,
    /// The language; none for the person's own.
    lang: Option<Lang>,
    /// The formats that are not wanted.
    left_out: HashSet<(Kind, Format)>,
    /// How the asker is known to be the person.
    identity: String,
    /// Whether a letter goes with it.
    letter: bool,
    /// Who else gets the portable copy; empty for nobody.
    transfer: String,
    /// What was drafted; none while that is done.
    sheet: Option<Sheet>,
    /// Why there is nothing to draft.
    refused: Option<Problem>,
    /// What was decided about passages, also in a draft of before.
    decided: HashMap<Place, (Way, String)>,
    question: u64,
    /// Whether everything goes into one page that a passphrase opens.
    is_sealed: bool,
    /// That passphrase, while it is typed.
    sealing: Option<NewPassphrase>,
    seal: Option<Passphrase>,
    /// Whether the files are being written, and that for long.
    running: Option<bool>,
    written: Option<Written>,
    /// Whether a sealed report leaves out the form by which it is answered.
    no_answer: bool,
    /// Sending by mail, while it is chosen how.
    posting: Option<posting::State>,
    posted: Option<Posted>,
    /// Whether it is asked what to do with what is decided.
    is_leaving: bool,
}

/// What happens in the dialog.
#[derive(Clone)]
pub enum Message {
    /// The document was drafted, or not.
    Drafted(u64, Box<Result<Sheet, Problem>>),
    /// A report is wanted, or a portable copy.
    Kind(Kind),
    /// A language was chosen.
    Language(Option<Lang>),
    /// A format was ticked, or no longer.
    Format(Format, bool),
    /// How the asker is known was typed.
    Identity(String),
    /// A letter is to go with it, or no longer.
    Letter(bool),
    /// Who else gets the portable copy was typed.
    Transfer(String),
    /// A copy of a file of the card is to go along, or not.
    File(attachment::Id, bool),
    /// Everything is to go into one page that a passphrase opens, or no longer.
    Seal(bool),
    /// In the fields of that passphrase.
    Passphrase(NewPassphraseMessage),
    /// In the list of sections.
    Section(Event),
    /// Another page of the section.
    Page(usize),
    /// What becomes of a passage.
    Way(usize, Way),
    /// In which words a passage is said was typed.
    Words(usize, String),
    /// What becomes of all passages of the section.
    All(Way),
    /// On to the next passage, or back to the one before.
    Step(bool),
    /// A place for the files is to be chosen.
    Place,
    /// They are to be written there.
    Write(PathBuf),
    /// Writing has taken a while.
    Slow,
    /// They were written, or not.
    Written(Box<Result<Written, Problem>>),
    /// A sealed report is to leave out the form by which it is answered, or not.
    NoAnswer(bool),
    /// It is to be sent by mail.
    Post,
    /// Where it would go was found out, or not.
    Address(Box<Result<Address, Problem>>),
    /// Where it is chosen how it is sent.
    Posting(posting::Message),
    /// It waits in the outbox, or not.
    Posted(Box<Result<Posted, Problem>>),
    /// The folder is to be shown.
    Show,
    /// The dialog is to be left, and it is asked first where something would be lost.
    Back,
    /// It is not to be left after all.
    Stay,
    /// The dialog is done.
    Close,
}

impl State {
    /// Opens the dialog about a person.
    pub fn new(id: person::Id, scene: &Scene) -> (Self, Task<Message>) {
        let mut state = Self {
            id,
            kind: Kind::Access,
            lang: None,
            left_out: HashSet::new(),
            identity: String::new(),
            letter: false,
            transfer: String::new(),
            sheet: None,
            refused: None,
            decided: HashMap::new(),
            question: 0,
            is_sealed: false,
            sealing: None,
            seal: None,
            running: None,
            written: None,
            no_answer: false,
            posting: None,
            posted: None,
            is_leaving: false,
        };
        let task = state.draft(scene);
        (state, task)
    }

    /// Answers whether the files are being written.
    pub fn is_running(&self) -> bool {
        self.running.is_some()
    }

    /// Answers whether something typed or decided would be lost if the dialog went away.
    pub fn unsaved(&self) -> bool {
        let decided = self.sheet.as_ref().is_some_and(Sheet::is_decided);
        let typed = [&self.identity, &self.transfer].into_iter().any(|typed| !typed.trim().is_empty());
        self.written.is_none() && self.posted.is_none() && (decided || !self.decided.is_empty() || typed)
    }

    /// Does what a key means here.
    pub fn command(&mut self, command: Command, scene: &Scene) -> Step<Message> {
        match command {
            Command::Save if self.posting.is_some() => self.update(Message::Posting(posting::Message::Send), scene),
            Command::Save => self.update(Message::Place, scene),
            Command::Escape => self.update(Message::Back, scene),
            Command::Passage(forward) => self.update(Message::Step(forward), scene),
            Command::FocusSearch
            | Command::Open
            | Command::LegalBasis
            | Command::Activity
            | Command::Relation
            | Command::Tab(_)
            | Command::Edit
            | Command::Favourite
            | Command::Favourites
            | Command::Recent
            | Command::Columns => Step::none(),
        }
    }

    /// Drafts the document anew; what was decided about passages stays.
    fn draft(&mut self, scene: &Scene) -> Task<Message> {
        if let Some(sheet) = self.sheet.take() {
            self.decided.extend(sheet.decided());
        }
        self.refused = None;
        self.question += 1;
        let (question, id, kind, lang, own) = (self.question, self.id, self.kind, self.lang, scene.lang);
        let drafted = scene.office.write(move |desk| drafted(desk, id, kind, lang, own));
        Task::perform(drafted, move |drafted| {
            Message::Drafted(question, Box::new(drafted.map_err(|error| Problem::new(&error, own))))
        })
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        match message {
            Message::Drafted(question, _) if question != self.question => {}
            Message::Drafted(_, drafted) => return self.take(*drafted),
            Message::Kind(kind) if kind != self.kind => {
                self.kind = kind;
                return Step::task(self.draft(scene));
            }
            Message::Kind(_) => {}
            Message::Language(lang) => {
                self.lang = lang.or(self.lang);
                return Step::task(self.draft(scene));
            }
            Message::Format(format, true) => {
                self.left_out.remove(&(self.kind, format));
            }
            Message::Format(format, false) => {
                self.left_out.insert((self.kind, format));
            }
            Message::Identity(typed) => (self.identity, self.is_leaving) = (typed, false),
            Message::Letter(letter) => self.letter = letter,
            Message::Transfer(typed) => (self.transfer, self.is_leaving) = (typed, false),
            Message::File(file, goes) => {
                if let Some(sheet) = &mut self.sheet {
                    sheet.take_along(file, goes);
                }
            }
            Message::Seal(is_sealed) => self.is_sealed = is_sealed,
            Message::Passphrase(NewPassphraseMessage::Done) => return self.update(Message::Place, scene),
            Message::Passphrase(message) => {
                if let Some(sealing) = &mut self.sealing {
                    return Step::task(sealing.update(message).map(Message::Passphrase));
                }
            }
            Message::Section(Event::Select { row, mode: Mode::Replace | Mode::Toggle | Mode::Extend }) => {
                return self.turn_to(row, 0);
            }
            Message::Section(Event::Activate(_) | Event::All | Event::Visible(_)) => {}
            Message::Page(page) => {
                let section = self.sheet.as_ref().map_or(0, |sheet| sheet.section);
                return self.turn_to(section, page);
            }
            Message::Way(passage, way) => {
                self.is_leaving = false;
                if let Some(sheet) = &mut self.sheet {
                    sheet.decide(passage, way);
                    if way == Way::Reword {
                        return Step::task(focus(marked::words_of(passage)));
                    }
                }
            }
            Message::Words(passage, typed) => {
                self.is_leaving = false;
                if let Some(sheet) = &mut self.sheet {
                    sheet.say(passage, typed);
                }
            }
            Message::All(way) => {
                self.is_leaving = false;
                if let Some(sheet) = &mut self.sheet {
                    sheet.decide_all(way);
                }
            }
            Message::Step(forward)
                if self.written.is_none()
                    && self.sealing.is_none()
                    && self.posting.is_none()
                    && self.posted.is_none() =>
            {
                if let Some(passage) = self.sheet.as_mut().and_then(|sheet| sheet.step(forward)) {
                    let id = marked::first_of(passage);
                    return Step::task(focus(id.clone()).chain(keys::show(id)));
                }
            }
            Message::Step(_) => {}
            Message::Place if self.can(scene) => {
                if self.is_sealed {
                    let Some(sealing) = &mut self.sealing else {
                        self.sealing = Some(NewPassphrase::default());
                        return Step::task(focus(NewPassphrase::FIRST));
                    };
                    self.seal = sealing.take();
                    if self.seal.is_none() {
                        return Step::none();
                    }
                }
                return Step::ask(Action::PickFolder {
                    title: t!(scene.lang, "reporting-where"),
                    then: Box::new(Message::Write),
                });
            }
            Message::Place => {}
            Message::Write(folder) if self.can(scene) => return Step::task(self.write(folder, scene)),
            Message::Write(_) => {}
            Message::Slow => self.running = self.running.map(|_| true),
            Message::Written(written) => {
                self.running = None;
                match *written {
                    Ok(written) => {
                        (self.written, self.sealing, self.seal) = (Some(written), None, None);
                        return Step::task(focus(written::SHOW));
                    }
                    Err(problem) => return Step::ask(Action::Problem(problem)),
                }
            }
            Message::NoAnswer(no_answer) => self.no_answer = no_answer,
            Message::Post if self.can_post(scene) => return Step::task(self.ask_address(None, scene)),
            Message::Post => {}
            Message::Address(address) => match *address {
                Ok(address) => match &mut self.posting {
                    Some(posting) => posting.take(address),
                    None => {
                        self.posting = Some(posting::State::new(address));
                        return Step::task(focus(NewPassphrase::FIRST));
                    }
                },
                Err(problem) => return Step::ask(Action::Problem(problem)),
            },
            Message::Posting(message) => return self.post(message, scene),
            Message::Posted(posted) => {
                self.running = None;
                match *posted {
                    Ok(posted) => {
                        (self.posted, self.posting) = (Some(posted), None);
                        return Step::task(focus(posting::CLOSE));
                    }
                    Err(problem) => return Step::ask(Action::Problem(problem)),
                }
            }
            Message::Show => {
                let folder = self.written.as_ref().and_then(|written| written.manifest.parent());
                if let Some(folder) = folder {
                    return Step::ask(Action::OpenOutside(folder.display().to_string()));
                }
            }
            Message::Back if self.running.is_some() => {}
            Message::Back if self.posted.is_some() => return Step::ask(Action::Close),
            Message::Back if self.posting.is_some() => {
                self.posting = None;
                return Step::task(focus(SECTIONS));
            }
            Message::Back if self.sealing.is_some() => {
                (self.sealing, self.seal) = (None, None);
                return Step::task(focus(SECTIONS));
            }
            Message::Back if self.is_leaving => return self.update(Message::Stay, scene),
            Message::Back if self.unsaved() => {
                self.is_leaving = true;
                return Step::task(focus(STAY));
            }
            Message::Stay => {
                self.is_leaving = false;
                return Step::task(focus(SECTIONS));
            }
            Message::Back | Message::Close => return Step::ask(Action::Close),
        }
        Step::none()
    }

    fn take(&mut self, drafted: Result<Sheet, Problem>) -> Step<Message> {
        match drafted {
            Ok(mut sheet) => {
                sheet.remember(&self.decided);
                self.sheet = Some(sheet);
                if self.is_leaving { Step::none() } else { Step::task(focus(SECTIONS)) }
            }
            Err(problem) if problem.kind == Trouble::Dropped => Step::none(),
            // There may be a report where there is no portable copy.
            Err(problem) if problem.kind == Trouble::Refused && self.kind == Kind::Portable => {
                self.refused = Some(problem);
                Step::none()
            }
            Err(problem) => Step::ask(Action::Problem(problem)).and(Action::Close),
        }
    }

    fn turn_to(&mut self, section: usize, page: usize) -> Step<Message> {
        if let Some(sheet) = &mut self.sheet {
            sheet.turn_to(section, page);
        }
        Step::task(scroll_to(BODY, AbsoluteOffset { x: Some(0.0), y: Some(0.0) }))
    }

    /// Returns the formats that are wanted.
    fn formats(&self) -> Vec<Format> {
        let all = Format::of(self.kind).iter().copied();
        all.filter(|format| !self.left_out.contains(&(self.kind, *format))).collect()
    }

    /// Answers whether somebody else gets the copy.
    fn is_transfer(&self) -> bool {
        self.kind == Kind::Portable && !self.transfer.trim().is_empty()
    }

    fn can(&self, scene: &Scene) -> bool {
        let is_ready = self.sheet.as_ref().is_some_and(|sheet| sheet.without_words() == 0);
        let may = scene.office.user().may(Right::Report);
        let is_done = self.written.is_some() || self.posted.is_some();
        is_ready && may && self.running.is_none() && !is_done && !self.formats().is_empty()
    }

    /// Returns the dialog's card.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> Card<'a, Message> {
        let lang = scene.lang;
        if let Some(written) = &self.written {
            return written::view(written, scene);
        }
        if let Some(posted) = &self.posted {
            return posting::posted(posted, scene).map(Message::Posting);
        }
        if self.running == Some(true) {
            let count = if self.is_sealed { 1 } else { self.formats().len() };
            let says = text::body(t!(lang, "reporting-running", count = count));
            let body = iced::widget::column![says, surface::skeleton(4)].spacing(LARGE);
            return card(t!(lang, "reporting-title"), body);
        }
        if let Some(posting) = &self.posting {
            return posting.view(scene).map(Message::Posting);
        }
        if let Some(sealing) = &self.sealing {
            let says = text::body(t!(lang, "reporting-seal-says"));
            let fields = sealing.view(lang).map(Message::Passphrase);
            let go = button::main(t!(lang, "reporting-go", count = 1)).id("reporting-go").on_press(Message::Place);
            return card(t!(lang, "reporting-seal"), iced::widget::column![says, fields].spacing(LARGE))
                .button(button::plain(t!(lang, "back")).on_press(Message::Back))
                .button(go)
                .on_escape(Message::Back);
        }
        let card = card(t!(lang, "reporting-title"), self.form(scene)).max_width(WIDTH).filling();
        let card = match &self.sheet {
            Some(sheet) => card.aside(sheet.draft.document.header.about.name.clone()),
            None => card,
        };
        if self.is_leaving {
            return Answer::in_foot(card, lang, STAY, Message::Stay, Message::Close);
        }
        let go = if self.is_sealed {
            t!(lang, "reporting-go-sealed")
        } else {
            t!(lang, "reporting-go", count = self.formats().len())
        };
        let go = button::main(go).id("reporting-go");
        let post = button::plain(t!(lang, "reporting-post")).icon(Icon::Mail).id("reporting-post");
        let post = scene.allowed(post, Right::SendMail, self.can_post(scene).then_some(Message::Post));
        card.side_button(self.hindrance(scene))
            .button(button::plain(t!(lang, "cancel")).on_press(Message::Back))
            .button(post)
            .button(scene.allowed(go, Right::Report, self.can(scene).then_some(Message::Place)))
            .on_escape(Message::Back)
    }
}

/// Drafts the document in a language: the one chosen, the person's own, or else the user's.
fn drafted(desk: &mut Desk<'_>, id: person::Id, kind: Kind, lang: Option<Lang>, own: Lang) -> Result<Sheet, Error> {
    let about = report::about(desk, id)?;
    let lang = lang.or(about.language).unwrap_or(own);
    let draft = report::draft(desk, id, &Wanted { kind, ..Wanted::new(lang) })?;
    let others: HashSet<person::Id> = draft.passages.iter().map(|passage| passage.whose).collect();
    let others: Vec<person::Id> = others.into_iter().collect();
    // Whom the user may not see stays without a name here.
    let lines = if desk.user().may(Right::See) { persons::lines(desk, &others)? } else { Vec::new() };
    let names = lines.into_iter().map(|line| (line.id, person::full_name(&line.first_name, &line.last_name)));
    Ok(Sheet::new(draft, lang, about, &names.collect()))
}
