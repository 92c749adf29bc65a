//! `show`, `add`, `edit`, `interest`, `picture` and `job`: a person's card.

mod document;
mod names;
mod text;

pub use names::Names;

use std::path::Path;

use serde_json::{Value, json};

use super::activity;
use super::answer::Answer;
use super::arguments::{Add, MINUS};
use super::failure::Failure;
use super::session::Session;
use super::{states, words};
use crate::i18n::{self, Lang};
use crate::model::activity::Activity;
use crate::model::basis::{Decision, Entry, Named};
use crate::model::custom;
use crate::model::field::{Field, PLAIN};
use crate::model::{Moment, list, person};
use crate::office::activities::{self, Of};
use crate::office::attached::Incoming;
use crate::office::erasure::suppression;
use crate::office::legal_basis::Overview;
use crate::office::persons::Resembling;
use crate::office::rules::Warning;
use crate::office::{self, Desk, Error, legal_basis, persons};
use crate::t;

/// A card with everything that is needed to show it.
struct Card {
    overview: Overview,
    own: Vec<(custom::Definition, Option<String>)>,
    activities: Vec<Activity>,
    last_activity: Option<Moment>,
    names: Names,
}

impl Card {
    fn read(desk: &Desk<'_>, id: person::Id) -> Result<Self, Error> {
        let overview = legal_basis::overview(desk, id)?;
        let own = persons::own_fields(desk, &overview.person.content)?;
        let of = Of::Person(id);
        let activities = activity::all(desk, of)?;
        let last_activity = activities::last(desk, of)?;
        Ok(Self { overview, own, activities, last_activity, names: Names::read(desk)? })
    }

    /// Returns what holds for sales and service.
    fn sales(&self) -> Option<Named> {
        let standing = self.overview.purposes.iter().find(|standing| standing.purpose == list::SALES);
        standing.and_then(|standing| standing.current.as_ref()).map(Entry::named)
    }

    fn answer(&self) -> Answer {
        Answer::new(Value::Object(self.document()), self.text())
    }
}

/// Returns a card for scripts, flat, by the keys of its fields.
pub fn document(desk: &Desk<'_>, id: person::Id) -> Result<serde_json::Map<String, Value>, Error> {
    Ok(Card::read(desk, id)?.document())
}

/// Shows a whole card. One that is restricted is shown only for a reason, which stays on record.
pub fn show(session: &Session, id: &str, reason: Option<&str>) -> Result<Answer, Failure> {
    let id = session.person(id)?;
    let card = session.in_office(|office| {
        let look = office.read(move |desk| Ok((office::states::closed(desk, id)?, Names::read(desk)?)));
        match (session.wait(look)?, reason) {
            ((Some(closed), names), None) => return Err(states::closed(&closed, &names)),
            // Also of a card that is open: a reason that is given stays on record.
            (_, Some(reason)) => session.wait(office.look_up(id, reason))?,
            ((None, _), None) => {}
        }
        session.wait(office.read(move |desk| Card::read(desk, id)))
    })?;
    Ok(card.answer())
}

/// Changes fields of a card, and warns where it becomes the same person as another.
pub fn edit(session: &Session, id: &str, changes: &[String], overrule: Option<String>) -> Result<Answer, Failure> {
    let changes = changes.iter().map(|change| pair(change, session)).collect::<Result<Vec<_>, _>>()?;
    let id = session.person(id)?;
    let is_noted = changes.iter().any(|(field, _)| *field == Field::Note);
    let write = move |desk: &mut Desk<'_>| {
        let before = same_person(desk, id)?;
        if let Some(reason) = &overrule {
            suppression::overrule_texts(desk, &changes, reason)?;
        }
        persons::edit(desk, id, &changes)?;
        let mut after = same_person(desk, id)?;
        after.retain(|other| !before.iter().any(|known| known.line.id == other.line.id));
        let card = Card::read(desk, id)?;
        let notes = if is_noted { desk.rules()?.of_note(&card.overview.person.content.note) } else { Vec::new() };
        Ok((card, after, notes))
    };
    let (card, twins, notes) = session.in_office(|office| session.wait(office.write(write)))?;
    Ok(warned(with_warnings(card.answer(), &twins, session), &notes, session.lang))
}

