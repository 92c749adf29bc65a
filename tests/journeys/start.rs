//! From the first run to the frame, back to the passphrase, and what belongs to the window.

use std::path::Path;
use std::sync::Arc;

use iced::{Program, Size};
use kartotek::app::platform::{Fake, Platform as _};
use kartotek::app::{self, App, Launch, Message};
use kartotek::i18n::Lang;
use kartotek::model::user;
use kartotek::office::{Office, setup};
use kartotek::theme::Theme;
use kartotek::vault::Passphrase;

use super::harness::{Harness, Setup};

pub(super) const GOOD: &str = "fjellrev spiser stille lapskaus";

pub(super) struct World {
    pub(super) outside: Arc<Fake>,
    folder: tempfile::TempDir,
}

impl World {
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { outside: Arc::new(Fake::new(folder.path())), folder }
    }

    /// A world in which mail is sent in a way.
    pub(super) fn with_mail(way: kartotek::office::mail::sending::Way) -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { outside: Arc::new(Fake::new(folder.path()).with_mail(way)), folder }
    }

    pub(super) fn path(&self) -> &Path {
        self.folder.path()
    }

    fn start(&self) -> Harness<impl Program<State = App, Message = Message, Theme = Theme> + use<>> {
        self.start_with(Launch { lang: Some(Lang::En), ..Launch::default() })
    }

    pub(super) fn start_with(
        &self,
        launch: Launch,
    ) -> Harness<impl Program<State = App, Message = Message, Theme = Theme> + use<>> {
        let setup = Setup { size: Size::new(1100.0, 720.0), ..Setup::default() };
        Harness::start_with(app::program(launch, self.outside.clone()), setup)
    }

    pub(super) fn start_to_restore(
        &self,
        launch: Launch,
        backup: &Path,
    ) -> Harness<impl Program<State = App, Message = Message, Theme = Theme> + use<>> {
        let setup = Setup { size: Size::new(1100.0, 720.0), ..Setup::default() };
        Harness::start_with(app::program_to_restore(launch, backup.to_owned(), self.outside.clone()), setup)
    }

    /// Makes a card file without the window; the recovery key counts as typed back.
    pub(super) fn make(&self, name: &str) -> String {
        let (office, key) = Office::create(&self.path().join(name), &Passphrase::new(GOOD), Lang::En).unwrap();
        office.write(setup::confirm_recovery).wait().unwrap();
        office.close();
        key.to_string()
    }
}

/// Goes from the three choices to the recovery key, and returns its groups.
fn create<P: Program + 'static>(app: &mut Harness<P>) -> Vec<String> {
    app.click("Create my card file").expect_focus("create-folder").key("enter");
    app.expect_focus("passphrase-new").type_text(GOOD).key("enter");
    app.expect_focus("passphrase-again").type_text(GOOD).key("enter");
    app.expect("Write down the recovery key");
    let is_group =
        |text: &String| text.len() == 4 && text.chars().all(|sign| sign.is_ascii_digit() || sign.is_ascii_uppercase());
    let groups: Vec<String> = app.texts().into_iter().filter(is_group).collect();
    assert_eq!(groups.len(), 9);
    groups
}

/// Types the groups that are asked for.
pub(super) fn type_back<P: Program + 'static>(app: &mut Harness<P>, groups: &[String]) {
    let asked = app.texts().into_iter().filter_map(|text| text.strip_prefix("Group ")?.parse::<usize>().ok());
    let asked: Vec<usize> = asked.collect();
    assert_eq!(asked.len(), 4);
    for group in asked {
        app.type_text(&groups[group - 1].to_lowercase()).key("enter");
    }
}

