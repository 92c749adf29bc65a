//! Reports about several people, letters, handing over to others, and the files of a card.

use super::*;
use crate::model::report::Print;
use crate::office::report::{HandOut, Several, Transfer, Why, confirm_corrected, hand_out_several, plan_several};

fn of(persons: &[person::Id], folder: &Path) -> Several {
    Several {
        who: Whom::Persons(persons.into()),
        kind: Kind::Access,
        lang: None,
        otherwise: Lang::En,
        folder: folder.to_owned(),
        formats: vec![Format::Json],
        identity: "Known".into(),
        letter: false,
        files: true,
        names_staff: false,
        keeps_others: false,
    }
}

fn entries_in(folder: &Path) -> usize {
    std::fs::read_dir(folder).map_or(0, Iterator::count)
}

#[test]
fn each_of_several_gets_a_folder_and_who_is_held_back_is_said() {
    let (dir, office) = office();
    let (id, other) = furnished(&office, dir.path());
    let [closed, trashed] = ["Stengt", "Kastet"].map(|name| add(&office, named("Per", name)).id);
    office.write(move |desk| states::restrict(desk, closed, Ground::Claims, "")).wait().unwrap();
    office
        .write(move |desk| trash::put(desk, &[Whom::Persons([trashed].into())], false, "Ferdig", &Progress::default()))
        .wait()
        .unwrap();
    let out = dir.path().join("several");
    let wanted = of(&[id, other, closed, trashed], &out);
    let who = wanted.who.clone();
    let plan = office.read(move |desk| plan_several(desk, &who, Kind::Access)).wait().unwrap();
    let held: Vec<(&str, Why)> = plan.held.iter().map(|held| (held.name.as_str(), held.why)).collect();
    assert_eq!(held, [("Per Stengt", Why::Restricted), ("Per Kastet", Why::InTrash)]);
    assert_eq!(plan.persons.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [id, other]);
    assert_eq!(entries_in(&out), 0, "a plan writes nothing");

    let made = hand_out_several(&office, &wanted, &Progress::default()).unwrap();
    assert_eq!((made.written.len(), made.held.len(), made.left, made.failed.is_none()), (2, 2, 0, true));
    assert_eq!(entries_in(&out), 2);
    for (name, written) in &made.written {
        assert!(written.manifest.is_file() && !name.is_empty());
        let folder = written.manifest.parent().unwrap();
        let said = folder.file_name().unwrap().to_str().unwrap();
        assert_eq!(said, format!("report-{}", written.entry.id), "the folder says nothing of the person");
    }
    let register = office.read(|desk| register(desk, 10)).wait().unwrap();
    assert_eq!(register.len(), 2);

    // Nothing of these can be taken elsewhere.
    office
        .write(move |desk| {
            let interests = Decision::new(list::SALES, Basis::LegitimateInterests, list::SOURCE_USER);
            legal_basis::decide(desk, other, &interests, None)
        })
        .wait()
        .unwrap();
    let who = Whom::Persons([closed, other].into());
    let plan = office.read(move |desk| plan_several(desk, &who, Kind::Portable)).wait().unwrap();
    assert_eq!(plan.held.iter().map(|held| held.why).collect::<Vec<_>>(), [Why::Restricted, Why::NothingPortable]);
    office.close();
}

#[test]
fn stopping_leaves_what_is_done_and_nothing_half() {
    let (dir, office) = office();
    let ids: Vec<person::Id> = ["En", "To", "Tre"].map(|name| add(&office, named("Per", name)).id).to_vec();
    let out = dir.path().join("several");
    let progress = Progress::default();
    progress.cancel();
    let made = hand_out_several(&office, &of(&ids, &out), &progress).unwrap();
    assert_eq!((made.written.len(), made.left), (0, 3));
    assert_eq!(entries_in(&out), 0);

    // A folder that cannot be made stops it with what is done; here already the first.
    std::fs::write(&out, "in the way").unwrap();
    let refused = hand_out_several(&office, &of(&ids, &out), &Progress::default());
    assert!(matches!(refused, Err(Error::File { .. })), "{refused:?}");
    assert_eq!(office.read(|desk| register(desk, 10)).wait().unwrap(), []);
    office.close();
}

