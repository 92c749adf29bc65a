//! Makes up people and the companies they work at, one after another.

use std::collections::{BTreeMap, HashSet};

use chrono::{Days, NaiveDate};

use super::calendar::Calendar;
use super::country::{self, Country};
use super::dice::Dice;
use super::phone::Numbers;
use super::registered;
use super::story::{self, Row};
use crate::i18n::Lang;
use crate::model::list::{self, List};
use crate::model::person::{Address, Content, Labelled, Origin};
use crate::model::{Moment, company, custom, user};
use crate::search;

/// A person with everything that will be written about them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// What the card holds.
    pub content: Content,
    /// The company, where there is one.
    pub company: Option<Employer>,
    /// Where the card came from.
    pub source: list::Id,
    /// When the card was made.
    pub created: Moment,
    /// When it was last changed.
    pub updated: Moment,
    /// The ledger, oldest first.
    pub ledger: Vec<Row>,
}

/// A company with everything that will be written about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Employer {
    /// Its place among those made up so far.
    pub place: usize,
    /// Since when it is known.
    pub since: Moment,
    /// What its card holds.
    pub content: company::Content,
}

/// A company, as it is made up.
#[derive(Debug, Clone)]
struct Firm {
    place: usize,
    country: usize,
    name: String,
    domain: String,
    business: Option<list::Id>,
    address: Address,
    switchboard: String,
    days_ago: u64,
    since: Moment,
}

/// An own field and what can stand in it.
#[derive(Debug, Clone)]
pub struct OwnField {
    /// Its identity.
    pub id: custom::Id,
    /// What it holds.
    pub kind: custom::Kind,
    /// Its choices.
    pub choices: Vec<String>,
}

/// Makes up people: the same for the same seed and language.
pub struct People {
    dice: Dice,
    calendar: Calendar,
    words: &'static str,
    notes: Vec<&'static str>,
    countries: Vec<(u64, Country)>,
    mobiles: Vec<Numbers>,
    landlines: Vec<Numbers>,
    own_fields: Vec<OwnField>,
    /// Companies that still take people on, and how many.
    hiring: Vec<(u64, Firm)>,
    firms: usize,
    made: u64,
    /// Marks of company names and e-mail addresses that are taken.
    taken: HashSet<u64>,
}

/// So many companies take people on at the same time, so that colleagues do not stand in a row.
const HIRING: u64 = 48;
/// How many people of a company are known, at least and at most.
const SIZES: [(u64, (u64, u64)); 6] =
    [(40, (1, 1)), (20, (2, 2)), (12, (3, 3)), (18, (4, 8)), (8, (9, 25)), (2, (26, 80))];
/// People and companies are known for at most four years.
const FOUR_YEARS: u64 = 4 * 365;
/// Domains that are nobody's (RFC 2606, RFC 6761).
const COMPANY_DOMAINS: [(u64, &str); 4] =
    [(70, ".example"), (12, ".example.com"), (10, ".example.org"), (8, ".example.net")];
const PRIVATE_DOMAINS: [(u64, &str); 5] =
    [(30, "example.com"), (30, "example.org"), (20, "example.net"), (10, "mail.example.org"), (10, "post.example.net")];

impl People {
    /// Returns the maker of the people that belong to a seed.
    pub fn new(seed: u64, lang: Lang, calendar: Calendar, own_fields: Vec<OwnField>) -> Self {
        let mut dice = Dice::new(seed);
        let countries = country::all();
        let mut numbers = |ranges: fn(&Country) -> &Vec<super::phone::Range>| -> Vec<Numbers> {
            countries.iter().map(|(_, country)| Numbers::new(ranges(country).clone(), dice.below(1 << 32))).collect()
        };
        let mobiles = numbers(|country| &country.mobile);
        let landlines = numbers(|country| &country.landline);
        let words = country::words(lang);
        Self {
            dice,
            calendar,
            words,
            notes: country::lines(words, "notes").collect(),
            countries,
            mobiles,
            landlines,
            own_fields,
            hiring: Vec::new(),
            firms: 0,
            made: 0,
            taken: HashSet::new(),
        }
    }

