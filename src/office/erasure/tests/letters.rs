//! Who is erased is told: by a letter in a file, or by one that waits.

use super::*;
use crate::model::erasure::State;
use crate::model::outbox::Channel;
use crate::model::person::Address;

/// Somebody with a postal address, who reads Swedish.
fn reader(office: &Office) -> person::Id {
    let mut content = named("Björk", "Ångström");
    content.emails.push(Labelled::new(None, "bjork@example.org".into()));
    let home = Address {
        street: "Storgatan 17".into(),
        postcode: "111 22".into(),
        city: "Luleå".into(),
        ..Address::default()
    };
    content.addresses.push(Labelled::new(None, home));
    content.language = list::shipped_id(list::List::Language, "sv");
    add(office, content).id
}

fn erased(office: &Office, id: person::Id, telling: Telling) -> Result<Done, Error> {
    let wanted = Wanted { hits: Hits::Scrub, telling, ..Wanted::new(vec![id]) };
    carry_out(office, wanted, &Arc::default())
}

fn pages_with(office: &Office, text: &'static str) -> usize {
    let found = Arc::new(Mutex::new(0));
    let theirs = Arc::clone(&found);
    let count = move |page: &[u8]| {
        *theirs.lock().unwrap() += usize::from(memchr::memmem::find(page, text.as_bytes()).is_some());
    };
    office.vault().each_page(count).wait().unwrap().unwrap();
    let pages = found.lock().unwrap();
    *pages
}

#[test]
fn a_letter_is_written_before_the_address_goes() {
    let (dir, office) = office();
    let id = reader(&office);
    let inside = Telling::File(dir.path().join("vault").join("letter.html"));
    assert!(matches!(erased(&office, id, inside), Err(Error::Refused(Rule::InsideVault))));
    assert!(office.read(move |desk| persons::get(desk, id)).wait().is_ok(), "nobody was erased");
    let path = dir.path().join("letter.html");
    let done = erased(&office, id, Telling::File(path.clone())).unwrap();
    assert_eq!((done.waiting, done.residue.unwrap().count()), (0, 0));
    let text = std::fs::read_to_string(&path).unwrap();
    for part in ["Björk Ångström", "Storgatan 17", "111 22 Luleå", "lang=\"sv\"", "raderade"] {
        assert!(text.contains(part), "{part} in {text}");
    }
    let certificate = certificate(&office, done.id).unwrap();
    assert_eq!((certificate.erasure.state, certificate.erasure.told), (State::Done, Some(Channel::Letter)));
    assert!(certificate.erasure.told_at.is_some());
}

#[test]
fn what_waits_is_all_that_is_left_until_it_was_sent() {
    for (channel, address) in [(Channel::Letter, "Storgatan 17\n111 22 Luleå"), (Channel::Mail, "bjork@example.org")] {
        let (_dir, office) = office();
        let id = reader(&office);
        let done = erased(&office, id, Telling::Wait(channel)).unwrap();
        assert_eq!((done.waiting, done.residue.unwrap().traces), (1, Vec::new()));
        let waiting = office.read(|desk| super::letters(desk)).wait().unwrap();
        let letter = &waiting[0];
        assert_eq!((letter.recipient.as_str(), letter.address.as_str()), ("Björk Ångström", address));
        assert_eq!((letter.language.as_str(), letter.person, letter.erasure), ("sv", None, Some(done.id)));
        assert!(pages_with(&office, "Ångström") > 0);
        let paper = |office: &Office| certificate(office, done.id).unwrap().erasure;
        assert_eq!((paper(&office).state, paper(&office).finished_at), (State::Finishing, None));
        assert!(!is_unfinished(&office).unwrap(), "nothing is to be done but to send it");
        let message = letter.id;
        let sent = sent(&office, message, &Arc::default()).unwrap();
        assert_eq!((sent.erasure, sent.waiting, sent.residue.unwrap().count()), (done.id, 0, 0));
        assert_eq!(pages_with(&office, "Ångström"), 0);
        let after = paper(&office);
        assert_eq!((after.state, after.residue, after.told), (State::Done, Some(0), Some(channel)));
        assert!(after.told_at.is_some() && after.finished_at >= after.told_at);
        assert!(matches!(super::sent(&office, message, &Arc::default()), Err(Error::NoSuch("letter"))));
        let kinds: Vec<Kind> =
            office.read(|desk| journal::entries(desk.db())).wait().unwrap().iter().map(|entry| entry.kind).collect();
        assert!(kinds.contains(&Kind::LetterWaits) && kinds.contains(&Kind::LetterSent));
        assert_eq!(check::everything(&office, Arc::default()).unwrap(), []);
    }
}

