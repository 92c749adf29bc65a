//! The persons screen in a small program of its own: finding, sorting, selecting, reading and editing.

use std::path::PathBuf;
use std::sync::Arc;

use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};
use iced::widget::{Space, container, row};
use iced::{Point, Program, Size, Task};
use kartotek::i18n::Lang;
use kartotek::model::basis::{Basis, Decision};
use kartotek::model::change::Changes;
use kartotek::model::custom::{Definition, Id as FieldId, Kind};
use kartotek::model::field::Field;
use kartotek::model::person::{Address, Content, Id, Labelled, Person};
use kartotek::model::{data_map, list};
use kartotek::office::finding::{Column, Order};
use kartotek::office::{Office, fields, legal_basis, persons as office_persons, settings};
use kartotek::screen::persons::{Message as Inner, State as Persons};
use kartotek::screen::{Action, Command, Scene, Step};
use kartotek::theme::{Theme, font, style};
use kartotek::vault::Passphrase;
use kartotek::widget::dialog::dialog;
use kartotek::widget::focus;
use kartotek::widget::hotkeys::{Step as Way, hotkeys};
use tokio::sync::broadcast::Receiver;

use super::harness::{Harness, Setup};

struct App {
    scene: Scene,
    screen: Persons,
    theme: Theme,
    changes: Receiver<Changes>,
    /// What was asked of the window, in words.
    asked: Vec<String>,
    /// The file the next choice of a file gives.
    file: Option<PathBuf>,
}

#[derive(Debug, Clone)]
enum Message {
    Screen(Inner),
    Command(Command),
    Tab(Way),
    Open(Id),
    List(Vec<Id>, String),
    File(PathBuf),
    /// Somebody else did something: the screen is told of it.
    Look,
}

/// An office in a temporary folder.
struct Place {
    _dir: tempfile::TempDir,
    office: Office,
}

impl Place {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let passphrase = Passphrase::new("correct horse battery staple");
        let (office, _) = Office::create(&dir.path().join("vault"), &passphrase, Lang::En).unwrap();
        Self { _dir: dir, office }
    }

    fn add(&self, content: Content, basis: Option<Basis>) -> Person {
        let decision = basis.map(|basis| Decision::new(list::SALES, basis, list::SOURCE_USER));
        let add = move |desk: &mut kartotek::office::Desk<'_>| {
            office_persons::add(desk, content, decision.as_ref(), list::SOURCE_IMPORT)
        };
        self.office.write(add).wait().unwrap()
    }

    fn some() -> Self {
        let place = Self::new();
        for content in people(40) {
            let basis = basis_of(&content);
            place.add(content, basis);
        }
        place
    }

    fn get(&self, id: Id) -> Content {
        self.office.read(move |desk| office_persons::get(desk, id)).wait().unwrap().content
    }

    fn found(&self, typed: &str) -> Vec<Id> {
        self.office.find(typed, Default::default()).wait().unwrap().ids.to_vec()
    }
}

const FIRST: [&str; 20] = [
    "Åse", "Björk", "Tor", "Kari", "Jörg", "Ingrid", "Lars", "Øyvind", "Märta", "Ola", "Solveig", "Anders", "Élodie",
    "Per", "Astrid", "Henrik", "Sigrid", "Nils", "Maja", "Søren",
];
const LAST: [&str; 17] = [
    "Ødegård",
    "Müller",
    "Østby",
    "Zander",
    "Ångström",
    "Berg",
    "Ærlig",
    "Lindqvist",
    "Øverland",
    "Dahl",
    "Nyström",
    "Hansen",
    "Årdal",
    "Vik",
    "Sørensen",
    "Bakke",
    "Eklund",
];
const COMPANY: [&str; 7] =
    ["Fjordfisk AS", "Nordlys Kraft", "Björk & Co AB", "Havbruk Nord AS", "Skåne Bryggeri AB", "Aurora Reiser", ""];

