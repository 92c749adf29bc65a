//! The columns that the list of persons can have.

pub use crate::office::finding::Column as By;

use crate::i18n::Lang;
use crate::screen::ColumnKind;
use crate::t;
use crate::widget::long_list::columns::Column;

impl ColumnKind for By {
    const ALL: &'static [Self] = &[
        Self::Name,
        Self::Company,
        Self::Email,
        Self::Mobile,
        Self::Category,
        Self::Basis,
        Self::Updated,
        Self::Title,
        Self::City,
        Self::OurContact,
        Self::LastActivity,
    ];
    const SHOWN: usize = 7;
    const FEW: &'static [Self] = &[Self::Name, Self::Company, Self::Basis];

    fn key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Company => "company",
            Self::Email => "email",
            Self::Mobile => "mobile",
            Self::Category => "category",
            Self::Basis => "basis",
            Self::Updated => "updated",
            Self::Title => "title",
            Self::City => "city",
            Self::OurContact => "our-contact",
            Self::LastActivity => "last-activity",
        }
    }

    fn name(self, lang: Lang) -> String {
        match self {
            Self::Name => t!(lang, "list-column-name"),
            Self::Company => t!(lang, "list-column-company"),
            Self::Email => t!(lang, "list-column-email"),
            Self::Mobile => t!(lang, "list-column-mobile"),
            Self::Category => t!(lang, "list-column-category"),
            Self::Basis => t!(lang, "list-column-basis"),
            Self::Updated => t!(lang, "list-column-updated"),
            Self::Title => t!(lang, "field-title"),
            Self::City => t!(lang, "field-city"),
            Self::OurContact => t!(lang, "field-our_contact"),
            Self::LastActivity => t!(lang, "field-last_activity"),
        }
    }

    fn usual(self, tight: bool) -> Column {
        let fixed = |wide, narrow| Column::fixed(if tight { narrow } else { wide });
        match self {
            Self::Name => Column::fill(5),
            Self::Company | Self::Title => Column::fill(if tight { 4 } else { 5 }),
            Self::Email => Column::fill(if tight { 5 } else { 6 }),
            Self::Mobile => fixed(140.0, 122.0),
            Self::Category => fixed(130.0, 84.0),
            Self::Basis => fixed(168.0, 134.0),
            Self::Updated => fixed(100.0, 96.0),
            Self::City | Self::OurContact => fixed(120.0, 96.0),
            Self::LastActivity => fixed(112.0, 108.0),
        }
    }
}
