//! Erasures: what was erased when, on which ground, and what came of it; and the letters that still wait to be sent.
//!
//! What a user does most here, each one click or one key: save a letter that waits, to print it; say that it was sent; read
//! that nothing is left.

use std::path::PathBuf;
use std::sync::Arc;

use iced::widget::{Column, column, row};
use iced::{Alignment, Length, Task};

use crate::i18n;
use crate::model::change::Changes;
use crate::model::erasure::{Erasure, State as How};
use crate::model::outbox::{Id, Message as Letter};
use crate::model::template::layout;
use crate::model::user::Right;
use crate::office::erasure::{self, Sent, Work};
use crate::office::problem::{Kind as Trouble, Problem};
use crate::office::{Error, aside};
use crate::screen::{Action, Scene, Step};
use crate::t;
use crate::theme::measure::{LARGE, MEDIUM, SMALL, TINY};
use crate::theme::{Element, Icon, Tone};
use crate::vault::Slot;
use crate::widget::banner::banner;
use crate::widget::empty_state::empty_state;
use crate::widget::{badge, button, surface, text};

/// The page.
#[derive(Debug, Default)]
pub struct State {
    known: Option<(Vec<Erasure>, Vec<Letter>)>,
    question: u64,
    /// The letter that is being let go.
    leaving: Option<Id>,
}

/// What happens on the page.
#[derive(Debug, Clone)]
pub enum Message {
    /// What is known was read, or not.
    Read(u64, Result<(Vec<Erasure>, Vec<Letter>), Problem>),
    /// A place for a letter is to be chosen.
    Save(Id),
    /// It was chosen.
    SaveTo(Id, PathBuf),
    /// The letter was written, or not.
    Saved(Result<(), Problem>),
    /// The words of a letter are copied.
    Copy(Id),
    /// A letter was sent.
    Sent(Id),
    /// It is gone, or not.
    Gone(Result<Sent, Problem>),
}

impl State {
    /// Reads what is known, now that the page is shown.
    pub fn arrive(&mut self, scene: &Scene) -> Task<Message> {
        self.question += 1;
        let (question, lang) = (self.question, scene.lang);
        if !scene.office.user().may(Right::Erase) {
            self.known = Some(Default::default());
            return Task::none();
        }
        let read = scene
            .office
            .latest(Slot("erasures"), |desk| Ok::<_, Error>((erasure::all(desk)?, erasure::letters(desk)?)));
        Task::perform(read, move |read| Message::Read(question, read.map_err(|error| Problem::new(&error, lang))))
    }

    /// Reads anew what a committed write may have changed.
    pub fn changed(&mut self, _: &Changes, scene: &Scene) -> Task<Message> {
        if self.known.is_some() { self.arrive(scene) } else { Task::none() }
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        let lang = scene.lang;
        match message {
            Message::Read(question, _) if question != self.question => {}
            Message::Read(_, Ok(known)) => self.known = Some(known),
            Message::Read(_, Err(problem)) if problem.kind == Trouble::Dropped => {}
            Message::Read(_, Err(problem)) | Message::Saved(Err(problem)) => {
                return Step::ask(Action::Problem(problem));
            }
            Message::Save(id) => {
                return Step::ask(Action::SaveFile {
                    title: t!(lang, "erasing-letter-title"),
                    suggested: t!(lang, "erasing-letter-file"),
                    then: Box::new(move |path| Message::SaveTo(id, path)),
                });
            }
            Message::SaveTo(id, path) => {
                let saved = scene.office.write(move |desk| erasure::save_letter(desk, id, &path));
                return Step::task(Task::perform(saved, move |saved| {
                    Message::Saved(saved.map_err(|error| Problem::new(&error, lang)))
                }));
            }
            Message::Saved(Ok(())) => return Step::ask(Action::Toast(t!(lang, "erasures-letter-saved"))),
            Message::Copy(id) => {
                if let Some(letter) = self.letter(id) {
                    let words = format!("{}\n\n{}", letter.subject, layout::plain(&letter.body));
                    return Step::ask(Action::Copy(words)).and(Action::Toast(t!(lang, "erasing-copied")));
                }
            }
            Message::Sent(_) if self.leaving.is_some() => {}
            Message::Sent(id) => {
                self.leaving = Some(id);
                let office = scene.office.clone();
                let sent = aside(move || erasure::sent(&office, id, &Arc::<Work>::default()));
                return Step::task(Task::perform(sent, move |sent| {
                    Message::Gone(sent.map_err(|error| Problem::new(&error, lang)))
                }));
            }
            Message::Gone(Ok(sent)) => {
                self.leaving = None;
                let told = t!(lang, "erasures-gone", backups = sent.backups.len());
                return Step { task: self.arrive(scene), actions: vec![Action::Toast(told)] };
            }
            Message::Gone(Err(problem)) => {
                self.leaving = None;
                return Step::ask(Action::Problem(problem));
            }
        }
        Step::none()
    }

