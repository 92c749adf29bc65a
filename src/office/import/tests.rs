#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod here_already;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::*;
use crate::i18n::Lang;
use crate::model::basis::Decision;
use crate::model::import::Counts;
use crate::model::list;
use crate::office::finding::Order;
use crate::office::tests::{named, office};
use crate::office::{Office, legal_basis, persons, setup};

fn terms(on_duplicate: OnDuplicate) -> Terms {
    Terms {
        purpose: list::SALES,
        basis: Basis::Contract.into(),
        condition: None,
        source: list::SOURCE_IMPORT,
        comment: "stand 12".into(),
        on_duplicate,
    }
}

fn file(dir: &Path, name: &str, text: &str) -> PathBuf {
    let path = dir.join(name);
    std::fs::write(&path, text).unwrap();
    path
}

fn planned(office: &Office, path: &Path, terms: Terms) -> Plan {
    let opened = open(&Parser::Here, path, Format::Auto, &Progress::default()).unwrap();
    let request = Request {
        path: path.to_owned(),
        format: Format::Auto,
        parser: Parser::Here,
        mapping: opened.guesses,
        terms,
        overrule: None,
    };
    office.read(move |desk| plan(desk, &request, &Progress::default())).wait().unwrap()
}

fn done(office: &Office, path: &Path, terms: Terms) -> Outcome {
    let plan = planned(office, path, terms);
    office.write(move |desk| carry_out(desk, &plan, &Progress::default())).wait().unwrap()
}

fn found(office: &Office, typed: &str) -> Vec<crate::model::person::Person> {
    let ids = office.find(typed, Order::default()).wait().unwrap().ids;
    ids.iter().copied().map(|id| office.read(move |desk| persons::get(desk, id)).wait().unwrap()).collect()
}

const PEOPLE: &str = "Fornavn;Etternavn;Firma;E-post;Mobil;Kategori\n\
    Åse;Ødegård;Fjordfisk AS;ase@example.org;+47 900 00 001;Kunde\n\
    Björk;Ångström;Sjö AB;bjork@example.org;;Venn av huset\n\
    Uten;Adresse;;ikke en adresse;;\n\
    ;;Bare Firma AS;post@example.com;;\n";

#[test]
fn a_file_becomes_cards_with_a_legal_basis() {
    let (dir, office) = office();
    let path = file(dir.path(), "people.csv", PEOPLE);
    let plan = planned(&office, &path, terms(OnDuplicate::Skip));
    assert_eq!(plan.counts, Counts { rows: 4, added: 2, rejected: 2, ..Counts::default() });
    assert_eq!(office.read(|desk| setup::counts(desk)).wait().unwrap(), (0, 0), "a plan changes nothing");
    let rejected: Vec<(u64, Option<String>, &str)> = plan
        .rows
        .iter()
        .filter_map(|row| match &row.fate {
            Fate::Reject(why) => Some((row.row, why.field.as_ref().map(ToString::to_string), why.reason)),
            Fate::New | Fate::Skip(_) | Fate::Fill(_) | Fate::Replace(_) => None,
        })
        .collect();
    assert_eq!(rejected, [(4, Some("email".into()), "not-an-email"), (5, Some("last_name".into()), "no-name")]);
    let outcome = done(&office, &path, terms(OnDuplicate::Skip));
    assert_eq!(outcome.counts, plan.counts);
    let ase = found(&office, "odegard").remove(0);
    assert_eq!(ase.content.company, "Fjordfisk AS");
    assert_eq!(ase.content.mobile().unwrap().value, "+47 900 00 001");
    assert_eq!(ase.content.category, list::shipped_id(List::Category, "customer"));
    assert_eq!(ase.content.emails[0].origin.unwrap().source, list::SOURCE_IMPORT);
    assert_eq!(ase.content.number, "1");
    let id = ase.id;
    let overview = office.read(move |desk| legal_basis::overview(desk, id)).wait().unwrap();
    let entry = overview.purposes[0].current.clone().unwrap();
    assert_eq!((entry.basis, entry.comment.as_str(), entry.import), (Basis::Contract, "stand 12", Some(outcome.id)));
    // A category nobody has yet becomes a new item.
    let bjork = found(&office, "bjork").remove(0);
    let name = office
        .read(move |desk| Ok(desk.lists()?.name(bjork.content.category.unwrap(), Lang::Nb).to_owned()))
        .wait()
        .unwrap();
    assert_eq!(name, "Venn av huset");
    let verdict = office.read(|desk| crate::office::journal::verify(desk.db(), desk.keys())).wait().unwrap();
    assert_eq!(verdict.broken_at, None);
}

