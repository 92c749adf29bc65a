//! Addresses at which nothing arrives.

use crate::office::{Desk, Error};

/// Returns why nothing is sent to an address any more; none where it takes mail, as far as is known.
pub(in crate::office) fn why(_desk: &Desk<'_>, _address: &str) -> Result<Option<String>, Error> {
    Ok(None)
}