/// Adds a card, and warns where it is about the same person as another.
pub fn add(session: &Session, add: &Add) -> Result<Answer, Failure> {
    let fields = add.fields.iter().map(|field| pair(field, session)).collect::<Result<Vec<_>, _>>()?;
    let lang = session.lang;
    let (card, twins, warnings) = session.in_office(|office| {
        let lists = session.wait(office.read(|desk| Ok(desk.lists()?.clone())))?;
        let decision = match (&add.purpose, &add.basis, &add.source) {
            (Some(purpose), Some(basis), Some(source)) => {
                let purpose = words::purpose(&lists, purpose, lang)?;
                let basis = words::basis(&lists, basis, lang)?;
                let mut decision = Decision::new(purpose, basis, words::source(&lists, source, lang)?);
                decision.comment = add.comment.clone().unwrap_or_default();
                decision.condition = add.condition;
                decision.wording = words::wording(add.wording.as_deref(), lang)?;
                Some(decision)
            }
            _ => None,
        };
        let source = match &add.source {
            Some(source) => words::source(&lists, source, lang)?,
            None => list::SOURCE_USER,
        };
        let overrule = add.override_suppression.clone();
        session.wait(office.write(move |desk| {
            if let Some(reason) = &overrule {
                suppression::overrule_texts(desk, &fields, reason)?;
            }
            let id = persons::add_from_text(desk, &fields, decision.as_ref(), source)?.id;
            let card = Card::read(desk, id)?;
            let rules = desk.rules()?;
            let mut warnings = rules.of_new_person(card.sales());
            warnings.extend(rules.of_note(&card.overview.person.content.note));
            Ok((card, same_person(desk, id)?, warnings))
        }))
    })?;
    Ok(warned(with_warnings(card.answer(), &twins, session), &warnings, lang))
}

/// Puts a picture on a card, in place of the one that was there.
pub fn set_picture(session: &Session, id: &str, file: &Path) -> Result<Answer, Failure> {
    let picture = Incoming::read(file).map_err(|error| session.failure(&error))?;
    change_picture(session, id, Some(picture))
}

/// Takes the picture off a card.
pub fn remove_picture(session: &Session, id: &str) -> Result<Answer, Failure> {
    change_picture(session, id, None)
}

fn change_picture(session: &Session, id: &str, picture: Option<Incoming>) -> Result<Answer, Failure> {
    let id = session.person(id)?;
    let write = move |desk: &mut Desk<'_>| {
        // Where there is no picture, there is none to take off.
        if picture.is_some() || persons::get(desk, id)?.content.picture.is_some() {
            persons::set_picture(desk, id, picture.as_ref())?;
        }
        Card::read(desk, id)
    };
    Ok(session.in_office(|office| session.wait(office.write(write)))?.answer())
}

/// Returns the answer with a warning for everybody who is the same person.
fn with_warnings(mut answer: Answer, twins: &[Resembling], session: &Session) -> Answer {
    let warnings: Vec<Value> = twins
        .iter()
        .map(|twin| {
            let message = warning(twin, session);
            answer.warnings.push(message.clone());
            json!({ "kind": "same-person", "person": twin.line.id.to_string(), "likeness": twin.likeness.key(), "message": message })
        })
        .collect();
    answer.json["warnings"] = Value::from(warnings);
    answer
}

/// Returns the answer with more warnings, for people and scripts.
pub fn warned(mut answer: Answer, warnings: &[Warning], lang: Lang) -> Answer {
    let mut all = answer.json["warnings"].as_array().cloned().unwrap_or_default();
    for warning in warnings {
        let message = warning.words(lang);
        all.push(json!({ "kind": warning.key(), "message": message }));
        answer.warnings.push(message);
    }
    if !all.is_empty() || answer.json.get("warnings").is_some() {
        answer.json["warnings"] = Value::from(all);
    }
    answer
}

