#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod coming_back;
mod elsewhere;
mod letters;

use std::path::Path;
use std::sync::{Arc, Mutex};

use super::*;
use crate::i18n::Lang;
use crate::model::activity;
use crate::model::contact::Labelled;
use crate::model::list;
use crate::model::person::{Address, Content};
use crate::model::restriction::Ground as Restriction;
use crate::office::attached::Incoming;
use crate::office::backup::{self, Reason};
use crate::office::tests::{add, named, office, passphrase};
use crate::office::{Office, Rule, activities, check, import, legal_basis, merging, persons, states};
use crate::vault::Proof;

/// Letters that nobody else's name is written in, so that even single ones tell that something was left.
const RUNES: [char; 16] = ['ᚠ', 'ᚢ', 'ᚦ', 'ᚨ', 'ᚱ', 'ᚲ', 'ᚷ', 'ᚹ', 'ᚺ', 'ᚾ', 'ᛁ', 'ᛃ', 'ᛇ', 'ᛈ', 'ᛉ', 'ᛊ'];

/// Numbers that look random and are the same for the same seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % most as u64).unwrap()
    }

    fn runes(&mut self, count: usize) -> String {
        (0..count).map(|_| RUNES[self.below(RUNES.len())]).collect()
    }
}

fn marker(number: usize) -> String {
    format!("zqmark{number:05}x")
}

/// Somebody whose every value tells who they are.
fn somebody(dice: &mut Dice, number: usize) -> Content {
    let marker = marker(number);
    let mut content = named(&format!("{} {marker}", dice.runes(5)), &format!("{} {marker}", dice.runes(8)));
    content.emails.push(Labelled::new(Some(list::LABEL_WORK), format!("{marker}@example.org")));
    content.phones.push(Labelled::new(Some(list::LABEL_MOBILE), format!("+47 9{number:07}")));
    let address = Address { street: format!("{marker} gate {number}"), city: "Bodø".into(), ..Address::default() };
    content.addresses.push(Labelled::new(None, address));
    content.note = format!("{} {marker} {}", dice.runes(20), "lang tekst ".repeat(dice.below(500)));
    content.company = if number.is_multiple_of(7) { format!("{marker} AS") } else { "Felles AS".into() };
    content
}

fn people(desk: &mut Desk<'_>, seed: u64, count: usize) -> Result<Vec<person::Id>, Error> {
    let mut dice = Dice(seed);
    let mut ids = Vec::new();
    for number in 0..count {
        let id = persons::add(desk, somebody(&mut dice, number), None, list::SOURCE_USER)?.id;
        let now = desk.now();
        for _ in 0..dice.below(4) {
            let text = format!("Snakket med {} om {}.", marker(number), dice.runes(12));
            let call = activity::Content { person: Some(id), text, ..activity::Content::new(list::ACTIVITY_CALL, now) };
            activities::add(desk, call)?;
        }
        if dice.below(5) == 0 {
            let person = persons::get(desk, id)?;
            let content = Content { title: format!("{} leder", marker(number)), ..person.content };
            persons::save(desk, id, content, person.updated_at)?;
        }
        ids.push(id);
    }
    // Somebody else's activity that names the first.
    let other = ids[count - 1];
    let text = format!("Ringte {0}@example.org om {1}.", marker(0), marker(0));
    let call =
        activity::Content { person: Some(other), text, ..activity::Content::new(list::ACTIVITY_CALL, desk.now()) };
    activities::add(desk, call)?;
    Ok(ids)
}

/// Returns how often what identifies the first `erased` people stands in any file of a folder, and in any page of a card
/// file.
fn traces(office: &Office, folder: &Path, erased: usize) -> usize {
    let found = Arc::new(Mutex::new(0));
    let count = {
        let found = Arc::clone(&found);
        move |bytes: &[u8]| {
            let markers =
                (0..erased).map(marker).filter(|m| memchr::memmem::find(bytes, m.as_bytes()).is_some()).count();
            *found.lock().unwrap() += markers;
        }
    };
    let each = count.clone();
    office.vault().each_page(each).wait().unwrap().unwrap();
    files(folder, &|path| count(&std::fs::read(path).unwrap()));
    for kept in backup::everywhere(office).unwrap() {
        let newest = backup::everywhere(office).unwrap().into_iter().map(|kept| kept.manifest.made_at).max();
        if Some(kept.manifest.made_at) == newest {
            office.vault().each_page_of_backup(kept.path, count.clone()).wait().unwrap().unwrap();
        }
    }
    found.lock().map(|found| *found).unwrap()
}

