#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use crate::model::notice::Way;
use crate::model::outbox::State;
use crate::model::person::Labelled;
use crate::model::setting::Setting;
use crate::office::mail::notices;
use crate::office::subject::Subject;
use crate::office::tests::{add, named, office};
use crate::office::{Office, settings, wordings};

fn set(office: &Office, key: &'static str, value: &'static str) {
    office.write(move |desk| settings::set(desk, &Setting::from_key(key).unwrap(), value)).wait().unwrap();
}

/// Adds somebody who was informed, with an address.
fn somebody(office: &Office, address: &str, country: &str) -> person::Id {
    let mut content = named("Kari", "Aas");
    content.emails.push(Labelled::new(None, address.into()));
    content.country = country.into();
    let id = add(office, content).id;
    let whom = Subject::Persons([id].into());
    office.write(move |desk| notices::note(desk, &whom, Way::Oral, None, "")).wait().unwrap();
    id
}

fn asks(office: &Office, id: person::Id, is_kept: bool) -> Vec<String> {
    let asked = office.write(move |desk| ask(desk, id, list::MARKETING, &Choice::default(), is_kept)).wait().unwrap();
    assert_eq!(asked.persons.is_empty(), !asked.held.is_empty());
    asked.held.into_iter().map(|(_, why)| why.key).collect()
}

#[test]
fn who_may_be_asked_is_asked_once_with_a_wording_and_a_code() {
    let (_dir, office) = office();
    set(&office, "mail.host", "localhost");
    set(&office, "mail.from", "post@example.org");
    let id = somebody(&office, "kari@example.org", "DK");
    let unworded = office.write(move |desk| ask(desk, id, list::Id(0), &Choice::default(), true));
    assert!(matches!(unworded.wait(), Err(Error::Refused(Rule::ConsentNeedsWording))));
    for (lang, text) in [("en", "May we write?"), ("nb", "Kan vi skrive?"), ("nb", "Kan vi skrive til deg?")] {
        office.write(move |desk| wordings::add(desk, list::MARKETING, lang, text)).wait().unwrap();
    }
    assert!(office.read(|desk| purposes(desk)).wait().unwrap().contains(&list::MARKETING));
    assert_eq!(asks(&office, id, false), Vec::<String>::new());
    assert_eq!(asks(&office, id, true), Vec::<String>::new());
    assert_eq!(asks(&office, id, true), ["asked"], "silence is a no");
    let (message, token) = office
        .read(move |desk| {
            let all = store::outbox::mail(desk.db(), &State::ALL, 10, 0)?;
            let message = all.into_iter().find(|message| message.person == Some(id)).unwrap();
            let token = tokens::read(desk, message.token.as_deref().unwrap())?;
            Ok((message, token.unwrap()))
        })
        .wait()
        .unwrap();
    assert_eq!(message.kind, Kind::ConsentRequest);
    assert!(message.body.contains("Kan vi skrive til deg?") && message.body.contains("mailto:post@example.org"));
    assert!(matches!(token.purpose, Purpose::Confirm { purpose: list::MARKETING, .. }));
}

#[test]
fn in_norway_and_sweden_a_private_person_is_not_asked_by_mail() {
    let (_dir, office) = office();
    office.write(|desk| wordings::add(desk, list::MARKETING, "nb", "Kan vi skrive?")).wait().unwrap();
    for country in ["NO", "SE"] {
        let private = somebody(&office, "kari@example.org", country);
        assert_eq!(asks(&office, private, true), ["request-advertises"], "{country}");
        let shown =
            office.read(move |desk| prepare(desk, private, list::MARKETING, &Choice::default())).wait().unwrap();
        assert!(!shown.stops.is_empty() && shown.rendered.body.contains("Kan vi skrive?"));
        let role = somebody(&office, "post@example.org", country);
        assert_eq!(asks(&office, role, true), Vec::<String>::new(), "{country}");
    }
}
