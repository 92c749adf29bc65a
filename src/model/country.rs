//! The codes of countries and territories.

/// All officially assigned codes (ISO 3166-1 alpha-2), sorted; and XK, which Europe uses for Kosovo, of those left to
/// users.
#[rustfmt::skip]
pub const CODES: [&str; 250] = [
    "AD", "AE", "AF", "AG", "AI", "AL", "AM", "AO", "AQ", "AR", "AS", "AT", "AU", "AW", "AX", "AZ", "BA", "BB",
    "BD", "BE", "BF", "BG", "BH", "BI", "BJ", "BL", "BM", "BN", "BO", "BQ", "BR", "BS", "BT", "BV", "BW", "BY",
    "BZ", "CA", "CC", "CD", "CF", "CG", "CH", "CI", "CK", "CL", "CM", "CN", "CO", "CR", "CU", "CV", "CW", "CX",
    "CY", "CZ", "DE", "DJ", "DK", "DM", "DO", "DZ", "EC", "EE", "EG", "EH", "ER", "ES", "ET", "FI", "FJ", "FK",
    "FM", "FO", "FR", "GA", "GB", "GD", "GE", "GF", "GG", "GH", "GI", "GL", "GM", "GN", "GP", "GQ", "GR", "GS",
    "GT", "GU", "GW", "GY", "HK", "HM", "HN", "HR", "HT", "HU", "ID", "IE", "IL", "IM", "IN", "IO", "IQ", "IR",
    "IS", "IT", "JE", "JM", "JO", "JP", "KE", "KG", "KH", "KI", "KM", "KN", "KP", "KR", "KW", "KY", "KZ", "LA",
    "LB", "LC", "LI", "LK", "LR", "LS", "LT", "LU", "LV", "LY", "MA", "MC", "MD", "ME", "MF", "MG", "MH", "MK",
    "ML", "MM", "MN", "MO", "MP", "MQ", "MR", "MS", "MT", "MU", "MV", "MW", "MX", "MY", "MZ", "NA", "NC", "NE",
    "NF", "NG", "NI", "NL", "NO", "NP", "NR", "NU", "NZ", "OM", "PA", "PE", "PF", "PG", "PH", "PK", "PL", "PM",
    "PN", "PR", "PS", "PT", "PW", "PY", "QA", "RE", "RO", "RS", "RU", "RW", "SA", "SB", "SC", "SD", "SE", "SG",
    "SH", "SI", "SJ", "SK", "SL", "SM", "SN", "SO", "SR", "SS", "ST", "SV", "SX", "SY", "SZ", "TC", "TD", "TF",
    "TG", "TH", "TJ", "TK", "TL", "TM", "TN", "TO", "TR", "TT", "TV", "TW", "TZ", "UA", "UG", "UM", "US", "UY",
    "UZ", "VA", "VC", "VE", "VG", "VI", "VN", "VU", "WF", "WS", "XK", "YE", "YT", "ZA", "ZM", "ZW",
];

/// Returns whether the text is the code of a country, in capital letters.
pub fn is_code(text: &str) -> bool {
    CODES.binary_search(&text).is_ok()
}

/// Returns the code that a text is, however it is written.
pub fn code(text: &str) -> Option<&'static str> {
    let capitals = text.to_ascii_uppercase();
    CODES.binary_search(&capitals.as_str()).ok().map(|place| CODES[place])
}

/// Returns from which age on people of a country consent alone to an online service (GDPR art. 8(1) and the laws that set
/// an age below the 16 years it begins with), in years; none outside the EU, the EEA and the United Kingdom.
pub fn age_of_consent(code: &str) -> Option<u32> {
    match code {
        "BE" | "EE" | "FI" | "GB" | "IS" | "LV" | "MT" | "NO" | "PT" | "SE" => Some(13),
        "AT" | "BG" | "CY" | "ES" | "IT" | "LT" => Some(14),
        "CZ" | "DK" | "FR" | "GR" | "SI" => Some(15),
        "DE" | "HR" | "HU" | "IE" | "LI" | "LU" | "NL" | "PL" | "RO" | "SK" => Some(16),
        _ => None,
    }
}

/// Returns whether the text is empty or the code of a country.
pub fn is_code_or_empty(text: &str) -> bool {
    text.is_empty() || is_code(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_codes_of_countries_are_codes() {
        assert!(CODES.is_sorted(), "or the search misses some");
        assert!(CODES.iter().all(|code| is_code(code)));
        for other in ["", "XX", "ZZ", "UK", "EU", "no", "N", "NOR", "N1"] {
            assert!(!is_code(other), "{other}");
        }
    }
}
