//! What a column can become: the choices in their order, their names, and what is wrong with a set of them.

use crate::i18n::{self, Lang};
use crate::model::field::Field;
use crate::model::import::{AddressPart, Target};
use crate::model::list::List;
use crate::office::lists::{self, Lists};
use crate::office::problem;
use crate::screen::Scene;
use crate::t;

/// How many e-mails, phones and addresses are offered; files that have more are offered theirs as well.
const EMAILS: usize = 3;
const PHONES: usize = 4;
const ADDRESSES: usize = 2;

const PARTS: [AddressPart; 4] = [AddressPart::Street, AddressPart::Postcode, AddressPart::City, AddressPart::Country];

/// What belongs together and has one label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Group {
    Email(usize),
    Phone(usize),
    Address(usize),
    None,
}

/// What is wrong with what the columns become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fault {
    /// Nothing says who the people are.
    NoName,
    /// These columns, counted from 0, become the same.
    Twice(Vec<usize>, Target),
}

/// Returns what a labelled value belongs to.
pub(super) fn group(target: &Target) -> Group {
    match target {
        Target::Email { nth, .. } => Group::Email(*nth),
        Target::Phone { nth, .. } => Group::Phone(*nth),
        Target::Address { nth, .. } => Group::Address(*nth),
        Target::Ignore
        | Target::FullName
        | Target::Field(_)
        | Target::EmailLabel { .. }
        | Target::PhoneLabel { .. }
        | Target::AddressLabel { .. }
        | Target::Basis
        | Target::Source
        | Target::Comment => Group::None,
    }
}

/// Returns the label that the heading or the user gave.
pub(super) fn label(target: &Target) -> Option<&'static str> {
    match target {
        Target::Email { label, .. } | Target::Phone { label, .. } | Target::Address { label, .. } => *label,
        Target::Ignore
        | Target::FullName
        | Target::Field(_)
        | Target::EmailLabel { .. }
        | Target::PhoneLabel { .. }
        | Target::AddressLabel { .. }
        | Target::Basis
        | Target::Source
        | Target::Comment => None,
    }
}

/// Returns the same target with another label, if it can have one.
pub(super) fn with_label(target: Target, label: Option<&'static str>) -> Target {
    match target {
        Target::Email { nth, .. } => Target::Email { nth, label },
        Target::Phone { nth, .. } => Target::Phone { nth, label },
        Target::Address { nth, part, .. } => Target::Address { nth, part, label },
        other @ (Target::Ignore
        | Target::FullName
        | Target::Field(_)
        | Target::EmailLabel { .. }
        | Target::PhoneLabel { .. }
        | Target::AddressLabel { .. }
        | Target::Basis
        | Target::Source
        | Target::Comment) => other,
    }
}

/// Returns everything a column can become, with its name, in the order of a card; labels are chosen apart.
pub(super) fn choices(scene: &Scene, mapping: &[Target]) -> Vec<(Target, String)> {
    let most = |offered: usize, of: fn(Group) -> Option<usize>| {
        mapping.iter().filter_map(|target| of(group(target))).map(|nth| nth + 1).fold(offered, usize::max)
    };
    let emails = most(EMAILS, |group| if let Group::Email(nth) = group { Some(nth) } else { None });
    let phones = most(PHONES, |group| if let Group::Phone(nth) = group { Some(nth) } else { None });
    let addresses = most(ADDRESSES, |group| if let Group::Address(nth) = group { Some(nth) } else { None });

    let mut targets = vec![Target::Field(Field::FirstName), Target::Field(Field::LastName), Target::FullName];
    targets.extend([Field::Company, Field::Title, Field::Position].map(Target::Field));
    targets.extend((0..emails).map(|nth| Target::Email { nth, label: None }));
    targets.extend((0..phones).map(|nth| Target::Phone { nth, label: None }));
    targets.extend((0..addresses).flat_map(|nth| PARTS.map(|part| Target::Address { nth, part, label: None })));
    targets.extend(
        [
            Field::Country,
            Field::Language,
            Field::BirthDate,
            Field::Website,
            Field::Category,
            Field::Business,
            Field::OurContact,
            Field::Number,
            Field::Interests,
            Field::Note,
            Field::FormerEmployee,
            Field::NoMailings,
        ]
        .map(Target::Field),
    );
    let own = scene.fields.iter().filter(|field| field.active);
    targets.extend(own.map(|field| Target::Field(Field::Custom(field.key.clone()))));
    targets.extend([Target::Basis, Target::Source, Target::Comment]);
    targets.extend((0..emails).map(|nth| Target::EmailLabel { nth }));
    targets.extend((0..phones).map(|nth| Target::PhoneLabel { nth }));
    targets.extend((0..addresses).map(|nth| Target::AddressLabel { nth }));
    for target in mapping {
        let plain = with_label(target.clone(), None);
        if plain != Target::Ignore && !targets.contains(&plain) {
            targets.push(plain);
        }
    }
    targets.into_iter().map(|target| (name(scene, &target), target)).map(|(name, target)| (target, name)).collect()
}

