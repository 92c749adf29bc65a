//! The conversation with a server: each step by itself, so that whoever sends can note in between how far it is.

use std::error::Error as _;
use std::future::Future;
use std::io;

use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::commands::{Data, Mail, Rcpt, Rset};
use lettre::transport::smtp::extension::{ClientId, Extension, MailBodyParameter, MailParameter};
use lettre::transport::smtp::response::{Response, Severity};
use tokio::net::TcpStream;
use tokio::time::{Instant, timeout_at};

use super::stream::Bounded;
use super::{Account, Failure, Secret, Security, Step, Why, tls, token};

/// How long one of several addresses of a server is called, in seconds.
const CALL: u64 = 20;
/// How much is kept of what a server says, in characters.
const SAID: usize = 300;

/// A connection to a server, signed in.
pub struct Connection(AsyncSmtpConnection);

impl std::fmt::Debug for Connection {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Connection")
    }
}

impl Connection {
    /// Calls a server and signs in, by a given time; `told` hears which step begins.
    ///
    /// # Errors
    /// A [`Failure`] of one of the steps up to [`Step::SignIn`].
    pub async fn open(account: &Account, by: Instant, told: &(dyn Fn(Step) + Sync)) -> Result<Self, Failure> {
        told(Step::Name);
        let host = idna::domain_to_ascii(account.host.trim()).unwrap_or_default();
        let stream = call(&host, account.port, by, told).await?;
        let peer = stream.peer_addr().map_err(|_| Failure::new(Step::Connect, Why::Unreachable))?;
        told(Step::Tls);
        let safe = within(by, Step::Tls, async {
            let mut stream = stream;
            if account.security == Security::StartTls {
                tls::ask(&mut stream).await?;
            }
            tls::secure(stream, &host, &account.trust).await
        });
        let safe = safe.await?;
        told(Step::Greet);
        let first: &[u8] = if account.security == Security::StartTls { b"220 safe\r\n" } else { b"" };
        let hello = ClientId::Domain(tls::HELLO.to_owned());
        let greeted = AsyncSmtpConnection::connect_with_transport(Box::new(Bounded::new(safe, peer, first)), &hello);
        let mut connection = Self(within(by, Step::Greet, spoken(Step::Greet, greeted)).await?);
        if !account.user.is_empty() {
            told(Step::SignIn);
            within(by, Step::SignIn, connection.sign_in(account)).await?;
        }
        Ok(connection)
    }

    async fn sign_in(&mut self, account: &Account) -> Result<(), Failure> {
        let (mechanisms, secret): (&[Mechanism], _) = match &account.secret {
            Secret::None => return Ok(()),
            Secret::Password(password) => (&[Mechanism::Plain, Mechanism::Login], password.clone()),
            Secret::Command(command) => (&[Mechanism::Xoauth2], token::of(command).await?),
        };
        if self.0.server_info().get_auth_mechanism(mechanisms).is_none() {
            return Err(Failure::new(Step::SignIn, Why::NoSignIn));
        }
        let credentials = Credentials::new(account.user.clone(), secret.to_string());
        spoken(Step::SignIn, self.0.auth(mechanisms, &credentials)).await.map(|_| ())
    }

    /// Names the sender and the recipient of a message.
    ///
    /// # Errors
    /// A [`Failure`] of [`Step::From`] or [`Step::To`].
    pub async fn offer(&mut self, from: &str, to: &str, bytes: &[u8], by: Instant) -> Result<(), Failure> {
        let known = |typed: &str, step| super::address(typed).ok_or_else(|| Failure::new(step, Why::Letters));
        let (from, to) = (known(from, Step::From)?, known(to, Step::To)?);
        let info = self.0.server_info();
        let mut parameters = Vec::new();
        if [&from, &to].iter().any(|address| !address.to_string().is_ascii()) {
            if !info.supports_feature(Extension::SmtpUtfEight) {
                return Err(Failure::new(Step::To, Why::Letters));
            }
            parameters.push(MailParameter::SmtpUtfEight);
        }
        if !bytes.is_ascii() && info.supports_feature(Extension::EightBitMime) {
            parameters.push(MailParameter::Body(MailBodyParameter::EightBitMime));
        }
        let named = self.command(Mail::new(Some(from), parameters), Step::From, by).await?;
        done(&named, Step::From)?;
        let named = self.command(Rcpt::new(to, Vec::new()), Step::To, by).await?;
        done(&named, Step::To)
    }

