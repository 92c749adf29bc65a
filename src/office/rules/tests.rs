#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use crate::model::basis::Entry;
use crate::model::import::{OnDuplicate, Terms};
use crate::model::objection::{Reach, Verdict};
use crate::model::person::Content;
use crate::model::{Reason, wording};
use crate::office::tests::{named, office};
use crate::office::undo::Way;
use crate::office::{Office, Progress, import, legal_basis, persons, states, wordings};
use crate::transfer::{Format, Parser};

fn set(office: &Office, key: &str, value: &str) {
    let (setting, value) = (Setting::from_key(key).unwrap(), value.to_owned());
    office.write(move |desk| settings::set(desk, &setting, &value)).wait().unwrap();
}

fn rules(office: &Office) -> Rules {
    office.read(|desk| Ok(desk.rules()?.clone())).wait().unwrap()
}

fn own(office: &Office, key: &str) -> Named {
    let key = key.to_owned();
    let find = move |desk: &mut Desk<'_>| {
        let lists = desk.lists()?;
        Ok(lists.find(List::Basis, &key).and_then(|item| lists.basis(item)))
    };
    office.read(find).wait().unwrap().unwrap()
}

fn decide(office: &Office, decision: Decision) -> Result<Entry, Error> {
    let content = named("Åse", "Ødegård");
    let id = office.write(move |desk| persons::add(desk, content, None, list::SOURCE_USER)).wait()?.id;
    office.write(move |desk| legal_basis::decide(desk, id, &decision, None)).wait()
}

fn refused<T: std::fmt::Debug>(result: Result<T, Error>) -> Rule {
    match result {
        Err(Error::Refused(rule)) => rule,
        other => panic!("{other:?}"),
    }
}

fn new(office: &Office, decision: Option<Decision>) -> Result<Vec<Entry>, Error> {
    let content = Content { last_name: "Berg".into(), ..Content::default() };
    let added = office.write(move |desk| persons::add(desk, content, decision.as_ref(), list::SOURCE_USER)).wait()?;
    office.read(move |desk| Ok(legal_basis::overview(desk, added.id)?.ledger)).wait()
}

#[test]
fn an_own_legal_basis_counts_as_the_one_it_stands_under() {
    let (_folder, office) = office();
    set(&office, "basis.bookkeeping.under", "legal-obligation");
    set(&office, "basis.bookkeeping.name.en", "Bookkeeping");
    let bookkeeping = own(&office, "bookkeeping");
    assert_eq!(bookkeeping.basis, Basis::LegalObligation);
    let entry = decide(&office, Decision::new(list::SALES, bookkeeping, list::SOURCE_USER)).unwrap();
    assert_eq!(entry.named(), bookkeeping);
    let person = entry.person;
    let (ledger, lines) = office
        .read(move |desk| Ok((legal_basis::overview(desk, person)?.ledger, persons::lines(desk, &[person])?)))
        .wait()
        .unwrap();
    assert_eq!((ledger[0].named(), lines[0].basis), (bookkeeping, Some(bookkeeping)));
    // Where a purpose expects the shipped one, own ones under it are expected as well, and not the other way round.
    set(&office, "purpose.sales.expected", "legal-obligation");
    assert_eq!(rules(&office).refuses(list::SALES, bookkeeping), None);
    set(&office, "purpose.sales.expected", "bookkeeping");
    assert_eq!(rules(&office).refuses(list::SALES, Basis::LegalObligation.into()), Some(Rule::BasisNotExpected));
    // What a decision says of the basis does not matter: the item says what it is.
    let lie = Decision { basis: Basis::Consent, ..Decision::new(list::SALES, bookkeeping, list::SOURCE_USER) };
    assert_eq!(decide(&office, lie).unwrap().basis, Basis::LegalObligation);
}

