#![allow(clippy::unwrap_used, clippy::panic)]
use super::*;
use crate::model::Moment;

fn new_file() -> (Keys, KeyFile, RecoveryKey) {
    let keys = Keys::generate().unwrap();
    let recovery = RecoveryKey::generate().unwrap();
    let file = KeyFile::create(&keys, "me", &Passphrase::new("open sesame"), &recovery).unwrap();
    (keys, file, recovery)
}

fn passphrase(text: &str) -> Proof {
    Proof::Passphrase(Passphrase::new(text))
}

/// Changes the JSON as somebody would who knows the format but cannot open the vault.
fn tampered(file: &KeyFile, change: impl FnOnce(&mut Body)) -> Result<KeyFile, Error> {
    let mut file = file.clone();
    change(&mut file.body);
    file.text = serde_json::to_vec(&file.body).unwrap();
    KeyFile::parse(&file.to_bytes())
}

#[test]
fn both_proofs_give_the_same_keys_after_reading_back() {
    let (keys, file, recovery) = new_file();
    let file = KeyFile::parse(&file.to_bytes()).unwrap();
    assert_eq!(file.users(), ["me"]);
    for proof in [passphrase("open sesame"), Proof::Recovery(recovery)] {
        let opened = file.open("me", &proof).unwrap();
        assert_eq!(opened.vault(), keys.vault());
        assert_eq!(opened.journal.0, keys.journal.0);
        assert_eq!(opened.suppression.0, keys.suppression.0);
        assert_eq!(opened.attachments.0, keys.attachments.0);
    }
}

#[test]
fn wrong_proofs_are_told_apart() {
    let (_, file, _) = new_file();
    assert!(matches!(file.open("me", &passphrase("open Sesame")), Err(Error::WrongPassphrase)));
    assert!(matches!(file.open("you", &passphrase("open sesame")), Err(Error::UnknownUser)));
    let other = Proof::Recovery(RecoveryKey::generate().unwrap());
    assert!(matches!(file.open("me", &other), Err(Error::WrongRecoveryKey)));
}

#[test]
fn no_key_is_in_the_file() {
    let (keys, file, _) = new_file();
    let bytes = file.to_bytes();
    for key in [&keys.vault(), &keys.journal.0, &keys.suppression.0, &keys.attachments.0] {
        let texts = [BASE64.encode(key.as_slice()), HEXLOWER.encode(key.as_slice())];
        let text = String::from_utf8_lossy(&bytes);
        assert!(!texts.iter().any(|key| text.contains(key)));
    }
}

#[test]
fn any_flipped_bit_is_damage_not_a_wrong_passphrase() {
    let (_, file, _) = new_file();
    let bytes = file.to_bytes();
    let code_at = bytes.len() - 70;
    for place in (0..code_at).step_by(13) {
        let mut changed = bytes.clone();
        changed[place] ^= 2;
        assert!(KeyFile::parse(&changed).is_err(), "byte {place}");
    }
    for length in (0..bytes.len() - 1).step_by(101) {
        assert!(matches!(KeyFile::parse(&bytes[..length]), Err(Error::KeysDamaged)), "{length} bytes");
    }
}

#[test]
fn tampering_is_found_once_the_passphrase_is_right() {
    let (_, file, recovery) = new_file();
    let (_, other, _) = new_file();
    type Change = fn(&mut Body, &Body);
    let changes: [(&str, Change); 4] = [
        ("a user's name", |body, _| {
            let Holder::Passphrase { user, .. } = &mut body.slots[0].holder else { panic!() };
            "you".clone_into(user);
        }),
        ("a slot removed", |body, _| drop(body.slots.remove(0))),
        ("a public key", |body, other| body.slots[0].public = other.slots[0].public.clone()),
        ("a wrapped key", |body, other| body.journal = other.journal.clone()),
    ];
    for (name, change) in changes {
        let file = tampered(&file, |body| change(body, &other.body)).unwrap();
        let opened = file.open("me", &Proof::Recovery(recovery.clone()));
        assert!(matches!(opened, Err(Error::KeysDamaged)), "{name}");
    }
}

#[test]
fn cheap_and_ruinous_guessing_is_refused_before_any_guess() {
    let (_, file, _) = new_file();
    for (memory, rounds, threads) in [
        (64 * 1024 - 1, 3, 4),
        (8, 3, 4),
        (64 * 1024, 2, 4),
        (64 * 1024, 0, 4),
        (1024 * 1024 + 1, 3, 4),
        (u32::MAX, 3, 4),
        (64 * 1024, 21, 4),
        (64 * 1024, 3, 0),
        (64 * 1024, 3, 17),
    ] {
        let read = tampered(&file, |body| {
            let Holder::Passphrase { kib, passes, lanes, .. } = &mut body.slots[0].holder else { panic!() };
            (*kib, *passes, *lanes) = (memory, rounds, threads);
        });
        assert!(matches!(read, Err(Error::CostRefused)), "{memory} KiB, {rounds} passes, {threads} lanes");
    }
}

#[test]
fn dearer_numbers_within_the_limits_do_not_open_a_slot_made_with_others() {
    let (_, file, _) = new_file();
    let file = tampered(&file, |body| {
        let Holder::Passphrase { passes, .. } = &mut body.slots[0].holder else { panic!() };
        *passes = 4;
    });
    assert!(matches!(file.unwrap().open("me", &passphrase("open sesame")), Err(Error::WrongPassphrase)));
}

