#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod changed_since;

use super::super::Office;
use super::super::tests::{add, named, office};
use super::super::{check, journal};
use super::*;
use crate::model::duplicate::Likeness;
use crate::model::objection::{self, Objection, Verdict};
use crate::model::person::Labelled;
use crate::office::{Progress, states};

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

fn edit(office: &Office, id: person::Id, change: impl FnOnce(&mut Content) + Send + 'static) {
    office
        .write(move |desk| {
            let card = persons::get(desk, id)?;
            let mut content = card.content;
            change(&mut content);
            persons::save(desk, id, content, card.updated_at)
        })
        .wait()
        .unwrap();
}

#[test]
fn what_was_edited_since_stays_when_a_merge_is_taken_back() {
    let (_dir, office) = office();
    let (first, second) = two(&office);
    let (kept, gone) = (card(&office, first).unwrap(), card(&office, second).unwrap());
    let merged =
        office.write(move |desk| merge(desk, first, second, &[Field::Website, Field::FirstName])).wait().unwrap();
    edit(&office, first, |content| {
        content.title = "later".into();
        content.company = "Nordmat".into();
        content.phones.push(Labelled::new(Some(list::LABEL_WORK), "+47 00 77 88 99".into()));
    });
    let undone = office.write(move |desk| undo(desk, merged.id)).wait().unwrap();
    assert_eq!((undone.kept, undone.gone), (first, second));
    assert_eq!(undone.held, [Field::Company, Field::Title, Field::Phones]);
    let now = card(&office, first).unwrap().content;
    assert_eq!((now.title.as_str(), now.company.as_str()), ("later", "Nordmat"));
    assert_eq!((now.first_name, now.website, now.note), (kept.content.first_name, String::new(), kept.content.note));
    let numbers: Vec<&str> = now.phones.iter().map(|phone| phone.value.as_str()).collect();
    assert_eq!(numbers, ["+47 00 11 22 33", "+47 00 77 88 99"], "the other card's went with it");
    assert_eq!(card(&office, second).unwrap(), gone);
    let report = office.read(|desk| check::run(desk, &Progress::default())).wait().unwrap();
    assert!(report.is_empty(), "{report:?}");
    // Step by step it is not done twice: the edit since is not the last change any more.
    let again = office.step(Way::Back).wait();
    assert!(matches!(again, Err(Error::ChangedMeanwhile(_))), "{again:?}");
}

#[test]
fn who_refused_since_a_merge_refuses_on_both_cards_when_it_is_taken_back() {
    let (_dir, office) = office();
    for (here, there, since, both) in [
        (Basis::Consent, Basis::Consent, Basis::Objected, [Basis::Objected, Basis::Objected]),
        (Basis::Consent, Basis::Consent, Basis::Withdrawn, [Basis::Withdrawn, Basis::Withdrawn]),
        // More was refused there before.
        (Basis::Consent, Basis::Objected, Basis::Withdrawn, [Basis::Withdrawn, Basis::Objected]),
        // What allows something was given to the card that stayed.
        (Basis::Withdrawn, Basis::Withdrawn, Basis::Consent, [Basis::Consent, Basis::Withdrawn]),
    ] {
        let (first, second) = (add(&office, named("Åse", "Ødegård")).id, add(&office, named("Aase", "Ødegaard")).id);
        decide(&office, first, here);
        decide(&office, second, there);
        let merged = office.write(move |desk| merge(desk, first, second, &[])).wait().unwrap();
        decide(&office, first, since);
        let undone = office.write(move |desk| undo(desk, merged.id)).wait().unwrap();
        let now = [first, second].map(|id| basis::current(&ledger(&office, id), list::MARKETING).unwrap().basis);
        assert_eq!(now, both, "{here:?} {there:?} {since:?}");
        assert_eq!(undone.refused.len(), usize::from(there == Basis::Consent), "{there:?}");
        for entry in undone.refused {
            assert!(entry.comment.contains("slått sammen"), "{}", entry.comment);
        }
    }
}

