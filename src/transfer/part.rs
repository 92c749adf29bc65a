//! A file that is written beside its place under another name, and put there once it is whole.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::path::{Path, PathBuf};

use super::Error;

/// A file on its way to its place; removed if it never gets there.
pub(super) struct Part(PathBuf);

impl Part {
    pub(super) fn create(path: &Path) -> Result<Self, Error> {
        let mut name = OsString::from(".");
        name.push(path.file_name().unwrap_or_default());
        name.push(".part");
        let part = Self(path.with_file_name(name));
        // Left over from a run that was cut short.
        if part.0.exists() {
            fs::remove_file(&part.0)?;
        }
        Ok(part)
    }

    /// Returns where it lies until then.
    pub(super) fn path(&self) -> &Path {
        &self.0
    }

    pub(super) fn open(&self) -> Result<File, Error> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        Ok(options.open(&self.0)?)
    }

    pub(super) fn put(self, path: &Path) -> Result<(), Error> {
        fs::rename(&self.0, path)?;
        Ok(())
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        // Gone already where it was put in its place.
        let _ = fs::remove_file(&self.0);
    }
}
