//! Backups and the journal in the window: made, listed, failing, restored in three clicks.

use std::path::PathBuf;

use kartotek::app::Launch;
use kartotek::i18n::Lang;
use kartotek::model::list;
use kartotek::model::person::Content;
use kartotek::office::{Office, backup, persons};
use kartotek::vault::Passphrase;

use super::start::{GOOD, World};

impl World {
    fn launch(&self, lang: Lang) -> Launch {
        Launch { vault: Some(self.path().join("Kartotek")), lang: Some(lang), demo: false }
    }

    fn open(&self) -> Office {
        Office::open(&self.path().join("Kartotek"), "me", &Passphrase::new(GOOD), Lang::En).unwrap()
    }

    /// Makes a card file with people in it, and as many backups.
    fn with_people(&self, backups: usize) {
        self.make("Kartotek");
        let office = self.open();
        for name in ["Ødegård", "Nordli", "Berg"] {
            let content = Content { first_name: "Kari".into(), last_name: name.into(), ..Content::default() };
            office.write(move |desk| persons::add(desk, content, None, list::SOURCE_USER)).wait().unwrap();
        }
        for _ in 0..backups {
            backup::make(&office, backup::Reason::BeforeImport).unwrap();
        }
        office.close();
    }

    pub(super) fn look(&self, brightness: &str) {
        std::fs::create_dir_all(self.path().join("settings")).unwrap();
        let window = format!(r#"{{"brightness": "{brightness}"}}"#);
        std::fs::write(self.path().join("settings/window.json"), window).unwrap();
    }

    fn backups(&self) -> Vec<PathBuf> {
        let folder = std::fs::read_dir(self.path().join("Kartotek/backups")).unwrap();
        folder.map(|entry| entry.unwrap().path()).collect()
    }
}

#[test]
fn a_backup_is_one_click_away_and_listed() {
    let world = World::new();
    world.with_people(2);
    let mut app = world.start_with(world.launch(Lang::En));
    app.type_text(GOOD).key("enter").expect("Persons").key("ctrl+,").click("Card file and backups");
    app.expect("Backups").expect("Before an import").click("Back up now");
    app.expect("The backup was made and checked.").expect("On request").shot("backups");
    assert_eq!(world.backups().len(), 3);
    // One that is kept for itself.
    let file = world.path().join("away.kartotek-backup");
    world.outside.answer(&file);
    app.click("Save a backup elsewhere…").expect_state("the file is there", |_| file.exists());
    // Another folder, and back.
    let drive = world.path().join("drive");
    std::fs::create_dir(&drive).unwrap();
    world.outside.answer(&drive);
    app.click("Choose folder…")
        .expect(drive.to_str().unwrap())
        .expect("There are no backups yet. The first one is made today.");
    app.click("Keep them with the card file").expect("On request");
    // The journal tells of it.
    app.wheel("Keeping", 9.0)
        .click("Journal")
        .expect("Backup made")
        .expect("Settings changed")
        .click("Check the journal");
    app.expect("The journal is intact").shot("journal");
}

#[test]
fn backups_and_journal_in_norwegian_and_in_the_dark() {
    for (brightness, lang, name) in
        [("light", Lang::Nb, "nb"), ("dark", Lang::Nb, "nb-dark"), ("dark", Lang::Sv, "sv-dark")]
    {
        let world = World::new();
        world.look(brightness);
        world.with_people(1);
        let mut app = world.start_with(world.launch(lang));
        let (page, now, check) = if lang == Lang::Nb {
            ("Fil og sikkerhetskopier", "Sikkerhetskopier nå", "Kontroller journalen")
        } else {
            ("Fil och säkerhetskopior", "Säkerhetskopiera nu", "Kontrollera journalen")
        };
        app.type_text(GOOD)
            .key("enter")
            .expect_focus("persons-list")
            .key("ctrl+,")
            .click(page)
            .click(now)
            .shot(&format!("backups-{name}"));
        app.wheel(page, 9.0).click("Journal").click(check).shot(&format!("journal-{name}"));
    }
}

#[test]
fn a_backup_that_failed_is_said_with_the_last_good_one() {
    for (brightness, lang, name) in [("light", Lang::En, "en"), ("dark", Lang::Nb, "nb-dark")] {
        let world = World::new();
        world.look(brightness);
        world.with_people(0);
        let office = world.open();
        let drive = world.path().join("drive");
        std::fs::create_dir(&drive).unwrap();
        let folder = drive.clone();
        office.write(move |desk| backup::set_folder(desk, Some(&folder))).wait().unwrap();
        backup::make(&office, backup::Reason::Daily).unwrap();
        std::fs::rename(&drive, world.path().join("unplugged")).unwrap();
        assert!(backup::make(&office, backup::Reason::Daily).is_err());
        office.close();

        let mut app = world.start_with(world.launch(lang));
        app.type_text(GOOD).key("enter");
        let (failed, again) = if lang == Lang::En {
            ("No backup could be made", "Try again")
        } else {
            ("Ingen sikkerhetskopi kunne lages", "Prøv igjen")
        };
        app.expect(failed).click(again).expect(failed).shot(&format!("backup-failed-{name}"));
        std::fs::rename(world.path().join("unplugged"), &drive).unwrap();
        app.click(again).expect_none(failed);
    }
}

#[test]
fn a_backup_is_restored_in_three_clicks() {
    for (brightness, lang, name) in [("light", Lang::En, "en"), ("dark", Lang::Nb, "nb-dark")] {
        let world = World::new();
        world.look(brightness);
        world.with_people(1);
        let before = std::fs::read(world.path().join("Kartotek/vault.db")).unwrap();
        let mut app = world.start_with(Launch { lang: Some(lang), ..Launch::default() });
        app.shot(&format!("restore-start-{name}"));
        let (restore, go, persons, folder) = if lang == Lang::En {
            ("Restore a backup", "Restore and open", "Persons", "Kartotek restored")
        } else {
            ("Gjenopprett en sikkerhetskopi", "Gjenopprett og åpne", "Personer", "Kartotek gjenopprettet")
        };
        world.outside.answer(&world.backups()[0]);
        app.click(restore).expect_focus("restore-secret").type_text("guess").click(go);
        app.expect_focus("restore-secret").shot(&format!("restore-{name}"));
        app.key("ctrl+a").type_text(GOOD).click(go).expect(persons).expect("Ødegård, Kari");
        app.shot(&format!("restored-{name}"));
        assert!(world.path().join(folder).join("vault.db").exists());
        assert_eq!(
            std::fs::read(world.path().join("Kartotek/vault.db")).unwrap(),
            before,
            "the present one is untouched"
        );
    }
}

#[test]
fn a_backup_that_is_opened_by_its_file_is_restored_beside_what_is_there() {
    let world = World::new();
    world.with_people(1);
    let before = std::fs::read(world.path().join("Kartotek/vault.db")).unwrap();
    let mut app = world.start_to_restore(world.launch(Lang::En), &world.backups()[0]);
    app.expect_focus("restore-secret").shot("restore-by-file");
    app.type_text(GOOD).click("Restore and open").expect("Ødegård, Kari");
    assert_eq!(std::fs::read(world.path().join("Kartotek/vault.db")).unwrap(), before);
    let made = std::fs::read_dir(world.path()).unwrap().map(|entry| entry.unwrap().path());
    assert_eq!(made.filter(|path| path.join("vault.db").exists()).count(), 2, "the present one and the restored one");
}

#[test]
fn a_backup_is_restored_from_the_list_in_three_clicks() {
    for (brightness, lang, name) in [("light", Lang::En, "en"), ("dark", Lang::Nb, "nb-dark")] {
        let world = World::new();
        world.look(brightness);
        world.with_people(1);
        let mut app = world.start_with(world.launch(lang));
        app.type_text(GOOD).key("enter").expect_focus("persons-list");
        let (page, restore, choose, go, known) = if lang == Lang::En {
            ("Card file and backups", "Restore…", "Choose folder…", "Restore and open", "Before an import")
        } else {
            ("Fil og sikkerhetskopier", "Gjenopprett…", "Velg mappe…", "Gjenopprett og åpne", "Før en import")
        };
        let drive = world.path().join("drive");
        std::fs::create_dir(&drive).unwrap();
        app.key("ctrl+,").click(page).expect(known).shot(&format!("backups-restore-{name}"));
        // Which one, where, and done.
        world.outside.answer(&drive);
        app.click(restore).expect_focus("restore-secret").type_text(GOOD).click(choose).click(go);
        app.expect("Ødegård, Kari").shot(&format!("restored-from-list-{name}"));
        let restored = std::fs::read_dir(&drive).unwrap().chain(std::fs::read_dir(world.path()).unwrap());
        let restored = restored.map(|entry| entry.unwrap().path()).filter(|path| path.join("vault.db").exists());
        assert_eq!(restored.count(), 2, "the present one and the restored one");
    }
}

#[test]
fn whoever_restores_nothing_is_back_where_they_were() {
    let world = World::new();
    world.with_people(1);
    let mut app = world.start_with(world.launch(Lang::En));
    // From the passphrase, and back to it.
    world.outside.answer(&world.backups()[0]);
    app.expect_focus("unlock-passphrase").shot("unlock-restore");
    app.click("Restore a backup…");
    app.expect_focus("restore-secret").click("Back").expect_focus("unlock-passphrase");
    app.type_text(GOOD).key("enter").expect("Persons");
    // From the palette to the list; from another file to the card file, which asks for its passphrase again.
    app.key("ctrl+shift+p").type_text("restore").key("enter").expect("Before an import");
    world.outside.answer(&world.backups()[0]);
    app.click("Restore another one…").expect_focus("restore-secret").key("escape");
    app.expect_focus("unlock-passphrase").type_text(GOOD).key("enter").expect("Ødegård, Kari");
}

#[test]
fn what_is_no_backup_is_said_and_another_can_be_picked() {
    let world = World::new();
    world.with_people(1);
    let letter = world.path().join("letter.txt");
    std::fs::write(&letter, "Dear Kari").unwrap();
    let mut app = world.start_with(Launch { lang: Some(Lang::En), ..Launch::default() });
    world.outside.answer(&letter);
    app.click("Restore a backup").expect_part("This file is not a backup of Kartotek.").shot("restore-foreign");
    world.outside.answer(&world.backups()[0]);
    app.click("Choose backup…").expect_focus("restore-secret").click("Open with the recovery key");
    app.expect("Recovery key").key("escape").expect("Welcome to Kartotek");
}

#[test]
fn a_damaged_card_file_is_set_aside_and_the_newest_backup_restored() {
    let world = World::new();
    world.with_people(1);
    let database = world.path().join("Kartotek/vault.db");
    let mut bytes = std::fs::read(&database).unwrap();
    bytes[1_000] ^= 1;
    std::fs::write(&database, &bytes).unwrap();
    let mut app = world.start_with(world.launch(Lang::En));
    app.type_text(GOOD)
        .key("enter")
        .expect_part("The card file is damaged")
        .expect("Restore it…")
        .shot("restore-instead");
    // What helps is the main button; to be asked again does not.
    app.expect("Try again").expect_none("Open");
    app.click("Restore it…").expect_focus("restore-secret").type_text(GOOD);
    app.click("Put the damaged card file aside, under another name, and restore in its place").shot("restore-in-place");
    app.click("Restore and open").expect("Ødegård, Kari");
    let aside = std::fs::read_dir(world.path()).unwrap().map(|entry| entry.unwrap().path());
    let aside = aside.into_iter().find(|path| path.to_string_lossy().contains("Kartotek damaged ")).unwrap();
    assert_eq!(std::fs::read(aside.join("vault.db")).unwrap(), bytes, "it stays as it is");
}

#[test]
fn a_journal_that_was_turned_back_is_said_on_opening() {
    let world = World::new();
    world.make("Kartotek");
    let older = std::fs::read(world.path().join("Kartotek/vault.db")).unwrap();
    let office = world.open();
    let content = Content { last_name: "Berg".into(), ..Content::default() };
    office.write(|desk| persons::add(desk, content, None, list::SOURCE_USER)).wait().unwrap();
    office.close();
    std::fs::write(world.path().join("Kartotek/vault.db"), older).unwrap();
    let mut app = world.start_with(world.launch(Lang::En));
    app.type_text(GOOD).key("enter").expect("The journal is not as it was").shot("journal-departs");
    app.click("Look at the journal").resize(1100.0, 2600.0).click("Check the journal");
    app.expect_part("The journal has fewer entries").click("Accept it as it is").expect("The journal is intact");
    app.click("Close").expect_none("The journal is not as it was");
}

#[test]
fn keys_that_were_repaired_are_told_of() {
    let world = World::new();
    world.make("Kartotek");
    std::fs::write(world.path().join("Kartotek/vault.keys"), "rubbish").unwrap();
    let mut app = world.start_with(world.launch(Lang::En));
    app.type_text(GOOD).key("enter").expect("The key file was damaged and has been repaired").shot("keys-repaired");
    app.click("Close").expect_none("The key file was damaged and has been repaired").expect("Persons");
}