#[test]
fn a_newer_file_says_so() {
    let text = br#"{"format":"kartotek keys","version":4,"something":"else"}"#;
    assert!(matches!(KeyFile::parse(text), Err(Error::Newer)));
}

#[test]
fn a_new_passphrase_replaces_the_old_one_and_keeps_the_keys() {
    let (keys, file, recovery) = new_file();
    let file = file.with_passphrase(&keys, "me", &Passphrase::new("new words")).unwrap();
    let file = KeyFile::parse(&file.to_bytes()).unwrap();
    assert_eq!(file.open("me", &passphrase("new words")).unwrap().vault(), keys.vault());
    assert!(matches!(file.open("me", &passphrase("open sesame")), Err(Error::WrongPassphrase)));
    assert!(file.open("me", &Proof::Recovery(recovery)).is_ok());
    assert!(matches!(file.with_passphrase(&keys, "you", &Passphrase::new("x")), Err(Error::UnknownUser)));
}

#[test]
fn a_new_recovery_key_takes_the_place_of_the_old_one() {
    let (keys, file, old) = new_file();
    let new = RecoveryKey::generate().unwrap();
    let file = KeyFile::parse(&file.with_recovery_key(&keys, &new).unwrap().to_bytes()).unwrap();
    assert!(matches!(file.open("me", &Proof::Recovery(old)), Err(Error::WrongRecoveryKey)));
    assert_eq!(file.open("me", &Proof::Recovery(new)).unwrap().vault(), keys.vault());
    assert_eq!(file.open("me", &passphrase("open sesame")).unwrap().vault(), keys.vault());
}

const DAY: i64 = 24 * 60 * 60 * 1000;

#[test]
fn a_key_on_a_computer_opens_for_thirty_days() {
    let (keys, file, _) = new_file();
    let (secret, made) = (seal::random_secret().unwrap(), Moment(1_795_334_400_000));
    let remembered = file.with_computer(&keys, "me", "fake", b"slot", &secret, made).unwrap();
    let file = KeyFile::parse(&remembered.to_bytes()).unwrap();
    let [slot] = file.remembered().try_into().unwrap();
    assert_eq!((slot.user.as_str(), slot.backend.as_str(), slot.until), ("me", "fake", Moment(made.0 + 30 * DAY)));
    let show = |user: &str, slot: &[u8], secret: &Secret, now: i64| {
        let kept = Kept { slot: slot.to_vec(), secret: secret.clone(), now: Moment(now) };
        file.open(user, &Proof::Computer(kept)).map(|keys| keys.vault())
    };
    assert_eq!(show("me", b"slot", &secret, made.0).unwrap(), keys.vault());
    assert_eq!(show("me", b"slot", &secret, made.0 + 30 * DAY - 1).unwrap(), keys.vault());
    for now in [made.0 + 30 * DAY, made.0 - 1] {
        assert!(matches!(show("me", b"slot", &secret, now), Err(Error::RememberedTooLong)), "{now}");
    }
    let other = seal::random_secret().unwrap();
    assert!(matches!(show("me", b"slot", &other, made.0), Err(Error::NotRemembered)));
    assert!(matches!(show("me", b"slit", &secret, made.0), Err(Error::NotRemembered)));
    assert!(matches!(show("you", b"slot", &secret, made.0), Err(Error::NotRemembered)));
    assert!(matches!(file.with_computer(&keys, "you", "fake", b"x", &secret, made), Err(Error::UnknownUser)));

    // The other ways in stay, and without it the file is one that an older program can read.
    assert_eq!(file.open("me", &passphrase("open sesame")).unwrap().vault(), keys.vault());
    assert_eq!(file.body.version, 2);
    let without = file.without_computers(&keys, &[b"slot".to_vec()]).unwrap();
    assert_eq!((without.remembered().len(), without.body.slots.len(), without.body.version), (0, 2, 1));
    let changed = file.with_passphrase(&keys, "me", &Passphrase::new("another")).unwrap();
    assert_eq!(changed.remembered(), []);
}

#[test]
fn nobody_makes_a_computer_remember_for_longer() {
    let (keys, file, _) = new_file();
    let (secret, made) = (seal::random_secret().unwrap(), Moment(1_795_334_400_000));
    let file = file.with_computer(&keys, "me", "fake", b"slot", &secret, made).unwrap();
    let later = |change: fn(&mut i64, &mut u32), now: i64| {
        let longer = tampered(&file, |body| {
            let Some(Holder::Computer { made_at, days, .. }) = body.slots.last_mut().map(|slot| &mut slot.holder)
            else {
                panic!("no such slot")
            };
            change(made_at, days);
        });
        let kept = Kept { slot: b"slot".to_vec(), secret: secret.clone(), now: Moment(now) };
        longer.unwrap().open("me", &Proof::Computer(kept)).map(|_| ())
    };
    assert!(matches!(later(|_, days| *days = 3000, made.0 + 40 * DAY), Err(Error::RememberedTooLong)));
    assert!(later(|made_at, _| *made_at += 20 * DAY, made.0 + 40 * DAY).is_err());
    assert!(later(|_, days| *days = 29, made.0).is_err());
}
