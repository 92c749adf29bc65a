//! A desk: one transaction, who acts, when, and in which language.

use std::cell::OnceCell;
use std::path::Path;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::NaiveDate;

use super::lists::Lists;
use super::rules::Rules;
use super::settings::Decided;
use super::undo::{Collected, Done, Inverse};
use super::{Error, Rule, journal};
use crate::i18n::Lang;
use crate::i18n::SortKeys;
use crate::model::change::Changes;
use crate::model::field::Field;
use crate::model::journal::{Entry, Kind, Subject};
use crate::model::user::{Right, User};
use crate::model::{Moment, custom, person};
use crate::store::{self, Db};
use crate::vault::{Attachments, Cancel, Keys, Work};

/// Where one piece of work is done. What it did goes to the journal in the same transaction.
pub struct Desk<'a> {
    db: &'a Db,
    keys: &'a Keys,
    attachments: &'a Attachments,
    cancel: &'a Cancel,
    user: User,
    now: Moment,
    lang: Lang,
    sort_keys: OnceCell<SortKeys>,
    lists: OnceCell<Lists>,
    fields: OnceCell<Vec<custom::Definition>>,
    decided: OnceCell<Decided>,
    rules: OnceCell<Rules>,
    head: Option<crate::vault::Head>,
    /// The closed card that the user gave a reason to read (art. 18(2)).
    opened: Option<person::Id>,
    /// Whether e-mails and phones of people who were erased may go in: whoever lets them lifts their marks.
    pub(super) lets_erased_in: bool,
    /// What the work changed, for open screens.
    pub changes: Changes,
    /// Files of attachments to remove once the work is committed.
    pub(super) files_to_remove: Vec<String>,
    /// Files of attachments that were written, to remove if the work is not committed.
    pub(super) files_written: Vec<String>,
    /// What to do if the work is not committed.
    pub(super) otherwise: Vec<Box<dyn FnOnce() + Send>>,
    /// What takes the work back.
    pub(super) collected: Collected,
    /// Whether nothing done in this session so far can be taken back afterwards.
    pub(super) forgets_history: bool,
    /// What to do once the work is committed.
    pub(super) after: Vec<Box<dyn FnOnce() + Send>>,
}

impl<'a> Desk<'a> {
    /// Sits down to work.
    pub fn new(work: &Work<'a>, user: User, lang: Lang) -> Self {
        Self {
            db: work.db,
            keys: work.keys,
            attachments: work.attachments,
            cancel: work.cancel,
            user,
            now: Moment::now(),
            lang,
            sort_keys: OnceCell::new(),
            lists: OnceCell::new(),
            fields: OnceCell::new(),
            decided: OnceCell::new(),
            rules: OnceCell::new(),
            head: None,
            opened: None,
            lets_erased_in: false,
            changes: Changes::default(),
            files_to_remove: Vec::new(),
            files_written: Vec::new(),
            otherwise: Vec::new(),
            collected: Collected::default(),
            forgets_history: false,
            after: Vec::new(),
        }
    }

