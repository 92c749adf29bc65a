//! The fields of cards, of persons and companies, as scripts, imports, the journal and error messages name them.

use std::fmt;
use std::str::FromStr;

/// A field of a card.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// The card's number, unique, next in line by default.
    Number,
    /// First name.
    FirstName,
    /// Last name.
    LastName,
    /// The company's name.
    Company,
    /// Title, as on a business card.
    Title,
    /// Position, from the list.
    Position,
    /// The first e-mail address.
    Email,
    /// All e-mail addresses.
    Emails,
    /// The first mobile number.
    Mobile,
    /// The first number that is not a mobile.
    Phone,
    /// All numbers.
    Phones,
    /// Street of the first address.
    Address,
    /// All addresses.
    Addresses,
    /// Postcode of the first address.
    Postcode,
    /// City of the first address.
    City,
    /// The country the person belongs to, ISO 3166 alpha-2.
    Country,
    /// Birth date.
    BirthDate,
    /// Language the person is written to in.
    Language,
    /// Category, from the list.
    Category,
    /// Line of business, from the list.
    Business,
    /// Who of us looks after the person.
    OurContact,
    /// Website.
    Website,
    /// Free note.
    Note,
    /// Whether the person has left the company.
    FormerEmployee,
    /// Whether the person gets no mailings.
    NoMailings,
    /// Interests.
    Interests,
    /// What somebody answered to types of mailings.
    Subscriptions,
    /// The picture.
    Picture,
    /// What others are to the person.
    Relation,
    /// A legal basis (one row of the ledger).
    LegalBasis,
    /// Source of a legal basis.
    Source,
    /// Comment on a legal basis.
    Comment,
    /// Purpose of a legal basis.
    Purpose,
    /// What kind of activity it is.
    Activity,
    /// Subject of an activity.
    Subject,
    /// When an activity took place.
    At,
    /// How long an activity took.
    Length,
    /// Which way a call or an e-mail went.
    Direction,
    /// Whether a call was recorded.
    Recorded,
    /// What the other side said to being recorded.
    RecordConsent,
    /// The day something is due.
    Due,
    /// When something was done.
    DoneAt,
    /// A company's name.
    Name,
    /// A company's organisation number.
    OrgNumber,
    /// An own field, by its key.
    Custom(String),
    /// A field of companies' cards, where it is told apart from the field of persons' cards of the same key: in what
    /// is decided about it.
    OfCompany(Box<Field>),
}

/// The fields of an activity; its text is the [`Field::Note`].
pub const OF_ACTIVITIES: [Field; 9] = [
    Field::Activity,
    Field::Subject,
    Field::At,
    Field::Length,
    Field::Direction,
    Field::Recorded,
    Field::RecordConsent,
    Field::Due,
    Field::DoneAt,
];

/// The fields that every card has whatever the office collects: who it is, and that they want no mailings.
const ALWAYS: [Field; 4] = [Field::Number, Field::FirstName, Field::LastName, Field::NoMailings];

/// The fields of a company's card with one plain value, in the order in which it shows them.
pub const COMPANY: [Field; 14] = [
    Field::Name,
    Field::OrgNumber,
    Field::Email,
    Field::Mobile,
    Field::Phone,
    Field::Address,
    Field::Postcode,
    Field::City,
    Field::Country,
    Field::Category,
    Field::Business,
    Field::OurContact,
    Field::Website,
    Field::Note,
];

/// The fields of a person's card with one plain value, in the order in which a card shows them.
pub const PLAIN: [Field; 22] = [
    Field::Number,
    Field::FirstName,
    Field::LastName,
    Field::Company,
    Field::Title,
    Field::Position,
    Field::Email,
    Field::Mobile,
    Field::Phone,
    Field::Address,
    Field::Postcode,
    Field::City,
    Field::Country,
    Field::BirthDate,
    Field::Language,
    Field::Category,
    Field::Business,
    Field::OurContact,
    Field::Website,
    Field::Note,
    Field::FormerEmployee,
    Field::NoMailings,
];

impl Field {
    /// Returns whether every card has the field, whatever the office collects.
    pub fn is_always(&self) -> bool {
        self.company_field().map_or_else(|| ALWAYS.contains(self), |field| *field == Self::Name)
    }

    /// Returns the field of companies' cards that this is; none for every other.
    pub fn company_field(&self) -> Option<&Self> {
        if let Self::OfCompany(field) = self { Some(field) } else { None }
    }

