//! What fields hold, as SQL.

use rusqlite::types::Value;

use super::{Error, Writer, next};
use crate::i18n::fold::fold;
use crate::model::criteria::{Asked, Comparison, Day, Of, OneOf, Test, Text, Type};
use crate::model::field::Field;
use crate::model::{list, phone};

/// Where a field's values are.
struct Place {
    /// The rows that hold one each, with the condition that ties them to the record; none for a column of the record.
    rows: Option<String>,
    /// The value.
    value: String,
    /// Whether the value is kept without marks and case.
    folded: bool,
    /// The last digits of a phone number, by which it is compared.
    key: String,
}

fn column(value: impl Into<String>) -> Place {
    Place { rows: None, value: value.into(), folded: false, key: String::new() }
}

fn rows(rows: impl Into<String>, value: &str) -> Place {
    Place { rows: Some(rows.into()), ..column(value) }
}

impl Place {
    fn folded(self) -> Self {
        Self { folded: true, ..self }
    }

    /// Returns that one of the values meets a condition.
    fn meets(&self, condition: &str) -> String {
        match &self.rows {
            Some(rows) => format!("EXISTS (SELECT 1 FROM {rows} AND {condition})"),
            None => format!("({condition})"),
        }
    }

    /// Returns that there is no value.
    fn is_empty(&self, holds: Type) -> String {
        let Self { rows, value, .. } = self;
        match (rows, holds) {
            (Some(rows), Type::Text | Type::Phone) => format!("(NOT EXISTS (SELECT 1 FROM {rows} AND {value} <> ''))"),
            (Some(rows), _) => format!("(NOT EXISTS (SELECT 1 FROM {rows}))"),
            (None, Type::Text | Type::Phone) => format!("(coalesce({value}, '') = '')"),
            (None, _) => format!("({value} IS NULL)"),
        }
    }
}

impl Asked {
    /// Returns whether it stands in the record's own row.
    pub(super) fn is_on_the_card(&self) -> bool {
        match self {
            Self::Card(field) => ![
                Field::Company,
                Field::Email,
                Field::Emails,
                Field::Mobile,
                Field::Phone,
                Field::Phones,
                Field::Address,
                Field::Addresses,
                Field::Postcode,
                Field::City,
                Field::Interests,
                Field::Relation,
            ]
            .contains(field),
            Self::CreatedAt | Self::CreatedBy | Self::UpdatedAt | Self::UpdatedBy => true,
            Self::Own(..) | Self::FormerCompany | Self::LastActivity | Self::Restricted => false,
        }
    }
}

