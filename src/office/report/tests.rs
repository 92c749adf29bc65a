#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod hostile;
mod together;

use std::collections::BTreeSet;
use std::io::Read as _;
use std::path::Path;

use super::*;
use crate::model::basis::{Basis, Decision};
use crate::model::custom::{self, Definition};
use crate::model::data_map::{self, Category, Origin};
use crate::model::export::Format as Export;
use crate::model::field::Field;
use crate::model::hold;
use crate::model::journal::Kind as Entry;
use crate::model::list;
use crate::model::person::{Content, Labelled};
use crate::model::report::Format;
use crate::model::restriction::Ground;
use crate::model::user::Role;
use crate::model::{Moment, activity};
use crate::office::exporting::{self, Who};
use crate::office::subject::Subject as Whom;
use crate::office::tests::{add, named, office};
use crate::office::{Office, Progress, activities, companies, fields, holding, journal as entries, legal_basis};
use crate::office::{persons, relations, sample, selections, states, trash, wordings};
use crate::store::held::Marker;
use crate::transfer::report::rendered;

/// What stands on the card of the other, and must be in no file about the first.
const OTHERS: [&str; 5] = ["Sigrid", "Hemmeligsen", "sigrid@example.net", "998 87 766", "Bakveien"];

/// A card file with two people who have to do with each other, and everything that rows of a person can name.
fn furnished(office: &Office, folder: &Path) -> (person::Id, person::Id) {
    let mut other = named(OTHERS[0], OTHERS[1]);
    other.emails.push(Labelled::new(None, OTHERS[2].into()));
    other.phones.push(Labelled::new(None, OTHERS[3].into()));
    let other = add(office, other).id;
    let mut content = named("Åse", "Ødegård");
    content.company = "Fjordfisk AS".into();
    content.emails.push(Labelled::new(Some(list::LABEL_WORK), "ase@example.org".into()));
    content.note = "Reiser alltid med Sigrid Hemmeligsen, ring 998 87 766 eller sigrid@example.net.".into();
    let id = add(office, content).id;
    let out = folder.join("export.csv");
    office
        .write(move |desk| {
            let field = Definition {
                id: custom::Id(0),
                key: "shoe".into(),
                name: "Sko".into(),
                kind: custom::Kind::Text,
                choices: Vec::new(),
                category: Category::Behaviour,
                origin: Origin::Provided,
                in_report: true,
                rank: 0,
                active: true,
            };
            fields::save(desk, None, field)?;
            let mut yes = Decision::new(list::MARKETING, Basis::Consent, list::SOURCE_USER);
            yes.wording = Some(wordings::add(desk, list::MARKETING, "nb", "Vil du ha nyheter fra oss?")?);
            let evidence = crate::office::attached::Incoming::from_text("svar.txt", "Ja");
            legal_basis::decide(desk, id, &yes, Some(&evidence))?;
            relations::add(desk, id, other, "colleague", "siden skolen")?;
            let new = selections::New { name: "Torskeutvalget".into(), ..selections::New::default() };
            selections::create_of(desk, &new, &[id.0])?;
            let wanted = exporting::Wanted {
                who: Who::Subject(Whom::Persons([id].into())),
                path: out,
                format: Export::Csv,
                columns: Vec::new(),
                raw: false,
                purpose: "Julekort".into(),
                recipient: "Trykkeriet AS".into(),
            };
            exporting::export(desk, &wanted, &Progress::default())?;
            let content = activity::Content::new(list::ACTIVITY_MEETING, Moment::now());
            let text = "Møtte Sigrid Hemmeligsen".to_owned();
            activities::add(desk, activity::Content { person: Some(id), text, ..content })?;
            companies::add(desk, crate::model::company::Content { name: "Siste AS".into(), ..Default::default() })?;
            Ok(())
        })
        .wait()
        .unwrap();
    (id, other)
}

fn told(office: &Office, id: person::Id, wanted: Wanted) -> Draft {
    office.write(move |desk| draft(desk, id, &wanted)).wait().unwrap()
}

fn blacked_out(draft: &Draft) -> Document {
    settled(draft, |_, _| Choice::BlackOut)
}

