//! The ledger of legal bases: one row for every decision about a person and a purpose, never changed, never removed
//! but by erasure. What holds now is read from the rows, never stored.

use super::condition::Condition;
use super::{Moment, attachment, import, list, person, user, wording};

crate::id_type! {
    /// Identifies a row of the ledger.
    Id
}

/// What a row of the ledger says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Basis {
    /// The person consented: art. 6(1)(a) GDPR.
    Consent,
    /// A contract with the person, or steps towards one at their request: art. 6(1)(b).
    Contract,
    /// A legal obligation: art. 6(1)(c).
    LegalObligation,
    /// Somebody's vital interests: art. 6(1)(d).
    VitalInterests,
    /// A task in the public interest: art. 6(1)(e).
    PublicTask,
    /// Legitimate interests that the person's do not outweigh: art. 6(1)(f).
    LegitimateInterests,
    /// Consent was taken back: art. 7(3).
    Withdrawn,
    /// The person objects: art. 21.
    Objected,
    /// The row that this one names was entered by mistake.
    Void,
}

impl Basis {
    /// All that a row can say.
    pub const ALL: [Self; 9] = [
        Self::Consent,
        Self::Contract,
        Self::LegalObligation,
        Self::VitalInterests,
        Self::PublicTask,
        Self::LegitimateInterests,
        Self::Withdrawn,
        Self::Objected,
        Self::Void,
    ];

    /// The six legal bases of art. 6(1), in its order.
    pub const LAWFUL: [Self; 6] = [
        Self::Consent,
        Self::Contract,
        Self::LegalObligation,
        Self::VitalInterests,
        Self::PublicTask,
        Self::LegitimateInterests,
    ];

    /// Returns the key that scripts and the list of bases use.
    pub fn key(self) -> &'static str {
        match self {
            Self::Consent => "consent",
            Self::Contract => "contract",
            Self::LegalObligation => "legal-obligation",
            Self::VitalInterests => "vital-interests",
            Self::PublicTask => "public-task",
            Self::LegitimateInterests => "legitimate-interests",
            Self::Withdrawn => "withdrawn",
            Self::Objected => "objected",
            Self::Void => "void",
        }
    }

    /// Returns the basis that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|basis| basis.key() == key)
    }

    /// Returns the identity of the basis in the list of bases.
    pub fn item(self) -> list::Id {
        list::Id(
            9_001
                + match self {
                    Self::Consent => 0,
                    Self::Contract => 1,
                    Self::LegalObligation => 2,
                    Self::VitalInterests => 3,
                    Self::PublicTask => 4,
                    Self::LegitimateInterests => 5,
                    Self::Withdrawn => 6,
                    Self::Objected => 7,
                    Self::Void => 8,
                },
        )
    }

    /// Returns the basis with the given identity in the list of bases.
    pub fn from_item(id: list::Id) -> Option<Self> {
        Self::ALL.into_iter().find(|basis| basis.item() == id)
    }

    /// Returns whether the row gives a permission.
    pub fn gives(self) -> bool {
        Self::LAWFUL.contains(&self)
    }

    /// Returns whether the row ends a permission rather than gives one: it may not be overrun by a file.
    pub fn is_refusal(self) -> bool {
        match self {
            Self::Withdrawn | Self::Objected => true,
            Self::Consent
            | Self::Contract
            | Self::LegalObligation
            | Self::VitalInterests
            | Self::PublicTask
            | Self::LegitimateInterests
            | Self::Void => false,
        }
    }
}

/// A legal basis as the office calls it, and what it is under art. 6(1): own ones stand under one of the six.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Named {
    /// Its item in the list of bases.
    pub item: list::Id,
    /// What it is.
    pub basis: Basis,
}

impl From<Basis> for Named {
    fn from(basis: Basis) -> Self {
        Self { item: basis.item(), basis }
    }
}

