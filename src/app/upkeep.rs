//! What goes on by itself while a card file is open: it is looked through after opening, and backed up once a day as
//! soon as nobody works for a minute. What was found is said at the top of the window until it is put away.

use std::collections::HashSet;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use iced::widget::Column;
use iced::{Subscription, Task};

use crate::i18n::Lang;
use crate::model::Moment;
use crate::model::change::Changes;
use crate::office::backup::{self, Reason, State};
use crate::office::check::Finding;
use crate::office::inspection::{self, Report};
use crate::office::journal::{Departure, Verdict};
use crate::office::problem::{Kind, Problem};
use crate::office::{Error, Office, aside, erasure};
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::SMALL;
use crate::theme::{Element, Tone};
use crate::vault::Notice;
use crate::widget::banner::banner;
use crate::widget::button;

/// How long nobody has worked when the backup of the day is made.
const IDLE: Duration = Duration::from_secs(60);

/// What is known, and what of it was put away.
pub struct Upkeep {
    notices: Vec<Notice>,
    journal: Option<Verdict>,
    is_damaged: bool,
    /// What is wrong with attachments.
    attachments: Vec<Finding>,
    backups: Option<State>,
    /// Why the last backup that was tried here could not be made.
    why: Option<String>,
    /// The day on which that was.
    failed_on: Option<NaiveDate>,
    put_away: HashSet<Word>,
    is_backing_up: bool,
    /// When somebody last did something.
    worked: Instant,
}

/// What is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Word {
    /// The file is damaged.
    Damage,
    /// Attachments are damaged or missing.
    Attachments,
    /// The journal is not as it was.
    Journal,
    /// What tells where the journal ended is missing.
    JournalNote,
    /// No backup could be made.
    Backup,
    /// The file of keys was restored from its copy.
    Keys,
    /// The card file has a newer form.
    Migrated,
}

/// What happens.
#[derive(Debug, Clone)]
pub enum Message {
    /// The card file was looked through, or could not be.
    Looked(Box<Result<Report, Problem>>),
    /// What there is of backups was read, or not.
    Read(Result<State, Problem>),
    /// A minute has passed.
    Minute(Instant),
    /// Makes a backup now.
    BackUp,
    /// It was made, or not.
    BackedUp(Result<(), Problem>),
    /// Puts something away that was said.
    PutAway(Word),
    /// To the journal.
    Journal,
}

impl Upkeep {
    /// Begins to look through the card file.
    pub fn new(office: &Office) -> (Self, Task<Message>) {
        let upkeep = Self {
            notices: office.notices(),
            journal: office.journal_at_unlock().cloned(),
            is_damaged: false,
            attachments: Vec::new(),
            backups: None,
            why: None,
            failed_on: None,
            put_away: HashSet::new(),
            is_backing_up: false,
            worked: Instant::now(),
        };
        let office = office.clone();
        let lang = office.lang();
        let look = move || {
            // What an erasure left undone: the program ended, or the disk was full. `check` tells as long as it is.
            if let Err(error) = erasure::finish(&office) {
                tracing::warn!(%error, "an erasure was not finished");
            }
            inspection::run(&office)
        };
        let looked = Task::perform(aside(look), move |looked| {
            Message::Looked(Box::new(looked.map_err(|error| Problem::new(&error, lang))))
        });
        (upkeep, looked)
    }

    /// Notes that somebody is at work.
    pub fn work(&mut self) {
        self.worked = Instant::now();
    }

