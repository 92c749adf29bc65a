#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod full_disk;
mod sequences;

use super::finding::{Column, Order};
use super::*;
use crate::model::basis::{Basis, Decision};
use crate::model::data_map;
use crate::model::field::Field;
use crate::model::list;
use crate::model::person::{Content, Labelled};
use crate::model::{Moment, Reason};

pub(super) fn passphrase() -> Passphrase {
    Passphrase::new("correct horse battery staple")
}

/// A vault of its own in a temporary folder.
pub(super) fn office() -> (tempfile::TempDir, Office) {
    let dir = tempfile::tempdir().unwrap();
    let (office, _) = Office::create(&dir.path().join("vault"), &passphrase(), Lang::Nb).unwrap();
    (dir, office)
}

pub(super) fn named(first: &str, last: &str) -> Content {
    Content { first_name: first.into(), last_name: last.into(), ..Content::default() }
}

pub(super) fn add(office: &Office, content: Content) -> crate::model::person::Person {
    let decision = Decision::new(list::SALES, Basis::Contract, list::SOURCE_USER);
    office.write(move |desk| persons::add(desk, content, Some(&decision), list::SOURCE_USER)).wait().unwrap()
}

#[test]
fn a_card_is_as_it_was_after_closing_and_opening() {
    let (dir, office) = office();
    let mut content = named("Åse", "Ødegård");
    content.company = "Fjordfisk AS".into();
    content.emails.push(Labelled::new(Some(list::LABEL_WORK), "ase@example.org".into()));
    let person = add(&office, content);
    office.close();
    let office = Office::open(&dir.path().join("vault"), "me", &passphrase(), Lang::Nb).unwrap();
    let again = office.read(move |desk| persons::get(desk, person.id)).wait().unwrap();
    assert_eq!(again, person);
    let overview = office.read(move |desk| legal_basis::overview(desk, person.id)).wait().unwrap();
    assert_eq!(overview.ledger.len(), 1);
    assert_eq!(overview.purposes[0].current.as_ref().unwrap().basis, Basis::Contract);
    assert_eq!(overview.purposes[1].current, None);
}

#[test]
fn the_data_map_knows_every_column() {
    let (_dir, office) = office();
    let columns = office.read(|desk| Ok(store::feed::columns(desk.db())?)).wait().unwrap();
    for (table, column) in &columns {
        let known = data_map::column(table, column).is_some()
            || data_map::NOT_PERSONAL.contains(&(table.as_str(), column.as_str()));
        assert!(known, "{table}.{column} is not in the data map");
    }
    let exists = |table: &str, column: &str| columns.iter().any(|known| known.0 == table && known.1 == column);
    for column in data_map::COLUMNS {
        assert!(exists(column.table, column.column), "{}.{} does not exist", column.table, column.column);
    }
    for (table, column) in data_map::NOT_PERSONAL {
        assert!(exists(table, column), "{table}.{column} does not exist");
    }
    for table in data_map::TABLES {
        assert!(exists(table.table, table.person), "{}.{}", table.table, table.person);
    }
}

#[test]
fn editing_notes_what_changed_and_nothing_else() {
    let (_dir, office) = office();
    let person = add(&office, named("Åse", "Ødegård"));
    let mut content = person.content.clone();
    content.title = "Innkjøper".into();
    let seen = person.updated_at;
    let (after, changed) = office.write(move |desk| persons::save(desk, person.id, content, seen)).wait().unwrap();
    assert_eq!(changed, [Field::Title]);
    assert!(after.updated_at > seen);
    // Nobody overwrites what they have not seen.
    let content = person.content.clone();
    let again = office.write(move |desk| persons::save(desk, person.id, content, seen)).wait();
    assert!(matches!(again, Err(Error::ChangedMeanwhile(_))));
    let verdict = office.read(|desk| journal::verify(desk.db(), desk.keys())).wait().unwrap();
    assert_eq!(verdict.broken_at, None);
    // Vault made, card added, basis set, card edited.
    assert_eq!(verdict.entries, 4);
}

