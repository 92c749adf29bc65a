//! One round of sending: the conversation and the transactions, each noted before the next step is taken.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::Poll;

use tokio::time::{Duration, Instant};

use super::steps::{self, Outcome, Ready, Turn};
use super::{Done, GRACE, Left, Way};
use crate::model::outbox::{Id, State};
use crate::office::mail::account::Account;
use crate::office::{Error, Office, Progress};
use crate::transfer::smtp::{Connection, Failure, Step, Why};

/// After how many messages in a row that the connection broke on, the round ends.
const BROKEN: u32 = 3;
/// How often is looked whether to stop.
const LOOK: Duration = Duration::from_millis(50);

/// Sends in a thread of its own: whatever a server makes a library do, the rest of the program goes on.
pub(super) fn in_own_thread(
    office: &Office,
    account: Account,
    way: &Way,
    most: Option<u64>,
    progress: &Progress,
) -> Result<(Done, Left), Error> {
    std::thread::scope(|scope| {
        let name = std::thread::Builder::new().name("mail".to_owned());
        let work = name.spawn_scoped(scope, || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            let runtime = runtime.map_err(|_| Error::Failed)?;
            let round = Round::new(office, account, way, most, progress);
            let done = runtime.block_on(round.run());
            // A name that is still being looked up is not waited for.
            runtime.shutdown_background();
            done
        });
        let work = work.map_err(|_| Error::Failed)?;
        work.join().unwrap_or(Err(Error::Failed))
    })
}

struct Round<'a> {
    office: &'a Office,
    account: Arc<Account>,
    way: &'a Way,
    most: u64,
    progress: &'a Progress,
    connection: Option<Connection>,
    /// How many messages the connection has taken.
    taken: u32,
    broken: u32,
    done: Done,
    left: Left,
    noted: Option<crate::office::Answer<(State, Left)>>,
}

impl<'a> Round<'a> {
    fn new(office: &'a Office, account: Account, way: &'a Way, most: Option<u64>, progress: &'a Progress) -> Self {
        Self {
            office,
            account: Arc::new(account),
            way,
            most: most.unwrap_or(u64::MAX),
            progress,
            connection: None,
            taken: 0,
            broken: 0,
            done: Done::default(),
            left: Left::new(),
            noted: None,
        }
    }

    async fn run(mut self) -> Result<(Done, Left), Error> {
        let total = self.most;
        let mut tried = 0;
        let mut ended = Ok(());
        while tried < total && ended.is_ok() && self.done.problem.is_none() {
            let (account, most) = (Arc::clone(&self.account), total - tried);
            let (batch, limited) = self.office.write(move |desk| steps::take_up(desk, &account, most)).await?;
            if batch.is_empty() {
                self.done.limited = limited;
                break;
            }
            let count = batch.len();
            tried += count as u64;
            let mut next = batch.first().map(|id| self.get_ready(*id));
            for (at, id) in batch.iter().enumerate() {
                if ended.is_ok() {
                    ended = self.progress.at(tried - (count - at) as u64, tried);
                }
                let ready = next.take();
                // What follows is written while this one is sent.
                next = batch.get(at + 1).map(|id| self.get_ready(*id));
                if ended.is_err() || self.done.problem.is_some() {
                    let failure = self.done.problem.clone();
                    self.note(*id, Outcome::Back(failure)).await?;
                    continue;
                }
                let Some(ready) = ready else { continue };
                if let Some(ready) = ready.await? {
                    self.send(ready).await?;
                }
            }
        }
        self.noted().await?;
        if let Some(connection) = self.connection.take() {
            connection.leave(Instant::now() + Duration::from_secs(5)).await;
        }
        // What was sent is told also of a round that was stopped.
        match ended {
            Err(Error::Cancelled) | Ok(()) => Ok((self.done, self.left)),
            Err(error) => Err(error),
        }
    }

    fn get_ready(&self, id: Id) -> crate::office::Answer<Option<Ready>> {
        let account = Arc::clone(&self.account);
        self.office.read(move |desk| steps::ready(desk, &account, id))
    }

    /// Sends one message, and notes what came of it.
    async fn send(&mut self, ready: Ready) -> Result<(), Error> {
        let Ready { id, to, written } = ready;
        let bytes = match written {
            Ok(bytes) => bytes,
            Err(why) => return self.note(id, Outcome::NotWritten(why)).await,
        };
        let by = Instant::now() + self.way.longest;
        let (office, is_on_its_way) = (self.office, AtomicBool::new(false));
        let watch = async {
            let mut grace = GRACE;
            loop {
                tokio::time::sleep(LOOK).await;
                if office.background().is_stopped() {
                    grace = grace.saturating_sub(LOOK);
                    if !is_on_its_way.load(Ordering::Acquire) || grace.is_zero() {
                        return;
                    }
                }
            }
        };
        let outcome = {
            let (mut work, mut watch) = (pin!(self.converse(id, &to, &bytes, by, &is_on_its_way)), pin!(watch));
            let first = poll_fn(|context| match work.as_mut().poll(context) {
                Poll::Ready(outcome) => Poll::Ready(outcome),
                Poll::Pending => watch.as_mut().poll(context).map(|()| Err(Error::Gone)),
            });
            first.await?
        };
        match outcome {
            Some(outcome) => self.note(id, outcome).await,
            None => Ok(()),
        }
    }

