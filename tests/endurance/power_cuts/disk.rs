//! A disk in the eyes of a power cut: what is safe on it, and what is only on its way.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::super::dice::Dice;
use super::record::Moment;

/// What of the things on their way reached the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Nothing.
    Synchronised,
    /// Every write to a file by a throw of the dice, and of the changes of names the first so many, as journaling file
    /// systems keep those in order.
    HalfOfTheRest,
}

/// The files of a vault, followed through a record.
pub struct Disk {
    folder: PathBuf,
    files: Vec<File>,
    /// Names as the process sees them, and as they are safe on the disk.
    seen: BTreeMap<PathBuf, usize>,
    safe: BTreeMap<PathBuf, usize>,
    /// Changes of names that are not safe, in order.
    names: Vec<Name>,
    /// How many of these there were when somebody began to wait for a folder.
    names_awaited: usize,
}

#[derive(Default)]
struct File {
    safe: Vec<u8>,
    on_the_way: Vec<Write>,
    /// How many of these there were when somebody began to wait.
    awaited: usize,
}

enum Write {
    Bytes(u64, Vec<u8>),
    Length(u64),
}

#[derive(Clone)]
struct Name {
    folder: PathBuf,
    removed: Option<PathBuf>,
    set: Option<(PathBuf, usize)>,
}

impl Name {
    fn apply(&self, names: &mut BTreeMap<PathBuf, usize>) {
        if let Some(path) = &self.removed {
            names.remove(path);
        }
        if let Some((path, file)) = &self.set {
            names.insert(path.clone(), *file);
        }
    }
}

impl Write {
    fn apply(&self, content: &mut Vec<u8>) {
        match self {
            Self::Length(length) => content.resize(usize::try_from(*length).unwrap(), 0),
            Self::Bytes(at, bytes) => {
                let at = usize::try_from(*at).unwrap();
                if content.len() < at + bytes.len() {
                    content.resize(at + bytes.len(), 0);
                }
                content[at..at + bytes.len()].copy_from_slice(bytes);
            }
        }
    }
}

impl Disk {
    /// Returns a disk on which everything in a folder is safe.
    pub fn of(folder: &Path) -> Self {
        let mut disk = Self {
            folder: folder.to_owned(),
            files: Vec::new(),
            seen: BTreeMap::new(),
            safe: BTreeMap::new(),
            names: Vec::new(),
            names_awaited: 0,
        };
        for path in files_below(folder) {
            if !is_left_out(&path) {
                disk.seen.insert(path.clone(), disk.files.len());
                disk.files.push(File { safe: fs::read(&path).unwrap(), ..File::default() });
            }
        }
        disk.safe.clone_from(&disk.seen);
        disk
    }

    /// Lets something happen.
    pub fn follow(&mut self, moment: &Moment) {
        match moment {
            Moment::Made(path) if self.seen.contains_key(path) || is_left_out(path) => {}
            Moment::Made(path) => {
                self.files.push(File::default());
                self.name(path, None, Some((path.clone(), self.files.len() - 1)));
            }
            Moment::Renamed(from, to) => {
                let file = self.seen[from];
                self.name(to, Some(from.clone()), Some((to.clone(), file)));
            }
            Moment::Removed(path) if self.seen.contains_key(path) => self.name(path, Some(path.clone()), None),
            Moment::Removed(_) | Moment::Said(_) => {}
            Moment::Wrote { file, at, bytes } => self.write_to(file, Write::Bytes(*at, bytes.clone())),
            Moment::SetLength(file, length) => self.write_to(file, Write::Length(*length)),
            Moment::SyncBegun(path) => match self.file(path) {
                Some(file) => file.awaited = file.on_the_way.len(),
                None => self.names_awaited = self.names.len(),
            },
            Moment::SyncEnded(path) => match self.file(path) {
                Some(File { safe, on_the_way, awaited }) => {
                    on_the_way.drain(..*awaited).for_each(|write| write.apply(safe));
                    *awaited = 0;
                }
                None => self.folder_is_safe(path),
            },
        }
    }