/// One row of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its identity.
    pub id: Id,
    /// The person it is about.
    pub person: person::Id,
    /// The purpose it is about.
    pub purpose: list::Id,
    /// What it says.
    pub basis: Basis,
    /// The item of the list that says so: that of `basis`, or an own one under it.
    pub item: list::Id,
    /// Where the decision came from.
    pub source: list::Id,
    /// When it was entered.
    pub at: Moment,
    /// Who entered it.
    pub by: user::Id,
    /// Why, in free words.
    pub comment: String,
    /// The wording the person was shown.
    pub wording: Option<wording::Id>,
    /// What proves it.
    pub evidence: Option<attachment::Id>,
    /// On which condition of art. 9(2) data of special categories is kept.
    pub condition: Option<Condition>,
    /// The row that this one corrects.
    pub corrects: Option<Id>,
    /// The import that brought it.
    pub import: Option<import::Id>,
}

/// What somebody decides; the program adds who and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The purpose.
    pub purpose: list::Id,
    /// What is decided.
    pub basis: Basis,
    /// The item of the list that is named: that of `basis`, or an own one under it.
    pub item: list::Id,
    /// Where the decision came from.
    pub source: list::Id,
    /// Why, in free words, at most [`super::text::LONG_LINE`] characters.
    pub comment: String,
    /// The wording the person was shown.
    pub wording: Option<wording::Id>,
    /// What proves it.
    pub evidence: Option<attachment::Id>,
    /// On which condition of art. 9(2) data of special categories is kept.
    pub condition: Option<Condition>,
    /// The row that this one corrects; for [`Basis::Void`] the newest one if not given.
    pub corrects: Option<Id>,
}

impl Entry {
    /// Returns the legal basis, as it is named.
    pub fn named(&self) -> Named {
        Named { item: self.item, basis: self.basis }
    }
}

impl Decision {
    /// Returns a decision with nothing but purpose, basis and source.
    pub fn new(purpose: list::Id, basis: impl Into<Named>, source: list::Id) -> Self {
        let Named { item, basis } = basis.into();
        Self {
            purpose,
            basis,
            item,
            source,
            comment: String::new(),
            wording: None,
            evidence: None,
            condition: None,
            corrects: None,
        }
    }

    /// Returns the legal basis, as it is named.
    pub fn named(&self) -> Named {
        Named { item: self.item, basis: self.basis }
    }
}

/// Returns the row that holds now for `purpose`, from the person's whole ledger in any order.
///
/// The newest row holds, but for rows entered by mistake: a row that a later, itself standing, row names as corrected
/// does not count, and a void row says nothing of its own. So a void row lets the decision before it hold again.
pub fn current(ledger: &[Entry], purpose: list::Id) -> Option<&Entry> {
    let mut rows: Vec<&Entry> = ledger.iter().filter(|entry| entry.purpose == purpose).collect();
    rows.sort_by_key(|entry| std::cmp::Reverse((entry.at, entry.id)));
    let id = standing(rows.iter().map(|entry| (entry.id, entry.basis, entry.corrects)))?;
    rows.into_iter().find(|entry| entry.id == id)
}

/// Returns which row holds, from the rows of one person and purpose, the newest first; the rule of [`current`].
pub fn standing(newest_first: impl IntoIterator<Item = (Id, Basis, Option<Id>)>) -> Option<Id> {
    let mut corrected: Vec<Id> = Vec::new();
    for (id, basis, corrects) in newest_first {
        if corrected.contains(&id) {
            continue;
        }
        corrected.extend(corrects);
        if basis != Basis::Void {
            return Some(id);
        }
    }
    None
}

