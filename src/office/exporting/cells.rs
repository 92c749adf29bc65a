//! What the cells of an export say.

use std::collections::HashMap;
use std::fmt::Write as _;

use super::columns::{self, Column};
use super::{Wanted, cards};
use crate::i18n::Lang;
use crate::model::basis::Basis;
use crate::model::contact::Address;
use crate::model::criteria::{Asked, Of};
use crate::model::export::Format;
use crate::model::field::Field;
use crate::model::list::{self, List};
use crate::model::subscription::Answering;
use crate::model::{Moment, Zone, user};
use crate::office::field_policy::Policy;
use crate::office::lists::Lists;
use crate::office::{Desk, Error};
use crate::store::feed::cards::{Card, Most, Wanted as Pass, most};
use crate::transfer::outgoing::Batch;
use crate::{store, t};

/// The most columns that one list of a card becomes.
const MOST: usize = 20;

/// A cell of every row.
enum Cell {
    /// What a column shows.
    Of(Column),
    /// One of a card's e-mail addresses, and what it is for.
    Email(usize, bool),
    /// One of its numbers, and what it is for.
    Phone(usize, bool),
    /// A part of one of its addresses.
    Address(usize, Part),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Street,
    Postcode,
    City,
    Country,
    Label,
}

/// What is not handed out, because the user does not see it.
#[allow(clippy::struct_excessive_bools, reason = "one for each field that is a part of a list")]
pub(super) struct Hidden {
    pub mobiles: bool,
    pub phones: bool,
    pub streets: bool,
    pub postcodes: bool,
    pub cities: bool,
}

impl Hidden {
    fn new(policy: &Policy) -> Self {
        let is = |field: Field| !policy.is_shown(&field);
        Self {
            mobiles: is(Field::Mobile),
            phones: is(Field::Phone),
            streets: is(Field::Address),
            postcodes: is(Field::Postcode),
            cities: is(Field::City),
        }
    }

    pub fn is_phone(&self, label: Option<list::Id>) -> bool {
        if label == Some(list::LABEL_MOBILE) { self.mobiles } else { self.phones }
    }
}

/// What every row has, and what its cells are worded with.
pub(super) struct Cells<'d> {
    cells: Vec<(Cell, String)>,
    format: Format,
    raw: bool,
    lang: Lang,
    pub(super) lists: &'d Lists,
    pub(super) hidden: Hidden,
    pub(super) columns: Vec<Column>,
    users: HashMap<user::Id, String>,
    subscriptions: Vec<(list::Id, String)>,
    /// The purposes that are direct marketing.
    direct: Vec<list::Id>,
    yes: String,
    zone: Zone,
}

impl<'d> Cells<'d> {
    pub fn new(desk: &'d Desk<'_>, wanted: &Wanted, columns: &[Column], pass: &Pass<'_>) -> Result<Self, Error> {
        let lang = desk.lang();
        let rules = desk.rules()?;
        let lists = desk.lists()?;
        let named = |item: &list::Item| {
            let name = if wanted.raw { item.key.as_str() } else { lists.name(item.id, lang) };
            (item.id, name.to_owned())
        };
        let mut new = Self {
            cells: Vec::new(),
            format: wanted.format,
            raw: wanted.raw,
            lang,
            lists,
            hidden: Hidden::new(match pass.of {
                Of::Persons => &rules.fields,
                Of::Companies => &rules.company_fields,
            }),
            columns: columns.to_vec(),
            users: store::users::all(desk.db())?.into_iter().map(|user| (user.id, user.name)).collect(),
            subscriptions: lists.of(List::Subscription).map(named).collect(),
            direct: rules.direct_marketing(),
            yes: if wanted.raw { "yes".to_owned() } else { t!(lang, "yes") },
            zone: Zone::local(),
        };
        if wanted.format != Format::Vcard {
            new.lay_out(desk, pass)?;
        }
        Ok(new)
    }