    /// Returns the field of companies' cards.
    pub fn of_company(self) -> Self {
        Self::OfCompany(Box::new(self))
    }

    /// Returns the field's key; the label in every language is `field-<key>`, own fields have their name.
    pub fn key(&self) -> &str {
        match self {
            Self::Number => "number",
            Self::FirstName => "first_name",
            Self::LastName => "last_name",
            Self::Company => "company",
            Self::Title => "title",
            Self::Position => "position",
            Self::Email => "email",
            Self::Emails => "emails",
            Self::Mobile => "mobile",
            Self::Phone => "phone",
            Self::Phones => "phones",
            Self::Address => "address",
            Self::Addresses => "addresses",
            Self::Postcode => "postcode",
            Self::City => "city",
            Self::Country => "country",
            Self::BirthDate => "birth_date",
            Self::Language => "language",
            Self::Category => "category",
            Self::Business => "business",
            Self::OurContact => "our_contact",
            Self::Website => "website",
            Self::Note => "note",
            Self::FormerEmployee => "former_employee",
            Self::NoMailings => "no_mailings",
            Self::Interests => "interests",
            Self::Subscriptions => "subscriptions",
            Self::Picture => "picture",
            Self::Relation => "relation",
            Self::LegalBasis => "legal_basis",
            Self::Source => "source",
            Self::Comment => "comment",
            Self::Purpose => "purpose",
            Self::Activity => "activity",
            Self::Subject => "subject",
            Self::At => "at",
            Self::Length => "length",
            Self::Direction => "direction",
            Self::Recorded => "recorded",
            Self::RecordConsent => "record_consent",
            Self::Due => "due",
            Self::DoneAt => "done_at",
            Self::Name => "name",
            Self::OrgNumber => "org_number",
            Self::Custom(key) => key,
            Self::OfCompany(field) => field.key(),
        }
    }

    /// Returns the key of the field's label in the texts: `field-first_name`. Own fields have none, and those of
    /// companies that of the same field of persons.
    pub fn label_key(&self) -> Option<String> {
        if let Self::Custom(_) = self { None } else { Some(format!("field-{}", self.key())) }
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Self::OfCompany(field) = self {
            return write!(f, "company:{field}");
        }
        if let Self::Custom(key) = self { write!(f, "custom:{key}") } else { f.write_str(self.key()) }
    }
}

/// The text names no field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no field of that name")]
pub struct NoSuchField;

impl FromStr for Field {
    type Err = NoSuchField;

    fn from_str(text: &str) -> Result<Self, NoSuchField> {
        if let Some(key) = text.strip_prefix("custom:") {
            return if super::list::is_key(key) { Ok(Self::Custom(key.to_owned())) } else { Err(NoSuchField) };
        }
        if let Some(key) = text.strip_prefix("company:") {
            return COMPANY.into_iter().find(|field| field.key() == key).map(Self::of_company).ok_or(NoSuchField);
        }
        let more = [
            Self::Emails,
            Self::Phones,
            Self::Addresses,
            Self::Interests,
            Self::Subscriptions,
            Self::Picture,
            Self::LegalBasis,
            Self::Source,
            Self::Comment,
            Self::Purpose,
            Self::Name,
            Self::OrgNumber,
        ];
        PLAIN.into_iter().chain(more).chain(OF_ACTIVITIES).find(|field| field.key() == text).ok_or(NoSuchField)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_field_is_found_by_its_key() {
        for field in PLAIN.into_iter().chain(OF_ACTIVITIES) {
            assert_eq!(field.to_string().parse::<Field>().unwrap(), field);
        }
        assert_eq!("custom:shoe-size".parse(), Ok(Field::Custom("shoe-size".into())));
        assert_eq!("custom:".parse::<Field>(), Err(NoSuchField));
        for field in COMPANY {
            let of_company = field.clone().of_company();
            assert_eq!(of_company.to_string().parse(), Ok(of_company.clone()));
            assert_eq!(of_company.is_always(), field == Field::Name);
        }
        for none in ["company:", "company:first_name", "company:company:note", "company:custom:x"] {
            assert_eq!(none.parse::<Field>(), Err(NoSuchField), "{none}");
        }
        assert_eq!("nothing".parse::<Field>(), Err(NoSuchField));
    }
}
