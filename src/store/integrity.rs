//! Looks for damage in the file.

use super::connection::Db;
use super::error::Error;

/// Which check found damage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// The first bytes of the file are not the mark of its vault.
    Header,
    /// The authentication code of an encrypted page does not fit the page.
    Cipher,
    /// SQLite's structures do not fit together.
    Structure,
}

/// One thing that is damaged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which check found it.
    pub check: Check,
    /// What the check says: pages, tables and row numbers, no values.
    pub text: String,
}

impl Db {
    /// Looks for damage: the authentication code of every page, then SQLite's own structures. Empty means sound.
    ///
    /// What it cannot see is an older page put back in the place of a newer one; the journal's chain is for that.
    pub fn integrity(&self) -> Result<Vec<Finding>, Error> {
        let mut findings = Vec::new();
        if !self.has_its_mark()? {
            let text = "the first 16 bytes of the file are not the vault's".to_owned();
            findings.push(Finding { check: Check::Header, text });
        }
        for (check, pragma) in
            [(Check::Cipher, "PRAGMA cipher_integrity_check"), (Check::Structure, "PRAGMA quick_check")]
        {
            match self.texts(pragma) {
                Ok(texts) => {
                    findings.extend(texts.into_iter().filter(|text| text != "ok").map(|text| Finding { check, text }));
                }
                Err(error @ (Error::Damaged | Error::NotADatabase)) => {
                    findings.push(Finding { check, text: error.to_string() });
                }
                Err(error) => return Err(error),
            }
        }
        Ok(findings)
    }
}
