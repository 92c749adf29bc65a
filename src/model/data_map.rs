//! The data map: every column that holds personal data, declared once.
//!
//! The report, the portable copy, erasure, the fields of imports and mass edits and the record of processing are read
//! from here. A test compares it with the live schema, so that no column can be forgotten.

use super::field::Field;

/// The kind of personal data (the categories of art. 15(1)(b) and 30(1)(c) GDPR).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Category {
    /// Who somebody is.
    Identity,
    /// How to reach somebody.
    Contact,
    /// What somebody is to us.
    Relation,
    /// What was said and written.
    Communication,
    /// What somebody does or likes.
    Behaviour,
    /// Money.
    Financial,
    /// On which basis the data is kept.
    Permission,
    /// How the record itself was handled.
    Handling,
    /// Anything else.
    Other,
}

impl Category {
    /// All categories.
    pub const ALL: [Self; 9] = [
        Self::Identity,
        Self::Contact,
        Self::Relation,
        Self::Communication,
        Self::Behaviour,
        Self::Financial,
        Self::Permission,
        Self::Handling,
        Self::Other,
    ];

    /// Returns the category's key; its text is `data-category-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Contact => "contact",
            Self::Relation => "relation",
            Self::Communication => "communication",
            Self::Behaviour => "behaviour",
            Self::Financial => "financial",
            Self::Permission => "permission",
            Self::Handling => "handling",
            Self::Other => "other",
        }
    }

    /// Returns the category that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|category| category.key() == key)
    }
}

/// Who a piece of data comes from. Only what the person provided, or was seen doing, belongs in the portable
/// copy (art. 20(1)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Origin {
    /// The person gave it.
    Provided,
    /// It was seen in what the person did.
    Observed,
    /// We concluded or assigned it.
    Derived,
    /// Somebody else said it, or it is about somebody else.
    ThirdParty,
}

impl Origin {
    /// All origins.
    pub const ALL: [Self; 4] = [Self::Provided, Self::Observed, Self::Derived, Self::ThirdParty];

    /// Returns the origin's key; its text is `data-origin-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Provided => "provided",
            Self::Observed => "observed",
            Self::Derived => "derived",
            Self::ThirdParty => "third-party",
        }
    }

    /// Returns the origin that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|origin| origin.key() == key)
    }
}

/// What erasing the person does to a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Erasure {
    /// The row goes.
    DeleteRow,
    /// The row stays, without the person.
    Unlink,
    /// The row stays, the column is emptied.
    Clear,
    /// The row stays, the person's identifiers in the text are taken out.
    Scrub,
}

/// One column that holds personal data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// The table.
    pub table: &'static str,
    /// The column.
    pub column: &'static str,
    /// The key of its label in the texts.
    pub label: &'static str,
    /// The kind of data.
    pub category: Category,
    /// Who it comes from.
    pub origin: Origin,
    /// What erasure does to it.
    pub erasure: Erasure,
    /// Whether it belongs in the access report (art. 15).
    pub report: bool,
    /// Whether it belongs in the portable copy (art. 20).
    pub portable: bool,
}

/// How the rows of a table with personal data are tied to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Table {
    /// The table.
    pub table: &'static str,
    /// The column that names the person.
    pub person: &'static str,
}

/// The tables that hold rows about persons, children before their parents, as erasure must take them.
///
/// A table stands here twice where two of its columns name persons.
pub const TABLES: &[Table] = &[
    Table { table: "draft", person: "record" },
    Table { table: "overridden", person: "person" },
    Table { table: "notice", person: "person" },
    Table { table: "mailing_recipient", person: "person" },
    Table { table: "outbox_file", person: "person" },
    Table { table: "token", person: "person" },
    Table { table: "proposal", person: "person" },
    Table { table: "reply", person: "person" },
    Table { table: "stopped_address", person: "person" },
    Table { table: "outbox", person: "person" },
    Table { table: "trashed_member", person: "person" },
    Table { table: "trashed_person", person: "person" },
    Table { table: "deletion_request", person: "person" },
    Table { table: "legal_hold", person: "person" },
    Table { table: "kept_longer", person: "person" },
    Table { table: "mass_edit_person", person: "person" },
    Table { table: "mass_edit_activity", person: "person" },
    Table { table: "export_person", person: "person" },
    Table { table: "report", person: "person" },
    Table { table: "selection_person", person: "person" },
    Table { table: "restriction", person: "person" },
    Table { table: "objection", person: "person" },
    Table { table: "look_up", person: "person" },
    Table { table: "seen", person: "record" },
    Table { table: "favourite", person: "record" },
    Table { table: "merge", person: "kept" },
    Table { table: "distinct_pair", person: "person" },
    Table { table: "distinct_pair", person: "other" },
    Table { table: "relation", person: "person" },
    Table { table: "relation", person: "other" },
    Table { table: "activity", person: "person" },
    Table { table: "employment", person: "person" },
    Table { table: "email", person: "person" },
    Table { table: "phone", person: "person" },
    Table { table: "address", person: "person" },
    Table { table: "person_interest", person: "person" },
    Table { table: "custom_value", person: "person" },
    Table { table: "subscription", person: "person" },
    Table { table: "import_row", person: "person" },
    Table { table: "ledger", person: "person" },
    Table { table: "attachment", person: "person" },
    Table { table: "person", person: "id" },
];

