//! Whom the law on bookkeeping asks to keep, until when, and by which statute: five years after the end of the year in
//! Norway (bokføringsloven § 13), seven in Sweden (bokföringslagen 7 kap. 2 §).
//!
//! Nothing in a card file is a voucher, so the office says whom its books rest on: a category whose period counts from
//! the end of the year does, and so does a legal basis that holds today and is a legal obligation, or stands under one
//! (art. 6(1)(c)). The year is that of the last activity. A prospect has bought nothing: their category never keeps them,
//! whatever it counts from. Without a country whose law is known, nobody is kept.

use std::collections::{HashMap, HashSet};

use chrono::{Datelike, NaiveDate};

use super::last_activity;
use crate::model::basis::Basis;
use crate::model::list::{self, List};
use crate::model::person::Id;
use crate::model::retention::{Books, Event};
use crate::office::settings::{self, ItemPart, Plain, Setting};
use crate::office::{Desk, Error};
use crate::store;
use crate::store::retention::Facts;

/// The category of people who have bought nothing yet.
const PROSPECT: &str = "prospect";

/// The last day for which the books keep somebody, and whose law says so.
pub(in crate::office) type Kept = (Books, NaiveDate);

/// What the office says of its books.
pub(super) struct Floor {
    books: Option<Books>,
    /// The categories that count from the end of the year.
    categories: HashSet<list::Id>,
    /// The legal bases that are legal obligations.
    obligations: HashSet<list::Id>,
}

impl Floor {
    /// Reads what the office says.
    pub fn read(desk: &Desk<'_>) -> Result<Self, Error> {
        let books = Books::of(&settings::plain(desk, Plain::OfficeCountry)?);
        let (mut categories, mut obligations) = (HashSet::new(), HashSet::new());
        if books.is_some() {
            let lists = desk.lists()?;
            for item in lists.all_of(List::Category).filter(|item| item.key != PROSPECT) {
                let part = |part| {
                    let setting = Setting::Item { list: List::Category, item: item.key.clone(), part };
                    settings::stored(desk, &setting)
                };
                // An event from which nothing is counted was not decided.
                if !part(ItemPart::KeepMonths)?.is_empty() && part(ItemPart::KeepFrom)? == Event::YearEnd.key() {
                    categories.insert(item.id);
                }
            }
            let is_obligation =
                |item: &list::Id| lists.basis(*item).is_some_and(|named| named.basis == Basis::LegalObligation);
            obligations.extend(lists.all_of(List::Basis).map(|item| item.id).filter(is_obligation));
        }
        Ok(Self { books, categories, obligations })
    }

    /// Returns the last day for which the books keep somebody; none where they do not.
    pub fn of(&self, facts: &Facts) -> Option<Kept> {
        let books = self.books?;
        let is_booked = facts.category.is_some_and(|category| self.categories.contains(&category));
        if !is_booked && !facts.bases.iter().any(|(_, item, _)| self.obligations.contains(item)) {
            return None;
        }
        Some((books, books.until(last_activity(facts).year())?))
    }
}

/// Returns which of some people the books keep on a day, also of those in the trash. Asks about these alone.
///
/// # Errors
/// The database's.
pub(in crate::office) fn keep(desk: &Desk<'_>, ids: &[Id], on: NaiveDate) -> Result<HashMap<Id, Kept>, Error> {
    let mut kept = HashMap::new();
    let floor = Floor::read(desk)?;
    if ids.is_empty() || floor.books.is_none() {
        return Ok(kept);
    }
    let asked = store::retention::perhaps_booked(desk.db(), ids, &floor.categories, &floor.obligations)?;
    store::retention::each_of(desk.db(), desk.now(), &asked, |facts| {
        if let Some((books, until)) = floor.of(facts).filter(|(_, until)| *until >= on) {
            kept.insert(Id(facts.id), (books, until));
        }
        Ok::<_, Error>(())
    })?;
    Ok(kept)
}
