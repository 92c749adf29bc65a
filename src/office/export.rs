//! What screens show, as files.

use std::path::Path;

use super::legal_basis::Overview;
use super::lists::Lists;
use super::{Desk, Error, journal, lists};
use crate::i18n::{self, Lang};
use crate::model::basis::{self, Entry};
use crate::model::wording::Wording;
use crate::model::{Moment, Zone, user};
use crate::store;
use crate::t;
use crate::transfer::xlsx::{CellOut, ColumnOut, Kind, TableOut, write_tables};

/// Writes what the legal-basis dialog shows to a workbook: what holds, and on a second sheet the whole ledger.
pub(super) fn legal_basis(desk: &Desk<'_>, overview: &Overview, path: &Path) -> Result<(), Error> {
    desk.require_outside(path)?;
    let lang = desk.lang();
    let wordings = store::wordings::all(desk.db())?;
    let users = store::users::all(desk.db())?;
    let words = Words { lang, lists: desk.lists()?, wordings: &wordings, users: &users };
    let content = &overview.person.content;
    let name = match content.company.as_str() {
        "" => content.full_name(),
        company => format!("{}, {company}", content.full_name()),
    };
    let titles = [
        t!(lang, "basis-export-title"),
        t!(lang, "basis-export-person", name = name),
        t!(lang, "basis-export-date", when = i18n::date(lang, desk.today())),
    ];
    let foot = [journal::head_words(desk)?];
    let now = overview.purposes.iter().map(|row| {
        let mut cells = vec![CellOut::Text(words.item(row.purpose))];
        match &row.current {
            Some(entry) => cells.extend(words.decision(entry)),
            None => cells.push(CellOut::Text(t!(lang, "basis-not-documented"))),
        }
        cells
    });
    let ledger = basis::history(&overview.ledger).into_iter().map(|row| {
        let mut cells = vec![CellOut::Text(words.item(row.entry.purpose))];
        cells.extend(words.decision(row.entry));
        let status = match (row.struck_by, row.holds) {
            (Some(by), _) if by.basis == basis::Basis::Void => {
                t!(lang, "basis-history-voided", when = words.time(by.at))
            }
            (Some(by), _) => t!(lang, "basis-history-corrected", when = words.time(by.at)),
            (None, true) => t!(lang, "basis-history-holds"),
            (None, false) => t!(lang, "basis-history-earlier"),
        };
        cells.push(CellOut::Text(status));
        cells
    });
    let columns = words.columns();
    let mut with_status = columns.clone();
    with_status.push(ColumnOut { heading: t!(lang, "basis-column-status"), kind: Kind::Text });
    let (sheet, history) = (t!(lang, "basis-export-sheet"), t!(lang, "basis-history"));
    let tables = [
        (TableOut { sheet: &sheet, titles: &titles, columns: &columns, foot: &foot }, now.collect()),
        (TableOut { sheet: &history, titles: &titles, columns: &with_status, foot: &foot }, ledger.collect()),
    ];
    Ok(write_tables(path, &tables)?)
}

/// Says what identities mean in the reader's language.
struct Words<'a> {
    lang: Lang,
    lists: &'a Lists,
    wordings: &'a [Wording],
    users: &'a [user::User],
}