fn files(folder: &Path, each: &dyn Fn(&Path)) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, each) } else { each(&path) }
    }
}

/// Counts runes in what the index of long texts is made of, and words of them in the pages of the file. A single one
/// there may be chance: codes and hashes are random.
fn runes(office: &Office) -> usize {
    let rune =
        |bytes: &[u8]| std::str::from_utf8(bytes).is_ok_and(|sign| RUNES.iter().any(|rune| sign == rune.to_string()));
    let blocks = office.read(|desk| Ok(store::long_texts::blocks(desk.db())?)).wait().unwrap();
    let in_index: usize = blocks.iter().map(|block| block.windows(3).filter(|part| rune(part)).count()).sum();
    let found = Arc::new(Mutex::new(0));
    let theirs = Arc::clone(&found);
    let count = move |page: &[u8]| {
        *theirs.lock().unwrap() += page.windows(6).filter(|part| rune(&part[..3]) && rune(&part[3..])).count();
    };
    office.vault().each_page(count).wait().unwrap().unwrap();
    let in_pages = *found.lock().unwrap();
    in_index + in_pages
}

fn erase_all(office: &Office, ids: &[person::Id], hits: Hits) -> Done {
    let wanted = Wanted { hits, ground: Ground::Withdrawn, ..Wanted::new(ids.to_vec()) };
    carry_out(office, wanted, &Arc::default()).unwrap()
}

fn nothing_is_left(count: usize, erased: usize, seed: u64) {
    let (dir, office) = office();
    let ids = office.write(move |desk| people(desk, seed, count)).wait().unwrap();
    let (gone, stay): (Vec<_>, Vec<_>) = ids.iter().copied().enumerate().partition(|(number, _)| *number < erased);
    let gone: Vec<person::Id> = gone.into_iter().map(|(_, id)| id).collect();
    let before = dir.path().join("before.kartotek-backup");
    backup::make_file(&office, &before).unwrap();
    yesterday(&office);
    assert!(traces(&office, &dir.path().join("vault"), erased) >= erased);
    let done = erase_all(&office, &gone, Hits::Scrub);
    assert_eq!((done.persons.len(), done.held.len(), &done.put_off), (erased, 0, &None));
    assert_eq!(done.residue.as_ref().unwrap().traces, [], "seed {seed}");
    assert!(!done.backups.is_empty(), "the older backup is listed");
    assert_eq!(office.vault().log_bytes(), 0);
    assert_eq!(traces(&office, &dir.path().join("vault"), erased), 0, "seed {seed}");
    // Of nobody who stays is anything missing.
    let left = office.read(|desk| Ok(store::persons::count(desk.db())?)).wait().unwrap();
    assert_eq!(left as usize, count - erased);
    let markers = stay.iter().map(|(number, _)| marker(*number));
    for marker in markers.take(5) {
        assert_eq!(office.find(&marker, Default::default()).wait().unwrap().ids.len(), 1);
    }
    assert_eq!(check::everything(&office, Arc::default()).unwrap(), []);
    office.close();
    // An older copy: they are erased again before anything is shown.
    let newest = newest_backup(&dir.path().join("vault").join("backups"));
    std::fs::copy(&newest, dir.path().join("newer.kartotek-backup")).unwrap();
    let proof = Proof::Passphrase(passphrase());
    let restored = backup::restore(&before, &dir.path().join("old"), None, &proof, Lang::Nb).unwrap();
    assert_eq!(restored.erased_again as usize, erased);
    assert_eq!(traces(&restored.office, &dir.path().join("old"), erased), 0, "seed {seed}");
    assert_eq!(restored.persons as usize, count - erased);
    assert_eq!(check::everything(&restored.office, Arc::default()).unwrap(), []);
    restored.office.close();
}

