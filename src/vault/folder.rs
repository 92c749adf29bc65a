//! The vault's folder: which file is where, and how files get there whole and private.
//!
//! Files are made with mode 0600 in folders of 0700, whatever the umask, before anything is written into them. On
//! Windows the rights of the user's profile hold.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;

use super::error::Error;
use super::seal;

/// Bytes kept in reserve, so that erasing is possible on a full disk (even a deletion needs room in the log).
const BALLAST_BYTES: usize = 16 * 1024 * 1024;
const BLOCK_BYTES: usize = 64 * 1024;

/// What file managers leave in any folder they have shown.
const CLUTTER: [&str; 4] = [".DS_Store", "Thumbs.db", "desktop.ini", ".directory"];

/// Knows the places in the folder of a vault.
#[derive(Clone, Debug)]
pub struct Folder(PathBuf);

/// What is in a folder, as far as a vault is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contents {
    /// There is no such folder.
    NoFolder,
    /// The folder is empty.
    Nothing,
    /// The folder holds other files.
    Others,
    /// The folder holds a vault, or what remains of one.
    Vault,
}

impl Folder {
    pub fn new(path: &Path) -> Self {
        Self(path.to_owned())
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    pub fn database(&self) -> PathBuf {
        self.0.join("vault.db")
    }

    /// The write-ahead log SQLite keeps beside the database.
    pub fn log(&self) -> PathBuf {
        self.0.join("vault.db-wal")
    }

    pub fn keys(&self) -> PathBuf {
        self.0.join("vault.keys")
    }

    pub fn keys_copy(&self) -> PathBuf {
        self.0.join("vault.keys.bak")
    }

    pub fn lock(&self) -> PathBuf {
        self.0.join("vault.lock")
    }

    /// Where the journal ended when the vault was last closed.
    pub fn head(&self) -> PathBuf {
        self.0.join("vault.head")
    }

    pub fn attachments(&self) -> PathBuf {
        self.0.join("attachments")
    }

    pub fn backups(&self) -> PathBuf {
        self.0.join("backups")
    }

    fn ballast(&self) -> PathBuf {
        self.0.join("ballast")
    }

    /// Looks what is in the folder.
    pub fn contents(&self) -> Result<Contents, Error> {
        let entries = match fs::read_dir(&self.0) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Contents::NoFolder),
            Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
                return Ok(Contents::Others);
            }
            Err(error) => return Err(error.into()),
        };
        let ours = [self.database(), self.keys(), self.keys_copy()];
        let mut found = Contents::Nothing;
        for entry in entries {
            let entry = entry?;
            if ours.contains(&entry.path()) {
                return Ok(Contents::Vault);
            }
            if !CLUTTER.iter().any(|name| entry.file_name() == *name) {
                found = Contents::Others;
            }
        }
        Ok(found)
    }

    /// Makes the folder and those in it, private; the folder itself may exist.
    pub fn make(&self) -> Result<(), Error> {
        if let Some(above) = self.0.parent() {
            fs::create_dir_all(above)?;
        }
        for path in [self.0.clone(), self.attachments(), self.backups()] {
            make_private_folder(&path)?;
        }
        Ok(())
    }

    /// Makes those folders in the vault's that are missing.
    pub fn complete(&self) -> Result<(), Error> {
        for path in [self.attachments(), self.backups()] {
            make_private_folder(&path)?;
        }
        Ok(())
    }

    /// Removes everything a vault that was not finished left behind. Only for who holds the lock, in a folder that was
    /// empty before.
    pub fn unmake(&self, with_folder: bool) {
        for name in [
            "vault.db",
            "vault.db-wal",
            "vault.db-shm",
            "vault.head",
            "vault.keys",
            "vault.keys.bak",
            "vault.lock",
            "ballast",
        ] {
            let _ = fs::remove_file(self.0.join(name));
        }
        self.unmake_folders(with_folder);
    }

    /// Removes the folders of a vault in which there is nothing.
    pub fn unmake_folders(&self, with_folder: bool) {
        let _ = fs::remove_dir(self.attachments());
        let _ = fs::remove_dir(self.backups());
        if with_folder {
            let _ = fs::remove_dir(&self.0);
        }
    }

    /// Removes what an earlier run had begun to write here and did not finish. Only for who holds the lock.
    pub fn tidy(&self) {
        for entry in fs::read_dir(&self.0).into_iter().flatten().flatten() {
            if entry.file_name().to_string_lossy().starts_with(DRAFT_PREFIX) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    /// Answers whether the reserve on the disk is there.
    pub fn has_ballast(&self) -> bool {
        self.ballast().exists()
    }

    /// Puts the reserve on the disk, if it is not there. It is random, so that no file system can store it as less.
    pub fn make_ballast(&self) -> Result<(), Error> {
        if self.has_ballast() {
            return Ok(());
        }
        let path = self.ballast();
        let done = write_random(&path);
        if done.is_err() {
            let _ = fs::remove_file(&path);
        }
        done
    }

    /// Gives the reserve up; answers whether there was one.
    pub fn release_ballast(&self) -> Result<bool, Error> {
        match fs::remove_file(self.ballast()) {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// Returns the first 16 bytes of the database, which are the id of its vault, if it has so many.
    pub fn mark(&self) -> Option<[u8; 16]> {
        let mut mark = [0; 16];
        File::open(self.database()).ok()?.read_exact(&mut mark).ok()?;
        Some(mark)
    }
}

fn write_random(path: &Path) -> Result<(), Error> {
    let mut file = new_file(path)?;
    for _ in 0..BALLAST_BYTES / BLOCK_BYTES {
        file.write_all(&seal::random::<BLOCK_BYTES>()?)?;
    }
    Ok(())
}

fn make_private_folder(path: &Path) -> Result<(), Error> {
    #[cfg_attr(not(unix), allow(unused_mut))]
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    match builder.create(path) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => {}
        Err(error) => return Err(error.into()),
    }
    // The folder may have been there, with the rights of an ordinary one.
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(0o700))?;
    }
    Ok(())
}