#[test]
fn what_a_purpose_does_not_expect_and_what_the_law_does_not_let_be_is_refused() {
    let (_folder, office) = office();
    set(&office, "purpose.sales.expected", "contract");
    let try_it = |purpose, basis: Basis| decide(&office, Decision::new(purpose, basis, list::SOURCE_USER));
    assert_eq!(refused(try_it(list::SALES, Basis::Consent)), Rule::BasisNotExpected);
    try_it(list::SALES, Basis::Contract).unwrap();
    assert_eq!(refused(try_it(list::MARKETING, Basis::Contract)), Rule::MarketingNeedsConsent);
    assert_eq!(refused(try_it(list::MARKETING, Basis::LegitimateInterests)), Rule::MarketingToCustomers);
    set(&office, "customers.mail", "yes");
    try_it(list::MARKETING, Basis::LegitimateInterests).unwrap();
    // Who says no is heard, whatever is expected.
    for basis in [Basis::Withdrawn, Basis::Objected] {
        try_it(list::SALES, basis).unwrap();
    }
    let decision = Decision::new(list::MARKETING, Basis::Contract, list::SOURCE_USER);
    assert_eq!(refused(new(&office, Some(decision))), Rule::MarketingNeedsConsent);
}

#[test]
fn direct_marketing_of_the_office_s_own_takes_no_contract_and_expects_none() {
    let (_folder, office) = office();
    set(&office, "purpose.letters.name.en", "Letters");
    set(&office, "purpose.letters.direct_marketing", "yes");
    let letters = office.read(|desk| Ok(desk.lists()?.by_key(List::Purpose, "letters").unwrap().id)).wait().unwrap();
    let try_it = |basis: Basis| decide(&office, Decision::new(letters, basis, list::SOURCE_USER));
    for basis in [Basis::Contract, Basis::LegalObligation, Basis::VitalInterests, Basis::PublicTask] {
        assert_eq!(refused(try_it(basis)), Rule::DirectMarketingUnfit, "{basis:?}");
    }
    for basis in [Basis::LegitimateInterests, Basis::Consent, Basis::Withdrawn] {
        try_it(basis).unwrap();
    }
    let expect = |purpose: &str, value: &str| {
        let setting = Setting::from_key(&format!("purpose.{purpose}.expected")).unwrap();
        let value = value.to_owned();
        office.write(move |desk| settings::set(desk, &setting, &value)).wait().map(drop)
    };
    for (purpose, value) in [("letters", "consent contract"), ("marketing", "contract")] {
        let wrong = expect(purpose, value);
        assert!(matches!(wrong, Err(Error::InvalidSetting { reason: Reason::NotExpected, .. })), "{wrong:?}");
    }
    // The rule for existing customers may be used later.
    expect("marketing", "consent legitimate-interests").unwrap();
    expect("letters", "legitimate-interests").unwrap();
}

#[test]
fn a_legal_obligation_without_its_statute_is_warned_about() {
    let (_folder, office) = office();
    let named = Named::from(Basis::LegalObligation);
    assert_eq!(rules(&office).of_decision(named), [Warning::StatuteMissing]);
    set(&office, "basis.legal-obligation.statute", "Bokføringsloven § 13");
    assert_eq!(rules(&office).of_decision(named), []);
    assert_eq!(rules(&office).of_decision(Basis::Contract.into()), []);
}

#[test]
fn special_categories_ask_for_their_condition() {
    let (_folder, office) = office();
    set(&office, "purpose.sales.special", "yes");
    let with = |condition, wording: Option<wording::Id>| Decision {
        condition,
        wording,
        ..Decision::new(list::SALES, Basis::Consent, list::SOURCE_USER)
    };
    assert_eq!(refused(decide(&office, with(None, None))), Rule::ConditionNeeded);
    assert_eq!(refused(decide(&office, with(Some(Condition::Explicit), None))), Rule::ExplicitNeedsWording);
    let claims = decide(&office, with(Some(Condition::Claims), None)).unwrap();
    let person = claims.person;
    let kept = office.read(move |desk| Ok(legal_basis::overview(desk, person)?.ledger)).wait().unwrap();
    assert_eq!(kept[0].condition, Some(Condition::Claims));
    let shown = office.write(|desk| wordings::add(desk, list::SALES, "en", "Yes, keep my allergies.")).wait().unwrap();
    decide(&office, with(Some(Condition::Explicit), Some(shown))).unwrap();
    decide(&office, Decision::new(list::SALES, Basis::Withdrawn, list::SOURCE_USER)).unwrap();
}

