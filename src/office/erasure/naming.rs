//! Who is named in a text: the rule by which texts of others are found that identify somebody who is erased.
//!
//! Texts are compared folded, word by word. These identify somebody by themselves:
//!
//! * an e-mail address, whole;
//! * a phone number of seven digits or more, in any spelling, with or without the country's code;
//! * a first and a last name (any of several, also of before) with at most two words between them, in either order;
//! * a street with its number, with the postcode or the city within the six words after it.
//!
//! What somebody else who stays has as well (a namesake, a colleague at the same switchboard, a company's address) does
//! not. A last name, a first name, the card's number, or a street alone never do: half the office is called Kari. But
//! where a text identifies somebody, these count in it as well, so that nothing of the name is left in it. A last name
//! stays there that follows somebody else's first name.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use crate::i18n::fold::{fold, fold_letter};
use crate::model::person::{Id, full_name};
use crate::model::{email, outbox, phone};
use crate::office::{Desk, Error};
use crate::store;
use crate::store::erasure::Facts;

/// How many words may stand between a first and a last name.
const BETWEEN: usize = 2;
/// Within how many words a postcode or a city belongs to a street.
const NEAR: usize = 6;
/// Fewer digits are an extension, and no more than a hint.
pub(in crate::office) const DIGITS: usize = 7;
/// Parts of last names that are none by themselves.
const PARTICLES: [&str; 14] =
    ["von", "van", "der", "den", "de", "del", "della", "di", "da", "af", "av", "la", "le", "el"];
/// Codes of countries that stand before a number without a sign.
const COUNTRIES: [&str; 8] = ["47", "46", "45", "358", "354", "44", "49", "1"];

/// What identifies somebody.
#[derive(Debug, Clone)]
pub struct Identity {
    /// Whose card.
    pub id: Id,
    /// The name, as it is read.
    pub name: String,
    /// The number by which the journal knows the person.
    pub journal_ref: i64,
    first: Vec<String>,
    last: Vec<String>,
    /// E-mail addresses that nobody has who stays, as they are compared.
    pub emails: Vec<String>,
    /// Phone numbers that nobody has who stays, by their last digits.
    pub phones: Vec<String>,
    /// All digits of all numbers, without what is dialled before them.
    lines: Vec<String>,
    /// The words of the card's number.
    number: Vec<String>,
    streets: Vec<Street>,
    has_namesake: bool,
    /// What must not stand in any page of the file, as it was kept.
    pub traces: Vec<Vec<u8>>,
}

#[derive(Debug, Clone, Default)]
struct Street {
    words: Vec<String>,
    places: Vec<String>,
}

/// A word of a text.
struct Word {
    folded: String,
    range: Range<usize>,
    is_capital: bool,
}

/// Returns the words of a text, folded, and where they stand.
fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut is_open = false;
    for (at, sign) in text.char_indices() {
        let end = at + sign.len_utf8();
        let is_mark = unicode_normalization::char::is_combining_mark(sign);
        if !sign.is_alphanumeric() && !is_mark {
            is_open = false;
            continue;
        }
        if !is_open {
            words.push(Word { folded: String::new(), range: at..end, is_capital: sign.is_uppercase() });
            is_open = true;
        }
        if let Some(word) = words.last_mut() {
            fold_letter(sign, &mut |part| word.folded.push(part));
            word.range.end = end;
        }
    }
    words
}

/// Returns the words of a text, folded.
pub(in crate::office) fn folded_words(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.folded).collect()
}

impl Identity {
    fn of(id: Id, facts: &Facts) -> Self {
        // A name of before counts with the one of now: half of it may have stayed.
        let mut first = folded_words(&facts.first_name);
        let mut last = folded_words(&facts.last_name);
        for (former_first, former_last) in &facts.former_names {
            first.extend(folded_words(former_first));
            last.extend(folded_words(former_last));
        }
        for words in [&mut first, &mut last] {
            let mut known = HashSet::new();
            words.retain(|word| known.insert(word.clone()));
        }
        let streets = facts.addresses.iter().filter_map(|(street, postcode, city)| {
            let street = folded_words(street);
            let has_number = street.iter().any(|word| word.chars().any(|sign| sign.is_ascii_digit()));
            let mut places = folded_words(city);
            places.extend(folded_words(postcode));
            (street.len() > 1 && has_number).then_some(Street { words: street, places })
        });
        Self {
            id,
            name: full_name(&facts.first_name, &facts.last_name),
            journal_ref: facts.journal_ref,
            first,
            last: last.into_iter().filter(|word| !PARTICLES.contains(&word.as_str())).collect(),
            number: folded_words(&facts.number),
            streets: streets.collect(),
            emails: Vec::new(),
            phones: Vec::new(),
            lines: facts.phones.iter().map(|number| phone::digits(number).trim_start_matches('0').to_owned()).collect(),
            has_namesake: false,
            traces: traces(facts),
        }
    }
}

