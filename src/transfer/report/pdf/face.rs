//! The letters: our three weights of Inter, read once, and words shaped with them.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::LazyLock;

use harfrust::{Direction, FontRef, Script, ShapePlan, Shaper, ShaperData, UnicodeBuffer, script};
use krilla::text::{Font, GlyphId, KrillaGlyph};

/// A weight of the one family that is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Face {
    Regular,
    Medium,
    SemiBold,
}

impl Face {
    const ALL: [Self; 3] = [Self::Regular, Self::Medium, Self::SemiBold];

    const fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../../../../assets/fonts/Inter-Regular.otf"),
            Self::Medium => include_bytes!("../../../../assets/fonts/Inter-Medium.otf"),
            Self::SemiBold => include_bytes!("../../../../assets/fonts/Inter-SemiBold.otf"),
        }
    }

    const fn place(self) -> usize {
        match self {
            Self::Regular => 0,
            Self::Medium => 1,
            Self::SemiBold => 2,
        }
    }
}

/// A font as it is shaped with and as it is embedded.
struct Read {
    data: ShaperData,
    shaped: FontRef<'static>,
    embedded: Font,
    units: f32,
}

/// The fonts, read when the first document is made.
static FONTS: LazyLock<Option<[Read; 3]>> = LazyLock::new(|| {
    let [regular, medium, semibold] = Face::ALL.map(|face| {
        let shaped = FontRef::new(face.bytes()).ok()?;
        let embedded = Font::new(face.bytes().into(), 0)?;
        Some(Read { data: ShaperData::new(&shaped), shaped, units: embedded.units_per_em(), embedded })
    });
    Some([regular?, medium?, semibold?])
});

/// A stretch of text with its glyphs; lengths are in parts of the font size.
#[derive(Debug)]
pub(super) struct Shaped {
    pub text: Box<str>,
    pub glyphs: Vec<KrillaGlyph>,
    /// The whole length.
    pub width: f32,
    /// How much of it is white space at the end.
    pub trailing: f32,
}

/// The scripts that the fonts know, each with its plan; what is in none (digits, signs) is shaped as Latin.
const SCRIPTS: [Script; 3] = [script::LATIN, script::GREEK, script::CYRILLIC];

/// Shapes words, each only once in a document.
pub(super) struct Shaping {
    faces: [One; 3],
    buffer: Option<UnicodeBuffer>,
    /// Whether the fonts have a letter.
    known: HashMap<char, bool>,
}

struct One {
    read: &'static Read,
    shaper: Shaper<'static>,
    plans: [ShapePlan; 3],
    words: HashMap<Box<str>, Rc<Shaped>>,
}

impl Shaping {
    /// Begins a document; none where our own fonts cannot be read.
    pub fn new() -> Option<Self> {
        let faces = FONTS.as_ref()?.each_ref().map(|read| {
            let shaper = read.data.shaper(&read.shaped).build();
            let plans = SCRIPTS.map(|script| ShapePlan::new(&shaper, Direction::LeftToRight, Some(script), None, &[]));
            One { read, shaper, plans, words: HashMap::new() }
        });
        Some(Self { faces, buffer: Some(UnicodeBuffer::new()), known: HashMap::new() })
    }

    /// Returns the font to embed.
    pub fn font(&self, face: Face) -> Font {
        self.faces[face.place()].read.embedded.clone()
    }

    /// Returns whether the fonts have a letter.
    pub fn has(&mut self, letter: char) -> bool {
        // The signs that all fonts have; every other one is looked for once.
        if matches!(letter, ' '..='~' | 'æ' | 'ø' | 'å' | 'ä' | 'ö' | 'Æ' | 'Ø' | 'Å' | 'Ä' | 'Ö') {
            return true;
        }
        // What is for private use means nothing to anybody else; level A of PDF/A refuses it.
        if matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}') {
            return false;
        }
        if let Some(known) = self.known.get(&letter) {
            return *known;
        }
        let text = letter.to_string();
        let known = Face::ALL.into_iter().all(|face| {
            let shaped = self.shape_anew(face, &text);
            !shaped.glyphs.is_empty() && shaped.glyphs.iter().all(|glyph| glyph.glyph_id.to_u32() != 0)
        });
        self.known.insert(letter, known);
        known
    }

    /// Returns the glyphs of a text without line ends, all of whose letters the fonts have.
    pub fn shaped(&mut self, face: Face, text: &str) -> Rc<Shaped> {
        if let Some(shaped) = self.faces[face.place()].words.get(text) {
            return Rc::clone(shaped);
        }
        let shaped = Rc::new(self.shape_anew(face, text));
        self.faces[face.place()].words.insert(text.into(), Rc::clone(&shaped));
        shaped
    }

    fn shape_anew(&mut self, face: Face, text: &str) -> Shaped {
        let One { read, shaper, plans, .. } = &self.faces[face.place()];
        let which = text.chars().find_map(script_of).unwrap_or(0);
        let mut buffer = self.buffer.take().unwrap_or_default();
        buffer.push_str(text);
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(SCRIPTS[which]);
        let shaped = shaper.shape_with_plan(&plans[which], buffer, &[]);
        let scale = 1.0 / read.units;
        let mut width = 0.0;
        let mut glyphs: Vec<KrillaGlyph> = Vec::with_capacity(shaped.len());
        for (info, place) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            let (start, x_advance) = (info.cluster as usize, place.x_advance as f32 * scale);
            width += x_advance;
            glyphs.push(KrillaGlyph::new(
                GlyphId::new(info.glyph_id),
                x_advance,
                place.x_offset as f32 * scale,
                place.y_offset as f32 * scale,
                place.y_advance as f32 * scale,
                start..text.len(),
                None,
            ));
        }
        self.buffer = Some(shaped.clear());
        // A cluster ends where the next one begins.
        let mut end = text.len();
        for place in (0..glyphs.len()).rev() {
            let start = glyphs[place].text_range.start;
            glyphs[place].text_range.end = end;
            if place == 0 || glyphs[place - 1].text_range.start != start {
                end = start;
            }
        }
        let words = text.trim_end().len();
        let trailing =
            glyphs.iter().rev().take_while(|glyph| glyph.text_range.start >= words).map(|glyph| glyph.x_advance).sum();
        Shaped { text: text.into(), glyphs, width, trailing }
    }
}

/// Returns which of [`SCRIPTS`] a letter belongs to; none for what is in all of them.
fn script_of(letter: char) -> Option<usize> {
    match letter {
        'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => Some(0),
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Some(1),
        '\u{400}'..='\u{52f}' => Some(2),
        _ => None,
    }
}
