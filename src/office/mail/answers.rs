//! What people may answer to a report: which fields they may change, and what an answer proposes.

use super::tokens;
use crate::model::basis::{self, Basis};
use crate::model::field::Field;
use crate::model::list::List;
use crate::model::objection::Reach;
use crate::model::person::{self, Content};
use crate::model::reply::Change;
use crate::model::report::Header;
use crate::model::setting::{FieldPart, Setting, THEIRS};
use crate::model::{email, list, text, token};
use crate::office::problem;
use crate::office::{Desk, Error, settings};
use crate::store;
use crate::transfer::replies::Answer;
use crate::transfer::report::sealed::{self, Form};

/// Returns whether people may change a field in their answer: the office lets them, and collects it here.
pub(in crate::office) fn may_change(desk: &Desk<'_>, field: &Field) -> Result<bool, Error> {
    let is_known = if let Field::Custom(key) = field {
        desk.fields()?.iter().any(|own| own.key == *key && own.active)
    } else {
        THEIRS.contains(field)
    };
    if !is_known {
        return Ok(false);
    }
    let fields = &desk.rules()?.fields;
    if !fields.is_collected(field) || fields.kept_in(field).is_some() {
        return Ok(false);
    }
    let setting = Setting::Field { field: field.clone(), part: FieldPart::Answer };
    let decided = desk.decided()?.get(&setting.key()).cloned();
    Ok(decided.unwrap_or_else(|| setting.shipped()) == "yes")
}

/// Returns what a card says in one of these fields, as [`persons::edit`](crate::office::persons::edit) takes it.
pub(in crate::office) fn said(desk: &Desk<'_>, content: &Content, field: &Field) -> Result<String, Error> {
    let is_mobile = |label: Option<list::Id>| label == Some(list::LABEL_MOBILE);
    let phone = |wanted: bool| content.phones.iter().find(|phone| is_mobile(phone.label) == wanted);
    let address = content.addresses.first().map(|address| &address.value);
    let of_address = |part: fn(&person::Address) -> &String| address.map(part).cloned().unwrap_or_default();
    if let Field::Custom(key) = field {
        let own = desk.fields()?.iter().find(|own| own.key == *key);
        return Ok(own.and_then(|own| content.custom.get(&own.id)).cloned().unwrap_or_default());
    }
    let texts = [
        (Field::FirstName, content.first_name.clone()),
        (Field::LastName, content.last_name.clone()),
        (Field::Company, content.company.clone()),
        (Field::Title, content.title.clone()),
        (Field::Email, content.emails.first().map(|email| email.value.clone()).unwrap_or_default()),
        (Field::Mobile, phone(true).map(|phone| phone.value.clone()).unwrap_or_default()),
        (Field::Phone, phone(false).map(|phone| phone.value.clone()).unwrap_or_default()),
        (Field::Address, of_address(|address| &address.street)),
        (Field::Postcode, of_address(|address| &address.postcode)),
        (Field::City, of_address(|address| &address.city)),
        (Field::Country, content.country.clone()),
        (Field::BirthDate, content.birth_date.map(|day| day.to_string()).unwrap_or_default()),
        (Field::Website, content.website.clone()),
    ];
    Ok(texts.into_iter().find(|(known, _)| known == field).map(|(_, text)| text).unwrap_or_default())
}