impl Identity {
    /// Returns where one of the person's numbers begins, of which the last digits begin at a place of a run: before them
    /// stand more of its own, as in a Swedish number, which is longer than what numbers are compared by.
    fn begins(&self, key: &str, text: &str, run: &[(usize, char)], start: usize) -> Option<usize> {
        self.lines.iter().filter_map(|line| line.strip_suffix(key)).find_map(|own| {
            let more = own.chars().rev().zip(run[..start].iter().rev()).take_while(|(own, (_, digit))| own == digit);
            beginning(text, run, start - more.count())
        })
    }
}

/// Returns what must not be found in the file, as it stands there and as it is compared.
fn traces(facts: &Facts) -> Vec<Vec<u8>> {
    let plain = [&facts.first_name, &facts.last_name, &facts.number, &facts.website, &facts.note];
    let mut texts: Vec<String> = plain.into_iter().cloned().collect();
    for address in &facts.emails {
        texts.extend([address.clone(), email::key(address)]);
    }
    for number in &facts.phones {
        texts.extend([number.clone(), phone::digits(number)]);
        texts.extend(phone::key(number));
    }
    texts.extend(facts.addresses.iter().map(|(street, _, _)| street.clone()));
    texts.extend(facts.former_names.iter().flat_map(|(first, last)| [first.clone(), last.clone()]));
    // Shorter ones would be found anywhere.
    texts.retain(|text| text.len() >= 5);
    let mut traces: Vec<Vec<u8>> = texts.into_iter().map(String::into_bytes).collect();
    if facts.sort_key.len() >= 6 {
        traces.push(facts.sort_key.clone());
    }
    traces.sort();
    traces.dedup();
    traces
}

/// What identifies several people, ready to be looked for in texts.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// Who they are.
    pub persons: Vec<Identity>,
    by_last: HashMap<String, Vec<usize>>,
    by_email: HashMap<String, Vec<usize>>,
    by_phone: HashMap<String, Vec<usize>>,
    by_street: HashMap<String, Vec<(usize, usize)>>,
}

/// Where a text names people.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Named {
    /// Which parts of the text, in order, without overlaps.
    pub marks: Vec<Range<usize>>,
    /// Whom.
    pub persons: Vec<Id>,
}

impl Names {
    /// Reads what identifies people.
    ///
    /// # Errors
    /// [`Error::NoPerson`], or the database's.
    pub fn read(desk: &Desk<'_>, ids: &[Id]) -> Result<Self, Error> {
        let db = desk.db();
        let (emails, phones) = store::erasure::of_companies(db)?;
        let mut shared = store::erasure::shared(db, ids)?;
        shared.emails.extend(emails.iter().map(|address| email::key(address)));
        shared.phones.extend(phones.iter().filter_map(|number| phone::key(number)));
        let known = store::erasure::facts(db, ids)?;
        if let Some(missing) = ids.iter().find(|id| known.binary_search_by_key(*id, |(id, _)| *id).is_err()) {
            return Err(Error::NoPerson(*missing));
        }
        let persons = known.into_iter().map(|(id, facts)| {
            let mut identity = Identity::of(id, &facts);
            identity.emails.extend(facts.emails.iter().map(|address| email::key(address)));
            identity.emails.retain(|key| !shared.emails.contains(key));
            identity.phones.extend(facts.phones.iter().filter_map(|number| phone::key(number)));
            identity.phones.retain(|key| !shared.phones.contains(key));
            identity.has_namesake = shared.namesakes.contains(&id);
            identity
        });
        Ok(Self::new(persons.collect()))
    }