#[test]
fn from_the_first_run_to_the_frame() {
    let world = World::new();
    let mut app = world.start();
    app.expect("Welcome to Kartotek").expect("Try it with sample persons").shot("start-welcome");

    app.click("Create my card file").expect("Where should it be?").shot("start-place");
    app.key("enter").expect_focus("passphrase-new").type_text("passord").key("enter").key("enter");
    app.expect("Please choose one that is harder to guess.").shot("start-weak");
    app.key("escape").expect("Where should it be?").key("escape").expect("Welcome to Kartotek");

    let groups = create(&mut app);
    app.shot("start-recovery");
    app.click("Copy key");
    assert_eq!(app.clipboard(), Some(groups.join("-").as_str()));
    let sheet = world.path().join("key.txt");
    world.outside.answer(&sheet);
    app.click("Save as text file…").expect("The recovery key was saved. Print the file, then delete it.");
    assert!(std::fs::read_to_string(sheet).unwrap().contains(&groups.join("-")));

    app.click("I have written it down").expect("Type the recovery key").expect_focus("recovery-1");
    for _ in 0..4 {
        app.type_text("0000").key("enter");
    }
    app.expect_part("This is not the key that was shown.").shot("start-type-back");
    app.click("Show the key again").click("I have written it down");
    type_back(&mut app, &groups);
    app.expect("Persons").expect("Lock").shot("frame");

    app.key("ctrl+shift+l").expect("Open the card file");
    let folder = world.path().join("Kartotek");
    let office = Office::open(&folder, user::FIRST, &Passphrase::new(GOOD), Lang::En).unwrap();
    assert!(office.read(|desk| setup::recovery_confirmed(desk)).wait().unwrap());
    office.close();
}

#[test]
fn a_key_left_for_later_is_asked_for_before_the_first_import() {
    let world = World::new();
    let mut app = world.start();
    let groups = create(&mut app);
    app.click("I have written it down").click("Later, before the first import").expect("Persons");
    app.key("ctrl+i").expect("First type your recovery key back").click("Type it back");
    app.expect("Type the recovery key").shot("recovery-later");
    app.type_text("1234").key("enter").expect_part("A recovery key has 36 letters and digits, this has 4.");
    let other = World::new().make("other");
    app.key("ctrl+a").type_text(&other).key("enter").expect_part("This is not the recovery key of this card file.");
    app.key("ctrl+a").type_text(&groups.join(" ")).key("enter");
    app.expect_none("Type the recovery key").expect_none("First type your recovery key back");
}

#[test]
fn a_wrong_passphrase_is_told_and_waits() {
    let world = World::new();
    world.make("Kartotek");
    let launch = Launch { vault: Some(world.path().join("Kartotek")), lang: Some(Lang::En), demo: false };
    let mut app = world.start_with(launch);
    app.expect("Open the card file").expect_focus("unlock-passphrase");
    app.type_text("wrong").key("enter").expect_part("This is not the passphrase.").expect_focus("unlock-passphrase");
    app.type_text("wrong again").key("enter").expect_part("Please wait one second").shot("unlock-wrong");
    app.expect_none("Please wait one second before trying again.");
    app.key("ctrl+a").type_text(GOOD).key("enter").expect("Persons");
}

#[test]
fn a_forgotten_passphrase_is_replaced_with_the_recovery_key() {
    let world = World::new();
    let key = world.make("Kartotek");
    let launch = Launch { vault: Some(world.path().join("Kartotek")), lang: Some(Lang::En), demo: false };
    let mut app = world.start_with(launch.clone());
    app.click("Open with the recovery key").expect_focus("unlock-key").type_text(&key).key("enter");
    app.expect("Choose a new passphrase").expect_focus("passphrase-new").shot("unlock-new-passphrase");
    let new = "tre grønne hester danser sakte";
    app.type_text(new).key("enter").type_text(new).key("enter").expect("Persons");
    app.click("Lock").expect_focus("unlock-passphrase").type_text(new).key("enter").expect("Persons");
}

#[test]
fn closed_and_opened_again_it_is_as_it_was() {
    let world = World::new();
    world.make("mine");
    let mut app = world.start();
    app.click("Open").expect_focus("locate-folder");
    world.outside.answer(world.path());
    app.click("Choose folder…").expect_part("There is no card file in this folder.").shot("locate-none");
    world.outside.answer(world.path().join("mine"));
    app.click("Choose folder…").expect_focus("unlock-passphrase").type_text(GOOD).key("enter").expect("Persons");
    app.key("ctrl+,")
        .expect("Language")
        .click("Svenska")
        .expect("Inställningar")
        .click("Mörkt")
        .shot("settings-sv-dark");
    app.key("ctrl+=").key("ctrl+=").expect("120 %");
    app.close().expect("Stänger kartoteket…").expect_end();
    drop(app);

    let mut app = world.start_with(Launch::default());
    app.expect("Öppna kartoteket").type_text(GOOD).key("enter").expect("Personer").key("ctrl+,").expect("120 %");
    app.key("ctrl+0").expect("100 %").key("ctrl+-").expect("90 %");
}

