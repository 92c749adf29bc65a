//! What a month brings, in random order: edits, mass edits, the trash, merging, and all of it taken back. After every
//! step the counts, the ledger, the search and the journal say the same; what is taken back at once leaves everything as
//! it was, and what is refused has changed nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::model::activity;
use crate::model::criteria::{Node, Of};
use crate::model::mass_edit::{Action, Edit, Replace, Row, Value};
use crate::model::person::Id;
use crate::model::trash::Record;
use crate::model::{mass_edit as model_mass_edit, merge as model_merge};
use crate::office::sample;
use crate::office::subject::Subject;
use crate::office::undo::Way;
use crate::store::criteria::Filled;
use crate::store::criteria::tests::trees;

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    fn some(&mut self, from: &BTreeSet<Id>, most: usize) -> Vec<Id> {
        let wanted = 1 + self.throw(most);
        let from: Vec<Id> = from.iter().copied().collect();
        if from.is_empty() {
            return Vec::new();
        }
        let picked: BTreeSet<Id> = (0..wanted).map(|_| from[self.throw(from.len())]).collect();
        picked.into_iter().collect()
    }
}

/// What counts of somebody: not when it was changed.
#[derive(Debug, Clone, PartialEq)]
struct Card {
    content: Content,
    /// Whether it names a company that there is: one made by its name alone is another each time.
    in_company: bool,
    jobs: usize,
    bases: Vec<(list::Id, Option<Basis>)>,
    activities: usize,
    in_trash: bool,
}

/// What is asked after every step: alone, in groups that grow, and with what is in none of them.
const ASKED: &[&str] = &[
    r#"{"field": "category", "is": "customer"}"#,
    r#"{"all": [{"field": "category", "is": "customer"}, {"field": "company", "contains": "a"}]}"#,
    r#"{"all": [{"field": "category", "is": "customer"}, {"field": "company", "contains": "a"}, {"field": "last_name", "contains": "o"}]}"#,
    r#"{"any": [{"basis": {"purpose": "marketing", "in": ["consent", "contract"]}}, {"not": {"activity": {"none": true}}},
        {"field": "title", "starts_with": "title"}, {"field": "last_activity", "is": null}, {"interest": "offers"}]}"#,
    r#"{"not": {"any": [{"field": "former_company", "contains": "nord"}, {"status": ["objected", "restricted"]}]}}"#,
    r#"{"field": "updated_at", "after": "-1d"}"#,
    r#"{"field": "last_activity", "after": "-30d"}"#,
];

/// Everybody there is, also in the trash.
type Everybody = BTreeMap<Id, Card>;

struct Day<'a> {
    office: &'a Office,
    dice: Dice,
    edits: Vec<model_mass_edit::Id>,
    merges: Vec<model_merge::Id>,
    did: String,
}

fn field(field: Field, action: Action) -> Row {
    Row::Field { field, action }
}