#[test]
fn a_failed_write_leaves_nothing_behind() {
    let (_dir, office) = office();
    let failed = office
        .write(|desk| {
            persons::add(desk, named("Åse", "Ødegård"), None, list::SOURCE_USER)?;
            persons::add(desk, Content::default(), None, list::SOURCE_USER)
        })
        .wait();
    assert!(matches!(failed, Err(Error::Invalid(wrong)) if wrong[0].reason == Reason::NoName));
    assert_eq!(office.read(|desk| setup::counts(desk)).wait().unwrap(), (0, 0));
    let verdict = office.read(|desk| journal::verify(desk.db(), desk.keys())).wait().unwrap();
    assert_eq!((verdict.entries, verdict.broken_at), (1, None));
}

#[test]
fn the_ledger_cannot_be_changed_or_removed() {
    let (_dir, office) = office();
    let person = add(&office, named("Åse", "Ødegård"));
    let withdrawn = Decision::new(list::SALES, Basis::Withdrawn, list::SOURCE_USER);
    office.write(move |desk| legal_basis::decide(desk, person.id, &withdrawn, None)).wait().unwrap();
    let void = Decision::new(list::SALES, Basis::Void, list::SOURCE_USER);
    let entry = office.write(move |desk| legal_basis::decide(desk, person.id, &void, None)).wait().unwrap();
    assert!(entry.corrects.is_some());
    let overview = office.read(move |desk| legal_basis::overview(desk, person.id)).wait().unwrap();
    assert_eq!(overview.ledger.len(), 3);
    assert_eq!(overview.purposes[0].current.as_ref().unwrap().basis, Basis::Contract);
    for sql in
        ["UPDATE ledger SET comment = 'x'", "DELETE FROM ledger", "UPDATE journal SET by = 2", "DELETE FROM journal"]
    {
        let refused = office.write(move |desk| Ok(store::schema::try_sql(desk.db(), sql))).wait().unwrap();
        assert!(matches!(refused, Err(store::Error::Constraint { .. })), "{sql}");
    }
}

#[test]
fn people_are_found_as_one_types_and_sorted_as_one_reads() {
    let (_dir, office) = office();
    for (first, last) in
        [("Åse", "Ødegård"), ("Björk", "Ångström"), ("Ola", "Ærlig"), ("Kari", "Zander"), ("Jörg", "Müller")]
    {
        let mut content = named(first, last);
        content.emails.push(Labelled::new(None, format!("{}@example.org", crate::search::fold(first))));
        content.phones.push(Labelled::new(Some(list::LABEL_MOBILE), "+47 900 00 001".into()));
        add(&office, content);
    }
    let names = |typed: &str, order: Order| -> Vec<String> {
        let found = office.find(typed, order).wait().unwrap();
        assert!(found.complete);
        let ids = found.ids.to_vec();
        let lines = office.read(move |desk| persons::lines(desk, &ids)).wait().unwrap();
        lines.into_iter().map(|line| line.last_name).collect()
    };
    let order = Order::default();
    assert_eq!(names("", order), ["Müller", "Zander", "Ærlig", "Ødegård", "Ångström"]);
    let last_first = Order { by: Column::Name, descending: true };
    assert_eq!(names("", last_first), ["Ångström", "Ødegård", "Ærlig", "Zander", "Müller"]);
    for (typed, wanted) in [
        ("odegard", "Ødegård"),
        ("bjork", "Ångström"),
        ("muller", "Müller"),
        ("ase ode", "Ødegård"),
        ("kari@ex", "Zander"),
    ] {
        assert_eq!(names(typed, order), [wanted], "{typed}");
    }
    assert_eq!(names("90000001", order).len(), 5);
    assert_eq!(names("nobody", order), [""; 0]);
    // A name that changes moves in the list, and is found anew.
    let id = office.find("zander", order).wait().unwrap().ids[0];
    office
        .write(move |desk| {
            let person = persons::get(desk, id)?;
            let content = Content { last_name: "Aas".into(), ..person.content };
            persons::save(desk, id, content, person.updated_at)
        })
        .wait()
        .unwrap();
    assert_eq!(names("", order), ["Müller", "Ærlig", "Ødegård", "Ångström", "Aas"]);
    assert_eq!(names("zander", order), [""; 0]);
    assert_eq!(names("aas", order), ["Aas"]);
    office.write(|desk| setup::set_language(desk, Lang::Sv)).wait().unwrap();
    assert_eq!(names("", order), ["Aas", "Müller", "Ångström", "Ærlig", "Ødegård"]);
}

