#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::type_complexity)]

use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};

use super::*;

/// Somebody to whom everything may go.
fn willing() -> Facts {
    Facts {
        has_address: true,
        is_on_card: true,
        is_of_role: false,
        bounces: false,
        is_suppressed: false,
        in_trash: false,
        answering: Answering { restricted: false, objects: false, no_mailings: false, marketing: Some(Basis::Consent) },
        wanted: None,
        is_expired: false,
        is_minor: false,
        is_informed: true,
        to_customers: false,
        lack: None,
        asking_advertises: true,
    }
}

/// An existing customer.
fn customer() -> Facts {
    let answering = Answering { marketing: Some(Basis::LegitimateInterests), ..willing().answering };
    Facts { answering, to_customers: true, ..willing() }
}

fn sending(kind: Kind) -> Sending {
    Sending { kind, is_typed: kind == Kind::Marketing, informs: false }
}

type Change = fn(&mut Facts);

/// Each reason alone, and the kinds of message it keeps from somebody; all others go.
#[test]
fn each_reason_keeps_the_kinds_it_should() {
    use Kind::{
        Answer, Breach, ConsentConfirmation, ConsentRequest, Corrected, Erased, Marketing, Notice, Report, Test,
    };
    const ALL: &[Kind] = &Kind::ALL;
    const ADS: &[Kind] = &[ConsentRequest, Marketing];
    let table: &[(Change, Rule, &[Kind])] = &[
        (|f| f.has_address = false, Rule::NoAddress, ALL),
        (
            |f| f.is_on_card = false,
            Rule::AddressGone,
            &[Notice, ConsentRequest, ConsentConfirmation, Corrected, Erased, Report, Breach, Answer, Marketing],
        ),
        (|f| f.bounces = true, Rule::Bounced, ALL),
        (|f| f.in_trash = true, Rule::InTrash, &[Notice, ConsentRequest, ConsentConfirmation, Marketing]),
        (|f| f.answering.restricted = true, Rule::Restricted, &[ConsentRequest, ConsentConfirmation, Marketing]),
        (|f| f.answering.objects = true, Rule::Objects, ADS),
        (|f| f.answering.no_mailings = true, Rule::NoMailings, ADS),
        (|f| f.is_suppressed = true, Rule::Suppressed, ADS),
        (|f| f.is_minor = true, Rule::Minor, ADS),
        (|f| f.is_informed = false, Rule::NotInformed, ADS),
        (|f| f.wanted = Some(false), Rule::Refused, &[Marketing]),
    ];
    for (change, rule, kinds) in table {
        let mut facts = willing();
        change(&mut facts);
        for kind in Kind::ALL {
            let wanted = if kinds.contains(&kind) { vec![*rule] } else { Vec::new() };
            assert_eq!(facts.stops(sending(kind)), wanted, "{rule:?}, {kind:?}");
        }
    }
    for kind in Kind::ALL {
        assert_eq!(willing().stops(sending(kind)), [], "{kind:?}");
        assert_eq!(customer().stops(sending(kind)), [], "a customer, {kind:?}");
    }
    assert!(Test == Kind::ALL[9] && Nature::of(Test) == Nature::Test);
}

/// What permits e-marketing, and what else is asked of it.
#[test]
fn marketing_takes_what_permits_it() {
    let table: &[(fn() -> Facts, Change, &[Rule])] = &[
        (willing, |f| f.answering.marketing = None, &[Rule::NoConsent, Rule::NotSubscribed]),
        (willing, |f| f.answering.marketing = Some(Basis::Contract), &[Rule::NoConsent, Rule::NotSubscribed]),
        (willing, |f| f.answering.marketing = Some(Basis::Withdrawn), &[Rule::Withdrawn]),
        (willing, |f| (f.answering.marketing, f.answering.objects) = (Some(Basis::Objected), true), &[Rule::Objects]),
        (willing, |f| f.is_expired = true, &[Rule::ConsentExpired]),
        (willing, |f| (f.answering.marketing, f.wanted) = (None, Some(true)), &[Rule::NoConsent]),
        (customer, |f| f.to_customers = false, &[Rule::NoConsent, Rule::NotSubscribed]),
        (customer, |f| f.wanted = Some(false), &[Rule::Refused]),
        (customer, |f| f.lack = Some(Lack::Source), &[Rule::NotCustomer(Lack::Source), Rule::NotSubscribed]),
        (customer, |f| f.is_expired = true, &[]),
        (willing, |f| f.lack = Some(Lack::Unused), &[]),
    ];
    for (of, change, rules) in table {
        let mut facts = of();
        change(&mut facts);
        assert_eq!(facts.stops(sending(Kind::Marketing)), *rules, "{facts:?}");
        assert_eq!(facts.stops(sending(Kind::Answer)), [], "{facts:?}");
    }
}

