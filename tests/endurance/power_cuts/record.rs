//! What a process asked of the system, as `strace` notes it.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// One thing that happened to a file of the vault.
#[derive(Debug)]
pub enum Moment {
    /// A file was made, or emptied as it was opened.
    Made(PathBuf),
    Wrote {
        file: PathBuf,
        at: u64,
        bytes: Vec<u8>,
    },
    SetLength(PathBuf, u64),
    Renamed(PathBuf, PathBuf),
    Removed(PathBuf),
    /// Somebody began to wait until a file or folder is safe on the disk.
    SyncBegun(PathBuf),
    /// It is.
    SyncEnded(PathBuf),
    /// The process began to say a line.
    Said(String),
}

impl Moment {
    /// Whether the process said a line that begins so.
    pub fn says(&self, words: &str) -> bool {
        matches!(self, Self::Said(line) if line.starts_with(words))
    }
}

const CALLS: &str = "trace=openat,open,creat,write,pwrite64,writev,pwritev,pwritev2,ftruncate,truncate,fallocate,lseek,\
                     rename,renameat,renameat2,unlink,unlinkat,link,linkat,fsync,fdatasync,sync_file_range,msync,\
                     copy_file_range,sendfile";

/// Returns a command that runs another one and records it.
pub fn command(other: &Command, record: &Path) -> Command {
    let mut command = Command::new("strace");
    // Paths of open files, every byte in hexadecimal, all processes and threads.
    command.args([
        "-f",
        "--seccomp-bpf",
        "-qq",
        "-y",
        "-xx",
        "-s",
        "100000000",
        "-e",
        CALLS,
        "-e",
        "signal=none",
        "-o",
    ]);
    command.arg(record).arg(other.get_program()).args(other.get_args());
    for (name, value) in other.get_envs() {
        command.env(name, value.unwrap_or(OsStr::new("")));
    }
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    command
}

/// Reads a record: what happened to files below `folder`, and what was said, in order.
///
/// A call that waits stands in two places of the record: where it begins and where it ends. A file is safe only at the
/// end, and only with what had been written at the beginning; an answer counts from its beginning.
pub fn read(record: &Path, folder: &Path) -> Vec<Moment> {
    let text = std::fs::read_to_string(record).unwrap();
    let mut reader = Reader { folder, offsets: HashMap::new(), moments: Vec::new() };
    let mut unfinished: HashMap<&str, &str> = HashMap::new();
    for line in text.lines() {
        let (process, line) = line.split_once(' ').unwrap();
        let line = line.trim_start();
        if let Some(begin) = line.strip_suffix(" <unfinished ...>") {
            unfinished.insert(process, begin);
            reader.begin(&Call::parse(begin));
        } else if line.starts_with("<... ") {
            let begin = unfinished.remove(process).unwrap();
            let rest = line.split_once(" resumed>").unwrap().1;
            reader.end(&Call::parse(&format!("{begin}{rest}")));
        } else if !line.starts_with("+++") && !line.starts_with("---") {
            let call = Call::parse(line);
            reader.begin(&call);
            reader.end(&call);
        }
    }
    reader.moments
}

/// A call as the record has it.
struct Call {
    name: String,
    /// What stands between quotes or angle brackets: texts, data, and paths of open files; and the rest between commas.
    arguments: Vec<Argument>,
    /// What the call returned, with the path of a file it opened.
    result: i64,
    opened: Option<PathBuf>,
    flags: String,
}

#[derive(Debug, Default)]
struct Argument {
    number: Option<i64>,
    bytes: Option<Vec<u8>>,
}

impl Call {
    fn parse(line: &str) -> Self {
        let (name, rest) = line.split_once('(').unwrap_or_else(|| panic!("{line}"));
        // Everything is written in hexadecimal, so that no bracket can stand inside a text.
        let (inside, after) = rest.rsplit_once(')').filter(|(_, after)| after.contains('=')).unwrap_or((rest, ""));
        let (inside, after) = match after.find('=') {
            // What explains an error stands in brackets as well.
            Some(_) if !inside.contains(") = ") => (inside, after),
            _ => match rest.rsplit_once(") = ").or_else(|| rest.rsplit_once(")  = ")) {
                Some(parts) => parts,
                None => (rest, ""),
            },
        };
        let after = after.trim_start_matches([' ', '=']);
        let result: String = after.chars().take_while(|sign| *sign == '-' || sign.is_ascii_digit()).collect();
        Self {
            name: name.to_owned(),
            arguments: inside.split(", ").map(Argument::parse).collect(),
            result: result.parse().unwrap_or(0),
            opened: Argument::parse(after).path(),
            flags: inside.to_owned(),
        }
    }

    fn path(&self, place: usize) -> PathBuf {
        self.arguments[place].path().unwrap_or_else(|| panic!("{} {}", self.name, self.flags))
    }

    fn number(&self, place: usize) -> u64 {
        u64::try_from(self.arguments[place].number.unwrap_or_else(|| panic!("{} {}", self.name, self.flags))).unwrap()
    }
}