/// Returns what people read in a file, or what it is made of.
fn content(document: &Document, format: Format) -> String {
    let bytes = rendered(document, format).unwrap().unwrap();
    match format {
        Format::Xlsx => {
            let mut all = String::new();
            let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
            for place in 0..zip.len() {
                let mut part = zip.by_index(place).unwrap();
                part.read_to_string(&mut all).unwrap();
            }
            all
        }
        // Words alone: where a line ends, and with which hyphen, is the page's.
        Format::Pdf => {
            let file = lopdf::Document::load_mem(&bytes).unwrap();
            let pages: Vec<u32> = file.get_pages().into_keys().collect();
            file.extract_text(&pages).unwrap()
        }
        Format::Html
        | Format::Json
        | Format::Csv
        | Format::Vcard
        | Format::Sealed
        | Format::Letter
        | Format::LetterPage
        | Format::Attached => String::from_utf8(bytes).unwrap(),
    }
}

const FORMATS: [Format; 4] = [Format::Json, Format::Html, Format::Xlsx, Format::Pdf];

/// Answers whether something stands in a file, wherever its lines break.
fn has(text: &str, wanted: &str) -> bool {
    let run = |text: &str| text.split_whitespace().collect::<String>();
    text.contains(wanted) || run(text).contains(&run(wanted))
}

/// Returns the keys of all facts and columns of a document.
fn keys(document: &Document) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for block in document.sections.iter().flat_map(|section| &section.blocks) {
        match block {
            Block::Facts(facts) => keys.extend(facts.facts.iter().map(|fact| fact.key.clone())),
            Block::Table(table) => keys.extend(table.columns.iter().map(|column| column.key.clone())),
            Block::Paragraph(_) | Block::List(_) => {}
        }
    }
    keys
}

/// What says of a value how it came, rather than what it is, and stands beside it.
fn is_beside(column: &data_map::Column) -> bool {
    let lists = ["email", "phone", "address", "person_interest", "custom_value"];
    lists.contains(&column.table) && ["label", "source", "at", "by", "value"].contains(&column.column)
}

fn filled(office: &Office, id: person::Id, other: person::Id) -> Vec<Marker> {
    office
        .write(move |desk| {
            // A mailing that a row can name.
            let sql = "INSERT INTO mailing VALUES (5, 'Sommerbrev', NULL, '', 'breach', NULL, 'breach', 'running', 0, NULL, 1, 1, 1)";
            desk.db().sql_for_tests().execute_batch(sql).unwrap();
            Ok(store::held::fill(desk.db(), id, other)?)
        })
        .wait()
        .unwrap()
}

#[test]
fn every_column_of_the_map_is_told_and_what_stays_out_stays_out() {
    let (dir, office) = office();
    let (id, other) = furnished(&office, dir.path());
    let markers = filled(&office, id, other);
    assert!(markers.iter().filter(|marker| marker.column.report).count() > 25, "{}", markers.len());
    let access = blacked_out(&told(&office, id, Wanted::new(Lang::Nb)));
    let keys = keys(&access);
    for column in data_map::COLUMNS.iter().filter(|column| column.report && !is_beside(column)) {
        let key = format!("{}.{}", column.table, column.column);
        assert!(keys.contains(&key), "{key} is in no section");
    }
    for format in FORMATS {
        let text = content(&access, format);
        for marker in &markers {
            let name = format!("{}.{} in {format:?}", marker.column.table, marker.column.column);
            assert_eq!(has(&text, &marker.text), marker.column.report, "{name}");
        }
        // Names of what rows point to, and what stands beside values.
        for wanted in ["Torskeutvalget", "Trykkeriet AS", "Julekort", "Vil du ha nyheter fra oss?", "Sko", "Siste AS"] {
            assert!(has(&text, wanted), "{wanted} in {format:?}");
        }
    }
    // What no section asks for by name comes last.
    assert!(!access.sections.iter().any(|section| section.key == "more"), "every table has its section");
    let copy = blacked_out(&told(&office, id, Wanted { kind: Kind::Portable, ..Wanted::new(Lang::Nb) }));
    let text = content(&copy, Format::Json);
    for marker in &markers {
        let name = format!("{}.{}", marker.column.table, marker.column.column);
        assert_eq!(text.contains(&marker.text), marker.column.portable, "{name} in the copy");
    }
    office.close();
}

