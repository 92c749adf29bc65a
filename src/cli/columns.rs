//! `--map COLUMN=FIELD`: what the columns of a file mean, where it is not what they seem to mean.

use super::failure::Failure;
use crate::i18n::Lang;
use crate::model::import::Target;
use crate::office::import::{self, Opened};
use crate::t;

/// Returns what each column means: what was said of it, else what it seems to mean.
///
/// Columns that were named come before those that were guessed: a guess that means the same field is left out, and of
/// e-mails, phones and addresses, of which there may be several, the guessed ones move behind.
///
/// # Errors
/// Wrong usage: no `=`, a column or a field that does not exist.
pub fn mapping(opened: &Opened, maps: &[String], lang: Lang) -> Result<Vec<Target>, Failure> {
    let mut named: Vec<(usize, Target)> = Vec::new();
    for map in maps {
        let (column, field) =
            map.rsplit_once('=').ok_or_else(|| Failure::usage(t!(lang, "cli-map-shape", value = map.as_str())))?;
        let place = place(&opened.headings, column).ok_or_else(|| {
            let known = opened.headings.join(", ");
            Failure::usage(t!(lang, "cli-unknown-column", column = column, known = known))
        })?;
        let field = field.trim();
        let unknown = |_| Failure::usage(t!(lang, "cli-unknown-field", field = field));
        let first = import::target(field, 0).map_err(unknown)?;
        let nth = named.iter().filter(|(_, target)| collides(target, &first)).count();
        named.retain(|(other, _)| *other != place);
        named.push((place, import::target(field, nth).map_err(unknown)?));
    }
    let mut mapping = opened.guesses.clone();
    for kind in [Kind::Email, Kind::Phone, Kind::Address] {
        let count = named.iter().filter_map(|(_, target)| Kind::of(target)).filter(|(of, _)| *of == kind);
        let shift = count.map(|(_, nth)| nth + 1).max().unwrap_or(0);
        let guessed = (0..).zip(&mut mapping).filter(|(place, _)| !named.iter().any(|(other, _)| other == place));
        let guessed: Vec<&mut Target> = guessed.map(|(_, target)| target).collect();
        // An address whose street was guessed and whose city was named is one address, not two.
        let clash = guessed.iter().any(|guess| named.iter().any(|(_, target)| collides(target, guess)));
        if clash {
            guessed.into_iter().for_each(|target| kind.shift(target, shift));
        }
    }
    for (place, target) in &mut mapping.iter_mut().enumerate() {
        let is_named = named.iter().any(|(other, _)| *other == place);
        if !is_named && Kind::of(target).is_none() && named.iter().any(|(_, other)| other == target) {
            *target = Target::Ignore;
        }
    }
    for (place, target) in named {
        if let Some(column) = mapping.get_mut(place) {
            *column = target;
        }
    }
    Ok(mapping)
}

/// Returns the place of a column named by its heading, or by its number counted from 1.
fn place(headings: &[String], column: &str) -> Option<usize> {
    let column = column.trim();
    let wanted = column.to_lowercase();
    headings.iter().position(|heading| heading.trim().to_lowercase() == wanted).or_else(|| {
        let number: usize = column.parse().ok()?;
        (1..=headings.len()).contains(&number).then(|| number - 1)
    })
}

/// What there may be several of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Email,
    Phone,
    Address,
}

impl Kind {
    /// Returns which kind a target is, and which one of it.
    fn of(target: &Target) -> Option<(Self, usize)> {
        match target {
            Target::Email { nth, .. } | Target::EmailLabel { nth } => Some((Self::Email, *nth)),
            Target::Phone { nth, .. } | Target::PhoneLabel { nth } => Some((Self::Phone, *nth)),
            Target::Address { nth, .. } | Target::AddressLabel { nth } => Some((Self::Address, *nth)),
            Target::Ignore | Target::FullName | Target::Field(_) | Target::Basis | Target::Source | Target::Comment => {
                None
            }
        }
    }

