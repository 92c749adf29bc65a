//! The program was started a second time with the card file of this window: the window comes to the front.

use std::hash::{Hash, Hasher};
use std::path::PathBuf;
use std::sync::Arc;

use iced::futures::stream::BoxStream;
use iced::{Subscription, Task, window};

use super::platform::Platform;
use super::{App, Message, Stage};

impl App {
    /// Returns the rings at the doorbell of the card file that this window shows or asks the passphrase of.
    pub(super) fn doorbell(&self) -> Subscription<()> {
        let folder = match &self.stage {
            Stage::Start(start) => start.folder().map(PathBuf::from),
            Stage::Inside(session) if !session.sample => Some(session.office().folder().to_path_buf()),
            Stage::Inside(_) | Stage::Closing => None,
        };
        let Some(folder) = folder else { return Subscription::none() };
        Subscription::run_with(Door { folder, platform: Arc::clone(&self.platform) }, Door::listen)
    }
}

/// Brings the window to the front, or, where the system lets no program do that, asks for attention.
pub(super) fn to_the_front() -> Task<Message> {
    window::latest().and_then(|id| {
        Task::batch([
            window::minimize(id, false),
            window::gain_focus(id),
            window::request_user_attention(id, Some(window::UserAttention::Informational)),
        ])
    })
}

struct Door {
    folder: PathBuf,
    platform: Arc<dyn Platform>,
}

impl Hash for Door {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.folder.hash(state);
    }
}

impl Door {
    fn listen(&self) -> BoxStream<'static, ()> {
        self.platform.doorbell(&self.folder).listen()
    }
}
