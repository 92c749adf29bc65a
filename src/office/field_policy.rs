//! Which fields of persons' and companies' cards are collected, and which of them the user sees and edits: the one place
//! that decides it for cards, lists, searches, exports and imports.

use super::settings::{self, FieldPart, Setting};
use super::{Desk, Error, Rule};
use crate::model::company;
use crate::model::custom::Definition;
use crate::model::field::Field;
use crate::model::field_value::{self, Card};
use crate::model::import::{AddressPart, Target};
use crate::model::person::{Line, Person};
use crate::model::user::Access;

/// Why a field is not edited here.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Why {
    /// The office does not collect it.
    NotCollected,
    /// The user's role.
    Role(Access),
    /// It is kept elsewhere, and the user's role allows it to be read.
    KeptIn(String),
}

/// What the user may do with the fields of one kind of card. Those it does not name are seen and edited.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Policy(Vec<(Field, Why)>);

/// Returns the fields that a list is made of; none for a field that is no such list.
fn parts(field: &Field) -> Option<&'static [Field]> {
    if *field == Field::Phones {
        Some(&[Field::Mobile, Field::Phone])
    } else if *field == Field::Addresses {
        Some(&[Field::Address, Field::Postcode, Field::City])
    } else {
        None
    }
}

impl Policy {
    /// Reads what was decided about persons' cards, and about companies'.
    ///
    /// # Errors
    /// The database's.
    pub(super) fn read(desk: &Desk<'_>) -> Result<(Self, Self), Error> {
        let (mut persons, mut companies) = (Vec::new(), Vec::new());
        // Nearly every office decides nothing here, and every card that is read asks.
        if !desk.decided()?.keys().any(|key| key.starts_with("field.") || key.starts_with("role.")) {
            return Ok((Self::default(), Self::default()));
        }
        for field in settings::decidable(desk)? {
            let part = |part| settings::stored(desk, &Setting::Field { field: field.clone(), part });
            let role = settings::by_role(desk, &field)?;
            let kept_in = part(FieldPart::Master)?;
            let why = if part(FieldPart::Collect)? == "no" && !field.is_always() {
                Why::NotCollected
            } else if role == Access::Hidden && field.is_always() {
                Why::Role(Access::Read)
            } else if role != Access::Edit {
                Why::Role(role)
            } else if !kept_in.is_empty() {
                Why::KeptIn(kept_in)
            } else {
                continue;
            };
            match field.company_field() {
                Some(field) => companies.push((field.clone(), why)),
                None => persons.push((field, why)),
            }
        }
        Ok((Self(persons), Self(companies)))
    }

    fn why(&self, field: &Field) -> Option<&Why> {
        // A list has the rule of its first value.
        let field = if *field == Field::Emails {
            &Field::Email
        } else if *field == Field::Addresses {
            &Field::Address
        } else {
            field
        };
        self.0.iter().find(|(known, _)| known == field).map(|(_, why)| why)
    }

    /// Returns what the user may do with a field.
    pub fn access(&self, field: &Field) -> Access {
        match (self.is_shown(field), self.may_edit(field)) {
            (false, _) => Access::Hidden,
            (true, false) => Access::Read,
            (true, true) => Access::Edit,
        }
    }

    /// Returns whether the user sees a field.
    pub fn is_shown(&self, field: &Field) -> bool {
        // A list of which any part is seen.
        if let Some(parts) = parts(field) {
            return parts.iter().any(|part| self.is_shown(part));
        }
        !matches!(self.why(field), Some(Why::NotCollected | Why::Role(Access::Hidden)))
    }

    /// Returns whether the user may change a field.
    pub fn may_edit(&self, field: &Field) -> bool {
        match parts(field) {
            Some(parts) => parts.iter().any(|part| self.may_edit(part)),
            None => self.why(field).is_none(),
        }
    }

    /// Returns whether the office collects a field.
    pub fn is_collected(&self, field: &Field) -> bool {
        self.why(field) != Some(&Why::NotCollected)
    }

    /// Allows a change of a field.
    ///
    /// # Errors
    /// [`Error::Refused`] where it is not collected or can only be read.
    pub(super) fn allow(&self, field: &Field) -> Result<(), Error> {
        match self.why(field) {
            None => Ok(()),
            Some(Why::NotCollected) => Err(Error::Refused(Rule::FieldNotCollected)),
            Some(Why::Role(_) | Why::KeptIn(_)) => Err(Error::Refused(Rule::FieldReadOnly)),
        }
    }

    /// Returns where a field is kept that can only be read here; none where that is not the reason.
    pub fn kept_in(&self, field: &Field) -> Option<&str> {
        match self.why(field)? {
            Why::KeptIn(place) => Some(place),
            Why::NotCollected | Why::Role(_) => None,
        }
    }

    /// Returns whether files may fill a field. What is kept in another system comes from there by a file.
    pub fn takes_from_files(&self, field: &Field) -> bool {
        matches!(self.why(field), None | Some(Why::KeptIn(_)))
    }

    /// Returns the fields that the user does not see.
    fn hidden(&self) -> impl Iterator<Item = &Field> {
        self.0.iter().map(|(field, _)| field).filter(|field| !self.is_shown(field))
    }

