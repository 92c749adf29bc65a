//! Who is erased is looked for in attached files, in names of companies and in lists, too.

use super::*;
use crate::model::basis::{Basis, Decision as Lawful};
use crate::model::field::Field;
use crate::model::list::List;
use crate::model::mass_edit::{Action, Edit, Row, Value};
use crate::model::outbox;
use crate::office::subject::Subject;
use crate::office::{companies, lists, mail, mass_edit, merging};

fn evidence(office: &Office, of: person::Id, file: Incoming) {
    office
        .write(move |desk| {
            let decision = Lawful::new(list::MARKETING, Basis::Consent, list::SOURCE_USER);
            legal_basis::decide(desk, of, &decision, Some(&file))
        })
        .wait()
        .unwrap();
}

fn said(office: &Office) -> Vec<String> {
    office
        .read(|desk| {
            let all = store::attachments::of_others(desk.db(), &[])?;
            all.into_iter().map(|(id, _)| Ok(crate::office::attached::words(desk, id)?.unwrap_or_default())).collect()
        })
        .wait()
        .unwrap()
}

#[test]
fn attached_files_of_others_are_looked_through() {
    let (_dir, office) = office();
    let kari = add(&office, named("Kari", "Nordli")).id;
    let ola = add(&office, named("Ola", "Vik")).id;
    evidence(&office, ola, Incoming::from_text("svar.txt", "Kari Nordli sa at Ola gjerne vil ha brev."));
    // "Hilsen Kari Nordli", as a mail program writes it.
    let message = "From: Ola <ola@example.org>\r\nSubject: =?utf-8?Q?Sp=C3=B8rsm=C3=A5l?=\r\nMIME-Version: 1.0\r\n\
        Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nSGlsc2VuIEthcmkgTm9yZGxp\r\n";
    evidence(&office, ola, Incoming::from_text("melding.eml", message));
    evidence(&office, ola, Incoming { name: "skann.pdf".into(), bytes: b"%PDF-1.7 \0".to_vec() });
    let wanted = Wanted::new(vec![kari]);
    let plan = office.read(move |desk| plan(desk, &wanted, &Progress::default())).wait().unwrap();
    assert_eq!((plan.hits.len(), plan.unread), (2, 1));
    assert!(plan.hits.iter().all(|hit| hit.name == "Ola Vik" && hit.opens == Record::Person(ola)));
    assert_eq!(plan.held[0].why, Why::Named, "nobody said what is to become of them");

    let done = erase_all(&office, &[kari], Hits::Scrub);
    assert_eq!(done.residue.map(|residue| residue.traces), Some(vec![]));
    let said = said(&office);
    assert_eq!(said[0], "[slettet] sa at Ola gjerne vil ha brev.");
    assert!(said[1].contains("Spørsmål") && said[1].contains("Hilsen [slettet]"), "{}", said[1]);
    office.close();
}

#[test]
fn a_company_that_is_called_like_somebody_is_asked_about() {
    let (_dir, office) = office();
    let kari = add(&office, Content { company: "Kari Nordli Rådgivning".into(), ..named("Kari", "Nordli") }).id;
    // With her goes the company of which no more is known.
    let wanted = Wanted::new(vec![kari]);
    let asked = wanted.clone();
    let plan = office.read(move |desk| super::super::plan(desk, &asked, &Progress::default())).wait().unwrap();
    assert_eq!((plan.hits.len(), plan.companies.len(), plan.held.len()), (0, 1, 0));
    // Somebody else works there: it stays, and it is asked what it is to be called.
    add(&office, Content { company: "Kari Nordli Rådgivning".into(), ..named("Ola", "Vik") });
    let plan = office.read(move |desk| super::super::plan(desk, &wanted, &Progress::default())).wait().unwrap();
    assert_eq!((plan.hits.len(), plan.companies.len(), plan.held.len()), (1, 0, 1));
    let done = erase_all(&office, &[kari], Hits::Scrub);
    assert_eq!(done.residue.map(|residue| residue.traces), Some(vec![]));
    let found = office.read(|desk| companies::names_like(desk, "[slettet]", 9)).wait().unwrap();
    assert_eq!(found, ["[slettet] Rådgivning"]);
    assert!(office.read(|desk| check::run(desk, &Progress::default())).wait().unwrap().is_empty());
    office.close();
}

