//! How the members of a selection divide up: by category, by legal basis for each purpose, by source, by month.
//!
//! Who is restricted (art. 18) is in no chart, only counted beside them.

use std::collections::BTreeMap;

use chrono::{Datelike, Months, NaiveDate};

use super::{Id, ask, get};
use crate::model::Moment;
use crate::model::criteria::{Asked, Basis, BasisAsks, Comparison, Day, Node, Of, OneOf, Row, Test};
use crate::model::field::Field;
use crate::model::list::{self, List};
use crate::office::{Desk, Error};
use crate::store;
use crate::store::criteria::Who;
use crate::store::criteria::charts::{Held, Part};

/// How many months are counted one by one.
pub const MONTHS: u32 = 24;

/// How the members of a selection divide up.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Charts {
    /// What they are.
    pub of: Of,
    /// How many are in the charts.
    pub total: u64,
    /// How many are in the selection and in no chart, because the processing of their data is restricted.
    pub held: u64,
    /// By category, in the order of the list; none where the user does not see it.
    pub categories: Option<Vec<Bar>>,
    /// By the legal basis that holds, for each purpose.
    pub bases: Vec<(list::Id, Vec<Bar>)>,
    /// By source, most first; none where the user does not see it, or they have none.
    pub sources: Option<Vec<Bar>>,
    /// By the month in which the card was made, the oldest first.
    pub months: Vec<Month>,
    /// How many cards are older than those months.
    pub earlier: u64,
}

/// How many have the same item of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    /// The item; none where there is none.
    pub item: Option<list::Id>,
    /// How many they are.
    pub count: u64,
}

/// How many cards were made in a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Month {
    /// Its first day.
    pub first: NaiveDate,
    /// How many they are.
    pub count: u64,
}

/// What a bar stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    /// A category, or that there is none.
    Category(Option<list::Id>),
    /// A legal basis for a purpose, or that none is documented.
    Basis(list::Id, Option<list::Id>),
    /// A source.
    Source(list::Id),
    /// The month that begins with a day.
    Month(NaiveDate),
}

impl Stands {
    /// Returns what is true of those in the bar.
    pub fn criteria(self) -> Node {
        let item = |field, item: Option<list::Id>| {
            let test = item.map_or(Test::Null, |item| Test::Items(OneOf::One(item)));
            Node::Field(Asked::Card(field), test)
        };
        match self {
            Self::Category(category) => item(Field::Category, category),
            Self::Source(source) => item(Field::Source, Some(source)),
            Self::Basis(purpose, basis) => {
                let asks = basis.map_or(BasisAsks::None(true), |basis| {
                    BasisAsks::Row(Box::new(Row { is_in: Some(vec![basis]), ..Row::default() }))
                });
                Node::Basis(Basis { purpose, asks })
            }
            Self::Month(first) => {
                let last = following(first).pred_opt().unwrap_or(first);
                Node::Field(Asked::CreatedAt, Test::Day(Comparison::Between(Day::Date(first), Day::Date(last))))
            }
        }
    }
}

/// Returns how the members of a selection divide up.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`]; [`Error::Criteria`].
pub fn charts(desk: &Desk<'_>, id: Id) -> Result<Charts, Error> {
    let selection = get(desk, id)?;
    let of = selection.of;
    let months = months(desk.today());
    let beginnings: Vec<Moment> = months.iter().map(|first| Moment::beginning(*first)).collect();
    let (all, parts, held) = ask(desk, of, vec![id], |asking| {
        let who = Who::Selection(id);
        let all = store::criteria::count(desk.db(), &asking, who)?;
        let parts = store::criteria::charts::parts(desk.db(), &asking, who, &beginnings)?;
        let held = match of {
            Of::Persons => store::criteria::charts::bases(desk.db(), &asking, who)?,
            Of::Companies => Vec::new(),
        };
        Ok((all, parts, held))
    })?;
    let rules = desk.rules()?;
    let policy = match of {
        Of::Persons => &rules.fields,
        Of::Companies => &rules.company_fields,
    };
    let total = parts.iter().map(|part| part.count).sum();
    let categories = policy.is_shown(&Field::Category).then(|| categories(desk, &parts)).transpose()?;
    let has_sources = of == Of::Persons && policy.is_shown(&Field::Source);
    let in_period = |period: usize| parts.iter().filter(|part| part.period == period).map(|part| part.count).sum();
    Ok(Charts {
        of,
        total,
        held: all.saturating_sub(total),
        categories,
        bases: if of == Of::Persons { bases(desk, &held, total)? } else { Vec::new() },
        sources: has_sources.then(|| sources(&parts)),
        months: (1..).zip(&months).map(|(period, first)| Month { first: *first, count: in_period(period) }).collect(),
        earlier: in_period(0),
    })
}

/// Returns the first days of the months that are counted one by one, the oldest first.
fn months(today: NaiveDate) -> Vec<NaiveDate> {
    let this = today.with_day(1).unwrap_or(today);
    (0..MONTHS).rev().filter_map(|back| this.checked_sub_months(Months::new(back))).collect()
}

fn following(first: NaiveDate) -> NaiveDate {
    first.checked_add_months(Months::new(1)).unwrap_or(first)
}

/// Returns the categories in the order of the list, and last those without.
fn categories(desk: &Desk<'_>, parts: &[Part]) -> Result<Vec<Bar>, Error> {
    let mut counts: BTreeMap<Option<list::Id>, u64> = BTreeMap::new();
    for part in parts {
        *counts.entry(part.category).or_default() += part.count;
    }
    let items = desk.lists()?.all_of(List::Category).map(|item| Some(item.id)).chain([None]);
    Ok(items.filter_map(|item| Some(Bar { item, count: *counts.get(&item)? })).collect())
}

fn sources(parts: &[Part]) -> Vec<Bar> {
    let mut counts: BTreeMap<list::Id, u64> = BTreeMap::new();
    for part in parts {
        if let Some(source) = part.source {
            *counts.entry(source).or_default() += part.count;
        }
    }
    let mut bars: Vec<Bar> = counts.into_iter().map(|(item, count)| Bar { item: Some(item), count }).collect();
    bars.sort_by_key(|bar| std::cmp::Reverse(bar.count));
    bars
}

/// Returns for each purpose what holds, most first, and last for how many nothing is documented.
fn bases(desk: &Desk<'_>, held: &[Held], total: u64) -> Result<Vec<(list::Id, Vec<Bar>)>, Error> {
    let lists = desk.lists()?;
    let is_meant = |item: &&list::Item| item.active || held.iter().any(|held| held.purpose == item.id);
    let purpose = |purpose: list::Id| {
        let of_it = held.iter().filter(|held| held.purpose == purpose);
        let mut bars: Vec<Bar> = of_it.map(|held| Bar { item: Some(held.basis), count: held.count }).collect();
        bars.sort_by_key(|bar| std::cmp::Reverse(bar.count));
        let documented: u64 = bars.iter().map(|bar| bar.count).sum();
        let none = total.saturating_sub(documented);
        bars.extend((none > 0).then_some(Bar { item: None, count: none }));
        (purpose, bars)
    };
    Ok(lists.all_of(List::Purpose).filter(is_meant).map(|item| purpose(item.id)).collect())
}