    /// Returns how many companies were made up so far.
    pub fn companies(&self) -> usize {
        self.firms
    }

    /// Returns the next person.
    pub fn next(&mut self) -> Sample {
        let place = self.made;
        self.made += 1;
        let firm = if self.dice.chance(95) { self.job() } else { None };
        let home = match &firm {
            Some(firm) => firm.country,
            None => self.some_country(),
        };
        let known_for = firm.as_ref().map_or(FOUR_YEARS, |firm| firm.days_ago);
        let days_ago = self.dice.below(known_for + 1);
        let created = self.calendar.at(days_ago, &mut self.dice);
        let created = Moment(firm.as_ref().map_or(created.0, |firm| created.0.max(firm.since.0 + 1_000)));
        let later = self.dice.below(days_ago + 1);
        let updated = if self.dice.chance(55) { created } else { self.calendar.at(later, &mut self.dice).max(created) };
        let ledger = story::tell(place, days_ago, self.calendar, self.words, &mut self.dice);
        let mut content = Content { number: (place + 1).to_string(), ..Content::default() };
        self.identify(&mut content, home, firm.as_ref());
        self.describe(&mut content, days_ago);
        content.no_mailings = (story::refuses_mailings(&ledger) && self.dice.chance(80)) || self.dice.chance(2);
        let source = self.dice.word(&SOURCES);
        let source = list::shipped_id(List::Source, source).unwrap_or(list::SOURCE_USER);
        if updated > created {
            // What was added later has its own time and source.
            let origin = Origin { at: updated, by: user::FIRST_ID, source: list::SOURCE_USER };
            for row in content.emails.iter_mut().skip(1) {
                row.origin = Some(origin);
            }
        }
        let company = firm.map(|firm| self.employer(firm));
        Sample { content, company, source, created, updated, ledger }
    }

    fn some_country(&mut self) -> usize {
        let mut left = self.dice.below(100);
        for (place, (share, _)) in self.countries.iter().enumerate() {
            if left < *share {
                return place;
            }
            left -= share;
        }
        0
    }

    /// Gives somebody a job: at a company that still takes people on, or at a new one.
    fn job(&mut self) -> Option<Firm> {
        let at = usize::try_from(self.dice.below(HIRING)).unwrap_or(0).min(self.hiring.len());
        if at == self.hiring.len() {
            let firm = self.found();
            let (least, most) = self.dice.weighted(&SIZES);
            self.hiring.push((least + self.dice.below(most - least + 1), firm));
        }
        let (jobs, firm) = self.hiring.get_mut(at)?;
        *jobs -= 1;
        if *jobs == 0 { Some(self.hiring.swap_remove(at).1) } else { Some(firm.clone()) }
    }

    /// Founds a company with a name that no other has.
    fn found(&mut self) -> Firm {
        let country = self.some_country();
        let (_, land) = &self.countries[country];
        let (postcode, city) = self.dice.pick(&land.cities).copied().unwrap_or_default();
        let (name, business) = self.company_name(country, city);
        let domain = self.dice.weighted(&COMPANY_DOMAINS);
        let (_, land) = &self.countries[country];
        let without_form = land.forms.iter().find_map(|form| name.strip_suffix(form)).unwrap_or(&name);
        let mut label: String = search::fold(without_form).chars().filter(char::is_ascii_alphanumeric).collect();
        label.truncate(40);
        let dice = &mut self.dice;
        let address = land.address(postcode, city, dice);
        let days_ago = 20 + dice.below(FOUR_YEARS - 20);
        self.firms += 1;
        Firm {
            place: self.firms - 1,
            country,
            name,
            domain: format!("{label}{domain}"),
            business,
            address,
            switchboard: self.landlines[country].next(),
            days_ago,
            since: self.calendar.at(days_ago, dice),
        }
    }

