//! A card while it is being edited: what was typed, what is wrong with it, and what becomes of it when somebody else
//! saves the same card.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use iced::widget::text_editor;
use serde::{Deserialize, Serialize};

use super::edit::{Edit, Flag, Item, Text};
use crate::i18n;
use crate::model::contact::Contacts;
use crate::model::field::Field;
use crate::model::person::Content;
use crate::model::{Invalid, Reason, custom, list};
use crate::screen::card::{self, Place, Reader, Rows, Wrong};

/// A card being edited.
#[derive(Debug)]
pub struct Draft {
    before: Content,
    /// What is typed, but for the texts below.
    pub content: Content,
    /// The birth date as typed.
    pub birth_date: String,
    /// The own fields as typed.
    pub custom: BTreeMap<custom::Id, String>,
    /// The note as typed.
    pub note: text_editor::Content,
    /// The interest that is being typed.
    pub new_interest: String,
    /// Interests that the office does not have yet.
    pub new_interests: Vec<String>,
}

/// What was typed at one moment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Typed {
    content: Content,
    birth_date: String,
    custom: BTreeMap<custom::Id, String>,
    note: String,
    new_interest: String,
    new_interests: Vec<String>,
}

/// A draft as it is kept while the card file is locked.
#[derive(Serialize, Deserialize)]
struct Kept {
    before: Content,
    typed: Typed,
}

impl Draft {
    /// Applies a change.
    pub fn apply(&mut self, edit: Edit) {
        let content = &mut self.content;
        match edit {
            Edit::Text(text, value) => *self.text_mut(text) = value,
            Edit::Item(Item::Position, id) => content.position = id,
            Edit::Item(Item::Category, id) => content.category = id,
            Edit::Item(Item::Business, id) => content.business = id,
            Edit::Item(Item::Language, id) => content.language = id,
            Edit::OurContact(user) => content.our_contact = user,
            Edit::Country(code) => content.country = code.unwrap_or_default(),
            Edit::Flag(Flag::FormerEmployee, on) => content.former_employee = on,
            Edit::Flag(Flag::NoMailings, on) => content.no_mailings = on,
            Edit::Rows(edit) => {
                let phone = if content.mobile().is_some() { list::LABEL_WORK } else { list::LABEL_MOBILE };
                let country = content.country.clone();
                edit.apply(content.contacts_mut(), &country, phone);
            }
            Edit::Custom(id, value) => {
                self.custom.insert(id, value);
            }
            Edit::Interest(id, true) => content.interests.push(id),
            Edit::Interest(id, false) => content.interests.retain(|known| *known != id),
            Edit::NewInterest(name) => self.new_interest = name,
            Edit::AddInterest => {
                let name = std::mem::take(&mut self.new_interest).trim().to_owned();
                if !name.is_empty() && !self.new_interests.contains(&name) {
                    self.new_interests.push(name);
                }
            }
            Edit::DropInterest(row) => {
                if row < self.new_interests.len() {
                    self.new_interests.remove(row);
                }
            }
            Edit::Note(action) => self.note.perform(action),
        }
    }

    fn text_mut(&mut self, text: Text) -> &mut String {
        match text {
            Text::FirstName => &mut self.content.first_name,
            Text::LastName => &mut self.content.last_name,
            Text::Company => &mut self.content.company,
            Text::Title => &mut self.content.title,
            Text::Number => &mut self.content.number,
            Text::Website => &mut self.content.website,
            Text::BirthDate => &mut self.birth_date,
        }
    }

    /// Returns what is typed in a field of one line.
    pub fn text(&self, text: Text) -> &str {
        match text {
            Text::FirstName => &self.content.first_name,
            Text::LastName => &self.content.last_name,
            Text::Company => &self.content.company,
            Text::Title => &self.content.title,
            Text::Number => &self.content.number,
            Text::Website => &self.content.website,
            Text::BirthDate => &self.birth_date,
        }
    }

    fn birth_date(&self, reader: Reader<'_>) -> Result<Option<NaiveDate>, Reason> {
        if self.birth_date.trim().is_empty() {
            return Ok(None);
        }
        i18n::parse_date(reader.lang, &self.birth_date, reader.today).map(Some).ok_or(Reason::NotADate)
    }

