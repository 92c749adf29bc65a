//! Carrying out a planned import, in the one transaction of the desk.

use std::collections::{HashMap, HashSet};

use super::ahead::ahead;
use super::reading::{self, Candidate, Reader};
use super::undoing::Held;
use super::{Outcome, Plan, Planned, file, fingerprint};
use crate::i18n::SortKeys;
use crate::model::basis::Decision;
use crate::model::field::Field;
use crate::model::import::{Counts, Fate, Id, Rejection, Twin};
use crate::model::journal::{Kind, Subject};
use crate::model::list::{self, List};
use crate::model::person::{self, Address, Content, Labelled, Person};
use crate::model::user::Right;
use crate::model::{Invalid, company, email, phone};
use crate::office::erasure::suppression;
use crate::office::{Desk, Error, Progress, companies, legal_basis, lists, mail, persons};
use crate::search;
use crate::store::imports::Touched;
use crate::store::persons::Stamp;
use crate::store::{self};
use crate::transfer::Row;

/// From this many new cards on, indexes are built afterwards rather than kept up to date.
const MANY: u64 = if cfg!(test) { 20 } else { 2_000 };
/// With more changed cards than this, screens read everything anew.
const WORTH_NAMING: usize = 500;

/// Carries out a plan: all of it, or, where an error is returned, nothing.
///
/// A decision that a file brings never takes the place of a withdrawal or an objection that is known.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::FileChanged`] where the file is not the one that was planned with;
/// [`Error::NoPerson`] where a card of the plan is gone; [`Error::Cancelled`].
pub fn carry_out(desk: &mut Desk<'_>, plan: &Plan, progress: &Progress) -> Result<Outcome, Error> {
    desk.require(Right::Import)?;
    super::check(desk, &plan.request)?;
    if fingerprint(&plan.request.path)? != plan.file {
        return Err(Error::FileChanged);
    }
    let db = desk.db();
    let many = plan.counts.added >= MANY && plan.counts.added * 4 >= store::persons::count(db)?;
    let changes = plan.rows.iter().any(|row| matches!(row.fate, Fate::Fill(_) | Fate::Replace(_)));
    let reader = Reader::new(desk, &plan.request)?;
    let keys = SortKeys::new(desk.office_lang()?);
    let import = Import::new(desk, plan, many, changes)?;
    let read = |each: &mut dyn FnMut(Result<Ready, Error>) -> bool| match plan.kept.rows() {
        Some(rows) => read(plan, rows.map(Ok), &reader, &keys, each),
        None => match reread(plan, progress) {
            Ok(rows) => read(plan, rows, &reader, &keys, each),
            Err(error) => drop(each(Err(error))),
        },
    };
    let run = || ahead(read, |ready| import.run(desk, ready, progress))?.1;
    match (many, changes) {
        (false, _) => run(),
        (true, false) => store::persons::without_indexes(db, run),
        (true, true) => store::persons::without_indexes_for_finding(db, run),
    }
}

/// A row that was read and checked, with what costs time to work out and needs no database.
struct Ready {
    candidate: Candidate,
    sort_key: Vec<u8>,
    /// The folded name of the company.
    company_key: String,
}

/// Reads the file of a plan again.
fn reread(plan: &Plan, progress: &Progress) -> Result<impl Iterator<Item = Result<Row, Error>> + use<>, Error> {
    Ok(file::of(&plan.request, progress)?.rows.filter_map(|row| match row {
        Ok(row) => Some(Ok(row)),
        // Such a row was rejected by the plan; where the reading itself broke off, nothing is taken in.
        Err(error) => file::unless_lost(error).err().map(Err),
    }))
}

