//! Why the office did not do what it was asked to. Nothing was changed, whatever the reason.

use std::path::PathBuf;

use crate::model::template::Fault;
use crate::model::user::Right;
use crate::model::{Invalid, Reason, activity, company, criteria, person};
use crate::{store, transfer, vault};

/// Why nothing was done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Something that was typed or asked for cannot be taken.
    #[error("{} fields cannot be taken", .0.len())]
    Invalid(Vec<Invalid>),
    /// A setting does not take the value.
    #[error("{setting} {reason}")]
    InvalidSetting {
        /// The key of the setting.
        setting: String,
        /// What is wrong with the value.
        reason: Reason,
    },
    /// Criteria cannot be read.
    #[error("criteria: {0}")]
    Criteria(#[from] criteria::Misread),
    /// A right is missing.
    #[error("the right to {} is missing", .0.key())]
    Forbidden(Right),
    /// A rule of the office or of the law refuses it.
    #[error("refused: {}", .0.key())]
    Refused(Rule),
    /// There is no such card.
    #[error("there is no card {0}")]
    NoPerson(person::Id),
    /// There is no card of a company.
    #[error("there is no company {0}")]
    NoCompany(company::Id),
    /// Somebody changed the company's card since it was read.
    #[error("the company {0} was changed meanwhile")]
    CompanyChanged(company::Id),
    /// Who opened the vault does not work here: they were removed, or not added completely.
    #[error("the user does not work with this card file")]
    NotAtWork,
    /// There is no record of that kind with that name.
    #[error("there is no such {0}")]
    NoSuch(&'static str),
    /// Somebody changed the card since it was read.
    #[error("the card {0} was changed meanwhile")]
    ChangedMeanwhile(person::Id),
    /// Somebody changed the activity since it was read.
    #[error("the activity {0} was changed meanwhile")]
    ActivityChanged(activity::Id),
    /// The file that was planned with is no longer the same.
    #[error("the file was changed meanwhile")]
    FileChanged,
    /// A file outside the vault could not be read or written.
    #[error("the file cannot be used")]
    File {
        /// Which one.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The file is larger than what can be attached.
    #[error("the file is too large")]
    FileTooLarge,
    /// The file holds no settings, or those of a newer version.
    #[error("the file holds no settings")]
    NotSettings,
    /// The picture is neither PNG nor JPEG, or is damaged.
    #[error("the file is no picture that can be shown")]
    NotAPicture,
    /// A text cannot be a template.
    #[error("the text cannot be a template")]
    Template(Fault),
    /// The user asked to stop.
    #[error("stopped, as asked")]
    Cancelled,
    /// The file to import or export failed.
    #[error(transparent)]
    Transfer(#[from] transfer::Error),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// The vault failed.
    #[error(transparent)]
    Vault(#[from] vault::Error),
    /// No connection could be opened to read.
    #[error(transparent)]
    Unreadable(std::sync::Arc<vault::Error>),
    /// The vault was locked before the answer came, or a newer question replaced this one.
    #[error("the question was dropped")]
    Gone,
    /// The program itself failed; the transaction was rolled back.
    #[error("the work failed")]
    Failed,
}

impl Error {
    /// Returns the complaint about one field.
    pub fn invalid(field: crate::model::field::Field, reason: crate::model::Reason) -> Self {
        Self::Invalid(vec![Invalid::new(field, reason)])
    }
}

/// A rule that refuses something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// A void row needs a row before it.
    NothingToVoid,
    /// A row can only correct a standing row of the same person and purpose.
    NotCorrectable,
    /// A sale-and-service purpose must have a basis: a blank one cannot be entered.
    ImportNeedsBasis,
    /// An import can be undone once.
    UndoneBefore,
    /// A wording belongs to another purpose.
    WordingOfOtherPurpose,
    /// The text of a wording cannot be empty.
    EmptyWording,
    /// Sample people never mix with real ones.
    SampleNeedsEmpty,
    /// A card cannot be made one with itself.
    MergeWithItself,
    /// A merge can be taken back once.
    MergeUndoneBefore,
    /// What a later merge made one is taken apart before what an earlier one did.
    MergedFurther,
    /// A card is always about the same person as itself.
    ApartFromItself,
    /// Nobody is related to themselves here.
    RelatedToThemselves,
    /// A company that anything hangs on stays.
    CompanyInUse,
    /// A card to which anything was added since it was made stays.
    CardInUse,
    /// The owner's role allows everything.
    OwnerHasAllRights,
    /// A role that somebody has stays.
    RoleInUse,
    /// An item that came with the program can be put out of use, not removed.
    ItemShipped,
    /// An item that something names stays as it is.
    ItemInUse,
    /// The program itself enters this item.
    ItemNeeded,
    /// An own legal basis stands under one of art. 6(1), an own kind of activity under a shipped one.
    NeedsMeaning,
    /// E-marketing takes consent, or legitimate interests under the rule for existing customers.
    MarketingNeedsConsent,
    /// Legitimate interests carry e-marketing to existing customers only, and that rule is off.
    MarketingToCustomers,
    /// Direct marketing rests on consent or on legitimate interests.
    DirectMarketingUnfit,
    /// The purpose does not expect the legal basis.
    BasisNotExpected,
    /// The office asks for a legal basis for everybody.
    BasisRequired,
    /// A purpose with data of special categories asks for a condition of art. 9(2).
    ConditionNeeded,
    /// An explicit consent (art. 9(2)(a)) names the wording it was given to.
    ExplicitNeedsWording,
    /// A field that is not collected is not filled.
    FieldNotCollected,
    /// Only what is no longer collected is emptied on every card.
    FieldCollected,
    /// A field that is kept elsewhere, or that the role may only read, is not changed here.
    FieldReadOnly,
    /// A field that the role hides is not handed out.
    FieldUnseen,
    /// The processing of the person's data is restricted (art. 18).
    Restricted,
    /// Who is to be told by letter or e-mail has an address for it.
    NoAddressToTell,
    /// Who was erased comes in again only for a reason.
    OverruleReason,
    /// What keeps a message from somebody cannot be overridden: they said so themselves, or the law does.
    StopStands,
    /// A message is let past what keeps others from being sent only for a reason.
    StopReason,
    /// A restricted card is opened only for a reason (art. 18(2)).
    ReasonNeeded,
    /// Who is not restricted cannot be released, and who is cannot be restricted again.
    RestrictionStands,
    /// What was decided about an objection stands.
    ObjectionDecided,
    /// Somebody objected to direct marketing, and nothing but their consent changes that (art. 21(3)).
    ObjectionStands,
    /// Somebody objected to what rests on interests or a task, and that was not overruled (art. 21(1)).
    ObjectionNotOverruled,
    /// The answer is none that the objection can have.
    VerdictUnfit,
    /// An office needs an owner.
    LastOwner,
    /// A file of another kind would lie among those of the card file.
    InsideVault,
    /// Nobody removes themselves.
    OwnAccount,
    /// Somebody of that name works here, or did.
    UserNameTaken,
    /// A user's name is one line of up to 60 characters.
    UserNameUnfit,
    /// A selection is called something else already, or has no name.
    SelectionNameUnfit,
    /// A selection that others are made of stays.
    SelectionInUse,
    /// A selection is not made of itself, also not by way of others.
    SelectionOfItself,
    /// Two selections that are combined are both of persons, or both of companies.
    SelectionsDiffer,
    /// Selections that come with the program stay as they are.
    SelectionReady,
    /// A legal hold that was lifted, or is over, is not lifted again.
    HoldEnded,
    /// What lies in the trash is restored before anything is done with it.
    InTrash,
    /// Mail to the address came back too often, or somebody there called it spam.
    NothingArrives,
    /// One request for deletion of a card is enough.
    AskedBefore,
    /// What was decided about a request for deletion stands.
    RequestDecided,
    /// A mass edit says what is to be changed.
    MassEditEmpty,
    /// A mass edit can be taken back once.
    MassEditUndone,
    /// Who said no is asked one by one before anything is entered over it.
    RefusalStands,
    /// Who refused a type of mailings is asked one by one before they get it again.
    TypeRefused,
    /// What everybody sees is made of nothing that only some see.
    SelectionPrivate,
    /// An e-mail or a phone is that of somebody who was erased.
    Suppressed,
    /// Only a list takes in whom one puts there.
    SelectionNotStatic,
    /// Nobody goes to the trash for being due before the day has come.
    NotDueYet,
    /// Art. 20 reaches only what is processed on consent or on a contract.
    NothingPortable,
    /// Mail leaves by an account with a server.
    NoMailAccount,
    /// What is on its way, or was sent, stays as it is; and only what was not sent is sent again.
    MailState,
    /// What was decided about a proposal stands.
    ProposalDecided,
    /// What came back is taken in once.
    TakenBefore,
    /// The form for the web site asks with a wording.
    FormNeedsWording,
    /// The answers to the form for the web site go to an address.
    FormNeedsAddress,
    /// Who is asked for a consent is shown a wording (art. 7(1)).
    ConsentNeedsWording,
    /// A notice says on which legal basis data is used, and for which interest (art. 13(1)(c), (d)).
    NoticeIncomplete,
    /// A mailing has a name of its own.
    MailingName,
    /// A mailing leaves now or later.
    MailingTime,
    /// A mailing is written with a template for newsletters, a notice of a breach with one for breaches.
    MailingTemplate,
    /// Mail goes to persons, never to companies.
    MailingOfPersons,
    /// A notice of a breach says what happened, what it may lead to, and what is done about it (art. 34(2)).
    BreachWords,
    /// A mailing that was stopped, or that nothing waits of, is not paused, resumed or stopped.
    MailingState,
}

impl Rule {
    /// All rules.
    pub const ALL: [Self; 80] = [
        Self::NothingToVoid,
        Self::NotCorrectable,
        Self::ImportNeedsBasis,
        Self::UndoneBefore,
        Self::WordingOfOtherPurpose,
        Self::EmptyWording,
        Self::SampleNeedsEmpty,
        Self::MergeWithItself,
        Self::MergeUndoneBefore,
        Self::MergedFurther,
        Self::ApartFromItself,
        Self::RelatedToThemselves,
        Self::CompanyInUse,
        Self::CardInUse,
        Self::OwnerHasAllRights,
        Self::RoleInUse,
        Self::ItemShipped,
        Self::ItemInUse,
        Self::ItemNeeded,
        Self::NeedsMeaning,
        Self::MarketingNeedsConsent,
        Self::MarketingToCustomers,
        Self::DirectMarketingUnfit,
        Self::BasisNotExpected,
        Self::BasisRequired,
        Self::ConditionNeeded,
        Self::ExplicitNeedsWording,
        Self::FieldNotCollected,
        Self::FieldCollected,
        Self::FieldReadOnly,
        Self::FieldUnseen,
        Self::Restricted,
        Self::NoAddressToTell,
        Self::OverruleReason,
        Self::StopStands,
        Self::StopReason,
        Self::ReasonNeeded,
        Self::RestrictionStands,
        Self::ObjectionDecided,
        Self::ObjectionStands,
        Self::ObjectionNotOverruled,
        Self::VerdictUnfit,
        Self::LastOwner,
        Self::InsideVault,
        Self::OwnAccount,
        Self::UserNameTaken,
        Self::UserNameUnfit,
        Self::SelectionNameUnfit,
        Self::SelectionInUse,
        Self::SelectionOfItself,
        Self::SelectionsDiffer,
        Self::SelectionReady,
        Self::HoldEnded,
        Self::InTrash,
        Self::NothingArrives,
        Self::AskedBefore,
        Self::RequestDecided,
        Self::MassEditEmpty,
        Self::MassEditUndone,
        Self::RefusalStands,
        Self::TypeRefused,
        Self::SelectionPrivate,
        Self::Suppressed,
        Self::SelectionNotStatic,
        Self::NotDueYet,
        Self::NothingPortable,
        Self::NoMailAccount,
        Self::MailState,
        Self::ProposalDecided,
        Self::TakenBefore,
        Self::FormNeedsWording,
        Self::FormNeedsAddress,
        Self::ConsentNeedsWording,
        Self::NoticeIncomplete,
        Self::MailingName,
        Self::MailingTime,
        Self::MailingTemplate,
        Self::MailingOfPersons,
        Self::BreachWords,
        Self::MailingState,
    ];

    /// Returns the rule's key; its text is `rule-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::NothingToVoid => "nothing-to-void",
            Self::NotCorrectable => "not-correctable",
            Self::ImportNeedsBasis => "import-needs-basis",
            Self::UndoneBefore => "undone-before",
            Self::WordingOfOtherPurpose => "wording-of-other-purpose",
            Self::EmptyWording => "empty-wording",
            Self::SampleNeedsEmpty => "sample-needs-empty",
            Self::MergeWithItself => "merge-with-itself",
            Self::MergeUndoneBefore => "merge-undone-before",
            Self::MergedFurther => "merged-further",
            Self::ApartFromItself => "apart-from-itself",
            Self::RelatedToThemselves => "related-to-themselves",
            Self::CompanyInUse => "company-in-use",
            Self::CardInUse => "card-in-use",
            Self::OwnerHasAllRights => "owner-has-all-rights",
            Self::RoleInUse => "role-in-use",
            Self::ItemShipped => "item-shipped",
            Self::ItemInUse => "item-in-use",
            Self::ItemNeeded => "item-needed",
            Self::NeedsMeaning => "needs-meaning",
            Self::MarketingNeedsConsent => "marketing-needs-consent",
            Self::MarketingToCustomers => "marketing-to-customers",
            Self::DirectMarketingUnfit => "direct-marketing-unfit",
            Self::BasisNotExpected => "basis-not-expected",
            Self::BasisRequired => "basis-required",
            Self::ConditionNeeded => "condition-needed",
            Self::ExplicitNeedsWording => "explicit-needs-wording",
            Self::FieldNotCollected => "field-not-collected",
            Self::FieldCollected => "field-collected",
            Self::FieldReadOnly => "field-read-only",
            Self::FieldUnseen => "field-unseen",
            Self::Restricted => "restricted",
            Self::NoAddressToTell => "no-address-to-tell",
            Self::OverruleReason => "overrule-reason",
            Self::StopStands => "stop-stands",
            Self::StopReason => "stop-reason",
            Self::ReasonNeeded => "reason-needed",
            Self::RestrictionStands => "restriction-stands",
            Self::ObjectionDecided => "objection-decided",
            Self::ObjectionStands => "objection-stands",
            Self::ObjectionNotOverruled => "objection-not-overruled",
            Self::VerdictUnfit => "verdict-unfit",
            Self::LastOwner => "last-owner",
            Self::InsideVault => "inside-vault",
            Self::OwnAccount => "own-account",
            Self::UserNameTaken => "user-name-taken",
            Self::UserNameUnfit => "user-name-unfit",
            Self::SelectionNameUnfit => "selection-name-unfit",
            Self::SelectionInUse => "selection-in-use",
            Self::SelectionOfItself => "selection-of-itself",
            Self::SelectionsDiffer => "selections-differ",
            Self::SelectionReady => "selection-ready",
            Self::HoldEnded => "hold-ended",
            Self::InTrash => "in-trash",
            Self::NothingArrives => "nothing-arrives",
            Self::AskedBefore => "asked-before",
            Self::RequestDecided => "request-decided",
            Self::MassEditEmpty => "mass-edit-empty",
            Self::MassEditUndone => "mass-edit-undone",
            Self::RefusalStands => "refusal-stands",
            Self::TypeRefused => "type-refused",
            Self::SelectionPrivate => "selection-private",
            Self::Suppressed => "suppressed",
            Self::SelectionNotStatic => "selection-not-static",
            Self::NotDueYet => "not-due-yet",
            Self::NothingPortable => "nothing-portable",
            Self::NoMailAccount => "no-mail-account",
            Self::MailState => "mail-state",
            Self::ProposalDecided => "proposal-decided",
            Self::TakenBefore => "taken-before",
            Self::FormNeedsWording => "form-needs-wording",
            Self::FormNeedsAddress => "form-needs-address",
            Self::ConsentNeedsWording => "consent-needs-wording",
            Self::NoticeIncomplete => "notice-incomplete",
            Self::MailingName => "mailing-name",
            Self::MailingTime => "mailing-time",
            Self::MailingTemplate => "mailing-template",
            Self::MailingOfPersons => "mailing-of-persons",
            Self::BreachWords => "breach-words",
            Self::MailingState => "mailing-state",
        }
    }
}
