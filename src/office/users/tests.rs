#![allow(clippy::unwrap_used, clippy::panic)]

use tempfile::TempDir;

use super::*;
use crate::i18n::Lang;
use crate::model::setting::{RolePart, Setting};
use crate::office::journal;
use crate::office::tests::passphrase;
use crate::vault::RecoveryKey;

const HERS: &str = "seven quiet herons crossed";

fn hers() -> Passphrase {
    Passphrase::new(HERS)
}

fn proof() -> Proof {
    Proof::Passphrase(passphrase())
}

fn office() -> (TempDir, Office, RecoveryKey) {
    let place = tempfile::tempdir().unwrap();
    let (office, key) = Office::create(&place.path().join("vault"), &passphrase(), Lang::En).unwrap();
    (place, office, key)
}

/// Makes an office in which Kari is a seller.
fn with_kari() -> (TempDir, Office, RecoveryKey) {
    let (place, office, key) = office();
    office.add_user(proof(), " Kari ", "seller", hers()).wait().unwrap();
    (place, office, key)
}

fn enter(place: &TempDir, name: &str, passphrase: &Passphrase) -> Result<Office, Error> {
    Office::open(&place.path().join("vault"), name, passphrase, Lang::En)
}

fn users(office: &Office) -> Vec<User> {
    office.read(|desk| list(desk)).wait().unwrap()
}

fn noted(office: &Office, kind: Kind) -> usize {
    let entries = office.read(|desk| journal::entries(desk.db())).wait().unwrap();
    entries.iter().filter(|entry| entry.kind == kind).count()
}

fn role(office: &Office, name: &'static str, role: &'static str) -> Result<User, Error> {
    office.write(move |desk| set_role(desk, name, role)).wait()
}

#[test]
fn somebody_added_works_with_the_rights_of_their_role() {
    let (place, office, _) = with_kari();
    assert_eq!(noted(&office, Kind::UserAdded), 1);
    office.close();
    let office = enter(&place, "Kari", &hers()).unwrap();
    assert_eq!((office.user().name.as_str(), office.user().initials().as_str()), ("Kari", "K"));
    assert!(office.user().may(Right::Edit) && !office.user().may(Right::Import));
    // What she may not, she may not, and nobody was added, removed or changed.
    let forbidden = |answer: Error| assert!(matches!(answer, Error::Forbidden(Right::Users)));
    forbidden(office.read(|desk| list(desk)).wait().unwrap_err());
    forbidden(office.add_user(Proof::Passphrase(hers()), "Ola", "seller", hers()).wait().unwrap_err());
    forbidden(office.remove_user(Proof::Passphrase(hers()), "me").unwrap_err());
    forbidden(role(&office, "Kari", "owner").unwrap_err());
    assert_eq!(office.read(|desk| who_can_grant(desk)).wait().unwrap(), ["me"]);
    office.close();
    let office = enter(&place, "me", &passphrase()).unwrap();
    let users = users(&office);
    assert_eq!(users.iter().map(|user| user.name.as_str()).collect::<Vec<_>>(), ["Kari", "me"]);
    assert_eq!(users[0].role, "seller");
    assert!(office.vault().users().unwrap() == ["me", "Kari"]);
}

#[test]
fn names_are_one_of_their_kind_also_among_those_who_left() {
    let (_place, office, _) = with_kari();
    let add = |name: &str, role: &str| office.add_user(proof(), name, role, hers()).wait().unwrap_err();
    for taken in ["Kari", "kari", "ME", "KÁRI"] {
        assert!(matches!(add(taken, "seller"), Error::Refused(Rule::UserNameTaken)), "{taken}");
    }
    for unfit in ["", "  ", &"x".repeat(61)] {
        assert!(matches!(add(unfit, "seller"), Error::Refused(Rule::UserNameUnfit)), "{unfit}");
    }
    assert!(matches!(add("Ola", "emperor"), Error::NoSuch("role")));
    assert!(matches!(
        office.add_user(proof(), "Ola", "seller", Passphrase::new("")).wait(),
        Err(Error::Vault(vault::Error::EmptyPassphrase))
    ));
    let wrong = Proof::Passphrase(hers());
    assert!(office.add_user(wrong, "Ola", "seller", hers()).wait().is_err());
    assert_eq!((users(&office).len(), noted(&office, Kind::UserAdded)), (2, 1));
    assert_eq!(office.vault().users().unwrap(), ["me", "Kari"]);
    office.remove_user(proof(), "Kari").unwrap();
    assert!(matches!(add("kari", "seller"), Error::Refused(Rule::UserNameTaken)));
}