impl Day<'_> {
    fn write<T: Send + 'static>(
        &self,
        act: impl FnOnce(&mut Desk<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        self.office.write(act).wait()
    }

    fn trashed(&self) -> BTreeSet<Id> {
        let page = self.office.read(|desk| trash::list(desk, "", None, usize::MAX, 0)).wait().unwrap();
        let person = |line: crate::model::trash::Line| match line.record {
            Record::Person(id) => Some(id),
            Record::Company(_) => None,
        };
        page.lines.into_iter().filter_map(person).collect()
    }

    fn living(&self) -> BTreeSet<Id> {
        self.office.find("", Order::default()).wait().unwrap().ids.iter().copied().collect()
    }

    fn everybody(&self) -> Everybody {
        let (living, trashed) = (self.living(), self.trashed());
        assert!(living.is_disjoint(&trashed), "who lies in the trash is not found");
        let ids: Vec<Id> = living.into_iter().chain(trashed.iter().copied()).collect();
        let purposes = [list::SALES, list::MARKETING];
        self.office
            .read(move |desk| {
                let card = |id: Id| {
                    let person = store::persons::get(desk.db(), id)?.unwrap();
                    let ledger = store::ledger::of_person(desk.db(), id)?;
                    let ids: Vec<_> = ledger.iter().map(|entry| entry.id).collect();
                    assert!(ledger.iter().filter_map(|entry| entry.corrects).all(|id| ids.contains(&id)), "{ledger:?}");
                    let basis = |purpose| {
                        Ok((purpose, store::ledger::current(desk.db(), id, purpose)?.map(|named| named.basis)))
                    };
                    let of = store::activities::Of::Person(id);
                    let filter = activity::Filter::default();
                    Ok((
                        id,
                        Card {
                            content: person.content,
                            in_company: person.company.is_some(),
                            jobs: store::employment::of_person(desk.db(), id)?.len(),
                            bases: purposes.into_iter().map(basis).collect::<Result<_, Error>>()?,
                            activities: store::activities::count(desk.db(), of, None, &filter)?,
                            in_trash: trashed.contains(&id),
                        },
                    ))
                };
                ids.into_iter().map(card).collect::<Result<Everybody, Error>>()
            })
            .wait()
            .unwrap()
    }

    fn row(&mut self) -> Row {
        let item = |list, key| Value::Item(list::shipped_id(list, key).unwrap());
        let interest = list::List::Interest.shipped();
        let (one, other) = (self.dice.throw(3), self.dice.throw(3));
        let replace = |find: &str, with: &str| {
            Action::Replace(Replace { find: find.into(), with: with.into(), ..Replace::default() })
        };
        match self.dice.throw(9) {
            0 => field(
                Field::Category,
                Action::Set(item(list::List::Category, ["prospect", "customer", "partner"][one])),
            ),
            1 => field(
                Field::Company,
                Action::Set(Value::Text(["Havbris AS", "Nordlys AS", "Fjordfisk AS"][one].into())),
            ),
            2 => field(Field::Company, Action::Clear),
            3 => field(Field::LastName, replace(["a", "e", "sen"][one], ["å", "o", "son"][other])),
            4 => field(Field::Interests, Action::Add(item(list::List::Interest, interest[one]))),
            5 => field(Field::Interests, Action::Remove(item(list::List::Interest, interest[other]))),
            6 => field(Field::Phones, Action::Clear),
            7 => field(Field::NoMailings, Action::Set(Value::Yes(one == 1))),
            _ => Row::Basis(model_mass_edit::Grant {
                purpose: list::MARKETING,
                basis: [Basis::Consent, Basis::Withdrawn, Basis::Void][one].item(),
                source: list::SOURCE_USER,
                comment: String::new(),
            }),
        }
    }

    /// Does one thing, and takes some things back at once.
    fn step(&mut self) -> Result<(), Error> {
        let (living, trashed) = (self.living(), self.trashed());
        let before = self.everybody();
        let what = self.dice.throw(12);
        self.did = format!("{what}");
        match what {
            0 => {
                let number = self.dice.throw(1_000);
                let content = Content { company: "Havbris AS".into(), ..named("Ny", &format!("Person{number}")) };
                add(self.office, content);
            }
            1 | 2 => {
                let Some(id) = self.dice.some(&living, 1).pop() else { return Ok(()) };
                let (one, title) = (self.dice.throw(3), format!("Title {}", self.dice.throw(99)));
                self.write(move |desk| {
                    let card = persons::get(desk, id)?;
                    let mut content = Content { title, ..card.content };
                    content.company = ["Havbris AS", "Nordlys AS", ""][one].into();
                    persons::save(desk, id, content, card.updated_at)
                })?;
            }
            3 => {
                let Some(id) = self.dice.some(&living, 1).pop() else { return Ok(()) };
                let basis = [Basis::Consent, Basis::Contract, Basis::Withdrawn][self.dice.throw(3)];
                let decision = Decision::new(list::MARKETING, basis, list::SOURCE_USER);
                self.write(move |desk| legal_basis::decide(desk, id, &decision, None))?;
            }
            4 => {
                let Some(id) = self.dice.some(&living, 1).pop() else { return Ok(()) };
                let kind = list::shipped_id(list::List::Activity, list::List::Activity.shipped()[0]).unwrap();
                let content = activity::Content { person: Some(id), ..activity::Content::new(kind, Moment::now()) };
                self.write(move |desk| activities::add(desk, content))?;
            }
            5 | 6 => {
                let some = self.dice.some(&living, 12);
                let rows: Vec<Row> = (0..1 + self.dice.throw(3)).map(|_| self.row()).collect();
                let (subject, edit) = (Subject::Persons(some.into()), Edit { activities: None, rows });
                let done = self.write(move |desk| mass_edit::carry_out(desk, &subject, &edit, &Progress::default()))?;
                let Some(id) = done.edit else { return Ok(()) };
                if self.dice.throw(3) == 0 {
                    let undone = self.write(move |desk| mass_edit::undo(desk, id, &Progress::default()))?;
                    assert_eq!(undone.held, [], "nobody changed anything since");
                    assert_same(&self.everybody(), &before, "a mass edit that is taken back at once");
                } else {
                    self.edits.push(id);
                }
                return Ok(());
            }
            7 => {
                // Long afterwards: what was changed since is left alone.
                if self.edits.is_empty() {
                    return Ok(());
                }
                let id = self.edits.swap_remove(self.dice.throw(self.edits.len()));
                self.write(move |desk| mass_edit::undo(desk, id, &Progress::default()))?;
                return Ok(());
            }
            8 => {
                let some = self.dice.some(&living, 3);
                let subjects = vec![Subject::Persons(some.clone().into())];
                self.write(move |desk| trash::put(desk, &subjects, false, "Sluttet", &Progress::default()))?;
                if self.dice.throw(3) == 0 {
                    let records: Vec<Record> = some.into_iter().map(Record::Person).collect();
                    self.write(move |desk| trash::restore(desk, &records))?;
                    assert_same(&self.everybody(), &before, "what is restored at once");
                    return Ok(());
                }
            }
            9 => {
                let records: Vec<Record> = self.dice.some(&trashed, 3).into_iter().map(Record::Person).collect();
                self.write(move |desk| trash::restore(desk, &records))?;
                return Ok(());
            }
            10 => {
                let (kept, gone) = (self.dice.some(&living, 1).pop(), self.dice.some(&living, 1).pop());
                let (Some(kept), Some(gone)) = (kept, gone) else { return Ok(()) };
                let fields: &[Field] = if self.dice.throw(2) == 0 { &[] } else { &[Field::LastName, Field::Company] };
                let merged = self.write(move |desk| merging::merge(desk, kept, gone, fields))?.id;
                if self.dice.throw(3) == 0 {
                    let undone = self.write(move |desk| merging::undo(desk, merged))?;
                    assert_eq!((undone.held, undone.missing), (Vec::new(), Vec::new()));
                    assert_same(&self.everybody(), &before, "a merge that is taken back at once");
                    return Ok(());
                }
                self.merges.push(merged);
            }
            _ => {
                if self.merges.is_empty() {
                    return Ok(());
                }
                let id = self.merges.swap_remove(self.dice.throw(self.merges.len()));
                self.write(move |desk| merging::undo(desk, id))?;
                return Ok(());
            }
        }
        // What can be taken back with a key leaves everything as it was, and can be done again.
        let after = self.everybody();
        if self.dice.throw(3) == 0 && after != before {
            self.did += " back";
            let back = self.office.step(Way::Back).wait()?;
            assert!(back.is_some(), "{what}");
            assert_same(&self.everybody(), &before, "taken back: {back:?}");
            let again = self.office.step(Way::Again).wait()?;
            assert!(again.is_some(), "{what}");
            assert_same(&self.everybody(), &after, "done again: {again:?}");
        }
        Ok(())
    }

    /// Everything says the same of what there is.
    fn agrees(&self, step: u64) {
        let everybody = self.everybody();
        let living: Vec<Id> = everybody.iter().filter(|(_, card)| !card.in_trash).map(|(id, _)| *id).collect();
        let all = Node::All(Vec::new());
        let counted = self.office.read(move |desk| selections::count_of(desk, Of::Persons, &all)).wait().unwrap();
        assert_eq!(counted, living.len() as u64);
        let (persons, _) = self.office.read(|desk| setup::counts(desk)).wait().unwrap();
        assert_eq!(persons, everybody.len() as u64);
        for id in living {
            let name = everybody[&id].content.full_name();
            let found = self.office.find(&name, Order::default()).wait().unwrap().ids;
            assert!(found.contains(&id), "{name} is not found");
        }
        // What is counted from memory is what a pass over the cards counts: a connection that writes keeps nothing.
        let asked = self.office.read(move |desk| {
            let read = |json: &str| selections::read(desk, Of::Persons, json);
            let mut asked = ASKED.iter().map(|json| read(json)).collect::<Result<Vec<_>, _>>()?;
            // Random ones too, but for those that name what is not here.
            let random = (0..12).map(|nth| trees::leaf(Of::Persons, 1_000 * step + nth).1);
            asked.extend(random.filter(|node| {
                selections::written(desk, node)
                    .is_ok_and(|json| read(&json.to_string()).is_ok_and(|read| read == *node))
            }));
            Ok(asked)
        });
        let asked = asked.wait().unwrap();
        // Now and then what cards hold is read into memory, as where somebody builds criteria.
        if step % 4 == 1 {
            let part = || self.office.read(|desk| Ok(store::criteria::prepare(desk.db(), 0)?)).wait().unwrap();
            while part() != Filled::Done {}
            assert!(self.office.read(|desk| selections::preparing::held(desk)).wait().unwrap().is_some());
        }
        for node in asked {
            let (one, other) = (node.clone(), node.clone());
            let kept = self.office.read(move |desk| selections::count_of(desk, Of::Persons, &one)).wait();
            let anew = self.office.write(move |desk| selections::count_of(desk, Of::Persons, &other)).wait();
            assert_eq!(kept.unwrap(), anew.unwrap(), "{node:?}, after {}", self.did);
        }
        let verdict = self.office.read(|desk| journal::verify(desk.db(), desk.keys())).wait().unwrap();
        assert!(verdict.is_intact());
    }

    /// Every row of everybody's ledger.
    fn ledger(&self) -> BTreeSet<crate::model::basis::Id> {
        let ids: Vec<Id> = self.everybody().into_keys().collect();
        self.office
            .read(move |desk| {
                let rows = ids.iter().map(|id| store::ledger::of_person(desk.db(), *id));
                Ok(rows.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().map(|entry| entry.id).collect())
            })
            .wait()
            .unwrap()
    }

    /// What is found, in which order, and how many people each company has.
    fn found(&self) -> (Vec<Vec<Id>>, Vec<(String, u64)>) {
        let find = |typed: &str| self.office.find(typed, Order::default()).wait().unwrap().ids.to_vec();
        let companies = self.office.find_companies("", Order::default()).wait().unwrap().ids.to_vec();
        let lines = self.office.read(move |desk| companies::lines(desk, &companies)).wait().unwrap();
        let words = ["", "a", "sen", "son", "havbris", "nordlys", "fjordfisk", "example", "90", "ny person"];
        (words.map(find).to_vec(), lines.into_iter().map(|line| (line.name, line.people)).collect())
    }

    fn contents(&self) -> Vec<(String, Vec<String>)> {
        self.office.read(|desk| Ok(store::schema::contents(desk.db())?)).wait().unwrap()
    }
}

