//! Draws the finished pages and hands them to `krilla`, which writes the file.

use chrono::{Datelike, Timelike};
use krilla::Document as File;
use krilla::SerializeSettings;
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata, PageLayout};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag};
use krilla::text::KrillaGlyph;

use super::blocks::CONTENTS;
use super::face::Face;
use super::icon;
use super::lines::{BAR_PAD, Ink, Line, Piece, Setting, Span, Style};
use super::sheet::{Item, LEFT, Mark, PAGE, Place, Sheets, Tree, WIDTH};
use crate::model::Moment;
use crate::transfer::Error;

const FOOT: Style = Style::new(Face::Regular, 7.5, Ink::Grey);
const FINE: Style = Style::new(Face::Regular, 6.0, Ink::Grey);
/// Where the lines at the foot of pages stand.
const FOOT_Y: f32 = PAGE.1 - 44.0;
/// The edge of the icon at the foot of pages.
const ICON: f32 = 9.0;
/// How far from the edge the words beside it begin.
const BESIDE_ICON: f32 = ICON + 3.0;
/// What the attached file is called.
const ATTACHED: &str = "report.json";

/// What a file says of itself as a whole.
pub(super) struct About<'a> {
    pub title: &'a str,
    pub language: &'a str,
    /// Who writes.
    pub author: &'a str,
    pub number: i64,
    pub at: Moment,
    /// Where the journal ended; empty where nothing vouches for it.
    pub journal_head: &'a str,
    /// Numbers pages: `{page}` and `{pages}` are to be replaced.
    pub page: &'a str,
}

/// Returns the pages as a file, with the same for programs attached, if there is that.
pub(super) fn drawn(sheets: Sheets, about: &About<'_>, json: Option<Vec<u8>>) -> Result<Vec<u8>, Error> {
    let Sheets { setting, pages, tree, places, .. } = sheets;
    let mut file = File::new_with(settings()?);
    let sections: Vec<Place> = places.iter().filter(|place| place.depth == 0).cloned().collect();
    let mut drawing = Drawing { setting, tree, sections, glyphs: Vec::new(), text: String::new() };
    let foot = drawing.foot(about);
    let count = pages.len();
    for (place, items) in pages.into_iter().enumerate() {
        let page = PageSettings::from_wh(PAGE.0, PAGE.1).ok_or_else(|| Error::Pdf("no page".to_owned()))?;
        let mut page = file.start_page_with(page);
        let mut links = Vec::new();
        let mut surface = page.surface();
        // The lines of a cell are said as one: each stretch is a leaf of the tree, and tables have ten thousands.
        for stretch in items.chunk_by(|a, b| a.mark().is_some() && a.mark() == b.mark()) {
            match stretch.first().and_then(Item::mark) {
                Some(mark) => drawing.marked(&mut surface, mark, stretch),
                None => links.extend(stretch.iter().filter_map(Item::link)),
            }
        }
        drawing.foot_of(&mut surface, about, &foot, (place + 1, count));
        surface.finish();
        for (section, [left, top, width, height], part, says) in links {
            let rect = Rect::from_xywh(left, top, width, height);
            let (Some(rect), Some(to)) = (rect, drawing.sections.get(section)) else { continue };
            let to = XyzDestination::new(to.page, Point::from_xy(0.0, to.y - 6.0));
            let link = LinkAnnotation::new(rect, Target::Destination(to.into()));
            let leaf = page.add_tagged_annotation(Annotation::new_link(link, Some(says)));
            drawing.tree.leaf(part, leaf);
        }
        page.finish();
    }
    file.set_outline(outline(&places));
    file.set_tag_tree(drawing.tree.finished(about.language));
    file.set_metadata(metadata(about));
    if let Some(json) = json {
        file.embed_file(EmbeddedFile {
            path: ATTACHED.to_owned(),
            mime_type: MimeType::new("application/json"),
            description: Some(about.title.to_owned()),
            association_kind: AssociationKind::Alternative,
            data: json.into(),
            modification_date: Some(date(about.at)),
            compress: Some(true),
            location: None,
        });
    }
    // What it says is said without a word of the document.
    file.finish().map_err(|error| Error::Pdf(error.to_string()))
}

fn settings() -> Result<SerializeSettings, Error> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A3_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|_| Error::Pdf("no such standards".to_owned()))?;
    Ok(SerializeSettings { configuration, ..SerializeSettings::default() })
}

fn metadata(about: &About<'_>) -> Metadata {
    let metadata = Metadata::new()
        .title(about.title.to_owned())
        .language(about.language.to_owned())
        .creator("Kartotek".to_owned())
        .document_id(format!("report {}", about.number))
        .creation_date(date(about.at))
        .page_layout(PageLayout::OneColumn);
    if about.author.is_empty() { metadata } else { metadata.authors(vec![about.author.to_owned()]) }
}

fn date(at: Moment) -> DateTime {
    let at = at.utc();
    // Months, days and what is smaller are below 100.
    let small = |number: u32| u8::try_from(number).unwrap_or(0);
    DateTime::new(u16::try_from(at.year()).unwrap_or(0))
        .month(small(at.month()))
        .day(small(at.day()))
        .hour(small(at.hour()))
        .minute(small(at.minute()))
        .second(small(at.second()))
        .utc_offset_hour(0)
        .utc_offset_minute(0)
}

