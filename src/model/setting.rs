//! What an office can decide: every setting has a key for scripts, a shape its value has, and a value it is shipped with.
//!
//! Keys are words with dots between them. Those of list items begin with the list and the item: `purpose.sales.active`.

use super::field::Field;
use super::invalid::Reason;
use super::list::List;
use super::user::{Access, Rights, Role};
use super::{country, text};

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
    /// After how many minutes without a key or a move of the mouse the window locks; 0 for never.
    LockMinutes,
    /// The folder backups are kept in, by its full path; nothing for the folder `backups` of the card file.
    BackupDir,
    /// For how many days one backup each is kept.
    BackupKeep,
}

/// What can be decided about an item of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ItemPart {
    /// That there is such an item.
    Present,
    /// Own legal bases: the one of art. 6(1) it stands under. Own kinds of activity: the shipped one it stands under.
    Under,
    /// Its name in a language.
    Name(Tongue),
    /// Whether it can still be chosen.
    Active,
    /// Its place in the list.
    Rank,
    /// Purposes and legal bases: what it is, in a language, for the people it concerns.
    Description(Tongue),
    /// Purposes: the title of the privacy statement, in a language.
    StatementTitle(Tongue),
    /// Purposes: the web address of the privacy statement, in a language.
    StatementUrl(Tongue),
    /// Purposes: what people are asked to agree to, in a language. Each new text is a new version.
    Wording(Tongue),
    /// Purposes: the legal bases that are expected for it; others are refused. None for any.
    Expected,
    /// Purposes and categories: for how many months data is kept after what it counts from; nothing for no limit.
    KeepMonths,
    /// Categories: what the months count from.
    KeepFrom,
    /// Purposes: after how many months a consent has to be asked for again; nothing for never.
    ConsentMonths,
    /// Purposes: whether it needs data of special categories (art. 9).
    Special,
    /// Purposes: whether it is direct marketing, to which everybody can object without a reason (art. 21(2)).
    DirectMarketing,
    /// Legal bases under legal obligation: the statute.
    Statute,
    /// Legal bases under legitimate interests: the interest (art. 13(1)(d)).
    Interest,
    /// Legal bases under legitimate interests: why it takes this data to pursue it.
    Necessity,
    /// Legal bases under legitimate interests: why it does not weigh less than what the person wants.
    Balance,
    /// Legal bases under legitimate interests: when that is looked at again.
    ReviewOn,
    /// Sources: whether the notice of art. 13 or 14 goes out by itself when somebody is first registered.
    Notice,
    /// Sources: the template of the notice.
    Template,
    /// Categories: the purposes its persons are kept for.
    Purposes,
    /// Subscription types: what permits a mailing of the type.
    Permission,
}

/// What can be decided about a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FieldPart {
    /// Whether it is collected: shown, filled, imported.
    Collect,
    /// Where it is kept instead; a field that has this can be read only.
    Master,
    /// Whether it holds data of special categories (art. 9).
    Special,
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

/// The shape of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One line of at most [`text::LONG_LINE`] characters.
    Line,
    /// Some lines of at most [`text::NOTE`] characters.
    Lines,
    /// `yes` or `no`.
    YesNo,
    /// A whole number between two.
    Number(u64, u64),
    /// A whole number between two, or nothing.
    NumberOrNone(u64, u64),
    /// One of some words.
    Choice(&'static [&'static str]),
    /// A day, ISO 8601, or nothing.
    Day,
    /// A country, ISO 3166 alpha-2, or nothing.
    Country,
    /// The full path of a folder that is there, or nothing.
    Folder,
    /// A web address, or nothing.
    Web,
    /// The key of an item of a list.
    Key(List),
    /// Keys of items of a list, with spaces between them.
    Keys(List),
    /// Keys of rights, with spaces between them.
    Rights,
    /// `BASIS,SOURCE`, or `ask`.
    Default,
}

