//! Who calls, and the card file they mean.

use std::ffi::OsString;
use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use zeroize::Zeroizing;

use super::arguments::Everywhere;
use super::failure::Failure;
use crate::app::platform;
use crate::i18n::Lang;
use crate::model::person;
use crate::office::problem::{self, Kind};
use crate::office::{Answer, Desk, Error, Office};
use crate::t;
use crate::transfer::Parser;
use crate::vault::keychain::{self, Keychain};
use crate::vault::recovery::Misread;
use crate::vault::{self, Passphrase, Peek, Proof, RecoveryKey};

/// No passphrase or key is longer than this, in bytes.
const LONGEST: u64 = 64 * 1024;

/// One call of the program: who calls, in which language, about which card file.
pub struct Session {
    /// The language of the answers.
    pub lang: Lang,
    /// Who reads files from outside.
    pub parser: Parser,
    everywhere: Everywhere,
}

impl Session {
    /// Returns the session of a call.
    pub fn new(everywhere: Everywhere, lang: Lang) -> Self {
        Self { lang, parser: platform::parser(), everywhere }
    }

    /// Answers whether the caller is a script that reads JSON.
    pub fn wants_json(&self) -> bool {
        self.everywhere.json
    }

    /// Returns what the office's error means to the caller.
    pub fn failure(&self, error: &Error) -> Failure {
        Failure::of(error, self.lang)
    }

    /// Waits for the office's answer.
    pub fn wait<T>(&self, answer: Answer<T>) -> Result<T, Failure> {
        answer.wait().map_err(|error| self.failure(&error))
    }

    /// Opens the card file, works in it and closes it, whatever came of the work.
    pub fn in_office<T>(&self, work: impl FnOnce(&Office) -> Result<T, Failure>) -> Result<T, Failure> {
        self.in_office_with_proof(|office, _| work(office))
    }

    /// As [`Session::in_office`], for work that has to show once more what opened the card file.
    pub fn in_office_with_proof<T>(
        &self,
        work: impl FnOnce(&Office, Proof) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let (office, proof) = self.opened()?;
        if let Some(departed) = office.journal_at_unlock() {
            // Whoever reads only the answer must not be kept from it, and nobody else is there to be told.
            let _ = writeln!(io::stderr(), "{}", super::journal::words(departed, self.lang));
        }
        if super::journal::lacks_note(&office) {
            let _ = writeln!(io::stderr(), "{}", t!(self.lang, "check-journal-note-missing"));
        }
        self.finish(office, |office| work(office, proof))
    }

    /// As [`Session::in_office`], for work that checks the journal itself, and says what it finds.
    pub fn in_office_to_check<T>(&self, work: impl FnOnce(&Office) -> Result<T, Failure>) -> Result<T, Failure> {
        let (office, _) = self.opened()?;
        self.finish(office, work)
    }

    /// As [`Session::in_office_to_check`], for what a scheduler calls while nobody is there: unless the call says what
    /// opens the card file, the key does that this computer remembers.
    pub fn in_office_unattended<T>(&self, work: impl FnOnce(&Office) -> Result<T, Failure>) -> Result<T, Failure> {
        match self.remembered(&keychain::of_system())? {
            Some(office) => self.finish(office, work),
            None => self.in_office_to_check(work),
        }
    }

    /// Opens the card file with the key that this computer remembers for whoever calls.
    ///
    /// # Errors
    /// That the card file cannot be opened, whatever with. A key that no longer opens it is none.
    fn remembered(&self, keychain: &Arc<dyn Keychain>) -> Result<Option<Office>, Failure> {
        if self.everywhere.recovery_key_file.is_some() || self.passphrase_file().is_some() {
            return Ok(None);
        }
        let folder = self.folder()?;
        self.require_vault(&folder)?;
        match Office::open_remembered(&folder, keychain, self.lang) {
            Ok(Some(office)) if self.user().is_none_or(|user| user == office.user().name) => Ok(Some(office)),
            Ok(Some(office)) => {
                office.close();
                Ok(None)
            }
            Err(error @ Error::Vault(vault::Error::InUse)) => Err(self.failure(&error)),
            // What is wrong with the file itself shows again with the passphrase.
            Ok(None) | Err(_) => Ok(None),
        }
    }