#[test]
fn columns_order_the_list_with_the_empty_last() {
    let (_dir, office) = office();
    for (last, company) in [("C", ""), ("B", "Ås AS"), ("A", "Zoo AS")] {
        add(&office, Content { company: company.into(), ..named("", last) });
    }
    for (by, descending, wanted) in [
        (Column::Company, false, ["A", "B", "C"]),
        (Column::Company, true, ["B", "A", "C"]),
        (Column::Updated, false, ["C", "B", "A"]),
        (Column::Basis, false, ["A", "B", "C"]),
    ] {
        let ids = office.find("", Order { by, descending }).wait().unwrap().ids.to_vec();
        let lines = office.read(move |desk| persons::lines(desk, &ids)).wait().unwrap();
        let names: Vec<&str> = lines.iter().map(|line| line.last_name.as_str()).collect();
        assert_eq!(names, wanted, "{by:?} {descending}");
    }
}

#[test]
fn somebody_who_is_here_already_is_recognised() {
    let (_dir, office) = office();
    let mut content = named("Åse", "Ødegård");
    content.company = "Fjordfisk AS".into();
    content.emails.push(Labelled::new(None, "ase@example.org".into()));
    content.phones.push(Labelled::new(None, "+47 22 33 44 55".into()));
    add(&office, content);
    use crate::model::duplicate::Likeness;
    let like = |content: Content| -> Vec<Likeness> {
        let found = office.read(move |desk| persons::resembling(desk, &content, None)).wait().unwrap();
        found.into_iter().map(|found| found.likeness).collect()
    };
    let mut same_email = named("X", "Y");
    same_email.emails.push(Labelled::new(None, "ASE@example.org".into()));
    assert_eq!(like(same_email), [Likeness::Email]);
    let mut same_phone = named("X", "Y");
    same_phone.phones.push(Labelled::new(None, "22334455".into()));
    assert_eq!(like(same_phone.clone()), [Likeness::Phone]);
    same_phone.first_name = "Ase".into();
    same_phone.last_name = "Odegard".into();
    assert_eq!(like(same_phone), [Likeness::PhoneAndName]);
    let near = Content { company: "fjordfisk as".into(), ..named("Åse", "Ødegaard") };
    assert_eq!(like(near), [Likeness::Name]);
    assert_eq!(like(named("Åse", "Ødegård")), []);
}

#[test]
fn what_a_role_may_not_do_changes_nothing() {
    let (_dir, office) = office();
    let person = add(&office, named("Åse", "Ødegård"));
    let assistant = User::new(office.user().id, "assistant", user::Role::Assistant);
    let vault = office.0.vault.clone();
    let decision = Decision::new(list::SALES, Basis::Consent, list::SOURCE_USER);
    let refused = vault
        .write(move |work| {
            let mut desk = Desk::new(work, assistant, Lang::En);
            legal_basis::decide(&mut desk, person.id, &decision, None)
        })
        .wait()
        .unwrap();
    assert!(matches!(refused, Err(Error::Forbidden(user::Right::LegalBasis))));
}

