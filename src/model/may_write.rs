//! Whether a message may go to somebody, and what keeps it from them: the rules, on facts that somebody else gathered.
//!
//! *Service messages* go to whoever they concern: what the law obliges the office to tell, and what answers the person.
//! Everything else advertises, and takes all that the law asks of it.

use super::basis::Basis;
use super::outbox::Kind;
use super::subscription::{Answering, Stop};

/// What keeps a message from somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rule {
    /// There is no e-mail address.
    NoAddress,
    /// The card does not have the address any more that the message was written to.
    AddressGone,
    /// Nothing arrives at the address.
    Bounced,
    /// The card lies in the trash.
    InTrash,
    /// The processing of the data is restricted (art. 18).
    Restricted,
    /// The person objected to direct marketing (art. 21(3)).
    Objects,
    /// The address is one of somebody who was erased.
    Suppressed,
    /// The consent was taken back (art. 7(3)).
    Withdrawn,
    /// The person refused this type of mailings.
    Refused,
    /// The card says that the person wants no mailings.
    NoMailings,
    /// The person is too young to consent to it alone (art. 8).
    Minor,
    /// Nothing permits e-marketing to the person.
    NoConsent,
    /// The consent is older than the office trusts one.
    ConsentExpired,
    /// Nothing but the rule for existing customers could permit it, and the person is none.
    NotCustomer(Lack),
    /// The person did not ask for this type of mailings, and no consent covers it.
    NotSubscribed,
    /// The person was not told yet what is kept of them (art. 13, 14, 21(4)).
    NotInformed,
    /// To ask a natural person for consent by e-mail is e-marketing itself (mfl. § 15, MFL 19 §).
    RequestAdvertises,
}

/// What somebody lacks to be an existing customer (mfl. § 15 third paragraph, MFL 19 § second paragraph).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lack {
    /// The office does not use the rule.
    Unused,
    /// Not everybody could say no when the address was given.
    NotOffered,
    /// The category is not one of customers.
    Category,
    /// The address was not given in connection with a sale.
    Source,
    /// The last activity was too long ago.
    TooLongAgo,
}

impl Lack {
    /// All that there are.
    pub const ALL: [Self; 5] = [Self::Unused, Self::NotOffered, Self::Category, Self::Source, Self::TooLongAgo];

    /// Returns the end of the key of its text.
    pub fn key(self) -> &'static str {
        match self {
            Self::Unused => "unused",
            Self::NotOffered => "not-offered",
            Self::Category => "category",
            Self::Source => "source",
            Self::TooLongAgo => "too-long-ago",
        }
    }
}

impl Rule {
    /// All that there are, what weighs most first: the order in which they are told.
    pub const ALL: [Self; 21] = [
        Self::InTrash,
        Self::Restricted,
        Self::Objects,
        Self::Withdrawn,
        Self::Suppressed,
        Self::Refused,
        Self::NoMailings,
        Self::Minor,
        Self::NoConsent,
        Self::ConsentExpired,
        Self::NotCustomer(Lack::Unused),
        Self::NotCustomer(Lack::NotOffered),
        Self::NotCustomer(Lack::Category),
        Self::NotCustomer(Lack::Source),
        Self::NotCustomer(Lack::TooLongAgo),
        Self::NotSubscribed,
        Self::RequestAdvertises,
        Self::NotInformed,
        Self::NoAddress,
        Self::AddressGone,
        Self::Bounced,
    ];

