//! Guesses what the columns of a file mean, and which program wrote it.
//!
//! Headings decide: first our own field keys, then a list of the words exports use in English, Norwegian and Swedish,
//! then the parts a heading is put together from ("Business Phone 2", "Telefon, arbeid", "E-mail 1 - Value"). What the
//! rows hold decides only where no heading speaks of e-mail or phone at all: an unknown column full of addresses may
//! well be the colleague's who made the export.

mod heading;
mod words;

use std::collections::BTreeSet;

pub use self::words::{basis, category, label, no_mailings, says_nothing};

use self::heading::{Group, Meaning};
use super::Row;
use crate::model::field::Field;
use crate::model::import::{AddressPart, Target};
use crate::model::{custom, email, phone};

/// Holds what was recognised of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recognition {
    /// The program that wrote the file, as far as its headings tell.
    pub origin: Origin,
    /// One guess for each column, in their order.
    pub columns: Vec<Guess>,
}

/// Holds what a column is taken to mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guess {
    /// The meaning; [`Target::Ignore`] where there is none, or another column has it already.
    pub target: Target,
    /// How sure that is.
    pub confidence: Confidence,
}

/// Says how sure a guess is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Nothing is known about the column.
    None,
    /// What the rows hold suggests it.
    Content,
    /// The heading says so.
    Heading,
}

/// Names the program that wrote a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Microsoft Outlook.
    Outlook,
    /// Google Contacts.
    Google,
    /// SuperOffice CRM.
    SuperOffice,
    /// HubSpot.
    HubSpot,
    /// Freshsales.
    Freshsales,
    /// Ourselves, or a script that uses our field keys.
    Kartotek,
    /// Some other program.
    Unknown,
}

/// Guesses what the columns under `headings` mean; `sample` holds some rows of the file.
///
/// No two columns get the same meaning: the first one has it, further e-mails, phones and addresses are counted on, and
/// whatever else comes twice is left out.
#[must_use]
pub fn recognise(headings: &[String], sample: &[Row]) -> Recognition {
    let folded: Vec<String> = headings.iter().map(|heading| words::fold(heading)).collect();
    let origin = origin(headings, &folded);
    let mut meanings: Vec<Meaning> =
        headings.iter().zip(&folded).map(|(heading, folded)| heading::meaning(heading, folded)).collect();
    if origin == Origin::Outlook {
        // Outlook's type of an address is not what it is for, but SMTP, always.
        for meaning in &mut meanings {
            if matches!(meaning, Meaning::EmailLabel(_)) {
                *meaning = Meaning::Ignored;
            }
        }
    }
    settle_subscriptions(&mut meanings, &folded, sample);
    settle_titles(&mut meanings, origin);
    settle_names(&mut meanings);
    let mut targets = Targets::default();
    let mut columns: Vec<Guess> = meanings
        .into_iter()
        .map(|meaning| {
            let unknown = meaning == Meaning::Unknown;
            let confidence = if unknown { Confidence::None } else { Confidence::Heading };
            Guess { target: targets.target(meaning), confidence }
        })
        .collect();
    by_content(&mut columns, &mut targets, sample);
    Recognition { origin, columns }
}

/// Parts a cell that holds several e-mail addresses or phone numbers: at Google's ` ::: `, semicolons, commas, bars and
/// line ends.
pub fn split_values(cell: &str) -> impl Iterator<Item = &str> {
    cell.split([';', ',', '|', '\n']).flat_map(|part| part.split(":::")).map(str::trim).filter(|part| !part.is_empty())
}

fn origin(headings: &[String], folded: &[String]) -> Origin {
    let has = |wanted: &str| folded.iter().any(|heading| heading == wanted);
    let count = |wanted: &[&str]| wanted.iter().filter(|wanted| has(wanted)).count();
    let own = headings.iter().filter(|heading| heading.parse::<Field>().is_ok() && heading.contains('_'));
    if own.count() >= 2 {
        Origin::Kartotek
    } else if words::GOOGLE.iter().any(|wanted| has(wanted)) {
        Origin::Google
    } else if count(words::HUBSPOT) >= 1 {
        Origin::HubSpot
    } else if count(words::FRESHSALES) >= 2 {
        Origin::Freshsales
    } else if count(words::OUTLOOK) >= 3 {
        Origin::Outlook
    } else if count(words::SUPEROFFICE) >= 1 && count(words::FIRST_NAME) >= 1 {
        Origin::SuperOffice
    } else {
        Origin::Unknown
    }
}

/// Leaves out a "Subscription status" of plain yes and no: yes would be the opposite of our field's.
fn settle_subscriptions(meanings: &mut [Meaning], folded: &[String], sample: &[Row]) {
    for (place, (meaning, heading)) in meanings.iter_mut().zip(folded).enumerate() {
        let cells = sample.iter().filter_map(|row| row.cells.get(place)).filter(|cell| !cell.is_empty());
        if heading.ends_with("subscription status") && cells.into_iter().any(|cell| custom::yes_no(cell).is_some()) {
            *meaning = Meaning::Ignored;
        }
    }
}

/// Decides between "Title" (Ms, Dr.) and "Job title": where both are there, only the latter is a title of ours; but
/// SuperOffice's "Stilling" beside "Tittel" is a position from a list.
fn settle_titles(meanings: &mut [Meaning], origin: Origin) {
    let both = meanings.contains(&Meaning::JobTitle) && meanings.contains(&Meaning::Title);
    let from_list = both && origin == Origin::SuperOffice;
    for meaning in meanings {
        if *meaning == Meaning::JobTitle && from_list {
            *meaning = Meaning::Field(Field::Position);
        } else if *meaning == Meaning::Title && both && !from_list {
            *meaning = Meaning::Ignored;
        }
    }
}

