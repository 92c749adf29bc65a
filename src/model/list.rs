//! Lists of values that cards choose from: data with stable keys, so that an office can add its own.

crate::id_type! {
    /// Identifies an item of a list.
    Id
}

/// A list that fields choose from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum List {
    /// What somebody is to us: prospect, customer, supplier…
    Category,
    /// The line of business.
    Business,
    /// The position somebody holds.
    Position,
    /// The language somebody is written to in (keys are BCP 47).
    Language,
    /// What an e-mail address, phone number or address is for.
    Label,
    /// What somebody is interested in.
    Interest,
    /// Where data or a decision came from.
    Source,
    /// What data is used for.
    Purpose,
    /// Legal bases, and the ways in which one ends.
    Basis,
    /// Kinds of mailing somebody can subscribe to.
    Subscription,
    /// What was done with somebody: note, call, meeting, task, e-mail.
    Activity,
    /// What one person is to another.
    Relation,
    /// Titles that are suggested where one is typed. A card holds the text itself.
    Title,
}

impl List {
    /// All lists. The place in this array is part of the shipped items' identities: only ever add at the end.
    pub const ALL: [Self; 13] = [
        Self::Category,
        Self::Business,
        Self::Position,
        Self::Language,
        Self::Label,
        Self::Interest,
        Self::Source,
        Self::Purpose,
        Self::Basis,
        Self::Subscription,
        Self::Activity,
        Self::Relation,
        Self::Title,
    ];

    /// Returns the list's key in the file and for scripts.
    pub fn key(self) -> &'static str {
        match self {
            Self::Category => "category",
            Self::Business => "business",
            Self::Position => "position",
            Self::Language => "language",
            Self::Label => "label",
            Self::Interest => "interest",
            Self::Source => "source",
            Self::Purpose => "purpose",
            Self::Basis => "basis",
            Self::Subscription => "subscription",
            Self::Activity => "activity",
            Self::Relation => "relation",
            Self::Title => "title",
        }
    }

    /// Returns the list that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|list| list.key() == key)
    }

    /// Returns the keys of the items that every new vault has, in their order. Only ever add at the end.
    pub fn shipped(self) -> &'static [&'static str] {
        match self {
            Self::Category => &["prospect", "customer", "former-customer", "supplier", "partner"],
            Self::Business => SHIPPED_BUSINESSES,
            Self::Position => SHIPPED_POSITIONS,
            Self::Language => &["nb", "nn", "sv", "da", "fi", "en", "de", "fr", "nl", "es", "it", "pl"],
            Self::Label => {
                &["work", "private", "mobile", "direct", "switchboard", "home", "postal", "visiting", "other"]
            }
            Self::Interest => SHIPPED_INTERESTS,
            Self::Source => &[
                "user",
                "email",
                "request",
                "chat",
                "web-form",
                "portal",
                "import",
                "integration",
                "business-card",
                "meeting",
                "phone",
                "fair",
                "social-media",
                "unknown",
            ],
            Self::Purpose => &["sales", "marketing"],
            Self::Basis => &[
                "consent",
                "contract",
                "legal-obligation",
                "vital-interests",
                "public-task",
                "legitimate-interests",
                "withdrawn",
                "objected",
                "void",
            ],
            Self::Subscription => &["invitations", "news", "promotions", "urgent"],
            Self::Activity => &["note", "call", "meeting", "task", "email"],
            Self::Title => &[],
            Self::Relation => &["assistant", "superior", "decides-with", "colleague", "recommended-by", "family"],
        }
    }

    /// Returns whether a value nobody has heard of becomes a new item of the list when it is imported or typed.
    ///
    /// Purposes and legal bases are decisions of the office, not values that may slip in with a file.
    pub fn grows(self) -> bool {
        match self {
            Self::Category | Self::Business | Self::Position | Self::Interest | Self::Label | Self::Language => true,
            Self::Relation => true,
            // A card holds a title as it was typed, and what is typed once is no suggestion yet.
            Self::Source | Self::Purpose | Self::Basis | Self::Subscription | Self::Activity | Self::Title => false,
        }
    }

    const fn number(self) -> i64 {
        match self {
            Self::Category => 1,
            Self::Business => 2,
            Self::Position => 3,
            Self::Language => 4,
            Self::Label => 5,
            Self::Interest => 6,
            Self::Source => 7,
            Self::Purpose => 8,
            Self::Basis => 9,
            Self::Subscription => 10,
            Self::Activity => 11,
            Self::Relation => 12,
            Self::Title => 13,
        }
    }
}

const SHIPPED_BUSINESSES: &[&str] = &[
    "agriculture",
    "seafood",
    "energy",
    "manufacturing",
    "construction",
    "trade",
    "transport",
    "hospitality",
    "it",
    "finance",
    "services",
    "public",
    "health",
    "education",
    "other",
];

const SHIPPED_POSITIONS: &[&str] = &[
    "owner",
    "managing-director",
    "chair",
    "finance",
    "purchasing",
    "buyer",
    "sales",
    "marketing",
    "it",
    "operations",
    "production",
    "project",
    "hr",
    "consultant",
    "assistant",
    "other",
];

const SHIPPED_INTERESTS: &[&str] =
    &["products", "offers", "events", "fairs", "service", "sustainability", "digital", "partnership"];

