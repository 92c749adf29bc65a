//! Files that belong to a card.

use std::path::Path;

use super::{Desk, Error};
use crate::model::attachment::{Attachment, Id, Kind, LIMIT};
use crate::model::user::Right;
use crate::model::{person, text};
use crate::store;
use crate::store::attachments::Place;
use crate::transfer::replies;

/// A file as it comes in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    /// Its name.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl Incoming {
    /// Reads a file from outside the vault.
    ///
    /// # Errors
    /// [`Error::File`] where it cannot be read, [`Error::FileTooLarge`] past [`LIMIT`].
    pub fn read(path: &Path) -> Result<Self, Error> {
        use std::io::Read;
        let failed = |source| Error::File { path: path.to_owned(), source };
        let file = std::fs::File::open(path).map_err(failed)?;
        let mut bytes = Vec::new();
        file.take(LIMIT + 1).read_to_end(&mut bytes).map_err(failed)?;
        if bytes.len() as u64 > LIMIT {
            return Err(Error::FileTooLarge);
        }
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Ok(Self { name, bytes })
    }

    /// Returns a text as a file, such as a message that was pasted.
    pub fn from_text(name: &str, words: &str) -> Self {
        Self { name: name.to_owned(), bytes: words.as_bytes().to_vec() }
    }

    /// Returns its media type (RFC 6838), by what it begins with.
    pub fn media_type(&self) -> &'static str {
        match self.bytes.as_slice() {
            [0x89, b'P', b'N', b'G', ..] => "image/png",
            [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
            [b'%', b'P', b'D', b'F', ..] => "application/pdf",
            bytes if !bytes.contains(&0) && std::str::from_utf8(bytes).is_ok() => "text/plain",
            _ => "application/octet-stream",
        }
    }
}

/// Keeps a file, encrypted, with a key of its own. Part of a larger change, which enters it in the journal.
pub(super) fn keep(desk: &mut Desk<'_>, person: person::Id, kind: Kind, file: &Incoming) -> Result<Id, Error> {
    if file.bytes.len() as u64 > LIMIT {
        return Err(Error::FileTooLarge);
    }
    let stored = desk.attachments().put(file.bytes.as_slice())?;
    desk.files_written.push(stored.file.clone());
    let attachment = Attachment {
        id: Id(desk.db().new_id()),
        kind,
        name: text::single_line(&file.name).chars().take(text::LINE).collect(),
        media_type: file.media_type().to_owned(),
        size: stored.size,
        sha256: data_encoding::HEXLOWER.encode(&stored.sha256),
        at: desk.now(),
    };
    let place = Place { file: stored.file, wrapped_key: stored.wrapped_key };
    store::attachments::insert(desk.db(), person, &attachment, &place, desk.user().id)?;
    Ok(attachment.id)
}

/// Returns what a file says, where it is a text or a message; none for pictures, PDF and whatever else no text is read
/// from.
///
/// # Errors
/// The vault's where the file is missing or damaged.
pub(super) fn words(desk: &Desk<'_>, id: Id) -> Result<Option<String>, Error> {
    let Some((about, place)) = store::attachments::get(desk.db(), id)? else { return Ok(None) };
    if about.media_type != "text/plain" {
        return Ok(None);
    }
    let bytes = desk.attachments().get(&place.file, &place.wrapped_key)?;
    let read = replies::words(&bytes).unwrap_or_else(|| String::from_utf8_lossy(&bytes).into_owned());
    Ok(Some(read))
}

/// Writes a text in the place of what a file says. Part of a larger change, which enters it in the journal.
pub(super) fn rewrite(desk: &mut Desk<'_>, id: Id, words: &str) -> Result<(), Error> {
    let (_, old) = store::attachments::get(desk.db(), id)?.ok_or(Error::NoSuch("attachment"))?;
    let stored = desk.attachments().put(words.as_bytes())?;
    desk.files_written.push(stored.file.clone());
    desk.files_to_remove.push(old.file);
    let place = Place { file: stored.file, wrapped_key: stored.wrapped_key };
    let sha256 = data_encoding::HEXLOWER.encode(&stored.sha256);
    Ok(store::attachments::rewrite(desk.db(), id, stored.size, &sha256, &place)?)
}

/// Removes a file; its content goes once the change is committed.
pub(super) fn drop(desk: &mut Desk<'_>, id: Id) -> Result<(), Error> {
    if let Some((_, place)) = store::attachments::get(desk.db(), id)? {
        store::attachments::remove(desk.db(), id)?;
        desk.files_to_remove.push(place.file);
    }
    Ok(())
}

/// Returns a file with what is known of it.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NoSuch`], or the vault's where the file is missing or damaged.
pub fn get(desk: &Desk<'_>, id: Id) -> Result<(Attachment, zeroize::Zeroizing<Vec<u8>>), Error> {
    desk.require(Right::See)?;
    let (attachment, place) = open(desk, id)?;
    let bytes = desk.attachments().get(&place.file, &place.wrapped_key)?;
    Ok((attachment, bytes))
}

/// Returns what is known of a file, without opening it.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NoSuch`], or the database's.
pub fn about(desk: &Desk<'_>, id: Id) -> Result<Attachment, Error> {
    desk.require(Right::See)?;
    Ok(open(desk, id)?.0)
}

/// Returns what is known of a file whose card may be opened.
fn open(desk: &Desk<'_>, id: Id) -> Result<(Attachment, Place), Error> {
    let known = store::attachments::get(desk.db(), id)?.ok_or(Error::NoSuch("attachment"))?;
    store::attachments::owner(desk.db(), id)?.map_or(Ok(()), |person| desk.require_open(person))?;
    Ok(known)
}

/// Writes a file to a place outside the vault, where only its owner can read it: all of it, or nothing.
pub(super) fn write_out(desk: &Desk<'_>, id: Id, path: &Path) -> Result<(), Error> {
    desk.require_outside(path)?;
    let (_, bytes) = get(desk, id)?;
    write_private(path, &bytes)
}

/// Allows to write a file only where none of that name is: what somebody typed was not asked about.
///
/// # Errors
/// [`Error::File`].
pub fn require_new(path: &Path) -> Result<(), Error> {
    // Also a link that leads nowhere is in the way.
    if std::fs::symlink_metadata(path).is_ok() {
        return Err(Error::File { path: path.to_owned(), source: std::io::ErrorKind::AlreadyExists.into() });
    }
    Ok(())
}

/// Writes a file outside the vault that only its owner can read: all of it, or nothing.
pub(super) fn write_private(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let mark = getrandom::u64().map_err(|_| Error::Failed)?;
    // Written beside and put in place: what stood there before is lost only once the new file is whole.
    let draft = path.with_file_name(format!(".{mark:016x}.part"));
    let placed = write_new(&draft, bytes).and_then(|()| std::fs::rename(&draft, path));
    placed.map_err(|source| {
        let _ = std::fs::remove_file(&draft);
        Error::File { path: path.to_owned(), source }
    })
}

/// Writes a new file that only its owner can read.
fn write_new(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    use std::io::Write;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
