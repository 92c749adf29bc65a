//! A report about somebody who is not, in three languages, as long as one likes.

use chrono::NaiveDate;

use crate::model::data_map::{Category, Origin};
use crate::model::report::{
    Block, Came, CellKind, Column, Document, Fact, Facts, Ground, Header, Held, Id, Kind, List, Party, Run, Section,
    Table, Text, Value, Withheld, Words,
};
use crate::model::{Moment, person};

/// Returns a report with so many activities; `language` is `en`, `nb` or `sv`.
pub fn document(language: &str, activities: usize) -> Document {
    let say = |en: &str, nb: &str, sv: &str| match language {
        "nb" => nb.to_owned(),
        "sv" => sv.to_owned(),
        _ => en.to_owned(),
    };
    let asked_at = Moment(1_772_530_200_000);
    let fact = |key: &str, label: String, values: Vec<Held>| Fact {
        key: key.to_owned(),
        label,
        category: Some(Category::Identity),
        values,
    };
    let came = |words: &str| {
        let words = words.to_owned();
        Some(Came { words, origin: Origin::Provided, source: None, at: Some(asked_at) })
    };
    let plain = |key: &str, label: String, words: &str| {
        let held = held("", Value::text(words), None);
        Fact { category: None, ..fact(key, label, vec![held]) }
    };
    let card = came(&say("Business card, 3 March 2026", "Visittkort, 3. mars 2026", "Visitkort, 3 mars 2026"));
    let facts = Facts {
        key: "identity".to_owned(),
        title: say("Who you are", "Hvem du er", "Vem du är"),
        facts: vec![
            fact(
                "name",
                say("Name", "Navn", "Namn"),
                vec![held("", Value::text("Åse-Marie Ødegård Łukasiewicz"), card.clone())],
            ),
            fact(
                "email",
                say("E-mail", "E-post", "E-post"),
                vec![
                    held(&say("work", "arbeid", "arbete"), Value::text("aase.marie@example.org"), card.clone()),
                    held(
                        &say("private", "privat", "privat"),
                        Value::text("en.svaert.lang.adresse.som.ikke.finnes@avdeling.underavdeling.example.net"),
                        came(&say("Form on the web page", "Skjema på nettsiden", "Formulär på webbplatsen")),
                    ),
                ],
            ),
            fact("street", say("Street", "Gate", "Gata"), vec![held("", Value::text("Große Straße 12"), card)]),
            fact(
                "other-names",
                say("Other names", "Andre navn", "Andra namn"),
                vec![
                    held("", Value::text("Ελένη Παπαδοπούλου"), None),
                    held("", Value::text("Жанна Щербакова"), None),
                    held("", Value::text("李 😀"), None),
                ],
            ),
            fact("title", say("Title", "Tittel", "Titel"), vec![]),
            fact(
                "born",
                say("Born", "Født", "Född"),
                vec![held(
                    "",
                    Value::Date {
                        day: NaiveDate::from_ymd_opt(1979, 5, 17).unwrap_or_default(),
                        words: say("17 May 1979", "17. mai 1979", "17 maj 1979"),
                    },
                    None,
                )],
            ),
            fact(
                "about",
                say("Notes about you", "Notater om deg", "Anteckningar om dig"),
                vec![
                    held("", Value::BlackedOut(Ground::OthersRights), None),
                    held(
                        "",
                        Value::Text(hidden_in(
                            &say(
                                "Came to the fair in Bergen together with ",
                                "Kom til messen i Bergen sammen med ",
                                "Kom till mässan i Bergen tillsammans med ",
                            ),
                            &say(
                                ", and wants to be called in the spring.\nLikes to be written to rather than called.",
                                ", og vil bli oppringt til våren.\nVil heller ha brev enn telefon.",
                                ", och vill bli uppringd till våren.\nFår hellre brev än samtal.",
                            ),
                        )),
                        None,
                    ),
                ],
            ),
        ],
    };
    let columns = vec![
        column("at", say("When", "Når", "När"), CellKind::Moment),
        column("kind", say("Kind", "Type", "Typ"), CellKind::Text),
        column("text", say("What was noted", "Hva som ble notert", "Vad som antecknades"), CellKind::LongText),
        column("minutes", say("Minutes", "Minutter", "Minuter"), CellKind::Number),
        column("done", say("Done", "Utført", "Utförd"), CellKind::YesNo),
        column("never", say("Cancelled", "Avlyst", "Inställd"), CellKind::Date),
    ];
    let texts = [
        say("Called about the offer; no answer.", "Ringte om tilbudet; ikke svar.", "Ringde om offerten; inget svar."),
        say(
            "Sent the price list for next year, with the discount for schools that was agreed upon at the meeting in Trondheim. Waits for the board, which meets in April.",
            "Sendte prislisten for neste år, med rabatten for skoler som ble avtalt på møtet i Trondheim. Venter på styret, som møtes i april.",
            "Skickade prislistan för nästa år, med den rabatt för skolor som avtalades på mötet i Trondheim. Väntar på styrelsen, som träffas i april.",
        ),
        say("Lunch.", "Lunsj.", "Lunch."),
    ];
    let rows = (0..activities)
        .map(|place| {
            let minutes = (place * 7 % 90 + 5) as f64;
            vec![
                Value::Moment {
                    at: asked_at,
                    words: format!("{:02}.{:02}.2025 14:{:02}", place % 28 + 1, place % 12 + 1, place % 60),
                },
                Value::Item { key: "call".to_owned(), words: say("Phone call", "Telefonsamtale", "Telefonsamtal") },
                Value::text(format!("{} {}", place + 1, texts[place % texts.len()])),
                Value::Number { number: minutes, words: minutes.to_string() },
                Value::YesNo {
                    yes: place % 2 == 0,
                    words: if place % 2 == 0 { say("Yes", "Ja", "Ja") } else { say("No", "Nei", "Nej") },
                },
                Value::Empty,
            ]
        })
        .collect();
    let wide: Vec<Column> = (0..14).map(|place| column("wide", format!("Egenskap{place}"), CellKind::Text)).collect();
    let wide_rows =
        (0..3).map(|row| (0..14).map(|place| Value::text(format!("Verdinummer{row}x{place}"))).collect()).collect();
    let sections = vec![
        section(
            "summary",
            say("Summary", "Sammendrag", "Sammanfattning"),
            vec![Block::Paragraph(Text::from(say(
                "Yes: we hold data about you. This document holds all of it, as it stood on 3 March 2026 at 09:30.",
                "Ja: vi har opplysninger om deg. Dette dokumentet har alt sammen, slik det sto 3. mars 2026 kl. 09.30.",
                "Ja: vi har uppgifter om dig. Det här dokumentet innehåller alla, så som de stod den 3 mars 2026 kl. 09.30.",
            )))],
        ),
        section("data", say("Your data", "Opplysninger om deg", "Uppgifter om dig"), vec![Block::Facts(facts)]),
        Section {
            introduction: vec![say(
                "What was said, written and agreed upon, the oldest first.",
                "Hva som ble sagt, skrevet og avtalt, det eldste først.",
                "Vad som sades, skrevs och avtalades, det äldsta först.",
            )],
            ..section(
                "activities",
                say("Activities", "Aktiviteter", "Aktiviteter"),
                vec![
                    Block::Table(Table { key: "activities".to_owned(), title: String::new(), columns, rows }),
                    Block::Table(Table {
                        key: "wide".to_owned(),
                        title: say(
                            "More than fits beside each other",
                            "Mer enn det er plass til ved siden av hverandre",
                            "Mer än vad som får plats bredvid varandra",
                        ),
                        columns: wide,
                        rows: wide_rows,
                    }),
                ],
            )
        },
        section(
            "rights",
            say("Your rights", "Rettighetene dine", "Dina rättigheter"),
            vec![Block::List(List {
                title: String::new(),
                points: vec![
                    Text::from(say(
                        "You can have wrong data corrected.",
                        "Du kan få uriktige opplysninger rettet.",
                        "Du kan få felaktiga uppgifter rättade.",
                    )),
                    Text::from(say(
                        "You can object to your data being used for direct marketing, at any time and without a reason; we then stop at once, and keep only as much as it takes not to write to you again.",
                        "Du kan protestere mot at opplysningene brukes til direkte markedsføring, når som helst og uten grunn; da slutter vi straks, og beholder bare det som trengs for ikke å skrive til deg igjen.",
                        "Du kan invända mot att uppgifterna används för direkt marknadsföring, när som helst och utan skäl; då slutar vi genast, och behåller bara det som behövs för att inte skriva till dig igen.",
                    )),
                ],
            })],
        ),
    ];
    let title = say("What we hold about you", "Hva vi har om deg", "Vad vi har om dig");
    Document {
        header: Header {
            kind: Kind::Access,
            title,
            country: "NO".to_owned(),
            controller: Party {
                label: say("Controller", "Behandlingsansvarlig", "Personuppgiftsansvarig"),
                name: "Nordlys Kontorrekvisita AS".to_owned(),
                address: vec!["Strandgaten 4".to_owned(), "5013 Bergen".to_owned()],
                contact: vec!["personvern@example.org".to_owned(), "+47 55 00 00 00".to_owned()],
            },
            about: Party {
                label: say("To", "Til", "Till"),
                name: "Åse-Marie Ødegård Łukasiewicz".to_owned(),
                address: vec!["Große Straße 12".to_owned(), "5003 Bergen".to_owned(), say("Norway", "Norge", "Norge")],
                contact: Vec::new(),
            },
            person: person::Id(7),
            asked_at,
            language: language.to_owned(),
            number: Id(412_007),
            journal_head: "9f2c1d".repeat(10),
            facts: vec![
                plain("number", say("Number", "Nummer", "Nummer"), "412007"),
                plain(
                    "asked",
                    say("As it stood", "Slik det sto", "Så som det stod"),
                    &say("3 March 2026, 09:30", "3. mars 2026 kl. 09.30", "3 mars 2026 kl. 09.30"),
                ),
                plain(
                    "known",
                    say("Known by", "Kjent ved", "Känd genom"),
                    &say(
                        "called back on the number on the card",
                        "ringt tilbake på nummeret på kortet",
                        "uppringd på numret på kortet",
                    ),
                ),
            ],
        },
        sections,
        permissions: Vec::new(),
        files: Vec::new(),
        withheld: Withheld { blacked_out: 2, ..Withheld::default() },
        words: Words {
            contents: say("Contents", "Innhold", "Innehåll"),
            field: say("Field", "Felt", "Fält"),
            value: say("What we hold", "Det vi har", "Det vi har"),
            came_from: say("Where it came from", "Hvor det kom fra", "Var det kom från"),
            category: "Kind of data".to_owned(),
            blacked_out: say("[blacked out]", "[sladdet]", "[maskerat]"),
            blacked_out_why: say(
                "About somebody else, whose rights it would harm to tell it (art. 15(4)).",
                "Gjelder noen andre, hvis rettigheter det ville krenke å fortelle det (art. 15 nr. 4).",
                "Rör någon annan, vars rättigheter det skulle kränka att berätta det (art. 15.4).",
            ),
            nothing: say("nothing", "ingenting", "ingenting"),
            page: say("{page} of {pages}", "{page} av {pages}", "{page} av {pages}"),
            code_points: say(
                "Letters that the font of this document lacks are printed as their code points (as U+1F600): {count}.",
                "Tegn som skriften i dokumentet mangler, er skrevet som kodepunkter (som U+1F600): {count}.",
                "Tecken som dokumentets typsnitt saknar är skrivna som kodpunkter (som U+1F600): {count}.",
            ),
        },
    }
}

fn held(label: &str, value: Value, came: Option<Came>) -> Held {
    Held { label: label.to_owned(), ..Held::alone(value, came) }
}

fn column(key: &str, title: String, kind: CellKind) -> Column {
    Column { key: key.to_owned(), title, kind }
}

fn section(key: &'static str, title: String, blocks: Vec<Block>) -> Section {
    Section { key, title, introduction: Vec::new(), blocks }
}

fn hidden_in(before: &str, after: &str) -> Text {
    let hidden = Run::BlackedOut { ground: Ground::OthersRights, passage: 0 };
    Text(vec![Run::Words(before.to_owned()), hidden, Run::Words(after.to_owned())])
}