#[test]
fn an_own_purpose_can_be_direct_marketing_and_the_shipped_one_always_is() {
    let (_folder, office) = office();
    set(&office, "purpose.letters.name.en", "Letters about offers");
    let letters =
        office.read(|desk| Ok(desk.lists()?.by_key(List::Purpose, "letters").map(|item| item.id))).wait().unwrap();
    let letters = letters.unwrap();
    assert!(!rules(&office).is_direct_marketing(letters));
    // Until it is marked, an objection is weighed.
    let kept = Decision::new(letters, Basis::LegitimateInterests, list::SOURCE_USER);
    let person = decide(&office, kept.clone()).unwrap().person;
    let object = move |desk: &mut Desk<'_>| states::object(desk, person, letters, "No, thanks", None);
    let weighed = office.write(object).wait().unwrap().objection;
    assert_eq!((weighed.reach, weighed.decided), (Reach::Weighed, None));
    set(&office, "purpose.letters.direct_marketing", "yes");
    assert!(rules(&office).is_direct_marketing(letters));
    // What was not decided yet cannot be overruled any more, and nothing goes past it.
    let overrule = move |desk: &mut Desk<'_>| states::decide(desk, person, weighed.id, Verdict::Overruled, "We want");
    assert!(matches!(office.write(overrule).wait(), Err(Error::Refused(Rule::VerdictUnfit))));
    let again =
        |decision: Decision| office.write(move |desk| legal_basis::decide(desk, person, &decision, None)).wait();
    assert_eq!(refused(again(kept.clone())), Rule::ObjectionStands);
    // A new objection needs no decision.
    let made = office.write(object).wait().unwrap().objection;
    assert_eq!((made.reach, made.decided.unwrap().verdict), (Reach::Absolute, Verdict::Upheld));
    // That both were mistakes can be said, and the person can change their mind.
    let mistake = Decision { corrects: made.entry, ..kept.clone() };
    assert_eq!(refused(again(mistake.clone())), Rule::ObjectionStands);
    again(Decision { basis: Basis::Void, item: Basis::Void.item(), ..mistake }).unwrap();
    again(Decision { corrects: weighed.entry, ..kept.clone() }).unwrap();
    office.write(object).wait().unwrap();
    assert_eq!(refused(again(kept)), Rule::ObjectionStands);
    again(Decision::new(letters, Basis::Consent, list::SOURCE_USER)).unwrap();

    let shipped = Setting::from_key("purpose.marketing.direct_marketing").unwrap();
    let wanted = shipped.clone();
    assert_eq!(office.read(move |desk| settings::get(desk, &shipped)).wait().unwrap(), "yes");
    let refused = office.write(move |desk| settings::set(desk, &wanted, "no")).wait();
    assert!(matches!(refused, Err(Error::InvalidSetting { reason: Reason::ReadOnly, .. })), "{refused:?}");
    assert!(rules(&office).is_direct_marketing(list::MARKETING));
    set(&office, "purpose.letters.direct_marketing", "no");
    assert!(!rules(&office).is_direct_marketing(letters));
}