    /// Returns the card as it would be saved, apart from interests that are new to the office.
    pub fn to_content(&self, reader: Reader<'_>) -> Content {
        let mut content = self.content.clone();
        content.birth_date = self.birth_date(reader).unwrap_or_default();
        content.note = self.note.text();
        for (id, value) in &self.custom {
            content.custom.insert(*id, stored(*id, value, reader));
        }
        content.tidy();
        content
    }
}

impl card::Draft for Draft {
    type Content = Content;
    type Typed = Typed;

    fn to_text(&self) -> Option<String> {
        let kept = Kept { before: self.before.clone(), typed: self.typed() };
        serde_json::to_string(&kept).ok()
    }

    fn from_text(text: &str, now: &Content, reader: Reader<'_>) -> Option<Self> {
        let Kept { before, typed } = serde_json::from_str(text).ok()?;
        let mut draft = Self {
            before,
            content: typed.content,
            birth_date: typed.birth_date,
            custom: typed.custom,
            note: text_editor::Content::with_text(&typed.note),
            new_interest: typed.new_interest,
            new_interests: typed.new_interests,
        };
        draft.rebase(now, reader);
        Some(draft)
    }

    fn new(content: &Content, reader: Reader<'_>) -> Self {
        Self {
            before: content.clone(),
            content: content.clone(),
            birth_date: content.birth_date.map_or(String::new(), |day| i18n::date_numeric(reader.lang, day)),
            custom: content.custom.iter().map(|(id, value)| (*id, typed(*id, value, reader))).collect(),
            note: text_editor::Content::with_text(&content.note),
            new_interest: String::new(),
            new_interests: Vec::new(),
        }
    }

    fn is_changed(&self, reader: Reader<'_>) -> bool {
        let mut before = self.before.clone();
        before.tidy();
        let new_interest = !self.new_interests.is_empty() || !self.new_interest.trim().is_empty();
        new_interest || self.birth_date(reader).is_err() || self.to_content(reader) != before
    }

    fn wrong(&self, reader: Reader<'_>) -> Wrong {
        let mut wrong = Place::wrong_rows(self.content.contacts());
        if let Err(reason) = self.birth_date(reader) {
            wrong.insert(Place::Field(Field::BirthDate), reason);
        }
        let content = self.to_content(reader);
        for field in reader.fields {
            if let Some(Err(reason)) = content.custom.get(&field.id).map(|value| field.parse(value)) {
                wrong.insert(Place::Custom(field.id), reason);
            }
        }
        for Invalid { field, reason } in content.check(reader.today) {
            if Rows::of(&field).is_none() {
                wrong.entry(Place::Field(field)).or_insert(reason);
            }
        }
        wrong
    }

    fn typed(&self) -> Typed {
        Typed {
            content: self.content.clone(),
            birth_date: self.birth_date.clone(),
            custom: self.custom.clone(),
            note: self.note.text(),
            new_interest: self.new_interest.clone(),
            new_interests: self.new_interests.clone(),
        }
    }

    fn rebase(&mut self, newer: &Content, reader: Reader<'_>) {
        let old = Self::new(&self.before, reader).typed();
        self.rebase_since(&old, newer, reader);
    }

    fn rebase_since(&mut self, old: &Typed, newer: &Content, reader: Reader<'_>) {
        let new = Self::new(newer, reader);
        if self.content.interests == old.content.interests {
            // Interests that were new then are among those of the card by now.
            self.new_interests.retain(|name| !old.new_interests.contains(name));
            if self.new_interest == old.new_interest {
                self.new_interest.clear();
            }
        }
        macro_rules! take_over {
            ($($field:ident),*) => {
                $(if self.content.$field == old.content.$field {
                    self.content.$field.clone_from(&newer.$field);
                })*
            };
        }
        take_over!(first_name, last_name, company, title, position, category, business, language, our_contact);
        take_over!(number, emails, phones, addresses, country, website, former_employee, no_mailings, interests);
        // The picture is set at once, not with the draft.
        self.content.picture = newer.picture;
        if self.birth_date == old.birth_date {
            self.birth_date = new.birth_date;
        }
        if self.note.text().trim_end() == old.note.trim_end() {
            self.note = new.note;
        }
        for field in reader.fields {
            if self.custom.get(&field.id) == old.custom.get(&field.id) {
                match new.custom.get(&field.id) {
                    Some(value) => self.custom.insert(field.id, value.clone()),
                    None => self.custom.remove(&field.id),
                };
            }
        }
        self.before = newer.clone();
    }

