//! The second step: what the columns of the file become.

use iced::widget::{Column, column, container, responsive, row, space};
use iced::{Alignment, Length, Padding};

use super::targets::{self, Fault, Group};
use super::{Message, State, cards, file_name};
use crate::i18n::Lang;
use crate::model::import::Target;
use crate::office::import::Opened;
use crate::screen::Scene;
use crate::t;
use crate::theme::measure::{HUGE, LARGE, MEDIUM, SMALL, TINY};
use crate::theme::{Element, Icon, Theme, Tone, style};
use crate::transfer::recognise::Origin;
use crate::transfer::{Encoding, Recognised};
use crate::widget::choice::choice;
use crate::widget::field::complaint;
use crate::widget::line::{self, line};
use crate::widget::{banner, button, surface, text};

/// How many values of a column are shown.
const EXAMPLES: usize = 3;
/// The width of the two choices of a column, side by side.
const BECOMES: f32 = 220.0;
const LABEL: f32 = 132.0;
/// Where there is room for the cards beside the columns.
const WIDE: f32 = 1020.0;
const CARDS: f32 = 280.0;

/// Returns the step: what was recognised, the columns, and beside them what the cards would look like.
pub(super) fn view<'a>(state: &'a State, scene: &'a Scene) -> Element<'a, Message> {
    let Some(file) = &state.file else { return space().into() };
    responsive(move |size| {
        let columns = table(state, scene, file);
        let cards = cards::view(state, scene);
        let content: Element<'a, Message> = if size.width >= WIDE {
            let columns = surface::scroll(container(columns).padding(TINY));
            let cards = surface::scroll(container(cards).padding(TINY));
            row![columns, container(cards).width(CARDS)].spacing(HUGE).into()
        } else {
            surface::scroll(column![columns, cards].spacing(HUGE).padding(TINY))
        };
        column![recognised(file, scene.lang)].push(faults(state, scene)).push(content).spacing(MEDIUM).into()
    })
    .into()
}

/// Says what the file was recognised as.
fn recognised<'a>(file: &Opened, lang: Lang) -> Element<'a, Message> {
    let mut words = Vec::new();
    match &file.recognised {
        Recognised::Csv { separator, encoding } => {
            words.push(t!(lang, "import-format-csv"));
            words.push(t!(lang, "import-separated", separator = separator_name(lang, *separator)));
            words.push(encoding_name(lang, *encoding));
        }
        Recognised::Xlsx { sheet } => {
            words.push(t!(lang, "import-format-xlsx"));
            words.push(t!(lang, "label-colon", label = t!(lang, "import-sheet"), value = sheet.clone()));
        }
        Recognised::Vcard { version, encoding, pictures } => {
            words.push(t!(lang, "import-vcard-version", version = version.clone()));
            words.push(encoding_name(lang, *encoding));
            if *pictures > 0 {
                words.push(t!(lang, "import-pictures", count = pictures.to_owned()));
            }
        }
        // Never imported.
        Recognised::Mail => {}
    }
    // A line of text is not always a row: cells may hold several, and blank ones count.
    words.extend(file.rows.map(|rows| match file.recognised {
        Recognised::Csv { .. } => t!(lang, "import-rows-at-most", count = rows),
        Recognised::Xlsx { .. } | Recognised::Vcard { .. } | Recognised::Mail => t!(lang, "rows-count", count = rows),
    }));
    words.extend(program(lang, file.origin).map(|program| t!(lang, "import-recognised-from", program = program)));
    if !file.has_headings && !matches!(file.recognised, Recognised::Vcard { .. }) {
        words.push(t!(lang, "import-no-headings"));
    }
    let dot = format!(" {} ", t!(lang, "separator-dot"));
    let name = text::strong(file_name(&file.path));
    let sign = text::icon(Icon::FileText).style(style::accent);
    row![sign, name, text::body(words.join(&dot)).style(style::muted).width(Length::Fill)]
        .spacing(SMALL)
        .align_y(Alignment::Center)
        .into()
}

fn separator_name(lang: Lang, separator: char) -> String {
    match separator {
        ',' => t!(lang, "import-separator-comma"),
        ';' => t!(lang, "import-separator-semicolon"),
        '\t' => t!(lang, "import-separator-tab"),
        '|' => t!(lang, "import-separator-pipe"),
        other => other.to_string(),
    }
}

fn encoding_name(lang: Lang, encoding: Encoding) -> String {
    match encoding {
        Encoding::Utf8 => t!(lang, "import-encoding-utf8"),
        Encoding::Utf16Le | Encoding::Utf16Be => t!(lang, "import-encoding-utf16"),
        Encoding::Windows1252 => t!(lang, "import-encoding-windows1252"),
    }
}

fn program(lang: Lang, origin: Origin) -> Option<String> {
    match origin {
        Origin::Outlook => Some(t!(lang, "import-program-outlook")),
        Origin::Google => Some(t!(lang, "import-program-google")),
        Origin::SuperOffice => Some(t!(lang, "import-program-superoffice")),
        Origin::HubSpot => Some(t!(lang, "import-program-hubspot")),
        Origin::Freshsales => Some(t!(lang, "import-program-freshsales")),
        Origin::Kartotek => Some(t!(lang, "app-name")),
        Origin::Unknown => None,
    }
}

