//! A few hundred random people in a database, and the same people as plain values.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use super::super::super::companies::{self, Stamp as CompanyStamp};
use super::super::super::connection::RawKey;
use super::super::super::persons::{self, Stamp};
use super::super::super::{Db, activities, employment, ledger, lists, merges, migrate, relations, schema, states};
use super::super::super::{custom as store_custom, subscriptions, users, wordings};
use super::super::Asking;
use crate::i18n::fold::fold;
use crate::model::activity::{self, Activity, Consent};
use crate::model::basis::{self, Basis, Entry};
use crate::model::company::{self, Company};
use crate::model::condition::Condition;
use crate::model::contact::{Address, Labelled};
use crate::model::criteria::{Asked, Node, Of, OneOf, Test, Text};
use crate::model::custom::{self, Definition, Kind};
use crate::model::data_map::{Category, Origin};
use crate::model::employment::Employment;
use crate::model::field::Field;
use crate::model::list::{self, Item, List};
use crate::model::person::{self, Content, Person};
use crate::model::relation::{self, Relation};
use crate::model::restriction::{self, Ground, Lifted, Restriction};
use crate::model::selection::{Id, Members, Operation};
use crate::model::user::{self, Role, User};
use crate::model::wording::{self, Wording};
use crate::model::{Moment, attachment, subscription};

pub const USERS: [user::Id; 3] = [user::Id(1), user::Id(2), user::Id(3)];
/// An own legal basis under consent, and an own kind of activity under calls.
pub const OWN_BASIS: list::Id = list::Id(200);
pub const OWN_KIND: list::Id = list::Id(201);
/// A static selection of persons.
pub const LIST: Id = Id(11);
pub const FIRST_NAMES: [&str; 8] = ["Åse", "Ase", "ØYVIND", "Kari", "kari-Anne", "Straße", "", "Łukasz"];
pub const LAST_NAMES: [&str; 7] = ["Ødegård", "odegard", "Nordmann", "Æsberg", "Ångström", "O'Hara", "100 %_"];
pub const WORDS: [&str; 8] = ["Fjord", "fjord og sjø", "AS", "Ås", "Blå\nhav", "", "", "%"];
pub const CITIES: [&str; 5] = ["Bodø", "BODØ", "Ås", "Göteborg", ""];
pub const EMAILS: [&str; 6] =
    ["ase@example.org", "ASE@Example.org", "kari@example.com", "blå@example.net", "x@example.org", "post@example.com"];
pub const PHONES: [&str; 6] =
    ["+47 900 11 222", "90011222", "0047 90011222", "55 11 22 33", "112", "+46 (0)8 12 34 56"];
pub const COMPANIES: [&str; 5] = ["Fjordfisk AS", "Ås Bygg", "Sjø & Land", "blå hav", "Øy"];
pub const NUMBERS: [&str; 6] = ["0", "-3", "12.5", "12.50", "1000000", "0.1"];
pub const DATES: [&str; 6] = ["1980-01-01", "1990-02-28", "2024-02-29", "2024-03-01", "2026-11-20", "2027-01-01"];

/// Throws dice that fall the same way every time.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    pub fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }

    pub fn maybe<T: Clone>(&mut self, of: &[T]) -> Option<T> {
        (self.below(3) > 0).then(|| self.one(of))
    }

    pub fn is(&mut self, one_in: usize) -> bool {
        self.below(one_in) == 0
    }
}

/// A person with everything that criteria can ask about.
#[derive(Debug, Clone)]
pub struct Card {
    pub person: Person,
    pub former: Vec<String>,
    pub relations: Vec<list::Id>,
    pub ledger: Vec<Entry>,
    pub answers: Vec<subscription::Entry>,
    pub activities: Vec<(list::Id, Moment)>,
    pub restriction: Option<Restriction>,
    pub lists: Vec<Id>,
    pub is_informed: bool,
    pub is_duplicate: bool,
}

/// A company with everything that criteria can ask about.
#[derive(Debug, Clone)]
pub struct Firm {
    pub company: Company,
    pub activities: Vec<(list::Id, Moment)>,
    pub lists: Vec<Id>,
}