    fn contacts(&self) -> Contacts<'_> {
        self.content.contacts()
    }
}

/// Returns a stored value of an own field as one types it.
fn typed(id: custom::Id, value: &str, reader: Reader<'_>) -> String {
    let kind = reader.fields.iter().find(|field| field.id == id).map(|field| field.kind);
    match (kind, custom::date(value)) {
        (Some(custom::Kind::Date), Some(day)) => i18n::date_numeric(reader.lang, day),
        (Some(_) | None, _) => value.to_owned(),
    }
}

/// Returns what was typed into an own field as it is stored, as far as it can be read.
fn stored(id: custom::Id, value: &str, reader: Reader<'_>) -> String {
    let kind = reader.fields.iter().find(|field| field.id == id).map(|field| field.kind);
    match (kind, i18n::parse_date(reader.lang, value, reader.today)) {
        (Some(custom::Kind::Date), Some(day)) => day.to_string(),
        (Some(_) | None, _) => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::i18n::Lang;
    use crate::model::data_map;
    use crate::model::person::Labelled;
    use crate::screen::card::{Draft as _, RowEdit};

    fn fields() -> Vec<custom::Definition> {
        vec![custom::Definition {
            id: custom::Id(7),
            key: "since".into(),
            name: "Customer since".into(),
            kind: custom::Kind::Date,
            choices: Vec::new(),
            category: data_map::Category::Other,
            origin: data_map::Origin::Provided,
            in_report: true,
            rank: 0,
            active: true,
        }]
    }

    fn reader(fields: &[custom::Definition]) -> Reader<'_> {
        Reader { lang: Lang::Nb, today: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(), fields }
    }

    fn card() -> Content {
        Content {
            last_name: "Ødegård".into(),
            emails: vec![Labelled::new(None, "ase@example.org".into())],
            birth_date: NaiveDate::from_ymd_opt(1980, 5, 17),
            custom: BTreeMap::from([(custom::Id(7), "2020-01-31".to_owned())]),
            note: "Stand 12".into(),
            ..Content::default()
        }
    }

    #[test]
    fn opening_and_looking_changes_nothing() {
        let fields = fields();
        let draft = Draft::new(&card(), reader(&fields));
        assert_eq!((draft.birth_date.as_str(), draft.custom[&custom::Id(7)].as_str()), ("17.05.1980", "31.01.2020"));
        assert!(!draft.is_changed(reader(&fields)));
        assert!(draft.wrong(reader(&fields)).is_empty());
        assert_eq!(draft.to_content(reader(&fields)), card());
    }

    #[test]
    fn what_is_wrong_is_said_at_its_row() {
        let fields = fields();
        let mut draft = Draft::new(&card(), reader(&fields));
        draft.apply(Edit::Rows(RowEdit::Add(Rows::Emails)));
        draft.apply(Edit::Rows(RowEdit::Value(Rows::Emails, 1, "nobody".into())));
        draft.apply(Edit::Rows(RowEdit::Add(Rows::Phones)));
        draft.apply(Edit::Text(Text::BirthDate, "32.13.".into()));
        draft.apply(Edit::Custom(custom::Id(7), "someday".into()));
        draft.apply(Edit::Text(Text::LastName, " ".into()));
        let wrong = draft.wrong(reader(&fields));
        let wanted = Wrong::from([
            (Place::Row(Rows::Emails, 1), Reason::NotAnEmail),
            (Place::Field(Field::BirthDate), Reason::NotADate),
            (Place::Field(Field::LastName), Reason::NoName),
            (Place::Custom(custom::Id(7)), Reason::NotADate),
        ]);
        assert_eq!(wrong, wanted);
        let taken = vec![Invalid::new(Field::Number, Reason::Taken), Invalid::new(Field::Emails, Reason::NotAnEmail)];
        let all = draft.places(taken, reader(&fields));
        assert_eq!(all.len(), wanted.len() + 1);
        assert_eq!(all[&Place::Field(Field::Number)], Reason::Taken);
    }

    #[test]
    fn what_was_typed_since_saving_stands_on_what_was_saved() {
        let fields = fields();
        let mut draft = Draft::new(&card(), reader(&fields));
        draft.apply(Edit::Text(Text::Title, "Buyer".into()));
        draft.apply(Edit::NewInterest("Whales".into()));
        draft.apply(Edit::AddInterest);
        let sent = draft.typed();
        let saved = Content { interests: vec![list::Id(6_099)], ..draft.to_content(reader(&fields)) };
        draft.apply(Edit::Text(Text::Company, "Fjordfisk AS".into()));
        draft.apply(Edit::Text(Text::BirthDate, "18.05.1980".into()));
        draft.rebase_since(&sent, &saved, reader(&fields));
        let expected = Content {
            company: "Fjordfisk AS".into(),
            birth_date: NaiveDate::from_ymd_opt(1980, 5, 18),
            ..saved.clone()
        };
        assert_eq!(draft.to_content(reader(&fields)), expected);
        assert!(draft.is_changed(reader(&fields)) && draft.new_interests.is_empty());
        draft.apply(Edit::Text(Text::Company, String::new()));
        draft.apply(Edit::Text(Text::BirthDate, "17.05.1980".into()));
        assert!(!draft.is_changed(reader(&fields)));
    }

    #[test]
    fn what_others_saved_is_kept_beside_what_was_typed() {
        let fields = fields();
        let mut draft = Draft::new(&card(), reader(&fields));
        draft.apply(Edit::Text(Text::Title, "Buyer".into()));
        draft.apply(Edit::Custom(custom::Id(7), "1.2.2021".into()));
        let newer = Content {
            title: "Head of sales".into(),
            company: "Fjordfisk AS".into(),
            note: "Stand 14".into(),
            birth_date: None,
            ..card()
        };
        draft.rebase(&newer, reader(&fields));
        let content = draft.to_content(reader(&fields));
        assert_eq!(content.title, "Buyer");
        assert_eq!(content.company, "Fjordfisk AS");
        assert_eq!(content.note, "Stand 14");
        assert_eq!(content.birth_date, None);
        assert_eq!(content.custom[&custom::Id(7)], "2021-02-01");
        assert!(draft.is_changed(reader(&fields)));
    }

    #[test]
    fn what_is_kept_while_locked_comes_back_on_what_others_saved() {
        let fields = fields();
        let mut draft = Draft::new(&card(), reader(&fields));
        draft.apply(Edit::Text(Text::Title, "Buyer".into()));
        draft.apply(Edit::Text(Text::BirthDate, "18.5.".into()));
        draft.apply(Edit::Custom(custom::Id(7), "1.2.2021".into()));
        draft.apply(Edit::NewInterest("Whales".into()));
        draft.apply(Edit::AddInterest);
        let text = draft.to_text().unwrap();
        let same = Draft::from_text(&text, &card(), reader(&fields)).unwrap();
        assert_eq!(same.typed(), draft.typed());
        assert!(same.is_changed(reader(&fields)));

        let newer = Content { company: "Fjordfisk AS".into(), ..card() };
        let rebased = Draft::from_text(&text, &newer, reader(&fields)).unwrap();
        assert_eq!(rebased.to_content(reader(&fields)).company, "Fjordfisk AS");
        assert_eq!((rebased.content.title.as_str(), rebased.birth_date.as_str()), ("Buyer", "18.5."));

        let saved = Draft::new(&card(), reader(&fields)).to_text().unwrap();
        assert!(!Draft::from_text(&saved, &newer, reader(&fields)).unwrap().is_changed(reader(&fields)));
        assert!(Draft::from_text("{}", &card(), reader(&fields)).is_none());
    }

    #[test]
    fn rows_move_and_go() {
        let fields = fields();
        let mut draft = Draft::new(&card(), reader(&fields));
        draft.apply(Edit::Rows(RowEdit::Add(Rows::Emails)));
        draft.apply(Edit::Rows(RowEdit::Value(Rows::Emails, 1, "post@example.org".into())));
        draft.apply(Edit::Rows(RowEdit::Up(Rows::Emails, 1)));
        draft.apply(Edit::Rows(RowEdit::Up(Rows::Emails, 0)));
        let emails: Vec<&str> = draft.content.emails.iter().map(|row| row.value.as_str()).collect();
        assert_eq!(emails, ["post@example.org", "ase@example.org"]);
        draft.apply(Edit::Rows(RowEdit::Remove(Rows::Emails, 0)));
        draft.apply(Edit::Rows(RowEdit::Remove(Rows::Emails, 9)));
        assert!(!draft.is_changed(reader(&fields)));
    }
}
