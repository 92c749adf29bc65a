//! A doorbell at the window: a second start of the program rings, and the window of the first comes to the front.
//!
//! It is a socket on Unix, in a folder of the user's own and with mode 0600, and a named pipe on Windows. Nothing is
//! said through it but that somebody rang.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use iced::futures::channel::mpsc::{self, UnboundedSender};
use iced::futures::stream::{BoxStream, StreamExt};
use interprocess::local_socket::traits::{ListenerExt as _, Stream as _};
use interprocess::local_socket::{Listener, ListenerOptions, Name, Stream};
use sha2::{Digest, Sha256};

const RING: &[u8] = b"raise\n";
const HEARD: &[u8] = b"!";
/// How long to wait for who says nothing, on both sides of the door, and before the bell is tried again while another
/// window has it.
const A_MOMENT: Duration = Duration::from_secs(1);

/// The doorbell of the window that shows the card file in a folder.
#[derive(Clone, Debug)]
pub struct Doorbell(PathBuf);

impl Doorbell {
    /// Returns the doorbell for a card file; `place` is the folder for sockets.
    pub fn new(place: &Path, vault: &Path) -> Self {
        // Two ways to the same folder lead to the same door.
        let vault = fs::canonicalize(vault).unwrap_or_else(|_| vault.to_owned());
        let hash = Sha256::digest(vault.as_os_str().as_encoded_bytes());
        // Short, as a socket's path has some 100 bytes at the most.
        Self(place.join(data_encoding::HEXLOWER.encode(&hash[..8])))
    }

    /// Rings; answers whether a window has heard it.
    pub fn ring(&self) -> bool {
        let Ok(mut door) = self.connect() else { return false };
        door.write_all(RING).is_ok() && says(&mut door, HEARD)
    }

    /// Returns what tells of every ring, as long as it is kept. While another window has the bell, it waits for it.
    pub fn listen(self) -> BoxStream<'static, ()> {
        let (sender, receiver) = mpsc::unbounded();
        let listening = Listening { bell: self.clone(), ended: Arc::default() };
        let ended = Arc::clone(&listening.ended);
        let started = thread::Builder::new().name("doorbell".into()).spawn(move || self.attend(&sender, &ended));
        if let Err(error) = started {
            tracing::warn!(kind = ?error.kind(), "nobody hears a second start of the program");
        }
        receiver
            .map(move |()| {
                let _ = &listening;
            })
            .boxed()
    }

    fn attend(&self, rung: &UnboundedSender<()>, ended: &AtomicBool) {
        let listener = loop {
            match self.install() {
                Ok(listener) => break listener,
                Err(error) if error.kind() == io::ErrorKind::AddrInUse => thread::sleep(A_MOMENT),
                Err(error) => {
                    tracing::warn!(kind = ?error.kind(), "nobody hears a second start of the program");
                    return;
                }
            }
            if ended.load(Ordering::Acquire) {
                return;
            }
        };
        for door in listener.incoming() {
            if ended.load(Ordering::Acquire) {
                return;
            }
            // Who looks whether there is a door says nothing.
            if let Ok(mut door) = door
                && says(&mut door, RING)
            {
                if rung.unbounded_send(()).is_err() {
                    return;
                }
                let _ = door.write_all(HEARD);
            }
        }
    }

    fn install(&self) -> io::Result<Listener> {
        // Who answers is another window; a socket that nobody answers at was left behind, and is replaced.
        if self.connect().is_ok() {
            return Err(io::ErrorKind::AddrInUse.into());
        }
        #[cfg(unix)]
        if let Some(place) = self.0.parent() {
            use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
            fs::DirBuilder::new().recursive(true).mode(0o700).create(place)?;
            fs::set_permissions(place, PermissionsExt::from_mode(0o700))?;
        }
        let listener = ListenerOptions::new().name(self.name()?).try_overwrite(true).create_sync()?;
        #[cfg(unix)]
        fs::set_permissions(&self.0, std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
        Ok(listener)
    }

    fn connect(&self) -> io::Result<Stream> {
        Stream::connect(self.name()?)
    }

    #[cfg(unix)]
    fn name(&self) -> io::Result<Name<'_>> {
        use interprocess::local_socket::{GenericFilePath, ToFsName};
        self.0.as_path().to_fs_name::<GenericFilePath>()
    }

    #[cfg(windows)]
    fn name(&self) -> io::Result<Name<'static>> {
        use interprocess::local_socket::{GenericNamespaced, ToNsName};
        // Pipes have no folders.
        let name = self.0.file_name().unwrap_or_default().to_string_lossy();
        format!("kartotek-{name}").to_ns_name::<GenericNamespaced>()
    }
}

/// Whether the other side says these words.
fn says(door: &mut Stream, words: &[u8]) -> bool {
    // Where there is no such limit, the other side ends soon anyway.
    let _ = door.set_recv_timeout(Some(A_MOMENT));
    let mut said = vec![0; words.len()];
    door.read_exact(&mut said).is_ok() && said == words
}

/// Ends the listening when it is dropped.
struct Listening {
    bell: Doorbell,
    ended: Arc<AtomicBool>,
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Release);
        // Wakes the thread at the door, which takes the bell away.
        let _ = self.bell.connect();
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::time::Instant;

    use super::*;
    use iced::futures::executor::block_on;
    #[cfg(unix)]
    use interprocess::local_socket::traits::Listener as _;

    /// Waits for the thread at the door.
    fn until(condition: impl Fn() -> bool) {
        let begun = Instant::now();
        while !condition() {
            assert!(begun.elapsed() < Duration::from_secs(60), "the thread at the door has not done its part");
            thread::yield_now();
        }
    }

    #[test]
    fn a_ring_is_heard_as_long_as_somebody_listens() {
        let dir = tempfile::tempdir().unwrap();
        let (place, vault) = (dir.path().join("run"), dir.path().join("vault"));
        fs::create_dir(&vault).unwrap();
        let bell = Doorbell::new(&place, &vault);
        assert!(!bell.ring(), "nobody is there");
        let mut rings = bell.clone().listen();
        until(|| bell.ring());
        block_on(rings.next()).unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
            until(|| mode(&bell.0) == 0o600);
            assert_eq!(mode(&place), 0o700);
            // The same folder by another way, and another folder.
            assert!(Doorbell::new(&place, &vault.join("../vault")).ring());
            block_on(rings.next()).unwrap();
        }
        assert!(!Doorbell::new(&place, dir.path()).ring());

        // Another window with the same card file waits until the bell is free.
        let mut others = bell.clone().listen();
        drop(rings);
        until(|| bell.ring());
        block_on(others.next()).unwrap();
        drop(others);
        until(|| !bell.ring());
    }

    #[cfg(unix)]
    #[test]
    fn a_bell_that_was_left_behind_is_replaced() {
        let dir = tempfile::tempdir().unwrap();
        let bell = Doorbell::new(&dir.path().join("run"), dir.path());
        let mut left = bell.install().unwrap();
        left.do_not_reclaim_name_on_drop();
        drop(left);
        assert!(bell.0.exists() && !bell.ring());
        let mut rings = bell.clone().listen();
        until(|| bell.ring());
        block_on(rings.next()).unwrap();
    }
}
