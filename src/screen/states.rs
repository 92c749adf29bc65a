//! The states of a person as screens show them: marks in lists, banners on the card, and what can be done about them.

use iced::Alignment;
use iced::widget::{Row, row};

use super::Scene;
use crate::i18n;
use crate::model::objection::{Objection, Reach};
use crate::model::state::{Marks, States};
use crate::model::user::Right;
use crate::model::{hold, list, person, selection};
use crate::office::holding::{Held, Listed};
use crate::office::selections::alerts::Alert;
use crate::t;
use crate::theme::measure::TINY;
use crate::theme::{Element, Icon, Tone, style};
use crate::widget::banner::banner;
use crate::widget::button::{self, hinted};
use crate::widget::text;

/// What a screen asks for about the state of a person; a dialog sees to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StateAsk {
    /// The processing of the data is to be restricted.
    Restrict(person::Id),
    /// A closed card is to be read all the same.
    Open(person::Id),
    /// A restriction is to be lifted.
    Lift(person::Id),
    /// The person objects, to this purpose where it is known.
    Object(person::Id, Option<list::Id>),
    /// An objection is to be decided about, or answered.
    Decide(Box<Objection>),
    /// Somebody must be kept.
    Hold(person::Id),
    /// They need not be kept any more.
    LiftHold(person::Id, hold::Id),
}

impl StateAsk {
    /// Returns whom it is about.
    pub fn person(&self) -> person::Id {
        match self {
            Self::Restrict(id)
            | Self::Open(id)
            | Self::Lift(id)
            | Self::Object(id, _)
            | Self::Hold(id)
            | Self::LiftHold(id, _) => *id,
            Self::Decide(objection) => objection.person,
        }
    }
}

/// Returns what a list shows behind a name: a sign for each mark, which says in words what it means.
pub fn marks<'a, Message: 'a>(marks: Marks, scene: &Scene) -> Option<Element<'a, Message>> {
    let lang = scene.lang;
    let signs = [
        (marks.restricted, Icon::Lock, Tone::Danger, t!(lang, "state-restricted-long")),
        (marks.objects, Icon::Hand, Tone::Danger, t!(lang, "state-objects")),
        (marks.minor, Icon::Users, Tone::Attention, t!(lang, "state-minor-mark")),
    ];
    let signs: Vec<Element<'a, Message>> = signs
        .into_iter()
        .filter(|(is_so, ..)| *is_so)
        .map(|(_, icon, tone, words)| hinted(text::icon_sized(icon, 14.0).style(style::tone(tone)), words))
        .collect();
    (!signs.is_empty()).then(|| Row::with_children(signs).spacing(TINY).align_y(Alignment::Center).into())
}

/// Returns a name in a list with its marks behind it.
pub fn marked<'a, Message: 'a>(
    name: impl Into<Element<'a, Message>>,
    known: Marks,
    scene: &Scene,
) -> Element<'a, Message> {
    match marks(known, scene) {
        Some(marks) => row![name.into(), marks].spacing(TINY).align_y(Alignment::Center).into(),
        None => name.into(),
    }
}

/// Returns a button of a banner; who may not do it learns who grants that.
pub fn button<'a, Message: Clone + 'a>(words: String, scene: &Scene, message: Message) -> Element<'a, Message> {
    scene.allowed(button::plain(words).small(), Right::LegalBasis, message).into()
}

/// Returns what must be known about a person before anything else, but for refusals: a restriction into which the user
/// looks, objections that wait, and that the person is a minor.
pub fn banners<'a, Message: Clone + 'a>(
    states: &States,
    scene: &Scene,
    wrap: fn(StateAsk) -> Message,
) -> Vec<Element<'a, Message>> {
    let lang = scene.lang;
    let mut shown = Vec::new();
    if let Some(restriction) = &states.restriction {
        let headline = t!(lang, "state-restricted-since", date = long_day(scene, restriction.at));
        let ground = i18n::text(lang, &format!("ground-{}", restriction.ground.letter()));
        let read_only = t!(lang, "state-read-only");
        let parts = [ground.as_str(), &restriction.comment, &read_only];
        let sentence = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n");
        let lift = button(t!(lang, "state-lift-ask"), scene, wrap(StateAsk::Lift(restriction.person)));
        shown.push(banner(Tone::Danger, headline, Some(sentence), vec![lift]));
    }
    // Those that stop a purpose stand with the refusals.
    for objection in states.open().filter(|objection| objection.reach == Reach::None) {
        let purpose = scene.lists.name(objection.purpose, lang);
        let headline = t!(lang, "state-wish", purpose = purpose, date = long_day(scene, objection.at));
        let answer = wrap(StateAsk::Decide(Box::new(objection.clone())));
        let answer = button(t!(lang, "state-answer-ask"), scene, answer);
        shown.push(banner(Tone::Attention, headline, Some(t!(lang, "objection-says-none")), vec![answer]));
    }
    if let Some(minor) = states.minor {
        shown.push(banner(Tone::Attention, t!(lang, "state-minor", age = minor.age), None, Vec::new()));
    }
    shown
}

/// Returns why somebody must be kept, each with the way to lift it.
pub fn holds<'a, Message: Clone + 'a>(
    holds: &'a [Listed],
    scene: &Scene,
    wrap: fn(StateAsk) -> Message,
) -> Vec<Element<'a, Message>> {
    let one = |listed: &'a Listed| {
        let hold = &listed.hold;
        let lift = button::plain(t!(scene.lang, "hold-lift-ask")).small().id("card-hold-lift");
        let lift = scene.allowed(lift, Right::Erase, wrap(StateAsk::LiftHold(hold.person, hold.id)));
        let says = Held::of_hold(hold).words(scene.lang);
        let says = [says.as_str(), &hold.content.comment].into_iter().filter(|part| !part.is_empty());
        let says = says.collect::<Vec<_>>().join("\n");
        banner(Tone::Accent, t!(scene.lang, "hold-kept"), Some(says), vec![lift.into()])
    };
    holds.iter().map(one).collect()
}

/// Returns what selections that a card is in warn of, each with a way to the selection.
pub fn alerts<'a, Message: Clone + 'a>(
    alerts: &'a [Alert],
    scene: &Scene,
    open: fn(selection::Id) -> Message,
) -> Vec<Element<'a, Message>> {
    let one = |alert: &'a Alert| {
        let hint = t!(scene.lang, "selections-alert-from", name = alert.name.as_str());
        let open = button::link(alert.name.clone()).small().tooltip(hint).on_press(open(alert.selection));
        banner(Tone::Attention, alert.text.clone(), None, vec![open.into()])
    };
    alerts.iter().map(one).collect()
}

/// Returns the day of a moment in words.
pub fn long_day(scene: &Scene, at: crate::model::Moment) -> String {
    i18n::date_long(scene.lang, scene.zone.day(at))
}