    /// Returns what must not be found in the file once a letter is gone that was all that held somebody. Texts of others were
    /// decided about when they were erased.
    pub fn of_letter(letter: &outbox::Message) -> Self {
        let (first, last) = letter.recipient.rsplit_once(' ').unwrap_or(("", &letter.recipient));
        let mut facts = Facts { first_name: first.to_owned(), last_name: last.to_owned(), ..Facts::default() };
        match letter.channel {
            outbox::Channel::Mail => facts.emails.push(letter.address.clone()),
            outbox::Channel::Letter => {
                let lines = letter.address.lines().map(|line| (line.to_owned(), String::new(), String::new()));
                facts.addresses.extend(lines);
            }
        }
        Self { persons: vec![Identity::of(Id(0), &facts)], ..Self::default() }
    }

    /// Returns what identifies these people, and others.
    pub fn and(self, others: Self) -> Self {
        Self::new(self.persons.into_iter().chain(others.persons).collect())
    }

    /// Returns what identifies one of these people.
    pub(in crate::office) fn of_one(&self, id: Id) -> Self {
        Self::new(self.persons.iter().filter(|person| person.id == id).cloned().collect())
    }

    fn new(persons: Vec<Identity>) -> Self {
        let mut names = Self { persons, ..Self::default() };
        for (place, person) in names.persons.iter().enumerate() {
            for word in person.last.iter().filter(|word| word.chars().count() > 1) {
                names.by_last.entry(word.clone()).or_default().push(place);
            }
            for address in &person.emails {
                names.by_email.entry(fold(address)).or_default().push(place);
            }
            for key in person.phones.iter().filter(|key| key.len() >= DIGITS) {
                names.by_phone.entry(key.clone()).or_default().push(place);
            }
            for (nth, street) in person.streets.iter().enumerate() {
                names.by_street.entry(street.words[0].clone()).or_default().push((place, nth));
            }
        }
        names
    }

    /// Returns a question to the full-text index that every text answers which names one of these people; none where
    /// there is nothing to ask for.
    pub fn expression(&self) -> Option<String> {
        let mut parts: Vec<String> = Vec::new();
        for person in &self.persons {
            for last in &person.last {
                parts.extend(person.first.iter().map(|first| format!("({first} AND {last}*)")));
            }
            parts.extend(person.emails.iter().map(|address| format!("\"{}\"", folded_words(address).join(" "))));
            for key in person.phones.iter().filter(|key| key.len() >= DIGITS) {
                parts.extend(spellings(key));
                parts.extend(
                    person.lines.iter().filter(|line| line.ends_with(key.as_str())).flat_map(|line| forms(line)),
                );
            }
            for street in &person.streets {
                parts.push(format!("\"{}\"", street.words.join(" ")));
            }
        }
        (!parts.is_empty()).then(|| parts.join(" OR "))
    }

    /// Returns where a text names these people; none where it does not.
    pub fn find(&self, text: &str) -> Option<Named> {
        let words = words(text);
        let mut found: BTreeMap<usize, Vec<Range<usize>>> = BTreeMap::new();
        self.find_names(text, &words, &mut found);
        if text.contains('@') {
            self.find_emails(text, &mut found);
        }
        if !self.by_phone.is_empty() {
            self.find_phones(text, &mut found);
        }
        self.find_streets(&words, &mut found);
        if found.is_empty() {
            return None;
        }
        let persons = found.keys().map(|place| self.persons[*place].id).collect();
        let places: Vec<usize> = found.keys().copied().collect();
        let mut marks: Vec<Range<usize>> = found.into_values().flatten().collect();
        for place in places {
            marks.extend(self.hints(&self.persons[place], text, &words));
        }
        Some(Named { marks: united(text, marks), persons })
    }