    /// Returns what comes by itself while time passes.
    pub fn subscription(&self) -> Subscription<Message> {
        iced::time::every(IDLE).map(Message::Minute)
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Task<Message> {
        match message {
            Message::Looked(looked) => match *looked {
                Ok(report) => {
                    self.is_damaged = !report.damage.is_empty();
                    self.attachments = report.attachments;
                    self.journal = (!report.journal.is_intact()).then_some(report.journal);
                    self.backups = Some(report.backups);
                }
                Err(problem) => self.is_damaged |= problem.kind == Kind::Damaged,
            },
            Message::Read(Ok(state)) => {
                if state.failed.is_none() {
                    self.put_away.remove(&Word::Backup);
                    (self.why, self.failed_on) = (None, None);
                }
                self.backups = Some(state);
            }
            Message::Read(Err(_)) | Message::Journal => {}
            Message::Minute(now) => {
                let is_idle = now.saturating_duration_since(self.worked) >= IDLE;
                if is_idle && self.is_due(Moment::now()) {
                    return self.back_up(Reason::Daily, scene);
                }
            }
            // The one of the day is tried again, which takes no right.
            Message::BackUp => return self.back_up(Reason::Daily, scene),
            Message::BackedUp(made) => {
                self.is_backing_up = false;
                if let Err(problem) = made {
                    (self.why, self.failed_on) = (Some(problem.message), Some(Moment::now().local_date()));
                    self.put_away.remove(&Word::Backup);
                }
                return read(scene);
            }
            Message::PutAway(word) => _ = self.put_away.insert(word),
        }
        Task::none()
    }

    /// Reads anew what a committed write may have changed.
    pub fn changed(&self, changes: &Changes, scene: &Scene) -> Task<Message> {
        if changes.settings && !self.is_backing_up { read(scene) } else { Task::none() }
    }

    /// Answers whether the backup of the day is to be made by itself.
    fn is_due(&self, now: Moment) -> bool {
        // A failure is tried again only when somebody asks, or the next day: the card file would never rest.
        let failed_today = self.failed_on == Some(now.local_date());
        !failed_today && self.backups.as_ref().is_some_and(|backups| backups.is_due(now))
    }

    fn back_up(&mut self, reason: Reason, scene: &Scene) -> Task<Message> {
        // A damaged file would only fill the place of a good backup.
        if self.is_backing_up || self.is_damaged {
            return Task::none();
        }
        self.is_backing_up = true;
        let (office, lang) = (scene.office.clone(), scene.lang);
        Task::perform(aside(move || backup::make(&office, reason)), move |made| {
            Message::BackedUp(made.map(|_| ()).map_err(|error| Problem::new(&error, lang)))
        })
    }

    /// Shows what is to be said, the gravest first; nothing where there is nothing.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> Option<Element<'a, Message>> {
        let said = [
            (Word::Damage, self.damage(scene.lang)),
            (Word::Attachments, self.attachments(scene.lang)),
            (Word::Journal, self.journal(scene.lang)),
            (Word::JournalNote, self.journal_note(scene.lang)),
            (Word::Backup, self.backup(scene)),
            (Word::Keys, self.keys(scene.lang)),
            (Word::Migrated, self.migrated(scene.lang)),
        ];
        let said: Vec<_> = said
            .into_iter()
            .filter(|(word, _)| !self.put_away.contains(word))
            .filter_map(|(word, said)| said.map(|said| said.view(word, scene.lang)))
            .collect();
        (!said.is_empty()).then(|| Column::with_children(said).spacing(SMALL).padding(SMALL).into())
    }

    fn damage(&self, lang: Lang) -> Option<Said> {
        self.is_damaged.then(|| Said {
            tone: Tone::Danger,
            headline: t!(lang, "upkeep-damage"),
            sentence: t!(lang, "upkeep-damage-text"),
            button: None,
        })
    }

    fn attachments(&self, lang: Lang) -> Option<Said> {
        let words = self.attachments.iter().map(|finding| finding.words(lang)).collect::<Vec<_>>().join(" ");
        (!words.is_empty()).then(|| Said {
            tone: Tone::Danger,
            headline: t!(lang, "upkeep-attachments"),
            sentence: words,
            button: None,
        })
    }

    fn journal(&self, lang: Lang) -> Option<Said> {
        let verdict = self.journal.as_ref()?;
        Some(Said {
            tone: Tone::Danger,
            headline: t!(lang, "upkeep-journal"),
            sentence: faulty(verdict, lang)?,
            button: Some((t!(lang, "upkeep-journal-look"), Message::Journal)),
        })
    }