#[test]
fn moments_of_a_card_are_kept_per_value() {
    let (_dir, office) = office();
    let mut content = named("Åse", "Ødegård");
    content.emails.push(Labelled::new(Some(list::LABEL_WORK), "ase@example.org".into()));
    let person = add(&office, content);
    let origin = person.content.emails[0].origin.unwrap();
    assert_eq!((origin.source, origin.at), (list::SOURCE_USER, person.created_at));
    let mut content = person.content.clone();
    content.emails.insert(0, Labelled::new(None, "ny@example.org".into()));
    let seen = person.updated_at;
    let id = person.id;
    let (after, _) = office.write(move |desk| persons::save(desk, id, content, seen)).wait().unwrap();
    assert_eq!(after.content.emails[1].origin, Some(origin), "what stays keeps its origin");
    assert_eq!(after.content.emails[0].origin.unwrap().at, after.updated_at);
    assert_ne!(after.content.emails[0].origin.unwrap().at, Moment(0));
}

#[test]
fn everything_that_is_shown_has_a_text_in_every_language() {
    use crate::i18n;
    use crate::model::{duplicate::Likeness, field, user::Right, user::Role};
    let mut keys: Vec<String> = Vec::new();
    keys.extend(data_map::COLUMNS.iter().map(|column| column.label.to_owned()));
    keys.extend(data_map::Category::ALL.iter().map(|category| format!("data-category-{}", category.key())));
    keys.extend(data_map::Origin::ALL.iter().map(|origin| format!("data-origin-{}", origin.key())));
    keys.extend(field::PLAIN.iter().filter_map(Field::label_key));
    keys.extend(Reason::ALL.iter().map(|reason| format!("invalid-{}", reason.key())));
    keys.extend(Rule::ALL.iter().map(|rule| format!("rule-{}", rule.key())));
    keys.extend(Right::ALL.iter().map(|right| format!("right-{}", right.key())));
    keys.extend(crate::model::journal::Kind::ALL.iter().map(|kind| format!("journal-kind-{}", kind.key())));
    keys.extend(backup::Reason::ALL.iter().map(|reason| format!("backup-reason-{}", reason.key())));
    keys.extend(Role::ALL.iter().map(|role| format!("role-{}", role.key())));
    let likenesses = [Likeness::Email, Likeness::Number, Likeness::PhoneAndName, Likeness::Phone, Likeness::Name];
    keys.extend(likenesses.iter().map(|likeness| format!("likeness-{}", likeness.key())));
    let missing: Vec<&String> =
        keys.iter().filter(|key| Lang::ALL.iter().any(|lang| i18n::text_if_known(*lang, key).is_none())).collect();
    assert!(missing.is_empty(), "{missing:?}");
    for item in lists::shipped() {
        assert!(
            item.names.iter().all(|name| !name.starts_with("item-")),
            "{}-{} has no name",
            item.list.key(),
            item.key
        );
    }
}

#[test]
fn a_choice_taken_off_its_list_stays_on_the_cards_that_have_it() {
    use crate::model::custom::{Definition, Id, Kind};
    let (_dir, office) = office();
    let mut field = Definition {
        id: Id(0),
        key: String::new(),
        name: "Size".into(),
        kind: Kind::List,
        choices: vec!["Small".into(), "Large".into()],
        category: data_map::Category::Relation,
        origin: data_map::Origin::Provided,
        in_report: true,
        rank: 0,
        active: true,
    };
    let new = field.clone();
    let id = office.write(move |desk| fields::save(desk, None, new)).wait().unwrap().id;
    let mut content = named("Åse", "Ødegård");
    content.custom.insert(id, "Large".into());
    let person = add(&office, content);
    field.choices.pop();
    office.write(move |desk| fields::save(desk, Some(id), field)).wait().unwrap();
    let edit = |value: &str| {
        let mut content = person.content.clone();
        content.title = "Innkjøper".into();
        content.custom.insert(id, value.to_owned());
        let (person, seen) = (person.id, person.updated_at);
        office.write(move |desk| persons::save(desk, person, content, seen)).wait()
    };
    assert!(matches!(edit("Huge"), Err(Error::Invalid(_))));
    let (after, changed) = edit("Large").unwrap();
    assert_eq!(changed, [Field::Title]);
    assert_eq!(after.content.custom[&id], "Large");
}