const fn provided(table: &'static str, column: &'static str, label: &'static str, category: Category) -> Column {
    Column {
        table,
        column,
        label,
        category,
        origin: Origin::Provided,
        erasure: Erasure::DeleteRow,
        report: true,
        portable: true,
    }
}

const fn derived(table: &'static str, column: &'static str, label: &'static str, category: Category) -> Column {
    Column {
        table,
        column,
        label,
        category,
        origin: Origin::Derived,
        erasure: Erasure::DeleteRow,
        report: true,
        portable: false,
    }
}

/// What was seen of what somebody did: as much theirs to take along as what they typed (WP 242, III).
const fn observed(table: &'static str, column: &'static str, label: &'static str, category: Category) -> Column {
    Column { portable: true, ..noticed(table, column, label, category) }
}

/// What was seen of how mail and messages went, which is nothing that somebody takes along.
const fn noticed(table: &'static str, column: &'static str, label: &'static str, category: Category) -> Column {
    Column { origin: Origin::Observed, ..derived(table, column, label, category) }
}

/// A copy of other data in another shape (a sort key, a digest): erased with it, but nothing to report of its own.
const fn shadow(table: &'static str, column: &'static str, label: &'static str, category: Category) -> Column {
    Column { report: false, ..derived(table, column, label, category) }
}

/// A text of the office's that may name people: it stays, and what identifies an erased person is taken out.
const fn scrubbed(table: &'static str, column: &'static str, label: &'static str) -> Column {
    Column { erasure: Erasure::Scrub, ..shadow(table, column, label, Category::Handling) }
}