    fn find_names(&self, text: &str, words: &[Word], found: &mut BTreeMap<usize, Vec<Range<usize>>>) {
        for (at, word) in words.iter().enumerate() {
            let Some(persons) = genitive(&word.folded).into_iter().find_map(|form| self.by_last.get(form)) else {
                continue;
            };
            for place in persons {
                let person = &self.persons[*place];
                if person.has_namesake {
                    continue;
                }
                let window = at.saturating_sub(BETWEEN + 1)..(at + BETWEEN + 2).min(words.len());
                let first = window.filter(|near| *near != at).find(|near| {
                    let is_first =
                        genitive(&words[*near].folded).iter().any(|form| person.first.iter().any(|f| f == form));
                    let (from, to) = (at.min(*near), at.max(*near));
                    is_first && !ends_sentence(&text[words[from].range.end..words[to].range.start])
                });
                if let Some(first) = first {
                    let (from, to) = (at.min(first), at.max(first));
                    found.entry(*place).or_default().push(words[from].range.start..words[to].range.end);
                }
            }
        }
    }

    fn find_emails(&self, text: &str, found: &mut BTreeMap<usize, Vec<Range<usize>>>) {
        let is_part = |sign: char| sign.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(sign);
        for (at, _) in text.match_indices('@') {
            let before = text[..at].char_indices().rev().take_while(|(_, sign)| is_part(*sign)).last();
            let start = before.map_or(at, |(place, _)| place);
            let after = text[at + 1..].char_indices().take_while(|(_, sign)| is_part(*sign)).last();
            let end = after.map_or(at + 1, |(place, sign)| at + 1 + place + sign.len_utf8());
            let whole = &text[start..end];
            let trimmed = whole.trim_matches(|sign| ".'=/*_`-".contains(sign));
            let candidates = [whole, trimmed, trimmed.trim_start_matches("mailto:")];
            for candidate in candidates {
                if let Some(persons) = self.by_email.get(&fold(candidate)) {
                    let offset = start + whole.find(candidate).unwrap_or(0);
                    for place in persons {
                        found.entry(*place).or_default().push(offset..offset + candidate.len());
                    }
                    break;
                }
            }
        }
    }

    fn find_phones(&self, text: &str, found: &mut BTreeMap<usize, Vec<Range<usize>>>) {
        for run in runs_of_digits(text) {
            for end in 0..run.len() {
                // A number ends where its group of digits does.
                if run.get(end + 1).is_some_and(|next| next.0 == run[end].0 + 1) {
                    continue;
                }
                for length in DIGITS..=phone::TAIL.min(end + 1) {
                    let start = end + 1 - length;
                    let key: String = run[start..=end].iter().map(|(_, digit)| *digit).collect();
                    let Some(persons) = self.by_phone.get(&key) else { continue };
                    for place in persons {
                        let begin = self.persons[*place].begins(&key, text, &run, start);
                        let Some(begin) = begin.or_else(|| beginning(text, &run, start)) else { continue };
                        found.entry(*place).or_default().push(begin..run[end].0 + 1);
                    }
                }
            }
        }
    }

    fn find_streets(&self, words: &[Word], found: &mut BTreeMap<usize, Vec<Range<usize>>>) {
        for (at, word) in words.iter().enumerate() {
            for (place, nth) in self.by_street.get(&word.folded).into_iter().flatten() {
                let street = &self.persons[*place].streets[*nth];
                let after = at + street.words.len();
                if !stands_at(words, at, &street.words) {
                    continue;
                }
                let near = after..(after + NEAR).min(words.len());
                let last = near.rev().find(|near| street.places.contains(&words[*near].folded));
                if let Some(last) = last {
                    found.entry(*place).or_default().push(word.range.start..words[last].range.end);
                }
            }
        }
    }

    /// Returns what else of somebody stands in a text that names them.
    fn hints(&self, person: &Identity, text: &str, words: &[Word]) -> Vec<Range<usize>> {
        let mut marks = Vec::new();
        for (at, word) in words.iter().enumerate() {
            let forms = genitive(&word.folded);
            let is = |parts: &[String], least: usize| {
                forms.iter().any(|form| form.chars().count() >= least && parts.iter().any(|part| part == form))
            };
            let follows_another = at > 0 && {
                let before = &words[at - 1];
                let is_beside = text[before.range.end..word.range.start].chars().all(|sign| sign == ' ');
                let is_theirs = person.first.contains(&before.folded) || person.last.contains(&before.folded);
                is_beside && before.is_capital && !is_theirs && at > 1
            };
            let is_name = is(&person.first, 3) || (is(&person.last, 3) && !follows_another);
            if is_name {
                marks.push(word.range.clone());
            }
            let is_long = person.number.iter().map(|part| part.chars().count()).sum::<usize>() >= 4;
            if is_long && stands_at(words, at, &person.number) {
                marks.push(word.range.start..words[at + person.number.len() - 1].range.end);
            }
            for street in person.streets.iter().filter(|street| stands_at(words, at, &street.words)) {
                marks.push(word.range.start..words[at + street.words.len() - 1].range.end);
            }
        }
        marks
    }
}