#[test]
fn own_fields_that_are_kept_out_of_reports_are_counted() {
    let (_dir, office) = office();
    let id = add(&office, named("Åse", "Ødegård")).id;
    let ask = move |office: &Office| blacked_out(&told(office, id, Wanted::new(Lang::En)));
    office
        .write(move |desk| {
            let field = Definition {
                id: custom::Id(0),
                key: "mood".into(),
                name: "Mood".into(),
                kind: custom::Kind::Text,
                choices: Vec::new(),
                category: Category::Behaviour,
                origin: Origin::Observed,
                in_report: false,
                rank: 0,
                active: true,
            };
            fields::save(desk, None, field)
        })
        .wait()
        .unwrap();
    assert_eq!(ask(&office).withheld.fields, 0, "nothing is held there");
    let held = [(Field::Custom("mood".into()), "Grumpy".to_owned())];
    office.write(move |desk| persons::edit(desk, id, &held)).wait().unwrap();
    let document = ask(&office);
    assert_eq!(document.withheld.fields, 1);
    for format in FORMATS {
        let text = content(&document, format);
        assert!(!has(&text, "Grumpy") && has(&text, "One field that the office added"), "{format:?}");
    }
    office.close();
}

#[test]
fn nobody_else_is_in_any_file_unless_somebody_says_so() {
    let (dir, office) = office();
    let (id, _) = furnished(&office, dir.path());
    for lang in Lang::ALL {
        let draft = told(&office, id, Wanted::new(lang));
        let words: Vec<&str> = draft.passages.iter().map(|passage| passage.words.as_str()).collect();
        assert!(words.contains(&"Sigrid Hemmeligsen") && words.contains(&"sigrid@example.net"), "{words:?}");
        assert!(draft.passages.iter().all(|passage| passage.whose != id), "one's own name is nobody else's");
        let document = blacked_out(&draft);
        assert!(document.withheld.blacked_out >= 5, "{:?}", document.withheld);
        assert_eq!(document.sections.last().map(|section| section.key), Some("withheld"));
        for format in FORMATS {
            let text = content(&document, format);
            for name in OTHERS {
                assert!(!has(&text, name), "{name} in {format:?}, {lang}");
            }
            assert!(has(&text, "Åse") && has(&text, "ase@example.org"), "{format:?}");
        }
        let kept = settled(&draft, |_, passage| match passage.words.as_str() {
            "998 87 766" => Choice::Reword("et nummer".into()),
            _ => Choice::Keep,
        });
        assert_eq!((kept.withheld.blacked_out, kept.withheld.reworded), (0, 1));
        for format in FORMATS {
            let text = content(&kept, format);
            assert!(has(&text, "Hemmeligsen") && has(&text, "et nummer") && !has(&text, "998 87 766"));
        }
    }
    office.close();
}

#[test]
fn a_report_is_in_one_language() {
    let (dir, office) = office();
    let (id, _) = furnished(&office, dir.path());
    let text = |lang| content(&blacked_out(&told(&office, id, Wanted::new(lang))), Format::Html);
    let (en, nb, sv) = (text(Lang::En), text(Lang::Nb), text(Lang::Sv));
    for (text, lang, wanted) in [
        (&en, "en", ["Your rights", "Consent", "[blacked out]"]),
        (&nb, "nb", ["Rettighetene dine", "Samtykke", "[sladdet]"]),
        (&sv, "sv", ["Dina rättigheter", "Samtycke", "[maskerat]"]),
    ] {
        assert!(text.contains(&format!("<html lang=\"{lang}\">")));
        for wanted in wanted {
            assert!(text.contains(wanted), "{wanted} in {lang}");
        }
        // A key that has no text would stand there by itself.
        assert!(!text.contains("report-") && !text.contains("erasure-table"), "{lang}");
    }
    office.close();
}