#[test]
fn a_damaged_picture_is_refused() {
    let (_dir, office) = office();
    let id = add(&office, named("Åse", "Ødegård")).id;
    let picture =
        image::RgbImage::from_fn(64, 64, |x, y| image::Rgb([(x * y) as u8, (x ^ y) as u8, (x + 7 * y) as u8]));
    let mut whole = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut whole, image::ImageFormat::Png).unwrap();
    let whole = whole.into_inner();
    let set = |bytes: &[u8]| {
        let file = attached::Incoming { name: "p.png".into(), bytes: bytes.to_vec() };
        office.write(move |desk| persons::set_picture(desk, id, Some(&file))).wait()
    };
    assert!(matches!(set(&whole[..whole.len() / 2]), Err(Error::NotAPicture)));
    assert!(matches!(set(b"no picture at all"), Err(Error::NotAPicture)));
    assert!(set(&whole).unwrap().content.picture.is_some());
}

#[test]
#[cfg(unix)]
fn evidence_takes_the_place_of_a_file_and_is_its_owners() {
    use std::os::unix::fs::PermissionsExt;
    let (dir, office) = office();
    let id = add(&office, named("Åse", "Ødegård")).id;
    let decision = Decision::new(list::SALES, Basis::Consent, list::SOURCE_USER);
    let file = attached::Incoming::from_text("mail.txt", "Yes, please.");
    let entry = office.write(move |desk| legal_basis::decide(desk, id, &decision, Some(&file))).wait().unwrap();
    let folder = dir.path().join("out");
    std::fs::create_dir(&folder).unwrap();
    let (path, held) = (folder.join("mail.txt"), folder.join("held.txt"));
    std::fs::write(&path, "what was there").unwrap();
    std::fs::set_permissions(&path, PermissionsExt::from_mode(0o644)).unwrap();
    std::fs::hard_link(&path, &held).unwrap();
    let evidence = entry.evidence.unwrap();
    let to = path.clone();
    office.write(move |desk| legal_basis::save_evidence(desk, id, evidence, &to)).wait().unwrap();
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "Yes, please.");
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    // Never opened for writing: the old file stays whole until the new one is.
    assert_eq!(std::fs::read_to_string(&held).unwrap(), "what was there");
    // Where it cannot be placed, nothing is left beside.
    let taken = folder.join("taken");
    std::fs::create_dir_all(taken.join("full")).unwrap();
    let refused = office.write(move |desk| legal_basis::save_evidence(desk, id, evidence, &taken)).wait();
    assert!(matches!(refused, Err(Error::File { .. })));
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 3);
}

#[test]
fn a_full_disk_gets_the_room_in_reserve() {
    let (dir, office) = office();
    let ballast = dir.path().join("vault/ballast");
    assert!(ballast.exists());
    let refused = office.write(|_| Err::<(), _>(Error::NoSuch("room"))).wait();
    assert!(refused.is_err() && ballast.exists());
    let full = office.write(|_| Err::<(), _>(store::Error::Full.into())).wait();
    assert!(matches!(full, Err(Error::Store(store::Error::Full))));
    assert!(!ballast.exists());
    assert!(!office.make_room().unwrap());
}

#[test]
fn what_happened_on_opening_is_told() {
    let (dir, office) = office();
    assert_eq!(office.notices(), []);
    office.close();
    let path = dir.path().join("vault");
    std::fs::remove_file(path.join("vault.keys")).unwrap();
    let office = Office::open(&path, "me", &passphrase(), Lang::Nb).unwrap();
    assert_eq!(office.notices(), [Notice::KeysRestored]);
}
