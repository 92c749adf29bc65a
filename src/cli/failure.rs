//! Why a command did not do what it was called for, for people and scripts.

use serde_json::json;

use super::answer::Answer;
use crate::i18n::Lang;
use crate::model::field::Field;
use crate::model::{Invalid, Reason};
use crate::office::Error;
use crate::office::problem::{self, Kind, Problem};
use crate::t;

/// Exit code: done.
pub const DONE: u8 = 0;
/// Exit code: could not.
pub const COULD_NOT: u8 = 1;
/// Exit code: wrong usage.
pub const USAGE: u8 = 2;
/// Exit code: wrong passphrase, unknown user, or the vault is in use.
pub const NOT_OPENED: u8 = 3;
/// Exit code: refused by a rule or a missing right.
pub const REFUSED: u8 = 4;

/// Why nothing was done.
#[derive(Debug)]
pub struct Failure {
    /// The kind, which scripts rely on.
    pub kind: &'static str,
    /// What happened, that nothing was lost, and what to do.
    pub message: String,
    /// The exit code.
    pub code: u8,
    /// The rule that refuses it, which scripts rely on too.
    pub rule: Option<&'static str>,
    /// What is answered all the same.
    pub shown: Option<Box<Answer>>,
}

impl Failure {
    fn new(kind: &'static str, message: String, code: u8) -> Self {
        Self { kind, message, code, rule: None, shown: None }
    }

    /// Returns the failure of a call that cannot be understood.
    pub fn usage(message: String) -> Self {
        Self::new("usage", message, USAGE)
    }

    /// Returns a failure of the given kind.
    pub fn could_not(kind: &'static str, message: String) -> Self {
        Self::new(kind, message, COULD_NOT)
    }

    /// Returns that what should open the card file cannot be its key.
    pub fn wrong_key(message: String) -> Self {
        Self::new(Kind::WrongKey.key(), message, NOT_OPENED)
    }

    /// Returns that there is no card of that identity, which may be any text.
    pub fn no_person(id: &str, lang: Lang) -> Self {
        Self::could_not(Kind::NotFound.key(), t!(lang, "cli-no-such-person", id = id))
    }

    /// Returns that there is neither a person nor a company of that identity.
    pub fn no_card(id: &str, lang: Lang) -> Self {
        Self::could_not(Kind::NotFound.key(), t!(lang, "cli-no-such-card", id = id))
    }

    /// Returns that something other than a card is not there, and perhaps never was.
    pub fn not_found(lang: Lang) -> Self {
        Self::could_not(Kind::NotFound.key(), t!(lang, "cli-not-found"))
    }

    /// Returns that what somebody named is not there.
    fn no_such(what: &str, lang: Lang) -> Self {
        let words = match what {
            "user" => t!(lang, "cli-no-such-user"),
            "role" => t!(lang, "cli-no-such-role"),
            "selection" => t!(lang, "cli-no-such-selection"),
            "selection of persons" | "dynamic selection" => t!(lang, "cli-no-such-kind-of-selection"),
            "field" => t!(lang, "cli-no-such-field"),
            "setting" => t!(lang, "cli-no-such-setting"),
            "correction" => t!(lang, "cli-no-such-correction"),
            _ => return Self::not_found(lang),
        };
        Self::could_not(Kind::NotFound.key(), words)
    }

    /// Returns that everybody was held back and nothing was done; what was held, and why, is answered all the same.
    pub fn all_held(answer: Answer, lang: Lang) -> Self {
        let failure = Self::new(Kind::Refused.key(), t!(lang, "cli-all-held"), REFUSED);
        Self { rule: Some("held"), shown: Some(Box::new(answer)), ..failure }
    }

    /// Returns that a word is none of those that can be chosen.
    pub fn unknown_word(lang: Lang, field: &Field, value: &str, known: &[&str]) -> Self {
        let list = problem::field_name(lang, field);
        Self::usage(t!(lang, "cli-unknown-word", value = value, list = list, known = known.join(", ")))
    }