impl Words<'_> {
    fn item(&self, id: crate::model::list::Id) -> String {
        self.lists.name(id, self.lang).to_owned()
    }

    fn time(&self, moment: Moment) -> String {
        i18n::date_time(self.lang, Zone::local().at(moment))
    }

    fn columns(&self) -> Vec<ColumnOut> {
        let lang = self.lang;
        [
            (t!(lang, "basis-column-purpose"), Kind::Text),
            (t!(lang, "basis-column-basis"), Kind::Text),
            (t!(lang, "basis-column-source"), Kind::Text),
            (t!(lang, "basis-column-updated"), Kind::DateTime),
            (t!(lang, "basis-column-by"), Kind::Text),
            (t!(lang, "basis-column-comment"), Kind::Text),
            (t!(lang, "field-condition"), Kind::Text),
            (t!(lang, "basis-column-wording"), Kind::Text),
            (t!(lang, "basis-column-evidence"), Kind::Text),
        ]
        .map(|(heading, kind)| ColumnOut { heading, kind })
        .to_vec()
    }

    /// Returns the cells of a decision, after its purpose.
    fn decision(&self, entry: &Entry) -> Vec<CellOut> {
        let lang = self.lang;
        let wording = entry.wording.and_then(|id| self.wordings.iter().find(|wording| wording.id == id));
        let by = self.users.iter().find(|user| user.id == entry.by).map_or_else(String::new, |user| {
            if user.name == user::FIRST { t!(lang, "user-me") } else { user.name.clone() }
        });
        vec![
            CellOut::Text(self.item(entry.item)),
            CellOut::Text(self.item(entry.source)),
            CellOut::DateTime(Zone::local().at(entry.at)),
            CellOut::Text(by),
            CellOut::Text(entry.comment.clone()),
            CellOut::Text(entry.condition.map_or_else(String::new, |condition| lists::condition_name(lang, condition))),
            CellOut::Text(wording.map_or_else(String::new, |wording| wording.text.clone())),
            CellOut::Text(if entry.evidence.is_some() { t!(lang, "yes") } else { t!(lang, "no") }),
        ]
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

    use calamine::{Data, Reader, Xlsx, open_workbook};

    use super::super::attached::Incoming;
    use super::super::tests::{named, office};
    use super::super::{journal, legal_basis, persons, wordings};
    use crate::model::basis::{Basis, Decision};
    use crate::model::condition::Condition;
    use crate::model::list;

    fn texts(range: &calamine::Range<Data>) -> Vec<String> {
        range
            .cells()
            .filter_map(|(_, _, cell)| if let Data::String(text) = cell { Some(text.clone()) } else { None })
            .collect()
    }

    #[test]
    fn the_workbook_says_what_the_dialog_shows() {
        let (dir, office) = office();
        let (path, proof) = (dir.path().join("out.xlsx"), dir.path().join("proof"));
        let (to, save_to) = (path.clone(), proof.clone());
        office
            .write(move |desk| {
                let first = Decision::new(list::SALES, Basis::Contract, list::SOURCE_USER);
                let person = persons::add(desk, named("Åse", "Ødegård"), Some(&first), list::SOURCE_USER)?;
                let wording = wordings::add(desk, list::MARKETING, "nb", "Ja takk")?;
                let mut yes = Decision::new(list::MARKETING, Basis::Consent, list::SOURCE_USER);
                yes.wording = Some(wording);
                yes.comment = "=1+1".into();
                yes.condition = Some(Condition::Explicit);
                let mail = Incoming::from_text("svar.txt", "Ja, gjerne");
                let consent = legal_basis::decide(desk, person.id, &yes, Some(&mail))?;
                let mut void = Decision::new(list::MARKETING, Basis::Void, list::SOURCE_USER);
                void.corrects = Some(consent.id);
                legal_basis::decide(desk, person.id, &void, None)?;
                legal_basis::save_evidence(desk, person.id, consent.evidence.unwrap(), &save_to)?;
                legal_basis::export(desk, person.id, &to)
            })
            .wait()
            .unwrap();
        let mut book: Xlsx<_> = open_workbook(&path).unwrap();
        assert_eq!(book.sheet_names(), ["Rettslig grunnlag", "Historikk"]);
        let now = book.worksheet_range("Rettslig grunnlag").unwrap();
        let words = texts(&now);
        for wanted in ["Person: Åse Ødegård", "Salg og kundeservice", "Inngått avtale", "Ikke dokumentert"] {
            assert!(words.iter().any(|text| text == wanted), "{wanted} in {words:?}");
        }
        assert_eq!(now.cells().filter(|(_, _, cell)| matches!(cell, Data::DateTime(_))).count(), 1, "a real date");
        let history = texts(&book.worksheet_range("Historikk").unwrap());
        for wanted in ["=1+1", "Ja takk", "(a) Uttrykkelig samtykke", "Feilført", "Gjelder nå"] {
            assert!(history.iter().any(|text| text == wanted), "{wanted} in {history:?}");
        }
        let end = office.read(|desk| journal::head_words(desk)).wait().unwrap();
        assert_eq!(
            (words.last(), history.last()),
            (Some(&end), Some(&end)),
            "the entry about the export is vouched for"
        );
        assert_eq!(std::fs::read_to_string(&proof).unwrap(), "Ja, gjerne");
        #[cfg(unix)]
        for file in [&path, &proof] {
            let mode = std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(file).unwrap().permissions());
            assert_eq!(mode & 0o777, 0o600);
        }
        office.close();
    }
}
