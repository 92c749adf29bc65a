//! The frame of an open card file: the rail at the left, the screen beside it, and the dialog over both.

use iced::Length;
use iced::widget::{column, container, image, responsive, row, space};

use super::session::{Destination, Message, Place, Session};
use crate::screen::settings::{self, Choices};
use crate::t;
use crate::theme::measure::{RAIL, SMALL, TINY};
use crate::theme::{Element, Icon, Theme, Tone, mark, style};
use crate::widget::banner::banner;
use crate::widget::button;
use crate::widget::dialog::Card;

/// How high the foot of a card is.
const FOOT: f32 = 80.0;
/// The edge of the program's icon above the rail.
const SIGN: u32 = 32;
/// In a window less high the rail is less high, too, and has no sign.
const RAIL_HEIGHT: f32 = 730.0;

/// Returns how far above the lower edge notes have to stand, so that the foot of a card is free.
pub fn lift(session: &Session) -> f32 {
    let shows_card = match session.place {
        Place::Persons => session.persons.shown().is_some(),
        Place::Companies => session.companies.shown().is_some(),
        Place::Selections => session.selections.shows_foot(),
        Place::Today | Place::Import | Place::Mailings | Place::Outbox | Place::Trash | Place::Settings => false,
    };
    if shows_card { FOOT } else { 0.0 }
}

/// Returns how far beside the rail notes have to stand, so that the list of the settings is free.
pub fn aside(session: &Session) -> f32 {
    match session.place {
        Place::Settings => settings::PAGES,
        Place::Persons
        | Place::Companies
        | Place::Selections
        | Place::Today
        | Place::Import
        | Place::Mailings
        | Place::Outbox
        | Place::Trash => 0.0,
    }
}

/// Shows the rail and the screen.
pub fn view(session: &Session, choices: Choices) -> Element<'_, Message> {
    let scene = &session.scene;
    let screen = match (session.place, &session.import) {
        (Place::Import, Some(import)) => import.view(scene).map(Message::Import),
        (Place::Today, _) => session.today.view(scene).map(Message::Today),
        (Place::Companies, _) => session.companies.view(scene).map(Message::Companies),
        (Place::Selections, _) => session.selections.view(scene).map(Message::Selections),
        (Place::Mailings, _) => session.mailings.view(scene).map(Message::Mailings),
        (Place::Outbox, _) => session.outbox.view(scene).map(Message::Outbox),
        (Place::Trash, _) => session.trash.view(scene).map(Message::Trash),
        (Place::Settings, _) => session.settings.view(scene, choices).map(Message::Settings),
        (Place::Persons | Place::Import, _) => session.persons.view(scene).map(Message::Persons),
    };
    let note = session.sample.then(|| {
        let words =
            banner(Tone::Accent, t!(scene.lang, "frame-sample"), Some(t!(scene.lang, "frame-sample-text")), vec![]);
        container(words).padding(SMALL)
    });
    let screen = container(screen).width(Length::Fill).height(Length::Fill);
    let said = session.upkeep.as_ref().and_then(|upkeep| upkeep.view(scene)).map(|said| said.map(Message::Upkeep));
    row![rail(session), edge(), column![].push(note).push(said).push(screen)].into()
}

/// Returns the card of the dialog, if one is open, or else of what the screen asks.
pub fn dialog(session: &Session) -> Option<Card<'_, Message>> {
    let scene = &session.scene;
    match (&session.dialog, session.place) {
        (Some(dialog), _) => Some(dialog.view(scene).map(Message::Dialog)),
        (None, Place::Selections) => session.selections.question(scene).map(|card| card.map(Message::Selections)),
        (None, Place::Persons) => session.persons.question(scene).map(|card| card.map(Message::Persons)),
        (None, Place::Companies) => session.companies.question(scene).map(|card| card.map(Message::Companies)),
        (None, Place::Mailings) => session.mailings.question(scene).map(|card| card.map(Message::Mailings)),
        (None, Place::Outbox) => session.outbox.question(scene).map(|card| card.map(Message::Outbox)),
        (None, Place::Trash) => session.trash.question(scene).map(|card| card.map(Message::Trash)),
        (None, Place::Settings) => session.settings.question(scene).map(|card| card.map(Message::Settings)),
        (None, Place::Today | Place::Import) => None,
    }
}

fn rail(session: &Session) -> Element<'_, Message> {
    let rail = responsive(move |size| rail_within(session, size.height));
    container(rail).width(RAIL).height(Length::Fill).style(style::surface).into()
}

/// Returns the rail in a window of a height: everything on it can be reached in the lowest one, too.
fn rail_within(session: &Session, height: f32) -> Element<'_, Message> {
    let is_low = height < RAIL_HEIGHT;
    let lang = session.scene.lang;
    let place = |icon, label, here: Place, there: Destination| {
        let selected = session.place == here;
        button::rail(icon, label, selected, is_low, Some(Message::Go(there)))
    };
    let waiting = session.today.waiting();
    let today = place(Icon::Calendar, t!(lang, "frame-today"), Place::Today, Destination::Today);
    let act = |icon, label, message| button::rail(icon, label, false, is_low, Some(message));
    let sign = container(image(mark::handle()).width(SIGN).height(SIGN)).center_x(Length::Fill).padding(SMALL);
    let items = column![].push((!is_low).then_some(sign));
    let items = items.extend([
        button::counted(today, waiting),
        place(Icon::Users, t!(lang, "frame-persons"), Place::Persons, Destination::Persons),
        place(Icon::Building, t!(lang, "frame-companies"), Place::Companies, Destination::Companies),
        place(Icon::Filter, t!(lang, "frame-selections"), Place::Selections, Destination::Selections),
        place(Icon::Upload, t!(lang, "frame-import"), Place::Import, Destination::Import(None)),
        place(Icon::Megaphone, t!(lang, "frame-mailings"), Place::Mailings, Destination::Mailings),
        button::counted(
            place(Icon::Mail, t!(lang, "frame-outbox"), Place::Outbox, Destination::Outbox),
            session.outbox.to_look(),
        ),
        button::counted(
            place(Icon::Trash, t!(lang, "frame-trash"), Place::Trash, Destination::Trash),
            session.trash.waiting(&session.scene),
        ),
        space().height(Length::Fill).into(),
        act(Icon::Help, t!(lang, "frame-help"), Message::Help),
        place(Icon::Settings, t!(lang, "frame-settings-short"), Place::Settings, Destination::Settings),
    ]);
    let items = items.push((!session.sample).then(|| act(Icon::Lock, t!(lang, "frame-lock"), Message::Lock)));
    let gap = if is_low { 1.0 } else { TINY };
    container(items.spacing(gap)).width(Length::Fill).height(Length::Fill).padding([TINY, TINY / 2.0]).into()
}

/// Returns the line between the rail and the screen.
fn edge<'a>() -> Element<'a, Message> {
    container(space().width(1).height(Length::Fill))
        .style(|theme: &Theme| container::Style {
            background: Some(theme.roles().line.into()),
            ..container::Style::default()
        })
        .into()
}
