//! Draws one line of text that ends in an ellipsis where it does not fit, with parts of it marked.

use std::borrow::Cow;
use std::ops::Range;

use iced::advanced::text::{self, Paragraph as _, Renderer as _, Span};
use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Layout, Renderer as _, Widget, layout, mouse, renderer};
use iced::font::Weight;
use iced::{Color, Element, Font, Length, Pixels, Point, Rectangle, Renderer, Size, alignment, border};

type Paragraph = <Renderer as text::Renderer>::Paragraph;

const ELLIPSIS: &str = "…";

/// The colours of a line.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Style {
    /// The colour of the text; the surrounding text colour when `None`.
    pub color: Option<Color>,
    /// The colour behind marked parts.
    pub mark: Option<Color>,
}

/// One line of text.
///
/// It never wraps: what does not fit its width is cut at a character and followed by `…`. Selectors and screen
/// readers still find the whole text.
pub struct Line<'a, Theme> {
    content: Cow<'a, str>,
    marks: Vec<Range<usize>>,
    width: Length,
    size: Option<Pixels>,
    font: Option<Font>,
    mark_font: Option<Font>,
    align: alignment::Horizontal,
    style: Box<dyn Fn(&Theme) -> Style + 'a>,
}

/// Creates a line of text in the surrounding colour.
pub fn line<'a, Theme>(content: impl Into<Cow<'a, str>>) -> Line<'a, Theme> {
    Line {
        content: content.into(),
        marks: Vec::new(),
        width: Length::Shrink,
        size: None,
        font: None,
        mark_font: None,
        align: alignment::Horizontal::Left,
        style: Box::new(|_| Style::default()),
    }
}

/// Creates a line of text in which byte ranges are marked, as found by a search.
///
/// Ranges may overlap and come in any order; those that do not fall on characters are widened until they do.
pub fn highlight<'a, Theme>(
    content: impl Into<Cow<'a, str>>,
    marks: impl IntoIterator<Item = Range<usize>>,
) -> Line<'a, Theme> {
    let line = line(content);

    Line { marks: tidy(&line.content, marks), ..line }
}

impl<'a, Theme> Line<'a, Theme> {
    /// Sets the width. `Shrink` takes what the text needs, at most what there is.
    #[must_use]
    pub fn width(mut self, width: impl Into<Length>) -> Self {
        self.width = width.into();
        self
    }

    /// Sets the size of the text in logical pixels.
    #[must_use]
    pub fn size(mut self, size: impl Into<Pixels>) -> Self {
        self.size = Some(size.into());
        self
    }

    /// Sets the font.
    #[must_use]
    pub fn font(mut self, font: impl Into<Font>) -> Self {
        self.font = Some(font.into());
        self
    }

    /// Sets the font of marked parts. It is the line's font in medium weight otherwise.
    #[must_use]
    pub fn mark_font(mut self, font: impl Into<Font>) -> Self {
        self.mark_font = Some(font.into());
        self
    }

    /// Sets where a text that is narrower than the line stands.
    #[must_use]
    pub fn align_x(mut self, align: impl Into<alignment::Horizontal>) -> Self {
        self.align = align.into();
        self
    }

    /// Sets the colours.
    #[must_use]
    pub fn style(mut self, style: impl Fn(&Theme) -> Style + 'a) -> Self {
        self.style = Box::new(style);
        self
    }

    fn shape(&self, key: &Key) -> State {
        let whole = key.paragraph(&self.content, &self.marks);
        if whole.min_width() <= key.width || self.content.is_empty() {
            return State::new(whole, key.clone(), false);
        }

        let room = key.width - key.paragraph(ELLIPSIS, &[]).min_width();
        let middle = whole.min_height() / 2.0;
        let end = whole.hit_test(Point::new(room.max(0.0), middle)).map_or(0, text::Hit::cursor);
        // The hit is the nearest boundary, which may lie just beyond the room there is.
        let mut kept = floor_boundary(&self.content, end);
        loop {
            let text = format!("{}{ELLIPSIS}", self.content[..kept].trim_end());
            let marks: Vec<_> = self
                .marks
                .iter()
                .map(|mark| mark.start.min(kept)..mark.end.min(kept))
                .filter(|mark| mark.end <= text.len() && !mark.is_empty())
                .collect();
            let cut = key.paragraph(&text, &marks);
            if cut.min_width() <= key.width || kept == 0 {
                return State::new(cut, key.clone(), true);
            }
            kept = floor_boundary(&self.content, kept - 1);
        }
    }
}

