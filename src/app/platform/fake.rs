//! A world outside that answers as it was told to.

use std::collections::VecDeque;
use std::ffi::OsString;
use std::future::{Future, ready};
use std::io;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use iced::futures::stream::{self, BoxStream, StreamExt};
use tokio::sync::Semaphore;

use super::{Anew, Choice, Doorbell, Kinds, Platform};
use crate::model::{Moment, Zone};
use crate::office::mail::sending::Way;
use crate::transfer::Parser;
use crate::vault::keychain::{self, Keychain};

/// When a fake clock begins: 2026-11-22, 08:00 UTC, in milliseconds since 1970.
const MORNING: i64 = 1_795_334_400_000;

/// A world outside that answers as it was told to.
#[derive(Debug)]
pub struct Fake {
    folder: PathBuf,
    parser: Parser,
    mail: Way,
    answers: Mutex<VecDeque<PathBuf>>,
    opened: Mutex<Vec<String>>,
    anew: Mutex<Vec<Vec<OsString>>>,
    /// The time, in milliseconds since 1970.
    now: Arc<AtomicI64>,
    /// Seconds that have yet to pass: each passes when the program waits for it.
    seconds: Arc<Semaphore>,
    calls: Arc<Semaphore>,
    keychain: Arc<keychain::Fake>,
}

impl Fake {
    /// Returns a world whose folders all lie in one folder.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: folder.into(),
            parser: Parser::Here,
            mail: Way::default(),
            answers: Mutex::default(),
            opened: Mutex::default(),
            anew: Mutex::default(),
            now: Arc::new(AtomicI64::new(MORNING)),
            seconds: Arc::new(Semaphore::new(0)),
            calls: Arc::new(Semaphore::new(0)),
            keychain: Arc::default(),
        }
    }

    /// Says who reads files from outside.
    #[must_use]
    pub fn with_parser(self, parser: Parser) -> Self {
        Self { parser, ..self }
    }

    /// Says in which way mail is sent.
    #[must_use]
    pub fn with_mail(self, mail: Way) -> Self {
        Self { mail, ..self }
    }

    /// Says what the next dialog answers. One that was told nothing answers nothing.
    pub fn answer(&self, path: impl Into<PathBuf>) {
        self.answers.lock().unwrap_or_else(PoisonError::into_inner).push_back(path.into());
    }

    /// Returns what was to be opened outside.
    pub fn opened(&self) -> Vec<String> {
        self.opened.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Returns with what the program was to be started anew, each time.
    pub fn started_anew(&self) -> Vec<Vec<OsString>> {
        self.anew.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Lets seconds pass, one after the other, as far as the program waits for them.
    pub fn pass(&self, seconds: usize) {
        self.seconds.add_permits(seconds);
    }

    /// Answers whether all seconds have passed.
    pub fn has_passed(&self) -> bool {
        self.seconds.available_permits() == 0
    }

    /// Lets the computer sleep: the clock goes on, and nothing else.
    pub fn sleep(&self, time: Duration) {
        let slept = i64::try_from(time.as_millis()).unwrap_or(i64::MAX);
        self.now.fetch_add(slept, Ordering::Relaxed);
        self.pass(1);
    }

    /// Tells that the card file is to be locked, as the system does when its screen is.
    pub fn call_to_lock(&self) {
        self.calls.add_permits(1);
    }

    /// Returns the keychain, which can be told to refuse.
    pub fn fake_keychain(&self) -> &keychain::Fake {
        &self.keychain
    }

    fn next(&self) -> Choice {
        Box::pin(ready(self.answers.lock().unwrap_or_else(PoisonError::into_inner).pop_front()))
    }
}

impl Platform for Fake {
    fn settings_folder(&self) -> PathBuf {
        self.folder.join("settings")
    }

    fn usual_place(&self) -> PathBuf {
        self.folder.join("Kartotek")
    }

    fn documents(&self) -> PathBuf {
        self.folder.clone()
    }

    fn sample_place(&self) -> PathBuf {
        self.folder.join("sample")
    }

    fn pick_file(&self, _title: &str, _kinds: Kinds) -> Choice {
        self.next()
    }

    fn pick_folder(&self, _title: &str) -> Choice {
        self.next()
    }

    fn save_file(&self, _title: &str, _suggested: &str) -> Choice {
        self.next()
    }

    fn open_outside(&self, address: &str) -> io::Result<()> {
        self.opened.lock().unwrap_or_else(PoisonError::into_inner).push(address.to_owned());
        Ok(())
    }

    fn zone(&self) -> Zone {
        Zone::utc()
    }

    fn wants_contrast(&self) -> bool {
        false
    }

    fn doorbell(&self, vault: &Path) -> Doorbell {
        Doorbell::new(&self.settings_folder().join("run"), vault)
    }

    fn parser(&self) -> Parser {
        self.parser.clone()
    }

    fn mail(&self) -> Way {
        self.mail.clone()
    }

    fn now(&self) -> Moment {
        Moment(self.now.load(Ordering::Relaxed))
    }

    fn tick(&self) -> Pin<Box<dyn Future<Output = ()> + Send>> {
        let (now, seconds) = (Arc::clone(&self.now), Arc::clone(&self.seconds));
        Box::pin(async move {
            if let Ok(second) = seconds.acquire().await {
                second.forget();
            }
            now.fetch_add(1000, Ordering::Relaxed);
        })
    }

    fn calls_to_lock(&self) -> BoxStream<'static, ()> {
        let calls = Arc::clone(&self.calls);
        stream::unfold(calls, |calls| async {
            calls.acquire().await.ok()?.forget();
            Some(((), calls))
        })
        .boxed()
    }

    fn start_anew(&self, called_with: Vec<OsString>) -> io::Result<Anew> {
        self.anew.lock().unwrap_or_else(PoisonError::into_inner).push(called_with);
        Ok(Anew::Here)
    }

    /// The clipboard of the window will do: a test can look into it.
    fn copy(&self, _text: &str) -> bool {
        false
    }

    fn clear_copied(&self, _text: &str) -> bool {
        false
    }

    fn keychain(&self) -> Arc<dyn Keychain> {
        let keychain: Arc<dyn Keychain> = self.keychain.clone();
        keychain
    }
}
