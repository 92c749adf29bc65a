#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::wildcard_enum_match_arm)]

use super::*;
use crate::model::basis::Decision;
use crate::model::person::{Content, Id, Labelled};
use crate::model::restriction::Ground;
use crate::model::subscription::Said;
use crate::office::mail::outbox::{New, queue};
use crate::office::tests::{named, office};
use crate::office::{Office, legal_basis, persons, trash, wordings};

const NEWS: &str = "news";

fn news() -> list::Id {
    list::shipped_id(List::Subscription, NEWS).unwrap()
}

/// Somebody with an address, a consent, and who was informed.
fn willing(office: &Office, email: &'static str) -> Id {
    office
        .write(move |desk| {
            let mut content = named("Gry", "Berg");
            content.emails.push(Labelled::new(None, email.into()));
            content.country = "NO".into();
            let id = persons::add(desk, content, None, list::SOURCE_USER)?.id;
            let mut yes = Decision::new(list::MARKETING, Basis::Consent, list::SOURCE_USER);
            yes.wording = Some(wordings::add(desk, list::MARKETING, "nb", "Kan vi skrive?")?);
            legal_basis::decide(desk, id, &yes, None)?;
            inform(desk, id);
            Ok(id)
        })
        .wait()
        .unwrap()
}

fn inform(desk: &Desk<'_>, id: Id) {
    let sql = format!(
        "INSERT INTO notice (id, person, way, template, told_at, comment, at, by)
         VALUES ({0}, {0}, 'oral', '', 1, '', 1, 1)",
        id.0
    );
    desk.db().sql_for_tests().execute_batch(&sql).unwrap();
}

fn asked(office: &Office, id: Id, what: What) -> Verdict {
    office.read(move |desk| may_write(desk, id, &what)).wait().unwrap()
}

fn rules(office: &Office, id: Id) -> Vec<&'static str> {
    asked(office, id, What::mailing(news())).reasons.iter().map(|reason| reason.key).collect()
}

fn change(office: &Office, id: Id, change: impl FnOnce(&mut Content) + Send + 'static) {
    office
        .write(move |desk| {
            let person = persons::get(desk, id)?;
            let mut content = person.content;
            change(&mut content);
            persons::save(desk, id, content, person.updated_at).map(drop)
        })
        .wait()
        .unwrap();
}

fn set(office: &Office, key: &'static str, value: &'static str) {
    office.write(move |desk| settings::set(desk, &Setting::from_key(key).unwrap(), value)).wait().unwrap();
}

#[test]
fn a_consent_permits_and_the_answer_says_which() {
    let (_dir, office) = office();
    let id = willing(&office, "gry@example.org");
    let verdict = asked(&office, id, What::mailing(news()));
    assert!(verdict.allowed && verdict.address == "gry@example.org", "{verdict:?}");
    assert!(verdict.reasons[0].text.contains("(nb)"), "{verdict:?}");
    set(&office, "purpose.marketing.consent_months", "12");
    assert!(asked(&office, id, What::mailing(news())).allowed);
    let later = office.read(move |desk| {
        desk.pass_years_for_tests(2);
        may_write(desk, id, &What::mailing(news()))
    });
    assert_eq!(later.wait().unwrap().stops(), [Rule::ConsentExpired]);
}