/// Returns people who are the same in every run.
fn people(count: usize) -> impl Iterator<Item = Content> {
    (0..count).map(|n| {
        let (first, last) = (FIRST[n % FIRST.len()], LAST[n * 7 % LAST.len()]);
        let company = COMPANY[n * 5 % COMPANY.len()];
        let mailbox = kartotek::search::fold(&format!("{first}.{last}"));
        Content {
            first_name: first.into(),
            last_name: last.into(),
            company: company.into(),
            title: ["Innkjøper", "Daglig leder", "Buyer", ""][n % 4].into(),
            category: Some(list::Id(1_001 + (n % 5) as i64)),
            emails: vec![Labelled::new(Some(list::LABEL_WORK), format!("{mailbox}{n}@example.org"))],
            phones: vec![Labelled::new(Some(list::LABEL_MOBILE), format!("+47 900 {:02} {:03}", n / 1000, n % 1000))],
            ..Content::default()
        }
    })
}

fn basis_of(content: &Content) -> Option<Basis> {
    match content.emails[0].value.len() % 5 {
        0 => None,
        1 => Some(Basis::Consent),
        2 => Some(Basis::LegitimateInterests),
        3 => Some(Basis::Contract),
        _ if content.first_name == "Per" => Some(Basis::Objected),
        _ => Some(Basis::Contract),
    }
}

/// Åse, with something on every tab.
fn ase() -> Content {
    Content {
        first_name: "Åse".into(),
        last_name: "Ødegård-Lund".into(),
        company: "Fjordfisk AS".into(),
        title: "Innkjøper".into(),
        country: "NO".into(),
        website: "fjordfisk.example.org".into(),
        birth_date: chrono::NaiveDate::from_ymd_opt(1980, 5, 17),
        category: Some(list::Id(1_002)),
        language: Some(list::Id(4_001)),
        emails: vec![
            Labelled::new(Some(list::LABEL_WORK), "ase.lund@example.org".into()),
            Labelled::new(Some(list::LABEL_PRIVATE), "ase@example.net".into()),
        ],
        phones: vec![Labelled::new(Some(list::LABEL_MOBILE), "+47 900 11 222".into())],
        addresses: vec![Labelled::new(
            Some(list::LABEL_WORK),
            Address { street: "Kaia 7".into(), postcode: "6002".into(), city: "Ålesund".into(), country: "NO".into() },
        )],
        interests: vec![list::Id(6_001), list::Id(6_003)],
        note: "Met at the fair in Bergen, stand 12.\nWants the price list for cod in spring.".into(),
        ..Content::default()
    }
}

fn scene(office: &Office, lang: Lang) -> Scene {
    office.set_lang(lang);
    let read =
        |desk: &mut kartotek::office::Desk<'_>| Ok((desk.lists()?.clone(), fields::all(desk)?, desk.rules()?.clone()));
    let (lists, fields, rules) = office.read(read).wait().unwrap();
    Scene {
        rules: Arc::new(rules),
        office: office.clone(),
        lang,
        lists: Arc::new(lists),
        fields: Arc::new(fields),
        wordings: Arc::default(),
        users: Arc::new(vec![kartotek::model::user::User::clone(&office.user())]),
        zone: kartotek::model::Zone::utc(),
    }
}

impl App {
    fn new(office: &Office, lang: Lang, theme: Theme) -> (Self, Task<Message>) {
        let scene = scene(office, lang);
        let (screen, task) = Persons::new(&scene);
        let changes = office.changes();
        (Self { scene, screen, theme, changes, asked: Vec::new(), file: None }, task.map(Message::Screen))
    }

    fn update(&mut self, message: Message) -> Task<Message> {
        let step = match message {
            Message::Screen(message) => self.screen.update(message, &self.scene),
            Message::Command(command) => self.screen.command(command, &self.scene),
            Message::Tab(way) => return focus::step(way == Way::Next),
            Message::Open(id) => self.screen.open(id, &self.scene),
            Message::List(ids, heading) => self.screen.list(ids, heading, &self.scene),
            Message::File(path) => {
                self.file = Some(path);
                Step::none()
            }
            Message::Look => Step::none(),
        };
        let mut task = self.does(step);
        while let Ok(changes) = self.changes.try_recv() {
            if changes.settings {
                self.scene = scene(&self.scene.office, self.scene.lang);
                let step = self.screen.scene_changed(&self.scene);
                task = Task::batch([task, self.does(step)]);
            }
            let step = self.screen.changed(&changes, &self.scene);
            task = Task::batch([task, self.does(step)]);
        }
        task
    }