#[test]
fn a_card_file_in_use_says_so() {
    let world = World::new();
    world.make("Kartotek");
    let folder = world.path().join("Kartotek");
    let held = Office::open(&folder, user::FIRST, &Passphrase::new(GOOD), Lang::En).unwrap();
    let mut app = world.start_with(Launch { vault: Some(folder), lang: Some(Lang::En), demo: false });
    app.type_text(GOOD).key("enter").expect_part("This card file is already open, in another window");
    held.close();
    app.key("enter").expect("Persons");
}

#[test]
fn a_second_start_brings_the_window_to_the_front() {
    let world = World::new();
    world.make("Kartotek");
    world.make("other");
    let folder = world.path().join("Kartotek");
    let ring = || while !world.outside.doorbell(&folder).ring() {};
    let mut app = world.start_with(Launch { vault: Some(folder.clone()), lang: Some(Lang::En), demo: false });
    app.expect("Open the card file");
    ring();
    app.expect_in_front(1).type_text(GOOD).key("enter").expect("Persons");
    ring();
    app.expect_in_front(2);
    assert!(!world.outside.doorbell(&world.path().join("other")).ring());
    app.click("Lock").expect("Open the card file");
    ring();
    app.expect_in_front(3);
}

#[test]
fn sample_people_go_when_the_window_closes() {
    let world = World::new();
    let mut app = world.start_with(Launch { lang: Some(Lang::En), demo: true, vault: None });
    app.expect("Sample persons – nothing here is real").shot("frame-sample");
    assert!(world.path().join("sample").exists());
    app.expect_none("Lock").key("ctrl+shift+l").expect_part("Sample persons are not locked").shot("toast");
    app.key("ctrl+i").expect_none("First type your recovery key back");
    app.close().expect_end();
    app.expect_state("the sample is gone", |_| !world.path().join("sample").exists());
    assert!(!std::fs::read_to_string(world.path().join("settings/window.json")).unwrap().contains("sample"));
}

#[test]
fn help_and_about_are_one_key_or_click_away() {
    let world = World::new();
    world.make("Kartotek");
    let launch = Launch { vault: Some(world.path().join("Kartotek")), lang: Some(Lang::Nb), demo: false };
    let mut app = world.start_with(launch);
    app.shot("unlock-nb");
    app.key("f1").expect_part("Hjelp: ").shot("help-unlock-nb");
    app.key("escape").type_text(GOOD).key("enter").expect("Personer");
    app.key("f1").expect("Hjelp: Personer").shot("help-persons-nb");
    app.key("f1").expect_none("Hjelp: Personer");
    app.key("ctrl+,").expect("Språk").shot("settings-nb");
    app.click("Om").expect_part("Det gir ikke juridiske råd").shot("about-nb");
    app.key("escape").key("escape").expect_none("Språk");
}

#[test]
fn where_the_system_has_no_dialog_the_path_is_typed() {
    let world = World::new();
    world.make("mine");
    let mut app = world.start();
    app.click("Open")
        .click("Choose folder…")
        .expect("The system shows no dialog for choosing files. Type the full path.");
    app.type_text("mine")
        .key("enter")
        .expect("This is not a full path. It begins at the root of the disk.")
        .shot("path");
    let folder = world.path().join("mine");
    app.key("ctrl+a").type_text(folder.to_str().unwrap()).key("enter").expect_focus("unlock-passphrase");
}

