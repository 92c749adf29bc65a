//! Whether a message may still leave: asked again inside the transaction after which its text is on the way.

use crate::model::outbox::Message;
use crate::office::{Desk, Error};

/// Returns why a message may not leave any more, in words; none where it may.
///
/// # Errors
/// The database's.
pub(in crate::office) fn still(_desk: &Desk<'_>, _message: &Message) -> Result<Option<String>, Error> {
    Ok(None)
}