    fn does(&mut self, step: Step<Inner>) -> Task<Message> {
        let mut tasks = vec![step.task.map(Message::Screen)];
        for action in step.actions {
            self.asked.push(match action {
                Action::OpenPerson(id) => format!("open {id}"),
                Action::OpenCompany(id) => format!("open company {id}"),
                Action::ListPersons(..) => "list".into(),
                Action::NewPerson | Action::NewPersonAt(_) => "new".into(),
                Action::LegalBasis(_) => "legal basis".into(),
                Action::Import(_) => "import".into(),
                Action::Settings => "settings".into(),
                Action::PickFile { then, .. } => {
                    if let Some(path) = self.file.take() {
                        tasks.push(Task::done(Message::Screen(then(path))));
                    }
                    "pick".into()
                }
                Action::ConfirmRecovery => "recovery".into(),
                Action::SaveFile { .. } | Action::PickFolder { .. } => "save as".into(),
                Action::Copy(text) => format!("copy {text}"),
                Action::OpenOutside(address) => format!("outside {address}"),
                Action::Changed => "toast Saved".to_owned(),
                Action::Toast(words) | Action::Hint(words) | Action::Saved(words) => format!("toast {words}"),
                Action::Problem(problem) => format!("problem {}", problem.message),
                Action::Close => "close".into(),
                _ => "something else".into(),
            });
        }
        Task::batch(tasks)
    }

    fn view(&self) -> kartotek::theme::Element<'_, Message> {
        let rail = container(Space::new().width(64)).height(iced::Fill).style(style::paper);
        let screen = self.screen.view(&self.scene).map(Message::Screen);
        let question = self.screen.question(&self.scene).map(|card| card.map(Message::Screen));
        hotkeys(dialog(row![rail, screen], question), |key, modifiers| {
            let command = match key.as_ref() {
                Key::Character("k") if modifiers == Modifiers::COMMAND => Command::FocusSearch,
                Key::Character("s") if modifiers == Modifiers::COMMAND => Command::Save,
                Key::Character("l") if modifiers == Modifiers::COMMAND => Command::LegalBasis,
                Key::Character("5") if modifiers == Modifiers::ALT => Command::Tab(4),
                Key::Named(Named::F2) => Command::Edit,
                Key::Character("e") if modifiers == Modifiers::COMMAND => Command::Edit,
                Key::Named(Named::Escape) => Command::Escape,
                _ => return None,
            };
            Some(Message::Command(command))
        })
        .on_tab(Message::Tab)
        .into()
    }
}

fn start_in(
    place: &Place,
    lang: Lang,
    theme: Theme,
    size: Size,
) -> Harness<impl Program<State = App, Message = Message> + use<>> {
    let office = place.office.clone();
    let program = iced::application(move || App::new(&office, lang, theme), App::update, App::view)
        .theme(|app: &App| app.theme)
        .settings(font::settings());
    Harness::start_with(program, Setup { size, ..Setup::default() })
}

const DESK: Size = Size::new(1440.0, 900.0);

fn start(place: &Place) -> Harness<impl Program<State = App, Message = Message> + use<>> {
    start_in(place, Lang::En, Theme::Light, DESK)
}

fn asked(app: &App, what: &str) -> bool {
    app.asked.iter().any(|asked| asked == what)
}

#[test]
fn one_finds_as_one_types_and_opens_with_enter() {
    let place = Place::some();
    place.add(ase(), Some(Basis::Consent));
    let mut app = start(&place);
    app.expect("41 persons");
    app.key("ctrl+k").expect_focus("persons-search").type_text("odegard lund").expect("1 found");
    app.expect("Ødegård-Lund, Åse");
    app.shot("persons-search-light");
    app.key("enter").expect("Åse Ødegård-Lund").expect_focus("card-tabs").expect_part("ase.lund@example.org");
    app.shot("persons-card-light");
    app.key("escape").expect_none("Åse Ødegård-Lund").expect("1 found");
    app.key("escape").expect("41 persons");
    app.key("ctrl+k").type_text("bjork").expect_part("Björk & Co AB").key("escape").expect("41 persons");
    app.key("ctrl+k").type_text("90000007").expect("1 found");
    app.key("ctrl+k").type_text("nobody at all").expect("Nobody matches “nobody at all”");
    app.shot("persons-nothing-found");
    app.click("Clear search").expect("41 persons");
    app.key("ctrl+k").key("down").expect_focus("persons-list");
}

