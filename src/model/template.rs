//! The texts of letters and messages: which there are, what may stand in them, and which parts the law asks of each.

pub mod layout;

use super::outbox::Kind;

/// A letter that comes with the program; an office's own ones are each of the kind of one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Base {
    /// What somebody is told whose data came from themselves (art. 13).
    Notice,
    /// What somebody is told whose data came from elsewhere (art. 14).
    NoticeOtherSource,
    /// It asks for a consent.
    ConsentRequest,
    /// It asks to confirm a consent.
    ConsentConfirmation,
    /// It tells of a correction.
    Corrected,
    /// It tells of an erasure.
    Erased,
    /// It brings a report.
    Report,
    /// It tells of a breach (art. 34).
    Breach,
    /// What a mailing begins with.
    Newsletter,
}

/// A part of a letter, which a block of its text holds: `{% block objection %}…{% endblock %}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// Who the controller is, and how to reach them (art. 13(1)(a), (b)).
    Who,
    /// For what the data is used, and on which legal basis (art. 13(1)(c), (d)).
    Purposes,
    /// Where the data comes from (art. 14(2)(f)).
    Source,
    /// Which kinds of data (art. 14(1)(d)).
    Data,
    /// How long it is kept (art. 13(2)(a)).
    Period,
    /// Who gets it (art. 13(1)(e)).
    Recipients,
    /// What one can ask for (art. 13(2)(b)).
    Rights,
    /// That one can object; it stands by itself (art. 21(4)).
    Objection,
    /// That a consent can be taken back (art. 7(3), 13(2)(c)).
    Withdrawal,
    /// Whether a machine decides (art. 13(2)(f)).
    Automated,
    /// To whom one can complain (art. 13(2)(d)).
    Authority,
    /// What is asked, in the words of the wording (art. 7(2)).
    Request,
    /// How to confirm it.
    Confirm,
    /// What was corrected.
    Changes,
    /// What was erased, and on which ground.
    Erased,
    /// What is in the files.
    Files,
    /// What happened (art. 34(2), 33(3)(a)).
    What,
    /// What it may lead to (art. 33(3)(c)).
    Consequences,
    /// What is done about it (art. 33(3)(d)).
    Measures,
    /// How to get no more of it.
    Unsubscribe,
}

impl Part {
    /// All parts.
    pub const ALL: [Self; 20] = [
        Self::Who,
        Self::Purposes,
        Self::Source,
        Self::Data,
        Self::Period,
        Self::Recipients,
        Self::Rights,
        Self::Objection,
        Self::Withdrawal,
        Self::Automated,
        Self::Authority,
        Self::Request,
        Self::Confirm,
        Self::Changes,
        Self::Erased,
        Self::Files,
        Self::What,
        Self::Consequences,
        Self::Measures,
        Self::Unsubscribe,
    ];

    /// Returns the name of its block; its text is `template-part-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Who => "who",
            Self::Purposes => "purposes",
            Self::Source => "source",
            Self::Data => "data",
            Self::Period => "period",
            Self::Recipients => "recipients",
            Self::Rights => "rights",
            Self::Objection => "objection",
            Self::Withdrawal => "withdrawal",
            Self::Automated => "automated",
            Self::Authority => "authority",
            Self::Request => "request",
            Self::Confirm => "confirm",
            Self::Changes => "changes",
            Self::Erased => "erased",
            Self::Files => "files",
            Self::What => "what",
            Self::Consequences => "consequences",
            Self::Measures => "measures",
            Self::Unsubscribe => "unsubscribe",
        }
    }
}

/// What every letter can name.
const EVERYWHERE: &[&str] = &[
    "person.name",
    "person.first_name",
    "person.last_name",
    "person.company",
    "person.title",
    "person.email",
    "office.name",
    "office.address",
    "office.country",
    "office.contact",
    "office.privacy_contact",
    "office.authority",
    "today",
    "purposes",
    "data",
    "source",
    "recipients",
    "statement.title",
    "statement.url",
    "links.preferences",
    "links.unsubscribe",
    "links.stop",
    "links.access",
    "links.confirm",
];

impl Base {
    /// All that come with the program.
    pub const ALL: [Self; 9] = [
        Self::Notice,
        Self::NoticeOtherSource,
        Self::ConsentRequest,
        Self::ConsentConfirmation,
        Self::Corrected,
        Self::Erased,
        Self::Report,
        Self::Breach,
        Self::Newsletter,
    ];

