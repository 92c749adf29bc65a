//! What stays around the steps: the title, the line of steps, the buttons at the foot, and questions.

use iced::widget::{Row, column, container, row, space};
use iced::{Alignment, Length, Padding};

use super::work::Kind;
use super::{Message, Question, Stage, State};
use crate::i18n::Lang;
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::{HUGE, LARGE, MEDIUM, SMALL, TINY};
use crate::theme::{Element, Icon, Tone, font, style};
use crate::widget::button::{self, Button};
use crate::widget::dialog::{self, dialog};
use crate::widget::tab_stop::TabStop;
use crate::widget::{banner, surface, text};

/// The widest the steps get, so that a row can be read across.
const WIDTH: f32 = 1120.0;

/// Returns a step with everything around it.
pub(super) fn view<'a>(state: &'a State, scene: &'a Scene, body: Element<'a, Message>) -> Element<'a, Message> {
    let lang = scene.lang;
    let head = column![text::name(t!(lang, "import-title")), steps(state, lang), surface::line()].spacing(MEDIUM);
    let body = container(body).width(Length::Fill).height(Length::Fill);
    let page = column![head]
        .push(recovery(state, lang))
        .push(problem(state))
        .push(body)
        .push(surface::line())
        .push(foot(state, lang))
        .spacing(MEDIUM)
        .max_width(WIDTH);
    let page = container(page).center_x(Length::Fill).height(Length::Fill).style(style::paper);
    let page = page.padding(Padding::from([LARGE, HUGE]));
    let asked = state.question.map(|question| ask(state, question, lang));
    dialog(page, asked)
}

fn step_name(lang: Lang, stage: Stage) -> String {
    match stage {
        Stage::File => t!(lang, "import-step-file"),
        Stage::Columns => t!(lang, "import-step-columns"),
        Stage::Terms => t!(lang, "import-step-basis"),
        Stage::Plan => t!(lang, "import-step-preview"),
        Stage::Result => t!(lang, "import-step-result"),
    }
}

/// The line of steps: a number or a tick and a name each; those behind can be gone back to.
fn steps<'a>(state: &State, lang: Lang) -> Element<'a, Message> {
    let at = if state.is_shown(Kind::Importing) { Stage::Result } else { state.stage };
    let fixed = state.outcome.is_some() || state.is_busy(Kind::Importing);
    let mut line = Row::new().spacing(TINY).align_y(Alignment::Center);
    for (number, stage) in (1..).zip(Stage::ALL) {
        if stage != Stage::File {
            line = line.push(text::icon_sized(Icon::ChevronRight, 14.0).style(style::muted));
        }
        let behind = stage < at;
        let tone = if behind {
            Tone::Good
        } else if stage == at {
            Tone::Accent
        } else {
            Tone::Muted
        };
        let sign: Element<'a, Message> = if behind || (stage == at && state.outcome.is_some()) {
            text::icon(Icon::CircleCheck).style(style::tone(tone)).into()
        } else {
            let number = text::caption(number.to_string()).style(style::tone(tone)).font(font::SEMIBOLD);
            container(number).center(20).style(style::tinted(tone, 10.0)).into()
        };
        let name = text::body(step_name(lang, stage)).style(style::tone(if behind { Tone::Ink } else { tone }));
        let name = if stage == at { name.font(font::SEMIBOLD) } else { name };
        let content = row![sign, name].spacing(TINY + 2.0).align_y(Alignment::Center);
        let content = container(content).padding(Padding::from([TINY, SMALL]));
        line = line.push(if behind && !fixed {
            Element::from(TabStop::new(content).on_press(Some(Message::To(stage))))
        } else {
            content.into()
        });
    }
    // The first step stands under the first letter of the title.
    container(line).padding(Padding::ZERO.left(-SMALL)).into()
}