#[test]
fn the_keyboard_is_on_the_list_from_the_start() {
    let place = Place::some();
    let ids = place.found("");
    let mut app = start(&place);
    app.expect("40 persons").expect_focus("persons-list").key("down").key("enter").expect_focus("card-tabs");
    assert_eq!(app.state().screen.shown(), Some(ids[1]));
    app.key("escape").key("ctrl+k").type_text("a").key("escape").expect("40 persons").expect_focus("persons-list");
    let given = place.found("berg");
    app.message(Message::List(given, "From people.csv".into())).expect("From people.csv");
    app.expect_focus("persons-list");
}

#[test]
fn every_column_sorts_both_ways() {
    let place = Place::some();
    let mut app = start(&place);
    let first = |by, descending| {
        let ids = place.office.find("", Order { by, descending }).wait().unwrap().ids;
        let content = place.get(ids[0]);
        format!("{}, {}", content.last_name, content.first_name)
    };
    for (heading, by) in [
        ("Company", Column::Company),
        ("E-mail", Column::Email),
        ("Mobile", Column::Mobile),
        ("Category", Column::Category),
        ("Legal basis", Column::Basis),
        ("Updated", Column::Updated),
        ("Name", Column::Name),
    ] {
        for descending in [false, true] {
            app.click(heading);
            let texts = app.texts();
            // The first row comes right after the last heading.
            let row = texts.iter().position(|text| text == "Updated").unwrap() + 1;
            let seen = texts[row..].iter().find(|text| !text.trim().is_empty()).unwrap();
            assert_eq!(*seen, first(by, descending), "{heading} {descending}");
        }
    }
    app.shot("persons-sorted");
}

#[test]
fn arrows_move_and_the_card_follows_without_taking_the_keyboard() {
    let place = Place::some();
    let ids = place.found("");
    let names: Vec<String> = ids.iter().map(|id| place.get(*id).full_name()).collect();
    let mut app = start(&place);
    app.key("ctrl+k").key("down").key("down").expect_focus("persons-list");
    app.expect_state("no card opens by itself", |app| app.screen.shown().is_none());
    app.key("enter").expect(&names[1]).expect_focus("card-tabs");
    app.key("right").expect("Position").key("left");
    app.key("escape").expect_none(&names[1]).expect_focus("persons-list");
    app.key("enter").expect(&names[1]).key("shift+tab");
    for _ in 0..12 {
        if app.bounds("persons-list").is_some() {
            app.key("shift+tab");
        }
    }
    let list = app.bounds("persons-list").unwrap();
    app.click_at(Point::new(list.x + 60.0, list.y + 16.0 + 3.0 * 32.0)).expect(&names[3]);
    app.key("down").expect(&names[4]).expect_focus("persons-list");
    assert_eq!(app.state().screen.shown(), Some(ids[4]));
}

#[test]
fn several_are_selected_as_everywhere() {
    let place = Place::some();
    let mut app = start(&place);
    let list = app.bounds("persons-list").unwrap();
    let at = |row: f32| Point::new(list.x + 60.0, list.y + 16.0 + row * 32.0);
    let ids = place.found("");
    app.click_at(at(1.0)).expect_focus("persons-list");
    app.expect_state("one click opens the card beside", |app| app.screen.shown() == Some(ids[1]));
    app.key("shift+down").expect("2 selected").click("Clear selection").expect_none("2 selected");
    app.click_at(at(4.0)).key("shift+down").key("shift+down").expect("3 selected");
    app.shot("persons-selected");
    app.key("ctrl+a").expect("40 selected").click_at(at(2.0)).expect_none("40 selected");
}