    /// Returns the key for scripts; its text is `may-mail-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::NoAddress => "no-address",
            Self::AddressGone => "address-gone",
            Self::Bounced => "bounced",
            Self::InTrash => "in-trash",
            Self::Restricted => "restricted",
            Self::Objects => "objects",
            Self::Suppressed => "suppressed",
            Self::Withdrawn => "withdrawn",
            Self::Refused => "refused",
            Self::NoMailings => "no-mailings",
            Self::Minor => "minor",
            Self::NoConsent => "no-consent",
            Self::ConsentExpired => "consent-expired",
            Self::NotCustomer(_) => "not-customer",
            Self::NotSubscribed => "not-subscribed",
            Self::NotInformed => "not-informed",
            Self::RequestAdvertises => "request-advertises",
        }
    }

    /// Returns whether somebody with the right to it can let a message past.
    ///
    /// What the person said themselves nobody overrides, nor a restriction or that they were erased; and what cannot
    /// arrive is not sent.
    pub fn can_be_overridden(self) -> bool {
        match self {
            Self::NoMailings
            | Self::NoConsent
            | Self::ConsentExpired
            | Self::NotCustomer(_)
            | Self::NotSubscribed
            | Self::NotInformed
            | Self::RequestAdvertises => true,
            Self::NoAddress
            | Self::AddressGone
            | Self::Bounced
            | Self::InTrash
            | Self::Restricted
            | Self::Objects
            | Self::Suppressed
            | Self::Withdrawn
            | Self::Refused
            | Self::Minor => false,
        }
    }
}

impl Rule {
    /// Returns whether it follows from what the person said of mailings, or did not say.
    pub fn is_their_answer(self) -> bool {
        match self {
            Self::Objects | Self::Withdrawn | Self::Refused | Self::NoMailings | Self::NotSubscribed => true,
            Self::NoAddress
            | Self::AddressGone
            | Self::Bounced
            | Self::InTrash
            | Self::Restricted
            | Self::Suppressed
            | Self::Minor
            | Self::NoConsent
            | Self::ConsentExpired
            | Self::NotCustomer(_)
            | Self::NotInformed
            | Self::RequestAdvertises => false,
        }
    }
}

/// What a message is, as far as it matters here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Nature {
    /// It goes to whoever it concerns.
    Service,
    /// It asks for a consent.
    Request,
    /// It advertises.
    Marketing,
    /// The office sends it to itself.
    Test,
}

impl Nature {
    /// Returns what a kind of message is.
    pub fn of(kind: Kind) -> Self {
        match kind {
            Kind::Notice
            | Kind::ConsentConfirmation
            | Kind::Corrected
            | Kind::Erased
            | Kind::Report
            | Kind::Breach
            | Kind::Answer => Self::Service,
            Kind::ConsentRequest => Self::Request,
            Kind::Marketing => Self::Marketing,
            Kind::Test => Self::Test,
        }
    }
}

/// Returns whether a kind of message goes out also while the processing of the person's data is restricted.
///
/// Restricted data is processed for the person's own rights and with their consent (art. 18(2)): what they asked for is
/// answered, they are told of a correction or an erasure (art. 12(3)), and of a breach (art. 34), which concerns stored
/// data all the same. The notice of art. 13 and 14 is owed to them as well; its time limit does not stand still because
/// they contest something. To have a consent confirmed serves the office, and can wait.
pub fn goes_to_restricted(kind: Kind) -> bool {
    match kind {
        Kind::Notice | Kind::Corrected | Kind::Erased | Kind::Report | Kind::Breach | Kind::Answer => true,
        Kind::ConsentRequest | Kind::ConsentConfirmation | Kind::Marketing | Kind::Test => false,
    }
}

/// Returns whether a kind of message goes out also to somebody whose card lies in the trash: their data is still kept.
pub fn goes_to_trash(kind: Kind) -> bool {
    // Who is about to be erased need not be told what is kept of them.
    goes_to_restricted(kind) && kind != Kind::Notice
}

/// What is to be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sending {
    /// The kind of message.
    pub kind: Kind,
    /// Whether it belongs to a type of mailings, of which [`Facts::wanted`] and [`Facts::to_customers`] tell.
    pub is_typed: bool,
    /// Whether it tells the person what is kept of them, and so may be the first they hear.
    pub informs: bool,
}