fn recovery<'a>(state: &State, lang: Lang) -> Option<Element<'a, Message>> {
    let wanted = state.recovery_needed && state.outcome.is_none() && state.work.is_none();
    wanted.then(|| {
        banner::banner(
            Tone::Attention,
            t!(lang, "import-recovery"),
            Some(t!(lang, "import-recovery-why")),
            vec![button::plain(t!(lang, "import-recovery-go")).small().on_press(Message::ConfirmRecovery).into()],
        )
    })
}

fn problem<'a>(state: &State) -> Option<Element<'a, Message>> {
    let problem = state.problem.as_ref()?;
    Some(banner::banner(Tone::Danger, problem.message.clone(), None, Vec::new()))
}

/// The buttons: back at the left, on at the right, and what can be done besides.
fn foot<'a>(state: &State, lang: Lang) -> Element<'a, Message> {
    let idle = state.work.is_none();
    let mut left: Vec<Button<Message>> = Vec::new();
    let mut right: Vec<Button<Message>> = Vec::new();
    if state.is_busy(Kind::Importing) || state.is_busy(Kind::Undoing) {
        // Nothing but the way to stop, which stands beside the bar.
        return space().height(32).into();
    }
    let back = button::plain(t!(lang, "back")).icon(Icon::ChevronLeft).on_press(Message::Back);
    let on = |label: String| button::main(label).id("import-next");
    match state.stage {
        Stage::File => {
            left.push(button::plain(t!(lang, "cancel")).on_press(Message::Back));
            if state.file.is_some() {
                right.push(on(t!(lang, "continue")).on_press_maybe(idle.then_some(Message::Next)));
            }
        }
        Stage::Columns | Stage::Terms => {
            left.push(back);
            right.push(on(t!(lang, "continue")).on_press(Message::Next));
        }
        Stage::Plan => {
            left.push(back);
            let people = state.people();
            let label = if people == 0 { t!(lang, "import-go-nobody") } else { t!(lang, "import-go", count = people) };
            let ready = state.can_import().then_some(Message::Next);
            right.push(button::main(label).icon(Icon::Download).id("import-go").on_press_maybe(ready));
        }
        Stage::Result => {
            left.push(button::plain(t!(lang, "import-another")).on_press(Message::Another));
            if state.undone.is_none() {
                left.push(button::danger(t!(lang, "import-undo")).icon(Icon::Undo).on_press(Message::AskUndo));
                right.push(button::plain(t!(lang, "close")).on_press(Message::Back));
                let some = state.outcome.as_ref().is_some_and(|outcome| !outcome.persons.is_empty());
                let show = button::main(t!(lang, "import-show-people")).id("import-show").icon(Icon::Users);
                right.push(show.on_press_maybe(some.then_some(Message::ListPersons)));
            } else {
                right.push(button::main(t!(lang, "close")).on_press(Message::Back));
            }
        }
    }
    let side =
        |buttons: Vec<Button<Message>>| Row::with_children(buttons.into_iter().map(Element::from)).spacing(SMALL);
    row![side(left), space().width(Length::Fill), side(right)].align_y(Alignment::Center).into()
}

fn ask<'a>(state: &State, question: Question, lang: Lang) -> dialog::Card<'a, Message> {
    let stay = button::plain(t!(lang, "cancel")).on_press(Message::Stay);
    match question {
        Question::Leave => dialog::card(t!(lang, "import-leave-title"), text::body(t!(lang, "import-leave-text")))
            .button(stay)
            .button(button::danger(t!(lang, "import-leave-go")).on_press(Message::Leave)),
        Question::Undo => {
            let counts = state.outcome.as_ref().map(|outcome| outcome.counts).unwrap_or_default();
            let (words, go) = if counts.added == 0 {
                (t!(lang, "import-undo-changes", count = counts.updated), t!(lang, "import-undo"))
            } else {
                let words = t!(lang, "import-undo-text", count = counts.added);
                (words, t!(lang, "import-undo-go", count = counts.added))
            };
            dialog::card(t!(lang, "import-undo-title"), text::body(words))
                .button(stay)
                .button(button::danger(go).on_press(Message::Undo))
        }
    }
    .on_escape(Message::Stay)
}
