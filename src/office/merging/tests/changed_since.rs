//! Merges that are taken back after what was said or changed since.

use super::*;
use crate::model::attachment;
use crate::office::attached;

#[test]
fn who_wants_no_mailings_since_a_merge_wants_none_on_both_cards_when_it_is_taken_back() {
    let (_dir, office) = office();
    let two = || [("Åse", "Ødegård"), ("Aase", "Ødegaard")].map(|(first, last)| add(&office, named(first, last)));
    let refuses = |id| card(&office, id).unwrap().content.no_mailings;

    let [first, second] = two();
    let (kept, gone) = (first.id, second.id);
    let merged = office.write(move |desk| merge(desk, kept, gone, &[])).wait().unwrap();
    edit(&office, kept, |content| content.no_mailings = true);
    let undone = office.write(move |desk| undo(desk, merged.id)).wait().unwrap();
    assert_eq!((undone.held, undone.refuses_mailings), (vec![Field::NoMailings], true));
    assert!(refuses(kept) && refuses(gone));
    assert!(card(&office, gone).unwrap().updated_at > second.updated_at, "it is another card than it was");
    let entries = office.read(|desk| journal::entries(desk.db())).wait().unwrap();
    let last = entries.last().unwrap();
    assert_eq!(last.kind, Kind::PersonEdited);

    // A third card brought it, in which it had been ticked before.
    let [first, second] = two();
    let third = add(&office, Content { no_mailings: true, ..named("Ase", "Odegard") }).id;
    let (kept, gone) = (first.id, second.id);
    let merged = office.write(move |desk| merge(desk, kept, gone, &[])).wait().unwrap();
    office.write(move |desk| merge(desk, kept, third, &[])).wait().unwrap();
    let undone = office.write(move |desk| undo(desk, merged.id)).wait().unwrap();
    assert!(!undone.refuses_mailings && refuses(kept) && !refuses(gone));
}

/// Puts a picture on a card, or takes it off, and returns it.
fn set_picture(office: &Office, id: person::Id, is_there: bool) -> Option<attachment::Id> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(8, 8).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    let file = attached::Incoming { name: "p.png".into(), bytes: bytes.into_inner() };
    let file = is_there.then_some(file);
    office.write(move |desk| persons::set_picture(desk, id, file.as_ref())).wait().unwrap().content.picture
}

#[test]
fn a_picture_that_was_replaced_since_a_merge_is_on_neither_card_when_it_is_taken_back() {
    let (_dir, office) = office();
    for is_replaced in [true, false] {
        for by_step in [true, false] {
            let (first, second) = (add(&office, named("Åse", "Ødegård")).id, add(&office, named("Tor", "Berg")).id);
            set_picture(&office, second, true);
            let merged = office.write(move |desk| merge(desk, first, second, &[Field::Picture])).wait().unwrap();
            let new = set_picture(&office, first, is_replaced);
            if by_step {
                office.step(Way::Back).wait().unwrap().unwrap();
            } else {
                let undone = office.write(move |desk| undo(desk, merged.id)).wait().unwrap();
                assert_eq!((undone.held, undone.missing), (vec![Field::Picture], vec![Field::Picture]));
            }
            let pictures = [first, second].map(|id| card(&office, id).unwrap().content.picture);
            assert_eq!(pictures, [new, None]);
            let report = office.read(|desk| check::run(desk, &Progress::default())).wait().unwrap();
            assert!(report.is_empty(), "{report:?}");
        }
    }
}

#[test]
fn a_number_that_another_card_has_since_a_merge_stays_there_when_it_is_taken_back() {
    let (_dir, office) = office();
    let number = |id| card(&office, id).unwrap().content.number;
    let two = || [("Åse", "Ødegård"), ("Tor", "Berg")].map(|(first, last)| add(&office, named(first, last)).id);

    // The card that stayed was given it.
    let [first, second] = two();
    let of_second = number(second);
    let merged = office.write(move |desk| merge(desk, first, second, &[])).wait().unwrap();
    let wanted = of_second.clone();
    edit(&office, first, move |content| content.number = wanted);
    let undone = office.write(move |desk| undo(desk, merged.id)).wait().unwrap();
    assert_eq!((undone.held, undone.missing), (vec![Field::Number], vec![Field::Number]));
    assert_eq!([number(first), number(second)], [of_second, String::new()]);

    // A third one was given what the card that stayed had before.
    let [first, second] = two();
    let [of_first, of_second] = [first, second].map(number);
    let merged = office.write(move |desk| merge(desk, first, second, &[Field::Number])).wait().unwrap();
    let third = add(&office, Content { number: of_first.clone(), ..named("Kari", "Nordli") }).id;
    let undone = office.write(move |desk| undo(desk, merged.id)).wait().unwrap();
    assert_eq!((undone.held, undone.missing), (vec![Field::Number], vec![Field::Number]));
    assert_eq!([first, second, third].map(number), [of_second, String::new(), of_first]);
    let report = office.read(|desk| check::run(desk, &Progress::default())).wait().unwrap();
    assert!(report.is_empty(), "{report:?}");
}
