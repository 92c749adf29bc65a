#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::PathBuf;

use super::*;
use crate::model::user::{Right, Role};
use crate::office::settings::{self, Plan, Set, Setting};
use crate::office::tests::office;
use crate::office::{Office, journal};
use crate::transfer::Row;

fn set(office: &Office, key: &str, value: &str) {
    let (setting, wanted) = (Setting::from_key(key).unwrap(), value.to_owned());
    office
        .write(move |desk| settings::set(desk, &setting, &wanted))
        .wait()
        .unwrap_or_else(|error| panic!("{key}: {error}"));
}

fn get(office: &Office, key: &str) -> String {
    let setting = Setting::from_key(key).unwrap();
    office.read(move |desk| settings::get(desk, &setting)).wait().unwrap()
}

fn written(office: &Office, folder: &tempfile::TempDir) -> (PathBuf, usize) {
    let path = folder.path().join("sheet.xlsx");
    let to = path.clone();
    (path, office.write(move |desk| write(desk, &to)).wait().unwrap())
}

fn opened(path: &Path) -> Table {
    open(&Parser::Here, path, &Progress::default()).unwrap()
}

fn planned(office: &Office, table: Table) -> (Sheet, Plan) {
    let read = office.read(move |desk| {
        let sheet = super::read(desk, &table)?;
        let plan = settings::plan(desk, &sheet.document)?;
        Ok((sheet, plan))
    });
    read.wait().unwrap()
}

/// Returns what a table changes, and what of it cannot be taken; carries it out.
fn taken(office: &Office, table: Table) -> (Vec<(String, String)>, Vec<Untaken>) {
    let (sheet, plan) = planned(office, table);
    assert_eq!(plan.refused, []);
    let document = sheet.document;
    assert_eq!(office.write(move |desk| settings::apply(desk, &document)).wait().unwrap(), plan);
    let changes = plan.changes.into_iter().map(|change| (change.setting.key(), change.after)).collect();
    (changes, sheet.untaken)
}

/// Returns a table with these headings and rows, as somebody types it who was given no sheet.
fn typed(headings: &[&str], rows: &[&[&str]]) -> Table {
    let cells = |cells: &[&str]| -> Vec<String> {
        let mut cells: Vec<String> = cells.iter().map(|cell| (*cell).to_owned()).collect();
        cells.resize(headings.len(), String::new());
        cells
    };
    let rows = rows.iter().zip(2..).map(|(row, number)| Row { number, cells: cells(row) }).collect();
    Table { headings: cells(headings), rows, broken: Vec::new() }
}

const ENGLISH: [&str; 8] =
    ["Category of people", "Data", "Purpose", "Legal basis", "Source", "Keep for (months)", "Counts from", "Comment"];

fn changes(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut changes: Vec<_> = pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
    changes.sort();
    changes
}

fn sorted(mut changes: Vec<(String, String)>) -> Vec<(String, String)> {
    changes.sort();
    changes
}

/// Decides things that are awkward to write down in a table.
fn awkward(office: &Office) {
    for (key, value) in [
        ("category.vip.name.nb", "Stjerne; kunde, stor"),
        ("category.vip.purposes", "sales marketing"),
        ("category.vip.comment", "Fordi\nadvokaten sa det."),
        ("category.partner.name.nb", "Leverandør"),
        ("category.partner.keep_months", "7"),
        ("category.supplier.active", "no"),
        ("purpose.events.name.nb", "Arrangementer, kurs"),
        ("purpose.events.keep_months", "24"),
        ("purpose.events.comment", "Bare invitasjoner."),
        ("basis.books.under", "legal-obligation"),
        ("basis.books.name.nb", "Bokføring: fem år"),
        ("purpose.events.expected", "books consent"),
        ("default.fair.events", "books,email"),
        ("field.birth_date.collect", "no"),
        ("field.note.collect", "no"),
    ] {
        set(office, key, value);
    }
    let own = crate::model::custom::Definition {
        id: crate::model::custom::Id(0),
        key: String::new(),
        name: "Sko: størrelse, bredde".into(),
        kind: crate::model::custom::Kind::Text,
        choices: vec![],
        category: crate::model::data_map::Category::Identity,
        origin: crate::model::data_map::Origin::Provided,
        in_report: true,
        rank: 0,
        active: true,
    };
    office.write(move |desk| crate::office::fields::save(desk, None, own)).wait().unwrap();
}

