//! The second tab: what else the office knows about the person.

use iced::widget::column;

use super::{Message, Page};
use crate::i18n;
use crate::model::employment::Employment;
use crate::model::field::Field;
use crate::office::persons::Job;
use crate::screen::card::{labelled, rows, short, web_link};
use crate::screen::persons::draft::Draft;
use crate::screen::persons::edit::{Edit, Item, Text};
use crate::t;
use crate::theme::measure::LARGE;
use crate::theme::{Element, Icon};
use crate::widget::button;

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
        let website = self.sheet().value(&content.website);
        let website = match web_link(&content.website) {
            Some(address) => website.outside(address).copied(),
            None => website,
        };
        let our_contact = content.our_contact.map_or(String::new(), |user| self.scene.user(user));
        let item = |id| self.sheet().value(self.sheet().item(id));
        let all = [
            self.told(&Field::Position, item(content.position)),
            self.told(&Field::BirthDate, self.sheet().value(birth_date)),
            self.told(&Field::Website, website),
            self.told(&Field::Category, item(content.category)),
            self.told(&Field::Business, item(content.business)),
            self.told(&Field::OurContact, self.sheet().value(our_contact)),
            self.told(&Field::Number, self.sheet().value(&content.number).copied()),
        ];
        let mut all: Vec<Element<'a, Message>> = all.into_iter().flatten().collect();
        for (index, job) in self.shown.jobs.iter().enumerate() {
            let label = if index == 0 { t!(lang, "card-before") } else { String::new() };
            all.push(self.former_job(job, label));
        }
        column![rows(all, false), self.relations()].spacing(LARGE).into()
    }

    /// Returns where somebody worked before: a link to the company, the title there, and until when.
    fn former_job(&self, job: &'a Job, label: String) -> Element<'a, Message> {
        let lang = self.scene.lang;
        let Employment { id, company, title, since, until, .. } = &job.employment;
        let until = self.scene.day(*until);
        let time = match since {
            Some(since) => t!(lang, "company-since-until", since = self.scene.day(*since), until = until),
            None => t!(lang, "company-until", date = until),
        };
        let caption = if title.is_empty() { time } else { format!("{title}, {time}") };
        let value = self.sheet().value(&job.company).link(Message::OpenCompany(*company)).caption(caption);
        if !self.may_edit() || !self.scene.rules.fields.may_edit(&Field::Company) {
            return value.row(label);
        }
        let forget = button::icon(Icon::Close, t!(lang, "card-forget-job")).small().on_press(Message::ForgetJob(*id));
        value.with(forget).row(label)
    }

    fn detail_fields(&self, draft: &'a Draft) -> Element<'a, Message> {
        let lang = self.scene.lang;
        let content = &draft.content;
        let change = |user| Message::Change(Edit::OurContact(user));
        let users = self.sheet().our_contact(content.our_contact, "card-our_contact", change);
        let item = |id| self.sheet().item(id).to_owned();
        let ours = content.our_contact.map_or(String::new(), |user| self.scene.user(user));
        let all = [
            self.edited(&Field::Position, item(content.position), self.item_row(Item::Position, content.position)),
            self.edited(&Field::BirthDate, draft.birth_date.clone(), self.text_row(Text::BirthDate, &draft.birth_date)),
            self.edited(&Field::Website, content.website.clone(), self.text_row(Text::Website, &content.website)),
            self.edited(&Field::Category, item(content.category), self.item_row(Item::Category, content.category)),
            self.edited(&Field::Business, item(content.business), self.item_row(Item::Business, content.business)),
            self.edited(&Field::OurContact, ours, labelled(t!(lang, "field-our_contact"), short(users), None)),
            self.edited(&Field::Number, content.number.clone(), self.text_row(Text::Number, &content.number)),
        ];
        rows(all.into_iter().flatten().collect(), true)
    }
}
