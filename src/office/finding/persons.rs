//! What of a person is searched, and what their list can be ordered by.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::{Findable, Finder, Ordered, digits, fields, place, places, sorted};
use crate::model::basis::Named;
use crate::model::change::Changes;
use crate::model::field::Field;
use crate::model::list::{self, List};
use crate::model::person::Id;
use crate::model::user::{self, Right, User};
use crate::office::field_policy::Unsearched;
use crate::office::{Desk, Error, Office};
use crate::store::feed::Texts;
use crate::store::{self, Db};
use crate::vault::Slot;

/// What a list can be ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Column {
    /// Name.
    #[default]
    Name,
    /// The company's name.
    Company,
    /// The first e-mail address.
    Email,
    /// The first mobile number.
    Mobile,
    /// Title.
    Title,
    /// The city of the first address.
    City,
    /// Who here is responsible.
    OurContact,
    /// When the last activity took place.
    LastActivity,
    /// Category.
    Category,
    /// The legal basis for sales and service.
    Basis,
    /// When the card was last changed.
    Updated,
}

impl Column {
    /// Returns the field of a card that the column shows; none for what is no field.
    pub fn field(self) -> Option<Field> {
        match self {
            Self::Name | Self::LastActivity | Self::Basis | Self::Updated => None,
            Self::Company => Some(Field::Company),
            Self::Email => Some(Field::Email),
            Self::Mobile => Some(Field::Mobile),
            Self::Title => Some(Field::Title),
            Self::City => Some(Field::City),
            Self::OurContact => Some(Field::OurContact),
            Self::Category => Some(Field::Category),
        }
    }
}

/// Persons, as what is found.
#[derive(Debug)]
pub struct Persons;

/// Of somebody the processing of whose data is restricted, only the name is found.
fn with_name<T>(texts: &Texts, with: impl FnOnce(&[&str]) -> T) -> T {
    with(&fields([&texts.last_name, &texts.first_name], [], &[]))
}

fn with_fields<T>(texts: &Texts, but: Unsearched, with: impl FnOnce(&[&str]) -> T) -> T {
    let Texts { first_name, last_name, number, company, emails, phones } = texts;
    let digits = if but.phones { Vec::new() } else { digits(phones) };
    let emails = emails.iter().filter(|_| !but.emails);
    let company = (!but.company).then_some(company);
    with(&fields([last_name, first_name], company.into_iter().chain([number]).chain(emails), &digits))
}

impl Findable for Persons {
    type Id = Id;
    type Column = Column;
    const SLOT: Slot = Slot("find");
    const NAMES: usize = 2;

    fn id(number: i64) -> Id {
        Id(number)
    }

    fn number(id: Id) -> i64 {
        id.0
    }

    fn touched(changes: &Changes) -> Vec<Id> {
        changes.persons.iter().chain(&changes.removed).copied().collect()
    }

    fn by_name(db: &Db) -> Result<Vec<Id>, Error> {
        Ok(store::feed::by_name(db)?)
    }

    fn next_by_name(db: &Db, id: Id) -> Result<Option<Id>, Error> {
        Ok(store::feed::next_by_name(db, id)?)
    }

    fn each(db: &Db, but: Unsearched, each: &mut dyn FnMut(Id, &[&str])) -> Result<(), Error> {
        let (closed, trashed) = (store::states::restricted(db)?, store::trash::persons(db)?);
        Ok(store::feed::each_texts(db, |id, texts| {
            if trashed.contains(&id) {
                return true;
            }
            if closed.contains(&id) {
                with_name(texts, |fields| each(id, fields));
            } else {
                with_fields(texts, but, |fields| each(id, fields));
            }
            true
        })?)
    }

    fn one(db: &Db, but: Unsearched, id: Id, with: &mut dyn FnMut(&[&str])) -> Result<(), Error> {
        if !store::trash::holds_person(db, id)?
            && let Some(texts) = store::feed::texts(db, id)?
        {
            if store::states::is_restricted(db, id)? {
                with_name(&texts, |fields| with(fields));
            } else {
                with_fields(&texts, but, |fields| with(fields));
            }
        }
        Ok(())
    }

