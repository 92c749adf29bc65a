//! What an office can decide: every setting has a key for scripts, a shape its value has, and a value it is shipped with.
//!
//! Keys are words with dots between them. Those of list items begin with the list and the item: `purpose.sales.active`.

mod item;
mod later;
mod shape;

pub use item::{ItemPart, Own};
pub use later::Later;
pub use shape::Shape;

use item::MONTHS;

use super::field::Field;
use super::list::List;
use super::user::{Access, Rights, Role};

/// A setting.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Setting {
    /// One of the office as a whole.
    Plain(Plain),
    /// One of an item of a list.
    Item {
        /// The list.
        list: List,
        /// The item's key.
        item: String,
        /// What of it.
        part: ItemPart,
    },
    /// On which legal basis somebody is kept who came in by a source, for a purpose.
    Default {
        /// The key of the source.
        source: String,
        /// The key of the purpose.
        purpose: String,
    },
    /// One of a field of persons' cards.
    Field {
        /// The field.
        field: Field,
        /// What of it.
        part: FieldPart,
    },
    /// One of a role.
    Role {
        /// The role's key.
        role: String,
        /// What of it.
        part: RolePart,
    },
}

/// A setting of the office as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Plain {
    /// Who the controller is (art. 4(7) GDPR).
    OfficeName,
    /// Where the controller is.
    OfficeAddress,
    /// In which country: it sets the authority, holidays, and what bookkeeping asks to keep.
    OfficeCountry,
    /// How to reach the controller.
    OfficeContact,
    /// Whom to ask about data protection.
    OfficePrivacyContact,
    /// To which authority people can complain (art. 77).
    OfficeAuthority,
    /// To which countries outside the EEA data goes, and what safeguards it there (art. 13(1)(f), 15(2)); nothing for none.
    OfficeTransfers,
    /// The languages in which the office turns to people; the first is that of those who state none.
    OfficeLanguages,
    /// What becomes of a person for whom no legal basis is given: `off` (nothing), `warn`, `refuse`.
    BasisRequired,
    /// How old somebody must be to consent alone, in years (art. 8(1)).
    MinorsAge,
    /// Whether a note that seems to hold a national identity number, a card number or words about health gets a warning.
    NotesWarn,
    /// Whether existing customers may get mailings about similar goods without consent (mfl. § 15, MFL 19 §).
    CustomerRule,
    /// The categories whose persons are existing customers.
    CustomerCategories,
    /// The sources whose addresses were given in connection with a sale.
    CustomerSources,
    /// For how many months after the last activity somebody still is an existing customer.
    CustomerMonths,
    /// Whether everybody could say no when the address was given.
    CustomerOffered,
    /// For how many days what is deleted stays in the trash.
    TrashDays,
    /// Whether who is due goes to the trash by itself, with the daily round.
    RetentionAutomatic,
    /// For how many years entries of the journal are kept; nothing for as long as the card file.
    JournalKeep,
    /// For how many years certificates of erasure are kept; nothing for as long as the card file.
    CertificatesKeep,
    /// For how many years e-mails and phones of erased people are recognised; nothing for as long as the card file.
    SuppressionYears,
    /// For how many days the answer of somebody to a privacy report is taken.
    AnswersDays,
    /// After how many minutes without a key or a move of the mouse the window locks; 0 for never.
    LockMinutes,
    /// The folder backups are kept in, by its full path; nothing for the folder `backups` of the card file.
    BackupDir,
    /// For how many days one backup each is kept.
    BackupKeep,
    /// The mail server's name.
    MailHost,
    /// Its port; nothing for the one that goes with [`Plain::MailTls`].
    MailPort,
    /// How the connection is made safe.
    MailTls,
    /// The name to sign in with; nothing where the server asks for none.
    MailUser,
    /// The password to sign in with, often one for this program alone.
    MailPassword,
    /// A program that prints a token to sign in with (XOAUTH2), in the place of a password.
    MailTokenCommand,
    /// The address mail comes from; nothing for the name to sign in with, where that is one.
    MailFrom,
    /// The name mail comes from; nothing for the office's.
    MailName,
    /// Where answers go; nothing for the address mail comes from.
    MailReplyTo,
    /// How many messages may leave in an hour; nothing for as many as the server takes.
    MailPerHour,
    /// How many messages may leave in a day; nothing for as many as the server takes.
    MailPerDay,
    /// What stands below messages in a language.
    MailSignature(Tongue),
    /// Where one click ends mailings (RFC 8058), with `{token}` in the place of the code; nothing where the office has
    /// no such page.
    MailUnsubscribe,
}

