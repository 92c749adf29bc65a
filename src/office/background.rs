//! Work that goes on by itself beside what people do, and that must end when the card file is closed.

use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::vault::{Cancel, Gone, Reply};

/// The work that goes on by itself.
#[derive(Default)]
pub(super) struct Background {
    state: Mutex<State>,
    backup: Mutex<()>,
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

    /// Waits until no backup is being made, and keeps others from beginning.
    pub fn one_backup(&self) -> MutexGuard<'_, ()> {
        self.backup.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
