//! May I write to this person? The one place that decides it, for every message, and says why.
//!
//! The rules are [`may_write`](crate::model::may_write)'s; here the facts are gathered and the answer is worded. It is
//! asked before anything is queued, and again ([`still`]) in the transaction that sends.

use std::collections::{HashMap, HashSet};

use crate::i18n;
use crate::model::basis::{self, Basis};
use crate::model::journal::Kind as Noted;
use crate::model::list::{self, List};
use crate::model::may_write::{Facts, Lack, Nature, Rule, Sending};
use crate::model::outbox::{self, Channel, Kind, Message};
use crate::model::setting::{ItemPart, Plain, Setting};
use crate::model::state::OfAge;
use crate::model::subscription;
use crate::model::user::Right;
use crate::model::{Moment, email, person, text, wording};
use crate::office::erasure::suppression::{self, Sign};
use crate::office::subscriptions::{self, Standing};
use crate::office::{Desk, Error, Rule as OfficeRule, settings, states};
use crate::store::may_write::{Row, overridden};
use crate::{store, t};

use super::stopped;

/// What is to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct What {
    /// The kind of message.
    pub kind: Kind,
    /// Of marketing, the type of mailings it belongs to; without one, no answer to a type is asked for.
    pub subscription: Option<list::Id>,
    /// Whether it tells the person what is kept of them, and so may be the first they hear.
    pub informs: bool,
    /// The address it goes to; without one, the first of the card.
    pub to: Option<String>,
}

impl What {
    /// Returns a message of a kind, to the card's first address.
    pub fn new(kind: Kind) -> Self {
        // Mailings bring the notice along to whoever was not informed yet (art. 14(3)(b)).
        Self { kind, subscription: None, informs: kind == Kind::Marketing, to: None }
    }

    /// Returns a message of a type of mailings.
    pub fn mailing(kind: list::Id) -> Self {
        Self { subscription: Some(kind), ..Self::new(Kind::Marketing) }
    }

    /// Returns what a key names: a kind of message, the template of one, `service`, or `marketing`.
    pub fn from_key(key: &str) -> Option<Self> {
        let kind = match key {
            "service" => Kind::Answer,
            "notice-other-source" => Kind::Notice,
            "newsletter" => Kind::Marketing,
            _ => Kind::from_key(key)?,
        };
        Some(Self::new(kind))
    }
}

impl What {
    fn sending(&self) -> Sending {
        Sending { kind: self.kind, is_typed: self.subscription.is_some(), informs: self.informs }
    }
}

/// Whether a message may go to one of many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::office) struct Judged {
    /// Who.
    pub person: person::Id,
    /// What keeps it from them, what weighs most first; nothing where it may go.
    pub stops: Vec<Rule>,
    /// The address; empty where there is none.
    pub address: String,
    /// Whether nobody is told more of them than that: the card is closed (art. 18), or lies in the trash.
    pub is_closed: bool,
}

/// Why a message may go, or may not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// What keeps it from the person; none in what permits it.
    pub stop: Option<Rule>,
    /// The key, for scripts.
    pub key: &'static str,
    /// It in a sentence, in the language of whoever asked.
    pub text: String,
}

/// Whether a message may go to somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Whether it may.
    pub allowed: bool,
    /// What keeps it from them, what weighs most first; what permits it, where it may go.
    pub reasons: Vec<Reason>,
    /// The address; empty where there is none, or the card is closed.
    pub address: String,
}

impl Verdict {
    /// Returns what keeps the message from them.
    pub fn stops(&self) -> Vec<Rule> {
        self.reasons.iter().filter_map(|reason| reason.stop).collect()
    }
}

/// Returns whether a message may go to somebody, and why.
///
/// Of a closed card (art. 18) nothing more is said than that it is closed, and of one in the trash that it lies there.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NoPerson`], or the database's.
pub fn may_write(desk: &Desk<'_>, id: person::Id, what: &What) -> Result<Verdict, Error> {
    let judge = Judge::new(desk)?;
    guarded(&judge, desk, id, what)
}