    /// Takes off a card's content what the user does not see.
    pub fn hide<C: Card>(&self, content: &mut C, own: &[Definition]) {
        let nothing = C::default();
        self.hidden().for_each(|field| field_value::put(content, field, &nothing, own));
    }

    /// Takes off a card what the user does not see.
    pub(super) fn hide_person(&self, person: &mut Person, own: &[Definition]) {
        self.hide(&mut person.content, own);
        if !self.is_shown(&Field::Company) {
            person.company = None;
        }
    }

    /// Takes off a line of a list what the user does not see.
    pub(super) fn hide_line(&self, line: &mut Line) {
        let texts = [
            (Field::Company, &mut line.company),
            (Field::Title, &mut line.title),
            (Field::City, &mut line.city),
            (Field::Email, &mut line.email),
            (Field::Mobile, &mut line.mobile),
        ];
        texts.into_iter().filter(|(field, _)| !self.is_shown(field)).for_each(|(_, text)| text.clear());
        line.our_contact = line.our_contact.filter(|_| self.is_shown(&Field::OurContact));
        line.category = line.category.filter(|_| self.is_shown(&Field::Category));
        line.former_employee &= self.is_shown(&Field::FormerEmployee);
    }

    /// Takes off a line of a list of companies what the user does not see.
    pub(super) fn hide_company_line(&self, line: &mut company::Line) {
        let texts = [(Field::OrgNumber, &mut line.org_number), (Field::City, &mut line.city)];
        texts.into_iter().filter(|(field, _)| !self.is_shown(field)).for_each(|(_, text)| text.clear());
        line.category = line.category.filter(|_| self.is_shown(&Field::Category));
    }

    /// Checks an edited card, and gives it back what the editor did not see. `before` is what the card holds.
    ///
    /// # Errors
    /// [`Error::Refused`] where a field was changed that is not collected or can only be read.
    pub(super) fn complete<C: Card>(&self, content: &mut C, before: &C, own: &[Definition]) -> Result<(), Error> {
        if self.0.is_empty() {
            return Ok(());
        }
        let mut seen = before.clone();
        self.hide(&mut seen, own);
        let changed = |field: &&Field| field_value::differs(content, &seen, field, own);
        if let Some(field) = self.0.iter().map(|(field, _)| field).find(changed) {
            return self.allow(field);
        }
        self.hidden().for_each(|field| field_value::put(content, field, before, own));
        Ok(())
    }

    /// Leaves what the user may not edit as the card holds it now.
    pub(super) fn keep<C: Card>(&self, content: &mut C, now: &C, own: &[Definition]) {
        self.0.iter().for_each(|(field, _)| field_value::put(content, field, now, own));
    }

    /// Takes off a row of a file what files may not fill.
    pub(super) fn leave_out<C: Card>(&self, content: &mut C, own: &[Definition]) {
        let nothing = C::default();
        let fields = self.0.iter().map(|(field, _)| field).filter(|field| !self.takes_from_files(field));
        fields.for_each(|field| field_value::put(content, field, &nothing, own));
    }

    /// Returns the field that a column of a file would fill although files may not; none where they may.
    pub fn left_out(&self, target: &Target) -> Option<Field> {
        let mobile = |label: &Option<&str>| *label == Some("mobile");
        let field = match target {
            Target::Field(Field::Emails) | Target::Email { .. } => Field::Email,
            Target::Field(Field::Phones) => Field::Phone,
            Target::Phone { label, .. } if mobile(label) => Field::Mobile,
            Target::Phone { .. } => Field::Phone,
            Target::Address { part: AddressPart::Street, .. } => Field::Address,
            Target::Address { part: AddressPart::Postcode, .. } => Field::Postcode,
            Target::Address { part: AddressPart::City | AddressPart::Country, .. } => Field::City,
            Target::Field(Field::Addresses) => Field::Address,
            Target::Field(field) => field.clone(),
            Target::Ignore
            | Target::FullName
            | Target::EmailLabel { .. }
            | Target::PhoneLabel { .. }
            | Target::AddressLabel { .. }
            | Target::Basis
            | Target::Source
            | Target::Comment => return None,
        };
        (!self.takes_from_files(&field)).then_some(field)
    }

    /// Returns what of a card is not searched.
    pub(super) fn unsearched(&self) -> Unsearched {
        let is = |field: Field| !self.is_shown(&field);
        Unsearched {
            company: is(Field::Company),
            emails: is(Field::Email),
            // The index does not know which number is a mobile: where one kind is not seen, none is searched.
            phones: is(Field::Mobile) || is(Field::Phone),
            org_numbers: is(Field::OrgNumber),
            cities: is(Field::City),
        }
    }
}

/// What of cards is not searched, because the user does not see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Unsearched {
    pub company: bool,
    pub emails: bool,
    pub phones: bool,
    /// Of companies.
    pub org_numbers: bool,
    /// Of companies.
    pub cities: bool,
}

impl Unsearched {
    /// Everything that may be hidden from somebody.
    pub const ALL: Self = Self { company: true, emails: true, phones: true, org_numbers: true, cities: true };
}

#[cfg(test)]
mod tests;
