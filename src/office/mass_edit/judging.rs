//! What an edit does to one record: nothing, something, or nothing because it must not.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::Why;
use super::kept::{Kept, Record};
use super::terms::Terms;
use crate::model::basis::{self, Basis};
use crate::model::custom::Definition;
use crate::model::field::Field;
use crate::model::mass_edit::Of;
use crate::model::{Invalid, Moment, Reason, activity, company, list, person, subscription, user};
use crate::office::{Desk, Error, Rule, companies, legal_basis};
use crate::search;
use crate::store;
use crate::store::mass_edits::Standing;

/// A record as it was read, with what its ledger says and what was answered to types of mailings.
pub(super) struct Found {
    record: Record,
    ledger: Vec<Standing>,
    answers: Vec<subscription::Entry>,
}

/// What an edit does to a record.
pub(super) enum Verdict {
    /// Nothing: it is so already.
    Same,
    /// Nothing, for a reason.
    Held(i64, Why),
    /// Something.
    Change(Box<Change>),
}

/// What an edit does to a record that it changes.
pub(super) struct Change {
    /// The record as it is.
    pub before: Record,
    /// The record as it will be.
    pub after: Record,
    /// The fields in which they differ.
    pub fields: Vec<Field>,
    /// The decisions that are entered, by their place in the edit, and the row that each takes back.
    pub grants: Vec<(usize, Option<basis::Id>)>,
    /// The answers to types of mailings that are entered, by their place in the edit.
    pub answers: Vec<usize>,
    /// What was answered before.
    pub answered: Vec<subscription::Entry>,
    /// When the newest row of the ledger was entered.
    pub last: Option<Moment>,
}

/// Judges records one after the other.
pub(super) struct Judge<'t> {
    terms: &'t Terms,
    own: Vec<Definition>,
    now: (Moment, user::Id),
    today: NaiveDate,
    restricts: bool,
    /// Card numbers and company names that this edit gave, and those that it took away.
    given: HashSet<String>,
    left: HashSet<String>,
}

impl<'t> Judge<'t> {
    pub(super) fn new(desk: &Desk<'_>, terms: &'t Terms) -> Result<Self, Error> {
        Ok(Self {
            terms,
            own: desk.fields()?.to_vec(),
            now: (desk.now(), desk.user().id),
            today: desk.today(),
            restricts: terms.restrict.is_some(),
            given: HashSet::new(),
            left: HashSet::new(),
        })
    }

    /// Reads some records, with the places that stand beside their identities; those that are gone are left out.
    pub(super) fn read(&self, desk: &Desk<'_>, some: &[(i64, usize)]) -> Result<Vec<(usize, Found)>, Error> {
        let ids: Vec<i64> = some.iter().map(|(id, _)| *id).collect();
        let mut ledgers =
            if self.terms.grants.is_empty() { HashMap::new() } else { store::mass_edits::ledgers(desk.db(), &ids)? };
        let mut answers =
            if self.terms.answers.is_empty() { HashMap::new() } else { store::mass_edits::answers(desk.db(), &ids)? };
        let found = records(desk, self.terms.of, &self.terms.fields, &ids)?;
        let mut places = some.iter();
        let mut all = Vec::with_capacity(found.len());
        for record in found {
            let id = record.id();
            let Some((_, place)) = places.by_ref().find(|(known, _)| *known == id) else { continue };
            let (ledger, answers) = (ledgers.remove(&id), answers.remove(&id));
            let (ledger, answers) = (ledger.unwrap_or_default(), answers.unwrap_or_default());
            all.push((*place, Found { record, ledger, answers }));
        }
        Ok(all)
    }

    /// Judges a record.
    pub(super) fn judge(&mut self, desk: &Desk<'_>, found: Found) -> Result<Verdict, Error> {
        let Found { record: mut before, ledger, answers: answered } = found;
        let id = before.id();
        let held = |why| Ok(Verdict::Held(id, why));
        let (mut after, fields) = match self.terms.apply(&self.own, &mut before, self.now) {
            Ok(applied) => applied,
            Err(Invalid { field, reason }) => return held(Why::Invalid(field, reason)),
        };
        if !fields.is_empty()
            && let Some(wrong) = self.wrong(desk, &mut before, &mut after, &fields)?
        {
            return held(Why::Invalid(wrong.field, wrong.reason));
        }
        let mut grants = Vec::new();
        for (place, decision) in self.terms.grants.iter().enumerate() {
            let lists = desk.lists()?;
            let meaning = |row: &Standing| lists.basis(row.item).map(|named| named.basis);
            let rows = ledger.iter().filter(|row| row.purpose == decision.purpose);
            // A row whose meaning is not known says no: nothing is entered over it.
            let newest = rows.map(|row| (row.id, meaning(row).unwrap_or(Basis::Objected), row.corrects));
            let standing = basis::standing(newest);
            let standing = ledger.iter().find(|row| Some(row.id) == standing);
            let said = standing.map(|row| meaning(row).unwrap_or(Basis::Objected));
            if decision.basis == Basis::Void {
                match (standing, said) {
                    (None, _) => {}
                    (Some(_), Some(said)) if said.is_refusal() => return held(Why::Rule(Rule::RefusalStands)),
                    (Some(standing), _) => grants.push((place, Some(standing.id))),
                }
                continue;
            }
            if standing.is_some_and(|row| row.item == decision.item && row.source == decision.source) {
                continue;
            }
            if decision.basis.gives() && said.is_some_and(Basis::is_refusal) {
                return held(Why::Rule(Rule::RefusalStands));
            }
            // Withdrawing what was objected to would make less of the objection.
            if decision.basis == Basis::Withdrawn && said == Some(Basis::Objected) {
                continue;
            }
            let has_objected =
                ledger.iter().any(|row| row.purpose == decision.purpose && meaning(row) == Some(Basis::Objected));
            if has_objected
                && let Some(rule) = legal_basis::objection_against(desk, crate::model::person::Id(id), decision)?
            {
                return held(Why::Rule(rule));
            }
            grants.push((place, None));
        }
        let mut answers = Vec::new();
        for (place, said) in self.terms.answers.iter().enumerate() {
            let now = subscription::current(&answered, said.kind).and_then(|row| row.wanted);
            if now == Some(said.wanted) {
                continue;
            }
            // Only the person themselves says yes where they said no.
            if said.wanted
                && let Some(rule) = against_wanting(desk, person::Id(id), now)?
            {
                return held(Why::Rule(rule));
            }
            answers.push(place);
        }
        if fields.is_empty() && grants.is_empty() && answers.is_empty() && !self.restricts {
            return Ok(Verdict::Same);
        }
        let last = ledger.iter().map(|row| row.at).max();
        Ok(Verdict::Change(Box::new(Change { before, after, fields, grants, answers, answered, last })))
    }

