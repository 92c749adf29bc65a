//! People come in from files: every format, every way to treat those who are here already, and the way back.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use iced::keyboard::{Key, key::Named};
use iced::{Program, Size, Subscription, Task};
use kartotek::i18n::Lang;
use kartotek::model::basis::{Basis, Decision};
use kartotek::model::change::Changes;
use kartotek::model::person::{Content, Labelled, Person};
use kartotek::model::{list, person};
use kartotek::office::finding::Order;
use kartotek::office::{Office, erasure, fields, legal_basis, persons, setup};
use kartotek::screen::import::{Message as Screen, State};
use kartotek::screen::{Action, Command, Scene, Step};
use kartotek::theme::{self, Theme};
use kartotek::transfer::Parser;
use kartotek::vault::Passphrase;
use kartotek::widget::{focus, hotkeys};
use tokio::sync::broadcast;

use super::harness::{Harness, Setup};

/// A window with nothing but the import in it.
struct Window {
    scene: Scene,
    theme: Theme,
    screen: State,
    changes: broadcast::Receiver<Changes>,
    /// What the user chooses in the system's dialogs.
    picks: Option<PathBuf>,
    saves: PathBuf,
    listed: Vec<person::Id>,
    problems: Vec<String>,
    asked_for_recovery: bool,
    closed: bool,
    still: bool,
}

#[derive(Debug, Clone)]
enum Message {
    Screen(Screen),
    Command(Command),
    Tab(hotkeys::Step),
    Dropped(PathBuf),
    Picks(PathBuf),
    Theme(Theme),
    Lang(Lang),
    /// Lets no time pass any more than is needed to show progress.
    Still,
    Reload,
}

fn update(window: &mut Window, message: Message) -> Task<Message> {
    let mut tasks = Vec::new();
    while let Ok(changes) = window.changes.try_recv() {
        let step = window.screen.changed(&changes, &window.scene);
        tasks.push(act(window, step));
    }
    let Window { screen, scene, .. } = window;
    let step = match message {
        Message::Screen(message @ Screen::Tick(_)) if window.still => {
            let _ = screen.update(message, scene);
            Step::none()
        }
        Message::Screen(message) => screen.update(message, scene),
        Message::Still => {
            window.still = true;
            Step::none()
        }
        Message::Command(command) => screen.command(command, scene),
        Message::Dropped(path) => screen.dropped(path, scene),
        Message::Tab(step) => return focus::step(step == hotkeys::Step::Next),
        Message::Picks(path) => {
            window.picks = Some(path);
            Step::none()
        }
        Message::Theme(theme) => {
            window.theme = theme;
            Step::none()
        }
        Message::Lang(lang) => {
            window.scene.office.set_lang(lang);
            window.scene.lang = lang;
            Step::none()
        }
        Message::Reload => Step::none(),
    };
    tasks.push(act(window, step));
    Task::batch(tasks)
}

fn act(window: &mut Window, step: Step<Screen>) -> Task<Message> {
    let mut tasks = vec![step.task.map(Message::Screen)];
    for action in step.actions {
        match action {
            Action::PickFile { then, .. } => {
                tasks.extend(window.picks.take().map(|path| Task::done(Message::Screen(then(path)))));
            }
            Action::SaveFile { then, .. } => tasks.push(Task::done(Message::Screen(then(window.saves.clone())))),
            Action::ListPersons(ids, _) => window.listed = ids,
            Action::Problem(problem) => window.problems.push(problem.message),
            Action::ConfirmRecovery => window.asked_for_recovery = true,
            Action::Close => window.closed = true,
            Action::Toast(_) | Action::Saved(_) | Action::Changed => {}
            _ => panic!("the import has no business there"),
        }
    }
    Task::batch(tasks)
}

fn view(window: &Window) -> theme::Element<'_, Message> {
    let screen = window.screen.view(&window.scene).map(Message::Screen);
    hotkeys::hotkeys(screen, |key, _| match key {
        Key::Named(Named::Escape) => Some(Message::Command(Command::Escape)),
        Key::Named(Named::Enter) => Some(Message::Command(Command::Open)),
        _ => None,
    })
    .on_tab(Message::Tab)
    .into()
}

