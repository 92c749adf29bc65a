//! Which legal bases can never serve a purpose, whatever an office decides, and which law says so.

use super::basis::Basis;
use super::list;

/// Why a legal basis cannot serve a purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misfit {
    /// E-marketing needs consent, or the rule for existing customers.
    NeedsConsent,
    /// Legitimate interests carry e-marketing to existing customers only, and the office does not use that rule.
    NeedsCustomerRule,
    /// Direct marketing rests on consent or on legitimate interests.
    NeedsConsentOrInterests,
}

/// Returns why a legal basis cannot serve a purpose; none where it can. `to_customers` says whether the office uses the
/// rule for existing customers, and `is_direct` whether the purpose is direct marketing, such as letters by post.
///
/// What other purposes expect, the office decides. What ends a permission always can.
pub fn misfit(basis: Basis, purpose: list::Id, is_direct: bool, to_customers: bool) -> Option<Misfit> {
    if purpose != list::MARKETING {
        // No contract needs advertisements to be performed, no statute asks for them, and they protect nobody's life
        // (art. 6(1)(b) to (e)); recital 47 names direct marketing as a legitimate interest.
        let carries = [Basis::Consent, Basis::LegitimateInterests].contains(&basis) || !basis.gives();
        return (is_direct && !carries).then_some(Misfit::NeedsConsentOrInterests);
    }
    match basis {
        // Markedsføringsloven § 15 first paragraph (NO), marknadsföringslagen 19 § first paragraph (SE), art. 13(1) of
        // Directive 2002/58/EC: electronic mail to natural persons takes their prior consent.
        Basis::Consent => None,
        // § 15 third paragraph, 19 § second paragraph, art. 13(2): own similar goods to existing customers, without
        // consent. Under the GDPR that rests on art. 6(1)(f); recital 47 names direct marketing.
        Basis::LegitimateInterests if to_customers => None,
        Basis::LegitimateInterests => Some(Misfit::NeedsCustomerRule),
        // None of them takes the place of the consent. A contract does not need advertisements to be performed (art.
        // 6(1)(b)), no statute asks for them (c), nobody's life depends on them (d), and they are no task in the
        // public interest (e).
        Basis::Contract | Basis::LegalObligation | Basis::VitalInterests | Basis::PublicTask => {
            Some(Misfit::NeedsConsent)
        }
        Basis::Withdrawn | Basis::Objected | Basis::Void => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn e_marketing_takes_consent_or_the_rule_for_customers() {
        use Misfit::{NeedsConsent, NeedsCustomerRule};
        // The basis, without the rule for existing customers, and with it.
        let table = [
            (Basis::Consent, None, None),
            (Basis::Contract, Some(NeedsConsent), Some(NeedsConsent)),
            (Basis::LegalObligation, Some(NeedsConsent), Some(NeedsConsent)),
            (Basis::VitalInterests, Some(NeedsConsent), Some(NeedsConsent)),
            (Basis::PublicTask, Some(NeedsConsent), Some(NeedsConsent)),
            (Basis::LegitimateInterests, Some(NeedsCustomerRule), None),
            (Basis::Withdrawn, None, None),
            (Basis::Objected, None, None),
            (Basis::Void, None, None),
        ];
        assert_eq!(table.map(|(basis, ..)| basis), Basis::ALL);
        for (basis, without, with) in table {
            assert_eq!(misfit(basis, list::MARKETING, true, false), without, "{basis:?}");
            assert_eq!(misfit(basis, list::MARKETING, true, true), with, "{basis:?}");
            assert_eq!(misfit(basis, list::SALES, false, false), None, "{basis:?}");
            let own = list::Id(8_077);
            assert_eq!(misfit(basis, own, false, false), None, "an own purpose, {basis:?}");
            let by_post = (with == Some(NeedsConsent)).then_some(Misfit::NeedsConsentOrInterests);
            assert_eq!(misfit(basis, own, true, false), by_post, "an own purpose of direct marketing, {basis:?}");
        }
    }
}