pub struct World {
    _folder: tempfile::TempDir,
    pub db: Db,
    pub persons: Vec<Card>,
    pub companies: Vec<Firm>,
    pub selections: HashMap<Id, Members>,
    pub today: NaiveDate,
    pub now: Moment,
}

pub fn items(list: List) -> Vec<list::Id> {
    list.shipped().iter().map(|key| list::shipped_id(list, key).unwrap()).collect()
}

pub fn own() -> Vec<Definition> {
    let definition = |(id, kind): (i64, Kind)| Definition {
        id: custom::Id(id),
        key: kind.key().to_owned(),
        name: kind.key().to_owned(),
        kind,
        choices: vec!["Red".into(), "Blå".into()],
        category: Category::Other,
        origin: Origin::Provided,
        in_report: true,
        rank: id,
        active: true,
    };
    (401..).zip(Kind::ALL).map(definition).collect()
}

/// Noon on a day, by the clock of whoever runs the tests.
pub fn noon(day: &str) -> Moment {
    Moment(Moment::beginning(day.parse().unwrap()).0 + 12 * 3_600_000)
}

impl World {
    pub fn new(seed: u64, count: i64) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::create(&folder.path().join("vault.db"), &RawKey::new([7; 32], [9; 16])).unwrap();
        migrate::run(&db, schema::STEPS).unwrap();
        let mut world = Self {
            _folder: folder,
            db,
            persons: Vec::new(),
            companies: Vec::new(),
            selections: selections(),
            today: "2026-11-22".parse().unwrap(),
            now: noon("2026-11-22"),
        };
        world.furnish();
        let mut dice = Dice(seed);
        let transaction = |world: &mut Self, dice: &mut Dice| {
            for (number, name) in (501..530).zip(COMPANIES.into_iter().cycle()) {
                world.add_company(company::Id(number), name, dice);
            }
            for number in 0..count {
                world.add_person(person::Id(10_000 + number), dice);
            }
        };
        world.db.sql().execute_batch("BEGIN").unwrap();
        transaction(&mut world, &mut dice);
        world.relate(&mut dice);
        world.db.sql().execute_batch("COMMIT").unwrap();
        world
    }

    pub fn asking(&self, of: Of) -> Asking<'_> {
        Asking {
            of,
            today: self.today,
            now: self.now,
            viewer: None,
            selections: &self.selections,
            direct: &[list::MARKETING],
        }
    }

    pub fn persons_in_order(&self, is: impl Fn(&Card) -> bool) -> Vec<i64> {
        let mut found: Vec<&Card> = self.persons.iter().filter(|card| is(card)).collect();
        found.sort_by_key(|card| (sort_key(&card.person.content), card.person.id));
        found.into_iter().map(|card| card.person.id.0).collect()
    }

    pub fn companies_in_order(&self, is: impl Fn(&Firm) -> bool) -> Vec<i64> {
        let mut found: Vec<&Firm> = self.companies.iter().filter(|firm| is(firm)).collect();
        found.sort_by_key(|firm| (fold(&firm.company.content.name), firm.company.id));
        found.into_iter().map(|firm| firm.company.id.0).collect()
    }

    fn furnish(&self) {
        let at = Moment(0);
        for id in USERS {
            users::insert(&self.db, &User::new(id, &format!("user {id}"), Role::Owner), at).unwrap();
        }
        let item = |id, list, key: &str, under| Item {
            id,
            list,
            key: key.to_owned(),
            names: [key.to_owned(), key.to_owned(), key.to_owned()],
            rank: 0,
            active: true,
            under,
        };
        for list in List::ALL {
            for key in list.shipped() {
                let new = item(list::shipped_id(list, key).unwrap(), list, key, None);
                lists::insert(&self.db, &new, at, user::FIRST_ID).unwrap();
            }
        }
        for new in [
            item(OWN_BASIS, List::Basis, "member", Some(Basis::Consent.item())),
            item(OWN_KIND, List::Activity, "video", Some(list::ACTIVITY_CALL)),
        ] {
            lists::insert(&self.db, &new, at, user::FIRST_ID).unwrap();
        }
        for own in own() {
            store_custom::insert(&self.db, &own, at, user::FIRST_ID).unwrap();
        }
        for (id, purpose, version, language) in wording_table() {
            let wording = Wording { id, purpose, version, language: language.to_owned(), text: "?".into(), at };
            wordings::insert(&self.db, &wording, user::FIRST_ID).unwrap();
        }
        for id in self.selections.keys() {
            let sql = "INSERT INTO selection (id, name, key, kind, subject, owner, created_at, created_by, updated_at, updated_by)
                VALUES (?1, ?1, ?1, 'static', 'persons', 1, 0, 1, 0, 1)";
            self.db.sql().execute(sql, [id.0]).unwrap();
        }
    }

    fn add_company(&mut self, id: company::Id, name: &str, dice: &mut Dice) {
        let content = company::Content {
            name: name.to_owned(),
            org_number: dice.one(&["", "923609016", "556036-0793"]).to_owned(),
            category: dice.maybe(&items(List::Category)[..2]),
            business: dice.maybe(&items(List::Business)[..2]),
            our_contact: dice.maybe(&USERS),
            country: dice.one(&["NO", "SE", ""]).to_owned(),
            website: dice.one(&["", "https://example.org"]).to_owned(),
            note: dice.one(&WORDS).to_owned(),
            emails: emails(dice),
            phones: phones(dice),
            addresses: addresses(dice),
        };
        let (at, by) = (noon(dice.one(&DATES[2..5])), dice.one(&USERS));
        let key = fold(name);
        let stamp = CompanyStamp { key: &key, sort_key: key.as_bytes(), at, by, restoring: false };
        companies::insert(&self.db, id, &content, &stamp).unwrap();
        let lists = if dice.is(2) { vec![Id(21)] } else { Vec::new() };
        for list in &lists {
            let sql = "INSERT INTO selection_company (company, selection, at, by) VALUES (?, ?, 0, 1)";
            self.db.sql().execute(sql, [id.0, list.0]).unwrap();
        }
        let company = companies::get(&self.db, id).unwrap().unwrap();
        assert_eq!(company.content.name, name);
        let activities = self.meet(None, Some(id), dice);
        self.companies.push(Firm { company, activities, lists });
    }

    fn add_person(&mut self, id: person::Id, dice: &mut Dice) {
        let companies: Vec<company::Id> = self.companies.iter().map(|firm| firm.company.id).collect();
        let company = dice.maybe(&companies);
        let named = |id: company::Id| {
            let firm = self.companies.iter().find(|firm| firm.company.id == id).unwrap();
            firm.company.content.name.clone()
        };
        let mut custom = BTreeMap::new();
        for own in own() {
            let value = match own.kind {
                Kind::Text => dice.one(&WORDS),
                Kind::Number => dice.one(&NUMBERS),
                Kind::Date => dice.one(&DATES),
                Kind::YesNo => dice.one(&["yes", "no"]),
                Kind::List => dice.one(&["Red", "Blå"]),
            };
            if dice.is(2) && !value.is_empty() {
                custom.insert(own.id, value.replace('\n', " "));
            }
        }
        let mut interests: Vec<list::Id> = items(List::Interest)[..3].iter().copied().filter(|_| dice.is(3)).collect();
        interests.sort_unstable();
        let content = Content {
            first_name: dice.one(&FIRST_NAMES).to_owned(),
            last_name: dice.one(&LAST_NAMES).to_owned(),
            company: company.map(named).unwrap_or_default(),
            title: dice.one(&WORDS).replace('\n', " "),
            position: dice.maybe(&items(List::Position)[..2]),
            category: dice.maybe(&items(List::Category)[..3]),
            business: dice.maybe(&items(List::Business)[..2]),
            language: dice.maybe(&items(List::Language)[..2]),
            our_contact: dice.maybe(&USERS),
            number: if dice.is(3) { String::new() } else { id.to_string() },
            emails: emails(dice),
            phones: phones(dice),
            addresses: addresses(dice),
            country: dice.one(&["NO", "SE", ""]).to_owned(),
            birth_date: dice.maybe(&DATES[..4]).map(|day| day.parse().unwrap()),
            website: dice.one(&["", "https://example.org"]).to_owned(),
            note: dice.one(&WORDS).to_owned(),
            former_employee: dice.is(4),
            no_mailings: dice.is(4),
            interests,
            custom,
            picture: if dice.is(5) { Some(attachment::Id(1)) } else { None },
        };
        let (at, by) = (noon(dice.one(&DATES[2..5])), dice.one(&USERS));
        let source = dice.one(&items(List::Source)[..3]);
        let sort_key = sort_key(&content);
        let stamp = Stamp { sort_key: sort_key.as_bytes(), company, source, import: None, at, by, restoring: false };
        persons::insert(&self.db, id, &content, id.0, &stamp).unwrap();
        let (updated_at, updated_by) = (Moment(at.0 + 86_400_000), dice.one(&USERS));
        persons::set_updated(&self.db, id, updated_at, updated_by).unwrap();
        let person = Person { id, content, company, source, created_at: at, created_by: by, updated_at, updated_by };
        let ledger = self.decide(id, dice);
        let answers = self.answer(id, dice);
        let activities = self.meet(Some(id), None, dice);
        let former = self.worked(id, &companies, dice);
        let restriction = self.restrict(id, dice);
        let mut lists = Vec::new();
        for list in [LIST, Id(12)] {
            if dice.is(3) {
                let sql = "INSERT INTO selection_person (person, selection, at, by) VALUES (?, ?, 0, 1)";
                self.db.sql().execute(sql, [id.0, list.0]).unwrap();
                lists.push(list);
            }
        }
        let relations = Vec::new();
        self.persons.push(Card {
            person,
            former,
            relations,
            ledger,
            answers,
            activities,
            restriction,
            lists,
            is_informed: self.inform(id, dice),
            is_duplicate: false,
        });
    }

    fn inform(&self, person: person::Id, dice: &mut Dice) -> bool {
        let told = [None, Some(5)].into_iter().filter(|_| dice.is(3)).collect::<Vec<_>>();
        for (nth, told_at) in (0..).zip(&told) {
            let sql = "INSERT INTO notice (id, person, way, template, told_at, comment, at, by)
                VALUES (?, ?, 'mail', '', ?, '', 0, 1)";
            self.db.sql().execute(sql, rusqlite::params![person.0 * 10 + nth, person.0, told_at]).unwrap();
        }
        told.contains(&Some(5))
    }

    fn answer(&self, person: person::Id, dice: &mut Dice) -> Vec<subscription::Entry> {
        let mut rows: Vec<subscription::Entry> = Vec::new();
        for _ in 0..dice.below(5) {
            let standing = rows.iter().rfind(|row| row.wanted.is_some()).filter(|_| dice.is(3)).cloned();
            let is_struck = |id| rows.iter().any(|row| row.corrects == Some(id));
            let corrects = standing.map(|row| row.id).filter(|id| !is_struck(*id));
            let row = subscription::Entry {
                id: subscription::Id(self.db.new_id()),
                person,
                kind: dice.one(&items(List::Subscription)[..2]),
                wanted: if corrects.is_some() { None } else { Some(dice.is(2)) },
                corrects,
                source: list::SOURCE_USER,
                comment: String::new(),
                // Cards that became one bring rows that are older than some that were there.
                at: Moment(i64::try_from(dice.below(3)).unwrap()),
                by: user::FIRST_ID,
            };
            subscriptions::insert(&self.db, &row).unwrap();
            rows.push(row);
        }
        rows
    }

    fn decide(&self, person: person::Id, dice: &mut Dice) -> Vec<Entry> {
        let mut rows: Vec<Entry> = Vec::new();
        for number in 0..dice.below(5) {
            let purpose = dice.one(&[list::SALES, list::MARKETING]);
            let before: Vec<basis::Id> = rows.iter().filter(|row| row.purpose == purpose).map(|row| row.id).collect();
            let mut basis = dice.one(&Basis::ALL);
            let corrects =
                if before.is_empty() || (basis != Basis::Void && dice.is(2)) { None } else { Some(dice.one(&before)) };
            if basis == Basis::Void && corrects.is_none() {
                basis = Basis::Consent;
            }
            let item = if basis == Basis::Consent && dice.is(2) { OWN_BASIS } else { basis.item() };
            let shown: Vec<wording::Id> =
                wording_table().into_iter().filter(|row| row.1 == purpose).map(|row| row.0).collect();
            let row = Entry {
                id: basis::Id(person.0 * 10 + i64::try_from(number).unwrap()),
                person,
                purpose,
                basis,
                item,
                source: dice.one(&items(List::Source)[..3]),
                at: noon(dice.one(&DATES[1..5])),
                by: dice.one(&USERS),
                comment: String::new(),
                wording: if dice.is(2) { Some(dice.one(&shown)) } else { None },
                evidence: None,
                condition: if dice.is(3) { Some(dice.one(&Condition::ALL[..2])) } else { None },
                corrects,
                import: None,
            };
            ledger::insert(&self.db, &row).unwrap();
            rows.push(row);
        }
        rows
    }

    fn meet(
        &self,
        person: Option<person::Id>,
        company: Option<company::Id>,
        dice: &mut Dice,
    ) -> Vec<(list::Id, Moment)> {
        let mut kinds = items(List::Activity);
        kinds.push(OWN_KIND);
        let mut met = Vec::new();
        for _ in 0..dice.below(4) {
            let (kind, at) = (dice.one(&kinds), noon(dice.one(&DATES[1..])));
            let content = activity::Content {
                person,
                company,
                kind,
                subject: String::new(),
                text: String::new(),
                at,
                seconds: None,
                direction: None,
                recorded: false,
                consent: Consent::NotAsked,
                due: None,
            };
            let activity = Activity {
                id: activity::Id(self.db.new_id()),
                content,
                done_at: None,
                done_by: None,
                source: list::SOURCE_USER,
                created_at: at,
                created_by: user::FIRST_ID,
                updated_at: at,
                updated_by: user::FIRST_ID,
            };
            activities::put(&self.db, &activity).unwrap();
            met.push((kind, at));
        }
        met
    }

    fn worked(&self, person: person::Id, companies: &[company::Id], dice: &mut Dice) -> Vec<String> {
        if !dice.is(3) {
            return Vec::new();
        }
        let id = dice.one(companies);
        let job = Employment {
            id: crate::model::employment::Id(self.db.new_id()),
            company: id,
            title: String::new(),
            since: None,
            until: Moment(5),
            by: user::FIRST_ID,
        };
        employment::insert(&self.db, person, &job).unwrap();
        let firm = self.companies.iter().find(|firm| firm.company.id == id).unwrap();
        vec![firm.company.content.name.clone()]
    }

    fn restrict(&self, person: person::Id, dice: &mut Dice) -> Option<Restriction> {
        if !dice.is(4) {
            return None;
        }
        let new = Restriction {
            id: restriction::Id(self.db.new_id()),
            person,
            ground: Ground::Accuracy,
            comment: String::new(),
            at: Moment(5),
            by: user::FIRST_ID,
            lifted: None,
        };
        states::restrict(&self.db, &new).unwrap();
        if dice.is(3) {
            let lifted = Lifted { at: Moment(6), by: user::FIRST_ID, why: "x".into(), told: true };
            states::lift(&self.db, person, new.id, &lifted).unwrap();
            return None;
        }
        Some(new)
    }

    /// Ties people to each other, and finds out who is there twice.
    fn relate(&mut self, dice: &mut Dice) {
        let all: Vec<person::Id> = self.persons.iter().map(|card| card.person.id).collect();
        for card in &mut self.persons {
            if dice.is(3) {
                let (other, kind) = (dice.one(&all), dice.one(&items(List::Relation)[..3]));
                let relation = Relation {
                    person: card.person.id,
                    id: relation::Id(self.db.new_id()),
                    other,
                    kind,
                    comment: String::new(),
                    at: Moment(5),
                    by: user::FIRST_ID,
                };
                if other != card.person.id {
                    relations::insert(&self.db, &relation).unwrap();
                    card.relations.push(kind);
                }
            }
        }
        // The last ones have an address that only two or three share.
        let shared = self.persons.len() / 3;
        for (number, card) in self.persons.iter_mut().enumerate().take(shared) {
            let address = format!("Shared{}@Example.org", number / 3);
            let content = &mut card.person.content;
            content.emails.push(Labelled::new(None, address.clone()));
            let sql =
                "INSERT INTO email (person, id, rank, address, key, source, at, by) VALUES (?, ?, 9, ?, ?, 7001, 0, 1)";
            let values = rusqlite::params![card.person.id.0, self.db.new_id(), address, address.to_lowercase()];
            self.db.sql().execute(sql, values).unwrap();
        }
        let mut apart = Vec::new();
        for pair in all[..shared].windows(2).step_by(4) {
            merges::keep_apart(&self.db, pair[1], pair[0], Moment(5), user::FIRST_ID).unwrap();
            apart.push((pair[0], pair[1]));
        }
        let twice: Vec<bool> =
            self.persons.iter().map(|card| super::plain::is_twice(card, &self.persons, &apart)).collect();
        for (card, is) in self.persons.iter_mut().zip(twice) {
            card.is_duplicate = is;
        }
    }
}