/// Everything a shaped line depends on besides its content.
#[derive(Debug, Clone, PartialEq)]
struct Key {
    content: String,
    marks: Vec<Range<usize>>,
    width: f32,
    size: Pixels,
    font: Font,
    mark_font: Font,
}

impl Key {
    fn paragraph(&self, content: &str, marks: &[Range<usize>]) -> Paragraph {
        let text = text::Text {
            content,
            // A finite box would make the shaper align, not cut.
            bounds: Size::INFINITE,
            size: self.size,
            line_height: text::LineHeight::default(),
            font: self.font,
            align_x: text::Alignment::Default,
            align_y: alignment::Vertical::Top,
            shaping: text::Shaping::default(),
            wrapping: text::Wrapping::None,
        };
        if marks.is_empty() {
            return Paragraph::with_text(text);
        }

        let mut spans: Vec<Span<'_>> = Vec::with_capacity(marks.len() * 2 + 1);
        let mut done = 0;
        for mark in marks {
            // Every marked span has an odd index; see `draw`.
            spans.push(Span::new(&content[done..mark.start]));
            spans.push(Span::new(&content[mark.clone()]).font(self.mark_font));
            done = mark.end;
        }
        spans.push(Span::new(&content[done..]));

        Paragraph::with_spans(text.with_content(spans.as_slice()))
    }
}

struct State {
    key: Option<Key>,
    paragraph: Paragraph,
    marked: Vec<Rectangle>,
    is_cut: bool,
}

impl State {
    fn new(paragraph: Paragraph, key: Key, is_cut: bool) -> Self {
        let marked = (0..key.marks.len()).flat_map(|mark| paragraph.span_bounds(mark * 2 + 1)).collect();

        Self { key: Some(key), paragraph, marked, is_cut }
    }
}

/// Sorts, joins and widens ranges until they are disjoint, not empty, and fall on characters.
fn tidy(content: &str, marks: impl IntoIterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let mut marks: Vec<_> = marks
        .into_iter()
        .filter(|mark| mark.start < mark.end)
        .map(|mark| floor_boundary(content, mark.start)..ceil_boundary(content, mark.end))
        .filter(|mark| !mark.is_empty())
        .collect();
    marks.sort_by_key(|mark| mark.start);

    let mut tidy: Vec<Range<usize>> = Vec::with_capacity(marks.len());
    for mark in marks {
        match tidy.last_mut() {
            Some(last) if mark.start <= last.end => last.end = last.end.max(mark.end),
            Some(_) | None => tidy.push(mark),
        }
    }
    tidy
}

fn floor_boundary(content: &str, index: usize) -> usize {
    let mut index = index.min(content.len());
    while !content.is_char_boundary(index) {
        index -= 1;
    }
    index
}

fn ceil_boundary(content: &str, index: usize) -> usize {
    let mut index = index.min(content.len());
    while !content.is_char_boundary(index) {
        index += 1;
    }
    index
}

