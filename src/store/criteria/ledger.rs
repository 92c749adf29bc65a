//! What holds now for a purpose, as SQL. Which row of a ledger holds is said in one place, [`basis::standing`]; the
//! connection knows it as the function `standing` of a group of rows.

use rusqlite::functions::{Aggregate, Context};

use super::{Error, Writer, next};
use crate::model::basis::{self, Basis as Legal, Id};
use crate::model::condition::Condition;
use crate::model::criteria::{Basis, BasisAsks, OneOf, Row};
use crate::model::list;

impl Writer<'_> {
    pub(super) fn basis(&mut self, basis: &Basis) -> Result<String, Error> {
        let purpose = self.number(basis.purpose.0)?;
        match &basis.asks {
            BasisAsks::None(none) => {
                let not = if *none { "NOT " } else { "" };
                Ok(format!(
                    "({not}CASE WHEN {} THEN {} IS NOT NULL
                         ELSE EXISTS (SELECT 1 FROM ledger v WHERE v.person = r.id AND v.purpose = {purpose}) END)",
                    has_corrections(&purpose),
                    standing(&purpose)
                ))
            }
            BasisAsks::Row(row) => {
                let conditions = self.row(row, &purpose)?;
                Ok(holds(&purpose, &conditions))
            }
        }
    }

    fn row(&mut self, row: &Row, purpose: &str) -> Result<String, Error> {
        let mut conditions = Vec::new();
        if let Some(items) = &row.is_in {
            conditions.push(format!("v.basis IN ({})", self.meanings(items)?));
        }
        if let Some(source) = &row.source {
            conditions.push(format!("v.source IN ({})", self.numbers(source.as_slice().iter().map(|item| item.0))?));
        }
        if let Some(before) = row.before {
            let before = self.on(before);
            conditions.push(format!("v.at < {}", self.beginning(before)?));
        }
        if let Some(after) = row.after {
            let after = self.on(after);
            conditions.push(format!("v.at >= {}", self.beginning(next(after))?));
        }
        if let Some(by) = row.by.as_ref().map(OneOf::as_slice) {
            conditions.push(format!("v.by IN ({})", self.numbers(by.iter().map(|user| user.0))?));
        }
        match row.wording {
            Some(Some(version)) => {
                let version = self.number(version.into())?;
                conditions.push(format!(
                    "v.wording IN (SELECT id FROM wording WHERE purpose = {purpose} AND version = {version})"
                ));
            }
            Some(None) => conditions.push("v.wording IS NULL".to_owned()),
            None => {}
        }
        if let Some(condition) = row.condition {
            let condition = condition.map(|condition| self.text(Condition::key(condition).to_owned())).transpose()?;
            conditions.push(
                condition
                    .map_or_else(|| "v.condition IS NULL".to_owned(), |condition| format!("v.condition = {condition}")),
            );
        }
        Ok(conditions.join(" AND "))
    }

    /// As [`Answering::subscribes`](crate::model::subscription::Answering::subscribes): a consent to marketing covers
    /// every type that was not refused, without one what was asked for counts, and what stops all mailings stops it.
    pub(super) fn subscribed(&mut self, kind: list::Id) -> Result<String, Error> {
        let purpose = self.number(list::MARKETING.0)?;
        let consent = self.meanings(&[Legal::Consent.item()])?;
        let withdrawn = self.meanings(&[Legal::Withdrawn.item()])?;
        let kind = self.number(kind.0)?;
        let direct = self.numbers(self.asking.direct.iter().map(|purpose| purpose.0))?;
        let consents = holds(&purpose, &format!("v.basis IN ({consent})"));
        let takes_back = holds(&purpose, &format!("v.basis IN ({withdrawn})"));
        Ok(format!(
            "(NOT r.no_mailings AND ({consents} AND NOT {} OR {} AND NOT {takes_back}) AND NOT {} AND NOT {})",
            answered(&kind, false),
            answered(&kind, true),
            super::RESTRICTED,
            objects_to(&format!("AND v.purpose IN ({direct})"))
        ))
    }
}

