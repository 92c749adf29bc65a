//! Reports about several people at once: one folder each, and each whole before the next is begun.
//!
//! Every report is a transaction of its own, so that saving a card waits for one report and not for all, and stopping
//! leaves those that are done, with their files, their manifests and their rows in the register, and nothing half.

use std::path::PathBuf;
use std::sync::Arc;

use super::handing::{HandOut, Written, file_name};
use super::others::Directory;
use super::{Wanted, allow, draft_among, hand_out, language_of, portable, settled_with};
use crate::i18n::Lang;
use crate::model::criteria::Of;
use crate::model::person;
use crate::model::report::{Choice, Format, Kind};
use crate::model::user::Right;
use crate::office::subject::{self, Subject};
use crate::office::{Desk, Error, Office, Progress, Rule};
use crate::{store, t};

/// What is wanted for several people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Several {
    /// About whom.
    pub who: Subject,
    /// What is handed out.
    pub kind: Kind,
    /// The language; none for each person's own, and else this one's.
    pub lang: Option<Lang>,
    /// The language for whoever has none noted.
    pub otherwise: Lang,
    /// The folder in which each gets a folder of their own.
    pub folder: PathBuf,
    /// The formats; none for all that there are.
    pub formats: Vec<Format>,
    /// How those who asked are known to be the persons; may be empty.
    pub identity: String,
    /// Whether a letter goes with each.
    pub letter: bool,
    /// Whether copies of the files of the cards go along.
    pub files: bool,
    /// Whether those who work here go by their names.
    pub names_staff: bool,
    /// Whether passages about others stay; else they are blacked out.
    pub keeps_others: bool,
}

/// Somebody who gets no report now, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldBack {
    /// Who.
    pub person: person::Id,
    /// Their name.
    pub name: String,
    /// Why.
    pub why: Why,
}

/// Why somebody gets no report together with others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The processing of their data is restricted (art. 18): they are asked about one by one.
    Restricted,
    /// They lie in the trash.
    InTrash,
    /// Nothing about them can be taken elsewhere (art. 20).
    NothingPortable,
}

impl Why {
    /// Returns its key.
    pub fn key(self) -> &'static str {
        match self {
            Self::Restricted => "restricted",
            Self::InTrash => "in-trash",
            Self::NothingPortable => "nothing-portable",
        }
    }

    /// Returns it in words.
    pub fn words(self, lang: Lang) -> String {
        match self {
            Self::Restricted => t!(lang, "report-held-restricted"),
            Self::InTrash => t!(lang, "report-held-in-trash"),
            Self::NothingPortable => t!(lang, "report-held-nothing-portable"),
        }
    }

    /// Returns what refused it; the error itself where it is none of these.
    fn of(error: Error) -> Result<Self, Error> {
        let Error::Refused(rule) = error else { return Err(error) };
        if rule == Rule::Restricted {
            Ok(Self::Restricted)
        } else if rule == Rule::InTrash {
            Ok(Self::InTrash)
        } else if rule == Rule::NothingPortable {
            Ok(Self::NothingPortable)
        } else {
            Err(Error::Refused(rule))
        }
    }
}

/// Who would get a report.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// What the selection is called; empty where records were picked.
    pub name: String,
    /// Who gets one, with their names.
    pub persons: Vec<(person::Id, String)>,
    /// Who gets none.
    pub held: Vec<HeldBack>,
}

/// What was made.
#[derive(Debug)]
pub struct Made {
    /// Each report with the name of whom it is about, in the order in which they were made.
    pub written: Vec<(String, Written)>,
    /// Who got none.
    pub held: Vec<HeldBack>,
    /// How many were still to be made when it was stopped.
    pub left: usize,
    /// Why it was stopped, where nobody asked for it.
    pub failed: Option<Error>,
}

