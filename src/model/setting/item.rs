//! What can be decided about an item of a list.

use super::{Shape, Tongue};
use crate::model::list::List;

/// The most months that something is kept: a hundred years.
pub(super) const MONTHS: u64 = 1_200;

/// What months of keeping count from.
const EVENTS: &[&str] = &["last-activity", "created", "left", "year-end"];

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
    /// Legal bases under legitimate interests: the interest (art. 13(1)(d)), in a language.
    Interest(Tongue),
    /// Legal bases under legitimate interests: why it takes this data to pursue it, in a language.
    Necessity(Tongue),
    /// Legal bases under legitimate interests: why it does not weigh less than what the person wants, in a language.
    Balance(Tongue),
    /// Legal bases under legitimate interests: when that is looked at again.
    ReviewOn,
    /// Sources: whether the notice of art. 13 or 14 goes out by itself when somebody is first registered.
    Notice,
    /// Sources: the template of the notice.
    Template,
    /// Categories: the purposes its persons are kept for.
    Purposes,
    /// Purposes and categories: why it is decided so, for those who decide.
    Comment,
    /// Subscription types: what permits a mailing of the type.
    Permission,
}

/// What of an item stands in its own row, or, of wordings, in the versions; everything else is a text by its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Own {
    /// That there is such an item.
    Present,
    /// What it stands under.
    Under,
    /// Its name in a language.
    Name(Tongue),
    /// Whether it can still be chosen.
    Active,
    /// Its place in the list.
    Rank,
    /// The newest wording in a language.
    Wording(Tongue),
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
            | List::Relation
            | List::Title => {}
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
                    Self::Comment,
                ]);
            }
            List::Basis => {
                parts.extend(each(Self::Description));
                parts.push(Self::Statute);
                parts.extend(each(Self::Interest));
                parts.extend(each(Self::Necessity));
                parts.extend(each(Self::Balance));
                parts.push(Self::ReviewOn);
            }
            List::Source => parts.extend([Self::Notice, Self::Template]),
            List::Category => parts.extend([Self::Purposes, Self::KeepMonths, Self::KeepFrom, Self::Comment]),
            List::Subscription => parts.push(Self::Permission),
            List::Business
            | List::Position
            | List::Language
            | List::Label
            | List::Interest
            | List::Activity
            | List::Relation
            | List::Title => {}
        }
        parts
    }

    /// Returns what it is of the item's own row; none where it is a text by its key.
    pub fn own(self) -> Option<Own> {
        match self {
            Self::Present => Some(Own::Present),
            Self::Under => Some(Own::Under),
            Self::Name(tongue) => Some(Own::Name(tongue)),
            Self::Active => Some(Own::Active),
            Self::Rank => Some(Own::Rank),
            Self::Wording(tongue) => Some(Own::Wording(tongue)),
            Self::Description(_)
            | Self::StatementTitle(_)
            | Self::StatementUrl(_)
            | Self::Expected
            | Self::KeepMonths
            | Self::KeepFrom
            | Self::ConsentMonths
            | Self::Special
            | Self::DirectMarketing
            | Self::Statute
            | Self::Interest(_)
            | Self::Necessity(_)
            | Self::Balance(_)
            | Self::ReviewOn
            | Self::Notice
            | Self::Template
            | Self::Purposes
            | Self::Comment
            | Self::Permission => None,
        }
    }

    /// Returns the language it is in; none for what is the same in every language.
    pub fn tongue(self) -> Option<Tongue> {
        self.words().1
    }

    /// Returns the words after the item's key; nothing for [`ItemPart::Present`].
    pub(super) fn key(self) -> String {
        let (word, tongue) = self.words();
        tongue.map_or_else(|| word.to_owned(), |tongue| format!("{word}.{}", tongue.code()))
    }

    pub(super) fn words(self) -> (&'static str, Option<Tongue>) {
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
            Self::Interest(tongue) => ("interest", Some(tongue)),
            Self::Necessity(tongue) => ("necessity", Some(tongue)),
            Self::Balance(tongue) => ("balance", Some(tongue)),
            Self::ReviewOn => ("review_on", None),
            Self::Notice => ("notice", None),
            Self::Template => ("template", None),
            Self::Purposes => ("purposes", None),
            Self::Comment => ("comment", None),
            Self::Permission => ("permission", None),
        }
    }

    pub(super) fn shape(self, list: List) -> Shape {
        match self {
            Self::Present | Self::Active | Self::Special | Self::DirectMarketing | Self::Notice => Shape::YesNo,
            Self::Under => Shape::Key(list),
            Self::Name(_) | Self::StatementTitle(_) | Self::Statute | Self::Template => Shape::Line,
            Self::Rank => Shape::Number(0, 1_000_000),
            Self::Description(_)
            | Self::Wording(_)
            | Self::Interest(_)
            | Self::Necessity(_)
            | Self::Balance(_)
            | Self::Comment => Shape::Lines,
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
    pub(super) fn shipped(self) -> &'static str {
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
            | Self::Interest(_)
            | Self::Necessity(_)
            | Self::Balance(_)
            | Self::ReviewOn
            | Self::Template
            | Self::Purposes
            | Self::Comment => "",
            Self::Active => "yes",
            Self::Special | Self::DirectMarketing | Self::Notice => "no",
            Self::KeepFrom => "last-activity",
            Self::Permission => "consent",
        }
    }
}