/// Returns that the answer to a type of mailings which holds is yes, or no: the latest that was not taken back.
fn answered(kind: &str, wanted: bool) -> String {
    let wanted = i32::from(wanted);
    let stands = |row: &str| {
        format!(
            "{row}.wanted IS NOT NULL AND NOT EXISTS (SELECT 1 FROM subscription c
                 WHERE c.person = {row}.person AND c.corrects = {row}.id)"
        )
    };
    format!(
        "EXISTS (SELECT 1 FROM subscription v WHERE v.person = r.id AND v.type = {kind} AND v.wanted = {wanted} AND {}
             AND NOT EXISTS (SELECT 1 FROM subscription l WHERE l.person = v.person AND l.type = v.type
                 AND (l.at, l.id) > (v.at, v.id) AND {}))",
        stands("v"),
        stands("l")
    )
}

/// Returns that the row which holds for a purpose meets conditions. They are asked first: they are the cheaper part.
fn holds(purpose: &str, conditions: &str) -> String {
    format!(
        "EXISTS (SELECT 1 FROM ledger v WHERE v.person = r.id AND v.purpose = {purpose} AND {conditions} AND {})",
        stands(purpose)
    )
}

/// Returns that the row `v` is the one that holds for its purpose. Where nothing was corrected, that is the newest one,
/// and finding that out takes a tenth of the time.
fn stands(purpose: &str) -> String {
    format!(
        "CASE WHEN {} THEN v.id = {}
             ELSE NOT EXISTS (SELECT 1 FROM ledger l WHERE l.person = r.id AND l.purpose = {purpose}
                 AND (l.at, l.id) > (v.at, v.id)) END",
        has_corrections(purpose),
        standing(purpose)
    )
}

/// Returns that some row says of itself or of another that it does not count.
fn has_corrections(purpose: &str) -> String {
    let void = Legal::Void.item().0;
    format!(
        "EXISTS (SELECT 1 FROM ledger l WHERE l.person = r.id AND l.purpose = {purpose}
             AND (l.corrects IS NOT NULL OR l.basis = {void}))"
    )
}

/// Returns which row holds for a purpose.
fn standing(purpose: &str) -> String {
    format!(
        "(SELECT standing(l.id, l.basis, l.corrects, l.at) FROM ledger l WHERE l.person = r.id AND l.purpose = {purpose})"
    )
}

/// Returns that an objection stops a purpose now.
pub(super) fn objects() -> String {
    objects_to("")
}

/// Returns that an objection stops a purpose now that meets a condition.
fn objects_to(condition: &str) -> String {
    format!(
        "EXISTS (SELECT 1 FROM ledger v WHERE v.person = r.id AND v.basis = {} {condition} AND {})",
        Legal::Objected.item().0,
        stands("v.purpose")
    )
}

/// Returns what a row says, as far as it decides which one holds.
pub(super) fn says(item: list::Id) -> Legal {
    // Own legal bases stand under one of art. 6(1): whichever it is, such a row says something.
    Legal::from_item(item).unwrap_or(Legal::LegitimateInterests)
}

/// The function `standing(id, basis, corrects, at)` of a group of rows: the identity of the one that holds, or none.
pub(in crate::store) struct Standing;

/// A row: when it was entered, its identity, what it says, and which one it corrects.
type Rows = Vec<(i64, Id, Legal, Option<Id>)>;

impl Aggregate<Rows, Option<i64>> for Standing {
    fn init(&self, _: &mut Context<'_>) -> rusqlite::Result<Rows> {
        Ok(Rows::new())
    }

    fn step(&self, call: &mut Context<'_>, rows: &mut Rows) -> rusqlite::Result<()> {
        let says = says(list::Id(call.get(1)?));
        rows.push((call.get(3)?, Id(call.get(0)?), says, call.get::<Option<i64>>(2)?.map(Id)));
        Ok(())
    }

    fn finalize(&self, _: &mut Context<'_>, rows: Option<Rows>) -> rusqlite::Result<Option<i64>> {
        let mut rows = rows.unwrap_or_default();
        rows.sort_unstable_by_key(|(at, id, ..)| std::cmp::Reverse((*at, *id)));
        Ok(basis::standing(rows.into_iter().map(|(_, id, says, corrects)| (id, says, corrects))).map(|id| id.0))
    }
}
