//! Settings that can be decided already, and do nothing yet.

use super::{FieldPart, ItemPart, Plain, Setting};

/// What a setting waits for: nothing reads it before that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Later {
    /// The round that says what is to be looked at again.
    Reminders,
    /// Notices (art. 13, 14), reports (art. 15), and what else is handed out.
    Papers,
}

impl Later {
    /// All.
    pub const ALL: [Self; 2] = [Self::Reminders, Self::Papers];

    /// Returns its key; the sentence that says what is waited for is `setting-later-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Reminders => "reminders",
            Self::Papers => "papers",
        }
    }
}

impl Setting {
    /// Returns what the setting waits for before it changes anything; none where it has effect now.
    ///
    /// Whoever lets something read a setting takes it out here.
    pub fn waits_for(&self) -> Option<Later> {
        match self {
            Self::Plain(plain) => plain.waits_for(),
            Self::Item { part, .. } => part.waits_for(),
            // A mark that reports and the record of processing show.
            Self::Field { part: FieldPart::Special, .. } => Some(Later::Papers),
            Self::Field { part: FieldPart::Collect | FieldPart::Master | FieldPart::Answer, .. }
            | Self::Default { .. }
            | Self::Role { .. } => None,
        }
    }
}

impl Plain {
    fn waits_for(self) -> Option<Later> {
        match self {
            // Reports and letters name it; the country decides how long the books are kept.
            Self::OfficeName
            | Self::OfficeAddress
            | Self::OfficeContact
            | Self::OfficeAuthority
            | Self::OfficeTransfers
            | Self::OfficeCountry
            | Self::OfficeLanguages
            | Self::JournalKeep
            | Self::CertificatesKeep
            | Self::OfficePrivacyContact
            | Self::BasisRequired
            | Self::RetentionAutomatic
            | Self::MinorsAge
            | Self::NotesWarn
            | Self::CustomerRule
            | Self::CustomerCategories
            | Self::CustomerSources
            | Self::CustomerMonths
            | Self::CustomerOffered
            | Self::SuppressionYears
            | Self::LockMinutes
            | Self::BackupDir
            | Self::BackupKeep
            | Self::AnswersDays
            | Self::TrashDays
            | Self::MailHost
            | Self::MailPort
            | Self::MailTls
            | Self::MailUser
            | Self::MailPassword
            | Self::MailTokenCommand
            | Self::MailFrom
            | Self::MailName
            | Self::MailReplyTo
            | Self::MailPerHour
            | Self::MailPerDay
            | Self::MailSignature(_)
            | Self::MailUnsubscribe => None,
        }
    }
}

impl ItemPart {
    fn waits_for(self) -> Option<Later> {
        match self {
            Self::Necessity(_) | Self::Balance(_) => Some(Later::Papers),
            Self::ReviewOn => Some(Later::Reminders),
            // Notices, reports, and what asks whether somebody may be written to.
            Self::Interest(_)
            | Self::Description(_)
            | Self::StatementTitle(_)
            | Self::StatementUrl(_)
            | Self::Notice
            | Self::Template
            | Self::ConsentMonths
            | Self::Permission
            | Self::Present
            | Self::Under
            | Self::Name(_)
            | Self::Active
            | Self::Rank
            | Self::Wording(_)
            | Self::Expected
            | Self::Special
            | Self::DirectMarketing
            | Self::Statute
            | Self::KeepMonths
            | Self::KeepFrom
            | Self::Purposes
            | Self::Comment => None,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_has_no_effect_yet_says_what_it_waits_for() {
        let table: &[(&str, Option<Later>)] = &[
            ("office.name", None),
            ("office.privacy_contact", None),
            ("trash.days", None),
            ("journal.keep_years", None),
            ("certificates.keep_years", None),
            ("office.languages", None),
            ("customers.mail", None),
            ("customers.months", None),
            ("category.customer.keep_months", None),
            ("category.customer.keep_from", None),
            ("retention.automatic", None),
            ("category.customer.name.nb", None),
            ("purpose.sales.expected", None),
            ("purpose.sales.consent_months", None),
            ("purpose.sales.description.sv", None),
            ("basis.legitimate-interests.balance.nb", Some(Later::Papers)),
            ("basis.legal-obligation.statute", None),
            ("source.fair.notice", None),
            ("subscription.news.permission", None),
            ("default.fair.sales", None),
            ("field.note.collect", None),
            ("field.note.special", Some(Later::Papers)),
            ("role.seller.rights", None),
        ];
        for (key, later) in table {
            assert_eq!(Setting::from_key(key).unwrap().waits_for(), *later, "{key}");
        }
    }
}
