//! Files kept beside the cards: evidence, pictures, documents. Each is encrypted with a key of its own.
//!
//! The key of a file is wrapped by the vault's attachment key and kept in the database by the caller: deleting that
//! row makes the file unreadable, in every backup as well. A file is a mark, 19 random bytes, and chunks of 64 KiB
//! under XChaCha20-Poly1305. The nonce of a chunk is the random bytes, the chunk's number, and whether it is the last
//! (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015), so that chunks cannot be swapped, left
//! out, or cut off.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chacha20poly1305::aead::Aead;
use chacha20poly1305::{KeyInit, XChaCha20Poly1305};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::error::Error;
use super::folder::{DRAFT_PREFIX, Draft, Folder};
use super::keys::{Keys, Plain};
use super::seal::{self, Secret};

const MARK: &[u8; 5] = b"KTTA1";
const PREFIX_BYTES: usize = 19;
const CHUNK_BYTES: usize = 64 * 1024;
const TAG_BYTES: usize = 16;
const NAME_BYTES: usize = 16;

/// What the database keeps about a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// The file's name in the folder, 32 hexadecimal digits.
    pub file: String,
    /// The file's key, wrapped; useless without the vault.
    pub wrapped_key: Vec<u8>,
    /// Bytes of the plain content.
    pub size: u64,
    /// SHA-256 of the plain content.
    pub sha256: [u8; 32],
}

/// The encrypted files of a vault.
pub struct Attachments {
    folder: PathBuf,
    keys: Arc<Keys>,
}

impl Attachments {
    pub(super) fn new(folder: &Folder, keys: Arc<Keys>) -> Self {
        Self { folder: folder.attachments(), keys }
    }

    /// Returns whether a file would lie among those of the vault, where it could take the place of one.
    pub fn lies_in_vault(&self, path: &Path) -> bool {
        let whole = |folder: &Path| folder.canonicalize().ok();
        let vault = self.folder.parent().and_then(whole);
        let folder = match path.parent() {
            Some(folder) if folder.as_os_str().is_empty() => whole(Path::new(".")),
            Some(folder) => whole(folder),
            None => None,
        };
        vault.zip(folder).is_some_and(|(vault, folder)| folder.starts_with(vault))
    }

    /// Encrypts what the reader gives into a new file, safe on the disk when this returns.
    ///
    /// # Errors
    /// [`Error::DiskFull`] and the like, the reader's own errors too; nothing is left of the file then.
    pub fn put(&self, mut content: impl Read) -> Result<Stored, Error> {
        let file = HEXLOWER.encode(&seal::random::<NAME_BYTES>()?);
        let key = seal::random_secret()?;
        let prefix: [u8; PREFIX_BYTES] = seal::random()?;
        let cipher = XChaCha20Poly1305::new(&(*key).into());
        let mut draft = Draft::new(self.folder.join(&file))?;
        draft.write(MARK)?;
        draft.write(&prefix)?;

        let mut hash = Sha256::new();
        let mut size = 0;
        let mut number = 0_u32;
        let mut chunk = read_chunk(&mut content)?;
        loop {
            // Only a look at the next chunk tells whether this one is the last.
            let next = if chunk.len() == CHUNK_BYTES { read_chunk(&mut content)? } else { Plain::default() };
            let last = next.is_empty();
            hash.update(chunk.as_slice());
            size += chunk.len() as u64;
            let sealed = cipher
                .encrypt(&nonce(&prefix, number, last).into(), chunk.as_slice())
                .map_err(|_| Error::NoRandomness)?;
            draft.write(&sealed)?;
            if last {
                break;
            }
            number = number.checked_add(1).ok_or(Error::Io(io::ErrorKind::FileTooLarge))?;
            chunk = next;
        }
        draft.place()?;
        let wrapped_key = self.keys.attachments.wrap(&key, &context(&self.keys, &file))?;
        Ok(Stored { file, wrapped_key, size, sha256: hash.finalize().into() })
    }

    /// Returns the plain content of a file.
    ///
    /// # Errors
    /// [`Error::AttachmentMissing`]; [`Error::AttachmentDamaged`] if one bit is not as it was put, the file is cut
    /// short, or the key is another file's.
    pub fn get(&self, file: &str, wrapped_key: &[u8]) -> Result<Plain, Error> {
        let mut sealed = File::open(self.path(file)?).map_err(|error| {
            let missing = error.kind() == io::ErrorKind::NotFound;
            if missing { Error::AttachmentMissing } else { error.into() }
        })?;
        let size = sealed.metadata()?.len();
        let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
        sealed.read_to_end(&mut bytes)?;
        open(&self.keys, file, wrapped_key, &bytes).ok_or(Error::AttachmentDamaged)
    }

