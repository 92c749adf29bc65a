//! Looking into a backup without making a vault of it.

use std::io::{self, Write};
use std::path::Path;

use super::archive::{Archive, DATABASE};
use crate::store::connection::{Mode, RawKey, pages};
use crate::store::erasure::{self, Remembered};
use crate::store::{self, Db};
use crate::vault::error::Error;
use crate::vault::folder::{Copy, Folder};
use crate::vault::keys::Keys;
use crate::vault::reply::Cancel;
use crate::vault::slots::Proof;

/// Calls `each` with every page of the database in a backup that these keys made, and returns how many there were.
///
/// # Errors
/// What [`super::peek`] tells of the file; [`Error::BackupDamaged`] where it was made with other keys.
pub fn each_page(file: &Path, keys: &Keys, mut each: impl FnMut(&[u8])) -> Result<u64, Error> {
    let archive = Archive::open(file)?;
    archive.vouched_for(keys)?;
    let key = keys.database()?;
    let mut pages = Pages { key: &key, page: Vec::new(), first: true, each: &mut each, count: 0 };
    let number = archive.names().position(|name| name == DATABASE).ok_or(Error::BackupDamaged)?;
    archive.copy(number, &mut pages, &Cancel::default())?;
    if pages.page.is_empty() { Ok(pages.count) } else { Err(Error::BackupDamaged) }
}

/// Takes pages as they come in pieces.
struct Pages<'a> {
    key: &'a RawKey,
    page: Vec<u8>,
    first: bool,
    each: &'a mut dyn FnMut(&[u8]),
    count: u64,
}

impl Write for Pages<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = bytes.len().min(pages::PAGE - self.page.len());
        self.page.extend_from_slice(&bytes[..taken]);
        if self.page.len() == pages::PAGE {
            (self.each)(pages::open(&mut self.page, self.key, self.first));
            self.page.clear();
            self.first = false;
            self.count += 1;
        }
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Returns what a backup knows of erasures; none where it is of another vault, or cannot be opened with this. The copy of
/// its database lies in `beside` for the time being.
///
/// # Errors
/// The file system's, and the database's.
pub fn remembered(
    file: &Path,
    vault_id: &str,
    beside: &Path,
    user: Option<&str>,
    proof: &Proof,
) -> Result<Option<Remembered>, Error> {
    let archive = Archive::open(file)?;
    if archive.manifest().vault_id() != vault_id {
        return Ok(None);
    }
    let key_file = archive.keys()?;
    let user = user.map(str::to_owned).or_else(|| key_file.users().into_iter().next()).unwrap_or_default();
    let Ok(keys) = key_file.open(&user, proof) else { return Ok(None) };
    archive.vouched_for(&keys)?;
    let number = archive.names().position(|name| name == DATABASE).ok_or(Error::BackupDamaged)?;
    let copy = Copy::new(&Folder::new(beside))?;
    let mut to = crate::vault::folder::new_file(&copy.path())?;
    archive.copy(number, &mut to, &Cancel::default())?;
    drop(to);
    let db = Db::open(&copy.path(), &keys.database()?, Mode::ReadOnly)?;
    let remembered = erasure::remembered(&db)?;
    db.close().map_err(|error: store::Error| Error::from(error))?;
    Ok(Some(remembered))
}
