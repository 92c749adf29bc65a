//! Carrying an edit out, in the one transaction of the desk.

use std::collections::{BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

use super::judging::{Change, Judge, Verdict};
use super::kept::{Kept, Record, whole};
use super::terms::{Terms, with_items};
use super::{Done, Held, STEP, WORTH_NAMING, order, plan, whom};
use crate::model::basis::Entry;
use crate::model::custom::Definition;
use crate::model::employment;
use crate::model::field::Field;
use crate::model::journal::{Kind, Subject as About};
use crate::model::list;
use crate::model::mass_edit::{Edit, Id, Of};
use crate::model::restriction::{self, Restriction};
use crate::model::user::Right;
use crate::model::{Moment, basis, company, person, subscription};
use crate::office::subject::Subject;
use crate::office::undo::{self, Inverse};
use crate::office::{Desk, Error, Progress, activities, companies, persons, states, subscriptions};
use crate::store;
use crate::store::mass_edits::Card;
use crate::store::persons::Stamp;
use crate::t;

/// What a record held before an edit, as it is kept with it.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Before {
    /// The fields that were changed, and what each held.
    #[serde(rename = "f", default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<(String, Kept)>,
    /// The rows that were entered in the ledger.
    #[serde(rename = "l", default, skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<basis::Id>,
    /// The answers to types of mailings that were entered.
    #[serde(rename = "s", default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<subscription::Id>,
    /// The restriction that was entered.
    #[serde(rename = "r", default, skip_serializing_if = "Option::is_none")]
    pub restriction: Option<restriction::Id>,
    /// The former job that was noted.
    #[serde(rename = "j", default, skip_serializing_if = "Option::is_none")]
    pub job: Option<employment::Id>,
}

/// Carries an edit out: all of it, or, where an error is returned, nothing. Records that are held back stay as they
/// are.
///
/// # Errors
/// Those of [`super::plan`].
pub fn carry_out(desk: &mut Desk<'_>, subject: &Subject, edit: &Edit, progress: &Progress) -> Result<Done, Error> {
    desk.require(Right::MassEdit)?;
    let found = whom(desk, subject, edit)?;
    let terms = Terms::read(desk, found.of, edit)?;
    let (asked, mut edit) = (edit, edit.clone());
    if !terms.new_items.is_empty() {
        // Nothing is added to a list for an edit that changes nothing.
        let plan = plan(desk, subject, &edit, progress)?;
        if plan.changing.is_empty() {
            return Ok(Done { edit: None, of: plan.of, changed: 0, unchanged: plan.unchanged, held: plan.held });
        }
        edit = with_items(desk, found.of, &edit)?;
    }
    let terms = Terms::read(desk, found.of, &edit)?;
    let order = order(&found.ids);
    let total = order.len() as u64;
    let mut judge = Judge::new(desk, &terms)?;
    let mut writer = Writer::new(desk, Id(desk.db().new_id()), found.of, Kind::MassEdited)?;
    let (mut unchanged, mut held) = (0, found.held);
    for (step, places) in order.chunks(STEP).enumerate() {
        progress.at((step * STEP) as u64, total)?;
        for (_, record) in judge.read(desk, places)? {
            match judge.judge(desk, record)? {
                Verdict::Same => unchanged += 1,
                Verdict::Held(id, why) => held.push(Held { id, why }),
                Verdict::Change(change) => {
                    if writer.changed.is_empty() {
                        begin(desk, &writer, &found.name, &edit)?;
                    }
                    writer.change(desk, &terms, *change)?;
                }
            }
        }
    }
    progress.at(total, total)?;
    let id = writer.edit;
    let changed = writer.finish(desk)?;
    if changed > 0 {
        store::mass_edits::finish(desk.db(), id, changed, unchanged, held.len() as u64)?;
        desk.note(Kind::MassEdited, About::Record(id.0), Vec::new())?;
        let lang = desk.lang();
        // Done again, it means the same records, whoever is in the selection by then.
        let subject = match found.of {
            Of::Persons => Subject::Persons(found.ids.iter().copied().map(person::Id).collect()),
            Of::Companies => Subject::Companies(found.ids.iter().copied().map(company::Id).collect()),
            Of::Activities => subject.clone(),
        };
        let whom = match found.of {
            Of::Persons => t!(lang, "mass-edit-persons", count = changed),
            Of::Companies => t!(lang, "mass-edit-companies", count = changed),
            Of::Activities => t!(lang, "mass-edit-activities", count = changed),
        };
        // As it was asked for: what it added to a list goes when it is taken back, and is made again with it.
        let inverse = Inverse::MassEdited { id, subject, edit: Box::new(asked.clone()) };
        desk.can_be_taken_back(undo::Done::new(Kind::MassEdited, whom, Vec::new()), inverse);
    }
    Ok(Done { edit: (changed > 0).then_some(id), of: found.of, changed, unchanged, held })
}