    /// Returns what is written about a company. It follows from what its people's cards show, and from its place.
    fn employer(&self, firm: Firm) -> Employer {
        const CATEGORIES: [&str; 7] =
            ["customer", "prospect", "customer", "supplier", "prospect", "partner", "former-customer"];
        let label = |key| list::shipped_id(List::Label, key);
        let country = self.countries[firm.country].1.code;
        let content = company::Content {
            name: firm.name,
            org_number: registered::number(country, firm.place),
            category: list::shipped_id(List::Category, CATEGORIES[firm.place % CATEGORIES.len()]),
            business: firm.business,
            our_contact: None,
            country: country.to_owned(),
            website: format!("https://www.{}", firm.domain),
            note: String::new(),
            emails: vec![Labelled::new(label("work"), format!("post@{}", firm.domain))],
            phones: vec![Labelled::new(label("switchboard"), firm.switchboard)],
            addresses: vec![Labelled::new(label("visiting"), firm.address)],
        };
        Employer { place: firm.place, since: firm.since, content }
    }

    fn company_name(&mut self, country: usize, city: &str) -> (String, Option<list::Id>) {
        for attempt in 0.. {
            let (_, land) = &self.countries[country];
            let dice = &mut self.dice;
            let form = dice.word(&land.forms);
            let (business, trades) =
                dice.pick(&land.trades).map_or((None, &[][..]), |(id, words)| (Some(*id), &words[..]));
            let trade = dice.word(trades);
            let place = format!("{}{}", dice.word(&land.stems), dice.word(&land.ends));
            let (one, other) = (capital(dice.word(&land.last)), dice.word(&land.last));
            let mut name = match dice.below(100) {
                0..60 => format!("{place} {trade} {form}"),
                60..76 => format!("{one} {trade} {form}"),
                76..86 => format!("{one} & {other} {form}"),
                _ => format!("{place} {trade} {city} {form}"),
            };
            if attempt > 8 {
                name = format!("{place} {trade} {} {form}", self.firms + 1);
            }
            if self.taken.insert(mark(&search::fold(&name))) {
                return (name, business);
            }
        }
        (String::new(), None)
    }

    /// Fills in who somebody is and how to reach them.
    fn identify(&mut self, content: &mut Content, home: usize, firm: Option<&Firm>) {
        let (_, land) = &self.countries[home];
        let dice = &mut self.dice;
        content.first_name = dice.word(&land.first).to_owned();
        content.last_name = dice.word(&land.last).to_owned();
        if dice.chance(4) {
            let second = dice.word(&land.last);
            if second != content.last_name && !content.last_name.contains(' ') && !second.contains(' ') {
                content.last_name = format!("{}-{second}", content.last_name);
            }
        }
        content.country = land.code.to_owned();
        content.language = dice.pick(&land.languages).copied();
        let work = firm.is_some() && dice.chance(93);
        let private = if firm.is_some() { dice.chance(18) } else { dice.chance(92) };
        let private_domain = dice.weighted(&PRIVATE_DOMAINS);
        let (label_private, label_home) = (Some(list::LABEL_PRIVATE), list::shipped_id(List::Label, "home"));
        if let Some(firm) = firm {
            content.company.clone_from(&firm.name);
            content.business = firm.business;
            if let Some((position, titles)) = dice.pick(&land.titles) {
                content.position = Some(*position);
                content.title = dice.word(titles).to_owned();
            }
            if dice.chance(55) {
                content.website = format!("https://www.{}", firm.domain);
            }
            if dice.chance(72) {
                let label = list::shipped_id(List::Label, dice.word(&["visiting", "postal", "work"]));
                content.addresses.push(Labelled::new(label, firm.address.clone()));
            }
        }
        let at_home = if firm.is_some() { dice.chance(8) } else { dice.chance(80) };
        if at_home {
            let (postcode, city) = dice.pick(&land.cities).copied().unwrap_or_default();
            content.addresses.push(Labelled::new(label_home, land.address(postcode, city, dice)));
        }
        let mobile = dice.chance(82);
        let direct = firm.is_some() && dice.chance(20);
        let switchboard = dice.chance(45);
        if mobile {
            let number = self.mobiles[home].next();
            content.phones.push(Labelled::new(Some(list::LABEL_MOBILE), number));
        }
        if direct {
            let number = self.landlines[home].next();
            content.phones.push(Labelled::new(list::shipped_id(List::Label, "direct"), number));
        }
        if let Some(firm) = firm.filter(|_| switchboard) {
            let label = list::shipped_id(List::Label, "switchboard");
            content.phones.push(Labelled::new(label, firm.switchboard.clone()));
        }
        if let Some(firm) = firm.filter(|_| work) {
            let address = self.email(content, &firm.domain);
            content.emails.push(Labelled::new(Some(list::LABEL_WORK), address));
        }
        if private {
            let address = self.email(content, private_domain);
            content.emails.push(Labelled::new(label_private, address));
        }
    }