    /// Returns the key that scripts use; its name is `template-name-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Notice => "notice",
            Self::NoticeOtherSource => "notice-other-source",
            Self::ConsentRequest => "consent-request",
            Self::ConsentConfirmation => "consent-confirmation",
            Self::Corrected => "corrected",
            Self::Erased => "erased",
            Self::Report => "report",
            Self::Breach => "breach",
            Self::Newsletter => "newsletter",
        }
    }

    /// Returns the one that `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|base| base.key() == key)
    }

    /// Returns what a message with it is.
    pub fn kind(self) -> Kind {
        match self {
            Self::Notice | Self::NoticeOtherSource => Kind::Notice,
            Self::ConsentRequest => Kind::ConsentRequest,
            Self::ConsentConfirmation => Kind::ConsentConfirmation,
            Self::Corrected => Kind::Corrected,
            Self::Erased => Kind::Erased,
            Self::Report => Kind::Report,
            Self::Breach => Kind::Breach,
            Self::Newsletter => Kind::Marketing,
        }
    }

    /// Returns the parts that the law asks of it.
    pub fn parts(self) -> &'static [Part] {
        use Part::{
            Authority, Automated, Changes, Confirm, Consequences, Data, Erased, Files, Measures, Objection, Period,
            Purposes, Recipients, Request, Rights, Source, Unsubscribe, What, Who, Withdrawal,
        };
        match self {
            Self::Notice => {
                &[Who, Purposes, Source, Period, Recipients, Objection, Rights, Withdrawal, Automated, Authority]
            }
            Self::NoticeOtherSource => {
                &[Who, Purposes, Data, Source, Period, Recipients, Objection, Rights, Withdrawal, Automated, Authority]
            }
            Self::ConsentRequest => &[Who, Request, Withdrawal, Objection, Authority],
            Self::ConsentConfirmation => &[Who, Request, Confirm, Withdrawal],
            Self::Corrected => &[Changes, Who, Authority],
            Self::Erased => &[Erased, Who, Authority],
            Self::Report => &[Files, Who, Rights, Authority],
            Self::Breach => &[What, Consequences, Measures, Who],
            Self::Newsletter => &[Unsubscribe, Objection, Who],
        }
    }

    /// Returns what it alone can name.
    fn own_variables(self) -> &'static [&'static str] {
        match self {
            Self::Notice | Self::NoticeOtherSource => &[],
            Self::ConsentRequest | Self::ConsentConfirmation => &["consent.purpose", "consent.wording", "consent.day"],
            Self::Corrected => &["changes"],
            Self::Erased => &["erased"],
            Self::Report => &["files", "sealed"],
            Self::Breach => &["breach.what", "breach.consequences", "breach.measures"],
            Self::Newsletter => &["content", "subscription"],
        }
    }

    /// Returns what can be named in it, with the dots in between.
    pub fn variables(self) -> impl Iterator<Item = &'static str> {
        EVERYWHERE.iter().chain(self.own_variables()).copied()
    }
}

/// The key of a template: that of a shipped one, or one with a name of the office's own behind a dot, `notice.fair`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Key {
    /// The shipped one, which says what may and what must stand in it.
    pub base: Base,
    /// The office's own name for another one of the kind.
    pub own: Option<String>,
}

impl Key {
    /// Returns the key that a text is.
    pub fn read(text: &str) -> Option<Self> {
        let (base, own) = match text.split_once('.') {
            Some((base, own)) => (base, Some(own)),
            None => (text, None),
        };
        if own.is_some_and(|own| !super::list::is_key(own)) {
            return None;
        }
        Some(Self { base: Base::from_key(base)?, own: own.map(str::to_owned) })
    }
}

impl From<Base> for Key {
    fn from(base: Base) -> Self {
        Self { base, own: None }
    }
}

impl std::fmt::Display for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.base.key())?;
        self.own.as_ref().map_or(Ok(()), |own| write!(f, ".{own}"))
    }
}

/// What a template says, before anything is filled in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// What the message is about.
    pub subject: String,
    /// What it says.
    pub body: String,
}

/// Why a text cannot be a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Nothing stands in the subject or the body.
    Empty,
    /// It is longer than any letter.
    TooLong,
    /// It cannot be read from this line on, counted from 1.
    Syntax(usize),
    /// It names what nobody knows.
    Unknown(Vec<String>),
    /// It names something where nothing is filled in.
    NotHere,
}

impl Fault {
    /// Refuses words that go out as they are and yet name something as a text of a template does.
    ///
    /// # Errors
    /// [`Fault::NotHere`].
    pub fn of_plain(words: &str) -> Result<(), Self> {
        if ["{{", "{%"].iter().any(|mark| words.contains(mark)) { Err(Self::NotHere) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_go_out_as_they_are_name_nothing() {
        for words in ["Hei {{ person.first_name }}", "{% if x %}", "a {{"] {
            assert_eq!(Fault::of_plain(words), Err(Fault::NotHere), "{words}");
        }
        assert_eq!(Fault::of_plain("Rabatt {20 %} { } – bare i dag"), Ok(()));
    }

    #[test]
    fn keys_are_shipped_ones_or_own_ones_of_their_kind() {
        for base in Base::ALL {
            assert_eq!(Key::read(base.key()), Some(Key::from(base)));
            assert!(!base.parts().is_empty());
        }
        let own = Key::read("notice.fair-2");
        assert_eq!(own.as_ref().map(ToString::to_string).as_deref(), Some("notice.fair-2"));
        for wrong in ["", "gossip", "notice.", "notice.Æ", "gossip.fair", ".fair", "notice.a.b"] {
            assert_eq!(Key::read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn parts_have_different_names() {
        let names: std::collections::HashSet<_> = Part::ALL.map(Part::key).into();
        assert_eq!(names.len(), Part::ALL.len());
    }
}