/// Returns what a column becomes, in words, without its label.
pub(super) fn name(scene: &Scene, target: &Target) -> String {
    let lang = scene.lang;
    let counted = |name: String, nth: usize| {
        let nth = nth + 1;
        t!(lang, "import-target-nth", name = name, nth = nth)
    };
    let label = |name: String| t!(lang, "import-target-label", name = name);
    match target {
        Target::Ignore => t!(lang, "import-skip-column"),
        Target::FullName => t!(lang, "import-target-full-name"),
        Target::Field(Field::Custom(key)) => {
            let own = scene.fields.iter().find(|field| field.key == *key);
            own.map_or_else(|| key.clone(), |field| field.name.clone())
        }
        Target::Field(field) => problem::field_name(lang, field),
        Target::Email { nth, .. } => counted(t!(lang, "field-email"), *nth),
        Target::Phone { nth, .. } => counted(t!(lang, "field-phone"), *nth),
        Target::Address { nth, part, .. } => {
            let address = counted(t!(lang, "field-address"), *nth);
            t!(lang, "label-colon", label = address, value = part_name(lang, *part))
        }
        Target::EmailLabel { nth } => label(counted(t!(lang, "field-email"), *nth)),
        Target::PhoneLabel { nth } => label(counted(t!(lang, "field-phone"), *nth)),
        Target::AddressLabel { nth } => label(counted(t!(lang, "field-address"), *nth)),
        Target::Basis => t!(lang, "import-target-basis"),
        Target::Source => t!(lang, "import-target-source"),
        Target::Comment => t!(lang, "import-target-comment"),
    }
}

fn part_name(lang: Lang, part: AddressPart) -> String {
    match part {
        AddressPart::Street => t!(lang, "field-street"),
        AddressPart::Postcode => t!(lang, "field-postcode"),
        AddressPart::City => t!(lang, "field-city"),
        AddressPart::Country => t!(lang, "field-country"),
    }
}

/// Returns the labels that can be chosen, by their keys; the shipped ones, as only those are known before an import.
pub(super) fn labels(scene: &Scene) -> Vec<(&'static str, String)> {
    List::Label.shipped().iter().map(|key| (*key, label_name(&scene.lists, scene.lang, key))).collect()
}

fn label_name(lists: &Lists, lang: Lang, key: &str) -> String {
    match lists.find(List::Label, key).and_then(|id| lists.get(id)) {
        Some(item) => lists::name(item, lang).to_owned(),
        None => i18n::text(lang, &format!("item-label-{key}")),
    }
}

/// Returns what is wrong with what the columns become; nothing where one can go on.
pub(super) fn faults(mapping: &[Target]) -> Vec<Fault> {
    let is_name =
        |target: &Target| matches!(target, Target::FullName | Target::Field(Field::FirstName | Field::LastName));
    let mut faults = Vec::new();
    if !mapping.iter().any(is_name) {
        faults.push(Fault::NoName);
    }
    let plain: Vec<Target> = mapping.iter().map(|target| with_label(target.clone(), None)).collect();
    for (place, target) in plain.iter().enumerate() {
        if takes_several(target) {
            continue;
        }
        let same: Vec<usize> = (0..plain.len()).filter(|other| plain[*other] == *target).collect();
        if same.len() > 1 && same.first() == Some(&place) {
            faults.push(Fault::Twice(same, target.clone()));
        }
    }
    faults
}

/// Returns whether several columns may become the same: their values are all taken.
fn takes_several(target: &Target) -> bool {
    match target {
        Target::Ignore
        | Target::Email { .. }
        | Target::Phone { .. }
        | Target::Comment
        | Target::Field(Field::Interests) => true,
        Target::FullName
        | Target::Field(_)
        | Target::Address { .. }
        | Target::EmailLabel { .. }
        | Target::PhoneLabel { .. }
        | Target::AddressLabel { .. }
        | Target::Basis
        | Target::Source => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: Target = Target::Field(Field::FirstName);

    fn email(nth: usize, label: Option<&'static str>) -> Target {
        Target::Email { nth, label }
    }

    #[test]
    fn a_file_without_names_is_no_file_of_people() {
        assert_eq!(faults(&[email(0, None), Target::Field(Field::Company)]), [Fault::NoName]);
        assert_eq!(faults(&[]), [Fault::NoName]);
        for name in [FIRST, Target::Field(Field::LastName), Target::FullName] {
            assert_eq!(faults(&[Target::Ignore, name, Target::Ignore]), []);
        }
    }

    #[test]
    fn what_comes_twice_is_said_once_whatever_its_label() {
        let city = |label| Target::Address { nth: 0, part: AddressPart::City, label };
        let mapping = [FIRST, city(Some("work")), Target::Ignore, city(None), Target::Ignore, city(Some("home"))];
        assert_eq!(faults(&mapping), [Fault::Twice(vec![1, 3, 5], city(None))]);
    }

    #[test]
    fn what_can_be_many_may_come_from_several_columns() {
        let interests = Target::Field(Field::Interests);
        assert_eq!(faults(&[FIRST, email(0, None), email(0, None), interests.clone(), interests]), []);
    }
}
