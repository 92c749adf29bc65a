//! Taking back that a card was added, and adding it again.

use super::whole;
use crate::model::basis::{self, Basis, Entry};
use crate::model::field::Field;
use crate::model::person::{Content, Id, Person};
use crate::model::user::Right;
use crate::model::{Moment, Reason, subscription};
use crate::office::undo::{Inverse, Way};
use crate::office::{Desk, Error, Rule, companies, mail};
use crate::store;
use crate::store::packed;

/// A card that was added and taken away again, as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    person: Person,
    journal_ref: i64,
    ledger: Vec<Entry>,
    /// What was answered to types of mailings and taken back.
    answers: Vec<subscription::Entry>,
    /// What adding it entered in the ledger.
    entries: Vec<basis::Id>,
}

/// What a card has from the beginning, and marks of the users' own; anything else was added to it since.
const OWN: [&str; 10] = [
    "person",
    "email",
    "phone",
    "address",
    "person_interest",
    "custom_value",
    "ledger",
    "subscription",
    "favourite",
    "seen",
];

/// What hangs on a card whose notice waits to be sent: it goes with the card, as does the code in it.
const NOTICE: [&str; 3] = ["notice", "outbox", "token"];

/// Removes a card that was added, and answers what adds it again; `entries` is what adding it entered in the ledger.
///
/// # Errors
/// [`Error::ChangedMeanwhile`] where somebody changed it since `seen`; [`Rule::CardInUse`] where anything was added to
/// it.
pub(in crate::office) fn take_away(
    desk: &mut Desk<'_>,
    id: Id,
    seen: Moment,
    entries: Vec<basis::Id>,
    way: Way,
) -> Result<Inverse, Error> {
    desk.require(Right::Create)?;
    // What the office does not show is kept all the same.
    let person = whole(desk, id)?;
    if person.updated_at != seen {
        return Err(Error::ChangedMeanwhile(id));
    }
    let packed = packed::pack(desk.db(), id)?;
    let ledger = store::ledger::of_person(desk.db(), id)?;
    // A decision that was taken back is no more than a void row and the one it strikes.
    let standing = basis::history(&ledger).into_iter().filter(|row| row.struck_by.is_none()).map(|row| row.entry);
    let decided: Vec<basis::Id> = standing.filter(|row| row.basis != Basis::Void).map(|row| row.id).collect();
    // So is an answer that was taken back.
    let answers = store::subscriptions::of_person(desk.db(), id)?;
    let is_answered = answers.iter().any(|row| subscription::current(&answers, row.kind).is_some());
    let has_left = store::outbox::has_left(desk.db(), id)?;
    let is_own = |table: &str| OWN.contains(&table) || (!has_left && NOTICE.contains(&table));
    let is_as_added = packed::counts(&packed).iter().all(|(table, _)| is_own(table))
        && !is_answered
        && decided.len() == entries.len()
        && decided.iter().all(|id| entries.contains(id));
    if !is_as_added {
        return Err(Error::Refused(Rule::CardInUse));
    }
    let journal_ref = store::persons::journal_ref(desk.db(), id)?.ok_or(Error::NoPerson(id))?;
    desk.note_person(way.kind(), id, Vec::new())?;
    store::persons::erase(desk.db(), id)?;
    if let Some(company) = person.company {
        companies::remove_if_unused(desk, company)?;
    }
    desk.changes.removed.push(id);
    Ok(Inverse::PersonRemoved { card: Box::new(Card { person, journal_ref, ledger, answers, entries }) })
}

