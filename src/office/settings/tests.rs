#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;

use super::*;
use crate::office::journal;
use crate::office::tests::office;
use crate::office::{Office, persons};

fn setting(key: &str) -> Setting {
    Setting::from_key(key).unwrap_or_else(|| panic!("{key}"))
}

fn get(office: &Office, key: &str) -> Result<String, Error> {
    let setting = setting(key);
    office.read(move |desk| super::get(desk, &setting)).wait()
}

fn set(office: &Office, key: &str, value: &str) -> Result<String, Error> {
    let (setting, value) = (setting(key), value.to_owned());
    office.write(move |desk| super::set(desk, &setting, &value)).wait()
}

fn unset(office: &Office, key: &str) -> Result<(), Error> {
    let setting = setting(key);
    office.write(move |desk| super::unset(desk, &setting)).wait()
}

fn newest(office: &Office) -> Change {
    office.read(|desk| history(desk, "", 1)).wait().unwrap().remove(0)
}

fn back(office: &Office, id: i64) -> Result<Returned, Error> {
    office.write(move |desk| take_back(desk, id)).wait()
}

#[test]
fn what_is_set_is_kept_and_noted_once() {
    let (_folder, office) = office();
    let after = || office.read(|desk| lock_after(desk)).wait().unwrap();
    assert_eq!(after(), Some(Duration::from_secs(300)));
    for value in ["10", "10", "0"] {
        set(&office, "lock.minutes", value).unwrap();
    }
    assert_eq!(after(), None);
    assert!(set(&office, "lock.minutes", "soon").is_err());
    assert_eq!(after(), None);
    let entries = office.read(|desk| journal::entries(desk.db())).wait().unwrap();
    assert_eq!(entries.iter().filter(|entry| entry.kind == Kind::SettingsChanged).count(), 2);
    let told = office.read(|desk| history(desk, "lock.", 10)).wait().unwrap();
    let told: Vec<_> = told.iter().map(|change| (change.before.as_deref(), change.after.as_deref())).collect();
    assert_eq!(told, [(Some("10"), Some("0")), (None, Some("10"))]);
}

#[test]
fn every_setting_there_is_can_be_read_and_put_back_as_it_is() {
    let (_folder, office) = office();
    let all = office.read(|desk| listed(desk, "")).wait().unwrap();
    assert!(all.len() > 500, "{}", all.len());
    for (setting, value) in &all {
        let key = setting.key();
        assert_eq!(Setting::from_key(&key).as_ref(), Some(setting), "{key}");
        assert_eq!(&get(&office, &key).unwrap(), value, "{key}");
    }
    let values: BTreeMap<String, String> =
        all.into_iter().map(|(setting, value)| (setting.key(), value)).filter(|(_, value)| !value.is_empty()).collect();
    let plan = office.read(move |desk| plan(desk, &Document::new(values))).wait().unwrap();
    assert_eq!((plan.changes, plan.refused), (vec![], vec![]));
}

#[test]
fn every_setting_has_a_name_and_says_what_it_changes() {
    let (_folder, office) = office();
    for (setting, _) in office.read(|desk| listed(desk, "")).wait().unwrap() {
        for lang in crate::i18n::Lang::ALL {
            for key in [format!("setting-{}", setting.words()), format!("setting-{}-says", setting.words())] {
                assert!(crate::i18n::text_if_known(lang, &key).is_some(), "{key}");
            }
            assert_eq!(later(&setting, lang).is_some(), setting.waits_for().is_some(), "{}", setting.key());
            if let Shape::Choice(words) = setting.shape() {
                for word in words {
                    let key = format!("setting-choice-{word}");
                    assert!(crate::i18n::text_if_known(lang, &key).is_some(), "{key}");
                }
            }
        }
    }
}

#[test]
fn what_waits_is_said_in_every_language() {
    for later in Later::ALL {
        for lang in crate::i18n::Lang::ALL {
            let key = format!("setting-later-{}", later.key());
            assert!(crate::i18n::text_if_known(lang, &key).is_some(), "{key}");
        }
    }
}

