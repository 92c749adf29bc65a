#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::super::Office;
use super::super::tests::{add, named, office};
use super::super::{check, journal};
use super::*;
use crate::model::duplicate::Likeness;
use crate::model::person::Labelled;
use crate::office::Progress;

fn card(office: &Office, id: person::Id) -> Option<Person> {
    office.read(move |desk| Ok(store::persons::get(desk.db(), id)?)).wait().unwrap()
}

fn ledger(office: &Office, id: person::Id) -> Vec<Entry> {
    office.read(move |desk| Ok(store::ledger::of_person(desk.db(), id)?)).wait().unwrap()
}

fn with(content: Content, email: &str, phone: &str) -> Content {
    let mut content = content;
    content.emails.push(Labelled::new(Some(list::LABEL_WORK), email.to_owned()));
    content.phones.push(Labelled::new(Some(list::LABEL_MOBILE), phone.to_owned()));
    content
}

fn decide(office: &Office, id: person::Id, basis: Basis) {
    let decision = Decision::new(list::MARKETING, basis, list::SOURCE_USER);
    office.write(move |desk| legal_basis::decide(desk, id, &decision, None)).wait().unwrap();
}

/// Two cards of one person: the first has a title and consent, the second a website, a refusal and more to call.
fn two(office: &Office) -> (person::Id, person::Id) {
    let mut first = with(named("Åse", "Ødegård"), "ase@example.org", "+47 00 11 22 33");
    first.title = "Innkjøper".into();
    first.company = "Fjordfisk AS".into();
    first.note = "Likes fish.".into();
    let mut second = with(named("Aase", "Ødegaard"), "ASE@example.org", "+47 00 44 55 66");
    second.website = "https://example.org".into();
    second.note = "Met at the fair.".into();
    second.no_mailings = true;
    let (first, second) = (add(office, first).id, add(office, second).id);
    decide(office, second, Basis::Withdrawn);
    decide(office, first, Basis::Consent);
    (first, second)
}

#[test]
fn the_plan_says_which_values_differ_and_which_answer_holds() {
    let (_dir, office) = office();
    let (first, second) = two(&office);
    let plan = office.read(move |desk| plan(desk, first, second)).wait().unwrap();
    let side = |field: &Field| plan.differing.iter().find(|known| known.field == *field).map(|known| known.side);
    assert_eq!(side(&Field::FirstName), Some(Side::Kept));
    assert_eq!(side(&Field::Website), Some(Side::Gone), "only the other card has one");
    assert_eq!(side(&Field::Title), Some(Side::Kept));
    assert_eq!(side(&Field::BirthDate), None, "neither has one");
    let marketing = plan.answers.iter().find(|answer| answer.purpose == list::MARKETING).unwrap();
    assert_eq!(marketing.holds, Side::Gone, "a withdrawal weighs more than a newer consent");
    assert!(matches!(
        office.read(move |desk| super::plan(desk, first, first)).wait(),
        Err(Error::Refused(Rule::MergeWithItself))
    ));
}

#[test]
fn two_cards_become_one_with_everything_that_was_either_s() {
    let (_dir, office) = office();
    let (first, second) = two(&office);
    let both = ledger(&office, first).len() + ledger(&office, second).len();
    let merged =
        office.write(move |desk| merge(desk, first, second, &[Field::FirstName, Field::Website])).wait().unwrap();
    assert_eq!(card(&office, second), None);
    let content = merged.person.content;
    assert_eq!((content.first_name.as_str(), content.last_name.as_str()), ("Aase", "Ødegård"));
    assert_eq!((content.title.as_str(), content.website.as_str()), ("Innkjøper", "https://example.org"));
    assert_eq!(content.emails.len(), 1, "the same address in other letters");
    assert_eq!(content.phones.len(), 2);
    assert_eq!(content.note, "Likes fish.\n\nMet at the fair.");
    assert!(content.no_mailings, "either said so");
    let rows = ledger(&office, first);
    assert_eq!(rows.len(), both + 1, "both ledgers, and the answer that holds once more");
    assert_eq!(basis::current(&rows, list::MARKETING).unwrap().basis, Basis::Withdrawn);
    let report = office.read(|desk| check::run(desk, &Progress::default())).wait().unwrap();
    assert!(report.is_empty(), "{report:?}");
}