    /// Decides which cells a row has: a list becomes as many as the card needs that has most of them.
    fn lay_out(&mut self, desk: &Desk<'_>, pass: &Pass<'_>) -> Result<(), Error> {
        let is = |field: Field| self.columns.contains(&Column::Field(Asked::Card(field)));
        let (emails, phones, addresses) = (is(Field::Emails), is(Field::Phones), is(Field::Addresses));
        let counts = if emails || phones || addresses { most(desk.db(), pass)? } else { Most::default() };
        for column in &self.columns {
            let label = if self.raw { column.to_string() } else { columns::label(desk, column)? };
            let Column::Field(Asked::Card(field)) = column else {
                self.cells.push((Cell::Of(column.clone()), label));
                continue;
            };
            if *field == Field::Emails {
                let name = self.word("email", || t!(self.lang, "field-email"));
                for nth in 0..counts.emails.clamp(1, MOST) {
                    self.cells.push((Cell::Email(nth, false), numbered(&name, nth, "")));
                    self.cells.push((Cell::Email(nth, true), numbered(&name, nth, &self.label_word())));
                }
            } else if *field == Field::Phones {
                let name = self.word("phone", || t!(self.lang, "field-phone"));
                for nth in 0..counts.phones.clamp(1, MOST) {
                    self.cells.push((Cell::Phone(nth, false), numbered(&name, nth, "")));
                    self.cells.push((Cell::Phone(nth, true), numbered(&name, nth, &self.label_word())));
                }
            } else if *field == Field::Addresses {
                let name = self.word("address", || t!(self.lang, "field-address"));
                for nth in 0..counts.addresses.clamp(1, MOST) {
                    for (part, word) in [
                        (Part::Street, self.word("street", || t!(self.lang, "field-street"))),
                        (Part::Postcode, self.word("postcode", || t!(self.lang, "field-postcode"))),
                        (Part::City, self.word("city", || t!(self.lang, "field-city"))),
                        (Part::Country, self.word("country", || t!(self.lang, "field-country"))),
                        (Part::Label, self.label_word()),
                    ] {
                        self.cells.push((Cell::Address(nth, part), numbered(&name, nth, &word)));
                    }
                }
            } else {
                self.cells.push((Cell::Of(column.clone()), label));
            }
        }
        Ok(())
    }

    fn word(&self, key: &str, text: impl Fn() -> String) -> String {
        if self.raw { key.to_owned() } else { text() }
    }

    fn label_word(&self) -> String {
        self.word("label", || t!(self.lang, "field-label"))
    }

    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Returns what stands above the cells; nothing in an address book.
    pub fn headings(&self) -> Vec<String> {
        self.cells.iter().map(|(_, heading)| heading.clone()).collect()
    }

    /// Writes the row of a card.
    pub fn row(&self, card: &Card, onto: &mut Batch) {
        if self.format == Format::Vcard {
            cards::write(self, card, onto.cell());
            onto.end_cell();
        }
        for (cell, _) in &self.cells {
            self.cell(cell, card, onto.cell());
            onto.end_cell();
        }
        onto.end_row();
    }

    fn cell(&self, cell: &Cell, card: &Card, onto: &mut String) {
        match cell {
            Cell::Of(column) => self.column(column, card, onto),
            Cell::Email(nth, is_label) => {
                if let Some((label, address)) = card.emails.get(*nth) {
                    if *is_label { self.item(*label, onto) } else { onto.push_str(address) }
                }
            }
            Cell::Phone(nth, is_label) => {
                let mut seen = card.phones.iter().filter(|(label, _)| !self.hidden.is_phone(*label));
                if let Some((label, number)) = seen.nth(*nth) {
                    if *is_label { self.item(*label, onto) } else { onto.push_str(number) }
                }
            }
            Cell::Address(nth, part) => {
                if let Some((label, address)) = card.addresses.get(*nth) {
                    match part {
                        Part::Street => self.part(Some(address), Part::Street, onto),
                        Part::Postcode => self.part(Some(address), Part::Postcode, onto),
                        Part::City => self.part(Some(address), Part::City, onto),
                        Part::Country => self.part(Some(address), Part::Country, onto),
                        Part::Label => self.item(*label, onto),
                    }
                }
            }
        }
    }

    fn part(&self, address: Option<&Address>, part: Part, onto: &mut String) {
        let Some(address) = address else { return };
        let (text, is_hidden) = match part {
            Part::Street => (&address.street, self.hidden.streets),
            Part::Postcode => (&address.postcode, self.hidden.postcodes),
            Part::City => (&address.city, self.hidden.cities),
            // A country is seen with the city.
            Part::Country => (&address.country, self.hidden.cities),
            Part::Label => return,
        };
        if !is_hidden {
            onto.push_str(text);
        }
    }

    fn column(&self, column: &Column, card: &Card, onto: &mut String) {
        match column {
            Column::Basis(purpose, _) => {
                let holds = card.bases.iter().find(|(known, _)| known == purpose);
                self.item(holds.map(|(_, item)| *item), onto);
            }
            Column::Subscriptions => {
                let holds = |purpose: list::Id| {
                    let (_, item) = card.bases.iter().find(|(known, _)| *known == purpose)?;
                    self.lists.basis(*item).map(|named| named.basis)
                };
                let answering = Answering {
                    // Nobody who is restricted is exported.
                    restricted: false,
                    objects: self.direct.iter().any(|purpose| holds(*purpose) == Some(Basis::Objected)),
                    no_mailings: card.no_mailings,
                    marketing: holds(list::MARKETING),
                };
                let said = |kind| card.answers.iter().find(|(known, _)| *known == kind).map(|(_, wanted)| *wanted);
                let has = |kind: list::Id| answering.subscribes(said(kind));
                let names = self.subscriptions.iter().filter(|(kind, _)| has(*kind)).map(|(_, name)| name.as_str());
                onto.push_str(&names.collect::<Vec<_>>().join(", "));
            }
            Column::Informed => self.yes(card.informed, onto),
            // Nobody who is restricted is exported.
            Column::Field(Asked::Restricted | Asked::FormerCompany) => {}
            Column::Field(Asked::Own(id, ..)) => {
                if let Some((_, value)) = card.own.iter().find(|(known, _)| known == id) {
                    onto.push_str(value);
                }
            }
            Column::Field(Asked::LastActivity) => self.moment(card.last_activity, onto),
            Column::Field(Asked::CreatedAt) => self.moment(Some(card.created_at), onto),
            Column::Field(Asked::UpdatedAt) => self.moment(Some(card.updated_at), onto),
            Column::Field(Asked::CreatedBy) => self.user(card.created_by, onto),
            Column::Field(Asked::UpdatedBy) => self.user(card.updated_by, onto),
            Column::Field(Asked::Card(field)) => self.field(field, card, onto),
        }
    }