#[test]
fn the_balance_is_told_in_each_language() {
    let (_folder, office) = office();
    set(&office, "basis.legitimate-interests.balance.nb", "Lite beholdes.").unwrap();
    set(&office, "basis.legitimate-interests.balance.sv", "Lite sparas.").unwrap();
    assert_eq!(get(&office, "basis.legitimate-interests.balance.nb").unwrap(), "Lite beholdes.");
    assert_eq!(get(&office, "basis.legitimate-interests.balance.en").unwrap(), "");
    assert_eq!(Setting::from_key("basis.legitimate-interests.balance"), None);
    // The ready-made sets tell it in all three.
    for set in Set::ALL {
        let document = set.document().unwrap();
        for part in ["interest", "necessity", "balance"] {
            for tongue in Tongue::ALL {
                let key = format!("basis.legitimate-interests.{part}.{}", tongue.code());
                assert!(document.settings.get(&key).is_some_and(|text| !text.is_empty()), "{}: {key}", set.key());
            }
        }
    }
}

#[test]
fn items_are_added_renamed_put_out_of_use_and_removed() {
    let (_folder, office) = office();
    assert!(matches!(get(&office, "category.vip.name.nb"), Err(Error::NoSuch(_))));
    assert_eq!(set(&office, "category.vip.name.nb", "Stjernekunde").unwrap(), "Stjernekunde");
    assert_eq!(get(&office, "category.vip.name.en").unwrap(), "vip");
    set(&office, "category.vip.keep_months", "36").unwrap();
    set(&office, "category.vip.active", "no").unwrap();
    let choices = office.read(|desk| Ok(desk.lists()?.of(List::Category).count())).wait().unwrap();
    assert_eq!(choices, List::Category.shipped().len());
    assert_eq!(set(&office, "category.vip", "no").unwrap(), "no");
    assert!(matches!(get(&office, "category.vip.keep_months"), Err(Error::NoSuch(_))));
    assert!(matches!(unset(&office, "category.customer"), Err(Error::Refused(Rule::ItemShipped))));
    assert!(matches!(set(&office, "source.user.active", "no"), Err(Error::Refused(Rule::ItemNeeded))));
    assert!(matches!(set(&office, "category.customer.name.en", ""), Err(Error::InvalidSetting { .. })));

    // Going back brings the item, its names and what was decided about it.
    let removal = newest(&office);
    back(&office, removal.id).unwrap();
    assert_eq!(get(&office, "category.vip.name.nb").unwrap(), "Stjernekunde");
    assert_eq!(get(&office, "category.vip.keep_months").unwrap(), "36");
    assert_eq!(get(&office, "category.vip.active").unwrap(), "no");
}

#[test]
fn an_item_that_a_card_names_is_not_removed() {
    let (_folder, office) = office();
    set(&office, "category.vip.name.en", "VIP").unwrap();
    office
        .write(|desk| {
            let category = desk.lists()?.find(List::Category, "vip");
            let content = crate::model::person::Content { last_name: "Berg".into(), category, ..Default::default() };
            persons::add(desk, content, None, crate::model::list::SOURCE_USER)
        })
        .wait()
        .unwrap();
    assert!(matches!(unset(&office, "category.vip"), Err(Error::Refused(Rule::ItemInUse))));
    assert_eq!(get(&office, "category.vip.name.en").unwrap(), "VIP");
}

#[test]
fn own_legal_bases_stand_under_one_of_the_six() {
    let (_folder, office) = office();
    for key in ["basis.books.name.en", "basis.books"] {
        assert!(matches!(set(&office, key, "yes"), Err(Error::Refused(Rule::NeedsMeaning))), "{key}");
    }
    assert!(matches!(set(&office, "basis.books.under", "withdrawn"), Err(Error::Refused(Rule::NeedsMeaning))));
    assert_eq!(set(&office, "basis.books.under", "legal-obligation").unwrap(), "legal-obligation");
    set(&office, "basis.books.statute", "Bokføringsloven § 13").unwrap();
    assert_eq!(get(&office, "basis.books.statute").unwrap(), "Bokføringsloven § 13");
    unset(&office, "basis.books").unwrap();
}

#[test]
fn wordings_come_in_versions() {
    let (_folder, office) = office();
    let first = get(&office, "purpose.marketing.wording.nb").unwrap();
    set(&office, "purpose.marketing.wording.nb", "Ja, send meg nyheter.").unwrap();
    assert_eq!(get(&office, "purpose.marketing.wording.nb").unwrap(), "Ja, send meg nyheter.");
    back(&office, newest(&office).id).unwrap();
    assert_eq!(get(&office, "purpose.marketing.wording.nb").unwrap(), first);
    let versions = office.read(|desk| crate::office::wordings::all(desk)).wait().unwrap();
    let versions = versions.iter().filter(|w| w.language == "nb" && w.purpose == crate::model::list::MARKETING);
    assert_eq!(versions.map(|w| w.version).collect::<Vec<_>>(), [1, 2, 3]);
}