#[test]
fn somebody_who_is_here_already_is_met_as_asked() {
    for (policy, counts, emails, title, cards) in [
        (OnDuplicate::Skip, Counts { rows: 1, skipped: 1, ..Counts::default() }, 1, "Innkjøper", 1),
        (OnDuplicate::Fill, Counts { rows: 1, updated: 1, ..Counts::default() }, 2, "Innkjøper", 1),
        (OnDuplicate::Replace, Counts { rows: 1, updated: 1, ..Counts::default() }, 2, "Sjef", 1),
        (OnDuplicate::Add, Counts { rows: 1, added: 1, ..Counts::default() }, 1, "Innkjøper", 2),
    ] {
        let (dir, office) = office();
        let first =
            file(dir.path(), "a.csv", "first_name,last_name,title,email\nÅse,Ødegård,Innkjøper,ase@example.org\n");
        done(&office, &first, terms(OnDuplicate::Skip));
        let second = file(
            dir.path(),
            "b.csv",
            "first_name,last_name,title,email,email 2,city\nÅse,Ødegård,Sjef,ASE@example.org,ase2@example.org,Bodø\n",
        );
        let outcome = done(&office, &second, terms(policy));
        assert_eq!(outcome.counts, counts, "{policy:?}");
        let people = found(&office, "odegard");
        assert_eq!(people.len(), cards, "{policy:?}");
        assert_eq!(people[0].content.emails.len(), emails, "{policy:?}");
        assert_eq!(people[0].content.title, title, "{policy:?}");
        // Undone, the first card is as it was.
        let import = outcome.id;
        let undone = office.write(move |desk| undo(desk, import, &Progress::default())).wait().unwrap();
        assert_eq!(undone.held, []);
        let people = found(&office, "odegard");
        assert_eq!(people.len(), 1, "{policy:?}");
        assert_eq!(people[0].content.title, "Innkjøper", "{policy:?}");
        assert_eq!(people[0].content.emails.len(), 1, "{policy:?}");
        assert!(people[0].content.addresses.is_empty(), "{policy:?}");
    }
}

#[test]
fn two_rows_about_one_person_make_one_card() {
    let (dir, office) = office();
    let path = file(
        dir.path(),
        "twice.csv",
        "first_name,last_name,email,mobile\nÅse,Ødegård,ase@example.org,\nÅse,Ødegård,ase@example.org,90000001\n",
    );
    let outcome = done(&office, &path, terms(OnDuplicate::Fill));
    assert_eq!((outcome.counts.added, outcome.counts.updated), (1, 1));
    let ase = found(&office, "odegard").remove(0);
    assert_eq!(ase.content.phones.len(), 1);
    let import = outcome.id;
    let undone = office.write(move |desk| undo(desk, import, &Progress::default())).wait().unwrap();
    assert_eq!((undone.removed.len(), undone.held.len()), (1, 0));
    assert_eq!(found(&office, "").len(), 0);
    let again = office.write(move |desk| undo(desk, import, &Progress::default())).wait();
    assert!(matches!(again, Err(Error::Refused(Rule::UndoneBefore))));
}

