#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod companies;

use super::*;
use crate::model::basis::Basis;
use crate::model::draft::Place;
use crate::model::import::{OnDuplicate, Terms};
use crate::model::journal::Kind;
use crate::model::list;
use crate::model::person::{Address, Content, Id, Labelled};
use crate::model::restriction::Ground;
use crate::model::user::Role;
use crate::office::attached::Incoming;
use crate::office::finding::{Column, CompanyColumn, Order};
use crate::office::tests::{add, office};
use crate::office::undo::Way;
use crate::office::{Office, Progress, fields, import, long_texts, merging, persons, states};
use crate::store;
use crate::transfer::{Format, Parser};

fn set(office: &Office, key: &str, value: &str) {
    let (setting, value) = (Setting::from_key(key).unwrap(), value.to_owned());
    office.write(move |desk| settings::set(desk, &setting, &value)).wait().unwrap();
}

fn full() -> Content {
    let address =
        Address { street: "Kaia 7".into(), postcode: "6002".into(), city: "Ålesund".into(), ..Address::default() };
    Content {
        first_name: "Åse".into(),
        last_name: "Ødegård".into(),
        company: "Fjordfisk AS".into(),
        title: "Innkjøper".into(),
        emails: vec![Labelled::new(Some(list::LABEL_WORK), "ase@example.org".into())],
        phones: vec![
            Labelled::new(Some(list::LABEL_MOBILE), "+47 900 11 222".into()),
            Labelled::new(Some(list::LABEL_WORK), "+47 55 11 22 33".into()),
        ],
        addresses: vec![Labelled::new(None, address)],
        birth_date: chrono::NaiveDate::from_ymd_opt(1980, 5, 17),
        note: "Likes halibut.".into(),
        ..Content::default()
    }
}

fn seen(office: &Office, id: Id) -> Content {
    office.read(move |desk| Ok(persons::get(desk, id)?.content)).wait().unwrap()
}

fn whole(office: &Office, id: Id) -> Content {
    office.read(move |desk| Ok(persons::whole(desk, id)?.content)).wait().unwrap()
}

fn save(office: &Office, id: Id, content: Content) -> Result<Vec<Field>, Error> {
    office
        .write(move |desk| {
            let seen = persons::get(desk, id)?.updated_at;
            Ok(persons::save(desk, id, content, seen)?.1)
        })
        .wait()
}

/// Runs as somebody of a role, without writing.
fn as_role<T: Send + 'static>(
    office: &Office,
    role: Role,
    look: impl FnOnce(&mut Desk<'_>) -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    office
        .read(move |desk| {
            desk.become_role(role);
            look(desk)
        })
        .wait()
}

#[test]
fn what_is_not_collected_is_neither_shown_nor_filled_nor_lost() {
    let (_folder, office) = office();
    let id = add(&office, full()).id;
    set(&office, "field.birth_date.collect", "no");
    set(&office, "field.city.collect", "no");
    let content = seen(&office, id);
    assert_eq!(content.birth_date, None);
    assert_eq!((content.addresses[0].value.street.as_str(), content.addresses[0].value.city.as_str()), ("Kaia 7", ""));
    let mut edited = content.clone();
    edited.birth_date = chrono::NaiveDate::from_ymd_opt(1981, 1, 1);
    assert!(matches!(save(&office, id, edited), Err(Error::Refused(Rule::FieldNotCollected))));
    let mut edited = content;
    edited.title = "Daglig leder".into();
    assert_eq!(save(&office, id, edited).unwrap(), [Field::Title]);
    let kept = whole(&office, id);
    assert_eq!((kept.birth_date, kept.addresses[0].value.city.as_str()), (full().birth_date, "Ålesund"));
    let new = office.write(|desk| persons::add(desk, full(), None, list::SOURCE_USER)).wait();
    assert!(matches!(new, Err(Error::Refused(Rule::FieldNotCollected))));
    let change = vec![(Field::BirthDate, "1981-01-01".to_owned())];
    let edit = office.write(move |desk| persons::edit(desk, id, &change)).wait();
    assert!(matches!(edit, Err(Error::Refused(Rule::FieldNotCollected))));
    let line = office.read(move |desk| persons::lines(desk, &[id])).wait().unwrap().remove(0);
    assert_eq!(line.city, "");
    for key in ["field.last_name.collect", "field.no_mailings.collect"] {
        let setting = Setting::from_key(key).unwrap();
        let refused = office.write(move |desk| settings::set(desk, &setting, "no")).wait();
        assert!(matches!(refused, Err(Error::InvalidSetting { .. })), "{key}");
    }
}