/// What is shown in the place of a secret that is kept.
pub const MASK: &str = "********";

/// What can be decided about a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FieldPart {
    /// Whether it is collected: shown, filled, imported.
    Collect,
    /// Where it is kept instead; a field that has this can be read only.
    Master,
    /// Whether it holds data of special categories (art. 9).
    Special,
    /// Whether people may change it in their answer to a report.
    Answer,
}

/// What can be decided about a role.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum RolePart {
    /// Its name in a language.
    Name(Tongue),
    /// What it allows.
    Rights,
    /// What it allows with a field.
    Field(Field),
}

/// A language that texts of the office are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tongue {
    /// English.
    En,
    /// Norwegian.
    Nb,
    /// Swedish.
    Sv,
}

impl Tongue {
    /// All, in the order in which items keep their names.
    pub const ALL: [Self; 3] = [Self::En, Self::Nb, Self::Sv];

    /// Returns the language's code (BCP 47).
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Nb => "nb",
            Self::Sv => "sv",
        }
    }

    /// Returns the language that `code` names.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tongue| tongue.code() == code)
    }
}

impl Plain {
    /// All, in the order in which they are shown.
    pub const ALL: [Self; 40] = [
        Self::OfficeName,
        Self::OfficeAddress,
        Self::OfficeCountry,
        Self::OfficeContact,
        Self::OfficePrivacyContact,
        Self::OfficeAuthority,
        Self::OfficeTransfers,
        Self::OfficeLanguages,
        Self::BasisRequired,
        Self::MinorsAge,
        Self::NotesWarn,
        Self::CustomerRule,
        Self::CustomerCategories,
        Self::CustomerSources,
        Self::CustomerMonths,
        Self::CustomerOffered,
        Self::TrashDays,
        Self::RetentionAutomatic,
        Self::JournalKeep,
        Self::CertificatesKeep,
        Self::SuppressionYears,
        Self::AnswersDays,
        Self::LockMinutes,
        Self::BackupDir,
        Self::BackupKeep,
        Self::MailHost,
        Self::MailPort,
        Self::MailTls,
        Self::MailUser,
        Self::MailPassword,
        Self::MailTokenCommand,
        Self::MailFrom,
        Self::MailName,
        Self::MailReplyTo,
        Self::MailPerHour,
        Self::MailPerDay,
        Self::MailSignature(Tongue::En),
        Self::MailSignature(Tongue::Nb),
        Self::MailSignature(Tongue::Sv),
        Self::MailUnsubscribe,
    ];

    /// Returns whether what is decided is a secret: it is never shown, handed out, or kept once it is no more.
    pub fn is_secret(self) -> bool {
        self == Self::MailPassword
    }

    /// Returns whether what is decided holds on one computer alone: another office, or another computer, has no use for
    /// it. A program that a file could name would be run by whoever takes the file over.
    pub fn is_of_this_computer(self) -> bool {
        matches!(self, Self::BackupDir | Self::MailTokenCommand)
    }

