//! What writes change, as a stream of messages.

use std::hash::{Hash, Hasher};
use std::sync::{Arc, Mutex, PoisonError};

use iced::futures::stream::{self, BoxStream, StreamExt};
use tokio::sync::broadcast::{Receiver, error::RecvError};

use crate::model::change::Changes;

/// What writes change, from the beginning of a session on.
#[derive(Clone)]
pub(super) struct Feed {
    id: u64,
    /// Taken when the window begins to listen; it listens once.
    receiver: Arc<Mutex<Option<Receiver<Changes>>>>,
}

impl Hash for Feed {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.id.hash(state);
    }
}

impl Feed {
    /// Returns the feed of a session.
    pub(super) fn new(id: u64, receiver: Receiver<Changes>) -> Self {
        Self { id, receiver: Arc::new(Mutex::new(Some(receiver))) }
    }

    /// Returns the stream of what writes change from the beginning on.
    pub(super) fn listen(&self) -> BoxStream<'static, Changes> {
        let receiver = self.receiver.lock().unwrap_or_else(PoisonError::into_inner).take();
        stream::unfold(receiver, |receiver| async {
            let mut receiver = receiver?;
            let changes = match receiver.recv().await {
                Ok(changes) => changes,
                // So much was written that not every change was kept.
                Err(RecvError::Lagged(_)) => Changes { everything: true, settings: true, ..Changes::default() },
                Err(RecvError::Closed) => return None,
            };
            Some((changes, Some(receiver)))
        })
        .boxed()
    }
}
