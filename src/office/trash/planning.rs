//! What a deletion would do.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::super::holding::{self, Held};
use super::super::subject::{self, Subject};
use super::super::{Desk, Error, states};
use super::name;
use crate::i18n::{self, Lang};
#[cfg(test)]
use crate::model::data_map;
use crate::model::trash::Record;
use crate::model::{company, person};
use crate::{store, t};

/// What a deletion would do, or does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// What the selection is called, or the name on the only card; empty where several were picked.
    pub name: String,
    /// The persons who go to the trash.
    pub persons: Vec<person::Id>,
    /// The companies that do.
    pub companies: Vec<company::Id>,
    /// The people who stay, and whose cards lose one of these companies.
    pub staying: Vec<(person::Id, company::Id)>,
    /// Who and what is held back.
    pub held: Vec<Kept>,
    /// What hangs on the persons who go.
    pub things: Vec<Things>,
    /// The day on which all of it is erased, unless it is restored.
    pub purge_on: NaiveDate,
}

impl Plan {
    /// Returns how many cards go.
    pub fn moves(&self) -> usize {
        self.persons.len() + self.companies.len()
    }

    /// Returns whether it is about more than one card.
    pub fn is_many(&self) -> bool {
        self.moves() + self.held.len() > 1
    }
}

/// A card that is held back, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The card.
    pub record: Record,
    /// The name on it.
    pub name: String,
    /// Every reason.
    pub reasons: Vec<Why>,
}

/// Why a card is held back from being deleted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The person is kept.
    Held(Held),
    /// Somebody works there the processing of whose data is restricted, and whose card would have to lose the company.
    RestrictedMember(String),
    /// Somebody works there whom the user may not see.
    UnseenMember,
    /// Texts of others name the person, and nobody decided what becomes of the name.
    Named,
}

impl Why {
    /// Returns the reason's key, as scripts know it.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Held(held) => held.key(),
            Self::RestrictedMember(_) => "restricted-member",
            Self::UnseenMember => "unseen-member",
            Self::Named => "named",
        }
    }

    /// Returns the reason in words.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Self::Held(held) => held.words(lang),
            Self::RestrictedMember(name) => t!(lang, "held-restricted-member", name = name.as_str()),
            Self::UnseenMember => t!(lang, "held-unseen-member"),
            Self::Named => t!(lang, "erasure-held-named"),
        }
    }
}

/// How much of one thing hangs on cards, and what becomes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Things {
    /// What.
    pub thing: Thing,
    /// How much.
    pub count: u64,
}

/// What can hang on a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Thing {
    /// Activities and tasks.
    Activities,
    /// Files.
    Documents,
    /// Decisions in the ledger of legal bases.
    Decisions,
    /// Restrictions, objections, and who looked.
    States,
    /// Legal holds.
    Holds,
    /// E-mail addresses, phone numbers and addresses.
    Contacts,
    /// Interests.
    Interests,
    /// Values of own fields.
    OwnFields,
    /// Former jobs.
    FormerJobs,
    /// What others are to the person.
    Relations,
    /// Places in selections.
    Selections,
    /// Cards that were made one with this.
    Merges,
    /// What imports and mass edits keep to be undone.
    Histories,
    /// Exports that the person was part of.
    Exports,
    /// Letters and messages that wait to be sent.
    Letters,
    /// Favourites, and who looked at the card last.
    Marks,
    /// What was typed and not saved.
    Drafts,
}

/// What becomes of a thing while the card lies in the trash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Becomes {
    /// It stays with the card, and comes back with it.
    WithCard,
    /// It is not shown on the cards of others either.
    Hidden,
    /// It is left out, and counts again once the card is restored.
    LeftOut,
}

impl Becomes {
    /// Returns its key; its text is `trash-becomes-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::WithCard => "with-card",
            Self::Hidden => "hidden",
            Self::LeftOut => "left-out",
        }
    }
}

impl Thing {
    /// All of them, in the order in which a plan shows them.
    pub const ALL: [Self; 17] = [
        Self::Activities,
        Self::Documents,
        Self::Decisions,
        Self::States,
        Self::Holds,
        Self::Contacts,
        Self::Interests,
        Self::OwnFields,
        Self::FormerJobs,
        Self::Relations,
        Self::Selections,
        Self::Merges,
        Self::Histories,
        Self::Exports,
        Self::Letters,
        Self::Marks,
        Self::Drafts,
    ];

    /// Returns its key, as scripts know it; its text is `trash-thing-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Activities => "activities",
            Self::Documents => "documents",
            Self::Decisions => "decisions",
            Self::States => "states",
            Self::Holds => "holds",
            Self::Contacts => "contacts",
            Self::Interests => "interests",
            Self::OwnFields => "own-fields",
            Self::FormerJobs => "former-jobs",
            Self::Relations => "relations",
            Self::Selections => "selections",
            Self::Merges => "merges",
            Self::Histories => "histories",
            Self::Exports => "exports",
            Self::Letters => "letters",
            Self::Marks => "marks",
            Self::Drafts => "drafts",
        }
    }

    /// Returns what becomes of it.
    pub fn becomes(self) -> Becomes {
        match self {
            Self::Relations => Becomes::Hidden,
            Self::Selections | Self::Marks => Becomes::LeftOut,
            Self::Activities
            | Self::Documents
            | Self::Decisions
            | Self::States
            | Self::Holds
            | Self::Contacts
            | Self::Interests
            | Self::OwnFields
            | Self::FormerJobs
            | Self::Merges
            | Self::Histories
            | Self::Exports
            | Self::Letters
            | Self::Drafts => Becomes::WithCard,
        }
    }

    /// Returns what the rows of a table are; none for the card itself, and for its place in the trash.
    fn of_table(table: &str) -> Option<Self> {
        Some(match table {
            "activity" => Self::Activities,
            "attachment" => Self::Documents,
            "ledger" | "subscription" => Self::Decisions,
            "restriction" | "objection" | "look_up" => Self::States,
            "legal_hold" | "kept_longer" => Self::Holds,
            "email" | "phone" | "address" => Self::Contacts,
            "person_interest" => Self::Interests,
            "custom_value" => Self::OwnFields,
            "employment" => Self::FormerJobs,
            "relation" => Self::Relations,
            "selection_person" => Self::Selections,
            "merge" | "distinct_pair" => Self::Merges,
            "import_row" | "mass_edit_person" | "mass_edit_activity" => Self::Histories,
            "outbox" | "outbox_file" | "notice" | "overridden" | "token" | "reply" | "proposal"
            | "mailing_recipient" => Self::Letters,
            "stopped_address" => Self::Contacts,
            "export_person" | "report" => Self::Exports,
            "favourite" | "seen" => Self::Marks,
            "draft" => Self::Drafts,
            _ => return None,
        })
    }
}

