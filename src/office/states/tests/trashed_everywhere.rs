//! No way leads to a person in the trash, but for the trash itself: the same ways that
//! [`closed_everywhere`](super::closed_everywhere) and [`seen_everywhere`](super::seen_everywhere) list.

use super::closed_everywhere::{WAYS, rows, shows};
use super::seen_everywhere::{MORE, prepared, tells};
use crate::office::subject::Subject;
use crate::office::{Error, Progress, Rule, holding, trash};

/// What is about somebody else, and what is done to cards wherever they lie: a field that is no longer collected is
/// emptied on those in the trash as well, for they would have it again.
/// Who lies there is erased from there as from the card.
/// Who seems to be the same person is told by name, so that no second card is made.
/// Whoever sees the trash tells a person what is still held there.
/// Who lies there is held back by name where reports are made for several.
/// Holds keep people from being erased from there.
const APART: [&str; 20] = [
    "holding::add",
    "holding::lift",
    "report::plan_several",
    "report::about",
    "report::register",
    "report::draft",
    "report::hand_out",
    "report::address",
    "report::mail",
    "report::language_of",
    "erasure::plan",
    "erasure::erase",
    "erasure::can_be_mailed",
    "persons::resembling",
    "persons::add, for somebody else",
    "persons::add_from_text, for somebody else",
    "import::plan, import::carry_out, for somebody else",
    "fields::emptying_plan",
    "fields::left_behind",
    "fields::empty",
];

#[test]
fn no_way_leads_to_a_person_in_the_trash() {
    let folder = tempfile::tempdir().unwrap();
    let (_dir, office, card) = prepared(folder.path());
    let id = card.id();
    office.prepare_search().wait().unwrap();
    let deleting = office.write(move |desk| {
        let hold = holding::list(desk, Some(id), false)?.remove(0).hold.id;
        holding::lift(desk, id, hold, "over")?;
        let done = trash::put(desk, &[Subject::Persons([id].into())], false, "", &Progress::default())?;
        // Taking the deletion back is a way of its own.
        desk.collected = Default::default();
        Ok(done)
    });
    assert_eq!(deleting.wait().unwrap().persons, [id]);
    for (name, way) in WAYS.iter().chain(MORE).filter(|(name, _)| !APART.contains(name)) {
        let before = rows(&office);
        let said = match way(&office, card.clone()) {
            Ok(said) => said,
            // Rows of a file are refused one by one.
            Err(Error::Refused(Rule::InTrash | Rule::Restricted)) => String::new(),
            Err(error) => panic!("{name}: {error:?}"),
        };
        assert!(!tells(&said), "{name} shows {said}");
        assert_eq!(rows(&office), before, "{name}");
    }
    assert!(std::fs::read_dir(folder.path()).unwrap().count() <= 1, "nothing was written but the file to import");
    let alike = office.read({
        let content = card.person.content.clone();
        move |desk| crate::office::persons::resembling(desk, &content, None)
    });
    let alike = alike.wait().unwrap();
    let trashed: Vec<_> = alike.iter().filter(|one| one.is_in_trash).collect();
    assert!(trashed.len() == 1 && trashed[0].line.id == id && !shows(&format!("{trashed:?}")), "{trashed:?}");
    // Restored, each leads somewhere again.
    office.write(move |desk| trash::restore(desk, &[crate::model::trash::Record::Person(id)])).wait().unwrap();
    let (name, way) = WAYS[0];
    assert!(tells(&way(&office, card.clone()).unwrap()), "{name}");
    assert!(office.find_first("geheim").unwrap().ids.contains(&id));
}