#[test]
fn who_may_and_whom_it_is_about() {
    let (dir, office) = office();
    let (id, _) = furnished(&office, dir.path());
    let ask = |office: &Office, role| {
        let asked = office.write(move |desk| {
            desk.become_role(role);
            draft(desk, id, &Wanted::new(Lang::En)).map(drop)
        });
        asked.wait()
    };
    assert!(ask(&office, Role::Seller).is_ok() && ask(&office, Role::PrivacyOfficer).is_ok());
    for role in [Role::Assistant, Role::ReadOnly] {
        assert!(matches!(ask(&office, role), Err(Error::Forbidden(Right::Report))), "{role:?}");
    }
    let nobody = office.write(|desk| draft(desk, person::Id(4), &Wanted::new(Lang::En)).map(drop)).wait();
    assert!(matches!(nobody, Err(Error::NoPerson(_))));

    // A restriction keeps nobody from their own data, and that somebody looked is noted.
    office.write(move |desk| states::restrict(desk, id, Ground::Claims, "")).wait().unwrap();
    let closed = told(&office, id, Wanted::new(Lang::En));
    let text = content(&blacked_out(&closed), Format::Json);
    assert!(text.contains("Privacy report for the person (art. 15)"), "{text}");
    let noted = office.read(|desk| entries::entries(desk.db())).wait().unwrap();
    assert_eq!(noted.last().unwrap().kind, Entry::LookedUp);
    office.write(move |desk| states::lift(desk, id, "Ferdig", true)).wait().unwrap();

    // In the trash the data is still held: whoever sees the trash can tell it.
    let hold = hold::Content { ground: hold::Ground::Claims, statute: "x".into(), comment: String::new(), until: None };
    office
        .write(move |desk| {
            let listed = holding::add(desk, id, hold)?;
            holding::lift(desk, id, listed.hold.id, "over")?;
            trash::put(desk, &[Whom::Persons([id].into())], false, "Ferdig", &Progress::default())
        })
        .wait()
        .unwrap();
    assert!(ask(&office, Role::PrivacyOfficer).is_ok());
    let trashed = told(&office, id, Wanted::new(Lang::En));
    assert!(keys(&trashed.document).contains("trashed_person.purge_on"));
    office.close();
}

#[test]
fn what_is_handed_out_is_on_record_and_goes_with_the_person() {
    let (dir, office) = office();
    let (id, _) = furnished(&office, dir.path());
    let folder = dir.path().join("to-ase");
    let hand = |folder: &Path, formats: Vec<Format>, kind| {
        let identity = "Passport shown".into();
        let out = HandOut { folder: folder.to_owned(), formats, identity, ..HandOut::default() };
        let done = office.write(move |desk| {
            let document = blacked_out(&draft(desk, id, &Wanted { kind, ..Wanted::new(Lang::En) })?);
            hand_out(desk, &document, &out)
        });
        done.wait()
    };
    let written = hand(&folder, Vec::new(), Kind::Access).unwrap();
    let formats: Vec<Format> = written.files.iter().map(|out| out.file.format).collect();
    assert_eq!(formats, [Format::Xlsx, Format::Pdf, Format::Html, Format::Json, Format::Attached]);
    for out in &written.files[..4] {
        let bytes = std::fs::read(&out.path).unwrap();
        use sha2::Digest as _;
        assert_eq!(data_encoding::HEXLOWER.encode(&sha2::Sha256::digest(&bytes)), out.file.sha256);
        assert_eq!(out.file.name, format!("report-{}{}", written.entry.id, out.file.format.ending()));
    }
    let manifest: serde_json::Value = serde_json::from_slice(&std::fs::read(&written.manifest).unwrap()).unwrap();
    assert_eq!(manifest["files"][2]["sha256"], written.files[2].file.sha256.as_str());
    let known = office.read(move |desk| of_person(desk, id)).wait().unwrap();
    assert_eq!((known.len(), known[0].identity.as_str(), &known[0]), (1, "Passport shown", &written.entry));
    let noted = office.read(|desk| entries::entries(desk.db())).wait().unwrap();
    assert_eq!(noted.last().unwrap().kind, Entry::ReportMade);

    // Nothing is overwritten, and nothing is left of what could not be handed out.
    let count = |folder: &Path| std::fs::read_dir(folder).map_or(0, Iterator::count);
    assert!(matches!(hand(&folder, Vec::new(), Kind::Access), Err(Error::File { .. })));
    assert_eq!(count(&folder), 6);
    let none = dir.path().join("none");
    assert!(matches!(hand(&none, vec![Format::Html, Format::Csv], Kind::Access), Err(Error::NoSuch(_))));
    assert!(matches!(
        hand(&dir.path().join("vault"), Vec::new(), Kind::Access),
        Err(Error::Refused(Rule::InsideVault))
    ));
    office.write(|desk| Ok(store::schema::refuse_entries(desk.db(), true)?)).wait().unwrap();
    assert!(hand(&none, Vec::new(), Kind::Access).is_err());
    office.write(|desk| Ok(store::schema::refuse_entries(desk.db(), false)?)).wait().unwrap();
    assert!(!none.exists());
    let known = office.read(move |desk| of_person(desk, id)).wait().unwrap();
    assert_eq!(known.len(), 1);

    let copy = hand(&dir.path().join("copy"), Vec::new(), Kind::Portable).unwrap();
    assert_eq!(copy.files.len(), 3);
    office
        .write(move |desk| {
            let wanted = crate::office::erasure::Wanted::new(vec![id]);
            crate::office::erasure::erase(desk, &wanted, &Progress::default()).map(drop)
        })
        .wait()
        .unwrap();
    let left = office.read(|desk| Ok(store::schema::contents(desk.db())?)).wait().unwrap();
    assert!(left.iter().any(|(table, rows)| table == "report" && rows.is_empty()));
    office.close();
}

