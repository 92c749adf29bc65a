//! Letters from the same press as the report: what goes with a report or a copy, and what confirms that something was
//! corrected (art. 12(3), 16, 19 and 20(2)).

use std::path::Path;

use super::handing::Transfer;
use super::{Wanted, about, allow, draft, law, lines, note, settled, words};
use crate::i18n::{self, Lang};
use crate::model::field::Field;
use crate::model::journal::Kind as Noted;
use crate::model::person;
use crate::model::report::{Block, Choice, Document, Fact, Held, Kind, Letter, Party, Print, Section, Value, Words};
use crate::model::{Moment, Zone};
use crate::office::settings::{self, Plain};
use crate::office::{Desk, Error, attached, journal};
use crate::{store, t};

/// As many entries of one card as one change leaves at most.
const AT_ONCE: usize = 200;

/// Returns who answers for the data, as set in Our business.
///
/// # Errors
/// The database's.
pub fn controller(desk: &Desk<'_>, lang: Lang) -> Result<Party, Error> {
    let mut address: Vec<String> = lines(&settings::plain(desk, Plain::OfficeAddress)?);
    let country = settings::plain(desk, Plain::OfficeCountry)?;
    address.extend((!country.is_empty()).then(|| i18n::country_name(lang, &country)));
    let mut contact = Vec::new();
    for setting in [Plain::OfficeContact, Plain::OfficePrivacyContact] {
        let said = settings::plain(desk, setting)?;
        if !said.is_empty() && !contact.contains(&said) {
            contact.push(said);
        }
    }
    let name = settings::plain(desk, Plain::OfficeName)?;
    Ok(Party { label: t!(lang, "report-controller"), name, address, contact })
}

/// Returns a letter from the office, dated today, without its paragraphs.
///
/// # Errors
/// The database's.
pub fn letter(desk: &Desk<'_>, lang: Lang, to: Party, title: String) -> Result<Letter, Error> {
    let from = Party { label: String::new(), ..controller(desk, lang)? };
    let day = Zone::local().day(desk.now());
    let date = Value::Date { day, words: i18n::date(lang, day) };
    Ok(Letter {
        from,
        to,
        title,
        facts: vec![fact("date", t!(lang, "report-letter-date"), date)],
        paragraphs: Vec::new(),
        language: lang.code().to_owned(),
        number: desk.db().new_id(),
        at: desk.now(),
        journal_head: journal::code(&journal::head(desk.db())?),
        words: words(lang, Kind::Access),
    })
}

/// Returns one label with one value.
pub fn fact(key: &str, label: String, value: Value) -> Fact {
    Fact { key: key.to_owned(), label, category: None, values: vec![Held::alone(value, None)] }
}

/// Returns the letter that goes with a document: to the person, or to whom they want their data handed.
pub(super) fn covering(desk: &Desk<'_>, document: &Document, transfer: Option<&Transfer>) -> Result<Letter, Error> {
    let header = &document.header;
    let lang: Lang = header.language.parse().unwrap_or_default();
    let (name, number) = (header.about.name.as_str(), header.number.to_string());
    let when = i18n::date_time(lang, Zone::local().at(header.asked_at));
    let to = match transfer {
        Some(to) => Party { name: to.name.clone(), address: lines(&to.address), ..Party::default() },
        None => Party { label: String::new(), ..header.about.clone() },
    };
    let title = match (transfer, header.kind) {
        (Some(_), _) => t!(lang, "report-letter-title-transfer", name = name),
        (None, Kind::Access) => t!(lang, "report-letter-title-access"),
        (None, Kind::Portable) => t!(lang, "report-letter-title-portable"),
    };
    let mut letter = letter(desk, lang, to, title)?;
    letter.number = header.number.0;
    letter.facts.push(fact("number", t!(lang, "report-fact-number"), Value::text(number.as_str())));
    let (number, when) = (number.as_str(), when.as_str());
    let mut say = Vec::new();
    match (transfer, header.kind) {
        (Some(_), _) => {
            say.push(t!(lang, "report-letter-transfer", name = name, number = number, when = when));
            say.push(t!(lang, "report-letter-transfer-what", fields = labels(document).join(", ")));
            say.push(t!(lang, "report-letter-transfer-then"));
        }
        (None, Kind::Access) => {
            say.push(t!(lang, "report-letter-access", number = number, when = when));
            say.extend(known(header, lang));
            let withheld = document.withheld;
            if withheld.blacked_out > 0 || withheld.files > 0 {
                say.push(t!(lang, "report-letter-withheld"));
            }
            if !document.files.is_empty() {
                say.push(t!(lang, "report-letter-files", count = document.files.len()));
            }
            say.push(t!(lang, "report-letter-rights"));
        }
        (None, Kind::Portable) => {
            say.push(t!(lang, "report-letter-portable", number = number, when = when));
            say.extend(known(header, lang));
        }
    }
    say.push(t!(lang, "report-letter-manifest"));
    close(desk, lang, &mut say, transfer.is_none())?;
    letter.paragraphs = say;
    Ok(letter)
}

