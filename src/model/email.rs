//! E-mail addresses.

use super::Reason;

/// Returns the address as it is kept: trimmed, without `mailto:` and angle brackets.
///
/// # Errors
/// [`Reason::NotAnEmail`] where it cannot be one, [`Reason::TooLong`] past 254 characters (RFC 5321, 4.5.3.1.3).
pub fn parse(text: &str) -> Result<String, Reason> {
    let text = super::text::single_line(text);
    let text = text.strip_prefix("mailto:").unwrap_or(&text);
    let text = match (text.find('<'), text.ends_with('>')) {
        (Some(start), true) => &text[start + 1..text.len() - 1],
        (Some(_) | None, _) => text,
    };
    if text.len() > 254 {
        return Err(Reason::TooLong);
    }
    let Some((local, domain)) = text.rsplit_once('@') else {
        return Err(Reason::NotAnEmail);
    };
    let good_local = !local.is_empty()
        && local.len() <= 64
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && local.chars().all(|c| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c));
    let labels: Vec<&str> = domain.split('.').collect();
    let good_domain = labels.len() >= 2
        && labels.iter().all(|label| {
            !label.is_empty()
                && label.len() <= 63
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        });
    if good_local && good_domain { Ok(text.to_owned()) } else { Err(Reason::NotAnEmail) }
}

/// Returns the address as it is compared: in small letters.
///
/// The part before the @ may in theory tell large from small letters (RFC 5321, 2.4); no provider does.
pub fn key(address: &str) -> String {
    address.to_lowercase()
}

/// Names before the @ that stand for an office or a task, not for somebody.
const ROLES: &[&str] = &[
    "admin",
    "administrasjon",
    "administration",
    "ansokan",
    "bestallning",
    "bestilling",
    "billing",
    "booking",
    "bokning",
    "butik",
    "butikk",
    "career",
    "contact",
    "drift",
    "economy",
    "ekonomi",
    "epost",
    "faktura",
    "fakturor",
    "firma",
    "firmapost",
    "hei",
    "hej",
    "hello",
    "helpdesk",
    "hr",
    "info",
    "informasjon",
    "information",
    "innkjop",
    "inkop",
    "invoice",
    "invoices",
    "jobb",
    "jobs",
    "kontakt",
    "kontor",
    "kontoret",
    "kundeservice",
    "kundesenter",
    "kundservice",
    "kundtjanst",
    "lager",
    "mail",
    "marked",
    "marketing",
    "marknad",
    "office",
    "okonomi",
    "order",
    "ordre",
    "orders",
    "personal",
    "post",
    "postkasse",
    "postmaster",
    "postmottak",
    "press",
    "presse",
    "purchasing",
    "reception",
    "regnskap",
    "resepsjon",
    "salg",
    "sales",
    "service",
    "sekretariat",
    "styret",
    "support",
    "sentralbord",
    "vaktmester",
    "vaxel",
    "verksted",
    "verkstad",
    "web",
    "webmaster",
];

/// Returns whether an address is of no natural person, as post@ of a company: not so where a name stands before the @.
pub fn is_of_role(address: &str) -> bool {
    let local = address.split('@').next().unwrap_or_default().to_lowercase();
    let plain: String = local
        .chars()
        .filter(|c| !matches!(c, '.' | '-' | '_'))
        .map(|c| match c {
            'å' | 'ä' => 'a',
            'ø' | 'ö' => 'o',
            _ => c,
        })
        .collect();
    ROLES.contains(&plain.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_roles_are_told_from_those_of_people() {
        for (address, is) in [
            ("post@firma.example.no", true),
            ("Kundtjänst@foretag.example.com", true),
            ("post-mottak@firma.example.no", true),
            ("ola.nordmann@firma.example.no", false),
            ("ola@firma.example.no", false),
            ("poste@firma.example.no", false),
            ("info", true),
            ("", false),
        ] {
            assert_eq!(is_of_role(address), is, "{address}");
        }
    }

    #[test]
    fn addresses_are_told_from_other_text() {
        for (text, wanted) in [
            ("ase@example.org", Ok("ase@example.org")),
            (" Ase.Odegard@Example.org ", Ok("Ase.Odegard@Example.org")),
            ("mailto:ase@example.org", Ok("ase@example.org")),
            ("Åse Ødegård <ase@example.org>", Ok("ase@example.org")),
            ("åse@blåbær.example.no", Ok("åse@blåbær.example.no")),
            ("o'neil+kartotek@example.co.uk", Ok("o'neil+kartotek@example.co.uk")),
            ("ase", Err(Reason::NotAnEmail)),
            ("ase@", Err(Reason::NotAnEmail)),
            ("@example.org", Err(Reason::NotAnEmail)),
            ("ase@example", Err(Reason::NotAnEmail)),
            ("ase@exa mple.org", Err(Reason::NotAnEmail)),
            ("a..b@example.org", Err(Reason::NotAnEmail)),
            ("a@b@example.org", Err(Reason::NotAnEmail)),
            ("ase@-example.org", Err(Reason::NotAnEmail)),
            ("", Err(Reason::NotAnEmail)),
        ] {
            assert_eq!(parse(text).as_deref().map_err(|r| *r), wanted, "{text:?}");
        }
        assert_eq!(parse(&format!("{}@example.org", "a".repeat(300))), Err(Reason::TooLong));
    }

    #[test]
    fn case_does_not_tell_addresses_apart() {
        assert_eq!(key("Åse@Example.ORG"), key("åse@example.org"));
    }
}