/// Returns what viewers list beside the pages.
fn outline(places: &[Place]) -> Outline {
    let mut outline = Outline::new();
    let mut open: Option<OutlineNode> = None;
    for place in places {
        let to = XyzDestination::new(place.page, Point::from_xy(0.0, place.y - 6.0));
        let node = OutlineNode::new(place.title.clone(), to);
        match &mut open {
            Some(section) if place.depth > 0 => section.push_child(node),
            Some(_) | None => {
                if let Some(section) = open.replace(node) {
                    outline.push_child(section);
                }
            }
        }
    }
    if let Some(section) = open {
        outline.push_child(section);
    }
    outline
}

struct Drawing {
    setting: Setting,
    tree: Tree,
    /// Where sections begin.
    sections: Vec<Place>,
    glyphs: Vec<KrillaGlyph>,
    text: String,
}

impl Drawing {
    /// Draws a stretch as what it is to whoever has the document read out.
    fn marked(&mut self, surface: &mut Surface<'_>, mark: Mark, stretch: &[Item]) {
        match mark {
            Mark::Part(part) => {
                let leaf = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
                self.tree.leaf(part, leaf);
            }
            Mark::Decoration => {
                surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
            }
        }
        for item in stretch {
            self.item(surface, item);
        }
        surface.end_tagged();
    }

    fn item(&mut self, surface: &mut Surface<'_>, item: &Item) {
        match item {
            Item::Words { x, y, line, .. } => self.line(surface, *x, *y, line),
            Item::Box { at, ink } => filled(surface, *at, *ink),
            Item::PageOf { section, right, y, .. } => {
                let page = self.sections.get(*section).map_or(0, |place| place.page + 1);
                let line = self.one_line(&format!("  {page}"), CONTENTS);
                self.line(surface, right - line.width, *y, &line);
            }
            Item::Link { .. } => {}
        }
    }

    fn line(&mut self, surface: &mut Surface<'_>, mut x: f32, y: f32, line: &Line) {
        for run in line.pieces.chunk_by(|a, b| !a.is_bar && !b.is_bar && a.style == b.style) {
            let Some(Piece { style, is_bar, width, .. }) = run.first() else { continue };
            let start = if *is_bar {
                filled(surface, [x + 0.5, y - style.size * 0.98, width - 1.0, style.size * 1.3], Ink::Black);
                x + BAR_PAD
            } else {
                x
            };
            self.glyphs.clear();
            self.text.clear();
            for piece in run {
                let from = self.text.len();
                self.text.push_str(&piece.shaped.text);
                self.glyphs.extend(piece.shaped.glyphs.iter().map(|glyph| {
                    let range = from + glyph.text_range.start..from + glyph.text_range.end;
                    KrillaGlyph { text_range: range, ..glyph.clone() }
                }));
                x += piece.width;
            }
            if !self.glyphs.is_empty() {
                surface.set_fill(Some(fill(style.ink)));
                let (at, font) = (Point::from_xy(start, y), self.setting.shaping.font(style.face));
                surface.draw_glyphs(at, &self.glyphs, font, &self.text, style.size, false);
            }
        }
    }

    fn one_line(&mut self, words: &str, style: Style) -> Line {
        let paragraph = self.setting.paragraph(&[Span::Words(words, style)]);
        self.setting.broken(&paragraph, WIDTH).into_iter().next().unwrap_or_default()
    }

    /// Returns the lines that stand at the foot of every page.
    fn foot(&mut self, about: &About<'_>) -> [Line; 2] {
        let name = format!("{} · {}", about.title, about.number);
        let paragraph = self.setting.paragraph(&[Span::Words(&name, FOOT)]);
        let name = self.setting.broken(&paragraph, WIDTH - 80.0 - BESIDE_ICON).into_iter().next().unwrap_or_default();
        [name, self.one_line(about.journal_head, FINE)]
    }

    fn foot_of(
        &mut self,
        surface: &mut Surface<'_>,
        about: &About<'_>,
        foot: &[Line; 2],
        (page, pages): (usize, usize),
    ) {
        let says = about.page.replace("{page}", &page.to_string()).replace("{pages}", &pages.to_string());
        let number = self.one_line(&says, FOOT);
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
        filled(surface, [LEFT, FOOT_Y - 14.0, WIDTH, 0.5], Ink::Hair);
        icon::drawn(surface, (LEFT, FOOT_Y - ICON + 1.5), ICON);
        self.line(surface, LEFT + BESIDE_ICON, FOOT_Y, &foot[0]);
        self.line(surface, LEFT + WIDTH - number.width, FOOT_Y, &number);
        self.line(surface, LEFT, FOOT_Y + 10.0, &foot[1]);
        surface.end_tagged();
    }
}

fn filled(surface: &mut Surface<'_>, [left, top, width, height]: [f32; 4], ink: Ink) {
    let mut path = PathBuilder::new();
    let Some(rect) = Rect::from_xywh(left, top, width, height) else { return };
    path.push_rect(rect);
    if let Some(path) = path.finish() {
        surface.set_fill(Some(fill(ink)));
        surface.draw_path(&path);
    }
}

fn fill(ink: Ink) -> Fill {
    let [red, green, blue] = match ink {
        Ink::Black => [0x14, 0x17, 0x1a],
        Ink::Grey => [0x57, 0x5d, 0x66],
        Ink::White => [0xff; 3],
        Ink::Hair => [0xc9, 0xce, 0xd4],
        Ink::Tint => [0xf1, 0xf3, 0xf5],
    };
    Fill { paint: rgb::Color::new(red, green, blue).into(), ..Fill::default() }
}
