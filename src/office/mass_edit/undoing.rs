//! Taking an edit back: each field holds again what it held, unless somebody changed it since.

use super::carrying::{Before, Writer, carry_out};
use super::judging::records;
use super::kept::{Kept, Record};
use super::terms::{Terms, allow};
use super::{Held, STEP, Undone, Why};
use crate::i18n;
use crate::model::basis::{self, Basis, Decision};
use crate::model::custom::Definition;
use crate::model::field::Field;
use crate::model::journal::{Kind, Subject as About};
use crate::model::list;
use crate::model::mass_edit::{Edit, Id, Of};
use crate::model::restriction::Lifted;
use crate::model::user::{self, Right};
use crate::model::{Moment, person};
use crate::office::subject::Subject;
use crate::office::subscriptions::{self, TakenBack};
use crate::office::undo::Inverse;
use crate::office::{Desk, Error, Progress, Rule, legal_basis};
use crate::store;
use crate::store::mass_edits::{Card, Kept as Row};
use crate::t;

/// Takes an edit back, today or next week.
///
/// What somebody changed since stays, field by field, and the record is listed. Rows that the edit entered in the
/// ledger are not removed but declared void, answers to types of mailings are taken back, and restrictions are lifted.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`]; [`Rule::MassEditUndone`]; [`Error::Cancelled`].
pub fn undo(desk: &mut Desk<'_>, id: Id, progress: &Progress) -> Result<Undone, Error> {
    desk.require(Right::MassEdit)?;
    let past = store::mass_edits::get(desk.db(), id)?.ok_or(Error::NoSuch("mass edit"))?;
    if past.undone.is_some() {
        return Err(Error::Refused(Rule::MassEditUndone));
    }
    // An edit that cannot be read any more may have been about rights.
    if past.edit.as_ref().is_none_or(|edit| edit.rows.iter().any(|row| row.is_about_rights())) {
        desk.require(Right::LegalBasis)?;
    }
    if past.edit.as_ref().is_some_and(|edit| edit.rows.iter().any(|row| row.field() == Some(&Field::Subscriptions))) {
        desk.require(Right::Subscriptions)?;
    }
    // What it says now, to tell what it left from what somebody typed since. Where it could not be carried out any
    // more, records that were changed since are left alone as a whole.
    let terms = past.edit.as_ref().and_then(|edit| Terms::read(desk, past.of, edit).ok());
    let mut back = Back {
        of: past.of,
        own: desk.fields()?.to_vec(),
        terms,
        writer: Writer::new(desk, id, past.of, Kind::MassEditUndone)?,
        undone: Undone { of: past.of, restored: 0, held: Vec::new() },
        waiting: Vec::new(),
        marks: i18n::Lang::ALL.map(|lang| t!(lang, "erasure-mark")).to_vec(),
    };
    let total = store::mass_edits::count_kept(desk.db(), id, past.of)?;
    let (mut last, mut done) = (i64::MIN, 0);
    loop {
        progress.at(done, total)?;
        let rows = store::mass_edits::kept_after(desk.db(), id, past.of, last, STEP)?;
        let Some(end) = rows.last() else { break };
        last = end.record;
        done += rows.len() as u64;
        back.give_back(desk, rows)?;
    }
    let Back { writer, undone, waiting, .. } = back;
    writer.finish(desk)?;
    store::mass_edits::forget(desk.db(), id, past.of, &waiting)?;
    if waiting.is_empty() {
        store::mass_edits::mark_undone(desk.db(), id, desk.now(), desk.user().id)?;
        remove_items(desk, past.at, past.by)?;
    }
    desk.note(Kind::MassEditUndone, About::Record(id.0), Vec::new())?;
    desk.collected.took_back(id);
    Ok(undone)
}

/// Removes what the edit added to lists, where nobody has chosen it since.
fn remove_items(desk: &mut Desk<'_>, at: Moment, by: user::Id) -> Result<(), Error> {
    for item in store::lists::made(desk.db(), at, by)? {
        if store::lists::remove(desk.db(), item)? {
            desk.lists_changed();
            desk.note(Kind::SettingsChanged, About::Record(item.0), Vec::new())?;
        }
    }
    Ok(())
}

/// Takes an edit back as the last change of the session.
pub(in crate::office) fn take_back(
    desk: &mut Desk<'_>,
    id: Id,
    subject: Subject,
    edit: Box<Edit>,
) -> Result<Inverse, Error> {
    undo(desk, id, &Progress::default())?;
    // The step itself takes the change from the history.
    desk.collected = Default::default();
    Ok(Inverse::MassEditAgain { subject, edit })
}

/// Carries an edit out again that was taken back.
pub(in crate::office) fn do_again(desk: &mut Desk<'_>, subject: Subject, edit: Box<Edit>) -> Result<Inverse, Error> {
    let done = carry_out(desk, &subject, &edit, &Progress::default())?;
    // The step is what can be taken back now, and no change of its own.
    desk.collected = Default::default();
    let id = done.edit.ok_or(Error::NoSuch("mass edit"))?;
    Ok(Inverse::MassEdited { id, subject, edit })
}

