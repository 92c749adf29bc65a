//! Settings of list items.

use super::{ItemPart, Own, Setting, Tongue, keep, note, stored};
use crate::model::basis::Basis;
use crate::model::list::{self, Id, Item, List};
use crate::model::{Reason, text};
use crate::office::{Desk, Error, Rule, wordings};
use crate::store;

/// Returns the value of a setting of an item; none where there is no such item.
pub(super) fn value(desk: &Desk<'_>, list: List, key: &str, part: ItemPart) -> Result<Option<String>, Error> {
    let Some(item) = desk.lists()?.by_key(list, key) else { return Ok(None) };
    let value = match part.own() {
        Some(own) => of_row(desk, item, own)?,
        None => stored(desk, &setting(list, key, part))?,
    };
    Ok(Some(value))
}

/// Returns what stands in an item's own row.
fn of_row(desk: &Desk<'_>, item: &Item, own: Own) -> Result<String, Error> {
    Ok(match own {
        Own::Present => "yes".to_owned(),
        Own::Under => match item.under {
            Some(id) => desk.lists()?.key(id).to_owned(),
            None => String::new(),
        },
        Own::Name(tongue) => item.names[tongue as usize].clone(),
        Own::Active => if item.active { "yes" } else { "no" }.to_owned(),
        Own::Rank => item.rank.to_string(),
        Own::Wording(tongue) => wordings::newest(desk, item.id, tongue.code())?.unwrap_or_default(),
    })
}

fn setting(list: List, key: &str, part: ItemPart) -> Setting {
    Setting::Item { list, item: key.to_owned(), part }
}

/// Returns whether the law lets the legal basis of that key carry the purpose under no rule that the office could use:
/// whoever expected it could enter nothing any more.
fn can_never_serve(desk: &Desk<'_>, purpose: list::Id, key: &str) -> bool {
    let (Ok(lists), Ok(rules)) = (desk.lists(), desk.rules()) else { return false };
    let named = lists.by_key(List::Basis, key).and_then(|item| lists.basis(item.id));
    let rule = named.and_then(|named| rules.refuses_by_law(purpose, named));
    rule.is_some_and(|rule| [Rule::MarketingNeedsConsent, Rule::DirectMarketingUnfit].contains(&rule))
}

/// Changes a setting of an item, and answers whether that changed anything. An item that is not there yet is made.
pub(super) fn put(
    desk: &mut Desk<'_>,
    list: List,
    key: &str,
    part: ItemPart,
    value: Option<&str>,
) -> Result<bool, Error> {
    let wrong = |reason| Error::InvalidSetting { setting: setting(list, key, part).key(), reason };
    let is_there = desk.lists()?.by_key(list, key).is_some();
    let goes = part == ItemPart::Present && value != Some("yes");
    if goes {
        return if is_there { remove(desk, list, key) } else { Ok(false) };
    }
    if !is_there {
        let under = if part == ItemPart::Under { value } else { None };
        add(desk, list, key, under)?;
        if matches!(part, ItemPart::Present | ItemPart::Under) {
            return Ok(true);
        }
    }
    let item = desk.lists()?.by_key(list, key).cloned().ok_or(Error::NoSuch("list item"))?;
    if part == ItemPart::DirectMarketing && item.id == list::MARKETING && value == Some("no") {
        // It is what the purpose is shipped for, and art. 21(2) leaves no choice.
        return Err(wrong(Reason::ReadOnly));
    }
    if let (ItemPart::Expected, Some(value)) = (part, value)
        && value.split(' ').any(|key| can_never_serve(desk, item.id, key))
    {
        return Err(wrong(Reason::NotExpected));
    }
    let mut after = item.clone();
    let value_or_shipped = |part: ItemPart| value.map_or_else(|| setting(list, key, part).shipped(), str::to_owned);
    let Some(own) = part.own() else { return keep(desk, &setting(list, key, part), value.map(str::to_owned)) };
    match own {
        Own::Present => return Ok(false),
        Own::Under => {
            // What cards and ledgers already name keeps its meaning.
            if list::shipped_id(list, key).is_some() || store::lists::is_used(desk.db(), item.id)? {
                return Err(Error::Refused(Rule::ItemInUse));
            }
            after.under = Some(stands_under(desk, list, value)?);
        }
        Own::Name(tongue) => {
            let name = match value {
                Some(name) => name.to_owned(),
                None => crate::i18n::text_if_known(lang_of(tongue), &format!("item-{}-{key}", list.key()))
                    .ok_or(wrong(Reason::Missing))?,
            };
            if name.is_empty() {
                return Err(wrong(Reason::Missing));
            }
            if text::is_longer(&name, text::LINE) {
                return Err(wrong(Reason::TooLong));
            }
            after.names[tongue as usize] = name;
        }
        Own::Active => {
            after.active = value_or_shipped(part) == "yes";
            if !after.active && is_needed(item.id) {
                return Err(Error::Refused(Rule::ItemNeeded));
            }
        }
        Own::Rank => {
            after.rank = value.and_then(|rank| rank.parse().ok()).unwrap_or(item.rank);
        }
        Own::Wording(tongue) => {
            let before = wordings::newest(desk, item.id, tongue.code())?;
            wordings::add(desk, item.id, tongue.code(), value.unwrap_or_default())?;
            note(desk, setting(list, key, part).key(), before, value.map(str::to_owned))?;
            return Ok(true);
        }
    }
    if after == item {
        return Ok(false);
    }
    let (before, now) = (of_row(desk, &item, own)?, of_row(desk, &after, own)?);
    store::lists::update(desk.db(), &after, desk.now(), desk.user().id)?;
    note(desk, setting(list, key, part).key(), Some(before), Some(now))?;
    desk.lists_changed();
    Ok(true)
}