/// Every column that holds personal data.
pub const COLUMNS: &[Column] = &[
    provided("person", "first_name", "field-first_name", Category::Identity),
    provided("person", "last_name", "field-last_name", Category::Identity),
    shadow("person", "sort_key", "field-last_name", Category::Identity),
    derived("person", "number", "field-number", Category::Relation),
    provided("person", "company", "field-company", Category::Relation),
    provided("person", "title", "field-title", Category::Relation),
    provided("person", "position", "field-position", Category::Relation),
    derived("person", "category", "field-category", Category::Relation),
    derived("person", "business", "field-business", Category::Relation),
    derived("person", "our_contact", "field-our_contact", Category::Relation),
    provided("person", "country", "field-country", Category::Contact),
    provided("person", "language", "field-language", Category::Contact),
    provided("person", "birth_date", "field-birth_date", Category::Identity),
    provided("person", "website", "field-website", Category::Contact),
    derived("person", "note", "field-note", Category::Communication),
    derived("person", "former_employee", "field-former_employee", Category::Relation),
    provided("person", "no_mailings", "field-no_mailings", Category::Permission),
    provided("person", "picture", "field-picture", Category::Identity),
    derived("person", "source", "field-source", Category::Handling),
    shadow("person", "journal_ref", "field-number", Category::Handling),
    derived("person", "created_at", "field-created_at", Category::Handling),
    derived("person", "created_by", "field-created_by", Category::Handling),
    derived("person", "updated_at", "field-updated_at", Category::Handling),
    derived("person", "updated_by", "field-updated_by", Category::Handling),
    provided("email", "label", "field-label", Category::Contact),
    provided("email", "address", "field-email", Category::Contact),
    shadow("email", "key", "field-email", Category::Contact),
    derived("email", "source", "field-source", Category::Handling),
    derived("email", "at", "field-created_at", Category::Handling),
    derived("email", "by", "field-created_by", Category::Handling),
    provided("phone", "label", "field-label", Category::Contact),
    provided("phone", "number", "field-phone", Category::Contact),
    shadow("phone", "key", "field-phone", Category::Contact),
    derived("phone", "source", "field-source", Category::Handling),
    derived("phone", "at", "field-created_at", Category::Handling),
    derived("phone", "by", "field-created_by", Category::Handling),
    provided("address", "label", "field-label", Category::Contact),
    provided("address", "street", "field-address", Category::Contact),
    provided("address", "postcode", "field-postcode", Category::Contact),
    provided("address", "city", "field-city", Category::Contact),
    provided("address", "country", "field-country", Category::Contact),
    derived("address", "source", "field-source", Category::Handling),
    derived("address", "at", "field-created_at", Category::Handling),
    derived("address", "by", "field-created_by", Category::Handling),
    provided("person_interest", "interest", "field-interests", Category::Behaviour),
    derived("person_interest", "at", "field-created_at", Category::Handling),
    derived("person_interest", "by", "field-created_by", Category::Handling),
    provided("subscription", "type", "field-subscriptions", Category::Permission),
    provided("subscription", "wanted", "field-subscriptions", Category::Permission),
    derived("subscription", "source", "field-source", Category::Permission),
    derived("subscription", "comment", "field-comment", Category::Permission),
    derived("subscription", "at", "field-created_at", Category::Permission),
    derived("subscription", "by", "field-created_by", Category::Permission),
    // The category and origin of an own field are its definition's; these are the cautious ones of the column.
    provided("custom_value", "value", "field-custom", Category::Other),
    derived("custom_value", "at", "field-created_at", Category::Handling),
    derived("custom_value", "by", "field-created_by", Category::Handling),
    derived("ledger", "purpose", "field-purpose", Category::Permission),
    derived("ledger", "basis", "field-legal_basis", Category::Permission),
    derived("ledger", "source", "field-source", Category::Permission),
    derived("ledger", "at", "field-created_at", Category::Permission),
    derived("ledger", "by", "field-created_by", Category::Permission),
    derived("ledger", "comment", "field-comment", Category::Permission),
    derived("ledger", "wording", "field-wording", Category::Permission),
    derived("ledger", "evidence", "field-evidence", Category::Permission),
    provided("attachment", "name", "field-attachment", Category::Communication),
    derived("attachment", "media_type", "field-attachment", Category::Handling),
    derived("attachment", "size", "field-attachment", Category::Handling),
    shadow("attachment", "sha256", "field-attachment", Category::Handling),
    shadow("attachment", "file", "field-attachment", Category::Handling),
    shadow("attachment", "wrapped_key", "field-attachment", Category::Handling),
    derived("attachment", "at", "field-created_at", Category::Handling),
    derived("attachment", "by", "field-created_by", Category::Handling),
    derived("ledger", "condition", "field-condition", Category::Permission),
    provided("restriction", "ground", "field-restriction", Category::Permission),
    derived("restriction", "comment", "field-comment", Category::Permission),
    derived("restriction", "at", "field-created_at", Category::Permission),
    derived("restriction", "by", "field-created_by", Category::Permission),
    derived("restriction", "lifted_at", "field-lifted", Category::Permission),
    derived("restriction", "lifted_by", "field-created_by", Category::Permission),
    derived("restriction", "lifted_why", "field-comment", Category::Permission),
    derived("restriction", "told", "field-told", Category::Permission),
    provided("objection", "purpose", "field-objection", Category::Permission),
    derived("objection", "reach", "field-objection", Category::Permission),
    derived("objection", "comment", "field-comment", Category::Permission),
    derived("objection", "at", "field-created_at", Category::Permission),
    derived("objection", "by", "field-created_by", Category::Permission),
    derived("objection", "decision", "field-decision", Category::Permission),
    derived("objection", "reason", "field-comment", Category::Permission),
    derived("objection", "decided_at", "field-decision", Category::Permission),
    derived("objection", "decided_by", "field-created_by", Category::Permission),
    derived("look_up", "reason", "field-looked_up", Category::Handling),
    derived("look_up", "at", "field-looked_up", Category::Handling),
    derived("look_up", "by", "field-looked_up", Category::Handling),
    // What a card held before an import changed it, kept so that the import can be undone.
    shadow("import_row", "before", "field-import", Category::Handling),
    derived("employment", "company", "field-former_company", Category::Relation),
    derived("employment", "title", "field-title", Category::Relation),
    derived("employment", "since", "field-since", Category::Relation),
    derived("employment", "until", "field-until", Category::Relation),
    derived("employment", "by", "field-created_by", Category::Handling),
    observed("activity", "kind", "field-activity", Category::Communication),
    observed("activity", "subject", "field-subject", Category::Communication),
    observed("activity", "text", "field-note", Category::Communication),
    observed("activity", "at", "field-at", Category::Communication),
    observed("activity", "seconds", "field-length", Category::Communication),
    observed("activity", "direction", "field-direction", Category::Communication),
    noticed("activity", "recorded", "field-recorded", Category::Communication),
    provided("activity", "record_consent", "field-record_consent", Category::Permission),
    derived("activity", "due", "field-due", Category::Communication),
    derived("activity", "done_at", "field-done_at", Category::Communication),
    derived("activity", "done_by", "field-done_by", Category::Handling),
    derived("activity", "source", "field-source", Category::Handling),
    derived("activity", "created_at", "field-created_at", Category::Handling),
    derived("activity", "created_by", "field-created_by", Category::Handling),
    derived("activity", "updated_at", "field-updated_at", Category::Handling),
    derived("activity", "updated_by", "field-updated_by", Category::Handling),
    derived("relation", "kind", "field-relation", Category::Relation),
    derived("relation", "comment", "field-comment", Category::Relation),
    derived("relation", "at", "field-created_at", Category::Handling),
    derived("relation", "by", "field-created_by", Category::Handling),
    derived("distinct_pair", "at", "field-distinct", Category::Handling),
    derived("distinct_pair", "by", "field-created_by", Category::Handling),
    // What both cards held before they were made one, kept so that the merge can be taken back.
    shadow("merge", "before", "field-merge", Category::Handling),
    derived("selection_person", "selection", "field-selection", Category::Handling),
    derived("selection_person", "at", "field-selection", Category::Handling),
    derived("selection_person", "by", "field-created_by", Category::Handling),
    // What a selection is called and asks for may name people.
    scrubbed("selection", "name", "field-selection"),
    scrubbed("selection", "key", "field-selection"),
    scrubbed("selection", "description", "field-selection"),
    scrubbed("selection", "criteria", "field-selection"),
    scrubbed("selection", "alert", "field-selection"),
    derived("trashed_person", "reason", "field-trashed", Category::Handling),
    derived("trashed_person", "at", "field-trashed", Category::Handling),
    derived("trashed_person", "by", "field-trashed", Category::Handling),
    derived("trashed_person", "purge_on", "field-trashed", Category::Handling),
    derived("trashed_member", "company", "field-trashed", Category::Handling),
    scrubbed("trashed_company", "reason", "field-trashed"),
    derived("deletion_request", "reason", "field-deletion_request", Category::Handling),
    derived("deletion_request", "at", "field-deletion_request", Category::Handling),
    derived("deletion_request", "by", "field-deletion_request", Category::Handling),
    derived("deletion_request", "decision", "field-deletion_request", Category::Handling),
    derived("deletion_request", "answer", "field-deletion_request", Category::Handling),
    derived("deletion_request", "decided_at", "field-deletion_request", Category::Handling),
    derived("deletion_request", "decided_by", "field-deletion_request", Category::Handling),
    derived("legal_hold", "ground", "field-legal_hold", Category::Permission),
    derived("legal_hold", "statute", "field-legal_hold", Category::Permission),
    derived("legal_hold", "comment", "field-legal_hold", Category::Permission),
    derived("legal_hold", "until", "field-legal_hold", Category::Permission),
    derived("legal_hold", "at", "field-legal_hold", Category::Permission),
    derived("legal_hold", "by", "field-legal_hold", Category::Permission),
    derived("legal_hold", "lifted_at", "field-legal_hold", Category::Permission),
    derived("legal_hold", "lifted_by", "field-legal_hold", Category::Permission),
    derived("legal_hold", "lifted_why", "field-legal_hold", Category::Permission),
    derived("kept_longer", "until", "field-kept_longer", Category::Permission),
    derived("kept_longer", "reason", "field-kept_longer", Category::Permission),
    derived("kept_longer", "at", "field-kept_longer", Category::Permission),
    derived("kept_longer", "by", "field-kept_longer", Category::Permission),
    // What a record held before a mass edit changed it, kept so that the edit can be taken back.
    shadow("mass_edit_person", "before", "field-mass_edit", Category::Handling),
    shadow("mass_edit_activity", "before", "field-mass_edit", Category::Handling),
    scrubbed("mass_edit_company", "before", "field-mass_edit"),
    scrubbed("mass_edit", "name", "field-mass_edit"),
    scrubbed("mass_edit", "terms", "field-mass_edit"),
    derived("export_person", "export", "field-export", Category::Handling),
    scrubbed("export", "name", "field-export"),
    scrubbed("export", "file", "field-export"),
    scrubbed("export", "purpose", "field-export"),
    scrubbed("export", "recipient", "field-export"),
    // What waits to be sent to somebody.
    derived("outbox", "kind", "field-outbox", Category::Communication),
    derived("outbox", "channel", "field-outbox", Category::Communication),
    derived("outbox", "recipient", "field-outbox", Category::Identity),
    derived("outbox", "address", "field-outbox", Category::Contact),
    derived("outbox", "language", "field-language", Category::Contact),
    derived("outbox", "subject", "field-subject", Category::Communication),
    derived("outbox", "body", "field-outbox", Category::Communication),
    // The body once more, with marks for how it looks.
    shadow("outbox", "html", "field-outbox", Category::Communication),
    derived("outbox", "type", "field-subscriptions", Category::Communication),
    derived("outbox", "state", "field-outbox", Category::Handling),
    derived("outbox", "state_at", "field-updated_at", Category::Handling),
    derived("outbox", "said", "field-outbox_said", Category::Handling),
    derived("outbox_file", "name", "field-outbox_file", Category::Communication),
    shadow("outbox_file", "content", "field-outbox_file", Category::Communication),
    scrubbed("template", "name", "field-template"),
    scrubbed("template", "subject", "field-template"),
    scrubbed("template", "body", "field-template"),
    derived("notice", "way", "field-informed", Category::Handling),
    derived("notice", "exemption", "field-exemption", Category::Handling),
    derived("notice", "template", "field-template", Category::Handling),
    derived("notice", "language", "field-language", Category::Handling),
    derived("notice", "told_at", "field-told_at", Category::Handling),
    derived("notice", "comment", "field-comment", Category::Handling),
    derived("notice", "at", "field-created_at", Category::Handling),
    derived("notice", "by", "field-created_by", Category::Handling),
    derived("overridden", "rule", "field-overridden", Category::Handling),
    derived("overridden", "why", "field-reason", Category::Handling),
    derived("overridden", "at", "field-created_at", Category::Handling),
    derived("overridden", "by", "field-created_by", Category::Handling),
    scrubbed("mailing", "name", "field-mailing"),
    scrubbed("mailing", "selection_name", "field-mailing"),
    scrubbed("mailing_file", "name", "field-outbox_file"),
    derived("mailing_recipient", "mailing", "field-mailing", Category::Communication),
    derived("mailing_recipient", "address", "field-email", Category::Contact),
    derived("mailing_recipient", "held", "field-mailing_held", Category::Handling),
    derived("mailing_recipient", "at", "field-created_at", Category::Handling),
    derived("mailing_recipient", "sent_at", "field-mailing_sent_at", Category::Handling),
    // What comes back, and by what it is known.
    derived("token", "purpose", "field-token", Category::Communication),
    derived("token", "type", "field-subscriptions", Category::Communication),
    derived("token", "asked", "field-purpose", Category::Permission),
    derived("token", "wording", "field-wording", Category::Permission),
    derived("token", "at", "field-created_at", Category::Handling),
    derived("token", "ends_at", "field-ends", Category::Handling),
    observed("reply", "kind", "field-reply", Category::Communication),
    derived("reply", "proof", "field-reply_proof", Category::Handling),
    observed("reply", "sender", "field-reply_sender", Category::Contact),
    observed("reply", "subject", "field-subject", Category::Communication),
    shadow("reply", "sha256", "field-reply", Category::Handling),
    derived("reply", "evidence", "field-evidence", Category::Communication),
    derived("reply", "at", "field-created_at", Category::Handling),
    derived("reply", "by", "field-created_by", Category::Handling),
    noticed("proposal", "kind", "field-proposal", Category::Communication),
    noticed("proposal", "field", "field-proposal_field", Category::Communication),
    noticed("proposal", "item", "field-proposal_item", Category::Permission),
    noticed("proposal", "wording", "field-wording", Category::Permission),
    noticed("proposal", "wanted", "field-subscriptions", Category::Permission),
    noticed("proposal", "value", "field-proposal_value", Category::Communication),
    derived("proposal", "state", "field-proposal", Category::Handling),
    derived("proposal", "decided_at", "field-decision", Category::Handling),
    derived("proposal", "decided_by", "field-created_by", Category::Handling),
    noticed("stopped_address", "address", "field-email", Category::Contact),
    noticed("stopped_address", "bounces", "field-bounces", Category::Handling),
    noticed("stopped_address", "why", "field-stopped", Category::Handling),
    noticed("stopped_address", "at", "field-created_at", Category::Handling),
    noticed("stopped_address", "stopped_at", "field-stopped", Category::Handling),
    derived("outbox", "at", "field-created_at", Category::Handling),
    derived("outbox", "by", "field-created_by", Category::Handling),
    derived("report", "kind", "field-report", Category::Handling),
    derived("report", "language", "field-language", Category::Handling),
    derived("report", "identity", "field-identity", Category::Handling),
    derived("report", "files", "field-files", Category::Handling),
    derived("report", "blacked_out", "field-blacked_out", Category::Handling),
    derived("report", "recipient", "field-report_recipient", Category::Handling),
    derived("report", "at", "field-created_at", Category::Handling),
    derived("report", "by", "field-created_by", Category::Handling),
    // Why something was erased, kept, or entered again all the same.
    scrubbed("erasure", "reason", "field-erasure"),
    scrubbed("erasure", "kept", "field-erasure"),
    scrubbed("suppression_lifted", "reason", "field-erasure"),
    derived("favourite", "at", "field-favourite", Category::Handling),
    derived("seen", "at", "field-seen", Category::Handling),
    shadow("draft", "content", "field-draft", Category::Other),
    // Words of notes and activities, for the search; taken out with the text they come from.
    shadow("long_text", "text", "field-note", Category::Communication),
    shadow("long_text_data", "block", "field-note", Category::Communication),
    shadow("long_text_idx", "term", "field-note", Category::Communication),
    // A note about a company may name people: the text stays, what identifies an erased person is taken out.
    Column {
        erasure: Erasure::Scrub,
        report: false,
        ..derived("company", "note", "field-note", Category::Communication)
    },
];

