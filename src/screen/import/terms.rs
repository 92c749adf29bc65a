//! The third step: why the people in the file may be kept, and what happens with those who are here already.

use iced::widget::{Column, column, container, row};
use iced::{Length, Padding};

use super::{Message, State};
use crate::i18n::{self, Lang};
use crate::model::basis::{Basis, Named};
use crate::model::condition::Condition;
use crate::model::import::{OnDuplicate, Target, Terms};
use crate::model::list::{self, List};
use crate::model::text as rules;
use crate::office::lists;
use crate::office::rules::{Rules, Usual};
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::{HUGE, LARGE, MEDIUM, SMALL, TINY};
use crate::theme::{Element, Tone, style};
use crate::widget::checkbox::radio;
use crate::widget::choice::choice;
use crate::widget::field::{complaint, field, text_field};
use crate::widget::{badge, surface, text};

/// How far a radio button's words stand in, so that an explanation stands under them.
const INDENT: f32 = 28.0;

/// What was chosen so far. There is no legal basis to begin with: somebody has to say why.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) purpose: Option<list::Id>,
    pub(super) basis: Option<Named>,
    pub(super) condition: Option<Condition>,
    pub(super) source: Option<list::Id>,
    pub(super) comment: String,
    pub(super) on_duplicate: OnDuplicate,
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            purpose: Some(list::SALES),
            basis: None,
            condition: None,
            source: Some(list::SOURCE_IMPORT),
            comment: String::new(),
            on_duplicate: OnDuplicate::default(),
        }
    }
}

impl Draft {
    /// Offers what the office decided about people who come in with a file for the purpose; none where it did not.
    pub(super) fn offer(&mut self, rules: &Rules) {
        let usual = self.purpose.and_then(|purpose| rules.usual(list::SOURCE_IMPORT, purpose));
        if let Some(Usual::As(named, source)) = usual {
            (self.basis, self.source) = (Some(named), Some(source));
        }
    }

    /// Returns the terms, once they are complete.
    pub(super) fn terms(&self) -> Option<Terms> {
        if self.comment_is_long() {
            return None;
        }
        Some(Terms {
            purpose: self.purpose?,
            basis: self.basis?,
            condition: self.condition,
            source: self.source?,
            comment: rules::single_line(&self.comment),
            on_duplicate: self.on_duplicate,
        })
    }

    fn comment_is_long(&self) -> bool {
        rules::is_longer(&self.comment, rules::LONG_LINE)
    }
}

/// Returns the step: two cards, one for the legal basis, one for those who are here already.
pub(super) fn view<'a>(state: &'a State, scene: &'a Scene) -> Element<'a, Message> {
    let page = column![legal_basis(state, scene), duplicates(state, scene.lang)].spacing(LARGE).padding(TINY);
    surface::scroll(page.padding(Padding::from(TINY).bottom(LARGE)))
}

