//! The form as it is kept while the card file is locked.

use std::sync::Arc;

use data_encoding::BASE64;
use iced::widget::text_editor::Content;
use serde::{Deserialize, Serialize};

use super::{Draft, Evidence, Form};
use crate::model::basis::{self, Basis};
use crate::model::condition::Condition;
use crate::model::{attachment, list, wording};
use crate::office::attached::Incoming;

#[derive(Serialize, Deserialize)]
struct Kept {
    purpose: list::Id,
    corrects: Option<basis::Id>,
    basis: Option<String>,
    /// The item that names the basis, where that is an own one.
    #[serde(default)]
    item: Option<list::Id>,
    /// The condition of art. 9(2), by its letter.
    #[serde(default)]
    condition: Option<String>,
    source: Option<list::Id>,
    comment: String,
    wording: Option<wording::Id>,
    evidence: KeptEvidence,
    pasted: String,
    /// A wording that is being written, and its language.
    draft: Option<(Option<list::Id>, String)>,
}

#[derive(Serialize, Deserialize)]
enum KeptEvidence {
    Nothing,
    Kept(attachment::Id),
    /// Its name, and its content in Base64.
    File(String, String),
    Pasted,
}

impl Form {
    /// Returns what is entered and not saved as a text, from which [`Form::from_text`] makes the form again.
    pub fn to_text(&self) -> Option<String> {
        let evidence = match &self.evidence {
            Evidence::Nothing => KeptEvidence::Nothing,
            Evidence::Kept(id) => KeptEvidence::Kept(*id),
            Evidence::File(file) => KeptEvidence::File(file.name.clone(), BASE64.encode(&file.bytes)),
            Evidence::Pasted => KeptEvidence::Pasted,
        };
        let kept = Kept {
            purpose: self.purpose,
            corrects: self.corrects,
            basis: self.basis.map(|named| named.basis.key().to_owned()),
            item: self.basis.map(|named| named.item),
            condition: self.condition.map(|condition| condition.key().to_owned()),
            source: self.source,
            comment: self.comment.clone(),
            wording: self.wording,
            evidence,
            pasted: self.pasted.text(),
            draft: self.draft.as_ref().map(|draft| (draft.language, draft.words.text())),
        };
        serde_json::to_string(&kept).ok().filter(|_| self.unsaved())
    }

    /// Returns the form that a text holds; none where it cannot be read.
    pub fn from_text(text: &str) -> Option<Self> {
        let kept: Kept = serde_json::from_str(text).ok()?;
        let evidence = match kept.evidence {
            KeptEvidence::Nothing => Evidence::Nothing,
            KeptEvidence::Kept(id) => Evidence::Kept(id),
            KeptEvidence::File(name, bytes) => {
                Evidence::File(Arc::new(Incoming { name, bytes: BASE64.decode(bytes.as_bytes()).ok()? }))
            }
            KeptEvidence::Pasted => Evidence::Pasted,
        };
        let written =
            |(language, words): (_, String)| Draft { language, words: Content::with_text(&words), empty: false };
        let basis = kept.basis.and_then(|key| Basis::from_key(&key));
        Some(Self {
            purpose: kept.purpose,
            corrects: kept.corrects,
            basis: basis.map(|basis| basis::Named { item: kept.item.unwrap_or(basis.item()), basis }),
            condition: kept.condition.and_then(|key| Condition::from_key(&key)),
            source: kept.source,
            comment: kept.comment,
            wording: kept.wording,
            evidence,
            pasted: Content::with_text(&kept.pasted),
            draft: kept.draft.map(written),
            wrong: Vec::new(),
            trouble: None,
            touched: true,
            leaving: false,
            hurried: false,
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_form_is_the_same_after_the_lock_with_its_file_and_a_wording_half_written() {
        let mut form = Form {
            purpose: list::SALES,
            corrects: Some(basis::Id(3)),
            basis: Some(basis::Named { item: list::Id(9_500), basis: Basis::Consent }),
            condition: Some(Condition::Explicit),
            source: Some(list::SOURCE_USER),
            comment: "Stand 12".into(),
            wording: Some(wording::Id(4)),
            evidence: Evidence::File(Arc::new(Incoming { name: "signed.pdf".into(), bytes: vec![0, 200, 10] })),
            pasted: Content::with_text("Yes,\nplease."),
            draft: Some(Draft { language: None, words: Content::with_text("May we"), empty: true }),
            wrong: Vec::new(),
            trouble: None,
            touched: true,
            leaving: true,
            hurried: false,
        };
        let text = form.to_text().unwrap();
        let same = Form::from_text(&text).unwrap();
        assert_eq!(same.to_text().unwrap(), text);
        let Evidence::File(file) = &same.evidence else { unreachable!() };
        assert_eq!((file.name.as_str(), file.bytes.as_slice()), ("signed.pdf", &[0, 200, 10][..]));
        assert_eq!((same.basis, same.corrects, same.comment.as_str()), (form.basis, form.corrects, "Stand 12"));
        assert_eq!(same.condition, form.condition);
        assert_eq!(same.draft.unwrap().words.text().trim_end(), "May we");
        assert!(Form::from_text("{}").is_none());
        form.touched = false;
        assert_eq!(form.to_text(), None);
    }
}
