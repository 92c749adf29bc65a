//! Who is here already: the rule of "the same person" for files of any size.

use std::collections::HashMap;
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

/// People by what identifies them. Holds hashes, not texts: 16 bytes a person and sign.
pub(super) struct Known {
    hasher: RandomState,
    signs: HashMap<u64, Twin>,
    /// Whether everybody in the database is in `signs`.
    complete: bool,
}

/// What identifies somebody, with a mark that keeps the kinds apart.
fn signs(first: &str, last: &str, number: &str, emails: &[&str], phones: &[&str]) -> Vec<String> {
    let mut signs: Vec<String> = emails.iter().map(|address| format!("e{}", email::key(address))).collect();
    if !number.is_empty() {
        signs.push(format!("n{number}"));
    }
    let keys: Vec<String> = phones.iter().filter_map(|number| phone::key(number)).collect();
    if !keys.is_empty() {
        let name = search::fold(&full_name(first, last));
        signs.extend(keys.into_iter().map(|key| format!("p{key} {name}")));
    }
    signs
}

fn of_content(content: &Content) -> Vec<String> {
    let emails: Vec<&str> = content.emails.iter().map(|row| row.value.as_str()).collect();
    let phones: Vec<&str> = content.phones.iter().map(|row| row.value.as_str()).collect();
    signs(&content.first_name, &content.last_name, &content.number, &emails, &phones)
}

impl Known {
    /// Reads who is here, if that is quicker than asking for each of `rows` rows.
    pub fn new(db: &Db, rows: u64) -> Result<Self, Error> {
        let mut known = Self { hasher: RandomState::new(), signs: HashMap::new(), complete: false };
        let persons = store::persons::count(db)?;
        if persons <= rows.max(1_000).saturating_mul(WORTH_READING) {
            known.complete = true;
            store::feed::each_texts(db, |id, texts| {
                let emails: Vec<&str> = texts.emails.iter().map(String::as_str).collect();
                let phones: Vec<&str> = texts.phones.iter().map(String::as_str).collect();
                for sign in signs(&texts.first_name, &texts.last_name, &texts.number, &emails, &phones) {
                    known.signs.entry(known.hasher.hash_one(sign)).or_insert(Twin::Card(id));
                }
                true
            })?;
        }
        Ok(known)
    }

    /// Returns who `content` is about, if that is known: the same e-mail, or the same number, or the same phone and
    /// the same folded name.
    pub fn find(&self, db: &Db, content: &Content) -> Result<Option<Twin>, Error> {
        for sign in of_content(content) {
            if let Some(twin) = self.signs.get(&self.hasher.hash_one(&sign)) {
                return Ok(Some(*twin));
            }
        }
        if self.complete { Ok(None) } else { Ok(ask(db, content)?.map(Twin::Card)) }
    }

    /// Notes that `content` is about `twin`.
    pub fn add(&mut self, content: &Content, twin: Twin) {
        for sign in of_content(content) {
            self.signs.entry(self.hasher.hash_one(sign)).or_insert(twin);
        }
    }
}

/// Asks the database who `content` is about.
pub(super) fn ask(db: &Db, content: &Content) -> Result<Option<Id>, Error> {
    for row in &content.emails {
        if let Some(id) = store::persons::with_email(db, &email::key(&row.value))?.first() {
            return Ok(Some(*id));
        }
    }
    if !content.number.is_empty()
        && let Some(id) = store::persons::with_number(db, &content.number)?
    {
        return Ok(Some(id));
    }
    let name = search::fold(&content.full_name());
    for key in content.phones.iter().filter_map(|row| phone::key(&row.value)) {
        for id in store::persons::with_phone(db, &key)? {
            let other = store::persons::name_and_cities(db, id)?;
            if other.is_some_and(|(first, last, _)| search::fold(&full_name(&first, &last)) == name) {
                return Ok(Some(id));
            }
        }
    }
    Ok(None)
}
