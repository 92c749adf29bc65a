#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{HashMap, HashSet};

use super::*;
use crate::i18n::Lang;
use crate::model::basis::Basis;
use crate::model::{Moment, phone};
use crate::office::{finding, legal_basis};
use crate::vault::Passphrase;

/// A day after everything that sample people did.
fn now() -> Moment {
    Moment(1_800_000_000_000)
}

fn people(seed: u64, count: usize) -> Vec<Sample> {
    let mut people = People::new(seed, Lang::En, Calendar::before(now()), Vec::new());
    (0..count).map(|_| people.next()).collect()
}

fn office() -> (tempfile::TempDir, Office) {
    let dir = tempfile::tempdir().unwrap();
    let passphrase = Passphrase::new("correct horse battery staple".to_owned());
    let (office, _) = Office::create(&dir.path().join("vault"), &passphrase, Lang::Nb).unwrap();
    (dir, office)
}

#[test]
fn the_same_seed_gives_the_same_people() {
    let some = people(7, 300);
    assert_eq!(some, people(7, 300));
    assert_eq!(some[..100], people(7, 100), "fewer are the first of more");
    assert_ne!(some, people(8, 300));
}

#[test]
fn the_language_changes_only_what_the_user_wrote() {
    let mut other = People::new(7, Lang::Sv, Calendar::before(now()), Vec::new());
    for sample in people(7, 300) {
        let mut swedish = other.next();
        swedish.content.note.clone_from(&sample.content.note);
        for (row, same) in swedish.ledger.iter_mut().zip(&sample.ledger) {
            row.comment = same.comment;
        }
        assert_eq!(swedish, sample);
    }
}

#[test]
fn what_was_done_is_the_same_for_the_same_seed_and_can_be_saved_as_it_is() {
    let today = now().local_date();
    let calendar = Calendar::before(now());
    let mut kinds = HashSet::new();
    let (mut open, mut all) = (0, 0);
    for (place, sample) in (0..).zip(people(SEED, 300)) {
        let told: Vec<Vec<Deed>> = [Lang::En, Lang::Nb, Lang::Sv]
            .map(|lang| work::tell(SEED, place, sample.created, calendar, today, country::words(lang)))
            .to_vec();
        let again = work::tell(SEED, place, sample.created, calendar, today, country::words(Lang::En));
        assert_eq!(told[0], again);
        for deeds in &told {
            assert_eq!(deeds.len(), told[0].len());
            for (deed, first) in deeds.iter().zip(&told[0]) {
                let mut content = activity::Content { person: Some(person::Id(1)), ..deed.content.clone() };
                assert_eq!(content.check(), []);
                let before = content.clone();
                content.tidy();
                assert_eq!(content, before);
                assert_eq!(
                    (content.kind, content.at, content.due),
                    (first.content.kind, first.content.at, first.content.due)
                );
                assert!(content.at > sample.created && content.at < now());
                kinds.insert(content.kind);
                open += usize::from(content.due.is_some() && deed.done.is_none());
                all += 1;
            }
        }
    }
    assert!(kinds.len() == 5 && open >= 24 && all > 900, "{} {open} {all}", kinds.len());
}

#[test]
fn every_card_can_be_saved_as_it_is() {
    for sample in people(SEED, 3_000) {
        assert_eq!(sample.content.check(now().local_date()), [], "{:?}", sample.content);
        let mut tidy = sample.content.clone();
        tidy.tidy();
        assert_eq!(tidy, sample.content);
    }
}

#[test]
fn addresses_lead_nowhere() {
    let reserved = ["example", "example.com", "example.org", "example.net"];
    let is_reserved = |domain: &str| reserved.iter().any(|end| domain == *end || domain.ends_with(&format!(".{end}")));
    let (mut emails, mut seen) = (0, HashSet::new());
    for sample in people(SEED, 3_000) {
        for row in &sample.content.emails {
            let (local, domain) = row.value.split_once('@').unwrap();
            assert!(is_reserved(domain) && local.is_ascii(), "{}", row.value);
            assert!(seen.insert(row.value.to_lowercase()), "{} twice", row.value);
            emails += 1;
        }
        let site = sample.content.website.strip_prefix("https://").unwrap_or("www.example.com");
        assert!(is_reserved(site), "{site}");
    }
    assert!(emails > 2_500);
    assert!(!is_reserved("notexample.com") && !is_reserved("example.com.eu"));
}

/// Numbers kept for films and books, as digits with the country's code, and how many digits follow: Sweden (PTS),
/// Germany (Bundesnetzagentur), France (Arcep), the United Kingdom (Ofcom).
const FICTION: [(&str, usize); 20] = [
    ("467017406", 2),
    ("468465004", 2),
    ("463139006", 2),
    ("464062804", 2),
    ("469803192", 2),
    ("49176040690", 2),
    ("493023125", 3),
    ("496990009", 3),
    ("494066969", 3),
    ("492214710", 3),
    ("498999998", 3),
    ("3363998", 4),
    ("3319900", 4),
    ("3326191", 4),
    ("3335301", 4),
    ("3346571", 4),
    ("3353649", 4),
    ("447700900", 3),
    ("441632960", 3),
    ("442079460", 3),
];

