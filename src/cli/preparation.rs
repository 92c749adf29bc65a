//! `steps`: preparing the office in five steps, and how far it is.

use serde_json::{Value, json};

use super::answer::{Answer, aligned};
use super::arguments::Steps as Call;
use super::failure::Failure;
use super::session::Session;
use crate::i18n::{self, Lang};
use crate::office::preparation::{self, Preparation, Standing, Step};
use crate::t;

/// Shows how far the office is, or says what is right as it is.
pub fn run(session: &Session, call: Option<Call>) -> Result<Answer, Failure> {
    let state = match call {
        None => session.read(|desk| preparation::state(desk))?,
        Some(Call::Confirm { point, not }) => session
            .in_office(|office| session.wait(office.write(move |desk| preparation::confirm(desk, point, !not))))?,
        Some(Call::Hide) => put_away(session, true)?,
        Some(Call::Show) => put_away(session, false)?,
    };
    Ok(answer(&state, session.lang))
}

fn put_away(session: &Session, away: bool) -> Result<Preparation, Failure> {
    session.in_office(|office| session.wait(office.write(move |desk| preparation::put_away(desk, away))))
}

fn answer(state: &Preparation, lang: Lang) -> Answer {
    let point = |standing: &Standing| {
        json!({
            "point": standing.point.key(),
            "title": point_title(standing, lang),
            "done": standing.done,
            "confirmed": standing.confirmed,
            "can_be_confirmed": standing.point.is_judged(),
        })
    };
    let step = |step: Step| {
        json!({
            "step": step.key(),
            "title": i18n::text(lang, &format!("steps-{}", step.key())),
            "done": state.is_done(step),
            "points": state.of(step).map(point).collect::<Vec<Value>>(),
        })
    };
    let json = json!({
        "done": state.done(),
        "total": Step::ALL.len(),
        "put_away": state.away,
        "steps": Step::ALL.map(step),
    });
    Answer::new(json, text(state, lang))
}

fn text(state: &Preparation, lang: Lang) -> String {
    let mark = |done: bool| if done { "x" } else { " " };
    let mut text = format!("{}\n", t!(lang, "steps-done", done = state.done(), total = Step::ALL.len()));
    for step in Step::ALL {
        let title = i18n::text(lang, &format!("steps-{}", step.key()));
        text.push_str(&format!("\n[{}] {title}\n", mark(state.is_done(step))));
        let row = |standing: &Standing| {
            let says = if standing.confirmed { t!(lang, "steps-confirmed") } else { String::new() };
            let title = format!("    [{}] {}", mark(standing.done), point_title(standing, lang));
            vec![title, standing.point.key().to_owned(), says]
        };
        text.push_str(&aligned(&state.of(step).map(row).collect::<Vec<_>>()));
    }
    text
}

fn point_title(standing: &Standing, lang: Lang) -> String {
    i18n::text(lang, &format!("steps-point-{}", standing.point.key()))
}
