//! What holds for e-mails, phones and addresses on the cards of persons and companies alike.

use super::Error;
use super::lists::Lists;
use crate::i18n;
use crate::model::contact::{Contacts, ContactsMut, Labelled};
use crate::model::field::Field;
use crate::model::list::{self, List};
use crate::model::{Invalid, Reason, country};

/// Returns a complaint for every row whose label is none of the list's.
pub(super) fn unknown_labels(known: &Lists, contacts: Contacts<'_>) -> Vec<Invalid> {
    let is_unknown = |id: list::Id| known.get(id).is_none_or(|item| item.list != List::Label);
    let unknown = contacts.labels().filter(|(_, label)| label.is_some_and(is_unknown));
    unknown.map(|(field, _)| Invalid::new(field, Reason::Unknown)).collect()
}

/// Puts a text into the field it is for, and answers whether that is one of these: the first of several values is set,
/// and an empty text removes it.
pub(super) fn set_text(contacts: ContactsMut<'_>, field: &Field, line: &str) -> bool {
    let ContactsMut { emails, phones, addresses } = contacts;
    let is_mobile = |row: &Labelled<String>| row.label == Some(list::LABEL_MOBILE);
    if let Field::Email = field {
        set_first(emails, |_| true, line, list::LABEL_WORK);
    } else if let Field::Mobile = field {
        set_first(phones, is_mobile, line, list::LABEL_MOBILE);
    } else if let Field::Phone = field {
        set_first(phones, |row| !is_mobile(row), line, list::LABEL_WORK);
    } else if matches!(field, Field::Address | Field::Postcode | Field::City) {
        if addresses.is_empty() {
            addresses.push(Labelled::default());
        }
        for first in addresses.iter_mut().take(1) {
            let address = &mut first.value;
            let part = if let Field::Postcode = field {
                &mut address.postcode
            } else if let Field::City = field {
                &mut address.city
            } else {
                &mut address.street
            };
            line.clone_into(part);
        }
    } else {
        return false;
    }
    true
}

fn set_first(
    rows: &mut Vec<Labelled<String>>,
    is_meant: impl Fn(&Labelled<String>) -> bool,
    value: &str,
    label: list::Id,
) {
    match (rows.iter().position(is_meant), value.is_empty()) {
        (Some(place), true) => {
            rows.remove(place);
        }
        (Some(place), false) => value.clone_into(&mut rows[place].value),
        (None, true) => {}
        (None, false) => rows.push(Labelled::new(Some(label), value.to_owned())),
    }
}

/// Returns the country that a code or a name in any of the three languages means; an empty text stays empty.
pub(super) fn country(text: &str) -> Option<String> {
    if text.is_empty() {
        return Some(String::new());
    }
    let code = text.to_uppercase();
    if country::is_code(&code) {
        return Some(code);
    }
    i18n::country_code(text).map(str::to_owned)
}

/// Returns the error of a list of complaints, if there are any.
pub(super) fn refuse(wrong: Vec<Invalid>) -> Result<(), Error> {
    if wrong.is_empty() { Ok(()) } else { Err(Error::Invalid(wrong)) }
}