#[test]
fn each_reason_is_found_in_the_file() {
    let (_dir, office) = office();
    let id = willing(&office, "gry@example.org");
    assert_eq!(rules(&office, id), ["consent"]);
    change(&office, id, |content| content.no_mailings = true);
    assert_eq!(rules(&office, id), ["no-mailings"]);
    change(&office, id, |content| {
        content.no_mailings = false;
        // Norway's consumer authority: nobody under 15 consents to marketing, whatever the age for services is.
        content.birth_date = chrono::Local::now().date_naive().checked_sub_months(chrono::Months::new(14 * 12));
    });
    assert_eq!(rules(&office, id), ["minor"]);
    change(&office, id, |content| (content.birth_date, content.emails) = (None, Vec::new()));
    assert_eq!(rules(&office, id), ["no-address"]);
    let service = asked(&office, id, What::new(Kind::Answer));
    assert_eq!(service.stops(), [Rule::NoAddress]);

    let id = willing(&office, "anne@example.org");
    office.write(move |desk| subscriptions::set(desk, id, &Said::new(news(), false))).wait().unwrap();
    assert_eq!(rules(&office, id), ["refused"]);
    let others = What::mailing(list::shipped_id(List::Subscription, "urgent").unwrap());
    assert!(asked(&office, id, others).allowed);
    office.write(move |desk| states::object(desk, id, list::MARKETING, "", None).map(drop)).wait().unwrap();
    assert_eq!(rules(&office, id), ["objects", "refused"]);
    assert!(asked(&office, id, What::new(Kind::Answer)).allowed);

    let id = willing(&office, "liv@example.org");
    let request = asked(&office, id, What::new(Kind::ConsentRequest));
    assert_eq!(request.reasons[0].key, "consent", "who consents may be asked to go on");
    let void = Decision::new(list::MARKETING, Basis::Void, list::SOURCE_USER);
    office.write(move |desk| legal_basis::decide(desk, id, &void, None)).wait().unwrap();
    assert_eq!(rules(&office, id), ["no-consent", "not-subscribed"]);
    assert_eq!(asked(&office, id, What::new(Kind::ConsentRequest)).stops(), [Rule::RequestAdvertises]);
    change(&office, id, |content| content.emails[0].value = "post@example.org".into());
    assert!(asked(&office, id, What::new(Kind::ConsentRequest)).allowed);
}

#[test]
fn a_closed_card_says_nothing_but_that() {
    let (_dir, office) = office();
    let id = willing(&office, "gry@example.org");
    change(&office, id, |content| content.no_mailings = true);
    office.write(move |desk| states::restrict(desk, id, Ground::Accuracy, "")).wait().unwrap();
    let verdict = asked(&office, id, What::mailing(news()));
    assert_eq!((verdict.stops(), verdict.address.as_str()), (vec![Rule::Restricted], ""));
    let report = asked(&office, id, What::new(Kind::Report));
    assert!(report.allowed && report.address.is_empty(), "{report:?}");
    let panel = office.read(move |desk| panel(desk, id)).wait();
    assert!(matches!(panel, Err(Error::Refused(OfficeRule::Restricted))));

    let id = willing(&office, "anne@example.org");
    let subject = crate::office::subject::Subject::Persons([id].into());
    let put = office.write(move |desk| trash::put(desk, &[subject], false, "", &crate::office::Progress::default()));
    put.wait().unwrap();
    assert_eq!(rules(&office, id), ["in-trash"]);
}

#[test]
fn existing_customers_get_what_the_type_permits() {
    let (_dir, office) = office();
    let id = willing(&office, "gry@example.org");
    let void = Decision::new(list::MARKETING, Basis::Void, list::SOURCE_USER);
    office.write(move |desk| legal_basis::decide(desk, id, &void, None)).wait().unwrap();
    set(&office, "customers.mail", "yes");
    let interests = Decision::new(list::MARKETING, Basis::LegitimateInterests, list::SOURCE_USER);
    office.write(move |desk| legal_basis::decide(desk, id, &interests, None)).wait().unwrap();
    assert_eq!(rules(&office, id), ["no-consent", "not-subscribed"], "the type takes a consent");
    set(&office, "subscription.news.permission", "consent-or-customer");
    let lack = |office: &Office| match asked(office, id, What::mailing(news())).stops()[0] {
        Rule::NotCustomer(lack) => lack,
        other => panic!("{other:?}"),
    };
    assert_eq!(lack(&office), Lack::NotOffered);
    set(&office, "customers.could_refuse", "yes");
    assert_eq!(lack(&office), Lack::Category);
    let customer = list::shipped_id(List::Category, "customer");
    change(&office, id, move |content| content.category = customer);
    assert_eq!(lack(&office), Lack::Source);
    set(&office, "customers.sources", "user");
    assert_eq!(lack(&office), Lack::TooLongAgo);
    let doing = crate::model::activity::Content {
        person: Some(id),
        ..crate::model::activity::Content::new(list::ACTIVITY_CALL, Moment::now())
    };
    office.write(move |desk| crate::office::activities::add(desk, doing)).wait().unwrap();
    assert_eq!(rules(&office, id), ["customer"]);
    office.write(move |desk| subscriptions::set(desk, id, &Said::new(news(), false))).wait().unwrap();
    assert_eq!(rules(&office, id), ["refused"]);
}