fn dropped(_: &Window) -> Subscription<Message> {
    iced::event::listen_with(|event, _, _| match event {
        iced::Event::Window(iced::window::Event::FileDropped(path)) => Some(Message::Dropped(path)),
        _ => None,
    })
}

fn scene(office: Office, lang: Lang) -> Scene {
    let lists = office.read(|desk| Ok(desk.lists()?.clone())).wait().unwrap();
    let fields = office.read(|desk| fields::all(desk)).wait().unwrap();
    Scene {
        users: Arc::new(vec![kartotek::model::user::User::clone(&office.user())]),
        office,
        lang,
        lists: Arc::new(lists),
        fields: Arc::new(fields),
        wordings: Arc::default(),
        rules: Arc::default(),
        zone: kartotek::model::Zone::utc(),
    }
}

/// A new card file, the window on it, and a folder for files.
struct Desk<P: Program> {
    app: Harness<P>,
    office: Office,
    folder: tempfile::TempDir,
}

fn start() -> Desk<impl Program<State = Window, Message = Message, Theme = Theme>> {
    start_in(Lang::En, Size::new(1216.0, 800.0), true)
}

fn start_in(
    lang: Lang,
    size: Size,
    confirmed: bool,
) -> Desk<impl Program<State = Window, Message = Message, Theme = Theme>> {
    let folder = tempfile::tempdir().unwrap();
    let passphrase = Passphrase::new("correct horse battery staple");
    let (office, _) = Office::create(&folder.path().join("vault"), &passphrase, lang).unwrap();
    if confirmed {
        office.write(setup::confirm_recovery).wait().unwrap();
    }
    let saves = folder.path().join("saved.csv");
    let first = Mutex::new(Some((scene(office.clone(), lang), saves)));
    let boot = move || {
        let (scene, saves) = first.lock().unwrap().take().expect("booted once");
        let (screen, task) = State::new(None, Parser::apart(env!("CARGO_BIN_EXE_kartotek").into()), &scene);
        let changes = scene.office.changes();
        let window = Window {
            scene,
            theme: Theme::Light,
            screen,
            changes,
            picks: None,
            saves,
            listed: Vec::new(),
            problems: Vec::new(),
            asked_for_recovery: false,
            closed: false,
            still: false,
        };
        (window, task.map(Message::Screen))
    };
    let program = iced::application(boot, update, view)
        .settings(theme::font::settings())
        .theme(|window: &Window| window.theme)
        .subscription(dropped);
    Desk { app: Harness::start_with(program, Setup { size, ..Setup::default() }), office, folder }
}

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/import").join(name)
}

impl<P: Program<State = Window, Message = Message, Theme = Theme> + 'static> Desk<P> {
    /// Writes a file to be imported.
    fn file(&self, text: &str) -> PathBuf {
        let path = self.folder.path().join("people.csv");
        std::fs::write(&path, text).unwrap();
        path
    }

    /// Drops a file, leaves its columns as they were recognised, and chooses a basis.
    fn drop_and_say_why(&mut self, path: &Path, basis: &str) -> &mut Harness<P> {
        self.app.drop_file(path).expect("Column in the file").click("Continue");
        self.app.expect_part("cannot be skipped").click(basis)
    }

    /// Takes pictures of the same thing in other looks and another language.
    fn looks(&mut self, name: &str) {
        for (theme, lang, look) in
            [(Theme::Dark, Lang::En, "dark"), (Theme::Light, Lang::Nb, "nb"), (Theme::Light, Lang::En, "light")]
        {
            self.app.message(Message::Theme(theme)).message(Message::Lang(lang));
            self.app.shot(&format!("import-{name}-{look}"));
        }
    }

    fn found(&self, text: &str) -> Vec<Person> {
        let ids = self.office.find(text, Order::default()).wait().unwrap().ids;
        let get = move |id| self.office.read(move |desk| persons::get(desk, id)).wait().unwrap();
        ids.iter().map(|id| get(*id)).collect()
    }

    fn names(&self, text: &str) -> Vec<String> {
        self.found(text).iter().map(|person| person.content.full_name()).collect()
    }

    fn basis_of(&self, id: person::Id) -> Option<Basis> {
        let overview = self.office.read(move |desk| legal_basis::overview(desk, id)).wait().unwrap();
        overview.purposes.into_iter().find(|standing| standing.purpose == list::SALES)?.current.map(|row| row.basis)
    }

    fn add(&self, first: &str, last: &str, email: &str) -> Person {
        let mut content = Content { first_name: first.into(), last_name: last.into(), ..Content::default() };
        content.emails.push(Labelled::new(None, email.into()));
        let decision = Decision::new(list::SALES, Basis::Contract, list::SOURCE_USER);
        self.office.write(move |desk| persons::add(desk, content, Some(&decision), list::SOURCE_USER)).wait().unwrap()
    }
}