#[test]
fn defaults_are_bases_that_the_purpose_expects() {
    let (_folder, office) = office();
    assert_eq!(get(&office, "default.fair.sales").unwrap(), "ask");
    assert_eq!(set(&office, "default.fair.sales", "contract, fair").unwrap(), "contract,fair");
    set(&office, "purpose.sales.expected", "contract legitimate-interests").unwrap();
    for value in ["consent,fair", "withdrawn,fair", "void,fair"] {
        let refused = set(&office, "default.fair.sales", value);
        assert!(matches!(refused, Err(Error::InvalidSetting { reason: Reason::NotExpected, .. })), "{value}");
    }
    assert!(set(&office, "default.nowhere.sales", "ask").is_err());
    assert_eq!(get(&office, "default.fair.sales").unwrap(), "contract,fair");
}

#[test]
fn what_was_decided_anew_since_stays() {
    let (_folder, office) = office();
    set(&office, "trash.days", "10").unwrap();
    let first = newest(&office);
    set(&office, "trash.days", "20").unwrap();
    let returned = back(&office, first.id).unwrap();
    assert_eq!((returned.restored, returned.held), (vec![], vec!["trash.days".to_owned()]));
    assert_eq!(get(&office, "trash.days").unwrap(), "20");
    back(&office, newest(&office).id).unwrap();
    assert_eq!(get(&office, "trash.days").unwrap(), "10");
}

#[test]
fn an_office_is_set_up_like_another() {
    let (_folder, office) = office();
    let (_other_folder, other) = self::office();
    for (key, value) in [
        ("office.name", "Skarvfjord Handel"),
        ("office.address", "Skarvveien 12\n6800 Førde"),
        ("purpose.events.name.nb", "Arrangementer"),
        ("purpose.events.keep_months", "24"),
        ("basis.books.under", "legal-obligation"),
        ("purpose.events.expected", "consent books"),
        ("purpose.events.wording.nb", "Ja, inviter meg."),
        ("role.temp.name.en", "Temp"),
        ("role.temp.rights", "see"),
        ("role.temp.field.note", "hidden"),
        ("field.birth_date.collect", "no"),
        ("default.fair.events", "books,fair"),
    ] {
        set(&office, key, value).unwrap_or_else(|error| panic!("{key}: {error}"));
    }
    let document = office.read(|desk| document(desk)).wait().unwrap();
    let read = Document::parse(document.to_text().unwrap().as_bytes()).unwrap();
    assert_eq!(read, document);
    let (seen, taken) = (document.clone(), document.clone());
    let planned = other.read(move |desk| plan(desk, &seen)).wait().unwrap();
    assert_eq!(planned.refused, []);
    assert_eq!(planned.changes.iter().filter(|change| change.setting.key() == "purpose.events.keep_months").count(), 1);
    let carried = other.write(move |desk| apply(desk, &taken)).wait().unwrap();
    assert_eq!(carried, planned);
    assert_eq!(other.read(|desk| super::document(desk)).wait().unwrap(), document);
    let again = document.clone();
    assert_eq!(other.read(move |desk| plan(desk, &again)).wait().unwrap().changes, []);

    // All of it goes back at once.
    let returned = back(&other, newest(&other).id).unwrap();
    assert_eq!(returned.held, [""; 0]);
    assert!(matches!(get(&other, "purpose.events.keep_months"), Err(Error::NoSuch(_))));
    assert_eq!(get(&other, "field.birth_date.collect").unwrap(), "yes");
}

