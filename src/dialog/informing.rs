//! Informing everybody who is due: who gets the notice, who is held back and why, and one button.
//!
//! What a user does most here, each one click or one key: send the notices (Ctrl+Enter), open the card of somebody who is
//! held back, leave it.

use std::sync::Arc;
use std::time::Duration;

use iced::widget::operation::focus;
use iced::widget::{Column, column, container, row};
use iced::{Alignment, Length, Task};

use crate::model::person;
use crate::model::user::Right;
use crate::office::mail::letters::{Choice, Done, Held};
use crate::office::mail::{account, notices};
use crate::office::problem::{Kind, Problem};
use crate::office::{Desk, Error, Progress, persons};
use crate::screen::{Action, Command, Scene, Step};
use crate::t;
use crate::theme::measure::{MEDIUM, SMALL, TINY};
use crate::theme::{Element, Tone};
use crate::widget::banner::banner;
use crate::widget::dialog::{Card, card};
use crate::widget::progress::progress;
use crate::widget::{button, surface, text};

/// The widest the dialog gets, and how high its list is, in pixels.
const WIDTH: f32 = 680.0;
const HEIGHT: f32 = 240.0;
/// How many of those who are held back are listed by name.
const LISTED: usize = 200;
/// How often it is looked how far the work is.
const LOOK: Duration = Duration::from_millis(100);
const SEND: &str = "informing-send";

/// The dialog.
#[derive(Debug)]
pub struct State {
    plan: Option<Plan>,
    progress: Arc<Progress>,
    is_sending: bool,
}

/// Who would get a notice.
#[derive(Debug, Clone)]
pub struct Plan {
    count: usize,
    held: Vec<(person::Id, String, Held)>,
    held_count: usize,
    has_account: bool,
}

/// What happens in the dialog.
#[derive(Debug, Clone)]
pub enum Message {
    /// Who would get one was found out, or not.
    Planned(Result<Plan, Problem>),
    /// It is looked how far the work is.
    Look,
    /// They are to be sent.
    Send,
    /// They are queued: so many.
    Sent(Result<usize, Problem>),
    /// The card of somebody is to be opened.
    Open(person::Id),
    /// The account for mail is to be set up.
    Account,
    /// The dialog is to be left, or the work to stop.
    Back,
}

impl State {
    /// Opens the dialog.
    pub fn new(scene: &Scene) -> (Self, Task<Message>) {
        let (progress, lang) = (Arc::<Progress>::default(), scene.lang);
        let theirs = Arc::clone(&progress);
        let planned = scene.office.read(move |desk| plan(desk, &theirs));
        let planned = Task::perform(planned, move |planned| {
            Message::Planned(planned.map_err(|error| Problem::new(&error, lang)))
        });
        let state = Self { plan: None, progress, is_sending: false };
        (state, Task::batch([planned, look()]))
    }

    /// Answers whether notices are being queued.
    pub fn is_running(&self) -> bool {
        self.is_sending
    }

    /// Does what a key means here.
    pub fn command(&mut self, command: Command, scene: &Scene) -> Step<Message> {
        if command == Command::Save {
            self.update(Message::Send, scene)
        } else if command == Command::Escape {
            self.update(Message::Back, scene)
        } else {
            Step::none()
        }
    }

    fn is_working(&self) -> bool {
        self.is_sending || self.plan.is_none()
    }

    fn can(&self) -> bool {
        !self.is_sending && self.plan.as_ref().is_some_and(|plan| plan.count > 0)
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        match message {
            Message::Planned(Ok(plan)) => {
                self.plan = Some(plan);
                Step::task(focus(SEND))
            }
            Message::Planned(Err(problem)) | Message::Sent(Err(problem)) => {
                let close = Step::ask(Action::Close);
                if problem.kind == Kind::Dropped { close } else { close.and(Action::Problem(problem)) }
            }
            Message::Look if self.is_working() => Step::task(look()),
            Message::Look => Step::none(),
            Message::Send if self.can() => {
                self.is_sending = true;
                self.progress = Arc::default();
                let (theirs, lang) = (Arc::clone(&self.progress), scene.lang);
                let sent = scene
                    .office
                    .write(move |desk| notices::send_due(desk, notices::SOON, &Choice::default(), true, &theirs));
                let sent = Task::perform(sent, move |sent| {
                    Message::Sent(sent.map(|done| done.persons.len()).map_err(|error| Problem::new(&error, lang)))
                });
                Step::task(Task::batch([sent, look()]))
            }
            Message::Send => Step::none(),
            Message::Sent(Ok(count)) => {
                Step::ask(Action::Close).and(Action::Toast(t!(scene.lang, "informing-sent", count = count)))
            }
            Message::Open(id) => Step::ask(Action::Close).and(Action::OpenPerson(id)),
            Message::Account => Step::ask(Action::Close).and(Action::MailAccount),
            Message::Back => {
                self.progress.cancel();
                if self.is_sending { Step::none() } else { Step::ask(Action::Close) }
            }
        }
    }

