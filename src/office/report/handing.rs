//! Handing a report out: its files, its row in the register and its entry in the journal, all or none.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::json;
use sha2::{Digest, Sha256};

use super::{allow, note};
use crate::model::field::Field;
use crate::model::journal::Kind as Noted;
use crate::model::report::{Document, File, Format, HandedOut, Id, Kind};
use crate::model::user::Right;
use crate::model::{Reason, person, text};
use crate::office::{Desk, Error, attached};
use crate::store;
use crate::transfer::report::{rendered, sealed_copy};
use crate::vault::{self, Passphrase};

/// The file beside the others that names them with their hashes.
const MANIFEST: &str = "manifest.json";

/// How a document is to be handed out.
#[derive(Clone)]
pub struct HandOut {
    /// The folder for the files; it is made where it is missing. Nothing in it is overwritten.
    pub folder: PathBuf,
    /// The formats; none for all that there are.
    pub formats: Vec<Format>,
    /// How the asker was known to be the person, as said; may be empty.
    pub identity: String,
    /// The passphrase of the one page in which everything lies then; none for open files.
    pub seal: Option<Passphrase>,
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Out {
    /// Where it lies.
    pub path: PathBuf,
    /// What is known of it.
    pub file: File,
}

/// What was handed out, and where its files lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Its row in the register.
    pub entry: HandedOut,
    /// The files.
    pub files: Vec<Out>,
    /// The file beside them that names them with their hashes.
    pub manifest: PathBuf,
}

/// Returns the name of a file, which says nothing of the person.
pub fn file_name(kind: Kind, number: Id, format: Format) -> String {
    let what = match kind {
        Kind::Access => "report",
        Kind::Portable => "portable",
    };
    format!("{what}-{number}{}", format.ending())
}

/// Writes a document in the wanted formats, and enters it in the register and the journal.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NoPerson`]; [`Error::Refused`] for a place among the card file's own;
/// [`Error::Invalid`] where what is said of the identity is too long; [`Error::Vault`] for an empty passphrase;
/// [`Error::File`] where a file of that name is there, or cannot be written. There is no new file then.
pub fn hand_out(desk: &mut Desk<'_>, document: &Document, wanted: &HandOut) -> Result<Written, Error> {
    let header = &document.header;
    allow(desk, header.person)?;
    let identity = text::single_line(&wanted.identity);
    if text::is_longer(&identity, text::LONG_LINE) {
        return Err(Error::invalid(Field::Comment, Reason::TooLong));
    }
    let known = Format::of(header.kind);
    let mut formats: Vec<Format> = wanted.formats.clone();
    if formats.is_empty() {
        formats = known.to_vec();
    }
    let mut chosen = HashSet::new();
    formats.retain(|format| chosen.insert(*format));
    if formats.iter().any(|format| !known.contains(format)) {
        return Err(Error::NoSuch("format"));
    }
    if wanted.seal.as_ref().is_some_and(|passphrase| passphrase.text().trim().is_empty()) {
        return Err(vault::Error::EmptyPassphrase.into());
    }
    let name = |format| file_name(header.kind, header.number, format);
    let mut contents = Vec::with_capacity(formats.len());
    if let Some(passphrase) = &wanted.seal {
        // The page itself is what opens.
        let inside: Vec<(Format, String)> =
            formats.into_iter().filter(|format| *format != Format::Html).map(|format| (format, name(format))).collect();
        contents.push((Format::Sealed, sealed_copy(document, &inside, passphrase.text())?));
    } else {
        for format in formats {
            contents.push((format, rendered(document, format)?.ok_or(Error::NoSuch("format"))?));
        }
    }
    let mut written = Vec::with_capacity(contents.len() + 1);
    let mut files = Vec::with_capacity(contents.len());
    for (format, bytes) in contents {
        let name = name(format);
        let path = wanted.folder.join(&name);
        desk.require_outside(&path)?;
        let sha256 = data_encoding::HEXLOWER.encode(&Sha256::digest(&bytes));
        let file = File { name, format, sha256 };
        files.push(Out { path: path.clone(), file });
        written.push((path, bytes));
    }
    let manifest = wanted.folder.join(MANIFEST);
    desk.require_outside(&manifest)?;
    written.push((manifest.clone(), manifest_of(document, &files)));
    let entry = HandedOut {
        id: header.number,
        person: header.person,
        kind: header.kind,
        language: header.language.clone(),
        identity,
        blacked_out: document.withheld.blacked_out,
        files: files.iter().map(|out| out.file.clone()).collect(),
        at: desk.now(),
        by: desk.user().id,
    };
    // Who the asker was, and that something is handed out, stands in the card file before there is a file.
    store::reports::insert(desk.db(), &entry)?;
    let kind = match header.kind {
        Kind::Access => Noted::ReportMade,
        Kind::Portable => Noted::CopyMade,
    };
    note(desk, kind, header.person, Some(entry.id.0))?;
    desk.changes.person(header.person);
    write(desk, &wanted.folder, &written)?;
    Ok(Written { entry, files, manifest })
}

fn manifest_of(document: &Document, files: &[Out]) -> Vec<u8> {
    let header = &document.header;
    let file = |out: &Out| json!({ "path": out.file.name, "sha256": out.file.sha256, "kind": out.file.format.key() });
    let manifest = json!({
        "number": header.number.to_string(),
        "kind": header.kind.key(),
        "language": header.language,
        "asked_at": header.asked_at,
        "journal_head": header.journal_head,
        "files": files.iter().map(file).collect::<Vec<_>>(),
    });
    format!("{manifest:#}\n").into_bytes()
}

/// Writes files, all or none, and never over one that is there.
fn write(desk: &mut Desk<'_>, folder: &Path, files: &[(PathBuf, Vec<u8>)]) -> Result<(), Error> {
    let failed = |path: &Path, source: io::Error| Error::File { path: path.to_owned(), source };
    for (path, _) in files {
        // Also a link that leads nowhere is in the way.
        if fs::symlink_metadata(path).is_ok() {
            return Err(failed(path, io::ErrorKind::AlreadyExists.into()));
        }
    }
    let is_new = !folder.is_dir();
    if is_new {
        make_folder(folder).map_err(|error| failed(folder, error))?;
    }
    let written = files.iter().try_for_each(|(path, bytes)| {
        attached::write_private(path, bytes)?;
        desk.has_written(path);
        Ok(())
    });
    if is_new {
        let made = folder.to_owned();
        desk.if_not_committed(move || {
            // Only an empty one goes: after the files that were in it.
            let _ = fs::remove_dir(made);
        });
    }
    written
}

/// Makes a folder that only its owner can look into.
fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Returns what was handed out about a person, the newest first; also where they are restricted, as with exports.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NoPerson`], or the database's.
pub fn of_person(desk: &Desk<'_>, id: person::Id) -> Result<Vec<HandedOut>, Error> {
    desk.require(Right::See)?;
    desk.require_visible(id)?;
    store::persons::updated_at(desk.db(), id)?.ok_or(Error::NoPerson(id))?;
    Ok(store::reports::of_person(desk.db(), id)?)
}
