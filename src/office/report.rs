//! What is held about somebody, as one document for them (art. 12, 15 and 20).
//!
//! [`draft`] reads the data map: every column that belongs in a report is read for the person, and stands in the
//! document. What no section asks for stands in the last one, so that a new table is told as soon as the map knows it.
//! Everything is as it stood at the moment of asking: it is read in one transaction, and the formats only render it.
//!
//! Names of people on other cards are blacked out where texts name them, until [`settled`] says otherwise. [`hand_out`]
//! writes the files, and enters them in the register and the journal: there is no file without its entry.

mod about;
mod data;
mod enclosed;
mod handing;
mod law;
mod letters;
mod mailing;
mod others;
mod permissions;
mod portable;
mod records;
mod several;
mod telling;

pub(in crate::office) use law::authority;
pub(in crate::office) use letters::corrections;

use std::collections::{BTreeMap, HashSet};

pub use about::{About, about, format_name, identified, register};
pub use handing::{HandOut, Out, Transfer, Written, file_name, hand_out, of_person};
pub use letters::{Corrected, confirm_corrected, controller, fact, letter};
pub use mailing::{Address, Posted, address, mail};
pub use several::{HeldBack, Made, Plan, Several, Why, hand_out_several, plan_several};

use self::others::{Directory, Others};
use self::telling::Telling;
use super::settings::{self, Plain};
use super::{Desk, Error, Rule, journal};
use crate::i18n::{self, Lang};
use crate::model::journal::{Kind as Noted, Subject};
use crate::model::report::{
    Block, Choice, Document, Draft, Enclosure, Header, Id, Kind, Party, Passage, Section, Text, Value, Withheld, Words,
};
use crate::model::trash::Record;
use crate::model::user::Right;
use crate::model::{list, person};
use crate::store::held;
use crate::{store, t};

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// What is handed out.
    pub kind: Kind,
    /// The language of the document.
    pub lang: Lang,
    /// How the asker is known to be the person; may be empty.
    pub identity: String,
    /// Whether those who work here go by their names; else they are "one of us" (C-579/21).
    pub names_staff: bool,
}

impl Wanted {
    /// Returns what most ask for: an access report that names no staff.
    pub fn new(lang: Lang) -> Self {
        Self { kind: Kind::Access, lang, identity: String::new(), names_staff: false }
    }
}

/// Returns what is held about a person, with every passage about others blacked out.
///
/// A restriction closes this to nobody, as it is the person who asks (art. 18(2)); that somebody looked is noted then.
/// Also who lies in the trash is told, by whoever sees them there: their data is still held.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::NoPerson`]; [`Rule::NothingPortable`] for a portable copy where no purpose rests on
/// consent or on a contract; or the database's.
pub fn draft(desk: &mut Desk<'_>, id: person::Id, wanted: &Wanted) -> Result<Draft, Error> {
    draft_among(desk, id, wanted, None)
}

/// As [`draft`], with everybody whom texts may name, read before: for many reports.
fn draft_among(
    desk: &mut Desk<'_>,
    id: person::Id,
    wanted: &Wanted,
    everybody: Option<&Directory>,
) -> Result<Draft, Error> {
    allow(desk, id)?;
    if store::states::is_restricted(desk.db(), id)? && !desk.has_opened(id) {
        let reason = match wanted.kind {
            Kind::Access => t!(desk.office_lang()?, "report-look-up"),
            Kind::Portable => t!(desk.office_lang()?, "report-look-up-portable"),
        };
        store::states::look_up(desk.db(), id, desk.db().new_id(), &reason, (desk.now(), desk.user().id))?;
        note(desk, Noted::LookedUp, id, None)?;
        desk.changes.person(id);
    }
    if wanted.kind == Kind::Portable {
        portable::allow(desk, id)?;
    }
    assemble(desk, id, wanted, everybody)
}

/// Returns a document as it is handed out: each passage about others becomes what `choose` says, and what was taken out
/// is counted, with the ground. The files of the card go along, but for those whose text names others.
pub fn settled(draft: &Draft, choose: impl Fn(usize, &Passage) -> Choice) -> Document {
    settled_with(draft, choose, |file| !file.names_others)
}

