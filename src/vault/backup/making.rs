//! Making a backup: copy, look the copy through, pack, read back, put in place.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use data_encoding::HEXLOWER;

use super::archive::{ATTACHMENTS, Archive, DATABASE, KEYS, Writer};
use super::{Journal, Manifest, Reason, VERSION};
use crate::model::Moment;
use crate::store::attachments::Place;
use crate::store::connection::Mode;
use crate::store::{self, Db};
use crate::vault::attachment;
use crate::vault::error::Error;
use crate::vault::folder::{DRAFT_PREFIX, Folder};
use crate::vault::head::Head;
use crate::vault::keys::Keys;
use crate::vault::reply::Cancel;
use crate::vault::seal;
use crate::vault::slots::KeyFile;

/// How long what an earlier run had begun may lie about.
const DRAFTS_STAY: Duration = Duration::from_secs(24 * 60 * 60);

/// What a backup is made of.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// A connection to the database, outside a transaction.
    pub db: &'a Db,
    /// The vault's keys.
    pub keys: &'a Keys,
    /// The vault's folder.
    pub folder: &'a Folder,
}

/// Makes a backup, which is whole, looked through and safe on the disk when this returns.
///
/// What is written while this runs is not in it. An older backup of the same vault at `target` is replaced, nothing
/// else is. Needs room for the database twice.
///
/// # Errors
/// [`Error::BackupTargetTaken`], [`Error::BackupUnsound`] if the copy is damaged, [`Error::DiskFull`]…, or
/// [`store::Error::Interrupted`] once `stop` says so. Nothing is left of the file then.
pub fn make(
    source: Source<'_>,
    target: &Path,
    reason: Reason,
    made_at: Moment,
    stop: &Cancel,
) -> Result<Manifest, Error> {
    let Source { db, keys, folder } = source;
    let vault_id = HEXLOWER.encode(&keys.vault_id);
    let is_free = match Archive::open(target) {
        Ok(archive) => *archive.manifest().vault_id() == vault_id,
        Err(Error::Io(io::ErrorKind::NotFound)) => true,
        Err(_) => !target.exists(),
    };
    if !is_free {
        return Err(Error::BackupTargetTaken);
    }
    tidy(target.parent().unwrap_or(Path::new(".")));

    let copy = Copy::new(target)?;
    db.copy_to(&copy.0)?;
    let looked = look_through(&copy.0, keys, stop)?;

    let mut writer = Writer::new(target.to_owned())?;
    writer.add(DATABASE.to_owned(), File::open(&copy.0)?, stop)?;
    drop(copy);
    writer.add(KEYS.to_owned(), key_file(folder, keys)?.as_slice(), stop)?;
    let (mut missing, mut damaged) = (0, 0);
    for Place { file, wrapped_key } in looked.attachments {
        match fs::read(folder.attachments().join(&file)) {
            Ok(sealed) => {
                // Taken along as it lies: a part of it may be worth something to somebody.
                damaged += u64::from(attachment::open(keys, &file, &wrapped_key, &sealed).is_none());
                writer.add(format!("{ATTACHMENTS}{file}"), sealed.as_slice(), stop)?;
            }
            // Removed meanwhile, or lost before: a backup without it is better than none.
            Err(error) if error.kind() == io::ErrorKind::NotFound => missing += 1,
            Err(error) => return Err(error.into()),
        }
    }
    let manifest = Manifest {
        version: VERSION,
        vault_id,
        made_at,
        reason,
        schema: looked.schema,
        journal: Journal { count: looked.head.count, mac: HEXLOWER.encode(&looked.head.mac) },
        persons: looked.persons,
        companies: looked.companies,
        erasures: looked.erasures,
        missing,
        damaged,
        parts: Vec::new(),
    };
    writer.finish(manifest, keys, stop)
}

/// The copy of the database on its way into the file; it goes when this is dropped.
struct Copy(PathBuf);

impl Copy {
    fn new(target: &Path) -> Result<Self, Error> {
        Ok(Self(target.with_file_name(format!("{DRAFT_PREFIX}{}", HEXLOWER.encode(&seal::random::<8>()?)))))
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

struct Looked {
    schema: u32,
    head: Head,
    persons: u64,
    companies: u64,
    erasures: u64,
    attachments: Vec<Place>,
}

/// Reads a copy from end to end, as nothing else would tell that it can be read.
fn look_through(copy: &Path, keys: &Keys, stop: &Cancel) -> Result<Looked, Error> {
    let mut db = Db::open(copy, &keys.database()?, Mode::ReadOnly)?;
    let stop = stop.clone();
    db.interrupt_when(move || stop.is_cancelled())?;
    if !db.integrity()?.is_empty() {
        return Err(Error::BackupUnsound);
    }
    Ok(Looked {
        schema: db.user_version()?,
        head: Head::of(&db)?,
        persons: store::persons::count(&db)?,
        companies: store::companies::count(&db)?,
        erasures: store::erasure::count(&db)?,
        attachments: store::attachments::all(&db)?,
    })
}

/// Returns the file of keys as it is, or its copy, where the keys vouch for it.
fn key_file(folder: &Folder, keys: &Keys) -> Result<Vec<u8>, Error> {
    let mut first_error = None;
    for path in [folder.keys(), folder.keys_copy()] {
        let read = fs::read(path).map_err(Error::from).and_then(|bytes| {
            let file = KeyFile::parse(&bytes)?;
            // Where the vault key was changed and the program was killed then, the file of the new key is in the old one.
            if let Some(next) = file.next()?.filter(|next| next.is_of(keys)) {
                return Ok(next.to_bytes());
            }
            file.vouched_by(keys)?;
            Ok(bytes)
        });
        match read {
            Ok(bytes) => return Ok(bytes),
            Err(error) => _ = first_error.get_or_insert(error),
        }
    }
    Err(first_error.unwrap_or(Error::KeysMissing))
}

/// Removes what earlier runs had begun in a folder and could not finish.
fn tidy(folder: &Path) {
    let is_draft = |name: &str| {
        name.strip_prefix(DRAFT_PREFIX)
            .is_some_and(|rest| rest.len() == 16 && rest.bytes().all(|byte| byte.is_ascii_hexdigit()))
    };
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let age = entry.metadata().and_then(|about| about.modified()).ok().and_then(|at| at.elapsed().ok());
        if is_draft(&entry.file_name().to_string_lossy()) && age.is_some_and(|age| age > DRAFTS_STAY) {
            let _ = fs::remove_file(entry.path());
        }
    }
}