#[test]
fn what_somebody_objected_to_is_on_their_card_when_a_merge_is_taken_back() {
    let (_dir, office) = office();
    let (first, second) = (add(&office, named("Åse", "Ødegård")).id, add(&office, named("Aase", "Ødegaard")).id);
    let object = |id, purpose| {
        office.write(move |desk| states::object(desk, id, purpose, "By letter", None)).wait().unwrap();
    };
    let objections = |id| office.read(move |desk| Ok(store::states::objections(desk.db(), id)?)).wait().unwrap();
    let contract = Decision::new(list::SALES, Basis::Contract, list::SOURCE_USER);
    for id in [first, second] {
        let contract = contract.clone();
        office.write(move |desk| legal_basis::decide(desk, id, &contract, None)).wait().unwrap();
    }
    object(second, list::MARKETING);
    let before = objections(second);
    let merged = office.write(move |desk| merge(desk, first, second, &[])).wait().unwrap();
    assert_eq!(objections(first).len(), 1);
    // A contract goes on: the ledger says nothing of it.
    object(first, list::SALES);
    office.write(move |desk| undo(desk, merged.id)).wait().unwrap();
    let (here, there) = (objections(first), objections(second));
    assert_eq!(there[..1], before, "what was said before the merge");
    let said: Vec<_> = [&here[0], &there[1]].map(|one| (one.purpose, one.comment.as_str(), one.entry)).into();
    assert_eq!((here.len(), there.len(), said), (1, 2, vec![(list::SALES, "By letter", None); 2]));

    // What is stopped since the merge names the row that stops it, on each card, and what was decided.
    let merged = office.write(move |desk| merge(desk, first, second, &[])).wait().unwrap();
    let interests = Decision::new(list::SALES, Basis::LegitimateInterests, list::SOURCE_USER);
    office.write(move |desk| legal_basis::decide(desk, first, &interests, None)).wait().unwrap();
    let weighed = office.write(move |desk| states::object(desk, first, list::SALES, "", None)).wait().unwrap();
    let id = weighed.objection.id;
    office.write(move |desk| states::decide(desk, first, id, Verdict::Upheld, "Right so")).wait().unwrap();
    office.write(move |desk| undo(desk, merged.id)).wait().unwrap();
    for id in [first, second] {
        let holds = basis::current(&ledger(&office, id), list::SALES).unwrap().clone();
        let last = objections(id).pop().unwrap();
        assert_eq!((holds.basis, last.entry), (Basis::Objected, Some(holds.id)));
        assert_eq!(last.decided.map(|decided| decided.reason).as_deref(), Some("Right so"));
    }
    let report = office.read(|desk| check::run(desk, &Progress::default())).wait().unwrap();
    assert!(report.is_empty(), "{report:?}");
}

#[test]
fn what_was_refused_since_a_merge_is_told_by_what_was_known_then() {
    let (_dir, office) = office();
    let (first, second) = (add(&office, named("Åse", "Ødegård")).id, add(&office, named("Aase", "Ødegaard")).id);
    let merged = office.write(move |desk| merge(desk, first, second, &[])).wait().unwrap();
    let said = office.write(move |desk| states::object(desk, first, list::MARKETING, "", None)).wait().unwrap();
    // Nothing says that an identity that is given later is the larger one.
    let earlier = move |desk: &mut Desk<'_>| {
        store::states::forget_objection(desk.db(), first, said.holds.id)?;
        let void = Decision::new(list::MARKETING, Basis::Void, list::SOURCE_USER);
        let void = legal_basis::repeat(desk, first, &void)?;
        let entry = Entry { id: basis::Id(7), at: desk.after(void.at), ..said.holds };
        store::ledger::insert(desk.db(), &entry)?;
        let objection = Objection { id: objection::Id(7), entry: Some(entry.id), ..said.objection };
        Ok(store::states::object(desk.db(), &objection)?)
    };
    office.write(earlier).wait().unwrap();
    let undone = office.write(move |desk| undo(desk, merged.id)).wait().unwrap();
    assert_eq!(undone.refused.len(), 1);
    assert_eq!(basis::current(&ledger(&office, second), list::MARKETING).unwrap().basis, Basis::Objected);
    let objections = office.read(move |desk| Ok(store::states::objections(desk.db(), second)?)).wait().unwrap();
    assert_eq!(objections.iter().map(|objection| objection.entry).collect::<Vec<_>>(), [Some(undone.refused[0].id)]);
}