/// The most months that something is kept: a hundred years.
const MONTHS: u64 = 1_200;

/// What months of keeping count from.
const EVENTS: &[&str] = &["last-activity", "created", "left", "year-end"];

impl Plain {
    /// All, in the order in which they are shown.
    pub const ALL: [Self; 18] = [
        Self::OfficeName,
        Self::OfficeAddress,
        Self::OfficeCountry,
        Self::OfficeContact,
        Self::OfficePrivacyContact,
        Self::OfficeAuthority,
        Self::BasisRequired,
        Self::MinorsAge,
        Self::NotesWarn,
        Self::CustomerRule,
        Self::CustomerCategories,
        Self::CustomerSources,
        Self::CustomerMonths,
        Self::CustomerOffered,
        Self::TrashDays,
        Self::LockMinutes,
        Self::BackupDir,
        Self::BackupKeep,
    ];

    /// Returns the setting's key.
    pub fn key(self) -> &'static str {
        match self {
            Self::OfficeName => "office.name",
            Self::OfficeAddress => "office.address",
            Self::OfficeCountry => "office.country",
            Self::OfficeContact => "office.contact",
            Self::OfficePrivacyContact => "office.privacy_contact",
            Self::OfficeAuthority => "office.authority",
            Self::BasisRequired => "basis.required",
            Self::MinorsAge => "minors.age",
            Self::NotesWarn => "notes.warn",
            Self::CustomerRule => "customers.mail",
            Self::CustomerCategories => "customers.categories",
            Self::CustomerSources => "customers.sources",
            Self::CustomerMonths => "customers.months",
            Self::CustomerOffered => "customers.could_refuse",
            Self::TrashDays => "trash.days",
            Self::LockMinutes => "lock.minutes",
            Self::BackupDir => "backup.dir",
            Self::BackupKeep => "backup.keep",
        }
    }

    fn shape(self) -> Shape {
        match self {
            Self::OfficeName | Self::OfficeContact | Self::OfficePrivacyContact | Self::OfficeAuthority => Shape::Line,
            Self::OfficeAddress => Shape::Lines,
            Self::OfficeCountry => Shape::Country,
            Self::BasisRequired => Shape::Choice(&["off", "warn", "refuse"]),
            Self::MinorsAge => Shape::Number(13, 18),
            Self::NotesWarn | Self::CustomerRule | Self::CustomerOffered => Shape::YesNo,
            Self::CustomerCategories => Shape::Keys(List::Category),
            Self::CustomerSources => Shape::Keys(List::Source),
            Self::CustomerMonths => Shape::Number(1, MONTHS),
            Self::TrashDays => Shape::Number(0, 365),
            Self::LockMinutes => Shape::Number(0, 24 * 60),
            Self::BackupDir => Shape::Folder,
            Self::BackupKeep => Shape::Number(1, 35),
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
            | Self::CustomerSources
            | Self::BackupDir => "",
            Self::BasisRequired => "warn",
            Self::MinorsAge => "13",
            Self::NotesWarn => "yes",
            Self::CustomerRule | Self::CustomerOffered => "no",
            Self::CustomerCategories => "customer",
            Self::CustomerMonths => "24",
            Self::TrashDays => "30",
            Self::LockMinutes => "5",
            Self::BackupKeep => "7",
        }
    }
}