/// Hands over the rows that are planned, in the order of the file.
fn read(
    plan: &Plan,
    rows: impl Iterator<Item = Result<Row, Error>>,
    reader: &Reader,
    keys: &SortKeys,
    each: &mut dyn FnMut(Result<Ready, Error>) -> bool,
) {
    let mut rows = rows.peekable();
    for planned in plan.rows.iter().filter(|planned| !matches!(planned.fate, Fate::Reject(_))) {
        while rows.next_if(|row| row.as_ref().is_ok_and(|row| row.number < planned.row)).is_some() {}
        let row = match rows.next_if(|row| row.as_ref().map_or(true, |row| row.number == planned.row)).transpose() {
            Ok(row) => row,
            Err(error) => {
                each(Err(error));
                return;
            }
        };
        let ready = row.and_then(|row| reader.read(&row.cells).ok()).map(|candidate| {
            let content = &candidate.content;
            Ready {
                sort_key: keys.name_key(&content.last_name, &content.first_name),
                company_key: search::fold(&content.company),
                candidate,
            }
        });
        let is_there = ready.is_some();
        if !each(ready.ok_or(Error::FileChanged)) || !is_there {
            return;
        }
    }
}

struct Import<'p> {
    id: Id,
    plan: &'p Plan,
    /// The cards that rows of this file made, for later rows about the same people.
    made: HashMap<u64, person::Id>,
    /// Rows that a later row is about.
    wanted: HashSet<u64>,
    /// Companies by their folded names.
    companies: HashMap<String, company::Id>,
    /// Whether `companies` holds every company, because the database cannot be asked.
    has_all_companies: bool,
    items: HashMap<(List, String), Option<list::Id>>,
    next_number: u64,
    /// Whether `taken` holds every number that is taken, because the database cannot be asked.
    many: bool,
    taken: HashSet<String>,
    counts: Counts,
    /// Rows that were planned and could not be taken.
    rejected: HashMap<u64, Rejection>,
    persons: Vec<person::Id>,
}

impl<'p> Import<'p> {
    fn new(desk: &Desk<'_>, plan: &'p Plan, many: bool, changes: bool) -> Result<Self, Error> {
        let has_all_companies = many && !changes;
        let twins = plan.rows.iter().filter_map(about).chain(plan.others.values().flatten().copied());
        let wanted = twins.filter_map(|twin| if let Twin::Row(row) = twin { Some(row) } else { None }).collect();
        Ok(Self {
            id: Id(desk.db().new_id()),
            plan,
            made: HashMap::new(),
            wanted,
            companies: if has_all_companies { store::companies::keys(desk.db())? } else { HashMap::new() },
            has_all_companies,
            items: HashMap::new(),
            next_number: persons::first_free_number(desk)?,
            many,
            taken: if many { store::persons::numbers(desk.db())? } else { HashSet::new() },
            rejected: HashMap::new(),
            counts: Counts { added: 0, updated: 0, skipped: 0, ..plan.counts },
            persons: Vec::new(),
        })
    }

    fn run(
        mut self,
        desk: &mut Desk<'_>,
        ready: &mut dyn Iterator<Item = Result<Ready, Error>>,
        progress: &Progress,
    ) -> Result<Outcome, Error> {
        let plan = self.plan;
        store::imports::insert(desk.db(), self.id, &plan.request.terms, desk.now(), desk.user().id)?;
        let total = plan.rows.len() as u64;
        for (done, planned) in (1..).zip(&plan.rows) {
            progress.at(done, total)?;
            if let Fate::Reject(_) = planned.fate {
                continue;
            }
            let ready = ready.next().ok_or(Error::FileChanged)??;
            self.take(desk, planned, ready)?;
        }
        persons::set_next_number(desk, self.next_number)?;
        store::imports::finish(desk.db(), self.id, &self.counts)?;
        desk.note(Kind::Imported, Subject::Record(self.id.0), Vec::new())?;
        if self.persons.len() > WORTH_NAMING {
            desk.changes.everything();
        } else {
            self.persons.iter().for_each(|id| desk.changes.person(*id));
            self.companies.values().for_each(|id| desk.changes.company(*id));
        }
        let mut rows = plan.rows.clone();
        for row in &mut rows {
            if let Some(rejection) = self.rejected.remove(&row.row) {
                row.fate = Fate::Reject(rejection);
            }
        }
        Ok(Outcome { id: self.id, counts: self.counts, rows, persons: self.persons, left_out: plan.left_out.clone() })
    }

