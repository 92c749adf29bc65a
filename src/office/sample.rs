//! Sample people: invented, believable, and the same for the same seed.
//!
//! They live on reserved domains and behind numbers that ring at nobody's. Names, companies, addresses and decisions
//! depend on the seed alone; notes and comments are in the user's language as well, because the user "wrote" them. Only
//! identities and the journal's random numbers differ from one vault to the next.

mod calendar;
mod country;
mod dice;
mod mailings;
mod people;
mod phone;
mod registered;
mod story;
mod work;

use std::sync::Arc;

use super::attached::{self, Incoming};
use super::{Answer, Desk, Error, Office, Progress, Rule, fields, persons, setup};
use crate::i18n::SortKeys;
use crate::model::activity::{self, Activity};
use crate::model::basis::{Entry, Id};
use crate::model::data_map::{Category, Origin};
use crate::model::journal::{Kind, Subject};
use crate::model::notice::{self, Notice};
use crate::model::user::Right;
use crate::model::wording::Wording;
use crate::model::{attachment, basis, company, custom, list, person, subscription};
use crate::search;
use crate::store;
use crate::store::persons::Stamp;
use calendar::Calendar;
use mailings::Answered;
use people::{OwnField, People, Sample};
use story::Row;
use work::Deed;

/// The seed of sample people that nobody chose another for.
pub const SEED: u64 = 1;
/// What a card file of sample people opens with, where nobody chose another passphrase.
pub const PASSPHRASE: &str = "kartotek demo";

/// How many were made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Made {
    /// Persons.
    pub persons: u64,
    /// Companies.
    pub companies: u64,
}

/// Fills an empty card file with sample people, all or none, and marks it as a sample.
///
/// # Errors
/// [`Error::Forbidden`]; [`Rule::SampleNeedsEmpty`] where there is anybody already; [`Error::Cancelled`].
pub fn make(office: &Office, persons: u64, seed: u64, progress: Arc<Progress>) -> Answer<Made> {
    office.write(move |desk| fill(desk, persons, seed, &progress))
}

fn fill(desk: &mut Desk<'_>, wanted: u64, seed: u64, progress: &Progress) -> Result<Made, Error> {
    for right in [Right::Create, Right::LegalBasis, Right::Settings] {
        desk.require(right)?;
    }
    if setup::counts(desk)? != (0, 0) {
        return Err(Error::Refused(Rule::SampleNeedsEmpty));
    }
    setup::mark_as_sample(desk)?;
    let own_fields = add_own_fields(desk)?;
    let db = desk.db();
    let calendar = Calendar::before(desk.now());
    let mut people = People::new(seed, desk.lang(), calendar, own_fields);
    let (today, words) = (desk.today(), country::words(desk.lang()));
    let mut writer = Writer {
        sort_keys: SortKeys::new(setup::language(db)?.unwrap_or(desk.lang())),
        wordings: store::wordings::all(db)?,
        companies: Vec::new(),
        evidence_left: EVIDENCE,
    };
    store::persons::without_indexes(db, || {
        for done in 0..wanted {
            if done % 512 == 0 {
                progress.at(done, wanted)?;
            }
            let sample = people.next();
            let (id, company) = writer.write(desk, &sample)?;
            if calendar.days_since(sample.created) > NOT_TOLD {
                writer.inform(desk, &sample, id)?;
            }
            for answer in mailings::tell(seed, done, &sample, calendar) {
                writer.answer(desk, &answer, id)?;
            }
            for deed in work::tell(seed, done, sample.created, calendar, today, words) {
                writer.enter(desk, deed, id, company)?;
            }
        }
        Ok::<_, Error>(())
    })?;
    progress.at(wanted, wanted)?;
    persons::set_next_number(desk, wanted + 1)?;
    desk.changes.everything();
    desk.note(Kind::SampleMade, Subject::None, Vec::new())?;
    Ok(Made { persons: wanted, companies: people.companies() as u64 })
}

/// Who came in longer ago than so many days was told what is kept of them: some of the others are due.
const NOT_TOLD: u64 = 24;
/// So many decisions have a text as evidence: each is a file of its own.
const EVIDENCE: usize = 6;

fn add_own_fields(desk: &mut Desk<'_>) -> Result<Vec<OwnField>, Error> {
    use custom::Kind::{Date, List, Number, Text, YesNo};
    let words = country::words(desk.lang());
    let mut added = Vec::new();
    for (name, kind) in country::lines(words, "own-fields").zip([Text, Number, Date, YesNo, List]) {
        let choices = match kind {
            List => country::lines(words, "deliveries").map(str::to_owned).collect(),
            Text | Number | Date | YesNo => Vec::new(),
        };
        let definition = custom::Definition {
            id: custom::Id(0),
            key: String::new(),
            name: name.to_owned(),
            kind,
            choices: choices.clone(),
            category: Category::Relation,
            origin: Origin::Derived,
            in_report: true,
            rank: 0,
            active: true,
        };
        let field = fields::save(desk, None, definition)?;
        added.push(OwnField { id: field.id, kind, choices });
    }
    Ok(added)
}

/// Writes sample people to the file.
struct Writer {
    sort_keys: SortKeys,
    wordings: Vec<Wording>,
    /// The companies written so far, in the order in which they were made up.
    companies: Vec<company::Id>,
    evidence_left: usize,
}

