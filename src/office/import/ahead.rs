//! Reads ahead: one thread reads and checks, another uses what it read.

use std::sync::mpsc::sync_channel;
use std::thread;

use crate::office::Error;

/// So many are handed over at a time.
const BATCH: usize = 128;
/// So many batches wait at most, so that a file of any size takes little memory.
const WAITING: usize = 4;

/// Runs `read` on a thread of its own and `take` here, with what `read` hands over in its order. `read` hands over until
/// that answers false, which is when nobody takes any more. Returns what both return.
///
/// # Errors
/// [`Error::Failed`] where no thread can be had, or the reading broke down.
pub(super) fn ahead<T: Send, K: Send, R>(
    read: impl FnOnce(&mut dyn FnMut(T) -> bool) -> K + Send,
    take: impl FnOnce(&mut dyn Iterator<Item = T>) -> R,
) -> Result<(K, R), Error> {
    thread::scope(|scope| {
        let (sender, receiver) = sync_channel::<Vec<T>>(WAITING);
        let reading = move || {
            let mut batch = Vec::with_capacity(BATCH);
            let read = read(&mut |item| {
                batch.push(item);
                batch.len() < BATCH || sender.send(std::mem::replace(&mut batch, Vec::with_capacity(BATCH))).is_ok()
            });
            // Where nobody takes any more, the rest is not wanted.
            let _ = sender.send(batch);
            read
        };
        let builder = thread::Builder::new().name("import-reader".to_owned());
        let reading = builder.spawn_scoped(scope, reading).map_err(|_| Error::Failed)?;
        let taken = take(&mut receiver.into_iter().flatten());
        let read = reading.join().map_err(|_| Error::Failed)?;
        Ok((read, taken))
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn all_comes_in_order() {
        let (read, taken) = ahead(
            |each| {
                let read = (0..1_000).take_while(|number| each(*number)).count();
                (read, std::thread::current().id())
            },
            |items| (items.collect::<Vec<i32>>(), std::thread::current().id()),
        )
        .unwrap();
        assert_eq!((read.0, taken.0), (1_000, (0..1_000).collect()));
        assert_ne!(read.1, taken.1);
    }

    #[test]
    fn reading_ends_when_nobody_takes_any_more() {
        let (read, taken) =
            ahead(|each| (0..u64::MAX).take_while(|number| each(*number)).count(), |items| items.next()).unwrap();
        assert_eq!(taken, Some(0));
        assert!(read < 10 * BATCH * WAITING);
    }
}