/// Columns that hold no personal data of people on cards: identities, links, lists, settings.
pub const NOT_PERSONAL: &[(&str, &str)] = &[
    ("vault_info", "key"),
    ("vault_info", "value"),
    ("user", "id"),
    ("user", "name"),
    ("user", "role"),
    ("user", "created_at"),
    ("user", "last_unlock"),
    ("user", "removed_at"),
    ("list_item", "id"),
    ("list_item", "list"),
    ("list_item", "key"),
    ("list_item", "name_en"),
    ("list_item", "name_nb"),
    ("list_item", "name_sv"),
    ("list_item", "rank"),
    ("list_item", "under"),
    ("list_item", "active"),
    ("list_item", "created_at"),
    ("list_item", "created_by"),
    ("list_item", "updated_at"),
    ("list_item", "updated_by"),
    ("company", "id"),
    ("company", "name"),
    ("company", "key"),
    ("company", "sort_key"),
    ("company", "created_at"),
    ("company", "created_by"),
    ("company", "updated_at"),
    ("company", "updated_by"),
    ("company", "org_number"),
    ("company", "category"),
    ("company", "business"),
    ("company", "our_contact"),
    ("company", "country"),
    ("company", "website"),
    ("company_email", "company"),
    ("company_email", "id"),
    ("company_email", "rank"),
    ("company_email", "label"),
    ("company_email", "address"),
    ("company_email", "at"),
    ("company_email", "by"),
    ("company_phone", "company"),
    ("company_phone", "id"),
    ("company_phone", "rank"),
    ("company_phone", "label"),
    ("company_phone", "number"),
    ("company_phone", "at"),
    ("company_phone", "by"),
    ("company_address", "company"),
    ("company_address", "id"),
    ("company_address", "rank"),
    ("company_address", "label"),
    ("company_address", "street"),
    ("company_address", "postcode"),
    ("company_address", "city"),
    ("company_address", "country"),
    ("company_address", "at"),
    ("company_address", "by"),
    ("employment", "person"),
    ("employment", "id"),
    ("activity", "id"),
    ("activity", "person"),
    ("activity", "company"),
    ("relation", "person"),
    ("relation", "id"),
    ("relation", "other"),
    ("distinct_pair", "person"),
    ("distinct_pair", "other"),
    ("merge", "id"),
    ("merge", "kept"),
    ("merge", "gone"),
    ("merge", "after_at"),
    ("merge", "at"),
    ("merge", "by"),
    ("merge", "undone_at"),
    ("merge", "undone_by"),
    ("favourite", "user"),
    ("favourite", "record"),
    ("seen", "user"),
    ("seen", "record"),
    ("draft", "user"),
    ("draft", "rank"),
    ("draft", "record"),
    ("draft", "place"),
    ("draft", "at"),
    ("setting", "key"),
    ("setting", "value"),
    ("setting", "at"),
    ("setting", "by"),
    ("setting_change", "id"),
    ("setting_change", "key"),
    ("setting_change", "before"),
    ("setting_change", "after"),
    ("setting_change", "at"),
    ("setting_change", "by"),
    ("restriction", "id"),
    ("restriction", "person"),
    ("objection", "id"),
    ("objection", "person"),
    ("objection", "entry"),
    ("look_up", "id"),
    ("look_up", "person"),
    ("person", "id"),
    ("person", "import"),
    ("email", "person"),
    ("email", "id"),
    ("email", "rank"),
    ("phone", "person"),
    ("phone", "id"),
    ("phone", "rank"),
    ("address", "person"),
    ("address", "id"),
    ("address", "rank"),
    ("person_interest", "person"),
    ("custom_field", "id"),
    ("custom_field", "key"),
    ("custom_field", "name"),
    ("custom_field", "kind"),
    ("custom_field", "choices"),
    ("custom_field", "category"),
    ("custom_field", "origin"),
    ("custom_field", "in_report"),
    ("custom_field", "rank"),
    ("custom_field", "active"),
    ("custom_field", "created_at"),
    ("custom_field", "created_by"),
    ("custom_value", "person"),
    ("subscription", "id"),
    ("subscription", "person"),
    ("subscription", "corrects"),
    ("custom_value", "field"),
    ("wording", "id"),
    ("wording", "purpose"),
    ("wording", "version"),
    ("wording", "language"),
    ("wording", "text"),
    ("wording", "at"),
    ("wording", "by"),
    ("ledger", "id"),
    ("ledger", "person"),
    ("ledger", "corrects"),
    ("ledger", "import"),
    ("attachment", "id"),
    ("attachment", "person"),
    ("attachment", "kind"),
    ("import", "id"),
    ("import", "at"),
    ("import", "by"),
    ("import", "purpose"),
    ("import", "basis"),
    ("import", "source"),
    ("import", "comment"),
    ("import", "rows"),
    ("import", "added"),
    ("import", "updated"),
    ("import", "skipped"),
    ("import", "rejected"),
    ("import", "refusals_kept"),
    ("import", "undone_at"),
    ("import", "undone_by"),
    ("import_row", "import"),
    ("import_row", "person"),
    ("import_row", "kind"),
    ("import_row", "after_at"),
    ("selection", "id"),
    ("selection", "kind"),
    ("selection", "subject"),
    ("selection", "operation"),
    ("selection", "first"),
    ("selection", "second"),
    ("selection", "owner"),
    ("selection", "created_at"),
    ("selection", "created_by"),
    ("selection", "updated_at"),
    ("selection", "updated_by"),
    ("selection_item", "selection"),
    ("selection_item", "item"),
    ("selection_person", "person"),
    ("selection_company", "company"),
    ("selection_company", "selection"),
    ("selection_company", "at"),
    ("selection_company", "by"),
    ("trashed_person", "person"),
    ("trashed_person", "deletion"),
    ("trashed_company", "company"),
    ("trashed_company", "deletion"),
    ("trashed_company", "at"),
    ("trashed_company", "by"),
    ("trashed_company", "purge_on"),
    ("trashed_member", "person"),
    ("trashed_member", "at"),
    ("deletion_request", "id"),
    ("deletion_request", "person"),
    ("deletion_request", "company"),
    ("legal_hold", "person"),
    ("legal_hold", "id"),
    ("kept_longer", "person"),
    ("kept_longer", "id"),
    ("mass_edit", "id"),
    ("mass_edit", "subject"),
    ("mass_edit", "changed"),
    ("mass_edit", "unchanged"),
    ("mass_edit", "held"),
    ("mass_edit", "at"),
    ("mass_edit", "by"),
    ("mass_edit", "undone_at"),
    ("mass_edit", "undone_by"),
    ("mass_edit_person", "edit"),
    ("mass_edit_person", "person"),
    ("mass_edit_person", "after_at"),
    ("mass_edit_company", "edit"),
    ("mass_edit_company", "company"),
    ("mass_edit_company", "after_at"),
    ("mass_edit_activity", "edit"),
    ("mass_edit_activity", "activity"),
    ("mass_edit_activity", "person"),
    ("mass_edit_activity", "company"),
    ("mass_edit_activity", "after_at"),
    ("erasure", "id"),
    ("erasure", "ground"),
    ("erasure", "persons"),
    ("erasure", "companies"),
    ("erasure", "tables"),
    ("erasure", "state"),
    ("erasure", "residue"),
    ("erasure", "journal_head"),
    ("erasure", "at"),
    ("erasure", "by"),
    ("erasure", "finished_at"),
    ("erasure", "told"),
    ("erasure", "told_at"),
    ("outbox", "id"),
    ("outbox", "person"),
    ("outbox", "erasure"),
    ("outbox", "message_id"),
    ("outbox", "token"),
    ("outbox", "mailing"),
    ("outbox", "tries"),
    ("outbox", "due"),
    ("outbox_file", "outbox"),
    ("outbox_file", "rank"),
    ("outbox_file", "person"),
    ("outbox_file", "media"),
    ("token", "id"),
    ("token", "person"),
    ("token", "mailing"),
    ("token", "report"),
    ("reply", "id"),
    ("reply", "person"),
    ("proposal", "id"),
    ("proposal", "person"),
    ("proposal", "reply"),
    ("stopped_address", "id"),
    ("stopped_address", "person"),
    ("template", "id"),
    ("template", "key"),
    ("template", "language"),
    ("template", "withdrawn"),
    ("template", "at"),
    ("template", "by"),
    ("notice", "id"),
    ("notice", "person"),
    ("notice", "outbox"),
    ("overridden", "id"),
    ("overridden", "outbox"),
    ("overridden", "person"),
    ("mailing", "id"),
    ("mailing", "selection"),
    ("mailing", "kind"),
    ("mailing", "type"),
    ("mailing", "template"),
    ("mailing", "state"),
    ("mailing", "marks"),
    ("mailing", "send_at"),
    ("mailing", "persons"),
    ("mailing", "at"),
    ("mailing", "by"),
    ("mailing_file", "mailing"),
    ("mailing_file", "rank"),
    ("mailing_file", "media"),
    ("mailing_file", "content"),
    ("mailing_recipient", "id"),
    ("mailing_recipient", "person"),
    ("mailing_recipient", "outbox"),
    // Keyed hashes say nothing without the key, and name nobody that a card is about.
    ("erased", "mark"),
    ("erased", "erasure"),
    ("erasure_text", "mark"),
    ("erasure_text", "erasure"),
    ("erasure_text", "exception"),
    ("suppression", "mark"),
    ("suppression", "kind"),
    ("suppression", "erasure"),
    ("suppression", "at"),
    ("suppression", "until"),
    ("suppression_lifted", "id"),
    ("suppression_lifted", "kind"),
    ("suppression_lifted", "erasure"),
    ("suppression_lifted", "at"),
    ("suppression_lifted", "by"),
    ("export", "id"),
    ("export", "subject"),
    ("export", "format"),
    ("export", "sha256"),
    ("export", "fields"),
    ("export", "rows"),
    ("export", "at"),
    ("export", "by"),
    ("export_person", "person"),
    ("report", "id"),
    ("report", "person"),
    ("selection", "visible"),
    ("erasing", "person"),
    ("long_text_data", "id"),
    ("long_text_idx", "segid"),
    ("long_text_idx", "pgno"),
    ("long_text_docsize", "id"),
    ("long_text_docsize", "sz"),
    ("long_text_config", "k"),
    ("long_text_config", "v"),
    // The journal names a person by a random number that only the card knows.
    ("journal", "seq"),
    ("journal", "at"),
    ("journal", "by"),
    ("journal", "kind"),
    ("journal", "person_ref"),
    ("journal", "record"),
    ("journal", "fields"),
    ("journal", "mac"),
];

