//! The ledger as records of ISO/IEC TS 27560 in the terms of the W3C's Data Privacy Vocabulary (JSON-LD).
//!
//! Each row is a record: consents and withdrawals as consent records, rows on other legal bases as records of a process
//! with that basis. Its event says what happened, when and by what way.

use serde_json::{Value as Json, json};

use crate::model::basis::Basis;
use crate::model::report::{Block, Document, Permission};

/// The profile that the records follow.
const PROFILE: &str = "https://w3id.org/dpv/guides/consent-27560#record-eu-gdpr";

/// Returns the records of a document's ledger.
pub(super) fn records(document: &Document) -> Json {
    json!({
        "@context": {
            "dpv": "https://w3id.org/dpv#",
            "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
            "dct": "http://purl.org/dc/terms/",
            "loc": "https://w3id.org/dpv/loc#",
            "schema": "https://schema.org/",
            "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
            "dct:created": { "@type": "xsd:dateTime" },
            "dct:date": { "@type": "xsd:dateTime" },
            "dpv:isIndicatedAtTime": { "@type": "xsd:dateTime" },
        },
        "@graph": document.permissions.iter().map(|row| record(document, row)).collect::<Vec<_>>(),
    })
}

fn record(document: &Document, row: &Permission) -> Json {
    let header = &document.header;
    let is_consent = [Basis::Consent, Basis::Withdrawn].contains(&row.basis);
    let name = |row: i64| format!("urn:kartotek:ledger:{row}");
    let mut record = json!({
        "@id": name(row.id.0),
        "@type": if is_consent { "dpv:ConsentRecord" } else { "dpv:RecordOfProcessing" },
        "dct:identifier": row.id.to_string(),
        "dct:conformsTo": PROFILE,
        "dct:created": row.at,
        "dpv:hasDataSubject": { "@type": "dpv:DataSubject", "dct:identifier": header.person.to_string() },
        "dpv:hasProcess": process(document, row),
        "dpv:hasStatus": status(document, row),
        "dpv:hasActivity": {
            "@type": "dpv:Event",
            "dct:type": event(row.basis),
            "dct:date": row.at,
            "dct:source": { "dct:identifier": row.source.0, "dct:title": row.source.1 },
            "dct:description": row.comment.words(&document.words),
            "dpv:hasEvidence": row.has_evidence,
        },
    });
    if is_consent {
        record["dpv:hasConsentStatus"] = consent_status(document, row);
    }
    if let Some(corrects) = row.corrects {
        record["dct:replaces"] = json!({ "@id": name(corrects.0) });
    }
    record
}

fn process(document: &Document, row: &Permission) -> Json {
    let header = &document.header;
    let controller = &header.controller;
    let mut process = json!({
        "@type": "dpv:Process",
        "dpv:hasPurpose": {
            "@type": if row.purpose.0 == "marketing" { "dpv:DirectMarketing" } else { "dpv:Purpose" },
            "dct:identifier": row.purpose.0,
            "dct:title": row.purpose.1,
        },
        "dpv:hasLegalBasis": { "@id": legal_basis(row.basis), "dct:identifier": row.named.0, "dct:title": row.named.1 },
        "dpv:hasPersonalData": categories(document),
        "dpv:hasDataController": {
            "@id": CONTROLLER,
            "@type": "dpv:DataController",
            "dpv:hasIdentifier": CONTROLLER,
            "dpv:hasName": controller.name,
            "schema:address": controller.address.join(", "),
            "schema:contactPoint": controller.contact,
        },
        "dpv:hasStorageCondition": {
            "@type": "dpv:StorageCondition",
            "dpv:hasLocation": "dpv:LocalLocation",
            "dct:description": points(document, "retention"),
        },
        "dpv:hasRecipient": { "@type": "dpv:Recipient", "dct:description": paragraphs(document, "recipients") },
        "dpv:hasJurisdiction": jurisdiction(document),
        "dpv:hasRight": rights(document),
        "dpv:hasComplaintMechanism": paragraphs(document, "complaint"),
    });
    if [Basis::Consent, Basis::Withdrawn].contains(&row.basis) {
        // How it is taken back: the way told in the section about rights.
        process["dpv:hasConsentControl"] = json!({
            "@type": "dpv:WithdrawingFromActivity",
            "dct:description": paragraphs(document, "rights"),
            "schema:contactPoint": controller.contact,
        });
    }
    if let Some(wording) = &row.wording {
        process["dpv:hasNotice"] = json!({
            "@type": "dpv:ConsentNotice",
            "dct:identifier": wording.id.to_string(),
            "dct:hasVersion": wording.version,
            "dct:language": wording.language,
            "dct:description": wording.text,
        });
    }
    if !row.interest.is_empty() {
        process["dpv:hasJustification"] = row.interest.as_str().into();
    }
    process
}

/// Names the controller within the records: nobody gives offices an address of the kind that is asked for.
const CONTROLLER: &str = "urn:kartotek:controller";