fn legal_basis<'a>(state: &'a State, scene: &'a Scene) -> Element<'a, Message> {
    let (lang, terms) = (scene.lang, &state.terms);
    let missing = |missing: bool| (state.hurried && missing).then(|| t!(lang, "invalid-missing"));
    let items =
        |list| scene.lists.of(list).map(|item| (item.id, lists::name(item, lang).to_owned())).collect::<Vec<_>>();

    let bases = scene.lists.lawful().into_iter().map(|named| {
        let name = scene.lists.name(named.item, lang).to_owned();
        let words = i18n::text(lang, &format!("import-basis-{}", named.basis.key()));
        option(name, words, terms.basis == Some(named), Message::Basis(named))
    });
    let refused = terms.purpose.zip(terms.basis).and_then(|(purpose, named)| scene.rules.refuses(purpose, named));
    let refused = refused.map(|rule| complaint(i18n::text(lang, &format!("rule-{}", rule.key()))));
    let condition = terms.purpose.filter(|purpose| scene.rules.asks_condition(*purpose)).map(|_| {
        let all = Condition::ALL.map(|one| (one, lists::condition_name(lang, one)));
        let choice = choice(all, terms.condition).placeholder(t!(lang, "choose"));
        field(t!(lang, "field-condition"), choice.id("import-condition").on_choose(Message::Condition))
            .error(missing(terms.condition.is_none()))
    });
    let bases = column![text::caption(t!(lang, "import-basis-choose"))]
        .push(Column::with_children(bases).spacing(TINY))
        .push(missing(terms.basis.is_none()).map(|_| complaint(t!(lang, "import-basis-missing"))))
        .push(refused)
        .spacing(SMALL)
        .width(Length::FillPortion(1));

    let purpose = choice(items(List::Purpose), terms.purpose).placeholder(t!(lang, "choose"));
    let purpose = purpose.id("import-purpose").on_choose(Message::Purpose);
    let source = choice(items(List::Source), terms.source).placeholder(t!(lang, "choose"));
    let source = source.id("import-source").on_choose(Message::Source);
    let long = terms.comment_is_long();
    let comment = text_field(t!(lang, "import-comment-hint"), &terms.comment)
        .id("import-comment")
        .invalid(long)
        .on_input(Message::Comment)
        .on_submit(Message::Next);
    let hint = match terms.basis.map(|named| named.basis) {
        Some(Basis::Consent) => Some(t!(lang, "basis-consent-hint")),
        Some(Basis::LegitimateInterests) => Some(t!(lang, "basis-interest-hint")),
        Some(
            Basis::Contract
            | Basis::LegalObligation
            | Basis::VitalInterests
            | Basis::PublicTask
            | Basis::Withdrawn
            | Basis::Objected
            | Basis::Void,
        )
        | None => None,
    };
    let comment = field(t!(lang, "field-comment"), comment).error(long.then(|| t!(lang, "invalid-too-long")));
    let comment = match hint {
        Some(hint) => comment.hint(hint),
        None => comment,
    };
    let own = state.mapping.iter().any(|target| matches!(target, Target::Basis | Target::Source | Target::Comment));
    let own = own.then(|| badge::status(Tone::Accent, t!(lang, "import-basis-column")));
    let rest = column![
        field(t!(lang, "field-purpose"), purpose).error(missing(terms.purpose.is_none())),
        field(t!(lang, "field-source"), source).error(missing(terms.source.is_none())),
        comment
    ]
    .push(condition)
    .push(own)
    .spacing(MEDIUM)
    .width(Length::FillPortion(1));

    surface::card(
        column![
            text::section(t!(lang, "import-step-basis")),
            text::body(t!(lang, "import-basis-text")).style(style::muted),
            row![bases, rest].spacing(HUGE)
        ]
        .spacing(MEDIUM),
    )
}

fn duplicates<'a>(state: &State, lang: Lang) -> Element<'a, Message> {
    let options: Vec<Element<'a, Message>> = OnDuplicate::ALL
        .into_iter()
        .map(|choice| {
            let (name, words) = match choice {
                OnDuplicate::Skip => (t!(lang, "import-duplicate-skip"), t!(lang, "import-duplicate-skip-text")),
                OnDuplicate::Fill => (t!(lang, "import-duplicate-fill"), t!(lang, "import-duplicate-fill-text")),
                OnDuplicate::Replace => {
                    (t!(lang, "import-duplicate-replace"), t!(lang, "import-duplicate-replace-text"))
                }
                OnDuplicate::Add => (t!(lang, "import-duplicate-add"), t!(lang, "import-duplicate-add-text")),
            };
            option(name, words, state.terms.on_duplicate == choice, Message::OnDuplicate(choice))
        })
        .collect();
    let mut left = Column::new().spacing(SMALL).width(Length::FillPortion(1));
    let mut right = Column::new().spacing(SMALL).width(Length::FillPortion(1));
    for (place, option) in options.into_iter().enumerate() {
        if place < 2 {
            left = left.push(option);
        } else {
            right = right.push(option);
        }
    }
    surface::card(
        column![
            text::section(t!(lang, "import-duplicates")),
            text::body(t!(lang, "import-same-person")).style(style::muted),
            row![left, right].spacing(HUGE),
            badge::status(Tone::Accent, t!(lang, "import-consent-kept"))
        ]
        .spacing(MEDIUM),
    )
}

/// One of several to choose from, with what it means under it.
fn option<'a>(name: String, words: String, selected: bool, message: Message) -> Element<'a, Message> {
    let words = container(text::caption(words)).padding(Padding::ZERO.left(INDENT));
    column![radio(name, selected).on_select(message), words].into()
}
