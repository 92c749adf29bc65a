//! Handing a report out: its files, its row in the register and its entry in the journal, all or none.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::json;
use sha2::{Digest, Sha256};

use zeroize::Zeroizing;

use super::others::Others;
use super::{allow, enclosed, letters, note};
use crate::model::criteria::Of;
use crate::model::export::{self, Export};
use crate::model::field::Field;
use crate::model::journal::Kind as Noted;
use crate::model::report::{Block, Document, File, Format, HandedOut, Header, Id, Kind, Print};
use crate::model::user::Right;
use crate::model::{Reason, person, text};
use crate::office::mail::answers;
use crate::office::{Desk, Error, attached};
use crate::transfer::report::sealed::Form;
use crate::transfer::report::{all_rendered, letters as letters_as, sealed_copy};
use crate::vault::{self, Passphrase};
use crate::{store, t};

/// The file beside the others that names them with their hashes.
const MANIFEST: &str = "manifest.json";

/// How a document is to be handed out.
#[derive(Clone, Default)]
pub struct HandOut {
    /// The folder for the files; it is made where it is missing. Nothing in it is overwritten.
    pub folder: PathBuf,
    /// The formats; none for all that there are.
    pub formats: Vec<Format>,
    /// How the asker was known to be the person, as said; may be empty.
    pub identity: String,
    /// The passphrase of the one page in which everything lies then; none for open files.
    pub seal: Option<Passphrase>,
    /// Whether a letter goes with it.
    pub letter: bool,
    /// Who else gets the portable copy, because the person wants that; a letter goes with it then.
    pub transfer: Option<Transfer>,
    /// Whether a sealed report leaves out the form by which it is answered.
    pub no_answer: bool,
}

/// To whom else a portable copy is handed (art. 20(2)).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Transfer {
    /// Who it is: the other controller.
    pub name: String,
    /// The lines of the address, each ending in `\n`; may be empty.
    pub address: String,
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
    let what = if [Format::Letter, Format::LetterPage].contains(&format) { "letter" } else { what };
    format!("{what}-{number}{}", format.ending())
}

/// What is handed out, before it is anywhere.
pub(super) struct Ready {
    /// Its row in the register.
    pub entry: HandedOut,
    /// Its files.
    pub contents: Vec<Content>,
    /// Who else gets it.
    transfer: Option<Transfer>,
}

/// Makes what is wanted; nothing is changed by it.
///
/// # Errors
/// Those of [`hand_out`], but for files.
pub(super) fn made(desk: &Desk<'_>, document: &Document, wanted: &HandOut) -> Result<Ready, Error> {
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
    let transfer = wanted.transfer.as_ref().map(|to| transfer(header.kind, to)).transpose()?;
    let contents = contents(desk, document, wanted, &formats, transfer.as_ref())?;
    let file = |(format, name, bytes): &Content| {
        let sha256 = data_encoding::HEXLOWER.encode(&Sha256::digest(bytes));
        File { name: name.clone(), format: *format, sha256 }
    };
    let entry = HandedOut {
        id: header.number,
        person: header.person,
        kind: header.kind,
        language: header.language.clone(),
        identity,
        blacked_out: document.withheld.blacked_out,
        recipient: transfer.as_ref().map(|to| to.name.clone()).unwrap_or_default(),
        files: contents.iter().map(file).collect(),
        at: desk.now(),
        by: desk.user().id,
    };
    Ok(Ready { entry, contents, transfer })
}

/// Enters in the register and the journal that something is handed out.
pub(super) fn register(desk: &mut Desk<'_>, header: &Header, entry: &HandedOut) -> Result<(), Error> {
    store::reports::insert(desk.db(), entry)?;
    let kind = match header.kind {
        Kind::Access => Noted::ReportMade,
        Kind::Portable => Noted::CopyMade,
    };
    note(desk, kind, header.person, Some(entry.id.0))?;
    desk.changes.person(header.person);
    Ok(())
}

