//! A company's card while it is being edited.

use iced::widget::text_editor;
use serde::{Deserialize, Serialize};

use crate::model::company::Content;
use crate::model::contact::Contacts;
use crate::model::field::Field;
use crate::model::{Invalid, list, user};
use crate::screen::card::{self, Draft as _, Place, Reader, RowEdit, Rows, Wrong};

/// The fields of one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Text {
    Name,
    OrgNumber,
    Website,
}

/// The fields that choose from a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Item {
    Category,
    Business,
}

/// One change to a draft.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub enum Edit {
    Text(Text, String),
    Item(Item, Option<list::Id>),
    OurContact(Option<user::Id>),
    Country(Option<String>),
    Rows(RowEdit),
    Note(text_editor::Action),
}

impl Text {
    /// Returns the field.
    pub fn field(self) -> Field {
        match self {
            Self::Name => Field::Name,
            Self::OrgNumber => Field::OrgNumber,
            Self::Website => Field::Website,
        }
    }
}

impl Item {
    /// Returns the field.
    pub fn field(self) -> Field {
        match self {
            Self::Category => Field::Category,
            Self::Business => Field::Business,
        }
    }
}

/// A card being edited.
#[derive(Debug)]
pub struct Draft {
    before: Content,
    /// What is typed, but for the note.
    pub content: Content,
    /// The note as typed.
    pub note: text_editor::Content,
}

/// A draft as it is kept while the card file is locked.
#[derive(Serialize, Deserialize)]
struct Kept {
    before: Content,
    typed: Content,
}

impl Draft {
    /// Applies a change.
    pub fn apply(&mut self, edit: Edit) {
        let content = &mut self.content;
        match edit {
            Edit::Text(Text::Name, value) => content.name = value,
            Edit::Text(Text::OrgNumber, value) => content.org_number = value,
            Edit::Text(Text::Website, value) => content.website = value,
            Edit::Item(Item::Category, id) => content.category = id,
            Edit::Item(Item::Business, id) => content.business = id,
            Edit::OurContact(user) => content.our_contact = user,
            Edit::Country(code) => content.country = code.unwrap_or_default(),
            Edit::Rows(edit) => {
                let country = content.country.clone();
                edit.apply(content.contacts_mut(), &country, list::LABEL_WORK);
            }
            Edit::Note(action) => self.note.perform(action),
        }
    }

    /// Returns what is typed in a field of one line.
    pub fn text(&self, text: Text) -> &str {
        match text {
            Text::Name => &self.content.name,
            Text::OrgNumber => &self.content.org_number,
            Text::Website => &self.content.website,
        }
    }

    /// Returns what is typed now, as it would be saved.
    pub fn to_content(&self) -> Content {
        let mut content = self.typed();
        content.tidy();
        content
    }
}

impl card::Draft for Draft {
    type Content = Content;
    type Typed = Content;

    fn to_text(&self) -> Option<String> {
        serde_json::to_string(&Kept { before: self.before.clone(), typed: self.typed() }).ok()
    }

    fn from_text(text: &str, now: &Content, reader: Reader<'_>) -> Option<Self> {
        let Kept { before, typed } = serde_json::from_str(text).ok()?;
        let mut draft = Self { before, note: text_editor::Content::with_text(&typed.note), content: typed };
        draft.rebase(now, reader);
        Some(draft)
    }

    fn new(content: &Content, _: Reader<'_>) -> Self {
        let note = text_editor::Content::with_text(&content.note);
        Self { before: content.clone(), content: content.clone(), note }
    }

    fn is_changed(&self, _: Reader<'_>) -> bool {
        let mut before = self.before.clone();
        before.tidy();
        self.to_content() != before
    }

    fn wrong(&self, _: Reader<'_>) -> Wrong {
        let mut wrong = Place::wrong_rows(self.content.contacts());
        for Invalid { field, reason } in self.to_content().check() {
            if Rows::of(&field).is_none() {
                wrong.entry(Place::Field(field)).or_insert(reason);
            }
        }
        wrong
    }

    fn rebase(&mut self, newer: &Content, reader: Reader<'_>) {
        let old = std::mem::replace(&mut self.before, newer.clone());
        self.rebase_since(&old, newer, reader);
    }

    fn rebase_since(&mut self, old: &Content, newer: &Content, _: Reader<'_>) {
        macro_rules! take_over {
            ($($field:ident),*) => {
                $(if self.content.$field == old.$field {
                    self.content.$field.clone_from(&newer.$field);
                })*
            };
        }
        take_over!(name, org_number, category, business, our_contact, country, website, emails, phones, addresses);
        if self.note.text().trim_end() == old.note.trim_end() {
            self.note = text_editor::Content::with_text(&newer.note);
        }
        self.before = newer.clone();
    }

    fn contacts(&self) -> Contacts<'_> {
        self.content.contacts()
    }

    fn typed(&self) -> Content {
        Content { note: self.note.text(), ..self.content.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use crate::model::Reason;
    use crate::model::contact::Labelled;

    const READER: Reader<'_> = Reader { lang: Lang::En, today: chrono::NaiveDate::MIN, fields: &[] };

    fn card() -> Content {
        Content {
            org_number: "123 456 785".into(),
            note: "Stand 12".into(),
            emails: vec![Labelled::new(None, "post@example.org".into())],
            ..Content::named("Fjordfisk AS")
        }
    }

    #[test]
    fn opening_and_looking_changes_nothing() {
        let draft = Draft::new(&card(), READER);
        assert!(!draft.is_changed(READER) && draft.wrong(READER).is_empty());
        assert_eq!(draft.to_content(), card());
    }

    #[test]
    fn what_is_wrong_is_said_at_its_row() {
        let mut draft = Draft::new(&card(), READER);
        draft.apply(Edit::Rows(RowEdit::Add(Rows::Emails)));
        draft.apply(Edit::Rows(RowEdit::Value(Rows::Emails, 1, "nobody".into())));
        draft.apply(Edit::Text(Text::Name, " ".into()));
        let wanted = Wrong::from([
            (Place::Row(Rows::Emails, 1), Reason::NotAnEmail),
            (Place::Field(Field::Name), Reason::Missing),
        ]);
        assert_eq!(draft.wrong(READER), wanted);
        draft.apply(Edit::Text(Text::Name, "Other AS".into()));
        let taken = draft.places(vec![Invalid::new(Field::Name, Reason::Taken)], READER);
        assert_eq!(taken[&Place::Field(Field::Name)], Reason::Taken);
    }

    #[test]
    fn what_others_saved_is_kept_beside_what_was_typed() {
        let mut draft = Draft::new(&card(), READER);
        draft.apply(Edit::Text(Text::Website, "example.org".into()));
        let newer = Content { note: "Stand 14".into(), org_number: String::new(), ..card() };
        draft.rebase(&newer, READER);
        assert_eq!(draft.to_content(), Content { website: "example.org".into(), ..newer.clone() });
        assert!(draft.is_changed(READER));
        draft.apply(Edit::Text(Text::Website, String::new()));
        assert!(!draft.is_changed(READER));
    }
}