/// Returns the objection that stands in a decision's way, from the person's whole ledger in any order: one to its
/// purpose that the person has not consented after, and that still stood once the decision were entered.
///
/// What was entered since but a consent takes nothing of it back, be it the row that holds. A decision that corrects
/// the very row says that nobody objected; one that corrects a later consent, or that the row is void, says they did.
pub fn objection_against<'a>(ledger: &'a [Entry], decision: &Decision) -> Option<&'a Entry> {
    let mut rows: Vec<&Entry> = ledger.iter().filter(|entry| entry.purpose == decision.purpose).collect();
    rows.sort_by_key(|entry| std::cmp::Reverse((entry.at, entry.id)));
    let mut corrected: Vec<Id> = decision.corrects.into_iter().collect();
    let said = rows.into_iter().find(|entry| {
        let stands = !corrected.contains(&entry.id);
        corrected.extend(entry.corrects.filter(|_| stands));
        stands && matches!(entry.basis, Basis::Consent | Basis::Objected)
    });
    said.filter(|entry| entry.basis == Basis::Objected)
}

/// A row of a ledger, and what became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told<'a> {
    /// The row.
    pub entry: &'a Entry,
    /// The standing row that says this one does not count; none where it stands.
    pub struck_by: Option<&'a Entry>,
    /// Whether the row holds now for its purpose.
    pub holds: bool,
}