/// Writes a document in the wanted formats, and enters it in the register and the journal.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NoPerson`]; [`Error::Refused`] for a place among the card file's own;
/// [`Error::NoSuch`] for a format that there is not of it, and for a report that is to be handed to somebody else;
/// [`Error::Invalid`] where what is said of the identity or to whom it goes is too long, or that is missing; [`Error::Vault`] for an empty passphrase;
/// [`Error::File`] where a file of that name is there, or cannot be written. There is no new file then.
pub fn hand_out(desk: &mut Desk<'_>, document: &Document, wanted: &HandOut) -> Result<Written, Error> {
    let Ready { entry, contents, transfer } = made(desk, document, wanted)?;
    let mut written = Vec::with_capacity(contents.len() + 1);
    let mut files = Vec::with_capacity(contents.len());
    for ((_, name, bytes), file) in contents.into_iter().zip(&entry.files) {
        let path = wanted.folder.join(&name);
        desk.require_outside(&path)?;
        files.push(Out { path: path.clone(), file: file.clone() });
        written.push((path, bytes));
    }
    let manifest = wanted.folder.join(MANIFEST);
    desk.require_outside(&manifest)?;
    let listed = manifest_of(document, &files);
    let listed_as = data_encoding::HEXLOWER.encode(&Sha256::digest(&listed));
    written.push((manifest.clone(), Zeroizing::new(listed)));
    // Who the asker was, and that something is handed out, stands in the card file before there is a file.
    register(desk, &document.header, &entry)?;
    if let Some(to) = &transfer {
        received(desk, document, to, listed_as)?;
    }
    write(desk, &wanted.folder, &written)?;
    Ok(Written { entry, files, manifest })
}

/// Returns whom a copy is handed to, as it is noted.
fn transfer(kind: Kind, to: &Transfer) -> Result<Transfer, Error> {
    if kind != Kind::Portable {
        return Err(Error::NoSuch("portable copy"));
    }
    let name = text::single_line(&to.name);
    if name.is_empty() {
        return Err(Error::invalid(Field::Name, Reason::Missing));
    }
    if text::is_longer(&name, text::LONG_LINE) || text::is_longer(&to.address, text::LONG_LINE) {
        return Err(Error::invalid(Field::Name, Reason::TooLong));
    }
    Ok(Transfer { name, address: to.address.clone() })
}

/// Enters in the register of exports who received the data (art. 15(1)(c), 19), and that in the journal.
fn received(desk: &mut Desk<'_>, document: &Document, to: &Transfer, sha256: String) -> Result<(), Error> {
    let header = &document.header;
    let entry = Export {
        id: export::Id(desk.db().new_id()),
        name: String::new(),
        of: Of::Persons,
        file: MANIFEST.to_owned(),
        format: export::Format::Copy,
        sha256,
        fields: fields(document),
        rows: 1,
        purpose: t!(desk.office_lang()?, "report-transfer-purpose", number = header.number.to_string()),
        recipient: to.name.clone(),
        at: desk.now(),
        by: desk.user().id,
    };
    store::exports::insert(desk.db(), &entry, &[header.person.0])?;
    note(desk, Noted::CopyTransferred, header.person, Some(entry.id.0))
}