/// Says how the asker was known, where that is noted.
fn known(header: &crate::model::report::Header, lang: Lang) -> Option<String> {
    let fact = header.facts.iter().find(|fact| fact.key == "identity")?;
    let said = fact.values.first()?.value.words(&Words::default());
    (said != about::known_by(lang, "")).then(|| t!(lang, "report-letter-known", how = said))
}

/// Ends a letter: where to ask, where to complain, who writes.
fn close(desk: &Desk<'_>, lang: Lang, say: &mut Vec<String>, to_the_person: bool) -> Result<(), Error> {
    let controller = controller(desk, lang)?;
    if let Some(contact) = controller.contact.last() {
        say.push(t!(lang, "report-letter-ask", contact = contact.as_str()));
    }
    if to_the_person {
        say.push(t!(lang, "report-complain", authority = law::authority(desk, lang)?));
    }
    if !controller.name.is_empty() {
        say.push(controller.name);
    }
    Ok(())
}

/// Returns what a document holds, by the labels of its fields.
fn labels(document: &Document) -> Vec<&str> {
    let mut labels: Vec<&str> = Vec::new();
    let blocks = document.sections.iter().flat_map(|section| &section.blocks);
    for block in blocks {
        match block {
            Block::Facts(facts) => labels.extend(facts.facts.iter().map(|fact| fact.label.as_str())),
            Block::Table(table) => labels.push(&table.title),
            Block::Paragraph(_) | Block::List(_) => {}
        }
    }
    labels.retain(|label| !label.is_empty());
    let mut seen = std::collections::HashSet::new();
    labels.retain(|label| seen.insert(*label));
    labels
}

/// What was corrected on a card, and confirmed to whom it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Corrected {
    /// Which fields.
    pub fields: Vec<Field>,
    /// When they were changed last.
    pub at: Moment,
    /// Who else received the data before, and is to be told (art. 19).
    pub recipients: Vec<String>,
}

/// Writes a letter that tells a person what was corrected on their card (art. 12(3), 16), and what it reads now: the
/// fields of the last change, or of all changes since a moment. What lies at `path` is replaced.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NoPerson`]; [`Error::NoSuch`] where nothing was changed; [`Error::Refused`] for a
/// place among the card file's own; [`Error::File`].
pub fn confirm_corrected(
    desk: &mut Desk<'_>,
    id: person::Id,
    since: Option<Moment>,
    path: &Path,
) -> Result<Corrected, Error> {
    allow(desk, id)?;
    desk.require_visible(id)?;
    desk.require_outside(path)?;
    let lang = super::language_of(desk, id)?.map_or_else(|| desk.office_lang(), Ok)?;
    let document = settled(&draft(desk, id, &Wanted::new(lang))?, |_, _| Choice::BlackOut);
    let corrected = corrected(desk, id, since)?;
    let to = Party { label: String::new(), ..document.header.about.clone() };
    let mut letter = letter(desk, lang, to, t!(lang, "report-letter-title-corrected"))?;
    let day = i18n::date(lang, Zone::local().day(corrected.at));
    let mut say = vec![t!(lang, "report-letter-corrected", date = day)];
    let now = lines_of(&document, lang, &corrected.fields).into_iter();
    let now = now.map(|line| t!(lang, "report-letter-reads", field = line.field, value = line.value));
    say.push(now.collect::<Vec<_>>().join("\n"));
    if !corrected.recipients.is_empty() {
        let recipients = corrected.recipients.join(", ");
        say.push(t!(lang, "report-letter-corrected-told", recipients = recipients));
    }
    close(desk, lang, &mut say, true)?;
    letter.paragraphs = say;
    note(desk, Noted::CorrectionConfirmed, id, Some(letter.number))?;
    attached::write_private(path, &crate::transfer::report::letters(&[letter], Print::of(path))?)?;
    desk.has_written(path);
    Ok(corrected)
}