#[test]
fn all_of_a_card_is_edited_and_saved() {
    let place = Place::some();
    let field = |name: &str, kind, choices: &[&str]| Definition {
        id: FieldId(0),
        key: String::new(),
        name: name.into(),
        kind,
        choices: choices.iter().map(|choice| (*choice).to_owned()).collect(),
        category: data_map::Category::Relation,
        origin: data_map::Origin::Provided,
        in_report: true,
        rank: 0,
        active: true,
    };
    for own in [
        field("Nickname", Kind::Text, &[]),
        field("Boats", Kind::Number, &[]),
        field("Customer since", Kind::Date, &[]),
        field("Gets the calendar", Kind::YesNo, &[]),
        field("Price group", Kind::List, &["Gold", "Silver"]),
    ] {
        place.office.write(move |desk| fields::save(desk, None, own)).wait().unwrap();
    }
    let person = place.add(ase(), Some(Basis::Consent));
    let mut app = start(&place);
    app.message(Message::Open(person.id)).expect("Åse Ødegård-Lund").expect_focus("card-tabs").key("f2");
    app.expect_focus("card-first_name").shot("persons-edit-contact");
    app.key("ctrl+a").type_text("Åshild");
    app.click_id("card-company").key("ctrl+a").type_text("nordl").expect("Nordlys Kraft").key("down").key("enter");
    app.click("Add phone").expect_focus("card-phone-1").type_text("22 33 44 55");
    app.click("Details").click_id("card-birth_date").key("ctrl+a").type_text("18 May 1981");
    app.click_id("card-position").key("down").key("enter");
    app.shot("persons-edit-details");
    app.click("More").expect("Nickname");
    let custom = place.office.read(|desk| fields::all(desk)).wait().unwrap();
    let id = |n: usize| -> &'static str { format!("card-custom-{}", custom[n].id).leak() };
    app.click_id(id(0)).type_text("Åssa").click_id(id(1)).type_text("3").click_id(id(2)).type_text("1 March 2020");
    app.click_id(id(3)).click_id(id(4)).key("down").key("enter");
    app.shot("persons-edit-more");
    app.click("Interests").click_id("card-new-interest").type_text("Whales\n").expect("Whales");
    app.shot("persons-edit-interests");
    app.click("Note").click_id("card-note").key("ctrl+a").type_text("Likes cod.");
    app.shot("persons-edit-note");
    assert!(app.state().screen.unsaved());
    app.key("ctrl+s").expect("Åshild Ødegård-Lund").expect("Likes cod.");
    app.expect_state("it was said", |app| asked(app, "toast Saved") && !app.screen.unsaved());
    let saved = place.get(person.id);
    assert_eq!((saved.first_name.as_str(), saved.company.as_str()), ("Åshild", "Nordlys Kraft"));
    assert_eq!(saved.phones[1].value, "22 33 44 55");
    assert_eq!(saved.birth_date, chrono::NaiveDate::from_ymd_opt(1981, 5, 18));
    assert!(saved.position.is_some());
    let own: Vec<&str> = custom.iter().map(|field| saved.custom[&field.id].as_str()).collect();
    assert_eq!(own, ["Åssa", "3", "2020-03-01", "yes", "Gold"]);
    assert_eq!(saved.interests.len(), 3);
    assert_eq!(saved.note, "Likes cod.");
    app.click("Interests").expect("Whales").click("More").expect("1 March 2020");
    app.shot("persons-read-more");
}

#[test]
fn what_is_wrong_is_said_under_its_field_and_nothing_is_lost() {
    let place = Place::some();
    let person = place.add(ase(), None);
    let other = place.get(place.found("berg")[0]).number;
    let mut app = start(&place);
    app.message(Message::Open(person.id)).expect("Åse Ødegård-Lund").key("f2").expect_focus("card-first_name");
    app.click_id("card-email-1").key("ctrl+a").type_text("nobody");
    app.key("ctrl+s").expect("This is not an e-mail address (name@example.com).").expect_focus("card-email-1");
    app.shot("persons-edit-wrong-light");
    assert_eq!(place.get(person.id), person.content);
    app.type_text("@example.org").expect_none("This is not an e-mail address (name@example.com).");
    app.click("Details").click_id("card-number").key("ctrl+a").type_text(&other);
    app.click("Contact").key("ctrl+s").expect("Another card has this already.").expect_focus("card-number");
    app.click_id("card-number").key("ctrl+a").type_text("A-77").key("ctrl+s").expect("A-77").expect("Edit");
    assert_eq!(place.get(person.id).emails[1].value, "nobody@example.org");
    assert_eq!(place.get(person.id).number, "A-77");
}