impl ItemPart {
    /// Returns what can be decided about the items of a list, in the order in which it is shown.
    pub fn of(list: List) -> Vec<Self> {
        let each = |part: fn(Tongue) -> Self| Tongue::ALL.map(part);
        let mut parts = vec![Self::Present];
        match list {
            List::Basis | List::Activity => parts.push(Self::Under),
            List::Category
            | List::Business
            | List::Position
            | List::Language
            | List::Label
            | List::Interest
            | List::Source
            | List::Purpose
            | List::Subscription
            | List::Relation => {}
        }
        parts.extend(each(Self::Name));
        parts.extend([Self::Active, Self::Rank]);
        match list {
            List::Purpose => {
                parts.extend(each(Self::Description));
                parts.extend(each(Self::StatementTitle));
                parts.extend(each(Self::StatementUrl));
                parts.extend(each(Self::Wording));
                parts.extend([
                    Self::Expected,
                    Self::KeepMonths,
                    Self::ConsentMonths,
                    Self::Special,
                    Self::DirectMarketing,
                ]);
            }
            List::Basis => {
                parts.extend(each(Self::Description));
                parts.extend([Self::Statute, Self::Interest, Self::Necessity, Self::Balance, Self::ReviewOn]);
            }
            List::Source => parts.extend([Self::Notice, Self::Template]),
            List::Category => parts.extend([Self::Purposes, Self::KeepMonths, Self::KeepFrom]),
            List::Subscription => parts.push(Self::Permission),
            List::Business
            | List::Position
            | List::Language
            | List::Label
            | List::Interest
            | List::Activity
            | List::Relation => {}
        }
        parts
    }

    /// Returns the words after the item's key; nothing for [`ItemPart::Present`].
    fn key(self) -> String {
        let (word, tongue) = self.words();
        tongue.map_or_else(|| word.to_owned(), |tongue| format!("{word}.{}", tongue.code()))
    }

    fn words(self) -> (&'static str, Option<Tongue>) {
        match self {
            Self::Present => ("", None),
            Self::Under => ("under", None),
            Self::Name(tongue) => ("name", Some(tongue)),
            Self::Active => ("active", None),
            Self::Rank => ("rank", None),
            Self::Description(tongue) => ("description", Some(tongue)),
            Self::StatementTitle(tongue) => ("statement_title", Some(tongue)),
            Self::StatementUrl(tongue) => ("statement_url", Some(tongue)),
            Self::Wording(tongue) => ("wording", Some(tongue)),
            Self::Expected => ("expected", None),
            Self::KeepMonths => ("keep_months", None),
            Self::KeepFrom => ("keep_from", None),
            Self::ConsentMonths => ("consent_months", None),
            Self::Special => ("special", None),
            Self::DirectMarketing => ("direct_marketing", None),
            Self::Statute => ("statute", None),
            Self::Interest => ("interest", None),
            Self::Necessity => ("necessity", None),
            Self::Balance => ("balance", None),
            Self::ReviewOn => ("review_on", None),
            Self::Notice => ("notice", None),
            Self::Template => ("template", None),
            Self::Purposes => ("purposes", None),
            Self::Permission => ("permission", None),
        }
    }

    fn shape(self, list: List) -> Shape {
        match self {
            Self::Present | Self::Active | Self::Special | Self::DirectMarketing | Self::Notice => Shape::YesNo,
            Self::Under => Shape::Key(list),
            Self::Name(_) | Self::StatementTitle(_) | Self::Statute | Self::Template => Shape::Line,
            Self::Rank => Shape::Number(0, 1_000_000),
            Self::Description(_) | Self::Wording(_) | Self::Interest | Self::Necessity | Self::Balance => Shape::Lines,
            Self::StatementUrl(_) => Shape::Web,
            Self::Expected => Shape::Keys(List::Basis),
            Self::KeepMonths | Self::ConsentMonths => Shape::NumberOrNone(1, MONTHS),
            Self::KeepFrom => Shape::Choice(EVENTS),
            Self::ReviewOn => Shape::Day,
            Self::Purposes => Shape::Keys(List::Purpose),
            Self::Permission => Shape::Choice(&["consent", "consent-or-customer"]),
        }
    }

