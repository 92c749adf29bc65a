//! What the law wants said beside the data: the confirmation, the rights and how to use them, where to complain, that no
//! machine decides, and what protects the data (art. 12(2), 15(1)(e), (f), (h) and 15(2)).

use super::Report;
use crate::i18n::{self, Lang};
use crate::model::report::{Block, Header, List, Section, Text};
use crate::office::settings::{self, Plain};
use crate::office::{Desk, Error};
use crate::t;

/// The rights, in the order of their articles; their texts are `report-right-<key>`.
const RIGHTS: [&str; 7] = ["access", "rectify", "erase", "restrict", "port", "object", "withdraw"];

/// Returns the first section: that data is processed, and what the document holds.
pub(super) fn summary(report: &Report<'_>, header: &Header) -> Section {
    let (lang, office) = (report.telling.lang, header.controller.name.as_str());
    let yes = if office.is_empty() {
        t!(lang, "report-confirmed-plain")
    } else {
        t!(lang, "report-confirmed", office = office)
    };
    let when = t!(lang, "report-as-it-stood", when = report.telling.time(header.asked_at));
    let blocks = [yes, when].into_iter().map(|words| Block::Paragraph(Text::from(words))).collect();
    report.section("summary", blocks)
}

/// Returns where somebody complains (art. 77): the authority that the office names, else that of its country.
pub(in crate::office) fn authority(desk: &Desk<'_>, lang: Lang) -> Result<String, Error> {
    Ok(match settings::plain(desk, Plain::OfficeAuthority)? {
        said if !said.is_empty() => said,
        _ => match settings::plain(desk, Plain::OfficeCountry)?.as_str() {
            "NO" => t!(lang, "report-authority-no"),
            "SE" => t!(lang, "report-authority-se"),
            _ => t!(lang, "report-authority-any"),
        },
    })
}

/// Returns the last sections.
pub(super) fn rights(report: &Report<'_>) -> Result<Vec<Section>, Error> {
    let (desk, lang) = (report.telling.desk, report.telling.lang);
    let points = RIGHTS.iter().map(|right| Text::from(i18n::text(lang, &format!("report-right-{right}")))).collect();
    let (privacy, contact) =
        (settings::plain(desk, Plain::OfficePrivacyContact)?, settings::plain(desk, Plain::OfficeContact)?);
    let ask = if privacy.is_empty() { contact } else { privacy };
    let how =
        if ask.is_empty() { t!(lang, "report-ask-plain") } else { t!(lang, "report-ask", contact = ask.as_str()) };
    let rights = vec![
        Block::List(List { title: String::new(), points }),
        Block::Paragraph(Text::from(how)),
        Block::Paragraph(Text::from(t!(lang, "report-answer-within"))),
    ];
    let authority = authority(desk, lang)?;
    let paragraph = |words: String| vec![Block::Paragraph(Text::from(words))];
    Ok(vec![
        report.section("rights", rights),
        report.section("complaint", paragraph(t!(lang, "report-complain", authority = authority))),
        report.section("automated", paragraph(t!(lang, "report-no-automated"))),
        report.section("safeguards", paragraph(t!(lang, "report-protected"))),
    ])
}
