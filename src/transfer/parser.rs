//! Who reads a file: this process, or one of its own that can break down without harm.
//!
//! A file from outside can ask the libraries that read it for more memory than there is, and a program that gets none
//! is aborted; nothing in Rust catches that. So the program starts itself once more for every file, as a process that
//! first takes away from itself what it does not need ([`child`]), then reads the open file it was given and sends rows
//! back. Here ([`waiting`]) they are taken one at a time, never faster than they are used, with an eye on the clock.

pub mod child;
mod frames;
mod waiting;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::{Error, Format, Input, Limits, Recognised, Rows, open_input};

/// How long a file may keep its reader waiting, all in all, before it is given up.
const PATIENCE: Duration = Duration::from_secs(60);

/// Says where files are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Parser {
    /// In this process: for tests, and for nothing that anybody sent.
    Here,
    /// In a process of its own.
    Apart {
        /// This program, which is started once more.
        program: PathBuf,
        /// How long to wait for it in all; the time during which it waits for us does not count.
        patience: Duration,
    },
}

/// What is known of a file before its rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The headings of the columns, made up where the file has none.
    pub headings: Vec<String>,
    /// Whether the file's own row of headings was found.
    pub has_heading_row: bool,
    /// What the file was recognised as.
    pub recognised: Recognised,
    /// About how many rows there are, where that is known without reading them all.
    pub row_count_hint: Option<u64>,
}

/// A file that is being read. Letting go of it ends the process that reads it.
pub struct Reading {
    /// What is known before the rows.
    pub head: Head,
    /// The rows, each once.
    pub rows: Rows,
}

/// Asks work to stop. Clones ask for the same.
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Asks.
    pub fn ask(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Answers whether somebody asked.
    #[must_use]
    pub fn is_asked(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

impl Parser {
    /// Returns the parser that starts `program` for each file.
    #[must_use]
    pub fn apart(program: PathBuf) -> Self {
        Self::Apart { program, patience: PATIENCE }
    }

    /// Reads a file: what it is, and its rows, until the end or until `stop` is asked for.
    ///
    /// What happens to the process after this comes as a row with [`super::Problem::Lost`], which is the last.
    ///
    /// # Errors
    /// As [`super::open`]; [`Error::NoParser`] where the process cannot be started, [`Error::Lost`] where it ended early.
    pub fn read(&self, path: &Path, format: Format, limits: &Limits, stop: &Stop) -> Result<Reading, Error> {
        self.read_input(&Input::open(path)?, format, limits, stop)
    }

    /// As [`Parser::read`], of a file that is open already.
    pub(super) fn read_input(
        &self,
        input: &Input,
        format: Format,
        limits: &Limits,
        stop: &Stop,
    ) -> Result<Reading, Error> {
        match self {
            Self::Here => {
                let source = open_input(input, format, limits)?;
                let head = Head {
                    headings: source.headings().to_vec(),
                    has_heading_row: source.has_heading_row(),
                    recognised: source.format(),
                    row_count_hint: source.row_count_hint(),
                };
                Ok(Reading { head, rows: source.rows()? })
            }
            Self::Apart { program, patience } => {
                let job = child::Job::new(format, limits, input.is_called_workbook);
                waiting::Waiting::start(program, &job, input, *patience, stop)?.head()
            }
        }
    }
}