#[test]
fn balancing_tests_of_earlier_files_are_taken_in_the_offices_language() {
    let (_folder, office) = office();
    let text = br#"{"format":"kartotek settings","version":1,"settings":{
        "basis.legitimate-interests.interest":"To find customers",
        "basis.legitimate-interests.necessity":"old",
        "basis.legitimate-interests.necessity.nb":"new",
        "basis.legitimate-interests.balance":"Few data"}}"#;
    let document = Document::parse(text).unwrap();
    let plan = office.write(move |desk| apply(desk, &document)).wait().unwrap();
    assert_eq!(plan.refused, []);
    for (part, wanted) in [("interest", "To find customers"), ("necessity", "new"), ("balance", "Few data")] {
        assert_eq!(get(&office, &format!("basis.legitimate-interests.{part}.nb")).unwrap(), wanted);
    }
    let untold =
        br#"{"format":"kartotek settings","version":1,"settings":{"basis.legitimate-interests.description":"x"}}"#;
    let document = Document::parse(untold).unwrap();
    assert_eq!(office.read(move |desk| super::plan(desk, &document)).wait().unwrap().refused.len(), 1);
}

#[test]
fn a_document_with_one_wrong_value_changes_nothing() {
    let (_folder, office) = office();
    for bytes in [&b""[..], b"{}", br#"{"format":"kartotek settings","version":2,"settings":{}}"#, b"[1]"] {
        assert!(matches!(Document::parse(bytes), Err(Error::NotSettings)));
    }
    let values = [("trash.days", "10"), ("lock.minutes", "soon"), ("no.such", "x")];
    let document = Document::new(values.into_iter().map(|(key, value)| (key.to_owned(), value.to_owned())).collect());
    let seen = document.clone();
    let refused = office.read(move |desk| plan(desk, &seen)).wait().unwrap().refused;
    let value = |key: &str, reason| (key.to_owned(), Refusal::Value(reason));
    assert_eq!(refused, [value("lock.minutes", Reason::NotANumber), value("no.such", Reason::Unknown)]);
    assert!(office.write(move |desk| apply(desk, &document)).wait().is_err());
    assert_eq!(get(&office, "trash.days").unwrap(), "30");
}

#[test]
fn roles_are_the_owners_business() {
    let (_folder, office) = office();
    for (key, value) in [("role.owner.rights", "see"), ("role.owner.field.note", "hidden")] {
        assert!(matches!(set(&office, key, value), Err(Error::Refused(Rule::OwnerHasAllRights))), "{key}");
    }
    set(&office, "role.seller.rights", "see edit export").unwrap();
    let seller = office.read(|desk| Ok(store::users::rights(desk.db(), "seller")?)).wait().unwrap();
    assert_eq!(seller.to_string(), "see edit export");
    let officer = office.write(|desk| {
        desk.become_role(Role::PrivacyOfficer);
        super::set(desk, &setting("role.privacy-officer.rights"), "users")
    });
    assert!(matches!(officer.wait(), Err(Error::Forbidden(Right::Users))));
    let seller = office.write(|desk| {
        desk.become_role(Role::Seller);
        super::set(desk, &setting("trash.days"), "1")
    });
    assert!(matches!(seller.wait(), Err(Error::Forbidden(Right::Settings))));
    set(&office, "role.temp.rights", "see").unwrap();
    assert_eq!(office.read(|desk| roles(desk)).wait().unwrap().last().map(String::as_str), Some("temp"));
    unset(&office, "role.temp.rights").unwrap();
    assert_eq!(office.read(|desk| roles(desk)).wait().unwrap().len(), Role::ALL.len());
}

#[test]
fn the_least_of_what_is_decided_about_a_field_holds() {
    let (_folder, office) = office();
    let access = |office: &Office| {
        let asked = office.write(|desk| {
            desk.become_role(Role::Seller);
            super::access(desk, &Field::Note)
        });
        asked.wait().unwrap()
    };
    assert_eq!(access(&office), Access::Edit);
    set(&office, "field.note.master", "the shop's system").unwrap();
    assert_eq!(access(&office), Access::Read);
    set(&office, "role.seller.field.note", "hidden").unwrap();
    assert_eq!(access(&office), Access::Hidden);
    unset(&office, "field.note.master").unwrap();
    unset(&office, "role.seller.field.note").unwrap();
    set(&office, "field.note.collect", "no").unwrap();
    assert_eq!(access(&office), Access::Hidden);
}