#[test]
fn who_was_removed_is_out_and_there_is_a_backup_under_the_new_key() {
    let (place, office, key) = with_kari();
    backup::make(&office, backup::Reason::OnRequest).unwrap();
    assert!(office.remove_user(Proof::Passphrase(hers()), "Kari").is_err(), "the proof is somebody else's");
    assert!(users(&office).iter().all(|user| user.removed_at.is_none()));
    let removed = office.remove_user(proof(), "Kari").unwrap();
    let new = removed.backup.unwrap();
    assert_eq!((new.manifest.reason, noted(&office, Kind::UserRemoved)), (backup::Reason::KeyChanged, 1));
    assert!(users(&office).iter().any(|user| user.name == "Kari" && user.removed_at.is_some()));
    // Who is out is nobody here, and the key stays as it is.
    assert!(matches!(office.remove_user(proof(), "Kari"), Err(Error::NoSuch("user"))));
    // The journal goes on under the same key.
    assert!(journal::examine(&office).unwrap().is_intact());
    office.close();
    assert!(matches!(enter(&place, "Kari", &hers()), Err(Error::Vault(vault::Error::UnknownUser))));
    let target = place.path().join("restored");
    let proof = Proof::Passphrase(hers());
    assert!(backup::restore(&new.path, &target, Some("Kari"), &proof, Lang::En).is_err());
    enter(&place, "me", &passphrase()).unwrap().close();
    Office::open_with_recovery(&place.path().join("vault"), &key, Lang::En).unwrap().close();
}

#[test]
fn the_last_owner_stays_and_nobody_removes_themselves() {
    let (place, office, key) = with_kari();
    assert!(matches!(office.remove_user(proof(), "me"), Err(Error::Refused(Rule::OwnAccount))));
    assert!(matches!(role(&office, "me", "seller"), Err(Error::Refused(Rule::LastOwner))));
    assert!(matches!(role(&office, "Nobody", "seller"), Err(Error::NoSuch("user"))));
    assert!(matches!(office.remove_user(proof(), "Nobody"), Err(Error::NoSuch("user"))));
    assert!(matches!(role(&office, "Kari", "emperor"), Err(Error::NoSuch("role"))));
    assert_eq!(noted(&office, Kind::UserChanged), 0);
    role(&office, "Kari", "owner").unwrap();
    role(&office, "Kari", "owner").unwrap();
    assert_eq!(noted(&office, Kind::UserChanged), 1);
    // With another owner the first may become less, which holds at once.
    role(&office, "me", "seller").unwrap();
    assert!(!office.user().may(Right::Users));
    office.close();
    let office = enter(&place, "Kari", &hers()).unwrap();
    office.remove_user(Proof::Passphrase(hers()), "me").unwrap();
    office.close();
    assert!(enter(&place, "me", &passphrase()).is_err());
    // The recovery key opens for an owner, and she stays one.
    let office = Office::open_with_recovery(&place.path().join("vault"), &key, Lang::En).unwrap();
    assert_eq!(office.user().name, "Kari");
    assert!(matches!(role(&office, "Kari", "seller"), Err(Error::Refused(Rule::LastOwner))));
}

#[test]
fn own_roles_can_be_given() {
    let (place, office, _) = with_kari();
    let rights = Setting::Role { role: "intern".into(), part: RolePart::Rights };
    office.write(move |desk| settings::set(desk, &rights, "see")).wait().unwrap();
    assert_eq!(role(&office, "Kari", "intern").unwrap().rights.iter().count(), 1);
    office.close();
    let office = enter(&place, "Kari", &hers()).unwrap();
    assert!(office.user().may(Right::See) && !office.user().may(Right::Edit));
}