impl<Message, Theme> Widget<Message, Theme, Renderer> for Line<'_, Theme> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State { key: None, paragraph: Paragraph::default(), marked: Vec::new(), is_cut: false })
    }

    fn size(&self) -> Size<Length> {
        Size::new(self.width, Length::Shrink)
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let state = tree.state.downcast_mut::<State>();
        let limits = limits.width(self.width);
        let font = self.font.unwrap_or_else(|| renderer.default_font());
        let size = self.size.unwrap_or_else(|| renderer.default_size());
        let mark_font = self.mark_font.unwrap_or(Font { weight: Weight::Medium, ..font });
        let width = limits.max().width;

        let fits = state.key.as_ref().is_some_and(|key| {
            let is_same_text = key.content == self.content
                && key.marks == self.marks
                && (key.size, key.font, key.mark_font) == (size, font, mark_font);
            // A text that is whole stays so in any width that holds it.
            is_same_text && (key.width == width || (!state.is_cut && state.paragraph.min_width() <= width))
        });
        if !fits {
            *state = self.shape(&Key {
                content: self.content.clone().into_owned(),
                marks: self.marks.clone(),
                width,
                size,
                font,
                mark_font,
            });
        }

        let needed = state.paragraph.min_bounds();
        layout::Node::new(limits.resolve(self.width, Length::Shrink, needed))
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        defaults: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let bounds = layout.bounds();
        let Some(clip) = bounds.intersection(viewport) else {
            return;
        };
        let state = tree.state.downcast_ref::<State>();
        let style = (self.style)(theme);

        let spare = (bounds.width - state.paragraph.min_width()).max(0.0);
        let shift = match self.align {
            alignment::Horizontal::Left => 0.0,
            alignment::Horizontal::Center => spare / 2.0,
            alignment::Horizontal::Right => spare,
        };
        let origin = Point::new((bounds.x + shift).round(), bounds.y);

        if let Some(mark) = style.mark {
            for marked in &state.marked {
                let behind = Rectangle {
                    x: origin.x + marked.x - 1.0,
                    y: origin.y + marked.y,
                    width: marked.width + 2.0,
                    height: marked.height,
                };
                if let Some(behind) = behind.intersection(&clip.expand(1.0)) {
                    renderer.fill_quad(
                        renderer::Quad { bounds: behind, border: border::rounded(2), ..renderer::Quad::default() },
                        mark,
                    );
                }
            }
        }

        renderer.fill_paragraph(&state.paragraph, origin, style.color.unwrap_or(defaults.text_color), clip);
    }

    fn operate(&mut self, _tree: &mut Tree, layout: Layout<'_>, _renderer: &Renderer, operation: &mut dyn Operation) {
        operation.text(None, layout.bounds(), &self.content);
    }
}

impl<'a, Message: 'a, Theme: 'a> From<Line<'a, Theme>> for Element<'a, Message, Theme, Renderer> {
    fn from(line: Line<'a, Theme>) -> Self {
        Self::new(line)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::single_range_in_vec_init)]

    use super::*;

    fn shaped(line: &Line<'_, iced::Theme>, width: f32) -> State {
        let font = Font::with_name("Fira Sans");
        line.shape(&Key {
            content: line.content.clone().into_owned(),
            marks: line.marks.clone(),
            width,
            size: Pixels(14.0),
            font,
            mark_font: font,
        })
    }

    #[test]
    fn a_text_that_fits_is_whole() {
        let state = shaped(&line("Ødegård, Åse"), 200.0);
        assert!(!state.is_cut);
        assert!(state.paragraph.min_width() > 50.0);
    }

    #[test]
    fn a_cut_text_never_exceeds_its_width() {
        let line = highlight("Åse-Marie Østby-Ødegård på Sørlandet", [0..4, 20..40]);
        let whole = shaped(&line, 1000.0).paragraph.min_width();
        for width in [60.0, 61.5, 90.0, 120.0, whole - 1.0] {
            let state = shaped(&line, width);
            assert!(state.is_cut, "{width}");
            let needed = state.paragraph.min_width();
            assert!(needed <= width, "{needed} > {width}");
            assert!(needed > width - 30.0, "{needed} wastes {width}");
            assert!(!state.marked.is_empty());
        }
        assert!(shaped(&line, 0.0).is_cut);
    }

    #[test]
    fn marks_become_disjoint_and_fall_on_characters() {
        let text = "Åse Ødegård";
        type Marks<'a> = &'a [Range<usize>];
        let cases: [(Marks<'_>, Marks<'_>); 6] = [
            (&[0..1], &[0..2]),
            (&[1..3], &[0..3]),
            (&[5..7, 0..3], &[0..3, 5..7]),
            (&[0..3, 2..6], &[0..7]),
            (&[3..3], &[]),
            (&[9..99, 50..60], &[9..14]),
        ];
        for (marks, tidied) in cases {
            assert_eq!(tidy(text, marks.iter().cloned()), tidied, "{marks:?}");
        }
    }
}