#[test]
fn what_is_kept_elsewhere_is_read_only_and_comes_by_files() {
    let (_folder, office) = office();
    let id = add(&office, full()).id;
    set(&office, "field.title.master", "the payroll");
    let content = seen(&office, id);
    assert_eq!(content.title, "Innkjøper");
    let refused = save(&office, id, Content { title: "Sjef".into(), ..content });
    assert!(matches!(refused, Err(Error::Refused(Rule::FieldReadOnly))));
    let rules = office.read(|desk| Ok(desk.rules()?.clone())).wait().unwrap();
    assert_eq!(rules.fields.kept_in(&Field::Title), Some("the payroll"));
    assert!(rules.fields.takes_from_files(&Field::Title) && !rules.fields.may_edit(&Field::Title));
}

#[test]
fn what_a_role_does_not_see_is_found_by_nobody_of_it() {
    let (_folder, office) = office();
    let id = add(&office, full()).id;
    for field in ["email", "note", "mobile", "company"] {
        set(&office, &format!("role.seller.field.{field}"), "hidden");
    }
    set(&office, "role.seller.field.title", "read");
    let (person, lines, texts) = as_role(&office, Role::Seller, move |desk| {
        let found = long_texts::find(desk, "halibut", long_texts::Kinds::All, &Default::default(), 10)?;
        Ok((persons::get(desk, id)?, persons::lines(desk, &[id])?, found.len()))
    })
    .unwrap();
    assert_eq!((person.content.emails.len(), person.company, texts), (0, None, 0));
    assert_eq!((lines[0].email.as_str(), lines[0].mobile.as_str(), lines[0].company.as_str()), ("", "", ""));
    assert_eq!(person.content.phones.len(), 1, "the other number is seen");
    let unseen = as_role(&office, Role::Seller, |desk| Ok(desk.rules()?.fields.unsearched())).unwrap();
    assert_eq!(unseen, Unsearched { org_numbers: false, cities: false, ..Unsearched::ALL });
    // The owner sees and finds everything, until the index leaves it out.
    let find = |typed: &str| office.find(typed, Order::default()).wait().unwrap().ids.len();
    assert_eq!((find("ase@example"), find("fjordfisk"), find("90011222")), (1, 1, 1));
    office.0.finder.leave_out(unseen);
    assert_eq!((find("ase@example"), find("fjordfisk"), find("90011222"), find("ødegård")), (0, 0, 0, 1));
    office.prepare_search().wait().unwrap();
    assert_eq!((find("ase@example"), find("fjordfisk"), find("90011222"), find("ødegård")), (0, 0, 0, 1));
    let change = as_role(&office, Role::Seller, move |desk| {
        let mut content = persons::get(desk, id)?.content;
        let before = persons::whole(desk, id)?.content;
        content.title = "Sjef".into();
        desk.rules()?.fields.complete(&mut content, &before, desk.fields()?)
    });
    assert!(matches!(change, Err(Error::Refused(Rule::FieldReadOnly))));
    let kept = as_role(&office, Role::Seller, move |desk| {
        let mut content = persons::get(desk, id)?.content;
        let before = persons::whole(desk, id)?.content;
        desk.rules()?.fields.complete(&mut content, &before, desk.fields()?)?;
        Ok(content == before)
    });
    assert!(kept.unwrap(), "what is not seen is not lost");
}

#[test]
fn columns_of_a_file_that_are_not_collected_are_left_out() {
    let (folder, office) = office();
    set(&office, "field.birth_date.collect", "no");
    set(&office, "field.mobile.collect", "no");
    let path = folder.path().join("people.csv");
    std::fs::write(&path, "name,born,mobile,phone\nKari Nordli,not a day,90011222,55112233\n").unwrap();
    let target = |(key, nth)| import::target(key, nth).unwrap();
    let request = import::Request {
        path,
        format: Format::Csv,
        parser: Parser::Here,
        mapping: [("name", 0), ("birth_date", 0), ("mobile", 0), ("phone", 1)].map(target).to_vec(),
        terms: Terms {
            purpose: list::SALES,
            basis: Basis::Contract.into(),
            condition: None,
            source: list::SOURCE_IMPORT,
            comment: String::new(),
            on_duplicate: OnDuplicate::Skip,
        },
        overrule: None,
    };
    let outcome = office
        .write(move |desk| {
            let plan = import::plan(desk, &request, &Progress::default())?;
            import::carry_out(desk, &plan, &Progress::default())
        })
        .wait()
        .unwrap();
    assert_eq!(outcome.left_out, [Field::BirthDate, Field::Mobile]);
    assert_eq!(outcome.counts.added, 1, "what is not collected is not checked either");
    let content = whole(&office, outcome.persons[0]);
    assert_eq!((content.birth_date, content.phones.len()), (None, 1));
    assert_eq!(content.phones[0].value, "55112233");
}