    fn folder_is_safe(&mut self, folder: &Path) {
        let names = std::mem::take(&mut self.names);
        for (number, name) in names.into_iter().enumerate() {
            if number < self.names_awaited && name.folder == folder {
                name.apply(&mut self.safe);
            } else {
                self.names.push(name);
            }
        }
    }

    fn name(&mut self, path: &Path, removed: Option<PathBuf>, set: Option<(PathBuf, usize)>) {
        let name = Name { folder: path.parent().unwrap().to_owned(), removed, set };
        name.apply(&mut self.seen);
        self.names.push(name);
    }

    fn file(&mut self, path: &Path) -> Option<&mut File> {
        let number = *self.seen.get(path)?;
        Some(&mut self.files[number])
    }

    fn write_to(&mut self, path: &Path, write: Write) {
        if !is_left_out(path) {
            self.file(path).unwrap_or_else(|| panic!("{} is not known", path.display())).on_the_way.push(write);
        }
    }

    /// Returns what the process sees in a file.
    pub fn content(&self, name: &str) -> Option<Vec<u8>> {
        let file = &self.files[*self.seen.get(&self.folder.join(name))?];
        let mut content = file.safe.clone();
        file.on_the_way.iter().for_each(|write| write.apply(&mut content));
        Some(content)
    }

    /// Writes what a power cut leaves into a folder, in place of what may be there.
    pub fn write(&self, image: &Path, kept: Kept, dice: &mut Dice) {
        let _ = fs::remove_dir_all(image);
        for folder in ["attachments", "backups"] {
            fs::create_dir_all(image.join(folder)).unwrap();
        }
        let mut names = self.safe.clone();
        if kept == Kept::HalfOfTheRest {
            let some = dice.index(self.names.len() + 1);
            self.names[..some].iter().for_each(|name| name.apply(&mut names));
        }
        for (path, number) in names {
            let File { safe, on_the_way, .. } = &self.files[number];
            let mut content = safe.clone();
            if kept == Kept::HalfOfTheRest {
                on_the_way.iter().filter(|_| dice.below(2) == 0).for_each(|write| write.apply(&mut content));
            }
            fs::write(image.join(path.strip_prefix(&self.folder).unwrap()), content).unwrap();
        }
    }
}

/// The ballast is never written; the index of the log lives in memory and is made anew from the log.
fn is_left_out(path: &Path) -> bool {
    path.ends_with("ballast") || path.to_string_lossy().ends_with("-shm")
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect()
}

#[test]
fn only_what_was_awaited_is_safe() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("vault");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("old"), "abc").unwrap();
    let mut disk = Disk::of(&folder);
    let (old, new, draft) = (folder.join("old"), folder.join("new"), folder.join("draft"));
    let wrote = |file: &Path, at, text: &str| Moment::Wrote { file: file.to_owned(), at, bytes: text.into() };
    let image = place.path().join("image");
    let content = |disk: &Disk, name: &str| {
        disk.write(&image, Kept::Synchronised, &mut Dice::new(1));
        fs::read_to_string(image.join(name)).ok()
    };

    disk.follow(&wrote(&old, 1, "X"));
    disk.follow(&Moment::SyncBegun(old.clone()));
    disk.follow(&wrote(&old, 2, "YZ"));
    assert_eq!(content(&disk, "old").as_deref(), Some("abc"));
    disk.follow(&Moment::SyncEnded(old.clone()));
    assert_eq!(content(&disk, "old").as_deref(), Some("aXc"));
    assert_eq!(disk.content("old").unwrap(), b"aXYZ");

    disk.follow(&Moment::Made(draft.clone()));
    disk.follow(&wrote(&draft, 0, "new"));
    disk.follow(&Moment::SyncBegun(draft.clone()));
    disk.follow(&Moment::SyncEnded(draft.clone()));
    disk.follow(&Moment::Renamed(draft, new));
    assert_eq!((content(&disk, "draft"), content(&disk, "new")), (None, None));
    disk.follow(&Moment::SyncBegun(folder.clone()));
    disk.follow(&Moment::SyncEnded(folder));
    assert_eq!(content(&disk, "new").as_deref(), Some("new"));
}
