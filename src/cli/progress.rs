//! How far long work is, on standard error, where somebody sits at the terminal.

use std::io::{self, IsTerminal, Write};
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use crate::office::Progress;

const EVERY: Duration = Duration::from_millis(200);

/// Does long work and shows how far it is.
pub fn shown<T>(progress: &Arc<Progress>, work: impl FnOnce() -> T) -> T {
    if !io::stderr().is_terminal() {
        return work();
    }
    let (working, finished) = mpsc::channel::<()>();
    thread::scope(|scope| {
        scope.spawn(move || {
            // The sender goes when the work ends, however it ends.
            while finished.recv_timeout(EVERY) == Err(RecvTimeoutError::Timeout) {
                if let (done, total @ 1..) = progress.get() {
                    let _ = write!(io::stderr(), "\r{:>3} %", done.min(total) * 100 / total);
                }
            }
            let _ = write!(io::stderr(), "\r     \r");
        });
        let done = work();
        drop(working);
        done
    })
}
