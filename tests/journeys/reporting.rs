//! Somebody asks what is held about them: looked through before it leaves, written as files, and found again.

use std::path::PathBuf;

use iced::Program;
use kartotek::app::{App, Message};
use kartotek::i18n::Lang;
use kartotek::model::activity::Content as Doing;
use kartotek::model::basis::{Basis, Decision};
use kartotek::model::person::{self, Content, Labelled};
use kartotek::model::restriction::Ground;
use kartotek::model::{Moment, list};
use kartotek::office::settings::Setting;
use kartotek::office::subject::Subject;
use kartotek::office::{Desk, Office, Progress, activities, persons, settings, setup, states, trash};
use kartotek::theme::Theme;
use kartotek::vault::Passphrase;

use super::daily::again;
use super::harness::Harness;
use super::start::{GOOD, World};

/// Makes a card file with Åse, whose note and activities name two others.
fn people(world: &World, lang: Lang) -> (Office, person::Id) {
    let folder = world.path().join("Kartotek");
    let (office, _) = Office::create(&folder, &Passphrase::new(GOOD), lang).unwrap();
    office.write(setup::confirm_recovery).wait().unwrap();
    for (key, value) in [("office.name", "Fjordfisk Norge AS"), ("office.address", "Kaigata 4\n9008 Tromsø")] {
        office.write(move |desk| settings::set(desk, &Setting::from_key(key).unwrap(), value)).wait().unwrap();
    }
    let ase = office
        .write(|desk| {
            let contract = Decision::new(list::SALES, Basis::Contract, list::SOURCE_USER);
            let content = |first: &str, last: &str, mail: &str, note: &str| Content {
                first_name: first.into(),
                last_name: last.into(),
                company: "Fjordfisk AS".into(),
                emails: vec![Labelled::new(Some(list::LABEL_WORK), mail.into())],
                phones: vec![Labelled::new(Some(list::LABEL_MOBILE), "+47 900 10 200".into())],
                note: note.into(),
                ..Content::default()
            };
            let kari = content("Kari", "Nordli", "kari@example.org", "");
            persons::add(desk, Content { phones: Vec::new(), ..kari }, Some(&contract), list::SOURCE_USER)?;
            let ola = content("Ola", "Dahl", "ola@example.org", "");
            persons::add(desk, Content { phones: Vec::new(), ..ola }, Some(&contract), list::SOURCE_USER)?;
            let note = "Kjøper torsk. Kari Nordli tar over i juni, og Ola Dahl slutter.";
            let ase = content("Åse", "Ødegård", "ase@example.org", note);
            let ase = persons::add(desk, ase, Some(&contract), list::SOURCE_USER)?.id;
            for text in ["Ring om tilbudet", "Kari Nordli ringte for henne", "Møte om sesongen"] {
                let call = Doing { person: Some(ase), ..Doing::new(list::ACTIVITY_CALL, Moment::now()) };
                activities::add(desk, Doing { text: text.into(), ..call })?;
            }
            Ok(ase)
        })
        .wait()
        .unwrap();
    (office, ase)
}

fn open(world: &World, lang: Lang) -> Harness<impl Program<State = App, Message = Message, Theme = Theme> + use<>> {
    people(world, lang).0.close();
    let mut app = again(world, lang);
    app.resize(1300.0, 860.0);
    app
}

fn ask<P: Program + 'static>(app: &mut Harness<P>) {
    app.key("ctrl+k").type_text("odegard").key("enter").expect("Åse Ødegård");
    app.click_id("card-more").click_id("card-report").expect_focus("reporting-sections");
}

/// Returns the one folder in a folder, and the names of the files in it.
fn handed_out(folder: &std::path::Path) -> (PathBuf, Vec<String>) {
    let inside = std::fs::read_dir(folder).unwrap().next().unwrap().unwrap().path();
    let mut files: Vec<String> = std::fs::read_dir(&inside)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().rsplit_once('.').unwrap().1.to_owned())
        .collect();
    files.sort();
    (inside, files)
}

fn text_of(folder: &std::path::Path, ending: &str) -> String {
    let found = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.extension().is_some_and(|found| found == ending) && !path.ends_with("manifest.json"));
    std::fs::read_to_string(found.unwrap()).unwrap()
}

