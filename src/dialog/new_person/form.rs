//! How the dialog looks: the form at the left, who it may be at the right.

use iced::widget::{Column, column, container, row};
use iced::{Alignment, Length};

use super::{Message, State, likeness};
use crate::i18n::Lang;
use crate::model::basis::{Basis, Named};
use crate::model::condition::Condition;
use crate::model::field::Field;
use crate::model::list::{self, List};
use crate::model::user::Right;
use crate::model::{Invalid, person};
use crate::office::Rule;
use crate::office::erasure::suppression::Sign;
use crate::office::lists::condition_name;
use crate::office::persons::Resembling;
use crate::office::problem;
use crate::office::rules::Required;
use crate::screen::{Answer, Scene};
use crate::t;
use crate::theme::measure::{CAPTION, HUGE, LARGE, LINE_HEIGHT, MEDIUM, RADIUS, SMALL, TINY};
use crate::theme::{Element, Tone, style};
use crate::widget::banner::banner;
use crate::widget::choice::choice;
use crate::widget::dialog::{Card, card};
use crate::widget::field::{field, text_field};
use crate::widget::line::{self, line};
use crate::widget::lookup::lookup;
use crate::widget::{badge, button, surface, text};

/// The first field, for the focus.
pub const FIRST: &str = "new-first-name";
/// The button that opens the card of the likeliest, for the focus.
pub const OPEN: &str = "new-open";
/// The choice of a source, for the focus.
pub const SOURCE: &str = "new-source";
/// The choice of a legal basis, for the focus.
pub const BASIS: &str = "new-basis";
/// The choice of a condition of art. 9(2), for the focus.
pub const CONDITION: &str = "new-condition";
/// The field for why somebody who was erased is entered again, for the focus.
pub const OVERRULE: &str = "new-overrule";
/// The button that goes on editing, for the focus.
pub const STAY: &str = "new-stay";

/// How many of those it may be are shown.
const SHOWN: usize = 4;

/// Returns whether a complaint about `wrong` stands under the field that is typed in.
pub fn belongs(wrong: &Field, typed: &Field) -> bool {
    under(wrong) == Some(typed.clone())
}

/// Returns the field of this form under which a complaint stands.
fn under(wrong: &Field) -> Option<Field> {
    let places = [
        (Field::FirstName, Field::FirstName),
        (Field::LastName, Field::LastName),
        (Field::Company, Field::Company),
        (Field::Email, Field::Email),
        (Field::Emails, Field::Email),
        (Field::Phone, Field::Phone),
        (Field::Phones, Field::Phone),
        (Field::Comment, Field::Comment),
    ];
    places.into_iter().find(|(field, _)| field == wrong).map(|(_, place)| place)
}

fn id(field: &Field) -> &'static str {
    [
        (Field::FirstName, FIRST),
        (Field::LastName, "new-last-name"),
        (Field::Company, "new-company"),
        (Field::Email, "new-email"),
        (Field::Phone, "new-phone"),
        (Field::Comment, "new-comment"),
    ]
    .into_iter()
    .find(|(known, _)| known == field)
    .map_or(FIRST, |(_, id)| id)
}

/// Returns the field to go to when the card was not taken.
pub fn first_wrong(wrong: &[Invalid]) -> Option<&'static str> {
    wrong.iter().find_map(|wrong| under(&wrong.field)).map(|field| id(&field))
}

/// Shows the dialog.
pub fn view<'a>(state: &'a State, scene: &'a Scene) -> Card<'a, Message> {
    let lang = scene.lang;
    let left = column![fields(state, scene)]
        .push(surface::line())
        .push(basis(state, scene))
        .spacing(LARGE)
        .width(Length::Fill);
    let right = container(lookalikes(state, scene)).width(264);
    let add = if state.warned {
        button::danger(t!(lang, "new-duplicate-anyway")).id("new-anyway").on_press(Message::Anyway)
    } else {
        let create = button::main(t!(lang, "new-create")).id("new-create");
        scene.allowed(create, Right::Create, (!state.busy).then_some(Message::Create))
    };
    let card = card(t!(lang, "new-title"), row![left, right].spacing(HUGE))
        .aside(t!(lang, "new-purpose", purpose = scene.lists.name(list::SALES, lang).to_owned()))
        .max_width(860.0)
        .on_escape(Message::Back);
    if !state.leaving {
        let back = (!state.busy).then_some(Message::Back);
        return card.button(button::plain(t!(lang, "cancel")).on_press_maybe(back)).button(add);
    }
    Answer::in_foot(card, lang, STAY, Message::Stay, Message::Close)
}

