//! Ids: 64 bits that say when and on which device, and never the same twice.
//!
//! From the top: a zero (SQLite's integers have a sign), 41 bits of milliseconds since 2020-01-01 UTC (until 2089),
//! 10 bits of device, 12 bits of counter. Several desktops can hand out ids without asking each other.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

/// Answers the time now, in milliseconds since 1970-01-01 UTC.
pub type Clock = Arc<dyn Fn() -> i64 + Send + Sync>;

/// 2020-01-01T00:00:00Z in milliseconds since 1970.
const EPOCH: i64 = 1_577_836_800_000;
const DEVICE_BITS: u32 = 10;
const COUNTER_BITS: u32 = 12;
const LAST_MILLISECOND: i64 = (1 << 41) - 1;

/// Tells how many devices an office can have: their numbers are below this.
pub const DEVICES: u16 = 1 << DEVICE_BITS;

/// Returns the clock of the computer.
pub fn system_clock() -> Clock {
    Arc::new(|| {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
    })
}

/// Hands out ids for one device.
///
/// They only grow: when the clock steps back, the last millisecond used goes on, and when the 4 096 ids of a
/// millisecond are used up, the next one is borrowed.
pub struct Ids {
    device: u16,
    clock: Clock,
    /// Milliseconds since [`EPOCH`] and counter, as one number.
    last: Mutex<i64>,
}

impl Ids {
    /// Returns a source of ids for a device number below [`DEVICES`] (higher bits are cut off).
    pub fn new(device: u16, clock: Clock) -> Self {
        Self { device: device % DEVICES, clock, last: Mutex::new(-1) }
    }

    /// Makes every later id greater than this one, which an earlier run of the program has handed out.
    pub fn continue_after(&self, id: i64) {
        let stamp = ((id >> (DEVICE_BITS + COUNTER_BITS)) << COUNTER_BITS) | (id & ((1 << COUNTER_BITS) - 1));
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        *last = (*last).max(stamp);
    }

    /// Returns the next id, above 0.
    pub fn next(&self) -> i64 {
        let now = (self.clock)().saturating_sub(EPOCH).clamp(0, LAST_MILLISECOND) << COUNTER_BITS;
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        // The counter lies right below the milliseconds, so one too many carries into the next millisecond.
        *last = now.max(*last + 1).max(1);
        self.id_of(*last)
    }

    /// Returns the last id handed out, if there was one.
    pub fn last(&self) -> Option<i64> {
        let last = *self.last.lock().unwrap_or_else(PoisonError::into_inner);
        (last >= 0).then(|| self.id_of(last))
    }

    fn id_of(&self, stamp: i64) -> i64 {
        let counter = stamp & ((1 << COUNTER_BITS) - 1);
        let milliseconds = stamp >> COUNTER_BITS;
        (milliseconds << (DEVICE_BITS + COUNTER_BITS)) | (i64::from(self.device) << COUNTER_BITS) | counter
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use std::collections::HashSet;
    use std::sync::atomic::{AtomicI64, Ordering};

    fn at(time: &Arc<AtomicI64>) -> Clock {
        let time = Arc::clone(time);
        Arc::new(move || time.load(Ordering::SeqCst))
    }

    #[test]
    fn an_id_holds_time_device_and_counter() {
        let time = Arc::new(AtomicI64::new(EPOCH + 5));
        let ids = Ids::new(3, at(&time));
        assert_eq!(ids.next(), (5 << 22) | (3 << 12));
        assert_eq!(ids.next(), (5 << 22) | (3 << 12) | 1);
        assert_eq!(ids.last(), Some((5 << 22) | (3 << 12) | 1));
    }

    #[test]
    fn ids_grow_when_the_clock_steps_back() {
        let time = Arc::new(AtomicI64::new(EPOCH + 5_000));
        let ids = Ids::new(0, at(&time));
        let first = ids.next();
        time.store(EPOCH - 1_000_000, Ordering::SeqCst);
        assert_eq!(ids.next(), first + 1);
    }

    #[test]
    fn a_full_millisecond_borrows_the_next() {
        let time = Arc::new(AtomicI64::new(EPOCH + 7));
        let ids = Ids::new(1, at(&time));
        let all: Vec<i64> = (0..5_000).map(|_| ids.next()).collect();
        assert!(all.windows(2).all(|two| two[0] < two[1]));
        assert_eq!(all[4_096] >> 22, 8);
        assert!(all.iter().all(|id| (id >> 12) & 1_023 == 1));
    }

    #[test]
    fn a_later_run_goes_on_after_the_last_id() {
        let time = Arc::new(AtomicI64::new(EPOCH + 100));
        let ids = Ids::new(9, at(&time));
        let last = (0..10).map(|_| ids.next()).last().unwrap();
        time.store(EPOCH + 50, Ordering::SeqCst);
        let later = Ids::new(9, at(&time));
        later.continue_after(last);
        assert_eq!(later.next(), last + 1);
    }

    #[test]
    fn a_clock_outside_the_range_still_gives_positive_ids() {
        for time in [i64::MIN / 2, 0, EPOCH, i64::MAX / 2] {
            let ids = Ids::new(1_023, Arc::new(move || time));
            assert!(ids.next() > 0, "at {time}");
        }
    }

    #[test]
    fn two_devices_never_meet() {
        let time = Arc::new(AtomicI64::new(EPOCH + 1));
        let (clock, other) = (at(&time), at(&time));
        let one = std::thread::spawn(move || {
            let ids = Ids::new(1, clock);
            (0..20_000).map(|_| ids.next()).collect::<Vec<_>>()
        });
        let two = std::thread::spawn(move || {
            let ids = Ids::new(2, other);
            (0..20_000).map(|_| ids.next()).collect::<Vec<_>>()
        });
        let all: HashSet<i64> = one.join().unwrap().into_iter().chain(two.join().unwrap()).collect();
        assert_eq!(all.len(), 40_000);
    }
}
