//! Waits for the process that reads a file, no longer than is worth it, and ends it.

use std::io;
use std::path::Path;
use std::process::{self, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::time::{Duration, Instant};

use super::child::{COMMAND, Job};
use super::frames::{self, Frame, Unpacking};
use super::{Reading, Stop};
use crate::transfer::{Error, Input, Lost, Problem, Row, RowError};

/// How many frames are taken from the pipe before anybody asks for them.
const AHEAD: usize = 4;

/// How long it takes at most until somebody who wants to stop is heard.
const LISTEN: Duration = Duration::from_millis(50);

/// The most columns that a head may name.
const COLUMNS: usize = 16 * 1024;

/// What an honest file gives at most for each of its bytes, and besides: text grows by its decoding, and workbooks are
/// packed and name each text once that stands in many cells.
const PER_BYTE: u64 = 4;
const BESIDES: u64 = 512 * 1024 * 1024;

/// What of the environment the process gets: what Windows needs to start one, and where Unix finds libraries.
const KEPT: [&str; 3] = ["SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"];

/// A process that is reading a file.
pub(super) struct Waiting {
    process: process::Child,
    frames: Receiver<io::Result<Frame>>,
    patience: Duration,
    /// How many more bytes are taken from it.
    room: u64,
    stop: Stop,
}

impl Waiting {
    /// Starts the process.
    pub(super) fn start(
        program: &Path,
        job: &Job,
        input: &Input,
        patience: Duration,
        stop: &Stop,
    ) -> Result<Self, Error> {
        let mut command = Command::new(program);
        command.arg(COMMAND).arg(job.argument()?).env_clear();
        for name in KEPT {
            if let Some(value) = std::env::var_os(name) {
                command.env(name, value);
            }
        }
        // What it says of its troubles could repeat what the file says.
        command.stdin(input.handle()?).stdout(Stdio::piped()).stderr(Stdio::null());
        #[cfg(windows)]
        {
            // Without this a black window opens for a moment.
            const CREATE_NO_WINDOW: u32 = 0x0800_0000;
            std::os::windows::process::CommandExt::creation_flags(&mut command, CREATE_NO_WINDOW);
        }
        let mut process = command.spawn().map_err(Error::NoParser)?;
        let pipe = process.stdout.take();
        let (sender, frames) = sync_channel(AHEAD);
        let waiting = Self {
            process,
            frames,
            patience,
            room: input.length().saturating_mul(PER_BYTE).saturating_add(BESIDES),
            stop: stop.clone(),
        };
        let pipe = pipe.ok_or_else(|| Error::NoParser(io::ErrorKind::BrokenPipe.into()))?;
        let listening = move || listen(pipe, |frame| sender.send(frame).is_ok());
        std::thread::Builder::new().name("parser".to_owned()).spawn(listening).map_err(Error::NoParser)?;
        Ok(waiting)
    }

    /// Waits for what is known before the rows.
    pub(super) fn head(mut self) -> Result<Reading, Error> {
        match self.frame() {
            Ok(Frame::Head(head)) if head.headings.len() <= COLUMNS => {
                let columns = head.headings.len();
                let rows = Incoming { waiting: self, columns, batch: Unpacking::default(), last: 0, ended: false };
                Ok(Reading { head, rows: Box::new(rows) })
            }
            Ok(Frame::Failed(failure)) => Err(failure.into()),
            Ok(Frame::Head(_) | Frame::Rows(_) | Frame::End) => Err(Error::Lost(Lost::BrokenDown)),
            Err(lost) => Err(Error::Lost(lost)),
        }
    }

    /// Waits for the next frame.
    fn frame(&mut self) -> Result<Frame, Lost> {
        loop {
            if self.stop.is_asked() {
                return Err(Lost::Stopped);
            }
            let begun = Instant::now();
            let frame = self.frames.recv_timeout(self.patience.min(LISTEN));
            self.patience = self.patience.saturating_sub(begun.elapsed());
            match frame {
                Ok(Ok(Frame::Rows(bytes))) => {
                    let left = self.room.checked_sub(bytes.len() as u64);
                    self.room = left.ok_or(Lost::TooMuch)?;
                    return Ok(Frame::Rows(bytes));
                }
                Ok(Ok(frame)) => return Ok(frame),
                Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => return Err(Lost::BrokenDown),
                Err(RecvTimeoutError::Timeout) if self.patience.is_zero() => return Err(Lost::TooSlow),
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
    }
}

impl Drop for Waiting {
    /// Ends the process, whatever it is doing, and takes note of its end.
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Hands on frame after frame until the last, or until nobody wants more.
fn listen(mut pipe: ChildStdout, hand_on: impl Fn(io::Result<Frame>) -> bool) {
    loop {
        let frame = frames::read(&mut pipe);
        let is_last = !matches!(frame, Ok(Frame::Head(_) | Frame::Rows(_)));
        if !hand_on(frame) || is_last {
            return;
        }
    }
}

/// The rows as they come.
struct Incoming {
    waiting: Waiting,
    columns: usize,
    batch: Unpacking,
    last: u64,
    ended: bool,
}

impl Incoming {
    fn row(&mut self) -> Result<Option<Result<Row, RowError>>, Lost> {
        loop {
            match self.batch.next(self.columns) {
                Some(Ok(row)) => return Ok(Some(row)),
                Some(Err(_)) => return Err(Lost::BrokenDown),
                None => match self.waiting.frame()? {
                    Frame::Rows(bytes) => self.batch = Unpacking::new(bytes),
                    Frame::End => return Ok(None),
                    Frame::Head(_) | Frame::Failed(_) => return Err(Lost::BrokenDown),
                },
            }
        }
    }
}

impl Iterator for Incoming {
    type Item = Result<Row, RowError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        match self.row() {
            Ok(Some(row)) => {
                self.last = match &row {
                    Ok(row) => row.number,
                    Err(error) => error.row,
                };
                Some(row)
            }
            Ok(None) => {
                self.ended = true;
                None
            }
            Err(lost) => {
                self.ended = true;
                Some(Err(RowError { row: self.last.saturating_add(1), problem: Problem::Lost(lost) }))
            }
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use std::os::unix::fs::PermissionsExt;
    use std::path::PathBuf;

    use super::super::Parser;
    use super::*;
    use crate::transfer::{Format, Limits};

    /// Makes a program of a script that stands in for ours.
    fn program(folder: &tempfile::TempDir, script: &str) -> PathBuf {
        let path = folder.path().join("program");
        std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o700)).unwrap();
        path
    }

    fn read(script: &str, stop: &Stop) -> Result<Vec<Result<Row, RowError>>, Error> {
        read_with(Duration::from_millis(300), script, stop)
    }

    fn read_with(patience: Duration, script: &str, stop: &Stop) -> Result<Vec<Result<Row, RowError>>, Error> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("people.csv");
        std::fs::write(&file, "A;B\n1;2\n").unwrap();
        let parser = Parser::Apart { program: program(&folder, script), patience };
        Ok(parser.read(&file, Format::Auto, &Limits::default(), stop)?.rows.collect())
    }

    fn lost(script: &str) -> Lost {
        match read(script, &Stop::default()) {
            Err(Error::Lost(lost)) => lost,
            other => panic!("{script}: {other:?}"),
        }
    }

    /// A head of two columns, as bytes for `printf`.
    fn head() -> String {
        let json = r#"{"headings":["A","B"],"has_heading_row":true,"recognised":{"Csv":{"separator":";","encoding":"Utf8"}},"row_count_hint":null}"#;
        format!("\\001\\{:03o}\\000\\000\\000{json}", json.len())
    }

    #[test]
    fn a_process_that_fails_is_no_more_than_an_error() {
        assert_eq!(lost("exit 0"), Lost::BrokenDown);
        assert_eq!(lost("exit 3"), Lost::BrokenDown);
        assert_eq!(lost("kill -9 $$"), Lost::BrokenDown);
        assert_eq!(lost("exec cat /dev/zero"), Lost::BrokenDown);
        assert_eq!(lost("printf 'hello, this is no frame at all'"), Lost::BrokenDown);
        assert_eq!(lost("printf '\\004\\000\\000\\000\\000'"), Lost::BrokenDown);
        assert_eq!(lost("exec sleep 100"), Lost::TooSlow);
        let nowhere = Parser::apart("/nowhere/at/all".into());
        let file = tempfile::NamedTempFile::new().unwrap();
        let found = nowhere.read(file.path(), Format::Auto, &Limits::default(), &Stop::default());
        assert!(matches!(found, Err(Error::NoParser(_))));
    }

    #[test]
    fn whoever_wants_to_stop_need_not_wait() {
        let stop = Stop::default();
        let other = stop.clone();
        std::thread::spawn(move || other.ask());
        // With more patience than the process takes, nothing but the wish to stop ends the waiting.
        let patience = Duration::from_secs(1_000);
        for _ in 0..2 {
            assert!(matches!(read_with(patience, "exec sleep 100", &stop), Err(Error::Lost(Lost::Stopped))));
        }
    }

    #[test]
    fn a_loss_among_the_rows_comes_as_the_last_of_them() {
        let one = "\\003\\006\\000\\000\\000\\002\\003\\001a\\001b";
        for (then, wanted) in [
            ("printf '\\004\\000\\000\\000\\000'", None),
            ("exit 1", Some(Lost::BrokenDown)),
            ("sleep 100", Some(Lost::TooSlow)),
            ("printf '\\003\\002\\000\\000\\000\\002\\007'", Some(Lost::BrokenDown)),
            ("printf '\\002\\004\\000\\000\\000\"Io\"'", Some(Lost::BrokenDown)),
        ] {
            let rows = read(&format!("printf '{}{one}'; {then}", head()), &Stop::default()).unwrap();
            assert_eq!(rows[0], Ok(Row { number: 2, cells: vec!["a".into(), "b".into()] }), "{then}");
            let rest: Vec<_> = rows[1..].iter().map(|row| row.clone().unwrap_err()).collect();
            let wanted: Vec<_> =
                wanted.into_iter().map(|lost| RowError { row: 3, problem: Problem::Lost(lost) }).collect();
            assert_eq!(rest, wanted, "{then}");
        }
    }
}
