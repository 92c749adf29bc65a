//! What stands on cards in fields that are no longer collected, and emptying them: the plan with its count, whether to,
//! how far it is.

use std::sync::Arc;
use std::time::Duration;

use iced::widget::operation::focus;
use iced::widget::row;
use iced::{Alignment, Task};

use crate::i18n::{self, Lang};
use crate::model::field::Field;
use crate::model::user::Right;
use crate::office::fields::{self, Emptying};
use crate::office::problem::{self, Kind, Problem};
use crate::office::{Error, Progress};
use crate::screen::{Action, Scene, Step};
use crate::t;
use crate::theme::measure::MEDIUM;
use crate::theme::{Element, Tone, style};
use crate::vault::Slot;
use crate::widget::banner::banner;
use crate::widget::progress::progress;
use crate::widget::{button, text};

/// Only the newest question what could be emptied is answered.
const SLOT: Slot = Slot("fields to empty");
/// The button that empties nothing, for the focus.
const CANCEL: &str = "field-emptying-cancel";
/// What takes longer than this says how far it is.
const QUIET: Duration = Duration::from_millis(300);
/// How often it says so.
const OFTEN: Duration = Duration::from_millis(150);

/// What could be emptied, and what is.
#[derive(Debug, Default)]
pub struct State {
    left: Vec<Emptying>,
    /// Which field is to be emptied, if somebody says yes.
    asking: Option<Field>,
    busy: Option<Busy>,
}

#[derive(Debug)]
struct Busy {
    field: Field,
    progress: Arc<Progress>,
    /// Whether it takes long enough to say how far it is.
    is_long: bool,
}

/// What happens to it.
#[derive(Debug, Clone)]
pub enum Message {
    /// What could be emptied was read, or not.
    Read(Result<Vec<Emptying>, Problem>),
    /// A field is to be emptied.
    Ask(Field),
    /// No, after all; or what goes on is to stop.
    Cancel,
    /// Yes.
    Go,
    /// Time has passed.
    Tick,
    /// It is done, or not.
    Done(Result<Emptying, Problem>),
}

impl State {
    /// Reads what could be emptied, which counts through all cards: for when it is shown; nothing for who may not decide what is collected, or may not see every card.
    pub fn read(scene: &Scene) -> Task<Message> {
        if !super::rows::may(scene) || !scene.office.user().may(Right::SeeOthers) {
            return Task::none();
        }
        let lang = scene.lang;
        let left = scene.office.latest(SLOT, |desk| fields::left_behind(desk));
        Task::perform(left, move |read| Message::Read(said(read, lang)))
    }

    /// Answers whether somebody is asked whether to empty a field.
    pub fn is_asking(&self) -> bool {
        self.asking.is_some()
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        match message {
            Message::Read(Ok(left)) => {
                self.left = left;
                self.asking = self.asking.take().filter(|field| self.of(field).is_some());
            }
            Message::Read(Err(problem)) if problem.kind == Kind::Dropped => {}
            Message::Read(Err(problem)) => return Step::ask(Action::Problem(problem)),
            Message::Ask(field) if self.busy.is_none() => {
                self.asking = Some(field);
                return Step::task(focus(CANCEL));
            }
            Message::Cancel => match &self.busy {
                Some(busy) => busy.progress.cancel(),
                None => self.asking = None,
            },
            Message::Go if self.busy.is_none() => return self.go(scene),
            Message::Ask(_) | Message::Go => {}
            Message::Tick => {
                if let Some(busy) = &mut self.busy {
                    busy.is_long = true;
                    return Step::task(wait(OFTEN));
                }
            }
            Message::Done(done) => {
                (self.busy, self.asking) = (None, None);
                let read = Step::task(Self::read(scene));
                return match done {
                    Ok(done) => {
                        let field = scene.field(&done.field);
                        let words = t!(scene.lang, "cli-field-emptied", field = field, count = done.cards);
                        read.and(Action::Toast(words))
                    }
                    Err(problem) if problem.kind == Kind::Cancelled => read,
                    Err(problem) => read.and(Action::Problem(problem)),
                };
            }
        }
        Step::none()
    }

