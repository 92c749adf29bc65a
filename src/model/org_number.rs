//! Numbers under which companies are registered.
//!
//! Only Norway's and Sweden's are looked at, and what looks wrong is said, never refused: registers know exceptions,
//! and what stands on a letter must be possible to write down.

/// Returns whether a number can be one of the country's register (ISO 3166 alpha-2). Numbers of other countries, and
/// no number, always can.
pub fn is_plausible(number: &str, country: &str) -> bool {
    let number = number.to_ascii_uppercase();
    let bare = match country {
        "NO" => number.strip_prefix("NO").unwrap_or(&number).trim_end().trim_end_matches("MVA"),
        "SE" => number.strip_prefix("SE").unwrap_or(&number),
        _ => return true,
    };
    if number.trim().is_empty() {
        return true;
    }
    let is_sign = |c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '-' | '.');
    let digits: Vec<u32> = bare.chars().filter_map(|c| c.to_digit(10)).collect();
    bare.chars().all(is_sign) && if country == "NO" { is_norwegian(&digits) } else { is_swedish(&digits) }
}

/// Nine digits, of which the last is a check digit modulo 11 (Brønnøysundregistrene).
fn is_norwegian(digits: &[u32]) -> bool {
    const WEIGHTS: [u32; 8] = [3, 2, 7, 6, 5, 4, 3, 2];
    let [first @ .., last] = digits else { return false };
    let sum: u32 = first.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    digits.len() == 9 && (11 - sum % 11) % 11 == *last
}

/// Ten digits, the third at least 2, of which the last is a check digit by Luhn's rule (Bolagsverket, Skatteverket). Sole
/// traders have their personal number, which begins with a date. A number for VAT has 01 behind it.
fn is_swedish(digits: &[u32]) -> bool {
    let digits = match digits {
        [number @ .., 0, 1] if number.len() == 10 => number,
        [1..=2, 0 | 6 | 8 | 9, number @ ..] if number.len() == 10 => number,
        all => all,
    };
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, digit)| if place % 2 == 1 { digit * 2 / 10 + digit * 2 % 10 } else { *digit })
        .sum();
    digits.len() == 10 && sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digits_are_looked_at() {
        // Numbers that add up without being anybody's in particular: made from the rule.
        for (number, country, wanted) in [
            ("123 456 785", "NO", true),
            ("123456785", "NO", true),
            ("NO 123 456 785 MVA", "NO", true),
            ("no123456785mva", "NO", true),
            ("123 456 784", "NO", false),
            ("12345678", "NO", false),
            ("1234567850", "NO", false),
            ("unknown", "NO", false),
            ("555555-5555", "SE", true),
            ("555555-5551", "SE", false),
            ("SE555555555501", "SE", true),
            ("16 555555-5555", "SE", true),
            ("555555-555", "SE", false),
            ("", "NO", true),
            (" ", "SE", true),
            ("anything", "DE", true),
            ("123", "", true),
        ] {
            assert_eq!(is_plausible(number, country), wanted, "{number} {country}");
        }
    }
}
