//! What people are to each other: who is whose assistant, who decides with whom.

use super::lists::Lists;
use super::undo::{Done, Inverse, Way};
use super::{Desk, Error, Rule, lists, persons};
use crate::i18n::{self, Lang};
use crate::model::field::Field;
use crate::model::journal::Kind;
use crate::model::list::{self, List};
use crate::model::person::{self, Line};
use crate::model::relation::{self, Id, Relation};
use crate::model::user::Right;
use crate::model::{Reason, text};
use crate::search;
use crate::store;

/// A relation as one of the two sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The relation.
    pub relation: Relation,
    /// The other one of the two.
    pub who: Line,
    /// What they are, in the user's language: "Assistant", or, seen from the assistant, "Assistant of".
    pub words: String,
}

/// Returns what others are to a person, and the person to others.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NoPerson`].
pub fn of(desk: &Desk<'_>, id: person::Id) -> Result<Vec<Seen>, Error> {
    persons::get(desk, id)?;
    seen(desk, id)
}

/// As [`of`], of somebody who is known to be there.
pub(super) fn seen(desk: &Desk<'_>, id: person::Id) -> Result<Vec<Seen>, Error> {
    let relations = store::relations::of_person(desk.db(), id)?;
    if relations.is_empty() {
        return Ok(Vec::new());
    }
    let lists = desk.lists()?;
    let mut seen = Vec::new();
    for relation in relations {
        let forth = relation.person == id;
        let who = if forth { relation.other } else { relation.person };
        // What somebody is to a person whose card is closed stands on that card as well.
        let who = persons::lines(desk, &[who])?.pop().filter(|who| !who.marks.restricted);
        let Some(who) = who else { continue };
        let words = words(lists, relation.kind, forth, desk.lang());
        seen.push(Seen { relation, who, words });
    }
    Ok(seen)
}

/// Returns the words for a kind: forth what the other one is, "Assistant", and back what one is to them, "Assistant
/// of". An office's own kind has one name, for both: nobody can tell how it reads from the other side.
pub fn words(lists: &Lists, kind: list::Id, forth: bool, lang: Lang) -> String {
    let back = if forth { None } else { back(lists.key(kind), lang) };
    back.unwrap_or_else(|| lists.name(kind, lang).to_owned())
}

/// Returns how a kind, by its key, reads from the other side, where that is something else.
fn back(key: &str, lang: Lang) -> Option<String> {
    if relation::is_mutual(key) { None } else { i18n::text_if_known(lang, &format!("relation-back-{key}")) }
}

/// Returns the kind that a text names, by its key or by its words in any language, and whether forth or back.
pub fn find(lists: &Lists, text: &str) -> Option<(list::Id, bool)> {
    if let Some(kind) = lists.find(List::Relation, text) {
        return Some((kind, true));
    }
    let wanted = search::fold(&text::single_line(text));
    let is_back =
        |key: &str| Lang::ALL.into_iter().filter_map(|lang| back(key, lang)).any(|back| search::fold(&back) == wanted);
    lists.of(List::Relation).find(|item| is_back(&item.key)).map(|item| (item.id, false))
}

/// Returns the kinds to choose from, each forth (`true`) and, where that is something else, back, with its words.
pub fn choices(lists: &Lists, lang: Lang) -> Vec<(list::Id, bool, String)> {
    let both = lists.of(List::Relation).flat_map(|item| [(item, true), (item, false)]);
    both.filter(|(item, forth)| *forth || back(&item.key, lang).is_some())
        .map(|(item, forth)| (item.id, forth, words(lists, item.id, forth, lang)))
        .collect()
}

