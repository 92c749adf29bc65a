//! Copying so that the system's history of what was copied leaves it out.

use std::sync::{Mutex, PoisonError};

use arboard::Clipboard;

/// The system's clipboard, opened when something is copied: on X11, what was copied is there only as long as this is.
#[derive(Default)]
pub struct Copying(Mutex<Option<Clipboard>>);

impl Copying {
    /// Copies a text; answers whether it could.
    ///
    /// Not on Wayland: there a program without the keyboard may copy only where the desktop lets it, and the window's
    /// own way always works.
    pub fn copy(&self, text: &str) -> bool {
        if std::env::var_os("WAYLAND_DISPLAY").is_some_and(|display| !display.is_empty()) {
            return false;
        }
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if held.is_none() {
            *held = Clipboard::new().ok();
        }
        held.as_mut().is_some_and(|clipboard| left_out(clipboard.set()).text(text).is_ok())
    }

    /// Empties the clipboard if it still holds a text; answers whether it could look.
    pub fn clear(&self, text: &str) -> bool {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(clipboard) = held.as_mut() else { return false };
        match clipboard.get_text() {
            Ok(found) if found == text => clipboard.clear().is_ok(),
            // Something else is there by now, or nothing that is a text.
            Ok(_) | Err(_) => true,
        }
    }
}

#[cfg(all(unix, not(target_os = "macos")))]
fn left_out(set: arboard::Set<'_>) -> arboard::Set<'_> {
    arboard::SetExtLinux::exclude_from_history(set)
}

#[cfg(target_os = "macos")]
fn left_out(set: arboard::Set<'_>) -> arboard::Set<'_> {
    arboard::SetExtApple::exclude_from_history(set)
}

#[cfg(windows)]
fn left_out(set: arboard::Set<'_>) -> arboard::Set<'_> {
    use arboard::SetExtWindows;
    set.exclude_from_history().exclude_from_cloud().exclude_from_monitoring()
}