/// Makes the backup of the day before.
fn yesterday(office: &Office) {
    let day = 24 * 60 * 60 * 1_000;
    let at = crate::model::Moment(crate::model::Moment::now().0 - day);
    backup::make_at(office, Reason::Daily, at).unwrap();
}

fn newest_backup(folder: &Path) -> std::path::PathBuf {
    let mut all: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    all.sort();
    all.pop().unwrap()
}

#[test]
fn nothing_is_left_of_twenty_of_five_hundred() {
    nothing_is_left(500, 20, 1);
}

#[test]
#[ignore = "takes minutes"]
fn nothing_is_left_of_two_hundred_of_five_thousand() {
    for seed in 1..=6 {
        nothing_is_left(5_000, 200, seed);
    }
}

#[test]
fn no_letter_of_everybody_is_left_in_any_page() {
    let (_dir, office) = office();
    let ids = office.write(|desk| people(desk, 3, 60)).wait().unwrap();
    // A second erasure meets an index of one segment, which is not written anew when it is asked to be.
    let (first, second) = ids.split_at(30);
    assert!(runes(&office) > 0);
    erase_all(&office, first, Hits::Scrub);
    let done = erase_all(&office, second, Hits::Scrub);
    assert_eq!(done.residue.unwrap().traces, []);
    assert_eq!(runes(&office), 0);
}

fn world(office: &Office) -> (person::Id, person::Id) {
    let mut ase = named("Åse", "Ødegård");
    ase.emails.push(Labelled::new(None, "ase@example.org".into()));
    ase.phones.push(Labelled::new(Some(list::LABEL_MOBILE), "+47 90 01 12 23".into()));
    ase.company = "Fjordfisk AS".into();
    let ase = add(office, ase).id;
    let kari = Content {
        note: "Søster av Åse Ødegård (ase@example.org). Åse er hyggelig.".into(),
        company: "Fjordfisk AS".into(),
        ..named("Kari", "Nordli")
    };
    (ase, add(office, kari).id)
}

fn note(office: &Office, id: person::Id) -> String {
    office.read(move |desk| Ok(persons::get(desk, id)?.content.note)).wait().unwrap()
}

#[test]
fn who_is_named_elsewhere_is_held_until_that_is_decided() {
    let (_dir, office) = office();
    let (ase, kari) = world(&office);
    let wanted = Wanted::new(vec![ase]);
    let plan = {
        let wanted = wanted.clone();
        office.read(move |desk| plan(desk, &wanted, &Progress::default())).wait().unwrap()
    };
    assert_eq!((plan.persons.len(), plan.held.len(), plan.hits.len()), (0, 1, 1));
    let hit = &plan.hits[0];
    assert_eq!((hit.record, hit.name.as_str()), (Record::Person(kari), "Kari Nordli"));
    let marked: Vec<&str> = hit.snippet_marks.iter().map(|mark| &hit.snippet[mark.clone()]).collect();
    assert_eq!(marked, ["Åse Ødegård", "ase@example.org", "Åse"]);
    let done = erase_all(&office, &[ase], Hits::Hold);
    assert_eq!((done.persons.len(), done.held[0].why), (0, Why::Named));
    assert!(office.read(move |desk| persons::get(desk, ase)).wait().is_ok());
    assert!(office.read(|desk| Ok(store::erasure::all(desk.db())?)).wait().unwrap().is_empty(), "nothing was done");
    let keep = Hits::Each(vec![(hit.address.clone(), Decision::Scrub)]);
    let done = erase_all(&office, &[ase], keep);
    assert_eq!(done.persons, [ase]);
    assert_eq!(note(&office, kari), "Søster av [slettet] ([slettet]). [slettet] er hyggelig.");
    assert_eq!(done.residue.unwrap().count(), 0);
    assert!(matches!(office.read(move |desk| persons::get(desk, ase)).wait(), Err(Error::NoPerson(_))));
}