/// Returns under whose law the office works: its country, and the Union's or the EEA's.
fn jurisdiction(document: &Document) -> Vec<String> {
    match document.header.country.as_str() {
        "" => vec!["loc:EU".to_owned()],
        "NO" | "IS" | "LI" => vec![format!("loc:{}", document.header.country), "loc:EEA".to_owned()],
        country => vec![format!("loc:{country}"), "loc:EU".to_owned()],
    }
}

/// Returns the rights and where they are used.
fn rights(document: &Document) -> Vec<Json> {
    let right = |words: String| {
        json!({
            "@type": "dpv:DataSubjectRight",
            "dct:description": words,
            "dpv:isExercisedAt": document.header.controller.contact,
        })
    };
    points(document, "rights").into_iter().map(right).collect()
}

/// Returns what became of a consent, when, by whom, and for how long it is valid.
fn consent_status(document: &Document, row: &Permission) -> Json {
    let duration = match row.valid_until {
        Some(day) => json!({ "@type": "dpv:UntilTimeDuration", "rdf:value": day.to_string() }),
        // It ends when it is taken back, or with what it is for.
        None => json!({ "@type": "dpv:UntilEventDuration", "rdf:value": points(document, "retention").join(" ") }),
    };
    json!({
        "@type": status(document, row),
        "dpv:isIndicatedAtTime": row.at,
        "dpv:isIndicatedBy": "dpv:DataSubject",
        "dpv:hasIndicationMethod": row.source.1,
        "dpv:hasDuration": duration,
    })
}

fn legal_basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Consent | Basis::Withdrawn => "eu-gdpr:A6-1-a",
        Basis::Contract => "eu-gdpr:A6-1-b",
        Basis::LegalObligation => "eu-gdpr:A6-1-c",
        Basis::VitalInterests => "eu-gdpr:A6-1-d",
        Basis::PublicTask => "eu-gdpr:A6-1-e",
        Basis::LegitimateInterests => "eu-gdpr:A6-1-f",
        Basis::Objected => "eu-gdpr:A21",
        Basis::Void => "dpv:NotApplicable",
    }
}

/// What happened, in the states of TS 27560.
fn event(basis: Basis) -> &'static str {
    match basis {
        Basis::Consent => "dpv:ConsentGiven",
        Basis::Withdrawn => "dpv:ConsentWithdrawn",
        Basis::Objected => "dpv:ObjectionToProcess",
        Basis::Void => "dpv:ConsentInvalidated",
        Basis::Contract
        | Basis::LegalObligation
        | Basis::VitalInterests
        | Basis::PublicTask
        | Basis::LegitimateInterests => "dpv:LegalBasis",
    }
}

/// What became of it: a consent that holds no longer was withdrawn if the next answer to its purpose says so.
fn status(document: &Document, row: &Permission) -> &'static str {
    let is_consent = row.basis == Basis::Consent;
    if row.holds {
        return event(row.basis);
    }
    if row.is_struck {
        return if is_consent { "dpv:ConsentInvalidated" } else { "dpv:ActivityNotCompleted" };
    }
    let later = document.permissions.iter().skip_while(|other| other.id != row.id).skip(1);
    let next = later.filter(|other| !other.is_struck).find(|other| other.purpose.0 == row.purpose.0);
    match next {
        Some(next) if is_consent && next.basis == Basis::Withdrawn => "dpv:ConsentWithdrawn",
        Some(_) | None if is_consent => "dpv:ConsentExpired",
        Some(_) | None => "dpv:ActivityCompleted",
    }
}

/// Returns the categories of data that the card holds.
fn categories(document: &Document) -> Vec<Json> {
    let data = document.sections.iter().filter(|section| section.key == "data").flat_map(|section| &section.blocks);
    data.filter_map(|block| match block {
        Block::Facts(facts) => {
            Some(json!({ "@type": "dpv:PersonalData", "dct:identifier": facts.key, "dct:title": facts.title }))
        }
        Block::Table(_) | Block::List(_) | Block::Paragraph(_) => None,
    })
    .collect()
}

/// Returns the points that a section lists.
fn points(document: &Document, key: &str) -> Vec<String> {
    let blocks = document.sections.iter().filter(|section| section.key == key).flat_map(|section| &section.blocks);
    let lists = blocks.filter_map(|block| match block {
        Block::List(list) => Some(&list.points),
        Block::Facts(_) | Block::Table(_) | Block::Paragraph(_) => None,
    });
    lists.flatten().map(|point| point.words(&document.words)).collect()
}

/// Returns what a section says, and of its table the rows in words.
fn paragraphs(document: &Document, key: &str) -> Vec<String> {
    let blocks = document.sections.iter().filter(|section| section.key == key).flat_map(|section| &section.blocks);
    blocks
        .flat_map(|block| match block {
            Block::Paragraph(text) => vec![text.words(&document.words)],
            Block::Table(table) => {
                let row = |row: &Vec<crate::model::report::Value>| {
                    row.iter().map(|cell| cell.words(&document.words)).collect::<Vec<_>>().join(" · ")
                };
                table.rows.iter().map(row).collect()
            }
            Block::Facts(_) | Block::List(_) => Vec::new(),
        })
        .collect()
}