#[test]
fn a_report_is_looked_through_before_it_leaves() {
    let world = World::new();
    let mut app = open(&world, Lang::En);
    ask(&mut app);
    app.expect_part("3 passages about others: 3 blacked out").shot("reporting-first");
    // The first passage: blacked out. The second: said otherwise. The third: kept.
    app.key("f8").expect("“Kari Nordli” points to the card of Kari Nordli").expect_focus("reporting-passage-0");
    app.shot("reporting-passage");
    app.key("f8").expect_focus("reporting-passage-1").click_nth("Say otherwise", 1);
    app.expect("One passage has no other words yet").expect_focus("reporting-words-1");
    app.key("ctrl+s").type_text("en kollega").expect_none("One passage has no other words yet");
    app.shot("reporting-reworded");
    app.key("f8").expect_focus("reporting-passage-2").click("Leave as it is");
    app.expect_part("1 blacked out, 1 kept, 1 reworded").shot("reporting-activities");
    app.key("shift+f8").expect_focus("reporting-passage-1");
    app.click_id("reporting-identity").type_text("Called back on the mobile");
    let out = world.path().join("out");
    std::fs::create_dir(&out).unwrap();
    world.outside.answer(&out);
    app.key("ctrl+s").expect_focus("reporting-show").expect_part("The report was written").shot("reporting-done");
    let (folder, files) = handed_out(&out);
    for ending in ["html", "json", "json", "pdf", "xlsx"] {
        assert!(files.iter().any(|file| file == ending), "{ending} in {files:?}");
    }
    for ending in ["html", "json"] {
        let text = text_of(&folder, ending);
        assert!(text.contains("en kollega") && text.contains("Kari Nordli ringte"), "{text}");
        assert!(text.contains("Called back on the mobile"), "{text}");
        assert!(!text.contains("Ola Dahl") && !text.contains("Kari Nordli tar over"), "{text}");
    }
    app.click_id("reporting-show");
    assert_eq!(world.outside.opened(), [folder.display().to_string()]);
    // On the card, and in the register.
    app.click_id("reporting-close").click("History").settle().expect("Handed out to the person");
    app.expect_part("Identity: Called back on the mobile").shot("reporting-on-card");
    app.key("ctrl+shift+p").type_text("register of exports").key("enter").expect_part("Åse Ødegård");
    app.expect_part("Identity: Called back on the mobile").shot("reporting-register");
}

#[test]
fn what_was_decided_stays_when_the_language_changes_and_is_asked_for_before_it_is_lost() {
    let world = World::new();
    let mut app = open(&world, Lang::En);
    ask(&mut app);
    app.key("f8").click("Leave as it is").expect_part("2 blacked out, 1 kept");
    app.click_id("reporting-language").key("down").key("enter").settle();
    app.expect_part("2 blacked out, 1 kept").expect("Kort fortalt").shot("reporting-in-norwegian");
    app.key("escape").expect_focus("reporting-stay").key("escape").expect_focus("reporting-sections");
    app.key("escape").click("Discard changes").expect_none("Privacy report").expect("Åse Ødegård");
    // The palette leads there as well.
    app.key("ctrl+shift+p").type_text("privacy report").key("enter").expect_focus("reporting-sections");
    app.key("escape").expect_none("Report (art. 15)");
}

#[test]
fn a_portable_copy_holds_what_the_person_gave() {
    let world = World::new();
    let mut app = open(&world, Lang::En);
    ask(&mut app);
    app.click("Portable copy (art. 20)").settle().expect("vCard").expect_none("PDF").shot("reporting-portable");
    app.click_id("reporting-format-csv");
    let out = world.path().join("out");
    std::fs::create_dir(&out).unwrap();
    world.outside.answer(&out);
    app.click("Write 2 files…").expect_focus("reporting-show").shot("reporting-portable-done");
    let (folder, files) = handed_out(&out);
    assert_eq!(files, ["json", "json", "vcf"]);
    assert!(text_of(&folder, "vcf").contains("Ødegård"));
}