/// Returns everything the card file holds in its tables as one text.
fn everything(office: &Office) -> String {
    office
        .read(|desk| {
            let mut all = String::new();
            store::kept_values::change_imports(desk.db(), |_, text| {
                all.push_str(text);
                None
            })?;
            store::kept_values::change_merges(desk.db(), |_, text| {
                all.push_str(text);
                None
            })?;
            let (person, company) = (Id(0), company::Id(0));
            let places = [Place::Person(person), Place::NewPerson, Place::Company(company), Place::NewCompany];
            store::kept_values::change_drafts(desk.db(), &places, |_, text| {
                all.push_str(text);
                None
            })?;
            Ok(all)
        })
        .wait()
        .unwrap()
}

#[test]
fn emptying_a_field_leaves_its_values_nowhere() {
    let (_folder, office) = office();
    let first = add(&office, full()).id;
    let second = add(&office, Content { first_name: "Aase".into(), title: "Sjef".into(), ..full() }).id;
    let title = Content { title: "Direktør".into(), ..whole(&office, first) };
    save(&office, first, title).unwrap();
    office.write(move |desk| merging::merge(desk, first, second, &[])).wait().unwrap();
    let typed = serde_json::json!({
        "before": whole(&office, first),
        "typed": { "content": whole(&office, first), "birth_date": "17.05.1980", "note": "x", "custom": {} },
    });
    let place = Place::Person(first);
    let draft = crate::model::draft::Draft { place, content: typed.to_string() };
    office.write(move |desk| crate::office::drafts::keep(desk, &[draft])).wait().unwrap();
    assert!(everything(&office).contains("1980") && everything(&office).contains("Sjef"));

    let plan = |field: Field| office.read(move |desk| fields::emptying_plan(desk, &field)).wait();
    assert!(matches!(plan(Field::Title), Err(Error::Refused(Rule::FieldCollected))));
    assert!(matches!(plan(Field::LastName), Err(Error::NoSuch("field"))));
    for field in [Field::Title, Field::BirthDate, Field::Mobile, Field::Company, Field::City, Field::Email] {
        set(&office, &format!("field.{field}.collect"), "no");
        assert_eq!(plan(field.clone()).unwrap().cards, 1, "{field}");
        let asked = field.clone();
        let done = office.write(move |desk| fields::empty(desk, &asked, &Progress::default())).wait().unwrap();
        assert_eq!(done.cards, 1, "{field}");
        assert_eq!(plan(field.clone()).unwrap().cards, 0, "{field}");
        set(&office, &format!("field.{field}.collect"), "yes");
    }
    let content = whole(&office, first);
    assert_eq!((content.title.as_str(), content.birth_date, content.company.as_str()), ("", None, ""));
    assert_eq!((content.phones.len(), content.emails.len()), (1, 0));
    assert_eq!((content.addresses[0].value.street.as_str(), content.addresses[0].value.city.as_str()), ("Kaia 7", ""));
    let kept = everything(&office);
    for gone in ["1980", "Sjef", "Direktør", "Innkjøper", "900 11 222", "Fjordfisk", "Ålesund", "ase@example.org"] {
        assert!(!kept.contains(gone), "{gone} in {kept}");
    }
    assert!(!office.can_step(Way::Back), "what could be taken back held the values");
    let entries = office.read(|desk| crate::office::journal::entries(desk.db())).wait().unwrap();
    let emptied = entries.iter().filter(|entry| entry.kind == Kind::FieldEmptied);
    assert_eq!(emptied.map(|entry| entry.fields.len()).collect::<Vec<_>>(), [1; 6]);
}

