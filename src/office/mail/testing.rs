//! Tries the account: a message to oneself, and what each step of it came to.

use std::sync::{Mutex, PoisonError};

use tokio::time::Instant;

use super::account::{self, Account};
use super::sending::{self, Way};
use crate::i18n::{self, Lang};
use crate::model::Moment;
use crate::model::journal::{Kind, Subject};
use crate::model::user::Right;
use crate::office::{Error, Office, Rule};
use crate::t;
use crate::transfer::smtp::message::{Letter, build};
use crate::transfer::smtp::{Connection, Failure, Step};

/// What came of trying the account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    /// The steps that went well, in their order.
    pub done: Vec<Step>,
    /// The one that did not, and why.
    pub failure: Option<Failure>,
    /// Where the message went.
    pub to: String,
}

impl Tried {
    /// Returns the steps in words, each with whether it went well.
    pub fn words(&self, lang: Lang) -> Vec<(bool, String)> {
        let well = self.done.iter().map(|step| (true, i18n::text(lang, &format!("mail-done-{}", step.key()))));
        well.chain(self.failure.iter().map(|failure| (false, sending::words(lang, failure)))).collect()
    }
}

/// Sends a message to the address that mail comes from. Waits for the server, so windows call it beside the one that
/// draws.
///
/// # Errors
/// [`Error::Forbidden`]; [`Rule::NoMailAccount`]; or the database's. What the server does is told by [`Tried`].
pub fn try_account(office: &Office) -> Result<Tried, Error> {
    try_by(office, &Way::default())
}

/// As [`try_account`], in a given way.
///
/// # Errors
/// Those of [`try_account`].
pub fn try_by(office: &Office, way: &Way) -> Result<Tried, Error> {
    let account = office.read(|desk| {
        desk.require(Right::Settings)?;
        account::account(desk)?.ok_or(Error::Refused(Rule::NoMailAccount))
    });
    let mut account = account.wait()?;
    account.server.trust = way.trust.clone();
    let (lang, to) = (office.lang(), account.from.clone());
    let steps = Mutex::new(Vec::new());
    let lock = || steps.lock().unwrap_or_else(PoisonError::into_inner);
    let by = Instant::now() + way.longest;
    let result = std::thread::scope(|scope| {
        let work = scope.spawn(|| {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            let runtime = runtime.map_err(|_| Error::Failed)?;
            let done = runtime.block_on(converse(&account, lang, by, &|step| lock().push(step)));
            runtime.shutdown_background();
            Ok(done)
        });
        work.join().unwrap_or(Err(Error::Failed))
    })?;
    let mut done = std::mem::take(&mut *lock());
    let failure = result.err();
    if let Some(failure) = &failure {
        done.retain(|step| *step < failure.step);
    } else {
        office.write(|desk| desk.note(Kind::MailSent, Subject::None, Vec::new())).wait()?;
    }
    Ok(Tried { done, failure, to })
}

async fn converse(account: &Account, lang: Lang, by: Instant, told: &(dyn Fn(Step) + Sync)) -> Result<(), Failure> {
    let subject = t!(lang, "mail-test-subject");
    let text = t!(lang, "mail-test-text");
    let mut bytes = [0; 16];
    let _ = getrandom::fill(&mut bytes);
    let id = format!("{}@{}", data_encoding::HEXLOWER.encode(&bytes), account.domain());
    let letter = Letter {
        from_name: &account.name,
        from: &account.from,
        reply_to: &account.reply_to,
        to: &account.from,
        subject: &subject,
        text: &text,
        id: &id,
        at: Moment::now(),
        is_automatic: true,
        ..Letter::default()
    };
    let unfit = |_| Failure { step: Step::From, why: crate::transfer::smtp::Why::Letters, said: String::new() };
    let message = build(&letter).map_err(unfit)?;
    let mut connection = Connection::open(&account.server, by, told).await?;
    connection.offer(&account.from, &account.from, &message, by).await?;
    told(Step::From);
    told(Step::To);
    connection.announce(by).await?;
    told(Step::Announce);
    connection.body(&message, by).await?;
    told(Step::Body);
    connection.leave(by.min(Instant::now() + std::time::Duration::from_secs(5))).await;
    Ok(())
}
