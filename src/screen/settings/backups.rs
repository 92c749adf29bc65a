//! The backups: which there are, one more now, and where they are kept.
//!
//! What is done most, each one click: back up now; see when the last one was made; restore one of those listed.

use std::path::PathBuf;

use iced::widget::{Column, Row, column, container, row};
use iced::{Alignment, Length, Task};

use crate::i18n::{self, Lang};
use crate::model::change::Changes;
use crate::model::user::Right;
use crate::office::backup::{self, ENDING, Kept, LONGEST_DAYS, Reason};
use crate::office::problem::Problem;
use crate::office::{Error, Office, aside};
use crate::screen::{Action, Scene, Step};
use crate::t;
use crate::theme::measure::{MEDIUM, SMALL, TINY};
use crate::theme::{Element, Icon, Tone};
use crate::widget::banner::banner;
use crate::widget::{button, surface, text};

/// The section.
#[derive(Debug, Default)]
pub struct State {
    known: Option<backup::State>,
    is_busy: bool,
}

/// What happens in the section.
#[derive(Debug, Clone)]
pub enum Message {
    /// What there is was read, or not.
    Read(Result<backup::State, Problem>),
    /// Makes a backup.
    Make,
    /// Asks where to save one that is kept for itself.
    Elsewhere,
    /// Makes one there.
    MakeFile(PathBuf),
    /// It was made, or not.
    Made(Result<(), Problem>),
    /// Asks for the folder they are kept in.
    Choose,
    /// Keeps them in this folder, or in the card file's own.
    Keep(Option<PathBuf>),
    /// That was noted, or not.
    Chosen(Result<(), Problem>),
    /// Shows the folder.
    Open,
    /// Asks for a backup that lies elsewhere, to restore it.
    PickToRestore,
    /// Restores a backup into another place.
    Restore(PathBuf),
}

impl State {
    /// Opens the section.
    pub fn new(scene: &Scene) -> (Self, Task<Message>) {
        (Self::default(), read(scene))
    }

    /// Reads anew what a committed write may have changed.
    pub fn changed(&mut self, changes: &Changes, scene: &Scene) -> Step<Message> {
        if changes.settings && !self.is_busy { Step::task(read(scene)) } else { Step::none() }
    }

    /// Does what a message asks.
    pub fn update(&mut self, message: Message, scene: &Scene) -> Step<Message> {
        let lang = scene.lang;
        match message {
            Message::Read(Ok(state)) => self.known = Some(state),
            // What cannot be read is said by those who look after the card file.
            Message::Read(Err(_)) => {}
            Message::Make => return self.make(scene, |office| backup::make(office, Reason::OnRequest)),
            Message::Elsewhere => {
                let day = crate::model::Moment::now().local_date();
                return Step::ask(Action::SaveFile {
                    title: t!(lang, "backup-elsewhere-title"),
                    suggested: format!("kartotek-{day}.{ENDING}"),
                    then: Box::new(Message::MakeFile),
                });
            }
            Message::MakeFile(path) => return self.make(scene, move |office| backup::make_file(office, &path)),
            Message::Made(made) => {
                self.is_busy = false;
                let said = match made {
                    Ok(()) => Action::Toast(t!(lang, "backup-made")),
                    Err(problem) => Action::Problem(problem),
                };
                return Step::task(read(scene)).and(said);
            }
            Message::Choose => {
                return Step::ask(Action::PickFolder {
                    title: t!(lang, "backup-folder-title"),
                    then: Box::new(|folder| Message::Keep(Some(folder))),
                });
            }
            Message::Keep(folder) => {
                let set = scene.office.write(move |desk| backup::set_folder(desk, folder.as_deref()));
                return Step::task(Task::perform(set, move |set| {
                    Message::Chosen(set.map_err(|error| Problem::new(&error, lang)))
                }));
            }
            Message::Chosen(Ok(())) => return Step::task(read(scene)),
            Message::Chosen(Err(problem)) => return Step::ask(Action::Problem(problem)),
            Message::PickToRestore => {
                return Step::ask(Action::PickFile {
                    title: t!(lang, "restore-pick-title"),
                    kinds: vec![(t!(lang, "restore-kind"), vec![ENDING])],
                    then: Box::new(Message::Restore),
                });
            }
            Message::Restore(backup) => return Step::ask(Action::Restore(backup)),
            Message::Open => {
                if let Some(state) = &self.known {
                    return Step::ask(Action::OpenOutside(state.folder.to_string_lossy().into_owned()));
                }
            }
        }
        Step::none()
    }

