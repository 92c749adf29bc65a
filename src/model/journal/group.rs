//! What entries are about, as far as one chooses among them.

use super::Kind;

/// A group of kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    /// People's cards.
    Persons,
    /// Companies' cards.
    Companies,
    /// Activities.
    Activities,
    /// Legal bases, and what people demand: restriction, objection.
    Rights,
    /// What was looked up, and what was handed out.
    Reads,
    /// Selections.
    Selections,
    /// Erasures, and what they left.
    Erasures,
    /// Imports.
    Imports,
    /// What the office decided.
    Settings,
    /// Who works here, and what opens the card file.
    Users,
    /// The card file as a whole.
    File,
}

impl Group {
    /// All groups, in their order.
    pub const ALL: [Self; 11] = [
        Self::Persons,
        Self::Companies,
        Self::Activities,
        Self::Rights,
        Self::Reads,
        Self::Selections,
        Self::Erasures,
        Self::Imports,
        Self::Settings,
        Self::Users,
        Self::File,
    ];

    /// Returns the group's key for scripts; its text is `journal-group-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Persons => "persons",
            Self::Companies => "companies",
            Self::Activities => "activities",
            Self::Rights => "rights",
            Self::Reads => "reads",
            Self::Selections => "selections",
            Self::Erasures => "erasures",
            Self::Imports => "imports",
            Self::Settings => "settings",
            Self::Users => "users",
            Self::File => "file",
        }
    }

    /// Returns the kinds in the group.
    pub fn kinds(self) -> Vec<Kind> {
        Kind::ALL.into_iter().filter(|kind| kind.group() == self).collect()
    }

    /// Returns the kinds that a key names: one, or those of a group.
    pub fn kinds_from_key(key: &str) -> Option<Vec<Kind>> {
        let group = Self::ALL.into_iter().find(|group| group.key() == key).map(Self::kinds);
        group.or_else(|| Kind::ALL.into_iter().find(|kind| kind.key() == key).map(|kind| vec![kind]))
    }
}

impl Kind {
    /// Returns the group the kind belongs to.
    pub fn group(self) -> Group {
        match self {
            Self::PersonAdded
            | Self::PersonEdited
            | Self::PersonRemoved
            | Self::Merged
            | Self::MergeUndone
            | Self::RelationsChanged
            | Self::TakenBack
            | Self::DoneAgain
            | Self::DraftKept
            | Self::DraftsRemoved
            | Self::Trashed
            | Self::TrashRestored
            | Self::Purged
            | Self::DeletionAsked
            | Self::DeletionDecided
            | Self::MassEdited
            | Self::MassEditUndone => Group::Persons,
            Self::CompanyAdded
            | Self::CompanyEdited
            | Self::CompanyRemoved
            | Self::CompanyTrashed
            | Self::CompanyTrashRestored
            | Self::CompanyPurged => Group::Companies,
            Self::ActivityAdded | Self::ActivityEdited | Self::ActivityRemoved => Group::Activities,
            Self::BasisSet
            | Self::Restricted
            | Self::RestrictionLifted
            | Self::Objected
            | Self::ObjectionDecided
            | Self::HoldAdded
            | Self::HoldLifted
            | Self::KeptLonger
            | Self::ReplyTaken
            | Self::ProposalAccepted
            | Self::ProposalRejected
            | Self::AddressStopped
            | Self::AddressFreed
            | Self::SubscriptionSet
            | Self::NoticeQueued
            | Self::NoticeNoted
            | Self::StopOverridden
            | Self::ConsentAsked => Group::Rights,
            Self::LookedUp
            | Self::Exported
            | Self::ReportMade
            | Self::CopyMade
            | Self::CopyTransferred
            | Self::ReportQueued
            | Self::CorrectionConfirmed
            | Self::MailSent
            | Self::MailNotSent
            | Self::MailHeld
            | Self::MailResent
            | Self::MailRemoved
            | Self::MailingQueued
            | Self::MailingPaused
            | Self::MailingResumed
            | Self::MailingStopped => Group::Reads,
            Self::SelectionAdded
            | Self::SelectionChanged
            | Self::SelectionRemoved
            | Self::SelectionJoined
            | Self::SelectionLeft => Group::Selections,
            Self::Erased
            | Self::TextScrubbed
            | Self::ErasureFinished
            | Self::SuppressionLifted
            | Self::ErasedAgain
            | Self::LetterWaits
            | Self::LetterSent
            | Self::BackupsRemoved => Group::Erasures,
            Self::Imported | Self::ImportUndone | Self::SampleMade => Group::Imports,
            Self::SettingsChanged | Self::FieldEmptied | Self::TemplateChanged | Self::PreparationChanged => {
                Group::Settings
            }
            Self::Unlocked | Self::UserAdded | Self::UserRemoved | Self::UserChanged | Self::KeysChanged => {
                Group::Users
            }
            Self::VaultCreated | Self::BackupMade | Self::Restored | Self::JournalAccepted | Self::OldRemoved => {
                Group::File
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_key_names_one_thing() {
        let keys: Vec<&str> = Group::ALL.map(Group::key).into_iter().chain(Kind::ALL.map(Kind::key)).collect();
        let different: std::collections::HashSet<&str> = keys.iter().copied().collect();
        assert_eq!(keys.len(), different.len());
        assert_eq!(Group::kinds_from_key("person-added").unwrap(), [Kind::PersonAdded]);
        let reads = [
            Kind::Exported,
            Kind::LookedUp,
            Kind::ReportMade,
            Kind::CopyMade,
            Kind::CopyTransferred,
            Kind::ReportQueued,
            Kind::CorrectionConfirmed,
            Kind::MailingQueued,
            Kind::MailingPaused,
            Kind::MailingResumed,
            Kind::MailingStopped,
            Kind::MailSent,
            Kind::MailNotSent,
            Kind::MailHeld,
            Kind::MailResent,
            Kind::MailRemoved,
        ];
        assert_eq!(Group::kinds_from_key("reads").unwrap(), reads);
        assert_eq!(Group::kinds_from_key("everything"), None);
        assert_eq!(Group::ALL.map(|group| group.kinds().len()).iter().sum::<usize>(), Kind::ALL.len());
    }
}
