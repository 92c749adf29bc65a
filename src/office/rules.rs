//! What the office decided, as far as cards and decisions obey it: one value, read once, for this floor and for screens.

use std::collections::{HashMap, HashSet};

use super::field_policy::Policy;
use super::lists::Lists;
use super::settings::{self, ItemPart, Plain, Setting};
use super::{Desk, Error, Rule};
use crate::i18n::{self, Lang};
use crate::model::basis::{Basis, Decision, Named};
use crate::model::condition::Condition;
use crate::model::lawful::{self, Misfit};
use crate::model::list::{self, List};
use crate::model::sensitive::{self, Find};

/// What becomes of a new person for whom no legal basis is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Required {
    /// They are added.
    Off,
    /// They are added, and it is said that something is missing.
    #[default]
    Warn,
    /// They are not added.
    Refuse,
}

/// What somebody is told who did something that is allowed, and yet wants looking at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Warning {
    /// A new person has no legal basis for sales and service.
    NoBasis,
    /// A legal obligation was entered for which no statute is named.
    StatuteMissing,
    /// A note seems to hold something that does not belong there.
    Note(Find),
}

impl Warning {
    /// Returns the key that scripts see; its text is `warning-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::NoBasis => "no-basis",
            Self::StatuteMissing => "statute-missing",
            Self::Note(find) => find.key(),
        }
    }

    /// Returns the warning in words.
    pub fn words(self, lang: Lang) -> String {
        i18n::text(lang, &format!("warning-{}", self.key()))
    }
}

/// On what somebody is kept who came in by a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Usual {
    /// Somebody has to say it each time.
    Ask,
    /// This legal basis, from this source.
    As(Named, list::Id),
}

/// What the office decided.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rules {
    /// Which fields of persons the user sees and edits.
    pub fields: Policy,
    /// Which fields of companies the user sees and edits.
    pub company_fields: Policy,
    /// Whether a new person needs a legal basis for sales and service.
    pub required: Required,
    /// Whether notes are looked through for what does not belong there.
    pub warns_of_notes: bool,
    /// Whether existing customers may get mailings without consent.
    to_customers: bool,
    /// The bases that purposes expect; those that expect none in particular have no entry.
    expected: HashMap<list::Id, Vec<list::Id>>,
    /// The purposes that need data of special categories.
    special: HashSet<list::Id>,
    /// The purposes that the office marked as direct marketing, besides the shipped one.
    direct: HashSet<list::Id>,
    /// The bases for which a statute is named.
    statutes: HashSet<list::Id>,
    /// The languages in which the office turns to people, the usual one first.
    languages: Vec<list::Id>,
    /// By way in and purpose; what nobody decided has no entry.
    usual: HashMap<(list::Id, list::Id), Usual>,
}

impl Rules {
    /// Reads what was decided.
    ///
    /// # Errors
    /// The database's.
    pub(super) fn read(desk: &Desk<'_>) -> Result<Self, Error> {
        let lists = desk.lists()?;
        let part = |list, item: &list::Item, part| {
            settings::stored(desk, &Setting::Item { list, item: item.key.clone(), part })
        };
        let (fields, company_fields) = Policy::read(desk)?;
        let mut rules = Self {
            fields,
            company_fields,
            required: match settings::plain(desk, Plain::BasisRequired)?.as_str() {
                "off" => Required::Off,
                "refuse" => Required::Refuse,
                _ => Required::Warn,
            },
            warns_of_notes: settings::plain(desk, Plain::NotesWarn)? == "yes",
            to_customers: settings::plain(desk, Plain::CustomerRule)? == "yes",
            ..Self::default()
        };
        let languages = settings::plain(desk, Plain::OfficeLanguages)?;
        let known = languages.split(' ').filter_map(|key| lists.by_key(List::Language, key));
        rules.languages = known.filter(|item| item.active).map(|item| item.id).collect();
        for purpose in lists.all_of(List::Purpose) {
            rules.expect(purpose.id, &part(List::Purpose, purpose, ItemPart::Expected)?, lists);
            if part(List::Purpose, purpose, ItemPart::Special)? == "yes" {
                rules.special.insert(purpose.id);
            }
            if part(List::Purpose, purpose, ItemPart::DirectMarketing)? == "yes" {
                rules.direct.insert(purpose.id);
            }
            for source in lists.all_of(List::Source) {
                let setting = Setting::Default { source: source.key.clone(), purpose: purpose.key.clone() };
                if let Some(value) = desk.decided()?.get(&setting.key()) {
                    rules.usual.insert((source.id, purpose.id), usual(lists, value));
                }
            }
        }
        for basis in lists.all_of(List::Basis) {
            if !part(List::Basis, basis, ItemPart::Statute)?.is_empty() {
                rules.statutes.insert(basis.id);
            }
        }
        Ok(rules)
    }