#[test]
fn a_letter_goes_with_the_report_and_says_what_is_left_out() {
    let (dir, office) = office();
    let (id, _) = furnished(&office, dir.path());
    let write = |folder: &str, formats: Vec<Format>| {
        let folder = dir.path().join(folder);
        let out = HandOut { folder, formats, identity: "Passport shown".into(), letter: true, ..HandOut::default() };
        let asked = Wanted { identity: "Passport shown".into(), ..Wanted::new(Lang::En) };
        let done = office.write(move |desk| {
            let document = settled(&draft(desk, id, &asked)?, |_, _| Choice::BlackOut);
            hand_out(desk, &document, &out)
        });
        done.wait().unwrap()
    };
    let page = write("page", vec![Format::Html]);
    let kinds: Vec<Format> = page.files.iter().map(|out| out.file.format).collect();
    assert_eq!(kinds, [Format::Html, Format::LetterPage, Format::Attached]);
    let text = std::fs::read_to_string(&page.files[1].path).unwrap();
    for wanted in ["answer to your request", "Passport shown", "Copies of", "15(4)", "Åse Ødegård", "manifest.json"]
    {
        assert_eq!(text.contains(wanted), wanted != "Copies of", "{wanted} in {text}");
    }
    assert!(text.contains("the one file") && !text.contains("Hemmeligsen"), "{text}");
    let printed = write("printed", vec![Format::Json]);
    assert_eq!(printed.files[1].file.format, Format::Letter);
    let bytes = std::fs::read(&printed.files[1].path).unwrap();
    let file = lopdf::Document::load_mem(&bytes).unwrap();
    let pages: Vec<u32> = file.get_pages().into_keys().collect();
    assert_eq!(pages.len(), 1);
    assert!(has(&file.extract_text(&pages).unwrap(), "answer to your request"));
    office.close();
}

#[test]
fn files_of_the_card_go_along_unless_they_name_others() {
    let (dir, office) = office();
    let (id, _) = furnished(&office, dir.path());
    office
        .write(move |desk| {
            let evidence = crate::office::attached::Incoming::from_text("samtale.txt", "Sigrid Hemmeligsen sa ja");
            let yes = Decision::new(list::SALES, Basis::Consent, list::SOURCE_USER);
            legal_basis::decide(desk, id, &yes, Some(&evidence))
        })
        .wait()
        .unwrap();
    let draft = told(&office, id, Wanted::new(Lang::Nb));
    let found: Vec<bool> = draft.document.files.iter().map(|file| file.names_others).collect();
    assert_eq!(found, [false, true]);
    let document = blacked_out(&draft);
    assert_eq!((document.files.len(), document.withheld.files), (1, 1));
    let text = content(&document, Format::Html);
    assert!(text.contains(&document.files[0].name) && text.contains("følger ikke med"), "{text}");
    let out = HandOut { folder: dir.path().join("out"), formats: vec![Format::Json], ..HandOut::default() };
    let all = settled_with(&draft, |_, _| Choice::Keep, |_| true);
    let written = office.write(move |desk| hand_out(desk, &all, &out)).wait().unwrap();
    let copies: Vec<_> = written.files.iter().filter(|out| out.file.format == Format::Attached).collect();
    assert_eq!(copies.len(), 2);
    assert_eq!(std::fs::read_to_string(&copies[0].path).unwrap(), "Ja");
    assert!(copies.iter().all(|out| out.file.name.starts_with("file-") && out.file.name.ends_with(".txt")));
    let manifest = std::fs::read_to_string(&written.manifest).unwrap();
    assert!(copies.iter().all(|out| manifest.contains(&out.file.sha256)), "{manifest}");
    office.close();
}

