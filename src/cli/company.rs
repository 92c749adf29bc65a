//! `company`: finding, showing, adding, changing and removing companies' cards.

use serde_json::{Map, Value, json};

use super::activity;
use super::answer::{Answer, aligned, text_or_null};
use super::arguments::Company as Call;
use super::card::{self, Names};
use super::contacts;
use super::failure::Failure;
use super::session::Session;
use crate::i18n::{self, Lang};
use crate::model::activity::Activity;
use crate::model::company::{self, Id, Line, Member, Warning};
use crate::model::field::{self, Field};
use crate::model::{Moment, list, person};
use crate::office::activities::Of;
use crate::office::companies::{self, Card};
use crate::office::finding::Order;
use crate::office::problem::{self, Kind};
use crate::office::{Desk, Error};
use crate::t;

/// Does what a call asks for.
pub fn run(session: &Session, call: Call) -> Result<Answer, Failure> {
    match call {
        Call::Find { text, limit, offset } => find(session, &text.join(" "), limit, offset),
        Call::Show { id } => {
            let id = identity(session, &id)?;
            Ok(session.read(move |desk| Shown::read(desk, id))?.answer())
        }
        Call::Add { fields } => {
            let fields = pairs(session, &fields)?;
            let write = move |desk: &mut Desk<'_>| {
                let added = companies::add_from_text(desk, &fields)?;
                Ok((desk.rules()?.of_note(&added.content.note), Shown::read(desk, added.id)?))
            };
            let (notes, shown) = session.in_office(|office| session.wait(office.write(write)))?;
            Ok(card::warned(shown.answer(), &notes, session.lang))
        }
        Call::Edit { id, changes } => {
            let changes = pairs(session, &changes)?;
            let id = identity(session, &id)?;
            let is_noted = changes.iter().any(|(field, _)| *field == Field::Note);
            let write = move |desk: &mut Desk<'_>| {
                let edited = companies::edit(desk, id, &changes)?;
                let notes = if is_noted { desk.rules()?.of_note(&edited.content.note) } else { Vec::new() };
                Ok((notes, Shown::read(desk, id)?))
            };
            let (notes, shown) = session.in_office(|office| session.wait(office.write(write)))?;
            Ok(card::warned(shown.answer(), &notes, session.lang))
        }
        Call::Remove { id } => {
            let id = identity(session, &id)?;
            session.in_office(|office| session.wait(office.write(move |desk| companies::remove(desk, id))))?;
            let text = format!("{}\n", t!(session.lang, "cli-company-removed"));
            Ok(Answer::new(json!({ "removed": id.to_string() }), text))
        }
    }
}

fn identity(session: &Session, id: &str) -> Result<Id, Failure> {
    let none = || Failure::could_not(Kind::NotFound.key(), t!(session.lang, "cli-no-such-company", id = id));
    id.parse().map_err(|_| none())
}

/// What a card shows but `edit` does not take.
const READ_ONLY: [&str; 10] = [
    "emails",
    "phones",
    "addresses",
    "people",
    "former_people",
    "activities",
    "created_at",
    "created_by",
    "updated_at",
    "updated_by",
];

fn pairs(session: &Session, texts: &[String]) -> Result<Vec<(Field, String)>, Failure> {
    texts
        .iter()
        .map(|text| card::field_and_value(text, session, &READ_ONLY, |field| field::COMPANY.contains(field)))
        .collect()
}

/// Finds companies and returns those from `offset` on, at most `limit`.
fn find(session: &Session, text: &str, limit: usize, offset: usize) -> Result<Answer, Failure> {
    let (total, lines, names) = session.in_office(|office| {
        let found = session.wait(office.find_companies(text, Order::default()))?;
        let ids: Vec<Id> = found.ids.iter().skip(offset).take(limit).copied().collect();
        let read = move |desk: &mut Desk<'_>| Ok((companies::lines(desk, &ids)?, Names::read(desk)?));
        let (lines, names) = session.wait(office.read(read))?;
        Ok((found.ids.len(), lines, names))
    })?;
    let found: Vec<Value> = lines.iter().map(|line| row(line, &names)).collect();
    let cells = lines.iter().map(|line| {
        vec![
            line.id.to_string(),
            line.name.clone(),
            line.org_number.clone(),
            line.city.clone(),
            line.people.to_string(),
        ]
    });
    let mut text = aligned(&cells.collect::<Vec<_>>());
    text.push_str(&format!("{}\n", t!(session.lang, "cli-companies-found", count = total)));
    Ok(Answer::new(json!({ "total": total, "companies": found }), text))
}

fn row(line: &Line, names: &Names) -> Value {
    json!({
        "id": line.id.to_string(),
        "name": line.name,
        "org_number": text_or_null(&line.org_number),
        "city": text_or_null(&line.city),
        "category": names.key(line.category),
        "people": line.people,
        "updated_at": line.updated_at,
    })
}

/// A card with everything that is needed to show it.
struct Shown {
    card: Card,
    activities: Vec<Activity>,
    names: Names,
}

impl Shown {
    fn read(desk: &Desk<'_>, id: Id) -> Result<Self, Error> {
        let card = companies::card(desk, id)?;
        Ok(Self { card, activities: activity::all(desk, Of::Company(id))?, names: Names::read(desk)? })
    }