    /// Talks to the server about one message; nothing where that is noted already.
    async fn converse(
        &mut self,
        id: Id,
        to: &str,
        bytes: &[u8],
        by: Instant,
        is_on_its_way: &AtomicBool,
    ) -> Result<Option<Outcome>, Error> {
        let from = self.account.from.clone();
        let mut again = true;
        let mut connection = loop {
            let mut connection = match self.connected(by).await {
                Ok(connection) => connection,
                Err(failure) => {
                    self.done.problem = Some(failure.clone());
                    return Ok(Some(Outcome::Back(Some(failure))));
                }
            };
            match connection.offer(&from, to, bytes, by).await {
                Ok(()) => break connection,
                // Servers end a connection that was open for long, or took much; the next one takes more.
                Err(failure) if again && self.taken > 0 && is_the_connection(&failure) => again = false,
                Err(failure) if failure.is_of_account() => {
                    self.done.problem = Some(failure.clone());
                    return Ok(Some(Outcome::Back(Some(failure))));
                }
                Err(failure) => {
                    self.keep(connection, &failure, by).await;
                    return Ok(Some(Outcome::Failed(failure)));
                }
            }
            self.taken = 0;
        };
        match self.begin(id).await? {
            Turn::Now => {}
            Turn::Held(why) => {
                self.done.held.push((id, why));
                self.keep_clean(connection, by).await;
                return Ok(None);
            }
            Turn::Gone => {
                self.keep_clean(connection, by).await;
                return Ok(None);
            }
        }
        is_on_its_way.store(true, Ordering::Release);
        let sent = match connection.announce(by).await {
            Ok(()) => connection.body(bytes, by).await,
            Err(failure) => Err(failure),
        };
        is_on_its_way.store(false, Ordering::Release);
        match sent {
            Ok(said) => {
                self.taken += 1;
                self.broken = 0;
                self.connection = Some(connection);
                Ok(Some(Outcome::Sent(said)))
            }
            Err(failure) => {
                self.keep(connection, &failure, by).await;
                let outcome = if failure.is_uncertain() { Outcome::Unknown } else { Outcome::Failed };
                Ok(Some(outcome(failure)))
            }
        }
    }

    /// Notes that the text of a message is on its way; what came of the one before is noted by then.
    async fn begin(&mut self, id: Id) -> Result<Turn, Error> {
        let turn = self.office.write(move |desk| steps::begin(desk, id));
        self.noted().await?;
        turn.await
    }

    async fn connected(&mut self, by: Instant) -> Result<Connection, Failure> {
        match self.connection.take() {
            Some(connection) => Ok(connection),
            None => {
                self.taken = 0;
                Connection::open(&self.account.server, by, &|_: Step| {}).await
            }
        }
    }

    /// Keeps a connection that a server refused something on, where it can be used on.
    async fn keep(&mut self, connection: Connection, failure: &Failure, by: Instant) {
        if is_the_connection(failure) || matches!(failure.why, Why::Garbled) {
            self.broken += 1;
            if self.broken >= BROKEN {
                self.done.problem = Some(failure.clone());
            }
            return;
        }
        self.keep_clean(connection, by).await;
    }

    async fn keep_clean(&mut self, mut connection: Connection, by: Instant) {
        if connection.take_back(by).await.is_ok() {
            self.connection = Some(connection);
        }
    }

    /// Notes what came of a message, while the next one is offered.
    async fn note(&mut self, id: Id, outcome: Outcome) -> Result<(), Error> {
        self.noted().await?;
        self.noted = Some(self.office.write(move |desk| steps::settle(desk, id, outcome)));
        Ok(())
    }

    /// Waits until what came of the last message is noted, and counts it.
    async fn noted(&mut self) -> Result<(), Error> {
        let Some(noted) = self.noted.take() else { return Ok(()) };
        let (state, left) = noted.await?;
        self.left.extend(left);
        match state {
            State::Sent => self.done.sent += 1,
            State::Failed => self.done.failed += 1,
            State::Unknown => self.done.unknown += 1,
            State::Queued if self.done.problem.is_none() => self.done.put_off += 1,
            State::Queued | State::Held | State::Connecting | State::Data => {}
        }
        Ok(())
    }
}

/// Returns whether a connection is of no more use.
fn is_the_connection(failure: &Failure) -> bool {
    matches!(failure.why, Why::Broken | Why::TimedOut | Why::RefusedNow(421))
}