#[test]
fn who_is_restricted_or_in_the_trash_is_told_all_the_same() {
    let world = World::new();
    let (office, ase) = people(&world, Lang::En);
    office.write(move |desk| states::restrict(desk, ase, Ground::Accuracy, "")).wait().unwrap();
    office.close();
    let mut app = again(&world, Lang::En);
    app.key("ctrl+k").type_text("odegard").key("enter").expect_focus("card-open-anyway");
    app.click_id("card-report").expect_part("that you look them up for it is noted").shot("reporting-restricted");
    app.key("escape").expect_none("Report (art. 15)");
    drop(app);

    let world = World::new();
    let (office, ase) = people(&world, Lang::En);
    let put = move |desk: &mut Desk<'_>| {
        trash::put(desk, &[Subject::Persons([ase].into())], false, "Moved away", &Progress::default())
    };
    office.write(put).wait().unwrap();
    office.close();
    let mut app = again_with(&world, "Nordli, Kari");
    app.click("Trash")
        .click_id("trash-more")
        .hover("Privacy report…")
        .click("Privacy report…")
        .expect_part("Moved away");
    app.click("Åse Ødegård").shot("reporting-trash");
    app.click("Privacy report…").expect_focus("reporting-sections");
    app.expect_part("what is still held is told all the same").shot("reporting-trashed");
}

/// Opens a card file in which nobody of the usual name is listed.
fn again_with(
    world: &World,
    name: &str,
) -> Harness<impl Program<State = App, Message = Message, Theme = Theme> + use<>> {
    let launch =
        kartotek::app::Launch { vault: Some(world.path().join("Kartotek")), lang: Some(Lang::En), demo: false };
    let mut app = world.start_with(launch);
    app.type_text(GOOD).key("enter").expect_part(name);
    app
}

#[test]
fn a_letter_goes_along_and_the_copy_goes_to_whom_the_person_wants() {
    let world = World::new();
    let mut app = open(&world, Lang::En);
    ask(&mut app);
    app.click("What was left out").expect_part("3 passages").shot("reporting-left-out");
    app.click("What stands on your card").click("Keep").click("What was left out").expect_part("One passage");
    app.click_id("reporting-letter").shot("reporting-letter");
    let out = world.path().join("out");
    std::fs::create_dir(&out).unwrap();
    world.outside.answer(&out);
    app.click("Write 4 files…").expect_focus("reporting-show").expect("Letter").shot("reporting-letter-done");
    let (_, files) = handed_out(&out);
    assert_eq!(files, ["html", "json", "json", "pdf", "pdf", "xlsx"]);
    app.click_id("reporting-close").click_id("card-more").click_id("card-report").expect_focus("reporting-sections");
    app.click("Portable copy (art. 20)").settle().click_id("reporting-transfer").type_text("Andre Fisk AS");
    app.shot("reporting-transfer");
    let out = world.path().join("copy");
    std::fs::create_dir(&out).unwrap();
    world.outside.answer(&out);
    app.click("Write 3 files…").expect_focus("reporting-show").expect("Letter");
    let (_, files) = handed_out(&out);
    assert_eq!(files, ["csv", "json", "json", "pdf", "vcf"]);
}

#[test]
fn several_people_get_a_folder_each_and_who_is_held_back_is_said() {
    let world = World::new();
    let (office, ase) = people(&world, Lang::En);
    office.write(move |desk| states::restrict(desk, ase, Ground::Accuracy, "")).wait().unwrap();
    office.close();
    let mut app = again(&world, Lang::En);
    app.resize(1300.0, 860.0);
    app.click_id("list-reports").expect_focus("reports-identity").expect_part("2 persons get a folder each");
    app.expect_part("Åse Ødegård: the processing").shot("reports-several");
    app.type_text("All were here").click_id("reports-letter");
    let out = world.path().join("out");
    std::fs::create_dir(&out).unwrap();
    world.outside.answer(&out);
    app.key("ctrl+s").expect_focus("reports-show").expect_part("2 reports were written").shot("reports-several-done");
    assert_eq!(std::fs::read_dir(&out).unwrap().count(), 2);
    app.key("enter");
    assert_eq!(world.outside.opened(), [out.display().to_string()]);
    app.click_id("reports-close").expect_none("Privacy reports");
}