/// Keeps the edit itself, before the first record is changed.
fn begin(desk: &Desk<'_>, writer: &Writer, name: &str, edit: &Edit) -> Result<(), Error> {
    let terms = serde_json::to_string(edit).map_err(|_| Error::Failed)?;
    let stamp = (desk.now(), desk.user().id);
    Ok(store::mass_edits::insert(desk.db(), writer.edit, writer.of, name, &terms, stamp)?)
}

/// Writes records one after the other, and notes each in the journal.
pub(super) struct Writer {
    edit: Id,
    of: Of,
    kind: Kind,
    own: Vec<Definition>,
    /// Companies by the names that the edit gives.
    companies: HashMap<String, company::Id>,
    /// Companies that somebody left.
    left: BTreeSet<company::Id>,
    changed: Vec<i64>,
    /// Whether something changed by which records are found or named.
    names: bool,
}

impl Writer {
    pub(super) fn new(desk: &Desk<'_>, edit: Id, of: Of, kind: Kind) -> Result<Self, Error> {
        Ok(Self {
            edit,
            of,
            kind,
            own: desk.fields()?.to_vec(),
            companies: HashMap::new(),
            left: BTreeSet::new(),
            changed: Vec::new(),
            names: false,
        })
    }

    /// Writes what an edit does to a record, and keeps what it held.
    fn change(&mut self, desk: &mut Desk<'_>, terms: &Terms, change: Change) -> Result<(), Error> {
        let Change { mut before, after, mut fields, grants, answers, mut answered, last } = change;
        let mut kept = Before::default();
        for field in &fields {
            kept.fields.extend(before.kept(field, &self.own).map(|held| (field.to_string(), held)));
        }
        let (after_at, job) = self.write(desk, &before, after, &fields, false)?;
        kept.job = job;
        if let Record::Person(card) = &before {
            let id = card.person.id;
            for (place, corrects) in grants {
                kept.entries.push(enter(desk, terms, place, id, corrects, last)?);
                if !fields.contains(&Field::LegalBasis) {
                    fields.push(Field::LegalBasis);
                }
            }
            for said in answers.into_iter().filter_map(|place| terms.answers.get(place)) {
                let entry = subscriptions::enter(desk, id, said, &answered)?;
                kept.answers.push(entry.id);
                answered.push(entry);
            }
            if !kept.answers.is_empty() {
                fields.push(Field::Subscriptions);
            }
            if !fields.is_empty() {
                self.note(desk, card, fields)?;
            }
            if let Some((ground, comment)) = &terms.restrict {
                let restriction = Restriction {
                    id: restriction::Id(desk.db().new_id()),
                    person: id,
                    ground: *ground,
                    comment: comment.clone(),
                    at: desk.now(),
                    by: desk.user().id,
                    lifted: None,
                };
                store::states::restrict(desk.db(), &restriction)?;
                self.restricted();
                self.note_as(desk, Kind::Restricted, card, Vec::new())?;
                kept.restriction = Some(restriction.id);
            }
        }
        let text = serde_json::to_string(&kept).map_err(|_| Error::Failed)?;
        match &before {
            Record::Activity(activity) => {
                store::mass_edits::keep_activity(desk.db(), self.edit, activity, &text, after_at)?;
            }
            Record::Person(_) | Record::Company(_) => {
                store::mass_edits::keep(desk.db(), self.edit, self.of, before.id(), &text, after_at)?;
            }
        }
        self.changed.push(before.id());
        Ok(())
    }

    /// Notes in the journal what was done to a person, under the edit.
    pub(super) fn note(&self, desk: &mut Desk<'_>, card: &Card, fields: Vec<Field>) -> Result<(), Error> {
        self.note_as(desk, self.kind, card, fields)
    }

    pub(super) fn note_as(
        &self,
        desk: &mut Desk<'_>,
        kind: Kind,
        card: &Card,
        fields: Vec<Field>,
    ) -> Result<(), Error> {
        desk.note(kind, About::RecordOfPerson { person: card.reference, record: self.edit.0 }, fields)
    }

    /// Writes the fields of a record that changed; companies and activities are noted in the journal with it. Returns
    /// its time of change, and the former job that follows from it.
    pub(super) fn write(
        &mut self,
        desk: &mut Desk<'_>,
        before: &Record,
        after: Record,
        fields: &[Field],
        restoring: bool,
    ) -> Result<(Moment, Option<employment::Id>), Error> {
        if fields.is_empty() {
            return Ok((before.updated_at(), None));
        }
        self.names |= fields.iter().any(|field| is_searched(self.of, field));
        let at = desk.after(before.updated_at());
        match (before, after) {
            (Record::Person(known), Record::Person(card)) => {
                let job = self.write_person(desk, known, *card, fields, at, restoring)?;
                Ok((at, job))
            }
            (Record::Company(known), Record::Company(company)) => {
                companies::write(desk, known, company.content, self.kind, restoring)?;
                Ok((at, None))
            }
            (Record::Activity(_), Record::Activity(mut activity)) => {
                activity.updated_at = at;
                activity.updated_by = desk.user().id;
                store::activities::put(desk.db(), &activity)?;
                activities::note(desk, self.kind, &activity, fields.to_vec())?;
                Ok((at, None))
            }
            (Record::Person(_) | Record::Company(_) | Record::Activity(_), _) => Err(Error::Failed),
        }
    }