/// Notes that `other` is the `kind` of `person`. A kind nobody has heard of becomes a new one; what is noted already
/// is answered as it is.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoPerson`]; [`Error::Invalid`] for an empty kind or a long comment;
/// [`Error::Refused`] for somebody with themselves.
pub fn add(
    desk: &mut Desk<'_>,
    person: person::Id,
    other: person::Id,
    kind: &str,
    comment: &str,
) -> Result<Relation, Error> {
    desk.require(Right::Edit)?;
    if person == other {
        return Err(Error::Refused(Rule::RelatedToThemselves));
    }
    let name = persons::get(desk, person)?.content.full_name();
    persons::get(desk, other)?;
    let comment = text::single_line(comment);
    if text::is_longer(&comment, text::LONG_LINE) {
        return Err(Error::invalid(Field::Comment, Reason::TooLong));
    }
    let kind = lists::find_or_add(desk, List::Relation, kind)?;
    let kind = kind.ok_or(Error::invalid(Field::Relation, Reason::Unknown))?;
    if let Some(known) = same(desk, person, other, kind, &comment)? {
        return Ok(known);
    }
    let id = Id(desk.db().new_id());
    let relation = Relation { id, person, other, kind, comment, at: desk.now(), by: desk.user().id };
    put(desk, &relation, Kind::RelationsChanged)?;
    let done = Done::new(Kind::RelationsChanged, name, vec![Field::Relation]);
    desk.can_be_taken_back(done, Inverse::RelationAdded(relation.clone()));
    Ok(relation)
}

/// Returns the relation that says the same already, from whichever side where the kind reads the same from both; one
/// with another comment says something else.
fn same(
    desk: &Desk<'_>,
    person: person::Id,
    other: person::Id,
    kind: list::Id,
    comment: &str,
) -> Result<Option<Relation>, Error> {
    let is_mutual = back(desk.lists()?.key(kind), desk.lang()).is_none();
    let known = store::relations::of_person(desk.db(), person)?;
    Ok(known.into_iter().find(|known| {
        let sides = (known.person, known.other);
        let is_same = sides == (person, other) || is_mutual && sides == (other, person);
        is_same && known.kind == kind && (comment.is_empty() || known.comment == comment)
    }))
}

/// Takes a relation away, from either side.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`] where the person has no such relation.
pub fn remove(desk: &mut Desk<'_>, person: person::Id, id: Id) -> Result<(), Error> {
    desk.require(Right::Edit)?;
    let name = persons::get(desk, person)?.content.full_name();
    let known = store::relations::of_person(desk.db(), person)?;
    let relation = known.into_iter().find(|relation| relation.id == id).ok_or(Error::NoSuch("relation"))?;
    take_away(desk, &relation, Kind::RelationsChanged)?;
    let done = Done::new(Kind::RelationsChanged, name, vec![Field::Relation]);
    desk.can_be_taken_back(done, Inverse::RelationRemoved(relation));
    Ok(())
}

/// Takes back that a relation was added or removed, and answers what takes that back.
///
/// # Errors
/// [`Error::NoPerson`] where one of the two is gone; [`Error::Invalid`] where the kind is; [`Error::ChangedMeanwhile`].
pub(super) fn step(desk: &mut Desk<'_>, relation: Relation, was_added: bool, way: Way) -> Result<Inverse, Error> {
    desk.require(Right::Edit)?;
    persons::get(desk, relation.person)?;
    persons::get(desk, relation.other)?;
    if desk.lists()?.get(relation.kind).is_none() {
        return Err(Error::invalid(Field::Relation, Reason::Unknown));
    }
    let is_there = store::relations::of_person(desk.db(), relation.person)?.iter().any(|known| known.id == relation.id);
    if is_there != was_added {
        return Err(Error::ChangedMeanwhile(relation.person));
    }
    if was_added {
        take_away(desk, &relation, way.kind())?;
        Ok(Inverse::RelationRemoved(relation))
    } else {
        put(desk, &relation, way.kind())?;
        Ok(Inverse::RelationAdded(relation))
    }
}

fn put(desk: &mut Desk<'_>, relation: &Relation, kind: Kind) -> Result<(), Error> {
    store::relations::insert(desk.db(), relation)?;
    note(desk, relation, kind)
}