/// Returns what an answer proposes. What cannot be done by itself, such as a field that may not be changed, is for somebody
/// to read.
pub(super) fn proposed(desk: &Desk<'_>, id: person::Id, answer: &Answer) -> Result<Vec<Change>, Error> {
    let card = store::persons::get(desk.db(), id)?.ok_or(Error::NoPerson(id))?;
    let mut changes = Vec::new();
    let mut words = vec![text::multi_line(answer.message.trim())];
    for correction in &answer.corrections {
        let value = text::single_line(&correction.value);
        match correction.field.parse::<Field>() {
            Ok(field) if may_change(desk, &field)? => {
                let is_same = said(desk, &card.content, &field)? == value;
                let is_said =
                    changes.iter().any(|known| matches!(known, Change::Correct { field: of, .. } if *of == field));
                if !is_same && !is_said {
                    changes.push(Change::Correct { field, value });
                }
            }
            Ok(field) => words.push(format!("{}: {value}", problem::field_name(desk.lang(), &field))),
            Err(_) => words.push(value),
        }
    }
    let lists = desk.lists()?;
    for said in &answer.objections {
        match lists.by_key(List::Purpose, &said.purpose) {
            Some(item) => changes.push(Change::Object { purpose: item.id, words: text::multi_line(said.words.trim()) }),
            None => words.push(text::multi_line(&said.words)),
        }
    }
    for said in &answer.withdrawals {
        if let Some(item) = lists.by_key(List::Purpose, &said.purpose) {
            changes.push(Change::Withdraw { purpose: item.id });
        }
    }
    if let Some(why) = &answer.erasure {
        changes.push(Change::Erase { words: text::multi_line(why.trim()) });
    }
    words.retain(|line| !line.is_empty());
    if !words.is_empty() {
        changes.push(Change::Message { words: words.join("\n") });
    }
    Ok(changes)
}

/// Returns the form by which a report is answered, with a code of its own.
pub(in crate::office) fn form(desk: &Desk<'_>, header: &Header) -> Result<Form, Error> {
    let (id, lang) = (header.person, header.language.parse().unwrap_or_default());
    let card = store::persons::get(desk.db(), id)?.ok_or(Error::NoPerson(id))?;
    let own = desk.fields()?.iter().map(|own| (Field::Custom(own.key.clone()), own.name.clone()));
    let known = THEIRS.into_iter().map(|field| {
        let name = problem::field_name(lang, &field);
        (field, name)
    });
    let mut fields = Vec::new();
    for (field, label) in known.chain(own) {
        let (value, may) = (said(desk, &card.content, &field)?, may_change(desk, &field)?);
        // What is empty and stays so says nothing.
        if may || !value.is_empty() && !matches!(field, Field::Custom(_)) {
            fields.push(sealed::Field { field: field.to_string(), label, value, may });
        }
    }
    let (ledger, lists) = (store::ledger::of_person(desk.db(), id)?, desk.lists()?);
    let mut purposes = Vec::new();
    for item in lists.of(List::Purpose) {
        let standing = basis::current(&ledger, item.id).map(|entry| entry.basis);
        let is_marketing = desk.rules()?.is_direct_marketing(item.id);
        let is_over = standing.is_some_and(Basis::is_refusal);
        let withdraw = standing == Some(Basis::Consent);
        let reaches = Reach::of(is_marketing, standing) != Reach::None;
        let object = reaches && !is_over && !withdraw && (standing.is_some() || is_marketing);
        if object || withdraw {
            let name = lists.name(item.id, lang).to_owned();
            purposes.push(sealed::Purpose { purpose: item.key.clone(), name, object, withdraw });
        }
    }
    let report = header.number;
    let token = tokens::issue(desk, id, token::Purpose::Answer { report })?;
    Ok(Form {
        report: report.to_string(),
        token,
        valid_until: desk.today() + chrono::Days::new(tokens::answer_days(desk)?),
        to: address(desk)?.unwrap_or_default(),
        fields,
        purposes,
    })
}

/// Returns the office's own e-mail address, as far as the settings name one.
pub(in crate::office) fn address(desk: &Desk<'_>) -> Result<Option<String>, Error> {
    for setting in [settings::Plain::OfficeContact, settings::Plain::OfficePrivacyContact] {
        let said = settings::plain(desk, setting)?;
        if let Some(address) = said.split([' ', ',', ';']).find_map(|word| email::parse(word).ok()) {
            return Ok(Some(address));
        }
    }
    Ok(None)
}

/// Returns the value of a setting that is a text.
pub(in crate::office) fn office_name(desk: &Desk<'_>) -> Result<String, Error> {
    settings::plain(desk, settings::Plain::OfficeName)
}