    /// Fills in what else one knows of somebody who has been here for `days_ago` days.
    fn describe(&mut self, content: &mut Content, days_ago: u64) {
        let dice = &mut self.dice;
        let category = dice.weighted(&[
            (36, "prospect"),
            (43, "customer"),
            (8, "former-customer"),
            (7, "supplier"),
            (6, "partner"),
        ]);
        content.category = list::shipped_id(List::Category, category);
        content.our_contact = dice.chance(60).then_some(user::FIRST_ID);
        content.former_employee = !content.company.is_empty() && dice.chance(5);
        if dice.chance(25) {
            content.birth_date = NaiveDate::from_ymd_opt(1956, 1, 1)
                .and_then(|day| day.checked_add_days(Days::new(dice.below(49 * 365))));
        }
        if dice.chance(14) {
            content.note = dice.word(&self.notes).replace("\\n", "\n");
        }
        for _ in 0..dice.weighted(&[(45, 0_u8), (30, 1), (17, 2), (8, 3)]) {
            let keys = List::Interest.shipped();
            content.interests.extend(list::shipped_id(List::Interest, dice.word(keys)));
        }
        content.interests.sort_unstable();
        content.interests.dedup();
        if category == "customer" {
            let mut values = BTreeMap::new();
            for field in &self.own_fields {
                if dice.chance(40) {
                    values.insert(field.id, own_value(field, days_ago, dice));
                }
            }
            values.retain(|_, value| !value.is_empty());
            content.custom = values;
        }
    }

    /// Returns an address at the domain that nobody else has.
    fn email(&mut self, content: &Content, domain: &str) -> String {
        let part = |name: &str| -> String {
            let folded = search::fold(name);
            let plain = folded.chars().map(|c| if c == ' ' { '.' } else { c });
            plain.filter(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-')).collect()
        };
        let (first, last) = (part(&content.first_name), part(&content.last_name));
        let short: String = first.chars().take(1).collect();
        let local = match self.dice.below(10) {
            0..7 => format!("{first}.{last}"),
            7..9 => format!("{short}.{last}"),
            _ => format!("{short}{last}"),
        };
        let mut address = format!("{local}@{domain}");
        let mut count = 1;
        while !self.taken.insert(mark(&address)) {
            count += 1;
            address = format!("{local}{count}@{domain}");
        }
        address
    }
}

const SOURCES: [&str; 10] =
    ["business-card", "business-card", "meeting", "fair", "phone", "web-form", "email", "import", "request", "user"];

fn own_value(field: &OwnField, days_ago: u64, dice: &mut Dice) -> String {
    match field.kind {
        custom::Kind::Text => format!("K-{:05}", dice.below(100_000)),
        custom::Kind::Number => (5 * (1 + dice.below(6))).to_string(),
        custom::Kind::Date => NaiveDate::from_ymd_opt(2026, 12, 31)
            .and_then(|day| day.checked_add_days(Days::new(days_ago / 2)))
            .map_or_else(String::new, |day| day.to_string()),
        custom::Kind::YesNo => dice.word(&["yes", "no"]).to_owned(),
        custom::Kind::List => dice.pick(&field.choices).cloned().unwrap_or_default(),
    }
}

fn capital(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Returns 64 bits that stand for a text (FNV-1a): enough to tell a few million apart, and two that fall together only
/// make one name be passed over.
fn mark(text: &str) -> u64 {
    text.bytes().fold(0xCBF2_9CE4_8422_2325, |mark, byte| (mark ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3))
}