    /// Returns the setting's key.
    pub fn key(self) -> &'static str {
        match self {
            Self::OfficeName => "office.name",
            Self::OfficeAddress => "office.address",
            Self::OfficeCountry => "office.country",
            Self::OfficeContact => "office.contact",
            Self::OfficePrivacyContact => "office.privacy_contact",
            Self::OfficeAuthority => "office.authority",
            Self::OfficeTransfers => "office.transfers",
            Self::OfficeLanguages => "office.languages",
            Self::BasisRequired => "basis.required",
            Self::MinorsAge => "minors.age",
            Self::NotesWarn => "notes.warn",
            Self::CustomerRule => "customers.mail",
            Self::CustomerCategories => "customers.categories",
            Self::CustomerSources => "customers.sources",
            Self::CustomerMonths => "customers.months",
            Self::CustomerOffered => "customers.could_refuse",
            Self::TrashDays => "trash.days",
            Self::RetentionAutomatic => "retention.automatic",
            Self::JournalKeep => "journal.keep_years",
            Self::CertificatesKeep => "certificates.keep_years",
            Self::SuppressionYears => "suppression.keep_years",
            Self::AnswersDays => "answers.days",
            Self::LockMinutes => "lock.minutes",
            Self::BackupDir => "backup.dir",
            Self::BackupKeep => "backup.keep",
            Self::MailHost => "mail.host",
            Self::MailPort => "mail.port",
            Self::MailTls => "mail.tls",
            Self::MailUser => "mail.user",
            Self::MailPassword => "mail.password",
            Self::MailTokenCommand => "mail.token_command",
            Self::MailFrom => "mail.from",
            Self::MailName => "mail.name",
            Self::MailReplyTo => "mail.reply_to",
            Self::MailPerHour => "mail.per_hour",
            Self::MailPerDay => "mail.per_day",
            Self::MailSignature(Tongue::En) => "mail.signature.en",
            Self::MailSignature(Tongue::Nb) => "mail.signature.nb",
            Self::MailSignature(Tongue::Sv) => "mail.signature.sv",
            Self::MailUnsubscribe => "mail.https_unsubscribe",
        }
    }

    fn shape(self) -> Shape {
        match self {
            Self::OfficeName | Self::OfficeContact | Self::OfficePrivacyContact | Self::OfficeAuthority => Shape::Line,
            Self::OfficeAddress | Self::OfficeTransfers => Shape::Lines,
            Self::OfficeCountry => Shape::Country,
            Self::BasisRequired => Shape::Choice(&["off", "warn", "refuse"]),
            Self::MinorsAge => Shape::Number(13, 18),
            Self::NotesWarn | Self::CustomerRule | Self::CustomerOffered | Self::RetentionAutomatic => Shape::YesNo,
            Self::OfficeLanguages => Shape::Keys(List::Language),
            Self::CustomerCategories => Shape::Keys(List::Category),
            Self::CustomerSources => Shape::Keys(List::Source),
            Self::CustomerMonths => Shape::Number(1, MONTHS),
            Self::TrashDays => Shape::Number(0, 365),
            Self::JournalKeep | Self::CertificatesKeep | Self::SuppressionYears => Shape::NumberOrNone(1, MONTHS / 12),
            Self::AnswersDays => Shape::Number(1, 365),
            Self::LockMinutes => Shape::Number(0, 24 * 60),
            Self::BackupDir => Shape::Folder,
            Self::BackupKeep => Shape::Number(1, 35),
            Self::MailHost | Self::MailUser | Self::MailTokenCommand | Self::MailName => Shape::Line,
            Self::MailPort => Shape::NumberOrNone(1, 65_535),
            Self::MailTls => Shape::Choice(&["implicit", "starttls"]),
            Self::MailPassword => Shape::Secret,
            Self::MailFrom | Self::MailReplyTo => Shape::Email,
            Self::MailPerHour | Self::MailPerDay => Shape::NumberOrNone(1, 1_000_000),
            Self::MailSignature(_) => Shape::Lines,
            Self::MailUnsubscribe => Shape::SafeWeb,
        }
    }

    fn shipped(self) -> &'static str {
        match self {
            Self::OfficeName
            | Self::OfficeAddress
            | Self::OfficeCountry
            | Self::OfficeContact
            | Self::OfficePrivacyContact
            | Self::OfficeAuthority
            | Self::OfficeTransfers
            | Self::OfficeLanguages
            | Self::CustomerSources
            // Proof of what was done, and that it was done, outlives claims (art. 5(2), 17(3)(e)) unless the office says
            // how long.
            | Self::JournalKeep
            | Self::CertificatesKeep
            // Who was erased is not written to again, however long ago that was.
            | Self::SuppressionYears
            | Self::BackupDir
            | Self::MailHost
            | Self::MailPort
            | Self::MailUser
            | Self::MailPassword
            | Self::MailTokenCommand
            | Self::MailFrom
            | Self::MailName
            | Self::MailReplyTo
            | Self::MailPerHour
            | Self::MailPerDay
            | Self::MailSignature(_)
            | Self::MailUnsubscribe => "",
            Self::MailTls => "implicit",
            Self::BasisRequired => "warn",
            Self::MinorsAge => "13",
            Self::NotesWarn => "yes",
            Self::CustomerRule | Self::CustomerOffered | Self::RetentionAutomatic => "no",
            Self::CustomerCategories => "customer",
            Self::CustomerMonths => "24",
            // About the month in which an answer is owed (art. 12(3)): later, the report no longer says what is held.
            Self::AnswersDays | Self::TrashDays => "30",
            Self::LockMinutes => "5",
            Self::BackupKeep => "7",
        }
    }
}

