//! The process that reads a file for another: it gives up what it does not need, reads, sends, and ends.
//!
//! It gets the open file as its standard input and answers on its standard output. It knows neither the name of the file
//! nor where any card file is, opens nothing itself, and may not write: what the file makes of it stays without means.

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, Write};
use std::process::ExitCode;

use serde::{Deserialize, Serialize};

use super::Head;
use super::frames::{self, Failure, Frame, Packing};
use crate::transfer::{Error, Format, Input, Limits, open_input};

/// The command that makes a process of this program such a one. No user needs it; the help does not name it.
pub const COMMAND: &str = "parse-child";

/// The most memory it may ask for, in bytes of address space.
#[cfg(any(target_os = "linux", windows))]
const MEMORY: u64 = 1024 * 1024 * 1024;

/// The most processor time it may use, in seconds, should nobody be left to end it.
#[cfg(unix)]
const PROCESSOR: u64 = 300;

/// What is to be done with the file. Nothing in it is about the people in the file: others can see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Job {
    /// Both sides have to speak the same language.
    version: String,
    format: Format,
    limits: Limits,
    is_called_workbook: bool,
}

impl Job {
    pub(super) fn new(format: Format, limits: &Limits, is_called_workbook: bool) -> Self {
        Self { version: env!("CARGO_PKG_VERSION").to_owned(), format, limits: limits.clone(), is_called_workbook }
    }

    /// Returns the job as an argument.
    pub(super) fn argument(&self) -> Result<OsString, Error> {
        serde_json::to_string(self).map(Into::into).map_err(|error| Error::NoParser(error.into()))
    }
}

/// Does the job and returns the exit code, where the program was called as such a process; otherwise nothing.
#[must_use]
pub fn run(called_with: &[OsString]) -> Option<ExitCode> {
    let [_, command, job] = called_with else { return None };
    (command == COMMAND).then(|| {
        // A pipe that nobody reads any more is no error: they have seen enough.
        let _ = answer(job, &mut io::stdout().lock());
        ExitCode::SUCCESS
    })
}

fn answer(job: &OsStr, to: &mut impl Write) -> io::Result<()> {
    let fit = confine();
    let job = job.to_str().and_then(|job| serde_json::from_str::<Job>(job).ok());
    let Some(job) = job.filter(|job| fit.is_ok() && job.version == env!("CARGO_PKG_VERSION")) else {
        return frames::write(to, &Frame::Failed(Failure::Unfit));
    };
    match read(&job, to) {
        Ok(Ok(())) => frames::write(to, &Frame::End),
        Ok(Err(error)) => frames::write(to, &Frame::Failed((&error).into())),
        Err(error) => Err(error),
    }
}

/// Sends head and rows; what is wrong with the file is the inner error, with the pipe the outer one.
fn read(job: &Job, to: &mut impl Write) -> io::Result<Result<(), Error>> {
    let source = given(job).and_then(|input| open_input(&input, job.format, &job.limits));
    let source = match source {
        Ok(source) => source,
        Err(error) => return Ok(Err(error)),
    };
    let rows = match source.rows() {
        Ok(rows) => rows,
        Err(error) => return Ok(Err(error)),
    };
    let head = Head {
        headings: source.headings().to_vec(),
        has_heading_row: source.has_heading_row(),
        recognised: source.format(),
        row_count_hint: source.row_count_hint(),
    };
    frames::write(to, &Frame::Head(head))?;
    let mut packing = Packing::default();
    for row in rows {
        packing.add(&row)?;
        if let Some(frame) = packing.ready(false) {
            frames::write(to, &frame)?;
        }
    }
    if let Some(frame) = packing.ready(true) {
        frames::write(to, &frame)?;
    }
    Ok(Ok(()))
}

/// Returns the file that was given as standard input.
fn given(job: &Job) -> Result<Input, Error> {
    Ok(Input::of(standard_input()?)?.called_workbook(job.is_called_workbook))
}

#[cfg(unix)]
fn standard_input() -> io::Result<File> {
    use std::os::fd::AsFd;
    Ok(io::stdin().as_fd().try_clone_to_owned()?.into())
}

#[cfg(windows)]
fn standard_input() -> io::Result<File> {
    use std::os::windows::io::AsHandle;
    Ok(io::stdin().as_handle().try_clone_to_owned()?.into())
}

/// Bounds this process: memory, processor time, no file that grows by it, and none of what it holds in a core dump.
///
/// macOS knows no bound for memory that holds; there what is unpacked is bounded, and the time.
#[cfg(unix)]
fn confine() -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let bound = |resource, most: u64| {
        // Where less is allowed already, that holds.
        let most = getrlimit(resource).maximum.map_or(most, |allowed| allowed.min(most));
        setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) })
    };
    #[cfg(target_os = "linux")]
    bound(Resource::As, MEMORY)?;
    // On Linux 1 byte is the one value that also keeps the dump from being handed to another program.
    bound(Resource::Core, if cfg!(target_os = "linux") { 1 } else { 0 })?;
    bound(Resource::Cpu, PROCESSOR)?;
    bound(Resource::Fsize, 0)?;
    Ok(())
}

/// Bounds this process: the memory it works with. The job lasts as long as the process.
#[cfg(windows)]
fn confine() -> io::Result<()> {
    let mut info = win32job::ExtendedLimitInfo::new();
    info.limit_working_memory(1024 * 1024, MEMORY as usize);
    let job = win32job::Job::create_with_limit_info(&info).map_err(io::Error::other)?;
    job.assign_current_process().map_err(io::Error::other)?;
    // The handle stays open until the end, and the bound with it.
    let _ = job.into_handle();
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn only_its_own_command_is_taken() {
        for called_with in
            [&["kartotek"][..], &["kartotek", "import", "x"], &["kartotek", COMMAND], &["a", COMMAND, "b", "c"]]
        {
            let called_with: Vec<OsString> = called_with.iter().map(OsString::from).collect();
            assert!(run(&called_with).is_none(), "{called_with:?}");
        }
    }

    #[test]
    fn a_job_names_nobody() {
        let job = Job::new(Format::Auto, &Limits::default(), false).argument().unwrap();
        let again: Job = serde_json::from_str(job.to_str().unwrap()).unwrap();
        assert_eq!(again, Job::new(Format::Auto, &Limits::default(), false));
    }
}