/// Says who would get a report, and who is held back.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NoSuch`] for a selection of companies; those of [`subject::resolve`].
pub fn plan_several(desk: &Desk<'_>, who: &Subject, kind: Kind) -> Result<Plan, Error> {
    desk.require(Right::Report)?;
    let whom = subject::resolve(desk, who)?;
    if whom.of != Of::Persons {
        return Err(Error::NoSuch("selection of persons"));
    }
    let mut held: Vec<(person::Id, Why)> = whom.held.iter().map(|id| (*id, Why::Restricted)).collect();
    held.extend(whom.in_trash.iter().map(|id| (person::Id(*id), Why::InTrash)));
    let mut ready = Vec::new();
    for id in whom.persons() {
        match allow(desk, id).and_then(|()| if kind == Kind::Portable { portable::allow(desk, id) } else { Ok(()) }) {
            Ok(()) => ready.push(id),
            Err(error) => held.push((id, Why::of(error)?)),
        }
    }
    let name = |id: person::Id| Ok::<_, Error>(store::persons::name(desk.db(), id)?.unwrap_or_default());
    let mut plan = Plan { name: whom.name, ..Plan::default() };
    for id in ready {
        plan.persons.push((id, name(id)?));
    }
    for (person, why) in held {
        plan.held.push(HeldBack { person, name: name(person)?, why });
    }
    Ok(plan)
}

/// Writes the reports. Waits for threads of the vault, so windows call it beside the one that draws.
///
/// Stopping and failing leave what is done: what it was is in what is returned.
///
/// # Errors
/// Those of [`plan_several`]; and of the first report, where not even that could be made.
pub fn hand_out_several(office: &Office, wanted: &Several, progress: &Progress) -> Result<Made, Error> {
    let (who, kind) = (wanted.who.clone(), wanted.kind);
    let Plan { persons, held, .. } = office.read(move |desk| plan_several(desk, &who, kind)).wait()?;
    let total = persons.len();
    let everybody = Arc::new(office.read(|desk| Directory::read(desk)).wait()?);
    let mut made = Made { written: Vec::new(), held, left: 0, failed: None };
    for (done, (person, name)) in persons.into_iter().enumerate() {
        if progress.at(done as u64, total as u64).is_err() {
            made.left = total - done;
            return Ok(made);
        }
        let (theirs, everybody) = (wanted.clone(), Arc::clone(&everybody));
        let failed = match office.write(move |desk| one(desk, person, &theirs, &everybody)).wait() {
            Ok(written) => {
                made.written.push((name, written));
                continue;
            }
            Err(Error::NoPerson(_)) => continue,
            Err(error) => Why::of(error),
        };
        match failed {
            // What came up since it was planned.
            Ok(why) => made.held.push(HeldBack { person, name, why }),
            Err(error) if made.written.is_empty() => return Err(error),
            Err(error) => {
                (made.left, made.failed) = (total - done, Some(error));
                return Ok(made);
            }
        }
    }
    // Whoever stops now gets what is done all the same.
    let _ = progress.at(total as u64, total as u64);
    Ok(made)
}

/// Writes the report about one of them.
fn one(desk: &mut Desk<'_>, id: person::Id, wanted: &Several, everybody: &Directory) -> Result<Written, Error> {
    // Of several at once, who was restricted meanwhile waits: they are asked about one by one.
    desk.require_unrestricted(id)?;
    let lang = wanted.lang.or(language_of(desk, id)?).unwrap_or(wanted.otherwise);
    let identity = wanted.identity.clone();
    let theirs = Wanted { kind: wanted.kind, lang, identity: identity.clone(), names_staff: wanted.names_staff };
    let draft = draft_among(desk, id, &theirs, Some(everybody))?;
    let choose = if wanted.keeps_others { Choice::Keep } else { Choice::BlackOut };
    let document =
        settled_with(&draft, |_, _| choose.clone(), |file| wanted.files && (wanted.keeps_others || !file.names_others));
    // A folder of its own: the files of two reports never get mixed up, and its name says nothing of the person.
    let name = file_name(wanted.kind, document.header.number, Format::Json);
    let folder = wanted.folder.join(PathBuf::from(name).with_extension(""));
    let out =
        HandOut { folder, formats: wanted.formats.clone(), identity, letter: wanted.letter, ..HandOut::default() };
    hand_out(desk, &document, &out)
}