#[test]
fn what_was_written_reads_back_without_a_change() {
    for set in [None, Some(Set::Norway), Some(Set::Sweden), Some(Set::EuCautious)] {
        for is_awkward in [false, true] {
            let (folder, office) = office();
            if let Some(set) = set {
                let document = set.document().unwrap();
                office.write(move |desk| settings::apply(desk, &document)).wait().unwrap();
            }
            if is_awkward {
                awkward(&office);
            }
            let (path, rows) = written(&office, &folder);
            let table = opened(&path);
            assert_eq!(table.rows.len(), rows);
            // Once as it is, once without the names that travel in it.
            let mut bare = table.clone();
            let hidden = bare.headings.pop().unwrap();
            assert!(hidden.starts_with("{\"kartotek\":1,"), "{hidden}");
            bare.rows.iter_mut().for_each(|row| row.cells.truncate(8));
            for table in [table, bare] {
                let (sheet, plan) = planned(&office, table);
                assert_eq!(sheet.untaken, [], "{set:?} {is_awkward}");
                assert_eq!((plan.changes, plan.refused), (vec![], vec![]), "{set:?} {is_awkward}");
            }
        }
    }
}

#[test]
fn a_sheet_that_was_filled_in_becomes_settings_at_once_and_goes_back() {
    let (_folder, office) = office();
    let table = typed(
        &ENGLISH,
        &[
            &["Prospect", "", "Sales and service; E-marketing", "", "", "36", "the last activity", ""],
            &["Prospect", "", "E-marketing", "Consent", "", "", "", "Art. 6(1)(a)"],
            &[
                "Kunde",
                "",
                "Salg og kundeservice",
                "Inngått avtale\nLegal obligation",
                "",
                "5 years",
                "årets slutt",
                "",
            ],
            &["Job applicant", "", "", "", "", "1 år", "Registrering", "Until the place is filled"],
            &["Everybody", "", "sales", "", "", "60", "the end of the purpose", ""],
            &["Everybody", "", "Sales and service", "Contract", "Customer portal, Web form", "", "", ""],
        ],
    );
    let (done, untaken) = taken(&office, table);
    assert_eq!(untaken, []);
    let wanted = changes(&[
        ("category.prospect.purposes", "sales marketing"),
        ("category.prospect.keep_months", "36"),
        ("category.prospect.comment", "Art. 6(1)(a)"),
        ("category.customer.purposes", "sales"),
        ("category.customer.keep_months", "60"),
        ("category.customer.keep_from", "year-end"),
        ("category.job-applicant.name.en", "Job applicant"),
        ("category.job-applicant.name.nb", "Job applicant"),
        ("category.job-applicant.name.sv", "Job applicant"),
        ("category.job-applicant.keep_months", "12"),
        ("category.job-applicant.keep_from", "created"),
        ("category.job-applicant.comment", "Until the place is filled"),
        ("category.job-applicant.purposes", ""),
        ("purpose.sales.expected", "contract legal-obligation"),
        ("purpose.sales.keep_months", "60"),
        ("purpose.marketing.expected", "consent"),
        ("default.portal.sales", "contract,portal"),
        ("default.web-form.sales", "contract,web-form"),
    ]);
    assert_eq!(sorted(done), wanted);
    let noted = office.read(|desk| journal::entries(desk.db())).wait().unwrap();
    assert_eq!(noted.iter().filter(|entry| entry.kind == crate::model::journal::Kind::SettingsChanged).count(), 1);
    let newest = office.read(|desk| settings::history(desk, "", 1)).wait().unwrap().remove(0);
    let back = office.write(move |desk| settings::take_back(desk, newest.id)).wait().unwrap();
    assert_eq!(back.held, [""; 0]);
    assert_eq!(get(&office, "category.customer.keep_months"), "");
    assert_eq!(get(&office, "purpose.sales.expected"), "");
}

#[test]
fn what_the_sheet_takes_away_goes_and_what_it_does_not_name_stays() {
    let (_folder, office) = office();
    for (key, value) in [
        ("category.customer.purposes", "marketing sales"),
        ("category.customer.keep_months", "60"),
        ("category.customer.comment", "Old"),
        ("category.partner.keep_months", "24"),
        ("purpose.marketing.expected", "consent legitimate-interests"),
        ("purpose.sales.expected", "contract"),
        ("purpose.sales.keep_months", "12"),
        ("default.fair.sales", "contract,fair"),
    ] {
        set(&office, key, value);
    }
    let table = typed(&ENGLISH, &[&["Customer", "", "E-marketing", "Consent"], &["", "", "sales", "Contract", "fair"]]);
    let (done, untaken) = taken(&office, table);
    assert_eq!(untaken, []);
    let wanted = changes(&[
        ("category.customer.purposes", "marketing"),
        ("category.customer.keep_months", ""),
        ("category.customer.comment", ""),
        ("purpose.marketing.expected", "consent"),
    ]);
    assert_eq!(sorted(done), wanted);
    // A sheet without the column says nothing about it.
    let (done, _) = taken(&office, typed(&["Kategori av personer", "Sparas i (månader)"], &[&["customer", "48"]]));
    assert_eq!(done, changes(&[("category.customer.keep_months", "48")]));
    let (done, _) = taken(&office, typed(&ENGLISH, &[&["", "", "Sales and service", "Ask", "fair"]]));
    assert_eq!(done, changes(&[("default.fair.sales", "ask")]));
}