/// Says that what is typed belongs to somebody who was erased, and asks whoever may overrule that for the reason.
fn suppressed<'a>(state: &'a State, scene: &'a Scene) -> Option<Element<'a, Message>> {
    let lang = scene.lang;
    let headline = match state.suppressed? {
        Sign::Email => t!(lang, "new-suppressed-email"),
        Sign::Phone => t!(lang, "new-suppressed-phone"),
    };
    let may = scene.office.user().may(Right::Override);
    let says = if may { t!(lang, "new-suppressed-may") } else { problem::lacks(lang, Right::Override) };
    let why = may.then(|| -> Element<'a, Message> {
        let input = text_field("", &state.overrule).id(OVERRULE).on_input(Message::Overrule).on_submit(Message::Create);
        field(t!(lang, "new-suppressed-why"), input).into()
    });
    Some(column![banner(Tone::Danger, headline, Some(says), Vec::new())].push(why).spacing(SMALL).into())
}

fn error(state: &State, place: &Field, lang: Lang) -> Option<String> {
    let wrong = state.wrong.iter().find(|wrong| belongs(&wrong.field, place))?;
    Some(problem::reason(lang, wrong.reason))
}

fn line_field<'a>(state: &'a State, place: Field, value: &'a str, lang: Lang) -> Element<'a, Message> {
    let error = error(state, &place, lang);
    let label = problem::field_name(lang, &place);
    let control = text_field("", value)
        .id(id(&place))
        .invalid(error.is_some())
        .on_input(move |text| Message::Typed(place.clone(), text))
        .on_submit(Message::Create);
    field(label, control).error(error).into()
}

fn fields<'a>(state: &'a State, scene: &'a Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let company_error = error(state, &Field::Company, lang);
    let company = lookup(
        text_field("", &state.company)
            .id(id(&Field::Company))
            .invalid(company_error.is_some())
            .on_input(|text| Message::Typed(Field::Company, text))
            .on_submit(Message::Create),
        state.companies.clone(),
        Message::Company,
    );
    let labels = scene.lists.of(List::Label).map(|item| (item.id, scene.lists.name(item.id, lang).to_owned()));
    let label =
        field(t!(lang, "card-label"), choice(labels, state.label).id("new-label").on_choose(Message::Label)).width(128);
    // What is said of an address or a number stands under it.
    let said = |sign: Sign| suppressed(state, scene).filter(|_| state.suppressed == Some(sign));
    let phone = row![line_field(state, Field::Phone, &state.phone, lang), Element::from(label)].spacing(MEDIUM);
    column![
        row![
            line_field(state, Field::FirstName, &state.first_name, lang),
            line_field(state, Field::LastName, &state.last_name, lang)
        ]
        .spacing(MEDIUM),
        Element::from(field(problem::field_name(lang, &Field::Company), company).error(company_error)),
        line_field(state, Field::Email, &state.email, lang),
    ]
    .push(said(Sign::Email))
    .push(phone)
    .push(said(Sign::Phone))
    .spacing(MEDIUM)
    .into()
}