fn guarded(judge: &Judge, desk: &Desk<'_>, id: person::Id, what: &What) -> Result<Verdict, Error> {
    desk.require(Right::See)?;
    if !desk.is_seen_in_trash(id)? {
        return Err(Error::Forbidden(Right::SeeOthers));
    }
    let mut verdict = judge.of(desk, id, what)?;
    let closes = |rule: &Rule| matches!(rule, Rule::Restricted | Rule::InTrash);
    let is_closed = !desk.has_opened(id) && store::states::is_restricted(desk.db(), id)?;
    if is_closed || store::trash::holds_person(desk.db(), id)? {
        verdict.address.clear();
        let says_more = |reason: &Reason| reason.stop.is_some_and(|rule| !closes(&rule));
        if verdict.reasons.iter().any(|reason| reason.stop.is_some_and(|rule| closes(&rule))) {
            verdict.reasons.retain(|reason| !says_more(reason));
        }
    }
    Ok(verdict)
}

/// What a card shows of whom one may write to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Panel {
    /// E-mail marketing, whatever the type.
    pub marketing: Verdict,
    /// What holds for e-marketing: when and by whom it was entered.
    pub holds: Option<basis::Entry>,
    /// Each type of mailings that is in use or has an answer.
    pub types: Vec<(Standing, Verdict)>,
}

/// Returns whether mailings may go to somebody, type by type.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoPerson`]; [`Rule::Restricted`](OfficeRule::Restricted).
pub fn panel(desk: &Desk<'_>, id: person::Id) -> Result<Panel, Error> {
    desk.require_open(id)?;
    let judge = Judge::new(desk)?;
    let ledger = store::ledger::of_person(desk.db(), id)?;
    let holds = basis::current(&ledger, list::MARKETING).cloned();
    let standings = subscriptions::of(desk, id)?.types;
    let types = standings.into_iter().map(|standing| {
        let verdict = guarded(&judge, desk, id, &What::mailing(standing.kind))?;
        Ok((standing, verdict))
    });
    let types = types.collect::<Result<_, Error>>()?;
    Ok(Panel { marketing: guarded(&judge, desk, id, &What::new(Kind::Marketing))?, holds, types })
}

/// Returns why a message may not leave any more, in words; none where it may. To be asked in the transaction after which
/// its text is on the way.
///
/// # Errors
/// The database's.
pub(in crate::office) fn still(desk: &Desk<'_>, message: &Message) -> Result<Option<String>, Error> {
    let words: Vec<String> = stops(desk, message)?.into_iter().map(|reason| reason.text).collect();
    Ok(if words.is_empty() { None } else { Some(words.join(" ")) })
}

/// Returns what keeps a queued message from leaving now, but for what somebody let it past.
fn stops(desk: &Desk<'_>, message: &Message) -> Result<Vec<Reason>, Error> {
    if message.channel == Channel::Letter || message.kind == Kind::Test {
        return Ok(Vec::new());
    }
    let Some(person) = message.person else {
        // Whoever was erased is told of it, and of nobody else is it known who they are.
        let bounces = stopped::why(desk, &message.address)?.is_some();
        return Ok(if bounces { vec![stop(desk, Rule::Bounced, None)] } else { Vec::new() });
    };
    let what = What {
        kind: message.kind,
        subscription: message.subscription,
        informs: store::may_write::informs(desk.db(), message.id)?,
        to: Some(message.address.clone()),
    };
    let past = overridden(desk.db(), message.id)?;
    let verdict = Judge::new(desk)?.of(desk, person, &what)?;
    let holds = |reason: &Reason| reason.stop.is_some_and(|rule| !past.iter().any(|key| key == rule.key()));
    Ok(verdict.reasons.into_iter().filter(holds).collect())
}

/// Lets a message past what keeps it from somebody, for a reason that stays on record. Part of a larger change, which
/// queues the message.
///
/// # Errors
/// [`Error::Forbidden`]; [`OfficeRule::StopStands`] for what nobody overrides; [`OfficeRule::StopReason`] without a reason.
pub(in crate::office) fn let_past(
    desk: &mut Desk<'_>,
    message: outbox::Id,
    person: person::Id,
    stops: &[Rule],
    why: &str,
) -> Result<(), Error> {
    desk.require(Right::Override)?;
    if !stops.iter().all(|rule| rule.can_be_overridden()) {
        return Err(Error::Refused(OfficeRule::StopStands));
    }
    let why = text::single_line(why);
    if why.is_empty() {
        return Err(Error::Refused(OfficeRule::StopReason));
    }
    let keys: Vec<&str> = stops.iter().map(|rule| rule.key()).collect();
    store::may_write::override_rules(desk.db(), (message, person), &keys, &why, (desk.now(), desk.user().id))?;
    desk.note_record_of(Noted::StopOverridden, person, message.0, Vec::new())
}

