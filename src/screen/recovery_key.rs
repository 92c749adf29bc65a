//! The recovery key is shown this once: copy it, save it, print it, and type some of it back.

use std::io::Write;
use std::path::{Path, PathBuf};

use iced::widget::{Column, Row, column, container, row};
use iced::{Alignment, Length, Task};

use super::{Page, Step};
use crate::i18n::Lang;
use crate::office::problem::Problem;
use crate::office::{self, Error, Office, setup};
use crate::screen::Action;
use crate::t;
use crate::theme::measure::{HUGE, LARGE, MEDIUM, SMALL, TINY};
use crate::theme::{Element, Icon, font, style};
use crate::vault::{Proof, RecoveryKey};
use crate::widget::field::{complaint, field, text_field};
use crate::widget::{button, text};

const GROUPS: usize = 9;
const ASKED: usize = 4;
/// The ids of the fields for the groups that are asked for.
const FIELDS: [&str; ASKED] = ["recovery-1", "recovery-2", "recovery-3", "recovery-4"];

/// The key, and what was typed of it.
pub struct State {
    key: RecoveryKey,
    /// What shows that the key may take the place of another; none where it is the card file's already.
    replaces: Option<Proof>,
    /// Which groups are to be typed, counted from 0, in order; none while the key is shown.
    asked: Option<[usize; ASKED]>,
    typed: [String; ASKED],
    /// The group that is not as it was shown, counted from 0.
    wrong: Option<usize>,
    busy: bool,
}

/// What happens to the key.
#[derive(Clone)]
pub enum Message {
    /// Puts it on the clipboard.
    Copy,
    /// Asks where to save it.
    Save,
    /// Saves it.
    SaveTo(PathBuf),
    /// It was saved, or not.
    Saved(Result<(), Problem>),
    /// It is written down.
    Written,
    /// Shows it again.
    Show,
    /// A group was typed.
    Typed(usize, String),
    /// Enter in a field: on to the next one.
    Next(usize),
    /// Compares what was typed.
    Check,
    /// Leaves typing for later; a key that was to take the place of another does not.
    Later,
    /// What was noted in the card file.
    Noted(Result<(), Problem>),
}

impl State {
    /// Shows the key of a new card file.
    pub fn new(key: RecoveryKey) -> Self {
        Self { key, replaces: None, asked: None, typed: Default::default(), wrong: None, busy: false }
    }

    /// Shows a key that takes the place of another as soon as it has been typed back.
    pub fn replacing(key: RecoveryKey, proof: Proof) -> Self {
        Self { replaces: Some(proof), ..Self::new(key) }
    }

    /// Answers whether the key is shown, and nobody has said yet that it is written down.
    pub fn is_shown(&self) -> bool {
        self.asked.is_none()
    }

    fn groups(&self) -> Vec<String> {
        self.key.to_string().split('-').map(str::to_owned).collect()
    }

    /// Does what a message asks, and answers whether this is done.
    pub fn update(&mut self, message: Message, office: &Office, lang: Lang) -> (Step<Message>, bool) {
        let step = match message {
            Message::Copy => Step::ask(Action::Copy(self.key.to_string())).and(Action::Toast(t!(
                lang,
                "toast-copied",
                what = t!(lang, "create-recovery-key")
            ))),
            Message::Save => Step::ask(Action::SaveFile {
                title: t!(lang, "create-recovery-file-title"),
                suggested: "kartotek-recovery-key.txt".to_owned(),
                then: Box::new(Message::SaveTo),
            }),
            Message::SaveTo(path) => {
                let sheet = sheet(&self.key, lang);
                let saved = office::aside(move || {
                    write_private(&path, &sheet).map_err(|source| Error::File { path: path.clone(), source })
                });
                Step::task(Task::perform(saved, move |saved| {
                    Message::Saved(saved.map_err(|error| Problem::new(&error, lang)))
                }))
            }
            Message::Saved(Ok(())) => Step::ask(Action::Toast(t!(lang, "create-recovery-saved"))),
            Message::Saved(Err(problem)) => Step::ask(Action::Problem(problem)),
            Message::Written => {
                self.asked = Some(some_groups());
                self.typed = Default::default();
                self.wrong = None;
                Step::task(iced::widget::operation::focus(FIELDS[0]))
            }
            Message::Show => {
                self.asked = None;
                Step::none()
            }
            Message::Typed(field, typed) => {
                if let Some(place) = self.typed.get_mut(field) {
                    *place = typed;
                }
                self.wrong = None;
                Step::none()
            }
            Message::Next(field) => match FIELDS.get(field + 1) {
                Some(next) => Step::task(iced::widget::operation::focus(*next)),
                None => return self.update(Message::Check, office, lang),
            },
            Message::Check => self.check(office, lang),
            Message::Later => return (Step::none(), true),
            Message::Noted(Ok(())) => return (Step::none(), true),
            Message::Noted(Err(problem)) => {
                self.busy = false;
                Step::ask(Action::Problem(problem))
            }
        };
        (step, false)
    }

    fn check(&mut self, office: &Office, lang: Lang) -> Step<Message> {
        let Some(asked) = self.asked.filter(|_| !self.busy) else {
            return Step::none();
        };
        let groups = self.groups();
        let differs =
            |field: &usize| groups.get(asked[*field]).is_none_or(|group| *group != as_shown(&self.typed[*field]));
        if let Some(field) = (0..ASKED).find(differs) {
            self.wrong = Some(asked[field]);
            return Step::task(iced::widget::operation::focus(FIELDS[field]));
        }
        self.busy = true;
        let noted = match &self.replaces {
            Some(proof) => office.set_recovery_key(proof.clone(), self.key.clone()),
            None => office.write(setup::confirm_recovery),
        };
        Step::task(Task::perform(noted, move |noted| Message::Noted(noted.map_err(|error| Problem::new(&error, lang)))))
    }

