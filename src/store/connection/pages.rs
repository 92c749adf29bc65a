//! The pages of the file as they lie on the disk, decrypted one by one: also those that no table uses any more, which no
//! statement shows.

use std::io::{ErrorKind, Read};

use aes::Aes256;
use cbc::Decryptor;
use cbc::cipher::{BlockModeDecrypt, KeyIvInit};
use zeroize::Zeroizing;

use super::{PAGE_BYTES, PLAIN_HEADER, RawKey, SALT_BYTES};
use crate::store::error::Error;

/// Bytes of a page.
pub const PAGE: usize = PAGE_BYTES as usize;
const IV_BYTES: usize = 16;
/// What SQLCipher keeps at the end of each page: how it was encrypted, and a code over it (HMAC-SHA512).
const RESERVED: usize = IV_BYTES + 64;
const BLOCK: usize = 16;

/// Calls `each` with every page that a reader of an encrypted file gives, until it fails; returns how many there were.
///
/// The codes of pages are not verified: [`super::Db::integrity`] does.
///
/// # Errors
/// The file system's, [`Error::Damaged`] where the last page is cut, or what `each` fails with.
pub fn each_page<E: From<Error>>(
    mut from: impl Read,
    key: &RawKey,
    mut each: impl FnMut(&[u8]) -> Result<(), E>,
) -> Result<u64, E> {
    let mut page = Zeroizing::new(vec![0; PAGE]);
    let mut count = 0;
    while fill(&mut from, &mut page)? {
        each(open(&mut page, key, count == 0))?;
        count += 1;
    }
    Ok(count)
}

/// Decrypts a page in its place, and returns what it holds; `first` says whether it is the first of the file.
pub fn open<'p>(page: &'p mut [u8], key: &RawKey, first: bool) -> &'p [u8] {
    let Some((content, reserved)) = page.split_at_mut_checked(PAGE - RESERVED) else { return &[] };
    let encrypted = if first { &mut content[SALT_BYTES..] } else { &mut content[..] };
    let mut vector = [0; IV_BYTES];
    vector.copy_from_slice(&reserved[..IV_BYTES]);
    let mut cipher = Decryptor::<Aes256>::new((&*key.key).into(), &vector.into());
    let (blocks, _) = cbc::cipher::Array::slice_as_chunks_mut(encrypted);
    cipher.decrypt_blocks(blocks);
    if first {
        content[..SALT_BYTES].copy_from_slice(PLAIN_HEADER);
    }
    content
}

/// Fills a page; answers false at the end.
fn fill(from: &mut impl Read, page: &mut [u8]) -> Result<bool, Error> {
    let mut filled = 0;
    while filled < page.len() {
        match from.read(&mut page[filled..]) {
            Ok(0) if filled == 0 => return Ok(false),
            Ok(0) => return Err(Error::Damaged),
            Ok(read) => filled += read,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(true)
}

const _: () = assert!((PAGE - RESERVED).is_multiple_of(BLOCK) && (PAGE - RESERVED - SALT_BYTES).is_multiple_of(BLOCK));

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::Db;
    use super::*;
    use std::fs::File;

    #[test]
    fn what_was_written_stands_in_the_pages_and_what_was_deleted_in_free_ones() {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("one.db");
        let key = || RawKey::new([1; 32], [7; 16]);
        let db = Db::create(&path, &key()).unwrap();
        db.sql().execute_batch("PRAGMA secure_delete = OFF; CREATE TABLE words (word TEXT)").unwrap();
        for number in 0..2_000 {
            db.sql().execute("INSERT INTO words VALUES (?1)", [format!("geheim{number:04}")]).unwrap();
        }
        db.checkpoint().unwrap();
        let seen = |word: &str| {
            let mut seen = 0;
            let count = each_page(File::open(&path).unwrap(), &key(), |page| {
                seen += memchr::memmem::find_iter(page, word.as_bytes()).count();
                Ok::<_, Error>(())
            });
            (seen, count.unwrap())
        };
        let (found, pages) = seen("geheim");
        // A page that was split may hold a second copy of what moved.
        assert!(found >= 2_000, "{found}");
        assert_eq!(i64::try_from(pages).unwrap(), db.page_statistics().unwrap().pages);
        assert_eq!(seen("SQLite format 3").0, 1);
        db.sql().execute_batch("DELETE FROM words").unwrap();
        db.checkpoint().unwrap();
        assert!(seen("geheim").0 > 1_000, "they lie in free pages");
        assert!(memchr::memmem::find(&std::fs::read(&path).unwrap(), b"geheim").is_none());
        db.vacuum().unwrap();
        db.checkpoint().unwrap();
        assert_eq!(seen("geheim").0, 0);
    }
}
