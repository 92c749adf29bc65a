
#[test]
fn what_was_switched_off_stays_on_a_card_and_is_not_chosen_anew() {
    use crate::model::Reason;
    use crate::office::settings;
    let (_dir, office) = office();
    let add = |last: &'static str| {
        let content = named("Åse", last);
        office.write(move |desk| super::add(desk, content, None, list::SOURCE_USER)).wait().unwrap().id
    };
    let (has, lacks) = (add("Alm"), add("Berg"));
    let edit = |id, field: Field, value: &'static str| {
        office.write(move |desk| edit_from_text(desk, id, &[(field, value.to_owned())])).wait()
    };
    edit(has, Field::Category, "supplier").unwrap();
    edit(has, Field::Interests, "Ski").unwrap();
    for key in ["category.supplier.active", "interest.ski.active"] {
        let setting = settings::Setting::from_key(key).unwrap();
        office.write(move |desk| settings::set(desk, &setting, "no")).wait().unwrap();
    }
    edit(has, Field::Category, "supplier").unwrap();
    edit(has, Field::Interests, "ski, Golf").unwrap();
    for (field, value) in [(Field::Category, "Supplier"), (Field::Interests, "ski")] {
        let refused = edit(lacks, field.clone(), value);
        let Err(Error::Invalid(wrong)) = refused else { panic!("{refused:?}") };
        assert_eq!((&wrong[0].field, wrong[0].reason), (&field, Reason::Deactivated));
    }
}

#[test]
fn who_states_no_language_is_written_to_in_the_office_s_first() {
    use crate::office::settings;
    let (_dir, office) = office();
    let add = |last: &'static str, language: Option<&'static str>| {
        let mut fields = vec![(Field::LastName, last.to_owned())];
        fields.extend(language.map(|language| (Field::Language, language.to_owned())));
        let added = office.write(move |desk| super::add_from_text(desk, &fields, None, list::SOURCE_USER));
        added.wait().unwrap().content.language
    };
    let id = |key| list::shipped_id(List::Language, key);
    assert_eq!(add("Alm", None), None);
    let set = |key: &str, value: &'static str| {
        let setting = settings::Setting::from_key(key).unwrap();
        office.write(move |desk| settings::set(desk, &setting, value)).wait().unwrap()
    };
    assert_eq!(set("office.languages", "svenska, nb"), "sv nb");
    assert_eq!((add("Berg", None), add("Dal", Some("nb"))), (id("sv"), id("nb")));
    // One that is switched off is none that anything is written in.
    set("language.sv.active", "no");
    assert_eq!(add("Eik", None), id("nb"));
    set("field.language.collect", "no");
    assert_eq!(add("Foss", None), None);
}