fn stands_at(words: &[Word], at: usize, wanted: &[String]) -> bool {
    words.len() >= at + wanted.len() && wanted.iter().zip(&words[at..]).all(|(one, word)| *one == word.folded)
}

/// Returns a word, and what it may be the genitive of.
pub(in crate::office) fn genitive(word: &str) -> Vec<&str> {
    std::iter::once(word).chain(word.strip_suffix('s').filter(|stem| stem.len() > 1)).collect()
}

fn ends_sentence(between: &str) -> bool {
    between.contains(['.', '!', '?', ';', '\n']) && between.contains([' ', '\n']) && !between.contains("-")
}

/// Returns runs of digits in which nothing stands but what separates the groups of a number, each digit with its place.
pub(in crate::office) fn runs_of_digits(text: &str) -> Vec<Vec<(usize, char)>> {
    let mut runs = Vec::new();
    let mut run: Vec<(usize, char)> = Vec::new();
    let mut end = |run: &mut Vec<(usize, char)>| {
        if run.len() >= DIGITS {
            runs.push(std::mem::take(run));
        }
        run.clear();
    };
    for (at, sign) in text.char_indices() {
        if sign.is_ascii_digit() {
            run.push((at, sign));
        } else if !" +-()/.\u{a0}\u{202f}\u{2009}".contains(sign) {
            end(&mut run);
        }
    }
    end(&mut run);
    runs
}

/// Returns where a number begins whose last digits begin at a place of a run, with the code of a country or the zero that
/// stands before it; none where it is the end of a longer number.
fn beginning(text: &str, run: &[(usize, char)], start: usize) -> Option<usize> {
    let at = run[start].0;
    let is_beside = |one: usize| run[one].0 + 1 == run[one + 1].0;
    let group = (0..start).rev().take_while(|one| is_beside(*one)).last().unwrap_or(start);
    let before: String = run[group..start].iter().map(|(_, digit)| *digit).collect();
    let is_code = |digits: &str| {
        digits.chars().all(|digit| digit == '0') || {
            let plain = digits.trim_start_matches('0');
            COUNTRIES.contains(&plain) || plain.strip_suffix('0').is_some_and(|plain| COUNTRIES.contains(&plain))
        }
    };
    let begin = run[group].0;
    let has_sign = text[..begin].ends_with('+');
    if !before.is_empty() {
        return (is_code(&before) || (has_sign && before.len() <= 3)).then_some(begin - usize::from(has_sign));
    }
    // The group before may be the code of the country.
    let mut from = at;
    if start > 0 {
        let one = (0..start).rev().take_while(|one| *one + 1 == start || is_beside(*one)).last().unwrap_or(start);
        let digits: String = run[one..start].iter().map(|(_, digit)| *digit).collect();
        let has_sign = text[..run[one].0].ends_with('+');
        if digits.len() <= 5 && (has_sign || is_code(&digits)) {
            from = run[one].0 - usize::from(has_sign);
        }
    }
    Some(from - usize::from(text[..from].ends_with('+')))
}

/// Returns how a number may be written, as questions to the full-text index: one word, or its last two groups.
fn spellings(key: &str) -> Vec<String> {
    let mut all = vec![format!("\"{key}\""), format!("\"0{key}\"")];
    all.extend(COUNTRIES.iter().flat_map(|code| [format!("\"{code}{key}\""), format!("\"00{code}{key}\"")]));
    for last in 2..=5 {
        for before in 1..=5 {
            if let Some(start) = key.len().checked_sub(last + before) {
                let middle = key.len() - last;
                all.push(format!("\"{} {}\"", &key[start..middle], &key[middle..]));
            }
        }
    }
    // An area's code before one word.
    all.extend(
        (4..key.len()).map(|length| format!("\"{}\"", &key[key.len() - length..])).filter(|part| part.len() > 7),
    );
    all
}