    fn journal_note(&self, lang: Lang) -> Option<Said> {
        self.notices.contains(&Notice::HeadMissing).then(|| Said {
            tone: Tone::Attention,
            headline: t!(lang, "upkeep-journal-note"),
            sentence: t!(lang, "check-journal-note-missing"),
            button: Some((t!(lang, "upkeep-journal-look"), Message::Journal)),
        })
    }

    fn backup(&self, scene: &Scene) -> Option<Said> {
        let lang = scene.lang;
        let state = self.backups.as_ref().filter(|backups| backups.failed.is_some())?;
        let last = match state.last {
            Some(at) => t!(lang, "upkeep-backup-last", date = scene.time(at)),
            None => t!(lang, "upkeep-backup-none"),
        };
        let sentence = [Some(last), self.why.clone()].into_iter().flatten().collect::<Vec<_>>().join(" ");
        let again = (!self.is_backing_up).then_some((t!(lang, "upkeep-backup-again"), Message::BackUp));
        Some(Said { tone: Tone::Attention, headline: t!(lang, "upkeep-backup"), sentence, button: again })
    }

    fn keys(&self, lang: Lang) -> Option<Said> {
        self.notices.contains(&Notice::KeysRestored).then(|| Said {
            tone: Tone::Attention,
            headline: t!(lang, "upkeep-keys"),
            sentence: t!(lang, "upkeep-keys-text"),
            button: None,
        })
    }

    fn migrated(&self, lang: Lang) -> Option<Said> {
        let is_migrated = self.notices.iter().any(|notice| matches!(notice, Notice::Migrated { .. }));
        is_migrated.then(|| Said {
            tone: Tone::Good,
            headline: t!(lang, "upkeep-migrated"),
            sentence: t!(lang, "upkeep-migrated-text"),
            button: None,
        })
    }
}

/// One thing that is said.
struct Said {
    tone: Tone,
    headline: String,
    sentence: String,
    button: Option<(String, Message)>,
}

impl Said {
    fn view<'a>(self, word: Word, lang: Lang) -> Element<'a, Message> {
        let mut buttons: Vec<Element<'a, Message>> = Vec::new();
        if let Some((label, message)) = self.button {
            buttons.push(button::plain(label).on_press(message).into());
        }
        buttons.push(button::plain(t!(lang, "close")).on_press(Message::PutAway(word)).into());
        banner(self.tone, self.headline, Some(self.sentence), buttons)
    }
}

/// Returns what is wrong with a journal, in words.
fn faulty(verdict: &Verdict, lang: Lang) -> Option<String> {
    Some(match (verdict.broken_at, verdict.departs) {
        (Some(entry), _) => t!(lang, "check-journal", entry = entry),
        (None, Some(Departure::Shorter { noted })) => t!(lang, "check-journal-shorter", noted = noted),
        (None, Some(Departure::Other { noted })) => t!(lang, "check-journal-other", noted = noted),
        (None, None) => return None,
    })
}

fn read(scene: &Scene) -> Task<Message> {
    let (office, lang) = (scene.office.clone(), scene.lang);
    Task::perform(aside(move || backup::state(&office)), move |read| {
        Message::Read(read.map_err(|error: Error| Problem::new(&error, lang)))
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::vault::Passphrase;

    /// A day, in milliseconds.
    const DAY: i64 = 86_400_000;

    #[test]
    fn a_backup_that_failed_is_tried_again_the_next_day() {
        let folder = tempfile::tempdir().unwrap();
        let passphrase = Passphrase::new("correct horse battery staple");
        let (office, _) = Office::create(&folder.path().join("vault"), &passphrase, Lang::En).unwrap();
        let (mut upkeep, _) = Upkeep::new(&office);
        upkeep.backups = Some(backup::state(&office).unwrap());
        let now = Moment::now();
        assert!(upkeep.is_due(now));
        (upkeep.why, upkeep.failed_on) = (Some("The drive is gone.".into()), Some(now.local_date()));
        assert!(!upkeep.is_due(now), "tried again on the same day");
        assert!(upkeep.is_due(Moment(now.0 + DAY)), "not tried again on the next day");
    }
}
