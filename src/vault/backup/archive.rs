//! The file of a backup: how it is written, and how it is read without believing any of it too early.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::{Manifest, Part, VERSION, vouching};
use crate::vault::attachment;
use crate::vault::error::Error;
use crate::vault::folder::Draft;
use crate::vault::keys::Keys;
use crate::vault::reply::Cancel;
use crate::vault::seal;
use crate::vault::slots::KeyFile;

const MARK: &str = "kartotek backup ";
const END: &str = " kartotek backup end\n";
/// The last line: the manifest's length in 16 hexadecimal digits, and the mark of the end.
const LAST_LINE: u64 = 16 + END.len() as u64;
/// Some 500 000 attachments.
const LONGEST_MANIFEST: u64 = 64 * 1024 * 1024;
const LONGEST_KEYS: u64 = 4 * 1024 * 1024;
const BLOCK_BYTES: usize = 256 * 1024;

/// The part that is the database.
pub const DATABASE: &str = "vault.db";
/// The part that says who can open it.
pub const KEYS: &str = "vault.keys";
/// What the names of the other parts begin with.
pub const ATTACHMENTS: &str = "attachments/";

fn first_line() -> String {
    format!("{MARK}{VERSION}\n")
}

/// Copies what a reader gives, and returns how much it was and its hash.
fn stream(mut from: impl Read, mut to: impl Write, stop: &Cancel) -> Result<(u64, String), Error> {
    let mut block = vec![0; BLOCK_BYTES];
    let (mut size, mut hash) = (0, Sha256::new());
    loop {
        if stop.is_cancelled() {
            return Err(Error::Store(crate::store::Error::Interrupted));
        }
        let read = match from.read(&mut block) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error.into()),
        };
        hash.update(&block[..read]);
        to.write_all(&block[..read])?;
        size += read as u64;
    }
    Ok((size, HEXLOWER.encode(&hash.finalize())))
}

/// A backup that is being written, under another name until it is whole and was read back.
pub struct Writer {
    draft: Draft,
    parts: Vec<Part>,
}

impl Writer {
    pub fn new(target: PathBuf) -> Result<Self, Error> {
        let mut draft = Draft::new(target)?;
        draft.write(first_line().as_bytes())?;
        Ok(Self { draft, parts: Vec::new() })
    }

    /// Adds a part.
    pub fn add(&mut self, name: String, content: impl Read, stop: &Cancel) -> Result<(), Error> {
        let (size, sha256) = stream(content, &mut self.draft, stop)?;
        self.parts.push(Part { name, size, sha256 });
        Ok(())
    }

    /// Writes the manifest, reads everything back, and puts the file in its place.
    pub fn finish(mut self, mut manifest: Manifest, keys: &Keys, stop: &Cancel) -> Result<Manifest, Error> {
        manifest.parts = std::mem::take(&mut self.parts);
        let text = serde_json::to_vec(&manifest).map_err(|_| Error::Io(io::ErrorKind::InvalidData))?;
        let hash = HEXLOWER.encode(&Sha256::digest(&text));
        let code = HEXLOWER.encode(&seal::code(&vouching(keys)?, &text));
        let lines = [&text, format!("\nsha256 {hash}\nmac {code}\n").as_bytes()].concat();
        self.draft.write(&lines)?;
        self.draft.write(format!("{:016x}{END}", lines.len()).as_bytes())?;
        let written = Archive::open(self.draft.path_so_far())?;
        written.vouched_for(keys)?;
        written.verify(stop)?;
        self.draft.place()?;
        Ok(manifest)
    }
}

/// A backup that is read. What stands in it is only believed once its keys vouch for it.
pub struct Archive {
    file: File,
    size: u64,
    manifest: Manifest,
    text: Vec<u8>,
    code: Vec<u8>,
}

impl Archive {
    /// Opens a backup and reads its manifest.
    ///
    /// # Errors
    /// [`Error::BackupForeign`], [`Error::BackupNewer`], [`Error::BackupCut`], [`Error::BackupDamaged`].
    pub fn open(path: &Path) -> Result<Self, Error> {
        let mut file = File::open(path)?;
        let about = file.metadata()?;
        if !about.is_file() {
            return Err(Error::BackupForeign);
        }
        let size = about.len();
        let begin = first_line().len() as u64;
        read_first_line(&mut file, size)?;
        let length = read_last_line(&mut file, size)?;
        let from = size.checked_sub(LAST_LINE + length).filter(|from| *from >= begin).ok_or(Error::BackupDamaged)?;

        let mut lines = vec![0; usize::try_from(length).map_err(|_| Error::BackupDamaged)?];
        file.seek(SeekFrom::Start(from))?;
        file.read_exact(&mut lines)?;
        let (text, code) = split(&lines).ok_or(Error::BackupDamaged)?;
        let manifest: Manifest = serde_json::from_slice(text).map_err(|_| Error::BackupDamaged)?;
        let sum = manifest.parts.iter().try_fold(begin, |sum, part| sum.checked_add(part.size));
        if manifest.version != VERSION || !has_good_names(&manifest.parts) || sum != Some(from) {
            return Err(Error::BackupDamaged);
        }
        Ok(Self { file, size, text: text.to_vec(), manifest, code })
    }