#[test]
fn an_item_that_is_called_like_somebody_loses_its_key_too() {
    let (_dir, office) = office();
    let kari = add(&office, named("Kari", "Nordli")).id;
    let made = office.write(|desk| lists::find_or_add(desk, List::Interest, "Venn av Kari Nordli")).wait().unwrap();
    let item = made.unwrap();
    erase_all(&office, &[kari], Hits::Scrub);
    let known = office.read(move |desk| Ok(desk.lists()?.get(item).cloned())).wait().unwrap().unwrap();
    assert_eq!((known.names[0].as_str(), known.key), ("Venn av [slettet]", format!("item-{}", item.0)));
    office.close();
}

#[test]
fn what_a_message_to_others_looks_like_loses_the_name_with_its_text() {
    let (_dir, office) = office();
    let kari = add(&office, named("Kari", "Nordli")).id;
    let ola = add(&office, named("Ola", "Vik")).id;
    let id = office
        .write(move |desk| {
            let body = "Spør Kari Nordli.".to_owned();
            let new = mail::outbox::New {
                kind: outbox::Kind::Marketing,
                person: Some(ola),
                recipient: "Ola Vik".into(),
                address: "ola@example.org".into(),
                language: "nb".into(),
                subject: "Kari Nordli svarer".into(),
                html: mail::html::of("nb", "Kari Nordli svarer", &body),
                body,
                token: None,
                subscription: None,
                mailing: None,
                due: None,
                files: Vec::new(),
            };
            mail::outbox::queue(desk, new)
        })
        .wait()
        .unwrap();
    erase_all(&office, &[kari], Hits::Scrub);
    let message = office.read(move |desk| Ok(store::outbox::get(desk.db(), id)?)).wait().unwrap().unwrap();
    assert_eq!((message.subject.as_str(), message.body.as_str()), ("[slettet] svarer", "Spør [slettet]."));
    assert!(message.html.contains("Spør [slettet].") && !message.html.contains("Nordli"), "{}", message.html);
}

#[test]
fn a_number_with_signs_in_it_and_a_former_address_are_found() {
    let (_dir, office) = office();
    let mut kari = Content { number: "K-55555".into(), ..named("Kari", "Nordli") };
    kari.emails.push(Labelled::new(None, "kari.gammel@example.org".into()));
    let kari = add(&office, kari).id;
    let note = "Kari Nordli har nummer K-55555.".to_owned();
    let ola = add(&office, Content { note, ..named("Ola", "Vik") }).id;
    let mails = "Skriv til kari.gammel@example.org.".to_owned();
    let per = add(&office, Content { note: mails, ..named("Per", "Moe") }).id;
    // She got another address by a mass edit, which remembers the one before.
    let action = Action::Set(Value::Text("kari.ny@example.org".into()));
    let edit = Edit { activities: None, rows: vec![Row::Field { field: Field::Email, action }] };
    let subject = Subject::Persons([kari].into());
    office.write(move |desk| mass_edit::carry_out(desk, &subject, &edit, &Progress::default())).wait().unwrap();
    erase_all(&office, &[kari], Hits::Scrub);
    assert_eq!(super::note(&office, ola), "[slettet] har nummer [slettet].");
    assert_eq!(super::note(&office, per), "Skriv til [slettet].");
}

#[test]
fn a_name_of_before_is_looked_for() {
    let (_dir, office) = office();
    let kari = add(&office, named("Kari", "Nordli")).id;
    let maiden = add(&office, named("Kari", "Solvang")).id;
    office.write(move |desk| merging::merge(desk, kari, maiden, &[])).wait().unwrap();
    let liv = add(&office, named("Liv", "Nordli")).id;
    let twin = add(&office, named("Liv", "Holmen")).id;
    office.write(move |desk| merging::merge(desk, liv, twin, &[])).wait().unwrap();
    // Somebody who stays has the name that Liv had.
    add(&office, named("Liv", "Holmen"));
    let note = "Hilste fra Kari Solvang. Liv Holmen var der.".to_owned();
    let ola = add(&office, Content { note, ..named("Ola", "Vik") }).id;
    let done = erase_all(&office, &[kari, liv], Hits::Scrub);
    assert_eq!(done.residue.map(|residue| residue.traces), Some(vec![]));
    assert_eq!(super::note(&office, ola), "Hilste fra [slettet]. Liv Holmen var der.");
}