impl Writer<'_> {
    pub(super) fn field(&mut self, asked: &Asked, test: &Test) -> Result<String, Error> {
        let place = self.place(asked)?;
        let condition = match test {
            Test::Null => return Ok(place.is_empty(asked.holds())),
            Test::Text(text) if asked.holds() == Type::Phone => self.phone(&place, text)?,
            Test::Text(Text::Is(countries)) if *asked == Asked::Card(Field::Country) => self.country(countries)?,
            Test::Text(text) => self.compared(&place, text)?,
            Test::Number(comparison) => {
                let value = format!("CAST({} AS REAL)", place.value);
                let mut number = |number: &f64| self.bind(Value::Real(*number));
                between(&value, comparison, &mut number)?
            }
            Test::Day(comparison) if asked.holds() == Type::Moment => self.moment(&place.value, *comparison)?,
            Test::Day(comparison) => {
                let today = self.asking.today;
                let mut day = |day: &Day| self.text(day.on(today).to_string());
                between(&place.value, comparison, &mut day)?
            }
            Test::YesNo(yes) => match asked {
                Asked::Own(..) => {
                    let word = self.text(if *yes { "yes" } else { "no" }.to_owned())?;
                    format!("{} = {word}", place.value)
                }
                Asked::Card(_)
                | Asked::FormerCompany
                | Asked::LastActivity
                | Asked::Restricted
                | Asked::CreatedAt
                | Asked::CreatedBy
                | Asked::UpdatedAt
                | Asked::UpdatedBy => format!("{} = {}", place.value, self.number((*yes).into())?),
            },
            Test::Items(items) => {
                format!("{} IN ({})", place.value, self.numbers(items.as_slice().iter().map(|item| item.0))?)
            }
            Test::Users(users) => {
                format!("{} IN ({})", place.value, self.numbers(users.as_slice().iter().map(|user| user.0))?)
            }
        };
        Ok(place.meets(&condition))
    }

    fn place(&mut self, asked: &Asked) -> Result<Place, Error> {
        Ok(match asked {
            Asked::Card(field) => match self.asking.of {
                Of::Persons => of_person(field),
                Of::Companies => of_company(field),
            },
            Asked::Own(id, ..) => {
                let id = self.number(id.0)?;
                rows(format!("custom_value v WHERE v.person = r.id AND v.field = {id}"), "v.value")
            }
            Asked::FormerCompany => {
                rows("employment v JOIN company w ON w.id = v.company WHERE v.person = r.id", "w.key").folded()
            }
            Asked::LastActivity => {
                let record = match self.asking.of {
                    Of::Persons => "person",
                    Of::Companies => "company",
                };
                let now = self.number(self.asking.now.0)?;
                column(format!("(SELECT max(v.at) FROM activity v WHERE v.{record} = r.id AND v.at <= {now})"))
            }
            Asked::Restricted => {
                column("EXISTS (SELECT 1 FROM restriction v WHERE v.person = r.id AND v.lifted_at IS NULL)")
            }
            Asked::CreatedAt => column("r.created_at"),
            Asked::CreatedBy => column("r.created_by"),
            Asked::UpdatedAt => column("r.updated_at"),
            Asked::UpdatedBy => column("r.updated_by"),
        })
    }

    /// Compares a country: codes are kept in capitals, so that none has to be folded to be compared as a whole.
    fn country(&mut self, countries: &OneOf<String>) -> Result<String, Error> {
        let code = |code: &String| self.text(fold(code).to_uppercase());
        let codes = countries.as_slice().iter().map(code).collect::<Result<Vec<_>, _>>()?;
        Ok(format!("r.country IN ({})", codes.join(", ")))
    }

    /// Compares a text without regard to case and marks.
    fn compared(&mut self, place: &Place, text: &Text) -> Result<String, Error> {
        let value = if place.folded { place.value.clone() } else { format!("folded({})", place.value) };
        Ok(match text {
            Text::Is(OneOf::One(text)) => format!("{value} = {}", self.text(fold(text))?),
            Text::Is(OneOf::In(texts)) => {
                let texts = texts.iter().map(|text| self.text(fold(text))).collect::<Result<Vec<_>, _>>()?;
                format!("{value} IN ({})", texts.join(", "))
            }
            Text::StartsWith(text) => self.part(&value, Part::Start, fold(text))?,
            Text::EndsWith(text) => self.part(&value, Part::End, fold(text))?,
            Text::Contains(text) => self.part(&value, Part::Any, fold(text))?,
        })
    }

    /// Compares the digits of a phone number. Two spellings of one number are the same.
    fn phone(&mut self, place: &Place, text: &Text) -> Result<String, Error> {
        let digits = format!("phone_digits({})", place.value);
        Ok(match text {
            Text::Is(numbers) => {
                let mut same = Vec::new();
                for number in numbers.as_slice() {
                    same.push(match phone::key(number) {
                        Some(key) => format!("{} = {}", place.key, self.text(key)?),
                        None => format!("{digits} = {}", self.text(phone::digits(number))?),
                    });
                }
                super::joined(&same, "OR")
            }
            Text::StartsWith(text) => self.part(&digits, Part::Start, phone::digits(text))?,
            Text::EndsWith(text) => self.part(&digits, Part::End, phone::digits(text))?,
            Text::Contains(text) => self.part(&digits, Part::Any, phone::digits(text))?,
        })
    }

    fn part(&mut self, value: &str, part: Part, text: String) -> Result<String, Error> {
        let length = i64::try_from(text.chars().count()).unwrap_or(i64::MAX);
        let text = self.text(text)?;
        Ok(match part {
            Part::Start => format!("substr({value}, 1, {}) = {text}", self.number(length)?),
            // What is shorter than so many signs is taken whole, and is not the same.
            Part::End => format!("substr({value}, {}) = {text}", self.number(-length)?),
            Part::Any => format!("instr({value}, {text}) > 0"),
        })
    }

    /// Compares the day of a moment.
    fn moment(&mut self, value: &str, comparison: Comparison<Day>) -> Result<String, Error> {
        Ok(match comparison {
            Comparison::Is(day) => self.period(value, day, day)?,
            Comparison::Between(first, last) => self.period(value, first, last)?,
            Comparison::Before(day) => {
                let day = self.on(day);
                format!("{value} < {}", self.beginning(day)?)
            }
            Comparison::After(day) => {
                let day = self.on(day);
                format!("{value} >= {}", self.beginning(next(day))?)
            }
        })
    }

    fn period(&mut self, value: &str, first: Day, last: Day) -> Result<String, Error> {
        let (first, last) = (self.on(first), self.on(last));
        Ok(format!("{value} BETWEEN {} AND {} - 1", self.beginning(first)?, self.beginning(next(last))?))
    }
}

