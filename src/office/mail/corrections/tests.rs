#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use crate::model::field::Field;
use crate::model::list;
use crate::model::person::Labelled;
use crate::model::restriction::Ground;
use crate::model::setting::Setting;
use crate::model::template::{Key, Text};
use crate::model::user::Role;
use crate::office::mail::templates;
use crate::office::tests::{add, named, office};
use crate::office::{Office, Rule, journal, persons, settings, states};

fn ase(office: &Office) -> person::Id {
    let mut content = named("Åse", "Ødegård");
    content.emails.push(Labelled::new(Some(list::LABEL_WORK), "ase@example.org".into()));
    content.language = list::shipped_id(list::List::Language, "nb");
    add(office, content).id
}

fn edit(office: &Office, id: person::Id, values: &[(Field, &str)]) {
    let values: Vec<(Field, String)> = values.iter().map(|(field, text)| (field.clone(), (*text).to_owned())).collect();
    office.write(move |desk| persons::edit(desk, id, &values).map(drop)).wait().unwrap();
}

fn set(office: &Office, key: &'static str, value: &'static str) {
    office.write(move |desk| settings::set(desk, &Setting::from_key(key).unwrap(), value)).wait().unwrap();
}

fn kinds(office: &Office) -> Vec<Noted> {
    let all = office.read(|desk| journal::entries(desk.db())).wait().unwrap();
    all.into_iter().map(|entry| entry.kind).collect()
}

#[test]
fn the_last_change_is_confirmed_in_the_words_of_the_office() {
    let (_dir, office) = office();
    let id = ase(&office);
    let nothing = office.read(move |desk| prepare(desk, id, None, &Choice::default())).wait();
    assert!(matches!(nothing, Err(Error::NoSuch("correction"))));
    set(&office, "mail.signature.nb", "Fjord AS <salg>");
    edit(&office, id, &[(Field::Company, "Havet AS")]);
    edit(&office, id, &[(Field::Title, "Sjef"), (Field::Website, "https://example.org")]);
    let confirm = |since: Option<Moment>, is_kept: bool| {
        office.write(move |desk| confirm(desk, id, since, &Choice::default(), is_kept)).wait().unwrap()
    };
    let planned = confirm(None, false);
    assert_eq!((planned.message, planned.done.persons.as_slice()), (None, [id].as_slice()));
    assert!(!kinds(&office).contains(&Noted::CorrectionConfirmed), "a plan changes nothing");
    let confirmed = confirm(None, true);
    assert_eq!(confirmed.corrected.fields.len(), 2);
    let message = confirmed.message.unwrap();
    let message = office.read(move |desk| Ok(store::outbox::get(desk.db(), message)?.unwrap())).wait().unwrap();
    assert_eq!((message.kind, message.address.as_str()), (Kind::Corrected, "ase@example.org"));
    assert!(message.body.contains("Sjef") && !message.body.contains("Havet"), "{}", message.body);
    assert!(message.body.ends_with("\n\nFjord AS <salg>"), "{}", message.body);
    assert!(message.html.contains("<p>Fjord AS &lt;salg&gt;</p>"), "{}", message.html);
    assert_eq!(kinds(&office).last(), Some(&Noted::CorrectionConfirmed));
    assert_eq!(confirm(Some(Moment(0)), false).corrected.fields.len(), 3, "everything since");
}

#[test]
fn what_the_user_does_not_see_is_told_to_nobody() {
    let (_dir, office) = office();
    let id = ase(&office);
    set(&office, "role.seller.field.title", "hidden");
    edit(&office, id, &[(Field::Title, "Sjef"), (Field::Company, "Havet AS")]);
    let (prepared, corrected) = office
        .write(move |desk| {
            desk.become_role(Role::Seller);
            prepare(desk, id, None, &Choice::default())
        })
        .wait()
        .unwrap();
    assert_eq!(corrected.fields, [Field::Company]);
    assert!(prepared.rendered.body.contains("Havet AS") && !prepared.rendered.body.contains("Sjef"));
}

#[test]
fn who_may_not_send_or_where_nothing_arrives_nothing_is_queued() {
    let (_dir, office) = office();
    let id = ase(&office);
    let silent = add(&office, named("Tor", "Uten")).id;
    for id in [id, silent] {
        edit(&office, id, &[(Field::Title, "Sjef")]);
    }
    let held = office.write(move |desk| confirm(desk, silent, None, &Choice::default(), true)).wait().unwrap();
    assert_eq!((held.message, held.done.held[0].1.key.as_str()), (None, "no-address"));
    let reader = office.write(move |desk| {
        desk.become_role(Role::ReadOnly);
        confirm(desk, id, None, &Choice::default(), true)
    });
    assert!(matches!(reader.wait(), Err(Error::Forbidden(Right::SendMail))));
    let newsletter = Choice { template: Key::read("newsletter"), ..Choice::default() };
    let other = office.write(move |desk| confirm(desk, id, None, &newsletter, true)).wait();
    assert!(matches!(other, Err(Error::NoSuch("template"))), "a newsletter confirms nothing");
    office.write(move |desk| states::restrict(desk, id, Ground::Accuracy, "")).wait().unwrap();
    let closed = office.write(move |desk| confirm(desk, id, None, &Choice::default(), true)).wait();
    assert!(matches!(closed, Err(Error::Refused(Rule::Restricted))));
}

#[test]
fn a_signature_stands_below_what_templates_write_and_nowhere_else() {
    let (_dir, office) = office();
    let id = ase(&office);
    set(&office, "mail.signature.nb", "Vennlig hilsen\nFjord AS");
    let text = Text { subject: "Hei".into(), body: "Hei {{ person.name }}".into() };
    let body = office
        .read(move |desk| {
            let key = Base::Notice.into();
            let nb = templates::preview(desk, &key, Lang::Nb, Some(&text), Some(id))?;
            let sv = templates::preview(desk, &key, Lang::Sv, Some(&text), Some(id))?;
            let bare = templates::render(desk, &key, Lang::Nb, id, &Extra::default())?;
            Ok((nb.body, nb.html, sv.body, bare.body))
        })
        .wait()
        .unwrap();
    assert_eq!(body.0, "Hei Åse Ødegård\n\nVennlig hilsen\nFjord AS");
    assert!(body.1.contains("<p>Vennlig hilsen<br>\nFjord AS</p>"), "{}", body.1);
    assert_eq!(body.2, "Hei Åse Ødegård", "each language has its own");
    assert!(!body.3.contains("Vennlig hilsen"), "on paper, and within other messages");
}
