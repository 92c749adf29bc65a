#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use crate::model::basis::{Basis, Decision};
use crate::model::list;
use crate::model::setting::Setting;
use crate::office::tests::{named, office};
use crate::office::{Office, legal_basis, persons, settings};

fn set_up(office: &Office) -> person::Id {
    office
        .write(|desk| {
            for (key, value) in [
                ("office.name", "Fjord AS"),
                ("office.address", "Storgata 1\n0155 Oslo"),
                ("office.country", "NO"),
                ("office.contact", "post@example.org"),
                ("purpose.sales.description.nb", "vi selger båter til deg."),
                ("purpose.sales.statement_url.nb", "https://example.org/personvern"),
            ] {
                settings::set(desk, &Setting::from_key(key).unwrap(), value)?;
            }
            let mut content = named("Kari <b>", "Nordli");
            content.title = "Skipper".into();
            let id = persons::add(desk, content, None, list::SOURCE_USER)?.id;
            let contract = Decision::new(list::SALES, Basis::Contract, list::SOURCE_USER);
            legal_basis::decide(desk, id, &contract, None)?;
            Ok(id)
        })
        .wait()
        .unwrap()
}

#[test]
fn the_shipped_texts_have_all_that_the_law_asks_for() {
    let (_dir, office) = office();
    set_up(&office);
    let all = office.read(|desk| list(desk)).wait().unwrap();
    assert_eq!(all.len(), Base::ALL.len() * Lang::ALL.len());
    for one in &all {
        assert_eq!(one.missing, [], "{} {:?}", one.key, one.lang);
    }
    for base in Base::ALL {
        for lang in Lang::ALL {
            let checked = office.read(move |desk| check(desk, base, lang, &shipped(base, lang))).wait().unwrap();
            assert_eq!(checked.fault, None, "{base:?} {lang:?}");
            let sample = office.read(move |desk| preview(desk, &base.into(), lang, None, None)).wait().unwrap();
            assert!(!sample.body.contains("{{") && !sample.body.contains("\n\n\n"), "{}", sample.body);
        }
    }
}

#[test]
fn a_notice_tells_what_is_so() {
    let (_dir, office) = office();
    let id = set_up(&office);
    let told = office.read(move |desk| preview(desk, &Base::Notice.into(), Lang::Nb, None, Some(id))).wait().unwrap();
    for words in [
        "Hei Kari <b> Nordli,",
        "Fjord AS, Storgata 1, 0155 Oslo, har opplysninger om deg",
        "vi selger båter til deg. Rettslig grunnlag: Inngått avtale",
        "Datatilsynet",
        "https://example.org/personvern",
    ] {
        assert!(told.body.contains(words), "{words} in {}", told.body);
    }
    assert!(told.html.contains("Kari &lt;b&gt; Nordli") && told.html.contains("<a href=\"https://example.org/"));
    assert_eq!(told.missing, []);
    let other = Base::NoticeOtherSource;
    let told = office.read(move |desk| preview(desk, &other.into(), Lang::Nb, None, Some(id))).wait().unwrap();
    assert!(told.body.contains("Vi lagrer: navn, tittel."), "{}", told.body);
}

#[test]
fn what_nobody_knows_is_refused_when_it_is_kept() {
    let (_dir, office) = office();
    let key = Key::from(Base::Newsletter);
    let say = |body: &'static str| {
        let key = key.clone();
        let text = Text { subject: "Nytt".into(), body: body.into() };
        office.write(move |desk| set(desk, &key, Lang::Nb, "", &text)).wait()
    };
    for (body, fault) in [
        ("{{ person.shoe }}", Fault::Unknown(vec!["person.shoe".into()])),
        ("a\n{% if", Fault::Syntax(2)),
        (" ", Fault::Empty),
    ] {
        assert!(matches!(say(body), Err(Error::Template(found)) if found == fault), "{body}");
    }
    // What a loop names is looked at as well, and both ways of a condition.
    for body in
        ["{% for p in purposes %}{{ p.nme }}{% endfor %}", "{% if recipients %}{% else %}{{ person.x }}{% endif %}"]
    {
        assert!(matches!(say(body), Err(Error::Template(_))), "{body}");
    }
    let kept = say("Hei {{ person.name }}\n\n{% block who %}{{ office.name }}{% endblock %}").unwrap();
    assert!(kept.missing.contains(&Part::Objection) && kept.missing.contains(&Part::Unsubscribe), "{kept:?}");
}

#[test]
fn own_texts_hold_until_the_shipped_one_is_wanted_again() {
    let (_dir, office) = office();
    let id = set_up(&office);
    let own = Key::read("notice.fair").unwrap();
    let subject = |key: &Key, lang| {
        let key = key.clone();
        office.read(move |desk| Ok(render(desk, &key, lang, id, &Extra::default())?.subject)).wait().unwrap()
    };
    assert_eq!(subject(&own, Lang::Nb), subject(&Base::Notice.into(), Lang::Nb), "the shipped one stands in");
    for (nth, key) in [own.clone(), Base::Notice.into()].into_iter().enumerate() {
        let text = Text { subject: format!("Messe {nth} {{{{ person.last_name }}}}"), body: "Hei".into() };
        let named = key.clone();
        office.write(move |desk| set(desk, &named, Lang::Nb, "Etter messen", &text)).wait().unwrap();
        assert_eq!(subject(&key, Lang::Nb), format!("Messe {nth} Nordli"));
        assert_eq!(subject(&key, Lang::Sv), "Vad vi sparar om dig");
    }
    let all = office.read(|desk| list(desk)).wait().unwrap();
    let fair = all.iter().find(|one| one.key == own).unwrap();
    assert_eq!((fair.name.as_str(), fair.lang, fair.missing.len()), ("Etter messen", Lang::Nb, 10));
    for key in [own.clone(), Base::Notice.into()] {
        office.write(move |desk| reset(desk, &key, Lang::Nb)).wait().unwrap();
    }
    assert_eq!(subject(&own, Lang::Nb), "Hva vi lagrer om deg");
    let again = own.clone();
    let gone = office.write(move |desk| reset(desk, &again, Lang::Nb)).wait();
    assert!(matches!(gone, Err(Error::NoSuch("template"))));
    let versions = office.read(move |desk| get(desk, &Base::Notice.into(), Lang::Nb)).wait().unwrap().versions;
    assert_eq!(versions.len(), 2, "what was written is still there");
}

#[test]
fn another_text_of_a_kind_begins_as_the_shipped_one_in_every_language() {
    let (_dir, office) = office();
    set_up(&office);
    let made = |name: &'static str| office.write(move |desk| create(desk, Base::Newsletter, name)).wait();
    let [first, second] = ["Vårbrev på øya", "Vårbrev på øya"].map(|name| made(name).unwrap());
    assert_eq!(
        (first.to_string().as_str(), second.to_string().as_str()),
        ("newsletter.varbrev-pa-oya", "newsletter.varbrev-pa-oya-2")
    );
    let all = office.read(|desk| list(desk)).wait().unwrap();
    for lang in Lang::ALL {
        let one = all.iter().find(|one| one.key == first && one.lang == lang).unwrap();
        assert_eq!((one.name.as_str(), one.missing.len()), ("Vårbrev på øya", 0));
    }
    assert!(made(" ").is_err());
    let seller = office.write(|desk| {
        desk.become_role(crate::model::user::Role::Seller);
        create(desk, Base::Newsletter, "x")
    });
    assert!(matches!(seller.wait(), Err(Error::Forbidden(Right::Settings))));
}