    /// Returns the value a setting of an item has as long as nobody decided; those of the item's own row have none.
    fn shipped(self) -> &'static str {
        match self {
            Self::Present
            | Self::Under
            | Self::Name(_)
            | Self::Rank
            | Self::Description(_)
            | Self::StatementTitle(_)
            | Self::StatementUrl(_)
            | Self::Wording(_)
            | Self::Expected
            | Self::KeepMonths
            | Self::ConsentMonths
            | Self::Statute
            | Self::Interest
            | Self::Necessity
            | Self::Balance
            | Self::ReviewOn
            | Self::Template
            | Self::Purposes => "",
            Self::Active => "yes",
            Self::Special | Self::DirectMarketing | Self::Notice => "no",
            Self::KeepFrom => "last-activity",
            Self::Permission => "consent",
        }
    }
}

impl FieldPart {
    /// All, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Collect, Self::Master, Self::Special];

    fn key(self) -> &'static str {
        match self {
            Self::Collect => "collect",
            Self::Master => "master",
            Self::Special => "special",
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
            Self::Field { part: FieldPart::Collect | FieldPart::Special, .. } => Shape::YesNo,
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
            Self::Field { part: FieldPart::Special, .. } => "no".to_owned(),
            Self::Field { part: FieldPart::Master, .. } | Self::Role { part: RolePart::Name(_), .. } => String::new(),
            Self::Role { role, part: RolePart::Rights } => {
                Role::from_key(role).map_or_else(Rights::default, Role::rights).to_string()
            }
            Self::Role { part: RolePart::Field(_), .. } => Access::Edit.key().to_owned(),
        }
    }
}