#[test]
fn a_merge_is_taken_back_and_done_again() {
    let (_dir, office) = office();
    let (first, second) = two(&office);
    let (kept, gone) = (card(&office, first).unwrap(), card(&office, second).unwrap());
    let rows = ledger(&office, second);
    let merged = office.write(move |desk| merge(desk, first, second, &[Field::Number])).wait().unwrap();
    assert_eq!(merged.person.content.number, gone.content.number);

    let done = office.step(Way::Back).wait().unwrap().unwrap();
    assert_eq!(done.kind, Kind::Merged);
    assert_eq!(card(&office, second).unwrap(), gone, "as it was, with its times");
    assert_eq!(card(&office, first).unwrap().content, kept.content);
    assert_eq!(ledger(&office, second), rows);
    assert_eq!(basis::current(&ledger(&office, first), list::MARKETING).unwrap().basis, Basis::Consent);
    assert!(matches!(
        office.write(move |desk| undo(desk, merged.id)).wait(),
        Err(Error::Refused(Rule::MergeUndoneBefore))
    ));

    office.step(Way::Again).wait().unwrap().unwrap();
    assert_eq!(card(&office, second), None);
    assert_eq!(basis::current(&ledger(&office, first), list::MARKETING).unwrap().basis, Basis::Withdrawn);
    office.step(Way::Back).wait().unwrap().unwrap();
    assert_eq!(card(&office, second).unwrap(), gone);
    let verdict = office.read(|desk| journal::verify(desk.db(), desk.keys())).wait().unwrap();
    assert_eq!(verdict.broken_at, None);
    let found = office.find("aase", Default::default()).wait().unwrap();
    assert_eq!(*found.ids, [second]);
}

/// Merges two cards at companies with these contents, and returns them and which of the companies are there afterwards.
fn merge_at(office: &Office, at: [company::Content; 2], from_gone: &'static [Field]) -> ([person::Id; 2], [bool; 2]) {
    let names = at.clone().map(|content| content.name);
    for content in at.into_iter().filter(|content| !content.note.is_empty()) {
        office.write(move |desk| companies::add(desk, content)).wait().unwrap();
    }
    let [first, second] = names.map(|company| {
        let card = add(office, Content { company, ..named("Tor", "Øverland") });
        (card.id, card.company.unwrap())
    });
    office.write(move |desk| merge(desk, first.0, second.0, from_gone)).wait().unwrap();
    ([first.0, second.0], [first.1, second.1].map(|id| is_there(office, id)))
}

fn is_there(office: &Office, id: company::Id) -> bool {
    office.read(move |desk| Ok(store::companies::name(desk.db(), id)?.is_some())).wait().unwrap()
}

fn company_of(office: &Office, id: person::Id) -> (String, company::Id) {
    let card = card(office, id).unwrap();
    (card.content.company, card.company.unwrap())
}

fn note(name: &str) -> company::Content {
    company::Content { note: "Closed in July.".into(), ..company::Content::named(name) }
}

#[test]
fn a_company_that_was_a_name_only_goes_with_the_last_card_that_named_it() {
    let (_dir, office) = office();
    let named = company::Content::named;
    let (_, there) = merge_at(&office, [named("Fjordfisk AS"), named("Fjordfisk")], &[]);
    assert_eq!(there, [true, false]);
    let (_, there) = merge_at(&office, [named("Nordmat"), named("Nordmat AS")], &[Field::Company]);
    assert_eq!(there, [false, true]);
    let (_, there) = merge_at(&office, [named("Solberg AS"), note("Solberg")], &[]);
    assert_eq!(there, [true, true], "it has a card of its own");
    let (_, there) = merge_at(&office, [named("Vik AS"), named("Vik AS")], &[]);
    assert_eq!(there, [true, true], "the same");
}

#[test]
fn a_merge_is_taken_back_with_the_companies_that_went() {
    let (_dir, office) = office();
    let named = company::Content::named;
    for from_gone in [&[], &[Field::Company] as &'static [Field]] {
        let ([first, second], _) = merge_at(&office, [named("Fjordfisk AS"), named("Nordmat")], from_gone);
        office.step(Way::Back).wait().unwrap().unwrap();
        assert_eq!(company_of(&office, first).0, "Fjordfisk AS");
        assert_eq!(company_of(&office, second).0, "Nordmat");
        office.step(Way::Again).wait().unwrap().unwrap();
        office.step(Way::Back).wait().unwrap().unwrap();
        assert_eq!(company_of(&office, second).0, "Nordmat");
    }
    // One with a card of its own, which somebody removed since.
    let ([first, second], _) = merge_at(&office, [named("Vik AS"), note("Solberg")], &[]);
    let solberg = office.read(|desk| Ok(store::companies::by_key(desk.db(), "solberg")?.unwrap())).wait().unwrap();
    office.write(move |desk| companies::remove(desk, solberg)).wait().unwrap();
    office
        .write(move |desk| {
            let merge = past(desk, first)?.remove(0).id;
            undo(desk, merge)
        })
        .wait()
        .unwrap();
    let (name, id) = company_of(&office, second);
    assert!(name == "Solberg" && id != solberg, "by its name, for more is not known");
    let report = office.read(|desk| check::run(desk, &Progress::default())).wait().unwrap();
    assert!(report.is_empty(), "{report:?}");
}

#[test]
fn a_merge_is_not_taken_back_over_a_later_change() {
    let (_dir, office) = office();
    let (first, second) = two(&office);
    let merged = office.write(move |desk| merge(desk, first, second, &[])).wait().unwrap();
    let (content, seen) = (Content { title: "later".into(), ..merged.person.content }, merged.person.updated_at);
    office.write(move |desk| persons::save(desk, first, content, seen)).wait().unwrap();
    let refused = office.write(move |desk| undo(desk, merged.id)).wait();
    assert!(matches!(refused, Err(Error::ChangedMeanwhile(_))));
    assert_eq!(card(&office, second), None);
    // Step by step it goes.
    office.step(Way::Back).wait().unwrap().unwrap();
    office.step(Way::Back).wait().unwrap().unwrap();
    assert!(card(&office, second).is_some());
}