    pub fn size(&self) -> u64 {
        self.size
    }

    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    pub fn into_manifest(self) -> Manifest {
        self.manifest
    }

    /// Returns who can open the vault in it.
    pub fn keys(&self) -> Result<KeyFile, Error> {
        let part = self.manifest.parts.get(1).filter(|part| part.size <= LONGEST_KEYS);
        part.ok_or(Error::BackupDamaged)?;
        let mut bytes = Vec::new();
        self.copy(1, &mut bytes, &Cancel::default())?;
        KeyFile::parse(&bytes)
    }

    /// Answers whether the vault's keys vouch for the manifest.
    pub fn vouched_for(&self, keys: &Keys) -> Result<(), Error> {
        let is_theirs = self.manifest.vault_id == HEXLOWER.encode(&keys.vault_id);
        if is_theirs && seal::vouches(&vouching(keys)?, &self.text, &self.code) {
            Ok(())
        } else {
            Err(Error::BackupDamaged)
        }
    }

    /// Reads every part and compares it with what the manifest says.
    pub fn verify(&self, stop: &Cancel) -> Result<(), Error> {
        (0..self.manifest.parts.len()).try_for_each(|number| self.copy(number, io::sink(), stop))
    }

    /// Returns the names of the parts, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.manifest.parts.iter().map(|part| part.name.as_str())
    }

    /// Copies a part out. What comes out is not to be used if this fails.
    pub fn copy(&self, number: usize, to: impl Write, stop: &Cancel) -> Result<(), Error> {
        let part = self.manifest.parts.get(number).ok_or(Error::BackupDamaged)?;
        let before: u64 = self.manifest.parts.iter().take(number).map(|part| part.size).sum();
        let mut file = &self.file;
        file.seek(SeekFrom::Start(first_line().len() as u64 + before))?;
        let (size, sha256) = stream(file.take(part.size), to, stop)?;
        if size == part.size && sha256 == part.sha256 { Ok(()) } else { Err(Error::BackupDamaged) }
    }
}

fn read_first_line(file: &mut File, size: u64) -> Result<(), Error> {
    let mut start = Vec::new();
    file.take(MARK.len() as u64 + 12).read_to_end(&mut start)?;
    let Some(rest) = start.strip_prefix(MARK.as_bytes()) else {
        let is_cut = MARK.as_bytes().starts_with(&start) && size < MARK.len() as u64;
        return Err(if is_cut { Error::BackupCut } else { Error::BackupForeign });
    };
    let Some(end) = rest.iter().position(|byte| *byte == b'\n') else {
        return Err(if size < MARK.len() as u64 + 12 { Error::BackupCut } else { Error::BackupForeign });
    };
    let version = std::str::from_utf8(&rest[..end]).ok().and_then(|number| number.parse::<u32>().ok());
    match version {
        // Written as we write it: "01" would be somebody else's.
        Some(VERSION) if rest[..end] == *VERSION.to_string().as_bytes() => Ok(()),
        Some(version) if version > VERSION => Err(Error::BackupNewer),
        Some(_) | None => Err(Error::BackupForeign),
    }
}

/// Returns the length of the manifest.
fn read_last_line(file: &mut File, size: u64) -> Result<u64, Error> {
    let start = size.checked_sub(LAST_LINE).ok_or(Error::BackupCut)?;
    file.seek(SeekFrom::Start(start))?;
    let mut line = Vec::new();
    file.take(LAST_LINE).read_to_end(&mut line)?;
    let digits = line.strip_suffix(END.as_bytes()).ok_or(Error::BackupCut)?;
    let length = std::str::from_utf8(digits).ok().and_then(|digits| u64::from_str_radix(digits, 16).ok());
    let length = length.filter(|length| format!("{length:016x}").as_bytes() == digits && *length <= LONGEST_MANIFEST);
    length.ok_or(Error::BackupDamaged)
}

/// Returns the document and its code from the three lines, if the hash between them is right.
fn split(lines: &[u8]) -> Option<(&[u8], Vec<u8>)> {
    let mut each = lines.strip_suffix(b"\n")?.split(|byte| *byte == b'\n');
    let text = each.next()?;
    let mut field = |name: &str| {
        let line = each.next()?.strip_prefix(name.as_bytes())?;
        HEXLOWER.decode(line).ok().filter(|bytes| bytes.len() == 32)
    };
    let (hash, code) = (field("sha256 ")?, field("mac ")?);
    let is_whole = each.next().is_none() && hash == Sha256::digest(text).as_slice();
    is_whole.then_some((text, code))
}

/// Answers whether the parts are those a backup has, and none of them leads out of the folder it is put in.
fn has_good_names(parts: &[Part]) -> bool {
    let mut names = parts.iter().map(|part| part.name.as_str());
    names.next() == Some(DATABASE)
        && names.next() == Some(KEYS)
        && names.all(|name| name.strip_prefix(ATTACHMENTS).is_some_and(attachment::is_name))
}