/// Creates a file that only its owner can read, and that did not exist.
pub fn new_file(path: &Path) -> io::Result<File> {
    private(OpenOptions::new().write(true).create_new(true)).open(path)
}

/// Opens a file for reading and writing, private if it has to be created.
pub fn open_or_new_file(path: &Path) -> io::Result<File> {
    private(OpenOptions::new().read(true).write(true).create(true).truncate(false)).open(path)
}

fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options
}

/// A file on its way: written under another name, and put in its place whole and safe on the disk, or not at all.
pub struct Draft {
    file: File,
    path: PathBuf,
    temporary: PathBuf,
    placed: bool,
}

/// How the names of drafts begin.
pub const DRAFT_PREFIX: &str = ".draft-";

impl Draft {
    pub fn new(path: PathBuf) -> Result<Self, Error> {
        let name = format!("{DRAFT_PREFIX}{}", HEXLOWER.encode(&seal::random::<8>()?));
        let temporary = path.with_file_name(name);
        Ok(Self { file: new_file(&temporary)?, path, temporary, placed: false })
    }

    pub fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes)
    }

    /// Returns where it is while it is on its way.
    pub fn path_so_far(&self) -> &Path {
        &self.temporary
    }

    /// Puts the file in its place, over what may be there.
    pub fn place(mut self) -> io::Result<()> {
        self.file.sync_all()?;
        fs::rename(&self.temporary, &self.path)?;
        self.placed = true;
        sync_folder_of(&self.path)
    }
}

/// A copy of the database on its way to its place; it goes when this is dropped.
pub struct Copy(Option<PathBuf>);

impl Copy {
    /// Returns a place beside the database at which there is nothing.
    pub fn new(folder: &Folder) -> Result<Self, Error> {
        let name = format!("{DRAFT_PREFIX}{}", HEXLOWER.encode(&seal::random::<8>()?));
        Ok(Self(Some(folder.0.join(name))))
    }

    /// Returns where it is while it is on its way.
    pub fn path(&self) -> PathBuf {
        self.0.clone().unwrap_or_default()
    }

    /// Puts it in the place of the database, which nobody may have open. It must be safe on the disk.
    pub fn place(mut self, folder: &Folder) -> io::Result<()> {
        if let Some(path) = self.0.take() {
            fs::rename(&path, folder.database()).inspect_err(|_| self.0 = Some(path))?;
        }
        sync_folder_of(&folder.database())
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        if let Some(path) = &self.0 {
            let _ = fs::remove_file(path);
        }
    }
}

impl Write for Draft {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if !self.placed {
            let _ = fs::remove_file(&self.temporary);
        }
    }
}

/// Writes a whole file, over what may be there: a reader sees the old one or the new one.
pub fn replace(path: PathBuf, bytes: &[u8]) -> Result<(), Error> {
    let mut draft = Draft::new(path)?;
    draft.write(bytes)?;
    Ok(draft.place()?)
}

/// Makes a new name last through a power cut. Windows does that by itself and cannot open folders.
fn sync_folder_of(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    if let Some(folder) = path.parent() {
        File::open(folder)?.sync_all()?;
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

/// Gives a file that cannot be used another name, so that nothing overwrites it.
pub fn set_aside(path: &Path) -> io::Result<()> {
    let time = chrono::Utc::now().format("%Y%m%dT%H%M%S%3fZ");
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".damaged-{time}"));
    fs::rename(path, path.with_file_name(name))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_folder_is_seen_for_what_it_is() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::new(&place.path().join("office"));
        assert_eq!(folder.contents().unwrap(), Contents::NoFolder);
        fs::create_dir(folder.path()).unwrap();
        assert_eq!(folder.contents().unwrap(), Contents::Nothing);
        fs::write(folder.path().join("Thumbs.db"), "").unwrap();
        assert_eq!(folder.contents().unwrap(), Contents::Nothing);
        fs::write(folder.path().join("letter.txt"), "").unwrap();
        assert_eq!(folder.contents().unwrap(), Contents::Others);
        assert_eq!(Folder::new(&folder.path().join("letter.txt")).contents().unwrap(), Contents::Others);
        fs::write(folder.keys_copy(), "").unwrap();
        assert_eq!(folder.contents().unwrap(), Contents::Vault);
    }

    #[test]
    fn a_draft_that_is_not_placed_leaves_nothing() {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("file");
        replace(path.clone(), b"old").unwrap();
        let mut draft = Draft::new(path.clone()).unwrap();
        draft.write(b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"old");
        drop(draft);
        assert_eq!(fs::read_dir(place.path()).unwrap().count(), 1);
        replace(path.clone(), b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
    }

    #[test]
    fn the_ballast_takes_room_and_gives_it_back() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::new(place.path());
        folder.make_ballast().unwrap();
        assert_eq!(fs::metadata(folder.ballast()).unwrap().len(), BALLAST_BYTES as u64);
        assert!(folder.release_ballast().unwrap());
        assert!(!folder.release_ballast().unwrap());
    }
}