    fn make(
        &mut self,
        scene: &Scene,
        work: impl FnOnce(&Office) -> Result<Kept, Error> + Send + 'static,
    ) -> Step<Message> {
        if self.is_busy {
            return Step::none();
        }
        self.is_busy = true;
        let (office, lang) = (scene.office.clone(), scene.lang);
        Step::task(Task::perform(aside(move || work(&office)), move |made| {
            Message::Made(made.map(|_| ()).map_err(|error| Problem::new(&error, lang)))
        }))
    }

    /// Shows the section.
    pub fn view<'a>(&'a self, scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let now = button::main(t!(lang, "backup-now")).icon(Icon::Save);
        let may = scene.office.user().may(Right::Settings) && !self.is_busy;
        let now = now.on_press_maybe(may.then_some(Message::Make));
        let words = t!(
            lang,
            "backup-text",
            days = self.known.as_ref().map_or(backup::SHIPPED_DAYS, |state| state.days),
            longest = LONGEST_DAYS
        );
        let content = self.known.as_ref().map(|state| known(state, scene));
        let content = column![text::caption(words)].push(content).spacing(MEDIUM);
        surface::section(t!(lang, "backup-title"), Some(now.into()), content)
    }
}

fn known<'a>(state: &'a backup::State, scene: &'a Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let failed = state.failed.map(|_| {
        let last = match state.last {
            Some(at) => t!(lang, "upkeep-backup-last", date = scene.time(at)),
            None => t!(lang, "upkeep-backup-none"),
        };
        banner(Tone::Attention, t!(lang, "upkeep-backup"), Some(last), vec![])
    });
    let list: Element<'a, Message> = if state.backups.is_empty() {
        text::body(t!(lang, "backup-empty")).into()
    } else {
        let rows = state.backups.iter().map(|kept| line(kept, scene));
        Column::with_children(rows).spacing(SMALL).into()
    };
    column![].push(failed).push(surface::card(list)).push(place(state, scene)).spacing(MEDIUM).into()
}

fn line<'a>(kept: &'a Kept, scene: &'a Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let manifest = &kept.manifest;
    let restore = button::link(t!(lang, "restore-row")).small().on_press(Message::Restore(kept.path.clone()));
    let cell = |words: String, part: u16| container(text::body(words)).width(Length::FillPortion(part));
    row![
        container(text::strong(scene.time(manifest.made_at))).width(Length::FillPortion(4)),
        cell(reason(lang, manifest.reason), 4),
        cell(t!(lang, "backup-persons", count = manifest.persons), 3),
        container(text::body(i18n::file_size(lang, kept.size))).width(Length::FillPortion(2)).align_x(Alignment::End),
        Element::from(restore),
    ]
    .spacing(MEDIUM)
    .align_y(Alignment::Center)
    .into()
}

fn place<'a>(state: &'a backup::State, scene: &'a Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let may = scene.office.user().may(Right::Settings);
    let open = button::plain(t!(lang, "settings-open-folder")).icon(Icon::FolderOpen).on_press(Message::Open);
    let choose = button::plain(t!(lang, "choose-folder")).on_press_maybe(may.then_some(Message::Choose));
    let elsewhere = button::plain(t!(lang, "backup-elsewhere")).icon(Icon::Download);
    let elsewhere = elsewhere.on_press_maybe(may.then_some(Message::Elsewhere));
    let other = button::plain(t!(lang, "restore-elsewhere")).icon(Icon::Restore).on_press(Message::PickToRestore);
    let usual = (state.chosen && may)
        .then(|| Element::from(button::link(t!(lang, "backup-folder-usual")).on_press(Message::Keep(None))));
    let hint = if state.chosen { t!(lang, "backup-folder-chosen") } else { t!(lang, "backup-folder-hint") };
    column![
        text::strong(t!(lang, "backup-folder")),
        text::body(state.folder.to_string_lossy().into_owned()),
        text::caption(hint),
        Row::new().push(open).push(choose).push(elsewhere).push(other).push(usual).spacing(SMALL).wrap(),
    ]
    .spacing(TINY + 2.0)
    .into()
}

fn reason(lang: Lang, reason: Reason) -> String {
    i18n::text(lang, &format!("backup-reason-{}", reason.key()))
}

fn read(scene: &Scene) -> Task<Message> {
    let (office, lang) = (scene.office.clone(), scene.lang);
    Task::perform(aside(move || backup::state(&office)), move |read| {
        Message::Read(read.map_err(|error| Problem::new(&error, lang)))
    })
}
