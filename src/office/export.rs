//! What screens show, as files.

use std::path::Path;

use super::legal_basis::Overview;
use super::{Desk, Error};

/// Writes what the legal-basis dialog shows to a workbook.
pub(super) fn legal_basis(_desk: &Desk<'_>, _overview: &Overview, _path: &Path) -> Result<(), Error> {
    Err(Error::Failed)
}