/// Returns whose cards are about the same person as the card `id`.
fn same_person(desk: &Desk<'_>, id: person::Id) -> Result<Vec<Resembling>, Error> {
    let content = persons::get(desk, id)?.content;
    let mut others = persons::resembling(desk, &content, Some(id))?;
    others.retain(|other| other.likeness.is_same_person());
    Ok(others)
}

fn warning(twin: &Resembling, session: &Session) -> String {
    let name = person::full_name(&twin.line.first_name, &twin.line.last_name);
    let how = i18n::text(session.lang, &format!("likeness-{}", twin.likeness.key()));
    let warning = t!(session.lang, "cli-same-person", name = name, id = twin.line.id.to_string(), how = how);
    if twin.is_in_trash {
        return format!("{warning} {}", t!(session.lang, "new-duplicate-in-trash"));
    }
    warning
}

/// What a card shows but `edit` does not take.
const READ_ONLY: [&str; 13] = [
    "emails",
    "phones",
    "addresses",
    "interests",
    "subscriptions",
    "restricted",
    "informed",
    "last_activity",
    "former_companies",
    "created_at",
    "created_by",
    "updated_at",
    "updated_by",
];

/// Takes `FIELD=VALUE` apart, where that is a field that `takes` says can be set.
pub fn field_and_value(
    change: &str,
    session: &Session,
    read_only: &[&str],
    takes: impl Fn(&Field) -> bool,
) -> Result<(Field, String), Failure> {
    let lang = session.lang;
    let (key, value) =
        change.split_once('=').ok_or_else(|| Failure::usage(t!(lang, "cli-change-shape", value = change)))?;
    let key = key.trim();
    if read_only.contains(&key) {
        return Err(Failure::usage(t!(lang, "cli-read-only-field", field = key)));
    }
    Ok((named(key, session, takes)?, value.to_owned()))
}

fn named(key: &str, session: &Session, takes: impl Fn(&Field) -> bool) -> Result<Field, Failure> {
    let field = key.parse::<Field>().ok().filter(takes);
    field.ok_or_else(|| Failure::usage(t!(session.lang, "cli-unknown-field", field = key)))
}

/// Returns the field with one plain value that a key names.
pub fn field(key: &str, session: &Session) -> Result<Field, Failure> {
    named(key, session, is_plain)
}

fn is_plain(field: &Field) -> bool {
    PLAIN.contains(field) || matches!(field, Field::Custom(_))
}

fn pair(change: &str, session: &Session) -> Result<(Field, String), Failure> {
    field_and_value(change, session, &READ_ONLY, is_plain)
}

/// Takes a former job off a person's card.
pub fn forget_job(session: &Session, id: &str, job: &str) -> Result<Answer, Failure> {
    let id = session.person(id)?;
    let job = job.parse().map_err(|_| Failure::not_found(session.lang))?;
    let write = move |desk: &mut Desk<'_>| {
        persons::forget_job(desk, id, job)?;
        Card::read(desk, id)
    };
    Ok(session.in_office(|office| session.wait(office.write(write)))?.answer())
}

/// Adds and removes interests.
pub fn interest(session: &Session, id: &str, changes: &[String]) -> Result<Answer, Failure> {
    let (mut add, mut remove) = (Vec::new(), Vec::new());
    for change in changes {
        let key = |mark: char| change.strip_prefix(mark).map(str::trim).filter(|key| !key.is_empty());
        if let Some(key) = key('+') {
            add.push(key.to_owned());
        } else if let Some(key) = key(MINUS).or_else(|| key('-')) {
            remove.push(key.to_owned());
        } else {
            return Err(Failure::usage(t!(session.lang, "cli-interest-shape", value = change.as_str())));
        }
    }
    let id = session.person(id)?;
    let write = move |desk: &mut Desk<'_>| {
        persons::change_interests(desk, id, &add, &remove)?;
        Card::read(desk, id)
    };
    Ok(session.in_office(|office| session.wait(office.write(write)))?.answer())
}