    /// Returns what keeps a record from becoming what it is to be.
    fn wrong(
        &mut self,
        desk: &Desk<'_>,
        before: &mut Record,
        after: &mut Record,
        fields: &[Field],
    ) -> Result<Option<Invalid>, Error> {
        let has = |field: &Field| fields.contains(field);
        let mut wrong = match after {
            Record::Person(card) => {
                let mut wrong = card.person.content.check(self.today);
                // What was not read is not empty.
                let is_name = |one: &Invalid| one.reason == Reason::NoName && has(&Field::FirstName);
                wrong.retain(|one| has(&one.field) || is_name(one));
                wrong
            }
            Record::Company(company) => {
                let Record::Company(known) = &*before else { return Ok(None) };
                match companies::prepare(desk, &mut company.content, Some(known.as_ref())) {
                    Ok(()) => Vec::new(),
                    Err(Error::Invalid(mut wrong)) => {
                        // Asked below: another company of this edit may give the name up.
                        wrong.retain(|one| one.reason != Reason::Taken);
                        wrong
                    }
                    Err(error) => return Err(error),
                }
            }
            Record::Activity(activity) => activity.content.check(),
        };
        if wrong.is_empty() {
            let name = if self.terms.of == Of::Companies { Field::Name } else { Field::Number };
            if has(&name)
                && let (Some(Kept::Text(old)), Some(Kept::Text(new))) =
                    (before.kept(&name, &self.own), after.kept(&name, &self.own))
                && self.is_taken(desk, &name, &old, &new, before.id())?
            {
                wrong.push(Invalid::new(name, Reason::Taken));
            }
        }
        Ok(wrong.into_iter().next())
    }

    /// Returns whether another record has a number or name, also such as this edit has given one.
    fn is_taken(&mut self, desk: &Desk<'_>, field: &Field, old: &str, new: &str, id: i64) -> Result<bool, Error> {
        // Names are the same whatever their letters; numbers are not.
        let is_name = *field == Field::Name;
        let key = |text: &str| if is_name { search::fold(text) } else { text.to_owned() };
        let (old, new) = (key(old), key(new));
        if new == old || new.is_empty() {
            return Ok(false);
        }
        let by = if is_name {
            store::companies::by_key(desk.db(), &new)?.map(|id| id.0)
        } else {
            store::persons::with_number(desk.db(), &new)?.map(|id| id.0)
        };
        let is_taken = self.given.contains(&new) || by.is_some_and(|by| by != id && !self.left.contains(&new));
        if !is_taken {
            self.left.insert(old);
            self.given.insert(new);
        }
        Ok(is_taken)
    }
}

/// Returns what is against entering for somebody that they want a type of mailings to which they answered `now`.
fn against_wanting(desk: &Desk<'_>, id: person::Id, now: Option<bool>) -> Result<Option<Rule>, Error> {
    if now == Some(false) {
        return Ok(Some(Rule::TypeRefused));
    }
    let rules = desk.rules()?;
    let objects = store::states::objects_to(desk.db(), id)?;
    if objects.into_iter().any(|purpose| rules.is_direct_marketing(purpose)) {
        return Ok(Some(Rule::ObjectionStands));
    }
    let marketing = store::ledger::current(desk.db(), id, list::MARKETING)?;
    Ok(marketing.filter(|named| named.basis.is_refusal()).map(|_| Rule::RefusalStands))
}

/// Reads records of a kind, as far as some fields go.
pub(super) fn records(desk: &Desk<'_>, of: Of, fields: &[Field], ids: &[i64]) -> Result<Vec<Record>, Error> {
    let db = desk.db();
    Ok(match of {
        Of::Persons => {
            let cards = store::mass_edits::cards(db, ids, fields)?;
            cards.into_iter().map(|card| Record::Person(Box::new(card))).collect()
        }
        Of::Companies => {
            let mut all = Vec::with_capacity(ids.len());
            for id in ids {
                all.extend(store::companies::get(db, company::Id(*id))?.map(|card| Record::Company(Box::new(card))));
            }
            all
        }
        Of::Activities => {
            let mut all = Vec::with_capacity(ids.len());
            for id in ids {
                all.extend(store::activities::get(db, activity::Id(*id))?.map(|one| Record::Activity(Box::new(one))));
            }
            all
        }
    })
}