#[test]
fn a_file_never_turns_a_no_into_a_yes() {
    for policy in [OnDuplicate::Fill, OnDuplicate::Replace, OnDuplicate::Add] {
        for refusal in [Basis::Withdrawn, Basis::Objected] {
            let (dir, office) = office();
            let mut content = named("Åse", "Ødegård");
            content.emails.push(crate::model::person::Labelled::new(None, "ase@example.org".into()));
            let decision = Decision::new(list::MARKETING, refusal, list::SOURCE_USER);
            office.write(move |desk| persons::add(desk, content, Some(&decision), list::SOURCE_USER)).wait().unwrap();
            let path = file(dir.path(), "p.csv", "first_name,last_name,email,city\nÅse,Ødegård,ase@example.org,Bodø\n");
            let terms = Terms { purpose: list::MARKETING, basis: Basis::Consent.into(), ..terms(policy) };
            let outcome = done(&office, &path, terms);
            assert_eq!(outcome.counts.refusals_kept, 1, "{policy:?}");
            for person in found(&office, "odegard") {
                let overview = office.read(move |desk| legal_basis::overview(desk, person.id)).wait().unwrap();
                let now = overview.purposes[1].current.as_ref().map(|entry| entry.basis);
                assert!(now.is_none_or(Basis::is_refusal), "{policy:?} {now:?}");
            }
        }
    }
}

#[test]
fn undoing_leaves_alone_what_was_changed_since() {
    let (dir, office) = office();
    let path = file(dir.path(), "p.csv", "first_name,last_name\nA,Aas\nB,Berg\nC,Carlsen\n");
    let outcome = done(&office, &path, terms(OnDuplicate::Skip));
    let aas = found(&office, "aas").remove(0);
    let berg = found(&office, "berg").remove(0);
    let id = aas.id;
    office.write(move |desk| persons::edit(desk, id, &[(Field::Title, "Sjef".to_owned())])).wait().unwrap();
    let (id, decision) = (berg.id, Decision::new(list::MARKETING, Basis::Consent, list::SOURCE_USER));
    office.write(move |desk| legal_basis::decide(desk, id, &decision, None)).wait().unwrap();
    let import = outcome.id;
    let undone = office.write(move |desk| undo(desk, import, &Progress::default())).wait().unwrap();
    assert_eq!(undone.held, [aas.id, berg.id]);
    assert_eq!(undone.removed.len(), 1);
    assert_eq!(found(&office, "").len(), 2);
}

#[test]
fn undoing_leaves_whom_something_was_sent_to_or_came_from() {
    use crate::model::outbox::{Kind, State};
    use crate::office::mail::outbox::{New, queue};
    use crate::transfer::replies::{Came, Mail};
    let (dir, office) = office();
    let text = "first_name,last_name,email\nA,Aas,a@example.org\nB,Berg,b@example.org\nC,Carlsen,c@example.org\n";
    let path = file(dir.path(), "p.csv", text);
    let import = done(&office, &path, terms(OnDuplicate::Skip)).id;
    let [aas, berg, carlsen] = ["aas", "berg", "carlsen"].map(|name| found(&office, name).remove(0).id);
    let held = move |desk: &mut crate::office::Desk<'_>| {
        let new = |person, kind| New {
            kind,
            person: Some(person),
            recipient: String::new(),
            address: "a@example.org".into(),
            language: "nb".into(),
            subject: "Hei".into(),
            body: "Hei".into(),
            html: String::new(),
            token: None,
            subscription: None,
            mailing: None,
            due: None,
            files: Vec::new(),
        };
        let sent = queue(desk, new(aas, Kind::Notice))?;
        let sql = format!("UPDATE outbox SET state = '{}' WHERE id = {}", State::Sent.key(), sent.0);
        desk.db().sql_for_tests().execute_batch(&sql).unwrap();
        // A notice that waits goes with the card.
        queue(desk, new(carlsen, Kind::Notice))?;
        let mail =
            Mail { sender: "b@example.org".into(), text: "What data do you have on me?".into(), ..Mail::default() };
        let came = Came { file: "a.eml".into(), number: 1, bytes: b"a".to_vec(), mail: Some(mail) };
        let taken = crate::office::mail::intake::take_in(desk, &[came], crate::office::mail::intake::Strangers::Left)?;
        assert_eq!(taken.recognised.len(), 1);
        Ok(())
    };
    office.write(held).wait().unwrap();
    let undone = office.write(move |desk| undo(desk, import, &Progress::default())).wait().unwrap();
    assert_eq!((undone.held, undone.removed), (vec![aas, berg], vec![carlsen]));
}