#[test]
fn emptying_a_field_leaves_what_is_kept_of_restricted_persons_alone() {
    let (folder, office) = office();
    let picture = |id: Id| {
        let mut png = std::io::Cursor::new(Vec::new());
        image::DynamicImage::new_rgb8(2, 2).write_to(&mut png, image::ImageFormat::Png).unwrap();
        let file = Incoming { name: "face.png".into(), bytes: png.into_inner() };
        office.write(move |desk| persons::set_picture(desk, id, Some(&file))).wait().unwrap().content.picture.unwrap()
    };
    // Two cards that became one of two each; everything of the second of them has a date of its own.
    let mut kept = Vec::new();
    for (name, years) in [("Åse", [1971, 1972, 1973]), ("Tor", [1981, 1982, 1983])] {
        let born = |year| Content {
            first_name: name.into(),
            emails: vec![Labelled::new(None, format!("{}@example.org", years[0]))],
            birth_date: chrono::NaiveDate::from_ymd_opt(year, 5, 17),
            ..full()
        };
        let (id, twin) = (add(&office, born(years[0])).id, add(&office, born(years[1])).id);
        let pictures = [picture(id), picture(twin)];
        office.write(move |desk| merging::merge(desk, id, twin, &[])).wait().unwrap();
        let path = folder.path().join("people.csv");
        std::fs::write(&path, format!("last_name,email,title\nØdegård,{}@example.org,Reder\n", years[0])).unwrap();
        let opened = import::open(&Parser::Here, &path, Format::Auto, &Progress::default()).unwrap();
        let terms = Terms {
            purpose: list::SALES,
            basis: Basis::Contract.into(),
            condition: None,
            source: list::SOURCE_IMPORT,
            comment: String::new(),
            on_duplicate: OnDuplicate::Replace,
        };
        let request = import::Request {
            path,
            format: Format::Auto,
            parser: Parser::Here,
            mapping: opened.guesses,
            terms,
            overrule: None,
        };
        let run = move |desk: &mut Desk<'_>| {
            let plan = import::plan(desk, &request, &Progress::default())?;
            import::carry_out(desk, &plan, &Progress::default())
        };
        assert_eq!(office.write(run).wait().unwrap().counts.updated, 1);
        kept.push((id, years, pictures));
    }
    let drafts: Vec<_> = kept
        .iter()
        .map(|(id, years, _)| {
            let typed = serde_json::json!({ "birth_date": format!("17.05.{}", years[2]) });
            crate::model::draft::Draft { place: Place::Person(*id), content: typed.to_string() }
        })
        .collect();
    office.write(move |desk| crate::office::drafts::keep(desk, &drafts)).wait().unwrap();
    let restricted = kept[1].0;
    office.write(move |desk| states::restrict(desk, restricted, Ground::Accuracy, "")).wait().unwrap();
    let of_restricted = |all: &str| ["1981-", "1982-", "17.05.1983"].map(|date| all.matches(date).count());
    let before = of_restricted(&everything(&office));
    assert!(before.iter().all(|count| *count > 0), "{before:?}");
    for field in [Field::BirthDate, Field::Picture] {
        set(&office, &format!("field.{field}.collect"), "no");
        let done = office.write(move |desk| fields::empty(desk, &field, &Progress::default())).wait().unwrap();
        assert_eq!((done.cards, done.held), (1, 1));
    }
    let after = everything(&office);
    for year in kept[0].1.map(|year| format!("{year}-")) {
        assert!(!after.contains(&year), "{year} in {after}");
    }
    assert!(!after.contains("17.05.1973"));
    assert_eq!(of_restricted(&after), before);
    for (id, _, pictures) in kept {
        for picture in pictures {
            let there = office.read(move |desk| Ok(store::attachments::owner(desk.db(), picture)?)).wait().unwrap();
            assert_eq!(there, (id == restricted).then_some(id));
        }
    }
}