#[test]
fn what_is_typed_while_saving_is_kept() {
    let place = Place::some();
    let person = place.add(ase(), Some(Basis::Consent));
    let mut app = start(&place);
    app.message(Message::Open(person.id)).expect("Åse Ødegård-Lund").key("f2").expect_focus("card-first_name");
    app.click_id("card-title").key("ctrl+a").type_text("Chief");
    // Something else is being written, so that saving has to wait.
    let (release, released) = std::sync::mpsc::channel::<()>();
    let busy = place.office.write(move |_| {
        let _ = released.recv();
        Ok(())
    });
    app.key("ctrl+s").click_id("card-company").key("ctrl+a").type_text("Havbruk Nord AS");
    release.send(()).unwrap();
    busy.wait().unwrap();
    app.expect_state("the first part is saved", |app| asked(app, "toast Saved"));
    let saved = place.get(person.id);
    assert_eq!((saved.title.as_str(), saved.company.as_str()), ("Chief", "Fjordfisk AS"));
    app.expect("Havbruk Nord AS").expect_state("the rest is not", |app| app.screen.unsaved());
    app.key("ctrl+s").expect("Edit").expect_state("now it is", |app| !app.screen.unsaved());
    let saved = place.get(person.id);
    assert_eq!((saved.title.as_str(), saved.company.as_str()), ("Chief", "Havbruk Nord AS"));
}

#[test]
fn opening_the_card_that_is_edited_does_not_hide_what_is_unsaved() {
    let place = Place::some();
    let person = place.add(ase(), Some(Basis::Consent));
    let mut app = start(&place);
    app.message(Message::Open(person.id)).expect("Åse Ødegård-Lund").key("f2").expect_focus("card-first_name");
    app.click_id("card-title").key("ctrl+a").type_text("Chief");
    app.message(Message::Command(Command::Open)).expect("Chief");
    assert!(app.state().screen.unsaved());
    app.message(Message::Open(person.id)).expect("Chief");
    assert!(app.state().screen.unsaved());
}

#[test]
fn leaving_with_unsaved_changes_asks() {
    let place = Place::some();
    let person = place.add(ase(), Some(Basis::Consent));
    let other = place.found("berg")[0];
    let question = "Save the changes to Åse Ødegård-Lund?";
    let mut app = start(&place);
    app.message(Message::Open(person.id)).expect("Åse Ødegård-Lund").key("f2").expect_focus("card-first_name");
    app.key("escape").expect("Edit").expect_none(question);
    app.key("f2").click_id("card-title").key("ctrl+a").type_text("Chief");
    app.key("escape").expect(question).expect_focus("unsaved-stay");
    app.shot("persons-unsaved");
    app.key("escape").expect_none(question).expect("Chief");
    app.message(Message::Open(other)).expect(question).click("Keep editing").expect("Chief");
    assert_eq!(app.state().screen.shown(), Some(person.id));
    app.message(Message::Open(other)).click("Save changes").expect_none(question);
    app.expect_state("the other card is open", |app| app.screen.shown() == Some(other));
    assert_eq!(place.get(person.id).title, "Chief");
    app.message(Message::Open(person.id)).expect("Åse Ødegård-Lund").key("f2").expect_focus("card-first_name");
    app.click_id("card-title").key("ctrl+a").type_text("Nobody");
    app.key("escape").expect(question).click("Discard changes").expect_none(question).expect("Edit");
    assert_eq!(place.get(person.id).title, "Chief");
}

#[test]
fn what_somebody_else_saved_is_shown_and_nothing_is_overwritten() {
    let place = Place::some();
    let person = place.add(ase(), Some(Basis::Consent));
    let mut app = start(&place);
    app.message(Message::Open(person.id)).expect("Åse Ødegård-Lund").key("f2").expect_focus("card-first_name");
    app.click_id("card-title").key("ctrl+a").type_text("Chief");
    let (id, seen) = (person.id, person.updated_at);
    let content = Content { company: "Aurora Reiser".into(), ..person.content };
    place.office.write(move |desk| office_persons::save(desk, id, content, seen)).wait().unwrap();
    app.message(Message::Look);
    app.expect("This card has meanwhile been changed by me. Your changes are still here.");
    app.shot("persons-changed-elsewhere");
    app.key("ctrl+s").expect("Show the new version").click("Show the new version");
    app.expect("Aurora Reiser");
    app.shot("persons-newer");
    app.click("Back to my changes").expect("Chief").expect("Aurora Reiser").key("ctrl+s");
    app.expect("Chief").expect("Aurora Reiser");
    let saved = place.get(id);
    assert_eq!((saved.title.as_str(), saved.company.as_str()), ("Chief", "Aurora Reiser"));
}

