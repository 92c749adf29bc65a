//! Work that goes on by itself beside what people do, and that must end when the card file is closed.

use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::{Duration, Instant};

use crate::vault::{Cancel, Gone, Reply};

/// The work that goes on by itself.
#[derive(Default)]
pub(super) struct Background {
    state: Mutex<State>,
    backup: Mutex<()>,
    sending: Mutex<()>,
}

#[derive(Default)]
struct State {
    stopped: bool,
    last: u64,
    running: Vec<(u64, Cancel)>,
}

impl Background {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for an answer, and calls the work off where the card file is closed meanwhile.
    pub fn wait<T>(&self, reply: Reply<T>) -> Result<T, Gone> {
        let cancel = reply.canceller();
        let number = {
            let mut state = self.state();
            if state.stopped {
                cancel.cancel();
            }
            state.last += 1;
            let number = state.last;
            state.running.push((number, cancel));
            number
        };
        let answer = reply.wait();
        self.state().running.retain(|(running, _)| *running != number);
        answer
    }

    /// Calls off what goes on, and what would begin.
    pub fn stop(&self) {
        let mut state = self.state();
        state.stopped = true;
        state.running.iter().for_each(|(_, cancel)| cancel.cancel());
    }

    /// Returns whether the card file is being closed.
    pub fn is_stopped(&self) -> bool {
        self.state().stopped
    }

    /// Keeps others from sending; none where somebody sends already.
    pub fn one_sender(&self) -> Option<MutexGuard<'_, ()>> {
        match self.sending.try_lock() {
            Ok(guard) => Some(guard),
            Err(TryLockError::Poisoned(poisoned)) => Some(poisoned.into_inner()),
            Err(TryLockError::WouldBlock) => None,
        }
    }

    /// Waits a moment for whoever sends: what was told to stop ends between two messages.
    pub fn wait_for_sender(&self, longest: Duration) {
        let end = Instant::now() + longest;
        while self.one_sender().is_none() && Instant::now() < end {
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Waits until no backup is being made, and keeps others from beginning.
    pub fn one_backup(&self) -> MutexGuard<'_, ()> {
        self.backup.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
