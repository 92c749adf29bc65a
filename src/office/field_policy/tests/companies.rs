//! The fields of companies' cards, decided about apart from those of persons'.

use super::*;
use crate::model::company::Content;
use crate::model::draft::Draft;
use crate::office::companies;

fn full() -> Content {
    let person = super::full();
    Content {
        org_number: "123 456 785".into(),
        category: list::shipped_id(list::List::Category, "customer"),
        website: "example.org".into(),
        note: "Deliveries at the back: halibut.".into(),
        emails: person.emails,
        phones: person.phones,
        addresses: person.addresses,
        ..Content::named("Fjordfisk AS")
    }
}

fn added(office: &Office) -> company::Id {
    office.write(|desk| companies::add(desk, full())).wait().unwrap().id
}

fn seen(office: &Office, id: company::Id) -> Content {
    office.read(move |desk| Ok(companies::get(desk, id)?.content)).wait().unwrap()
}

fn whole(office: &Office, id: company::Id) -> Content {
    office.read(move |desk| Ok(companies::whole(desk, id)?.content)).wait().unwrap()
}

fn save(office: &Office, id: company::Id, content: Content) -> Result<Vec<Field>, Error> {
    office
        .write(move |desk| {
            let seen = companies::get(desk, id)?.updated_at;
            Ok(companies::save(desk, id, content, seen)?.1)
        })
        .wait()
}

fn edit(office: &Office, id: company::Id, field: Field, value: &str) -> Result<Content, Error> {
    let changes = vec![(field, value.to_owned())];
    office.write(move |desk| Ok(companies::edit(desk, id, &changes)?.content)).wait()
}

#[test]
fn what_is_not_collected_of_companies_is_neither_shown_nor_filled_nor_lost() {
    let (_folder, office) = office();
    let id = added(&office);
    let person = add(&office, super::full()).id;
    for field in ["note", "city", "org_number", "category"] {
        set(&office, &format!("field.company:{field}.collect"), "no");
    }
    let content = seen(&office, id);
    assert_eq!((content.note.as_str(), content.org_number.as_str(), content.category), ("", "", None));
    assert_eq!((content.addresses[0].value.street.as_str(), content.city()), ("Kaia 7", ""));
    let line = office.read(move |desk| companies::lines(desk, &[id])).wait().unwrap().remove(0);
    assert_eq!((line.org_number.as_str(), line.city.as_str(), line.category), ("", "", None));
    let card = office.read(move |desk| companies::card(desk, id)).wait().unwrap();
    assert_eq!((card.company.content, card.warnings), (content.clone(), Vec::new()));
    assert_eq!(super::seen(&office, person).note, "Likes halibut.", "of persons it is collected");

    let refused = save(&office, id, Content { note: "New".into(), ..content.clone() });
    assert!(matches!(refused, Err(Error::Refused(Rule::FieldNotCollected))), "{refused:?}");
    let refused = edit(&office, id, Field::OrgNumber, "123 456 784");
    assert!(matches!(refused, Err(Error::Refused(Rule::FieldNotCollected))), "{refused:?}");
    let refused = office.write(|desk| companies::add(desk, Content { name: "Nord AS".into(), ..full() })).wait();
    assert!(matches!(refused, Err(Error::Refused(Rule::FieldNotCollected))), "{refused:?}");
    assert_eq!(edit(&office, id, Field::Website, "example.com").unwrap().website, "example.com");
    let kept = whole(&office, id);
    assert_eq!((kept.note.clone(), kept.city()), (full().note, "Ålesund"));
    // Taking it back gives back what may be edited, and leaves the rest.
    office.step(Way::Back).wait().unwrap();
    assert_eq!(whole(&office, id), Content { addresses: kept.addresses, ..whole(&office, id) });
    assert_eq!((whole(&office, id).website, whole(&office, id).org_number), (full().website, full().org_number));

    for key in ["field.company:name.collect", "role.seller.field.company:name"] {
        let value = if key.starts_with("role") { "hidden" } else { "no" };
        let setting = Setting::from_key(key).unwrap();
        let refused = office.write(move |desk| settings::set(desk, &setting, value)).wait();
        assert!(matches!(refused, Err(Error::InvalidSetting { .. })), "{key}");
    }
}

#[test]
fn what_is_kept_elsewhere_of_companies_is_read_only_and_says_where() {
    let (_folder, office) = office();
    let id = added(&office);
    set(&office, "field.company:org_number.master", "the accounts");
    assert_eq!(seen(&office, id).org_number, full().org_number);
    let refused = save(&office, id, Content { org_number: String::new(), ..seen(&office, id) });
    assert!(matches!(refused, Err(Error::Refused(Rule::FieldReadOnly))));
    let rules = office.read(|desk| Ok(desk.rules()?.clone())).wait().unwrap();
    assert_eq!(rules.company_fields.kept_in(&Field::OrgNumber), Some("the accounts"));
    assert_eq!(save(&office, id, Content { note: String::new(), ..seen(&office, id) }).unwrap(), [Field::Note]);
}