/// Sees to it that two are the same, and shows only whose card is not.
fn assert_same(now: &Everybody, then: &Everybody, what: &str) {
    let ids: BTreeSet<&Id> = now.keys().chain(then.keys()).collect();
    for id in ids {
        assert_eq!(now.get(id), then.get(id), "{what}");
    }
}

/// Answers whether something may be refused: a rule, or a card that is no more as it was.
fn may_be(error: &Error) -> bool {
    matches!(
        error,
        Error::Refused(_) | Error::Invalid(_) | Error::NoPerson(_) | Error::NoSuch(_) | Error::ChangedMeanwhile(_)
    )
}

fn a_month(seed: u64, steps: usize) {
    let (dir, office) = office();
    sample::make(&office, 24, sample::SEED, std::sync::Arc::default()).wait().unwrap();
    let mut day = Day { office: &office, dice: Dice(seed), edits: Vec::new(), merges: Vec::new(), did: String::new() };
    let (mut refused, mut rows) = (0, BTreeSet::new());
    for step in 0..steps {
        let before = day.contents();
        match day.step() {
            Ok(()) => {}
            Err(error) if may_be(&error) => {
                refused += 1;
                assert_eq!(day.contents(), before, "step {step} of {seed}: {error}");
            }
            Err(error) => panic!("step {step} of {seed}: {error:?}"),
        }
        day.agrees(step as u64);
        // A row may come to stand on another card as well, and is never lost.
        let now = day.ledger();
        let lost: Vec<_> = rows.difference(&now).collect();
        assert!(lost.is_empty(), "step {step} of {seed}, {}: the ledger lost {lost:?}", day.did);
        rows = now;
    }
    assert!(refused < steps / 4, "{refused} of {steps} were refused: nothing much was tried");
    let findings = office.read(|desk| check::run(desk, &Progress::default())).wait().unwrap();
    assert_eq!(findings, []);
    // Built anew, the index finds the same.
    let found = day.found();
    office.close();
    let office = Office::open(&dir.path().join("vault"), "me", &passphrase(), Lang::Nb).unwrap();
    let day = Day { office: &office, dice: Dice(seed), edits: Vec::new(), merges: Vec::new(), did: String::new() };
    assert_eq!(day.found(), found);
}

#[test]
fn whatever_a_month_brings_everything_fits_together() {
    for seed in [20_261_122, 7, 1_814] {
        a_month(seed, 60);
    }
}

#[test]
#[ignore = "takes minutes"]
fn whatever_many_years_bring_everything_fits_together() {
    for seed in 0..40 {
        a_month(seed, 200);
    }
}