#[test]
fn every_format_comes_in_through_the_window() {
    let files: [(&str, &[&str], &str, &[&str]); 11] = [
        ("outlook_nb.csv", &["Windows-1252", "Outlook"], "Import 5 persons", &["Åse Ødegård", "Håkon Lund"]),
        (
            "google_old.csv",
            &["UTF-8", "Google Contacts"],
            "Import 3 persons",
            &["Åsa Björk", "Jürgen Müller", "Örjan Ek"],
        ),
        ("google_new.csv", &["Google Contacts"], "Import 3 persons", &["Kåre Ødegaard", "Zoë D’Arcy", "Liv Bakke"]),
        (
            "superoffice_sv.csv",
            &["semicolon", "SuperOffice"],
            "Import 4 persons",
            &["Märta Ångström", "Björn Åkerlund"],
        ),
        ("hubspot.csv", &["comma", "HubSpot"], "", &["Sølvi Ærø", "Erik Öhman"]),
        ("freshsales.csv", &["Freshsales"], "Import 3 persons", &["Nils Håkansson", "Tuva Øyen"]),
        ("utf16.csv", &["UTF-16", "tab"], "Import 4 persons", &["Žofie Łukasiewicz", "Søren Åberg"]),
        ("contacts.xlsx", &["Excel", "Kontakter"], "Import 3 persons", &["Anne Grete Solberg", "Nygård"]),
        ("v21.vcf", &["vCard 2.1"], "", &["Søren Sørensen"]),
        ("v30.vcf", &["vCard 3.0"], "", &["Kåre Johan Ødegaard", "Lise van der Berg", "Per Ås"]),
        ("v40.vcf", &["vCard 4.0"], "", &["Märta Ångström", "Gösta Ek"]),
    ];
    let mut desk = start();
    for (name, recognised, button, people) in files {
        desk.app.drop_file(sample(name)).expect("Column in the file");
        for words in recognised {
            desk.app.expect_part(words);
        }
        desk.app.click("Continue").click("Contract").click("Add as new persons").click("Continue");
        desk.app.expect("Rows in the file");
        if button.is_empty() {
            desk.app.key("enter");
        } else {
            desk.app.click(button);
        }
        desk.app.expect("Undo import");
        let here = desk.names("");
        for person in people {
            assert!(here.iter().any(|name| name == person), "{person} of {name} is not among {here:?}");
        }
    }
    let ase = &desk.found("ase@example.org")[0];
    assert_eq!(ase.content.company, "Nordlys Fisk AS");
    assert_eq!(ase.source, list::SOURCE_IMPORT);
    assert_eq!(ase.content.emails.len(), 2);
    assert_eq!(desk.basis_of(ase.id), Some(Basis::Contract));
}

#[test]
fn those_who_are_here_already_are_treated_as_one_says() {
    for (choice, here, title, button) in [
        ("Leave them as they are", 1, "", "Import one person"),
        ("Fill in what is missing", 1, "Buyer", "Import 2 persons"),
        ("Replace with the file", 1, "Buyer", "Import 2 persons"),
        ("Add as new persons", 2, "", "Import 2 persons"),
    ] {
        let mut desk = start();
        desk.add("Tor", "Øverland", "tor@example.org");
        let file = desk.file(
            "First name;Last name;E-mail;Title\nThor;Øverland;tor@example.org;Buyer\nLiv;Bakke;liv@example.org;\n",
        );
        desk.drop_and_say_why(&file, "Consent").click(choice).click("Continue");
        desk.app.expect("Thor Øverland").click(button).expect("Undo import");
        let found = desk.found("tor@example.org");
        assert_eq!(found.len(), here, "{choice}");
        let old = found.iter().find(|person| person.source == list::SOURCE_USER).unwrap();
        assert_eq!(old.content.title, title, "{choice}");
        let first = if choice == "Replace with the file" { "Thor" } else { "Tor" };
        assert_eq!(old.content.first_name, first, "{choice}");
        assert_eq!(desk.names("liv"), ["Liv Bakke"]);
    }
}