    /// Returns the language in which the office turns to who has stated none; none where it has not said.
    pub fn usual_language(&self) -> Option<list::Id> {
        self.languages.first().copied()
    }

    /// Lets a purpose expect the legal bases of these keys, with spaces between them; none for any.
    pub(super) fn expect(&mut self, purpose: list::Id, keys: &str, lists: &Lists) {
        let items: Vec<list::Id> =
            keys.split(' ').filter_map(|key| lists.by_key(List::Basis, key)).map(|item| item.id).collect();
        if items.is_empty() {
            self.expected.remove(&purpose);
        } else {
            self.expected.insert(purpose, items);
        }
    }

    /// Returns the rule that keeps a legal basis from serving a purpose; none where it may. What ends a permission
    /// always may: who says no is heard.
    pub fn refuses(&self, purpose: list::Id, named: Named) -> Option<Rule> {
        if !named.basis.gives() {
            return None;
        }
        if let Some(rule) = self.refuses_by_law(purpose, named) {
            return Some(rule);
        }
        let expected = self.expected.get(&purpose)?;
        let is_expected = expected.iter().any(|item| *item == named.item || *item == named.basis.item());
        (!is_expected).then_some(Rule::BasisNotExpected)
    }

    /// Returns the rule by which the law keeps a legal basis from serving a purpose, whatever the office expects.
    pub fn refuses_by_law(&self, purpose: list::Id, named: Named) -> Option<Rule> {
        let is_direct = self.is_direct_marketing(purpose);
        lawful::misfit(named.basis, purpose, is_direct, self.to_customers).map(|misfit| match misfit {
            Misfit::NeedsConsent => Rule::MarketingNeedsConsent,
            Misfit::NeedsCustomerRule => Rule::MarketingToCustomers,
            Misfit::NeedsConsentOrInterests => Rule::DirectMarketingUnfit,
        })
    }

    /// Returns whether a purpose asks for a condition of art. 9(2) with each decision that gives a permission.
    pub fn asks_condition(&self, purpose: list::Id) -> bool {
        self.special.contains(&purpose)
    }

    /// Returns whether a purpose is direct marketing: an objection to it stops it at once, and nothing overrides that
    /// (art. 21(2) and (3)).
    pub fn is_direct_marketing(&self, purpose: list::Id) -> bool {
        purpose == list::MARKETING || self.direct.contains(&purpose)
    }

