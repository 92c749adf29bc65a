//! What could bring somebody back, or claim too much: backups elsewhere, texts that were kept, companies, undoing.

use super::*;
use crate::model::import::OnDuplicate;
use crate::model::list::List;
use crate::office::relations;

#[test]
fn a_company_that_is_only_a_name_goes_with_its_last_person() {
    let (_dir, office) = office();
    let (ase, kari) = world(&office);
    let wanted = |ids: &[person::Id]| Wanted { hits: Hits::Scrub, ..Wanted::new(ids.to_vec()) };
    let planned = |ids: &[person::Id]| {
        let wanted = wanted(ids);
        office.read(move |desk| plan(desk, &wanted, &Progress::default())).wait().unwrap()
    };
    let companies = |plan: &Plan| plan.companies.iter().map(|(_, name)| name.clone()).collect::<Vec<_>>();
    assert!(planned(&[ase]).companies.is_empty(), "Kari works there too");
    let both = planned(&[ase, kari]);
    assert_eq!(companies(&both), ["Fjordfisk AS"]);
    let row = Rows { table: "company", action: Action::Delete, rows: 1 };
    assert!(both.tables.contains(&row), "{:?}", both.tables);
    let done = erase_all(&office, &[ase, kari], Hits::Scrub);
    assert!(done.tables.contains(&row));
    assert_eq!(office.read(|desk| Ok(store::companies::count(desk.db())?)).wait().unwrap(), 0);
    let certificate = certificate(&office, done.id).unwrap();
    assert_eq!((certificate.erasure.companies, &certificate.document()["companies"]), (1, &serde_json::json!(1)));
}

#[test]
fn backups_that_were_written_elsewhere_are_known_and_go_when_asked() {
    let (dir, office) = office();
    let (ase, _) = world(&office);
    let [there, gone] = ["there", "gone"].map(|name| dir.path().join(format!("{name}.kartotek-backup")));
    for path in [&there, &gone, &there] {
        let _ = std::fs::remove_file(path);
        backup::make_file(&office, path).unwrap();
    }
    std::fs::remove_file(&gone).unwrap();
    let known = backups(&office).unwrap();
    let outside = |known: &[Older]| known.iter().filter(|older| older.expires.is_none()).count();
    assert_eq!((outside(&known.there), known.unseen), (1, 1));
    let done = erase_all(&office, &[ase], Hits::Scrub);
    assert_eq!(
        done.backups.iter().map(|older| older.kept.path.clone()).collect::<Vec<_>>(),
        std::slice::from_ref(&there)
    );
    let lines = certificate(&office, done.id).unwrap().lines(Lang::En);
    assert!(lines.iter().any(|(_, about)| about.contains("until somebody removes it")), "{lines:?}");
    assert_eq!(remove_older_backups(&office).unwrap(), 1);
    assert!(!there.exists());
    assert_eq!(backups(&office).unwrap().unseen, 1, "what was removed here is forgotten");
}

