//! The end of the chain, as it is written down and compared.

use crate::i18n;
use crate::model::user::Right;
use crate::office::{Desk, Error};
use crate::store;
use crate::t;
use crate::vault::Head;

/// How many signs stand together.
const GROUP: usize = 4;
/// How many groups are printed: 64 bits, which nobody makes up.
const PRINTED: usize = 4;

fn groups(mac: &[u8]) -> Vec<String> {
    let signs: Vec<char> = data_encoding::HEXLOWER.encode(mac).chars().collect();
    signs.chunks(GROUP).map(|group| group.iter().collect()).collect()
}

fn with_number(head: &Head, groups: &[String]) -> String {
    std::iter::once(&head.count.to_string()).chain(groups).map(String::as_str).collect::<Vec<_>>().join("-")
}

/// Returns the end of a chain as it is copied: the number of the last entry, and all that ties it to those before it.
pub fn code(head: &Head) -> String {
    with_number(head, &groups(&head.mac))
}

/// Returns the same, as much of it as is printed on what is handed out.
pub fn short_code(head: &Head) -> String {
    let mut groups = groups(&head.mac);
    groups.truncate(PRINTED);
    with_number(head, &groups)
}

/// Returns where the journal ends. Anybody may know.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn end(desk: &Desk<'_>) -> Result<Head, Error> {
    desk.require(Right::See)?;
    super::head(desk.db())
}

/// Returns the line for everything that is handed out: how the journal ends, and the day.
///
/// Whoever hands something out enters that first, so that the entry about it is among those the line vouches for.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn head_words(desk: &Desk<'_>) -> Result<String, Error> {
    let (head, lang) = (end(desk)?, desk.lang());
    Ok(t!(lang, "journal-head-words", head = short_code(&head), date = i18n::date(lang, desk.today())))
}

/// What comparing the journal with a head that was noted somewhere found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compared {
    /// The journal goes on from there.
    Same {
        /// The entry that was noted.
        entry: i64,
    },
    /// The entry of that number is another one.
    Other {
        /// The entry that was noted.
        entry: i64,
    },
    /// There are fewer entries.
    Shorter {
        /// How many there are.
        entries: i64,
    },
    /// The entry of that number was removed, because the office keeps none that old.
    Removed {
        /// The entry that was noted.
        entry: i64,
    },
    /// What was typed is no such head.
    Unreadable,
}

/// Compares the journal with a head as it was copied or printed. Anybody may.
///
/// # Errors
/// [`Error::Forbidden`], or the database's.
pub fn compare(desk: &Desk<'_>, noted: &str) -> Result<Compared, Error> {
    let Some((entry, signs)) = parse(noted) else { return Ok(Compared::Unreadable) };
    let entries = end(desk)?.count;
    if entry > entries {
        return Ok(Compared::Shorter { entries });
    }
    let removed = Head::of_removed(desk.db())?;
    if entry < removed.count {
        return Ok(Compared::Removed { entry });
    }
    let mac = if entry == removed.count {
        removed.mac
    } else {
        store::journal::mac_at(desk.db(), entry)?.unwrap_or_default()
    };
    let is_same = data_encoding::HEXLOWER.encode(&mac).starts_with(&signs);
    Ok(if is_same { Compared::Same { entry } } else { Compared::Other { entry } })
}

/// Reads a number and at least the signs that are printed, however they are parted.
fn parse(noted: &str) -> Option<(i64, String)> {
    let mut parts = noted.split(|sign: char| !sign.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    let entry = parts.next()?.parse().ok().filter(|entry| *entry > 0)?;
    let signs = parts.collect::<String>().to_ascii_lowercase();
    let is_head = (PRINTED * GROUP..=64).contains(&signs.len()) && signs.bytes().all(|sign| sign.is_ascii_hexdigit());
    is_head.then_some((entry, signs))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::list;
    use crate::office::persons;
    use crate::office::tests::{named, office};

    #[test]
    fn a_head_is_read_however_it_is_parted() {
        let read = Some((1234, "ab12cd34ef567890".to_owned()));
        for (typed, expected) in [
            ("1234-ab12-cd34-ef56-7890", read.clone()),
            (" 1234 AB12 cd34ef56 7890.", read),
            ("1234-ab12-cd34-ef56", None),
            ("1234", None),
            ("ab12 cd34 ef56 7890", None),
            ("0-ab12-cd34-ef56-7890", None),
            ("1234-ab12-cd34-ef56-789x", None),
            ("", None),
        ] {
            assert_eq!(parse(typed), expected, "{typed}");
        }
    }

    #[test]
    fn a_head_that_was_noted_is_known_again() {
        let (_dir, office) = office();
        let end_now = || office.read(|desk| end(desk)).wait().unwrap();
        let compared = |noted: String| office.read(move |desk| compare(desk, &noted)).wait().unwrap();
        let first = end_now();
        assert_eq!(code(&first).split('-').count(), 17);
        office.write(|desk| persons::add(desk, named("Kari", "Nordli"), None, list::SOURCE_USER)).wait().unwrap();
        let words = office.read(|desk| head_words(desk)).wait().unwrap();
        assert!(words.contains(&short_code(&end_now())), "{words}");
        assert_eq!(compared(code(&first)), Compared::Same { entry: 1 });
        assert_eq!(compared(short_code(&first)), Compared::Same { entry: 1 });
        let other = Head { count: 2, ..first.clone() };
        assert_eq!(compared(short_code(&other)), Compared::Other { entry: 2 });
        assert_eq!(compared(short_code(&Head { count: 3, ..first })), Compared::Shorter { entries: 2 });
        assert_eq!(compared("none".to_owned()), Compared::Unreadable);
    }
}