/// What the office decided about who may be written to: read once, to judge many.
pub(in crate::office) struct Judge {
    of_age: OfAge,
    /// Where the office is: whose law holds for people who state no country.
    country: String,
    consent_months: Option<u32>,
    /// The types of mailings that may go to existing customers.
    to_customers: HashSet<list::Id>,
    customers: Customers,
    recognises: bool,
    /// Whether any address is stopped.
    stops_addresses: bool,
    wordings: HashMap<wording::Id, (u32, String)>,
}

/// Who is an existing customer.
struct Customers {
    /// Whether the rule is used, and its condition kept that everybody could say no.
    lack: Option<Lack>,
    categories: HashSet<list::Id>,
    sources: HashSet<list::Id>,
    months: u32,
}

impl Customers {
    fn read(desk: &Desk<'_>) -> Result<Self, Error> {
        let is = |setting| Ok::<_, Error>(settings::plain(desk, setting)? == "yes");
        let items = |setting, list| {
            let keys = settings::plain(desk, setting)?;
            let lists = desk.lists()?;
            Ok::<HashSet<_>, Error>(
                keys.split(' ').filter_map(|key| lists.by_key(list, key)).map(|item| item.id).collect(),
            )
        };
        let lack = if !is(Plain::CustomerRule)? {
            Some(Lack::Unused)
        } else if !is(Plain::CustomerOffered)? {
            Some(Lack::NotOffered)
        } else {
            None
        };
        Ok(Self {
            lack,
            categories: items(Plain::CustomerCategories, List::Category)?,
            sources: items(Plain::CustomerSources, List::Source)?,
            months: settings::plain(desk, Plain::CustomerMonths)?.parse().unwrap_or_default(),
        })
    }

    fn lack(&self, row: &Row, source: list::Id, today: chrono::NaiveDate) -> Option<Lack> {
        let is_recent = |at: Moment| {
            let until = at.local_date().checked_add_months(chrono::Months::new(self.months));
            until.is_none_or(|until| until >= today)
        };
        if self.lack.is_some() {
            self.lack
        } else if !row.category.is_some_and(|category| self.categories.contains(&category)) {
            Some(Lack::Category)
        } else if !self.sources.contains(&source) {
            Some(Lack::Source)
        } else if !row.last_activity.is_some_and(is_recent) {
            Some(Lack::TooLongAgo)
        } else {
            None
        }
    }
}

impl Judge {
    /// Reads what the office decided.
    pub(in crate::office) fn new(desk: &Desk<'_>) -> Result<Self, Error> {
        let part = |list, item: &list::Item, part| {
            settings::stored(desk, &Setting::Item { list, item: item.key.clone(), part })
        };
        let lists = desk.lists()?;
        let mut to_customers = HashSet::new();
        for item in lists.all_of(List::Subscription) {
            if part(List::Subscription, item, ItemPart::Permission)? == "consent-or-customer" {
                to_customers.insert(item.id);
            }
        }
        let consent_months = match lists.get(list::MARKETING) {
            Some(marketing) => part(List::Purpose, marketing, ItemPart::ConsentMonths)?.parse().ok(),
            None => None,
        };
        let wordings = store::wordings::all(desk.db())?.into_iter();
        Ok(Self {
            of_age: states::of_age(desk)?,
            country: settings::plain(desk, Plain::OfficeCountry)?,
            consent_months,
            to_customers,
            customers: Customers::read(desk)?,
            recognises: store::erasure::suppresses_anything(desk.db())?,
            stops_addresses: store::stopped::stops_anything(desk.db())?,
            wordings: wordings.map(|wording| (wording.id, (wording.version, wording.language))).collect(),
        })
    }