    fn take(&mut self, desk: &mut Desk<'_>, planned: &Planned, ready: Ready) -> Result<(), Error> {
        let candidate = match planned.fate {
            Fate::New => return self.add(desk, planned, ready),
            Fate::Skip(_) | Fate::Fill(_) | Fate::Replace(_) | Fate::Reject(_) => ready.candidate,
        };
        match planned.fate {
            Fate::Skip(twin) if planned.notes_refusal => self.refuse(desk, planned, twin, candidate),
            Fate::Skip(_) => {
                self.counts.skipped += 1;
                Ok(())
            }
            Fate::Fill(twin) => self.change(desk, planned, twin, candidate, fill),
            Fate::Replace(twin) => self.change(desk, planned, twin, candidate, replace),
            Fate::New | Fate::Reject(_) => Ok(()),
        }
    }

    /// Lifts the marks of what went in although it was somebody's who was erased: nobody else's.
    fn let_in(&self, desk: &mut Desk<'_>, content: &Content) -> Result<(), Error> {
        if let Some(reason) = &self.plan.request.overrule {
            suppression::overrule(desk, content, reason)?;
        }
        Ok(())
    }

    /// Puts what the row picks from lists on the card; what a list lacks is added to it.
    fn pick(&mut self, desk: &mut Desk<'_>, candidate: &mut Candidate) -> Result<(), Error> {
        for (pick, value) in std::mem::take(&mut candidate.picks) {
            if let Some(item) = self.item(desk, pick.list(), value)? {
                pick.put(&mut candidate.content, item);
            }
        }
        candidate.content.interests.sort_unstable();
        candidate.content.interests.dedup();
        Ok(())
    }

    fn item(&mut self, desk: &mut Desk<'_>, list: List, value: String) -> Result<Option<list::Id>, Error> {
        let key = (list, value);
        if let Some(known) = self.items.get(&key) {
            return Ok(*known);
        }
        let item = lists::find_or_add(desk, list, &key.1)?;
        self.items.insert(key, item);
        Ok(item)
    }

    /// Makes a card. The reader has tidied and checked it.
    fn add(&mut self, desk: &mut Desk<'_>, planned: &Planned, ready: Ready) -> Result<(), Error> {
        let Ready { mut candidate, sort_key, company_key } = ready;
        self.pick(desk, &mut candidate)?;
        let mut content = candidate.content;
        // The plan rejects such rows: it was made with other rights.
        if desk.is_unseen_with(content.our_contact) {
            return Err(Error::Forbidden(Right::SeeOthers));
        }
        if content.number.is_empty() || self.is_taken(desk, &content.number)? {
            content.number = self.number(desk)?;
        }
        self.taken.insert(content.number.clone());
        let id = person::Id(desk.db().new_id());
        let company = self.company(desk, &content.company, company_key)?;
        let source = candidate.source.unwrap_or(self.plan.request.terms.source);
        let (import, at, by) = (Some(self.id), desk.now(), desk.user().id);
        let stamp = Stamp { sort_key: &sort_key, company, source, import, at, by, restoring: false };
        let reference = persons::random_ref()?;
        store::persons::insert(desk.db(), id, &content, reference, &stamp)?;
        self.let_in(desk, &content)?;
        // A second card of somebody who said no does not turn that into a yes.
        let decision = self.decision(candidate.basis, source, candidate.comment);
        if self.is_refused(desk, planned, &decision)? {
            self.counts.refusals_kept += 1;
        } else {
            legal_basis::enter_first(desk, id, &decision, Some(self.id))?;
        }
        let touched = Touched { person: id, before: None, after_at: desk.now() };
        store::imports::touch(desk.db(), self.id, &touched)?;
        desk.note(Kind::PersonAdded, Subject::Person(reference), vec![Field::LegalBasis])?;
        mail::notices::on_registration(desk, id, source)?;
        if self.wanted.contains(&planned.row) {
            self.made.insert(planned.row, id);
        }
        self.persons.push(id);
        self.counts.added += 1;
        Ok(())
    }