/// As [`settled`], with the files that `takes` says.
pub fn settled_with(
    draft: &Draft,
    choose: impl Fn(usize, &Passage) -> Choice,
    takes: impl Fn(&Enclosure) -> bool,
) -> Document {
    let mut document = draft.settled(choose);
    enclosed::settle(&mut document, takes);
    let lang = document.header.language.parse().unwrap_or_default();
    document.sections.retain(|section| section.key != WITHHELD);
    document.sections.extend(withheld(lang, document.header.kind, document.withheld));
    document
}

/// Allows to tell what is held about a person.
fn allow(desk: &Desk<'_>, id: person::Id) -> Result<(), Error> {
    desk.require(Right::Report)?;
    store::persons::updated_at(desk.db(), id)?.ok_or(Error::NoPerson(id))?;
    if !desk.is_seen_in_trash(id)? {
        return Err(Error::Forbidden(Right::SeeOthers));
    }
    // As the list of the trash: who can neither restore nor empty it sees what they put there themselves.
    if let Some(put) = store::trash::get(desk.db(), Record::Person(id))? {
        let user = desk.user();
        if put.by != user.id && !user.may(Right::Restore) && !user.may(Right::Purge) {
            return Err(Error::Refused(Rule::InTrash));
        }
    }
    Ok(())
}

/// Enters in the journal what was done about a person, wherever their card lies.
fn note(desk: &mut Desk<'_>, kind: Noted, id: person::Id, record: Option<i64>) -> Result<(), Error> {
    let person = store::persons::journal_ref(desk.db(), id)?.ok_or(Error::NoPerson(id))?;
    let subject = match record {
        Some(record) => Subject::RecordOfPerson { person, record },
        None => Subject::Person(person),
    };
    desk.note(kind, subject, Vec::new())
}

/// Returns the language in which a person is to be answered; none where nobody noted theirs.
///
/// # Errors
/// Those of [`draft`].
pub fn language_of(desk: &Desk<'_>, id: person::Id) -> Result<Option<Lang>, Error> {
    allow(desk, id)?;
    let person = store::persons::get(desk.db(), id)?.ok_or(Error::NoPerson(id))?;
    desk.language_to(&person.content)
}

/// The tables that are still to be told, and what is said of them.
struct Report<'d> {
    telling: Telling<'d>,
    id: person::Id,
    left: BTreeMap<&'static str, held::Held>,
    /// How many of the office's own fields hold something that is not told.
    untold: usize,
}

impl Report<'_> {
    /// Takes a table to tell it.
    fn take(&mut self, table: &str) -> Option<held::Held> {
        self.left.remove(table)
    }

    /// Returns tables as they are held, those without rows left out.
    fn tables(&mut self, tables: &[&str]) -> Result<Vec<Block>, Error> {
        let mut blocks = Vec::new();
        for table in tables {
            if let Some(held) = self.take(table).filter(|held| !held.rows.is_empty()) {
                blocks.push(Block::Table(self.telling.table(&held)?));
            }
        }
        Ok(blocks)
    }

    /// Returns a section; where nothing is in it, it says so.
    fn section(&self, key: &'static str, mut blocks: Vec<Block>) -> Section {
        let lang = self.telling.lang;
        if blocks.is_empty() {
            blocks.push(Block::Paragraph(Text::from(t!(lang, "report-nothing"))));
        }
        Section {
            key,
            title: i18n::text(lang, &format!("report-section-{key}")),
            introduction: i18n::text_if_known(lang, &format!("report-section-{key}-says")).into_iter().collect(),
            blocks,
        }
    }
}