    /// Returns whether a message may go to somebody, also of a closed card or one in the trash: what it says of them is
    /// for who sends.
    ///
    /// # Errors
    /// [`Error::NoPerson`], or the database's.
    pub(in crate::office) fn of(&self, desk: &Desk<'_>, id: person::Id, what: &What) -> Result<Verdict, Error> {
        let row = store::may_write::row(desk.db(), id, desk.now())?.ok_or(Error::NoPerson(id))?;
        let ledger = store::ledger::of_person(desk.db(), id)?;
        let answers =
            if what.subscription.is_some() { store::subscriptions::of_person(desk.db(), id)? } else { Vec::new() };
        let (facts, address) = self.facts(desk, what, &row, &ledger, &answers)?;
        let stops = facts.stops(what.sending());
        let consent = basis::current(&ledger, list::MARKETING).filter(|entry| entry.basis == Basis::Consent);
        let reasons = if stops.is_empty() {
            vec![self.ground(desk, what.kind, &facts, consent)]
        } else {
            stops.into_iter().map(|rule| stop(desk, rule, consent)).collect()
        };
        Ok(Verdict { allowed: reasons.iter().all(|reason| reason.stop.is_none()), reasons, address })
    }

    /// As [`of`](Self::of) of many, in their order and without words; who is not there is left out.
    ///
    /// # Errors
    /// The database's.
    pub(in crate::office) fn of_many(
        &self,
        desk: &Desk<'_>,
        ids: &[person::Id],
        what: &What,
    ) -> Result<Vec<Judged>, Error> {
        let list: Vec<String> = ids.iter().map(|id| id.0.to_string()).collect();
        let list = format!("[{}]", list.join(","));
        let rows = store::may_write::rows(desk.db(), &list, desk.now())?;
        let ledgers = store::ledger::of_persons(desk.db(), &list)?;
        let answers = match what.subscription {
            Some(_) => store::subscriptions::of_persons(desk.db(), &list)?,
            None => HashMap::new(),
        };
        let mut judged = Vec::with_capacity(rows.len());
        for id in ids {
            let Some(row) = rows.get(id) else { continue };
            let ledger = ledgers.get(id).map_or([].as_slice(), Vec::as_slice);
            let answers = answers.get(&id.0).map_or([].as_slice(), Vec::as_slice);
            let (facts, address) = self.facts(desk, what, row, ledger, answers)?;
            let stops = facts.stops(what.sending());
            judged.push(Judged { person: *id, stops, address, is_closed: row.restricted || row.in_trash });
        }
        Ok(judged)
    }

    /// Returns which types of mailings in use each of some persons gets, as far as that follows from what they answered:
    /// what keeps everything from them for a while, such as a restriction or an address that is missing, says nothing of
    /// what they want.
    ///
    /// # Errors
    /// The database's.
    pub(in crate::office) fn types_of_many(
        &self,
        desk: &Desk<'_>,
        ids: &[person::Id],
    ) -> Result<HashMap<person::Id, Vec<list::Id>>, Error> {
        let kinds: Vec<list::Id> = desk.lists()?.of(List::Subscription).map(|item| item.id).collect();
        let list: Vec<String> = ids.iter().map(|id| id.0.to_string()).collect();
        let list = format!("[{}]", list.join(","));
        let ledgers = store::ledger::of_persons(desk.db(), &list)?;
        let answers = store::subscriptions::of_persons(desk.db(), &list)?;
        let what = What::new(Kind::Marketing);
        let sending = Sending { kind: what.kind, is_typed: true, informs: true };
        let mut all = HashMap::with_capacity(ids.len());
        for (id, row) in store::may_write::rows(desk.db(), &list, desk.now())? {
            let ledger = ledgers.get(&id).map_or([].as_slice(), Vec::as_slice);
            let answers = answers.get(&id.0).map_or([].as_slice(), Vec::as_slice);
            let (facts, _) = self.facts(desk, &what, &row, ledger, answers)?;
            let gets = |kind: &list::Id| {
                let wanted = subscription::current(answers, *kind).and_then(|answer| answer.wanted);
                let facts = Facts { wanted, to_customers: self.to_customers.contains(kind), ..facts };
                !facts.stops(sending).into_iter().any(Rule::is_their_answer)
            };
            all.insert(id, kinds.iter().copied().filter(gets).collect());
        }
        Ok(all)
    }