impl Shape {
    /// Returns a value in its one stored spelling. `find` answers the key of the item that a text names in a list.
    ///
    /// # Errors
    /// What is wrong with the value.
    pub fn parse(self, value: &str, find: impl Fn(List, &str) -> Option<String>) -> Result<String, Reason> {
        let number = |least: u64, most: u64| {
            let number = value.trim().parse::<u64>().ok().filter(|number| (least..=most).contains(number));
            number.map(|number| number.to_string()).ok_or(Reason::NotANumber)
        };
        let line = text::single_line(value);
        match self {
            Self::Line if text::is_longer(&line, text::LONG_LINE) => Err(Reason::TooLong),
            Self::Line => Ok(line),
            Self::Lines => {
                let lines = text::multi_line(value).trim_end().to_owned();
                if text::is_longer(&lines, text::NOTE) { Err(Reason::TooLong) } else { Ok(lines) }
            }
            Self::YesNo => match line.to_lowercase().as_str() {
                "yes" | "true" | "1" | "ja" => Ok("yes".to_owned()),
                "no" | "false" | "0" | "nei" | "nej" => Ok("no".to_owned()),
                _ => Err(Reason::NotYesNo),
            },
            Self::Number(least, most) => number(least, most),
            Self::NumberOrNone(..) | Self::Day | Self::Country | Self::Folder | Self::Web if line.is_empty() => {
                Ok(String::new())
            }
            Self::NumberOrNone(least, most) => number(least, most),
            Self::Choice(words) => {
                let word = line.to_lowercase();
                if words.contains(&word.as_str()) { Ok(word) } else { Err(Reason::Unknown) }
            }
            Self::Day => {
                let day = chrono::NaiveDate::parse_from_str(&line, "%Y-%m-%d");
                day.map(|day| day.to_string()).map_err(|_| Reason::NotADate)
            }
            Self::Country => country::code(&line).map(str::to_owned).ok_or(Reason::NotACountry),
            Self::Folder => {
                let folder = value.trim_end_matches(['\n', '\r']);
                let path = std::path::Path::new(folder);
                if path.is_absolute() && path.is_dir() { Ok(folder.to_owned()) } else { Err(Reason::NotAFolder) }
            }
            Self::Web => {
                let is_web = ["https://", "http://"].iter().any(|start| line.starts_with(start) && line.len() > 11);
                let is_one = is_web && !line.contains(char::is_whitespace);
                if is_one { Ok(line) } else { Err(Reason::NotAWebsite) }
            }
            Self::Key(list) => find(list, &line).ok_or(Reason::Unknown),
            Self::Keys(list) => {
                let names = line.split([' ', ',']).filter(|name| !name.is_empty());
                let keys = names.map(|name| find(list, name).ok_or(Reason::Unknown)).collect::<Result<Vec<_>, _>>()?;
                Ok(keys.join(" "))
            }
            Self::Rights => Rights::from_keys(&line).map(|rights| rights.to_string()).ok_or(Reason::Unknown),
            Self::Default if line.eq_ignore_ascii_case("ask") => Ok("ask".to_owned()),
            Self::Default => {
                let (basis, source) = line.split_once(',').ok_or(Reason::Unknown)?;
                let basis = find(List::Basis, basis.trim()).ok_or(Reason::Unknown)?;
                let source = find(List::Source, source.trim()).ok_or(Reason::Unknown)?;
                Ok(format!("{basis},{source}"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn find(_: List, name: &str) -> Option<String> {
        ["consent", "contract", "user", "customer"].contains(&name).then(|| name.to_owned())
    }

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
                let has_own_row = matches!(part, ItemPart::Present | ItemPart::Under | ItemPart::Rank);
                let parsed = part.shape(list).parse(part.shipped(), find);
                assert!(has_own_row || parsed.as_deref() == Ok(part.shipped()), "{}", part.key());
            }
        }
    }

    #[test]
    fn values_are_stored_in_one_spelling() {
        let folder = std::env::temp_dir().to_str().unwrap().to_owned();
        let table: &[(Shape, &str, Result<&str, Reason>)] = &[
            (Shape::Number(0, 1_440), " 007 ", Ok("7")),
            (Shape::Number(0, 1_440), "1441", Err(Reason::NotANumber)),
            (Shape::Number(0, 1_440), "", Err(Reason::NotANumber)),
            (Shape::Number(0, 1_440), "-1", Err(Reason::NotANumber)),
            (Shape::Number(0, 1_440), "2.5", Err(Reason::NotANumber)),
            (Shape::NumberOrNone(1, 9), "", Ok("")),
            (Shape::NumberOrNone(1, 9), "10", Err(Reason::NotANumber)),
            (Shape::YesNo, "Ja", Ok("yes")),
            (Shape::YesNo, "perhaps", Err(Reason::NotYesNo)),
            (Shape::Choice(&["off", "warn"]), "WARN", Ok("warn")),
            (Shape::Choice(&["off", "warn"]), "on", Err(Reason::Unknown)),
            (Shape::Day, "2026-02-29", Err(Reason::NotADate)),
            (Shape::Day, "2026-02-28", Ok("2026-02-28")),
            (Shape::Country, "no", Ok("NO")),
            (Shape::Country, "XX", Err(Reason::NotACountry)),
            (Shape::Web, "https://example.org/x", Ok("https://example.org/x")),
            (Shape::Web, "javascript:alert(1)", Err(Reason::NotAWebsite)),
            (Shape::Keys(List::Basis), "contract, consent", Ok("contract consent")),
            (Shape::Keys(List::Basis), "contract chance", Err(Reason::Unknown)),
            (Shape::Rights, "edit see", Ok("see edit")),
            (Shape::Default, "ask", Ok("ask")),
            (Shape::Default, "contract, user", Ok("contract,user")),
            (Shape::Default, "contract", Err(Reason::Unknown)),
            (Shape::Folder, "./backups", Err(Reason::NotAFolder)),
            (Shape::Folder, "/no/such/folder", Err(Reason::NotAFolder)),
            (Shape::Folder, &folder, Ok(&folder)),
            (Shape::Line, "two\nlines", Ok("two lines")),
        ];
        for (shape, typed, stored) in table {
            assert_eq!(shape.parse(typed, find).as_deref(), stored.as_ref().copied(), "{typed}");
        }
    }
}