#[test]
fn a_row_may_carry_its_own_basis_source_and_comment() {
    let (dir, office) = office();
    let path = file(
        dir.path(),
        "p.csv",
        "first_name,last_name,basis,source,legal basis comment\nA,Aas,consent,web-form,form 7\nB,Berg,,,\nC,Carlsen,perhaps,,\n",
    );
    let outcome = done(&office, &path, terms(OnDuplicate::Skip));
    assert_eq!((outcome.counts.added, outcome.counts.rejected), (2, 1));
    let of = |typed: &str| {
        let id = found(&office, typed)[0].id;
        let overview = office.read(move |desk| legal_basis::overview(desk, id)).wait().unwrap();
        let entry = overview.purposes[0].current.clone().unwrap();
        (entry.basis, entry.source, entry.comment)
    };
    let web_form = list::shipped_id(List::Source, "web-form").unwrap();
    assert_eq!(of("aas"), (Basis::Consent, web_form, "stand 12; form 7".to_owned()));
    assert_eq!(of("berg"), (Basis::Contract, list::SOURCE_IMPORT, "stand 12".to_owned()));
}

#[test]
fn many_rows_go_in_at_once_and_can_be_found() {
    let (dir, office) = office();
    let mut text = String::from("first_name,last_name,email,number\n");
    for n in 0..6_000 {
        text.push_str(&format!(
            "F{n},L{n},p{n}@example.org,{}\n",
            if n % 3 == 0 { format!("X{n}") } else { String::new() }
        ));
    }
    let path = file(dir.path(), "many.csv", &text);
    let outcome = done(&office, &path, terms(OnDuplicate::Skip));
    assert_eq!(outcome.counts.added, 6_000);
    assert_eq!(found(&office, "p5999@").len(), 1);
    // The indexes are there again: the same file brings nothing new.
    let again = done(&office, &path, terms(OnDuplicate::Skip));
    assert_eq!((again.counts.added, again.counts.skipped), (0, 6_000));
    let import = outcome.id;
    let undone = office.write(move |desk| undo(desk, import, &Progress::default())).wait().unwrap();
    assert_eq!(undone.removed.len(), 6_000);
    assert_eq!(found(&office, "").len(), 0);
}

#[test]
fn a_cancelled_import_leaves_nothing() {
    let (dir, office) = office();
    let path = file(dir.path(), "people.csv", PEOPLE);
    let plan = planned(&office, &path, terms(OnDuplicate::Skip));
    let progress = Arc::new(Progress::default());
    progress.cancel();
    let cancelled = office.write(move |desk| carry_out(desk, &plan, &progress)).wait();
    assert!(matches!(cancelled, Err(Error::Cancelled)));
    assert_eq!(office.read(|desk| setup::counts(desk)).wait().unwrap(), (0, 0));
}

#[test]
fn a_file_that_changed_since_the_plan_is_not_taken() {
    let (dir, office) = office();
    let path = file(dir.path(), "people.csv", PEOPLE);
    let plan = planned(&office, &path, terms(OnDuplicate::Skip));
    file(dir.path(), "people.csv", "first_name\nSomebody Else\n");
    let refused = office.write(move |desk| carry_out(desk, &plan, &Progress::default())).wait();
    assert!(matches!(refused, Err(Error::FileChanged)));
}

#[test]
fn address_books_of_every_kind_go_in() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/import");
    let mut count = 0;
    for entry in std::fs::read_dir(samples).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending == "txt") {
            continue;
        }
        let (_dir, office) = office();
        let outcome = done(&office, &path, terms(OnDuplicate::Skip));
        assert!(outcome.counts.added >= 2, "{}: {:?}", path.display(), outcome.rows);
        assert!(outcome.counts.rejected <= 4, "{}: {:?}", path.display(), outcome.rows);
        count += 1;
    }
    assert!(count >= 11);
}
