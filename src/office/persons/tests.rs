
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
