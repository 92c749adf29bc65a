//! What can be done now, and why the rest cannot.

use super::{Place, Session};
use crate::app::actions::Deed;
use crate::model::user::Right;
use crate::office::undo::Way;
use crate::screen::settings::Page;
use crate::{i18n, t};

impl Session {
    /// Returns why something cannot be done now; none where it can.
    pub fn hindrance(&self, deed: Deed) -> Option<String> {
        let lang = self.scene.lang;
        let (at_persons, at_companies) = (self.place == Place::Persons, self.place == Place::Companies);
        let is_shown =
            (at_persons && self.persons.shown().is_some()) || (at_companies && self.companies.shown().is_some());
        let is_chosen =
            (at_persons && self.persons.current().is_some()) || (at_companies && self.companies.current().is_some());
        let lacking = |right: Right| {
            let name = || i18n::text(lang, &format!("right-{}", right.key()));
            (!self.scene.office.user().may(right)).then(|| t!(lang, "hindrance-right", right = name()))
        };
        let unless = |possible: bool, words: fn(crate::i18n::Lang) -> String| (!possible).then(|| words(lang));
        let somebody = || unless(at_persons && self.persons.current().is_some(), |lang| t!(lang, "hindrance-nobody"));
        match deed {
            Deed::NewPerson | Deed::NewCompany => lacking(Right::Create),
            Deed::NewSelection | Deed::CombineSelections => lacking(Right::Selections),
            Deed::Import => lacking(Right::Import),
            Deed::CameBack => lacking(Right::Edit),
            Deed::Edit => lacking(Right::Edit).or_else(|| unless(is_shown, |lang| t!(lang, "hindrance-no-card"))),
            Deed::Save => unless(self.card_is_unsaved(), |lang| t!(lang, "hindrance-nothing-typed")),
            Deed::Activity => lacking(Right::Edit).or_else(|| unless(is_chosen, |lang| t!(lang, "hindrance-nobody"))),
            Deed::Favourite => unless(is_chosen, |lang| t!(lang, "hindrance-nobody")),
            Deed::Relation => lacking(Right::Edit).or_else(somebody),
            Deed::Restrict | Deed::LiftRestriction | Deed::Object => lacking(Right::LegalBasis).or_else(somebody),
            // What was told otherwise is noted by who may not send.
            Deed::LegalBasis | Deed::Inform => somebody(),
            Deed::ConfirmCorrection | Deed::AskConsent => lacking(Right::SendMail).or_else(somebody),
            Deed::Report => lacking(Right::Report).or_else(somebody),
            Deed::Undo => unless(self.scene.office.can_step(Way::Back), |lang| t!(lang, "hindrance-nothing-done")),
            Deed::Redo => unless(self.scene.office.can_step(Way::Again), |lang| t!(lang, "hindrance-nothing-back")),
            Deed::Backup | Deed::BackupElsewhere => lacking(Right::Settings),
            Deed::Lock => unless(!self.sample, |lang| t!(lang, "hindrance-sample")),
            Deed::NewPassphrase | Deed::NewRecoveryKey | Deed::Remember => {
                unless(self.settings.has(Page::Keys), |lang| t!(lang, "hindrance-sample-page"))
            }
            Deed::Page(page) => unless(self.settings.has(page), |lang| t!(lang, "hindrance-sample-page")),
            Deed::MergeSelected => lacking(Right::Merge).or_else(|| {
                unless(at_persons && self.persons.has_two_selected(), |lang| t!(lang, "hindrance-not-two"))
            }),
            Deed::MassEdit => lacking(Right::MassEdit).or_else(|| {
                let is_any = (at_persons && self.persons.subject().is_some())
                    || (at_companies && self.companies.subject().is_some());
                unless(is_any, |lang| t!(lang, "hindrance-nobody-listed"))
            }),
            Deed::SendMail => lacking(Right::SendMail),
            Deed::MassEdits => lacking(Right::MassEdit),
            Deed::Steps => lacking(Right::Settings)
                .or_else(|| unless(!self.sample, |lang| t!(lang, "hindrance-sample-page"))),
            Deed::Delete => unless(
                (at_persons && self.persons.deletable().is_some())
                    || (at_companies && self.companies.deletable().is_some()),
                |lang| t!(lang, "hindrance-nobody"),
            ),
            Deed::Columns => unless(at_persons || at_companies, |lang| t!(lang, "hindrance-no-list")),
            Deed::Today
            | Deed::Persons
            | Deed::Companies
            | Deed::Selections
            // Everybody may check it, as its page says.
            | Deed::CheckJournal
            | Deed::Settings
            | Deed::Mailings
            | Deed::Outbox
            | Deed::Trash
            | Deed::Restore
            | Deed::Duplicates
            | Deed::Search
            | Deed::Favourites
            | Deed::Recent
            | Deed::Palette
            | Deed::Open
            | Deed::Tab(_)
            | Deed::NextPassage
            | Deed::PreviousPassage
            | Deed::Escape
            | Deed::Help
            | Deed::Shortcuts
            | Deed::Guide
            | Deed::Larger
            | Deed::Smaller
            | Deed::NormalSize
            | Deed::Light
            | Deed::Dark
            | Deed::SystemColours
            | Deed::Language(_) => None,
        }
    }
}