    fn write_person(
        &mut self,
        desk: &mut Desk<'_>,
        before: &Card,
        mut after: Card,
        fields: &[Field],
        at: Moment,
        restoring: bool,
    ) -> Result<Option<employment::Id>, Error> {
        let mut job = None;
        if fields.contains(&Field::Company) {
            let company = self.company(desk, &after)?;
            after.person.company = company;
            if !restoring {
                job = persons::note_move(desk, &before.person, company, at)?;
            }
            self.left.extend(before.person.company.filter(|left| Some(*left) != company));
        }
        let names = fields.contains(&Field::FirstName) || fields.contains(&Field::LastName);
        let content = &after.person.content;
        let sort_key =
            if names { desk.sort_keys()?.name_key(&content.last_name, &content.first_name) } else { Vec::new() };
        let stamp = Stamp {
            sort_key: &sort_key,
            company: after.person.company,
            source: list::SOURCE_USER,
            import: None,
            at,
            by: desk.user().id,
            restoring,
        };
        store::mass_edits::write(desk.db(), &before.person, &after.person, fields, &stamp)?;
        Ok(job)
    }

    /// Returns the company that a card names, which is added where nobody has it yet; one that is given back may have
    /// another name by now.
    fn company(&mut self, desk: &mut Desk<'_>, card: &Card) -> Result<Option<company::Id>, Error> {
        let name = &card.person.content.company;
        if name.is_empty() {
            return Ok(None);
        }
        if let Some(id) = card.person.company
            && store::companies::exists(desk.db(), id)?
        {
            return Ok(Some(id));
        }
        if let Some(id) = self.companies.get(name) {
            return Ok(Some(*id));
        }
        let id = companies::named(desk, name)?;
        self.companies.insert(name.clone(), id);
        Ok(Some(id))
    }

    /// Notes that somebody's card is closed, or open again: of a closed one, only the name is found.
    pub(super) fn restricted(&mut self) {
        self.names = true;
    }

    /// Notes that a record was changed.
    pub(super) fn has_changed(&mut self, id: i64) {
        self.changed.push(id);
    }

    /// Does what is done once for all, and returns how many were changed.
    pub(super) fn finish(self, desk: &mut Desk<'_>) -> Result<u64, Error> {
        let count = self.changed.len();
        for company in self.left.into_iter().chain(self.companies.into_values()) {
            companies::remove_if_unused(desk, company)?;
        }
        desk.changes.activities |= self.of == Of::Activities;
        if count > WORTH_NAMING && self.names {
            desk.changes.everything();
        } else if count > WORTH_NAMING {
            desk.changes.everything_but_names();
        } else if self.of == Of::Persons {
            self.changed.iter().for_each(|id| desk.changes.person(person::Id(*id)));
        }
        Ok(count as u64)
    }
}

/// Returns whether records are found, or named in lists, by a field.
fn is_searched(of: Of, field: &Field) -> bool {
    let searched: &[Field] = match of {
        Of::Persons => {
            &[Field::FirstName, Field::LastName, Field::Company, Field::Number, Field::Emails, Field::Phones]
        }
        Of::Companies => &[Field::Name, Field::OrgNumber, Field::Emails, Field::Phones, Field::Addresses],
        Of::Activities => &[],
    };
    searched.contains(&whole(field))
}

/// Enters a decision in somebody's ledger; `last` is when its newest row was entered.
fn enter(
    desk: &Desk<'_>,
    terms: &Terms,
    place: usize,
    person: person::Id,
    corrects: Option<basis::Id>,
    last: Option<Moment>,
) -> Result<basis::Id, Error> {
    let decision = terms.grants.get(place).ok_or(Error::Failed)?;
    let entry = Entry {
        id: basis::Id(desk.db().new_id()),
        person,
        purpose: decision.purpose,
        basis: decision.basis,
        item: decision.item,
        source: decision.source,
        // The newest row holds: a clock that was set back must not make an old decision the newest.
        at: last.map_or(desk.now(), |last| desk.now().max(last)),
        by: desk.user().id,
        comment: decision.comment.clone(),
        wording: None,
        evidence: None,
        condition: None,
        corrects,
        import: None,
    };
    store::ledger::insert(desk.db(), &entry)?;
    if corrects.is_some() {
        states::follow(desk, &entry)?;
    }
    Ok(entry.id)
}
