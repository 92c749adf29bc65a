//! The rows of a plan or a result: which are listed, and what is said of each.

use iced::widget::{container, row};
use iced::{Alignment, Length};

use super::Message;
use crate::i18n::{self, Lang};
use crate::model::import::{Fate, Twin};
use crate::office::import::Planned;
use crate::office::problem;
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::{CONTROL, SMALL};
use crate::theme::{Element, Icon, Theme, Tone, style};
use crate::widget::line::{self, line};
use crate::widget::long_list::columns::{Column, cells};
use crate::widget::long_list::header::{header, heading};
use crate::widget::long_list::{Event, long_list, look};
use crate::widget::{surface, text};

const COLUMNS: [Column; 4] = [Column::fixed(64.0).right(), Column::fill(3), Column::fixed(200.0), Column::fill(5)];

/// Which rows are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Show {
    /// All of them.
    #[default]
    All,
    /// Those that make a new card.
    New,
    /// Those about somebody who is here already.
    Here,
    /// Those that cannot be taken.
    Rejected,
}

impl Show {
    fn includes(self, fate: &Fate) -> bool {
        match self {
            Self::All => true,
            Self::New => matches!(fate, Fate::New),
            Self::Here => matches!(fate, Fate::Skip(_) | Fate::Fill(_) | Fate::Replace(_)),
            Self::Rejected => matches!(fate, Fate::Reject(_)),
        }
    }
}

/// The list of rows as it stands on the screen.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub(super) shown: Show,
    /// The places of the listed rows among all.
    places: Vec<usize>,
    cursor: Option<usize>,
}

impl Rows {
    /// Lists all rows of a new plan, or those the last one was filtered by.
    pub(super) fn reset(&mut self, rows: &[Planned]) {
        self.show(self.shown, rows);
    }

    /// Lists what was not taken, if anything was not, and otherwise all rows.
    pub(super) fn done(&mut self, rows: &[Planned]) {
        self.show(Show::Rejected, rows);
        if self.places.is_empty() {
            self.show(Show::All, rows);
        }
    }

    /// Lists some of the rows.
    pub(super) fn show(&mut self, show: Show, rows: &[Planned]) {
        let wanted = rows.iter().enumerate().filter(|(_, row)| show.includes(&row.fate));
        self.places = wanted.map(|(place, _)| place).collect();
        self.shown = show;
        self.cursor = None;
    }

    /// Moves the cursor.
    pub(super) fn update(&mut self, event: &Event) {
        match event {
            Event::Select { row, .. } => self.cursor = Some(*row),
            Event::Activate(_) | Event::All | Event::Visible(_) => {}
        }
    }

    /// Returns the list with its headings.
    pub(super) fn view<'a>(&'a self, rows: &'a [Planned], scene: &'a Scene) -> Element<'a, Message> {
        let lang = scene.lang;
        let headings = [
            heading(t!(lang, "import-row")).size(13),
            heading(t!(lang, "field-name")).size(13),
            heading(t!(lang, "import-outcome")).size(13),
            heading(t!(lang, "import-reason")).size(13),
        ];
        let head = container(header(&COLUMNS, headings, look::headings)).height(CONTROL);
        let list = long_list(
            self.places.len(),
            move |place| {
                let planned = self.places.get(place).and_then(|place| rows.get(*place));
                planned.map_or_else(|| iced::widget::space().into(), |planned| show(planned, scene))
            },
            Message::List,
            look::rows,
        )
        .id("import-rows")
        .cursor(self.cursor)
        .selected(|row| self.cursor == Some(row));
        let list = iced::widget::column![head, surface::line(), list].height(Length::Fill);
        container(list).style(style::card).padding(1).height(Length::Fill).into()
    }
}

fn show<'a>(planned: &'a Planned, scene: &Scene) -> Element<'a, Message> {
    let lang = scene.lang;
    let (icon, tone, words) = fate(lang, &planned.fate);
    let fate = row![
        text::icon_sized(icon, 14.0).style(style::tone(tone)),
        line(words).size(14).style(toned(tone)).width(Length::Fill)
    ]
    .spacing(SMALL)
    .align_y(Alignment::Center);
    cells(
        &COLUMNS,
        [
            line(i18n::number(lang, planned.row as i64)).size(14).style(toned(Tone::Muted)).into(),
            line(planned.name.as_str()).size(14).into(),
            fate.into(),
            line(why(scene, planned)).size(14).style(toned(Tone::Muted)).into(),
        ],
    )
    .into()
}

/// Returns a fate as a shape, its tone, and words.
pub(super) fn fate(lang: Lang, fate: &Fate) -> (Icon, Tone, String) {
    match fate {
        Fate::New => (Icon::UserPlus, Tone::Good, t!(lang, "import-preview-new")),
        Fate::Skip(_) => (Icon::Minus, Tone::Muted, t!(lang, "import-preview-skip")),
        Fate::Fill(_) => (Icon::Plus, Tone::Accent, t!(lang, "import-preview-fill")),
        Fate::Replace(_) => (Icon::Refresh, Tone::Attention, t!(lang, "import-preview-replace")),
        Fate::Reject(_) => (Icon::Ban, Tone::Danger, t!(lang, "import-preview-rejected")),
    }
}

/// Returns why a row has its fate, as far as there is more to say than the fate.
fn why(scene: &Scene, planned: &Planned) -> String {
    let lang = scene.lang;
    match &planned.fate {
        Fate::New => match planned.like {
            Some(Twin::Card(_)) => t!(lang, "import-like-card"),
            Some(Twin::Row(row)) => t!(lang, "import-like-row", row = row),
            None => String::new(),
        },
        Fate::Skip(_) if planned.notes_refusal => t!(lang, "import-notes-refusal"),
        Fate::Skip(Twin::Card(_)) | Fate::Fill(Twin::Card(_)) | Fate::Replace(Twin::Card(_)) => {
            t!(lang, "import-here-card")
        }
        Fate::Skip(Twin::Row(row)) | Fate::Fill(Twin::Row(row)) | Fate::Replace(Twin::Row(row)) => {
            t!(lang, "import-rejected-twice", row = row.to_owned())
        }
        Fate::Reject(rejection) => problem::rejection(lang, rejection),
    }
}

fn toned(tone: Tone) -> impl Fn(&Theme) -> line::Style {
    move |theme| line::Style { color: Some(theme.roles().tone(tone)), mark: None }
}