/// A field that was corrected, and what stands in it now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::office) struct Line {
    /// What the field is called.
    pub field: String,
    /// What it holds now.
    pub value: String,
}

/// Returns what was corrected on a card, and what it reads now, in a language. Part of telling the person, which has asked
/// whether that may be.
///
/// # Errors
/// [`Error::NoPerson`]; [`Error::NoSuch`] where nothing was changed.
pub(in crate::office) fn corrections(
    desk: &Desk<'_>,
    id: person::Id,
    since: Option<Moment>,
    lang: Lang,
) -> Result<(Corrected, Vec<Line>), Error> {
    let corrected = corrected(desk, id, since)?;
    let document = settled(&super::assemble(desk, id, &Wanted::new(lang), None)?, |_, _| Choice::BlackOut);
    let lines = lines_of(&document, lang, &corrected.fields);
    Ok((corrected, lines))
}

/// Returns what was corrected on a card last, or since a moment, as far as the user sees those fields, and who received the
/// data before.
fn corrected(desk: &Desk<'_>, id: person::Id, since: Option<Moment>) -> Result<Corrected, Error> {
    let reference = store::persons::journal_ref(desk.db(), id)?.ok_or(Error::NoPerson(id))?;
    let kinds = vec![Noted::PersonEdited.code(), Noted::MassEdited.code()];
    let wanted = store::journal::Wanted { person_ref: Some(reference), kinds, ..Default::default() };
    // What is changed at once stands in several entries of one moment, one for each field at most.
    let limit = if since.is_some() { usize::MAX } else { AT_ONCE };
    let policy = &desk.rules()?.fields;
    let mut fields: Vec<Field> = Vec::new();
    let mut at = None;
    for row in store::journal::newest(desk.db(), &wanted, limit)? {
        if Moment(row.at) < since.or(at).unwrap_or(Moment(row.at)) {
            break;
        }
        at = at.or(Some(Moment(row.at)));
        for field in row.fields.split(' ').filter_map(|key| key.parse::<Field>().ok()) {
            if !fields.contains(&field) && policy.is_shown(&field) {
                fields.push(field);
            }
        }
    }
    let at = at.filter(|_| !fields.is_empty()).ok_or(Error::NoSuch("correction"))?;
    let mut recipients: Vec<String> = Vec::new();
    for export in store::exports::of_person(desk.db(), id)? {
        if !export.recipient.is_empty() && !recipients.contains(&export.recipient) {
            recipients.push(export.recipient);
        }
    }
    Ok(Corrected { fields, at, recipients })
}

/// Returns what stands in some fields now, line by line as the report tells it.
fn lines_of(document: &Document, lang: Lang, fields: &[Field]) -> Vec<Line> {
    let data = document.sections.iter().find(|section| section.key == "data");
    fields.iter().flat_map(|field| reads(lang, data, field, &document.words)).collect()
}

fn reads(lang: Lang, data: Option<&Section>, field: &Field, words: &Words) -> Vec<Line> {
    let is_of = |key: &str| {
        if matches!(field, Field::Email | Field::Emails) {
            key == "email.address"
        } else if matches!(field, Field::Mobile | Field::Phone | Field::Phones) {
            key == "phone.number"
        } else if matches!(field, Field::Address | Field::Addresses | Field::Postcode | Field::City) {
            key.starts_with("address.")
        } else if *field == Field::Interests {
            key == "person_interest.interest"
        } else if let Field::Custom(own) = field {
            key.strip_prefix("custom:") == Some(own.as_str())
        } else {
            key.strip_prefix("person.") == Some(field.to_string().as_str())
        }
    };
    let mut lines = Vec::new();
    for block in data.into_iter().flat_map(|section| &section.blocks) {
        let Block::Facts(facts) = block else { continue };
        for fact in facts.facts.iter().filter(|fact| is_of(&fact.key)) {
            let values: Vec<String> = fact.values.iter().map(|held| held.value.words(words)).collect();
            lines.push(Line { field: fact.label.clone(), value: values.join(", ") });
        }
    }
    if lines.is_empty() {
        let field = crate::office::problem::field_name(lang, field);
        lines.push(Line { field, value: t!(lang, "report-letter-nothing") });
    }
    lines
}