    /// Returns the connection, for the office's own functions.
    pub(super) fn db(&self) -> &'a Db {
        self.db
    }

    /// Returns the vault's keys.
    pub(super) fn keys(&self) -> &'a Keys {
        self.keys
    }

    /// Returns the store of attached files.
    pub(super) fn attachments(&self) -> &'a Attachments {
        self.attachments
    }

    /// Returns what tells whether the work has been called off.
    pub(super) fn cancel(&self) -> &'a Cancel {
        self.cancel
    }

    /// Returns who acts.
    pub fn user(&self) -> &User {
        &self.user
    }

    /// Returns when the work began: every row it writes carries this time.
    pub fn now(&self) -> Moment {
        self.now
    }

    /// Returns the time of a change of a record that was changed at `before`. Two within one millisecond must still be
    /// told apart: an editor who saw the first has not seen the second.
    pub(super) fn after(&self, before: Moment) -> Moment {
        Moment(self.now.0.max(before.0 + 1))
    }

    /// Returns the day it is where the user is.
    pub fn today(&self) -> NaiveDate {
        self.now.local_date()
    }

    /// Returns the language the user reads.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Returns what makes sort keys in the office's language.
    ///
    /// # Errors
    /// The database's, where the office's language cannot be read.
    pub(super) fn sort_keys(&self) -> Result<&SortKeys, Error> {
        if let Some(keys) = self.sort_keys.get() {
            return Ok(keys);
        }
        let keys = SortKeys::new(self.office_lang()?);
        Ok(self.sort_keys.get_or_init(|| keys))
    }

    /// Returns the office's language, in which sort keys are kept.
    ///
    /// # Errors
    /// The database's.
    pub(super) fn office_lang(&self) -> Result<Lang, Error> {
        Ok(super::setup::language(self.db)?.unwrap_or(self.lang))
    }

    /// Returns the language somebody is written to in: theirs, or the nearest that the program speaks; none where nobody
    /// noted it.
    ///
    /// # Errors
    /// The database's.
    pub(super) fn language_to(&self, person: &person::Content) -> Result<Option<Lang>, Error> {
        self.language_of(person.language)
    }

    /// As [`Desk::language_to`], by the language that a card names.
    ///
    /// # Errors
    /// The database's.
    pub(super) fn language_of(&self, item: Option<crate::model::list::Id>) -> Result<Option<Lang>, Error> {
        let Some(item) = item else { return Ok(None) };
        Ok(match self.lists()?.key(item) {
            "" => None,
            "nb" | "nn" | "da" => Some(Lang::Nb),
            "sv" => Some(Lang::Sv),
            // Whoever speaks another reads English sooner than ours.
            _ => Some(Lang::En),
        })
    }

    /// Allows the work only to somebody with the right to it.
    ///
    /// # Errors
    /// [`Error::Forbidden`].
    pub fn require(&self, right: Right) -> Result<(), Error> {
        if self.user.may(right) { Ok(()) } else { Err(Error::Forbidden(right)) }
    }

    /// Allows to write a file only where it cannot take the place of one of the vault's own.
    ///
    /// # Errors
    /// [`Rule::InsideVault`].
    pub(super) fn require_outside(&self, path: &std::path::Path) -> Result<(), Error> {
        if self.attachments.lies_in_vault(path) { Err(Error::Refused(Rule::InsideVault)) } else { Ok(()) }
    }

    /// Returns the lists that fields choose from.
    ///
    /// # Errors
    /// The database's.
    pub fn lists(&self) -> Result<&Lists, Error> {
        if let Some(lists) = self.lists.get() {
            return Ok(lists);
        }
        let lists = Lists::new(store::lists::all(self.db)?);
        Ok(self.lists.get_or_init(|| lists))
    }

    /// Forgets the lists, because one was changed.
    pub(super) fn lists_changed(&mut self) {
        self.lists.take();
        self.rules.take();
        self.changes.settings = true;
    }

    /// Returns the office's own fields in their order.
    ///
    /// # Errors
    /// The database's.
    pub fn fields(&self) -> Result<&[custom::Definition], Error> {
        if let Some(fields) = self.fields.get() {
            return Ok(fields);
        }
        let fields = store::custom::all(self.db)?;
        Ok(self.fields.get_or_init(|| fields))
    }

    /// Forgets the own fields, because one was changed.
    pub(super) fn fields_changed(&mut self) {
        self.fields.take();
        self.rules.take();
        self.changes.settings = true;
    }

    /// Returns what the office decided otherwise than shipped, by key.
    ///
    /// # Errors
    /// The database's.
    pub(super) fn decided(&self) -> Result<&Decided, Error> {
        if let Some(decided) = self.decided.get() {
            return Ok(decided);
        }
        let decided = store::settings::all(self.db)?;
        Ok(self.decided.get_or_init(|| decided))
    }

    /// Forgets what the office decided, because some of it was changed.
    pub(super) fn decided_changed(&mut self) {
        self.decided.take();
        self.rules.take();
        self.changes.settings = true;
    }

    /// Returns what the office decided, as far as cards and decisions obey it.
    ///
    /// # Errors
    /// The database's.
    pub fn rules(&self) -> Result<&Rules, Error> {
        if let Some(rules) = self.rules.get() {
            return Ok(rules);
        }
        let rules = Rules::read(self)?;
        Ok(self.rules.get_or_init(|| rules))
    }

    /// Notes what takes a part of the work back.
    pub(super) fn can_be_taken_back(&mut self, done: Done, inverse: Inverse) {
        self.collected.add(done, inverse);
    }

    /// Lets nothing that was done in this session be taken back: it holds what is to be kept nowhere.
    pub(super) fn forget_history(&mut self) {
        self.forgets_history = true;
    }

    /// Lets so many years have gone by.
    #[cfg(test)]
    pub(super) fn pass_years_for_tests(&mut self, years: u32) {
        let day = self.now.local_date() + chrono::Months::new(12 * years);
        self.now = Moment::beginning(day);
    }

    /// Lets so many days have gone by.
    #[cfg(test)]
    pub(super) fn pass_days_for_tests(&mut self, days: u64) {
        self.now = Moment::beginning(self.now.local_date() + chrono::Days::new(days));
    }

    /// Sits somebody with another role down, to show what they may not do.
    #[cfg(test)]
    pub(super) fn become_role(&mut self, role: crate::model::user::Role) {
        self.user = User::new(self.user.id, &self.user.name, role);
        self.rules.take();
    }

    /// Sits somebody down as they are in the file, to show what their role does not see.
    #[cfg(test)]
    pub(super) fn become_user(&mut self, user: User) {
        self.user = user;
        self.rules.take();
    }

    /// Sits somebody else down, who may do two things and nothing more.
    #[cfg(test)]
    pub(super) fn become_other(&mut self, id: crate::model::user::Id, one: Right, other: Right) {
        self.user = User::new(id, "other", crate::model::user::Role::ReadOnly);
        self.user.rights = crate::model::user::Rights::of(&[one, other]);
        self.rules.take();
    }

    /// Notes what takes back what was done outside the database, if the work is not committed.
    pub(super) fn if_not_committed(&mut self, act: impl FnOnce() + Send + 'static) {
        self.otherwise.push(Box::new(act));
    }

    /// Notes a file outside the vault: without an entry in the journal, nothing leaves the vault.
    pub(super) fn has_written(&mut self, file: &Path) {
        let file = file.to_owned();
        self.if_not_committed(move || {
            if let Err(error) = std::fs::remove_file(file) {
                tracing::warn!(kind = ?error.kind(), "a file that was not noted was not removed");
            }
        });
    }

    /// Notes what is to be done once the work is committed.
    pub(super) fn after_commit(&mut self, act: impl FnOnce() + Send + 'static) {
        self.after.push(Box::new(act));
    }

    /// Lets the user read a card that is closed, if they gave a reason for it.
    pub(super) fn may_read(&mut self, opened: Option<person::Id>) {
        self.opened = opened;
    }

    /// Opens a closed card to be read at this desk.
    pub(super) fn open(&mut self, id: person::Id) {
        self.opened = Some(id);
    }

    /// Returns whether a reason was given to read this card.
    pub(super) fn has_opened(&self, id: person::Id) -> bool {
        self.opened == Some(id)
    }

    /// Allows to read a card only where the user may see it, and the processing of its data is not restricted, or a
    /// reason was given.
    ///
    /// # Errors
    /// [`Error::Forbidden`], [`Rule::Restricted`].
    pub(super) fn require_open(&self, id: person::Id) -> Result<(), Error> {
        self.require_visible(id)?;
        if self.has_opened(id) { Ok(()) } else { self.require_unrestricted(id) }
    }

    /// Allows work only on cards that the user may see, and the processing of whose data is not restricted.
    ///
    /// # Errors
    /// [`Error::Forbidden`], [`Rule::Restricted`].
    pub(super) fn require_unrestricted(&self, id: person::Id) -> Result<(), Error> {
        self.require_visible(id)?;
        if store::states::is_restricted(self.db, id)? { Err(Error::Refused(Rule::Restricted)) } else { Ok(()) }
    }

    /// Enters in the journal what was done to a person.
    ///
    /// # Errors
    /// [`Error::Forbidden`] about somebody whom the user may not see; [`Rule::Restricted`] for what nobody may do while
    /// processing is restricted (art. 18).
    pub(super) fn note_person(&mut self, kind: Kind, id: person::Id, fields: Vec<Field>) -> Result<(), Error> {
        let person = self.person_in_journal(kind, id)?;
        self.note(kind, Subject::Person(person), fields)
    }

    /// Enters in the journal what was done to a record that belongs to a person, such as an activity.
    ///
    /// # Errors
    /// As [`Desk::note_person`].
    pub(super) fn note_record_of(
        &mut self,
        kind: Kind,
        id: person::Id,
        record: i64,
        fields: Vec<Field>,
    ) -> Result<(), Error> {
        let person = self.person_in_journal(kind, id)?;
        self.note(kind, Subject::RecordOfPerson { person, record }, fields)
    }

    /// Returns what the journal calls a person to whom something is done that may be.
    fn person_in_journal(&self, kind: Kind, id: person::Id) -> Result<i64, Error> {
        if is_done_to_closed_cards(kind) {
            self.require_visible(id)?;
        } else {
            self.require_unrestricted(id)?;
        }
        store::persons::journal_ref(self.db, id)?.ok_or(Error::NoPerson(id))
    }

    /// Carries out `work`; what it did to the vault is undone where it fails, and always unless `is_kept`. For work that
    /// does nothing outside the vault.
    ///
    /// # Errors
    /// Those of the work, or the database's.
    pub(super) fn within<T>(
        &mut self,
        is_kept: bool,
        work: impl FnOnce(&mut Self) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let (db, changes) = (self.db, self.changes.clone());
        let done = db.within(is_kept, || work(self));
        if done.is_err() || !is_kept {
            // What was read of it since holds no more.
            self.lists_changed();
            self.fields_changed();
            self.decided_changed();
            self.head = None;
            self.changes = changes;
        }
        done
    }

    /// Enters in the journal what was done.
    pub(super) fn note(&mut self, kind: Kind, subject: Subject, fields: Vec<Field>) -> Result<(), Error> {
        let entry = Entry { at: self.now, by: self.user.id, kind, subject, fields };
        let head = match self.head.take() {
            Some(head) => head,
            None => journal::head(self.db)?,
        };
        self.head = Some(journal::append(self.db, self.keys, head, &entry)?);
        Ok(())
    }
}