/// The fields that people may change in their answer to a report: what they know best, and a text says completely.
pub const THEIRS: [Field; 13] = [
    Field::FirstName,
    Field::LastName,
    Field::Company,
    Field::Title,
    Field::Email,
    Field::Mobile,
    Field::Phone,
    Field::Address,
    Field::Postcode,
    Field::City,
    Field::Country,
    Field::BirthDate,
    Field::Website,
];

impl FieldPart {
    /// All, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Collect, Self::Master, Self::Special, Self::Answer];

    fn key(self) -> &'static str {
        match self {
            Self::Collect => "collect",
            Self::Master => "master",
            Self::Special => "special",
            Self::Answer => "answer",
        }
    }
}

impl RolePart {
    fn key(&self) -> String {
        match self {
            Self::Name(tongue) => format!("name.{}", tongue.code()),
            Self::Rights => "rights".to_owned(),
            Self::Field(field) => format!("field.{field}"),
        }
    }
}

impl Setting {
    /// Returns the setting's key.
    pub fn key(&self) -> String {
        match self {
            Self::Plain(plain) => plain.key().to_owned(),
            Self::Item { list, item, part: ItemPart::Present } => format!("{}.{item}", list.key()),
            Self::Item { list, item, part } => format!("{}.{item}.{}", list.key(), part.key()),
            Self::Default { source, purpose } => format!("default.{source}.{purpose}"),
            Self::Field { field, part } => format!("field.{field}.{}", part.key()),
            Self::Role { role, part } => format!("role.{role}.{}", part.key()),
        }
    }

    /// Returns the setting that `key` names. Whether there is such an item, field or role is not looked at.
    pub fn from_key(key: &str) -> Option<Self> {
        if let Some(plain) = Plain::ALL.into_iter().find(|plain| plain.key() == key) {
            return Some(Self::Plain(plain));
        }
        let (first, rest) = key.split_once('.').filter(|_| !key.ends_with('.'))?;
        let (name, part) = rest.split_once('.').map_or((rest, ""), |(name, part)| (name, part));
        match first {
            "default" => {
                let is_pair = super::list::is_key(name) && super::list::is_key(part);
                is_pair.then(|| Self::Default { source: name.to_owned(), purpose: part.to_owned() })
            }
            "field" => {
                let field = name.parse().ok()?;
                let part = FieldPart::ALL.into_iter().find(|known| known.key() == part)?;
                Some(Self::Field { field, part })
            }
            "role" => {
                let role = super::list::is_key(name).then(|| name.to_owned())?;
                let part = match part.split_once('.') {
                    None if part == "rights" => RolePart::Rights,
                    Some(("name", tongue)) => RolePart::Name(Tongue::from_code(tongue)?),
                    Some(("field", field)) => RolePart::Field(field.parse().ok()?),
                    None | Some(_) => return None,
                };
                Some(Self::Role { role, part })
            }
            list => {
                let list = List::from_key(list)?;
                let item = super::list::is_key(name).then(|| name.to_owned())?;
                let part = ItemPart::of(list).into_iter().find(|known| known.key() == part)?;
                Some(Self::Item { list, item, part })
            }
        }
    }

    /// Returns the key of the setting's texts: its name is `setting-<words>`, what it changes `setting-<words>-says`.
    pub fn words(&self) -> String {
        match self {
            Self::Plain(Plain::MailSignature(_)) => "mail-signature".to_owned(),
            Self::Plain(plain) => plain.key().replace(['.', '_'], "-"),
            Self::Item { part: ItemPart::Present, .. } => "item".to_owned(),
            Self::Item { part, .. } => format!("item-{}", part.words().0.replace('_', "-")),
            Self::Default { .. } => "default".to_owned(),
            Self::Field { part, .. } => format!("field-{}", part.key()),
            Self::Role { part: RolePart::Name(_), .. } => "role-name".to_owned(),
            Self::Role { part: RolePart::Rights, .. } => "role-rights".to_owned(),
            Self::Role { part: RolePart::Field(_), .. } => "role-field".to_owned(),
        }
    }