    /// Moves a target of this kind behind `by` others.
    fn shift(self, target: &mut Target, by: usize) {
        if !Self::of(target).is_some_and(|(kind, _)| kind == self) {
            return;
        }
        match target {
            Target::Email { nth, .. }
            | Target::EmailLabel { nth }
            | Target::Phone { nth, .. }
            | Target::PhoneLabel { nth }
            | Target::Address { nth, .. }
            | Target::AddressLabel { nth } => *nth += by,
            Target::Ignore | Target::FullName | Target::Field(_) | Target::Basis | Target::Source | Target::Comment => {
            }
        }
    }
}

/// Returns whether two targets would be written to the same place, whichever of several they are.
fn collides(a: &Target, b: &Target) -> bool {
    match (a, b) {
        (Target::Email { .. }, Target::Email { .. }) | (Target::Phone { .. }, Target::Phone { .. }) => true,
        (Target::Address { part: a, .. }, Target::Address { part: b, .. }) => a == b,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::field::Field;
    use crate::model::import::AddressPart;
    use crate::office::Progress;
    use crate::transfer::{Format, Parser};

    fn opened(dir: &tempfile::TempDir, csv: &str) -> Opened {
        let path = dir.path().join("people.csv");
        std::fs::write(&path, csv).unwrap();
        import::open(&Parser::Here, &path, Format::Csv, &Progress::default()).unwrap()
    }

    fn map(csv: &str, maps: &[&str]) -> Result<Vec<Target>, u8> {
        let dir = tempfile::tempdir().unwrap();
        let maps: Vec<String> = maps.iter().map(|map| (*map).to_owned()).collect();
        mapping(&opened(&dir, csv), &maps, Lang::En).map_err(|failure| failure.code)
    }

    fn email(nth: usize) -> Target {
        Target::Email { nth, label: None }
    }

    #[test]
    fn columns_are_named_by_heading_or_number() {
        let csv = "First name,Last name,Epost,Nick,a=b\nÅse,Ødegård,a@example.org,oa,1\n";
        for maps in [&["NICK=note"], &["4=note"]] {
            assert_eq!(map(csv, maps).unwrap()[3], Target::Field(Field::Note), "{maps:?}");
        }
        assert_eq!(map(csv, &["a=b=note"]).unwrap()[4], Target::Field(Field::Note));
        assert_eq!(map(csv, &["Nick=custom:shoe-size"]).unwrap()[3], Target::Field(Field::Custom("shoe-size".into())));
        for maps in [&["note"], &["6=note"], &["0=note"], &["Nobody=note"], &["Nick=nothing"], &["Nick=purpose"]] {
            assert_eq!(map(csv, maps), Err(super::super::failure::USAGE), "{maps:?}");
        }
    }

    #[test]
    fn what_was_named_comes_before_what_was_guessed() {
        let csv = "First name,Last name,E-mail,Nick,Alias\nÅse,Ødegård,a@example.org,b@example.org,c@example.org\n";
        let both = map(csv, &["Alias=email", "Nick=email"]).unwrap();
        assert_eq!(both[3..], [email(1), email(0)]);
        assert!(matches!(both[2], Target::Email { nth: 2, .. }), "{both:?}");
        let name = map(csv, &["Nick=first_name"]).unwrap();
        assert_eq!((&name[0], &name[3]), (&Target::Ignore, &Target::Field(Field::FirstName)));
        assert_eq!(map(csv, &["E-mail=ignore"]).unwrap()[2], Target::Ignore);
        assert_eq!(map(csv, &["Nick=email", "Nick=note"]).unwrap()[3], Target::Field(Field::Note));
    }

    #[test]
    fn parts_of_an_address_stay_together() {
        let csv = "Last name,Street,Place\nØdegård,Storgata 1,Oslo\n";
        let whole = map(csv, &["Place=city"]).unwrap();
        assert!(matches!(whole[1], Target::Address { nth: 0, part: AddressPart::Street, .. }), "{whole:?}");
        assert!(matches!(whole[2], Target::Address { nth: 0, part: AddressPart::City, .. }), "{whole:?}");
    }
}
