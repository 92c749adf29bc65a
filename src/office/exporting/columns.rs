//! The columns an export can have: every field of a card, and what holds for each purpose.

use std::collections::HashMap;
use std::fmt;

use crate::i18n::{self, Lang};
use crate::model::Reason;
use crate::model::criteria::{Asked, Of};
use crate::model::export::Format;
use crate::model::field::{self, Field};
use crate::model::list::{self, List};
use crate::office::field_policy::Policy;
use crate::office::{Desk, Error, Rule, problem};
use crate::store::feed::cards::Parts;
use crate::t;

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Column {
    /// A field of the card, or what the program knows of it.
    Field(Asked),
    /// What a person subscribes to.
    Subscriptions,
    /// Whether a person was informed.
    Informed,
    /// What holds for a purpose: its identity and key.
    Basis(list::Id, String),
}

impl Column {
    /// Returns the field of the card that it shows; none where it shows none.
    pub fn field(&self) -> Option<Field> {
        match self {
            Self::Field(asked) => asked.field(),
            Self::Basis(..) => Some(Field::LegalBasis),
            Self::Subscriptions | Self::Informed => None,
        }
    }
}

impl fmt::Display for Column {
    /// Writes the column's key, as scripts name it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Field(asked) => asked.fmt(f),
            Self::Subscriptions => f.write_str("subscriptions"),
            Self::Informed => f.write_str("informed"),
            Self::Basis(_, purpose) => write!(f, "basis:{purpose}"),
        }
    }
}

/// A column that the user can choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// The column.
    pub column: Column,
    /// What it is called.
    pub label: String,
    /// Whether it is there if nobody chooses.
    pub is_usual: bool,
}

/// Returns what the columns of exports of persons are called in a language, by their keys.
pub(in crate::office) fn labels(desk: &Desk<'_>, lang: Lang) -> Result<HashMap<String, String>, Error> {
    let all = all(desk, Of::Persons, lang)?.into_iter();
    Ok(all.map(|offered| (offered.column.to_string(), offered.label)).collect())
}

fn all(desk: &Desk<'_>, of: Of, lang: Lang) -> Result<Vec<Offered>, Error> {
    let plain = |asked: Asked, is_usual| {
        let label = asked.label_key().map(|key| i18n::text(lang, &key)).unwrap_or_default();
        Offered { column: Column::Field(asked), label, is_usual }
    };
    let card = |field: &Field, is_usual| plain(Asked::Card(field.clone()), is_usual);
    let mut all: Vec<Offered> = match of {
        Of::Persons => field::PLAIN.iter().map(|field| card(field, true)).collect(),
        Of::Companies => field::COMPANY.iter().map(|field| card(field, true)).collect(),
    };
    if of == Of::Persons {
        all.push(card(&Field::Interests, true));
        all.extend(desk.fields()?.iter().map(|own| Offered {
            column: Column::Field(Asked::Own(own.id, own.kind, own.key.clone())),
            label: own.name.clone(),
            is_usual: own.active,
        }));
        for purpose in desk.lists()?.all_of(List::Purpose) {
            let name = desk.lists()?.name(purpose.id, lang);
            all.push(Offered {
                column: Column::Basis(purpose.id, purpose.key.clone()),
                label: t!(lang, "export-basis", purpose = name),
                is_usual: purpose.active,
            });
        }
        let named = |column, key: &str| Offered { column, label: i18n::text(lang, key), is_usual: false };
        all.push(named(Column::Subscriptions, "field-subscriptions"));
        all.push(named(Column::Informed, "field-informed"));
        all.push(plain(Asked::Restricted, false));
        all.push(card(&Field::Source, false));
    }
    all.extend([Field::Emails, Field::Phones, Field::Addresses].iter().map(|field| card(field, false)));
    let more = [Asked::LastActivity, Asked::CreatedAt, Asked::CreatedBy, Asked::UpdatedAt, Asked::UpdatedBy];
    all.extend(more.into_iter().map(|asked| plain(asked, false)));
    Ok(all)
}

fn policy<'d>(desk: &'d Desk<'_>, of: Of) -> Result<&'d Policy, Error> {
    let rules = desk.rules()?;
    Ok(match of {
        Of::Persons => &rules.fields,
        Of::Companies => &rules.company_fields,
    })
}

/// Returns the columns that the user can choose, in the order of a card.
///
/// # Errors
/// The database's.
pub fn offered(desk: &Desk<'_>, of: Of, format: Format) -> Result<Vec<Offered>, Error> {
    let policy = policy(desk, of)?;
    let mut offered = all(desk, of, desk.lang())?;
    offered.retain(|offered| offered.column.field().is_none_or(|field| policy.is_shown(&field)));
    if format == Format::Vcard {
        offered.retain(|offered| fits_cards(&offered.column));
        for offered in &mut offered {
            offered.is_usual = is_usual_on_cards(&offered.column);
        }
    }
    Ok(offered)
}