#[test]
fn who_was_erased_comes_in_again_for_a_reason() {
    let mut desk = start();
    let id = desk.add("Tor", "Borte", "tor@example.org").id;
    erasure::carry_out(&desk.office, erasure::Wanted::new(vec![id]), &Arc::default()).unwrap();
    let file = desk.file("First name;Last name;E-mail\nTor;Borte;tor@example.org\nLiv;Bakke;liv@example.org\n");
    desk.drop_and_say_why(&file, "Contract").click("Continue");
    desk.app.expect("1 row would bring somebody in again who was erased").expect("Import one person");
    desk.looks("suppressed");
    desk.app.click_id("import-overrule").type_text("He is a customer again").click("Take them in");
    desk.app.expect("Import 2 persons").expect_none("Take them in").click("Import 2 persons").expect("Undo import");
    assert_eq!(desk.names("tor"), ["Tor Borte"]);
}

#[test]
fn a_row_that_cannot_be_taken_says_why_and_the_others_go_in() {
    let mut desk = start();
    let file = desk.file("First name,Last name,E-mail\nÅse,Ødegård,ase@example.org\nTor,Øverland,not an address\n");
    desk.drop_and_say_why(&file, "Contract").click("Continue");
    desk.app.expect("Cannot be taken").expect("Tor Øverland").expect_part("This is not an e-mail address");
    desk.app.click("New persons").expect_none("Tor Øverland").expect("Åse Ødegård");
    desk.app.click("Import one person").expect_part("The others are in.").expect("Tor Øverland");
    desk.app.click("Save the rows not taken…");
    assert_eq!(desk.names(""), ["Åse Ødegård"]);
    let saved = desk.folder.path().join("saved.csv");
    assert!(std::fs::read_to_string(&saved).unwrap().contains("3;Tor Øverland;"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&saved).unwrap().permissions().mode() & 0o777, 0o600);
    }
    desk.app.click("Show these persons");
    assert_eq!(desk.app.state().listed, [desk.found("ase")[0].id]);
}

#[test]
fn a_withdrawal_outlives_a_consent_in_a_file() {
    let mut desk = start();
    let tor = desk.add("Tor", "Øverland", "tor@example.org");
    let withdrawn = Decision::new(list::SALES, Basis::Withdrawn, list::SOURCE_USER);
    desk.office.write(move |desk| legal_basis::decide(desk, tor.id, &withdrawn, None)).wait().unwrap();
    let file = desk.file("Name,E-mail,Legal basis,Title\nTor Øverland,tor@example.org,consent,Buyer\n");
    desk.drop_and_say_why(&file, "Consent").click("Fill in what is missing").click("Continue");
    desk.app.click("Import one person").expect_part("withdrawn or objected before");
    desk.app.expect("One card filled in or replaced").shot("import-refusal");
    desk.app.click("Undo import").expect_part("What was changed on one card comes back.").key("escape");
    assert_eq!(desk.basis_of(tor.id), Some(Basis::Withdrawn));
    assert_eq!(desk.found("tor")[0].content.title, "Buyer");
}

#[test]
fn an_import_can_be_taken_back_but_not_what_changed_since() {
    let mut desk = start();
    let file = desk.file("First name,Last name\nÅse,Ødegård\nTor,Øverland\n");
    desk.drop_and_say_why(&file, "Contract").click("Continue");
    desk.app.click("Import 2 persons").expect("Undo import");
    let tor = desk.found("tor").remove(0);
    let mut content = tor.content.clone();
    content.title = "Buyer".into();
    desk.office.write(move |desk| persons::save(desk, tor.id, content, tor.updated_at)).wait().unwrap();
    desk.app.message(Message::Reload).click("Undo import").expect("Undo this import?");
    desk.app.shot("import-undo");
    desk.app.key("escape").expect_none("Undo this import?").click("Undo import").click("Erase 2 persons");
    desk.app.expect("The import was undone: 1 removed, 0 restored, 1 kept because they were changed since.");
    desk.app.shot("import-undone");
    assert_eq!(desk.names(""), ["Tor Øverland"]);
}