    /// Returns the purposes that are direct marketing.
    pub fn direct_marketing(&self) -> Vec<list::Id> {
        let mut all: Vec<list::Id> = self.direct.iter().copied().chain([list::MARKETING]).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Returns the rule that keeps a decision from being entered while an objection stands; none where it may be. To
    /// direct marketing, only a new consent of the person themselves opens the way again; to interests and tasks, that
    /// the objection is overruled (art. 21(1)), or another legal basis.
    pub fn refuses_after_objection(&self, decision: &Decision) -> Option<Rule> {
        let overrides = decision.basis.gives() && decision.basis != Basis::Consent;
        if overrides && self.is_direct_marketing(decision.purpose) {
            return Some(Rule::ObjectionStands);
        }
        let is_reached = [Basis::LegitimateInterests, Basis::PublicTask].contains(&decision.basis);
        is_reached.then_some(Rule::ObjectionNotOverruled)
    }

    /// Returns the rule that keeps a decision from being entered; none where it may be.
    pub fn refuses_decision(&self, decision: &Decision) -> Option<Rule> {
        if !decision.basis.gives() {
            return None;
        }
        self.refuses(decision.purpose, decision.named()).or_else(|| {
            match decision.condition {
                None if self.asks_condition(decision.purpose) => Some(Rule::ConditionNeeded),
                // An explicit consent is to a text (art. 9(2)(a)).
                Some(Condition::Explicit) if decision.wording.is_none() => Some(Rule::ExplicitNeedsWording),
                None | Some(_) => None,
            }
        })
    }

    /// Returns whether a legal obligation is claimed without the statute that makes it one. That is no reason to refuse:
    /// the decision is right or wrong whatever the settings say, and the statute can be named afterwards.
    pub fn lacks_statute(&self, named: Named) -> bool {
        named.basis == Basis::LegalObligation && !self.statutes.contains(&named.item)
    }

    /// Returns what is to be said of a text that is kept: a note, or what an activity says.
    pub fn of_note(&self, text: &str) -> Vec<Warning> {
        if !self.warns_of_notes {
            return Vec::new();
        }
        sensitive::finds(text).into_iter().map(Warning::Note).collect()
    }

    /// Returns what is to be said of a decision that was entered.
    pub fn of_decision(&self, named: Named) -> Vec<Warning> {
        if self.lacks_statute(named) { vec![Warning::StatuteMissing] } else { Vec::new() }
    }

    /// Returns what is to be said of a new person, by what holds for them for sales and service.
    pub fn of_new_person(&self, sales: Option<Named>) -> Vec<Warning> {
        match sales {
            Some(named) => self.of_decision(named),
            None if self.required == Required::Warn => vec![Warning::NoBasis],
            None => Vec::new(),
        }
    }

    /// Returns on what somebody is kept who came in by a source; none where nobody decided that.
    ///
    /// A decision that cannot hold any more, because the purpose expects something else by now or asks for a condition,
    /// counts as one that has to be made each time.
    pub fn usual(&self, way_in: list::Id, purpose: list::Id) -> Option<Usual> {
        let usual = *self.usual.get(&(way_in, purpose))?;
        Some(match usual {
            Usual::As(named, source)
                if self.refuses_decision(&Decision::new(purpose, named, source)).is_none() && named.basis.gives() =>
            {
                usual
            }
            Usual::As(..) | Usual::Ask => Usual::Ask,
        })
    }

    /// Returns what is decided about everybody who comes in by a source, purpose by purpose.
    pub(super) fn usual_decisions(&self, way_in: list::Id) -> Vec<Decision> {
        let mut purposes: Vec<list::Id> =
            self.usual.keys().filter(|(source, _)| *source == way_in).map(|(_, purpose)| *purpose).collect();
        purposes.sort_unstable();
        let decision = |purpose| match self.usual(way_in, purpose)? {
            Usual::As(named, source) => Some(Decision::new(purpose, named, source)),
            Usual::Ask => None,
        };
        purposes.into_iter().filter_map(decision).collect()
    }
}

fn usual(lists: &Lists, value: &str) -> Usual {
    let known = value.split_once(',').and_then(|(basis, source)| {
        let basis = lists.basis(lists.by_key(List::Basis, basis)?.id)?;
        Some(Usual::As(basis, lists.by_key(List::Source, source)?.id))
    });
    known.unwrap_or(Usual::Ask)
}

#[cfg(test)]
mod tests;