/// Returns what the map knows of a column that holds personal data.
pub fn column(table: &str, column: &str) -> Option<&'static Column> {
    COLUMNS.iter().find(|known| known.table == table && known.column == column)
}

/// Returns the kind of data that a field of a person's card holds; of own fields, the cautious one: theirs is their
/// definition's.
pub fn of_field(field: &Field) -> Category {
    // Mobile numbers are numbers, and both are rows of one table.
    let label = if *field == Field::Mobile { Field::Phone.label_key() } else { field.label_key() };
    let is_it = |column: &&Column| Some(column.label) == label.as_deref() && column.category != Category::Handling;
    COLUMNS.iter().find(is_it).map_or(Category::Other, |column| column.category)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_of_a_card_is_of_a_kind() {
        for field in super::super::field::PLAIN.into_iter().chain([Field::Interests, Field::Picture]) {
            assert_ne!(of_field(&field), Category::Other, "{field}");
        }
        assert_eq!(of_field(&Field::Mobile), Category::Contact);
        assert_eq!(of_field(&Field::BirthDate), Category::Identity);
        assert_eq!(of_field(&Field::Custom("shoe-size".to_owned())), Category::Other);
    }

    #[test]
    fn no_column_is_declared_twice() {
        let mut all: Vec<(&str, &str)> =
            COLUMNS.iter().map(|c| (c.table, c.column)).chain(NOT_PERSONAL.iter().copied()).collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }

    #[test]
    fn only_what_the_person_provided_or_was_seen_doing_is_portable() {
        for column in COLUMNS {
            let is_theirs = matches!(column.origin, Origin::Provided | Origin::Observed);
            assert!(!column.portable || is_theirs, "{}.{}", column.table, column.column);
        }
    }
}