    fn answer(&self) -> Answer {
        let lang = self.names.lang;
        let mut answer = Answer::new(Value::Object(self.document()), self.text());
        let warnings: Vec<Value> = self
            .card
            .warnings
            .iter()
            .map(|warning| {
                let (kind, message) = said(warning, lang);
                answer.warnings.push(message.clone());
                json!({ "kind": kind, "message": message })
            })
            .collect();
        answer.json["warnings"] = Value::from(warnings);
        answer
    }

    /// Returns the card as a JSON object. What is not filled in is null.
    fn document(&self) -> Map<String, Value> {
        let (company, names) = (&self.card.company, &self.names);
        let content = &company.content;
        let (former, people): (Vec<&Member>, Vec<&Member>) =
            self.card.members.iter().partition(|member| member.is_former);
        let member = |member: &&Member| {
            json!({
                "id": member.person.to_string(),
                "name": person::full_name(&member.first_name, &member.last_name),
                "title": text_or_null(&member.title),
                "position": names.key(member.position),
                "since": member.since,
                "until": member.until,
            })
        };
        let fields = [
            ("id", json!(company.id.to_string())),
            ("name", json!(content.name)),
            ("org_number", text_or_null(&content.org_number)),
            ("country", text_or_null(&content.country)),
            ("category", json!(names.key(content.category))),
            ("business", json!(names.key(content.business))),
            ("our_contact", json!(content.our_contact.and_then(|id| names.user_key(id)))),
            ("website", text_or_null(&content.website)),
            ("note", text_or_null(&content.note)),
            ("people", people.iter().map(member).collect()),
            ("former_people", former.iter().map(member).collect()),
            ("activities", self.activities.iter().map(|one| activity::row(one, names)).collect()),
            ("created_at", json!(company.created_at)),
            ("created_by", json!(names.user_key(company.created_by))),
            ("updated_at", json!(company.updated_at)),
            ("updated_by", json!(names.user_key(company.updated_by))),
        ];
        let contacts = content.contacts();
        let reach = contacts::firsts(contacts).into_iter().chain(contacts::lists(contacts, names, false));
        fields.into_iter().chain(reach).map(|(key, value)| (key.to_owned(), value)).collect()
    }

    fn text(&self) -> String {
        let (company, names) = (&self.card.company, &self.names);
        let (content, lang) = (&company.content, names.lang);
        let item = |id: Option<list::Id>| id.map(|id| names.list_name(id)).unwrap_or_default();
        let our_contact = content.our_contact.map(|id| names.user_name(id)).unwrap_or_default();
        let mut rows = vec![(Field::OrgNumber, content.org_number.clone(), None)];
        rows.extend(contacts::rows(content.contacts(), lang));
        rows.extend([
            (Field::Country, contacts::country(&content.country, lang), None),
            (Field::Category, item(content.category), None),
            (Field::Business, item(content.business), None),
            (Field::OurContact, our_contact, None),
            (Field::Website, content.website.clone(), None),
        ]);
        rows.retain(|(_, value, _)| !value.is_empty());
        let cells = rows
            .into_iter()
            .map(|(field, value, label)| vec![problem::field_name(lang, &field), value, item(label)])
            .collect::<Vec<_>>();
        let mut text = format!("{}\n\n{}", content.name, aligned(&cells));
        if !content.note.is_empty() {
            text.push_str(&format!("\n{}\n", problem::field_name(lang, &Field::Note)));
            content.note.lines().for_each(|line| text.push_str(&format!("  {line}\n")));
        }
        for (heading, is_former) in [(t!(lang, "company-people"), false), (t!(lang, "company-former"), true)] {
            let members = self.card.members.iter().filter(|member| member.is_former == is_former);
            let cells: Vec<Vec<String>> = members.map(|member| self.cells(member)).collect();
            if !cells.is_empty() {
                text.push_str(&format!("\n{heading}\n{}", aligned(&cells)));
            }
        }
        text.push_str(&activity::section(&self.activities, names));
        let stamps = [
            ("field-created_at", company.created_at, company.created_by),
            ("field-updated_at", company.updated_at, company.updated_by),
        ];
        let stamps = stamps.map(|(label, at, by)| vec![i18n::text(lang, label), names.time(at), names.user_name(by)]);
        text.push_str(&format!("\n{}", aligned(&stamps)));
        text
    }

    fn cells(&self, member: &Member) -> Vec<String> {
        let name = person::full_name(&member.first_name, &member.last_name);
        let until = |at: Moment| t!(self.names.lang, "company-until", date = self.names.time(at));
        vec![
            String::new(),
            member.person.to_string(),
            name,
            member.title.clone(),
            member.until.map(until).unwrap_or_default(),
        ]
    }
}

/// Returns the kind of a warning for scripts, and its words.
fn said(warning: &company::Warning, lang: Lang) -> (&'static str, String) {
    match warning {
        Warning::ImplausibleNumber => ("implausible-number", t!(lang, "company-number-implausible")),
        Warning::SameNumber { name, .. } => ("same-number", t!(lang, "company-number-same", name = name.as_str())),
    }
}