#[test]
fn no_way_leads_past_an_objection_to_direct_marketing() {
    let (folder, office) = office();
    set(&office, "purpose.letters.name.en", "Letters about offers");
    set(&office, "purpose.letters.direct_marketing", "yes");
    let letters = office.read(|desk| Ok(desk.lists()?.by_key(List::Purpose, "letters").map(|item| item.id)));
    let letters = letters.wait().unwrap().unwrap();
    let interests = Decision::new(letters, Basis::LegitimateInterests, list::SOURCE_USER);
    let first = decide(&office, interests.clone()).unwrap();
    let id = first.person;
    let enter = |decision: Decision| office.write(move |desk| legal_basis::decide(desk, id, &decision, None)).wait();
    let last = || {
        let overview = office.read(move |desk| legal_basis::overview(desk, id)).wait().unwrap();
        overview.ledger.last().unwrap().basis
    };
    // What was taken back before is not entered again, as if it had been decided elsewhere since.
    office.step(Way::Back).wait().unwrap().unwrap();
    let objects = Decision::new(letters, Basis::Objected, list::SOURCE_USER);
    office.write(move |desk| legal_basis::enter(desk, id, &objects, None)).wait().unwrap();
    assert_eq!(refused(office.step(Way::Again).wait()), Rule::ObjectionStands);
    assert_eq!(last(), Basis::Objected);
    // Nor does a correction of another row go past it, nor what comes after a withdrawal.
    let corrects = Decision { corrects: Some(first.id), ..interests.clone() };
    assert_eq!(refused(enter(corrects)), Rule::ObjectionStands);
    enter(Decision::new(letters, Basis::Withdrawn, list::SOURCE_USER)).unwrap();
    assert_eq!(refused(enter(interests.clone())), Rule::ObjectionStands);
    // That they consented since was the mistake.
    let consent = enter(Decision::new(letters, Basis::Consent, list::SOURCE_USER)).unwrap().id;
    assert_eq!(refused(enter(Decision { corrects: Some(consent), ..interests.clone() })), Rule::ObjectionStands);

    // A file does not, where something else was entered before the purpose was marked.
    let path = folder.path().join("people.csv");
    let number = office.read(move |desk| Ok(persons::get(desk, id)?.content.number)).wait().unwrap();
    std::fs::write(&path, format!("number,first_name,last_name\n{number},Åse,Ødegård\n")).unwrap();
    set(&office, "purpose.letters.direct_marketing", "no");
    enter(interests.clone()).unwrap();
    enter(Decision::new(letters, Basis::Objected, list::SOURCE_USER)).unwrap();
    enter(Decision::new(letters, Basis::Contract, list::SOURCE_USER)).unwrap();
    set(&office, "purpose.letters.direct_marketing", "yes");
    let opened = import::open(&Parser::Here, &path, Format::Auto, &Progress::default()).unwrap();
    let terms = Terms {
        purpose: letters,
        basis: Basis::LegitimateInterests.into(),
        condition: None,
        source: list::SOURCE_IMPORT,
        comment: String::new(),
        on_duplicate: OnDuplicate::Replace,
    };
    let request = import::Request {
        path,
        format: Format::Auto,
        parser: Parser::Here,
        mapping: opened.guesses,
        terms,
        overrule: None,
    };
    let run = move |desk: &mut Desk<'_>| {
        let plan = import::plan(desk, &request, &Progress::default())?;
        import::carry_out(desk, &plan, &Progress::default())
    };
    let counts = office.write(run).wait().unwrap().counts;
    assert_eq!((counts.refusals_kept, counts.skipped, counts.added), (1, 1, 0));
    assert_eq!(last(), Basis::Contract);
}

#[test]
fn new_persons_have_what_the_office_decided_for_their_way_in() {
    let (_folder, office) = office();
    assert_eq!(new(&office, None).unwrap(), [], "nothing was decided");
    set(&office, "default.user.sales", "contract,meeting");
    set(&office, "default.user.marketing", "consent,phone");
    set(&office, "default.fair.sales", "consent,fair");
    let told = |ledger: Vec<Entry>| ledger.iter().map(|entry| (entry.purpose, entry.basis)).collect::<Vec<_>>();
    let usual = told(new(&office, None).unwrap());
    assert_eq!(usual, [(list::SALES, Basis::Contract), (list::MARKETING, Basis::Consent)]);
    let said = Decision::new(list::SALES, Basis::LegitimateInterests, list::SOURCE_USER);
    let said = told(new(&office, Some(said)).unwrap());
    assert_eq!(said, [(list::SALES, Basis::LegitimateInterests), (list::MARKETING, Basis::Consent)]);
    // What cannot hold any more has to be said each time.
    set(&office, "purpose.sales.expected", "consent");
    assert_eq!(rules(&office).usual(list::SOURCE_USER, list::SALES), Some(Usual::Ask));
    assert_eq!(told(new(&office, None).unwrap()), [(list::MARKETING, Basis::Consent)]);
}

#[test]
fn a_person_without_a_basis_is_taken_warned_about_or_refused() {
    let (_folder, office) = office();
    assert_eq!(rules(&office).of_new_person(None), [Warning::NoBasis]);
    set(&office, "basis.required", "off");
    assert_eq!(rules(&office).of_new_person(None), []);
    new(&office, None).unwrap();
    set(&office, "basis.required", "refuse");
    assert_eq!(refused(new(&office, None)), Rule::BasisRequired);
    let marketing = Decision::new(list::MARKETING, Basis::Consent, list::SOURCE_USER);
    assert_eq!(refused(new(&office, Some(marketing))), Rule::BasisRequired);
    set(&office, "default.user.sales", "contract,user");
    assert_eq!(new(&office, None).unwrap().len(), 1);
}

#[test]
fn notes_are_looked_through_where_the_office_wants_it() {
    let (_folder, office) = office();
    assert_eq!(rules(&office).of_note("pnr 811218-9876"), [Warning::Note(Find::IdentityNumber)]);
    set(&office, "notes.warn", "no");
    assert_eq!(rules(&office).of_note("pnr 811218-9876"), []);
}
