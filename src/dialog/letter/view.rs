//! How a letter looks before it is sent.

use iced::widget::{Column, column, container, row};
use iced::{Alignment, Length, Padding};

use super::{FIRST, How, Known, Message, Shown, Span, State};
use crate::i18n::{self, Lang};
use crate::model::list::List;
use crate::model::notice::{Exemption, Way};
use crate::model::template::Part;
use crate::model::user::Right;
use crate::office::mail::notices;
use crate::screen::Scene;
use crate::screen::letters::{LetterAsk, due_words};
use crate::screen::written::written;
use crate::t;
use crate::theme::measure::{LARGE, MEDIUM, SMALL, TINY};
use crate::theme::{Element, Icon, Tone, style};
use crate::widget::banner::banner;
use crate::widget::checkbox::checkbox;
use crate::widget::choice::choice;
use crate::widget::dialog::{Card, card};
use crate::widget::field::{field, text_field};
use crate::widget::{badge, button, surface, text};

/// The widest the dialog gets, and how high the letter in it is, in pixels.
const WIDTH: f32 = 760.0;
const HEIGHT: f32 = 260.0;

impl State {
    /// Returns the dialog's card.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> Card<'a, Message> {
        let lang = scene.lang;
        let name = self.known.as_ref().map(|known| known.name.as_str()).unwrap_or_default();
        let title = match self.ask {
            LetterAsk::Notice(_) => t!(lang, "letter-notice-title", name = name),
            LetterAsk::Corrected(_) => t!(lang, "letter-corrected-title", name = name),
            LetterAsk::Consent(_) => t!(lang, "letter-consent-title", name = name),
        };
        let Some(known) = &self.known else {
            return card(title, surface::skeleton(5)).max_width(WIDTH).on_escape(Message::Close);
        };
        let mut body = Column::new().spacing(MEDIUM);
        if let LetterAsk::Notice(_) = self.ask {
            body = body.push(state(known, scene)).push(self.ways(lang));
        }
        body = match self.how {
            How::Mail => body.push(self.mail(known, scene)),
            How::Noted(_) => body.push(self.noted(lang)),
        };
        let cancel = button::plain(t!(lang, "cancel")).on_press(Message::Close);
        let mut card = card(title, body).max_width(WIDTH).button(cancel);
        if let LetterAsk::Corrected(_) = self.ask {
            let file = button::plain(t!(lang, "letter-file")).id("letter-file");
            let can = (self.shown.is_some() && !self.is_busy).then_some(Message::File);
            card = card.button(scene.allowed(file, Right::Report, can));
        }
        let (words, right) = match (self.ask, self.how) {
            (LetterAsk::Notice(_), How::Noted(_)) => (t!(lang, "letter-note"), Right::LegalBasis),
            (LetterAsk::Notice(_), How::Mail) if known.clock.told_at.is_some() => {
                (t!(lang, "letter-resend"), Right::SendMail)
            }
            (LetterAsk::Notice(_) | LetterAsk::Corrected(_) | LetterAsk::Consent(_), _) => {
                (t!(lang, "letter-send"), Right::SendMail)
            }
        };
        let go = button::main(words).id("letter-send");
        card.button(scene.allowed(go, right, self.can().then_some(Message::Do))).on_escape(Message::Close)
    }

    fn ways(&self, lang: Lang) -> Element<'_, Message> {
        let mut ways = vec![
            (How::Mail, t!(lang, "letter-how-mail")),
            (How::Noted(Way::Letter), t!(lang, "letter-how-letter")),
            (How::Noted(Way::Oral), t!(lang, "letter-how-oral")),
        ];
        ways.extend(Exemption::ALL.map(|exemption| {
            let why = i18n::text(lang, &format!("notice-exemption-{}", exemption.key()));
            (How::Noted(Way::Exempt(exemption)), t!(lang, "letter-how-exempt", why = why))
        }));
        field(t!(lang, "letter-how"), choice(ways, Some(self.how)).id(FIRST).on_choose(Message::How)).into()
    }

    /// Returns what is noted of somebody who was told in another way.
    fn noted(&self, lang: Lang) -> Element<'_, Message> {
        let day = text_field(t!(lang, "builder-day-hint"), self.day.as_str())
            .id("letter-day")
            .invalid(self.is_day_wrong)
            .on_input(Message::Day)
            .on_submit(Message::Do);
        let wrong = self.is_day_wrong.then(|| t!(lang, "letter-day-wrong"));
        let comment = text_field("", self.comment.as_str())
            .id("letter-comment")
            .on_input(Message::Comment)
            .on_submit(Message::Do);
        row![
            Element::from(field(t!(lang, "letter-day"), day).error(wrong).width(220.0)),
            Element::from(field(t!(lang, "field-comment"), comment)),
        ]
        .spacing(MEDIUM)
        .into()
    }

    fn mail<'a>(&'a self, known: &'a Known, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let mut body = Column::new().spacing(MEDIUM);
        match self.ask {
            LetterAsk::Notice(_) => {}
            LetterAsk::Corrected(_) => body = body.push(self.spans(scene)),
            LetterAsk::Consent(_) => {
                let purposes = known.purposes.iter().map(|id| (*id, scene.lists.name(*id, lang).to_owned()));
                let purpose = choice(purposes, self.purpose).id(FIRST).on_choose(Message::Purpose);
                body = body.push(Element::from(field(t!(lang, "field-purpose"), purpose)));
            }
        }
        let chosen = self.shown.as_ref().map(|shown| &shown.letter.rendered);
        let to = self.choice.to.clone().or_else(|| self.shown.as_ref().map(|shown| shown.letter.to.clone()));
        let addresses = known.addresses.iter().map(|address| (address.clone(), address.clone()));
        let to = choice(addresses, to).id("letter-to").placeholder(t!(lang, "letter-no-address"));
        let to = if known.addresses.is_empty() { to } else { to.on_choose(Message::To) };
        let template = self.choice.template.clone().or_else(|| chosen.map(|rendered| rendered.key.clone()));
        let templates = known.templates.iter().cloned();
        let template = choice(templates, template).id("letter-template").on_choose(Message::Template);
        let language = self.choice.lang.or_else(|| chosen.map(|rendered| rendered.lang));
        let languages = Lang::ALL.map(|one| {
            let item = scene.lists.by_key(List::Language, one.code());
            (one, item.map_or_else(String::new, |item| scene.lists.name(item.id, lang).to_owned()))
        });
        let language = choice(languages, language).id("letter-language").on_choose(Message::Language);
        let subject = self.choice.subject.clone().or_else(|| chosen.map(|rendered| rendered.subject.clone()));
        let subject = text_field("", subject.unwrap_or_default()).id("letter-subject").on_input(Message::Subject);
        let first = row![
            Element::from(field(t!(lang, "letter-to"), to)),
            Element::from(field(t!(lang, "field-language"), language).width(180.0)),
        ];
        let second = row![
            Element::from(field(t!(lang, "field-template"), template)),
            Element::from(field(t!(lang, "field-subject"), subject)),
        ];
        body = body.push(first.spacing(MEDIUM)).push(second.spacing(MEDIUM)).extend(self.warnings(known, scene));
        body.push(self.preview(lang)).into()
    }

    fn spans<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let mut spans = vec![(Span::Last, t!(lang, "letter-span-last"))];
        spans.push((Span::Days(1), t!(lang, "letter-span-today")));
        spans.extend([7, 30].map(|days: u64| (Span::Days(days), t!(lang, "letter-span-days", days = days))));
        let span = choice(spans, Some(self.span)).id(FIRST).on_choose(Message::Span);
        let told = self.shown.as_ref().and_then(|shown| shown.corrected.as_ref()).map(|(fields, at)| {
            let fields: Vec<String> = fields.iter().map(|field| scene.field(field)).collect();
            text::caption(t!(lang, "letter-corrected-when", time = scene.time(*at), fields = fields.join(", ")))
        });
        column![Element::from(field(t!(lang, "letter-span"), span))].push(told).spacing(TINY).into()
    }

    /// Returns what stands against the letter, or is to be known before it is sent.
    fn warnings<'a>(&'a self, known: &'a Known, scene: &'a Scene) -> Vec<Element<'a, Message>> {
        let lang = scene.lang;
        let mut all = Vec::new();
        if let Some(lacks) = &self.lacks {
            all.push(banner(Tone::Danger, lacks.clone(), None, Vec::new()));
        }
        if self.is_waiting() {
            all.push(banner(Tone::Accent, t!(lang, "notice-held-waiting"), None, Vec::new()));
        }
        if let Some(shown) = &self.shown {
            let stops = &shown.letter.stops;
            if !stops.is_empty() {
                let why: Vec<&str> = stops.iter().map(|stop| stop.text.as_str()).collect();
                all.push(banner(Tone::Danger, t!(lang, "may-mail-no", why = why.join(" ")), None, Vec::new()));
            }
            if !shown.letter.gaps.is_empty() {
                let gaps: Vec<&str> = shown.letter.gaps.iter().map(|gap| gap.text.as_str()).collect();
                all.push(banner(Tone::Attention, gaps.join(" "), None, Vec::new()));
                if shown.letter.gaps.iter().any(notices::is_for_decision) {
                    let anyway = checkbox(t!(lang, "letter-incomplete"), self.choice.incomplete)
                        .id("letter-incomplete")
                        .on_toggle(Message::Incomplete);
                    all.push(anyway.into());
                }
            }
            if !shown.letter.rendered.missing.is_empty() {
                let part = |part: &Part| i18n::text(lang, &format!("template-part-{}", part.key()));
                let parts: Vec<String> = shown.letter.rendered.missing.iter().map(part).collect();
                let words = t!(lang, "letter-missing", parts = parts.join(", "));
                all.push(banner(Tone::Attention, words, None, Vec::new()));
            }
            if !shown.recipients.is_empty() {
                let words = t!(lang, "letter-recipients", recipients = shown.recipients.join(", "));
                all.push(banner(Tone::Attention, words, None, Vec::new()));
            }
        }
        if !known.has_account {
            let set_up = button::plain(t!(lang, "outbox-account-set-up")).small().on_press(Message::Account);
            all.push(banner(Tone::Attention, t!(lang, "letter-no-account"), None, vec![set_up.into()]));
        }
        all
    }

    /// Returns the letter as it will go.
    fn preview(&self, lang: Lang) -> Element<'_, Message> {
        let words: Element<'_, Message> = match (&self.shown, &self.lacks) {
            (Some(Shown { letter, .. }), _) => written(&letter.rendered.body),
            (None, Some(_)) => return Column::new().into(),
            (None, None) => surface::skeleton(6),
        };
        let words = container(words).padding(Padding::from([SMALL, LARGE])).width(Length::Fill);
        let letter = container(surface::scroll(words)).max_height(HEIGHT).style(style::card);
        let head =
            row![text::icon_sized(Icon::Eye, 14.0).style(style::muted), text::caption(t!(lang, "letter-preview"))]
                .spacing(SMALL)
                .align_y(Alignment::Center);
        column![head, letter].spacing(TINY).into()
    }
}

/// Returns how far it is with informing the person.
fn state<'a>(known: &Known, scene: &Scene) -> Option<Element<'a, Message>> {
    let lang = scene.lang;
    match (known.clock.told_at, known.clock.due) {
        (Some(at), _) => Some(badge::status(Tone::Good, t!(lang, "notice-informed-on", day = scene.day(at)))),
        (None, Some(due)) => {
            let (tone, words) = due_words(scene, due, known.clock.waiting);
            Some(badge::status(tone, words))
        }
        (None, None) => None,
    }
}