/// Which part of a text is compared.
enum Part {
    Start,
    End,
    Any,
}

fn between<T>(
    value: &str,
    comparison: &Comparison<T>,
    bind: &mut impl FnMut(&T) -> Result<String, Error>,
) -> Result<String, Error> {
    Ok(match comparison {
        Comparison::Is(one) => format!("{value} = {}", bind(one)?),
        Comparison::Before(one) => format!("{value} < {}", bind(one)?),
        Comparison::After(one) => format!("{value} > {}", bind(one)?),
        Comparison::Between(first, last) => format!("{value} BETWEEN {} AND {}", bind(first)?, bind(last)?),
    })
}

/// The parts of an address in one text.
const WHOLE_ADDRESS: &str = "v.street || ' ' || v.postcode || ' ' || v.city";

/// Returns where a field of a person's card is. Fields of other records are never asked about.
fn of_person(field: &Field) -> Place {
    let emails = |value| rows("email v WHERE v.person = r.id", value);
    let addresses = |value| rows("address v WHERE v.person = r.id", value);
    let phones = |which: &str| Place {
        key: "v.key".to_owned(),
        ..rows(format!("phone v WHERE v.person = r.id{which}"), "v.number")
    };
    match field {
        Field::Number => column("coalesce(r.number, '')"),
        Field::Company => column("(SELECT key FROM company WHERE id = r.company)").folded(),
        Field::Email | Field::Emails => emails("v.address"),
        Field::Mobile => phones(&format!(" AND v.label = {}", list::LABEL_MOBILE.0)),
        Field::Phone => phones(&format!(" AND v.label IS NOT {}", list::LABEL_MOBILE.0)),
        Field::Phones => phones(""),
        Field::Address => addresses("v.street"),
        Field::Postcode => addresses("v.postcode"),
        Field::City => addresses("v.city"),
        Field::Addresses => addresses(WHOLE_ADDRESS),
        Field::Interests => rows("person_interest v WHERE v.person = r.id", "v.interest"),
        Field::Relation => rows("relation v WHERE v.person = r.id", "v.kind"),
        Field::FirstName
        | Field::LastName
        | Field::Title
        | Field::Position
        | Field::Country
        | Field::BirthDate
        | Field::Language
        | Field::Category
        | Field::Business
        | Field::OurContact
        | Field::Website
        | Field::Note
        | Field::FormerEmployee
        | Field::NoMailings
        | Field::Picture
        | Field::Source => column(format!("r.{}", field.key())),
        Field::LegalBasis
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
        | Field::Name
        | Field::OrgNumber
        | Field::OfCompany(_)
        | Field::Custom(_) => column("NULL"),
    }
}

/// Returns where a field of a company's card is. Fields of other records are never asked about.
fn of_company(field: &Field) -> Place {
    let addresses = |value| rows("company_address v WHERE v.company = r.id", value);
    let phones = |which: &str| Place {
        key: "phone_key(v.number)".to_owned(),
        ..rows(format!("company_phone v WHERE v.company = r.id{which}"), "v.number")
    };
    match field {
        Field::Name => column("r.key").folded(),
        Field::Email | Field::Emails => rows("company_email v WHERE v.company = r.id", "v.address"),
        Field::Mobile => phones(&format!(" AND v.label = {}", list::LABEL_MOBILE.0)),
        Field::Phone => phones(&format!(" AND v.label IS NOT {}", list::LABEL_MOBILE.0)),
        Field::Phones => phones(""),
        Field::Address => addresses("v.street"),
        Field::Postcode => addresses("v.postcode"),
        Field::City => addresses("v.city"),
        Field::Addresses => addresses(WHOLE_ADDRESS),
        Field::OrgNumber
        | Field::Country
        | Field::Category
        | Field::Business
        | Field::OurContact
        | Field::Website
        | Field::Note => column(format!("r.{}", field.key())),
        Field::Number
        | Field::FirstName
        | Field::LastName
        | Field::Company
        | Field::Title
        | Field::Position
        | Field::BirthDate
        | Field::Language
        | Field::FormerEmployee
        | Field::NoMailings
        | Field::Interests
        | Field::Picture
        | Field::Relation
        | Field::LegalBasis
        | Field::Subscriptions
        | Field::Source
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
        | Field::OfCompany(_)
        | Field::Custom(_) => column("NULL"),
    }
}