impl Argument {
    fn parse(text: &str) -> Self {
        let digits: String = text.chars().take_while(|sign| *sign == '-' || sign.is_ascii_digit()).collect();
        let between = |open: char, close: char| Some(text.split_once(open)?.1.rsplit_once(close)?.0);
        let bytes = between('"', '"').or_else(|| between('<', '>')).map(unhex);
        Self { number: digits.parse().ok(), bytes }
    }

    fn path(&self) -> Option<PathBuf> {
        Some(PathBuf::from(String::from_utf8_lossy(self.bytes.as_ref()?).into_owned()))
    }
}

/// Reads `\x61\x62`; signs that are not written so stand for themselves.
fn unhex(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len() / 4);
    let mut rest = text.as_bytes();
    while let Some((first, others)) = rest.split_first() {
        if *first == b'\\' && others.first() == Some(&b'x') {
            let digit = |place: usize| char::from(others[place]).to_digit(16).unwrap();
            bytes.push(u8::try_from(digit(1) * 16 + digit(2)).unwrap());
            rest = &others[3..];
        } else {
            bytes.push(*first);
            rest = others;
        }
    }
    bytes
}

struct Reader<'a> {
    folder: &'a Path,
    /// Where the next write into an open file goes, by its number.
    offsets: HashMap<PathBuf, u64>,
    moments: Vec<Moment>,
}

impl Reader<'_> {
    fn is_ours(&self, path: &Path) -> bool {
        path.starts_with(self.folder)
    }

    fn begin(&mut self, call: &Call) {
        match call.name.as_str() {
            "write" if call.arguments[0].number == Some(2) => {
                let line = call.arguments[1].bytes.clone().unwrap();
                self.moments.push(Moment::Said(String::from_utf8_lossy(&line).into_owned()));
            }
            "fsync" | "fdatasync" if self.is_ours(&call.path(0)) => self.moments.push(Moment::SyncBegun(call.path(0))),
            _ => {}
        }
    }

    fn end(&mut self, call: &Call) {
        if call.result < 0 {
            return;
        }
        let name = call.name.as_str();
        match name {
            "open" | "openat" | "creat" => {
                let Some(path) = call.opened.clone().filter(|path| self.is_ours(path)) else { return };
                self.offsets.insert(path.clone(), 0);
                if name == "creat" || call.flags.contains("O_CREAT") || call.flags.contains("O_TRUNC") {
                    if call.flags.contains("O_TRUNC") {
                        self.moments.push(Moment::SetLength(path.clone(), 0));
                    }
                    self.moments.push(Moment::Made(path));
                }
            }
            "rename" | "renameat" | "renameat2" => {
                let (from, to) = if name == "rename" { (0, 1) } else { (1, 3) };
                let (from, to) = (call.path(from), call.path(to));
                assert_eq!(self.is_ours(&from), self.is_ours(&to), "{from:?} {to:?}");
                if self.is_ours(&from) {
                    self.moments.push(Moment::Renamed(from, to));
                }
            }
            "unlink" | "unlinkat" => {
                let path = call.path(usize::from(name == "unlinkat"));
                if self.is_ours(&path) {
                    self.moments.push(Moment::Removed(path));
                }
            }
            _ => self.data(call),
        }
    }

    /// Follows calls whose first argument is an open file.
    fn data(&mut self, call: &Call) {
        let Some(file) = call.arguments[0].path().filter(|path| self.is_ours(path)) else { return };
        match call.name.as_str() {
            "write" | "pwrite64" => {
                let bytes = call.arguments[1].bytes.clone().unwrap();
                assert_eq!(usize::try_from(call.result).unwrap(), bytes.len(), "a part of a write");
                let at = if call.name == "write" { self.offsets[&file] } else { call.number(3) };
                if call.name == "write" {
                    self.offsets.insert(file.clone(), at + bytes.len() as u64);
                }
                self.moments.push(Moment::Wrote { file, at, bytes });
            }
            "lseek" => drop(self.offsets.insert(file, u64::try_from(call.result).unwrap())),
            "ftruncate" => self.moments.push(Moment::SetLength(file, call.number(1))),
            "fsync" | "fdatasync" => self.moments.push(Moment::SyncEnded(file)),
            other => panic!("{other} is not known: {}", call.flags),
        }
    }
}

#[test]
fn a_call_is_read_as_it_is_written() {
    let call = Call::parse(r#"pwrite64(7<\x2f\x76>, "\x61\x29\x20\x3d", 4, 8192) = 4"#);
    assert_eq!((call.name.as_str(), call.path(0), call.number(3), call.result), ("pwrite64", "/v".into(), 8192, 4));
    assert_eq!(call.arguments[1].bytes.as_deref(), Some(b"a) =".as_slice()));
    let call = Call::parse(r#"openat(AT_FDCWD<\x2f>, "\x2f\x76", O_RDWR|O_CREAT|O_CLOEXEC, 0600) = 9<\x2f\x76>"#);
    assert_eq!((call.opened, call.result), (Some("/v".into()), 9));
    let call = Call::parse(r#"unlink("\x2f\x76") = -1 ENOENT (No such file or directory)"#);
    assert_eq!((call.path(0), call.result), ("/v".into(), -1));
    let call = Call::parse(r"fsync(5<\x2f\x76>");
    assert_eq!((call.path(0), call.opened), ("/v".into(), None));
}
