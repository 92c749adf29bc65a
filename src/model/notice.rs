//! Telling people what is kept of them (art. 13, 14 GDPR), and until when.

use chrono::{Months, NaiveDate};

use super::{Moment, outbox, person, user};

crate::id_type! {
    /// Identifies a row of who was informed.
    Id
}

/// How somebody was informed, or why that is not needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Way {
    /// By an e-mail of this program.
    Mail,
    /// By a letter, or on paper otherwise.
    Letter,
    /// In person or on the phone (art. 12(1)).
    Oral,
    /// It is not needed.
    Exempt(Exemption),
}

/// Why somebody need not be informed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Exemption {
    /// They have the information, which came with the data from themselves (art. 13(4)).
    HasIt,
    /// They have the information (art. 14(5)(a)).
    HasItFromElsewhere,
    /// It is impossible, or would take an effort out of all proportion (art. 14(5)(b)).
    Disproportionate,
    /// A law says that the data is obtained or disclosed (art. 14(5)(c)).
    Law,
    /// The data must stay secret by law (art. 14(5)(d)).
    Secret,
}

impl Exemption {
    /// All exemptions.
    pub const ALL: [Self; 5] = [Self::HasIt, Self::HasItFromElsewhere, Self::Disproportionate, Self::Law, Self::Secret];

    /// Returns the key in the file: article, paragraph and letter; its text is `notice-exemption-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::HasIt => "13-4",
            Self::HasItFromElsewhere => "14-5-a",
            Self::Disproportionate => "14-5-b",
            Self::Law => "14-5-c",
            Self::Secret => "14-5-d",
        }
    }
}

impl Way {
    /// Returns the key in the file; its text is `notice-way-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Letter => "letter",
            Self::Oral => "oral",
            Self::Exempt(_) => "exempt",
        }
    }

    /// Returns why it is not needed, where it is not.
    pub fn exemption(self) -> Option<Exemption> {
        match self {
            Self::Exempt(exemption) => Some(exemption),
            Self::Mail | Self::Letter | Self::Oral => None,
        }
    }

    /// Returns the way that the keys in the file name.
    pub fn from_keys(way: &str, exemption: Option<&str>) -> Option<Self> {
        let exempt = || Exemption::ALL.into_iter().find(|one| Some(one.key()) == exemption).map(Self::Exempt);
        [Self::Mail, Self::Letter, Self::Oral].into_iter().find(|known| known.key() == way).or_else(exempt)
    }

    /// Returns a way that somebody notes, by its key for scripts: `letter`, `oral`, or an exemption.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::from_keys(key, Some(key)).filter(|way| *way != Self::Mail)
    }
}

/// A row of who was informed: they are only ever added to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Its identity.
    pub id: Id,
    /// Who.
    pub person: person::Id,
    /// How.
    pub way: Way,
    /// The key of the template, of mail and letters; may be empty.
    pub template: String,
    /// The language it was in, ISO 639-1.
    pub language: Option<String>,
    /// The message, of mail.
    pub outbox: Option<outbox::Id>,
    /// Since when they count as informed; none as long as the mail has not left.
    pub told_at: Option<Moment>,
    /// More about it, in free words.
    pub comment: String,
    /// When it was entered or queued.
    pub at: Moment,
    /// By whom.
    pub by: user::Id,
}

/// Returns the last day on which somebody can be informed who was registered on a day (art. 14(3)(a)): a month later,
/// or the last day of a shorter month (Regulation 1182/71, art. 3(2)(c)). A day that is no working day does not move it:
/// the notice is due at the latest then, and nothing is won by waiting.
pub fn due(registered: NaiveDate) -> NaiveDate {
    registered.checked_add_months(Months::new(1)).unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// Strict dates by art. 3 of Regulation 1182/71.
    #[test]
    fn a_month_ends_on_the_same_day_or_the_last() {
        for (registered, last) in [
            ("2026-03-05", "2026-04-05"),
            ("2026-05-19", "2026-06-19"),
            ("2026-08-31", "2026-09-30"),
            ("2027-01-31", "2027-02-28"),
            ("2028-01-31", "2028-02-29"),
            ("2026-11-24", "2026-12-24"),
        ] {
            assert_eq!(due(registered.parse().unwrap()), last.parse().unwrap(), "{registered}");
        }
    }

    #[test]
    fn keys_name_one_way_each() {
        for way in [Way::Letter, Way::Oral].into_iter().chain(Exemption::ALL.map(Way::Exempt)) {
            let key = way.exemption().map_or(way.key(), Exemption::key);
            assert_eq!(Way::from_key(key), Some(way));
            assert_eq!(Way::from_keys(way.key(), way.exemption().map(Exemption::key)), Some(way));
        }
        assert_eq!(Way::from_key("mail"), None);
        assert_eq!(Way::from_key("exempt"), None);
    }
}