#[test]
fn a_portable_copy_needs_consent_or_a_contract_and_is_read_back() {
    let (dir, office) = office();
    let mut content = named("=Åse", "Ødegård");
    content.company = "Fjordfisk AS".into();
    content.title = "Kaptein".into();
    content.birth_date = chrono::NaiveDate::from_ymd_opt(1980, 5, 17);
    content.website = "https://example.org/ase".into();
    content.emails = vec![
        Labelled::new(Some(list::LABEL_WORK), "ase@example.org".into()),
        Labelled::new(Some(list::LABEL_PRIVATE), "ase@example.net".into()),
    ];
    content.phones.push(Labelled::new(Some(list::LABEL_MOBILE), "+47 900 11 223".into()));
    let home = crate::model::contact::Address {
        street: "Storgata 1".into(),
        postcode: "0155".into(),
        city: "Oslo".into(),
        country: "NO".into(),
    };
    content.addresses.push(Labelled::new(None, home));
    let before = content.clone();
    let id = add(&office, content).id;
    office
        .write(move |desk| {
            let said = |kind, direction, text: &str| activity::Content {
                person: Some(id),
                direction,
                text: text.into(),
                ..activity::Content::new(kind, Moment::now())
            };
            activities::add(desk, said(list::ACTIVITY_EMAIL, Some(activity::Direction::In), "Jeg vil ha fem kasser"))?;
            activities::add(desk, said(list::ACTIVITY_EMAIL, Some(activity::Direction::Out), "Vi har bare fire"))?;
            activities::add(desk, said(list::ACTIVITY_NOTE, None, "Vanskelig kunde"))
        })
        .wait()
        .unwrap();
    let wanted = Wanted { kind: Kind::Portable, ..Wanted::new(Lang::En) };
    let document = blacked_out(&told(&office, id, wanted.clone()));
    assert!(document.permissions.is_empty() && document.sections.len() == 1);
    // What they wrote goes along, what we wrote does not.
    let json = String::from_utf8(rendered(&document, Format::Json).unwrap().unwrap()).unwrap();
    assert!(
        json.contains("Jeg vil ha fem kasser") && !json.contains("bare fire") && !json.contains("Vanskelig"),
        "{json}"
    );
    for format in [Format::Csv, Format::Vcard] {
        let path = dir.path().join(format!("copy.{}", format.key()));
        std::fs::write(&path, rendered(&document, format).unwrap().unwrap()).unwrap();
        let (_dir, elsewhere) = crate::office::tests::office();
        let read = import(&elsewhere, &path);
        assert_eq!(
            (&read.first_name, &read.last_name, &read.company, &read.title),
            (&before.first_name, &before.last_name, &before.company, &before.title),
            "{format:?}"
        );
        assert_eq!((read.birth_date, &read.website), (before.birth_date, &before.website), "{format:?}");
        let values = |content: &Content| {
            let emails: Vec<String> = content.emails.iter().map(|email| email.value.clone()).collect();
            let phones: Vec<String> = content.phones.iter().map(|phone| phone.value.clone()).collect();
            let cities: Vec<String> =
                content.addresses.iter().map(|one| format!("{} {}", one.value.street, one.value.city)).collect();
            (emails, phones, cities)
        };
        assert_eq!(values(&read), values(&before), "{format:?}");
        elsewhere.close();
    }
    office
        .write(move |desk| {
            let interests = Decision::new(list::SALES, Basis::LegitimateInterests, list::SOURCE_USER);
            legal_basis::decide(desk, id, &interests, None)
        })
        .wait()
        .unwrap();
    let refused = office.write(move |desk| draft(desk, id, &wanted).map(drop)).wait();
    assert!(matches!(refused, Err(Error::Refused(Rule::NothingPortable))), "{refused:?}");
    office.close();
}