#[test]
fn a_text_can_be_kept_for_a_reason_that_the_certificate_names() {
    let (dir, office) = office();
    let (ase, kari) = world(&office);
    let reason = "Krav fra Åse Ødegård".to_owned();
    let done = erase_all(&office, &[ase], Hits::Keep(Some(Exception::Claims), reason));
    assert!(note(&office, kari).contains("Åse Ødegård"));
    assert_eq!(done.residue.unwrap().traces, [], "what was kept is no trace");
    let certificate = certificate(&office, done.id).unwrap();
    assert_eq!(certificate.erasure.kept, r#"[{"exception":"e","reason":"Krav fra [slettet]","texts":1}]"#);
    for name in ["c.html", "c.json"] {
        let path = dir.path().join(name);
        save_certificate(&office, done.id, &path).unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains("17") && text.contains("[slettet]"), "{text}");
        for secret in ["Åse", "Ødegård", "ase@", "Kari", "9001"] {
            assert!(!text.contains(secret), "{secret} in {text}");
        }
    }
    let paper = dir.path().join("c.pdf");
    save_certificate(&office, done.id, &paper).unwrap();
    let file = lopdf::Document::load(&paper).unwrap();
    let text = file.extract_text(&file.get_pages().into_keys().collect::<Vec<_>>()).unwrap();
    assert!(text.contains("17") && text.contains("[slettet]") && !text.contains("Åse"), "{text}");
    assert!(save_certificate(&office, done.id, &dir.path().join("vault").join("c.html")).is_err());
    for lang in Lang::ALL {
        let letter = confirmation(&certificate, lang);
        assert!(letter.contains("17") && !letter.contains("Åse"), "{letter}");
    }
}

#[test]
fn who_is_restricted_is_held_back_and_who_lacks_the_right_erases_nobody() {
    let (_dir, office) = office();
    let (ase, _) = world(&office);
    office.write(move |desk| states::restrict(desk, ase, Restriction::Claims, "")).wait().unwrap();
    let done = erase_all(&office, &[ase], Hits::Scrub);
    assert_eq!((done.persons.len(), done.held[0].why), (0, Why::Restricted));
    let refused = office.write(move |desk| {
        desk.become_role(crate::model::user::Role::Seller);
        erase(desk, &Wanted::new(vec![ase]), &Progress::default()).map(|_| ())
    });
    assert!(matches!(refused.wait(), Err(Error::Forbidden(Right::Erase))));
}

#[test]
fn who_was_erased_is_recognised_when_they_come_again() {
    let (dir, office) = office();
    let (ase, kari) = world(&office);
    erase_all(&office, &[ase], Hits::Scrub);
    let with_email = |address: &str| {
        let mut content = named("Å.", "Ny");
        content.emails.push(Labelled::new(None, address.into()));
        content
    };
    let with_phone = |number: &str| {
        let mut content = named("Å.", "Ny");
        content.phones.push(Labelled::new(None, number.into()));
        content
    };
    for content in [with_email("ASE@example.org"), with_phone("90011223"), with_phone("0047 900 11 223")] {
        let added = office.write(move |desk| persons::add(desk, content, None, list::SOURCE_USER)).wait();
        assert!(matches!(added, Err(Error::Refused(Rule::Suppressed))), "{added:?}");
    }
    assert!(
        office.write(move |desk| persons::add(desk, with_phone("55 11 22 33"), None, list::SOURCE_USER)).wait().is_ok()
    );
    // Typed on a card that is there.
    let typed = office.write(move |desk| {
        let person = persons::get(desk, kari)?;
        let mut content = person.content.clone();
        content.emails.push(Labelled::new(None, "ase@example.org".into()));
        persons::save(desk, kari, content, person.updated_at)
    });
    assert!(matches!(typed.wait(), Err(Error::Refused(Rule::Suppressed))));
    // Brought by a file.
    let path = dir.path().join("people.csv");
    let text = "first_name,last_name,email\nÅse,Ødegård,ase@example.org\nTor,Ny,tor@example.org\n";
    std::fs::write(&path, text).unwrap();
    let mut request = request(&path);
    let outcome = bring(&office, request.clone()).unwrap();
    assert_eq!((outcome.counts.added, outcome.counts.rejected), (1, 1));
    request.overrule = Some(String::new());
    assert!(matches!(bring(&office, request.clone()), Err(Error::Refused(Rule::OverruleReason))));
    request.overrule = Some("Ny kunde".to_owned());
    let outcome = bring(&office, request).unwrap();
    assert_eq!((outcome.counts.added, outcome.counts.rejected), (1, 0));
    // From then on the address is like any other; the phone is not.
    assert!(
        office
            .write(move |desk| persons::add(desk, with_email("ase@example.org"), None, list::SOURCE_USER))
            .wait()
            .is_ok()
    );
    let overruled = office.write(move |desk| {
        let content = with_phone("90011223");
        assert_eq!(suppression::recognised(desk, &content)?, Some(suppression::Sign::Phone));
        assert_eq!(suppression::overrule(desk, &content, "Ringte selv")?, 1);
        persons::add(desk, content, None, list::SOURCE_USER)
    });
    assert!(overruled.wait().is_ok());
}

