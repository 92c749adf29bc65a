//! Codes by which an answer is known: each was sent to one person, for one thing they can answer.
//!
//! A code is short enough for a subject line, holds only signs that survive addresses and subjects in any case of
//! letters, and tells nobody but the office what it stands for.

use super::{Moment, list, mailing, person, report, wording};

/// What somebody can answer with a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// That they want no more of it.
    Unsubscribe {
        /// The mailing it stood in.
        mailing: Option<mailing::Id>,
        /// The type of mailings; none for all of them.
        kind: Option<list::Id>,
    },
    /// What they want from now on: fewer, only some, nothing, or what is held about them.
    Preferences,
    /// That it was them who consented.
    Confirm {
        /// To which purpose.
        purpose: list::Id,
        /// What they were shown.
        wording: wording::Id,
    },
    /// What is to be changed of what a report told them.
    Answer {
        /// The report.
        report: report::Id,
    },
}

impl Purpose {
    /// The keys of all purposes.
    pub const KEYS: [&'static str; 4] = ["unsubscribe", "preferences", "confirm", "answer"];

    /// Returns the purpose's key in the file; its text is `token-purpose-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Unsubscribe { .. } => "unsubscribe",
            Self::Preferences => "preferences",
            Self::Confirm { .. } => "confirm",
            Self::Answer { .. } => "answer",
        }
    }
}

/// What a code stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Whom it was sent to.
    pub person: person::Id,
    /// What they can answer with it.
    pub purpose: Purpose,
    /// When it was made.
    pub at: Moment,
    /// Until when it is taken; none for ever, as nobody's no is ever too late.
    pub ends_at: Option<Moment>,
}

impl Token {
    /// Returns whether it is taken no more.
    pub fn is_over(&self, now: Moment) -> bool {
        self.ends_at.is_some_and(|end| end < now)
    }
}

/// What somebody says with a code for wishes; it stands behind the code in the prepared subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// Fewer, or only these: the message lists the types.
    Types,
    /// No mailings at all.
    Nothing,
    /// What is held about them.
    About,
}

impl Wish {
    /// All wishes.
    pub const ALL: [Self; 3] = [Self::Types, Self::Nothing, Self::About];

    /// Returns the word behind the code; the text of its subject is `token-wish-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Types => "types",
            Self::Nothing => "nothing",
            Self::About => "about",
        }
    }

    /// Returns the wish that stands behind the first code of a subject.
    pub fn read(subject: &str) -> Option<Self> {
        let mut words = subject.split(|sign: char| !sign.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        words.find(|word| found(word).next().is_some())?;
        let word = words.next()?;
        Self::ALL.into_iter().find(|wish| wish.key().eq_ignore_ascii_case(word))
    }
}

/// How a code begins.
const MARK: &str = "kt";
/// How many signs follow: 16 bytes in base32 (RFC 4648), without padding.
const SIGNS: usize = 26;

/// Returns the text of a code.
pub fn text(bytes: [u8; 16]) -> String {
    format!("{MARK}{}", data_encoding::BASE32_NOPAD.encode(&bytes).to_ascii_lowercase())
}

/// Returns what may be codes in a text, such as a subject or an address, also one that is encoded for a link (RFC 3986,
/// 2.1): `unsubscribe%20kt…`.
pub fn found(text: &str) -> impl Iterator<Item = [u8; 16]> + '_ {
    let mut before = [' '; 2];
    text.split(move |sign: char| {
        // The two digits behind a percent sign stand for a sign, and are no part of a code.
        let is_encoded = before.contains(&'%') && sign.is_ascii_hexdigit();
        before = [before[1], sign];
        is_encoded || !sign.is_ascii_alphanumeric()
    })
    .filter_map(|word| {
        let (mark, signs) = word.split_at_checked(MARK.len())?;
        if !mark.eq_ignore_ascii_case(MARK) || signs.len() != SIGNS {
            return None;
        }
        data_encoding::BASE32_NOPAD.decode(signs.to_ascii_uppercase().as_bytes()).ok()?.try_into().ok()
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_wish_stands_behind_its_code() {
        let code = text([7; 16]);
        for wish in Wish::ALL {
            assert_eq!(Wish::read(&format!("Sv: Ingen flere [{code} {}]", wish.key().to_uppercase())), Some(wish));
        }
        for other in ["nothing", &code, &format!("{code} please nothing")] {
            assert_eq!(Wish::read(other), None, "{other}");
        }
    }

    #[test]
    fn a_code_is_found_wherever_mail_puts_it() {
        let bytes = *b"0123456789abcdef";
        let code = text(bytes);
        assert!(code.len() == 28 && code.bytes().all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit()));
        for around in [
            code.clone(),
            code.to_uppercase(),
            format!("Re: Unsubscribe [{code}]"),
            format!("office+{code}@example.org"),
            format!("ktabc kt {code}\r\n"),
            format!("<mailto:post@example.org?subject=unsubscribe%20{code}>"),
            format!("?subject=x%5B{code}%5d&body=20%25"),
        ] {
            assert_eq!(found(&around).collect::<Vec<_>>(), [bytes], "{around}");
        }
        for other in
            ["", "kt", "å", "ktø", &code[1..], &format!("{code}a"), &format!("x{code}"), "kt11111111111111111111111111"]
        {
            assert_eq!(found(other).count(), 0, "{other}");
        }
    }
}