fn assemble(desk: &Desk<'_>, id: person::Id, wanted: &Wanted, everybody: Option<&Directory>) -> Result<Draft, Error> {
    let all = held::of_person(desk.db(), id)?;
    let mut names = Vec::new();
    for held in all.iter().filter(|held| held.table == "selection_person") {
        for row in &held.rows {
            if let held::Cell::Integer(selection) = held.cell(row, "selection") {
                names.extend(held::name_of(desk.db(), "selection", *selection)?);
            }
        }
    }
    names.extend(store::exports::of_person(desk.db(), id)?.into_iter().map(|export| export.purpose));
    let lists = desk.lists()?;
    let items: HashSet<list::Id> = all.iter().flat_map(telling::items).collect();
    names.extend(items.into_iter().map(|id| lists.name(id, wanted.lang).to_owned()).filter(|name| !name.is_empty()));
    let files = match wanted.kind {
        Kind::Access => {
            let rows = all.iter().filter(|held| held.table == "attachment").flat_map(|held| &held.rows);
            enclosed::found(desk, rows.map(|row| row.id))?
        }
        Kind::Portable => Vec::new(),
    };
    let in_files = files.iter().filter_map(enclosed::Found::text);
    let texts = telling::texts(&all).chain(names.iter().map(String::as_str)).chain(in_files);
    let others = Others::in_texts(desk, id, texts, everybody)?;
    let telling = Telling::new(desk, wanted.lang, wanted.names_staff, others)?;
    let left = all.into_iter().map(|held| (held.table, held)).collect();
    let mut report = Report { telling, id, left, untold: 0 };
    let permissions = permissions::all(&mut report)?;
    let header = header(&report, wanted)?;
    let mut enclosed = Vec::new();
    let sections = match wanted.kind {
        Kind::Access => access(&mut report, &permissions, &header, &files, &mut enclosed)?,
        Kind::Portable => vec![data::portable(&mut report)?],
    };
    let document = Document {
        header,
        sections,
        permissions: if wanted.kind == Kind::Access { permissions } else { Vec::new() },
        files: enclosed,
        withheld: Withheld { fields: report.untold, ..Withheld::default() },
        words: words(wanted.lang, wanted.kind),
    };
    Ok(Draft { document, passages: report.telling.passages })
}

/// Returns the sections of an access report, in the order of art. 15(1) as far as it has one.
fn access(
    report: &mut Report<'_>,
    permissions: &[crate::model::report::Permission],
    header: &Header,
    files: &[enclosed::Found],
    enclosed: &mut Vec<Enclosure>,
) -> Result<Vec<Section>, Error> {
    let mut sections = vec![law::summary(report, header)];
    sections.push(data::card(report)?);
    sections.push(permissions::purposes(report, permissions)?);
    sections.push(records::recipients(report)?);
    sections.push(records::retention(report)?);
    sections.push(permissions::ledger(report, permissions)?);
    let subscriptions = report.tables(&["subscription"])?;
    sections.push(report.section("subscriptions", subscriptions));
    let messages = report.tables(&["outbox", "outbox_file", "notice", "mailing_recipient", "overridden"])?;
    if !messages.is_empty() {
        sections.push(report.section("messages", messages));
    }
    let answers = report.tables(&["token", "reply", "proposal", "stopped_address"])?;
    if !answers.is_empty() {
        sections.push(report.section("answers", answers));
    }
    let activities = report.tables(&["activity"])?;
    sections.push(report.section("activities", activities));
    let mut documents = report.tables(&["attachment"])?;
    let table = documents.iter_mut().find_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
    *enclosed = enclosed::told(report, files, table);
    sections.push(report.section("documents", documents));
    sections.push(records::people(report)?);
    let requests = report.tables(&["restriction", "objection", "deletion_request", "report"])?;
    sections.push(report.section("requests", requests));
    sections.push(records::handling(report)?);
    // What nothing above asked for; most often nothing.
    let left: Vec<&str> = report.left.keys().copied().collect();
    let more = report.tables(&left)?;
    if !more.is_empty() {
        sections.push(report.section("more", more));
    }
    sections.extend(law::rights(report)?);
    Ok(sections)
}