#[test]
fn no_export_takes_the_place_of_a_file_of_the_vault() {
    let (_dir, office) = office();
    let inside = office.folder().join("vault.db");
    let before = std::fs::metadata(&inside).unwrap().len();
    for name in ["vault.db", "new.json"] {
        let path = office.folder().join(name);
        let written = office.write(move |desk| export(desk, &path)).wait();
        assert!(matches!(written, Err(Error::Refused(Rule::InsideVault))), "{name}");
        let path = office.folder().join(name);
        let written = office.write(move |desk| sheet::write(desk, &path)).wait();
        assert!(matches!(written, Err(Error::Refused(Rule::InsideVault))), "{name}");
    }
    assert!(!office.folder().join("new.json").exists());
    assert!(std::fs::metadata(&inside).unwrap().len() >= before);
    assert!(office.read(|desk| listed(desk, "")).wait().is_ok(), "the card file is as it was");
}

#[test]
fn a_whole_document_makes_another_office_alike() {
    let (_folder, office) = office();
    let (_other_folder, other) = self::office();
    let first = office.read(|desk| document(desk)).wait().unwrap();
    other.write(|desk| apply(desk, &Set::Norway.document()?)).wait().unwrap();
    for (key, value) in [
        ("field.note.collect", "no"),
        ("role.seller.field.note", "hidden"),
        ("default.fair.sales", "contract,fair"),
        ("category.vip.keep_months", "36"),
        ("role.temp.rights", "see"),
    ] {
        set(&other, key, value).unwrap();
    }
    let (partial, taken, again) = (Document::new(first.settings.clone()), first.clone(), first.clone());
    other.write(move |desk| apply(desk, &partial)).wait().unwrap();
    assert_eq!(get(&other, "field.note.collect").unwrap(), "no");
    let planned = other.write(move |desk| rehearse(desk, &again)).wait().unwrap();
    assert_eq!(planned.refused, []);
    assert_eq!(other.write(move |desk| apply(desk, &taken)).wait().unwrap(), planned);
    let mut second = other.read(|desk| document(desk)).wait().unwrap();
    // What is its own stays as it is.
    assert_eq!(get(&other, "category.vip.keep_months").unwrap(), "36");
    assert_eq!(get(&other, "role.temp.rights").unwrap(), "see");
    second.settings.retain(|key, _| !key.starts_with("category.vip.") && !key.starts_with("role.temp."));
    assert_eq!(second, first);
    assert_eq!(Document::parse(first.to_text().unwrap().as_bytes()).unwrap(), first);
}

#[test]
fn own_fields_go_along_and_one_that_cannot_be_taken_is_left_out() {
    use crate::model::custom::{Definition, Id, Kind as Holds};
    use crate::model::data_map::{Category, Origin};
    let field = |key: &str, kind| Definition {
        id: Id(0),
        key: key.to_owned(),
        name: format!("The {key}"),
        kind,
        choices: if kind == Holds::List { vec!["38".to_owned(), "39".to_owned()] } else { vec![] },
        category: Category::Behaviour,
        origin: Origin::Observed,
        in_report: true,
        rank: 0,
        active: true,
    };
    let add = |office: &Office, field| {
        office.write(move |desk| crate::office::fields::save(desk, None, field)).wait().unwrap();
    };
    let (_folder, office) = office();
    let (_other_folder, other) = self::office();
    add(&office, field("shoe-size", Holds::List));
    add(&office, field("bonus", Holds::Number));
    add(&other, field("bonus", Holds::Text));
    for (key, value) in [
        ("field.custom:shoe-size.special", "yes"),
        ("role.seller.field.custom:shoe-size", "hidden"),
        ("field.custom:bonus.collect", "no"),
        ("trash.days", "7"),
    ] {
        set(&office, key, value).unwrap();
    }
    let document = office.read(|desk| document(desk)).wait().unwrap();
    let (seen, taken) = (document.clone(), document.clone());
    let planned = other.write(move |desk| rehearse(desk, &seen)).wait().unwrap();
    let refused: Vec<&str> = planned.refused.iter().map(|(key, _)| key.as_str()).collect();
    assert_eq!(refused, ["field.custom:bonus", "field.custom:bonus.collect"]);
    assert!(planned.is_possible());
    let fields = || other.read(|desk| Ok(desk.fields()?.to_vec())).wait().unwrap();
    assert_eq!(fields().len(), 1);
    assert_eq!(other.write(move |desk| apply(desk, &taken)).wait().unwrap(), planned);
    let made = fields();
    let wanted = Definition { id: made[1].id, rank: made[1].rank, ..field("shoe-size", Holds::List) };
    assert_eq!((made[0].kind, &made[1]), (Holds::Text, &wanted));
    for (key, value) in [
        ("field.custom:shoe-size.special", "yes"),
        ("role.seller.field.custom:shoe-size", "hidden"),
        ("field.custom:bonus.collect", "yes"),
        ("trash.days", "7"),
    ] {
        assert_eq!(get(&other, key).unwrap(), value, "{key}");
    }
    let again = other.write(move |desk| rehearse(desk, &document)).wait().unwrap();
    assert_eq!((again.changes, again.fields), (vec![], vec![]));
}

