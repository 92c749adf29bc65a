//! How the form looks: the bases at the left, what belongs to the decision at the right.

use iced::keyboard::{Key, key::Named};
use iced::widget::{Column, column, container, row, space};
use iced::{Alignment, Length};

use super::super::{Loaded, may, table};
use super::{Draft, Evidence, Form, Message, basis_id, meaning, with_article};
use crate::i18n::{self, Lang};
use crate::model::basis::{self, Basis};
use crate::model::condition::Condition;
use crate::model::field::Field;
use crate::model::list::List;
use crate::model::user::Right;
use crate::office::lists::condition_name;
use crate::office::problem;
use crate::office::rules::Warning;
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::{HUGE, LARGE, MEDIUM, RADIUS, SMALL, TINY};
use crate::theme::{Element, Icon, Theme, Tone, style};
use crate::widget::choice::choice;
use crate::widget::field::{complaint, field, text_area, text_field};
use crate::widget::tab_stop::TabStop;
use crate::widget::{button, surface, text};

impl Form {
    fn error(&self, field: &Field, lang: Lang) -> Option<String> {
        self.wrong.iter().find(|wrong| wrong.field == *field).map(|wrong| problem::reason(lang, wrong.reason))
    }

    /// Shows the form.
    pub fn view<'a>(&'a self, loaded: &'a Loaded, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let intro =
            if self.corrects.is_some() { t!(lang, "basis-edit-correct-intro") } else { t!(lang, "basis-edit-intro") };
        let sources = scene.lists.of(List::Source).map(|item| (item.id, scene.lists.name(item.id, lang).to_owned()));
        let source = field(
            t!(lang, "basis-edit-source"),
            choice(sources, self.source)
                .placeholder(t!(lang, "please-choose"))
                .invalid(self.error(&Field::Source, lang).is_some())
                .id("basis-source")
                .on_choose(Message::Source),
        )
        .error(self.error(&Field::Source, lang));
        let hint = match self.basis.map(|named| named.basis) {
            Some(Basis::Consent) => t!(lang, "basis-consent-hint"),
            Some(Basis::LegitimateInterests) => t!(lang, "basis-interest-hint"),
            Some(_) | None => t!(lang, "basis-edit-comment-hint"),
        };
        let comment = field(
            t!(lang, "basis-edit-comment"),
            text_field("", &self.comment)
                .id("basis-comment")
                .invalid(self.error(&Field::Comment, lang).is_some())
                .on_input(Message::Comment)
                .on_submit(Message::Save),
        )
        .hint(hint)
        .error(self.error(&Field::Comment, lang));
        let wording = self.has_wording().then(|| self.view_wording(loaded, scene));
        let condition = self.asks_condition(scene).then(|| self.view_condition(lang));
        let right = column![Element::from(source), Element::from(comment)]
            .push(condition)
            .push(wording)
            .push(self.view_evidence(loaded, scene))
            .push(self.trouble.as_ref().map(|words| complaint(words.clone())))
            .spacing(LARGE)
            .width(Length::FillPortion(5));
        let left = column![self.view_bases(scene)].width(Length::FillPortion(4));
        column![text::caption(intro), row![left, right].spacing(HUGE)].spacing(MEDIUM).into()
    }

    fn view_bases<'a>(&self, scene: &Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let offered = self.offered(scene);
        let reachable = self.reachable();
        let rows = offered.iter().enumerate().map(|(place, basis)| {
            let basis = *basis;
            let chosen = self.basis == Some(basis);
            let (sign, tone) = if chosen { (Icon::CircleDot, Tone::Accent) } else { (Icon::Circle, Tone::Muted) };
            let words = column![text::strong(with_article(scene, basis)), text::caption(meaning(lang, basis.basis))]
                .width(Length::Fill);
            let sign = container(text::icon(sign).style(style::tone(tone))).padding([2.0, 0.0]);
            let (up, down) = (offered.get(place.wrapping_sub(1)).copied(), offered.get(place + 1).copied());
            let stop = TabStop::new(row![sign, words].spacing(SMALL))
                .id(Some(basis_id(basis, scene).into()))
                .on_press(Some(Message::Basis(basis)))
                .on_key(move |key| key_to(key, up, down))
                .size(Length::Fill, Length::Shrink)
                .padding([TINY + 2.0, SMALL])
                .align_x(Alignment::Start)
                .style(move |theme: &Theme, status| {
                    let base = style::quiet_button(theme, status);
                    if chosen {
                        iced::widget::button::Style { background: Some(theme.roles().selected.into()), ..base }
                    } else {
                        base
                    }
                });
            if basis == reachable { stop.into() } else { stop.mouse_only().into() }
        });
        let refused = self.basis.and_then(|named| scene.rules.refuses(self.purpose, named));
        let refused = refused.map(|rule| i18n::text(lang, &format!("rule-{}", rule.key())));
        let error = self.error(&Field::LegalBasis, lang).or(refused).map(complaint);
        let lacks = self.basis.is_some_and(|named| scene.rules.lacks_statute(named));
        let lacks =
            lacks.then(|| text::caption(Warning::StatuteMissing.words(lang)).style(style::tone(Tone::Attention)));
        column![text::caption(t!(lang, "basis-edit-basis")), Column::with_children(rows).spacing(2)]
            .push(error)
            .push(lacks)
            .spacing(TINY)
            .into()
    }

    fn view_condition<'a>(&self, lang: Lang) -> Element<'a, Message> {
        let conditions = Condition::ALL.map(|one| (one, condition_name(lang, one)));
        let missing = self.hurried.then(|| t!(lang, "basis-condition-missing"));
        let choice = choice(conditions, self.condition)
            .placeholder(t!(lang, "please-choose"))
            .invalid(self.hurried)
            .id("basis-condition")
            .on_choose(Message::Condition);
        field(t!(lang, "field-condition"), choice).hint(t!(lang, "basis-condition-hint")).error(missing).into()
    }

    fn view_wording<'a>(&'a self, loaded: &'a Loaded, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        if let Some(draft) = &self.draft {
            return view_draft(draft, scene);
        }
        let own = loaded.wordings.iter().filter(|wording| wording.purpose == self.purpose);
        let offered = own.map(|wording| {
            let language = table::language(scene, &wording.language);
            let version = wording.version.to_string();
            (wording.id, t!(lang, "basis-edit-wording-version", version = version, language = language))
        });
        let shown = self.wording.and_then(|id| loaded.wordings.iter().find(|wording| wording.id == id));
        let quoted = shown.map(|wording| {
            container(text::body(wording.text.clone()))
                .padding([SMALL, MEDIUM])
                .width(Length::Fill)
                .style(style::tinted(Tone::Ink, RADIUS))
        });
        let new = button::link(t!(lang, "basis-edit-wording-new")).icon(Icon::Plus).small();
        let new: Element<'a, Message> = if may(scene, Right::Settings) {
            new.on_press(Message::Draft(true)).into()
        } else {
            new.tooltip(problem::lacks(lang, Right::Settings)).into()
        };
        let chosen = choice(offered, self.wording)
            .none(t!(lang, "basis-edit-wording-none"))
            .placeholder(t!(lang, "basis-edit-wording-none"))
            .id("basis-wording")
            .on_choose(Message::Wording);
        let label = row![text::caption(t!(lang, "basis-edit-wording")), space().width(Length::Fill), new]
            .align_y(Alignment::End);
        column![label, Element::from(chosen)].push(quoted).spacing(TINY).into()
    }

    fn view_evidence<'a>(&'a self, loaded: &Loaded, scene: &Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let remove = || {
            button::button(button::Kind::Quiet, t!(lang, "remove"))
                .icon(Icon::Close)
                .small()
                .id("basis-evidence-remove")
                .on_press(Message::RemoveEvidence)
        };
        let file = |name: String, size: u64| {
            let words = t!(lang, "basis-evidence-is", name = name, size = i18n::file_size(lang, size));
            row![text::icon(Icon::File), text::body(words), Element::from(remove())]
                .spacing(SMALL)
                .align_y(Alignment::Center)
                .into()
        };
        let content: Element<'a, Message> = match &self.evidence {
            Evidence::Nothing => row![
                Element::from(
                    button::plain(t!(lang, "basis-edit-evidence-file"))
                        .icon(Icon::FileUp)
                        .id("basis-evidence-file")
                        .on_press(Message::ChooseFile)
                ),
                Element::from(
                    button::plain(t!(lang, "basis-edit-evidence-text"))
                        .icon(Icon::Message)
                        .id("basis-evidence-text")
                        .on_press(Message::Paste)
                )
            ]
            .spacing(SMALL)
            .into(),
            Evidence::Kept(id) => match loaded.evidence.get(id) {
                Some(known) => file(known.name.clone(), known.size),
                None => remove().into(),
            },
            Evidence::File(incoming) => file(incoming.name.clone(), incoming.bytes.len() as u64),
            Evidence::Pasted => column![
                Element::from(
                    text_area(&self.pasted, t!(lang, "basis-edit-evidence-text-hint"))
                        .id("basis-pasted")
                        .on_action(Message::Pasted)
                ),
                Element::from(remove())
            ]
            .spacing(TINY)
            .into(),
        };
        column![text::caption(t!(lang, "basis-edit-evidence")), content].spacing(TINY).into()
    }
}