/// The closed card that a session may read, and every desk of it.
#[derive(Debug, Default)]
pub(super) struct Opened(AtomicI64);

impl Opened {
    /// Opens a card, in place of the one that was; none closes it.
    pub fn set(&self, id: Option<person::Id>) {
        self.0.store(id.map_or(0, |id| id.0), Ordering::Release);
    }

    /// Returns which card is open.
    pub fn get(&self) -> Option<person::Id> {
        Some(self.0.load(Ordering::Acquire)).filter(|id| *id != 0).map(person::Id)
    }
}

/// Returns whether something is done also while the processing of somebody's data is restricted: the restriction itself,
/// what the person decides, what keeps them, and looking into the card for a reason. [`super::legal_basis::decide`] and
/// [`super::subscriptions::set`] let only refusals through.
fn is_done_to_closed_cards(kind: Kind) -> bool {
    [
        Kind::Restricted,
        Kind::RestrictionLifted,
        Kind::Objected,
        Kind::ObjectionDecided,
        Kind::LookedUp,
        Kind::BasisSet,
        Kind::SubscriptionSet,
        Kind::HoldAdded,
        Kind::HoldLifted,
        Kind::ErasedAgain,
        Kind::ReportMade,
        Kind::CopyMade,
        Kind::ReplyTaken,
        Kind::ProposalAccepted,
        Kind::ProposalRejected,
        Kind::AddressStopped,
        Kind::CopyTransferred,
        Kind::ReportQueued,
        Kind::CorrectionConfirmed,
        Kind::NoticeQueued,
        Kind::NoticeNoted,
    ]
    .contains(&kind)
}