    fn go(&mut self, scene: &Scene) -> Step<Message> {
        let Some(field) = self.asking.clone() else { return Step::none() };
        let progress = Arc::new(Progress::default());
        self.busy = Some(Busy { field: field.clone(), progress: Arc::clone(&progress), is_long: false });
        let lang = scene.lang;
        let done = scene.office.write(move |desk| fields::empty(desk, &field, &progress));
        let done = Task::perform(done, move |done| Message::Done(said(done, lang)));
        Step::task(Task::batch([done, wait(QUIET)]))
    }

    fn of(&self, field: &Field) -> Option<&Emptying> {
        self.left.iter().find(|left| left.field == *field)
    }

    /// Shows what stands on cards in a field that is not collected, and the way to empty it; nothing where nothing does.
    pub fn view<'a>(&'a self, field: &Field, scene: &'a Scene) -> Option<Element<'a, Message>> {
        let lang = scene.lang;
        if let Some(busy) = self.busy.as_ref().filter(|busy| busy.field == *field && busy.is_long) {
            return Some(view_progress(busy, scene));
        }
        let left = self.of(field)?;
        let held = (left.held > 0).then(|| t!(lang, "field-emptying-held", count = left.held));
        let is_busy = self.busy.is_some();
        if self.asking.as_ref() == Some(field) {
            let cancel = button::plain(t!(lang, "cancel")).id(CANCEL).on_press(Message::Cancel);
            let go = button::danger(t!(lang, "field-emptying-go", field = scene.field(field), count = left.cards));
            let go = go.id("field-emptying-go").on_press_maybe((!is_busy).then_some(Message::Go));
            let ask = t!(lang, "field-emptying-ask", field = scene.field(field), count = left.cards);
            let says = [Some(t!(lang, "field-emptying-says")), held].into_iter().flatten().collect::<Vec<_>>();
            return Some(banner(Tone::Danger, ask, Some(says.join(" ")), vec![cancel.into(), go.into()]));
        }
        let words = match (left.cards, held) {
            (0, Some(held)) => held,
            (cards, _) => t!(lang, "field-emptying-left", count = cards),
        };
        let open = (left.cards > 0).then(|| -> Element<'a, Message> {
            let open = button::plain(t!(lang, "field-emptying-open")).small().id(format!("field-emptying-{field}"));
            if scene.office.user().may(Right::MassEdit) {
                open.on_press_maybe((!is_busy).then(|| Message::Ask(field.clone()))).into()
            } else {
                open.tooltip(problem::lacks(lang, Right::MassEdit)).into()
            }
        });
        let words = text::caption(words).style(style::tone(Tone::Attention));
        Some(row![words].push(open).spacing(MEDIUM).align_y(Alignment::Center).into())
    }
}

fn view_progress<'a>(busy: &Busy, scene: &Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let (done, total) = busy.progress.get();
    let number = |number: u64| i18n::number(lang, i64::try_from(number).unwrap_or(i64::MAX));
    let numbers = t!(lang, "field-emptying-numbers", done = number(done), total = number(total));
    let share = if total == 0 { 0.0 } else { done as f32 / total as f32 };
    let cancel = button::plain(t!(lang, "cancel")).on_press(Message::Cancel);
    progress(t!(lang, "field-emptying-goes-on", field = scene.field(&busy.field)), share, numbers, Some(cancel))
}

fn wait(time: Duration) -> Task<Message> {
    Task::perform(async move { tokio::time::sleep(time).await }, |()| Message::Tick)
}

fn said<T>(done: Result<T, Error>, lang: Lang) -> Result<T, Problem> {
    done.map_err(|error| Problem::new(&error, lang))
}
