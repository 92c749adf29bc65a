//! What comes back from people: a message dropped on the window, and the answer to a sealed report.

use std::path::{Path, PathBuf};

use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Nonce};
use data_encoding::BASE64;
use kartotek::i18n::Lang;
use kartotek::model::basis::{Basis, Decision};
use kartotek::model::list;
use kartotek::model::person::{self, Content, Labelled};
use kartotek::model::report::{Choice, Format};
use kartotek::office::report::{self, HandOut, Wanted};
use kartotek::office::{Office, legal_basis, persons, setup};
use kartotek::vault::Passphrase;
use serde_json::{Value, json};

use super::daily::again;
use super::start::{GOOD, World};

const SEAL: &str = "tolv grønne epler i kurven";

/// Makes a card file with Åse, who consented to mailings.
fn ase(world: &World, lang: Lang) -> (Office, person::Id) {
    let folder = world.path().join("Kartotek");
    let (office, _) = Office::create(&folder, &Passphrase::new(GOOD), lang).unwrap();
    office.write(setup::confirm_recovery).wait().unwrap();
    let id = office
        .write(|desk| {
            let content = Content {
                first_name: "Åse".into(),
                last_name: "Ødegård".into(),
                title: "Innkjøper".into(),
                emails: vec![Labelled::new(Some(list::LABEL_WORK), "ase@example.org".into())],
                ..Content::default()
            };
            let contract = Decision::new(list::SALES, Basis::Contract, list::SOURCE_USER);
            let id = persons::add(desk, content, Some(&contract), list::SOURCE_USER)?.id;
            let yes = Decision::new(list::MARKETING, Basis::Consent, list::SOURCE_USER);
            legal_basis::decide(desk, id, &yes, None)?;
            Ok(id)
        })
        .wait()
        .unwrap();
    (office, id)
}

fn letter(folder: &Path, name: &str, sender: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    let head =
        format!("From: {sender}\r\nTo: post@example.org\r\nSubject: Hei\r\nMessage-ID: <{name}@example.org>\r\n");
    let body = format!("{head}Content-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n");
    std::fs::write(&path, body).unwrap();
    path
}

/// Opens a sealed report as its page does, and returns the form in it.
fn form(page: &str) -> Value {
    let block = |id: &str| page.split(&format!("id=\"{id}\">")).nth(1).unwrap().split("</script>").next().unwrap();
    let bound = block("header");
    let header: Value = serde_json::from_str(bound).unwrap();
    let bytes = |text: &str| BASE64.decode(text.as_bytes()).unwrap();
    let part = |name: &str| bytes(header[name].as_str().unwrap());
    let mut key = [0; 32];
    let rounds = u32::try_from(header["rounds"].as_u64().unwrap()).unwrap();
    pbkdf2::pbkdf2_hmac::<sha2::Sha256>(SEAL.as_bytes(), &part("salt"), rounds, &mut key);
    let nonce: [u8; 12] = part("nonce").try_into().unwrap();
    let sealed = bytes(block("sealed"));
    let payload = Payload { msg: &sealed, aad: bound.as_bytes() };
    let plain = Aes256Gcm::new(&key.into()).decrypt(&Nonce::from(nonce), payload).unwrap();
    let (length, rest) = plain.split_first_chunk::<4>().unwrap();
    let (list, rest) = rest.split_at(u32::from_be_bytes(*length) as usize);
    let list: Vec<Value> = serde_json::from_slice(list).unwrap();
    let last = usize::try_from(list.last().unwrap()["length"].as_u64().unwrap()).unwrap();
    serde_json::from_slice(&rest[rest.len() - last..]).unwrap()
}

#[test]
fn a_message_and_an_answer_are_taken_in_and_accepted() {
    for (lang, brightness) in [(Lang::En, "light"), (Lang::Nb, "dark")] {
        let world = World::new();
        world.look(brightness);
        let (office, id) = ase(&world, lang);
        let folder = world.path().join("report");
        let written = office
            .write(move |desk| {
                let draft = report::draft(desk, id, &Wanted::new(lang))?;
                let document = report::settled(&draft, |_, _| Choice::BlackOut);
                let seal = Some(Passphrase::new(SEAL));
                let formats = vec![Format::Json];
                report::hand_out(desk, &document, &HandOut { folder, formats, seal, ..HandOut::default() })
            })
            .wait()
            .unwrap();
        let page = std::fs::read_to_string(&written.files[0].path).unwrap();
        office.close();
        let mut answer = form(&page)["answer"].clone();
        answer["corrections"] = json!([{ "field": "title", "value": "Innkjøpssjef" }]);
        answer["message"] = json!("Ring meg gjerne i juni.");
        let answered = world.path().join("answer-1.kartotek.json");
        std::fs::write(&answered, answer.to_string()).unwrap();
        let mail = letter(world.path(), "avmelding.eml", "Åse <ase@example.org>", "Kan dere melde meg av?");
        let stranger = letter(world.path(), "lars.eml", "Lars Larsen <lars@example.net>", "Send et tilbud, takk.");

        let mut app = again(&world, lang);
        let text = |en: &'static str, nb: &'static str| if lang == Lang::En { en } else { nb };
        app.drop_file(&answered).expect(text("What came back", "Det som kom tilbake"));
        app.expect_part("Innkjøper → Innkjøpssjef").expect_part("Ring meg gjerne i juni.");
        app.shot(&format!("came-back-answer-{lang}"));
        // One is accepted, the other is left as it is.
        app.click_nth(text("Correct the card", "Rett kortet"), 0).expect_none("Innkjøper → Innkjøpssjef");
        app.expect(text("Confirm to the person…", "Bekreft overfor personen…"));
        app.shot(&format!("came-back-accepted-{lang}"));
        app.click(text("Change nothing", "Endre ingenting"));
        app.expect_part(text("Nothing waits for a decision", "Ingenting venter på en avgjørelse"));
        // The sender alone proves nothing: the unsubscription waits.
        app.drop_file(&mail).expect_part(text("anybody can write", "hvem som helst kan skrive"));
        app.drop_file(&stranger).expect("lars@example.net");
        app.shot(&format!("came-back-left-{lang}"));
        app.click(text("New person", "Ny person")).expect_none("lars@example.net");
        app.click(text("Stop all mailings", "Stopp alle utsendelser"));
        app.expect_part(text("Nothing waits for a decision", "Ingenting venter på en avgjørelse"));
        app.click_id("came-back-confirm").expect_part("Innkjøpssjef").shot(&format!("came-back-confirm-{lang}"));
        app.click(text("Send", "Send")).expect_part(text("waits in the outbox", "ligger i utboksen"));
        drop(app);
        let office = Office::open(&world.path().join("Kartotek"), "me", &Passphrase::new(GOOD), lang).unwrap();
        let card = office.read(move |desk| persons::get(desk, id)).wait().unwrap();
        assert_eq!(card.content.title, "Innkjøpssjef");
        let overview = office.read(move |desk| legal_basis::overview(desk, id)).wait().unwrap();
        let marketing = overview.purposes.iter().find(|one| one.purpose == list::MARKETING).unwrap();
        assert_eq!(marketing.current.as_ref().unwrap().basis, Basis::Withdrawn);
    }
}