#[test]
fn the_keyboard_alone_goes_there_and_back_and_nothing_is_lost() {
    let mut desk = start();
    let file = desk.file("First name,Last name,Extra\nÅse,Ødegård,x\n");
    desk.app.click_id("import-path").type_text(file.to_str().unwrap()).key("enter").expect("Extra");
    desk.app.key("enter").expect_part("cannot be skipped").key("enter");
    desk.app.expect("Choose a legal basis. Without one they may not be kept.");
    desk.app.click_id("import-comment").type_text("The fair").click("Legal obligation");
    desk.app.key("enter").expect("Åse Ødegård");
    desk.app
        .key("escape")
        .expect("The fair")
        .key("escape")
        .expect("Extra")
        .key("escape")
        .expect("people.csv is chosen");
    desk.app.key("escape").expect("Leave the import?").key("escape").expect_none("Leave the import?");
    desk.app.key("enter").expect("Extra").key("enter").expect("The fair").key("enter").expect("Åse Ødegård");
    desk.app.key("enter").expect("Undo import");
    let ase = desk.found("ase").remove(0);
    let overview = desk.office.read(move |desk| legal_basis::overview(desk, ase.id)).wait().unwrap();
    assert_eq!(overview.ledger[0].comment, "The fair");
    assert_eq!(overview.ledger[0].basis, Basis::LegalObligation);
    desk.app.key("escape");
    assert!(desk.app.state().closed);
}

#[test]
fn columns_can_be_given_another_meaning() {
    let mut desk = start();
    let file = desk.file("Who,Mail,Where\nÅse Ødegård,ase@example.org,Bergen\n");
    desk.app
        .drop_file(&file)
        .expect_part("No column is a name yet")
        .key("enter")
        .expect_part("No column is a name yet");
    desk.app.click("Leave out").type_text("full").key("enter").expect("Åse Ødegård");
    desk.app.click("Leave out").type_text("full").key("enter").expect("Two columns become Full name.");
    desk.app.shot("import-twice");
    desk.app.click_nth("Full name", 1).type_text("address 1: city").key("enter");
    desk.app.expect_none("Two columns become Full name.").click("Continue").click("Contract").click("Continue");
    desk.app.click("Import one person").expect("Undo import");
    assert_eq!(desk.found("ase")[0].content.addresses[0].value.city, "Bergen");
}

#[test]
fn a_file_that_cannot_be_read_says_so_and_another_can_be_chosen() {
    let mut desk = start();
    let broken = desk.folder.path().join("picture.png");
    std::fs::write(&broken, b"\x89PNG\r\n\x1a\n\0\0\0\0").unwrap();
    desk.app.drop_file(&broken).expect_part("This is not a CSV, Excel or vCard file. Nothing was imported.");
    desk.app.shot("import-broken");
    desk.app.message(Message::Picks(sample("utf16.csv"))).click("Choose a file…").expect("Column in the file");
    desk.app.expect_none("This is not a CSV, Excel or vCard file. Nothing was imported.");
}

/// Makes a workbook of another, whose table of texts announces more of them than there is memory.
fn announcing_too_much(from: &Path, to: &Path) {
    use std::io::{Read, Write};
    let mut old = zip::ZipArchive::new(std::fs::File::open(from).unwrap()).unwrap();
    let mut new = zip::ZipWriter::new(std::fs::File::create(to).unwrap());
    for index in 0..old.len() {
        let mut part = old.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        // The other parts do not have it.
        let text = text.replace("uniqueCount=\"16\"", "uniqueCount=\"1099511627776\"");
        new.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        new.write_all(text.as_bytes()).unwrap();
    }
    new.finish().unwrap();
}

