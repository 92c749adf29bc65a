//! The account mail leaves by: what the office decided, as the conversation with the server needs it.

use zeroize::Zeroizing;

use super::tokens;
use crate::model::setting::Plain;
use crate::model::{email, text};
use crate::office::{Desk, Error, settings};
use crate::transfer::smtp::{Account as Server, Secret, Security, Trust};

/// An account: the server, and who mail comes from.
#[derive(Debug, Clone)]
pub struct Account {
    /// The server, and how to sign in.
    pub server: Server,
    /// The address mail comes from.
    pub from: String,
    /// The name mail comes from.
    pub name: String,
    /// Where answers go; empty where that is the address mail comes from.
    pub reply_to: String,
    /// How many messages may leave in an hour.
    pub per_hour: Option<u64>,
    /// How many messages may leave in a day.
    pub per_day: Option<u64>,
    /// Where one click ends mailings; empty where there is no such page.
    pub unsubscribe: String,
}

impl Account {
    /// Returns the part of the address that names whose computer mail comes from: messages are numbered under it.
    pub(super) fn domain(&self) -> String {
        let domain = self.from.rsplit_once('@').and_then(|(_, domain)| idna::domain_to_ascii(domain).ok());
        domain.unwrap_or_else(|| "localhost".to_owned())
    }

    /// Returns the address that answers go to.
    pub fn answers(&self) -> &str {
        if self.reply_to.is_empty() { &self.from } else { &self.reply_to }
    }

    /// Returns where somebody goes to get no more mailings, by a code of theirs: the address of mail first (RFC 2369),
    /// then the office's page, if it has one (RFC 8058).
    pub fn unsubscribe_links(&self, token: &str) -> Vec<String> {
        let mut links = vec![tokens::mailto(self.answers(), &format!("unsubscribe {token}"), "")];
        if self.unsubscribe.contains("{token}") {
            links.push(self.unsubscribe.replace("{token}", token));
        } else if !self.unsubscribe.is_empty() {
            let sign = if self.unsubscribe.contains('?') { '&' } else { '?' };
            links.push(format!("{}{sign}token={token}", self.unsubscribe));
        }
        links
    }
}

/// Returns the account; none where no server is named, or no address mail comes from. For the office's own work: asks for
/// no right, as it is never shown.
///
/// # Errors
/// The database's.
pub(in crate::office) fn account(desk: &Desk<'_>) -> Result<Option<Account>, Error> {
    let plain = |setting| settings::plain(desk, setting);
    let (host, user) = (plain(Plain::MailHost)?, plain(Plain::MailUser)?);
    let from = match plain(Plain::MailFrom)? {
        from if from.is_empty() => email::parse(&user).unwrap_or_default(),
        from => from,
    };
    if host.is_empty() || from.is_empty() {
        return Ok(None);
    }
    let security = Security::from_key(&plain(Plain::MailTls)?).unwrap_or(Security::Implicit);
    let (command, password) = (plain(Plain::MailTokenCommand)?, Zeroizing::new(plain(Plain::MailPassword)?));
    let secret = match (command.is_empty(), password.is_empty()) {
        (false, _) => Secret::Command(command),
        (true, false) => Secret::Password(password),
        (true, true) => Secret::None,
    };
    let name = match plain(Plain::MailName)? {
        name if name.is_empty() => plain(Plain::OfficeName)?,
        name => name,
    };
    let port = plain(Plain::MailPort)?.parse().unwrap_or_else(|_| security.port());
    Ok(Some(Account {
        server: Server { host, port, security, user, secret, trust: Trust::System },
        from,
        name: text::single_line(&name),
        reply_to: plain(Plain::MailReplyTo)?,
        per_hour: plain(Plain::MailPerHour)?.parse().ok(),
        per_day: plain(Plain::MailPerDay)?.parse().ok(),
        unsubscribe: plain(Plain::MailUnsubscribe)?,
    }))
}

/// Returns whether there is an account that mail can leave by.
///
/// # Errors
/// The database's.
pub fn is_set_up(desk: &Desk<'_>) -> Result<bool, Error> {
    Ok(account(desk)?.is_some())
}
