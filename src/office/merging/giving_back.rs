//! What of a card can still be given back once a merge is taken back: other cards may have its number by now, its picture
//! may have been replaced, its company may be gone, and its e-mail may be somebody's who was erased since.

use super::Before;
use super::parting::Parted;
use crate::model::field::Field;
use crate::model::person::{self, Person};
use crate::model::{email, phone};
use crate::office::erasure::suppression::{self, Sign};
use crate::office::{Desk, Error, companies, erasure};
use crate::store;
use crate::store::packed::Packed;

/// Leaves to another card what is that card's by now: the one that stayed keeps the number it has, and gets no picture.
pub(super) fn leave_what_is_another_s(desk: &Desk<'_>, now: &Person, parted: &mut Parted) -> Result<(), Error> {
    let Parted { content, held, .. } = parted;
    if store::persons::with_number(desk.db(), &content.number)?.is_some_and(|other| other != now.id) {
        content.number.clone_from(&now.content.number);
        held.push(Field::Number);
    }
    if let Some(picture) = content.picture
        && store::attachments::owner(desk.db(), picture)? != Some(now.id)
    {
        content.picture = None;
    }
    Ok(())
}

/// Leaves out e-mails and phones that the card lost since, and that are somebody's who was erased by now.
pub(super) fn leave_what_was_erased(desk: &Desk<'_>, now: &Person, parted: &mut Parted) -> Result<(), Error> {
    let Parted { content, held, .. } = parted;
    let has_already = suppression::of_contacts(desk, now.content.contacts())?;
    let mut erased = suppression::of_contacts(desk, content.contacts())?;
    erased.retain(|sign| !has_already.contains(sign));
    let is_erased = |sign: Sign, key: Option<String>| key.is_some_and(|key| erased.contains(&(sign, key)));
    let (emails, phones) = (content.emails.len(), content.phones.len());
    content
        .emails
        .retain(|row| !is_erased(Sign::Email, Some(email::key(&row.value))) && !erasure::is_scrubbed(&row.value));
    content.phones.retain(|row| !is_erased(Sign::Phone, phone::key(&row.value)) && !erasure::is_scrubbed(&row.value));
    let lost = [(content.emails.len() < emails, Field::Emails), (content.phones.len() < phones, Field::Phones)];
    for (_, field) in lost.into_iter().filter(|(is_lost, _)| *is_lost) {
        if !held.contains(&field) {
            held.push(field);
        }
    }
    Ok(())
}

/// Returns the card that went, as far as it can be there again, and what it does not get back. Where its company is no
/// more, it is at the one that has its name now.
pub(super) fn possible(desk: &mut Desk<'_>, before: &Before, kept: person::Id) -> Result<(Packed, Vec<Field>), Error> {
    let mut packed = before.gone.clone();
    let mut missing = Vec::new();
    if let Some(number) = packed.number()
        && store::persons::with_number(desk.db(), number)?.is_some()
    {
        packed.clear_number();
        missing.push(Field::Number);
    }
    // Its files are still those of the card that stayed.
    if let Some(picture) = packed.picture()
        && store::attachments::owner(desk.db(), picture)? != Some(kept)
    {
        packed.clear_picture();
        missing.push(Field::Picture);
    }
    for (sign, table, column, field) in
        [(Sign::Email, "email", "address", Field::Emails), (Sign::Phone, "phone", "number", Field::Phones)]
    {
        let erased = suppression::of_keys(desk, sign, packed.texts(table, "key"))?;
        // Where it was taken out of what the merge kept, a mark stands in its place.
        let mut scrubbed = packed.texts(table, column);
        scrubbed.retain(|text| erasure::is_scrubbed(text));
        if !erased.is_empty() || !scrubbed.is_empty() {
            packed.drop_rows(table, "key", &erased);
            packed.drop_rows(table, column, &scrubbed);
            missing.push(field);
        }
    }
    at_its_company(desk, &mut packed, &before.gone_company)?;
    Ok((packed, missing))
}

fn at_its_company(desk: &mut Desk<'_>, packed: &mut Packed, name: &str) -> Result<(), Error> {
    let Some(company) = packed.company() else { return Ok(()) };
    desk.changes.company(company);
    if !desk.sees_company(company)? {
        let now = if name.is_empty() { None } else { Some(companies::named(desk, name)?) };
        packed.set_company(now);
        now.into_iter().for_each(|now| desk.changes.company(now));
    }
    Ok(())
}