    /// Announces the message. Whoever keeps how far it is has noted it by now: what follows is its text.
    ///
    /// # Errors
    /// A [`Failure`] of [`Step::Announce`].
    pub async fn announce(&mut self, by: Instant) -> Result<(), Failure> {
        let response = self.command(Data, Step::Announce, by).await?;
        if response.has_code(354) { Ok(()) } else { Err(Failure::new(Step::Announce, Why::Garbled)) }
    }

    /// Sends the message, and returns what the server said to that.
    ///
    /// # Errors
    /// A [`Failure`] of [`Step::Body`], see [`Failure::is_uncertain`].
    pub async fn body(&mut self, message: &[u8], by: Instant) -> Result<String, Failure> {
        let response = within(by, Step::Body, spoken(Step::Body, self.0.message(message))).await?;
        done(&response, Step::Body)?;
        Ok(on_one_line(&response.message().collect::<Vec<_>>().join(" ")))
    }

    /// Takes back what was named, so that another message can follow.
    ///
    /// # Errors
    /// A [`Failure`]: the connection is of no more use.
    pub async fn take_back(&mut self, by: Instant) -> Result<(), Failure> {
        self.command(Rset, Step::From, by).await.map(|_| ())
    }

    /// Takes leave.
    pub async fn leave(mut self, by: Instant) {
        // The server may be gone; nothing is lost by it.
        let _ = timeout_at(by, self.0.quit()).await;
    }

    async fn command(&mut self, command: impl std::fmt::Display, step: Step, by: Instant) -> Result<Response, Failure> {
        within(by, step, spoken(step, self.0.command(command))).await
    }
}

async fn call(host: &str, port: u16, by: Instant, told: &(dyn Fn(Step) + Sync)) -> Result<TcpStream, Failure> {
    let unknown = || Failure::new(Step::Name, Why::NoSuchServer);
    if host.is_empty() {
        return Err(unknown());
    }
    let found = within(by, Step::Name, async { tokio::net::lookup_host((host, port)).await.map_err(|_| unknown()) });
    let addresses: Vec<_> = found.await?.collect();
    if addresses.is_empty() {
        return Err(unknown());
    }
    told(Step::Connect);
    let mut last = Failure::new(Step::Connect, Why::Unreachable);
    for address in addresses {
        let until = by.min(Instant::now() + std::time::Duration::from_secs(CALL));
        match timeout_at(until, TcpStream::connect(address)).await {
            Ok(Ok(stream)) => {
                // Commands are short, and each is waited for.
                let _ = stream.set_nodelay(true);
                return Ok(stream);
            }
            Ok(Err(_)) => {}
            Err(_) => last.why = Why::TimedOut,
        }
        if Instant::now() >= by {
            break;
        }
    }
    Err(last)
}

/// Waits for a step until a given time, and no longer.
async fn within<T>(by: Instant, step: Step, work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    timeout_at(by, work).await.unwrap_or_else(|_| Err(Failure::new(step, Why::TimedOut)))
}

async fn spoken<T>(step: Step, work: impl Future<Output = Result<T, Error>>) -> Result<T, Failure> {
    work.await.map_err(|error| failure(step, &error))
}

fn done(response: &Response, step: Step) -> Result<(), Failure> {
    let is_done = matches!(response.code().severity, Severity::PositiveCompletion);
    if is_done { Ok(()) } else { Err(Failure::new(step, Why::Garbled)) }
}

fn failure(step: Step, error: &Error) -> Failure {
    let code = error.status().and_then(|code| code.to_string().parse().ok()).unwrap_or_default();
    let source = error.source();
    let said = source.map(|source| on_one_line(&source.to_string())).unwrap_or_default();
    let input = source.and_then(|source| source.downcast_ref::<io::Error>()).map(io::Error::kind);
    let why = if error.is_transient() {
        Why::RefusedNow(code)
    } else if error.is_permanent() {
        Why::Refused(code)
    } else if (error.is_response() && !said.starts_with("incomplete"))
        || error.is_client()
        || input == Some(io::ErrorKind::InvalidData)
    {
        Why::Garbled
    } else {
        Why::Broken
    };
    // What only the library says is nothing a user can use.
    let said = if code > 0 { said } else { String::new() };
    Failure { step, why, said }
}

/// Returns what a server said as one line of bounded length.
pub(super) fn on_one_line(said: &str) -> String {
    let words: Vec<&str> = said.split(|sign: char| sign.is_control() || sign.is_whitespace()).collect();
    words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ").chars().take(SAID).collect()
}