#[test]
fn it_reads_well_in_norwegian_swedish_the_dark_and_high_contrast() {
    for (name, lang, looks) in [
        ("norwegian", Lang::Nb, r#"{"brightness": "light"}"#),
        ("swedish", Lang::Sv, r#"{"brightness": "light"}"#),
        ("dark", Lang::En, r#"{"brightness": "dark"}"#),
        ("contrast", Lang::En, r#"{"brightness": "light", "contrast": "on"}"#),
    ] {
        let world = World::new();
        std::fs::create_dir_all(world.path().join("settings")).unwrap();
        std::fs::write(world.path().join("settings/window.json"), looks).unwrap();
        let mut app = open(&world, lang);
        ask(&mut app);
        app.key("f8").key("f8").shot(&format!("reporting-{name}"));
        app.resize(960.0, 600.0).settle().shot(&format!("reporting-{name}-small"));
    }
}

#[test]
fn a_sealed_copy_is_one_page_that_takes_a_passphrase() {
    let world = World::new();
    let mut app = open(&world, Lang::En);
    ask(&mut app);
    app.click("Seal with a passphrase").click("Seal…").expect_focus("passphrase-new").type_text("short").key("ctrl+s");
    app.expect("Please choose one that is harder to guess.").key("escape").expect_focus("reporting-sections");
    app.click("Seal…").type_text("trollet danser under broen").key("enter").type_text("trollet danser under broen");
    app.shot("reporting-seal");
    let out = world.path().join("out");
    std::fs::create_dir(&out).unwrap();
    world.outside.answer(&out);
    app.key("enter").expect_focus("reporting-show").expect("Sealed page").shot("reporting-sealed");
    let (folder, files) = handed_out(&out);
    assert_eq!(files, ["html", "json"]);
    let page = text_of(&folder, "html");
    assert!(!page.contains("degård") && !page.contains("torsk"), "{page}");
}

#[test]
fn a_person_with_thousands_of_activities_is_shown_page_by_page() {
    let world = World::new();
    let (office, ase) = people(&world, Lang::En);
    office
        .write(move |desk| {
            for number in 0..5_000 {
                let call = Doing { person: Some(ase), ..Doing::new(list::ACTIVITY_CALL, Moment::now()) };
                activities::add(desk, Doing { text: format!("Call number {number}"), ..call })?;
            }
            Ok(())
        })
        .wait()
        .unwrap();
    office.close();
    let mut app = again(&world, Lang::En);
    app.resize(1300.0, 860.0);
    ask(&mut app);
    app.click("What was said, written and agreed").expect_part("Page 1 of ").shot("reporting-many");
    for _ in 0..20 {
        app.click_id("reporting-later");
    }
    app.expect_part("Page 21 of ");
}

#[test]
fn a_report_goes_by_mail_sealed_and_the_passphrase_goes_by_phone() {
    use super::mail_server::{Manner, Server, USER};
    use kartotek::model::setting::Plain;
    let server = Server::start(true, Manner::Good);
    for (lang, name) in [(Lang::En, "en"), (Lang::Nb, "nb")] {
        let world = World::with_mail(kartotek::office::mail::sending::Way {
            trust: kartotek::transfer::smtp::Trust::Also(server.authority.clone()),
            longest: std::time::Duration::from_secs(20),
        });
        let (office, _) = people(&world, lang);
        let port = server.port.to_string();
        office
            .write(move |desk| {
                for (plain, value) in
                    [(Plain::MailHost, "localhost"), (Plain::MailPort, port.as_str()), (Plain::MailFrom, USER)]
                {
                    settings::set(desk, &Setting::Plain(plain), value)?;
                }
                Ok(())
            })
            .wait()
            .unwrap();
        office.close();
        let mut app = again(&world, lang);
        app.resize(1300.0, 860.0);
        ask(&mut app);
        app.click_id("reporting-seal")
            .settle()
            .click_id("reporting-no-answer")
            .shot(&format!("reporting-post-{name}-form"));
        app.click_id("reporting-post").expect_focus("passphrase-new").shot(&format!("reporting-post-{name}"));
        app.click_id("reporting-post-open").settle().shot(&format!("reporting-post-{name}-open"));
        app.click_id("reporting-post-open").settle().click_id("passphrase-new").type_text("fire ord om en torsk");
        app.key("enter").type_text("fire ord om en torsk").settle();
        app.click_id("reporting-post-go").expect_focus("reporting-close").shot(&format!("reporting-posted-{name}"));
        app.click_id("reporting-close").settle();
        if lang == Lang::En {
            app.click("Outbox").settle().shot("reporting-in-outbox");
        }
    }
    let messages = server.messages();
    assert!(messages.iter().all(|message| message.to == "ase@example.org"));
}