    /// Removes a file; answers whether there was one. Its content is gone with the wrapped key, whatever the disk
    /// keeps.
    pub fn remove(&self, file: &str) -> Result<bool, Error> {
        match fs::remove_file(self.path(file)?) {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// Returns the names of all files, sorted.
    pub fn list(&self) -> Result<Vec<String>, Error> {
        let mut names = Vec::new();
        for entry in fs::read_dir(&self.folder)? {
            if let Ok(name) = entry?.file_name().into_string()
                && is_name(&name)
            {
                names.push(name);
            }
        }
        names.sort();
        Ok(names)
    }

    /// Removes what an earlier run had begun to write and did not finish.
    pub(super) fn tidy(&self) {
        let Ok(entries) = fs::read_dir(&self.folder) else {
            return;
        };
        for entry in entries.flatten() {
            if entry.file_name().to_string_lossy().starts_with(DRAFT_PREFIX) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    fn path(&self, file: &str) -> Result<PathBuf, Error> {
        // A name from elsewhere must not lead out of the folder.
        if is_name(file) { Ok(self.folder.join(file)) } else { Err(Error::AttachmentMissing) }
    }
}

fn context(keys: &Keys, file: &str) -> Vec<u8> {
    seal::bind(&[&keys.vault_id, b"attachment", file.as_bytes()])
}

/// Returns the plain content of a file whose bytes are `sealed`; none where one bit is not as it was put.
pub(super) fn open(keys: &Keys, file: &str, wrapped_key: &[u8], sealed: &[u8]) -> Option<Plain> {
    open_chunks(&keys.attachments.unwrap(wrapped_key, &context(keys, file))?, sealed)
}

pub(super) fn is_name(text: &str) -> bool {
    text.len() == 2 * NAME_BYTES && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

fn read_chunk(content: &mut impl Read) -> Result<Plain, Error> {
    let mut chunk = Zeroizing::new(Vec::with_capacity(CHUNK_BYTES));
    content.by_ref().take(CHUNK_BYTES as u64).read_to_end(&mut chunk)?;
    Ok(chunk)
}

fn nonce(prefix: &[u8; PREFIX_BYTES], number: u32, last: bool) -> [u8; 24] {
    let mut nonce = [0; 24];
    nonce[..PREFIX_BYTES].copy_from_slice(prefix);
    nonce[PREFIX_BYTES..PREFIX_BYTES + 4].copy_from_slice(&number.to_be_bytes());
    nonce[PREFIX_BYTES + 4] = u8::from(last);
    nonce
}

fn open_chunks(key: &Secret, bytes: &[u8]) -> Option<Plain> {
    let (prefix, sealed) = bytes.strip_prefix(MARK)?.split_first_chunk::<PREFIX_BYTES>()?;
    let cipher = XChaCha20Poly1305::new(&(**key).into());
    let mut plain = Zeroizing::new(Vec::with_capacity(sealed.len()));
    let mut chunks = sealed.chunks(CHUNK_BYTES + TAG_BYTES).enumerate().peekable();
    chunks.peek()?;
    while let Some((number, chunk)) = chunks.next() {
        let nonce = nonce(prefix, u32::try_from(number).ok()?, chunks.peek().is_none());
        let opened = Zeroizing::new(cipher.decrypt(&nonce.into(), chunk).ok()?);
        plain.extend_from_slice(&opened);
    }
    Some(plain)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use tempfile::TempDir;

    fn attachments() -> (TempDir, Attachments) {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::new(place.path());
        folder.make().unwrap();
        let attachments = Attachments::new(&folder, Arc::new(Keys::generate().unwrap()));
        (place, attachments)
    }

    fn content(length: usize) -> Vec<u8> {
        (0..length).map(|at| (at * 31 % 251) as u8).collect()
    }

    #[test]
    fn any_length_comes_back_as_it_was() {
        let (_place, attachments) = attachments();
        for length in [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES, 200_000] {
            let content = content(length);
            let stored = attachments.put(content.as_slice()).unwrap();
            assert_eq!(stored.size, length as u64);
            assert_eq!(stored.sha256, <[u8; 32]>::from(Sha256::digest(&content)));
            assert_eq!(*attachments.get(&stored.file, &stored.wrapped_key).unwrap(), content, "{length} bytes");
        }
        assert_eq!(attachments.list().unwrap().len(), 7);
    }

    #[test]
    fn the_same_content_twice_looks_different() {
        let (_place, attachments) = attachments();
        let files = [(); 2].map(|()| attachments.put(b"same".as_slice()).unwrap().file);
        let [one, two] = files.map(|file| fs::read(attachments.folder.join(file)).unwrap());
        assert_ne!(one, two);
        assert!(!one.windows(4).any(|window| window == b"same"));
    }

    #[test]
    fn every_kind_of_damage_is_found() {
        let (_place, attachments) = attachments();
        let stored = attachments.put(content(3 * CHUNK_BYTES + 5).as_slice()).unwrap();
        let path = attachments.folder.join(&stored.file);
        let whole = fs::read(&path).unwrap();
        let start = MARK.len() + PREFIX_BYTES;
        let sealed = CHUNK_BYTES + TAG_BYTES;
        let chunk = |number: usize| &whole[start + number * sealed..start + (number + 1) * sealed];
        let head = &whole[..start];
        let tail = &whole[start + 3 * sealed..];

        let mut damaged = vec![
            ("nothing", Vec::new()),
            ("the head only", head.to_vec()),
            ("a cut at a chunk", whole[..start + 2 * sealed].to_vec()),
            ("a cut in a chunk", whole[..whole.len() - 3].to_vec()),
            ("swapped chunks", [head, chunk(1), chunk(0), chunk(2), tail].concat()),
            ("a missing chunk", [head, chunk(0), chunk(2), tail].concat()),
            ("a repeated chunk", [head, chunk(0), chunk(0), chunk(1), chunk(2), tail].concat()),
            ("something added", [&whole, b"x".as_slice()].concat()),
        ];
        for place in [0, 10, start, start + 70_000, whole.len() - 1] {
            let mut flipped = whole.clone();
            flipped[place] ^= 16;
            damaged.push(("a flipped bit", flipped));
        }
        for (name, bytes) in damaged {
            fs::write(&path, bytes).unwrap();
            let got = attachments.get(&stored.file, &stored.wrapped_key);
            assert!(matches!(got, Err(Error::AttachmentDamaged)), "{name}");
        }
    }

    #[test]
    fn a_key_opens_its_own_file_only() {
        let (_place, attachments) = attachments();
        let one = attachments.put(b"one".as_slice()).unwrap();
        let two = attachments.put(b"two".as_slice()).unwrap();
        assert!(matches!(attachments.get(&one.file, &two.wrapped_key), Err(Error::AttachmentDamaged)));
        fs::copy(attachments.folder.join(&two.file), attachments.folder.join(&one.file)).unwrap();
        assert!(matches!(attachments.get(&one.file, &one.wrapped_key), Err(Error::AttachmentDamaged)));
        let other = Attachments { folder: attachments.folder.clone(), keys: Arc::new(Keys::generate().unwrap()) };
        assert!(matches!(other.get(&two.file, &two.wrapped_key), Err(Error::AttachmentDamaged)));
    }

    #[test]
    fn removed_is_missing_and_names_cannot_lead_out() {
        let (place, attachments) = attachments();
        let stored = attachments.put(b"one".as_slice()).unwrap();
        assert!(attachments.remove(&stored.file).unwrap());
        assert!(!attachments.remove(&stored.file).unwrap());
        assert!(matches!(attachments.get(&stored.file, &stored.wrapped_key), Err(Error::AttachmentMissing)));
        let outside = place.path().join("vault.keys");
        fs::write(&outside, "x").unwrap();
        for name in ["../vault.keys", "", ".", &outside.display().to_string()] {
            assert!(attachments.remove(name).is_err(), "{name}");
        }
        assert!(outside.exists());
    }

    #[test]
    fn a_reader_that_fails_leaves_nothing() {
        struct Failing(u32);
        impl Read for Failing {
            fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
                self.0 += 1;
                if self.0 > 30 { Err(io::Error::from(io::ErrorKind::StorageFull)) } else { Ok(buffer.len()) }
            }
        }
        let (_place, attachments) = attachments();
        assert!(matches!(attachments.put(Failing(0)), Err(Error::DiskFull)));
        assert_eq!(fs::read_dir(&attachments.folder).unwrap().count(), 0);
    }

    #[test]
    fn drafts_are_tidied_away_and_not_listed() {
        let (_place, attachments) = attachments();
        let stored = attachments.put(b"one".as_slice()).unwrap();
        fs::write(attachments.folder.join(".draft-0123"), "half").unwrap();
        assert_eq!(attachments.list().unwrap(), [stored.file]);
        attachments.tidy();
        assert_eq!(fs::read_dir(&attachments.folder).unwrap().count(), 1);
    }
}
