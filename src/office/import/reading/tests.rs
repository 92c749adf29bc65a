#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::{Path, PathBuf};

use super::*;
use crate::model::basis::Basis;
use crate::model::import::{OnDuplicate, Terms};
use crate::office::Office;
use crate::office::tests::office;
use crate::transfer::{Format, Limits, Parser};

/// Reads every row of a file as the import would.
fn rows(office: &Office, path: PathBuf, on_duplicate: OnDuplicate) -> Vec<Result<Candidate, (String, Rejection)>> {
    let source = transfer::open(&path, Format::Auto, &Limits::default()).unwrap();
    let rows: Vec<_> = source.rows().unwrap().map(Result::unwrap).collect();
    let columns = recognise::recognise(source.headings(), &rows).columns;
    let terms = Terms {
        purpose: list::SALES,
        basis: Basis::Contract.into(),
        condition: None,
        source: list::SOURCE_IMPORT,
        comment: String::new(),
        on_duplicate,
    };
    let mapping = columns.into_iter().map(|guess| guess.target).collect();
    let request = Request { path, format: Format::Auto, parser: Parser::Here, mapping, terms, overrule: None };
    let read = move |desk: &Desk<'_>| {
        let reader = Reader::new(desk, &request)?;
        Ok(rows.iter().map(|row| reader.read(&row.cells)).collect())
    };
    office.read(move |desk| read(desk)).wait().unwrap()
}

fn of(text: &str, on_duplicate: OnDuplicate) -> Vec<Result<Candidate, (String, Rejection)>> {
    let (dir, office) = office();
    let path = dir.path().join("people.csv");
    std::fs::write(&path, text).unwrap();
    rows(&office, path, on_duplicate)
}

#[test]
fn a_subscription_that_ended_means_no_mailings() {
    let (_dir, office) = office();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/import/freshsales.csv");
    let found = rows(&office, path, OnDuplicate::Skip);
    let wishes: Vec<bool> = found.into_iter().map(|row| row.unwrap().content.no_mailings).collect();
    assert_eq!(wishes, [false, true, true]);
}

#[test]
fn an_unknown_colleague_stays_in_words() {
    let text =
        "Fornavn;Etternavn;Vår kontakt;Notat\nA;Aas;Kari;Ring etter ti\nB;Berg;Meg;\nC;Carlsen;Kari;\nD;Dahl;-;\n";
    let told = |on_duplicate| {
        let rows = of(text, on_duplicate).into_iter().map(|row| row.unwrap().content);
        rows.map(|content| (content.our_contact, content.note)).collect::<Vec<_>>()
    };
    let me = Some(user::FIRST_ID);
    let found = told(OnDuplicate::Fill);
    let label = found[2].1.strip_suffix(": Kari").expect("the cell's words");
    assert!(!label.is_empty());
    let with_note = format!("Ring etter ti\n{label}: Kari");
    assert_eq!(
        found,
        [(None, with_note), (me, String::new()), (None, format!("{label}: Kari")), (None, String::new())]
    );
    // The line alone must not take the place of a known card's note.
    assert_eq!(told(OnDuplicate::Replace)[2].1, "");
}

#[test]
fn a_basis_that_is_not_given_is_that_of_the_file() {
    let text = "first_name,last_name,basis\nA,Aas,Not applicable\nB,Berg,n/a\nC,Carlsen,consent\nD,Dahl,perhaps\n";
    let found: Vec<_> = of(text, OnDuplicate::Skip).into_iter().map(|row| row.map(|row| row.basis).ok()).collect();
    assert_eq!(found, [Some(None), Some(None), Some(Some(Basis::Consent.into())), None]);
}

#[test]
fn other_words_for_a_category_make_no_second_one() {
    let text = "first_name,last_name,category\nA,Aas,Prospekt\nB,Berg,Vendor\nC,Carlsen,Venn av huset\n";
    let found: Vec<_> = of(text, OnDuplicate::Skip)
        .into_iter()
        .map(|row| row.map(|row| (row.content.category, row.picks.len())).unwrap())
        .collect();
    let shipped = |key| list::shipped_id(List::Category, key);
    assert_eq!(found, [(shipped("prospect"), 0), (shipped("supplier"), 0), (None, 1)]);
}

#[test]
fn a_country_that_does_not_exist_is_none() {
    let offered = i18n::countries(Lang::En);
    assert!(offered.iter().all(|(code, _)| crate::model::country::is_code(code)), "what is offered is taken");
    let text = "first_name,last_name,country\nA,Aas,NO\nB,Berg,XX\nC,Carlsen,UK\n";
    let found: Vec<_> =
        of(text, OnDuplicate::Skip).into_iter().map(|row| row.map(|row| row.content.country).ok()).collect();
    assert_eq!(found, [Some("NO".to_owned()), None, Some("GB".to_owned())]);
}