#[test]
fn a_picture_is_set_and_removed() {
    let place = Place::some();
    let person = place.add(ase(), Some(Basis::Consent));
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("picture.png");
    let shade = |x: u32, y: u32| image::Rgb([(x / 2) as u8, 90, (y / 2) as u8]);
    image::RgbImage::from_fn(400, 300, shade).save(&path).unwrap();
    let broken = dir.path().join("broken.png");
    std::fs::write(&broken, b"\x89PNG broken").unwrap();
    let mut app = start(&place);
    app.message(Message::Open(person.id)).expect("Åse Ødegård-Lund").expect("ÅØ");
    app.message(Message::File(broken)).click_id("card-picture");
    app.expect_state("it was said", |app| app.asked.iter().any(|asked| asked.starts_with("problem")));
    app.message(Message::File(path)).click_id("card-picture").expect_none("ÅØ");
    assert!(place.get(person.id).picture.is_some());
    app.shot("persons-picture");
    app.key("f2").click("Remove picture").expect("ÅØ").expect("Save");
    assert!(place.get(person.id).picture.is_none());
}

#[test]
fn switches_copies_and_links_work_at_once() {
    let place = Place::some();
    let person = place.add(ase(), None);
    let objects = Decision {
        comment: "Called on Monday.".into(),
        ..Decision::new(list::MARKETING, Basis::Objected, list::SOURCE_USER)
    };
    let id = person.id;
    place.office.write(move |desk| legal_basis::decide(desk, id, &objects, None)).wait().unwrap();
    let mut app = start(&place);
    app.message(Message::Open(id)).expect("Åse Ødegård-Lund").expect_part("Objects to");
    app.expect("Legal basis: Not documented").click_id("card-mailings");
    app.expect_state("it was saved", |app| asked(app, "toast Saved"));
    assert!(place.get(id).no_mailings);
    app.click("ase.lund@example.org").click("+47 900 11 222").click("Legal basis: Not documented");
    app.expect_state("the window was asked", |app| {
        asked(app, "outside mailto:ase.lund@example.org")
            && asked(app, "outside tel:+4790011222")
            && asked(app, "legal basis")
    });
    app.shot("persons-objected");
    let sales = Decision::new(list::SALES, Basis::Contract, list::SOURCE_USER);
    place.office.write(move |desk| legal_basis::decide(desk, id, &sales, None)).wait().unwrap();
    app.message(Message::Look).expect_part("Legal basis: Contract");
}

#[test]
fn a_given_list_is_shown_until_the_search_is_used() {
    let place = Place::some();
    let ids = place.found("berg");
    let mut app = start(&place);
    app.message(Message::List(ids.clone(), "From people.csv".into()));
    app.expect("From people.csv").expect(&format!("{} persons", ids.len()));
    app.shot("persons-given");
    app.key("ctrl+k").type_text("a").expect_none("From people.csv");
    app.message(Message::List(ids, "From people.csv".into())).expect("From people.csv").key("escape");
    app.expect("40 persons");
}

#[test]
fn an_empty_card_file_offers_the_first_step() {
    let place = Place::new();
    let mut app = start(&place);
    app.expect("Nobody here yet").expect_focus("persons-first").click("Add a person").click("Import a file");
    app.expect_state("the window was asked", |app| asked(app, "new") && asked(app, "import"));
    app.shot("persons-empty");
    place.add(ase(), None);
    app.message(Message::Look).expect("Ødegård-Lund, Åse");
}

#[test]
fn somebody_just_added_is_marked_in_the_list() {
    let place = Place::some();
    let mut app = start(&place);
    app.expect("40 persons");
    let person = place.add(ase(), Some(Basis::Consent));
    app.message(Message::Open(person.id)).expect("Åse Ødegård-Lund").expect("41 persons");
    app.expect("Ødegård-Lund, Åse");
    let after = place.found("");
    let row = after.iter().position(|id| *id == person.id).unwrap();
    // The list goes on from the new row.
    let next = after[(row + 1).min(after.len() - 1)];
    app.key("escape").expect_focus("persons-list").key("down").key("enter");
    app.expect_state("the next one is open", |app| app.screen.shown() == Some(next));
}