/// Returns the keys of the fields that a document holds, as the register names them.
fn fields(document: &Document) -> Vec<String> {
    let mut keys: Vec<String> = Vec::new();
    for block in document.sections.iter().flat_map(|section| &section.blocks) {
        let Block::Facts(facts) = block else { continue };
        for fact in &facts.facts {
            let key = match fact.key.split_once('.') {
                Some(("person", column)) => column.to_owned(),
                Some(("email", _)) => Field::Emails.to_string(),
                Some(("phone", _)) => Field::Phones.to_string(),
                Some(("address", _)) => Field::Addresses.to_string(),
                Some(("person_interest", _)) => Field::Interests.to_string(),
                Some(_) | None => fact.key.clone(),
            };
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
    }
    keys
}

/// What is in a file that is written, with its kind and name.
pub(super) type Content = (Format, String, Zeroizing<Vec<u8>>);

/// Returns what is written: the document in its formats, the letter, and the files of the card; or one page with all
/// of that in it.
fn contents(
    desk: &Desk<'_>,
    document: &Document,
    wanted: &HandOut,
    formats: &[Format],
    transfer: Option<&Transfer>,
) -> Result<Vec<Content>, Error> {
    let header = &document.header;
    let name = |format| file_name(header.kind, header.number, format);
    let mut contents: Vec<Content> = Vec::with_capacity(formats.len());
    if wanted.seal.is_none() {
        for (format, bytes) in formats.iter().zip(all_rendered(document, formats)?) {
            let bytes = bytes.ok_or(Error::NoSuch("format"))?;
            contents.push((*format, name(*format), Zeroizing::new(bytes)));
        }
    }
    let mut along: Vec<(Content, String)> = Vec::new();
    if wanted.letter || transfer.is_some() {
        let letter = letters::covering(desk, document, transfer)?;
        // As a page where the report is one and nothing to print; else to print.
        let is_page = formats.contains(&Format::Html) && !formats.contains(&Format::Pdf);
        let (print, format) = if is_page { (Print::Html, Format::LetterPage) } else { (Print::Pdf, Format::Letter) };
        let bytes = Zeroizing::new(letters_as(&[letter], print)?);
        along.push(((format, name(format), bytes), format.media().to_owned()));
    }
    for file in &document.files {
        let bytes = enclosed::content(desk, file)?;
        along.push(((Format::Attached, file.name.clone(), bytes), file.media.clone()));
    }
    let Some(passphrase) = &wanted.seal else {
        contents.extend(along.into_iter().map(|(content, _)| content));
        return Ok(contents);
    };
    // The page itself is what opens.
    let inside = formats.iter().filter(|format| **format != Format::Html).map(|format| (*format, name(*format)));
    let inside: Vec<(Format, String)> = inside.collect();
    let along: Vec<(String, String, Zeroizing<Vec<u8>>)> =
        along.into_iter().map(|((_, name, bytes), media)| (name, media, bytes)).collect();
    let is_answered = header.kind == Kind::Access && !wanted.no_answer;
    let mut form = is_answered.then(|| answers::form(desk, header)).transpose()?;
    if let Some(form) = &mut form {
        hide(desk, document, form)?;
    }
    let page = sealed_copy(document, &inside, &along, form.as_ref(), passphrase.text())?;
    Ok(vec![(Format::Sealed, name(Format::Sealed), Zeroizing::new(page))])
}

/// Blacks out in a form what names others, where that was done in the document: the form shows the card as it is. What
/// is not shown cannot be changed there.
fn hide(desk: &Desk<'_>, document: &Document, form: &mut Form) -> Result<(), Error> {
    let withheld = document.withheld;
    if withheld.blacked_out + withheld.reworded == 0 {
        return Ok(());
    }
    let values = form.fields.iter().map(|field| field.value.as_str());
    let others = Others::in_texts(desk, document.header.person, values, None)?;
    for field in form.fields.iter_mut().filter(|field| !others.named(&field.value).is_empty()) {
        field.value.clone_from(&document.words.blacked_out);
        field.may = false;
    }
    Ok(())
}

fn manifest_of(document: &Document, files: &[Out]) -> Vec<u8> {
    let header = &document.header;
    let file = |out: &Out| json!({ "path": out.file.name, "sha256": out.file.sha256, "kind": out.file.format.key() });
    let mut manifest = json!({
        "number": header.number.to_string(),
        "kind": header.kind.key(),
        "language": header.language,
        "asked_at": header.asked_at,
        "journal_head": header.journal_head,
        "files": files.iter().map(file).collect::<Vec<_>>(),
    });
    if document.withheld.files > 0 {
        manifest["files_left_out"] = document.withheld.files.into();
    }
    format!("{manifest:#}\n").into_bytes()
}

/// Writes files, all or none, and never over one that is there.
fn write(desk: &mut Desk<'_>, folder: &Path, files: &[(PathBuf, Zeroizing<Vec<u8>>)]) -> Result<(), Error> {
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