#[test]
fn what_cannot_be_taken_is_named_and_takes_nothing_with_it() {
    let (_folder, office) = office();
    for (key, value) in [
        ("category.customer.purposes", "sales"),
        ("category.customer.keep_months", "60"),
        ("purpose.marketing.expected", "consent"),
        ("category.partner.purposes", "sales"),
    ] {
        set(&office, key, value);
    }
    let unknown = Why::Wrong(Reason::Unknown);
    let table = typed(
        &ENGLISH,
        &[
            &["Customer", "Shoe size", "E-marketing; Astrology", "Divine right", "", "soon", "full moon", ""],
            &["Partner", "", "", "", "", "12", "", ""],
            &["Partner", "", "", "", "", "24", "the end of the purpose", ""],
            &["", "", "", "Consent", "", "", "", "About what?"],
            &["Everybody", "", "E-marketing", "Contract", "fair", "", "", ""],
            &["Everybody", "", "Sales and service", "Contract; Consent", "fair", "", "", ""],
            &["Everybody", "", "Sales and service", "Contract", "meeting", "", "", ""],
            &["Everybody", "", "Sales and service", "Consent", "meeting", "", "", ""],
            &["漢字", "", "Sales and service", "Consent", "", "", "", ""],
        ],
    );
    let (done, untaken) = taken(&office, table);
    let cell = |row, column, value: &str, why| Untaken { row, column: Some(column), value: value.to_owned(), why };
    assert_eq!(
        untaken,
        [
            cell(2, Column::Data, "Shoe size", unknown),
            cell(2, Column::Purpose, "Astrology", unknown),
            cell(2, Column::Basis, "Divine right", unknown),
            cell(2, Column::Keep, "soon", Why::Wrong(Reason::NotANumber)),
            cell(2, Column::Event, "full moon", unknown),
            cell(4, Column::Keep, "24", Why::Differs { from: 3 }),
            cell(4, Column::Event, "the end of the purpose", unknown),
            Untaken { row: 5, column: None, value: String::new(), why: Why::AboutNothing },
            cell(6, Column::Basis, "Inngått avtale", Why::Wrong(Reason::NotExpected)),
            cell(7, Column::Source, "Messe", Why::NeedsOneBasis),
            cell(9, Column::Source, "Møte", Why::Differs { from: 8 }),
            cell(10, Column::Category, "漢字", Why::Wrong(Reason::NotAKey)),
        ]
    );
    // What the unknown names may have meant stays: purposes, legal bases, months.
    assert_eq!(done, changes(&[("category.customer.purposes", "sales marketing")]));
    for lang in Lang::ALL {
        let untaken = Untaken { row: 4, column: Some(Column::Keep), value: "24".into(), why: Why::Differs { from: 3 } };
        let words = untaken.words(lang);
        assert!(words.contains("24") && words.contains('3') && words.contains(&Column::Keep.heading(lang)), "{words}");
    }
}

#[test]
fn who_changes_one_of_several_rows_means_all_of_them() {
    let (folder, office) = office();
    set(&office, "category.customer.purposes", "sales marketing");
    set(&office, "category.customer.keep_months", "60");
    let (path, _) = written(&office, &folder);
    let mut table = opened(&path);
    let row = table.rows.iter_mut().find(|row| row.cells[5] == "60").unwrap();
    row.cells[5] = "48".to_owned();
    let (done, untaken) = taken(&office, table);
    assert_eq!((done, untaken), (changes(&[("category.customer.keep_months", "48")]), vec![]));
}