/// What is known of the person, and of the address it would go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// Whether there is an address.
    pub has_address: bool,
    /// Whether the card has it.
    pub is_on_card: bool,
    /// Whether it is one of no natural person, such as post@.
    pub is_of_role: bool,
    /// Whether nothing arrives there.
    pub bounces: bool,
    /// Whether it is of somebody who was erased.
    pub is_suppressed: bool,
    /// Whether the card lies in the trash.
    pub in_trash: bool,
    /// What the person answered in general.
    pub answering: Answering,
    /// What they answered to the type of mailings.
    pub wanted: Option<bool>,
    /// Whether the consent is too old.
    pub is_expired: bool,
    /// Whether the person is too young.
    pub is_minor: bool,
    /// Whether they were told what is kept of them.
    pub is_informed: bool,
    /// Whether the type of mailings may go to existing customers.
    pub to_customers: bool,
    /// What they lack to be an existing customer; none where they are one.
    pub lack: Option<Lack>,
    /// Whether asking for consent by e-mail is e-marketing where they live.
    pub asking_advertises: bool,
}

impl Facts {
    /// Returns what keeps a message from the person, what weighs most first; nothing where it may go.
    pub fn stops(&self, sending: Sending) -> Vec<Rule> {
        Rule::ALL.into_iter().filter(|rule| self.stops_by(*rule, sending)).collect()
    }

    fn stops_by(&self, rule: Rule, sending: Sending) -> bool {
        let nature = Nature::of(sending.kind);
        let advertises = matches!(nature, Nature::Marketing | Nature::Request);
        let is_marketing = nature == Nature::Marketing;
        let stops = self.answering.stops();
        match rule {
            Rule::NoAddress => !self.has_address,
            Rule::AddressGone => self.has_address && !self.is_on_card && nature != Nature::Test,
            Rule::Bounced => self.has_address && self.bounces,
            Rule::InTrash => self.in_trash && !goes_to_trash(sending.kind) && nature != Nature::Test,
            Rule::Restricted => {
                stops.contains(&Stop::Restricted) && !goes_to_restricted(sending.kind) && nature != Nature::Test
            }
            Rule::Objects => advertises && stops.contains(&Stop::Objection),
            Rule::Withdrawn => advertises && stops.contains(&Stop::Withdrawn),
            Rule::NoMailings => advertises && stops.contains(&Stop::NoMailings),
            Rule::Suppressed => advertises && self.has_address && self.is_suppressed,
            Rule::Minor => advertises && self.is_minor,
            Rule::NotInformed => advertises && !self.is_informed && !sending.informs,
            Rule::RequestAdvertises => {
                nature == Nature::Request && self.asking_advertises && !self.is_of_role && !self.is_permitted()
            }
            Rule::Refused => is_marketing && sending.is_typed && self.wanted == Some(false),
            Rule::NotSubscribed => {
                is_marketing
                    && sending.is_typed
                    && self.wanted != Some(false)
                    && !self.answering.covers(self.wanted)
                    && !self.is_customer()
                    && !self.says_no()
            }
            Rule::ConsentExpired => is_marketing && self.basis() == Some(Basis::Consent) && self.is_expired,
            Rule::NotCustomer(lack) => is_marketing && self.may_be_customer() && self.lack == Some(lack),
            Rule::NoConsent => {
                is_marketing && self.basis() != Some(Basis::Consent) && !self.says_no() && !self.may_be_customer()
            }
        }
    }

    fn basis(&self) -> Option<Basis> {
        self.answering.marketing
    }

    /// Returns whether they took their consent back, or objected: nothing more need be said then.
    fn says_no(&self) -> bool {
        self.basis().is_some_and(Basis::is_refusal)
    }

    /// Returns whether nothing but the rule for existing customers could permit it.
    fn may_be_customer(&self) -> bool {
        self.basis() == Some(Basis::LegitimateInterests) && self.to_customers
    }

    /// Returns whether the rule for existing customers permits it.
    pub fn is_customer(&self) -> bool {
        self.may_be_customer() && self.lack.is_none()
    }

    /// Returns whether e-marketing is permitted anyway: whoever may be written to may be asked to go on.
    fn is_permitted(&self) -> bool {
        (self.basis() == Some(Basis::Consent) && !self.is_expired) || self.is_customer()
    }
}

#[cfg(test)]
mod tests;