#[test]
fn what_is_left_in_fields_that_are_not_collected_is_offered_and_restricted_cards_keep_it() {
    let (_folder, office) = office();
    let ids: Vec<Id> = (0..3).map(|_| add(&office, full()).id).collect();
    let left = || office.read(|desk| fields::left_behind(desk)).wait().unwrap();
    assert_eq!(left(), []);
    for key in ["field.birth_date.collect", "field.website.collect", "field.company:note.collect"] {
        set(&office, key, "no");
    }
    let restricted = ids[1];
    let restrict = move |desk: &mut Desk<'_>| states::restrict(desk, restricted, Ground::Accuracy, "");
    office.write(restrict).wait().unwrap();
    // Of the website and of companies' notes no card has anything.
    let wanted = fields::Emptying { field: Field::BirthDate, cards: 2, held: 1 };
    assert_eq!(left(), std::slice::from_ref(&wanted));
    let done = office.write(|desk| fields::empty(desk, &Field::BirthDate, &Progress::default())).wait().unwrap();
    assert_eq!(done, wanted);
    assert_eq!(left(), [fields::Emptying { cards: 0, ..wanted }]);
    let born = |id: Id| office.read(move |desk| Ok(store::persons::get(desk.db(), id)?.unwrap().content.birth_date));
    let born: Vec<bool> = ids.iter().map(|id| born(*id).wait().unwrap().is_some()).collect();
    assert_eq!(born, [false, true, false]);
    // Nothing is emptied where somebody stops it.
    office.write(move |desk| states::lift(desk, restricted, "Corrected", true)).wait().unwrap();
    let stopped = Progress::default();
    stopped.cancel();
    let stopped = office.write(move |desk| fields::empty(desk, &Field::BirthDate, &stopped)).wait();
    assert!(matches!(stopped, Err(Error::Cancelled)));
    assert_eq!(left()[0].cards, 1);
    for role in [Role::Seller, Role::Assistant] {
        assert!(matches!(as_role(&office, role, |desk| fields::left_behind(desk)), Err(Error::Forbidden(_))));
    }
}

#[test]
fn as_many_cards_are_counted_as_are_emptied() {
    let (_folder, office) = office();
    let ids = [add(&office, full()).id, add(&office, full()).id];
    let restrict = move |desk: &mut Desk<'_>| states::restrict(desk, ids[1], Ground::Accuracy, "");
    office.write(restrict).wait().unwrap();
    let count = move |desk: &mut Desk<'_>| {
        let mut filled = 0;
        for field in settings::decidable(desk)? {
            let having = store::kept_values::having(desk.db(), &field, None)?;
            let held = having.iter().filter(|card| **card == ids[1].0).count();
            assert_eq!(store::kept_values::count(desk.db(), &field, None)?, (having.len(), held), "{field}");
            filled += held;
        }
        Ok(filled)
    };
    assert!(office.read(count).wait().unwrap() > 8);
}

#[test]
fn nothing_is_ordered_by_what_is_not_seen() {
    let (_folder, office) = office();
    let add_with = |last: &str, title: &str, company: &str| {
        let content = Content { last_name: last.into(), title: title.into(), company: company.into(), ..full() };
        add(&office, content).id
    };
    let (alm, berg) = (add_with("Alm", "Zoolog", "Nord"), add_with("Berg", "Advokat", "Alm"));
    for (number, name) in ["Alm", "Nord"].into_iter().enumerate() {
        let content = crate::model::company::Content {
            org_number: ["2", "1"][number].into(),
            ..crate::model::company::Content::named(name)
        };
        set_company(&office, name, content);
    }
    let persons = |descending| {
        let order = Order { by: Column::Title, descending };
        office.find("", order).wait().unwrap().ids.to_vec()
    };
    let companies = || {
        let order = Order { by: CompanyColumn::OrgNumber, descending: false };
        let ids = office.find_companies("", order).wait().unwrap().ids.to_vec();
        let lines = office.read(move |desk| crate::office::companies::lines(desk, &ids)).wait().unwrap();
        lines.into_iter().map(|line| line.name).collect::<Vec<_>>()
    };
    assert_eq!((persons(false), persons(true)), (vec![berg, alm], vec![alm, berg]));
    assert_eq!(companies(), ["Nord", "Alm"]);
    set(&office, "field.title.collect", "no");
    set(&office, "field.company:org_number.collect", "no");
    assert_eq!((persons(false), persons(true)), (vec![alm, berg], vec![alm, berg]));
    assert_eq!(companies(), ["Alm", "Nord"]);
}

fn set_company(office: &Office, name: &str, content: crate::model::company::Content) {
    let name = crate::search::fold(name);
    let save = office.write(move |desk| {
        let id = store::companies::by_key(desk.db(), &name)?.ok_or(Error::NoSuch("company"))?;
        let seen = crate::office::companies::get(desk, id)?.updated_at;
        crate::office::companies::save(desk, id, content, seen).map(drop)
    });
    save.wait().unwrap();
}