    /// Changes the card of somebody who is here already, as `merge` puts card and row together.
    ///
    /// A row that would leave a card which cannot be saved, or not be seen any more, is rejected, and nothing of it is written.
    fn change(
        &mut self,
        desk: &mut Desk<'_>,
        planned: &Planned,
        twin: Twin,
        mut candidate: Candidate,
        merge: fn(&Content, &Content) -> Content,
    ) -> Result<(), Error> {
        let id = self.card(twin)?;
        if self.is_closed(desk, planned, id)? {
            return Ok(());
        }
        let before = persons::whole(desk, id)?;
        // A number that another card has stays with that card.
        let number = &candidate.content.number;
        if *number != before.content.number && self.is_taken(desk, number)? {
            candidate.content.number.clear();
        }
        let mut trial = merge(&before.content, &candidate.content);
        if desk.is_unseen_with(trial.our_contact) {
            self.rejected.insert(planned.row, reading::given_away());
            self.counts.rejected += 1;
            return Ok(());
        }
        desk.lets_erased_in = self.plan.request.overrule.is_some();
        match persons::prepare(desk, &mut trial, Some(&before.content)) {
            Ok(()) => {}
            Err(Error::Invalid(wrong)) => {
                self.reject(planned, wrong);
                return Ok(());
            }
            Err(error) => return Err(error),
        }
        self.pick(desk, &mut candidate)?;
        let content = merge(&before.content, &candidate.content);
        self.taken.remove(&before.content.number);
        self.taken.insert(content.number.clone());
        // A company that this card leaves may be gone.
        if content.company != before.content.company {
            self.companies.remove(&search::fold(&before.content.company));
        }
        let source = candidate.source.unwrap_or(self.plan.request.terms.source);
        let mut fields = persons::put(desk, &before, content.clone(), source)?;
        self.let_in(desk, &content)?;
        let decision = self.decision(candidate.basis, source, candidate.comment);
        let current = store::ledger::current(desk.db(), id, decision.purpose)?;
        let replaces = matches!(planned.fate, Fate::Replace(_));
        let is_new = match current {
            None => true,
            Some(named) => named != decision.named() && (replaces || decision.basis.is_refusal()),
        };
        if self.is_refused(desk, planned, &decision)? {
            self.counts.refusals_kept += 1;
        } else if is_new {
            legal_basis::enter(desk, id, &decision, Some(self.id))?;
            fields.push(Field::LegalBasis);
        }
        if fields.is_empty() {
            self.counts.skipped += 1;
            return Ok(());
        }
        self.changed(desk, &before, fields)
    }

    /// Enters that somebody refused whose row is left out otherwise.
    fn refuse(
        &mut self,
        desk: &mut Desk<'_>,
        planned: &Planned,
        twin: Twin,
        candidate: Candidate,
    ) -> Result<(), Error> {
        let id = self.card(twin)?;
        if self.is_closed(desk, planned, id)? {
            return Ok(());
        }
        let before = persons::whole(desk, id)?;
        let source = candidate.source.unwrap_or(self.plan.request.terms.source);
        let decision = self.decision(candidate.basis, source, candidate.comment);
        if store::ledger::current(desk.db(), id, decision.purpose)?.is_some_and(|named| named.basis == decision.basis) {
            self.counts.skipped += 1;
            return Ok(());
        }
        legal_basis::enter(desk, id, &decision, Some(self.id))?;
        self.changed(desk, &before, vec![Field::LegalBasis])
    }

    /// Rejects a row about somebody whose card was closed, or given to another, after the plan was made.
    fn is_closed(&mut self, desk: &Desk<'_>, planned: &Planned, id: person::Id) -> Result<bool, Error> {
        let why = if store::states::is_restricted(desk.db(), id)? {
            reading::restricted()
        } else if !desk.is_seen_in_trash(id)? {
            reading::unseen()
        } else if store::trash::holds_person(desk.db(), id)? {
            reading::in_trash()
        } else {
            return Ok(false);
        };
        self.rejected.insert(planned.row, why);
        self.counts.rejected += 1;
        Ok(true)
    }