/// Returns the identity that the shipped item `key` of `list` has in every vault.
pub fn shipped_id(list: List, key: &str) -> Option<Id> {
    let place = list.shipped().iter().position(|shipped| *shipped == key)?;
    Some(Id(list.number() * 1_000 + i64::try_from(place).ok()? + 1))
}

/// The purpose that must have a legal basis: sales and service.
pub const SALES: Id = Id(8_001);
/// The purpose of e-marketing.
pub const MARKETING: Id = Id(8_002);
/// The source of what is typed by hand.
pub const SOURCE_USER: Id = Id(7_001);
/// The sources by which people themselves give us what they give; what was entered by hand may have come from anywhere.
const FROM_THEMSELVES: [&str; 9] =
    ["email", "request", "chat", "web-form", "portal", "business-card", "meeting", "phone", "fair"];

/// Returns whether people themselves give us what comes by a source, by its key.
pub fn is_from_themselves(source: &str) -> bool {
    FROM_THEMSELVES.contains(&source)
}

/// The source of what an import brought.
pub const SOURCE_IMPORT: Id = Id(7_007);
/// The source nobody knows.
pub const SOURCE_UNKNOWN: Id = Id(7_014);
/// The label of what is used at work.
pub const LABEL_WORK: Id = Id(5_001);
/// The label of what is used in private.
pub const LABEL_PRIVATE: Id = Id(5_002);
/// The label of mobile phones.
pub const LABEL_MOBILE: Id = Id(5_003);
/// The label of a company's switchboard.
pub const LABEL_SWITCHBOARD: Id = Id(5_005);

/// A note.
pub const ACTIVITY_NOTE: Id = Id(11_001);
/// A call.
pub const ACTIVITY_CALL: Id = Id(11_002);
/// A meeting.
pub const ACTIVITY_MEETING: Id = Id(11_003);
/// A task.
pub const ACTIVITY_TASK: Id = Id(11_004);
/// An e-mail.
pub const ACTIVITY_EMAIL: Id = Id(11_005);

/// One item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its identity; shipped items have the same in every vault.
    pub id: Id,
    /// The list it stands in.
    pub list: List,
    /// Its key: small letters, digits and hyphens; never changes.
    pub key: String,
    /// Its names in English, Norwegian and Swedish.
    pub names: [String; 3],
    /// Its place in the list.
    pub rank: i64,
    /// Whether it can still be chosen.
    pub active: bool,
    /// The shipped item whose meaning an own one has: of a legal basis, the one of art. 6(1).
    pub under: Option<Id>,
}

/// Returns a key made from a name: small letters, digits and hyphens.
pub fn key_from(name: &str) -> String {
    let mut key = String::new();
    for c in name.to_lowercase().chars() {
        match c {
            'a'..='z' | '0'..='9' => key.push(c),
            'å' | 'ä' | 'á' | 'à' => key.push('a'),
            'æ' => key.push_str("ae"),
            'ø' | 'ö' | 'ó' => key.push('o'),
            'é' | 'è' => key.push('e'),
            'ü' => key.push('u'),
            _ if !key.is_empty() && !key.ends_with('-') => key.push('-'),
            _ => {}
        }
    }
    key.truncate(40);
    key.trim_end_matches('-').to_owned()
}

/// Returns whether the text is a key: 1 to 40 small letters, digits and hyphens.
pub fn is_key(text: &str) -> bool {
    (1..=40).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_')
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn shipped_items_keep_their_identities() {
        assert_eq!(shipped_id(List::Purpose, "sales"), Some(SALES));
        assert_eq!(shipped_id(List::Purpose, "marketing"), Some(MARKETING));
        assert_eq!(shipped_id(List::Source, "user"), Some(SOURCE_USER));
        assert_eq!(shipped_id(List::Source, "import"), Some(SOURCE_IMPORT));
        assert_eq!(shipped_id(List::Source, "unknown"), Some(SOURCE_UNKNOWN));
        assert_eq!(shipped_id(List::Label, "work"), Some(LABEL_WORK));
        assert_eq!(shipped_id(List::Label, "private"), Some(LABEL_PRIVATE));
        assert_eq!(shipped_id(List::Label, "mobile"), Some(LABEL_MOBILE));
        assert_eq!(shipped_id(List::Label, "switchboard"), Some(LABEL_SWITCHBOARD));
        assert_eq!(shipped_id(List::Activity, "note"), Some(ACTIVITY_NOTE));
        assert_eq!(shipped_id(List::Activity, "call"), Some(ACTIVITY_CALL));
        assert_eq!(shipped_id(List::Activity, "meeting"), Some(ACTIVITY_MEETING));
        assert_eq!(shipped_id(List::Activity, "task"), Some(ACTIVITY_TASK));
        assert_eq!(shipped_id(List::Activity, "email"), Some(ACTIVITY_EMAIL));
        assert_eq!(shipped_id(List::Category, "nobody"), None);
    }

    #[test]
    fn shipped_keys_are_keys() {
        for list in List::ALL {
            for key in list.shipped() {
                assert!(is_key(key), "{key}");
            }
            assert_eq!(List::from_key(list.key()), Some(list));
        }
    }

    #[test]
    fn names_make_keys() {
        for (name, key) in
            [("Eksisterende kunde", "eksisterende-kunde"), ("Fjord & Sjø!", "fjord-sjo"), ("", ""), ("漢字", "")]
        {
            assert_eq!(key_from(name), key);
        }
    }
}
