//! What the card that stayed holds once a merge is taken back: what it held before, and what was edited since.

use serde::{Deserialize, Serialize};

use super::fields::CHOSEN;
use crate::model::field::Field;
use crate::model::person::{Content, Labelled, Person};
use crate::model::{company, custom, field_value};

/// What a merge left on the card that stayed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Left {
    content: Content,
    /// The company, which may have another name by the time the merge is taken back.
    company: Option<company::Id>,
}

impl Left {
    pub(super) fn new(person: &Person) -> Self {
        Self { content: person.content.clone(), company: person.company }
    }

    /// Takes what it holds in a field out of it.
    pub(super) fn empty(&mut self, field: &Field, fields: &[custom::Definition]) {
        field_value::put(&mut self.content, field, &Content::default(), fields);
        if *field == Field::Company {
            self.company = None;
        }
    }
}

/// What the card that stayed holds after a merge is taken back.
pub(super) struct Parted {
    pub content: Content,
    pub company: Option<company::Id>,
    /// The fields that were edited since the merge: they stay as they are.
    pub held: Vec<Field>,
}

/// Returns what the card holds after the merge is taken back. `before` and `company` are what it held before the merge,
/// `left` what the merge left, `now` the card as it is.
///
/// A value that nobody touched since is the one from before. Of addresses, numbers and interests, those go that came
/// with the other card.
pub(super) fn parted(
    own: &[custom::Definition],
    now: &Person,
    before: &Content,
    company: Option<company::Id>,
    left: &Left,
) -> Parted {
    let mut after = left.content.clone();
    if left.company == now.company {
        after.company.clone_from(&now.content.company);
    }
    let mut parted = Parted { content: now.content.clone(), company: now.company, held: Vec::new() };
    for field in CHOSEN {
        if field == Field::Interests {
            continue;
        }
        if !field_value::differs(&now.content, &after, &field, own) {
            field_value::put(&mut parted.content, &field, before, own);
            if field == Field::Company {
                parted.company = company;
            }
        } else {
            parted.held.push(field);
        }
    }
    for field in own {
        let field = Field::Custom(field.key.clone());
        if field_value::differs(&now.content, &after, &field, own) {
            parted.held.push(field);
        } else {
            field_value::put(&mut parted.content, &field, before, own);
        }
    }
    let (content, held) = (&mut parted.content, &mut parted.held);
    let mut note = |is_held: bool, field: Field| held.extend(is_held.then_some(field));
    note(without(&mut content.interests, &before.interests, &after.interests, PartialEq::eq), Field::Interests);
    note(without(&mut content.emails, &before.emails, &after.emails, is_alike), Field::Emails);
    note(without(&mut content.phones, &before.phones, &after.phones, is_alike), Field::Phones);
    note(without(&mut content.addresses, &before.addresses, &after.addresses, is_alike), Field::Addresses);
    parted
}

/// Answers whether two rows say the same; where they came from does not matter.
fn is_alike<T: PartialEq>(one: &Labelled<T>, other: &Labelled<T>) -> bool {
    one.label == other.label && one.value == other.value
}

/// Takes away what came with the merge; answers whether the rows were edited since.
fn without<T: Clone>(rows: &mut Vec<T>, before: &[T], after: &[T], same: impl Fn(&T, &T) -> bool) -> bool {
    let is_held = rows.len() != after.len() || rows.iter().zip(after).any(|(now, then)| !same(now, then));
    if is_held {
        let is_in = |all: &[T], row: &T| all.iter().any(|known| same(known, row));
        rows.retain(|row| is_in(before, row) || !is_in(after, row));
    } else {
        *rows = before.to_vec();
    }
    is_held
}