    /// Goes from typing back to the key, and answers whether there was a way back.
    pub fn back(&mut self) -> bool {
        self.asked.take().is_some()
    }

    /// Shows the key, or the fields to type it into.
    pub fn view(&self, lang: Lang) -> Element<'_, Message> {
        match self.asked {
            None => self.show(lang),
            Some(asked) => self.ask(asked, lang),
        }
    }

    fn show(&self, lang: Lang) -> Element<'_, Message> {
        let groups = self.groups();
        let rows = groups.chunks(3).enumerate().map(|(line, groups)| {
            let cells = groups.iter().enumerate().map(|(column, group)| {
                let number = text::caption((line * 3 + column + 1).to_string()).width(16);
                let group = text::name(group.clone()).font(font::SEMIBOLD);
                row![number, group].spacing(SMALL).align_y(Alignment::Center).width(Length::Fill).into()
            });
            Row::with_children(cells).spacing(MEDIUM).into()
        });
        let key = container(Column::with_children(rows).spacing(MEDIUM))
            .padding([LARGE, HUGE])
            .width(Length::Fill)
            .style(style::tinted(crate::theme::Tone::Accent, 8.0));
        let tools = row![
            button::plain(t!(lang, "create-recovery-copy")).icon(Icon::Copy).on_press(Message::Copy),
            button::plain(t!(lang, "create-recovery-save")).icon(Icon::Save).on_press(Message::Save),
        ]
        .spacing(SMALL);
        let replaces = self.replaces.is_some().then(|| text::body(t!(lang, "keys-recovery-until-typed")));
        let cancel = self.replaces.is_some().then(|| button::plain(t!(lang, "cancel")).on_press(Message::Later));
        column![
            column![Page::head(t!(lang, "create-recovery-title"), t!(lang, "create-recovery-text"))]
                .push(replaces)
                .spacing(SMALL),
            key,
            column![tools, text::caption(t!(lang, "create-recovery-print"))].spacing(SMALL),
            Page::foot(cancel, vec![button::main(t!(lang, "create-recovery-written")).on_press(Message::Written)]),
        ]
        .spacing(LARGE)
        .into()
    }

    fn ask(&self, asked: [usize; ASKED], lang: Lang) -> Element<'_, Message> {
        let fields = asked.into_iter().enumerate().map(|(index, group)| {
            let input = text_field("", self.typed[index].as_str())
                .id(FIELDS[index])
                .invalid(self.wrong == Some(group))
                .on_input(move |typed| Message::Typed(index, typed))
                .on_submit(Message::Next(index));
            field(t!(lang, "create-confirm-group", number = (group + 1)), input).into()
        });
        let wrong = self.wrong.map(|group| complaint(t!(lang, "create-confirm-wrong", group = (group + 1))));
        let check = button::main(t!(lang, "continue")).on_press_maybe((!self.busy).then_some(Message::Check));
        let later = match self.replaces {
            Some(_) => button::link(t!(lang, "cancel")),
            None => button::link(t!(lang, "create-confirm-later")),
        };
        let later = later.on_press(Message::Later);
        let show = button::plain(t!(lang, "create-confirm-show")).on_press(Message::Show);
        column![
            Page::head(t!(lang, "create-confirm-title"), t!(lang, "create-confirm-groups")),
            column![Row::with_children(fields).spacing(MEDIUM)].push(wrong).spacing(TINY + 2.0),
            Page::foot(Some(show), vec![later, check]),
        ]
        .spacing(LARGE)
        .into()
    }
}

/// Returns what was typed as keys are shown: capitals, and no letter that looks like a digit.
fn as_shown(typed: &str) -> String {
    let signs = typed.chars().filter(|sign| sign.is_alphanumeric());
    signs
        .map(|sign| match sign.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect()
}

/// Picks groups at random, in order.
fn some_groups() -> [usize; ASKED] {
    let mut numbers = [0_u8; GROUPS];
    // Without random numbers, the first groups are asked for.
    let _ = getrandom::fill(&mut numbers);
    let mut order: Vec<usize> = (0..GROUPS).collect();
    order.sort_by_key(|group| numbers[*group]);
    order.truncate(ASKED);
    order.sort_unstable();
    let mut asked = [0; ASKED];
    asked.copy_from_slice(&order);
    asked
}

/// Returns the text to print.
fn sheet(key: &RecoveryKey, lang: Lang) -> String {
    let (title, text) = (t!(lang, "create-recovery-file-title"), t!(lang, "create-recovery-text"));
    format!("{title}\n\n{key}\n\n{text}\n")
}

/// Writes a file that only its owner can read, in place of an old one.
fn write_private(path: &Path, content: &str) -> std::io::Result<()> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
        Ok(()) | Err(_) => {}
    }
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?.write_all(content.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_groups_are_asked_for_in_order() {
        for _ in 0..50 {
            let asked = some_groups();
            assert!(asked.windows(2).all(|pair| pair[0] < pair[1]) && asked[ASKED - 1] < GROUPS, "{asked:?}");
        }
    }

    #[test]
    fn look_alikes_and_small_letters_are_forgiven() {
        assert_eq!(as_shown(" o1l-i"), "0111");
        assert_eq!(as_shown("7xk2"), "7XK2");
        assert_ne!(as_shown("7xk3"), "7XK2");
    }
}