/// Says what moving cards to the trash would do, and changes nothing. `with_people` takes the people of companies along.
///
/// # Errors
/// Those of [`subject::resolve`].
pub fn plan(desk: &Desk<'_>, subjects: &[Subject], with_people: bool) -> Result<Plan, Error> {
    let (mut persons, mut companies, mut held) = (Vec::new(), Vec::new(), Vec::new());
    let mut name_of_selection = String::new();
    let mut known = HashSet::new();
    for subject in subjects {
        let whom = subject::resolve(desk, subject)?;
        for id in whom.held.iter().copied().filter(|id| known.insert(id.0)) {
            let record = Record::Person(id);
            held.push(Kept { record, name: name(desk, record)?, reasons: Vec::new() });
        }
        persons.extend(whom.persons().into_iter().filter(|id| known.insert(id.0)));
        companies.extend(whom.companies().into_iter().filter(|id| known.insert(id.0)));
        name_of_selection = whom.name;
    }
    let only = || {
        let picked = persons.iter().copied().map(Record::Person).chain(companies.iter().copied().map(Record::Company));
        let mut all = held.iter().map(|kept: &Kept| kept.record).chain(picked);
        all.next().filter(|_| all.next().is_none())
    };
    if let (true, Some(only)) = (name_of_selection.is_empty(), only()) {
        name_of_selection = name(desk, only)?;
    }
    let restricted = states::restricted(desk)?;
    let mut going = Vec::new();
    let mut members = Vec::new();
    for company in companies {
        let there = store::trash::staying_at(desk.db(), company)?;
        match what_holds(desk, &there, &restricted)? {
            Some(why) => {
                let record = Record::Company(company);
                held.push(Kept { record, name: name(desk, record)?, reasons: vec![why] });
            }
            None => {
                going.push(company);
                if with_people {
                    persons.extend(there.iter().copied().filter(|id| known.insert(id.0)));
                }
                members.extend(there.into_iter().map(|person| (person, company)));
            }
        }
    }
    let asked: Vec<person::Id> =
        held.iter().filter_map(|kept| super::person_of(kept.record)).chain(persons.iter().copied()).collect();
    let mut reasons = holding::of(desk, &asked)?;
    for kept in &mut held {
        if let Record::Person(id) = kept.record {
            kept.reasons = reasons.remove(&id).unwrap_or_default().into_iter().map(Why::Held).collect();
        }
    }
    for id in persons.iter().filter(|id| reasons.contains_key(id)) {
        let reasons = reasons.get(id).into_iter().flatten().cloned().map(Why::Held).collect();
        held.push(Kept { record: Record::Person(*id), name: name(desk, Record::Person(*id))?, reasons });
    }
    persons.retain(|id| !reasons.contains_key(id));
    let go: HashSet<person::Id> = persons.iter().copied().collect();
    let staying = members.into_iter().filter(|(person, _)| !go.contains(person)).collect();
    let things = things(desk, &persons)?;
    let purge_on = super::purge_day(desk)?;
    Ok(Plan { name: name_of_selection, persons, companies: going, staying, held, things, purge_on })
}

/// Returns what keeps a company: people whose cards cannot lose it.
fn what_holds(desk: &Desk<'_>, members: &[person::Id], restricted: &HashSet<person::Id>) -> Result<Option<Why>, Error> {
    for id in members {
        if !desk.sees(*id)? {
            return Ok(Some(Why::UnseenMember));
        }
        if restricted.contains(id) {
            return Ok(Some(Why::RestrictedMember(name(desk, Record::Person(*id))?)));
        }
    }
    Ok(None)
}

/// Returns what hangs on persons, in the order of [`Thing::ALL`].
fn things(desk: &Desk<'_>, persons: &[person::Id]) -> Result<Vec<Things>, Error> {
    if persons.is_empty() {
        return Ok(Vec::new());
    }
    let counts = store::trash::counts(desk.db(), persons)?;
    let of = |thing| counts.iter().filter(|(table, _)| Thing::of_table(table) == Some(thing)).map(|(_, n)| n).sum();
    let things = Thing::ALL.into_iter().map(|thing| Things { thing, count: of(thing) });
    Ok(things.filter(|things| things.count > 0).collect())
}

impl Things {
    /// Returns what it is, in words.
    pub fn words(self, lang: Lang) -> String {
        i18n::text(lang, &format!("trash-thing-{}", self.thing.key()))
    }
}

/// Returns the tables of which nothing says what hangs on a card.
#[cfg(test)]
pub(super) fn unknown_tables() -> Vec<&'static str> {
    data_map::TABLES.iter().map(|table| table.table).filter(|table| Thing::of_table(table).is_none()).collect()
}