#[test]
fn the_letter_is_in_the_words_of_the_office() {
    let (dir, office) = office();
    let set = |key: &'static str, value: &'static str| {
        let setting = crate::model::setting::Setting::from_key(key).unwrap();
        office.write(move |desk| crate::office::settings::set(desk, &setting, value)).wait().unwrap();
    };
    set("mail.signature.sv", "Hälsningar från fjorden");
    let body = "Kära {{ person.first_name }},\n\n{% block erased %}{{ erased }}{% endblock %}\n\n\
                {% block authority %}{{ office.authority }}{% endblock %}\n\n{% block who %}Fjord AS{% endblock %}";
    let text = crate::model::template::Text { subject: "Borta är borta".into(), body: body.into() };
    let own = crate::model::template::Base::Erased.into();
    office
        .write(move |desk| crate::office::mail::templates::set(desk, &own, crate::i18n::Lang::Sv, "", &text))
        .wait()
        .unwrap();
    let id = reader(&office);
    erased(&office, id, Telling::Wait(Channel::Mail)).unwrap();
    let mail = office.read(|desk| super::letters(desk)).wait().unwrap().remove(0);
    assert_eq!(mail.subject, "Borta är borta");
    assert!(mail.body.starts_with("Kära Björk,\n\n") && mail.body.contains("17.1"), "{}", mail.body);
    assert!(mail.body.ends_with("Hälsningar från fjorden") && mail.html.contains("<p>Fjord AS</p>"), "{}", mail.html);
    let path = dir.path().join("letter.html");
    let mut content = named("Björk", "Annan");
    content.language = list::shipped_id(list::List::Language, "sv");
    let id = add(&office, content).id;
    erased(&office, id, Telling::File(path.clone())).unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains("Borta är borta") && text.contains("Kära Björk") && !text.contains("Hälsningar"), "{text}");
}

#[test]
fn who_has_no_address_for_it_is_not_erased() {
    let (_dir, office) = office();
    let id = add(&office, named("Tor", "Uten")).id;
    for channel in Channel::ALL {
        let refused = erased(&office, id, Telling::Wait(channel));
        assert!(matches!(refused, Err(Error::Refused(Rule::NoAddressToTell))), "{refused:?}");
    }
    assert!(office.read(move |desk| persons::get(desk, id)).wait().is_ok());
}

#[test]
fn a_letter_that_was_sent_does_not_wait_in_an_older_copy() {
    let (dir, office) = office();
    let id = reader(&office);
    erased(&office, id, Telling::Wait(Channel::Letter)).unwrap();
    let meanwhile = dir.path().join("drive").join("meanwhile.kartotek-backup");
    std::fs::create_dir(dir.path().join("drive")).unwrap();
    backup::make_file(&office, &meanwhile).unwrap();
    let message = office.read(|desk| super::letters(desk)).wait().unwrap()[0].id;
    let told = sent(&office, message, &Arc::default()).unwrap();
    assert!(told.backups.iter().any(|older| older.kept.path == meanwhile), "who sent it is told where it still is");
    // It held the letter, so it counts among those that hold the person.
    let older = older_backups(&office).unwrap();
    assert!(older.iter().any(|older| older.kept.path == meanwhile && older.expires.is_none()));
    backup::make_file(&office, &dir.path().join("drive").join("then.kartotek-backup")).unwrap();
    office.close();
    let proof = Proof::Passphrase(passphrase());
    let restored = backup::restore(&meanwhile, &dir.path().join("old"), None, &proof, Lang::Nb).unwrap();
    assert!(restored.office.read(|desk| super::letters(desk)).wait().unwrap().is_empty());
    assert_eq!(pages_with(&restored.office, "Ångström"), 0);
    restored.office.close();
}