#[test]
fn a_text_that_was_kept_is_kept_in_an_older_copy_too() {
    let (dir, office) = office();
    let (ase, kari) = world(&office);
    let tor = add(&office, Content { note: "Venn av Kari Nordli".into(), ..named("Tor", "Berg") }).id;
    let before = dir.path().join("before.kartotek-backup");
    backup::make_file(&office, &before).unwrap();
    erase_all(&office, &[ase], Hits::Keep(None, String::new()));
    let paper = office.read(|desk| Ok(store::erasure::all(desk.db())?)).wait().unwrap().remove(0);
    assert_eq!(paper.kept, r#"[{"exception":null,"reason":"","texts":1}]"#);
    let text = note(&office, kari);
    assert!(text.contains("Åse Ødegård"));
    office.close();
    let proof = Proof::Passphrase(passphrase());
    let (old, origin) = (dir.path().join("old"), dir.path().join("vault"));
    let restored = backup::restore_beside(&before, &old, Some(&origin), None, &proof, Lang::Nb).unwrap();
    assert_eq!(restored.erased_again, 1);
    assert_eq!(note(&restored.office, kari), text);
    assert_eq!(note(&restored.office, tor), "Venn av Kari Nordli");
    assert_eq!(check::everything(&restored.office, Arc::default()).unwrap(), []);
    restored.office.close();
}

#[test]
fn a_merge_is_taken_back_without_what_was_erased_since() {
    let (_dir, office) = office();
    let mail = |content: Content, address: &str| {
        let mut content = content;
        content.emails.push(Labelled::new(None, address.into()));
        content
    };
    let kept = add(&office, mail(named("Kari", "Nordli"), "kari@example.org")).id;
    let gone = add(&office, mail(named("Kari", "Nordlie"), "felles@example.org")).id;
    let boss = add(&office, named("Åse", "Sjef")).id;
    office
        .write(move |desk| {
            let kind = desk.lists()?.of(List::Relation).next().unwrap().key.clone();
            relations::add(desk, gone, boss, &kind, "").map(drop)
        })
        .wait()
        .unwrap();
    let merge = office.write(move |desk| merging::merge(desk, kept, gone, &[])).wait().unwrap().id;
    // The address is another's by now, who is erased, as is the boss.
    office
        .write(move |desk| {
            let person = persons::get(desk, kept)?;
            let mut content = person.content.clone();
            content.emails.retain(|row| row.value != "felles@example.org");
            persons::save(desk, kept, content, person.updated_at)
        })
        .wait()
        .unwrap();
    let other = add(&office, mail(named("Tor", "Borte"), "felles@example.org")).id;
    erase_all(&office, &[other, boss], Hits::Scrub);
    let undone = office.write(move |desk| merging::undo(desk, merge)).wait().unwrap();
    assert_eq!((undone.missing.as_slice(), undone.erased), ([crate::model::field::Field::Emails].as_slice(), 1));
    let back = office.read(move |desk| persons::get(desk, gone)).wait().unwrap();
    assert!(back.content.emails.is_empty(), "{:?}", back.content.emails);
    assert_eq!(check::everything(&office, Arc::default()).unwrap(), []);
}

#[test]
fn undoing_an_import_holds_who_would_get_back_what_is_erased() {
    let (dir, office) = office();
    let mut old = named("Kari", "Nordli");
    old.number = "7".into();
    old.emails.push(Labelled::new(None, "felles@example.org".into()));
    let kari = add(&office, old).id;
    let tor = add(&office, Content { number: "8".into(), ..named("Tor", "Berg") }).id;
    let path = dir.path().join("people.csv");
    std::fs::write(&path, "number,last_name,email,title\n7,Nordli,kari@example.org,Leder\n8,Berg,,Selger\n").unwrap();
    let mut request = request(&path);
    request.terms.on_duplicate = OnDuplicate::Replace;
    let outcome = bring(&office, request).unwrap();
    assert_eq!(outcome.counts.updated, 2);
    // As if the import had taken the address off the card.
    office
        .write(move |desk| {
            let person = persons::get(desk, kari)?;
            let mut content = person.content.clone();
            content.emails.retain(|row| row.value != "felles@example.org");
            persons::save(desk, kari, content, person.updated_at)?;
            Ok(store::persons::set_updated(desk.db(), kari, person.updated_at, person.updated_by)?)
        })
        .wait()
        .unwrap();
    let mut other = named("Ola", "Borte");
    other.emails.push(Labelled::new(None, "felles@example.org".into()));
    let other = add(&office, other).id;
    erase_all(&office, &[other], Hits::Scrub);
    let undone = office.write(move |desk| import::undo(desk, outcome.id, &Progress::default())).wait().unwrap();
    assert_eq!((undone.held, undone.restored), (vec![kari], vec![tor]));
}

#[test]
fn only_what_goes_in_is_let_in() {
    let (dir, office) = office();
    let (ase, kari) = world(&office);
    office
        .write(move |desk| {
            let person = persons::get(desk, kari)?;
            let mut content = person.content.clone();
            content.number = "70".into();
            content.emails.push(Labelled::new(None, "kari@example.org".into()));
            persons::save(desk, kari, content, person.updated_at)
        })
        .wait()
        .unwrap();
    erase_all(&office, &[ase], Hits::Scrub);
    let path = dir.path().join("people.csv");
    // Kari is here already, and the row is skipped; a new card takes the phone.
    std::fs::write(&path, "number,last_name,email,mobile\n70,Nordli,ase@example.org,\n,Ny,,90011223\n").unwrap();
    let mut request = request(&path);
    request.overrule = Some("Ny kunde".to_owned());
    let outcome = bring(&office, request).unwrap();
    assert_eq!((outcome.counts.added, outcome.counts.skipped), (1, 1));
    let known = |content: Content| office.read(move |desk| suppression::recognised(desk, &content)).wait().unwrap();
    let mut content = named("Å.", "Ny");
    content.emails.push(Labelled::new(None, "ase@example.org".into()));
    assert_eq!(known(content), Some(suppression::Sign::Email));
    let mut content = named("Å.", "Ny");
    content.phones.push(Labelled::new(None, "90011223".into()));
    assert_eq!(known(content), None);
}