#[test]
fn twenty_thousand_people_scroll_to_the_end() {
    let place = Place::new();
    let all: Vec<Content> = people(20_000).collect();
    place
        .office
        .write(move |desk| {
            for content in all {
                let decision = basis_of(&content).map(|basis| Decision::new(list::SALES, basis, list::SOURCE_IMPORT));
                office_persons::add(desk, content, decision.as_ref(), list::SOURCE_IMPORT)?;
            }
            desk.changes.everything();
            Ok(())
        })
        .wait()
        .unwrap();
    let last = place.get(*place.found("").last().unwrap());
    let mut app = start(&place);
    app.expect("20,000 persons").key("ctrl+k").key("down").key("end");
    app.expect(&format!("{}, {}", last.last_name, last.first_name)).expect(&last.emails[0].value);
    app.shot("persons-many-end");
    app.key("ctrl+a").expect("20,000 selected").key("home").key("enter");
    app.expect_state("the first is open", |app| app.screen.shown().is_some());
    app.key("ctrl+k").type_text("example").expect("20,000 found");
    app.shot("persons-many-found");
}

#[test]
fn it_looks_right_in_dark_in_norwegian_and_in_a_small_window() {
    let place = Place::some();
    let person = place.add(ase(), Some(Basis::Consent));
    for (name, lang, theme, size) in [
        ("dark", Lang::En, Theme::Dark, DESK),
        ("contrast", Lang::Sv, Theme::HighContrastLight, DESK),
        ("norwegian", Lang::Nb, Theme::Light, DESK),
        ("narrow", Lang::En, Theme::Light, Size::new(1000.0, 640.0)),
    ] {
        let mut app = start_in(&place, lang, theme, size);
        app.expect_part("41");
        app.shot(&format!("persons-list-{name}"));
        app.message(Message::Open(person.id)).expect("Åse Ødegård-Lund");
        app.shot(&format!("persons-card-{name}"));
        app.key("f2").expect_focus("card-first_name");
        app.click_id("card-email-0").key("ctrl+a").type_text("x").key("ctrl+s");
        app.shot(&format!("persons-edit-{name}"));
    }
}

#[test]
fn a_field_that_is_switched_off_is_gone_from_card_form_and_list() {
    let place = Place::some();
    let person = place.add(Content { position: Some(list::Id(3_006)), ..ase() }, Some(Basis::Consent));
    let set = |place: &Place, key: &str, value: &str| {
        let (setting, value) = (settings::Setting::from_key(key).unwrap(), value.to_owned());
        place.office.write(move |desk| settings::set(desk, &setting, &value)).wait().unwrap();
    };
    set(&place, "field.position.master", "the payroll");
    let mut app = start(&place);
    app.message(Message::Open(person.id)).expect("Åse Ødegård-Lund").click("Details").expect("17 May 1980");
    app.expect("Kept in the payroll").shot("rules-details-before");
    for field in ["birth_date", "title", "emails", "note", "category"] {
        set(&place, &format!("field.{}.collect", field.trim_end_matches('s')), "no");
    }
    app.message(Message::Look).expect_none("Birth date").expect_none("17 May 1980").expect_none("Innkjøper");
    app.shot("rules-details");
    app.key("f2").expect_focus("card-first_name").expect_none("Birth date").expect_none("Title");
    app.expect("Kept in the payroll").shot("rules-edit-details");
    app.click("Contact").expect_none("Add e-mail").expect("Add phone").shot("rules-edit-contact");
    app.click_id("card-first_name").key("ctrl+a").type_text("Åshild").key("ctrl+s").expect("Åshild Ødegård-Lund");
    let kept = place.office.read(move |desk| Ok(desk.rules()?.fields.is_shown(&Field::Title))).wait().unwrap();
    assert!(!kept);
    for field in ["birth_date", "title", "email", "note", "category"] {
        set(&place, &format!("field.{field}.collect"), "yes");
    }
    let saved = place.get(person.id);
    let all = Content { first_name: "Åshild".into(), ..person.content.clone() };
    assert_eq!((saved.birth_date, &saved.title, &saved.note), (all.birth_date, &all.title, &all.note));
    assert_eq!(saved.emails.len(), all.emails.len());
}
