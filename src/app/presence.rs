//! Whether somebody is there: when a key was last pressed or the mouse moved, and what falls due while time passes.
//!
//! What a widget notes here is no message, so that moving the mouse does not make the window look at everything anew.

use std::hash::{Hash, Hasher};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use iced::Subscription;
use iced::futures::stream::{self, BoxStream, StreamExt};

use super::platform::Platform;
use crate::model::Moment;

/// How far apart two looks at the clock are when the computer slept in between. Ticks are a second apart; a computer
/// that is very busy is late, but not by this much.
const GAP: i64 = 60_000;
/// How long what was copied with a button stays on the clipboard.
const COPIED: i64 = 30_000;
/// Stands for no time at all.
const NEVER: i64 = i64::MAX;

/// What falls due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// Nobody was there for as long as is set.
    Idle,
    /// The clock shows a gap: the computer slept, or its clock was put right.
    Slept,
    /// What was copied has to leave the clipboard.
    Copied,
}

/// Who is there, and what falls due. Times are milliseconds since 1970.
pub struct Presence {
    platform: Arc<dyn Platform>,
    /// When somebody was last there.
    seen: AtomicI64,
    /// When the clock was last looked at.
    looked: AtomicI64,
    /// After how long nobody counts as there.
    limit: AtomicI64,
    /// When the clipboard is to be emptied.
    copied: AtomicI64,
}

impl Presence {
    /// Somebody has just come.
    pub fn new(platform: Arc<dyn Platform>) -> Self {
        let now = AtomicI64::new(platform.now().0);
        let looked = AtomicI64::new(platform.now().0);
        Self { platform, seen: now, looked, limit: AtomicI64::new(NEVER), copied: AtomicI64::new(NEVER) }
    }

    /// Notes that somebody is there.
    pub fn note(&self) {
        self.seen.store(self.platform.now().0, Ordering::Relaxed);
    }

    /// Sets after how long nobody counts as there; never, where none is given.
    pub fn set_limit(&self, limit: Option<Duration>) {
        let limit = limit.and_then(|limit| i64::try_from(limit.as_millis()).ok());
        self.limit.store(limit.unwrap_or(NEVER), Ordering::Relaxed);
    }

    /// Notes that something was copied with a button.
    pub fn copied(&self) {
        self.copied.store(self.platform.now().0.saturating_add(COPIED), Ordering::Relaxed);
    }

    /// Looks what is due.
    fn look(&self, now: Moment) -> Option<Due> {
        let (seen, looked) = (self.seen.load(Ordering::Relaxed), self.looked.swap(now.0, Ordering::Relaxed));
        if now.0 < seen {
            // The clock was put back: counting begins anew.
            self.seen.store(now.0, Ordering::Relaxed);
        }
        if now.0.saturating_sub(looked) > GAP {
            return Some(Due::Slept);
        }
        if now.0 >= self.copied.load(Ordering::Relaxed) {
            self.copied.store(NEVER, Ordering::Relaxed);
            return Some(Due::Copied);
        }
        (now.0.saturating_sub(seen) >= self.limit.load(Ordering::Relaxed)).then_some(Due::Idle)
    }

    /// Returns what falls due as time passes.
    pub fn subscription(self: &Arc<Self>) -> Subscription<Due> {
        Subscription::run_with(Watch(Arc::clone(self)), Watch::listen)
    }
}

#[derive(Clone)]
struct Watch(Arc<Presence>);

impl Hash for Watch {
    fn hash<H: Hasher>(&self, state: &mut H) {
        // There is one clock.
        "presence".hash(state);
    }
}

impl Watch {
    fn listen(&self) -> BoxStream<'static, Due> {
        let presence = Arc::clone(&self.0);
        stream::unfold(presence, |presence| async {
            loop {
                presence.platform.tick().await;
                if let Some(due) = presence.look(presence.platform.now()) {
                    return Some((due, presence));
                }
            }
        })
        .boxed()
    }
}

/// Where the system calls to lock, as a subscription needs it.
#[derive(Clone)]
pub struct Calls(pub Arc<dyn Platform>);

impl Hash for Calls {
    fn hash<H: Hasher>(&self, state: &mut H) {
        "calls to lock".hash(state);
    }
}

impl Calls {
    /// Returns the calls of the system to lock the card file.
    pub fn subscription(platform: &Arc<dyn Platform>) -> Subscription<()> {
        Subscription::run_with(Self(Arc::clone(platform)), |calls| calls.0.calls_to_lock())
    }
}

#[cfg(test)]
mod tests {
    use super::super::platform::Fake;
    use super::*;

    fn presence() -> (Presence, i64) {
        let presence = Presence::new(Arc::new(Fake::new("nowhere")));
        let start = presence.platform.now().0;
        (presence, start)
    }

    /// Looks once a second from one second on to another, and returns what fell due at which.
    fn pass(presence: &Presence, start: i64, seconds: std::ops::RangeInclusive<i64>) -> Vec<(i64, Due)> {
        seconds.filter_map(|second| Some((second, presence.look(Moment(start + second * 1000))?))).collect()
    }

    #[test]
    fn nobody_is_there_after_exactly_as_long_as_is_set() {
        let (presence, start) = presence();
        assert_eq!(pass(&presence, start, 1..=400), []);
        presence.set_limit(Some(Duration::from_secs(500)));
        assert_eq!(pass(&presence, start, 401..=499), []);
        assert_eq!(pass(&presence, start, 500..=501), [(500, Due::Idle), (501, Due::Idle)]);
        presence.set_limit(None);
        assert_eq!(pass(&presence, start, 502..=2000), []);
    }

    #[test]
    fn sleep_shows_in_the_clock() {
        let (presence, start) = presence();
        assert_eq!(pass(&presence, start, 1..=5), []);
        assert_eq!(pass(&presence, start, 50..=52), []);
        assert_eq!(pass(&presence, start, 113..=115), [(113, Due::Slept)]);
        // Put back, it locks nothing, and time counts from there.
        presence.set_limit(Some(Duration::from_secs(10)));
        assert_eq!(pass(&presence, start, -100..=-91), []);
        assert_eq!(pass(&presence, start, -90..=-90), [(-90, Due::Idle)]);
    }

    #[test]
    fn what_was_copied_leaves_once_after_half_a_minute() {
        let (presence, start) = presence();
        presence.copied();
        assert_eq!(pass(&presence, start, 1..=29), []);
        assert_eq!(pass(&presence, start, 30..=90), [(30, Due::Copied)]);
    }
}