fn request(path: &Path) -> import::Request {
    let parser = crate::transfer::Parser::Here;
    let format = crate::transfer::Format::Auto;
    let opened = import::open(&parser, path, format, &Progress::default()).unwrap();
    let terms = crate::model::import::Terms {
        purpose: list::SALES,
        basis: crate::model::basis::Basis::Contract.into(),
        condition: None,
        source: list::SOURCE_IMPORT,
        comment: String::new(),
        on_duplicate: crate::model::import::OnDuplicate::Skip,
    };
    import::Request { path: path.to_owned(), format, parser, mapping: opened.guesses, terms, overrule: None }
}

fn bring(office: &Office, request: import::Request) -> Result<import::Outcome, Error> {
    office
        .write(move |desk| {
            let plan = import::plan(desk, &request, &Progress::default())?;
            import::carry_out(desk, &plan, &Progress::default())
        })
        .wait()
}

#[test]
fn undo_records_documents_and_merged_cards_go_with_the_person() {
    let (dir, office) = office();
    let (ase, kari) = world(&office);
    // A card that was made one with hers; and what a merge of others keeps, which names her.
    let second = add(&office, named("Åse", "Odegaard")).id;
    office.write(move |desk| merging::merge(desk, ase, second, &[])).wait().unwrap();
    let tor = add(&office, Content { note: "Venn av Åse Ødegård".into(), ..named("Tor", "Øverland") }).id;
    office.write(move |desk| merging::merge(desk, kari, tor, &[])).wait().unwrap();
    office
        .write(move |desk| {
            let file = Incoming::from_text("samtykke.txt", "Ja, hilsen Åse Ødegård");
            let decision = crate::model::basis::Decision::new(
                list::MARKETING,
                crate::model::basis::Basis::Consent,
                list::SOURCE_USER,
            );
            legal_basis::decide(desk, ase, &decision, Some(&file))
        })
        .wait()
        .unwrap();
    let before = dir.path().join("before.kartotek-backup");
    backup::make_file(&office, &before).unwrap();
    let done = erase_all(&office, &[ase], Hits::Scrub);
    assert_eq!(done.residue.unwrap().traces, []);
    assert_eq!(std::fs::read_dir(dir.path().join("vault").join("attachments")).unwrap().count(), 0);
    let marks = office.read(|desk| Ok(store::erasure::remembered(desk.db())?)).wait().unwrap();
    assert_eq!((marks.erasures.len(), marks.cards.len(), marks.suppressed.len()), (1, 2, 2));
    assert!(office.step(crate::office::undo::Way::Back).wait().unwrap().is_none(), "nothing of it can be taken back");
    // A merge of others can still be taken back, and names her no longer.
    let merge = office.read(move |desk| merging::past(desk, kari)).wait().unwrap()[0].id;
    office.write(move |desk| merging::undo(desk, merge)).wait().unwrap();
    assert_eq!(note(&office, tor), "Venn av [slettet]");
    office.close();
}

