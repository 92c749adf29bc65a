//! Who is here already: the rule of "the same person" for files of any size.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, RandomState};

use crate::model::import::Twin;
use crate::model::person::{Content, Id, full_name};
use crate::model::{email, phone};
use crate::office::Error;
use crate::search;
use crate::store::{self, Db};

/// With more cards than this many times the rows of the file, asking the database row by row is quicker than reading
/// all cards once.
const WORTH_READING: u64 = 4;

/// So many people at most are held against one sign: an address that a whole house shares tells nobody apart.
const MOST: usize = 50;

/// People by what identifies them. Holds hashes, not texts: 24 bytes a person and sign.
pub(super) struct Known {
    marker: Marker,
    signs: HashMap<u64, Twin>,
    /// Who else has a sign that somebody in `signs` has.
    further: HashMap<u64, Vec<Twin>>,
    /// Whether everybody in the database is in `signs`.
    complete: bool,
}

/// What identifies somebody.
#[derive(Hash)]
enum Sign {
    Email(String),
    Number(String),
    /// A phone identifies together with the folded name.
    Phone {
        key: String,
        name: String,
    },
}

/// Returns what identifies somebody, the surest first.
fn signs<'a>(
    (first, last): (&str, &str),
    number: &str,
    emails: impl Iterator<Item = &'a str>,
    phones: impl Iterator<Item = &'a str>,
) -> Vec<Sign> {
    let mut signs: Vec<Sign> = emails.map(|address| Sign::Email(email::key(address))).collect();
    if !number.is_empty() {
        signs.push(Sign::Number(number.to_owned()));
    }
    let mut keys = phones.filter_map(phone::key).peekable();
    if keys.peek().is_some() {
        let name = search::fold(&full_name(first, last));
        signs.extend(keys.map(|key| Sign::Phone { key, name: name.clone() }));
    }
    signs
}

/// Finds what identifies somebody; for any thread.
#[derive(Clone, Default)]
pub(super) struct Marker(RandomState);

/// What identifies somebody, each sign with its hash, the surest first.
pub(super) struct Signs(Vec<(u64, Sign)>);

impl Marker {
    pub fn signs(&self, content: &Content) -> Signs {
        let signs = signs(
            (&content.first_name, &content.last_name),
            &content.number,
            content.emails.iter().map(|row| row.value.as_str()),
            content.phones.iter().map(|row| row.value.as_str()),
        );
        Signs(signs.into_iter().map(|sign| (self.0.hash_one(&sign), sign)).collect())
    }
}

impl Known {
    /// Reads who is here, if that is quicker than asking for each of `rows` rows.
    pub fn new(db: &Db, rows: u64) -> Result<Self, Error> {
        let mut known =
            Self { marker: Marker::default(), signs: HashMap::new(), further: HashMap::new(), complete: false };
        let persons = store::persons::count(db)?;
        if persons <= rows.max(1_000).saturating_mul(WORTH_READING) {
            known.complete = true;
            store::feed::each_texts(db, |id, texts| {
                let emails = texts.emails.iter().map(String::as_str);
                let phones = texts.phones.iter().map(String::as_str);
                for sign in signs((&texts.first_name, &texts.last_name), &texts.number, emails, phones) {
                    let hash = known.marker.0.hash_one(&sign);
                    known.note(hash, Twin::Card(id));
                }
                true
            })?;
        }
        Ok(known)
    }

    /// Returns what finds the signs that are known here.
    pub fn marker(&self) -> Marker {
        self.marker.clone()
    }

    /// Returns everybody whom these signs may be about, the surest first: the same e-mail, or the same number, or the
    /// same phone and the same folded name.
    pub fn find(&self, db: &Db, signs: &Signs) -> Result<Vec<Twin>, Error> {
        let mut found = Vec::new();
        for (hash, sign) in &signs.0 {
            if !self.complete {
                found.extend(ask(db, sign)?.into_iter().map(Twin::Card));
            }
            found.extend(self.signs.get(hash));
            found.extend(self.further.get(hash).into_iter().flatten());
        }
        if found.len() > 1 {
            let mut seen = HashSet::new();
            found.retain(|twin| seen.insert(*twin));
        }
        Ok(found)
    }

    /// Notes that these signs are about `twin`.
    pub fn add(&mut self, signs: &Signs, twin: Twin) {
        for (hash, _) in &signs.0 {
            self.note(*hash, twin);
        }
    }

    fn note(&mut self, hash: u64, twin: Twin) {
        let first = *self.signs.entry(hash).or_insert(twin);
        if first != twin {
            let further = self.further.entry(hash).or_default();
            if further.len() < MOST && !further.contains(&twin) {
                further.push(twin);
            }
        }
    }
}

/// Asks the database who has a sign.
fn ask(db: &Db, sign: &Sign) -> Result<Vec<Id>, Error> {
    Ok(match sign {
        Sign::Email(key) => store::persons::with_email(db, key)?,
        Sign::Number(number) => store::persons::with_number(db, number)?.into_iter().collect(),
        Sign::Phone { key, name } => {
            let mut found = Vec::new();
            for id in store::persons::with_phone(db, key)? {
                let other = store::persons::name_and_cities(db, id)?;
                if other.is_some_and(|(first, last, _)| search::fold(&full_name(&first, &last)) == *name) {
                    found.push(id);
                }
            }
            found
        }
    })
}