    /// Returns what the office's error means here.
    pub fn of(error: &Error, lang: Lang) -> Self {
        let Problem { kind, message } = Problem::new(error, lang);
        if let Error::NoPerson(id) = error {
            return Self::no_person(&id.to_string(), lang);
        }
        if let Error::NoSuch(what) = error {
            return Self::no_such(what, lang);
        }
        if let Error::NoCompany(id) = error {
            return Self::could_not(Kind::NotFound.key(), t!(lang, "cli-no-such-company", id = id.to_string()));
        }
        let Error::Invalid(wrong) = error else {
            let rule = if let Error::Refused(rule) = error { Some(rule.key()) } else { None };
            return Self { rule, ..Self::new(kind.key(), message, code(kind)) };
        };
        // A field that does not exist is a matter of how the command was called, a value is not.
        if let Some(one) = wrong.iter().find(|one| one.reason == Reason::NoSuchField) {
            return Self::usage(t!(lang, "cli-unknown-field", field = one.field.to_string()));
        }
        let complaint = |one: &Invalid| {
            let (field, reason) = (problem::field_name(lang, &one.field), problem::reason(lang, one.reason));
            t!(lang, "cli-invalid", field = field, reason = reason)
        };
        let complaints: Vec<String> = wrong.iter().map(complaint).collect();
        let message = format!("{} {}", complaints.join(" "), t!(lang, "cli-nothing-changed"));
        Self::new(kind.key(), message, code(kind))
    }

    /// Returns the failure as a JSON document.
    pub fn document(&self) -> String {
        let mut document = self.shown.as_ref().map_or_else(|| json!({}), |shown| shown.json.clone());
        document["error"] = json!({ "kind": self.kind, "message": self.message });
        if let Some(rule) = self.rule {
            document["error"]["rule"] = rule.into();
        }
        format!("{document:#}\n")
    }
}

fn code(kind: Kind) -> u8 {
    match kind {
        Kind::WrongKey | Kind::UnknownUser | Kind::InUse => NOT_OPENED,
        Kind::Forbidden | Kind::Refused => REFUSED,
        Kind::Invalid
        | Kind::NotFound
        | Kind::Changed
        | Kind::NoVault
        | Kind::Occupied
        | Kind::Damaged
        | Kind::Newer
        | Kind::DiskFull
        | Kind::File
        | Kind::Cancelled
        | Kind::Dropped
        | Kind::Failed => COULD_NOT,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::user::Right;
    use crate::office::Rule;
    use crate::vault;

    #[test]
    fn every_kind_of_failure_has_its_exit_code() {
        let table = [
            (Error::Vault(vault::Error::WrongPassphrase), "wrong-passphrase", NOT_OPENED),
            (Error::Vault(vault::Error::UnknownUser), "unknown-user", NOT_OPENED),
            (Error::Vault(vault::Error::InUse), "in-use", NOT_OPENED),
            (Error::Vault(vault::Error::NoVault), "no-vault", COULD_NOT),
            (Error::Vault(vault::Error::DiskFull), "disk-full", COULD_NOT),
            (Error::Forbidden(Right::Import), "forbidden", REFUSED),
            (Error::Refused(Rule::NothingToVoid), "refused", REFUSED),
            (Error::NoPerson(crate::model::person::Id(7)), "not-found", COULD_NOT),
            (Error::invalid(Field::Email, Reason::NotAnEmail), "invalid", COULD_NOT),
            (Error::invalid(Field::Custom("x".into()), Reason::NoSuchField), "usage", USAGE),
        ];
        for (error, kind, code) in table {
            let failure = Failure::of(&error, Lang::En);
            assert_eq!((failure.kind, failure.code), (kind, code), "{error}");
            assert!(failure.message.contains("Nothing was") || code == COULD_NOT, "{}", failure.message);
        }
    }
}
