//! Mail out: messages as servers and readers of mail want them, and the conversation with the one server the user named.
//!
//! [`message::build`] writes a message (RFC 5322, MIME) whose every header is bounded and on lines of its own, whatever
//! names and subjects hold. [`Connection`] speaks SMTP (RFC 5321) over TLS alone: from the first byte, or after STARTTLS,
//! without which nothing is said. How much a server may say at once is bounded, and whoever calls sets the time.
//!
//! Nothing here says in an error or a log line who is written to; what a server answered is handed to whoever keeps it.

mod connection;
pub mod message;
mod stream;
mod tls;
mod token;

#[cfg(test)]
#[path = "../../tests/mail_server/server.rs"]
pub(crate) mod server;

use std::fmt;

use zeroize::Zeroizing;

pub use connection::Connection;

/// How the connection is made safe. There is no other way: nothing weaker exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Security {
    /// From the first byte (RFC 8314, 3.3).
    Implicit,
    /// By STARTTLS (RFC 3207), without which the connection is given up.
    StartTls,
}

impl Security {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Implicit, Self::StartTls];

    /// Returns its key.
    pub fn key(self) -> &'static str {
        match self {
            Self::Implicit => "implicit",
            Self::StartTls => "starttls",
        }
    }

    /// Returns what `key` names.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.key() == key)
    }

    /// Returns the port that servers offer it on.
    pub fn port(self) -> u16 {
        match self {
            Self::Implicit => 465,
            Self::StartTls => 587,
        }
    }
}

/// What proves to the server who sends.
#[derive(Clone, Default)]
pub enum Secret {
    /// Nothing: the server asks for no name.
    #[default]
    None,
    /// A password, often one for this program alone.
    Password(Zeroizing<String>),
    /// A program that prints a token (XOAUTH2).
    Command(String),
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::None => "None",
            Self::Password(_) => "Password",
            Self::Command(_) => "Command",
        })
    }
}

/// Which certificates of servers are believed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Trust {
    /// Those the system trusts; on Linux, those in the file that `SSL_CERT_FILE` names.
    #[default]
    System,
    /// Those of an authority, besides: its certificate (DER). For tests.
    Also(Vec<u8>),
}

/// An account with a server.
#[derive(Debug, Clone)]
pub struct Account {
    /// The server's name.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is made safe.
    pub security: Security,
    /// The name to sign in with; empty where the server asks for none.
    pub user: String,
    /// What proves that it is them.
    pub secret: Secret,
    /// Whose certificates are believed.
    pub trust: Trust,
}

/// A step of the conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Step {
    /// The name of the server is looked up.
    Name,
    /// The server is called.
    Connect,
    /// The connection is made safe.
    Tls,
    /// The server is greeted.
    Greet,
    /// The user signs in.
    SignIn,
    /// The sender's address is named.
    From,
    /// The recipient's address is named.
    To,
    /// The message is announced: nothing of it has left.
    Announce,
    /// The message is on the way.
    Body,
}

impl Step {
    /// All steps, in their order.
    pub const ALL: [Self; 9] = [
        Self::Name,
        Self::Connect,
        Self::Tls,
        Self::Greet,
        Self::SignIn,
        Self::From,
        Self::To,
        Self::Announce,
        Self::Body,
    ];

    /// Returns the step's key; its text is `mail-step-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Connect => "connect",
            Self::Tls => "tls",
            Self::Greet => "greet",
            Self::SignIn => "sign-in",
            Self::From => "from",
            Self::To => "to",
            Self::Announce => "announce",
            Self::Body => "body",
        }
    }
}

/// Why a step failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Why {
    /// There is no server of that name, or nobody could be asked.
    NoSuchServer,
    /// The server cannot be reached.
    Unreachable,
    /// It took too long.
    TimedOut,
    /// The server offers no safe connection.
    NoTls,
    /// The server's certificate is not one for its name that is believed.
    Certificate,
    /// The connection could not be made safe.
    TlsFailed,
    /// The server offers no way to sign in that is known.
    NoSignIn,
    /// The program that prints the token printed none.
    NoToken,
    /// The server cannot take an address of letters beyond ASCII.
    Letters,
    /// The server refused, for now: a reply of 4xx.
    RefusedNow(u16),
    /// The server refused, for good: a reply of 5xx.
    Refused(u16),
    /// What the server answered is no SMTP, or too much of it.
    Garbled,
    /// The connection broke.
    Broken,
}

impl Why {
    /// Returns its key; its text is `mail-why-<key>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::NoSuchServer => "no-such-server",
            Self::Unreachable => "unreachable",
            Self::TimedOut => "timed-out",
            Self::NoTls => "no-tls",
            Self::Certificate => "certificate",
            Self::TlsFailed => "tls-failed",
            Self::NoSignIn => "no-sign-in",
            Self::NoToken => "no-token",
            Self::Letters => "letters",
            Self::RefusedNow(_) => "refused-now",
            Self::Refused(_) => "refused",
            Self::Garbled => "garbled",
            Self::Broken => "broken",
        }
    }
}

/// Why something was not sent, and how far it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}: {}", .step.key(), .why.key())]
pub struct Failure {
    /// Where it failed.
    pub step: Step,
    /// Why.
    pub why: Why,
    /// What the server said, on one line; it can name people.
    pub said: String,
}

impl Failure {
    fn new(step: Step, why: Why) -> Self {
        Self { step, why, said: String::new() }
    }

    /// Returns whether the server refused for good.
    pub fn is_for_good(&self) -> bool {
        matches!(self.why, Why::Refused(_) | Why::Letters)
    }

    /// Returns whether the message may have arrived all the same: its text was on the way, and nothing refused it.
    pub fn is_uncertain(&self) -> bool {
        self.step == Step::Body && !matches!(self.why, Why::Refused(_) | Why::RefusedNow(_))
    }

    /// Returns whether it has to do with the server or the account, and not with the message: the sender is the same for
    /// all, and one who is refused (who has not signed in, or may not send under that address) is for each of them. But for
    /// what a message asks for with the sender: letters beyond ASCII, or room (RFC 5321, 4.1.1.11).
    pub fn is_of_account(&self) -> bool {
        match self.why {
            Why::Refused(504 | 552 | 555) | Why::RefusedNow(452) => self.step < Step::From,
            Why::Refused(_) | Why::RefusedNow(_) => self.step <= Step::From,
            Why::NoSuchServer
            | Why::Unreachable
            | Why::TimedOut
            | Why::NoTls
            | Why::Certificate
            | Why::TlsFailed
            | Why::NoSignIn
            | Why::NoToken
            | Why::Letters
            | Why::Garbled
            | Why::Broken => self.step < Step::From,
        }
    }
}

/// Returns an address with its domain as servers know it; none where it cannot be one.
fn address(typed: &str) -> Option<lettre::Address> {
    let (local, domain) = typed.rsplit_once('@')?;
    let domain = idna::domain_to_ascii(domain).ok()?;
    // What a line of the conversation could be broken by stands in no address.
    if local.chars().any(|sign| sign.is_control() || sign.is_whitespace() || "<>\",;:\\()[]".contains(sign)) {
        return None;
    }
    lettre::Address::new(local, domain).ok()
}