fn basis<'a>(state: &'a State, scene: &'a Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let bases: Vec<(Named, String)> =
        scene.lists.lawful().into_iter().map(|named| (named, scene.lists.name(named.item, lang).to_owned())).collect();
    let explained = state
        .basis
        .map(|named| text::caption(crate::i18n::text(lang, &format!("basis-explain-{}", named.basis.key()))));
    let warnings = scene.rules.of_new_person(state.basis).into_iter().map(|warning| -> Element<'a, Message> {
        text::caption(warning.words(lang)).style(style::tone(Tone::Attention)).into()
    });
    let refused = state.basis.and_then(|named| scene.rules.refuses(list::SALES, named));
    let missing = state.baseless.then_some(Rule::BasisRequired).or(refused);
    let missing = missing.map(|rule| crate::i18n::text(lang, &format!("rule-{}", rule.key())));
    let chosen = choice(bases, state.basis).placeholder(t!(lang, "please-choose")).id(BASIS).on_choose(Message::Basis);
    let chosen =
        if scene.rules.required == Required::Refuse { chosen } else { chosen.none(t!(lang, "new-basis-none")) };
    let condition = state.asks_condition(scene).then(|| -> Element<'a, Message> {
        let all = Condition::ALL.map(|one| (one, condition_name(lang, one)));
        let choice = choice(all, state.condition).placeholder(t!(lang, "please-choose"));
        field(t!(lang, "field-condition"), choice.id(CONDITION).on_choose(Message::Condition))
            .error(state.conditionless.then(|| t!(lang, "basis-condition-missing")))
            .into()
    });
    let sources = scene.lists.of(List::Source).map(|item| (item.id, scene.lists.name(item.id, lang).to_owned()));
    let comment_error = error(state, &Field::Comment, lang);
    let is = |basis| state.basis.is_some_and(|named| named.basis == basis);
    let hint = if is(Basis::LegitimateInterests) {
        t!(lang, "basis-interest-hint")
    } else if is(Basis::Consent) {
        t!(lang, "basis-consent-hint")
    } else {
        t!(lang, "basis-edit-comment-hint")
    };
    let comment = field(
        t!(lang, "basis-edit-comment"),
        text_field("", &state.comment)
            .id(id(&Field::Comment))
            .invalid(comment_error.is_some())
            .on_input(|text| Message::Typed(Field::Comment, text))
            .on_submit(Message::Create),
    )
    .hint(hint)
    .error(comment_error);
    column![
        text::strong(t!(lang, "new-basis-title")),
        row![
            Element::from(field(t!(lang, "basis-edit-basis"), chosen).error(missing)),
            Element::from(
                field(
                    t!(lang, "basis-edit-source"),
                    choice(sources, state.source)
                        .placeholder(t!(lang, "please-choose"))
                        .id(SOURCE)
                        .on_choose(Message::Source)
                )
                .error(state.sourceless.then(|| t!(lang, "new-no-source")))
            )
        ]
        .spacing(MEDIUM),
    ]
    .push(explained)
    .extend(warnings)
    .push(condition)
    .push(comment)
    .spacing(SMALL)
    .into()
}

/// Says who it may be; always as wide, so that nothing moves while somebody types.
fn lookalikes<'a>(state: &'a State, scene: &'a Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    if state.twins.is_empty() {
        let words = column![text::strong(t!(lang, "new-lookalikes")), text::caption(t!(lang, "new-lookalikes-none"))];
        return container(words.spacing(TINY)).padding([SMALL + 2.0, MEDIUM]).width(Length::Fill).into();
    }
    let same = state.twins.iter().any(|twin| twin.likeness.is_same_person());
    let tone = if same { Tone::Danger } else { Tone::Attention };
    let head =
        row![text::icon(badge::shape(tone)).style(style::tone(tone)), text::strong(t!(lang, "new-duplicate-title"))]
            .spacing(SMALL)
            .align_y(Alignment::Center);
    let warning = state.warned.then(|| text::body(t!(lang, "new-same-person")));
    let rows = state.twins.iter().take(SHOWN).enumerate().map(|(place, twin)| twin_row(twin, place == 0, scene));
    let content = column![head].push(warning).push(Column::with_children(rows).spacing(MEDIUM)).spacing(MEDIUM);
    container(content).padding([SMALL + 2.0, MEDIUM]).width(Length::Fill).style(style::tinted(tone, RADIUS)).into()
}

fn twin_row<'a>(twin: &'a Resembling, first: bool, scene: &Scene) -> Element<'a, Message> {
    let who = &twin.line;
    let name = person::full_name(&who.first_name, &who.last_name);
    let muted = |theme: &crate::theme::Theme| line::Style { color: Some(theme.roles().muted), mark: None };
    let second = [who.company.as_str(), who.email.as_str()].into_iter().find(|text| !text.is_empty());
    let second = second
        .map(|text| container(line(text).size(CAPTION).style(muted)).height(CAPTION * LINE_HEIGHT).width(Length::Fill));
    let open = (!twin.is_in_trash).then(|| {
        let open = button::plain(t!(scene.lang, "new-duplicate-open")).small().on_press(Message::Open(who.id));
        let open = if first { open.id(OPEN) } else { open };
        container(Element::from(open)).padding(iced::Padding::ZERO.top(SMALL))
    });
    let trashed = twin.is_in_trash.then(|| text::caption(t!(scene.lang, "new-duplicate-in-trash")));
    column![text::strong(name)]
        .push(second)
        .push(text::caption(likeness(scene, twin.likeness)))
        .push(trashed)
        .push(open)
        .spacing(0)
        .into()
}