/// What the program itself enters cannot be taken off its list.
fn is_needed(id: Id) -> bool {
    let enters = [Basis::Withdrawn, Basis::Objected, Basis::Void].map(Basis::item);
    enters.contains(&id) || [list::SOURCE_USER, list::SOURCE_IMPORT, list::SOURCE_UNKNOWN].contains(&id)
}

pub(super) fn lang_of(tongue: Tongue) -> crate::i18n::Lang {
    match tongue {
        Tongue::En => crate::i18n::Lang::En,
        Tongue::Nb => crate::i18n::Lang::Nb,
        Tongue::Sv => crate::i18n::Lang::Sv,
    }
}

/// Returns the item that an own legal basis or an own kind of activity stands under.
fn stands_under(desk: &Desk<'_>, list: List, key: Option<&str>) -> Result<Id, Error> {
    let id = key.and_then(|key| list::shipped_id(list, key)).ok_or(Error::Refused(Rule::NeedsMeaning))?;
    let gives = Basis::from_item(id).is_none_or(|basis| !basis.is_refusal() && basis != Basis::Void);
    if gives && desk.lists()?.get(id).is_some() { Ok(id) } else { Err(Error::Refused(Rule::NeedsMeaning)) }
}

fn add(desk: &mut Desk<'_>, list: List, key: &str, under: Option<&str>) -> Result<(), Error> {
    let under = match list {
        List::Basis | List::Activity => Some(stands_under(desk, list, under)?),
        List::Category
        | List::Business
        | List::Position
        | List::Language
        | List::Label
        | List::Interest
        | List::Source
        | List::Purpose
        | List::Subscription
        | List::Relation
        | List::Title => None,
    };
    let last = desk.lists()?.all_of(list).map(|item| item.rank).max().unwrap_or(0);
    let name = key.to_owned();
    let names = [name.clone(), name.clone(), name];
    let (id, key) = (Id(desk.db().new_id()), key.to_owned());
    let item = Item { id, list, key: key.clone(), names, rank: last + 1, active: true, under };
    store::lists::insert(desk.db(), &item, desk.now(), desk.user().id)?;
    note(desk, setting(list, &key, ItemPart::Present).key(), None, Some("yes".to_owned()))?;
    desk.lists_changed();
    if let Some(id) = under {
        let meaning = desk.lists()?.key(id).to_owned();
        note(desk, setting(list, &key, ItemPart::Under).key(), None, Some(meaning))?;
    }
    Ok(())
}

/// Removes an own item that nothing uses, with everything decided about it.
fn remove(desk: &mut Desk<'_>, list: List, key: &str) -> Result<bool, Error> {
    if list::shipped_id(list, key).is_some() {
        return Err(Error::Refused(Rule::ItemShipped));
    }
    let Some(item) = desk.lists()?.by_key(list, key).cloned() else { return Ok(false) };
    for part in ItemPart::of(list) {
        let setting = setting(list, key, part);
        if let Some(before) = value(desk, list, key, part)?
            && (before != setting.shipped() || part == ItemPart::Present)
        {
            note(desk, setting.key(), Some(before), None)?;
        }
    }
    store::settings::remove_under(desk.db(), &format!("{}.{key}.", list.key()))?;
    if list == List::Purpose {
        store::wordings::remove_unused(desk.db(), item.id)?;
    }
    if !store::lists::remove(desk.db(), item.id)? {
        return Err(Error::Refused(Rule::ItemInUse));
    }
    desk.lists_changed();
    desk.decided_changed();
    Ok(true)
}