#[test]
fn numbers_ring_at_nobodys() {
    let codes = ["47", "46", "45", "358", "49", "31", "48", "33", "44"];
    let mut numbers = 0;
    let mut lines: HashMap<String, String> = HashMap::new();
    for sample in people(SEED, 3_000) {
        for row in &sample.content.phones {
            let digits = phone::digits(&row.value);
            let in_fiction =
                FICTION.iter().any(|(start, more)| digits.starts_with(start) && digits.len() == start.len() + more);
            let cannot_be_dialled = codes.iter().any(|code| digits.starts_with(&format!("{code}00")));
            assert!(row.value.starts_with('+') && (in_fiction || cannot_be_dialled), "{}", row.value);
            let key = phone::key(&row.value).unwrap();
            let known = lines.entry(key).or_insert_with(|| row.value.clone());
            assert_eq!(*known, row.value, "two lines look like one");
            numbers += 1;
        }
    }
    assert!(numbers > 3_000);
}

#[test]
fn ledgers_tell_every_story_in_order() {
    let all = people(SEED, 2_000);
    let undocumented = all.iter().filter(|sample| sample.ledger.is_empty()).count();
    assert!((120..220).contains(&undocumented), "{undocumented} are not documented");
    for some in [&all[..], &all[..12]] {
        let told: HashSet<Basis> = some.iter().flat_map(|sample| &sample.ledger).map(|row| row.basis).collect();
        assert_eq!(told.len(), Basis::ALL.len(), "{told:?}");
    }
    let mut days = HashSet::new();
    for sample in &all {
        assert!(sample.created <= sample.updated && sample.updated < now());
        assert!(sample.ledger.windows(2).all(|rows| rows[0].at < rows[1].at));
        assert!(sample.ledger.iter().all(|row| row.at < now()));
        assert!(sample.ledger.iter().all(|row| (row.basis == Basis::Void) <= row.corrects.is_some()));
        days.extend(sample.ledger.iter().map(|row| row.at.0 / 86_400_000));
    }
    assert!(days.len() > 500, "decisions fall on {} days", days.len());
}

#[test]
fn people_share_companies_with_colleagues() {
    let all = people(SEED, 2_000);
    let mut names: HashMap<usize, &str> = HashMap::new();
    for sample in &all {
        if let Some(employer) = &sample.company {
            assert_eq!((employer.content.name.as_str(), employer.content.check()), (&*sample.content.company, vec![]));
            assert_eq!(*names.entry(employer.place).or_insert(&sample.content.company), sample.content.company);
        } else {
            assert_eq!(sample.content.company, "");
        }
    }
    let different: HashSet<String> = names.values().map(|name| search::fold(name)).collect();
    assert_eq!(different.len(), names.len());
    assert!((300..700).contains(&names.len()), "{} companies", names.len());
    assert!(all.iter().any(|sample| sample.content.last_name.contains(['å', 'ø', 'ö', 'ä'])));
}

#[test]
fn an_empty_card_file_is_filled_once_and_found_in() {
    let (_dir, office) = office();
    let progress = Arc::new(Progress::default());
    let made = make(&office, 400, SEED, Arc::clone(&progress)).wait().unwrap();
    assert_eq!((made.persons, progress.get()), (400, (400, 400)));
    let counts = office.read(|desk| setup::counts(desk)).wait().unwrap();
    assert_eq!(counts, (made.persons, made.companies));
    assert!(office.read(|desk| setup::is_sample(desk)).wait().unwrap());
    let all = office.find("", finding::Order::default()).wait().unwrap();
    assert_eq!((all.ids.len(), all.complete), (400, true));

    let ids = all.ids.to_vec();
    let held: Vec<Option<Basis>> = office
        .read(move |desk| persons::lines(desk, &ids))
        .wait()
        .unwrap()
        .iter()
        .map(|line| line.basis.map(|named| named.basis))
        .collect();
    for basis in Basis::LAWFUL.into_iter().chain([Basis::Withdrawn, Basis::Objected]) {
        assert!(held.contains(&Some(basis)), "{basis:?} holds for nobody");
    }
    assert!(held.contains(&None));

    let first = people(SEED, 400);
    let number = first.iter().position(|sample| sample.ledger.iter().any(|row| row.worded)).unwrap();
    let email = first[number].content.emails[0].value.clone();
    let id = office.find(&email, finding::Order::default()).wait().unwrap().ids[0];
    let overview = office.read(move |desk| legal_basis::overview(desk, id)).wait().unwrap();
    assert_eq!(overview.person.content.last_name, first[number].content.last_name);
    assert_eq!(overview.person.created_at, first[number].created);
    assert_eq!(overview.person.updated_at, first[number].updated);
    assert_eq!(overview.ledger.len(), first[number].ledger.len());
    assert!(overview.ledger.iter().any(|row| row.wording.is_some() && row.evidence.is_some()));

    let again = make(&office, 1, SEED, Arc::default()).wait();
    assert!(matches!(again, Err(Error::Refused(Rule::SampleNeedsEmpty))));
}

#[test]
fn the_next_card_goes_on_counting() {
    let (_dir, office) = office();
    make(&office, 20, SEED, Arc::default()).wait().unwrap();
    let content = person::Content { last_name: "Ny".into(), ..person::Content::default() };
    let added = office.write(move |desk| persons::add(desk, content, None, list::SOURCE_USER)).wait().unwrap();
    assert_eq!(added.content.number, "21");
}

#[test]
fn stopping_leaves_nothing() {
    let (_dir, office) = office();
    let progress = Arc::new(Progress::default());
    progress.cancel();
    assert!(matches!(make(&office, 100, SEED, progress).wait(), Err(Error::Cancelled)));
    assert_eq!(office.read(|desk| setup::counts(desk)).wait().unwrap(), (0, 0));
    assert!(!office.read(|desk| setup::is_sample(desk)).wait().unwrap());
}