fn header(report: &Report<'_>, wanted: &Wanted) -> Result<Header, Error> {
    let (telling, lang) = (&report.telling, wanted.lang);
    let desk = telling.desk;
    let person = store::persons::get(desk.db(), report.id)?.ok_or(Error::NoPerson(report.id))?;
    let name = person.content.full_name();
    let controller = controller(desk, lang)?;
    let office = controller.name.as_str();
    let title = match (wanted.kind, office.is_empty()) {
        (Kind::Access, false) => t!(lang, "report-title", office = office, name = name.as_str()),
        (Kind::Access, true) => t!(lang, "report-title-plain", name = name.as_str()),
        (Kind::Portable, _) => t!(lang, "report-title-portable", name = name.as_str()),
    };
    let head = journal::head(desk.db())?;
    let number = Id(desk.db().new_id());
    let fact = |key: &str, value: Value| fact(key, i18n::text(lang, &format!("report-fact-{key}")), value);
    let facts = vec![
        fact("number", Value::text(number.to_string())),
        fact("asked", telling.moment(desk.now())),
        fact("identity", Value::text(about::known_by(lang, &wanted.identity))),
        fact("language", Value::Item { key: lang.code().to_owned(), words: lang.own_name().to_owned() }),
        fact("journal", Value::text(journal::short_code(&head))),
    ];
    let home = person.content.addresses.first().map(|address| {
        let address = &address.value;
        let place = format!("{} {}", address.postcode, address.city);
        let country =
            if address.country.is_empty() { String::new() } else { i18n::country_name(lang, &address.country) };
        [address.street.clone(), place.trim().to_owned(), country]
    });
    Ok(Header {
        kind: wanted.kind,
        title,
        controller,
        country: settings::plain(desk, Plain::OfficeCountry)?,
        about: Party {
            label: t!(lang, "report-about"),
            name,
            address: home.into_iter().flatten().filter(|line| !line.is_empty()).collect(),
            contact: person.content.emails.first().map(|email| email.value.clone()).into_iter().collect(),
        },
        person: report.id,
        asked_at: desk.now(),
        language: lang.code().to_owned(),
        number,
        journal_head: journal::code(&head),
        facts,
    })
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn words(lang: Lang, kind: Kind) -> Words {
    Words {
        contents: t!(lang, "report-contents"),
        field: t!(lang, "report-field"),
        value: t!(lang, "report-value"),
        came_from: t!(lang, "report-came-from"),
        category: t!(lang, "report-category"),
        blacked_out: t!(lang, "report-blacked-out"),
        blacked_out_why: t!(lang, "report-ground-others-rights", article = protecting(kind)),
        nothing: t!(lang, "report-nothing"),
        page: t!(lang, "report-page", page = "{page}", pages = "{pages}"),
        code_points: t!(lang, "report-code-points", count = "{count}"),
    }
}

/// Returns the article by which a copy must not harm others.
fn protecting(kind: Kind) -> &'static str {
    match kind {
        Kind::Access => "15(4)",
        Kind::Portable => "20(4)",
    }
}

/// The key of the section that counts what was taken out.
pub const WITHHELD: &str = "withheld";

/// Returns the section that counts what was taken out; none where nothing was.
pub fn withheld(lang: Lang, kind: Kind, withheld: Withheld) -> Option<Section> {
    let mut points = Vec::new();
    if withheld.blacked_out > 0 {
        points.push(Text::from(t!(lang, "report-withheld", count = withheld.blacked_out, article = protecting(kind))));
    }
    if withheld.reworded > 0 {
        points.push(Text::from(t!(lang, "report-reworded", count = withheld.reworded)));
    }
    if withheld.files > 0 {
        points.push(Text::from(t!(lang, "report-files-left-out", count = withheld.files)));
    }
    if withheld.fields > 0 {
        points.push(Text::from(t!(lang, "report-fields-left-out", count = withheld.fields)));
    }
    let blocks: Vec<Block> = points.into_iter().map(Block::Paragraph).collect();
    (!blocks.is_empty()).then(|| Section {
        key: WITHHELD,
        title: t!(lang, "report-section-withheld"),
        introduction: Vec::new(),
        blocks,
    })
}

#[cfg(test)]
mod tests;