    /// Notes that a card was changed.
    fn changed(&mut self, desk: &mut Desk<'_>, before: &Person, fields: Vec<Field>) -> Result<(), Error> {
        let id = before.id;
        self.note_before(desk, before)?;
        desk.note_person(Kind::PersonEdited, id, fields)?;
        if self.persons.last() != Some(&id) {
            self.persons.push(id);
        }
        self.counts.updated += 1;
        Ok(())
    }

    fn reject(&mut self, planned: &Planned, wrong: Vec<Invalid>) {
        if let Some(wrong) = wrong.into_iter().next() {
            self.rejected.insert(planned.row, reading::rejection(wrong.field, wrong.reason));
            self.counts.rejected += 1;
        }
    }

    /// Keeps what the card held, so that the import can be undone.
    fn note_before(&self, desk: &Desk<'_>, before: &Person) -> Result<(), Error> {
        let after_at = store::persons::updated_at(desk.db(), before.id)?.ok_or(Error::NoPerson(before.id))?;
        let held = Held { content: before.content.clone(), company_id: before.company };
        let held = serde_json::to_string(&held).map_err(|_| Error::Failed)?;
        let touched = Touched { person: before.id, before: Some(held), after_at };
        Ok(store::imports::touch(desk.db(), self.id, &touched)?)
    }

    fn decision(
        &self,
        basis: Option<crate::model::basis::Named>,
        source: list::Id,
        comment: Option<String>,
    ) -> Decision {
        let terms = &self.plan.request.terms;
        let mut decision = Decision::new(terms.purpose, basis.unwrap_or(terms.basis), source);
        decision.condition = terms.condition.filter(|_| decision.basis.gives());
        let own = comment.unwrap_or_default();
        let parts: Vec<&str> =
            [terms.comment.as_str(), own.as_str()].into_iter().filter(|part| !part.is_empty()).collect();
        decision.comment = parts.join("; ").chars().take(crate::model::text::LONG_LINE).collect();
        decision
    }

    fn card(&self, twin: Twin) -> Result<person::Id, Error> {
        match twin {
            Twin::Card(id) => Ok(id),
            Twin::Row(row) => self.made.get(&row).copied().ok_or(Error::FileChanged),
        }
    }

