//! One bit of a file is another: it is noticed, and nobody ever reads what was not written.

use std::fs;
use std::path::Path;

use kartotek::i18n::Lang;
use kartotek::office::{Error, Office, backup};
use kartotek::vault::{Notice, Proof};

use super::changes::{Change, furnish};
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
    let ground = Ground::new(|office| {
        furnish(office, 150);
        for number in ["K3", "K5", "K7"] {
            let (comment, evidence) = ("agreed".to_owned(), Some("yes, indeed".to_owned()));
            Change::Decide { number: number.to_owned(), comment, evidence }.make(office, Path::new("")).unwrap();
        }
    });
    let vault = ground.vault();
    let office = ground.open(&vault).unwrap();
    let written = State::read(&office).unwrap();
    office.close();
    let mut names = ["vault.db", "vault.keys", "vault.keys.bak"].map(str::to_owned).to_vec();
    let attachments = fs::read_dir(vault.join("attachments")).unwrap();
    names.extend(attachments.map(|entry| format!("attachments/{}", entry.unwrap().file_name().to_string_lossy())));
    assert!(names.len() > 3, "somebody has evidence");
    let whole: Vec<Vec<u8>> = names.iter().map(|name| fs::read(vault.join(name)).unwrap()).collect();

    let mut dice = Dice::new(flips);
    let mut tally: Vec<(Noticed, u32)> = Vec::new();
    for number in 0..flips {
        // Most of all in the data.
        let which = match dice.below(10) {
            0 => 1,
            1 => 2,
            2 => 3 + dice.index(names.len() - 3),
            _ => 0,
        };
        let (byte, bit) = (dice.index(whole[which].len()), dice.below(8));
        let copy = ground.copy("copy");
        let mut bytes = whole[which].clone();
        bytes[byte] ^= 1 << bit;
        fs::write(copy.join(&names[which]), &bytes).unwrap();
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
                let is_whole_again = || fs::read(copy.join(&names[which])).unwrap() == whole[which];
                noticed.or_else(|| is_whole_again().then_some(Noticed::Mended))
            }
        };
        let noticed = noticed.unwrap_or_else(|| panic!("{what} was not noticed"));
        assert_eq!(noticed == Noticed::Mended, matches!(which, 1 | 2), "{what}: {noticed:?}");
        match tally.iter_mut().find(|(known, _)| *known == noticed) {
            Some((_, count)) => *count += 1,
            None => tally.push((noticed, 1)),
        }
    }
    println!("{flips} flipped bits: {tally:?}");
}

/// The note of the last closing vouches for itself: where a bit of it is another, it says nothing, and nothing false.
#[test]
fn a_note_of_the_last_closing_with_a_flipped_bit_is_not_believed() {
    let ground = Ground::new(|office| furnish(office, 20));
    let whole = fs::read(ground.vault().join("vault.head")).unwrap();
    let mut dice = Dice::new(5);
    for _ in 0..20 {
        let copy = ground.copy("copy");
        let mut bytes = whole.clone();
        let byte = dice.index(bytes.len());
        bytes[byte] ^= 1 << dice.below(8);
        fs::write(copy.join("vault.head"), bytes).unwrap();
        let office = ground.open(&copy).unwrap();
        assert!(office.journal_at_unlock().is_none(), "byte {byte}");
        office.close();
        let office = ground.open(&copy).unwrap();
        assert!(office.journal_at_unlock().is_none(), "byte {byte}: written anew");
        office.close();
        assert_ne!(fs::read(copy.join("vault.head")).unwrap().len(), 0);
    }
}

#[test]
fn a_backup_with_a_flipped_bit_is_not_restored() {
    let ground = Ground::new(|office| furnish(office, 40));
    let office = ground.open(&ground.vault()).unwrap();
    let file = ground.path("all.kartotek-backup");
    backup::make_file(&office, &file).unwrap();
    office.close();
    let whole = fs::read(&file).unwrap();
    let mut dice = Dice::new(6);
    for number in 0..60 {
        // A third of them in the manifest and its code, at the end.
        let from = if number % 3 == 0 { whole.len() - 2_000.min(whole.len()) } else { 0 };
        let byte = from + dice.index(whole.len() - from);
        let mut bytes = whole.clone();
        bytes[byte] ^= 1 << dice.below(8);
        fs::write(&file, bytes).unwrap();
        let proof = Proof::Recovery(ground.recovery().clone());
        let restored = backup::restore(&file, &ground.path("new"), None, &proof, Lang::En);
        let error = restored.err().unwrap_or_else(|| panic!("byte {byte} was not noticed"));
        assert!(is_refusal(&error), "byte {byte}: {error:?}");
        assert!(!ground.path("new").exists(), "byte {byte}: something was left");
    }
}

/// Whether a backup is refused for what it is: damaged, no backup at all, a newer one, or one that the key does not open.
fn is_refusal(error: &Error) -> bool {
    use kartotek::office::problem::{Kind, Problem};
    matches!(Problem::new(error, Lang::En).kind, Kind::Damaged | Kind::Newer | Kind::WrongKey)
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
    use kartotek::office::problem::{Kind, Problem};
    Problem::new(error, Lang::En).kind == Kind::Damaged
}