#[test]
fn look_alikes_are_found_and_stay_apart_when_somebody_says_so() {
    let (_dir, office) = office();
    let (first, second) = two(&office);
    let mut third = named("Tor", "Øverland");
    third.company = "Fjordfisk AS".into();
    let mut fourth = third.clone();
    fourth.last_name = "Øverlan".into();
    let (third, fourth) = (add(&office, third).id, add(&office, fourth).id);
    add(&office, named("Kari", "Nordli"));
    let find = || office.read(|desk| duplicates(desk, 50, &Progress::default())).wait().unwrap();
    let (pairs, total) = find();
    let seen: Vec<_> = pairs.iter().map(|pair| (pair.first.id, pair.second.id, pair.likeness)).collect();
    assert_eq!(seen, [(first, second, Likeness::Email), (third, fourth, Likeness::Name)]);
    assert_eq!(total, 2);
    office.write(move |desk| keep_apart(desk, fourth, third)).wait().unwrap();
    assert_eq!(find().1, 1);
    office.write(move |desk| merge(desk, first, second, &[])).wait().unwrap();
    assert_eq!(find().1, 0);
}

/// Returns the pairs that were found to be two people, as they are kept.
fn apart(office: &Office) -> Vec<(person::Id, person::Id)> {
    let pairs = office.read(|desk| Ok(store::merges::distinct(desk.db())?)).wait().unwrap();
    let rows = office.read(|desk| Ok(store::feed::rows_for_tests(desk.db())?)).wait().unwrap();
    let count = rows.into_iter().find(|(table, _)| table == "distinct_pair").map_or(0, |(_, rows)| rows.len());
    assert_eq!(pairs.len(), count, "each pair is kept once");
    let mut pairs: Vec<_> = pairs.into_iter().collect();
    pairs.sort();
    pairs
}

#[test]
fn who_was_kept_apart_stays_so_when_one_of_them_is_made_one_with_a_third() {
    let (_dir, office) = office();
    let alike = || Content { company: "Fjordfisk AS".into(), ..named("Tor", "Øverland") };
    let [first, second, third] = [(); 3].map(|()| add(&office, alike()).id);
    let find = || {
        let (pairs, _) = office.read(|desk| duplicates(desk, 50, &Progress::default())).wait().unwrap();
        pairs.into_iter().map(|pair| (pair.first.id, pair.second.id)).collect::<Vec<_>>()
    };
    for (a, b) in [(first, second), (first, third)] {
        office.write(move |desk| keep_apart(desk, a, b)).wait().unwrap();
    }
    assert_eq!(find(), [(second, third)]);
    let before = apart(&office);
    // The card that goes has the smallest identity, and was kept apart from the one that stays, too.
    office.write(move |desk| merge(desk, third, first, &[])).wait().unwrap();
    assert_eq!(apart(&office), [(second, third)]);
    assert_eq!(find(), []);
    office.step(Way::Back).wait().unwrap().unwrap();
    assert_eq!(apart(&office), before);
    assert_eq!(find(), [(second, third)]);

    // What the card that stays knew already, it still knows when the merge is taken back.
    office.write(move |desk| keep_apart(desk, third, second)).wait().unwrap();
    let before = apart(&office);
    office.write(move |desk| merge(desk, third, first, &[])).wait().unwrap();
    assert_eq!(apart(&office), [(second, third)]);
    office.step(Way::Back).wait().unwrap().unwrap();
    assert_eq!(apart(&office), before);
}

#[test]
fn an_address_that_many_share_is_no_sign() {
    let (_dir, office) = office();
    let find = || office.read(|desk| duplicates(desk, 50, &Progress::default())).wait().unwrap().1;
    for (name, wanted) in [("Åse", 0), ("Tor", 1), ("Kari", 3), ("Ola", 6), ("Liv", 10), ("Jon", 0)] {
        add(&office, with(named(name, name), "post@example.org", ""));
        assert_eq!(find(), wanted, "{name}");
    }
}

#[test]
fn collecting_pairs_ends_as_soon_as_somebody_asks() {
    let (_dir, office) = office();
    for name in ["Åse", "Tor", "Kari"] {
        add(&office, with(named(name, name), "post@example.org", ""));
    }
    let collected = office.read(|desk| {
        let (progress, mut pairs) = (Progress::default(), 0);
        let ended = store::merges::same_email(desk.db(), |_| {
            pairs += 1;
            progress.cancel();
            progress.at(0, 4)
        });
        Ok((matches!(ended, Err(Error::Cancelled)), pairs))
    });
    assert_eq!(collected.wait().unwrap(), (true, 1));
}