/// Returns the columns that words name.
///
/// # Errors
/// [`Reason::NoSuchField`] as [`Error::Invalid`]; [`Error::Refused`] for one that the user does not see.
pub fn named(desk: &Desk<'_>, of: Of, words: &[String]) -> Result<Vec<Column>, Error> {
    let all = all(desk, of, desk.lang())?;
    let column = |word: &String| {
        let found = all.iter().find(|offered| offered.column.to_string() == *word);
        let found = found.ok_or_else(|| Error::invalid(Field::Custom(word.clone()), Reason::NoSuchField))?;
        Ok(found.column.clone())
    };
    let columns = words.iter().map(column).collect::<Result<Vec<_>, Error>>()?;
    allow(desk, of, &columns)?;
    Ok(columns)
}

fn allow(desk: &Desk<'_>, of: Of, columns: &[Column]) -> Result<(), Error> {
    let policy = policy(desk, of)?;
    for field in columns.iter().filter_map(Column::field) {
        if !policy.is_collected(&field) {
            return Err(Error::Refused(Rule::FieldNotCollected));
        }
        if !policy.is_shown(&field) {
            return Err(Error::Refused(Rule::FieldUnseen));
        }
    }
    Ok(())
}

/// Returns the columns that an export has: those asked for, or the usual ones.
pub(super) fn chosen(desk: &Desk<'_>, of: Of, format: Format, wanted: &[Column]) -> Result<Vec<Column>, Error> {
    if wanted.is_empty() {
        let usual = offered(desk, of, format)?.into_iter().filter(|offered| offered.is_usual);
        return Ok(usual.map(|offered| offered.column).collect());
    }
    allow(desk, of, wanted)?;
    let known = all(desk, of, desk.lang())?;
    if let Some(unknown) = wanted.iter().find(|column| !known.iter().any(|known| known.column == **column)) {
        return Err(Error::invalid(Field::Custom(unknown.to_string()), Reason::NoSuchField));
    }
    let mut chosen: Vec<Column> = Vec::new();
    for column in wanted.iter().filter(|column| format != Format::Vcard || fits_cards(column)) {
        if !chosen.contains(column) {
            chosen.push(column.clone());
        }
    }
    Ok(chosen)
}

/// The fields that address books have a place for.
const ON_CARDS: [Field; 21] = [
    Field::FirstName,
    Field::LastName,
    Field::Name,
    Field::Company,
    Field::Title,
    Field::Position,
    Field::Emails,
    Field::Phones,
    Field::Addresses,
    Field::BirthDate,
    Field::Website,
    Field::Category,
    Field::Interests,
    Field::Note,
    Field::Email,
    Field::Mobile,
    Field::Phone,
    Field::Address,
    Field::Postcode,
    Field::City,
    Field::Country,
];

fn fits_cards(column: &Column) -> bool {
    matches!(column, Column::Field(Asked::Card(field)) if ON_CARDS.contains(field))
}

/// All numbers and addresses are there, not only the first of each; a note only where somebody asks for it.
fn is_usual_on_cards(column: &Column) -> bool {
    matches!(column, Column::Field(Asked::Card(field)) if ON_CARDS[..13].contains(field))
}

/// Returns what has to be read for columns.
pub(super) fn parts(columns: &[Column], format: Format) -> Parts {
    let mut parts = Parts { companies: format == Format::Vcard, ..Parts::default() };
    for column in columns {
        match column {
            Column::Basis(..) => parts.bases = true,
            Column::Subscriptions => (parts.bases, parts.answers) = (true, true),
            Column::Informed => parts.informed = true,
            Column::Field(Asked::Own(..)) => parts.own = true,
            Column::Field(Asked::LastActivity) => parts.last_activity = true,
            Column::Field(
                Asked::FormerCompany
                | Asked::Restricted
                | Asked::CreatedAt
                | Asked::CreatedBy
                | Asked::UpdatedAt
                | Asked::UpdatedBy,
            ) => {}
            Column::Field(Asked::Card(field)) => {
                let is = |fields: &[Field]| fields.contains(field);
                parts.companies |= is(&[Field::Company]);
                parts.emails |= is(&[Field::Email, Field::Emails]);
                parts.phones |= is(&[Field::Mobile, Field::Phone, Field::Phones]);
                parts.addresses |= is(&[Field::Address, Field::Addresses, Field::Postcode, Field::City]);
                parts.interests |= is(&[Field::Interests]);
            }
        }
    }
    parts
}

/// Returns what a column is called in a language.
pub(super) fn label(desk: &Desk<'_>, column: &Column) -> Result<String, Error> {
    let lang = desk.lang();
    Ok(match column {
        Column::Field(Asked::Own(id, ..)) => {
            desk.fields()?.iter().find(|own| own.id == *id).map(|own| own.name.clone()).unwrap_or_default()
        }
        Column::Field(Asked::Card(field)) => problem::field_name(lang, field),
        Column::Field(asked) => asked.label_key().map(|key| i18n::text(lang, &key)).unwrap_or_default(),
        Column::Subscriptions => t!(lang, "field-subscriptions"),
        Column::Informed => t!(lang, "field-informed"),
        Column::Basis(purpose, _) => t!(lang, "export-basis", purpose = desk.lists()?.name(*purpose, lang)),
    })
}
