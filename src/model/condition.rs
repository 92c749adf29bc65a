//! The conditions of art. 9(2): on which of them data of special categories may be kept.

/// A condition of art. 9(2) GDPR.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Condition {
    /// Explicit consent: (a).
    Explicit,
    /// Employment and social security: (b).
    Employment,
    /// Vital interests of somebody who cannot consent: (c).
    Vital,
    /// A foundation or association for its own members: (d).
    Members,
    /// What the person made public: (e).
    Public,
    /// Legal claims: (f).
    Claims,
    /// A substantial public interest: (g).
    PublicInterest,
    /// Health care: (h).
    Care,
    /// Public health: (i).
    PublicHealth,
    /// Archives, research and statistics: (j).
    Research,
}

impl Condition {
    /// All, in the order of the article.
    pub const ALL: [Self; 10] = [
        Self::Explicit,
        Self::Employment,
        Self::Vital,
        Self::Members,
        Self::Public,
        Self::Claims,
        Self::PublicInterest,
        Self::Care,
        Self::PublicHealth,
        Self::Research,
    ];

    /// Returns the letter of art. 9(2), by which the file and scripts know it; its text is `condition-<letter>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Explicit => "a",
            Self::Employment => "b",
            Self::Vital => "c",
            Self::Members => "d",
            Self::Public => "e",
            Self::Claims => "f",
            Self::PublicInterest => "g",
            Self::Care => "h",
            Self::PublicHealth => "i",
            Self::Research => "j",
        }
    }

    /// Returns the condition of a letter.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|condition| condition.key() == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_those_of_the_article_in_its_order() {
        let letters: String = Condition::ALL.map(Condition::key).concat();
        assert_eq!(letters, "abcdefghij");
        for condition in Condition::ALL {
            assert_eq!(Condition::from_key(condition.key()), Some(condition));
        }
        assert_eq!(Condition::from_key("k"), None);
    }
}
