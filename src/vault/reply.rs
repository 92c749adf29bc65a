//! The answer to a job, and the way to call a job off.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::task::{Context, Poll};

use tokio::sync::oneshot;

use super::error::Error;

/// Why a job has no answer.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Gone {
    /// A newer job took its place.
    #[error("a newer question took the place of this one")]
    Replaced,
    /// The vault was closed before the job began.
    #[error("the card file is closed")]
    Closed,
    /// The job panicked; its transaction was rolled back.
    #[error("the work failed unexpectedly, and nothing of it was saved")]
    Failed,
    /// No connection could be opened to read.
    #[error("the card file cannot be read")]
    Unreadable(#[source] Arc<Error>),
}

const GOES_ON: u8 = 0;
const CANCELLED: u8 = 1;
const REPLACED: u8 = 2;

/// Calls a job off. The job looks at it between its steps; a statement that only reads is interrupted.
#[derive(Clone, Debug, Default)]
pub struct Cancel(Arc<Signals>);

#[derive(Debug, Default)]
struct Signals {
    why: AtomicU8,
    stop: AtomicBool,
    /// Whether nobody waits for the answer any more.
    deserted: AtomicBool,
}

impl Cancel {
    /// Asks the job to stop.
    pub fn cancel(&self) {
        let _ = self.0.why.compare_exchange(GOES_ON, CANCELLED, Ordering::AcqRel, Ordering::Acquire);
        self.0.stop.store(true, Ordering::Release);
    }

    /// Answers whether the job should stop.
    pub fn is_cancelled(&self) -> bool {
        self.0.why.load(Ordering::Acquire) != GOES_ON
    }

    /// Returns what is set once the job should stop, for work that knows nothing of jobs.
    pub fn flag(&self) -> &AtomicBool {
        &self.0.stop
    }

    pub(super) fn replace(&self) {
        self.0.why.store(REPLACED, Ordering::Release);
        self.0.stop.store(true, Ordering::Release);
    }

    pub(super) fn is_replaced(&self) -> bool {
        self.0.why.load(Ordering::Acquire) == REPLACED
    }

    pub(super) fn is_deserted(&self) -> bool {
        self.0.deserted.load(Ordering::Acquire)
    }
}

/// The answer that a job will have: a future, or [`Reply::wait`] for it.
///
/// Dropping it takes back a question that has not begun, and lets one that has begun be broken off when the vault closes.
/// A write is done in any case.
#[must_use = "a question whose reply is dropped is not asked"]
pub struct Reply<T> {
    answer: oneshot::Receiver<Result<T, Gone>>,
    attention: Attention,
}

/// Somebody who waits for an answer, as long as it lives.
struct Attention(Cancel);

impl Drop for Attention {
    fn drop(&mut self) {
        self.0.0.deserted.store(true, Ordering::Release);
    }
}

/// An answer that is still to be given.
#[derive(Debug)]
pub struct Promise<T>(oneshot::Sender<Result<T, Gone>>);

impl<T> Promise<T> {
    /// Gives the answer.
    pub fn keep(self, answer: T) {
        // Whoever asked may have gone away.
        let _ = self.0.send(Ok(answer));
    }
}

impl<T> Reply<T> {
    pub(super) fn new(cancel: Cancel) -> (oneshot::Sender<Result<T, Gone>>, Self) {
        let (sender, answer) = oneshot::channel();
        (sender, Self { answer, attention: Attention(cancel) })
    }

    /// Returns an answer that somebody else's job will give. If the promise is dropped, it is [`Gone::Closed`].
    pub fn promised() -> (Promise<T>, Self) {
        let (sender, reply) = Self::new(Cancel::default());
        (Promise(sender), reply)
    }

    /// Blocks until the answer is there. For the command line and tests: it panics on a thread of an async executor.
    pub fn wait(self) -> Result<T, Gone> {
        self.answer.blocking_recv().unwrap_or(Err(Gone::Closed))
    }

    /// Returns what calls the job off.
    pub fn canceller(&self) -> Cancel {
        self.attention.0.clone()
    }
}

impl<T> Future for Reply<T> {
    type Output = Result<T, Gone>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.answer).poll(context).map(|answer| answer.unwrap_or(Err(Gone::Closed)))
    }
}
