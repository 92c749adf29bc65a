//! Who gets a message of a mailing, and how it stands with everybody else.

use std::collections::{HashMap, HashSet};

use super::{STEP, Wanted};
use crate::i18n::Lang;
use crate::model::criteria::Of;
use crate::model::mailing::{Recipient, Sort, Status, Why};
use crate::model::may_write::Rule as Stop;
use crate::model::{email, person};
use crate::office::mail::allowed::{Judge, Judged, What};
use crate::office::subject::Subject;
use crate::office::{Desk, Error, Progress, Rule, selections, subject};
use crate::store;
use crate::store::mailings::Addressee;

/// One of those a mailing is about.
pub(super) struct One {
    pub recipient: Recipient,
    /// Where the message goes, also of those of whom nothing is told.
    pub address: String,
    /// What it is let past.
    pub past: Vec<Stop>,
    /// The name the message is written to.
    pub name: String,
    /// The language they chose.
    pub lang: Option<Lang>,
}

/// Everybody a mailing is about.
pub(super) struct Chosen {
    /// What the selection is called.
    pub name: String,
    pub all: Vec<One>,
    /// Those of them who lie in the trash.
    pub in_trash: HashSet<person::Id>,
}

/// Says of everybody how it stands with them.
pub(super) fn choose(desk: &Desk<'_>, wanted: &Wanted, progress: &Progress) -> Result<Chosen, Error> {
    let whom = subject::resolve(desk, &wanted.subject)?;
    if whom.of == Of::Companies {
        return Err(Error::Refused(Rule::MailingOfPersons));
    }
    let what = What { subscription: wanted.sort.subscription(), ..What::new(wanted.sort.kind()) };
    let judge = Judge::new(desk)?;
    let in_trash: Vec<person::Id> = match (&wanted.subject, wanted.sort) {
        // A breach concerns everybody whose data is kept, and until the trash is emptied theirs is (art. 4(12), 34(1)).
        (Subject::Selection(id), Sort::Breach) => selections::in_trash(desk, *id)?,
        (Subject::Selection(_), Sort::Marketing(_)) | (Subject::Persons(_) | Subject::Companies(_), _) => {
            whom.in_trash.iter().copied().map(person::Id).collect()
        }
    };
    let trashed: HashSet<person::Id> = in_trash.iter().copied().collect();
    let ids: Vec<person::Id> = whom.persons().into_iter().chain(whom.held.iter().copied()).chain(in_trash).collect();
    let mut chooser = Chooser { desk, wanted, known: HashSet::new(), langs: HashMap::new() };
    let mut all = Vec::with_capacity(ids.len());
    let total = ids.len() as u64;
    for (step, some) in ids.chunks(STEP).enumerate() {
        progress.at((step * STEP) as u64, total)?;
        let list: Vec<String> = some.iter().map(|id| id.0.to_string()).collect();
        let addressees = store::mailings::addressees(desk.db(), &format!("[{}]", list.join(",")))?;
        for judged in judge.of_many(desk, some, &what)? {
            let Some(addressee) = addressees.get(&judged.person) else { continue };
            all.push(chooser.one(judged, addressee)?);
        }
    }
    progress.at(total, total)?;
    Ok(Chosen { name: whom.name, all, in_trash: trashed })
}

struct Chooser<'a, 'd> {
    desk: &'a Desk<'d>,
    wanted: &'a Wanted,
    /// The addresses that somebody gets a message at, as they are compared.
    known: HashSet<String>,
    langs: HashMap<Option<crate::model::list::Id>, Option<Lang>>,
}

impl Chooser<'_, '_> {
    fn one(&mut self, judged: Judged, addressee: &Addressee) -> Result<One, Error> {
        let Judged { person, stops, address, is_closed } = judged;
        let is_let_past = !self.wanted.why.is_empty() && stops.iter().all(|rule| rule.can_be_overridden());
        let status = match stops.first() {
            // What weighs most, and of what can be overridden nothing where something else cannot.
            Some(first) if !is_let_past => {
                let stands = stops.iter().find(|rule| !rule.can_be_overridden());
                Status::Left(Why::Rule(*stands.unwrap_or(first)))
            }
            // Of a breach each is told by name, also who shares an address (art. 34(1)).
            Some(_) | None if self.wanted.sort != Sort::Breach && !self.known.insert(email::key(&address)) => {
                Status::Left(Why::Duplicate)
            }
            Some(_) => Status::LetPast,
            None => Status::Ready,
        };
        let name = person::full_name(&addressee.first_name, &addressee.last_name);
        let lang = match self.langs.get(&addressee.language) {
            Some(lang) => *lang,
            None => {
                let lang = self.desk.language_of(addressee.language)?;
                self.langs.insert(addressee.language, lang);
                lang
            }
        };
        let shown = |text: &String| if is_closed { String::new() } else { text.clone() };
        let recipient = Recipient {
            person,
            name: shown(&name),
            address: shown(&address),
            status,
            said: String::new(),
            sent_at: None,
        };
        let past = if status == Status::LetPast { stops } else { Vec::new() };
        Ok(One { recipient, address, past, name, lang })
    }
}