/// To ask for consent by e-mail takes that e-marketing is permitted already, or an address of nobody in particular.
#[test]
fn asking_advertises_where_the_law_says_so() {
    let asked = |change: Change| {
        let mut facts = Facts { answering: Answering { marketing: None, ..willing().answering }, ..willing() };
        change(&mut facts);
        facts.stops(sending(Kind::ConsentRequest))
    };
    assert_eq!(asked(|_| {}), [Rule::RequestAdvertises]);
    assert_eq!(asked(|f| f.asking_advertises = false), []);
    assert_eq!(asked(|f| f.is_of_role = true), []);
    assert_eq!(asked(|f| f.answering.marketing = Some(Basis::Consent)), []);
    let expired: Change = |f| (f.answering.marketing, f.is_expired) = (Some(Basis::Consent), true);
    assert_eq!(asked(expired), [Rule::RequestAdvertises]);
    assert_eq!(asked(|f| f.answering.marketing = Some(Basis::Withdrawn)), [Rule::Withdrawn, Rule::RequestAdvertises]);
    let carries = Sending { kind: Kind::ConsentRequest, is_typed: false, informs: true };
    let facts = Facts { is_informed: false, is_of_role: true, ..willing() };
    assert_eq!(facts.stops(carries), []);
    assert_eq!(facts.stops(Sending { informs: false, ..carries }), [Rule::NotInformed]);
}

/// The law in one sentence, read plainly: written apart from the rules, so that one shows the other's mistakes.
fn may_plainly(f: &Facts, s: Sending) -> bool {
    if !f.has_address || f.bounces {
        return false;
    }
    let ends = f.answering.marketing == Some(Basis::Withdrawn) || f.answering.marketing == Some(Basis::Objected);
    let consents = f.answering.marketing == Some(Basis::Consent) && !f.is_expired;
    let is_customer = f.answering.marketing == Some(Basis::LegitimateInterests) && f.to_customers && f.lack.is_none();
    match s.kind {
        Kind::Test => true,
        Kind::Notice => f.is_on_card && !f.in_trash,
        Kind::Corrected | Kind::Erased | Kind::Report | Kind::Breach | Kind::Answer => f.is_on_card,
        Kind::ConsentConfirmation => f.is_on_card && !f.in_trash && !f.answering.restricted,
        Kind::ConsentRequest | Kind::Marketing => {
            let nothing_forbids = f.is_on_card
                && !f.in_trash
                && !f.answering.restricted
                && !f.answering.objects
                && !f.answering.no_mailings
                && !ends
                && !f.is_suppressed
                && !f.is_minor
                && (f.is_informed || s.informs);
            let permitted = consents || is_customer;
            nothing_forbids
                && if s.kind == Kind::Marketing {
                    permitted && !(s.is_typed && f.wanted == Some(false))
                } else {
                    permitted || f.is_of_role || !f.asking_advertises
                }
        }
    }
}

prop_compose! {
    fn facts()(
        flags in prop::collection::vec(prop::bool::weighted(0.12), 8),
        even in prop::collection::vec(any::<bool>(), 3),
        basis in prop::option::weighted(0.9, prop::sample::select(vec![
            Basis::Consent, Basis::Consent, Basis::Consent, Basis::LegitimateInterests, Basis::LegitimateInterests,
            Basis::Contract, Basis::Withdrawn, Basis::Objected,
        ])),
        wanted in prop::option::of(any::<bool>()),
        lack in prop::option::weighted(0.4, prop::sample::select(Lack::ALL.to_vec())),
        more in prop::collection::vec(prop::bool::weighted(0.12), 4),
    ) -> Facts {
        Facts {
            has_address: !flags[0],
            is_on_card: !flags[1],
            is_of_role: flags[2],
            bounces: flags[3],
            is_suppressed: flags[4],
            in_trash: flags[5],
            answering: Answering {
                restricted: flags[6],
                objects: flags[7] || basis == Some(Basis::Objected),
                no_mailings: more[0],
                marketing: basis,
            },
            wanted,
            is_expired: more[1],
            is_minor: more[2],
            is_informed: !more[3],
            to_customers: even[0],
            lack,
            asking_advertises: even[1],
        }
    }
}

fn nobody_gets_what_they_may_not(cases: u32) {
    let config = Config { cases, rng_seed: RngSeed::Fixed(7), failure_persistence: None, ..Config::default() };
    let sendings = (prop::sample::select(Kind::ALL.to_vec()), any::<bool>(), any::<bool>());
    let went = std::cell::Cell::new([0_u32; 2]);
    TestRunner::new(config)
        .run(&(facts(), sendings), |(facts, (kind, is_typed, informs))| {
            let sending = Sending { kind, is_typed, informs };
            let goes = facts.stops(sending).is_empty();
            prop_assert_eq!(goes, may_plainly(&facts, sending), "{:?} {:?}", facts, sending);
            if kind == Kind::Marketing {
                let mut count = went.get();
                count[usize::from(goes)] += 1;
                went.set(count);
            }
            Ok(())
        })
        .unwrap_or_else(|error| panic!("{error}"));
    let [kept, goes] = went.get();
    assert!(kept > cases / 40 && goes > cases / 200, "{kept} {goes}");
}

#[test]
fn nobody_gets_what_they_may_not_read_plainly() {
    nobody_gets_what_they_may_not(10_000);
}

#[test]
fn every_rule_has_a_key_and_some_are_final() {
    let keys: std::collections::HashSet<&str> = Rule::ALL.iter().map(|rule| rule.key()).collect();
    assert_eq!(keys.len() + Lack::ALL.len() - 1, Rule::ALL.len());
    for rule in [Rule::Objects, Rule::Restricted, Rule::Suppressed, Rule::Withdrawn, Rule::Refused] {
        assert!(!rule.can_be_overridden(), "{rule:?}");
    }
}