    /// Returns whether anybody whom the row may be about has refused what it would enter.
    fn is_refused(&self, desk: &Desk<'_>, planned: &Planned, decision: &Decision) -> Result<bool, Error> {
        if decision.basis.is_refusal() {
            return Ok(false);
        }
        let others = self.plan.others.get(&planned.row).into_iter().flatten().copied();
        for twin in about(planned).into_iter().chain(others) {
            let id = self.card(twin)?;
            let current = store::ledger::current(desk.db(), id, decision.purpose)?;
            if current.is_some_and(|named| named.basis.is_refusal())
                || legal_basis::objection_against(desk, id, decision)?.is_some()
            {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn company(&mut self, desk: &Desk<'_>, name: &str, key: String) -> Result<Option<company::Id>, Error> {
        if name.is_empty() {
            return Ok(None);
        }
        if let Some(id) = self.companies.get(&key) {
            return Ok(Some(*id));
        }
        let known = if self.has_all_companies { None } else { store::companies::by_key(desk.db(), &key)? };
        let id = known.map_or_else(|| companies::insert(desk, &company::Content::named(name)), Ok)?;
        self.companies.insert(key, id);
        Ok(Some(id))
    }

    fn is_taken(&self, desk: &Desk<'_>, number: &str) -> Result<bool, Error> {
        // While the index is away, asking the database would read every card.
        Ok(self.taken.contains(number) || (!self.many && store::persons::with_number(desk.db(), number)?.is_some()))
    }

    fn number(&mut self, desk: &Desk<'_>) -> Result<String, Error> {
        loop {
            let number = self.next_number.to_string();
            self.next_number += 1;
            if !self.is_taken(desk, &number)? {
                return Ok(number);
            }
        }
    }
}

/// Returns who a row is about, as far as that is somebody known.
fn about(planned: &Planned) -> Option<Twin> {
    match planned.fate {
        Fate::Skip(twin) | Fate::Fill(twin) | Fate::Replace(twin) => Some(twin),
        Fate::New | Fate::Reject(_) => planned.like,
    }
}

/// Returns the card with its gaps filled from the row.
fn fill(card: &Content, row: &Content) -> Content {
    let text = |card: &String, row: &String| if card.is_empty() { row.clone() } else { card.clone() };
    Content {
        first_name: text(&card.first_name, &row.first_name),
        last_name: text(&card.last_name, &row.last_name),
        company: text(&card.company, &row.company),
        title: text(&card.title, &row.title),
        position: card.position.or(row.position),
        category: card.category.or(row.category),
        business: card.business.or(row.business),
        language: card.language.or(row.language),
        our_contact: card.our_contact.or(row.our_contact),
        number: card.number.clone(),
        emails: together(&card.emails, &row.emails, |a, b| email::key(a) == email::key(b)),
        phones: together(&card.phones, &row.phones, |a, b| a == b || phone::same(a, b)),
        addresses: if card.addresses.is_empty() { row.addresses.clone() } else { card.addresses.clone() },
        country: text(&card.country, &row.country),
        birth_date: card.birth_date.or(row.birth_date),
        website: text(&card.website, &row.website),
        note: text(&card.note, &row.note),
        // A file can add that somebody left or wants no mail; that it does not say so proves nothing.
        former_employee: card.former_employee || row.former_employee,
        no_mailings: card.no_mailings || row.no_mailings,
        interests: card.interests.iter().chain(&row.interests).copied().collect(),
        custom: row.custom.iter().chain(&card.custom).map(|(id, value)| (*id, value.clone())).collect(),
        picture: card.picture,
    }
}

/// Returns the card with what the row holds in place of what the card holds. What the row leaves empty stays, and
/// e-mails and phones that only the card has stay behind the row's.
fn replace(card: &Content, row: &Content) -> Content {
    let merged = fill(row, card);
    Content {
        number: if row.number.is_empty() { card.number.clone() } else { row.number.clone() },
        emails: reordered(&card.emails, &row.emails, |a, b| email::key(a) == email::key(b)),
        phones: reordered(&card.phones, &row.phones, |a, b| a == b || phone::same(a, b)),
        addresses: match row.addresses.as_slice() {
            [] => card.addresses.clone(),
            new => replaced_addresses(&card.addresses, new),
        },
        picture: card.picture,
        ..merged
    }
}

/// Returns the card's values, then those of the row that the card lacks.
fn together(
    card: &[Labelled<String>],
    row: &[Labelled<String>],
    same: fn(&str, &str) -> bool,
) -> Vec<Labelled<String>> {
    let mut all = card.to_vec();
    for new in row {
        if !all.iter().any(|old| same(&old.value, &new.value)) {
            all.push(new.clone());
        }
    }
    all
}

/// Returns the row's values first, with the identity they have on the card, then what only the card has.
fn reordered(
    card: &[Labelled<String>],
    row: &[Labelled<String>],
    same: fn(&str, &str) -> bool,
) -> Vec<Labelled<String>> {
    let mut all: Vec<Labelled<String>> = Vec::new();
    for new in row {
        // Two spellings of one number are two values: only the first is the card's.
        let is_free = |old: &&Labelled<String>| all.iter().all(|row| row.id.is_none() || row.id != old.id);
        let old = card.iter().filter(is_free).find(|old| same(&old.value, &new.value));
        all.push(Labelled {
            id: old.and_then(|old| old.id),
            label: new.label.or(old.and_then(|old| old.label)),
            value: new.value.clone(),
            origin: None,
        });
    }
    let rest = card.iter().filter(|old| !row.iter().any(|new| same(&old.value, &new.value)));
    all.extend(rest.cloned());
    all
}

fn replaced_addresses(card: &[Labelled<Address>], row: &[Labelled<Address>]) -> Vec<Labelled<Address>> {
    let mut all = row.to_vec();
    for (place, new) in all.iter_mut().enumerate() {
        new.id = card.get(place).and_then(|old| old.id);
    }
    all.extend(card.iter().skip(row.len()).cloned());
    all
}
