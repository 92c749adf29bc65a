//! What of a company is searched, and what their list can be ordered by.

use std::collections::HashSet;
use std::sync::Arc;

use super::{Findable, Finder, Ordered, digits, fields, place, places, sorted};
use crate::model::change::Changes;
use crate::model::company::Id;
use crate::model::field::Field;
use crate::model::list::List;
use crate::model::user::User;
use crate::office::field_policy::Unsearched;
use crate::office::{Desk, Error, Office};
use crate::search;
use crate::store::Db;
use crate::store::feed::companies::{self as feed, Texts};
use crate::vault::Slot;

/// What a list of companies can be ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Column {
    /// Name.
    #[default]
    Name,
    /// Organisation number.
    OrgNumber,
    /// The city of the first address.
    City,
    /// Category.
    Category,
    /// How many people's cards name it, of those that the user may see and that are not closed.
    People,
    /// When the card was last changed.
    Updated,
}

impl Column {
    /// Returns the field of a card that the column shows; none for what is no field.
    pub fn field(self) -> Option<Field> {
        match self {
            Self::Name | Self::People | Self::Updated => None,
            Self::OrgNumber => Some(Field::OrgNumber),
            Self::City => Some(Field::City),
            Self::Category => Some(Field::Category),
        }
    }
}

/// Companies, as what is found.
#[derive(Debug)]
pub struct Companies;

fn with_fields<T>(texts: &Texts, but: Unsearched, with: impl FnOnce(&[&str]) -> T) -> T {
    let Texts { name, org_number, emails, phones, cities } = texts;
    let org_number = (!but.org_numbers).then_some(org_number);
    // A number is found however it is grouped.
    let mut digits = if but.phones { Vec::new() } else { digits(phones) };
    digits.extend(org_number.map(|number| search::phone_digits(number)));
    let emails = emails.iter().filter(|_| !but.emails);
    let cities = cities.iter().filter(|_| !but.cities);
    with(&fields([name], org_number.into_iter().chain(emails).chain(cities), &digits))
}

impl Findable for Companies {
    type Id = Id;
    type Column = Column;
    const SLOT: Slot = Slot("find companies");
    const NAMES: usize = 1;

    fn id(number: i64) -> Id {
        Id(number)
    }

    fn number(id: Id) -> i64 {
        id.0
    }

    fn touched(changes: &Changes) -> Vec<Id> {
        changes.companies.clone()
    }

    fn by_name(db: &Db) -> Result<Vec<Id>, Error> {
        Ok(feed::by_name(db)?)
    }

    fn next_by_name(db: &Db, id: Id) -> Result<Option<Id>, Error> {
        Ok(feed::next_by_name(db, id)?)
    }

    fn each(db: &Db, but: Unsearched, each: &mut dyn FnMut(Id, &[&str])) -> Result<(), Error> {
        Ok(feed::each_texts(db, |id, texts| with_fields(texts, but, |fields| each(id, fields)))?)
    }

    fn one(db: &Db, but: Unsearched, id: Id, with: &mut dyn FnMut(&[&str])) -> Result<(), Error> {
        if let Some(texts) = feed::texts(db, id)? {
            with_fields(&texts, but, |fields| with(fields));
        }
        Ok(())
    }

    fn may_order(desk: &Desk<'_>, column: Column) -> Result<bool, Error> {
        let fields = &desk.rules()?.company_fields;
        Ok(column.field().is_none_or(|field| fields.is_shown(&field)))
    }

    fn order(desk: &Desk<'_>, column: Column) -> Result<Ordered<Id>, Error> {
        let db = desk.db();
        let by_name = feed::by_name(db)?;
        match column {
            Column::Name => Ok(Ordered { with_value: by_name.len(), ids: Arc::new(by_name) }),
            Column::OrgNumber => {
                let keys = feed::org_numbers(db)?.into_iter().map(|(id, number)| (id, search::fold(&number)));
                Ok(sorted(by_name, keys.collect()))
            }
            Column::City => {
                let sort_keys = desk.sort_keys()?;
                let keys = feed::cities(db)?.into_iter().map(|(id, city)| (id, sort_keys.key(&city)));
                Ok(sorted(by_name, keys.collect()))
            }
            Column::Category => {
                let places = places(desk, &[List::Category])?;
                let keys = feed::categories(db)?;
                Ok(sorted(by_name, keys.into_iter().map(|(id, item)| (id, place(&places, item))).collect()))
            }
            Column::People => Ok(sorted(by_name, feed::people(db, desk.viewer())?)),
            Column::Updated => Ok(sorted(by_name, feed::updated(db)?)),
        }
    }

    fn hidden(_desk: &Desk<'_>) -> Result<HashSet<Id>, Error> {
        Ok(HashSet::new())
    }

    fn may_hide(_user: &User) -> bool {
        false
    }

    fn finder(office: &Office) -> &Arc<Finder<Self>> {
        &office.0.companies
    }
}
