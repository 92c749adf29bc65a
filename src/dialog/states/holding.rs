//! A legal hold (art. 17(3)): on which ground and by which statute somebody must be kept, and until when.

use iced::widget::{Column, column, row};

use super::{FIRST, Message, State};
use crate::i18n;
use crate::model::hold::{Content, Ground};
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::MEDIUM;
use crate::theme::{Element, Theme};
use crate::widget::choice::choice;
use crate::widget::field::{field, text_field};
use crate::widget::text;

/// What was said of a new hold, but for the statute and the comment.
#[derive(Debug)]
pub struct Form {
    ground: Ground,
    until: String,
    /// Whether what was typed for the last day is none.
    is_wrong: bool,
}

/// What happens in the form.
#[derive(Debug, Clone)]
pub enum Typed {
    /// A ground was chosen.
    Ground(Option<Ground>),
    /// The last day was typed.
    Until(String),
}

impl Default for Form {
    fn default() -> Self {
        Self { ground: Ground::Bookkeeping, until: String::new(), is_wrong: false }
    }
}

impl Form {
    /// Takes what was typed.
    pub fn apply(&mut self, typed: Typed) {
        match typed {
            Typed::Ground(ground) => self.ground = ground.unwrap_or(self.ground),
            Typed::Until(until) => (self.until, self.is_wrong) = (until, false),
        }
    }

    /// Returns what the hold says; none where the last day is none.
    pub fn content(&mut self, statute: &str, comment: &str, scene: &Scene) -> Option<Content> {
        let typed = self.until.trim();
        let until = i18n::parse_date(scene.lang, typed, scene.today());
        self.is_wrong = !typed.is_empty() && until.is_none();
        let (statute, comment) = (statute.to_owned(), comment.to_owned());
        (!self.is_wrong).then_some(Content { ground: self.ground, statute, comment, until })
    }
}

impl State {
    pub(super) fn hold<'a>(&'a self, scene: &'a Scene) -> Column<'a, Message, Theme> {
        let lang = scene.lang;
        let grounds = Ground::ALL.map(|ground| (ground, i18n::text(lang, &format!("hold-ground-{}", ground.key()))));
        let ground =
            choice(grounds, Some(self.form.ground)).id(FIRST).on_choose(|ground| Message::Hold(Typed::Ground(ground)));
        let until = text_field(t!(lang, "builder-day-hint"), self.form.until.as_str())
            .id("hold-until")
            .invalid(self.form.is_wrong)
            .on_input(|typed| Message::Hold(Typed::Until(typed)))
            .on_submit(Message::Do);
        let wrong = self.form.is_wrong.then(|| t!(lang, "due-until-wrong"));
        let comment = text_field("", self.answer.as_str()).on_input(Message::Answer).on_submit(Message::Do);
        let second = row![
            Element::from(field(t!(lang, "hold-until"), until).error(wrong)),
            Element::from(field(t!(lang, "field-comment"), comment)),
        ];
        column![
            text::body(t!(lang, "hold-says")),
            Element::from(field(t!(lang, "hold-ground"), ground)),
            self.words(t!(lang, "hold-statute")),
            second.spacing(MEDIUM),
        ]
    }

    pub(super) fn lift_hold<'a>(&'a self, scene: &'a Scene) -> Column<'a, Message, Theme> {
        column![text::body(t!(scene.lang, "hold-lift-says")), self.words(t!(scene.lang, "state-reason"))]
    }
}
