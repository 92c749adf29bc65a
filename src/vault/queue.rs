//! Jobs on their way to the threads: first come, first served, but a newer question replaces an older one.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::oneshot;

use super::attachment::Attachments;
use super::keys::Keys;
use super::reply::{Cancel, Gone, Reply};
use crate::store::Db;

/// What a job has at hand.
#[derive(Clone, Copy)]
pub struct Work<'a> {
    /// The connection of the thread.
    pub db: &'a Db,
    /// The vault's keys.
    pub keys: &'a Keys,
    /// The encrypted files beside the database.
    pub attachments: &'a Attachments,
    /// Whether the job has been called off.
    pub cancel: &'a Cancel,
}

/// Names a kind of question of which only the newest matters, such as what is typed in the search field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Slot(pub &'static str);

trait Job: Send {
    fn run(self: Box<Self>, work: Work<'_>);
    fn give_up(self: Box<Self>, why: Gone);
    fn nobody_waits(&self) -> bool;
}

struct Task<F, T> {
    work: F,
    answer: oneshot::Sender<Result<T, Gone>>,
}

impl<F, T> Job for Task<F, T>
where
    F: FnOnce(&Work<'_>) -> T + Send,
    T: Send,
{
    fn run(self: Box<Self>, work: Work<'_>) {
        let Self { work: job, answer } = *self;
        // What a panic leaves half done is rolled back by the thread, and `answer` is not touched by the job.
        let done = catch_unwind(AssertUnwindSafe(|| job(&work)));
        let done = match done {
            _ if work.cancel.is_replaced() => Err(Gone::Replaced),
            Ok(value) => Ok(value),
            Err(_) => Err(Gone::Failed),
        };
        // Whoever asked may have gone away.
        let _ = answer.send(done);
    }

    fn give_up(self: Box<Self>, why: Gone) {
        let _ = self.answer.send(Err(why));
    }

    fn nobody_waits(&self) -> bool {
        self.answer.is_closed()
    }
}

/// A job that waits, or that a thread has taken.
pub struct Queued {
    number: u64,
    slot: Option<Slot>,
    /// Whether the job may be left out when nobody waits for its answer.
    only_asks: bool,
    /// Calls this job off, and no other.
    pub cancel: Cancel,
    job: Box<dyn Job>,
}

impl Queued {
    /// Does the job; a question that nobody waits for is left out.
    pub fn run(self, work: Work<'_>) {
        if self.only_asks && self.job.nobody_waits() {
            return;
        }
        self.job.run(work);
    }

    pub fn give_up(self, why: Gone) {
        self.job.give_up(why);
    }

    pub fn number(&self) -> u64 {
        self.number
    }
}

/// What a thread gets when it asks for work.
pub enum Next {
    /// A job. [`Queue::done`] must be told its number afterwards.
    Job(Queued),
    /// No job came within the time given.
    Idle,
    /// Connections are to be dropped; [`Queue::stay_away`] returns when there may be new ones.
    LetGo,
    /// No job will ever come.
    Closed,
}

#[derive(Default)]
struct State {
    waiting: VecDeque<Queued>,
    running: Vec<(u64, Slot, Cancel)>,
    last_number: u64,
    closed: bool,
    /// Whether no job is handed out for the time being.
    halted: bool,
    /// How many threads take jobs.
    serving: usize,
    /// How many of them have dropped their connections, as they were asked to.
    away: usize,
}

/// The queue of one or more threads.
#[derive(Default)]
pub struct Queue {
    state: Mutex<State>,
    changed: Condvar,
}

impl Queue {
    fn state(&self) -> MutexGuard<'_, State> {
        // No job runs or is dropped under this lock (a job may own the last handle, whose end closes the queue), so
        // no panic can leave half a state behind.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds a job at the end. In a slot, it replaces what waits there and calls off what runs there.
    pub fn add<T, F>(&self, slot: Option<Slot>, only_asks: bool, work: F) -> Reply<T>
    where
        F: FnOnce(&Work<'_>) -> T + Send + 'static,
        T: Send + 'static,
    {
        let cancel = Cancel::default();
        let (answer, reply) = Reply::new(cancel.clone());
        let job = Box::new(Task { work, answer });
        let mut state = self.state();
        if state.closed {
            drop(state);
            job.give_up(Gone::Closed);
            return reply;
        }
        let mut replaced = VecDeque::new();
        if let Some(slot) = slot {
            let (older, others): (VecDeque<_>, VecDeque<_>) =
                state.waiting.drain(..).partition(|queued| queued.slot == Some(slot));
            replaced = older;
            state.waiting = others;
            // The flag belongs to the job: if it has just ended, nothing else is hit.
            state.running.iter().filter(|(_, at, _)| *at == slot).for_each(|(_, _, cancel)| cancel.replace());
        }
        state.last_number += 1;
        let number = state.last_number;
        state.waiting.push_back(Queued { number, slot, only_asks, cancel, job });
        drop(state);
        self.changed.notify_one();
        for queued in replaced {
            queued.give_up(Gone::Replaced);
        }
        reply
    }

    /// Waits for a job, for ever or for the time given.
    pub fn next(&self, patience: Option<Duration>) -> Next {
        let mut state = self.state();
        loop {
            if state.halted {
                return Next::LetGo;
            }
            if let Some(queued) = state.waiting.pop_front() {
                if let Some(slot) = queued.slot {
                    state.running.push((queued.number, slot, queued.cancel.clone()));
                }
                return Next::Job(queued);
            }
            if state.closed {
                return Next::Closed;
            }
            match patience {
                None => state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner),
                Some(patience) => {
                    let waited = self.changed.wait_timeout_while(state, patience, |state| {
                        state.waiting.is_empty() && !state.closed && !state.halted
                    });
                    let (woken, timeout) = waited.unwrap_or_else(PoisonError::into_inner);
                    state = woken;
                    if timeout.timed_out() && state.waiting.is_empty() && !state.closed && !state.halted {
                        return Next::Idle;
                    }
                }
            }
        }
    }

    /// Notes that a job has ended.
    pub fn done(&self, number: u64) {
        self.state().running.retain(|(running, _, _)| *running != number);
    }

    /// Answers whether no more jobs are taken.
    pub fn is_closed(&self) -> bool {
        self.state().closed
    }

    /// Notes that a thread takes jobs from now on, or no longer.
    pub fn serve(&self, serves: bool) {
        let mut state = self.state();
        state.serving = if serves { state.serving + 1 } else { state.serving.saturating_sub(1) };
        drop(state);
        self.changed.notify_all();
    }

    /// Hands out no more jobs until the answer is dropped, and returns once those that run are done and all threads
    /// have dropped their connections.
    pub fn halt(&self) -> Halt<'_> {
        let mut state = self.state();
        state.halted = true;
        self.changed.notify_all();
        while state.away < state.serving {
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        drop(state);
        Halt(self)
    }

    /// Notes that a thread has dropped its connection, and waits until it may have one again.
    pub fn stay_away(&self) {
        let mut state = self.state();
        state.away += 1;
        self.changed.notify_all();
        while state.halted {
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.away -= 1;
    }

    /// Takes no more jobs. Those that wait are still done.
    pub fn close(&self) {
        self.state().closed = true;
        self.changed.notify_all();
    }
}

/// As long as there is one, no thread has a connection.
pub struct Halt<'a>(&'a Queue);

impl Drop for Halt<'_> {
    fn drop(&mut self) {
        self.0.state().halted = false;
        self.0.changed.notify_all();
    }
}
