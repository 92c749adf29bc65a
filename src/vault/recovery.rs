//! The recovery key: 160 random bits on a sheet of paper.
//!
//! Written in Crockford's base32 (no I, L, O, U), 32 characters and 4 of checksum, in nine groups of four. Reading
//! forgives small letters, spaces, dashes, and the look-alikes O/0 and I/L/1.

use std::fmt;

use sha2::{Digest, Sha256};
use zeroize::{Zeroize, ZeroizeOnDrop};

use super::error::Error;
use super::seal;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const BYTES: usize = 20;
const CHARACTERS: usize = 32;
const CHECK_CHARACTERS: usize = 4;
const GROUP: usize = 4;

/// Opens a vault when the passphrase is lost. `Display` writes it for printing; there is no `Debug`.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct RecoveryKey([u8; BYTES]);

/// Says what is wrong with a recovery key as typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Misread {
    /// There are more or fewer than 36 letters and digits.
    #[error("a recovery key has 36 letters and digits, this has {found}")]
    Length {
        /// How many there are, not counting spaces and dashes.
        found: usize,
    },
    /// A sign that no recovery key has.
    #[error("the sign in place {place} is not one a recovery key has")]
    Sign {
        /// Counted from 1, not counting spaces and dashes.
        place: usize,
    },
    /// Some sign is not the one on the paper.
    #[error("the recovery key has a typing mistake")]
    Checksum,
}

impl RecoveryKey {
    /// Makes a new key, which opens nothing yet.
    ///
    /// # Errors
    /// [`Error::NoRandomness`].
    pub fn generate() -> Result<Self, Error> {
        Ok(Self(seal::random()?))
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// Reads a recovery key as a person types it.
    ///
    /// # Errors
    /// [`Misread`] tells a wrong length, a wrong sign and a mistyped one apart.
    pub fn parse(text: &str) -> Result<Self, Misread> {
        let signs = || text.chars().filter(|sign| !sign.is_whitespace() && !"-–—_.".contains(*sign));
        let found = signs().count();
        if found != CHARACTERS + CHECK_CHARACTERS {
            return Err(Misread::Length { found });
        }
        let mut key = Self([0; BYTES]);
        let mut check: u32 = 0;
        for (place, sign) in signs().enumerate() {
            let value = value_of(sign).ok_or(Misread::Sign { place: place + 1 })?;
            if place < CHARACTERS {
                key.put(place, value);
            } else {
                check = (check << 5) | u32::from(value);
            }
        }
        if check == key.checksum() { Ok(key) } else { Err(Misread::Checksum) }
    }

    /// Puts five bits in their place; 8 characters fill 5 bytes.
    fn put(&mut self, place: usize, value: u8) {
        for bit in (0..5).filter(|bit| value >> (4 - bit) & 1 == 1) {
            let at = place * 5 + bit;
            self.0[at / 8] |= 0x80 >> (at % 8);
        }
    }

    fn get(&self, place: usize) -> u8 {
        (0..5).map(|bit| place * 5 + bit).fold(0, |value, at| value << 1 | (self.0[at / 8] >> (7 - at % 8)) & 1)
    }

    /// Returns 20 bits that nearly every typing mistake changes.
    fn checksum(&self) -> u32 {
        let hash = Sha256::new_with_prefix(b"kartotek recovery key").chain_update(self.0).finalize();
        u32::from(hash[0]) << 12 | u32::from(hash[1]) << 4 | u32::from(hash[2]) >> 4
    }
}

fn value_of(sign: char) -> Option<u8> {
    let sign = match sign.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    ALPHABET.iter().position(|letter| char::from(*letter) == sign).and_then(|at| u8::try_from(at).ok())
}

impl fmt::Display for RecoveryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let check = self.checksum();
        let values = (0..CHARACTERS)
            .map(|place| self.get(place))
            .chain([15, 10, 5, 0].into_iter().map(|shift| (check >> shift & 31) as u8));
        for (place, value) in values.enumerate() {
            if place > 0 && place % GROUP == 0 {
                f.write_str("-")?;
            }
            write!(f, "{}", char::from(ALPHABET[usize::from(value)]))?;
        }
        Ok(())
    }
}

impl std::str::FromStr for RecoveryKey {
    type Err = Misread;

    fn from_str(text: &str) -> Result<Self, Misread> {
        Self::parse(text)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;

    fn key() -> RecoveryKey {
        RecoveryKey(std::array::from_fn(|at| (at * 37 + 11) as u8))
    }

    fn read(text: &str) -> Result<(), Misread> {
        RecoveryKey::parse(text).map(|_| ())
    }

    #[test]
    fn is_printed_in_nine_groups_of_four() {
        let text = key().to_string();
        assert_eq!(text.len(), 44);
        assert!(text.split('-').all(|group| group.len() == 4) && text.split('-').count() == 9, "{text}");
    }

    #[test]
    fn is_read_back_however_it_is_typed() {
        let text = key().to_string();
        for typed in [
            text.clone(),
            text.to_lowercase(),
            text.replace('-', " "),
            text.replace('-', ""),
            format!("  {}\n", text.replace('-', " – ")),
            text.replace('0', "O").replace('1', "l"),
            text.replace('0', "o").replace('1', "I"),
        ] {
            assert!(RecoveryKey::parse(&typed).is_ok_and(|read| read == key()), "{typed}");
        }
    }

    #[test]
    fn random_keys_survive_the_paper() {
        for _ in 0..50 {
            let key = RecoveryKey::generate().unwrap();
            assert!(RecoveryKey::parse(&key.to_string()).is_ok_and(|read| read == key));
        }
    }

    #[test]
    fn mistakes_are_told_apart() {
        let text = key().to_string();
        assert_eq!(read(&text[..43]), Err(Misread::Length { found: 35 }));
        assert_eq!(read(&format!("{text}7")), Err(Misread::Length { found: 37 }));
        assert_eq!(read(""), Err(Misread::Length { found: 0 }));
        assert_eq!(read(&format!("U{}", &text[1..])), Err(Misread::Sign { place: 1 }));
        assert_eq!(read(&format!("{}æ", &text[..43])), Err(Misread::Sign { place: 36 }));
    }

    #[test]
    fn every_single_mistyped_sign_is_noticed() {
        let text: Vec<char> = key().to_string().chars().collect();
        for place in (0..text.len()).filter(|place| text[*place] != '-') {
            let mut typed = text.clone();
            typed[place] = if typed[place] == '7' { '8' } else { '7' };
            assert_eq!(read(&typed.iter().collect::<String>()), Err(Misread::Checksum), "place {place}");
        }
    }
}