    /// Requires that there is a card file: that there is none is said before anybody is asked for a passphrase.
    fn require_vault(&self, folder: &Path) -> Result<(), Failure> {
        match vault::Vault::peek(folder) {
            Ok(Peek::Vault { .. }) => Ok(()),
            Ok(Peek::NoFolder | Peek::Empty | Peek::OtherFiles) => {
                Err(self.failure(&Error::Vault(vault::Error::NoVault)))
            }
            Err(error) => Err(self.failure(&Error::Vault(error))),
        }
    }

    /// Returns who calls, where that was said.
    fn user(&self) -> Option<String> {
        self.everywhere.user.clone().or_else(|| setting("KARTOTEK_USER")?.into_string().ok())
    }

    fn opened(&self) -> Result<(Office, Proof), Failure> {
        let folder = self.folder()?;
        self.require_vault(&folder)?;
        let (user, proof) = self.proof()?;
        let office = Office::open_with(&folder, user.as_deref(), &proof, self.lang);
        Ok((office.map_err(|error| self.failure(&error))?, proof))
    }

    /// Returns who calls, where that was said, and what opens the card file for them.
    pub fn proof(&self) -> Result<(Option<String>, Proof), Failure> {
        let user = self.user();
        let proof = match &self.everywhere.recovery_key_file {
            Some(path) => Proof::Recovery(self.recovery_key_from(path)?),
            None => Proof::Passphrase(self.passphrase(false)?),
        };
        Ok((user, proof))
    }

    /// Works in an open card file and closes it.
    pub fn finish<T>(&self, office: Office, work: impl FnOnce(&Office) -> Result<T, Failure>) -> Result<T, Failure> {
        let done = work(&office);
        office.close();
        done
    }

    /// Opens the card file and asks something that changes nothing.
    pub fn read<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut Desk<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Failure> {
        self.in_office(|office| self.wait(office.read(job)))
    }

    /// Returns the identity of a person that a text names.
    pub fn person(&self, id: &str) -> Result<person::Id, Failure> {
        id.parse().map_err(|_| Failure::no_person(id, self.lang))
    }

    /// Returns the folder that was named, by option or environment.
    pub fn named_folder(&self) -> Option<PathBuf> {
        self.everywhere.vault.clone().or_else(|| setting("KARTOTEK_VAULT").map(PathBuf::from))
    }

    /// Returns the language that was asked for.
    pub fn named_lang(&self) -> Option<Lang> {
        self.everywhere.lang
    }

    /// Returns the folder of the card file: the one named, or the default place.
    pub fn folder(&self) -> Result<PathBuf, Failure> {
        self.named_folder().or_else(vault::default_folder).ok_or_else(|| Failure::usage(t!(self.lang, "cli-no-vault")))
    }

    fn passphrase_file(&self) -> Option<PathBuf> {
        self.everywhere.passphrase_file.clone().or_else(|| setting("KARTOTEK_PASSPHRASE_FILE").map(PathBuf::from))
    }

    /// Returns the passphrase in the file, where one is named.
    pub fn passphrase_in_file(&self) -> Result<Option<Passphrase>, Failure> {
        self.passphrase_file().map(|path| self.passphrase_from(&path)).transpose()
    }

    /// Returns the passphrase in a file.
    pub fn passphrase_from(&self, path: &Path) -> Result<Passphrase, Failure> {
        let unreadable = || Failure::could_not(Kind::File.key(), t!(self.lang, "cli-passphrase-file"));
        let text = read_secret(path).ok_or_else(unreadable)?;
        Ok(Passphrase::new(without_newline(&text)))
    }

    /// Returns a new passphrase, if it is not easily guessed: whoever has the file has all the time to try.
    pub fn hard_to_guess(&self, new: Passphrase) -> Result<Passphrase, Failure> {
        if new.is_empty() || new.strength().enough() {
            // That there must be one at all is the vault's to say.
            Ok(new)
        } else {
            Err(Failure::could_not(Kind::Invalid.key(), t!(self.lang, "cli-weak-passphrase")))
        }
    }