#[test]
fn a_file_that_breaks_its_reader_harms_nothing_else() {
    let mut desk = start();
    let bomb = desk.folder.path().join("bomb.xlsx");
    announcing_too_much(&sample("contacts.xlsx"), &bomb);
    desk.app.drop_file(&bomb).expect_part("asked for more memory than is safe");
    desk.app.shot("import-broken-down");
    desk.app.message(Message::Lang(Lang::Nb)).message(Message::Theme(Theme::Dark));
    desk.app.drop_file(&bomb).expect_part("ba om mer minne enn det som er trygt");
    desk.app.shot("import-broken-down-nb-dark");
    desk.app.message(Message::Lang(Lang::En)).drop_file(sample("contacts.xlsx")).expect("Column in the file");
}

#[test]
fn a_file_that_changed_since_is_read_again() {
    let mut desk = start();
    let file = desk.file("First name,Last name\nÅse,Ødegård\n");
    desk.drop_and_say_why(&file, "Contract").click("Continue");
    desk.app.expect("Åse Ødegård");
    desk.file("First name,Last name\nÅse,Ødegård\nTor,Øverland\n");
    desk.app.click("Import one person").expect_part("The file was changed since it was read.");
    desk.app.key("enter").key("enter").key("enter").expect("Tor Øverland");
    assert_eq!(desk.names(""), Vec::<String>::new());
}

#[test]
fn nothing_comes_in_before_the_recovery_key_is_typed_back() {
    let mut desk = start_in(Lang::En, Size::new(1216.0, 800.0), false);
    desk.app.expect("First type your recovery key back").shot("import-recovery");
    let file = desk.file("First name,Last name\nÅse,Ødegård\n");
    desk.drop_and_say_why(&file, "Contract").click("Continue");
    desk.app.expect("Åse Ødegård").key("enter").click("Type it back");
    assert!(desk.app.state().asked_for_recovery);
    assert_eq!(desk.names(""), Vec::<String>::new());
    desk.office.write(setup::confirm_recovery).wait().unwrap();
    desk.app.message(Message::Reload).expect_none("First type your recovery key back");
    desk.app.click("Import one person").expect("Undo import");
}

#[test]
fn nothing_is_left_of_an_import_that_was_stopped() {
    let mut desk = start();
    let file = desk.file("First name,Last name\nÅse,Ødegård\nTor,Øverland\n");
    desk.drop_and_say_why(&file, "Contract").click("Continue");
    // Something else is being written, so that the import has to wait and its progress can be seen.
    let (release, released) = std::sync::mpsc::channel::<()>();
    let busy = desk.office.write(move |_| {
        let _ = released.recv();
        Ok(())
    });
    desk.app.message(Message::Still).click("Import 2 persons").expect("Importing 2 persons…");
    desk.app.shot("import-progress");
    desk.app.click("Cancel").expect("Stopping…");
    release.send(()).unwrap();
    busy.wait().unwrap();
    desk.app.expect("Stopped. Nothing was changed.");
    assert_eq!(desk.names(""), Vec::<String>::new());
    desk.app.click("Import 2 persons").expect("Undo import");
    assert_eq!(desk.names("").len(), 2);
}

#[test]
fn every_step_in_pictures() {
    let mut desk = start();
    desk.add("Ingrid", "Bø", "ingrid@example.org");
    desk.add("Sigrid", "Eriksdatter", "sigrid@example.com");
    desk.looks("1-file");
    desk.app.drop_file(sample("outlook_nb.csv")).expect("Column in the file");
    desk.looks("2-columns");
    desk.app.click("Continue").expect_part("cannot be skipped");
    desk.looks("3-basis");
    desk.app.click("Consent").click("Continue").expect("Rows in the file");
    desk.looks("4-plan");
    desk.app.click("Import 4 persons").expect("Undo import");
    desk.looks("5-result");
}

#[test]
fn the_smallest_window_shows_all_that_matters() {
    let mut desk = start_in(Lang::Nb, Size::new(896.0, 600.0), true);
    desk.app.shot("import-small-1");
    desk.app.drop_file(sample("google_old.csv")).expect("Fortsett");
    desk.app.shot("import-small-2");
    desk.app.key("enter").shot("import-small-3");
    desk.app.click("Inngått avtale").key("enter").expect("Importer 3 personer");
    desk.app.shot("import-small-4");
}