/// Identity, purpose, version and language of every wording.
pub fn wording_table() -> [(wording::Id, list::Id, u32, &'static str); 4] {
    [
        (wording::Id(301), list::MARKETING, 1, "nb"),
        (wording::Id(302), list::MARKETING, 2, "nb"),
        (wording::Id(303), list::MARKETING, 1, "en"),
        (wording::Id(304), list::SALES, 1, "nb"),
    ]
}

/// Two static selections, and some that are made of others.
fn selections() -> HashMap<Id, Members> {
    let named = Test::Text(Text::Contains("ar".into()));
    HashMap::from([
        (LIST, Members::Static),
        (Id(12), Members::Static),
        // One of companies.
        (Id(21), Members::Static),
        (Id(13), Members::Dynamic(Node::Field(Asked::Card(Field::FirstName), named))),
        (Id(14), Members::Combined(Operation::Union, LIST, Id(13))),
        (Id(15), Members::Combined(Operation::Difference, Id(12), Id(14))),
        (Id(16), Members::Dynamic(Node::Not(Box::new(Node::Selection(Id(15)))))),
        (Id(17), Members::Combined(Operation::OnlyFirst, Id(16), Id(13))),
        (Id(18), Members::Combined(Operation::OnlySecond, Id(13), LIST)),
        (Id(19), Members::Combined(Operation::Intersect, LIST, Id(12))),
        (
            Id(20),
            Members::Dynamic(Node::Field(
                Asked::Card(Field::Category),
                Test::Items(OneOf::In(items(List::Category)[..1].to_vec())),
            )),
        ),
    ])
}

fn sort_key(content: &Content) -> String {
    fold(&format!("{} {}", content.last_name, content.first_name))
}

fn emails(dice: &mut Dice) -> Vec<Labelled<String>> {
    (0..dice.below(3)).map(|_| Labelled::new(None, dice.one(&EMAILS).to_owned())).collect()
}

fn phones(dice: &mut Dice) -> Vec<Labelled<String>> {
    let labels = [None, Some(list::LABEL_MOBILE), Some(list::LABEL_WORK)];
    (0..dice.below(3)).map(|_| Labelled::new(dice.one(&labels), dice.one(&PHONES).to_owned())).collect()
}

fn addresses(dice: &mut Dice) -> Vec<Labelled<Address>> {
    let mut one = |_| {
        let street = dice.one(&["Bryggen 1", "Åsveien", ""]).to_owned();
        let postcode = dice.one(&["5003", ""]).to_owned();
        let city = dice.one(&CITIES).to_owned();
        Labelled::new(None, Address { street, postcode, city, country: "NO".into() })
    };
    let count = if one(0).value.street.is_empty() { 0 } else { 2 };
    (0..count).map(one).collect()
}
