//! A card for people.

use super::super::answer::aligned;
use super::super::{activity, basis, contacts, states, subscriptions};
use super::Card;
use crate::i18n;
use crate::model::custom;
use crate::model::field::Field;
use crate::model::list;
use crate::office::holding::Held;
use crate::office::problem;
use crate::t;

impl Card {
    /// Returns the card as text: the name, what is filled in, the legal bases, when it was made and changed.
    pub(super) fn text(&self) -> String {
        let person = &self.overview.person;
        let content = &person.content;
        let names = &self.names;
        let lang = names.lang;
        let mut text = format!("{}\n", content.full_name());
        let place: Vec<&str> =
            [content.title.as_str(), content.company.as_str()].into_iter().filter(|line| !line.is_empty()).collect();
        if !place.is_empty() {
            text.push_str(&format!("{}\n", place.join(", ")));
        }
        text.push_str(&states::lines(&self.overview.states, names));
        for hold in &self.overview.holds {
            text.push_str(&format!("{}\n", Held::of_hold(&hold.hold).words(lang)));
        }
        for alert in &self.overview.alerts {
            text.push_str(&format!("{}: {}\n", alert.name, alert.text));
        }
        text.push('\n');
        text.push_str(&aligned(&self.rows()));
        if !content.note.is_empty() {
            text.push_str(&format!("\n{}\n", problem::field_name(lang, &Field::Note)));
            content.note.lines().for_each(|line| text.push_str(&format!("  {line}\n")));
        }
        text.push_str(&format!("\n{}\n", i18n::text(lang, "field-basis")));
        let current = self.overview.purposes.iter();
        let bases: Vec<Vec<String>> = current
            .map(|standing| {
                let mut cells = match &standing.current {
                    Some(entry) => basis::cells(entry, names),
                    None => vec![names.list_name(standing.purpose), t!(lang, "basis-not-documented")],
                };
                cells.insert(0, String::new());
                cells
            })
            .collect();
        text.push_str(&aligned(&bases));
        text.push_str(&format!("\n{}\n", problem::field_name(lang, &Field::Subscriptions)));
        text.push_str(&subscriptions::text(&self.overview.subscriptions, names));
        text.push_str(&activity::section(&self.activities, names));
        let stamps = [
            ("field-created_at", person.created_at, person.created_by),
            ("field-updated_at", person.updated_at, person.updated_by),
        ];
        let stamps = stamps.map(|(label, at, by)| vec![i18n::text(lang, label), names.time(at), names.user_name(by)]);
        text.push_str(&format!("\n{}", aligned(&stamps)));
        text
    }

    /// Returns the fields that are filled in: label, value, what it is for.
    fn rows(&self) -> Vec<Vec<String>> {
        let content = &self.overview.person.content;
        let names = &self.names;
        let lang = names.lang;
        let item = |id: Option<list::Id>| id.map(|id| names.list_name(id)).unwrap_or_default();
        let yes = |is_so: bool| if is_so { t!(lang, "yes") } else { String::new() };
        let mut rows: Vec<(String, String, String)> = Vec::new();
        let mut add = |field: Field, value: String, label: Option<list::Id>| {
            rows.push((problem::field_name(lang, &field), value, item(label)));
        };
        add(Field::Number, content.number.clone(), None);
        contacts::rows(content.contacts(), lang).into_iter().for_each(|(field, value, label)| add(field, value, label));
        add(Field::Country, contacts::country(&content.country, lang), None);
        add(Field::BirthDate, content.birth_date.map(|day| i18n::date(lang, day)).unwrap_or_default(), None);
        add(Field::Language, item(content.language), None);
        add(Field::Position, item(content.position), None);
        add(Field::Category, item(content.category), None);
        add(Field::Business, item(content.business), None);
        add(Field::OurContact, content.our_contact.map(|id| names.user_name(id)).unwrap_or_default(), None);
        add(Field::Website, content.website.clone(), None);
        let interests: Vec<String> = content.interests.iter().map(|id| names.list_name(*id)).collect();
        add(Field::Interests, interests.join(", "), None);
        add(Field::FormerEmployee, yes(content.former_employee), None);
        add(Field::NoMailings, yes(content.no_mailings), None);
        for (field, value) in &self.own {
            let value = value.clone().unwrap_or_default();
            let value = match field.kind {
                custom::Kind::YesNo if !value.is_empty() => i18n::text(lang, &value),
                custom::Kind::Text
                | custom::Kind::Number
                | custom::Kind::Date
                | custom::Kind::YesNo
                | custom::Kind::List => value,
            };
            rows.push((field.name.clone(), value, String::new()));
        }
        for job in &self.overview.jobs {
            let until = t!(lang, "company-until", date = names.time(job.employment.until));
            let parts = [job.company.as_str(), &job.employment.title, &until];
            let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            rows.push((i18n::text(lang, "field-former_company"), parts.join(", "), job.employment.id.to_string()));
        }
        rows.into_iter()
            .filter(|(_, value, _)| !value.is_empty())
            .map(|(label, value, what_for)| vec![label, value, what_for])
            .collect()
    }
}