fn take_away(desk: &mut Desk<'_>, relation: &Relation, kind: Kind) -> Result<(), Error> {
    store::relations::remove(desk.db(), relation)?;
    note(desk, relation, kind)
}

/// Enters the change in the journal of both.
fn note(desk: &mut Desk<'_>, relation: &Relation, kind: Kind) -> Result<(), Error> {
    for id in [relation.person, relation.other] {
        desk.note_person(kind, id, vec![Field::Relation])?;
        desk.changes.person(id);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::tests::{add as card, named, office};
    use super::*;

    #[test]
    fn a_kind_that_is_the_same_from_both_sides_is_offered_once() {
        let (_dir, office) = office();
        let (me, other) = (card(&office, named("Åse", "Ødegård")).id, card(&office, named("Tor", "Øverland")).id);
        office.write(move |desk| add(desk, me, other, "Golfpartner", "")).wait().unwrap();
        let offered = office.read(|desk| Ok(choices(desk.lists()?, Lang::Nb))).wait().unwrap();
        let offered: Vec<&str> = offered.iter().map(|(_, _, words)| words.as_str()).collect();
        assert_eq!(offered.iter().filter(|words| words.starts_with("Kollega")).count(), 1);
        assert_eq!(offered.iter().filter(|words| words.starts_with("Golfpartner")).count(), 1);
        for words in ["Assistent", "Assistent for", "Anbefalt av", "Har anbefalt", "Golfpartner"] {
            assert!(offered.contains(&words), "{words}: {offered:?}");
        }
    }

    #[test]
    fn what_is_noted_already_is_not_noted_twice() {
        let (_dir, office) = office();
        let (one, two) = (card(&office, named("Åse", "Ødegård")).id, card(&office, named("Tor", "Øverland")).id);
        let note = |of, other, kind: &'static str, comment: &'static str| {
            office.write(move |desk| add(desk, of, other, kind, comment)).wait().unwrap().id
        };
        let first = note(one, two, "assistant", "Mondays");
        assert_eq!(note(one, two, "assistant", ""), first);
        assert_eq!(note(one, two, "assistant", " Mondays "), first);
        // Another comment says something else, and the other one's assistant is somebody else.
        assert_ne!(note(one, two, "assistant", "Fridays"), first);
        assert_ne!(note(two, one, "assistant", ""), first);
        let mutual = note(one, two, "colleague", "");
        assert_eq!(note(two, one, "colleague", ""), mutual);
        let seen = office.read(move |desk| of(desk, one)).wait().unwrap();
        assert_eq!(seen.len(), 4);
    }

    #[test]
    fn both_cards_show_a_relation_each_from_its_side() {
        let (_dir, office) = office();
        let (boss, help) = (card(&office, named("Åse", "Ødegård")).id, card(&office, named("Tor", "Øverland")).id);
        let relation = office.write(move |desk| add(desk, boss, help, "assistant", "")).wait().unwrap();
        let words = |id| {
            let seen = office.read(move |desk| of(desk, id)).wait().unwrap();
            seen.into_iter().map(|seen| (seen.words, seen.who.id)).collect::<Vec<_>>()
        };
        assert_eq!(words(boss), [("Assistent".to_owned(), help)]);
        assert_eq!(words(help), [("Assistent for".to_owned(), boss)]);
        office.write(move |desk| add(desk, boss, help, "Golfpartner", "")).wait().unwrap();
        assert_eq!((words(boss)[1].0.as_str(), words(help)[1].0.as_str()), ("Golfpartner", "Golfpartner"));
        office.step(Way::Back).wait().unwrap().unwrap();
        assert_eq!(words(boss).len(), 1);
        office.write(move |desk| remove(desk, help, relation.id)).wait().unwrap();
        assert_eq!(words(boss), []);
        office.step(Way::Back).wait().unwrap().unwrap();
        assert_eq!(words(help).len(), 1);
        let refused = office.write(move |desk| add(desk, boss, boss, "colleague", "")).wait();
        assert!(matches!(refused, Err(Error::Refused(Rule::RelatedToThemselves))));
    }
}