/// Decides what "Name" and "Contact" are: the whole name where no column holds a part of it; otherwise "Contact" is the
/// company, as SuperOffice calls it, if nothing else is.
fn settle_names(meanings: &mut [Meaning]) {
    let has = |wanted| meanings.contains(&wanted);
    let parts = has(Meaning::Field(Field::FirstName)) || has(Meaning::Field(Field::LastName));
    let (company, full) = (has(Meaning::Field(Field::Company)), has(Meaning::FullName));
    for meaning in meanings {
        if *meaning == Meaning::FullName && parts {
            *meaning = Meaning::Ignored;
        } else if *meaning == Meaning::Contact {
            *meaning = if parts && !company {
                Meaning::Field(Field::Company)
            } else if !parts && !full {
                Meaning::FullName
            } else {
                Meaning::Ignored
            };
        }
    }
}

/// Hands out targets, none twice.
#[derive(Default)]
struct Targets {
    given: Vec<Target>,
    emails: Groups,
    phones: Groups,
    addresses: Groups,
}

impl Targets {
    fn target(&mut self, meaning: Meaning) -> Target {
        let target = match meaning {
            Meaning::Unknown | Meaning::Ignored | Meaning::Contact => return Target::Ignore,
            Meaning::Field(field) => Target::Field(field),
            Meaning::Title | Meaning::JobTitle => Target::Field(Field::Title),
            Meaning::FullName => Target::FullName,
            Meaning::Basis => Target::Basis,
            Meaning::Source => Target::Source,
            Meaning::Comment => Target::Comment,
            Meaning::Email(group) => Target::Email { nth: self.emails.nth(group, VALUE), label: group.label },
            Meaning::EmailLabel(group) => Target::EmailLabel { nth: self.emails.nth(group, LABEL) },
            Meaning::Phone(group) => Target::Phone { nth: self.phones.nth(group, VALUE), label: group.label },
            Meaning::PhoneLabel(group) => Target::PhoneLabel { nth: self.phones.nth(group, LABEL) },
            Meaning::Address(group, part) => {
                let place = match part {
                    AddressPart::Street => VALUE,
                    AddressPart::Postcode => 2,
                    AddressPart::City => 3,
                    AddressPart::Country => 4,
                };
                Target::Address { nth: self.addresses.nth_address(group, place), part, label: group.label }
            }
            Meaning::AddressLabel(group) => Target::AddressLabel { nth: self.addresses.nth(group, LABEL) },
        };
        if self.given.contains(&target) {
            return Target::Ignore;
        }
        self.given.push(target.clone());
        target
    }
}

const VALUE: u8 = 0;
const LABEL: u8 = 1;

/// Numbers what belongs together: the columns of one e-mail, phone or address.
#[derive(Default)]
struct Groups(Vec<(Group, BTreeSet<u8>)>);

impl Groups {
    /// Returns the number of the last group of this name that has no such part yet; a new one where there is none.
    fn nth(&mut self, group: Group, part: u8) -> usize {
        let found = self.0.iter().rposition(|(known, parts)| *known == group && !parts.contains(&part));
        self.take(found, group, part)
    }

    /// As [`Groups::nth`]; but a part that names neither place nor number belongs to the address before it, if that
    /// lacks it: "Postal address, Postcode, City".
    fn nth_address(&mut self, group: Group, part: u8) -> usize {
        let found = self.0.iter().rposition(|(known, parts)| {
            let same = *known == group || (group == Group::default() && known.number.is_none() && part != VALUE);
            same && !parts.contains(&part)
        });
        self.take(found, group, part)
    }

    fn take(&mut self, found: Option<usize>, group: Group, part: u8) -> usize {
        let nth = found.unwrap_or(self.0.len());
        match self.0.get_mut(nth) {
            Some((_, parts)) => {
                parts.insert(part);
            }
            None => self.0.push((group, BTreeSet::from([part]))),
        }
        nth
    }
}

/// Looks at the rows for e-mails and phones where no heading speaks of them.
fn by_content(columns: &mut [Guess], targets: &mut Targets, sample: &[Row]) {
    let no_email = targets.emails.0.is_empty();
    let no_phone = targets.phones.0.is_empty();
    for (place, guess) in columns.iter_mut().enumerate() {
        if guess.confidence != Confidence::None {
            continue;
        }
        let cells: Vec<&str> = sample
            .iter()
            .filter_map(|row| row.cells.get(place))
            .map(String::as_str)
            .filter(|cell| !cell.is_empty())
            .collect();
        let mostly = |is: fn(&str) -> bool| {
            !cells.is_empty() && cells.iter().filter(|cell| is(cell)).count() * 10 >= cells.len() * 6
        };
        let meaning = if no_email && mostly(|cell| email::parse(cell).is_ok()) {
            Meaning::Email(Group::default())
        } else if no_phone && mostly(looks_like_phone) {
            Meaning::Phone(Group::default())
        } else {
            continue;
        };
        *guess = Guess { target: targets.target(meaning), confidence: Confidence::Content };
    }
}

/// Tells whether a cell looks like a phone number rather than a number, a date or an organisation's number.
fn looks_like_phone(cell: &str) -> bool {
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    let prefixed = cell.starts_with('+') || cell.starts_with("00");
    !cell.contains(char::is_alphabetic)
        && phone::parse(cell).is_ok()
        && custom::date(cell).is_none()
        && (prefixed || (8..=11).contains(&digits))
}

#[cfg(test)]
mod tests;