fn queued(desk: &Desk<'_>, id: Id, kind: Kind) -> Message {
    let new = New {
        kind,
        person: Some(id),
        recipient: "Gry Berg".into(),
        address: "gry@example.org".into(),
        language: "nb".into(),
        subject: "Nytt".into(),
        body: "Nytt".into(),
        html: String::new(),
        token: None,
        subscription: Some(news()).filter(|_| kind == Kind::Marketing),
        mailing: None,
        due: None,
        files: Vec::new(),
    };
    let id = queue(desk, new).unwrap();
    store::outbox::get(desk.db(), id).unwrap().unwrap()
}

#[test]
fn what_was_queued_is_asked_again_and_some_can_be_let_past() {
    let (_dir, office) = office();
    let id = willing(&office, "gry@example.org");
    let message = office.write(move |desk| Ok(queued(desk, id, Kind::Marketing))).wait().unwrap();
    let left = |office: &Office| {
        let message = message.clone();
        let keys = office.read(move |desk| Ok(stops(desk, &message)?.iter().map(|r| r.key).collect::<Vec<_>>()));
        keys.wait().unwrap()
    };
    assert!(left(&office).is_empty());
    change(&office, id, |content| content.no_mailings = true);
    assert_eq!(left(&office), ["no-mailings"]);
    let again = message.clone();
    let said = office.read(move |desk| still(desk, &again)).wait().unwrap();
    assert!(said.is_some_and(|said| said.ends_with('.')));
    let (on, why) = (message.id, "avtalt på telefon");
    let short = office.write(move |desk| let_past(desk, on, id, &[Rule::NoMailings], " "));
    assert!(matches!(short.wait(), Err(Error::Refused(OfficeRule::StopReason))));
    let never = office.write(move |desk| let_past(desk, on, id, &[Rule::Objects], why));
    assert!(matches!(never.wait(), Err(Error::Refused(OfficeRule::StopStands))));
    office.write(move |desk| let_past(desk, on, id, &[Rule::NoMailings], why)).wait().unwrap();
    assert!(left(&office).is_empty());
    office.write(move |desk| states::object(desk, id, list::MARKETING, "", None).map(drop)).wait().unwrap();
    assert_eq!(left(&office), ["objects"], "what was let past before does not open the way for what came since");
    let seller = office.write(move |desk| {
        desk.become_role(crate::model::user::Role::Seller);
        let_past(desk, on, id, &[Rule::NoMailings], why)
    });
    assert!(matches!(seller.wait(), Err(Error::Forbidden(Right::Override))));
}

#[test]
fn an_address_that_left_the_card_gets_nothing() {
    let (_dir, office) = office();
    let id = willing(&office, "gry@example.org");
    let message = office.write(move |desk| Ok(queued(desk, id, Kind::Answer))).wait().unwrap();
    change(&office, id, |content| content.emails[0].value = "ny@example.org".into());
    let left = office.read(move |desk| stops(desk, &message)).wait().unwrap();
    assert_eq!(left[0].stop, Some(Rule::AddressGone));
}