    /// Returns the dialog's card.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> Card<'a, Message> {
        let lang = scene.lang;
        let title = t!(lang, "informing-title");
        let Some(plan) = self.plan.as_ref().filter(|_| !self.is_sending) else {
            let (done, total) = self.progress.get();
            #[allow(clippy::cast_precision_loss, reason = "a bar is a few hundred pixels long")]
            let share = if total == 0 { 0.0 } else { done as f32 / total as f32 };
            let stop = button::plain(t!(lang, "cancel")).on_press(Message::Back);
            let numbers = t!(lang, "reports-numbers", done = done, total = total);
            let words = if self.is_sending { t!(lang, "informing-sending") } else { t!(lang, "informing-planning") };
            let bar = progress(words, share, numbers, Some(stop));
            return card(title, bar).max_width(WIDTH).on_escape(Message::Back);
        };
        let mut body = column![
            text::strong(t!(lang, "informing-count", count = plan.count)),
            text::caption(t!(lang, "informing-says")),
        ]
        .spacing(MEDIUM);
        if !plan.has_account {
            let set_up = button::plain(t!(lang, "outbox-account-set-up")).small().on_press(Message::Account);
            body = body.push(banner(Tone::Attention, t!(lang, "letter-no-account"), None, vec![set_up.into()]));
        }
        body = body.push(held(plan, scene));
        let go = button::main(t!(lang, "informing-send", count = plan.count)).id(SEND);
        card(title, body)
            .max_width(WIDTH)
            .button(button::plain(t!(lang, "cancel")).on_press(Message::Back))
            .button(scene.allowed(go, Right::SendMail, self.can().then_some(Message::Send)))
            .on_escape(Message::Back)
    }
}

/// Shows who is held back, and why; nothing where nobody is.
fn held<'a>(plan: &'a Plan, scene: &'a Scene) -> Option<Element<'a, Message>> {
    let lang = scene.lang;
    (plan.held_count > 0).then(|| {
        let lines = plan.held.iter().map(|(id, name, why)| -> Element<'a, Message> {
            let open = Element::from(button::link(name.clone()).small().on_press(Message::Open(*id)));
            row![container(open).width(220.0), text::body(why.text.as_str()).width(Length::Fill)]
                .spacing(SMALL)
                .align_y(Alignment::Center)
                .into()
        });
        let more = plan.held_count - plan.held.len();
        let lines = Column::with_children(lines).spacing(TINY);
        let lines = lines.push((more > 0).then(|| text::caption(t!(lang, "today-more", count = more))));
        let lines = container(surface::scroll(lines)).max_height(HEIGHT);
        column![text::caption(t!(lang, "informing-held", count = plan.held_count)), lines].spacing(TINY).into()
    })
}

fn plan(desk: &mut Desk<'_>, progress: &Progress) -> Result<Plan, Error> {
    let Done { persons: to, held, .. } = notices::send_due(desk, notices::SOON, &Choice::default(), false, progress)?;
    let (count, held_count) = (to.len(), held.len());
    let mut named = Vec::new();
    for (id, why) in held.into_iter().take(LISTED) {
        let line = persons::lines(desk, &[id])?.pop();
        let name = line.map(|line| person::full_name(&line.first_name, &line.last_name)).unwrap_or_default();
        named.push((id, name, why));
    }
    Ok(Plan { count, held: named, held_count, has_account: account::is_set_up(desk)? })
}

fn look() -> Task<Message> {
    Task::perform(tokio::time::sleep(LOOK), |()| Message::Look)
}