/// Takes a file with one card in, and returns the card.
fn import(office: &Office, path: &Path) -> Content {
    use crate::model::import::{OnDuplicate, Terms};
    use crate::office::import::{self, Request};
    use crate::transfer::{Format, Parser};
    let mapping = import::open(&Parser::Here, path, Format::Auto, &Progress::default()).unwrap().guesses;
    let terms = Terms {
        purpose: list::SALES,
        basis: Basis::Contract.into(),
        condition: None,
        source: list::SOURCE_IMPORT,
        comment: String::new(),
        on_duplicate: OnDuplicate::Skip,
    };
    let path = path.to_owned();
    let request = Request { path, format: Format::Auto, parser: Parser::Here, mapping, terms, overrule: None };
    office
        .write(move |desk| {
            let plan = import::plan(desk, &request, &Progress::default())?;
            import::carry_out(desk, &plan, &Progress::default())?;
            let id = store::erasure::everybody(desk.db())?[0];
            Ok(persons::get(desk, id)?.content)
        })
        .wait()
        .unwrap()
}

#[test]
fn sample_people_are_told_whole_in_every_language() {
    let (_dir, office) = office();
    sample::make(&office, 40, sample::SEED, std::sync::Arc::default()).wait().unwrap();
    let ids = office.read(|desk| Ok(store::erasure::everybody(desk.db())?)).wait().unwrap();
    for (id, lang) in ids.into_iter().zip(Lang::ALL.into_iter().cycle()) {
        let draft = told(&office, id, Wanted::new(lang));
        let document = blacked_out(&draft);
        assert!(document.sections.iter().all(|section| !section.title.is_empty()));
        for format in FORMATS {
            assert!(rendered(&document, format).unwrap().is_some());
        }
        for block in document.sections.iter().flat_map(|section| &section.blocks) {
            if let Block::Table(table) = block {
                assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", table.key);
            }
        }
    }
    office.close();
}

#[test]
fn somebody_is_answered_in_the_nearest_language_that_is_spoken_here() {
    let (_dir, office) = office();
    for (key, lang) in [
        ("nb", Some(Lang::Nb)),
        ("nn", Some(Lang::Nb)),
        ("sv", Some(Lang::Sv)),
        ("da", Some(Lang::Nb)),
        ("fi", Some(Lang::En)),
    ] {
        let language = list::shipped_id(list::List::Language, key);
        assert!(language.is_some(), "{key}");
        let id = add(&office, Content { language, ..named("Åse", key) }).id;
        assert_eq!(office.read(move |desk| language_of(desk, id)).wait().unwrap(), lang, "{key}");
    }
    let id = add(&office, named("Åse", "Uten")).id;
    assert_eq!(office.read(move |desk| language_of(desk, id)).wait().unwrap(), None);
}
