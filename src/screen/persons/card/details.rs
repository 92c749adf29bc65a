//! The second tab: what else the office knows about the person.

use super::row::{labelled, rows, short};
use super::{Message, Page};
use crate::i18n;
use crate::screen::persons::draft::Draft;
use crate::screen::persons::edit::{Edit, Item, Text};
use crate::t;
use crate::theme::Element;
use crate::widget::choice::choice;

impl<'a> Page<'a> {
    /// Returns the tab.
    pub fn details(&self) -> Element<'a, Message> {
        match self.draft {
            Some(draft) => self.detail_fields(draft),
            None => self.detail_values(),
        }
    }

    fn detail_values(&self) -> Element<'a, Message> {
        let lang = self.scene.lang;
        let content = &self.person().content;
        let birth_date = content.birth_date.map_or(String::new(), |day| i18n::date_long(lang, day));
        let website = self.value(&content.website);
        let website = match link(&content.website) {
            Some(address) => website.outside(address).copied(),
            None => website,
        };
        let our_contact = content.our_contact.map_or(String::new(), |user| self.scene.user(user));
        let all = vec![
            self.value(self.item(content.position)).row(t!(lang, "field-position")),
            self.value(birth_date).row(t!(lang, "field-birth_date")),
            website.row(t!(lang, "field-website")),
            self.value(self.item(content.category)).row(t!(lang, "field-category")),
            self.value(self.item(content.business)).row(t!(lang, "field-business")),
            self.value(our_contact).row(t!(lang, "field-our_contact")),
            self.value(&content.number).copied().row(t!(lang, "field-number")),
        ];
        rows(all, false)
    }

    fn detail_fields(&self, draft: &'a Draft) -> Element<'a, Message> {
        let lang = self.scene.lang;
        let content = &draft.content;
        let users = self.scene.users.iter().map(|user| (user.id, self.scene.user(user.id)));
        let users = choice(users, content.our_contact)
            .none(t!(lang, "not-stated"))
            .placeholder(t!(lang, "not-stated"))
            .nothing(t!(lang, "choice-nothing"))
            .id("card-our_contact")
            .on_choose(|user| Message::Change(Edit::OurContact(user)));
        let all = vec![
            self.item_row(Item::Position, content.position),
            self.text_row(Text::BirthDate, &draft.birth_date),
            self.text_row(Text::Website, &content.website),
            self.item_row(Item::Category, content.category),
            self.item_row(Item::Business, content.business),
            labelled(t!(lang, "field-our_contact"), short(users), None),
            self.text_row(Text::Number, &content.number),
        ];
        rows(all, true)
    }
}

/// Returns the address to open for a website; only the web's own schemes are ever opened.
fn link(website: &str) -> Option<String> {
    if website.is_empty() {
        None
    } else if website.starts_with("https://") || website.starts_with("http://") {
        Some(website.to_owned())
    } else {
        Some(format!("https://{website}"))
    }
}

#[cfg(test)]
mod tests {
    use super::link;

    #[test]
    fn only_web_addresses_are_opened() {
        assert_eq!(link("example.org").as_deref(), Some("https://example.org"));
        assert_eq!(link("http://example.org").as_deref(), Some("http://example.org"));
        assert_eq!(link("file:///etc/hosts").as_deref(), Some("https://file:///etc/hosts"));
        assert_eq!(link(""), None);
    }
}
