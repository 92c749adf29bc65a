//! Numbers and sizes, written and read.

use super::Lang;
use crate::t;

/// Returns what stands between groups of three digits.
fn group_separator(lang: Lang) -> char {
    match lang {
        Lang::En => ',',
        // Narrow no-break space: the number never breaks at the end of a line.
        Lang::Nb | Lang::Sv => '\u{202f}',
    }
}

fn decimal_separator(lang: Lang) -> char {
    match lang {
        Lang::En => '.',
        Lang::Nb | Lang::Sv => ',',
    }
}

/// Returns a whole number with thousands separators: `12,345`, `12 345`.
pub fn number(lang: Lang, number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 3);
    if number < 0 {
        text.push('\u{2212}');
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(group_separator(lang));
        }
        text.push(digit);
    }
    text
}

/// Returns a number with at most this many decimals, without trailing zeros.
pub fn decimal(lang: Lang, value: f64, decimals: usize) -> String {
    let rounded = format!("{:.decimals$}", value.abs());
    let (whole, fraction) = rounded.split_once('.').unwrap_or((&rounded, ""));
    let fraction = fraction.trim_end_matches('0');
    let Ok(whole) = whole.parse::<i64>() else {
        return value.to_string();
    };
    let mut text = number(lang, whole);
    if !fraction.is_empty() {
        text.push(decimal_separator(lang));
        text.push_str(fraction);
    }
    if value < 0.0 && text.contains(|sign: char| ('1'..='9').contains(&sign)) {
        text.insert(0, '\u{2212}');
    }
    text
}

/// Reads a whole number, with or without thousands separators.
pub fn parse_number(lang: Lang, typed: &str) -> Option<i64> {
    plain(lang, typed)?.parse().ok()
}

/// Reads a number as the language writes it; a point is a decimal point everywhere.
///
/// In Norwegian and Swedish, `1,5` and `1.5` are the same; in English a comma groups digits.
pub fn parse_decimal(lang: Lang, typed: &str) -> Option<f64> {
    let value: f64 = plain(lang, typed)?.parse().ok()?;
    value.is_finite().then_some(value)
}

/// Returns the number as Rust writes it, or `None` when a sign has no place in a number.
fn plain(lang: Lang, typed: &str) -> Option<String> {
    let mut text = String::with_capacity(typed.len());
    for sign in typed.trim().chars() {
        match sign {
            '0'..='9' | '.' => text.push(sign),
            '-' | '\u{2212}' if text.is_empty() => text.push('-'),
            '+' if text.is_empty() => {}
            sign if sign == decimal_separator(lang) => text.push('.'),
            sign if sign == group_separator(lang) || sign.is_whitespace() => {}
            _ => return None,
        }
    }
    Some(text)
}

/// Returns a size in bytes, kB, MB or GB (of 1000), with one decimal below ten.
pub fn file_size(lang: Lang, bytes: u64) -> String {
    let scaled = |unit: f64| {
        let size = bytes as f64 / unit;
        decimal(lang, size, usize::from(size < 9.95))
    };
    match bytes {
        0..1_000 => t!(lang, "size-bytes", count = bytes),
        1_000..1_000_000 => t!(lang, "size-kb", size = scaled(1e3)),
        1_000_000..1_000_000_000 => t!(lang, "size-mb", size = scaled(1e6)),
        _ => t!(lang, "size-gb", size = scaled(1e9)),
    }
}