/// Returns a person's whole ledger, the newest row first, with what became of each row; the rule is that of [`current`].
pub fn history(ledger: &[Entry]) -> Vec<Told<'_>> {
    let mut rows: Vec<&Entry> = ledger.iter().collect();
    rows.sort_by_key(|entry| std::cmp::Reverse((entry.at, entry.id)));
    let mut struck: Vec<(Id, &Entry)> = Vec::new();
    rows.into_iter()
        .map(|entry| {
            let struck_by = struck.iter().find(|(id, _)| *id == entry.id).map(|(_, by)| *by);
            if let (None, Some(wrong)) = (struck_by, entry.corrects) {
                struck.push((wrong, entry));
            }
            let holds = current(ledger, entry.purpose).is_some_and(|standing| standing.id == entry.id);
            Told { entry, struck_by, holds }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn row(id: i64, basis: Basis, corrects: Option<i64>) -> Entry {
        Entry {
            id: Id(id),
            person: person::Id(1),
            purpose: list::SALES,
            basis,
            item: basis.item(),
            source: list::SOURCE_USER,
            at: Moment(id * 10),
            by: user::FIRST_ID,
            comment: String::new(),
            wording: None,
            evidence: None,
            condition: None,
            corrects: corrects.map(Id),
            import: None,
        }
    }

    #[test]
    fn the_newest_standing_row_holds() {
        use Basis::{Consent, Contract, Void, Withdrawn};
        type Rows = [(Basis, Option<i64>)];
        let table: &[(&Rows, Option<Basis>)] = &[
            (&[], None),
            (&[(Consent, None)], Some(Consent)),
            (&[(Consent, None), (Withdrawn, None)], Some(Withdrawn)),
            (&[(Consent, None), (Withdrawn, None), (Void, Some(2))], Some(Consent)),
            (&[(Consent, None), (Void, Some(1))], None),
            (&[(Consent, None), (Contract, Some(1))], Some(Contract)),
            // The correction was the mistake: what it corrected holds again.
            (&[(Consent, None), (Contract, Some(1)), (Void, Some(2))], Some(Consent)),
            (&[(Consent, None), (Void, Some(1)), (Contract, None)], Some(Contract)),
            // A mistake further back does not touch what came after it.
            (&[(Consent, None), (Contract, None), (Void, Some(1))], Some(Contract)),
        ];
        for (rows, wanted) in table {
            let ledger: Vec<Entry> =
                rows.iter().zip(1..).map(|((basis, corrects), id)| row(id, *basis, *corrects)).collect();
            assert_eq!(current(&ledger, list::SALES).map(|entry| entry.basis), *wanted, "{rows:?}");
            let backwards: Vec<Entry> = ledger.into_iter().rev().collect();
            assert_eq!(current(&backwards, list::SALES).map(|entry| entry.basis), *wanted, "order of rows");
        }
    }

    #[test]
    fn the_history_tells_what_became_of_each_row() {
        use Basis::{Consent, Contract, Void, Withdrawn};
        let mut ledger = vec![
            row(1, Consent, None),
            row(2, Withdrawn, None),
            row(3, Void, Some(2)),
            row(4, Contract, Some(1)),
            row(5, Void, Some(4)),
        ];
        let told = |ledger: &[Entry]| -> Vec<(i64, Option<i64>, bool)> {
            history(ledger).iter().map(|row| (row.entry.id.0, row.struck_by.map(|by| by.id.0), row.holds)).collect()
        };
        let wanted = [(5, None, false), (4, Some(5), false), (3, None, false), (2, Some(3), false), (1, None, true)];
        assert_eq!(told(&ledger), wanted);
        ledger.reverse();
        assert_eq!(told(&ledger), wanted, "order of rows");
        assert_eq!(told(&[]), []);
    }

    #[test]
    fn an_objection_stands_until_consent_or_until_it_was_a_mistake() {
        use Basis::{Consent, LegitimateInterests, Objected, Void, Withdrawn};
        type Rows = [(Basis, Option<i64>)];
        let table: &[(&Rows, Option<i64>, Option<i64>)] = &[
            (&[], None, None),
            (&[(LegitimateInterests, None)], None, None),
            (&[(Objected, None)], None, Some(1)),
            (&[(Objected, None)], Some(1), None),
            (&[(LegitimateInterests, None), (Objected, None)], Some(1), Some(2)),
            (&[(Objected, None), (Withdrawn, None)], None, Some(1)),
            (&[(Objected, None), (Withdrawn, None)], Some(2), Some(1)),
            (&[(Objected, None), (LegitimateInterests, None)], None, Some(1)),
            (&[(Objected, None), (Consent, None)], None, None),
            (&[(Objected, None), (Consent, None), (Withdrawn, None)], None, None),
            (&[(Consent, None), (Objected, None)], None, Some(2)),
            // Without the consent, the objection is the last that was said.
            (&[(Objected, None), (Consent, None)], Some(2), Some(1)),
            (&[(Objected, None), (Consent, None), (Void, Some(2))], None, Some(1)),
            (&[(Objected, None), (Void, Some(1))], None, None),
            (&[(Objected, None), (Void, Some(1))], Some(2), Some(1)),
            (&[(Objected, None), (Void, Some(1)), (Void, Some(2))], None, Some(1)),
            // Who said it twice said it, if once was a mistake.
            (&[(Objected, None), (Objected, None)], Some(2), Some(1)),
        ];
        for (rows, corrects, wanted) in table {
            let mut ledger: Vec<Entry> =
                rows.iter().zip(1..).map(|((basis, corrects), id)| row(id, *basis, *corrects)).collect();
            let decision = Decision {
                corrects: corrects.map(Id),
                ..Decision::new(list::SALES, LegitimateInterests, list::SOURCE_USER)
            };
            let against = |ledger: &[Entry]| objection_against(ledger, &decision).map(|entry| entry.id.0);
            assert_eq!(against(&ledger), *wanted, "{rows:?} {corrects:?}");
            ledger.reverse();
            assert_eq!(against(&ledger), *wanted, "order of rows");
            let elsewhere = Decision { purpose: list::MARKETING, ..decision };
            assert_eq!(objection_against(&ledger, &elsewhere), None);
        }
    }

    #[test]
    fn purposes_do_not_mix() {
        let ledger = [row(1, Basis::Consent, None)];
        assert_eq!(current(&ledger, list::MARKETING), None);
    }

    #[test]
    fn keys_and_items_agree_with_the_list() {
        for basis in Basis::ALL {
            assert_eq!(list::shipped_id(list::List::Basis, basis.key()), Some(basis.item()));
            assert_eq!(Basis::from_item(basis.item()), Some(basis));
            assert_eq!(Basis::from_key(basis.key()), Some(basis));
        }
    }
}
