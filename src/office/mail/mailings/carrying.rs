//! Queueing the messages of a mailing, in the one transaction of the desk.

use super::choosing::{One, choose};
use super::writing::Pen;
use super::{STEP, Wanted, checked, tidied};
use crate::model::activity;
use crate::model::journal::{Kind as Noted, Subject as About};
use crate::model::list;
use crate::model::mailing::{Id, Mailing, Recipient, Sort, State, Status, Why};
use crate::model::outbox::{Kind, Message};
use crate::office::mail::account::account;
use crate::office::mail::allowed;
use crate::office::mail::notices;
use crate::office::mail::outbox::{New, queue};
use crate::office::subject::Subject;
use crate::office::{Desk, Error, Progress, Rule, activities};
use crate::store;

/// What came of a mailing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// The mailing; none where nobody may get a message, and nothing was kept of it.
    pub mailing: Option<Id>,
    /// How many messages were queued.
    pub queued: u64,
    /// Who gets none, and why.
    pub held: Vec<Recipient>,
}

/// Queues a message for everybody who may get it: all of them, or, where an error is returned, none.
///
/// # Errors
/// Those of [`plan`](super::plan).
pub fn carry_out(desk: &mut Desk<'_>, wanted: &Wanted, progress: &Progress) -> Result<Done, Error> {
    desk.require(crate::model::user::Right::SendMail)?;
    let wanted = checked(desk, wanted)?;
    let chosen = choose(desk, &wanted, progress)?;
    let queued = chosen.all.iter().filter(|one| one.recipient.status.gets_one()).count() as u64;
    let mailing = Id(desk.db().new_id());
    if queued > 0 {
        let selection = match &wanted.subject {
            Subject::Selection(id) => Some(*id),
            Subject::Persons(_) | Subject::Companies(_) => None,
        };
        let new = Mailing {
            id: mailing,
            name: wanted.name.clone(),
            selection,
            selection_name: chosen.name.clone(),
            sort: wanted.sort,
            template: wanted.template.to_string(),
            state: State::Running,
            marks: wanted.marks,
            send_at: wanted.send_at,
            persons: chosen.all.len() as u64,
            at: desk.now(),
            by: desk.user().id,
        };
        store::mailings::insert(desk.db(), &new)?;
        store::mailings::attach(desk.db(), mailing, &wanted.files)?;
        let pen = Pen::new(desk, &wanted)?;
        let total = chosen.all.len() as u64;
        for (step, some) in chosen.all.chunks(STEP).enumerate() {
            progress.at((step * STEP) as u64, total)?;
            let getting = some.iter().filter(|one| one.recipient.status.gets_one()).map(|one| one.recipient.person);
            let types = pen.types(desk, &getting.collect::<Vec<_>>())?;
            for one in some {
                let gets = types.get(&one.recipient.person).map_or([].as_slice(), Vec::as_slice);
                enter(desk, &pen, &wanted, mailing, (one, gets))?;
            }
        }
        progress.at(total, total)?;
        desk.note(Noted::MailingQueued, About::Record(mailing.0), Vec::new())?;
        desk.changes.outbox = true;
    }
    let is_left = |one: &One| matches!(one.recipient.status, Status::Left(_));
    let held = chosen.all.into_iter().filter(is_left).map(|one| one.recipient).collect();
    Ok(Done { mailing: (queued > 0).then_some(mailing), queued, held })
}

/// Keeps how it stands with one person, and queues their message where they get one.
fn enter(
    desk: &mut Desk<'_>,
    pen: &Pen<'_>,
    wanted: &Wanted,
    mailing: Id,
    (one, gets): (&One, &[list::Id]),
) -> Result<(), Error> {
    let person = one.recipient.person;
    let how = match one.recipient.status {
        Status::Left(why) => Err(why),
        Status::Ready | Status::LetPast => {
            let notice = match wanted.sort {
                Sort::Marketing(_) => notices::to_go_along(desk, person, wanted.send_at)?,
                Sort::Breach => None,
            };
            let message = pen.write(desk, mailing, (person, gets), one.lang, notice.as_ref())?;
            let id = queue(
                desk,
                New {
                    kind: wanted.sort.kind(),
                    person: Some(person),
                    recipient: one.name.clone(),
                    address: one.address.clone(),
                    language: message.lang.code().to_owned(),
                    subject: message.subject,
                    body: message.body,
                    html: message.html,
                    token: message.token,
                    subscription: wanted.sort.subscription(),
                    mailing: Some(mailing),
                    due: wanted.send_at,
                    files: Vec::new(),
                },
            )?;
            if let Some(notice) = &notice {
                notices::goes_along(desk, person, notice, id)?;
            }
            if !one.past.is_empty() {
                allowed::let_past(desk, id, person, &one.past, &wanted.why)?;
            }
            Ok(id)
        }
        // Of a plan nothing else can be said.
        Status::Outbox(_) | Status::Removed => Err(Why::Duplicate),
    };
    Ok(store::mailings::add(desk.db(), mailing, person, &one.address, how, desk.now())?)
}

/// Sends what a mailing says to the office itself, as a person who is made up would get it; answers the address.
///
/// # Errors
/// [`Error::Forbidden`]; [`Rule::NoMailAccount`]; [`Error::NoSuch`] or [`Error::Template`] for the template.
pub fn test(desk: &mut Desk<'_>, wanted: &Wanted) -> Result<String, Error> {
    desk.require(crate::model::user::Right::SendMail)?;
    let wanted = tidied(desk, wanted.clone())?;
    let account = account(desk)?.ok_or(Error::Refused(Rule::NoMailAccount))?;
    let message = Pen::new(desk, &wanted)?.sample(desk, None, Some(desk.lang()))?;
    let id = queue(
        desk,
        New {
            kind: Kind::Test,
            person: None,
            recipient: account.name.clone(),
            address: account.from.clone(),
            language: message.lang.code().to_owned(),
            subject: message.subject,
            body: message.body,
            html: message.html,
            token: None,
            subscription: None,
            mailing: None,
            due: None,
            files: wanted.files,
        },
    )?;
    desk.note(Noted::MailingQueued, About::Record(id.0), Vec::new())?;
    desk.changes.outbox = true;
    Ok(account.from)
}

/// Returns whether the mailing that a message belongs to was ended.
pub(in crate::office::mail) fn was_stopped(desk: &Desk<'_>, message: &Message) -> Result<bool, Error> {
    let Some(id) = message.mailing else { return Ok(false) };
    Ok(store::mailings::get(desk.db(), id)?.is_some_and(|mailing| mailing.state == State::Stopped))
}

/// Enters on the card that a message of a mailing has left, where that was asked for. Part of what notes that it has.
pub(in crate::office::mail) fn has_left(desk: &mut Desk<'_>, message: &Message) -> Result<(), Error> {
    let (Some(id), Some(person)) = (message.mailing, message.person) else { return Ok(()) };
    let Some(mailing) = store::mailings::get(desk.db(), id)?.filter(|mailing| mailing.marks) else { return Ok(()) };
    let mut content = activity::Content::new(list::ACTIVITY_EMAIL, desk.now());
    content.subject = message.subject.clone();
    content.text = mailing.name;
    activities::enter_sent(desk, person, content)
}