#[test]
fn changes_that_are_not_saved_are_asked_about() {
    let world = World::new();
    world.make("Kartotek");
    let launch = Launch { vault: Some(world.path().join("Kartotek")), lang: Some(Lang::En), demo: false };
    let mut app = world.start_with(launch);
    app.type_text(GOOD).key("enter").expect("Persons").key("ctrl+n").expect("New person");
    app.type_text("Kari").key("tab").type_text("Nordli").click_id("new-email").type_text("kari@example.org");
    app.key("ctrl+s").expect("Kari Nordli").click_id("card-edit").key("ctrl+a").type_text("Karianne");
    app.key("ctrl+,").expect("Save the changes to Kari Nordli?").shot("unsaved");
    app.key("escape").expect_none("Save the changes to Kari Nordli?").expect("Karianne");
    // The screen's own question is the only one, whatever is pressed meanwhile, and covers the rail.
    app.key("escape")
        .expect("Save the changes to Kari Nordli?")
        .expect_none("Settings")
        .key("ctrl+,")
        .key("ctrl+n")
        .expect_none("Language");
    app.key("escape").expect_none("Save the changes to Kari Nordli?").expect("Karianne");
    app.key("escape")
        .expect("Save the changes to Kari Nordli?")
        .close()
        .settle()
        .expect("Save the changes to Kari Nordli?")
        .key("escape")
        .expect_none("Save the changes to Kari Nordli?");
    app.close()
        .expect("Save the changes to Kari Nordli?")
        .expect_focus("unsaved-stay")
        .key("escape")
        .expect_none("Save the changes to Kari Nordli?");
    app.key("ctrl+,").click("Save changes").expect("Language").key("escape").expect("Karianne Nordli");
}

#[test]
fn a_form_or_an_import_that_was_begun_is_asked_about() {
    let world = World::new();
    world.make("Kartotek");
    let launch = Launch { vault: Some(world.path().join("Kartotek")), lang: Some(Lang::En), demo: false };
    let mut app = world.start_with(launch.clone());
    app.type_text(GOOD).key("enter").expect("Persons").key("ctrl+n").expect("New person").type_text("Kari");
    app.close().expect("Leave the form?").shot("unsaved-form");
    app.key("escape").expect("Kari");
    for _ in 0..2 {
        app.key("escape").expect("What you typed is not saved yet.").key("escape").expect("Add person").expect("Kari");
    }
    app.key("escape").click("Discard changes").expect_none("Add person");

    app.key("ctrl+,").click("Fields").click("New field").type_text("Nickname").close().expect("Leave the form?");
    app.click("Keep editing").expect("Nickname");
    for _ in 0..2 {
        app.key("escape").expect("Leave the form?").expect_focus("unsaved-stay").key("escape").expect("Nickname");
    }
    app.key("escape").click("Discard it").expect_none("Nickname").key("escape");

    let file = world.path().join("people.csv");
    std::fs::write(&file, "First name,Last name\nÅse,Ødegård\n").unwrap();
    app.drop_file(&file).expect("Column in the file").key("ctrl+,").click("Language and look").expect("Language");
    app.click("Lock").expect("Leave the import?").click("Go on with it").expect("Language");
    // The import is spoken of in the new language, too.
    app.click("Svenska").click("Import").expect("Fortsätt").expect_none("Column in the file");
    app.close().expect("Lämna importen?").click("Lämna").expect_end();
}

#[test]
fn closing_with_a_key_that_is_not_written_down_is_asked_about() {
    let world = World::new();
    let mut app = world.start();
    create(&mut app);
    app.close().expect("The recovery key has not been written down").shot("unsaved-key");
    app.click("Back to the key").expect("Write down the recovery key");
    app.close().click("Close without it").expect_end();
    let office = Office::open(&world.path().join("Kartotek"), user::FIRST, &Passphrase::new(GOOD), Lang::En).unwrap();
    office.close();
}

#[test]
fn the_start_page_in_the_dark_and_in_three_languages() {
    let world = World::new();
    std::fs::create_dir_all(world.path().join("settings")).unwrap();
    let dark = r#"{"brightness": "dark"}"#;
    std::fs::write(world.path().join("settings/window.json"), dark).unwrap();
    let mut app = world.start();
    app.shot("start-welcome-dark");
    app.click("Norsk bokmål").expect("Velkommen til Kartotek").shot("start-welcome-nb-dark");
    app.click("Svenska").expect("Välkommen till Kartotek").resize(960.0, 600.0).shot("start-welcome-sv-dark");
    app.click("English");
    create(&mut app);
    app.shot("start-recovery-dark");
}