#[test]
fn of_merges_on_top_of_each_other_the_last_is_taken_back_first() {
    let (_dir, office) = office();
    let [first, second, third] = ["Tor", "Thor", "Thore"].map(|name| add(&office, named(name, "Berg")).id);
    let one = office.write(move |desk| merge(desk, second, third, &[])).wait().unwrap().id;
    let two = office.write(move |desk| merge(desk, first, second, &[])).wait().unwrap().id;
    let refused = office.write(move |desk| undo(desk, one)).wait();
    assert!(matches!(refused, Err(Error::Refused(Rule::MergedFurther))), "{refused:?}");
    let past = office.read(move |desk| past(desk, first)).wait().unwrap();
    assert_eq!(past.iter().map(|one| (one.id, one.can_be_undone)).collect::<Vec<_>>(), [(two, true), (one, false)]);
    office.write(move |desk| undo(desk, two)).wait().unwrap();
    office.write(move |desk| undo(desk, one)).wait().unwrap();
    assert!(card(&office, third).is_some());
}

#[test]
fn what_a_third_card_refused_before_is_not_said_by_the_one_that_is_parted() {
    let (_dir, office) = office();
    let [first, second, third] = ["Tor", "Thor", "Thore"].map(|name| add(&office, named(name, "Berg")).id);
    let one = office.write(move |desk| merge(desk, first, second, &[])).wait().unwrap().id;
    decide(&office, third, Basis::Objected);
    office.write(move |desk| merge(desk, first, third, &[])).wait().unwrap();
    let undone = office.write(move |desk| undo(desk, one)).wait().unwrap();
    assert_eq!((undone.gone, undone.refused), (second, vec![]));
    assert_eq!(basis::current(&ledger(&office, second), list::MARKETING), None);
    assert_eq!(basis::current(&ledger(&office, first), list::MARKETING).unwrap().basis, Basis::Objected);
}

#[test]
fn the_row_that_a_merge_enters_says_so() {
    let (_dir, office) = office();
    let (first, second) = two(&office);
    office.write(move |desk| merge(desk, first, second, &[])).wait().unwrap();
    let rows = ledger(&office, first);
    let holds = basis::current(&rows, list::MARKETING).unwrap();
    assert!(holds.comment.starts_with("Fra kortet som ble slått sammen med dette"), "{}", holds.comment);
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
    let itself = office.write(move |desk| keep_apart(desk, third, third)).wait();
    assert!(matches!(itself, Err(Error::Refused(Rule::ApartFromItself))));
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

#[test]
fn a_number_that_colleagues_share_makes_nobody_a_look_alike() {
    let (_dir, office) = office();
    let at = |first: &str, last: &str, company: &str, label: list::Id, number: &str| {
        let mut content = named(first, last);
        content.company = company.into();
        content.phones.push(Labelled::new(Some(label), number.into()));
        add(&office, content).id
    };
    let (work, board) = (list::LABEL_WORK, list::LABEL_SWITCHBOARD);
    at("Kari", "Nordli", "Fjordfisk AS", work, "+47 00 10 10 10");
    at("Ola", "Hansen", "Fjordfisk AS", work, "+47 00 10 10 10");
    at("Tor", "Berg", "Nordmat", board, "+47 00 20 20 20");
    at("Liv", "Dahl", "Solberg AS", board, "+47 00 20 20 20");
    // What remains: a number in two companies, and similar names, in this order.
    let one = at("Eva", "Lund", "Vik AS", work, "+47 00 30 30 30");
    let two = at("Nils", "Moe", "Dal AS", work, "+47 00 30 30 30");
    let three = at("Ingrid", "Solheim", "Fjordfisk AS", board, "+47 00 40 40 40");
    let four = at("Ingrid", "Solheimm", "Fjordfisk AS", board, "+47 00 40 40 40");
    let (pairs, _) = office.read(|desk| duplicates(desk, 50, &Progress::default())).wait().unwrap();
    let seen: Vec<_> = pairs.iter().map(|pair| (pair.first.id, pair.second.id, pair.likeness)).collect();
    assert_eq!(seen, [(three, four, Likeness::Name), (one, two, Likeness::Phone)]);
}

#[test]
fn what_was_one_before_is_parted_again_without_losing_an_answer() {
    let (_dir, office) = office();
    let (first, second) = (add(&office, named("Åse", "Ødegård")).id, add(&office, named("Aase", "Ødegaard")).id);
    decide(&office, second, Basis::Consent);
    // The first card's ledger keeps the consent, declared void; that is about the first card alone.
    for (kept, gone) in [(first, second), (second, first)] {
        let merged = office.write(move |desk| merge(desk, kept, gone, &[])).wait().unwrap().id;
        office.write(move |desk| undo(desk, merged)).wait().unwrap();
        let holds = |id| basis::current(&ledger(&office, id), list::MARKETING).map(|entry| entry.basis);
        assert_eq!((holds(first), holds(second)), (None, Some(Basis::Consent)));
    }
}