    fn may_order(desk: &Desk<'_>, column: Column) -> Result<bool, Error> {
        let fields = &desk.rules()?.fields;
        Ok(column.field().is_none_or(|field| fields.is_shown(&field)))
    }

    fn order(desk: &Desk<'_>, column: Column) -> Result<Ordered<Id>, Error> {
        let db = desk.db();
        let by_name = store::feed::by_name(db)?;
        let closed = store::states::restricted(db)?;
        match column {
            Column::Name => Ok(Ordered { with_value: by_name.len(), ids: Arc::new(by_name) }),
            Column::Company => Ok(by(&closed, by_name, store::feed::company_places(db)?)),
            Column::Email => Ok(by(&closed, by_name, store::feed::first_emails(db)?)),
            Column::Mobile => Ok(by(&closed, by_name, store::feed::first_mobiles(db)?)),
            Column::Title => Ok(by(&closed, by_name, in_places(desk, store::feed::titles(db)?)?)),
            Column::City => Ok(by(&closed, by_name, in_places(desk, store::feed::first_cities(db)?)?)),
            Column::OurContact => {
                let users: Vec<user::Id> = store::users::all(db)?.into_iter().map(|user| user.id).collect();
                let place = |id| users.iter().position(|known| *known == id);
                let keys = store::feed::contacts(db)?.into_iter().map(|(id, user)| (id, place(user))).collect();
                Ok(by(&closed, by_name, keys))
            }
            Column::LastActivity => Ok(by(&closed, by_name, store::feed::last_activities(db)?)),
            Column::Updated => Ok(by(&closed, by_name, store::feed::updated(db)?)),
            Column::Category => {
                let places = places(desk, &[List::Category])?;
                let keys = store::feed::categories(db)?;
                Ok(by(&closed, by_name, keys.into_iter().map(|(id, item)| (id, place(&places, item))).collect()))
            }
            Column::Basis => {
                let places = places(desk, &[List::Basis])?;
                let mut keys = Vec::new();
                store::ledger::each_current(db, list::SALES, |id, basis: Named| {
                    keys.push((id, place(&places, basis.item)));
                })?;
                Ok(by(&closed, by_name, keys))
            }
        }
    }

    // Who lies in the trash is in no order, and not in the index.
    fn hidden(desk: &Desk<'_>) -> Result<HashSet<Id>, Error> {
        crate::office::sight::of_others(desk)
    }

    fn may_hide(user: &User) -> bool {
        !user.may(Right::SeeOthers)
    }

    fn finder(office: &Office) -> &Arc<Finder<Self>> {
        &office.0.finder
    }
}

/// Orders persons by a key; those whose cards are closed have none.
fn by<K: Ord>(closed: &HashSet<Id>, by_name: Vec<Id>, mut keys: Vec<(Id, K)>) -> Ordered<Id> {
    keys.retain(|(id, _)| !closed.contains(id));
    sorted(by_name, keys)
}

/// Returns texts as their places in the office's order: there are few different ones, and many who have them.
fn in_places(desk: &Desk<'_>, texts: Vec<(Id, String)>) -> Result<Vec<(Id, usize)>, Error> {
    let keys = desk.sort_keys()?;
    let different: HashSet<&str> = texts.iter().map(|(_, text)| text.as_str()).collect();
    let mut ordered: Vec<(Vec<u8>, &str)> = different.into_iter().map(|text| (keys.key(text), text)).collect();
    ordered.sort();
    let places: HashMap<&str, usize> = ordered.iter().enumerate().map(|(place, (_, text))| (*text, place)).collect();
    Ok(texts.iter().map(|(id, text)| (*id, places.get(text.as_str()).copied().unwrap_or_default())).collect())
}
