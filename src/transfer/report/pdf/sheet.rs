//! Pages in the making: where the next line goes, what is on each page, and the tree of tags that says what it is.

use std::num::NonZeroU16;

use krilla::tagging::{Identifier, Node, Tag, TagGroup, TagKind, TagTree};

use super::lines::{Ink, Line, Paragraph, Setting, Span, Style};

/// A4 (ISO 216), in points.
pub(super) const PAGE: (f32, f32) = (595.28, 841.89);
/// Where what is on a page begins and ends.
pub(super) const LEFT: f32 = 56.7;
pub(super) const WIDTH: f32 = PAGE.0 - 2.0 * LEFT;
pub(super) const TOP: f32 = 56.7;
pub(super) const BOTTOM: f32 = PAGE.1 - 73.0;

/// What a piece of a page is to whoever has it read out: a place in the tree, or nothing but decoration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Part(Part),
    Decoration,
}

/// A place in the tree of tags.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part(usize);

/// What is drawn.
#[derive(Debug)]
pub(super) enum Item {
    /// A line of words, from `x` on the base line `y`.
    Words { x: f32, y: f32, line: Line, mark: Mark },
    /// A filled box: left, top, width, height.
    Box { at: [f32; 4], ink: Ink },
    /// The number of the page on which a section begins, ending at `right`.
    PageOf { section: usize, right: f32, y: f32, part: Part },
    /// A field that leads to a section: left, top, width, height.
    Link { section: usize, at: [f32; 4], part: Part, says: String },
}

impl Item {
    /// Returns what it is to whoever has the page read out; none for what is not drawn.
    pub fn mark(&self) -> Option<Mark> {
        match self {
            Self::Words { mark, .. } => Some(*mark),
            Self::Box { .. } => Some(Mark::Decoration),
            Self::PageOf { part, .. } => Some(Mark::Part(*part)),
            Self::Link { .. } => None,
        }
    }

    /// Returns where a link leads, where it lies, what it belongs to and what it says; none for anything else.
    pub fn link(&self) -> Option<(usize, [f32; 4], Part, String)> {
        match self {
            Self::Link { section, at, part, says } => Some((*section, *at, *part, says.clone())),
            Self::Words { .. } | Self::Box { .. } | Self::PageOf { .. } => None,
        }
    }
}

/// A place that can be gone to.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub title: String,
    pub page: usize,
    pub y: f32,
    /// How deep it lies: 0 for sections, 1 for what is in them.
    pub depth: usize,
}

/// The tree of tags; leaves come while pages are drawn.
#[derive(Default)]
pub(super) struct Tree {
    parts: Vec<(TagKind, Vec<Kid>)>,
    roots: Vec<Part>,
}

enum Kid {
    Part(Part),
    Leaf(Identifier),
}

impl Tree {
    /// Adds a part under another.
    pub fn add(&mut self, under: Option<Part>, tag: impl Into<TagKind>) -> Part {
        let part = Part(self.parts.len());
        self.parts.push((tag.into(), Vec::new()));
        match under {
            Some(Part(place)) => self.parts[place].1.push(Kid::Part(part)),
            None => self.roots.push(part),
        }
        part
    }

    /// Adds what was drawn to the part it belongs to.
    pub fn leaf(&mut self, part: Part, leaf: Identifier) {
        self.parts[part.0].1.push(Kid::Leaf(leaf));
    }

    /// Returns the tree as it is written.
    pub fn finished(mut self, language: &str) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
        for root in std::mem::take(&mut self.roots) {
            tree.push(self.group(root));
        }
        tree
    }

    fn group(&mut self, Part(place): Part) -> TagGroup {
        let (tag, kids) = std::mem::replace(&mut self.parts[place], (Tag::NonStruct.into(), Vec::new()));
        let kids = kids.into_iter().map(|kid| match kid {
            Kid::Part(part) => Node::Group(self.group(part)),
            Kid::Leaf(leaf) => Node::Leaf(leaf),
        });
        TagGroup::with_children(tag, kids.collect())
    }
}

/// The pages in the making.
pub(super) struct Sheets {
    pub setting: Setting,
    pub pages: Vec<Vec<Item>>,
    pub tree: Tree,
    pub places: Vec<Place>,
    /// Whether anything is blacked out.
    pub has_bars: bool,
    /// Where the next line goes.
    pub y: f32,
}

impl Sheets {
    pub fn new(setting: Setting) -> Self {
        let tree = Tree::default();
        Self { setting, pages: vec![Vec::new()], tree, places: Vec::new(), has_bars: false, y: TOP }
    }

    /// Puts something on the page.
    pub fn put(&mut self, item: Item) {
        if let Some(page) = self.pages.last_mut() {
            page.push(item);
        }
    }

    /// Returns the height that is left on the page.
    pub fn room(&self) -> f32 {
        BOTTOM - self.y
    }

    /// Goes on with a new page.
    pub fn turn(&mut self) {
        self.pages.push(Vec::new());
        self.y = TOP;
    }

    /// Goes on with a new page where less than `height` is left of this one.
    pub fn keep(&mut self, height: f32) {
        if self.room() < height && self.y > TOP {
            self.turn();
        }
    }

    /// Leaves a gap, which no page begins with.
    pub fn gap(&mut self, height: f32) {
        if self.y > TOP {
            self.y += height;
        }
    }

    /// Puts a line on the page with its upper edge at `top`.
    pub fn line(&mut self, x: f32, top: f32, line: Line, (size, leading): (f32, f32), mark: Mark) {
        self.put(Item::Words { x, y: base(top, size, leading), line, mark });
    }

    /// Writes a text from where the page stands; it goes on on the next page where it must.
    pub fn write(&mut self, x: f32, width: f32, paragraph: &Paragraph, part: Part) {
        let lines = self.setting.broken(paragraph, width);
        let count = lines.len();
        for (place, line) in lines.into_iter().enumerate() {
            // Neither the first line alone at the end of a page nor the last alone at the beginning of one.
            let together = if count > 1 && (place == 0 || place + 2 == count) { 2.0 } else { 1.0 };
            self.keep(paragraph.leading * together);
            self.line(x, self.y, line, (paragraph.size, paragraph.leading), Mark::Part(part));
            self.y += paragraph.leading;
        }
    }

    /// Writes words of one style as a paragraph.
    pub fn say(&mut self, words: &str, style: Style, under: Option<Part>) {
        let part = self.tree.add(under, Tag::P);
        let paragraph = self.setting.paragraph(&[Span::Words(words, style)]);
        self.write(LEFT, WIDTH, &paragraph, part);
    }

    /// Writes a heading and notes where it stands; `with` is the height of what must not be parted from it.
    pub fn heading(&mut self, title: &str, style: Style, level: u16, under: Option<Part>, with: f32) {
        let paragraph = self.setting.paragraph(&[Span::Words(title, style)]);
        let lines = (paragraph.natural / WIDTH).ceil().max(1.0);
        self.keep(paragraph.leading * lines + with);
        let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
        let part = self.tree.add(under, Tag::Hn(level, Some(title.to_owned())));
        if let Some(depth) = usize::from(level.get()).checked_sub(2) {
            let page = self.pages.len() - 1;
            self.places.push(Place { title: title.to_owned(), page, y: self.y, depth });
        }
        self.write(LEFT, WIDTH, &paragraph, part);
    }
}

/// Returns the base line of a line with its upper edge at `top`: capitals stand in its middle.
pub(super) fn base(top: f32, size: f32, leading: f32) -> f32 {
    top + leading / 2.0 + size * 0.36
}