#[test]
fn who_receives_a_copy_is_on_record() {
    let (dir, office) = office();
    let (id, _) = furnished(&office, dir.path());
    let transfer = |kind: Kind, name: &str, folder: &str| {
        let to = Transfer { name: name.into(), address: "Havnegata 1\n5003 Bergen".into() };
        let out = HandOut { folder: dir.path().join(folder), transfer: Some(to), ..HandOut::default() };
        let done = office.write(move |desk| {
            let document = blacked_out(&draft(desk, id, &Wanted { kind, ..Wanted::new(Lang::En) })?);
            hand_out(desk, &document, &out)
        });
        done.wait()
    };
    assert!(matches!(transfer(Kind::Access, "Andre AS", "a"), Err(Error::NoSuch(_))));
    assert!(matches!(transfer(Kind::Portable, "  ", "b"), Err(Error::Invalid(_))));
    assert!(!dir.path().join("a").exists() && !dir.path().join("b").exists());
    let written = transfer(Kind::Portable, "Andre AS", "c").unwrap();
    assert_eq!(written.entry.recipient, "Andre AS");
    let letter = written.files.iter().find(|out| out.file.format == Format::Letter).unwrap();
    let file = lopdf::Document::load(&letter.path).unwrap();
    let text = file.extract_text(&file.get_pages().into_keys().collect::<Vec<_>>()).unwrap();
    for wanted in ["Andre AS", "Havnegata 1", "5003 Bergen", "Åse Ødegård asked us", "20(2)", "Last name"] {
        assert!(has(&text, wanted), "{wanted} in {text}");
    }
    let exports = office.read(move |desk| exporting::of_person(desk, id)).wait().unwrap();
    let entry = exports.iter().find(|export| export.recipient == "Andre AS").unwrap();
    assert_eq!((entry.format, entry.fields.contains(&"emails".to_owned())), (Export::Copy, true));
    let noted = office.read(|desk| entries::entries(desk.db())).wait().unwrap();
    let kinds: Vec<Entry> = noted.iter().rev().take(2).map(|entry| entry.kind).collect();
    assert_eq!(kinds, [Entry::CopyTransferred, Entry::CopyMade]);
    // The next report names who received it.
    let report = content(&blacked_out(&told(&office, id, Wanted::new(Lang::En))), Format::Json);
    assert!(report.contains("Andre AS"));
    office.close();
}

#[test]
fn a_correction_is_confirmed_with_what_stands_there_now() {
    let (dir, office) = office();
    let (id, _) = furnished(&office, dir.path());
    let path = dir.path().join("corrected.html");
    let confirm = |path: &Path| {
        let path = path.to_owned();
        office.write(move |desk| confirm_corrected(desk, id, None, &path)).wait()
    };
    assert!(matches!(confirm(&path), Err(Error::NoSuch(_))), "nothing was corrected");
    assert!(!path.exists());
    office
        .write(move |desk| {
            let person = persons::get(desk, id)?;
            let content = Content { last_name: "Ødegaard".into(), website: String::new(), ..person.content.clone() };
            persons::save(desk, id, content, person.updated_at)
        })
        .wait()
        .unwrap();
    let corrected = confirm(&path).unwrap();
    let keys: Vec<String> = corrected.fields.iter().map(ToString::to_string).collect();
    assert_eq!((keys, corrected.recipients), (vec!["last_name".to_owned()], vec!["Trykkeriet AS".to_owned()]));
    let text = std::fs::read_to_string(&path).unwrap();
    for wanted in ["Ødegaard", "Trykkeriet AS", "art. 16"] {
        assert!(text.contains(wanted), "{wanted} in {text}");
    }
    assert!(!text.contains("Hemmeligsen"));
    let pdf = dir.path().join("corrected.PDF");
    confirm(&pdf).unwrap();
    assert_eq!(Print::of(&pdf), Print::Pdf);
    assert!(std::fs::read(&pdf).unwrap().starts_with(b"%PDF"));
    let noted = office.read(|desk| entries::entries(desk.db())).wait().unwrap();
    assert_eq!(noted.last().unwrap().kind, Entry::CorrectionConfirmed);
    office.close();
}