#[test]
fn own_fields_go_with_the_import_that_made_them_where_nothing_uses_them() {
    let file = r#"{"format": "kartotek settings", "version": 1, "settings": {"field.custom:club.special": "yes"},
        "fields": [{"key": "club", "name": "Club", "kind": "text", "category": "behaviour", "origin": "provided",
            "in_report": true, "active": true}]}"#;
    let document = Document::parse(file.as_bytes()).unwrap();
    for is_used in [false, true] {
        let (_folder, office) = office();
        let (office, document) = (&office, document.clone());
        let fields = || office.read(|desk| Ok(desk.fields()?.len())).wait().unwrap();
        office.write(move |desk| apply(desk, &document)).wait().unwrap();
        assert_eq!(fields(), 1);
        if is_used {
            let words = [(Field::LastName, "Aas".to_owned()), (Field::Custom("club".into()), "Rotary".to_owned())];
            let added =
                move |desk: &mut Desk<'_>| persons::add_from_text(desk, &words, None, crate::model::list::SOURCE_USER);
            office.write(added).wait().unwrap();
        }
        let returned = back(office, newest(office).id).unwrap();
        assert_eq!((fields() == 1, !returned.held.is_empty()), (is_used, is_used), "{returned:?}");
        assert!(returned.restored.contains(&"field.custom:club.special".to_owned()));
    }
}

#[test]
fn a_rehearsal_names_what_would_be_refused_and_leaves_nothing_behind() {
    let (_folder, office) = office();
    set(&office, "purpose.marketing.expected", "consent").unwrap();
    let table = [
        ("role.owner.rights", "see", Refusal::Rule(Rule::OwnerHasAllRights)),
        ("field.last_name.collect", "no", Refusal::Value(Reason::ReadOnly)),
        ("purpose.sales", "no", Refusal::Rule(Rule::ItemShipped)),
        ("basis.void.active", "no", Refusal::Rule(Rule::ItemNeeded)),
        ("default.user.marketing", "contract,user", Refusal::Value(Reason::NotExpected)),
        ("basis.books.name.en", "Books", Refusal::Rule(Rule::NeedsMeaning)),
    ];
    let before = office.read(|desk| document(desk)).wait().unwrap();
    let count = |office: &Office| office.read(|desk| Ok(history(desk, "", 999)?.len())).wait().unwrap();
    let changes = count(&office);
    for (key, value, refusal) in table {
        let also =
            [(key, value), ("trash.days", "9"), ("category.vip.name.en", "VIP"), ("purpose.sales.wording.en", "Yes")];
        let wanted = Document::new(also.map(|(key, value)| (key.to_owned(), value.to_owned())).into());
        let taken = wanted.clone();
        let plan = office.write(move |desk| rehearse(desk, &wanted)).wait().unwrap();
        assert_eq!(plan.refused, [(key.to_owned(), refusal)]);
        assert_eq!(plan.changes.len(), 3, "{key}");
        assert!(!plan.is_possible());
        assert!(office.write(move |desk| apply(desk, &taken)).wait().is_err(), "{key}");
    }
    let role = Document::new([("role.seller.rights".to_owned(), "see".to_owned())].into());
    let plan = office.write(move |desk| {
        desk.become_role(Role::PrivacyOfficer);
        rehearse(desk, &role)
    });
    let forbidden = [("role.seller.rights".to_owned(), Refusal::Right(Right::Users))];
    assert_eq!(plan.wait().unwrap().refused, forbidden);
    assert_eq!(office.read(|desk| document(desk)).wait().unwrap(), before);
    assert_eq!(count(&office), changes);
    // The journal goes on where it was.
    set(&office, "trash.days", "8").unwrap();
    assert!(office.read(|desk| journal::verify(desk.db(), desk.keys())).wait().unwrap().is_intact());
}