    fn field(&self, field: &Field, card: &Card, onto: &mut String) {
        let address = || card.addresses.first().map(|(_, address)| address);
        let phone = |is_mobile: bool| {
            let mut phones = card.phones.iter();
            phones.find(|(label, _)| (*label == Some(list::LABEL_MOBILE)) == is_mobile).map_or("", |(_, number)| number)
        };
        match field {
            Field::Number => onto.push_str(&card.number),
            Field::FirstName => onto.push_str(&card.first_name),
            Field::LastName => onto.push_str(&card.last_name),
            Field::Company | Field::Name => onto.push_str(&card.company),
            Field::OrgNumber => onto.push_str(&card.org_number),
            Field::Title => onto.push_str(&card.title),
            Field::Position => self.item(card.position, onto),
            Field::Category => self.item(card.category, onto),
            Field::Business => self.item(card.business, onto),
            Field::Language => self.item(card.language, onto),
            Field::Source => self.item(card.source, onto),
            Field::OurContact => self.user(card.our_contact, onto),
            Field::Country => onto.push_str(&card.country),
            Field::BirthDate => onto.push_str(&card.birth_date),
            Field::Website => onto.push_str(&card.website),
            Field::Note => onto.push_str(&card.note),
            Field::FormerEmployee => self.yes(card.former_employee, onto),
            Field::NoMailings => self.yes(card.no_mailings, onto),
            Field::Email => onto.push_str(card.emails.first().map_or("", |(_, address)| address)),
            Field::Mobile => onto.push_str(phone(true)),
            Field::Phone => onto.push_str(phone(false)),
            Field::Address => self.part(address(), Part::Street, onto),
            Field::Postcode => self.part(address(), Part::Postcode, onto),
            Field::City => self.part(address(), Part::City, onto),
            Field::Interests => {
                for (place, interest) in card.interests.iter().enumerate() {
                    if place > 0 {
                        onto.push_str(", ");
                    }
                    self.item(Some(*interest), onto);
                }
            }
            // Laid out as several cells, or no column of any export.
            Field::Emails
            | Field::Phones
            | Field::Addresses
            | Field::Picture
            | Field::Relation
            | Field::LegalBasis
            | Field::Subscriptions
            | Field::Comment
            | Field::Purpose
            | Field::Activity
            | Field::Subject
            | Field::At
            | Field::Length
            | Field::Direction
            | Field::Recorded
            | Field::RecordConsent
            | Field::Due
            | Field::DoneAt
            | Field::Custom(_)
            | Field::OfCompany(_) => {}
        }
    }

    fn item(&self, item: Option<list::Id>, onto: &mut String) {
        if let Some(item) = item {
            onto.push_str(if self.raw { self.lists.key(item) } else { self.lists.name(item, self.lang) });
        }
    }

    fn user(&self, user: Option<user::Id>, onto: &mut String) {
        if let Some(name) = user.and_then(|user| self.users.get(&user)) {
            onto.push_str(name);
        }
    }

    fn yes(&self, is: bool, onto: &mut String) {
        if is {
            onto.push_str(&self.yes);
        } else if self.raw {
            onto.push_str("no");
        }
    }

    fn moment(&self, moment: Option<Moment>, onto: &mut String) {
        if let Some(moment) = moment {
            if self.raw {
                onto.push_str(&moment.rfc3339());
            } else {
                // A text takes whatever is written to it.
                let _ = write!(onto, "{}", self.zone.at(moment).format("%Y-%m-%d %H:%M"));
            }
        }
    }
}

/// Returns the heading of one of several: "E-mail", "E-mail label", "E-mail 2".
fn numbered(name: &str, nth: usize, what: &str) -> String {
    let number = if nth == 0 { String::new() } else { format!(" {}", nth + 1) };
    let what = if what.is_empty() { String::new() } else { format!(" {}", what.to_lowercase()) };
    format!("{name}{number}{what}")
}
