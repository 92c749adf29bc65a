//! What was typed and not saved when the card file was locked.

use super::{company, person};

/// Where something was being typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// The card of a person.
    Person(person::Id),
    /// The form for a new person.
    NewPerson,
    /// The card of a company.
    Company(company::Id),
    /// The card of a company that is new.
    NewCompany,
    /// An activity on a person's card.
    PersonActivity(person::Id),
    /// An activity on a company's card.
    CompanyActivity(company::Id),
    /// A call with a person.
    PersonCall(person::Id),
    /// A call with a company.
    CompanyCall(company::Id),
    /// The form for a legal basis of a person.
    LegalBasis(person::Id),
    /// A mailing.
    Mailing,
}

impl Place {
    /// Returns the place's key, as the file knows it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Person(_) => "person",
            Self::NewPerson => "new-person",
            Self::Company(_) => "company",
            Self::NewCompany => "new-company",
            Self::PersonActivity(_) => "person-activity",
            Self::CompanyActivity(_) => "company-activity",
            Self::PersonCall(_) => "person-call",
            Self::CompanyCall(_) => "company-call",
            Self::LegalBasis(_) => "legal-basis",
            Self::Mailing => "mailing",
        }
    }

    /// Returns the place that `key` names on the card of `record`, which is 0 where there is none yet.
    pub fn from_key(key: &str, record: i64) -> Option<Self> {
        let (person, company) = (person::Id(record), company::Id(record));
        let all = [
            Self::Person(person),
            Self::NewPerson,
            Self::Company(company),
            Self::NewCompany,
            Self::PersonActivity(person),
            Self::CompanyActivity(company),
            Self::PersonCall(person),
            Self::CompanyCall(company),
            Self::LegalBasis(person),
            Self::Mailing,
        ];
        all.into_iter().find(|place| place.key() == key)
    }

    /// Returns the person whose card it belongs to.
    pub fn person(self) -> Option<person::Id> {
        match self {
            Self::Person(id) | Self::PersonActivity(id) | Self::PersonCall(id) | Self::LegalBasis(id) => Some(id),
            Self::NewPerson
            | Self::Company(_)
            | Self::NewCompany
            | Self::CompanyActivity(_)
            | Self::CompanyCall(_)
            | Self::Mailing => None,
        }
    }

    /// Returns the company whose card it belongs to.
    pub fn company(self) -> Option<company::Id> {
        match self {
            Self::Company(id) | Self::CompanyActivity(id) | Self::CompanyCall(id) => Some(id),
            Self::Person(_)
            | Self::NewPerson
            | Self::NewCompany
            | Self::PersonActivity(_)
            | Self::PersonCall(_)
            | Self::LegalBasis(_)
            | Self::Mailing => None,
        }
    }
}

/// Something typed that is kept until its user is back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Where it was being typed.
    pub place: Place,
    /// What was typed; only the form that wrote it can read it.
    pub content: String,
}
