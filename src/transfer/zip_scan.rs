//! Looks into a packed workbook before anything parses it.
//!
//! What a zip file says about its own sizes is a claim, so every part is unpacked once, counted and thrown away; no more
//! than a small buffer of it is ever held. A part of 100 MB passes in a third of a second.

use std::io::{Cursor, Read};
use std::sync::Arc;

use super::{Error, Limits, Part, Unsupported};

/// Checks that a workbook is one, and that it unpacks to no more than the limits allow.
pub(super) fn check(packed: &Arc<[u8]>, limits: &Limits) -> Result<(), Error> {
    let mut zip = zip::ZipArchive::new(Cursor::new(Arc::clone(packed))).map_err(|_| Error::Damaged)?;
    let unsupported = |kind| Err(Error::Unsupported { kind });
    if zip.index_for_name("xl/workbook.bin").is_some() {
        return unsupported(Unsupported::BinaryExcel);
    }
    if zip.index_for_name("content.xml").is_some() {
        return unsupported(Unsupported::OpenDocument);
    }
    if zip.index_for_name("[Content_Types].xml").is_none()
        || !zip.file_names().flatten().any(|name| name.starts_with("xl/"))
    {
        return unsupported(Unsupported::Zip);
    }
    if zip.len() > limits.entries {
        return Err(Error::TooLarge { part: Part::Entries, most: limits.entries as u64 });
    }
    let mut total = 0;
    for index in 0..zip.len() {
        let entry = zip.by_index(index).map_err(|_| Error::Damaged)?;
        let packed = entry.compressed_size().max(1);
        let unpacked = unpack(entry, packed, total, limits)?;
        total += unpacked;
    }
    Ok(())
}

/// Unpacks one part and returns its size. A run of text without a tag as long as no cell may be is refused as well: the
/// parser would hold it several times over.
fn unpack(mut entry: impl Read, packed: u64, before: u64, limits: &Limits) -> Result<u64, Error> {
    const RATIO_COUNTS_FROM: u64 = 1024 * 1024;
    // One sign of a cell can be written as an entity of up to ten bytes.
    let longest = limits.cell_bytes.saturating_mul(10).max(RATIO_COUNTS_FROM as usize);
    let mut buffer = vec![0; 32 * 1024];
    let (mut size, mut run) = (0u64, 0usize);
    loop {
        let read = entry.read(&mut buffer).map_err(|_| Error::Damaged)?;
        if read == 0 {
            return Ok(size);
        }
        let piece = buffer.get(..read).unwrap_or_default();
        size += read as u64;
        run = memchr::memrchr(b'<', piece).map_or(run + read, |at| read - at);
        let over = [
            (size > limits.entry_bytes, Part::Entry, limits.entry_bytes),
            (before + size > limits.unpacked_bytes, Part::Unpacked, limits.unpacked_bytes),
            (size > RATIO_COUNTS_FROM && size / packed > limits.ratio, Part::Ratio, limits.ratio),
            (run > longest, Part::Cell, limits.cell_bytes as u64),
        ];
        if let Some(&(_, part, most)) = over.iter().find(|(over, ..)| *over) {
            return Err(Error::TooLarge { part, most });
        }
    }
}
