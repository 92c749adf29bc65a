//! One bit of a file is another: it is noticed, and nobody ever reads what was not written.

use std::fs;

use kartotek::office::{Error, Office};
use kartotek::vault::Notice;

use super::changes::furnish;
use super::dice::Dice;
use super::ground::{Ground, findings};
use super::state::State;

#[test]
fn two_hundred_flipped_bits_are_all_noticed() {
    flip(200);
}

#[test]
#[ignore = "takes some minutes"]
fn a_thousand_flipped_bits_are_all_noticed() {
    flip(1_000);
}

/// How a flipped bit was noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Noticed {
    AtOpening,
    /// The damaged keys were restored from their copy, or the copy from them.
    Mended,
    Reading,
    Checking,
}

fn flip(flips: u64) {
    let ground = Ground::new(|office| furnish(office, 150));
    let vault = ground.vault();
    let office = ground.open(&vault).unwrap();
    let written = State::read(&office).unwrap();
    office.close();
    let names = ["vault.db", "vault.keys", "vault.keys.bak"];
    let whole = names.map(|name| fs::read(vault.join(name)).unwrap());

    let mut dice = Dice::new(flips);
    let mut tally: Vec<(Noticed, u32)> = Vec::new();
    for number in 0..flips {
        // Most of all in the data.
        let which = match dice.below(10) {
            0 => 1,
            1 => 2,
            _ => 0,
        };
        let (byte, bit) = (dice.index(whole[which].len()), dice.below(8));
        let copy = ground.copy("copy");
        let mut bytes = whole[which].clone();
        bytes[byte] ^= 1 << bit;
        fs::write(copy.join(names[which]), &bytes).unwrap();
        let what = format!("flip {number}: bit {bit} of byte {byte} of {}", names[which]);

        let noticed = match ground.open(&copy) {
            Err(error) => {
                assert!(is_damage(&error), "{what}: {error:?}");
                Some(Noticed::AtOpening)
            }
            Ok(office) => {
                let noticed = inside(&office, &written, &what);
                office.close();
                // The copy of the keys is made anew without a word.
                let is_whole_again = || fs::read(copy.join(names[which])).unwrap() == whole[which];
                noticed.or_else(|| is_whole_again().then_some(Noticed::Mended))
            }
        };
        let noticed = noticed.unwrap_or_else(|| panic!("{what} was not noticed"));
        assert_eq!(noticed == Noticed::Mended, which > 0, "{what}: {noticed:?}");
        match tally.iter_mut().find(|(known, _)| *known == noticed) {
            Some((_, count)) => *count += 1,
            None => tally.push((noticed, 1)),
        }
    }
    println!("{flips} flipped bits: {tally:?}");
}

/// Reads everything, then checks. What is read is what was written, or nothing.
fn inside(office: &Office, written: &State, what: &str) -> Option<Noticed> {
    if office.notices().contains(&Notice::KeysRestored) {
        return Some(Noticed::Mended);
    }
    match State::read(office) {
        Ok(read) => assert!(read == *written, "{what}: {}", read.difference(written)),
        Err(error) => {
            assert!(is_damage(&error), "{what}: {error:?}");
            return Some(Noticed::Reading);
        }
    }
    match findings(office) {
        Ok(found) => (!found.is_empty()).then_some(Noticed::Checking),
        Err(error) => {
            assert!(is_damage(&error), "{what}: {error:?}");
            Some(Noticed::Checking)
        }
    }
}

/// Whether the message is one about damage, which says what to do.
fn is_damage(error: &Error) -> bool {
    use kartotek::i18n::Lang;
    use kartotek::office::problem::{Kind, Problem};
    Problem::new(error, Lang::En).kind == Kind::Damaged
}
