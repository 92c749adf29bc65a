//! Choosing a passphrase: typed twice, with how easily it is guessed in words.

use iced::widget::{Row, column, container, row, space};
use iced::{Alignment, Length, border};
use zeroize::Zeroizing;

use crate::i18n::{self, Lang};
use crate::t;
use crate::theme::measure::{MEDIUM, SMALL, TINY};
use crate::theme::{Element, Icon, Theme, Tone, style};
use crate::vault::{Passphrase, Score, strength};
use crate::widget::button;
use crate::widget::field::{field, text_field};
use crate::widget::text;

/// What was typed so far.
#[derive(Default)]
pub struct State {
    first: Zeroizing<String>,
    again: Zeroizing<String>,
    score: Option<Score>,
    shown: bool,
    /// Whether somebody wanted to go on, so that what is missing may be said.
    tried: bool,
}

/// What happens in the two fields.
#[derive(Clone)]
pub enum Message {
    /// The first was typed.
    First(String),
    /// The second was typed.
    Again(String),
    /// Show or hide both.
    Show(bool),
    /// Enter in the first field: on to the second.
    Next,
    /// Enter in the second field.
    Done,
}

impl State {
    /// The id of the first field.
    pub const FIRST: &str = "passphrase-new";
    /// The id of the second field.
    const AGAIN: &str = "passphrase-again";

    /// Answers whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.first.is_empty() && self.again.is_empty()
    }

    /// Takes what was typed.
    pub fn update(&mut self, message: Message) -> iced::Task<Message> {
        match message {
            Message::First(typed) => {
                self.first = Zeroizing::new(typed);
                self.score = (!self.first.is_empty()).then(|| strength(&self.first));
            }
            Message::Again(typed) => self.again = Zeroizing::new(typed),
            Message::Show(shown) => self.shown = shown,
            Message::Next => return iced::widget::operation::focus(Self::AGAIN),
            Message::Done => {}
        }
        iced::Task::none()
    }

    /// Returns the passphrase, if it will do and was typed twice alike; else says what is missing from now on.
    pub fn take(&mut self) -> Option<Passphrase> {
        self.tried = true;
        let good = self.score.is_some_and(Score::enough) && self.first == self.again;
        good.then(|| Passphrase::new(self.first.as_str()))
    }

    fn first_complaint(&self, lang: Lang) -> Option<String> {
        if !self.tried {
            return None;
        }
        match self.score {
            None => Some(t!(lang, "create-passphrase-empty")),
            Some(score) if !score.enough() => Some(t!(lang, "create-strength-too-weak")),
            Some(_) => None,
        }
    }

    fn again_complaint(&self, lang: Lang) -> Option<String> {
        // As long as the second is the beginning of the first, it is simply not typed out yet.
        let differs = if self.tried { self.first != self.again } else { !self.first.starts_with(self.again.as_str()) };
        (differs && !self.first.is_empty()).then(|| t!(lang, "create-passphrase-differs"))
    }

    /// Shows the two fields.
    pub fn view(&self, lang: Lang) -> Element<'_, Message> {
        let (icon, words) = if self.shown {
            (Icon::EyeOff, t!(lang, "create-passphrase-hide"))
        } else {
            (Icon::Eye, t!(lang, "create-passphrase-show"))
        };
        // Tab goes from field to field: what is typed next must never press a button that shows it.
        let eye = button::icon(icon, words).small().mouse_only().on_press(Message::Show(!self.shown));
        let weak = self.first_complaint(lang);
        let other = self.again_complaint(lang);
        let first: Element<'_, Message> = text_field("", self.first.as_str())
            .id(Self::FIRST)
            .secure(!self.shown)
            .invalid(weak.is_some())
            .on_input(Message::First)
            .on_submit(Message::Next)
            .trailing(eye)
            .into();
        let again = text_field("", self.again.as_str())
            .id(Self::AGAIN)
            .secure(!self.shown)
            .invalid(other.is_some())
            .on_input(Message::Again)
            .on_submit(Message::Done);
        column![
            field(t!(lang, "create-passphrase"), column![first, meter(lang, self.score)].spacing(SMALL)).error(weak),
            field(t!(lang, "create-passphrase-again"), again).error(other),
        ]
        .spacing(MEDIUM)
        .into()
    }
}

/// Returns how easily the passphrase is guessed: four pieces of a bar, and the same in words.
fn meter<'a>(lang: Lang, score: Option<Score>) -> Element<'a, Message> {
    let (filled, tone, words) = match score {
        None => (0, Tone::Muted, String::new()),
        Some(score) => {
            let tone = match score.value() {
                0 | 1 => Tone::Danger,
                2 => Tone::Attention,
                _ => Tone::Good,
            };
            (score.value(), tone, i18n::text(lang, &format!("create-strength-{}", score.value())))
        }
    };
    let pieces = (1..=4).map(|piece| {
        let on = piece <= filled;
        container(space().width(Length::Fill).height(6))
            .style(move |theme: &Theme| {
                let roles = theme.roles();
                container::Style {
                    background: Some(if on { roles.tone(tone) } else { roles.pressed }.into()),
                    border: border::rounded(3),
                    ..container::Style::default()
                }
            })
            .into()
    });
    row![
        Row::with_children(pieces).spacing(TINY).width(Length::FillPortion(2)),
        text::caption(words).style(style::tone(tone)).width(Length::FillPortion(1))
    ]
    .spacing(MEDIUM)
    .align_y(Alignment::Center)
    .into()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn typed(first: &str, again: &str) -> State {
        let mut state = State::default();
        let _ = state.update(Message::First(first.to_owned()));
        let _ = state.update(Message::Again(again.to_owned()));
        state
    }

    #[test]
    fn only_a_good_one_typed_twice_is_taken() {
        let good = "fjellrev spiser stille lapskaus";
        assert!(typed(good, good).take().is_some());
        for (first, again) in [(good, "fjellrev"), (good, ""), ("", ""), ("passord", "passord")] {
            let mut state = typed(first, again);
            assert!(state.take().is_none(), "{first} {again}");
            let said = state.first_complaint(Lang::En).or(state.again_complaint(Lang::En));
            assert!(said.is_some(), "{first} {again}");
        }
    }

    #[test]
    fn nobody_is_scolded_while_still_typing() {
        let state = typed("fjellrev spiser", "fjell");
        assert!(state.first_complaint(Lang::En).is_none() && state.again_complaint(Lang::En).is_none());
        assert!(typed("fjellrev spiser", "fjord").again_complaint(Lang::En).is_some());
    }
}
