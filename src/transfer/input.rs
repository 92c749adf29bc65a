//! The bytes of a file, read from the start as often as one likes.
//!
//! The file is opened once: what was looked at is what is read, whatever happens to its name meanwhile. Readers have a
//! place of their own each, and none sees more than was there when the file was opened, so that one that grows ends.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use super::{Error, Unsupported};

/// Holds an open file, or bytes in its place. Clones share it.
#[derive(Debug, Clone)]
pub struct Input {
    held: Held,
    length: u64,
    /// Whether its name is that of a workbook.
    pub(super) is_called_workbook: bool,
}

#[derive(Debug, Clone)]
enum Held {
    File(Arc<File>),
    Bytes(Arc<[u8]>),
}

impl Input {
    /// Opens a file. What is no file is not even opened: a pipe would be waited for, and a device never ends.
    ///
    /// # Errors
    /// [`Error::Unsupported`] for folders, pipes and devices; [`Error::Io`].
    pub fn open(path: &Path) -> Result<Self, Error> {
        let found = std::fs::metadata(path)?;
        if found.is_dir() {
            return Err(Error::Unsupported { kind: Unsupported::Folder });
        }
        if !found.is_file() {
            return Err(Error::Unsupported { kind: Unsupported::NoFile });
        }
        let is_called_workbook = path
            .extension()
            .is_some_and(|ending| ["xlsx", "xlsm"].iter().any(|known| ending.eq_ignore_ascii_case(known)));
        Ok(Self::of(File::open(path)?)?.called_workbook(is_called_workbook))
    }

    /// Returns the same, with whether its name is that of a workbook.
    pub(super) fn called_workbook(self, is_called_workbook: bool) -> Self {
        Self { is_called_workbook, ..self }
    }

    /// Takes a file that is open already.
    ///
    /// # Errors
    /// The system's.
    pub(super) fn of(file: File) -> io::Result<Self> {
        let length = file.metadata()?.len();
        Ok(Self { held: Held::File(Arc::new(file)), length, is_called_workbook: false })
    }

    /// Takes bytes for a file.
    #[must_use]
    pub fn of_bytes(bytes: &[u8]) -> Self {
        Self { held: Held::Bytes(bytes.into()), length: bytes.len() as u64, is_called_workbook: false }
    }

    /// Returns how many bytes there were when the file was opened.
    #[must_use]
    pub fn length(&self) -> u64 {
        self.length
    }

    /// Returns a handle to the file for another process.
    pub(super) fn handle(&self) -> io::Result<File> {
        match &self.held {
            Held::File(file) => file.try_clone(),
            Held::Bytes(_) => Err(io::ErrorKind::Unsupported.into()),
        }
    }

    /// Reads from the first byte on.
    pub(super) fn reader(&self) -> FromStart {
        FromStart { input: self.clone(), at: 0 }
    }
}

/// Reads a file from its start.
#[derive(Debug)]
pub(super) struct FromStart {
    input: Input,
    at: u64,
}

impl Read for FromStart {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        let left = usize::try_from(self.input.length - self.at).unwrap_or(usize::MAX).min(room.len());
        let room = room.get_mut(..left).unwrap_or_default();
        let read = match &self.input.held {
            Held::File(file) => read_at(file, room, self.at)?,
            Held::Bytes(bytes) => {
                let from = usize::try_from(self.at).unwrap_or(usize::MAX);
                let piece = bytes.get(from..).and_then(|rest| rest.get(..room.len())).unwrap_or_default();
                room.copy_from_slice(piece);
                piece.len()
            }
        };
        self.at += read as u64;
        Ok(read)
    }
}

#[cfg(unix)]
fn read_at(file: &File, room: &mut [u8], at: u64) -> io::Result<usize> {
    std::os::unix::fs::FileExt::read_at(file, room, at)
}

#[cfg(windows)]
fn read_at(file: &File, room: &mut [u8], at: u64) -> io::Result<usize> {
    std::os::windows::fs::FileExt::seek_read(file, room, at)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::io::Write;

    use super::*;

    #[test]
    fn readers_do_not_disturb_each_other_and_end_where_the_file_did() {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(b"abcdef").unwrap();
        let inputs = [Input::open(file.path()).unwrap(), Input::of_bytes(b"abcdef")];
        file.write_all(b"grown").unwrap();
        for input in inputs {
            let (mut one, mut other) = (input.reader(), input.reader());
            let mut start = [0; 4];
            one.read_exact(&mut start).unwrap();
            let (mut rest, mut all) = (String::new(), String::new());
            other.read_to_string(&mut all).unwrap();
            one.read_to_string(&mut rest).unwrap();
            assert_eq!((rest.as_str(), all.as_str(), input.length()), ("ef", "abcdef", 6));
        }
    }

    #[test]
    fn what_is_no_file_is_not_opened() {
        let folder = tempfile::tempdir().unwrap();
        let refused = |path: &Path| matches!(Input::open(path), Err(Error::Unsupported { .. }));
        assert!(refused(folder.path()));
        assert!(matches!(Input::open(&folder.path().join("none")), Err(Error::Io(_))));
        #[cfg(unix)]
        {
            let pipe = folder.path().join("pipe");
            let made = std::process::Command::new("mkfifo").arg(&pipe).status().unwrap();
            assert!(made.success());
            // Opening it would wait for somebody who writes.
            assert!(refused(&pipe));
            assert!(refused(Path::new("/dev/zero")));
        }
    }
}