#[test]
fn a_report_leaves_by_mail_sealed_and_nothing_of_the_passphrase_stays() {
    use crate::model::outbox::{Kind as Sent, State};
    use crate::office::mail::sending::tests::set_up;
    use crate::transfer::smtp::server::{Manner, Server};
    let server = Server::start(true, Manner::Good);
    let (dir, office) = office();
    let way = set_up(&office, &server, true);
    let (id, _) = furnished(&office, dir.path());
    let secret = "fire ord om en torsk";
    let post = |seal: bool, to: Option<&'static str>| {
        let seal = seal.then(|| crate::vault::Passphrase::new(secret));
        let out = HandOut { formats: vec![Format::Html, Format::Json], seal, ..HandOut::default() };
        let done = office.write(move |desk| {
            let document = blacked_out(&draft(desk, id, &Wanted::new(Lang::Nb))?);
            mail(desk, &document, &out, to)
        });
        done.wait()
    };
    let reached = office.read(move |desk| address(desk, id, None)).wait().unwrap();
    assert!(reached.stops.is_empty() && reached.all.contains(&reached.to), "{reached:?}");
    let posted = post(true, None).unwrap();
    assert_eq!((posted.is_sealed, &posted.to, posted.entry.files.len()), (true, &reached.to, 1));
    let known = office.read(move |desk| of_person(desk, id)).wait().unwrap();
    assert_eq!(known[0], posted.entry, "it stands in the register before it has left");
    let message = posted.message;
    let waiting = move |desk: &Desk<'_>| {
        Ok((store::outbox::get(desk.db(), message)?.unwrap(), store::outbox::files(desk.db(), message)?))
    };
    let (queued, files) = office.read(move |desk| waiting(desk)).wait().unwrap();
    assert_eq!((queued.kind, queued.state, files.len()), (Sent::Report, State::Queued, 1));
    assert!(queued.body.contains(&files[0].name) && queued.body.contains("låst"), "{}", queued.body);
    for text in [&queued.subject, &queued.body, &queued.html, &String::from_utf8_lossy(&files[0].content).into_owned()]
    {
        assert!(!text.contains(secret) && !text.contains("torsk"), "{text}");
    }
    let sent = crate::office::mail::sending::send_by(&office, &way, None, &Progress::default()).unwrap();
    assert_eq!(sent.sent, 1, "{sent:?}");
    assert!(server.messages()[0].to == reached.to);
    // The text is proof; the report is not kept twice, and the register knows its hash.
    let (sent, files) = office.read(move |desk| waiting(desk)).wait().unwrap();
    assert_eq!((sent.state, files.len()), (State::Sent, 0));
    assert!(!sent.body.is_empty());
    let noted = office.read(|desk| entries::entries(desk.db())).wait().unwrap();
    assert!(noted.iter().any(|entry| entry.kind == Entry::ReportQueued));

    let open = post(false, None).unwrap();
    assert!(!open.is_sealed && open.entry.files.len() > 1);
    // To nobody but the person, and not without the right to.
    assert!(post(true, Some("somebody@example.net")).is_err());
    let stopped = office.read(move |desk| address(desk, id, Some("somebody@example.net"))).wait().unwrap();
    assert_eq!(stopped.stops.len(), 1);
    let refused = office.write(move |desk| {
        let document = blacked_out(&draft(desk, id, &Wanted::new(Lang::Nb))?);
        desk.become_role(crate::model::user::Role::ReadOnly);
        mail(desk, &document, &HandOut::default(), None)
    });
    assert!(matches!(refused.wait(), Err(Error::Forbidden(_))));
}