/// Adds a card again that was taken away, as it was, and answers what takes it away.
///
/// # Errors
/// [`Error::Invalid`] where it cannot be as it was: another card has its number by now, or an item is gone from a list.
pub(in crate::office) fn bring_back(desk: &mut Desk<'_>, card: Card, way: Way) -> Result<Inverse, Error> {
    desk.require(Right::Create)?;
    let Card { mut person, journal_ref, ledger, answers, entries } = card;
    let (id, seen) = (person.id, person.updated_at);
    super::prepare(desk, &mut person.content, None)?;
    let Content { number, first_name, last_name, .. } = &person.content;
    if store::persons::with_number(desk.db(), number)?.is_some() {
        return Err(Error::invalid(Field::Number, Reason::Taken));
    }
    let sort_key = desk.sort_keys()?.name_key(last_name, first_name);
    person.company = super::at_company(desk, &person.content)?;
    store::persons::put_back(desk.db(), &person, journal_ref, &sort_key)?;
    for entry in &ledger {
        store::ledger::insert(desk.db(), entry)?;
    }
    for answer in &answers {
        store::subscriptions::insert(desk.db(), answer)?;
    }
    desk.note_person(way.kind(), id, Vec::new())?;
    mail::notices::on_registration(desk, id, person.source)?;
    person.company.into_iter().for_each(|company| desk.changes.company(company));
    desk.changes.person(id);
    Ok(Inverse::PersonAdded { id, seen, entries })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::activity;
    use crate::model::basis::Decision;
    use crate::model::contact::Labelled;
    use crate::model::journal::Kind;
    use crate::model::list;
    use crate::model::setting::Setting;
    use crate::office::tests::{add, named, office};
    use crate::office::{Office, activities, check, journal, legal_basis, persons, settings};

    fn card(office: &Office, id: Id) -> Option<Person> {
        office.read(move |desk| Ok(store::persons::get(desk.db(), id)?)).wait().unwrap()
    }

    fn ledger(office: &Office, id: Id) -> Vec<Entry> {
        office.read(move |desk| Ok(store::ledger::of_person(desk.db(), id)?)).wait().unwrap()
    }

    fn step(office: &Office, way: Way) -> Kind {
        office.step(way).wait().unwrap().unwrap().kind
    }

    /// Somebody of whom everything is known that can be typed on a new card.
    fn known() -> Content {
        let mut content =
            Content { company: "Fjordfisk AS".into(), note: "Likes fish.".into(), ..named("Åse", "Ødegård") };
        content.emails.push(Labelled::new(None, "ase@example.org".into()));
        content.interests.push(list::shipped_id(list::List::Interest, "products").unwrap());
        content
    }

    #[test]
    fn what_is_not_shown_comes_back_as_well() {
        let (_dir, office) = office();
        let first = add(&office, known());
        let collect = Setting::from_key("field.note.collect").unwrap();
        office.write(move |desk| settings::set(desk, &collect, "no")).wait().unwrap();
        assert_eq!(step(&office, Way::Back), Kind::PersonAdded);
        assert_eq!(step(&office, Way::Again), Kind::PersonAdded);
        assert_eq!(card(&office, first.id).unwrap().content.note, "Likes fish.");
    }

    #[test]
    fn a_card_added_by_hand_is_taken_away_and_added_again_as_it_was() {
        let (_dir, office) = office();
        let first = add(&office, known());
        let (id, rows) = (first.id, ledger(&office, first.id));
        office.write(move |desk| persons::edit(desk, id, &[(Field::Title, "Buyer".into())])).wait().unwrap();
        let consent = Decision::new(list::MARKETING, Basis::Consent, list::SOURCE_USER);
        office.write(move |desk| legal_basis::decide(desk, id, &consent, None)).wait().unwrap();
        for _ in 0..2 {
            assert_eq!(step(&office, Way::Back), Kind::BasisSet);
            assert_eq!(step(&office, Way::Back), Kind::PersonEdited);
            let before = (card(&office, id).unwrap(), ledger(&office, id));
            assert_eq!(step(&office, Way::Back), Kind::PersonAdded);
            assert_eq!(card(&office, id), None);
            let companies = office.find_companies("", Default::default()).wait().unwrap().ids;
            assert!(companies.is_empty(), "nobody names it any more");
            assert_eq!(step(&office, Way::Again), Kind::PersonAdded);
            let back = card(&office, id).unwrap();
            assert_eq!((&back.content, back.created_at), (&first.content, first.created_at));
            assert_eq!(Person { company: before.0.company, ..back }, before.0);
            assert_eq!(ledger(&office, id), before.1);
            assert!(before.1.starts_with(&rows));
            assert_eq!(step(&office, Way::Again), Kind::PersonEdited);
            assert_eq!(card(&office, id).unwrap().content.title, "Buyer");
            assert_eq!(step(&office, Way::Again), Kind::BasisSet);
        }
        assert_eq!(office.find("ase", Default::default()).wait().unwrap().ids[..], [id]);
        let entries = office.read(|desk| journal::entries(desk.db())).wait().unwrap();
        let of_card = |kind| {
            let added = entries.iter().find(|entry| entry.kind == Kind::PersonAdded).unwrap();
            entries.iter().filter(|entry| entry.kind == kind && entry.subject == added.subject).count()
        };
        assert_eq!((of_card(Kind::TakenBack), of_card(Kind::DoneAgain)), (6, 6), "all under the same number");
        assert!(office.read(|desk| check::run(desk, &Default::default())).wait().unwrap().is_empty());
    }

    #[test]
    fn a_card_to_which_something_was_added_stays() {
        type Adds = fn(&mut Desk<'_>, Id) -> Result<(), Error>;
        let table: [Adds; 3] = [
            |desk, id| {
                let now = desk.now();
                let call = activity::Content { person: Some(id), ..activity::Content::new(list::ACTIVITY_CALL, now) };
                activities::add(desk, call).map(|_| desk.collected = Default::default())
            },
            |desk, id| {
                let consent = Decision::new(list::MARKETING, Basis::Consent, list::SOURCE_USER);
                legal_basis::enter(desk, id, &consent, None).map(|_| ())
            },
            // What it was added with holds no longer.
            |desk, id| {
                let void = Decision::new(list::SALES, Basis::Void, list::SOURCE_USER);
                legal_basis::enter(desk, id, &void, None).map(|_| ())
            },
        ];
        for adds in table {
            let (_dir, office) = office();
            let before = add(&office, named("Tor", "Øverland")).id;
            let id = add(&office, named("Åse", "Ødegård")).id;
            office.write(move |desk| adds(desk, id)).wait().unwrap();
            assert!(matches!(office.step(Way::Back).wait(), Err(Error::Refused(Rule::CardInUse))));
            assert!(card(&office, id).is_some());
            // The one before is next.
            assert_eq!(step(&office, Way::Back), Kind::PersonAdded);
            assert_eq!(card(&office, before), None);
        }
    }

    #[test]
    fn a_card_is_not_added_again_under_a_number_that_another_has_by_now() {
        let (_dir, office) = office();
        let number = add(&office, named("Åse", "Ødegård")).content.number;
        step(&office, Way::Back);
        let other = Content { number, ..named("Tor", "Øverland") };
        office.write(move |desk| persons::put_new(desk, other, list::SOURCE_USER, None)).wait().unwrap();
        assert!(matches!(office.step(Way::Again).wait(), Err(Error::Invalid(_))));
        assert_eq!(office.step(Way::Again).wait().unwrap(), None);
    }
}