/// Returns a whole number as one word, with and without the code of its country, as questions to the full-text index.
fn forms(line: &str) -> Vec<String> {
    let mut all = vec![format!("\"{line}\""), format!("\"0{line}\""), format!("\"00{line}\"")];
    for code in COUNTRIES {
        match line.strip_prefix(code) {
            Some(national) => all.extend([format!("\"{national}\""), format!("\"0{national}\"")]),
            None => all.extend([format!("\"{code}{line}\""), format!("\"00{code}{line}\"")]),
        }
    }
    all
}

/// Returns ranges in order, those that touch, or that only a space parts, as one.
fn united(text: &str, mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut all: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match all.last_mut() {
            Some(last) if range.start <= last.end || text[last.end..range.start].trim() == "" => {
                last.end = last.end.max(range.end);
            }
            Some(_) | None => all.push(range),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn names(has_namesake: bool) -> Names {
        let facts = Facts {
            first_name: "Åse Marie".into(),
            last_name: "Ødegård".into(),
            number: "10452".into(),
            addresses: vec![("Storgata 12".into(), "8006".into(), "Bodø".into())],
            ..Facts::default()
        };
        let mut identity = Identity::of(Id(7), &facts);
        identity.emails.push("ase.odegard@example.org".into());
        identity.phones.push("22334455".into());
        identity.has_namesake = has_namesake;
        Names::new(vec![identity])
    }

    fn marked(names: &Names, text: &str) -> Vec<String> {
        names
            .find(text)
            .map(|found| found.marks.into_iter().map(|mark| text[mark].to_owned()).collect())
            .unwrap_or_default()
    }

    #[test]
    fn a_name_a_number_and_an_address_are_found_however_they_are_written() {
        let names = names(false);
        for (text, wanted) in [
            ("Møtte Åse Ødegård i dag.", vec!["Åse Ødegård"]),
            ("mote med ase odegard", vec!["ase odegard"]),
            ("Ødegård, Åse Marie", vec!["Ødegård, Åse Marie"]),
            ("ASE MARIE ØDEGÅRDS ordre", vec!["ASE MARIE ØDEGÅRDS"]),
            ("A\u{30a}se Ødega\u{30a}rd ringte. Åse vil ha tilbud.", vec!["A\u{30a}se Ødega\u{30a}rd", "Åse"]),
            ("Skriv til <Ase.Odegard@Example.org>.", vec!["Ase.Odegard@Example.org"]),
            ("mailto:ase.odegard@example.org", vec!["ase.odegard@example.org"]),
            ("Ring 22 33 44 55.", vec!["22 33 44 55"]),
            ("Ring +47 22334455!", vec!["+47 22334455"]),
            ("0047-223-34-455", vec!["0047-223-34-455"]),
            ("tlf. 22.33.44.55 eller 99887766", vec!["22.33.44.55"]),
            ("Sendt til Storgata 12, 8006 Bodø", vec!["Storgata 12, 8006 Bodø"]),
            ("Åse Ødegård (10452) og Ola Ødegård", vec!["Åse Ødegård", "10452"]),
        ] {
            assert_eq!(marked(&names, text), wanted, "{text}");
        }
    }

    #[test]
    fn a_part_of_a_name_alone_identifies_nobody() {
        let names = names(false);
        for text in [
            "Åse ringte.",
            "Familien Ødegård flytter.",
            "Møtte Åse. Ødegård er en gård.",
            "Kort 10452",
            "Storgata 12 er til salgs",
            "post@example.org",
            "922334455",
            "12233445512",
            "223344556",
            "rase odegardstun",
        ] {
            assert_eq!(marked(&names, text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn a_namesake_is_not_taken_for_somebody() {
        let names = names(true);
        assert!(names.find("Møtte Åse Ødegård").is_none());
        assert_eq!(marked(&names, "Åse Ødegård, ase.odegard@example.org").len(), 2);
    }

    #[test]
    fn the_index_is_asked_for_every_spelling() {
        let asked = names(false).expression().unwrap();
        for part in ["(ase AND odegard*)", "\"ase odegard example org\"", "\"4722334455\"", "\"44 55\"", "\"334 455\""]
        {
            assert!(asked.contains(part), "{part} in {asked}");
        }
    }
}