    fn facts(
        &self,
        desk: &Desk<'_>,
        what: &What,
        row: &Row,
        ledger: &[basis::Entry],
        answers: &[subscription::Entry],
    ) -> Result<(Facts, String), Error> {
        let advertises = matches!(Nature::of(what.kind), Nature::Marketing | Nature::Request);
        let same = |address: &str| row.emails.iter().find(|known| email::key(&known.0) == email::key(address));
        let known = match &what.to {
            Some(address) => same(address),
            None => row.emails.first(),
        };
        let address = what.to.clone().or_else(|| known.map(|known| known.0.clone())).unwrap_or_default();
        let has_address = !address.is_empty();
        let answer = what.subscription.and_then(|kind| subscription::current(answers, kind));
        let consent = basis::current(ledger, list::MARKETING).filter(|entry| entry.basis == Basis::Consent);
        let country = if row.country.is_empty() { self.country.as_str() } else { row.country.as_str() };
        let suppressed = advertises && has_address && self.recognises;
        let facts = Facts {
            has_address,
            is_on_card: known.is_some(),
            is_of_role: email::is_of_role(&address),
            bounces: has_address && self.stops_addresses && stopped::why(desk, &address)?.is_some(),
            is_suppressed: suppressed
                && !suppression::of_keys(desk, Sign::Email, vec![email::key(&address)])?.is_empty(),
            in_trash: row.in_trash,
            answering: subscriptions::answering(desk, ledger, row.restricted, row.no_mailings)?,
            wanted: answer.and_then(|answer| answer.wanted),
            is_expired: consent.is_some_and(|consent| self.is_expired(consent, desk.today())),
            is_minor: OfAge { least: self.least_age(country), ..self.of_age }.minor(row.birth_date, country).is_some(),
            is_informed: row.informed,
            to_customers: match what.subscription {
                Some(kind) => self.to_customers.contains(&kind),
                None => !self.to_customers.is_empty(),
            },
            lack: self.customers.lack(row, known.map_or(row.source, |known| known.1), desk.today()),
            // Where nobody knows which law holds, the stricter one does.
            asking_advertises: ["NO", "SE", ""].contains(&country),
        };
        Ok((facts, address))
    }

    /// Returns from which age on somebody consents alone to marketing: the consumer authority of Norway says 15.
    fn least_age(&self, country: &str) -> u32 {
        if country == "NO" { self.of_age.least.max(15) } else { self.of_age.least }
    }

    fn is_expired(&self, consent: &basis::Entry, today: chrono::NaiveDate) -> bool {
        let Some(months) = self.consent_months else { return false };
        let until = consent.at.local_date().checked_add_months(chrono::Months::new(months));
        until.is_some_and(|until| until < today)
    }

    fn ground(&self, desk: &Desk<'_>, kind: Kind, facts: &Facts, consent: Option<&basis::Entry>) -> Reason {
        let lang = desk.lang();
        let (key, text) = match Nature::of(kind) {
            Nature::Service => ("service", t!(lang, "may-mail-service")),
            Nature::Test => ("test", t!(lang, "may-mail-test")),
            Nature::Request if consent.is_none() && !facts.is_customer() => ("request", t!(lang, "may-mail-request")),
            Nature::Request | Nature::Marketing => match consent {
                Some(consent) => ("consent", self.consent_words(desk, consent)),
                None => ("customer", t!(lang, "may-mail-customer")),
            },
        };
        Reason { stop: None, key, text }
    }

    fn consent_words(&self, desk: &Desk<'_>, consent: &basis::Entry) -> String {
        let lang = desk.lang();
        let day = i18n::date(lang, consent.at.local_date());
        match consent.wording.and_then(|id| self.wordings.get(&id)) {
            Some((version, language)) => {
                t!(
                    lang,
                    "may-mail-consent-worded",
                    day = day,
                    version = version.to_string(),
                    language = language.as_str()
                )
            }
            None => t!(lang, "may-mail-consent", day = day),
        }
    }
}

fn stop(desk: &Desk<'_>, rule: Rule, consent: Option<&basis::Entry>) -> Reason {
    let lang = desk.lang();
    let text = match (rule, consent) {
        (Rule::ConsentExpired, Some(consent)) => {
            t!(lang, "may-mail-consent-expired", day = i18n::date(lang, consent.at.local_date()))
        }
        (Rule::NotCustomer(lack), _) => i18n::text(lang, &format!("may-mail-not-customer-{}", lack.key())),
        (rule, _) => i18n::text(lang, &format!("may-mail-{}", rule.key())),
    };
    Reason { stop: Some(rule), key: rule.key(), text }
}

#[cfg(test)]
mod tests;
