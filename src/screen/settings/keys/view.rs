//! How keys and lock look: the section among the settings, and the pages in their place.

use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::{column, container, row};
use iced::{Alignment, Length};

use super::super::section;
use super::{Message, PROOF, Page, Remembered, State};
use crate::i18n::Lang;
use crate::model::user::Right;
use crate::office::problem;
use crate::screen::{Page as Sheet, Scene};
use crate::t;
use crate::theme::measure::{HUGE, LARGE, SMALL, VAST};
use crate::theme::{Element, Icon, Tone, style};
use crate::widget::banner::banner;
use crate::widget::choice::choice;
use crate::widget::field::{field, text_field};
use crate::widget::hotkeys::hotkeys;
use crate::widget::{badge, button};

/// The minutes of the lock that can be chosen; commands take others, too.
const MINUTES: [u64; 8] = [1, 2, 5, 10, 15, 30, 60, 0];
/// How wide a page is.
const WIDTH: f32 = 560.0;

impl State {
    /// Shows the section.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let passphrase = button::plain(t!(lang, "keys-passphrase-change")).on_press(Message::NewPassphrase);
        let may = scene.office.user().may(Right::Settings);
        let recovery = button::plain(t!(lang, "keys-recovery-new"));
        let recovery = if may {
            recovery.on_press(Message::NewRecoveryKey)
        } else {
            recovery.tooltip(problem::lacks(lang, Right::Settings))
        };
        column![
            section(t!(lang, "keys-lock"), t!(lang, "keys-lock-hint"), self.minutes(may, lang)),
            section(t!(lang, "create-passphrase"), t!(lang, "keys-passphrase-hint"), row![passphrase].into()),
            section(t!(lang, "create-recovery-key"), t!(lang, "keys-recovery-hint"), row![recovery].into()),
            section(t!(lang, "keys-remember"), t!(lang, "keys-remember-hint"), self.computer(scene)),
        ]
        .spacing(HUGE)
        .into()
    }

    fn minutes<'a>(&'a self, may: bool, lang: Lang) -> Element<'a, Message> {
        let mut known = MINUTES.to_vec();
        if let Some(minutes) = self.minutes.filter(|minutes| !MINUTES.contains(minutes)) {
            known.insert(0, minutes);
        }
        let options = known.into_iter().map(|minutes| match minutes {
            0 => (0, t!(lang, "keys-lock-never")),
            minutes => (minutes, t!(lang, "keys-lock-minutes", minutes = minutes)),
        });
        let mut field = choice(options, self.minutes).id("keys-minutes").width(280.0);
        if may {
            field = field.on_choose(Message::Minutes);
        }
        row![field].into()
    }

    fn computer<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let (tone, words) = match self.remembered {
            Remembered::Unknown | Remembered::Nothing => (Tone::Muted, t!(lang, "keys-remember-nothing")),
            Remembered::Until(until) => (Tone::Good, t!(lang, "keys-remember-until", date = scene.day(until))),
            Remembered::Silent => (Tone::Attention, t!(lang, "keys-remember-silent")),
        };
        let act = match self.remembered {
            Remembered::Unknown | Remembered::Nothing => {
                button::plain(t!(lang, "keys-remember-on")).on_press(Message::Remember)
            }
            Remembered::Until(_) | Remembered::Silent => {
                button::plain(t!(lang, "keys-remember-off")).on_press_maybe((!self.busy).then_some(Message::Forget))
            }
        };
        column![badge::status(tone, words), row![act]].spacing(SMALL).into()
    }

    /// Shows the page that stands in place of the settings.
    pub fn page<'a>(&'a self, scene: &'a Scene) -> Option<Element<'a, Message>> {
        let lang = scene.lang;
        let content: Element<'a, Message> = match self.page.as_ref()? {
            Page::Passphrase(old, new) => column![
                Sheet::head(t!(lang, "keys-passphrase-title"), t!(lang, "keys-passphrase-text")),
                self.proof(t!(lang, "keys-passphrase-old"), old, lang),
                new.view(lang).map(Message::New),
                self.foot(t!(lang, "keys-passphrase-go"), lang),
            ]
            .spacing(LARGE)
            .into(),
            Page::Proof(typed) => column![
                Sheet::head(t!(lang, "keys-recovery-title"), t!(lang, "keys-recovery-text")),
                self.proof(t!(lang, "keys-proof"), typed, lang),
                self.foot(t!(lang, "continue"), lang),
            ]
            .spacing(LARGE)
            .into(),
            Page::Sheet(sheet) => sheet.view(lang).map(Message::Sheet),
            Page::Remember(typed) => column![
                Sheet::head(t!(lang, "keys-remember-title"), t!(lang, "keys-remember-text")),
                banner(
                    Tone::Attention,
                    t!(lang, "keys-remember-shared"),
                    Some(t!(lang, "keys-remember-shared-text")),
                    vec![]
                ),
                self.proof(t!(lang, "keys-proof"), typed, lang),
                self.foot(t!(lang, "keys-remember-go"), lang),
            ]
            .spacing(LARGE)
            .into(),
        };
        let card = container(content).padding(VAST).width(Length::Fill).max_width(WIDTH).style(style::card);
        let card = container(card).padding(HUGE).width(Length::Fill).align_x(Alignment::Center);
        let page = hotkeys(card, |_, _| None).before(|key, modifiers| {
            // A field would take the key only to lose the focus.
            let back = matches!(key, Key::Named(Named::Escape)) && modifiers.is_empty();
            back.then_some(Message::Back)
        });
        Some(page.into())
    }

    fn proof<'a>(&'a self, label: String, typed: &'a str, lang: Lang) -> Element<'a, Message> {
        let input = text_field("", typed)
            .id(PROOF)
            .icon(Icon::Lock)
            .secure(true)
            .invalid(self.problem.is_some())
            .on_input(Message::Typed)
            .on_submit(Message::Go);
        field(label, input).hint(t!(lang, "keys-proof-why")).error(self.problem.as_ref()).into()
    }

    fn foot<'a>(&'a self, go: String, lang: Lang) -> Element<'a, Message> {
        let go = if self.busy { t!(lang, "keys-busy") } else { go };
        Sheet::foot(
            Some(button::plain(t!(lang, "cancel")).on_press(Message::Back)),
            vec![button::main(go).on_press_maybe((!self.busy).then_some(Message::Go))],
        )
    }
}