#[test]
fn what_a_role_does_not_see_of_companies_is_found_by_nobody_of_it() {
    let (_folder, office) = office();
    let id = added(&office);
    for field in ["email", "note", "mobile", "org_number", "city"] {
        set(&office, &format!("role.seller.field.company:{field}"), "hidden");
    }
    set(&office, "role.seller.field.company:website", "read");
    let (company, texts) = as_role(&office, Role::Seller, move |desk| {
        let found = long_texts::find(desk, "halibut", long_texts::Kinds::All, &Default::default(), 10)?;
        Ok((companies::get(desk, id)?.content, found.len()))
    })
    .unwrap();
    assert_eq!((company.emails.len(), company.phones.len(), company.org_number.as_str(), texts), (0, 1, "", 0));
    assert_eq!(company.website, "example.org");
    let unseen = as_role(&office, Role::Seller, |desk| Ok(desk.rules()?.company_fields.unsearched())).unwrap();
    let find = |typed: &str| office.find_companies(typed, Default::default()).wait().unwrap().ids.len();
    let hidden = ["ase@example", "90011222", "123456785", "ålesund"];
    assert_eq!(hidden.map(find), [1; 4]);
    office.0.companies.leave_out(unseen);
    assert_eq!((hidden.map(find), find("fjordfisk")), ([0; 4], 1));
    office.prepare_company_search().wait().unwrap();
    assert_eq!((hidden.map(find), find("fjordfisk")), ([0; 4], 1));
    let change = as_role(&office, Role::Seller, move |desk| {
        let (mut content, before) = (companies::get(desk, id)?.content, companies::whole(desk, id)?.content);
        let mut changed = Content { website: "example.com".into(), ..content.clone() };
        let fields = &desk.rules()?.company_fields;
        fields.complete(&mut content, &before, &[])?;
        Ok((content == before, fields.complete(&mut changed, &before, &[])))
    });
    let (is_kept, refused) = change.unwrap();
    assert!(is_kept, "what is not seen is not lost");
    assert!(matches!(refused, Err(Error::Refused(Rule::FieldReadOnly))));
}

#[test]
fn emptying_a_field_of_companies_leaves_its_values_nowhere() {
    let (_folder, office) = office();
    let id = added(&office);
    let person = add(&office, super::full()).id;
    let typed = serde_json::json!({ "before": full(), "typed": full() });
    let draft = Draft { place: Place::Company(id), content: typed.to_string() };
    office.write(move |desk| crate::office::drafts::keep(desk, &[draft])).wait().unwrap();
    let plan = |field: Field| office.read(move |desk| fields::emptying_plan(desk, &field)).wait();
    assert!(matches!(plan(Field::Note.of_company()), Err(Error::Refused(Rule::FieldCollected))));
    assert!(matches!(plan(Field::Name.of_company()), Err(Error::NoSuch("field"))));
    for field in [Field::Note, Field::OrgNumber, Field::Category, Field::Mobile, Field::Email, Field::City] {
        let field = field.of_company();
        set(&office, &format!("field.{field}.collect"), "no");
        assert_eq!(plan(field.clone()).unwrap().cards, 1, "{field}");
        let asked = field.clone();
        office.write(move |desk| fields::empty(desk, &asked, &Progress::default())).wait().unwrap();
        assert_eq!(plan(field.clone()).unwrap().cards, 0, "{field}");
        set(&office, &format!("field.{field}.collect"), "yes");
    }
    let content = whole(&office, id);
    assert_eq!((content.note.as_str(), content.org_number.as_str(), content.category), ("", "", None));
    assert_eq!((content.phones.len(), content.emails.len(), content.city()), (1, 0, ""));
    assert_eq!(content.website, "example.org");
    let kept = everything(&office);
    for gone in ["halibut", "123 456 785", "900 11 222", "ase@example.org", "Ålesund"] {
        assert!(!kept.contains(gone), "{gone} in {kept}");
    }
    assert!(kept.contains("example.org") && !office.can_step(Way::Back));
    let person = super::whole(&office, person);
    assert_eq!((person.note.as_str(), person.emails.len(), person.phones.len()), ("Likes halibut.", 1, 2));
    let entries = office.read(|desk| crate::office::journal::entries(desk.db())).wait().unwrap();
    let emptied = entries.iter().find(|entry| entry.kind == Kind::FieldEmptied).unwrap();
    assert_eq!(emptied.fields, [Field::Note.of_company()]);
}