#[test]
fn what_was_renamed_since_is_found_again() {
    let (folder, office) = office();
    set(&office, "category.customer.keep_months", "60");
    set(&office, "default.fair.sales", "contract,fair");
    let (path, _) = written(&office, &folder);
    for (key, value) in [
        ("category.customer.name.nb", "Stamkunde"),
        ("category.supplier.name.nb", "Kunde"),
        ("purpose.sales.name.nb", "Salg"),
        ("basis.contract.name.nb", "Kontrakt"),
        ("source.fair.name.nb", "Utstilling"),
    ] {
        set(&office, key, value);
    }
    let (sheet, plan) = planned(&office, opened(&path));
    assert_eq!((sheet.untaken, plan.changes), (vec![], vec![]));
    // What was chosen anew in such a sheet is understood, too.
    let mut table = opened(&path);
    let row = table.rows.iter_mut().find(|row| row.cells[5] == "60").unwrap();
    row.cells[0] = "Leverandør".to_owned();
    let (done, _) = taken(&office, table);
    assert!(done.contains(&("category.supplier.keep_months".to_owned(), "60".to_owned())), "{done:?}");
    assert!(!done.iter().any(|(key, _)| key.contains(".name.")), "{done:?}");
}

#[test]
fn fields_that_no_row_names_are_switched_off_if_every_row_says_its_data() {
    let (folder, office) = office();
    let (path, _) = written(&office, &folder);
    let mut table = opened(&path);
    for row in table.rows.iter_mut().filter(|row| !row.cells[1].is_empty()) {
        assert!(row.cells[1].starts_with("Identitet; Kontaktopplysninger; "), "{}", row.cells[1]);
        row.cells[1] = row.cells[1].replace("Identitet", "Identitet: Fornavn, Etternavn, Picture");
    }
    let one_silent = {
        let mut table = table.clone();
        table.rows[0].cells[1].clear();
        table
    };
    assert_eq!(planned(&office, one_silent).1.changes, []);
    // Neither does a sheet decide for a category whose rows somebody took out.
    let one_missing = {
        let mut table = table.clone();
        let first = table.rows[0].cells[0].clone();
        table.rows.retain(|row| row.cells[0] != first);
        assert!(table.rows.iter().any(|row| !row.cells[1].is_empty()));
        table
    };
    assert!(!planned(&office, one_missing).1.changes.iter().any(|change| change.setting.key().ends_with(".collect")));
    let (done, untaken) = taken(&office, table.clone());
    assert_eq!((done, untaken), (changes(&[("field.birth_date.collect", "no")]), vec![]));
    table.rows[0].cells[1].push_str("\nFødselsdato");
    assert_eq!(taken(&office, table).0, changes(&[("field.birth_date.collect", "yes")]));
}

#[test]
fn what_is_no_sheet_is_refused_and_so_is_who_may_not() {
    let (folder, office) = office();
    let table = typed(&["Name", "E-mail"], &[&["Ada", "x"]]);
    let other = office.read(move |desk| super::read(desk, &table)).wait();
    assert!(matches!(other, Err(Error::NotSettings)));
    let path = folder.path().join("broken.xlsx");
    std::fs::write(&path, b"PK\x03\x04 and no more").unwrap();
    assert!(matches!(open(&Parser::Here, &path, &Progress::default()), Err(Error::Transfer(_))));
    let to = folder.path().join("seller.xlsx");
    let refused = office.write(move |desk| {
        desk.become_role(Role::Seller);
        write(desk, &to)
    });
    assert!(matches!(refused.wait(), Err(Error::Forbidden(Right::Settings))));
    let table = typed(&ENGLISH, &[&["Customer"]]);
    let refused = office.write(move |desk| {
        desk.become_role(Role::Seller);
        super::read(desk, &table)
    });
    assert!(matches!(refused.wait(), Err(Error::Forbidden(Right::Settings))));
    assert!(!folder.path().join("seller.xlsx").exists());
}

#[test]
fn a_row_that_cannot_be_read_takes_nothing_with_it() {
    let (_folder, office) = office();
    set(&office, "category.customer.purposes", "sales marketing");
    let mut table = typed(&ENGLISH, &[&["Customer", "", "Sales and service"]]);
    table.broken.push(3);
    let (done, untaken) = taken(&office, table);
    let broken = Untaken { row: 3, column: None, value: String::new(), why: Why::Unreadable };
    assert_eq!((done, untaken), (vec![], vec![broken]));
}

#[test]
fn the_sheet_explains_itself_in_every_language() {
    for lang in Lang::ALL {
        let mut headings: Vec<String> = Column::ALL.map(|column| column.heading(lang)).into();
        for column in Column::ALL {
            assert!(column.says(lang).chars().count() <= 255, "{column:?} {lang:?}");
        }
        headings.sort();
        headings.dedup();
        assert_eq!(headings.len(), Column::ALL.len());
    }
}