#[test]
fn what_is_left_undone_is_done_later() {
    let (_dir, office) = office();
    let (ase, _) = world(&office);
    let wanted = Wanted { hits: Hits::Scrub, ..Wanted::new(vec![ase]) };
    office.write(move |desk| erase(desk, &wanted, &Progress::default()).map(|_| ())).wait().unwrap();
    assert!(is_unfinished(&office).unwrap());
    assert_eq!(check::everything(&office, Arc::default()).unwrap(), [check::Finding::ErasureUnfinished]);
    assert!(finish(&office).unwrap());
    assert!(!finish(&office).unwrap());
    assert_eq!(check::everything(&office, Arc::default()).unwrap(), []);
    assert_eq!(older_backups(&office).unwrap(), []);
}

#[test]
fn older_backups_can_go_at_once() {
    let (_dir, office) = office();
    let (ase, _) = world(&office);
    yesterday(&office);
    let done = erase_all(&office, &[ase], Hits::Scrub);
    assert_eq!(done.backups.len(), 1);
    assert!(done.backups[0].expires.unwrap() > crate::model::Moment::now().local_date());
    assert_eq!(remove_older_backups(&office).unwrap(), 1);
    let left = backup::everywhere(&office).unwrap();
    assert_eq!(left.iter().map(|kept| kept.manifest.reason).collect::<Vec<_>>(), [Reason::AfterErasure]);
    assert_eq!(left[0].manifest.erasures, 1);
}

#[test]
fn a_namesake_and_a_shared_address_are_nobody_s_trace() {
    let (_dir, office) = office();
    let (ase, _) = world(&office);
    let mut other = named("Åse", "Ødegård");
    other.emails.push(Labelled::new(None, "ase@example.org".into()));
    let other = add(&office, other).id;
    let done = erase_all(&office, &[ase], Hits::Hold);
    assert_eq!((done.persons.as_slice(), done.residue.unwrap().count()), ([ase].as_slice(), 0));
    assert!(office.read(move |desk| persons::get(desk, other)).wait().is_ok());
    let mut third = named("Å.", "Ny");
    third.emails.push(Labelled::new(None, "ase@example.org".into()));
    assert!(office.write(move |desk| persons::add(desk, third, None, list::SOURCE_USER)).wait().is_ok());
}

#[test]
fn a_number_longer_than_what_numbers_are_compared_by_is_found_whole() {
    let (_dir, office) = office();
    let reached = |number: &str| {
        let mut content = named("Karl", "Svensson");
        content.phones.push(Labelled::new(None, number.into()));
        add(&office, content).id
    };
    let (abroad, at_home) = (reached("+46 70 123 45 67"), reached("08-123 456 78"));
    let found = |id: person::Id, text: &'static str| {
        let named = office.read(move |desk| Ok(naming::Names::read(desk, &[id])?.find(text))).wait().unwrap();
        named.map(|named| named.marks.into_iter().map(|mark| &text[mark]).collect::<Vec<_>>()).unwrap_or_default()
    };
    for text in
        ["Ring 0701234567.", "Ring 070-123 45 67.", "Ring +46701234567.", "Ring 0046 70 123 45 67.", "Ring 701234567."]
    {
        let number = text.trim_start_matches("Ring ").trim_end_matches('.');
        assert_eq!(found(abroad, text), [number], "{text}");
    }
    for text in ["Ring 08-123 456 78.", "Ring +46 8 123 456 78.", "Ring 0812345678."] {
        let number = text.trim_start_matches("Ring ").trim_end_matches('.');
        assert_eq!(found(at_home, text), [number], "{text}");
    }
    assert_eq!(found(abroad, "Ordre 9930701234567."), [""; 0], "the end of a longer number");
    // The full-text index is asked for all of them.
    let other = add(&office, Content { note: "Karls nummer: 0701234567".into(), ..named("Eva", "Ek") }).id;
    let wanted = Wanted::new(vec![abroad]);
    let plan = office.read(move |desk| plan(desk, &wanted, &Progress::default())).wait().unwrap();
    assert_eq!(plan.hits.len(), 1, "{other:?}");
}
