//! The journal: who did what to which record and when, never the values.

mod group;

pub use group::Group;

use super::{Moment, field, user};

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The vault was made.
    VaultCreated,
    /// A card was added.
    PersonAdded,
    /// A card was changed.
    PersonEdited,
    /// A card that an import brought was removed again.
    PersonRemoved,
    /// A row was entered in the ledger of legal bases.
    BasisSet,
    /// A file was imported.
    Imported,
    /// An import was undone.
    ImportUndone,
    /// Something was exported to a file.
    Exported,
    /// A list, an own field or a setting was changed.
    SettingsChanged,
    /// Sample people were made.
    SampleMade,
    /// A company was added.
    CompanyAdded,
    /// A company's card was changed.
    CompanyEdited,
    /// A company that nobody names any more was removed.
    CompanyRemoved,
    /// An activity was added.
    ActivityAdded,
    /// An activity was changed or done.
    ActivityEdited,
    /// An activity was removed.
    ActivityRemoved,
    /// Two cards were made one.
    Merged,
    /// A merge was taken back.
    MergeUndone,
    /// What people are to each other was changed.
    RelationsChanged,
    /// A change was taken back.
    TakenBack,
    /// What was taken back was done again.
    DoneAgain,
    /// A backup was made.
    BackupMade,
    /// The card file was restored from a backup.
    Restored,
    /// A passphrase, the recovery key or another way in was changed.
    KeysChanged,
    /// What was typed and not saved was kept.
    DraftKept,
    /// What had been typed and not saved is no longer kept.
    DraftsRemoved,
    /// The journal was accepted although it is not the one noted before.
    JournalAccepted,
    /// Somebody unlocked the card file.
    Unlocked,
    /// Somebody began to work here.
    UserAdded,
    /// Somebody ceased to work here.
    UserRemoved,
    /// What somebody may do was changed.
    UserChanged,
    /// The processing of somebody's data was restricted (art. 18).
    Restricted,
    /// A restriction was lifted.
    RestrictionLifted,
    /// Somebody objected (art. 21).
    Objected,
    /// What became of an objection was decided.
    ObjectionDecided,
    /// A card that the law keeps closed was looked up.
    LookedUp,
    /// A field that is no longer collected was emptied.
    FieldEmptied,
    /// A selection was made.
    SelectionAdded,
    /// A selection was changed.
    SelectionChanged,
    /// A selection was removed; who was in it stays.
    SelectionRemoved,
    /// A card was moved to the trash.
    Trashed,
    /// A card was restored from the trash.
    TrashRestored,
    /// A card was erased from the trash.
    Purged,
    /// Somebody asked for a card to be deleted.
    DeletionAsked,
    /// What somebody asked to be deleted was decided about.
    DeletionDecided,
    /// Somebody must be kept (art. 17(3)).
    HoldAdded,
    /// Somebody need not be kept any more.
    HoldLifted,
    /// A company was moved to the trash.
    CompanyTrashed,
    /// A company was restored from the trash.
    CompanyTrashRestored,
    /// A company was erased from the trash.
    CompanyPurged,
    /// Something was changed together with others.
    MassEdited,
    /// What was changed together with others was taken back.
    MassEditUndone,
    /// A letter to somebody who was erased waits to be sent.
    LetterWaits,
    /// A letter that waited was sent, and is kept no longer.
    LetterSent,
    /// A person was erased: from then on nothing tells whom the entry is about.
    Erased,
    /// An erased person's name was taken out of a text of others.
    TextScrubbed,
    /// An erasure was done to the end: the file was rewritten and looked through.
    ErasureFinished,
    /// Somebody who was erased was entered again all the same.
    SuppressionLifted,
    /// An older backup was restored, and people who had been erased since were erased in it again.
    ErasedAgain,
    /// Backups that still held erased people were removed before their time.
    BackupsRemoved,
    /// Somebody who was due is kept longer.
    KeptLonger,
    /// Somebody wants a type of mailings, or refuses it.
    SubscriptionSet,
    /// What was older than the office keeps it was removed: entries of the journal, or certificates of erasures.
    OldRemoved,
    /// Somebody was put into a selection.
    SelectionJoined,
    /// Somebody was taken out of a selection.
    SelectionLeft,
    /// A privacy report was handed out (art. 15).
    ReportMade,
    /// A portable copy was handed out (art. 20).
    CopyMade,
    /// Something that came back from somebody was taken in.
    ReplyTaken,
    /// What somebody proposed was accepted.
    ProposalAccepted,
    /// What somebody proposed was not accepted.
    ProposalRejected,
    /// Nothing is sent to an address of somebody any more.
    AddressStopped,
    /// An address of somebody may be written to again.
    AddressFreed,
    /// A portable copy was handed to somebody else, as the person wanted (art. 20(2)).
    CopyTransferred,
    /// A report or a portable copy was queued for the person as a message.
    ReportQueued,
    /// It was confirmed to a person that their data was corrected (art. 12(3), 16): by a letter, or a message that is
    /// queued.
    CorrectionConfirmed,
    /// The office's text of a letter was changed.
    TemplateChanged,
    /// A notice (art. 13, 14) was queued for somebody.
    NoticeQueued,
    /// Somebody was informed in another way than by mail, or need not be (art. 13(4), 14(5)).
    NoticeNoted,
    /// Messages of a mailing, or notices of a breach, are queued.
    MailingQueued,
    /// A mailing waits until somebody lets it go on.
    MailingPaused,
    /// A mailing goes on.
    MailingResumed,
    /// What was still to leave of a mailing is removed.
    MailingStopped,
    /// A message was let past what keeps others from being sent.
    StopOverridden,
    /// Somebody was asked for a consent, or to confirm one: the message is queued.
    ConsentAsked,
    /// A message was taken by the mail server.
    MailSent,
    /// A message was refused by the mail server, or nobody knows whether it took it.
    MailNotSent,
    /// A message that waited was held back, or was let go again.
    MailHeld,
    /// A message that was not sent is to be sent again.
    MailResent,
    /// A message that was not sent was removed.
    MailRemoved,
    /// Somebody said that a part of preparing the office is right as it is, or put the list of it away.
    PreparationChanged,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 90] = [
        Self::VaultCreated,
        Self::PersonAdded,
        Self::PersonEdited,
        Self::PersonRemoved,
        Self::BasisSet,
        Self::Imported,
        Self::ImportUndone,
        Self::Exported,
        Self::SettingsChanged,
        Self::SampleMade,
        Self::CompanyAdded,
        Self::CompanyEdited,
        Self::CompanyRemoved,
        Self::ActivityAdded,
        Self::ActivityEdited,
        Self::ActivityRemoved,
        Self::Merged,
        Self::MergeUndone,
        Self::RelationsChanged,
        Self::TakenBack,
        Self::DoneAgain,
        Self::BackupMade,
        Self::Restored,
        Self::KeysChanged,
        Self::DraftKept,
        Self::DraftsRemoved,
        Self::JournalAccepted,
        Self::Unlocked,
        Self::UserAdded,
        Self::UserRemoved,
        Self::UserChanged,
        Self::Restricted,
        Self::RestrictionLifted,
        Self::Objected,
        Self::ObjectionDecided,
        Self::LookedUp,
        Self::FieldEmptied,
        Self::SelectionAdded,
        Self::SelectionChanged,
        Self::SelectionRemoved,
        Self::Trashed,
        Self::TrashRestored,
        Self::Purged,
        Self::DeletionAsked,
        Self::DeletionDecided,
        Self::HoldAdded,
        Self::HoldLifted,
        Self::CompanyTrashed,
        Self::CompanyTrashRestored,
        Self::CompanyPurged,
        Self::MassEdited,
        Self::MassEditUndone,
        Self::Erased,
        Self::TextScrubbed,
        Self::ErasureFinished,
        Self::SuppressionLifted,
        Self::ErasedAgain,
        Self::LetterWaits,
        Self::LetterSent,
        Self::BackupsRemoved,
        Self::KeptLonger,
        Self::SubscriptionSet,
        Self::OldRemoved,
        Self::SelectionJoined,
        Self::SelectionLeft,
        Self::ReportMade,
        Self::CopyMade,
        Self::ReplyTaken,
        Self::ProposalAccepted,
        Self::ProposalRejected,
        Self::AddressStopped,
        Self::AddressFreed,
        Self::CopyTransferred,
        Self::ReportQueued,
        Self::CorrectionConfirmed,
        Self::TemplateChanged,
        Self::NoticeQueued,
        Self::NoticeNoted,
        Self::MailingQueued,
        Self::MailingPaused,
        Self::MailingResumed,
        Self::MailingStopped,
        Self::StopOverridden,
        Self::ConsentAsked,
        Self::MailSent,
        Self::MailNotSent,
        Self::MailHeld,
        Self::MailResent,
        Self::MailRemoved,
        Self::PreparationChanged,
    ];

    /// Returns the number that stands for the kind in the file. Never reuse one.
    pub fn code(self) -> i64 {
        match self {
            Self::VaultCreated => 1,
            Self::PersonAdded => 2,
            Self::PersonEdited => 3,
            Self::PersonRemoved => 4,
            Self::BasisSet => 5,
            Self::Imported => 6,
            Self::ImportUndone => 7,
            Self::Exported => 8,
            Self::SettingsChanged => 9,
            Self::SampleMade => 10,
            Self::CompanyAdded => 11,
            Self::CompanyEdited => 12,
            Self::CompanyRemoved => 13,
            Self::ActivityAdded => 14,
            Self::ActivityEdited => 15,
            Self::ActivityRemoved => 16,
            Self::Merged => 17,
            Self::MergeUndone => 18,
            Self::RelationsChanged => 19,
            Self::TakenBack => 20,
            Self::DoneAgain => 21,
            Self::BackupMade => 22,
            Self::Restored => 23,
            Self::KeysChanged => 24,
            Self::DraftKept => 64,
            Self::DraftsRemoved => 65,
            Self::JournalAccepted => 25,
            Self::Unlocked => 26,
            Self::UserAdded => 27,
            Self::UserRemoved => 28,
            Self::UserChanged => 29,
            Self::Restricted => 30,
            Self::RestrictionLifted => 31,
            Self::Objected => 32,
            Self::ObjectionDecided => 33,
            Self::LookedUp => 34,
            Self::FieldEmptied => 35,
            Self::SelectionAdded => 40,
            Self::SelectionChanged => 41,
            Self::SelectionRemoved => 42,
            Self::Trashed => 50,
            Self::TrashRestored => 51,
            Self::Purged => 52,
            Self::DeletionAsked => 53,
            Self::DeletionDecided => 54,
            Self::HoldAdded => 55,
            Self::HoldLifted => 56,
            Self::CompanyTrashed => 57,
            Self::CompanyTrashRestored => 58,
            Self::CompanyPurged => 59,
            Self::MassEdited => 60,
            Self::MassEditUndone => 61,
            Self::Erased => 70,
            Self::TextScrubbed => 71,
            Self::ErasureFinished => 72,
            Self::SuppressionLifted => 73,
            Self::ErasedAgain => 74,
            Self::LetterWaits => 90,
            Self::LetterSent => 91,
            Self::BackupsRemoved => 75,
            Self::KeptLonger => 85,
            Self::SubscriptionSet => 80,
            Self::OldRemoved => 81,
            Self::SelectionJoined => 95,
            Self::SelectionLeft => 96,
            Self::ReportMade => 100,
            Self::CopyMade => 101,
            Self::ReplyTaken => 125,
            Self::ProposalAccepted => 126,
            Self::ProposalRejected => 127,
            Self::AddressStopped => 128,
            Self::AddressFreed => 129,
            Self::CopyTransferred => 130,
            Self::ReportQueued => 138,
            Self::CorrectionConfirmed => 131,
            Self::TemplateChanged => 115,
            Self::NoticeQueued => 116,
            Self::NoticeNoted => 117,
            Self::MailingQueued => 120,
            Self::MailingPaused => 121,
            Self::MailingResumed => 122,
            Self::MailingStopped => 123,
            Self::StopOverridden => 118,
            Self::ConsentAsked => 132,
            Self::MailSent => 110,
            Self::MailNotSent => 111,
            Self::MailHeld => 112,
            Self::MailResent => 113,
            Self::MailRemoved => 114,
            Self::PreparationChanged => 143,
        }
    }

    /// Returns the kind that `code` stands for.
    pub fn from_code(code: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Returns the kind's key for scripts; its text is `journal-kind-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::VaultCreated => "vault-created",
            Self::PersonAdded => "person-added",
            Self::PersonEdited => "person-edited",
            Self::PersonRemoved => "person-removed",
            Self::BasisSet => "basis-set",
            Self::Imported => "imported",
            Self::ImportUndone => "import-undone",
            Self::Exported => "exported",
            Self::SettingsChanged => "settings-changed",
            Self::SampleMade => "sample-made",
            Self::CompanyAdded => "company-added",
            Self::CompanyEdited => "company-edited",
            Self::CompanyRemoved => "company-removed",
            Self::ActivityAdded => "activity-added",
            Self::ActivityEdited => "activity-edited",
            Self::ActivityRemoved => "activity-removed",
            Self::Merged => "merged",
            Self::MergeUndone => "merge-undone",
            Self::RelationsChanged => "relations-changed",
            Self::TakenBack => "taken-back",
            Self::DoneAgain => "done-again",
            Self::BackupMade => "backup-made",
            Self::Restored => "restored",
            Self::KeysChanged => "keys-changed",
            Self::DraftKept => "draft-kept",
            Self::DraftsRemoved => "drafts-removed",
            Self::JournalAccepted => "journal-accepted",
            Self::Unlocked => "unlocked",
            Self::UserAdded => "user-added",
            Self::UserRemoved => "user-removed",
            Self::UserChanged => "user-changed",
            Self::Restricted => "restricted",
            Self::RestrictionLifted => "restriction-lifted",
            Self::Objected => "objected",
            Self::ObjectionDecided => "objection-decided",
            Self::LookedUp => "looked-up",
            Self::FieldEmptied => "field-emptied",
            Self::SelectionAdded => "selection-added",
            Self::SelectionChanged => "selection-changed",
            Self::SelectionRemoved => "selection-removed",
            Self::Trashed => "trashed",
            Self::TrashRestored => "trash-restored",
            Self::Purged => "purged",
            Self::DeletionAsked => "deletion-asked",
            Self::DeletionDecided => "deletion-decided",
            Self::HoldAdded => "hold-added",
            Self::HoldLifted => "hold-lifted",
            Self::CompanyTrashed => "company-trashed",
            Self::CompanyTrashRestored => "company-trash-restored",
            Self::CompanyPurged => "company-purged",
            Self::MassEdited => "mass-edited",
            Self::MassEditUndone => "mass-edit-undone",
            Self::Erased => "erased",
            Self::TextScrubbed => "text-scrubbed",
            Self::ErasureFinished => "erasure-finished",
            Self::SuppressionLifted => "suppression-lifted",
            Self::ErasedAgain => "erased-again",
            Self::LetterWaits => "letter-waits",
            Self::LetterSent => "letter-sent",
            Self::BackupsRemoved => "backups-removed",
            Self::KeptLonger => "kept-longer",
            Self::SubscriptionSet => "subscription-set",
            Self::OldRemoved => "old-removed",
            Self::SelectionJoined => "selection-joined",
            Self::SelectionLeft => "selection-left",
            Self::ReportMade => "report-made",
            Self::CopyMade => "copy-made",
            Self::ReplyTaken => "reply-taken",
            Self::ProposalAccepted => "proposal-accepted",
            Self::ProposalRejected => "proposal-rejected",
            Self::AddressStopped => "address-stopped",
            Self::AddressFreed => "address-freed",
            Self::CopyTransferred => "copy-transferred",
            Self::ReportQueued => "report-queued",
            Self::CorrectionConfirmed => "correction-confirmed",
            Self::TemplateChanged => "template-changed",
            Self::NoticeQueued => "notice-queued",
            Self::NoticeNoted => "notice-noted",
            Self::MailingQueued => "mailing-queued",
            Self::MailingPaused => "mailing-paused",
            Self::MailingResumed => "mailing-resumed",
            Self::MailingStopped => "mailing-stopped",
            Self::StopOverridden => "stop-overridden",
            Self::ConsentAsked => "consent-asked",
            Self::MailSent => "mail-sent",
            Self::MailNotSent => "mail-not-sent",
            Self::MailHeld => "mail-held",
            Self::MailResent => "mail-resent",
            Self::MailRemoved => "mail-removed",
            Self::PreparationChanged => "preparation-changed",
        }
    }
}

/// What an entry is about.
///
/// A person stands under a random number that only their card knows: when the card is erased, nothing ties the entry
/// to anybody, and the chain still holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Nothing in particular.
    None,
    /// The person whose card carries this random number.
    Person(i64),
    /// A record that is no person, such as an import.
    Record(i64),
    /// A record that belongs to the person whose card carries the random number, such as an activity.
    RecordOfPerson {
        /// The random number.
        person: i64,
        /// The record.
        record: i64,
    },
}

/// An entry, before it is chained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// When it was done.
    pub at: Moment,
    /// Who did it.
    pub by: user::Id,
    /// What was done.
    pub kind: Kind,
    /// To what.
    pub subject: Subject,
    /// Which fields were touched.
    pub fields: Vec<field::Field>,
}