/// Says what stands in the way: twice the same at once, the missing name once somebody wants to go on.
fn faults<'a>(state: &State, scene: &Scene) -> Option<Element<'a, Message>> {
    let lang = scene.lang;
    let faults = targets::faults(&state.mapping);
    let first = faults.iter().find(|fault| state.hurried || **fault != Fault::NoName).or(faults.first())?;
    let (tone, words) = match first {
        Fault::NoName if !state.hurried => (Tone::Attention, t!(lang, "import-columns-nameless")),
        Fault::NoName => (Tone::Danger, t!(lang, "import-columns-nameless")),
        Fault::Twice(_, target) => (Tone::Danger, t!(lang, "import-field-twice", field = targets::name(scene, target))),
    };
    Some(banner::banner(tone, words, None, Vec::new()))
}

/// The columns, one under the other.
fn table<'a>(state: &'a State, scene: &'a Scene, file: &'a Opened) -> Element<'a, Message> {
    let lang = scene.lang;
    let choices = targets::choices(scene, &state.mapping);
    let labels = targets::labels(scene);
    let twice: Vec<usize> = targets::faults(&state.mapping)
        .into_iter()
        .flat_map(|fault| if let Fault::Twice(columns, _) = fault { columns } else { Vec::new() })
        .collect();
    let empty = |column: usize| file.sample.iter().all(|row| row.get(column).is_none_or(String::is_empty));
    let left_out = |column: &usize| state.mapping.get(*column) == Some(&Target::Ignore);
    let hidden: Vec<usize> = (0..file.headings.len()).filter(|column| left_out(column) && empty(*column)).collect();

    let head = row![
        text::caption(t!(lang, "import-column")).width(Length::FillPortion(3)),
        text::caption(t!(lang, "import-sample")).width(Length::FillPortion(4)),
        text::caption(t!(lang, "import-field")).width(BECOMES + SMALL + LABEL)
    ]
    .spacing(MEDIUM);
    let mut rows = Column::new().push(head).push(surface::line()).spacing(SMALL);
    for column in (0..file.headings.len()).filter(|column| state.all_columns || !hidden.contains(column)) {
        let view = Entry { column, state, file, twice: twice.contains(&column) };
        rows = rows.push(view.show(lang, &choices, &labels)).push(surface::line());
    }
    let unused = (0..file.headings.len()).filter(left_out).count();
    let more = (!hidden.is_empty()).then(|| {
        let label = if state.all_columns {
            t!(lang, "import-columns-hide")
        } else {
            t!(lang, "import-columns-show", count = hidden.len())
        };
        button::link(label).small().on_press(Message::AllColumns(!state.all_columns))
    });
    let count = (unused > 0).then(|| text::caption(t!(lang, "import-columns-unused", count = unused)));
    let foot = row![].push(count).push(more.map(Element::from)).spacing(SMALL).align_y(Alignment::Center);
    rows.push(foot).padding(Padding::ZERO.bottom(LARGE)).into()
}

/// One column of the file.
struct Entry<'a> {
    column: usize,
    state: &'a State,
    file: &'a Opened,
    twice: bool,
}

impl<'a> Entry<'a> {
    fn show(
        &self,
        lang: Lang,
        choices: &[(Target, String)],
        labels: &[(&'static str, String)],
    ) -> Element<'a, Message> {
        let column = self.column;
        let target = self.state.mapping.get(column).unwrap_or(&Target::Ignore);
        let taken = *target != Target::Ignore;
        let tone = if taken { Tone::Ink } else { Tone::Muted };
        let look = move |theme: &Theme| line::Style { color: Some(theme.roles().tone(tone)), mark: None };

        let heading = self.file.headings.get(column).cloned().unwrap_or_default();
        let heading = line(heading).size(14).font(crate::theme::font::MEDIUM).style(look).width(Length::Fill);
        let examples = self.file.sample.iter().filter_map(|row| row.get(column)).filter(|cell| !cell.is_empty());
        let examples: Vec<String> = examples.take(EXAMPLES).map(|cell| cell.replace('\n', " ")).collect();
        let examples: Element<'a, Message> = if examples.is_empty() {
            text::caption(t!(lang, "import-column-empty")).into()
        } else {
            let lines = examples.into_iter().map(|cell| line(cell).size(13).style(look).width(Length::Fill).into());
            Column::with_children(lines).into()
        };

        let selected = taken.then(|| targets::with_label(target.clone(), None));
        let becomes = choice(choices.to_vec(), selected)
            .none(t!(lang, "import-skip-column"))
            .placeholder(t!(lang, "import-skip-column"))
            .nothing(t!(lang, "import-target-unknown"))
            .invalid(self.twice)
            .width(BECOMES)
            .on_choose(move |target| Message::Map(column, target));
        let label: Element<'a, Message> = if targets::group(target) == Group::None {
            space().width(LABEL).into()
        } else {
            choice(labels.to_vec(), targets::label(target))
                .none(t!(lang, "import-no-label"))
                .placeholder(t!(lang, "import-no-label"))
                .width(LABEL)
                .on_choose(move |label| Message::Label(column, label))
                .into()
        };
        let choices = row![becomes, label].spacing(SMALL);
        let complaint = self.twice.then(|| complaint(t!(lang, "import-column-twice")));
        let choices = column![choices].push(complaint).spacing(TINY).width(BECOMES + SMALL + LABEL);
        row![
            container(heading).width(Length::FillPortion(3)),
            container(examples).width(Length::FillPortion(4)),
            choices
        ]
        .spacing(MEDIUM)
        .align_y(Alignment::Center)
        .into()
    }
}