    fn recovery_key_from(&self, path: &Path) -> Result<RecoveryKey, Failure> {
        let unreadable = || Failure::could_not(Kind::File.key(), t!(self.lang, "cli-recovery-key-file"));
        let text = read_secret(path).ok_or_else(unreadable)?;
        text.trim().parse().map_err(|misread| {
            let said = problem::misread(misread, self.lang);
            Failure::wrong_key(match misread {
                // The window says this while the key is being typed, where nobody asks what was changed.
                Misread::Length { .. } => format!("{said} {}", t!(self.lang, "cli-nothing-changed")),
                Misread::Sign { .. } | Misread::Checksum => said,
            })
        })
    }

    /// Returns the passphrase from the file, or asks for it on the terminal; a new one is asked for twice.
    pub fn passphrase(&self, is_new: bool) -> Result<Passphrase, Failure> {
        if let Some(passphrase) = self.passphrase_in_file()? {
            return Ok(passphrase);
        }
        let nobody = || Failure::could_not("no-passphrase", t!(self.lang, "cli-no-passphrase"));
        if !io::stdin().is_terminal() && !io::stderr().is_terminal() {
            return Err(nobody());
        }
        let ask = |prompt: String| {
            let text = rpassword::prompt_password(format!("{prompt} ")).map_err(|_| nobody())?;
            Ok(Zeroizing::new(text))
        };
        let typed = ask(t!(self.lang, "cli-passphrase-prompt"))?;
        if is_new && *ask(t!(self.lang, "cli-passphrase-again-prompt"))? != *typed {
            return Err(Failure::could_not(Kind::Invalid.key(), t!(self.lang, "cli-passphrases-differ")));
        }
        Ok(Passphrase::new(typed.as_str()))
    }
}

/// Returns what a variable of the environment says; an empty one says nothing.
fn setting(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}

fn read_secret(path: &Path) -> Option<Zeroizing<String>> {
    let mut text = Zeroizing::new(String::with_capacity(256));
    std::fs::File::open(path).ok()?.take(LONGEST).read_to_string(&mut text).ok()?;
    Some(text)
}

fn without_newline(text: &str) -> &str {
    text.strip_suffix("\r\n").or_else(|| text.strip_suffix('\n')).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::vault::keychain::Fake;

    #[test]
    fn a_scheduler_opens_with_what_this_computer_remembers() {
        let place = tempfile::tempdir().unwrap();
        let vault = place.path().join("office");
        let passphrase = Passphrase::new("four words of a test");
        let (office, _) = Office::create(&vault, &passphrase, Lang::En).unwrap();
        let fake = Arc::new(Fake::default());
        let keychain: Arc<dyn Keychain> = fake.clone();
        let session = |user: Option<&str>, passphrase_file: Option<PathBuf>| {
            let everywhere = Everywhere {
                vault: Some(vault.clone()),
                passphrase_file,
                recovery_key_file: None,
                user: user.map(str::to_owned),
                lang: None,
                json: false,
            };
            Session::new(everywhere, Lang::En)
        };
        let opens = |session: Session| session.remembered(&keychain).unwrap().map(Office::close).is_some();

        assert!(!opens(session(None, None)), "nothing is remembered yet");
        office.remember(Proof::Passphrase(passphrase), &keychain).unwrap();
        let in_use = session(None, None).remembered(&keychain).map(|_| ()).unwrap_err();
        assert_eq!(in_use.code, super::super::failure::NOT_OPENED);
        office.close();
        assert!(opens(session(None, None)) && opens(session(Some("me"), None)));
        assert!(!opens(session(Some("somebody"), None)), "the key is another's");
        assert!(!opens(session(None, Some("passphrase".into()))), "the call says what opens it");
        fake.refuse(true);
        assert!(!opens(session(None, None)), "the keychain does not answer");
    }

    #[test]
    fn one_newline_at_the_end_is_dropped() {
        for (file, passphrase) in [
            ("word\n", "word"),
            ("word\r\n", "word"),
            ("word", "word"),
            ("word\n\n", "word\n"),
            (" word \r", " word \r"),
        ] {
            assert_eq!(without_newline(file), passphrase, "{file:?}");
        }
    }
}