impl Writer {
    fn write(&mut self, desk: &mut Desk<'_>, sample: &Sample) -> Result<(person::Id, Option<company::Id>), Error> {
        let (db, user) = (desk.db(), desk.user().id);
        let content = &sample.content;
        let id = person::Id(db.new_id());
        let stamp = Stamp {
            sort_key: &self.sort_keys.name_key(&content.last_name, &content.first_name),
            company: self.company(desk, sample)?,
            source: sample.source,
            import: None,
            at: sample.created,
            by: user,
            restoring: false,
        };
        store::persons::insert(db, id, content, persons::random_ref()?, &stamp)?;
        if sample.updated > sample.created {
            store::persons::set_updated(db, id, sample.updated, user)?;
        }
        let mut rows: Vec<Id> = Vec::with_capacity(sample.ledger.len());
        for row in &sample.ledger {
            let entry = self.entry(desk, id, row, content.language, &rows)?;
            store::ledger::insert(db, &entry)?;
            rows.push(entry.id);
        }
        Ok((id, stamp.company))
    }

    /// Writes that a person was told what is kept of them, when they came in.
    fn inform(&self, desk: &Desk<'_>, sample: &Sample, person: person::Id) -> Result<(), Error> {
        let told = Notice {
            id: notice::Id(desk.db().new_id()),
            person,
            way: notice::Way::Letter,
            template: String::new(),
            language: None,
            outbox: None,
            told_at: Some(sample.created),
            comment: String::new(),
            at: sample.created,
            by: desk.user().id,
        };
        Ok(store::notices::insert(desk.db(), &told)?)
    }

    /// Writes what a person answered to a type of mailings.
    fn answer(&self, desk: &Desk<'_>, answer: &Answered, person: person::Id) -> Result<(), Error> {
        let entry = subscription::Entry {
            id: subscription::Id(desk.db().new_id()),
            person,
            kind: answer.kind,
            wanted: Some(answer.wanted),
            corrects: None,
            source: answer.source,
            comment: String::new(),
            at: answer.at,
            by: desk.user().id,
        };
        Ok(store::subscriptions::insert(desk.db(), &entry)?)
    }

    /// Writes what was done with a person.
    fn enter(
        &self,
        desk: &Desk<'_>,
        deed: Deed,
        person: person::Id,
        company: Option<company::Id>,
    ) -> Result<(), Error> {
        let (db, user, at) = (desk.db(), desk.user().id, deed.content.at);
        let content = activity::Content { person: Some(person), company, ..deed.content };
        let activity = Activity {
            id: activity::Id(db.new_id()),
            content,
            done_at: deed.done,
            done_by: deed.done.map(|_| user),
            source: list::SOURCE_USER,
            created_at: at,
            created_by: user,
            updated_at: deed.done.unwrap_or(at),
            updated_by: user,
        };
        Ok(store::activities::put(db, &activity)?)
    }

    fn company(&mut self, desk: &Desk<'_>, sample: &Sample) -> Result<Option<company::Id>, Error> {
        let Some(employer) = &sample.company else { return Ok(None) };
        if let Some(known) = self.companies.get(employer.place) {
            return Ok(Some(*known));
        }
        let (db, name, at) = (desk.db(), &employer.content.name, employer.since);
        let id = company::Id(db.new_id());
        let (key, sort_key) = (search::fold(name), self.sort_keys.key(name));
        let stamp =
            store::companies::Stamp { key: &key, sort_key: &sort_key, at, by: desk.user().id, restoring: false };
        store::companies::insert(db, id, &employer.content, &stamp)?;
        self.companies.push(id);
        Ok(Some(id))
    }

    fn entry(
        &mut self,
        desk: &mut Desk<'_>,
        person: person::Id,
        row: &Row,
        language: Option<list::Id>,
        before: &[Id],
    ) -> Result<Entry, Error> {
        let evidence = if row.proven && self.evidence_left > 0 {
            self.evidence_left -= 1;
            let words: Vec<&str> = country::lines(country::words(desk.lang()), "evidence").collect();
            let file = Incoming::from_text(EVIDENCE_FILE, &words.join("\n"));
            Some(attached::keep(desk, person, attachment::Kind::Evidence, &file)?)
        } else {
            None
        };
        let shown = |wording: &&Wording| {
            let own = list::shipped_id(list::List::Language, &wording.language);
            wording.purpose == row.purpose && (own == language || wording.language == "en")
        };
        // A person's own language comes before English, which everybody else was asked in.
        let wording = self.wordings.iter().filter(shown).min_by_key(|wording| wording.language == "en");
        Ok(Entry {
            id: basis::Id(desk.db().new_id()),
            person,
            purpose: row.purpose,
            basis: row.basis,
            item: row.basis.item(),
            source: row.source,
            at: row.at,
            by: desk.user().id,
            comment: row.comment.to_owned(),
            wording: wording.filter(|_| row.worded).map(|wording| wording.id),
            evidence,
            condition: None,
            corrects: row.corrects.and_then(|place| before.get(place).copied()),
            import: None,
        })
    }
}

const EVIDENCE_FILE: &str = "e-mail.txt";

#[cfg(test)]
mod tests;