fn key_to(key: &Key, up: Option<basis::Named>, down: Option<basis::Named>) -> Option<Message> {
    if *key == Key::Named(Named::ArrowUp) {
        up.map(Message::Basis)
    } else if *key == Key::Named(Named::ArrowDown) {
        down.map(Message::Basis)
    } else {
        None
    }
}

fn view_draft<'a>(draft: &'a Draft, scene: &'a Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let languages = scene.lists.of(List::Language).map(|item| (item.id, scene.lists.name(item.id, lang).to_owned()));
    let language = field(
        t!(lang, "basis-edit-wording-language"),
        choice(languages, draft.language).id("basis-draft-language").on_choose(Message::DraftLanguage),
    );
    let words = field(
        t!(lang, "basis-edit-wording-text"),
        text_area(&draft.words, "").id("basis-draft").invalid(draft.empty).on_action(Message::DraftWords),
    )
    .hint(t!(lang, "basis-wording-intro"))
    .error(draft.empty.then(|| t!(lang, "basis-wording-missing")));
    let add = button::plain(t!(lang, "basis-wording-add"))
        .id("basis-draft-add")
        .on_press_maybe(draft.language.is_some().then_some(Message::AddWording));
    let buttons = row![
        Element::from(add),
        Element::from(button::button(button::Kind::Quiet, t!(lang, "cancel")).on_press(Message::Draft(false)))
    ]
    .spacing(SMALL);
    surface::card(column![Element::from(words), Element::from(language), Element::from(buttons)].spacing(MEDIUM))
}