#[test]
fn roles_are_made_named_filled_and_removed() {
    let (_place, office, _) = with_kari();
    let key = office.write(|desk| roles::create(desk, "Lærling på prøve")).wait().unwrap();
    assert_eq!(key, "laerling-pa-prove");
    assert_eq!(office.write(|desk| roles::create(desk, "Seller")).wait().unwrap(), "seller-2");
    let of = |office: &Office, key: &str| {
        let known = office.read(|desk| roles::roles(desk)).wait().unwrap();
        known.into_iter().find(|role| role.key == key)
    };
    let made = of(&office, &key).unwrap();
    assert!(made.is_own() && made.can_change() && made.name == "Lærling på prøve");
    assert!(made.rights.contains(Right::See) && !made.rights.contains(Right::Edit));
    let wanted = key.clone();
    office.write(move |desk| roles::allow(desk, &wanted, Right::Edit, true)).wait().unwrap();
    assert!(of(&office, &key).unwrap().rights.contains(Right::Edit));
    assert_eq!(of(&office, "seller").unwrap().name, "Seller");
    let given = key.clone();
    office.write(move |desk| set_role(desk, "Kari", &given)).wait().unwrap();
    let remove = |key: String| office.write(move |desk| roles::remove(desk, &key)).wait();
    assert!(matches!(remove(key.clone()), Err(Error::Refused(Rule::RoleInUse))));
    role(&office, "Kari", "seller").unwrap();
    remove(key.clone()).unwrap();
    assert_eq!(of(&office, &key), None);
    let owner = office.write(|desk| roles::allow(desk, "owner", Right::Export, false)).wait();
    assert!(matches!(owner, Err(Error::Refused(Rule::OwnerHasAllRights))));
}

#[test]
fn a_row_without_a_slot_and_a_slot_without_a_row_let_nobody_in() {
    let (place, office, key) = with_kari();
    // Killed between the row and the slot, and between the slot and the row.
    let row = User { id: Id(77), name: "Ola".into(), ..User::clone(&office.user()) };
    office.write(move |desk| Ok(store::users::insert(desk.db(), &row, desk.now())?)).wait().unwrap();
    let holders = office.vault().holders();
    let added = office.vault().write(move |work| holders.add_user(work.keys, "me", &proof(), "Per", &hers()));
    added.wait().unwrap().unwrap();
    assert_eq!(office.vault().users().unwrap(), ["me", "Kari", "Per"]);
    office.close();
    assert!(matches!(enter(&place, "Ola", &hers()), Err(Error::Vault(vault::Error::UnknownUser))));
    assert!(matches!(enter(&place, "Per", &hers()), Err(Error::NotAtWork)));
    let folder = place.path().join("vault");
    let recover = |user| Office::open_with(&folder, Some(user), &Proof::Recovery(key.clone()), Lang::En).map(|_| ());
    assert!(matches!(recover("Ola"), Err(Error::Vault(vault::Error::UnknownUser))));
    assert!(matches!(recover("Per"), Err(Error::NotAtWork)));
    recover("Kari").unwrap();
    // Whoever has a right to be here leaves no key to those who do not.
    let office = enter(&place, "me", &passphrase()).unwrap();
    assert_eq!(office.vault().users().unwrap(), ["me", "Kari"]);
    assert_eq!(noted(&office, Kind::KeysChanged), 1);
    // And what is left of Ola can be removed.
    office.remove_user(proof(), "Ola").unwrap();
}

#[test]
fn a_removal_that_was_not_finished_is_finished_by_the_next() {
    let (place, office, _) = with_kari();
    // Killed after the row, before the key.
    office
        .write(|desk| {
            let kari = working(desk, "Kari")?;
            Ok(store::users::set_removed(desk.db(), kari.id, Some(desk.now()))?)
        })
        .wait()
        .unwrap();
    office.close();
    assert!(matches!(enter(&place, "Kari", &hers()), Err(Error::NotAtWork)));
    enter(&place, "me", &passphrase()).unwrap().close();
    assert!(matches!(enter(&place, "Kari", &hers()), Err(Error::Vault(vault::Error::UnknownUser))));
}

#[test]
fn an_unlocking_is_noted_once_in_ten_minutes() {
    let (place, office, _) = with_kari();
    let last = |office: &Office, name: &str| users(office).into_iter().find(|u| u.name == name).unwrap().last_unlock;
    assert!(last(&office, "me").is_some() && last(&office, "Kari").is_none());
    office.close();
    enter(&place, "Kari", &hers()).unwrap().close();
    enter(&place, "Kari", &hers()).unwrap().close();
    let office = enter(&place, "me", &passphrase()).unwrap();
    assert_eq!(noted(&office, Kind::Unlocked), 1);
    let kari = last(&office, "Kari").unwrap();
    office
        .write(move |desk| {
            let kari_id = working(desk, "Kari")?.id;
            Ok(store::users::set_last_unlock(desk.db(), kari_id, Moment(kari.0 - NOTED_EVERY - 1))?)
        })
        .wait()
        .unwrap();
    office.close();
    let office = enter(&place, "Kari", &hers()).unwrap();
    assert!(office.user().last_unlock.unwrap() >= kari);
    assert_eq!(noted(&office, Kind::Unlocked), 2);
    assert!(journal::examine(&office).unwrap().is_intact());
}