    /// Returns the shape of the setting's values.
    pub fn shape(&self) -> Shape {
        match self {
            Self::Plain(plain) => plain.shape(),
            Self::Item { list, part, .. } => part.shape(*list),
            Self::Default { .. } => Shape::Default,
            Self::Field { part: FieldPart::Collect | FieldPart::Special | FieldPart::Answer, .. } => Shape::YesNo,
            Self::Field { part: FieldPart::Master, .. } | Self::Role { part: RolePart::Name(_), .. } => Shape::Line,
            Self::Role { part: RolePart::Rights, .. } => Shape::Rights,
            Self::Role { part: RolePart::Field(_), .. } => Shape::Choice(&["hidden", "read", "edit"]),
        }
    }

    /// Returns the value the setting has as long as nobody decided.
    pub fn shipped(&self) -> String {
        match self {
            Self::Plain(plain) => plain.shipped().to_owned(),
            Self::Item { list: List::Purpose, item, part: ItemPart::DirectMarketing }
                if super::list::shipped_id(List::Purpose, item) == Some(super::list::MARKETING) =>
            {
                "yes".to_owned()
            }
            Self::Item { part, .. } => part.shipped().to_owned(),
            Self::Default { .. } => "ask".to_owned(),
            Self::Field { part: FieldPart::Collect, .. } => "yes".to_owned(),
            // What they know best of themselves; an own field where the office says so.
            Self::Field { field, part: FieldPart::Answer } if THEIRS.contains(field) => "yes".to_owned(),
            Self::Field { part: FieldPart::Special | FieldPart::Answer, .. } => "no".to_owned(),
            Self::Field { part: FieldPart::Master, .. } | Self::Role { part: RolePart::Name(_), .. } => String::new(),
            Self::Role { role, part: RolePart::Rights } => {
                Role::from_key(role).map_or_else(Rights::default, Role::rights).to_string()
            }
            Self::Role { part: RolePart::Field(_), .. } => Access::Edit.key().to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shape::tests::find;

    #[test]
    fn every_setting_is_found_by_its_key() {
        let mut settings: Vec<Setting> = Plain::ALL.map(Setting::Plain).to_vec();
        for list in List::ALL {
            for part in ItemPart::of(list) {
                settings.push(Setting::Item { list, item: "vip".to_owned(), part });
            }
        }
        settings.push(Setting::Default { source: "web-form".to_owned(), purpose: "sales".to_owned() });
        for field in [Field::BirthDate, Field::Custom("shoe-size".to_owned())] {
            settings.extend(FieldPart::ALL.map(|part| Setting::Field { field: field.clone(), part }));
            settings.push(Setting::Role { role: "seller".to_owned(), part: RolePart::Field(field) });
        }
        settings.push(Setting::Role { role: "temp".to_owned(), part: RolePart::Rights });
        settings.push(Setting::Role { role: "temp".to_owned(), part: RolePart::Name(Tongue::Nb) });
        for setting in settings {
            assert_eq!(Setting::from_key(&setting.key()), Some(setting.clone()), "{}", setting.key());
        }
        for key in [
            "",
            "office",
            "office.",
            "purpose..active",
            "purpose.sales.",
            "purpose.sales.notice",
            "role.x",
            "role.x.field.y",
            "x.y",
        ] {
            assert_eq!(Setting::from_key(key), None, "{key}");
        }
    }

    #[test]
    fn shipped_values_have_the_shape() {
        for plain in Plain::ALL {
            assert_eq!(plain.shape().parse(plain.shipped(), find).as_deref(), Ok(plain.shipped()), "{}", plain.key());
        }
        for list in List::ALL {
            for part in ItemPart::of(list) {
                let has_no_default = matches!(part, ItemPart::Present | ItemPart::Under | ItemPart::Rank);
                let parsed = part.shape(list).parse(part.shipped(), find);
                assert!(has_no_default || parsed.as_deref() == Ok(part.shipped()), "{}", part.key());
            }
        }
    }
}