struct Back {
    of: Of,
    own: Vec<Definition>,
    terms: Option<Terms>,
    writer: Writer,
    undone: Undone,
    /// Those that can be given back later.
    waiting: Vec<i64>,
    /// What stands in the place of a name that was taken out of a text, in each language.
    marks: Vec<String>,
}

impl Back {
    fn give_back(&mut self, desk: &mut Desk<'_>, rows: Vec<Row>) -> Result<(), Error> {
        let read = |row: Row| {
            let before: Before = serde_json::from_str(&row.before).map_err(|_| Error::Failed)?;
            Ok((row, before))
        };
        let rows = rows.into_iter().map(read).collect::<Result<Vec<_>, Error>>()?;
        let mut fields: Vec<Field> = self.terms.iter().flat_map(|terms| terms.fields.iter().cloned()).collect();
        for (key, _) in rows.iter().flat_map(|(_, before)| &before.fields) {
            if let Ok(field) = key.parse::<Field>()
                && !fields.contains(&field)
            {
                fields.push(field);
            }
        }
        for names in [Field::FirstName, Field::LastName] {
            let other = if names == Field::FirstName { Field::LastName } else { Field::FirstName };
            if fields.contains(&names) && !fields.contains(&other) {
                fields.push(other);
            }
        }
        let ids: Vec<i64> = rows.iter().map(|(row, _)| row.record).collect();
        let mut found = records(desk, self.of, &fields, &ids)?.into_iter().peekable();
        for (row, before) in rows {
            // A record that is gone has nothing to be given back.
            while found.next_if(|record| record.id() < row.record).is_some() {}
            let Some(record) = found.next_if(|record| record.id() == row.record) else { continue };
            self.one(desk, record, &row, before)?;
        }
        Ok(())
    }

    /// Leaves a record as it is for now: undoing the edit again reaches it once that is over.
    fn waits(&mut self, id: i64, why: Why) -> Result<(), Error> {
        self.undone.held.push(Held { id, why });
        self.waiting.push(id);
        Ok(())
    }

    /// Returns whether what identified somebody who was erased since was taken out of a value that names or reaches
    /// somebody: what is left of it is none.
    fn is_scrubbed(&self, field: &Field, held: &Kept) -> Result<bool, Error> {
        let is_text = matches!(field, Field::Note | Field::Custom(_) | Field::Subject);
        let written = serde_json::to_string(held).map_err(|_| Error::Failed)?;
        Ok(!is_text && self.marks.iter().any(|mark| written.contains(mark.as_str())))
    }

    fn one(&mut self, desk: &mut Desk<'_>, mut now: Record, row: &Row, before: Before) -> Result<(), Error> {
        let id = now.id();
        let person = match &now {
            Record::Person(card) => Some(card.person.id),
            Record::Activity(activity) => activity.content.person,
            Record::Company(_) => None,
        };
        let mut why = None;
        let mut lifted = false;
        if let Some(person) = person {
            if store::trash::holds_person(desk.db(), person)? {
                return self.waits(id, Why::Rule(Rule::InTrash));
            }
            if !desk.sees(person)? {
                return self.waits(id, Why::Lacks(Right::SeeOthers));
            }
            if let Some(standing) = store::states::standing(desk.db(), person)? {
                if before.restriction != Some(standing.id) {
                    return self.waits(id, Why::Restricted);
                }
                lift(desk, person, standing.id)?;
                lifted = true;
                self.writer.restricted();
            }
        }
        let is_as_left = now.updated_at() == row.after_at;
        let expected = self.expected(desk, &now, &before);
        let mut after = now.clone();
        let mut fields = Vec::new();
        for (key, held) in &before.fields {
            let Ok(field) = key.parse::<Field>() else { continue };
            let is_left = is_as_left
                || expected.clone().is_some_and(|mut expected| {
                    match (expected.kept(&field, &self.own), now.kept(&field, &self.own)) {
                        (Some(one), Some(other)) => one.says(&other),
                        (Some(_) | None, _) => false,
                    }
                });
            if !is_left || self.is_scrubbed(&field, held)? {
                why = why.or(Some(Why::Changed));
            } else if let Some(wrong) = self.against(desk, id, &field, held)? {
                why = why.or(Some(wrong));
            } else {
                after.put(&field, held.clone(), &self.own);
                if now.kept(&field, &self.own) != after.kept(&field, &self.own) {
                    fields.push(field);
                }
            }
        }
        let mut restored = lifted || !fields.is_empty();
        if !fields.is_empty() {
            match self.writer.write(desk, &now, after, &fields, true) {
                Ok(_) => {}
                Err(Error::Invalid(wrong)) if self.of == Of::Companies => {
                    let wrong = wrong.into_iter().next();
                    why = wrong.map(|one| Why::Invalid(one.field, one.reason));
                    (restored, fields) = (lifted, Vec::new());
                }
                Err(error) => return Err(error),
            }
        }
        if let Record::Person(card) = &now {
            if fields.contains(&Field::Company)
                && let Some(job) = before.job
            {
                store::employment::remove(desk.db(), card.person.id, job)?;
            }
            let mut entered = false;
            for entry in before.entries.into_iter().rev() {
                match void(desk, card.person.id, entry)? {
                    Voided::Now => entered = true,
                    Voided::Before => {}
                    Voided::No => why = why.or(Some(Why::Changed)),
                }
            }
            if entered {
                fields.push(Field::LegalBasis);
            }
            let mut taken_back = false;
            for answer in before.answers.into_iter().rev() {
                match subscriptions::strike(desk, card.person.id, answer)? {
                    TakenBack::Now => taken_back = true,
                    TakenBack::Before => {}
                    TakenBack::No => why = why.or(Some(Why::Changed)),
                }
            }
            if taken_back {
                fields.push(Field::Subscriptions);
            }
            restored |= entered | taken_back;
            self.note(desk, card, fields, lifted)?;
        }
        if restored {
            self.writer.has_changed(id);
        }
        match why {
            Some(why) => self.undone.held.push(Held { id, why }),
            None => self.undone.restored += 1,
        }
        Ok(())
    }

