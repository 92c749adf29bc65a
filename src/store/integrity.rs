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

const CIPHER: &str = "PRAGMA cipher_integrity_check";

impl Db {
    /// Looks for damage: the authentication code of every page, then SQLite's own structures. Empty means sound.
    ///
    /// What it cannot see is an older page put back in the place of a newer one; the journal's chain is for that.
    pub fn integrity(&self) -> Result<Vec<Finding>, Error> {
        if self.is_in_transaction() { self.look_at_everything() } else { self.snapshot(Self::look_at_everything) }
    }

    /// Must be in a transaction, so that nothing changes between the steps.
    fn look_at_everything(&self) -> Result<Vec<Finding>, Error> {
        // What keeps it from working is found by the check itself.
        let _ = self.forget_indexes();
        self.look(&[(Check::Cipher, CIPHER), (Check::Structure, "PRAGMA quick_check")])
    }

    /// Makes the connection forget what it remembers of the full-text indexes.
    ///
    /// FTS5 keeps the list of an index's segments, and asks whether another connection has replaced them only when a
    /// search begins, not when SQLite's check does: sound indexes would be found damaged (SQLite 3.54.1 still does it).
    fn forget_indexes(&self) -> Result<(), Error> {
        for index in self.texts("SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%fts5%'")? {
            self.texts(&format!("SELECT rowid FROM \"{index}\" WHERE \"{index}\" MATCH ''"))?;
        }
        Ok(())
    }

    /// Looks for damage as [`Db::integrity`] does, but not at SQLite's own structures: a fifth of the time.
    pub fn cipher_integrity(&self) -> Result<Vec<Finding>, Error> {
        self.look(&[(Check::Cipher, CIPHER)])
    }

    fn look(&self, checks: &[(Check, &str)]) -> Result<Vec<Finding>, Error> {
        let mut findings = Vec::new();
        if !self.has_its_mark()? {
            let text = "the first 16 bytes of the file are not the vault's".to_owned();
            findings.push(Finding { check: Check::Header, text });
        }
        for (check, pragma) in checks.iter().copied() {
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

    /// Returns the tables with rows that name a row which is not there, and how many such rows each has.
    ///
    /// The references that the schema declares, and those it cannot: pictures and evidence, whose files may be removed
    /// before the card lets go of them, and the rows of the ledger and answers that a row takes back.
    pub fn dangling(&self) -> Result<Vec<(String, u64)>, Error> {
        let mut statement = self.sql().prepare(
            "SELECT place, count(*) FROM (
                 SELECT \"table\" AS place FROM pragma_foreign_key_check
                 UNION ALL SELECT 'person' FROM person
                     WHERE picture IS NOT NULL AND picture NOT IN (SELECT id FROM attachment)
                 UNION ALL SELECT 'ledger' FROM ledger
                     WHERE evidence IS NOT NULL AND evidence NOT IN (SELECT id FROM attachment)
                 UNION ALL SELECT 'ledger' FROM ledger l WHERE corrects IS NOT NULL
                     AND NOT EXISTS (SELECT 1 FROM ledger o WHERE o.person = l.person AND o.id = l.corrects)
                 UNION ALL SELECT 'subscription' FROM subscription s WHERE corrects IS NOT NULL
                     AND NOT EXISTS (SELECT 1 FROM subscription o WHERE o.person = s.person AND o.id = s.corrects)
                 UNION ALL SELECT 'erasing' FROM erasing
             ) GROUP BY place ORDER BY place",
        )?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
