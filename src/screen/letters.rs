//! Letters to one person, as screens ask for them, and how urgent it is to inform somebody.

use super::Scene;
use crate::i18n;
use crate::model::person;
use crate::t;
use crate::theme::Tone;

/// Which letter a screen wants to be written; a dialog sees to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LetterAsk {
    /// The person is told what is kept of them, or it is noted that they were (art. 13, 14).
    Notice(person::Id),
    /// The person is told what was corrected on their card (art. 12(3), 16).
    Corrected(person::Id),
    /// The person is asked for a consent.
    Consent(person::Id),
}

impl LetterAsk {
    /// Returns whom it goes to.
    pub fn person(self) -> person::Id {
        match self {
            Self::Notice(id) | Self::Corrected(id) | Self::Consent(id) => id,
        }
    }
}

/// Returns how urgent it is to inform somebody, and the words for it.
pub fn due_words(scene: &Scene, due: chrono::NaiveDate, is_waiting: bool) -> (Tone, String) {
    let lang = scene.lang;
    let left = (due - scene.today()).num_days();
    if is_waiting {
        (Tone::Accent, t!(lang, "notice-waiting"))
    } else if left < 0 {
        let days = left.abs();
        (Tone::Danger, t!(lang, "notice-overdue", days = days))
    } else {
        let tone = if left <= 7 { Tone::Attention } else { Tone::Muted };
        (tone, t!(lang, "notice-due", day = i18n::date(lang, due), days = left))
    }
}