    fn note(&self, desk: &mut Desk<'_>, card: &Card, fields: Vec<Field>, lifted: bool) -> Result<(), Error> {
        if lifted {
            self.writer.note_as(desk, Kind::RestrictionLifted, card, Vec::new())?;
        }
        if fields.is_empty() { Ok(()) } else { self.writer.note(desk, card, fields) }
    }

    /// Returns the record as the edit left it; none where that cannot be told.
    fn expected(&self, desk: &Desk<'_>, now: &Record, before: &Before) -> Option<Record> {
        let terms = self.terms.as_ref()?;
        let mut then = now.clone();
        for (key, held) in &before.fields {
            then.put(&key.parse().ok()?, held.clone(), &self.own);
        }
        Some(terms.apply(&self.own, &mut then, (desk.now(), desk.user().id)).ok()?.0)
    }

    /// Returns what is against giving a field back.
    fn against(&self, desk: &Desk<'_>, id: i64, field: &Field, held: &Kept) -> Result<Option<Why>, Error> {
        match allow(desk, self.of, field) {
            Ok(()) => {}
            Err(Error::Refused(rule)) => return Ok(Some(Why::Rule(rule))),
            Err(error) => return Err(error),
        }
        let unknown = || Some(Why::Invalid(field.clone(), crate::model::Reason::Unknown));
        let taken = || Some(Why::Invalid(field.clone(), crate::model::Reason::Taken));
        let lists = desk.lists()?;
        Ok(match held {
            Kept::Item(Some(item)) if lists.get(*item).is_none() => unknown(),
            Kept::Items(items) if items.iter().any(|item| lists.get(*item).is_none()) => unknown(),
            Kept::User(user) if desk.is_unseen_with(*user) => Some(Why::Lacks(Right::SeeOthers)),
            Kept::Text(number) if *field == Field::Number => {
                let by = store::persons::with_number(desk.db(), number)?;
                by.filter(|by| by.0 != id).and_then(|_| taken())
            }
            Kept::Item(_)
            | Kept::Items(_)
            | Kept::User(_)
            | Kept::Text(_)
            | Kept::Day(_)
            | Kept::Yes(_)
            | Kept::Company(..)
            | Kept::Lines(_)
            | Kept::Places(_)
            | Kept::Done(_)
            | Kept::Length(_)
            | Kept::Direction(_)
            | Kept::Consent(_) => None,
        })
    }
}

fn lift(desk: &Desk<'_>, person: person::Id, id: crate::model::restriction::Id) -> Result<(), Error> {
    let why = i18n::text(desk.lang(), "mass-edit-lifted");
    let lifted = Lifted { at: desk.now(), by: desk.user().id, why, told: false };
    Ok(store::states::lift(desk.db(), person, id, &lifted)?)
}

/// What became of a row of the ledger.
enum Voided {
    /// It is void from now on.
    Now,
    /// It was already.
    Before,
    /// Something was decided since.
    No,
}

fn void(desk: &mut Desk<'_>, person: person::Id, id: basis::Id) -> Result<Voided, Error> {
    let ledger = store::ledger::of_person(desk.db(), person)?;
    let Some(entry) = ledger.iter().find(|entry| entry.id == id) else { return Ok(Voided::Before) };
    let history = basis::history(&ledger);
    if history.iter().any(|told| told.entry.id == id && told.struck_by.is_some()) {
        return Ok(Voided::Before);
    }
    let mut standing = history.iter().filter(|told| told.struck_by.is_none()).map(|told| told.entry);
    // A void row says nothing of its own: it took back what was entered since.
    let newest = standing.find(|row| row.purpose == entry.purpose && (row.id == id || row.basis != Basis::Void));
    if newest.is_none_or(|newest| newest.id != id) {
        return Ok(Voided::No);
    }
    let mut void = Decision::new(entry.purpose, Basis::Void, list::SOURCE_USER);
    void.corrects = Some(id);
    legal_basis::enter(desk, person, &void, None)?;
    Ok(Voided::Now)
}