    fn letter(&self, id: Id) -> Option<&Letter> {
        self.known.iter().flat_map(|(_, letters)| letters).find(|letter| letter.id == id)
    }

    /// Shows the page.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let list: Element<'a, Message> = match &self.known {
            None => surface::skeleton(4),
            Some(_) if !scene.office.user().may(Right::Erase) => {
                let says = crate::office::problem::lacks(lang, Right::Erase);
                empty_state(Icon::Lock, t!(lang, "erasures-no-right"), says, None)
            }
            Some((all, _)) if all.is_empty() => {
                empty_state(Icon::Check, t!(lang, "erasures-none"), t!(lang, "erasures-none-text"), None)
            }
            Some((all, letters)) => {
                let entries = all.iter().enumerate().flat_map(|(index, erasure)| {
                    [(index > 0).then(surface::line), Some(entry(erasure, scene))].into_iter().flatten()
                });
                let waiting = (!letters.is_empty()).then(|| self.waiting(letters, scene));
                column![].push(waiting).push(Column::with_children(entries).width(Length::Fill)).spacing(LARGE).into()
            }
        };
        column![text::caption(t!(lang, "erasures-text")), list].spacing(LARGE).into()
    }

    fn waiting<'a>(&'a self, letters: &'a [Letter], scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let says = banner(
            Tone::Attention,
            t!(lang, "erasures-waiting", count = letters.len()),
            Some(t!(lang, "erasures-waiting-says")),
            Vec::new(),
        );
        let one = |letter: &'a Letter| -> Element<'a, Message> {
            let channel = i18n::text(lang, &format!("outbox-channel-{}", letter.channel.key()));
            let about = format!("{channel} {} {}", t!(lang, "separator-dot"), scene.time(letter.at));
            let is_free = self.leaving.is_none();
            let act = row![
                Element::from(
                    button::plain(t!(lang, "erasures-sent"))
                        .id("erasures-sent")
                        .on_press_maybe(is_free.then_some(Message::Sent(letter.id)))
                ),
                Element::from(
                    button::plain(t!(lang, "erasures-save")).id("erasures-save").on_press(Message::Save(letter.id))
                ),
                Element::from(button::plain(t!(lang, "erasures-copy")).on_press(Message::Copy(letter.id))),
            ]
            .spacing(SMALL);
            let busy = (self.leaving == Some(letter.id)).then(|| text::caption(t!(lang, "erasure-step-rewriting")));
            surface::card(
                column![
                    text::strong(letter.recipient.as_str()),
                    text::body(letter.address.as_str()),
                    text::caption(about)
                ]
                .push(act)
                .push(busy)
                .spacing(SMALL)
                .width(Length::Fill),
            )
        };
        column![says].push(Column::with_children(letters.iter().map(one)).spacing(SMALL)).spacing(MEDIUM).into()
    }
}

/// Returns one erasure: how many, on which ground, what came of it, who and when.
fn entry<'a>(erasure: &'a Erasure, scene: &'a Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let ground = i18n::text(lang, &format!("erasure-ground-{}", erasure.ground.key()));
    let ground = t!(lang, "certificate-article", letter = erasure.ground.letter(), ground = ground);
    let (tone, state) = match (erasure.state, erasure.residue) {
        (How::Rewriting, _) => (Tone::Attention, t!(lang, "erasures-rewriting")),
        (How::Finishing, _) => (Tone::Attention, t!(lang, "erasures-finishing")),
        (How::Done | How::Removed, Some(0)) => (Tone::Good, t!(lang, "erasures-done")),
        (How::Done | How::Removed, Some(count)) => (Tone::Danger, t!(lang, "certificate-residue", count = count)),
        (How::Done | How::Removed, None) => (Tone::Muted, t!(lang, "erasures-not-looked")),
    };
    let persons = t!(lang, "erasures-persons", count = erasure.persons);
    let head = row![text::strong(persons), badge::badge(tone, state)].spacing(MEDIUM).align_y(Alignment::Center);
    let reason = (!erasure.reason.is_empty()).then(|| text::caption(erasure.reason.as_str()));
    let words = column![head, text::caption(ground)].push(reason).spacing(TINY);
    let who = format!("{} {} {}", scene.user(erasure.by), t!(lang, "separator-dot"), scene.time(erasure.at));
    row![words.width(Length::Fill), text::caption(who)].spacing(MEDIUM).padding([SMALL, TINY]).into()
}
