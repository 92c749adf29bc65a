//! Organisation numbers that are nobody's, with check digits that are right.
//!
//! Norway registers companies under numbers that begin with 8 or 9, and keeps those with 3 for made-up ones in tests
//! (Brønnøysundregistrene). In Sweden, no form of company has numbers that begin with 4 (lag 1974:174).

use crate::model::org_number;

/// Returns the number of the company at a place; in countries whose numbers are not looked at, none.
pub fn number(country: &str, place: usize) -> String {
    // Neighbours do not look like neighbours: the factor has nothing in common with the modulus.
    let scattered = place.wrapping_mul(7_919) % 1_000_000;
    let digits = match country {
        "NO" => format!("3{:01}{scattered:06}", place / 1_000_000 % 10),
        "SE" => format!("4{:01}2{scattered:06}", place / 1_000_000 % 10),
        _ => return String::new(),
    };
    // In Norway, some digits have no check digit at all: those before it change then.
    let numbers = (0..10).flat_map(|turn| (0..10).map(move |check| (turn, check)));
    let written = numbers.map(|(turn, check)| {
        let (first, last) = digits.split_at(digits.len() - 1);
        let last = (last.parse().unwrap_or(0) + turn) % 10;
        let all = format!("{first}{last}{check}");
        if country == "NO" {
            format!("{} {} {}", &all[..3], &all[3..6], &all[6..])
        } else {
            format!("{}-{}", &all[..6], &all[6..])
        }
    });
    written.into_iter().find(|number| org_number::is_plausible(number, country)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn numbers_add_up_and_are_nobodys() {
        for (country, start, length) in [("NO", '3', 11), ("SE", '4', 11)] {
            let numbers: Vec<String> = (0..2_000).map(|place| number(country, place)).collect();
            assert!(numbers.iter().all(|number| number.starts_with(start) && number.len() == length), "{country}");
            assert!(numbers.iter().all(|number| org_number::is_plausible(number, country)), "{country}");
            assert_eq!(numbers.iter().collect::<HashSet<_>>().len(), numbers.len(), "{country}");
        }
        assert_eq!(number("DE", 7), "");
    }
}
